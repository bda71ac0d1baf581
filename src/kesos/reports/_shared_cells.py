"""Merged cells that hold a figure and lie under several heads: of which of them the figure is, nobody can tell."""

from __future__ import annotations

from typing import NamedTuple

from kesos._sheets._cells import ErrorCell, Formula
from kesos._sheets._grid import Grid
from kesos.reports._blocks import Block, is_figure


class Shared(NamedTuple):
    """A merged cell that lies under several heads, so that nobody can tell which of them it is of."""

    cell: object
    left: int
    right: int


def alone(cell: object) -> object:
    """What a cell holds, whatever it lies under."""
    return cell.cell if isinstance(cell, Shared) else cell


def shared_cells(grid: Grid, block: Block) -> dict[int, list[tuple[int, int]]]:
    """The merged cells in each row that hold a figure and lie under several heads."""
    found: dict[int, list[tuple[int, int]]] = {}
    for top, _, left, right in grid.merged:
        heads = block.head.texts[left : right + 1]
        cell = _at(grid, top, left)
        holds_figure = isinstance(cell, (Formula, ErrorCell)) or is_figure(cell)
        if top > block.head.last and len(set(heads)) > 1 and holds_figure:
            found.setdefault(top, []).append((left, left + len(heads) - 1))
    return found


def _at(grid: Grid, row: int, column: int) -> object:
    cells = grid.rows[row] if row < len(grid.rows) else ()
    return cells[column] if column < len(cells) else None
