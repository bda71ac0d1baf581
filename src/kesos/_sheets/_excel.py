"""Sheets of an Excel workbook as grids, read with python-calamine, or with openpyxl where a cell needs it.

python-calamine is ten times as fast; it gives an empty cell for an error and for a formula without its value, and the
bare number of a percentage, of an amount in dollars and of "10 orang". A workbook that holds any of these is read with
openpyxl, which tells them.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from decimal import Decimal
from html import unescape
from importlib import import_module
from typing import Any, Final

import attrs

from kesos._package import requirements_of
from kesos._sheets._beside import Beside
from kesos._sheets._cells import ErrorCell, Formatted, Formula, Percent, number_in, rounded
from kesos._sheets._grid import Grid, Merged
from kesos._sheets._number_formats import may_word, month_or_year, shows_no_day, worded
from kesos._sheets._ods import beside_in_ods
from kesos._sheets._xlsx import beside_in_xlsx, paths_of_sheets
from kesos.errors import MissingExtraError, TableError
from kesos.words import hint

MOST_BYTES: Final = 1_000_000_000
"""No workbook of an office unpacks to more; one that does is a bomb."""
_ERROR_OR_BARE_FORMULA = re.compile(rb't="e"|<f[^>]*/>\s*(?:<v\s*/>)?\s*</c>|</f>\s*(?:<v\s*/>|<v></v>)?\s*</c>')
_FORMATS = re.compile(r'<numFmt [^>]*?numFmtId="(\d+)"[^>]*?formatCode="([^"]*)"')
_USED_FORMATS = re.compile(r'<xf [^>]*?numFmtId="(\d+)"')
_BUILT_IN = {"1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00", "9": "0%", "10": "0.00%", "17": "mmm-yy"}
_FIRST_OWN: Final = 164
"""The number formats of a workbook are counted from here; those before it are the same in every program."""
_PLAIN = re.compile(r"(?:#,##)?0(?:\.(0{1,9}))?%?")
_DECIMAL = re.compile(rb"<v>-?\d*\.\d")


def grids_of_workbook(content: bytes, sheet: str | None, *, whole: bool = False) -> Iterator[Grid]:
    """The sheets of a workbook, in order, or the one that is called `sheet`; hidden ones that no one named say so.

    Args:
        content: The file.
        sheet: The one that is wanted.
        whole: Whether hidden sheets are without their rows, and numbers told as their cells show them.

    Raises:
        MissingExtraError: Neither python-calamine nor openpyxl is installed, or not the one that the file needs.
        TableError: The file is no workbook, is locked with a password, has no such sheet, or has a cell far from all
            others.
    """
    with _reading():
        wants_openpyxl = _needs_openpyxl(content, whole)
        beside = _beside_of(content)
    library = (None if wants_openpyxl else _library("python_calamine")) or _library("openpyxl")
    if library is None:
        needed = "' '".join(requirements_of("excel", "openpyxl", "python-calamine"))
        raise MissingExtraError("missing_extra", field="excel", value="openpyxl", requirement=needed)
    read = _of_calamine if library.__name__ == "python_calamine" else _of_openpyxl
    return read(library, content, sheet, whole, beside)


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError:
        return None


def _needs_openpyxl(content: bytes, whole: bool) -> bool:
    """Whether a cell of it is a percentage, an error, a formula that was saved without its value, or shows words beside
    a number, or a month in place of a day.

    With `whole`, also whether one may show a number with other decimals than it has.
    """
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return False
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(each.file_size for each in archive.infolist()) > MOST_BYTES:
            raise TableError("too_large.workbook", field="source", most=MOST_BYTES)
        names = archive.namelist()
        styles = archive.read("xl/styles.xml").decode("utf-8", "replace") if "xl/styles.xml" in names else ""
        formats = _formats_used(styles)
        places = {_places(each) for each in formats} - {None} if whole else set[int | None]()
        if any("%" in each or may_word(each) or shows_no_day(each) for each in formats) or any(places):
            return True
        sheets = [name for name in names if name.startswith("xl/worksheets/") and name.endswith(".xml")]
        return any(
            _has_error_or_bare_formula(sheet) or (0 in places and _DECIMAL.search(sheet) is not None)
            for sheet in map(archive.read, sheets)
        )


def _has_error_or_bare_formula(sheet: bytes) -> bool:
    # most sheets hold neither, and looking for a word is ten times as fast as for a pattern
    if b't="e"' not in sheet and (b"<f" not in sheet or not any(mark in sheet for mark in (b"<f>", b"<f ", b"<f/"))):
        return False
    return _ERROR_OR_BARE_FORMULA.search(sheet) is not None


def _formats_used(styles: str) -> set[str]:
    """The number formats of a workbook that some of its cells may have."""
    known = {**_BUILT_IN, **{number: unescape(code) for number, code in _FORMATS.findall(styles)}}
    used = styles.partition("<cellXfs")[2].partition("</cellXfs>")[0]
    return {known[number] for number in _USED_FORMATS.findall(used) if number in known}


def _places(number_format: str) -> int | None:
    """With how many decimals a plain format shows a number; None of any other format.

    >>> [_places(each) for each in ("0.00", "#,##0.0", "0%", "General", '0.0" kg"')]
    [2, 1, 0, None, None]
    """
    found = _PLAIN.fullmatch(number_format)
    return None if found is None else len(found[1] or "")


@contextmanager
def _reading() -> Generator[None]:
    """What a damaged file brings up in those who read it: they let through whatever their parsers raise."""
    try:
        yield
    except TableError:
        raise
    except Exception as error:
        raise TableError("not_a_workbook", field="source") from error


def _beside_of(content: bytes) -> Callable[[str], Beside]:
    """What the file tells of each sheet beside its cells, where it is one that can be asked."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return lambda name: Beside()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        told, paths = beside_in_ods(archive), paths_of_sheets(archive)
    for name, each in told.items():  # all sheets of such a file are gone through, whichever is asked for
        each.check_reach(name)

    def beside(name: str) -> Beside:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return beside_in_xlsx(archive.read(paths[name])) if name in paths else told.get(name, Beside())

    return beside


