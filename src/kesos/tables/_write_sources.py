"""What stands beside the data: where it comes from, and which rows are not in it and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Protocol

import attrs

from kesos import _checks as checks
from kesos._sheets._writing import Cell, Column, Sheet, in_print
from kesos.errors import InvalidValueError
from kesos.tables._choices import say_choice
from kesos.values import LANGUAGES, Citation, Text

_SOURCES = Text("Sumber", "Sources")
_CITED = Text("Sumber", "Source")
_ROWS = Text("Banyaknya baris", "Rows")
LEFT_OUT = Text("Tidak terhitung", "Left out")
_ROW = Text("Baris", "Row")
_COLUMN = Text("Kolom", "Column")
_REASON = Text("Alasan", "Reason")
_CELL = Text("Isi sel", "Cell")
_WORDS = Text("Isi baris", "Words in the row")
_TEXT = ""
"""The name of no cell: that of the words of a row of which only these were kept."""
_PARTS = ("regulation", "locator", "quoted_in", "known", "table", "row", "column")


class LeftOut(Protocol):
    """A row that a reader gave up: where it stands, what it holds, and why."""

    @property
    def row(self) -> int | str:
        """The row as its sheet numbers it."""
        ...

    @property
    def cells(self) -> Any:
        """What stands in it: cells in order, or by the words over them."""
        ...

    def reason(self, language: str, /) -> str:
        """Why, in "id" or "en"."""
        ...


def source_cells(source: Citation | None, under: str, language: str) -> dict[Any, Any]:
    """A citation in the cells of a row."""
    if source is None:
        return {}
    parts = {f"{under}.{part}": getattr(source, part) for part in _PARTS}
    return parts | {f"{under}.known": say_choice(f"{under}.known", source.known, language)}


def by_document(sources: Iterable[Citation | None]) -> Counter[Citation]:
    """How many rows come from each document and table; a row's own cells say where in it."""
    return Counter(attrs.evolve(each, row=None, column=None) for each in sources if each is not None)


def sources_sheet(sources: Mapping[Citation, int], language: str, *notes: str) -> tuple[Sheet, ...]:
    """A sheet with each source and how many rows come from it; none where there are neither sources nor notes."""
    if not sources and not notes:
        return ()
    return (
        Sheet(
            name=_SOURCES.say(language),
            columns=(Column(head=_CITED.say(language)), Column(head=_ROWS.say(language), holds="number")),
            rows=tuple((citation.say(language), many) for citation, many in sources.items()),
            notes=notes,
        ),
    )


def left_out_sheet(
    left_out: Iterable[LeftOut], language: str, name: Text = LEFT_OUT, *, empty: bool = False, field: str = "left_out"
) -> tuple[Sheet, ...]:
    """A sheet with each row that was left out: where it stands, why, and its cells.

    Args:
        left_out: The rows.
        language: "id" or "en".
        name: What its tab says.
        empty: Whether there is one where no row was left out.
        field: What the caller calls the rows.
    """
    given = checks.items(left_out, field)
    for at, each in enumerate(given):
        if isinstance(each, type) or not callable(getattr(each, "reason", None)) or not hasattr(each, "row"):
            raise InvalidValueError("wrong_type", field=f"{field}[{at}]", value=each, kind="Reject")
    if not given and not empty:
        return ()
    named = list(dict.fromkeys(str(key) for each in given for key in _by_name(_cells(each))))
    rows = [(each, _by_name(_cells(each))) for each in given]
    heads = [in_print(_over(key, language)) for key in named]
    fixed = [word.say(language) for word in (_ROW, _COLUMN, _REASON)]
    return (
        Sheet(
            name=name.say(language),
            columns=tuple(Column(head=head, holds="plain") for head in (*fixed, *heads)),
            rows=tuple(
                (
                    _plain(each.row),
                    _plain(getattr(each, "column", None)),
                    _plain(each.reason(language)),
                    *(_plain(cells.get(key)) for key in named),
                )
                for each, cells in rows
            ),
        ),
    )


def is_of_left_out(heads: Sequence[str]) -> bool:
    """Whether these heads are those of rows that were left out, as such a sheet has them."""
    return any(
        tuple(heads[:3]) == tuple(word.say(language) for word in (_ROW, _COLUMN, _REASON)) for language in LANGUAGES
    )


def _over(key: str, language: str) -> str:
    if key == _TEXT:
        return _WORDS.say(language)
    return f"{_CELL.say(language)} {key}" if key.isdecimal() else key


def _cells(each: Any) -> Any:
    """What stands in the row; its words where that is all that was kept."""
    return getattr(each, "cells", None) or ({_TEXT: each.text} if hasattr(each, "text") else {})


def _by_name(cells: Any) -> dict[str, Any]:
    """Cells by the words over them; by their place where nothing stands over them."""
    if isinstance(cells, Mapping):
        return {str(key): value for key, value in cells.items()}
    return {str(at): value for at, value in enumerate(cells, 1)}


def _plain(value: Any) -> Cell:
    """A cell of somebody else's as it can be written: a number as a number, all else as its text."""
    if value is None:
        return None
    if isinstance(value, int) and not isinstance(value, bool):
        return int(value)
    if isinstance(value, float) and value == value and abs(value) != float("inf"):
        return Decimal(repr(value)) if value % 1 else int(value)
    return in_print(str(value))
