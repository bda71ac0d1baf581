"""Laws of reading dates: in whichever form a day is printed it reads back as itself, and a slip is refused."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kesos.errors import ParseError
from kesos.values import Language, Period
from kesos.wording import format_period, parse_day, parse_period, spell_out
from kesos.wording._date_grammar import DateGrammar
from kesos.wording._date_words import MONTH_WORDS, WEEKDAY_WORDS

LANGUAGES: st.SearchStrategy[Language] = st.sampled_from(["id", "en"])
DATES = st.dates(date(1900, 1, 1), date(2100, 12, 31))
CLOCKS = st.times().map(lambda clock: clock.replace(microsecond=0))


@st.composite
def days_in_print(draw: st.DrawFn, day: date, language: Language) -> str:
    """One of the ways in which people, offices and programs print a day."""
    month = draw(st.sampled_from(MONTH_WORDS[language][day.month - 1].split()))
    mark = draw(st.sampled_from("-/."))
    named = [
        f"{day.day} {month} {day.year}",
        f"{day.day:02d}-{month.title()}-{day.year}",
        f"{day.day}{month.upper()} {day.year}",
        f"{day.day} {month}, {day.year}",
    ]
    year_first = [day.isoformat(), f"{day:%Y%m%d}", f"{day.year}{mark}{day.month}{mark}{day.day}"]
    own = {
        "id": [
            f"{day.day}{mark}{day.month}{mark}{day.year}",
            f"{day.day:02d} {mark} {day.month:02d} {mark} {day.year}",
            f"{spell_out(day.day)} {month} {spell_out(day.year)}",
            f"tanggal {spell_out(day.day)} bulan {month} tahun {spell_out(day.year)} ({day:%d-%m-%Y})",
            f"{day.day} ({spell_out(day.day)}) {month} {day.year} ({spell_out(day.year)})",
        ],
        "en": [f"{month} {day.day}, {day.year}", f"{month.title()}. {day.day} {day.year}"],
    }
    return draw(st.sampled_from([*named, *year_first, *own[language]]))


def weekdays(day: date, language: Language) -> st.SearchStrategy[str]:
    """The spellings of the weekday of a day."""
    return st.sampled_from(WEEKDAY_WORDS[language][day.weekday()].title().split())


@st.composite
def clocks_in_print(draw: st.DrawFn, clock: time) -> str:
    """A time of day as it stands after a date."""
    word = draw(st.sampled_from(["", "pukul ", "pkl. ", "jam "]))
    zone = draw(st.sampled_from(["", " WIB", " WITA", "Z", "+07:00", " (WIT)"]))
    form = draw(st.sampled_from(["%H:%M", "%H.%M", "%H:%M:%S", "%H.%M.%S", "%H:%M:%S.000"]))
    return f"{draw(st.sampled_from([' ', ', ']))}{word}{clock.strftime(form)}{zone}"


@given(st.data(), DATES, LANGUAGES, CLOCKS)
def test_a_day_reads_back_from_every_form_with_its_weekday_its_label_and_its_clock(
    data: st.DataObject, day: date, language: Language, clock: time
) -> None:
    text = data.draw(days_in_print(day, language))
    assert parse_day(text, locale=language) == day
    label = data.draw(st.sampled_from({"id": ["", "Hari/Tanggal : ", "Pada hari "], "en": ["", "Date: "]}[language]))
    named = label + data.draw(weekdays(day, language)) + data.draw(st.sampled_from([", ", ",", " ", ". "])) + text
    after = data.draw(clocks_in_print(clock))
    for each in (f"({text})", f"'{text},", f"{text}.", named, text + after, named + after):
        assert parse_day(each, locale=language) == day


@given(st.data(), DATES, LANGUAGES, st.integers(1, 6))
def test_a_weekday_of_another_day_is_always_refused(
    data: st.DataObject, day: date, language: Language, shift: int
) -> None:
    text = data.draw(days_in_print(day, language))
    other = data.draw(weekdays(day + timedelta(shift), language))
    for each in (f"{other}, {text}", f"{other} {text} 07:30"):
        with pytest.raises(ParseError) as caught:
            parse_day(each, locale=language)
        assert caught.value.code == "wrong_weekday"


@given(st.data(), DATES, st.integers(0, 400), LANGUAGES)
def test_a_run_with_weekdays_and_clocks_at_its_ends_reads_back(
    data: st.DataObject, first: date, length: int, language: Language
) -> None:
    last = first + timedelta(length)
    texts = [
        f"{data.draw(weekdays(day, language))}, {format_period(Period.between(day, day), language)}{clock}"
        for day, clock in ((first, data.draw(st.sampled_from(["", " 07:30"]))), (last, ""))
    ]
    mark = data.draw(st.sampled_from({"id": ["–", " s/d ", " - ", " sd "], "en": ["–", " to ", " - "]}[language]))
    assert parse_period(mark.join(texts), locale=language) == Period.between(first, last)


TWO_DIGITS = st.integers(0, 99)
HOURS = TWO_DIGITS | st.sampled_from([0, 23, 24, 25])
SIXTIETHS = st.sampled_from([0, 59, 60, 61]) | TWO_DIGITS


@given(DATES, HOURS, SIXTIETHS, SIXTIETHS)
@example(date(2017, 2, 25), 12, 60, 0)
@example(date(2017, 2, 25), 12, 0, 60)
def test_a_clock_that_no_day_has_is_refused(day: date, hour: int, minute: int, second: int) -> None:
    text = f"{day:%d-%m-%Y} {hour:02d}:{minute:02d}:{second:02d}"
    if (hour < 24 and minute < 60 and second < 60) or (hour, minute, second) == (24, 0, 0):
        assert parse_day(text) == day
    else:
        with pytest.raises(ParseError) as caught:
            parse_day(text)
        assert caught.value.code == "no_such_clock"


@given(DATES, st.sampled_from(["-", "/", "."]))
def test_a_year_in_two_digits_is_refused_until_its_century_is_said(day: date, mark: str) -> None:
    century = day.year // 100 * 100
    year = f"{day.year % 100:02d}"
    month = MONTH_WORDS["id"][day.month - 1].split()[0]
    for text in (
        f"{day.day}{mark}{day.month}{mark}{year}",
        f"{day.day:02d}-{month[:3]}-{year}",
        f"{day.day} {month} '{year}",
        f"{day.day} {month} {year}",
    ):
        assert parse_day(text, century=century) == day
        with pytest.raises(ParseError) as caught:
            parse_day(text)
        assert caught.value.code == "short_year"


@given(DATES, DATES)
@example(date(2025, 11, 9), date(2025, 11, 9))
def test_a_day_that_is_printed_twice_must_be_one_day(one: date, other: date) -> None:
    text = f"{format_period(Period.between(one, one))} ({other:%d-%m-%Y})"
    if one == other:
        assert parse_day(text) == one
    else:
        with pytest.raises(ParseError) as caught:
            parse_day(text)
        assert caught.value.code == "days_differ"


FIELDS = st.sampled_from(["1", "5", "12", "28", "03", "17", "2017", "2018", "mar", "mei"])


@given(st.lists(FIELDS, min_size=3, max_size=7), st.sampled_from([None, 2000]))
@example(["1", "5", "3", "17"], 2000)
@example(["01", "02", "03", "04", "05", "06"], 2000)
def test_no_text_with_hyphens_is_two_dates_or_runs(fields: list[str], century: int | None) -> None:
    grammar, text = DateGrammar.of("id", century=century), "-".join(fields)
    readings: set[Any] = set()
    with suppress(ParseError):
        readings |= {grammar.one(text)} - {None}
    for mark in re.finditer("-", text):
        with suppress(ParseError):
            readings |= {grammar.run(text[: mark.start()], text[mark.end() :])} - {None}
    assert len(readings) <= 1


UNITS = [
    "1",
    "1-",
    "1 ",
    "jan ",
    "1 jan ",
    "25 dan ",
    "25, ",
    "07.30 ",
    "kamis ",
    "kamis-",
    "tgl ",
    "(a)",
    "(",
    "a-",
    "s/d ",
]


@pytest.mark.parametrize("unit", UNITS)
def test_no_text_that_is_long_enough_to_be_tried_is_tried_without_end(unit: str) -> None:
    for text in ((unit * 200)[:200], ("1 jan 2017 " + unit * 200)[:199] + "x"):
        with pytest.raises(ParseError):
            parse_period(text, century=2000)
