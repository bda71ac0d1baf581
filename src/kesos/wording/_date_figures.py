"""Days, months and years in figures and names of months, with nothing around them."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

import attrs

from kesos import _checks as checks
from kesos.errors import ParseError
from kesos.values import Language, Period
from kesos.wording._date_words import MONTH_WORDS, MONTHS, ROMAN_MONTHS

DayOrder = Literal["day_first", "month_first"]

_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})", re.ASCII)
_COMPACT_DAY = re.compile(r"((?:19|20|21)\d{2})(\d{2})(\d{2})", re.ASCII)
_ISO_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_YEAR = re.compile(r"(?:tahun |year )?(\d{4})|(\d{4})[.,]0{1,2}", re.ASCII)
_MONTH = re.compile(r"([a-z]+)\.?(?:[ /-]|, )(?:tahun )?(\d{4})", re.ASCII)
_NUMBERED_MONTH = re.compile(r"(\d{1,2})[-/](\d{4})", re.ASCII)
_NAMED_DAY = re.compile(r"(\d{1,2})(?: ?[-/.] ?| )([a-z]+)\.?(?: ?[-/.] ?|,? )(?:tahun )?(\d{4})", re.ASCII)
_NUMBERED_DAY = re.compile(r"(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?([-/.]) ?(\d{4})", re.ASCII)
_ENGLISH_DAY = re.compile(r"([a-z]+)\.? (\d{1,2}),? (\d{4})", re.ASCII)
# a year in two digits; after a month and a blank, one up to 31 may as well be a day
_DAY_AND_MONTH = r"\d{1,2} ?[-/.] ?\d{1,2} ?[-/.] ?|\d{1,2}(?: ?[-/.] ?| )[a-z]+\.?(?: ?[-/.] ?|,? )(?:tahun )?"
_MONTH_ALONE = r"(?:tahun|year) |[a-z]+\.?(?:[-/]| (?='|00|3[2-9]|[4-9]))"
_SHORT_YEAR: dict[Language, re.Pattern[str]] = {
    "id": re.compile(rf"({_DAY_AND_MONTH}|{_MONTH_ALONE})'?(\d\d)", re.ASCII),
    "en": re.compile(
        rf"({_DAY_AND_MONTH}|[a-z]+\.? \d{{1,2}}(?:, ?| (?='))|{_MONTH_ALONE})'?(\d\d)",
        re.ASCII,
    ),
}
# the first end of a range, without what it shares with the second
_FIRST_DAY = re.compile(r"(\d{1,2})", re.ASCII)
_FIRST_NAMED_DAY = re.compile(r"(\d{1,2})(?: ?[-/.] ?| )([a-z]+)\.?", re.ASCII)
_FIRST_ENGLISH_DAY = re.compile(r"([a-z]+)\.? (\d{1,2})", re.ASCII)
_FIRST_NUMBERED_DAY = re.compile(r"(\d{1,2}) ?[-/.] ?(\d{1,2})", re.ASCII)
_FIRST_MONTH = re.compile(r"([a-z]+)\.?", re.ASCII)


@attrs.frozen
class DateFigures:
    """The grammar of a date alone; `century` is the first year of that which two digits stand in."""

    language: Language
    order: DayOrder | None
    century: int | None

    def read(self, text: str, mixed: bool) -> Period | None:
        """A day, a month or a year; `mixed` allows the 05 / 03-2017 that ends a range."""
        if self.century is not None and (short := _SHORT_YEAR[self.language].fullmatch(text)):
            text = f"{short[1]}{self.century + int(short[2])}"
        if match := _YEAR.fullmatch(text):
            self.day(1, 1, int(match[1] or match[2]))
            return Period.year(int(match[1] or match[2]))
        if match := _ISO_DAY.fullmatch(text):
            return self.day(int(match[3]), int(match[2]), int(match[1]))
        if match := _ISO_MONTH.fullmatch(text):
            return self.month(match[2], int(match[1]))
        if match := _NAMED_DAY.fullmatch(text):
            return self.day(int(match[1]), self.month_of_day(match[2]), int(match[3]))
        if match := _MONTH.fullmatch(text) or _NUMBERED_MONTH.fullmatch(text):
            return self.month(match[1], int(match[2]))
        if self.language == "en" and (match := _ENGLISH_DAY.fullmatch(text)):
            return self.day(int(match[2]), self.month_number(match[1]), int(match[3]))
        match = _NUMBERED_DAY.fullmatch(text)
        if match is None:
            return self.year_first(text)
        first, mark, second, other_mark, year = match.groups()
        if mark != other_mark and not (mixed and mark == "/"):
            return None
        return self.numbered_day(first, second, int(year))

    def year_first(self, text: str) -> Period | None:
        """A day with its year in front, as ISO 8601 orders it, in the variants that spreadsheets write."""
        if match := _YEAR_FIRST.fullmatch(text):
            return self.day(int(match[4]), int(match[3]), int(match[1]))
        if match := _COMPACT_DAY.fullmatch(text):
            return self.day(int(match[3]), int(match[2]), int(match[1]))
        return None

    def completed(self, text: str, end: Period) -> Period | None:
        """The first end of a range that leaves its year, or its month and year, to the second."""
        year = end.end.year
        if end.precision == "month":
            match = _FIRST_MONTH.fullmatch(text)
            return self.month(match[1], year) if match else None
        if match := _FIRST_DAY.fullmatch(text):
            return self.day(int(match[1]), end.end.month, year)
        if match := _FIRST_NAMED_DAY.fullmatch(text):
            return self.day(int(match[1]), self.month_of_day(match[2]), year)
        if match := _FIRST_NUMBERED_DAY.fullmatch(text):
            return self.numbered_day(match[1], match[2], year)
        if self.language == "en" and (match := _FIRST_ENGLISH_DAY.fullmatch(text)):
            return self.day(int(match[2]), self.month_number(match[1]), year)
        return None

    def numbered_day(self, first: str, second: str, year: int) -> Period:
        """Two numbers and a year: the day is first in Indonesian; in English either may be, unless one is above 12."""
        day, month = int(first), int(second)
        if self.language == "en" and self.order == "month_first":
            day, month = month, day
        elif self.language == "en" and self.order is None and day != month:
            if day <= 12 and month <= 12:
                raise ParseError(
                    "ambiguous.day",
                    day_first=self.day(day, month, year).start,
                    month_first=self.day(month, day, year).start,
                )
            if month > 12:
                day, month = month, day
        return self.day(day, month, year)

    def day(self, day: int, month: int, year: int) -> Period:
        """One day, where the calendar has it."""
        try:
            on = date(year, month, day)
        except ValueError:
            raise ParseError("no_such_day", day=day, month=month, year=year) from None
        return Period.between(on, on)

    def month(self, month: str, year: int) -> Period:
        """A month, by its number or its name."""
        number = int(month) if month.isdigit() else self.month_number(month)
        self.day(1, number, year)
        return Period.month(year, number)

    def month_of_day(self, word: str) -> int:
        """Which month a word behind a day names; a Roman number is one there, and behind none may be a quarter."""
        roman = ROMAN_MONTHS.get(word) if self.language == "id" else None
        return self.month_number(word) if roman is None else roman

    def month_number(self, word: str) -> int:
        """Which month a word names, from 1 on."""
        months = MONTHS[self.language]
        if word not in months:
            raise ParseError("unknown_month", hint=checks.did_you_mean(self._meant(word), months), word=word)
        return months[word]

    def _meant(self, word: str) -> str:
        """The month in this language that a word of the other names; else the word."""
        others = MONTHS["en" if self.language == "id" else "id"]
        return MONTH_WORDS[self.language][others[word] - 1].split()[0] if word in others else word
