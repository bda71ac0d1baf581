"""Frames: what is refused before any work, what is asked of columns, and the small tables that come out."""

from __future__ import annotations

import pickle
import sys
from datetime import date, datetime
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import attrs
import pytest
from any_frame import plain_rows

from kesos import frames
from kesos.errors import FrameError, InvalidValueError, KesosError, MissingExtraError
from kesos.events import DisasterEvent
from kesos.frames import Status
from kesos.frames._progress import Progress
from kesos.hazards import Hazard
from kesos.relief import entitle, entitle_all
from kesos.standards import (
    BNPB_STIMULAN,
    KEMENSOS_CASH,
    PEDUM_2003,
    AidStandard,
    Between,
    Item,
    Package,
    Row,
    loads_standard,
)
from kesos.values import Citation, Quantity, Text

pl = pytest.importorskip("polars")
pd = pytest.importorskip("pandas")
pa = pytest.importorskip("pyarrow")
duckdb = pytest.importorskip("duckdb")
dd = pytest.importorskip("dask.dataframe")

LARGEST = 2**63 - 1
FLOOD = {"hazard": ["flood"], "people": [860]}


OnSpark = type("DataFrame", (), {"__module__": "pyspark.pandas.frame", "columns": ["hazard", "people"]})
"""A frame of pandas on Spark, which narwhals does not know."""


def refused(frame: Any, standard: AidStandard = PEDUM_2003, **options: Any) -> FrameError:
    with pytest.raises(FrameError) as caught:
        frames.entitle(frame, standard, **{"days": 7, **options})
    return caught.value


def kinds_of(columns: dict[str, list[Any]], connection: Any) -> dict[str, Any]:
    """The same columns as a frame of every kind."""
    table = pa.table(columns)
    connection.register("given", table)
    pandas = pd.DataFrame({n: pd.array(v, dtype="Int64" if _whole(v) else None) for n, v in columns.items()})
    return {
        "polars": pl.DataFrame(columns),
        "polars, lazy": pl.LazyFrame(columns),
        "pandas": pandas,
        "pyarrow": table,
        "duckdb": connection.table("given"),
        "dask": dd.from_pandas(pandas, npartitions=2),
    }


def _whole(values: list[Any]) -> bool:
    known = [value for value in values if value is not None]
    return bool(known) and all(type(value) is int for value in known)


@pytest.fixture
def connection() -> Any:
    with duckdb.connect() as made:
        yield made


@pytest.mark.parametrize("kind", ["polars", "polars, lazy", "pandas", "pyarrow", "duckdb", "dask"])
def test_a_hazard_of_a_standard_is_read_in_a_frame_by_every_word(kind: str, connection: Any) -> None:
    wave = Hazard("sea_wave", Text("Gelombang laut besar", "High sea"), ("ombak",))
    window = attrs.evolve(PEDUM_2003.windows[0], hazards=("sea_wave",))
    own = attrs.evolve(PEDUM_2003, hazards=(wave,), windows=(*PEDUM_2003.windows, window))
    words = [spelt for word in wave.all_words for spelt in (word, word.upper(), f" {word}  ")]
    frame = kinds_of({"hazard": words, "people": [10] * len(words)}, connection)[kind]
    rows = plain_rows(frames.entitle(frame, own, days=7))
    struck = DisasterEvent(hazard=wave, place="Desa Contoh", period="2020-01-01", people=10)
    assert {row["rice_g"] for row in rows} == {entitle(struck, own, days=7)["rice"].amount}


# --- statuses --------------------------------------------------------------------------------------------------------


def test_every_status_says_what_it_means_in_both_languages() -> None:
    said = [status.say(language) for status in Status for language in ("id", "en")]
    assert len(set(said)) == 2 * len(Status)


def test_a_status_is_the_code_of_an_error() -> None:
    from kesos.words import catalogue

    codes = {key.partition(".")[0] for key in catalogue("refusals")}
    assert {status.value for status in Status} - {"ok"} <= codes


# --- what is refused before any work ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("frame", "code", "field"),
    [
        ([1], "not_a_frame", "frame"),
        (pl.Series("hazard", ["flood"]), "not_a_frame", "frame"),
        (None, "not_a_frame", "frame"),
        (OnSpark(), "not_a_frame", "frame"),
        (pl.DataFrame({"people": [1]}), "column_missing", "hazard"),
        (pl.DataFrame({"hazard": ["flood"]}), "column_missing", "people"),
        (pl.DataFrame({"hazard": [1], "people": [1]}), "column_not_text", "hazard"),
        (pl.DataFrame({"hazard": ["flood"], "people": [3.5]}), "column_not_whole", "people"),
        (pl.DataFrame({"hazard": ["flood"], "people": ["3"]}), "column_not_whole", "people"),
        (pl.DataFrame({"hazard": ["flood"], "people": [True]}), "column_not_whole", "people"),
        (pd.DataFrame({"hazard": ["flood", "flood"], "people": [3, None]}), "column_not_whole", "people"),
        (pd.DataFrame({"hazard": ["flood"], "people": pd.Series([3], dtype=object)}), "column_not_whole", "people"),
        (pd.DataFrame([["flood", 1, 2]], columns=["hazard", "people", "people"]), "column_doubled", "people"),
        (pa.table([pa.array(["flood"]), pa.array([1]), pa.array([2])], ["hazard", "n", "n"]), "column_doubled", "n"),
        (pl.DataFrame({**FLOOD, "days": [1]}), "column_taken", "days"),
        (pl.DataFrame({**FLOOD, "rice_g": [1]}), "column_taken", "rice_g"),
        (pl.DataFrame({**FLOOD, "status": ["x"]}), "column_taken", "status"),
    ],
)
def test_a_frame_that_cannot_be_used_is_refused_before_any_work(frame: Any, code: str, field: str) -> None:
    error = refused(frame)
    assert (error.code, error.field) == (code, field)


