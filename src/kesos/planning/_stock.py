"""What is in a warehouse, lot by lot: how much of what, in which packs, until which day; and what goes in and out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Literal

import attrs
from attrs.converters import optional

from kesos import _checks as checks
from kesos.errors import InvalidValueError, UnknownValueError
from kesos.planning._known import KnownMapping
from kesos.records import Recorded
from kesos.standards import AidStandard
from kesos.standards._saying import say
from kesos.values import Quantity, Rounding, TableView, Text
from kesos.values import _locales as locales
from kesos.values._days import plain_date
from kesos.values._texts import check_language

Way = Literal["in", "out"]

_ITEM, _QUANTITY, _UNTIL = Text("Barang", "Item"), Text("Jumlah", "Quantity"), Text("Sampai dengan", "Until")
_STOCK = Text("Persediaan", "Stock")


def _amount(quantity: object, field: str, least: int) -> Quantity:
    found = checks.instance(quantity, field, Quantity)
    if found.amount < least:
        raise InvalidValueError("out_of_range.stock", field=field, value=found, least=least)
    return found


def _size(size: Quantity) -> Quantity:
    return _amount(size, "size", 1)


def _pack_name(name: Text) -> Text:
    return checks.instance(name, "name", Text)


@attrs.frozen(eq=False, repr=False)
class Pack(Recorded):
    """What an item comes in: sacks of 50 kg, cartons of 40.

    >>> from kesos.values import Rounding
    >>> sack = Pack(Quantity(50, "kg"), Text("karung", "sacks"))
    >>> sack.many(Quantity(408, "kg"), Rounding.UP), sack.many(Quantity(408, "kg"), Rounding.DOWN)
    (9, 8)
    """

    size: Quantity = attrs.field(converter=_size)
    name: Text = attrs.field(default=Text("kemasan", "packs"), converter=_pack_name)

    def many(self, quantity: Quantity, rounding: Rounding) -> int:
        """How many whole packs a quantity is; the rest of one is rounded up or down."""
        whole, rest = divmod(quantity, self.size)
        return whole + (1 if rest and up(rounding) else 0)

    def say(self, language: str) -> str:
        """What it is called and how much is in one."""
        return say("planning.pack", language, name=self.name, size=self.size)


def up(rounding: object) -> bool:
    """Whether packs are rounded up; a pack is either whole or not given, so there is no nearest."""
    given = checks.instance(rounding, "packs", Rounding)
    if given is Rounding.HALF_UP:
        raise InvalidValueError("half_a_pack", field="packs", value=given.value)
    return given is Rounding.UP


def _item(item: str) -> str:
    return checks.slug(item, "item")


def _held(quantity: Quantity) -> Quantity:
    return _amount(quantity, "quantity", 0)


def _pack(pack: Pack | None) -> Pack | None:
    return checks.known_instance(pack, "pack", Pack)


def _expires(day: date | str) -> date:
    return plain_date(day, "expires")


def _fits(quantity: Quantity, pack: Pack | None) -> None:
    if pack is not None:
        pack.many(quantity, Rounding.DOWN)  # an error where the units do not go together


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Lot(Recorded):
    """So much of one item, in one kind of pack, until one day.

    Args:
        item: The code of the item, as the standard has it.
        quantity: How much of it.
        pack: What it comes in; None where it is not packed.
        expires: The last day on which it may be given; None where no such day is stated.
    """

    item: str = attrs.field(converter=_item)
    quantity: Quantity = attrs.field(converter=_held)
    pack: Pack | None = attrs.field(default=None, converter=_pack)
    expires: date | None = attrs.field(default=None, converter=optional(_expires))

    def __attrs_post_init__(self) -> None:
        _fits(self.quantity, self.pack)

    def good_on(self, day: date | None) -> bool:
        """Whether it may be given on a day; where no day is asked for, whether there is such a day at all."""
        return day is None or self.expires is None or day <= self.expires

    def less(self, goes: Quantity) -> Lot:
        """What is left of it."""
        return attrs.evolve(self, quantity=self.quantity - goes)


def _reference(reference: str) -> str:
    return checks.text(reference, "reference")


def _way(way: Way) -> Way:
    return "in" if checks.choice(way, "way", ("in", "out")) == "in" else "out"


def _moved(quantity: Quantity) -> Quantity:
    return _amount(quantity, "quantity", 1)


def _on(day: date | str) -> date:
    return plain_date(day, "on")


def _whom(whom: str) -> str:
    return checks.text(whom, "whom")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Movement(Recorded):
    """Something that came in or goes out, under the number that it has in the book of the warehouse.

    Args:
        reference: Its number; a number moves once.
        way: "in" or "out".
        item: The code of the item.
        quantity: How much of it.
        on: The day.
        whom: Whom it came from or goes to; None where that is not said.
        pack: What comes in is packed in; None where it is not packed.
        expires: The last day on which what comes in may be given.
    """

    reference: str = attrs.field(converter=_reference)
    way: Way = attrs.field(converter=_way)
    item: str = attrs.field(converter=_item)
    quantity: Quantity = attrs.field(converter=_moved)
    on: date = attrs.field(converter=_on)
    whom: str | None = attrs.field(default=None, converter=optional(_whom))
    pack: Pack | None = attrs.field(default=None, converter=_pack)
    expires: date | None = attrs.field(default=None, converter=optional(_expires))

    def __attrs_post_init__(self) -> None:
        _fits(self.quantity, self.pack)
        if self.way == "out":
            for field in ("pack", "expires"):
                if getattr(self, field) is not None:
                    raise InvalidValueError("not_used.going_out", field=field, value=getattr(self, field))

    @property
    def lot(self) -> Lot:
        """What comes in, as a lot."""
        return Lot(item=self.item, quantity=self.quantity, pack=self.pack, expires=self.expires)


Given = Mapping[str, Quantity | None] | Iterable[Lot]


def _lots(lots: Given) -> tuple[Lot, ...]:
    if not isinstance(lots, Mapping):
        return checks.items(lots, "lots", Lot)
    held = ((checks.slug(code, "lots"), quantity) for code, quantity in lots.items())
    return tuple(Lot(item=code, quantity=quantity) for code, quantity in held if quantity is not None)


def _references(moved: Iterable[str]) -> tuple[str, ...]:
    return checks.each(checks.text, moved, "moved")


@attrs.frozen(repr=False, eq=False)
class Stock(Recorded, KnownMapping[Quantity]):
    """What there is of each item that was counted: a mapping from the item's code to a quantity, money among them.

    An item that was not counted is not known, which is not none. Nothing in a stock changes: `after` gives another.

    Args:
        lots: A quantity for each item, None where it was not counted; or the lots themselves.
        moved: The numbers of the movements that are in it; none of them moves anything again.

    Raises:
        InvalidValueError: A quantity below zero; lots of one item in units that do not go together.

    >>> stock = Stock({"rice": Quantity(2_000, "kg"), "side_dishes": None})
    >>> print(stock["rice"], "side_dishes" in stock)
    2.000 kg False
    >>> stock["side_dishes"]
    Traceback (most recent call last):
    ...
    kesos.errors.UnknownValueError: side_dishes: what is in the stock of this was not counted. ...
    """

    lots: tuple[Lot, ...] = attrs.field(converter=_lots)
    moved: tuple[str, ...] = attrs.field(default=(), converter=_references, kw_only=True)

    def __attrs_post_init__(self) -> None:
        dict(self)  # units that do not go together are an error now

    @cached_property
    def _known(self) -> Mapping[str, Quantity]:  # pyright: ignore[reportIncompatibleMethodOverride]  # it is read like a property
        sums: dict[str, Quantity] = {}
        for lot in self.lots:
            sums[lot.item] = sums[lot.item] + lot.quantity if lot.item in sums else lot.quantity
        return sums

    def _why_not(self, code: object) -> UnknownValueError:
        return UnknownValueError("stock_unknown", field=code if isinstance(code, str) else "item")

    def pack(self, item: str) -> Pack | None:
        """What an item comes in; None where any of it is not packed.

        Raises:
            InvalidValueError: Its lots come in different packs.
        """
        packs = dict.fromkeys(lot.pack for lot in self.lots if lot.item == item)
        if None not in packs and len(packs) > 1:
            raise InvalidValueError("several_packs", field=item, value=item, packs=tuple(packs))
        return None if None in packs else next(iter(packs), None)

    def on(self, day: date | str) -> Stock:
        """What of it may be given on a day: without what has expired by then.

        >>> eggs = Lot(item="eggs", quantity=Quantity(30, "piece"), expires="2017-03-05")
        >>> Stock([eggs]).on("2017-03-05")["eggs"].amount, Stock([eggs]).on("2017-03-06")["eggs"].amount
        (30, 0)
        """
        that = plain_date(day, "day")
        return attrs.evolve(self, lots=[lot if lot.good_on(that) else lot.less(lot.quantity) for lot in self.lots])

    def after(self, *movements: Movement) -> Stock:
        """The stock after movements, in the order of the book: what expires first goes out first.

        Raises:
            InvalidValueError: A number that has moved already; more going out than may be given on that day.
            UnknownValueError: Something comes into, or goes out of, what was not counted.

        >>> out = Movement(reference="SPB-1", way="out", item="rice", quantity=Quantity(408, "kg"), on="2017-03-01")
        >>> print(Stock({"rice": Quantity(2, "t")}).after(out)["rice"])
        1.592 kg
        """
        lots: dict[str, list[Lot]] = {}
        for lot in self.lots:
            lots.setdefault(lot.item, []).append(lot)
        moved = dict.fromkeys(self.moved)
        for at, movement in enumerate(checks.items(movements, "movements", Movement)):
            if movement.reference in moved:
                raise InvalidValueError("duplicate.movement", field=f"movements[{at}]", value=movement.reference)
            moved[movement.reference] = None
            held = lots.get(movement.item)
            if held is None:
                raise UnknownValueError("stock_unknown", field=movement.item)
            if movement.way == "in":
                held.append(movement.lot)
            else:
                lots[movement.item] = take(held, movement.quantity, on=movement.on)
        return Stock([lot for each in lots.values() for lot in each], moved=tuple(moved))

    def table(self, language: str = "id", *, standard: AidStandard | None = None) -> TableView:
        """Lot by lot, in "id" or "en"; with a standard, items have the names that it gives them."""
        check_language(language)
        names = {} if standard is None else {item.code: item.name.say(language) for item in standard.items}
        return TableView(
            caption=_STOCK.say(language),
            header=tuple(word.say(language) for word in (_ITEM, _QUANTITY, _UNTIL)),
            rows=tuple(
                (
                    names.get(lot.item, lot.item),
                    _said(lot, language),
                    "" if lot.expires is None else locales.day(lot.expires, language),
                )
                for lot in self.lots
            ),
        )

    def __repr__(self) -> str:
        return f"Stock({dict(self)!r})"

    def __str__(self) -> str:
        return self.table().plain()

    def _repr_html_(self) -> str:
        return self.table().html()


def _said(lot: Lot, language: str) -> str:
    said = lot.quantity.say(language)
    return said if lot.pack is None else f"{said} ({lot.pack.say(language)})"


def take(lots: Iterable[Lot], quantity: Quantity, *, on: date | None = None, whole: bool = False) -> list[Lot]:
    """What is left of the lots of one item when so much goes out: what expires first goes first.

    Args:
        lots: The lots.
        quantity: How much goes out.
        on: The day; what has expired by then does not go out.
        whole: Whether no pack is opened for it.

    Raises:
        InvalidValueError: There is not so much.
    """
    kept, rest = list(lots), quantity
    for at in sorted(range(len(kept)), key=lambda at: kept[at].expires or date.max):
        lot = kept[at]
        goes = min(rest, in_packs(lot) if whole else lot.quantity)
        if goes and lot.good_on(on):
            kept[at] = lot.less(goes)
            rest -= goes
    if rest:
        raise InvalidValueError("more_than_stock", field="quantity", value=quantity, there=quantity - rest)
    return kept


def in_packs(lot: Lot) -> Quantity:
    """How much of a lot is in whole packs; all of it where it is not packed."""
    return lot.quantity if lot.pack is None else lot.quantity - lot.quantity % lot.pack.size


__all__ = ["Lot", "Movement", "Pack", "Stock", "Way", "in_packs", "take", "up"]
