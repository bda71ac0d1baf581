"""How the classes of a count are called."""

from __future__ import annotations

from kesos.values import Text

_CLASS_WORDS = {
    "serious": Text("luka berat", "seriously injured"),
    "minor": Text("luka ringan", "slightly injured"),
    "heavy": Text("rusak berat", "heavily damaged"),
    "moderate": Text("rusak sedang", "moderately damaged"),
    "light": Text("rusak ringan", "lightly damaged"),
}


def say_class(axis: str, name: object, language: str) -> str:
    """A class in words: a well-known one as people call it, a whole number with the name of its axis.

    >>> say_class("damage", "heavy", "id"), say_class("size", 5, "id"), say_class("terrain", "hill", "id")
    ('rusak berat', 'size 5', 'hill')
    """
    if isinstance(name, int):
        return f"{axis} {name}"
    words = _CLASS_WORDS.get(str(name))
    return str(name) if words is None else words.say(language)
