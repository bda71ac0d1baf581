"""Which cells of an OpenDocument spreadsheet are merged: what python-calamine does not tell."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any, Final

from kesos._sheets._grid import Merged

_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_CELLS: Final = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_LARGEST: Final = 2**20
"""No spreadsheet has more rows."""


def merged_in_ods(content: bytes) -> Mapping[str, tuple[Merged, ...]]:
    """The merged cells of each sheet by its name; nothing where the file is no such spreadsheet.

    Args:
        content: A file that is known to unpack to what a machine can hold.
    """
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return {}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if "content.xml" not in archive.namelist():
            return {}
        from xml.etree import ElementTree

        tree = ElementTree.fromstring(archive.read("content.xml"))  # expat knows when entities explode
    return {str(table.get(f"{_TABLE}name")): tuple(_merged(table)) for table in tree.iter(f"{_TABLE}table")}


def _merged(table: Any) -> Iterator[Merged]:
    at = 0
    for row in table.iter(f"{_TABLE}table-row"):
        column = 0
        for cell in row:
            if cell.tag not in _CELLS:
                continue
            down, along = _number(cell, "number-rows-spanned"), _number(cell, "number-columns-spanned")
            if down > 1 or along > 1:
                yield at, at + down - 1, column, column + along - 1
            column += _number(cell, "number-columns-repeated")
        at += _number(row, "number-rows-repeated")


def _number(element: Any, name: str) -> int:
    """A number of rows or columns; one where nothing is said, or nothing that a spreadsheet says."""
    said = element.get(f"{_TABLE}{name}", "")
    return min(int(said), _LARGEST) if said.isascii() and said.isdecimal() and len(said) < 10 else 1
