"""The aid that a standard grants for an event: pure functions from the two to an answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, cast

import attrs

from kesos import _checks as checks
from kesos.counts import check_parts
from kesos.errors import (
    DurationError,
    HazardNotCoveredError,
    InvalidValueError,
    KesosError,
    NoRateError,
    NotInForceError,
    UnknownItemError,
    UnknownValueError,
)
from kesos.events import DisasterEvent
from kesos.relief._answers import Relief
from kesos.relief._lines import Line, Unknown, Unspecified
from kesos.relief._ranges import ReliefRange
from kesos.relief._terms import periods_in, quantity_of, terms_of
from kesos.relief._totals import Batch, Refusal, ReliefTotal
from kesos.standards import AidStandard, Item
from kesos.standards import Days as Window
from kesos.standards._amounts import LONGEST_WINDOW
from kesos.standards._axes import Indices
from kesos.values import Decision, Quantity
from kesos.words import Sentence, hint

End = Literal["minimum", "maximum", "extended"]
Days = int | End | Mapping[str, int | End]
Recipients = Mapping[str, int]

_NAMED_DAYS = ("minimum", "maximum", "extended")
_NO_INDICES: Indices = {}


def entitle(
    event: DisasterEvent,
    standard: AidStandard,
    *,
    days: Days | None = None,
    extended: bool = False,
    recipients: Recipients | None = None,
    decision: Decision | None = None,
    indices: Indices | None = None,
) -> Relief:
    """The aid that the standard grants the victims of one event for a number of days.

    What is given once has no days and asks for none. An item whose count, class, trait or index is not known is
    among the answer's `unknown`, and costs no other item its quantity; only where nothing at all can be computed is
    the whole refused.

    Args:
        event: The event; its first day and its hazard decide whether the standard applies.
        standard: The standard.
        days: For how many days [day]; an end of the windows by name; or a mapping from item to one of these where
            items differ.
        extended: Allow days beyond a window's maximum, up to its extension.
        recipients: How many recipients were chosen for a package ("clothing") or an item ("house_dress") [person or
            family: the standard does not say which]. Choosing them is for people; kesos only counts.
        decision: The decision in whose name the days lie outside the window, where the standard leaves room for one.
        indices: The amounts that the standard says whoever asks brings along, by code.

    Returns:
        The answer, a mapping from item code to quantity. Zero people get zero.

    Raises:
        HazardNotCoveredError: The standard does not name the hazard.
        NotInForceError: The standard is not in force on the event's first day.
        DurationError: The days lie outside the window, with no extension or decision that allows it; or an item takes
            a number of days and none is given.
        UnknownValueError: Of no item can anything be said, since the counts that the rates multiply are not known.
        InvalidValueError: An argument of the wrong type; recipients that the standard or the event does not have.

    Source:
        Pedum 03/BJ-SBSKBA/2003 as quoted: huruf a (rates), b (days), c and d (selective packages).

    >>> from kesos.standards import PEDUM_2003
    >>> flood = DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", people=860)
    >>> print(entitle(flood, PEDUM_2003, days=7)["rice"])
    2.408 kg
    """
    window = _window_for(event, standard)
    if standard.counts:
        check_parts(event.counts, standard.counts)
    brought = _NO_INDICES if indices is None else checks.mapping(indices, "indices")
    checks.flag(extended, "extended")
    if decision is not None:
        checks.instance(decision, "decision", Decision)
    lasting: _Lasting | None = None
    common: int | None = None
    if window is not None and days is not None and standard.shares_days and not isinstance(days, Mapping):
        common = _days_in(days, window, standard, extended, decision)  # huruf b: the same for every item
    else:
        lasting = _Lasting(days, standard, window, extended, decision)
    lines: list[Line] = []
    blank: list[Unspecified] = []
    unknown: list[Unknown] = []
    for item in standard.granted:
        number = None if not item.needs_days else common if lasting is None else lasting.of(item)
        try:
            if item.rate is None and not item.rates:
                blank.append(_blank(item, event, standard, number))
            else:
                lines.append(_line(item, event, standard, number, brought))
        except (UnknownValueError, NoRateError) as error:
            unknown.append(Unknown(item=item, error=error.with_traceback(None)))
    if unknown and not lines and not blank:
        raise unknown[0].error
    chosen = () if recipients is None else _chosen(recipients, event, standard)
    for item, count in chosen:
        if item.rate is None:
            blank.append(Unspecified(item=item, multiplier=count))
        else:
            lines.append(Line(item=item, quantity=cast(Quantity, item.rate) * count, multiplier=count))
    number = common if lasting is None else lasting.number
    return Relief(
        event=event,
        standard=standard,
        days=number,
        lines=tuple(lines),
        unspecified=tuple(blank),
        unknown=tuple(unknown),
        item_days=() if lasting is None or number is not None else tuple(lasting.by_item.items()),
        indices=tuple(brought.items()) if brought else (),
        extended=extended or (isinstance(days, str) and days == "extended"),
        recipients=tuple((item.code, count) for item, count in chosen) if chosen else (),
        decision=decision,
    )


def entitle_range(
    event: DisasterEvent,
    standard: AidStandard,
    *,
    recipients: Recipients | None = None,
    indices: Indices | None = None,
) -> ReliefRange:
    """The aid at the least and at the most days that the standard gives: what the law gives as a range stays one.

    Raises:
        KesosError: As `entitle` does; a DurationError where the source of an item gives no number of days.

    >>> from kesos.standards import PEDUM_2003
    >>> flood = DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", people=860)
    >>> print(entitle_range(flood, PEDUM_2003)["rice"])
    1.032 kg – 2.408 kg
    """
    window = _window_for(event, standard)
    windows = [window, *(item.window for item in standard.granted)]
    longer = any(isinstance(each, Window) and each.extended is not None for each in windows)
    ends: list[Relief] = [
        entitle(event, standard, days=_each_end(end, standard, window), recipients=recipients, indices=indices)
        for end in ("minimum", "maximum", *(("extended",) if longer else ()))
    ]
    return ReliefRange(minimum=ends[0], maximum=ends[1], extended=ends[2] if longer else None)


def _each_end(end: str, standard: AidStandard, window: Window | None) -> Days:
    """One end of every window; an item that knows no extension keeps its most days."""
    own = {item.code: item.window or window for item in standard.granted if item.needs_days}
    if end != "extended" or all(isinstance(each, Window) and each.extended is not None for each in own.values()):
        return cast(End, end)
    return {
        code: "extended" if isinstance(each, Window) and each.extended is not None else "maximum"
        for code, each in own.items()
    }


def entitle_all(
    events: Iterable[DisasterEvent],
    standard: AidStandard,
    *,
    days: Days | None = None,
    extended: bool = False,
    decision: Decision | None = None,
    indices: Indices | None = None,
) -> Batch:
    """The aid for each of several events; what gets no answer is named with its row and its reason, and loses nothing.

    Raises:
        InvalidValueError: `days`, `extended` or `decision` is of the wrong kind, whichever the event.

    >>> from kesos.standards import PEDUM_2003
    >>> flood = DisasterEvent(hazard="banjir", place="Desa Contoh", period="2017-02-25", people=10)
    >>> fire = DisasterEvent(hazard="kebakaran", place="Desa Contoh", period="2017-02-25", people=4)
    >>> batch = entitle_all([flood, fire], PEDUM_2003, days="maximum")
    >>> print(batch.total["rice"], [refusal.error.code for refusal in batch.refused])
    28 kg ['hazard_not_covered']
    """
    checks.instance(standard, "standard", AidStandard)
    if days is not None:
        for each in _items_named(days, standard).values() if isinstance(days, Mapping) else (days,):
            _check_days(each)
    checks.flag(extended, "extended")
    _check_decision(decision)
    answers: list[Relief] = []
    refused: list[Refusal] = []
    for row, event in enumerate(checks.items(events, "events")):
        try:
            answers.append(entitle(event, standard, days=days, extended=extended, decision=decision, indices=indices))
        except KesosError as error:
            error.__traceback__ = None  # it would keep every frame of this call alive
            refused.append(Refusal(row=row, event=event, error=error))
    return Batch(answers=tuple(answers), refused=tuple(refused))


def total(answers: Iterable[Relief | ReliefTotal]) -> ReliefTotal:
    """What several answers add up to, item by item.

    Raises:
        InvalidValueError: One of them is not an answer.
        UnitError: Two standards give one item in units that do not go together.

    >>> from kesos.standards import PEDUM_2003
    >>> flood = DisasterEvent(hazard="banjir", place="Desa Contoh", period="2017-02-25", people=10)
    >>> print(total(entitle(flood, PEDUM_2003, days=days) for days in (3, 4))["rice"])
    28 kg
    """
    parts: list[Relief] = []
    left_out: list[Refusal] = []
    for answer in checks.items(answers, "answers"):
        if isinstance(answer, ReliefTotal):
            parts += answer.answers
            left_out += answer.left_out
        else:
            parts.append(checks.instance(answer, "answers", Relief))
    added = ReliefTotal(answers=tuple(parts), left_out=tuple(left_out))
    list(added)  # units that do not go together are an error now, not when somebody looks
    return added


def _window_for(event: DisasterEvent, standard: AidStandard) -> Window | None:
    """The window for the event's hazard, if it has one, where the standard serves it and is in force on that day."""
    checks.instance(event, "event", DisasterEvent)
    checks.instance(standard, "standard", AidStandard)
    window = standard.window_for(event.hazard)
    if window is None and not standard.covers_hazard(event.hazard):
        raise HazardNotCoveredError(
            "hazard_not_covered",
            field="hazard",
            value=event.hazard.code,
            hint=standard.left_to_another(event.hazard),
            standard=standard.title,
            hazard=event.hazard.name,
        )
    if not standard.validity.covers(event.period):
        raise NotInForceError(
            "not_in_force",
            field="period",
            value=event.period.iso,
            standard=standard.code,
            day=event.period.start,
            validity=standard.validity,
        )
    return window


