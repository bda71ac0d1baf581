"""kesos.wording._numbers and its grammar: what the print of a number means."""

from __future__ import annotations

import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from kesos.errors import InvalidValueError, ParseError
from kesos.values import Percentage, Rounding
from kesos.wording import (
    FamiliesAndPeople,
    format_number,
    format_percent,
    parse_count,
    parse_kk_jiwa,
    parse_number,
    parse_percent,
    parse_period,
    parse_quantity,
    parse_rupiah,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("-0", 0),
        ("860", 860),
        ("1234", 1_234),
        ("1.234", 1_234),
        ("12.345.678", 12_345_678),
        ("-1.234", -1_234),
        ("0,5", Decimal("0.5")),
        ("0,400", Decimal("0.400")),  # no English thousand begins with a zero
        ("1234,567", Decimal("1234.567")),  # no English number has a group of four
        ("1.234,567", Decimal("1234.567")),
        ("1,23", Decimal("1.23")),
        ("1,2345", Decimal("1.2345")),
        ("1234,5", Decimal("1234.5")),
        ("-35,45", Decimal("-35.45")),
    ],
)
def test_indonesian_print_groups_with_points_and_marks_decimals_with_a_comma(text: str, value: Any) -> None:
    read = parse_number(text)
    assert read == value
    assert type(read) is type(value)
    assert str(read) == str(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [("1,234", 1_234), ("1.234", Decimal("1.234")), ("0.5", Decimal("0.5")), ("1,234,567.5", Decimal("1234567.5"))],
)
def test_english_print_is_read_where_the_caller_says_so(text: str, value: Any) -> None:
    for locale in ("en", "en_US", "en-GB"):
        assert parse_number(text, locale=locale) == value


