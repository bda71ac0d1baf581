"""What lies in a warehouse together: so much of one item, in one kind of pack, until one day; what comes and goes."""

from __future__ import annotations

from datetime import date
from typing import Literal

import attrs
from attrs.converters import optional

from kesos import _checks as checks
from kesos.errors import InvalidValueError
from kesos.records import Recorded
from kesos.standards._saying import say
from kesos.values import Quantity, Rounding, Text
from kesos.values._days import plain_date

Way = Literal["in", "out"]


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
        more, (whole, rest) = up(rounding), divmod(checks.instance(quantity, "quantity", Quantity), self.size)
        return whole + (1 if rest and more else 0)

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
        return day is None or plain_date(day, "day") <= (self.expires or date.max)

    def less(self, goes: Quantity) -> Lot:
        """What is left of it."""
        return attrs.evolve(self, quantity=self.quantity - checks.instance(goes, "goes", Quantity))


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


def in_packs(lot: Lot) -> Quantity:
    """How much of a lot is in whole packs; all of it where it is not packed."""
    return lot.quantity if lot.pack is None else lot.quantity - lot.quantity % lot.pack.size


__all__ = ["Lot", "Movement", "Pack", "Way", "in_packs", "up"]
