"""What recipients can be chosen for: the packages and the items that a standard gives selectively, by code."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TypeVar

from kesos import _checks as checks
from kesos.errors import InvalidValueError, UnknownItemError
from kesos.standards._items import Item, names_of
from kesos.standards._standard import AidStandard

T = TypeVar("T")


def chosen_for(recipients: Mapping[str, T], standard: AidStandard) -> Iterator[tuple[str, T, tuple[Item, ...]]]:
    """Each package or item that recipients are named for, with what is said of them, and the items that it stands for.

    Raises:
        UnknownItemError: The standard gives nothing of this code selectively.
        InvalidValueError: An item is named by itself and with its package.

    >>> from kesos.standards import PEDUM_2003
    >>> [(code, many, len(items)) for code, many, items in chosen_for({"clothing": 12, "wok_16": 3}, PEDUM_2003)]
    [('clothing', 12, 8), ('wok_16', 3, 1)]
    """
    known = {
        code: items
        for package in standard.packages
        for code, items in [(package.code, package.items), *((item.code, (item,)) for item in package.items)]
        if all(item.per == "recipient" for item in items)
    }
    named: set[str] = set()
    for code, said in recipients.items():
        if not isinstance(code, str) or code not in known:
            near = checks.did_you_mean(code, known, _called(standard, known))
            raise UnknownItemError(
                "unknown_item.selective", field="recipients", value=code, standard=standard.code, hint=near
            )
        for item in known[code]:
            if item.code in named:
                raise InvalidValueError("named_twice", field="recipients", value=code, item=item.code)
            named.add(item.code)
        yield code, said, known[code]


def _called(standard: AidStandard, known: Collection[str]) -> dict[str, tuple[str, str]]:
    """What each package and item that recipients can be chosen for is called."""
    names = {package.code: package.name for package in standard.packages} | names_of(standard.items)
    return {code: (names[code].id, names[code].en) for code in known}


__all__ = ["chosen_for"]
