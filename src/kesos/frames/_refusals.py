"""What refuses a whole row: its hazard, its day, its counts by themselves and together, and parts of periods."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kesos import _checks as checks
from kesos.counts import COUNTS
from kesos.frames import _expressions as ex
from kesos.frames._asked import Asked
from kesos.frames._cells import Cell
from kesos.frames._columns import Columns
from kesos.frames._expressions import FALSE, ONE, TRUE, ZERO, Node
from kesos.frames._faults import Fault
from kesos.frames._hazards import MISSING, NOT_COVERED, UNKNOWN
from kesos.frames._status import Status
from kesos.standards import AidStandard
from kesos.values import Period


def of_rows(standard: AidStandard, columns: Columns, groups: int) -> list[Fault]:
    """What is at fault with a row's hazard, its day, and its counts together."""
    faults = [
        (ex.is_group(MISSING, groups), Status.HAZARD_MISSING),
        (ex.is_group(UNKNOWN, groups), Status.HAZARD_UNKNOWN),
        (ex.is_group(NOT_COVERED, groups), Status.HAZARD_NOT_COVERED),
    ]
    if columns.period is not None:
        day, missing = ex.day_of(columns.period), ex.is_missing(columns.period)
        known = ex.negate(missing)
        early = ex.at_most(day, ex.const(ex.number_of_day(date(checks.FIRST_YEAR, 1, 1)) - 1))
        faults += [
            (missing, Status.PERIOD_UNKNOWN),
            (ex.all_of([known, _moment(columns)]), Status.NOT_A_DAY),
            (ex.all_of([known, early]), Status.OUT_OF_RANGE),
            (ex.all_of([known, ex.any_of(_not_in_force(standard, day))]), Status.NOT_IN_FORCE),
        ]
    return [*faults, *_parts(standard, columns)]


def _moment(columns: Columns) -> Node:
    assert columns.period is not None
    return ex.is_moment(columns.period) if columns.frame.is_moment(columns.period) else FALSE


def _not_in_force(standard: AidStandard, day: Node) -> list[Node]:
    validity = standard.validity
    before = [ex.at_most(day, ex.const(ex.number_of_day(validity.start.start) - 1))]
    if not isinstance(validity.end, Period):
        return before
    return [*before, ex.at_most(ex.const(ex.number_of_day(validity.end.end) + 1), day)]


def negative(columns: Columns) -> list[Fault]:
    """Counts below zero."""
    return [(ex.at_most(columns.count(name), ex.const(-1)), Status.COUNT_NEGATIVE) for name in columns.counted]


def _parts(standard: AidStandard, columns: Columns) -> list[Fault]:
    """Where a count is above the one that it is a part of."""
    own = {count.code: count for count in standard.counts}
    faults: list[Fault] = []
    for code, cells in columns.counts.items():
        known = own.get(code) or next((count for count in COUNTS if count.code == code), None)
        whole = None if known is None else known.part_of
        if whole is None or whole not in columns.counts:
            continue
        wholes = columns.counts[whole]
        if any(name is None for _, name in wholes) or (code in own and any(classes for classes, _ in wholes)):
            continue
        part, beyond = _known_sum(cells, columns)
        limit, unheld = _known_sum(wholes, columns)
        given = [ex.negate(columns.is_missing(name)) for _, name in wholes if name is not None]
        above = ex.any_of([beyond, ex.negate(ex.at_most(part, limit))])
        faults.append((ex.all_of([*given, ex.negate(unheld), above]), Status.PART_ABOVE_WHOLE))
    return faults


def _known_sum(cells: Iterable[Cell], columns: Columns) -> tuple[Node, Node]:
    """What is known of a count, added up, and whether 64 bits do not hold it."""
    total, beyond = ZERO, FALSE
    for _, name in cells:
        if name is not None:
            total, fits = ex.fitting_sum(total, ex.maximum(columns.count(name), ZERO))
            beyond = ex.any_of([beyond, ex.negate(fits)])
    return total, beyond


def of_recipients(columns: Columns) -> list[Fault]:
    """Recipients below zero, and more of them than people were struck, in the order in which they are named."""
    people, faults = columns.people, list[Fault]()
    for name in dict.fromkeys(columns.recipients.values()):
        chosen = columns.count(name)
        faults.append((ex.at_most(chosen, ex.const(-1)), Status.COUNT_NEGATIVE))
        if people is not None:
            unknown = [columns.is_missing(people), columns.too_wide(people)]
            sound = ex.negate(ex.any_of([*unknown, *(fault for fault, _ in negative(columns))]))
            above = ex.any_of([columns.too_wide(name), ex.negate(ex.at_most(chosen, columns.count(people)))])
            faults.append((ex.all_of([sound, above]), Status.MORE_THAN_STRUCK))
    return faults


def parts_of_periods(asked: Asked) -> list[Fault]:
    """Where no part of a period counts, days that are no whole number of them refuse the row, if it is counted."""
    item, days = asked.item, asked.days
    if item.part != "whole" or item.cycle is None or days is None:
        return []
    parts = ex.any_of(ex.at_most(ONE, ex.remainder(days, length)) for length in item.cycle)
    known = TRUE
    if not item.unspecified:
        [(_, names), *_] = asked.counted
        known = ex.all_of(FALSE if name is None else ex.negate(asked.columns.is_missing(name)) for name in names)
    return [(ex.all_of([parts, known]), Status.PART_OF_A_PERIOD)]


__all__ = ["negative", "of_recipients", "of_rows", "parts_of_periods"]
