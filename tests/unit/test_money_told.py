"""What the refusal of a budget, a quota, a payment or an indicator tells: code, field, what was given, each figure."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any

import pytest

from kesos.budgets import Budget, BudgetLine, absorption, ceiling_growth, rupiah, rupiah_that_round_to, whole_rupiah
from kesos.errors import KesosError
from kesos.indicators import facility_count
from kesos.quotas import (
    Disbursement,
    ProgramQuota,
    apportion,
    benefit_per_month,
    benefit_per_recipient,
    check_disbursement,
    growth,
)
from kesos.targets import Band, Bands, TargetSeries
from kesos.values import Citation, Percentage, Quantity, Span, Text

SOURCE = Citation(regulation="Perbup Contoh 1/2099", known="hypothetical")
HALF = Quantity(1, "IDR/100")


def told(call: Callable[[], object]) -> tuple[str, str | None, object, dict[str, object]]:
    with pytest.raises(KesosError) as caught:
        call()
    error = caught.value
    return error.args[0], error.field, error.value, error.parameters


def idr(amount: int) -> Quantity:
    return Quantity(amount, "IDR")


def line(**given: Any) -> BudgetLine:
    return BudgetLine(**{"name": "Belanja", "ceiling": 100} | given)


def budget(**given: Any) -> Budget:
    return Budget(**{"year": 2017, "holder": "Contoh", "funding": "APBD", "lines": [line()]} | given)


# --- budgets ---------------------------------------------------------------------------------------------------------


def test_an_amount_is_of_rupiah_and_where_it_must_be_of_whole_ones() -> None:
    assert told(lambda: whole_rupiah(HALF, "rate")) == ("not_whole.amount", "rate", HALF, {})
    kilograms = Quantity(1, "kg")
    assert told(lambda: rupiah(kilograms, "rate")) == ("unit_mismatch.rupiah", "rate", kilograms, {})
    for span in (Span(kilograms, kilograms), Span(idr(-1), idr(3))):
        assert told(lambda span=span: line(realized=span))[1] == "realized"  # type: ignore[misc]
    assert told(lambda: line(realized=Span(idr(-3), idr(-1))))[1] == "realized"


def test_what_is_realised_above_the_ceiling_is_told_with_both() -> None:
    amount = Span(idr(101), idr(101))
    refused = told(lambda: line(realized=101))
    assert refused == ("above_ceiling", "realized", amount, {"realized": amount, "ceiling": idr(100)})
    assert line(realized=100).realized == Span(idr(100), idr(100))


def test_a_percentage_that_nothing_rounds_to_is_told_with_the_ceiling() -> None:
    refused = told(lambda: rupiah_that_round_to("33.3", 100))
    assert refused == ("nothing_rounds_to_it", "percent", "33.3", {"ceiling": idr(100)})
    assert told(lambda: rupiah_that_round_to("1e1", 100)) == ("not_exact.percent", "percent", "1e1", {})
    assert told(lambda: line(realized_percent="33.3"))[1] == "realized_percent"
    for ceiling in (None, 100):
        assert told(lambda ceiling=ceiling: line(ceiling=ceiling, realized_percent="x")) == (  # type: ignore[misc]
            "not_exact.percent",
            "realized_percent",
            "x",
            {},
        )
    assert line(ceiling=None, realized_percent=Decimal("33.3")).realized is None
    amount = Span(idr(50), idr(50))
    differs = told(lambda: line(realized=50, realized_percent=51))
    assert differs == ("percent_differs", "realized_percent", 51, {"realized": amount, "ceiling": idr(100)})


def test_a_budget_has_lines_and_is_asked_for_those_that_it_has() -> None:
    assert told(lambda: budget(lines=())) == ("empty.budget", "lines", (), {})
    assert told(lambda: budget().only(kind="direct")) == ("unknown_item.budget_line", "kind", "direct", {})
    assert told(lambda: budget().only(program="PKH")) == ("unknown_item.budget_line", "program", "PKH", {})
    unknown = budget(lines=[line(ceiling=None)])
    assert told(lambda: absorption(unknown)) == ("unknown_value", "lines[0].ceiling", None, {})
    assert told(lambda: absorption(line(ceiling=None, realized=3))) == ("unknown_value", "ceiling", None, {})


def test_a_budget_among_others_is_called_by_its_holder_and_whose_money_it_is() -> None:
    assert [shown.value for shown in budget().__row__()][:2] == ["Contoh, APBD", "2017"]


def test_budgets_of_two_holders_are_not_compared() -> None:
    holder = told(lambda: ceiling_growth(budget(), budget(year=2018, holder="Lain")))
    assert holder == ("not_comparable.budgets", "holder", "Lain", {})
    funding = told(lambda: ceiling_growth(budget(), budget(year=2018, funding="APBN")))
    assert funding == ("not_comparable.budgets", "funding", "APBN", {})


# --- quotas ----------------------------------------------------------------------------------------------------------


def quota(**given: Any) -> ProgramQuota:
    return ProgramQuota(**{"program": "PKH", "year": 2017, "area": "Contoh", "families": 3, "budget": 10} | given)


def test_the_areas_of_a_quota_are_told_with_what_they_add_up_to() -> None:
    areas = (("A", 1), ("B", 1))
    refused = told(lambda: quota(sub_areas=areas))
    assert refused == ("sum_differs", "sub_areas", areas, {"together": 2, "whole": 3})
    for other in ("A", " a", "Kec. A"):
        twice = (("A", 1), (other, 2))
        named = {"first": "A", "second": other}
        assert told(partial(quota, sub_areas=twice)) == ("duplicate.sub_area", "sub_areas", twice, named)
    of_two_kinds = (("Desa A", 1), ("Kelurahan A", 2))
    assert quota(sub_areas=of_two_kinds).sub_areas == of_two_kinds


def test_nothing_is_divided_among_nobody_or_in_no_month() -> None:
    assert told(lambda: benefit_per_recipient(quota(budget=None))) == ("unknown_value", "budget", None, {})
    assert told(lambda: benefit_per_recipient(quota(families=0))) == ("zero_denominator", "families", 0, {})
    assert told(lambda: benefit_per_month(quota(), months=0)) == ("zero_denominator", "months", 0, {})
    assert told(lambda: benefit_per_recipient(quota(), per="people")) == ("unknown_value", "people", None, {})
    assert told(lambda: benefit_per_recipient(quota(people=3)))[:2] == ("ambiguous.quota", "per")


def test_quotas_of_two_areas_or_programmes_are_not_compared() -> None:
    area = told(lambda: growth(quota(), quota(year=2018, area="Lain")))
    assert area == ("not_comparable.quotas", "area", "Lain", {})
    other = quota(year=2018, program="BPNT")
    assert told(lambda: growth(quota(), other)) == ("not_comparable.quotas", "program", other.program, {})


def test_a_share_of_a_quota_has_a_weight_for_each_area() -> None:
    def divide(weights: Any) -> Any:
        return apportion(10, weights, method="webster")

    nothing = {"A": 0, "B": Decimal(0)}
    assert told(lambda: divide(nothing)) == ("zero_denominator", "weights", nothing, {})
    twice = (("A", 1), ("a", 2))
    named = {"first": "A", "second": "a"}
    assert told(lambda: divide(twice)) == ("duplicate.sub_area", "weights", twice, named)
    assert told(lambda: divide({"A": None})) == ("unknown_value", "weights.A", None, {})
    below = Decimal("-0.5")
    assert told(lambda: divide({"A": below})) == ("count_negative.number", "weights.A", below, {})
    assert divide({"A": Decimal(0), "B": 1}) == {"A": 0, "B": 10}


# --- payments --------------------------------------------------------------------------------------------------------


def paid(**given: Any) -> Disbursement:
    usual = {"program": "BPNT", "area": "Contoh", "period": "2018-05-01/2018-10-31", "amount": 1_000_000, "families": 2}
    return Disbursement(**{**usual, **given})


def test_what_was_paid_to_nobody_is_not_divided() -> None:
    assert told(lambda: paid(families=None).per_family) == ("unknown_value", "families", None, {})
    assert told(lambda: paid(agents=0).per_agent) == ("zero_denominator", "agents", 0, {})
    none = check_disbursement(paid(families=0))
    assert told(lambda: none.share) == ("zero_denominator", "expected", idr(0), {})


def test_a_payment_beside_what_is_owed_is_a_table_with_its_sources() -> None:
    found = check_disbursement(paid(source=SOURCE))
    table = found.table("en")
    period = found.disbursement.period.say("en")
    assert table.caption == f"{found.disbursement.program.say('en')}, Contoh, {period}: IDR1,000,000"
    assert table.numbers == (1,)
    assert table.notes == (f"{table.rows[0][0]}: {SOURCE.say('en')}", *found.owed.explain("en").split("\n")[1:])
    assert table.rows[-1][0] == "Divided by IDR110,000"
    for shown in (found, quota(), budget(), TargetSeries(name="PMKS", better="lower", targets={2017: 3})):
        assert shown.table() == shown.table("id") != shown.table("en")
    assert told(lambda: found.table("jv"))[:3] == ("unknown_language", "language", "jv")


# --- indicators and targets ------------------------------------------------------------------------------------------


def test_a_total_of_no_kind_of_facility_is_refused() -> None:
    assert told(lambda: facility_count({})) == ("empty.facilities", "facilities", {}, {})


def test_two_bands_do_not_begin_at_one_share() -> None:
    bands = (
        Band(name=Text("baik", "good"), minimum=Percentage(90)),
        Band(name=Text("sedang", "fair"), minimum=Percentage(90)),
    )
    assert told(lambda: Bands(bands=bands, citation=SOURCE)) == ("duplicate.band", "bands", bands, {})


def test_a_year_without_a_target_is_told_with_those_that_have_one() -> None:
    series = TargetSeries(name="PMKS", better="lower", targets={2017: 3, 2018: 2})
    assert told(lambda: series.target(2019)) == ("no_rule.target", "year", 2019, {"years": (2017, 2018)})
    twice = [(2017, 3), (2017, 4)]
    again = told(lambda: TargetSeries(name="PMKS", better="lower", targets=twice))  # type: ignore[arg-type]
    assert again == ("duplicate.target", "targets", twice, {})
    none = TargetSeries(name="PMKS", better="lower", targets={})
    assert told(lambda: none.target(2019)) == ("no_rule.target", "year", 2019, {"years": "-"})
