"""Arithmetic on printed values that may be of any kind, unknown, blank or approximate."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from kesos import _checks as checks
from kesos.values import Percentage, Printed, Quantity

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
    """The bare number, in base units, of money in rupiah; of a percentage, the percent."""
    if isinstance(value, Quantity):
        return Fraction(value.amount, 100 if value.unit.code == "IDR/100" else 1)
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
        return "IDR" if value.unit.code == "IDR/100" else value.unit.base
    return "%" if isinstance(value, Percentage) else ""


def of_kind(value: Fraction | int, like: Value) -> Value:
    """A number as an amount of the same kind as another; a fraction of it (of money, of a sen) is cut off.

    >>> of_kind(3, Quantity(1, "family"))
    Quantity(3, 'family')
    """
    if isinstance(like, Quantity):
        if kind(like) == "IDR":
            return times(Quantity(1, "IDR/100"), int(value * 100))
        return times(Quantity(1, like.unit), int(value))
    return Percentage(Fraction(value)) if isinstance(like, Percentage) else int(value)


def rupiah(value: Fraction | int) -> Quantity:
    """A number as whole rupiah, of any size."""
    return times(Quantity(1, "IDR"), int(value))


def times(one: Quantity, number: int) -> Quantity:
    """A quantity so many times, also where no count that is passed in could be as large."""
    if abs(number) <= checks.LARGEST:
        return one * number
    more, rest = divmod(number, checks.LARGEST)
    return times(one, more) * checks.LARGEST + one * rest


def is_blank(cell: Printed) -> bool:
    """Whether nothing is printed, or a dash."""
    return cell.value is None and _NOTHING.fullmatch(cell.text) is not None


def is_empty(cell: Printed) -> bool:
    """Whether nothing at all is printed, not even a dash."""
    return cell.value is None and not cell.text.strip()


def known(cells: Iterable[Printed]) -> list[Value]:
    """The amounts of those cells that state one."""
    return [value for cell in cells if (value := amount(cell)) is not None]


def last_place(value: Value) -> int:
    """The place of the last digit that is not 0: by so much a figure that is called approximate may be off.

    >>> last_place(750), last_place(5_379_200_000)
    (10, 100000)
    """
    bare, place = abs(number(value)), 1
    while bare and bare % (place * 10) == 0:
        place *= 10
    return place


_MEASURED = frozenset({"IDR", "g", "ml", "%"})


def comparable(values: Iterable[Value]) -> bool:
    """Whether amounts can be set against each other: all in one unit, or all counted.

    Houses are buildings, and families can be set against people, since a family is at least one person; rupiah and
    people cannot.
    """
    kinds = {kind(value) for value in values}
    return len(kinds) <= 1 or not kinds & _MEASURED


def significant_digits(value: Value) -> int:
    """How many digits an amount has, without the zeros at its end.

    >>> significant_digits(5_379_200_000), significant_digits(750), significant_digits(Percentage("15.2"))
    (5, 2, 3)
    """
    bare = number(value)
    return len(str(abs(bare.numerator * 10**12 // bare.denominator)).strip("0"))
