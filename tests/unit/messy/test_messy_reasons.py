"""Why a cell or a total could not be read goes on to wherever it is missed."""

from __future__ import annotations

import io
from typing import Any

import pytest
from openpyxl import load_workbook

from kesos import PEDUM_2003, entitle_all, tables
from kesos.tables import EventReading

HEADS = "Desa;Jenis;Tanggal;KK;Jiwa"


def read(*rows: str, heads: str = HEADS, **options: Any) -> EventReading:
    return tables.read_events(io.StringIO("\n".join((heads, *rows))), **options)


@pytest.mark.parametrize("figure", ["±30", "=1+29", "3O"])
def test_a_total_whose_figure_cannot_be_read_is_unchecked_and_says_which(figure: str) -> None:
    reading = read("A;Banjir;1-1-2025;2;10", "B;Banjir;2-1-2025;3;20", f"Jumlah;;;5;{figure}")
    [total] = reading.skipped
    assert (total.row, total.kind, total.unchecked) == (4, "total", (4,))
    assert [(fault.row, fault.column, fault.cell) for fault in total.faults] == [(4, "Jiwa", figure)]
    assert total.reason("id").startswith("jumlah baris-baris lain; tidak dapat diperiksa: Jiwa")
    assert figure in total.reason("en")
    assert "baris 4" not in total.reason("id")


def test_such_a_total_names_its_rows_too_and_is_still_rejected_where_another_column_differs() -> None:
    rows = ("A;Banjir;1-1-2025;2;10", "B;Banjir;2-1-2025;x1;20")
    [total] = read(*rows, "Jumlah;;;5;±30").skipped
    assert total.unchecked == (3, 4)
    assert "baris 3; tidak dapat diperiksa: Jiwa" in total.reason("id")
    [*_, differing] = read("A;Banjir;1-1-2025;2;10", "Jumlah;;;7;±30").rejects
    assert [(fault.column, fault.error.code) for fault in differing.faults] == [
        ("KK", "total_differs"), ("Jiwa", "foreign_character"),
    ]  # fmt: skip


@pytest.mark.parametrize("words", ["jiwa", "Total 2025", "", "-"])
def test_words_in_a_total_are_no_figure(words: str) -> None:
    [total] = read("A;Banjir;1-1-2025;2;10", f"Jumlah;;;2;{words}").skipped
    assert (total.unchecked, total.faults, total.reason("id")) == ((), (), "jumlah baris-baris lain")


def test_what_is_not_counted_for_a_cell_that_cannot_be_read_says_what_the_cell_holds() -> None:
    rows = ("A;Banjir;1-1-2025;2;± 45 jiwa", "B;Banjir;2-1-2025;x1;", "C;Banjir;3-1-2025;2;7")
    reading = read(*rows, keep_without_bad_cells=True)
    assert {row: [error.field for error in errors] for row, errors in reading.faults.items()} == {
        2: ["people"], 3: ["families"],
    }  # fmt: skip
    assert "cell='± 45 jiwa'" in repr(reading.bad_cells[0])
    answers = entitle_all(reading, PEDUM_2003, days=7)
    unread, unknown = answers.refused
    assert (unread.error.code, unread.error.field) == ("count_unknown", "people")
    said = "'± 45 jiwa' tidak terbaca sebagai jumlah: memuat tanda \"±\"; karena itu beras belum dapat dihitung"
    assert unread.error.say("id") == said
    assert unknown.error.say("id") == "jumlah jiwa belum diketahui, sedangkan beras dihitung menurut jumlah jiwa"
    file = io.BytesIO()
    tables.write_totals(answers.total, file, format="xlsx")
    page = load_workbook(io.BytesIO(file.getvalue()))["Tidak terhitung"]
    assert next(row[2].value for row in page.iter_rows(min_row=2)) == said


def test_a_column_of_two_counts_tells_of_both() -> None:
    reading = read("A;Banjir;1-1-2025;tujuh/±4", heads="Desa;Jenis;Tanggal;KK/Jiwa", keep_without_bad_cells=True)
    [refused] = entitle_all(reading, PEDUM_2003, days=7).refused
    assert "±" in refused.error.say("id")


def test_another_refusal_of_a_row_with_a_bad_cell_stays_what_it_is() -> None:
    reading = read("A;Kebakaran;1-1-2025;2;± 45", keep_without_bad_cells=True)
    [refused] = entitle_all(reading, PEDUM_2003, days=7).refused
    assert refused.error.code == "hazard_not_covered"


def test_a_bad_cell_of_a_place_is_why_its_event_is_not_counted() -> None:
    heads = "No. kejadian;Jenis;Tanggal;Lokasi;Desa terdampak;Jiwa"
    rows = ("k1;Banjir;1-1-2025;Kumai;A;10", "k1;Banjir;1-1-2025;Kumai;B;± 45 jiwa")
    reading = read(*rows, heads=heads, keep_without_bad_cells=True)
    assert (reading.labels, reading.part_of, list(reading.faults)) == ((2,), ((3, 2),), [2])
    [refused] = entitle_all(reading, PEDUM_2003, days=7).refused
    assert "'± 45 jiwa'" in refused.error.say("id")
