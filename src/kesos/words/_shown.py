"""A value as it is shown in a sentence: as Python writes it to whoever programs, in words to whoever does not."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from io import IOBase
from numbers import Number
from reprlib import Repr
from typing import Any, Literal, get_args

Language = Literal["id", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
REDACTED = "<redacted>"
"""Stands for a value that would tell something about a person."""

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
    def repr_instance(self, x: Any, level: int) -> str:
        # an open file shows its path, which is the caller's own and may hold somebody's name
        return f"<{type(x).__name__}>" if isinstance(x, IOBase) else super().repr_instance(x, level)

    def repr_dict(self, x: dict[Any, Any], level: int) -> str:
        return REDACTED if any(str(key).casefold() in _ON_A_PERSON for key in x) else super().repr_dict(x, level)


_SHORT = _Short()  # shows the beginning of a long list without writing all of it
_SHORT.maxlevel = 4
_SHORT.maxlist = _SHORT.maxtuple = _SHORT.maxdict = _SHORT.maxset = _SHORT.maxfrozenset = 20
_SHORT.maxstring = _SHORT.maxlong = _LONGEST_VALUE_SHOWN
_SHORT.maxother = 2 * _LONGEST_VALUE_SHOWN


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
    return _without_cards(shown)


def _without_cards(shown: str) -> str:
    shown = without_card_numbers(shown)
    return shown if len(shown) <= 2 * _LONGEST_VALUE_SHOWN else shown[: 2 * _LONGEST_VALUE_SHOWN] + "…"


def without_card_numbers(text: str) -> str:
    """A text without what looks like the number of a NIK or a family card in it.

    >>> without_card_numbers("KK 6201016311870001, Kumai")
    'KK <redacted>, Kumai'
    """
    return re.sub(_DIGITS_OF_A_CARD, REDACTED, text, flags=re.ASCII)


_EMPTY = {"id": "nilai kosong", "en": "an empty value"}
_THIS = {"id": "nilai ini", "en": "this value"}
_UNKNOWN = {"id": "tidak diketahui", "en": "not known"}
_YES = {"id": "ya", "en": "yes"}
_NO = {"id": "tidak", "en": "no"}


def say_value(value: object, language: Language) -> str:
    """The value as somebody who does not program knows it: an amount with its unit, a day, yes or no, a text in quotes.

    >>> say_value(date(2017, 2, 25), "id"), say_value(True, "id"), say_value("bnajir", "id"), say_value(print, "id")
    ('25 Februari 2017', 'ya', "'bnajir'", 'nilai ini')
    """
    if value is None or isinstance(value, bool):
        return (_EMPTY if value is None else _YES if value else _NO)[language]
    if isinstance(value, str):
        return show_value(str.__str__(value))
    try:
        if isinstance(value, (datetime, timedelta, Number)):
            return _without_cards(str(value))
        if isinstance(value, date) or _prints(value):
            return _without_cards(say_parameter(value, language))
    except Exception:  # an int of 5,000 digits has no text, and telling an error never fails
        return _THIS[language]
    return show_value(value) if isinstance(value, _AS_WRITTEN) else _THIS[language]


def _prints(value: object) -> bool:
    """Whether it is an amount, a period or the like, which prints in either language."""
    return callable(getattr(value, "say", None)) and type(value).__format__ is not object.__format__


def say_to_reader(value: object, language: Language) -> str:
    """A parameter in words, one that Python has a word of its own for too."""
    if value is None or isinstance(value, bool):
        return (_UNKNOWN if value is None else _YES if value else _NO)[language]
    return say_parameter(value, language)


def say_parameter(value: object, language: Language) -> str:
    """One parameter in words: what can be said is said, a list by commas, a day in full to readers of Indonesian.

    >>> say_parameter(date(2017, 2, 25), "id"), say_parameter(date(2017, 2, 25), "en")
    ('25 Februari 2017', '2017-02-25')
    """
    if isinstance(value, date) and language == "id" and value == value:  # pandas' missing day equals nothing
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


__all__ = [
    "LANGUAGES",
    "REDACTED",
    "Language",
    "say_parameter",
    "say_to_reader",
    "say_value",
    "show_value",
    "without_card_numbers",
]
