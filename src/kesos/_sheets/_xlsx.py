"""What the sheets of an XLSX workbook tell beside their cells: what of them is hidden, and how far they reach."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from zipfile import ZipFile

from kesos._sheets._beside import Beside

_BOOK = "xl/workbook.xml"
_LINKS = "xl/_rels/workbook.xml.rels"
_DATA = re.compile(rb"<(\w+:)?sheetData\b")
_OF_FILLED = (b"v>", b"v ", b"is>", b"is ", b"f>", b"f ")
"""What is in a cell that holds something: its value, its text, or its formula."""
_COLUMN = re.compile(rb"<(?:\w+:)?col [^>]*>")
_HIDDEN = re.compile(rb' hidden="(?:1|true)"')
_NUMBER = re.compile(rb' (r|min|max)="(\d{1,7})"')
_MOST_COLUMNS = 16_384
_THREE_LETTERS = re.compile(rb' r="([A-Z]{3})\d')


def paths_of_sheets(archive: ZipFile) -> Mapping[str, str]:
    """Where in the archive each sheet lies, by its name; nothing where it is no such workbook."""
    if not {_BOOK, _LINKS} <= set(archive.namelist()):
        return {}
    from xml.etree import ElementTree

    links = {each.get("Id"): each.get("Target", "") for each in ElementTree.fromstring(archive.read(_LINKS))}
    return {
        str(each.get("name")): posixpath.normpath(posixpath.join("/xl", links[link]))[1:]
        for each in ElementTree.fromstring(archive.read(_BOOK)).iter()
        if each.tag.endswith("}sheet")
        for name, link in each.items()
        if name.endswith("}id") and link in links
    }


def beside_in_xlsx(sheet: bytes) -> Beside:
    """What the XML of a sheet tells.

    >>> rows = b'<row r="1"><c r="A1"/></row><row r="4" hidden="1"><c r="A4"/><c r="C4"><v>7</v></c></row>'
    >>> told = beside_in_xlsx(b'<cols><col min="3" max="3" hidden="1"/></cols><sheetData>' + rows + b"</sheetData>")
    >>> sorted(told.hidden_rows), sorted(told.hidden_columns), told.rows, told.held, told.cells
    ([3], [2], 4, 2, 3)
    """
    data = _DATA.search(sheet)
    if data is None:
        return Beside()
    prefix = data[1] or b""
    row = b"<" + prefix + b"row "
    # programs write rows down to the last of the sheet that hold nothing
    end = sheet.rfind(b"sheetData>")
    filled = max(sheet.rfind(b"<" + prefix + of, 0, max(0, end)) for of in _OF_FILLED)
    last = _numbers(sheet[max(0, sheet.rfind(row, 0, max(0, filled))) :].partition(b">")[0]).get(b"r", 0)
    # a file need not number its rows, and in one that does not no row is left out
    return Beside(
        hidden_rows=frozenset(_hidden_rows(sheet, row)),
        hidden_columns=frozenset(_hidden_columns(sheet[: data.start()])),
        rows=last,
        columns=max(map(_column, _THREE_LETTERS.findall(sheet)), default=0),
        held=sheet.count(row) + sheet.count(row.replace(b" ", b">")),
        cells=sheet.count(b"<" + prefix + b"c "),
    )


def _hidden_rows(sheet: bytes, row: bytes) -> Iterator[int]:
    if _HIDDEN.search(sheet) is None:
        return
    at = 0
    for each in re.finditer(row.strip() + rb"\b[^>]*>", sheet):
        at = _numbers(each[0]).get(b"r", at + 1)
        if _HIDDEN.search(each[0]):
            yield at - 1


def _hidden_columns(before: bytes) -> Iterator[int]:
    for each in _COLUMN.finditer(before):
        if _HIDDEN.search(each[0]):
            numbers = _numbers(each[0])
            yield from range(numbers.get(b"min", 1) - 1, min(numbers.get(b"max", 0), _MOST_COLUMNS))


def _numbers(tag: bytes) -> dict[bytes, int]:
    return {name: int(number) for name, number in _NUMBER.findall(tag)}


def _column(letters: bytes) -> int:
    """The number of a column, counted from one.

    >>> _column(b"AAA"), _column(b"XFD")
    (703, 16384)
    """
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
