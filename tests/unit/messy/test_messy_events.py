"""Events in sheets as messy as offices make them: what is read, what is rejected and why, what is passed over."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.styles import PatternFill

from kesos import tables
from kesos.errors import TableError
from kesos.tables import EventReading


def workbook(*rows: list[Any], merged: str = "", title: str = "Data", into: Workbook | None = None) -> Workbook:
    """A workbook with these rows, from its first; ranges of merged cells with blanks between them."""
    book = Workbook() if into is None else into
    sheet = book.active if into is None else book.create_sheet()
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for cells in merged.split():
        sheet.merge_cells(cells)
    return book


def file_of(book: Workbook) -> io.BytesIO:
    file = io.BytesIO()
    book.save(file)
    return io.BytesIO(file.getvalue())


def read(*rows: list[Any], merged: str = "", **options: Any) -> EventReading:
    return tables.read_events(file_of(workbook(*rows, merged=merged)), **options)


def events(reading: EventReading) -> dict[Any, tuple[str, str, str]]:
    """By row: what struck, where, when."""
    return {
        row: (event.hazard.code, str(event.place), event.period.iso)
        for row, event in zip(reading.labels, reading.events, strict=True)
    }


def rejects(reading: EventReading) -> dict[Any, list[tuple[str | None, str]]]:
    """By row: the columns at fault, each with its reason's code."""
    for each in reading.rejects:
        assert each.reason("id")
        assert each.reason("en")
    return {each.row: [(fault.column, fault.error.code) for fault in each.faults] for each in reading.rejects}


def passed_over(reading: EventReading) -> dict[Any, str]:
    return {each.row: each.kind for each in reading.skipped}


def unchecked(reading: EventReading) -> dict[Any, tuple[Any, ...]]:
    """By total: the rows for which it could not be checked."""
    return {each.row: each.unchecked for each in reading.skipped if each.unchecked}


def test_1_a_year_by_district_with_three_rows_of_heads_merged_cells_totals_and_a_signature() -> None:
    reading = read(
        ["REKAPITULASI KEJADIAN BENCANA"],
        ["KABUPATEN CONTOH TAHUN 2024"],
        [],
        ["No", "Lokasi", "Jenis Bencana", "Waktu", "Korban", None, None, None, "Kerusakan", None, None, None, "Ket."],
        [None, None, None, None, "Terdampak", None, "MD", "LB", "Rumah", None, None, "Fasum", None],
        [None, None, None, None, "KK", "Jiwa", None, None, "RB", "RS", "RR", None, None],
        list(range(1, 14)),
        ["A", "Kec. Kumai"],
        ["1", "Desa A", "Banjir", datetime(2024, 1, 3), 10, 40, 0, 1, 1, 2, 3, 1, "aman"],
        ["2", "Desa B", "Tanah longsor", "4 Januari 2024", 2, 8, 1, 0, 1, 0, 0, 0, None],
        [None, "Sub Total", None, None, 12, 48, 1, 1, 2, 2, 3, 1, None],
        ["B", "Kecamatan Arut Selatan"],
        ["1", "Desa C", "Angin kencang", "05/02/2024", 1, 3.5, 0, 0, 0, 0, 1, 0, None],
        ["2", "Desa D", "Banjir", "06-02-2024", 5, 20, 0, 0, 0, 0, 4, 0, None],
        [None, "Sub Total", None, None, 6, 24, 0, 0, 0, 0, 5, 0, None],
        [None, "JUMLAH TOTAL", None, None, 18, 72, 1, 1, 2, 2, 8, 1, None],
        [],
        ["Sumber: laporan kecamatan"],
        [None, None, None, None, None, None, None, None, "Contoh, 31 Desember 2024"],
        [None, None, None, None, None, None, None, None, "Kepala Dinas Sosial"],
        [None, None, None, None, None, None, None, None, "SITI AMINAH, S.Sos"],
        [None, None, None, None, None, None, None, None, "NIP. 19700101 199003 1 001"],
        merged="A4:A6 B4:B6 C4:C6 D4:D6 E4:H4 E5:F5 G5:G6 H5:H6 I4:L4 I5:K5 L5:L6 M4:M6 B8:M8 A1:M1",
    )
    assert events(reading) == {
        9: ("flood", "Desa A", "2024-01-03"),
        10: ("landslide", "Desa B", "2024-01-04"),
        14: ("flood", "Desa D", "2024-02-06"),
    }
    first = reading.events[0]
    assert (first.families, first.people, first.place.district) == (10, 40, "Kumai")
    assert first.counts["house"] == {"heavy": 1, "moderate": 2, "light": 3}
    assert (first.counts["dead"], first.damage.public_facilities) == (0, 1)
    assert first.counts["injured"] == {"serious": 1}
    assert reading.events[2].place.district == "Arut Selatan"
    assert rejects(reading) == {13: [("Korban Terdampak Jiwa", "not_whole")]}
    assert passed_over(reading) == {
        1: "title", 2: "title", 7: "column_numbers", 8: "group", 11: "total", 12: "group", 15: "total", 16: "total",
        17: "blank", 18: "note", 19: "signature", 20: "signature", 21: "signature", 22: "signature",
    }  # fmt: skip
    assert unchecked(reading) == {15: (13,), 16: (13,)}


