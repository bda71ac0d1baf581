"""The aid that a standard grants for an event: pure functions from the two to an answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Literal, cast

from kesos.errors import (
    DurationError,
    HazardNotCoveredError,
    InvalidValueError,
    KesosError,
    NotInForceError,
    UnknownItemError,
    UnknownValueError,
)
from kesos.events import DisasterEvent, Locality
from kesos.relief._answers import Relief
from kesos.relief._lines import Line, Unspecified
from kesos.relief._ranges import ReliefRange
from kesos.relief._totals import Batch, Refusal, ReliefTotal
from kesos.standards import AidStandard, Item, Window
from kesos.standards._clauses import LONGEST_WINDOW
from kesos.values import Decision, Quantity, round_exactly
from kesos.values import _checks as checks
from kesos.words import Sentence, hint

Days = int | Literal["minimum", "maximum", "extended"]
Recipients = Mapping[str, int]

_NAMED_DAYS = ("minimum", "maximum", "extended")


def entitle(
    event: DisasterEvent,
    standard: AidStandard,
    *,
    days: Days,
    extended: bool = False,
    recipients: Recipients | None = None,
    decision: Decision | None = None,
) -> Relief:
    """The aid that the standard grants the victims of one event for a number of days.

    Args:
        event: The event; its first day and its hazard decide whether the standard applies.
        standard: The standard.
        days: For how many days [day], or an end of the standard's window by name.
        extended: Allow days beyond the window's maximum, up to its extension.
        recipients: How many recipients were chosen for a package ("clothing") or an item ("house_dress") [person or
            family: the standard does not say which]. Choosing them is for people; kesos only counts.
        decision: The decision in whose name the days lie outside the window, where the standard leaves room for one.

    Returns:
        The answer, a mapping from item code to quantity. Zero people get zero.

    Raises:
        HazardNotCoveredError: The standard does not name the hazard.
        NotInForceError: The standard is not in force on the event's first day.
        DurationError: The days lie outside the window, with no extension or decision that allows it.
        UnknownValueError: The number of people (or families) that a rate multiplies is not known.
        InvalidValueError: An argument of the wrong type; recipients that the standard or the event does not have.

    Source:
        Pedum 03/BJ-SBSKBA/2003 as quoted: huruf a (rates), b (days), c and d (selective packages).

    >>> from kesos.standards import PEDUM_2003
    >>> flood = DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", people=860)
    >>> print(entitle(flood, PEDUM_2003, days=7)["rice"])
    2.408 kg
    """
    window = _rule_for(event, standard)
    number = _days(days, window, standard, checks.flag(extended, "extended"), decision)
    lines: list[Line] = []
    blank: list[Unspecified] = []
    for item in standard.granted:
        times = number if item.every == "day" else _times(item, number)
        if item.rate is None:
            blank.append(Unspecified(item=item, multiplier=_known_multiplier(item, event), times=times))
        else:
            lines.append(_line(item, item.rate, _multiplier(item, event), times))
    chosen = () if recipients is None else _chosen(recipients, event, standard)
    for item, count in chosen:
        if item.rate is None:
            blank.append(Unspecified(item=item, multiplier=count))
        else:
            lines.append(_line(item, item.rate, count, None))
    return Relief(
        event=event,
        standard=standard,
        days=number,
        lines=tuple(lines),
        unspecified=tuple(blank),
        extended=extended or (isinstance(days, str) and days == "extended"),
        recipients=tuple((item.code, count) for item, count in chosen) if chosen else (),
        decision=decision,
    )


def entitle_range(event: DisasterEvent, standard: AidStandard, *, recipients: Recipients | None = None) -> ReliefRange:
    """The aid at the least and at the most days that the standard gives: what the law gives as a range stays one.

    Raises:
        KesosError: As `entitle` does.

    >>> from kesos.standards import PEDUM_2003
    >>> flood = DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", people=860)
    >>> print(entitle_range(flood, PEDUM_2003)["rice"])
    1.032 kg – 2.408 kg
    """
    window = _rule_for(event, standard)
    return ReliefRange(
        minimum=entitle(event, standard, days="minimum", recipients=recipients),
        maximum=entitle(event, standard, days="maximum", recipients=recipients),
        extended=None if window.extended is None else entitle(event, standard, days="extended", recipients=recipients),
    )


def entitle_all(
    events: Iterable[DisasterEvent],
    standard: AidStandard,
    *,
    days: Days,
    extended: bool = False,
    decision: Decision | None = None,
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
    _check_days(days)
    checks.flag(extended, "extended")
    _check_decision(decision)
    checks.instance(standard, "standard", AidStandard)
    answers: list[Relief] = []
    refused: list[Refusal] = []
    for row, event in enumerate(checks.items(events, "events")):
        try:
            answers.append(entitle(event, standard, days=days, extended=extended, decision=decision))
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


def _rule_for(event: DisasterEvent, standard: AidStandard) -> Window:
    """The window for the event's hazard, where the standard names it and is in force on the event's first day."""
    checks.instance(event, "event", DisasterEvent)
    checks.instance(standard, "standard", AidStandard)
    window = standard.window_for(event.hazard)
    if window is None:
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


def _check_days(days: object) -> Days:
    """`days` as a count or the name of an end of the window, whatever the window is."""
    if isinstance(days, str):
        return cast(Days, checks.choice(days, "days", _NAMED_DAYS))
    number = checks.count(days, "days")
    if number > LONGEST_WINDOW:
        raise DurationError("days_out_of_range.too_long", field="days", value=days, longest=LONGEST_WINDOW)
    return number


def _check_decision(decision: object) -> None:
    if decision is not None:
        checks.instance(decision, "decision", Decision)


def _days(days: Days, window: Window, standard: AidStandard, extended: bool, decision: Decision | None) -> int:
    """Huruf b: the days of the window; its extension when asked for; any other number only by somebody's decision."""
    number = _check_days(days)
    _check_decision(decision)
    if isinstance(number, str):
        named = {"minimum": window.minimum, "maximum": window.maximum, "extended": window.extended}[number]
        if named is None:
            raise DurationError("no_extension", field="days", value=number, window=window)
        return named
    last = window.longest if extended else window.maximum
    if window.minimum <= number <= last:
        return number
    if decision is not None and standard.durations.beyond == "decision" and number > 0:
        return number
    way_out = _way_out(number, window, standard)
    raise DurationError("days_out_of_range", field="days", value=number, window=window, hint=way_out)


