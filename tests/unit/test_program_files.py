"""Programmes as files: what one may hold, what is refused and where, and that the way out and back changes nothing."""

import json
import os
import tomllib
from importlib import metadata, resources
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kesos import programs
from kesos.errors import FileError, InvalidValueError, NoRuleError, ProgramFileError
from kesos.people import Beneficiary, Household
from kesos.programs import (
    PROGRAM_RULES,
    PROGRAMS,
    AllOf,
    AnyOf,
    Asks,
    Clause,
    HouseholdClause,
    LaterName,
    MemberClause,
    Program,
    ProgramRule,
    dumps_program,
    eligibility,
    installed,
    load_program,
    loads_program,
    read_eligibility,
)
from kesos.schemas import program_schema
from kesos.values import Citation, Text, Truth

SCHEMA = Draft202012Validator(program_schema())
ON = "2017-06-01"
HEAD = """
format = 1
code = "SUSU_CONTOH"
name = { id = "Susu Contoh", en = "Made-up milk" }

[source]
regulation = "Perbup Contoh 1/2099"
known = "hypothetical"
"""
GROUND = """
[[grounds]]
code = "toddler"
text = { id = "anak batita", en = "a toddler" }
of = "member"
citation = { locator = "Pasal 2" }
"""
MILK = HEAD + GROUND + "ages = { from = 0, to = 2 }\n"
BABY = Household(members=[Beneficiary(age=1)])


@pytest.mark.parametrize("program", PROGRAMS, ids=str)
def test_every_file_fits_its_schema_and_comes_back_the_same(program: Program) -> None:
    text = resources.files("kesos.rules").joinpath(f"programs/{program.code.lower()}.toml").read_text(encoding="utf-8")
    SCHEMA.validate(tomllib.loads(text))
    written = dumps_program(program)
    SCHEMA.validate(tomllib.loads(written))
    assert dumps_program(loads_program(written)) == written
    assert loads_program(written).to_dict() == loads_program(text).to_dict() == program.to_dict()


def test_the_files_are_those_of_the_programmes_that_are_listed() -> None:
    files = resources.files("kesos.rules").joinpath("programs").iterdir()
    assert sorted(file.name for file in files) == sorted(f"{program.code.lower()}.toml" for program in PROGRAMS)


def test_a_well_known_programme_stays_what_it_is() -> None:
    with pytest.raises(AttributeError):
        vars(Program)["PKH"].__set__(Program.BPNT, Program.BST)
    assert Program.PKH is Program.BPNT.PKH is PROGRAMS[0]


def test_the_module_has_no_other_names() -> None:
    with pytest.raises(AttributeError, match="PROGRAMMES"):
        programs.PROGRAMMES  # type: ignore[attr-defined]  # noqa: B018


def test_a_programme_from_a_file_carries_its_rule() -> None:
    milk = loads_program(MILK)
    assert eligibility(milk, BABY, on=ON).eligible is True
    assert (
        eligibility("SUSU_CONTOH", BABY, on=ON, rules=[milk]).grounds[0].citation.regulation == "Perbup Contoh 1/2099"
    )
    record = eligibility(milk, BABY, on=ON).to_json()
    assert read_eligibility(record, rules=[milk]).program == milk


def test_a_rule_that_is_given_is_used_instead_of_the_programmes_own() -> None:
    milk = loads_program(MILK)
    older = MemberClause(code="pupil", text=Text("a", "b"), ages=(6, 12), citation=Citation(regulation="x"))
    assert eligibility(milk, BABY, on=ON, rules=[ProgramRule(program=milk, grounds=[older])]).eligible is False
    assert eligibility(milk, BABY, on=ON, rules=PROGRAM_RULES).eligible is True


def test_a_programme_without_a_rule_is_no_rule() -> None:
    with pytest.raises(InvalidValueError) as caught:
        eligibility("PKH", BABY, on=ON, rules=[Program.BPNT])
    assert caught.value.field == "rules"
    with pytest.raises(NoRuleError) as none:
        eligibility("BPNT", BABY, on=ON, rules=[loads_program(MILK)])
    assert "SUSU_CONTOH" in str(none.value)


