"""Print of letters and hasty tables: read where it has one meaning, and refused for the true reason."""

from __future__ import annotations

import io
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from kesos import tables
from kesos.errors import ParseError
from kesos.values import Percentage, Quantity
from kesos.wording import (
    FamiliesAndPeople,
    parse_count,
    parse_day,
    parse_kk_jiwa,
    parse_percent,
    parse_quantity,
    parse_rupiah,
    parse_words,
)

READ: list[tuple[Callable[..., Any], str, Any]] = [
    (parse_words, "duapuluh", 20),
    (parse_words, "enambelas", 16),
    (parse_words, "duaratus limapuluh ribu", 250_000),
    (parse_words, "minus tigajuta", -3_000_000),
    (parse_count, "Seratus Duapuluh", 120),
    (parse_count, "duapuluh tujuh", 27),
    (parse_rupiah, "duaratus ribu rupiah", Quantity(200_000, "IDR")),
    (parse_percent, "lima persen", Percentage(5)),
    (parse_percent, "dua koma lima %", Percentage("2.5")),
    (parse_percent, "limabelas persen", Percentage(15)),
    (parse_rupiah, "Rp. 1.000.000 ,-", Quantity(1_000_000, "IDR")),
    (parse_quantity, "5 Kg.", Quantity(5, "kg")),
    (parse_quantity, "250 gr.", Quantity(250, "g")),
    (parse_quantity, "5 org", Quantity(5, "person")),
    (parse_quantity, "5 kardus", Quantity(5, "carton")),
    (parse_quantity, "5 kg (lima kilogram)", Quantity(5, "kg")),
    (parse_quantity, "12 jiwa (dua belas orang)", Quantity(12, "person")),
    (parse_quantity, "2 m2 (dua meter persegi)", Quantity(2, "m2")),
]


@pytest.mark.parametrize(("parse", "text", "value"), READ)
def test_print_with_one_meaning_is_read(parse: Callable[..., Any], text: str, value: Any) -> None:
    assert parse(text) == value


def test_words_that_are_no_number_stay_none() -> None:
    for text in ("puluhdua", "dua puluhlima", "duabelas belas", "seduapuluh"):
        with pytest.raises(ParseError):
            parse_words(text)
    with pytest.raises(ParseError):
        parse_words("duapuluh", locale="en")


REFUSED: list[tuple[Callable[..., Any], str, str, str]] = [
    (parse_count, "1,234", "ambiguous", "thousands"),
    (parse_count, "-1,234", "ambiguous", "thousands"),
    (parse_count, "12.5", "not_whole", "no decimals"),
    (parse_kk_jiwa, "72/-", "unreadable", "one of its two numbers is missing"),
    (parse_kk_jiwa, "– KK / 240 jiwa", "unreadable", "one of its two numbers is missing"),
    (parse_quantity, "5 kg (enam kilogram)", "words_differ", "6"),
    (parse_quantity, "5 kg (lima liter)", "misplaced_word", "liter"),
    (parse_quantity, "5 kg (kilogram)", "unreadable", "a number and then a unit"),
    (parse_percent, "lima orang", "misplaced_word", "orang"),
]


@pytest.mark.parametrize(("parse", "text", "code", "reason"), REFUSED)
def test_what_cannot_be_read_is_refused_for_the_true_reason(
    parse: Callable[..., Any], text: str, code: str, reason: str
) -> None:
    with pytest.raises(ParseError) as refused:
        parse(text)
    assert (refused.value.code, refused.value.value) == (code, text)
    assert reason in str(refused.value)


@pytest.mark.parametrize("text", ["5 klg", "5 kaleng", "5 ons", "5 pasang", "5 kg beras"])
def test_another_unit_is_never_offered_for_one_that_is_not_known(text: str) -> None:
    with pytest.raises(ParseError) as refused:
        parse_quantity(text)
    assert refused.value.code == "unknown_unit"
    assert "Did you mean" not in str(refused.value)
    assert "Maksudnya" not in refused.value.message("id")


@pytest.mark.parametrize(
    ("text", "locale", "meant"),
    [
        ("25 May 2017", "id", "mei"),
        ("25 Oct 2017", "id", "oktober"),
        ("25 Mei 2017", "en", "may"),
        ("5 Joni 2017", "id", "juni"),
    ],
)
def test_the_month_that_is_offered_is_the_one_that_was_meant(text: str, locale: str, meant: str) -> None:
    with pytest.raises(ParseError, match=f"Did you mean '{meant}'"):
        parse_day(text, locale=locale)


def test_a_pair_is_read_as_before() -> None:
    assert parse_kk_jiwa("0/0") == FamiliesAndPeople(0, 0)


def test_a_bare_number_under_a_head_of_goods_is_told_why_it_is_none() -> None:
    rows = "Lokasi;Tanggal;Barang;Jumlah;Satuan\n"
    cells = {"1,234": "ambiguous", "1.5": "unreadable", "5 hm": "unknown_unit"}
    for cell, code in cells.items():
        reading = tables.read_deliveries(io.StringIO(f"{rows}A;1-2-2017;Beras;{cell};kg\n"))
        assert [each.error.code for each in reading.rejects] == [code]
    twice = tables.read_deliveries(io.StringIO(f"{rows}A;1-2-2017;Beras;600 kg;ton\nB;1-2-2017;Beras;6;klg\n"))
    assert [each.error.code for each in twice.rejects] == ["given_twice", "unknown_unit"]
    assert "kolom lain" in twice.rejects[0].reason("id")
    assert "Maksudnya" not in str(twice.rejects[1].error.to_dict("id")["hint"])
    reading = tables.read_deliveries(io.StringIO(f"{rows}A;1-2-2017;Beras;2,5;kg\n"))
    assert reading.deliveries[0].items["beras"] == Quantity(Decimal("2.5"), "kg")
