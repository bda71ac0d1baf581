"""Arithmetic on printed values that may be of any kind, unknown, blank or approximate."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from kesos import _checks as checks
from kesos.audit._sentences import say
from kesos.reports._decimals import MEASURED, places_of
from kesos.values import (
    LANGUAGES,
    Percentage,
    Printed,
    Quantity,
    Rounding,
    Span,
    Text,
    Unit,
    exact_decimal,
    round_exactly,
)
from kesos.values import _locales as locales

Exact = Quantity | Percentage | Decimal | Fraction | int
Value = Exact | Span[Any]
"""An amount: an exact one, or the range of all that a rounded figure may stand for."""

_NOTHING = re.compile(r"[\s\-–—.]*")


def amount(cell: Printed) -> Value | None:
    """The amount that a cell states, or None where it states none.

    >>> amount(Printed("98", 98, source="x")), amount(Printed("-", source="x"))
    (98, None)
    """
    value = cell.value
    is_amount = type(value) in _AMOUNTS or isinstance(value, (Quantity, Percentage, Decimal, Fraction, Span))
    return value if is_amount else None


_AMOUNTS = frozenset({Quantity, Percentage, Decimal, Fraction, int, Span})
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
    """The whole number that a cell counts, whatever it counts: what is measured or paid is no count.

    >>> [count_in(Printed("5", value, source="x")) for value in (5, Quantity(5, "house"), Quantity(5, "kg"))]
    [5, 5, None]
    """
    value = amount(cell)
    if value is None or isinstance(value, Span):
        return None
    if isinstance(value, Quantity) and value.unit.base == value.unit.code and value.unit.code not in MEASURED:
        return value.amount
    if kind(value) in MEASURED:
        return None
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


def ends(value: Value) -> tuple[Fraction, Fraction]:
    """The least and the most that an amount may be, as bare numbers; of an exact one the same twice.

    >>> ends(Span(20, 30)), ends(25)
    ((Fraction(20, 1), Fraction(30, 1)), (Fraction(25, 1), Fraction(25, 1)))
    """
    if isinstance(value, Span):
        return number(value.minimum), number(value.maximum)
    bare = number(value)
    return bare, bare


def of_kind(value: Fraction | int, like: Value) -> Exact | Text:
    """A number as an amount of the same kind as another; in words where no such amount is so much.

    >>> of_kind(3, Quantity(1, "family")), of_kind(Fraction(5, 2), Decimal("1.5")), of_kind(3, 4)
    (Quantity(3, 'family'), Decimal('2.5'), 3)
    >>> of_kind(Fraction(3, 2), Quantity(1, "family")).id, of_kind(Fraction(1, 3), Quantity(1, "family")).en
    ('1,5 KK', '0.3333 families (rounded)')
    """
    if isinstance(like, Span):
        return of_kind(value, like.minimum)
    exact = Fraction(value)
    if isinstance(like, Quantity):
        unit = Unit.of("IDR/100") if kind(like) == "IDR" else like.unit
        many = exact * 100 if kind(like) == "IDR" else exact
        return times(Quantity(1, unit), int(many)) if many.denominator == 1 else _broken(exact, like)
    if isinstance(like, Percentage):
        return Percentage(exact)
    if exact.denominator == 1 and isinstance(like, (int, Fraction)):
        return int(exact)
    decimal = exact_decimal(exact)
    return round_exactly(exact, _PLACES, Rounding.HALF_UP) if decimal is None else decimal


_PLACES = 4
"""How many decimals are shown of a number whose decimals never end."""


def _broken(exact: Fraction, like: Quantity) -> Text:
    """A number of what is counted, or of the smallest part of what is measured, that is not whole."""
    decimal = exact_decimal(exact)
    shown = round_exactly(exact, _PLACES, Rounding.HALF_UP) if decimal is None else decimal
    unit = Unit.of(kind(like))
    said = [f"{locales.number(shown, language)} {unit.say(language)}" for language in LANGUAGES]
    marks = [f" ({locales.rounded(language)})" if decimal is None else "" for language in LANGUAGES]
    return Text(*(words + mark for words, mark in zip(said, marks, strict=True)))


def from_to(low: Fraction, high: Fraction, like: Value) -> Value | Text:
    """From one number to another as amounts of the same kind as a third; the one amount where both are the same.

    >>> print(from_to(Fraction(3), Fraction(4), Quantity(1, "family")))
    3 KK – 4 KK
    >>> from_to(Fraction(3), Fraction(9, 2), Quantity(1, "family")).en
    '3 families – 4.5 families'
    """
    first: Any = of_kind(low, like)
    last: Any = of_kind(high, like)
    if low == high:
        return first  # type: ignore[no-any-return]
    if type(first) is type(last) and type(first) in (Quantity, Percentage, int):
        return Span(first, last)
    return Text(*(f"{say(first, language)} – {say(last, language)}" for language in LANGUAGES))


def rupiah(value: Fraction | int) -> Quantity:
    """A number as rupiah, of any size, to the sen.

    >>> print(rupiah(Fraction(5, 2)))
    Rp2,50
    """
    whole = Fraction(value).denominator == 1
    return times(Quantity(1, "IDR"), int(value)) if whole else times(Quantity(1, "IDR/100"), int(value * 100))


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
