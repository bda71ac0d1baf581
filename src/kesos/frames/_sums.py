"""Rows of a frame added up before the rule is applied: it is linear in every count, so that the sums are the same."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import Any, NamedTuple

import attrs
import numpy as np

from kesos.frames._arrays import Array
from kesos.frames._expressions import LARGEST
from kesos.frames._frames import Frame, narwhals
from kesos.frames._groups import HALF, ROWS, Lists, lists_of, of_parts
from kesos.frames._plan import Plan

FAULT = "__kesos_fault"
"""Which counts of a row are missing or below zero, as a number: rows that differ in it are not added up together."""
FLAGGED, KNOWN = "__kesos_flagged", "__kesos_known"
SUM, MOST, LEAST = "__kesos_sum", "__kesos_most", "__kesos_least"
HIGH, LOW = "__kesos_high", "__kesos_low"


class GroupSums(NamedTuple):
    """What the rows of one group are owed together."""

    key: tuple[Any, ...]
    rows: int
    flagged: int
    amounts: list[int | None]


@attrs.frozen(kw_only=True, eq=False)
class Summed:
    """What is left when rows that differ in nothing but their counts are added up.

    Args:
        columns: The columns that rows were told apart by.
        sums: Each count's sum.
        largest: Each count's largest, or what is no less than it.
        fault: What is missing or below zero in these rows.
        rows: How many rows were added up.
        exact: Whether the engine adds up in more than 64 bits, so that no sum can have wrapped.
    """

    columns: dict[str, list[Any]]
    sums: dict[str, list[int]]
    largest: dict[str, list[int]]
    fault: list[int]
    rows: list[int]
    exact: bool

    def is_safe(self, most: int) -> bool:
        """Whether no sum can have wrapped, and no single row's product could."""
        if any((largest or 0) > most for each in self.largest.values() for largest in each):
            return False
        return self.exact or all(
            (largest or 0) * rows <= LARGEST
            for each in self.largest.values()
            for largest, rows in zip(each, self.rows, strict=True)
        )


class Grouped:
    """The columns of what was added up, as arrays."""

    def __init__(self, summed: Summed, plan: Plan) -> None:
        self._summed = summed
        self._plan = plan

    def __len__(self) -> int:
        return len(self._summed.rows)

    def numbers(self, name: str) -> tuple[Array, Array | None]:
        """A count's sums, or a column of days."""
        counts = self._plan.count_columns
        if name not in counts:
            values = self._summed.columns[name]
            missing = np.array([value is None for value in values], dtype=bool)
            return np.array([0 if value is None else value for value in values], dtype=np.int64), missing
        bit = 4 ** counts.index(name)
        faults = np.array(self._summed.fault, dtype=np.int64) // bit % 4
        sums = np.array([value or 0 for value in self._summed.sums[name]], dtype=np.int64)
        return np.where(faults == 2, -1, np.where(faults == 1, 0, sums)), faults == 1

    def days(self, name: str) -> tuple[Array, Array, Array]:
        """The days of the events."""
        values = self._summed.columns[name]
        missing = np.array([value is None for value in values], dtype=bool)
        moments = np.array(values, dtype="datetime64[us]")
        days = moments.astype("datetime64[D]")
        return np.where(missing, 0, days.astype(np.int64)), missing, ~missing & (days != moments)

    def words(self, name: str) -> tuple[Array, list[Any]]:
        """The words of a column of text."""
        places: dict[Any, int] = {}
        column = [-1 if word is None else places.setdefault(word, len(places)) for word in self._summed.columns[name]]
        return np.array(column, dtype=np.int64), list(places)


def added_up(plan: Plan, names: tuple[str, ...]) -> Summed:
    """The rows of a frame, those added up that differ in nothing but their counts."""
    counts, keys = plan.count_columns, tuple(dict.fromkeys((*names, *plan.other_columns)))
    frame = plan.columns.frame
    found = of_parts(partial(_BY_ENGINE.get(frame.engine, _add_up), counts=counts, keys=keys), frame, names)
    return Summed(
        columns={name: found[name] for name in keys},
        sums={name: found[f"{SUM}{at}"] for at, name in enumerate(counts)},
        largest={name: found[f"{MOST}{at}"] for at, name in enumerate(counts)},
        fault=found[FAULT],
        rows=found[ROWS],
        exact=frame.engine == "duckdb",
    )


