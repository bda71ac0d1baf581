"""What a frame of any kind holds, as plain rows."""

from __future__ import annotations

from typing import Any

import pytest

pl = pytest.importorskip("polars")
pd = pytest.importorskip("pandas")
duckdb = pytest.importorskip("duckdb")


def plain_rows(frame: Any) -> list[dict[str, Any]]:
    """Its rows, with None for what is missing; what is lazy is streamed."""
    frame = frame.collect(engine="streaming") if isinstance(frame, pl.LazyFrame) else frame
    frame = frame.compute() if hasattr(frame, "compute") else frame
    if isinstance(frame, pd.DataFrame):
        return frame.astype(object).where(frame.notna(), None).to_dict("records")
    if isinstance(frame, duckdb.DuckDBPyRelation):
        frame = frame.to_arrow_table()
    return frame.to_dicts() if isinstance(frame, pl.DataFrame) else frame.to_pylist()
