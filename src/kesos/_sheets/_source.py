"""Where rows come from: a path, a file object, or a frame; as the grids in it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

import attrs

from kesos import _checks as checks
from kesos._paths import opening
from kesos._sheets._csv import DELIMITERS, rows_of_csv
from kesos._sheets._excel import grids_of_workbook, is_workbook
from kesos._sheets._frame import grid_of_frame
from kesos._sheets._grid import Grid
from kesos._sheets._markup import grids_of_markup
from kesos.errors import InvalidValueError, TableError

_WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xlsb", ".ods"})
"""What no other file is called. (Offices do save web pages and texts as ".xls", which spreadsheets open.)"""


class Readable(Protocol):
    """A file object, open for reading bytes or text."""

    def read(self) -> bytes | str:
        """The rest of the file."""
        ...


Source = str | os.PathLike[str] | Readable | Any
"""A path, a file object, or a frame of any library that narwhals knows."""


@attrs.frozen
class OneSheet:
    """One of several sheets that are read together."""

    content: bytes
    name: str


def sheets_of(source: Source, names: Iterable[str]) -> Iterator[OneSheet]:
    """These sheets of a workbook, which is read once.

    Raises:
        InvalidValueError: `names` are not several texts, or one of them stands there twice.
        TableError: The file cannot be read, or has no sheets.
    """
    named = checks.each(checks.text, names, "sheet")
    if len(set(named)) < len(named):
        raise InvalidValueError("duplicate.sheet", field="sheet", value=named)
    content = _content(source)
    if not named or not isinstance(content, bytes) or not is_workbook(content):
        raise TableError("no_sheets", field="sheet", value=named)
    return (OneSheet(content, name) for name in named)


def grids_of(
    source: Source,
    *,
    sheet: str | None = None,
    delimiter: str | None = None,
    encoding: str | None = None,
    whole: bool = False,
) -> Iterator[Grid]:
    """The grids in a source, in order; with `whole`, numbers are told as cells show them, and no hidden sheet is read.

    Raises:
        InvalidValueError: `source` is none of these.
        TableError: The file cannot be read, or has no sheets and one is asked for.
    """
    if sheet is not None:
        checks.text(sheet, "sheet")
    if delimiter is not None:
        checks.choice(delimiter, "delimiter", DELIMITERS)
    if encoding is not None:
        checks.text(encoding, "encoding")
    if isinstance(source, OneSheet):
        return (attrs.evolve(grid, is_one_of_several=True) for grid in grids_of_workbook(source.content, source.name))
    given = _content(source)
    content = given.encode("utf-8", "surrogatepass") if isinstance(given, str) else given
    if content is not None and is_workbook(content):
        return grids_of_workbook(content, sheet, whole=whole)
    written = "utf-8" if isinstance(given, str) else encoding
    grids = _without_sheets(source, content, delimiter, written)
    if sheet is not None:
        raise TableError("no_sheets.file", field="sheet", value=sheet)
    return iter(grids)


def _without_sheets(
    source: Source, content: bytes | None, delimiter: str | None, encoding: str | None
) -> Sequence[Grid]:
    """The grids in a frame, a page, a text or a file of separated values."""
    if content is None:
        grid = grid_of_frame(source)
        if grid is None:
            raise InvalidValueError("not_a_source", field="source", value=source)
        return (grid,)
    tables = grids_of_markup(content)
    if tables is not None:
        return tables
    if isinstance(source, (str, os.PathLike)) and Path(source).suffix.lower() in _WORKBOOKS:
        raise TableError("not_a_workbook.text", field="source")
    rows = rows_of_csv(content, delimiter=delimiter, encoding=encoding)
    return (Grid(rows, is_sheet=True, is_separated=True),)


def _content(source: Source) -> bytes | str | None:
    """What is in a file; None where the source is no file."""
    if isinstance(source, (str, os.PathLike)):
        with opening(source, "source", refusal=TableError):
            content = None if checks.is_endless(source) else Path(source).read_bytes()
        if content is None:
            raise TableError("cannot_open.endless", field="source")
        return content
    read = getattr(source, "read", None)
    if not callable(read) or isinstance(source, type):
        return None
    try:
        given = read()
    except Exception as error:  # a caller's own file may fail in any way; the traceback leads there
        raise TableError("cannot_open.stream", field="source") from error
    if isinstance(given, (str, bytes, bytearray)):
        return given if isinstance(given, str) else bytes(given)
    raise InvalidValueError("not_a_source", field="source", value=source)
