"""Figures that are not what the word over them says: thousands, dollars, some of the people, the rest of a number."""

from __future__ import annotations

import io
from typing import Any

import attrs
import pytest
from openpyxl import Workbook

from kesos import tables
from kesos._sheets._head_units import is_of_some, is_scaled, is_scaled_title
from kesos._sheets._kinds import called
from kesos._sheets._vocabulary import Vocabulary
from kesos.audit import find_contradictions
from kesos.budgets import Budget, BudgetLine
from kesos.cards import CardDistribution
from kesos.deliveries import Delivery
from kesos.errors import KesosError, TableError
from kesos.events import Damage, DisasterEvent
from kesos.quotas import ProgramQuota
from kesos.reports import Column, Report, read_cell, read_tables
from kesos.tables._columns import EVENT
from kesos.values import Quantity


def text_file(*rows: str) -> io.StringIO:
    return io.StringIO("\n".join(rows) + "\n")


def budget(*rows: str, **options: Any) -> tables.BudgetReading:
    return tables.read_budget(text_file(*rows), year=2024, holder="Dinas", funding="APBD", **options)


def events(*rows: str, **options: Any) -> tables.EventReading:
    return tables.read_events(text_file(*rows), **options)


def quota(*rows: str) -> tables.QuotaReading:
    return tables.read_quota(text_file(*rows), program="BPNT", year=2018, area="Contoh")


def faults(reading: Any) -> dict[Any, list[tuple[str | None, str]]]:
    return {each.row: [(fault.column, fault.error.code) for fault in each.faults] for each in reading.rejects}


def skipped(reading: Any) -> dict[Any, str]:
    return {each.row: each.kind for each in reading.skipped}


SCALED = [
    "Pagu (Juta Rupiah)", "Pagu (ribu Rp)", "Pagu (dalam jutaan)", "Pagu (Rp miliar)", "Pagu (x Rp1.000)",
    "Pagu (x 1.000)", "Pagu (Rp 000)", "Pagu ('000)", "Pagu (M)", "Pagu (Rp T)", "Pagu (Rb Rp)", "Pagu (Rp. rb)",
    "Pagu (Rp million)", "Pagu (trilyun)",
]  # fmt: skip


@pytest.mark.parametrize("head", SCALED)
def test_a_column_of_thousands_or_millions_is_never_read_as_rupiah(head: str) -> None:
    with pytest.raises(TableError) as refused:
        budget(f"Uraian;{head}", "Belanja modal;1.250")
    assert (refused.value.code, refused.value.field, refused.value.value) == ("scaled_column", "columns.ceiling", head)
    assert "ceiling" in refused.value.message("en")
    assert "ceiling" not in refused.value.to_dict("id")["hint"]


@pytest.mark.parametrize("title", ["(dalam jutaan rupiah)", "ANGGARAN 2024 (dalam ribuan)", "dalam Rp juta"])
def test_a_title_that_says_so_speaks_of_all_money_under_it(title: str) -> None:
    rows = (f"{title};;", "Uraian;Pagu;Realisasi", "Belanja modal;1.250;1.000")
    with pytest.raises(TableError) as refused:
        budget(*rows)
    assert (refused.value.code, refused.value.field, refused.value.value) == ("scaled_column", "columns.ceiling", title)
    people = events(f"{title};;;", "Jenis;Lokasi;Tanggal;Jiwa", "Banjir;Desa A;2017-02-25;40")
    assert [each.people for each in people.events] == [40]


def test_whoever_leaves_such_a_column_out_reads_the_others() -> None:
    rows = ("Jenis;Lokasi;Tanggal;Jiwa;Kerugian (Juta Rp)", "Banjir;Desa A;2017-02-25;40;12")
    with pytest.raises(TableError, match="Kerugian"):
        events(*rows)
    reading = events(*rows, columns={"loss": None})
    assert [(each.people, each.loss) for each in reading.events] == [(40, None)]
    assert reading.unread == ("Kerugian (Juta Rp)",)


