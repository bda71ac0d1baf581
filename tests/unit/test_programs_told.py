"""What the refusal of a programme tells, and how an answer is laid out: titles, grounds, sources, what is missing."""

from __future__ import annotations

from collections.abc import Callable
from importlib import metadata
from typing import Any

import attrs
import pytest

from kesos import errors, programs
from kesos.errors import KesosError
from kesos.people import Beneficiary, Household
from kesos.programs import (
    AllOf,
    AnyOf,
    Asks,
    Benefit,
    Condition,
    Exclusion,
    HouseholdClause,
    LaterName,
    MemberClause,
    NobodyClause,
    Program,
    ProgramRule,
    Rate,
    Register,
    benefit_owed,
    eligibility,
    loads_program,
    read_eligibility,
    screen,
)
from kesos.programs._asks import FACTS, check_asked
from kesos.programs._clauses import Clause
from kesos.programs._owed import paid, whole, window
from kesos.values import Citation, Period, Quantity, Reading, Text
from kesos.words import REDACTED

SOURCE = Citation(regulation="Perbup Contoh 1/2099", known="hypothetical")
OTHER = Citation(regulation="Perbup Contoh 2/2099", known="hypothetical")
NAME = Text("nama", "name")
POOR = Asks(field="poor", is_=True)
ON = "2017-06-01"


def told(call: Callable[[], object]) -> tuple[str, str | None, object, dict[str, object]]:
    with pytest.raises(KesosError) as caught:
        call()
    error = caught.value
    return error.args[0], error.field, error.value, error.parameters


def household_clause(code: str = "poor", **given: Any) -> HouseholdClause:
    text = Text(f"syarat {code}", f"term {code}")
    return HouseholdClause(**{"code": code, "text": text, "citation": SOURCE, "test": POOR} | given)


def member_clause(code: str = "child", **given: Any) -> MemberClause:
    text = Text(f"alasan {code}", f"ground {code}")
    return MemberClause(**{"code": code, "text": text, "citation": OTHER, "ages": (0, 5)} | given)


def program(code: str = "CONTOH", **given: Any) -> Program:
    return Program(code, Text("Contoh", "Example"), **given)


def benefit(**given: Any) -> Benefit:
    rates = [Rate(date={"from": "2018-01", "to": "2018-12"}, amount=100)]
    values = {"code": "cash", "name": NAME, "per": "family", "every": "month", "unit": "IDR", "rates": rates}
    return Benefit(**{**values, "citation": SOURCE, **given})


# --- what a clause asks ----------------------------------------------------------------------------------------------


def test_a_question_asks_for_something() -> None:
    assert told(lambda: Asks(field="poor", is_=())) == ("missing", "is", (), {})
    assert told(lambda: AllOf(all=())) == ("missing", "all", (), {})
    assert told(lambda: AnyOf(any=())) == ("missing", "any", (), {})


def test_a_value_that_a_field_cannot_have_is_told_with_the_one_that_was_meant() -> None:
    with pytest.raises(errors.InvalidValueError) as caught:
        check_asked(Asks(field="setting", is_="urbn"), "household")
    error = caught.value
    assert (error.args[0], error.field, error.value) == ("not_a_choice", "is", "urbn")
    assert error.hint.parameters["nearest"] == "urban"  # type: ignore[union-attr]
    settings: Any = FACTS["household"]["setting"]
    everything = told(lambda: check_asked(Asks(field="setting", is_=settings), "household"))
    assert everything == ("asks_all", "is", tuple(settings), {"asked": "setting"})
    within = told(lambda: check_asked(AnyOf(any=[POOR, AllOf(all=[Asks(field="poor", is_="x")])]), "household"))
    assert within[:3] == ("not_a_choice", "any[1].all[0].is", "x")


def test_what_would_have_to_be_so_together_is_told_apart_from_what_is_enough_alone() -> None:
    both = AllOf(all=[POOR, Asks(field="setting", is_="urban")])
    truth = both(Household(poor=False, setting="rural"), Period.of(ON).start)
    assert [(need.field, need.beside) for need in truth.needs] == [("poor", True), ("setting", True)]
    either = AnyOf(any=[POOR, Asks(field="setting", is_="urban")])
    truth = either(Household(poor=False, setting="rural"), Period.of(ON).start)
    assert [(need.field, need.beside) for need in truth.needs] == [("poor", False), ("setting", False)]


