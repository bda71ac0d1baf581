"""What a column may be, by the words at heads and by arithmetic, and how many rows speak for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import islice
from typing import NamedTuple

from kesos.reports._columns import Column
from kesos.reports._decimals import number_of
from kesos.reports._printed import on_one_line
from kesos.reports._relation import Relation
from kesos.reports._rows import Row
from kesos.reports._tables import Table
from kesos.values import Text

MOST_TRIED = 40
"""So many rows tell what a column is; the others are held to it."""

Fits = Callable[..., bool]
"""Whether the figures of a row fit: the cell of the column, its number, and the numbers of the others."""


class Judged(NamedTuple):
    """In how many rows figures fit, and in how many all of them are known."""

    fits: int
    of: int

    def is_enough(self, fewest: int, broken: Fraction) -> bool:
        """Whether they fit in enough of the rows for anything to be supposed."""
        return self.fits >= fewest and self.of - self.fits <= self.of * broken


class Supposed(NamedTuple):
    """What a column may be: of which columns it is made, how, and how many rows speak for it."""

    column: str
    codes: tuple[str, ...]
    """The columns that are needed, as the relation has them: first the result."""
    judged: Judged
    makes: Callable[[Row, Text], Relation]
    said: Text
    data_only: bool = False
    """Whether totals are left out: a total of products is no product of totals."""
    apart: Judged | None = None
    """The rows that are no totals, where a total carries what is broken in its rows and so says nothing more."""
    telling: int = 0
    """In how many rows it fits by no accident: what somebody is told of who asks why it is not supposed."""

    def is_enough(self, fewest: int, broken: Fraction) -> bool:
        """Whether enough rows speak for it, with the totals or without them."""
        return any(each is not None and each.is_enough(fewest, broken) for each in (self.judged, self.apart))

    def guess(self) -> Text:
        """Why it is supposed."""
        fits, of = self.judged
        return Text(f"{self.said.id} pada {fits} dari {of} baris", f"{self.said.en} in {fits} of {of} rows")

    @property
    def relates(self) -> tuple[str, frozenset[str]]:
        """The columns that it relates: what is the sum of two is, less one, the other."""
        return self.codes[0], frozenset(self.codes[1:])


def head(column: Column) -> str:
    """The words at the head of a column, on one line."""
    return on_one_line(column.label)


def base(column: Column) -> str | None:
    """The base unit of what a column counts."""
    return None if column.unit is None else column.unit.base


def are_alike(one: Column, other: Column) -> bool:
    """Whether two columns count the same."""
    return base(one) == base(other)


def judged(table: Table, codes: Sequence[str], fits: Fits, *, data_only: bool = False) -> Judged:
    """In how many rows the figures of these columns fit, and in how many all of them are known."""
    found = [fits(*numbers) for numbers in islice(_known(table, codes, data_only=data_only), MOST_TRIED)]
    return Judged(sum(found), len(found))


def _known(table: Table, codes: Sequence[str], *, data_only: bool) -> Iterator[tuple[object, ...]]:
    for row in table.rows:
        if all(code in row for code in codes) and not (data_only and row.kind != "data"):
            numbers = [number_of(row[code]) for code in codes]
            if all(number is not None for number in numbers):
                yield (row[codes[0]], *numbers)