def _check_days(days: object) -> int | End:
    """`days` as a count or the name of an end of the window, whatever the window is."""
    if isinstance(days, str):
        return cast(End, checks.choice(days, "days", _NAMED_DAYS))
    number = checks.count(days, "days")
    if number > LONGEST_WINDOW:
        raise DurationError("days_out_of_range.too_long", field="days", value=days, longest=LONGEST_WINDOW)
    return number


def _check_decision(decision: object) -> None:
    if decision is not None:
        checks.instance(decision, "decision", Decision)


class _Lasting:
    """For how many days each item of one answer is given, where items differ or have windows of their own."""

    def __init__(
        self,
        days: Days | None,
        standard: AidStandard,
        window: Window | None,
        extended: bool,
        decision: Decision | None,
    ) -> None:
        self.by_item: dict[str, int] = {}
        self._given = days
        self._window = window
        self._asked = (standard, extended, decision)
        self._named = _items_named(days, standard) if isinstance(days, Mapping) else {}

    def of(self, item: Item) -> int:
        """The days of one item that takes any."""
        given = self._named.get(item.code) if self._named else self._given
        if given is None:
            raise DurationError("days_needed", field="days", item=item.name)
        window = item.window or self._window
        number = _days_in(given, window, *self._asked) if isinstance(window, Window) else _open_days(given, item)
        self.by_item[item.code] = number
        return number

    @property
    def number(self) -> int | None:
        """The days, where they are the same for all that takes any."""
        numbers = {*self.by_item.values()}
        return numbers.pop() if len(numbers) == 1 else None


