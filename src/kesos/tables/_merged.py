"""Merged cells under a head: of words, which hold in every row beside them, and of figures, which are of no one row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import attrs

from kesos._sheets._cells import ErrorCell, Formula, SharedCell, shown
from kesos._sheets._fields import Field
from kesos._sheets._grid import Grid, Merged, with_cells
from kesos._sheets._heads import Head
from kesos._sheets._kinds import filled, is_total, kind_of
from kesos.tables._cells import ColumnReader, Said, Unreadable
from kesos.tables._counted import NOT_RECORDED
from kesos.values import Quantity
from kesos.wording import FamiliesAndPeople

FIGURES: Final = frozenset({"count", "amount", "kk_jiwa", "quantity", "percent"})
"""The kinds of cells of which one that is shared by several rows would be counted in each."""


def unmerged(grid: Grid, head: Head, fields: Mapping[int, Field], said: Said, needed: Sequence[int]) -> Grid:
    """The grid with its merged cells in every row that they lie beside.

    A figure that several rows share, or several columns of figures, becomes a `SharedCell` in each; one that says that
    there is nothing, or that it is not known, says so of each.

    Args:
        grid: The rows.
        head: Their head.
        fields: The field of each column that has one.
        said: What is said about the print in the cells.
        needed: The columns without which a row is none.
    """
    regions = [each for each in grid.merged if each[0] > head.last and each[2] in fields]
    if not regions:
        return grid
    beside: dict[int, dict[int, object]] = {}
    for region in regions:
        for at in _lower(grid, region):
            beside.setdefault(at, {})[region[2]] = _at(grid, region[0], region[2])
    takes = {at for at, cells in beside.items() if _is_row(grid.rows[at], head, cells, fields, needed)}
    put: dict[int, dict[int, object]] = {}
    for region in regions:
        rows = [region[0], *(at for at in _lower(grid, region) if at in takes)]
        for place, cell in _cells_of(grid, region, rows, fields, said).items():
            for at in rows:
                put.setdefault(at, {})[place] = cell
    return attrs.evolve(grid, rows=[with_cells(row, put[at]) if at in put else row for at, row in enumerate(grid.rows)])


def _lower(grid: Grid, region: Merged) -> range:
    """The rows beside a merged cell that lie below its first."""
    return range(region[0] + 1, min(region[1] + 1, len(grid.rows)))


def _is_row(
    row: Sequence[object], head: Head, cells: Mapping[int, object], fields: Mapping[int, Field], needed: Sequence[int]
) -> bool:
    """Whether a row has something of its own beside merged cells, and is no total, group or note."""
    own = filled(row)
    words = [shown(cell, "id") for cell in own.values() if isinstance(cell, str)]
    if own.keys().isdisjoint(fields) or (words and is_total(words[0])):
        return False
    kind = kind_of(row, head, in_tail=False)
    return kind is None or (kind == "group" and {*own, *cells} >= set(needed))  # "Desa B" may be all that a row has


def _cells_of(
    grid: Grid, region: Merged, rows: Sequence[int], fields: Mapping[int, Field], said: Said
) -> dict[int, object]:
    """What a merged cell puts into these rows, by column."""
    top, _, left, right = region
    cell = _at(grid, top, left)
    if cell is None or fields[left].kind not in FIGURES:
        return {} if cell is None or len(rows) < 2 else {left: cell}
    places = [place for place, field in fields.items() if left <= place <= right and field.kind in FIGURES]
    if len(rows) < 2 and len(places) < 2:
        return {}
    value = ColumnReader(fields[left], said).column([cell])[0]
    if isinstance(value, Unreadable):  # each row is told of a figure, and none of the words of a signature
        return {left: cell} if is_figure(cell) else {}
    shared = cell if _is_nothing(value) else SharedCell(cell, grid.label(rows[0]), grid.label(rows[-1]))
    return dict.fromkeys(places, shared)


def is_figure(cell: object) -> bool:
    """Whether a cell holds more than words: a number, or what may become one."""
    if isinstance(cell, str) and not isinstance(cell, (Formula, ErrorCell)):
        return any(map(str.isdigit, cell)) and not is_total(cell)
    return cell is not None


def _is_nothing(value: Any) -> bool:
    """Whether a figure is the same for all who share it: none, or not known."""
    if isinstance(value, Quantity):
        return not value.amount
    return value is None or value is NOT_RECORDED or value in (0, FamiliesAndPeople(0, 0))


def _at(grid: Grid, row: int, column: int) -> object:
    return filled(grid.rows[row]).get(column) if row < len(grid.rows) else None
