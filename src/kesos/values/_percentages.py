"""Percentages: a share as a fraction, so that it is rounded only where somebody prints it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import attrs

from kesos._checks import fill_field
from kesos.errors import InvalidValueError
from kesos.values import _locales as locales
from kesos.values._exact import Rounding, exact_decimal, exact_fraction, round_exactly
from kesos.words import show_value


@attrs.frozen(init=False, repr=False, order=False)
class Percentage:
    """A share, exact inside; a hundred percent is the whole.

    Args:
        percent: int, Decimal, Fraction or plain decimal text, in percent ("35.45" is 35.45 %); never a float.

    >>> Percentage("35.45").exact
    Fraction(709, 2000)
    >>> Percentage.of_fraction(Fraction(117, 330)).rounded()
    Decimal('35.45')
    """

    exact: Fraction

    def __init__(self, percent: int | Decimal | Fraction | str) -> None:
        fill_field(self, "exact", exact_fraction(percent, "percent") / 100)

    @classmethod
    def of_fraction(cls, share: Fraction) -> Percentage:
        """The percentage that is this share of one: 1/4 is 25 %."""
        return cls._holding(exact_fraction(share, "share"))

    @classmethod
    def _holding(cls, exact: Fraction) -> Percentage:
        made = object.__new__(cls)
        fill_field(made, "exact", exact)
        return made

    def rounded(self, places: int = 2, rounding: Rounding = Rounding.HALF_UP) -> Decimal:
        """In percent, with `places` decimals: by default two, half up, as the reports print them."""
        return round_exactly(self.exact * 100, places, rounding)

    def say(self, locale: str, places: int | None = None, rounding: Rounding = Rounding.HALF_UP) -> str:
        """As people print it. Without `places` no digit is dropped.

        Raises:
            InvalidValueError: `places` is left out and the decimals never end.

        >>> Percentage("35.45").say("id"), Percentage(Fraction(100, 3)).say("en", places=2)
        ('35,45%', '33.33%')
        """
        value = exact_decimal(self.exact * 100) if places is None else self.rounded(places, rounding)
        if value is None:
            raise InvalidValueError("places_needed", field="places", value=places)
        return locales.percent(value, locale)

    def __repr__(self) -> str:
        value = exact_decimal(self.exact * 100)
        return f"Percentage({show_value(self.exact * 100 if value is None else str(value))})"

    def __str__(self) -> str:
        return format(self, "id")

    def __format__(self, locale: str) -> str:
        locale = locale or "id"
        if exact_decimal(self.exact * 100) is not None:
            return self.say(locale)
        return f"{self.say(locale, places=2)} ({locales.rounded(locale)})"

    def __add__(self, other: object) -> Percentage:
        return Percentage._holding(self.exact + other.exact) if isinstance(other, Percentage) else NotImplemented

    def __lt__(self, other: object) -> bool:
        return self.exact < other.exact if isinstance(other, Percentage) else NotImplemented

    def __le__(self, other: object) -> bool:
        return self.exact <= other.exact if isinstance(other, Percentage) else NotImplemented

    def __gt__(self, other: object) -> bool:
        return self.exact > other.exact if isinstance(other, Percentage) else NotImplemented

    def __ge__(self, other: object) -> bool:
        return self.exact >= other.exact if isinstance(other, Percentage) else NotImplemented
