"""Eligibility: what an answer holds, how it says so, and what is refused."""

import json
import pickle
from datetime import date
from typing import Any

import attrs
import pytest

from kesos import show
from kesos.errors import InvalidValueError, NoRuleError, RuleError, VerificationError
from kesos.people import Beneficiary, Household
from kesos.programs import (
    PROGRAM_RULES,
    PROGRAMS,
    Eligibility,
    HouseholdClause,
    MemberClause,
    Program,
    ProgramRule,
    eligibility,
    read_eligibility,
    screen,
)
from kesos.values import LANGUAGES, Citation, Need, Text, Truth, known
from kesos.words import REDACTED

ON = "2017-06-01"
MOTHER = Beneficiary(sex="female", birth_date="1990-05-01", pregnant=True)
CHILD = Beneficiary(sex="male", birth_date="2011-11-20", schooling="none")
FAMILY = Household(reference="f1", members=[MOTHER, CHILD], very_poor=True)
MAN = Beneficiary(sex="male", birth_date="1980-01-01")


def test_an_answer_names_its_grounds_their_members_and_their_sources() -> None:
    answer = eligibility(Program.PKH, FAMILY, on=ON)
    assert (answer.program, answer.on, answer.reference, answer.eligible) == (Program.PKH, date(2017, 6, 1), "f1", True)
    assert [(ground.code, ground.member) for ground in answer.grounds] == [
        ("maternal", 0),
        ("age_5_7_not_in_primary", 1),
    ]
    assert all(ground.citation.locator == "C.2.e.2" for ground in answer.grounds)
    assert [ground.reading is None for ground in answer.grounds] == [True, False]
    assert answer.missing == ()
    assert answer.conditions == Program.PKH.conditions


def test_each_clause_is_on_record_whatever_the_answer() -> None:
    checked = {one.code: (one.holds, one.required) for one in eligibility("PKH", FAMILY, on=ON).checked}
    assert checked == {
        "very_poor": (True, True),
        "maternal": (True, False),
        "under_five": (False, False),
        "age_5_7_not_in_primary": (True, False),
        "primary_or_junior_age": (False, False),
        "age_15_18_basic_education_unfinished": (False, False),
    }


def test_grounds_stay_on_record_where_the_answer_is_no() -> None:
    answer = eligibility("PKH", attrs.evolve(FAMILY, very_poor=False), on=ON)
    assert answer.eligible is False
    assert [ground.code for ground in answer.grounds] == ["maternal", "age_5_7_not_in_primary"]
    assert answer.conditions == ()
    assert answer.readings == ()


def test_an_answer_is_neither_true_nor_false_by_itself() -> None:
    answer = eligibility("PKH", attrs.evolve(FAMILY, very_poor=False), on=ON)
    with pytest.raises(RuleError) as caught:
        bool(answer)
    assert (caught.value.field, caught.value.code) == ("eligible", "three_valued")


def test_an_answer_is_equal_to_itself_computed_anew_and_survives_a_pickle() -> None:
    answer = eligibility("PKH", FAMILY, on=ON)
    assert eligibility(Program.PKH, FAMILY, on=date(2017, 6, 1)) == answer
    assert pickle.loads(pickle.dumps(answer)) == answer
    assert len({answer, eligibility("PKH", FAMILY, on=ON)}) == 1


def test_without_names_and_birth_dates_the_answer_is_the_same() -> None:
    answer = eligibility("PKH", FAMILY, on=ON)
    assert eligibility("PKH", FAMILY.without_identity(ON), on=ON) == answer
    assert answer.household == FAMILY.without_identity(ON)


# --- what is missing -----------------------------------------------------------------------------------------


def missing(program: str = "PKH", **household: Any) -> tuple[str, ...]:
    answer = eligibility(program, Household(**household), on=ON)
    assert (answer.eligible is None) == bool(answer.missing)
    return answer.missing


def test_only_what_could_change_the_answer_is_missing() -> None:
    assert missing(members=[MOTHER]) == ("very_poor",)
    assert missing(members=[MAN]) == ()
    assert missing(members=[MAN, Beneficiary()], very_poor=False) == ()
    assert missing(poor=False) == ()
    assert missing(very_poor=True) == ("members",)
    assert missing(very_poor=True, members=[MAN], members_complete=False) == ("members",)
    assert missing(very_poor=True, members=[MOTHER, Beneficiary()], members_complete=False) == ()


