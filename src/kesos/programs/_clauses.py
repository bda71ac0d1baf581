"""A programme's clauses: what is asked of the household or of one in it, in which words, and how a file holds them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, ClassVar, Literal, Self, cast

import attrs

from kesos import _checks as checks
from kesos._ages import OLDEST
from kesos.errors import InvalidValueError
from kesos.people import Beneficiary, Household
from kesos.programs._asks import AllOf, AnyOf, Asks, Test, check_asked
from kesos.records import WRITTEN_AS, Plain, Recorded, Tally, to_plain
from kesos.values import Citation, Need, Reading, Text, Truth, all_of
from kesos.values._days import plain_date

Holder = Literal["household", "member", "nobody"]
MemberTest = Callable[[Beneficiary, date], Truth]
HouseholdTest = Callable[[Household, date], Truth]


def _readings(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    return checks.items(readings, "readings", Reading)


def _ages(ages: tuple[int, int] | None) -> tuple[int, int] | None:
    if ages is None:
        return None
    sound = isinstance(ages, tuple | list) and len(ages) == 2 and all(type(age) is int for age in ages)
    if not sound or not 0 <= ages[0] <= ages[1] <= OLDEST:
        raise InvalidValueError("bad_ages", field="ages", value=ages, most=OLDEST)
    return ages[0], ages[1]


@attrs.frozen(kw_only=True)
class WrittenAges(Recorded):
    """From which to which age, in completed years, both included."""

    from_: Tally = attrs.field(metadata={WRITTEN_AS: "from"})
    to: Tally = OLDEST


@attrs.frozen(kw_only=True)
class WrittenClause(Recorded):
    """A clause as a file holds it: `field` with `is`, `any`, or `all`; of members also `ages`, which may be alone."""

    code: str
    text: Text
    of: Holder
    ages: WrittenAges | None = None
    field: str | None = None
    is_: bool | str | tuple[str, ...] | None = attrs.field(default=None, metadata={WRITTEN_AS: "is"})
    because: Text | None = None
    any: tuple[Asks | AllOf, ...] = ()
    all: tuple[Asks, ...] = ()
    citation: Citation
    readings: tuple[Reading, ...] = ()

    def test(self) -> Test | None:
        """What is asked besides the ages."""
        asked = (self.field is not None or self.is_ is not None, bool(self.any), bool(self.all))
        if sum(asked) > 1 or not (sum(asked) or self.ages):
            raise InvalidValueError("asks_nothing", value=self.code, clause=self.code)
        if self.because is not None and not asked[0]:
            raise InvalidValueError("because_of_several", field="because", value=self.code)
        if self.any:
            return AnyOf(any=self.any)
        if self.all:
            return AllOf(all=self.all)
        if self.field is None and self.is_ is None:
            return None
        for name, value in (("field", self.field), ("is", self.is_)):
            if value is None:
                raise InvalidValueError("missing", field=name, value=value)
        return Asks(field=self.field or "", is_=() if self.is_ is None else self.is_, because=self.because)


@attrs.frozen(kw_only=True)
class Clause(Recorded):
    """What every clause has; it is a `HouseholdClause`, a `MemberClause` or a `NobodyClause`.

    Args:
        code: A stable word for it; it becomes the code of a ground.
        text: What the source asks, in both languages.
        citation: Where the source says so.
        readings: How we read words of it, where we had to.
    """

    __written__: ClassVar[type] = WrittenClause
    OF: ClassVar[Holder] = "household"

    code: str
    text: Text
    citation: Citation
    readings: tuple[Reading, ...] = attrs.field(default=(), converter=_readings)

    def __attrs_post_init__(self) -> None:
        checks.slug(self.code, "code")
        checks.instance(self.text, "text", Text)
        checks.instance(self.citation, "citation", Citation)
        test: Any = getattr(self, "test", None)
        if isinstance(test, Test):
            check_asked(test, "household" if self.OF == "household" else "member")
        elif not (callable(test) or (test is None and self.OF != "household")):
            raise InvalidValueError("wrong_type.test", field="test", value=test)

    def __plain__(self) -> Plain:
        test: Any = getattr(self, "test", None)
        ages: tuple[int, int] | None = getattr(self, "ages", None)
        asked: dict[str, Any] = {}
        if isinstance(test, Asks):
            asked = {"field": test.field, "is_": test.is_, "because": test.because}
        elif isinstance(test, AnyOf):
            asked = {"any": test.any}
        elif isinstance(test, AllOf):
            asked = {"all": test.all}
        elif test is not None:
            raise InvalidValueError("function_in_a_file", field="test", value=self.code, clause=self.code)
        written = WrittenClause(
            code=self.code,
            text=self.text,
            of=self.OF,
            ages=None if ages is None else WrittenAges(from_=ages[0], to=ages[1]),
            citation=self.citation,
            readings=self.readings,
            **asked,
        )
        plain: Plain = to_plain(written)
        return plain

    @classmethod
    def __of_written__(cls, written: WrittenClause) -> Clause:
        test = written.test()
        own: dict[str, Any] = {name: getattr(written, name) for name in ("code", "text", "citation", "readings")}
        if written.of == "household":
            if written.ages is not None:
                raise InvalidValueError("ages_of_a_household", field="ages", value=written.code)
            return HouseholdClause(test=cast(Test, test), **own)  # without ages it asks something
        ages = None if written.ages is None else (written.ages.from_, written.ages.to)
        of_members = MemberClause if written.of == "member" else NobodyClause
        return of_members(ages=ages, test=test, **own)

    @classmethod
    def from_dict(cls, values: Any) -> Self:
        """What `to_dict` gave, as a clause again."""
        clause: Self = super().from_dict(values)
        return checks.instance(clause, "of", cls)


@attrs.frozen(kw_only=True)
class HouseholdClause(Clause):
    """A clause about the household as a whole.

    Args:
        code: A stable word for it; it becomes the code of a ground.
        text: What the source asks, in both languages.
        test: Says whether it holds on a day: `Asks`, `AnyOf` or `AllOf`, or a function of your own, which no file can
            hold and which must not show anything personal in `because`.
        citation: Where the source says so.
        readings: How we read words of it, where we had to.
    """

    test: HouseholdTest

    def holds(self, household: Household, on: date) -> Truth:
        """Whether a household meets it on a day."""
        whole = checks.instance(household, "household", Household)
        return checks.instance(self.test(whole, plain_date(on, "on")), "test", Truth)


@attrs.frozen(kw_only=True)
class MemberClause(Clause):
    """A clause that one member of the household has to meet.

    Args:
        code: A stable word for it; it becomes the code of a ground.
        text: What the source asks, in both languages.
        citation: Where the source says so.
        ages: The first and the last age in completed years, both included; None where the source names none.
        test: What is asked besides the age: `Asks`, `AnyOf` or `AllOf`, or a function of your own.
        readings: How we read words of it, where we had to.
    """

    OF: ClassVar[Holder] = "member"

    ages: tuple[int, int] | None = attrs.field(default=None, converter=_ages)
    test: MemberTest | None = None

    def holds_for(self, member: Beneficiary, on: date) -> Truth:
        """Whether one person meets it on a day."""
        checks.instance(member, "member", Beneficiary)
        parts: list[Truth] = []
        if self.ages is not None:
            parts.append(_aged(member, self.ages, on))
        if self.test is not None:
            parts.append(checks.instance(self.test(member, on), "test", Truth))
        return all_of(parts)


@attrs.frozen(kw_only=True)
class NobodyClause(MemberClause):
    """A clause that no member of the household may meet; as long as all of them are not known, neither is it.

    Args:
        code: A stable word for it; it becomes the code of a ground.
        text: What the source asks, in both languages.
        citation: Where the source says so.
        ages: The first and the last age in completed years, both included; None where the source names none.
        test: What is asked besides the age: `Asks`, `AnyOf` or `AllOf`, or a function of your own.
        readings: How we read words of it, where we had to.
    """

    OF: ClassVar[Holder] = "nobody"


ProgramClause = HouseholdClause | MemberClause


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


__all__ = ["Clause", "HouseholdClause", "HouseholdTest", "MemberClause", "MemberTest", "NobodyClause", "ProgramClause"]
