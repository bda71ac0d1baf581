"""Periods: a day, a run of days, a month, a year."""

from __future__ import annotations

import re
from datetime import MAXYEAR, date, timedelta
from typing import ClassVar, Literal, get_args

import attrs

from kesos import _checks as checks
from kesos._checks import fill_field
from kesos.errors import InvalidValueError, OperationError
from kesos.records import DAY as ISO_DAY
from kesos.records import Plain, Recorded
from kesos.values import _locales as locales
from kesos.values._days import DAY, first_of_month, last_of_month, months_touched, plain_date, read_day
from kesos.values._format import formatted
from kesos.values._operators import Refusing
from kesos.words import hint

Precision = Literal["day", "days", "month", "year"]
PRECISIONS: tuple[Precision, ...] = get_args(Precision)

_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)


def _start(day: date | str) -> date:
    return plain_date(day, "start")


def _end(day: date | str) -> date:
    return plain_date(day, "end")


@attrs.frozen(eq=False, repr=False)
class Period(Recorded, Refusing):
    """From a first day to a last day, both included, known to the day, the month or the year.

    A month is one that is known as a month ("Juni 2017"), not thirty days that somebody counted; so a month does not
    equal the run of its days. Periods sort by their first day, then by their last.

    >>> Period.of("2017-03-01/2017-03-05").days
    5
    >>> Period.of("2017-06").end
    datetime.date(2017, 6, 30)
    """

    __tag__: ClassVar = "period"

    start: date = attrs.field(converter=_start)
    end: date = attrs.field(converter=_end)
    precision: Precision = "day"

    def __attrs_post_init__(self) -> None:
        start, end = self.start, self.end
        fill_field(self, "precision", checks.choice(self.precision, "precision", PRECISIONS))
        if end < start:
            raise InvalidValueError("end_before_start", field="end", value=end.isoformat(), start=start, end=end)
        if (start, end) != self._whole():
            raise InvalidValueError(
                "precision_does_not_fit", field="precision", value=self.precision, start=start, end=end
            )
        if self.precision == "days" and start == end:  # a run of one day is that day, and equal to it
            fill_field(self, "precision", "day")

    def _whole(self) -> tuple[date, date]:
        """The first and the last day that a period of this precision has where it starts on this one's first day."""
        start = self.start
        if self.precision == "days":
            return start, self.end
        if self.precision == "day":
            return start, start
        if self.precision == "month":
            return first_of_month(start.year, start.month), last_of_month(start)
        return first_of_month(start.year, 1), last_of_month(first_of_month(start.year, 12))

    def __plain__(self) -> str:
        return self.iso

    @classmethod
    def __read__(cls, raw: object) -> Period:
        return cls.of(raw, "")  # type: ignore[arg-type]  # it says itself what it cannot be

    @classmethod
    def __schema__(cls) -> Plain:
        return {"type": "string", "pattern": rf"^\d{{4}}(-\d{{2}}(-\d{{2}}(/{ISO_DAY})?)?)?$"}

    @classmethod
    def of(cls, value: Period | date | str, field: str = "period") -> Period:
        """A Period, a day, or ISO 8601 text: "2017-02-25", "2017-03-01/2017-03-05", "2017-06" or "2017".

        A day is a date, the midnight without a zone that a spreadsheet writes for one, or a moment with a zone, which
        is the day that the calendar shows there.

        Raises:
            InvalidValueError: Anything else; a day that no calendar has, or before 1900; an end before its start; a
                moment without a zone; a length of time, which does not say whether its last day counts.
        """
        # A day as text, which nearly every event has, is read before anything else is tried.
        if type(value) is str and len(value) == 10 and value[4] == "-" == value[7]:
            day = read_day(value, field)
            if day is None:
                raise _unreadable(value, field)
            return _one_day(day)
        if isinstance(value, Period):
            return value
        if isinstance(value, str):
            return cls._read(str.__str__(value), field)
        if isinstance(value, timedelta):
            raise InvalidValueError("not_a_period.length", field=field, value=value)
        try:
            return _one_day(plain_date(value, field))
        except InvalidValueError as error:
            if error.code == "not_a_day" and not isinstance(value, date):
                raise _unreadable(value, field) from None
            raise

    @classmethod
    def _read(cls, text: str, field: str) -> Period:
        try:
            if DAY.fullmatch(text):  # here only from a subclass of str, such as numpy.str_
                return cls.of(text, field)
            if _MONTH.fullmatch(text):
                return cls.month(int(text[:4]), int(text[5:]))
            if _YEAR.fullmatch(text):
                return cls.year(int(text))
            first, slash, last = text.partition("/")
            if slash and DAY.fullmatch(first) and DAY.fullmatch(last):
                start, end = read_day(first, field), read_day(last, field)
                if start is not None and end is not None:
                    return cls.between(start, end)
        except InvalidValueError as error:  # of a part of the text: what is at fault for the caller is all of it
            error.field, error.value = field, text
            raise
        raise _unreadable(text, field)

    @classmethod
    def between(cls, start: date, end: date) -> Period:
        """A run of days, both ends included; one day where they are the same."""
        return cls(start, end, "days")

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """A month that is known as one.

        >>> Period.month(2017, 2).days
        28
        """
        start = first_of_month(checks.year(_part(year, "year", MAXYEAR)), _part(month, "month", 12))
        return cls(start, last_of_month(start), "month")

    @classmethod
    def year(cls, year: int) -> Period:
        """A year that is known as one."""
        number = checks.year(_part(year, "year", MAXYEAR))
        return cls(first_of_month(number, 1), last_of_month(first_of_month(number, 12)), "year")

    @property
    def days(self) -> int:
        """How many days, both ends counted."""
        return (self.end - self.start).days + 1

    @property
    def months(self) -> int:
        """How many calendar months it touches.

        >>> Period.of("2018-05-15/2018-10-02").months
        6
        """
        return months_touched(self.start, self.end)

    def __contains__(self, day: date) -> bool:
        return self.start <= plain_date(day, "day") <= self.end

    @property
    def iso(self) -> str:
        """ISO 8601 text that `Period.of` reads back.

        >>> Period.of("2017-06").iso
        '2017-06'
        """
        if self.precision == "days":
            return f"{self.start}/{self.end}"
        return str(self.start)[: {"day": 10, "month": 7, "year": 4}[self.precision]]

    def say(self, locale: str) -> str:
        """As people write it.

        >>> Period.of("2017-03-01/2017-03-05").say("id"), Period.of("2017-06").say("en")
        ('1–5 Maret 2017', 'June 2017')
        """
        if self.precision == "year":
            return f"{self.start.year:04d}"
        if self.precision == "month":
            return locales.day(self.start, locale, "MMMM yyyy")
        last = locales.day(self.end, locale)
        if self.precision == "day":
            return last
        if (self.start.year, self.start.month) == (self.end.year, self.end.month):
            return f"{self.start.day}–{last}"
        if self.start.year == self.end.year:
            return f"{locales.day(self.start, locale, 'd MMMM')} – {last}"
        return f"{locales.day(self.start, locale)} – {last}"

    def __str__(self) -> str:
        return self.say("id")

    def __format__(self, spec: str) -> str:
        return formatted(self.say, spec, hint("format.period"))

    def _place(self) -> tuple[date, date, int]:
        """What periods sort by; two of the same days that are not equal differ in how they are known."""
        return self.start, self.end, PRECISIONS.index(self.precision)

    def _no_operation(self, sign: str, other: object) -> OperationError:
        return OperationError("no_operation.period", field="period", value=other, sign=sign)

    def __lt__(self, other: Period) -> bool:
        return self._place() < other._place() if isinstance(other, Period) else self._refuse("<", other)

    def __le__(self, other: Period) -> bool:
        return self._place() <= other._place() if isinstance(other, Period) else self._refuse("<=", other)

    def __gt__(self, other: Period) -> bool:
        return self._place() > other._place() if isinstance(other, Period) else self._refuse(">", other)

    def __ge__(self, other: Period) -> bool:
        return self._place() >= other._place() if isinstance(other, Period) else self._refuse(">=", other)


def _one_day(day: date) -> Period:
    """The period of one day, which needs no checks; events are built by the hundred thousand."""
    period = object.__new__(Period)
    fill_field(period, "start", day)
    fill_field(period, "end", day)
    fill_field(period, "precision", "day")
    return period


def _part(value: object, field: str, most: int) -> int:
    number = checks.whole_number(value, field)
    if 1 <= number <= most:
        return number
    raise InvalidValueError("out_of_range.part", field=field, value=value, part=value, most=most)


def _unreadable(value: object, field: str) -> InvalidValueError:
    return InvalidValueError("not_a_period", field=field, value=value)
