"""Frames, budgets and quotas as messy as they come: what is read, what is rejected and why, what is passed over."""

from __future__ import annotations

import io
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from openpyxl import Workbook

from kesos import PEDUM_2003, Quantity, entitle_all, tables
from kesos._sheets._grid import Grid
from kesos.errors import InvalidValueError, TableError
from kesos.tables import BudgetReading, EventReading, QuotaReading

SEN = "IDR/100"


def file_of(*rows: list[Any], merged: str = "", formats: dict[str, str] | None = None) -> io.BytesIO:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for cells in merged.split():
        book.active.merge_cells(cells)
    for cell, shown in (formats or {}).items():
        book.active[cell].number_format = shown
    file = io.BytesIO()
    book.save(file)
    return io.BytesIO(file.getvalue())


def budget(*rows: list[Any], accounts: str = "", merged: str = "", formats: Any = None) -> BudgetReading:
    return tables.read_budget(
        file_of(*rows, merged=merged, formats=formats), year=2024, holder="Dinas Sosial", funding="APBD",
        accounts=accounts,
    )  # fmt: skip


def rejects(reading: EventReading | BudgetReading | QuotaReading) -> dict[Any, list[tuple[str | None, str]]]:
    return {each.row: [(fault.column, fault.error.code) for fault in each.faults] for each in reading.rejects}


def passed_over(reading: EventReading | BudgetReading | QuotaReading) -> dict[Any, str]:
    return {each.row: each.kind for each in reading.skipped}


# --- frames -----------------------------------------------------------------------------------------------------------

COLUMNS = {
    "Jenis": ["Banjir", "Tanah longsor", "Bnajir"],
    "Lokasi": ["Desa A", "Desa B", "Desa C"],
    "Tanggal": [date(2024, 1, 2), date(2024, 1, 3), date(2024, 1, 4)],
    "Jiwa": [1, None, 3],
}


@pytest.mark.parametrize(
    "frame",
    [
        pd.DataFrame(COLUMNS),
        pl.DataFrame(COLUMNS),
        pl.LazyFrame(COLUMNS),
        pa.table(COLUMNS),
        duckdb.from_arrow(pa.table(COLUMNS)),
    ],
    ids=["pandas", "polars", "lazy polars", "pyarrow", "duckdb"],
)
def test_19_a_frame_of_any_library_gives_the_same(frame: Any) -> None:
    reading = tables.read_events(frame)
    assert [(event.place.text, event.people) for event in reading.events] == [("Desa A", 1), ("Desa B", None)]
    assert reading.labels == (0, 1)
    assert rejects(reading) == {2: [("Jenis", "hazard_unknown")]}


def test_20_a_frame_that_was_read_without_its_head_with_its_own_index() -> None:
    rows = [
        ["DATA BENCANA", None, None, None],
        ["Jenis", "Lokasi", "Tanggal", "Jiwa"],
        ["Banjir", "Desa A", pd.Timestamp(2024, 1, 2), 12.0],
        ["Banjir", "Desa B", pd.NaT, 20.5],
        ["Jumlah", None, None, 12],
    ]
    reading = tables.read_events(pd.DataFrame(rows, index=["a", "b", "c", "c", "d"]))
    assert [(row, event.people) for row, event in zip(reading.labels, reading.events, strict=True)] == [("c", 12)]
    assert rejects(reading) == {"c": [("Jiwa", "not_whole"), ("Tanggal", "blank")]}
    assert passed_over(reading) == {"a": "title", "d": "total"}


def test_21_heads_on_two_levels_of_a_frame() -> None:
    columns = pd.MultiIndex.from_tuples(
        [("Jenis", "Unnamed: 0_level_1"), ("Lokasi", "Unnamed: 1_level_1"), ("Tanggal", "Unnamed: 2_level_1"),
         ("Korban", "KK"), ("Korban", "Jiwa"), ("Rumah", "RB")],
    )  # fmt: skip
    frame = pd.DataFrame([["Banjir", "Desa A", "2024-01-02", 1, 4, 2]], columns=columns)
    (event,) = tables.read_events(frame).events
    assert (event.families, event.people, event.counts["house"]) == (1, 4, {"heavy": 2})


