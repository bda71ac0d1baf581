"""What a value must be before anything is done with it: one check for each kind, the same everywhere."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from operator import index
from typing import Any

from kesos.errors import REDACTED, InvalidValueError, show_value
from kesos.texts import Text, has_words

LARGEST = 10**30
"""No count or amount that is passed in may exceed this; what follows from them by arithmetic may."""


def whole_number(value: object, field: str, *, personal: bool = False) -> int:
    """`value` as an int where it is a whole number (a NumPy integer too), never a bool, a float or a text.

    >>> whole_number(-3, "change")
    -3
    """
    if type(value) is int:
        number = value
    else:
        try:
            if isinstance(value, bool):
                raise TypeError
            # an int of a class of its own becomes a plain one; whatever has no __index__ is what we refuse
            number = int.__index__(index(value))  # type: ignore[arg-type]
        except Exception:  # a caller's own __index__ may fail in any way
            raise _not_whole(value, field, personal) from None
    if -LARGEST <= number <= LARGEST:
        return number
    raise too_large(value, field, personal=personal)


def too_large(value: object, field: str, *, personal: bool = False) -> InvalidValueError:
    """The refusal of a number beyond `LARGEST`."""
    shown = _shown(value, personal)
    return InvalidValueError(
        Text(f"{shown} bilangan yang terlalu besar", f"{shown} is too large a number"),
        field=field,
        value=REDACTED if personal else value,
        code="too_large",
        hint=Text("Paling besar 10^30.", "At most 10^30."),
    )


def count(value: object, field: str, *, personal: bool = False) -> int:
    """`value` as an int where it is a count: a whole number, not below zero.

    >>> count(860, "people")
    860
    >>> count(True, "people")
    Traceback (most recent call last):
    ...
    kesos.errors.InvalidValueError: people: True (bool) is not a whole number. Give an int, such as 3, ...
    """
    if type(value) is int and 0 <= value <= LARGEST:
        return value
    number = whole_number(value, field, personal=personal)
    if number >= 0:
        return number
    raise InvalidValueError(
        Text(
            f"{_shown(value, personal)} di bawah nol; yang dihitung tidak bisa kurang dari nol",
            f"{_shown(value, personal)} is below zero; a count cannot be",
        ),
        field=field,
        value=REDACTED if personal else value,
        code="negative",
    )


def known_count(value: object, field: str, *, personal: bool = False) -> int | None:
    """Like `count`, and None, which means not known, stays None."""
    return None if value is None else count(value, field, personal=personal)


def text(value: object, field: str, *, personal: bool = False) -> str:
    """`value` where it is a text that holds more than blanks.

    >>> text("Desa Umpang", "place")
    'Desa Umpang'
    """
    if isinstance(value, str):
        words = value if type(value) is str else str.__str__(value)
        if has_words(words):
            return words
    raise InvalidValueError(
        Text(
            f"{_shown(value, personal)} bukan teks yang berisi", f"{_shown(value, personal)} is not a text with words"
        ),
        field=field,
        value=REDACTED if personal else value,
        code="not_a_text",
    )


def known_text(value: object, field: str) -> str | None:
    """Like `text`, and None, which means not known, stays None."""
    return None if value is None else text(value, field)


def flag(value: object, field: str) -> bool:
    """`value` where it is True or False, and nothing that merely counts as one of them.

    >>> flag(True, "extended")
    True
    """
    if value is True or value is False:
        return value
    raise InvalidValueError(
        Text(f"{show_value(value)} bukan True atau False", f"{show_value(value)} is neither True nor False"),
        field=field,
        value=value,
        code="not_a_flag",
    )


def known_flag(value: object, field: str, *, personal: bool = False) -> bool | None:
    """Like `flag`, and None, which means not known, stays None."""
    if value is None or value is True or value is False:
        return value
    raise InvalidValueError(
        Text("harus True, False atau None", "must be True, False or None"),
        field=field,
        value=REDACTED if personal else value,
        code="not_a_flag",
    )


def choice(value: object, field: str, allowed: Iterable[str], *, personal: bool = False) -> str:
    """`value` where it is one of the words in `allowed`.

    >>> choice("APBD", "funding", ("APBD", "APBN"))
    'APBD'
    """
    words = tuple(allowed)
    if isinstance(value, str):
        given = str.__str__(value)
        if given in words:
            return given
    listed = ", ".join(words)
    raise InvalidValueError(
        Text(
            f"{_shown(value, personal)} bukan salah satu pilihan",
            f"{_shown(value, personal)} is not one of the choices",
        ),
        field=field,
        value=REDACTED if personal else value,
        code="not_a_choice",
        hint=Text(f"Pilihan: {listed}.", f"Choices: {listed}.") if personal else did_you_mean(value, words),
    )


def items(values: object, field: str, kind: type[Any] | None = None) -> tuple[Any, ...]:
    """`values` as a tuple where they are several; a text is one value, not several letters.

    >>> items(["flood", "haze"], "hazards", str)
    ('flood', 'haze')
    """
    try:
        if isinstance(values, (str, bytes, Mapping)):
            raise TypeError
        each_of = iter(values)  # type: ignore[call-overload]  # whatever has no __iter__ is what we refuse
    except TypeError:
        raise _no_list(values, field) from None
    return tuple(each_of) if kind is None else tuple(instance(each, field, kind) for each in each_of)


def instance(value: object, field: str, kind: type[Any]) -> Any:
    """`value` where it is a `kind`.

    >>> instance(3, "number", int)
    3
    """
    if isinstance(value, kind):
        return value
    raise InvalidValueError(
        Text(
            f"{show_value(value)} ({type(value).__name__}) bukan {kind.__name__}",
            f"{show_value(value)} ({type(value).__name__}) is not a {kind.__name__}",
        ),
        field=field,
        value=value,
        code="wrong_type",
    )


def nearest(word: object, known: Iterable[str]) -> str | None:
    """The word in `known` that looks most like `word`, if any does.

    >>> nearest("bnajir", ["banjir", "tanah longsor"])
    'banjir'
    """
    if not isinstance(word, str):
        return None
    folded = {each.casefold(): each for each in known}
    close = difflib.get_close_matches(word[:100].casefold(), list(folded), n=1, cutoff=0.6)
    return folded[close[0]] if close else None


def did_you_mean(word: object, known: Iterable[str]) -> Text:
    """A hint that names the nearest known word, and all of them where they are few."""
    words = tuple(known)
    close = nearest(word, words)
    if close is not None:
        return Text(f"Maksudnya {close!r}?", f"Did you mean {close!r}?")
    listed = ", ".join(words[:40]) + (", …" if len(words) > 40 else "")
    return Text(f"Yang dikenal: {listed}.", f"Known: {listed}.")


def _shown(value: object, personal: bool) -> str:
    return REDACTED if personal else show_value(value)


def _not_whole(value: object, field: str, personal: bool) -> InvalidValueError:
    shown = REDACTED if personal else f"{show_value(value)} ({type(value).__name__})"
    return InvalidValueError(
        Text(f"{shown} bukan bilangan bulat", f"{shown} is not a whole number"),
        field=field,
        value=REDACTED if personal else value,
        code="not_whole",
        hint=Text(
            "Berikan int, misalnya 3, dan None untuk yang tidak diketahui.",
            "Give an int, such as 3, and None for what is not known.",
        ),
    )


def _no_list(values: object, field: str) -> InvalidValueError:
    return InvalidValueError(
        Text(
            f"{show_value(values)} ({type(values).__name__}) bukan daftar",
            f"{show_value(values)} ({type(values).__name__}) is no list",
        ),
        field=field,
        value=values,
        code="wrong_type",
        hint=Text("Berikan daftar, juga bila isinya hanya satu.", "Give a list, also where there is only one."),
    )
