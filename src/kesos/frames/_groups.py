"""Rows of a frame put together by columns: how many there are and what their columns add up to, in exact numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from importlib import import_module
from typing import Any

from kesos import _checks as checks
from kesos.errors import FrameError
from kesos.frames._frames import Frame, narwhals
from kesos.values._districts import Spellings, is_of_districts

Lists = dict[str, list[Any]]
HIDDEN = "__kesos_"
ONE, ROWS = f"{HIDDEN}one", f"{HIDDEN}rows"
HALF = 2**32


def check_by(frame: Frame, by: Iterable[str], taken: Iterable[str]) -> tuple[str, ...]:
    """The columns to group by: each is there, none is named twice or like a column that is added.

    Raises:
        FrameError: One is not.
    """
    names = checks.items(by, "by", str)
    for at, name in enumerate(names):
        kind = frame.kind(name, f"by[{at}]")
        if frame.holds_lists(name):
            raise FrameError("column_not_text", field=f"by[{at}]", value=name, kind=kind)
        if name in names[:at]:
            raise FrameError("column_doubled", field=f"by[{at}]", value=name)
    for name in taken:
        if name in names:
            raise FrameError("column_taken", field=name, value=name)
    return names


def grouped(frame: Frame, by: tuple[str, ...], numbers: tuple[str, ...]) -> Lists:
    """For each group its rows, and of each column of whole numbers the sum and how many are missing or below zero.

    The columns are named by the place of the number: "sum0", "missing0", "negative0".
    """
    unkind = frozenset(name for name in numbers if frame.engine == "polars" and frame.is_nothing(name))
    found = of_parts(partial(_grouped, by=by, numbers=numbers, unkind=unkind), frame, by)
    merged: dict[tuple[Any, ...], list[int]] = {}
    keys = list(zip(*(found[name] for name in by), strict=True)) if by else [()] * len(found[ROWS])
    columns = [found[ROWS]]
    for at, _ in enumerate(numbers):
        high, low = found[f"{HIDDEN}high{at}"], found[f"{HIDDEN}low{at}"]
        columns.append([(h or 0) * HALF + (w or 0) for h, w in zip(high, low, strict=True)])
        columns += [found[f"{HIDDEN}missing{at}"], found[f"{HIDDEN}negative{at}"]]
    for key, *more in zip(keys, *columns, strict=True):
        old = merged.setdefault(key, [0] * len(more))
        merged[key] = [a + int(b) for a, b in zip(old, more, strict=True)]
    names = ["rows", *(f"{part}{at}" for at, _ in enumerate(numbers) for part in ("sum", "missing", "negative"))]
    lists: Lists = {name: [key[at] for key in merged] for at, name in enumerate(by)}
    return lists | {f"{HIDDEN}{name}": [values[at] for values in merged.values()] for at, name in enumerate(names)}


def _grouped(native: Any, by: tuple[str, ...], numbers: tuple[str, ...], unkind: frozenset[str]) -> Lists:
    nw = narwhals()
    new, each = [nw.lit(0).alias(ONE)], [nw.len().alias(ROWS)]
    for at, name in enumerate(numbers):
        number = nw.col(name).cast(nw.Int64) if name in unkind else nw.col(name)
        missing, negative = number.is_null(), (number < 0).fill_null(value=False)
        whole = nw.when(~missing & ~negative).then(number)
        parts = {"high": whole // HALF, "low": whole % HALF}
        parts |= {"missing": missing.cast(nw.Int64), "negative": negative.cast(nw.Int64)}
        new += [part.alias(f"{HIDDEN}{kind}{at}") for kind, part in parts.items()]
        each += [nw.col(f"{HIDDEN}{kind}{at}").sum() for kind in parts]
    told = nw.from_native(native).with_columns(*new)
    return lists_of(told.group_by([*by, ONE], drop_null_keys=False).agg(*each))


def of_parts(work: Callable[[Any], Lists], frame: Frame, by: tuple[str, ...]) -> Lists:
    """What is found in a frame, group by group; in one of Dask, partition by partition. A group may be there twice."""
    if frame.engine != "dask":
        return _spelt_once(work(frame.native), by)
    dask = import_module("dask")
    parts = dask.compute(*(dask.delayed(work)(part) for part in frame.native.to_delayed()))
    return _spelt_once({name: [value for part in parts for value in part[name]] for name in parts[0]}, by)


def _spelt_once(found: Lists, by: tuple[str, ...]) -> Lists:
    """The same with one name for each district: that of most rows, as one of its spellings that are there has it."""
    for column in filter(is_of_districts, by):
        many: Counter[Any] = Counter()
        for district, rows in zip(found[column], found[ROWS], strict=True):
            many[district] += rows
        del many[None]
        if not all(isinstance(district, str) for district in many):
            continue
        by_name: dict[str, list[str]] = {}
        for spelling, name in Spellings.of_rows(many).names.items():
            by_name.setdefault(name, []).append(spelling)
        names = {  # "Kumai", or where all write "Kec. Kumai", what most do
            spelling: name if name in many else max(spelt, key=many.__getitem__)
            for name, spelt in by_name.items()
            for spelling in spelt
        }
        found = found | {column: [names.get(district) for district in found[column]]}
    return found


def lists_of(frame: Any) -> Lists:
    """A small frame of narwhals, column by column, with None for what is missing."""
    streamed = {"engine": "streaming"} if frame.implementation.is_polars() else {}
    whole = frame.collect(**streamed) if hasattr(frame, "collect") else frame
    return {name: _plain(whole[name]) for name in whole.columns}


def _plain(column: Any) -> list[Any]:
    if not column.null_count():
        return list(column.to_list())
    missing = column.is_null().to_list()
    return [None if gone else value for value, gone in zip(column.to_list(), missing, strict=True)]


__all__ = ["HALF", "HIDDEN", "ONE", "ROWS", "Lists", "check_by", "grouped", "lists_of", "of_parts"]