@pytest.mark.parametrize("ages", [(5, 4), (-1, 4), (0, 1000), (1,), "x"])
def test_ages_run_from_the_youngest_to_the_oldest_that_people_get(ages: Any) -> None:
    key, field, value, parameters = told(lambda: member_clause(ages=ages))
    assert (key, field, value) == ("bad_ages", "ages", ages)
    assert parameters["most"] == 150


FILE = """
format = 1
code = "SUSU_CONTOH"
name = { id = "Susu Contoh", en = "Made-up milk" }

[source]
regulation = "Perbup Contoh 1/2099"
known = "hypothetical"

[[grounds]]
code = "toddler"
text = { id = "anak batita", en = "a toddler" }
citation = { locator = "Pasal 2" }
"""


@pytest.mark.parametrize(
    ("asks", "key", "field", "value"),
    [
        ('of = "member"', "asks_nothing", "grounds[toddler]", "toddler"),
        (
            'of = "household"\nfield = "poor"\nis = true\nages = { from = 0, to = 2 }',
            "ages_of_a_household",
            "grounds[toddler].ages",
            "toddler",
        ),
        (
            'of = "household"\nany = [{ field = "poor", is = true }]\nbecause = { id = "x", en = "x" }',
            "because_of_several",
            "grounds[toddler].because",
            "toddler",
        ),
        ('of = "household"\nfield = "poor"', "missing", "grounds[toddler].is", None),
        ('of = "household"\nis = true', "missing", "grounds[toddler].field", None),
    ],
)
def test_a_clause_of_a_file_that_asks_wrongly_is_told_by_its_code(asks: str, key: str, field: str, value: Any) -> None:
    with pytest.raises(errors.ProgramFileError) as caught:
        loads_program(FILE + asks)
    [fault] = caught.value.faults
    assert (fault.args[0], fault.field, fault.value) == (key, field, value)
    assert fault.parameters == ({"clause": "toddler"} if key == "asks_nothing" else {})


def test_a_function_is_held_by_no_file() -> None:
    clause = household_clause(test=lambda _household, _on: None)
    assert told(clause.__plain__) == ("function_in_a_file", "test", "poor", {"clause": "poor"})
    assert told(lambda: NobodyClause.from_dict(member_clause().to_dict()))[1] == "of"
    assert isinstance(Clause.from_dict(member_clause().to_dict()), MemberClause)


# --- what a programme holds ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["contoh", "1A", "", 5, "A" * 65])
def test_the_code_of_a_programme_is_told_with_the_longest(code: Any) -> None:
    key, field, value, parameters = told(lambda: program(code))
    assert (key, field, value) == ("not_a_code", "code", code)
    assert isinstance(parameters["longest"], int)
    longest = "A" * parameters["longest"]
    assert program(longest).code == longest
    assert told(lambda: program(longest + "A"))[0] == "not_a_code"


def test_a_rule_has_grounds_and_each_clause_once() -> None:
    clause = household_clause()
    assert told(lambda: program(requires=[clause])) == ("bad_rule", "grounds", ("poor",), {})
    twice = told(lambda: program(requires=[clause], grounds=[clause]))
    assert twice == ("bad_rule", "grounds", ("poor", "poor"), {})
    rule = told(lambda: ProgramRule(program=program(), requires=[clause], grounds=[clause]))  # type: ignore[call-arg]
    assert rule == ("bad_rule", "grounds", ("poor", "poor"), {})


def test_nothing_is_said_twice_of_a_programme() -> None:
    condition = Condition(code="school", text=NAME, citation=SOURCE)
    bar = Exclusion(program="PKH", text=NAME, citation=SOURCE)
    for field, value, given in (
        ("benefits", "cash", {"benefits": [benefit(), benefit()]}),
        ("conditions", "school", {"conditions": [condition, condition]}),
        ("excludes", "PKH", {"excludes": [bar, bar]}),
    ):
        assert told(lambda given=given: program(**given)) == ("duplicate.clause", field, value, {})  # type: ignore[misc]
    itself = told(lambda: program("PKH", excludes=[bar]))
    assert itself == ("excludes_itself", "excludes", "PKH", {})