def test_an_age_without_an_end_goes_on() -> None:
    old = loads_program(HEAD + GROUND + "ages = { from = 60 }\n")
    assert old.grounds[0].ages == (60, 150)  # type: ignore[attr-defined]
    assert eligibility(old, Household(members=[Beneficiary(age=101)]), on=ON).eligible is True
    young = eligibility(old, BABY, on=ON)
    assert [one.say("en") for one in young.against] == ["a toddler (age 60 and above)"]


FAULTS = {
    "of somebody else": ('of = "orang"', 'of = "member"', "grounds[toddler].of", "not_a_choice"),
    "no place": ("citation = {}", 'citation = { locator = "Pasal 2" }', "grounds[toddler].citation.locator", "missing"),
    "an unknown key": ("age = { from = 0 }", "ages = { from = 0, to = 2 }", "grounds[toddler].age", "unknown_key"),
    "ages turned round": (
        "ages = { from = 3, to = 2 }", "ages = { from = 0, to = 2 }", "grounds[toddler].ages", "bad_ages",
    ),
    "an age that nobody has": (
        "ages = { from = 3, to = 200 }", "ages = { from = 0, to = 2 }", "grounds[toddler].ages", "bad_ages",
    ),
    "an age below nought": (
        "ages = { from = -1, to = 2 }", "ages = { from = 0, to = 2 }", "grounds[toddler].ages.from", "count_negative",
    ),
    "a field that people have not": (
        'field = "schoolin"\nis = "none"', "ages = { from = 0, to = 2 }", "grounds[toddler].field", "not_a_choice",
    ),
    "a field of the household": (
        'field = "poor"\nis = true', "ages = { from = 0, to = 2 }", "grounds[toddler].field", "not_a_choice",
    ),
    "a word that the field has not": (
        'field = "schooling"\nis = ["none", "primry"]', "ages = { from = 0, to = 2 }", "grounds[toddler].is",
        "not_a_choice",
    ),
    "a word for a flag": (
        'field = "pregnant"\nis = "true"', "ages = { from = 0, to = 2 }", "grounds[toddler].is", "not_a_choice",
    ),
    "every answer": (
        'field = "sex"\nis = ["male", "female"]', "ages = { from = 0, to = 2 }", "grounds[toddler].is", "asks_all",
    ),
    "no answer": ('field = "sex"\nis = []', "ages = { from = 0, to = 2 }", "grounds[toddler].is", "missing"),
    "a field alone": ('field = "sex"', "ages = { from = 0, to = 2 }", "grounds[toddler].is", "missing"),
    "an answer alone": ('is = "male"', "ages = { from = 0, to = 2 }", "grounds[toddler].field", "missing"),
    "nothing": ("", "ages = { from = 0, to = 2 }", "grounds[toddler]", "asks_nothing"),
    "two ways": (
        'field = "pregnant"\nis = true\nany = [{ field = "elderly", is = true }]', "ages = { from = 0, to = 2 }",
        "grounds[toddler]", "asks_nothing",
    ),
    "a reason for several": (
        'because = { id = "a", en = "b" }\nany = [{ field = "elderly", is = true }]', "ages = { from = 0, to = 2 }",
        "grounds[toddler].because", "because_of_several",
    ),
    "a wrong word deep inside": (
        'any = [{ field = "elderly", is = true }, { all = [{ field = "sex", is = "x" }] }]',
        "ages = { from = 0, to = 2 }", "grounds[toddler].any[1].all[0].is", "not_a_choice",
    ),
    "an age of a household": (
        'field = "poor"\nis = true\nages = { from = 0 }\nof = "household"', 'of = "member"',
        "grounds[toddler].ages", "ages_of_a_household",
    ),
    "benefits": ("[[benefit]]\n[[grounds]]", "[[grounds]]", "benefit", "unknown_key"),
    "exclusions": ("[[exclude]]\n[[grounds]]", "[[grounds]]", "exclude", "unknown_key"),
    "another format": ("format = 2", "format = 1", "format", "unknown_format"),
    "a quota of groups": ('unit = "group"\n[source]', "[source]", "unit", "not_a_choice"),
    "a source of no known kind": ('known = "x"', 'known = "hypothetical"', "source.known", "not_a_choice"),
}  # fmt: skip


