"""The parts that read sheets, each by itself: cells, heads, codes that nest, files that are none."""

from __future__ import annotations

import gc
import io
import sys
import zipfile
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd
import pytest
from openpyxl import Workbook

from kesos import tables
from kesos._sheets import _excel, _progress
from kesos._sheets._accounts import add_up
from kesos._sheets._cells import ErrorCell, Formula, Percent, number_in, plain_cell, shown
from kesos._sheets._collector import no_collector
from kesos._sheets._grid import Grid
from kesos._sheets._heads import find_head
from kesos._sheets._vocabulary import Vocabulary
from kesos.errors import InvalidValueError, KesosError, MissingExtraError, TableError
from kesos.tables import Skipped
from kesos.tables._columns import EVENT

HEAD = ["Jenis", "Lokasi", "Tanggal"]
ROW = ["Banjir", "Desa A", "2 Januari 2024"]


def text_file(*rows: str) -> io.StringIO:
    return io.StringIO("\n".join(rows) + "\n")


def workbook_of(*rows: list[Any]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def code_of(refuse: Any) -> str:
    with pytest.raises(KesosError) as refused:
        refuse()
    return str(refused.value.code)


@pytest.mark.parametrize(
    ("cell", "plain"),
    [
        (np.int64(3), 3),
        (np.float64("nan"), None),
        (np.str_("a"), "a"),
        (np.str_(" "), None),
        (np.bool_(True), True),
        (pd.NA, None),
        (pd.NaT, None),
        (pd.Timestamp(2024, 1, 2, 3, 4, 5), datetime(2024, 1, 2, 3, 4, 5)),
        (Decimal("NaN"), None),
        (Formula("=A1"), Formula("=A1")),
        (ErrorCell("#REF!"), ErrorCell("#REF!")),
        (time(3), time(3)),
    ],
)
def test_a_cell_of_another_library_is_what_it_stands_for(cell: object, plain: object) -> None:
    found = plain_cell(cell)
    assert (found, type(found)) == (plain, type(plain))


@pytest.mark.parametrize(
    ("cell", "seen"),
    [
        (None, ""),
        (True, "TRUE"),
        (Percent(Decimal("97.5")), "97,5%"),
        (Decimal("1234.5"), "1.234,5"),
        (datetime(2024, 1, 2, 3, 4), "2024-01-02 03:04:00"),
        (date(2024, 1, 2), "2024-01-02"),
        (time(3), "03:00:00"),
        ("a\n b", "a b"),
    ],
)
def test_a_cell_is_shown_as_people_see_it(cell: object, seen: str) -> None:
    assert shown(cell, "id") == seen
    assert shown(float("inf"), "id")
    assert shown([1], "id")


def test_only_numbers_that_are_exact_are_numbers() -> None:
    assert number_in(float(2**53)) is None
    assert number_in(float(2**53 - 1)) == 2**53 - 1
    assert number_in(Decimal("2.0")) == 2
    assert number_in(Decimal("Infinity")) is None
    assert number_in(None) is None


def test_the_collector_is_as_it_was_after_a_long_table() -> None:
    for was_on in (True, False):
        (gc.enable if was_on else gc.disable)()
        with no_collector():
            assert not gc.isenabled()
        assert gc.isenabled() is was_on
    gc.enable()


def test_long_work_shows_a_bar_where_somebody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    monkeypatch.setattr(sys, "stderr", SimpleNamespace(isatty=lambda: True))

    def bar(each: Any, total: int, **_: Any) -> Any:
        seen.append(total)
        return each

    monkeypatch.setattr(_progress, "import_module", lambda name: SimpleNamespace(tqdm=bar))
    assert list(_progress.with_progress([1, 2], _progress.FEWEST, "x")) == [1, 2]
    assert list(_progress.with_progress([1], _progress.FEWEST - 1, "x")) == [1]
    assert seen == [_progress.FEWEST]

    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(_progress, "import_module", missing)
    assert list(_progress.with_progress([1], _progress.FEWEST, "x")) == [1]


def codes(*texts: str | None) -> list[tuple[str, ...] | None]:
    return [None if text is None else tuple(text.split(".")) for text in texts]


def test_a_row_adds_up_the_rows_under_it_or_above_it_or_wherever_they_stand() -> None:
    assert add_up(codes("5", "5.1", None, "5.2", "6")) == {0: (1, 3)}
    assert add_up(codes("5.1", "5.2", "5", "6")) == {2: (0, 1)}
    assert add_up(codes("5.1", "6", "5", "7", "5.2")) == {2: (0, 4)}
    assert add_up(codes("5", "5.1", "5", "5.1")) == {0: (1,), 2: (3,)}
    assert add_up(codes("5", "51", "52")) == {0: (1, 2)}
    assert add_up(codes("1", "2", "11")) == {}
    assert add_up(codes(None, "5")) == {}


def test_what_is_no_workbook_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(content: bytes, **options: Any) -> Any:
        return lambda: tables.read_events(io.BytesIO(content), **options)

    assert code_of(read(b"PK\x03\x04 broken")) == "not_a_workbook"
    assert code_of(read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) == "not_a_workbook"
    good = workbook_of(HEAD, ROW)
    broken = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good)) as whole, zipfile.ZipFile(broken, "w") as part:
        for name in whole.namelist():
            content = whole.read(name)
            part.writestr(name, content.replace(b"</row>", b'<c r="D9" t="e"><v>#N/A</v></row>', 1))
    assert code_of(read(broken.getvalue())) == "not_a_workbook"
    monkeypatch.setattr(_excel, "MOST_BYTES", 10)
    assert code_of(read(good)) == "too_large"


