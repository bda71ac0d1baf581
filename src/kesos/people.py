"""People and households: only what a rule asks for, all of it optional, and nothing of it shown by accident.

What is not known is None and stays None. A name, a birth date or anything else about a person does not appear in
`repr`, `str`, a log, an error or an export unless it is asked for by name. A pickle, `copy` and `attrs.asdict` hold
everything, since they must; keep such files as you keep the list itself.
"""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from typing import Any, ClassVar, Literal, Self, TypeVar, cast, get_args

import attrs
from attrs.converters import optional

from kesos import _checks as checks
from kesos._ages import ANY_AGE, LIMITS, OLDEST, Ages, Fact, both, limits_of, limits_on
from kesos._checks import fill_field
from kesos._traits import Schooling, Sex
from kesos.categories import Pmks, Psks
from kesos.errors import InvalidValueError, KesosError, RecordError
from kesos.records import Before, Reader, Recorded, as_json
from kesos.values import Reading, Text, whole_years
from kesos.values._days import plain_date
from kesos.values._showing import Rowed
from kesos.values._tabulated import Shown, ShownRow
from kesos.words import REDACTED, hint

__all__ = ["Beneficiary", "HouseDamage", "Household", "Livelihood", "Pmks", "Psks", "Schooling", "Setting", "Sex"]

Livelihood = Literal["none", "insufficient", "sufficient"]
Setting = Literal["rural", "urban", "coastal"]
HouseDamage = Literal["none", "light", "heavy"]

MATERNAL = ("pregnant", "postpartum", "breastfeeding")
_PERSON_FLAGS = (*MATERNAL, "basic_education_finished", "elderly", "disability", "severe_disability")
_PERSON_WORDS = {"sex": get_args(Sex), "schooling": get_args(Schooling)}
_LIMITED = (*MATERNAL, "elderly", "schooling", "basic_education_finished")
"""The fields with a value that not every age allows, besides the categories."""
_HOUSEHOLD_FLAGS = ("very_poor", "poor", "income_lost", "clothing_need", "kitchen_need")
_HOUSEHOLD_WORDS = {"livelihood": get_args(Livelihood), "setting": get_args(Setting), "damage": get_args(HouseDamage)}
_CATEGORIES = tuple(category.name for category in Pmks)
MEMBER_FACTS: Mapping[str, tuple[bool | str, ...]] = {
    **_PERSON_WORDS,
    **dict.fromkeys(_PERSON_FLAGS, (True, False)),
    "categories": _CATEGORIES,
}
"""The fields of a person that a rule may ask for, and all that each can say."""
HOUSEHOLD_FACTS: Mapping[str, tuple[bool | str, ...]] = {
    **_HOUSEHOLD_WORDS,
    **dict.fromkeys(_HOUSEHOLD_FLAGS, (True, False)),
    "categories": _CATEGORIES,
}
"""The same of a household."""
SAID_BY_CATEGORY = (
    ("elderly", Pmks.LANJUT_USIA_TELANTAR),
    ("disability", Pmks.PENYANDANG_DISABILITAS),
    ("disability", Pmks.ANAK_DENGAN_KEDISABILITASAN),
)


def _quiet(kind: type[Any], fields: list[attrs.Attribute[Any]]) -> list[attrs.Attribute[Any]]:
    """Printers that look into attrs classes by themselves, such as rich, show a field only where `repr` is set."""
    return [field.evolve(repr=field.name == "reference") for field in fields]


def _ask(indonesian: str, english: str) -> dict[str, Text]:
    """The words that an office would use to ask for a field."""
    return {"ask": Text(indonesian, english)}


_REGISTERED_UNDER = _ask("kategori PMKS yang dicatat petugas", "the PMKS categories that the office registers")

_choice = checks.private(checks.choice)  # what these refuse with holds nothing of a person
_category = checks.private(Pmks.of)
_count = checks.private(checks.count)
_day = checks.private(plain_date)
_flag = checks.private(checks.flag)
_known_flag = checks.private(checks.known_flag)
_instance = checks.private(checks.instance)
_items = checks.private(checks.items)
_mapping = checks.private(checks.mapping)
_text = checks.private(checks.text)


def _birth_date(value: date | str) -> date:
    return _day(value, "birth_date")


