"""What may be at fault with a row, and which of its faults it is told."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

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


def first_of(refusals: Iterable[Fault], faults: Iterable[Fault]) -> Node:
    """The first fault of a row: what refuses all of it, by the order of the statuses; then what is at fault with its
    items, one after the other, as the scalar function meets it. What that knows nothing of is last."""
    by_place = sorted(refusals, key=lambda fault: STATUSES.index(fault[1]))
    met = [*by_place, *sorted(faults, key=lambda fault: fault[1] is Status.COUNT_TOO_LARGE)]
    result = ZERO
    for status, alike in reversed([(status, [*alike]) for status, alike in groupby(met, key=lambda fault: fault[1])]):
        result = ex.choose(ex.any_of(fault for fault, _ in alike), ex.const(STATUSES.index(status)), result)
    return result


__all__ = ["Fault", "first_of", "in_order"]
