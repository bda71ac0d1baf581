"""The columns that say how many recipients somebody chose for the items of selective packages, and their limit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from kesos import _checks as checks
from kesos.frames._frames import Frame, narwhals
from kesos.frames._groups import HIDDEN, Lists, lists_of, of_parts
from kesos.standards import AidStandard
from kesos.standards._chosen import chosen_for


def recipients_of(frame: Frame, standard: AidStandard, given: Mapping[str, str] | None) -> dict[str, str]:
    """The column of each item for which recipients are named, in the order in which they are.

    Raises:
        UnknownItemError: The standard gives nothing of this code selectively.
        InvalidValueError: An item is named by itself and with its package.
        FrameError: A column is missing, or of a kind in which nothing is counted.
    """
    columns: dict[str, str] = {}
    if given is None:
        return columns
    for code, name, items in chosen_for(checks.mapping(given, "recipients"), standard):
        frame.check_count(name, f"recipients.{code}")
        columns |= {item.code: name for item in items}
    return columns


def are_too_many(frame: Frame, people: str, recipients: Iterable[str]) -> bool:
    """Whether any row names more recipients than people; where none does, sums of rows do not either."""
    found = of_parts(partial(_too_many, people=people, recipients=tuple(dict.fromkeys(recipients))), frame, ())
    return any(each for rows in found.values() for each in rows)


def _too_many(native: Any, people: str, recipients: tuple[str, ...]) -> Lists:
    nw = narwhals()
    beyond = [(nw.col(name) > nw.col(people)).fill_null(value=False).cast(nw.Int64) for name in recipients]
    each = [rows.sum().alias(f"{HIDDEN}{at}") for at, rows in enumerate(beyond)]
    return lists_of(nw.from_native(native).select(*each))


__all__ = ["are_too_many", "recipients_of"]
