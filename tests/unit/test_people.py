"""Beneficiary and Household: what they take, what they refuse, and that an unknown stays one."""

import pickle
from datetime import date, datetime
from typing import Any, get_args

import attrs
import pytest

from kesos._ages import LIMITS, OLDEST
from kesos.errors import InvalidValueError, RecordError
from kesos.people import Beneficiary, Household, Livelihood, Pmks, Psks, Schooling, Setting, Sex
from kesos.people._field_words import say_field, say_member
from kesos.people._value_words import say_value
from kesos.services import Complaint, Recommendation, Referral
from kesos.values import Text
from kesos.words import REDACTED


def refused(**person: Any) -> InvalidValueError:
    with pytest.raises(InvalidValueError) as caught:
        Beneficiary(**person)
    assert caught.value.value == REDACTED
    return caught.value


def refused_household(**household: Any) -> InvalidValueError:
    with pytest.raises(InvalidValueError) as caught:
        Household(**household)
    return caught.value


def test_everything_is_optional_and_unknown_unless_given() -> None:
    nobody, nothing = Beneficiary(), Household()
    assert {getattr(nobody, field.name) for field in attrs.fields(Beneficiary)} == {None}
    assert {getattr(nothing, field.name) for field in attrs.fields(Household)} == {None, True}
    assert nothing.members_complete is True
    assert (nothing.size, nothing.is_poor, nothing.is_very_poor, nothing.is_destitute) == (None, None, None, None)
    assert nobody.age(on="2017-06-01") is None


def test_people_module_offers_the_categories() -> None:
    assert Pmks.FAKIR_MISKIN.number == 24
    assert Psks.DUNIA_USAHA.number == 12


def test_a_birth_date_is_a_date_or_iso_text() -> None:
    assert Beneficiary(birth_date="1990-05-01") == Beneficiary(birth_date=date(1990, 5, 1))
    assert Beneficiary(birth_date=datetime(1990, 5, 1)).birth_date == date(1990, 5, 1)


@pytest.mark.parametrize("value", ["1990-02-30", "1 Mei 1990", "1990", 1990, datetime(1990, 5, 1, 8), True])
def test_anything_else_is_no_birth_date(value: Any) -> None:
    error = refused(birth_date=value)
    assert (error.field, error.code) == ("birth_date", "not_a_day")


@pytest.mark.parametrize("age", [-1, 4.0, "4", True])
def test_an_age_is_a_count(age: Any) -> None:
    assert refused(age=age).field == "age"


def test_an_age_beyond_any_life_is_a_slip_of_the_pen() -> None:
    assert Beneficiary(age=OLDEST).age(on="2017-06-01") == OLDEST
    error = refused(age=OLDEST + 1)
    assert (error.field, error.code) == ("age", "count_too_large")


def test_an_age_beside_a_birth_date_is_one_too_many() -> None:
    error = refused(age=5, birth_date="2012-01-01")
    assert (error.field, error.code) == ("age", "two_ages")


def test_born_after_the_day_asked_about() -> None:
    person = Beneficiary(birth_date="2017-06-02")
    assert person.age(on="2017-06-02") == 0
    with pytest.raises(InvalidValueError) as caught:
        person.age(on="2017-06-01")
    assert (caught.value.field, caught.value.value, caught.value.code) == ("birth_date", REDACTED, "born_later")
    assert "2017-06-02" not in str(caught.value)


@pytest.mark.parametrize("field", ["pregnant", "postpartum", "breastfeeding"])
def test_a_man_is_no_mother(field: str) -> None:
    error = refused(sex="male", **{field: True})
    assert (error.field, error.code) == (field, "contradiction")
    no: dict[str, Any] = {field: False}
    yes: dict[str, Any] = {field: True}
    assert Beneficiary(sex="male", **no).sex == "male"
    assert getattr(Beneficiary(**yes), field) is True  # of unknown sex: it may well be


@pytest.mark.parametrize(
    "field",
    [
        "pregnant",
        "postpartum",
        "breastfeeding",
        "basic_education_finished",
        "elderly",
        "disability",
        "severe_disability",
    ],
)
@pytest.mark.parametrize("value", [1, 0, "yes", "ya"])
def test_a_flag_is_true_false_or_unknown(field: str, value: Any) -> None:
    error = refused(**{field: value})
    assert (error.field, error.code) == (field, "not_a_flag")


@pytest.mark.parametrize(("field", "value"), [("sex", "perempuan"), ("schooling", "SD"), ("sex", 1)])
def test_a_choice_is_one_of_the_words(field: str, value: Any) -> None:
    error = refused(**{field: value})
    assert (error.field, error.code) == (field, "not_a_choice")
    assert "perempuan" not in str(error)


@pytest.mark.parametrize("name", [5, "", "  "])
def test_a_name_is_a_text(name: Any) -> None:
    assert refused(name=name).field == "name"