def test_2_the_same_heads_where_no_cell_is_merged() -> None:
    reading = read(
        ["No.", "Lokasi", "Tanggal", "Jenis", "Korban", None, "Kerusakan", None, None],
        [None, None, None, None, "Meninggal", "Luka-luka", "Berat", "Sedang", "Ringan"],
        [1, "Desa A", "01-02-2024", "Banjir", 0, 2, 1, None, 3],
        [2, "Desa B", "01-02-2024", "Gempabumi", "Nihil", "1 orang", "-", "4", "5 unit"],
    )
    assert events(reading) == {3: ("flood", "Desa A", "2024-02-01"), 4: ("earthquake", "Desa B", "2024-02-01")}
    one, two = reading.events
    assert one.counts["building"] == {"heavy": 1, "moderate": None, "light": 3}
    assert two.counts["building"] == {"heavy": None, "moderate": 4, "light": 5}
    assert (one.damage.heavy, one.damage.light, one.counts["injured"]) == (1, 3, 2)
    assert (two.damage.heavy, two.damage.light, two.counts["injured"], two.counts["dead"]) == (None, 5, 1, 0)
    assert not reading.rejects
    assert not reading.skipped


def test_3_groups_by_hazard_with_roman_ordinals_and_letters() -> None:
    reading = read(
        ["No", "Lokasi", "Tanggal", "KK/Jiwa"],
        ["A. Kebakaran"],
        ["I", "Desa A", date(2024, 3, 1), "72/240"],
        ["II", "Desa B", "2 Maret 2024", "1 KK 5 Jiwa"],
        ["B", "Banjir"],
        ["a.", "Desa C", "3 Maret 2024", "3 KK / 9 jiwa"],
        ["b.", "Desa D", "4 Maret 2024", "empat"],
    )
    assert events(reading) == {
        3: ("fire", "Desa A", "2024-03-01"),
        4: ("fire", "Desa B", "2024-03-02"),
        6: ("flood", "Desa C", "2024-03-03"),
    }
    assert [(e.families, e.people) for e in reading.events] == [(72, 240), (1, 5), (3, 9)]
    assert rejects(reading) == {7: [("KK/Jiwa", "unreadable")]}
    assert passed_over(reading) == {2: "group", 5: "group"}


