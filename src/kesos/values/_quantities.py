"""Quantities: an exact amount of a unit."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import ClassVar, SupportsIndex

import attrs

from kesos import _checks as checks
from kesos._checks import fill_field
from kesos.errors import InvalidValueError, UnitError
from kesos.records import Plain, Recorded, json_object, read_integer, table_of
from kesos.values import _locales as locales
from kesos.values._exact import exact_decimal, exact_fraction
from kesos.values._units import KNOWN_UNITS, MINOR_DIGITS, UNITS, Unit, schema_of_units

_READS_BEST: dict[str, tuple[tuple[str, int, int], ...]] = {
    "g": (("kg", 1_000, 1),),
    "ml": (("l", 1_000, 1),),
    "mm": (("km", 1_000_000, 1_000), ("m", 1_000, 1)),
    "cm2": (("ha", 100_000_000, 10_000), ("m2", 10_000, 1)),
    "minute": (("hour", 60, 60),),
}
"""For each base, the unit to print in, from how many of the base on, and of which step they must be multiples."""
_OF_NOTHING = {"mm": "m", "cm2": "m2"}
"""The unit to print a zero in, where nobody measures in the base."""


@attrs.frozen(init=False, repr=False, order=False)
class Quantity(Recorded):
    """An exact amount of a unit, held as a whole number of the base unit (g, ml, cm2, IDR, or what is counted).

    Args:
        amount: int, Decimal, Fraction or plain decimal text; never a float.
        unit: A `Unit` or its code.

    Raises:
        InvalidValueError: `amount` is not exact, or no whole number in the base unit; `unit` is not known.

    >>> Quantity("10483.2", "kg") == Quantity(10_483_200, "g")
    True
    >>> print(Quantity(2_408_000, "g"), "/", format(Quantity(2_408_000, "g"), "en"))
    2.408 kg / 2,408 kg
    """

    __tag__: ClassVar = "quantity"

    amount: int
    unit: Unit

    def __init__(self, amount: int | Decimal | Fraction | str, unit: Unit | str) -> None:
        given = Unit.of(unit)
        if type(amount) is int and -checks.LARGEST <= amount <= checks.LARGEST:
            base_amount = amount * given.factor
        else:
            exact = exact_fraction(amount, "amount") * given.factor
            if exact.denominator != 1:
                raise InvalidValueError(
                    "not_whole.in_base", field="amount", value=amount, unit=given.code, base=given.base
                )
            base_amount = exact.numerator
        fill_field(self, "amount", base_amount)
        fill_field(self, "unit", KNOWN_UNITS.get(given.base) or Unit.of(given.base))

    def __plain__(self) -> Plain:
        return {"amount": self.amount, "unit": self.unit.code}

    @classmethod
    def __read__(cls, raw: object) -> Quantity:
        parts = table_of(raw, ("amount", "unit"))
        unit = Unit.of(parts["unit"])
        return cls(1, unit) * read_integer(parts["amount"], "amount")

    @classmethod
    def __schema__(cls) -> Plain:
        return json_object({"amount": {"type": "integer"}, "unit": schema_of_units(sorted({u.base for u in UNITS}))})

    def _same_unit(self, amount: int) -> Quantity:
        made = object.__new__(Quantity)
        fill_field(made, "amount", amount)
        fill_field(made, "unit", self.unit)
        return made

    def __repr__(self) -> str:
        return f"Quantity({self.amount}, {self.unit.code!r})"

    def __str__(self) -> str:
        return self.say("id")

    def __format__(self, locale: str) -> str:
        return self.say(locale or "id")

    def to(self, unit: Unit | str) -> Decimal:
        """The amount in another unit of the same kind, exactly.

        Raises:
            InvalidValueError: Its decimals never end, as those of ten minutes in hours.
            UnitError: `unit` is of another kind.

        >>> Quantity(1, "g").to("kg"), Quantity("0.4", "ha").to("m2")
        (Decimal('0.001'), Decimal('4000'))
        """
        wanted = Unit.of(unit)
        if wanted.base != self.unit.base:
            raise self._mismatch(wanted, "unit")
        value = exact_decimal(Fraction(self.amount, wanted.factor))
        if value is None:
            raise InvalidValueError(
                "places_needed.in_unit", field="unit", value=wanted.code, amount=self, unit=wanted.code
            )
        return value

    def say(self, locale: str, unit: Unit | str | None = None) -> str:
        """The amount as people print it, in `unit` or, left out, in the one that reads best.

        That is kg and l from one on, m up to a kilometre, m² up to a hectare, and hours where they are whole.

        >>> Quantity(36_120_000, "IDR").say("id"), Quantity(30, "piece").say("en")
        ('Rp36.120.000', '30 pieces')
        >>> Quantity(1_809, "m2").say("id"), Quantity(52_500, "m2").say("id"), Quantity("12.5", "USD").say("en")
        ('1.809 m²', '5,25 ha', '$12.50')
        """
        said_in = self._best_unit() if unit is None else Unit.of(unit)
        value = self.to(said_in)
        if said_in.base == "IDR":
            return locales.rupiah(self.amount, locale)
        digits = MINOR_DIGITS.get(said_in.code)
        if digits is not None:
            return locales.money(value, said_in.code, digits, locale)
        return f"{locales.number(value, locale)} {said_in.say(locales.words_language(locale), one=value == 1)}"

    def _best_unit(self) -> Unit:
        base = self.unit.base
        if self.amount == 0 and base in _OF_NOTHING:
            return KNOWN_UNITS[_OF_NOTHING[base]]
        for code, least, step in _READS_BEST.get(base, ()):
            if abs(self.amount) >= least and self.amount % step == 0:
                return KNOWN_UNITS[code]
        currency, _, parts = base.partition("/")
        return Unit.of(currency) if parts else self.unit

    def _mismatch(self, other: Unit, field: str) -> UnitError:
        return UnitError("unit_mismatch", field=field, value=other.code, other=other.code, unit=self.unit.code)

    def _amount_of(self, other: Quantity) -> int:
        if other.unit is not self.unit and other.unit.base != self.unit.base:
            raise self._mismatch(other.unit, "unit")
        return other.amount

    def __add__(self, other: Quantity) -> Quantity:
        if isinstance(other, Quantity):
            return self._same_unit(self.amount + self._amount_of(other))
        return NotImplemented

    def __radd__(self, other: int) -> Quantity:
        # sum() starts from a bare 0, which adds nothing to anything
        return self if type(other) is int and other == 0 else NotImplemented

    def __sub__(self, other: Quantity) -> Quantity:
        if isinstance(other, Quantity):
            return self._same_unit(self.amount - self._amount_of(other))
        return NotImplemented

    def __mul__(self, times: SupportsIndex) -> Quantity:
        if type(times) is int:
            return self._same_unit(self.amount * times)
        if isinstance(times, Quantity):
            return NotImplemented
        return self._same_unit(self.amount * checks.whole_number(times, "times"))

    __rmul__ = __mul__

    def __neg__(self) -> Quantity:
        return self._same_unit(-self.amount)

    def __lt__(self, other: Quantity) -> bool:
        return self.amount < self._amount_of(other) if isinstance(other, Quantity) else NotImplemented

    def __le__(self, other: Quantity) -> bool:
        return self.amount <= self._amount_of(other) if isinstance(other, Quantity) else NotImplemented

    def __gt__(self, other: Quantity) -> bool:
        return self.amount > self._amount_of(other) if isinstance(other, Quantity) else NotImplemented

    def __ge__(self, other: Quantity) -> bool:
        return self.amount >= self._amount_of(other) if isinstance(other, Quantity) else NotImplemented
