"""Exact numbers: what is taken for one, and how one becomes decimals again, rounded in a direction that has a name."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from kesos import _checks as checks
from kesos.errors import InvalidValueError

_PLAIN_DECIMAL = re.compile(r"-?\d{1,40}(\.\d{1,40})?", re.ASCII)
_PLAIN_RATIO = re.compile(r"\d{1,9}/[1-9]\d{0,8}", re.ASCII)
_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}", re.ASCII)
_MOST_PLACES = 60


class Rounding(Enum):
    """In which direction a number that does not fit is rounded. There is no default but where one is documented."""

    HALF_UP = "half_up"
    """To the nearest; a tie away from zero, as offices print percentages."""
    UP = "up"
    """Away from zero: one toilet for every 20 people, and one for the rest."""
    DOWN = "down"
    """Towards zero: whole days that a stock lasts."""


def round_exactly(value: Fraction, places: int, rounding: Rounding) -> Decimal:
    """`value` as a Decimal with `places` decimals, rounded in a named direction.

    >>> round_exactly(Fraction(117, 330) * 100, 2, Rounding.HALF_UP)
    Decimal('35.45')
    """
    exact = plain_fraction(value) if isinstance(value, Fraction) else Fraction(checks.as_int(value, "value"))
    places = checks.count(places, "places")
    checks.instance(rounding, "rounding", Rounding)
    if places > _MOST_PLACES:
        raise InvalidValueError("count_too_large.places", field="places", value=places, most=_MOST_PLACES)
    whole, rest = divmod(abs(exact.numerator) * 10**places, exact.denominator)
    if rest and (rounding is Rounding.UP or (rounding is Rounding.HALF_UP and rest * 2 >= exact.denominator)):
        whole += 1
    digits = Decimal(whole).as_tuple().digits  # whatever their number, where str() takes 4,300
    return Decimal((int(exact < 0 and whole > 0), digits, -places))


def exact_decimal(value: Fraction) -> Decimal | None:
    """`value` as a Decimal that loses nothing, or None where its decimals never end.

    >>> exact_decimal(Fraction(1, 8)), exact_decimal(Fraction(1, 3))
    (Decimal('0.125'), None)
    """
    exact = plain_fraction(value) if isinstance(value, Fraction) else Fraction(checks.as_int(value, "value"))
    rest, twos, fives = exact.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    places = max(twos, fives)
    if rest != 1 or places > _MOST_PLACES:
        return None
    return round_exactly(exact, places, Rounding.DOWN)


def plain_fraction(value: Fraction) -> Fraction:
    """A fraction of a class of somebody's own as the fraction that it is, whatever its class says of its parts.

    >>> plain_fraction(Fraction(7, 2))
    Fraction(7, 2)
    """
    if type(value) is Fraction:
        return value
    return Fraction(Fraction.numerator.__get__(value), Fraction.denominator.__get__(value))


def exact_fraction(value: object, field: str) -> Fraction:
    """An int, Decimal, Fraction or plain decimal text ("10483.2", Python's notation) as a Fraction.

    Raises:
        InvalidValueError: A float, a bool, NaN, infinity, or a text in any other notation.
    """
    # whatever a class of somebody's own says of itself, it is the number that it extends
    if isinstance(value, Decimal):
        value = Decimal(value)
    if (
        isinstance(value, Fraction)
        or (isinstance(value, str) and _PLAIN_DECIMAL.fullmatch(value))
        or (isinstance(value, Decimal) and value.is_finite() and abs(value.adjusted()) <= _MOST_PLACES)
    ):
        exact = plain_fraction(value) if isinstance(value, Fraction) else Fraction(value)
        if abs(exact) > checks.LARGEST:
            raise InvalidValueError("number_too_large", field=field, value=value)
        return exact
    if isinstance(value, (str, Decimal, float)):
        raise InvalidValueError("not_exact", field=field, value=value)
    return Fraction(checks.whole_number(value, field))


def reads_as_thousands(text: str) -> bool:
    """Whether a decimal text is thousands to whoever reads Indonesian print.

    >>> reads_as_thousands("15.000"), reads_as_thousands("15.0"), reads_as_thousands("0.400")
    (True, False, False)
    """
    return _THOUSANDS.fullmatch(text) is not None


def exact_ratio(value: object, field: str) -> Fraction:
    """The same of a threshold, which may be written as a fraction too: "1/3".

    >>> exact_ratio("1/3", "most_broken"), exact_ratio("0.4", "most_broken")
    (Fraction(1, 3), Fraction(2, 5))
    """
    if isinstance(value, str) and _PLAIN_RATIO.fullmatch(value):
        return Fraction(value)
    return exact_fraction(value, field)
