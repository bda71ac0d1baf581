"""kesos.wording._dates on dates as sheets, programs and letters hold them, with what stands around them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kesos.errors import InvalidValueError, ParseError
from kesos.values import Period
from kesos.wording import parse_day, parse_period, spell_out
from kesos.wording._date_words import WEEKDAY_NAMES, WEEKDAY_WORDS
from kesos.wording._spelt_dates import spelt_day

WEEK = [date(2017, 2, 20 + number) for number in range(7)]  # a Monday and the six days after it


@pytest.mark.parametrize("number", range(7))
def test_every_spelling_of_a_weekday_fits_its_day_and_no_other(number: int) -> None:
    for language, words in WEEKDAY_WORDS.items():
        for word in words[number].split():
            for mark in (",", ".", ".,", ", ", " ", ". ", "/", " - "):
                text = f"{word.title()}{mark}{{}} Feb 2017"
                for other, day in enumerate(WEEK):
                    if other == number:
                        assert parse_day(text.format(day.day), locale=language) == day
                        continue
                    with pytest.raises(ParseError) as caught:
                        parse_day(text.format(day.day), locale=language)
                    assert caught.value.code == "wrong_weekday"
                    assert caught.value.parameters["weekday"] == WEEKDAY_NAMES[other]


def test_friday_has_its_apostrophe_or_not() -> None:
    for friday in ("Jumat", "Jum'at", "Jum’at", "Jum`at", "Jum' at", "Jum at", "Jum", "JUM’AT"):
        for text in (f"{friday}, 24 Februari 2017", f"Hari : {friday}\nTgl. : 24-02-2017", f"24-2-2017 ({friday})"):
            assert parse_day(text) == date(2017, 2, 24)


DAY = date(2017, 2, 25)


@pytest.mark.parametrize(
    "text",
    [
        "Sabtu,25 Februari 2017",
        "Sab. 25/2/2017",
        "25 Februari 2017 (Sabtu)",
        "25 Februari 2017, Sab.",
        "Sabtu (25/2/2017)",
        "25 Februari 2017 07:30",
        "25 Februari 2017 7.30",
        "25 Februari 2017 pukul 13.30 WITA",
        "25 Februari 2017, jam 13.30",
        "25 Februari 2017 pukul 7",
        "25 Februari 2017 sekitar pukul 07.30 WIB",
        "25 Februari 2017 (13.30 WIB)",
        "25 Februari 2017 / 13.30 WIT",
        "25 Februari 2017 pkl. 05.00 s/d 07.00 WIB",
        "25 Februari 2017 07.30-09.00",
        "25 Februari 2017 24.00",
        "Pukul 13.30 WIB, Sabtu 25 Februari 2017",
        "13:30 25-02-2017",
        "25/2/2017, 00.00.00",
        "2017-02-25 00:00:00",
        "2017-02-25 00:00:00.000000",
        "2017-02-25 00:00:00+07:00",
        "2017-02-25T00:00",
        "2017-02-25T23:59:59.000Z",
        "2017-02-25T00:00:00-05:00",
        "2017-02-25T24:00:00",
        "20170225T073000Z",
        "2017-02-25 12:00:00 AM",
        "25/02/2017 1:30 p.m.",
        "2017/02/25",
        "2017.2.25",
        "20170225",
        "Hari : Sabtu\nTgl : 25 Februari 2017",
        "Hari/Tanggal : Sabtu, 25 Februari 2017",
        "Hari, Tanggal : Sabtu, 25-02-2017",
        "Hari dan Tanggal Kejadian: Sabtu / 25 Februari 2017",
        "Tanggal: 25 Februari 2017",
        "Tanggal : Sabtu, 25 Februari 2017",
        "Tanggal dan Waktu : 25 Februari 2017 / 13:30",
        "Hari/ Tanggal/ Jam : Sabtu, 25 Februari 2017, 13.30 WIB",
        "Tgl. 25-2-2017",
        "Tgl.25 Februari 2017",
        "Pada tanggal 25 Februari 2017",
        "Waktu Kejadian : 25 Februari 2017 pukul 13.30 WIB",
        "Pada hari ini Sabtu tanggal 25 bulan Februari tahun 2017",
        "Hari : Sabtu, Tanggal : 25 Februari 2017, Pukul : 13.30 WIB",
        "25 Februari 2017,",
        "25 Februari 2017.",
        "'25-02-2017",
        '"25-02-2017"',
        ": 25 Februari 2017",
        "(25 Februari 2017)",
        "[25 Februari 2017]",
        "25Februari 2017",
        "25 Februari2017",
        "25Feb.2017",
        "25/Feb/2017",
        "25 - Feb - 2017",
        "25 Februari, 2017",
        "25\u00a0Februari\u202f2017",
        "25\u201102\u20112017",
        "Tanggal dua puluh lima bulan Februari tahun dua ribu tujuh belas",
        "dua puluh lima Februari dua ribu tujuh belas",
        "tanggal dua puluh lima, bulan dua, tahun dua ribu tujuh belas",
        "duapuluh lima Februari duaribu tujuhbelas",
        "tanggal 25 bulan 2 tahun 2017",
        "25 (dua puluh lima) Februari 2017 (dua ribu tujuh belas)",
        "dua puluh lima (25) Februari 2017",
        "dua puluh lima Februari dua ribu tujuh belas (25-02-2017)",
        "25-02-2017 (Sabtu, dua puluh lima Februari dua ribu tujuh belas)",
        "Sabtu, dua puluh lima Februari dua ribu tujuh belas pukul 10.00 WIB",
    ],
)
def test_what_stands_around_a_day_is_taken_off(text: str) -> None:
    assert parse_day(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "Sat, 25 Feb 2017",
        "Sat Feb 25 2017",
        "Saturday, February 25, 2017 at 7:30 AM",
        "Sat, 25 Feb 2017 07:30:00 +0700",
        "2/25/2017 12:00:00 AM",
        "Date: 25 Feb 2017",
        "Date/Time: 2017-02-25 13:30",
        "twenty-five February two thousand seventeen",
    ],
)
def test_what_stands_around_an_english_day_is_taken_off(text: str) -> None:
    assert parse_day(text, locale="en") == DAY


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Sab, 25 Feb–Sel, 28 Feb 2017", "2017-02-25/2017-02-28"),
        ("Sab, 25 – Sel, 28 Februari 2017", "2017-02-25/2017-02-28"),
        ("Sabtu-Selasa, 25-28 Februari 2017", "2017-02-25/2017-02-28"),
        ("Hari/Tanggal : Sabtu s.d. Selasa / 25 s.d. 28 Februari 2017", "2017-02-25/2017-02-28"),
        ("Tanggal : 25 sd 28 Feb 2017", "2017-02-25/2017-02-28"),
        ("25 Februari pukul 07.30 s/d 28 Februari 2017 pukul 12.00 WIB", "2017-02-25/2017-02-28"),
        ("25-02-2017 07:30 - 28-02-2017 12:00", "2017-02-25/2017-02-28"),
        ("2017-02-25T00:00:00/2017-02-28T00:00:00", "2017-02-25/2017-02-28"),
        ("25.02.2017 - 28.02.2017", "2017-02-25/2017-02-28"),
        ("05.02.2017 - 08.02.2017", "2017-02-05/2017-02-08"),
        ("tanggal dua puluh lima s/d dua puluh delapan Februari dua ribu tujuh belas", "2017-02-25/2017-02-28"),
        ("dua puluh lima Februari sampai dengan satu Maret 2017", "2017-02-25/2017-03-01"),
        ("(25-28 Februari 2017)", "2017-02-25/2017-02-28"),
        ("Bulan : Februari 2017", "2017-02"),
        ("Februari, 2017", "2017-02"),
        ("Februari/2017", "2017-02"),
        ("Tahun : 2017", "2017"),
        ("2017.0", "2017"),
        ("2017,00", "2017"),
    ],
)
def test_what_stands_around_a_period_is_taken_off(text: str, iso: str) -> None:
    assert parse_period(text) == Period.of(iso)


def test_a_zone_moves_no_day() -> None:
    for zone in ("Z", "+00:00", "-12:00", "+14:00", ""):
        assert parse_day(f"2018-01-01T23:59:59{zone}") == parse_day(f"2018-01-01T00:00:00{zone}") == date(2018, 1, 1)


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        ("25 Februari 2017 25:70", "no_such_clock", "'25:70'"),
        ("25 Februari 2017 23:60", "no_such_clock", "'23:60'"),
        ("25 Februari 2017 23:59:60", "no_such_clock", "'23:59:60'"),
        ("25 Februari 2017 24.01", "no_such_clock", "'24.01'"),
        ("25 Februari 2017 13:30 PM", "no_such_clock", "'13:30 pm'"),
        ("25 Februari 2017 0:30 AM", "no_such_clock", "'0:30 am'"),
        ("25 Februari pukul 25.00 – 28 Februari 2017", "no_such_clock", "25.00"),
        ("25 Februari 2017 22.00-02.00", "end_before_start", "write both dates"),
        ("25 Februari 2017 pukul 05.00 s/d selesai", "open_end", "last"),
        ("25 Februari 2017 – sekarang", "open_end", "last"),
        ("07:30", "clock_alone", "25 Februari 2017"),
        ("pukul 7", "clock_alone", "time of day"),
        ("pukul 13.30 WIB", "clock_alone", "time of day"),
        ("13.30", "clock_alone", "time of day"),
        ("Juni 2017 07.30", "clock_alone", "time of day"),
        ("2017 07:30", "clock_alone", "time of day"),
        ("00.00.00", "clock_alone", "time of day"),
        ("13.30.15", "clock_alone", "time of day"),
        ("pukul 12.10", "clock_alone", "time of day"),
        ("12.10", "no_year", "no year"),
        ("Sab, 25 Feb", "no_year", "no year"),
        ("Sabtu (25/2)", "no_year", "no year"),
        ("21 Apr 07:30", "no_year", "no year"),
        ("tanggal sembilan bulan November", "no_year", "no year"),
        ("Hari : Rabu", "wrong_weekday", "without a day"),
        ("Sen, 25 Feb–Sel, 28 Feb 2017", "wrong_weekday", "Saturday"),
        ("Sab, 25 Feb–Rab, 28 Feb 2017", "wrong_weekday", "Tuesday"),
        ("Senin-Selasa, 25-28 Februari 2017", "wrong_weekday", "Saturday"),
        ("Sabtu-Rabu, 25-28 Februari 2017", "wrong_weekday", "Tuesday"),
        ("25 Februari 2017 (Senin)", "wrong_weekday", "Saturday"),
        ("2-Apr-21", "short_year", "century=2000"),
        ("02/04/21", "short_year", "century="),
        ("2 Apr '21", "short_year", "century="),
        ("Feb-17", "short_year", "century="),
        ("Feb '17", "short_year", "century="),
        ("Feb 17", "ambiguous", "17 may be the day or the year"),
        ("Feb 7", "no_year", "no year"),
        ("Feb 32", "short_year", "century="),
        ("Feb 00", "short_year", "century="),
        ("Tahun 17", "short_year", "century="),
        ("2/4/21 07:30", "short_year", "century="),
        ("05.02.17", "short_year", "century="),
        ("25.02.17 - 28.02.17", "short_year", "century="),
        ("Jan-17 s/d Mar-17", "short_year", "century="),
        ("42791", "serial_day", "from 1900 it is 2017-02-25, from 1904 2021-02-26"),
        ("42791.3125", "serial_day", "2017-02-25"),
        ("25 dan 27 Februari 2017", "several_days", "more than one day"),
        ("25, 26 dan 27 Februari 2017", "several_days", "more than one day"),
        ("25 & 26 Februari 2017", "several_days", "more than one day"),
        ("25 atau 26 Februari 2017", "several_days", "more than one day"),
        ("25/27 Februari 2017", "several_days", "more than one day"),
        ("25-02-2017, 27-02-2017", "several_days", "more than one day"),
        ("25-02-2017 27-02-2017", "several_days", "more than one day"),
        ("25 Februari dan Kamis, 2 Maret 2017", "several_days", "more than one day"),
        ("sembilan November dua ribu dua puluh lima (10-11-2025)", "days_differ", "2025-11-09 and 2025-11-10"),
        ("9 (delapan) November 2025", "days_differ", "9 and 8"),
        ("9 November 2025 (dua ribu dua puluh enam)", "days_differ", "2025 and 2026"),
        ("tiga puluh satu Februari dua ribu tujuh belas", "no_such_day", "day 31 of month 2"),
        ("sebelas dua belas November 2017", "unreadable", "not written"),
        ("sembilan bulan sekian tahun dua ribu tujuh belas", "unreadable", "not written"),
        ("9 November dua ribu tiga ratus", "unreadable", "not written"),
        ("tanggal sembilan bulan November tahun 25", "short_year", "four digits"),
        ("25 Februari 2017 (satu hari)", "unreadable", "not written"),
        ("Pangkalan Bun, 25 Februari 2017", "unreadable", "not written"),
        ("Angin kencang 11 Juni 2020, 3 rumah rusak", "unreadable", "not written"),
        ("2024.5", "unreadable", "not written"),
        ("()", "unreadable", "not written"),
        ("Hari/Tanggal :", "unreadable", "not written"),
        ("16-02-0217", "out_of_range", "before 1900"),
    ],
)
def test_what_is_no_day_is_refused_for_the_true_reason(text: str, code: str, says: str) -> None:
    for read in (parse_day, parse_period):
        with pytest.raises(ParseError) as caught:
            read(text)
        assert caught.value.code == code
        assert says in str(caught.value)


def test_english_print_is_refused_for_the_true_reason() -> None:
    for text, code in (
        ("Apr 2, 21", "short_year"),
        ("Mon, Apr 2 '21", "short_year"),
        ("Mon, Apr 2", "no_year"),
        ("7:30 PM", "clock_alone"),
        ("25 and 27 February 2017", "several_days"),
        ("Sat", "wrong_weekday"),
        ("25 Februari 2017", "unknown_month"),
    ):
        with pytest.raises(ParseError) as caught:
            parse_day(text, locale="en")
        assert caught.value.code == code


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2-Apr-21", "2021-04-02"),
        ("02/04/21", "2021-04-02"),
        ("2.4.21", "2021-04-02"),
        ("2 Apr '21", "2021-04-02"),
        ("2 April 21", "2021-04-02"),
        ("Jum, 2 Apr 21", "2021-04-02"),
        ("2/4/21 07:30", "2021-04-02"),
        ("2.4.21 pukul 07.08.09", "2021-04-02"),
        ("25-28 Feb 17", "2017-02-25/2017-02-28"),
        ("25.02.17 - 28.02.17", "2017-02-25/2017-02-28"),
        ("05.02.17 - 08.02.17", "2017-02-05/2017-02-08"),
        ("01-05/03-17", "2017-03-01/2017-03-05"),
        ("Feb-17", "2017-02"),
        ("Feb '17", "2017-02"),
        ("Feb/17", "2017-02"),
        ("Feb 45", "2045-02"),
        ("Feb 00", "2000-02"),
        ("Jan-17 s/d Mar-17", "2017-01-01/2017-03-31"),
        ("Tahun 17", "2017"),
        ("2 Apr 1921", "1921-04-02"),
    ],
)
def test_the_caller_says_in_which_century_two_digits_stand(text: str, iso: str) -> None:
    assert parse_period(text, century=2000) == Period.of(iso)


def test_each_century_is_its_own() -> None:
    assert [parse_day("2-Apr-21", century=first).year for first in (1900, 2000, 2100)] == [1921, 2021, 2121]
    with pytest.raises(ParseError) as caught:
        parse_day("29-2-00", century=1900)
    assert caught.value.code == "no_such_day"
    assert parse_day("29-2-00", century=2000) == date(2000, 2, 29)


def test_a_century_does_not_settle_what_else_is_open() -> None:
    with pytest.raises(ParseError) as caught:
        parse_day("02/04/21", locale="en", century=2000)
    assert caught.value.code == "ambiguous"
    assert parse_day("02/04/21", locale="en", century=2000, ambiguous="month_first") == date(2021, 2, 4)
    assert parse_day("Apr 2, 21", locale="en", century=2000) == date(2021, 4, 2)
    assert parse_period("Feb-17", locale="en", century=2000) == Period.month(2017, 2)
    for text, locale, code in (
        ("Feb 17", "en", "ambiguous"),  # the 17th of February, or February 2017
        ("Feb 17", "id", "ambiguous"),
        ("Februari, 17", "id", "ambiguous"),
        ("Feb 7", "en", "no_year"),
        ("02/04", "id", "no_year"),
        ("17", "id", "unreadable"),
        ("05.02.17, 08.02.17", "id", "several_days"),  # two days, or a day and eight o'clock
    ):
        with pytest.raises(ParseError) as caught:
            parse_period(text, locale=locale, century=2000)
        assert caught.value.code == code


@pytest.mark.parametrize("century", [1800, 2050, 2200, 20, "2000", 2000.0, True])
def test_what_is_no_century_is_refused_whatever_the_text(century: Any) -> None:
    for text in ("2017", "2-Apr-21"):
        with pytest.raises(InvalidValueError) as caught:
            parse_period(text, century=century)
        assert caught.value.field == "century"
        assert caught.value.code == ("not_a_century" if type(century) is int else "not_whole")


@pytest.mark.parametrize("number", [*range(1, 32), *range(1900, 2101, 3)])
def test_every_number_of_a_date_is_read_from_its_words_with_and_without_blanks(number: int) -> None:
    for words in (spell_out(number), spell_out(number).replace(" ", "")):
        if number < 32:
            assert spelt_day(f"{words} mei dua ribu", "id") == (number, 5, 2000)
        else:
            assert spelt_day(f"lima mei {words}", "id") == (5, 5, number)


ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@pytest.mark.parametrize(("month", "number"), [(roman, at) for at, roman in enumerate(ROMAN, 1)])
def test_the_month_of_a_day_may_be_a_roman_number(month: str, number: int) -> None:
    for text in (f"15/{month}/2023", f"15-{month}-2023", f"15 {month.lower()} 2023", f"15. {month}. 2023"):
        assert parse_day(text) == date(2023, number, 15)
    assert parse_day(f"15/{month}/23", century=2000) == date(2023, number, 15)
    assert parse_period(f"1-5/{month}/2023") == Period.between(date(2023, number, 1), date(2023, number, 5))


def test_a_run_of_days_over_two_months_may_have_them_in_roman_numbers() -> None:
    assert parse_period("28/II - 3/III/2023") == Period.between(date(2023, 2, 28), date(2023, 3, 3))


@pytest.mark.parametrize("text", ["II/2023", "II 2023", "15/XIII/2023", "15/IIII/2023", "30/II/2023"])
def test_a_roman_number_without_a_day_is_no_month_and_there_are_twelve(text: str) -> None:
    with pytest.raises(ParseError):
        parse_period(text)
    with pytest.raises(ParseError):
        parse_day("15/II/2023", locale="en")
