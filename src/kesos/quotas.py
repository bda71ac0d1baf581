"""Quotas: how many a programme may reach in a year and an area, for how much, and what follows for each of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

import attrs

from kesos.budgets import rupiah
from kesos.errors import InvalidValueError, UnknownValueError
from kesos.programs import Program
from kesos.values import Citation, Percentage, Quantity, Span, Text, change_of, share_of
from kesos.values import _checks as checks
from kesos.values._shares import check_later

_set = object.__setattr__  # how a frozen class fills its own fields

SubAreas = tuple[tuple[str, int | None], ...]
COUNTED = ("families", "people")


def _program(program: Program | str) -> Program:
    return Program.of(program)


def _budget(budget: Quantity | int | None) -> Quantity | None:
    return None if budget is None else rupiah(budget, "budget")


def _sub_areas(areas: Mapping[str, int | None] | Iterable[tuple[str, int | None]]) -> SubAreas:
    named = cast("Mapping[str, int | None]", areas).items() if isinstance(areas, Mapping) else areas
    pairs = tuple(named)
    read = {checks.text(area, "sub_areas"): checks.known_count(number, f"sub_areas.{area}") for area, number in pairs}
    if len(read) < len(pairs):
        raise InvalidValueError(
            Text("satu bagian wilayah disebut dua kali", "a sub-area is named twice"),
            field="sub_areas",
            value=pairs,
            code="duplicate",
        )
    return tuple(read.items())


@attrs.frozen(kw_only=True)
class ProgramQuota:
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
        InvalidValueError: A value of the wrong type or below zero; neither families nor people; sub-areas that do
            not add up to the whole. A report that prints such is typed as it prints it, and the audit reports it.

    >>> quota = ProgramQuota(program="PKH", year=2017, area="Kabupaten Contoh", families=2_720, budget=5_379_200_000)
    >>> print(benefit_per_recipient(quota))
    Rp1.977.647 – Rp1.977.648
    """

    program: Program = attrs.field(converter=_program)
    year: int
    area: str
    families: int | None = None
    people: int | None = None
    budget: Quantity | None = attrs.field(default=None, converter=_budget)
    sub_areas: SubAreas = attrs.field(default=(), converter=_sub_areas)
    source: Citation | None = None

    def __attrs_post_init__(self) -> None:
        _set(self, "year", checks.count(self.year, "year"))
        checks.text(self.area, "area")
        for field in COUNTED:
            _set(self, field, checks.known_count(getattr(self, field), field))
        if self.families is None and self.people is None:
            raise InvalidValueError(
                Text("tidak ada keluarga maupun jiwa yang dihitung", "neither families nor people are counted"),
                field="families",
                value=None,
                code="nothing_counted",
                hint=Text("Berikan families atau people.", "Give families or people."),
            )
        if self.source is not None:
            checks.instance(self.source, "source", Citation)
        if self.sub_areas:
            self._check_sub_areas()

    def _check_sub_areas(self) -> None:
        whole = self.families if self.families is not None else self.people
        known = [number for _, number in self.sub_areas if number is not None]
        together = sum(known)
        assert whole is not None  # one of the two is given
        if together == whole or (together < whole and len(known) < len(self.sub_areas)):
            return
        raise InvalidValueError(
            Text(
                f"bagian-bagian wilayah berjumlah {together}, bukan {whole}",
                f"the sub-areas add up to {together}, not {whole}",
            ),
            field="sub_areas",
            value=self.sub_areas,
            code="sum_differs",
        )


def benefit_per_recipient(quota: ProgramQuota, *, per: str | None = None) -> Span[Quantity]:
    """The year's budget divided by those whom it is for: between two whole rupiah where it does not divide.

    Args:
        quota: The quota.
        per: "families" or "people"; needed only where the quota counts both.

    Raises:
        InvalidValueError: The quota counts both, or not what is asked for; nobody is counted.
        UnknownValueError: The budget is not known.

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
        InvalidValueError: As `benefit_per_recipient`; `months` is zero or no count.
        UnknownValueError: The budget is not known.

    >>> quota = ProgramQuota(program="BPNT", year=2018, area="Contoh", families=8_163, budget=10_285_380_000)
    >>> benefit_per_month(quota, months=12).minimum
    Quantity(105000, 'IDR')
    """
    return _divided(quota, checks.count(months, "months"), per)


def _divided(quota: ProgramQuota, months: int, per: str | None) -> Span[Quantity]:
    checks.instance(quota, "quota", ProgramQuota)
    field, recipients = _recipients(quota, per)
    if quota.budget is None:
        raise UnknownValueError(
            Text("anggaran tidak diketahui", "the budget is not known"),
            field="budget",
            value=None,
            hint=Text("Yang tidak diketahui bukan nol.", "Unknown is not zero."),
        )
    for name, divisor in ((field, recipients), ("months", months)):
        if divisor == 0:
            raise InvalidValueError(
                Text("nol tidak dapat menjadi pembagi", "nothing is divided among none"),
                field=name,
                value=divisor,
                code="zero_denominator",
            )
    whole, rest = divmod(quota.budget.amount, recipients * months)
    return Span(Quantity(whole, "IDR"), Quantity(whole + (rest > 0), "IDR"))


def _recipients(quota: ProgramQuota, per: str | None) -> tuple[str, int]:
    known = {field: number for field in COUNTED if (number := getattr(quota, field)) is not None}
    if per is None and len(known) == 1:
        return next(iter(known.items()))
    if per is None:
        raise InvalidValueError(
            Text("kuota ini menghitung keluarga dan jiwa", "this quota counts families and people"),
            field="per",
            value=per,
            code="ambiguous",
            hint=Text('Berikan per="families" atau per="people".', 'Give per="families" or per="people".'),
        )
    checks.choice(per, "per", COUNTED)
    if per not in known:
        raise UnknownValueError(
            Text(f"{per} pada kuota ini tidak diketahui", f"the quota's {per} are not known"), field=per, value=None
        )
    return per, known[per]


@attrs.frozen(kw_only=True)
class QuotaGrowth:
    """By how much a quota grew: its families, its people, its budget; None where either year's is not known."""

    families: Percentage | None
    people: Percentage | None
    budget: Percentage | None


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
    problem = Text("kedua kuota bukan satu program di satu wilayah", "the two are not one programme in one area")
    check_later(before, after, ("program", "area"), problem)
    grew: dict[str, Percentage | None] = {}
    for field in (*COUNTED, "budget"):
        first, last = getattr(before, field), getattr(after, field)
        known = first is not None and last is not None
        grew[field] = (
            change_of(first, last, before_field=f"before.{field}", after_field=f"after.{field}") if known else None
        )
    return QuotaGrowth(**grew)


def coverage(quota: ProgramQuota, eligible: int, *, per: str | None = None) -> Percentage:
    """How many of those who should receive it the quota reaches.

    Args:
        quota: The quota.
        eligible: Those who should receive it [families or people, as the quota counts], above zero.
        per: "families" or "people"; needed only where the quota counts both.

    Raises:
        InvalidValueError: The quota reaches more than there are; nobody is eligible.

    >>> quota = ProgramQuota(program="BPNT", year=2018, area="Contoh", families=3)
    >>> coverage(quota, eligible=4).rounded()
    Decimal('75.00')
    """
    checks.instance(quota, "quota", ProgramQuota)
    field, recipients = _recipients(quota, per)
    return share_of(recipients, eligible, part_field=field, whole_field="eligible")
