"""The grammar of printed numbers: which texts are one, and which can be read in two ways."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from kesos.errors import ParseError
from kesos.values import Language
from kesos.values import _locales as locales
from kesos.wording._number_words import begins_a_number, read_words
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
_OTHER: dict[Language, Language] = {"id": "en", "en": "id"}
_MARK = re.compile("[.,]")
_DOUBTFUL = re.compile(r"-?[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
WHOLE_FLOAT = re.compile(r"(-?(?:0|[1-9]\d*))\.0", re.ASCII)
"""A whole number as programs write one among others that are not whole, or beside cells that are empty."""
_SCALES = {
    **dict.fromkeys(("ribu", "rb", "thousand"), 3),
    **dict.fromkeys(("juta", "jt", "million"), 6),
    **dict.fromkeys(("miliar", "milyar", "billion", "bn"), 9),
    **dict.fromkeys(("triliun", "trilyun", "trillion"), 12),
}
_LETTERS = {"m": 9, "t": 12}
"""Billions and millions of millions in talk of money; as units of a quantity, metres and tonnes."""
SCALES = _SCALES | _LETTERS
"""The power of ten that a word behind a rounded figure stands for."""
_WORDS = "|".join(sorted(_SCALES, key=len, reverse=True))
ROUNDED = re.compile(rf"([-\d.,]*\d) ?({_WORDS}|[mt](?![a-z\d²³]))\b\.?(?: (.+))?", re.ASCII | re.IGNORECASE)
"""A number, a word of scale, and what is counted, if anything."""
ROUNDED_IN_WORDS = re.compile(rf"([-\d.,]*\d) ?({_WORDS})\b.*", re.ASCII | re.IGNORECASE)
"""The same where the scale is no single letter."""
_DAMAGED = re.compile(r"[-\d.,]*\d ?RB\b\.?(?: (?:rumah|rmh|bangunan|unit|buah|houses?|buildings?)\b.*)?", re.ASCII)
"""What may be a rounded figure, and as well a number of heavily damaged buildings."""
_BESIDE = re.compile(r"[-\d.,]*\d[.,]?(?:-|=)? ?([^\d\s.,].*)|([^\d\s.,-][^\d]*?) ?-?\d[-\d.,=]*", re.ASCII | re.DOTALL)


def read_number(body: str, convention: Convention[Ambiguous]) -> int | Decimal:
    """`body`, blanks and unit taken off, as a number in this convention's print.

    The other language's print is read where its marks show it: two of them, of which this language's print is none.
    """
    language, ambiguous = convention.language, convention.ambiguous
    if language == "id" and THREE_DECIMALS["id"].fullmatch(body):
        # "1,234": an Indonesian fraction or an English thousand; by default nobody has told us which
        return thousand_or_fraction(body, ambiguous)
    match = GRAMMAR[language][0](body)
    if match is not None:
        return _number_of(match, language)
    check_ascii(body)
    inner = in_brackets(body)
    if inner is not None:
        return negated(read_number(inner, convention))
    other = _OTHER[language]
    match = GRAMMAR[other][0](body)
    if match is not None and len(_MARK.findall(body)) > 1:
        return _number_of(match, other)
    raise diagnosis(body, language)


def read_rare_thousands(body: str, convention: Convention[Ambiguous]) -> int | Decimal:
    """`body` as a number of a kind that seldom reaches a thousand, such as a percentage.

    Either mark, alone, is its decimal mark, unless three digits stand behind it: then nobody has told us which it is.
    """
    language, ambiguous = convention.language, convention.ambiguous
    if language == "id" and _DOUBTFUL.fullmatch(body):
        return thousand_or_fraction(body, ambiguous)
    for print_of in (language, _OTHER[language]):
        match = GRAMMAR[print_of][0](body)
        if match is not None:
            return _number_of(match, print_of)
    inner = in_brackets(body)
    return read_number(body, convention) if inner is None else negated(read_rare_thousands(inner, convention))


def _number_of(match: re.Match[str], language: Language) -> int | Decimal:
    whole, fraction = match.groups()
    digits = _digits_of(whole, language)
    if fraction is None:
        return int(digits)
    if len(fraction) > locales.MOST_DIGITS:
        raise ParseError("too_long.decimals", most=locales.MOST_DIGITS)
    return Decimal(f"{digits}.{fraction}")


def _digits_of(whole: str, language: Language) -> str:
    digits = whole.replace(GRAMMAR[language][1], "")
    if len(digits) - whole.startswith("-") > locales.MOST_DIGITS:
        raise ParseError("number_too_large.digits", most=locales.MOST_DIGITS)
    return digits


def thousand_or_fraction(body: str, ambiguous: Ambiguous | None) -> int | Decimal:
    """One to three digits, a mark and three digits, read as the caller says, or refused with both readings."""
    whole, fraction = _MARK.split(body)
    if ambiguous is None:
        raise ParseError("ambiguous.number", whole=whole, fraction=fraction)
    return Decimal(f"{whole}.{fraction}") if ambiguous == "decimal" else int(whole + fraction)


def in_brackets(body: str) -> str | None:
    """The figure between the brackets that accounts print for a minus; None where there are none around the text.

    Around words they are no minus, but how a letter sets the words apart.
    """
    if not (body.startswith("(") and body.endswith(")")) or not any(map(str.isdigit, body)):
        return None
    inner = body[1:-1].strip(" ")
    if inner.startswith(("-", "(")):
        raise ParseError("unreadable.two_minus_signs")
    return inner


def negated(number: int | Decimal) -> int | Decimal:
    """The number below zero, with every digit that it has."""
    return number.copy_negate() if isinstance(number, Decimal) else -number


def rounded(body: str) -> ParseError:
    """That a figure with a word of scale is a rounded one; of "2 RB" that nobody can tell."""
    return ParseError("ambiguous.damage") if may_be_damage(body) else ParseError("rounded_figure")


def may_be_damage(body: str) -> bool:
    """Whether RB may stand for *rusak berat* and for *ribu*: in capitals, and of nothing that is no building.

    >>> may_be_damage("2 RB"), may_be_damage("2 rb"), may_be_damage("2 RB jiwa"), may_be_damage("2 RB rumah")
    (True, False, False, True)
    """
    return _DAMAGED.fullmatch(body) is not None


def diagnosis(body: str, language: Language) -> ParseError:
    """Why a text is no number."""
    if not any(character.isdigit() for character in body):
        return ParseError("unreadable.no_number", such="1.234" if language == "id" else "1,234")
    if body != body.strip(" "):
        return ParseError("unreadable.two_blanks")
    if ROUNDED_IN_WORDS.fullmatch(body) or (body[-1] in "MT" and ROUNDED.fullmatch(body)):
        return rounded(body)
    beside = _BESIDE.fullmatch(body)
    if beside is not None:
        return ParseError("unreadable.beside", beside=(beside[1] or beside[2])[:40])
    if any(blank.isspace() for blank in body):
        return ParseError("unreadable.blank_inside")
    other = _OTHER[language]
    if GRAMMAR[other][0](body):
        return ParseError("unreadable.english_print" if other == "en" else "unreadable.indonesian_print")
    thousands, decimal = (".", ",") if language == "id" else (",", ".")
    return ParseError("unreadable.number", thousands=thousands, decimal=decimal)


def read_count(body: str, convention: Convention[Ambiguous]) -> int:
    """`body`, in figures or words, as a whole number from zero up."""
    match = GRAMMAR[convention.language][0](body)
    if match is not None and match[2] is None and body[0] != "-":  # as nearly every count is printed
        return int(_digits_of(match[1], convention.language))
    figure, words = figure_and_words(body, convention)
    whole = WHOLE_FLOAT.fullmatch(figure)
    number = int(whole[1]) if whole else _in_figures_or_words(figure, convention)
    check_agreement(number, words)
    if not isinstance(number, int):
        raise ParseError("not_whole.count")
    if figure.startswith(("-", "(")) or number < 0:
        raise ParseError("count_negative.printed")
    return number


def _in_figures_or_words(body: str, convention: Convention[Ambiguous]) -> int | Decimal:
    if begins_a_number(body, convention.language):
        return read_words(body, convention.language)
    try:
        return read_number(body, convention)
    except ParseError:
        english = _EN.fullmatch(body)
        if THREE_DECIMALS["en"].fullmatch(body) is None and english is not None and english[2] is not None:
            raise ParseError("not_whole.count") from None  # a single point before other digits than three
        raise


def figure_and_words(body: str, convention: Convention[Ambiguous]) -> tuple[str, int | Decimal | None]:
    """`body` without the number in words that stands beside its figure in brackets, and that number.

    >>> figure_and_words("72 (tujuh puluh dua) jiwa", Convention("id", None))
    ('72 jiwa', 72)
    """
    if ")" not in body:
        return body, None
    before, _, rest = body.partition("(")
    inside, _, after = rest.partition(")")
    before, language = before.rstrip(" "), convention.language
    if begins_a_number(inside, language):
        unit = (after or before).rpartition(" ")[2]
        return before + after, read_words(_without(inside, unit), language)
    if begins_a_number(before, language) and inside[-1:].isdigit():
        return inside + after, read_words(before, language)
    return body, None


def _without(words: str, unit: str) -> str:
    """Number words without the unit that is said again behind them."""
    for said_again in (unit.lower(), "persen", "percent"):
        if said_again.isalpha() and words.lower().endswith(" " + said_again):
            return words[: -len(said_again)].rstrip(" ")
    return words


def check_agreement(number: int | Decimal, words: int | Decimal | None) -> None:
    """Refuse a figure beside which words say another number."""
    if words is not None and number != words:
        raise ParseError("words_differ", figure=str(number), words=str(words))
