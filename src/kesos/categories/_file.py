"""The lists of categories, as their file says them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, cast

import attrs

from kesos import _checks as checks
from kesos._package import read_file
from kesos.categories._listing import CategoryList, CategoryWord, OtherList
from kesos.values import Citation, Reading, Text

_LISTS = ("PMKS", "PSKS")
_NONE = "tidak satu pun dari daftar"
"""What words are read as that no category names."""


@cache
def listed(code: str) -> CategoryList:
    """The list that is called "PMKS" or "PSKS" for short; the file is read when it is first asked for.

    >>> listed("PSKS").codes[2]
    'TARUNA_SIAGA_BENCANA'
    """
    table = _table(code)
    names = names_of(code)
    return CategoryList(
        code=code,
        name=Text(**table["name"]),
        codes=tuple(names),
        names=tuple(names.values()),
        words=words_of(code),
        later=tuple(map(_other, table.get("later", ()))),
        earlier=tuple(map(_other, table.get("earlier", ()))),
        citation=_cited(table),
    )


@cache
def names_of(code: str) -> dict[str, Text]:
    """What the categories of a list are called, by their codes.

    >>> names_of("PSKS")["DUNIA_USAHA"].en
    'Businesses'
    """
    return {each["code"]: Text(**each["name"]) for each in _table(code)["categories"]}


@cache
def words_of(code: str) -> tuple[CategoryWord, ...]:
    """The other words of a list; apart from the rest, since its years take longer to load.

    >>> words_of("PSKS")[0].word
    'PSM'
    """
    table = _table(code)
    groups = [
        *({**group, "stands_for": [each["code"]]} for each in table["categories"] for group in each.get("words", ())),
        *table.get("several", ()),
        *table.get("unlisted", ()),
    ]
    return tuple(word for group in groups for word in _read_as(group, names_of(code)))


def _read_as(group: dict[str, Any], names: dict[str, Text]) -> Iterator[CategoryWord]:
    codes = tuple(group.get("stands_for", ()))
    read_as = ", ".join(names[code].id for code in codes) or _NONE
    reason, citation = Text(**_file()["because"][group["because"]]), _cited(group)
    for word in group["words"]:
        yield CategoryWord(reading=Reading(word=word, read_as=read_as, reason=reason), codes=codes, citation=citation)


def _table(code: str) -> dict[str, Any]:
    return cast(dict[str, Any], _file()[checks.choice(code, "listing", _LISTS).lower()])


@cache
def _file() -> dict[str, Any]:
    import tomllib

    return tomllib.loads(read_file("kesos.rules", "categories.toml").decode("utf-8"))


def _cited(table: dict[str, Any]) -> Citation:
    return attrs.evolve(Citation(**_file()["sources"][table["source"]]), locator=table.get("at"))


def _other(table: dict[str, Any]) -> OtherList:
    return OtherList(
        code=table["code"],
        name=Text(**table["name"]),
        since=table["since"],
        entries=table.get("entries", ()),
        note=Text(**table["note"]) if "note" in table else None,
        citation=_cited(table),
    )