def test_each_part_of_a_programme_is_what_it_should_be() -> None:
    for make, field, value in (
        (lambda: LaterName(words=(), citation=SOURCE), "words", ()),
        (lambda: LaterName(words=(" ",), citation=SOURCE), "words", " "),
        (lambda: LaterName(words=("x",), citation=3), "citation", 3),  # type: ignore[arg-type]
        (lambda: LaterName(words=("x",), since=3, citation=SOURCE), "since", 3),  # type: ignore[arg-type]
        (lambda: Exclusion(program="PKH", text=3, citation=SOURCE), "text", 3),  # type: ignore[arg-type]
        (lambda: Exclusion(program="PKH", text=NAME, citation=3), "citation", 3),  # type: ignore[arg-type]
        (lambda: Exclusion(program="PKH", text=NAME, during=3, citation=SOURCE), "during", 3),  # type: ignore[arg-type]
        (lambda: Register(code="DTKS", name=NAME, since=3, citation=SOURCE), "since", 3),  # type: ignore[arg-type]
    ):
        assert told(make)[1:3] == (field, value)
    assert told(lambda: LaterName(words=(), citation=SOURCE))[0] == "missing"


def test_programmes_compare_by_their_code_and_all_but_the_name_is_given_by_name() -> None:
    for field in attrs.fields(Program):
        assert field.eq is (field.name == "code")
        assert field.kw_only is (field.name not in ("code", "name"))
    assert program() == Program("CONTOH", NAME, words=("x",), benefits=[benefit()], unit="person")


@pytest.mark.parametrize(
    "field",
    [
        *("words", "channels", "may_buy", "conditions", "readings", "citations", "later", "benefits", "excludes"),
        *("registers", "requires", "grounds"),
    ],
)
def test_what_is_several_is_refused_where_it_is_one(field: str) -> None:
    assert told(lambda: program(**{field: 3}))[1:3] == (field, 3)


def test_a_programme_is_found_by_its_code_with_blanks_its_names_and_its_words() -> None:
    for written in ("kube urban", "KUBE  Urban", "kube_urban", Program.KUBE_URBAN.name.id, Program.KUBE_URBAN.name.en):
        assert Program.of(written) is Program.KUBE_URBAN


# --- what it gives ---------------------------------------------------------------------------------------------------


def test_the_rates_of_a_benefit_are_told_by_their_place() -> None:
    year = Rate(date={"from": "2018-01", "to": "2018-12"}, amount=100)
    assert told(lambda: benefit(rates=())) == ("missing", "rates", (), {})
    assert told(lambda: benefit(rates=3))[1:3] == ("rates", 3)
    assert told(lambda: attrs.evolve(year, amount="x"))[1:3] == ("amount", "x")
    assert told(lambda: attrs.evolve(year, amount=-1))[1:3] == ("amount", -1)
    both = told(lambda: benefit(rates=[year, attrs.evolve(year, amount=3)]))
    assert both == ("overlap.rates_of_a_benefit", "rates[1]", "cash", {})
    some = told(lambda: benefit(every="year", rates=[attrs.evolve(year, months=4)]))
    assert some == ("not_used.months", "rates[0].months", 4, {})
    assert told(lambda: Rate(date={"from": 3}, amount=1)) == ("wrong_type.ends", "date", 3, {})
    assert told(lambda: Rate(date={"to": 3}, amount=1)) == ("wrong_type.ends", "date", 3, {})
    whole_year = Period.of("2019")
    none = told(lambda: benefit().rate("2019"))
    assert none == ("no_rate.benefit", "rates", None, {"benefit": NAME, "period": whole_year})


def test_what_a_programme_does_not_give_is_told_with_what_it_does() -> None:
    empty = program()
    assert told(empty.benefit) == ("no_rule.benefit", "program", "CONTOH", {"program": empty.name})
    two = program(benefits=[benefit(), benefit(code="rice")])
    assert told(two.benefit) == ("ambiguous.benefit", "benefit", None, {"known": ("cash", "rice")})
    assert two.benefit("rice").code == "rice"


