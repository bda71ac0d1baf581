"""Quotas: what a programme may spend on how many, and what follows for each."""

import pickle
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from kesos import errors
from kesos.programs import Program
from kesos.quotas import ProgramQuota, benefit_per_month, benefit_per_recipient, coverage, growth
from kesos.values import Citation, Percentage, Quantity, Span


def idr(amount: int) -> Quantity:
    return Quantity(amount, "IDR")


def quota(**given: Any) -> ProgramQuota:
    return ProgramQuota(**{"program": "PKH", "year": 2017, "area": "Kabupaten Contoh", **given})


def test_a_quota_counts_families_people_or_both() -> None:
    made = quota(families=np.int64(3), people=9, budget=np.int64(10), source=Citation(regulation="Contoh"))
    assert (made.program, made.families, made.people, made.budget) == (Program.PKH, 3, 9, idr(10))
    assert type(made.families) is int
    assert pickle.loads(pickle.dumps(made)) == made
    assert hash(made) == hash(pickle.loads(pickle.dumps(made)))


@pytest.mark.parametrize(
    ("given", "field", "code"),
    [
        ({}, "families", "nothing_counted"),
        ({"families": -1}, "families", "count_negative"),
        ({"people": 1.5}, "people", "not_whole"),
        ({"families": 1, "budget": -1}, "budget", "count_negative"),
        ({"families": 1, "budget": Quantity(1, "kg")}, "budget", "unit_mismatch"),
        ({"families": 1, "year": "2017"}, "year", "not_whole"),
        ({"families": 1, "area": ""}, "area", "not_a_text"),
        ({"families": 1, "program": "PHK-X"}, "program", "unknown_program"),
        ({"families": 1, "source": "page 3"}, "source", "wrong_type"),
        ({"families": 3, "sub_areas": {"a": 1, "b": 1}}, "sub_areas", "sum_differs"),
        ({"families": 3, "sub_areas": {"a": 4, "b": None}}, "sub_areas", "sum_differs"),
        ({"people": 3, "sub_areas": {"a": 4}}, "sub_areas", "sum_differs"),
        ({"families": 3, "sub_areas": {"a": -4}}, "sub_areas.a", "count_negative"),
        ({"families": 3, "sub_areas": (("a", 1), ("a", 2))}, "sub_areas", "duplicate"),
        ({"families": 3, "sub_areas": {"": 3}}, "sub_areas", "not_a_text"),
    ],
)
def test_a_quota_that_cannot_be_is_refused(given: dict[str, Any], field: str, code: str) -> None:
    with pytest.raises(errors.InvalidValueError) as caught:
        quota(**given)
    assert (caught.value.field, caught.value.code) == (field, code)


def test_sub_areas_add_up_or_leave_room_for_what_is_not_known() -> None:
    assert quota(families=3, sub_areas={"a": 1, "b": 2}).sub_areas == (("a", 1), ("b", 2))
    assert quota(families=3, people=9, sub_areas={"a": 1, "b": None}).sub_areas == (("a", 1), ("b", None))
    assert quota(people=9, sub_areas={"a": 9, "b": None}).sub_areas[0] == ("a", 9)


def test_what_does_not_divide_lies_between_two_rupiah() -> None:
    assert benefit_per_recipient(quota(families=3, budget=10)) == Span(idr(3), idr(4))
    assert benefit_per_recipient(quota(people=5, budget=10)) == Span(idr(2), idr(2))
    # a year's 100 for 3 families: 2.77… a month, not a twelfth of 33 to 34
    assert benefit_per_month(quota(families=3, budget=100), months=12) == Span(idr(2), idr(3))
    assert benefit_per_month(quota(families=2, budget=24), months=12) == Span(idr(1), idr(1))


