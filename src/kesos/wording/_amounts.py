"""Amounts with their unit: rupiah in the ways they are printed, masses, volumes and counted things."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from kesos import _checks as checks
from kesos.errors import ParseError
from kesos.values import UNITS, Language, Quantity, Text, Unit
from kesos.values._units import SEN, SEN_OF_ONE
from kesos.wording._missing import check_missing
from kesos.wording._number_grammar import (
    ROUNDED,
    ROUNDED_IN_WORDS,
    THREE_DECIMALS,
    WHOLE_FLOAT,
    Ambiguous,
    check_agreement,
    figure_and_words,
    in_brackets,
    read_number,
    rounded,
    thousand_or_fraction,
)
from kesos.wording._number_words import begins_a_number, read_words
from kesos.wording._parser import Convention, check_ascii, parser

_SIGN = re.compile(r"(-?)(?:rp\.?|idr) ?", re.ASCII | re.IGNORECASE)
_PLAIN = re.compile(
    r"(?:rp\.?|idr)? ?([1-9]\d{0,2}(?:\.\d{3}){0,10}|[1-9]\d{0,30})(?:,--?|\.-|,00)?", re.ASCII | re.IGNORECASE
)
_SIGN_BEHIND = re.compile(
    r" ?(?<![a-z])(?:rupiah indonesia|indonesian rupiahs?|rupiahs?|idr|rp\.?)$", re.ASCII | re.IGNORECASE
)
_TAIL: dict[Language, re.Pattern[str]] = {
    "id": re.compile(r" ?(?:,[-–—]{1,2}\.?|[.,]=|\.-|,00,-)$"),
    "en": re.compile(r"(?:\.[-–—]{1,2}|\.=|,-|\.00\.-)$"),
}
"""What offices print behind an amount that has no sen."""
_DASH_WITH_TAIL = re.compile(r"[-–—]{1,2}[.,](?:[-–—=]{1,2}|00)")
_FOREIGN = re.compile(
    r"(?:USD|US\$|S\$|\$|SGD|EUR|€|£|GBP|MYR|RM|JPY|¥|AUD) ?[\d.,]*\d|[\d.,]*\d ?(?:USD|SGD|EUR|MYR|\$|€)"
)
AMOUNT = re.compile(r"(-?\d[\d.,]*|[-–—]) ?([a-z]+(?: [a-z]+)*[23²³]?)\.?", re.ASCII | re.IGNORECASE)
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
    "dos": "carton",
    "kardus": "carton",
    "ptg": "piece",
    "lsn": "dozen",
    "orang": "person",
    "org": "person",
    "jw": "person",
    "kpm": "family",
    "keluarga": "family",
    "kepala keluarga": "family",
    "kejadian": "event",
    "kks": "card",
    "surat rekomendasi": "letter",
    "kwintal": "quintal",
    "ku": "quintal",
    "lbr": "sheet",
    "lembaran": "sheet",
    "sak": "sack",
    "zak": "sack",
    "krg": "sack",
    "btl": "bottle",
    "pohon": "tree",
    "btg": "tree",
    "pkt": "package",
    "bks": "pack",
    "bh": "unit",
    "unit rumah": "house",
    "gedung": "building",
    "kab": "regency",
    "kec": "district",
    "dok": "document",
    "lap": "report",
    "klp": "group",
    "individu": "person",
}
UNIT_WORDS: dict[str, str] = {word.casefold(): unit.code for unit in UNITS for word in unit.words} | _MORE_WORDS
"""The words that people print for a unit, in lower case, in both languages, with the unit's code."""


@parser("rupiah", Text("jumlah rupiah", "an amount of rupiah"))
def parse_rupiah(body: str, convention: Convention[Ambiguous]) -> Quantity:
    """A printed amount of rupiah: "Rp. 6.000,-", "Rp6.000", "6.000,00", "6.000 IDR", "6.000 rupiah", "6.000".

    An amount that is not whole is exact in sen. A rounded figure such as "Rp 4,2 miliar" is refused, as it is no
    amount: `parse_rounded` reads it. A minus stands before or right after "Rp", or is a pair of brackets, as accounts
    print it. "Rp -", as spreadsheets print zero, is a dash; "6000.0", as programs print 6000, is 6000. Words in
    brackets behind the figure must say the same. The options are those of `parse_number`.

    Raises:
        ParseError: Not an amount of rupiah; `.field` is "rupiah".

    >>> parse_rupiah("Rp. 6.000,-"), parse_rupiah("(1.000.000,00)")
    (Quantity(6000, 'IDR'), Quantity(-1000000, 'IDR'))
    >>> print(parse_rupiah("65.837.169,38"))
    Rp65.837.169,38
    >>> parse_rupiah("Tidak diketahui", unknown=None)
    """
    return read_rupiah(body, convention)


def read_rupiah(text: str, convention: Convention[Ambiguous]) -> Quantity:
    """`text` as an amount of rupiah, with or without the sign."""
    plain = _PLAIN.fullmatch(text) if convention.language == "id" else None
    if plain is not None:  # as nearly every amount is printed
        return Quantity(int(plain[1].replace(".", "")), "IDR")
    inner = in_brackets(text)
    if inner is not None:
        return -read_rupiah(inner, convention)
    body, words = figure_and_words(text, convention)
    minus = ""
    sign = _SIGN.match(body)
    if sign is not None:
        body, minus = body[sign.end() :], sign[1]
    else:
        body = _SIGN_BEHIND.sub("", body)
    if not body:
        raise ParseError("unreadable.no_number", such="Rp6.000")
    if not minus:
        check_missing("-" if _DASH_WITH_TAIL.fullmatch(body) else body)
    amount = _read_amount(body, bool(minus), convention)
    check_agreement(amount, words)
    sen = Fraction(amount) * SEN_OF_ONE
    if sen.denominator != 1:
        raise ParseError("not_whole.rupiah")
    quantity = Quantity(amount, "IDR") if isinstance(amount, int) else Quantity(int(sen), SEN)
    return -quantity if minus else quantity


