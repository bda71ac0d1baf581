"""Whom an item's own words name."""

from datetime import date
from typing import Any

import pytest

from kesos.errors import InvalidValueError, UnknownItemError
from kesos.people import Beneficiary, Schooling
from kesos.relief._selective_items import known_item, suits, words_of
from kesos.standards import PEDUM_2003, Judged, Suits
from kesos.values import Citation, Text

ON = date(2017, 3, 1)
COAT = Suits(words="Jas dewasa", grown=True)  # made up: grown, but of either sex
UNIFORM = Suits(sex="female", schooling=("primary",))


@pytest.mark.parametrize(
    ("age", "holds", "missing"), [(17, False, ()), (18, True, ()), (19, True, ()), (None, None, ("birth_date",))]
)
def test_an_item_may_name_an_age_alone(age: int | None, holds: bool | None, missing: tuple[str, ...]) -> None:
    for sex in ("female", "male", None):
        truth = suits(COAT, Beneficiary(sex=sex, age=age), ON, 18)
        assert (truth.holds, truth.missing) == (holds, missing)


def test_what_the_words_exclude_is_excluded_whatever_else_is_not_known() -> None:
    assert suits(UNIFORM, Beneficiary(sex="male"), ON, None).holds is False
    assert suits(UNIFORM, Beneficiary(schooling="junior"), ON, None).holds is False
    assert suits(UNIFORM, Beneficiary(sex="female"), ON, None).missing == ("schooling",)


@pytest.mark.parametrize(
    ("schools", "age", "holds"),
    [
        (("primary", "senior"), 4, False),
        (("primary", "senior"), 5, None),
        (("senior",), 9, False),
        (("senior",), 10, None),
        (("none",), 2, None),
        (("senior", "preschool"), 4, None),
    ],
)
def test_nobody_suits_an_item_for_schools_that_they_are_all_too_young_for(
    schools: tuple[Schooling, ...], age: int, holds: bool | None
) -> None:
    assert suits(Suits(schooling=schools), Beneficiary(age=age), ON, None).holds is holds


@pytest.mark.parametrize(("school", "holds"), [("primary", True), ("junior", True), ("senior", False), ("none", False)])
def test_an_item_may_name_several_schools(school: Schooling, holds: bool) -> None:
    assert suits(Suits(schooling=("primary", "junior")), Beneficiary(schooling=school), ON, None).holds is holds


def test_words_name_somebody_or_leave_it_open() -> None:
    assert not COAT.is_open
    sarong = known_item(PEDUM_2003, "sarong", "item")
    assert sarong.suits == Suits(words="Kain sarung")
    assert sarong.suits is not None
    assert sarong.suits.is_open
    assert (words_of(sarong, "en"), words_of(PEDUM_2003.item("rice"), "en")) == ("Kain sarung", "Rice")


@pytest.mark.parametrize(
    ("whom", "indonesian", "english"),
    [
        (Suits(words="Kain"), "untuk siapa tidak disebut", "for whom is not said"),
        (Suits(sex="female", grown=True), "perempuan, dewasa", "female, adult"),
        (Suits(sex="male", grown=False), "laki-laki, anak", "male, child"),
        (
            Suits(schooling=("primary", "junior")),
            "di SD atau di SMP",
            "in primary school or in junior secondary school",
        ),
        (
            Suits(schooling=("none", "preschool", "senior")),
            "tidak bersekolah atau di prasekolah atau di SMA",
            "not in school or in preschool or in senior secondary school",
        ),
    ],
)
def test_whom_the_words_name_is_said_in_both_languages(whom: Suits, indonesian: str, english: str) -> None:
    assert (whom.say("id"), whom.say("en")) == (indonesian, english)


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({}, "missing", "sex"),
        ({"readings": ()}, "missing", "sex"),
        ({"sex": "boy"}, "not_a_choice", "sex"),
        ({"grown": 1}, "not_a_flag", "grown"),
        ({"schooling": "primary"}, "wrong_type", "schooling"),
        ({"schooling": ["SD"]}, "not_a_choice", "schooling"),
        ({"schooling": ["primary", "primary"]}, "duplicate", "schooling"),
        ({"sex": "male", "readings": ["daster"]}, "wrong_type", "readings"),
    ],
)
def test_whom_an_item_suits_is_said_in_known_words(given: dict[str, Any], code: str, field: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Suits(**given)
    assert caught.value.code == code
    assert (caught.value.field or "").startswith(field)


def test_a_need_is_noted_in_a_field_that_a_household_has() -> None:
    with pytest.raises(InvalidValueError) as caught:
        Judged(need=Text("a", "b"), field="shelter_need", citation=Citation(regulation="x"))  # type: ignore[arg-type]
    assert (caught.value.code, caught.value.field) == ("not_a_choice", "field")


@pytest.mark.parametrize("code", ["wok", 16, None, "rice"])
def test_an_unknown_item_is_refused(code: object) -> None:
    with pytest.raises(UnknownItemError) as caught:
        known_item(PEDUM_2003, code, "item")
    assert (caught.value.field, caught.value.value) == ("item", code)
