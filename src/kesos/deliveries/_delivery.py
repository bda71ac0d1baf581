"""A delivery: where, when, and how much of what; and what goods in kind count as."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import attrs

from kesos import _checks as checks
from kesos.errors import InvalidValueError, UnknownItemError, check_language
from kesos.prices import Price
from kesos.records import Plain, Recorded, schema_of, to_plain
from kesos.values import Citation, Place, Quantity, TableView, Text
from kesos.values import _locales as locales
from kesos.values._days import plain_date
from kesos.values._format import Spoken
from kesos.values._tabulated import Shown, ShownRow

_PLACE = Text("Tempat", "Place")
_DAY = Text("Tanggal", "Day")
_HEADER = Text("Barang", "Goods"), Text("Jumlah", "Quantity")


def _handed_out(amount: object, field: str) -> Quantity:
    found = checks.instance(amount, field, Quantity)
    if found.amount < 0:
        raise InvalidValueError("count_negative.number", field=field, value=found)
    return found


def _pairs(pairs: object) -> tuple[tuple[str, Quantity], ...]:
    read = checks.coded(pairs, "items", _handed_out)
    if not read:
        raise InvalidValueError("empty.delivery", field="items", value=pairs)
    return read


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
        for known, amount in self.pairs:
            if known == code:
                return amount
        raise UnknownItemError("unknown_item", field="item", value=code, hint=checks.did_you_mean(code, self))

    def __iter__(self) -> Iterator[str]:
        return (code for code, _ in self.pairs)

    def __len__(self) -> int:
        return len(self.pairs)

    def __repr__(self) -> str:
        return repr(dict(self.pairs))


def say_goods(goods: Mapping[str, Quantity], language: str, names: Mapping[str, Text]) -> str:
    """How much of what, by the names that are given, and by the words of its code where none is.

    >>> goods = {"rice": Quantity(5, "kg"), "mi_instan": Quantity(2, "carton")}
    >>> say_goods(goods, "id", {"rice": Text("Beras", "Rice")})
    'Beras 5 kg, mi instan 2 karton'
    """
    named = {code: names[code].say(language) if code in names else code.replace("_", " ") for code in goods}
    parts = ((named[code], amount) for code, amount in goods.items())
    return ", ".join(f"{name} {amount.say(language)}" for name, amount in parts)


def _place(place: Place | str) -> Place:
    return Place.of(place)


def _on(day: date | str) -> date:
    return plain_date(day, "on")


def _goods(items: Mapping[str, Quantity]) -> Goods:
    return items if isinstance(items, Goods) else Goods(checks.mapping(items, "items"))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Delivery(Spoken, Recorded):
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
        check_language(language)
        known = {} if names is None else dict(checks.coded(names, "names", checks.of_kind(Text)))
        return f"{self.place}, {locales.day(self.on, language)}: {say_goods(self.items, language, known)}"

    def table(self, language: str = "id") -> TableView:
        """A row for each of the goods, by its code."""
        check_language(language)
        return TableView(
            caption=f"{self.place}, {locales.day(self.on, language)}",
            header=tuple(word.say(language) for word in _HEADER),
            rows=[(code, amount.say(language)) for code, amount in self.items.items()],
            notes=() if self.source is None else (self.source.say(language),),
            numbers=(1,),
        )

    def __row__(self) -> ShownRow:
        goods = (Shown(Text(code, code), amount, adds=True) for code, amount in self.items.items())
        return Shown(_PLACE, str(self.place)), Shown(_DAY, self.on), *goods

    def __beneath__(self, language: str) -> tuple[str, ...]:
        return () if self.source is None else (self.source.say(language),)

    def _repr_html_(self) -> str:
        return self.table().html()


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
        value = checks.instance(self.value, "value", Quantity)
        if value != checks.instance(self.price, "price", Price).cost_of(self.quantity):
            raise InvalidValueError("not_its_price", field="value", value=self.value, price=self.price)


__all__ = ["Delivery", "Goods", "Priced", "say_goods"]