def test_two_columns_of_one_name_are_refused() -> None:
    frame = pd.DataFrame([["Banjir", "A", "2024", 1, 2]], columns=["Jenis", "Lokasi", "Tanggal", "Jiwa", "Jiwa"])
    with pytest.raises(TableError) as refused:
        tables.read_events(frame)
    assert refused.value.code == "doubled_column"


def test_what_is_no_table_is_refused() -> None:
    for source in (3, None, [1], {"Jenis": [1]}, pd.Series([1])):
        with pytest.raises((InvalidValueError, TableError)):
            tables.read_events(source)


def test_the_rejects_go_along_into_the_answers_and_their_total() -> None:
    answers = entitle_all(tables.read_events(pl.DataFrame(COLUMNS)), PEDUM_2003, days="minimum")
    assert len(answers.total.left_out) == 2  # an event without people, and the reject


# --- budgets and quotas -----------------------------------------------------------------------------------------------


def test_22_a_budget_with_nested_accounts_counts_no_rupiah_twice() -> None:
    rows: list[list[Any]] = [
        ["LAPORAN REALISASI ANGGARAN"],
        ["Kode Rekening", "Uraian", "Anggaran", "Realisasi", "%"],
        [1, 2, 3, 4, "5 = 4/3"],
        ["4", "PENDAPATAN", 700, 650, None],
        ["4.1", "Pendapatan asli", 700, 650, None],
        [None, "Jumlah pendapatan", 700, 650, None],
        ["5", "BELANJA", 1_000, 700, 0.7],
        ["5.1", "Belanja operasi", 600, 500, None],
        ["5.1.01", "Belanja pegawai", 400, 350, 0.875],
        ["5.1.02", "Belanja barang dan jasa", 200, 150, 0.75],
        ["5.2", "Belanja modal", 400, 200, 0.5],
        [None, "JUMLAH BELANJA", 1_000, 700, None],
        [None, "SURPLUS/(DEFISIT)", -300, -50, None],
    ]
    percents = {f"E{row}": "0.00%" for row in range(4, 14)}
    reading = budget(*rows, accounts="5", formats=percents)
    assert [(line.name, line.ceiling.amount, line.realized.minimum.amount) for line in reading.lines] == [
        ("Belanja pegawai", 400, 350), ("Belanja barang dan jasa", 200, 150), ("Belanja modal", 400, 200),
    ]  # fmt: skip
    assert [str(line.realized_percent) for line in reading.lines] == ["87.5", "75", "50"]
    assert reading.budget.ceiling == Quantity(1_000, "IDR")
    assert passed_over(reading) == {
        1: "title", 3: "column_numbers", 4: "other_account", 5: "other_account", 6: "total", 7: "total", 8: "total",
        12: "total", 13: "other_account",
    }  # fmt: skip
    whole = budget(*rows, formats=percents)
    assert whole.lines[0].name == "Pendapatan asli"
    assert rejects(whole) == {13: [("Kode Rekening", "blank")]}


def test_23_a_parent_account_that_does_not_add_up_is_a_reject() -> None:
    reading = budget(
        ["Kode Rekening", "Uraian", "Pagu (Rp)", "Realisasi (Rp)"],
        ["5", "BELANJA", "1.000,00", "600,00"],
        ["5.1", "Belanja operasi", "600,00", "500,00"],
        ["5.2", "Belanja modal", "Rp 300,00", "100,00"],
    )
    assert rejects(reading) == {2: [("Pagu (Rp)", "total_differs")]}
    assert reading.rejects[0].is_total
    with pytest.raises(TableError) as refused:
        _ = reading.budget
    assert refused.value.code == "rows_rejected"


