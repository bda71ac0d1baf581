from __future__ import annotations

import pickle
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from operator import ge, gt, le, lt
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pendulum
import pytest

from kesos._checks import private
from kesos.errors import InvalidValueError
from kesos.values import PRECISIONS, Decision, Percentage, Period, Quantity, add_days, whole_years
from kesos.values import _days as days_module
from kesos.values._days import plain_date
from kesos.words import REDACTED


def refusal(call: Callable[[], object]) -> InvalidValueError:
    with pytest.raises(InvalidValueError) as caught:
        call()
    assert caught.value.message("id")
    return caught.value


@pytest.mark.parametrize(
    ("text", "start", "end", "precision", "days", "months"),
    [
        ("2017-02-25", date(2017, 2, 25), date(2017, 2, 25), "day", 1, 1),
        ("2017-03-01/2017-03-05", date(2017, 3, 1), date(2017, 3, 5), "days", 5, 1),
        ("2016-12-31/2017-01-01", date(2016, 12, 31), date(2017, 1, 1), "days", 2, 2),
        ("2017-06", date(2017, 6, 1), date(2017, 6, 30), "month", 30, 1),
        ("2017-02", date(2017, 2, 1), date(2017, 2, 28), "month", 28, 1),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29), "month", 29, 1),
        ("2000-02", date(2000, 2, 1), date(2000, 2, 29), "month", 29, 1),
        ("1900-02", date(1900, 2, 1), date(1900, 2, 28), "month", 28, 1),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31), "month", 31, 1),
        ("2017", date(2017, 1, 1), date(2017, 12, 31), "year", 365, 12),
        ("2016", date(2016, 1, 1), date(2016, 12, 31), "year", 366, 12),
        ("1900", date(1900, 1, 1), date(1900, 12, 31), "year", 365, 12),
        ("9999", date(9999, 1, 1), date(9999, 12, 31), "year", 365, 12),
    ],
)
def test_iso_text_is_read_and_written_back(
    text: str, start: date, end: date, precision: str, days: int, months: int
) -> None:
    period = Period.of(text)
    assert (period.start, period.end, period.precision) == (start, end, precision)
    assert (period.days, period.months, period.iso) == (days, months, text)
    assert Period.of(period) is period
    assert pickle.loads(pickle.dumps(period)) == period
    assert hash(Period.of(text)) == hash(period)
    for held in (period.start, period.end):
        assert type(held) is date


def test_a_date_is_a_period_of_one_day() -> None:
    assert Period.of(date(2017, 2, 25)) == Period.of("2017-02-25") == Period(date(2017, 2, 25), date(2017, 2, 25))
    assert Period.of("2017-02-25/2017-02-25") == Period.of("2017-02-25")
    assert Period.between(date(2017, 2, 25), date(2017, 2, 25)).precision == "day"
    assert Period(date(2017, 2, 25), date(2017, 2, 25), "days").precision == "day"


def test_a_month_is_not_the_run_of_its_days() -> None:
    assert Period.of("2017-06") != Period.of("2017-06-01/2017-06-30")
    assert Period.of("2017") != Period.of("2017-01-01/2017-12-31")


@pytest.mark.parametrize(
    "value",
    [
        "2017-02-29",
        "2017-13",
        "0000",
        "25-02-2017",
        "",
        "2017-6",
        "2017-02-25x",
        "2017-02-30/2017-03-01",
        None,
        2017,
    ],
)
def test_what_is_no_period_is_refused_with_what_to_write(value: Any) -> None:
    error = refusal(lambda: Period.of(value, "when"))
    assert error.field == "when"
    assert error.value is value
    if value not in ("2017-13", "0000"):
        assert f"when: {value!r} bukan hari, rentang hari, bulan, atau tahun. Tulis " in error.message("id")
        assert f"when: {value!r} is not a day, a run of days, a month or a year. Write " in error.message("en")
        assert error.code == "not_a_period"
        assert '"2017-06"' in error.message("id")
        assert "kesos.wording.parse_period" in error.message("en")


