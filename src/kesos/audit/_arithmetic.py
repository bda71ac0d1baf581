"""Arithmetic on printed values that may be of any kind, unknown, blank or approximate."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from kesos import _checks as checks
from kesos.reports._decimals import MEASURED, places_of
from kesos.values import Percentage, Printed, Quantity, Rounding, Span, exact_decimal, round_exactly

Value = Quantity | Percentage | Decimal | int | Span[Any]
"""An amount: an exact one, or the range of all that a rounded figure may stand for."""

_NOTHING = re.compile(r"[\s\-–—.]*")


def amount(cell: Printed) -> Value | None:
    """The amount that a cell states, or None where it states none.

    >>> amount(Printed("98", 98, source="x")), amount(Printed("-", source="x"))
    (98, None)
    """
    value = cell.value
    return value if type(value) in _AMOUNTS or isinstance(value, (Quantity, Percentage, Decimal, Span)) else None


_AMOUNTS = frozenset({Quantity, Percentage, Decimal, int, Span})
"""Nearly all amounts are of just these classes, and none of another is an int."""


def number(value: Value) -> Fraction:
    """The bare number, in base units, of money in rupiah; of a percentage, the percent; of a range, its middle.

    >>> number(Span(20, 30))
    Fraction(25, 1)
    """
    if isinstance(value, Span):
        return (number(value.minimum) + number(value.maximum)) / 2
    if isinstance(value, Quantity):
        return Fraction(value.amount, 100) if value.unit.code == "IDR/100" else Fraction(value.amount)
    return value.exact * 100 if isinstance(value, Percentage) else Fraction(value)


def half_width(value: Value) -> Fraction:
    """By how much an amount may lie on either side of `number`: nothing, but for a range.

    >>> half_width(Span(20, 30)), half_width(25)
    (Fraction(5, 1), Fraction(0, 1))
    """
    return (number(value.maximum) - number(value.minimum)) / 2 if isinstance(value, Span) else Fraction(0)


def count_in(cell: Printed) -> int | None:
    """The whole number that a cell counts, whatever it counts."""
    value = amount(cell)
    if value is None or isinstance(value, (Percentage, Span)):
        return None
    if isinstance(value, Quantity) and value.unit.code != "IDR/100":
        return value.amount
    bare = number(value)
    return int(bare) if bare.denominator == 1 else None


def kind(value: Value) -> str:
    """What a value counts, so that unlike things are never added.

    >>> kind(Quantity(1, "kg")), kind(3), kind(Percentage(3))
    ('g', '', '%')
    """
    if isinstance(value, Span):
        return kind(value.minimum)
    if isinstance(value, Quantity):
        return "IDR" if value.unit.code == "IDR/100" else value.unit.base
    return "%" if isinstance(value, Percentage) else ""


def of_kind(value: Fraction | int, like: Value) -> Value:
    """A number as an amount of the same kind as another; a fraction of what is counted (of money, of a sen) is cut off.

    >>> of_kind(3, Quantity(1, "family")), of_kind(Fraction(5, 2), Decimal("1.5")), of_kind(3, 4)
    (Quantity(3, 'family'), Decimal('2.5'), 3)
    """
    if isinstance(like, Span):
        return of_kind(value, like.minimum)
    if isinstance(like, Quantity):
        if kind(like) == "IDR":
            return times(Quantity(1, "IDR/100"), int(value * 100))
        return times(Quantity(1, like.unit), int(value))
    if isinstance(like, Percentage):
        return Percentage(Fraction(value))
    exact = Fraction(value)
    if exact.denominator == 1 and isinstance(like, int):
        return int(exact)
    decimal = exact_decimal(exact)
    return round_exactly(exact, _PLACES, Rounding.HALF_UP) if decimal is None else decimal


_PLACES = 4
"""How many decimals are shown of a number whose decimals never end."""


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


def last_place(value: Value) -> Fraction:
    """The place of the last digit that is not 0: by so much a figure that is called approximate may be off.

    >>> last_place(750), last_place(5_379_200_000), last_place(Decimal("62.7"))
    (Fraction(10, 1), Fraction(100000, 1), Fraction(1, 10))
    """
    if isinstance(value, Decimal) and value != value.to_integral_value():
        return Fraction(1, 10 ** -int(value.normalize().as_tuple().exponent))
    bare, place = abs(number(value)), 1
    while bare and bare % (place * 10) == 0:
        place *= 10
    return Fraction(place)


def last_digit(cell: Printed, *, whole: bool = False) -> Fraction:
    """The place of the last digit that is printed, where it is a decimal; with `whole`, of whole figures too.

    >>> last_digit(Printed("62,68", Decimal("62.68"), source="x")), last_digit(Printed("62", 62, source="x"))
    (Fraction(1, 100), Fraction(0, 1))
    >>> last_digit(Printed("2,5", Quantity("2.5", "kg"), source="x"))  # in grams
    Fraction(100, 1)
    """
    value, digits = amount(cell), int("".join(filter(str.isdecimal, cell.text)) or 0)
    if value is None or not digits or not (whole or places_of(cell)):
        return Fraction(0)
    return abs(number(value)) / digits


def comparable(values: Iterable[Value]) -> bool:
    """Whether amounts can be set against each other: all in one unit, or all counted.

    Houses are buildings, and families can be set against people, since a family is at least one person; rupiah and
    people cannot.
    """
    kinds = set(map(kind, values))
    return len(kinds) <= 1 or not kinds & MEASURED


def significant_digits(value: Value) -> int:
    """How many digits an amount has, without the zeros at its end; of a range, none, since it is round by itself.

    >>> significant_digits(5_379_200_000), significant_digits(750), significant_digits(Percentage("15.2"))
    (5, 2, 3)
    """
    if isinstance(value, Span):
        return 0
    bare = number(value)
    return len(str(abs(bare.numerator * 10**12 // bare.denominator)).strip("0"))
