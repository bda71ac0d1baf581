"""Quantities: an exact amount of a unit."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar, SupportsIndex, overload

import attrs

from kesos import _checks as checks
from kesos._checks import fill_field
from kesos.errors import InvalidValueError, OperationError, UnitError
from kesos.records import Plain, Recorded, json_object, read_integer, table_of
from kesos.values import _locales as locales
from kesos.values._exact import exact_decimal, exact_fraction, reads_as_thousands
from kesos.values._format import formatted
from kesos.values._operators import Exact, divisor
from kesos.values._percentages import Percentage
from kesos.values._units import KNOWN_UNITS, MINOR_DIGITS, RUPIAH, SEN, SEN_OF_ONE, UNITS, Unit, schema_of_units
from kesos.words import hint, show_value

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


@attrs.frozen(init=False, repr=False, eq=False)
class Quantity(Recorded, Exact):
    """An exact amount of a unit, held as a whole number of the base unit (g, ml, cm2, IDR, or what is counted).

    Rupiah that are not whole are held in sen ("IDR/100"), and only those: whole rupiah are "IDR" in every result, so
    that an amount of money has one form. The two reckon with each other as amounts of one unit do.

    Quantities of one unit add, subtract and compare; divided by each other they give a Fraction. A whole number
    multiplies one and divides it where that comes out whole, and so does a `Percentage` that it is multiplied by; `//`,
    `%` and `divmod` give the whole part and the rest. What would lose the unit or a fraction is refused. A quantity of
    nothing is false, as every number is.

    Args:
        amount: int, Decimal, Fraction or plain decimal text; never a float. A text with three digits behind its point
            is a decimal only in a unit that can have three, as kilograms can: "15.000" rupiah may be thousands.
        unit: A `Unit` or its code.

    Raises:
        InvalidValueError: `amount` is not exact, is a text that can be read in two ways, or no whole number in the base
            unit; `unit` is not known.

    >>> Quantity("10483.2", "kg") == Quantity(10_483_200, "g")
    True
    >>> print(Quantity(2_408_000, "g"), "/", format(Quantity(2_408_000, "g"), "en"))
    2.408 kg / 2,408 kg
    """

    __tag__: ClassVar = "quantity"

    amount: int
    unit: Unit = attrs.field(alias="held_in")  # so that `evolve` tells the unit that is held from one that is given

    if TYPE_CHECKING:

        def __init__(self, amount: int | Decimal | Fraction | str, unit: Unit | str) -> None: ...

    else:

        def __init__(self, amount, unit=None, *, held_in=None) -> None:
            if held_in is not None:
                self._evolve(amount, unit, held_in)
            else:
                self._hold(amount, unit)

    def _evolve(self, amount: object, unit: Unit | str | None, held_in: object) -> None:
        """Takes an amount in the base unit, as `attrs.evolve` and `copy.replace` pass it on."""
        base = Unit.of(checks.instance(held_in, "unit", Unit))
        if unit is not None and Unit.of(unit) != base:
            raise InvalidValueError("held_in_base", field="unit", value=unit, base=base.code)
        _fill(self, checks.as_int(amount, "amount"), Unit.of(base.base))

    def _hold(self, amount: int | Decimal | Fraction | str, unit: Unit | str) -> None:
        given = Unit.of(unit)
        if type(amount) is int and -checks.LARGEST <= amount <= checks.LARGEST:
            base_amount = amount * given.factor
        else:
            exact = exact_fraction(amount, "amount") * given.factor
            if exact.denominator != 1:
                raise InvalidValueError(
                    "not_whole.in_base", field="amount", value=amount, unit=given.code, base=given.base
                )
            if isinstance(amount, str) and given.factor % 1_000 and reads_as_thousands(amount):
                raise InvalidValueError("not_exact.whole", field="amount", value=amount)
            base_amount = exact.numerator
        _fill(self, base_amount, KNOWN_UNITS.get(given.base) or Unit.of(given.base))

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
        return _of_base(amount, self.unit)

    def __repr__(self) -> str:
        return f"Quantity({show_value(self.amount)}, {self.unit.code!r})"

    def __str__(self) -> str:
        return self.say("id")

    def __format__(self, spec: str) -> str:
        return formatted(self.say, spec, hint("format.quantity"))

    def to(self, unit: Unit | str) -> Decimal:
        """The amount in another unit of the same kind, exactly.

        Raises:
            InvalidValueError: Its decimals never end, as those of ten minutes in hours.
            UnitError: `unit` is of another kind.

        >>> Quantity(1, "g").to("kg"), Quantity("0.4", "ha").to("m2")
        (Decimal('0.001'), Decimal('4000'))
        """
        wanted = Unit.of(unit)
        if wanted.base == self.unit.base:
            value = exact_decimal(Fraction(self.amount, wanted.factor))
        elif _are_money(wanted, self.unit):
            value = exact_decimal(Fraction(_in_sen(self), SEN_OF_ONE if wanted.code == RUPIAH.code else 1))
        else:
            raise mismatch(self.unit, wanted)
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
        said_in = printed_in(self) if unit is None else Unit.of(unit)
        value = self.to(said_in)
        if said_in.base == RUPIAH.code:
            return locales.rupiah(value, locale)
        digits = MINOR_DIGITS.get(said_in.code)
        if digits is not None:
            return locales.money(value, said_in.code, digits, locale)
        return f"{locales.number(value, locale)} {said_in.say(locales.words_language(locale), one=value == 1)}"

    def _no_operation(self, sign: str, other: object) -> OperationError:
        return OperationError("no_operation.quantity", field="quantity", value=other, sign=sign)

    def _no_number(self, function: str) -> OperationError:
        return OperationError("no_number.quantity", field="quantity", value=self, function=function)

    def __add__(self, other: Quantity) -> Quantity:
        if isinstance(other, Quantity):
            mine, its, unit = in_one_unit(self, other)
            return _of_base(mine + its, unit)
        return self._refuse("+", other)

    def __radd__(self, other: int) -> Quantity:
        # sum() starts from a bare 0, which adds nothing to anything
        return self if type(other) is int and other == 0 else self._refuse("+", other)

    def __sub__(self, other: Quantity) -> Quantity:
        if isinstance(other, Quantity):
            mine, its, unit = in_one_unit(self, other)
            return _of_base(mine - its, unit)
        return self._refuse("-", other)

    def __mul__(self, times: SupportsIndex | Percentage) -> Quantity:
        if type(times) is int:
            return self._same_unit(self.amount * times)
        if isinstance(times, Percentage):
            return self._share(times)
        if isinstance(times, Exact):
            raise self._no_operation("*", times)
        return self._same_unit(self.amount * checks.whole_number(times, "times"))

    __rmul__ = __mul__

    def _share(self, percentage: Percentage) -> Quantity:
        share = percentage.exact * self.amount
        if share.denominator != 1:
            raise InvalidValueError(
                "not_whole.share",
                field="percentage",
                value=percentage,
                percentage=percentage,
                amount=self,
                base=self.unit.code,
            )
        return self._same_unit(share.numerator)

    @overload
    def __truediv__(self, other: Quantity) -> Fraction: ...
    @overload
    def __truediv__(self, other: int) -> Quantity: ...
    def __truediv__(self, other: Quantity | int) -> Fraction | Quantity:
        if isinstance(other, Quantity):
            mine, its, _ = self._both(other)
            return Fraction(mine, its)
        number = self._number("/", other)
        if number is None:
            return NotImplemented
        whole, rest = divmod(self.amount, number)
        if rest:
            raise InvalidValueError(
                "not_whole.quotient", field="divisor", value=other, amount=self, base=self.unit.code
            )
        return self._same_unit(whole)

    @overload
    def __divmod__(self, other: Quantity) -> tuple[int, Quantity]: ...
    @overload
    def __divmod__(self, other: int) -> tuple[Quantity, Quantity]: ...
    def __divmod__(self, other: Quantity | int) -> tuple[int | Quantity, Quantity]:
        if isinstance(other, Quantity):
            mine, its, unit = self._both(other)
            whole, rest = divmod(mine, its)
            return whole, _of_base(rest, unit)
        number = self._number("divmod", other)
        if number is None:
            return NotImplemented
        whole, rest = divmod(self.amount, number)
        return self._same_unit(whole), self._same_unit(rest)

    @overload
    def __floordiv__(self, other: Quantity) -> int: ...
    @overload
    def __floordiv__(self, other: int) -> Quantity: ...
    def __floordiv__(self, other: Quantity | int) -> int | Quantity:
        if isinstance(other, Quantity):
            mine, its, _ = self._both(other)
            return mine // its
        number = self._number("//", other)
        return NotImplemented if number is None else self._same_unit(self.amount // number)

    def __mod__(self, other: Quantity | int) -> Quantity:
        if isinstance(other, Quantity):
            mine, its, unit = self._both(other)
            return _of_base(mine % its, unit)
        number = self._number("%", other)
        return NotImplemented if number is None else self._same_unit(self.amount % number)

    def _number(self, sign: str, other: int) -> int | None:
        """What to divide the amount by; None where only another library's class can know."""
        number = divisor(other)
        if number is None:
            self._refuse(sign, other)
        return number

    def _both(self, divided_by: Quantity) -> tuple[int, int, Unit]:
        both = in_one_unit(self, divided_by)
        if divided_by.amount == 0:
            raise InvalidValueError("zero_denominator", field="divisor", value=divided_by)
        return both

    def __neg__(self) -> Quantity:
        return self._same_unit(-self.amount)

    def __pos__(self) -> Quantity:
        return self

    def __abs__(self) -> Quantity:
        return self._same_unit(abs(self.amount))

    def __bool__(self) -> bool:
        return self.amount != 0

    def __lt__(self, other: Quantity) -> bool:
        return self._more_than(other) < 0 if isinstance(other, Quantity) else self._refuse("<", other)

    def __le__(self, other: Quantity) -> bool:
        return self._more_than(other) <= 0 if isinstance(other, Quantity) else self._refuse("<=", other)

    def __gt__(self, other: Quantity) -> bool:
        return self._more_than(other) > 0 if isinstance(other, Quantity) else self._refuse(">", other)

    def __ge__(self, other: Quantity) -> bool:
        return self._more_than(other) >= 0 if isinstance(other, Quantity) else self._refuse(">=", other)

    def _more_than(self, other: Quantity) -> int:
        """By how much it is more than another; below zero where it is less."""
        if other.unit is self.unit:
            return self.amount - other.amount
        mine, its, _ = in_one_unit(self, other)
        return mine - its


