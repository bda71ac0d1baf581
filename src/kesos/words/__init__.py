"""What kesos says, by code, in Indonesian and in English: sentences as data, filled in when somebody reads them.

A catalogue is a TOML file beside this one, read when its first sentence is wanted. An entry holds both languages and,
under `hint`, what to do about it; an entry below another ("missing.monthly") says the same code in other words. Advice
that speaks of arguments and functions is for whoever calls kesos. What whoever reads a form or a page is told instead
stands under `reader`, in the languages in which it differs: mostly in English, since Indonesian speaks to readers.

>>> Sentence("hints", "did_you_mean", {"nearest": "banjir"}).say("en")
"Did you mean 'banjir'?"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from reprlib import Repr
from typing import Any, Literal, NamedTuple, Protocol, get_args

from kesos._package import read_file

Language = Literal["id", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
Catalogue = Literal["refusals", "hints", "findings", "relief", "rules"]

REDACTED = "<redacted>"
"""Stands for a value that would tell something about a person."""

_PLACE = r"(?a)\{(\w+)(!r)?(:lower)?\}"
_BESIDE = ("hint", "reader")
_MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
_LONGEST_VALUE_SHOWN = 120
_ON_A_PERSON = frozenset({"birth_date", "nik", "no_kk", "tanggal_lahir"})
"""A table with one of these keys tells of a person, whoever is given it."""
_DIGITS_OF_A_CARD = (
    r"(?<!\d)[1-9][\s./-]*[1-9](?:[\s./-]*\d){4}[\s./-]*"
    r"(?:[04][\s./-]*[1-9]|[1256][\s./-]*\d|[37][\s./-]*[01])[\s./-]*"
    r"(?:0[\s./-]*[1-9]|1[\s./-]*[0-2])(?:[\s./-]*\d){6}(?!\d)"
)
"""The number of an identity or a family card, whatever stands between: area, day and month, year and number."""


class _Short(Repr):
    def repr_dict(self, x: dict[Any, Any], level: int) -> str:
        return REDACTED if any(str(key).casefold() in _ON_A_PERSON for key in x) else super().repr_dict(x, level)


_SHORT = _Short()  # shows the beginning of a long list without writing all of it
_SHORT.maxlevel = 4
_SHORT.maxlist = _SHORT.maxtuple = _SHORT.maxdict = _SHORT.maxset = _SHORT.maxfrozenset = 20
_SHORT.maxstring = _SHORT.maxlong = _LONGEST_VALUE_SHOWN
_SHORT.maxother = 2 * _LONGEST_VALUE_SHOWN


class Said(Protocol):
    """Something that can be said in Indonesian and in English, such as a `kesos.values.Text`."""

    def say(self, language: str, /) -> str:
        """The words in "id" or "en"."""
        ...


_AS_WRITTEN = (str, bytes, bytearray, int, list, tuple, dict, set, frozenset)
"""What a caller wrote as it is shown; the insides of any other object help nobody who gave the wrong one."""


def show_value(value: object) -> str:
    """The value as Python writes it, cut where it is long, and never an error of its own; a long object is its type.

    What tells of a person whatever it is given to is left out: a birth date in a table, the number of a card.

    >>> show_value("Bnajir"), show_value("NIK 6201-0163 1187.0001")
    ("'Bnajir'", "'NIK <redacted>'")
    """
    try:
        if type(value) is str:
            shown = repr(value if len(value) <= _LONGEST_VALUE_SHOWN else value[:_LONGEST_VALUE_SHOWN] + "…")
        else:
            shown = _SHORT.repr(value)
    except Exception:  # a caller's own __repr__ may fail (so may an int of 5,000 digits): the refusal must not
        shown = f"<{type(value).__name__}>"
    if len(shown) > _LONGEST_VALUE_SHOWN and not isinstance(value, _AS_WRITTEN):
        return f"<{type(value).__name__}>"
    shown = without_card_numbers(shown)
    return shown if len(shown) <= 2 * _LONGEST_VALUE_SHOWN else shown[: 2 * _LONGEST_VALUE_SHOWN] + "…"


def without_card_numbers(text: str) -> str:
    """A text without what looks like the number of a NIK or a family card in it.

    >>> without_card_numbers("KK 6201031234567890, Kumai")
    'KK <redacted>, Kumai'
    """
    return re.sub(_DIGITS_OF_A_CARD, REDACTED, text, flags=re.ASCII)


def counted(number: int, one: str, many: str | None = None) -> str:
    """How many of something there are, in the English of a `repr`.

    >>> counted(1, "answer"), counted(3, "answer")
    ('1 answer', '3 answers')
    """
    return f"{number} {one if number == 1 else many or f'{one}s'}"


class Entry(NamedTuple):
    """One sentence of a catalogue in both languages, its hint and what it is to a reader where it has them."""

    id: str
    en: str
    hint: Entry | None = None
    reader: Entry | None = None

    @classmethod
    def read(cls, table: Mapping[str, Any]) -> Entry:
        """An entry as its file holds it."""
        own: dict[str, Any] = {language: table[language] for language in LANGUAGES}
        hint = cls.read(table["hint"]) if "hint" in table else None
        reader = cls.read({**own, **table["reader"]}) if "reader" in table else None
        return cls(**own, hint=hint, reader=reader)

    def of(self, language: Language) -> str:
        """The sentence in one language, its places not filled."""
        return self.id if language == "id" else self.en

    @property
    def to_reader(self) -> Entry:
        """The sentence for somebody who does not program."""
        return self if self.reader is None else self.reader

    def places(self) -> set[str]:
        """The names that stand in its braces, in either language, the hint's too."""
        own = {found[0] for found in re.findall(_PLACE, self.id + self.en)}
        return own.union(*(each.places() for each in (self.hint, self.reader) if each is not None))