@pytest.mark.parametrize(
    "head",
    ["Pagu (Rp)", "Pagu (rupiah)", "Pagu (Setelah Perubahan)", "Pagu (Rp600.000)", "Pagu (Kepulauan Seribu)"],
)
def test_a_column_of_rupiah_is_read_whatever_else_its_head_says(head: str) -> None:
    assert budget(f"Uraian;{head}", "Belanja modal;1.250").budget.ceiling == Quantity(1_250, "IDR")


def test_a_degree_of_damage_is_no_scale_and_some_of_the_houses() -> None:
    reading = events("Jenis;Lokasi;Tanggal;Rumah rusak (RB)", "Banjir;Desa A;2017-02-25;4")
    assert (dict(reading.events[0].counts), reading.unread) == ({}, ("Rumah rusak (RB)",))
    assert not is_scaled("Rumah (RB)", is_money=False)
    assert not is_scaled("Meninggal (M)", is_money=False)


@pytest.mark.parametrize("head", ["Pagu (USD)", "Pagu (US$)", "Pagu (Dolar)", "Pagu (€)"])
def test_money_of_another_country_is_never_read_as_rupiah(head: str) -> None:
    with pytest.raises(TableError) as refused:
        budget(f"Uraian;{head}", "Belanja modal;1.250")
    assert (refused.value.code, refused.value.field) == ("foreign_currency", "columns.ceiling")


@pytest.mark.parametrize("head", ["Jiwa (ribu)", "KK (dalam ribuan)", "Jiwa (x 1.000)"])
def test_thousands_of_people_are_never_read_as_people(head: str) -> None:
    with pytest.raises(TableError) as refused:
        events(f"Jenis;Lokasi;Tanggal;{head}", "Banjir;Desa A;2017-02-25;4")
    assert refused.value.code == "scaled_column"


@pytest.mark.parametrize("head", ["Jiwa (perempuan)", "Jiwa (L)", "Jiwa (balita)", "Jumlah jiwa (lansia)"])
def test_some_of_the_people_are_never_read_as_all(head: str) -> None:
    reading = events(f"Jenis;Lokasi;Tanggal;KK;{head}", "Banjir;Desa A;2017-02-25;9;40")
    assert [(each.families, each.people) for each in reading.events] == [(9, None)]
    assert reading.unread == (head,)


def test_some_of_the_people_beside_all_of_them_are_another_column() -> None:
    reading = events("Jenis;Lokasi;Tanggal;Jiwa (perempuan);Jiwa (orang)", "Banjir;Desa A;2017-02-25;20;40")
    assert [each.people for each in reading.events] == [40]


def test_some_of_the_people_are_not_all_under_a_head_that_gives_a_word_its_sense_either() -> None:
    vocabulary = Vocabulary(EVENT)
    meaning = vocabulary.meaning(("Rumah", "RB"))
    assert meaning is not None
    assert meaning[0] == "counts.house[heavy]"
    assert vocabulary.meaning(("Rumah", "RB (lansia)")) is None


OTHERS = [
    "Pengungsi (KK)", "Meninggal (KK)", "Jiwa (KK)", "Jiwa (%)", "KK (persen)", "Luka (%)", "Rumah rusak (m2)",
    "Rumah terendam (cm)", "Rumah rusak (KK)", "Rumah rusak berat (Rp)", "Fasilitas umum (Rp)", "Kerugian (ha)",
    "Kerugian (unit)", "Kerugian (%)", "Balita (%)",
]  # fmt: skip


@pytest.mark.parametrize("head", OTHERS)
def test_a_column_in_another_unit_is_left_unread_and_listed(head: str) -> None:
    reading = events(f"Jenis;Lokasi;Tanggal;{head}", "Banjir;Desa A;2017-02-25;7")
    assert [(dict(each.counts), each.loss) for each in reading.events] == [({}, None)]
    assert reading.unread == (head,)


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("Pengungsi (jiwa)", "displaced"), ("Pengungsi (data sementara)", "displaced"), ("Luka (orang)", "injured"),
        ("Jiwa (org)", "person"), ("KK (KPM)", "family"), ("Rumah rusak (buah)", "house"),
        ("Rusak berat (rumah)", "building"),
    ],
)  # fmt: skip
def test_a_column_in_its_own_unit_is_read(head: str, code: str) -> None:
    [event] = events(f"Jenis;Lokasi;Tanggal;{head}", "Banjir;Desa A;2017-02-25;7").events
    assert code in event.counts