@pytest.mark.parametrize("reference", ["6201010505900001", "KK 6201-0105-0590-0001", "6201.0105.0590.0001/2"])
def test_a_reference_is_no_number_that_finds_a_person(reference: str) -> None:
    error = refused(reference=reference)
    assert (error.field, error.code) == ("reference", "identifying")
    household = refused_household(reference=reference)
    assert (household.field, household.value) == ("reference", REDACTED)
    assert reference not in str(error)


@pytest.mark.parametrize("name", ["Siti Aminah", "SITI NUR AMINAH", "Pak Ali", "ibu  Ani", "Ли Иван"])
def test_what_reads_as_a_name_is_no_reference_wherever_one_is_asked_for(name: str) -> None:
    on: Any = "2018-08-20"
    for make in (
        lambda: Beneficiary(reference=name),
        lambda: Household(reference=name),
        lambda: Referral(reference=name, need="PKH", opened=on),
        lambda: Complaint(reference=name, about="kartu", opened=on),
        lambda: Recommendation(reference=name, kind="health_insurance", on=on),
    ):
        with pytest.raises(InvalidValueError) as caught:
            make()
        assert (caught.value.field, caught.value.value) == ("reference", REDACTED)
        assert caught.value.args == ("identifying.name",)
        assert name not in caught.value.message("id") + caught.value.message("en")


@pytest.mark.parametrize(
    "code",
    ["f1", "KRT 12", "KK/12/III", "rt-01", "A", "k", "A-B", "keluarga-a", "Keluarga A", "12", "470/2017/RT04", "٣"],
)
def test_a_code_of_ones_own_is_a_reference(code: str) -> None:
    assert Household(reference=code, members=[Beneficiary(reference=code)]).reference == code
    assert Complaint(reference=code, about="kartu", opened="2018-08-20").reference == code


def test_a_reference_of_fifteen_digits_is_none_such() -> None:
    assert Beneficiary(reference="6" * 15).reference == "6" * 15
    assert refused(reference=7).field == "reference"


def test_a_severe_disability_is_a_disability() -> None:
    assert refused(severe_disability=True, disability=False).field == "severe_disability"
    assert Beneficiary(severe_disability=False, disability=False).disability is False


@pytest.mark.parametrize(
    ("field", "category"),
    [
        ("elderly", Pmks.LANJUT_USIA_TELANTAR),
        ("disability", Pmks.PENYANDANG_DISABILITAS),
        ("disability", Pmks.ANAK_DENGAN_KEDISABILITASAN),
    ],
)
def test_a_category_says_what_it_says(field: str, category: Pmks) -> None:
    assert refused(categories=[category], **{field: False}).field == field
    yes: dict[str, Any] = {field: True}
    assert Beneficiary(categories=[category], **yes).categories == (category,)


def test_categories_are_kept_once_and_in_the_order_of_the_regulation() -> None:
    given: list[Pmks | str] = ["fakir miskin", Pmks.TUNA_SUSILA, "penyandang cacat", "FAKIR_MISKIN"]
    kept = (Pmks.PENYANDANG_DISABILITAS, Pmks.TUNA_SUSILA, Pmks.FAKIR_MISKIN)
    assert Beneficiary(categories=given).categories == kept
    assert Beneficiary(categories="fakir miskin").categories == (Pmks.FAKIR_MISKIN,)
    assert Household(categories=Pmks.FAKIR_MISKIN).categories == (Pmks.FAKIR_MISKIN,)
    assert Beneficiary(categories=[]).categories == ()


@pytest.mark.parametrize("given", ["HIVV", ["gelandangan dan pengemis"], ["orang terlantar"], 5, [5]])
def test_a_category_that_is_none_is_refused_without_repeating_it(given: Any) -> None:
    error = refused(categories=given)
    assert error.field == "categories"
    for word in ("HIVV", "gelandangan", "pengemis", "terlantar", "GELANDANGAN"):
        assert word not in str(error)


# --- what an age allows ----------------------------------------------------------------------------------

FACTS = sorted(LIMITS, key=str)


def stated(fact: tuple[str, Any]) -> dict[str, Any]:
    field, value = fact
    return {field: [value]} if field == "categories" else {field: value}


@pytest.mark.parametrize("fact", FACTS, ids=str)
def test_what_is_said_of_somebody_can_be_at_their_age(fact: tuple[str, Any]) -> None:
    limit = LIMITS[fact]
    for age in {limit.least, limit.most}:
        assert Beneficiary(age=age, **stated(fact)).stated_age == age
    for age in {limit.least - 1, limit.most + 1} & set(range(OLDEST)):
        error = refused(age=age, **stated(fact))
        assert (error.field, error.code) == (fact[0], "contradiction")
        assert limit.say("en") in str(error)
        assert limit.say("id") in error.message("id")
    assert len(limit.reading.say("id")) > len(limit.reason.id)


