"""What must hold of every share, budget and quota, whatever the numbers."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from kesos.budgets import Budget, BudgetLine, absorption, rupiah_that_round_to
from kesos.indicators import achievement, share
from kesos.quotas import ProgramQuota, benefit_per_month, benefit_per_recipient
from kesos.values import Percentage, Quantity, Span

amounts = st.integers(min_value=1, max_value=10**14)


@st.composite
def spent(draw: st.DrawFn) -> tuple[int, int]:
    ceiling = draw(amounts)
    return ceiling, draw(st.integers(min_value=0, max_value=ceiling))


@given(st.integers(0, 10**9), st.integers(1, 10**9))
def test_a_part_and_the_rest_are_the_whole(part: int, rest: int) -> None:
    assert share(part, part + rest) + share(rest, part + rest) == Percentage(100)


@given(spent(), st.integers(0, 4))
def test_what_was_spent_lies_in_the_range_of_its_printed_percentage(pair: tuple[int, int], places: int) -> None:
    ceiling, realized = pair
    printed = share(realized, ceiling).rounded(places)
    assert Quantity(realized, "IDR") in rupiah_that_round_to(printed, ceiling)


@given(spent(), st.integers(0, 4))
def test_a_rupiah_outside_the_range_is_printed_otherwise(pair: tuple[int, int], places: int) -> None:
    ceiling, realized = pair
    printed = share(realized, ceiling).rounded(places)
    span = rupiah_that_round_to(printed, ceiling)
    for end, outside in (
        (span.minimum.amount, span.minimum.amount - 1),
        (span.maximum.amount, span.maximum.amount + 1),
    ):
        assert share(end, ceiling).rounded(places) == printed
        if 0 <= outside <= ceiling:
            assert share(outside, ceiling).rounded(places) != printed


@given(st.lists(spent(), min_size=1, max_size=6))
def test_a_sum_of_ranges_holds_the_sum_of_what_was_spent(pairs: list[tuple[int, int]]) -> None:
    lines = [
        BudgetLine(name="x", ceiling=ceiling, realized_percent=str(share(realized, ceiling).rounded()))
        for ceiling, realized in pairs
    ]
    budget = Budget(year=2017, holder="Dinas Sosial Contoh", funding="APBD", lines=lines)
    together = sum(realized for _, realized in pairs)
    assert Quantity(together, "IDR") in budget.realized
    assert share(together, sum(ceiling for ceiling, _ in pairs)) in absorption(budget)


@given(st.fractions(min_value="1/1000", max_value=1000), st.fractions(min_value=0, max_value=1000))
def test_the_two_achievements_mirror_each_other_around_the_target(target: Fraction, realized: Fraction) -> None:
    higher, lower = achievement(target, realized, "higher"), achievement(target, realized, "lower")
    assert higher + lower == Percentage(200)


@given(st.integers(1, 10**6), st.integers(0, 10**13), st.integers(1, 12))
def test_benefits_never_cost_more_nor_much_less_than_the_budget(families: int, budget: int, months: int) -> None:
    quota = ProgramQuota(program="PKH", year=2017, area="Contoh", families=families, budget=budget)
    yearly, monthly = benefit_per_recipient(quota), benefit_per_month(quota, months=months)
    for span, times in ((yearly, families), (monthly, families * months)):
        assert span.minimum.amount * times <= budget <= span.maximum.amount * times
        assert span.maximum.amount - span.minimum.amount in (0, 1)
    assert benefit_per_month(quota, months=1) == yearly


@given(st.decimals(min_value=0, max_value=100, places=2))
def test_a_range_of_a_whole_percentage_begins_and_ends_where_rounding_does(percent: Decimal) -> None:
    ceiling = 10**9
    span = rupiah_that_round_to(percent, ceiling)
    half = 10**9 // 100 // 200
    middle = int(percent * ceiling / 100)
    assert span == Span(Quantity(max(0, middle - half), "IDR"), Quantity(min(ceiling, middle + half - 1), "IDR"))
