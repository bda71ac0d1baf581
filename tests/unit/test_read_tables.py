"""Tables are found in workbooks, separated values, pages, Markdown and frames, and nothing around them is lost."""

from __future__ import annotations

import contextlib
import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pytest
from openpyxl import Workbook

from kesos._sheets._markup import grids_of_markup
from kesos.audit import Audit, find_contradictions
from kesos.errors import InvalidValueError, TableError
from kesos.reports import Column, Report, Table, read_cell, read_tables
from kesos.values import Percentage, Period, Quantity, Span, Unit

LRA: tuple[Sequence[Any], ...] = (
    ["LAPORAN REALISASI ANGGARAN"],
    ["Tahun 2024"],
    [],
    ["No", "Uraian", "Pagu (Rp)", "Realisasi (Rp)", "%"],
    [1, "Belanja operasi", 1_000_000_000, 950_000_000, 95],
    [2, "Belanja modal", "500.000.000", "400.000.000", "80,00"],
    [None, "Jumlah", 1_500_000_000, 1_350_000_000, "91,00"],
    [],
    ["Pangkalan Bun, 2 Januari 2025"],
    ["Kepala Dinas"],
)


def book(*sheets: Sequence[Sequence[Any]], merged: Sequence[str] = ()) -> io.BytesIO:
    made = Workbook()
    made.remove(made.active)
    for at, rows in enumerate(sheets, 1):
        sheet = made.create_sheet(f"Lembar{at}")
        for row in rows:
            sheet.append(list(row))
        for cells in merged:
            sheet.merge_cells(cells)
    content = io.BytesIO()
    made.save(content)
    content.seek(0)
    return content


def errors_of(*tables: Table) -> list[str]:
    report = Report(code="x", title="T", office="O", period="2024", tables=tables)
    return [each.rule for each in find_contradictions(report).errors]


def printed(table: Table) -> list[list[str]]:
    return [[cell.text for _, cell in row.cells] for row in table.rows]


def test_a_sheet_with_titles_a_total_and_a_signature_is_one_table() -> None:
    (table,) = read_tables(book(LRA), document="LRA 2024")
    assert table.title.text == "LAPORAN REALISASI ANGGARAN Tahun 2024"
    assert [(column.code, column.label, column.holds) for column in table.columns] == [
        ("no", "No", "number"),
        ("uraian", "Uraian", "text"),
        ("pagu_rp", "Pagu (Rp)", "quantity"),
        ("realisasi_rp", "Realisasi (Rp)", "quantity"),
        ("column_5", "%", "percent"),
    ]
    assert [(row.code, row.kind) for row in table.rows] == [("1", "data"), ("2", "data"), ("Jumlah", "total")]
    assert printed(table)[0] == ["1", "Belanja operasi", "1.000.000.000", "950.000.000", "95"]
    assert table.cell("2", "pagu_rp").value == Quantity(500_000_000, "IDR")
    assert [note.text for note in table.notes] == ["Pangkalan Bun, 2 Januari 2025", "Kepala Dinas"]
    place = "Lembar1!C6, tabel 1, baris 2, kolom Pagu (Rp)"
    assert table.cell("2", "pagu_rp").source.place("id") == place  # type: ignore[union-attr]
    assert errors_of(table) == []


def test_heads_of_two_rows_groups_and_subtotals_are_found() -> None:
    rows = [
        ["DATA BENCANA TAHUN 2024"],
        [],
        ["No", "Lokasi", "Tanggal", "Kerusakan", None, "Korban"],
        [None, None, None, "RB (rumah)", "RR (rumah)", "Jiwa"],
        ["A", "Kec. Arut Selatan"],
        [1, "Desa Umpang", datetime(2024, 2, 28), None, 72, 240],
        [2, "Desa Runtu", "28 Februari 2024", "-", "26", "160"],
        [None, "Jumlah Kec. Arut Selatan", None, 0, 98, 400],
        ["B", "Kec. Kumai"],
        [1, "Desa Keraya", "21 Desember 2024", 1, None, 5],
        [None, "Jumlah Kec. Kumai", None, 1, 0, 6],
        [None, "Total", None, 1, 98, 406],
    ]
    (table,) = read_tables(book(rows, merged=["D3:E3", "A3:A4", "B3:B4", "C3:C4"]), document="d")
    assert [column.label for column in table.columns] == [
        "No",
        "Lokasi",
        "Tanggal",
        "Kerusakan RB (rumah)",
        "Kerusakan RR (rumah)",
        "Korban Jiwa",
    ]
    assert [(row.kind, row.group) for row in table.rows] == [
        ("data", "A Kec. Arut Selatan"),
        ("data", "A Kec. Arut Selatan"),
        ("subtotal", "A Kec. Arut Selatan"),
        ("data", "B Kec. Kumai"),
        ("subtotal", "B Kec. Kumai"),
        ("total", "B Kec. Kumai"),
    ]
    assert table.rows[0]["tanggal"].value == Period.of(date(2024, 2, 28))
    assert table.rows[0]["tanggal"].text == "2024-02-28"
    assert "A Kec. Arut Selatan" in [note.text for note in table.notes]
    # five people are a total of six: the printed total adds up the printed subtotals
    assert errors_of(table) == []
    report = Report(code="x", title="T", office="O", period="2024", tables=[table])
    audit = find_contradictions(report)
    assert [(each.rule, each.severity, each.computed) for each in audit.findings if each.guess] == [
        ("sum", "suspicious", Quantity(5, "person"))
    ]
    sure = report.confirm(report.relations_to_confirm)
    assert sure.relations_to_confirm == ()
    assert [each.rule for each in find_contradictions(sure).errors] == ["sum"]
    assert not [each for each in find_contradictions(sure).suspicious if each.rule == "sum"]
    assert not find_contradictions(report.dismiss(report.relations_to_confirm)).of_rule("sum")


def test_rows_of_accounts_that_add_each_other_up_lead_to_no_error() -> None:
    rows = [
        ["Kode", "Uraian", "Pagu (Rp)"],
        ["4", "Pendapatan", 30],
        ["4.1", "Asli", 10],
        ["4.2", "Transfer", 20],
        [None, "Jumlah", 30],
    ]
    (table,) = read_tables(book(rows), document="d")
    assert table.supposed is not None
    assert errors_of(table) == []