@pytest.mark.parametrize("fact", FACTS, ids=str)
def test_with_a_birth_date_that_is_seen_on_the_day_asked_about(fact: tuple[str, Any]) -> None:
    limit = LIMITS[fact]
    wrong = limit.least - 1 if limit.least else limit.most + 1
    person = Beneficiary(birth_date=f"{2017 - wrong}-06-01", **stated(fact))
    with pytest.raises(InvalidValueError) as caught:
        Household(members=[Beneficiary(), person]).without_identity("2017-06-01")
    assert (caught.value.field, caught.value.code) == (f"members[1].{fact[0]}", "contradiction")
    assert caught.value.value == REDACTED


def test_two_statements_that_no_age_allows_together_contradict_each_other() -> None:
    assert refused(pregnant=True, elderly=True).field == "elderly"
    assert refused(categories=["anak telantar"], schooling="none", elderly=True).field == "categories"
    assert Beneficiary(pregnant=True, elderly=False).elderly is False


def test_what_is_said_of_somebody_bounds_their_age() -> None:
    assert Beneficiary(elderly=True).possible_ages("2017-06-01") == (60, OLDEST)
    assert Beneficiary(pregnant=True, schooling="senior").possible_ages("2017-06-01") == (10, 59)
    assert Beneficiary(elderly=True, birth_date="1950-06-01").possible_ages("2017-06-01") == (67, 67)
    assert Beneficiary(elderly=False, schooling="none").possible_ages("2017-06-01") == (0, OLDEST)


# --- households -----------------------------------------------------------------------------------------


def test_a_household_has_people() -> None:
    error = refused_household(members=[])
    assert (error.field, error.code, error.value) == ("members", "empty", ())


@pytest.mark.parametrize("members", [[{"name": "Siti"}], ["Siti"], [Beneficiary(), None]])
def test_members_are_people_and_are_not_repeated_in_the_error(members: Any) -> None:
    error = refused_household(members=members)
    assert (error.field, error.code, error.value) == (f"members[{len(members) - 1}]", "wrong_type", REDACTED)
    assert "Siti" not in str(error)


def test_members_are_a_list() -> None:
    error = refused_household(members=Beneficiary(name="Siti"))
    assert (error.field, error.code) == ("members", "wrong_type")


def test_size_counts_the_members_only_where_all_are_named() -> None:
    people = [Beneficiary(), Beneficiary()]
    assert Household(members=people).size == 2
    assert Household(members=people, members_complete=False).size is None


@pytest.mark.parametrize("field", ["very_poor", "poor", "income_lost", "clothing_need", "kitchen_need"])
def test_a_judgement_is_true_false_or_unknown(field: str) -> None:
    error = refused_household(**{field: 1})
    assert (error.field, error.code) == (field, "not_a_flag")


def test_whether_the_members_are_complete_is_known() -> None:
    error = refused_household(members_complete="Siti")
    assert (error.field, error.value) == ("members_complete", REDACTED)


@pytest.mark.parametrize("field", ["livelihood", "setting", "damage"])
def test_a_word_about_the_household_is_one_of_those_there_are(field: str) -> None:
    error = refused_household(**{field: "berat"})
    assert (error.field, error.code) == (field, "not_a_choice")


def test_who_is_very_poor_is_poor() -> None:
    assert Household(very_poor=True).is_poor is True
    assert Household(very_poor=False).is_poor is None
    assert Household(poor=False).is_very_poor is False
    assert Household(poor=True).is_very_poor is None
    assert Household(poor=False).is_poor is False
    error = refused_household(very_poor=True, poor=False)
    assert (error.field, error.code) == ("poor", "contradiction")


def test_who_is_destitute_is_poor() -> None:
    assert Household(categories=[Pmks.FAKIR_MISKIN]).is_poor is True
    assert refused_household(categories=[Pmks.FAKIR_MISKIN], poor=False).field == "poor"
    assert Household(categories=[]).is_destitute is False
    assert Household(poor=False).is_destitute is False
    assert Household(poor=True).is_destitute is None


def test_a_destitute_member_makes_the_household_so() -> None:
    member = Beneficiary(categories=[Pmks.FAKIR_MISKIN])
    assert Household(members=[Beneficiary(), member]).is_destitute is True
    error = refused_household(members=[member], categories=[])
    assert (error.field, error.code) == ("categories", "contradiction")
    assert Household(members=[member], categories=[Pmks.FAKIR_MISKIN]).is_destitute is True


# --- to and from plain values ---------------------------------------------------------------------------------


