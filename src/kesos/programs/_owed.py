"""What a benefit comes to over months: rate × families or people × times, the months under each rate by themselves."""

from __future__ import annotations

from datetime import date

import attrs

from kesos import _checks as checks
from kesos.counts._known import FIELDS
from kesos.errors import InvalidValueError, UnknownValueError, check_language
from kesos.programs._benefits import MONTHS_OF_A_YEAR, Benefit, Rate
from kesos.programs._eligibility import ProgramName
from kesos.programs._program import Program
from kesos.records import Recorded, Tally
from kesos.values import Citation, Period, Quantity, Reading, TableView, Text
from kesos.values import _locales as locales
from kesos.values._format import formatted
from kesos.values._tabulated import Shown, ShownRow, tabulated
from kesos.words import hint

_PERIOD = Text("Masa", "Period")
_RATE = Text("Besaran", "Rate")
_COMES_TO = Text("Jumlah bantuan", "Comes to")
_READ = Text("Penafsiran", "How the text is read")
_SOURCE = Text("Sumber", "Sources")
_RECIPIENTS = {"family": Text("KK", "Families"), "person": Text("Jiwa", "People")}
_HOW_OFTEN = {
    "month": Text("Bulan", "Months"),
    "year": Text("Tahun", "Years"),
    "once": Text("Kali", "Times"),
}
_WHOM = {"family": Text("keluarga", "families"), "person": Text("orang", "people")}
_TIMES = {
    "month": (Text("bulan", "month"), Text("bulan", "months")),
    "year": (Text("tahun", "year"), Text("tahun", "years")),
    "once": (Text("kali", "time"), Text("kali", "times")),
}


def window(first: Period | date | str, last: Period | date | str) -> Period:
    """From the first day of one month, or year, to the last day of another.

    >>> window("2018-05", "2018-10").months
    6
    """
    start, end = Period.of(first, "first").start, Period.of(last, "last").end
    if end < start:
        raise InvalidValueError("end_before_start", field="last", value=end.isoformat(), start=start, end=end)
    return Period.between(start, end)


def whole(period: Period, every: str) -> tuple[Period, ...]:
    """The whole months or years that a period has, in order; where something is given once, the period itself.

    Raises:
        InvalidValueError: It begins or ends within one.
    """
    if every == "once":
        return (period,)
    steps: list[Period] = []
    for year in range(period.start.year, period.end.year + 1):
        months = [Period.month(year, month) for month in range(1, MONTHS_OF_A_YEAR + 1)]
        steps += [Period.year(year)] if every == "year" else months
    steps = [step for step in steps if step.end >= period.start and step.start <= period.end]
    for field, found, wanted in (("first", period.start, steps[0].start), ("last", period.end, steps[-1].end)):
        if found != wanted:
            raise InvalidValueError("not_whole_months", field=field, value=found.isoformat(), every=every)
    return tuple(steps)


def paid(quantity: Quantity, recipients: int | None, times: int, field: str = "families") -> Quantity:
    """So much, to so many, so often; where it is not known to how many, an error.

    >>> paid(Quantity(110_000, "IDR"), 6_800, 6)
    Quantity(4488000000, 'IDR')
    """
    number = checks.known_count(recipients, field)
    if number is None:
        raise UnknownValueError("unknown_value", field=field)
    return quantity * number * times


@attrs.frozen(kw_only=True)
class OwedUnderRate(Recorded):
    """What comes under one rate.

    Args:
        rate: The rate.
        period: The months or years under it.
        times: How often it is paid in them.
        total: What that comes to, for all.
    """

    rate: Rate
    period: Period
    times: Tally
    total: Quantity

    def __attrs_post_init__(self) -> None:
        checks.instance(self.rate, "rate", Rate)
        checks.instance(self.period, "period", Period)
        checks.settle(self, checks.count, "times")
        checks.instance(self.total, "total", Quantity)