def test_several_tables_of_a_sheet_and_of_a_workbook_are_told_apart() -> None:
    first = [["Korban"], ["Desa", "KK"], ["A", 1], ["B", 2], [], ["Bantuan"], ["Desa", "Beras (kg)"], ["A", 2.5]]
    tables = read_tables(book(first, [["Desa", "Jiwa"], ["A", 1]]), document="d")
    assert [(table.number, table.title.text) for table in tables] == [
        ("1", "Korban"),
        ("2", "Bantuan"),
        ("3", "Lembar2"),
    ]
    assert tables[1].rows[0]["beras_kg"].value == Quantity("2.5", "kg")
    assert [table.title.text for table in read_tables(book(first, first), document="d", sheet="Lembar2")] == [
        "Korban",
        "Bantuan",
    ]


def test_what_is_no_number_of_its_column_is_unread() -> None:
    rows = [["Desa", "Jiwa", "%"], ["A", 2.5, "?"], ["B", True, 0.5], ["C", "=1+1", datetime(2024, 1, 1)], ["D", 4, 5]]
    (table,) = read_tables(book(rows), document="d")
    audit = find_contradictions(Report(code="x", title="T", office="O", period="2024", tables=[table]))
    assert [cell.text for cell in audit.unread] == ["2,5", "?", "TRUE", "=1+1", "2024-01-01"]
    assert table.cell("2", "column_3").value == Percentage("0.5")


def test_a_cell_that_is_shown_as_a_percentage_is_one() -> None:
    content = book([["Uraian", "Capaian"], ["a", 0.9704], ["b", 1]])
    made = __import__("openpyxl").load_workbook(content)
    for row in (2, 3):
        made.active.cell(row, 2).number_format = "0.00%"
    again = io.BytesIO()
    made.save(again)
    again.seek(0)
    (table,) = read_tables(again, document="d")
    assert table.columns[1].holds == "percent"
    assert [row["capaian"].value for row in table.rows] == [Percentage("97.04"), Percentage(100)]
    assert table.rows[0]["capaian"].text == "97,04%"


def test_values_separated_by_semicolons_are_read_as_printed(tmp_path: Path) -> None:
    path = tmp_path / "data.csv"
    path.write_text("Desa;KK;Nilai;Kerugian\nA;1.200;62,68;Rp2,17 miliar\nB;Nihil;1,5;Rp1 miliar\n", encoding="utf-8")
    (table,) = read_tables(path, document="d", units={"Kerugian": "IDR"})
    assert table.cell("1", "kk").value == Quantity(1_200, "family")
    assert table.cell("2", "kk").value == Quantity(0, "family")
    assert table.cell("1", "nilai").value == Decimal("62.68")
    assert table.cell("1", "kerugian").value == Span(Quantity(2_165_000_000, "IDR"), Quantity(2_174_999_999, "IDR"))


PAGE = """<!DOCTYPE html><html><body><h2>Korban <b>banjir</b></h2><p>kata</p>
<table><caption>Tabel korban</caption><tr><th rowspan=2>Desa</th><th colspan="2">Korban</th></tr>
<tr><th>KK</th><th>Jiwa</th></tr><tr><td>A<br>B</td><td>60</td><td>240</td></tr>
<tr><td>Jumlah</td><td>61</td><td>240<table><tr><td>x</td></tr></table></td></tr></table>
<h3>Bantuan</h3><table><tr><td>Desa</td><td>KPM</td></tr><tr><td>A</td><td>5</td></tr></table></body></html>"""


def test_tables_of_a_page_are_read_with_their_captions_and_spans() -> None:
    first, second = read_tables(io.StringIO(PAGE), document="d")
    assert (first.title.text, second.title.text) == ("Tabel korban", "Bantuan")
    assert [column.label for column in first.columns] == ["Desa", "Korban KK", "Korban Jiwa"]
    assert printed(first)[0] == ["A B", "60", "240"]
    assert [row.kind for row in first.rows] == ["data", "total"]


MARKDOWN = """# Laporan

## Korban

| Desa | KK \\| KPM | Jiwa |
|---|---:|:---|
| A | 60 | 240 |
| Jumlah | 61 | 240 |

kata
**Bantuan**

Desa | KPM
--- | ---
A | 5"""


def test_tables_of_a_markdown_text_are_read_with_the_heading_above() -> None:
    first, second = read_tables(io.StringIO(MARKDOWN), document="d", units={"KK | KPM": "family"})
    assert (first.title.text, second.title.text) == ("Korban", "Bantuan")
    assert first.columns[1].label == "KK | KPM"
    assert errors_of(first) == ["sum"]
    assert printed(second) == [["A", "5"]]


@pytest.mark.parametrize("make", [pd.DataFrame, pl.DataFrame])
def test_a_frame_is_a_table_whose_heads_are_its_names(make: Any) -> None:
    frame = make({"Desa": ["A", "B", "Jumlah"], "KK": ["60", "35", "98"], "Jiwa": [240, 160, 400]})
    table = Table.from_frame(
        frame, number="1", title="Korban banjir", document="d", units={"KK": "family", "Jiwa": "person"}
    )
    assert [row.kind for row in table.rows] == ["data", "data", "total"]
    assert printed(table)[2] == ["Jumlah", "98", "400"]
    (finding,) = find_contradictions(Report(code="x", title="T", office="O", period="2099", tables=[table])).errors
    assert (finding.row, finding.column, finding.computed) == ("Jumlah", "KK", Quantity(95, "family"))


def test_what_is_no_frame_or_holds_no_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Table.from_frame([1], number="1", title="x", document="d")
    assert (caught.value.code, caught.value.field) == ("not_a_source", "frame")
    with pytest.raises(TableError) as none:
        read_tables(book([["hanya kata"]]), document="d")
    assert none.value.code == "no_table"
    with pytest.raises(InvalidValueError) as unit:
        read_tables(book(LRA), document="d", units={"Pagu (Rp)": "rupiahh"})
    assert unit.value.code == "unknown_unit"
    with pytest.raises(TableError):
        read_tables(tmp_path / "none.xlsx", document="d")


def test_columns_without_a_head_years_and_twins_have_codes_of_their_own() -> None:
    rows = [
        ["Uraian", 2023, 2024, "Tahun", "Tahun", None, "%"],
        ["a", 1, 2, "2020", 2021, "kata", "3"],
        ["b", 3, 4, "2021", 2022, None, 4],
    ]
    (table,) = read_tables(book(rows), document="d")
    assert [column.code for column in table.columns] == [
        *("uraian", "column_2", "column_3", "tahun", "tahun_5", "column_6", "column_7"),
    ]
    assert [column.year for column in table.columns] == [None, 2023, 2024, None, None, None, None]
    assert [column.holds for column in table.columns] == [
        *("text", "number", "number", "year", "year", "text", "percent"),
    ]
    assert table.rows[0]["tahun_5"].value == 2021


