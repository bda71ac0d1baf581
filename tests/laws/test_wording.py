"""Laws of reading and writing print: what is written reads back, and any text is read or refused."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kesos import wording
from kesos.errors import ParseError
from kesos.hazards import HAZARDS, Hazard
from kesos.values import UNITS, Language, Percentage, Period, Quantity, Span

LANGUAGES = st.sampled_from(["id", "en"])
WHOLE = st.integers(-(10**30), 10**30)
EXACT = st.one_of(
    st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12),
    st.decimals(allow_nan=False, allow_infinity=False, min_value=Decimal("-1e40"), max_value=Decimal("1e40")).filter(
        lambda value: int(value.as_tuple().exponent) > -300
    ),
)
DATES = st.dates(date(1900, 1, 1))
PERIODS = st.one_of(
    st.builds(lambda a, b: Period.between(min(a, b), max(a, b)), DATES, DATES),
    st.builds(lambda year, month: Period.month(year, month), st.integers(1900, 9999), st.integers(1, 12)),
    st.builds(Period.year, st.integers(1900, 9999)),
)
# what people type, so that the readers get further than their first check
PRINT = st.text(st.sampled_from("0123456789.,-–/ %()Rprupiah\xa0٣５'\n\t") | st.characters(), max_size=60)
TYPED = """
    Rp Rp. ,- 1.234 6.000 35,45 % persen satu dua ratus ribu juta belas se- rupiah minus Juni Mei 2017 17 5 – - / s/d
    sampai dengan Kamis, tanggal kg potong lusin KK one hundred and thousand banjir Tidak diketahui
