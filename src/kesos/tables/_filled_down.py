"""Blanks below what they repeat: a district that stands in the first of its rows only, where no merged cell says so.

A blank is not known. It is what stands above it where a caller says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import attrs

from kesos import _checks as checks
from kesos._sheets._cells import shown
from kesos._sheets._fields import Field
from kesos._sheets._grid import Grid, with_cells
from kesos._sheets._heads import Head
from kesos._sheets._kinds import filled, kind_of
from kesos.tables._merged import FIGURES


def check_fill_down(fields: Iterable[Field], given: object) -> tuple[str, ...]:
    """The fields that may be blank below what they repeat, from the widest to the narrowest.

    Raises:
        InvalidValueError: One is no field of the table, or one of figures: a blank is never the figure above it.
    """
    known = tuple(field.code for field in fields if field.kind not in FIGURES)
    return checks.each(lambda code, path: checks.choice(code, path, known), given, "fill_down")


def filled_down(grid: Grid, head: Head, columns: Sequence[int], heads_group: Callable[[str], object]) -> Grid:
    """The grid with what stands above in the blank cells of these columns, row by row.

    Nothing goes on below a total or the head of a group, nor from one thing of a wider column into another: a village
    is not that of the district before.

    Args:
        grid: The rows.
        head: Their head.
        columns: The columns, from the widest to the narrowest.
        heads_group: Whether these words head a group.
    """
    rows: list[Sequence[object]] = list(grid.rows)
    above: dict[int, object] = {}
    in_tail = False
    for at in range(head.last + 1, len(rows)):
        cells = filled(rows[at])
        is_group = any(isinstance(cell, str) and heads_group(shown(cell, "id")) for cell in cells.values())
        kind = kind_of(rows[at], head, in_tail=in_tail, is_group=is_group)
        if kind in ("group", "total"):
            above = {}
        if kind is not None or cells.keys().isdisjoint(head.columns.values()):
            in_tail = in_tail or kind == "signature"
            continue
        in_tail = False
        for order, place in enumerate(columns):
            if place in cells and cells[place] != above.get(place):
                above = {wider: above[wider] for wider in columns[:order] if wider in above}
                above[place] = cells[place]
        rows[at] = with_cells(rows[at], {place: cell for place, cell in above.items() if place not in cells})
    return attrs.evolve(grid, rows=rows)
