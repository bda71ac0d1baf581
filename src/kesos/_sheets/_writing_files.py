"""Sheets into files: all of a file or nothing of it."""

from __future__ import annotations

import csv
import io
import os
import secrets
import shutil
from collections.abc import Sequence
from contextlib import suppress
from typing import IO, Any

from kesos._paths import opening
from kesos._sheets._writing import Format, Sheet, check_cells, format_of, texts_of
from kesos._sheets._writing_excel import workbook
from kesos.errors import FileError, InvalidValueError, check_language

Target = str | os.PathLike[str] | IO[str] | IO[bytes]
"""Where a table goes: the path of a file, or an open one."""
DELIMITERS = {"id": ";", "en": ","}
"""What stands between cells: where the comma is the decimal mark, spreadsheets part cells at semicolons."""
_MARKS = {"id": ",", "en": "."}


def write_sheets(
    sheets: Sequence[Sheet],
    target: Target,
    *,
    language: str,
    format: str | None = None,
    delimiter: str | None = None,
) -> None:
    """Writes sheets as a spreadsheet, or the first of them as CSV.

    CSV is UTF-8 with a byte order mark, by which a spreadsheet knows it; days are written by ISO 8601 and texts that
    begin like a formula with an apostrophe before them. It holds the rows and their heads only.

    Args:
        sheets: The sheets, the data first.
        target: A path, or a file that is open for writing.
        language: "id" or "en": the decimal mark and the delimiter of CSV.
        format: "csv" or "xlsx"; left out, as the name of the file ends.
        delimiter: What stands between the cells of CSV; left out, ";" in Indonesian and "," in English.

    Raises:
        InvalidValueError: The name of the file does not say what it is; a text that such a file cannot hold.
        MissingExtraError: A spreadsheet, and openpyxl is not installed.
        FileError: The system does not let the file be written there.
    """
    spoken = check_language(language)
    kind = format_of(target, format)
    part = DELIMITERS[spoken] if delimiter is None else _delimiter(delimiter)
    for sheet in sheets if kind == "xlsx" else sheets[:1]:
        check_cells(sheet, kind)
    save(workbook(sheets, spoken) if kind == "xlsx" else _csv(sheets[0], part, _MARKS[spoken]), target, kind)


def _delimiter(given: object) -> str:
    if isinstance(given, str) and len(given) == 1 and given not in "\r\n\"' " and not given.isalnum():
        return given
    raise InvalidValueError("not_a_delimiter", field="delimiter", value=given)


def _csv(sheet: Sheet, delimiter: str, mark: str) -> bytes:
    text = io.StringIO(newline="")
    rows = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    rows.writerows(texts_of((*sheet.heads, *sheet.rows), mark))
    return text.getvalue().encode("utf-8-sig")


def save(data: bytes, target: Any, kind: Format) -> None:
    """Writes a whole file at once; what lay there stays as it was until then."""
    if hasattr(target, "write"):
        try:
            if kind == "csv" and isinstance(target, io.TextIOBase):
                target.write(data.decode("utf-8-sig"))
            else:
                target.write(data)
        except Exception as error:  # a caller's own file may fail in any way; the traceback leads there
            raise FileError("cannot_write.stream", field="target") from error
        return
    with opening(target, "target", writing=True):
        _put_in_place(data, os.path.realpath(target))


def _put_in_place(data: bytes, path: str) -> None:
    if os.path.isdir(path):
        raise IsADirectoryError
    beside = f"{path}.{secrets.token_hex(4)}.tmp"
    try:
        with open(beside, "xb") as file:
            file.write(data)
        if os.path.exists(path):
            shutil.copymode(path, beside)
        os.replace(beside, path)
    except BaseException:
        with suppress(OSError, ValueError):
            os.remove(beside)
        raise
