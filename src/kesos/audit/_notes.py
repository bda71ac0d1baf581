"""Figures within words: in notes around a table, and in its columns of words. Nothing was held against them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kesos.reports import Column, Table
from kesos.reports._carried_units import begins_with_figure
from kesos.reports._marks import NUMBERED, are_codes
from kesos.values import Printed

_NO_FIGURE = re.compile(
    r"^\W*\d{1,2}[.)]\s"  # the number of the note
    r"|\bNIP\W*[\d\s]+"
    r"|\b(?:nomor|no|pasal|ayat|tabel|table|lampiran|halaman|hal|page|rt|rw)\b\W*\d+"
    r"|\b\d{1,2}[\s/.-]+(?:\w+[\s/.-]+)?(?:19|20)\d\d\b"  # a day
    r"|\b(?:19|20)\d\d\b(?:-\d\d-\d\d)?",
    re.IGNORECASE,
)
_NUMBERS_OF_COLUMNS = re.compile(r"\W*1\W+2\b[^a-z]*", re.IGNORECASE)


def notes_with_figures(table: Table) -> Iterator[Printed]:
    """The notes of a table in which a figure stands: no day, no number of a text or a person, no heading of a group."""
    groups = {row.group for row in table.rows}
    for note in table.notes:
        if note.text not in groups and holds_figure(note.text):
            yield note


def holds_figure(text: str) -> bool:
    """Whether words hold a figure that could be held against others.

    >>> [holds_figure(text) for text in ("Belum termasuk 12 KK di Umpama", "Contoh, 2 Januari 2025", "1 2 3 4=2+3")]
    [True, False, False]
    """
    return _NUMBERS_OF_COLUMNS.fullmatch(text) is None and any(map(str.isdigit, _NO_FIGURE.sub(" ", text)))


def cells_with_figures(table: Table, column: Column) -> Iterator[tuple[Printed, bool]]:
    """The cells of a column of words in which a figure stands, each with whether it begins with that.

    What counts or names a row is no figure: the code of an account, or the number behind a name in the first column of
    words, as in "Desa 2".
    """
    if column.holds != "text" or NUMBERED.search(column.label):
        return
    cells = [cell for row in table.rows if (cell := row.get(column.code)) is not None and cell.value is None]
    texts = [text for cell in cells if (text := cell.text.strip())]
    if _are_codes(column, texts):
        return
    names = column.code == next(each.code for each in table.columns if each.holds == "text")
    is_marked = _are_codes(column, [text.split()[0] for text in texts if begins_with_figure(text)])
    for cell in cells:
        text = cell.text.strip()
        words = text.partition(" ")[2] if is_marked and begins_with_figure(text) else text
        if holds_figure(_NAME.sub("", words) if names else words):
            yield cell, begins_with_figure(words)


_NAME = re.compile(r"(?<=[^\W\d_])\W{1,2}\d{1,4}$")
_FIGURE = re.compile(r"\d{1,3}(?:\.\d{3})+|\d[\d.,]*\s+[^\W\d_]+")


def _are_codes(column: Column, marks: Sequence[str]) -> bool:
    """Whether marks are codes of rows; 1.000 and "2 M" are figures."""
    return not any(map(_FIGURE.fullmatch, marks)) and are_codes(column.label, marks)
