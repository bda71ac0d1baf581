"""What is in a warehouse, item by item; what was not counted is not known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

import attrs

from kesos import _checks as checks
from kesos.errors import InvalidValueError, UnknownValueError
from kesos.planning._known import KnownMapping
from kesos.planning._lots import Lot, Movement, Pack
from kesos.planning._shelf import Shelf
from kesos.records import Recorded
from kesos.standards import AidStandard
from kesos.standards._items import names_of
from kesos.values import Quantity, TableView, Text
from kesos.values import _locales as locales
from kesos.values._days import plain_date
from kesos.values._display import Tabled
from kesos.values._texts import check_language

_ITEM, _QUANTITY, _UNTIL = Text("Barang", "Item"), Text("Jumlah", "Quantity"), Text("Sampai dengan", "Until")
_STOCK = Text("Persediaan", "Stock")


Given = Mapping[str, Quantity | None] | Iterable[Lot]


def _lots(lots: Given) -> tuple[Lot, ...]:
    if not isinstance(lots, Mapping):
        return checks.items(lots, "lots", Lot)
    held = ((checks.slug(code, "lots"), quantity) for code, quantity in lots.items())
    return tuple(Lot(item=code, quantity=quantity) for code, quantity in held if quantity is not None)


def _references(moved: Iterable[str]) -> tuple[str, ...]:
    return checks.each(checks.text, moved, "moved")


@attrs.frozen(repr=False, eq=False)
class Stock(Tabled, Recorded, KnownMapping[Quantity]):
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
        return UnknownValueError("stock_unknown", field=code if code and isinstance(code, str) else "item")

    def pack(self, item: str) -> Pack | None:
        """What an item comes in; None where any of it is not packed.

        Raises:
            InvalidValueError: Its lots come in different packs.
        """
        asked = checks.text(item, "item")
        packs = dict.fromkeys(lot.pack for lot in self.lots if lot.item == asked)
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
        shelves = {item: Shelf(each) for item, each in lots.items()}
        moved = dict.fromkeys(self.moved)
        for at, movement in enumerate(checks.items(movements, "movements", Movement)):
            if movement.reference in moved:
                raise InvalidValueError("duplicate.movement", field=f"movements[{at}]", value=movement.reference)
            moved[movement.reference] = None
            held = shelves.get(movement.item)
            if held is None:
                raise UnknownValueError("stock_unknown", field=movement.item)
            if movement.way == "in":
                held.put(movement.lot)
            else:
                held.take(movement.quantity, on=movement.on)
        return Stock([lot for shelf in shelves.values() for lot in shelf.lots], moved=tuple(moved))

    def table(self, language: str = "id", *, standard: AidStandard | None = None) -> TableView:
        """Lot by lot, in "id" or "en"; with a standard, items have the names that it gives them."""
        check_language(language)
        checks.known_instance(standard, "standard", AidStandard)
        names = {} if standard is None else names_of(standard.items)
        return TableView(
            caption=_STOCK.say(language),
            header=tuple(word.say(language) for word in (_ITEM, _QUANTITY, _UNTIL)),
            rows=tuple(
                (
                    names[lot.item].say(language) if lot.item in names else lot.item,
                    _said(lot, language),
                    "" if lot.expires is None else locales.day(lot.expires, language),
                )
                for lot in self.lots
            ),
            numbers=(1,),
        )

    def __repr__(self) -> str:
        return f"Stock({dict(self)!r})"


def _said(lot: Lot, language: str) -> str:
    said = lot.quantity.say(language)
    return said if lot.pack is None else f"{said} ({lot.pack.say(language)})"


__all__ = ["Stock"]
