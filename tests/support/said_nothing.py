"""The cells of a table that say in words that something is not known, or that no number is given."""

from __future__ import annotations

from kesos.values import LANGUAGES, TableView
from kesos.values._display import UNKNOWN, UNSPECIFIED

_SAID = {words.say(language) for words in (UNKNOWN, UNSPECIFIED) for language in LANGUAGES}


def says_nothing(view: TableView) -> tuple[tuple[int, int], ...]:
    """The places of such cells: each a row and a column; there is one at least."""
    rows = enumerate(view.rows)
    found = tuple(
        (at, column) for at, row in rows for column, cell in enumerate(row) if cell.partition("; ")[0] in _SAID
    )
    assert found
    return found