@pytest.mark.parametrize(
    ("text", "column", "value"),
    [
        ("1,2 juta", Column("n", holds="quantity"), Span(1_150_000, 1_249_999)),
        ("1,2 juta", Column("n", unit="person"), Span(Quantity(1_150_000, "person"), Quantity(1_249_999, "person"))),
        (
            "1,2 juta jiwa",
            Column("n", unit="person"),
            Span(Quantity(1_150_000, "person"), Quantity(1_249_999, "person")),
        ),
        ("1,2 juta ekor", Column("n", unit="person"), None),
        ("Rp1,2 juta", Column("n", unit="IDR"), Span(Quantity(1_150_000, "IDR"), Quantity(1_249_999, "IDR"))),
        ("1,2 juta jiwa", Column("n", unit="IDR"), None),
        ("banyak", Column("n", unit="IDR"), None),
        ("Nihil", Column("n", unit="IDR"), Quantity(0, "IDR")),
        ("Nihil", Column("n", unit="person"), Quantity(0, "person")),
    ],
)
def test_a_rounded_figure_is_read_in_its_column_as_the_range_that_rounds_to_it(
    text: str, column: Column, value: Any
) -> None:
    assert read_cell(text, column) == value


def test_rows_around_and_between_the_figures_are_notes_and_groups() -> None:
    rows = [
        ["Desa", "KK", "Jiwa"],
        ["(1)", "(2)", "(3)"],
        ["Sumber: data diolah"],
        ["Kec. Kumai"],
        ["A", 1, 4],
        [],
        ["Sumber: kecamatan"],
        ["Kec. Arut Selatan"],
        ["B", 2, 8],
        [],
        ["Catatan: sementara"],
    ]
    (table,) = read_tables(book(rows), document="d")
    assert printed(table) == [["A", "1", "4"], ["B", "2", "8"]]
    assert [note.text for note in table.notes] == [
        "Kec. Kumai",
        "Kec. Arut Selatan",
        "(1) (2) (3)",
        "Sumber: data diolah",
        "Sumber: kecamatan",
        "Catatan: sementara",
    ]
    assert [row.group for row in table.rows] == ["Kec. Kumai", "Kec. Arut Selatan"]


def test_a_table_by_years_begins_with_a_year_in_each_row() -> None:
    (table,) = read_tables(book([["Tahun", "KK"], [2023, 5], [2024, 6]]), document="d")
    assert [row["tahun"].value for row in table.rows] == [2023, 2024]
    assert table.columns[0].holds == "year"


def test_a_head_with_a_word_for_a_unit_counts_it_only_where_figures_stand_under_it() -> None:
    rows = [["No", "Nama Kepala Keluarga", "Jumlah Jiwa", "Rusak (unit rumah)"], [1, "Adi", 4, 1], [2, "Budi", 3, "-"]]
    (table,) = read_tables(book(rows), document="d")
    assert [column.unit and column.unit.code for column in table.columns] == [None, None, "person", "house"]
    assert [column.holds for column in table.columns] == ["number", "text", "quantity", "quantity"]


def test_a_figure_in_a_merged_cell_under_several_heads_is_unread_and_no_column_is_called_blank_for_it() -> None:
    rows = [
        ["Uraian", "Anggaran", None, "Realisasi"],
        ["Operasi", 5, 100, None],
        ["Modal", 6, "200", None],
        ["Sosial", 7, "=1+1", None],
    ]
    (table,) = read_tables(book(rows, merged=["B1:C1", "C2:D2", "C3:D3", "C4:D4"]), document="d")
    assert [column.label for column in table.columns] == ["Uraian", "Anggaran", "Anggaran", "Realisasi"]
    audit = find_contradictions(Report(code="x", title="T", office="O", tables=[table]))
    assert [(cell.text, cell.source.place("id")) for cell in audit.unread] == [  # type: ignore[union-attr]
        ("100", "Lembar1!C2:D2, tabel 1, baris 1, kolom Anggaran / Realisasi"),
        ("200", "Lembar1!C3:D3, tabel 1, baris 2, kolom Anggaran / Realisasi"),
        ("=1+1", "Lembar1!C4:D4, tabel 1, baris 3, kolom Anggaran / Realisasi"),
    ]
    assert dict(audit.cells) == {"read": 3, "blank": 0, "missing": 0, "words": 3, "unread": 3}
    assert not audit.of_rule("blank_column")
    assert [column.unit and column.unit.code for column in table.columns] == [None, "IDR", "IDR", "IDR"]


def unread_in(table: Table) -> list[tuple[str, str]]:
    audit = find_contradictions(Report(code="x", title="T", office="O", tables=[table]))
    assert dict(audit.cells)["unread"] == len(audit.unread)
    return [(cell.text, cell.source.place("id")) for cell in audit.unread]  # type: ignore[union-attr]


@pytest.mark.parametrize("figure", [30, "30", "=1+29"])
@pytest.mark.parametrize(("last", "rows"), [("D3", "1–2"), ("D4", "1–3"), ("D9", "1–Jumlah")])
def test_a_figure_in_a_merged_cell_beside_several_rows_is_unread_and_of_no_sum(
    figure: object, last: str, rows: str
) -> None:
    sheet = [
        ["No", "Desa", "Jiwa", "KK"],
        [1, "A", 10, figure],
        [2, "B", 20, None],
        [3, "C", 30, None if last != "D3" else 7],
        [None, "Jumlah", 61, None if last == "D9" else 99],
    ]
    (table,) = read_tables(book(sheet, merged=[f"D2:{last}"]), document="d")
    assert unread_in(table) == [(str(figure), f"Lembar1!D2:{last}, tabel 1, baris {rows}, kolom KK")]
    assert errors_of(table) == ["sum"]  # of the column beside it, and of no other
    last_row = {"D3": 2, "D4": 3, "D9": 4}[last]
    assert [row["kk"].text for row in table.rows[:last_row]] == [str(figure)] * last_row


