"""What must hold of every apportionment, whatever the weights."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from kesos.quotas import METHODS, Method, apportion

weights = st.dictionaries(st.sampled_from("abcdefghij"), st.integers(0, 10**6), min_size=1).filter(
    lambda each: any(each.values())
)
totals = st.integers(0, 10**7)


@given(totals, weights, st.sampled_from(METHODS))
def test_the_parts_add_up_and_each_is_less_than_one_from_its_exact_share(
    total: int, given: dict[str, int], method: Method
) -> None:
    parts = apportion(total, given, method=method)
    assert sum(parts.values()) == total
    assert list(parts) == list(given)
    whole = sum(given.values())
    assert all(abs(parts[area] - Fraction(total * given[area], whole)) < 1 for area in given)


@given(totals, weights, st.sampled_from(METHODS))
def test_who_weighs_more_never_gets_less(total: int, given: dict[str, int], method: Method) -> None:
    parts = apportion(total, given, method=method)
    assert all(parts[one] >= parts[other] for one in given for other in given if given[one] > given[other])


def plain_webster(total: int, given: dict[str, int]) -> dict[str, int]:
    """One after the other, each to the largest weight over twice what it has plus one."""
    parts = dict.fromkeys(given, 0)
    for _ in range(total):
        parts[max(given, key=lambda area: Fraction(given[area], 2 * parts[area] + 1))] += 1
    return parts


@given(st.integers(0, 40), weights)
def test_webster_is_websters_own_wherever_that_keeps_to_the_exact_shares(total: int, given: dict[str, int]) -> None:
    own, whole = plain_webster(total, given), sum(given.values())
    if all(abs(own[area] - Fraction(total * given[area], whole)) < 1 for area in given):
        assert apportion(total, given, method="webster") == own
