"""The grammar of printed numbers: which texts are one, and which can be read in two ways."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from kesos.errors import ParseError
from kesos.values import Language
from kesos.values import _locales as locales
from kesos.wording._parser import Convention, check_ascii

Ambiguous = Literal["decimal", "thousands"]

# Digits are ASCII digits; groups are of three or there are none; no zero leads but the only one before the mark.
_ID = re.compile(r"(-?(?:0|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d*))(?:,(\d+))?", re.ASCII)
_EN = re.compile(r"(-?(?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*))(?:\.(\d+))?", re.ASCII)
GRAMMAR = {"id": (_ID.fullmatch, "."), "en": (_EN.fullmatch, ",")}
"""For each language: what matches a number (what stands before its decimal mark, and after), and its group mark."""
THREE_DECIMALS: dict[Language, re.Pattern[str]] = {
    "id": re.compile(r"-?[1-9]\d{0,2},\d{3}", re.ASCII),
    "en": re.compile(r"-?[1-9]\d{0,2}\.\d{3}", re.ASCII),
}
"""For each language: a number with three decimals, which is a thousand in the other's print."""


def read_number(body: str, convention: Convention[Ambiguous]) -> int | Decimal:
    """`body`, blanks and unit taken off, as a number in this convention's print."""
    check_ascii(body)
    language, ambiguous = convention.language, convention.ambiguous
    if language == "id" and THREE_DECIMALS["id"].fullmatch(body):
        # "1,234": an Indonesian fraction or an English thousand; by default nobody has told us which
        return thousand_or_fraction(body, ambiguous)
    fullmatch, group_mark = GRAMMAR[language]
    match = fullmatch(body)
    if match is None:
        raise _diagnosis(body, language)
    whole, fraction = match.groups()
    whole = whole.replace(group_mark, "")
    if len(whole.lstrip("-")) > locales.MOST_DIGITS:
        raise ParseError("number_too_large.digits", most=locales.MOST_DIGITS)
    if len(fraction or "") > locales.MOST_DIGITS:
        raise ParseError("too_long.decimals", most=locales.MOST_DIGITS)
    return int(whole) if fraction is None else Decimal(f"{whole}.{fraction}")


def thousand_or_fraction(body: str, ambiguous: Ambiguous | None) -> int | Decimal:
    """One to three digits, a mark and three digits, read as the caller says, or refused with both readings."""
    whole, fraction = re.split("[.,]", body)
    if ambiguous is None:
        raise ParseError("ambiguous.number", whole=whole, fraction=fraction)
    return Decimal(f"{whole}.{fraction}") if ambiguous == "decimal" else int(whole + fraction)


def _diagnosis(body: str, language: Language) -> ParseError:
    if any(blank.isspace() for blank in body):
        return ParseError("unreadable.blank_inside")
    other: Language = "en" if language == "id" else "id"
    if GRAMMAR[other][0](body):
        return ParseError("unreadable.english_print" if other == "en" else "unreadable.indonesian_print")
    thousands, decimal = (".", ",") if language == "id" else (",", ".")
    return ParseError("unreadable.number", thousands=thousands, decimal=decimal)


def read_count(body: str, convention: Convention[Ambiguous]) -> int:
    """`body` as a whole number from zero up."""
    number = read_number(body, convention)
    if not isinstance(number, int):
        raise ParseError("not_whole.count")
    if body.startswith("-"):
        raise ParseError("count_negative.printed")
    return number
