"""The grammar of printed dates: which texts are a day, a run of days, a month or a year."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

import attrs

from kesos import _checks as checks
from kesos.errors import ParseError
from kesos.values import Language, Period, Text
from kesos.wording._parser import check_ascii

DayOrder = Literal["day_first", "month_first"]

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
_MONTHS = {
    language: {spelling: number for number, words in enumerate(rows, 1) for spelling in words.split()}
    for language, rows in MONTH_WORDS.items()
}
# What stands between the two ends of a range; a hyphen may as well stand inside a date, so it is tried apart.
_RANGE_WORDS: dict[Language, re.Pattern[str]] = {
    "id": re.compile(r" ?[–—] ?| ?(?:s/d|s\.d\.?) ?| (?:sd|sampai dengan|sampai|hingga) "),
    "en": re.compile(r" ?[–—] ?| (?:to|until|through) "),
}
_LEAD: dict[Language, re.Pattern[str]] = {
    "id": re.compile(
        r"(?:(?:hari )?(?P<weekday>senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad),? )?"
        r"(?:tanggal |tgl\.? )?(?:bulan )?(?P<rest>.*)"
    ),
    "en": re.compile(
        r"(?:(?:on )?(?P<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday),? )?(?:on )?(?P<rest>.*)"
    ),
}
_WEEKDAYS = (
    ("senin", "monday"),
    ("selasa", "tuesday"),
    ("rabu", "wednesday"),
    ("kamis", "thursday"),
    ("jumat", "jum'at", "friday"),
    ("sabtu", "saturday"),
    ("minggu", "ahad", "sunday"),
)
_WEEKDAY_NAMES = tuple(Text(spellings[0].title(), spellings[-1].title()) for spellings in _WEEKDAYS)
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_ISO_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_YEAR = re.compile(r"(?:tahun |year )?(\d{4})", re.ASCII)
_MONTH = re.compile(r"([a-z]+)\.?[ -](?:tahun )?(\d{4})", re.ASCII)
_NUMBERED_MONTH = re.compile(r"(\d{1,2})[-/](\d{4})", re.ASCII)
_NAMED_DAY = re.compile(r"(\d{1,2})[ -]([a-z]+)\.?[ -](?:tahun )?(\d{4})", re.ASCII)
_NUMBERED_DAY = re.compile(r"(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?([-/.]) ?(\d{4})", re.ASCII)
_ENGLISH_DAY = re.compile(r"([a-z]+)\.? (\d{1,2}),? (\d{4})", re.ASCII)
_ENGLISH_RUN = re.compile(r"([a-z]+)\.? (\d{1,2}) ?[-–—] ?(\d{1,2}),? (\d{4})", re.ASCII)
# the first end of a range, without what it shares with the second
_FIRST_DAY = re.compile(r"(\d{1,2})", re.ASCII)
_FIRST_NAMED_DAY = re.compile(r"(\d{1,2})[ -]([a-z]+)\.?", re.ASCII)
_FIRST_ENGLISH_DAY = re.compile(r"([a-z]+)\.? (\d{1,2})", re.ASCII)
_FIRST_NUMBERED_DAY = re.compile(r"(\d{1,2}) ?[-/.] ?(\d{1,2})", re.ASCII)
_FIRST_MONTH = re.compile(r"([a-z]+)\.?", re.ASCII)
_MARK = re.compile(r" ?[-/] ?", re.ASCII)
_SHORT_YEAR = re.compile(r"\d{1,2} ?[-/. ] ?(?:\d{1,2}|[a-z]+)\.? ?[-/. ] ?'?\d{2}", re.ASCII)
_NO_YEAR = re.compile(r"(?:[a-z']+,? )?\(?\d{1,2} ?(?:[-/.] ?\d{1,2}|[- ][a-z]+)\)?", re.ASCII)
_AS_OF = re.compile(r"\bper ", re.ASCII)
_LONGEST = 100


@attrs.frozen
class DateGrammar:
    """The grammar of dates in one language."""

    language: Language
    order: DayOrder | None

    def read(self, body: str) -> Period:
        """The whole of a text as a period, or why it is none."""
        check_ascii(body.replace("–", "-").replace("—", "-"))
        text = " ".join(body.lower().split())
        if len(text) > _LONGEST:
            raise ParseError("too_long", most=_LONGEST)
        if self.language == "en" and (run := _ENGLISH_RUN.fullmatch(text)):
            month, first, last, year = run.groups()
            text = f"{first}–{last} {month} {year}"
        period = self.one(text)
        if period is None:
            ends = _RANGE_WORDS[self.language].split(text)
            if len(ends) == 2:
                period = self.run(ends[0], ends[1])
            elif len(ends) == 1:
                period = self.hyphenated(text)
        if period is None:
            raise self.diagnosis(text)
        return period

    def hyphenated(self, text: str) -> Period | None:
        """A range with a hyphen (or the slash of ISO 8601) between its ends.

        Each place is tried; no text has been found that makes sense at two of them.
        """
        trouble: ParseError | None = None
        for mark in _MARK.finditer(text):
            first, last = text[: mark.start()], text[mark.end() :]
            if "/" in mark[0] and not (_ISO_DAY.fullmatch(first) and _ISO_DAY.fullmatch(last)):
                continue
            try:
                run = self.run(first, last)
            except ParseError as error:
                trouble = trouble or error
                continue
            if run is not None:
                return run
        if trouble is not None:
            raise trouble
        return None

    def run(self, first: str, last: str) -> Period | None:
        """From `first`, which may leave out what it shares with `last`, to `last`."""
        end = self.one(last, mixed=True)
        if end is None:
            return None
        start = self.one(first) or self.shortened(first, end)
        if start is None or start.precision != end.precision:
            return None
        if end.end < start.start:
            raise ParseError("end_before_start", start=start.start, end=end.end)
        return end if start == end else Period.between(start.start, end.end)

    def shortened(self, first: str, end: Period) -> Period | None:
        """The first end of a range that leaves its year, or its month and year, to the second."""
        first = first.removeprefix("bulan ").removeprefix("tanggal ").removeprefix("tgl ")
        year = end.end.year
        if end.precision == "month":
            match = _FIRST_MONTH.fullmatch(first)
            return self.month(match[1], year) if match else None
        if match := _FIRST_DAY.fullmatch(first):
            return self.day(int(match[1]), end.end.month, year)
        if match := _FIRST_NAMED_DAY.fullmatch(first):
            return self.day(int(match[1]), self.month_number(match[2]), year)
        if match := _FIRST_NUMBERED_DAY.fullmatch(first):
            return self.numbered_day(match[1], match[2], year)
        if self.language == "en" and (match := _FIRST_ENGLISH_DAY.fullmatch(first)):
            return self.day(int(match[2]), self.month_number(match[1]), year)
        return None

    def one(self, text: str, mixed: bool = False) -> Period | None:
        """A day, a month or a year; `mixed` allows the 05 / 03-2017 that ends a range."""
        lead = _LEAD[self.language].fullmatch(text)
        assert lead is not None  # everything in front is optional
        period = self.bare(lead["rest"], mixed)
        weekday = lead["weekday"]
        if period is None or weekday is None:
            return period
        if period.precision != "day":
            raise ParseError("wrong_weekday.alone")
        on = period.start.weekday()
        if weekday in _WEEKDAYS[on]:
            return period
        raise ParseError("wrong_weekday", weekday=_WEEKDAY_NAMES[on])

    def bare(self, text: str, mixed: bool) -> Period | None:
        """What `one` reads, without weekday, "tanggal" or "bulan" in front."""
        if match := _YEAR.fullmatch(text):
            self.day(1, 1, int(match[1]))
            return Period.year(int(match[1]))
        if match := _ISO_DAY.fullmatch(text):
            return self.day(int(match[3]), int(match[2]), int(match[1]))
        if match := _ISO_MONTH.fullmatch(text):
            return self.month(match[2], int(match[1]))
        if match := _MONTH.fullmatch(text) or _NUMBERED_MONTH.fullmatch(text):
            return self.month(match[1], int(match[2]))
        if match := _NAMED_DAY.fullmatch(text):
            return self.day(int(match[1]), self.month_number(match[2]), int(match[3]))
        if self.language == "en" and (match := _ENGLISH_DAY.fullmatch(text)):
            return self.day(int(match[2]), self.month_number(match[1]), int(match[3]))
        match = _NUMBERED_DAY.fullmatch(text)
        if match is None:
            return None
        first, mark, second, other_mark, year = match.groups()
        if mark != other_mark and not (mixed and mark == "/"):
            return None
        return self.numbered_day(first, second, int(year))

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

    def month_number(self, word: str) -> int:
        """Which month a word names, from 1 on."""
        months = _MONTHS[self.language]
        if word not in months:
            raise ParseError("unknown_month", hint=checks.did_you_mean(word, months), word=word)
        return months[word]

    def diagnosis(self, text: str) -> ParseError:
        """Why a text that nothing else has refused is no date."""
        if _AS_OF.search(text):
            return ParseError("as_of")
        if _NO_YEAR.fullmatch(text):
            return ParseError("no_year")
        return ParseError("short_year" if _SHORT_YEAR.fullmatch(text) else "unreadable.date")