def test_months_that_are_not_whole_are_told_with_how_often_it_is_given() -> None:
    start, end = Period.of("2018-02-01").start, Period.of("2018-01-31").end
    assert told(lambda: window("2018-02", "2018-01")) == (
        "end_before_start",
        "last",
        "2018-01-31",
        {"start": start, "end": end},
    )
    for first, last, field, value in (
        ("2018-01-02", "2018-03-31", "first", "2018-01-02"),
        ("2018-01-01", "2018-03-30", "last", "2018-03-30"),
    ):
        period = Period.of(f"{first}/{last}")
        refused = told(lambda period=period: whole(period, "month"))  # type: ignore[misc]
        assert refused == ("not_whole_months", field, value, {"every": "month"})
    assert len(whole(Period.of("2018-01-01/2019-12-31"), "month")) == 24
    assert told(lambda: paid(Quantity(1, "IDR"), None, 1)) == ("unknown_value", "families", None, {})


PEOPLE, FAMILIES = Text("Jiwa", "People"), Text("KK", "Families")


def test_to_how_many_is_told_by_what_is_counted() -> None:
    asked = {"first": "2018-01", "last": "2018-02"}
    given = program(benefits=[benefit()])
    people = told(lambda: benefit_owed(given, people=3, families=2, **asked))
    assert people == ("not_used.recipients", "people", 3, {"counted": "families", "by": PEOPLE, "of": FAMILIES})
    assert told(lambda: benefit_owed(given, **asked)) == ("unknown_value", "families", None, {})
    rates = [Rate(date={"from": "2018-01", "to": "2018-12"}, amount=100, months=4)]
    some = program(benefits=[benefit(rates=rates)])
    key, field, value, parameters = told(lambda: benefit_owed(some, families=3, **asked).total)
    assert (key, field, value, parameters) == ("which_months", "months", 4, {"year": "2018"})


# --- answers ---------------------------------------------------------------------------------------------------------

READING = Reading(word="batita", read_as="0–2", reason=Text("karena", "because"))
RULED = program(
    requires=[household_clause()],
    grounds=[
        member_clause(readings=(READING,)),
        member_clause("mother", ages=None, test=Asks(field="pregnant", is_=True)),
    ],
    conditions=[Condition(code="school", text=Text("bersekolah", "go to school"), citation=OTHER)],
)


def explained(household: Household, language: str = "en") -> dict[str, list[str]]:
    """What is said under each title; the first line and the last stand under no title."""
    lines = eligibility(RULED, household, on=ON, rules=[RULED]).explain(language).split("\n")
    parts: dict[str, list[str]] = {"": []}
    title = ""
    for line in lines:
        if line.endswith(":"):
            title = line[:-1]
            parts[title] = []
        else:
            parts[title if line.startswith("- ") else ""].append(line)
    return parts


def test_an_answer_of_yes_is_laid_out_under_its_titles() -> None:
    family = Household(reference="f1", poor=True, members=[Beneficiary(age=3)])
    parts = explained(family)
    assert list(parts) == [
        "",
        "Required",
        "Grounds found",
        "Conditions that follow",
        "How the text is read",
        "Sources",
    ]
    first, closing = parts[""]
    assert first == "Example (f1, 1 June 2017): YES, among those the programme's text describes."
    assert closing.startswith("This says only what the text says;")
    [required] = parts["Required"]
    assert required.startswith("- term poor: ")
    assert required.endswith(" [1]")
    assert parts["Grounds found"] == ["- member 1: ground child (3 years old) [2]"]
    assert parts["Conditions that follow"] == ["- go to school [2]"]
    assert parts["How the text is read"] == [f"- {READING.say('en')}"]
    assert parts["Sources"] == [f"- [1] {SOURCE.say('en')}", f"- [2] {OTHER.say('en')}"]
    indonesian = explained(attrs.evolve(family, reference=None), "id")
    assert list(indonesian) == [
        "",
        "Syarat sasaran",
        "Kriteria yang terpenuhi",
        "Ketentuan yang menyertai",
        "Penafsiran",
        "Sumber",
    ]
    assert indonesian[""][0].startswith("Contoh (1 Juni 2017): ")
    assert indonesian["Syarat sasaran"][0].startswith("- syarat poor: ")
    assert indonesian["Kriteria yang terpenuhi"] == ["- anggota 1: alasan child (berumur 3 tahun) [2]"]


