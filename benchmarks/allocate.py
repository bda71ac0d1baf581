"""One stock for up to 10,000 events: seconds by policy, and the exponent with which they grow.

Run: python benchmarks/allocate.py

The exponent is the slope of the line of least squares through log(events) and log(seconds): 1 is linear, and n log n
between 1,000 and 10,000 events comes to 1.13.
"""

from __future__ import annotations

from functools import partial
from math import log

from side_by_side import seconds

from kesos import PEDUM_2003, DisasterEvent, Quantity, Rounding
from kesos.planning import POLICIES, Lot, Pack, Policy, Stock, allocate

SIZES = (1_000, 2_000, 5_000, 10_000)
WIDE = 40


def events(number: int) -> list[DisasterEvent]:
    hazards = ("flood", "tsunami", "earthquake", "drought")
    return [
        DisasterEvent(hazard=hazards[at % 4], place="Desa Contoh", period="2017-02-25", people=100 + at % 977)
        for at in range(number)
    ]


def stock(number: int) -> Stock:
    """Enough for some days of all, and not for all of them."""
    rice = Lot(item="rice", quantity=Quantity(number, "t"), pack=Pack(Quantity(50, "kg")))
    return Stock([rice, Lot(item="side_dishes", quantity=Quantity(number * 15_000_000, "IDR"))])


def slope(points: dict[int, float]) -> float:
    """The exponent of growth."""
    xs, ys = [log(number) for number in points], [log(taken) for taken in points.values()]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)


def measured(policy: Policy, packs: Rounding | None) -> dict[int, float]:
    ways = {}
    for number in SIZES:
        given, there = events(number), stock(number)
        ways[str(number)] = partial(allocate, given, PEDUM_2003, there, policy=policy, packs=packs)
    return {int(number): taken for number, taken in seconds(ways, rounds=3).items()}


def main() -> None:
    for packs in (None, Rounding.UP):
        for policy in POLICIES:
            points = measured(policy, packs)
            print(f"{policy}{'' if packs is None else ', in whole packs'}: exponent {slope(points):.2f}")
            most = max(points.values())
            for number, taken in points.items():
                print(f"  {number:>6,} {taken:>7.2f} s  {'█' * round(WIDE * taken / most)}")


if __name__ == "__main__":
    main()
