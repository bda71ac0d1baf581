"""A regency's own programme (made up), whose rule is a file: nothing is registered anywhere, and nothing is coded."""

from __future__ import annotations

from pathlib import Path

from kesos import Beneficiary, Household, eligibility
from kesos.programs import load_program

SUSU = load_program(Path(__file__).parent / "programs" / "susu_contoh.toml")


def main() -> None:
    """Prints what the rule says of three households."""
    households = (
        Household(reference="k1", members=[Beneficiary(birth_date="2097-02-01")], poor=True),
        Household(reference="k2", members=[Beneficiary(birth_date="2090-02-01", sex="male")], poor=True),
        Household(reference="k3", members=[Beneficiary(sex="female")]),
    )
    for household in households:
        print(eligibility(SUSU, household, on="2099-01-01").explain("id"))
        print()


if __name__ == "__main__":
    main()