def test_a_misspelt_column_is_told_the_nearest_one() -> None:
    assert "people" in refused(pl.DataFrame(FLOOD), people="peple").message("en")


def test_a_prefix_makes_room_for_the_new_columns() -> None:
    out = frames.entitle(pl.DataFrame({**FLOOD, "days": [1]}), PEDUM_2003, days=7, prefix="kesos_")
    assert out.columns == [
        "hazard",
        "people",
        "days",
        *(f"kesos_{n}" for n in ("days", "rice_g", "side_dishes_idr", "status")),
    ]


def test_a_day_column_holds_days() -> None:
    frame = pl.DataFrame({**FLOOD, "day": ["2017-02-25"]})
    assert refused(frame, period="day").code == "column_not_days"
    zoned = frame.with_columns(day=pl.lit(datetime(2017, 2, 25)).dt.replace_time_zone("Asia/Jakarta"))
    error = refused(zoned, period="day")
    assert (error.code, error.field) == ("column_not_days", "period")


def test_rates_by_date_need_a_column_of_days() -> None:
    frame = pl.DataFrame({"hazard": ["flood"], "house_heavy": [1], "house_moderate": [0], "house_light": [0]})
    error = refused(frame, BNPB_STIMULAN, counts={"family_awaiting_house": None})
    assert (error.code, error.field) == ("column_needed", "period")


@pytest.mark.parametrize(
    ("counts", "code", "field"),
    [
        ({}, "column_missing", "counts.house.heavy"),
        ({"house": "n"}, "column_needed", "counts.house"),
        ({"house": {"heavy": "n", "moderate": "n"}}, "column_needed", "counts.house.light"),
        ({"house": {"heavy": "n", "moderate": "n", "light": "m"}}, "column_missing", "counts.house.light"),
        ({"house": {"heavy": "n", "moderate": "n", "light": None}, "dead": {"x": "n"}}, "no_classes", "counts.dead"),
    ],
)
def test_a_count_by_class_has_a_column_for_each_class(counts: Any, code: str, field: str) -> None:
    frame = pl.DataFrame({"hazard": ["flood"], "n": [1], "day": [date(2022, 1, 1)]})
    error = refused(frame, BNPB_STIMULAN, period="day", counts={"family_awaiting_house": None, **counts})
    assert (error.code, error.field) == (code, field)


def test_what_is_passed_beside_the_columns_is_checked_too() -> None:
    frame = pl.DataFrame(FLOOD)
    for options in (
        {"days": -1},
        {"days": True},
        {"extended": 1},
        {"days": {"wheat": 3}},
        {"traits": {"x": "hazard"}},
        {"indices": {"x": 1}},
        {"units": {"person": "x"}},
        {"counts": []},
    ):
        with pytest.raises(KesosError):
            frames.entitle(frame, PEDUM_2003, **{"days": 7, **options})  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError):
        frames.entitle(frame, "pedum-2003", days=7)  # type: ignore[arg-type]


def test_without_numpy_the_extra_is_named_where_arrays_are_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    struck = pl.DataFrame(FLOOD)
    monkeypatch.setitem(sys.modules, "numpy", None)
    for call in (
        lambda: frames.totals(struck, PEDUM_2003, days=7),
        lambda: frames.parse(struck, "hazard", "hazard", into="read"),
        lambda: frames.entitle(struck.to_arrow(), PEDUM_2003, days=7),
    ):
        with pytest.raises(MissingExtraError) as caught:
            call()
        assert (caught.value.code, caught.value.value) == ("missing_extra", "numpy")
    assert frames.entitle(struck, PEDUM_2003, days=7)["rice_g"].to_list() == [860 * 400 * 7]


# --- kinds of columns ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [pl.Int8, pl.UInt8, pl.Int32, pl.UInt64, pl.Int128])
def test_whole_numbers_of_every_width_are_counted(kind: Any) -> None:
    frame = pl.DataFrame({"hazard": ["flood", "flood"], "people": [100, None]}, schema_overrides={"people": kind})
    assert frames.entitle(frame, PEDUM_2003, days=7)["rice_g"].to_list() == [280_000, None]


def test_a_number_beyond_64_bits_is_too_large_on_every_engine(connection: Any) -> None:
    given = {"hazard": ["flood"] * 3, "people": [2**63, 5, None]}
    polars = pl.DataFrame(given, schema_overrides={"people": pl.UInt64})
    pandas = pd.DataFrame({"hazard": given["hazard"], "people": pd.array([2**63, 5, None], dtype="UInt64")})
    connection.register("t", polars.to_arrow())
    for frame in (
        polars,
        pandas,
        polars.to_arrow(),
        connection.table("t"),
        pandas.iloc[:2].astype({"people": "uint64"}),
    ):
        out = plain_rows(frames.entitle(frame, PEDUM_2003, days=3))
        assert [row["status"] for row in out][:2] == ["count_too_large", "ok"]
        assert [row["rice_g"] for row in out][:2] == [None, 6_000]
        total = plain_rows(frames.totals(frame, PEDUM_2003, days=3, partial=True))
        assert total[0]["rice_g"] == 6_000


