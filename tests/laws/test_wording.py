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
    wording.parse_ordinal,
    wording.parse_rounded,
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
    mark = "thousands" if "." in text else "decimal"  # where there are two readings: what Indonesian print means by it
    assert wording.parse_percent(text, locale=language, ambiguous=mark) == percent


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


NEIGHBOURS = 120
"""So many numbers in a row hold each of the ones and tens beside each other."""


@given(st.sampled_from([0, 900, 999_900, 10**9 - 20]) | st.integers(0, 10**30 - NEIGHBOURS), st.integers(0, 10**30))
@example(0, 10)
def test_two_numbers_are_never_spelt_alike(one: int, other: int) -> None:
    assert (wording.spell_out(one) == wording.spell_out(other)) == (one == other)
    assert len({wording.spell_out(number) for number in range(one, one + NEIGHBOURS)}) == NEIGHBOURS


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


SEN = st.integers(-(10**25), 10**25)
# what machines print for a blank, around a text or between its words
BLANKS_OF_MACHINES = st.sampled_from("\u00a0\u2007\u2009\u202f\u3000\u200b\u2060\ufeff")


@given(SEN, LANGUAGES)
@example(5, "id")
@example(6_583_716_938, "en")
def test_an_amount_to_the_sen_reads_back_as_what_it_was(sen: int, language: Language) -> None:
    amount = Quantity(sen, "IDR/100")
    text = wording.format_quantity(amount, language)
    assert wording.parse_rupiah(text, locale=language) == wording.parse_quantity(text, locale=language) == amount
    assert amount.to("IDR") * 100 == sen


@given(SEN, SEN)
def test_sen_reckon_as_whole_numbers_do(one: int, other: int) -> None:
    first, second = Quantity(one, "IDR/100"), Quantity(other, "IDR/100")
    assert first + second == Quantity(one + other, "IDR/100")
    assert first - second == Quantity(one - other, "IDR/100")
    assert (first < second, first <= second, first == second) == (one < other, one <= other, one == other)
    assert all((each.unit.code == "IDR") == (each.to("IDR") % 1 == 0) for each in (first, second, first + second))
    if other:
        whole, rest = divmod(first, second)
        assert (whole, rest) == (one // other, Quantity(one % other, "IDR/100"))
        assert second * whole + rest == first


@given(st.data(), LANGUAGES, BLANKS_OF_MACHINES)
def test_a_blank_of_a_machine_is_a_blank(data: st.DataObject, language: Language, blank: str) -> None:
    text = data.draw(PRINT.filter(str.isascii) | SENTENCES.filter(str.isascii))
    for read in READERS:
        answers: list[Any] = []
        for printed in (text, blank + text.replace(" ", blank) + blank):
            try:
                answers.append(read(printed, locale=language))
            except ParseError as error:
                answers.append(error.code)
        assert answers[0] == answers[1], read


@given(st.integers(0, 10**15), BLANKS_OF_MACHINES | st.just(" "))
def test_a_blank_between_groups_of_digits_is_refused(number: int, blank: str) -> None:
    text = f"{number:,}".replace(",", blank)
    for read in (wording.parse_number, wording.parse_count, wording.parse_rupiah, wording.parse_percent):
        if number < 1_000:
            assert refusal_of(lambda read=read: read(text)) is None
        else:
            assert refusal_of(lambda read=read: read(text)) is not None


@given(st.decimals(-(10**9), 10**9, places=3) | st.integers(-(10**9), 10**9) | st.decimals(0, 100, places=2), LANGUAGES)
@example(Decimal("97.035"), "en")
@example(97_035, "id")
@example(Decimal("8.333"), "id")
def test_a_percentage_in_either_print_is_what_it_means_or_is_refused_with_it(
    number: Decimal | int, language: Language
) -> None:
    text = wording.format_percent(Percentage(number), language)
    refusal = refusal_of(lambda: wording.parse_percent(text))
    if refusal is None:
        assert wording.parse_percent(text) == Percentage(number)
    else:
        assert refusal.code == "ambiguous"
        readings = [wording.parse_percent(text, ambiguous=word) for word in ("decimal", "thousands")]
        assert Percentage(number) in readings
        assert readings[0] != readings[1]


@given(st.integers(0, 10**7), st.sampled_from([0, 1, 2, 3, 5]), st.sampled_from([3, 6, 9, 12]))
def test_what_is_rounded_lies_in_the_span_of_its_figure(amount: int, places: int, power: int) -> None:
    word = {3: "ribu", 6: "juta", 9: "miliar", 12: "triliun"}[power]
    exact = amount * 10**power + 10 ** (power - 1) * 5
    steps = (2 * exact * 10**places + 10**power) // (2 * 10**power)  # half up, at these decimals
    figure = wording.format_number(Decimal(steps).scaleb(-places))
    span = wording.parse_rounded(f"{figure} {word}", ambiguous="thousands" if "." in figure else "decimal")
    if places <= power:
        assert exact in span  # type: ignore[operator]
        assert span == Span(
            max(0, -((10**power - 2 * steps * 10**power) // (2 * 10**places))),
            -(-(2 * steps + 1) * 10**power // (2 * 10**places)) - 1,
        )


@given(st.integers(1, 10**12), LANGUAGES)
def test_a_count_in_words_is_the_count(number: int, language: Language) -> None:
    words = wording.spell_out(number, language)
    assert wording.parse_count(words, locale=language) == number
    assert wording.parse_count(f"{wording.format_number(number, language)} ({words})", locale=language) == number
    if language == "id":
        assert wording.parse_quantity(f"{words} orang") == Quantity(number, "person")
        assert wording.parse_ordinal(f"ke{words}") == number
    other = wording.format_number(number + 1, language)
    refusal = refusal_of(lambda: wording.parse_count(f"{other} ({words})", locale=language))
    assert refusal is not None
    assert refusal.code == "words_differ"


@given(st.decimals(0, 10**9, places=4), LANGUAGES)
def test_decimals_in_words_are_read_digit_by_digit(number: Decimal, language: Language) -> None:
    whole, _, digits = f"{number:f}".partition(".")
    mark = "koma" if language == "id" else "point"
    said = " ".join(wording.spell_out(int(digit), language) for digit in digits)
    read = wording.parse_words(f"{wording.spell_out(int(whole), language)} {mark} {said}", locale=language)
    assert str(read) == f"{number:f}"


@given(
    st.integers(0, 10**6),
    st.integers(0, 10**6),
    st.sampled_from(["{} KK / {} Jiwa", "{} KK ({} jiwa)", "{} KK {} Jiwa"]),
)
def test_a_pair_reads_back_from_every_way_to_print_it(families: int, people: int, print_of: str) -> None:
    figures = [wording.format_number(each) for each in (families, people)]
    assert wording.parse_kk_jiwa(print_of.format(*figures)) == (families, people)
