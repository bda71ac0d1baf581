"""The rows of a table that some class, day and date would fit at once, found without holding each against each other.

>>> from kesos.standards import Row
>>> rates = (Row(tests={"day": {"to": 3}}, amount=7), Row(tests={"day": {"from": 3}}, amount=15))
>>> [other.amount for _, other in overlaps(rates)]
[15]
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Any

from kesos.standards._rates import Interval, Row, Test

End = tuple[Any, ...]
"""An end of what a test lets through, of which one is before another: kinds first, then values of one kind."""
Ends = tuple[End, End]
_ALL: Ends = ((-1,), (9,))
_NUMBER, _DATE, _WORD = 0, 2, 4
"""Whole numbers, dates and words have nothing in common; between two kinds there is room for an open end."""


def overlaps(rows: Iterable[Row]) -> Iterator[tuple[Row, Row]]:
    """Every two rows that some class, day and date would fit both, in their order."""
    table = tuple(rows)
    ends = [{name: _ends(test) for name, test in row.tests} for row in table]
    for one, other in sorted(_met(ends)):
        yield table[one], table[other]


def _ends(test: Test) -> Ends:
    if not isinstance(test, Interval):
        at = (_WORD if isinstance(test, str) else _NUMBER, test)
        return at, at
    kind = _DATE if test.is_dated else _NUMBER
    first = (kind,) if test.start is None else (kind, test.start)
    return first, (kind + 1,) if test.end is None else (kind, test.end)


def _met(ends: list[dict[str, Ends]]) -> Iterator[tuple[int, int]]:
    """The places of every two rows of which no test keeps them apart."""
    names = sorted({name for row in ends for name in row}) or [""]
    parts = [[*range(len(ends))]]
    while parts:
        part = parts.pop()
        ordered = {name: _in_order(part, name, ends) for name in names}
        apart = next((found for name in names if len(found := _apart(ordered[name], name, ends)) > 1), None)
        if apart is None:
            name = min(names, key=lambda name: _many(ordered[name], name, ends))
            yield from _each_with_each(ordered[name], name, ends)
        else:
            parts += [each for each in apart if len(each) > 1]


def _in_order(part: list[int], name: str, ends: list[dict[str, Ends]]) -> list[int]:
    return sorted(part, key=lambda at: ends[at].get(name, _ALL))


def _apart(ordered: list[int], name: str, ends: list[dict[str, Ends]]) -> list[list[int]]:
    """Rows in parts of which none has anything in common with another, as far as one test goes."""
    found: list[list[int]] = []
    last: End = ()
    for at in ordered:
        first, end = ends[at].get(name, _ALL)
        if not found or first > last:
            found.append([])
        found[-1].append(at)
        last = max(last, end)
    return found


def _many(ordered: list[int], name: str, ends: list[dict[str, Ends]]) -> int:
    """How many pairs of rows one test does not keep apart."""
    spans = [ends[at].get(name, _ALL) for at in ordered]
    lasts = sorted(end for _, end in spans)
    return sum(at - bisect_left(lasts, first) for at, (first, _) in enumerate(spans))


def _each_with_each(ordered: list[int], name: str, ends: list[dict[str, Ends]]) -> Iterator[tuple[int, int]]:
    """The pairs of rows that no test keeps apart; one test says which have to be looked at."""
    open_rows: list[int] = []
    for at in ordered:
        first, _ = ends[at].get(name, _ALL)
        open_rows = [other for other in open_rows if ends[other].get(name, _ALL)[1] >= first]
        yield from ((min(at, other), max(at, other)) for other in open_rows if _meet(ends[at], ends[other]))
        open_rows.append(at)


def _meet(one: dict[str, Ends], other: dict[str, Ends]) -> bool:
    return all(
        first <= other[name][1] and other[name][0] <= last for name, (first, last) in one.items() if name in other
    )


__all__ = ["overlaps"]