def _age(value: int) -> int:
    return _count(value, "age")


def _categories(value: Iterable[Pmks | str] | Pmks | str) -> tuple[Pmks, ...]:
    given = (value,) if isinstance(value, Pmks | str) else _items(value, "categories")
    found = {_category(category, "categories") for category in given}
    return tuple(sorted(found, key=lambda category: category.number))


def _members(value: Iterable[Beneficiary]) -> tuple[Beneficiary, ...]:
    return _items(value, "members")


def _check_known(holder: object, flags: tuple[str, ...], choices: Mapping[str, tuple[str, ...]]) -> None:
    """Checks those of the fields that are known, which are few of the many."""
    for field in flags:
        value = getattr(holder, field)
        if value is not None:
            _known_flag(value, field)
    for field, words in choices.items():
        value = getattr(holder, field)
        if value is not None:
            fill_field(holder, field, _code(value, field, words))


def _code(value: object, field: str, words: tuple[str, ...]) -> str:
    """The code of a word; who writes another is told the codes with what they mean."""
    try:
        return _choice(value, field, words)
    except InvalidValueError as error:
        said = ((word, say_value(field, word, "id")) for word in words)
        known = tuple(Text(f"{word} ({meaning})", word) for word, meaning in said)
        raise error.with_hint(hint("known", known=known)) from None


def _reference(value: object, field: str) -> str | None:
    """A reference may be shown, so it must not be a number that finds a person in the civil registry."""
    return None if value is None else checks.reference(value, field)


P = TypeVar("P", bound="_Personal")


def read_personal(kind: type[P], values: object, path: str = "") -> P:
    """A person or a household of plain values that stand at a path; no fault tells what was given."""
    before: dict[type, Before] = {each: partial(_known_keys, each) for each in (Beneficiary, Household)}
    reader = Reader(before)
    value = reader.read(kind, values, path)
    if reader.faults:
        faults = tuple(each if each.field else each.at("record") for each in reader.faults)
        raise RecordError("record.not_a", faults=faults, kind=kind.__name__).redacted()
    return cast(P, value)


_KEPT_BACK = Text(
    "Keterangan tentang orangnya tidak ditampilkan di sini.", "What is known of the people is not shown here."
)
_REFERENCE = Text("Kode", "Reference")
_SIZE = Text("Jiwa", "People")


class _Personal(Rowed, Recorded):
    """A value about people: it travels without what says who they are, unless that is asked for by name."""

    __slots__ = ()

    def __beneath__(self, language: str) -> tuple[str, ...]:
        return (_KEPT_BACK.say(language),)

    @abstractmethod
    def to_dict(self, *, personal: bool | Iterable[str] = False) -> dict[str, Any]:
        """Plain values for JSON or a table."""

    def to_json(self, *, personal: bool | Iterable[str] = False, indent: int | None = None) -> str:
        """What `to_dict` gives as JSON text."""
        return as_json(self.to_dict(personal=personal), indent)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """What `to_dict` gave, as a value again.

        Raises:
            RecordError: It is none; every fault has its path, and none tells what was given.

        >>> family = Household(members=[Beneficiary(name="Siti")], poor=True)
        >>> Household.from_dict(family.to_dict(personal=True)) == family
        True
        """
        return read_personal(cls, values)

    @classmethod
    def from_json(cls, text: Mapping[str, Any] | str | bytes) -> Self:
        """What `to_json` gave, as a value again.

        Raises:
            RecordError: It is not JSON, or not such a value; none of its faults tells what was given.
        """
        try:
            return super().from_json(text)
        except RecordError as error:
            refused = error.redacted()
        raise refused  # out here it does not carry the first error along as its context


