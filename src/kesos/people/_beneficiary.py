"""One person, as far as a rule needs to know them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, ClassVar, get_args

import attrs
from attrs.converters import optional

from kesos import _checks as checks
from kesos._ages import ANY_AGE, LIMITS, OLDEST, Ages, Fact, both, limits_of, limits_on
from kesos._traits import Schooling, Sex
from kesos.categories import Pmks
from kesos.errors import InvalidValueError
from kesos.people._personal import (
    CATEGORIES,
    REFERENCE,
    REGISTERED_UNDER,
    Personal,
    ask,
    categories_of,
    check_known,
    keys_of,
    plain_fact,
    private_count,
    private_day,
    private_text,
    quiet,
    reference_of,
    wanted_fields,
)
from kesos.values import Reading, whole_years
from kesos.values._days import plain_date
from kesos.values._tabulated import Shown, ShownRow
from kesos.words import REDACTED

MATERNAL = ("pregnant", "postpartum", "breastfeeding")
_PERSON_FLAGS = (*MATERNAL, "basic_education_finished", "elderly", "disability", "severe_disability")
_PERSON_WORDS = {"sex": get_args(Sex), "schooling": get_args(Schooling)}
_LIMITED = (*MATERNAL, "elderly", "schooling", "basic_education_finished")
"""The fields with a value that not every age allows, besides the categories."""
MEMBER_FACTS: Mapping[str, tuple[bool | str, ...]] = {
    **_PERSON_WORDS,
    **dict.fromkeys(_PERSON_FLAGS, (True, False)),
    "categories": CATEGORIES,
}
"""The fields of a person that a rule may ask for, and all that each can say."""
SAID_BY_CATEGORY = (
    ("elderly", Pmks.LANJUT_USIA_TELANTAR),
    ("disability", Pmks.PENYANDANG_DISABILITAS),
    ("disability", Pmks.ANAK_DENGAN_KEDISABILITASAN),
)
"""What a category says of whoever is registered under it."""


def _birth_date(value: date | str) -> date:
    return private_day(value, "birth_date")


def _age(value: int) -> int:
    return private_count(value, "age")


@attrs.frozen(kw_only=True, repr=False, field_transformer=quiet)
class Beneficiary(Personal):
    """One person, as far as a rule needs to know them; whatever is left out is not known.

    Args:
        reference: Your own short code for them, which may be shown: a single word, or one with a digit in it; never a
            name or a NIK.
        name: Never shown unless asked for.
        sex: "female" or "male".
        birth_date: A date or ISO 8601 text; never shown unless asked for.
        age: Completed years on the day that is asked about, where no birth date is known. It goes stale: give the
            birth date where you can. Not both.
        pregnant: Expecting a child.
        postpartum: Has just given birth (nifas).
        breastfeeding: Nurses a child.
        schooling: The school they go to: "none" (to none, not yet or not any more), "preschool", "primary" (SD),
            "junior" (SMP) or "senior" (SMA).
        basic_education_finished: Has finished basic education (SD and SMP).
        elderly: Counts as elderly (lanjut usia) with the office, which nobody does below 60 (UU 13/1998).
        disability: Lives with a disability.
        severe_disability: It is one that the office calls severe (berat).
        categories: The ministry's categories that the office registers the person under: all of them, or None.

    Raises:
        InvalidValueError: A value of the wrong kind, or two that contradict each other, such as an age of four and
            senior school; nothing personal is in it. What a birth date contradicts is refused where a day is given.

    >>> child = Beneficiary(name="Budi", birth_date="2011-11-20", schooling="none")
    >>> child.age(on="2017-06-01")
    5
    >>> print(child)
    Beneficiary(<redacted>)
    """

    PERSONAL: ClassVar[tuple[str, ...]] = ("name", "birth_date")
    """What `to_dict` leaves out unless `personal=` asks for it."""

    reference: str | None = None
    name: str | None = None
    sex: Sex | None = attrs.field(default=None, metadata=ask("jenis kelamin", "sex"))
    birth_date: date | None = attrs.field(
        default=None, converter=optional(_birth_date), metadata=ask("tanggal lahir atau umur", "birth date or age")
    )
    stated_age: int | None = attrs.field(default=None, alias="age", converter=optional(_age))
    pregnant: bool | None = attrs.field(default=None, metadata=ask("apakah hamil", "whether pregnant"))
    postpartum: bool | None = attrs.field(
        default=None, metadata=ask("apakah dalam masa nifas", "whether she has just given birth")
    )
    breastfeeding: bool | None = attrs.field(default=None, metadata=ask("apakah menyusui", "whether breastfeeding"))
    schooling: Schooling | None = attrs.field(default=None, metadata=ask("jenjang sekolah", "schooling"))
    basic_education_finished: bool | None = attrs.field(
        default=None, metadata=ask("apakah pendidikan dasar selesai", "whether basic education is finished")
    )
    elderly: bool | None = attrs.field(default=None, metadata=ask("apakah lanjut usia", "whether elderly"))
    disability: bool | None = None
    severe_disability: bool | None = attrs.field(
        default=None, metadata=ask("apakah disabilitasnya berat", "whether the disability is severe")
    )
    categories: tuple[Pmks, ...] | None = attrs.field(
        default=None, converter=optional(categories_of), metadata=REGISTERED_UNDER
    )

    def __attrs_post_init__(self) -> None:
        checks.settle(self, reference_of, "reference")
        if self.name is not None:
            checks.settle(self, private_text, "name")
        check_known(self, _PERSON_FLAGS, _PERSON_WORDS)
        self._check_age()
        if self.sex == "male":
            for field in MATERNAL:
                if getattr(self, field):
                    raise InvalidValueError("contradiction.sex", field=field, value=REDACTED)
        if self.severe_disability and self.disability is False:
            raise InvalidValueError("contradiction.disability", field="severe_disability", value=REDACTED)
        for field, category in SAID_BY_CATEGORY:
            if getattr(self, field) is False and category in (self.categories or ()):
                raise InvalidValueError("contradiction.categories", field=field, value=REDACTED)
        self._check_what_an_age_allows()

    def _check_age(self) -> None:
        age = self.stated_age
        if age is None:
            return
        if age > OLDEST:
            raise InvalidValueError("count_too_large.age", field="age", value=REDACTED, most=OLDEST)
        if self.birth_date is not None:
            raise InvalidValueError("two_ages", field="age", value=REDACTED)

    def _facts(self) -> tuple[Fact, ...]:
        """All that is said of the person and that not every age allows."""
        return (
            *((field, getattr(self, field)) for field in _LIMITED),
            *(("categories", category) for category in self.categories or ()),
        )

    def _check_what_an_age_allows(self) -> None:
        ages: Ages = ANY_AGE if self.stated_age is None else (self.stated_age, self.stated_age)
        for fact in self._facts():
            limit = LIMITS.get(fact)
            if limit is None:
                continue
            ages = both(ages, (limit.least, limit.most))
            if ages[0] > ages[1]:
                field = fact[0]
                raise InvalidValueError("contradiction.age", field=field, value=REDACTED, such=limits_on(field))

    def possible_ages(self, on: date | str) -> Ages:
        """The first and the last age that the person can have on a day, by all that is known.

        >>> Beneficiary(elderly=True).possible_ages("2017-06-01")[0]
        60
        """
        age = self.age(on)
        if age is not None:
            return age, age
        ages = ANY_AGE
        for limit in limits_of(self._facts()):
            ages = both(ages, (limit.least, limit.most))
        return ages

    def limit_passed(self, field: str, value: object, on: date | str) -> Reading | None:
        """The limit that rules something out at every age that the person can have on a day; None where none does.

        >>> Beneficiary(age=4).limit_passed("schooling", "senior", "2017-06-01").read_as
        '10 tahun ke atas'
        """
        limit = LIMITS.get((field, value)) if isinstance(field, str) and isinstance(value, (str, bool, Pmks)) else None
        if limit is None:
            return None
        youngest, oldest = self.possible_ages(on)
        return limit.reading if oldest < limit.least or youngest > limit.most else None

    @property
    def age_limits(self) -> tuple[Reading, ...]:
        """The limits that what is said of the person sets to their age.

        >>> [limit.read_as for limit in Beneficiary(elderly=True).age_limits]
        ['60 tahun ke atas']
        """
        return tuple(limit.reading for limit in limits_of(self._facts()))

    def age(self, on: date | str) -> int | None:
        """Completed years on a day; None where neither a birth date nor an age is known.

        Somebody born on 29 February completes a year on 1 March where the year has no such day.

        Args:
            on: The day asked about.

        Raises:
            InvalidValueError: They are born after that day.
        """
        day = plain_date(on, "on")
        if self.birth_date is None:
            return self.stated_age
        if self.birth_date > day:
            raise InvalidValueError("born_later", field="birth_date", value=REDACTED, day=day)
        return whole_years(self.birth_date, day)

    def without_identity(self, on: date | str) -> Beneficiary:
        """The same person without name and birth date: the age on that day stands in for it.

        Raises:
            InvalidValueError: They are born after that day, or their age contradicts what is said of them.

        >>> Beneficiary(name="Budi", birth_date="2011-11-20").without_identity("2017-06-01").stated_age
        5
        """
        return attrs.evolve(self, name=None, birth_date=None, age=self.age(on))

    def to_dict(self, *, personal: bool | Iterable[str] = False) -> dict[str, Any]:
        """Plain values for JSON or a table; None where something is not known.

        Args:
            personal: Which personal fields to add, by name ("name", "birth_date"); True for all of them.

        >>> Beneficiary(name="Budi", sex="male").to_dict(personal=["name"])["name"]
        'Budi'
        """
        wanted = wanted_fields(personal, self.PERSONAL)
        return {
            key: plain_fact(getattr(self, name))
            for key, name in keys_of(Beneficiary).items()
            if key not in self.PERSONAL or key in wanted
        }

    def __plain__(self) -> dict[str, Any]:
        """What a record or a rule file may hold of it."""
        return self.to_dict()

    def __row__(self) -> ShownRow:
        return (Shown(REFERENCE, self.reference),)

    def __repr__(self) -> str:
        return f"Beneficiary({REDACTED})" if self.reference is None else f"Beneficiary(reference={self.reference!r})"
