"""A table of rates with every class and index put in: rows that test nothing but days, dates and traits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import product
from typing import Any, NamedTuple, cast

from kesos.standards import AidStandard, Interval, Item, Row
from kesos.standards._rates import Fact, Test, holds
from kesos.values import Quantity, Rounding, round_exactly
from kesos.values._spans import ends_of

Classes = Mapping[str, Fact]
Tests = dict[str, Test]


class Priced(NamedTuple):
    """A row that a cell may meet: when it fits, and what it gives at a time, at the least and at the most."""

    tests: Tests
    least: int
    most: int
    group: int
    class_unknown: bool
    index_unknown: bool


def priced(item: Item, classes: Classes, standard: AidStandard, indices: Mapping[str, Quantity]) -> list[Priced]:
    """The rows that a cell of these classes may meet."""
    axes = {} if item.per in ("event", "recipient") else dict(standard.count(item.per).axis)
    found: list[Priced] = []
    for row in item.table:
        own = [(name, test) for name, test in row.tests if name in axes]
        if any(name in classes and not holds(test, classes[name]) for name, test in own):
            continue
        tests = {name: test for name, test in row.tests if name not in axes}
        unknown = any(name not in classes for name, _ in own)
        group = row.group or item.group
        if row.share is None:
            least, most = _amounts(row, item, classes, unknown)
            found.append(Priced(tests, least, most, group, unknown, False))
            continue
        for met, value in _shares(row, item, standard, indices):
            together = _together(tests, met)
            if together is not None:
                found.append(Priced(together, value or 0, value or 0, group, unknown, value is None))
    return found


def _amounts(row: Row, item: Item, classes: Classes, unknown: bool) -> tuple[int, int]:
    """What a row gives in the base unit; a class that is a whole number may add to it."""
    rate = row.quantity(item.unit)
    least, most = ends_of(rate)
    further = 0
    if row.each_further is not None and row.counted_from is not None and not unknown:
        value = next(classes[name] for name, _ in row.tests if name in classes)
        further = Quantity((cast(int, value) - row.counted_from) * Fraction(row.each_further), item.unit).amount
    return least.amount + further, most.amount + further


def _shares(
    row: Row, item: Item, standard: AidStandard, indices: Mapping[str, Quantity]
) -> Iterator[tuple[list[Tests], int | None]]:
    """For each choice of values of its indices: when they hold, and the share; None where one is not brought."""
    listed: list[list[tuple[Tests, int | None]]] = []
    for code in row.indices:
        index = standard.index(code)
        if index.given == "caller":
            brought = indices[code].amount if code in indices else None
            listed.append([({}, brought)])
        else:
            listed.append([(dict(each.row.tests), _plain(each.row.quantity(index.unit))) for each in index.values])
    step = Quantity(row.to or 1, item.unit).amount
    for values in product(*listed):
        amounts = [amount for _, amount in values]
        known = [amount for amount in amounts if amount is not None]
        share = None
        if len(known) == len(amounts):
            exact = min(known) * Fraction(row.share or 0) / step
            share = int(round_exactly(exact, 0, row.rounding or Rounding.DOWN)) * step
        yield [tests for tests, _ in values], share


def _plain(amount: Any) -> int:
    number: int = amount.amount
    return number


def _together(tests: Tests, others: list[Tests]) -> Tests | None:
    """What holds where all of them do; None where that is never."""
    result = dict(tests)
    for other in others:
        for name, test in other.items():
            if name not in result:
                result[name] = test
                continue
            met = _both(result[name], test)
            if met is None:
                return None
            result[name] = met
    return result


def _both(one: Test, other: Test) -> Test | None:
    if isinstance(one, Interval) and isinstance(other, Interval):
        if not one.meets(other):
            return None
        starts: list[Any] = [each.start for each in (one, other) if each.start is not None]
        ends: list[Any] = [each.end for each in (one, other) if each.end is not None]
        return Interval(max(starts, default=None), min(ends, default=None))
    return one if one == other else None


__all__ = ["Priced", "priced"]