def test_what_is_missing_of_a_person_is_named_with_their_place() -> None:
    assert missing(very_poor=True, members=[MAN, Beneficiary(sex="female", age=40, pregnant=False)]) == (
        "members[1].postpartum",
        "members[1].breastfeeding",
    )
    woman = Beneficiary(age=40, pregnant=False, breastfeeding=False)
    assert missing(very_poor=True, members=[woman]) == ("members[0].sex", "members[0].postpartum")
    boy = Beneficiary(sex="male")
    assert missing(very_poor=True, members=[boy]) == (
        "members[0].birth_date",
        "members[0].schooling",
        "members[0].basic_education_finished",
    )
    assert missing(very_poor=True, members=[Beneficiary(sex="male", age=5)]) == ("members[0].schooling",)
    assert missing(very_poor=True, members=[Beneficiary(sex="male", age=7)]) == ()
    assert missing(very_poor=True, members=[Beneficiary(sex="male", age=15)]) == ()
    assert missing(very_poor=True, members=[Beneficiary(sex="male", age=16)]) == (
        "members[0].basic_education_finished",
    )


def test_what_is_missing_is_said_in_both_languages_with_members_counted_from_one() -> None:
    answer = eligibility("PKH", Household(members=[MAN, Beneficiary(sex="male", age=5)]), on=ON)
    assert answer.missing == ("very_poor", "members[1].schooling")
    assert answer.say_missing("id") == ("apakah sangat miskin (RTSM)", "anggota 2: jenjang sekolah")
    assert answer.say_missing("en") == ("whether it is very poor (RTSM)", "member 2: schooling")


def test_what_a_statement_says_of_an_age_is_used_and_not_asked_for() -> None:
    old = Beneficiary(sex="male", elderly=True)
    assert missing(very_poor=True, members=[old]) == ()
    answer = eligibility("PKH", Household(very_poor=True, members=[old]), on=ON)
    assert [reading.word for reading in answer.readings if "UU 13/1998" in reading.reason.id] == ["lanjut usia"]
    assert missing(very_poor=True, members=[Beneficiary(elderly=True)]) == ()


def test_nobody_too_young_or_too_old_is_asked_about_a_child_and_the_answer_says_why() -> None:
    woman = Beneficiary(sex="female", age=70)
    answer = eligibility("PKH", Household(very_poor=True, members=[woman]), on=ON)
    assert (answer.eligible, answer.missing) == (False, ())
    assert any("Riskesdas" in reading.reason.en for reading in answer.readings)
    assert missing(very_poor=True, members=[Beneficiary(age=5, schooling="primary")]) == ()


@pytest.mark.parametrize(
    ("person", "field"),
    [
        ({"birth_date": "2013-01-01", "pregnant": True}, "members[1].pregnant"),
        ({"birth_date": "2013-01-01", "elderly": True}, "members[1].elderly"),
        ({"birth_date": "2013-01-01", "schooling": "senior"}, "members[1].schooling"),
        ({"birth_date": "1947-01-01", "breastfeeding": True}, "members[1].breastfeeding"),
        ({"birth_date": "1977-01-01", "categories": ["anak balita telantar"]}, "members[1].categories"),
    ],
)
def test_what_cannot_be_at_somebodys_age_is_refused_whatever_is_asked(person: dict[str, Any], field: str) -> None:
    for program in ("PKH", "FAKIR_MISKIN"):
        with pytest.raises(InvalidValueError) as caught:
            eligibility(program, Household(members=[MAN, Beneficiary(**person)]), on=ON)
        assert (caught.value.field, caught.value.code) == (field, "contradiction")


# --- why the answer is no ----------------------------------------------------------------------------------------


def against(program: str, **household: Any) -> list[tuple[str, bool, tuple[Need, ...]]]:
    answer = eligibility(program, Household(**household), on=ON)
    assert bool(answer.against) is (answer.eligible is False)
    assert all(one.citation in answer.citations for one in answer.against)
    return [(one.code, one.required, one.needs) for one in answer.against]


