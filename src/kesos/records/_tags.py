"""The word that says what a value is, in a field that may hold anything."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from kesos._checks import did_you_mean
from kesos.errors import InvalidValueError

_TAGGED: dict[str, Any] = {"date": date, "decimal": Decimal, "fraction": Fraction}
_TAGS: dict[type, str] = {kind: tag for tag, kind in _TAGGED.items()}


def tag_class(cls: type, tag: str) -> None:
    """Takes down the word of a class where it is made; one word is of one class.

    A class with slots is made twice under one name, and the second is the one that stays.
    """
    held = _TAGGED.setdefault(tag, cls)
    if (held.__module__, held.__qualname__) != (cls.__module__, cls.__qualname__):
        raise InvalidValueError("duplicate.tag", field="__tag__", value=tag)
    _TAGGED[tag] = cls


def tag_of(kind: type) -> str | None:
    """The word of a class, or of the first that it extends; None where there is none."""
    for cls in kind.__mro__:
        tag = _TAGS.get(cls) or cls.__dict__.get("__tag__")
        if tag is not None:
            return str(tag)
    return None


def class_tagged(tag: Any) -> Any:
    """The class that a word stands for.

    Raises:
        InvalidValueError: It stands for none.
    """
    if isinstance(tag, str) and tag in _TAGGED:
        return _TAGGED[tag]
    raise InvalidValueError("not_a_choice", value=tag, hint=did_you_mean(tag, sorted(_TAGGED)))


def snake(name: str) -> str:
    """The name of a class as a record writes it.

    >>> snake("DisasterEvent")
    'disaster_event'
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()
