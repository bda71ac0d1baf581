"""What careless callers pass as a number or a date, and what may come back: the right value or a refusal by name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from kesos.errors import ParseError
from kesos.values import Period
from kesos.wording import parse_count, parse_day, parse_number, parse_percent, parse_period, parse_rupiah

# what was passed, and the one right answer
READ: tuple[tuple[Callable[[str], Any], str, Any], ...] = (
    (parse_number, "1.234", 1_234),
    (parse_number, "1.234.567,89", parse_number("1234567,89")),
    (parse_number, " 860 ", 860),
    (parse_number, "-5", -5),
    (parse_count, "100.336", 100_336),
    (parse_day, "03/04/2024", date(2024, 4, 3)),
    (parse_day, "5 Agustus 2024", date(2024, 8, 5)),
    (parse_day, "29-02-2024", date(2024, 2, 29)),
    (parse_period, "10/2017", Period.month(2017, 10)),
)

# what was passed, the field and code of its refusal, and what the message must say
REFUSED: tuple[tuple[Callable[[Any], Any], Any, str, str, str], ...] = (
    (parse_number, "1.23.456", "number", "unreadable", "1.23.456"),
    (parse_number, "1\xa0234", "number", "unreadable", "blank inside"),
    (parse_number, "1\u2009234", "number", "unreadable", "blank inside"),
    (parse_number, "1 234", "number", "unreadable", "blank inside"),
    (parse_number, "١٢٣", "number", "foreign_character", "ARABIC-INDIC DIGIT ONE"),
    (parse_number, "１２３", "number", "foreign_character", "FULLWIDTH DIGIT ONE"),
    (parse_number, "⁻5", "number", "foreign_character", "SUPERSCRIPT MINUS"),
    (parse_number, "1_00", "number", "unreadable", "1_00"),
    (parse_number, "inf", "number", "unreadable", "inf"),
    (parse_number, "NaN", "number", "blank", "NaN"),
    (parse_number, "1e3", "number", "unreadable", "1e3"),
    (parse_number, "0x10", "number", "unreadable", "0x10"),
    (parse_number, "+5", "number", "unreadable", "+5"),
    (parse_number, "--5", "number", "unreadable", "--5"),
    (parse_number, "(-1.234)", "number", "unreadable", "two minus signs"),
    (parse_number, "007", "number", "unreadable", "leading zeros"),
    (parse_number, "12%", "number", "unreadable", "12%"),
    (parse_number, "½", "number", "foreign_character", "VULGAR FRACTION"),
    (parse_number, "1,234", "number", "ambiguous", "reads 1234"),
    (parse_number, "", "number", "blank", "empty"),
    (parse_number, " \t", "number", "blank", "empty"),
    (parse_number, "-", "number", "dash", "dash=0"),
    (parse_number, "Tidak diketahui", "number", "unknown", "unknown=None"),
    (parse_number, 1234, "number", "not_a_text", "1234 (int)"),
    (parse_number, 12.5, "number", "not_a_text", "12.5 (float)"),
    (parse_number, float("nan"), "number", "not_a_text", "nan (float)"),
    (parse_number, None, "number", "not_a_text", "None (NoneType)"),
    (parse_number, b"12", "number", "not_a_text", "b'12' (bytes)"),
    (parse_number, "9" * 5_000, "number", "too_long", "999"),
    (parse_count, "12%", "count", "unreadable", "12%"),
    (parse_count, "3,0", "count", "not_whole", "no decimals"),
    (parse_count, "-4", "count", "count_negative", "below zero"),
    (parse_percent, "35.454 %", "percent", "ambiguous", "reads 35454"),
    (parse_percent, "35,454 %", "percent", "ambiguous", "reads 35454"),
    (parse_rupiah, "USD 5", "rupiah", "foreign_currency", "USD 5"),
    (parse_rupiah, "Rp 4,2 miliar", "rupiah", "rounded_figure", "rounded"),
    (parse_rupiah, "Rp 6.000,505", "rupiah", "not_whole", "hundred sen"),
    (parse_day, 45000, "day", "not_a_text", "Excel serial"),
    (parse_day, True, "day", "not_a_text", "True (bool)"),
    (parse_day, "2024", "day", "not_one_day", "more than one day"),
    (parse_day, "Juni 2017", "day", "not_one_day", "more than one day"),
    (parse_day, "01 – 05 / 03-2017", "day", "not_one_day", "more than one day"),
    (parse_day, "45000", "day", "serial_day", "from 1900 it is 2023-03-15"),
    (parse_day, "05-06-17", "day", "short_year", "four digits"),
    (parse_day, "31-02-2017", "day", "no_such_day", "day 31 of month 2"),
    (parse_day, "29-02-2023", "day", "no_such_day", "day 29 of month 2"),
    (parse_day, "00-01-2017", "day", "no_such_day", "day 0"),
    (parse_day, "13/13/2017", "day", "no_such_day", "month 13"),
    (parse_day, "5 Agutsus 2024", "day", "unknown_month", "agustus"),
    (parse_day, "Senin, 7 Januari 2021", "day", "wrong_weekday", "that day is a Thursday"),
    (parse_day, "2024-03-10T25:00:00", "day", "no_such_clock", "25:00:00"),
    (parse_day, "20241310", "day", "no_such_day", "month 13"),
    (parse_period, "10 – 1 Maret 2024", "period", "end_before_start", "2024-03-01"),
    (parse_period, "2024-03-10/2024-03-01", "period", "end_before_start", "2024-03-01"),
    (parse_period, "30 Desember – 2 Januari 2018", "period", "end_before_start", "both years"),
    (parse_period, "١٩-٠١-٢٠١٧", "period", "foreign_character", "ARABIC-INDIC DIGIT ONE"),
    (parse_period, 20170119, "period", "not_a_text", "20170119 (int)"),
    (parse_period, date(2017, 1, 19), "period", "not_a_text", "date"),
)


@pytest.mark.parametrize(("read", "text", "right"), READ)
def test_what_can_be_read_is_read_rightly(read: Callable[[str], Any], text: str, right: Any) -> None:
    assert read(text) == right


@pytest.mark.parametrize(("read", "given", "field", "code", "says"), REFUSED)
def test_what_cannot_be_read_is_refused_by_name(
    read: Callable[[Any], Any], given: Any, field: str, code: str, says: str
) -> None:
    with pytest.raises(ParseError) as caught:
        read(given)
    error = caught.value
    assert (error.field, error.code) == (field, code)
    assert error.value is given
    assert says in str(error)
    assert error.message("id") != error.message("en")