def test_cards_and_budgets_are_read_in_their_own_units_alone() -> None:
    head = "Kecamatan;Jumlah KKS (kartu);Terdistribusi (KPM);Tidak terdistribusi (%)"
    reading = tables.read_cards(text_file(head, "Kumai;100;80;20"))
    assert [(cards.total, cards.distributed, cards.undistributed) for _, cards in reading.cards] == [(100, 80, None)]
    assert reading.unread == ("Tidak terdistribusi (%)",)
    lines = budget("Uraian;Pagu;Realisasi (paket)", "Mesin;100;3").lines
    assert [(line.ceiling, line.realized) for line in lines] == [(Quantity(100, "IDR"), None)]


def test_a_unit_under_a_head_says_what_is_counted() -> None:
    reading = events("Lokasi;Jenis;Tanggal;Korban;;Pengungsi;", ";;;KK;Jiwa;KK;Jiwa", "Desa A;Banjir;1-2-2017;7;28;3;9")
    assert [dict(each.counts) for each in reading.events] == [{"family": 7, "person": 28, "displaced": 9}]
    assert reading.unread == ("Pengungsi KK",)
    alone = events("Lokasi;Jenis;Tanggal;Pengungsi;Ket", ";;;KK;", "Desa A;Banjir;1-2-2017;3;x")
    assert [dict(each.counts) for each in alone.events] == [{}]
    assert "Pengungsi KK" in alone.unread


def test_what_stands_under_a_head_alone_says_closer_what_it_counts() -> None:
    reading = events("Lokasi;Jenis;Tanggal;Rumah;Ket", ";;;RB;", "Desa A;Banjir;1-2-2017;3;x")
    [event] = reading.events
    assert event.counts["house"] == {"heavy": 3}
    heads = budget("Uraian;Pagu", "Belanja;", "Mesin;100")  # a word that heads such columns too, and is a group here
    assert ([line.name for line in heads.lines], skipped(heads)) == (["Mesin"], {2: "group"})


def test_a_number_cut_in_two_by_a_comma_is_refused_with_its_row() -> None:
    reading = events(
        "Lokasi,Jenis,Tanggal,KK,Jiwa", "Desa A,Banjir,1-2-2017,1,234,5,000", 'Desa B,Banjir,1-2-2017,"1.234","5.000"'
    )
    assert [(str(each.place), each.families, each.people) for each in reading.events] == [("Desa B", 1_234, 5_000)]
    assert faults(reading) == {2: [(None, "cells_beyond_head")]}
    [fault] = reading.rejects[0].faults
    assert fault.error.parameters["most"] == 5
    assert "5 kolom" in reading.rejects[0].reason("id")
    assert "tanda petik" in str(fault.error.to_dict("id")["hint"])


def test_marks_without_a_cell_behind_them_are_none_and_a_note_beside_a_table_of_a_workbook_is_no_number() -> None:
    reading = events("Lokasi;Jenis;Tanggal;KK", "Desa A;Banjir;1-2-2017;3;;", "Desa B;Banjir;1-2-2017;4; ;")
    assert [each.families for each in reading.events] == [3, 4]
    book, file = Workbook(), io.BytesIO()
    assert book.active is not None
    for row in (["Lokasi", "Jenis", "Tanggal", "KK"], ["Desa A", "Banjir", "1-2-2017", 3, None, "lihat surat"]):
        book.active.append(row)
    book.save(file)
    file.seek(0)
    assert [each.families for each in tables.read_events(file).events] == [3]


def test_an_area_whose_number_is_not_known_is_one_and_no_head_of_the_next() -> None:
    for rows in (
        ("Kecamatan;KPM", "Kumai;10", "Pangkut;", "Arut;5"),
        ("Kecamatan;KPM", "Kec. Kumai;10", "Kecamatan Pangkut;", "KEC. Arut;5"),
        ("No;Kecamatan;KPM", "1;Kec. Kumai;10", "2;Kec. Pangkut;", "3;Kec. Arut;5"),
    ):
        reading = quota(*rows)
        assert [each["families"] for each in reading.objects] == [10, None, 5]
        assert not reading.skipped
        with pytest.raises(KesosError) as refused:  # the whole is not known, and is not fifteen
            assert reading.quota
        assert refused.value.field == "families"
        assert quota(*rows, "Jumlah;20" if len(rows[0].split(";")) == 2 else ";Jumlah;20").quota.families == 20


