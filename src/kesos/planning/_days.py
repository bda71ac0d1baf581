"""What is needed of an item on one day, and what becomes of it in stock on that day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import attrs

from kesos.errors import InvalidValueError, KesosError, UnknownValueError
from kesos.planning._needs import Needs
from kesos.records import Fieldwise, Plain, to_plain
from kesos.standards import Item
from kesos.values import Quantity, Text
from kesos.values import _locales as locales

HEAD = (
    Text("Hari", "Day"),
    Text("Barang", "Item"),
    Text("Masuk", "In"),
    Text("Kedaluwarsa", "Expired"),
    Text("Kebutuhan", "Need"),
    Text("Diberikan", "Given"),
    Text("Kurang", "Short"),
    Text("Sisa", "Left"),
)
"""The head of the table of days."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class _OnDay(Fieldwise):
    """One item on one day."""

    day: date
    item: Item

    @property
    def code(self) -> str:
        """The item's code."""
        return self.item.code


@attrs.frozen(kw_only=True, eq=False, repr=False)
class DayNeed(_OnDay):
    """How much of one item all events together need on one day."""

    quantity: Quantity

    def record(self) -> Plain:
        """The need as plain values."""
        return {"day": self.day.isoformat(), "item": self.code, "quantity": to_plain(self.quantity)}


@attrs.frozen(kw_only=True, eq=False, repr=False)
class StockDay(_OnDay):
    """What becomes of one item in stock on one day.

    Args:
        day: The day.
        item: The item.
        came: What comes in.
        expired: What may not be given any more from this day on.
        needed: What is needed.
        given: What is given.
        left: What is left at the end of the day.
    """

    came: Quantity
    expired: Quantity
    needed: Quantity
    given: Quantity
    left: Quantity

    @property
    def short(self) -> Quantity:
        """What is needed and not there."""
        return self.needed - self.given

    def row(self, language: str) -> tuple[str, ...]:
        """The day as a row of a table."""
        amounts = (self.came, self.expired, self.needed, self.given, self.short, self.left)
        return (
            locales.day(self.day, language),
            self.item.name.say(language),
            *(each.say(language) for each in amounts),
        )

    def record(self) -> Plain:
        """The day as plain values."""
        amounts = ("came", "expired", "needed", "given", "short", "left")
        plain = {name: to_plain(getattr(self, name)) for name in amounts}
        return {"day": self.day.isoformat(), "item": self.code, **plain}


def no_place(needs: Needs) -> KesosError | None:
    """Why the needs of an event have no place in a calendar; None where they have one."""
    period = needs.event.period
    if period.precision not in ("day", "days"):
        return UnknownValueError("day_unknown", field="period", value=period.iso)
    days = max((ladder.cap for ladder in needs.ladders), default=0)
    if period.start.toordinal() + days > date.max.toordinal():
        return InvalidValueError("out_of_range.calendar", field="days", value=days, day=period.start)
    return None


def needed_by_day(placed: Iterable[Needs], planned: Iterable[Item]) -> dict[tuple[int, str], int]:
    """How much of each item all events need on each day, in base units; in the order of the standard's items."""
    needed: dict[tuple[int, str], int] = {}
    order = {item.code: at for at, item in enumerate(planned)}
    for needs in placed:
        first = needs.event.period.start.toordinal()
        for ladder in needs.ladders:
            for part in ladder.parts:
                had = 0
                for day in range(1, part.cap + 1):
                    by = max(had, part.by(day))  # what was given stays given, where more days are owed less
                    key = first + day - 1, part.item.code
                    needed[key] = needed.get(key, 0) + by - had
                    had = by
    return dict(sorted(needed.items(), key=lambda each: (each[0][0], order[each[0][1]])))


__all__ = ["HEAD", "DayNeed", "StockDay", "needed_by_day", "no_place"]
