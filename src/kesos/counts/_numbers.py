"""How many: a number, a measured amount or a range, and what several add up to where each is known."""

from __future__ import annotations

from typing import Any

from kesos import _checks as checks
from kesos.values import Quantity, Span

Number = int | Quantity | Span[int] | None
"""How many, or how much of a measured count; a range where it is known as one; None where it is not known."""


def add_numbers(numbers: list[Number]) -> Number:
    """What numbers add up to; None where any of them is not known.

    >>> add_numbers([1, 2]), add_numbers([1, None]), add_numbers([1, Span(2, 4)])
    (3, None, Span(minimum=3, maximum=5))
    """
    known = [number for number in numbers if number is not None]
    if len(known) < len(numbers) or not known:
        return None
    if any(isinstance(number, Span) for number in known):
        return sum_spans(known)
    first, *rest = known
    return sum(rest, first)


def sum_spans(numbers: list[Any]) -> Span[int]:
    """The range that numbers and ranges add up to."""
    least = sum(number.minimum if isinstance(number, Span) else number for number in numbers)
    most = sum(number.maximum if isinstance(number, Span) else number for number in numbers)
    return Span(least, most)


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