def test_a_no_names_each_clause_that_makes_it_so_and_what_it_would_take() -> None:
    assert against("PKH", members=[MOTHER], very_poor=False) == [("very_poor", True, (Need("very_poor", (True,)),))]
    assert against("KUBE_RURAL", categories=[], setting="urban", livelihood="sufficient") == [
        ("fakir_miskin", True, (Need("categories", ("FAKIR_MISKIN",)),)),
        ("lives_rural", True, (Need("setting", ("rural",)),)),
    ]
    assert against("FAKIR_MISKIN", **DESTITUTE, livelihood="sufficient", income_lost=False) == [
        ("no_livelihood", False, (Need("livelihood", ("none",)),)),
        ("insufficient_livelihood", False, (Need("livelihood", ("insufficient",)),)),
        ("income_lost", False, (Need("income_lost", (True,)),)),
    ]
    girl = Beneficiary(sex="female", age=6, schooling="primary")
    assert against("PKH", members=[MAN, girl], very_poor=True) == [
        ("maternal", False, (_of(0, "sex", "female"), *(_of(1, each, True) for each in MATERNAL))),
        ("under_five", False, (_aged(0, 0, 4), _aged(1, 0, 4))),
        ("age_5_7_not_in_primary", False, (_aged(0, 5, 7), _of(1, "schooling", "none", "preschool"))),
        ("primary_or_junior_age", False, (_aged(0, 7, 15), _aged(1, 7, 15))),
        ("age_15_18_basic_education_unfinished", False, (_aged(0, 15, 18), _aged(1, 15, 18))),
    ]
    assert against("ASLUT", poor=True, members=[MAN]) == [("elderly_poor", False, (_of(0, "elderly", True),))]
    assert against("ASPDB", members=[Beneficiary(disability=False)]) == [
        ("severe_disability", False, (_of(0, "severe_disability", True),))
    ]


MATERNAL = ("pregnant", "postpartum", "breastfeeding")


def _of(member: int, field: str, *values: bool | str) -> Need:
    return Need(f"members[{member}].{field}", values)


def _aged(member: int, first: int, last: int) -> Need:
    return Need(f"members[{member}].birth_date", ages=(first, last))


def test_a_clause_that_does_not_tell_what_it_would_take_is_said_by_its_text() -> None:
    def never(household: Household, on: date) -> Truth:
        return Truth(False)

    clause = HouseholdClause(code="never", text=Text("tidak pernah", "never"), test=never, citation=MADE_UP)
    answer = eligibility(MILK, FAMILY, on=ON, rules=[ProgramRule(program=MILK, grounds=[clause])])
    assert [(one.code, one.needs, one.say("en")) for one in answer.against] == [("never", (), "never")]


def test_what_a_clause_of_ones_own_refuses_of_a_member_says_of_which() -> None:
    def refuses(member: Beneficiary, on: date) -> Truth:
        raise InvalidValueError("contradiction.sex", field="pregnant", value=REDACTED)

    clause = MemberClause(code="own", text=Text("sendiri", "own"), test=refuses, citation=MADE_UP)
    with pytest.raises(InvalidValueError) as caught:
        eligibility(MILK, FAMILY, on=ON, rules=[ProgramRule(program=MILK, grounds=[clause])])
    assert caught.value.field == "members[0].pregnant"


# --- the other programmes ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("household", "eligible"),
    [
        ({"poor": True, "members": [Beneficiary(elderly=True)]}, True),
        ({"very_poor": True, "members": [Beneficiary(categories=["lanjut usia telantar"])]}, True),
        ({"categories": ["fakir miskin"], "members": [Beneficiary(elderly=True)]}, True),
        ({"poor": False, "members": [Beneficiary(elderly=True)]}, False),
        ({"poor": True, "members": [Beneficiary(elderly=False)]}, False),
        ({"poor": True, "members": [Beneficiary(age=97)]}, None),  # the text names no age, so none is applied
        ({"members": [Beneficiary(elderly=True)]}, None),
    ],
)
def test_aslut(household: dict[str, Any], eligible: bool | None) -> None:
    answer = eligibility("ASLUT", Household(**household), on=ON)
    assert answer.eligible is eligible
    if eligible:
        assert [ground.code for ground in answer.grounds] == ["elderly_poor"]
        assert [condition.code for condition in answer.conditions] == ["quota"]


def test_aslut_asks_the_office_who_is_elderly() -> None:
    assert missing("ASLUT", poor=True, members=[Beneficiary(age=97)]) == ("members[0].elderly",)
    assert missing("ASLUT", poor=True, members=[Beneficiary(age=60)]) == ("members[0].elderly",)
    assert missing("ASLUT", poor=True, members=[Beneficiary(age=59)]) == ()
    assert missing("ASLUT", poor=True, members=[Beneficiary()]) == ("members[0].birth_date", "members[0].elderly")
    assert missing("ASLUT", members=[Beneficiary(elderly=True)]) == ("poor",)


