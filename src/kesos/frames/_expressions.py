"""Whole-number expressions over the columns of a row, from which each engine builds its own.

They know no null: a missing cell is 0 and `is_missing` tells it. Each expression knows between which numbers it lies,
so that what is certain is settled before any row is seen, and a product that 64 bits may not hold cannot be written
down without the condition under which they do (`fitting_product`). What differs by the hazard's group alone is a
`table`, and arithmetic on tables is done at once.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from math import gcd
from typing import Any

import attrs

LARGEST = 2**63 - 1
"""The largest number that a column of 64 bits holds."""
_FIRST = date(1970, 1, 1).toordinal()


def number_of_day(day: date) -> int:
    """A day, counted from 1970-01-01 as every engine holds it.

    >>> number_of_day(date(1970, 1, 3))
    2
    """
    return day.toordinal() - _FIRST


LEAST_DAY, LAST_DAY = number_of_day(date.min), number_of_day(date.max)


READS = frozenset({"column", "wide_column", "missing", "wide", "word", "day", "moment", "group"})
"""The expressions that read a column; all others are made of them."""


@attrs.frozen(cache_hash=True)
class Node:
    """A number, or a truth (0 or 1), made of columns."""

    op: str
    args: tuple[Any, ...]
    least: int
    most: int

    @property
    def constant(self) -> int | None:
        """Its value, where it is the same in every row."""
        return self.least if self.least == self.most else None


def const(number: int) -> Node:
    """A number; a truth as 1 or 0."""
    return Node("const", (int(number),), int(number), int(number))


ZERO, ONE = const(0), const(1)
FALSE, TRUE = ZERO, ONE


def column(name: str, *, wide: bool = False, least: int = -LARGEST - 1, most: int = LARGEST) -> Node:
    """A column of whole numbers; 0 where it is missing, or where 64 bits do not hold it."""
    return Node("wide_column" if wide else "column", (name,), least, most)


def is_missing(name: str) -> Node:
    """Whether a cell is missing."""
    return Node("missing", (name,), 0, 1)


def is_too_wide(name: str) -> Node:
    """Whether a whole number is beyond 64 bits."""
    return Node("wide", (name,), 0, 1)


def is_word(name: str, word: str) -> Node:
    """Whether a column of text has this word."""
    return Node("word", (name, word), 0, 1)


def day_of(name: str) -> Node:
    """A day, counted from 1970-01-01."""
    return Node("day", (name,), LEAST_DAY, LAST_DAY)


def is_moment(name: str) -> Node:
    """Whether a column of moments has one that is not midnight."""
    return Node("moment", (name,), 0, 1)


def month_of(day: Node) -> Node:
    """The month of a day, from 1."""
    return Node("month", (day,), 1, 12)


GROUP = Node("group", (), -3, 10_000)
"""The group of the row's hazard; below zero where there is none."""
NO_GROUP = 3
"""So many groups are none; they stand at the end of a table, as places that are counted from there."""


def table(values: Sequence[int]) -> Node:
    """A number for each group of hazards; where the row has none, one of these that nobody looks at."""
    return const(values[0]) if len(set(values)) == 1 else _table([*values, *[values[-1]] * NO_GROUP])


def is_group(group: int, of: int) -> Node:
    """Whether the row's hazard is in this group, of so many; below zero are those that are none."""
    return _table([int(at == group % (of + NO_GROUP)) for at in range(of + NO_GROUP)])


def _table(values: list[int]) -> Node:
    if len(set(values)) == 1:
        return const(values[0])
    return Node("table", tuple(values), min(values), max(values))


def _fold(op: str, work: Callable[..., int], *args: Node, least: int, most: int) -> Node:
    """The expression; computed at once where all of it is known, by group where it differs by group."""
    constants = [each.constant for each in args]
    if None not in constants:
        return const(work(*constants))
    sizes = {len(each.args) for each in args if each.op == "table"}
    if sizes and all(each.op == "table" or known is not None for each, known in zip(args, constants, strict=True)):
        [size] = sizes
        rows = [[each.args[at] if each.op == "table" else each.least for each in args] for at in range(size)]
        return _table([int(work(*row)) for row in rows])
    return Node(op, args, least, most)


def add(one: Node, other: Node) -> Node:
    """Their sum; only where it is certain to fit."""
    if ZERO in (one, other):
        return other if one == ZERO else one
    return _fold("add", operator.add, one, other, least=one.least + other.least, most=one.most + other.most)


def sub(one: Node, other: Node) -> Node:
    """Their difference."""
    if other == ZERO:
        return one
    return _fold("sub", operator.sub, one, other, least=one.least - other.most, most=one.most - other.least)


def multiply(one: Node, other: Node, most: int | None = None) -> Node:
    """Their product, of numbers not below zero; `most` where a condition elsewhere keeps it in bounds."""
    if ZERO in (one, other):
        return ZERO
    if ONE in (one, other):
        return other if one == ONE else one
    bound = one.most * other.most if most is None else min(most, one.most * other.most)
    return _fold("mul", operator.mul, one, other, least=one.least * other.least, most=bound)