def test_a_quota_of_both_is_divided_as_the_caller_says() -> None:
    both = quota(families=2, people=6, budget=12)
    assert benefit_per_recipient(both, per="people") == Span(idr(2), idr(2))
    assert benefit_per_month(both, months=3, per="families") == Span(idr(2), idr(2))
    assert coverage(both, 8, per="people") == Percentage(75)
    with pytest.raises(errors.InvalidValueError) as open_question:
        benefit_per_recipient(both)
    assert (open_question.value.field, open_question.value.code) == ("per", "ambiguous")
    with pytest.raises(errors.InvalidValueError) as word:
        benefit_per_recipient(both, per="person")
    assert word.value.field == "per"
    with pytest.raises(errors.UnknownValueError) as unknown:
        benefit_per_recipient(quota(families=2, budget=12), per="people")
    assert unknown.value.field == "people"


def test_no_benefit_without_a_budget_or_among_nobody() -> None:
    with pytest.raises(errors.UnknownValueError) as unknown:
        benefit_per_recipient(quota(families=2))
    assert unknown.value.field == "budget"
    calls: tuple[tuple[Callable[[], object], str], ...] = (
        (lambda: benefit_per_recipient(quota(families=0, budget=1)), "families"),
        (lambda: benefit_per_month(quota(people=1, budget=1), months=0), "months"),
        (lambda: benefit_per_month(quota(people=1, budget=1), months=-1), "months"),
        (lambda: benefit_per_month("x", months=1), "quota"),  # type: ignore[arg-type]
    )
    for call, field in calls:
        with pytest.raises(errors.InvalidValueError) as caught:
            call()
        assert caught.value.field == field


def test_growth_is_said_where_both_years_are_known() -> None:
    grown = growth(quota(families=4, budget=10, people=1), quota(year=2018, families=5, budget=10))
    assert (grown.families, grown.people, grown.budget) == (Percentage(25), None, Percentage(0))


def test_an_area_that_is_written_in_another_way_is_the_same() -> None:
    grown = growth(quota(families=4), quota(year=2018, families=5, area="KAB. Contoh"))
    assert grown.families == Percentage(25)


def test_growth_compares_one_programme_in_one_area_with_a_later_year() -> None:
    first = quota(families=4)
    for other, field, code in (
        (quota(families=5, year=2018, program="BPNT"), "program", "not_comparable"),
        (quota(families=5, year=2018, area="Kabupaten Lain"), "area", "not_comparable"),
        (quota(families=5, year=2018, area="Kota Contoh"), "area", "not_comparable"),
        (first, "after", "not_later"),
    ):
        with pytest.raises(errors.InvalidValueError) as caught:
            growth(first, other)
        assert (caught.value.field, caught.value.code) == (field, code)
    with pytest.raises(errors.InvalidValueError) as zero:
        growth(quota(families=0), quota(families=5, year=2018))
    assert (zero.value.field, zero.value.code) == ("before.families", "zero_denominator")
    pairs: tuple[tuple[Any, Any, str], ...] = (("x", first, "before"), (first, "x", "after"))
    for before, after, field in pairs:
        with pytest.raises(errors.InvalidValueError) as wrong:
            growth(before, after)
        assert wrong.value.field == field


def test_a_quota_covers_part_of_those_who_should_receive() -> None:
    assert coverage(quota(families=3), 4) == Percentage(75)
    with pytest.raises(errors.InvalidValueError) as more:
        coverage(quota(families=5), 4)
    assert (more.value.field, more.value.value) == ("families", 5)
    with pytest.raises(errors.InvalidValueError) as nobody:
        coverage(quota(families=5), 0)
    assert nobody.value.field == "eligible"
    with pytest.raises(errors.InvalidValueError) as wrong:
        coverage(1, 2)  # type: ignore[arg-type]
    assert wrong.value.field == "quota"


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_quota_stands_in_a_table_under_its_programme_year_and_area_and_adds_its_sub_areas(language: str) -> None:
    quota = ProgramQuota(program="PKH", year=2018, area="Kobar", families=10, sub_areas={"Kumai": 4, "Arut": 6})
    table = quota.table(language)
    assert table.caption == f"{quota.program.say(language)} 2018, Kobar"
    assert [row[0] for row in table.rows][:2] == ["Kumai", "Arut"]
    assert any("10" in cell for cell in table.rows[-1])