def test_4_groups_by_month_and_a_head_that_is_printed_again_in_the_middle() -> None:
    head = ["No", "Jenis Bencana", "Lokasi", "Tanggal", "Jiwa"]
    reading = read(
        head,
        ["BULAN JANUARI"],
        [1, "Banjir", "Desa A", "2 Januari 2024", 5],
        [None, "Jumlah", None, None, 5],
        head,
        ["BULAN FEBRUARI"],
        [1, "Banjir", "Desa B", "Februari 2024", 6],
        [None, "Jumlah", None, None, 6],
        [None, "Total", None, None, 11],
        [None, "Rata-rata", None, None, "5,5"],
    )
    assert events(reading) == {3: ("flood", "Desa A", "2024-01-02"), 7: ("flood", "Desa B", "2024-02")}
    assert not reading.rejects
    assert passed_over(reading) == {
        2: "group", 4: "total", 5: "head", 6: "group", 8: "total", 9: "total", 10: "mean",
    }  # fmt: skip


def test_5_thousands_of_coloured_rows_under_the_table_are_no_rows() -> None:
    book = workbook(
        ["Jenis", "Lokasi", "Tanggal", "Jiwa"],
        ["Banjir", "Desa A", "1 Maret 2024", 3],
        [],
        ["Banjir", "Desa B", "2 Maret 2024", 4],
    )
    for row in range(5, 3_005):
        for column in range(1, 5):
            book.active.cell(row, column).fill = PatternFill("solid", fgColor="FFFF00")
    reading = tables.read_events(file_of(book))
    assert list(events(reading)) == [2, 4]
    assert passed_over(reading) == {3: "blank"}


def test_6_the_data_on_the_second_sheet_beside_a_hidden_one() -> None:
    book = workbook(["Petunjuk pengisian"], ["Isi semua kolom"], title="Petunjuk")
    workbook(["Jenis", "Lokasi", "Tanggal"], ["Banjir", "Rahasia", "1 Maret 2023"], title="Lama", into=book)
    book["Lama"].sheet_state = "hidden"
    workbook(["Jenis", "Lokasi", "Tanggal"], ["Banjir", "Desa A", "1 Maret 2024"], title="2024", into=book)
    reading = tables.read_events(file_of(book))
    assert events(reading) == {2: ("flood", "Desa A", "2024-03-01")}
    assert (reading.sheet, reading.other_sheets, reading.hidden_sheets) == ("2024", ("Petunjuk", "Lama"), ("Lama",))
    assert events(tables.read_events(file_of(book), sheet="Lama")) == {2: ("flood", "Rahasia", "2023-03-01")}
    with pytest.raises(TableError) as refused:
        tables.read_events(file_of(book), sheet="2025")
    assert refused.value.code == "no_such_sheet"


def test_7_hazards_in_the_column_of_remarks_and_houses_under_water() -> None:
    reading = read(
        ["No", "Nama Desa", "Kec", "Tgl", "Rumah", None, None, "Terendam", "Ket"],
        [None, None, None, None, "RB", "RS", "RR", None, None],
        [1, "Umpang", "Arut Selatan", 45_352, None, None, None, 60, "Banjir"],
        [2, "Runtu", "Arut Selatan", "2024-03-01 00:00:00", None, 1, 2, 0, "Puting beliung"],
        [3, "Kenambui", "Arut Selatan", datetime(2024, 3, 2), None, 1, 2, 0, "menunggu data"],
    )
    assert events(reading) == {4: ("whirlwind", "Runtu", "2024-03-01")}
    assert reading.events[0].counts["house_flooded"] == 0
    assert rejects(reading) == {3: [("Tgl", "serial_day")], 5: [("Ket", "hazard_unknown")]}