def _days_in(days: object, window: Window, standard: AidStandard, extended: bool, decision: Decision | None) -> int:
    """The days of the window; its extension when asked for; any other number only by somebody's decision."""
    number = _check_days(days)
    least, most, longest = window.minimum, window.maximum, window.extended
    if isinstance(number, str):
        named = {"minimum": least, "maximum": most, "extended": longest}[number]
        if named is None:
            raise DurationError("no_extension", field="days", value=number, window=window)
        return named
    last = window.longest if extended else most
    if least <= number <= last or (decision is not None and number > 0 and _decides(standard)):
        return number
    raise DurationError(
        "days_out_of_range",
        field="days",
        value=number,
        hint=_way_out(number, window, standard),
        window=window,
        days=number,
        minimum=least,
        maximum=most,
        extended=longest,
    )


def _decides(standard: AidStandard) -> bool:
    """Whether the standard leaves other days to somebody's decision."""
    return standard.durations is not None and standard.durations.beyond == "decision"


def _way_out(days: int, window: Window, standard: AidStandard) -> Sentence | None:
    """What a caller can do about days outside the window: extend, decide, or nothing."""
    if window.extended is not None and window.maximum < days <= window.extended:
        return hint("pass_extended")
    return hint("pass_decision") if days > 0 and _decides(standard) else None


