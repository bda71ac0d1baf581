"""kesos.wording._amounts and spans: rupiah, masses, volumes, counted things and ranges of them."""

from __future__ import annotations

from typing import Any

import pytest

from kesos.errors import InvalidValueError, ParseError, UnitError
from kesos.values import UNITS, Quantity, Span
from kesos.wording import format_quantity, parse_quantity, parse_rupiah, parse_span


@pytest.mark.parametrize(
    "text",
    [
        "Rp. 6.000,-",
        "Rp.6.000,-",
        "Rp 6.000,-",
        "Rp6.000",
        "rp 6.000",
        "RP. 6000",
        "IDR 6.000",
        "6.000,-",
        "6.000,--",
        "6.000.-",
        "6.000,00",
        "6.000",
        "6000",
        "6.000 rupiah",
        "6.000 Rupiah",
        " Rp6.000 ",
        "Rp\xa06.000",
        "\ufeffRp6.000\u200b",
        "Rp\u202f6.000",
        "6.000,=",
        "6.000.=",
        "6.000,–",
        "6.000,-.",
        "6.000,00,-",
        "6.000 IDR",
        "6.000,- IDR",
        "6.000 Rupiah Indonesia",
        "6.000 Rp",
        "6,000.00",
        "enam ribu rupiah",
        "Rp6.000,- (Enam Ribu Rupiah)",
    ],
)
def test_rupiah_is_read_in_the_ways_offices_print_it(text: str) -> None:
    assert parse_rupiah(text) == Quantity(6_000, "IDR")


@pytest.mark.parametrize(
    "text",
    [
        "-Rp6.000",
        "Rp-6.000",
        "Rp -6.000",
        "-6.000",
        "−Rp 6.000",
        "(6.000)",
        "(Rp6.000,-)",
        "Rp (6.000,00)",
        "(6.000 IDR)",
    ],
)
def test_a_minus_stands_before_or_behind_the_sign_or_is_a_pair_of_brackets(text: str) -> None:
    assert parse_rupiah(text) == parse_quantity(text if "R" in text else f"Rp {text}") == Quantity(-6_000, "IDR")


@pytest.mark.parametrize(
    ("text", "sen"),
    [
        ("65.837.169,38", 6_583_716_938),
        ("Rp 6,05", 605),
        ("Rp0,5", 50),
        ("-Rp1.234,50", -123_450),
        ("(1.234,50)", -123_450),
        ("6,000.50", 600_050),
    ],
)
def test_sen_are_read_to_the_last(text: str, sen: int) -> None:
    assert parse_rupiah(text) == Quantity(sen, "IDR/100")


@pytest.mark.parametrize(("text", "rupiah"), [("950,000,000", 950_000_000), ("610,000,000.00", 610_000_000)])
def test_marks_that_only_english_print_has_are_read_as_english_print(text: str, rupiah: int) -> None:
    assert parse_rupiah(text) == Quantity(rupiah, "IDR")
    assert parse_rupiah(text.translate({44: 46, 46: 44}), locale="en") == Quantity(rupiah, "IDR")