@pytest.mark.parametrize("factor", [400 * 7, 6_000 * 7])
def test_the_last_number_that_fits_is_given_and_the_next_is_not(factor: int, connection: Any) -> None:
    most = LARGEST // factor
    name = "rice_g" if factor == 2_800 else "side_dishes_idr"
    for kind, frame in kinds_of({"hazard": ["flood"] * 2, "people": [most, most + 1]}, connection).items():
        out = plain_rows(frames.entitle(frame, PEDUM_2003, days=7))
        assert [row[name] for row in out] == [most * factor, None], kind
        assert out[1]["status"] == "count_too_large", kind


def test_a_column_of_nothing_is_not_known(connection: Any) -> None:
    for frame in (
        pl.DataFrame({"hazard": ["flood", None], "people": [None, None]}),
        pd.DataFrame({"hazard": ["flood", None], "people": [None, None]}),
        pa.table({"hazard": pa.array(["flood", None]), "people": pa.nulls(2)}),
    ):
        out = plain_rows(frames.entitle(frame, PEDUM_2003, days=7))
        assert [row["status"] for row in out] == ["count_unknown", "hazard_missing"]
    nothing = pa.table({"hazard": pa.nulls(1), "people": [1]})
    assert plain_rows(frames.entitle(nothing, PEDUM_2003, days=7))[0]["status"] == "hazard_missing"


def test_words_in_categories_are_read_too() -> None:
    words = ["banjir", "kebakaran", None]
    for frame in (
        pl.DataFrame({"hazard": words, "people": [1, 1, 1]}, schema_overrides={"hazard": pl.Categorical}),
        pd.DataFrame({"hazard": pd.Categorical(words), "people": [1, 1, 1]}),
        pa.table({"hazard": pa.array(words).dictionary_encode(), "people": [1, 1, 1]}),
    ):
        out = plain_rows(frames.entitle(frame, PEDUM_2003, days=7))
        assert [row["status"] for row in out] == ["ok", "hazard_not_covered", "hazard_missing"]


def test_frames_without_rows_keep_their_new_columns(connection: Any) -> None:
    given = pa.table({"hazard": pa.array([], pa.string()), "people": pa.array([], pa.int64())})
    connection.register("t", given)
    for frame in (given, pl.from_arrow(given), given.to_pandas(), connection.table("t")):
        assert plain_rows(frames.entitle(frame, PEDUM_2003, days=7)) == []
        assert plain_rows(frames.totals(frame, PEDUM_2003, by=["hazard"], days=7)) == []


def test_moments_are_days_where_they_are_midnight(connection: Any) -> None:
    moments = [datetime(2017, 2, 25), datetime(2017, 2, 25, 7), None, datetime(1899, 12, 31), datetime(2001, 1, 1)]
    given = {"hazard": ["flood"] * 5, "people": [1] * 5, "day": moments}
    for kind, frame in kinds_of(given, connection).items():
        out = plain_rows(frames.entitle(frame, PEDUM_2003, days=7, period="day"))
        wanted = ["ok", "not_a_day", "period_unknown", "out_of_range", "not_in_force"]
        assert [row["status"] for row in out] == wanted, kind


def test_a_standard_that_has_ended_is_not_in_force_after_its_last_day() -> None:
    ended = loads_standard(STANDARD)
    days = [date(2017, 12, 31), date(2018, 1, 1)]
    frame = pl.DataFrame(
        {"hazard": ["flood"] * 2, "household_2": [1, 1], "household_5": [1, 1], "day": days, "own_area": [1, 1]}
    )
    assert frames.entitle(frame, ended, period="day", days=3)["status"].to_list() == ["ok", "not_in_force"]


STANDARD = """
format = 1
code = "made-up"
covers = "any"
title = { id = "a", en = "a" }
source = { regulation = "x", known = "hypothetical" }
validity = { start = "2000", end = "2017", citation = { locator = "-" } }

[[packages]]
code = "aid"
name = { id = "a", en = "a" }

[[packages.items]]
code = "by_size"
name = { id = "a", en = "a" }
unit = "IDR"
per = "household"
rates = [ { size = { from = 1 }, amount = 10, each_further = 5 } ]
citation = { locator = "-" }

[[packages.items]]
code = "land"
name = { id = "a", en = "a" }
unit = "IDR"
per = "own_area"
measure = "ha"
amount = 1000
citation = { locator = "-" }

[[counts]]
code = "own_area"
name = { id = "a", en = "a" }
unit = "m2"
most = { amount = "2 ha", each = "farmer" }
citation = { locator = "-" }
"""


def test_columns_named_by_size_are_found_and_measures_that_do_not_divide_are_ranges() -> None:
    frame = pl.DataFrame(
        {"hazard": ["flood"], "household_2": [3], "household_10": [1], "household_x": [9], "own_area": [15]}
    )
    [row] = frames.entitle(frame, loads_standard(STANDARD)).to_dicts()
    assert row["by_size_idr"] == 3 * 15 + 1 * 55
    assert (row["land_idr_from"], row["land_idr_to"]) == (1, 2)  # 15 m² of 1,000 a hectare: 1.5
    [row] = frames.entitle(frame, loads_standard(STANDARD), units={"own_area": "ha"}).to_dicts()
    assert row["land_idr"] == 15_000
    assert _refused_unit(frame, {"own_aera": "ha"}) == ("not_a_choice", "units")
    assert _refused_unit(frame, {"own_area": "kg"}) == ("unit_mismatch", "units.own_area")
    without = frame.drop("household_2", "household_10")
    assert refused(without, loads_standard(STANDARD), days=None).code == "column_needed"


