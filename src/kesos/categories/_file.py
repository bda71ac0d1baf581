"""The lists of categories, as their file says them."""

from __future__ import annotations

from functools import cache
from typing import Any

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
    file = _file()
    table = file[checks.choice(code, "listing", _LISTS).lower()]
    categories = table["categories"]
    names = {each["code"]: Text(**each["name"]) for each in categories}
    groups = [
        *({**group, "stands_for": [each["code"]]} for each in categories for group in each.get("words", ())),
        *table.get("several", ()),
        *table.get("unlisted", ()),
    ]
    return CategoryList(
        code=code,
        name=Text(**table["name"]),
        codes=tuple(names),
        names=tuple(names.values()),
        words=tuple(
            CategoryWord(
                reading=Reading(
                    word=word,
                    read_as=", ".join(names[code].id for code in group.get("stands_for", ())) or _NONE,
                    reason=Text(**file["because"][group["because"]]),
                ),
                codes=group.get("stands_for", ()),
                citation=_cited(file, group),
            )
            for group in groups
            for word in group["words"]
        ),
        later=tuple(_other(file, each) for each in table.get("later", ())),
        earlier=tuple(_other(file, each) for each in table.get("earlier", ())),
        citation=_cited(file, table),
    )


@cache
def _file() -> dict[str, Any]:
    import tomllib

    return tomllib.loads(read_file("kesos.rules", "categories.toml").decode("utf-8"))


def _cited(file: dict[str, Any], table: dict[str, Any]) -> Citation:
    return attrs.evolve(Citation(**file["sources"][table["source"]]), locator=table.get("at"))


def _other(file: dict[str, Any], table: dict[str, Any]) -> OtherList:
    return OtherList(
        code=table["code"],
        name=Text(**table["name"]),
        since=table["since"],
        entries=table.get("entries", ()),
        note=Text(**table["note"]) if "note" in table else None,
        citation=_cited(file, table),
    )
