"""Items of aid as columns: an amount in the unit at the head, the two ends of a range side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

import attrs

from kesos._sheets._writing import Cell, Column
from kesos.records import Fieldwise
from kesos.relief import Relief, ReliefTotal
from kesos.standards import Item
from kesos.values import Quantity, Span, Text, Unit
from kesos.values._spans import ends_of

_LARGER = {"g": "kg", "ml": "l", "mm": "m"}
Owed = Quantity | Span[Quantity]
_LEAST = Text("paling sedikit", "at least")
_MOST = Text("paling banyak", "at most")
_LEAST_OF_DAYS = Text("paling sedikit dalam jangka waktu", "least within the time given")
_MOST_OF_DAYS = Text("paling banyak dalam jangka waktu", "most within the time given")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ItemColumns(Fieldwise):
    """The one or two columns of an item.

    Args:
        item: The item.
        unit: The unit that people measure such an amount in.
        places: How many decimals its amounts have in that unit; whole numbers where none has any.
        both_ends: Whether any of them is a range.
        of_days: Whether the ends are those of a window of days, and not of a range that the law gives.
    """

    item: Item
    unit: Unit
    places: int
    both_ends: bool
    of_days: bool = False

    def columns(self, language: str) -> tuple[Column, ...]:
        """Their heads: the name of the item and the unit."""
        unit = "Rp" if self.unit.code == "IDR" else self.unit.say(language)
        name = f"{self.item.name.say(language)} ({unit})"
        if not self.both_ends:
            return (Column(head=name, holds="number"),)
        ends = (_LEAST_OF_DAYS, _MOST_OF_DAYS) if self.of_days else (_LEAST, _MOST)
        return tuple(Column(head=f"{name}, {end.say(language)}", holds="number") for end in ends)

    def cells(self, owed: Owed | None) -> tuple[Cell, ...]:
        """An amount in them; nothing where there is none, or it is not known."""
        least, most = (None, None) if owed is None else ends_of(owed)
        ends = (least, most) if self.both_ends else (least,)
        return tuple(None if end is None else self._number(end.amount) for end in ends)

    def _number(self, amount: int) -> int | Decimal:
        if not self.places:
            return amount // self.unit.factor
        return Decimal(amount).scaleb(-_digits(self.unit)).quantize(Decimal(1).scaleb(-self.places))


def item_columns(parts: Sequence[Relief | ReliefTotal]) -> tuple[ItemColumns, ...]:
    """The columns of all items of some answers or totals, in the order in which they come."""
    owed: dict[tuple[str, str], list[Owed]] = {}
    items: dict[tuple[str, str], Item] = {}
    for part in parts:
        for item, amount in _items(part):
            code = (item.code, item.unit.base)
            items.setdefault(code, item)
            owed.setdefault(code, []).extend([] if amount is None else [amount])
    of_days = any(isinstance(part, ReliefTotal) and part.ranges for part in parts)
    return tuple(_columns(item, owed[code], of_days) for code, item in items.items())


def _columns(item: Item, owed: list[Owed], of_days: bool) -> ItemColumns:
    amounts = [end.amount for each in owed for end in ends_of(each)]
    unit = measured_in(max(amounts, default=0), Unit.of(item.unit.base))
    places = next(
        few for few in range(_digits(unit) + 1) if all(each % 10 ** (_digits(unit) - few) == 0 for each in amounts)
    )
    both_ends = any(isinstance(each, Span) for each in owed)
    return ItemColumns(item=item, unit=unit, places=places, both_ends=both_ends, of_days=of_days)


def measured_in(amount: int, base: Unit) -> Unit:
    """The unit that people measure so much in.

    >>> measured_in(2_408_000, Unit.of("g")).code, measured_in(400, Unit.of("g")).code
    ('kg', 'g')
    """
    larger = Unit.of(_LARGER.get(base.code, base.code))
    return larger if amount >= larger.factor else base


def _digits(unit: Unit) -> int:
    """How many decimals of a unit make its base: three for a kilogram."""
    return len(str(unit.factor)) - 1


def _items(part: Relief | ReliefTotal) -> Iterable[tuple[Item, Owed | None]]:
    known = ((part.item(code), part[code]) if isinstance(part, ReliefTotal) else None for code in part)
    lines = ((line.item, line.quantity) for line in part.lines) if isinstance(part, Relief) else ()
    yield from (each for each in known if each is not None)
    yield from lines
    yield from ((unknown.item, None) for unknown in part.unknown)
