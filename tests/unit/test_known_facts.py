"""What follows of a person or a household from what is known: said once, for every rule that asks."""

from datetime import date
from typing import Any

import pytest

from kesos._facts import fact
from kesos.people import Beneficiary, Household
from kesos.values import Need

ON = date(2017, 6, 1)


@pytest.mark.parametrize(
    ("holder", "field", "wanted", "holds"),
    [
        (Beneficiary(sex="male"), "pregnant", (True,), False),
        (Beneficiary(sex="male"), "pregnant", (False,), True),
        (Beneficiary(pregnant=True), "sex", ("female",), True),
        (Beneficiary(pregnant=True), "sex", ("male",), False),
        (Beneficiary(pregnant=False), "sex", ("female",), None),
        (Beneficiary(age=5), "elderly", (True,), False),
        (Beneficiary(age=5), "elderly", (False,), True),
        (Beneficiary(age=70), "elderly", (True,), None),
        (Beneficiary(categories=["LANJUT_USIA_TELANTAR"]), "elderly", (True,), True),
        (Beneficiary(categories=["PENYANDANG_DISABILITAS"]), "disability", (True,), True),
        (Beneficiary(severe_disability=True), "disability", (True,), True),
        (Beneficiary(severe_disability=False), "disability", (True,), None),
        (Beneficiary(disability=False), "severe_disability", (True,), False),
        (Beneficiary(disability=True), "severe_disability", (True,), None),
        (Beneficiary(age=4), "schooling", ("none", "preschool"), True),
        (Beneficiary(age=4), "schooling", ("primary", "junior"), False),
        (Beneficiary(age=6), "schooling", ("none", "preschool"), None),
        (Beneficiary(elderly=False), "categories", ("LANJUT_USIA_TELANTAR",), False),
        (Beneficiary(age=30), "categories", ("ANAK_TELANTAR",), False),
        (Beneficiary(age=30), "categories", ("ANAK_TELANTAR", "PENGEMIS"), None),
        (Beneficiary(categories=["PENGEMIS"]), "categories", ("ANAK_TELANTAR", "PENGEMIS"), True),
        (Beneficiary(categories=[]), "categories", ("PENGEMIS",), False),
        (Household(very_poor=True), "poor", (True,), True),
        (Household(poor=False), "very_poor", (True,), False),
        (Household(poor=True), "very_poor", (True,), None),
        (Household(categories=["FAKIR_MISKIN"]), "poor", (True,), True),
        (Household(poor=False), "categories", ("FAKIR_MISKIN",), False),
        (Household(poor=False), "categories", ("FAKIR_MISKIN", "PENGEMIS"), None),
        (Household(members=[Beneficiary(categories=["FAKIR_MISKIN"])]), "categories", ("FAKIR_MISKIN",), True),
        (Household(categories=["PENGEMIS"]), "categories", ("PENGEMIS",), True),
        (Household(setting="urban"), "setting", ("rural", "coastal"), False),
        (Household(), "livelihood", ("none",), None),
    ],
)
def test_what_follows_is_known(holder: Any, field: str, wanted: tuple[Any, ...], holds: bool | None) -> None:
    found = fact(holder, field, wanted, ON)
    assert found.holds is holds
    assert (holds is None) == (field in found.missing)
    assert (holds is False) == bool(found.needs)


def test_what_an_age_rules_out_rests_on_the_reading_of_that_age() -> None:
    assert [each.word for each in fact(Beneficiary(age=4), "schooling", ("none", "preschool"), ON).readings] == [
        "SD",
        "SMP",
        "SMA",
    ]
    assert fact(Beneficiary(age=30), "categories", ("ANAK_TELANTAR",), ON).readings[0].word == "anak"


def test_the_age_and_the_sex_are_missing_only_where_they_could_settle_it() -> None:
    assert fact(Beneficiary(), "pregnant", (True,), ON).missing == ("sex", "birth_date", "pregnant")
    assert fact(Beneficiary(sex="female", age=30), "pregnant", (True,), ON).missing == ("pregnant",)
    assert fact(Beneficiary(), "severe_disability", (True,), ON).missing == ("severe_disability",)


def test_a_man_needs_to_be_a_woman_to_be_pregnant() -> None:
    assert fact(Beneficiary(sex="male"), "pregnant", (True,), ON).needs == (Need("sex", ("female",)),)
