"""The grammar of printed numbers: which texts are one, and which can be read in two ways."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from kesos.values import Language, Text
from kesos.values import _locales as locales
from kesos.wording._parser import UnreadableError, check_ascii

Ambiguous = Literal["decimal", "thousands"]
AMBIGUOUS: tuple[Ambiguous, ...] = ("decimal", "thousands")

# Digits are ASCII digits; groups are of three or there are none; no zero leads but the only one before the mark.
_ID = re.compile(r"(-?(?:0|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d*))(?:,(\d+))?", re.ASCII)
_EN = re.compile(r"(-?(?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*))(?:\.(\d+))?", re.ASCII)
GRAMMAR = {"id": (_ID.fullmatch, "."), "en": (_EN.fullmatch, ",")}
"""For each language: what matches a number (what stands before its decimal mark, and after), and its group mark."""
_THOUSAND_OR_FRACTION = re.compile(r"-?[1-9]\d{0,2},\d{3}", re.ASCII)


def read_number(body: str, language: Language, ambiguous: Ambiguous | None) -> int | Decimal:
    """`body`, blanks and unit taken off, as a number in this language's print."""
    check_ascii(body)
    if language == "id" and _THOUSAND_OR_FRACTION.fullmatch(body):
        # "1,234": an Indonesian fraction or an English thousand; by default nobody has told us which
        if ambiguous is None:
            raise two_readings(body)
        return thousand_or_fraction(body, ambiguous)
    fullmatch, group_mark = GRAMMAR[language]
    match = fullmatch(body)
    if match is None:
        raise _diagnosis(body, language)
    whole, fraction = match.groups()
    whole = whole.replace(group_mark, "")
    if len(whole.lstrip("-")) > locales.MOST_DIGITS or len(fraction or "") > locales.MOST_DIGITS:
        raise UnreadableError(
            Text(f"lebih dari {locales.MOST_DIGITS} angka", f"it has more than {locales.MOST_DIGITS} digits"),
            code="too_long",
        )
    return int(whole) if fraction is None else Decimal(f"{whole}.{fraction}")


def thousand_or_fraction(body: str, ambiguous: Ambiguous) -> int | Decimal:
    """One to three digits, a mark and three digits, read as the caller says."""
    whole, fraction = re.split("[.,]", body)
    return Decimal(f"{whole}.{fraction}") if ambiguous == "decimal" else int(whole + fraction)


def two_readings(body: str) -> UnreadableError:
    """The refusal of a text that can be read in two ways, with both of them."""
    whole, fraction = re.split("[.,]", body)
    return UnreadableError(
        Text("dapat dibaca dengan dua cara", "it can be read in two ways"),
        Text(
            f'ambiguous="decimal" membacanya {whole},{fraction} (pecahan); ambiguous="thousands" '
            f"membacanya {whole}{fraction} (ribuan).",
            f'ambiguous="decimal" reads {whole}.{fraction} (a fraction); ambiguous="thousands" '
            f"reads {whole}{fraction} (thousands).",
        ),
        "ambiguous",
    )


def _diagnosis(body: str, language: Language) -> UnreadableError:
    other: Language = "en" if language == "id" else "id"
    if any(blank.isspace() for blank in body):
        return UnreadableError(
            Text("ada spasi di dalam bilangan", "there is a blank inside the number"),
            Text("Pemisah ribuan adalah titik: 1.234.", 'Write 1.234 (or 1,234 with locale="en").'),
        )
    if GRAMMAR[other][0](body):
        return UnreadableError(
            Text(
                "bukan tulisan bilangan Indonesia" if language == "id" else "bukan tulisan bilangan Inggris",
                "that is not how Indonesian prints numbers"
                if language == "id"
                else "that is not how English prints numbers",
            ),
            Text(
                f'Untuk cetakan {"Inggris" if other == "en" else "Indonesia"}, berikan locale="{other}".',
                f'For {"English" if other == "en" else "Indonesian"} print give locale="{other}".',
            ),
        )
    thousands, decimal = (".", ",") if language == "id" else (",", ".")
    return UnreadableError(
        Text("tulisannya bukan tulisan bilangan", "it is not written as a number is"),
        Text(
            f"Tulis seperti 1{thousands}234{thousands}567{decimal}89, tanpa satuan dan tanpa nol di depan.",
            f"Write it like 1{thousands}234{thousands}567{decimal}89, without a unit and without leading zeros.",
        ),
    )


def read_count(body: str, language: Language, ambiguous: Ambiguous | None) -> int:
    """`body` as a whole number from zero up."""
    number = read_number(body, language, ambiguous)
    if not isinstance(number, int):
        raise UnreadableError(
            Text("yang dihitung harus bilangan bulat", "a count has no decimals"),
            Text("Pecahan dibaca parse_number.", "parse_number reads numbers with decimals."),
            "not_whole",
        )
    if body.startswith("-"):
        raise UnreadableError(
            Text("yang dihitung tidak bisa kurang dari nol", "a count is never below zero"),
            Text("Bilangan negatif dibaca parse_number.", "parse_number reads negative numbers."),
            "negative",
        )
    return number
