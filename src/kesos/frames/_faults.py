"""What may be at fault with a row, and which of its faults it is told: the first by the order of the statuses."""

from __future__ import annotations

from collections.abc import Iterable

from kesos.frames import _expressions as ex
from kesos.frames._expressions import FALSE, ZERO, Node
from kesos.frames._status import STATUSES, Status

Fault = tuple[Node, Status]


def in_order(faults: list[Fault]) -> list[Fault]:
    """Faults that are met one after the other, each where none before it is one."""
    places = [STATUSES.index(status) for _, status in faults]
    if places == sorted(places):  # the first of them all is told anyway
        return faults
    found: list[Fault] = []
    before = FALSE
    for fault, status in faults:
        found.append((ex.all_of([fault, ex.negate(before)]), status))
        before = ex.any_of([before, fault])
    return found


def first_of(faults: Iterable[Fault]) -> Node:
    """The first fault of a row, by the order of the statuses."""
    by_status: dict[Status, list[Node]] = {}
    for fault, status in faults:
        by_status.setdefault(status, []).append(fault)
    result = ZERO
    for place, status in reversed(list(enumerate(STATUSES))):
        result = ex.choose(ex.any_of(by_status.get(status, ())), ex.const(place), result)
    return result


__all__ = ["Fault", "first_of", "in_order"]