def test_8_days_in_every_form_that_offices_type() -> None:
    days = {
        datetime(2024, 2, 28): "2024-02-28",
        date(2024, 2, 28): "2024-02-28",
        "28-02-2024": "2024-02-28",
        "28 Pebruari 2024": "2024-02-28",
        "Rabu, 28 Februari 2024": "2024-02-28",
        "2024-02-28 00:00:00": "2024-02-28",
        "28 Feb 2024 pukul 13.30 WIB": "2024-02-28",
        "Februari 2024": "2024-02",
        "2024": "2024",
        2024: "2024",
        "1 – 3 Maret 2024": "2024-03-01/2024-03-03",
    }
    reading = read(["Jenis", "Lokasi", "Tanggal"], *(["Banjir", f"Desa {at}", day] for at, day in enumerate(days)))
    assert [event.period.iso for event in reading.events] == list(days.values())
    assert not reading.rejects
    bad = read(
        ["Jenis", "Lokasi", "Tanggal"],
        *(
            ["Banjir", f"Desa {at}", day]
            for at, day in enumerate(["31-02-2024", "Senin, 28-02-2024", "28-02-24", True])
        ),
    )
    assert rejects(bad).keys() == {2, 3, 4, 5}
    assert {column for faults in rejects(bad).values() for column, _ in faults} == {"Tanggal"}


def test_9_numbers_that_no_cell_can_hold_exactly_and_things_that_are_no_numbers() -> None:
    reading = read(
        ["Jenis", "Lokasi", "Tanggal", "Jiwa"],
        ["Banjir", "A", 2024, 1e17],
        ["Banjir", "B", 2024, True],
        ["Banjir", "C", 2024, "=D2+1"],
        ["Banjir", "D", 2024, "#REF!"],
        ["Banjir", "E", 2024, -3],
        ["Banjir", "F", 2024, "1,234"],
        ["Banjir", "G", 2024, "1.234"],
        ["Banjir", "H", 2024, "Tidak diketahui"],
    )
    assert {row: codes[0][1] for row, codes in rejects(reading).items()} == {
        2: "not_exact", 3: "not_a_count", 4: "formula_without_value", 5: "error_in_cell", 6: "count_negative",
        7: "ambiguous",
    }  # fmt: skip
    assert {row: event.people for row, event in zip(reading.labels, reading.events, strict=True)} == {8: 1_234, 9: None}


def test_10_losses_with_rp_sen_dashes_and_words() -> None:
    reading = read(
        ["Jenis", "Lokasi", "Tanggal", "Taksiran Kerugian (Rp.)"],
        ["Banjir", "A", 2024, "Rp. 6.000,-"],
        ["Banjir", "B", 2024, "Rp 1.500.000,00"],
        ["Banjir", "C", 2024, "-"],
        ["Banjir", "D", 2024, "Nihil"],
        ["Banjir", "E", 2024, 2_500_000.0],
        ["Banjir", "F", 2024, "Tidak Diketahui"],
        ["Banjir", "G", 2024, "banyak"],
    )
    assert [None if e.loss is None else e.loss.to("IDR") for e in reading.events] == [
        6_000, 1_500_000, None, 0, 2_500_000, None,
    ]  # fmt: skip
    assert rejects(reading) == {8: [("Taksiran Kerugian (Rp.)", "unreadable")]}
    kept = read(
        ["Jenis", "Lokasi", "Tanggal", "Kerugian", "Jiwa"],
        ["Banjir", "G", 2024, "banyak", 3],
        ["Banjir", None, 2024, "banyak", 3],
        keep_without_bad_cells=True,
    )
    assert [event.people for event in kept.events] == [3]
    assert [(cell.row, cell.column, cell.cell) for cell in kept.bad_cells] == [(2, "Kerugian", "banyak")]
    assert rejects(kept) == {3: [("Lokasi", "blank"), ("Kerugian", "unreadable")]}