"""
PARTS = st.sampled_from(TYPED.split())
SENTENCES = st.builds(" ".join, st.lists(PARTS, max_size=8)) | st.builds("".join, st.lists(PARTS, max_size=8))

READERS: tuple[Callable[..., Any], ...] = (
    wording.parse_number,
    wording.parse_count,
    wording.parse_percent,
    wording.parse_kk_jiwa,
    wording.parse_rupiah,
    wording.parse_quantity,
    wording.parse_span,
    wording.parse_period,
    wording.parse_day,
    wording.parse_words,
)


def refusal_of(call: Callable[[], Any]) -> ParseError | None:
    """The ParseError that a call ends with, or None where it gives an answer; any other error is a failure."""
    try:
        call()
    except ParseError as error:
        return error
    return None


@given(WHOLE | st.integers(-(10**999), 10**999), LANGUAGES)
@example(-0, "id")
@example(10**1000 - 1, "en")
def test_a_whole_number_reads_back_as_what_it_was(number: int, language: Language) -> None:
    read = wording.parse_number(wording.format_number(number, language), locale=language)
    assert read == number
    assert type(read) is int


@given(EXACT, LANGUAGES)
@example(Decimal("1.234"), "id")
@example(Decimal("-0.000"), "en")
@example(Decimal("1E+30"), "id")
def test_a_number_with_decimals_reads_back_digit_for_digit(number: Decimal, language: Language) -> None:
    text = wording.format_number(number, language)
    read = wording.parse_number(text, locale=language, ambiguous="decimal")
    assert read == number
    if int(number.as_tuple().exponent) < 0:
        assert isinstance(read, Decimal)
        assert read.as_tuple().exponent == number.as_tuple().exponent


@given(EXACT, LANGUAGES)
def test_only_a_thousand_or_a_fraction_needs_the_word_of_the_caller(number: Decimal, language: Language) -> None:
    text = wording.format_number(number, language)
    if language == "id" and re.fullmatch(r"-?[1-9]\d{0,2},\d{3}", text):
        with pytest.raises(ParseError) as caught:
            wording.parse_number(text)
        assert caught.value.code == "ambiguous"
    else:
        assert wording.parse_number(text, locale=language) == number


@given(st.decimals(-(10**12), 10**12, places=5), LANGUAGES)
@example(Decimal("35.450"), "id")
def test_a_percentage_reads_back_as_what_it_was(number: Decimal, language: Language) -> None:
    percent = Percentage(number)
    text = wording.format_percent(percent, language)
    assert wording.parse_percent(text, locale=language, ambiguous="decimal") == percent


@given(WHOLE, LANGUAGES)
def test_an_amount_of_rupiah_reads_back_as_what_it_was(amount: int, language: Language) -> None:
    quantity = Quantity(amount, "IDR")
    text = wording.format_quantity(quantity, language)
    assert wording.parse_rupiah(text, locale=language) == quantity
    assert wording.parse_quantity(text, locale=language) == quantity


@given(WHOLE, st.sampled_from(UNITS), LANGUAGES)
@example(1_234, UNITS[0], "id")
def test_a_quantity_reads_back_in_whichever_unit_it_is_printed(amount: int, unit: Any, language: Language) -> None:
    quantity = Quantity(amount, unit.base) * (60 if unit.code == "hour" else 1)  # ten minutes are no number of hours
    for text in (wording.format_quantity(quantity, language), wording.format_quantity(quantity, language, unit=unit)):
        assert wording.parse_quantity(text, locale=language, ambiguous="decimal") == quantity


@given(WHOLE, WHOLE, st.sampled_from(UNITS), LANGUAGES)
def test_a_range_reads_back_with_both_its_ends(one: int, other: int, unit: Any, language: Language) -> None:
    span = Span(Quantity(min(one, other), unit.base), Quantity(max(one, other), unit.base))
    assert wording.parse_span(span.say(language), locale=language, ambiguous="decimal") == span


@given(PERIODS, LANGUAGES)
@example(Period.between(date(1999, 12, 30), date(2000, 1, 2)), "id")
@example(Period(date(2017, 6, 1), date(2017, 6, 30), "days"), "en")
@example(Period(date(2017, 6, 1), date(2017, 6, 1), "days"), "en")
def test_a_period_reads_back_to_the_day_and_to_its_precision(period: Period, language: Language) -> None:
    assert wording.parse_period(wording.format_period(period, language), locale=language) == period
    assert wording.parse_period(period.iso, locale=language) == period


@given(DATES)
def test_indonesian_print_of_a_day_in_numbers_is_day_then_month(day: date) -> None:
    for mark in "-/.":
        assert wording.parse_day(f"{day.day:02d}{mark}{day.month:02d}{mark}{day.year:04d}") == day
        assert wording.parse_day(f"{day.day}{mark}{day.month}{mark}{day.year:04d}") == day


@given(DATES)
def test_english_print_of_a_day_in_numbers_is_read_only_where_there_is_one_reading(day: date) -> None:
    text = f"{day.day}/{day.month}/{day.year:04d}"
    if day.day <= 12 and day.day != day.month:
        with pytest.raises(ParseError) as caught:
            wording.parse_day(text, locale="en")
        assert caught.value.code == "ambiguous"
        assert day.isoformat() in str(caught.value)
        assert day.replace(month=day.day, day=day.month).isoformat() in str(caught.value)
    else:
        assert wording.parse_day(text, locale="en") == day
    assert wording.parse_day(text, locale="en", ambiguous="day_first") == day
    month_first = f"{day.month}/{day.day}/{day.year:04d}"
    assert wording.parse_day(month_first, locale="en", ambiguous="month_first") == day


@given(WHOLE | st.integers(-(10**7), 10**7), LANGUAGES, st.booleans())
@example(0, "id", True)
def test_a_number_in_words_reads_back_as_what_it_was(number: int, language: Language, rupiah: bool) -> None:
    words = wording.spell_out(number, language, rupiah=rupiah)
    assert wording.parse_words(words, locale=language) == number
    assert wording.parse_words(f"({words.title()})".replace(" ", "  "), locale=language) == number


@given(st.integers(0, 10**30), st.integers(0, 10**30))
def test_two_numbers_are_never_spelt_alike(one: int, other: int) -> None:
    assert (wording.spell_out(one) == wording.spell_out(other)) == (one == other)


@given(st.sampled_from(HAZARDS))
def test_every_hazard_is_read_by_each_of_its_words(hazard: Hazard) -> None:
    for word in (hazard.code, hazard.name.id, hazard.name.en, *hazard.words):
        assert wording.parse_hazard(f" {word.upper()} ") == hazard


@given(PRINT | SENTENCES, LANGUAGES)
@example("a" * 150 + "'\"", "id")
@example("'" * 300, "id")
@example("²", "id")
@example("\x1c1", "en")
@example("\ud800", "en")
def test_any_text_is_read_or_refused_by_a_parse_error_that_shows_it(text: str, language: Language) -> None:
    for read in READERS:
        refusal = refusal_of(lambda read=read: read(text, locale=language))
        if refusal is not None:
            assert refusal.value == text
            assert repr(text)[1:-1][:40] in str(refusal)
            assert refusal.field is not None
            assert refusal.message("id")
    refusal = refusal_of(lambda: wording.parse_hazard(text))
    if refusal is not None:
        assert refusal.value == text
        assert refusal.field == "hazard"


@given(PRINT | SENTENCES)
def test_blanks_around_a_text_change_nothing(text: str) -> None:
    for read in READERS:
        answers: list[Any] = []
        for given_text in (text.strip(" \t\r\n"), f" \t{text}\r\n"):
            try:
                answers.append(read(given_text))
            except ParseError as error:
                answers.append(error.code)
        assert answers[0] == answers[1]


@given(st.none() | st.integers() | st.floats() | st.binary() | st.lists(st.text()) | st.dates())
def test_what_is_not_a_text_is_refused_by_its_kind(value: Any) -> None:
    for read in (*READERS, wording.parse_hazard):
        with pytest.raises(ParseError) as caught:
            read(value)
        assert caught.value.code == "not_a_text"
        assert caught.value.field is not None
        assert type(value).__name__ in str(caught.value)


MILLION = 10**6
HOSTILE = {
    "groups": "1." * (MILLION // 2),
    "ones": "1" * MILLION,
    "nines_and_groups": "9" + ".999" * (MILLION // 4),
    "words": "satu " * (MILLION // 5),
    "thousands": "ribu " * (MILLION // 5),
    "blanks": " " * MILLION,
    "blanks_inside": "1" + " " * MILLION + "2",
    "hyphens": "-" * MILLION,
    "dashes": "–" * MILLION,
    "dates": "1-" * (MILLION // 2) + "2017",
    "letters": "a" * MILLION,
    "hyphenated": "a-" * (MILLION // 2),
    "brackets": "(" * (MILLION // 2) + ")" * (MILLION // 2),
    "no_break": "\xa0" * MILLION,
    "rupiah": "Rp" * (MILLION // 2),
    "slashes": "/" * MILLION,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_million_characters_are_refused_without_ado(name: str) -> None:
    for read in (*READERS, wording.parse_hazard):
        begun = time.process_time()
        with pytest.raises(ParseError):
            read(HOSTILE[name])
        assert time.process_time() - begun < 1
