"""Notes around a table that hold figures: they stand in no cell, so nothing was held against them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kesos.reports import Table
from kesos.values import Printed

_NO_FIGURE = re.compile(
    r"^\W*\d{1,2}[.)]\s"  # the number of the note
    r"|\bNIP\W*[\d\s]+"
    r"|\b(?:nomor|no|pasal|ayat|tabel|table|lampiran|halaman|hal|page)\b\W*\d+"
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