def _refused_unit(frame: Any, units: dict[str, str]) -> tuple[str, str | None]:
    with pytest.raises(KesosError) as caught:
        frames.entitle(frame, loads_standard(STANDARD), units=units)
    return caught.value.code, caught.value.field


def test_families_are_found_by_their_own_name() -> None:
    frame = pl.DataFrame({**FLOOD, "kk": [900]})
    assert frames.entitle(frame, PEDUM_2003, days=7, families="kk")["status"].to_list() == ["part_above_whole"]


def test_the_days_may_come_from_a_column_or_differ_by_item() -> None:
    frame = pl.DataFrame({"hazard": ["flood"] * 4, "people": [1] * 4, "lasting": [3, 8, None, -1]})
    out = frames.entitle(frame, PEDUM_2003, days="lasting")
    assert out["days"].to_list() == [3, None, None, None]
    assert out["status"].to_list() == ["ok", "days_out_of_range", "days_needed", "count_negative"]
    [row] = frames.entitle(frame.head(1), PEDUM_2003, days={"rice": "lasting", "side_dishes": "maximum"}).to_dicts()
    assert (row["rice_g"], row["side_dishes_idr"], row["days"]) == (1_200, 42_000, None)


def test_a_row_without_days_is_sound_where_nothing_takes_any() -> None:
    """The window is held to wherever days are given, as the scalar function does."""
    kit = Item(code="kit", name=Text("a", "a"), amount=1, unit="unit", per="person", citation=Citation(regulation="x"))
    once = attrs.evolve(PEDUM_2003, packages=(Package(code="kits", name=Text("a", "a"), items=(kit,)),))
    frame = pl.DataFrame({"hazard": ["flood"] * 4, "people": [5] * 4, "lasting": [None, 3, 99, -1]})
    out = frames.entitle(frame, once, days="lasting")
    assert out["kit_unit"].to_list() == [5, 5, None, None]
    assert out["days"].to_list() == [None, 3, None, None]
    assert out["status"].to_list() == ["ok", "ok", "days_out_of_range", "count_negative"]


def test_days_below_zero_are_told_before_a_count_that_is_not_known() -> None:
    frame = pl.DataFrame({"hazard": ["flood"] * 2, "people": [None, None], "lasting": [-1, 3]})
    frame = frame.with_columns(pl.col("people").cast(pl.Int64))
    out = frames.entitle(frame, PEDUM_2003, days="lasting")
    assert out["status"].to_list() == ["count_negative", "count_unknown"]


def test_a_plan_can_be_sent_to_another_process() -> None:
    from kesos.frames._entitle import plan_for

    plan = plan_for(pd.DataFrame(FLOOD), PEDUM_2003, days=7)
    assert pickle.loads(pickle.dumps(plan)).status == plan.status


def test_long_frames_are_worked_out_in_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kesos.frames._on_arrays.BLOCK", 2)
    given = {"hazard": ["flood", "fire", None, "flood", "tsunami"], "people": [1, 2, 3, None, 5]}
    out = frames.entitle(pa.table(given), PEDUM_2003, days=3).to_pylist()
    assert [row["rice_g"] for row in out] == [1 * 3 * 400, None, None, None, 5 * 3 * 400]
    assert [row["status"] for row in out] == ["ok", "hazard_not_covered", "hazard_missing", "count_unknown", "ok"]


def test_a_part_of_what_is_known_in_part_is_held_to_the_whole() -> None:
    standard = loads_standard(PART)
    frame = pl.DataFrame({"hazard": ["flood"] * 2, "people": [5, 5], "serious": [5, 6]})
    counts = {"injured": {"serious": "serious", "minor": None}}
    out = frames.entitle(frame, standard, counts=counts)
    assert out["status"].to_list() == ["count_unknown", "part_above_whole"]


def test_a_part_of_what_nobody_knows_is_not_held_to_it() -> None:
    frame = pl.DataFrame({**FLOOD, "kk": [900]})
    counted = {"person": None, "family": "kk"}
    assert frames.entitle(frame, PEDUM_2003, days=7, counts=counted)["status"].to_list() == ["count_unknown"]


def test_the_cells_of_a_count_are_listed_or_named_by_class() -> None:
    standard = loads_standard(PART)
    frame = pl.DataFrame({"hazard": ["flood"], "s": [3], "m": [4], "n": [7]})
    listed = [({"injury": "serious"}, "s"), ({"injury": "minor"}, "m")]
    for cells in (listed, {"serious": "s", "minor": "m"}):
        out = frames.entitle(frame, standard, counts={"injured": cells})
        assert out["injury_idr"].to_list() == [3 * 5 + 4 * 2]
    out = frames.entitle(frame.with_columns(people=6), PEDUM_2003, days=7, counts={"person": [({}, "n")]})
    assert out["rice_g"].to_list() == [7 * 7 * 400]


