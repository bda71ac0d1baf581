"""Indicators, named for what they measure, and how far a target was reached; an edition's numbers are data (`IKK`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal, get_args

import attrs

from kesos import _checks as checks
from kesos.errors import InvalidValueError, UnknownItemError, UnknownValueError
from kesos.values import (
    Amount,
    Citation,
    Percentage,
    Printed,
    Quantity,
    TableView,
    Text,
    exact_fraction,
    share_of,
    show,
)
from kesos.values._display import Tabled
from kesos.values._shares import known_amount
from kesos.values._sources import KOTAWARINGIN_BARAT
from kesos.values._tabulated import Shown, ShownRow

__all__ = [
    "ACHIEVEMENT_SOURCE",
    "IKK",
    "Better",
    "Indicator",
    "IndicatorSet",
    "Measure",
    "Number",
    "achievement",
    "facility_count",
    "share",
    "social_aid_coverage",
    "social_security_coverage",
]

_NUMBER, _INDICATOR = Text("No", "No."), Text("Indikator", "Indicator")
_FORMULA = Text("Rumus", "Formula")

Better = Literal["higher", "lower"]
"""Which way a measured number is meant to go."""
Number = int | Decimal | Fraction | str
"""What is taken for an exact number; a text is plain decimal ("15.27")."""
Measure = Number | Percentage | Printed
"""What a target or a realised figure is given as: a bare number, a percentage, or what a page prints for one."""


def facility_count(facilities: Mapping[str, int]) -> Quantity:
    """How many social facilities an area has, of every kind together.

    Args:
        facilities: The kinds of facility (orphanage, old people's home, shelter, ...), each with its count [unit]. A
            kind that the area has none of is 0; a kind whose count is not known is no part of a total.

    Returns:
        Their number [unit].

    Raises:
        InvalidValueError: There is no kind at all; a count is no whole number or below zero.
        UnknownValueError: A count is None.

    Source:
        Indicator 68 of the edition in `IKK`.

    >>> facility_count({"panti asuhan": 3, "panti jompo": 0, "rumah singgah": 1})
    Quantity(4, 'unit')
    """
    checks.mapping(facilities, "facilities")
    if not facilities:
        raise InvalidValueError("empty.facilities", field="facilities", value=facilities)
    total = 0
    for kind, number in facilities.items():
        field = f"facilities.{checks.text(kind, 'facilities')}"
        total += checks.count(known_amount(number, field), field)
    return Quantity(total, "unit")


def social_security_coverage(receiving: int, entitled: int) -> Percentage:
    """How many of those entitled to social security received it within the year.

    Args:
        receiving: People with a physical or mental disability and older people unable to provide for themselves, who
            received social security within the year [people].
        entitled: All of them who should have received it [people].

    Raises:
        InvalidValueError: Either is no count; nobody was entitled; more received than were entitled.
        UnknownValueError: Either is None.

    Source:
        Indicator 69 of the edition in `IKK`.

    >>> social_security_coverage(receiving=117, entitled=330).exact
    Fraction(39, 110)
    """
    return share_of(receiving, entitled, part_field="receiving", whole_field="entitled")


def social_aid_coverage(assisted: int, eligible: int) -> Percentage:
    """How many of the people in need of social welfare (PMKS) who should receive aid were given it.

    Args:
        assisted: Those who were given aid [people].
        eligible: Those who should have been [people].

    Raises:
        InvalidValueError: Either is no count; nobody should have received aid; more did than should have.
        UnknownValueError: Either is None.

    Source:
        Indicator 70 of the edition in `IKK`.

    >>> social_aid_coverage(assisted=4_171, eligible=4_589).rounded()
    Decimal('90.89')
    """
    return share_of(assisted, eligible, part_field="assisted", whole_field="eligible")


def share(part: Amount, whole: Amount) -> Percentage:
    """What share of a whole a part of it is: counts, or quantities of one unit.

    Raises:
        InvalidValueError: Either is no count; the whole is zero; the part is larger than the whole.
        UnknownValueError: Either is None.

    >>> share(1, 3).rounded(places=4)
    Decimal('33.3333')
    """
    return share_of(part, whole)


def achievement(target: Measure, realized: Measure, better: Better) -> Percentage:
    """How far a target was reached; a hundred percent is exactly.

    Where higher is better this is realised / target. Where lower is better it is (target - (realised - target)) /
    target: what was reached better than the target counts above a hundred, and below zero where the realised figure
    is more than twice the target.

    Args:
        target: What was aimed at, above zero, in any unit.
        realized: What was reached, in the same unit: a percentage where the target is one.
        better: "higher" or "lower".

    Raises:
        InvalidValueError: A number that is not exact or below zero; a percentage beside a bare number; a target of
            zero; another word for `better`.

    Source:
        `ACHIEVEMENT_SOURCE`: the reports quoted in this package give no formula.

    >>> achievement(target="18", realized="15.27", better="lower").rounded()
    Decimal('115.17')
    """
    in_unit = measured(target, "target")
    aimed, reached = _bare(in_unit), _bare(measured(realized, "realized", like=in_unit))
    if not aimed:
        raise InvalidValueError("zero_denominator.target", field="target", value=target)
    if checks.choice(better, "better", get_args(Better)) == "higher":
        return Percentage.of_fraction(reached / aimed)
    return Percentage.of_fraction((aimed - (reached - aimed)) / aimed)


ACHIEVEMENT_SOURCE = Citation(
    regulation="Laporan kinerja Dinas Sosial Kabupaten Lumajang 2021 dan Dinas Sosial Kabupaten Maluku Tengah 2021",
    locator="rumus capaian kinerja",
    known="secondary",
)
"""Who uses the two formulas of `achievement`. The Kotawaringin Barat report prints targets and a realised figure, but
no formula; these are the formulas of other offices' performance reports."""


def not_below_zero(value: object, field: str) -> Fraction:
    """`value` where it is an exact number from zero up: what a target or a realised figure may be.

    >>> not_below_zero("15.27", "realized")
    Fraction(1527, 100)
    """
    number = exact_fraction(value, field)
    if number < 0:
        raise InvalidValueError("count_negative.number", field=field, value=value)
    return number


def measured(value: object, field: str, *, like: Fraction | Percentage | None = None) -> Fraction | Percentage:
    """`value` as a target or a realised figure is held: a percentage stays one, and a printed one is what it means.

    Args:
        value: A bare number, a percentage, or what a page prints for one.
        field: What the caller calls it.
        like: What it stands beside. A percentage and a bare number do not: 18 might be 18% or 1800%.

    Raises:
        InvalidValueError: It is not exact or below zero; it is a percentage and `like` is none, or the other way round.
        UnknownValueError: No value can be read from what is printed.

    >>> measured(Printed("18", Percentage(18), source="Tabel 22"), "target")
    Percentage('18')
    """
    meant = value.value if isinstance(value, Printed) else value
    if meant is None and isinstance(value, Printed):
        raise UnknownValueError("unknown_value", field=field)
    if isinstance(meant, Percentage):
        not_below_zero(meant.exact, field)
        read: Fraction | Percentage = meant
    else:
        read = not_below_zero(meant, field)
    if like is None or isinstance(read, Percentage) is isinstance(like, Percentage):
        return read
    if isinstance(read, Percentage):
        raise InvalidValueError("two_units.number", field=field, value=value, said=read)
    raise InvalidValueError("two_units.percent", field=field, value=value)


def _bare(value: Fraction | Percentage) -> Fraction:
    return value.exact if isinstance(value, Percentage) else value


@attrs.frozen(kw_only=True)
class Indicator:
    """An indicator of an edition: its number there, what it is, and the function that computes it.

    Args:
        number: Its number in the edition.
        edition: The guide that numbers it.
        function: What computes it.
        name: What it is called.
        formula_text: The formula in words, in both languages.
        citation: Where the edition's row is printed.
    """

    number: int
    edition: str
    function: Callable[..., Any]
    name: Text
    formula_text: Text
    citation: Citation

    def __attrs_post_init__(self) -> None:
        checks.settle(self, checks.count, "number")
        checks.settle(self, checks.text, "edition")
        if not callable(self.function):
            raise InvalidValueError("wrong_type", field="function", value=self.function, kind="function")
        checks.instance(self.name, "name", Text)
        checks.instance(self.formula_text, "formula_text", Text)
        checks.instance(self.citation, "citation", Citation)

    def formula(self, language: str) -> str:
        """The formula in words, in "id" or "en"."""
        return self.formula_text.say(language)

    def __row__(self) -> ShownRow:
        return Shown(_NUMBER, self.number), Shown(_INDICATOR, self.name), Shown(_FORMULA, self.formula_text)


def _indicators(indicators: Iterable[Indicator]) -> tuple[Indicator, ...]:
    return checks.items(indicators, "indicators", Indicator)


@attrs.frozen
class IndicatorSet(Tabled, Mapping[int, Indicator]):
    """The indicators of an edition by their numbers; it cannot be changed.

    >>> sorted(IKK)
    [68, 69, 70]
    >>> IKK[69].function is social_security_coverage
    True
    """

    indicators: tuple[Indicator, ...] = attrs.field(converter=_indicators)

    def __getitem__(self, number: int) -> Indicator:
        for indicator in self.indicators:
            if indicator.number == number:
                return indicator
        raise UnknownItemError("unknown_item.indicator", field="number", value=number, known=tuple(self))

    def table(self, language: str = "id") -> TableView:
        """Each indicator with its number and its formula, in "id" or "en"."""
        editions = dict.fromkeys(indicator.edition for indicator in self.indicators)
        return show(self.indicators, language, caption=", ".join(editions) or "-")

    def __iter__(self) -> Iterator[int]:
        return iter([indicator.number for indicator in self.indicators])

    def __len__(self) -> int:
        return len(self.indicators)


_EDITION = "EKPPD terhadap LPPD Tahun 2017"


def _row_of_table_15(number: int) -> Citation:
    return Citation(regulation=_EDITION, quoted_in=KOTAWARINGIN_BARAT, table="15", row=str(number), column="5")


IKK = IndicatorSet(
    (
        Indicator(
            number=68,
            edition=_EDITION,
            function=facility_count,
            name=Text("Sarana sosial", "Social facilities"),
            formula_text=Text(
                "jumlah sarana sosial di daerah: panti asuhan, panti jompo, panti rehabilitasi, rumah singgah dan "
                "lainnya",
                "the number of social facilities in the area: orphanages, old people's homes, rehabilitation homes, "
                "shelters and others",
            ),
            citation=_row_of_table_15(68),
        ),
        Indicator(
            number=69,
            edition=_EDITION,
            function=social_security_coverage,
            name=Text(
                "Penyandang disabilitas dan lanjut usia tidak potensial yang menerima jaminan sosial",
                "People with disabilities and elderly people without means who receive social security",
            ),
            formula_text=Text(
                "yang menerima jaminan sosial dalam satu tahun / yang seharusnya menerima dalam satu tahun × 100 %",
                "those who received social security within the year / those who should have within the year × 100 %",
            ),
            citation=_row_of_table_15(69),
        ),
        Indicator(
            number=70,
            edition=_EDITION,
            function=social_aid_coverage,
            name=Text("PMKS yang memperoleh bantuan sosial", "People in need of social welfare given social aid"),
            formula_text=Text(
                "PMKS yang diberi bantuan / PMKS yang seharusnya menerima bantuan × 100 %",
                "people in need of social welfare who were given aid / those who should have been × 100 %",
            ),
            citation=_row_of_table_15(70),
        ),
    )
)
"""The key indicators (IKK) of social affairs by number, in the edition that the Kotawaringin Barat report quotes."""