def test_a_workbook_without_what_reads_it_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(_excel, "import_module", missing)
    with pytest.raises(MissingExtraError) as refused:
        tables.read_events(io.BytesIO(workbook_of(HEAD, ROW)))
    assert "openpyxl" in str(refused.value)


def test_openpyxl_reads_what_calamine_does(monkeypatch: pytest.MonkeyPatch) -> None:
    content = workbook_of(HEAD, ROW)
    one = tables.read_events(io.BytesIO(content))
    monkeypatch.setattr(_excel, "_library", lambda name: None if name == "python_calamine" else __import__(name))
    two = tables.read_events(io.BytesIO(content))
    assert one.events == two.events
    assert len(one.events) == 1


def test_files_that_cannot_be_read_say_why(tmp_path: Any) -> None:
    assert code_of(lambda: tables.read_events(tmp_path / "none.csv")) == "cannot_open"
    assert code_of(lambda: tables.read_events("a\0b")) == "cannot_open"
    assert code_of(lambda: tables.read_events(SimpleNamespace(read=lambda: 3))) == "not_a_source"
    assert code_of(lambda: tables.read_events(io.StringIO)) == "not_a_source"
    assert code_of(lambda: tables.read_events(io.BytesIO(b"a"), encoding="klingon")) == "unknown_encoding"
    assert code_of(lambda: tables.read_events(io.StringIO(""))) == "no_head"
    assert tables.read_events(SimpleNamespace(read=lambda: bytearray(b"Jenis,Lokasi,Tanggal\nBanjir,A,2024\n"))).events


def test_options_that_nobody_knows_are_refused() -> None:
    with pytest.raises(TypeError, match="sheets"):
        tables.read_events(text_file("a"), sheets="x")  # type: ignore[call-arg]
    for options in ({"same": {"people": "x"}}, {"same": {"nobody": 1}}, {"columns": {"nobody": "x"}},
                    {"delimiter": "x"}, {"keep_without_bad_cells": 1}, {"sheet": 3}, {"encoding": 3}):  # fmt: skip
        with pytest.raises(InvalidValueError):
            tables.read_events(text_file(",".join(HEAD), ",".join(ROW)), **options)


