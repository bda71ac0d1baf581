"""The grammar of printed dates: which texts are a day, a run of days, a month or a year."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

import attrs

from kesos.errors import ParseError
from kesos.values import Language, Period
from kesos.wording._clocks import Clock, clock_last, split_clock
from kesos.wording._date_faults import diagnosis
from kesos.wording._date_figures import DateFigures, DayOrder
from kesos.wording._date_marks import tidied, undressed, undressed_run
from kesos.wording._date_words import MONTH_WORDS, MONTHS, RANGE_WORDS, WEEKDAY_NAMES
from kesos.wording._spelt_dates import spelt_day

_ENGLISH_RUN = re.compile(r"(.*?)([a-z]+)\.? (\d{1,2}) ?[-–—] ?(\d{1,2}),? (\d{4}|'?\d\d)", re.ASCII)
_MARK = re.compile(r" ?[-/] ?", re.ASCII)
_ISO_START = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)", re.ASCII)
_BESIDE = re.compile(r"(.+?) ?\(([^()]+)\)")
_LONGEST = 200


@attrs.frozen
class DateGrammar:
    """The grammar of dates in one language."""

    language: Language
    figures: DateFigures

    @classmethod
    def of(cls, language: Language, order: DayOrder | None = None, century: int | None = None) -> DateGrammar:
        """The grammar of a convention."""
        return cls(language, DateFigures(language, order, century))

    def read(self, body: str) -> Period:
        """The whole of a text as a period, or why it is none."""
        if len(body) > _LONGEST:
            raise ParseError("too_long", most=_LONGEST)
        if body.isascii() and (body[:1].isdigit() or body.partition(" ")[0].lower() in MONTHS[self.language]):
            # nearly all dates are plain, and need nothing taken off
            period = self.figures.read(body.lower(), mixed=False)
            if period is not None:
                return period
        text = tidied(body, self.language)
        run = undressed_run(text, self.language)
        period = self.whole(run[0] if run else text)
        if period is not None and run:
            self.check_weekday(period.start, run[1])
            self.check_weekday(period.end, run[2])
        if period is None:
            raise diagnosis(text, self.language)
        return period

    def whole(self, text: str) -> Period | None:
        """A day, a month, a year, or a run of such."""
        if self.language == "en" and (run := _ENGLISH_RUN.fullmatch(text)):
            lead, month, first, last, year = run.groups()
            text = f"{lead}{first}–{last} {month} {year}"
        period = self.one(text)
        if period is None:
            ends = RANGE_WORDS[self.language].split(text)
            if len(ends) == 2:
                return self.run(ends[0], ends[1])
            if len(ends) == 1:
                return self.hyphenated(text)
        return period

    def hyphenated(self, text: str) -> Period | None:
        """A range with a hyphen (or the slash of ISO 8601) between its ends.

        Each place is tried; no text has been found that makes sense at two of them.
        """
        trouble: ParseError | None = None
        for mark in _MARK.finditer(text):
            first, last = text[: mark.start()], text[mark.end() :]
            if "/" in mark[0] and not (_ISO_START.match(first) and _ISO_START.match(last)):
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
        text, weekday = undressed(first, self.language)
        timed = split_clock(text)
        text = timed[0] if timed else text
        period = self.figures.completed(text, end) or self.completed_in_words(text, end)
        if period is not None and timed:
            timed[1].check()
        return self.on_weekday(period, weekday)

    def completed_in_words(self, text: str, end: Period) -> Period | None:
        """Such an end whose day is in words."""
        month = MONTH_WORDS[self.language][end.end.month - 1].split()[0]
        for rest in (f"{month} {end.end.year}", str(end.end.year)):
            if end.precision == "day" and (spelt := spelt_day(f"{text} {rest}", self.language)):
                return self.figures.day(*spelt)
        return None

    def one(self, text: str, mixed: bool = False) -> Period | None:
        """A day, a month or a year, with what may stand around it; `mixed` is that of `DateFigures`."""
        rest, weekday = undressed(clock_last(text), self.language)
        period = self.dated(rest, mixed)
        if period is None and (timed := split_clock(rest)):
            period = self.dated(timed[0], mixed)
            if period is not None:
                self.check_clock(period, timed[1])
        return self.on_weekday(period, weekday)

    def check_clock(self, period: Period, clock: Clock) -> None:
        """Say nothing where a day is what the clock belongs to, and the clock cannot be another day."""
        if period.precision != "day":
            raise ParseError("clock_alone")
        clock.check()
        also_a_day: Period | None = None
        with suppress(ParseError):
            also_a_day = self.figures.read(clock.start, mixed=False)  # 08.02.17, where years have two digits
        if also_a_day is not None:
            raise ParseError("several_days.or_clock", day=also_a_day.start, clock=clock.start)

    def on_weekday(self, period: Period | None, weekday: int | None) -> Period | None:
        """The same period, where it is the weekday that is printed beside it."""
        if period is None or weekday is None:
            return period
        if period.precision != "day":
            raise ParseError("wrong_weekday.alone")
        self.check_weekday(period.start, weekday)
        return period

    @staticmethod
    def check_weekday(day: date, weekday: int) -> None:
        """Say nothing where a day falls on a weekday."""
        if day.weekday() != weekday:
            raise ParseError("wrong_weekday", weekday=WEEKDAY_NAMES[day.weekday()])

    def dated(self, text: str, mixed: bool) -> Period | None:
        """What `one` reads, without weekday, label and clock: in figures, in words, or in both side by side."""
        period = self.figures.read(text, mixed)
        if period is not None:
            return period
        if text[-1:] == ")" and (beside := _BESIDE.fullmatch(text)):
            period, again = self.dated(beside[1], mixed=False), self.one(beside[2])
            if period is not None and again is not None:
                if period != again:
                    raise ParseError("days_differ", first=period.start, second=again.start)
                return period
        spelt = spelt_day(text, self.language)
        return self.figures.day(*spelt) if spelt else None