def _read_amount(body: str, minus: bool, convention: Convention[Ambiguous]) -> int | Decimal:
    """The number of rupiah, to the sen."""
    if ROUNDED.fullmatch(body):
        raise ParseError("rounded_figure")
    if _FOREIGN.fullmatch(body):
        raise ParseError("foreign_currency")
    if begins_a_number(body, convention.language):
        return read_words(body, convention.language)
    figure = _TAIL[convention.language].sub("", body)
    if minus and figure.startswith(("-", "(")):
        raise ParseError("unreadable.two_minus_signs")
    if THREE_DECIMALS[convention.language].fullmatch(figure):
        # nobody prints thousandths of a rupiah, so this is print of the other language, or it is not money; and what
        # has a tail of its own has no decimals before it
        return thousand_or_fraction(figure, "thousands" if figure != body else convention.ambiguous)
    whole = WHOLE_FLOAT.fullmatch(body)
    amount = int(whole[1]) if whole else read_number(figure, convention)
    if isinstance(amount, Decimal) and int(amount.as_tuple().exponent) < -2:
        raise ParseError("not_whole.rupiah")
    return amount


@parser("quantity", Text("jumlah bersatuan", "a quantity"))
def parse_quantity(body: str, convention: Convention[Ambiguous]) -> Quantity:
    """A printed amount with its unit: a mass, a volume, rupiah, or things that are counted; in figures or in words.

    A dash before a unit ("- lusin") is a number that was left blank: it is a dash. The options are those of
    `parse_number`.

    Raises:
        ParseError: No number, no unit that kesos knows, or no whole number of what is counted; `.field` is "quantity".

    >>> parse_quantity("2.408 kg"), parse_quantity("30 potong"), parse_quantity("tujuh orang")
    (Quantity(2408000, 'g'), Quantity(30, 'piece'), Quantity(7, 'person'))
    >>> parse_quantity("- lusin", dash=None)
    """
    return read_quantity(body, convention)


def read_quantity(text: str, convention: Convention[Ambiguous]) -> Quantity:
    """`text` as a number and a unit, or an amount of rupiah."""
    money = in_brackets(text) or text
    if _SIGN.match(money) or _SIGN_BEHIND.search(money):
        return read_rupiah(text, convention)
    body, said = figure_and_words(_unit_once(text), convention)
    number, word = _number_and_unit(body, convention)
    if word in _LETTERS_OF_MONEY:
        meant, scale = _LETTERS_OF_MONEY[word]
        raise ParseError("ambiguous.scale", letter=word, unit=meant, scale=scale)
    unit = known_unit(word)
    check_missing(number)
    amount = read_words(number, convention.language) if number[0].isalpha() else read_number(number, convention)
    check_agreement(amount, said)
    base = Unit.of(unit.base)
    if (Fraction(amount) * unit.factor).denominator != 1:
        raise ParseError("not_whole.unit", units=base.many)
    return Quantity(amount, unit)


def _unit_once(text: str) -> str:
    """A quantity without the unit that is said again, if in another word, behind the number in words beside it.

    >>> _unit_once("5 kg (lima kilogram)"), _unit_once("5 kg (lima liter)")
    ('5 kg (lima)', '5 kg (lima liter)')
    """
    figure, _, words = text.removesuffix(")").rpartition("(")
    amount = AMOUNT.fullmatch(figure.rstrip(" ")) if text.endswith(")") else None
    unit = None if amount is None else UNIT_WORDS.get(amount[2].lower())
    parts = words.split()
    for many in range(min(3, len(parts) - 1), 0, -1):
        if unit is not None and UNIT_WORDS.get(" ".join(parts[-many:]).lower()) == unit:
            return f"{figure}({' '.join(parts[:-many])})"
    return text


def _number_and_unit(body: str, convention: Convention[Ambiguous]) -> tuple[str, str]:
    if ROUNDED_IN_WORDS.fullmatch(body):
        raise rounded(body)
    if begins_a_number(body, convention.language):
        parts = body.split()
        for words in range(min(3, len(parts) - 1), 0, -1):
            unit = " ".join(parts[-words:])
            if unit.lower() in UNIT_WORDS:
                return " ".join(parts[:-words]), unit
    match = AMOUNT.fullmatch(body)
    if match is None:
        check_ascii(body)
        raise ParseError("unreadable.two_blanks" if "  " in body else "unreadable.quantity")
    number, word = match.groups()
    return number, word


def known_unit(word: str) -> Unit:
    """The unit that people print this word for."""
    code = UNIT_WORDS.get(word.lower())
    if code is None:
        raise ParseError("unknown_unit.printed", hint=checks.did_you_mean(meant_unit(word), UNIT_WORDS))
    return Unit.of(code)


def meant_unit(word: str) -> str:
    """The unit that a word is but for a slip of the pen; nothing where none is so near: a *kaleng* is no *karung*."""
    return checks.slip_of(word.lower(), UNIT_WORDS) or ""


_LETTERS_OF_MONEY = {"T": (Text("ton", "tonnes"), "triliun"), "M": (Text("meter", "metres"), "miliar")}
"""Capital letters that are a unit to one reader and a scale of money to another."""


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
