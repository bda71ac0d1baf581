"""A household across all programmes: one table, in both languages, that decides nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kesos.errors import InvalidValueError
from kesos.people import Beneficiary, Household
from kesos.programs import (
    PROGRAM_RULES,
    PROGRAMS,
    Clause,
    Conflict,
    Exclusion,
    MemberClause,
    NobodyClause,
    Program,
    ProgramName,
    ProgramRule,
    Screening,
    conflicts,
    dumps_program,
    eligibility,
    load_program,
    loads_program,
    read_eligibility,
    screen,
)
from kesos.values import Citation, Text

EXAMPLES = Path(__file__).parents[2] / "examples" / "programs"
GRANDPARENTS = load_program(EXAMPLES / "kakek_nenek_contoh.toml")
SOURCE = Citation(regulation="Perbup Contoh 1/2099", known="hypothetical")
DAY = "2018-06-01"
MOTHER = Beneficiary(name="Siti", sex="female", birth_date="1990-05-01", pregnant=True)
ELDER = Beneficiary(age=67, elderly=True)
FAMILY = Household(reference="k-1", members=[MOTHER, ELDER], very_poor=True, categories=[])


def test_each_programme_with_a_rule_has_the_answer_that_it_has_alone() -> None:
    found = screen(FAMILY, on=DAY)
    assert set(found) == {rule.program for rule in PROGRAM_RULES}
    assert len(found) == len(PROGRAM_RULES)
    for program in found:
        assert found[program] == found[program.code] == eligibility(program, FAMILY, on=DAY)
    assert {*found, *found.without_rule} == set(PROGRAMS)
    assert Program.RASTRA in found.without_rule
    with pytest.raises(KeyError):
        found[Program.RASTRA]


def test_only_those_asked_about_are_answered_each_once() -> None:
    found = screen(FAMILY, on=DAY, programs=["PKH", "pkh", Program.BPNT])
    assert list(found) == [Program.PKH]
    assert found.without_rule == (Program.BPNT,)
    with pytest.raises(InvalidValueError) as caught:
        screen(FAMILY, on=DAY, programs=["PKH", "no such"])
    assert caught.value.field == "programs[1]"


def test_a_rule_of_ones_own_answers_for_its_programme() -> None:
    clause = MemberClause(code="elder", text=Text("lansia", "elder"), ages=(60, 120), citation=SOURCE)
    rule = ProgramRule(program=Program.RASTRA, grounds=[clause])
    found = screen(FAMILY, on=DAY, programs=["RASTRA", "BPNT"], rules=[rule])
    assert found[Program.RASTRA].eligible is True
    assert found.without_rule == (Program.BPNT,)
    own = Program("RASTRA", Text("Rastra", "Rastra"), grounds=[clause])
    assert screen(FAMILY, on=DAY, programs=["RASTRA"], rules=[own])[own].eligible is True


def test_two_screenings_of_the_same_are_equal_and_hash_alike() -> None:
    assert screen(FAMILY, on=DAY) == screen(FAMILY, on=DAY)
    assert hash(screen(FAMILY, on=DAY)) == hash(screen(FAMILY, on=DAY))
    assert screen(FAMILY, on=DAY) != screen(FAMILY, on="2018-06-02")
    assert screen(FAMILY, on=DAY) != "Screening"


@pytest.mark.parametrize(
    ("language", "header", "answers", "benefit"),
    [
        (
            "id",
            ("Program", "Jawaban", "Kriteria", "Bantuan", "Belum diketahui", "Sumber"),
            ["ya", "belum pasti", "tidak"],
            "Rp1.890.000 per keluarga per tahun",
        ),
        (
            "en",
            ("Programme", "Answer", "Ground", "Benefit", "Not known", "Source"),
            ["yes", "not known", "no"],
            "IDR1,890,000 a family a year",
        ),
    ],
)
def test_the_table_says_what_an_officer_needs(
    language: str, header: tuple[str, ...], answers: list[str], benefit: str
) -> None:
    table = screen(FAMILY, on=DAY, programs=["PKH", "ASPDB", "FAKIR_MISKIN"]).table(language)
    assert table.header == header
    assert [row[1] for row in table.rows] == answers
    pkh, aspdb, destitute = table.rows
    assert pkh[3] == benefit
    assert pkh[5] == "[1], [2]"
    assert aspdb[3] in ("tidak diketahui untuk hari itu", "not known for that day")
    assert (1, 3) in table.unknown
    assert [(at, 1) in table.unknown for at in range(3)] == [said in ("belum pasti", "not known") for said in answers]
    assert aspdb[4]
    assert destitute[2].startswith(("tidak terpenuhi: ", "not met: "))
    assert not destitute[3]
    assert "k-1" in table.caption
    assert any("kompas.com" in note for note in table.notes)


def test_a_screening_without_a_reference_is_of_its_day() -> None:
    assert screen(Household(poor=True), on=DAY, programs=["PKH"]).table("en").caption.endswith("(1 June 2018)")


def test_many_components_are_said_as_the_least_and_the_most() -> None:
    family = Household(members=[ELDER, MOTHER], very_poor=True)
    row = screen(family, on="2019-06-01", programs=["PKH"]).table("en").rows[0]
    assert row[3] == "IDR550,000 a family a year; IDR900,000 – IDR2,400,000 a person a year, by component (7)"


def test_nothing_personal_is_shown_or_kept() -> None:
    found = screen(FAMILY, on=DAY)
    for said in (str(found), repr(found), found.explain("en"), found._repr_html_(), str(found.to_dict())):
        assert "Siti" not in said
        assert "1990-05-01" not in said
    assert found.household == FAMILY.without_identity(DAY)


def test_it_explains_each_answer_and_prints_as_its_table() -> None:
    found = screen(FAMILY, on=DAY)
    for language in ("id", "en"):
        for answer in found.answers:
            assert answer.explain(language) in found.explain(language)
    assert "Not received together" in found.explain("en")
    assert "TNP2K" in found.explain("en")
    assert str(found) == found.table("id").plain()
    assert found._repr_html_() == found.table("id").html()
    assert repr(screen(FAMILY, on=DAY, programs=["PKH", "BPNT"])) == "Screening(PKH: True, without_rule=1)"
    alone = screen(FAMILY, on=DAY, programs=["PKH"])
    assert alone.explain("en") == alone[Program.PKH].explain("en")


def test_its_records_are_read_and_checked() -> None:
    found = screen(FAMILY, on=DAY)
    plain = found.to_dict()
    assert tuple(read_eligibility(record) for record in plain["answers"]) == found.answers
    assert plain["without_rule"] == [program.code for program in found.without_rule]


# --- what excludes what ---------------------------------------------------------------------------------------------


def excluding(code: str, during: str | None) -> Program:
    clause = MemberClause(code="elder", text=Text("lansia", "elder"), ages=(60, 120), citation=SOURCE)
    bar = Exclusion(program="PKH", text=Text("bukan PKH", "not PKH"), during=during, citation=SOURCE)
    return Program(code, Text(code.title(), code.title()), grounds=[clause], excludes=[bar])


@pytest.mark.parametrize(
    ("during", "family", "found"),
    [
        ("2018", FAMILY, 1),
        (None, FAMILY, 1),
        ("2019", FAMILY, 0),
        ("2018", Household(members=[ELDER, MOTHER]), 0),  # very poor or not is not known: no yes, no conflict
        ("2018", Household(members=[MOTHER, Beneficiary(age=40)], very_poor=True), 0),
    ],
)
def test_only_two_answers_that_are_yes_on_that_day_conflict(during: str | None, family: Household, found: int) -> None:
    screened = screen(family, on=DAY, programs=["PKH", excluding("OWN", during)])
    assert len(screened.conflicts) == found == len(conflicts(screened.values()))
    assert (screened["PKH"].eligible, screened["OWN"].eligible) == tuple(
        eligibility(program, family, on=DAY).eligible for program in ("PKH", excluding("OWN", during))
    )


def test_a_conflict_says_both_programmes_and_its_source() -> None:
    (conflict,) = screen(FAMILY, on=DAY, programs=["PKH", excluding("OWN", None)]).conflicts
    assert conflict.say("id") == "Own – Program Keluarga Harapan (PKH): bukan PKH"
    assert conflict.exclusion.citation == SOURCE
    assert Conflict.from_json(conflict.to_json()) == conflict


def test_what_is_no_answer_has_no_conflicts() -> None:
    with pytest.raises(InvalidValueError):
        conflicts(["PKH"])  # type: ignore[list-item]
    with pytest.raises(InvalidValueError):
        Conflict(program="PKH", other="BPNT", exclusion=Program.BST.excludes[0])  # type: ignore[arg-type]
    name = ProgramName(code="PKH", name=Text("PKH", "PKH"))
    with pytest.raises(InvalidValueError):
        Conflict(program=name, other=name, exclusion=None)  # type: ignore[arg-type]


def test_those_on_one_register_are_told_from_when_a_source_says_so() -> None:
    family = Household(members=[Beneficiary(age=9), ELDER], very_poor=True)
    on_one = screen(family, on="2024-08-01", programs=[GRANDPARENTS, "PKH", "ASLUT"])
    assert on_one.registers == {"DTKS": (GRANDPARENTS, Program.PKH)}
    assert any("DTKS" in note for note in on_one.table("en").notes)
    assert screen(family, on="2020-12-31", programs=[GRANDPARENTS, "PKH"]).registers == {}
    assert screen(Household(poor=False), on="2024-08-01").registers == {}
    undated = [Program("OWN", Text("a", "b"), grounds=excluding("OWN", None).grounds, registers=[_undated()])]
    alone = screen(family, on="1999-01-01", programs=undated)
    assert list(alone.registers) == ["DTKS"]
    assert not any("DTKS" in note for note in alone.table("en").notes)


def _undated() -> Any:
    from kesos.programs import Register

    return Register(code="DTKS", name=Text("a", "b"), citation=SOURCE)


# --- a programme of another shape -----------------------------------------------------------------------------------


CHILD = Beneficiary(age=9)
SOMEBODY = Beneficiary(sex="female")


@pytest.mark.parametrize(
    ("members", "complete", "expected"),
    [
        ([ELDER, CHILD], True, True),
        ([ELDER, CHILD, Beneficiary(age=31)], True, False),
        ([ELDER, CHILD], False, None),  # a parent may live there whom nobody wrote down
        ([ELDER, CHILD, SOMEBODY], True, None),
        ([Beneficiary(age=59), CHILD], True, False),
        ([Beneficiary(age=60), CHILD], True, True),
        ([ELDER, Beneficiary(age=19)], True, False),
        ([ELDER, Beneficiary(age=6)], True, False),
        ([CHILD], True, False),
        ([CHILD], False, None),
    ],
)
def test_a_grandparent_a_child_and_no_parent_make_a_family(
    members: list[Beneficiary], complete: bool, expected: bool | None
) -> None:
    family = Household(members=members, members_complete=complete, poor=True)
    answer = eligibility(GRANDPARENTS, family, on="2024-08-01")
    assert answer.eligible is expected
    assert bool(answer.missing) == (expected is None)
    assert read_eligibility(answer.to_json(), rules=[GRANDPARENTS]) == answer


def test_what_is_missing_of_nobody_is_the_age_of_whom_it_could_be() -> None:
    answer = eligibility(GRANDPARENTS, Household(members=[ELDER, CHILD, SOMEBODY], poor=True), on="2024-08-01")
    assert answer.missing == ("members[2].birth_date",)


def test_against_a_parent_who_lives_there_stands_the_clause() -> None:
    family = Household(members=[ELDER, CHILD, Beneficiary(age=31)], poor=True)
    (against,) = eligibility(GRANDPARENTS, family, on="2024-08-01").against
    assert (against.code, against.required, against.needs) == ("no_parent", True, ())
    assert "tidak ada orang tua" in against.say("id")
    assert "no parent" in against.say("en")


def test_that_nobody_is_there_may_be_a_ground_of_its_own() -> None:
    clause = NobodyClause(code="no_adult", text=Text("tanpa dewasa", "no adult"), ages=(19, 120), citation=SOURCE)
    own = Program("OWN", Text("a", "b"), grounds=[clause])
    alone = eligibility(own, Household(members=[CHILD]), on=DAY)
    assert [(ground.code, ground.member) for ground in alone.grounds] == [("no_adult", None)]
    assert eligibility(own, Household(members=[CHILD, ELDER]), on=DAY).eligible is False
    read = loads_program(dumps_program(own))
    assert read.grounds == own.grounds
    assert type(read.grounds[0]) is NobodyClause
    assert Clause.from_dict(clause.to_dict()) == clause


def test_the_file_says_that_it_is_made_up() -> None:
    assert GRANDPARENTS.source is not None
    assert GRANDPARENTS.source.known == "hypothetical"
    again = loads_program(dumps_program(GRANDPARENTS))
    assert (again.requires, again.benefits, again.registers) == (
        GRANDPARENTS.requires,
        GRANDPARENTS.benefits,
        GRANDPARENTS.registers,
    )


def test_a_screening_is_made_by_hand_too() -> None:
    answer = eligibility("PKH", FAMILY, on=DAY)
    made = Screening(answer.household, answer.on, (answer,))
    assert made == screen(FAMILY, on=DAY, programs=["PKH"])


@pytest.mark.parametrize("field", ["household", "on", "answers", "without_rule"])
def test_a_screening_of_something_else_is_refused_by_its_field(field: str) -> None:
    made: dict[str, Any] = {"household": FAMILY, "on": DAY, "answers": (), "without_rule": (), field: 5}
    with pytest.raises(InvalidValueError) as caught:
        Screening(**made)
    assert caught.value.field == field