@pytest.mark.parametrize("text", ["IDR6,000", "Rp 6,000.00", "6,000 rupiah", "Rp. 6,000.-", "6000"])
def test_english_print_of_rupiah_is_read_where_the_caller_says_so(text: str) -> None:
    assert parse_rupiah(text, locale="en") == Quantity(6_000, "IDR")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Rp", "unreadable"),
        ("Rp.", "unreadable"),
        ("rupiah", "unreadable"),
        ("-Rp-6.000", "unreadable"),
        ("Rp 6.000 rupiah", "unreadable"),
        ("Rp  6.000", "unreadable"),
        ("6.00", "unreadable"),
        ("Rp6.000,-,-", "unreadable"),
        (",-", "unreadable"),
        ("Rp\u20096.000\u2009000", "unreadable"),
        ("Rp ６.000", "foreign_character"),
        ("Rp 6,000", "ambiguous"),
        ("Rp 6.000,000", "not_whole"),
        ("Rp 6.000,505", "not_whole"),
        ("0,001", "not_whole"),
        ("Rp 6.000 IDR", "unreadable"),
        ("Rp 6.50", "unreadable"),
        ("(-6.000)", "unreadable"),
        ("((6.000))", "unreadable"),
        ("Rp-(6.000)", "unreadable"),
        ("(enam ribu rupiah)", "unreadable"),  # brackets around words are no minus
        ("Rp6.000 (tujuh ribu rupiah)", "words_differ"),
        ("Rp6.000 (enam ribu ratus)", "misplaced_word"),
        ("Rp 12 kg", "unreadable"),
        ("Rp -", "dash"),
        ("-", "dash"),
        ("tidak diketahui", "unknown"),
        ("USD 5", "foreign_currency"),
        ("$5.000", "foreign_currency"),
        ("€ 5", "foreign_currency"),
        ("5 USD", "foreign_currency"),
        ("Rp 4,2 miliar", "rounded_figure"),
        ("5 juta", "rounded_figure"),
        ("5 juta rupiah", "rounded_figure"),
        ("Rp 1,5 M", "rounded_figure"),
        ("Rp 2,17 triliun", "rounded_figure"),
        ("5.000 $", "foreign_currency"),
        ("Rp -,-", "dash"),
        ("Rp. --,00", "dash"),
        ("Rp Nihil", "none"),
        ("Rp nan", "blank"),
        ("1" + "0" * 31, "number_too_large"),
    ],
)
def test_what_is_no_amount_of_rupiah_is_refused_for_its_reason(text: str, code: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse_rupiah(text)
    assert (caught.value.code, caught.value.field, caught.value.value) == (code, "rupiah", text)


def test_three_decimals_of_a_rupiah_are_the_print_of_the_other_language_until_the_caller_says() -> None:
    assert parse_rupiah("Rp 6,000", ambiguous="thousands") == Quantity(6_000, "IDR")
    assert parse_rupiah("Rp 6,000", ambiguous="decimal") == Quantity(6, "IDR")
    assert parse_rupiah("Rp 6.000", locale="en", ambiguous="thousands") == Quantity(6_000, "IDR")
    with pytest.raises(ParseError) as caught:
        parse_rupiah("Rp 6.000", locale="en")
    assert caught.value.code == "ambiguous"
    assert parse_rupiah("Rp 6,500", ambiguous="decimal") == Quantity(650, "IDR/100")
    with pytest.raises(ParseError) as caught:
        parse_rupiah("Rp 6,505", ambiguous="decimal")
    assert caught.value.code == "not_whole"
    assert parse_rupiah("Rp 6,000,-") == Quantity(6_000, "IDR")  # nothing stands between a decimal mark and a dash


def test_a_spreadsheet_zero_is_a_dash() -> None:
    assert parse_rupiah("Rp -", dash=0) == 0
    assert parse_rupiah("Tidak diketahui", unknown=None) is None


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("2.408 kg", Quantity(2_408, "kg")),
        ("2.408,5 Kg", Quantity("2408.5", "kg")),
        ("400 gram", Quantity(400, "g")),
        ("400gr", Quantity(400, "g")),
        ("1,5 ton", Quantity(1_500, "kg")),
        ("2,5 liter", Quantity(2_500, "ml")),
        ("30 potong", Quantity(30, "piece")),
        ("92 orang", Quantity(92, "person")),
        ("35.864 kepala keluarga", Quantity(35_864, "family")),
        ("2.720 KPM", Quantity(2_720, "family")),
        ("15 kali", Quantity(15, "event")),
        ("Rp. 6.000,-", Quantity(6_000, "IDR")),
        ("6.000 rupiah", Quantity(6_000, "IDR")),
        ("-3 hari", Quantity(-3, "day")),
        ("1.809 m2", Quantity(1_809, "m2")),
        ("3,5 M²", Quantity("3.5", "m2")),
        ("0,4 hektar", Quantity(4_000, "m2")),
        ("2 m³", Quantity(2_000, "l")),
        ("100 meter persegi", Quantity(100, "m2")),
        ("2.100 kkal", Quantity(2_100, "kcal")),
        ("2 jam", Quantity(120, "minute")),
        ("250 ekor", Quantity(250, "head")),
        ("3 kelompok", Quantity(3, "group")),
        ("5 desa", Quantity(5, "village")),
        ("2,5 kuintal", Quantity(250, "kg")),
        ("tujuh orang", Quantity(7, "person")),
        ("dua puluh lima kepala keluarga", Quantity(25, "family")),
        ("dua koma lima kg", Quantity("2.5", "kg")),
        ("minus tiga hari", Quantity(-3, "day")),
        ("72 (tujuh puluh dua) jiwa", Quantity(72, "person")),
        ("72 jiwa (tujuh puluh dua jiwa)", Quantity(72, "person")),
        ("tujuh puluh dua (72) jiwa", Quantity(72, "person")),
        ("950,000,000 kg", Quantity(950_000_000, "kg")),
        ("5\xa0kg", Quantity(5, "kg")),
        ("−5 kg", Quantity(-5, "kg")),
        ("2,5 t", Quantity(2_500, "kg")),
    ],
)
def test_a_number_and_its_unit_are_a_quantity(text: str, quantity: Quantity) -> None:
    assert parse_quantity(text) == quantity


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.code)
def test_every_unit_is_read_by_its_code_and_its_labels(unit: Any) -> None:
    for word in unit.words:
        assert parse_quantity(f"3 {word}") == Quantity(3, unit)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("5", "unreadable"),
        ("kg", "unreadable"),
        ("kg 5", "unreadable"),
        ("5 kg 3 gram", "unreadable"),
        ("5 kg..", "unreadable"),
        ("5 m4", "unreadable"),
        ("5 m 2", "unreadable"),
        ("5 kg2", "unknown_unit"),
        ("0,00001 m²", "not_whole"),
        ("400 gram/orang/hari", "unreadable"),
        ("5  kg", "unreadable"),
        ("2,5 T", "ambiguous"),
        ("2,5 M", "ambiguous"),
        ("1,2 juta orang", "rounded_figure"),
        ("72 (tujuh puluh tiga) jiwa", "words_differ"),
        ("tujuh", "unreadable"),
        ("tujuh babi", "unreadable"),
        ("(5 kg)", "unreadable"),
        ("5 kg (kotor)", "unreadable"),
        ("Nihil", "none"),
        ("5 pigs", "unknown_unit"),
        ("2,408 kg", "ambiguous"),
        ("12.34 kg", "unreadable"),
        ("0,5 potong", "not_whole"),
        ("0,0001 gram", "not_whole"),
        ("1" * 35 + ",5 gram", "not_whole"),
        ("1," + "0" * 60 + "1 kg", "not_whole"),
        ("0," + "0" * 900 + "1 kg", "not_whole"),
        ("1" + "0" * 31 + " kg", "number_too_large"),
        ("- lusin", "dash"),
    ],
)
def test_what_is_no_quantity_is_refused_for_its_reason(text: str, code: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse_quantity(text)
    assert (caught.value.code, caught.value.field, caught.value.value) == (code, "quantity", text)
    assert caught.value.message("id") != caught.value.message("en")


def test_a_number_left_blank_before_its_unit_is_a_dash() -> None:
    assert parse_quantity("- lusin", dash=None) is None
    assert parse_quantity("– lusin", dash=None) is None


def test_an_unknown_unit_is_refused_with_the_nearest_known_one() -> None:
    with pytest.raises(ParseError, match="Did you mean 'potong'"):
        parse_quantity("5 ptong")


def test_a_quantity_prints_in_the_unit_that_is_asked_for() -> None:
    assert format_quantity(Quantity(2_408_500, "g"), "id", unit="g") == "2.408.500 g"
    with pytest.raises(UnitError) as caught:
        format_quantity(Quantity(1, "g"), "id", unit="IDR")
    assert (caught.value.code, caught.value.field) == ("unit_mismatch", "unit")
    with pytest.raises(InvalidValueError) as wrong:
        format_quantity(5)  # type: ignore[arg-type]
    assert (wrong.value.code, wrong.value.field, wrong.value.value) == ("wrong_type", "quantity", 5)


@pytest.mark.parametrize(
    "text",
    ["3-7 hari", "3–7 hari", "3 – 7 hari", "3 - 7 hari", "3 hari – 7 hari", "3 s/d 7 hari", "3 sampai dengan 7 hari"],
)
def test_a_range_is_two_amounts_with_one_unit(text: str) -> None:
    assert parse_span(text) == Span(Quantity(3, "day"), Quantity(7, "day"))


def test_a_range_may_be_of_one_amount_of_money_and_of_two_units() -> None:
    assert parse_span("3 hari") == Span(Quantity(3, "day"), Quantity(3, "day"))
    assert parse_span("3-4 m²") == parse_span("3 m²-4 m²") == Span(Quantity(3, "m2"), Quantity(4, "m2"))
    assert parse_span("500 g – 2 kg") == Span(Quantity(500, "g"), Quantity(2, "kg"))
    assert parse_span("Rp1.000-Rp2.000") == Span(Quantity(1_000, "IDR"), Quantity(2_000, "IDR"))
    assert parse_span("1,500–2,500 kg", locale="en").maximum == Quantity(2_500, "kg")
    assert parse_span("-", dash=None) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("7-3 hari", "minimum_above_maximum"),
        ("3 hari – 7 kg", "unit_mismatch"),
        ("1-2-3 hari", "unreadable"),
        ("3-7", "unreadable"),
        ("3– hari", "unreadable"),
        ("3 – Rp7.000", "unreadable"),
        ("–", "dash"),
        ("3-7 pigs", "unknown_unit"),
    ],
)
def test_what_is_no_range_is_refused_for_its_reason(text: str, code: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse_span(text)
    assert (caught.value.code, caught.value.field, caught.value.value) == (code, "span", text)


@pytest.mark.parametrize("text", ["65837169.0", "Rp65837169.0", "Rp 65837169.0"])
def test_a_whole_number_of_rupiah_that_a_program_wrote_as_a_float_is_that_number(text: str) -> None:
    assert parse_rupiah(text) == Quantity(65_837_169, "IDR")
    assert parse_rupiah("0.0") == Quantity(0, "IDR")
    assert parse_rupiah("-12.0") == Quantity(-12, "IDR")


@pytest.mark.parametrize("text", ["65837169.5", "65837169.00", "1.234.0", "012.0", "12.0,-", "6.0 juta"])
def test_no_other_figure_with_a_point_and_a_zero_is(text: str) -> None:
    with pytest.raises(ParseError):
        parse_rupiah(text)
