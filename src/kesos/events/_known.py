"""A count that may not be known, checked."""

from __future__ import annotations

from kesos import _checks as checks
from kesos._checks import fill_field


def count_field(holder: object, field: str, value: object, slot: str | None = None) -> None:
    """Checks one count of a frozen object under construction; a NumPy integer is stored as an int."""
    if value is not None and (type(value) is not int or value < 0 or value > checks.LARGEST):
        fill_field(holder, slot or field, checks.count(value, field))
