"""What an area is called, and of which kind it is said to be: one area, in whichever way it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from kesos.values._texts import fold

DISTRICT: Final = "kecamatan"
WORDS = {
    "desa": "desa|ds",
    "kelurahan": "kelurahan|kel",
    DISTRICT: "kecamatan|kec",
    "kabupaten": "kabupaten|kab",
    "provinsi": "provinsi|prov",
}
"""What offices write for each kind before a name. No *kota*, *kampung* or *dusun*: names begin with those too."""
_KIND = re.compile(
    "|".join(rf"(?P<{kind}>(?:(?:{word})\b\s*[.:]*\s*)+)" for kind, word in WORDS.items()), re.IGNORECASE
)


class Area(NamedTuple):
    """The name of an area as it is written, and its kind; None where no word says it."""

    name: str
    kind: str | None


def area_of(text: str) -> Area:
    """An area by its words: its name without the word for its kind and without blanks that tell nothing.

    >>> area_of("Ds. Umpang"), area_of("kec.Arut  Selatan"), area_of("Desa")
    (Area(name='Umpang', kind='desa'), Area(name='Arut Selatan', kind='kecamatan'), Area(name='Desa', kind=None))
    """
    words = " ".join(text.split())
    before = _KIND.match(words)
    if before is None or before.end() == len(words):
        return Area(words, None)
    return Area(words[before.end() :], before.lastgroup)


def same_area(one: str, other: str) -> bool:
    """Whether two texts call one area: the names agree, and the kinds do not differ where both are said.

    >>> same_area("Desa Kumai", "KUMAI"), same_area("Desa Kumai", "Kecamatan Kumai")
    (True, False)
    """
    first, second = area_of(one), area_of(other)
    return fold(first.name) == fold(second.name) and (
        first.kind is None or second.kind is None or first.kind == second.kind
    )


def named_twice(texts: Iterable[str]) -> tuple[str, str] | None:
    """The first two of several texts that call one area; None where each calls another.

    >>> named_twice(["Kumai", "Arut Selatan", "KUMAI"]), named_twice(["Desa Kumai", "Kelurahan Kumai"])
    (('Kumai', 'KUMAI'), None)
    """
    alike: dict[str, list[str]] = {}
    for text in texts:
        before = alike.setdefault(fold(area_of(text).name), [])
        first = next((each for each in before if same_area(each, text)), None)
        if first is not None:
            return first, text
        before.append(text)
    return None


__all__ = ["DISTRICT", "WORDS", "Area", "area_of", "named_twice", "same_area"]
