"""A whole number divided among areas by weight, by a method that is named; no report says by which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Literal, get_args

from kesos import _checks as checks
from kesos.errors import InvalidValueError, UnknownValueError
from kesos.values import exact_fraction
from kesos.values._areas import named_twice

Method = Literal["largest_remainder", "webster"]
METHODS: tuple[Method, ...] = get_args(Method)

Weight = int | Decimal | Fraction


def apportion(
    total: int, weights: Mapping[str, Weight] | Iterable[tuple[str, Weight]], *, method: Method
) -> dict[str, int]:
    """A whole number divided among areas by weight: the parts add up to it, each less than one from its exact share.

    Each area gets its exact share without the fraction. What is left goes, one to an area, to those that come first:

    - "largest_remainder" (Hamilton): by the fraction that was left off;
    - "webster" (Sainte-Laguë): by weight over twice what the area has plus one. Where Webster's own rule would leave an
      exact share by one or more, which is rare, the share rounded down or up holds.

    Of two areas that are alike, the one that is named first comes first. The sources divide by decision and name no
    method: both are ours, and an answer is a proposal.

    Args:
        total: How many there are to divide.
        weights: For each area a count, or an exact share of anything, not below zero.
        method: "largest_remainder" or "webster".

    Raises:
        InvalidValueError: No count; a weight that is not exact or below zero; an area named twice; no area weighs
            anything; another method.
        UnknownValueError: A weight is None.

    >>> apportion(10, {"Kumai": 1, "Arut Selatan": 1, "Arut Utara": 1}, method="largest_remainder")
    {'Kumai': 4, 'Arut Selatan': 3, 'Arut Utara': 3}
    >>> weights = {"a": 1, "b": 2, "c": 7}
    >>> apportion(2, weights, method="largest_remainder"), apportion(2, weights, method="webster")
    ({'a': 0, 'b': 1, 'c': 1}, {'a': 0, 'b': 0, 'c': 2})
    """
    whole = checks.count(total, "total")
    checks.choice(method, "method", METHODS)
    given = _weights(weights)
    together = sum(given.values(), Fraction(0))
    if not together:
        raise InvalidValueError("zero_denominator", field="weights", value=weights)
    exact = {area: whole * weight / together for area, weight in given.items()}
    parts = {area: int(share) for area, share in exact.items()}
    open_areas = [area for area in given if exact[area] > parts[area]]
    if method == "webster":
        open_areas.sort(key=lambda area: given[area] / (2 * parts[area] + 1), reverse=True)
    else:
        open_areas.sort(key=lambda area: exact[area] - parts[area], reverse=True)
    for area in open_areas[: whole - sum(parts.values())]:
        parts[area] += 1
    return parts


def _weights(weights: Mapping[str, Weight] | Iterable[tuple[str, Weight]]) -> dict[str, Fraction]:
    pairs = checks.pairs(weights, "weights")
    read = {checks.text(area, "weights"): _weight(weight, f"weights.{area}") for area, weight in pairs}
    twice = named_twice(area for area, _ in pairs)
    if twice is not None:
        raise InvalidValueError("duplicate.sub_area", field="weights", value=pairs, first=twice[0], second=twice[1])
    return read


def _weight(weight: object, field: str) -> Fraction:
    if weight is None:
        raise UnknownValueError("unknown_value", field=field)
    if not isinstance(weight, Decimal | Fraction):
        return Fraction(checks.count(weight, field))
    exact = exact_fraction(weight, field)
    if exact < 0:
        raise InvalidValueError("count_negative.number", field=field, value=weight)
    return exact


__all__ = ["METHODS", "Method", "apportion"]
