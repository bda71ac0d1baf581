"""Totals of frames: what the scalar function gives row by row, added up with Python's own whole numbers."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from any_frame import plain_rows

from kesos import frames
from kesos.errors import FrameError, IncompleteTotalError, KesosError
from kesos.events import DisasterEvent
from kesos.frames import _expressions as ex
from kesos.frames import _polars
from kesos.relief import entitle, entitle_all
from kesos.standards import PEDUM_2003, loads_standard
from kesos.values import Place

nw = pytest.importorskip("narwhals")
pl = pytest.importorskip("polars")
pd = pytest.importorskip("pandas")
pa = pytest.importorskip("pyarrow")
duckdb = pytest.importorskip("duckdb")
dask_frame = pytest.importorskip("dask.dataframe")

Rows = list[dict[str, Any]]
LARGEST = 2**63 - 1
MOST = LARGEST // (6_000 * 30)
"""So many people are never owed too much by the standard: side dishes of 6,000 rupiah for at most thirty days."""


def by_hand(rows: Rows, days: Any) -> dict[Any, tuple[Any, ...]]:
    """For each district its rice, side dishes, rows, and rows that are flagged."""
    found: dict[Any, list[Any]] = {}
    for row in rows:
        total = found.setdefault(row["district"], [None, None, 0, 0])
        total[2] += 1
        try:
            event = DisasterEvent(
                hazard=row["hazard"], place="x", period=row.get("day", date(2017, 2, 25)), people=row["people"]
            )
            answer = entitle(event, PEDUM_2003, days=row["lasting"] if days == "lasting" else days)
        except (KesosError, TypeError):
            total[3] += 1
            continue
        total[3] += bool(answer.unknown)
        for line in answer.lines:
            at = ("rice", "side_dishes").index(line.code)
            total[at] = (total[at] or 0) + line.quantity.amount  # type: ignore[union-attr]  # no item is a range
    return {district: tuple(total) for district, total in found.items()}


def kinds_of(rows: Rows, connection: Any) -> dict[str, Any]:
    """The same rows as a frame of every kind."""
    table = pa.Table.from_pylist(rows)
    numbers = {"people": "Int64", "lasting": "Int64"}
    pandas = pd.DataFrame(rows).astype({name: kind for name, kind in numbers.items() if name in rows[0]})
    pandas = pandas.astype({"day": "datetime64[s]"}) if "day" in rows[0] else pandas
    connection.register("given", table)
    return {
        "polars": pl.from_arrow(table),
        "polars, lazy": pl.from_arrow(table).lazy(),
        "pandas": pandas,
        "pyarrow": table,
        "duckdb": connection.table("given"),
        "dask": dask_frame.from_pandas(pandas, npartitions=2),
    }


def told(frame: Any) -> dict[Any, tuple[Any, ...]]:
    """The totals of a frame of any kind by district."""
    native = nw.from_native(frame.compute() if hasattr(frame, "compute") else frame)
    if isinstance(native, nw.LazyFrame):
        native = native.collect()
    lists = {name: native[name].to_list() for name in native.columns}
    missing = {name: native[name].is_null().to_list() for name in native.columns}
    names = ("rice_g", "side_dishes_idr", "rows", "rows_flagged")
    return {
        district: tuple(None if missing[name][at] else lists[name][at] for name in names)
        for at, district in enumerate(lists["district"])
    }


def row(district: str, hazard: str | None, people: int | None, **more: Any) -> dict[str, Any]:
    return {"district": district, "hazard": hazard, "people": people, **more}


SOUND = [row("a", "banjir", 860), row("a", "flood", 294), row("a", "gempa", 7), row("b", "kebakaran", 3)]
MISSING = [*SOUND, row("a", "banjir", None), row("c", "banjir", None), row("c", None, 5), row("d", "banjir", 0)]
NEGATIVE = [*MISSING, row("a", "banjir", -1), row("d", "banjir", -2)]
LASTING = [{**each, "lasting": days} for each, days in zip(NEGATIVE, (3, 7, 2, 7, 7, None, 1, 8, 3, 3), strict=True)]
DAYS = (datetime(2017, 2, 25), datetime(2017, 2, 25, 7), None, datetime(2001, 1, 1), datetime(2020, 1, 1))
DATED = [{**each, "day": DAYS[at % 5]} for at, each in enumerate(NEGATIVE)]
DAYS_ONLY = [{**each, "day": None if each["day"] is None else each["day"].date()} for each in DATED]
ALMOST = [row("a", "banjir", MOST), row("b", "banjir", 1)]


@pytest.mark.parametrize(
    ("rows", "days", "period"),
    [
        (SOUND, "maximum", None),
        (MISSING, "maximum", None),
        (NEGATIVE, "maximum", None),
        (LASTING, "lasting", None),
        (DAYS_ONLY, 3, "day"),
        (DATED, 3, "day"),
        (ALMOST, "maximum", None),
    ],
    ids=["sound", "missing", "negative", "lasting", "days", "moments", "almost too large"],
)
def test_totals_are_what_the_rows_add_up_to_on_every_engine(rows: Rows, days: Any, period: str | None) -> None:
    wanted = by_hand(rows, days)
    with duckdb.connect() as connection:
        for kind, frame in kinds_of(rows, connection).items():
            found = frames.totals(frame, PEDUM_2003, by=["district"], partial=True, days=days, period=period)
            assert told(found) == wanted, kind


def test_counts_that_are_too_large_together_are_worked_out_row_by_row() -> None:
    most = LARGEST // (6_000 * 7)
    below = [row("a", "banjir", most), row("b", "banjir", most // 3), row("b", "banjir", most // 3)]
    beyond = [row("a", "banjir", most + 1), row("a", "banjir", 2), row("b", "banjir", LARGEST)]
    for rows in (below, beyond):
        flagged = [each["people"] > most for each in rows]
        wanted = by_hand([each for each, large in zip(rows, flagged, strict=True) if not large], 7)
        found = told(frames.totals(pl.DataFrame(rows), PEDUM_2003, by=["district"], partial=True, days=7))
        assert {key: found[key][1] for key in wanted} == {key: amounts[1] for key, amounts in wanted.items()}
        assert sum(each[3] for each in found.values()) == sum(flagged)


@pytest.mark.parametrize("many", [1, 3])
def test_a_total_that_does_not_fit_is_refused(many: int) -> None:
    most = LARGEST // (6_000 * 7)
    frame = pl.DataFrame([row("a", "banjir", most)] * many + [row("a", "banjir", most // 2)] * 2)
    with pytest.raises(FrameError) as caught:
        frames.totals(frame, PEDUM_2003, days=7)
    total = (many * most + most // 2 * 2) * 6_000 * 7
    assert (caught.value.code, caught.value.field, caught.value.value) == ("count_too_large", "side_dishes_idr", total)


def test_a_total_of_flagged_rows_is_asked_for() -> None:
    frame = pl.DataFrame({"hazard": ["flood", "fire"], "people": [860, 1]})
    with pytest.raises(IncompleteTotalError) as caught:
        frames.totals(frame, PEDUM_2003, days=7)
    assert (caught.value.value, caught.value.field) == (1, "frame")
    assert caught.value.parameters == {"rows": 2}
    [found] = frames.totals(frame, PEDUM_2003, days=7, partial=True).to_dicts()
    assert found == {"rice_g": 860 * 7 * 400, "side_dishes_idr": 860 * 7 * 6_000, "rows": 2, "rows_flagged": 1}


def test_sums_are_the_same_in_the_two_halves_in_which_spark_adds_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nw.Implementation, "is_pyspark", lambda self: True)  # as narwhals asks it
    for rows in (SOUND, MISSING, NEGATIVE, ALMOST):
        lazy = pl.DataFrame(rows).lazy()
        found = frames.totals(lazy, PEDUM_2003, by=["district"], partial=True, days="maximum")
        assert told(found) == by_hand(rows, "maximum")


GRANTS = """
format = 1
code = "made-up"
covers = "any"
title = { id = "a", en = "a" }
source = { regulation = "x", known = "hypothetical" }
validity = { start = "2000", end = "open", citation = { locator = "-" } }

