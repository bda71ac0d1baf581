"""What a choice or a yes is in a cell: words on the way out, and the same words or the code on the way in."""

from __future__ import annotations

from collections.abc import Mapping

from kesos.budgets import KINDS
from kesos.people._beneficiary import MEMBER_FACTS
from kesos.people._household import HOUSEHOLD_FACTS
from kesos.people._value_words import say_value
from kesos.registry._changes import SAID as CHANGES
from kesos.values import HOW_KNOWN, KNOWN, LANGUAGES, Text
from kesos.values._texts import fold

_KINDS = {
    "direct": Text("langsung", "direct"),
    "indirect": Text("tidak langsung", "indirect"),
}
_HOW_KNOWN: Mapping[str, Text] = {known: HOW_KNOWN[known] for known in KNOWN}
FLAGS = {True: Text("ya", "yes"), False: Text("tidak", "no")}


def _facts(of: str, facts: Mapping[str, tuple[bool | str, ...]]) -> dict[str, dict[str, Text]]:
    said: dict[str, dict[str, Text]] = {}
    for field, values in facts.items():
        if field != "categories" and isinstance(values[0], str):
            words = {str(value): Text(say_value(field, value, "id"), say_value(field, value, "en")) for value in values}
            said[f"{of}.{field}"] = words
    return said


CHOICES: Mapping[str, Mapping[str, Text]] = {
    "kind": {kind: _KINDS[kind] for kind in KINDS},
    "change.kind": {str(kind): said for kind, said in CHANGES.items()},
    "source.known": _HOW_KNOWN,
    "locality.source.known": _HOW_KNOWN,
    **_facts("household", HOUSEHOLD_FACTS),
    **_facts("member", MEMBER_FACTS),
}
"""For each field that is a choice, what each code is in words."""


_SCHOOLS = {
    "preschool": ("tk", "ra", "paud"),
    "primary": ("sd", "mi", "sd/mi"),
    "junior": ("smp", "mts", "smp/mts", "sltp"),
    "senior": ("sma", "ma", "smk", "mak", "sma/ma", "sma/smk", "sma/ma/smk", "slta"),
}
"""The schools of one level, by UU 20/2003 Pasal 17 ayat (2), 18 ayat (3) and 28 ayat (3); SLTP and SLTA before it."""
_SHORT = {
    "member.schooling": {
        f"{school}{like}": level
        for level, schools in _SCHOOLS.items()
        for school in schools
        for like in ("", " sederajat", "/sederajat")
    },
    "member.sex": {
        **dict.fromkeys(("l", "lk", "pria", "m"), "male"),
        **dict.fromkeys(("p", "pr", "wanita", "f"), "female"),
    },
    "change.kind": {
        **dict.fromkeys(("tambah", "penambahan", "masuk"), "add"),
        **dict.fromkeys(("keluar", "hapus", "dihapus", "pengurangan"), "remove"),
        **dict.fromkeys(("koreksi", "perbaikan", "diperbaiki"), "correct"),
    },
}
"""What offices put for a choice besides its words."""


def say_choice(field: str, value: str | bool | None, language: str) -> str | None:
    """A code, or a yes or no, in the words of a cell; None, which is not known, stays None.

    >>> say_choice("kind", "direct", "id"), say_choice("member.elderly", False, "id")
    ('langsung', 'tidak')
    """
    if value is None:
        return None
    return (FLAGS[value] if isinstance(value, bool) else CHOICES[field][value]).say(language)


def read_choice(field: str, text: str) -> str | bool | None:
    """The code that a cell names, in either language or as the code itself; None where it names none.

    >>> read_choice("kind", "Tidak langsung"), read_choice("member.elderly", "yes"), read_choice("kind", "?")
    ('indirect', True, None)
    """
    given = fold(text)
    if given in _SHORT.get(field, ()):
        return _SHORT[field][given]
    if field in CHOICES:
        for code, words in CHOICES[field].items():
            if given in (code, *(fold(words.say(language)) for language in LANGUAGES)):
                return code
        return None
    return next((flag for flag, words in FLAGS.items() if given in (words.id, words.en)), None)
