"""Targets: what was aimed at year by year, and the bands in which a regency grades how far it was reached."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import get_args

import attrs
from attrs.converters import optional

from kesos import _checks as checks
from kesos.errors import InvalidValueError, NoRuleError
from kesos.indicators import Better, Measure, achievement, measured
from kesos.records import Recorded
from kesos.values import Citation, Percentage, TableView, Text
from kesos.values._display import Tabled
from kesos.values._tabulated import Shown, ShownRow, tabulated
from kesos.values._texts import check_language

__all__ = ["Band", "Bands", "TargetSeries"]


_INDICATOR, _TARGET = Text("Indikator", "Indicator"), Text("Target", "Target")
_YEAR, _BASELINE = Text("Tahun", "Year"), Text("Kondisi awal", "Baseline")


Aimed = Fraction | Percentage
"""What a series holds: bare numbers only, or percentages only."""


def _by_year(targets: Mapping[int, Measure] | tuple[tuple[int, Measure], ...]) -> tuple[tuple[int, Aimed], ...]:
    pairs = checks.pairs(targets, "targets")
    read: dict[int, Aimed] = {}
    for year, aimed in pairs:
        like = next(iter(read.values()), None)
        read[checks.year(year, "targets")] = measured(aimed, f"targets[{year}]", like=like)
    if len(read) < len(pairs):
        raise InvalidValueError("duplicate.target", field="targets", value=targets)
    return tuple(sorted(read.items()))


def _baseline(value: Measure) -> Aimed:
    return measured(value, "baseline")


@attrs.frozen(kw_only=True)
class TargetSeries(Tabled, Recorded):
    """An indicator's targets, year by year (a main performance indicator, IKU).

    Targets given as percentages, or as printed ones, stay so, and then nothing is taken beside them but percentages:
    18 might be 18% or 1800%. Of bare numbers the name says the unit.

    Args:
        name: What is measured.
        better: Whether "higher" or "lower" is better.
        targets: The target of each year.
        baseline: Where it stood before the first year; None where not known.
        source: Where the targets are printed.

    >>> poor = TargetSeries(name="PMKS / penduduk (%)", better="lower", baseline="20", targets={2017: 18, 2018: 17})
    >>> poor.achievement(2017, "15.27").rounded()
    Decimal('115.17')
    >>> poor = TargetSeries(name="PMKS / penduduk", better="lower", targets={2017: Percentage(18)})
    >>> poor.achievement(2017, Percentage("15.27")).rounded()
    Decimal('115.17')
    """

    name: str
    better: Better
    targets: tuple[tuple[int, Aimed], ...] = attrs.field(converter=_by_year)
    baseline: Aimed | None = attrs.field(default=None, converter=optional(_baseline))
    source: Citation | None = None

    def __attrs_post_init__(self) -> None:
        checks.settle(self, checks.text, "name")
        checks.settle(self, lambda value, field: checks.choice(value, field, get_args(Better)), "better")
        checks.known_instance(self.source, "source", Citation)
        if self.baseline is not None and self.targets:
            measured(self.baseline, "baseline", like=self.targets[0][1])

    def target(self, year: int) -> Aimed:
        """The target of a year.

        Raises:
            NoRuleError: No target was set for that year; none is taken from its neighbours.
        """
        aimed = dict(self.targets)
        if checks.count(year, "year") in aimed:
            return aimed[year]
        raise NoRuleError("no_rule.target", field="year", value=year, years=tuple(aimed) or "-")

    def table(self, language: str = "id") -> TableView:
        """The target of each year, in "id" or "en".

        >>> poor = TargetSeries(name="PMKS / penduduk (%)", better="lower", baseline="20", targets={2017: "17.5"})
        >>> print(poor.table())
        PMKS / penduduk (%)
        Tahun         Target
        ------------  ------
        Kondisi awal      20
        2017            17,5
        """
        check_language(language)
        start = () if self.baseline is None else (self._said(_BASELINE, self.baseline),)
        return tabulated(
            (*start, *(self._said(str(year), aimed) for year, aimed in self.targets)), language, caption=self.name
        )

    def _said(self, when: Text | str, aimed: Aimed) -> ShownRow:
        return Shown(_YEAR, when), Shown(_TARGET, aimed)

    def __row__(self) -> ShownRow:
        return (
            Shown(_INDICATOR, self.name),
            *(Shown(Text(str(year), str(year)), aimed) for year, aimed in self.targets),
        )

    def achievement(self, year: int, realized: Measure) -> Percentage:
        """How far the year's target was reached, as `achievement` reckons it.

        Raises:
            InvalidValueError: As `achievement` says.
            NoRuleError: No target was set for that year.
        """
        return achievement(self.target(year), realized, self.better)


@attrs.frozen(kw_only=True)
class Band(Recorded):
    """A word for how well a target was reached, and the percentage from which it applies, that one included.

    A band without a minimum takes whatever is below all others.
    """

    name: Text
    minimum: Percentage | None = None

    def __attrs_post_init__(self) -> None:
        checks.instance(self.name, "name", Text)
        checks.known_instance(self.minimum, "minimum", Percentage)


def _bands(bands: Iterable[Band]) -> tuple[Band, ...]:
    each: tuple[Band, ...] = checks.items(bands, "bands", Band)
    if len({_begin(band) for band in each}) < len(each):
        raise InvalidValueError("duplicate.band", field="bands", value=each)
    return tuple(sorted(each, key=_begin, reverse=True))


def _begin(band: Band) -> tuple[bool, Fraction]:
    """Where a band begins, to sort by; one without a minimum is below all others."""
    return (False, Fraction(0)) if band.minimum is None else (True, band.minimum.exact)


@attrs.frozen(kw_only=True)
class Bands(Recorded):
    """The bands in which a regency grades its achievement. Regencies differ: none are built in.

    Args:
        bands: Each band with the percentage from which it applies.
        citation: Who set them, and where.

    >>> bands = Bands(
    ...     bands=(
    ...         Band(name=Text("Tinggi", "High"), minimum=Percentage(76)),
    ...         Band(name=Text("Rendah", "Low")),
    ...     ),
    ...     citation=Citation(regulation="Peraturan Contoh 1/2099", known="hypothetical"),
    ... )
    >>> bands.of(Percentage(76)).name.en, bands.of(Percentage("75.99")).name.en
    ('High', 'Low')
    """

    bands: tuple[Band, ...] = attrs.field(converter=_bands)
    citation: Citation

    def __attrs_post_init__(self) -> None:
        checks.instance(self.citation, "citation", Citation)

    def of(self, percentage: Percentage) -> Band:
        """The band of a percentage.

        Raises:
            NoRuleError: It lies below every band.
        """
        checks.instance(percentage, "percentage", Percentage)
        for band in self.bands:
            if band.minimum is None or percentage >= band.minimum:
                return band
        raise NoRuleError("no_rule.band", field="percentage", value=percentage, reached=percentage)
