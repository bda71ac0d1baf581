"""A hazard that kesos does not know, brought along by a (made-up) regency's standard, with the words people use."""

from __future__ import annotations

from pathlib import Path

from kesos import PEDUM_2003, DisasterEvent, entitle, errors
from kesos.standards import load_standard

PERBUP = load_standard(Path(__file__).parent / "standards" / "perbup_contoh_2020.toml")


def main() -> None:
    """Prints the aid for a lahar flood, and what happens without the standard that knows the word."""
    lahar = PERBUP.hazard("Banjir lahar")
    assert lahar is PERBUP.hazard("lahar dingin") is PERBUP.hazard("lahar_flood")
    event = DisasterEvent(hazard=lahar, place="Desa Lereng", period="2021-01-05", families=3, people=12)
    print(entitle(event, PERBUP, days=4).explain("id"))
    print()

    # Nothing is registered globally: the word belongs to the standard that brings it.
    for attempt in (
        lambda: DisasterEvent(hazard="banjir lahar", place="Desa Lereng", period="2021-01-05"),
        lambda: entitle(event, PEDUM_2003, days=4),
    ):
        try:
            attempt()
        except errors.KesosError as error:
            print(error.message("id"))
        else:
            raise AssertionError("a hazard was mapped to its neighbour")


if __name__ == "__main__":
    main()