@attrs.frozen(kw_only=True, repr=False, field_transformer=_quiet)
class Beneficiary(_Personal):
    """One person, as far as a rule needs to know them; whatever is left out is not known.

    Args:
        reference: Your own short name for them, which may be shown; never a NIK.
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
    """What `to_dict` leaves out unless it is asked for by name."""

    reference: str | None = None
    name: str | None = None
    sex: Sex | None = attrs.field(default=None, metadata=_ask("jenis kelamin", "sex"))
    birth_date: date | None = attrs.field(
        default=None, converter=optional(_birth_date), metadata=_ask("tanggal lahir atau umur", "birth date or age")
    )
    stated_age: int | None = attrs.field(default=None, alias="age", converter=optional(_age))
    pregnant: bool | None = attrs.field(default=None, metadata=_ask("apakah hamil", "whether pregnant"))
    postpartum: bool | None = attrs.field(
        default=None, metadata=_ask("apakah dalam masa nifas", "whether she has just given birth")
    )
    breastfeeding: bool | None = attrs.field(default=None, metadata=_ask("apakah menyusui", "whether breastfeeding"))
    schooling: Schooling | None = attrs.field(default=None, metadata=_ask("jenjang sekolah", "schooling"))
    basic_education_finished: bool | None = attrs.field(
        default=None, metadata=_ask("apakah pendidikan dasar selesai", "whether basic education is finished")
    )
    elderly: bool | None = attrs.field(default=None, metadata=_ask("apakah lanjut usia", "whether elderly"))
    disability: bool | None = None
    severe_disability: bool | None = attrs.field(
        default=None, metadata=_ask("apakah disabilitasnya berat", "whether the disability is severe")
    )
    categories: tuple[Pmks, ...] | None = attrs.field(
        default=None, converter=optional(_categories), metadata=_REGISTERED_UNDER
    )

    def __attrs_post_init__(self) -> None:
        checks.settle(self, _reference, "reference")
        if self.name is not None:
            checks.settle(self, _text, "name")
        _check_known(self, _PERSON_FLAGS, _PERSON_WORDS)
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
        wanted = _wanted(personal, self.PERSONAL)
        return {
            key: _plain(getattr(self, name))
            for key, name in _keys(Beneficiary).items()
            if key not in self.PERSONAL or key in wanted
        }

    def __plain__(self) -> dict[str, Any]:
        """What a record or a rule file may hold of it."""
        return self.to_dict()

    def __row__(self) -> ShownRow:
        return (Shown(_REFERENCE, self.reference),)

    def __repr__(self) -> str:
        return f"Beneficiary({REDACTED})" if self.reference is None else f"Beneficiary(reference={self.reference!r})"


@attrs.frozen(kw_only=True, repr=False, field_transformer=_quiet)
class Household(_Personal):
    """A household, as far as it is known; whatever is left out is not known.

    Args:
        members: Those who belong to it; None where nobody knows. An empty list is refused: a household has people.
        members_complete: The list names all of them; False where there may be more.
        reference: Your own short name for it, which may be shown; never the number of a family card.
        very_poor: Counts as a very poor household (RTSM) with the office.
        poor: Counts as poor (miskin) with the office.
        livelihood: "none", "insufficient" for basic needs, or "sufficient".
        income_lost: Income has fallen or stopped for a time, as by a disaster or by losing work.
        setting: Where it lives: "rural", "urban" or "coastal".
        damage: What a disaster did to its house: "none", "light" or "heavy".
        clothing_need: An officer judged that it cannot clothe itself and is in great need (tidak mampu dan sangat
            membutuhkan).
        kitchen_need: An officer judged that it can neither provide nor prepare its own meals (tidak mampu memenuhi dan
            melakukan kegiatan pemenuhan makanan secara mandiri).
        categories: The ministry's categories that the office registers the household under: all of them, or None.

    Raises:
        InvalidValueError: A value of the wrong kind, or two that contradict each other; nothing personal is in it.

    >>> family = Household(reference="f1", members=[Beneficiary(name="Siti", sex="female")], very_poor=True)
    >>> family.size, family.is_poor
    (1, True)
    >>> print(family)
    Household(reference='f1', size=1)
    """

    members: tuple[Beneficiary, ...] | None = attrs.field(
        default=None,
        converter=optional(_members),
        metadata=_ask("anggota rumah tangga selengkapnya", "all members of the household"),
    )
    members_complete: bool = True
    reference: str | None = None
    very_poor: bool | None = attrs.field(
        default=None, metadata=_ask("apakah sangat miskin (RTSM)", "whether it is very poor (RTSM)")
    )
    poor: bool | None = attrs.field(default=None, metadata=_ask("apakah miskin", "whether it is poor"))
    livelihood: Livelihood | None = attrs.field(
        default=None, metadata=_ask("sumber mata pencaharian", "its livelihood")
    )
    income_lost: bool | None = attrs.field(
        default=None, metadata=_ask("apakah pendapatan turun sementara", "whether its income has fallen for a time")
    )
    setting: Setting | None = attrs.field(
        default=None, metadata=_ask("perkotaan, perdesaan atau pesisir", "town, village or coast")
    )
    damage: HouseDamage | None = attrs.field(default=None, metadata=_ask("kerusakan rumah", "the damage to its house"))
    clothing_need: bool | None = attrs.field(
        default=None, metadata=_ask("penilaian petugas tentang sandang", "an officer's judgement on clothing")
    )
    kitchen_need: bool | None = attrs.field(
        default=None, metadata=_ask("penilaian petugas tentang alat dapur", "an officer's judgement on kitchen goods")
    )
    categories: tuple[Pmks, ...] | None = attrs.field(
        default=None, converter=optional(_categories), metadata=_REGISTERED_UNDER
    )

    def __attrs_post_init__(self) -> None:
        checks.settle(self, _reference, "reference")
        self._check_members()
        _flag(self.members_complete, "members_complete")
        _check_known(self, _HOUSEHOLD_FLAGS, _HOUSEHOLD_WORDS)
        if self.categories is not None and self.is_destitute and Pmks.FAKIR_MISKIN not in self.categories:
            raise InvalidValueError("contradiction.destitute_member", field="categories", value=REDACTED)
        if self.poor is False and self.very_poor:
            raise InvalidValueError("contradiction.very_poor", field="poor", value=REDACTED)
        if self.poor is False and self.is_destitute:
            raise InvalidValueError("contradiction.destitute", field="poor", value=REDACTED)

    def _check_members(self) -> None:
        if self.members is None:
            return
        if not self.members:
            raise InvalidValueError("empty.household", field="members", value=())
        for number, member in enumerate(self.members):
            _instance(member, f"members[{number}]", Beneficiary)

    @property
    def size(self) -> int | None:
        """How many people it has; None where not all of them are known."""
        return len(self.members) if self.members is not None and self.members_complete else None

    @property
    def is_destitute(self) -> bool | None:
        """Whether the office registers it, or one of its members, as fakir miskin (category 24).

        A household that is not poor is not destitute. None where the household's categories are not known and no member
        is registered so.
        """
        if any(Pmks.FAKIR_MISKIN in (member.categories or ()) for member in self.members or ()):
            return True
        if self.categories is None:
            return False if self.poor is False else None
        return Pmks.FAKIR_MISKIN in self.categories

    @property
    def is_poor(self) -> bool | None:
        """Whether it counts as poor: as the office says, and a very poor or a destitute household is poor.

        >>> Household(very_poor=True).is_poor, Household(very_poor=False).is_poor
        (True, None)
        """
        return True if self.very_poor or self.is_destitute else self.poor

    @property
    def is_very_poor(self) -> bool | None:
        """Whether it counts as very poor: as the office says, and a household that is not poor is not very poor."""
        return False if self.poor is False else self.very_poor

    def without_identity(self, on: date | str) -> Household:
        """The same household without any name or birth date: ages on that day stand in for them.

        Raises:
            InvalidValueError: A member born after that day, or of an age that contradicts what is said of them.
        """
        if self.members is None:
            return self
        members: list[Beneficiary] = []
        for number, member in enumerate(self.members):
            try:
                members.append(member.without_identity(on))
            except KesosError as error:
                raise error.at(f"members[{number}]") from None
        return attrs.evolve(self, members=members)

    def to_dict(self, *, personal: bool | Iterable[str] = False) -> dict[str, Any]:
        """Plain values for JSON, its members as such too; None where something is not known.

        Args:
            personal: Which personal fields of the members to add, by name ("name", "birth_date"); True for all.

        >>> "name" in Household(members=[Beneficiary(name="Siti", sex="female")]).to_dict()["members"][0]
        False
        """
        wanted = _wanted(personal, Beneficiary.PERSONAL)
        values = {key: _plain(getattr(self, name)) for key, name in _keys(Household).items() if key != "members"}
        members = None if self.members is None else [member.to_dict(personal=wanted) for member in self.members]
        return {"members": members, **values}

    def __plain__(self) -> dict[str, Any]:
        """What a record or a rule file may hold of it."""
        return self.to_dict()

    def __row__(self) -> ShownRow:
        return Shown(_REFERENCE, self.reference), Shown(_SIZE, self.size, adds=True)

    def __repr__(self) -> str:
        named = "" if self.reference is None else f"reference={self.reference!r}, "
        return f"Household({named}size={self.size})"


def _wanted(personal: bool | Iterable[str], known: tuple[str, ...]) -> tuple[str, ...]:
    if isinstance(personal, bool):
        return known if personal else ()
    names = (personal,) if isinstance(personal, str) else checks.items(personal, "personal")
    return tuple(checks.choice(name, "personal", known) for name in names)


def _keys(kind: type[Any]) -> dict[str, str]:
    """What a field is called by the caller, and what it is called here."""
    return {field.alias or field.name: field.name for field in attrs.fields(kind)}


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [category.name for category in cast("tuple[Pmks, ...]", value)]
    return value


def _known_keys(kind: type[Any], raw: Mapping[str, Any], path: str, reader: Reader) -> dict[str, Any]:
    """What stands under the keys of a class; any other key is a fault, and may itself be a person's name."""
    known = _keys(kind)
    for key in raw:
        if key not in known:
            reader.note(InvalidValueError("not_a_choice", value=key, hint=checks.did_you_mean(key, known)), path)
    return {key: value for key, value in raw.items() if key in known}


