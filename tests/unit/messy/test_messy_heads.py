"""Heads over several rows, and what stands above them: a word is of its field unless a head says it is of another."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

import pytest
from openpyxl import Workbook

from kesos import PEDUM_2003, entitle_all, tables
from kesos.errors import TableError
from kesos.events import Damage
from kesos.values import Quantity, Span

BEFORE = ["No", "Desa", "Jenis Bencana", "Tanggal"]


def book(*rows: list[Any], merged: str = "", formats: dict[str, str] | None = None) -> io.BytesIO:
    workbook, file = Workbook(), io.BytesIO()
    sheet = workbook.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for cells in merged.split():
        sheet.merge_cells(cells)
    for cell, number_format in (formats or {}).items():
        sheet[cell].number_format = number_format
    workbook.save(file)
    file.seek(0)
    return file


def under(group: str, heads: list[str | None], figures: list[Any], *, merged: bool = True) -> tables.EventReading:
    """Events with these heads under one that reaches over them."""
    last = "EFGHIJ"[len(heads) - 1]
    return tables.read_events(
        book(
            [*BEFORE, group, *[None] * (len(heads) - 1)],
            [*[None] * 4, *heads],
            [1, "Keraya", "Banjir", datetime(2023, 1, 2), *figures],
            merged=f"A1:A2 B1:B2 C1:C2 D1:D2 E1:{last}1" if merged else "",
        )
    )


def text_file(*rows: str) -> io.StringIO:
    return io.StringIO("\n".join(rows) + "\n")


def flat(head: str, figure: object = 7) -> tables.EventReading:
    return tables.read_events(text_file(f"Desa;Jenis;Tanggal;{head}", f"Keraya;Banjir;2-1-2023;{figure}"))


def budget(*rows: str, **options: Any) -> tables.BudgetReading:
    return tables.read_budget(
        text_file(*rows), **{"year": 2024, "holder": "Dinas Sosial", "funding": "APBD", **options}
    )


@pytest.mark.parametrize("merged", [True, False])
@pytest.mark.parametrize(
    ("group", "heads"),
    [
        ("Ternak", ["Mati", "Hilang"]), ("Hewan", ["Meninggal", "Sakit"]), ("Sawah (ha)", ["Rusak Berat", "Terendam"]),
        ("Jalan (km)", ["Rusak Berat", "Rusak Ringan"]), ("Kendaraan", ["RB", "RR"]), ("Jembatan", ["RB", "RS"]),
        ("Perahu", ["Rusak Berat", "Hilang"]), ("Infrastruktur", ["RB", "RR"]), ("Jumlah Jiwa", ["KK", "Rumah"]),
        ("Jumlah Penduduk", ["KK", "Jiwa"]), ("Terancam", ["KK", "Jiwa"]),
        ("Penerima bantuan", ["KK", "Jiwa"]), ("Target", ["KK", "Jiwa"]), ("Sebelum Bencana", ["KK", "Jiwa"]),
        ("Personil", ["Orang", "Unit"]), ("Bantuan", ["Rumah", "Beras"]), ("Rumah", ["Hilang", "Hanyut"]),
        ("Korban (KK)", ["Meninggal", "Hilang"]), ("Kerusakan (Rp)", ["Rumah", "Kios"]), ("KK", ["Luka", "Hilang"]),
        ("Korban (perempuan)", ["Meninggal", "Luka"]),
    ],
)  # fmt: skip
def test_a_word_under_a_head_of_something_else_is_left_unread_and_listed(
    group: str, heads: list[str | None], merged: bool
) -> None:
    reading = under(group, heads, [4, 5], merged=merged)
    [event] = reading.events
    assert (dict(event.counts), event.damage) == ({}, Damage())
    assert reading.unread == tuple(f"{group} {head}" for head in heads)
    assert not reading.rejects


@pytest.mark.parametrize("merged", [True, False])
@pytest.mark.parametrize("group", [
    "Korban", "Jumlah Korban", "Jumlah Korban Terdampak", "Penduduk Terdampak", "Dampak Bencana", "Jumlah",
    "Keterangan", "Data Korban Bencana", "Kerugian dan Korban", "Januari 2023", "Tahun 2023", "2023",
    "Korban Akibat Banjir", "Kondisi Korban", "Affected population",
])  # fmt: skip
def test_a_neutral_head_leaves_those_under_it_their_sense(group: str, merged: bool) -> None:
    reading = under(group, ["KK", "Jiwa"], [10, 40], merged=merged)
    assert [dict(event.counts) for event in reading.events] == [{"family": 10, "person": 40}]
    assert reading.unread == ()


@pytest.mark.parametrize(
    ("group", "heads", "counts"),
    [
        ("Kerusakan Rumah", ["RB", "RR"], {"house": {"heavy": 4, "light": 5}}),
        ("Kerusakan Rumah (unit)", ["RB", "RR"], {"house": {"heavy": 4, "light": 5}}),
        ("Jumlah Rumah Warga Rusak", ["RB", "RR"], {"house": {"heavy": 4, "light": 5}}),
        ("Kerusakan", ["RB", "RS"], {"building": {"heavy": 4, "moderate": 5}}),
        ("Kelompok Rentan", ["Balita", "Lansia"], {"under_five": 4, "elderly": 5}),
        ("Korban Jiwa", ["Meninggal", "Hilang"], {"dead": 4, "missing": 5}),
        ("Luka", ["Berat", "Ringan"], {"injured": {"serious": 4, "minor": 5}}),
        ("Korban Manusia", ["Luka Berat", "Luka Ringan"], {"injured": {"serious": 4, "minor": 5}}),
        ("Korban/Kerugian", ["Meninggal", "Hilang"], {"dead": 4, "missing": 5}),
        ("Jumlah KK/Jiwa", ["Meninggal", "Mengungsi"], {"dead": 4, "displaced": 5}),
        ("Rumah Terdampak", ["RB", "RR"], {"house": {"heavy": 4, "light": 5}}),
        ("Tingkat Kerusakan", ["RB", "RS"], {"building": {"heavy": 4, "moderate": 5}}),
        ("Kerusakan dan Kerugian", ["Rumah", "Terendam"], {"house": 4, "house_flooded": 5}),
    ],
)
def test_heads_that_give_a_word_its_sense(group: str, heads: list[str | None], counts: dict[str, object]) -> None:
    [event] = under(group, heads, [4, 5]).events
    assert dict(event.counts) == counts


def test_of_men_women_and_all_under_one_head_the_whole_is_read() -> None:
    reading = under("Jumlah Korban (Jiwa)", ["L", "P", "Jumlah"], [10, 40, 50])
    assert [dict(event.counts) for event in reading.events] == [{"person": 50}]
    assert reading.unread == ("Jumlah Korban (Jiwa) L", "Jumlah Korban (Jiwa) P")


def test_days_and_places_of_something_else_are_not_those_of_the_event() -> None:
    for group, head in (("Laporan", "Tanggal"), ("Pengungsian", "Lokasi")):
        heads = ["Desa", "Jenis Bencana", "Waktu", group, None]
        rows = (heads, [None, None, None, head, "Petugas"], ["Keraya", "Banjir", "2-1-2023", "3-1-2023", "Siti"])
        reading = tables.read_events(book(*rows, merged="D1:E1"))
        assert [(str(event.place), event.period.iso) for event in reading.events] == [("Keraya", "2023-01-02")]
        assert reading.unread == (f"{group} {head}", f"{group} Petugas")


def test_a_head_above_those_that_stand_in_the_second_row_is_one_of_theirs() -> None:
    rows = (
        [None, None, None, None, "Jumlah Penduduk", None],
        [*BEFORE, "KK", "Jiwa"],
        [1, "Keraya", "Banjir", "2-1-2023", 1500, 5000],
    )
    reading = tables.read_events(book(*rows, merged="E1:F1"))
    assert [dict(event.counts) for event in reading.events] == [{}]
    assert reading.unread == ("Jumlah Penduduk KK", "Jumlah Penduduk Jiwa")
    left = ([None, "Korban", None, None, None], ["Desa", "KK", "Jiwa", "Jenis", "Tanggal"], ["A", 3, 9, "Banjir", 2024])
    assert dict(tables.read_events(book(*left, merged="B1:C1")).events[0].counts) == {"family": 3, "person": 9}


def test_a_title_that_reaches_over_the_heads_is_none_of_them() -> None:
    title = [None, "LAPORAN HARIAN PUSDALOPS", None, None, None, None]
    rows = (title, [*BEFORE, "KK", "Jiwa"], [1, "Keraya", "Banjir", "2-1-2023", 15, 50])
    for merged in ("B1:F1", ""):
        reading = tables.read_events(book(*rows, merged=merged))
        assert [dict(event.counts) for event in reading.events] == [{"family": 15, "person": 50}]
    parted = (["Kabupaten Contoh", None, None, "Pusdalops", None, None], *rows[1:])
    reading = tables.read_events(book(*parted, merged="A1:C1 D1:F1"))
    assert [dict(event.counts) for event in reading.events] == [{"family": 15, "person": 50}]


@pytest.mark.parametrize("head", ["KK (Mengungsi)", "Rumah Terdampak", "Jiwa (penduduk)", "KK (terancam)"])
def test_a_head_that_counts_others_than_its_first_word_says_is_left_unread(head: str) -> None:
    reading = flat(head)
    assert ([dict(event.counts) for event in reading.events], reading.unread) == ([{}], (head,))


@pytest.mark.parametrize(
    ("head", "count"),
    [
        ("Terdampak (KK)", "family"), ("Terdampak (Jiwa)", "person"), ("Korban (KK)", "family"),
        ("Jumlah Korban (Jiwa)", "person"), ("Terdampak KK", "family"), ("KK (Terdampak)", "family"),
        ("Jiwa (terdampak)", "person"), ("Pengungsi (jiwa)", "displaced"),
    ],
)  # fmt: skip
def test_a_unit_in_brackets_says_what_is_counted_as_one_under_the_head_does(head: str, count: str) -> None:
    assert [dict(event.counts) for event in flat(head).events] == [{count: 7}]


def test_a_day_with_its_parts_over_it_is_read() -> None:
    rows = ("DESA;JENIS BENCANA;TANGGAL, BULAN, TAHUN;JIWA", "Keraya;Banjir;2 Januari 2023;5")
    assert [event.period.iso for event in tables.read_events(text_file(*rows)).events] == ["2023-01-02"]


def test_events_by_district_alone_have_it_as_their_place() -> None:
    rows = ("Kecamatan;Jenis;Tanggal;Jiwa", "Kumai;Banjir;2-1-2023;5")
    reading = tables.read_events(text_file(*rows))
    assert [(str(event.place), event.place.district) for event in reading.events] == [("Kumai", "Kumai")]
    with pytest.raises(TableError) as refused:
        tables.read_events(text_file(*rows), columns={"place": None})
    assert (refused.value.code, refused.value.field) == ("no_column", "columns.place")


@pytest.mark.parametrize(
    ("first", "second"),
    [("Pagu", "Pagu Perubahan"), ("APBD", "APBD-P"), ("DPA", "DPPA"), ("Anggaran Murni", "Anggaran Perubahan"),
     ("Sebelum Perubahan", "Setelah Perubahan"), ("Semula", "Menjadi"), ("Target", "Pagu")],
)  # fmt: skip
def test_of_two_ceilings_the_caller_says_which_is_meant(first: str, second: str) -> None:
    rows = (f"Uraian;{first};{second};Realisasi", "Beras;100;120;90")
    with pytest.raises(TableError) as refused:
        budget(*rows)
    assert (refused.value.code, refused.value.field) == ("doubled_column", "columns.ceiling")
    assert (refused.value.parameters["other"], refused.value.value) == (first, second)
    assert budget(*rows, columns={"ceiling": second}).budget.ceiling == Quantity(120, "IDR")
    alone = budget(f"Uraian;{second};Realisasi", "Beras;120;90")
    assert alone.budget.ceiling == Quantity(120, "IDR")


def test_the_year_of_a_budget_or_a_quota_may_stand_in_its_heads_and_another_is_another() -> None:
    [line] = budget("No;Uraian;Anggaran 2024 (Rp);Realisasi TA 2024 (Rp)", "1;Beras;100;90").lines
    assert (line.ceiling, line.realized) == (Quantity(100, "IDR"), Span(Quantity(90, "IDR"), Quantity(90, "IDR")))
    reading = budget("Uraian;2023;;2024;", ";Anggaran;Realisasi;Anggaran;Realisasi", "Beras;10;9;100;90")
    assert [each.ceiling for each in reading.lines] == [Quantity(100, "IDR")]
    assert reading.unread == ("2023 Anggaran", "2023 Realisasi")
    rows = ("Kecamatan/Desa;KPM BPNT 2024;KPM BPNT 2023", "Kumai;70;50")
    read = tables.read_quota(text_file(*rows), program="BPNT", year=2024, area="Contoh")
    assert (read.quota.families, read.unread) == (70, ("KPM BPNT 2023",))
    years = tables.read_events(text_file("Desa;Jenis;Tanggal;2023;", ";;;KK;Jiwa", "A;Banjir;2-1-2023;3;9"))
    assert [dict(event.counts) for event in years.events] == [{"family": 3, "person": 9}]


def test_physical_progress_is_no_money_and_no_percentage_of_it() -> None:
    reading = budget("Uraian;Anggaran;Realisasi;;Fisik;", ";;Keuangan (Rp);%;Target;%", "Beras;100;90;90;10;50")
    [line] = reading.lines
    assert line.realized == Span(Quantity(90, "IDR"), Quantity(90, "IDR"))
    assert (line.ceiling, str(line.realized_percent)) == (Quantity(100, "IDR"), "90")
    assert reading.unread == ("Fisik Target", "Fisik %")


@pytest.mark.parametrize("marks", ["a b c d e", "A B C D E", "I II III IV V", "(a) (b) (c) (d) (e)", "1. 2. 3. 4. 5.",
                                   "(1) (2) (3) (4) (5)=3+4"])  # fmt: skip
def test_letters_that_count_the_columns_are_passed_over_as_their_numbers_are(marks: str) -> None:
    reading = tables.read_events(book([*BEFORE, "Jiwa"], marks.split(), [1, "A", "Banjir", "2-1-2023", 5]))
    assert [(each.row, each.kind) for each in reading.skipped] == [(2, "column_numbers")]
    assert (len(reading.events), reading.rejects) == (1, ())


def test_a_figure_under_a_head_is_none_of_its_units() -> None:
    for figure in ("1", "1.000", "(1)"):
        reading = tables.read_cards(text_file("Kecamatan;Jumlah KKS;Terdistribusi", f";{figure};"))
        assert [reject.row for reject in reading.rejects] == [2]


def test_letters_out_of_their_order_count_no_columns() -> None:
    reading = tables.read_events(book([*BEFORE, "Jiwa"], list("abdce"), [1, "A", "Banjir", "2-1-2023", 5]))
    assert [reject.row for reject in reading.rejects] == [2]


UNREAD = "Kolom berisi angka yang tidak dibaca: L, P, Jumlah."


def test_columns_of_figures_that_are_not_read_are_told_wherever_the_events_are() -> None:
    rows = (
        "No;Desa;Jenis;Tanggal;L;P;Jumlah;Ket",
        "1;A;Banjir;2-1-2023;5;20;25 jiwa;2 rumah",
        "2;B;Banjir;3-1-2023;-;;1;",
    )
    reading = tables.read_events(text_file(*rows, "3;C;Banjir;4-1-2023;;;;aman"))
    assert (reading.unread, reading.unread_figures) == (("L", "P", "Jumlah", "Ket"), ("L", "P", "Jumlah"))
    assert [remark.id for remark in reading.remarks] == [UNREAD]
    assert f'{UNREAD} Bila perlu dibaca, sebutkan datanya: columns={{"...": "L"}}.' in reading.say("id")
    assert "Columns with figures that were not read: L, P, Jumlah." in repr(reading)
    batch = entitle_all(reading, PEDUM_2003, days=3)
    assert UNREAD in batch.table().notes
    assert UNREAD in str(batch.total)
    report = tables.year_report(reading, area="Contoh", year=2023)
    assert [remark.id for remark in report.remarks] == [UNREAD]  # it stands under every table of the report


def test_a_column_that_the_caller_leaves_out_or_names_is_not_told() -> None:
    rows = ("Desa;Jenis;Tanggal;Jiwa;Kerugian (Juta Rp);Nomor", "A;Banjir;2-1-2023;5;20;1")
    assert tables.read_events(text_file(*rows), columns={"loss": None}).unread_figures == ()
    named = ("Desa;Jenis;Tanggal;Korban Terdampak", "A;Banjir;2-1-2023;5")
    assert tables.read_events(text_file(*named)).unread_figures == ("Korban Terdampak",)
    assert tables.read_events(text_file(*named), columns={"people": "Korban Terdampak"}).unread_figures == ()


def test_many_columns_are_counted_and_those_of_several_sheets_are_told_once() -> None:
    heads = [f"Lain {at}" for at in range(12)]
    reading = tables.read_events(text_file(";".join(["Desa;Jenis;Tanggal", *heads]), "A;Banjir;2-1-2023" + ";7" * 12))
    assert reading.remarks[0].id == f"Kolom berisi angka yang tidak dibaca: {', '.join(heads[:10])}, …."
    workbook, file = Workbook(), io.BytesIO()
    for name in ("JAN", "FEB"):
        sheet = workbook.create_sheet(name)
        for row in (["Desa", "Jenis", "Tanggal", "L"], [name, "Banjir", "2-1-2023", 5.5]):
            sheet.append(row)
    workbook.save(file)
    file.seek(0)
    assert tables.read_events(file, sheet=["JAN", "FEB"]).unread_figures == ("L",)


def test_heads_over_the_day_and_the_place_of_an_event_leave_them_what_they_are() -> None:
    for group in ("Waktu dan Lokasi Kejadian", "Waktu dan Tempat", "Identitas Kejadian", "Kejadian"):
        heads = [None, None, "Jenis Bencana", "Jiwa"]
        rows = ([group, None, *heads[2:]], ["Tanggal", "Desa", None, None], ["2-1-2023", "A", "Banjir", 5])
        [event] = tables.read_events(book(*rows, merged="A1:B1")).events
        assert (str(event.place), event.period.iso, event.people) == ("A", "2023-01-02", 5)


def test_a_word_for_the_whole_under_a_head_of_words_is_no_name() -> None:
    reading = budget("Uraian;Pagu;Belanja;", ";;Orang;Jumlah", "Beras;100;3;9")
    assert [(code, over) for code, over in reading.columns] == [("name", "Uraian"), ("ceiling", "Pagu")]
    assert reading.unread == ("Belanja Orang", "Belanja Jumlah")


def test_what_was_received_is_not_what_was_asked_for() -> None:
    rows = ("Tanggal;Lokasi;Barang;Diminta;;Diserahkan;", ";;;Jumlah;Ket;Jumlah;Satuan", "2-1-2023;A;Beras;90;x;50;kg")
    reading = tables.read_deliveries(text_file(*rows))
    [delivery] = reading.deliveries
    assert dict(delivery.items) == {"beras": Quantity(50, "kg")}
    assert reading.unread_figures == ("Diminta Jumlah",)
