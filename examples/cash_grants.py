"""What Indonesia's ministry and BNPB pay in money for one made-up earthquake: grants by count, rates by date."""

from __future__ import annotations

from kesos import DisasterEvent, Quantity, entitle
from kesos.standards import BNPB_STIMULAN, KEMENSOS_CASH


def main() -> None:
    """Prints both answers, and what each standard has to be told."""
    quake = DisasterEvent(
        hazard="gempa bumi",
        place="Kabupaten Contoh",
        period="2023-01-10",
        counts={
            "dead": 12,
            "injured": {"serious": 2},
            "rehoused": 40,
            "house": {"heavy": 4, "moderate": 0, "light": 7},
            "family_awaiting_house": 4,
        },
    )
    print("Kemensos:", ", ".join(KEMENSOS_CASH.needs()))
    grants = entitle(quake, KEMENSOS_CASH, days="maximum")
    assert grants["death_grant"] == Quantity(180_000_000, "IDR")
    assert grants["jadup"] == Quantity(40 * 90 * 10_000, "IDR")
    print(grants.explain("id"))
    print()

    print("BNPB:", ", ".join(BNPB_STIMULAN.needs()))
    money = entitle(quake, BNPB_STIMULAN, days=90)  # three months
    assert money["house_stimulus"] == Quantity(345_000_000, "IDR")
    assert money["waiting_money_monthly"] == Quantity(6_000_000, "IDR")
    print(money.explain("id"))


if __name__ == "__main__":
    main()
