"""Periods of several days, shares of an index and what is not whole, each worked by hand for a made-up law."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import pytest

from kesos import DisasterEvent, Quantity, Span, entitle, errors
from kesos.standards import AidStandard, Interval, Row, loads_standard
from kesos.values import Rounding

LAW = loads_standard((Path(__file__).parent / "every_shape.toml").read_text("utf-8"))
INDICES = {"local": Quantity(300, "IDR")}


def law(code: str, **changed: Any) -> AidStandard:
    """The law of every shape with one item of it, changed."""
    package = LAW.packages[0]
    item = attrs.evolve(next(each for each in package.items if each.code == code), **changed)
    return attrs.evolve(LAW, packages=(attrs.evolve(package, items=(item,)),))


def entitled(standard: AidStandard, days: Any = None, period: str = "2021-12-31", **counts: Any) -> Any:
    event = DisasterEvent(
        hazard="flood", place="x", period=period, people=1, families=1, traits={"terrain": "hill"}, counts=counts
    )
    code = standard.packages[0].items[0].code
    brought = INDICES if code == "wage" else None
    return entitle(event, standard, days=None if days is None else {code: days}, extended=True, indices=brought)


def row(amount: int, **tests: Any) -> Row:
    return Row(amount=amount, tests=tests)


LATER = (row(7, day=Interval(end=4)), row(15, day=Interval(start=5)))


@pytest.mark.parametrize(
    ("days", "litres", "spells"),
    [
        (1, 7, [(1, (1, 1))]),
        (2, 7, [(1, (1, 2))]),
        (3, 14, [(2, (1, 3))]),
        (4, 14, [(2, (1, 4))]),
        (5, 29, [(2, (1, 4)), (1, (5, 5))]),
        (8, 44, [(2, (1, 4)), (2, (5, 8))]),
        (9, 59, [(2, (1, 4)), (3, (5, 9))]),
    ],
)
def test_a_period_of_two_days_falls_under_the_row_of_its_first_day(
    days: int, litres: int, spells: list[tuple[int, tuple[int, int]]]
) -> None:
    answer = entitled(law("water", every={"days": 2}, part="up", rates=LATER), days)
    assert answer["water"] == Quantity(litres, "l")
    assert [(term.times, term.days) for term in answer.lines[0].terms] == spells


def test_a_row_that_tests_no_day_stands_beside_rows_that_do() -> None:
    rows = (
        row(7, terrain="hill", day=Interval(end=3)),
        row(15, terrain="hill", day=Interval(start=4)),
        row(1, terrain="plain"),
    )
    assert entitled(law("water", rates=rows), 5)["water"] == Quantity(3 * 7 + 2 * 15, "l")


def test_where_the_number_of_periods_is_a_range_the_first_day_decides() -> None:
    dated = (row(1, date=Interval(end="2021-12-31")), row(9, date=Interval(start="2022-01-01")))
    assert entitled(law("pack", amount=None, rates=dated), 3)["pack"] == Span(
        Quantity(1, "package"), Quantity(2, "package")
    )


def test_what_is_given_in_whole_periods_ends_with_the_shorter_and_with_the_longer() -> None:
    whole = law("pack", part="whole")
    assert entitled(whole, 6)["pack"] == Span(Quantity(2, "package"), Quantity(3, "package"))
    for days in (2, 3, 4, 5, 7):
        with pytest.raises(errors.DurationError) as caught:
            entitled(whole, days)["pack"]
        assert (caught.value.code, caught.value.value, caught.value.parameters["length"]) == (
            "part_of_a_period",
            days,
            2,
        )


def mean(**changed: Any) -> AidStandard:
    [item] = law("wage").packages[0].items
    [share] = item.rates
    return law("wage", rates=(attrs.evolve(share, of="mean", lower_of=(), **changed),))


def test_a_share_of_an_index_is_rounded_as_its_row_says() -> None:
    up = {"rounding": Rounding.UP, "to": 10}
    assert entitled(mean(rounding=Rounding.DOWN, to=10), 1)["wage"] == Quantity(70, "IDR")
    assert entitled(mean(**up), 1)["wage"] == Quantity(80, "IDR")
    assert entitled(mean(rounding=Rounding.DOWN, to=1), 1)["wage"] == Quantity(75, "IDR")
    assert entitled(mean(**up, share="201/200"), 1)["wage"] == Quantity(110, "IDR")


def test_an_index_that_changes_with_the_date_gives_each_day_its_own() -> None:
    answer = entitled(mean(rounding=Rounding.DOWN, to=10), 3)
    assert answer["wage"] == Quantity(70 + 150 + 150, "IDR")
    assert [term.days for term in answer.lines[0].terms] == [(1, 1), (2, 2), (3, 3)]


def test_an_amount_that_is_not_whole_is_a_range_of_the_whole_ones_around_it() -> None:
    part = entitled(law("crop"), crop=Quantity("1.5001", "ha"))
    assert part["crop"] == Span(Quantity(12_750, "IDR"), Quantity(12_751, "IDR"))
    assert entitled(law("crop"), crop=Quantity("1.5002", "ha"))["crop"] == Span(
        Quantity(12_751, "IDR"), Quantity(12_752, "IDR")
    )
    assert entitled(law("crop"), crop=Quantity(2, "ha"))["crop"] == Quantity(17_000, "IDR")


def test_how_often_something_is_given_is_said_in_its_own_period() -> None:
    def said(every: Any, **part: Any) -> str:
        return entitled(law("pack", **{"every": every, "part": "up"} | part), 14).lines[0].say("en")

    assert said("day", part=None) == "1 package × 1 family × 14 days"
    assert said("week") == "1 package × 1 family × 2 weeks"
    assert said({"days": 2}) == "1 package × 1 family × 7 times"
    assert said({"days": {"from": 2, "to": 3}}) == "1 package × 1 family × 5 – 7 times"


def test_a_sum_of_several_rates_names_the_classes_of_each() -> None:
    answer = entitled(law("injury"), injured={"serious": 1, "minor": 0})
    said = "IDR5 × 1 injured (seriously injured) + IDR2 × 0 injured (slightly injured)"
    assert answer.lines[0].say("en") == said


@pytest.mark.parametrize(("days", "litres"), [(2, 7), (3, 22), (4, 22), (6, 37)])
def test_a_period_of_two_days_has_the_rate_of_the_date_on_which_it_begins(days: int, litres: int) -> None:
    dated = (row(7, date=Interval(end="2022-01-01")), row(15, date=Interval(start="2022-01-02")))
    standard = law("water", every={"days": 2}, part="up", rates=dated)
    assert entitled(standard, days)["water"] == Quantity(litres, "l")


def test_the_next_pack_is_due_when_the_last_may_be_used_up() -> None:
    changing = (row(1, day=Interval(end=3)), row(9, day=Interval(start=4)))
    assert entitled(law("pack", amount=None, rates=changing), 4)["pack"] == Quantity(2, "package")


def test_where_the_number_of_periods_is_a_range_the_row_of_the_first_day_holds() -> None:
    changing = (row(1, day=Interval(end=1)), row(9, day=Interval(start=2)))
    packs = Span(Quantity(1, "package"), Quantity(2, "package"))
    assert entitled(law("pack", amount=None, rates=changing), 3)["pack"] == packs


@pytest.mark.parametrize(("days", "packs"), [(3, 1), (4, 9)])
def test_what_is_given_once_has_the_rate_of_the_last_day(days: int, packs: int) -> None:
    rows = (row(1, day=Interval(end=3)), row(9, day=Interval(start=4)))
    once = law("pack", every="once", part=None, amount=None, rates=rows)
    assert entitled(once, days)["pack"] == Quantity(packs, "package")
