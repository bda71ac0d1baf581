"""Budgets: ceilings, realised amounts, and percentages kept as the rupiah that round to them."""

import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from kesos import errors
from kesos.budgets import Budget, BudgetLine, absorption, ceiling_growth, rupiah_that_round_to, shares, whole_rupiah
from kesos.values import Citation, Percentage, Quantity, Span


def idr(amount: int) -> Quantity:
    return Quantity(amount, "IDR")


def budget(*lines: BudgetLine, **given: Any) -> Budget:
    return Budget(**{"year": 2016, "holder": "Dinas Sosial Contoh", "funding": "APBD", "lines": lines, **given})


def test_a_printed_percentage_is_every_whole_rupiah_that_rounds_to_it() -> None:
    # of 1,000: 50.0 % is 49.95 % up to, not including, 50.05 %: 499.5 to 500.5
    assert rupiah_that_round_to("50.0", 1_000) == Span(idr(500), idr(500))
    # 50 % with no decimals is 49.5 % up to, not including, 50.5 %: 495 up to 505, not 505 itself
    assert rupiah_that_round_to("50", 1_000) == Span(idr(495), idr(504))
    assert rupiah_that_round_to(50, 1_000) == rupiah_that_round_to(Decimal(50), idr(1_000)) == Span(idr(495), idr(504))


def test_a_printed_percentage_stays_between_nothing_and_the_ceiling() -> None:
    assert rupiah_that_round_to("0", 1_000) == Span(idr(0), idr(4))
    assert rupiah_that_round_to("100", 1_000) == Span(idr(995), idr(1_000))
    assert rupiah_that_round_to("40.10", 100_000) == Span(idr(40_095), idr(40_104))


@pytest.mark.parametrize(
    "percent", ["97,04", "-1", "97.04 %", "1e2", "", 97.04, True, None, Decimal("NaN"), Fraction(1, 2)]
)
def test_what_is_no_printed_percentage_is_refused(percent: Any) -> None:
    with pytest.raises(errors.InvalidValueError) as caught:
        rupiah_that_round_to(percent, 1_000, field="realized_percent")
    assert caught.value.field == "realized_percent"
    assert caught.value.code in ("not_exact", "not_whole")


@pytest.mark.parametrize(("percent", "ceiling"), [("97.04", 10), ("101", 1_000), ("50", 0), ("100.06", 1_000)])
def test_a_percentage_that_nothing_rounds_to_is_refused(percent: str, ceiling: int) -> None:
    with pytest.raises(errors.InvalidValueError) as caught:
        rupiah_that_round_to(percent, ceiling)
    assert (caught.value.field, caught.value.code, caught.value.value) == ("percent", "nothing_rounds_to_it", percent)


def test_a_percentage_of_more_than_the_whole_ceiling_is_told_as_one() -> None:
    with pytest.raises(errors.InvalidValueError) as caught:
        rupiah_that_round_to("150", 1_000)
    assert "150" in caught.value.message("en")
    assert "more than the whole ceiling" in caught.value.message("en")
    assert rupiah_that_round_to("100", 1_000).maximum == idr(1_000)


def test_nothing_of_nothing_prints_as_zero_percent() -> None:
    assert rupiah_that_round_to("0.00", 0) == Span(idr(0), idr(0))
    line = BudgetLine(name="a", ceiling=0, realized=0, realized_percent="0.00")
    assert line.realized == Span(idr(0), idr(0))
    assert BudgetLine(name="a", ceiling=0, realized_percent="0").realized == Span(idr(0), idr(0))
    with pytest.raises(errors.InvalidValueError, match="rounds to '100'"):
        BudgetLine(name="a", ceiling=0, realized=0, realized_percent="100")


def test_a_line_whose_percentage_was_given_as_a_decimal_comes_back_as_it_was() -> None:
    line = BudgetLine(name="a", ceiling=1_000, realized_percent=Decimal("97.0"))
    back = BudgetLine.from_json(line.to_json())
    assert (back, hash(back), back.realized_percent) == (line, hash(line), "97.0")