def _add_up_in_sql(relation: Any, counts: tuple[str, ...], keys: tuple[str, ...]) -> Lists:
    """The same in DuckDB's own SQL, in 128 bits: where no count is below zero, none is above the sum."""
    quoted = import_module("kesos.frames._duckdb").DIALECT.name
    columns, names = [quoted(name) for name in keys], [*keys, ROWS]
    told = [*columns, "count(*)"]
    for at, name in enumerate(map(quoted, counts)):
        told += [f"sum({name})", f"min({name})", f"count({name})"]
        names += [f"{part}{at}" for part in (SUM, LEAST, KNOWN)]
    by = f" GROUP BY {', '.join(columns)}" if columns else ""
    rows = relation.query("kesos_rows", f"SELECT {', '.join(told)} FROM kesos_rows{by}").fetchall()
    found: Lists = dict(zip(names, map(list, zip(*rows, strict=True)), strict=True)) if rows else {n: [] for n in names}
    found |= {f"{MOST}{at}": found[f"{SUM}{at}"] for at, _ in enumerate(counts)}
    sound = _split_by_missing(found, counts, keys)
    return _add_up_by_fault(narwhals().from_native(relation), counts, keys) if sound is None else sound


_BY_ENGINE = {"duckdb": _add_up_in_sql}


def _add_up(frame: Any, counts: tuple[str, ...], keys: tuple[str, ...]) -> Lists:
    nw = narwhals()
    told = nw.from_native(frame)
    if isinstance(told, nw.DataFrame):  # all of it is at hand: whether every count is sound is soon seen
        largest = _largest_if_sound(told, counts)
        told = told.lazy() if told.implementation.is_polars() else told
        if largest is not None:
            found = _grouped(told, keys, counts, ())
            many = len(found[ROWS])
            return found | {FAULT: [0] * many} | {f"{MOST}{at}": [most] * many for at, most in enumerate(largest)}
    else:
        found = _grouped(told, keys, counts, ("most", "least", "known"))
        sound = _split_by_missing(found, counts, keys)
        if sound is not None:
            return sound
    return _add_up_by_fault(told, counts, keys)


def _add_up_by_fault(told: Any, counts: tuple[str, ...], keys: tuple[str, ...]) -> Lists:
    """Rows that lack other counts are added up apart."""
    nw = narwhals()
    fault = nw.lit(0)
    for at, name in enumerate(counts):
        count = nw.col(name)
        missing, negative = count.is_null().cast(nw.Int64), (count < 0).fill_null(value=False).cast(nw.Int64)
        fault = fault + (missing + negative * 2) * 4**at
    return _grouped(told.with_columns(fault.alias(FAULT)), (*keys, FAULT), counts, ("most",))


