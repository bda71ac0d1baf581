"""What a caller says of every row, held against what a row says itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kesos.errors import InvalidValueError
from kesos.values import Period
from kesos.values._areas import same_area


def contradicts(same: Mapping[str, Any], code: str, value: object) -> bool:
    """Whether a row says something else of a field than the caller says of all; a day within a month is nothing else.

    >>> same = {"place.district": "Kec. Kumai", "period": Period.of("2024")}
    >>> contradicts(same, "place.district", "KUMAI"), contradicts(same, "period", Period.of("2023-05"))
    (False, True)
    """
    said = same.get(code)
    if said is None or value is None:
        return False
    if isinstance(said, str) and isinstance(value, str):
        return not same_area(said, value)
    if isinstance(said, Period) and isinstance(value, Period):
        return not said.start <= value.start <= value.end <= said.end
    return bool(said != value)


def differs(code: str, cell: object) -> InvalidValueError:
    """That a cell, or the head of a group, does so."""
    return InvalidValueError("differs_from_same", field=code, value=cell)