@pytest.mark.parametrize(
    ("person", "eligible"),
    [
        ({"severe_disability": True}, True),
        ({"severe_disability": False}, False),
        ({"disability": False}, False),
        ({"disability": True}, None),
        ({"categories": ["penyandang cacat"]}, None),
        ({}, None),
    ],
)
def test_aspdb(person: dict[str, Any], eligible: bool | None) -> None:
    answer = eligibility("ASPDB", Household(members=[Beneficiary(**person)]), on=ON)
    assert answer.eligible is eligible
    if eligible:
        assert [condition.code for condition in answer.conditions] == ["criteria_not_given"]
    if eligible is None:
        assert answer.missing == ("members[0].severe_disability",)


DESTITUTE: dict[str, Any] = {"categories": ["fakir miskin"]}


@pytest.mark.parametrize(
    ("household", "eligible", "codes"),
    [
        ({**DESTITUTE, "livelihood": "none"}, True, ["no_livelihood"]),
        ({**DESTITUTE, "livelihood": "insufficient"}, True, ["insufficient_livelihood"]),
        (
            {**DESTITUTE, "livelihood": "insufficient", "income_lost": True},
            True,
            ["insufficient_livelihood", "income_lost"],
        ),
        ({**DESTITUTE, "livelihood": "sufficient", "income_lost": True}, True, ["income_lost"]),
        ({**DESTITUTE, "livelihood": "sufficient", "income_lost": False}, False, []),
        ({**DESTITUTE, "livelihood": "sufficient"}, None, []),
        ({**DESTITUTE, "income_lost": False}, None, []),
        ({"categories": [], "livelihood": "none"}, False, ["no_livelihood"]),
        ({"livelihood": "none"}, None, ["no_livelihood"]),
        ({"poor": False}, False, []),  # who is not poor is not destitute
        ({"very_poor": True, "livelihood": "none"}, None, ["no_livelihood"]),  # RTSM is not the category
    ],
)
def test_the_programme_for_the_destitute(household: dict[str, Any], eligible: bool | None, codes: list[str]) -> None:
    answer = eligibility("FAKIR_MISKIN", Household(**household), on=ON)
    assert answer.eligible is eligible
    assert [ground.code for ground in answer.grounds] == codes


@pytest.mark.parametrize(
    ("code", "setting"), [("KUBE_URBAN", "urban"), ("KUBE_RURAL", "rural"), ("KUBE_COASTAL", "coastal")]
)
def test_kube_follows_where_the_family_lives(code: str, setting: Any) -> None:
    family = Household(livelihood="none", **DESTITUTE)
    assert eligibility(code, attrs.evolve(family, setting=setting), on=ON).eligible is True
    assert eligibility(code, family, on=ON).missing == ("setting",)
    other: Any = "rural" if setting != "rural" else "urban"
    assert eligibility(code, attrs.evolve(family, setting=other), on=ON).eligible is False


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.code)
def test_a_programme_without_a_rule_in_the_sources_has_none_here(program: Program) -> None:
    if program in {rule.program for rule in PROGRAM_RULES}:
        assert eligibility(program, Household(), on=ON).eligible is None
        return
    with pytest.raises(NoRuleError) as caught:
        eligibility(program, FAMILY, on=ON)
    assert (caught.value.field, caught.value.value) == ("program", program.code)


# --- as a record -------------------------------------------------------------------------------------------------


ANSWERS = [
    eligibility("PKH", FAMILY, on=ON),
    eligibility("PKH", Household(members=[Beneficiary(), MAN], members_complete=False), on=ON),
    eligibility("PKH", Household(very_poor=False), on=ON),
    eligibility("KUBE_URBAN", Household(livelihood="none", **DESTITUTE), on=ON),
]


@pytest.mark.parametrize("answer", ANSWERS, ids=repr)
def test_a_record_is_read_back_and_checked(answer: Eligibility) -> None:
    assert read_eligibility(answer.to_json()) == read_eligibility(answer.to_json().encode()) == answer
    assert read_eligibility(answer.record()) == answer
    assert json.loads(answer.to_json()) == answer.record() == json.loads(answer.to_json(indent=2))
    assert "\n  " in answer.to_json(indent=2)
    assert "\n" not in answer.to_json()


