"""The bare number of a printed figure, and how exactly it is given: how many decimals stand in its print."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from kesos.values import Percentage, Printed, Quantity

MEASURED = frozenset({"IDR", "g", "ml", "mm", "cm2", "kcal", "minute", "%"})
"""The kinds of what is measured and not counted."""

_DECIMALS = re.compile(r"\d(?:([.,])(\d+))?\D*$", re.ASCII)
_GROUP = 3


def places_of(cell: Printed) -> int:
    """How many decimals a printed figure has; a group of three digits behind the only point is none.

    >>> [places_of(Printed(text, source="p. 1")) for text in ("35,45 %", "1.200", "79 persen", "51.84", "0,125")]
    [2, 0, 0, 2, 3]
    """
    found = _DECIMALS.search(cell.text)
    if found is None or found[2] is None:
        return 0
    grouped = len(found[2]) == _GROUP and (found[1] == "." or cell.text.count(found[1]) > 1)
    return 0 if grouped else len(found[2])


def number_of(cell: Printed) -> Fraction | None:
    """The bare number that a figure states, of a percentage the percent; None where it states none, or a range.

    >>> number_of(Printed("35,45 %", Percentage("35.45"), source="p. 1"))
    Fraction(709, 20)
    """
    value = cell.value
    if isinstance(value, Quantity):
        return Fraction(value.amount, 100) if value.unit.code == "IDR/100" else Fraction(value.amount)
    if isinstance(value, Percentage):
        return value.exact * 100
    return Fraction(value) if isinstance(value, (int, Decimal, Fraction)) else None
