"""What a change makes of a list, and what it cannot make of it."""

from __future__ import annotations

from collections.abc import Iterable

from kesos import _checks as checks
from kesos.errors import InvalidValueError, KesosError, RegistryError
from kesos.registry._changes import Change

Listed = dict[str, str | None]
"""Every family on a list with the area where it lives, as far as that is known."""


_change = checks.private(checks.instance)


def changed(listed: Listed, changes: Iterable[object], field: str) -> Listed:
    """What a list becomes, every change that cannot be noted at its place."""
    after = dict(listed)
    faults: list[KesosError] = []
    for at, change in enumerate(changes):
        try:
            apply(after, _change(change, "", Change))
        except KesosError as error:
            faults.append(error.at(f"{field}[{at}]"))
    if faults:
        raise RegistryError("registry", faults=tuple(faults), faulty=len(faults))
    return after


def apply(listed: Listed, change: Change) -> None:
    """Changes a list in place.

    Raises:
        InvalidValueError: The change cannot be.
    """
    family = change.family
    if change.kind == "add":
        if family in listed:
            raise InvalidValueError("already_listed", field="family", value=family)
        listed[family] = change.area
        return
    if family not in listed:
        raise InvalidValueError("not_listed", field="family", value=family)
    if change.kind == "remove":
        del listed[family]
    elif change.kind == "move":
        listed[family] = change.area
    else:
        _correct(listed, change)


def _correct(listed: Listed, change: Change) -> None:
    right = change.family if change.becomes is None else change.becomes
    if right != change.family and right in listed:
        raise InvalidValueError("already_listed", field="becomes", value=right)
    before = listed[change.family]
    if right != change.family:
        del listed[change.family]
    listed[right] = before if change.area is None else change.area


__all__ = ["Listed", "apply", "changed"]
