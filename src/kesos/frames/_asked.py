"""One item, what it is asked of and for how long: its cells, the rows of its rates, and the unit of its count."""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import NamedTuple

import attrs

from kesos.frames import _expressions as ex
from kesos.frames._cells import Classes
from kesos.frames._columns import Columns
from kesos.frames._expressions import ZERO, Node
from kesos.frames._priced import Priced, priced
from kesos.standards import AidStandard, Item


class Scale(NamedTuple):
    """By what a measured count is multiplied, and by what the whole is then divided so that every factor is whole."""

    by: Fraction
    under: int

    def of(self, rate: int) -> int:
        """A rate, as a whole number for each of the count's unit."""
        return int(rate * self.by * self.under)


@attrs.frozen(kw_only=True, eq=False)
class Asked:
    """One item, what it is asked of, and for how long."""

    item: Item
    standard: AidStandard
    columns: Columns
    days: Node | None

    @property
    def day(self) -> Node:
        """The first day of the row's event."""
        return ZERO if self.columns.period is None else ex.day_of(self.columns.period)

    @property
    def longest(self) -> int:
        """The most times that a rate can be taken."""
        return 1 if self.item.cycle is None or self.days is None else self.days.most

    @property
    def counted(self) -> list[tuple[Classes, tuple[str | None, ...]]]:
        """The cells whose rates differ, each with the columns that count it."""
        item = self.item
        if item.per == "event":
            return [((), ())]
        if item.per == "recipient":
            return [((), (self.columns.recipients[item.code],))]
        cells = self.columns.cells(item.per)
        axes = [axis for axis, _ in self.standard.count(item.per).axis]
        if any(row.test(axis) is not None for row in item.table for axis in axes):
            return [(classes, (name,)) for classes, name in cells]
        return [((), tuple(name for _, name in cells))]

    def rows(self, classes: Classes) -> list[Priced]:
        """The rows of the rates that a cell of these classes may meet."""
        return priced(self.item, dict(classes), self.standard, self.columns.indices)

    @property
    def all_rows(self) -> list[Priced]:
        """The rows that any cell may meet."""
        return [row for classes, _ in self.counted for row in self.rows(classes)]

    @property
    def scale(self) -> Scale:
        """The unit of a measured count, in those for which the rates stand."""
        item = self.item
        counted = None if item.per in ("event", "recipient") else self.standard.count(item.per)
        given = None if counted is None else self.columns.units.get(item.per, counted.unit)
        if given is None:
            return Scale(Fraction(1), 1)
        by = Fraction(given.factor, 1 if item.measure is None else item.measure.factor)  # or for each of the base unit
        return Scale(by, lcm(*((by * each).denominator for row in self.all_rows for each in (row.least, row.most))))

    @property
    def is_range(self) -> bool:
        """Whether an item has two columns: for the least and the most that is owed."""
        cycle = self.item.cycle
        lasts_differently = cycle is not None and cycle[0] != cycle[1]
        return lasts_differently or self.scale.under > 1 or any(row.least != row.most for row in self.all_rows)


__all__ = ["Asked", "Scale"]
