"""PKH worked by hand, from the report on Kotawaringin Barat, C.2.e.2: each ground, at both edges of each age.

All on 1 June 2017, for a very poor household of one person of whom only what is written is known.
"""

from typing import Any

import pytest

from kesos.people import Beneficiary, Household
from kesos.programs import eligibility

ON = "2017-06-01"
BOY: dict[str, Any] = {"sex": "male"}
UNDER_FIVE, NOT_IN_PRIMARY, SCHOOL_AGE, UNFINISHED = (
    "under_five",
    "age_5_7_not_in_primary",
    "primary_or_junior_age",
    "age_15_18_basic_education_unfinished",
)


def grounds(on: str = ON, **person: Any) -> set[str]:
    answer = eligibility("PKH", Household(members=[Beneficiary(**person)], very_poor=True), on=on)
    assert answer.eligible is (True if answer.grounds else answer.eligible)
    return {ground.code for ground in answer.grounds}


def answer(on: str = ON, **person: Any) -> bool | None:
    return eligibility("PKH", Household(members=[Beneficiary(**person)], very_poor=True), on=on).eligible


@pytest.mark.parametrize("what", ["pregnant", "postpartum", "breastfeeding"])
def test_a_mother(what: str) -> None:
    so: dict[str, Any] = {what: True}
    assert grounds(sex="female", age=30, **so) == {"maternal"}
    assert grounds(age=30, **so) == {"maternal"}
    assert answer(sex="female", age=30, pregnant=False, postpartum=False, breastfeeding=False) is False


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        ("2017-06-01", {UNDER_FIVE}),  # born today
        ("2012-06-02", {UNDER_FIVE}),  # five tomorrow
        ("2012-06-01", {NOT_IN_PRIMARY}),  # five today
        ("2012-05-31", {NOT_IN_PRIMARY}),
        ("2010-06-02", {NOT_IN_PRIMARY}),  # seven tomorrow
        ("2010-06-01", {NOT_IN_PRIMARY, SCHOOL_AGE}),  # seven today: both grounds
        ("2009-06-02", {NOT_IN_PRIMARY, SCHOOL_AGE}),  # eight tomorrow
        ("2009-06-01", {SCHOOL_AGE}),  # eight today
        ("2002-06-02", {SCHOOL_AGE}),  # fifteen tomorrow
        ("2002-06-01", {SCHOOL_AGE, UNFINISHED}),  # fifteen today: both grounds
        ("2001-06-02", {SCHOOL_AGE, UNFINISHED}),  # sixteen tomorrow
        ("2001-06-01", {UNFINISHED}),  # sixteen today
        ("1998-06-02", {UNFINISHED}),  # nineteen tomorrow
        ("1998-06-01", set()),  # nineteen today
    ],
)
def test_both_edges_of_each_age_for_one_who_goes_to_no_school(born: str, expected: set[str]) -> None:
    assert grounds(**BOY, birth_date=born, schooling="none", basic_education_finished=False) == expected


@pytest.mark.parametrize(
    ("born", "schooling", "finished", "expected"),
    [
        ("2012-06-02", "preschool", False, {UNDER_FIVE}),  # under five, wherever they go to school
        ("2012-06-01", "primary", False, set()),  # five and in primary school: the text names no ground
        ("2010-06-02", "primary", False, set()),  # six and in primary school: likewise, by the reading of 7 to 15
        ("2010-06-01", "primary", False, {SCHOOL_AGE}),  # seven
        ("2001-06-02", "senior", True, {SCHOOL_AGE}),  # sixteen tomorrow
        ("2001-06-01", "senior", True, set()),  # sixteen, basic education finished
    ],
)
def test_both_edges_for_one_in_school(born: str, schooling: str, finished: bool, expected: set[str]) -> None:
    person: dict[str, Any] = {"birth_date": born, "schooling": schooling, "basic_education_finished": finished}
    assert grounds(**BOY, **person) == expected
    assert answer(**BOY, **person) is bool(expected)


@pytest.mark.parametrize("age", [5, 6, 7])
def test_preschool_is_not_yet_primary_school(age: int) -> None:
    assert NOT_IN_PRIMARY in grounds(**BOY, age=age, schooling="preschool")


@pytest.mark.parametrize("age", [5, 6, 7])
def test_who_is_in_primary_school_has_entered_it(age: int) -> None:
    assert NOT_IN_PRIMARY not in grounds(**BOY, age=age, schooling="primary")


def test_nobody_is_asked_whom_their_age_rules_out() -> None:
    for age in (0, 4, 9, 60, 70):
        asked = eligibility("PKH", Household(members=[Beneficiary(age=age, schooling="none")], very_poor=True), on=ON)
        assert asked.missing == ()
    for age in (20, 59):
        asked = eligibility("PKH", Household(members=[Beneficiary(age=age)], very_poor=True), on=ON)
        assert asked.missing == tuple(
            f"members[0].{name}" for name in ("sex", "pregnant", "postpartum", "breastfeeding")
        )


def test_schooling_unknown_matters_at_five_and_six_only() -> None:
    assert [answer(**BOY, age=age) for age in (4, 5, 6, 7, 8)] == [True, None, None, True, True]


def test_basic_education_unknown_matters_from_sixteen_to_eighteen_only() -> None:
    assert [answer(**BOY, age=age) for age in (15, 16, 17, 18, 19)] == [True, None, None, None, False]


def test_school_age_does_not_ask_whether_the_child_goes_to_school() -> None:
    for schooling in (None, "none", "preschool", "primary", "junior", "senior"):
        assert SCHOOL_AGE in grounds(**BOY, age=10, schooling=schooling)


def test_an_age_without_a_birth_date_is_as_good() -> None:
    for age in range(20):
        stated = grounds(**BOY, age=age, schooling="none", basic_education_finished=False)
        born = f"{2017 - age}-06-01"
        assert grounds(**BOY, birth_date=born, schooling="none", basic_education_finished=False) == stated


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2017-02-28", {UNDER_FIVE}),  # born on 29 February 2012: not yet five
        ("2017-03-01", {NOT_IN_PRIMARY}),  # no 29 February in 2017, so five on 1 March
        ("2020-02-28", {SCHOOL_AGE, NOT_IN_PRIMARY}),  # seven
        ("2020-02-29", {SCHOOL_AGE}),  # eight, on a 29 February
    ],
)
def test_born_on_29_february(on: str, expected: set[str]) -> None:
    assert grounds(on, **BOY, birth_date="2012-02-29", schooling="none") == expected
