"""A plan over a relation of DuckDB, as one query on the connection that the relation lives on."""

from __future__ import annotations

from typing import Any

from kesos.frames._plan import Plan
from kesos.frames._sql import Dialect, query_for


def _name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _one_blank(sql: str, blanks: str) -> str:
    listed = "".join(f"\\x{{{ord(blank):x}}}" for blank in blanks)
    return f"regexp_replace({sql}, '[{listed}]+', ' ', 'g')"


DIALECT = Dialect(
    name=_name,
    text=_text,
    whole=lambda number: f"CAST({number} AS BIGINT)",
    divide=lambda one, other: f"({one} // {other})",
    day_number=lambda column: f"CAST(date_diff('day', DATE '1970-01-01', CAST({column} AS DATE)) AS BIGINT)",
    month=lambda number: f"CAST(month(DATE '1970-01-01' + CAST({number} AS INTEGER)) AS BIGINT)",
    has_time=lambda column: f"CAST({column} AS TIMESTAMP) <> CAST(CAST({column} AS DATE) AS TIMESTAMP)",
    one_blank=_one_blank,
    place=lambda column, words: f"enum_code(TRY_CAST({column} AS ENUM ({', '.join(words)})))",
)


def entitle(plan: Plan, native: Any) -> Any:
    """The relation with what the plan adds."""
    query = query_for(plan, DIALECT)
    return native.query("kesos_rows", query.select(DIALECT, "kesos_rows", native.columns))


__all__ = ["DIALECT", "entitle"]
