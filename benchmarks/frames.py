"""Frames against code written by hand for the same columns, on the same engine, in turns in one run.

Run it with the number of rows and what to try: `python benchmarks/frames.py 10_000_000 rows totals parquet growth`. It
prints tables in Markdown: "rows" is Pedum 03/BJ-SBSKBA/2003 row by row, "dated" a standard with classes and dates,
"memory" what both hold at most on top of the frame, "totals" are sums by region, "parquet" those of a folder of
Parquet, each in a process of its own, and "growth" is the time against the rows;
`growth=docs/figures/frames-growth.svg` draws it too. "peers" is the same work in other libraries at a million rows,
each in an environment of its own, which `python benchmarks/frames.py peers` tells of and
`python benchmarks/frames.py 1_000_000 peers` makes, with pip and a network.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
from side_by_side import seconds

from kesos import frames
from kesos.standards import BNPB_STIMULAN, PEDUM_2003

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


def in_spark(rows: int) -> Any:
    """The register as a frame of Spark, held in memory."""
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.ui.showConsoleProgress", "false")
    builder = builder.config("spark.driver.memory", "6g").config("spark.driver.bindAddress", "127.0.0.1")
    session = builder.config("spark.driver.host", "127.0.0.1").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    frame = session.read.parquet(str(write_parquet(rows))).cache()
    frame.count()
    return frame


def rows_ways(rows: int, *, spark: bool = True) -> dict[str, tuple[Way, Way, float]]:
    """For each engine: by hand, by kesos, and what is aimed at."""
    import dask.dataframe as dd
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

    parts = dd.from_pandas(pandas, npartitions=8)
    ways: dict[str, tuple[Way, Way, float]] = {
        "polars": (lambda: polars_by_hand(polars, pl), lambda: by(polars), 1.15),
        "pandas": (lambda: pandas_by_hand(pandas, pd), lambda: by(pandas), 1.3),
        "pyarrow": (lambda: pyarrow_by_hand(table, pa), lambda: by(table), 1.3),
        "duckdb": (
            lambda: out_of_duckdb(relation.query("register_", sql_by_hand(CASE_DAYS).format(source="register_"))),
            lambda: out_of_duckdb(by(relation)),
            1.0,
        ),
        "dask": (lambda: parts.map_partitions(pandas_by_hand, pd).compute(), lambda: by(parts).compute(), 2.0),
    }
    if spark:
        register = in_spark(rows)
        register.createOrReplaceTempView("register_")
        spark_sql = sql_by_hand(CASE_DAYS, "DIV").format(source="register_")

        def out_of_spark(made: Any) -> object:
            return made.write.format("noop").mode("overwrite").save()

        ways["spark"] = (
            lambda: out_of_spark(register.sparkSession.sql(spark_sql)),
            lambda: out_of_spark(by(register)),
            1.25,
        )
    return ways


# --- a standard with classes and dates -------------------------------------------------------------------------------

HOUSES = {"rb": (50_000_000, 60_000_000), "rs": (25_000_000, 30_000_000), "rr": (10_000_000, 15_000_000)}
COUNTS = {"house": {"heavy": "rb", "moderate": "rs", "light": "rr"}, "family_awaiting_house": "kk"}
KNOWN = [*DAYS, "kebakaran"]
DATED_STATUSES = [
    "ok",
    "hazard_missing",
    "hazard_unknown",
    "period_unknown",
    "not_in_force",
    "count_unknown",
    "count_negative",
    "no_rate",
]


def dated(rows: int) -> Any:
    """So many rows of damage: a hazard, a day from 2018 to 2026, houses by damage, families who wait."""
    import pyarrow as pa

    draw = np.random.default_rng(20221121)
    words = pa.DictionaryArray.from_arrays(pa.array(draw.integers(0, len(WORDS), rows), pa.int32()), pa.array(WORDS))
    days = np.datetime64("2018-01-01") + draw.integers(0, 3_200, rows)
    counts = {name: pa.array(draw.integers(0, 500, rows)) for name in (*HOUSES, "kk")}
    return pa.table({"hazard": words.cast(pa.string()), "day": pa.array(days), **counts})


def dated_on_polars(frame: Any, pl: Any) -> Any:
    day, new = pl.col("day"), pl.col("day") >= date(2022, 11, 21)
    houses = [
        pl.when(new).then(pl.col(name) * now).otherwise(pl.col(name) * old) for name, (old, now) in HOUSES.items()
    ]

    def monthly(when: Any) -> Any:
        return pl.when(when <= date(2024, 3, 6)).then(500_000).when(when >= date(2025, 5, 27)).then(600_000)

    counts = [pl.col(name) for name in (*HOUSES, "kk")]
    months = monthly(day) + monthly(day + pl.duration(days=30))
    faults = [
        pl.col("hazard").is_null(),
        pl.col("hazard").is_in(KNOWN).not_(),
        day.is_null(),
        day < date(2018, 8, 1),
        pl.any_horizontal(each.is_null() for each in counts),
        pl.any_horizontal(each < 0 for each in counts),
        months.is_null(),
    ]
    status: Any = pl
    for place, fault in enumerate(faults, 1):
        status = status.when(fault).then(pl.lit(place, pl.UInt8))
    found = status.otherwise(pl.lit(0, pl.UInt8)).alias("found")
    served = pl.col("found").is_in([0, 7])
    return (
        frame.lazy()
        .with_columns(found)
        .with_columns(
            days=pl.when(served).then(pl.lit(60, pl.Int64)),
            house_stimulus_idr=pl.when(served).then(sum(houses)),
            waiting_money_monthly_idr=pl.when(served).then(pl.col("kk") * months),
            status=pl.col("found").cat.to(pl.Enum(DATED_STATUSES)),
        )
        .drop("found")
        .collect()
    )


def dated_on_pandas(frame: Any, pd: Any) -> Any:
    places, words = pd.factorize(frame["hazard"])
    known = np.array([*(0 if word in KNOWN else 2 for word in words), 1], dtype=np.int8)[places]
    days, counts = frame["day"].to_numpy(), {name: frame[name].to_numpy() for name in (*HOUSES, "kk")}
    new = days >= np.datetime64("2022-11-21")
    houses = sum(np.where(new, counts[name] * now, counts[name] * old) for name, (old, now) in HOUSES.items())

    def monthly(when: Any) -> Any:
        late = np.where(when >= np.datetime64("2025-05-27"), 600_000, 0)
        return np.where(when <= np.datetime64("2024-03-06"), 500_000, late)

    first, second = monthly(days), monthly(days + np.timedelta64(30, "D"))
    none = (first == 0) | (second == 0)
    negative = np.logical_or.reduce([each < 0 for each in counts.values()])
    faults = [known > 0, np.isnat(days), days < np.datetime64("2018-08-01"), negative, none]
    status = np.select(faults, [known, 3, 4, 6, 7], 0).astype(np.int8)
    refused, whole = (status > 0) & (status < 7), pd.arrays.IntegerArray
    return frame.assign(
        days=whole(np.full(len(frame), 60), refused.copy()),
        house_stimulus_idr=whole(houses, refused.copy()),
        waiting_money_monthly_idr=whole(counts["kk"] * (first + second), refused | none),
        status=pd.Categorical.from_codes(status, DATED_STATUSES),
    )


def dated_in_sql() -> str:
    names = (*HOUSES, "kk")
    new = "day >= DATE '2022-11-21'"
    houses = " + ".join(f"{name} * CASE WHEN {new} THEN {now} ELSE {old} END" for name, (old, now) in HOUSES.items())
    months = " + ".join(
        f"CASE WHEN {day} <= DATE '2024-03-06' THEN 500000 WHEN {day} >= DATE '2025-05-27' THEN 600000 END"
        for day in ("day", "(day + 30)")
    )
    known = ", ".join(f"'{word}'" for word in KNOWN)
    faults = {
        "hazard_missing": "hazard IS NULL",
        "hazard_unknown": f"hazard NOT IN ({known})",
        "period_unknown": "day IS NULL",
        "not_in_force": "day < DATE '2018-08-01'",
        "count_unknown": " OR ".join(f"{name} IS NULL" for name in names),
        "count_negative": " OR ".join(f"{name} < 0" for name in names),
        "no_rate": "months IS NULL",
    }
    status = " ".join(f"WHEN {fault} THEN '{name}'" for name, fault in faults.items())
    served = "status IN ('ok', 'no_rate')"
    return (
        f"SELECT * EXCLUDE (status, months), CASE WHEN {served} THEN 60::BIGINT END AS days, "
        f"CASE WHEN {served} THEN {houses} END AS house_stimulus_idr, "
        f"CASE WHEN {served} THEN kk * months END AS waiting_money_monthly_idr, status "
        f"FROM (SELECT *, CASE {status} ELSE 'ok' END AS status FROM (SELECT *, {months} AS months FROM register_))"
    )


def dated_ways(rows: int, *, compared: bool = True) -> dict[str, tuple[Way, Way, float]]:
    """For each engine: by hand, by kesos, and what is aimed at; unless told otherwise the two are compared first."""
    import duckdb
    import pandas as pd
    import polars as pl

    table = dated(rows)
    polars, pandas = pl.from_arrow(table), table.to_pandas(date_as_object=False)
    connection = duckdb.connect()
    connection.execute("PRAGMA threads=2")
    connection.execute('CREATE TABLE damage AS SELECT * FROM "table"')
    relation = connection.table("damage")

    def by(frame: Any) -> Any:
        return frames.entitle(frame, BNPB_STIMULAN, period="day", days=60, counts=COUNTS)

    def out(made: Any) -> list[Any]:
        sums = "count(days), sum(house_stimulus_idr), sum(waiting_money_monthly_idr), count(status), max(status)"
        told: list[Any] = made.aggregate(sums).fetchall()
        return told

    if compared:
        amounts = ("days", "house_stimulus_idr", "waiting_money_monthly_idr")
        wanted = [by(polars)[name].sum() for name in amounts]
        assert [dated_on_polars(polars, pl)[name].sum() for name in amounts] == wanted
        assert [int(dated_on_pandas(pandas, pd)[name].sum()) for name in amounts] == wanted
        assert out(relation.query("register_", dated_in_sql())) == out(by(relation))
    return {
        "polars": (lambda: dated_on_polars(polars, pl), lambda: by(polars), 1.15),
        "pandas": (lambda: dated_on_pandas(pandas, pd), lambda: by(pandas), 1.3),
        "duckdb": (lambda: out(relation.query("register_", dated_in_sql())), lambda: out(by(relation)), 1.0),
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
    if categories:  # what pyarrow calls a dictionary comes as text
        for name, words in (("region", REGIONS), ("hazard", WORDS)):
            listed = ", ".join(f"'{word}'" for word in sorted(words))
            connection.execute(f"ALTER TABLE register ALTER {name} TYPE ENUM ({listed})")
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


# --- memory ----------------------------------------------------------------------------------------------------------

CASES = {"rows": "Pedum 03/BJ-SBSKBA/2003", "dated": "Stimulan of BNPB"}


def held(field: str) -> float:
    """What this process holds ("VmRSS"), or has held at most ("VmHWM") [MiB]."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line for line in status.splitlines() if line.startswith(field)).split()[1]) / 1024