def test_what_heads_the_areas_under_it_is_none_of_them() -> None:
    for rows in (
        ("No;Kecamatan;KPM", "A;Kab. Contoh;", "1;Kec. Kumai;10", "2;Kec. Arut;5"),
        ("No;Kecamatan;KPM", "A;Kec. Kumai;", "1;Kec. Kumai;10", "2;Kec. Arut;5"),
        ("Desa;KPM", "Kec. Kumai;", "Desa A;10", "Desa B;5"),
    ):
        reading = quota(*rows)
        assert (reading.quota.families, skipped(reading)) == (15, {2: "group"})


def test_cards_of_an_area_that_were_not_counted_are_not_known() -> None:
    head = "Kecamatan;Jumlah KKS;Terdistribusi;Tidak terdistribusi"
    reading = tables.read_cards(text_file(head, "Kumai;100;80;20", "Pangkut;;;"))
    assert [(area, cards.total) for area, cards in reading.cards] == [("Kumai", 100), ("Pangkut", None)]


def test_a_line_of_a_budget_under_which_none_stands_before_the_total_heads_none() -> None:
    reading = budget("Uraian;Pagu", "Pegawai;100", "Modal;", "Jumlah;100")
    assert [(line.name, line.ceiling) for line in reading.lines] == [("Pegawai", Quantity(100, "IDR")), ("Modal", None)]
    nil = budget("Uraian;Pagu", "BELANJA MODAL;", "JUMLAH BELANJA MODAL;0", "Pegawai;100", "Jumlah;100")
    assert ([line.name for line in nil.lines], skipped(nil)) == (["Pegawai"], {2: "group", 3: "total", 5: "total"})
    heads = budget("Uraian;Pagu", "BELANJA;", "OPERASI;", "Pegawai;100", "MODAL;", "Mesin;5 juta", "Jumlah;100")
    assert [line.name for line in heads.lines] == ["Pegawai"]
    assert skipped(heads) == {2: "group", 3: "group", 5: "group", 7: "total"}


def test_a_place_with_a_short_name_and_a_mark_is_no_head_again() -> None:
    reading = quota("Kecamatan;KPM", "Kumai;10", "C;?", "Kecamatan;KPM", "Arut;5")
    assert faults(reading) == {3: [("KPM", "unreadable")]}
    assert skipped(reading) == {4: "head"}


def test_brackets_around_a_figure_of_a_report_are_a_minus_and_around_the_number_of_a_row_are_none() -> None:
    assert read_cell("(3)", Column("selisih", "Selisih", holds="number")) == -3
    assert read_cell("(3)", Column("no", holds="number")) == 3
    [table] = read_tables(text_file("Desa;Selisih", "A;-5", "B;(3)", "Jumlah;-8"), document="d")
    assert [row.cells[1][1].value for row in table.rows] == [-5, -3, -8]


def test_a_report_claims_no_rupiah_for_figures_that_are_millions() -> None:
    rows = ("Uraian;Pagu (Juta Rupiah)", "A;1.000", "B;2.000", "Jumlah;3.000")
    [table] = read_tables(text_file(*rows), document="d")
    assert [(column.holds, column.unit) for column in table.columns] == [("text", None), ("number", None)]
    [titled] = read_tables(text_file("(dalam jutaan rupiah)", "", "Uraian;Pagu", *rows[1:]), document="d")
    assert [(column.holds, column.unit) for column in titled.columns] == [("text", None), ("number", None)]
    [plain] = read_tables(text_file("Uraian;Pagu", *rows[1:]), document="d")
    assert plain.columns[1].unit is not None


