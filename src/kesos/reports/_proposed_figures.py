"""Figures that two tables seem to share: the same row and column, and the same number, or nearly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kesos.reports._amounts_compared import SameFigure
from kesos.reports._rows import Row
from kesos.reports._tables import Table
from kesos.values import Printed, Quantity, Text

SMALLEST = 1_000
"""Figures of three digits meet by accident too often for anything to follow from it."""

_MOST_COMPARED = 3
"""With so many earlier figures of one row and column each is compared, so that a long report takes no longer a cell."""

_SLIP = Text(
    "baris dan kolom yang sama di dua tabel, angkanya hampir sama",
    "the same row and column in two tables, and nearly the same figure",
)
_SAME = Text("baris, kolom, dan angka yang sama di dua tabel", "the same row, column and figure in two tables")


def same_figures(tables: Iterable[Table]) -> Iterator[SameFigure]:
    """What stands in rows and under heads of the same words in two tables on the same years, alike or off by a slip."""
    seen: dict[tuple[object, ...], list[tuple[str, Printed, int]]] = {}
    for table in tables:
        for key, cell, number in _figures(table):
            for number_of_table, other, its in seen.get(key, ()):
                if number_of_table != table.number and (number == its or is_slip(number, its)):
                    yield SameFigure([other, cell], certain=False, guess=_SAME if number == its else _SLIP)
                    break
            if len(seen.setdefault(key, [])) < _MOST_COMPARED:
                seen[key].append((table.number, cell, number))


def _figures(table: Table) -> Iterator[tuple[tuple[object, ...], Printed, int]]:
    heads = [(column.code, " ".join(column.label.casefold().split())) for column in table.columns]
    for row in table.rows:
        words = "" if row.kind == "total" else _words(table, row)
        if words is None or row.kind == "subtotal":
            continue
        for code, head in heads:
            cell = row.get(code)
            value = None if cell is None else cell.value
            if cell is not None and isinstance(value, Quantity) and abs(value.amount) >= SMALLEST:
                yield (words, head, value.unit.code, table.years), cell, value.amount


def _words(table: Table, row: Row) -> str | None:
    """The words by which a row is known; None for one that has a number only."""
    for column in table.columns:
        if column.holds == "text" and column.code in row and row[column.code].text.strip():
            return " ".join(row[column.code].text.casefold().split())
    return None


def is_slip(one: int, other: int) -> bool:
    """Whether one number is the other with one digit mistaken, or two beside each other changed about.

    >>> is_slip(100_336, 100_363), is_slip(100_336, 100_836), is_slip(100_336, 103_360), is_slip(100_336, 10_336)
    (True, True, False, False)
    """
    some, others = str(one), str(other)
    if len(some) != len(others):
        return False
    off = [at for at, (digit, its) in enumerate(zip(some, others, strict=True)) if digit != its]
    if len(off) == 1:
        return True
    return len(off) == 2 and off[1] == off[0] + 1 and some[off[0]] == others[off[1]] and some[off[1]] == others[off[0]]