PART = """
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
code = "injury"
name = { id = "a", en = "a" }
unit = "IDR"
per = "injured"
rates = [ { injury = "serious", amount = 5 }, { injury = "minor", amount = 2 } ]
citation = { locator = "-" }
"""


# --- a season that is too long ---------------------------------------------------------------------------------------

SEASONS = STANDARD.replace(
    "[[counts]]",
    """
[[packages.items]]
code = "wet"
name = { id = "a", en = "a" }
unit = "g"
per = "person"
every = "day"
window = "open"
rates = [ { season = "wet", amount = 2 }, { season = "dry", amount = 1 } ]
citation = { locator = "-" }

[[axes]]
code = "season"
name = { id = "a", en = "a" }
of = "date"
months = { wet = [1, 2, 3, 10, 11, 12], dry = [4, 5, 6, 7, 8, 9] }

[[counts]]""",
)


def test_a_rate_by_season_is_taken_day_by_day_up_to_a_limit() -> None:
    standard = loads_standard(SEASONS)
    given = {"hazard": ["flood"], "people": [10], "day": [date(2017, 3, 31)], "household_1": [0], "own_area": [0]}
    frame = pl.DataFrame(given)
    assert frames.entitle(frame, standard, days=3, period="day")["wet_g"].to_list() == [10 * (2 + 1 + 1)]
    error = refused(frame, standard, days=401, period="day")
    assert (error.code, error.field, error.value) == ("season_too_long", "days.wet", 401)


# --- small tables ----------------------------------------------------------------------------------------------------


def test_flags_are_counted_and_said_on_every_engine(connection: Any) -> None:
    given = {"hazard": ["flood", "fire", "flood", "flood"], "people": [1, 1, None, 2]}
    for kind, frame in kinds_of(given, connection).items():
        flags = frames.explain_flags(frames.entitle(frame, PEDUM_2003, days=7))
        told = [(row["status"], row["rows"], row["id"], row["en"]) for row in plain_rows(flags)]
        assert told == [
            (each.value, many, each.say("id"), each.say("en"))
            for each, many in ((Status.OK, 2), (Status.HAZARD_NOT_COVERED, 1), (Status.COUNT_UNKNOWN, 1))
        ], kind


def test_shares_are_exact_on_every_engine(connection: Any) -> None:
    given = {"d": ["a", "a", "b", "c", "d", "e"], "part": [100, 17, 5, 1, 9, -1], "whole": [300, 30, 0, None, 8, 5]}
    wanted = {
        "a": (117, 330, Decimal("35.45"), "ok"),
        "b": (5, 0, None, "zero_denominator"),
        "c": (1, None, None, "unknown_value"),
        "d": (9, 8, None, "part_above_whole"),
        "e": (0, 5, None, "count_negative"),
    }
    for kind, frame in kinds_of({**given, "p": given["part"], "w": given["whole"]}, connection).items():
        out = plain_rows(frames.share(frame, "p", "w", by=["d"]))
        assert {row["d"]: (row["part"], row["whole"], row["percent"], row["status"]) for row in out} == wanted, kind
        spent = plain_rows(frames.absorption(frame, "w", "p", by=["d"]))
        assert {row["d"]: (row["realized"], row["ceiling"], row["percent"]) for row in spent}["a"] == wanted["a"][:3]


def test_a_sum_that_does_not_fit_is_refused() -> None:
    frame = pl.DataFrame({"p": [LARGEST, 1], "w": [LARGEST, 0]})
    with pytest.raises(FrameError) as caught:
        frames.share(frame, "p", "w")
    assert (caught.value.code, caught.value.field, caught.value.value) == ("count_too_large", "part", LARGEST + 1)


def test_groups_are_named_once_and_are_there() -> None:
    frame = pl.DataFrame({"p": [1], "w": [2], "percent": ["a"]})
    for by, code in ((["p", "p"], "column_doubled"), (["x"], "column_missing"), (["percent"], "column_taken")):
        with pytest.raises(FrameError) as caught:
            frames.share(frame, "p", "w", by=by)
        assert caught.value.code == code


PRINTED = {
    "korban": ["2.720", "-", "banyak", None, "2.720", "Tidak diketahui", "9" * 25],
    "kk_jiwa": ["72/240", "-", "x", None, "1/2", "72/240", "3/4"],
    "hari": ["25-02-2017", "x", "1 Mei 2018", None, "2017-02-25", "x", "x"],
    "rp": ["Rp. 6.000,-", "x", "0", None, "Rp 5", "x", "x"],
    "bencana": ["Banjir", "bnajir", "longsor", None, "flood", "x", "x"],
}


def test_print_is_read_as_the_parsers_read_it_on_every_engine(connection: Any) -> None:
    for kind, frame in kinds_of({"at": list(range(7)), **PRINTED}, connection).items():

        def read(column: str, as_: Any, frame: Any = frame, **options: Any) -> list[tuple[Any, str]]:
            out = plain_rows(frames.parse(frame, column, as_, into="new", **options))
            return [(row["new"], row["new_status"]) for row in sorted(out, key=lambda row: row["at"])]

        counts = read("korban", "count", dash=0, unknown=None)
        assert counts[:2] == [(2_720, "ok"), (0, "ok")], kind
        assert [status for _, status in counts[2:]] == [
            "unreadable",
            "unknown_value",
            "ok",
            "ok",
            "number_too_large",
        ] or counts[6][0] is None, kind
        assert counts[5] == (None, "ok"), kind
        assert [each[0] for each in read("kk_jiwa", "people", dash=None)] == [240, None, None, None, 2, 240, 4], kind
        assert [each[0] for each in read("kk_jiwa", "families", dash=None)] == [72, None, None, None, 1, 72, 3], kind
        assert [each[0] for each in read("rp", "rupiah")][:5] == [6_000, None, 0, None, 5], kind
        assert [each[0] for each in read("bencana", "hazard")][:5] == ["flood", None, "landslide", None, "flood"], kind
        days = [
            None if each is None else each if type(each) is date else each.date() for each, _ in read("hari", "day")
        ]
        assert days[:5] == [date(2017, 2, 25), None, date(2018, 5, 1), None, date(2017, 2, 25)], kind


