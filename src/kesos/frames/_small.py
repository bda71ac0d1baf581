"""A small table as a frame of the caller's own kind, with the kinds of the caller's own columns."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from kesos.frames._frames import Frame

Kinds = dict[str, str]
"""What new columns hold: "whole", "text", "day" or "percent"."""

POLARS = {"whole": "Int64", "text": "String", "day": "Date"}
PANDAS = {"whole": "Int64", "text": "str", "day": "datetime64[s]", "percent": "object"}
ARROW = {"whole": "int64", "text": "string", "day": "date32"}
SQL = {"whole": "BIGINT", "text": "VARCHAR", "day": "DATE", "percent": "DECIMAL(18, 2)"}
SPARK = {"whole": "bigint", "text": "string", "day": "date", "percent": "decimal(18, 2)"}


def small_frame(columns: dict[str, list[Any]], like: Frame, kinds: Kinds) -> Any:
    """A frame of the same engine; a column that is not in `kinds` is of the kind that it is of there."""
    return _MAKERS[like.engine](columns, like.native, kinds)


def _polars(columns: dict[str, list[Any]], native: Any, kinds: Kinds) -> Any:
    pl = import_module("polars")
    own = native.lazy().collect_schema()
    schema = {name: polars_type(kinds[name]) if name in kinds else own[name] for name in columns}
    frame = pl.DataFrame(columns, schema=schema)
    return frame.lazy() if isinstance(native, pl.LazyFrame) else frame


def polars_type(kind: str) -> Any:
    """The type of polars for what a column holds."""
    pl = import_module("polars")
    return pl.Decimal(18, 2) if kind == "percent" else getattr(pl, POLARS[kind])


def _pandas(columns: dict[str, list[Any]], native: Any, kinds: Kinds) -> Any:
    pandas = import_module("pandas")
    own = native.dtypes
    types = {name: pandas_type(kinds[name]) if name in kinds else own[name] for name in columns}
    return pandas.DataFrame({name: pandas.Series(values, dtype=types[name]) for name, values in columns.items()})


def pandas_type(kind: str) -> str:
    """The dtype of pandas for what a column holds."""
    return PANDAS[kind]


def _pyarrow(columns: dict[str, list[Any]], native: Any, kinds: Kinds) -> Any:
    pyarrow = import_module("pyarrow")
    own = native.schema
    types = {name: arrow_type(kinds[name]) if name in kinds else own.field(name).type for name in columns}
    return pyarrow.table({name: pyarrow.array(values, type=types[name]) for name, values in columns.items()})


def arrow_type(kind: str) -> Any:
    """The type of pyarrow for what a column holds."""
    pyarrow = import_module("pyarrow")
    return pyarrow.decimal128(18, 2) if kind == "percent" else getattr(pyarrow, ARROW[kind])()


def _duckdb(columns: dict[str, list[Any]], native: Any, kinds: Kinds) -> Any:
    own = dict(zip(native.columns, native.types, strict=True))
    dialect = import_module("kesos.frames._duckdb").DIALECT
    texts, shown = [], []
    for name, values in columns.items():
        words = ["" if each is None else f"={each}" for each in values]  # what is missing is the word without a mark
        mark = next(char for char in map(chr, range(31, 0, -1)) if not any(char in word for word in words))
        quoted, kind = dialect.name(name), SQL[kinds[name]] if name in kinds else own[name]
        texts.append(f"unnest(string_split({dialect.text(mark.join(words))}, chr({ord(mark)}))) AS {quoted}")
        shown.append(f"CAST(CASE WHEN {quoted} <> '' THEN substr({quoted}, 2) END AS {kind}) AS {quoted}")
    some = "" if next(iter(columns.values())) else " WHERE FALSE"
    return native.query("kesos_rows", f"SELECT {', '.join(shown)} FROM (SELECT {', '.join(texts)}){some}")


def _pyspark(columns: dict[str, list[Any]], native: Any, kinds: Kinds) -> Any:
    quoted = import_module("kesos.frames._pyspark").DIALECT.name
    own = {field.name: field.dataType.simpleString() for field in native.schema}
    types = {name: SPARK[kinds[name]] if name in kinds else own[name] for name in columns}
    schema = ", ".join(f"{quoted(name)} {kind}" for name, kind in types.items())
    return native.sparkSession.createDataFrame(list(zip(*columns.values(), strict=True)), schema)


def _dask(columns: dict[str, list[Any]], native: Any, kinds: Kinds) -> Any:
    with import_module("dask").config.set({"dataframe.convert-string": False}):  # it would make a text of a decimal
        return import_module("dask.dataframe").from_pandas(_pandas(columns, native._meta, kinds), npartitions=1)


_MAKERS = {
    "polars": _polars,
    "pandas": _pandas,
    "pyarrow": _pyarrow,
    "duckdb": _duckdb,
    "pyspark": _pyspark,
    "dask": _dask,
}

__all__ = ["Kinds", "arrow_type", "pandas_type", "polars_type", "small_frame"]