def test_what_names_a_row_and_would_be_read_as_a_total_is_refused_when_it_is_written() -> None:
    line = BudgetLine(name="Jumlah bantuan", ceiling=None)
    whole = Budget(year=2024, holder="x", funding="APBD", lines=[line])
    areas = ProgramQuota(program="BPNT", year=2018, area="Contoh", families=5, sub_areas={"Total Jaya": 5})
    card = CardDistribution(total=3, distributed=3, undistributed=0, unprinted=0)
    delivery = Delivery(place="Rata-rata air", on="2017-01-01", items={"rice": Quantity(1, "kg")})
    for write, thing in (
        (tables.write_budget, whole), (tables.write_quota, areas), (tables.write_cards, {"Jumlah": card}),
        (tables.write_deliveries, [delivery]),
    ):  # fmt: skip
        with pytest.raises(KesosError) as refused:
            write(thing, io.StringIO(), format="csv")  # type: ignore[operator]
        assert (refused.value.code, refused.value.field) == ("not_for_a_cell", "rows")
    tables.write_quota(attrs.evolve(areas, sub_areas=()), io.StringIO(), format="csv")  # the whole is no part of itself


def test_an_event_without_damage_is_the_same_when_it_comes_back_from_a_table() -> None:
    for damage in (None, Damage(heavy=0), Damage(houses=3)):
        event = DisasterEvent(hazard="banjir", place="Desa A", period="2017-02-25", people=3, damage=damage)
        file = io.StringIO()
        tables.write_events([event], file, format="csv")
        file.seek(0)
        [back] = tables.read_events(file).events
        assert (back, hash(back), back.to_dict()) == (event, hash(event), event.to_dict())


def test_days_under_a_head_that_puts_months_first_are_never_read_as_if_days_came_first() -> None:
    for head in ("Tanggal (mm/dd/yyyy)", "Tanggal (bulan/hari/tahun)", "Date (M-D-YY)"):
        with pytest.raises(TableError) as refused:
            events(f"Jenis;Lokasi;{head}", "Banjir;Desa A;02/03/2017")
        assert (refused.value.code, refused.value.field, refused.value.value) == ("month_first", "columns.period", head)
    [event] = events("Jenis;Lokasi;Tanggal (dd/mm/yyyy)", "Banjir;Desa A;02/03/2017").events
    assert event.period.iso == "2017-03-02"
    [english] = events("Hazard;Place;Date (mm/dd/yyyy)", "flood;A;02/25/2017", locale="en").events
    assert english.period.iso == "2017-02-25"


def test_a_report_reads_nothing_of_a_row_that_a_comma_has_cut_in_pieces_and_says_so() -> None:
    rows = ("Desa,KK,Jiwa", "A,1,234,5,000", "B,2,10", "Jumlah,3,244")
    [table] = read_tables(text_file(*rows), document="d")
    assert [[cell.value for _, cell in row.cells] for row in table.rows] == [
        [None, None, None],
        [None, Quantity(2, "family"), Quantity(10, "person")],
        [None, Quantity(3, "family"), Quantity(244, "person")],
    ]
    audit = find_contradictions(Report(code="x", title="T", office="O", period="2024", tables=[table]))
    assert [cell.text for cell in audit.unread] == ["1", "234"]
    assert audit.checked["sum"] == 0
    [marked] = read_tables(text_file("Desa,KK", "A,1,", "B,2", "Jumlah,3"), document="d")
    assert [row.cells[1][1].value for row in marked.rows] == [Quantity(many, "family") for many in (1, 2, 3)]


def test_a_report_takes_days_for_words_where_its_head_puts_months_first() -> None:
    for locale, holds in (("id", "text"), ("en", "period")):
        rows = ("Tanggal (mm/dd/yyyy);KK", "02/13/2017;4", "03/14/2017;5", "Jumlah;9")
        [table] = read_tables(text_file(*rows), document="d", locale=locale)
        assert table.columns[0].holds == holds


def test_words_of_titles_and_of_areas() -> None:
    assert not is_scaled_title("Bantuan sebesar Rp 5 juta dalam 3 tahap")
    assert is_scaled_title("Dalam 1.000 Rupiah")
    assert (called("Kab. Kapuas"), called("Kumai"), is_of_some("orang"), is_of_some("(P)")) == (
        "kab",
        None,
        False,
        True,
    )


UNITS = ["(Rp juta)", "(juta)", "(ribuan)", "Rp x 1.000", "(Rp 000)", "Juta Rupiah"]


