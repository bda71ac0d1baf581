"""Columns that no field was read from: which of them hold figures, which whoever reads a total has to know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from kesos._sheets._cells import Percent, Worded, alone, number_in
from kesos._sheets._heads import ORDINAL, Head
from kesos._sheets._vocabulary import Vocabulary, plain_head

_LOOKED_AT: Final = 200
"""So many cells tell what a column holds."""
_FIGURE: Final = re.compile(r"(?:[±-]\s*)?(?:Rp\W*)?\d[\d.,]*(?:\s*(?:%|,-|[^\W\d]{1,12}\.?))?", re.IGNORECASE)


def figures_unread(head: Head, rows: Sequence[Sequence[object]], vocabulary: Vocabulary) -> tuple[str, ...]:
    """What stands over the columns that were not read and hold mostly figures; one that the caller leaves out is none.

    Args:
        head: The head of the table.
        rows: The rows that were read.
        vocabulary: The words for its fields, and what the caller says of them.
    """
    used = {*head.columns.values(), head.ordinal}
    return tuple(
        over
        for place, over in enumerate(head.texts)
        if over
        and place not in used
        and plain_head(over) not in ORDINAL
        and not vocabulary.leaves_out(over)
        and _are_figures(row[place] for row in rows if place < len(row))
    )


def _are_figures(cells: Iterable[object]) -> bool:
    """Whether most cells that hold something are figures."""
    figures = [_is_figure(cell) for cell in islice(_filled(cells), _LOOKED_AT)]
    return 2 * sum(figures) > len(figures)


def _filled(cells: Iterable[object]) -> Iterator[object]:
    return (
        cell for cell in map(alone, cells) if cell is not None and (not isinstance(cell, str) or cell.strip("-–— "))
    )


def _is_figure(cell: object) -> bool:
    if isinstance(cell, str):
        return _FIGURE.fullmatch(cell.strip()) is not None
    return isinstance(cell, (Percent, Worded)) or number_in(cell) is not None
