"""The law that kesos brings along, by hand from its sources; what the sources do not say is not known."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import kesos.standards
from kesos import DisasterEvent, Locality, Quantity, Unit, entitle, entitle_range
from kesos.errors import DurationError, NoRateError
from kesos.standards import (
    BNPB_STIMULAN,
    KEMENSOS_CASH,
    PEDUM_2003,
    PERKA_BNPB_7_2008,
    AidStandard,
    Row,
    applicable,
    dumps_standard,
    load_standard,
    loads_standard,
)
from kesos.testing import check_standard

ABROAD = Path(__file__).parents[2] / "examples" / "standards"
SPHERE = load_standard(ABROAD / "sphere_2018.toml")
INDIA = load_standard(ABROAD / "india_sdrf_2022_26.toml")
LAW = (PERKA_BNPB_7_2008, KEMENSOS_CASH, BNPB_STIMULAN, SPHERE, INDIA)


def event(period: str = "2023-01-05", **given: Any) -> DisasterEvent:
    return DisasterEvent(hazard="flood", place="x", period=period, **given)


def rupiah(amount: int) -> Quantity:
    return Quantity(amount, "IDR")


@pytest.mark.parametrize("standard", LAW, ids=lambda standard: standard.code)
def test_the_file_is_written_back_and_no_value_passes_for_the_text_of_the_law(standard: AidStandard) -> None:
    assert loads_standard(dumps_standard(standard)) == standard
    for item in standard.items:
        assert item.citation.locator
        assert item.citation.quoted_in


@pytest.mark.parametrize("standard", LAW, ids=lambda standard: standard.code)
def test_it_keeps_every_law_of_the_kit(standard: AidStandard) -> None:
    """Also for a thousand days and more of waiting money, which an explanation names with a point: 1.020."""
    check_standard(standard, examples=20)


def test_every_file_of_the_package_has_its_name() -> None:
    rules = Path(kesos.standards.__file__).parents[1] / "rules"
    standards = {file.stem.upper() for file in rules.glob("*.toml")} - {"CATEGORIES", "SERVICES"}
    assert standards <= set(kesos.standards.__all__)
    with pytest.raises(AttributeError, match="'PEDUM_2004'"):
        _ = kesos.standards.PEDUM_2004


# --- Perka BNPB 7/2008 -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("days", "litres"), [(1, 70), (3, 210), (4, 360), (7, 810)])
def test_clean_water_is_seven_litres_for_three_days_and_fifteen_after(days: int, litres: int) -> None:
    answer = entitle(event(people=10, families=3), PERKA_BNPB_7_2008, days=days)
    assert answer["clean_water"] == Quantity(litres, "l")
    assert answer["drinking_water"] == Quantity(2_500 * 10 * days, "ml")


def test_the_perka_gives_no_number_of_days_and_none_is_invented() -> None:
    with pytest.raises(DurationError):
        entitle(event(people=10), PERKA_BNPB_7_2008, days="minimum")
    with pytest.raises(DurationError):
        entitle_range(event(people=10), PERKA_BNPB_7_2008)


def test_latrines_bins_and_washing_places_are_counted_in_each_place() -> None:
    camps = [
        Locality(place=place, people=people, families=families, counts={"sheltered": people})
        for place, people, families in (("a", 21, 11), ("b", 8, 2))
    ]
    answer = entitle(event(localities=camps), PERKA_BNPB_7_2008, days=1)
    for code, number in (("toilet", 3), ("refuse_bin", 3), ("washing_place", 2)):
        assert answer[code] == Quantity(number, "unit")
    assert answer["shelter_area"] == Quantity(87, "m2")


def test_two_laws_on_food_conflict_and_the_one_on_water_does_not() -> None:
    chosen = applicable(event(people=1), [PEDUM_2003, PERKA_BNPB_7_2008], subject="water")
    assert chosen is PERKA_BNPB_7_2008


# --- the ministry's cash grants --------------------------------------------------------------------------------------


def test_each_of_the_dead_and_of_the_seriously_injured_has_a_grant() -> None:
    answer = entitle(event(counts={"dead": 12, "injured": {"serious": 2}, "rehoused": 40}), KEMENSOS_CASH, days=90)
    assert answer["death_grant"] == rupiah(180_000_000)
    assert answer["injury_grant"] == rupiah(10_000_000)
    assert answer["jadup"] == rupiah(36_000_000)


def test_for_minor_injuries_no_rate_is_known_which_is_not_nothing() -> None:
    answer = entitle(event(counts={"dead": 1, "injured": {"serious": 2, "minor": 9}}), KEMENSOS_CASH, days=60)
    with pytest.raises(NoRateError):
        _ = answer["injury_grant"]
    assert answer["death_grant"] == rupiah(15_000_000)


@pytest.mark.parametrize(
    ("first", "days", "amount"),
    [("2025-09-25", 90, 900_000), ("2025-12-30", 90, 1_350_000), ("2026-01-05", 60, 900_000)],
)
def test_the_living_allowance_has_the_rate_of_each_day(first: str, days: int, amount: int) -> None:
    answer = entitle(event(first, counts={"dead": 0, "rehoused": 1}), KEMENSOS_CASH, days=days)
    assert answer["jadup"] == rupiah(amount)


@pytest.mark.parametrize("first", ["2025-09-26", "2025-11-25", "2025-12-29"])
def test_the_days_between_two_statements_of_its_rate_have_none(first: str) -> None:
    answer = entitle(event(first, counts={"dead": 0, "rehoused": 1}), KEMENSOS_CASH, days=90)
    assert "jadup" in [line.code for line in answer.unknown]


# --- BNPB's stimulus and waiting money -------------------------------------------------------------------------------


@pytest.mark.parametrize(("first", "millions"), [("2022-11-20", 50 + 25 + 10), ("2022-11-21", 60 + 30 + 15)])
def test_a_house_has_the_stimulus_of_its_damage_and_of_its_date(first: str, millions: int) -> None:
    houses = {"house": {"heavy": 1, "moderate": 1, "light": 1}}
    answer = entitle(event(first, counts=houses), BNPB_STIMULAN, days=30)
    assert answer["house_stimulus"] == rupiah(millions * 1_000_000)


@pytest.mark.parametrize(("first", "amount"), [("2023-01-10", 3_000_000), ("2025-05-27", 3_600_000)])
def test_waiting_money_is_paid_by_whole_months(first: str, amount: int) -> None:
    waiting = event(first, counts={"family_awaiting_house": 2})
    assert entitle(waiting, BNPB_STIMULAN, days=90)["waiting_money_monthly"] == rupiah(amount)
    with pytest.raises(DurationError):
        entitle(waiting, BNPB_STIMULAN, days=91)


def test_a_part_of_a_month_is_said_to_be_refused_and_only_a_month_to_be_one() -> None:
    item = BNPB_STIMULAN.item("waiting_money_monthly")
    assert item.say("en").endswith("(a month of 30 days, the rest is refused)")
    assert item.notes("en") == ["A month is taken as 30 days; the rest is refused."]


# --- from elsewhere --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("phase", "toilets"), [("first", 3 + 1), ("medium term", 7 + 1)])
def test_the_phase_of_the_response_decides_how_many_share_a_toilet(phase: str, toilets: int) -> None:
    camps = [Locality(place="a", people=130), Locality(place="b", people=20)]
    answer = entitle(event(localities=camps, traits={"phase": phase, "setting": "other"}), SPHERE, days=1)
    assert answer["toilet"] == Quantity(toilets, "unit")
    assert answer["living_space"] == Quantity(525, "m2")


def test_a_rate_for_groups_says_how_many_make_one() -> None:
    toilet = SPHERE.item("toilet")
    assert toilet.say("en").startswith("1 unit/50 (first); 1 unit/20 (medium term)/person")
    assert toilet.notes("en")[1] == "The rest of a group is rounded up, in each place."


def test_a_rate_that_grows_with_a_number_says_by_how_much() -> None:
    row = Row(tests={"size": {"from": 6}}, amount=500, each_further=50)
    assert row.say(Unit.of("g"), "en") == "500 g, and 50 g for each number after it (size 6 and more)"


def test_the_lower_of_two_wages_counts() -> None:
    wages = {"mgnrega_state": Quantity("224.5", "INR"), "mgnrega_mean": Quantity(250, "INR")}
    answer = entitle(event(counts={"adult_supported": 10}), INDIA, days=10, indices=wages)
    assert answer["daily_relief"] == Quantity(22_450, "INR")
