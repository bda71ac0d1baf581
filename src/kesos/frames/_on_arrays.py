"""A plan over columns that are held as NumPy arrays: pandas, each partition of Dask, pyarrow."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple, Protocol

import numpy as np

from kesos.frames._arrays import BLOCK, Array, Work
from kesos.frames._expressions import LARGEST, Node
from kesos.frames._plan import Plan
from kesos.frames._progress import Progress


class Source(Protocol):
    """Gives the columns of a frame as arrays."""

    def __len__(self) -> int: ...

    def numbers(self, name: str) -> tuple[Array, Array | None]:
        """Whole numbers, 0 where they are missing, and where they are; None where none is."""
        ...

    def days(self, name: str) -> tuple[Array, Array, Array]:
        """Days counted from 1970, where they are missing, and where there is a time of day."""
        ...

    def words(self, name: str) -> tuple[Array, list[Any]]:
        """For each row the place of its word in a list, -1 where it is missing; and the list."""
        ...


class Added(NamedTuple):
    """A column of whole numbers: its values, and where it has none."""

    values: Array
    missing: Array


class _Columns:
    """What expressions read of the columns, each looked up once for the whole frame."""

    def __init__(self, source: Source, plan: Plan) -> None:
        self._source = source
        self._plan = plan
        self._known: dict[tuple[str, Any], Any] = {}

    def once(self, kind: str, key: Any, make: Callable[[], Any]) -> Any:
        if (kind, key) not in self._known:
            self._known[kind, key] = make()
        return self._known[kind, key]

    def read(self, node: Node, rows: slice) -> Array:
        name = node.args[0] if node.args else self._plan.columns.hazard
        kind = node.op
        if kind == "group":
            places, groups = self.once("group", name, lambda: self._groups(name))
            return groups[places[rows]]
        if kind == "word":
            places, words = self.once("words", name, lambda: self._source.words(name))
            same = np.array([*(word == node.args[1] for word in words), False], dtype=bool)
            return same[places[rows]]
        if name == self._plan.columns.period:
            days, missing, moments = self.once("days", name, lambda: self._source.days(name))
            return {"day": days, "missing": missing, "moment": moments}[kind][rows]
        if kind == "missing" and name in self._plan.columns.traits.values():
            places, _ = self.once("words", name, lambda: self._source.words(name))
            return places[rows] < 0
        numbers, missing = self.once("numbers", name, lambda: self._source.numbers(name))
        if kind == "missing":
            return np.False_ if missing is None else missing[rows]
        block = numbers[rows]
        too_wide = block > LARGEST if block.dtype == np.uint64 else np.False_
        if kind == "wide":
            return too_wide
        return (np.where(too_wide, 0, block) if block.dtype == np.uint64 else block).astype(np.int64, copy=False)

    def _groups(self, name: str) -> tuple[Array, Array]:
        """The place of each row's word, and the group of each word; a missing one is the last."""
        places, words = self._source.words(name)
        hazards = self._plan.hazards
        return places, np.array(hazards.groups_of([*words, None]), dtype=np.int64)


def added(plan: Plan, source: Source, progress: Progress) -> tuple[list[Added], Array]:
    """The columns that a plan adds, and the place of each row's status."""
    length = len(source)
    columns = _Columns(source, plan)
    results = [Added(np.empty(length, dtype=np.int64), np.empty(length, dtype=bool)) for _ in plan.outputs]
    status = np.empty(length, dtype=np.int8)

    def work_out(start: int) -> int:
        rows = slice(start, min(start + BLOCK, length))
        work = Work(lambda node: columns.read(node, rows))
        for output, result in zip(plan.outputs, results, strict=True):
            result.values[rows] = work.of(output.value)
            np.logical_not(work.of(output.present), out=result.missing[rows])
        status[rows] = work.of(plan.status)
        return rows.stop

    starts = range(0, length, BLOCK)
    for start in starts[:1]:  # by itself, since it looks up the columns for all of them
        progress.done(work_out(start), length)
    with ThreadPoolExecutor(max_workers=min(os.cpu_count() or 1, 8)) as pool:
        for done in pool.map(work_out, starts[1:]):
            progress.done(done, length)
    return results, status


__all__ = ["Added", "Source", "added"]
