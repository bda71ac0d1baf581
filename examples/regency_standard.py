"""A regency's own regulation (made up): read, answered, explained, tried, and set beside the ministry's."""

from __future__ import annotations

from pathlib import Path

from kesos import PEDUM_2003, DisasterEvent, Locality, entitle
from kesos.standards import applicable, compare_standards, load_standard
from kesos.testing import check_standard

PERBUP = load_standard(Path(__file__).parent / "standards" / "perbup_contoh_2020.toml")


def main() -> None:
    """Prints what the regulation gives, and how it differs."""
    event = DisasterEvent(
        hazard="flood",
        place="Kecamatan Contoh",
        period="2020-04-02",
        localities=[
            Locality(place="Desa Satu", families=2, people=8),
            Locality(place="Desa Dua", families=9, people=31),
        ],
    )
    answer = entitle(event, PERBUP, days=10, recipients={"blanket": 5})
    print(answer.explain("id"))
    print()

    # Eight people have one toilet, thirty-one have two: three, where the 39 together would have two.
    assert answer["toilet"].amount == 3

    lahar = DisasterEvent(
        hazard=PERBUP.hazard("lahar"), place="Desa Lereng", period="2021-01-05", families=3, people=12
    )
    assert applicable(lahar, [PEDUM_2003, PERBUP]) is PERBUP
    print(entitle(lahar, PERBUP, days="minimum"))
    print()

    print(compare_standards(PEDUM_2003, PERBUP))
    check_standard(PERBUP)


if __name__ == "__main__":
    main()