[[packages]]
code = "aid"
name = { id = "a", en = "a" }

[[packages.items]]
code = "death"
name = { id = "a", en = "a" }
unit = "IDR"
per = "dead"
amount = 15
citation = { locator = "-" }

[[packages.items]]
code = "injury"
name = { id = "a", en = "a" }
unit = "IDR"
per = "injured"
amount = 5
citation = { locator = "-" }
"""


@pytest.mark.parametrize("of", [pl.DataFrame, pl.LazyFrame], ids=["eager", "lazy"])
def test_one_count_that_is_missing_does_not_hide_the_others(of: Any) -> None:
    standard = loads_standard(GRANTS)
    struck = {"hazard": ["flood"] * 4, "dead": [1, None, 4, 2], "injured": [2, 3, None, 0]}
    found = pl.DataFrame(frames.totals(of(struck), standard, partial=True).lazy().collect())
    assert found.to_dicts() == [
        {"death_idr": (1 + 4 + 2) * 15, "injury_idr": (2 + 3 + 0) * 5, "rows": 4, "rows_flagged": 2}
    ]
    found = frames.totals(of({**struck, "injured": [2, 3, None, -1]}), standard, partial=True).lazy().collect()
    assert found.to_dicts() == [{"death_idr": (1 + 4) * 15, "injury_idr": (2 + 3) * 5, "rows": 4, "rows_flagged": 3}]


@pytest.mark.parametrize("people", [[], [None, None], [0, 5], [-1, 5], [None, 2**63 - 1]])
def test_what_a_frame_at_hand_holds_changes_no_answer(people: list[int | None]) -> None:
    frame = pl.DataFrame({"hazard": ["flood"] * len(people), "people": people}, schema={"hazard": str, "people": int})
    found = frames.entitle(frame, PEDUM_2003, days=7)
    assert found.equals(frames.entitle(frame.lazy(), PEDUM_2003, days=7).collect())  # a lazy one is not looked at


def test_groups_of_duckdb_keep_every_text_as_it_is() -> None:
    words = ["", None, "=", "a\x1fb", "it's", "a\x1f\x1e"]
    table = pa.table({"region": words, "hazard": ["flood"] * 6, "people": range(6)})
    with duckdb.connect() as connection:
        connection.register("rows", table)
        found = frames.totals(connection.table("rows"), PEDUM_2003, by=["region"], days=7)
        told = {row[0]: row[1] for row in found.fetchall()}
        assert told == {word: at * 7 * 400 for at, word in enumerate(words)}
        nothing = frames.totals(connection.table("rows").filter("people > 9"), PEDUM_2003, by=["region"], days=7)
        assert nothing.fetchall() == []


def test_sums_of_duckdb_are_past_64_bits_and_what_is_below_zero_is_told() -> None:
    large = (2**63 - 1) // 42_000
    with duckdb.connect() as connection:
        for people, refused in (([large, 0], False), ([large, large], True), ([-1, 3], False)):
            connection.register("rows", pa.table({"hazard": ["flood"] * 2, "people": people}))
            relation = connection.table("rows")
            if refused:
                with pytest.raises(FrameError) as caught:
                    frames.totals(relation, PEDUM_2003, days=7)
                assert (caught.value.code, caught.value.field) == ("count_too_large", "side_dishes_idr")
                continue
            [row] = frames.totals(relation, PEDUM_2003, days=7, partial=True).fetchall()
            whole = sum(max(each, 0) for each in people)
            assert row == (whole * 2_800, whole * 42_000, 2, sum(each < 0 for each in people))


def test_two_look_ups_by_group_in_a_row_are_one() -> None:
    first, second, other = ex.is_group(-1, 2), ex.is_group(-2, 2), ex.is_missing("people")
    chosen = ex.choose(first, ex.const(3), ex.choose(second, ex.const(2), ex.choose(other, ex.const(1), ex.ZERO)))
    assert chosen.op == "if"
    assert chosen.args[0].op == chosen.args[1].op == "table"
    assert chosen.args[2] == ex.choose(other, ex.const(1), ex.ZERO)
    assert ex.is_group(0, 1) == ex.negate(ex.any_of(ex.is_group(each, 1) for each in (-1, -2, -3)))


def test_what_is_no_group_has_its_number_at_the_end_of_a_table() -> None:
    groups = pl.Series([0, 1, -3, -1], dtype=pl.Int8)
    assert _polars.of_groups(groups, numbers=(5, 6, 7, 8, 9), kind=pl.Int64).to_list() == [5, 6, 7, 9]


SPELT = ["Kumai", "KUMAI", "Kec. Kumai", " kumai ", None, "Arut", "Kec. Delang", "KEC. DELANG", "Kec. Delang", "Kumai"]


def test_a_district_is_one_group_however_it_is_spelt_as_in_a_batch() -> None:
    rows: Rows = [{"district": name, "hazard": "banjir", "people": 10**at} for at, name in enumerate(SPELT)]
    events = [
        DisasterEvent(hazard="banjir", place=Place("x", district=row["district"]), period="2017", people=row["people"])
        for row in rows
    ]
    batch = entitle_all(events, PEDUM_2003, days=7).totals("place.district")
    wanted = {name: (added["rice"].amount, len(added.answers)) for name, added in batch.items()}
    assert wanted.keys() == {"Kumai", "Arut", "Delang", None}
    wanted["Kec. Delang"] = wanted.pop("Delang")  # in a frame under a spelling that is there
    with duckdb.connect() as connection:
        given = kinds_of(rows, connection)
        given["categories"] = given["pandas"].astype({"district": "category"})
        given["enum"] = given["polars"].with_columns(pl.col("district").cast(pl.Enum([*filter(None, {*SPELT})])))
        for kind, frame in given.items():
            found = plain_rows(frames.totals(frame, PEDUM_2003, by=["district"], days=7))
            assert {row["district"]: (row["rice_g"], row["rows"]) for row in found} == wanted, kind
            assert len(found) == len(wanted), kind


@pytest.mark.parametrize(("column", "groups"), [("nama_kecamatan", 2), ("place.district", 2), ("desa", 3)])
def test_only_a_column_that_is_named_as_one_of_districts_is_read_as_one(column: str, groups: int) -> None:
    frame = pl.DataFrame({column: ["Kumai", "KUMAI", "Arut"], "hazard": ["banjir"] * 3, "people": [1, 2, 3]})
    assert frames.totals(frame, PEDUM_2003, by=[column], days=7).height == groups
    assert frames.share(frame, "people", "people", by=[column]).height == groups


def test_districts_that_are_numbers_stay_as_they_are() -> None:
    frame = pl.DataFrame({"district": [4, 4, None], "hazard": ["banjir"] * 3, "people": [1, 2, 3]})
    found = frames.totals(frame, PEDUM_2003, by=["district"], days=7)
    assert dict(found.select("district", "rows").rows()) == {4: 2, None: 1}