def test_an_answer_that_is_not_known_names_what_is_still_possible_and_what_is_missing() -> None:
    parts = explained(Household(poor=True, members=[Beneficiary(sex="female")]))
    assert parts["Grounds that are still possible"] == ["- ground child [2]", "- ground mother [2]"]
    assert len(parts["Not known"]) == 2
    assert all(line.startswith("- member 1: ") for line in parts["Not known"])
    assert "Grounds found" not in parts
    indonesian = explained(Household(poor=True, members=[Beneficiary(sex="female")]), "id")
    assert {"Kriteria yang masih mungkin terpenuhi", "Belum diketahui"} <= set(indonesian)


def test_an_answer_of_no_names_what_is_not_met() -> None:
    poor = Household(poor=False, members=[Beneficiary(age=3)])
    assert [line.partition(" (")[0] for line in explained(poor)["Not met"]] == ["- term poor"]
    assert "Yang tidak terpenuhi" in explained(poor, "id")
    assert "Conditions that follow" not in explained(poor)
    nobody = explained(Household(poor=True, members=[Beneficiary(age=40, sex="male")]))
    assert [line.partition(" (")[0] for line in nobody["Not met"]] == ["- ground child", "- ground mother"]


def test_a_reading_of_somebodys_age_is_told_also_of_nobody() -> None:
    adult = NobodyClause(code="no_child", text=NAME, citation=SOURCE, ages=(0, 5))
    rule = program("LAIN", grounds=[adult])
    pupil = Beneficiary(schooling="primary")
    answer = eligibility(rule, Household(members=[pupil]), on=ON, rules=[rule])
    child = program("ANAK", grounds=[member_clause()])
    other = eligibility(child, Household(members=[pupil]), on=ON, rules=[child])
    assert answer.readings == other.readings


def test_an_age_that_is_only_known_from_the_school_is_told_with_how_that_was_read() -> None:
    pupil = Beneficiary(schooling="primary")
    truth = member_clause(ages=(0, 8)).holds_for(pupil, Period.of(ON).start)
    assert (truth.holds, truth.missing) == (None, ("birth_date",))
    assert truth.readings == pupil.age_limits != ()


def test_an_age_without_an_end_is_said_as_one() -> None:
    old = program("TUA", grounds=[member_clause("old", ages=(60, 150))])
    [against] = eligibility(old, Household(members=[Beneficiary(age=40)]), on=ON, rules=[old]).against
    assert against.in_words == Text("alasan old (umur 60 tahun ke atas)", "ground old (age 60 and above)")


def test_a_ground_shows_the_first_of_its_readings() -> None:
    other = attrs.evolve(READING, word="balita")
    rule = program("ANAK", grounds=[member_clause(readings=(READING, other))])
    [ground] = eligibility(rule, Household(members=[Beneficiary(age=3)]), on=ON, rules=[rule]).grounds
    assert ground.reading == READING


def test_what_is_asked_of_no_household_is_told_without_repeating_it() -> None:
    for call in (
        lambda: eligibility("PKH", "Siti", on=ON),  # type: ignore[arg-type]
        lambda: programs.Screening("Siti", Period.of(ON).start, ()),  # type: ignore[arg-type]
    ):
        assert told(call) == ("wrong_type.household", "household", REDACTED, {"found": "str"})
    two = told(lambda: eligibility(RULED, Household(), on=ON, rules=[RULED, RULED]))
    assert two == ("conflicting_rules", "rules", "CONTOH", {"program": "CONTOH"})
    key, field, value, parameters = told(lambda: eligibility("RASTRA", Household(), on=ON, rules=[RULED]))
    assert (key, field, value) == ("no_rule.program", "program", "RASTRA")
    assert parameters["program"] == Program.RASTRA.name
    known: Any = parameters["known"]
    assert known[-1] == "CONTOH"
    assert "PKH" in known
    assert "RASTRA" not in known