def test_a_month_or_year_out_of_range_is_refused() -> None:
    for call, field, value in (
        (lambda: Period.month(2017, 0), "month", 0),
        (lambda: Period.month(2017, 13), "month", 13),
        (lambda: Period.month(0, 1), "year", 0),
        (lambda: Period.year(0), "year", 0),
        (lambda: Period.year(10_000), "year", 10_000),
    ):
        error = refusal(call)
        assert (error.code, error.field, error.value) == ("out_of_range", field, value)
        assert f"{value} tidak berada di antara 1 dan" in error.message("id")
        assert f"{value} is not from 1 to" in error.message("en")
    assert Period.month(np.int16(2017), np.int8(12)).iso == "2017-12"  # type: ignore[arg-type]
    assert Period.year(9_999).iso == "9999"


def test_an_end_before_its_start_is_refused() -> None:
    error = refusal(lambda: Period.of("2017-03-05/2017-03-04", "period"))
    assert (error.code, error.field, error.value) == ("end_before_start", "period", "2017-03-05/2017-03-04")
    assert "mendahului" in error.message("id")
    assert "is before the first day" in error.message("en")
    direct = refusal(lambda: Period(date(2017, 3, 5), date(2017, 3, 4), "days"))
    assert (direct.field, direct.value) == ("end", "2017-03-04")


@pytest.mark.parametrize(
    ("start", "end", "precision"),
    [
        (date(2017, 3, 1), date(2017, 3, 2), "day"),
        (date(2017, 3, 1), date(2017, 3, 30), "month"),
        (date(2017, 3, 2), date(2017, 3, 31), "month"),
        (date(2017, 3, 1), date(2017, 4, 30), "month"),
        (date(2017, 1, 1), date(2017, 12, 30), "year"),
        (date(2017, 1, 2), date(2017, 12, 31), "year"),
        (date(2017, 2, 1), date(2017, 12, 31), "year"),
        (date(2017, 1, 1), date(2018, 12, 31), "year"),
    ],
)
def test_days_that_are_no_whole_month_or_year_do_not_pass_for_one(start: date, end: date, precision: Any) -> None:
    error = refusal(lambda: Period(start, end, precision))
    assert (error.code, error.field, error.value) == ("precision_does_not_fit", "precision", precision)
    assert Period.of(start).say("id") in error.message("id")
    assert str(start) in error.message("en")


def test_a_precision_is_one_of_four() -> None:
    assert PRECISIONS == ("day", "days", "month", "year")
    error = refusal(lambda: Period(date(2017, 1, 1), date(2017, 1, 1), "hour"))  # type: ignore[arg-type]
    assert (error.code, error.field, error.value) == ("not_a_choice", "precision", "hour")


def test_ends_are_dates_and_no_moments() -> None:
    for start, end, field in (
        (datetime(2017, 1, 1, 8), date(2017, 1, 1), "start"),
        (date(2017, 1, 1), datetime(2017, 1, 1, 8), "end"),
        ("2017-01", date(2017, 1, 1), "start"),
    ):
        error = refusal(lambda start=start, end=end: Period(start, end))  # type: ignore[misc]
        assert (error.code, error.field) == ("not_a_day", field)
        value = start if field == "start" else end
        assert f"{field}: {value!r} ({type(value).__name__}) bukan tanggal. " in error.message("id")
        assert f"{field}: {value!r} ({type(value).__name__}) is not a day. Give" in error.message("en")


def test_a_period_contains_its_ends() -> None:
    period = Period.of("2017-03-01/2017-03-05")
    days = ["2017-02-28", "2017-03-01", "2017-03-03", "2017-03-05", "2017-03-06"]
    assert [date.fromisoformat(day) in period for day in days] == [False, True, True, True, False]
    assert "2017-03-05" in period
    with pytest.raises(InvalidValueError) as caught:
        datetime(2017, 3, 1, 8) in period  # noqa: B015
    assert (caught.value.code, caught.value.field) == ("not_a_day", "day")