def of_memory(rows: int, case: str, engine: str, way: str) -> float:
    """The most that one way holds beyond what was there before it [MiB], in a process of its own."""
    by_hand, ours, _ = (rows_ways(rows, spark=False) if case == "rows" else dated_ways(rows, compared=False))[engine]
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the most that was held is forgotten
    before = held("VmRSS")
    out = (by_hand if way == "hand" else ours)()
    most = held("VmHWM") - before
    del out
    return most


def show_memory(rows: int) -> None:
    print(f"\n### Most memory on top of the frames, {rows:,} rows\n")
    print("| standard | engine | by hand | kesos | ratio |\n|---|---|---:|---:|---:|")
    for case, title in CASES.items():
        for engine in ("polars", "pandas", "pyarrow", "duckdb") if case == "rows" else ("polars", "pandas", "duckdb"):
            most = {
                way: float(in_a_process(rows, f"of_memory={case},{engine},{way}").split()[0])
                for way in ("hand", "kesos")
            }
            ratio = most["kesos"] / most["hand"]
            print(
                f"| {title} | {engine} | {most['hand']:,.0f} MiB | {most['kesos']:,.0f} MiB | {ratio:.2f} |", flush=True
            )


def in_a_process(rows: int, what: str) -> str:
    """What a process of its own prints."""
    child = [sys.executable, "-W", "ignore", __file__, str(rows), what]
    return subprocess.run(child, check=True, capture_output=True, text=True).stdout


