"""Day by day: what events need, what is in stock for it, and the first day on which it is not enough.

Rules of ours: an event is owed from the first day of its period on, one day's aid a day; what is given once is given on
that first day; what expires first goes first; on a day that lacks something what there is is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import attrs

from kesos import _checks as checks
from kesos.errors import InvalidValueError
from kesos.events import DisasterEvent
from kesos.planning._asked import Asked, events_of, stock_of
from kesos.planning._cover import bounds
from kesos.planning._days import HEAD, DayNeed, StockDay, needed_by_day, no_place
from kesos.planning._lots import Lot, Movement
from kesos.planning._needs import Needs, all_needs, there_of, uncounted
from kesos.planning._shelf import take
from kesos.planning._stock import Stock
from kesos.records import Plain
from kesos.relief import Refusal, Unknown
from kesos.standards import AidStandard, Item
from kesos.standards._axes import Indices
from kesos.standards._saying import say
from kesos.values import Decision, Quantity, TableView
from kesos.values._display import Tabled
from kesos.values._texts import check_language
from kesos.words import counted


def _arrivals(arrivals: Iterable[Movement]) -> tuple[Movement, ...]:
    given = checks.items(arrivals, "arrivals", Movement)
    for at, movement in enumerate(given):
        if movement.way == "out":
            raise InvalidValueError("not_used.coming_in", field=f"arrivals[{at}]", value=movement.reference)
    return given


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Calendar(Tabled, Asked):
    """What events need day by day, and the course of the stock.

    Args:
        events: The events.
        stock: The stock before the first day.
        arrivals: What will come in.

    Attributes:
        needs: What all events together need of each item on each day, as far as it is known.
        course: What becomes of each counted item on each day on which anything does, in the order of the days.
        fails: For each item that fails, the first day on which there is not enough.
        unknown: The items whose course cannot be said, since they were not counted in the stock; and the items of which
            it is not known how much an event needs, so that their course holds the needs that are known.
        left_out: The events whose needs have no place in the calendar, and why; the course goes on without them.
    """

    events: tuple[DisasterEvent, ...] = attrs.field(converter=events_of)
    stock: Stock = attrs.field(converter=stock_of)
    arrivals: tuple[Movement, ...] = attrs.field(default=(), converter=_arrivals)
    needs: tuple[DayNeed, ...] = attrs.field(init=False, eq=False)
    course: tuple[StockDay, ...] = attrs.field(init=False, eq=False)
    fails: tuple[tuple[str, date], ...] = attrs.field(init=False, eq=False)
    unknown: tuple[Unknown, ...] = attrs.field(init=False, eq=False)
    left_out: tuple[Refusal, ...] = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        planned = self.planned
        there = there_of(self.stock, planned)
        self.stock.after(*self.arrivals)  # numbers that moved before, and items that were not counted, are errors now
        of_each, left_out = all_needs(self.events, self, planned)
        placed: list[Needs] = []
        for needs in of_each:
            error = no_place(needs)
            if error is None:
                placed.append(needs)
            else:
                left_out.append(Refusal(row=needs.row, event=needs.event, error=error))
        needed = needed_by_day(placed, planned)
        courses = [
            each
            for item in planned
            if item.code in there
            for each in self._course(item, {day: amount for (day, code), amount in needed.items() if code == item.code})
        ]
        courses.sort(key=lambda each: each.day)
        fails: dict[str, date] = {}
        for each in courses:
            if each.short:
                fails.setdefault(each.code, each.day)
        by_code = {item.code: item for item in planned}
        missing = [uncounted(item) for item in planned if item.code not in there]
        fill = object.__setattr__.__get__(self)
        fill(
            "needs",
            tuple(
                DayNeed(day=date.fromordinal(day), item=by_code[code], quantity=_base(by_code[code]) * amount)
                for (day, code), amount in sorted(needed.items(), key=lambda each: each[0][0])
            ),
        )
        fill("course", tuple(courses))
        fill("fails", tuple(fails.items()))
        unknown = {each.code: each for needs in placed for each in needs.unknown}
        fill("unknown", tuple({**unknown, **{each.code: each for each in missing}}.values()))
        fill("left_out", tuple(sorted(left_out, key=lambda each: int(each.row))))

    def _course(self, item: Item, needed: dict[int, int]) -> Iterator[StockDay]:
        """One item from the first day on which anything happens to the last."""
        lots = [lot for lot in self.stock.lots if lot.item == item.code]
        coming = [movement for movement in self.arrivals if movement.item == item.code]
        ends = [lot.expires for lot in (*lots, *(each.lot for each in coming)) if lot.expires is not None]
        after = (end.toordinal() + 1 for end in ends if end < date.max)
        days = {*needed, *(each.on.toordinal() for each in coming), *after}
        nothing = _base(item) * 0
        for number in sorted(days):
            day = date.fromordinal(number)
            came = [movement.lot for movement in coming if movement.on == day]
            lots += came
            expired = sum((lot.quantity for lot in lots if not lot.good_on(day)), nothing)
            lots = [lot for lot in lots if lot.good_on(day)]
            if not came and not expired.amount and number not in needed:
                continue  # a day on which something would expire that is gone by then
            need = _base(item) * needed.get(number, 0)
            given = min(need, _sum(lots, nothing))
            lots = take(lots, given, on=day)
            yield StockDay(
                day=day,
                item=item,
                came=_sum(came, nothing),
                expired=expired,
                needed=need,
                given=given,
                left=_sum(lots, nothing),
            )

    @property
    def first_failure(self) -> tuple[str, date] | None:
        """The first item and day of which there is not enough; None where there is enough for all that is known."""
        return self.fails[0] if self.fails else None

    def table(self, language: str = "id") -> TableView:
        """The course of the stock day by day, in "id" or "en"; below, what fails when, and what is not known."""
        check_language(language)
        return TableView(
            caption=say("planning.calendar", language),
            header=tuple(word.say(language) for word in HEAD),
            rows=tuple(each.row(language) for each in self.course),
            notes=(
                *self.explain(language),
                *(f"{each.item.name.say(language)}: {each.say(language)}" for each in self.unknown),
                *(each.say(language) for each in self.left_out),
                *bounds(self.planned, language),
                *self.standard.head(language),
            ),
            numbers=range(2, len(HEAD)),
        )

    def explain(self, language: str = "id") -> tuple[str, ...]:
        """When each item fails, or that it does not, in a sentence each."""
        fails = dict(self.fails)
        items = dict.fromkeys(each.item for each in self.course)
        return tuple(
            say("planning.calendar.fails", language, item=item.name, day=fails[item.code])
            if item.code in fails
            else say("planning.calendar.lasts", language, item=item.name)
            for item in items
        )

    def record(self) -> Plain:
        """Plain values to keep or to show: under `asked` what `to_dict` gives, beside it the needs and the course."""
        return {
            "asked": self.to_dict(),
            "needs": [each.record() for each in self.needs],
            "course": [each.record() for each in self.course],
            "fails": {code: day.isoformat() for code, day in self.fails},
            "unknown": [each.code for each in self.unknown],
            "left_out": [each.row for each in self.left_out],
        }

    def __repr__(self) -> str:
        fails = ", ".join(f"{code} fails on {day}" for code, day in self.fails) or "nothing fails"
        return f"<Calendar of {counted(len(self.events), 'event')}: {fails}>"


def _base(item: Item) -> Quantity:
    return Quantity(1, item.unit.base)


def _sum(lots: Iterable[Lot], nothing: Quantity) -> Quantity:
    return sum((lot.quantity for lot in lots), nothing)


def plan_days(
    events: Iterable[DisasterEvent],
    standard: AidStandard,
    stock: Stock,
    *,
    arrivals: Iterable[Movement] = (),
    extended: bool = False,
    most: int | None = None,
    items: Iterable[str] = (),
    decision: Decision | None = None,
    indices: Indices | None = None,
) -> Calendar:
    """What events need day by day, the course of the stock, and the first day on which it is not enough.

    That an event is owed one day's aid a day from the first day of its period on, for as many days as its window has,
    is a rule of ours.

    Args:
        events: The events. One that is known to the month only has no place in a calendar.
        standard: The standard.
        stock: What there is before the first day.
        arrivals: What will come in, each on its day.
        extended: Whether days go on into the extension of windows that have one.
        most: No more days than so many [day]; needed where the source of an item gives no number of days.
        items: The items to plan; left out, all that the standard grants without choosing recipients.
        decision: The decision in whose name `most` lies beyond a window.
        indices: As for `entitle`.

    Raises:
        InvalidValueError: An argument of the wrong type; an arrival whose number has moved already.
        UnknownValueError: Something comes in that was not counted.
        UnitError: The stock has an item in a unit that does not go together with the standard's.

    >>> from kesos.standards import PEDUM_2003
    >>> flood = DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", people=860)
    >>> plan = plan_days([flood], PEDUM_2003, Stock({"rice": Quantity(1, "t")}), items=["rice"])
    >>> plan.first_failure
    ('rice', datetime.date(2017, 2, 27))
    >>> [str(each.left) for each in plan.course[:3]]
    ['656 kg', '312 kg', '0 g']
    """
    return Calendar(
        events=events,
        standard=standard,
        stock=stock,
        arrivals=arrivals,
        extended=extended,
        most=most,
        items=items,
        decision=decision,
        indices=indices,
    )


__all__ = ["Calendar", "plan_days"]
