"""Prices: so much money for so much of something."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

import attrs

from kesos import _checks as checks
from kesos.errors import InvalidValueError
from kesos.records import Recorded
from kesos.values import CURRENCIES, Citation, Quantity


def is_money(quantity: Quantity) -> bool:
    """Whether an amount is of a currency."""
    return quantity.unit.base.partition("/")[0] in CURRENCIES


def as_money(amount: object, field: str) -> Quantity:
    """An amount of a currency that is not below zero."""
    found = checks.instance(amount, field, Quantity)
    if not is_money(found) or found.amount < 0:
        raise InvalidValueError("not_money", field=field, value=found)
    return found


def _money(amount: Quantity) -> Quantity:
    return as_money(amount, "amount")


def _per(per: Quantity) -> Quantity:
    found = checks.instance(per, "per", Quantity)
    if found.amount < 1:
        raise InvalidValueError("out_of_range.stock", field="per", value=found, least=1)
    return found


def _source(source: Citation | None) -> Citation | None:
    return checks.known_instance(source, "source", Citation)


@attrs.frozen(eq=False, repr=False)
class Price(Recorded):
    """So much money for so much of something.

    >>> print(Price(Quantity(12_500, "IDR"), Quantity(1, "kg")).say("id"))
    Rp12.500/1 kg
    """

    amount: Quantity = attrs.field(converter=_money)
    per: Quantity = attrs.field(converter=_per)
    source: Citation | None = attrs.field(default=None, converter=_source, kw_only=True)

    def of(self, quantity: Quantity) -> Fraction:
        """What a quantity costs, exactly, in the smallest part of the currency.

        Raises:
            UnitError: The price is for something of another kind.
        """
        return quantity / self.per * self.amount.amount

    def say(self, language: str) -> str:
        """The money and what it is for."""
        return f"{self.amount.say(language)}/{self.per.say(language)}"


Prices = Mapping[str, Price] | Iterable[tuple[str, Price]]


def price_pairs(prices: Prices) -> tuple[tuple[str, Price], ...]:
    """Prices by code; made to be a field's converter."""
    return tuple(
        (checks.slug(code, "prices"), checks.instance(price, f"prices.{code}", Price))
        for code, price in checks.pairs(prices, "prices")
    )


def price_of(code: str, unit: Quantity, prices: Mapping[str, Price]) -> Price | None:
    """The price of an item; money is worth what it is."""
    one = attrs.evolve(unit, amount=1)
    return prices.get(code) or (Price(one, one) if is_money(unit) else None)


__all__ = ["Price", "Prices", "as_money", "price_of", "price_pairs"]
