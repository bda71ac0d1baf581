"""How many: a number, a measured amount or a range, and what several add up to where each is known."""

from __future__ import annotations

from typing import Any, cast

from kesos import _checks as checks
from kesos.values import Quantity, Span
from kesos.values._spans import ends_of
from kesos.values._sums import sum_known

Number = int | Quantity | Span[int] | None
"""How many, or how much of a measured count; a range where it is known as one; None where it is not known."""


def add_numbers(numbers: list[Number]) -> Number:
    """What numbers add up to; None where any of them is not known.

    >>> add_numbers([1, 2]), add_numbers([1, None]), add_numbers([1, Span(2, 4)])
    (3, None, Span(minimum=3, maximum=5))
    """
    found: list[Any] = numbers
    if any(isinstance(number, Span) for number in numbers):
        found = [None if number is None else Span(*ends_of(number)) for number in found]
    return cast(Number, sum_known(found))


def number_of(value: object, field: str) -> Number:
    if value is None or isinstance(value, Quantity):
        if value is not None:
            checks.count(value.amount, field)
        return value
    if isinstance(value, Span):
        for end in (value.minimum, value.maximum):
            checks.count(end, field)
        return value
    return checks.count(value, field)