def _way_out(days: int, window: Window, standard: AidStandard) -> Sentence | None:
    """What a caller can do about days outside the window: extend, decide, or nothing."""
    if window.extended is not None and window.maximum < days <= window.extended:
        return hint("pass_extended")
    if standard.durations.beyond == "decision" and days > 0:
        return hint("pass_decision")
    return None


def _line(item: Item, rate: Quantity, multiplier: int, times: int | None) -> Line:
    quantity = rate * (multiplier if times is None else multiplier * times)
    return Line(item=item, quantity=quantity, multiplier=multiplier, times=times)


def _known_multiplier(item: Item, event: DisasterEvent) -> int | None:
    """For how many a blank stands, where that is known; nothing is counted from it, so nothing is refused for it."""
    try:
        return _multiplier(item, event)
    except UnknownValueError:
        return None


def _times(item: Item, days: int) -> int | None:
    """How often a rate that is not daily is given: once, or each month, with a part of one as the standard declares."""
    if item.month_days is None or item.month_rounding is None:
        return None
    return int(round_exactly(Fraction(days, item.month_days), 0, item.month_rounding))


def _multiplier(item: Item, event: DisasterEvent) -> int:
    """How many people, families, or groups of them the rate is given for."""
    if item.per == "person" and item.group == 1 and event.people is not None:
        return event.people
    if item.per == "event":
        return 1
    places = event.localities if item.counted == "place" else ()
    return sum(_groups(item, place) for place in places) if places else _groups(item, event)


def _groups(item: Item, counted: DisasterEvent | Locality) -> int:
    field, count = ("people", counted.people) if item.per == "person" else ("families", counted.families)
    if count is None:
        raise UnknownValueError(
            "count_unknown.people" if field == "people" else "count_unknown.families", field=field, item=item.name
        )
    if item.rounding is None:
        return count
    return int(round_exactly(Fraction(count, item.group), 0, item.rounding))


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
