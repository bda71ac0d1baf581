"""For how many days money pays, at prices that the caller gives: what a line of a budget covers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import partial
from math import ceil

import attrs

from kesos.budgets import BudgetLine
from kesos.errors import UnknownValueError
from kesos.events import DisasterEvent
from kesos.planning._asked import Asked, events_of
from kesos.planning._cover import bounds, say_minimum
from kesos.planning._ladders import most_days
from kesos.planning._needs import Needs, all_needs
from kesos.prices import Price, Prices, as_money, price_of, price_pairs
from kesos.records import Plain, to_plain
from kesos.relief import Refusal
from kesos.standards import AidStandard
from kesos.standards._axes import Indices
from kesos.standards._saying import say
from kesos.values import Decision, Quantity, TableView, Text, Unit
from kesos.values._display import Tabled
from kesos.values._quantities import mismatch
from kesos.values._texts import check_language
from kesos.words import counted

_HEAD = Text("Hari", "Days"), Text("Biaya", "Cost"), Text("Sisa", "Left")


def money_left(money: Quantity | BudgetLine) -> Quantity:
    """An amount of money; of a budget line what is left of its ceiling, at the least where that is known as a range.

    Raises:
        UnknownValueError: The ceiling, or what was realised of it, is not known.
    """
    if isinstance(money, BudgetLine):
        for field in ("ceiling", "realized"):
            if getattr(money, field) is None:
                raise UnknownValueError("unknown_value", field=field)
        assert money.ceiling is not None and money.realized is not None  # noqa: PT018  # both were just looked at
        return money.ceiling - money.realized.maximum
    return as_money(money, "money")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Affordable(Tabled, Asked):
    """For how many whole days, the same for all, money pays for what some events are owed.

    Args:
        events: The events.
        money: How much there is.
        prices: What each item costs; money that is owed costs itself.

    Attributes:
        days: For how many days, each event up to the end of its own window; None where all is given once.
        cost: What they cost, what is given once among it; a part of the smallest coin is rounded up. Where all is given
            once, what that costs, or nothing where the money is not enough for all of it.
        full: What the whole time costs.
        minimum: The least days that the standard gives any of the events; None where it gives none.
        unspecified: The codes of the items whose number the standard leaves blank; they are in no cost.
        left_out: The events of which nothing can be said, and why.
    """

    events: tuple[DisasterEvent, ...] = attrs.field(converter=events_of)
    money: Quantity = attrs.field(converter=money_left)
    prices: tuple[tuple[str, Price], ...] = attrs.field(default=(), converter=price_pairs)
    days: int | None = attrs.field(init=False, eq=False)
    cost: Quantity = attrs.field(init=False, eq=False)
    full: Quantity = attrs.field(init=False, eq=False)
    minimum: int | None = attrs.field(init=False, eq=False)
    unspecified: tuple[str, ...] = attrs.field(init=False, eq=False)
    left_out: tuple[Refusal, ...] = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        needs, left_out = all_needs(self.events, self, self.planned)
        for each in needs:
            for unknown in each.unknown:
                raise unknown.refusal()
        daily = [each.daily for each in needs if each.daily is not None]
        paid = partial(self._paid, needs, self._worth(needs))
        cap = max((ladder.cap for each in needs for ladder in each.ladders), default=0)
        least = [ladder.minimum for ladder in daily if ladder.minimum is not None]
        days = most_days(lambda days: paid(days) <= self.money.amount, cap, all(each.rises for each in daily))
        fill = object.__setattr__.__get__(self)
        fill("days", days if daily or not cap else None)
        fill("cost", attrs.evolve(self.money, amount=ceil(paid(days))))
        fill("full", attrs.evolve(self.money, amount=ceil(paid(cap))))
        fill("minimum", max(least) if least else None)
        fill("unspecified", tuple(dict.fromkeys(blank.code for each in needs for blank in each.blanks)))
        fill("left_out", tuple(left_out))

    def _worth(self, needs: Iterable[Needs]) -> dict[str, Fraction]:
        """What one base unit of each item costs, in the smallest part of the currency.

        Raises:
            UnknownValueError: An item has no price.
            UnitError: A price is in another currency, or for something of another kind.
        """
        given, worth = dict(self.prices), dict[str, Fraction]()
        items = {part.item.code: part.item for each in needs for ladder in each.ladders for part in ladder.parts}
        for item in items.values():
            one = Quantity(1, item.unit.base)
            price = price_of(item.code, one, given)
            if price is None:
                raise UnknownValueError("price_unknown", field=item.code)
            if price.amount.unit.base != self.money.unit.base:
                found, unit = (Unit.of(each.unit.base) for each in (price.amount, self.money))
                raise mismatch(unit, found, field=f"prices.{item.code}")
            worth[item.code] = price.of(one)
        return worth

    @staticmethod
    def _paid(needs: Iterable[Needs], worth: Mapping[str, Fraction], days: int) -> Fraction:
        """What so many days cost, exactly: rounding comes last."""
        sums: dict[str, int] = {}
        for each in needs:
            for ladder in each.ladders:
                for part in ladder.parts:
                    sums[part.item.code] = sums.get(part.item.code, 0) + part.by(days)
        return sum((worth[code] * amount for code, amount in sums.items()), Fraction(0))

    @property
    def left(self) -> Quantity:
        """What is left of the money."""
        return self.money - self.cost

    @property
    def short(self) -> Quantity:
        """What is missing for the whole time; nothing where there is enough."""
        return max(self.full - self.money, self.money * 0)

    @property
    def meets_minimum(self) -> bool | None:
        """Whether the days are at least those that the standard gives; None where it gives none."""
        return None if self.minimum is None or self.days is None else self.days >= self.minimum

    def say(self, language: str) -> str:
        """For how many days, at what cost, and what is missing for the whole time."""
        check_language(language)
        short = say("planning.budget.short", language, full=self.full, short=self.short)
        enough = short if self.short else say("planning.enough", language)
        if self.days is None:
            return enough
        days = Quantity(self.days, "day")
        covers = say("planning.budget.covers", language, money=self.money, days=days, cost=self.cost)
        return " ".join((covers, enough, say_minimum(self.meets_minimum, self.minimum, language)))

    def table(self, language: str = "id") -> TableView:
        """Days, cost and what is left, in "id" or "en"; below, the prices, and what could not be counted."""
        check_language(language)
        name = {item.code: item.name for item in self.standard.items}
        prices = [f"{name[code].say(language)}: {price.say(language)}" for code, price in self.prices if code in name]
        blank = [name[code] for code in self.unspecified]
        return TableView(
            caption=self.say(language),
            header=tuple(word.say(language) for word in _HEAD),
            rows=((self._days(language), self.cost.say(language), self.left.say(language)),),
            notes=(
                *prices,
                *([say("planning.cost.part", language, items=blank)] if blank else []),
                say("planning.ours.days", language),
                *bounds(self.planned, language),
                *(each.say(language) for each in self.left_out),
                *self.standard.head(language),
            ),
            numbers=(0, 1, 2),
        )

    def _days(self, language: str) -> str:
        return "" if self.days is None else Quantity(self.days, "day").say(language)

    def record(self) -> Plain:
        """Plain values to keep or to show: under `asked` what `to_dict` gives, beside it what came out."""
        return {
            "asked": self.to_dict(),
            "days": self.days,
            "cost": to_plain(self.cost),
            "full": to_plain(self.full),
            "meets_minimum": self.meets_minimum,
            "left_out": [each.row for each in self.left_out],
        }

    def __repr__(self) -> str:
        left_out = f", {len(self.left_out)} left out" if self.left_out else ""
        events = counted(len(self.events), "event")
        lasting = "" if self.days is None else f" {self.days} days"
        return f"<Affordable{lasting} for {events}{left_out}: {self.cost.say('en')}>"


def days_affordable(
    events: Iterable[DisasterEvent],
    standard: AidStandard,
    money: Quantity | BudgetLine,
    *,
    prices: Prices = (),
    extended: bool = False,
    most: int | None = None,
    items: Iterable[str] = (),
    decision: Decision | None = None,
    indices: Indices | None = None,
) -> Affordable:
    """For how many whole days, the same for all events, money pays for all that a standard owes them.

    The same days for all, each event up to the end of its own window, and what is given once paid with the first of
    them: these are rules of ours.

    Args:
        events: The events; one that gets no answer is named in `left_out`.
        standard: The standard.
        money: An amount, or a line of a budget: what is left of its ceiling, at the least.
        prices: What each item costs, by code.
        extended: Whether days go on into the extension of windows that have one.
        most: No more days than so many [day]; needed where the source of an item gives no number of days.
        items: The items to pay for; left out, all that the standard grants without choosing recipients.
        decision: The decision in whose name `most` lies beyond a window.
        indices: As for `entitle`.

    Raises:
        UnknownValueError: A price, or how much of an item is owed, is not known: leave the item out of `items` to ask
            about the others. The ceiling of the budget line, or what was realised of it, is not known.
        UnitError: A price is in another currency than the money.
        DurationError: The source of an item gives no number of days.

    >>> from kesos.prices import Price
    >>> from kesos.standards import PEDUM_2003
    >>> flood = DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", people=860)
    >>> line = BudgetLine(name="Bantuan bencana", ceiling=100_000_000, realized=40_000_000)
    >>> price = Price(Quantity(12_500, "IDR"), Quantity(1, "kg"))
    >>> paid = days_affordable([flood], PEDUM_2003, line, prices={"rice": price})
    >>> paid.days, str(paid.cost), str(paid.short)
    (6, 'Rp56.760.000', 'Rp6.220.000')
    """
    return Affordable(
        events=events,
        standard=standard,
        money=money,
        prices=prices,
        extended=extended,
        most=most,
        items=items,
        decision=decision,
        indices=indices,
    )


__all__ = ["Affordable", "days_affordable", "money_left"]
