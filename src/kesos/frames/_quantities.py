"""How much of an item a row is owed, as an expression: count × times × rate over the cells, and what is at fault."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from math import lcm
from typing import Any, NamedTuple

import attrs

from kesos.errors import FrameError
from kesos.frames import _expressions as ex
from kesos.frames._columns import Classes, Columns
from kesos.frames._days import Fault
from kesos.frames._expressions import FALSE, ONE, TRUE, ZERO, Node
from kesos.frames._priced import Priced, priced
from kesos.frames._status import STATUSES, Status
from kesos.standards import AidStandard, Interval, Item
from kesos.standards._rates import DATE, DAY
from kesos.values import Rounding

MOST_PERIODS = 400
"""So many periods are looked at one by one, where a rate changes with the season."""
FEW_PERIODS = 3
"""So many are looked at one by one in any case: a comparison takes an engine less time than a division."""


def in_order(faults: list[Fault]) -> list[Fault]:
    """Faults that are met one after the other, each where none before it is one."""
    places = [STATUSES.index(status) for _, status in faults]
    if places == sorted(places):  # the first of them all is told anyway
        return faults
    found: list[Fault] = []
    before = FALSE
    for fault, status in faults:
        found.append((ex.all_of([fault, ex.negate(before)]), status))
        before = ex.any_of([before, fault])
    return found


class Owed(NamedTuple):
    """What a row is owed at an end, and its faults in the order in which the scalar function meets them."""

    least: Node
    most: Node
    faults: list[Fault]
    weight: int
    """The most that a row is owed for one of what is counted."""
    adds_up: bool
    """Whether what is owed for two rows together is what their sums are owed."""


@attrs.frozen(kw_only=True, eq=False)
class Asked:
    """One item, what it is asked of, and for how long."""

    item: Item
    standard: AidStandard
    columns: Columns
    days: Node | None

    @property
    def day(self) -> Node:
        """The first day of the row's event."""
        return ZERO if self.columns.period is None else ex.day_of(self.columns.period)


class _Ends(NamedTuple):
    least: Node
    most: Node


def owed(asked: Asked) -> Owed:
    """How much of an item each row is owed."""
    item = asked.item
    faults: list[Fault] = []
    not_held: list[Node] = []
    totals, rests = [ZERO, ZERO], [ZERO, ZERO]
    scale = _scale(asked)
    weight, sizes = 0, {item.group}
    for classes, names in _counted(asked):
        count = _count(names, asked.columns, faults)
        if count is None:
            continue
        rows = priced(item, dict(classes), asked.standard, asked.columns.indices)
        rest = ex.remainder(count, scale.under)  # what does not divide is counted apart, so that no product is larger
        count = ex.divide(count, ex.const(scale.under))
        totals, too_large = _of_cell(asked, count, rows, scale, totals, faults)
        rests, rest_too_large = _of_cell(asked, rest, rows, scale, rests, [])
        not_held += [too_large, rest_too_large]
        weight += sum(_longest(asked) * scale.of(row.most) for row in rows) * max(len(names), 1)
        sizes |= {row.group for row in rows}
    least, most = totals
    if scale.under > 1:
        by = ex.const(scale.under)
        least, fits = ex.fitting_sum(least, ex.divide(rests[0], by))
        most, most_fits = ex.fitting_sum(most, _rounded_up(rests[1], by))
        not_held += [ex.negate(fits), ex.negate(most_fits)]
    faults.append((ex.any_of(not_held), Status.COUNT_TOO_LARGE))  # what the scalar function knows nothing of is last
    return Owed(
        least,
        most,
        [each for each in faults if each[0] != FALSE],
        weight,
        sizes == {1} and scale.under == 1 and item.per != "event",
    )


def _longest(asked: Asked) -> int:
    """The most times that a rate can be taken."""
    return 1 if asked.item.cycle is None or asked.days is None else asked.days.most


def _counted(asked: Asked) -> list[tuple[Classes, tuple[str | None, ...]]]:
    """The cells whose rates differ, each with the columns that count it."""
    item = asked.item
    if item.per == "event":
        return [((), ())]
    cells = asked.columns.cells(item.per)
    axes = [axis for axis, _ in asked.standard.count(item.per).axis]
    if any(row.test(axis) is not None for row in item.table for axis in axes):
        return [(classes, (name,)) for classes, name in cells]
    return [((), tuple(name for _, name in cells))]


