"""A second opinion on every rate: day by day and cell by cell, with nothing of the library's own way to its sums."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from fractions import Fraction
from itertools import product
from typing import Any

from kesos.counts import ByClass
from kesos.events import DisasterEvent, Locality
from kesos.standards import AidStandard, Interval, Item, Row
from kesos.values import Quantity, Rounding, Span, Unit

Ends = tuple[Fraction, Fraction]
Cell = tuple[dict[str, Any], list[Any]]


class SilentError(Exception):
    """The law, or the event, does not say how much."""


def owed(
    item: Item, standard: AidStandard, event: DisasterEvent, days: int | None, indices: Mapping[str, Quantity]
) -> tuple[int, int] | None:
    """The least and the most that is owed, in the base unit; None where that is not known or there is no rate."""
    try:
        least, most = _owed(item, standard, event, days, indices)
    except SilentError:
        return None
    return least.numerator // least.denominator, -(-most.numerator // most.denominator)


def _owed(item: Item, standard: AidStandard, event: DisasterEvent, days: int | None, indices: Any) -> Ends:
    least = most = Fraction(0)
    for classes, numbers in _cells(item, standard, event):
        for fewest, often, day, counted in _periods(item, days):
            facts = facts_on(standard, event, classes, day, counted)
            row = _row(item.rates or (Row(amount=item.amount or 0),), facts)
            size = row.group or item.group
            low, high = _rate(row, item.unit, standard, facts, indices)
            counts = [_ends(number, item.measure) for number in numbers]
            least += fewest * low * sum(_rounded(count[0] / size, item.rounding) for count in counts)
            most += often * high * sum(_rounded(count[1] / size, item.rounding) for count in counts)
    return least, most


def facts_on(
    standard: AidStandard, event: DisasterEvent, classes: Mapping[str, Any], day: int, counted: int | None
) -> dict[str, Any]:
    """What a row may ask about a day of an event."""
    when = event.period.start + timedelta(days=day - 1)
    seasons = {
        axis.code: next((name for name, months in axis.months.months if when.month in months), "")
        for axis in standard.axes
        if axis.of == "date"
    }
    return {**event.traits, **classes, **seasons, "date": when} | ({} if counted is None else {"day": counted})


def fitting(rows: tuple[Row, ...], facts: Mapping[str, Any]) -> list[Row]:
    """Every row that fits; a sound standard has one at the most."""
    return [row for row in rows if all(name in facts and _holds(test, facts[name]) for name, test in row.tests)]


def _holds(test: Any, fact: Any) -> bool:
    if not isinstance(test, Interval):
        return bool(test == fact)
    if isinstance(fact, str):
        return False
    return (test.start is None or fact >= test.start) and (test.end is None or fact <= test.end)


def _row(rows: tuple[Row, ...], facts: Mapping[str, Any]) -> Row:
    found = fitting(rows, facts)
    if len(found) != 1:
        raise SilentError
    return found[0]


def _cells(item: Item, standard: AidStandard, event: DisasterEvent) -> Iterator[Cell]:
    """Each cell with what was counted over the event, or in each place where groups are counted there."""
    if item.per == "event":
        yield {}, [1]
        return
    where: list[Any] = list(event.localities) if item.counted == "place" and event.localities else [event]
    axes = dict(standard.count(item.per).axis)
    if not any(row.test(axis) is not None for row in item.rates for axis in axes):
        yield {}, [_total(item.per, standard, place) for place in where]
        return
    given = cells_of(item.per, standard, event)
    wanted = dict.fromkeys(given)
    if len(axes) == 1:
        [axis] = axes
        wanted |= {((axis, t),): None for row in item.rates if isinstance(t := row.test(axis), str)}
    for cell in wanted:
        if given.get(cell) is None:
            raise SilentError
        yield dict(cell), [cells_of(item.per, standard, place).get(cell) for place in where]


def cells_of(code: str, standard: AidStandard, counted: DisasterEvent | Locality) -> dict[Any, Any]:
    """What was counted in each class, every class with its axis."""
    given = counted.counts.get(code)
    axes = list(standard.count(code).axis)
    if not isinstance(given, ByClass):
        raise SilentError

    def axis_of(name: object) -> str:
        return next((axis for axis, classes in axes if name in (classes or ())), axes[0][0])

    return {tuple(sorted((axis or axis_of(name), name) for axis, name in cell)): n for cell, n in given.cells}


def _total(code: str, standard: AidStandard, counted: DisasterEvent | Locality) -> Any:
    """All of a count; of one by class, where each class of each of its axes was given."""
    number = counted.counts.get(code)
    parts: list[Any] = [each for _, each in number.cells] if isinstance(number, ByClass) else [number]
    if not parts or any(part is None for part in parts):
        raise SilentError
    if isinstance(number, ByClass):
        axes = standard.count(code).axis
        if len(axes) and all(classes is not None for _, classes in axes):
            every = product(*([(axis, name) for name in classes or ()] for axis, classes in axes))
            given = cells_of(code, standard, counted)
            if any(tuple(sorted(cell)) not in given for cell in every):
                raise SilentError
    return sum(parts[1:], parts[0])


def _ends(number: Any, measure: Unit | None) -> Ends:
    if isinstance(number, Span):
        return Fraction(number.minimum), Fraction(number.maximum)
    exact = Fraction(number.amount, measure.factor if measure else 1) if isinstance(number, Quantity) else number
    return Fraction(exact), Fraction(exact)


def _periods(item: Item, days: int | None) -> Iterator[tuple[int, int, int, int | None]]:
    """Each run: how often at the least and at the most, on which day, and which day the rows are asked for."""
    if item.cycle is None or days is None:
        yield 1, 1, 1, days
        return
    rounding = Rounding.DOWN if item.part == "down" else Rounding.UP
    shortest, longest = item.cycle
    fewest, often = (_rounded(Fraction(days, length), rounding) for length in (longest, shortest))
    if fewest != often:
        yield int(fewest), int(often), 1, 1
        return
    for number in range(int(often)):
        yield 1, 1, number * shortest + 1, number * shortest + 1


def _rate(row: Row, unit: Unit, standard: AidStandard, facts: Mapping[str, Any], indices: Any) -> Ends:
    """The amount of a row at one time, in the base unit."""
    factor = unit.factor
    if row.share is not None:
        step = Fraction(row.to or 1) * factor
        values = [_index(code, standard, facts, indices) for code in row.indices]
        share = _rounded(min(values) * row.share / step, row.rounding) * step
        return share, share
    ends: list[Any] = [getattr(row.amount, end, row.amount) for end in ("start", "end")]
    further = Fraction(0)
    if row.each_further is not None:
        [(name, test)] = [(n, t) for n, t in row.tests if isinstance(t, Interval) and n not in ("day", "date")]
        further = (facts[name] - test.start) * Fraction(row.each_further) * factor
    return Fraction(ends[0] or 0) * factor + further, Fraction(ends[1] or 0) * factor + further


def _index(code: str, standard: AidStandard, facts: Mapping[str, Any], indices: Any) -> Fraction:
    index = standard.index(code)
    if index.given == "caller":
        if code not in indices:
            raise SilentError
        return Fraction(indices[code].amount)
    return _rate(_row(tuple(each.row for each in index.values), facts), index.unit, standard, facts, indices)[0]


def _rounded(value: Fraction, rounding: Rounding | None) -> Fraction:
    """`value` in whole steps; as it is where nobody says how to round."""
    down = Fraction(value.numerator // value.denominator)
    if rounding is None or value == down:
        return value
    if rounding is Rounding.DOWN:
        return down
    return down + 1 if rounding is Rounding.UP or value - down >= Fraction(1, 2) else down


__all__ = ["cells_of", "facts_on", "fitting", "owed"]
