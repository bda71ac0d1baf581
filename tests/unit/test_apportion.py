"""A quota divided among areas: exact, by a method that is named, and refused where it cannot be."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from kesos import errors
from kesos.quotas import METHODS, ProgramQuota, apportion


def test_the_two_methods_differ_where_small_shares_have_large_fractions() -> None:
    # exact shares of 2: 0.2, 0.4, 1.4; Webster's quotients for the second: 7/3 before 2/1
    weights = {"a": 1, "b": 2, "c": 7}
    assert apportion(2, weights, method="largest_remainder") == {"a": 0, "b": 1, "c": 1}
    assert apportion(2, weights, method="webster") == {"a": 0, "b": 0, "c": 2}


@pytest.mark.parametrize("method", METHODS)
def test_of_two_that_are_alike_the_first_named_comes_first(method: Any) -> None:
    assert apportion(3, {"a": 1, "b": 1}, method=method) == {"a": 2, "b": 1}
    assert apportion(3, {"b": 1, "a": 1}, method=method) == {"b": 2, "a": 1}


@pytest.mark.parametrize("method", METHODS)
def test_a_whole_share_is_given_as_it_is_and_no_weight_nothing(method: Any) -> None:
    assert apportion(10, {"a": 2, "b": 3, "c": 0}, method=method) == {"a": 4, "b": 6, "c": 0}
    assert apportion(0, [("a", 2), ("b", 3)], method=method) == {"a": 0, "b": 0}


def test_where_webster_would_leave_a_share_by_one_or_more_the_share_holds() -> None:
    # exact shares of 100: 94.9 and ten times 0.51; by Webster's own rule the large one would get 93 at the most
    weights = {"large": Decimal("94.9"), **{f"small {at}": Decimal("0.51") for at in range(10)}}
    parts = apportion(100, weights, method="webster")
    assert parts["large"] == 94
    assert sum(parts.values()) == 100


def test_weights_may_be_exact_shares() -> None:
    assert apportion(3, {"a": Fraction(1, 3), "b": Decimal("0.5")}, method="webster") == {"a": 1, "b": 2}


def test_what_is_divided_makes_the_sub_areas_of_a_quota() -> None:
    parts = apportion(10, {"a": 3, "b": 1}, method="largest_remainder")
    quota = ProgramQuota(program="BPNT", year=2018, area="Contoh", families=10, sub_areas=parts)
    assert quota.sub_areas == (("a", 8), ("b", 2))


CALLS: dict[str, tuple[Callable[[], object], str, str]] = {
    "below zero": (lambda: apportion(-1, {"a": 1}, method="webster"), "total", "count_negative"),
    "a float": (lambda: apportion(1, {"a": 0.5}, method="webster"), "weights.a", "not_whole"),  # type: ignore[dict-item]
    "NaN": (lambda: apportion(1, {"a": Decimal("NaN")}, method="webster"), "weights.a", "not_exact"),
    "a weight below zero": (lambda: apportion(1, {"a": -1}, method="webster"), "weights.a", "count_negative"),
    "a share below zero": (lambda: apportion(1, {"a": Fraction(-1)}, method="webster"), "weights.a", "count_negative"),
    "no weight": (lambda: apportion(1, {"a": 0}, method="webster"), "weights", "zero_denominator"),
    "no area": (lambda: apportion(1, {}, method="webster"), "weights", "zero_denominator"),
    "not known": (lambda: apportion(1, {"a": None}, method="webster"), "weights.a", "unknown_value"),  # type: ignore[dict-item]
    "twice": (lambda: apportion(1, [("a", 1), ("a", 2)], method="webster"), "weights", "duplicate"),
    "another method": (lambda: apportion(1, {"a": 1}, method="dhondt"), "method", "not_a_choice"),  # type: ignore[arg-type]
}  # fmt: skip


@pytest.mark.parametrize(("call", "field", "code"), CALLS.values(), ids=CALLS)
def test_what_cannot_be_divided_is_refused(call: Callable[[], object], field: str, code: str) -> None:
    with pytest.raises(errors.KesosError) as caught:
        call()
    assert (caught.value.field, caught.value.code) == (field, code)
