"""Programmes: found by code, name or word; open to a district; with a source for what they say."""

import pickle
from typing import Any

import attrs
import pytest

from kesos.errors import InvalidValueError
from kesos.programs import PROGRAMS, Condition, Program
from kesos.quotas import ProgramQuota
from kesos.values import LANGUAGES, Citation, Text

OWN = Program("BLT_CONTOH", Text("BLT Contoh", "Made-up cash aid"), funding="APBD", may_buy=["rice"])


@pytest.mark.parametrize("program", PROGRAMS, ids=str)
def test_each_is_found_by_every_name_that_it_has(program: Program) -> None:
    for name in (program, program.code, program.code.lower(), program.say("id").upper(), program.say("en")):
        assert Program.of(name) is program
    for word in program.words:
        assert Program.of(f"  {word.upper()} ") is program
    assert getattr(Program, program.code) is program


@pytest.mark.parametrize("program", PROGRAMS, ids=str)
def test_each_says_where_it_is_named_and_what_it_is_called(program: Program) -> None:
    assert program.citations
    assert (program.say("id"), program.say("en")) == (program.name.id, program.name.en)
    assert str(program) == program.say("id")
    stated = {language: str(program.table(language)) for language in LANGUAGES}
    for condition in program.conditions:
        assert (condition.say("id"), condition.say("en")) == (condition.text.id, condition.text.en)
        assert all(condition.say(language) in stated[language] for language in LANGUAGES)


def test_no_word_stands_for_two_programmes() -> None:
    words = [word for program in PROGRAMS for word in {program.code.casefold(), *map(str.casefold, program.words)}]
    assert len(words) == len(set(words))


def test_all_that_the_reports_name_are_there() -> None:
    assert {program.code for program in PROGRAMS} >= {
        *("PKH", "BPNT", "ASLUT", "ASPDB", "KUBE_URBAN", "KUBE_RURAL", "KUBE_COASTAL", "UEP_COASTAL", "RASTRA", "BST"),
        *("BLT", "PBI_JKN", "KIS", "KIP", "HOUSE_REPAIR", "ELECTRICITY_SUBSIDY", "GAS_SUBSIDY", "SLRT", "LK3"),
    }


def test_who_pays_is_unknown_where_nobody_says() -> None:
    assert (Program.PKH.funding, Program.BLT.funding, Program.RASTRA.funding) == ("APBN", "APBD", None)


def test_bpnt_buys_rice_and_eggs_only_and_of_the_others_no_limit_is_known() -> None:
    assert Program.BPNT.may_buy == ("rice", "eggs")
    assert Program.PKH.may_buy is None


def test_pkh_asks_for_attendance_without_a_threshold() -> None:
    attendance = {condition.code: condition for condition in Program.PKH.conditions}["school_attendance"]
    assert "%" not in attendance.say("id")
    assert not any(digit.isdigit() for digit in attendance.say("en"))


def test_the_other_name_that_a_table_prints_is_a_declared_reading() -> None:
    assert Program.of("Program Keluarga Sejahtera (PKH)") is Program.PKH
    assert Program.PKH.readings[0].word == "Program Keluarga Sejahtera (PKH)"


def test_a_district_adds_its_own() -> None:
    assert Program("BLT_CONTOH", Text("lain", "other")) == OWN
    assert len({OWN, Program("BLT_CONTOH", Text("lain", "other")), Program.BLT}) == 2
    assert pickle.loads(pickle.dumps(OWN)) == OWN
    assert OWN.may_buy == Program("A", Text("a", "b"), may_buy="rice").may_buy == ("rice",)
    assert Program.of(OWN) is OWN
    with pytest.raises(InvalidValueError):
        Program.of("BLT_CONTOH")  # nothing is registered behind the caller's back


def test_a_programme_is_frozen() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        OWN.code = "X"  # type: ignore[misc]


@pytest.mark.parametrize(("given", "hint"), [("BNPT", "bpnt"), ("program keluarga harpan", "program keluarga harapan")])
def test_an_unknown_programme_is_refused_with_the_nearest(given: str, hint: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Program.of(given)
    error = caught.value
    assert (error.field, error.value, error.code) == ("program", given, "unknown_program")
    assert repr(hint) in str(error)


@pytest.mark.parametrize("given", ["zzz", "", 3, None, True, ["PKH"]])
def test_what_names_no_programme_is_refused_with_all_codes(given: Any) -> None:
    with pytest.raises(InvalidValueError, match="PKH, BPNT, ASLUT"):
        Program.of(given)


@pytest.mark.parametrize("code", ["pkh", "", "PKH 2", "_A", "A__B", "Ä", "A" * 65, 5, None])
def test_a_code_is_upper_case_ascii(code: Any) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Program(code, Text("a", "b"))
    assert (caught.value.field, caught.value.code) == ("code", "not_a_code")


def test_a_code_of_64_letters_is_one() -> None:
    assert Program("A" * 64, Text("a", "b")).code == "A" * 64


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "PKH"),
        ("words", [""]),
        ("may_buy", [5]),
        ("what", "bantuan"),
        ("for_whom", "warga"),
        ("funding", "APBX"),
        ("channels", ["bank"]),
        ("conditions", ["hadir"]),
        ("readings", ["x"]),
        ("citations", ["laporan"]),
    ],
)
def test_a_field_of_the_wrong_kind_is_refused(field: str, value: Any) -> None:
    given: dict[str, Any] = {"code": "OWN", "name": Text("a", "b"), field: value}
    with pytest.raises(InvalidValueError) as caught:
        Program(**given)
    assert caught.value.field in (field, f"{field}[0]")


@pytest.mark.parametrize(("field", "value"), [("code", ""), ("text", "x"), ("citation", "laporan")])
def test_a_condition_has_a_code_words_and_a_source(field: str, value: Any) -> None:
    given: dict[str, Any] = {"code": "c", "text": Text("a", "b"), "citation": Citation(regulation="x"), field: value}
    with pytest.raises(InvalidValueError) as caught:
        Condition(**given)
    assert caught.value.field == field


def test_a_programme_is_told_apart_from_its_code_in_what_developers_see() -> None:
    made = Program("BLT_CONTOH", Text("BLT Contoh", "Made-up cash aid"))
    assert repr(made) == "<Program BLT_CONTOH: BLT Contoh>"
    assert repr(made) in repr(ProgramQuota(program=made, year=2017, area="Contoh", families=3))
    assert made != "BLT_CONTOH"