def _changed(path: str, value: Any) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(ANSWERS[0].to_json())
    *where, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    part: Any = record
    for step in where:
        part = part[step]
    part[last] = value
    return record


@pytest.mark.parametrize(
    ("path", "value", "field"),
    [
        ("eligible", False, "eligible"),
        ("eligible", 1, "eligible"),
        ("grounds.0.code", "under_five", "grounds[0].code"),
        ("grounds.1.text.id", "lain", "grounds[1].text.id"),
        ("missing", ["very_poor"], "missing"),
        ("checked.2.holds", None, "checked[2].holds"),
        ("inputs.household.very_poor", False, "eligible"),
        ("inputs.on", "2018-06-01x", "inputs.on"),
        ("inputs.household", {"name": "Siti"}, "inputs.household"),
        ("inputs", None, "inputs"),
        ("program", "PKH", "inputs"),
        ("program.code", "RASTRA", "inputs.program"),
        ("kesos", 2, "kesos"),
        ("kind", "relief", "kind"),
        ("extra", 1, "extra"),
    ],
)
def test_a_changed_record_is_refused_at_the_first_difference(path: str, value: Any, field: str) -> None:
    with pytest.raises(VerificationError) as caught:
        read_eligibility(_changed(path, value))
    assert caught.value.field == field


@pytest.mark.parametrize("record", ["{", "[" * 100_000, "[]", 5, None])
def test_what_is_no_record_is_refused(record: Any) -> None:
    with pytest.raises(VerificationError) as caught:
        read_eligibility(record)
    assert caught.value.code == "damaged"


# --- a rule of one's own -------------------------------------------------------------------------------------

MADE_UP = Citation(regulation="Perbup Contoh 1/2099", locator="Pasal 2", known="hypothetical")
MILK = Program("SUSU_CONTOH", Text("Susu Contoh", "Made-up milk programme"), citations=[MADE_UP])


def two_or_more(household: Household, on: date) -> Truth:
    return known(None if household.size is None else household.size >= 2, "members", Text("dua orang", "two people"))


MILK_RULE = ProgramRule(
    program=MILK,
    grounds=[
        MemberClause(code="toddler", text=Text("anak 1–2 tahun", "a child of 1 or 2"), ages=(1, 2), citation=MADE_UP),
        HouseholdClause(
            code="two", text=Text("dua orang atau lebih", "two or more"), test=two_or_more, citation=MADE_UP
        ),
    ],
)


def test_a_district_brings_a_rule_of_its_own() -> None:
    family = Household(members=[Beneficiary(age=2)])
    for program in (MILK, "SUSU_CONTOH"):
        answer = eligibility(program, family, on=ON, rules=(*PROGRAM_RULES, MILK_RULE))
        assert [ground.code for ground in answer.grounds] == ["toddler"]
        assert "Perbup Contoh 1/2099" in answer.explain("id")
    with pytest.raises(NoRuleError):
        eligibility(MILK, family, on=ON)
    assert eligibility("PKH", FAMILY, on=ON, rules=(*PROGRAM_RULES, MILK_RULE)) == eligibility("PKH", FAMILY, on=ON)


def test_a_clause_of_the_household_may_be_a_ground_that_says_why() -> None:
    answer = eligibility(MILK, Household(members=[MAN, MAN]), on=ON, rules=[MILK_RULE])
    assert [(ground.code, ground.member, ground.text.en) for ground in answer.grounds] == [
        ("two", None, "two or more (two people)")
    ]
    assert answer.readings == ()


def test_two_rules_for_one_programme_are_a_conflict() -> None:
    with pytest.raises(InvalidValueError) as caught:
        eligibility(MILK, FAMILY, on=ON, rules=[MILK_RULE, MILK_RULE])
    assert (caught.value.field, caught.value.value, caught.value.code) == ("rules", "SUSU_CONTOH", "conflicting_rules")


def test_a_rule_needs_a_ground_and_codes_of_its_own() -> None:
    clause = MILK_RULE.grounds[0]
    for grounds in ([], [clause, clause]):
        with pytest.raises(InvalidValueError) as caught:
            ProgramRule(program=MILK, grounds=grounds)
        assert (caught.value.field, caught.value.code) == ("grounds", "bad_rule")


