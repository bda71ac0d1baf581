"""The rows under a head, one after another: what each of them is, and nothing of it lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kesos._sheets._accounts import Code, add_up, is_within, outline_codes, parts_of
from kesos._sheets._cells import shown
from kesos._sheets._grid import Grid, Label
from kesos._sheets._heads import Head, Vocabulary, plain_head
from kesos._sheets._kinds import (
    Kind,
    are_column_numbers,
    called,
    filled,
    is_lettered,
    is_mean,
    is_named,
    is_total,
    kind_of,
)
from kesos._sheets._progress import with_progress
from kesos.errors import InvalidValueError, KesosError, ParseError
from kesos.tables._cells import Said, Unreadable
from kesos.tables._merged import FIGURES
from kesos.tables._plan import Plan, Values
from kesos.tables._results import BadCell, Reject, Skipped
from kesos.tables._row_cells import RowCells
from kesos.tables._totals import Held, Sums, Totals, Without, say_sum
from kesos.words import hint

_ONE = (1, "1", "(1)")
"""With what a row of column numbers begins."""


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


def _without(reject: Reject | None) -> Without:
    """Why a sum may be without a row."""
    if reject is None:
        return ""
    return "doubled" if reject.error.code == "doubled_row" else "rejected"


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
        self.entries: list[tuple[int, Any]] = []
        self._skipped: list[tuple[int, Skipped]] = []
        self._above: int | None = None
        """The total that stands above all rows."""
        self._announced: int | None = None
        """The head of the group that is open, where it says what its rows add up to."""
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
        self.last_total: Values = {}
        """What the last total says."""
        self._totals = Totals()
        self._added = 0
        self._adds_up: Mapping[int, tuple[int, ...]] = {}
        self._outside: set[int] = set()
        self._other_head: dict[int, int] = {}
        """The rows of other tables further down, each with the head that it stands under, or is."""
        self._whole: set[int] = set()
        """The rows that are called as the area of all, counted from the head."""

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
        apart |= {at for at, row in enumerate(rows) if self._are_column_numbers(first + at, row)}
        if plan.nested:
            accounts = columns[codes.index(plan.nested)]
            self._nest(first, [parts_of(code) if isinstance(code, str) else None for code in accounts])
        elif plan.outlined and head.ordinal is not None:
            self._nest(first, outline_codes([shown(row[head.ordinal], "id") for row in rows]))
        apart |= {at - first for at in (*self._adds_up, *self._outside)}
        self._find_other_tables(first, rows)
        apart |= {at - first for at in self._other_head}
        figures = [codes.index(code) for code in plan.figures]
        if figures:
            each_read = zip(*[columns[place] for place in figures], strict=True)
            empty = {at for at, read in enumerate(each_read) if not any(value is not None for value in read)}
            apart |= empty
            self._called = {called(str(words)) for at, words in enumerate(name) if at not in empty} - {None}
        if plan.whole:
            apart |= self._the_whole(name)
        self._watch(first, dict(zip(codes, columns, strict=True)))
        each = enumerate(zip(rows, zip(*columns, strict=True), name, strict=True), first)
        for at, (row, read, words) in with_progress(each, len(rows), "kesos"):
            values = dict(zip(codes, read, strict=True))
            if at - first in apart or not (complete or self._completes(values)) or _adds_up(words):
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
        self._close_announced()
        self._close_above()
        self.entries.sort(key=lambda each: each[0])

    def _are_column_numbers(self, at: int, row: Sequence[object]) -> bool:
        """Whether a row counts the columns: one that does may look like a row of figures."""
        cells = list(filled(row).values())
        return bool(cells) and cells[0] in _ONE and are_column_numbers(cells, under_head=self._is_under_head(at))

    def _is_under_head(self, at: int) -> bool:
        """Whether a row stands right under the head of figures."""
        return bool(self.plan.figures) and at == self.head.last + 1

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

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """The rows that are passed over, in order."""
        return tuple(skipped for _, skipped in sorted(self._skipped, key=lambda each: each[0]))

    def _find_other_tables(self, first: int, rows: Sequence[Sequence[object]]) -> None:
        """Finds the rows under a head that is not the one that was found, up to where that one is repeated."""
        under: int | None = None
        for at, row in enumerate(rows, first):
            if self.cells.may_head(row):
                if kind_of(row, self.head, in_tail=False) == "head":
                    under = None
                elif self.cells.heads_another_table(row):
                    under = at
            if under is not None:
                self._other_head[at] = under

    def _the_whole(self, names: Sequence[object]) -> set[int]:
        """The first or the last of several rows, where it is called as the area that all of them are of."""
        named = [at for at, words in enumerate(names) if isinstance(words, str)]
        ends = {named[0], named[-1]} if len(named) > 1 else set()
        self._whole = {at for at in ends if is_named(str(names[at]), self.plan.whole)}
        return self._whole

    def _nest(self, first: int, codes: Sequence[Code | None]) -> None:
        """Finds the rows that add up others by their codes, and those that were not asked for."""
        self._adds_up = {first + at: tuple(first + each for each in bottom) for at, bottom in add_up(codes).items()}
        if self.plan.within:
            self._outside = {first + at for at, code in enumerate(codes) if not is_within(code or (), self.plan.within)}

    def _completes(self, values: Values) -> bool:
        """Whether a row has all that it needs with what its group and the caller say."""
        return all(self._completed(values).get(code) is not None for code in self.plan.needed)

    def _last_filled(self) -> int:
        """The last row with anything in it: sheets often go on for thousands of rows that were only coloured."""
        at = len(self.grid.rows) - 1
        while at > self.head.last and self.grid.labels is None and not filled(self.grid.rows[at]):
            at -= 1
        return at

    def _completed(self, values: Values) -> Values:
        """The values of a row with what its group, and the caller for all rows, say where the row does not."""
        for more in (self._group, self.same):
            for code, value in more.items():
                if values.get(code) is None:
                    values[code] = value
        return values

    def _skip(self, at: int, kind: Any, unchecked: tuple[Label, ...] = (), faults: tuple[BadCell, ...] = ()) -> None:
        words = " ".join(shown(cell, "id") for cell in filled(self.grid.rows[at]).values())
        if words or kind == "blank":
            skipped = Skipped(
                row=self.grid.label(at),
                kind=kind,
                text="" if self.plan.private else words,
                unchecked=unchecked,
                faults=faults,
            )
            self._skipped.append((at, skipped))

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
            under_head=self._is_under_head(at),
            tells=self.cells.tells(row),
        )
        other = self._other_head.get(at)
        if other is not None:
            self._of_another_table(at, row, other, kind)
            return
        if kind == "group" and self._is_one_of_many(row):
            kind = None
        elif kind is None and not self.plan.flat and self._heads_others(row):
            self._close_announced()
            self._group = group
            self._headings.append(at)
            return
        if kind is None and self._announces(row, words):
            self._close_announced()
            self._group = group
            self._catch_up()
            self._totals.open_group()
            self._announced = at
            return
        if kind is None and at in self._outside:
            if at not in self._adds_up:
                values, unread = self.cells.addends(row)
                self._totals.add(values, row=self.grid.label(at), unread=unread)
            kind = "other_account"
        if kind is None and at in self._adds_up:
            self._nested_total(at, row)
            return
        if kind is None and at - self.head.last - 1 not in self._whole:
            self._keep_headings()
            self._faulty(at, row)
            return
        if kind == "group":
            self._close_announced()
            self._group = group
        elif kind == "total" and words and is_mean(words[0]):
            self._skip(at, "mean")
            return
        elif kind == "total" or at - self.head.last - 1 in self._whole:
            self._close_headings(" ".join(words))
            self._close_announced()
            self._total_row(at, row)
            return
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

    def _total_row(self, at: int, row: Sequence[object]) -> None:
        """A total: passed over where the rows add up to it, or where nothing of it can be added; else a reject."""
        self._catch_up()
        self.last_total = {code: self.cells.meaning(code, at) for code in self.head.columns}
        if self._above is None and self._is_above_all():
            self._above = at
            return
        words = next((said for cell in filled(row).values() if is_total(said := shown(cell, "id"))), self.plan.whole)
        printed = self.cells.printed(row)
        self._held_against(at, row, printed, self._totals.held_against(printed, words.split()[0].casefold()))

    def _is_above_all(self) -> bool:
        """Whether neither a row nor the head of a group has come yet."""
        return not self._totals.whole.has_rows and all(skipped.kind != "group" for _, skipped in self._skipped)

    def _close_above(self) -> None:
        """The end of the rows that a total stands above."""
        if self._above is not None:
            self._catch_up()
            row = self.cells.whole_row(self._above)
            printed = self.cells.printed(row)
            self._held_against(self._above, row, printed, self._totals.whole.held_against(printed))

    def _nested_total(self, at: int, row: Sequence[object]) -> None:
        """A row that adds up those whose codes lie within its own: passed over where they come to it, else a reject."""
        sums = Sums()
        for bottom in self._adds_up[at]:
            values, unread = self.cells.addends(self.cells.whole_row(bottom))
            sums.add(values, row=self.grid.label(bottom), unread=unread)
        printed = self.cells.printed(row)
        self._held_against(at, row, printed, sums.held_against(printed))

    def _held_against(self, at: int, row: Sequence[object], printed: Values, held: Held) -> None:
        """A total, with what differs in it from the rows that it adds up."""
        unread = self.cells.unread_in_total(at, row)
        refused = self._refused(at) if self.plan.fitting and not held.differing else None
        if refused is not None:
            place = self.cells.place_of(refused.field)
            found = None if place is None else row[place]
            self._reject(at, row, [self.cells.fault(at, place, found, refused), *unread], is_total=True)
            return
        if not held.differing:
            own = (self.grid.label(at),) if unread else ()
            self._skip(at, "total", (*held.unchecked, *own), unread)
            return
        faults = []
        for code, found in held.differing.items():
            column = self.head.columns[code]
            error = InvalidValueError(
                "total_differs", value=printed[code], printed=say_sum(printed[code]), found=say_sum(found)
            )
            faults.append(self.cells.fault(at, column, row[column], error))
        self._reject(at, row, [*faults, *unread], is_total=True)

    def _refused(self, at: int) -> KesosError | None:
        """Why no row can say what a total says, if none can: its figures fit each other as those of a row do."""
        try:
            self.plan.make(
                {code: self.cells.meaning(code, at) for code in self.head.columns} | {self.plan.name: "Jumlah"}
            )
        except KesosError as error:
            return error
        return None

    def _announces(self, row: Sequence[object], words: Sequence[str]) -> bool:
        """Whether a row heads the rows under it and says what they add up to: it is lettered, and says no more."""
        ordinal = self.head.ordinal
        lettered = ordinal is not None and is_lettered(row[ordinal])
        needed = [self.head.columns[code] for code in self.plan.needed if code in self.head.columns]
        others = [place for place in needed if place != self.head.columns.get(self.plan.name)]
        return lettered and len(words) > 1 and bool(others) and not any(place in filled(row) for place in others)

    def _close_announced(self) -> None:
        """The end of a group whose head says what its rows add up to: passed over where they do, else a reject."""
        at, self._announced = self._announced, None
        if at is None:
            return
        self._catch_up()
        row = self.cells.whole_row(at)
        printed = self.cells.printed(row)
        self._held_against(at, row, printed, self._totals.group.held_against(printed))

    def _catch_up(self) -> None:
        """Adds up the rows since the last total."""
        for at, thing in self.entries[self._added :]:
            reject = thing if isinstance(thing, Reject) else None
            if reject is None or not reject.is_total:
                values, unread = self.cells.addends(self.cells.whole_row(at))
                self._totals.add(values, row=self.grid.label(at), unread=unread, without=_without(reject))
        self._added = len(self.entries)

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
                values[code] = reader.read(row[place])
            except KesosError as error:
                fault = self.cells.fault(at, place, row[place], error)
                (kept_without if self.lenient and code not in self.plan.needed else faults).append(fault)
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

    def _reject(self, at: int, row: Sequence[object], faults: list[BadCell], *, is_total: bool = False) -> None:
        self.entries.append((at, self.cells.as_reject(at, row, faults, is_total=is_total)))
