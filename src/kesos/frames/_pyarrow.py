"""A plan over a table of pyarrow."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np

from kesos.frames._arrays import Array
from kesos.frames._on_arrays import added
from kesos.frames._plan import Plan
from kesos.frames._progress import Progress
from kesos.frames._status import STATUSES


class Columns:
    """The columns of a table as arrays."""

    def __init__(self, native: Any) -> None:
        self._native = native

    def __len__(self) -> int:
        return int(self._native.num_rows)

    def _column(self, name: str) -> Any:
        return self._native.column(name)

    def numbers(self, name: str) -> tuple[Array, Array | None]:
        column = self._column(name)
        if str(column.type) == "null":
            return np.zeros(len(column), dtype=np.int64), np.ones(len(column), dtype=bool)
        if not column.null_count:
            return column.to_numpy(), None
        return column.fill_null(0).to_numpy(), column.is_null().to_numpy()

    def days(self, name: str) -> tuple[Array, Array, Array]:
        column = self._column(name)
        missing = column.is_null().to_numpy()
        moments = column.cast("timestamp[us]", safe=False).to_numpy().astype("datetime64[us]")
        days = moments.astype("datetime64[D]")
        return np.where(missing, 0, days.astype(np.int64)), missing, ~missing & (days != moments)

    def words(self, name: str) -> tuple[Array, list[Any]]:
        pyarrow = import_module("pyarrow")
        column = self._column(name)
        if str(column.type) == "null":
            return np.full(len(column), -1, dtype=np.int64), []
        if not pyarrow.types.is_dictionary(column.type):
            column = column.dictionary_encode()
        whole = column.unify_dictionaries().combine_chunks()
        places = whole.indices.fill_null(-1).to_numpy(zero_copy_only=False)
        return places, whole.dictionary.to_pylist()


def entitle(plan: Plan, native: Any) -> Any:
    """The table with what the plan adds."""
    pyarrow = import_module("pyarrow")
    columns, status = added(plan, Columns(native), Progress.on_screen())
    for output, column in zip(plan.outputs, columns, strict=True):
        native = native.append_column(output.name, pyarrow.array(column.values, mask=column.missing))
    words = pyarrow.array([each.value for each in STATUSES])
    return native.append_column(plan.status_name, pyarrow.DictionaryArray.from_arrays(pyarrow.array(status), words))


__all__ = ["Columns", "entitle"]
