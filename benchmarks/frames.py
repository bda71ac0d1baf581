"""Frames against code written by hand for the same columns, on the same engine, in turns in one run.

Run it with the number of rows and what to try: `python benchmarks/frames.py 10_000_000 rows totals parquet growth`. It
prints tables in Markdown: "rows" is Pedum 03/BJ-SBSKBA/2003 row by row, "totals" are sums by region, "parquet" those
of a folder of Parquet, each in a process of its own, and "growth" is the time against the rows.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
from side_by_side import seconds

from kesos import frames
from kesos.standards import PEDUM_2003

REGIONS = [f"{province:02}.{regency:02}" for province in range(11, 45) for regency in range(1, 16)]
WORDS = ["flood", "banjir", "tanah longsor", "earthquake", "drought", "tsunami", "kebakaran", "typhoon"]
DAYS = {"flood": 7, "banjir": 7, "tanah longsor": 7, "earthquake": 10, "drought": 30, "tsunami": 3, "typhoon": 3}
NOT_COVERED = ["kebakaran", "fire", "kebakaran hutan", "haze", "kabut asap"]
STATUSES = [
    "ok",
    "hazard_missing",
    "hazard_unknown",
    "hazard_not_covered",
    "count_unknown",
    "count_negative",
    "count_too_large",
]
LARGEST = 2**63 - 1
RATES = {"rice_g": 400, "side_dishes_idr": 6_000}

Way = Callable[[], object]


def columns(rows: int) -> dict[str, Any]:
    """So many rows of a register: a region, a hazard in words, people struck."""
    draw = np.random.default_rng(20170225)
    return {
        "region": draw.integers(0, len(REGIONS), rows),
        "hazard": draw.integers(0, len(WORDS), rows),
        "people": draw.integers(0, 100_000, rows),
    }


def as_arrow(rows: int) -> Any:
    """The register as a table of pyarrow, its words as text."""
    import pyarrow as pa

    made = columns(rows)
    texts = {
        name: pa.DictionaryArray.from_arrays(pa.array(made[name], pa.int32()), pa.array(words)).cast(pa.string())
        for name, words in (("region", REGIONS), ("hazard", WORDS))
    }
    return pa.table({**texts, "people": pa.array(made["people"])})


# --- row by row ------------------------------------------------------------------------------------------------------


def polars_by_hand(frame: Any, pl: Any) -> Any:
    days = pl.col("hazard").replace_strict(DAYS, default=None, return_dtype=pl.Int64)
    people, fits = pl.col("people"), pl.col("fits")
    kinds = pl.Enum(STATUSES)
    faults = [
        pl.col("hazard").is_null(),
        pl.col("days").is_null() & pl.col("hazard").is_in(NOT_COVERED).not_(),
        pl.col("days").is_null(),
        people.is_null(),
        people < 0,
        fits.not_(),
    ]
    status: Any = pl
    for place, fault in enumerate(faults, 1):
        status = status.when(fault).then(pl.lit(place, pl.UInt8))
    person_days = pl.when(fits).then(people * pl.col("days"))
    return (
        frame.lazy()
        .with_columns(days=days)
        .with_columns(fits=(people >= 0) & (people <= LARGEST // 6_000 // pl.col("days")))
        .with_columns(
            *((person_days * rate).alias(name) for name, rate in RATES.items()),
            status=status.otherwise(pl.lit(0, pl.UInt8)).cat.to(kinds),
        )
        .drop("fits")
        .collect()
    )


def pandas_by_hand(frame: Any, pd: Any) -> Any:
    places, words = pd.factorize(frame["hazard"])
    days_of = np.array([*(DAYS.get(word, 0) for word in words), 0])
    found_of = np.array([*(0 if word in DAYS else 3 if word in NOT_COVERED else 2 for word in words), 1], dtype=np.int8)
    days, found = days_of[places], found_of[places]
    people = frame["people"].to_numpy()
    limit = LARGEST // 6_000 // np.maximum(days_of, 1)
    status = np.where(found > 0, found, np.where(people < 0, 5, np.where(people > limit[places], 6, 0))).astype(np.int8)
    person_days, bad = people * days, status > 0
    whole = pd.arrays.IntegerArray
    return frame.assign(
        days=whole(days, found > 0),
        **{name: whole(person_days * rate, bad.copy()) for name, rate in RATES.items()},
        status=pd.Categorical.from_codes(status, STATUSES),
    )


def pyarrow_by_hand(frame: Any, pa: Any) -> Any:
    import pyarrow.compute as pc

    coded = frame.column("hazard").combine_chunks().dictionary_encode()
    words = coded.dictionary.to_pylist()
    days = pa.array([DAYS.get(word) for word in words], pa.int64()).take(coded.indices)
    found = pa.array([0 if word in DAYS else 3 if word in NOT_COVERED else 2 for word in words], pa.int8())
    found = found.take(coded.indices)
    limit = pa.array([LARGEST // 6_000 // DAYS.get(word, 1) for word in words]).take(coded.indices)
    people = frame.column("people").combine_chunks()
    zero = pa.scalar(0, pa.int8())
    fault = pc.if_else(pc.less(people, 0), pa.scalar(5, pa.int8()), zero)
    fault = pc.if_else(pc.greater(people, limit), pa.scalar(6, pa.int8()), fault)
    fault = pc.if_else(pc.is_null(people), pa.scalar(4, pa.int8()), fault)
    status = pc.if_else(pc.greater(found, 0), found, fault)
    status = pc.if_else(pc.is_null(coded.indices), pa.scalar(1, pa.int8()), status)
    person_days = pc.multiply(pc.if_else(pc.equal(status, 0), people, None), days)
    added = {"days": days, **{name: pc.multiply(person_days, rate) for name, rate in RATES.items()}}
    for name, values in added.items():
        frame = frame.append_column(name, values)
    return frame.append_column("status", pa.DictionaryArray.from_arrays(status, pa.array(STATUSES)))


def sql_by_hand(days: str, null_safe_div: str = "//") -> str:
    covered = ", ".join(f"'{word}'" for word in NOT_COVERED)
    fits = f"people >= 0 AND people <= {LARGEST // 6_000} {null_safe_div} days"
    amounts = ", ".join(f"CASE WHEN {fits} THEN people * days * {rate} END AS {name}" for name, rate in RATES.items())
    return (
        f"SELECT region, hazard, people, days, {amounts}, CASE WHEN hazard IS NULL THEN 'hazard_missing' "
        f"WHEN hazard IN ({covered}) THEN 'hazard_not_covered' WHEN days IS NULL THEN 'hazard_unknown' "
        "WHEN people IS NULL THEN 'count_unknown' WHEN people < 0 THEN 'count_negative' "
        f"WHEN NOT ({fits}) THEN 'count_too_large' ELSE 'ok' END AS status "
        f"FROM (SELECT *, {days} AS days FROM {{source}})"
    )


CASE_DAYS = "CASE " + " ".join(f"WHEN hazard = '{word}' THEN CAST({n} AS BIGINT)" for word, n in DAYS.items()) + " END"


def rows_ways(rows: int) -> dict[str, tuple[Way, Way, float]]:
    """For each engine: by hand, by kesos, and what is aimed at."""
    import duckdb
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    table = as_arrow(rows)
    polars = pl.from_arrow(table)
    pandas = table.to_pandas()
    connection = duckdb.connect()
    connection.execute("PRAGMA threads=2")
    connection.execute('CREATE TABLE register AS SELECT * FROM "table"')
    relation = connection.table("register")

    def out_of_duckdb(made: Any) -> object:
        return made.aggregate("count(days), sum(rice_g), sum(side_dishes_idr), count(status), max(status)").fetchall()

    def by(frame: Any) -> Any:
        return frames.entitle(frame, PEDUM_2003, days="maximum")

    return {
        "polars": (lambda: polars_by_hand(polars, pl), lambda: by(polars), 1.15),
        "pandas": (lambda: pandas_by_hand(pandas, pd), lambda: by(pandas), 1.3),
        "pyarrow": (lambda: pyarrow_by_hand(table, pa), lambda: by(table), 1.3),
        "duckdb": (
            lambda: out_of_duckdb(relation.query("register_", sql_by_hand(CASE_DAYS).format(source="register_"))),
            lambda: out_of_duckdb(by(relation)),
            1.0,
        ),
    }


def show(title: str, ways: dict[str, tuple[Way, Way, float]], rounds: int = 5) -> None:
    print(f"\n### {title}\n\n| engine | by hand | kesos | ratio | aim |\n|---|---:|---:|---:|---:|")
    for name, (by_hand, ours, aim) in ways.items():
        by_hand(), ours()
        taken = seconds({"hand": by_hand, "kesos": ours}, rounds=rounds)
        ratio = taken["kesos"] / taken["hand"]
        print(f"| {name} | {taken['hand']:.2f} s | {taken['kesos']:.2f} s | {ratio:.2f} | {aim:.2f} |", flush=True)


# --- totals ----------------------------------------------------------------------------------------------------------


def totals_ways(rows: int, *, categories: bool) -> dict[str, tuple[Way, Way, Way]]:
    """For each engine: row by row by hand, the counts added first by hand, and kesos."""
    import duckdb
    import pandas as pd
    import polars as pl
    import pyarrow as pa
    import pyarrow.compute as pc

    table = as_arrow(rows)
    if categories:
        for at, name in enumerate(("region", "hazard")):
            table = table.set_column(at, name, table.column(name).combine_chunks().dictionary_encode())
    polars, pandas = pl.from_arrow(table), table.to_pandas()
    connection = duckdb.connect()
    connection.execute("PRAGMA threads=2")
    connection.execute('CREATE TABLE register AS SELECT * FROM "table"')
    relation = connection.table("register")
    sums = ", ".join(f"sum({name})" for name in RATES)
    person_days = ", ".join(f"sum(people * days * {rate}) AS {name}" for name, rate in RATES.items())

    def rows_first(way: Callable[[], Any], add: Callable[[Any], object]) -> Way:
        return lambda: add(way())

    def polars_sums(out: Any) -> object:
        return out.lazy().group_by("region").agg(pl.col(list(RATES)).sum()).collect()

    def polars_first() -> object:
        days = pl.col("hazard").cast(pl.String).replace_strict(DAYS, default=None, return_dtype=pl.Int64)
        added = polars.lazy().group_by("region", "hazard").agg(pl.col("people").sum()).with_columns(days=days)
        amounts = [(pl.col("people") * pl.col("days") * rate).sum().alias(name) for name, rate in RATES.items()]
        return added.group_by("region").agg(amounts).collect()

    def pandas_first() -> object:
        added = pandas.groupby(["region", "hazard"], observed=True)["people"].sum().reset_index()
        days = added["hazard"].astype(object).map(DAYS).astype("Int64")
        return (
            added.assign(**{n: added["people"] * days * r for n, r in RATES.items()})
            .groupby("region", observed=True)[list(RATES)]
            .sum()
        )

    def pyarrow_first() -> object:
        added = table.group_by(["region", "hazard"]).aggregate([("people", "sum")])
        words = added.column("hazard").cast(pa.string()).to_pylist()
        days = pa.array([DAYS.get(word) for word in words], pa.int64())
        amounts = {n: pc.multiply(pc.multiply(added.column("people_sum"), days), r) for n, r in RATES.items()}
        return (
            pa.table({"region": added.column("region"), **amounts})
            .group_by("region")
            .aggregate([(name, "sum") for name in RATES])
        )

    def ours(frame: Any) -> Way:
        return lambda: frames.totals(frame, PEDUM_2003, by=["region"], days="maximum", partial=True)

    by_row = sql_by_hand(CASE_DAYS).format(source="register_")
    by_first = (
        f"SELECT region, {person_days} FROM (SELECT *, {CASE_DAYS} AS days FROM (SELECT region, hazard, sum(people) AS "
        "people FROM register_ GROUP BY region, hazard)) GROUP BY region"
    )
    return {
        "polars": (rows_first(lambda: polars_by_hand(polars, pl), polars_sums), polars_first, ours(polars)),
        "pandas": (
            rows_first(
                lambda: pandas_by_hand(pandas, pd), lambda out: out.groupby("region", observed=True)[list(RATES)].sum()
            ),
            pandas_first,
            ours(pandas),
        ),
        "pyarrow": (
            rows_first(
                lambda: pyarrow_by_hand(table.set_column(1, "hazard", table.column("hazard").cast(pa.string())), pa),
                lambda out: out.group_by("region").aggregate([(name, "sum") for name in RATES]),
            ),
            pyarrow_first,
            ours(table),
        ),
        "duckdb": (
            lambda: relation.query("register_", f"SELECT region, {sums} FROM ({by_row}) GROUP BY region").fetchall(),
            lambda: relation.query("register_", by_first).fetchall(),
            ours(relation),
        ),
    }


def show_totals(title: str, ways: dict[str, tuple[Way, Way, Way]], rounds: int = 5) -> None:
    print(f"\n### {title}\n\n| engine | row by row | counts first | kesos | of row by row | of counts first |")
    print("|---|---:|---:|---:|---:|---:|")
    for name, (by_row, first, ours) in ways.items():
        by_row(), first(), ours()
        taken = seconds({"row": by_row, "first": first, "kesos": ours}, rounds=rounds)
        shown = " | ".join(f"{taken[each]:.2f} s" for each in ("row", "first", "kesos"))
        print(
            f"| {name} | {shown} | {taken['kesos'] / taken['row']:.2f} | {taken['kesos'] / taken['first']:.2f} |",
            flush=True,
        )


# --- a folder of Parquet ---------------------------------------------------------------------------------------------

FOLDER = Path(tempfile.gettempdir()) / "register_parquet"
PART = 5_000_000


def write_parquet(rows: int) -> None:
    """A folder of files of five million rows each, if it is not there."""
    import pyarrow.parquet as pq

    if not FOLDER.exists():
        FOLDER.mkdir()
        table = as_arrow(min(rows, PART))
        for number in range(max(rows // PART, 1)):
            pq.write_table(table, FOLDER / f"{number:02}.parquet", row_group_size=250_000)


def of_parquet(way: str) -> None:
    """One way to the totals of the folder, in a process of its own."""
    import duckdb
    import polars as pl

    files = str(FOLDER / "*.parquet")
    if way == "kesos on polars":
        frames.totals(pl.scan_parquet(files), PEDUM_2003, by=["region"], days="maximum", partial=True).collect()
        return
    connection = duckdb.connect()
    connection.execute("PRAGMA threads=2")
    relation = connection.read_parquet(files)
    if way == "kesos on duckdb":
        frames.totals(relation, PEDUM_2003, by=["region"], days="maximum", partial=True).fetchall()
    elif way == "row by row in SQL":
        by_row = sql_by_hand(CASE_DAYS).format(source="register_")
        sums = ", ".join(f"sum({name})" for name in RATES)
        relation.query("register_", f"SELECT region, {sums} FROM ({by_row}) GROUP BY region").fetchall()


def show_parquet(rows: int, rounds: int = 3) -> None:
    write_parquet(rows)
    ways = ("nothing", "row by row in SQL", "kesos on duckdb", "kesos on polars")
    taken: dict[str, list[tuple[float, float]]] = {way: [] for way in ways}
    for _ in range(rounds):
        for way in ways:
            begun = time.perf_counter()
            child = subprocess.Popen([sys.executable, "-W", "ignore", __file__, "0", f"of_parquet={way}"])
            _, _, used = os.wait4(child.pid, 0)
            taken[way].append((time.perf_counter() - begun, used.ru_maxrss / 1024))
    idle = median(seconds for seconds, _ in taken["nothing"])
    against = median(seconds for seconds, _ in taken["row by row in SQL"]) - idle
    print(f"\n### Totals by region of {rows:,} rows of Parquet; starting Python apart ({idle:.1f} s)\n")
    print("| way | time | of row by row | most memory |\n|---|---:|---:|---:|")
    for way in ways[1:]:
        spent = median(seconds for seconds, _ in taken[way]) - idle
        memory = max(megabytes for _, megabytes in taken[way])
        print(f"| {way} | {spent:.1f} s | {spent / against:.2f} | {memory:.0f} MiB |", flush=True)


# --- growth ----------------------------------------------------------------------------------------------------------


def show_growth(most: int) -> None:
    import polars as pl

    print("\n### Growth, row by row\n\n| rows | polars | pandas |\n|---:|---:|---:|")
    rows = 1_000
    while rows <= most:
        table = as_arrow(rows)
        kinds = {"polars": pl.from_arrow(table), "pandas": table.to_pandas()}
        ways = {name: partial(frames.entitle, each, PEDUM_2003, days="maximum") for name, each in kinds.items()}
        taken = seconds(ways, rounds=3)
        print(f"| {rows:,} | {taken['polars'] * 1e3:.1f} ms | {taken['pandas'] * 1e3:.1f} ms |", flush=True)
        rows *= 10


if __name__ == "__main__":
    number = int(sys.argv[1])
    for what in sys.argv[2:]:
        if what == "rows":
            show(f"Pedum 03/BJ-SBSKBA/2003, {number:,} rows", rows_ways(number))
        elif what == "totals":
            for categories in (False, True):
                kind = "categories" if categories else "text"
                show_totals(f"Totals by region, {number:,} rows, {kind}", totals_ways(number, categories=categories))
        elif what == "parquet":
            show_parquet(number)
        elif what.startswith("of_parquet="):
            of_parquet(what.partition("=")[2])
        elif what == "growth":
            show_growth(number)
