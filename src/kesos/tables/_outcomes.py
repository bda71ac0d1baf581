"""What becomes of each row: an object, a reject, or a row that is passed over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kesos._sheets._cells import shown
from kesos._sheets._grid import Grid, Label
from kesos._sheets._kinds import Kind, filled
from kesos.tables._results import BadCell, Skipped
from kesos.tables._row_cells import RowCells


class Outcomes:
    """What became of the rows so far, each with its place in the grid."""

    def __init__(self, grid: Grid, cells: RowCells, *, private: bool) -> None:
        self._grid, self._cells, self._private = grid, cells, private
        self.entries: list[tuple[int, Any]] = []
        """The objects and the rejects."""
        self._skipped: list[tuple[int, Skipped]] = []

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """The rows that are passed over, in order."""
        return tuple(skipped for _, skipped in sorted(self._skipped, key=lambda each: each[0]))

    def has_passed_over(self, kind: Kind) -> bool:
        """Whether a row of this kind was passed over."""
        return any(skipped.kind == kind for _, skipped in self._skipped)

    def skip(self, at: int, kind: Kind, unchecked: tuple[Label, ...] = (), faults: tuple[BadCell, ...] = ()) -> None:
        """Passes a row over."""
        words = " ".join(shown(cell, "id") for cell in filled(self._grid.rows[at]).values())
        if words or kind == "blank":
            skipped = Skipped(
                row=self._grid.label(at),
                kind=kind,
                text="" if self._private else words,
                unchecked=unchecked,
                faults=faults,
            )
            self._skipped.append((at, skipped))

    def reject(self, at: int, row: Sequence[object], faults: list[BadCell], *, is_total: bool = False) -> None:
        """Rejects a row for its faults."""
        self.entries.append((at, self._cells.as_reject(at, row, faults, is_total=is_total)))
