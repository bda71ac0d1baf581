"""What is counted and what is measured: units go together, and a bare number has one meaning."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kesos import DisasterEvent, Quantity, Span, entitle, frames
from kesos.errors import StandardFileError, UnitError
from kesos.standards import KEMENSOS_CASH, AidStandard, loads_standard

HEAD = """
format = 1
code = "made-up"
covers = "any"
title = { id = "Contoh", en = "Example" }
source = { regulation = "x", known = "hypothetical" }
validity = { start = "2000", end = "open", citation = { locator = "1" } }
"""
FIELD = """
[[counts]]
code = "field"
name = { id = "sawah", en = "rice fields" }
unit = "UNIT"
citation = { locator = "2" }
"""
ITEM = """
[[packages]]
code = "aid"
name = { id = "Bantuan", en = "Aid" }
[[packages.items]]
code = "grant"
name = { id = "Santunan", en = "Grant" }
unit = "IDR"
citation = { locator = "3" }
"""
AREAS = {"m2": 1, "ha": 10_000}
"""Square metres."""


def law(item: str, counts: str = "") -> AidStandard:
    return loads_standard(HEAD + counts + ITEM + item)


def faults(item: str, counts: str = "") -> dict[str | None, str]:
    with pytest.raises(StandardFileError) as caught:
        law(item, counts)
    for fault in caught.value.faults:
        assert fault.message("id") != fault.message("en")
    return {fault.field: fault.code for fault in caught.value.faults}


def event(**counts: Any) -> DisasterEvent:
    return DisasterEvent(hazard="flood", place="x", period="2020-01-01", counts=counts)


@pytest.mark.parametrize("unit", AREAS)
@pytest.mark.parametrize("measure", AREAS)
@given(number=st.integers(0, 10**6))
def test_a_bare_number_of_what_is_measured_is_in_the_unit_of_its_count(unit: str, measure: str, number: int) -> None:
    made = law(f'per = "field"\nmeasure = "{measure}"\namount = 10000', FIELD.replace("UNIT", unit))
    owed = Fraction(10_000 * number * AREAS[unit], AREAS[measure])
    assert entitle(event(field=number), made)["grant"] == Quantity(owed, "IDR")
    assert entitle(event(field=Quantity(number, unit)), made)["grant"] == Quantity(owed, "IDR")
    row = pl.DataFrame({"hazard": ["flood"], "event_date": ["2020-01-01"], "field": [number]})
    dated = row.with_columns(pl.col("event_date").str.to_date())
    assert frames.entitle(dated, made)["grant_idr"].to_list() == [int(owed)]


@pytest.mark.parametrize("amount", [Quantity(3, "kg"), Quantity(3, "IDR"), Quantity(3, "ha"), Quantity(3, "family")])
def test_people_are_not_counted_by_weight_money_area_or_families(amount: Quantity) -> None:
    with pytest.raises(UnitError) as caught:
        entitle(event(dead=amount), KEMENSOS_CASH, days=60)
    assert (caught.value.code, caught.value.field) == ("unit_mismatch", "counts.dead")
    assert amount.say("id") in caught.value.message("id")
    three = entitle(event(dead=Quantity(3, "person")), KEMENSOS_CASH, days=60)
    assert three["death_grant"] == entitle(event(dead=3), KEMENSOS_CASH, days=60)["death_grant"]


@pytest.mark.parametrize("amount", [Quantity(3, "kg"), Quantity(3, "IDR"), Quantity(3, "person")])
def test_an_area_is_measured_as_one(amount: Quantity) -> None:
    made = law('per = "field"\nmeasure = "ha"\namount = 1', FIELD.replace("UNIT", "m2"))
    with pytest.raises(UnitError) as caught:
        entitle(event(field=amount), made)
    assert caught.value.field == "counts.field"


def test_a_rate_of_what_is_measured_says_for_how_much_it_is_and_no_other_rate_does() -> None:
    field = FIELD.replace("UNIT", "m2")
    path = "packages[aid].items[grant]"
    assert faults('per = "field"\namount = 1', field) == {f"{path}.measure": "missing"}
    assert faults('per = "field"\nmeasure = "kg"\namount = 1', field) == {f"{path}.measure": "unit_mismatch"}
    assert faults('per = "dead"\nmeasure = "ha"\namount = 1') == {f"{path}.measure": "not_used"}


@pytest.mark.parametrize("code", ["event", "recipient"])
def test_what_stands_for_the_event_or_the_chosen_is_no_count_of_a_standard(code: str) -> None:
    own = f'[[counts]]\ncode = "{code}"\nname = {{ id = "x", en = "x" }}\ncitation = {{ locator = "1" }}\n'
    assert faults('per = "person"\namount = 1', own) == {f"counts[{code}].code": "reserved_count"}


def test_an_empty_table_is_a_fault_and_no_blank() -> None:
    assert faults('per = "person"\nrates = []') == {"packages[aid].items[grant].rates": "empty"}
    with pytest.raises(StandardFileError) as caught:
        loads_standard(HEAD + '[[packages]]\ncode = "aid"\nname = { id = "Bantuan", en = "Aid" }\nitems = []\n')
    assert {fault.code for fault in caught.value.faults} == {"empty"}


def test_what_is_added_for_each_further_one_goes_with_an_amount_and_not_with_a_share() -> None:
    share = 'share = "1/2", of = "wage", rounding = "down", to = 1, each_further = 5'
    index = """
        [[indices]]
        code = "wage"
        name = { id = "upah", en = "wage" }
        unit = "IDR"
        given = "caller"
        citation = { locator = "1" }
    """
    found = faults(f'per = "household"\nrates = [{{ size = {{ from = 1 }}, {share} }}]', index)
    assert list(found.values()) == ["not_used"]


def test_a_range_of_what_is_measured_is_in_the_unit_of_its_count() -> None:
    made = law('per = "field"\nmeasure = "m2"\namount = 2', FIELD.replace("UNIT", "m2"))
    assert entitle(event(field=Span(3, 5)), made)["grant"] == Span(Quantity(6, "IDR"), Quantity(10, "IDR"))