def test_11_csv_with_semicolons_quotes_line_breaks_and_texts_like_formulas() -> None:
    text = (
        'Lokasi;Jenis;Tanggal;Jiwa\r\n"Desa ""Lama"";\nRT 3";Banjir;1 Maret 2024;"1.200"\r\n\r\n'
        "'=1+1;Banjir;2 Maret 2024;2\r\n-1+1;Banjir;3 Maret 2024;3\r\n;;;\r\n"
    )
    reading = tables.read_events(io.BytesIO(text.encode()))
    assert [(event.place.text, event.people) for event in reading.events] == [
        ('Desa "Lama";\nRT 3', 1_200), ("=1+1", 2), ("-1+1", 3),
    ]  # fmt: skip
    assert passed_over(reading) == {3: "blank"}
    with pytest.raises(TableError) as refused:
        tables.read_events(io.StringIO('Lokasi;Jenis;Tanggal\n"Desa A;Banjir;2024\n'))
    assert refused.value.code == "broken_quotes"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_12_csv_with_tabs_in_each_unicode(encoding: str) -> None:
    text = "Jenis\tLokasi\tTanggal\tJiwa\nBanjir\tDésa\u00a0A\t1–2 Maret 2024\t5\n"
    reading = tables.read_events(io.BytesIO(text.encode(encoding)))
    assert [(event.people, event.period.iso) for event in reading.events] == [(5, "2024-03-01/2024-03-02")]


def test_13_csv_in_the_code_page_of_an_old_windows_is_refused_with_what_to_do() -> None:
    content = "Jenis,Lokasi,Tanggal\nBanjir,Désa,1 – 2 Maret 2024\n".encode("cp1252")
    with pytest.raises(TableError) as refused:
        tables.read_events(io.BytesIO(content))
    assert (refused.value.code, refused.value.parameters["line"]) == ("other_characters", 2)
    assert "encoding" in str(refused.value)
    reading = tables.read_events(io.BytesIO(content), encoding="cp1252")
    assert [(event.place.text, event.period.iso) for event in reading.events] == [("Désa", "2024-03-01/2024-03-02")]


def test_14_english_heads_and_english_print() -> None:
    rows = (
        "Event ID,Disaster type,Location,Sub-district,Start date,End date,Affected families,Affected people,Deaths\n"
        'E1,Flood,Umpang,Arut Selatan,2024-02-28,2024-03-01,72,"1,240",0\n'
        'E2,Landslide,Runtu,Arut Selatan,28 February 2024,,2,7,1\nTotal,,,,,,74,"1,247",1\n'
    )
    reading = tables.read_events(io.StringIO(rows), locale="en")
    assert [(e.hazard.code, e.families, e.people, e.period.iso) for e in reading.events] == [
        ("flood", 72, 1_240, "2024-02-28/2024-03-01"), ("landslide", 2, 7, "2024-02-28"),
    ]  # fmt: skip
    assert passed_over(reading) == {4: "total"}


def test_15_several_rows_of_one_event_are_one_only_by_its_number() -> None:
    head = ["No. kejadian", "Jenis bencana", "Lokasi", "Tempat terdampak", "Tanggal", "KK", "Jiwa"]
    reading = read(
        head,
        ["K1", "Banjir", "Kab. Contoh", "Desa A", "1 Maret 2024", 1, 4],
        ["K2", "Banjir", "Kab. Contoh", None, "2 Maret 2024", 2, 8],
        ["K1", "Banjir", "Kab. Contoh", "Desa B", "1 Maret 2024", 3, 9],
        ["K3", "Banjir", "Kab. Contoh", "Desa C", "3 Maret 2024", 3, 9],
        ["K3", "Tanah longsor", "Kab. Contoh", "Desa D", "3 Maret 2024", 3, 9],
        ["K4", "Banjir", "Kab. Contoh", "Desa E", "4 Maret 2024", 1, 1],
        ["K4", "Banjir", "Kab. Contoh", "Desa F", "4 Maret 2024", "x", 1],
        ["K5", "Banjir", "Kab. Contoh", "Desa G", "5 Maret 2024", 1, 1],
        ["K5", "Banjir", "Kab. Contoh", None, "5 Maret 2024", 1, 1],
    )
    assert events(reading).keys() == {2, 3}
    assert [(place.place.text, place.people) for place in reading.events[0].localities] == [
        ("Desa A", 4),
        ("Desa B", 9),
    ]
    assert {row: faults[0][1] for row, faults in rejects(reading).items()} == {
        5: "rows_of_event_differ", 6: "rows_of_event_differ", 7: "row_of_event_rejected", 8: "unreadable",
        9: "no_locality", 10: "no_locality",
    }  # fmt: skip


