"""A made-up regency's standard as a package of its own; kesos finds it through its entry point."""

from __future__ import annotations

from kesos import PEDUM_2003, AidStandard, Quantity


def perbup_contoh_2021() -> AidStandard:
    """Pedum 03/BJ-SBSKBA/2003 with another rate for side dishes, in the regency's own name."""
    return PEDUM_2003.evolve(
        code="perbup-contoh-2021",
        source="Perbup Contoh 2/2021 (karangan)",
        rates={"side_dishes": Quantity(9_000, "IDR")},
    )
