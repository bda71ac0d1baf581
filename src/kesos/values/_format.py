"""What may stand behind the colon of an f-string: a language or locale, and how wide the words are to be."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Callable

from kesos.errors import InvalidValueError
from kesos.words import Sentence

_SPEC = r"(?as)(?P<aligned>.?[<>^])?(?P<width>[1-9]\d{0,2})?(?P<locale>[A-Za-z]{2,}([_-]\w+)*)?"


def formatted(say: Callable[[str], str], spec: str, advice: Sentence | None = None) -> str:
    """What a value says in the locale of a format, "id" where it names none, in a column as wide as it asks for.

    Args:
        say: Says the value in a locale.
        spec: What stands behind the colon: "en", ">12", ">12en".
        advice: What to write in the place of any other format.

    Raises:
        InvalidValueError: The format is one of Python's for numbers or days, which could be read in two ways; a locale
            that nobody knows.

    >>> formatted({"id": "Beras", "en": "Rice"}.__getitem__, "*>8en")
    '****Rice'
    """
    parts = re.fullmatch(_SPEC, spec)
    if parts is None:
        raise InvalidValueError("not_a_format", field="format", value=spec, hint=advice)
    words = say(parts["locale"] or "id")
    return format(words, (parts["aligned"] or "") + (parts["width"] or ""))


class Spoken:
    """What prints as what it says."""

    __slots__ = ()

    @abstractmethod
    def say(self, language: str) -> str:
        """It in words, in "id" or "en"."""

    def __str__(self) -> str:
        return self.say("id")

    def __format__(self, spec: str) -> str:
        return formatted(self.say, spec)
