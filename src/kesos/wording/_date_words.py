"""The words of dates: months, weekdays, and what stands between the two ends of a run."""

from __future__ import annotations

import re

from kesos.values import Language, Text

MONTH_WORDS: dict[Language, tuple[str, ...]] = {
    "id": (
        "januari jan",
        "februari pebruari feb peb",
        "maret mar mrt",
        "april apr",
        "mei",
        "juni jun",
        "juli jul",
        "agustus agt agu ags agus agust",
        "september sep sept",
        "oktober okt",
        "november nopember nov nop",
        "desember des",
    ),
    "en": (
        "january jan",
        "february feb",
        "march mar",
        "april apr",
        "may",
        "june jun",
        "july jul",
        "august aug",
        "september sep sept",
        "october oct",
        "november nov",
        "december dec",
    ),
}
"""The spellings of each month in use, in lower case, January first."""

WEEKDAY_WORDS: dict[Language, tuple[str, ...]] = {
    "id": (
        "senin sen",
        "selasa sel",
        "rabu rab rbu",
        "kamis kam kms",
        "jumat jum'at jum jmt",
        "sabtu sab sbt",
        "minggu ahad min mgg",
    ),
    "en": (
        "monday mon",
        "tuesday tue tues",
        "wednesday wed",
        "thursday thu thur thurs",
        "friday fri",
        "saturday sat",
        "sunday sun",
    ),
}
"""The spellings of each weekday in use, in lower case, Monday first."""

WEEKDAY_NAMES = tuple(
    Text(of_id.split()[0].title(), of_en.split()[0].title())
    for of_id, of_en in zip(WEEKDAY_WORDS["id"], WEEKDAY_WORDS["en"], strict=True)
)


def _numbered(rows: tuple[str, ...], first: int) -> dict[str, int]:
    return {spelling: number for number, words in enumerate(rows, first) for spelling in words.split()}


MONTHS: dict[Language, dict[str, int]] = {language: _numbered(rows, 1) for language, rows in MONTH_WORDS.items()}
"""Which month a spelling is, from 1 on."""
WEEKDAYS: dict[Language, dict[str, int]] = {language: _numbered(rows, 0) for language, rows in WEEKDAY_WORDS.items()}
"""Which weekday a spelling is, as `date.weekday` counts them."""

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
ROMAN_MONTHS = {word: number for number, word in enumerate(_ROMAN, 1)}
"""The months as letters of offices number them, between a day and a year."""

ANY_MONTH: dict[Language, str] = {language: rf"(?:{'|'.join(words)})(?![a-z])" for language, words in MONTHS.items()}
ANY_WEEKDAY: dict[Language, str] = {
    language: rf"(?:{'|'.join(words)})(?![a-z'])" for language, words in WEEKDAYS.items()
}
"""Patterns of one such word that ends there."""

# What stands between the two ends of a range; a hyphen may as well stand inside a date, so it is tried apart.
RANGE_WORDS: dict[Language, re.Pattern[str]] = {
    "id": re.compile(r" ?[–—] ?| ?(?:s/d|s\.d\.?) ?| (?:sd|sampai dengan|sampai|hingga) "),
    "en": re.compile(r" ?[–—] ?| (?:to|until|through) "),
}
