"""Rules on days: runs that end before they begin, weekdays, lists that follow their days, how exact days are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from kesos.audit._rule import FINE, UNKNOWN, Odd, Verdict, rule
from kesos.audit._subject import Subject
from kesos.audit._things import TableColumn, columns
from kesos.reports import FromTo, InOrder, WeekdayOf
from kesos.values import Period, Printed, Text

_DAYS = re.compile(
    r"\b(\d{1,2})\s*(?:[-–—]|s\.?/?d\.?|sampai(?: dengan)?)\s*(\d{1,2})\s*(?:/\s*\d{1,2}\s*[-/]|[A-Za-z]+)\s*\d{4}\b"
)
"""Two days of one month, as in "17 – 10 Maret 2017" and "01 – 05 / 03-2017"."""
_YEARS = re.compile(r"\b((?:19|20)\d\d)\s*(?:[-–—]|s\.?/?d\.?|sampai(?: dengan)?)\s*((?:19|20)\d\d)\b")
_WEEKDAYS = (
    Text("Senin", "Monday"),
    Text("Selasa", "Tuesday"),
    Text("Rabu", "Wednesday"),
    Text("Kamis", "Thursday"),
    Text("Jumat", "Friday"),
    Text("Sabtu", "Saturday"),
    Text("Minggu", "Sunday"),
)


class _Run(NamedTuple):
    """A run of days of one month, or of years, in a printed text without a value."""

    cell: Printed
    words: str
    first: int
    last: int


def _runs(subject: Subject) -> Iterator[FromTo | _Run]:
    declared = subject.of(FromTo)
    yield from declared
    known = {relation.printed_run for relation in declared}
    for cell in subject.printed:
        if cell.value is None and cell not in known:
            for run in (*_DAYS.finditer(cell.text), *_YEARS.finditer(cell.text)):
                yield _Run(cell, run[0], int(run[1]), int(run[2]))


@rule("period_order", _runs)
def check_period_order(subject: Subject, it: FromTo | _Run) -> Verdict:
    """A run of days or years does not end before it begins.

    Looked at are the runs that the report is typed to have, and every printed text that holds one, such as a title or
    a cell without a value.
    """
    if isinstance(it, _Run):
        return FINE if it.first <= it.last else Odd(it.cell, severity="error", wording="in_text", run=f'"{it.words}"')
    if it.first <= it.last:
        return FINE
    return Odd(it.printed_run, severity=subject.grade(it, it.printed_run), first=it.first, last=it.last)


@rule("weekday", WeekdayOf)
def check_weekdays(subject: Subject, it: WeekdayOf) -> Verdict:
    """A day falls on the weekday that is named beside it."""
    day = it.day.value
    if not isinstance(day, Period) or day.precision != "day":
        return UNKNOWN
    falls_on = day.start.isoweekday()
    if falls_on == it.weekday:
        return FINE
    named = _WEEKDAYS[it.weekday - 1] if it.weekday in range(1, 8) else str(it.weekday)
    return Odd(it.day, _WEEKDAYS[falls_on - 1], severity=subject.grade(it, it.day), day=day, named=named)


class _Step(NamedTuple):
    """Two neighbours in a list that follows its days."""

    relation: InOrder
    above: Printed
    earlier: Period
    below: Printed
    later: Period

    def is_back(self) -> bool:
        """Whether the lower one ended before the upper one began."""
        return self.later.end < self.earlier.start


def _steps(subject: Subject) -> Iterator[_Step]:
    for relation in subject.of(InOrder):
        dated = [(cell, cell.value) for cell in relation.items if isinstance(cell.value, Period)]
        steps = [_Step(relation, *above, *below) for above, below in pairwise(dated)]
        is_in_order = sum(step.is_back() for step in steps) * 4 <= len(steps)
        if not steps or not is_in_order or len(dated) < len(relation.items):
            subject.leave_unknown(relation)
        if is_in_order:
            yield from steps


@rule("day_order", _steps)
def check_day_order(subject: Subject, it: _Step) -> Verdict:
    """Rows that follow their days follow them throughout.

    Only a list that is nearly in order is held to it: where more neighbours are out of order than one in four, the
    list follows something else. A month or a run of days overlaps with the days in it, and so is in order with them.
    """
    return Odd(it.below, it.earlier, day=it.later, concerns=(it.above,)) if it.is_back() else FINE


@rule("precision", columns)
def check_precision(subject: Subject, it: TableColumn) -> Verdict:
    """The days of a table are known with one precision, not some to the day and some only to the month or year."""
    known = [(cell, cell.value.precision) for cell in it.cells if isinstance(cell.value, Period)]
    if len(known) < 2:
        return UNKNOWN
    rough = [cell for cell, precision in known if precision in ("month", "year")]
    if not rough or not any(precision in ("day", "days") for _, precision in known):
        return FINE
    return Odd(rough[0], count=len(rough), all=len(it.cells), concerns=rough)