def test_two_columns_with_one_meaning_are_refused_until_the_caller_says_which() -> None:
    rows = ("Jenis,Lokasi,Tanggal,Jiwa,Jumlah Jiwa", "Banjir,A,2024,1,2")
    with pytest.raises(TableError) as refused:
        tables.read_events(text_file(*rows))
    assert (refused.value.code, refused.value.field) == ("doubled_column", "columns.people")
    assert (refused.value.value, refused.value.parameters["other"]) == ("Jumlah Jiwa", "Jiwa")
    (event,) = tables.read_events(text_file("Jenis,Lokasi,Desa,Tanggal", "Banjir,A,B,2024")).events
    assert str(event.place) == "A"  # of two words the one that stands first for it
    doubled = ("Jenis,Lokasi,Tanggal,Jiwa,Jiwa", "Banjir,A,2024,1,2")
    assert code_of(lambda: tables.read_events(text_file(*doubled))) == "doubled_column"
    reading = tables.read_events(text_file(*rows), columns={"people": "Jumlah Jiwa", "period": "Tanggal"})
    assert reading.events[0].people == 2
    assert tables.read_events(text_file(*rows), columns={"people": None}).events[0].people is None


def test_a_head_may_stand_under_others_that_name_fewer_columns() -> None:
    grid = Grid([["Lokasi", None], ["", ""], HEAD, ROW])
    head = find_head(grid, Vocabulary(EVENT))
    assert head is not None
    assert (head.first, head.last) == (2, 2)
    assert find_head(Grid([["Lokasi", 3]]), Vocabulary(EVENT)) is None


def test_a_skipped_row_is_of_a_known_kind_and_a_reading_shows_itself() -> None:
    with pytest.raises(InvalidValueError):
        Skipped(row=1, kind="secret", text="")  # type: ignore[arg-type]
    reading = tables.read_events(text_file(",".join(HEAD), ",".join(ROW), "Bnajir,B,2024", "Jumlah,,"))
    assert "<table" in reading._repr_html_()
    assert reading.say("en") == "1 read, 1 rejected, 1 passed over"
    assert dict(reading.rejects[0].cells) == {"Jenis": "Bnajir", "Lokasi": "B", "Tanggal": "2024"}
    assert [label for label, _ in reading.rows()] == [2, 3]
    assert code_of(reading.check_whole) == "rows_rejected"
    assert code_of(lambda: tables.read_events(text_file("Jenis,Jiwa", "Banjir,1"))) == "no_column"
    assert (
        code_of(lambda: tables.read_budget(text_file("Pagu,Realisasi", "1,2"), year=2024, holder="X", funding="APBD"))
        == "no_column"
    )
    assert (
        code_of(lambda: tables.read_quota(text_file("Kecamatan,Pagu", "A,2"), program="PKH", year=2024, area="X"))
        == "no_column"
    )


@pytest.mark.parametrize("name", ["data.xlsx", "DATA.XLSX", "data.ods"])
def test_a_text_that_is_named_like_a_workbook_is_told_to_be_none(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_text("Jenis;Lokasi;Tanggal\nBanjir;Desa A;2 Januari 2024\n", encoding="utf-8")
    with pytest.raises(TableError) as caught:
        tables.read_events(file)
    assert (caught.value.code, caught.value.field) == ("not_a_workbook", "source")
    assert "bukan buku kerja" in caught.value.message("id")
    for other in ("data.xls", "data.csv"):
        assert len(tables.read_events(file.rename(tmp_path / other)).events) == 1
        (tmp_path / other).rename(file)


@pytest.mark.parametrize(
    "source",
    [
        io.StringIO("Jenis;Desa;Tanggal\nBanjir;A;2024\n"),
        io.StringIO("| Jenis | Desa | Tanggal |\n| --- | --- | --- |\n| Banjir | A | 2024 |\n"),
        io.BytesIO(b"<table><tr><th>Jenis<th>Desa<th>Tanggal<tr><td>Banjir<td>A<td>2024</table>"),
        pd.DataFrame({"Jenis": ["Banjir"], "Desa": ["A"], "Tanggal": ["2024"]}),
    ],
)
def test_a_sheet_of_what_has_none_is_refused(source: Any) -> None:
    with pytest.raises(TableError) as caught:
        tables.read_events(source, sheet="MARET")
    assert (caught.value.code, caught.value.field, caught.value.value) == ("no_sheets", "sheet", "MARET")