def printed_in(quantity: Quantity) -> Unit:
    """The unit in which a quantity is printed: the one that reads best.

    >>> printed_in(Quantity(2_500, "g")).code
    'kg'
    """
    base = quantity.unit.base
    if quantity.amount == 0 and base in _OF_NOTHING:
        return KNOWN_UNITS[_OF_NOTHING[base]]
    for code, least, step in _READS_BEST.get(base, ()):
        if abs(quantity.amount) >= least and quantity.amount % step == 0:
            return KNOWN_UNITS[code]
    currency, _, parts = base.partition("/")
    return Unit.of(currency) if parts else quantity.unit


def in_parts(quantity: Quantity, locale: str) -> tuple[str, str, Decimal]:
    """What `Quantity.say` says in parts, for a column that has the unit in its head: number, unit, and exact number.

    >>> in_parts(Quantity("1032.5", "kg"), "id"), in_parts(Quantity(1, "piece"), "en")
    (('1.032,5', 'kg', Decimal('1032.5')), ('1', 'pieces', Decimal('1')))
    """
    said_in = printed_in(quantity)
    value = quantity.to(said_in)
    digits = MINOR_DIGITS.get(said_in.code)
    if said_in.base == RUPIAH.code:
        return *locales.bare_rupiah(value, locale), value
    if digits is not None:
        return *locales.bare_money(value, said_in.code, digits, locale), value
    return locales.number(value, locale), said_in.say(locales.words_language(locale)), value


