"""A small table as a frame of the caller's own kind, with the kinds of the caller's own columns."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from kesos.frames._frames import Frame


def small_frame(columns: dict[str, list[Any]], like: Frame, names: tuple[str, ...]) -> Any:
    """A frame of the same engine; the columns of `names` are of the kind that they are of there, all others whole."""
    return _MAKERS[like.engine](columns, like.native, names)


def _polars(columns: dict[str, list[Any]], native: Any, names: tuple[str, ...]) -> Any:
    pl = import_module("polars")
    kinds = native.lazy().collect_schema()
    frame = pl.DataFrame(columns, schema={name: kinds[name] if name in names else pl.Int64 for name in columns})
    return frame.lazy() if isinstance(native, pl.LazyFrame) else frame


def _pandas(columns: dict[str, list[Any]], native: Any, names: tuple[str, ...]) -> Any:
    pandas = import_module("pandas")
    kinds = native.dtypes
    return pandas.DataFrame(
        {
            name: pandas.Series(values, dtype=kinds[name] if name in names else "Int64")
            for name, values in columns.items()
        }
    )


def _pyarrow(columns: dict[str, list[Any]], native: Any, names: tuple[str, ...]) -> Any:
    pyarrow = import_module("pyarrow")
    kinds = native.schema
    arrays = {
        name: pyarrow.array(values, type=kinds.field(name).type if name in names else pyarrow.int64())
        for name, values in columns.items()
    }
    return pyarrow.table(arrays)


def _duckdb(columns: dict[str, list[Any]], native: Any, names: tuple[str, ...]) -> Any:
    kinds = dict(zip(native.columns, native.types, strict=True))
    quoted = import_module("kesos.frames._duckdb").DIALECT.name
    kesos_totals = import_module("pandas").DataFrame(columns, dtype=object)
    shown = ", ".join(
        f"CAST({quoted(name)} AS {kinds[name] if name in names else 'BIGINT'}) AS {quoted(name)}" for name in columns
    )
    made = native.query("kesos_rows", f"SELECT {shown} FROM kesos_totals")  # which is found by its name, above
    del kesos_totals
    return made


def _pyspark(columns: dict[str, list[Any]], native: Any, names: tuple[str, ...]) -> Any:
    types = import_module("pyspark.sql.types")
    kinds = native.schema
    schema = types.StructType(
        [types.StructField(name, kinds[name].dataType if name in names else types.LongType()) for name in columns]
    )
    return native.sparkSession.createDataFrame(list(zip(*columns.values(), strict=True)), schema)


def _dask(columns: dict[str, list[Any]], native: Any, names: tuple[str, ...]) -> Any:
    return import_module("dask.dataframe").from_pandas(_pandas(columns, native._meta, names), npartitions=1)


_MAKERS = {
    "polars": _polars,
    "pandas": _pandas,
    "pyarrow": _pyarrow,
    "duckdb": _duckdb,
    "pyspark": _pyspark,
    "dask": _dask,
}

__all__ = ["small_frame"]
