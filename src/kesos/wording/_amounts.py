"""Amounts with their unit: rupiah in the ways they are printed, masses, volumes and counted things."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from kesos.values import UNITS, Language, Quantity, Text, Unit
from kesos.values import _checks as checks
from kesos.wording._number_grammar import (
    AMBIGUOUS,
    Ambiguous,
    read_number,
    thousand_or_fraction,
    two_readings,
)
from kesos.wording._parser import (
    NOT_SAID,
    B,
    D,
    NotSaid,
    U,
    UnreadableError,
    check_ascii,
    check_missing,
    check_option,
    read,
    reading_language,
)

_SIGN = re.compile(r"(-?)(?:rp\.?|idr) ?", re.ASCII | re.IGNORECASE)
_TAILS: dict[Language, tuple[str, ...]] = {"id": (",--", ",-", ".-", ",00"), "en": (".--", ".-", ",-", ".00")}
_THREE_DECIMALS: dict[Language, re.Pattern[str]] = {
    "id": re.compile(r"-?[1-9]\d{0,2},\d{3}", re.ASCII),
    "en": re.compile(r"-?[1-9]\d{0,2}\.\d{3}", re.ASCII),
}
_ROUNDED = re.compile(
    r"[\d.,]+ ?(?:ribu|rb|juta|jt|mil[iy]ar|m|tril[iy]un|t|thousand|million|billion|trillion)(?: rupiah)?",
    re.ASCII | re.IGNORECASE,
)
_FOREIGN = re.compile(r"(?:USD|US\$|S\$|\$|SGD|EUR|€|£|GBP|MYR|RM|JPY|¥|AUD) ?[\d.,]*\d|[\d.,]*\d ?(?:USD|SGD|EUR|MYR)")
AMOUNT = re.compile(r"(-?\d[\d.,]*|[-–—]) ?([a-z]+(?: [a-z]+)*)", re.ASCII | re.IGNORECASE)


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
UNIT_WORDS: dict[str, str] = {
    word.casefold(): unit.code
    for unit in UNITS
    for word in (unit.code, unit.label.id, unit.label.en, unit.many.id, unit.many.en)
} | _MORE_WORDS
"""The words that people print for a unit, in lower case, in both languages, with the unit's code."""


def parse_rupiah(
    text: str,
    *,
    locale: str = "id",
    ambiguous: Ambiguous | None = None,
    unknown: U | NotSaid = NOT_SAID,
    dash: D | NotSaid = NOT_SAID,
    blank: B | NotSaid = NOT_SAID,
) -> Quantity | U | D | B:
    """A printed amount of rupiah: "Rp. 6.000,-", "Rp6.000", "6.000,-", "Rp 6.000,00", "6.000 rupiah", "6.000".

    A fraction of a rupiah is refused, and so is a rounded figure such as "Rp 4,2 miliar", which is no amount. A minus
    stands before or right after "Rp". "Rp -", as spreadsheets print zero, is a dash. The options are those of
    `parse_number`.

    Raises:
        ParseError: It is no amount of rupiah; `.field` is "rupiah".

    >>> parse_rupiah("Rp. 6.000,-")
    Quantity(6000, 'IDR')
    >>> parse_rupiah("Tidak diketahui", unknown=None)
    """
    language = reading_language(locale)
    check_option(ambiguous, "ambiguous", AMBIGUOUS)

    def reader(body: str) -> Quantity:
        return _read_rupiah(body, language, ambiguous)

    return read(text, "rupiah", reader, unknown=unknown, dash=dash, blank=blank)


