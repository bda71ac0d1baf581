"""Files of separated values as a grid: their characters, the mark between their cells, and formulas made harmless."""

from __future__ import annotations

import csv
import io
from collections import Counter
from contextlib import suppress
from itertools import islice
from typing import Final

from kesos._sheets._writing import unescape_formula
from kesos.errors import TableError
from kesos.words import hint

DELIMITERS: Final = (",", ";", "\t", "|")
_LOOKED_AT = 50
_MARKS_OF_BYTES = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def rows_of_csv(content: bytes, *, delimiter: str | None, encoding: str | None) -> list[list[str]]:
    """Every record of a file of separated values; a blank line is a record without cells.

    Args:
        content: The file.
        delimiter: The mark between cells; None to find it.
        encoding: How its characters are written; None for UTF-8, or UTF-16 where the file begins as such.

    Raises:
        TableError: Its characters are written in another way; a quote is never closed; a cell is too long.
    """
    text = _text(content, encoding)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or _delimiter(text), strict=True)
    try:
        rows = list(reader)
    except csv.Error as error:
        if "field limit" in str(error):
            line, most = reader.line_num, csv.field_size_limit()
            raise TableError("too_large.cell", field="source", line=line, most=most) from None
        raise TableError("broken_quotes", field="source", line=reader.line_num) from None
    # an apostrophe keeps a spreadsheet from taking a text for a formula
    return [[unescape_formula(cell) for cell in row] for row in rows] if "'" in text else rows


def _text(content: bytes, encoding: str | None) -> str:
    named = encoding or next((name for mark, name in _MARKS_OF_BYTES if content.startswith(mark)), "utf-8")
    try:
        return content.decode(named)
    except LookupError:
        raise TableError("unknown_encoding", field="encoding", value=encoding) from None
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise TableError(
            "other_characters", field="source", encoding=named, line=line, hint=hint("say_encoding")
        ) from None


def _delimiter(text: str) -> str:
    """The mark that cuts the most cells off in rows that have the same number of them."""

    def fit(mark: str) -> int:
        lengths: Counter[int] = Counter()
        with suppress(csv.Error):  # a cell that is too long, which is told when all is read
            lengths.update(map(len, islice(csv.reader(io.StringIO(text, newline=""), delimiter=mark), _LOOKED_AT)))
        return max((rows * (width - 1) for width, rows in lengths.items()), default=0)

    return max(DELIMITERS, key=fit)