@pytest.mark.parametrize(
    ("text", "indonesian", "english"),
    [
        ("2017-02-25", "25 Februari 2017", "25 February 2017"),
        ("2017-03-01/2017-03-05", "1–5 Maret 2017", "1–5 March 2017"),
        ("2017-03-30/2017-04-02", "30 Maret – 2 April 2017", "30 March – 2 April 2017"),
        ("2016-03-30/2017-03-02", "30 Maret 2016 – 2 Maret 2017", "30 March 2016 – 2 March 2017"),
        ("2016-12-30/2017-01-02", "30 Desember 2016 – 2 Januari 2017", "30 December 2016 – 2 January 2017"),
        ("2017-06", "Juni 2017", "June 2017"),
        ("2017", "2017", "2017"),
    ],
)
def test_a_period_is_said_as_people_write_it(text: str, indonesian: str, english: str) -> None:
    period = Period.of(text)
    assert period.say("id") == str(period) == format(period) == indonesian
    assert period.say("en") == format(period, "en") == english


def test_a_locale_that_nobody_knows_is_refused() -> None:
    for text in ("2017-02-25", "2017-03-01/2017-03-05", "2017-06"):
        assert refusal(lambda text=text: Period.of(text).say("xx")).field == "locale"  # type: ignore[misc]


def test_a_plain_date_is_a_date_or_its_iso_text() -> None:
    assert plain_date("2017-02-25", "on") == plain_date(date(2017, 2, 25), "on") == date(2017, 2, 25)
    for value in ("2017-02-29", "2017-2-5", "20170225", "", None, 3, datetime(2017, 1, 1, 13, 30)):
        error = refusal(lambda value=value: plain_date(value, "on"))  # type: ignore[misc]
        assert (error.code, error.field) == ("not_a_day", "on")
        assert error.value is value
    moment = refusal(lambda: plain_date(datetime(2017, 1, 1, 13, 30), "on"))
    assert moment.message("id").endswith(
        "bukan tanggal. Isi tanggalnya saja tanpa jam, atau waktu yang menyebut zonanya (WIB, WITA, WIT)."
    )
    assert moment.message("en").endswith(
        "is not a day. Give only its date, with .date(), or a moment that names its zone."
    )
    text = refusal(lambda: plain_date("x", "on"))
    assert text.message("id") == "on: 'x' (str) bukan tanggal. Isi tanggal, misalnya \"2017-02-25\"."
    assert text.message("en") == "on: 'x' (str) is not a day. Give a date or a text like \"2017-02-25\"."


def test_a_personal_date_is_not_told() -> None:
    error = refusal(lambda: private(plain_date)("1980-13-01", "birth_date"))
    assert error.value == REDACTED
    assert "1980" not in error.message("id") + error.message("en")


def test_days_are_added_over_months_and_leap_days() -> None:
    assert add_days(date(2020, 2, 28), 2) == date(2020, 3, 1)
    assert add_days(date(2021, 2, 28), 1) == date(2021, 3, 1)
    assert add_days(date(2017, 1, 1), -1) == date(2016, 12, 31)
    assert type(add_days(date(2017, 1, 1), np.int64(0))) is date  # type: ignore[arg-type]
    assert add_days(date(9999, 12, 30), 1) == date(9999, 12, 31)
    for day, days in ((date(9999, 12, 31), 1), (date(1900, 1, 1), -(10**6)), (date(2017, 1, 1), 10**30)):
        error = refusal(lambda day=day, days=days: add_days(day, days))  # type: ignore[misc]
        assert (error.code, error.field, error.value) == ("out_of_range", "days", days)
        assert error.message("id") == f"days: hari ke-{days} sesudah {Period.of(day)} tidak ada dalam kalender"
        assert error.message("en") == f"days: the calendar has no day {days} days after {day}"


@pytest.mark.parametrize(
    ("since", "on", "years"),
    [
        (date(2010, 5, 17), date(2017, 5, 16), 6),
        (date(2010, 5, 17), date(2017, 5, 17), 7),
        (date(2010, 5, 17), date(2017, 5, 18), 7),
        (date(2010, 5, 17), date(2017, 4, 30), 6),
        (date(2010, 5, 17), date(2017, 6, 1), 7),
        (date(2012, 2, 29), date(2013, 2, 28), 0),
        (date(2012, 2, 29), date(2013, 3, 1), 1),
        (date(2012, 2, 29), date(2016, 2, 29), 4),
        (date(2012, 2, 29), date(2012, 2, 29), 0),
        (date(2012, 2, 29), date(2012, 2, 28), -1),
    ],
)
def test_completed_years_turn_on_the_birthday(since: date, on: date, years: int) -> None:
    assert whole_years(since, on) == years