@pytest.mark.parametrize("unit", UNITS)
def test_a_scale_in_the_row_of_units_is_one_in_the_head(unit: str) -> None:
    rows = ("Desa;Jenis;Tanggal;KK;Jiwa;Kerugian", f";;;(KK);(Jiwa);{unit}", "A;Banjir;2-1-2023;10;12;22")
    with pytest.raises(TableError) as refused:
        events(*rows)
    assert (refused.value.code, refused.value.field) == ("scaled_column", "columns.loss")
    assert refused.value.value == f"Kerugian {unit}"
    reading = events(*rows, columns={"loss": None})
    assert [(each.families, each.people, each.loss) for each in reading.events] == [(10, 12, None)]
    [table] = read_tables(text_file("Uraian;KK;Anggaran", f";(KK);{unit}", "A;3;1.000", "Jumlah;3;1.000"), document="d")
    assert ([column.unit for column in table.columns[2:]], len(table.rows)) == ([None], 2)


def test_foreign_money_in_the_row_of_units_is_never_read_as_rupiah() -> None:
    for unit in ("(USD)", "(US$)", "($)"):
        with pytest.raises(TableError) as refused:
            events("Desa;Jenis;Tanggal;KK;Kerugian", f";;;(KK);{unit}", "A;Banjir;2-1-2023;10;22")
        assert refused.value.code == "foreign_currency"


def test_plain_units_under_heads_are_of_the_head_and_what_they_add_up_to_is_checked() -> None:
    rows = ("Uraian;Anggaran;Realisasi;Persen", ";(Rp);(Rp);(%)", "A;100;90;90", "Jumlah;100;90;90")
    reading = budget(*rows)
    assert ([line.name for line in reading.lines], skipped(reading), reading.rejects) == (["A"], {4: "total"}, ())
    [group] = read_tables(text_file("Kelompok;Nilai", "Rumah;", "A;5", "Jumlah;5"), document="d")
    assert [note.text for note in group.notes] == ["Rumah"]  # it heads the rows of a group, and is no unit


TITLES = [
    "Realisasi APBD (Juta Rupiah)", "Realisasi (ribu Rp)", "Realisasi (Rp 000)", "Juta Rupiah", "(Miliar Rupiah)",
    "(Rp juta)", "(juta)", "(x Rp1.000)", "(000)", "LRA 2024, ribu rupiah", "(IDR million)", "Angka dalam juta",
]  # fmt: skip


@pytest.mark.parametrize("title", TITLES)
def test_a_title_that_says_it_in_few_words_speaks_of_all_money_too(title: str) -> None:
    for rows in (
        (f"{title};;", "Uraian;Pagu;Realisasi", "Mesin;1.250;1.000"),
        (f";;{title}", "Uraian;Pagu;%", "Mesin;1.250;80"),  # at the right, right above the last column
        ("Uraian;Pagu;Realisasi", "Mesin;1.250;1.000", f"*);{title};"),
        ("Uraian;Pagu;Realisasi", "Mesin;1.250;1.000", "", f"{title};;"),
    ):
        with pytest.raises(TableError) as refused:
            budget(*rows)
        assert (refused.value.code, refused.value.field) == ("scaled_column", "columns.ceiling")
    [table] = read_tables(text_file(title, "", "Uraian;Pagu", "A;1.250", "Jumlah;1.250"), document="d")
    assert table.columns[1].unit is None
    [noted] = read_tables(text_file("Uraian;Pagu", "A;1.250", "Jumlah;1.250", "", title), document="d")
    assert noted.columns[1].unit is None


@pytest.mark.parametrize(
    "words",
    [
        "Bantuan sebesar Rp 5 juta",
        "Bantuan 5 juta rupiah",
        "(5 juta rupiah)",
        "Kepulauan Seribu",
        "Rp 1.000.000",
        "(Rp)",
    ],
)
def test_an_amount_in_a_title_or_a_note_is_no_scale(words: str) -> None:
    rows = ("Uraian;Pagu", "Mesin;1.250", "Jumlah;1.250")
    assert budget(f"{words};", *rows).budget.ceiling == Quantity(1_250, "IDR")
    assert budget(*rows, f"Ket: {words};").budget.ceiling == Quantity(1_250, "IDR")