@pytest.mark.parametrize(("wrong", "right", "field", "code"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_refused_with_its_path(wrong: str, right: str, field: str, code: str) -> None:
    text = MILK.replace(right, wrong)
    if "ages_of" in code:
        text = text.replace("ages = { from = 0, to = 2 }", "")
    with pytest.raises(ProgramFileError) as caught:
        loads_program(text)
    assert [(fault.field, fault.code) for fault in caught.value.faults] == [(field, code)]
    assert caught.value.message("id")


def test_every_fault_of_a_file_is_told_at_once() -> None:
    with pytest.raises(ProgramFileError) as caught:
        loads_program('code = "x"\n[[grounds]]\ncode = "a"\n')
    assert [fault.field for fault in caught.value.faults] == [
        "format", "name", "grounds[a].text", "grounds[a].of", "grounds[a].citation",
    ]  # fmt: skip


REQUIRED = HEAD + GROUND.replace("grounds", "requires")


@pytest.mark.parametrize(
    ("text", "field", "code"),
    [
        (REQUIRED + 'field = "elderly"\nis = true\n', "grounds", "bad_rule"),
        (
            (REQUIRED + 'field = "poor"\nis = true\n').replace("member", "household"),
            "grounds",
            "bad_rule",
        ),
        (MILK + MILK.partition("[[grounds]]")[1] + MILK.partition("[[grounds]]")[2], "grounds", "bad_rule"),
    ],
)
def test_a_rule_has_grounds_and_codes_of_their_own(text: str, field: str, code: str) -> None:
    with pytest.raises(ProgramFileError) as caught:
        loads_program(text)
    assert [(fault.field, fault.code) for fault in caught.value.faults] == [(field, code)]


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "susu.toml"
    path.write_bytes(b"\xef\xbb\xbf" + MILK.encode())
    assert load_program(path) == load_program(str(path)) == loads_program("\ufeff" + MILK)


def test_what_is_no_plain_file_is_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(ProgramFileError) as caught:
        load_program(pipe)
    assert (caught.value.faults[0].field, caught.value.faults[0].code) == ("file", "not_a_path")
    with pytest.raises(FileError, match="this is a folder"):
        load_program(tmp_path)
    for wrong in (None, 3.5, "a\x00b"):
        with pytest.raises(InvalidValueError):
            load_program(wrong)  # type: ignore[arg-type]
    with pytest.raises(FileNotFoundError):
        load_program(tmp_path / "none.toml")


def test_a_function_is_refused_by_the_writer_and_named() -> None:
    clause = MemberClause(
        code="own_test", text=Text("a", "b"), citation=Citation(regulation="x"), test=lambda member, on: Truth(True)
    )
    own = Program("OWN", Text("a", "b"), grounds=[clause])
    assert eligibility(own, BABY, on=ON).eligible is True
    with pytest.raises(InvalidValueError, match="own_test") as caught:
        dumps_program(own)
    assert caught.value.code == "function_in_a_file"


def test_a_clause_travels_by_itself() -> None:
    asks = Asks(field="setting", is_=["rural", "coastal"], because=Text("a", "b"))
    sets = AnyOf(any=[asks, AllOf(all=[Asks(field="poor", is_=True), Asks(field="income_lost", is_=False)])])
    for test in (asks, sets, AllOf(all=[asks])):
        clause = HouseholdClause(code="c", text=Text("a", "b"), citation=Citation(regulation="x"), test=test)
        assert Clause.from_json(clause.to_json()) == HouseholdClause.from_dict(clause.to_dict()) == clause
        assert type(test).from_json(test.to_json()) == test
    with pytest.raises(InvalidValueError):
        MemberClause.from_dict(clause.to_dict())


@pytest.mark.parametrize("make", [lambda: AnyOf(any=[]), lambda: AllOf(all=[]), lambda: AnyOf(any=["x"])])  # type: ignore[list-item]
def test_a_set_of_questions_holds_some(make: Any) -> None:
    with pytest.raises(InvalidValueError):
        make()


def test_a_clause_of_several_questions_says_what_was_found() -> None:
    poor = Asks(field="poor", is_=True, because=Text("miskin", "poor"))
    sets = AnyOf(any=[AllOf(all=[poor, Asks(field="setting", is_="urban", because=Text("di kota", "in town"))])])
    clause = HouseholdClause(code="c", text=Text("x", "y"), citation=Citation(regulation="x"), test=sets)
    own = Program("OWN", Text("a", "b"), grounds=[clause])
    found = eligibility(own, Household(poor=True, setting="urban"), on=ON)
    assert found.grounds[0].say("en") == "y (poor, in town)"
    assert eligibility(own, Household(poor=True), on=ON).missing == ("setting",)


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Sembako", "BPNT"),
        ("program sembako", "BPNT"),
        ("PBI JK", "PBI_JKN"),
        ("BLT Desa", "BLT_DD"),
        ("BLT-DD", "BLT_DD"),
        ("bansos rastra", "RASTRA"),
    ],
)
def test_a_programme_is_found_by_its_later_name(word: str, code: str) -> None:
    assert Program.of(word).code == code