@pytest.mark.parametrize("text", ["1,234", "35,454", "-999,999", "100,000"])
def test_one_to_three_digits_a_comma_and_three_digits_are_two_numbers(text: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse_number(text)
    thousands, decimal = text.replace(",", ""), text.replace(",", ".")
    assert caught.value.code == "ambiguous"
    assert f"reads {thousands}" in str(caught.value)
    assert f"reads {decimal}" in str(caught.value)
    assert parse_number(text, ambiguous="thousands") == int(thousands)
    assert parse_number(text, ambiguous="decimal") == Decimal(decimal)
    with pytest.raises(ParseError, match="two ways"):
        parse_percent(f"{text} %")


@pytest.mark.parametrize("text", ["01.234", "1.23.456", "1.2345", "5,", ",5", "1,2,3", "1..234", "1.234.", ".5", "5-"])
def test_a_text_that_no_language_prints_is_refused(text: str) -> None:
    for locale in ("id", "en"):
        if (locale, text) not in {("en", "1.2345")}:
            with pytest.raises(ParseError) as caught:
                parse_number(text, locale=locale)
            assert (caught.value.code, caught.value.field, caught.value.value) == ("unreadable", "number", text)


def test_print_of_the_other_language_is_refused_with_the_locale_to_give() -> None:
    with pytest.raises(ParseError, match='For English print give locale="en"'):
        parse_number("12.34")
    with pytest.raises(ParseError, match='For Indonesian print give locale="id"'):
        parse_number("12,34", locale="en")


def test_the_caller_says_what_is_missing_and_nothing_is_guessed() -> None:
    assert parse_number("Tidak  Diketahui", unknown=None) is None
    assert parse_number("-", dash=0) == 0
    assert parse_number("—", dash=0) == 0
    assert parse_number(" ", blank="kosong") == "kosong"
    for text, code, others in (
        ("Tidak diketahui", "unknown", {"dash": 0, "blank": 0}),
        ("-", "dash", {"unknown": 0, "blank": 0}),
        ("", "blank", {"unknown": 0, "dash": 0}),
    ):
        for read in (parse_number, parse_count, parse_rupiah, parse_percent, parse_quantity, parse_kk_jiwa):
            with pytest.raises(ParseError) as caught:
                read(text, **others)  # type: ignore[arg-type]
            assert caught.value.code == code
        with pytest.raises(ParseError) as caught:
            parse_period(text, **others)  # type: ignore[arg-type]
        assert caught.value.code == code


@pytest.mark.parametrize("locale", ["xx_YY", "nl", "", None, 5, [], "ID"])
def test_print_of_a_language_that_is_not_read_is_refused_by_its_locale(locale: Any) -> None:
    for read in (parse_number, parse_count, parse_percent, parse_rupiah, parse_quantity, parse_period, parse_kk_jiwa):
        with pytest.raises(InvalidValueError) as caught:
            read("5", locale=locale)
        assert (caught.value.code, caught.value.field, caught.value.value) == ("unknown_locale", "locale", locale)
        assert not isinstance(caught.value, ParseError)


@pytest.mark.parametrize("ambiguous", ["id", "day_first", "", 5, []])
def test_a_word_for_the_ambiguous_that_is_none_is_refused(ambiguous: Any) -> None:
    for read in (parse_number, parse_count, parse_percent, parse_rupiah, parse_quantity):
        with pytest.raises(InvalidValueError) as caught:
            read("5", ambiguous=ambiguous)
        assert (caught.value.code, caught.value.field, caught.value.value) == ("not_a_choice", "ambiguous", ambiguous)


def test_a_thousand_digits_are_read_and_printed_and_one_more_is_not() -> None:
    most = 10**1000 - 1
    for sign in (1, -1):
        assert parse_number(format_number(sign * most)) == sign * most
        with pytest.raises(InvalidValueError) as printed:
            format_number(sign * (most + 1))
        assert (printed.value.code, printed.value.field) == ("not_printable", "number")
    one_more = "1" * 1001
    for text, code in (
        (one_more, "number_too_large"),
        (f"-{one_more}", "number_too_large"),
        (f"0,{one_more}", "too_long"),
    ):
        with pytest.raises(ParseError) as caught:
            parse_number(text)
        assert caught.value.code == code
    assert parse_number("0," + "1" * 1000) == Decimal("0." + "1" * 1000)


@pytest.mark.parametrize("number", [1.5, True, "5", None, Fraction(1, 2)])
def test_what_is_no_exact_number_is_not_printed(number: Any) -> None:
    with pytest.raises(InvalidValueError) as caught:
        format_number(number)
    assert (caught.value.code, caught.value.field, caught.value.value) == ("not_whole", "number", number)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "sNaN", "1E+1000", "1E-1001"])
