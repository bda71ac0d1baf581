"""Cells of a workbook that show more than they hold: words round a number, a month in the place of its first day."""

from __future__ import annotations

import io
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.styles.numbers import BUILTIN_FORMATS

from kesos import tables
from kesos._sheets._cells import Worded, shown
from kesos._sheets._number_formats import may_word, month_or_year, worded
from kesos.reports import read_tables
from kesos.values import Quantity

HEAD = ["Desa", "Jenis Bencana", "Tanggal", "KK", "Jiwa", "Kerugian"]
ROW = ["Keraya", "Banjir", datetime(2023, 1, 2), 10, 40, 1500]


def book(*rows: list[Any], **formats: str) -> io.BytesIO:
    workbook, file = Workbook(), io.BytesIO()
    sheet = workbook.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for cell, number_format in formats.items():
        sheet[cell].number_format = number_format
    workbook.save(file)
    file.seek(0)
    return file


@pytest.mark.parametrize(
    ("number_format", "code", "text"),
    [
        ("[$$-409]#,##0.00", "foreign_currency", "$1.500"),
        ("[$USD] #,##0", "foreign_currency", "USD 1.500"),
        ("$#,##0;-$#,##0", "foreign_currency", "$1.500"),
        ('#,##0" juta"', "rounded_figure", "1.500 juta"),
        ('"Rp"#,##0" juta"', "rounded_figure", "Rp1.500 juta"),
        ("#,##0\\ \\j\\u\\t\\a", "rounded_figure", "1.500 juta"),
        ('General" juta"', "rounded_figure", "1.500 juta"),
        ('[>999]#,##0.0," ribu";0', "rounded_figure", "1,5 ribu"),
        ('[<=999]0;[=1500]0" juta";0', "rounded_figure", "1.500 juta"),
    ],
)
def test_an_amount_that_its_cell_shows_in_other_money_or_millions_is_never_rupiah(
    number_format: str, code: str, text: str
) -> None:
    reading = tables.read_events(book(HEAD, ROW, F2=number_format))
    assert not reading.events
    [fault] = reading.rejects[0].faults
    assert (fault.column, fault.error.code, fault.error.value) == ("Kerugian", code, text)
    lines = tables.read_budget(
        book(["Uraian", "Pagu", "Realisasi"], ["Beras", 1500, 900], B2=number_format),
        year=2024, holder="Dinas Sosial", funding="APBD",
    )  # fmt: skip
    assert [(reject.column, reject.error.code) for reject in lines.rejects] == [("Pagu", code)]


@pytest.mark.parametrize(
    "number_format",
    [
        '"Rp"#,##0', "[$Rp-421]#,##0", '#,##0" rupiah"', "#,##0,", "#,##0_);(#,##0)", BUILTIN_FORMATS[44],
        '_("Rp"* #,##0_);_("Rp"* \\(#,##0\\);_("Rp"* "-"_);_(@_)', '[>9999]0" juta";General', ";;;",
    ],
)  # fmt: skip
def test_an_amount_that_its_cell_shows_as_rupiah_is_what_the_cell_holds(number_format: str) -> None:
    [event] = tables.read_events(book(HEAD, ROW, F2=number_format)).events
    assert event.loss == Quantity(1_500, "IDR")


def test_a_count_is_read_with_the_unit_that_its_cell_shows() -> None:
    [event] = tables.read_events(book(HEAD, ROW, D2='0" KK"', E2='#,##0" orang"')).events
    assert (event.families, event.people) == (10, 40)
    reading = tables.read_events(book(HEAD, ROW, D2='0" Jiwa"'))
    assert [(reject.column, reject.error.code) for reject in reading.rejects] == [("KK", "unreadable")]


