"""What somebody new to kesos tried, and what it must say or do then."""

from __future__ import annotations

from typing import Any

import pytest

from kesos import PEDUM_2003, Delivery, DisasterEvent, Household, entitle, entitle_range, total
from kesos.cards import CardDistribution
from kesos.deliveries import reconcile
from kesos.errors import FaultsError, InvalidValueError, KesosError, UnknownItemError
from kesos.people import Beneficiary
from kesos.programs import (
    AllOf,
    Asks,
    Condition,
    Exclusion,
    HouseholdClause,
    MemberClause,
    Program,
    ProgramRule,
    benefit_owed,
    eligibility,
    screen,
)
from kesos.registry import Registry
from kesos.services import Referral
from kesos.standards import BNPB_STIMULAN, dumps_standard, loads_standard
from kesos.standards._amounts import check_amount
from kesos.values import Citation, Need, Quantity, Text

TEXT = Text("contoh", "an example")
SOURCE = Citation(regulation="Peraturan Contoh", known="hypothetical")
FLOOD = DisasterEvent(hazard="flood", place="Desa Contoh", period="2017-02-25", people=10)
FAMILY = Household(
    members=[Beneficiary(age=70, elderly=True, schooling="none"), Beneficiary(age=9, schooling="none")], poor=True
)


def program(**given: Any) -> Program:
    clause = MemberClause(
        code="both", text=TEXT, citation=SOURCE,
        test=AllOf(all=[Asks(field="elderly", is_=True), Asks(field="schooling", is_="primary")]),
    )  # fmt: skip
    return Program("CONTOH", TEXT, source=SOURCE, **{"grounds": [clause], **given})


def refusal(call: Any) -> KesosError:
    with pytest.raises(KesosError) as caught:
        call()
    for language in ("id", "en"):
        assert caught.value.message(language)
    return caught.value


@pytest.mark.parametrize("text", ["300.000", "6.000"])
def test_a_text_for_a_whole_amount_may_be_thousands_and_is_refused(text: str) -> None:
    error = refusal(lambda: check_amount(text, "amount"))
    assert (error.code, error.field, error.value) == ("not_exact", "amount", text)
    assert check_amount("300", "amount") == check_amount("300.0", "amount") == 300


@pytest.mark.parametrize(("amount", "code"), [('"6.000"', "not_exact"), ('"6.500"', "not_whole")])
def test_a_text_of_thousands_in_a_standard_file_is_refused(amount: str, code: str) -> None:
    text = dumps_standard(PEDUM_2003)
    assert text.count("amount = 6000\n") == 1
    error = refusal(lambda: loads_standard(text.replace("amount = 6000", f"amount = {amount}")))
    assert isinstance(error, FaultsError)
    assert [fault.code for fault in error.faults] == [code]


def test_a_programme_of_ones_own_is_screened_beside_all_others() -> None:
    own = program()
    assert own in screen(FAMILY, on="2024-06-01", rules=[own])
    assert own not in screen(FAMILY, on="2024-06-01", rules=[own], programs=["PKH"])


def test_one_programme_is_no_list_of_rules() -> None:
    error = refusal(lambda: eligibility("PKH", FAMILY, on="2024-06-01", rules=program()))  # type: ignore[arg-type]
    assert (error.code, error.field) == ("wrong_type", "rules")


def test_a_programme_that_was_not_screened_is_named_with_those_that_were() -> None:
    found = screen(FAMILY, on="2024-06-01", programs=["PKH"])
    error = refusal(lambda: found["PHK"])
    assert isinstance(error, UnknownItemError)
    assert "PKH" in error.message("en")


def test_what_is_asked_together_is_said_to_be_needed_together() -> None:
    [failed] = eligibility(program(), FAMILY, on="2024-06-01").against
    assert failed.needs[0].beside
    assert " or " not in failed.say("en").partition("schooling: primary")[0]
    assert "elderly" in failed.say("en")
    assert Need("poor", beside=True) != Need("poor")


@pytest.mark.parametrize("test", [True, "poor", None])
def test_what_is_neither_a_question_nor_a_function_is_refused_when_the_clause_is_made(test: Any) -> None:
    error = refusal(lambda: HouseholdClause(code="poor", text=TEXT, citation=SOURCE, test=test))
    assert (error.code, error.field) == ("wrong_type", "test")


