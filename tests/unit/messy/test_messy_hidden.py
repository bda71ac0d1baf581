"""What nobody sees who opens a workbook: sheets, rows and columns that are hidden, and a cell far from all others."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from openpyxl import Workbook

from kesos import tables
from kesos._sheets._xlsx import beside_in_xlsx, paths_of_sheets
from kesos.errors import TableError
from kesos.relief import entitle_all
from kesos.reports import read_tables
from kesos.standards import PEDUM_2003
from kesos.values import Text

HEADS = ["Jenis", "Desa", "Tanggal", "Jiwa"]
ROWS = [["Banjir", f"Desa {name}", f"{day}-1-2024", 10 * day] for day, name in enumerate("ABCD", 1)]


def book(*names: str, rows: list[list[Any]] = ROWS) -> Workbook:
    made = Workbook()
    made.remove(made.active)
    for name in names:
        sheet = made.create_sheet(name)
        for row in [HEADS, *rows]:
            sheet.append(row)
    return made


def saved(made: Workbook) -> io.BytesIO:
    file = io.BytesIO()
    made.save(file)
    return io.BytesIO(file.getvalue())


def shows_percents(made: Workbook) -> None:
    """Makes the workbook one that python-calamine does not read as people see it."""
    made.worksheets[0]["F2"] = 0.5
    made.worksheets[0]["F2"].number_format = "0%"


@pytest.mark.parametrize("is_openpyxl", [False, True])
def test_a_hidden_sheet_is_named_among_the_others_and_one_with_such_a_table_is_told(*, is_openpyxl: bool) -> None:
    made = book("LAMA", "JANUARI", "FEBRUARI", "Daftar")
    made["LAMA"].sheet_state = "hidden"
    made["FEBRUARI"].sheet_state = "veryHidden"
    made["Daftar"].delete_rows(1, 1)
    made["Daftar"].sheet_state = "hidden"
    if is_openpyxl:
        shows_percents(made)
    reading = tables.read_events(saved(made))
    assert (reading.sheet, len(reading.events)) == ("JANUARI", 4)
    assert reading.other_sheets == reading.hidden_sheets == ("LAMA", "FEBRUARI", "Daftar")
    assert reading.alike_sheets == ("LAMA", "FEBRUARI")
    assert reading.remarks == (
        Text(
            "Lembar lain dengan tabel serupa tidak dibaca: LAMA (tersembunyi), FEBRUARI (tersembunyi).",
            "Other sheets with such a table were not read: LAMA (hidden), FEBRUARI (hidden).",
        ),
    )
    assert len(tables.read_events(saved(made), sheet="LAMA").events) == 4


@pytest.mark.parametrize("is_openpyxl", [False, True])
def test_rows_and_columns_that_are_hidden_are_read_and_told_and_totals_go_on_saying_it(*, is_openpyxl: bool) -> None:
    made = book("JANUARI", rows=[*ROWS, ["Jumlah", None, None, 100]])
    sheet = made.active
    for row in (1, 3, 5, 6, 9):
        sheet.row_dimensions[row].hidden = True
    sheet.column_dimensions["D"].hidden = True
    sheet.column_dimensions["J"].hidden = True
    if is_openpyxl:
        shows_percents(made)
    reading = tables.read_events(saved(made))
    assert (len(reading.events), reading.hidden_rows, reading.hidden_columns) == (4, (3, 5), ("Jiwa",))
    said = (
        Text("2 baris yang tersembunyi ikut dibaca: 3, 5.", "2 rows that are hidden were read too: 3, 5."),
        Text("Kolom yang tersembunyi ikut dibaca: Jiwa.", "Columns that are hidden were read too: Jiwa."),
    )
    assert reading.remarks[-2:] == said
    assert entitle_all(reading, PEDUM_2003, days=7).total.remarks[-2:] == said


def test_of_one_hidden_row_it_is_said_so_and_of_many_the_first_ten_are_named() -> None:
    made = book("JANUARI", rows=[["Banjir", f"Desa {at}", "1-1-2024", at] for at in range(20)])
    made.active.row_dimensions[2].hidden = True
    assert tables.read_events(saved(made)).remarks[0].en == "1 row that is hidden was read too: 2."
    for row in range(2, 13):
        made.active.row_dimensions[row].hidden = True
    [remark] = tables.read_events(saved(made)).remarks
    assert remark.en == "11 rows that are hidden were read too: 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …."


def test_of_sheets_that_are_read_together_the_hidden_rows_are_called_by_their_sheets() -> None:
    made = book("JANUARI", "FEBRUARI")
    for sheet, row in zip(made.worksheets, (2, 3), strict=True):
        sheet.row_dimensions[row].hidden = True
        sheet.column_dimensions["D"].hidden = True
    reading = tables.read_events(saved(made), sheet=("JANUARI", "FEBRUARI"))
    assert reading.hidden_rows == ("JANUARI!2", "FEBRUARI!3")
    assert reading.hidden_columns == ("Jiwa",)


def opendocument(content: str) -> io.BytesIO:
    of = "urn:oasis:names:tc:opendocument:xmlns"
    names = " ".join(f'xmlns:{name}="{of}:{name}:1.0"' for name in ("office", "table", "text"))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", f'<m:manifest xmlns:m="{of}:manifest:1.0"/>')
        archive.writestr(
            "content.xml",
            f"<office:document-content {names}><office:body><office:spreadsheet>"
            f'<table:table table:name="Data">{content}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return io.BytesIO(file.getvalue())


def line(*cells: object, **said: object) -> str:
    each = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in cells
    )
    told = "".join(f' table:{name.replace("_", "-")}="{value}"' for name, value in said.items())
    return f"<table:table-row{told}>{each or '<table:table-cell/>'}</table:table-row>"


def test_an_opendocument_spreadsheet_tells_of_hidden_rows_and_columns_too() -> None:
    columns = (
        '<table:table-column table:number-columns-repeated="3"/>'
        '<table:table-column table:visibility="collapse" table:number-columns-repeated="9"/>'
    )
    rows = [line(*HEADS), line(*ROWS[0]), line(*ROWS[1], visibility="filter"), line(*ROWS[2], visibility="collapse")]
    rows.append(line(visibility="collapse", number_rows_repeated=1_048_000))
    reading = tables.read_events(opendocument(columns + "".join(rows)))
    assert (len(reading.events), reading.hidden_rows, reading.hidden_columns) == (3, (3, 4), ("Jiwa",))


FAR = pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("D1048576", "on the sheet 'FEBRUARI' something stands in row 1048576, far below the rest"),
        ("A10007", "on the sheet 'FEBRUARI' something stands in row 10007, far below the rest"),
        ("XFD9000", "on the sheet 'FEBRUARI' something stands in column 16384, far from the rest"),
    ],
)


@FAR
@pytest.mark.parametrize("is_openpyxl", [False, True])
def test_a_cell_far_from_all_others_is_refused_with_its_place(cell: str, said: str, *, is_openpyxl: bool) -> None:
    made = book("JANUARI", "FEBRUARI")
    made["FEBRUARI"][cell] = "x"
    if is_openpyxl:
        shows_percents(made)
    with pytest.raises(TableError) as caught:
        tables.read_events(saved(made), sheet="FEBRUARI")
    assert (caught.value.code, caught.value.field, caught.value.value) == ("too_large", "sheet", "FEBRUARI")
    assert caught.value.to_dict("en")["message"].startswith(said)
    assert len(tables.read_events(saved(made), sheet="JANUARI").events) == 4
    made["FEBRUARI"].sheet_state = "hidden"
    assert tables.read_events(saved(made)).hidden_sheets == ("FEBRUARI",)


def test_a_table_that_goes_on_after_ten_thousand_blank_rows_is_read() -> None:
    made = book("JANUARI")
    for at, cell in enumerate(["Banjir", "Desa E", "5-1-2024", 50], 1):
        made.active.cell(10_006, at, cell)
    assert [event.people for event in tables.read_events(saved(made)).events] == [10, 20, 30, 40, 50]


@pytest.mark.parametrize("is_openpyxl", [False, True])
def test_the_last_row_of_a_sheet_may_be_coloured_and_hold_nothing(*, is_openpyxl: bool) -> None:
    made = book("JANUARI")
    made.active.row_dimensions[1_048_576].height = 12
    made.active["A1048575"].number_format = "0.00"
    if is_openpyxl:
        shows_percents(made)
    assert len(tables.read_events(saved(made)).events) == 4


def test_a_far_cell_of_an_opendocument_spreadsheet_is_refused() -> None:
    gap = line(number_rows_repeated=1_048_000)
    wide = '<table:table-row><table:table-cell table:number-columns-repeated="16000"/>' + line("x")[17:]
    for far, place in (
        (gap + line("x"), "row 1048003"),
        (line(number_rows_repeated=9000) + wide, "column 16001"),
    ):
        with pytest.raises(TableError) as caught:
            tables.read_events(opendocument(line(*HEADS) + line(*ROWS[0]) + far))
        assert caught.value.code == "too_large"
        assert place in str(caught.value)
    assert len(tables.read_events(opendocument(line(*HEADS) + line(*ROWS[0]) + gap)).events) == 1


def test_rows_need_no_numbers_and_programs_write_the_names_of_parts_as_they_like() -> None:
    rows = b'<x:row><x:c><x:v>1</x:v></x:c></x:row><x:row hidden="true"><x:c><x:v>2</x:v></x:c></x:row>'
    told = beside_in_xlsx(b"<x:worksheet><x:sheetData>" + rows + b"</x:sheetData></x:worksheet>")
    assert (told.hidden_rows, told.rows, told.held, told.cells) == ({1}, 0, 2, 0)
    told.check_reach("Data")
    assert beside_in_xlsx(b"<chartsheet/>").held == 0


def test_columns_are_hidden_up_to_the_last_of_a_sheet() -> None:
    columns = b'<cols><col min="2" max="9999999" hidden="1"/><col min="1" max="1" hidden="0"/></cols>'
    assert beside_in_xlsx(columns + b"<sheetData/>").hidden_columns == set(range(1, 16_384))


def test_a_sheet_lies_where_its_workbook_says() -> None:
    file = io.BytesIO()
    of = "http://schemas.openxmlformats.org"
    with zipfile.ZipFile(file, "w") as archive:
        sheets = "".join(f'<sheet name="{name}" r:id="{name}"/>' for name in ("A &amp; B", "C", "D"))
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{of}/spreadsheetml/2006/main" xmlns:r="{of}/officeDocument/2006/relationships">'
            f"<sheets>{sheets}</sheets></workbook>",
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{of}/package/2006/relationships"><Relationship Id="A &amp; B" Target="a.xml"/>'
            '<Relationship Id="C" Target="/xl/worksheets/../c.xml"/></Relationships>',
        )
    with zipfile.ZipFile(file) as archive:
        assert paths_of_sheets(archive) == {"A & B": "xl/a.xml", "C": "xl/c.xml"}
    with zipfile.ZipFile(io.BytesIO(), "w") as empty:
        assert paths_of_sheets(empty) == {}


@pytest.mark.parametrize("is_openpyxl", [False, True])
def test_the_tables_of_a_report_name_a_hidden_sheet_and_do_not_read_it(*, is_openpyxl: bool) -> None:
    made = book("JANUARI", "LAMA")
    made["LAMA"].sheet_state = "hidden"
    made["LAMA"]["A1048576"] = "x"
    if is_openpyxl:
        shows_percents(made)
    [table] = read_tables(saved(made))
    assert [each.en for each in table.unread_sheets] == ['"LAMA" (hidden)']
