"""How exactly a printed figure is given: how many decimals stand in its print."""

from __future__ import annotations

import re

from kesos.values import Printed

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
