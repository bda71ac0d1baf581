"""What an OpenDocument spreadsheet tells of its sheets beside their cells, which python-calamine does not tell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from zipfile import ZipFile

from kesos._sheets._beside import Beside
from kesos._sheets._grid import Merged

_CONTENT: Final = "content.xml"
_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_CELLS: Final = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_HIDDEN: Final = ("collapse", "filter")
_LARGEST: Final = 2**20
"""No spreadsheet has more rows."""


def beside_in_ods(archive: ZipFile) -> Mapping[str, Beside]:
    """What is told of each sheet, by its name; nothing where the file is no such spreadsheet.

    Args:
        archive: A file that is known to unpack to what a machine can hold.
    """
    if _CONTENT not in archive.namelist():
        return {}
    from xml.etree import ElementTree

    tree = ElementTree.fromstring(archive.read(_CONTENT))  # expat knows when entities explode
    return {str(table.get(f"{_TABLE}name")): _beside(table) for table in tree.iter(f"{_TABLE}table")}


def _beside(table: Any) -> Beside:
    merged: list[Merged] = []
    hidden: set[int] = set()
    at = rows = columns = held = cells = 0
    for row in table.iter(f"{_TABLE}table-row"):
        many, column, is_filled = _number(row, "number-rows-repeated"), 0, False
        for cell in row:
            if cell.tag not in _CELLS:
                continue
            down, along = _number(cell, "number-rows-spanned"), _number(cell, "number-columns-spanned")
            if down > 1 or along > 1:
                merged.append((at, at + down - 1, column, column + along - 1))
            column += _number(cell, "number-columns-repeated")
            if len(cell):
                is_filled, cells, columns = True, cells + 1, max(columns, column)
        if is_filled:
            hidden |= _hidden(row, at, many)
            rows, held = at + many, held + many
        at += many
    return Beside(
        merged=tuple(merged),
        hidden_rows=frozenset(hidden),
        hidden_columns=frozenset(_hidden_columns(table)),
        rows=rows,
        columns=columns,
        held=held,
        cells=cells,
    )


def _hidden_columns(table: Any) -> set[int]:
    hidden: set[int] = set()
    at = 0
    for column in table.iter(f"{_TABLE}table-column"):
        many = _number(column, "number-columns-repeated")
        hidden |= _hidden(column, at, many)
        at += many
    return hidden


def _hidden(element: Any, at: int, many: int) -> set[int]:
    """The rows or columns of an element that nobody sees."""
    is_hidden = element.get(f"{_TABLE}visibility") in _HIDDEN
    return set(range(at, min(at + many, _LARGEST))) if is_hidden else set()


def _number(element: Any, name: str) -> int:
    """A number of rows or columns; one where nothing is said, or nothing that a spreadsheet says."""
    said = element.get(f"{_TABLE}{name}", "")
    return min(int(said), _LARGEST) if said.isascii() and said.isdecimal() and len(said) < 10 else 1
