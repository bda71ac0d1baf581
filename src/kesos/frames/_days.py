"""For how many days an item is given in each row, and what is at fault where it cannot be: by the hazard's group."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kesos.frames._columns import ENDS, Columns
from kesos.frames._expressions import (
    ONE,
    TRUE,
    Node,
    all_of,
    any_of,
    at_most,
    const,
    is_missing,
    maximum,
    minimum,
    negate,
    sub,
    table,
)
from kesos.frames._faults import Fault
from kesos.frames._status import Status
from kesos.standards import Days
from kesos.standards._amounts import LONGEST_WINDOW

Windows = Sequence[Days | None]


class Lasting(NamedTuple):
    """A number of days, from 1, the faults for which there is none, and where a row gives one at all."""

    number: Node
    faults: list[Fault]
    known: Node = TRUE


def lasting(given: int | str | None, windows: Windows, columns: Columns) -> Lasting:
    """The days of what has these windows, one for each group of hazards; None is a window that nobody wrote."""
    if isinstance(given, str) and given not in ENDS:
        return _of_column(given, windows, columns)
    each = [_of_window(given, window, columns.extended) for window in windows]
    kinds = dict.fromkeys(found for found in each if isinstance(found, Status))
    faults = [(table([int(found is kind) for found in each]), kind) for kind in kinds]
    return Lasting(table([1 if isinstance(found, Status) else found for found in each]), faults)


def _of_window(given: int | str | None, window: Days | None, extended: bool) -> int | Status:
    if given is None:
        return Status.DAYS_NEEDED
    if isinstance(given, str):
        if window is None:
            return Status.OPEN_WINDOW
        named = {"minimum": window.minimum, "maximum": window.maximum, "extended": window.extended}[given]
        return Status.NO_EXTENSION if named is None else named
    least, most = _ends(window, extended)
    return given if least <= given <= most else Status.DAYS_OUT_OF_RANGE


def _ends(window: Days | None, extended: bool) -> tuple[int, int]:
    if window is None:
        return 1, LONGEST_WINDOW
    return window.minimum, window.longest if extended else window.maximum


def _of_column(name: str, windows: Windows, columns: Columns) -> Lasting:
    days, extended = columns.number(name), columns.extended
    least, most = (table(each) for each in zip(*(_ends(window, extended) for window in windows), strict=True))
    missing, negative = is_missing(name), at_most(days, const(-1))
    outside = any_of([at_most(days, sub(least, ONE)), at_most(sub(most, const(-1)), days)])
    faults = [
        (missing, Status.DAYS_NEEDED),
        (all_of([outside, negate(missing), negate(negative)]), Status.DAYS_OUT_OF_RANGE),
        (negative, Status.COUNT_NEGATIVE),
    ]
    return Lasting(minimum(maximum(days, ONE), most), faults, negate(missing))


def windows_of(own: Days | str | None, hazards: Windows) -> Windows:
    """The windows of an item: its own, or those of the hazards."""
    if own is None:
        return hazards
    return [own if isinstance(own, Days) else None] * len(hazards)


__all__ = ["Lasting", "Windows", "lasting", "windows_of"]
