"""A count that may not be known, checked, and what several of them add up to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from kesos import _checks as checks
from kesos._checks import fill_field
from kesos.values import Quantity

Addend = TypeVar("Addend", int, Quantity)


def sum_known(values: Sequence[Addend | None]) -> Addend | None:
    """The sum, or None where any part is not known."""
    known = [value for value in values if value is not None]
    return sum(known[1:], known[0]) if len(known) == len(values) else None


def count_field(holder: object, field: str, value: object, slot: str | None = None) -> None:
    """Checks one count of a frozen object under construction; a NumPy integer is stored as an int."""
    if value is not None and (type(value) is not int or value < 0 or value > checks.LARGEST):
        fill_field(holder, slot or field, checks.count(value, field))
