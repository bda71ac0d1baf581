"""Days, from whatever library they come. The one user of pendulum, which loads on first use."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, cast

from kesos import _checks as checks
from kesos.errors import InvalidValueError
from kesos.records import DAY as ISO_DAY

if TYPE_CHECKING:
    import pendulum

DAY = re.compile(ISO_DAY, re.ASCII)
"""A day as ISO 8601 writes it."""

# A library that freezes the clock puts a class of its own wherever a module holds the name `date`. What is stored must
# be the real one, so it is taken from where both end and held where nobody replaces it.
_REAL: tuple[type[date]] = (cast("type[date]", date.__mro__[-2]),)


def plain_date(value: object, field: str) -> date:
    """A day as a plain date: a date of any class, ISO 8601 text, or a moment that is in truth a day.

    A spreadsheet writes a day as midnight without a zone. A moment with a zone is the day that the calendar shows
    there; any other moment has no day, since that depends on where it was.

    Raises:
        InvalidValueError: Anything else; a day before 1900.

    >>> plain_date("2017-02-25", "on"), plain_date(datetime(2017, 2, 25), "on")
    (datetime.date(2017, 2, 25), datetime.date(2017, 2, 25))
    """
    day = value if type(value) is _REAL[0] else _day_of(value, field)
    if day is None:
        raise InvalidValueError("not_a_day", field=field, value=value)
    checks.late_enough(day.year, field, day.isoformat())
    return day


def _day_of(value: object, field: str) -> date | None:
    if isinstance(value, str):
        return read_day(str.__str__(value), field) if DAY.fullmatch(value) else None
    if type(value).__name__ == "datetime64" and str(getattr(value, "dtype", "")) == "datetime64[D]":
        value = cast("object", value.item())  # type: ignore[attr-defined]  # NumPy's day, without importing NumPy
    if not isinstance(value, date) or value != value:  # pandas' missing day is a datetime, and equals nothing
        return None
    if isinstance(value, datetime) and value.utcoffset() is None and not _is_midnight(value):
        raise InvalidValueError("not_a_day.moment", field=field, value=value)
    return _REAL[0](value.year, value.month, value.day)


def _is_midnight(moment: datetime) -> bool:
    time = (moment.hour, moment.minute, moment.second, moment.microsecond, getattr(moment, "nanosecond", 0))
    return not any(time)


def read_day(text: str, field: str) -> date | None:
    """The day that ISO 8601 text names; None where the calendar has none such.

    Raises:
        InvalidValueError: It lies before 1900.

    >>> read_day("2017-02-29", "on") is None
    True
    """
    try:
        day = _REAL[0].fromisoformat(text)
    except ValueError:
        return None
    if day.year < checks.FIRST_YEAR:
        checks.late_enough(day.year, field, text)
    return day


def first_of_month(year: int, month: int) -> date:
    """The first day of a month.

    >>> first_of_month(2017, 2)
    datetime.date(2017, 2, 1)
    """
    return _REAL[0](year, month, 1)


def last_of_month(day: date) -> date:
    """The last day of the month that a day lies in.

    >>> last_of_month(date(2017, 2, 25))
    datetime.date(2017, 2, 28)
    """
    if day.month == 12:  # after December 9999 there is no month
        return _REAL[0](day.year, 12, 31)
    return _REAL[0].fromordinal(first_of_month(day.year, day.month + 1).toordinal() - 1)


def months_touched(start: date, end: date) -> int:
    """How many calendar months lie from a first to a last day, parts of one included.

    >>> months_touched(date(2017, 2, 28), date(2017, 3, 1))
    2
    """
    return 12 * (end.year - start.year) + end.month - start.month + 1


def add_days(day: date, days: int) -> date:
    """The day so many days later.

    Raises:
        InvalidValueError: `day` is no date, `days` no whole number, or that day lies beyond the years 1 to 9999.

    >>> add_days(date(2020, 2, 28), 2)
    datetime.date(2020, 3, 1)
    """
    first, number = _pendulum_date(plain_date(day, "day")), checks.whole_number(days, "days")
    try:
        return _plain(first.add(days=number))
    except (OverflowError, ValueError):
        raise InvalidValueError("out_of_range.calendar", field="days", value=days, day=day) from None


def whole_years(since: date, on: date) -> int:
    """Completed years from `since` to `on`; somebody born on 29 February completes a year on 1 March.

    >>> whole_years(date(2012, 2, 29), date(2017, 2, 28)), whole_years(date(2012, 2, 29), date(2017, 3, 1))
    (4, 5)
    """
    since, on = plain_date(since, "since"), plain_date(on, "on")
    return on.year - since.year - ((on.month, on.day) < (since.month, since.day))


def _pendulum_date(day: date) -> pendulum.Date:
    import pendulum

    return pendulum.Date(day.year, day.month, day.day)


def _plain(day: date) -> date:
    return _REAL[0](day.year, day.month, day.day)
