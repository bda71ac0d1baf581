"""Days, runs of days, months and years as Indonesian (or, when told, English) print writes them."""

from __future__ import annotations

from datetime import date

from kesos import _checks as checks
from kesos.errors import ParseError
from kesos.values import Period, Text
from kesos.wording._date_figures import DayOrder
from kesos.wording._date_grammar import DateGrammar
from kesos.wording._parser import Convention, parser


@parser("period", Text("tanggal atau masa", "a date or a period"), dated=True)
def parse_period(body: str, convention: Convention[DayOrder]) -> Period:
    """A printed day, run of days, month or year.

    Read are days ("19-01-2017", "15 Mei 2018", "Kamis, 7 Januari 2021"), runs of days ("01 – 05 / 03-2017",
    "28 Februari – 2 Maret 2017", "25-02-2017 s/d 01-03-2017"), months ("Juni 2017", "06/2017"), years ("2017",
    "Tahun 2017") and ISO 8601. A run of months or years is the run of its days. A year has four digits.

    Args:
        text: The print.
        locale: "id", where a day stands before its month; or "en".
        ambiguous: With locale="en", what "03/04/2017" is: "day_first" or "month_first"; refused if left out.
        unknown: What to return for "Tidak diketahui"; refused if left out.
        dash: What to return for a dash; refused if left out.
        blank: What to return for an empty text; refused if left out.

    Raises:
        ParseError: No such day, an end before its start, no year, or another text; `.field` is "period".

    >>> parse_period("01 – 05 / 03-2017").days, parse_period("Nopember 2017").iso
    (5, '2017-11')
    >>> parse_period("17 – 10 Maret 2017")
    Traceback (most recent call last):
    ...
    kesos.errors.ParseError: period: '17 – 10 Maret 2017' cannot be read as a date or a period: the last day
    2017-03-10 is before the first day 2017-03-17. ...
    """
    return DateGrammar.of(convention.language, convention.ambiguous, convention.century).read(body)


@parser("day", Text("satu hari", "one day"), dated=True)
def parse_day(body: str, convention: Convention[DayOrder]) -> date:
    """One printed day as a date; the options are those of `parse_period`.

    Raises:
        ParseError: Not one day (a month, a year, a run of days), or no date at all; `.field` is "day".

    >>> parse_day("5 Agustus 2024")
    datetime.date(2024, 8, 5)
    """
    period = DateGrammar.of(convention.language, convention.ambiguous, convention.century).read(body)
    if period.precision != "day":
        raise ParseError("not_one_day", days=period.days)
    return period.start


def format_period(period: Period, locale: str = "id") -> str:
    """A period as people write it, in any locale that Babel knows.

    >>> format_period(Period.of("2017-03-01/2017-03-05")), format_period(Period.of("2017-06"), "en")
    ('1–5 Maret 2017', 'June 2017')
    """
    value: Period = checks.instance(period, "period", Period)
    return value.say(locale)