def test_what_has_no_digits_or_too_many_is_not_printed(number: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        format_number(Decimal(number))
    assert (caught.value.code, caught.value.field) == ("not_printable", "number")


class Deceptive(str):
    """A text that answers otherwise than the text that it is."""

    def strip(self, chars: str | None = None, /) -> str:
        return "7"

    def __len__(self) -> int:
        return 1

    def __repr__(self) -> str:
        return "7"


def test_a_text_of_another_class_is_read_by_its_characters() -> None:
    assert parse_number(np.str_("1.234")) == 1_234
    assert parse_count(Deceptive(" 1.234 ")) == 1_234
    for text, code in (("x", "unreadable"), ("9" * 5_000, "too_long")):
        deceptive = Deceptive(text)
        with pytest.raises(ParseError) as caught:
            parse_number(deceptive)
        assert caught.value.code == code
        assert caught.value.value is deceptive
        assert repr(text)[:40] in str(caught.value)


def test_a_numpy_integer_is_printed_like_any_other() -> None:
    assert format_number(np.int64(1_234_567)) == "1.234.567"  # type: ignore[arg-type]


def test_a_number_prints_in_any_locale_that_babel_knows() -> None:
    assert format_number(Decimal("1234.5"), "de") == "1.234,5"
    assert format_number(1_234_567, "en_IN") == "1,234,567"


def test_a_count_is_whole_and_not_below_zero() -> None:
    assert parse_count("0") == 0
    for text, code in (
        ("-1", "count_negative"),
        ("-0", "count_negative"),
        ("1,0", "not_whole"),
        ("5 orang", "unreadable"),
    ):
        with pytest.raises(ParseError) as caught:
            parse_count(text)
        assert (caught.value.code, caught.value.field, caught.value.value) == (code, "count", text)
    assert parse_count("1,234", ambiguous="thousands") == 1_234
    with pytest.raises(ParseError) as caught:
        parse_count("1,234", ambiguous="decimal")
    assert caught.value.code == "not_whole"


@pytest.mark.parametrize(
    ("text", "locale", "percent"),
    [
        ("35,45 %", "id", "35.45"),
        ("35,45%", "id", "35.45"),
        ("79 persen", "id", "79"),
        ("79 PERSEN", "id", "79"),
        ("40,10", "id", "40.1"),
        ("-3,5 %", "id", "-3.5"),
        ("150 %", "id", "150"),
        ("35.454%", "en", "35.454"),
        ("79 percent", "en", "79"),
        ("79 per cent", "en", "79"),
    ],
)
def test_a_percentage_is_read_with_its_sign_its_word_or_bare(text: str, locale: str, percent: str) -> None:
    assert parse_percent(text, locale=locale) == Percentage(percent)


def test_a_percentage_that_is_missing_before_its_sign_is_missing() -> None:
    assert parse_percent("- %", dash=None) is None
    assert parse_percent("%", blank=None) is None
    for text in ("5 % %", "% 5", "5 ‰", "5  %"):
        with pytest.raises(ParseError) as caught:
            parse_percent(text)
        assert (caught.value.field, caught.value.value) == ("percent", text)


def test_a_percentage_prints_with_all_its_digits_or_as_many_as_are_asked_for() -> None:
    assert format_percent(Percentage("35.45"), "id", places=1, rounding=Rounding.DOWN) == "35,4%"
    with pytest.raises(InvalidValueError) as caught:
        format_percent(Percentage(Fraction(1, 3)))
    assert (caught.value.code, caught.value.field) == ("places_needed", "places")
    with pytest.raises(InvalidValueError) as caught:
        format_percent(35)  # type: ignore[arg-type]
    assert (caught.value.code, caught.value.field, caught.value.value) == ("wrong_type", "percent", 35)


def test_families_and_people_are_a_pair_of_counts() -> None:
    pair = parse_kk_jiwa("695 / 2.220")
    assert pair == FamiliesAndPeople(families=695, people=2_220)
    assert pickle.loads(pickle.dumps(pair)) == pair
    assert parse_kk_jiwa("1/1,000", locale="en").people == 1_000
    for text in ("72/", "/240", "72/-", "1/2/3", "72", "72/24,5", "-1/5", "72/240 KK", "72\\240"):
        with pytest.raises(ParseError) as caught:
            parse_kk_jiwa(text)
        assert (caught.value.field, caught.value.value) == ("kk_jiwa", text)


@pytest.mark.parametrize(
    "text",
    [
        "72 KK 240 Jiwa",
        "72 KK / 240 Jiwa",
        "72 KK, 240 jiwa",
        "72KK/240Jiwa",
        "72 KK (240 jiwa)",
        "72 KK; 240 jiwa.",
        "72 KK – 240 jiwa",
        "72 KK : 240 jiwa",
        "72 KK dan 240 orang",
        "72 kepala keluarga (240 orang)",
        "72 KK\n240 Jiwa",
        "240 jiwa / 72 KK",
        "72/240 jiwa",
        "72 KK/240",
        "tujuh puluh dua KK, 240 (dua ratus empat puluh) jiwa",
        "72.0/240.0",
    ],
)
def test_families_and_people_are_told_apart_by_their_words_or_by_their_order(text: str) -> None:
    assert parse_kk_jiwa(text) == FamiliesAndPeople(families=72, people=240)


@pytest.mark.parametrize(
    "text", ["72 KK", "72 KK 240", "72 KK 240 KK", "72 KK (240 jiwa", "72 KK 240 jiwa)", "72 240", "KK jiwa"]
)
def test_what_is_not_one_count_of_families_and_one_of_people_is_no_pair(text: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse_kk_jiwa(text)
    assert (caught.value.code, caught.value.field) == ("unreadable", "kk_jiwa")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("12.0", 12),
        ("0.0", 0),
        ("1234.0", 1_234),
        ("tujuh", 7),
        ("72 (tujuh puluh dua)", 72),
        ("tujuh puluh dua (72)", 72),
        ("950,000,000", 950_000_000),
    ],
)
def test_a_count_is_read_as_frames_and_letters_print_it(text: str, count: int) -> None:
    read = parse_count(text)
    assert read == count
    assert type(read) is int


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("12.5", "not_whole"),
        ("12.00", "not_whole"),
        ("dua koma lima", "not_whole"),
        ("-12.0", "count_negative"),
        ("(12)", "count_negative"),
        ("minus dua", "count_negative"),
        ("72 (tujuh puluh tiga)", "words_differ"),
        ("5 ribu", "rounded_figure"),
        ("dua (ekor)", "misplaced_word"),
    ],
)
def test_what_is_no_count_is_refused_for_its_reason(text: str, code: str) -> None:
    for locale in ("id", "en") if text[0].isdigit() and "(" not in text else ("id",):
        with pytest.raises(ParseError) as caught:
            parse_count(text, locale=locale)
        assert (caught.value.code, caught.value.field, caught.value.value) == (code, "count", text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("950,000,000", 950_000_000),
        ("1,234.5", Decimal("1234.5")),
        ("1,234.567", Decimal("1234.567")),
        ("(1.234)", -1_234),
        ("( 0,50 )", Decimal("-0.50")),
        ("−5", -5),
        ("\u20115", -5),
        ("\ufeff5\u200e", 5),
    ],
)
def test_what_accounts_machines_and_the_other_language_print_is_read(text: str, value: Any) -> None:
    assert (str(parse_number(text)), type(parse_number(text))) == (str(value), type(value))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("5 kg", "'kg' stands beside the number"),
        ("Rp 6.000", "'Rp' stands beside the number"),
        ("12%", "'%' stands beside the number"),
        ("kg", "there is no number in it"),
        ("1,23 juta", "it may be rounded"),
        ("2,17 T", "it may be rounded"),
        ("50T", "it may be rounded"),
        ("5 m", "'m' stands beside the number"),
        ("5 kT", "'kT' stands beside the number"),
        ("1 234 567", "there is a blank inside the number"),
        ("1\xa0234\xa0567", "there is a blank inside the number"),
        ("1\u200b234", "there is a blank inside the number"),
        ("-(5)", "it is not written as a number is"),
        ("(-5)", "it has two minus signs"),
        ("95,123.4,1", "it is not written as a number is"),
    ],
)
def test_the_reason_of_a_refusal_is_the_true_one(text: str, says: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse_number(text)
    assert says in str(caught.value)
    assert caught.value.code in ("unreadable", "rounded_figure")


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("98.21 %", "98.21"),
        ("98.21", "98.21"),
        ("100.0", "100"),
        ("0.400", "0.4"),
        ("1234.567 %", "1234.567"),
        ("1.234,5 %", "1234.5"),
        ("(5,2 %)", "-5.2"),
        ("(5,2) %", "-5.2"),
        ("5\xa0%", "5"),
        ("5 % (lima persen)", "5"),
    ],
)
def test_a_percentage_with_one_reading_is_read(text: str, percent: str) -> None:
    assert parse_percent(text) == Percentage(percent)


@pytest.mark.parametrize("text", ["97.035", "8.333 %", "1.234%", "-1.234", "(1.234)", "97,035", "100.000"])
def test_a_percentage_with_three_digits_behind_its_only_mark_is_two(text: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse_percent(text)
    assert caught.value.code == "ambiguous"
    fraction, thousand = (parse_percent(text, ambiguous=word) for word in ("decimal", "thousands"))
    assert thousand.exact == fraction.exact * 1_000


def test_english_print_of_a_percentage_has_one_reading_where_it_is_told() -> None:
    assert parse_percent("97.035", locale="en") == Percentage("97.035")
    assert parse_percent("1,234 %", locale="en") == Percentage(1_234)
    assert parse_percent("35,45 %", locale="en") == Percentage("35.45")