WIB, WITA, WIT = (ZoneInfo(name) for name in ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"))


class OwnDay(date):
    """A date of another library."""


@pytest.mark.parametrize(
    "day",
    [
        date(2017, 2, 25),
        OwnDay(2017, 2, 25),
        pendulum.date(2017, 2, 25),
        datetime(2017, 2, 25),
        pendulum.naive(2017, 2, 25),
        np.datetime64("2017-02-25"),
        *(datetime(2017, 2, 25, hour, 59, tzinfo=zone) for hour in (0, 23) for zone in (WIB, WITA, WIT, UTC)),
        *(pendulum.datetime(2017, 2, 25, hour, tz=zone.key) for hour in (0, 23) for zone in (WIB, WITA, WIT)),
        "2017-02-25",
    ],
    ids=repr,
)
def test_a_day_of_any_library_is_that_day_and_stored_as_a_plain_date(day: Any) -> None:
    period = Period.of(day)
    assert period == Period.of("2017-02-25")
    assert (type(period.start), type(period.end)) == (date, date)
    assert type(plain_date(day, "on")) is date
    assert Period(day, day) == Period.between(day, day) == period
    assert day in period
    decided = Decision(by="x", number="1", date=day)
    assert (decided.date, type(decided.date)) == (date(2017, 2, 25), date)


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2017, 2, 25, 13, 30),
        datetime(2017, 2, 25, 0, 0, 0, 1),
        pendulum.naive(2017, 2, 25, 0, 0, 1),
    ],
    ids=repr,
)
def test_a_moment_without_a_zone_is_no_day(moment: datetime) -> None:
    for call in (lambda: Period.of(moment), lambda: plain_date(moment, "period")):
        error = refusal(call)
        assert (error.code, error.field, error.value) == ("not_a_day", "period", moment)
        assert ".date()" in str(error)
        assert "tanpa jam" in error.message("id")


@pytest.mark.parametrize("value", ["NaT", "2017-02-25T00:00", "2017-02", "2017"])
def test_a_day_of_numpy_is_one_only_where_it_counts_days(value: str) -> None:
    assert refusal(lambda: plain_date(np.datetime64(value), "on")).code == "not_a_day"
    assert refusal(lambda: Period.of(np.datetime64(value))).code == "not_a_period"  # type: ignore[arg-type]


def test_a_missing_moment_is_no_day() -> None:
    class Missing(datetime):
        """As pandas writes it: a datetime that equals nothing."""

        def __eq__(self, other: object) -> bool:
            return False

        def __ne__(self, other: object) -> bool:
            return True

        __hash__ = datetime.__hash__

    assert refusal(lambda: plain_date(Missing(2017, 2, 25), "on")).code == "not_a_day"


def test_a_moment_of_less_than_a_microsecond_is_no_midnight() -> None:
    class Finer(datetime):
        nanosecond = 1

    assert refusal(lambda: plain_date(Finer(2017, 2, 25), "on")).code == "not_a_day"


def test_what_is_stored_is_a_plain_date_also_where_a_library_freezes_the_clock(monkeypatch: Any) -> None:
    monkeypatch.setattr(days_module, "date", OwnDay)
    assert type(plain_date(OwnDay(2017, 2, 25), "on")) is date
    assert type(Period.of("2017-02-25").start) is date
    assert type(add_days(date(2017, 2, 25), 1)) is date


def test_a_length_of_time_is_no_period_since_it_does_not_say_whether_its_last_day_counts() -> None:
    first, last = pendulum.date(2017, 3, 1), pendulum.date(2017, 3, 5)
    for length in (pendulum.interval(first, last), timedelta(days=5)):
        error = refusal(lambda length=length: Period.of(length))  # type: ignore[misc]
        assert (error.code, error.field) == ("not_a_period", "period")
        assert "Period.between" in error.message("en")
    assert Period.between(first, last) == Period.of("2017-03-01/2017-03-05")


