from __future__ import annotations

from typing import Any

import attrs
import pytest

import kesos.standards
from kesos import PEDUM_2003, Citation, DisasterEvent, Period, errors
from kesos.standards import BNPB_STIMULAN, AidStandard, Validity, applicable, digest, find_standard

SOURCE = Citation(regulation="x")
FLOOD = DisasterEvent(hazard="banjir", place="x", period="2017-02-25", people=1)


def valid(start: str, end: Any, code: str) -> Any:
    return attrs.evolve(PEDUM_2003, code=code, validity=Validity(start=Period.of(start), end=end, citation=SOURCE))


OLD, NEW = valid("2003", Period.of("2017-02-24"), "old"), valid("2017-02-25", "open", "new")


def test_exactly_one_standard_applies_on_the_day() -> None:
    assert applicable(FLOOD, [OLD, NEW]) is NEW
    assert applicable(attrs.evolve(FLOOD, period="2017-02-24"), iter((OLD, NEW))) is OLD


def test_two_that_apply_are_both_named() -> None:
    with pytest.raises(errors.ConflictingStandardsError) as caught:
        applicable(FLOOD, [PEDUM_2003, OLD, NEW])
    assert (caught.value.code, caught.value.field) == ("conflicting_standards", "standards")
    assert caught.value.value == ("pedum-2003", "new")
    assert "lebih dari satu standar berlaku: pedum-2003, new" in caught.value.message("id")
    assert "more than one standard applies: pedum-2003, new" in caught.value.message("en")
    with pytest.raises(errors.ConflictingStandardsError):
        applicable(FLOOD, [NEW, NEW])


def test_where_none_applies_each_says_why() -> None:
    for event, why in (
        (attrs.evolve(FLOOD, period="2002"), ("tidak berlaku saat itu", "was not in force then")),
        (attrs.evolve(FLOOD, hazard="fire"), ("tidak menyebut jenis bencana ini", "does not name the hazard")),
    ):
        with pytest.raises(errors.NoStandardError) as caught:
            applicable(event, [OLD, NEW])
        assert (caught.value.code, caught.value.field, caught.value.value) == (
            "no_standard",
            "standards",
            ("old", "new"),
        )
        assert f"old: {why[0]}; new: {why[0]}" in caught.value.message("id")
        assert f"old: {why[1]}; new: {why[1]}" in caught.value.message("en")
    with pytest.raises(errors.NoStandardError) as caught:
        applicable(FLOOD, [])
    assert "tidak ada yang diberikan" in caught.value.message("id")
    assert "none was given" in caught.value.message("en")


def test_the_module_offers_the_standard_and_nothing_unknown() -> None:
    assert kesos.standards.PEDUM_2003 is PEDUM_2003
    with pytest.raises(AttributeError, match="PEDUM_1999"):
        kesos.standards.PEDUM_1999  # noqa: B018


def test_two_laws_of_different_subjects_owe_together() -> None:
    [food, *others] = PEDUM_2003.packages
    meals = attrs.evolve(PEDUM_2003, code="meals", packages=(food,))
    rest = attrs.evolve(PEDUM_2003, code="rest", packages=[attrs.evolve(each, subject="goods") for each in others])
    assert (meals.subjects, rest.subjects) == (("food",), ("goods",))
    assert applicable(FLOOD, [meals, rest], subject="food") is meals
    assert applicable(FLOOD, [meals, rest], subject="goods") is rest
    assert applicable(FLOOD, [meals, rest], subject=None) == {"food": meals, "goods": rest}
    with pytest.raises(errors.ConflictingStandardsError) as caught:
        applicable(FLOOD, [meals, rest])
    assert caught.value.value == ("meals", "rest")
    for subject in ("food", None):
        with pytest.raises(errors.ConflictingStandardsError) as caught:
            applicable(FLOOD, [meals, rest, PEDUM_2003], subject=subject)
        assert caught.value.value == ("meals", "pedum-2003")


def test_where_no_law_speaks_of_a_subject_each_says_so() -> None:
    with pytest.raises(errors.NoStandardError) as caught:
        applicable(FLOOD, [PEDUM_2003, OLD], subject="shelter")
    assert caught.value.value == ("pedum-2003", "old")
    assert "pedum-2003" in caught.value.message("en")
    assert applicable(FLOOD, [OLD], subject=None) == applicable(FLOOD, [], subject=None) == {}


@pytest.mark.parametrize("offered", [[], [OLD], [PEDUM_2003]], ids=str)
def test_a_subject_that_is_no_text_is_refused_whatever_is_offered(offered: list[AidStandard]) -> None:
    with pytest.raises(errors.InvalidValueError) as refused:
        applicable(FLOOD, offered, subject=3)  # type: ignore[call-overload]
    assert (refused.value.field, refused.value.value) == ("subject", 3)


def test_a_standard_is_found_by_its_digest_among_those_given_and_those_that_kesos_brings() -> None:
    assert find_standard(digest(BNPB_STIMULAN)) == BNPB_STIMULAN
    assert find_standard(digest(OLD), [NEW, OLD]) is OLD
    with pytest.raises(errors.NoStandardError) as caught:
        find_standard(digest(OLD))
    assert (caught.value.field, caught.value.value) == ("digest", digest(OLD))
    with pytest.raises(errors.InvalidValueError):
        find_standard("x", ["pedum-2003"])  # type: ignore[list-item]


def test_a_conflict_of_standards_for_different_subjects_names_the_subject() -> None:
    flood = DisasterEvent(hazard="banjir", place="Pangkut", period="2023", people=40)
    with pytest.raises(errors.ConflictingStandardsError) as caught:
        applicable(flood, [PEDUM_2003, BNPB_STIMULAN])
    assert caught.value.code == "conflicting_standards"
    assert "give subject=, or subject=None" in str(caught.value)
    assert "pokok bantuan" in caught.value.message("id")
    assert applicable(flood, [PEDUM_2003, BNPB_STIMULAN], subject="food") == PEDUM_2003
    other = PEDUM_2003.evolve(code="x", source="y")
    with pytest.raises(errors.ConflictingStandardsError) as caught:
        applicable(flood, [PEDUM_2003, other])
    assert "subject=" not in str(caught.value)


def test_standards_of_different_subjects_are_named_where_no_subject_is_asked_for() -> None:
    food = attrs.evolve(PEDUM_2003, code="food", packages=(PEDUM_2003.packages[0],))
    with pytest.raises(errors.ConflictingStandardsError) as caught:
        applicable(FLOOD, [PEDUM_2003, food])
    codes = ("pedum-2003", "food")
    told = (caught.value.args[0], caught.value.field, caught.value.value, caught.value.parameters)
    assert told == ("conflicting_standards.subjects", "standards", codes, {"codes": codes})
