"""What is asked about people, in the words that an office would use to ask for it."""

from __future__ import annotations

import re

import attrs

from kesos.people._beneficiary import Beneficiary
from kesos.people._household import Household
from kesos.values import Text

_MEMBER = Text("anggota", "member")
_OF_MEMBER = re.compile(r"members\[(\d+)\]\.(\w+)", re.ASCII)
_WORDS_TO_ASK: dict[str, Text] = {
    field.name: field.metadata["ask"]
    for kind in (Beneficiary, Household)
    for field in attrs.fields(kind)
    if "ask" in field.metadata
}


def say_member(number: int, language: str) -> str:
    """A member by place in the list, counted from 1 as people do.

    >>> say_member(0, "id")
    'anggota 1'
    """
    return f"{_MEMBER.say(language)} {number + 1}"


def say_field(path: str, language: str) -> str:
    """A field in words, its member counted from 1; a field that only the caller knows stays as it is.

    >>> say_field("members[0].sex", "id")
    'anggota 1: jenis kelamin'
    """
    found = _OF_MEMBER.fullmatch(path)
    who, name = (f"{say_member(int(found[1]), language)}: ", found[2]) if found else ("", path)
    words = _WORDS_TO_ASK.get(name)
    return f"{who}{name if words is None else words.say(language)}"
