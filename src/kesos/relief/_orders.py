"""In which order households come on a worksheet: one that the caller names, or a function of their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, get_args

from kesos import _checks as checks
from kesos.people import Household
from kesos.values import Text

Order = Literal["as_given", "heaviest_damage_first", "largest_first", "poorest_first", "smallest_first"]
ORDERS: tuple[Order, ...] = get_args(Order)

_NAMES: dict[str, Text] = {
    "as_given": Text("sesuai urutan yang diberikan", "as given"),
    "heaviest_damage_first": Text("kerusakan terberat didahulukan", "heaviest damage first"),
    "largest_first": Text("rumah tangga terbesar didahulukan", "largest household first"),
    "poorest_first": Text("yang paling miskin didahulukan", "poorest first"),
    "smallest_first": Text("rumah tangga terkecil didahulukan", "smallest household first"),
    "key": Text("menurut ketentuan pemakai", "by the caller's own key"),
}
Key = Callable[[Household], Any]


def key_of(order: Order | Key) -> tuple[str, Key]:
    """The name of an order and the key that sorts by it.

    Raises:
        InvalidValueError: An order that is not known.

    >>> key_of("smallest_first")[1](Household())
    (True, 0)
    """
    if callable(order):
        return "key", order
    name = checks.choice(order, "order", ORDERS)
    return name, _KEYS[name]


def check_order(name: str) -> None:
    """That a sheet names an order there is: one of ours, or a function of the caller's."""
    checks.choice(name, "order", _NAMES)


def say_order(order: str, language: str) -> str:
    """What an order is called.

    >>> say_order("heaviest_damage_first", "id")
    'kerusakan terberat didahulukan'
    """
    return _NAMES[order].say(language)


def _known_last(value: int | None) -> tuple[bool, int]:
    return (value is None, value or 0)


def _poverty(household: Household) -> int | None:
    if household.is_very_poor:
        return 0
    if household.is_poor is None:
        return None
    return 1 if household.is_poor else 2


def _damage(household: Household) -> int | None:
    return None if household.damage is None else ("heavy", "light", "none").index(household.damage)


def _as_given(household: Household) -> tuple[bool, int]:
    return (False, 0)


def _by_damage(household: Household) -> tuple[bool, int]:
    return _known_last(_damage(household))


def _by_poverty(household: Household) -> tuple[bool, int]:
    return _known_last(_poverty(household))


def _smallest(household: Household) -> tuple[bool, int]:
    return _known_last(household.size)


def _largest(household: Household) -> tuple[bool, int]:
    return _known_last(None if household.size is None else -household.size)


_KEYS: dict[str, Key] = {
    "as_given": _as_given,
    "heaviest_damage_first": _by_damage,
    "largest_first": _largest,
    "poorest_first": _by_poverty,
    "smallest_first": _smallest,
}
