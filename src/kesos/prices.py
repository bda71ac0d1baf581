"""Prices: so much money for so much of something, as the caller has it from somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

import attrs

from kesos import _checks as checks
from kesos.errors import InvalidValueError, UnitError
from kesos.records import Recorded
from kesos.values import CURRENCIES, Citation, Quantity, Text
from kesos.values._format import Spoken

__all__ = ["Price"]

_FOR = Text("{} per {}", "{} for {}")
_RUPIAH = Quantity(1, "IDR")


def _currency(quantity: Quantity) -> str:
    return quantity.unit.base.partition("/")[0]


def is_money(quantity: Quantity) -> bool:
    """Whether an amount is of a currency."""
    return _currency(quantity) in CURRENCIES


def as_money(amount: object, field: str) -> Quantity:
    """An amount of a currency that is not below zero."""
    found = checks.instance(amount, field, Quantity)
    if not is_money(found) or found.amount < 0:
        raise InvalidValueError("not_money", field=field, value=found)
    return found


def _amount(amount: Quantity | int) -> Quantity:
    if isinstance(amount, Quantity):
        return as_money(amount, "amount")
    return Quantity(checks.count(amount, "amount"), "IDR")


def _per(per: Quantity) -> Quantity:
    found = checks.instance(per, "per", Quantity)
    if found.amount <= 0:
        raise InvalidValueError("out_of_range.price", field="per", value=found)
    return found


def _source(source: Citation | None) -> Citation | None:
    return checks.known_instance(source, "source", Citation)


@attrs.frozen(eq=False, repr=False)
class Price(Spoken, Recorded):
    """What so much of something costs, in any currency.

    Args:
        amount: The price: an amount of a currency, or a bare number of whole rupiah.
        per: For how much: one carton, one kilogram.
        source: Who says so.

    Raises:
        InvalidValueError: A price that is no money, or below zero; for nothing.

    >>> noodles = Price(96_000, Quantity(1, "carton"))
    >>> noodles.cost_of(Quantity(40, "carton")), noodles.say("en")
    (Quantity(3840000, 'IDR'), 'IDR96,000 for 1 carton')
    """

    amount: Quantity = attrs.field(converter=_amount)
    per: Quantity = attrs.field(converter=_per)
    source: Citation | None = attrs.field(default=None, converter=_source, kw_only=True)

    def of(self, quantity: Quantity) -> Fraction:
        """What a quantity costs, exactly, in the smallest part of the currency that the price is counted in.

        Raises:
            UnitError: The price is for something of another kind.

        >>> Price(Quantity("1.25", "USD"), Quantity(1, "kg")).of(Quantity(10, "g"))  # in cents
        Fraction(5, 4)
        """
        return checks.instance(quantity, "quantity", Quantity) / self.per * self.amount.amount

    def cost_of(self, quantity: Quantity) -> Quantity:
        """What a quantity costs in whole rupiah.

        Raises:
            UnitError: The price is for something of another kind, or in another currency.
            InvalidValueError: That is no whole number of rupiah.
        """
        if _currency(self.amount) != "IDR":
            raise UnitError("unit_mismatch.rupiah", field="amount", value=self.amount)
        cost = self.of(quantity) * (attrs.evolve(self.amount, amount=1) / _RUPIAH)
        if cost.denominator != 1:
            raise InvalidValueError("not_whole.price", field="quantity", value=quantity, price=self)
        return Quantity(cost.numerator, "IDR")

    def say(self, language: str) -> str:
        """How much for how much."""
        return _FOR.say(language).format(self.amount.say(language), self.per.say(language))


Prices = Mapping[str, Price] | Iterable[tuple[str, Price]]


def price_pairs(prices: Prices) -> tuple[tuple[str, Price], ...]:
    """Prices by code; made to be a field's converter."""
    return checks.coded(prices, "prices", checks.of_kind(Price))


def price_of(code: str, unit: Quantity, prices: Mapping[str, Price]) -> Price | None:
    """The price of an item; money is worth what it is."""
    one = attrs.evolve(unit, amount=1)
    return prices.get(code) or (Price(one, one) if is_money(unit) else None)
