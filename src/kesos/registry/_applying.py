"""What a change makes of a list, and what it cannot make of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kesos import _checks as checks
from kesos.errors import FaultsError, InvalidValueError, KesosError, RegistryError
from kesos.registry._changes import Change
from kesos.values._areas import same_area

Listed = dict[str, str | None]
"""Every family on a list with the area where it lives, as far as that is known."""

_instance = checks.private(checks.instance)


def changed(listed: Listed, changes: Iterable[object], field: str) -> tuple[Listed, tuple[Change, ...]]:
    """What a list becomes, and the changes as they were read.

    Raises:
        RegistryError: Some cannot be; each is noted at its place.
    """
    after = dict(listed)
    read: list[Change] = []
    faults: list[KesosError] = []
    faulty = 0
    for at, given in enumerate(changes):
        try:
            change = Change.from_dict(given) if isinstance(given, Mapping) else _instance(given, "", Change)
            apply(after, change)
            read.append(change)
        except KesosError as error:
            faulty += 1
            found = error.faults if isinstance(error, FaultsError) else (error,)
            faults += [fault.at(f"{field}[{at}]") for fault in found]
    if faults:
        raise RegistryError("registry", faults=tuple(faults), faulty=faulty)
    return after, tuple(read)


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
        area = listed[family]
        if change.area is not None and area is not None and not same_area(change.area, area):
            raise InvalidValueError("other_area", field="area")
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