def test_a_later_name_has_a_source_and_words() -> None:
    for program in PROGRAMS:
        for name in program.later:
            assert name.citation.known in ("quoted", "secondary")
    sound: dict[str, Any] = {"words": ["a"], "citation": Citation(regulation="x")}
    wrongs: tuple[dict[str, Any], ...] = ({"words": []}, {"words": [""]}, {"citation": "x"}, {"since": "someday"})
    for wrong in wrongs:
        with pytest.raises(InvalidValueError):
            LaterName(**{**sound, **wrong})


class _Entry:
    value = "somewhere:it"

    def __init__(self, offered: Any, name: str = "a") -> None:
        self.name = name
        self._offered = offered

    def load(self) -> Any:
        return self._offered


def _offer(monkeypatch: pytest.MonkeyPatch, *entries: _Entry) -> None:
    monkeypatch.setattr(metadata, "entry_points", lambda group: entries if group == "kesos.programs" else ())


def test_installed_packages_offer_programmes(monkeypatch: pytest.MonkeyPatch) -> None:
    milk = loads_program(MILK)
    _offer(monkeypatch, _Entry(milk), _Entry(lambda: loads_program(MILK), "b"), _Entry(Program.PKH, "c"))
    assert [program.code for program in installed()] == ["PKH", "SUSU_CONTOH"]


def test_what_is_no_programme_or_another_of_the_same_code_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    _offer(monkeypatch, _Entry("PKH"))
    with pytest.raises(ProgramFileError, match="is not a programme"):
        installed()
    other = loads_program(MILK.replace("Made-up milk", "Another"))
    _offer(monkeypatch, _Entry(loads_program(MILK)), _Entry(other, "b"))
    with pytest.raises(ProgramFileError, match="SUSU_CONTOH"):
        installed()


# --- what the rules said before they were files -------------------------------------------------------------------

MOTHER = Beneficiary(sex="female", age=27, pregnant=True)
GOLDEN: dict[str, Household] = {
    "a mother": Household(members=[MOTHER, Beneficiary(age=6, schooling="preschool")], very_poor=True),
    "nothing known": Household(),
    "somebody": Household(members=[Beneficiary()], poor=False),
    "an old man": Household(
        members=[Beneficiary(sex="male", elderly=True)], categories=["FAKIR_MISKIN"], livelihood="none"
    ),
    "a registered one": Household(
        members=[Beneficiary(categories=["LANJUT_USIA_TELANTAR"])], very_poor=True, setting="urban"
    ),
    "a severe disability": Household(
        members=[Beneficiary(age=16, severe_disability=True, basic_education_finished=False)]
    ),
    "no disability": Household(members=[Beneficiary(disability=False, age=8)], income_lost=True, categories=[]),
}  # fmt: skip
SAID = json.loads(Path(__file__).with_name("eligibility_golden.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("who", GOLDEN)
@pytest.mark.parametrize("rule", PROGRAM_RULES, ids=lambda rule: rule.program.code)
def test_the_answers_are_those_of_the_rules_as_they_were_written_in_python(rule: ProgramRule, who: str) -> None:
    answer = eligibility(rule.program, GOLDEN[who], on=ON)
    assert SAID[f"{rule.program.code}, {who}"] == {
        "eligible": answer.eligible,
        "missing": list(answer.missing),
        "grounds": [[ground.code, ground.member] for ground in answer.grounds],
        "checked": [[clause.code, clause.holds] for clause in answer.checked],
        "against": [[clause.code, [need.field for need in clause.needs]] for clause in answer.against],
        "conditions": [condition.code for condition in answer.conditions],
        "readings": [reading.word for reading in answer.readings],
    }
