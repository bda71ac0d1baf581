"""One stock for several events: who gets how much for how many days, and what is left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from typing import cast

import attrs
from attrs.converters import optional

from kesos import _checks as checks
from kesos.events import DisasterEvent
from kesos.planning._asked import Asked, events_of, stock_of
from kesos.planning._cover import bounds
from kesos.planning._expiry import Amounts, cut, expired, good_from, say_expired, what_is_left
from kesos.planning._ladders import Part
from kesos.planning._lots import Movement, up
from kesos.planning._needs import all_needs, first_day, there_of, uncounted
from kesos.planning._policies import POLICIES, SAID, Policy
from kesos.planning._shares import Share
from kesos.planning._sharing import counted_needs, in_whole_packs, share_out, with_opened_packs
from kesos.planning._stock import Stock
from kesos.records import Plain, to_plain
from kesos.relief import Refusal, Unknown
from kesos.relief._grounds import rows_alike
from kesos.standards import AidStandard
from kesos.standards._axes import Indices
from kesos.standards._items import names_of
from kesos.standards._saying import say
from kesos.values import Decision, Rounding, TableView, Text
from kesos.values._days import plain_date
from kesos.values._display import Tabled
from kesos.values._texts import check_language
from kesos.words import counted

_EVENT, _DAYS, _LEFT = Text("Kejadian", "Event"), Text("Hari", "Days"), Text("Sisa persediaan", "Left in stock")


def _policy(policy: Policy) -> Policy:
    return cast(Policy, checks.choice(policy, "policy", POLICIES))


def _packs(packs: Rounding) -> Rounding:
    up(packs)
    return packs


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Allocation(Tabled, Asked):
    """What each of several events gets out of one stock. What is given and what is left add up to what there was.

    Args:
        events: The events.
        stock: The stock.
        policy: The rule by which it is shared.
        packs: Whether only whole packs are given, and in which direction the rest of one is rounded; None where the
            exact amount is given.

    Attributes:
        shares: What each event gets, in the order of the events, but for those in `left_out`.
        left_out: The events of which nothing can be said, and why.
        left: What is left in the stock, with what has expired meanwhile.
        expired: What of each item is not shared, since it expires before the day on which it would be handed out.
        unknown: The items that could not be given, since they were not counted in the stock.
    """

    events: tuple[DisasterEvent, ...] = attrs.field(converter=events_of)
    stock: Stock = attrs.field(converter=stock_of)
    policy: Policy = attrs.field(converter=_policy)
    packs: Rounding | None = attrs.field(default=None, converter=optional(_packs))
    shares: tuple[Share, ...] = attrs.field(init=False, eq=False)
    left_out: tuple[Refusal, ...] = attrs.field(init=False, eq=False)
    left: Stock = attrs.field(init=False, eq=False)
    expired: Amounts = attrs.field(init=False, eq=False)
    unknown: tuple[Unknown, ...] = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        planned = self.planned
        there = there_of(self.stock, planned)
        usable = self.stock if self.packs is None else in_whole_packs(self.stock)
        first = min(map(first_day, self.events), default=date.max.toordinal())
        good = good_from(usable, there, first)
        needs, left_out = all_needs(self.events, self, planned)
        missing = {item.code: uncounted(item) for item in planned if item.code not in there}
        of_each = [counted_needs(each, missing, lambda part: cut(self._packed(part), good)) for each in needs]
        shares, given = share_out(of_each, self.policy, good)
        left = what_is_left(usable, given, first)
        fill = object.__setattr__.__get__(self)
        fill("shares", tuple(shares))
        fill("left_out", tuple(left_out))
        fill("left", left if self.packs is None else with_opened_packs(left, self.stock))
        fill("expired", expired(self.stock, (part for each in of_each for part in each.parts), first))
        owed = {each.code for share in shares for each in share.unknown}
        fill("unknown", tuple(each for code, each in missing.items() if code in owed))

    def _packed(self, part: Part) -> Part:
        pack = None if self.packs is None else self.stock.pack(part.item.code)
        return part if pack is None else part._replace(pack=pack.size.amount, up=up(self.packs))

    @property
    def alike(self) -> tuple[tuple[int, ...], ...]:
        """Where equal events stand in the list: such a one gets a share more than once."""
        return tuple(rows_alike(self.events))

    def movements(self, reference: str, *, on: date | str) -> tuple[Movement, ...]:
        """What goes out for the shares, each movement under a number of its own: "SPB/1" to "SPB/3" for three.

        A stock takes each number once, so that nothing of a plan is handed out twice.

        Args:
            reference: What the numbers begin with.
            on: The day.
        """
        begin, day = checks.text(reference, "reference"), plain_date(on, "on")
        given = ((share, code, quantity) for share in self.shares for code, quantity in share.items() if quantity)
        out = partial(Movement, way="out", on=day)
        return tuple(
            out(reference=f"{begin}/{number}", item=code, quantity=quantity, whom=str(share.event.place))
            for number, (share, code, quantity) in enumerate(given, start=1)
        )

    def table(self, language: str = "id") -> TableView:
        """A row for each event and one for what is left, in "id" or "en"; below it the rule, and what is not known."""
        check_language(language)
        items = [item for item in self.planned if any(item.code in share for share in self.shares)]
        rows = [
            (
                share.event.say(language),
                "" if share.days is None else share.say_days(language),
                *(share.say_amount(item.code, language) for item in items),
            )
            for share in self.shares
        ]
        return TableView(
            caption=say("planning.allocation", language, policy=SAID[self.policy]),
            header=(_EVENT.say(language), _DAYS.say(language), *(item.name.say(language) for item in items)),
            rows=(*rows, (_LEFT.say(language), "", *(self.left[item.code].say(language) for item in items))),
            notes=(*self._notes(language), *bounds(items, language), *self.standard.head(language)),
            numbers=range(1, len(items) + 2),
            totals=(len(rows),),
        )

    def _notes(self, language: str) -> Iterator[str]:
        yield say("planning.ours.policy", language)
        if self.packs is not None:
            yield say("planning.packs.up" if up(self.packs) else "planning.packs.down", language)
        short = [str(share.event.place) for share in self.shares if share.meets_minimum is False]
        if short:
            yield say("planning.short", language, places=short)
        for share in self.shares:
            if share.lacking:
                names = [self.standard.item(code).name for code in share.lacking]
                yield say("planning.lacking.at", language, place=share.event.place, items=names)
        yield from say_expired(self.expired, names_of(self.planned), language)
        for each in self.unknown:
            yield f"{each.item.name.say(language)}: {each.say(language)}"
        yield from (each.say(language) for each in self.left_out)
        if self.alike:
            yield say("total.alike", language, rows="; ".join(", ".join(map(str, rows)) for rows in self.alike))

    def record(self) -> Plain:
        """Plain values to keep or to show: under `asked` what `to_dict` gives, beside it shares and what is left."""
        return {
            "asked": self.to_dict(),
            "shares": [share.record() for share in self.shares],
            "left_out": [each.row for each in self.left_out],
            "left": to_plain(dict(self.left)),
            **({"expired": to_plain(dict(self.expired))} if self.expired else {}),
        }

    def __repr__(self) -> str:
        left_out = f", {len(self.left_out)} left out" if self.left_out else ""
        return f"<Allocation {self.policy}: {counted(len(self.shares), 'share')}{left_out}>"


def allocate(
    events: Iterable[DisasterEvent],
    standard: AidStandard,
    stock: Stock,
    *,
    policy: Policy,
    packs: Rounding | None = None,
    extended: bool = False,
    most: int | None = None,
    items: Iterable[str] = (),
    decision: Decision | None = None,
    indices: Indices | None = None,
) -> Allocation:
    """Shares one stock among several events; nothing is promised twice, and what is left is left.

    No standard says who comes first. The policies are rules of ours, for people to choose from:

    - `equal_days`: the same whole days for all, each up to the end of its own window, and no day more unless all that
      have not come to their end can have it. The order of the events does not matter.
    - `in_order`: the events in the order in which they are given, each for as many days as there is enough for.
    - `minimum_first`: in that order up to the least days that the standard gives; then, in that order, further.

    Each is maximal: no further day that it allows would have fitted. A day is whole: all that is owed by the day is
    given for it, or none. What is given once is given whole or not at all, each item by itself, by the same policy.

    Args:
        events: The events. One that is there twice gets a share twice, and is named in `alike`.
        standard: The standard.
        stock: What there is. What has expired before the day on which it would be handed out is not shared, a day's aid
            being handed out on that day, from the first day of an event's period on.
        policy: The rule.
        packs: Give whole packs only, the rest of one rounded up or down for each event and item; items that are not
            packed are given exactly. Left out, everything is.
        extended: Whether days go on into the extension of windows that have one.
        most: No more days than so many [day]; needed where the source of an item gives no number of days.
        items: The items to share; left out, all that the standard grants without choosing recipients.
        decision: The decision in whose name `most` lies beyond a window.
        indices: As for `entitle`.

    Returns:
        The shares. An event that gets no answer is among the `left_out`; an item that was not counted in the stock, or
        of which an event's need is not known, is among the `unknown` of the share, whose days rest on the others.

    Raises:
        InvalidValueError: An argument of the wrong type; an item comes in different packs.
        UnitError: The stock has an item in a unit that does not go together with the standard's.

    >>> from kesos.standards import PEDUM_2003
    >>> from kesos.values import Quantity
    >>> pangkut = DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", people=860)
    >>> panahan = DisasterEvent(hazard="banjir", place="Desa Panahan", period="2017-03-01", people=294)
    >>> stock = Stock({"rice": Quantity(2_000, "kg"), "side_dishes": Quantity(40_000_000, "IDR")})
    >>> plan = allocate([pangkut, panahan], PEDUM_2003, stock, policy="equal_days")
    >>> [(share.days, str(share["rice"])) for share in plan.shares], str(plan.left["rice"])
    ([(4, '1.376 kg'), (4, '470,4 kg')], '153,6 kg')
    """
    return Allocation(
        events=events,
        standard=standard,
        stock=stock,
        policy=policy,
        packs=packs,
        extended=extended,
        most=most,
        items=items,
        decision=decision,
        indices=indices,
    )


__all__ = ["Allocation", "allocate"]
