"""The rows that say what others come to: held against them, passed over where they do, else rejected."""

from __future__ import annotations

from collections.abc import Sequence

from kesos._sheets._cells import shown
from kesos._sheets._grid import Grid
from kesos._sheets._heads import Head
from kesos._sheets._kinds import filled, is_total
from kesos.errors import InvalidValueError, KesosError
from kesos.tables._layout import Layout
from kesos.tables._outcomes import Outcomes
from kesos.tables._plan import Plan, Values
from kesos.tables._results import Reject
from kesos.tables._row_cells import RowCells
from kesos.tables._totals import Held, Sums, Totals, Without, say_sum


def _without(reject: Reject | None) -> Without:
    """Why a sum may be without a row."""
    if reject is None:
        return ""
    return "doubled" if reject.error.code == "doubled_row" else "rejected"


class TotalRows:
    """The totals of one table, as they come."""

    def __init__(self, grid: Grid, head: Head, plan: Plan, cells: RowCells, outcomes: Outcomes, layout: Layout) -> None:
        self._grid, self._head, self._plan, self._cells = grid, head, plan, cells
        self._outcomes, self._layout = outcomes, layout
        self._totals = Totals()
        self._added = 0
        self._above: int | None = None
        """The total that stands above all rows."""
        self._announced: int | None = None
        """The head of the group that is open, where it says what its rows add up to."""
        self.last: Values = {}
        """What the last total says."""

    def add(self, at: int, row: Sequence[object]) -> None:
        """Adds a row to whatever total comes next, though it is no row of the table."""
        values, unread = self._cells.addends(row)
        self._totals.add(values, row=self._grid.label(at), unread=unread)

    def announce(self, at: int) -> None:
        """Begins a group whose head, this row, says what its rows add up to."""
        self._catch_up()
        self._totals.open_group()
        self._announced = at

    def total(self, at: int, row: Sequence[object]) -> None:
        """A total: passed over where the rows add up to it, or where nothing of it can be added; else a reject."""
        self._catch_up()
        self.last = {code: self._cells.meaning(code, at) for code in self._head.columns}
        if self._above is None and self._is_above_all():
            self._above = at
            return
        words = next((said for cell in filled(row).values() if is_total(said := shown(cell, "id"))), self._plan.whole)
        printed = self._cells.printed(row)
        self._held_against(at, row, printed, self._totals.held_against(printed, words.split()[0].casefold()))

    def _is_above_all(self) -> bool:
        """Whether neither a row nor the head of a group has come yet."""
        return not self._totals.whole.has_rows and not self._outcomes.has_passed_over("group")

    def close_above(self) -> None:
        """The end of the rows that a total stands above."""
        if self._above is not None:
            self._catch_up()
            row = self._cells.whole_row(self._above)
            printed = self._cells.printed(row)
            self._held_against(self._above, row, printed, self._totals.whole.held_against(printed))

    def nested(self, at: int, row: Sequence[object]) -> None:
        """A row that adds up those whose codes lie within its own: passed over where they come to it, else a reject."""
        sums = Sums()
        for bottom in self._layout.adds_up[at]:
            values, unread = self._cells.addends(self._cells.whole_row(bottom))
            sums.add(values, row=self._grid.label(bottom), unread=unread)
        printed = self._cells.printed(row)
        self._held_against(at, row, printed, sums.held_against(printed))

    def _held_against(self, at: int, row: Sequence[object], printed: Values, held: Held) -> None:
        """A total, with what differs in it from the rows that it adds up."""
        unread = self._cells.unread_in_total(at, row)
        refused = self._refused(at) if self._plan.fitting and not held.differing else None
        if refused is not None:
            place = self._cells.place_of(refused.field)
            found = None if place is None else row[place]
            self._outcomes.reject(at, row, [self._cells.fault(at, place, found, refused), *unread], is_total=True)
            return
        if not held.differing:
            own = (self._grid.label(at),) if unread else ()
            self._outcomes.skip(at, "total", (*held.unchecked, *own), unread)
            return
        faults = []
        for code, found in held.differing.items():
            column = self._head.columns[code]
            error = InvalidValueError(
                "total_differs", value=printed[code], printed=say_sum(printed[code]), found=say_sum(found)
            )
            faults.append(self._cells.fault(at, column, row[column], error))
        self._outcomes.reject(at, row, [*faults, *unread], is_total=True)

    def _refused(self, at: int) -> KesosError | None:
        """Why no row can say what a total says, if none can: its figures fit each other as those of a row do."""
        try:
            self._plan.make(
                {code: self._cells.meaning(code, at) for code in self._head.columns} | {self._plan.name: "Jumlah"}
            )
        except KesosError as error:
            return error
        return None

    def close_announced(self) -> None:
        """The end of a group whose head says what its rows add up to: passed over where they do, else a reject."""
        at, self._announced = self._announced, None
        if at is None:
            return
        self._catch_up()
        row = self._cells.whole_row(at)
        printed = self._cells.printed(row)
        self._held_against(at, row, printed, self._totals.group.held_against(printed))

    def _catch_up(self) -> None:
        """Adds up the rows since the last total."""
        for at, thing in self._outcomes.entries[self._added :]:
            reject = thing if isinstance(thing, Reject) else None
            if at not in self._layout.other_head and (reject is None or not reject.is_total):
                values, unread = self._cells.addends(self._cells.whole_row(at))
                self._totals.add(values, row=self._grid.label(at), unread=unread, without=_without(reject))
        self._added = len(self._outcomes.entries)