def _grouped(told: Any, keys: tuple[str, ...], counts: tuple[str, ...], beside: tuple[str, ...]) -> Lists:
    """The sums of counts in each group, and what is asked for beside them."""
    nw = narwhals()
    in_parts = told.implementation.is_pyspark()  # a sum of Spark's that does not fit is an error
    each = [nw.len().alias(ROWS)]
    for at, name in enumerate(counts):
        count = nw.col(name)
        if in_parts:
            told = told.with_columns((count // HALF).alias(f"{HIGH}{at}"), (count % HALF).alias(f"{LOW}{at}"))
            each += [nw.col(f"{part}{at}").sum() for part in (HIGH, LOW)]
        else:
            each.append(count.sum().alias(f"{SUM}{at}"))
        more = {"most": count.max().alias(f"{MOST}{at}"), "least": count.min().alias(f"{LEAST}{at}")}
        more["known"] = count.count().alias(f"{KNOWN}{at}")
        each += [more[part] for part in beside]
    found = lists_of(told.group_by([*keys], drop_null_keys=False).agg(*each))
    for at, _ in enumerate(counts if in_parts else ()):
        halves = zip(found[f"{HIGH}{at}"], found[f"{LOW}{at}"], strict=True)
        found[f"{SUM}{at}"] = [(high or 0) * HALF + (low or 0) for high, low in halves]
    return found


def _split_by_missing(found: Lists, counts: tuple[str, ...], keys: tuple[str, ...]) -> Lists | None:
    """Groups with the rows whose one count is missing apart; None where that is not all that may be at fault."""
    for at, _ in enumerate(counts):
        if any((least or 0) < 0 for least in found[f"{LEAST}{at}"]):
            return None
    if len(counts) > 1 and any(found[f"{KNOWN}{at}"] != found[ROWS] for at, _ in enumerate(counts)):
        return None
    if all(found[f"{KNOWN}{at}"] == found[ROWS] for at, _ in enumerate(counts)):
        return found | {FAULT: [0] * len(found[ROWS])}
    names = [*keys, ROWS, *(f"{part}{at}" for at, _ in enumerate(counts) for part in (SUM, MOST))]
    split: Lists = {name: [] for name in (*names, FAULT)}
    for row, many in enumerate(found[ROWS]):
        known = found[f"{KNOWN}0"][row] if counts else many
        for fault, rows in ((0, known), (1, many - known)):
            if rows:
                each = {name: found[name][row] for name in names} | {ROWS: rows, FAULT: fault}
                for name, values in split.items():
                    values.append(each[name])
    return split


def _largest_if_sound(told: Any, counts: tuple[str, ...]) -> list[int] | None:
    """The largest of each count, where none is missing or below zero and there is any."""
    largest: list[int] = []
    for name in counts:
        column = told[name]
        if not len(column) or column.null_count() or column.min() < 0:
            return None
        largest.append(int(column.max()))
    return largest


def sums_of_rows(plan: Plan, added: Any, names: tuple[str, ...]) -> list[GroupSums]:
    """What was found row by row, added up."""
    amounts = tuple(output.name for output in plan.amounts)
    found = of_parts(
        partial(_add_rows, amounts=amounts, status=plan.status_name, names=names),
        Frame(added, plan.columns.frame.engine),
        names,
    )
    return [
        GroupSums(
            key=tuple(found[name][row] for name in names),
            rows=rows,
            flagged=int(found[FLAGGED][row]),
            amounts=[
                int(found[f"{HIGH}{at}"][row]) * HALF + int(found[f"{LOW}{at}"][row])
                if found[f"{KNOWN}{at}"][row]
                else None
                for at in range(len(amounts))
            ],
        )
        for row, rows in enumerate(found[ROWS])
    ]


def _add_rows(added: Any, amounts: tuple[str, ...], status: str, names: tuple[str, ...]) -> Lists:
    """Sums of rows; high and low parts of an amount by themselves, so that neither sum can wrap."""
    nw = narwhals()
    columns = list(map(nw.col, amounts))
    parts = [(amount // HALF).alias(f"{HIGH}{at}") for at, amount in enumerate(columns)]
    parts += [(amount % HALF).alias(f"{LOW}{at}") for at, amount in enumerate(columns)]
    flagged = (nw.col(status).cast(nw.String) != "ok").cast(nw.Int64).alias(FLAGGED)
    told = nw.from_native(added).with_columns(*parts, flagged, nw.lit(0).alias(FAULT))
    each = [nw.len().alias(ROWS), nw.col(FLAGGED).sum()]
    each += [nw.col(f"{part}{at}").sum() for at in range(len(columns)) for part in (HIGH, LOW)]
    each += [amount.count().alias(f"{KNOWN}{at}") for at, amount in enumerate(columns)]
    return lists_of(told.group_by([*names, FAULT], drop_null_keys=False).agg(*each))


__all__ = ["Grouped", "Summed", "added_up", "sums_of_rows"]
