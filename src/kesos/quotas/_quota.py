"""A quota: how many a programme may reach in a year and an area, for how much, and what follows for each of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import attrs
from attrs.converters import optional

from kesos import _checks as checks
from kesos.budgets import whole_rupiah
from kesos.errors import InvalidValueError, UnknownValueError
from kesos.programs import Program
from kesos.programs._owed import paid, whole, window
from kesos.records import Recorded
from kesos.values import Citation, Percentage, Period, Quantity, Span, TableView, Text, change_of, share_of
from kesos.values._areas import named_twice, same_area
from kesos.values._display import Tabled
from kesos.values._shares import check_later
from kesos.values._tabulated import Shown, ShownRow, tabulated
from kesos.values._texts import check_language

SubAreas = tuple[tuple[str, int | None], ...]
"""The areas inside another, each with how many the quota has for it; None where that is not known."""
COUNTED = ("families", "people")
"""What a quota may count: a word for `per`, and the field of that name."""


_PROGRAM, _YEAR, _AREA = Text("Program", "Programme"), Text("Tahun", "Year"), Text("Wilayah", "Area")
_FAMILIES, _PEOPLE = Text("KK", "Families"), Text("Jiwa", "People")
_BUDGET, _SOURCE = Text("Anggaran", "Budget"), Text("Sumber", "Source")


def _program(program: Program | str) -> Program:
    return Program.of(program)


def _families(families: int | None) -> int | None:
    return checks.known_count(families, "families")


def _people(people: int | None) -> int | None:
    return checks.known_count(people, "people")


def _budget(budget: Quantity | int) -> Quantity:
    return whole_rupiah(budget, "budget")


def _sub_areas(areas: Mapping[str, int | None] | Iterable[tuple[str, int | None]]) -> SubAreas:
    pairs = checks.pairs(areas, "sub_areas")
    read = {checks.text(area, "sub_areas"): checks.known_count(number, f"sub_areas.{area}") for area, number in pairs}
    twice = named_twice(area for area, _ in pairs)
    if twice is not None:
        raise InvalidValueError("duplicate.sub_area", field="sub_areas", value=pairs, first=twice[0], second=twice[1])
    return tuple(read.items())


@attrs.frozen(kw_only=True)
class ProgramQuota(Tabled, Recorded):
    """How many families or people a programme is to reach in a year and an area, and the budget for them.

    Args:
        program: A `Program`, or a word for one ("PKH").
        year: The budget year.
        area: The area that the quota is for.
        families: Families (KPM, KK); None where not known or not what is counted.
        people: People; None where not known or not what is counted.
        budget: What the year's aid may cost [IDR]; None where not known.
        sub_areas: The areas inside, each with its share of the families (of the people, where no families are
            given); None where one's is not known.
        source: Where it is printed.

    Raises:
        InvalidValueError: A value of the wrong type or below zero; neither families nor people; one sub-area under two
            spellings, such as "Kumai" and "KUMAI"; sub-areas that do not add up to the whole. A report that prints such
            is typed as it prints it, and the audit reports it.

    >>> quota = ProgramQuota(program="PKH", year=2017, area="Kabupaten Contoh", families=2_720, budget=5_379_200_000)
    >>> print(benefit_per_recipient(quota))
    Rp1.977.647 – Rp1.977.648
    """

    program: Program = attrs.field(converter=_program)
    year: int = attrs.field(converter=checks.year)
    area: str
    families: int | None = attrs.field(default=None, converter=_families)
    people: int | None = attrs.field(default=None, converter=_people)
    budget: Quantity | None = attrs.field(default=None, converter=optional(_budget))
    sub_areas: SubAreas = attrs.field(default=(), converter=_sub_areas)
    source: Citation | None = None

    def __attrs_post_init__(self) -> None:
        checks.settle(self, checks.text, "area")
        if self.families is None and self.people is None:
            raise InvalidValueError("nothing_counted", field="families")
        checks.known_instance(self.source, "source", Citation)
        if self.sub_areas:
            self._check_sub_areas()

    def _check_sub_areas(self) -> None:
        whole = self.families if self.families is not None else self.people
        known = [number for _, number in self.sub_areas if number is not None]
        together = sum(known)
        assert whole is not None  # one of the two is given
        if together == whole or (together < whole and len(known) < len(self.sub_areas)):
            return
        raise InvalidValueError("sum_differs", field="sub_areas", value=self.sub_areas, together=together, whole=whole)

    def table(self, language: str = "id") -> TableView:
        """How many it is for, area by area where it has areas inside, and for how much, in "id" or "en".

        >>> areas = {"Kecamatan A": 1_720, "Kecamatan B": 1_000}
        >>> print(ProgramQuota(program="PKH", year=2017, area="Contoh", families=2_720, sub_areas=areas).table())
        Program Keluarga Harapan (PKH) 2017, Contoh
        Wilayah         KK
        -----------  -----
        Kecamatan A  1.720
        Kecamatan B  1.000
        -----------  -----
        Jumlah       2.720
        """
        check_language(language)
        counted = _FAMILIES if self.families is not None else _PEOPLE
        rows: list[ShownRow] = [
            (Shown(_AREA, area), Shown(counted, number, adds=True)) for area, number in self.sub_areas
        ]
        return tabulated(
            rows or [(Shown(_AREA, self.area), *self._numbers())],
            language,
            caption=f"{self.program.say(language)} {self.year}, {self.area}",
            notes=self.__beneath__(language),
            total=((Shown(counted, self.families if self.families is not None else self.people),) if rows else False),
        )

    def _numbers(self) -> ShownRow:
        given = ((_FAMILIES, self.families), (_PEOPLE, self.people), (_BUDGET, self.budget))
        return tuple(Shown(head, value, adds=True) for head, value in given if value is not None)

    def __row__(self) -> ShownRow:
        return (
            Shown(_PROGRAM, Text(self.program.say("id"), self.program.say("en"))),
            Shown(_YEAR, str(self.year), apart=True),  # the same families again in the next year
            Shown(_AREA, self.area),
            *self._numbers(),
        )

    def __beneath__(self, language: str) -> tuple[str, ...]:
        return () if self.source is None else (f"{_SOURCE.say(language)}: {self.source.say(language)}",)


def benefit_per_recipient(quota: ProgramQuota, *, per: str | None = None) -> Span[Quantity]:
    """The year's budget divided by those whom it is for: between two whole rupiah where it does not divide.

    Args:
        quota: The quota.
        per: "families" or "people"; needed only where the quota counts both.

    Raises:
        InvalidValueError: The quota counts both and `per` is left out, or is another word; it counts nobody.
        UnknownValueError: The budget, or the number asked for, is not known.

    >>> quota = ProgramQuota(program="BPNT", year=2018, area="Kabupaten Contoh", families=3, budget=10)
    >>> print(benefit_per_recipient(quota))
    Rp3 – Rp4
    """
    return _divided(quota, 1, per)


def benefit_per_month(quota: ProgramQuota, *, months: int, per: str | None = None) -> Span[Quantity]:
    """The year's budget divided by those whom it is for and by the months in which it is paid.

    Args:
        quota: The quota.
        months: In how many months of the year it is paid [months, above zero].
        per: "families" or "people"; needed only where the quota counts both.

    Raises:
        InvalidValueError: As for `benefit_per_recipient`; `months` is zero or no count.
        UnknownValueError: As for `benefit_per_recipient`.

    >>> quota = ProgramQuota(program="BPNT", year=2018, area="Contoh", families=8_163, budget=10_285_380_000)
    >>> benefit_per_month(quota, months=12).minimum
    Quantity(105000, 'IDR')
    """
    return _divided(quota, checks.count(months, "months"), per)


def _divided(quota: ProgramQuota, months: int, per: str | None) -> Span[Quantity]:
    checks.instance(quota, "quota", ProgramQuota)
    field, recipients = _recipients(quota, per)
    if quota.budget is None:
        raise UnknownValueError("unknown_value", field="budget")
    for name, divisor in ((field, recipients), ("months", months)):
        if divisor == 0:
            raise InvalidValueError("zero_denominator", field=name, value=divisor)
    whole, rest = divmod(quota.budget.amount, recipients * months)
    return Span(Quantity(whole, "IDR"), Quantity(whole + (rest > 0), "IDR"))


def _recipients(quota: ProgramQuota, per: str | None) -> tuple[str, int]:
    known = {field: number for field in COUNTED if (number := getattr(quota, field)) is not None}
    if per is None and len(known) == 1:
        return next(iter(known.items()))
    if per is None:
        raise InvalidValueError("ambiguous.quota", field="per")
    checks.choice(per, "per", COUNTED)
    if per not in known:
        raise UnknownValueError("unknown_value", field=per)
    return per, known[per]


@attrs.frozen(kw_only=True)
class QuotaGrowth(Recorded):
    """By how much a quota grew: its families, its people, its budget; None where either year's is not known."""

    families: Percentage | None
    people: Percentage | None
    budget: Percentage | None

    def __attrs_post_init__(self) -> None:
        for field in (*COUNTED, "budget"):
            checks.known_instance(getattr(self, field), field, Percentage)


