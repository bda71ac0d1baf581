"""What every reader of tables does: find the head, go through the rows, and tell of each what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypedDict, TypeVar, Unpack, cast, get_type_hints

import attrs

from kesos import _checks as checks
from kesos._sheets._fields import Field
from kesos._sheets._grid import Grid, Label
from kesos._sheets._heads import Head, check_said
from kesos._sheets._source import Source, grids_of
from kesos._sheets._spans import folded
from kesos._sheets._vocabulary import Vocabulary
from kesos.errors import KesosError, TableError
from kesos.tables._body import Body
from kesos.tables._cells import ColumnReader, Said
from kesos.tables._filled_down import check_fill_down, filled_down
from kesos.tables._merged import unmerged
from kesos.tables._plan import Plan, Values
from kesos.tables._results import Reject, TableReading
from kesos.tables._source import find_table
from kesos.tables._unread import figures_unread

R = TypeVar("R", bound=TableReading)


class Options(TypedDict, total=False):
    """What may be said to every reader of tables.

    Args:
        sheet: Which sheet of a workbook; left out, the first that has a head and is not hidden. The others are named in
            the result, and those with such a table in what it says. Or the names of several sheets, which are read one
            under another, each by its own head; their rows are then called by their sheets too ("MARET!7"). A quota has
            one sheet.
        columns: What stands over the column of a field, where its words are not known: {"people": "Jml org"}; None
            for a field that no column is to be read as.
        same: What is the same for every row and in no column: {"hazard": "banjir", "period": "2024"}. A row that says
            something else is a reject.
        fill_down: The fields, from the widest to the narrowest, of which a blank cell repeats what stands above it:
            ("place.district",). Left out, a blank is not known, whatever stands above it. Merged cells need no such
            word: the file says what they hold.
        locale: "id" or "en": the print of texts; left out, "id".
        ambiguous: What "1,234" is: "decimal" or "thousands"; left out, such a cell is at fault.
        none: What "Nihil" is in a column of numbers; left out, zero.
        dash: What a dash is there; left out, not known.
        blank: What an empty cell is there; left out, not known.
        unknown: What "Tidak diketahui" is there; left out, not known.
        century: Of which century a year of two digits is, such as 2000; left out, such a day is at fault.
        keep_without_bad_cells: Whether a row that has what it needs is kept without other cells that cannot be read,
            each of them listed in `bad_cells`.
        delimiter: The mark between the cells of a CSV file; left out, it is found.
        encoding: How a CSV file's characters are written; left out, UTF-8, or UTF-16 where the file begins as such.
    """

    sheet: str | Sequence[str] | None
    columns: Mapping[str, str | None] | None
    same: Mapping[str, Any] | None
    fill_down: Sequence[str]
    locale: str
    ambiguous: str | None
    none: int | None
    dash: int | None
    blank: int | None
    unknown: int | None
    century: int | None
    keep_without_bad_cells: bool
    delimiter: str | None
    encoding: str | None


_OPTIONS = frozenset(get_type_hints(Options))
_OF_CELLS = ("locale", "ambiguous", "none", "dash", "blank", "unknown", "century")


class Reader:
    """A table that somebody asked for, on the way to its rows."""

    def __init__(
        self,
        source: Source,
        fields: tuple[Field, ...],
        of: str,
        reader: str,
        alone: str = "",
        whole: Iterable[str] = (),
        /,
        **options: Unpack[Options],
    ) -> None:
        unexpected = sorted(options.keys() - _OPTIONS)
        if unexpected:
            raise TypeError(f"{reader}() got an unexpected keyword argument {unexpected[0]!r}")
        self.fields = {field.code: field for field in fields}
        self.said = Said(**cast("dict[str, Any]", {name: options[name] for name in _OF_CELLS if name in options}))  # type: ignore[literal-required]
        self.lenient = checks.flag(options.get("keep_without_bad_cells", False), "keep_without_bad_cells")
        self.same = self._same(options.get("same"))
        self.fill_down = check_fill_down(fields, options.get("fill_down", ()))
        self.vocabulary = Vocabulary(fields, options.get("columns"), alone=alone, of=whole)
        grids = grids_of(
            source,
            sheet=cast("str | None", options.get("sheet")),  # several are read one by one
            delimiter=options.get("delimiter"),
            encoding=options.get("encoding"),
        )
        self.grid: Grid
        self.head: Head
        found, self.head, self.others = find_table(grids, self.vocabulary, of)
        self.alike: tuple[str, ...] = ()
        check_said(found, self.head, self.fields, self.said.locale)
        self.grid = folded(found, self.head.spans, self.head.last, self.head.columns.get("account"))

    def add_columns(self, field_of: Callable[[str], Field | None]) -> None:
        """Takes in the columns that no field is known for, where `field_of` makes one of what stands over them."""
        columns = dict(self.head.columns)
        used = set(columns.values())
        for at, text in enumerate(self.head.texts):
            field = field_of(text) if text and at not in used else None
            if field is not None and field.code not in columns:
                self.fields[field.code] = field
                columns[field.code] = at
        self.head = attrs.evolve(self.head, columns=columns)

    def _same(self, same: Mapping[str, Any] | None) -> Values:
        """What is the same for every row, read as the cells of its columns are."""
        given: Values = {}
        for code, value in checks.mapping({} if same is None else same, "same").items():
            field = self.fields[checks.choice(code, f"same.{code}", self.fields)]
            try:
                known = ColumnReader(field, self.said).read(value)
            except KesosError as error:
                raise error.at(f"same.{code}") from None
            if known is not None:
                given[code] = known
        return given

    def check_columns(self, *needed: str) -> None:
        """Says nothing where each of these fields has a column, or is said to be the same for every row.

        Raises:
            TableError: One has none.
        """
        for code in needed:
            if code not in self.head.columns and code not in self.same:
                raise self.no_column(code)

    def no_column(self, code: str) -> TableError:
        """That a field has no column, with the heads that were not used, or all where each was."""
        field, heads = f"columns.{code}", self.fields[code].heads
        unused = self.unused(self.head)
        if unused:
            return TableError("no_column.unused", field=field, head=heads, found=unused, of=code)
        return TableError("no_column", field=field, head=heads, found=self.over())

    @staticmethod
    def unused(head: Head) -> tuple[str, ...]:
        """What stands over the columns that no field is read from."""
        used = {*head.columns.values(), head.ordinal}
        return tuple(text for at, text in enumerate(head.texts) if text and at not in used)

    def over(self) -> tuple[str, ...]:
        """What stands over the columns."""
        return tuple(filter(None, self.head.texts))

    def body(self, plan: Plan) -> Body:
        """The rows, gone through."""
        columns = self.head.columns
        fields = {place: self.fields[code] for code, place in columns.items()}
        needed = [columns[code] for code in plan.needed if code in columns]
        self.grid = unmerged(self.grid, self.head, fields, self.said, needed)
        for code in self.fill_down:
            if code not in columns:
                raise self.no_column(code)
        if self.fill_down:
            self.grid = filled_down(self.grid, self.head, [columns[code] for code in self.fill_down], plan.group)
        self.alike = tuple(other.name for other in self.others if other.is_like(self.head, plan.needed))
        lenient = self.lenient
        body = Body(self.grid, self.head, plan, self.said, self.same, self.vocabulary, keep_without_bad_cells=lenient)
        body.read()
        return body

    def result(self, kind: type[R], body: Body, entries: list[tuple[int, Any]], **more: Any) -> R:
        """What became of every row."""
        head = self.head
        read = [self.grid.rows[at] for at, thing in entries if not isinstance(thing, Reject)]
        return kind(
            entries=tuple([(self.grid.label(at), thing) for at, thing in entries]),
            skipped=tuple(body.skipped),
            bad_cells=tuple(body.bad_cells),
            columns=tuple((code, head.over(at)) for code, at in head.columns.items()),
            unread=self.unused(head),
            unread_figures=() if body.plan.private else figures_unread(head, read, self.vocabulary),
            sheet=self.grid.name,
            other_sheets=tuple(other.name for other in self.others),
            alike_sheets=self.alike,
            hidden_sheets=tuple(other.name for other in self.others if other.is_hidden),
            hidden_rows=self._hidden_rows(body),
            hidden_columns=tuple(head.over(at) for at in head.columns.values() if at in self.grid.hidden_columns),
            blank_below=tuple(
                (code, head.over(head.columns[code]), tuple(map(self.grid.label, rows)))
                for code, rows in body.blank_below.items()
            ),
            part_of=tuple((self.grid.label(at), self.grid.label(first)) for at, first in body.part_of.items()),
            **more,
        )

    def _hidden_rows(self, body: Body) -> tuple[Label, ...]:
        """The rows that nobody sees and that are not passed over."""
        hidden = [at for at in sorted(self.grid.hidden_rows) if self.head.last < at < len(self.grid.rows)]
        skipped = {each.row for each in body.skipped} if hidden else set[Label]()
        return tuple(row for at in hidden if (row := self.grid.label(at)) not in skipped)
