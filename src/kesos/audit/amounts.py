"""Arithmetic on printed values that may be of any kind, unknown, blank or approximate."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction

from kesos.quantities import Percentage, Quantity
from kesos.sources import Printed

Value = Quantity | Percentage | int

_NOTHING = re.compile(r"[\s\-–—.]*")


def amount(cell: Printed) -> Value | None:
    """The amount that a cell states, or None where it states none.

    >>> amount(Printed("98", 98, source="x")), amount(Printed("-", source="x"))
    (98, None)
    """
    value = cell.value
    return value if isinstance(value, (Quantity, Percentage)) or type(value) is int else None


def number(value: Value) -> Fraction:
    """The bare number, in base units; of a percentage, the percent."""
    if isinstance(value, Quantity):
        return Fraction(value.amount)
    return value.exact * 100 if isinstance(value, Percentage) else Fraction(value)


def count_in(cell: Printed) -> int | None:
    """The whole number that a cell counts, whatever it counts."""
    value = amount(cell)
    return None if value is None or isinstance(value, Percentage) else int(number(value))


def kind(value: Value) -> str:
    """What a value counts, so that unlike things are never added.

    >>> kind(Quantity(1, "kg")), kind(3), kind(Percentage(3))
    ('g', '', '%')
    """
    if isinstance(value, Quantity):
        return value.unit.base
    return "%" if isinstance(value, Percentage) else ""


def of_kind(value: Fraction | int, like: Value) -> Value:
    """A number as an amount of the same kind as another; what is no whole number of it is cut."""
    if isinstance(like, Quantity):
        return _quantity(int(value), like)
    return Percentage(Fraction(value)) if isinstance(like, Percentage) else int(value)


def _quantity(base: int, like: Quantity) -> Quantity:
    return like * 0 + Quantity(1, like.unit) * base


def is_blank(cell: Printed) -> bool:
    """Whether nothing is printed, or a dash."""
    return cell.value is None and _NOTHING.fullmatch(cell.text) is not None


def is_empty(cell: Printed) -> bool:
    """Whether nothing at all is printed, not even a dash."""
    return cell.value is None and not cell.text.strip()


def known(cells: Iterable[Printed]) -> list[Value]:
    """The amounts of those cells that state one."""
    return [value for cell in cells if (value := amount(cell)) is not None]


def slack(cell: Printed) -> Fraction:
    """By how much a figure that the text calls approximate may be off: the place of its last digit that is not 0.

    "About 750" may be anything from 740 to 760; an exact figure may not be off at all.
    """
    value = amount(cell)
    if not getattr(cell, "about", False) or value is None or not number(value):
        return Fraction(0)
    step, bare = Fraction(1), abs(number(value))
    while bare.denominator == 1 and bare.numerator % (step * 10) == 0:
        step *= 10
    return step


def alike(cells: Sequence[Value]) -> bool:
    """Whether amounts count one kind of thing."""
    return len({kind(value) for value in cells}) <= 1


def significant_digits(value: Value) -> int:
    """How many digits a whole amount has before the zeros at its end.

    >>> significant_digits(5_379_200_000), significant_digits(750)
    (5, 2)
    """
    return len(str(abs(int(number(value)))).rstrip("0"))
