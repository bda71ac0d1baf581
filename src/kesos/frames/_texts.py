"""Columns made of the texts of another one: each different text is looked at once, on every engine."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any

import numpy as np

from kesos.frames._frames import Frame, narwhals
from kesos.frames._groups import HIDDEN, lists_of
from kesos.frames._small import Kinds, arrow_type, pandas_type, polars_type, small_frame

Look = Callable[[str | None], tuple[Any, ...]]
"""What a text becomes: a value for each new column."""
_TEXT = f"{HIDDEN}text"


def translated(frame: Frame, column: str, new: Kinds, look: Look) -> Any:
    """The frame with the new columns."""
    return _BY_ENGINE[frame.engine](frame, column, new, look)


def _polars(frame: Frame, column: str, new: Kinds, look: Look) -> Any:
    pl = import_module("polars")
    kind = pl.Struct({name: polars_type(each) for name, each in new.items()})

    added = (
        pl.col(column)
        .map_batches(partial(looked_up, kind=kind, look=look), return_dtype=kind, is_elementwise=True)
        .alias(_TEXT)
    )
    lazy = frame.native.lazy()
    kept = lazy.collect_schema().names()
    lazy = lazy.with_columns(added).select(*kept, *(pl.col(_TEXT).struct.field(name) for name in new))
    return lazy if isinstance(frame.native, pl.LazyFrame) else lazy.collect()


def looked_up(texts: Any, kind: Any, look: Look) -> Any:
    """What each text of a series of polars becomes."""
    pl = import_module("polars")
    texts = texts.cast(pl.String)
    words = texts.unique().to_list()
    looked = pl.DataFrame([look(word) for word in words], schema=dict(kind), orient="row").to_struct("looked")
    table = pl.DataFrame([pl.Series("word", words, dtype=pl.String), looked])
    return texts.to_frame("word").join(table, on="word", how="left", nulls_equal=True, maintain_order="left")["looked"]


def _pandas(frame: Frame, column: str, new: Kinds, look: Look) -> Any:
    return _pandas_part(frame.native, column, new, look)


def _pandas_part(native: Any, column: str, new: Kinds, look: Look) -> Any:
    pandas = import_module("pandas")
    places, words = import_module("kesos.frames._pandas").Columns(native).words(column)
    looked = [look(word) for word in [*words, None]]  # a missing text has the place -1, which is the last
    return native.assign(
        **{
            name: pandas.Series([each[at] for each in looked], dtype=pandas_type(kind)).array.take(
                np.where(places < 0, len(words), places)
            )
            for at, (name, kind) in enumerate(new.items())
        }
    )


def _dask(frame: Frame, column: str, new: Kinds, look: Look) -> Any:
    work = partial(_pandas_part, column=column, new=new, look=look)
    return frame.native.map_partitions(work, meta=work(frame.native._meta))


def _pyarrow(frame: Frame, column: str, new: Kinds, look: Look) -> Any:
    pyarrow = import_module("pyarrow")
    places, words = import_module("kesos.frames._pyarrow").Columns(frame.native).words(column)
    looked = [look(word) for word in [*words, None]]
    at_last = pyarrow.array(np.where(places < 0, len(words), places))
    native = frame.native
    for at, (name, kind) in enumerate(new.items()):
        values = pyarrow.array([each[at] for each in looked], type=arrow_type(kind))
        native = native.append_column(name, values.take(at_last))
    return native


def _joined(frame: Frame, column: str, new: Kinds, look: Look) -> Any:
    """On an engine that has no rows to look at: its different texts are asked for first, then joined to the rows."""
    nw = narwhals()
    words = lists_of(nw.from_native(frame.native).select(column).unique())[column]
    looked = [look(word) for word in words]
    values = {name: [each[at] for each in looked] for at, name in enumerate(new)}
    # what is missing equals nothing in a join: it is said by a word, and every word by its own with a mark before it
    table = {_TEXT: ["" if word is None else f"={word}" for word in words], **values}
    small = nw.from_native(small_frame(table, frame, {_TEXT: "text", **new}))
    marked = nw.when(nw.col(column).is_null()).then(nw.lit("")).otherwise(nw.concat_str(nw.lit("="), nw.col(column)))
    rows = nw.from_native(frame.native).with_columns(marked.alias(_TEXT))
    joined = rows.join(small, on=_TEXT, how="left")
    kept = nw.from_native(frame.native).collect_schema().names()
    return nw.to_native(joined.select(*kept, *new))


_BY_ENGINE = {
    "polars": _polars,
    "pandas": _pandas,
    "pyarrow": _pyarrow,
    "dask": _dask,
    "duckdb": _joined,
    "pyspark": _joined,
}

__all__ = ["looked_up", "translated"]
