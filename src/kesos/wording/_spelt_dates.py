"""Days as official letters spell them, in words or with words beside the figures."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kesos.errors import ParseError
from kesos.values import Language
from kesos.wording._date_words import ANY_MONTH, MONTHS
from kesos.wording._number_words import spell_out

_PARTS: dict[Language, tuple[re.Pattern[str], ...]] = {
    language: (
        re.compile(rf"(.+?)(?:,? |-)(?:bulan )?({month})\.?,? (?:tahun )?(.+)", re.ASCII),
        re.compile(r"(.+?),? bulan (.+?),? tahun (.+)", re.ASCII),
    )
    for language, month in ANY_MONTH.items()
}
_IN_BOTH = re.compile(r"(?P<first>[a-z\d -]+?) ?\((?P<second>[a-z\d -]+)\)", re.ASCII)
_IN_FIGURES = re.compile(r"\d[^ ]* [^ ]* \d+|[^ ]*", re.ASCII)
_BETWEEN = re.compile(r"[ -]", re.ASCII)


class SpeltDay(NamedTuple):
    """The numbers of a day; whether a calendar has it is not asked yet."""

    day: int
    month: int
    year: int


def spelt_day(text: str, language: Language) -> SpeltDay | None:
    """A day whose numbers are in words, in figures, or in both where they agree; None where it is none.

    >>> spelt_day("sembilan bulan november tahun dua ribu dua puluh lima", "id")
    SpeltDay(day=9, month=11, year=2025)
    >>> spelt_day("9 (sembilan) november 2025 (dua ribu dua puluh lima)", "id")
    SpeltDay(day=9, month=11, year=2025)
    """
    if _IN_FIGURES.fullmatch(text):
        return None
    for pattern in _PARTS[language]:
        if parts := pattern.fullmatch(text):
            day, word, year = parts[1], parts[2], _number(parts[3], language, 4)
            month = MONTHS[language].get(word) or _number(word, language, 2)
            on = _number(day, language, 2)
            if on and month and year:
                return SpeltDay(on, month, year)
    return None


def _number(text: str, language: Language, digits: int) -> int | None:
    """A number in figures (a year of four), in words, or in both; 0 and None where it is none."""
    if both := _IN_BOTH.fullmatch(text):
        first, second = (_number(both[name], language, digits) for name in ("first", "second"))
        if first and second and first != second:
            raise ParseError("days_differ.numbers", first=first, second=second)
        return first and second
    if text.isdigit():
        return int(text) if len(text) == digits or len(text) < digits == 2 else None
    return _numbers(language).get(_BETWEEN.sub("", text))


@cache
def _numbers(language: Language) -> dict[str, int]:
    """The numbers of days, months and years by their words, without blanks, since not all letters place those alike."""
    return {_BETWEEN.sub("", spell_out(number, language)): number for number in (*range(1, 32), *range(1900, 2101))}
