"""Heads over several columns that are one column: its cells lie in any of them, as indented names do."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from kesos._sheets._cells import SeveralCells, shown
from kesos._sheets._grid import Grid
from kesos._sheets._kinds import filled

Span = tuple[int, int]
"""The first and the last of the columns."""


def folded(grid: Grid, spans: Sequence[Span], below: int, joined: int | None = None) -> Grid:
    """The grid with the cells of each span in its first column.

    Where a cell is itself one over several columns, it stands under the head that begins in it.

    Args:
        grid: The rows.
        spans: The columns that are one.
        below: The last row of the head.
        joined: The first column of a span whose cells are the parts of a code.
    """
    if not spans:
        return grid
    begins = {at: left for left, right in spans for at in range(left, right + 1)}
    moved = {
        (top, left): next((at for at in range(left + 1, right + 1) if begins.get(at, at) == at), left)
        for top, _, left, right in grid.merged
        if top > below and begins.get(left, left) != left
    }
    rows: list[Sequence[object]] = list(grid.rows[: below + 1])
    for at, row in enumerate(grid.rows[below + 1 :], below + 1):
        cells: dict[int, list[object]] = {}
        for place, cell in filled(row).items():
            place = moved.get((at, place), place)
            cells.setdefault(begins.get(place, place), []).append(cell)
        width = max((*cells, -1)) + 1
        rows.append([_one(cells.get(place, []), parts=place == joined) for place in range(width)])
    merged = tuple(
        (top, last, moved.get((top, left), begins.get(left, left)), begins.get(right, right)) if top > below else each
        for each in grid.merged
        for top, last, left, right in (each,)
    )
    return attrs.evolve(grid, rows=rows, merged=merged)


def _one(cells: list[object], *, parts: bool) -> object:
    if len(cells) < 2:
        return cells[0] if cells else None
    texts = [shown(cell, "id") for cell in cells]
    return ".".join(texts) if parts else SeveralCells(" | ".join(texts))
