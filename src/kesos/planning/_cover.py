"""For how many days a stock feeds those whom one event struck, and what runs out first."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from kesos.errors import DurationError
from kesos.events import DisasterEvent
from kesos.planning._asked import Asked, event_of, stock_of
from kesos.planning._expiry import Amounts, cut, expired, good_from, say_expired
from kesos.planning._needs import Needs, first_day, needs_of, there_of, uncounted
from kesos.planning._stock import Stock
from kesos.records import Plain, to_plain
from kesos.relief import Unspecified
from kesos.standards import AidStandard, Item
from kesos.standards._axes import Indices
from kesos.standards._bounds import say_floors
from kesos.standards._items import names_of
from kesos.standards._saying import say
from kesos.values import Decision, Quantity, TableView, Text
from kesos.values._display import UNSPECIFIED, Tabled, unsaid
from kesos.values._texts import check_language

_HEAD = Text("Barang", "Item"), Text("Persediaan", "Stock"), Text("Cukup untuk", "Lasts")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Cover(Tabled, Asked):
    """For how many whole days a stock is enough for one event.

    Args:
        event: The event.
        stock: The stock.

    Attributes:
        days: So many whole days all that is owed by the day is there, and no day more than its window has.
        limits: The items of which there is not enough for one day more, in the standard's order; none where the
            window ends first.
        by_item: For how many days each item lasts by itself.
        lacking: What is given once and is not there whole.
        unspecified: The items whose number the standard leaves blank; the days do not rest on them.
        minimum: The least days that the standard gives; None where it gives none.
        expired: What of each item is not counted, since it expires before the day on which it would be handed out.
    """

    event: DisasterEvent = attrs.field(converter=event_of)
    stock: Stock = attrs.field(converter=stock_of)
    days: int = attrs.field(init=False, eq=False)
    limits: tuple[str, ...] = attrs.field(init=False, eq=False)
    by_item: tuple[tuple[str, int], ...] = attrs.field(init=False, eq=False)
    lacking: tuple[str, ...] = attrs.field(init=False, eq=False)
    unspecified: tuple[Unspecified, ...] = attrs.field(init=False, eq=False)
    minimum: int | None = attrs.field(init=False, eq=False)
    expired: Amounts = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        planned = self.planned
        needs = needs_of(self.event, self, planned)
        there = there_of(self.stock, planned)
        self._refuse_unknown(needs, there)
        good = good_from(self.stock, there, first_day(self.event))
        needs = needs.each_part(lambda part: cut(part, good))
        daily = needs.daily
        if daily is None:
            raise DurationError("takes_no_days", field="items", value=self.items or self.standard.code)
        days = daily.most(good)
        further = daily.parts if days < daily.cap else ()
        fill = object.__setattr__.__get__(self)
        fill("days", days)
        fill("limits", tuple(part.item.code for part in further if not part.fits(days + 1, good)))
        fill("by_item", tuple((part.item.code, daily._replace(parts=(part,)).most(good)) for part in daily.parts))
        fill("lacking", tuple(part.item.code for one in needs.once for part in one.parts if not part.fits(1, good)))
        fill("unspecified", needs.blanks)
        fill("minimum", daily.minimum)
        fill("expired", expired(self.stock, needs.parts, first_day(self.event)))

    def _refuse_unknown(self, needs: Needs, there: dict[str, int]) -> None:
        """The days rest on every item that was asked for: where one is not known, nor are they."""
        items = [part.item for ladder in needs.ladders for part in ladder.parts]
        for unknown in (*needs.unknown, *(uncounted(item) for item in items if item.code not in there)):
            raise unknown.refusal()

    @property
    def limited_by(self) -> str | None:
        """The first item of which there is not enough for one day more; None where the window ends first."""
        return self.limits[0] if self.limits else None

    @property
    def meets_minimum(self) -> bool | None:
        """Whether the days are at least those that the standard gives; None where it gives none."""
        return None if self.minimum is None else self.days >= self.minimum

    def say(self, language: str) -> str:
        """For how many days, what limits them, and whether that is the least that the standard gives."""
        check_language(language)
        said = [say("planning.cover", language, days=Quantity(self.days, "day"))]
        if self.limits:
            names = [self.standard.item(code).name for code in self.limits]
            said.append(say("planning.limited", language, items=names))
        else:
            said.append(say("planning.enough", language))
        said.append(say_minimum(self.meets_minimum, self.minimum, language))
        if self.lacking:
            names = [self.standard.item(code).name for code in self.lacking]
            said.append(say("planning.lacking", language, items=names))
        return " ".join([*said, *say_expired(self.expired, names_of(self.planned), language)])

    def table(self, language: str = "id") -> TableView:
        """For how many days each item lasts by itself, in "id" or "en"."""
        lost = dict(self.expired)
        rows = [
            (
                self.standard.item(code).name.say(language),
                (self.stock[code] - lost.get(code, self.stock[code] * 0)).say(language),
                Quantity(days, "day").say(language),
            )
            for code, days in self.by_item
        ]
        blank = unsaid(UNSPECIFIED, language)
        return TableView(
            caption=self.event.say(language),
            header=tuple(word.say(language) for word in _HEAD),
            rows=(*rows, *((each.item.name.say(language), "", blank) for each in self.unspecified)),
            notes=(
                self.say(language),
                say("planning.ours.days", language),
                *bounds(self.planned, language),
                *self.standard.head(language),
            ),
            numbers=(1, 2),
        )

    def record(self) -> Plain:
        """Plain values to keep or to show: under `asked` what `to_dict` gives, beside it what came out."""
        return {
            "asked": self.to_dict(),
            "days": self.days,
            "limits": list(self.limits),
            "by_item": dict(self.by_item),
            "lacking": list(self.lacking),
            "meets_minimum": self.meets_minimum,
            **({"expired": to_plain(dict(self.expired))} if self.expired else {}),
        }

    def __repr__(self) -> str:
        limits = f", limited by {', '.join(self.limits)}" if self.limits else ""
        return f"<Cover {self.event.hazard.code}, {self.event.place}: {self.days} days{limits}>"


def bounds(items: Iterable[Item], language: str) -> list[str]:
    """Of which items the amounts are ceilings, and of which they are floors."""
    each = tuple(items)
    said = [
        f"{item.name.say(language)}: {say('item.is_ceiling', language)}" for item in each if item.bound == "ceiling"
    ]
    return [*said, *say_floors(each, language)]


def say_minimum(meets: bool | None, minimum: int | None, language: str) -> str:
    """Whether the least that the standard gives is met, in a sentence."""
    if minimum is None:
        return say("planning.minimum.none", language)
    days = Quantity(minimum, "day")
    if meets is None:
        return say("planning.minimum.unknown", language, days=days)
    return say("planning.minimum.met" if meets else "planning.minimum.not_met", language, days=days)


def days_covered(
    event: DisasterEvent,
    standard: AidStandard,
    stock: Stock,
    *,
    extended: bool = False,
    most: int | None = None,
    items: Iterable[str] = (),
    decision: Decision | None = None,
    indices: Indices | None = None,
) -> Cover:
    """For how many whole days a stock is enough for all that a standard owes one event by the day.

    That only whole days count, for all items alike, is a rule of ours. What is given once limits no day; where it is
    not there whole, it is among what is `lacking`.

    Args:
        event: The event.
        standard: The standard.
        stock: What there is. What has expired before the day on which it would be handed out does not count, a day's
            aid being handed out on that day, from the first day of the event's period on.
        extended: Whether days go on into the extension of the window.
        most: No more days than so many [day]; needed where the source of an item gives no number of days.
        items: The items that count; left out, all that the standard grants without choosing recipients.
        decision: The decision in whose name `most` lies beyond the window.
        indices: As for `entitle`.

    Raises:
        UnknownValueError: An item was not counted in the stock, or what is owed of it is not known: its field is what
            is missing. Leave the item out of `items` to ask about the others.
        DurationError: Nothing that is asked about takes days; the source of an item gives no number of days.
        KesosError: As `entitle` does.

    >>> from kesos.standards import PEDUM_2003
    >>> flood = DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", people=860)
    >>> stock = Stock({"rice": Quantity(2_000, "kg"), "side_dishes": Quantity(40_000_000, "IDR")})
    >>> cover = days_covered(flood, PEDUM_2003, stock)
    >>> cover.days, cover.limited_by, cover.meets_minimum
    (5, 'rice', True)
    >>> days_covered(flood, PEDUM_2003, stock, items=["side_dishes"]).days
    7
    """
    return Cover(
        event=event,
        standard=standard,
        stock=stock,
        extended=extended,
        most=most,
        items=items,
        decision=decision,
        indices=indices,
    )


__all__ = ["Cover", "bounds", "days_covered", "say_minimum"]