@pytest.mark.parametrize(
    ("call", "field"),
    [
        (lambda: Period.of("0217-02-25"), "period"),
        (lambda: Period.of("1899-12-31"), "period"),
        (lambda: Period.of("0217"), "period"),
        (lambda: Period.of("0217-02"), "period"),
        (lambda: Period.of("0217-02-25/2017-02-26"), "period"),
        (lambda: Period.of(date(217, 2, 25)), "period"),
        (lambda: Period.year(1_800), "year"),
        (lambda: Period.month(217, 2), "year"),
        (lambda: Period(date(217, 2, 25), date(2017, 2, 25), "days"), "start"),
        (lambda: plain_date("0217-02-25", "on"), "on"),
        (lambda: Decision(by="x", number="1", date="0217-02-25"), "date"),
    ],
)
def test_a_day_before_1900_is_a_slip_of_the_pen(call: Callable[[], object], field: str) -> None:
    error = refusal(call)
    assert (error.code, error.field) == ("out_of_range", field)
    assert "1900" in error.message("en")
    assert "lebih awal daripada tahun 1900" in error.message("id")
    assert Period.year(1900).start == date(1900, 1, 1)


def test_periods_sort_by_their_first_day_then_by_their_last() -> None:
    texts = ["2017-02", "2017-03-01", "2017-01-31/2017-03-01", "2017", "2017-02-01/2017-02-28", "2017-02-01"]
    order = sorted(map(Period.of, texts))
    assert [period.iso for period in order] == [
        "2017-01-31/2017-03-01" if each == "late" else each
        for each in ("2017", "late", "2017-02-01", "2017-02-01/2017-02-28", "2017-02", "2017-03-01")
    ]
    one, other = Period.of("2017-02-01"), Period.of("2017-02")
    assert (one < other, one <= other, one > other, one >= other) == (True, True, False, False)


@pytest.mark.parametrize("other", [3, 1.5, None, "2017", date(2017, 3, 1), Quantity(5, "day"), Percentage(5)], ids=str)
def test_what_is_no_period_is_not_compared_with_one(other: Any) -> None:
    period = Period.of("2017-02")
    signs: dict[str, Callable[[Any, Any], bool]] = {"<": lt, "<=": le, ">": gt, ">=": ge}
    for sign, compare in signs.items():
        error = refusal(lambda compare=compare: compare(period, other))  # type: ignore[misc]
        assert isinstance(error, TypeError)
        assert (error.code, error.field, error.value) == ("no_operation", "period", other)
        assert error.parameters == {"sign": sign}
        assert "Period.of" in str(error)
        assert refusal(lambda compare=compare: compare(other, period)).code == "no_operation"  # type: ignore[misc]
    assert period != other


def test_another_librarys_class_may_know_how_it_compares_with_a_period() -> None:
    class Knows:
        def __gt__(self, other: object) -> bool:
            return True

    assert Period.of("2017") < Knows()
    with pytest.raises(TypeError, match="not supported"):
        assert Period.of("2017") < object()  # type: ignore[operator]


@pytest.mark.parametrize("spec", [".2f", "%Y-%m-%d", ",", "d", "010", "=10", ">1000", "_"])
def test_a_format_that_is_no_language_is_refused_with_what_to_write(spec: str) -> None:
    error = refusal(lambda: format(Period.of("2017"), spec))
    assert (error.code, error.field, error.value) == ("not_a_format", "format", spec)
    assert ".iso" in error.message("en")


def test_a_period_prints_in_a_language_and_in_a_column() -> None:
    june = Period.of("2017-06")
    assert (f"{june}", f"{june:en}", f"{june:id}") == ("Juni 2017", "June 2017", "Juni 2017")
    assert (f"{june:>12}", f"{june:*<12en}", f"{june:^11}", f"{june:11}") == (
        "   Juni 2017",
        "June 2017***",
        " Juni 2017 ",
        "Juni 2017  ",
    )
    assert "%s" % june == "{}".format(june) == "Juni 2017"  # noqa: UP031, UP032
