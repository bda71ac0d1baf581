"""What a standard grants for an event, item by item: a pure function of the two and of what was asked for."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from kesos import _checks as checks
from kesos.counts._agreement import check_parts
from kesos.errors import (
    HazardNotCoveredError,
    InvalidValueError,
    NoRateError,
    NotInForceError,
    UnknownValueError,
)
from kesos.events import DisasterEvent, Locality
from kesos.relief._lasting import Days, Lasting, days_in
from kesos.relief._lines import Line, Unknown, Unspecified
from kesos.relief._terms import Owed, periods_in, quantity_of, terms_of
from kesos.relief._unknown_day import check_in_force_throughout
from kesos.standards import AidStandard, Item
from kesos.standards import Days as Window
from kesos.standards._axes import Indices, brought_indices
from kesos.standards._chosen import chosen_for
from kesos.values import Decision, Place, Quantity, Span, Text

Recipients = Mapping[str, int]
Pairs = tuple[tuple[str, int], ...]
NotCounted = tuple[tuple[str, tuple[Place, ...]], ...]
"""For an item, the places that its quantity does not count, since nobody has counted them yet."""
Computed = tuple[
    int | None, Pairs, tuple[Line, ...], tuple[Unspecified, ...], tuple[Unknown, ...], Pairs, Indices, NotCounted
]
"""The days, those of each item where they differ, the lines, the blanks, what is not known, the recipients of each
item, the indices, and what is not counted: a plain tuple, since one is made for every event."""

_NO_INDICES: Indices = {}


def compute(
    event: DisasterEvent,
    standard: AidStandard,
    days: Days | None,
    extended: bool,
    recipients: Recipients | None,
    decision: Decision | None,
    indices: Indices | None,
    counted_only: bool,
) -> Computed:
    """All that an answer holds beside its inputs.

    Raises:
        KesosError: As `entitle` says.
    """
    window = window_for(event, standard)
    if standard.counts:
        check_parts(event.counts, standard.counts)
    brought = _NO_INDICES if indices is None else brought_indices(indices, standard.indices)
    if extended is not False:  # nothing is asked of what almost every call leaves as it is
        checks.flag(extended, "extended")
    if counted_only is not False:
        checks.flag(counted_only, "counted_only")
    if decision is not None:
        checks.instance(decision, "decision", Decision)
    lasting: Lasting | None = None
    common: int | None = None
    if window is not None and type(days) is int and window.minimum <= days <= window.maximum and standard.shares_days:
        common = days
    elif window is not None and days is not None and standard.shares_days and not isinstance(days, Mapping):
        common = days_in(days, window, standard, extended, decision)  # huruf b: the same for every item
    else:
        lasting = Lasting(days, standard, window, extended, decision)
    lines: list[Line] = []
    blank: list[Unspecified] = []
    unknown: list[Unknown] = []
    not_counted: NotCounted = ()
    for item in standard.granted:
        number = None if not item.needs_days else common if lasting is None else lasting.of(item)
        try:
            if item.rate is None and not item.rates:
                blank.append(_blank(item, event, standard, number))
            else:
                line, left = line_asked(item, event, standard, number, brought, counted_only)
                lines.append(line)
                not_counted = (*not_counted, (item.code, left)) if left else not_counted
        except (UnknownValueError, NoRateError) as error:
            unknown.append(Unknown(item=item, error=error.with_traceback(None)))
    asked = () if recipients is None else chosen(recipients, event, standard)
    for item, count in asked:
        if item.rate is None:
            blank.append(Unspecified(item=item, multiplier=count))
        else:
            lines.append(Line(item=item, quantity=_times(item.rate, count), multiplier=count))
    if unknown and not lines and not blank:
        raise unknown[0].refusal()
    one = common if lasting is None else lasting.number
    return (
        one,
        () if lasting is None or one is not None else tuple(lasting.by_item.items()),
        tuple(lines),
        tuple(blank),
        tuple(unknown),
        tuple((item.code, count) for item, count in asked) if asked else (),
        brought,
        not_counted,
    )


def line_asked(
    item: Item,
    event: DisasterEvent,
    standard: AidStandard,
    days: int | None,
    indices: Indices,
    counted_only: bool,
) -> tuple[Line, tuple[Place, ...]]:
    """The line over the event; where only the counted were asked for, that over the places which were counted, and the
    others.

    Raises:
        UnknownValueError: A count, a class, a trait or an index that the rate needs is not known.
        NoRateError: No row fits.
    """
    try:
        return line_of(item, event, standard, days, indices), ()
    except (UnknownValueError, NoRateError):
        counted = _counted_line(item, event, standard, days, indices) if counted_only else None
        if counted is None:
            raise
        return counted


def _counted_line(
    item: Item, event: DisasterEvent, standard: AidStandard, days: int | None, indices: Indices
) -> tuple[Line, tuple[Place, ...]] | None:
    """The line over the places where what it needs was counted, and the other places; None where there is no such
    place."""
    try:
        counted = [place for place in event.localities if _is_counted(item, place, event, standard, days, indices)]
        line = line_of(item, attrs.evolve(event, localities=counted), standard, days, indices) if counted else None
    except (UnknownValueError, NoRateError):
        return None
    left = tuple(place.place for place in event.localities if not any(place is each for each in counted))
    return None if line is None else (line, left)


def _is_counted(
    item: Item, place: Locality, event: DisasterEvent, standard: AidStandard, days: int | None, indices: Indices
) -> bool:
    """Whether everything that the item needs was counted in a place."""
    try:
        line_of(item, attrs.evolve(event, localities=(place,)), standard, days, indices)
    except UnknownValueError:
        return False
    return True


def window_for(event: DisasterEvent, standard: AidStandard) -> Window | None:
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
    check_in_force_throughout(event, standard)
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


def line_of(item: Item, event: DisasterEvent, standard: AidStandard, days: int | None, indices: Indices) -> Line:
    """One item for any number of days, whatever the window; whoever asks has seen to that.

    Raises:
        KesosError: As `entitle` says of one item.
    """
    rate = item.plain_rate
    if rate is not None:
        multiplier = _plain_multiplier(item, event)
        owed = rate * (multiplier if days is None else multiplier * days)
        return Line(item=item, quantity=owed, multiplier=multiplier, times=days)
    priced = terms_of(item, event, standard, days, indices)
    terms = tuple(term for term, _ in priced)
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
    used = {id(row) for _, row in priced}
    rows = tuple(row for row in item.rates if id(row) in used)
    return Line(item=item, quantity=quantity, multiplier=None, terms=terms, rows=rows)


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
        multiplier = line_of(attrs.evolve(item, amount=1), event, standard, days, _NO_INDICES).multiplier
    except UnknownValueError:
        multiplier = None
    return Unspecified(item=item, multiplier=multiplier, times=times if isinstance(times, int) else None)


def chosen(recipients: Recipients, event: DisasterEvent | None, standard: AidStandard) -> list[tuple[Item, int]]:
    """Huruf c and d: the selective items and their recipients, in the standard's order; people chose them, not we.

    Without an event everything is checked that can be wrong whatever the event.
    """
    counts: dict[str, int] = {}
    # recipients are people or families: where the people are not known, the families are no limit to them
    people = None if event is None else event.people
    most = None if event is None or people is None else max(people, event.families or 0)
    for code, value, items in chosen_for(checks.mapping(recipients, "recipients"), standard):
        count = checks.count(value, "recipients")
        if most is not None and count > most:
            raise InvalidValueError(
                "more_than_struck", field="recipients", value=count, item=_named(code, standard), struck=most
            )
        for item in items:
            counts[item.code] = count
    return [(item, counts[item.code]) for item in standard.items if item.code in counts]


def _named(code: str, standard: AidStandard) -> Text:
    """What a package or an item is called."""
    names = {item.code: item.name for item in standard.items} | {each.code: each.name for each in standard.packages}
    return names[code]


def _times(rate: Owed, count: int) -> Owed:
    if isinstance(rate, Quantity):
        return rate * count
    return Span(rate.minimum * count, rate.maximum * count) if count else rate.minimum * count  # none is no range


__all__ = ["Computed", "NotCounted", "Pairs", "Recipients", "chosen", "compute", "line_asked", "line_of", "window_for"]