def divide(one: Node, by: Node) -> Node:
    """Their quotient, rounded down; `by` is above zero."""
    if by == ONE:
        return one
    least = one.least // (by.most if one.least >= 0 else by.least)
    most = one.most // (by.least if one.most >= 0 else by.most)
    return _fold("div", operator.floordiv, one, by, least=least, most=most)


def remainder(one: Node, by: int) -> Node:
    """What is left of a number that is not below zero."""
    return ZERO if by == 1 else _fold("mod", operator.mod, one, const(by), least=0, most=by - 1)


def minimum(one: Node, other: Node) -> Node:
    """The lower of two."""
    if one.most <= other.least or other.most <= one.least:
        return one if one.most <= other.least else other
    least, most = min(one.least, other.least), min(one.most, other.most)
    return _fold("min", min, one, other, least=least, most=most)


def maximum(one: Node, other: Node) -> Node:
    """The higher of two."""
    if one.least >= other.most or other.least >= one.most:
        return one if one.least >= other.most else other
    least, most = max(one.least, other.least), max(one.most, other.most)
    return _fold("max", max, one, other, least=least, most=most)


def at_most(one: Node, other: Node) -> Node:
    """Whether the first is not above the other."""
    if one.most <= other.least or one.least > other.most:
        return TRUE if one.most <= other.least else FALSE
    return _fold("le", operator.le, one, other, least=0, most=1)


def equal(one: Node, other: Node) -> Node:
    """Whether two numbers are the same."""
    if one == other or one.most < other.least or one.least > other.most:
        return TRUE if one == other else FALSE
    return _fold("eq", operator.eq, one, other, least=0, most=1)


def negate(truth: Node) -> Node:
    """Whether it is not so."""
    if truth.op == "not":
        held: Node = truth.args[0]
        return held
    return _fold("not", operator.not_, truth, least=0, most=1)


def all_of(truths: Iterable[Node]) -> Node:
    """Whether all of them are so."""
    result = TRUE
    for each in truths:
        if FALSE in (each, result):
            return FALSE
        if result == TRUE or each == TRUE:
            result = each if result == TRUE else result
        else:
            result = _fold("and", operator.and_, result, each, least=0, most=1)
    return result


def any_of(truths: Iterable[Node]) -> Node:
    """Whether one of them is so."""
    result = FALSE
    for each in dict.fromkeys(truths):
        if TRUE in (each, result):
            return TRUE
        if result == FALSE or each == FALSE:
            result = each if result == FALSE else result
        else:
            result = _fold("or", operator.or_, result, each, least=0, most=1)
    return result


def _pick(truth: int, one: int, other: int) -> int:
    return one if truth else other


def _by_group(node: Node) -> bool:
    return node.op == "table" or node.constant is not None


def choose(truth: Node, one: Node, other: Node) -> Node:
    """The first where it is so, else the other."""
    if truth.constant is not None or one == other:
        return one if truth.constant else other
    if other.op == "if" and all(map(_by_group, (truth, one, *other.args[:2]))):  # two look-ups are one
        truth, one, other = (
            any_of([truth, other.args[0]]),
            choose(truth, one, other.args[1]),
            other.args[2],
        )
    least, most = min(one.least, other.least), max(one.most, other.most)
    return _fold("if", _pick, truth, one, other, least=least, most=most)


def fitting_product(one: Node, other: Node) -> tuple[Node, Node]:
    """The product of two numbers not below zero, and whether 64 bits hold it; 0 where they do not."""
    if one.most * other.most <= LARGEST:
        return multiply(_factored(one), _factored(other)), TRUE
    if one.constant is not None and other.constant is None:
        one, other = other, one
    limit = divide(const(LARGEST), maximum(other, ONE))
    fits = at_most(one, limit)
    held = choose(fits, one, ZERO)
    factor = other if other.most <= LARGEST else minimum(other, const(LARGEST))  # what is beyond only ever meets a 0
    return multiply(held, _factored(factor), most=LARGEST), fits


def _factored(number: Node) -> Node:
    """A table as what its numbers share times the rest: the days by hazard, which other tables are made of too."""
    shared = gcd(*number.args) if number.op == "table" else 1
    if shared == 1:
        return number
    rest = _table([each // shared for each in number.args])
    return Node("mul", (rest, const(shared)), number.least, number.most)


def fitting_sum(one: Node, other: Node) -> tuple[Node, Node]:
    """The sum of two numbers not below zero, and whether 64 bits hold it."""
    if one.most + other.most <= LARGEST:
        return add(one, other), TRUE
    fits = at_most(one, sub(const(LARGEST), other))
    total = add(choose(fits, one, ZERO), other)
    return Node(total.op, total.args, total.least, min(total.most, LARGEST)), fits


__all__ = [
    "FALSE",
    "GROUP",
    "LARGEST",
    "ONE",
    "READS",
    "TRUE",
    "ZERO",
    "Node",
    "add",
    "all_of",
    "any_of",
    "at_most",
    "choose",
    "column",
    "const",
    "day_of",
    "divide",
    "equal",
    "fitting_product",
    "fitting_sum",
    "is_group",
    "is_missing",
    "is_moment",
    "is_too_wide",
    "is_word",
    "maximum",
    "minimum",
    "month_of",
    "multiply",
    "negate",
    "number_of_day",
    "remainder",
    "sub",
    "table",
]