@attrs.frozen(kw_only=True)
class BenefitOwed(Recorded):
    """What a programme's benefit comes to over a period for so many families or people. It pays nobody.

    Args:
        program: The programme.
        benefit: What it gives.
        recipients: To how many families or people, as the benefit counts.
        period: Over which whole months or years.

    Raises:
        InvalidValueError: The period begins or ends within a month or a year.
        NoRateError: No one rate holds over one of its months.
        UnknownValueError: It is paid in some months of a year only, and which they are is not known.
    """

    program: ProgramName
    benefit: Benefit
    recipients: Tally
    period: Period

    def __attrs_post_init__(self) -> None:
        checks.instance(self.program, "program", ProgramName)
        checks.instance(self.benefit, "benefit", Benefit)
        checks.settle(self, checks.count, "recipients")
        checks.instance(self.period, "period", Period)
        _ = self.parts  # what cannot be computed is not made

    @property
    def parts(self) -> tuple[OwedUnderRate, ...]:
        """What comes under each rate, in the order of time."""
        under: dict[Rate, list[Period]] = {}
        for step in whole(self.period, self.benefit.every):
            under.setdefault(self.benefit.rate(step), []).append(step)
        parts: list[OwedUnderRate] = []
        for rate, steps in under.items():
            times = len(steps) if rate.months is None else _some_months(rate.months, steps)
            total = paid(self.benefit.quantity(rate), self.recipients, times)
            period = Period.between(steps[0].start, steps[-1].end)
            parts.append(OwedUnderRate(rate=rate, period=period, times=times, total=total))
        return tuple(parts)

    @property
    def total(self) -> Quantity:
        """What it comes to over the whole period."""
        first, *others = (part.total for part in self.parts)
        return sum(others, first)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every source that it rests on, in the order of its numbers."""
        return tuple(dict.fromkeys(self.benefit.source(part.rate) for part in self.parts))

    @property
    def readings(self) -> tuple[Reading, ...]:
        """How words of the sources were read."""
        rates = (reading for part in self.parts for reading in part.rate.readings)
        return tuple(dict.fromkeys((*self.benefit.readings, *rates)))

    def explain(self, language: str = "id") -> str:
        """The total, how it comes about under each rate, how the text is read, and the sources."""
        check_language(language)
        citations = self.citations
        whom = f"{locales.number(self.recipients, language)} {_WHOM[self.benefit.per].say(language)}"
        what = f"{self.program.name.say(language)}, {self.benefit.name.say(language)}"
        lines = [f"{what}, {self._when(self.period, language)}, {whom}: {self.total.say(language)}."]
        for part in self.parts:
            times = f"{part.times} {_TIMES[self.benefit.every][part.times != 1].say(language)}"
            number = citations.index(self.benefit.source(part.rate)) + 1
            product = f"{self.benefit.quantity(part.rate).say(language)} × {whom} × {times}"
            when = self._when(part.period, language)
            lines.append(f"- {when}: {product} = {part.total.say(language)} [{number}]")
        for title, said in (
            (_READ, [each.say(language) for each in self.readings]),
            (_SOURCE, [f"[{at}] {one.say(language)}" for at, one in enumerate(citations, start=1)]),
        ):
            if said:
                lines += [f"{title.say(language)}:", *(f"- {each}" for each in said)]
        return "\n".join(lines)

    def table(self, language: str = "id") -> TableView:
        """A row a rate: how much, to how many, how often, and what that comes to; and the whole."""
        check_language(language)
        rows: list[ShownRow] = [
            (
                Shown(_PERIOD, self._when(part.period, language)),
                Shown(_RATE, self.benefit.quantity(part.rate)),
                Shown(_RECIPIENTS[self.benefit.per], self.recipients),
                Shown(_HOW_OFTEN[self.benefit.every], part.times),
                Shown(_COMES_TO, part.total, adds=True),
            )
            for part in self.parts
        ]
        return tabulated(
            rows,
            language,
            caption=f"{self.program.name.say(language)}, {self.benefit.name.say(language)}",
            notes=[
                *(f"{_READ.say(language)}: {each.say(language)}" for each in self.readings),
                *(f"{_SOURCE.say(language)}: {each.say(language)}" for each in self.citations),
            ],
            total=True,
        )

    def _repr_html_(self) -> str:
        return self.table().html()

    def _when(self, period: Period, language: str) -> str:
        """The period by its months or years, as it was asked for."""
        if self.benefit.every == "once":
            return period.say(language)
        ends = (whole(period, self.benefit.every)[at].say(language) for at in (0, -1))
        return " – ".join(dict.fromkeys(ends))

    def __str__(self) -> str:
        return self.explain("id")

    def __format__(self, spec: str) -> str:
        return formatted(self.explain, spec, hint("format.answer"))


def _some_months(months: int, steps: list[Period]) -> int:
    """How often it is paid where that is in some months of each year only: of a whole year that is known."""
    asked = [step.start.year for step in steps]
    for year in dict.fromkeys(asked):
        if asked.count(year) < MONTHS_OF_A_YEAR:
            raise UnknownValueError("which_months", field="months", value=months, year=str(year))
    return months * (len(asked) // MONTHS_OF_A_YEAR)


def benefit_owed(
    program: Program | str,
    *,
    first: Period | date | str,
    last: Period | date | str,
    families: int | None = None,
    people: int | None = None,
    benefit: str | None = None,
) -> BenefitOwed:
    """What a programme's benefit comes to from a first to a last month, exactly.

    Args:
        program: A programme, or its code or name.
        first: The first month ("2018-05"), or year.
        last: The last month, or year.
        families: To how many families, where the benefit is given to families.
        people: To how many people, where it is given to each person.
        benefit: The code of the benefit, where the programme gives several.

    Raises:
        NoRuleError: No source says what the programme gives.
        UnknownValueError: To how many is not known; it is paid in some months only, and which is not known.
        NoRateError: For one of the months no source gives a rate, which is not a rate of nothing.
        InvalidValueError: Not whole months; families given where people are counted, or the other way round; several
            benefits and none named.

    >>> owed = benefit_owed("BPNT", families=6_800, first="2018-05", last="2018-10")
    >>> owed.total
    Quantity(4488000000, 'IDR')
    >>> print(owed.explain("en").splitlines()[1])
    - May 2018 – October 2018: IDR110,000 × 6,800 families × 6 months = IDR4,488,000,000 [1]
    """
    asked = Program.of(program)
    given = asked.benefit(benefit)
    period = window(first, last)
    counted = FIELDS[given.per]
    for field, number in (("families", families), ("people", people)):
        checks.known_count(number, field)
        if number is not None and field != counted:
            raise InvalidValueError(
                "not_used.recipients",
                field=field,
                value=number,
                counted=counted,
                by=_RECIPIENTS["person" if counted == "families" else "family"],
                of=_RECIPIENTS[given.per],
            )
    recipients = families if counted == "families" else people
    if recipients is None:
        raise UnknownValueError("unknown_value", field=counted)
    name = ProgramName(code=asked.code, name=asked.name)
    return BenefitOwed(program=name, benefit=given, recipients=recipients, period=period)


__all__ = ["BenefitOwed", "OwedUnderRate", "benefit_owed", "paid", "whole", "window"]
