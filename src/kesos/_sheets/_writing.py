"""What goes out: sheets of exact values under heads, several of them a book."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from os import PathLike
from os.path import basename
from typing import Literal, get_args

import attrs

from kesos.errors import InvalidValueError
from kesos.records import Fieldwise

Cell = str | int | Decimal | date | None
"""A cell; None is an empty one, which says that something is not known."""
Holds = Literal["text", "number", "plain", "day"]
"""How a column is set: `plain` are numbers that nobody adds up, such as years."""
Format = Literal["csv", "xlsx"]
FORMATS: tuple[Format, ...] = get_args(Format)

_LONGEST_CELL = 32_767
_MOST_ROWS = 1_048_576
_NOT_IN_XLSX = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]|_x[0-9A-Fa-f]{4}_")
"""What XML cannot hold, or what a spreadsheet reads as another character: a carriage return, "_x0041_"."""
_FIRST_PRINTED = 0x20
_PICTURES = 0x2400
"""Where Unicode has pictures of the characters before the first that is printed."""
_NOT_IN_CSV = re.compile("[\x00\ud800-\udfff]")
_FORMULA = re.compile(r"'*[\s\ufeff]*[=+\-@＝＋－＠]|'*[\t\r\n]")
_HARMLESS = ("-",)
"""A dash alone is what offices put for nothing; no spreadsheet computes it."""


def _is_live(text: str) -> bool:
    return text not in _HARMLESS and _FORMULA.match(text) is not None


def escape_formula(text: str) -> str:
    """A text that no spreadsheet takes for a formula when it opens a file that has no kinds of cells.

    >>> escape_formula("=1+1"), escape_formula("Desa A"), escape_formula("-")
    ("'=1+1", 'Desa A', '-')
    """
    return f"'{text}" if _is_live(text) else text


def unescape_formula(text: str) -> str:
    """What `escape_formula` was given.

    >>> unescape_formula(escape_formula("'=1+1"))
    "'=1+1"
    """
    return text[1:] if text[:1] == "'" and _is_live(text[1:]) else text


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Column(Fieldwise):
    """A column of a sheet.

    Args:
        head: What stands over it, with its unit.
        holds: How its cells are set.
        over: What stands over its head, together with the columns beside it that have the same.
        tag: Its tag in the Humanitarian Exchange Language, in a row of its own where any column has one.
    """

    head: str
    holds: Holds = "text"
    over: str = ""
    tag: str = ""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Sheet(Fieldwise):
    """A sheet: a title, heads, rows, and notes under them.

    Args:
        name: What its tab says.
        columns: Its columns.
        rows: Its rows, a cell for each column.
        title: What stands over the heads.
        notes: What stands under the rows.
        strong: The rows, counted from zero, that stand out: subtotals and totals.
        numbered: Whether the number of each column stands under its head, as ministries' forms have it.
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    strong: frozenset[int] = frozenset()
    numbered: bool = False

    @property
    def heads(self) -> tuple[tuple[str, ...], ...]:
        """The rows of heads: one, or two where something stands over a head."""
        heads = tuple(column.head for column in self.columns)
        over = tuple(column.over for column in self.columns)
        tags = tuple(column.tag for column in self.columns)
        numbers = tuple(str(at) for at, _ in enumerate(self.columns, 1))
        return (
            *((over,) if any(over) else ()),
            heads,
            *((tags,) if any(tags) else ()),
            *((numbers,) if self.numbered else ()),
        )

    @property
    def above(self) -> int:
        """How many rows stand over the first of its own."""
        return len(self.heads) + (len(self.title) + 1 if self.title else 0)


def check_cells(sheet: Sheet, kind: Format) -> None:
    """Says nothing where a file of this kind holds every text of a sheet as it is.

    Raises:
        InvalidValueError: A text is too long, or holds what would be read back as something else; too many rows.
    """
    if kind == "xlsx" and len(sheet.rows) + sheet.above > _MOST_ROWS:
        raise InvalidValueError("too_many", field="rows", value=len(sheet.rows), most=_MOST_ROWS)
    unwritable = _NOT_IN_XLSX if kind == "xlsx" else _NOT_IN_CSV
    for row, column, text in _texts(sheet):
        found = None if text.isascii() and text.isprintable() and "_" not in text else unwritable.search(text)
        if found is not None:
            sign = f"U+{ord(found[0][0]):04X}"
            raise InvalidValueError("not_for_a_cell", field="rows", row=row, column=column, sign=sign)
        if kind == "xlsx" and len(text) > _LONGEST_CELL:
            raise InvalidValueError("not_for_a_cell.long", field="rows", row=row, column=column, most=_LONGEST_CELL)


def _texts(sheet: Sheet) -> Iterator[tuple[int, str, str]]:
    """Every text of a sheet, with the row that it stands in and what stands over it."""
    heads = [column.head for column in sheet.columns]
    lines = [*((line,) for line in sheet.title), *([()] if sheet.title else []), *sheet.heads, *sheet.rows]
    for row, cells in enumerate([*lines, (), *((note,) for note in sheet.notes)], 1):
        for head, cell in zip(heads, cells, strict=False):
            if isinstance(cell, str):
                yield row, head, cell


def in_print(text: str) -> str:
    """A text of somebody else's as a cell can show it: signs that no cell holds as their pictures, cut at the longest.

    >>> in_print("Desa A_x000D_\\x0b"), in_print("_x0041_")
    ('Desa A␍␋', '＿x0041_')
    """
    shown = _NOT_IN_XLSX.sub(_picture, text)
    return shown if len(shown) <= _LONGEST_CELL else f"{shown[: _LONGEST_CELL - 1]}…"


def _picture(found: re.Match[str]) -> str:
    sign = found[0]
    code = ord(sign) if len(sign) == 1 else int(sign[2:-1], 16)  # "_x000D_" is how spreadsheets write a character
    if code < _FIRST_PRINTED:
        return chr(_PICTURES + code)
    return "\ufffd" if len(sign) == 1 else f"＿{sign[1:]}"


def texts_of(rows: Iterable[Iterable[Cell]], mark: str) -> list[list[str]]:
    """Rows as a file without kinds of cells holds them: days by ISO 8601, no live formula, nothing for None.

    >>> texts_of([("=1+1", date(2017, 2, 28), Decimal("97.04"), None)], ",")
    [["'=1+1", '2017-02-28', '97,04', '']]
    """
    return [[_text_of(cell, mark) for cell in row] for row in rows]


def _text_of(cell: Cell, mark: str) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return escape_formula(cell)
    return cell.isoformat() if isinstance(cell, date) else str(cell).replace(".", mark)


def format_of(target: object, given: str | None) -> Format:
    """The kind of file: the one that was named, or what the end of the name of the file says.

    >>> format_of("events.csv", None)
    'csv'
    """
    is_open = hasattr(target, "write")
    if not is_open and not isinstance(target, (str, PathLike)):
        raise InvalidValueError("wrong_type", field="target", value=target, kind="path")
    name = basename(str(getattr(target, "name", "") if is_open else target))
    found = name.rpartition(".")[2].casefold() if given is None else given
    for kind in FORMATS:
        if isinstance(found, str) and found == kind:
            return kind
    raise InvalidValueError("not_a_table_file", field="format", value=name if given is None else given)