def test_a_row_beside_such_a_figure_is_a_row_although_it_holds_a_name_alone() -> None:
    rows = [["Desa", "KK"], ["A", 30], ["B", None], ["C", 7], ["Jumlah", 37]]
    (table,) = read_tables(book(rows, merged=["B2:B3"]), document="d")
    assert [(row.kind, row["desa"].text) for row in table.rows] == [
        ("data", "A"), ("data", "B"), ("data", "C"), ("total", "Jumlah"),
    ]  # fmt: skip
    assert unread_in(table) == [("30", "Lembar1!B2:B3, tabel 1, baris 1–2, kolom KK")]
    lines = ("<th>Desa</th><th>KK</th>", "<td>A</td><td rowspan='2'>30</td>", "<td>B</td>", "<td>C</td><td>7</td>")
    page = f"<table>{''.join(f'<tr>{each}</tr>' for each in (*lines, '<td>Jumlah</td><td>37</td>'))}</table>"
    (table,) = read_tables(io.BytesIO(page.encode()), document="d")
    assert [row["kk"].text for row in table.rows] == ["30", "30", "7", "37"]
    assert unread_in(table) == [("30", "tabel 1, baris 1–2, kolom KK")]


def test_a_figure_under_several_heads_and_beside_several_rows_is_one_unread_cell() -> None:
    rows = [["Desa", "KK", "Jiwa"], ["A", 30, None], ["B", None, None], ["C", 7, 9], ["Jumlah", 37, 9]]
    (table,) = read_tables(book(rows, merged=["B2:C3"]), document="d")
    assert unread_in(table) == [("30", "Lembar1!B2:C3, tabel 1, baris 1–2, kolom KK / Jiwa")]
    assert printed(table)[:2] == [["A", "30", "30"], ["B", "30", "30"]]


def test_a_figure_under_one_head_of_two_columns_and_beside_several_rows_is_one_unread_cell() -> None:
    rows = [["Desa", "KK", None, "Jiwa"], ["A", 30, None, 4], ["B", None, None, 5], ["C", 7, None, 9]]
    (table,) = read_tables(book(rows, merged=["B1:C1", "B2:C3", "B4:C4"]), document="d")
    assert [column.label for column in table.columns] == ["Desa", "KK", "Jiwa"]
    assert unread_in(table) == [("30", "Lembar1!B2:C3, tabel 1, baris 1–2, kolom KK")]


def test_words_codes_years_and_the_numbers_of_rows_beside_several_rows_are_read_with_the_first() -> None:
    rows = [
        ["No", "Kecamatan", "Kode", "Tahun", "Desa", "KK"],
        [1, "Kumai", "4.1", 2021, "A", 30],
        [None, None, None, None, "B", 6],
        [2, "Lada", "4.2", 2022, "C", 7],
        [None, "Jumlah", None, None, None, 43],
    ]
    (table,) = read_tables(book(rows, merged=["A2:A3", "B2:B3", "C2:C3", "D2:D3"]), document="d")
    assert unread_in(table) == []
    assert errors_of(table) == []
    assert printed(table)[:2] == [["1", "Kumai", "4.1", "2.021", "A", "30"], ["", "", "", "", "B", "6"]]
    assert table.rows[0]["no"].value == 1


def test_words_in_a_merged_cell_and_figures_under_one_head_are_read() -> None:
    rows = [["Uraian", "Anggaran", None, "Sisa"], ["Operasi", 100, None, 5], ["Jumlah Belanja", None, None, 5]]
    (table,) = read_tables(book(rows, merged=["B1:C1", "B2:C2", "A3:C3"]), document="d")
    assert [column.label for column in table.columns] == ["Uraian", "Anggaran", "Sisa"]
    assert table.rows[0]["anggaran"].value == Quantity(100, "IDR")
    assert find_contradictions(Report(code="x", title="T", office="O", tables=[table])).unread == ()


def test_a_head_over_several_columns_is_the_column_that_holds_something() -> None:
    rows = [["Kode", None, "Pagu (Rp)"], [None, "4.1", 10], [None, "4.2", 20]]
    (table,) = read_tables(book(rows, merged=["A1:B1"]), document="d")
    assert [(column.code, column.label) for column in table.columns] == [("kode", "Kode"), ("pagu_rp", "Pagu (Rp)")]
    empty = [["Kode", None, "Pagu (Rp)"], [None, None, 10], [None, None, 20]]
    (table,) = read_tables(book(empty, merged=["A1:B1"]), document="d")
    assert [column.label for column in table.columns] == ["Kode", "Pagu (Rp)"]


def test_places_are_told_in_the_terms_of_the_sheet(tmp_path: Path) -> None:
    path = tmp_path / "data.csv"
    path.write_text("Desa;KK\nA;1\nB;2\nJumlah;4\n", encoding="utf-8")
    (table,) = read_tables(path)
    audit = find_contradictions(Report(code="x", title="T", office="O", tables=[table]))
    assert audit.errors[0].place("id") == "B4, tabel 1, baris Jumlah, kolom KK"
    several = read_tables(book([["Desa", "KK"], *([f"D{at}", at * 10 + 30] for at in range(9))]), document="d")
    (found,) = find_contradictions(Report(code="x", title="T", office="O", tables=several)).of_rule("round_counts")
    assert "tabel 1, kolom KK, baris 1, 2, 3, 4, 5, 6 (Lembar1!B2, Lembar1!B3" in found.message("id")
    (frame,) = read_tables(pd.DataFrame({"Desa": ["A"], "KK": [1]}), document="d")
    assert frame.rows[0]["kk"].source.place("id") == "tabel 1, baris 1, kolom KK"  # type: ignore[union-attr]


def test_a_document_that_is_not_known_is_cited_by_the_title_of_the_table() -> None:
    (table,) = read_tables(book([["Korban"], ["Desa", "KK"], ["A", 1]]))
    assert table.title.source.regulation == "Korban"  # type: ignore[union-attr]
    made = Table.from_frame(pd.DataFrame({"Desa": ["A"], "KK": [1]}), number="1", title="Korban banjir")
    assert made.title.source.regulation == "Korban banjir"  # type: ignore[union-attr]
    report = Report(code="x", title="T", office="O", tables=[made])
    assert report.period is None
    assert repr(report) == "<Report x: 1 table, 0 figures>"
    assert report.overview().caption == "T"