FAMILY = Household(
    reference="f1",
    members=[
        Beneficiary(name="Siti", sex="female", birth_date="1990-05-01", categories=["tuna susila"]),
        Beneficiary(age=5, reference="k2"),
    ],
    categories=["fakir miskin"],
    damage="heavy",
)


def test_plain_values_and_back() -> None:
    assert Household.from_dict(FAMILY.to_dict(personal=True)) == FAMILY
    assert Household.from_dict(Household().to_dict()) == Household()
    assert Household.from_dict({}) == Household()
    person = Beneficiary(age=5)
    assert Beneficiary.from_dict(person.to_dict()) == person


def test_plain_values_leave_out_what_is_personal_unless_it_is_named() -> None:
    plain = FAMILY.to_dict()
    assert all("name" not in member and "birth_date" not in member for member in plain["members"])
    named = FAMILY.to_dict(personal="name")["members"][0]
    assert named["name"] == "Siti"
    assert "birth_date" not in named
    both = FAMILY.to_dict(personal=["name", "birth_date"])
    assert both == FAMILY.to_dict(personal=True)
    assert both["members"][0]["birth_date"] == "1990-05-01"
    assert both["members"][0]["categories"] == ["TUNA_SUSILA"]


def test_a_personal_field_that_does_not_exist_cannot_be_asked_for() -> None:
    with pytest.raises(InvalidValueError) as caught:
        FAMILY.to_dict(personal=["address"])
    assert (caught.value.field, caught.value.value) == ("personal", "address")


@pytest.mark.parametrize("plain", [{"nama": "Siti"}, {"members": [{"nama": "Siti"}]}, {"members": ["Siti"]}, ["Siti"]])
def test_plain_values_that_are_no_household_are_refused_without_repeating_them(plain: Any) -> None:
    with pytest.raises(RecordError) as caught:
        Household.from_dict(plain)
    assert {fault.value for fault in caught.value.faults} == {REDACTED}
    assert "Siti" not in str(caught.value)


def test_without_identity_keeps_what_a_rule_needs() -> None:
    plain = FAMILY.without_identity("2017-06-01")
    assert plain.members is not None
    assert [(one.name, one.birth_date, one.age(on="2017-06-01")) for one in plain.members] == [
        (None, None, 27),
        (None, None, 5),
    ]
    assert Household(very_poor=True).without_identity("2017-06-01") == Household(very_poor=True)


def test_people_are_frozen_hashable_and_can_be_pickled() -> None:
    assert pickle.loads(pickle.dumps(FAMILY)) == FAMILY
    assert len({FAMILY, pickle.loads(pickle.dumps(FAMILY))}) == 1
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        FAMILY.very_poor = True  # type: ignore[misc]


# --- fields in words --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "language", "words"),
    [
        ("very_poor", "id", "apakah sangat miskin (RTSM)"),
        ("members[11].sex", "en", "member 12: sex"),
        ("members", "en", "all members of the household"),
        ("members[0].own_field", "id", "anggota 1: own_field"),
        ("x.y", "id", "x.y"),
    ],
)
def test_a_field_is_said_in_words_and_members_are_counted_from_one(path: str, language: str, words: str) -> None:
    assert say_field(path, language) == words


@pytest.mark.parametrize(
    ("field", "value", "language", "words"),
    [
        ("poor", True, "id", "ya"),
        ("basic_education_finished", False, "en", "no"),
        ("categories", "FAKIR_MISKIN", "id", "Fakir miskin"),
        ("schooling", "preschool", "id", "prasekolah"),
        ("own_field", "milk", "en", "milk"),
    ],
)
def test_a_value_is_said_in_words(field: str, value: bool | str, language: str, words: str) -> None:
    assert say_value(field, value, language) == words


@pytest.mark.parametrize(
    ("kind", "holder"), [(Sex, "sex"), (Schooling, "schooling"), (Livelihood, "livelihood"), (Setting, "setting")]
)
def test_every_word_that_a_field_takes_has_words_in_both_languages(kind: Any, holder: str) -> None:
    for value in get_args(kind):
        assert say_value(holder, value, "id") not in (value, say_value(holder, value, "en"))


def test_members_are_counted_from_one() -> None:
    assert say_member(2, "id") == "anggota 3"


def test_an_error_keeps_everything_but_its_path() -> None:
    error = InvalidValueError(Text("a", "b"), field="age", value=REDACTED, hint=Text("c", "d"), code="x")
    moved = error.at("members[3]")
    assert moved.field == "members[3].age"
    assert (moved.problem, moved.value, moved.hint, moved.code) == (error.problem, REDACTED, error.hint, "x")


def test_a_refusal_says_what_may_be_given_and_not_what_was() -> None:
    error = refused_household(members=["Siti"])
    assert error.message("en") == "members[0]: <redacted> is no Beneficiary"
    assert error.message("id") == "members[0]: <redacted> bukan objek Beneficiary"