def test_rupiah_are_whole_known_and_not_below_zero() -> None:
    assert whole_rupiah(np.int64(5), "x") == idr(5)  # type: ignore[arg-type]
    assert whole_rupiah(2**53 + 1, "x").amount == 9_007_199_254_740_993
    refused: tuple[tuple[Any, str], ...] = (
        (-1, "count_negative"),
        (idr(-1), "count_negative"),
        (1.0, "not_whole"),
        ("5", "not_whole"),
        (True, "not_whole"),
    )
    for value, code in refused:
        with pytest.raises(errors.InvalidValueError) as caught:
            whole_rupiah(value, "x")
        assert (caught.value.field, caught.value.code) == ("x", code)
    with pytest.raises(errors.UnitError) as mixed:
        whole_rupiah(Quantity(1, "kg"), "x")
    assert (mixed.value.field, mixed.value.value) == ("x", Quantity(1, "kg"))


def test_a_line_knows_what_was_realised_exactly_as_a_range_or_not_at_all() -> None:
    assert BudgetLine(name="x", ceiling=10).realized is None
    assert BudgetLine(name="x", ceiling=10, realized=4).realized == Span(idr(4), idr(4))
    assert BudgetLine(name="x", ceiling=10, realized=10).realized == Span(idr(10), idr(10))
    assert BudgetLine(name="x", ceiling=10, realized=Span(idr(4), idr(6))).realized == Span(idr(4), idr(6))
    assert BudgetLine(name="x", ceiling=None, realized=4).realized == Span(idr(4), idr(4))
    assert BudgetLine(name="x", ceiling=None, realized_percent="40").realized is None
    assert str(BudgetLine(name="x", ceiling=None, realized_percent=Decimal("40.0")).realized_percent) == "40.0"


def test_an_amount_and_a_percentage_may_stand_side_by_side_where_they_agree() -> None:
    line = BudgetLine(name="x", ceiling=1_000, realized=500, realized_percent="50")
    assert line.realized == Span(idr(500), idr(500))
    assert BudgetLine(name="x", ceiling=1_000, realized=495, realized_percent="50").realized_percent == "50"
    outside: tuple[Any, ...] = (494, 505, Span(idr(500), idr(505)), Span(idr(494), idr(500)))
    for amount in outside:
        with pytest.raises(errors.InvalidValueError) as caught:
            BudgetLine(name="x", ceiling=1_000, realized=amount, realized_percent="50")
        assert (caught.value.field, caught.value.code) == ("realized_percent", "percent_differs")


@pytest.mark.parametrize(
    ("given", "field", "code"),
    [
        ({"realized": 11}, "realized", "above_ceiling"),
        ({"realized": -1}, "realized", "count_negative"),
        ({"realized": 4.0}, "realized", "not_whole"),
        ({"realized_percent": "97.04"}, "realized_percent", "nothing_rounds_to_it"),
        ({"realized_percent": 97.04}, "realized_percent", "not_whole"),
        ({"ceiling": 0, "realized": 10}, "realized", "above_ceiling"),
        ({"ceiling": -1}, "ceiling", "count_negative"),
        ({"ceiling": "10"}, "ceiling", "not_whole"),
        ({"ceiling": None, "realized_percent": "x"}, "realized_percent", "not_exact"),
        ({"name": ""}, "name", "not_a_text"),
        ({"kind": "both"}, "kind", "not_a_choice"),
        ({"program": ""}, "program", "not_a_text"),
        ({"source": "page 3"}, "source", "wrong_type"),
    ],
)
def test_a_line_that_cannot_be_is_refused(given: dict[str, Any], field: str, code: str) -> None:
    with pytest.raises(errors.InvalidValueError) as caught:
        BudgetLine(**{"name": "x", "ceiling": 10, **given})
    assert (caught.value.field, caught.value.code) == (field, code)


