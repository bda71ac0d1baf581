"""What the file of a workbook tells of a sheet beside its cells, and those who read the cells do not."""

from __future__ import annotations

from typing import Final

import attrs

from kesos._sheets._grid import Merged
from kesos.errors import TableError

_MOST_BLANK: Final = 10_000
"""No table of an office goes on below so many rows that nobody has touched."""
_MOST_PLACES: Final = 20_000_000
"""So many places of cells take a machine some seconds, filled or not."""
_MOST_PER_CELL: Final = 100
"""Where there are more places than these for each cell, a few cells lie far from the others."""


@attrs.frozen
class Beside:
    """What is told of a sheet.

    Args:
        merged: Which cells are one, where its file is not asked elsewhere.
        hidden_rows: The rows that nobody sees, by a filter or by hand, counted from zero.
        hidden_columns: The columns that nobody sees.
        rows: How far its cells reach down; 0 where that is not told.
        columns: How far they reach to the right; 0 where that is not told, or not far.
        held: How many rows are told of, one by one.
        cells: How many cells are.
    """

    merged: tuple[Merged, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    rows: int = 0
    columns: int = 0
    held: int = 0
    cells: int = 0

    def check_reach(self, sheet: str) -> None:
        """Says nothing where the places of the cells are no more than a machine can go through.

        Raises:
            TableError: Cells lie far below the others, or far beside them.

        >>> Beside(rows=1_048_576, held=21).check_reach("Data")
        Traceback (most recent call last):
        ...
        kesos.errors.TableError: sheet: on the sheet 'Data' something stands in row 1048576, far below the rest...
        """
        if self.rows - self.held > _MOST_BLANK:
            raise TableError("too_large.rows", field="sheet", value=sheet, row=self.rows)
        if max(_MOST_PLACES, _MOST_PER_CELL * self.cells) < self.rows * self.columns:
            raise TableError("too_large.columns", field="sheet", value=sheet, columns=self.columns)
