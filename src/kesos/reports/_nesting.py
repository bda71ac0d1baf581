"""Which rows of a table lie below which: by the codes before them, by letters and numbers, or by how they are set in.

4 holds 4.1 and 4.2; A holds 1 and 2; words that are set in lie below those that are not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import Final, Literal, NamedTuple

from kesos._sheets._accounts import directly_under, parts_of
from kesos.reports._columns import Column
from kesos.reports._marks import NUMBERED, is_mark
from kesos.reports._printed import on_one_line
from kesos.reports._rows import Row
from kesos.reports._tables import Table

By = Literal["code", "mark", "indent"]
"""What shows that rows nest."""

_ROMAN = ("I", "V", "X")
_LETTER_BEFORE = {"I": "H", "V": "U", "X": "W"}
_FIRST: Final = ("1", "A", "a", "I", "i")
TOTAL = re.compile(r"(?:sub[ -]?total|grand total|jumlah|total)\b", re.IGNORECASE)
AVERAGE = re.compile(r"(?:rata-rata|rerata|average)\b", re.IGNORECASE)
_CODES = re.compile(r"\b(?:kode|rekening|akun|account|code)\b", re.IGNORECASE)
_LEAST_SET_IN: Final = 2
"""One blank before a word is a slip of the keyboard."""


class Nesting(NamedTuple):
    """The rows that hold others, each with those right below it; by their places in the table."""

    below: Mapping[int, tuple[int, ...]]
    by: By
    inside: frozenset[int]
    """The rows that lie below another."""
    has_totals_by_words: bool
    """Whether a row is a total or an average by its words alone."""


def nesting_of(table: Table) -> Nesting:
    """How the rows of a table nest that are no totals by their words; nothing is below anything where none do."""
    texts = _text_codes(table)
    given = [at for at, row in enumerate(table.rows) if row.kind == "data"]
    data = [at for at in given if not _is_called_total(_words(table.rows[at], texts))]
    by: By = "code"
    below: Mapping[int, tuple[int, ...]] = {}
    if len(data) > 2:
        first = _first_codes(table)
        marks = [_mark(table, table.rows[at], first) for at in data]
        by, below = _nested(table, [table.rows[at] for at in data], marks)
    placed = {data[at]: tuple(data[each] for each in rows) for at, rows in below.items()}
    inside = frozenset(each for rows in placed.values() for each in rows)
    return Nesting(placed, by, inside, len(data) < len(given))


def _nested(table: Table, rows: Sequence[Row], marks: Sequence[str | None]) -> tuple[By, Mapping[int, tuple[int, ...]]]:
    are_counted = all(mark is None or mark.isdecimal() for mark in marks)
    # 1 and 11 count rows, unless the head says that they are codes
    if not are_counted or (table.columns and _CODES.search(table.columns[0].label)):
        by_code = directly_under([None if mark is None else parts_of(mark.strip("() ").rstrip(".")) for mark in marks])
        if by_code:
            return "code", by_code
    by_mark = {} if are_counted else _by_mark(marks)
    return ("mark", by_mark) if by_mark else ("indent", _by_indent(_set_in(table, rows)))


def adds_up_others(table: Table, row: Row) -> bool:
    """Whether a row is a total or an average, by its kind or by its words."""
    return row.kind != "data" or _is_called_total(_words(row, _text_codes(table)))


def _is_called_total(words: str) -> bool:
    return TOTAL.match(words) is not None or AVERAGE.match(words) is not None


def row_words(table: Table, row: Row) -> str:
    """The first words of a row that are no mark before it, or its code."""
    return on_one_line(_words(row, _text_codes(table)))


def _text_codes(table: Table) -> list[str]:
    return [column.code for column in table.columns if column.holds == "text"]


def _words(row: Row, codes: Sequence[str]) -> str:
    first = ""
    for code in codes:
        cell = row.get(code)
        text = "" if cell is None else cell.text.strip()
        if text and not is_mark(text):
            return text
        first = first or text
    return first or row.code


def row_mark(table: Table, row: Row) -> str | None:
    """The number, letter or code that stands before a row, without its point or bracket."""
    mark = _mark(table, row, _first_codes(table))
    return None if mark is None else mark.strip("(). ")


def _first_codes(table: Table) -> list[str]:
    """The columns under the first head, where they hold no figures: a code may lie in several."""
    first = table.columns[0] if table.columns else None
    if first is None or (can_be_added(first) or first.holds not in ("text", "number")):
        return []
    return [column.code for column in takewhile(lambda column: column.label == first.label, table.columns)]


def _mark(table: Table, row: Row, codes: Sequence[str]) -> str | None:
    cells = (row.get(code) for code in codes)
    mark = ".".join(text for cell in cells if cell is not None and (text := cell.text.strip()))
    if "," in mark and NUMBERED.search(table.columns[0].label):
        mark = mark.replace(",", ".")  # a code that a spreadsheet took for a number
    return next((each for each in (mark, row.code) if is_mark(each)), None)


def _by_mark(marks: Sequence[str | None]) -> Mapping[int, tuple[int, ...]]:
    """By letters, Roman numbers and digits that take turns; where any row has no mark, nobody can tell."""
    styles: list[str] = []
    letters: list[str] = []
    for mark in marks:
        if mark is None:
            return {}
        styles.append(_style(mark, letters))
    if len(set(styles)) < 2:
        return {}
    open_rows: list[tuple[str, int]] = []
    below: dict[int, list[int]] = {}
    for at, (mark, style) in enumerate(zip(marks, styles, strict=True)):
        known = next((depth for depth, (its, _) in enumerate(open_rows) if its == style), None)
        if known is None and str(mark).strip("(). ") not in _FIRST:
            return {}  # a list that begins in its middle is another thing
        open_rows = open_rows[: len(open_rows) if known is None else known]
        if open_rows:
            below.setdefault(open_rows[-1][1], []).append(at)
        open_rows.append((style, at))
    return {at: tuple(rows) for at, rows in below.items()}


def _style(mark: str, letters: list[str]) -> str:
    """How a mark counts: in digits, letters or Roman numbers, and with which bracket."""
    bare, closed = mark.strip("(). "), ")" if ")" in mark else ""
    if bare[:1].isdigit():
        return f"1{closed}"
    large = bare.upper()
    is_roman = len(large) > 1 or (
        large in _ROMAN and (large == "I" or "I" in letters) and (not letters or letters[-1] != _LETTER_BEFORE[large])
    )
    letters.append(large)
    return f"{'I' if is_roman else 'A'}{'' if bare == large else 'a'}{closed}"


def _set_in(table: Table, rows: Sequence[Row]) -> list[tuple[int, int] | None]:
    """How far the words of each row are set in: by how many columns under one head, and by how many blanks."""
    heads: dict[str, int] = {}
    columns: list[tuple[str, int]] = []
    for column in table.columns:
        if column.holds == "text":
            heads[column.label] = heads.get(column.label, -1) + 1
            columns.append((column.code, heads[column.label]))
    return [_depth(row, columns) for row in rows]


def _depth(row: Row, columns: Sequence[tuple[str, int]]) -> tuple[int, int] | None:
    for code, place in columns:
        cell = row.get(code)
        if cell is not None and any(map(str.isalpha, cell.text)):
            blanks = len(cell.text) - len(cell.text.lstrip())
            return place, blanks if blanks >= _LEAST_SET_IN else 0
    return None


def _by_indent(depths: Sequence[tuple[int, int] | None]) -> Mapping[int, tuple[int, ...]]:
    known = [depth for depth in depths if depth is not None]
    if len(known) < len(depths) or len(set(known)) < 2 or known[0] != min(known):
        return {}
    open_rows: list[tuple[tuple[int, int], int]] = []
    below: dict[int, list[int]] = {}
    for at, depth in enumerate(known):
        while open_rows and open_rows[-1][0] >= depth:
            open_rows.pop()
        if open_rows:
            below.setdefault(open_rows[-1][1], []).append(at)
        open_rows.append((depth, at))
    return {at: tuple(rows) for at, rows in below.items()}


def can_be_added(column: Column) -> bool:
    """Whether the figures of a column can be added up: what is counted, and bare numbers that number or name no row."""
    if column.holds == "number":
        return not column.is_numbering and not NUMBERED.search(column.label)
    return column.holds == "quantity"
