"""What a programme gives, as far as a source says: how much, to whom, how often, and from when until when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Literal, get_args

import attrs

from kesos import _checks as checks
from kesos._checks import fill_field
from kesos.errors import InvalidValueError, NoRateError
from kesos.records import Recorded, Tally
from kesos.standards import Interval, Row
from kesos.standards._amounts import Amount, check_amount
from kesos.standards._overlaps import overlaps
from kesos.standards._rates import DATE, row_for
from kesos.values import Citation, Period, Quantity, Reading, Text, Unit
from kesos.values._texts import check_language
from kesos.values._units import rule_unit

Per = Literal["family", "person"]
Paid = Literal["month", "year", "once"]
PER: tuple[Per, ...] = get_args(Per)
PAID: tuple[Paid, ...] = get_args(Paid)
MONTHS_OF_A_YEAR = 12

_EACH = {"family": Text("per keluarga", "a family"), "person": Text("per orang", "a person")}
_HOW_OFTEN = {
    "month": Text("per bulan", "a month"),
    "year": Text("per tahun", "a year"),
    "once": Text("sekali", "once"),
}


def _dates(dates: Interval | Mapping[str, Any]) -> Interval:
    return Interval.__read__(dates) if isinstance(dates, Mapping) else checks.instance(dates, DATE, Interval)


def _amount(amount: Amount | str) -> Amount:
    return check_amount(amount, "amount")


def _months(months: int | None) -> int | None:
    return None if months is None else checks.within(months, "months", least=1, most=MONTHS_OF_A_YEAR)


def _readings(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    return checks.items(readings, "readings", Reading)


def _rates(rates: Iterable[Rate]) -> tuple[Rate, ...]:
    return checks.items(rates, "rates", Rate)


def _unit(unit: Unit | str) -> Unit:
    return rule_unit(unit)


@attrs.frozen(kw_only=True)
class Rate(Recorded):
    """How much is given at a time, between two dates.

    Args:
        date: From when and until when, both included, as a row of a standard has it; a month is all of its days.
        amount: How much, in the benefit's unit.
        months: In how many months of a year it is paid, where that is not every one.
        citation: Who says so; None where it is the benefit's own source.
        readings: How words of the source were read.

    >>> Rate(date={"from": "2018-05", "to": "2018-10"}, amount=110_000).date.end
    datetime.date(2018, 10, 31)
    """

    date: Interval = attrs.field(converter=_dates)
    amount: Amount = attrs.field(converter=_amount)
    months: Tally | None = attrs.field(default=None, converter=_months)
    citation: Citation | None = None
    readings: tuple[Reading, ...] = attrs.field(default=(), converter=_readings)

    def __attrs_post_init__(self) -> None:
        if not self.date.is_dated:
            raise InvalidValueError("wrong_type.ends", field=DATE, value=self.date.start or self.date.end)
        checks.known_instance(self.citation, "citation", Citation)

    @property
    def row(self) -> Row:
        """The same as a row of a table of rates."""
        return Row(tests={DATE: self.date}, amount=self.amount)


@attrs.frozen(kw_only=True)
class Benefit(Recorded):
    """One thing that a programme gives, as far as a source says.

    Args:
        code: A stable word for it.
        name: What it is called.
        per: To each "family" or each "person" it is given.
        every: Each "month", each "year", or "once".
        unit: In what it is counted; rupiah are "IDR".
        rates: How much, by dates, no two of which fit one day.
        citation: Who says so.
        readings: How words of the source were read.

    >>> from kesos.programs import Program
    >>> card = Program.BPNT.benefit()
    >>> card.on("2018-06-01").say("en"), card.on("2024-06-01")
    ('IDR110,000 a family a month', None)
    """

    code: str
    name: Text
    per: Per
    every: Paid
    unit: Unit = attrs.field(converter=_unit)
    rates: tuple[Rate, ...] = attrs.field(converter=_rates)
    citation: Citation
    readings: tuple[Reading, ...] = attrs.field(default=(), converter=_readings)

    def __attrs_post_init__(self) -> None:
        checks.slug(self.code, "code")
        checks.instance(self.name, "name", Text)
        fill_field(self, "per", checks.choice(self.per, "per", PER))
        fill_field(self, "every", checks.choice(self.every, "every", PAID))
        checks.instance(self.citation, "citation", Citation)
        if not self.rates:
            raise InvalidValueError("missing", field="rates", value=self.rates)
        rows = tuple(rate.row for rate in self.rates)
        for _, row in overlaps(rows):
            raise InvalidValueError("overlap.rates_of_a_benefit", field=f"rates[{rows.index(row)}]", value=self.code)
        for number, rate in enumerate(self.rates):
            try:
                Quantity(rate.amount, self.unit)
            except InvalidValueError as error:
                raise error.at(f"rates[{number}]") from None
            if rate.months is not None and self.every != "month":
                raise InvalidValueError("not_used.months", field=f"rates[{number}].months", value=rate.months)

    def rate(self, period: Period | date | str) -> Rate:
        """The one rate that holds on each day of a period.

        Raises:
            NoRateError: None does: none is known, which is not a rate of nothing, or it changes on the way.

        >>> from kesos.programs import Program
        >>> Program.BPNT.benefit().rate("2020-02").amount
        150000
        """
        whole = Period.of(period)
        rates = {rate.row: rate for rate in self.rates}
        try:
            found = {row_for(tuple(rates), {DATE: day}) for day in (whole.start, whole.end)}
        except NoRateError:
            found = set()
        if len(found) != 1:
            raise NoRateError("no_rate.benefit", field="rates", benefit=self.name, period=whole)
        return rates[found.pop()]

    def quantity(self, rate: Rate) -> Quantity:
        """What a rate gives at a time."""
        return Quantity(checks.instance(rate, "rate", Rate).amount, self.unit)

    def source(self, rate: Rate) -> Citation:
        """Who says what a rate gives."""
        return checks.instance(rate, "rate", Rate).citation or self.citation

    def on(self, day: date | str) -> Text | None:
        """What is given on a day, in both languages; None where no source says.

        Where it is paid in some months of a year only, that is said too.
        """
        try:
            rate = self.rate(day)
        except NoRateError:
            return None
        return Text(self.given(rate, "id"), self.given(rate, "en"))

    def given(self, rate: Rate, language: str) -> str:
        """What one of its rates gives: how much, to whom and how often."""
        check_language(language)
        said = f"{self.quantity(rate).say(language)} {self.how_given(language)}"
        if rate.months is None:
            return said
        some = Text(f"{rate.months} bulan dalam setahun", f"in {rate.months} months of the year")
        return f"{said}, {some.say(language)}"

    def how_given(self, language: str) -> str:
        """To whom, and how often.

        >>> from kesos.programs import Program
        >>> Program.BPNT.benefit().how_given("id")
        'per keluarga per bulan'
        """
        return f"{_EACH[self.per].say(language)} {_HOW_OFTEN[self.every].say(language)}"


__all__ = ["PAID", "PER", "Benefit", "Rate"]