_MEMBER = Text("anggota", "member")
_OF_MEMBER = re.compile(r"members\[(\d+)\]\.(\w+)", re.ASCII)
_WORDS_TO_ASK: dict[str, Text] = {
    field.name: field.metadata["ask"]
    for kind in (Beneficiary, Household)
    for field in attrs.fields(kind)
    if "ask" in field.metadata
}


def say_member(number: int, language: str) -> str:
    """A member by place in the list, counted from 1 as people do.

    >>> say_member(0, "id")
    'anggota 1'
    """
    return f"{_MEMBER.say(language)} {number + 1}"


def say_field(path: str, language: str) -> str:
    """A field in words, its member counted from 1; a field that only the caller knows stays as it is.

    >>> say_field("members[0].sex", "id")
    'anggota 1: jenis kelamin'
    """
    found = _OF_MEMBER.fullmatch(path)
    who, name = (f"{say_member(int(found[1]), language)}: ", found[2]) if found else ("", path)
    words = _WORDS_TO_ASK.get(name)
    return f"{who}{name if words is None else words.say(language)}"


def say_value(field: str, value: bool | str, language: str) -> str:
    """A value of a field in words; one that only the caller knows stays as it is.

    >>> say_value("schooling", "none", "en"), say_value("very_poor", False, "id")
    ('in no school', 'tidak')
    """
    if isinstance(value, bool):
        return (_YES if value else _NO).say(language)
    if field == "categories":
        return Pmks[value].label(language)
    words = _WORDS_OF_VALUES.get((field, value))
    return value if words is None else words.say(language)


