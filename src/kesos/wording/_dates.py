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

    Read are days ("19-01-2017", "15 Mei 2018", "Kamis, 7 Januari 2021", "2017/01/19"), runs of days
    ("01 – 05 / 03-2017", "28 Februari – 2 Maret 2017", "25-02-2017 s/d 01-03-2017"), months ("Juni 2017", "06/2017"),
    years ("2017", "Tahun 2017", "2017.0") and ISO 8601. A run of months or years is the run of its days. Numbers may be
    in words, as letters have them ("sembilan November dua ribu dua puluh lima"), and where a day is printed twice, both
    must be the same. A weekday, short or long, must be that of its day. Labels ("Hari/Tanggal :") and stray marks are
    passed over.

    A time of day ("pukul 13.30 WIB", "T00:00:00Z") is checked and dropped. The day is the one that is printed: no zone
    moves it, so that "2018-01-01T23:00:00Z" is 1 January 2018, though it is 2 January in Indonesia by then.

    Args:
        text: The print.
        locale: "id", where a day stands before its month; or "en".
        ambiguous: With locale="en", what "03/04/2017" is: "day_first" or "month_first"; refused if left out.
        century: The first year of the century that a year in two digits stands in: with century=2000, "2-Apr-21" is
            2021-04-02. Refused if left out.
        unknown: What to return for "Tidak diketahui"; refused if left out.
        dash: What to return for a dash; refused if left out.
        blank: What to return for an empty text; refused if left out.
        none: What to return for "Nihil" or "Tidak ada"; refused if left out.

    Raises:
        ParseError: No such day or time, an end before its start, a weekday that does not fit, no year or one in two
            digits, several days that are no run, a spreadsheet's serial number, or another text; `.field` is "period".
        InvalidValueError: `century` is not 1900, 2000 or 2100.

    >>> parse_period("01 – 05 / 03-2017").days, parse_period("Nopember 2017").iso
    (5, '2017-11')
    >>> parse_period("Sab, 25 Feb–Sel, 28 Feb 2017").iso, parse_period("Feb-17", century=2000).iso
    ('2017-02-25/2017-02-28', '2017-02')
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
    >>> parse_day("Hari/Tanggal : Rabu, 15 Februari 2023 pukul 13.30 WITA")
    datetime.date(2023, 2, 15)
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