def _of_calamine(
    library: Any, content: bytes, sheet: str | None, whole: bool, beside: Callable[[str], Beside]
) -> Iterator[Grid]:
    """What this library cannot tell, how cells show their numbers, no sheet of the workbook needs, `whole` or not."""
    with _reading():
        book = library.load_workbook(io.BytesIO(content))
    visible = library.SheetVisibleEnum.Visible
    shown = {each.name for each in book.sheets_metadata if each.visible == visible}

    def read(name: str) -> Grid:
        with _reading():
            told = beside(name)
            told.check_reach(name)
            found = book.get_sheet_by_name(name)
            rows, ranges = found.to_python(skip_empty_area=False), found.merged_cell_ranges or ()
        return _grid(name, rows, told, ((top, last, left, right) for (top, left), (last, right) in ranges))

    for name in _chosen(book.sheet_names, sheet):
        yield _hidden(name, read, whole) if sheet is None and name not in shown else read(name)


def _of_openpyxl(
    library: Any, content: bytes, sheet: str | None, whole: bool, beside: Callable[[str], Beside]
) -> Iterator[Grid]:
    with _reading():
        values = library.load_workbook(io.BytesIO(content), data_only=True)
        formulas = library.load_workbook(io.BytesIO(content))

    def read(name: str) -> Grid:
        with _reading():
            told = beside(name)
            told.check_reach(name)
            both = (book[name].iter_rows(max_row=told.rows or None) for book in (values, formulas))
            rows = [
                [_of_cell(cell, formula, whole) for cell, formula in zip(row, same, strict=True)]
                for row, same in zip(*both, strict=True)
            ]
            ranges = values[name].merged_cells.ranges
        merged = ((each.min_row - 1, each.max_row - 1, each.min_col - 1, each.max_col - 1) for each in ranges)
        return _grid(name, rows, told, merged)

    for name in _chosen([each.title for each in values.worksheets], sheet):
        is_hidden = sheet is None and values[name].sheet_state != "visible"
        yield _hidden(name, read, whole) if is_hidden else read(name)


def _hidden(name: str, read: Callable[[str], Grid], whole: bool) -> Grid:
    """A sheet that nobody sees; what is wrong with it is no matter as long as nobody asks for it."""
    if not whole:
        with suppress(TableError):
            return attrs.evolve(read(name), is_hidden=True)
    return Grid((), name, is_hidden=True)


def _grid(name: str, rows: list[list[Any]], told: Beside, merged: Iterable[Merged]) -> Grid:
    return Grid(
        rows,
        name,
        merged=told.merged or tuple(merged),
        is_sheet=True,
        hidden_rows=told.hidden_rows,
        hidden_columns=told.hidden_columns,
    )


def _of_cell(cell: Any, formula: Any, whole: bool) -> object:
    if cell.value is None:
        return Formula(formula.value) if formula.data_type == "f" else None
    if cell.data_type == "e":
        return ErrorCell(cell.value)
    number, number_format = number_in(cell.value), cell.number_format or ""
    if isinstance(cell.value, date):
        return month_or_year(cell.value, number_format) or cell.value
    places = _places(number_format) if whole else None
    if number is not None and "%" in number_format:
        percent = Decimal(number) * 100
        return Percent(percent) if places is None else Percent(rounded(percent, places), places)
    # of the formats that a program brings along, the signs of money are those of the country that it runs in
    said = worded(number, number_format, as_shown=whole) if number is not None and _is_own(cell) else None
    if said is not None:
        return said
    if number is None or places is None or (isinstance(number, int) and not places):
        return cell.value
    return Formatted(number, places)


def _is_own(cell: Any) -> bool:
    """Whether a cell has a number format that somebody gave it in this workbook."""
    return bool(cell._style.numFmtId >= _FIRST_OWN)


def _chosen(every: list[str], sheet: str | None) -> list[str]:
    if sheet is None:
        return every
    if sheet in every:
        return [sheet]
    raise TableError("no_such_sheet", field="sheet", value=sheet, hint=hint("known", known=tuple(every)))


def is_workbook(content: bytes) -> bool:
    """Whether a file begins as a workbook does: a zip, or the older binary form."""
    return content[:4] == b"PK\x03\x04" or content[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
