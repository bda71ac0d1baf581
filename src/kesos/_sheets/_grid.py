"""A grid: the rows of cells of one sheet or frame, each with what its row is called there."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

Label = int | str
"""How a row is called: its number in the spreadsheet, counted from one, or the label of a frame's index."""
Merged = tuple[int, int, int, int]
"""A range of cells that are one: first and last row, first and last column, counted from zero."""


@attrs.frozen(eq=False, repr=False)
class Grid:
    """The rows of a sheet or a frame.

    Args:
        rows: The cells of each row; rows may be of any length.
        name: What the sheet is called; empty where it has no name.
        labels: What each row is called; None where they are numbered from one.
        merged: Which cells are one.
    """

    rows: Sequence[Sequence[object]]
    name: str = ""
    labels: Sequence[Label] | None = None
    merged: tuple[Merged, ...] = ()

    def label(self, at: int) -> Label:
        """What a row is called."""
        return at + 1 if self.labels is None else self.labels[at]