@pytest.mark.parametrize(("field", "value"), [("program", "MILK"), ("requires", ["x"]), ("grounds", ["x"])])
def test_a_rule_of_the_wrong_parts_is_refused(field: str, value: Any) -> None:
    given: dict[str, Any] = {"program": MILK, "grounds": MILK_RULE.grounds, field: value}
    with pytest.raises(InvalidValueError) as caught:
        ProgramRule(**given)
    assert caught.value.field in (field, f"{field}[0]")


@pytest.mark.parametrize(("field", "value"), [("code", "Two!"), ("code", ""), ("text", "two"), ("citation", "page 2")])
@pytest.mark.parametrize("kind", [MemberClause, HouseholdClause])
def test_a_clause_has_a_code_words_and_a_source(kind: Any, field: str, value: Any) -> None:
    given: dict[str, Any] = {"code": "two", "text": Text("dua", "two"), "citation": MADE_UP, "test": two_or_more}
    assert kind(**given).code == "two"
    with pytest.raises(InvalidValueError) as caught:
        kind(**{**given, field: value})
    assert caught.value.field == field


# --- refusals --------------------------------------------------------------------------------------------------


def test_somebody_born_later_is_named_by_place() -> None:
    with pytest.raises(InvalidValueError) as caught:
        eligibility("PKH", FAMILY, on="2011-11-19")
    assert (caught.value.field, caught.value.code) == ("household[f1].members[1].birth_date", "born_later")
    assert eligibility("PKH", FAMILY, on="2011-11-20").eligible is True


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"household": {"very_poor": True}}, "household"),
        ({"program": "PHK"}, "program"),
        ({"on": "1 Juni 2017"}, "on"),
        ({"on": None}, "on"),
        ({"rules": ["PKH"]}, "rules"),
    ],
)
def test_what_is_of_the_wrong_kind_is_refused(given: dict[str, Any], field: str) -> None:
    call: dict[str, Any] = {"program": "PKH", "household": FAMILY, "on": ON, **given}
    program, household = call.pop("program"), call.pop("household")
    with pytest.raises(InvalidValueError) as caught:
        eligibility(program, household, **call)
    assert caught.value.field == field


# --- in words ------------------------------------------------------------------------------------------------------


def test_the_explanation_says_all_that_the_answer_holds() -> None:
    answer = eligibility("PKH", FAMILY, on=ON)
    for language in LANGUAGES:
        said = answer.explain(language)
        parts: list[Any] = [*answer.grounds, *answer.conditions, *answer.readings, *answer.citations]
        for part in parts:
            assert part.say(language) in said
    assert str(answer) == answer.explain("id") == answer.explain()
    assert "anggota 2" in answer.explain("id")
    assert len(answer.citations) == 1
    assert "1 Juni 2017" in answer.explain("id")


def test_the_explanation_of_no_names_what_was_looked_for() -> None:
    said = eligibility("PKH", Household(members=[MAN], very_poor=True), on=ON).explain("en")
    assert "NO, " in said
    assert "Not met:\n- a mother who is pregnant, has just given birth or breastfeeds (sex: female) [1]\n" in said
    assert "- a child of 5–7 not yet in primary school (age 5–7) [1]\n" in said
    assert "- a child of 15–18 who has not finished basic education (age 15–18) [1]\n" in said


def test_what_is_not_met_names_its_alternatives_as_such() -> None:
    woman = Beneficiary(sex="female", age=30, pregnant=False, postpartum=False, breastfeeding=False)
    answer = eligibility("PKH", Household(very_poor=True, members=[woman]), on=ON)
    mother, *_, youth = answer.against
    assert mother.say("id") == "ibu hamil, nifas atau menyusui (hamil, dalam masa nifas atau menyusui)"
    assert mother.say("en").endswith("(pregnant, she has just given birth or breastfeeding)")
    assert youth.say("id").endswith("(umur 15–18 tahun)")
    in_school = Household(very_poor=True, members=[Beneficiary(sex="male", age=5, schooling="primary")])
    entering = eligibility("PKH", in_school, on=ON).against[2]
    assert entering.say("en").endswith("(schooling: in no school or preschool)")
    man = Beneficiary(sex="male", age=20, schooling="primary")
    both = eligibility("PKH", Household(very_poor=True, members=[man]), on=ON).against[2]
    assert both.say("en").endswith("(age 5–7 and schooling: in no school or preschool)")
    with_boy = Household(very_poor=True, members=[man, Beneficiary(sex="male", age=5, schooling="primary")])
    assert eligibility("PKH", with_boy, on=ON).against[2].in_words == entering.in_words
    assert all(";" not in one.say(language) for one in answer.against for language in ("id", "en"))


