"""Which columns of a frame are meant by what a standard asks for: found, named, and of a kind that can be counted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import attrs

from kesos import _checks as checks
from kesos.errors import FrameError
from kesos.frames import _expressions as ex
from kesos.frames._cells import Cell, cells_of
from kesos.frames._expressions import Node
from kesos.frames._frames import Bounds, Frame
from kesos.frames._recipients import recipients_of
from kesos.standards import AidStandard, Item
from kesos.standards._axes import brought_indices
from kesos.values import Quantity, Unit
from kesos.values._quantities import mismatch

Given = Mapping[str, Any]
End = Literal["minimum", "maximum", "extended"]
Days = int | str | Mapping[str, int | str] | None
ENDS = ("minimum", "maximum", "extended")


@attrs.frozen(kw_only=True, eq=False)
class Columns:
    """The columns that a plan reads.

    Args:
        recipients: The column of each item that is for chosen recipients, in the order in which they are named.
        bounds: Between which numbers columns of counts lie, in the rows that a plan is made for.
    """

    hazard: str
    period: str | None
    counts: Mapping[str, tuple[Cell, ...]]
    units: Mapping[str, Unit]
    traits: Mapping[str, str | None]
    indices: Mapping[str, Quantity]
    days: Mapping[str, int | str] | int | str | None
    extended: bool
    recipients: Mapping[str, str]
    frame: Frame
    bounds: Mapping[str, Bounds] = attrs.field(factory=dict)

    @property
    def counted(self) -> tuple[str, ...]:
        """The names of the columns of counts."""
        names = (name for cells in self.counts.values() for _, name in cells)
        return tuple(dict.fromkeys(name for name in names if name is not None))

    @property
    def multiplied(self) -> tuple[str, ...]:
        """The names of the columns that rates are multiplied by: counts, and recipients."""
        return tuple(dict.fromkeys((*self.counted, *self.recipients.values())))

    @property
    def people(self) -> str | None:
        """The column that counts the people struck; None where none does, or where they are told apart by class."""
        return dict(self.counts.get("person", ())).get(())

    def within(self, bounds: Mapping[str, Bounds | None]) -> Columns:
        """The same columns, in rows whose counts lie between these numbers."""
        return attrs.evolve(self, bounds={name: each for name, each in bounds.items() if each is not None})

    def count(self, name: str) -> Node:
        """A column of counts."""
        bounds = self.bounds.get(name, Bounds(-ex.LARGEST - 1, ex.LARGEST, whole=False))
        return ex.column(name, wide=self.frame.is_wide(name), least=bounds.least, most=bounds.most)

    def is_missing(self, name: str) -> Node:
        """Whether a count is missing."""
        return ex.FALSE if name in self.bounds and self.bounds[name].whole else ex.is_missing(name)

    def number(self, name: str) -> Node:
        """A column of whole numbers."""
        return ex.column(name, wide=self.frame.is_wide(name))

    def too_wide(self, name: str) -> Node:
        """Whether a whole number is beyond 64 bits."""
        return ex.is_too_wide(name) if self.frame.is_wide(name) and name not in self.bounds else ex.FALSE

    def cells(self, count: str) -> tuple[Cell, ...]:
        """The cells of a count."""
        return self.counts[count]

    def days_of(self, item: Item) -> int | str | None:
        """For how many days an item is given: a number, an end by name, or a column."""
        return self.days.get(item.code) if isinstance(self.days, Mapping) else self.days


def find_columns(
    frame: Frame,
    standard: AidStandard,
    *,
    hazard: str,
    people: str,
    families: str | None,
    counts: Given | None,
    traits: Mapping[str, str | None] | None,
    units: Mapping[str, Unit | str] | None,
    indices: Mapping[str, Quantity] | None,
    period: str | None,
    days: Days,
    extended: bool,
    recipients: Mapping[str, str] | None,
) -> Columns:
    """The columns that a standard needs of a frame.

    Raises:
        KesosError: One is missing, doubled, or of a kind in which nothing is counted; one is for what there is not.
    """
    frame.check_text(hazard, "hazard")
    if period is not None:
        frame.check_day(period, "period")
    elif _is_dated(standard):
        raise FrameError("column_needed.period", field="period", standard=standard.code)
    given = dict(checks.mapping({} if counts is None else counts, "counts"))
    needed = dict.fromkeys(item.per for item in standard.granted if item.per != "event" and not item.unspecified)
    given.setdefault("person", people if "person" in needed or frame.counts(people) else None)
    given.setdefault("family", families or ("families" if "family" in needed else None))
    found = {code: cells_of(code, given, frame, standard) for code in dict.fromkeys((*needed, *given))}
    return Columns(
        hazard=hazard,
        period=period,
        counts={code: cells for code, cells in found.items() if code in needed or cells != (((), None),)},
        units=_units(standard, {} if units is None else checks.mapping(units, "units")),
        traits=_traits(frame, standard, {} if traits is None else checks.mapping(traits, "traits")),
        indices={} if indices is None else brought_indices(indices, standard.indices),
        days=_days(frame, standard, days),
        extended=checks.flag(extended, "extended"),
        recipients=recipients_of(frame, standard, recipients),
        frame=frame,
    )


def _is_dated(standard: AidStandard) -> bool:
    """Whether a rate hangs on the date."""
    dated = standard.dated_tests - {"day"}
    return any(
        any(name in dated for name, _ in row.tests)
        or any(
            standard.index(code).given is None and any(dict(each.row.tests) for each in standard.index(code).values)
            for code in row.indices
        )
        for item in standard.granted
        for row in item.rates
    )


def _traits(frame: Frame, standard: AidStandard, given: Mapping[str, str | None]) -> dict[str, str | None]:
    needed = [axis.code for axis in standard.axes if axis.of == "event" and axis.code in standard.needs()]
    for code in given:
        checks.choice(code, "traits", [axis.code for axis in standard.axes if axis.of == "event"])
    columns = {code: given.get(code, code) if code in given else code for code in needed}
    for code, name in columns.items():
        if name is not None:
            frame.check_text(name, f"traits.{code}")
    return columns


def _units(standard: AidStandard, given: Mapping[str, Unit | str]) -> dict[str, Unit]:
    """The units in which the caller has measured; each goes together with its count's own."""
    own = {count.code: count.unit for count in standard.counts if count.unit is not None}
    units: dict[str, Unit] = {}
    for code, unit in given.items():
        measured = own[checks.choice(code, "units", tuple(own))]
        units[code] = Unit.of(unit, f"units.{code}")
        if units[code].base != measured.base:
            raise mismatch(measured, units[code], field=f"units.{code}")
    return units


def _days(frame: Frame, standard: AidStandard, days: Days) -> Any:
    if isinstance(days, Mapping):
        takes = [item.code for item in standard.granted if item.needs_days]
        for code in days:
            checks.choice(code, "days", takes)
        return {code: _days_of_one(frame, each, f"days.{code}") for code, each in days.items()}
    return None if days is None else _days_of_one(frame, days, "days")


def _days_of_one(frame: Frame, days: int | str, field: str) -> int | str:
    """A number, an end by name, or a column."""
    if isinstance(days, str):
        if days not in ENDS:
            frame.check_count(days, field)
        return days
    return checks.count(days, field)


__all__ = ["ENDS", "Columns", "Days", "find_columns"]
