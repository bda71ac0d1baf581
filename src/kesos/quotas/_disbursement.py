"""What was paid out of a programme in a period, and how that stands to what its benefit comes to."""

from __future__ import annotations

from datetime import date

import attrs
from attrs.converters import optional

from kesos import _checks as checks
from kesos.budgets import whole_rupiah
from kesos.errors import InvalidValueError, UnknownValueError
from kesos.programs import BenefitOwed, Program, benefit_owed
from kesos.records import Recorded, Tally
from kesos.values import Citation, Percentage, Period, Quantity, Span, TableView, Text
from kesos.values import _locales as locales
from kesos.values._display import Tabled
from kesos.values._format import Spoken
from kesos.values._showing import Rowed
from kesos.values._tabulated import Shown, ShownRow
from kesos.values._texts import check_language

_HEADER = Text("Uraian", "Entry"), Text("Jumlah", "Amount")
_PAID = Text("Disalurkan", "Paid out")
_PROGRAM = Text("Program", "Programme")
_AREA = Text("Wilayah", "Area")
_PERIOD = Text("Masa", "Period")
_FAMILIES = Text("KK", "Families")
_AGENTS = Text("Agen", "Agents")
_CHANNEL = Text("Penyalur", "Channel")
_EXPECTED = Text("Menurut besaran bantuan", "By the rate of the benefit")
_DIFFERENCE = Text("Selisih", "Difference")
_SHARE = Text("Persentase penyaluran terhadap perhitungan", "Paid out of what was expected")
_PAYMENTS = Text("Dibagi", "Divided by")
_REST = Text("{} kali bantuan, sisa {}", "{} payments of the benefit, and {}")


def _program(program: Program | str) -> Program:
    return Program.of(program)


def _period(period: Period | date | str) -> Period:
    return Period.of(period)


def _amount(amount: Quantity | int) -> Quantity:
    return whole_rupiah(amount, "amount")


def _families(families: int) -> int:
    return checks.count(families, "families")


