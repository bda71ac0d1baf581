"""A programme's rule as data: what is required, what counts as a ground, and the words of the source for each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

import attrs

from kesos import _checks as checks
from kesos.errors import InvalidValueError
from kesos.people import Beneficiary, Household
from kesos.programs._program import Program
from kesos.values import Citation, Need, Reading, Text, Truth, all_of, known

MemberTest = Callable[[Beneficiary, date], Truth]
HouseholdTest = Callable[[Household, date], Truth]


def _readings(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    return tuple(readings)


@attrs.frozen(kw_only=True)
class HouseholdClause:
    """A clause about the household as a whole.

    Args:
        code: A stable word for it; it becomes the code of a ground.
        text: What the source asks, in both languages.
        test: Says whether it holds on a day; it must not show anything personal in `because`.
        citation: Where the source says so.
        readings: How we read words of it, where we had to.
    """

    code: str
    text: Text
    test: HouseholdTest
    citation: Citation
    readings: tuple[Reading, ...] = attrs.field(default=(), converter=_readings)

    def __attrs_post_init__(self) -> None:
        _check_clause(self)


@attrs.frozen(kw_only=True)
class MemberClause:
    """A clause that one member of the household has to meet.

    Args:
        code: A stable word for it; it becomes the code of a ground.
        text: What the source asks, in both languages.
        citation: Where the source says so.
        ages: The first and the last age in completed years, both included; None where the source names none.
        test: What is asked besides the age.
        readings: How we read words of it, where we had to.
    """

    code: str
    text: Text
    citation: Citation
    ages: tuple[int, int] | None = None
    test: MemberTest | None = None
    readings: tuple[Reading, ...] = attrs.field(default=(), converter=_readings)

    def __attrs_post_init__(self) -> None:
        _check_clause(self)

    def holds_for(self, member: Beneficiary, on: date) -> Truth:
        """Whether one person meets it on a day."""
        parts: list[Truth] = []
        if self.ages is not None:
            parts.append(_aged(member, self.ages, on))
        if self.test is not None:
            parts.append(self.test(member, on))
        return all_of(parts)


ProgramClause = HouseholdClause | MemberClause


def _check_clause(clause: ProgramClause) -> None:
    checks.slug(clause.code, "code")
    checks.instance(clause.text, "text", Text)
    checks.instance(clause.citation, "citation", Citation)


def _household_clauses(clauses: Iterable[HouseholdClause]) -> tuple[HouseholdClause, ...]:
    return tuple(clauses)


def _clauses(clauses: Iterable[ProgramClause]) -> tuple[ProgramClause, ...]:
    return tuple(clauses)


@attrs.frozen(kw_only=True)
class ProgramRule:
    """Whom a programme is for: every requirement has to hold, and at least one of the grounds.

    Args:
        program: The programme.
        requires: What has to hold of the household.
        grounds: Of these, one is enough.
    """

    program: Program
    requires: tuple[HouseholdClause, ...] = attrs.field(default=(), converter=_household_clauses)
    grounds: tuple[ProgramClause, ...] = attrs.field(converter=_clauses)

    def __attrs_post_init__(self) -> None:
        checks.instance(self.program, "program", Program)
        checks.items(self.requires, "requires", HouseholdClause)
        for ground in self.grounds:
            if not isinstance(ground, MemberClause):
                checks.instance(ground, "grounds", HouseholdClause)
        codes = [clause.code for clause in (*self.requires, *self.grounds)]
        if not self.grounds or len(set(codes)) < len(codes):
            raise InvalidValueError("bad_rule", field="grounds", value=tuple(codes))


def _aged(member: Beneficiary, ages: tuple[int, int], on: date) -> Truth:
    youngest, oldest = member.possible_ages(on)
    age = member.age(on)
    readings = () if age is not None else member.age_limits
    if oldest < ages[0] or youngest > ages[1]:
        return Truth(False, needs=(Need("birth_date", ages=ages),), readings=readings)
    if ages[0] <= youngest and oldest <= ages[1]:
        because = None if age is None else Text(f"berumur {age} tahun", f"{age} years old")
        return Truth(True, (), because, readings=readings)
    return Truth(None, ("birth_date",), readings=readings)


def stated(member: Beneficiary, field: str, on: date, because: Text) -> Truth:
    """Whether something is said of a person that not every age allows; nobody is asked whom their age rules out.

    >>> stated(Beneficiary(age=5), "pregnant", date(2017, 6, 1), Text("sedang hamil", "pregnant")).holds
    False
    """
    value = getattr(member, field)
    if value is not None:
        return known(value, field, because, needed=(True,))
    limit = member.limit_passed(field, True, on)
    if limit is not None:
        return Truth(False, needs=(Need(field, (True,)),), readings=(limit,))
    return Truth(None, (field,) if member.age(on) is not None else ("birth_date", field))