def test_a_parsed_column_is_new() -> None:
    with pytest.raises(FrameError) as caught:
        frames.parse(pl.DataFrame(PRINTED), "korban", "count", into="rp")
    assert (caught.value.code, caught.value.field) == ("column_taken", "into")
    with pytest.raises(InvalidValueError):
        frames.parse(pl.DataFrame(PRINTED), "korban", "number", into="n")  # type: ignore[arg-type]


def test_a_register_is_counted_by_class_on_every_engine(connection: Any) -> None:
    given = {"desa": ["a", "a", "a", "b", "c", "d"], "damage": ["heavy", "heavy", "light", "heavy", None, "ruined"]}
    for kind, frame in kinds_of(given, connection).items():
        out = {row.pop("desa"): row for row in plain_rows(frames.count(frame, BNPB_STIMULAN, by=["desa"], of="house"))}
        names = ("house_heavy", "house_moderate", "house_light", "rows", "rows_flagged")
        assert {desa: tuple(row[name] for name in names) for desa, row in out.items()} == {
            "a": (2, 0, 1, 3, 0),
            "b": (1, 0, 0, 1, 0),
            "c": (None, None, None, 1, 1),
            "d": (None, None, None, 1, 1),
        }, kind


def test_what_was_counted_is_what_a_standard_takes() -> None:
    houses = pl.DataFrame({"desa": ["a"] * 3, "damage": ["heavy", "heavy", "light"]})
    counted = frames.count(houses, BNPB_STIMULAN, by=["desa"], of="house")
    struck = counted.with_columns(hazard=pl.lit("flood"), day=date(2020, 1, 1))
    out = frames.entitle(struck, BNPB_STIMULAN, period="day", days=30, counts={"family_awaiting_house": None})
    rates = {row.test("damage"): row.amount for row in BNPB_STIMULAN.item("house_stimulus").rates if _fits(row)}
    assert out["house_stimulus_idr"].to_list() == [2 * rates["heavy"] + rates["light"]]
    assert out["status"].to_list() == ["count_unknown"]


def _fits(row: Any) -> bool:
    when = row.test("date")
    return when is None or when.holds(date(2020, 1, 1))


def test_sizes_become_columns_and_caps_hold_for_each_row() -> None:
    standard = loads_standard(STANDARD)
    households = pl.DataFrame({"size": [2, 2, 5, 5, 5]})
    [row] = frames.count(households, standard, of="household").to_dicts()
    assert row == {"household_2": 2, "household_5": 3, "rows": 5, "rows_flagged": 0}
    farmers = pl.DataFrame({"m2": [5_000, 30_000, 20_000], "ha": [0, 3, 2]})
    [row] = frames.count(farmers, standard, of="own_area", number="m2").to_dicts()
    assert row["own_area"] == 5_000 + 20_000 + 20_000
    [row] = frames.count(farmers, standard, of="own_area", number="ha", unit="ha").to_dicts()
    assert row["own_area"] == 0 + 2 + 2
    with pytest.raises(FrameError) as caught:
        frames.count(farmers, standard, of="own_area", number="ha", unit="km2")
    assert (caught.value.code, caught.value.field) == ("cap_not_whole", "unit")
    [row] = frames.count(pl.DataFrame({"m2": [1, None, -1]}), standard, of="own_area", number="m2").to_dicts()
    assert row == {"own_area": None, "rows": 3, "rows_flagged": 2}


def test_a_cap_on_what_is_not_measured_holds_for_each_row() -> None:
    counted = STANDARD.replace('unit = "m2"\nmost = { amount = "2 ha"', "most = { amount = 3")
    standard = loads_standard(counted.replace('measure = "ha"\n', ""))
    frame = pl.DataFrame({"n": [1, 3, 4, 9]})
    [row] = frames.count(frame, standard, of="own_area", number="n").to_dicts()
    assert row == {"own_area": 1 + 3 + 3 + 3, "rows": 4, "rows_flagged": 0}


def test_a_count_of_a_register_says_which_where_there_are_several() -> None:
    frame = pl.DataFrame({"x": [1]})
    with pytest.raises(FrameError) as caught:
        frames.count(frame, KEMENSOS_CASH)
    assert (caught.value.code, caught.value.field) == ("column_needed", "of")
    with pytest.raises(FrameError) as caught:
        frames.count(frame, BNPB_STIMULAN, of="house")
    assert (caught.value.code, caught.value.field) == ("column_missing", "classes.damage")
    assert frames.count(frame, PEDUM_2003).to_dicts() == [{"person": 1, "rows": 1, "rows_flagged": 0}]
    with pytest.raises(FrameError) as caught:
        frames.count(pl.DataFrame({"n": [LARGEST, 1]}), PEDUM_2003, number="n")
    assert caught.value.code == "count_too_large"
    with pytest.raises(InvalidValueError):
        frames.count(frame, BNPB_STIMULAN, of="house", classes={"size": "x"})