def test_a_record_without_its_inputs_is_damaged() -> None:
    record = eligibility("PKH", Household(very_poor=True), on=ON).record()
    with pytest.raises(errors.VerificationError) as caught:
        read_eligibility({**record, "inputs": 3})
    [fault] = caught.value.faults
    assert (fault.args[0], fault.field, fault.value) == ("damaged.eligibility", "inputs", 3)


def test_each_field_of_a_rule_and_of_what_it_gives_is_refused_by_its_name() -> None:
    year = Rate(date={"from": "2018-01", "to": "2018-12"}, amount=100)
    clause, family, day = household_clause(), Household(poor=True), Period.of(ON).start
    makes: dict[str, Callable[[], object]] = {
        "months": lambda: attrs.evolve(year, months="x"),
        "readings": lambda: attrs.evolve(year, readings=3),
        "unit": lambda: benefit(unit="x"),
        "words": lambda: LaterName(words=3, citation=SOURCE),  # type: ignore[arg-type]
        "grounds": lambda: ProgramRule(program=program(), grounds=3),  # type: ignore[arg-type]
        "on": lambda: programs.Screening(family, "x", ()),  # type: ignore[arg-type]
        "answers": lambda: programs.Screening(family, day, 3),  # type: ignore[arg-type]
        "without_rule": lambda: programs.Screening(family, day, (), 3),  # type: ignore[arg-type]
        "program": lambda: Program.of("zzz"),
    }
    for field, make in makes.items():
        assert told(make)[1] == field
    assert told(lambda: benefit(readings=3))[1] == "readings"
    assert told(lambda: attrs.evolve(clause, readings=3))[1] == "readings"
    assert told(lambda: attrs.evolve(clause, test=3)) == ("wrong_type.test", "test", 3, {})
    assert POOR.asked == (POOR,)
    assert AnyOf(any=[POOR, AllOf(all=[POOR])]).asked == (POOR, POOR)


def test_what_is_formatted_is_said_in_the_language_that_is_named() -> None:
    answer = eligibility(RULED, Household(poor=True), on=ON, rules=[RULED])
    owed = benefit_owed(program(benefits=[benefit()]), families=3, first="2018-01", last="2018-02")
    assert owed.explain() == owed.explain("id") != owed.explain("en")
    for shown in (answer, owed):
        assert f"{shown:en}" == shown.explain("en")
    assert f"{RULED:en}" == "Example"


# --- several programmes ----------------------------------------------------------------------------------------------


def test_several_programmes_are_laid_out_side_by_side() -> None:
    barred = program(
        "LAIN",
        grounds=[household_clause(), household_clause("rural", test=Asks(field="setting", is_="rural"))],
        excludes=[Exclusion(program="CONTOH", text=Text("tidak bersama", "not together"), citation=SOURCE)],
        registers=[Register(code="DTKS", name=NAME, since=Period.of("2017-06-01"), citation=SOURCE)],
    )
    family = Household(reference="f1", poor=True, setting="rural", members=[Beneficiary(age=3)])
    found = screen(family, on=ON, programs=[RULED, barred], rules=[RULED, barred])
    table = found.table("en")
    assert table.caption.endswith(" (f1, 1 June 2017)")
    assert table.rows[1][2] == "term poor; term rural"
    assert found.registers == {"DTKS": (barred,)}
    [conflict] = found.conflicts
    [note] = [note for note in table.notes if conflict.say("en") in note]
    assert note == f"Not received together, as a source says: {conflict.say('en')} [1]."
    earlier = screen(family, on="2017-05-31", programs=[barred], rules=[barred])
    assert earlier.registers == {}
    assert told(lambda: found.table("jv"))[:3] == ("unknown_language", "language", "jv")
    assert found.explain() == found.explain("id") != found.explain("en")
    assert found.table() == found.table("id") != table
    assert found[RULED].explain() == found[RULED].explain("id")
    none = screen(attrs.evolve(family, poor=False, setting="urban"), on=ON, programs=[barred], rules=[barred])
    [row] = none.table("en").rows
    assert row[2] == f"not met: {'; '.join(one.say('en') for one in none[barred].against)}"
    unknown = screen(Household(), on=ON, programs=[barred], rules=[barred]).table("en").rows[0]
    missing = screen(Household(), on=ON, programs=[barred], rules=[barred])[barred].say_missing("en")
    assert len(missing) == 2
    assert unknown[4] == "; ".join(missing)
    assert found != 3
    assert (found == 3) is False
    assert found.__eq__(3) is NotImplemented
    with pytest.raises(errors.UnknownItemError) as caught:
        found["CONTO"]
    error = caught.value
    assert (error.args[0], error.field, error.value) == ("unknown_program", "program", "CONTO")
    assert error.hint.parameters["nearest"] == "CONTOH"  # type: ignore[union-attr]