def test_what_lines_know_adds_up() -> None:
    made = budget(
        BudgetLine(name="a", ceiling=1_000, realized_percent="50"),
        BudgetLine(name="b", ceiling=500, realized=100, source=Citation(regulation="Contoh")),
    )
    assert made.ceiling == idr(1_500)
    assert made.realized == Span(idr(595), idr(604))
    low, high = (Percentage.of_fraction(Fraction(amount, 1_500)) for amount in (595, 604))
    assert absorption(made) == Span(low, high)
    assert absorption(made.lines[1]).maximum == Percentage(20)
    assert pickle.loads(pickle.dumps(made)) == made
    assert hash(made) == hash(pickle.loads(pickle.dumps(made)))


def test_a_total_never_skips_a_line_that_is_not_known() -> None:
    made = budget(BudgetLine(name="a", ceiling=10), BudgetLine(name="b", ceiling=None, realized=1))
    with pytest.raises(errors.UnknownValueError) as ceiling:
        _ = made.ceiling
    assert ceiling.value.field == "lines[1].ceiling"
    with pytest.raises(errors.UnknownValueError) as realized:
        _ = made.realized
    assert realized.value.field == "lines[0].realized"
    with pytest.raises(errors.UnknownValueError) as neither:
        absorption(BudgetLine(name="a", ceiling=10))
    assert neither.value.field == "realized"
    with pytest.raises(errors.UnknownValueError) as unbounded:
        absorption(BudgetLine(name="b", ceiling=None, realized=1))
    assert unbounded.value.field == "ceiling"


def test_nothing_is_absorbed_of_a_ceiling_of_zero() -> None:
    with pytest.raises(errors.InvalidValueError) as caught:
        absorption(BudgetLine(name="a", ceiling=0, realized=0))
    assert (caught.value.field, caught.value.code) == ("ceiling", "zero_denominator")
    with pytest.raises(errors.InvalidValueError) as wrong:
        absorption(10)  # type: ignore[arg-type]
    assert wrong.value.field == "budget"


def test_lines_of_one_kind_or_one_programme() -> None:
    made = budget(
        BudgetLine(name="a", ceiling=1, kind="direct", program="PKH"),
        BudgetLine(name="b", ceiling=2, kind="direct", program="BPNT"),
        BudgetLine(name="c", ceiling=4, kind="indirect", program="PKH"),
    )
    assert made.only(kind="direct").ceiling == idr(3)
    assert made.only(program="PKH").ceiling == idr(5)
    assert made.only(kind="indirect", program="PKH").ceiling == idr(4)
    assert made.only() == made
    with pytest.raises(errors.UnknownItemError) as caught:
        made.only(kind="indirect", program="BPNT")
    assert (caught.value.field, caught.value.value) == ("program", "BPNT")
    with pytest.raises(errors.UnknownItemError) as none:
        made.only(kind="direct").only(kind="indirect")
    assert (none.value.field, none.value.value) == ("kind", "indirect")
    with pytest.raises(errors.InvalidValueError):
        made.only(kind="both")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"year": "2016"}, "year"),
        ({"holder": ""}, "holder"),
        ({"funding": "APBN-P"}, "funding"),
        ({"lines": []}, "lines"),
        ({"lines": [1]}, "lines[0]"),
    ],
)
def test_a_budget_that_cannot_be_is_refused(given: dict[str, Any], field: str) -> None:
    with pytest.raises(errors.InvalidValueError) as caught:
        budget(BudgetLine(name="a", ceiling=1), **given)
    assert caught.value.field == field


