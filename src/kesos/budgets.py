"""Budgets: ceilings and what was realised of them; a printed percentage stays the range of rupiah that rounds to it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar, Literal, TypeVar, get_args

import attrs
from attrs.converters import optional

from kesos import _checks as checks
from kesos._checks import fill_field
from kesos.errors import InvalidValueError, UnitError, UnknownItemError, UnknownValueError
from kesos.records import Recorded
from kesos.values import Citation, Funding, Percentage, Quantity, Span, TableView, Text, change_of, share_of
from kesos.values._display import Tabled
from kesos.values._funding import funding_of
from kesos.values._shares import check_later
from kesos.values._showing import Rowed
from kesos.values._sums import sum_known
from kesos.values._tabulated import Shown, ShownRow, tabulated
from kesos.values._texts import check_language

__all__ = [
    "Budget",
    "BudgetLine",
    "Kind",
    "absorption",
    "ceiling_growth",
    "rupiah_that_round_to",
    "shares",
]

Kind = Literal["direct", "indirect"]
KINDS: tuple[Kind, ...] = get_args(Kind)

_NOTHING = Quantity(0, "IDR")
_PERCENT = re.compile(r"\d{1,6}(\.\d{1,20})?", re.ASCII)

_LINE, _CEILING = Text("Uraian", "Line"), Text("Pagu", "Ceiling")
_REALIZED, _SHARE = Text("Realisasi", "Realised"), Text("Serapan", "Absorption")
NO_CEILING = Text("pagu nol", "ceiling of zero")
"""Stands where a share of a ceiling would: there is none of a ceiling of zero, which is not that it is not known."""
_BUDGET, _YEAR = Text("Anggaran", "Budget"), Text("Tahun", "Year")
_SOURCE = Text("Sumber", "Source")

K = TypeVar("K")


def whole_rupiah(value: Quantity | int, field: str) -> Quantity:
    """An amount of whole rupiah that is not below zero.

    Raises:
        InvalidValueError: A float, a text, a bool, or an amount below zero.
        UnitError: A quantity of something else.

    >>> whole_rupiah(6_000, "rate")
    Quantity(6000, 'IDR')
    """
    amount = rupiah(value, field)
    if amount.unit.code != "IDR":
        raise InvalidValueError("not_whole.amount", field=field, value=value)
    return amount


def rupiah(value: Quantity | int, field: str) -> Quantity:
    """An amount of rupiah, to the sen, that is not below zero.

    Raises:
        InvalidValueError: A float, a text, a bool, or an amount below zero.
        UnitError: A quantity of something else.

    >>> rupiah(Quantity(95_000_050, "IDR/100"), "realized").to("IDR")
    Decimal('950000.5')
    """
    if not isinstance(value, Quantity):
        return Quantity(checks.count(value, field), "IDR")
    if value.unit.code not in ("IDR", "IDR/100"):
        raise UnitError("unit_mismatch.rupiah", field=field, value=value)
    checks.count(value.amount, field)
    return value


def rupiah_that_round_to(
    percent: str | Decimal | int, ceiling: Quantity | int, *, field: str = "percent"
) -> Span[Quantity]:
    """Every whole amount of rupiah up to a ceiling that is printed as this percentage of it; of sen, where it has some.

    "97.04" is printed for anything from 97.035 % up to, not including, 97.045 % (half up, at its own decimals).

    Args:
        percent: The percentage with the decimals that were printed: "97.04", "40.10"; an int was printed with none.
        ceiling: The amount that it is a percentage of [IDR].
        field: What the caller calls the percentage: the name that an error gives.

    Raises:
        InvalidValueError: A float, a text that is no plain decimal, or a percentage that no whole rupiah rounds to.

    >>> print(rupiah_that_round_to("97.04", 3_052_241_000))
    Rp2.961.742.055 – Rp2.962.047.278
    """
    whole = rupiah(ceiling, "ceiling")
    least, bound = _shares_that_print(percent, field)
    first = max(0, math.ceil(least * whole.amount))
    last = min(whole.amount, math.ceil(bound * whole.amount) - 1)
    if whole.amount == 0 and least <= 0:  # nothing of nothing, which reports print as 0,00
        return Span(whole, whole)
    if least > 1:
        raise InvalidValueError("nothing_rounds_to_it.above_ceiling", field=field, value=percent, ceiling=whole)
    if first > last:
        raise InvalidValueError("nothing_rounds_to_it", field=field, value=percent, ceiling=whole)
    return Span(Quantity(first, whole.unit), Quantity(last, whole.unit))


def _shares_that_print(percent: object, field: str) -> tuple[Fraction, Fraction]:
    """The smallest share that prints as this percentage, and that from which on none does."""
    printed, places = _as_printed(percent, field)
    half = Fraction(1, 2 * 10**places)
    return (printed - half) / 100, (printed + half) / 100


def _as_printed(percent: object, field: str) -> tuple[Fraction, int]:
    text = str(percent) if isinstance(percent, (str, Decimal)) else str(checks.count(percent, field))
    if not _PERCENT.fullmatch(text):
        raise InvalidValueError("not_exact.percent", field=field, value=percent)
    return Fraction(text), len(text.partition(".")[2])


def _plain_percent(percent: object, field: str) -> object:
    """The percentage as it was printed, of a plain class: a Decimal as the text that it is in a record."""
    _as_printed(percent, field)
    if isinstance(percent, Decimal):
        return str(percent)
    return str.__str__(percent) if isinstance(percent, str) else checks.count(percent, field)


def _ceiling(value: Quantity | int) -> Quantity:
    return rupiah(value, "ceiling")


def _realized(value: Span[Quantity] | Quantity | int) -> Span[Quantity]:
    if isinstance(value, Span):
        return Span(rupiah(value.minimum, "realized"), rupiah(value.maximum, "realized"))
    amount = rupiah(value, "realized")
    return Span(amount, amount)


@attrs.frozen(kw_only=True)
class BudgetLine(Rowed, Recorded):
    """A line of a budget: its ceiling and what was realised of it.

    Give the realised rupiah, or the percentage that was printed for them, or neither where it is not known. A line
    above its ceiling is refused; a report that prints one is typed as it prints it, and the audit reports it.

    Args:
        name: What the line is called.
        ceiling: The ceiling (pagu) [IDR, to the sen]; None where it is not known.
        realized: What was spent [IDR, to the sen]: an amount, or a `Span` where it is only known to lie in one.
        realized_percent: The percentage of the ceiling that was printed, with its decimals ("97.04"), never a float.
        kind: "direct" (belanja langsung), "indirect" (belanja tidak langsung), or None where not known.
        program: The programme that it pays for, as the budget names it.
        source: Where it is printed.

    Raises:
        InvalidValueError: A bare number that is not whole, or an amount below zero; more realised than the ceiling; a
            percentage that no whole rupiah rounds to, or that the realised rupiah do not round to.

    >>> line = BudgetLine(name="Belanja Langsung", ceiling=2_537_911_000, realized_percent="97.15")
    >>> print(line.realized)
    Rp2.465.453.641 – Rp2.465.707.432
    """

    __several__: ClassVar[Text] = Text("Pagu dan realisasi", "Ceilings and what was realised")

    name: str
    ceiling: Quantity | None = attrs.field(converter=optional(_ceiling))
    realized: Span[Quantity] | None = attrs.field(default=None, converter=optional(_realized))
    realized_percent: str | Decimal | int | None = None
    kind: Kind | None = None
    program: str | None = None
    source: Citation | None = None

    def __attrs_post_init__(self) -> None:
        checks.settle(self, checks.text, "name")
        checks.settle(self, lambda value, field: checks.known_choice(value, field, KINDS), "kind")
        checks.settle(self, checks.known_text, "program")
        checks.known_instance(self.source, "source", Citation)
        if self.realized is not None and self.ceiling is not None and self.realized.maximum > self.ceiling:
            raise InvalidValueError(
                "above_ceiling", field="realized", value=self.realized, realized=self.realized, ceiling=self.ceiling
            )
        if self.realized_percent is not None:
            checks.settle(self, _plain_percent, "realized_percent")
            self._realize_percent(self.realized_percent)

    def _realize_percent(self, percent: str | Decimal | int) -> None:
        if self.ceiling is None:
            return
        span = rupiah_that_round_to(percent, self.ceiling, field="realized_percent")
        if self.realized is None:
            fill_field(self, "realized", span)
        elif self.ceiling.amount and not self._prints_as(percent, self.realized, self.ceiling):
            raise InvalidValueError(
                "percent_differs",
                field="realized_percent",
                value=percent,
                realized=self.realized,
                ceiling=self.ceiling,
            )

    @staticmethod
    def _prints_as(percent: str | Decimal | int, realized: Span[Quantity], ceiling: Quantity) -> bool:
        """Whether both ends, which may be of sen where the ceiling is of rupiah, print as this percentage of it."""
        least, bound = _shares_that_print(percent, "realized_percent")
        return least <= realized.minimum / ceiling and realized.maximum / ceiling < bound

    def __row__(self) -> ShownRow:
        return (Shown(_LINE, self.name), *_spent(self.ceiling, self.realized))

    def __beneath__(self, language: str) -> tuple[str, ...]:
        return () if self.source is None else (f"{_SOURCE.say(language)}: {self.source.say(language)}",)


def _spent(ceiling: Quantity | None, realized: Span[Quantity] | None) -> ShownRow:
    """A ceiling, what was realised of it, and the share that this is, as far as they are known."""
    share: Span[Percentage] | Text | None = None
    if ceiling is not None and not ceiling:
        share = NO_CEILING
    elif ceiling is not None and realized is not None:
        ends = [share_of(end, ceiling) for end in (realized.minimum, realized.maximum)]
        share = Span(ends[0], ends[1])
    return Shown(_CEILING, ceiling, adds=True), Shown(_REALIZED, realized, adds=True), Shown(_SHARE, share)


def _lines(lines: Iterable[BudgetLine]) -> tuple[BudgetLine, ...]:
    each = checks.items(lines, "lines", BudgetLine)
    if not each:
        raise InvalidValueError("empty.budget", field="lines", value=each)
    return each


@attrs.frozen(kw_only=True)
class Budget(Tabled, Recorded):
    """What an office may spend in a year out of one source of funds, line by line.

    Args:
        year: The budget year.
        holder: Whose budget it is.
        funding: Whose money it is, by its code or the words that offices print: see `kesos.values.FUNDINGS`.
        lines: Its lines.

    >>> lines = [BudgetLine(name="BTL", ceiling=60, realized=30), BudgetLine(name="BL", ceiling=40, realized=25)]
    >>> budget = Budget(year=2017, holder="Dinas Sosial Contoh", funding="APBD", lines=lines)
    >>> budget.ceiling, budget.realized.minimum
    (Quantity(100, 'IDR'), Quantity(55, 'IDR'))
    """

    year: int = attrs.field(converter=checks.year)
    holder: str
    funding: Funding = attrs.field(converter=funding_of)
    lines: tuple[BudgetLine, ...] = attrs.field(converter=_lines)

    def __attrs_post_init__(self) -> None:
        checks.settle(self, checks.text, "holder")

    @property
    def ceiling(self) -> Quantity:
        """The ceilings of all lines together [IDR].

        Raises:
            UnknownValueError: That of a line is not known.
        """
        return sum((_needed(line.ceiling, f"lines[{at}].ceiling") for at, line in enumerate(self.lines)), _NOTHING)

    @property
    def realized(self) -> Span[Quantity]:
        """What was realised of all lines together, as far as it is known: ranges add up to a range [IDR].

        Raises:
            UnknownValueError: That of a line is not known.
        """
        spans = [_needed(line.realized, f"lines[{at}].realized") for at, line in enumerate(self.lines)]
        return sum(spans, Span(_NOTHING, _NOTHING))

    def table(self, language: str = "id") -> TableView:
        """Its lines, each with its ceiling, what was realised of it and the share that this is, and what they come to.

        >>> lines = [BudgetLine(name="BTL", ceiling=60, realized=30), BudgetLine(name="BL", ceiling=40, realized=25)]
        >>> print(Budget(year=2017, holder="Dinas Sosial Contoh", funding="APBD", lines=lines).table())
        Anggaran Dinas Sosial Contoh, APBD 2017
        Uraian  Pagu (Rp)  Realisasi (Rp)  Serapan
        ------  ---------  --------------  -------
        BTL            60              30      50%
        BL             40              25    62,5%
        ------  ---------  --------------  -------
        Jumlah        100              55      55%
        """
        check_language(language)
        rows = [line.__row__() for line in self.lines]
        return tabulated(
            rows,
            language,
            caption=f"{_BUDGET.say(language)} {self.holder}, {self.funding} {self.year}",
            notes=[note for line in self.lines for note in line.__beneath__(language)],
            total=self._spent(),
        )

    def __row__(self) -> ShownRow:
        named = f"{self.holder}, {self.funding}"
        return (Shown(_BUDGET, named), Shown(_YEAR, str(self.year), apart=True), *self._spent())

    def _spent(self) -> ShownRow:
        return _spent(*(sum_known(getattr(line, field) for line in self.lines) for field in ("ceiling", "realized")))

    def only(self, *, kind: Kind | None = None, program: str | None = None) -> Budget:
        """The same budget with only its lines of one kind of spending, or of one programme, or of both.

        Raises:
            UnknownItemError: It has no such line.

        >>> lines = [BudgetLine(name="a", ceiling=6, kind="direct"), BudgetLine(name="b", ceiling=4, kind="indirect")]
        >>> Budget(year=2017, holder="Contoh", funding="APBD", lines=lines).only(kind="direct").ceiling
        Quantity(6, 'IDR')
        """
        checks.known_choice(kind, "kind", KINDS)
        field, value = ("kind", kind) if program is None else ("program", checks.text(program, "program"))
        kept = [line for line in self.lines if kind in (None, line.kind) and program in (None, line.program)]
        if not kept:
            raise UnknownItemError("unknown_item.budget_line", field=field, value=value)
        return attrs.evolve(self, lines=kept)


def _needed(value: K | None, field: str) -> K:
    if value is None:
        raise UnknownValueError("unknown_value", field=field)
    return value


def absorption(spent: Budget | BudgetLine) -> Span[Percentage]:
    """How much of a ceiling was realised, as the range in which it lies.

    Raises:
        InvalidValueError: The ceiling is zero.
        UnknownValueError: A ceiling or a realised amount is not known.

    >>> absorption(BudgetLine(name="BTL", ceiling=60, realized=30)).minimum.rounded()
    Decimal('50.00')
    """
    if not isinstance(spent, BudgetLine):
        checks.instance(spent, "budget", Budget)
    ceiling, realized = spent.ceiling, _needed(spent.realized, "realized")
    ends = [
        share_of(end, ceiling, part_field="realized", whole_field="ceiling")
        for end in (realized.minimum, realized.maximum)
    ]
    return Span(ends[0], ends[1])


def ceiling_growth(before: Budget, after: Budget) -> Percentage:
    """By how much the ceiling grew from one year's budget to a later one's of the same holder and funds.

    Raises:
        InvalidValueError: Two holders, or two sources of funds; `after` is not later; the first ceiling is zero.
        UnknownValueError: The ceiling of a line is not known.

    >>> first = Budget(year=2016, holder="Contoh", funding="APBD", lines=[BudgetLine(name="BL", ceiling=80)])
    >>> later = Budget(year=2017, holder="Contoh", funding="APBD", lines=[BudgetLine(name="BL", ceiling=100)])
    >>> ceiling_growth(first, later).rounded()
    Decimal('25.00')
    """
    checks.instance(before, "before", Budget)
    checks.instance(after, "after", Budget)
    for field in ("holder", "funding"):
        if getattr(before, field) != getattr(after, field):
            raise InvalidValueError("not_comparable.budgets", field=field, value=getattr(after, field))
    check_later(before.year, after.year)
    return change_of(before.ceiling, after.ceiling, before_field="before", after_field="after")


def shares(budget: Budget) -> tuple[tuple[BudgetLine, Percentage], ...]:
    """Each line with its share of the whole ceiling.

    Raises:
        InvalidValueError: The whole ceiling is zero.
        UnknownValueError: The ceiling of a line is not known.

    >>> lines = [BudgetLine(name="BTL", ceiling=60), BudgetLine(name="BL", ceiling=40)]
    >>> budget = Budget(year=2017, holder="Contoh", funding="APBD", lines=lines)
    >>> [(line.name, share.rounded(places=0)) for line, share in shares(budget)]
    [('BTL', Decimal('60')), ('BL', Decimal('40'))]
    """
    whole = checks.instance(budget, "budget", Budget).ceiling
    return tuple(
        (line, share_of(line.ceiling, whole, part_field="ceiling", whole_field="ceiling")) for line in budget.lines
    )
