"""That amounts are the least or the most that may be given, as it stands under a table of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kesos.standards._amounts import Bound
from kesos.standards._items import Item
from kesos.standards._saying import say


class _Keys(NamedTuple):
    """The keys of what is said of all items, and of some."""

    of_all: str
    of_some: str


def say_floors(items: Iterable[Item], language: str) -> list[str]:
    """That the amounts are floors: of all of these items, or of which of them; nothing where none is."""
    return _say_bound(items, "floor", _Keys("item.is_floor", "items.floor"), language)


def say_ceilings(items: Iterable[Item], language: str) -> list[str]:
    """That the amounts are ceilings: of all of these items, or of which of them; nothing where none is."""
    return _say_bound(items, "ceiling", _Keys("item.is_ceiling", "items.ceiling"), language)


def _say_bound(items: Iterable[Item], bound: Bound, keys: _Keys, language: str) -> list[str]:
    each = tuple(items)
    bounded = dict.fromkeys(item.name for item in each if item.bound == bound)
    if not bounded:
        return []
    if all(item.bound == bound for item in each):
        return [say(keys.of_all, language)]
    return [say(keys.of_some, language, items=tuple(bounded))]


__all__ = ["say_ceilings", "say_floors"]
