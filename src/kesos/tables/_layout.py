"""What rows are by what stands around them, or in all of them together: parts, wholes, other tables further down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kesos._sheets._accounts import Code, add_up, is_within, outline_codes, parts_of
from kesos._sheets._cells import number_in, shown
from kesos._sheets._heads import Head
from kesos._sheets._kinds import are_column_numbers, filled, is_named, kind_of
from kesos.tables._plan import Plan
from kesos.tables._row_cells import RowCells

_ONE = ("1", "(1)")
"""With what a row of column numbers begins."""


class Layout:
    """The rows under a head that are not read one by one, by their places in the grid."""

    def __init__(
        self,
        cells: RowCells,
        head: Head,
        plan: Plan,
        rows: Sequence[Sequence[object]],
        columns: Mapping[str, Sequence[Any]],
    ) -> None:
        self._cells, self._head, self._plan = cells, head, plan
        self._first = head.last + 1
        self.adds_up: Mapping[int, tuple[int, ...]] = {}
        """The rows that add up others, each with those at the bottom."""
        self.outside: set[int] = set()
        """The rows under other accounts than those asked for."""
        self.other_head: dict[int, int] = {}
        """The rows of other tables further down, each with the head that it stands under, or is."""
        self.whole: set[int] = set()
        """The rows that are called as the area of all."""
        self._numbers = {at for at, row in enumerate(rows, self._first) if self._are_column_numbers(at, row)}
        if plan.nested:
            self._nest([parts_of(code) if isinstance(code, str) else None for code in columns[plan.nested]])
        elif plan.outlined and head.ordinal is not None:
            self._nest(outline_codes([shown(row[head.ordinal], "id") for row in rows]))
        self._find_other_tables(rows)
        if plan.whole and plan.name in columns:
            self._find_the_whole(columns)

    @property
    def apart(self) -> set[int]:
        """All of them, counted from the first row under the head."""
        return {
            at - self._first for at in (*self._numbers, *self.adds_up, *self.outside, *self.other_head, *self.whole)
        }

    def _are_column_numbers(self, at: int, row: Sequence[object]) -> bool:
        """Whether a row counts the columns: one that does may look like a row of figures."""
        cells = list(filled(row).values())
        if not cells or (number_in(cells[0]) != 1 and not (isinstance(cells[0], str) and cells[0] in _ONE)):
            return False
        return are_column_numbers(cells, under_head=self.is_under_head(at))

    def is_under_head(self, at: int) -> bool:
        """Whether a row stands right under the head of figures."""
        return bool(self._plan.figures) and at == self._first

    def _find_other_tables(self, rows: Sequence[Sequence[object]]) -> None:
        """Finds the rows under a head that is not the one that was found, up to where that one is repeated."""
        under: int | None = None
        for at, row in enumerate(rows, self._first):
            if self._cells.may_head(row):
                if kind_of(row, self._head, in_tail=False) == "head":
                    under = None
                elif self._cells.heads_another_table(row):
                    under = at
            if under is not None:
                self.other_head[at] = under

    def _find_the_whole(self, columns: Mapping[str, Sequence[Any]]) -> None:
        """Finds the first or the last of several rows, where it is called as the area of all and tells a figure."""
        names = columns[self._plan.name]
        named = [at for at, words in enumerate(names) if isinstance(words, str)]
        told = [columns[code] for code in self._plan.figures if code in columns]
        for at in {named[0], named[-1]} if len(named) > 1 else ():
            if is_named(names[at], self._plan.whole) and any(column[at] is not None for column in told):
                self.whole.add(self._first + at)

    def _nest(self, codes: Sequence[Code | None]) -> None:
        """Finds the rows that add up others by their codes, and those that were not asked for."""
        self.adds_up = {
            self._first + at: tuple(self._first + each for each in bottom) for at, bottom in add_up(codes).items()
        }
        if self._plan.within:
            self.outside = {
                self._first + at for at, code in enumerate(codes) if not is_within(code or (), self._plan.within)
            }