@cache
def catalogue(name: Catalogue) -> Mapping[str, Entry]:
    """Every entry of a catalogue by its key."""
    import tomllib

    text = read_file("kesos.words", f"{name}.toml").decode("utf-8")
    return dict(_entries(tomllib.loads(text), ""))


def _entries(table: Mapping[str, Any], path: str) -> Iterator[tuple[str, Entry]]:
    for key, inner in table.items():
        if not isinstance(inner, dict):
            continue
        if "id" in inner:
            yield path + key, Entry.read(inner)
        yield from _entries({name: part for name, part in inner.items() if name not in _BESIDE}, f"{path}{key}.")


def fill(words: str, language: Language, parameters: Mapping[str, object]) -> str:
    """`words` with each {name} as its parameter is said, {name!r} as Python writes it, {name:lower} in small letters.

    >>> fill("{many} di atas {most!r}", "id", {"many": 3, "most": "dua"})
    "3 di atas 'dua'"
    >>> fill("{many} di atas {most}", "id", {"many": 3})
    '3 di atas {most}'
    """

    def said(place: re.Match[str]) -> str:
        if place[1] not in parameters:
            return place[0]  # telling an error never fails; what was not given shows as its place
        value = parameters[place[1]]
        if place[2]:
            return show_value(value)
        text = say_parameter(value, language)
        return text.lower() if place[3] else text

    return re.sub(_PLACE, said, words)


def say_parameter(value: object, language: Language) -> str:
    """One parameter in words: what can be said is said, a list by commas, a day in full to readers of Indonesian.

    >>> say_parameter(date(2017, 2, 25), "id"), say_parameter(date(2017, 2, 25), "en")
    ('25 Februari 2017', '2017-02-25')
    """
    if isinstance(value, date) and language == "id":
        return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"
    if isinstance(value, (tuple, list)):
        return ", ".join(say_parameter(part, language) for part in value)
    say = getattr(value, "say", None)
    if not callable(say):
        try:
            return str(value)
        except Exception:  # an int of 5,000 digits has no text, and telling an error never fails
            return show_value(value)
    if type(value).__format__ is not object.__format__:  # it prints in any case, where `say` may ask for more
        return format(value, language)
    return str(say(language))


class Sentence:
    """A sentence of a catalogue with what stands in its places.

    Args:
        catalogue: Which catalogue it lies in.
        key: Its key there.
        parameters: What its places are filled with.
    """

    __slots__ = ("catalogue", "key", "parameters")

    def __init__(self, catalogue: Catalogue, key: str, parameters: Mapping[str, object]) -> None:
        self.catalogue = catalogue
        self.key = key
        self.parameters = parameters

    def say(self, language: str, /) -> str:
        """The words in "id" or "en"."""
        return self._say(catalogue(self.catalogue)[self.key], language)

    def say_to_reader(self, language: str, /) -> str:
        """The words for somebody who does not program."""
        return self._say(catalogue(self.catalogue)[self.key].to_reader, language)

    def _say(self, entry: Entry, language: str) -> str:
        chosen: Language = "id" if language == "id" else "en"
        return fill(entry.of(chosen), chosen, self.parameters)

    def __reduce__(self) -> tuple[Any, ...]:
        return Sentence, (self.catalogue, self.key, dict(self.parameters))


def hint(key: str, **parameters: object) -> Sentence:
    """What to do about a refusal, by its key among the hints.

    >>> hint("known", known=("day", "month")).say("id")
    'Yang dikenal: day, month.'
    """
    return Sentence("hints", key, parameters)


__all__ = [
    "LANGUAGES",
    "REDACTED",
    "Catalogue",
    "Entry",
    "Language",
    "Said",
    "Sentence",
    "catalogue",
    "counted",
    "fill",
    "hint",
    "say_parameter",
    "show_value",
]
