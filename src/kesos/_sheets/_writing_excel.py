"""Sheets as a spreadsheet; openpyxl loads when somebody asks for one."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from importlib import import_module
from itertools import groupby
from typing import Any

from kesos._package import requirements_of
from kesos._sheets._writing import Cell, Sheet, escape_formula
from kesos.errors import MissingExtraError
from kesos.values import Text

_MOST_DIGITS = 15
"""A spreadsheet holds a number to so many digits and puts zeros for the rest."""
_FIRST_DAY = date(1900, 3, 1)
"""Spreadsheets count a 29 February 1900 that never was; days before it are one off in some of them."""
_NOT_IN_A_NAME = re.compile(r"[\\/*?:\[\]]")
_WIDEST = 48
_NOTES = Text("Catatan", "Notes")
_AS_TEXT = Text(
    "Angka yang lebih panjang dari 15 digit ditulis sebagai teks, karena lembar kerja membulatkannya.",
    "Numbers of more than 15 digits are written as text, since a spreadsheet would round them.",
)


def _openpyxl(part: str) -> Any:
    try:
        return import_module(f"openpyxl{part}")
    except ImportError as error:
        needed = "' '".join(requirements_of("excel", "openpyxl"))
        raise MissingExtraError("missing_extra", field="format", value="openpyxl", requirement=needed) from error


def workbook(sheets: Sequence[Sheet], language: str) -> bytes:
    """The file of a spreadsheet with these sheets, the first of them open.

    Raises:
        MissingExtraError: openpyxl is not installed.
    """
    book = _openpyxl("").Workbook()
    book.remove(book.active)
    rounded = any(_too_long(cell) for sheet in sheets for row in sheet.rows for cell in row)
    for sheet in sheets:
        _fill(book.create_sheet(_NOT_IN_A_NAME.sub(" ", sheet.name)[:31]), sheet)
    if rounded:
        page = book.create_sheet(_NOTES.say(language))
        page.append([_AS_TEXT.say(language)])
        page.column_dimensions["A"].width = 2 * _WIDEST
    book.active = 0
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _too_long(cell: Cell) -> bool:
    if isinstance(cell, int):
        return not -(10**_MOST_DIGITS) < cell < 10**_MOST_DIGITS
    return isinstance(cell, Decimal) and len(cell.as_tuple().digits) > _MOST_DIGITS


def _fill(page: Any, sheet: Sheet) -> None:
    styles = _openpyxl(".styles")
    bold, wrapped = styles.Font(bold=True), styles.Alignment(wrap_text=True, vertical="top")
    to_right = styles.Alignment(horizontal="right", vertical="top")
    middle = styles.Alignment(wrap_text=True, horizontal="center", vertical="center")
    for at, line in enumerate(sheet.title, 1):
        _put(page.cell(at, 1), line, "text").font = bold
    first = sheet.above - len(sheet.heads) + 1
    for at, heads in enumerate(sheet.heads):
        for column, head in enumerate(heads, 1):
            cell = _put(page.cell(first + at, column), head or None, "text")
            cell.font, cell.alignment = bold, middle
    _merge_heads(page, sheet, first)
    for at, row in enumerate(sheet.rows):
        for column, (kind, value) in enumerate(zip(sheet.columns, row, strict=True), 1):
            if value is None:
                continue
            cell = _put(page.cell(sheet.above + at + 1, column), value, kind.holds)
            if at in sheet.strong:
                cell.font = bold
            if isinstance(value, str) and kind.holds == "number":
                cell.alignment = to_right
            elif isinstance(value, str) and (len(value) > _WIDEST or "\n" in value):
                cell.alignment = wrapped  # styles are slow, and most texts need none
    last = sheet.above + len(sheet.rows)
    for at, note in enumerate(sheet.notes, last + 2):
        _put(page.cell(at, 1), note, "text")
    _lay_out(page, sheet, last)


def _put(cell: Any, value: Cell, holds: str) -> Any:
    """A cell with its value as what it is: a text is never a formula, a long number never a rounded one."""
    if isinstance(value, str) or _too_long(value) or (isinstance(value, date) and value < _FIRST_DAY):
        cell.value = text = str(value)
        cell.data_type = "s"
        if escape_formula(text) != text:
            cell.quotePrefix = True  # so that it stays one when somebody edits it
        return cell
    cell.value = value
    if isinstance(value, date):
        cell.number_format = "dd-mm-yyyy"
    elif isinstance(value, Decimal):
        places = max(0, -int(value.as_tuple().exponent))
        cell.number_format = f"#,##0.{'0' * places}" if places else "#,##0"
    elif value is not None and holds == "number":
        cell.number_format = "#,##0"
    return cell


def _merge_heads(page: Any, sheet: Sheet, first: int) -> None:
    """Draws what stands over several heads over them all, and a head that has nothing over it over two rows."""
    if not any(column.over for column in sheet.columns):
        return
    at = 1
    for over, columns in groupby(column.over for column in sheet.columns):
        last = at + len(list(columns)) - 1
        if over:
            page.merge_cells(start_row=first, end_row=first, start_column=at, end_column=last)
        else:
            for column in range(at, last + 1):
                page.cell(first, column).value = page.cell(first + 1, column).value
                page.merge_cells(start_row=first, end_row=first + 1, start_column=column, end_column=column)
        at = last + 1


def _lay_out(page: Any, sheet: Sheet, last: int) -> None:
    letter = _openpyxl(".utils").get_column_letter
    for at, column in enumerate(sheet.columns):
        longest = max((len(_shown(row[at])) for row in sheet.rows[:1_000]), default=0)
        page.column_dimensions[letter(at + 1)].width = min(max(longest, len(column.head) // 2, 8), _WIDEST) + 2
    page.freeze_panes = page.cell(sheet.above + 1, 1)
    if sheet.rows and not sheet.strong:
        page.auto_filter.ref = f"A{sheet.above}:{letter(len(sheet.columns))}{last}"


def _shown(cell: Cell) -> str:
    return "" if cell is None else f"{cell:,}" if isinstance(cell, int) else str(cell)