def test_24_codes_in_columns_of_their_own_and_indented_names_under_one_head() -> None:
    reading = budget(
        ["Kode rekening", None, None, "Uraian", None, "Pagu", None, "Realisasi"],
        [5, None, None, "BELANJA", None, "=SUM(F3:F4)", None, None],
        [5, 1, None, None, "Belanja operasi", 600, 500, None],
        [5, 2, None, None, "Belanja modal", 400, "=G3", None],
        merged="A1:C1 D1:E1 F1:G1 G3:H3 G4:H4",
    )
    assert [(line.name, line.ceiling, line.realized) for line in reading.lines] == [
        ("Belanja operasi", Quantity(600, "IDR"), reading.lines[0].realized),
    ]  # fmt: skip
    assert reading.lines[0].realized.minimum == Quantity(500, "IDR")
    assert rejects(reading) == {4: [("Realisasi", "formula_without_value")]}
    assert passed_over(reading) == {2: "total"}


def test_25_accounts_by_digits_alone_and_a_code_that_became_a_day() -> None:
    reading = budget(
        ["Kode Akun", "Uraian", "Pagu"],
        [52, "Belanja barang", 30],
        [521, "Belanja barang operasional", 30],
        [521_111, "Keperluan perkantoran", 10],
        [521_119, "Operasional lainnya", 20],
        [datetime(2001, 5, 1), "Belanja pegawai", 5],
    )
    assert [line.name for line in reading.lines] == ["Keperluan perkantoran", "Operasional lainnya"]
    assert rejects(reading) == {6: [("Kode Akun", "not_a_text")]}
    assert passed_over(reading) == {2: "total", 3: "total"}


def test_accounts_need_a_column_of_them() -> None:
    with pytest.raises(TableError) as refused:
        budget(["Uraian", "Pagu"], ["Belanja", 1], accounts="5")
    assert (refused.value.code, refused.value.field) == ("no_column", "columns.account")
    with pytest.raises(InvalidValueError):
        budget(["Kode rekening", "Uraian", "Pagu"], ["5", "Belanja", 1], accounts=5)  # type: ignore[arg-type]


def test_26_a_budget_with_sen_percentages_as_printed_and_groups_without_figures() -> None:
    reading = budget(
        ["Uraian", "Pagu Anggaran (Rp)", "Realisasi (Rp)", "Realisasi (%)"],
        ["BELANJA TIDAK LANGSUNG"],
        ["Belanja pegawai", "1.000.000,00", "950.000,50", "95,00"],
        ["BELANJA LANGSUNG"],
        ["Belanja barang", 500_000.25, "-", "97.035"],
        ["Jumlah", "1.500.000,25", None, None],
        ["*) belum diaudit"],
    )
    assert reading.lines[0].realized.minimum == Quantity(95_000_050, SEN)
    assert str(reading.lines[0].realized_percent) == "95.00"
    assert rejects(reading) == {5: [("Realisasi (%)", "ambiguous")]}
    assert passed_over(reading) == {2: "group", 4: "group", 6: "total", 7: "note"}


def test_27_a_quota_with_a_total_that_is_wrong_and_one_that_is_right() -> None:
    rows: list[list[Any]] = [["No", "Kecamatan", "KPM"], [1, "Kumai", "2.568"], [2, "Arut Selatan", 2_148]]
    for total, expected in ((4_716, {}), (4_717, {4: [("KPM", "total_differs")]})):
        reading = tables.read_quota(file_of(*rows, [None, "Jumlah", total]), program="BPNT", year=2018, area="Contoh")
        assert rejects(reading) == expected
        if not expected:
            assert (reading.quota.families, reading.quota.sub_areas) == (
                4_716,
                (("Kumai", 2_568), ("Arut Selatan", 2_148)),
            )


def lines_of(*rows: str, **options: Any) -> tables.BudgetReading:
    source = io.StringIO("\n".join(rows) + "\n")
    return tables.read_budget(source, year=2024, holder="Dinas Sosial", funding="APBD", **options)