def test_the_explanation_of_no_for_want_of_poverty_says_so() -> None:
    said = eligibility("PKH", Household(very_poor=False), on=ON).explain("id")
    assert "rumah tangga sangat miskin (RTSM): tidak" in said
    assert "Yang tidak terpenuhi:\n- rumah tangga sangat miskin (RTSM) (sangat miskin (RTSM)) [1]\n" in said
    assert "balita" not in said


def test_the_explanation_of_not_known_asks_for_what_is_missing() -> None:
    answer = eligibility("PKH", Household(members=[Beneficiary(sex="male", age=5)]), on=ON)
    said = answer.explain("id")
    assert "BELUM DAPAT DIPASTIKAN" in said
    assert "Belum diketahui:\n- apakah sangat miskin (RTSM)\n- anggota 1: jenjang sekolah\n" in said
    assert "Kriteria yang masih mungkin terpenuhi:\n- anak usia 5–7 tahun yang belum masuk SD" in said
    assert "balita" not in said
    assert answer.readings[0].word == "belum masuk pendidikan SD"  # how the text would be read


def test_the_short_form_names_codes_only() -> None:
    assert repr(eligibility("PKH", Household(members=[MOTHER]), on=ON)) == (
        "Eligibility(PKH, None, grounds=[maternal], missing=[very_poor])"
    )


def test_answers_of_many_households_are_one_table_in_both_languages() -> None:
    """With what speaks for each or what is not met, and with what is still to be asked."""
    poor = Household(members=[Beneficiary(sex="male", age=9)])
    rich = Household(reference="f3", very_poor=False)
    answers = [eligibility("PKH", each, on=ON) for each in (FAMILY, poor, rich)]
    view = show(answers, "en")
    assert view.header == ("Household", "Programme", "Answer", "Ground", "Not known")
    assert [row[0] for row in view.rows] == ["f1", "", "f3"]
    assert [row[2] for row in view.rows] == ["yes", "not known", "no"]
    assert [row[3] for row in view.rows] == [answer.why("en") for answer in answers]
    assert view.rows[2][3].startswith("not met: ")
    assert [row[4] for row in view.rows] == ["; ".join(answer.say_missing("en")) for answer in answers]
    assert sum(note.startswith("Source: ") for note in view.notes) == 1
    assert "officials decide" in view.notes[-1]
    assert [row[2] for row in show(answers).rows] == ["ya", "belum pasti", "tidak"]


def test_a_household_that_cannot_be_is_named_by_its_reference() -> None:
    born = Beneficiary(birth_date="2012-06-02", elderly=True)
    for reference, path in ((None, "members[1].elderly"), ("K-2", "household[K-2].members[1].elderly")):
        family = Household(reference=reference, members=[Beneficiary(), born])
        with pytest.raises(InvalidValueError) as caught:
            eligibility("PKH", family, on="2017-06-01")
        assert caught.value.field == path
        with pytest.raises(InvalidValueError) as caught:
            screen(family, on="2017-06-01")
        assert caught.value.field == path


@pytest.mark.parametrize(("language", "day"), [("id", "1 Juni 2017"), ("en", "1 June 2017")])
def test_the_head_of_an_answers_table_says_of_whom_when_and_what(language: str, day: str) -> None:
    named, nameless = (eligibility("PKH", each, on=ON) for each in (FAMILY, Household()))
    program = Program.PKH.say(language)
    assert named.table(language).caption.startswith(f"{program} (f1, {day}): ")
    assert nameless.table(language).caption.startswith(f"{program} ({day}): ")
    for answer in (named, nameless):
        notes = " ".join(answer.table(language).notes)
        assert answer.readings
        assert all(f": {reading.say(language)}" in notes for reading in answer.readings)
        assert f"missing=[{', '.join(answer.missing)}]" in repr(answer)
        grounds = dict.fromkeys(ground.code for ground in answer.grounds)
        assert f"grounds=[{', '.join(grounds)}]" in repr(answer)
    assert len(named.grounds) > 1 < len(nameless.missing)
    missing = nameless.__row__()[-1].value
    assert isinstance(missing, Text)
    assert missing.say(language) == "; ".join(nameless.say_missing(language))