def _items_named(days: Mapping[str, int | End], standard: AidStandard) -> dict[str, object]:
    """The days by item; every code is one of an item that takes days."""
    takes = [item.code for item in standard.granted if item.needs_days]
    for code in days:
        if code not in takes:
            near = checks.did_you_mean(code, takes)
            raise UnknownItemError("unknown_item.days", field="days", value=code, standard=standard.code, hint=near)
    return dict(days)


def _open_days(days: object, item: Item) -> int:
    """A number, where the source gives none: no end of a window that nobody has written."""
    number = _check_days(days)
    if isinstance(number, str):
        raise DurationError("open_window", field="days", value=number, item=item.name)
    if number == 0:
        raise DurationError("days_out_of_range.none", field="days", value=number)
    return number


def _line(item: Item, event: DisasterEvent, standard: AidStandard, days: int | None, indices: Indices) -> Line:
    rate = item.plain_rate
    if rate is not None:
        multiplier = _plain_multiplier(item, event)
        owed = rate * (multiplier if days is None else multiplier * days)
        return Line(item=item, quantity=owed, multiplier=multiplier, times=days)
    terms = terms_of(item, event, standard, days, indices)
    quantity = quantity_of(item, terms)
    [only, *others] = terms or (None,)
    of_people = item.per in ("person", "family", "event") and not item.rates
    if (
        of_people
        and only is not None
        and not others
        and isinstance(only.count, int)
        and isinstance(only.times, int | None)
    ):
        return Line(item=item, quantity=quantity, multiplier=only.count, times=only.times)
    return Line(item=item, quantity=quantity, multiplier=None, terms=terms)


def _plain_multiplier(item: Item, event: DisasterEvent) -> int:
    """How many people or families the rate is given for; unknown is not zero."""
    if item.per == "person":
        people = event.people
        if people is None:
            raise UnknownValueError("count_unknown.people", field="people", item=item.name)
        return people
    if item.per == "family":
        families = event.families
        if families is None:
            raise UnknownValueError("count_unknown.families", field="families", item=item.name)
        return families
    return 1


def _blank(item: Item, event: DisasterEvent, standard: AidStandard, days: int | None) -> Unspecified:
    """How often a blank would be taken, where that is known; nothing is counted from it, so nothing is refused."""
    times = None if item.cycle is None or days is None else periods_in(item, days, item.cycle)
    try:
        multiplier = _line(attrs.evolve(item, amount=1), event, standard, days, _NO_INDICES).multiplier
    except UnknownValueError:
        multiplier = None
    return Unspecified(item=item, multiplier=multiplier, times=times if isinstance(times, int) else None)


def _chosen(recipients: Recipients, event: DisasterEvent, standard: AidStandard) -> list[tuple[Item, int]]:
    """Huruf c and d: the selective items and their recipients, in the standard's order; people chose them, not we."""
    counts: dict[str, int] = {}
    for code, value in checks.mapping(recipients, "recipients").items():
        items = _selective(code, standard)
        count = checks.count(value, "recipients")
        most = max((number for number in (event.people, event.families) if number is not None), default=None)
        if most is not None and count > most:
            raise InvalidValueError("more_than_struck", field="recipients", value=count, item=code, struck=most)
        for item in items:
            if item.code in counts:
                raise InvalidValueError("named_twice", field="recipients", value=code, item=item.code)
            counts[item.code] = count
    return [(item, counts[item.code]) for item in standard.items if item.code in counts]


def _selective(code: str, standard: AidStandard) -> tuple[Item, ...]:
    items = {
        name: found
        for package in standard.packages
        for name, found in [(package.code, package.items), *((item.code, (item,)) for item in package.items)]
        if all(item.per == "recipient" for item in found)
    }
    if isinstance(code, str) and code in items:
        return items[code]
    near = checks.did_you_mean(code, items)
    raise UnknownItemError("unknown_item.selective", field="recipients", value=code, standard=standard.code, hint=near)


__all__ = ["Days", "Recipients", "entitle", "entitle_all", "entitle_range", "total"]