_YES, _NO = Text("ya", "yes"), Text("tidak", "no")
_WORDS_OF_VALUES: dict[tuple[str, str], Text] = {
    ("sex", "female"): Text("perempuan", "female"),
    ("sex", "male"): Text("laki-laki", "male"),
    ("schooling", "none"): Text("tidak bersekolah", "in no school"),
    ("schooling", "preschool"): Text("prasekolah", "preschool"),
    ("schooling", "primary"): Text("SD", "primary school"),
    ("schooling", "junior"): Text("SMP", "junior secondary school"),
    ("schooling", "senior"): Text("SMA", "senior secondary school"),
    ("livelihood", "none"): Text("tidak ada", "none"),
    ("livelihood", "insufficient"): Text("ada, tetapi tidak mencukupi kebutuhan dasar", "not enough for basic needs"),
    ("livelihood", "sufficient"): Text("mencukupi", "sufficient"),
    ("setting", "rural"): Text("perdesaan", "village"),
    ("setting", "urban"): Text("perkotaan", "town"),
    ("setting", "coastal"): Text("pesisir", "coast"),
    ("damage", "none"): Text("tidak rusak", "none"),
    ("damage", "light"): Text("rusak ringan", "light"),
    ("damage", "heavy"): Text("rusak berat", "heavy"),
}