@pytest.mark.parametrize(
    ("word", "unit"),
    [
        ("kejadian", "event"),
        ("jiwa", "person"),
        ("KK", "family"),
        ("IDR", "IDR"),
        ("USD", "USD"),
        ("kasus", None),
        (Unit.of("house"), "house"),
    ],
)
def test_units_are_said_in_codes_or_words_and_what_is_no_unit_is_a_bare_number(
    word: str | Unit, unit: str | None
) -> None:
    (table,) = read_tables(book([["Desa", "Total"], ["A", 1], ["B", 2]]), units={"Total": word})
    (_, total) = table.columns
    assert (total.unit and total.unit.code, total.holds) == (unit, "quantity" if unit else "number")
    assert table.rows[0]["total"].value == (Quantity(1, unit) if unit else 1)


def test_a_column_of_figures_stays_one_however_few_can_be_read() -> None:
    rows = [["Desa", "Jiwa", "Nilai", "Keterangan"], *([f"D{at}", "?", "belum ada", "rusak"] for at in range(5))]
    rows += [["D6", 20, "1,5", 3], ["Jumlah", 20, "1,5", None]]
    (table,) = read_tables(book(rows), document="d")
    assert [column.holds for column in table.columns] == ["text", "quantity", "number", "text"]
    audit = find_contradictions(Report(code="x", title="T", office="O", tables=[table]))
    assert [cell.text for cell in audit.unread] == [*["?", "belum ada"] * 5, "3"]
    assert audit.checked["sum"] == 0
    (found,) = audit.of_rule("numbers_among_words")
    assert (found.printed, found.severity) == ("3", "suspicious")
    assert 'kolom "Keterangan" berisi kata, tetapi 1 selnya berupa angka' in found.message("id")


@pytest.mark.parametrize(
    ("cells", "holds"),
    [
        (["20 ekor", "±15", "?", 12, 30, "x"], "number"),
        (["banyak", "sedikit", 12, 30], "number"),
        (["banyak", "sedikit", "cukup", 12, 30], "text"),
        (["banyak", "20 ekor", "3 ekor", "9 ekor", "1 ekor", 5], "quantity"),
        (["banyak", "20 ekor", "3 paket", "9 ekor", "1 ekor", 5], "text"),
        (["4", "4.1", "4.1.1", "4.2"], "text"),
        (["A", "1", "2", "B", "1"], "text"),
        (["-", "", "kata"], "text"),
    ],
)
def test_a_column_without_a_unit_is_numbers_where_half_of_it_or_most_that_looks_alike_is(
    cells: list[Any], holds: str
) -> None:
    (table,) = read_tables(book([["Desa", "Nilai", "KK"], *(["D", cell, 1] for cell in cells)]), document="d")
    assert table.columns[1].holds == holds


def spans(rows: int, cells: int, span: int) -> io.BytesIO:
    row = f"<tr>{f'<td rowspan={span} colspan={span}>1' * cells}"
    return io.BytesIO(f"<table>{row * rows}</table>".replace("1<", "1</td><").encode())


@pytest.mark.parametrize(("rows", "cells", "span"), [(1, 20_000, 1_000), (400, 1, 1_000), (200, 200, 999)])
def test_merged_cells_that_reach_over_more_than_any_page_are_refused_before_they_are_laid_out(
    rows: int, cells: int, span: int
) -> None:
    with pytest.raises(TableError) as caught:
        read_tables(spans(rows, cells, span), document="d")
    assert (caught.value.code, caught.value.field) == ("too_large", "source")
    assert caught.value.parameters == {"most": 1_000_000}


@pytest.mark.parametrize(
    ("digits", "columns"),
    [("9" * 5_000, 1_000), ("0" * 5_000 + "2", 2), ("00003", 3), ("0", 1), ("", 1), ("x", 1), ("²", 1), ("-2", 1)],
)
def test_a_span_is_a_number_of_any_length_and_one_where_it_is_none(digits: str, columns: int) -> None:
    page = f"<table><tr><th colspan='{digits}'>a</th><th>b</th></tr></table>"
    grids = grids_of_markup(page.encode())
    assert grids is not None
    assert list(grids[0].rows[0]) == ["a", *[None] * (columns - 1), "b"]
    assert grids[0].merged == (((0, 0, 0, columns - 1),) if columns > 1 else ())


def test_a_cell_that_is_longer_than_any_cell_is_refused_with_its_line() -> None:
    text = "a;b\n1;2\n3;" + "x" * 131_073
    with pytest.raises(TableError) as caught:
        read_tables(io.StringIO(text), document="d")
    assert (caught.value.code, caught.value.parameters) == ("too_large", {"line": 3, "most": 131_072})
    assert read_tables(io.StringIO(text[:-1]), document="d")