def test_a_printed_total_is_what_its_parts_add_up_to_on_every_engine(connection: Any) -> None:
    given = {
        "t": ["1", "1", "1", "2", "2", "3", "3", "4", "5", "5", "6", "6", "6", "7", "7", "7", "8", "8", "8"],
        "n": [3, 4, 8, 5, 5, None, 9, 7, 2, 3, 1, 2, 3, None, None, 0, 3, None, 2],
        "sum": [
            *(False, False, True, False, True, False, True, True, False, False, False, True, True),
            *[False, False, True] * 2,
        ],
    }
    wanted = {
        "1": (8, 7, 1, "odd"),
        "2": (5, 5, 0, "fine"),
        "3": (9, 0, 9, "unknown"),
        "4": (None, 0, None, "unknown"),
        "5": (None, 5, None, "unknown"),
        "6": (None, 1, None, "unknown"),
        "7": (0, 0, 0, "unknown"),
        "8": (2, 3, -1, "odd"),
    }
    for kind, frame in kinds_of(given, connection).items():
        out = plain_rows(frames.check_sums(frame, "n", "sum", by=["t"]))
        assert {row["t"]: (row["total"], row["together"], row["off"], row["verdict"]) for row in out} == wanted, kind


def test_a_group_with_a_row_that_may_be_a_part_or_the_total_is_not_judged(connection: Any) -> None:
    given = {"t": [1, 1, 1], "n": [1, 2, 1], "sum": [False, None, True]}
    told = pl.DataFrame(given)
    kinds = (
        told,
        told.lazy(),
        pd.DataFrame(given).astype({"sum": "boolean"}),
        told.to_arrow(),
        connection.from_arrow(told.to_arrow()),
    )
    for frame in kinds:
        (row,) = plain_rows(frames.check_sums(frame, "n", "sum", by=["t"]))
        assert (row["total"], row["together"], row["off"], row["verdict"]) == (None, 1, None, "unknown")


def test_rows_without_a_known_status_are_counted_too(connection: Any) -> None:
    for kind, frame in kinds_of({"status": ["ok", "nosuch", None, None, "ok"]}, connection).items():
        told = [
            (row["status"] or None, row["rows"], row["id"], row["en"])
            for row in plain_rows(frames.explain_flags(frame))
        ]
        assert told == [
            ("ok", 2, "terhitung", "counted"),
            ("nosuch", 1, "bukan status yang dikenal", "no status that is known"),
            (None, 2, "tanpa status", "without a status"),
        ], kind


def test_sums_of_what_cannot_be_summed_are_refused() -> None:
    frame = pl.DataFrame({"n": [1, -1], "sum": [False, True], "t": [1, 1]})
    for value, total, code in (
        ("n", "sum", "count_negative"),
        ("n", "t", "column_not_truth"),
        ("sum", "sum", "column_not_whole"),
    ):
        with pytest.raises(FrameError) as caught:
            frames.check_sums(frame, value, total, by=["t"])
        assert caught.value.code == code
    large = pl.DataFrame({"n": [LARGEST, LARGEST, 1], "sum": [False, False, True]})
    with pytest.raises(FrameError) as caught:
        frames.check_sums(large, "n", "sum", by=[])
    assert (caught.value.code, caught.value.value) == ("count_too_large", 2 * LARGEST)


# --- the bar ---------------------------------------------------------------------------------------------------------


