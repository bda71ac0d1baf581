"""Amounts with their unit: rupiah in the ways they are printed, masses, volumes and counted things."""

from __future__ import annotations

import re
from fractions import Fraction

from kesos import _checks as checks
from kesos.errors import ParseError
from kesos.values import UNITS, Language, Quantity, Text, Unit
from kesos.wording._number_grammar import THREE_DECIMALS, Ambiguous, read_number, thousand_or_fraction
from kesos.wording._parser import Convention, check_ascii, check_missing, parser

_SIGN = re.compile(r"(-?)(?:rp\.?|idr) ?", re.ASCII | re.IGNORECASE)
_TAILS: dict[Language, tuple[str, ...]] = {"id": (",--", ",-", ".-", ",00"), "en": (".--", ".-", ",-", ".00")}
_ROUNDED = re.compile(
    r"[\d.,]+ ?(?:ribu|rb|juta|jt|mil[iy]ar|m|tril[iy]un|t|thousand|million|billion|trillion)(?: rupiah)?",
    re.ASCII | re.IGNORECASE,
)
_FOREIGN = re.compile(r"(?:USD|US\$|S\$|\$|SGD|EUR|€|£|GBP|MYR|RM|JPY|¥|AUD) ?[\d.,]*\d|[\d.,]*\d ?(?:USD|SGD|EUR|MYR)")
AMOUNT = re.compile(r"(-?\d[\d.,]*|[-–—]) ?([a-z]+(?: [a-z]+)*[23²³]?)", re.ASCII | re.IGNORECASE)
"""A number, or the dash of one that was left blank, and a unit."""

_MORE_WORDS = {
    "gram": "g",
    "gr": "g",
    "grams": "g",
    "kilogram": "kg",
    "kilograms": "kg",
    "kilo": "kg",
    "tonne": "t",
    "tonnes": "t",
    "ltr": "l",
    "lt": "l",
    "litre": "l",
    "litres": "l",
    "liters": "l",
    "mililiter": "ml",
    "millilitre": "ml",
    "millilitres": "ml",
    "meters": "m",
    "kilometers": "km",
    "meter2": "m2",
    "square meter": "m2",
    "square meters": "m2",
    "hektar": "ha",
    "kkal": "kcal",
    "pcs": "piece",
    "stel": "set",
    "dus": "carton",
    "orang": "person",
    "kpm": "family",
    "keluarga": "family",
    "kepala keluarga": "family",
    "kejadian": "event",
    "kks": "card",
    "surat rekomendasi": "letter",
}
UNIT_WORDS: dict[str, str] = {word.casefold(): unit.code for unit in UNITS for word in unit.words} | _MORE_WORDS
"""The words that people print for a unit, in lower case, in both languages, with the unit's code."""


@parser("rupiah", Text("jumlah rupiah", "an amount of rupiah"))
def parse_rupiah(body: str, convention: Convention[Ambiguous]) -> Quantity:
    """A printed amount of rupiah: "Rp. 6.000,-", "Rp6.000", "6.000,-", "Rp 6.000,00", "6.000 rupiah", "6.000".

    A fraction of a rupiah is refused, and so is a rounded figure such as "Rp 4,2 miliar", which is not an amount. A
    minus stands before or right after "Rp". "Rp -", as spreadsheets print zero, is a dash. The options are those of
    `parse_number`.

    Raises:
        ParseError: Not an amount of rupiah; `.field` is "rupiah".

    >>> parse_rupiah("Rp. 6.000,-")
    Quantity(6000, 'IDR')
    >>> parse_rupiah("Tidak diketahui", unknown=None)
    """
    return read_rupiah(body, convention)


def read_rupiah(text: str, convention: Convention[Ambiguous]) -> Quantity:
    """`text` as an amount of rupiah, with or without the sign."""
    body, minus = text, ""
    sign = _SIGN.match(body)
    if sign is not None:
        body, minus = body[sign.end() :], sign[1]
    elif body.lower().endswith("rupiah"):
        body = body[: -len("rupiah")].removesuffix(" ")
    if not body:
        raise ParseError("unreadable.no_number", such="Rp6.000")
    if not minus:
        check_missing(body)
    if _ROUNDED.fullmatch(body):
        raise ParseError("rounded_figure")
    if _FOREIGN.fullmatch(body):
        raise ParseError("foreign_currency")
    for tail in _TAILS[convention.language]:
        if body.endswith(tail):
            body = body.removesuffix(tail)
            break
    if minus and body.startswith("-"):
        raise ParseError("unreadable.two_minus_signs")
    if THREE_DECIMALS[convention.language].fullmatch(body):
        # nobody prints thousandths of a rupiah, so this is print of the other language, or it is not money
        amount = thousand_or_fraction(body, convention.ambiguous)
        is_whole = amount == int(amount)
    else:
        amount = read_number(body, convention)
        is_whole = isinstance(amount, int)
    if not is_whole:
        raise ParseError("not_whole.rupiah")
    return Quantity(int(amount), "IDR") * (-1 if minus else 1)


@parser("quantity", Text("jumlah bersatuan", "a quantity"))
def parse_quantity(body: str, convention: Convention[Ambiguous]) -> Quantity:
    """A printed amount with its unit: a mass, a volume, rupiah, or things that are counted.

    A dash before a unit ("- lusin") is a number that was left blank: it is a dash. The options are those of
    `parse_number`.

    Raises:
        ParseError: No number, no unit that kesos knows, or no whole number of what is counted; `.field` is "quantity".

    >>> parse_quantity("2.408 kg"), parse_quantity("30 potong"), parse_quantity("400 gram")
    (Quantity(2408000, 'g'), Quantity(30, 'piece'), Quantity(400, 'g'))
    >>> parse_quantity("- lusin", dash=None)
    """
    return read_quantity(body, convention)


def read_quantity(body: str, convention: Convention[Ambiguous]) -> Quantity:
    """`body` as a number and a unit, or an amount of rupiah."""
    if _SIGN.match(body) or body.lower().endswith("rupiah"):
        return read_rupiah(body, convention)
    match = AMOUNT.fullmatch(body)
    if match is None:
        check_ascii(body)
        raise ParseError("unreadable.quantity")
    number, word = match.groups()
    code = UNIT_WORDS.get(word.lower())
    if code is None:
        raise ParseError("unknown_unit.printed", hint=checks.did_you_mean(word, UNIT_WORDS))
    check_missing(number)
    amount = read_number(number, convention)
    unit = Unit.of(code)
    base = Unit.of(unit.base)
    if (Fraction(amount) * unit.factor).denominator != 1:
        raise ParseError("not_whole.unit", units=base.many)
    return Quantity(amount, unit)


def format_quantity(quantity: Quantity, locale: str = "id", unit: Unit | str | None = None) -> str:
    """A quantity as people print it, in `unit` or, left out, in the one that reads best.

    Raises:
        InvalidValueError: Not a Quantity, or a unit or a locale that is not known.
        UnitError: `unit` is of another kind.

    >>> format_quantity(Quantity(36_120_000, "IDR")), format_quantity(Quantity("2408.5", "kg"), "en", unit="kg")
    ('Rp36.120.000', '2,408.5 kg')
    """
    value: Quantity = checks.instance(quantity, "quantity", Quantity)
    return value.say(locale, unit)