def damaged(content: bytes, name: str, *changes: tuple[bytes, bytes]) -> io.BytesIO:
    """A workbook one of whose files holds something else."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        assert name in old.namelist()
        for each in old.namelist():
            held = old.read(each)
            for before, after in changes if each == name else ():
                assert before in held
                held = held.replace(before, after)
            new.writestr(each, held)
    return io.BytesIO(made.getvalue())


SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        (SHEET, b"<t>", b"<t>&#55296;"),
        (SHEET, b"<c ", b'<c t="e" <'),
        (SHEET, b"</row>", b"<f/></c></row>"),
    ],
)
def test_a_workbook_that_is_damaged_anywhere_is_refused_as_one(name: str, before: bytes, after: bytes) -> None:
    content = book([["a", "b"], [1, "x"], [2, "y"]]).getvalue()
    with pytest.raises(TableError) as caught:
        read_tables(damaged(content, name, (before, after)), document="d")
    assert (caught.value.code, caught.value.field) == ("not_a_workbook", "source")


def test_a_workbook_that_lost_some_of_its_bytes_is_refused_as_one() -> None:
    content = book([["a", "b"], [1, "x"], [2, "y"]]).getvalue()
    for cut in range(4, len(content), 97):
        broken = content[:cut] + b"\xff" * 40 + content[cut + 40 :]
        with contextlib.suppress(TableError):
            read_tables(io.BytesIO(broken), document="d")
        with pytest.raises(TableError):
            read_tables(io.BytesIO(content[:cut]), document="d")


def test_codes_that_a_spreadsheet_took_for_numbers_nest_and_are_not_added_up() -> None:
    rows = [["Kode", "Uraian", "Pagu (Rp)"], [4, "Pendapatan", 30], [4.1, "Asli", 10], [4.2, "Transfer", 21]]
    (table,) = read_tables(book([*rows, [5, "Belanja", 8], [None, "Jumlah", 38]]), document="d")
    report = Report(code="x", title="T", office="O", tables=[table])
    assert [each.message("id") for each in report.guesses] == [
        'baris "Pendapatan" tampaknya jumlah 2 baris di bawahnya ("Asli" s.d. "Transfer")',
        'baris "Jumlah" tampaknya jumlah 2 baris ("Pendapatan" s.d. "Belanja")',
    ]
    (found,) = find_contradictions(report).of_rule("sum")
    assert (found.row, found.computed) == ("Pendapatan", Quantity(31, "IDR"))


@pytest.mark.parametrize(
    ("page", "rows"),
    [
        ("<h3>Bantuan<table><td>Desa</td><tr><td>A</td></tr></table>", [["Bantuan"], ["Desa"], ["A"]]),
        ("<table><caption>Korban</td><tr><td>A</td></tr></table>", [["Korban"], ["A"]]),
        ("<table><caption>Korban<tr><td>A</td></tr></table>", [["Korban"], ["A"]]),
        ("<table><td>A</td></td></th></table><table><tr><td>B</td></tr></table>", [["B"]]),
        ("<table><tr><td>A<td>1<tr><td>B<th>2</table>", [["A", "1"], ["B", "2"]]),
        ("<table><tr><td>A</td><td>1</td><tbody><td>B<td>2<tfoot><td>C", [["A", "1"], ["B", "2"], ["C"]]),
        ("<table><tr><td>A<br>B<td><table><tr><td>x</td></tr></table>y</table>", [["A B", "x y"]]),
        ("<br><table><tr><td><h3>A</h3></tr></table></table></tr><h2>no table", [["A"]]),
        ("<table><td><p>12<p>34</p><td>1<b>2</b>3<td>1.234<sup>1</sup></table>", [["12 34", "123", "1.234 1"]]),
        ("<table><tr><td>A</table><table></table>", [["A"]]),
        ("<h2></h3>Korban</h2><p>x<table><tr><td>A</table>", [["Korban"], ["A"]]),
    ],
)
def test_what_html_lets_a_page_leave_out_is_understood_and_no_cell_is_lost(page: str, rows: list[list[str]]) -> None:
    grids = grids_of_markup(page.encode())
    assert grids is not None
    assert [list(row) for row in grids[-1].rows] == rows


def formatted(*formats: tuple[object, str], head: str) -> list[tuple[str, Any]]:
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.append(["Uraian", head])
    for at, (value, number_format) in enumerate(formats, 2):
        sheet.append([f"Belanja {'abcdefg'[at - 2]}", value])
        sheet.cell(at, 2).number_format = number_format
    content = io.BytesIO()
    made.save(content)
    content.seek(0)
    (table,) = read_tables(content)
    return [(row[table.columns[1].code].text, row[table.columns[1].code].value) for row in table.rows]


def test_a_percentage_is_printed_with_the_decimals_that_its_cell_shows_and_is_what_is_printed() -> None:
    read = formatted(
        (80, "0.00"),
        (80.437, "0.0"),
        (0.97, "0.00%"),
        (0.8045, "0%"),
        (80.5, "General"),
        (0.97, "0.0%;[Red]-0.0%"),
        (12.5, '0.0" x"'),
        head="%",
    )
    assert read == [
        ("80,00", Percentage("80")),
        ("80,4", Percentage("80.4")),
        ("97,00%", Percentage("97")),
        ("80%", Percentage("80")),
        ("80,5", Percentage("80.5")),
        ("97%", Percentage("97")),
        ("12,5 x", None),
    ]


def test_an_amount_is_printed_as_its_cell_shows_it_and_is_what_the_cell_holds() -> None:
    read = formatted(
        (1234.5, "#,##0.00"), (2, "0.0"), (0.125, "0.00"), (1200, "#,##0"), ("2,5", "0.00"), head="Beras (kg)"
    )
    assert read == [
        ("1.234,50", Quantity("1234.5", "kg")),
        ("2,0", Quantity(2, "kg")),
        ("0,13", Quantity("0.125", "kg")),
        ("1.200", Quantity(1200, "kg")),
        ("2,5", Quantity("2.5", "kg")),
    ]


def test_whole_numbers_in_the_format_of_whole_numbers_are_read_without_it_and_others_are_printed_with_it() -> None:
    assert formatted((1000, "#,##0"), (20, "0"), head="KK") == [
        ("1.000", Quantity(1000, "family")),
        ("20", Quantity(20, "family")),
    ]
    assert formatted((80.6, "0"), (20, "0"), head="Serapan (%)") == [("81", Percentage(81)), ("20", Percentage(20))]


def test_a_share_that_its_sheet_rounds_wrongly_is_found() -> None:
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    for row in (
        ["Uraian", "Pagu (Rp)", "Realisasi (Rp)", "%"],
        ["a", 1000, 804, 80],
        ["b", 1000, 500, 50],
        ["c", 8, 2, 25],
    ):
        sheet.append(row)
    for at in (2, 3, 4):
        sheet.cell(at, 4).number_format = "0.00"
    content = io.BytesIO()
    made.save(content)
    content.seek(0)
    audit = find_contradictions(Report(code="x", title="T", office="O", tables=read_tables(content)))
    assert [(each.rule, each.printed, each.computed) for each in audit.findings] == [
        ("percent", Percentage(80), Percentage("80.4"))
    ]


@pytest.mark.parametrize("head", ["Kode", "Kode Rekening", "No"])
@pytest.mark.parametrize(
    ("codes", "prints"),
    [
        ([5, 5.1, "5.1.1", "5.1.2"], ["5", "5.1", "5.1.1", "5.1.2"]),
        ([5, 5.1, 5.2, 5.3], ["5", "5.1", "5.2", "5.3"]),
        ([5101, "5101.1", "5101.2", "5101.3"], ["5101", "5101.1", "5101.2", "5101.3"]),
    ],
)
def test_codes_that_are_numbers_in_some_cells_and_texts_in_others_are_labels(
    head: str, codes: list[Any], prints: list[str]
) -> None:
    rows = [[code, f"Belanja {letter}", 10] for code, letter in zip(codes, "abcd", strict=True)]
    (table,) = read_tables(book([[head, "Uraian", "Pagu (Rp)"], *rows]), document="d")
    assert table.columns[0].holds == "text"
    assert [row[table.columns[0].code].text for row in table.rows] == prints
    assert find_contradictions(Report(code="x", title="T", office="O", tables=[table])).unread == ()


def test_numbers_that_count_rows_stay_numbers_and_a_broken_number_elsewhere_is_no_code() -> None:
    (table,) = read_tables(book([["No", "Desa", "Nilai"], [1, "Umpama", 5], [2, "Ibarat", 5.1]]), document="d")
    assert [column.holds for column in table.columns] == ["number", "text", "number"]
    assert [row["nilai"].text for row in table.rows] == ["5", "5,1"]


@pytest.mark.parametrize(
    ("head", "cells", "unit", "computed"),
    [
        ("Bantuan", ("20 paket", "30 paket", "60 paket"), "package", Quantity(50, "package")),
        ("Bantuan", ("20 paket", "30 paket", "60"), "package", Quantity(50, "package")),
        ("Bantuan (paket)", ("10 paket", "5 paket", "20 paket"), "package", Quantity(15, "package")),
        ("Ternak", ("3 ekor", "4 ekor", "9 ekor"), "head", Quantity(7, "head")),
        ("Biaya", ("1.000,-", "2.000,-", "4.000,-"), "IDR", Quantity(3_000, "IDR")),
        ("Biaya", ("Rp1.000,50", "2.000,-", "4.000,-"), "IDR", Quantity(300_050, "IDR/100")),
        ("Luas", ("2,5 Ha", "1,25 Ha", "9 Ha"), "ha", Quantity("3.75", "ha")),
        ("Jarak", ("1,5 km", "2 km", "5 km"), "km", Quantity("3.5", "km")),
        ("Korban", ("20 (dua puluh) orang", "3 org", "60 jiwa"), "person", Quantity(23, "person")),
        ("Beras", ("20 kg", "1 ton", "2 ton"), "kg", Quantity(1_020, "kg")),
        ("Kejadian", ("10", "20", "31"), "event", Quantity(30, "event")),
        ("Jumlah Kejadian", ("10", "20", "31"), "event", Quantity(30, "event")),
        ("Kejadian (kali)", ("10", "20", "31"), "event", Quantity(30, "event")),
        ("Rumah Rusak", ("10", "20", "31"), "house", Quantity(30, "house")),
    ],
)
def test_the_sum_of_a_column_is_checked_in_the_unit_that_its_head_or_its_figures_carry(
    head: str, cells: tuple[str, str, str], unit: str, computed: Quantity
) -> None:
    audit = _audit_of(head, cells)
    assert audit.unread == audit.unchecked == ()
    (found,) = audit.of_rule("sum")
    assert found.severity == "error"
    assert found.printed.unit.base == Unit.of(unit).base
    assert found.computed == computed


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("Korban", ("10 KK 40 Jiwa", "5 KK 20 Jiwa", "16 KK 65 Jiwa")),
        ("Skor", ("3.75", "4.25", "9.00")),
        ("Nilai", ("1,000", "2,000", "5,000")),
        ("Volume", ("10 paket", "5 ekor", "20 unit")),
        ("Nilai", ("95 %", "1,5 juta", "5 %")),
        ("Nilai", ("2,5 juta", "Rp 1,5 juta", "Rp 5 juta")),
        ("Panjang", ("2 M", "3 M", "6 M")),  # metres or thousands of millions
        ("Pagu (juta)", ("Rp 2.500", "Rp 1.000", "Rp 5.000")),
        ("Uraian", ("1.000 paket", "1 paket dan 2 ekor", "2 lusin")),
        ("Kejadian", ("Banjir 2023", "Banjir", "3 kali banjir")),
    ],
)
def test_figures_whose_unit_cannot_be_told_are_unread_and_not_words(head: str, cells: tuple[str, str, str]) -> None:
    audit = _audit_of(head, cells)
    expected = [cell for cell in cells if cell[:1].isdecimal() or cell.startswith("Rp")]
    assert [cell.text for cell in audit.unread] == expected
    assert dict(audit.cells)["unread"] == len(expected)
    assert "Semua sel" not in audit.summary("id")


def test_money_in_cells_is_unread_where_the_title_says_that_all_of_it_is_in_millions() -> None:
    rows = [["Bantuan (dalam jutaan rupiah)"], ["Desa", "Nilai", "KK"], ["A", "Rp 2.500", 1], ["B", "Rp 1.000", 2]]
    (table,) = read_tables(book(rows), document="d")
    assert (table.columns[1].holds, table.columns[1].unit) == ("text", None)
    audit = find_contradictions(Report(code="x", title="T", office="O", tables=[table]))
    assert [cell.text for cell in audit.unread] == ["Rp 2.500", "Rp 1.000"]


@pytest.mark.parametrize(
    ("head", "cells"), [("Volume", ("10 kg", "5 t", "20")), ("Nilai", ("2,5 miliar", "4 juta", "5"))]
)
def test_a_bare_total_of_unlike_units_or_scales_is_of_none_of_them(head: str, cells: tuple[str, str, str]) -> None:
    audit = _audit_of(head, cells)
    assert [cell.text for cell in audit.unread] == list(cells[:2])
    assert (audit.checked["sum"], len(audit.unchecked)) == (1, 1)  # that of the families is checked


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("Kode Barang", ("5.1.02 Beras", "5.1.03 Mi", "")),
        ("Uraian", ("1. Beras", "1.1 Beras merah", "1.2 Beras putih")),
        ("Lokasi", ("RT 01 RW 02", "Umpama", "Contoh")),
        ("Keterangan", ("12 Mei 2023", "tahun 2023", "Pasal 5")),
    ],
)
def test_what_names_or_finds_a_row_is_no_figure_among_words(head: str, cells: tuple[str, str, str]) -> None:
    audit = _audit_of(head, cells)
    assert audit.unread == audit.unchecked == ()


def test_a_number_behind_the_name_of_a_row_is_of_the_name_and_elsewhere_a_figure() -> None:
    nothing = ("baik", "baik", "")
    assert _audit_of("Keadaan", nothing, ("Desa 1", "Kampung-2")).unchecked == ()
    assert len(_audit_of("Keadaan", nothing, ("Umpama 20 orang", "B")).unchecked) == 1
    assert len(_audit_of("Keadaan", ("sebanyak 20", "baik", "")).unchecked) == 1


def test_figures_among_words_are_told_by_column_as_not_checked() -> None:
    audit = _audit_of("Keterangan", ("sekitar 20 orang", "baik", "kurang lebih 3 rumah"))
    assert audit.unread == ()
    (said,) = audit.unchecked
    assert (
        said.en
        == 'figures among the words of column "Keterangan" (table 1, column Keterangan, rows 1, Jumlah (B2, B4))'
    )


def test_a_head_that_names_the_day_or_the_class_of_what_it_counts_counts_something_else() -> None:
    heads = ["Desa", "Tanggal Kejadian", "Kejadian", "Rumah Rusak Berat", "Kejadian (%)"]
    rows = [["A", "12 Mei 2023", "Banjir 12 Mei 2023", 3, "5"], ["B", "13 Mei 2023", "Banjir 2023", 4, "6"]]
    (table,) = read_tables(book([heads, *rows]), document="d")
    assert [column.unit for column in table.columns] == [None] * 5
    assert [column.holds for column in table.columns] == ["text", "period", "text", "number", "percent"]


def test_figures_that_carry_a_scale_or_a_per_cent_sign_are_ranges_and_percentages() -> None:
    rows = [["Desa", "Nilai", "Capaian"], ["A", "2,5 juta", "95 %"], ["B", "1,5 juta", "80 %"], ["C", "3 juta", "70"]]
    (table,) = read_tables(book(rows), document="d")
    _, value, share = table.columns
    assert (value.holds, value.unit, share.holds) == ("quantity", None, "percent")
    assert table.rows[0][value.code].value == Span(2_450_000, 2_549_999)
    assert table.rows[2][share.code].value == Percentage(70)


def _audit_of(head: str, cells: tuple[str, str, str], names: tuple[str, str] = ("A", "B")) -> Audit:
    first, second, total = cells
    text = f"Desa;{head};KK\n{names[0]};{first};1\n{names[1]};{second};2\nJumlah;{total};3\n"
    tables = read_tables(io.BytesIO(text.encode()), document="D")
    return find_contradictions(Report(code="x", title="T", office="O", period="2024", tables=tables))


def test_the_index_of_a_frame_is_a_column_where_it_has_a_name_or_names_the_rows() -> None:
    plain = pd.DataFrame({"Desa": ["A", "B", "Jumlah"], "KK": [60, 35, 98]})
    frames = {
        "columns": (plain, ["Desa", "KK"]),
        "named": (plain.set_index("Desa"), ["Desa", "KK"]),
        "unnamed": (plain.set_index("Desa").rename_axis(None), ["(1)", "KK"]),
        "levels": (plain.assign(No=[1, 2, 3]).set_index(["Desa", "No"]), ["Desa", "No", "KK"]),
        "some rows": (plain.iloc[1:], ["Desa", "KK"]),
    }
    for name, (frame, heads) in frames.items():
        table = Table.from_frame(frame, number="1", title="t", document="d")
        assert [column.label for column in table.columns] == heads, name
        assert table.rows[-1].kind == "total"
    with pytest.raises(TableError) as refused:
        Table.from_frame(plain.rename_axis("KK"), number="1", title="t", document="d")
    assert refused.value.code == "doubled_column"
    (read,) = read_tables(plain.set_index("Desa"))
    assert [column.label for column in read.columns] == ["Desa", "KK"]


def test_years_that_are_numbers_head_the_columns_of_a_frame_and_places_do_not() -> None:
    years = Table.from_frame(pd.DataFrame({"Desa": ["a"], 2017: [1]}), number="1", title="t")
    assert [(column.label, column.year) for column in years.columns] == [("Desa", None), ("2017", 2017)]
    bare = Table.from_frame(pd.DataFrame([["a", 1]]), number="1", title="t")
    assert [column.label for column in bare.columns] == ["(1)", "(2)"]


def test_a_frame_without_columns_is_no_table() -> None:
    with pytest.raises(TableError) as refused:
        Table.from_frame(pd.DataFrame(), number="1", title="t")
    assert refused.value.code == "no_table"


def test_a_unit_of_a_column_that_is_not_there_is_refused() -> None:
    frame = pd.DataFrame({"Desa": ["A", "B"], "Total": [1, 2]})
    for call in (
        lambda: Table.from_frame(frame, number="1", title="t", units={"Totl": "jiwa"}),
        lambda: read_tables(book([["Desa", "Total"], ["A", 1], ["B", 2]]), units={"Totl": "jiwa"}),
    ):
        with pytest.raises(InvalidValueError) as refused:
            call()
        assert (refused.value.code, refused.value.field, refused.value.value) == ("unknown_column", "units", "Totl")
        assert "'Total'" in str(refused.value)


def test_two_columns_of_one_code_are_refused() -> None:
    columns = [Column("n", "Laki-laki", unit="person"), Column("n", "Perempuan", unit="person")]
    with pytest.raises(InvalidValueError) as refused:
        Table.build(number="1", title="t", document="d", columns=columns, rows=[("1", 1, 2)], total=("J", 1, 9))
    assert (refused.value.code, refused.value.field) == ("duplicate", "columns")


def test_a_table_has_the_number_in_its_title_or_else_its_place() -> None:
    def titled(*titles: str) -> list[str]:
        sheets = [[[title], [], ["Desa", "KK"], ["A", 1], ["B", 2]] for title in titles]
        return [table.number for table in read_tables(book(*sheets))]

    assert titled("Tabel 18. Korban", "Tabel 19 Kerusakan", "Tabel IV-2a: Bantuan") == ["18", "19", "IV-2a"]
    assert titled("TABEL NO. 3", "Tabel Korban 2023", "Tabel 3") == ["3", "2", "4"]
    assert titled("Korban", "Tabel 1", "Bantuan") == ["2", "1", "3"]
    (table,) = read_tables(book([["Dinas Sosial"], ["Tabel 18. Korban"], [], ["Desa", "KK"], ["A", 1], ["B", 2]]))
    assert table.cell("1", "kk").source.place("id").endswith("tabel 18, baris 1, kolom KK")


def test_tables_of_several_files_are_numbered_on_and_a_number_that_comes_twice_says_how() -> None:
    one, other = b"Tabel 1;\nDesa;KK\nA;1\nB;2\n", b"Desa;KK\nA;1\nB;2\n"
    with pytest.raises(InvalidValueError) as refused:
        Report(code="x", title="T", office="O", tables=[*read_tables(io.BytesIO(one)), *read_tables(io.BytesIO(other))])
    assert (refused.value.code, refused.value.field, refused.value.value) == ("duplicate", "tables", "1")
    assert "first=" in str(refused.value)
    tables = [*read_tables(io.BytesIO(one)), *read_tables(io.BytesIO(one), first=2)]
    report = Report(code="x", title="T", office="O", tables=tables)
    assert [table.number for table in report.tables] == ["1", "2"]
    assert tables[1].cell("1", "kk").source.table == "2"
