"""Rows of a table that overlap are those that no test keeps apart, however they are looked for."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kesos.standards import Interval, Row
from kesos.standards._overlaps import overlaps


def ends(least: int, most: int) -> st.SearchStrategy[tuple[int | None, int | None]]:
    """An interval with two ends or one."""
    both = st.tuples(st.integers(least, most), st.integers(least, most)).map(lambda each: (min(each), max(each)))
    one = st.integers(least, most)
    return both | both | one.map(lambda end: (end, None)) | one.map(lambda end: (None, end))


KINDS: dict[str, st.SearchStrategy[Any]] = {
    "day": ends(1, 9),
    "date": ends(2018, 2026),
    "damage": st.sampled_from(["light", "moderate", "heavy"]),
    "percent": st.integers(1, 3),
}
# a test that some rows do not have keeps nothing apart by itself: most tables have a few that all rows have
TABLES = st.tuples(st.sets(st.sampled_from(sorted(KINDS))), st.sets(st.sampled_from(sorted(KINDS)))).flatmap(
    lambda names: st.lists(
        st.fixed_dictionaries(
            {name: KINDS[name] for name in sorted(names[0])},
            optional={name: KINDS[name] for name in sorted(names[1] - names[0])},
        ),
        max_size=9,
    )
)


def row_of(tests: dict[str, Any]) -> Row:
    plain = {}
    for name, test in tests.items():
        if isinstance(test, tuple):
            ends = {
                key: end if name == "day" else str(end) for key, end in zip(("from", "to"), test, strict=True) if end
            }
            plain[name] = ends
        else:
            plain[name] = test
    return Row(tests=plain, amount=1)


def meets(one: object, other: object) -> bool:
    if isinstance(one, Interval) and isinstance(other, Interval):
        return one.meets(other)
    return one == other


@given(TABLES)
def test_two_rows_overlap_just_where_no_test_keeps_them_apart(tables: list[dict[str, Any]]) -> None:
    rows = [row_of(tests) for tests in tables]
    expected = [
        (one, other)
        for at, one in enumerate(rows)
        for other in rows[at + 1 :]
        if all(meets(test, other.test(name)) for name, test in one.tests if other.test(name) is not None)
    ]
    assert list(overlaps(rows)) == expected
