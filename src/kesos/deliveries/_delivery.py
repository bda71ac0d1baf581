"""A delivery: where, when, and how much of what; and what goods in kind cost, where the caller knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction

import attrs

from kesos import _checks as checks
from kesos.budgets import whole_rupiah
from kesos.errors import InvalidValueError, UnitError
from kesos.records import Plain, Recorded, schema_of, to_plain
from kesos.values import Citation, Place, Quantity, TableView, Text
from kesos.values import _locales as locales
from kesos.values._days import plain_date
from kesos.values._format import formatted

_HEADER = Text("Barang", "Goods"), Text("Jumlah", "Quantity")
_FOR = Text("{} per {}", "{} for {}")


def _pairs(pairs: object) -> tuple[tuple[str, Quantity], ...]:
    read = {
        checks.slug(code, "items"): checks.instance(amount, f"items.{code}", Quantity)
        for code, amount in checks.pairs(pairs, "items")
    }
    for code, amount in read.items():
        if amount.amount < 0:
            raise InvalidValueError("count_negative.number", field=f"items.{code}", value=amount)
    if not read:
        raise InvalidValueError("empty.delivery", field="items", value=pairs)
    return tuple(read.items())


@attrs.frozen(repr=False, eq=False)
class Goods(Recorded, Mapping[str, Quantity]):
    """How much of what, by the code of the item: a mapping that nobody changes.

    >>> Goods({"rice": Quantity(600, "kg")})["rice"]
    Quantity(600000, 'g')
    """

    pairs: tuple[tuple[str, Quantity], ...] = attrs.field(converter=_pairs)

    @classmethod
    def __read__(cls, raw: object) -> Goods:
        return cls({code: Quantity.__read__(amount) for code, amount in checks.mapping(raw, "").items()})

    def __plain__(self) -> Plain:
        return {code: to_plain(amount) for code, amount in self.pairs}

    @classmethod
    def __schema__(cls) -> Plain:
        return {"type": "object", "additionalProperties": schema_of(Quantity)}

    def __getitem__(self, code: str) -> Quantity:
        return dict(self.pairs)[code]

    def __iter__(self) -> Iterator[str]:
        return (code for code, _ in self.pairs)

    def __len__(self) -> int:
        return len(self.pairs)

    def __repr__(self) -> str:
        return repr(dict(self.pairs))


def say_goods(goods: Mapping[str, Quantity], language: str, names: Mapping[str, Text]) -> str:
    """How much of what, by the names that are given, and by its code where none is.

    >>> say_goods({"rice": Quantity(5, "kg")}, "id", {"rice": Text("Beras", "Rice")})
    'Beras 5 kg'
    """
    parts = ((names[code].say(language) if code in names else code, amount) for code, amount in goods.items())
    return ", ".join(f"{name} {amount.say(language)}" for name, amount in parts)


def _place(place: Place | str) -> Place:
    return Place.of(place)


def _on(day: date | str) -> date:
    return plain_date(day, "on")


def _goods(items: Mapping[str, Quantity]) -> Goods:
    return items if isinstance(items, Goods) else Goods(checks.mapping(items, "items"))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Delivery(Recorded):
    """Goods, or money, that were handed out at a place on a day.

    Args:
        place: Where.
        on: When.
        items: How much of what: codes of a standard's items, of what it lets be given in kind, or of anything else.
        source: Where it is written down.

    Raises:
        InvalidValueError: Nothing was handed out, or less than nothing; an item twice.

    >>> delivery = Delivery(place="Kelurahan Pangkut", on="2017-02-26", items={"rice": Quantity(600, "kg")})
    >>> print(delivery)
    Kelurahan Pangkut, 26 Februari 2017: rice 600 kg
    """

    place: Place = attrs.field(converter=_place)
    on: date = attrs.field(converter=_on)
    items: Goods = attrs.field(converter=_goods)
    source: Citation | None = None

    def __attrs_post_init__(self) -> None:
        checks.known_instance(self.source, "source", Citation)

    def say(self, language: str, names: Mapping[str, Text] | None = None) -> str:
        """Where, when, and how much of what; by its code where no name is given for it."""
        return f"{self.place}, {locales.day(self.on, language)}: {say_goods(self.items, language, names or {})}"

    def table(self, language: str = "id") -> TableView:
        """A row for each of the goods, by its code."""
        return TableView(
            caption=f"{self.place}, {locales.day(self.on, language)}",
            header=tuple(word.say(language) for word in _HEADER),
            rows=[(code, amount.say(language)) for code, amount in self.items.items()],
            notes=() if self.source is None else (self.source.say(language),),
        )

    def __str__(self) -> str:
        return self.say("id")

    def __format__(self, spec: str) -> str:
        return formatted(self.say, spec)

    def _repr_html_(self) -> str:
        return self.table().html()


def _amount(amount: Quantity | int) -> Quantity:
    return whole_rupiah(amount, "amount")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Price(Recorded):
    """What so much of something costs, as the caller has it from somewhere.

    Args:
        amount: The price [IDR].
        per: For how much: one carton, one kilogram.
        source: Who says so.

    Raises:
        InvalidValueError: A price that is no whole rupiah; for nothing.

    >>> noodles = Price(amount=96_000, per=Quantity(1, "carton"))
    >>> noodles.of(Quantity(40, "carton")), noodles.say("en")
    (Quantity(3840000, 'IDR'), 'IDR96,000 for 1 carton')
    """

    amount: Quantity = attrs.field(converter=_amount)
    per: Quantity
    source: Citation | None = None

    def __attrs_post_init__(self) -> None:
        if checks.instance(self.per, "per", Quantity).amount <= 0:
            raise InvalidValueError("zero_denominator", field="per", value=self.per)
        checks.known_instance(self.source, "source", Citation)

    def of(self, quantity: Quantity) -> Quantity:
        """What so much costs.

        Raises:
            UnitError: It is not of the unit that the price is for.
            InvalidValueError: That is no whole number of rupiah.
        """
        wanted = checks.instance(quantity, "quantity", Quantity)
        if wanted.unit != self.per.unit:
            raise UnitError(
                "unit_mismatch", field="quantity", value=wanted, other=wanted.unit.code, unit=self.per.unit.code
            )
        cost = Fraction(wanted.amount, self.per.amount) * self.amount.amount
        if cost.denominator != 1:
            raise InvalidValueError("not_whole.price", field="quantity", value=wanted, price=self)
        return Quantity(cost.numerator, "IDR")

    def say(self, language: str) -> str:
        """How much for how much."""
        return _FOR.say(language).format(self.amount.say(language), self.per.say(language))

    def __str__(self) -> str:
        return self.say("id")

    def __format__(self, spec: str) -> str:
        return formatted(self.say, spec)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Priced(Recorded):
    """Goods in kind set against rupiah at a price.

    Args:
        code: The code of the goods.
        item: The code of the item in the place of which they were given.
        quantity: How much of them.
        price: At which price.
        value: What they count as [IDR].
    """

    code: str
    item: str
    quantity: Quantity
    price: Price
    value: Quantity

    def __attrs_post_init__(self) -> None:
        checks.settle(self, checks.slug, "code", "item")
        if self.value != checks.instance(self.price, "price", Price).of(self.quantity):
            raise InvalidValueError("not_its_price", field="value", value=self.value, price=self.price)


__all__ = ["Delivery", "Goods", "Price", "Priced", "say_goods"]