def test_long_work_shows_a_bar_where_somebody_watches(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now = SimpleNamespace(time=0.0)
    monkeypatch.setattr("kesos.frames._progress.time.monotonic", lambda: now.time)
    bar, unseen = Progress(shown=True), Progress(shown=False)
    bar.done(50, 100)
    now.time = 3.0
    unseen.done(60, 100)
    bar.done(60, 100)
    bar.done(61, 100)
    bar.done(100, 100)
    shown = capsys.readouterr().err
    assert shown == f"\r[{'#' * 18}{'.' * 12}] 60/100\r[{'#' * 30}] 100/100\n"


def test_indices_are_brought_or_not_known() -> None:
    standard = loads_standard(INDEX)
    frame = pl.DataFrame({"hazard": ["flood"], "people": [3]})
    assert frames.entitle(frame, standard)["status"].to_list() == ["index_unknown"]
    out = frames.entitle(frame, standard, indices={"wage": Quantity(443, "PHP")})
    assert out["cash_php_100"].to_list() == [3 * 332 * 100]  # three quarters of 443 pesos are 332.25


def test_the_columns_of_an_item_have_one_name_in_a_frame_and_in_the_frame_of_a_batch() -> None:
    wage = {"indices": {"wage": Quantity(443, "PHP")}}
    ranged = attrs.evolve(PEDUM_2003.item("rice"), amount=None, rates=(Row(amount=Between(300, 400)),))
    package = attrs.evolve(PEDUM_2003.packages[0], items=(ranged, PEDUM_2003.item("side_dishes")))
    own = attrs.evolve(PEDUM_2003, packages=(package,))
    for standard, options, names in (
        (loads_standard(INDEX), wage, {"cash_php_100"}),
        (own, {"days": 3}, {"rice_g_from", "rice_g_to", "side_dishes_idr"}),
    ):
        struck = {"hazard": "flood", "people": 3}
        [row] = frames.entitle(pl.DataFrame([struck]), standard, **options).to_dicts()
        event = DisasterEvent(place="Desa A", period="2020-01-01", **struck)
        batch = entitle_all([event], standard, **options).to_frame()
        assert names == {name for name in row if name.startswith(("cash_", "rice_", "side_"))}
        assert {name: int(batch[name].iloc[0]) for name in names} == {name: row[name] for name in names}
        assert names == {name for name in batch if name.startswith(("cash_", "rice_", "side_"))}


INDEX = """
format = 1
code = "made-up"
covers = "any"
title = { id = "a", en = "a" }
source = { regulation = "x", known = "hypothetical" }
validity = { start = "2000", end = "unknown", citation = { locator = "-" } }

[[packages]]
code = "aid"
name = { id = "a", en = "a" }

[[packages.items]]
code = "cash"
name = { id = "a", en = "a" }
unit = "PHP"
per = "person"
rates = [ { share = "3/4", of = "wage", rounding = "down", to = 1 } ]
citation = { locator = "-" }

[[indices]]
code = "wage"
name = { id = "a", en = "a" }
unit = "PHP"
given = "caller"
citation = { locator = "-" }
"""


# --- what an engine's own threads run, here where it is seen ---------------------------------------------------------


def test_words_of_polars_are_grouped_as_the_scalar_function_reads_them() -> None:
    from kesos.frames._hazards import MISSING, NOT_COVERED, UNKNOWN, Hazards
    from kesos.frames._polars import groups_of

    hazards = Hazards(PEDUM_2003)
    words = pl.Series(["banjir", "  BANJIR ", "tanah  longsor", "kebakaran", "bnajir", None])
    flood, landslide = hazards.group_of("flood"), hazards.group_of("landslide")
    assert groups_of(words, hazards).to_list() == [flood, flood, landslide, NOT_COVERED, UNKNOWN, MISSING]
    assert groups_of(words.head(1), hazards).to_list() == [flood]


def test_texts_of_polars_are_looked_up_once_each() -> None:
    from kesos.frames._texts import looked_up

    looked: list[str | None] = []

    def look(text: str | None) -> tuple[int | None, str]:
        looked.append(text)
        return (None if text is None else len(text)), "ok"

    kind = pl.Struct({"n": pl.Int64, "s": pl.String})
    found = looked_up(pl.Series(["a", "bb", None, "a"]), kind, look)
    assert [each["n"] for each in found.to_list()] == [1, 2, None, 1]
    assert sorted(looked, key=str) == [None, "a", "bb"]


class OfSpark:
    """What a frame of Spark is asked, written down."""

    def __init__(self, columns: list[str]) -> None:
        self.columns = columns
        self.asked: list[Any] = []

    def withColumns(self, named: dict[str, str]) -> OfSpark:  # noqa: N802  # as Spark calls it
        self.asked.append(named)
        return self

    def selectExpr(self, *shown: str) -> OfSpark:  # noqa: N802
        self.asked.append(shown)
        return self


def test_a_small_frame_of_spark_has_the_kinds_of_its_columns() -> None:
    from kesos.frames._frames import Frame
    from kesos.frames._small import small_frame

    field = SimpleNamespace(name="o`x", dataType=SimpleNamespace(simpleString=lambda: "varchar(9)"))
    session = SimpleNamespace(createDataFrame=lambda rows, schema: (rows, schema))
    native = SimpleNamespace(schema=[field], sparkSession=session)
    columns: dict[str, list[Any]] = {"o`x": ["a", None], "rows": [1, 2], "percent": [Decimal("1.50"), None]}
    rows, schema = small_frame(columns, Frame(native, "pyspark"), {"rows": "whole", "percent": "percent"})
    assert rows == [("a", 1, Decimal("1.50")), (None, 2, None)]
    assert schema == "`o``x` varchar(9), `rows` bigint, `percent` decimal(18, 2)"


def test_spark_is_asked_in_its_own_sql(monkeypatch: pytest.MonkeyPatch) -> None:
    from kesos.frames import _pyspark
    from kesos.frames._entitle import plan_for

    monkeypatch.setitem(sys.modules, "pyspark.sql.functions", SimpleNamespace(expr=lambda sql: sql))
    given = {**FLOOD, "day": [datetime(2017, 2, 25)], "household_1": [0], "own_area": [0]}
    plan = plan_for(pl.DataFrame(given), loads_standard(SEASONS), days=3, period="day")
    frame = OfSpark(["hazard", "o'`x"])
    assert _pyspark.entitle(plan, frame) is frame
    said = repr(frame.asked)
    assert "`o'``x`" in said
    for words in ("datediff(", "date_add(", "`hazard` IN (", "TIMESTAMP_NTZ", "regexp_replace(", "greatest(", "0L"):
        assert words in said, words


@pytest.mark.parametrize("name", ["STATUS", "Rice_G", "status"])
def test_a_column_of_a_database_is_taken_whatever_the_case_of_its_letters(name: str) -> None:
    with duckdb.connect() as connection:
        given = connection.sql(f"select 'flood' as hazard, 860 as people, 1 as \"{name}\"")
        with pytest.raises(FrameError) as caught:
            frames.entitle(given, PEDUM_2003, days=7)
    assert caught.value.code == "column_taken"
    assert name.casefold() == caught.value.field
