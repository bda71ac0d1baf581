"""An event of which only the month or the year is known: what depends on its first day is not known either."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from kesos.errors import UnknownValueError
from kesos.events import DisasterEvent
from kesos.standards import AidStandard, Item, Row
from kesos.standards._rates import DATE, DAY, Fact, holds
from kesos.values import Period

_WITH_A_FIRST_DAY = ("day", "days")


def check_in_force_throughout(event: DisasterEvent, standard: AidStandard) -> None:
    """Says nothing where the standard is in force on every day that may be the first, or on none.

    Raises:
        UnknownValueError: It is in force on some of them.
    """
    period = event.period
    if period.precision in _WITH_A_FIRST_DAY:
        return
    first, last = (standard.validity.covers(Period.of(day)) for day in (period.start, period.end))
    if first != last:
        raise UnknownValueError("day_unknown.in_force", field="period", value=period.iso, standard=standard.title)


def check_one_rate(
    item: Item, event: DisasterEvent, standard: AidStandard, facts: Mapping[str, Fact], days: int | None
) -> None:
    """Says nothing where the same rates hold whichever day of the period is the first.

    Args:
        item: The item.
        event: The event.
        standard: The standard.
        facts: What is known besides the day: classes and traits.
        days: For how many days it is asked.

    Raises:
        UnknownValueError: The rates change within the period, or within so many days after it.
    """
    period = event.period
    if period.precision in _WITH_A_FIRST_DAY:
        return
    dated = standard.dated_tests - {DAY}
    rows = [
        row
        for row in _rows(item, standard)
        if any(name in dated for name, _ in row.tests) and _may_fit(row, facts, dated)
    ]
    later = 0 if days is None or item.cycle is None else days - 1
    length = (period.end - period.start).days + later
    if rows and len({_fitting(rows, standard, period.start + timedelta(days=at)) for at in range(length + 1)}) > 1:
        raise UnknownValueError("day_unknown.rate", field="period", value=period.iso, item=item.name)


def _rows(item: Item, standard: AidStandard) -> Iterator[Row]:
    """The rows of an item, and those of the indices that they take a share of."""
    for row in item.table:
        yield row
        for code in row.indices:
            yield from (value.row for value in standard.index(code).values)


def _may_fit(row: Row, facts: Mapping[str, Fact], dated: frozenset[str]) -> bool:
    return all(holds(test, facts[name]) for name, test in row.tests if name in facts and name not in dated)


def _fitting(rows: list[Row], standard: AidStandard, day: date) -> tuple[bool, ...]:
    """Which rows a day fits."""
    facts: dict[str, Fact] = {DATE: day}
    facts |= {axis.code: axis.months.class_of(day) or "" for axis in standard.axes if axis.of == "date"}
    return tuple(all(holds(test, facts[name]) for name, test in row.tests if name in facts) for row in rows)


__all__ = ["check_in_force_throughout", "check_one_rate"]