def _count(names: tuple[str | None, ...], columns: Columns, faults: list[Fault]) -> Node | None:
    """How many: what the columns add up to; one where it is the event that counts, None where nobody counted."""
    total = ZERO if names else ONE
    for name in names:
        if name is None:
            faults.append((TRUE, Status.COUNT_UNKNOWN))
            return None
        total, fits = ex.fitting_sum(total, ex.maximum(columns.count(name), ZERO))
        faults.append((columns.is_missing(name), Status.COUNT_UNKNOWN))
        faults.append((ex.any_of([columns.too_wide(name), ex.negate(fits)]), Status.COUNT_TOO_LARGE))
    return total


def is_range(asked: Asked) -> bool:
    """Whether an item has two columns: for the least and the most that is owed."""
    cycle = asked.item.cycle
    lasts_differently = cycle is not None and cycle[0] != cycle[1]
    return lasts_differently or _scale(asked).under > 1 or any(row.least != row.most for row in _all_rows(asked))


def _all_rows(asked: Asked) -> list[Priced]:
    item, columns = asked.item, asked.columns
    return [
        row for classes, _ in _counted(asked) for row in priced(item, dict(classes), asked.standard, columns.indices)
    ]


class _Scale(NamedTuple):
    """By what a measured count is multiplied, and by what the whole is then divided so that every factor is whole."""

    by: Fraction
    under: int

    def of(self, rate: int) -> int:
        """A rate, as a whole number for each of the count's unit."""
        return int(rate * self.by * self.under)


def _scale(asked: Asked) -> _Scale:
    """The unit of a measured count, in those for which the rates stand."""
    item = asked.item
    unit = None if item.per == "event" else asked.standard.count(item.per).unit
    given = asked.columns.units.get(item.per, unit)
    if given is None:
        return _Scale(Fraction(1), 1)
    by = Fraction(given.factor, 1 if item.measure is None else item.measure.factor)  # or for each of the base unit
    return _Scale(by, lcm(*((by * each).denominator for row in _all_rows(asked) for each in (row.least, row.most))))


def _rounded_up(number: Node, by: Node) -> Node:
    """A quotient, rounded up; never beyond what 64 bits hold."""
    assert by.constant is not None
    rest = ex.remainder(number, by.constant)
    return ex.add(ex.divide(number, by), ex.minimum(rest, ONE))


def parts_of_periods(asked: Asked) -> list[Fault]:
    """Where no part of a period counts, days that are no whole number of them refuse the row, if it is counted."""
    item, days = asked.item, asked.days
    if item.part != "whole" or item.cycle is None or days is None:
        return []
    parts = ex.any_of(ex.at_most(ONE, ex.remainder(days, length)) for length in item.cycle)
    known = TRUE
    if not item.unspecified:
        [(_, names), *_] = _counted(asked)
        known = ex.all_of(FALSE if name is None else ex.negate(asked.columns.is_missing(name)) for name in names)
    return [(ex.all_of([parts, known]), Status.PART_OF_A_PERIOD)]


# --- one cell --------------------------------------------------------------------------------------------------------


class _Met(NamedTuple):
    """A row, how often it is met at the least and at the most, and how often it might be, were a class known."""

    row: Priced
    times: _Ends
    maybe: Node


def _of_cell(
    asked: Asked, count: Node, rows: list[Priced], scale: _Scale, totals: list[Node], faults: list[Fault]
) -> tuple[list[Node], Node]:
    met, without = _met(asked, rows)
    faults.extend(without)
    too_large: list[Node] = []
    sums = list(totals)
    sizes = dict.fromkeys(row.group for row, _, _ in met)
    for size in sizes:
        grouped = _groups(count, size, asked.item.rounding)
        of_size = [each for each in met if each.row.group == size]
        for end in (0, 1):
            if end == 1 and _same_ends(met) and totals[0] is totals[1]:
                sums[1] = sums[0]
                continue
            factor, plain = _factor(of_size, end, scale)
            if plain:
                product, fits = ex.fitting_product(grouped, factor)
            else:
                product, fits = _one_by_one(grouped, of_size, end, scale)
            sums[end], held = ex.fitting_sum(sums[end], product)
            too_large += [ex.negate(fits), ex.negate(held)]
    return sums, ex.any_of(too_large)


def _same_ends(met: list[_Met]) -> bool:
    return all(row.least == row.most and times.least is times.most for row, times, _ in met)


def _rate(row: Priced, end: int, scale: _Scale) -> int:
    return scale.of((row.least, row.most)[end])