def test_growth_from_one_year_to_a_later_one() -> None:
    first, later = budget(BudgetLine(name="a", ceiling=80)), budget(BudgetLine(name="b", ceiling=100), year=2017)
    assert ceiling_growth(first, later) == Percentage(25)
    for other, field, code in (
        (budget(BudgetLine(name="a", ceiling=1), year=2017, funding="APBN"), "funding", "not_comparable"),
        (budget(BudgetLine(name="a", ceiling=1), year=2017, holder="Dinas Lain"), "holder", "not_comparable"),
        (first, "after", "not_later"),
    ):
        with pytest.raises(errors.InvalidValueError) as caught:
            ceiling_growth(first, other)
        assert (caught.value.field, caught.value.code) == (field, code)
    with pytest.raises(errors.InvalidValueError) as zero:
        ceiling_growth(budget(BudgetLine(name="a", ceiling=0)), later)
    assert (zero.value.field, zero.value.code) == ("before", "zero_denominator")
    pairs: tuple[tuple[Any, Any, str], ...] = ((1, later, "before"), (first, 1, "after"))
    for before, after, field in pairs:
        with pytest.raises(errors.InvalidValueError) as wrong:
            ceiling_growth(before, after)
        assert wrong.value.field == field


def test_shares_of_the_whole_ceiling() -> None:
    made = budget(BudgetLine(name="a", ceiling=1), BudgetLine(name="b", ceiling=2))
    assert [share.exact for _, share in shares(made)] == [Fraction(1, 3), Fraction(2, 3)]
    assert [line for line, _ in shares(made)] == list(made.lines)
    with pytest.raises(errors.InvalidValueError) as wrong:
        shares("x")  # type: ignore[arg-type]
    assert wrong.value.field == "budget"


def sen(amount: int) -> Quantity:
    return Quantity(amount, "IDR/100")


def test_a_budget_keeps_the_sen_that_its_files_hold() -> None:
    made = budget(
        BudgetLine(name="a", ceiling=1_000_000, realized=sen(95_000_050)),
        BudgetLine(name="b", ceiling=sen(50), realized=0),
    )
    assert made.ceiling == sen(100_000_050)
    assert made.realized == Span(sen(95_000_050), sen(95_000_050))
    assert absorption(made.lines[0]).minimum == Percentage("95.00005")
    assert shares(made)[1][1].exact == Fraction(50, 100_000_050)
    assert Budget.from_json(made.to_json()) == made
    with pytest.raises(errors.InvalidValueError) as caught:
        BudgetLine(name="a", ceiling=10, realized=sen(1_001))
    assert caught.value.code == "above_ceiling"
    with pytest.raises(errors.InvalidValueError) as caught:
        whole_rupiah(sen(5), "budget")
    assert (caught.value.field, caught.value.code) == ("budget", "not_whole")


def test_a_percentage_is_held_against_the_sen_that_were_realised() -> None:
    # 50 % with no decimals: from 495 up to, not including, 505
    assert BudgetLine(name="x", ceiling=1_000, realized=sen(50_499), realized_percent="50").realized_percent == "50"
    for amount in (sen(49_499), idr(505)):
        with pytest.raises(errors.InvalidValueError) as caught:
            BudgetLine(name="x", ceiling=1_000, realized=amount, realized_percent="50")
        assert caught.value.code == "percent_differs"
    assert rupiah_that_round_to("50", sen(150)) == Span(sen(75), sen(75))


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("APBD", "APBD"),
        ("apbd kabupaten", "APBD"),
        ("APBD Provinsi", "APBD_PROVINSI"),
        ("APBD_PROVINSI", "APBD_PROVINSI"),
        (" dana  desa ", "DANA_DESA"),
        ("Dana Alokasi Khusus", "DAK"),
        ("APBN", "APBN"),
    ],
)
def test_a_source_of_funds_is_known_by_the_words_that_offices_print(words: str, code: str) -> None:
    assert budget(BudgetLine(name="a", ceiling=1), funding=words).funding == code


@pytest.mark.parametrize("words", ["BOS", "", None, 5])
def test_a_source_of_funds_that_nobody_knows_is_refused_with_the_known_ones(words: Any) -> None:
    with pytest.raises(errors.InvalidValueError, match="DANA_DESA") as caught:
        budget(BudgetLine(name="a", ceiling=1), funding=words)
    assert (caught.value.code, caught.value.field, caught.value.value) == ("not_a_choice", "funding", words)
