"""kesos.wording as a user writes it; the type checkers read this file, and nothing runs it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import assert_type

from kesos.hazards import Hazard
from kesos.values import Percentage, Period, Quantity, Span
from kesos.wording import (
    FamiliesAndPeople,
    format_number,
    format_percent,
    format_period,
    format_quantity,
    parse_count,
    parse_day,
    parse_hazard,
    parse_kk_jiwa,
    parse_number,
    parse_ordinal,
    parse_percent,
    parse_period,
    parse_quantity,
    parse_rounded,
    parse_rupiah,
    parse_span,
    parse_words,
    spell_out,
)

assert_type(parse_number("1.234"), int | Decimal)
assert_type(parse_count("-", dash=0), int)
assert_type(parse_count("-", dash=None), int | None)
assert_type(parse_count("-", dash=0, unknown=None, blank="?"), int | None | str)
assert_type(parse_percent("35,45 %"), Percentage)
assert_type(parse_rupiah("Tidak diketahui", unknown=None), Quantity | None)
assert_type(parse_quantity("2.408 kg", ambiguous="decimal"), Quantity)
assert_type(parse_span("3-7 hari"), Span[Quantity])
assert_type(parse_kk_jiwa("72/240"), FamiliesAndPeople)
assert_type(parse_kk_jiwa("72/240").people, int)
assert_type(parse_period("Juni 2017", locale="id"), Period)
assert_type(parse_day("03/04/2017", locale="en", ambiguous="day_first"), date)
assert_type(parse_day("2-Apr-21", century=2000, blank=None), date | None)
assert_type(parse_words("satu"), int | Decimal)
assert_type(parse_words("", blank=None), int | Decimal | None)
assert_type(parse_ordinal("kedua"), int)
assert_type(parse_rounded("Rp 2,17 triliun"), Span[Quantity] | Span[int])
assert_type(parse_count("Nihil", none=0), int)
assert_type(parse_hazard("-", dash=None, none="?"), Hazard | None | str)
assert_type(parse_hazard("banjir"), Hazard)
assert_type(spell_out(1, "en", rupiah=True), str)
assert_type(format_number(Decimal("0.5"), "nl"), str)
assert_type(format_quantity(Quantity(1, "kg"), "id", unit="kg"), str)
assert_type(format_percent(Percentage(1), places=2), str)
assert_type(format_period(Period.of("2017")), str)
