"""A plan over pandas, and over the partitions of Dask, which are frames of pandas."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import Any

import attrs
import numpy as np

from kesos.frames._arrays import Array
from kesos.frames._frames import Frame
from kesos.frames._on_arrays import added
from kesos.frames._plan import Plan
from kesos.frames._progress import Progress
from kesos.frames._status import STATUSES


class Columns:
    """The columns of a frame of pandas as arrays."""

    def __init__(self, native: Any) -> None:
        self._native = native

    def __len__(self) -> int:
        return len(self._native)

    def numbers(self, name: str) -> tuple[Array, Array | None]:
        series = self._native[name]
        if str(series.dtype) == "object":  # nothing in it, or it would have been refused
            return np.zeros(len(series), dtype=np.int64), np.ones(len(series), dtype=bool)
        if isinstance(series.dtype, np.dtype):
            return series.to_numpy(), None
        missing = series.isna().to_numpy()
        kind = np.uint64 if str(series.dtype).lower().startswith("uint64") else np.int64
        return series.to_numpy(dtype=kind, na_value=0), missing if missing.any() else None

    def days(self, name: str) -> tuple[Array, Array, Array]:
        series = self._native[name]
        missing = series.isna().to_numpy()
        moments = series.astype("datetime64[us]").to_numpy()
        days = moments.astype("datetime64[D]")
        return np.where(missing, 0, days.astype(np.int64)), missing, ~missing & (days != moments)

    def words(self, name: str) -> tuple[Array, list[Any]]:
        series = self._native[name]
        if str(series.dtype) == "category":
            return series.cat.codes.to_numpy(), list(series.cat.categories)
        places, words = import_module("pandas").factorize(series)
        return places, list(words)


def entitle(plan: Plan, native: Any, *, shown: bool = True) -> Any:
    """The frame with what the plan adds."""
    pandas = import_module("pandas")
    columns, status = added(plan, Columns(native), Progress.on_screen() if shown else Progress(shown=False))
    new = {
        output.name: pandas.arrays.IntegerArray(column.values, column.missing)
        for output, column in zip(plan.outputs, columns, strict=True)
    }
    new[plan.status_name] = pandas.Categorical.from_codes(status, [each.value for each in STATUSES])
    return native.assign(**new)


def entitle_dask(plan: Plan, native: Any) -> Any:
    """The frame of Dask with what the plan adds to each of its partitions."""
    plan = _travelling(plan, native)
    work = partial(_entitle_part, plan)
    return native.map_partitions(work, meta=work(native._meta))


def _entitle_part(plan: Plan, native: Any) -> Any:
    return entitle(plan, native, shown=False)


def _travelling(plan: Plan, native: Any) -> Plan:
    """The plan without the caller's frame, so that it can be sent to another process."""
    columns = attrs.evolve(plan.columns, frame=Frame(native._meta, "pandas"))
    return attrs.evolve(plan, columns=columns)


__all__ = ["Columns", "entitle", "entitle_dask"]
