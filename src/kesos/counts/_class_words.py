"""How the classes of a count are called, and which class a word means."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kesos import _checks as checks
from kesos.values import Text

_CLASS_WORDS = {
    "serious": Text("luka berat", "seriously injured"),
    "minor": Text("luka ringan", "slightly injured"),
    "heavy": Text("rusak berat", "heavily damaged"),
    "moderate": Text("rusak sedang", "moderately damaged"),
    "light": Text("rusak ringan", "lightly damaged"),
}
_ALSO = {
    "serious": ("berat", "L. berat", "LB", "serious injuries"),
    "minor": ("ringan", "L. ringan", "LR", "minor injuries"),
    "heavy": ("berat", "R. berat", "RB", "heavy damage"),
    "moderate": ("sedang", "R. sedang", "RS", "moderate damage"),
    "light": ("ringan", "R. ringan", "RR", "light damage"),
}


def _plain(word: str) -> str:
    return re.sub(r"[\s._-]+", " ", word.casefold()).strip()


_WORDS = {
    code: tuple(_plain(word) for word in (code, words.id, words.en, *_ALSO[code]))
    for code, words in _CLASS_WORDS.items()
}
"""Every word for a well-known class; "berat" is one for a damage and one for an injury."""


def called(classes: Iterable[str]) -> dict[str, tuple[str, str]]:
    """What people call those of these classes that are well known.

    >>> called(["light", "steep"])
    {'light': ('rusak ringan', 'lightly damaged')}
    """
    return {name: (_CLASS_WORDS[name].id, _CLASS_WORDS[name].en) for name in classes if name in _CLASS_WORDS}


def say_class(axis: str, name: object, language: str) -> str:
    """A class in words: a well-known one as people call it, a whole number with the name of its axis.

    >>> say_class("damage", "heavy", "id"), say_class("size", 5, "id"), say_class("terrain", "hill", "id")
    ('rusak berat', 'size 5', 'hill')
    """
    if isinstance(name, int):
        return f"{axis} {name}"
    words = _CLASS_WORDS.get(str(name))
    return str(name) if words is None else words.say(language)


def class_meant(word: str, classes: Iterable[str]) -> str | None:
    """The one of these classes that a word means, by its code or by any word that people write for it.

    A standard may call its classes by such a word: what another calls heavy is its "rusak berat".

    >>> class_meant("RB", ["heavy", "moderate", "light"]), class_meant("berat", ["serious", "minor"])
    ('heavy', 'serious')
    >>> class_meant("heavy", ["rusak berat", "rusak ringan"]), class_meant("destroyed", ["heavy"])
    ('rusak berat', None)
    """
    known = tuple(classes)
    if word in known:
        return word
    meanings = _meanings(word)
    found = [each for each in known if meanings & _meanings(each)]
    return found[0] if len(found) == 1 else None


def class_misspelt(word: str, classes: Iterable[str]) -> str | None:
    """The one of these classes for which a word is a slip of the pen, if any.

    >>> class_misspelt("hevay", ["heavy", "light"]), class_misspelt("rusak bert", ["heavy", "light"])
    ('heavy', 'heavy')
    """
    words = {said: each for each in classes for said in _WORDS.get(each, (_plain(each),))}
    meant = checks.slip_of(_plain(word), words)
    return None if meant is None else words[meant]


def _meanings(word: str) -> set[str]:
    plain = _plain(word)
    return {code for code, words in _WORDS.items() if plain in words}


__all__ = ["class_meant", "class_misspelt", "say_class"]
