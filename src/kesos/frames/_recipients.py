"""The columns that say how many recipients somebody chose for the items of selective packages."""

from __future__ import annotations

from collections.abc import Mapping

from kesos import _checks as checks
from kesos.frames._frames import Frame
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


__all__ = ["recipients_of"]