def _factor(met: list[_Met], end: int, scale: _Scale) -> tuple[Node, bool]:
    """Times × rate over the rows, where 64 bits hold it in every row."""
    factor, most = ZERO, 0
    for row, times, _ in met:
        rate = _rate(row, end, scale)
        most += times[end].most * rate
        if most > ex.LARGEST and not (len(met) == 1 and (times[end].op == "table" or times[end].constant is not None)):
            return ZERO, False
        factor = ex.add(factor, ex.multiply(times[end], ex.const(rate)))
    return factor, True


def _one_by_one(count: Node, met: list[_Met], end: int, scale: _Scale) -> tuple[Node, Node]:
    """The same sum where a rate is so large that times × rate may not fit: count × times first."""
    total, fits = ZERO, []
    for row, times, _ in met:
        often, held = ex.fitting_product(count, times[end])
        product, held_too = ex.fitting_product(often, ex.const(_rate(row, end, scale)))
        total, held_all = ex.fitting_sum(total, product)
        rate_counts = _rate(row, end, scale) > 0
        fits += [held if rate_counts else TRUE, held_too, held_all]
    return total, ex.all_of(fits)


def _groups(count: Node, size: int, rounding: Rounding | None) -> Node:
    """One amount for so many: how many groups there are, the rest counted as is declared."""
    if size == 1 or rounding is None:
        return count
    whole, rest = ex.divide(count, ex.const(size)), ex.remainder(count, size)
    if rounding is Rounding.DOWN:
        return whole
    least = 1 if rounding is Rounding.UP else (size + 1) // 2
    return ex.add(whole, ex.at_most(ex.const(least), rest))


# --- when a row is met -----------------------------------------------------------------------------------------------


def _met(asked: Asked, rows: list[Priced]) -> tuple[list[_Met], list[Fault]]:
    """Every row of the table with how often it is met, and what is at fault where none is."""
    cycle = asked.item.cycle
    if cycle is None or asked.days is None:
        return _single(asked, rows, ONE if asked.days is None else asked.days, _Ends(ONE, ONE))
    shortest, longest = cycle
    fewest, often = (_periods(asked.days, length, asked.item.part) for length in (longest, shortest))
    often = fewest if often == fewest else often  # one and the same where a period has one length
    single = _single(asked, rows, ONE, _Ends(fewest, often))
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
    truth: Node, one: tuple[list[_Met], list[Fault]], other: tuple[list[_Met], list[Fault]]
) -> tuple[list[_Met], list[Fault]]:
    """Rows met in one way where it is so, in the other where not."""
    met = [
        _Met(
            first.row,
            _Ends(*(ex.choose(truth, a, b) for a, b in zip(first.times, second.times, strict=True))),
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


def _single(asked: Asked, rows: list[Priced], day: Node, times: _Ends) -> tuple[list[_Met], list[Fault]]:
    """One row holds for all of the days: that of one of them."""
    met: list[_Met] = []
    found: list[Node] = []
    for row in rows:
        facts = [_holds_on(asked, name, test, day, asked.day) for name, test in row.tests.items()]
        holds = ex.all_of(fact for fact, _ in facts)
        unknown = TRUE if row.class_unknown else ex.any_of(missing for _, missing in facts)
        fits = ex.all_of([holds, ex.negate(unknown)])
        least = ex.multiply(fits, times.least)
        number = _Ends(least, least if times.least is times.most else ex.multiply(fits, times.most))
        met.append(_Met(row, number, ex.all_of([holds, unknown])))
        found.append(fits)
    return met, _no_row(met, ex.any_of(found), found)


def _no_row(met: list[_Met], covered: Node, found: list[Node]) -> list[Fault]:
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


def _accumulated(asked: Asked, rows: list[Priced], periods: Node, length: int) -> tuple[list[_Met], list[Fault]]:
    """Each period under the row of its first day."""
    seasons = {axis.code for axis in asked.standard.axes if axis.of == "date"}
    met: list[_Met] = []
    for row in rows:
        steady = {name: test for name, test in row.tests.items() if name not in (DATE, DAY) and name not in seasons}
        facts = [_holds_on(asked, name, test, ONE, asked.day) for name, test in steady.items()]
        holds = ex.all_of(fact for fact, _ in facts)
        unknown = TRUE if row.class_unknown else ex.any_of(missing for _, missing in facts)
        often = _often(asked, row, periods, length, {*row.tests} & seasons)
        times = ex.multiply(ex.all_of([holds, ex.negate(unknown)]), often)
        met.append(_Met(row, _Ends(times, times), ex.multiply(ex.all_of([holds, unknown]), often)))
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


__all__ = ["Asked", "Owed", "in_order", "is_range", "owed", "parts_of_periods"]
