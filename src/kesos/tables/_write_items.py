"""Items of aid as columns: an amount in the unit at the head, the two ends of a range side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from kesos._sheets._writing import Cell, Column
from kesos.records import Fieldwise
from kesos.relief import Relief, ReliefTotal
from kesos.standards import Item
from kesos.tables._counted import whole_unit
from kesos.values import Quantity, Span, Text, Unit

Owed = Quantity | Span[Quantity]
_LEAST = Text("paling sedikit", "at least")
_MOST = Text("paling banyak", "at most")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ItemColumns(Fieldwise):
    """The one or two columns of an item.

    Args:
        item: The item.
        unit: The unit in which all of its amounts are whole.
        both_ends: Whether any of them is a range.
    """

    item: Item
    unit: Unit
    both_ends: bool

    def columns(self, language: str) -> tuple[Column, ...]:
        """Their heads: the name of the item and the unit."""
        unit = "Rp" if self.unit.code == "IDR" else self.unit.say(language)
        name = f"{self.item.name.say(language)} ({unit})"
        if not self.both_ends:
            return (Column(head=name, holds="number"),)
        return tuple(Column(head=f"{name}, {end.say(language)}", holds="number") for end in (_LEAST, _MOST))

    def cells(self, owed: Owed | None) -> tuple[Cell, ...]:
        """An amount in them; nothing where there is none, or it is not known."""
        least, most = (owed.minimum, owed.maximum) if isinstance(owed, Span) else (owed, owed)
        ends = (least, most) if self.both_ends else (least,)
        return tuple(None if end is None else end.amount // self.unit.factor for end in ends)


def item_columns(parts: Sequence[Relief | ReliefTotal]) -> tuple[ItemColumns, ...]:
    """The columns of all items of some answers or totals, in the order in which they come."""
    owed: dict[tuple[str, str], list[Owed]] = {}
    items: dict[tuple[str, str], Item] = {}
    for part in parts:
        for item, amount in _items(part):
            code = (item.code, item.unit.base)
            items.setdefault(code, item)
            owed.setdefault(code, []).extend([] if amount is None else [amount])
    return tuple(
        ItemColumns(
            item=item,
            unit=whole_unit([end.amount for each in owed[code] for end in _ends(each)], Unit.of(item.unit.base)),
            both_ends=any(isinstance(each, Span) for each in owed[code]),
        )
        for code, item in items.items()
    )


def _items(part: Relief | ReliefTotal) -> Iterable[tuple[Item, Owed | None]]:
    known = ((part.item(code), part[code]) if isinstance(part, ReliefTotal) else None for code in part)
    lines = ((line.item, line.quantity) for line in part.lines) if isinstance(part, Relief) else ()
    yield from (each for each in known if each is not None)
    yield from lines
    yield from ((unknown.item, None) for unknown in part.unknown)


def _ends(owed: Owed) -> tuple[Quantity, Quantity]:
    return (owed.minimum, owed.maximum) if isinstance(owed, Span) else (owed, owed)
