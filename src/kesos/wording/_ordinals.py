"""Ordinal numbers: which one of several, in words or figures."""

from __future__ import annotations

import re
from typing import Never

from kesos.errors import ParseError
from kesos.values import Text
from kesos.wording._number_words import begins_a_number, read_words
from kesos.wording._parser import Convention, check_ascii, parser

_ID_FIGURE = re.compile(r"ke[- ]?([1-9]\d{0,30})", re.ASCII)
_ID_WORDS = re.compile(r"ke[- ]?([a-z].*)", re.ASCII | re.DOTALL)
_EN_FIGURE = re.compile(r"([1-9]\d{0,30})(st|nd|rd|th)", re.ASCII)
_EN_LAST = {
    "first": "one",
    "second": "two",
    "third": "three",
    "fifth": "five",
    "eighth": "eight",
    "ninth": "nine",
    "twelfth": "twelve",
}


@parser("ordinal", Text("bilangan tingkat", "an ordinal number"))
def parse_ordinal(body: str, convention: Convention[Never]) -> int:
    """Which one of several: "pertama", "kedua", "ke-2", "ke dua puluh satu"; in English "second", "2nd".

    Raises:
        ParseError: Not an ordinal number; `.field` is "ordinal".

    >>> parse_ordinal("kedua belas"), parse_ordinal("ke-3"), parse_ordinal("twenty-first", locale="en")
    (12, 3, 21)
    """
    check_ascii(body)
    text = " ".join(body.lower().split())
    number = _indonesian(text) if convention.language == "id" else _english(text)
    if not isinstance(number, int) or number < 1:
        raise ParseError("not_an_ordinal")
    return number


def _indonesian(text: str) -> object:
    if text == "pertama":
        return 1
    figure = _ID_FIGURE.fullmatch(text)
    if figure is not None:
        return int(figure[1])
    words = _ID_WORDS.fullmatch(text)
    return read_words(words[1], "id") if words and begins_a_number(words[1], "id") else None


def _english(text: str) -> object:
    figure = _EN_FIGURE.fullmatch(text)
    if figure is not None:
        number = int(figure[1])
        ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return number if figure[2] == ending else None
    head, blank, last = text.replace("-", " ").rpartition(" ")
    if last in _EN_LAST:
        last = _EN_LAST[last]
    elif last.endswith("ieth"):
        last = last.removesuffix("ieth") + "y"
    elif last.endswith("th"):
        last = last.removesuffix("th")
    else:
        return None
    words = head + blank + last
    return read_words(words, "en") if begins_a_number(words, "en") else None
