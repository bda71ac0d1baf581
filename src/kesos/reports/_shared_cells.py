"""Merged cells that hold a figure and lie under several heads or beside several rows: of which, nobody can tell."""

from __future__ import annotations

from typing import NamedTuple

from kesos._sheets._cells import ErrorCell, Formula
from kesos._sheets._grid import Grid
from kesos.reports._blocks import Block, is_figure
from kesos.reports._columns import Column


class Shared(NamedTuple):
    """A merged cell, in one of the rows that it lies beside.

    Args:
        cell: What it holds.
        place: Its first row and column in the sheet.
        left: The first of the columns that it takes up.
        right: The last.
        heads: What stands over these, each once.
        is_below: Whether the row is another than its first.
        address: What a spreadsheet calls all of it.
    """

    cell: object
    place: tuple[int, int]
    left: int
    right: int
    heads: tuple[str, ...]
    is_below: bool
    address: str | None

    def is_unclear_in(self, column: Column) -> bool:
        """Whether nobody can tell what its figure is of; a number, a year or words beside rows are of all of them."""
        counts = column.holds in ("quantity", "number", "percent") and not column.is_numbering
        return len(self.heads) > 1 or counts


def alone(cell: object) -> object:
    """What a cell holds, whatever it lies under; nothing where it goes on from the row above."""
    if not isinstance(cell, Shared):
        return cell
    return None if cell.is_below else cell.cell


def shared_cells(grid: Grid, block: Block) -> dict[int, list[Shared]]:
    """The merged cells in each row that hold a figure and lie under several heads or beside several rows."""
    found: dict[int, list[Shared]] = {}
    end = max((at for at, _ in block.rows), default=0)
    for top, last, left, right in grid.merged:
        texts = block.head.texts[left : right + 1]
        heads = tuple(dict.fromkeys(texts))
        cell = _at(grid, top, left)
        holds_figure = isinstance(cell, (Formula, ErrorCell)) or is_figure(cell)
        if top <= block.head.last or not holds_figure or not (len(heads) > 1 or (heads and last > top)):
            continue
        right = left + len(texts) - 1
        address = grid.address(top, left, right, last)
        for row in range(top, min(last, end) + 1):
            until = right if len(heads) > 1 else left
            found.setdefault(row, []).append(Shared(cell, (top, left), left, until, heads, row > top, address))
    return found


def rows_beside(lines: list[list[object]], codes: list[str]) -> dict[tuple[int, int], str]:
    """The rows that each merged cell lies beside: the first and the last."""
    found: dict[tuple[int, int], list[str]] = {}
    for line, code in zip(lines, codes, strict=True):
        for cell in line:
            if isinstance(cell, Shared):
                found.setdefault(cell.place, []).append(code)
    return {key: "–".join(dict.fromkeys((those[0], those[-1]))) for key, those in found.items()}


def _at(grid: Grid, row: int, column: int) -> object:
    cells = grid.rows[row] if row < len(grid.rows) else ()
    return cells[column] if column < len(cells) else None