def _read_rupiah(text: str, language: Language, ambiguous: Ambiguous | None) -> Quantity:
    body, minus = text, ""
    sign = _SIGN.match(body)
    if sign is not None:
        body, minus = body[sign.end() :], sign[1]
    elif body.lower().endswith("rupiah"):
        body = body[: -len("rupiah")].removesuffix(" ")
    if not body:
        raise UnreadableError(
            Text("tidak ada bilangannya", "there is no number in it"), Text("Tulis Rp6.000.", "Write Rp6.000.")
        )
    if not minus:
        check_missing(body)
    if _ROUNDED.fullmatch(body):
        raise UnreadableError(
            Text("angka itu dibulatkan", "it is a rounded figure, not an amount"),
            Text(
                "Tulis seluruh angkanya, misalnya Rp4.200.000.000, jika memang tepat.",
                "Write it out, such as Rp4.200.000.000, if it is exact.",
            ),
            "rounded_figure",
        )
    if _FOREIGN.fullmatch(body):
        raise UnreadableError(
            Text("mata uangnya bukan rupiah", "its currency is not the rupiah"),
            Text("kesos tidak menukar mata uang.", "kesos converts no currency."),
            "foreign_currency",
        )
    for tail in _TAILS[language]:
        if body.endswith(tail):
            body = body.removesuffix(tail)
            break
    if minus and body.startswith("-"):
        raise UnreadableError(Text("ada dua tanda minus", "it has two minus signs"))
    if _THREE_DECIMALS[language].fullmatch(body):
        # nobody prints thousandths of a rupiah, so this is print of the other language, or it is no money
        if ambiguous is None:
            raise two_readings(body)
        amount = thousand_or_fraction(body, ambiguous)
    else:
        amount = read_number(body, language, ambiguous)
        if isinstance(amount, Decimal):
            raise _no_fraction()
    if amount != int(amount):
        raise _no_fraction()
    return Quantity(int(amount), "IDR") * (-1 if minus else 1)


def _no_fraction() -> UnreadableError:
    return UnreadableError(
        Text("pecahan rupiah tidak ada", "there is no fraction of a rupiah"),
        Text("Di belakang koma hanya ,- atau ,00.", "After the mark only ,- or two zeros are read."),
        "not_whole",
    )


def parse_quantity(
    text: str,
    *,
    locale: str = "id",
    ambiguous: Ambiguous | None = None,
    unknown: U | NotSaid = NOT_SAID,
    dash: D | NotSaid = NOT_SAID,
    blank: B | NotSaid = NOT_SAID,
) -> Quantity | U | D | B:
    """A printed amount with its unit: a mass, a volume, rupiah, or things that are counted.

    A dash before a unit ("- lusin") is a number that was left blank: it is a dash. The options are those of
    `parse_number`.

    Raises:
        ParseError: No number, no unit that kesos knows, or no whole number of what is counted; `.field` is "quantity".

    >>> parse_quantity("2.408 kg"), parse_quantity("30 potong"), parse_quantity("400 gram")
    (Quantity(2408000, 'g'), Quantity(30, 'piece'), Quantity(400, 'g'))
    >>> parse_quantity("- lusin", dash=None)
    """
    language = reading_language(locale)
    check_option(ambiguous, "ambiguous", AMBIGUOUS)

    def reader(body: str) -> Quantity:
        return read_quantity(body, language, ambiguous)

    return read(text, "quantity", reader, unknown=unknown, dash=dash, blank=blank)


def read_quantity(body: str, language: Language, ambiguous: Ambiguous | None) -> Quantity:
    """`body` as a number and a unit, or an amount of rupiah."""
    if _SIGN.match(body) or body.lower().endswith("rupiah"):
        return _read_rupiah(body, language, ambiguous)
    match = AMOUNT.fullmatch(body)
    if match is None:
        check_ascii(body)
        raise UnreadableError(
            Text("bukan bilangan yang diikuti satuan", "it is not a number and then a unit"),
            Text("Tulis seperti 2.408 kg atau 30 potong.", "Write it like 2.408 kg or 30 potong."),
        )
    number, word = match.groups()
    code = UNIT_WORDS.get(word.lower())
    if code is None:
        raise UnreadableError(
            Text("satuannya tidak dikenal", "its unit is not known"),
            checks.did_you_mean(word, UNIT_WORDS),
            "unknown_unit",
        )
    check_missing(number)
    amount = read_number(number, language, ambiguous)
    unit = Unit.of(code)
    base = Unit.of(unit.base)
    if (Fraction(amount) * unit.factor).denominator != 1:
        raise UnreadableError(
            Text(f"tidak genap dalam {base.label.id}", f"it is no whole number of {base.many.en}"), code="not_whole"
        )
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
