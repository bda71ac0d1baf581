"""Print in, exact values out, and back: numbers, amounts, dates and words, in Indonesian and in English.

Parsing takes Indonesian print unless told `locale="en"`. What says that it is not known or that there is none, a dash,
an empty cell and a text that can be read in two ways are refused unless the caller says what they mean; nothing is
guessed. Whatever cannot be read raises `kesos.errors.ParseError`, whose hint says what to write or what to say.

>>> parse_rupiah("Rp. 5.379.200.000,-").to("IDR")
Decimal('5379200000')
>>> format_period(parse_period("01 – 05 / 03-2017"), "en")
'1–5 March 2017'
"""

from kesos.wording._amounts import format_quantity, parse_quantity, parse_rupiah
from kesos.wording._dates import format_period, parse_day, parse_period
from kesos.wording._hazard_words import parse_hazard
from kesos.wording._number_words import parse_words, spell_out
from kesos.wording._numbers import (
    FamiliesAndPeople,
    format_number,
    format_percent,
    parse_count,
    parse_kk_jiwa,
    parse_number,
    parse_percent,
)
from kesos.wording._ordinals import parse_ordinal
from kesos.wording._rounded import parse_rounded
from kesos.wording._spans import parse_span

__all__ = [
    "FamiliesAndPeople",
    "format_number",
    "format_percent",
    "format_period",
    "format_quantity",
    "parse_count",
    "parse_day",
    "parse_hazard",
    "parse_kk_jiwa",
    "parse_number",
    "parse_ordinal",
    "parse_percent",
    "parse_period",
    "parse_quantity",
    "parse_rounded",
    "parse_rupiah",
    "parse_span",
    "parse_words",
    "spell_out",
]
