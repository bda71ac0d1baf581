"""Two instruments from elsewhere, as public pages quote them: norms of India's SDRF/NDRF and the Sphere Handbook."""

from __future__ import annotations

from pathlib import Path

from kesos import DisasterEvent, Locality, Quantity, Span, entitle
from kesos.standards import load_standard

STANDARDS = Path(__file__).parent / "standards"
INDIA = load_standard(STANDARDS / "india_sdrf_2022_26.toml")
SPHERE = load_standard(STANDARDS / "sphere_2018.toml")


def main() -> None:
    """Prints what each owes for a made-up flood and a made-up camp, and what it has to be told first."""
    print("India:", ", ".join(INDIA.needs()))
    flood = DisasterEvent(
        hazard="flood",
        place="Contoh",
        period="2023-07-10",
        counts={
            "dead": 3,
            "disabled_by_event": [({"percent": 45}, 1), ({"percent": 80}, 2)],
            "hospitalised": {"more than a week": 4, "less than a week": 0},
            "family_house_lost": 5,
            "adult_supported": 10,
        },
    )
    wages = {"mgnrega_state": Quantity("224", "INR"), "mgnrega_mean": Quantity("250.50", "INR")}  # made up
    norms = entitle(flood, INDIA, days=10, indices=wages)
    assert norms["limb_or_eye"] == Quantity(74_000 + 2 * 250_000, "INR")
    assert norms["daily_relief"] == Quantity(10 * 10 * 224, "INR")
    print(norms.explain("en"))
    print()

    print("Sphere:", ", ".join(SPHERE.needs()))
    camps = DisasterEvent(
        hazard="earthquake",
        place="Contoh",
        period="2024-01-01",
        traits={"phase": "first", "setting": "cold or urban"},
        localities=[Locality(place="Camp 1", people=130), Locality(place="Camp 2", people=20)],
    )
    least = entitle(camps, SPHERE, days=7)
    assert least["toilet"] == Quantity(3 + 1, "unit")
    assert least["living_space"] == Span(Quantity(675, "m2"), Quantity(825, "m2"))
    print(least.explain("en"))


if __name__ == "__main__":
    main()