def _of_base(amount: int, unit: Unit) -> Quantity:
    """So many of a base unit."""
    made = object.__new__(Quantity)
    _fill(made, amount, unit)
    return made


def _fill(made: Quantity, amount: int, unit: Unit) -> None:
    """Hold so many of a base unit, in whole rupiah where they are."""
    if unit.code == SEN.code and amount % SEN_OF_ONE == 0:
        amount, unit = amount // SEN_OF_ONE, RUPIAH
    fill_field(made, "amount", amount)
    fill_field(made, "unit", unit)


def in_one_unit(one: Quantity, other: Quantity) -> tuple[int, int, Unit]:
    """The amounts of both in the one base unit that holds both.

    >>> in_one_unit(Quantity(2, "IDR"), Quantity(50, "IDR/100"))[:2]
    (200, 50)
    """
    if other.unit is one.unit or other.unit.code == one.unit.code:
        return one.amount, other.amount, one.unit
    if _are_money(other.unit, one.unit):
        return _in_sen(one), _in_sen(other), SEN
    raise mismatch(one.unit, other.unit)


def mismatch(unit: Unit, other: Unit, *, field: str = "unit", value: object = None) -> UnitError:
    """That two units do not go together, said with the names of both."""
    given, names = other.code if value is None else value, (other.many, unit.many)
    return UnitError("unit_mismatch", field=field, value=given, other=other.code, unit=unit.code, units=names)


def _are_money(one: Unit, other: Unit) -> bool:
    return {one.code, other.code} == {RUPIAH.code, SEN.code}


def _in_sen(money: Quantity) -> int:
    return money.amount * SEN_OF_ONE if money.unit.code == RUPIAH.code else money.amount
