"""What one event is owed by the end of each day: as `entitle` says it, cut at any day.

Three rules of ours, which no standard gives: a range is planned at its upper end and a ceiling as one; each thing that
is given once is given whole or not at all, by itself; an item with a window of its own goes on until that ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from math import lcm
from typing import Any, NamedTuple

from kesos.errors import DurationError, KesosError, UnknownValueError
from kesos.events import DisasterEvent
from kesos.planning._asked import Asked
from kesos.planning._ladders import Ladder, Part, ladder_of, upper
from kesos.planning._stock import Stock
from kesos.relief import Line, Refusal, Relief, Unknown, Unspecified
from kesos.relief._computation import line_of, window_for
from kesos.relief._entitlement import entitle
from kesos.relief._terms import Owed
from kesos.standards import Days, Item
from kesos.values import Quantity

End = Callable[[Owed], int]
"""Which end of what is owed a plan takes, in base units."""


class Needs(NamedTuple):
    """What one event is owed, as far as a plan can say it.

    Args:
        row: Its place in the list of events.
        event: The event.
        daily: The items that take days; None where none of them can be planned.
        once: The items that are given once, each by itself.
        unknown: The items of which the plan cannot say anything, and why.
        blanks: The items whose number the standard leaves blank.
    """

    row: int
    event: DisasterEvent
    daily: Ladder | None
    once: tuple[Ladder, ...]
    unknown: tuple[Unknown, ...]
    blanks: tuple[Unspecified, ...]

    @property
    def ladders(self) -> tuple[Ladder, ...]:
        """The items that take days, and each that is given once."""
        return self.once if self.daily is None else (self.daily, *self.once)

    @property
    def parts(self) -> Iterator[Part]:
        """The items of all ladders."""
        return (part for ladder in self.ladders for part in ladder.parts)

    def each_part(self, change: Callable[[Part], Part]) -> Needs:
        """The same needs with every part changed."""
        return self._replace(
            daily=None if self.daily is None else ladder_of(map(change, self.daily.parts)),
            once=tuple(one._replace(parts=tuple(map(change, one.parts))) for one in self.once),
        )


def needs_of(event: DisasterEvent, asked: Asked, planned: tuple[Item, ...], row: int = 0) -> Needs:
    """What one event is owed by the end of each day.

    Raises:
        KesosError: As `entitle` does.
    """
    codes = {item.code for item in planned}
    caps, days = _days(event, asked, codes)
    answer = entitle(
        event,
        asked.standard,
        days=days,
        extended=asked.extended,
        decision=asked.decision,
        indices=dict(asked.indices) if asked.indices else None,
    )
    daily: list[Part] = []
    once: list[Ladder] = []
    unknown = [each for each in answer.unknown if each.code in codes]
    for line in answer.lines:
        item = line.item
        if item.code not in codes:
            continue
        if not item.needs_days:
            owed = upper(line.quantity)
            once.append(Ladder((Part(item, 1, 1, owed, first=first_day(event)),), 1, 1, True))
            continue
        part = _part(line, caps[item.code], answer)
        if isinstance(part, Unknown):
            unknown.append(part)
        else:
            daily.append(part)
    return Needs(
        row,
        event,
        ladder_of(daily),
        tuple(once),
        tuple(unknown),
        tuple(blank for blank in answer.unspecified if blank.code in codes),
    )


def all_needs(
    events: Iterable[DisasterEvent], asked: Asked, planned: tuple[Item, ...]
) -> tuple[list[Needs], list[Refusal]]:
    """What each event is owed, and the events of which that cannot be said."""
    needs: list[Needs] = []
    left_out: list[Refusal] = []
    for row, event in enumerate(events):
        try:
            needs.append(needs_of(event, asked, planned, row))
        except KesosError as error:
            left_out.append(Refusal(row=row, event=event, error=error.with_traceback(None)))
    return needs, left_out


def _days(event: DisasterEvent, asked: Asked, codes: set[str]) -> tuple[dict[str, int], Any]:
    """After how many days each item ends, and for which days the whole is asked."""
    standard, most = asked.standard, asked.most
    window = window_for(event, standard)
    caps: dict[str, int] = {}
    days: dict[str, int] = {}
    for item in standard.granted:
        if not item.needs_days:
            continue
        period = lcm(*item.cycle) if item.part == "whole" and item.cycle is not None else 1
        own = item.window or window
        if isinstance(own, Days) and (most is None or asked.decision is None):
            end = own.longest if asked.extended else own.maximum
            days[item.code] = end // period * period or end  # what lasts whole periods ends with the last of them
        elif most is None and item.code in codes:
            raise DurationError("open_window.plan", field="most", item=item.name)
        else:
            days[item.code] = -(-(most or 1) // period) * period
        caps[item.code] = days[item.code] if most is None else min(most, days[item.code])
    numbers = set(days.values())
    return caps, None if not days else numbers.pop() if len(numbers) == 1 else days


def first_day(event: DisasterEvent) -> int:
    """The ordinal of the first day of an event's period."""
    return event.period.start.toordinal()


def part_of(line: Line, answer: Relief, end: End = upper) -> Part:
    """What each number of days is owed of an item of an answer, of a range the end that is asked for; where that cannot
    be said for fewer days than the answer has, all of it on the first."""
    days = dict(answer.item_days).get(line.code, answer.days)
    if line.item.needs_days and days:
        part = _part(line, days, answer, end)
        try:
            if isinstance(part, Part) and part.by(days) == end(line.quantity):
                return part
        except KesosError:  # where only what was counted is asked for, the event as a whole has no line
            pass
    return Part(line.item, 1, None, end(line.quantity), first=first_day(answer.event))


def _part(line: Line, cap: int, answer: Relief, end: End = upper) -> Part | Unknown:
    """What each number of days up to the cap is owed of an item."""
    item, first = line.item, first_day(answer.event)
    window = item.window or answer.window
    least = window.minimum if isinstance(window, Days) else None
    if item.plain_rate is not None and line.times:
        return Part(item, cap, least, end(line.quantity) // line.times, first=first)
    upto = _upto(item, answer, end)
    if item.every == "once":  # the row of the last day holds, and there may be none for fewer days
        try:
            for days in range(1, cap + 1):
                upto(days)
        except KesosError as error:
            return Unknown(item=item, error=error.with_traceback(None))
    return Part(item, cap, least, 0, upto, first=first)


def _upto(item: Item, answer: Relief, end: End) -> Callable[[int], int]:
    """How much of an item so many days are owed; of a part of a period that counts for nothing less, the whole one."""
    found: dict[int, int] = {}
    indices = dict(answer.indices)

    def upto(days: int) -> int:
        if days not in found:
            try:
                found[days] = end(line_of(item, answer.event, answer.standard, days, indices).quantity)
            except DurationError:  # the answer for all days was given, so that there is a whole number of periods
                found[days] = upto(days + 1)
        return found[days]

    return upto


def uncounted(item: Item) -> Unknown:
    """An item that was not counted in the stock."""
    return Unknown(item=item, error=UnknownValueError("stock_unknown", field=item.code))


def there_of(stock: Stock, planned: Iterable[Item]) -> dict[str, int]:
    """How much there is of each planned item that was counted, in base units.

    Raises:
        UnitError: An item is in stock in a unit that does not go together with the standard's.
    """
    there: dict[str, int] = {}
    for item in planned:
        held = stock.get(item.code)
        if held is not None:
            there[item.code] = (held + Quantity(0, item.unit)).amount
    return there


__all__ = ["End", "Needs", "all_needs", "first_day", "needs_of", "part_of", "there_of", "uncounted"]
