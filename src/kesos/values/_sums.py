"""What values add up to, where each of them is known."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar, cast

A = TypeVar("A")


def sum_known(values: Iterable[A | None], nothing: A | None = None) -> A | None:
    """The sum; None where any part is not known, and `nothing` where there is none.

    >>> sum_known([1, 2]), sum_known([1, None]), sum_known([], 0)
    (3, None, 0)
    """
    found: list[Any] = list(values)
    if any(value is None for value in found):
        return None
    return cast(A, sum(found[1:], found[0])) if found else nothing


__all__ = ["sum_known"]
