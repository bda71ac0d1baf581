"""Percentages: a share as a fraction, so that it is rounded only where somebody prints it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar, overload

import attrs

from kesos._checks import fill_field
from kesos.errors import InvalidValueError, OperationError
from kesos.records import Plain, Recorded, json_object, read_plain, schema_of, table_of, to_plain
from kesos.values import _locales as locales
from kesos.values._exact import Rounding, exact_decimal, exact_fraction, round_exactly
from kesos.values._format import formatted
from kesos.values._operators import Exact, divisor
from kesos.words import hint, show_value


@attrs.frozen(init=False, repr=False, eq=False)
class Percentage(Recorded, Exact):
    """A share, exact inside; a hundred percent is the whole.

    Percentages add, subtract and compare, and are divided by a whole number; divided by each other they give a
    Fraction. One times a `Quantity` is that share of it. What can be read in two ways is refused, such as `float`,
    which might be 0.35 or 35.

    Args:
        percent: int, Decimal, Fraction or plain decimal text, in percent ("35.45" is 35.45 %); never a float.

    >>> Percentage("35.45").exact
    Fraction(709, 2000)
    >>> Percentage.of_fraction(Fraction(117, 330)).rounded()
    Decimal('35.45')
    """

    __tag__: ClassVar = "percentage"

    exact: Fraction

    if TYPE_CHECKING:

        def __init__(self, percent: int | Decimal | Fraction | str) -> None: ...

    else:

        def __init__(self, percent=None, *, exact=None) -> None:
            if exact is None:
                fill_field(self, "exact", exact_fraction(percent, "percent") / 100)
            elif percent is None:  # as `attrs.evolve` and `copy.replace` pass it on
                fill_field(self, "exact", exact_fraction(exact, "exact"))
            else:
                raise InvalidValueError("two_numbers.percentage", field="percent", value=percent)

    def __plain__(self) -> Plain:
        percent = exact_decimal(self.exact * 100)
        return {"share": to_plain(self.exact)} if percent is None else {"percent": to_plain(percent)}

    @classmethod
    def __read__(cls, raw: object) -> Percentage:
        parts = table_of(raw, (), ("percent", "share"))
        if "percent" in parts:
            return cls(read_plain(Decimal, parts["percent"]))
        return cls._holding(read_plain(Fraction, parts.get("share")))

    @classmethod
    def __schema__(cls) -> Plain:
        return {"anyOf": [json_object({"percent": schema_of(Decimal)}), json_object({"share": schema_of(Fraction)})]}

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

    def __format__(self, spec: str) -> str:
        return formatted(self._say_shortly, spec, hint("format.percentage"))

    def _say_shortly(self, locale: str) -> str:
        if exact_decimal(self.exact * 100) is not None:
            return self.say(locale)
        return f"{self.say(locale, places=2)} ({locales.rounded(locale)})"

    def _no_operation(self, sign: str, other: object) -> OperationError:
        return OperationError("no_operation.percentage", field="percentage", value=other, sign=sign)

    def _no_number(self, function: str) -> OperationError:
        return OperationError("no_number.percentage", field="percentage", value=self, function=function)

    def __add__(self, other: Percentage) -> Percentage:
        if isinstance(other, Percentage):
            return Percentage._holding(self.exact + other.exact)
        return self._refuse("+", other)

    def __radd__(self, other: int) -> Percentage:
        # sum() starts from a bare 0, which adds nothing to anything
        return self if type(other) is int and other == 0 else self._refuse("+", other)

    def __sub__(self, other: Percentage) -> Percentage:
        if isinstance(other, Percentage):
            return Percentage._holding(self.exact - other.exact)
        return self._refuse("-", other)

    @overload
    def __truediv__(self, other: Percentage) -> Fraction: ...
    @overload
    def __truediv__(self, other: int) -> Percentage: ...
    def __truediv__(self, other: Percentage | int) -> Fraction | Percentage:
        if isinstance(other, Percentage):
            if other.exact == 0:
                raise InvalidValueError("zero_denominator", field="divisor", value=other)
            return self.exact / other.exact
        number = divisor(other)
        return self._refuse("/", other) if number is None else Percentage._holding(self.exact / number)

    def __neg__(self) -> Percentage:
        return Percentage._holding(-self.exact)

    def __pos__(self) -> Percentage:
        return self

    def __abs__(self) -> Percentage:
        return Percentage._holding(abs(self.exact))

    def __bool__(self) -> bool:
        return self.exact != 0

    def __lt__(self, other: Percentage) -> bool:
        return self.exact < other.exact if isinstance(other, Percentage) else self._refuse("<", other)

    def __le__(self, other: Percentage) -> bool:
        return self.exact <= other.exact if isinstance(other, Percentage) else self._refuse("<=", other)

    def __gt__(self, other: Percentage) -> bool:
        return self.exact > other.exact if isinstance(other, Percentage) else self._refuse(">", other)

    def __ge__(self, other: Percentage) -> bool:
        return self.exact >= other.exact if isinstance(other, Percentage) else self._refuse(">=", other)
