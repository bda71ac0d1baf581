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
from functools import cache
from typing import Any, Literal, NamedTuple, Protocol

from kesos._package import read_file
from kesos.words._shown import (
    LANGUAGES,
    REDACTED,
    Language,
    say_parameter,
    say_to_reader,
    say_value,
    show_value,
    without_card_numbers,
)

Catalogue = Literal["refusals", "hints", "findings", "relief", "rules"]

_PLACE = r"(?a)\{(\w+)(!r)?(:lower)?\}"
_PLAIN_WORD = r"\b[^\W\d_][^\W\d_A-Z]*\b"
"""A word with no capital but its first letter, which an abbreviation is not."""
_BESIDE = ("hint", "reader")


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


class Said(Protocol):
    """Something that can be said in Indonesian and in English, such as a `kesos.values.Text`."""

    def say(self, language: str, /) -> str:
        """The words in "id" or "en"."""
        ...


def counted(number: int, one: str, many: str | None = None) -> str:
    """How many of something there are, in the English of a `repr`.

    >>> counted(1, "answer"), counted(3, "answer")
    ('1 answer', '3 answers')
    """
    return f"{number} {one if number == 1 else many or f'{one}s'}"


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


def fill(words: str, language: Language, parameters: Mapping[str, object], *, to_reader: bool = False) -> str:
    """`words` with each {name} as its parameter is said, {name!r} as Python writes it, {name:lower} in small letters.

    To a reader nothing is written as Python does, and abbreviations stay in capitals.

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
            return say_value(value, language) if to_reader else show_value(value)
        text = say_to_reader(value, language) if to_reader else say_parameter(value, language)
        return re.sub(_PLAIN_WORD, lambda word: word[0].lower(), text) if place[3] else text

    return re.sub(_PLACE, said, words)


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
        return self._say(catalogue(self.catalogue)[self.key], language, to_reader=False)

    def say_to_reader(self, language: str, /) -> str:
        """The words for somebody who does not program."""
        return self._say(catalogue(self.catalogue)[self.key].to_reader, language, to_reader=True)

    def _say(self, entry: Entry, language: str, *, to_reader: bool) -> str:
        chosen: Language = "id" if language == "id" else "en"
        return fill(entry.of(chosen), chosen, self.parameters, to_reader=to_reader)

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
    "say_value",
    "show_value",
    "without_card_numbers",
]
