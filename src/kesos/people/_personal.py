"""What persons and households share: what they refuse tells nothing of anybody, and they travel without names."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from typing import Any, ClassVar, Self, TypeVar, cast

import attrs

from kesos import _checks as checks
from kesos._checks import fill_field
from kesos.categories import Pmks
from kesos.errors import InvalidValueError, RecordError
from kesos.people._value_words import say_value
from kesos.records import Before, Reader, Recorded, as_json
from kesos.values import Text
from kesos.values._days import plain_date
from kesos.values._showing import Rowed
from kesos.words import hint

CATEGORIES = tuple(category.name for category in Pmks)
"""All that a field of categories can say."""


def quiet(kind: type[Any], fields: list[attrs.Attribute[Any]]) -> list[attrs.Attribute[Any]]:
    """Printers that look into attrs classes by themselves, such as rich, show a field only where `repr` is set."""
    return [field.evolve(repr=field.name == "reference") for field in fields]


def ask(indonesian: str, english: str) -> dict[str, Text]:
    """The words that an office would use to ask for a field."""
    return {"ask": Text(indonesian, english)}


REGISTERED_UNDER = ask("kategori PMKS yang dicatat petugas", "the PMKS categories that the office registers")

_choice = checks.private(checks.choice)  # what these refuse with holds nothing of a person
_category = checks.private(Pmks.of)
private_count = checks.private(checks.count)
private_day = checks.private(plain_date)
private_flag = checks.private(checks.flag)
_known_flag = checks.private(checks.known_flag)
private_instance = checks.private(checks.instance)
private_items = checks.private(checks.items)
private_text = checks.private(checks.text)


def categories_of(value: Iterable[Pmks | str] | Pmks | str) -> tuple[Pmks, ...]:
    """Each category once, in the order of their numbers."""
    given = (value,) if isinstance(value, Pmks | str) else private_items(value, "categories")
    found = {_category(category, "categories") for category in given}
    return tuple(sorted(found, key=lambda category: category.number))


def check_known(holder: object, flags: tuple[str, ...], choices: Mapping[str, tuple[str, ...]]) -> None:
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


def reference_of(value: object, field: str) -> str | None:
    """A reference may be shown, so it must be no name and no number that finds a person in the civil registry."""
    return None if value is None else checks.reference(value, field)


P = TypeVar("P", bound="Personal")


def read_personal(kind: type[P], values: object, path: str = "") -> P:
    """A person or a household of plain values that stand at a path; no fault tells what was given."""
    before: dict[type, Before] = {each: partial(_known_keys, each) for each in (kind, *kind._people)}  # pyright: ignore[reportPrivateUsage]
    reader = Reader(before)
    value = reader.read(kind, values, path)
    if reader.faults:
        faults = tuple(each if each.field else each.at("record") for each in reader.faults)
        raise RecordError("record.not_a", faults=faults, kind=kind.__name__).redacted()
    return cast(P, value)


_KEPT_BACK = Text(
    "Keterangan tentang orangnya tidak ditampilkan di sini.", "What is known of the people is not shown here."
)
REFERENCE = Text("Kode", "Reference")


class Personal(Rowed, Recorded):
    """A value about people: it travels without what says who they are, unless `personal=` asks for that."""

    __slots__ = ()
    _people: ClassVar[tuple[type[Personal], ...]] = ()
    """The classes of those whom it holds."""

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

        >>> from kesos.people import Beneficiary, Household
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


def wanted_fields(personal: bool | Iterable[str], known: tuple[str, ...]) -> tuple[str, ...]:
    """Which personal fields somebody asks for by name; True is all of them."""
    if isinstance(personal, bool):
        return known if personal else ()
    names = (personal,) if isinstance(personal, str) else checks.items(personal, "personal")
    return tuple(checks.choice(name, "personal", known) for name in names)


def keys_of(kind: type[Any]) -> dict[str, str]:
    """What a field is called by the caller, and what it is called here."""
    return {field.alias or field.name: field.name for field in attrs.fields(kind)}


def plain_fact(value: object) -> object:
    """What is known of one field, as JSON and a table hold it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [category.name for category in cast("tuple[Pmks, ...]", value)]
    return value


def _known_keys(kind: type[Any], raw: Mapping[str, Any], path: str, reader: Reader) -> dict[str, Any]:
    """What stands under the keys of a class; any other key is a fault, and may itself be a person's name."""
    known = keys_of(kind)
    for key in raw:
        if key not in known:
            reader.note(InvalidValueError("not_a_choice", value=key, hint=checks.did_you_mean(key, known)), path)
    return {key: value for key, value in raw.items() if key in known}
