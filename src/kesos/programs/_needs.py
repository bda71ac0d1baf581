"""What would have to be so for a clause to hold, in words: of the household, or of any one of its members."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from kesos._ages import OLDEST
from kesos.people._field_words import say_field
from kesos.people._value_words import say_value
from kesos.values import Need, Text

_Way = tuple[tuple[Need, ...], tuple[Need, ...]]
"""What it would take of one member or of the household: all of the first, and one of the second."""


def say_needs(needs: Iterable[Need], language: str) -> str:
    """What it would take, in "id" or "en"; the same of several members is said once.

    >>> say_needs([Need("members[0].pregnant", (True,)), Need("members[0].postpartum", (True,))], "en")
    'pregnant or she has just given birth'
    >>> say_needs([Need("members[0].birth_date", ages=(5, 7)), Need("members[0].schooling", ("none",))], "id")
    'umur 5–7 tahun dan jenjang sekolah: tidak bersekolah'
    """
    return _any_of([_say_way(way, language) for way in _ways(needs)], language)


def _ways(needs: Iterable[Need]) -> list[_Way]:
    """What it would take of each; where less would do of another, more is not asked for."""
    of_each: dict[str, dict[Need, None]] = {}
    for need in needs:
        whose, _, field = need.field.rpartition(".")
        of_each.setdefault(whose, {})[attrs.evolve(need, field=field)] = None
    split = (
        (tuple(each for each in way if _is_beside(each)), tuple(each for each in way if not _is_beside(each)))
        for way in of_each.values()
    )
    ways = list(dict.fromkeys(split))
    return [(ages, others) for ages, others in ways if not (ages and others and {(ages, ()), ((), others)} & set(ways))]


def _is_beside(need: Need) -> bool:
    return need.beside or need.ages is not None


def _say_way(way: _Way, language: str) -> str:
    """Ages, and what is asked for together, stand beside all else; of that, one is enough."""
    ages, others = ([_say_need(need, language) for need in part] for part in way)
    return Text(" dan ", " and ").say(language).join(ages + ([_any_of(others, language)] if others else []))


def _any_of(alternatives: Sequence[str], language: str) -> str:
    """The alternatives in a row: "a", "a or b", "a, b or c"."""
    *first, last = alternatives
    return Text(" atau ", " or ").say(language).join([", ".join(first), last] if first else [last])


def _say_need(need: Need, language: str) -> str:
    if need.ages is not None:
        first, last = need.ages
        if last == OLDEST:
            return Text(f"umur {first} tahun ke atas", f"age {first} and above").say(language)
        return Text(f"umur {first}–{last} tahun", f"age {first}–{last}").say(language)
    field = say_field(need.field, language)
    if need.values == (True,):  # what is asked of as "whether pregnant" has to be so: "pregnant"
        return field.removeprefix(Text("apakah ", "whether ").say(language))
    return f"{field}: {_any_of([say_value(need.field, value, language) for value in need.values], language)}"


__all__ = ["say_needs"]
