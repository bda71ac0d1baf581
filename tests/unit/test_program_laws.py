"""The kit for programmes: every programme keeps its laws, and for each law a planted fault is caught."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

from kesos.errors import BrokenLawsError, InvalidValueError
from kesos.people import Household
from kesos.programs import (
    PROGRAMS,
    AllOf,
    Asks,
    Eligibility,
    HouseholdClause,
    MemberClause,
    Program,
    eligibility,
    load_program,
)
from kesos.testing import check_program
from kesos.testing._program_laws import PROGRAM_LAWS
from kesos.values import Citation, Text, Truth

SOURCE = Citation(regulation="Perbup Contoh 1/2099", locator="Pasal 2", known="hypothetical")
BOTH = Text("a", "b")


def own(*grounds: Any, requires: Any = ()) -> Program:
    return Program("OWN", BOTH, requires=requires, grounds=grounds)


def member(code: str, **asks: Any) -> MemberClause:
    return MemberClause(code=code, text=BOTH, citation=SOURCE, **asks)


POOR = HouseholdClause(code="poor", text=BOTH, citation=SOURCE, test=Asks(field="poor", is_=True))
PUPIL = member("pupil", ages=(6, 12), test=Asks(field="schooling", is_="primary"))
SOUND = own(PUPIL, requires=[POOR])


@pytest.mark.parametrize("program", PROGRAMS, ids=str)
def test_every_programme_keeps_the_laws(program: Program) -> None:
    check_program(program, examples=10)


def test_clauses_of_every_kind_keep_the_laws() -> None:
    check_program(
        own(
            PUPIL,
            member("mother", test=AllOf(all=[Asks(field="pregnant", is_=True), Asks(field="disability", is_=True)])),
            member("no_mother", ages=(12, 70), test=Asks(field="breastfeeding", is_=False)),
            member("child", test=Asks(field="categories", is_=["ANAK_TELANTAR", "ANAK_JALANAN"])),
            member("woman", ages=(80, 80), test=Asks(field="sex", is_="female")),
            requires=[POOR],
        ),
        examples=40,
    )


def test_what_contradicts_itself_is_not_drawn() -> None:
    very_poor = HouseholdClause(code="very_poor", text=BOTH, citation=SOURCE, test=Asks(field="very_poor", is_=True))
    rich = HouseholdClause(code="rich", text=BOTH, citation=SOURCE, test=Asks(field="poor", is_=False))
    check_program(own(very_poor, rich), examples=40)


def changed(**changes: Callable[[Eligibility], Any]) -> Callable[..., Eligibility]:
    """Answers in which some fields say something else."""

    def answer(program: Program, household: Household, **given: Any) -> Eligibility:
        found = eligibility(program, household, **given)
        return attrs.evolve(found, **{field: change(found) for field, change in changes.items()})

    return answer


def of_another(program: Program) -> Callable[..., Eligibility]:
    """Answers by the clauses of another programme."""
    return lambda _, household, **given: eligibility(program, household, **given)


YOUNGER = own(attrs.evolve(PUPIL, ages=(5, 12)), requires=[POOR])
PLANTED: dict[str, tuple[Program, Callable[..., Eligibility]]] = {
    "knowing_more_turns_no_answer": (SOUND, changed(eligible=lambda found: bool(found.eligible))),
    "missing_names_what_could_settle_it": (SOUND, changed(missing=lambda found: found.missing[1:])),
    "an_answer_has_its_reasons": (SOUND, changed(grounds=lambda _: (), against=lambda _: ())),
    "answers_can_be_verified": (SOUND, changed(conditions=lambda _: Program.PKH.conditions)),
    "each_clause_can_matter": (own(member("child", ages=(0, 17)), member("toddler", ages=(0, 2))), eligibility),
    "ages_hold_to_their_edges": (SOUND, of_another(YOUNGER)),
    "the_file_says_the_same": (own(member("any", ages=(0, 2), test=lambda member, on: Truth(True))), eligibility),
}


def test_for_each_law_there_is_a_fault() -> None:
    assert set(PLANTED) == {law.__name__ for law in PROGRAM_LAWS}


@pytest.mark.parametrize("law", PLANTED)
def test_a_planted_fault_is_caught_by_its_law(law: str) -> None:
    program, eligible = PLANTED[law]
    with pytest.raises(BrokenLawsError) as caught:
        check_program(program, eligible=eligible)
    found = {fault.field.partition(".")[0]: fault for fault in caught.value.faults if fault.field}
    assert law in found
    assert found[law].value == "Pasal 2"
    assert "failed" not in {fault.code for fault in caught.value.faults}


def test_a_record_that_cannot_be_read_breaks_its_law() -> None:
    nobody = changed(program=lambda _: Program.BPNT)
    with pytest.raises(BrokenLawsError, match="answers_can_be_verified"):
        check_program(SOUND, eligible=nobody)


def test_only_a_programme_is_tried() -> None:
    with pytest.raises(InvalidValueError):
        check_program("PKH")  # type: ignore[arg-type]


GRANDPARENTS = load_program(Path(__file__).parents[2] / "examples" / "programs" / "kakek_nenek_contoh.toml")


def test_a_rule_about_several_people_keeps_every_law() -> None:
    check_program(GRANDPARENTS)


def test_a_rule_that_forgets_that_nobody_may_be_there_is_caught() -> None:
    """A clause about nobody that is read as one about somebody: a parent has to live there."""
    kept = tuple(clause for clause in GRANDPARENTS.requires if clause.code != "no_parent")

    def forgetful(program: Program, household: Household, *, on: Any) -> Eligibility:
        answer = eligibility(attrs.evolve(program, requires=kept), household, on=on)
        whole = eligibility(program, household, on=on)
        return attrs.evolve(whole, eligible=answer.eligible, missing=answer.missing)

    with pytest.raises(BrokenLawsError):
        check_program(GRANDPARENTS, eligible=forgetful)