def test_16_totals_that_do_not_add_up_and_rows_that_say_the_same_twice() -> None:
    reading = read(
        ["No", "Jenis", "Lokasi", "Tanggal", "Jiwa", "Kerugian (Rp)"],
        [1, "Banjir", "Desa A", 2024, 10, "1.000.000"],
        [2, "Banjir", "Desa B", 2024, 20, None],
        [3, "Banjir", "Desa A", 2024, 10, "1.000.000"],
        [None, "Jumlah", None, None, 31, "1.500.000"],
        [None, "Total", None, None, 30, "900.000"],
    )
    assert events(reading).keys() == {2, 3}
    assert rejects(reading) == {
        4: [(None, "doubled_row")],
        5: [("Jiwa", "total_differs")],
        6: [("Kerugian (Rp)", "total_differs")],
    }
    assert "2" in reading.rejects[0].reason()
    assert [each.is_total for each in reading.rejects] == [False, True, True]


def test_17_one_head_over_two_columns_whose_cells_are_both_filled() -> None:
    reading = read(
        ["Jenis", "Lokasi", None, "Tanggal"],
        ["Banjir", "Desa A", None, 2024],
        ["Banjir", None, "Desa B", 2024],
        ["Banjir", "Desa C", "Kec. D", 2024],
        merged="B1:C1",
    )
    assert events(reading) == {2: ("flood", "Desa A", "2024"), 3: ("flood", "Desa B", "2024")}
    assert rejects(reading) == {4: [("Lokasi", "several_cells")]}


def test_18_heads_of_an_office_of_its_own_by_the_caller() -> None:
    rows: list[list[Any]] = [["Apa", "Di mana", "Jml org"], ["Banjir", "Desa A", 7], ["Banjir", "Desa B", "?"]]
    with pytest.raises(TableError) as refused:
        read(*rows)
    assert refused.value.code == "no_head"
    columns = {"hazard": "Apa", "place": "Di mana", "people": "Jml org"}
    reading = read(*rows, columns=columns, same={"period": "Maret 2024"})
    assert events(reading) == {2: ("flood", "Desa A", "2024-03")}
    assert rejects(reading).keys() == {3}
    with pytest.raises(TableError) as missing:
        read(*rows, columns={**columns, "people": "Jumlah org"}, same={"period": "2024"})
    assert (missing.value.code, missing.value.field) == ("no_such_column", "columns.people")


def test_a_row_with_a_day_or_an_amount_is_never_a_part_of_the_head() -> None:
    reading = read(["No", "Lokasi", "Jenis", "Tanggal"], ["Jiwa", "Desa A", "Banjir", datetime(2017, 2, 28)])
    assert reading.labels == (2,)


def test_a_column_that_counts_rows_may_be_the_last_and_be_missing_in_a_row() -> None:
    reading = read(["Jenis", "Lokasi", "Tanggal", "No"], ["Banjir", "Desa A", "28-02-2017"], ["Banjir", "Desa B"])
    assert reading.labels == (2,)
    assert [(each.row, each.column) for each in reading.rejects] == [(3, "Tanggal")]


def test_hazards_beside_the_head_are_found_and_told_by_the_number_of_their_column() -> None:
    reading = read(["Lokasi", "Tanggal"], ["Desa A", "28-02-2017", "Banjir"], ["Desa B", "1-3-2017", "Bnajir"],
                   ["Desa C", "1-3-2017", "Banjir"])  # fmt: skip
    assert reading.labels == (2, 4)
    assert [(each.row, each.column) for each in reading.rejects] == [(3, "[3]")]