def growth(before: ProgramQuota, after: ProgramQuota) -> QuotaGrowth:
    """By how much a programme's quota in an area grew from one year to a later one.

    Raises:
        InvalidValueError: Two programmes, or two areas; `after` is not later; something grew from zero.

    >>> before = ProgramQuota(program="PKH", year=2017, area="Contoh", families=2_720)
    >>> after = ProgramQuota(program="PKH", year=2018, area="Contoh", families=4_358)
    >>> growth(before, after).families.rounded()
    Decimal('60.22')
    """
    checks.instance(before, "before", ProgramQuota)
    checks.instance(after, "after", ProgramQuota)
    is_same = {"program": before.program == after.program, "area": same_area(before.area, after.area)}
    for field, is_one in is_same.items():
        if not is_one:
            raise InvalidValueError("not_comparable.quotas", field=field, value=getattr(after, field))
    check_later(before.year, after.year)
    grew: dict[str, Percentage | None] = {}
    for field in (*COUNTED, "budget"):
        first, last = getattr(before, field), getattr(after, field)
        if first is None or last is None:
            grew[field] = None
        else:
            grew[field] = change_of(first, last, before_field=f"before.{field}", after_field=f"after.{field}")
    return QuotaGrowth(**grew)


def coverage(quota: ProgramQuota, eligible: int, *, per: str | None = None) -> Percentage:
    """How many of those who should receive it the quota reaches.

    Args:
        quota: The quota.
        eligible: Those who should receive it [families or people, as the quota counts], above zero.
        per: "families" or "people"; needed only where the quota counts both.

    Raises:
        InvalidValueError: The quota reaches more than there are; nobody is eligible; `per` as for
            `benefit_per_recipient`.
        UnknownValueError: The number asked for, or `eligible`, is not known.

    >>> quota = ProgramQuota(program="BPNT", year=2018, area="Contoh", families=3)
    >>> coverage(quota, eligible=4).rounded()
    Decimal('75.00')
    """
    checks.instance(quota, "quota", ProgramQuota)
    field, recipients = _recipients(quota, per)
    return share_of(recipients, eligible, part_field=field, whole_field="eligible")


def expected_disbursement(
    *,
    families: int | None,
    benefit: Quantity | int,
    first: Period | date | str,
    last: Period | date | str,
) -> Quantity:
    """What a benefit a family a month comes to from a first to a last month, both included.

    `kesos.programs.benefit_owed` computes the same with the rates of a programme's file.

    Args:
        families: How many families receive it; an error where that is not known.
        benefit: What each family receives a month [IDR].
        first: The first month ("2018-05"), or year.
        last: The last month, or year.

    Raises:
        UnknownValueError: How many families is not known.
        InvalidValueError: Not whole months, or the last before the first; no whole rupiah.

    >>> benefit = Quantity(110_000, "IDR")
    >>> expected_disbursement(families=6_800, benefit=benefit, first="2018-05", last="2018-10")
    Quantity(4488000000, 'IDR')
    """
    months = len(whole(window(first, last), "month"))
    return paid(whole_rupiah(benefit, "benefit"), families, months)


__all__ = [
    "COUNTED",
    "ProgramQuota",
    "QuotaGrowth",
    "SubAreas",
    "benefit_per_month",
    "benefit_per_recipient",
    "coverage",
    "expected_disbursement",
    "growth",
]
