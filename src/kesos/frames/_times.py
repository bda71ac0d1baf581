"""How often a row of an item's rates is met in each row of a frame, and what is at fault where none is."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from kesos.errors import FrameError
from kesos.frames import _expressions as ex
from kesos.frames._asked import Asked
from kesos.frames._expressions import FALSE, ONE, TRUE, ZERO, Node
from kesos.frames._faults import Fault
from kesos.frames._priced import Priced
from kesos.frames._status import Status
from kesos.standards import Interval
from kesos.standards._rates import DATE, DAY

MOST_PERIODS = 400
"""So many periods are looked at one by one, where a rate changes with the season."""
FEW_PERIODS = 3
"""So many are looked at one by one in any case: a comparison takes an engine less time than a division."""


class Ends(NamedTuple):
    """The fewest and the most times."""

    least: Node
    most: Node


class Met(NamedTuple):
    """A row, how often it is met at the least and at the most, and how often it might be, were a class known."""

    row: Priced
    times: Ends
    maybe: Node


def met_rows(asked: Asked, rows: list[Priced]) -> tuple[list[Met], list[Fault]]:
    """Every row of the table with how often it is met, and what is at fault where none is."""
    cycle = asked.item.cycle
    if cycle is None or asked.days is None:
        return _single(asked, rows, ONE if asked.days is None else asked.days, Ends(ONE, ONE))
    shortest, longest = cycle
    fewest, often = (_periods(asked.days, length, asked.item.part) for length in (longest, shortest))
    often = fewest if often == fewest else often  # one and the same where a period has one length
    single = _single(asked, rows, ONE, Ends(fewest, often))
    if not _changes(asked):
        return single
    same = ex.equal(fewest, often)
    if same == FALSE:
        return single
    each = _accumulated(asked, rows, often, shortest)
    return each if same == TRUE else _either(same, each, single)


def _changes(asked: Asked) -> bool:
    """Whether the rate may change from one day to the next."""
    item, standard = asked.item, asked.standard
    return any(
        any(name in standard.dated_tests for name, _ in row.tests)
        or any(standard.index(code).given is None for code in row.indices)
        for row in item.table
    )


def _either(
    truth: Node, one: tuple[list[Met], list[Fault]], other: tuple[list[Met], list[Fault]]
) -> tuple[list[Met], list[Fault]]:
    """Rows met in one way where it is so, in the other where not."""
    met = [
        Met(
            first.row,
            Ends(*(ex.choose(truth, a, b) for a, b in zip(first.times, second.times, strict=True))),
            ex.choose(truth, first.maybe, second.maybe),
        )
        for first, second in zip(one[0], other[0], strict=True)
    ]
    faults = [(ex.all_of([truth, fault]), status) for fault, status in one[1]]
    faults += [(ex.all_of([ex.negate(truth), fault]), status) for fault, status in other[1]]
    return met, faults


def _periods(days: Node, length: int, part: str | None) -> Node:
    if part == "down":
        return ex.divide(days, ex.const(length))
    return ex.divide(ex.add(days, ex.const(length - 1)), ex.const(length))


def _single(asked: Asked, rows: list[Priced], day: Node, times: Ends) -> tuple[list[Met], list[Fault]]:
    """One row holds for all of the days: that of one of them."""
    met: list[Met] = []
    found: list[Node] = []
    for row in rows:
        facts = [_holds_on(asked, name, test, day, asked.day) for name, test in row.tests.items()]
        holds = ex.all_of(fact for fact, _ in facts)
        unknown = TRUE if row.class_unknown else ex.any_of(missing for _, missing in facts)
        fits = ex.all_of([holds, ex.negate(unknown)])
        least = ex.multiply(fits, times.least)
        number = Ends(least, least if times.least is times.most else ex.multiply(fits, times.most))
        met.append(Met(row, number, ex.all_of([holds, unknown])))
        found.append(fits)
    return met, _no_row(met, ex.any_of(found), found)


def _no_row(met: list[Met], covered: Node, found: list[Node]) -> list[Fault]:
    """What is at fault where no row fits."""
    maybe = ex.any_of(ex.at_most(ONE, each.maybe) for each in met)
    not_brought = ex.any_of(fits for each, fits in zip(met, found, strict=True) if each.row.index_unknown)
    none = ex.negate(covered)
    return [
        (ex.all_of([none, maybe]), Status.CLASS_UNKNOWN),
        (not_brought, Status.INDEX_UNKNOWN),
        (ex.all_of([none, ex.negate(maybe)]), Status.NO_RATE),
    ]


def _holds_on(asked: Asked, name: str, test: Any, day: Node, when: Node) -> tuple[Node, Node]:
    """Whether a test holds on a day, and whether that is not known."""
    if name == DAY:
        return _within(day, test.start, test.end), FALSE
    if name == DATE:
        return _within(when, _number(test.start), _number(test.end)), FALSE
    axis = next(each for each in asked.standard.axes if each.code == name)
    if axis.of == "date":
        months = dict(axis.months.months)[str(test)]
        month = ex.month_of(when)
        return ex.any_of(ex.equal(month, ex.const(number)) for number in months), FALSE
    column = asked.columns.traits[name]
    if column is None:
        return TRUE, TRUE
    missing = ex.is_missing(column)
    return ex.any_of([missing, ex.is_word(column, str(test))]), missing


def _number(day: date | None) -> int | None:
    return None if day is None else ex.number_of_day(day)


def _within(number: Node, start: int | None, end: int | None) -> Node:
    after = TRUE if start is None else ex.at_most(ex.const(start), number)
    return ex.all_of([after, TRUE if end is None else ex.at_most(number, ex.const(end))])


def _accumulated(asked: Asked, rows: list[Priced], periods: Node, length: int) -> tuple[list[Met], list[Fault]]:
    """Each period under the row of its first day."""
    seasons = {axis.code for axis in asked.standard.axes if axis.of == "date"}
    met: list[Met] = []
    for row in rows:
        steady = {name: test for name, test in row.tests.items() if name not in (DATE, DAY) and name not in seasons}
        facts = [_holds_on(asked, name, test, ONE, asked.day) for name, test in steady.items()]
        holds = ex.all_of(fact for fact, _ in facts)
        unknown = TRUE if row.class_unknown else ex.any_of(missing for _, missing in facts)
        often = _often(asked, row, periods, length, {*row.tests} & seasons)
        times = ex.multiply(ex.all_of([holds, ex.negate(unknown)]), often)
        met.append(Met(row, Ends(times, times), ex.multiply(ex.all_of([holds, unknown]), often)))
    together = ZERO
    for each in met:
        together = ex.add(together, each.times.least)
    return met, _no_row(met, ex.at_most(periods, together), [ex.at_most(ONE, each.times.least) for each in met])


def _often(asked: Asked, row: Priced, periods: Node, length: int, seasons: set[str]) -> Node:
    """In how many periods the tests on the day and the date hold on the first day."""
    first, end = ZERO, periods
    day, when = row.tests.get(DAY), row.tests.get(DATE)
    if isinstance(day, Interval):
        if isinstance(day.start, int):
            first = ex.maximum(first, ex.const(-(-(max(day.start, 1) - 1) // length)))
        if isinstance(day.end, int):
            end = ex.minimum(end, ex.const((day.end + length - 1) // length))
    dates = (when.start, when.end) if isinstance(when, Interval) else (None, None)
    start, last = (ex.number_of_day(each) if isinstance(each, date) else None for each in dates)
    few = periods.most <= FEW_PERIODS and (start, last) != (None, None)
    if not seasons and not few:
        by = ex.const(length)
        if start is not None:
            ahead = ex.maximum(ex.sub(ex.const(start), asked.day), ZERO)
            first = ex.maximum(first, ex.divide(ex.add(ahead, ex.const(length - 1)), by))
        if last is not None:
            left = ex.maximum(ex.sub(ex.const(last + length), asked.day), ZERO)
            end = ex.minimum(end, ex.divide(left, by))
        return ex.maximum(ex.sub(end, first), ZERO)
    if periods.most > MOST_PERIODS:
        raise FrameError(
            "season_too_long",
            field=f"days.{asked.item.code}",
            value=periods.most,
            most=MOST_PERIODS,
            item=asked.item.name,
        )
    total = ZERO
    for number in range(periods.most):
        later = number * length
        on = ex.add(asked.day, ex.const(later))
        dated = None if start is None else start - later, None if last is None else last - later
        within = [ex.at_most(first, ex.const(number)), ex.at_most(ex.const(number + 1), end)]
        within.append(_within(asked.day, *dated))
        seasonal = [_holds_on(asked, name, row.tests[name], ONE, on)[0] for name in sorted(seasons)]
        total = ex.add(total, ex.all_of([*within, *seasonal]))
    return total


__all__ = ["Met", "met_rows"]
