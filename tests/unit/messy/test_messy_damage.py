"""Degrees of damage in the cells: RB, RS and RR are no thousands, wherever that may be meant."""

from __future__ import annotations

import io

import pytest

from kesos import tables
from kesos.errors import ParseError
from kesos.tables import EventReading
from kesos.wording import parse_count, parse_quantity, parse_rounded, parse_rupiah


def read(over: str, *cells: str) -> EventReading:
    lines = [f"Jenis;Lokasi;Tanggal;{over}", *(f"Banjir;{at};2024;{cell}" for at, cell in enumerate(cells))]
    return tables.read_events(io.StringIO("\n".join(lines)))


@pytest.mark.parametrize("over", ["Rumah Rusak", "Rumah", "Rumah terendam", "Bangunan rusak sedang (unit)"])
@pytest.mark.parametrize("cell", ["2 RB", "3 RB, 2 RR", "3 RB/2 RS", "1 unit RR", "2rb", "1 R.B.", "4 rumah RR"])
def test_under_heads_of_buildings_the_degrees_of_damage_are_refused_as_such(over: str, cell: str) -> None:
    (reject,) = read(over, cell, "7").rejects
    assert reject.error.parameters.get("why", reject.error).code == "by_degree_of_damage"
    assert "rusak berat" in reject.reason("id")
    assert "degree of damage" in reject.reason("en")


def test_under_the_head_of_its_own_degree_the_letters_say_nothing_more() -> None:
    assert [each.damage.heavy for each in read("RB", "2 RB", "1.200 rb", "3 unit RB").events] == [2, 1_200, 3]
    assert [each.damage.light for each in read("RR", "2 RR", "2 RB").events] == [2]
    assert not read("RR", "2 RB").events


def test_under_heads_of_people_it_may_be_either() -> None:
    (reject,) = read("Jiwa", "2 RB").rejects
    assert "ribu atau rusak berat" in reject.reason("id")
    (reject,) = read("Jiwa", "2 rb").rejects
    assert "pembulatan" in reject.reason("id")


@pytest.mark.parametrize("text", ["2 RB", "2RB", "1.200 RB rumah", "3 RB unit"])
def test_rb_in_capitals_is_no_thousand_where_it_may_be_buildings(text: str) -> None:
    for parse in (parse_rounded, parse_count, parse_quantity):
        with pytest.raises(ParseError) as refused:
            parse(text)
        assert "ribu atau rusak berat" in refused.value.say("id")


def test_rb_is_a_thousand_where_it_can_be_nothing_else() -> None:
    assert parse_rounded("2 rb") == parse_rounded("2 ribu")
    assert parse_rounded("2 RB jiwa") == parse_rounded("2 ribu jiwa")
    assert parse_rounded("Rp2 RB") == parse_rounded("Rp2 ribu")
    with pytest.raises(ParseError, match="may be rounded"):
        parse_rupiah("2 RB")
