"""Periods: a day, a run of days, a month, a year. The one user of pendulum, which loads on first use."""

from __future__ import annotations

import re
from datetime import MAXYEAR, date, datetime
from typing import TYPE_CHECKING, ClassVar, Literal, get_args

import attrs

from kesos import _checks as checks
from kesos._checks import fill_field
from kesos.errors import InvalidValueError
from kesos.records import DAY, Plain, Recorded
from kesos.values import _locales as locales

if TYPE_CHECKING:
    import pendulum

Precision = Literal["day", "days", "month", "year"]
PRECISIONS: tuple[Precision, ...] = get_args(Precision)

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)


@attrs.frozen(order=False)
class Period(Recorded):
    """From a first day to a last day, both included, known to the day, the month or the year.

    A month is one that is known as a month ("Juni 2017"), not thirty days that somebody counted; so a month does not
    equal the run of its days.

    >>> Period.of("2017-03-01/2017-03-05").days
    5
    >>> Period.of("2017-06").end
    datetime.date(2017, 6, 30)
    """

    __tag__: ClassVar = "period"

    start: date
    end: date
    precision: Precision = "day"

    def __attrs_post_init__(self) -> None:
        start, end = self.start, self.end
        checks.choice(self.precision, "precision", PRECISIONS)
        for field, value in (("start", start), ("end", end)):
            if type(value) is not date:
                raise _no_day(value, field)
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
            first = start.replace(day=1)
            return first, _last_of_month(first)
        return date(start.year, 1, 1), date(start.year, 12, 31)

    def __plain__(self) -> str:
        return self.iso

    @classmethod
    def __read__(cls, raw: object) -> Period:
        return cls.of(raw, "")  # type: ignore[arg-type]  # it says itself what it cannot be

    @classmethod
    def __schema__(cls) -> Plain:
        return {"type": "string", "pattern": rf"^\d{{4}}(-\d{{2}}(-\d{{2}}(/{DAY})?)?)?$"}

    @classmethod
    def of(cls, value: Period | date | str, field: str = "period") -> Period:
        """A Period, a date, or ISO 8601 text: "2017-02-25", "2017-03-01/2017-03-05", "2017-06" or "2017".

        Raises:
            InvalidValueError: Anything else; a day that no calendar has; an end before its start.
        """
        # A day as text, which nearly every event has, is read before anything else is tried.
        if type(value) is str and len(value) == 10 and value[4] == "-" == value[7]:
            try:
                return _one_day(date.fromisoformat(value))
            except ValueError:
                raise _unreadable(value, field) from None
        if isinstance(value, Period):
            return value
        if type(value) is date:
            return _one_day(value)
        if not isinstance(value, str):
            raise _unreadable(value, field)
        try:
            if _DAY.fullmatch(value):  # here only in a subclass of str, such as numpy.str_
                return _one_day(date.fromisoformat(value))
            if _MONTH.fullmatch(value):
                return cls.month(int(value[:4]), int(value[5:]))
            if _YEAR.fullmatch(value):
                return cls.year(int(value))
            first, slash, last = value.partition("/")
            if slash and _DAY.fullmatch(first) and _DAY.fullmatch(last):
                return cls.between(date.fromisoformat(first), date.fromisoformat(last))
        except InvalidValueError as error:  # of a part of the text: what is at fault for the caller is all of it
            error.field, error.value = field, value
            raise
        except ValueError:
            pass
        raise _unreadable(value, field)

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
        start = date(_part(year, "year", MAXYEAR), _part(month, "month", 12), 1)
        return cls(start, _last_of_month(start), "month")

    @classmethod
    def year(cls, year: int) -> Period:
        """A year that is known as one."""
        number = _part(year, "year", MAXYEAR)
        return cls(date(number, 1, 1), date(number, 12, 31), "year")

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
        first, last = _pendulum_date(self.start), _pendulum_date(self.end)
        return first.start_of("month").diff(last.start_of("month")).in_months() + 1

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

    def __format__(self, locale: str) -> str:
        return self.say(locale or "id")


def _one_day(day: date) -> Period:
    """The period of one day, which needs no checks; events are built by the hundred thousand."""
    period = object.__new__(Period)
    fill_field(period, "start", day)
    fill_field(period, "end", day)
    fill_field(period, "precision", "day")
    return period


def plain_date(value: object, field: str) -> date:
    """A date, or ISO 8601 text for one, as a date; a datetime is refused, since its day depends on a time zone.

    >>> plain_date("2017-02-25", "on")
    datetime.date(2017, 2, 25)
    """
    if type(value) is date:
        return value
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise _no_day(value, field)


def add_days(day: date, days: int) -> date:
    """The day so many days later.

    Raises:
        InvalidValueError: `day` is no date, `days` no whole number, or that day lies beyond the years 1 to 9999.

    >>> add_days(date(2020, 2, 28), 2)
    datetime.date(2020, 3, 1)
    """
    first, number = _pendulum_date(plain_date(day, "day")), checks.whole_number(days, "days")
    try:
        later = first.add(days=number)
    except (OverflowError, ValueError):
        raise InvalidValueError("out_of_range.calendar", field="days", value=days, day=day) from None
    return date(later.year, later.month, later.day)


def whole_years(since: date, on: date) -> int:
    """Completed years from `since` to `on`; somebody born on 29 February completes a year on 1 March.

    >>> whole_years(date(2012, 2, 29), date(2017, 2, 28)), whole_years(date(2012, 2, 29), date(2017, 3, 1))
    (4, 5)
    """
    since, on = plain_date(since, "since"), plain_date(on, "on")
    return on.year - since.year - ((on.month, on.day) < (since.month, since.day))


def _part(value: object, field: str, most: int) -> int:
    number = checks.whole_number(value, field)
    if 1 <= number <= most:
        return number
    raise InvalidValueError("out_of_range.part", field=field, value=value, part=value, most=most)


def _pendulum_date(day: date) -> pendulum.Date:
    import pendulum

    return pendulum.Date(day.year, day.month, day.day)


def _last_of_month(day: date) -> date:
    last = _pendulum_date(day).end_of("month")
    return date(last.year, last.month, last.day)


def _no_day(value: object, field: str) -> InvalidValueError:
    return InvalidValueError(
        "not_a_day.moment" if isinstance(value, datetime) else "not_a_day", field=field, value=value
    )


def _unreadable(value: object, field: str) -> InvalidValueError:
    return InvalidValueError("not_a_period", field=field, value=value)
