"""How the classes of a count are called."""

from __future__ import annotations

from collections.abc import Iterable

from kesos.values import Text

_CLASS_WORDS = {
    "serious": Text("luka berat", "seriously injured"),
    "minor": Text("luka ringan", "slightly injured"),
    "heavy": Text("rusak berat", "heavily damaged"),
    "moderate": Text("rusak sedang", "moderately damaged"),
    "light": Text("rusak ringan", "lightly damaged"),
}


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
