"""Perka BNPB 7/2008 as far as public pages quote it, beside Pedum 03/BJ-SBSKBA/2003, clause by clause."""

from __future__ import annotations

from kesos import PEDUM_2003, DisasterEvent, Quantity, entitle
from kesos.standards import PERKA_BNPB_7_2008, compare_standards


def main() -> None:
    """Prints a week's needs of 215 families by the one, and both standards clause by clause."""
    event = DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", families=215, people=860)
    needs = entitle(event, PERKA_BNPB_7_2008, days=7)  # the pages seen give no number of days: the caller does
    print(needs.explain("id"))
    print()

    # Seven litres a day for three days, fifteen after. How many sleep in a shelter nobody said: not known, not none.
    assert needs["clean_water"] == Quantity(860 * (3 * 7 + 4 * 15), "l")
    assert [line.code for line in needs.unknown] == ["shelter_area"]
    print(compare_standards(PEDUM_2003, PERKA_BNPB_7_2008))


if __name__ == "__main__":
    main()
