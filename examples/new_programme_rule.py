"""A regency's own programme (made up) with a rule of its own: data for the clauses, nothing registered anywhere."""

from __future__ import annotations

from kesos import Beneficiary, Citation, Household, Program, Reading, Text, eligibility
from kesos.programs import PROGRAM_RULES, MemberClause, ProgramRule

SOURCE = Citation(regulation="Perbup Contoh 1/2099 (karangan)", locator="Pasal 2", known="hypothetical")
SUSU = Program("SUSU_CONTOH", Text("Susu Contoh", "Made-up milk programme"), citations=[SOURCE])
TODDLER = MemberClause(
    code="toddler",
    text=Text("anak batita", "a toddler (batita)"),
    ages=(0, 2),
    citation=SOURCE,
    readings=[
        Reading(
            word="batita",
            read_as="0–2",
            reason=Text("bawah tiga tahun: belum genap tiga tahun", "under three: not yet three years old"),
        )
    ],
)
RULE = ProgramRule(program=SUSU, grounds=[TODDLER])


def main() -> None:
    """Prints what the rule says of three households."""
    households = (
        Household(reference="k1", members=[Beneficiary(birth_date="2097-02-01")]),
        Household(reference="k2", members=[Beneficiary(birth_date="2090-02-01")]),
        Household(reference="k3", members=[Beneficiary(sex="female")]),
    )
    for household in households:
        print(eligibility(SUSU, household, on="2099-01-01", rules=(*PROGRAM_RULES, RULE)).explain("id"))
        print()


if __name__ == "__main__":
    main()
