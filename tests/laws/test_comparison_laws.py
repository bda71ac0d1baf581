"""Whatever is changed in a standard, comparing the two finds it and the standard's own table shows it.

What only names a standard (its code, its title, its source) and where its clauses say something are left alone: they
are no clauses. The rest of each file is changed one value at a time.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kesos.errors import KesosError
from kesos.standards import (
    KEMENSOS_CASH,
    PEDUM_2003,
    AidStandard,
    compare_standards,
    digest,
    dumps_standard,
    load_standard,
    loads_standard,
)
from kesos.standards._files import _plain_standard, _standard
from kesos.standards._stated import CLAUSES, CLAUSES_OF, IDENTITY, clauses_of

TESTS = Path(__file__).parents[1]
SHAPES = load_standard(TESTS / "unit" / "every_shape.toml")
PERBUP = load_standard(TESTS.parent / "examples" / "standards" / "perbup_contoh_2020.toml")
STANDARDS = [PEDUM_2003, KEMENSOS_CASH, SHAPES, PERBUP]
NAMES_AND_PLACES = ("source", "citation", "format")
OTHER_WORDS: dict[str, tuple[Any, ...]] = {
    "beyond": ("decision", "refused"),
    "bound": ("exact", "floor", "ceiling"),
    "covers": (["flood"],),
    "counted": ("event", "place"),
    "end": ("open", "unknown", "2090"),
    "every": ("day", "week"),
    "part": ("up", "down", "whole"),
    "rounding": ("up", "down", "half_up"),
    "schooling": ("primary", "junior"),
    "sex": ("female", "male"),
    "share": ("2/3",),
    "start": ("1999",),
    "unit": ("kg", "piece", "IDR", "ha", "dozen"),
    "measure": ("m2",),
    "window": ("open",),
    "field": ("clothing_need", "kitchen_need"),
}
KEYS = {  # of the format, all of which are to be among those that were changed
    *("amount", "unit", "per", "every", "part", "group", "rounding", "counted", "month_days", "bound", "measure"),
    *("rates", "window", "in_kind", "suits", "words", "sex", "grown", "schooling", "readings", "reason", "read_as"),
    *("minimum", "maximum", "extended", "hazards", "beyond", "note", "start", "end", "covers", "priority", "subject"),
    *("judged", "need", "about", "field", "name", "code", "most", "of", "values", "months", "share", "days"),
    *("lower_of", "to", "each_further", "date", "day", "hazard", "not_covered", "durations", "from", "each"),
}


def places(plain: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place of a standard's plain form but for its names and sources."""
    keys = plain if isinstance(plain, dict) else range(len(plain)) if isinstance(plain, list) else ()
    for key in keys:
        if key in NAMES_AND_PLACES or (not path and key in IDENTITY):
            continue
        yield (*path, key)
        yield from places(plain[key], (*path, key))


def others(value: Any, key: Any) -> Iterator[Any]:
    """What else might stand in a place."""
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield from (value + 1, value + 7)
    elif isinstance(value, str):
        yield from OTHER_WORDS.get(key, ())
        yield from (f"{value}x", "family", "fire", "flood", "2001-02-03", "2090-02-03", "3.5")


def sound_changes(standard: AidStandard, path: tuple[Any, ...]) -> Iterator[AidStandard]:
    """The standards that say nothing there, or the first other thing that is sound and not the same."""
    plain = {"format": 1, **_plain_standard(standard)}
    key = next(part for part in reversed(path) if isinstance(part, str))
    for said in ((None,), others(_at(plain, path), key)):
        for other in said:
            again = copy.deepcopy(plain)
            holder = _at(again, path[:-1])
            if other is None:
                del holder[path[-1]]
            else:
                holder[path[-1]] = other
            try:
                made = _standard(again)
            except KesosError:
                continue
            if digest(made) != digest(standard):
                yield made
                break


def _at(plain: Any, path: tuple[Any, ...]) -> Any:
    for part in path:
        plain = plain[part]
    return plain


def shown(standard: AidStandard) -> list[tuple[str, ...]]:
    """The rows of its table in both languages."""
    return [row for language in ("id", "en") for row in standard.table(language).rows]


def is_left_to_the_file(path: tuple[Any, ...]) -> bool:
    """What a table has no words for: codes, the field of a judgement, words that are an item's name."""
    return path[-1] in ("code", "field") or "suits" in path[-2:]


def test_whatever_is_changed_is_found_and_shown() -> None:
    changed: set[Any] = set()
    for standard in STANDARDS:
        before = shown(standard)
        for path in places({"format": 1, **_plain_standard(standard)}):
            for other in sound_changes(standard, path):
                changed |= set(path)
                assert compare_standards(standard, other).changes, (standard, path)
                assert is_left_to_the_file(path) or shown(other) != before, (standard, path)
    assert changed >= KEYS


@settings(suppress_health_check=list(HealthCheck), max_examples=10, deadline=None)
@given(st.data())
def test_whatever_is_changed_in_a_made_up_standard_is_found(data: st.DataObject) -> None:
    standard = data.draw(st.from_type(AidStandard))
    path = data.draw(st.sampled_from(list(places({"format": 1, **_plain_standard(standard)}))))
    for other in sound_changes(standard, path):
        assert compare_standards(standard, other).changes, path


def test_every_field_of_a_standard_has_its_clauses_or_names_it() -> None:
    fields = [field.name for field in attrs.fields(AidStandard)]
    assert sorted([*CLAUSES_OF, *IDENTITY]) == sorted(fields)
    kinds = {kind for standard in STANDARDS for kind, _ in clauses_of(standard)}
    assert kinds == set(CLAUSES)


@pytest.mark.parametrize("standard", STANDARDS, ids=lambda standard: standard.code)
def test_a_standard_written_and_read_back_has_no_change(standard: AidStandard) -> None:
    comparison = compare_standards(standard, loads_standard(dumps_standard(standard)))
    assert comparison.changes == ()
    assert len(comparison.clauses) == len(clauses_of(standard))
