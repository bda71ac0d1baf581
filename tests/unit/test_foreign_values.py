"""What other libraries hold, at every public door: frames of any shape, files that cannot be read, days that are none.

The doors are found as in `test_public_calls`: one that is added is tried without being listed here.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from checkout import load

import kesos
from kesos import frames, tables
from kesos.errors import FileError, KesosError, TableError
from kesos.reports import Table, read_tables
from kesos.standards import BNPB_STIMULAN, PEDUM_2003
from kesos.words import show_value

calls = load("tests/unit/test_public_calls.py")


def closed(file: Any) -> Any:
    file.close()
    return file


def for_writing_only() -> Any:
    class ForWriting(io.RawIOBase):
        name = "Siti Aminah.csv"

        def readable(self) -> bool:
            return False

        def writable(self) -> bool:
            return True

    return io.TextIOWrapper(io.BufferedWriter(ForWriting()))


STRUCK = [["banjir", 3]]
FRAMES: dict[str, Callable[[], Any]] = {
    "two levels": lambda: pd.DataFrame(STRUCK, columns=pd.MultiIndex.from_tuples([("a", "hazard"), ("a", "people")])),
    "a level and none": lambda: pd.DataFrame(STRUCK, columns=pd.Index(["hazard", ("people", "x")], dtype=object)),
    "an index of two levels": lambda: pd.DataFrame(
        STRUCK, columns=["hazard", "people"], index=pd.MultiIndex.from_tuples([(1, "a")])
    ),
    "nothing": pd.DataFrame,
    "no columns": lambda: pd.DataFrame(index=[1, 2]),
    "no rows": lambda: pd.DataFrame({"hazard": pd.Series([], dtype=str), "people": pd.Series([], dtype="int64")}),
    "no rows and no kinds": lambda: pd.DataFrame({"hazard": [], "people": []}),
    "a column twice": lambda: pd.DataFrame([["banjir", "banjir", 3]], columns=["hazard", "hazard", "people"]),
    "numbers for names": lambda: pd.DataFrame(STRUCK),
    "no names": lambda: pd.DataFrame(STRUCK, columns=[None, None]),
    "NA for a name": lambda: pd.DataFrame(STRUCK, columns=pd.Index([pd.NA, "people"], dtype=object)),
    "NaT for a name": lambda: pd.DataFrame(STRUCK, columns=["hazard", pd.NaT]),
    "NaN for a name": lambda: pd.DataFrame(STRUCK, columns=["hazard", float("nan")]),
    "a day for a name": lambda: pd.DataFrame(STRUCK, columns=["hazard", pd.Timestamp("2020-01-01")]),
    "lists in cells": lambda: pd.DataFrame({"hazard": [["a"]], "people": [{"a": 1}]}),
    "NaT and NA in cells": lambda: pd.DataFrame(
        {"hazard": ["banjir", pd.NaT, pd.NA, None], "people": [1, pd.NA, pd.NaT, None], "period": [pd.NaT] * 4}
    ),
    "NA among whole numbers": lambda: pd.DataFrame(
        {"hazard": ["banjir"] * 2, "people": pd.array([1, None], dtype="Int64"), "period": [pd.NaT] * 2}
    ),
    "no category": lambda: pd.DataFrame({"hazard": pd.Categorical([None]), "people": [1]}),
    "polars: nothing": pl.DataFrame,
    "polars: nothing lazy": pl.LazyFrame,
    "polars: no rows": lambda: pl.DataFrame({"hazard": [], "people": []}),
    "polars: lazy and failing": lambda: pl.LazyFrame({"a": [1]}).select("b"),
    "pyarrow: nothing": lambda: pa.table({}),
    "pyarrow: a column twice": lambda: pa.table([pa.array([1]), pa.array([1])], names=["a", "a"]),
    "duckdb: no rows": lambda: duckdb.sql("select 'banjir' as hazard, 1 as people where false"),
}
FILES: dict[str, Callable[[], Any]] = {
    "closed text": lambda: closed(io.StringIO("a;b\n1;2\n")),
    "closed bytes": lambda: closed(io.BytesIO(b"a;b\n1;2\n")),
    "for writing only": for_writing_only,
    "other characters": lambda: io.TextIOWrapper(io.BytesIO(b"\xff\xfe\xff"), encoding="utf-8"),
}
VALUES: dict[str, Callable[[], Any]] = {
    "NaT": lambda: pd.NaT, "NA": lambda: pd.NA, "NaT of NumPy": lambda: np.datetime64("NaT", "D"),
    "no length of time": lambda: np.timedelta64("NaT"), "a moment": lambda: pd.Timestamp("2020-01-01 10:00"),
    "a moment with a zone": lambda: pd.Timestamp("2020-01-01", tz="UTC"), "an array": lambda: np.array([1, 2]),
    "an array of nothing": lambda: np.array([]), "a column": lambda: pd.Series([1, 2]), "NA in a list": lambda: [pd.NA],
    "NA for a key": lambda: {pd.NA: 1, pd.NaT: 2}, "NaT for a day": lambda: {"hazard": "banjir", "period": pd.NaT},
    "NA for a number": lambda: {"hazard": "banjir", "people": pd.NA},
}  # fmt: skip
FEW_FRAMES = ("two levels", "nothing", "no columns", "a column twice", "NA for a name", "polars: nothing lazy")
ODD = {**VALUES, **FILES, **{name: FRAMES[name] for name in FEW_FRAMES}}
ASKED = [name for name in calls.TRIED if ".__" not in name]  # what frames make of `==` is theirs


@pytest.mark.parametrize("name", ASKED)
def test_whatever_another_library_holds_is_answered_or_refused_by_name(name: str) -> None:
    callee = calls.CALLEES[name]
    wrong: dict[str, str] = {}
    for parameter in callee.given:
        if parameter in calls.PATHS:
            continue
        for odd, made in ODD.items():
            fault = calls.against(callee, lambda: callee.called({**callee.given, parameter: made()}))  # noqa: B023
            if fault is not None:
                wrong[f"{parameter}={odd}"] = fault
    assert bool(wrong) is (name in LEFT), wrong


LEFT: frozenset[str] = frozenset()
"""What does not hold yet. Whatever is mended is taken out: the test fails until it is."""


OF_FRAMES: dict[str, Callable[[Any], Any]] = {
    "entitle": lambda frame: frames.entitle(frame, PEDUM_2003, days=3),
    "entitle, by a column": lambda frame: frames.entitle(frame, PEDUM_2003, days="people", period="period"),
    "totals": lambda frame: frames.totals(frame, PEDUM_2003, days=3, by=["hazard"]),
    "totals, of all": lambda frame: frames.totals(frame, PEDUM_2003, days="minimum"),
    "count": lambda frame: frames.count(frame, BNPB_STIMULAN, by=["hazard"]),
    "parse": lambda frame: frames.parse(frame, "hazard", "count", into="x"),
    "check_sums": lambda frame: frames.check_sums(frame, "people", "people", by=["hazard"]),
    "share": lambda frame: frames.share(frame, "people", "people", by=["hazard"]),
    "share, of all": lambda frame: frames.share(frame, "people", "people"),
    "absorption": lambda frame: frames.absorption(frame, "people", "people"),
    "explain_flags": lambda frame: frames.explain_flags(frame, status="hazard"),
    "from_frame": lambda frame: Table.from_frame(frame, number="1", title="x"),
    "read_tables": read_tables,
    "read_events": tables.read_events,
    "read_households": tables.read_households,
    "read_cards": tables.read_cards,
    "read_deliveries": tables.read_deliveries,
    "read_changes": tables.read_changes,
    "read_budget": lambda frame: tables.read_budget(frame, year=2020, holder="x", funding="APBD"),
    "read_quota": lambda frame: tables.read_quota(frame, year=2020, program="BPNT", area="x"),
    "read_registry": lambda frame: tables.read_registry(frame, name="x", area="x", on="2020-01-01"),
    "entitle_all": lambda frame: kesos.entitle_all(frame, PEDUM_2003, days=3),
    "year_report": lambda frame: tables.year_report(frame, year=2020, area="x"),
}


def test_every_door_for_frames_is_tried_here() -> None:
    doors = {name for name in frames.__all__ if name != "Status"}
    doors |= {name for name in tables.__all__ if name.startswith("read_")}
    assert doors <= set(OF_FRAMES)


def refused_or_collected(call: Callable[[], Any]) -> KesosError | None:
    """The refusal; None where there is an answer, which is computed to its end."""
    try:
        found = call()
        if hasattr(found, "collect"):
            found.collect()
    except KesosError as error:
        return error
    return None


@pytest.mark.parametrize("door", OF_FRAMES)
def test_a_frame_of_any_shape_is_answered_or_refused_by_name(door: str) -> None:
    found = [refused_or_collected(lambda made=made: OF_FRAMES[door](made())) for made in FRAMES.values()]  # type: ignore[misc]
    refused = [error for error in found if error is not None]
    assert refused
    for error in refused:
        assert error.code
        assert error.field
        assert error.message("id")
        assert error.to_dict("en")


@pytest.mark.parametrize("columns", [["a", "b"], []])
def test_a_frame_that_cannot_be_collected_is_refused_with_its_cause(columns: list[str]) -> None:
    failing = pl.LazyFrame({"a": [1]}).select("x", *columns)
    with pytest.raises(TableError) as caught:
        tables.read_events(failing)
    assert (caught.value.code, caught.value.field) == ("cannot_open", "source")
    assert type(caught.value.__cause__).__name__ == "ColumnNotFoundError"
    with pytest.raises(KesosError) as of_frames:
        frames.share(failing, "a", "a")
    assert of_frames.value.code == "not_a_frame"


def test_a_column_of_lists_is_no_column_of_texts_and_makes_no_groups() -> None:
    lists = pd.DataFrame({"hazard": [["a"]], "people": [1]})
    for call, field in (
        (lambda: frames.parse(lists, "hazard", "count", into="x"), "column"),
        (lambda: frames.share(lists, "people", "people", by=["hazard"]), "by[0]"),
    ):
        with pytest.raises(KesosError) as caught:
            call()
        assert (caught.value.code, caught.value.field) == ("column_not_text", field)
    mixed = pd.DataFrame({"hazard": ["banjir", 1, pd.NA], "people": [1, 2, 3]})  # which are no lists
    assert len(frames.explain_flags(mixed.assign(hazard=["ok", ("a",), pd.NA]), status="hazard")) == 3


def test_a_column_with_a_name_of_one_level_stands_over_one_of_two() -> None:
    frame = pd.DataFrame(
        [["banjir", "Umpang", "2017-02-25", 3]],
        columns=pd.Index(["Jenis", "Desa", "Tanggal", ("Jiwa", "mengungsi")], dtype=object),
    )
    [event] = tables.read_events(frame).events
    assert (event.hazard.code, event.place.text) == ("flood", "Umpang")


@pytest.mark.parametrize("file", FILES)
def test_an_open_file_that_cannot_be_read_is_refused_with_its_cause(file: str) -> None:
    for door, call in OF_FRAMES.items():
        if not door.startswith("read_"):
            continue
        with pytest.raises(TableError) as caught:
            call(FILES[file]())
        assert (caught.value.code, caught.value.field) == ("cannot_open", "source")
        assert caught.value.__cause__ is not None


SOUND: dict[str, dict[str, Any]] = {
    "tables.write_cards": {"cards": []},
    "tables.write_changes": {"changes": []},
    "tables.write_deliveries": {"deliveries": []},
    "tables.write_events": {"events": []},
    "tables.write_rejects": {"result": []},
    "tables.write_tables": {"tables": [kesos.entitle_all([], PEDUM_2003, days=3).total]},
}
"""What a writer is given where it cannot be guessed."""
WRITERS = [name for name in ASKED if re.match(r"tables\.write_", name)]


def unwritable() -> Iterator[tuple[str, Any]]:
    yield "csv", closed(io.StringIO())
    yield "csv", closed(io.BytesIO())
    yield "xlsx", closed(io.BytesIO())
    yield "xlsx", io.StringIO()
    yield "csv", io.TextIOWrapper(io.BufferedReader(io.BytesIO(b"")))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", WRITERS)
def test_an_open_file_that_cannot_be_written_is_refused_with_its_cause(name: str) -> None:
    callee = calls.CALLEES[name]
    given = {**callee.given, **SOUND.get(name, {})}
    for kind, target in unwritable():
        with pytest.raises(FileError) as caught:
            callee.called({**given, "target": target, "format": kind})
        assert (caught.value.code, caught.value.field) == ("cannot_write", "target")
        assert caught.value.__cause__ is not None


def test_an_open_file_is_shown_without_its_path(tmp_path: Path) -> None:
    path = tmp_path / "Siti Aminah.csv"
    with path.open("w", encoding="utf-8") as file:
        assert show_value(file) == "<TextIOWrapper>"
        assert show_value([file, 1]) == "[<TextIOWrapper>, 1]"
        with pytest.raises(KesosError) as caught:
            kesos.Quantity(file, "kg")  # type: ignore[arg-type]
        assert "Siti" not in str(caught.value)
    with path.open("rb") as binary:
        assert show_value(binary) == "<BufferedReader>"


def test_a_name_that_does_not_say_which_kind_of_file_it_is_is_told_without_its_folder(tmp_path: Path) -> None:
    with pytest.raises(KesosError) as caught:
        tables.write_events([], tmp_path / "kejadian")
    assert "'kejadian' does not say" in str(caught.value)
    assert str(tmp_path) not in str(caught.value)


def test_what_holds_several_and_cannot_be_gone_through_is_refused_with_its_cause() -> None:
    for held in (closed(io.StringIO("a")), pl.LazyFrame({"a": [1]})):
        with pytest.raises(KesosError) as caught:
            kesos.programs.screen(kesos.Household(), on="2018-01-01", programs=held)
        assert (caught.value.args, caught.value.field) == (("wrong_type.list_failed",), "programs")
        assert caught.value.__cause__ is not None
