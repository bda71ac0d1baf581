"""A plan over a frame of Spark, as columns of SQL, which its own optimiser works with."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from kesos.frames._plan import Plan
from kesos.frames._sql import Dialect, query_for


def _name(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"


def _text(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _one_blank(sql: str, blanks: str) -> str:
    listed = "".join(f"\\\\x{{{ord(blank):x}}}" for blank in blanks)
    return f"regexp_replace({sql}, '[{listed}]+', ' ')"


DIALECT = Dialect(
    name=_name,
    text=_text,
    whole=lambda number: f"{number}L",
    divide=lambda one, other: f"({one} DIV {other})",
    day_number=lambda column: f"CAST(datediff(CAST({column} AS DATE), DATE '1970-01-01') AS BIGINT)",
    month=lambda number: f"CAST(month(date_add(DATE '1970-01-01', CAST({number} AS INT))) AS BIGINT)",
    has_time=lambda column: f"CAST({column} AS TIMESTAMP_NTZ) <> CAST(CAST({column} AS DATE) AS TIMESTAMP_NTZ)",
    one_blank=_one_blank,
    place=None,
)


def entitle(plan: Plan, native: Any) -> Any:
    """The frame with what the plan adds."""
    query = query_for(plan, DIALECT)
    expr = import_module("pyspark.sql.functions").expr
    kept = [_name(each) for each in native.columns]
    for step in query.steps:
        native = native.withColumns({name: expr(sql) for name, sql in step})
    return native.selectExpr(*kept, *(f"{sql} AS {_name(name)}" for name, sql in query.outputs))


__all__ = ["DIALECT", "entitle"]