@pytest.mark.parametrize("kind", [HouseholdClause, MemberClause])
def test_a_function_that_answers_in_pythons_own_truth_is_refused(kind: Any) -> None:
    clause = kind(code="poor", text=TEXT, citation=SOURCE, test=lambda holder, on: True)
    rule = ProgramRule(program=program(), grounds=[clause])
    error = refusal(lambda: eligibility(rule.program, FAMILY, on="2024-06-01", rules=[rule]))
    assert (error.code, error.value) == ("wrong_type", True)


def test_nothing_of_a_programme_is_said_twice_and_none_excludes_itself() -> None:
    condition = Condition(code="report", text=TEXT, citation=SOURCE)
    bar = Exclusion(program="PKH", text=TEXT, citation=SOURCE)
    itself = Exclusion(program="CONTOH", text=TEXT, citation=SOURCE)
    for given, code in (
        ({"conditions": [condition, condition]}, "duplicate"),
        ({"excludes": [bar, bar]}, "duplicate"),
        ({"excludes": [itself]}, "excludes_itself"),
    ):
        error = refusal(lambda given=given: program(**given))  # type: ignore[misc]
        assert isinstance(error, InvalidValueError)
        assert (error.code, error.field) == (code, *given)


ANSWERS = {
    "answer": entitle(FLOOD, PEDUM_2003, days=3),
    "range": entitle_range(FLOOD, PEDUM_2003),
    "total": total([entitle(FLOOD, PEDUM_2003, days=3)]),
    "eligibility": eligibility("PKH", FAMILY, on="2024-06-01"),
    "screening": screen(FAMILY, on="2024-06-01"),
    "benefit": benefit_owed("BPNT", families=2, first="2018-05", last="2018-06"),
    "programme": Program.PKH,
    "account": reconcile(
        entitle(FLOOD, PEDUM_2003, days=3),
        [Delivery(place=FLOOD.place, on=FLOOD.period.start, items={"rice": Quantity(1, "kg")})],
    ),
    "register": Registry(name="DTKS", area="Contoh", families=["f1"], on="2021-01-07"),
    "cards": CardDistribution(total=1, distributed=1, undistributed=0, unprinted=0),
    "case": Referral(reference="s1", need="PKH", opened="2018-08-20"),
}


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_an_answer_prints_in_the_language_of_a_format(answer: Any) -> None:
    assert f"{answer}" == f"{answer:id}" == str(answer)
    assert f"{answer:en}" != f"{answer:id}"
    assert refusal(lambda: f"{answer:.2f}").code == "not_a_format"


@pytest.mark.parametrize(
    ("given", "meant"),
    [("sandang", "clothing"), ("peralatan dapur", "kitchen"), ("Sarung", "sarong"), ("sarogn", "sarong")],
)
def test_what_a_package_is_called_is_known_to_the_hint(given: str, meant: str) -> None:
    flood = DisasterEvent(hazard="banjir", place="Desa Contoh", period="2017-02-25", people=860)
    error = refusal(lambda: entitle(flood, PEDUM_2003, days=7, recipients={given: 20}))
    assert str(error).endswith(f"Did you mean '{meant}'?")


def test_where_two_are_called_so_all_that_are_known_are_listed() -> None:
    flood = DisasterEvent(hazard="banjir", place="Desa Contoh", period="2017-02-25", people=860)
    error = refusal(lambda: entitle(flood, PEDUM_2003, days=7, recipients={"seragam sekolah": 20}))
    assert "Known: clothing, sarong" in str(error)
    assert "Known: clothing" in str(refusal(lambda: entitle(flood, PEDUM_2003, days=7, recipients={"-": 20})))


@pytest.mark.parametrize(
    ("before", "after", "meant"),
    [
        ('damage = "heavy"', 'damage = "berat"', "heavy"),
        ('damage = "heavy"', 'damage = "rusak sedang"', "moderate"),
        ('per = "house"', 'per = "rumah"', "house"),
        ('per = "house"', 'per = "jiwa"', "person"),
        ('unit = "IDR"', 'unit = "Rp"', "IDR"),
    ],
)
def test_what_a_class_a_count_or_a_unit_is_called_is_known_to_the_hint_of_a_file(
    before: str, after: str, meant: str
) -> None:
    text = dumps_standard(BNPB_STIMULAN)
    assert before in text
    error = refusal(lambda: loads_standard(text.replace(before, after, 1)))
    assert isinstance(error, FaultsError)
    assert any(f"Did you mean '{meant}'?" in str(fault) for fault in error.faults)


def test_what_an_item_is_called_is_known_to_the_hint() -> None:
    assert "Did you mean 'side_dishes'?" in str(refusal(lambda: PEDUM_2003.item("lauk pauk")))
