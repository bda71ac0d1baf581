"""Perka BNPB 7/2008 as far as public pages quote it, beside Pedum 03/BJ-SBSKBA/2003, clause by clause."""

from __future__ import annotations

from pathlib import Path

from kesos import PEDUM_2003, Decision, DisasterEvent, entitle
from kesos.standards import compare_standards, load_standard

PERKA_BNPB_7_2008 = load_standard(Path(__file__).parent / "standards" / "perka_bnpb_7_2008.toml")


def main() -> None:
    """Prints a week's needs of 215 families by the one, and both standards clause by clause."""
    event = DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", families=215, people=860)
    decision = Decision(by="Kepala Pelaksana BPBD Contoh (karangan)", number="1/2017", date="2017-02-26")
    print(entitle(event, PERKA_BNPB_7_2008, days=7, decision=decision).explain("id"))
    print()
    print(compare_standards(PEDUM_2003, PERKA_BNPB_7_2008))


if __name__ == "__main__":
    main()
