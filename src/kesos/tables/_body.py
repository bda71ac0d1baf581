"""The rows under a head, one after another: what each of them is, and nothing of it lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kesos._sheets._cells import alone, shown
from kesos._sheets._grid import Grid
from kesos._sheets._heads import Head
from kesos._sheets._kinds import Kind, called, filled, is_lettered, is_mean, is_total, kind_of
from kesos._sheets._progress import with_progress
from kesos._sheets._vocabulary import Vocabulary, plain_head
from kesos.errors import InvalidValueError, KesosError, ParseError
from kesos.tables._cells import Said, Unreadable
from kesos.tables._layout import Layout
from kesos.tables._merged import FIGURES
from kesos.tables._outcomes import Outcomes
from kesos.tables._plan import Plan, Values
from kesos.tables._results import BadCell, Skipped
from kesos.tables._row_cells import RowCells
from kesos.tables._same import contradicts, differs
from kesos.tables._total_rows import TotalRows
from kesos.words import hint


def _not_plain(columns: Sequence[Sequence[Any]], needed: Sequence[int]) -> set[int]:
    """The rows with a cell that cannot be read, or without one that they need."""
    apart: set[int] = set()
    for column in columns:
        if Unreadable in set(map(type, column)):
            apart |= {at for at, value in enumerate(column) if type(value) is Unreadable}
    for place in needed:
        if None in columns[place]:
            apart |= {at for at, value in enumerate(columns[place]) if value is None}
    return apart


def _adds_up(words: object) -> bool:
    """Whether the words that name a row say that it adds up others."""
    return type(words) is str and words[:1] in "jJtTsSgGrRaAkK" and is_total(words)


class Body:
    """One pass over the rows of a grid."""

    def __init__(
        self,
        grid: Grid,
        head: Head,
        plan: Plan,
        said: Said,
        same: Values,
        vocabulary: Vocabulary,
        *,
        keep_without_bad_cells: bool = False,
    ) -> None:
        self.grid, self.head, self.plan, self.said, self.same = grid, head, plan, said, same
        self.lenient = keep_without_bad_cells
        self.cells = RowCells(grid, head, plan, said, vocabulary)
        self._outcomes = Outcomes(grid, self.cells, private=plan.private)
        self.entries, self._skip, self._reject = self._outcomes.entries, self._outcomes.skip, self._outcomes.reject
        self.bad_cells: list[BadCell] = []
        self.blank_below: dict[str, list[int]] = {}
        """The rows with a blank below a filled cell, by the field that may group them."""
        self.part_of: dict[int, int] = {}
        """The rows that tell more of what an earlier row begins, each with that one."""
        self._filled_from: dict[str, int] = {}
        self._first_of: dict[object, int] = {}
        self._group: Values = {}
        self._in_tail = False
        self._called: set[str | None] = set()
        """As what the rows with figures name their areas."""
        self._headings: list[int] = []
        """The rows taken for heads since the last that is none, for want of a figure."""

    def read(self) -> None:
        """Goes through the rows once."""
        head, plan = self.head, self.plan
        for at in range(head.first):
            self._skip(at, "title")
        first, last = head.last + 1, self._last_filled()
        rows = [self.cells.whole_row(at) for at in range(first, last + 1)]
        columns = [reader.column([row[place] for row in rows]) for _, place, reader in self.cells.columns]
        codes, make = list(head.columns), plan.make
        name = columns[codes.index(plan.name)] if plan.name in codes else [None] * len(rows)
        apart = _not_plain(columns, [codes.index(code) for code in plan.needed if code in codes])
        if self.cells.most is not None:
            apart |= {at for at, row in enumerate(rows) if self.cells.goes_beyond_head(row)}
        complete = set(plan.needed) <= set(codes)
        self._layout = Layout(self.cells, head, plan, rows, dict(zip(codes, columns, strict=True)))
        self._totals = TotalRows(self.grid, head, plan, self.cells, self._outcomes, self._layout)
        apart |= self._layout.apart
        for code, column in zip(codes, columns, strict=True):
            if code in self.same:
                apart |= {at for at, value in enumerate(column) if contradicts(self.same, code, value)}
        figures = [codes.index(code) for code in plan.figures]
        if figures:
            each_read = zip(*[columns[place] for place in figures], strict=True)
            empty = {at for at, read in enumerate(each_read) if not any(value is not None for value in read)}
            apart |= empty
            self._called = {called(str(words)) for at, words in enumerate(name) if at not in empty} - {None}
        self._watch(first, dict(zip(codes, columns, strict=True)))
        each = enumerate(zip(rows, zip(*columns, strict=True), name, strict=True), first)
        for at, (row, read, words) in with_progress(each, len(rows), "kesos"):
            values = dict(zip(codes, read, strict=True))
            if at - first in apart or not (complete or self._completes(values)) or _adds_up(words):
                self._otherwise(at, row)
                continue
            if self._group_differs(values) is not None:
                self._otherwise(at, row)
                continue
            if self._group or self.same:
                values = self._completed(values)
            try:
                made = make(values)
            except KesosError:
                self._otherwise(at, row)
                continue
            self._keep_headings()
            if plan.doubled or not self._is_doubled(at, row):
                self._in_tail = False
                self._enter(at, made, values)
        self._keep_headings()
        self._totals.close_announced()
        self._totals.close_above()
        self.entries.sort(key=lambda each: each[0])

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """The rows that are passed over, in order."""
        return self._outcomes.skipped

    @property
    def last_total(self) -> Values:
        """What the last total says."""
        return self._totals.last

    def _watch(self, first: int, columns: Mapping[str, Sequence[Any]]) -> None:
        """Finds from which row on a blank may repeat what stands above it."""
        for code in self.plan.grouping:
            begun = next((at for at, value in enumerate(columns.get(code, ())) if value is not None), None)
            if begun is not None:
                self._filled_from[code] = first + begun

    def _enter(self, at: int, made: Any, values: Values) -> None:
        """Takes in what became of a row."""
        self.entries.append((at, made))
        for code, begun in self._filled_from.items():
            if at > begun and values.get(code) is None:
                self.blank_below.setdefault(code, []).append(at)

    def _completes(self, values: Values) -> bool:
        """Whether a row has all that it needs with what its group and the caller say."""
        return all(self._completed(values).get(code) is not None for code in self.plan.needed)

    def _last_filled(self) -> int:
        """The last row with anything in it: sheets often go on for thousands of rows that were only coloured."""
        at = len(self.grid.rows) - 1
        while at > self.head.last and self.grid.labels is None and not filled(self.grid.rows[at]):
            at -= 1
        return at

    def _group_differs(self, values: Values) -> str | None:
        """The field of which the group of a row says something else than the caller says of all, if any."""
        if not self._group or not self.same:
            return None
        differing = (code for code, value in self._group.items() if contradicts(self.same, code, value))
        return next((code for code in differing if values.get(code) is None), None)

    def _completed(self, values: Values) -> Values:
        """The values of a row with what its group, and the caller for all rows, say where the row does not."""
        for more in (self._group, self.same):
            for code, value in more.items():
                if values.get(code) is None:
                    values[code] = value
        return values

    def _is_doubled(self, at: int, row: Sequence[object]) -> bool:
        """Whether an earlier row says the same in every cell but the one that counts the rows."""
        ordinal = self.head.ordinal
        key = tuple(row) if ordinal is None else (*row[:ordinal], *row[ordinal + 1 :])
        try:
            first = self._first_of.setdefault(key, at)
        except TypeError:  # a cell that holds a list
            return False
        if first == at:
            return False
        doubled = InvalidValueError("doubled_row", row=self.grid.label(first))
        self._reject(at, row, [self.cells.fault(at, None, None, doubled)])
        return True

    def _otherwise(self, at: int, row: Sequence[object]) -> None:
        """A row that is no object: what else it is, or every fault in it."""
        words = [shown(cell, "id") for cell in filled(row).values() if isinstance(cell, str)]
        group = next((said for word in words if (said := self.plan.group(word))), {})
        kind = kind_of(
            row,
            self.head,
            in_tail=self._in_tail,
            is_group=bool(group),
            under_head=self._layout.is_under_head(at),
            tells=self.cells.tells(row),
        )
        other = self._layout.other_head.get(at)
        if other is not None:
            self._of_another_table(at, row, other, kind)
            return
        if kind == "group" and self._is_one_of_many(row):
            kind = None
        elif kind is None and not self.plan.flat and self._heads_others(row):
            self._totals.close_announced()
            self._group = group
            self._headings.append(at)
            return
        if kind is None and self._announces(row, words):
            self._totals.close_announced()
            self._group = group
            self._totals.announce(at)
            return
        if kind is None and at in self._layout.outside:
            if at not in self._layout.adds_up:
                self._totals.add(at, row)
            kind = "other_account"
        if kind is None and at in self._layout.adds_up:
            if not self._heads_others(row):
                self._totals.nested(at, row)
                return
            kind = "group"
        if kind == "total" and words and is_mean(words[0]):
            kind = "mean"
        if kind == "total" or at in self._layout.whole:
            self._close_headings(" ".join(words))
            self._totals.close_announced()
            self._totals.total(at, row)
            return
        if kind is None:
            self._keep_headings()
            self._faulty(at, row)
            return
        if kind == "group":
            self._totals.close_announced()
            self._group = group
        elif kind == "signature":
            self._in_tail = True
        self._skip(at, kind)

    def _of_another_table(self, at: int, row: Sequence[object], head: int, kind: Kind | None) -> None:
        """A row further down that the head of this table says nothing of."""
        if at == head:
            self._skip(at, "other_head")
        elif kind in ("blank", "column_numbers", "note", "signature"):
            self._skip(at, kind)
        else:
            error = InvalidValueError("other_table", row=self.grid.label(head))
            self._reject(at, row, [self.cells.fault(at, None, None, error)], is_total=kind == "total")

    def _heads_others(self, row: Sequence[object]) -> bool:
        """Whether a row has none of the figures that each row of the table has."""
        places = [self.head.columns[code] for code in self.plan.figures]
        return bool(places) and not any(place in filled(row) for place in places)

    def _is_one_of_many(self, row: Sequence[object]) -> bool:
        """Whether a row without figures is called as rows with figures are, and nothing else says that it heads any."""
        ordinal, name = self.head.ordinal, row[self.head.columns[self.plan.name]]
        lettered = ordinal is not None and is_lettered(row[ordinal])
        return self.plan.flat and not lettered and called(str(name)) in self._called

    def _keep_headings(self) -> None:
        """What was taken for heads, and has a row under it, are heads."""
        headings, self._headings = self._headings, []
        for at in headings:
            self._skip(at, "group")

    def _close_headings(self, total: str) -> None:
        """At a total: what was taken for heads, and has no row under it, are rows without figures; but a head of which
        the total is, "JUMLAH BELANJA MODAL" of "BELANJA MODAL", heads what is nothing."""
        headings, self._headings = self._headings, []
        for at in headings:
            row = self.cells.whole_row(at)
            if plain_head(shown(row[self.head.columns[self.plan.name]], "id")) in plain_head(total):
                self._skip(at, "group")
            else:
                self._faulty(at, row)

    def _announces(self, row: Sequence[object], words: Sequence[str]) -> bool:
        """Whether a row heads the rows under it and says what they add up to: it is lettered, and says no more."""
        ordinal = self.head.ordinal
        lettered = ordinal is not None and is_lettered(row[ordinal])
        needed = [self.head.columns[code] for code in self.plan.needed if code in self.head.columns]
        others = [place for place in needed if place != self.head.columns.get(self.plan.name)]
        return lettered and len(words) > 1 and bool(others) and not any(place in filled(row) for place in others)

    def _faulty(self, at: int, row: Sequence[object]) -> None:
        if self.cells.goes_beyond_head(row):
            error = InvalidValueError("cells_beyond_head", most=self.cells.most)
            self._reject(at, row, [self.cells.fault(at, None, None, error)])
            return
        values: Values = {}
        faults: list[BadCell] = []
        kept_without: list[BadCell] = []
        for code, place, reader in self.cells.columns:
            try:
                value = reader.read(row[place])
                if contradicts(self.same, code, value):
                    raise differs(code, alone(row[place]))
                values[code] = value
            except KesosError as error:
                fault = self.cells.fault(at, place, row[place], error)
                (kept_without if self.lenient and code not in self.plan.needed else faults).append(fault)
        of_group = self._group_differs(values)
        if of_group is not None:
            faults.append(self.cells.fault(at, None, None, differs(of_group, self._group[of_group])))
        values = self._completed(values)
        at_fault = {fault.column for fault in faults}
        for code in self.plan.needed:
            found = self.head.columns.get(code)
            if values.get(code) is None and (found is None or self.cells.over(found) not in at_fault):
                cell = None if found is None else row[found]
                advice = (
                    None if found is None or self.cells.by_code[code].kind in FIGURES else hint("fill_down", of=code)
                )
                faults.append(self.cells.fault(at, found, cell, ParseError("blank", hint=advice)))
        made: Any = None
        if not faults:
            made, faults = self._made(at, row, values)
        if faults:
            self._reject(at, row, [*faults, *kept_without])
            return
        if self.plan.doubled or not self._is_doubled(at, row):
            self.bad_cells.extend(kept_without)
            self._enter(at, made, values)

    def _made(self, at: int, row: Sequence[object], values: Values) -> tuple[Any, list[BadCell]]:
        try:
            return self.plan.make(values), []
        except KesosError as error:
            place = self.cells.place_of(error.field)
            return None, [self.cells.fault(at, place, None if place is None else row[place], error)]