def test_a_report_prints_a_cell_as_its_sheet_shows_it() -> None:
    rows = (["Desa", "Korban", "Luas"], ["A", 1500, 2.25], ["B", 500, 1], ["Jumlah", 2000, 3.25])
    plain = '#,##0" orang"', '0.0" ha"'
    formats = {f"{column}{row}": plain[at] for at, column in enumerate("BC") for row in (2, 3, 4)}
    [table] = read_tables(book(*rows, **formats), document="d")
    assert [[cell.text for _, cell in row.cells] for row in table.rows] == [
        ["A", "1.500 orang", "2,3 ha"], ["B", "500 orang", "1,0 ha"], ["Jumlah", "2.000 orang", "3,3 ha"],
    ]  # fmt: skip
    assert [row.cells[1][1].value for row in table.rows] == [1500, 500, 2000]
    [money] = read_tables(book(["Uraian", "Pagu"], ["A", 1500], ["Jumlah", 1500], B2="[$$-409]0", B3='0" juta"'))
    assert [row.cells[1][1].text for row in money.rows] == ["$1.500", "1.500 juta"]
    assert money.rows[0].cells[1][1].value is None


@pytest.mark.parametrize(
    ("number_format", "period"),
    [("mmm-yy", "2023-01"), ("yyyy", "2023"), ("[$-421]mmmm yyyy;@", "2023-01"), ("mmmm", "2023-01"),
     ("dd/mm/yyyy", "2023-01-01"), ("d-mmm", "2023-01-01")],
)  # fmt: skip
def test_a_day_that_its_cell_shows_as_a_month_or_a_year_is_one(number_format: str, period: str) -> None:
    row = ["Keraya", "Banjir", datetime(2023, 1, 1), 10, 40, 0]
    [event] = tables.read_events(book(HEAD, row, C2=number_format)).events
    assert event.period.iso == period
    [table] = read_tables(book(["Tanggal", "KK"], [datetime(2023, 1, 1), 10], ["Jumlah", 10], A2=number_format))
    assert (table.rows[0].cells[0][1].text, table.rows[0].cells[0][1].value.iso) == (period, period)


def test_a_day_that_is_not_the_first_stays_known_however_it_is_shown() -> None:
    row = ["Keraya", "Banjir", datetime(2023, 5, 17), 10, 40, 0]
    [event] = tables.read_events(book(HEAD, row, C2="mmm-yy")).events
    assert event.period.iso == "2023-05-17"
    assert month_or_year(date(2023, 5, 1), "yyyy") == "2023-05"
    ends = tables.read_events(book([*HEAD, "Sampai"], [*ROW, datetime(2023, 2, 1)], G2="mmm-yy"))
    assert [reject.column for reject in ends.rejects] == ["Sampai"]  # a month has no day on which anything ends


def test_words_round_a_number_by_the_part_of_the_format_that_shows_it() -> None:
    by_sign = '0" naik";0" turun";0" tetap"'
    assert [worded(number, by_sign, as_shown=False) for number in (3, -3, 0)] == [
        Worded(3, "", " naik"), Worded(-3, "", " turun"), Worded(0, "", " tetap"),
    ]  # fmt: skip
    assert worded(-3, '0" naik"', as_shown=False) == Worded(-3, "", " naik")
    assert worded(7, '[>9]0" besar"', as_shown=False) is None
    assert worded(10, '[<>9]0" lain"', as_shown=False) == Worded(10, "", " lain")
    assert worded(7, "", as_shown=False) is None
    assert worded(2_000, '0," rb"', as_shown=False) == Worded(2, "", " rb")
    assert worded(2_500_000, '0.00,," jt"', as_shown=True) == Worded(Decimal("2.50"), "", " jt")
    assert not may_word("")
    assert shown(Worded(1500, "$", ""), "en") == "$1,500"


@pytest.mark.parametrize("cell", [6201016311870001, 6201016311870001.0, "6201016311870001"])
def test_the_number_of_a_person_is_no_count_and_is_not_shown(cell: object) -> None:
    reading = tables.read_events(book(HEAD, [*ROW[:4], cell, 0]))
    [reject] = reading.rejects
    assert (reject.column, reject.error.code) == ("Jiwa", "identifying")
    for text in (reject.reason("id"), reject.reason("en"), repr(reject), str(reading.table())):
        assert "6201016311870001" not in text
        assert "6.201" not in text