def test_what_concerns_several_programmes_is_said_under_the_table_and_after_the_answers() -> None:
    register = Register(code="DTKS", name=NAME, citation=SOURCE)
    one = program("SATU", grounds=[household_clause()], registers=[register])
    two = program("DUA", grounds=[household_clause()], registers=[register])
    bare, none = program("LAIN"), program("SEPI")
    family = Household(poor=True)
    found = screen(family, on=ON, programs=[one, two, bare, none], rules=[one, two])
    notes = found.table("en").notes
    assert notes[:2] == (
        "On one register, as sources say, DTKS: Example; Example.",
        "The sources give no rule for: Example; Example.",
    )
    assert notes[2] == f"[1] {SOURCE.say('en')}"
    assert len(notes) == 4
    answers = [answer.explain("en") for answer in found.answers]
    assert found.explain("en") == "\n\n".join([*answers, "\n".join(notes[:2])])
    assert repr(found) == "Screening(SATU: True, DUA: True, without_rule=2)"
    assert found.table("en").caption == "Programmes by their own texts (1 June 2017)"
    assert told(lambda: screen(family, on="x"))[1] == "on"
    assert told(lambda: screen(family, on=ON, rules=3))[1] == "rules"  # type: ignore[arg-type]
    assert told(lambda: screen(family, on=ON, programs=3))[1] == "programs"  # type: ignore[arg-type]


def test_several_benefits_that_are_given_alike_are_shown_as_the_least_and_the_most() -> None:
    def cash(code: str, amount: int) -> Benefit:
        return benefit(code=code, rates=[Rate(date={"from": "2017-01", "to": "2017-12"}, amount=amount)])

    parts = program(grounds=[household_clause()], benefits=[cash("b", 300), cash("a", 100), cash("c", 200)])
    [row] = screen(Household(poor=True), on=ON, programs=[parts], rules=[parts]).table("en").rows
    assert row[3] == "IDR100 – IDR300 a family a month, by component (3)"


def test_what_another_package_offers_is_told_by_its_entry(monkeypatch: pytest.MonkeyPatch) -> None:
    class Entry:
        def __init__(self, name: str, found: object) -> None:
            self.name, self.value, self._found = name, f"somewhere:{name}", found

        def load(self) -> object:
            return self._found

    def offer(*entries: Entry) -> None:
        monkeypatch.setattr(metadata, "entry_points", lambda group: list(entries))

    offer(Entry("three", 3))
    with pytest.raises(errors.ProgramFileError) as caught:
        programs.installed()
    error = caught.value
    assert (error.args[0], error.value, error.parameters["offer"]) == (
        "program_file.offered",
        "somewhere:three",
        "somewhere:three",
    )
    offer(Entry("a", program()), Entry("b", program(what=NAME)))
    with pytest.raises(errors.ProgramFileError) as caught:
        programs.installed()
    error = caught.value
    assert (error.args[0], error.value) == ("program_file.offered_twice", "somewhere:b")
    assert (error.parameters["offer"], error.parameters["program"]) == ("somewhere:b", "CONTOH")


def test_that_a_household_is_not_very_poor_since_it_is_not_poor_is_said() -> None:
    child = Beneficiary(birth_date="2012-06-02")
    follows = eligibility("PKH", Household(members=[child], poor=False), on="2017-06-01")
    said = "not very poor: this follows, since the household is said not to be poor"
    assert f"- {said}" in follows.explain("en").split("\n")
    assert any(note.endswith(said) for note in follows.table("en").notes)
    stated = eligibility("PKH", Household(members=[child], poor=False, very_poor=False), on="2017-06-01")
    assert said not in stated.explain("en")
    assert follows.record()["readings"] == stated.record()["readings"]  # a record of it stays what it was
