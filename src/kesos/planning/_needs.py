"""What one event is owed by the end of each day: as `entitle` says it, cut at any day.

Three rules of ours, which no standard gives: a range is planned at its upper end and a ceiling as one; each thing that
is given once is given whole or not at all, by itself; an item with a window of its own goes on until that ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

import attrs
from attrs.converters import optional

from kesos import _checks as checks
from kesos.errors import DurationError, InvalidValueError, KesosError, UnknownValueError
from kesos.events import DisasterEvent
from kesos.planning._stock import Stock
from kesos.records import Recorded
from kesos.relief import Line, Relief, Unknown, Unspecified
from kesos.relief._computation import line_of, window_for
from kesos.relief._entitlement import entitle
from kesos.relief._terms import Owed
from kesos.standards import AidStandard, Days, Item
from kesos.standards._amounts import LONGEST_WINDOW
from kesos.standards._axes import Indices
from kesos.values import Decision, Quantity, Span


def _standard(standard: AidStandard) -> AidStandard:
    return checks.instance(standard, "standard", AidStandard)


def _flag(extended: bool) -> bool:
    return checks.flag(extended, "extended")


def _most(most: int) -> int:
    return checks.within(most, "most", least=1, most=LONGEST_WINDOW)


def _codes(items: Iterable[str]) -> tuple[str, ...]:
    return checks.each(checks.slug, items, "items")


def _decision(decision: Decision | None) -> Decision | None:
    return checks.known_instance(decision, "decision", Decision)


def _indices(indices: Indices | Iterable[tuple[str, Quantity]] | None) -> tuple[tuple[str, Quantity], ...]:
    return () if indices is None else checks.pairs(indices, "indices")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Asked(Recorded):
    """What every plan is asked by.

    Args:
        standard: The standard.
        extended: Whether days go on into the extension of a window that has one.
        most: No more days than so many; needed where the source of an item gives no number of days.
        items: The codes of the items that the plan is about; left out, all that the standard grants without choosing
            recipients.
        decision: The decision in whose name `most` lies beyond a window.
        indices: The amounts that the standard says whoever asks brings along.
    """

    standard: AidStandard = attrs.field(converter=_standard)
    extended: bool = attrs.field(default=False, converter=_flag)
    most: int | None = attrs.field(default=None, converter=optional(_most))
    items: tuple[str, ...] = attrs.field(default=(), converter=_codes)
    decision: Decision | None = attrs.field(default=None, converter=_decision)
    indices: tuple[tuple[str, Quantity], ...] = attrs.field(default=(), converter=_indices)

    @property
    def planned(self) -> tuple[Item, ...]:
        """The items that the plan is about.

        Raises:
            UnknownItemError: The standard has no item of a code that was asked for.
            InvalidValueError: One is for recipients whom people choose.
        """
        for code in self.items:
            if self.standard.item(code).per == "recipient":
                raise InvalidValueError("not_planned.selective", field="items", value=code)
        return tuple(item for item in self.standard.granted if not self.items or item.code in self.items)


class Part(NamedTuple):
    """One item of a ladder.

    Args:
        item: The item.
        cap: The days after which no more of it is given.
        per_day: How much each day adds, in base units; 0 where days differ.
        upto: How much so many days are owed, where days differ.
        pack: How much is in a pack, in base units; 1 where it is given exactly.
        up: Whether the rest of a pack is rounded up.
    """

    item: Item
    cap: int
    per_day: int
    upto: Callable[[int], int] | None = None
    pack: int = 1
    up: bool = True

    def by(self, days: int) -> int:
        """How much of it is given by the end of so many days."""
        if days == 0:
            return 0
        days = min(days, self.cap)
        amount = self.per_day * days if self.upto is None else self.upto(days)
        if self.pack == 1:
            return amount
        return (amount + self.pack - 1 if self.up else amount) // self.pack * self.pack


class Ladder(NamedTuple):
    """Items that are given together, day by day, up to the last of their days.

    Args:
        parts: The items.
        cap: The most days.
        minimum: The least that the standard gives, of all its windows here; None where it gives none.
        rises: Whether no further day ever takes from what the days before it are owed.
    """

    parts: tuple[Part, ...]
    cap: int
    minimum: int | None
    rises: bool

    def by(self, days: int) -> dict[str, int]:
        """How much of each item is given by the end of so many days."""
        return {part.item.code: part.by(days) for part in self.parts}

    def most(self, there: Mapping[str, int], upto: int | None = None) -> int:
        """The most days that what is there is enough for, and for any fewer."""
        cap = self.cap if upto is None else min(upto, self.cap)

        def fits(days: int) -> bool:
            return all(part.by(days) <= there[part.item.code] for part in self.parts)

        return most_days(fits, cap, self.rises)


def most_days(fits: Callable[[int], bool], cap: int, rises: bool) -> int:
    """The most days up to `cap` that fit, with all days before them."""
    if not rises:
        return next((days - 1 for days in range(1, cap + 1) if not fits(days)), cap)
    fitting, not_fitting = 0, cap + 1
    while fitting + 1 < not_fitting:
        days = (fitting + not_fitting) // 2
        if fits(days):
            fitting = days
        else:
            not_fitting = days
    return fitting


class Needs(NamedTuple):
    """What one event is owed, as far as a plan can say it.

    Args:
        event: The event.
        daily: The items that take days; None where none of them can be planned.
        once: The items that are given once, each by itself.
        unknown: The items of which the plan cannot say anything, and why.
        blanks: The items whose number the standard leaves blank.
        takes_days: Whether the standard gives anything day by day, known or not.
    """

    event: DisasterEvent
    daily: Ladder | None
    once: tuple[Ladder, ...]
    unknown: tuple[Unknown, ...]
    blanks: tuple[Unspecified, ...]
    takes_days: bool


def needs_of(event: DisasterEvent, asked: Asked, planned: tuple[Item, ...]) -> Needs:
    """What one event is owed by the end of each day.

    Raises:
        KesosError: As `entitle` does.
    """
    caps, days = _days(event, asked)
    answer = entitle(
        event,
        asked.standard,
        days=days,
        extended=asked.extended,
        decision=asked.decision,
        indices=dict(asked.indices) if asked.indices else None,
    )
    codes = {item.code for item in planned}
    daily: list[Part] = []
    once: list[Ladder] = []
    unknown = [each for each in answer.unknown if each.code in codes]
    for line in answer.lines:
        item = line.item
        if item.code not in codes:
            continue
        if not item.needs_days:
            owed = upper(line.quantity)
            once.append(Ladder((Part(item, 1, owed),), 1, 1, True))
            continue
        part = _part(line, caps[item.code], answer)
        if isinstance(part, Unknown):
            unknown.append(part)
        else:
            daily.append(part)
    return Needs(
        event,
        ladder_of(daily, answer) if daily else None,
        tuple(once),
        tuple(unknown),
        tuple(blank for blank in answer.unspecified if blank.code in codes),
        any(item.needs_days for item in planned),
    )


def ladder_of(parts: Iterable[Part], answer: Relief) -> Ladder:
    """The items that take days, as one ladder."""
    each = tuple(parts)
    windows = [part.item.window or answer.window for part in each]
    least = [window.minimum for window in windows if isinstance(window, Days)]
    return Ladder(
        each,
        max(part.cap for part in each),
        max(least) if least else None,
        all(part.upto is None or part.item.every != "once" for part in each),
    )


def _days(event: DisasterEvent, asked: Asked) -> tuple[dict[str, int], Any]:
    """After how many days each item ends, and for which days the whole is asked."""
    standard, most = asked.standard, asked.most
    window = window_for(event, standard)
    caps: dict[str, int] = {}
    days: dict[str, int] = {}
    for item in standard.granted:
        if not item.needs_days:
            continue
        own = item.window or window
        if isinstance(own, Days):
            end = own.longest if asked.extended else own.maximum
            days[item.code] = end if most is None or asked.decision is None else most
            caps[item.code] = days[item.code] if most is None else min(most, days[item.code])
        elif most is None:
            raise DurationError("open_window.plan", field="most", item=item.name)
        else:
            days[item.code] = caps[item.code] = most
    numbers = set(days.values())
    return caps, None if not days else numbers.pop() if len(numbers) == 1 else days


def _part(line: Line, cap: int, answer: Relief) -> Part | Unknown:
    item = line.item
    if item.plain_rate is not None and line.times:
        return Part(item, cap, upper(line.quantity) // line.times)
    upto = _upto(item, answer)
    if item.every == "once":  # the row of the last day holds, and there may be none for fewer days
        try:
            for days in range(1, cap + 1):
                upto(days)
        except KesosError as error:
            return Unknown(item=item, error=error.with_traceback(None))
    return Part(item, cap, 0, upto)


def _upto(item: Item, answer: Relief) -> Callable[[int], int]:
    """How much of an item so many days are owed; of a part of a period that counts for nothing less, the whole one."""
    found: dict[int, int] = {}
    indices = dict(answer.indices)

    def upto(days: int) -> int:
        if days not in found:
            try:
                found[days] = upper(line_of(item, answer.event, answer.standard, days, indices).quantity)
            except DurationError:  # the answer for all days was given, so that there is a whole number of periods
                found[days] = upto(days + 1)
        return found[days]

    return upto


def upper(owed: Owed) -> int:
    """An amount in base units; of a range its upper end, so that a plan is never short of what may be owed."""
    return (owed.maximum if isinstance(owed, Span) else owed).amount


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


__all__ = [
    "Asked",
    "Ladder",
    "Needs",
    "Part",
    "ladder_of",
    "most_days",
    "needs_of",
    "there_of",
    "uncounted",
    "upper",
]
