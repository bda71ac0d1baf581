"""kesos.wording._dates and its grammar: days, runs of days, months and years."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from itertools import product
from typing import Any

import pytest

from kesos.errors import InvalidValueError, ParseError
from kesos.values import Period
from kesos.wording import format_period, parse_day, parse_period
from kesos.wording._date_grammar import DateGrammar
from kesos.wording._date_words import MONTH_WORDS

SPELLINGS = [(number, word) for number, words in enumerate(MONTH_WORDS["id"], 1) for word in words.split()]
ENGLISH = [(number, word) for number, words in enumerate(MONTH_WORDS["en"], 1) for word in words.split()]


@pytest.mark.parametrize(("number", "word"), SPELLINGS)
def test_every_spelling_of_a_month_is_that_month(number: int, word: str) -> None:
    for text in (word, word.title(), word.upper(), f"{word}."):
        assert parse_period(f"{text} 2017") == Period.month(2017, number)
        assert parse_day(f"2 {text} 2017") == date(2017, number, 2)


@pytest.mark.parametrize(("number", "word"), ENGLISH)
def test_every_english_spelling_is_that_month_where_the_caller_says_so(number: int, word: str) -> None:
    assert parse_period(f"{word} 2017", locale="en") == Period.month(2017, number)
    assert parse_day(f"{word.title()} 2, 2017", locale="en") == date(2017, number, 2)
    assert parse_day(f"2 {word} 2017", locale="en") == date(2017, number, 2)


def test_the_spellings_in_use_are_all_there() -> None:
    words = {word: number for number, word in SPELLINGS}
    for number, spellings in {
        2: "Februari Pebruari Feb Peb",
        8: "Agustus Agt Agu Ags Agust",
        9: "September Sep Sept",
        11: "November Nopember Nov Nop",
        12: "Desember Des",
    }.items():
        for spelling in spellings.split():
            assert words[spelling.lower()] == number


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("19-01-2017", "2017-01-19"),
        ("9/1/2017", "2017-01-09"),
        ("19.01.2017", "2017-01-19"),
        ("19 - 01 - 2017", "2017-01-19"),
        ("03/04/2024", "2024-04-03"),
        ("2017-01-19", "2017-01-19"),
        ("15 Mei 2018", "2018-05-15"),
        ("15-Mei-2018", "2018-05-15"),
        ("15 Mei tahun 2018", "2018-05-15"),
        ("tanggal 15 Mei 2018", "2018-05-15"),
        ("tgl. 15 Mei 2018", "2018-05-15"),
        ("Kamis, 7 Januari 2021", "2021-01-07"),
        ("Hari Jum'at tanggal 8 Januari 2021", "2021-01-08"),
        ("Juni 2017", "2017-06"),
        ("bulan Juni tahun 2017", "2017-06"),
        ("06/2017", "2017-06"),
        ("6-2017", "2017-06"),
        ("2017-06", "2017-06"),
        ("2017", "2017"),
        ("Tahun 2017", "2017"),
        ("1900", "1900"),
    ],
)
def test_a_day_a_month_and_a_year_are_read(text: str, iso: str) -> None:
    assert parse_period(text) == Period.of(iso)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("01 – 05 / 03-2017", "2017-03-01/2017-03-05"),
        ("01-05/03-2017", "2017-03-01/2017-03-05"),
        ("01-05/03/2017", "2017-03-01/2017-03-05"),
        ("1 s/d 5-3-2017", "2017-03-01/2017-03-05"),
        ("11-13 Agustus 2018", "2018-08-11/2018-08-13"),
        ("11 - 13 Agustus 2018", "2018-08-11/2018-08-13"),
        ("11—13 Agustus 2018", "2018-08-11/2018-08-13"),
        ("tanggal 11 s/d tanggal 13 Agustus 2018", "2018-08-11/2018-08-13"),
        ("11 s/d tgl 13 Agustus 2018", "2018-08-11/2018-08-13"),
        ("28 Februari – 2 Maret 2017", "2017-02-28/2017-03-02"),
        ("28 Feb. - 2 Mar. 2017", "2017-02-28/2017-03-02"),
        ("28/02 – 02/03/2017", "2017-02-28/2017-03-02"),
        ("28/02-02/03/2017", "2017-02-28/2017-03-02"),
        ("28-02 s/d 02-03-2017", "2017-02-28/2017-03-02"),
        ("30 Desember 2017 – 2 Januari 2018", "2017-12-30/2018-01-02"),
        ("25-02-2017 s/d 01-03-2017", "2017-02-25/2017-03-01"),
        ("25-02-2017 s.d. 01-03-2017", "2017-02-25/2017-03-01"),
        ("25-02-2017 S.D 1 Maret 2017", "2017-02-25/2017-03-01"),
        ("25-02-2017 sampai 01-03-2017", "2017-02-25/2017-03-01"),
        ("25-02-2017 sampai dengan 01-03-2017", "2017-02-25/2017-03-01"),
        ("25-02-2017 hingga 01-03-2017", "2017-02-25/2017-03-01"),
        ("25-02-2017-01-03-2017", "2017-02-25/2017-03-01"),
        ("25-02-2017 - 01-03-2017", "2017-02-25/2017-03-01"),
        ("2017-02-25/2017-03-01", "2017-02-25/2017-03-01"),
        ("2017-02-25 s/d 2017-03-01", "2017-02-25/2017-03-01"),
        ("bulan Mei sampai dengan bulan Oktober 2018", "2018-05-01/2018-10-31"),
        ("Mei-Oktober 2018", "2018-05-01/2018-10-31"),
        ("Desember 2017 – Januari 2018", "2017-12-01/2018-01-31"),
        ("2017-2022", "2017-01-01/2022-12-31"),
        ("Tahun 2016 s/d 2018", "2016-01-01/2018-12-31"),
        ("5 – 5 Maret 2017", "2017-03-05"),
        ("Mei – Mei 2018", "2018-05"),
    ],
)
def test_a_run_is_read_within_a_month_across_months_and_across_years(text: str, iso: str) -> None:
    assert parse_period(text) == Period.of(iso)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("June 11–13, 2018", "2018-06-11/2018-06-13"),
        ("June 11-13, 2018", "2018-06-11/2018-06-13"),
        ("May 28 – June 2, 2018", "2018-05-28/2018-06-02"),
        ("28 May to 2 June 2018", "2018-05-28/2018-06-02"),
        ("Tuesday, 15 May 2018", "2018-05-15"),
        ("on 15 May 2018", "2018-05-15"),
        ("25/02/2017", "2017-02-25"),
        ("02/25/2017", "2017-02-25"),
        ("05/05/2017", "2017-05-05"),
        ("13/12/2017", "2017-12-13"),
        ("12/13/2017", "2017-12-13"),
        ("2017-03-04", "2017-03-04"),
        ("year 2017", "2017"),
    ],
)
def test_english_print_of_dates_is_read_where_there_is_one_reading(text: str, iso: str) -> None:
    assert parse_period(text, locale="en") == Period.of(iso)


def test_english_dates_in_numbers_are_refused_with_both_readings_until_the_caller_says() -> None:
    for text in ("03/04/2017", "3-4-2017", "03.04.2017"):
        with pytest.raises(ParseError) as caught:
            parse_period(text, locale="en")
        assert caught.value.code == "ambiguous"
        assert 'ambiguous="day_first" reads 2017-04-03; ambiguous="month_first" reads 2017-03-04' in str(caught.value)
        assert parse_day(text, locale="en", ambiguous="day_first") == date(2017, 4, 3)
        assert parse_day(text, locale="en", ambiguous="month_first") == date(2017, 3, 4)
    for text in ("12/11/2017", "11/12/2017", "1/12/2017", "12/1/2017"):
        with pytest.raises(ParseError, match="two ways"):
            parse_period(text, locale="en")
    with pytest.raises(ParseError) as caught:
        parse_day("03/04/0000", locale="en")
    assert caught.value.code == "no_such_day"
    with pytest.raises(ParseError) as caught:
        parse_day("25/02/2017", locale="en", ambiguous="month_first")
    assert caught.value.code == "no_such_day"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("17 – 10 Maret 2017", "end_before_start"),
        ("17-10 Maret 2017", "end_before_start"),
        ("30 Desember – 2 Januari 2018", "end_before_start"),
        ("2018 – 2016", "end_before_start"),
        ("31-02-2017", "no_such_day"),
        ("2017-13-01", "no_such_day"),
        ("2017-00", "no_such_day"),
        ("0-1-2017", "no_such_day"),
        ("13/2017", "no_such_day"),
        ("0000", "no_such_day"),
        ("00-00-0000", "no_such_day"),
        ("30 – 31 Februari 2017", "no_such_day"),
        ("30-31 Februari 2017", "no_such_day"),
        ("Joni 2017", "unknown_month"),
        ("5 June 2017", "unknown_month"),
        ("5 Joni – 7 Juli 2017", "unknown_month"),
        ("Joni – Juli 2017", "unknown_month"),
        ("05-06-17", "short_year"),
        ("5 Mei 17", "short_year"),
        ("5 Mei '17", "short_year"),
        ("7/1", "no_year"),
        ("Kamis (7/1)", "no_year"),
        ("5 Mei", "no_year"),
        ("Per Juni 2018", "as_of"),
        ("2018 (Per Juni)", "as_of"),
        ("Senin, 7 Januari 2021", "wrong_weekday"),
        ("Kamis, Januari 2021", "wrong_weekday"),
        ("19-01/2017", "unreadable"),
        ("2017/2018", "unreadable"),
        ("2017/01-19", "unreadable"),
        ("25022017", "unreadable"),
        ("20171319", "no_such_day"),
        ("019-01-2017", "unreadable"),
        ("5 – Maret 2017", "unreadable"),
        ("Mei – 5 Juni 2017", "unreadable"),
        ("Mei – 2017", "unreadable"),
        ("1 – 2 – 3 Mei 2017", "unreadable"),
        ("– 5 Mei 2017", "unreadable"),
        ("5 Mei 2017 –", "unreadable"),
        ("5 Mei 2017 s/d selesai", "open_end"),
        ("Mei", "no_year"),
        ("5 Mei\u203b 2017", "foreign_character"),
        ("٥ Mei 2017", "foreign_character"),
        ("5 Me\x00i 2017", "foreign_character"),
        ("5 Mei 2017" + "," * 200, "too_long"),
        ("", "blank"),
        ("-", "dash"),
        ("Tidak diketahui", "unknown"),
    ],
)
def test_what_is_no_date_is_refused_for_its_reason(text: str, code: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse_period(text)
    assert (caught.value.code, caught.value.field, caught.value.value) == (code, "period", text)
    assert caught.value.message("id") != caught.value.message("en")
    with pytest.raises(ParseError) as caught:
        parse_day(text)
    assert (caught.value.code, caught.value.field) == (code, "day")


def test_a_misspelt_month_is_refused_with_the_nearest_one() -> None:
    with pytest.raises(ParseError, match="Did you mean 'juni'"):
        parse_period("Joni 2017")


def test_hyphens_part_a_range_where_both_ends_are_of_one_kind() -> None:
    assert parse_period("01-02-03-2017") == Period.of("2017-03-01/2017-03-02")
    assert parse_period("1-2-3-4-2017") == Period.of("2017-02-01/2017-04-03")
    assert parse_period("2017-06-2017-08") == Period.of("2017-06-01/2017-08-31")


FIELDS = [*product(("1", "2017", "mei"), repeat=3), *product(("1", "2017", "mei"), repeat=4)]


@pytest.mark.parametrize("fields", FIELDS, ids="-".join)
def test_no_text_with_hyphens_makes_sense_as_a_range_in_two_places(fields: tuple[str, ...]) -> None:
    grammar = DateGrammar.of("id")
    readings: set[Period] = set()
    for place in range(1, len(fields)):
        with suppress(ParseError):
            run = grammar.run("-".join(fields[:place]), "-".join(fields[place:]))
            readings |= {run} if run is not None else set()
    assert len(readings) <= 1


def test_the_caller_says_what_a_missing_date_is() -> None:
    assert parse_period("Tidak diketahui", unknown=None) is None
    assert parse_period("-", dash=None) is None
    assert parse_day("", blank=None) is None


def test_one_day_is_not_a_month_a_year_or_a_run() -> None:
    for text in ("2024", "Juni 2017", "1–5 Maret 2017"):
        with pytest.raises(ParseError) as caught:
            parse_day(text)
        assert (caught.value.code, caught.value.field, caught.value.value) == ("not_one_day", "day", text)
        assert "that is more than one day" in str(caught.value)


@pytest.mark.parametrize("ambiguous", ["decimal", "", 5])
def test_a_word_for_the_order_that_is_none_is_refused(ambiguous: Any) -> None:
    for read in (parse_period, parse_day):
        with pytest.raises(InvalidValueError) as caught:
            read("2017", ambiguous=ambiguous)
        assert (caught.value.code, caught.value.field) == ("not_a_choice", "ambiguous")


def test_only_a_period_is_printed_as_one() -> None:
    assert format_period(Period.of("2017-12-30/2018-01-02"), "nl") == "30 december 2017 – 2 januari 2018"
    with pytest.raises(InvalidValueError) as caught:
        format_period(date(2017, 1, 1))  # type: ignore[arg-type]
    assert (caught.value.code, caught.value.field) == ("wrong_type", "period")


def test_a_run_of_one_day_is_that_day_and_prints_as_it() -> None:
    day = date(2017, 3, 5)
    run = Period(day, day, "days")
    assert run == Period.between(day, day)
    assert (run.precision, run.say("id"), run.iso) == ("day", "5 Maret 2017", "2017-03-05")
