"""Numbers, counts, percentages and KK/Jiwa pairs: what the print means, and how they print."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, NamedTuple, Never

from kesos import _checks as checks
from kesos.errors import ParseError
from kesos.values import Language, Percentage, Rounding, Text
from kesos.values import _locales as locales
from kesos.wording._missing import check_missing
from kesos.wording._number_grammar import (
    GRAMMAR,
    Ambiguous,
    check_agreement,
    figure_and_words,
    in_brackets,
    read_count,
    read_number,
    read_rare_thousands,
)
from kesos.wording._number_words import begins_a_number, read_words
from kesos.wording._parser import MEANINGS, Convention, parser, signed_as

_FAST_LONGEST = 100
_PERCENT_SIGNS: dict[Language, tuple[str, ...]] = {"id": ("%", "persen"), "en": ("%", "percent", "per cent")}


class FamiliesAndPeople(NamedTuple):
    """A printed KK/Jiwa pair: how many families, and how many people in them."""

    families: int
    people: int


@parser("number", Text("bilangan", "a number"))
def _parse_any_number(body: str, convention: Convention[Ambiguous]) -> int | Decimal:
    return read_number(body, convention)


@signed_as(_parse_any_number)
def parse_number(text: str, *, locale: str = "id", **options: Any) -> Any:
    """A printed number: an int where it has no decimals, else a Decimal with every digit that is printed.

    Accounts' brackets are a minus. Print of the other language is read where two marks show it: "950,000,000".

    Args:
        text: The print. Blanks around it are ignored; those of machines (no-break, thin) are blanks like any other.
        locale: "id", or "en" for English print.
        ambiguous: What "1,234" is in Indonesian print: "decimal" (1.234) or "thousands" (1234); refused if left out.
        unknown: What to return for "Tidak diketahui"; refused if left out.
        dash: What to return for a dash; refused if left out.
        blank: What to return for an empty text, or the *nan*, *None* or *#N/A* of an empty cell; refused if left out.
        none: What to return for "Nihil" or "Tidak ada"; refused if left out.

    Raises:
        ParseError: Not a number in that print, or one that can be read in two ways; `.field` is "number".
        InvalidValueError: `locale` or `ambiguous` is not one of the choices.

    >>> parse_number("1.234.567"), parse_number("35,45"), parse_number("1,234.5", locale="en")
    (1234567, Decimal('35.45'), Decimal('1234.5'))
    >>> parse_number("1,234", ambiguous="decimal")
    Decimal('1.234')
    >>> parse_number("12.34")
    Traceback (most recent call last):
    ...
    kesos.errors.ParseError: number: '12.34' cannot be read as a number: that is not how Indonesian prints numbers. ...
    """
    # the way that nearly every text takes: known locale, matched at once, not ambiguous; all else goes the long way
    try:
        fullmatch, group_mark = GRAMMAR[locale]
        match = fullmatch(text)
        if match is not None and match.end() <= _FAST_LONGEST and (not options or options.keys() <= MEANINGS):
            whole, fraction = match.groups()
            if fraction is None:
                return int(whole.replace(group_mark, ""))
            if len(fraction) != 3:
                return Decimal(whole.replace(group_mark, "") + "." + fraction)
    except (KeyError, TypeError):
        pass
    return _parse_any_number(text, locale=locale, **options)


@parser("count", Text("jumlah", "a count"))
def parse_count(body: str, convention: Convention[Ambiguous]) -> int:
    """A printed count: a whole number from zero up, without a unit, in figures or words or in both that agree.

    "12.0", as data frames print 12 beside empty cells, is 12.

    The options are those of `parse_number`.

    Raises:
        ParseError: Not a count; `.field` is "count".

    >>> parse_count("2.720"), parse_count("-", dash=0), parse_count("Tidak diketahui", unknown=None)
    (2720, 0, None)
    """
    return read_count(body, convention)


@parser("percent", Text("persentase", "a percentage"))
def parse_percent(body: str, convention: Convention[Ambiguous]) -> Percentage:
    """A printed percentage, with "%" or "persen", or without a sign, as columns headed "(%)" print it.

    A point or a comma before other digits than three is its decimal mark, since no other reading exists; before three
    it may be either, and `ambiguous` says which. Accounts' brackets are a minus. The options are those of
    `parse_number`.

    Raises:
        ParseError: Not a percentage; `.field` is "percent".

    >>> parse_percent("35,45 %"), parse_percent("79 persen"), parse_percent("40,10"), parse_percent("lima persen")
    (Percentage('35.45'), Percentage('79'), Percentage('40.1'), Percentage('5'))
    """
    inner = in_brackets(body)
    if inner is not None:
        return -_read_percent(inner, convention)
    return _read_percent(body, convention)


def _read_percent(text: str, convention: Convention[Ambiguous]) -> Percentage:
    body, words = figure_and_words(text, convention)
    lowered = body.lower() if body.isascii() else body
    for sign in _PERCENT_SIGNS[convention.language]:
        if lowered.endswith(sign):
            body = body[: -len(sign)].removesuffix(" ")
            break
    check_missing(body)
    in_words = begins_a_number(body, convention.language)
    number = read_words(body, convention.language) if in_words else read_rare_thousands(body, convention)
    check_agreement(number, words)
    return Percentage(number)


@parser("kk_jiwa", Text("KK/Jiwa", "families/people"))
def parse_kk_jiwa(body: str, convention: Convention[Never]) -> FamiliesAndPeople:
    """The pair that tables print under KK/Jiwa: families, then people; or in any order, where each has its word.

    A dash stands for the whole cell; a pair with one side missing is refused.

    Raises:
        ParseError: Not such a pair; `.field` is "kk_jiwa".

    >>> parse_kk_jiwa("72/240") == parse_kk_jiwa("72 KK (240 jiwa)") == parse_kk_jiwa("240 Jiwa, 72 KK")
    True
    >>> parse_kk_jiwa("-", dash=None)
    """
    text = " ".join(body.split())  # a cell may hold the two on two lines
    sides = [side.strip(" ") for side in text.split("/")] if "/" in text else _sides_with_words(text)
    if len(sides) != 2:
        raise ParseError("unreadable.pair")
    counted = [_COUNTED.fullmatch(side) for side in sides]
    words = [_FIELD_OF[match[2].lower()] if match else field for match, field in zip(counted, _FIELDS, strict=True)]
    if set(words) != set(_FIELDS):
        raise ParseError("unreadable.pair")
    if any(_BLANK.fullmatch(match[1] if match else side) for match, side in zip(counted, sides, strict=True)):
        raise ParseError("unreadable.half_a_pair")
    figures = [match[1] if match else side for match, side in zip(counted, sides, strict=True)]
    counts = {word: read_count(figure, convention) for word, figure in zip(words, figures, strict=True)}
    return FamiliesAndPeople(**counts)


_FIELDS = FamiliesAndPeople._fields
_FIELD_OF = {
    **dict.fromkeys(("kk", "kpm", "keluarga", "kepala keluarga", "families", "family"), "families"),
    **dict.fromkeys(("jiwa", "orang", "people", "person", "persons"), "people"),
}
_WORD = f"({'|'.join(_FIELD_OF)})"
_COUNTED = re.compile(rf"(.*?) ?(?<![a-z]){_WORD}\.?", re.IGNORECASE | re.DOTALL)
_WORDS = re.compile(rf"(?<![a-z]){_WORD}(?![a-z])\.?", re.IGNORECASE)
_BLANK = re.compile(r"[-–—]*")
_AND = re.compile(r" ?(?:[,;:=|(–—+&-]|dan |and )? ?")


def _sides_with_words(body: str) -> list[str]:
    """The two counts of "72 KK (240 jiwa)", each with its word; none where there are not two."""
    words = list(_WORDS.finditer(body))
    if len(words) != 2:
        return []
    first, last = words
    between = _AND.match(body, first.end())
    assert between is not None  # all of it is optional
    if body[last.end() :] != (")" if "(" in between[0] else ""):
        return []
    return [body[: first.end()], body[between.end() : last.end()]]


def format_number(number: int | Decimal, locale: str = "id") -> str:
    """A number as people print it, with every digit that it has, in any locale that Babel knows.

    Raises:
        InvalidValueError: `number` is a float, a bool, not finite, or has too many digits; the locale is not known.

    >>> format_number(1_234_567), format_number(Decimal("0.0001"), "id"), format_number(Decimal("1234.50"), "en")
    ('1.234.567', '0,0001', '1,234.50')
    """
    if isinstance(number, Decimal):
        return locales.number(number, locale)
    return locales.number(number if type(number) is int else checks.whole_number(number, "number"), locale)


def format_percent(
    percent: Percentage, locale: str = "id", places: int | None = None, rounding: Rounding = Rounding.HALF_UP
) -> str:
    """A percentage as people print it; without `places` no digit is dropped.

    Raises:
        InvalidValueError: Not a Percentage, or one whose decimals never end while `places` is left out.

    >>> format_percent(Percentage("35.45")), format_percent(Percentage("35.45"), "en", places=1)
    ('35,45%', '35.5%')
    """
    value: Percentage = checks.instance(percent, "percent", Percentage)
    return value.say(locale, places, rounding)