# --- a folder of Parquet ---------------------------------------------------------------------------------------------

PART = 5_000_000


def write_parquet(rows: int) -> Path:
    """A folder of files of five million rows each, made if it is not there."""
    import pyarrow.parquet as pq

    folder = Path(tempfile.gettempdir()) / f"register_parquet_{rows}"
    if not folder.exists():
        folder.mkdir()
        table = as_arrow(min(rows, PART))
        for number in range(max(rows // PART, 1)):
            pq.write_table(table, folder / f"{number:02}.parquet", row_group_size=250_000)
    return folder


def of_parquet(rows: int, way: str) -> float:
    """The seconds of one way to the totals of the folder, in a process of its own that loads no more than it needs."""
    files = str(write_parquet(rows) / "*.parquet")
    asked: dict[str, Any] = {"by": ["region"], "days": "maximum", "partial": True}
    if way == "kesos on polars":
        import polars as pl

        begun = time.perf_counter()
        frames.totals(pl.scan_parquet(files), PEDUM_2003, **asked).collect()
        return time.perf_counter() - begun
    import duckdb

    connection = duckdb.connect()
    connection.execute("PRAGMA threads=2")
    begun = time.perf_counter()
    relation = connection.read_parquet(files)
    if way == "kesos on duckdb":
        frames.totals(relation, PEDUM_2003, **asked).fetchall()
    elif way == "reading alone":
        relation.aggregate("max(region), max(hazard), sum(people)").fetchall()
    elif way == "people added first, in SQL":
        relation.aggregate("region, hazard, sum(people)", "region, hazard").fetchall()
    else:
        by_row = sql_by_hand(CASE_DAYS).format(source="register_")
        sums = ", ".join(f"sum({name})" for name in RATES)
        relation.query("register_", f"SELECT region, {sums} FROM ({by_row}) GROUP BY region").fetchall()
    return time.perf_counter() - begun


def show_parquet(rows: int, rounds: int = 3) -> None:
    write_parquet(rows)
    by_row = "row by row, in SQL"
    ways = (by_row, "reading alone", "people added first, in SQL", "kesos on duckdb", "kesos on polars")
    taken: dict[str, list[tuple[float, float]]] = {way: [] for way in ways}
    for _ in range(rounds):
        for way in ways:
            told = in_a_process(rows, f"of_parquet={way}").split()
            taken[way].append((float(told[0]), float(told[1])))
    against = median(spent for spent, _ in taken[by_row])
    print(f"\n### Totals by region of {rows:,} rows of Parquet\n")
    print("| way | time | of row by row | most memory |\n|---|---:|---:|---:|")
    for way in ways:
        spent, memory = median(each for each, _ in taken[way]), max(each for _, each in taken[way])
        print(f"| {way} | {spent:.1f} s | {spent / against:.2f} | {memory:.0f} MiB |", flush=True)


# --- growth ----------------------------------------------------------------------------------------------------------


def show_growth(most: int, drawing: str = "") -> None:
    """The time against the rows, row by row on polars and totals of Parquet on DuckDB, and their drawing."""
    import duckdb
    import polars as pl

    print("\n### Growth\n\n| rows | row by row, polars | row by row, pandas | totals of Parquet, DuckDB |")
    print("|---:|---:|---:|---:|")
    names = ("row by row, polars", "row by row, pandas", "totals of Parquet, DuckDB")
    points: list[dict[str, Any]] = []
    rows = 1_000
    while rows <= most:
        files = str(write_parquet(rows) / "*.parquet")
        ways: dict[str, Way] = {}
        if rows <= 10_000_000:  # beyond, only a stream is of use
            table = as_arrow(rows)
            held = (pl.from_arrow(table), table.to_pandas())
            ways = {
                name: partial(frames.entitle, each, PEDUM_2003, days="maximum")
                for name, each in zip(names, held, strict=False)
            }
        relation = duckdb.connect().read_parquet(files)
        ways[names[2]] = partial(frames.totals, relation, PEDUM_2003, by=["region"], days="maximum", partial=True)
        for way in ways.values():
            way()
        taken = seconds(ways, rounds=3)
        points += [{"rows": rows, "seconds": each, "what": name} for name, each in taken.items()]
        shown = (f"{taken[name] * 1e3:,.1f} ms" if name in taken else "" for name in names)
        print(f"| {rows:,} | {' | '.join(shown)} |", flush=True)
        rows *= 10
    if drawing:
        draw_growth(points, drawing)


def draw_growth(points: list[dict[str, Any]], file: str) -> None:
    import altair as alt

    def axis(name: str, powers: range) -> dict[str, Any]:
        shown = alt.Axis(values=[10.0**power for power in powers], format="~s" if name == "rows" else "~r")
        return {"field": name, "type": "quantitative", "scale": alt.Scale(type="log"), "title": name, "axis": shown}

    chart = (
        alt.Chart(alt.Data(values=points), width=520, height=320)
        .mark_line(point=True)
        .encode(
            x=alt.X(**axis("rows", range(3, 9))),
            y=alt.Y(**axis("seconds", range(-3, 3))),
            color=alt.Color("what:N", title=None, legend=alt.Legend(orient="top-left")),
        )
    )
    chart.save(file)


# --- other libraries -------------------------------------------------------------------------------------------------

PEERS = {"openfisca-core": 80, "policyengine-core": 3, "ttsim-backend": 9}
"""What pip calls them, and how many times as fast kesos is meant to be."""


def environment_of(peer: str) -> Path:
    return Path(tempfile.gettempdir()) / f"kesos-peer-{peer}"


def python_of(peer: str) -> Path:
    """The Python of an environment that has the peer, made if it is not there.

    Raises:
        subprocess.CalledProcessError: pip cannot install it.
    """
    python = environment_of(peer) / "bin" / "python"
    if not (environment_of(peer) / "made").exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", environment_of(peer)], check=True)
        command = [python, "-m", "pip", "install", "--quiet", peer]
        subprocess.run(command, check=True, capture_output=True, text=True)
        (environment_of(peer) / "made").touch()
    return python


def show_peers(rows: int, rounds: int = 3) -> None:
    """The same rule over the same rows, in turns with kesos on pandas and polars."""
    import pandas as pd
    import polars as pl

    made = columns(rows)
    file = Path(tempfile.gettempdir()) / f"register_{rows}.npz"
    np.savez(file, hazard=made["hazard"], people=made["people"])
    pandas = pd.DataFrame({"hazard": np.array(WORDS)[made["hazard"]], "people": made["people"]})
    polars = pl.from_pandas(pandas)
    ours = partial(frames.entitle, polars, PEDUM_2003, days="maximum")
    on_pandas = partial(frames.entitle, pandas, PEDUM_2003, days="maximum")
    wanted = made["people"] * np.array([DAYS.get(word, 0) for word in WORDS])[made["hazard"]]
    kesos_wrong = sum(
        int((out[name].fill_null(0).to_numpy() != wanted * rate).sum())
        for out in [ours()]
        for name, rate in RATES.items()
    )
    print(f"\n### The same work in other libraries, {rows:,} rows; amounts that are wrong, of {rows * len(RATES):,}\n")
    print("| library | its time | kesos on polars | on pandas | times as fast (polars) | aim | wrong | kesos wrong |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    for peer, aim in PEERS.items():
        taken: list[float] = []
        mine: list[tuple[float, float]] = []
        try:
            python = python_of(peer)
            for _ in range(rounds):
                command = [python, "-W", "ignore", Path(__file__).parent / "peers.py", peer, file, "2"]
                ran = subprocess.run(command, check=True, capture_output=True, text=True)
                told = json.loads(ran.stdout.splitlines()[-1])
                taken += told["seconds"]
                both = seconds({"polars": ours, "pandas": on_pandas}, rounds=3)
                mine.append((both["polars"], both["pandas"]))
        except subprocess.CalledProcessError as error:
            why = ((error.stderr or "").strip().splitlines() or ["no word why"])[-1]
            print(f"| {peer} | not to be had: {why} | | | | {aim} | | |", flush=True)
            continue
        theirs, fast, slow = median(taken), median(each for each, _ in mine), median(each for _, each in mine)
        wrong = sum(told["wrong"].values())
        print(
            f"| {peer} | {theirs * 1e3:,.0f} ms | {fast * 1e3:,.0f} ms | {slow * 1e3:,.0f} ms | {theirs / fast:.1f} | "
            f"{aim} | {wrong:,} | {kesos_wrong} |",
            flush=True,
        )


if __name__ == "__main__":
    if sys.argv[1:] == ["peers"]:
        print("python benchmarks/frames.py 1_000_000 peers makes, with pip and a network, an environment for each:")
        print("\n".join(f"  {peer}: {environment_of(peer)}" for peer in PEERS))
        sys.exit()
    number = int(sys.argv[1])
    if not sys.argv[2].startswith("of_"):
        command = f"`python benchmarks/frames.py {' '.join(sys.argv[1:])}`"
        print(f"{command}, {date.today()}, {os.cpu_count()} cores, Python {sys.version.split()[0]}", flush=True)
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
            print(of_parquet(number, what.partition("=")[2]), held("VmHWM"))
        elif what.startswith("of_memory="):
            print(of_memory(number, *what.partition("=")[2].split(",")))
        elif what == "memory":
            show_memory(number)
        elif what == "dated":
            show(f"Stimulan of BNPB, classes and dates, {number:,} rows", dated_ways(number))
        elif what == "peers":
            show_peers(number)
        elif what.partition("=")[0] == "growth":
            show_growth(number, what.partition("=")[2])
