"""A household's fields: the words that an office would use to ask for one, and the path to one that is at fault."""

from __future__ import annotations

import re

from kesos.errors import InvalidValueError
from kesos.values import Text

_FIELDS = {
    "members": Text("anggota rumah tangga selengkapnya", "all members of the household"),
    "very_poor": Text("apakah sangat miskin (RTSM)", "whether it is very poor (RTSM)"),
    "poor": Text("apakah miskin", "whether it is poor"),
    "categories": Text("kategori PMKS yang dicatat petugas", "the PMKS categories that the office registers"),
    "livelihood": Text("sumber mata pencaharian", "its livelihood"),
    "income_lost": Text("apakah pendapatan turun sementara", "whether its income has fallen for a time"),
    "setting": Text("perkotaan, perdesaan atau pesisir", "town, village or coast"),
    "damage": Text("kerusakan rumah", "the damage to its house"),
    "clothing_need": Text("penilaian petugas tentang sandang", "an officer's judgement on clothing"),
    "kitchen_need": Text("penilaian petugas tentang alat dapur", "an officer's judgement on kitchen goods"),
    "sex": Text("jenis kelamin", "sex"),
    "birth_date": Text("tanggal lahir atau umur", "birth date or age"),
    "pregnant": Text("apakah hamil", "whether pregnant"),
    "postpartum": Text("apakah dalam masa nifas", "whether she has just given birth"),
    "breastfeeding": Text("apakah menyusui", "whether breastfeeding"),
    "schooling": Text("jenjang sekolah", "schooling"),
    "basic_education_finished": Text("apakah pendidikan dasar selesai", "whether basic education is finished"),
    "elderly": Text("apakah lanjut usia", "whether elderly"),
    "severe_disability": Text("apakah disabilitasnya berat", "whether the disability is severe"),
}
_MEMBER = Text("anggota", "member")
_OF_MEMBER = re.compile(r"members\[(\d+)\]\.(\w+)", re.ASCII)


def say_member(number: int, language: str) -> str:
    """A member by place in the list, counted from 1 as people do.

    >>> say_member(0, "id")
    'anggota 1'
    """
    return f"{_MEMBER.say(language)} {number + 1}"


def say_field(path: str, language: str) -> str:
    """A field that is not known, in words, with its path; a field that only the caller knows stays as it is.

    >>> say_field("members[0].sex", "id")
    'anggota 1: jenis kelamin (members[0].sex)'
    """
    found = _OF_MEMBER.fullmatch(path)
    who, name = (f"{say_member(int(found[1]), language)}: ", found[2]) if found else ("", path)
    words = _FIELDS.get(name)
    return path if words is None else f"{who}{words.say(language)} ({path})"


def at(error: InvalidValueError, where: str) -> InvalidValueError:
    """The same error, its field with the path that leads to it.

    >>> at(InvalidValueError("born later", field="birth_date"), "members[1]").field
    'members[1].birth_date'
    """
    path = f"{where}.{error.field}"
    return InvalidValueError(error.problem, field=path, value=error.value, hint=error.hint, code=error.code)
