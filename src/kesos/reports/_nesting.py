"""Which rows of a table lie below which: by the codes before them, by letters and numbers, or by how they are set in.

4 holds 4.1 and 4.2; A holds 1 and 2; words that are set in lie below those that are not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, Literal, NamedTuple

from kesos._sheets._accounts import directly_under, parts_of
from kesos.reports._columns import Column
from kesos.reports._marks import is_mark
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
_LEAST_SET_IN: Final = 2
"""One blank before a word is a slip of the keyboard."""


class Nesting(NamedTuple):
    """The rows that hold others, each with those right below it; by their places in the table."""

    below: Mapping[int, tuple[int, ...]]
    by: By
    inside: frozenset[int]
    """The rows that lie below another."""


_FLAT = Nesting({}, "code", frozenset())


def nesting_of(table: Table) -> Nesting:
    """How the rows of a table nest that are no totals by their words; nothing is below anything where none do."""
    data = [at for at, row in enumerate(table.rows) if not adds_up_others(table, row)]
    if len(data) < 3:
        return _FLAT
    marks = [_mark(table, table.rows[at]) for at in data]
    ways: tuple[tuple[By, Mapping[int, tuple[int, ...]]], ...] = (
        ("code", _by_code(marks)),
        ("mark", _by_mark(marks)),
        ("indent", _by_indent([_set_in(table, table.rows[at]) for at in data])),
    )
    for by, below in ways:
        if below:
            placed = {data[at]: tuple(data[each] for each in rows) for at, rows in below.items()}
            return Nesting(placed, by, frozenset(each for rows in placed.values() for each in rows))
    return _FLAT


def adds_up_others(table: Table, row: Row) -> bool:
    """Whether a row is a total or an average, by its kind or by its words."""
    if row.kind != "data":
        return True
    words = row_words(table, row)
    return TOTAL.match(words) is not None or AVERAGE.match(words) is not None


def row_words(table: Table, row: Row) -> str:
    """The first words of a row that are no mark before it, or its code."""
    texts = [
        text
        for column in table.columns
        if column.holds == "text" and column.code in row and (text := row[column.code].text.strip())
    ]
    return on_one_line(next((text for text in texts if not is_mark(text)), texts[0] if texts else row.code))


def row_mark(table: Table, row: Row) -> str | None:
    """The number, letter or code that stands before a row, without its point or bracket."""
    mark = _mark(table, row)
    return None if mark is None else mark.strip("(). ")


def _mark(table: Table, row: Row) -> str | None:
    """What stands before a row; a code may lie in several columns under one head."""
    first = table.columns[0].label if table.columns else ""
    parts: list[str] = []
    for column in table.columns:
        if column.label != first:
            break
        if column.code in row and (text := row[column.code].text.strip()):
            parts.append(text)
    mark = ".".join(parts)
    return next((each for each in (mark, row.code) if is_mark(each)), None)


def _by_code(marks: Sequence[str | None]) -> Mapping[int, tuple[int, ...]]:
    return directly_under([None if mark is None else parts_of(mark.strip("() ").rstrip(".")) for mark in marks])


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


def _set_in(table: Table, row: Row) -> tuple[int, int] | None:
    """How far the words of a row are set in: by how many columns under one head, and by how many blanks."""
    heads: dict[str, int] = {}
    for column in table.columns:
        if column.holds != "text":
            continue
        heads[column.label] = heads.get(column.label, -1) + 1
        if column.code in row and any(map(str.isalpha, text := row[column.code].text)):
            blanks = len(text) - len(text.lstrip())
            return heads[column.label], blanks if blanks >= _LEAST_SET_IN else 0
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
    """Whether the figures of a column can be added up: what is counted, and bare numbers that number no rows."""
    return column.holds == "quantity" or (column.holds == "number" and not column.is_numbering)