def _agents(agents: int) -> int:
    return checks.count(agents, "agents")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Disbursement(Rowed, Spoken, Recorded):
    """What was paid out of a programme to an area in a period.

    Args:
        program: A `Program`, or a word for one ("BPNT").
        area: The area that it was paid to.
        period: Over which days, months or years.
        amount: What was paid [IDR].
        families: To how many families; None where not known.
        channel: The bank or the office through which it was paid; None where not known.
        agents: At how many agents or shops it could be spent; None where not known.
        source: Where it is printed.

    Raises:
        InvalidValueError: A value of the wrong type or below zero.

    >>> paid = Disbursement(program="BPNT", area="Contoh", period="2018-05", amount=330, families=3, agents=2)
    >>> print(paid.per_family, "/", paid.per_agent.say("en"))
    Rp110 / IDR165
    """

    program: Program = attrs.field(converter=_program)
    area: str
    period: Period = attrs.field(converter=_period)
    amount: Quantity = attrs.field(converter=_amount)
    families: Tally | None = attrs.field(default=None, converter=optional(_families))
    channel: str | None = None
    agents: Tally | None = attrs.field(default=None, converter=optional(_agents))
    source: Citation | None = None

    def __attrs_post_init__(self) -> None:
        checks.settle(self, checks.text, "area")
        checks.settle(self, checks.known_text, "channel")
        checks.known_instance(self.source, "source", Citation)

    def __row__(self) -> ShownRow:
        return (
            Shown(_PROGRAM, self.program.name),
            Shown(_AREA, self.area),
            Shown(_PERIOD, self.period),
            Shown(_FAMILIES, self.families),  # the same ones again in the next period
            Shown(_AGENTS, self.agents),
            Shown(_CHANNEL, self.channel),
            Shown(_PAID, self.amount, adds=True),
        )

    def __beneath__(self, language: str) -> tuple[str, ...]:
        return () if self.source is None else (self.source.say(language),)

    @property
    def per_family(self) -> Span[Quantity]:
        """What came to each family: between two whole rupiah where it does not divide.

        Raises:
            UnknownValueError: To how many is not known.
            InvalidValueError: It was to none.
        """
        return self._divided("families")

    @property
    def per_agent(self) -> Span[Quantity]:
        """What came to each agent, as `per_family`."""
        return self._divided("agents")

    def _divided(self, field: str) -> Span[Quantity]:
        number: int | None = getattr(self, field)
        if number is None:
            raise UnknownValueError("unknown_value", field=field)
        if number == 0:
            raise InvalidValueError("zero_denominator", field=field, value=number)
        whole, rest = divmod(self.amount.amount, number)
        return Span(Quantity(whole, "IDR"), Quantity(whole + (rest > 0), "IDR"))

    def say(self, language: str) -> str:
        """Which programme, where, when and how much."""
        return f"{self.program.say(language)}, {self.area}, {self.period.say(language)}: {self.amount.say(language)}"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class DisbursementCheck(Tabled, Recorded):
    """What was paid beside what the benefit comes to for as many families. It tells how much differs, and not why.

    Args:
        disbursement: What was paid.
        owed: What the benefit comes to, with its rates and sources.
    """

    disbursement: Disbursement
    owed: BenefitOwed

    def __attrs_post_init__(self) -> None:
        checks.instance(self.disbursement, "disbursement", Disbursement)
        checks.instance(self.owed, "owed", BenefitOwed)

    @property
    def expected(self) -> Quantity:
        """What the benefit comes to."""
        return self.owed.total

    @property
    def difference(self) -> Quantity:
        """What was paid less what was expected; below zero where less was paid."""
        return self.disbursement.amount - self.expected

    @property
    def share(self) -> Percentage:
        """What was paid as a share of what was expected, which it may exceed.

        Raises:
            InvalidValueError: Nothing was expected.
        """
        if not self.expected:
            raise InvalidValueError("zero_denominator", field="expected", value=self.expected)
        return Percentage.of_fraction(self.disbursement.amount / self.expected)

    @property
    def payments(self) -> tuple[tuple[Quantity, int, Quantity], ...]:
        """For each rate: how many payments of it the whole amount makes, and what is left over."""
        rates = dict.fromkeys(self.owed.benefit.quantity(part.rate) for part in self.owed.parts)
        return tuple((rate, *divmod(self.disbursement.amount, rate)) for rate in rates if rate)

    def table(self, language: str = "id") -> TableView:
        """What was paid, what was expected, the difference, how many payments the amount makes, and the sources."""
        check_language(language)
        rows = [(_PAID, self.disbursement.amount), (_EXPECTED, self.expected), (_DIFFERENCE, self.difference)]
        said = [(word.say(language), amount.say(language)) for word, amount in rows]
        if self.expected:
            said.append((_SHARE.say(language), self.share.say(language, places=2)))
        for rate, times, rest in self.payments:
            words = _REST.say(language).format(locales.number(times, language), rest.say(language))
            said.append((f"{_PAYMENTS.say(language)} {rate.say(language)}", words))
        source = self.disbursement.source
        return TableView(
            caption=self.disbursement.say(language),
            header=tuple(word.say(language) for word in _HEADER),
            rows=said,
            notes=(
                *(() if source is None else (f"{_PAID.say(language)}: {source.say(language)}",)),
                *self.owed.explain(language).splitlines()[1:],
            ),
            numbers=(1,),
        )

    def __repr__(self) -> str:
        paid = self.disbursement
        return f"<DisbursementCheck {paid.program.code}, {paid.area}: {paid.amount!r} of {self.expected!r}>"


def check_disbursement(disbursement: Disbursement, *, benefit: str | None = None) -> DisbursementCheck:
    """What was paid beside what the programme's own file says the benefit comes to for as many families.

    Args:
        disbursement: What was paid, over whole months, to a known number of families.
        benefit: The code of the benefit, where the programme gives several.

    Raises:
        KesosError: As `kesos.programs.benefit_owed` says: no source names a rate, or to how many is not known.

    >>> paid = Disbursement(
    ...     program="BPNT", area="Contoh", period="2018-05-01/2018-10-31", amount=4_247_206_800, families=6_800
    ... )
    >>> found = check_disbursement(paid)
    >>> found.expected, found.difference
    (Quantity(4488000000, 'IDR'), Quantity(-240793200, 'IDR'))
    """
    paid = checks.instance(disbursement, "disbursement", Disbursement)
    first, last = Period.of(paid.period.start), Period.of(paid.period.end)
    owed = benefit_owed(paid.program, first=first, last=last, families=paid.families, benefit=benefit)
    return DisbursementCheck(disbursement=paid, owed=owed)


__all__ = ["Disbursement", "DisbursementCheck", "check_disbursement"]
