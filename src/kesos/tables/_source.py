"""The table that somebody wants among the grids of a source."""

from __future__ import annotations

from collections.abc import Iterator

from kesos._sheets._grid import Grid
from kesos._sheets._heads import Head, Vocabulary, find_head
from kesos.errors import TableError


def find_table(grids: Iterator[Grid], vocabulary: Vocabulary, name: str) -> tuple[Grid, Head, tuple[str, ...]]:
    """The first grid with a head, its head, and the names of the others.

    Raises:
        TableError: No grid has a head that names two of the fields.
    """
    every = list(grids)
    for at, grid in enumerate(every):
        head = find_head(grid, vocabulary)
        if head is not None:
            return grid, head, tuple(each.name for each in (*every[:at], *every[at + 1 :]))
    wanted = tuple(field.heads for field in vocabulary.fields[:12])
    raise TableError("no_head", field="source", table=name, known=wanted)
