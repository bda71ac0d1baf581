"""Merged cells in sheets of offices: words hold in every row beside them, and a figure is of no one row."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

import pytest
from openpyxl import Workbook

from kesos import PEDUM_2003, entitle_all, tables
from kesos._sheets._ods import beside_in_ods
from kesos.errors import TableError
from kesos.values import Quantity

HEADS = ["Kecamatan", "Desa", "Jenis", "Tanggal", "KK", "Jiwa"]


def book(*rows: list[Any], merged: str = "") -> io.BytesIO:
    made = Workbook()
    for row in rows:
        made.active.append(row)
    for cells in merged.split():
        made.active.merge_cells(cells)
    file = io.BytesIO()
    made.save(file)
    return io.BytesIO(file.getvalue())


def faults(reading: Any) -> dict[Any, list[tuple[str | None, str]]]:
    return {each.row: [(fault.column, fault.error.code) for fault in each.faults] for each in reading.rejects}


def test_a_district_merged_down_its_rows_is_that_of_each_and_its_subtotal_is_still_one() -> None:
    read = tables.read_events(
        book(
            HEADS,
            ["Kumai", "A", "Banjir", datetime(2025, 1, 1), 2, 10],
            [None, "B", "Banjir", "2-1-2025", 4, 20],
            [None, "Sub Jumlah", None, None, 6, 30],
            ["Lada", "C", "Banjir", "3-1-2025", 5, 21],
            ["Jumlah", None, None, None, 11, 51],
            merged="A2:A4 A6:D6",
        )
    )
    assert [event.place.district for event in read.events] == ["Kumai", "Kumai", "Lada"]
    assert [(each.row, each.kind, each.unchecked) for each in read.skipped] == [(4, "total", ()), (6, "total", ())]
    totals = entitle_all(read, PEDUM_2003, days=7).totals("place.district")
    assert {group: added["rice"] for group, added in totals.items()} == {
        "Kumai": Quantity(30 * 7 * 400, "g"),
        "Lada": Quantity(21 * 7 * 400, "g"),
    }


def test_hazards_days_and_villages_merged_down_are_those_of_each_row_even_of_one_with_nothing_else() -> None:
    read = tables.read_events(
        book(
            HEADS,
            ["Kumai", "Desa A", "Banjir", "1-1-2025", 2, 10],
            [None, "Desa B", None, None, None, None],
            ["Kec. Lada"],
            [None, "C", "Longsor", "2-1-2025", 1, 3],
            merged="A2:A3 C2:C4 D2:D3",
        )
    )
    told = [(event.hazard.code, str(event.place), event.place.district, event.period.iso) for event in read.events]
    assert told == [
        ("flood", "Desa A", "Kumai", "2025-01-01"),
        ("flood", "Desa B", "Kumai", "2025-01-01"),
        ("landslide", "C", "Lada", "2025-01-02"),
    ]
    assert [event.people for event in read.events] == [10, None, 3]


def test_the_number_of_an_event_merged_down_joins_its_places() -> None:
    rows = [
        ["No. kejadian", "Jenis", "Tanggal", "Lokasi", "Desa terdampak", "Jiwa"],
        ["k1", "Banjir", "1-1-2025", "Kumai", "A", 10],
        [None, None, None, None, "B", 20],
        ["k2", "Banjir", "3-1-2025", "Kumai", None, 7],
    ]
    read = tables.read_events(book(*rows, merged="A2:A3 B2:B3 C2:C3 D2:D3"))
    assert [[str(each.place) for each in event.localities] for event in read.events] == [["A", "B"], []]
    assert [event.people for event in read.events] == [30, 7]


@pytest.mark.parametrize("figure", [50, "50 jiwa", "± 50", "=1+49"])
def test_a_count_merged_over_rows_is_refused_in_each_and_in_none_of_the_totals(figure: object) -> None:
    read = tables.read_events(
        book(
            HEADS,
            [None, "A", "Banjir", "1-1-2025", 2, figure],
            [None, "B", "Banjir", "2-1-2025", 4, None],
            [None, "C", "Banjir", "3-1-2025", 4, 12],
            [None, "Jumlah", None, None, 10, 62],
            merged="F2:F3",
        )
    )
    assert [event.people for event in read.events] == [12]
    assert [each.row for each in read.rejects] == [2, 3]
    assert {fault.column for each in read.rejects for fault in each.faults} == {"Jiwa"}
    assert [each.unchecked for each in read.skipped] == [(2, 3)]
    kept = tables.read_events(
        book(HEADS, [None, "A", "Banjir", "1-1-2025", 2, figure], [None, "B", "Banjir", "2-1-2025", 4], merged="F2:F3"),
        keep_without_bad_cells=True,
    )
    assert [(event.families, event.people) for event in kept.events] == [(2, None), (4, None)]
    assert [(cell.row, cell.column) for cell in kept.bad_cells] == [(2, "Jiwa"), (3, "Jiwa")]


def test_the_refusal_of_a_shared_figure_names_its_rows_and_shows_the_cell() -> None:
    read = tables.read_events(
        book(HEADS, [None, "A", "Banjir", "1-1-2025", 2, 50], [None, "B", "Banjir", "2-1-2025", 4], merged="F2:F3")
    )
    assert faults(read) == {2: [("Jiwa", "shared_cell")], 3: [("Jiwa", "shared_cell")]}
    assert read.rejects[1].reason("id") == (
        "Jiwa: 50 tertulis dalam satu sel gabungan untuk baris 2 sampai 3; bagian tiap baris tidak diketahui"
    )
    assert read.rejects[1].cells["Jiwa"] == read.rejects[1].faults[0].cell == 50


@pytest.mark.parametrize(("said", "people"), [("Nihil", 0), (0, 0), ("-", None)])
def test_nothing_and_not_known_merged_over_rows_or_columns_are_said_of_each(said: object, people: int | None) -> None:
    read = tables.read_events(
        book(
            HEADS,
            [None, "A", "Banjir", "1-1-2025", said, None],
            [None, "B", "Banjir", "2-1-2025", None, None],
            merged="E2:F3",
        )
    )
    assert [(event.families, event.people) for event in read.events] == [(people, people)] * 2


def test_a_figure_merged_over_two_columns_is_of_neither() -> None:
    read = tables.read_events(book(HEADS, [None, "A", "Banjir", "1-1-2025", 25, None], merged="E2:F2"))
    assert faults(read) == {2: [("KK", "shared_cell"), ("Jiwa", "shared_cell")]}


def test_cells_that_are_merged_over_a_row_of_nothing_else_are_of_the_one_row_that_they_make() -> None:
    read = tables.read_events(
        book(
            HEADS,
            ["Kumai", "A", "Banjir", "1-1-2025", 2, 10],
            [],
            ["Lada", "B", "Banjir", "2-1-2025", 2, 20],
            merged="A2:A3 B2:B3 C2:C3 D2:D3 E2:E3 F2:F3",
        )
    )
    assert [event.people for event in read.events] == [10, 20]
    assert not read.rejects


def test_signatures_under_the_table_stay_what_they_are() -> None:
    read = tables.read_events(
        book(
            HEADS,
            ["Kumai", "A", "Banjir", "1-1-2025", 2, 10],
            [None, "Mengetahui,", None, None, "Kepala Dinas Sosial", None],
            [None, "Sekretaris", None, None, None, None],
            [None, "SITI AMINAH", None, None, "BUDI", None],
            merged="E3:F4 A3:A9",
        )
    )
    assert [(each.row, each.kind) for each in read.skipped] == [(3, "signature"), (4, "signature"), (5, "signature")]


def test_pages_say_which_cells_are_merged_too() -> None:
    lines = (
        "<th>Kecamatan</th><th>Desa</th><th>Jenis</th><th>Tanggal</th><th>Jiwa</th>",
        "<td rowspan=3>Kumai</td><td>A</td><td>Banjir</td><td>1-1-2025</td><td rowspan=2>50</td>",
        "<td>B</td><td>Banjir</td><td>2-1-2025</td>",
        "<td>C</td><td>Banjir</td><td>3-1-2025</td><td>7</td>",
    )
    page = f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"
    read = tables.read_events(io.BytesIO(page.encode()))
    assert [(event.place.district, event.people) for event in read.events] == [("Kumai", 7)]
    assert faults(read) == {2: [("Jiwa", "shared_cell")], 3: [("Jiwa", "shared_cell")]}


def test_a_family_s_village_and_a_delivery_s_place_and_day_are_those_of_every_row() -> None:
    listed = tables.read_registry(
        book(["Desa", "Kode keluarga"], ["Umpang", "kk-1"], [None, "kk-2"], ["Runtu", "kk-3"], merged="A2:A3"),
        name="DTKS", area="Kabupaten Contoh", on="2025-01-01",
    )  # fmt: skip
    assert dict(listed.registry.areas) == {"kk-1": "Umpang", "kk-2": "Umpang", "kk-3": "Runtu"}
    heads = ["Tempat", "Tanggal", "Barang", "Jumlah", "Satuan"]
    rows = [["Desa A", "1-1-2025", "Beras", 10, "kg"], [None, None, "Gula", 5, "kg"], [None, None, "Teh", None, "kg"]]
    handed = tables.read_deliveries(book(heads, *rows, merged="A2:A4 B2:B4 D3:D4"))
    assert [(str(each.place), each.on.isoformat(), dict(each.items)) for each in handed.deliveries] == [
        ("Desa A", "2025-01-01", {"beras": Quantity(10, "kg")})
    ]
    assert faults(handed) == {3: [("Jumlah", "shared_cell")], 4: [("Jumlah", "shared_cell")]}


def test_a_ceiling_and_a_quota_of_several_rows_leave_no_budget_and_no_quota() -> None:
    lines = book(["Program", "Uraian", "Pagu"], ["PKH", "A", 100], [None, "B", None], merged="A2:A3 C2:C3")
    budget = tables.read_budget(lines, year=2025, holder="Dinas Sosial", funding="APBD")
    with pytest.raises(TableError) as refused:
        _ = budget.budget
    assert refused.value.code == "rows_rejected"
    shares = book(["Kecamatan", "KPM"], ["A", 100], ["B", None], ["C", 5], merged="B2:B3")
    quota = tables.read_quota(shares, program="PKH", year=2025, area="Kabupaten Contoh")
    with pytest.raises(TableError):
        _ = quota.quota
    assert faults(quota) == {2: [("KPM", "shared_cell")], 3: [("KPM", "shared_cell")]}


def test_what_a_person_s_shared_cell_holds_is_not_told() -> None:
    rows = [["Kode rumah tangga", "Nama", "Umur"], ["r1", "Siti", 41], [None, "Budi", None]]
    read = tables.read_households(book(*rows, merged="A2:A3 C2:C3"))
    assert [each.row for each in read.rejects] == [2, 3]
    assert "41" not in read.rejects[0].reason("id") + repr(read.rejects[0])
    assert "baris 2 sampai 3" in read.rejects[0].reason("id")


def test_heads_over_several_columns_take_a_merged_district_along() -> None:
    rows = [
        [None, "Kecamatan", "Desa", "Jenis", "Tanggal", "Jiwa"],
        ["Kumai", None, "A", "Banjir", "1-1-2025", 10],
        [None, None, "B", "Banjir", "2-1-2025", 20],
    ]
    rows[0][0], rows[0][1] = "Kecamatan", None
    read = tables.read_events(book(*rows, merged="A1:B1 A2:B3"))
    assert [event.place.district for event in read.events] == ["Kumai", "Kumai"]


def test_a_total_of_two_columns_in_one_cell_is_unchecked_for_it() -> None:
    rows = [["Kumai", "A", "Banjir", "1-1-2025", 2, 10], ["Jumlah", None, None, None, 12, None]]
    [total] = tables.read_events(book(HEADS, *rows, merged="E3:F3")).skipped
    assert (total.row, total.unchecked, total.text) == (3, (3,), "Jumlah 12 12")
    assert [(fault.column, fault.error.code) for fault in total.faults] == [
        ("KK", "shared_cell"), ("Jiwa", "shared_cell"),
    ]  # fmt: skip


def opendocument(rows: str) -> bytes:
    """A spreadsheet of LibreOffice with these rows."""
    of = "urn:oasis:names:tc:opendocument:xmlns"
    names = " ".join(f'xmlns:{name}="{of}:{name}:1.0"' for name in ("office", "table", "text"))
    content = (
        f'<office:document-content {names} office:version="1.2"><office:body><office:spreadsheet>'
        f'<table:table table:name="Data">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", f'<m:manifest xmlns:m="{of}:manifest:1.0"/>')
        archive.writestr("content.xml", content)
    return file.getvalue()


def line(*cells: str, spans: tuple[tuple[int, int], ...] = (), repeated: str = "1") -> str:
    down = dict(spans)
    each = "".join(
        "<table:covered-table-cell/>" if cell == "^" else
        f'<table:table-cell office:value-type="string" table:number-rows-spanned="{down.get(at, 1)}">'
        f"<text:p>{cell}</text:p></table:table-cell>"
        for at, cell in enumerate(cells)
    )  # fmt: skip
    return f'<table:table-row table:number-rows-repeated="{repeated}">{each}</table:table-row>'


def test_merged_cells_of_an_opendocument_spreadsheet_are_known_too() -> None:
    content = opendocument(
        f"{line('DATA')}<table:table-row table:number-rows-repeated='2'><table:table-cell/></table:table-row>"
        f"{line('Kecamatan', 'Desa', 'Jenis', 'Tanggal', 'Jiwa')}"
        f"{line('Kumai', 'A', 'Banjir', '1-1-2025', '50', spans=((0, 3), (4, 2)))}"
        f"{line('^', 'B', 'Banjir', '2-1-2025', '^')}"
        f"{line('^', 'C', 'Banjir', '3-1-2025', '7')}"
    )
    read = tables.read_events(io.BytesIO(content))
    assert [(event.place.district, event.people) for event in read.events] == [("Kumai", 7)]
    assert faults(read) == {5: [("Jiwa", "shared_cell")], 6: [("Jiwa", "shared_cell")]}


@pytest.mark.parametrize(("spanned", "merged"), [("2", ((0, 1, 0, 0),)), ("x", ()), ("9" * 30, ()), ("", ())])
def test_what_no_spreadsheet_says_of_its_cells_is_passed_over(spanned: str, merged: tuple[Any, ...]) -> None:
    row = f'<table:table-row><text:s/><table:table-cell table:number-rows-spanned="{spanned}"/></table:table-row>'
    with zipfile.ZipFile(io.BytesIO(opendocument(row))) as archive:
        assert beside_in_ods(archive)["Data"].merged == merged
    with zipfile.ZipFile(book(HEADS)) as archive:
        assert beside_in_ods(archive) == {}


def test_a_head_that_is_printed_again_beside_a_merged_district_and_numbered_empty_rows_stay_what_they_are() -> None:
    heads = ["No", *HEADS]
    rows = [[1, "Kumai", "A", "Banjir", "1-1-2025", 1, 4], heads, [2, None, "B", "Banjir", "2-1-2025", 1, 5], [3]]
    read = tables.read_events(book(heads, *rows, merged="B2:B5"))
    assert [event.place.district for event in read.events] == ["Kumai", "Kumai"]
    assert [(each.row, each.kind) for each in read.skipped] == [(3, "head"), (5, "blank")]
    assert not read.rejects
