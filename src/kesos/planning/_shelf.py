"""The lots of one item as they stand ready: what expires first goes first, and what has expired stays."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from datetime import date

from kesos.errors import InvalidValueError
from kesos.planning._lots import Lot
from kesos.values import Quantity


class Shelf:
    """The lots of one item, in the order in which they came, with some of them taken.

    >>> shelf = Shelf([Lot(item="rice", quantity=Quantity(many, "kg")) for many in (3, 5)])
    >>> shelf.take(Quantity(4, "kg"), on=date(2017, 3, 1))
    >>> [lot.quantity.amount for lot in shelf.lots]
    [0, 4000]
    """

    def __init__(self, lots: Iterable[Lot]) -> None:
        self.lots = list(lots)
        self._ready = sorted(_key(lot, at) for at, lot in enumerate(self.lots) if lot.quantity)
        """The last day and the place of each lot in which something is left."""

    def put(self, lot: Lot) -> None:
        """One more lot."""
        insort(self._ready, _key(lot, len(self.lots)))
        self.lots.append(lot)

    def take(self, quantity: Quantity, *, on: date) -> None:
        """So much goes out on a day.

        Raises:
            InvalidValueError: There is not so much that may be given on that day.
            UnitError: It is in a unit that does not go together with that of the lots.
        """
        rest = quantity
        for lot in self.lots[:1]:  # an error where the units do not go together, whatever may be given on that day
            rest = min(quantity, lot.quantity + quantity)
        first = last = bisect_left(self._ready, (on, 0))
        while rest and last < len(self._ready):
            at = self._ready[last][1]
            goes = min(rest, self.lots[at].quantity)
            rest -= goes
            self.lots[at] = self.lots[at].less(goes)
            last += not self.lots[at].quantity
        if rest:
            raise InvalidValueError("more_than_stock", field="quantity", value=quantity, there=quantity - rest)
        del self._ready[first:last]


def _key(lot: Lot, at: int) -> tuple[date, int]:
    return lot.expires or date.max, at


def take(lots: Iterable[Lot], quantity: Quantity, *, on: date) -> list[Lot]:
    """What is left of the lots of one item when so much goes out.

    Args:
        lots: The lots.
        quantity: How much goes out.
        on: The day; what has expired by then does not go out.

    Raises:
        InvalidValueError: There is not so much.
    """
    shelf = Shelf(lots)
    shelf.take(quantity, on=on)
    return shelf.lots


__all__ = ["Shelf", "take"]