def test_what_is_counted_in_another_unit_than_rupiah_is_no_money() -> None:
    for rows in (
        ("Uraian;Satuan;Alokasi;Realisasi", "BPNT;KPM;1200;1000", "Beras;kg;1200;1000", "Modal;Rp;500;400"),
        ("Uraian;Target;Satuan;Realisasi", "BPNT;12;orang;9", "Beras;5;kg;4", "Modal;500;rupiah;400"),
    ):
        reading = lines_of(*rows)
        assert [line.name for line in reading.lines] == ["Modal"]
        assert [(each.row, each.column, each.error.code) for each in reading.rejects] == [
            (2, "Satuan", "not_in_rupiah"), (3, "Satuan", "not_in_rupiah"),
        ]  # fmt: skip
        assert "bukan rupiah" in reading.rejects[0].reason("id")
        assert [line.name for line in lines_of(*rows, columns={"unit": None}).lines] == ["BPNT", "Beras", "Modal"]


def test_a_unit_of_other_figures_than_the_money_says_nothing_of_it() -> None:
    for rows in (
        ("Uraian;Volume;Satuan;Pagu", "Beras;50;kg;1200"),
        ("Uraian;Satuan;Vol.;Pagu", "Beras;kg;50;1200"),
        ("Uraian;Satuan;Pagu (Rp);Realisasi (Rp)", "Beras;kg;1200;1000"),
        ("Uraian;Satuan;Pagu", "Beras;;1200"),
    ):
        assert [line.ceiling for line in lines_of(*rows).lines] == [Quantity(1_200, "IDR")]


def test_a_nan_that_signals_is_an_empty_cell_as_any_other() -> None:
    nan = Decimal("sNaN")
    frame = pd.DataFrame(
        {"No": [nan, 1], "Jenis": ["Banjir"] * 2, "Desa": ["A", "B"], "Tanggal": ["1-1-2024"] * 2, "Jiwa": [nan, 2]}
    )
    assert [event.people for event in tables.read_events(frame).events] == [None, 2]
    grid = Grid([["No", "Jenis", "Desa", "Tanggal", "Jiwa"], [nan, "Banjir", "A", "1-1-2024", 2]])
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("kesos.tables._reading.grids_of", lambda *_, **__: iter((grid,)))
        assert len(tables.read_events(frame).entries) == 1


ACCOUNTS = (
    ["Kode rekening", "Uraian", "Pagu", "Realisasi"],
    ["4.1.02", "Retribusi", 700, 650], ["5.1.02", "Belanja barang", 300, 200], ["5.2.02", "Belanja modal", 100, 90],
)  # fmt: skip


def test_revenue_and_spending_are_never_one_sum() -> None:
    reading = budget(*ACCOUNTS)
    assert len(reading.lines) == 3
    with pytest.raises(TableError) as caught:
        reading.budget  # noqa: B018
    assert (caught.value.code, caught.value.field, caught.value.value) == ("several_accounts", "accounts", ("4", "5"))
    assert budget(*ACCOUNTS, accounts="5").budget.ceiling == Quantity(400, "IDR")
    assert budget(ACCOUNTS[0], *ACCOUNTS[2:]).budget.ceiling == Quantity(400, "IDR")
    financing = ["6.1", "Penerimaan pembiayaan", 50, 50]
    assert budget(*ACCOUNTS[:1], financing).budget.ceiling == Quantity(50, "IDR")
    with pytest.raises(TableError):
        budget(*ACCOUNTS[:1], ACCOUNTS[2], financing).budget  # noqa: B018


def test_nor_are_they_on_two_sheets() -> None:
    book = Workbook()
    for sheet, row in zip((book.active, book.create_sheet("B")), ACCOUNTS[1:3], strict=True):
        sheet.append(ACCOUNTS[0])
        sheet.append(row)
    book.active.title = "A"
    file = io.BytesIO()
    book.save(file)
    reading = tables.read_budget(
        io.BytesIO(file.getvalue()), year=2024, holder="Dinas Sosial", funding="APBD", sheet=("A", "B")
    )
    assert len(reading.lines) == 2
    with pytest.raises(TableError):
        reading.budget  # noqa: B018


def test_programmes_of_several_affairs_of_government_are_one_budget() -> None:
    rows = [["Kode", "Uraian", "Pagu"], ["1.06.02", "Rehabilitasi sosial", 10], ["2.08.02", "Perlindungan", 5]]
    assert budget(*rows).budget.ceiling == Quantity(15, "IDR")
