"""Build one event and entitle it, against plain frozen dataclasses that do the same sum unchecked.

Two plain sides: "same shape" has the fields and the result objects that kesos has (the event with its place and period,
a line with a quantity for each item); "least" is one dataclass in and one out, the sums in a dictionary. All three
parse the day and take the same five figures.

Run: python benchmarks/entitle_one.py
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from side_by_side import seconds, table

from kesos import PEDUM_2003, DisasterEvent, Relief, entitle

# --- the plain side --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PlainPlace:
    text: str
    district: str | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True)
class PlainPeriod:
    start: datetime.date
    end: datetime.date
    precision: str = "day"


@dataclass(frozen=True, slots=True)
class PlainEvent:
    hazard: str
    place: PlainPlace
    period: PlainPeriod
    families: int | None = None
    people: int | None = None
    damage: object = None
    loss: int | None = None
    localities: tuple[object, ...] = ()
    reported_by: str | None = None
    source: object = None


@dataclass(frozen=True, slots=True)
class PlainQuantity:
    amount: int
    unit: str


@dataclass(frozen=True, slots=True)
class PlainLine:
    item: str
    quantity: PlainQuantity
    multiplier: int
    times: int


@dataclass(frozen=True, slots=True)
class PlainRelief:
    event: PlainEvent
    standard: dict[str, tuple[int, str]]
    days: int
    lines: tuple[PlainLine, ...]
    unspecified: tuple[object, ...] = ()
    extended: bool = False
    recipients: tuple[tuple[str, int], ...] = ()
    decision: object = None


RATES = {"rice": (400, "g"), "side_dishes": (6_000, "IDR")}


def plain() -> PlainRelief:
    day = datetime.date.fromisoformat("2017-02-25")
    event = PlainEvent(
        hazard="flood",
        place=PlainPlace("Kelurahan Pangkut"),
        period=PlainPeriod(day, day),
        families=215,
        people=860,
    )
    people, days = 860, 7
    return PlainRelief(
        event=event,
        standard=RATES,
        days=days,
        lines=tuple(
            PlainLine(item=item, quantity=PlainQuantity(rate * people * days, unit), multiplier=people, times=days)
            for item, (rate, unit) in RATES.items()
        ),
    )


@dataclass(frozen=True)
class LeastEvent:
    hazard: str
    place: str
    day: datetime.date
    families: int
    people: int


@dataclass(frozen=True)
class LeastRelief:
    event: LeastEvent
    days: int
    amounts: dict[str, int]


def least() -> LeastRelief:
    event = LeastEvent(
        hazard="flood",
        place="Kelurahan Pangkut",
        day=datetime.date.fromisoformat("2017-02-25"),
        families=215,
        people=860,
    )
    days = 7
    return LeastRelief(
        event=event,
        days=days,
        amounts={item: rate * event.people * days for item, (rate, _) in RATES.items()},
    )


# --- kesos -----------------------------------------------------------------------------------------------------------


def kesos() -> Relief:
    event = DisasterEvent(hazard="flood", place="Kelurahan Pangkut", period="2017-02-25", families=215, people=860)
    return entitle(event, PEDUM_2003, days=7)


def main() -> None:
    mine = {code: quantity.amount for code, quantity in kesos().items()}
    assert mine == least().amounts == {line.item: line.quantity.amount for line in plain().lines}
    ways = {"plain, least": least, "plain, same shape": plain, "kesos": kesos}
    taken = seconds(ways, rounds=201, calls=200)
    print(table("Build one event and entitle it for 7 days", taken, against="plain, least"))
    print(f"kesos against the same shape: {taken['kesos'] / taken['plain, same shape']:.2f} ×")


if __name__ == "__main__":
    main()
