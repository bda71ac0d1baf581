"""What people who extend kesos do: the made-up regulation by hand, and a package of its own that adds a standard."""

from __future__ import annotations

import runpy
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from kesos import Decision, DisasterEvent, Locality, Quantity, entitle
from kesos.errors import DurationError, UnknownValueError
from kesos.standards import PEDUM_2003, PERKA_BNPB_7_2008, dumps_standard, installed, load_standard, loads_standard
from kesos.testing import check_standard

EXAMPLES = Path(__file__).parents[2] / "examples"
PERBUP = load_standard(EXAMPLES / "standards" / "perbup_contoh_2020.toml")


def flood(*people: int, families: int = 1) -> DisasterEvent:
    places = [Locality(place=str(number), people=count, families=families) for number, count in enumerate(people)]
    return DisasterEvent(hazard="flood", place="x", period="2021", localities=places)


@pytest.mark.parametrize(("people", "toilets"), [(0, 0), (1, 1), (8, 1), (20, 1), (21, 2), (40, 2), (41, 3)])
def test_one_toilet_for_every_twenty_people_and_one_for_the_rest(people: int, toilets: int) -> None:
    for standard in (PERBUP, PERKA_BNPB_7_2008):
        event = DisasterEvent(hazard="flood", place="x", period="2021", people=people, families=min(1, people))
        assert entitle(event, standard, days=3)["toilet"] == Quantity(toilets, "unit")


def test_counted_in_each_place_twenty_times_eight_people_have_twenty_toilets() -> None:
    assert entitle(flood(*[8] * 20), PERBUP, days=3)["toilet"] == Quantity(20, "unit")


def test_counted_over_the_event_they_have_eight() -> None:
    text = dumps_standard(PERBUP).replace('counted = "place"', 'counted = "event"')
    assert entitle(flood(*[8] * 20), loads_standard(text), days=3)["toilet"] == Quantity(8, "unit")


@pytest.mark.parametrize(("days", "months"), [(3, 1), (10, 1), (14, 1)])
def test_a_month_begun_is_a_month_of_rent(days: int, months: int) -> None:
    answer = entitle(flood(8, families=3), PERBUP, days=days, extended=True)
    assert answer["rent"] == Quantity(500_000 * 3 * months, "IDR")


def test_a_standard_with_limits_leaves_no_room_for_a_decision() -> None:
    decision = Decision(by="Bupati Contoh", number="1", date="2021-01-01")
    with pytest.raises(DurationError):
        entitle(flood(8), PERBUP, days=15, decision=decision)
    assert entitle(flood(8), PEDUM_2003, days=15, decision=decision)["rice"] == Quantity(48, "kg")


def test_families_that_nobody_counted_are_not_zero_families() -> None:
    answer = entitle(DisasterEvent(hazard="flood", place="x", period="2021", people=8), PERBUP, days=3)
    with pytest.raises(UnknownValueError) as caught:
        answer["family_kit"]
    assert caught.value.field == "families"
    assert "family_kit" not in answer


def test_the_made_up_regulation_keeps_every_law() -> None:
    check_standard(PERBUP, examples=5)


def test_a_package_of_ones_own_adds_a_standard(monkeypatch: pytest.MonkeyPatch) -> None:
    package = EXAMPLES / "own_package" / "src" / "standar_contoh" / "__init__.py"
    monkeypatch.setitem(sys.modules, "standar_contoh", None)
    offered = runpy.run_path(str(package))["perbup_contoh_2021"]
    entry = EntryPoint("perbup-contoh-2021", "standar_contoh:perbup_contoh_2021", "kesos.standards")
    monkeypatch.setattr(EntryPoint, "load", lambda self: offered)
    monkeypatch.setattr("importlib.metadata.entry_points", lambda *, group: [entry])
    (standard,) = installed()
    assert standard.code == "perbup-contoh-2021"
    assert standard.item("side_dishes").rate == Quantity(9_000, "IDR")
    assert standard.item("side_dishes").citation.known == "hypothetical"
