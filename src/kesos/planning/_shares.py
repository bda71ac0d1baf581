"""What one event gets out of a stock that is shared."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import attrs

from kesos import _checks as checks
from kesos.events import DisasterEvent
from kesos.planning._cover import say_minimum
from kesos.planning._ladders import Part
from kesos.planning._needs import Needs
from kesos.records import Plain, to_plain
from kesos.relief import ItemMapping, Unknown, Unspecified
from kesos.relief._answers import AID, QUANTITY, show_amounts
from kesos.standards import Item
from kesos.standards._saying import say
from kesos.values import Quantity, TableView
from kesos.values._display import UNKNOWN, UNSPECIFIED, unsaid
from kesos.values._texts import check_language


def _given(given: object) -> tuple[tuple[Item, Quantity], ...]:
    return tuple(
        (checks.instance(item, f"given[{at}]", Item), checks.instance(quantity, f"given[{at}]", Quantity))
        for at, (item, quantity) in enumerate(checks.pairs(given, "given"))
    )


def _lacking(codes: object) -> tuple[str, ...]:
    return checks.each(checks.slug, codes, "lacking")


def _unknown(unknown: object) -> tuple[Unknown, ...]:
    return checks.items(unknown, "unknown", Unknown)


def _unspecified(unspecified: object) -> tuple[Unspecified, ...]:
    return checks.items(unspecified, "unspecified", Unspecified)


@attrs.frozen(kw_only=True, repr=False)
class Share(ItemMapping[Quantity]):
    """What one event gets: a mapping from item to quantity.

    Args:
        event: The event.
        days: For how many days; None where nothing that it is owed by the day can be given.
        minimum: The least days that the standard gives; None where it gives none.
        meets_minimum: Whether what is owed for these is given. None where there is no minimum, and where all that is
            known of it is given, but something is not known.
        given: Each item with what is given of it.
        lacking: The items that are given once and of which there was not enough.
        unknown: The items of which nothing can be said, and why; the days do not rest on them.
        unspecified: The items whose number the standard leaves blank.
    """

    event: DisasterEvent
    days: int | None
    minimum: int | None
    meets_minimum: bool | None
    given: tuple[tuple[Item, Quantity], ...] = attrs.field(converter=_given)
    lacking: tuple[str, ...] = attrs.field(default=(), converter=_lacking)
    unknown: tuple[Unknown, ...] = attrs.field(default=(), converter=_unknown)  # pyright: ignore[reportIncompatibleMethodOverride]  # a field is read like a property
    unspecified: tuple[Unspecified, ...] = attrs.field(default=(), converter=_unspecified)  # pyright: ignore[reportIncompatibleMethodOverride]  # a field is read like a property

    def __attrs_post_init__(self) -> None:
        checks.instance(self.event, "event", DisasterEvent)
        checks.known_count(self.days, "days")
        checks.known_count(self.minimum, "minimum")
        checks.known_flag(self.meets_minimum, "meets_minimum")

    @cached_property
    def _amounts(self) -> Mapping[str, Quantity]:  # pyright: ignore[reportIncompatibleMethodOverride]  # it is read like a property
        return {item.code: quantity for item, quantity in self.given}

    def say_days(self, language: str) -> str:
        """For how many days."""
        return UNKNOWN.say(language) if self.days is None else Quantity(self.days, "day").say(language)

    def say_amount(self, code: str, language: str) -> str:
        """How much of an item; nothing where the event is owed none of it."""
        if code in self:
            return self[code].say(language)
        return unsaid(UNKNOWN, language) if code in {each.code for each in self.unknown} else ""

    def explain(self, language: str = "id") -> str:
        """What the event gets, for how many days, and whether that is the least that the standard gives."""
        return self.table(language).plain()

    def table(self, language: str = "id") -> TableView:
        """What is given, in "id" or "en"; below, what that means for the least days, and what is not known."""
        check_language(language)
        rows = [(item.name.say(language), quantity.say(language)) for item, quantity in self.given]
        rows += [(each.item.name.say(language), unsaid(UNKNOWN, language)) for each in self.unknown]
        rows += [(each.item.name.say(language), unsaid(UNSPECIFIED, language)) for each in self.unspecified]
        notes = [] if self.days is None else [say_minimum(self.meets_minimum, self.minimum, language)]
        notes += [f"{each.item.name.say(language)}: {each.say(language)}" for each in self.unknown]
        names = [item.name for item, _ in self.given if item.code in self.lacking]
        notes += [say("planning.lacking", language, items=names)] if names else []
        return TableView(
            caption=f"{self.event.say(language)} — {self.say_days(language)}",
            header=(AID.say(language), QUANTITY.say(language)),
            rows=tuple(rows),
            notes=tuple(notes),
            numbers=(1,),
        )

    def record(self) -> Plain:
        """What is given, as plain values."""
        return {
            "event": self.event.to_dict(),
            "days": self.days,
            "meets_minimum": self.meets_minimum,
            "given": to_plain(dict(self)),
            "lacking": list(self.lacking),
            "unknown": [each.code for each in self.unknown],
            "unspecified": [each.code for each in self.unspecified],
        }

    def __repr__(self) -> str:
        unknown = f"; not known: {', '.join(each.code for each in self.unknown)}" if self.unknown else ""
        return f"<Share {self.event.place}, {self.days} days: {show_amounts(self)}{unknown}>"


def share_of_needs(needs: Needs, days: int | None, once: tuple[tuple[Part, bool], ...]) -> Share:
    """What an event gets for so many days, with what it gets once."""
    daily = () if needs.daily is None or days is None else needs.daily.parts
    minimum = None if needs.daily is None else needs.daily.minimum
    given = [(part.item, _quantity(part, days or 0)) for part in daily]
    given += [(part.item, _quantity(part, 1 if whole else 0)) for part, whole in once]
    return Share(
        event=needs.event,
        days=days,
        minimum=minimum,
        meets_minimum=_meets(daily, days or 0, minimum, needs),
        given=tuple(given),
        lacking=tuple(part.item.code for part, whole in once if not whole),
        unknown=needs.unknown,
        unspecified=needs.blanks,
    )


def _meets(daily: tuple[Part, ...], days: int, minimum: int | None, needs: Needs) -> bool | None:
    """Whether as much is given as the least days are owed: packs that are rounded down may hold less."""
    if minimum is None:
        return None
    if any(part.by(days) < part.owed(minimum) for part in daily):
        return False
    return None if needs.unknown else True


def _quantity(part: Part, days: int) -> Quantity:
    return Quantity(1, part.item.unit.base) * part.by(days)


__all__ = ["Share", "share_of_needs"]
