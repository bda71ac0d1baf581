"""The name of a district (kecamatan), whichever word or case it is written with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

import attrs

from kesos.records import Fieldwise
from kesos.values._areas import DISTRICT, WORDS, area_of
from kesos.values._texts import Text, fold

_COLUMNS = ("district", "place district", "sub district", "subdistrict", "kecamatan", "kec", "nama kecamatan")
"""What columns of districts are called, with blanks for dots and underscores."""
_MERGED = Text("Kecamatan yang sama ditulis berbeda, dihitung sebagai satu", "One district, written differently")


def district_name(district: str) -> str:
    """The name without the word for a district and without blanks that tell nothing.

    >>> [district_name(words) for words in ("Kec. Arut  Selatan", "Kec.Kumai", "Kecamatan Kumai", "Kecubung", "Kec.")]
    ['Arut Selatan', 'Kumai', 'Kumai', 'Kecubung', 'Kec.']
    """
    name, kind = area_of(district)
    return name if kind == DISTRICT else " ".join(district.split())


def same_district(district: str) -> str:
    """What all spellings of one district have in common: its name, in whichever case.

    >>> same_district("KEC. KUMAI") == same_district("kumai "), same_district("Kumai") == same_district("Kumai Hulu")
    (True, False)
    """
    return fold(district_name(district))


def is_of_districts(column: str) -> bool:
    """Whether a column holds districts, by what it is called.

    >>> [is_of_districts(name) for name in ("Kecamatan", "nama_kecamatan", "place.district", "region", "kecamatan_id")]
    [True, True, True, False, False]
    """
    return fold(re.sub(r"[._-]", " ", column)) in _COLUMNS


def names_district(text: str, district: str, *, after_word: bool = False) -> bool:
    """Whether a text names a district, among other words; where that is asked, right after the word for one.

    >>> names_district("Kecamatan KUMAI dan Arut  Utara", "Kec. Arut Utara"), names_district("Kumaian", "Kumai")
    (True, False)
    >>> [names_district(words, "Kumai", after_word=True) for words in ("Desa A, kec.Kumai", "Desa Kumai")]
    [True, False]
    """
    before = rf"\b(?:{WORDS[DISTRICT]})\b[\s.:]*" if after_word else r"(?<!\w)"
    return re.search(rf"{before}{re.escape(same_district(district))}(?!\w)", fold(text)) is not None


@attrs.frozen(eq=False, repr=False)
class Spellings(Fieldwise):
    """What districts are called, where one may be written in several ways.

    Args:
        names: What each is called, by its spelling: as it is written, or where that differs, the name of most rows.
        merged: The spellings of each that is written in more ways than one.

    >>> found = Spellings.of(["KUMAI", "Kec. Kumai", "Kumai", "Kec. Lamandau", None])
    >>> found.names["KUMAI"], found.names["Kec. Lamandau"], found.say("en")
    ('Kumai', 'Kec. Lamandau', ['One district, written differently: KUMAI = Kec. Kumai = Kumai.'])
    """

    names: dict[str, str]
    merged: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, districts: Iterable[str | None]) -> Spellings:
        """The districts that there are."""
        return cls.of_rows(Counter(district for district in districts if district is not None))

    @classmethod
    def of_rows(cls, many: Mapping[str, int]) -> Spellings:
        """The same, where it is known how many rows have each spelling."""
        alike: dict[str, list[str]] = {}
        for spelling in many:
            alike.setdefault(same_district(spelling), []).append(spelling)
        names: dict[str, str] = {}
        for spellings in alike.values():
            rows: Counter[str] = Counter()
            for spelling in spellings:
                rows[spelling if len(spellings) == 1 else district_name(spelling)] += many[spelling]
            names |= dict.fromkeys(spellings, rows.most_common(1)[0][0])
        written = (tuple(dict.fromkeys(" ".join(each.split()) for each in spellings)) for spellings in alike.values())
        return cls(names, tuple(each for each in written if len(each) > 1))

    def say(self, language: str) -> list[str]:
        """Which spellings are one district, in a sentence; none where each is written in one way."""
        told = "; ".join(" = ".join(each) for each in self.merged)
        return [f"{_MERGED.say(language)}: {told}."] if told else []


__all__ = ["Spellings", "district_name", "is_of_districts", "names_district", "same_district"]
