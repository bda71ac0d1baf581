"""The findings of an audit go out as a spreadsheet and as separated values, with all that an audit says."""

from __future__ import annotations

import csv
import io
from typing import Any

import openpyxl
import pytest

from kesos import datasets, tables
from kesos.audit import Audit, find_contradictions
from kesos.errors import InvalidValueError
from kesos.reports import Column, Dismissal, Report, Table

FOUND = find_contradictions(datasets.kotawaringin_barat())


def book(audit: Audit, **options: Any) -> Any:
    file = io.BytesIO()
    tables.write_audit(audit, file, format="xlsx", **options)
    return openpyxl.load_workbook(io.BytesIO(file.getvalue()))


def small() -> Audit:
    columns = [Column("place", "Desa"), Column("people", "Jiwa", unit="person"), Column("dead", "MD", unit="person")]
    rows = [("1", "Umpama", 20, "?"), ("2", "Ibarat", 5, 1)]
    table = Table.build(number="1", title="T", document="d", columns=columns, rows=rows, total=("J", "+Jumlah", 26, 1))
    dismissed = [Dismissal(rule="blank_row", table="1", reason="x")]
    return find_contradictions(Report(code="x", title="T", office="O", tables=[table], dismissed=dismissed))


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("grouped", [False, True])
def test_each_line_of_an_audit_is_a_row_with_its_parts(language: str, grouped: bool) -> None:
    page = book(FOUND, language=language, grouped=grouped).worksheets[0]
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=4)]
    wanted = [[value or None for value in row.values()] for row in FOUND.rows(language, grouped=grouped)]
    assert rows[: len(wanted)] == wanted
    notes = [row[0] for row in rows[len(wanted) :] if row[0]]
    assert notes == FOUND.summary(language).splitlines()


def test_further_sheets_say_what_was_not_read_what_was_put_aside_and_what_was_checked() -> None:
    audit = small()
    written = book(audit)
    assert written.sheetnames == ["Temuan", "Tidak terbaca", "Tidak diperiksa", "Tidak cocok", "Diperiksa"]
    unread = [[cell.value for cell in row] for row in written["Tidak terbaca"]]
    assert unread == [["Tempat", "Isi sel"], ["tabel 1, baris 1, kolom dead", "?"]]
    fits_nothing = [[cell.value for cell in row] for row in written["Tidak cocok"]]
    assert fits_nothing == [["Dikesampingkan"], ["aturan blank_row, tabel 1 (x)"]]
    checked = dict([cell.value for cell in row] for row in written["Diperiksa"].iter_rows(min_row=2))
    assert sum(checked.values()) == sum(audit.checked.values())
    assert len(checked) == len(audit.checked)
    aside = find_contradictions(
        Report(
            code="x",
            title="T",
            office="O",
            tables=[Table.build(number="1", title="T", document="d", columns=[Column("a", unit="person")],
                                rows=[("1", 1), ("2", 2)], total=("J", 4))],
            dismissed=[Dismissal(rule="sum", reason="ralat")],
        )
    )  # fmt: skip
    rows = [[cell.value for cell in row] for row in book(aside, language="en")["Put aside"]]
    assert rows[0] == ["Place", "Finding", "Reason"]
    assert rows[1][2] == "ralat"


def test_values_that_are_separated_hold_the_findings_and_no_live_formula() -> None:
    file = io.StringIO()
    tables.write_audit(small(), file, format="csv")
    head, *rows = csv.reader(io.StringIO(file.getvalue()), delimiter=";")
    assert head == ["Aturan", "Sifat", "Tempat", "Baris", "Kolom", "Temuan", "Tercetak", "Terhitung", "Banyaknya"]
    assert [row[3] for row in rows] == ["'+Jumlah"]
    assert rows[0][6:] == ["26 jiwa", "25 jiwa", "1"]


def test_what_is_no_audit_is_refused() -> None:
    with pytest.raises(InvalidValueError):
        tables.write_audit([], io.BytesIO(), format="xlsx")  # type: ignore[arg-type]
