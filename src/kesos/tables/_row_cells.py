"""The cells of a row: what they mean, what they add up to, and which of them is at fault."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from kesos._sheets._cells import alone
from kesos._sheets._grid import Grid
from kesos._sheets._heads import ORDINAL, Head
from kesos._sheets._kinds import filled
from kesos._sheets._vocabulary import Vocabulary, plain_head
from kesos.counts._known import FIELDS
from kesos.errors import KesosError
from kesos.tables._cells import ColumnReader, Said, Unreadable
from kesos.tables._merged import is_figure
from kesos.tables._plan import Plan, Values
from kesos.tables._results import BadCell, Reject
from kesos.words import REDACTED

_SAID_AS: Final = {
    **{f"counts.{code}": field for code, field in FIELDS.items()},
    "counts.house": "damage.houses",
    "counts.business": "damage.businesses",
    "counts.public_facility": "damage.public_facilities",
}
"""The fields that are counts under another name."""
_FEWEST_HEADS: Final = 3
"""So many words name the columns of a table further down; fewer may be names of places that sound like heads."""
_ADDS_UP: Final = frozenset({"count", "amount", "kk_jiwa"})


class RowCells:
    """The cells of the rows of a grid, read field by field."""

    def __init__(self, grid: Grid, head: Head, plan: Plan, said: Said, vocabulary: Vocabulary) -> None:
        self._grid, self._head, self._plan, self._vocabulary = grid, head, plan, vocabulary
        self.by_code = {field.code: field for field in plan.fields}
        self.columns = [(code, at, ColumnReader(self.by_code[code], said)) for code, at in head.columns.items()]
        self.most = max(map(len, grid.rows[head.first : head.last + 1])) if grid.is_separated else None
        """So many cells has a row, where a mark in a number that is not quoted would part it in two."""
        self._widest = 1 + max((head.ordinal or 0, *(place for _, place, _ in self.columns)))

    def addends(self, row: Sequence[object]) -> tuple[Values, list[str]]:
        """What a row has to be added up, and the columns in which it has something that cannot be read."""
        values: Values = {}
        unread: list[str] = []
        for code, place, reader in self.columns:
            if self.by_code[code].kind in _ADDS_UP:
                try:
                    values[code] = reader.read(row[place])
                except KesosError:  # words in it add nothing
                    unread.append(code)
        return values, unread

    def printed(self, row: Sequence[object]) -> Values:
        """What a total says."""
        return {code: value for code, value in self.addends(row)[0].items() if value is not None}

    def unread_in_total(self, at: int, row: Sequence[object]) -> tuple[BadCell, ...]:
        """The figures of a total that cannot be read; words in it are none."""
        unread: list[BadCell] = []
        for code, place, reader in self.columns:
            if self.by_code[code].kind in _ADDS_UP and is_figure(row[place]):
                value = reader.column([row[place]])[0]
                if type(value) is Unreadable:
                    unread.append(self.fault(at, place, row[place], value.refusal()))
        return tuple(unread)

    def whole_row(self, at: int) -> Sequence[object]:
        row = self._grid.rows[at]
        return row if len(row) >= self._widest else [*row, *[None] * (self._widest - len(row))]

    def goes_beyond_head(self, row: Sequence[object]) -> bool:
        """Whether a row has more cells with something in them than its head has columns."""
        return self.most is not None and len(row) > self.most and bool(filled(row[self.most :]))

    def tells(self, row: Sequence[object]) -> bool:
        """Whether a row under a signature has two things that each row of the table needs, as no signature has."""
        needed = [(place, reader) for code, place, reader in self.columns if code in self._plan.needed]
        read = [reader.column([row[place]])[0] for place, reader in needed]
        return sum(type(value) is not Unreadable and value is not None for value in read) > 1

    @staticmethod
    def may_head(row: Sequence[object]) -> bool:
        """Whether all that a row holds are words, as in a head, and three at least."""
        words = list(filled(row).values())
        return len(words) >= _FEWEST_HEADS and not any(
            not isinstance(word, str) or any(map(str.isdigit, word)) for word in words
        )

    def heads_another_table(self, row: Sequence[object]) -> bool:
        """Whether a row of words names columns as a head does: most of them, and three at least, are known as heads."""
        words = [str(word) for word in filled(row).values()]
        known = sum(plain_head(word) in ORDINAL or self._vocabulary.meaning((word,)) is not None for word in words)
        return known >= _FEWEST_HEADS and 2 * known >= len(words)

    def place_of(self, field: str | None) -> int | None:
        """The column of the field that an object refuses, or of the nearest that holds it."""
        columns, path = self._head.columns, field or ""
        if path in columns:
            return columns[path]
        path = _SAID_AS.get(path, path)
        if path in columns:
            return columns[path]
        if path in ("families", "people") and "families_and_people" in columns:
            return columns["families_and_people"]
        return next((at for code, at in columns.items() if code.startswith(path) and path), None)

    def fault(self, at: int, place: int | None, cell: object, error: KesosError) -> BadCell:
        error.__traceback__ = None  # it would keep the whole table alive
        told = error.redacted() if self._plan.private else error
        code = next((code for code, column, _ in self.columns if column == place), None)
        moved = told if code is None else told.at("") if told.field == code else _with_field(told, code)
        is_private = self._plan.private or error.value is REDACTED
        seen = REDACTED if is_private and cell is not None else alone(cell)
        return BadCell(row=self._grid.label(at), column=self.over(place), cell=seen, error=moved)

    def over(self, place: int | None) -> str | None:
        return None if place is None else self._head.over(place)

    def meaning(self, code: str, at: int) -> Any:
        """What the cell of a field means in a row; None where it cannot be read."""
        place = self._head.columns[code]
        reader = next(reader for known, _, reader in self.columns if known == code)
        try:
            return reader.read(self.whole_row(at)[place])
        except KesosError:
            return None

    def rejected(self, at: int, place: int | None, error: KesosError) -> Reject:
        """A row as a reject for what is found once it is read."""
        row = self._grid.rows[at]
        found = self.place_of(error.field)
        if found is not None:
            place = found
        fault = self.fault(at, place, row[place] if place is not None and place < len(row) else None, error)
        return self.as_reject(at, row, [fault])

    def as_reject(self, at: int, row: Sequence[object], faults: list[BadCell], *, is_total: bool = False) -> Reject:
        cells: dict[str, object] = {}
        kept, codes = self._plan.kept, {place: code for code, place, _ in self.columns}
        for place, given in filled(row).items():
            filling = alone(given)
            if kept is not None and place not in codes:
                continue
            over, cell = self._head.over(place), filling if kept is None else kept(codes[place], filling)
            cells[over if over not in cells else f"{over} [{place + 1}]"] = cell
        return Reject(row=self._grid.label(at), faults=tuple(faults), cells=tuple(cells.items()), is_total=is_total)


def _with_field(error: KesosError, code: str) -> KesosError:
    moved = error.at("")
    moved.field = code
    return moved


__all__ = ["RowCells"]
