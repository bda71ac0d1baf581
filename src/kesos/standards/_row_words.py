"""A row of a table of rates in words: what it gives of which index, and for which class, day and date."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from types import MappingProxyType

from kesos.counts._class_words import say_axis, say_class
from kesos.standards._saying import say
from kesos.values import Period, Text
from kesos.values import _locales as locales

DATE, DAY = "date", "day"
Names = Mapping[str, Text]
"""What the axes and the indices of a standard are called, by code."""
NO_NAMES: Names = MappingProxyType({})

_Ends = tuple[int | date | None, int | date | None]


def say_ends(name: str, ends: _Ends, language: str, names: Names = NO_NAMES) -> str:
    """An interval that a test asks for: of dates, of days, or of whole numbers.

    >>> say_ends("day", (None, 3), "id"), say_ends("day", (4, None), "en")
    ('hari ke-1 s.d. ke-3', 'from day 4')
    >>> say_ends("date", (date(2022, 11, 21), None), "id")
    'sejak 21 November 2022'
    """
    start, end = (_end(each, language) for each in ends)
    if name == DATE:
        return _dates(start, end, language)
    if name == DAY:
        return _days(start or _end(1, language), end, language)  # the first day is day 1
    return f"{_axis(name, language, names)} {_numbers(start, end, language)}"


def _dates(start: str | None, end: str | None, language: str) -> str:
    if start is None or end is None:
        return say("row.until", language, end=end) if start is None else say("row.since", language, start=start)
    return start if start == end else say("row.dates", language, start=start, end=end)


def _days(start: str | None, end: str | None, language: str) -> str:
    if end is None or start == end:
        return say("row.from_day" if end is None else "row.day", language, start=start)
    return say("row.days", language, start=start, end=end)


def _numbers(start: str | None, end: str | None, language: str) -> str:
    if start is None or end is None:
        return say("row.at_most", language, end=end) if start is None else say("row.at_least", language, start=start)
    return start if start == end else f"{start}–{end}"


def _end(value: int | date | None, language: str) -> str | None:
    if value is None:
        return None
    return Period.of(value).say(language) if isinstance(value, date) else locales.number(value, language)


def say_fact(name: str, fact: object, language: str, names: Names = NO_NAMES) -> str:
    """A class, a trait, a day or a date, as a test asks for it or an event has it.

    >>> say_fact("damage", "heavy", "id"), say_fact("day", 15, "id"), say_fact("size", 5, "id")
    ('rusak berat', 'hari ke-15', 'ukuran 5')
    """
    if name in (DATE, DAY) and isinstance(fact, int | date):
        return say_ends(name, (fact, fact), language)
    if isinstance(fact, str) and name in names:
        return f"{names[name].say(language).lower()}: {fact}"
    return f"{_axis(name, language, names)} {fact}" if isinstance(fact, int) else say_class(name, fact, language)


def _axis(name: str, language: str, names: Names) -> str:
    return names[name].say(language).lower() if name in names else say_axis(name, language)


def say_share(share: Fraction, indices: tuple[str, ...], language: str, names: Names = NO_NAMES) -> str:
    """A share of an index, or of the lowest of several; the whole of it is the index itself.

    >>> names = {"wage": Text("upah minimum", "minimum wage")}
    >>> say_share(Fraction(3, 4), ("wage",), "en", names), say_share(Fraction(1), ("wage",), "en", names)
    ('3/4 × minimum wage', 'minimum wage')
    """
    called = [names[code].say(language) if code in names else code for code in indices]
    of = called[0] if len(called) == 1 else say("row.lowest", language, indices="; ".join(called))
    return of if share == 1 else f"{share.numerator}/{share.denominator} × {of}"


__all__ = ["DATE", "DAY", "NO_NAMES", "Names", "say_ends", "say_fact", "say_share"]
