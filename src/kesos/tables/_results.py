"""What a reader makes of a table: objects, rows that could be none and why, and rows that are passed over."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import attrs

from kesos import _checks as checks
from kesos._sheets._cells import shown
from kesos._sheets._grid import Label
from kesos._sheets._kinds import KINDS, Kind
from kesos.errors import InvalidValueError, KesosError, TableError
from kesos.records import Fieldwise
from kesos.tables._remarks import Remark, remarks_of, remarks_on_hidden
from kesos.values import TableView, Text
from kesos.values._tabulated import Shown, ShownRow
from kesos.values._texts import check_language
from kesos.words import REDACTED, counted, show_value, without_card_numbers

_REASONS: Mapping[Kind, Text] = {
    "blank": Text("baris kosong", "a blank row"),
    "title": Text("judul atau keterangan di atas tabel", "a title or a remark above the table"),
    "head": Text("kepala tabel yang diulang", "the head once more"),
    "other_head": Text("kepala tabel lain", "the head of another table"),
    "column_numbers": Text("nomor kolom", "the numbers of the columns"),
    "group": Text("judul kelompok; berlaku bagi baris di bawahnya", "the head of a group, for the rows under it"),
    "total": Text("jumlah baris-baris lain", "a total of other rows"),
    "mean": Text("rata-rata baris-baris lain", "a mean of other rows"),
    "note": Text("catatan", "a note"),
    "signature": Text("tanda tangan atau penutup", "a signature or what closes the table"),
    "other_account": Text("rekening lain daripada yang diminta", "an account other than those asked for"),
}
_UNCHECKED = Text(
    "tidak dapat diperiksa, karena di antaranya ada yang ditolak, tidak terbaca, atau tidak terisi: baris",
    "it cannot be checked, since among them are some that were rejected, cannot be read, or are blank: row",
)
_UNREAD = Text("tidak dapat diperiksa", "it cannot be checked")
_ROW = Text("Baris", "Label")
_WHY = Text("Alasan", "Reason")


class _LeftOut(Fieldwise):
    """What is no row of the table, with the reason: it shows as one of a list of such."""

    __slots__ = ()
    row: Label

    @abstractmethod
    def reason(self, language: str = "id") -> str:
        """Why, in "id" or "en"."""

    def __row__(self) -> ShownRow:
        return Shown(_ROW, self.row), Shown(_WHY, Text(self.reason("id"), self.reason("en")))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class BadCell(_LeftOut):
    """A cell that cannot be what its column says.

    Args:
        row: What its row is called.
        column: What stands over it; None where the fault is of no one column.
        cell: What is in it.
        error: Why it cannot be.
    """

    row: Label
    column: str | None
    cell: object = attrs.field(repr=show_value)
    error: KesosError

    def reason(self, language: str = "id") -> str:
        """The column, and why the cell cannot be read, in "id" or "en"."""
        said = self.error.to_dict(check_language(language))["message"]
        seen = "" if self.cell is None or self.cell is REDACTED else without_card_numbers(shown(self.cell, language))
        beside = f' "{seen}"' if seen and seen not in said else ""
        return said if self.column is None else f"{self.column}{beside}: {said}"


def _without_cards(cell: object) -> object:
    said = shown(cell, "id")
    return cell if without_card_numbers(said) == said else without_card_numbers(said)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Reject(_LeftOut):
    """A row that is none of what the table is of, with every fault in it.

    Args:
        row: What it is called: its number in the spreadsheet, counted from one, or the label of a frame's index.
        faults: The cells that are at fault, one at least.
        cells: What stands in the row, each cell with what stands over it. It may be personal; `repr` does not show it.
        is_total: Whether it is a total that does not add up.
        is_personal: Whether the row is of a list of people.
    """

    row: Label
    faults: tuple[BadCell, ...]
    _cells: tuple[tuple[str, object], ...] = attrs.field(repr=False, alias="cells")
    is_total: bool = False
    is_personal: bool = False

    @property
    def cells(self) -> Mapping[str, object]:
        """What stands in the row, by what stands over it."""
        return MappingProxyType(dict(self._cells))

    def redacted(self) -> Reject:
        """The same row without what tells of a person: no cell of a list of people, and no number of a card."""
        cells = [(over, REDACTED if self.is_personal else _without_cards(cell)) for over, cell in self._cells]
        return attrs.evolve(self, cells=tuple(cells))

    @property
    def column(self) -> str | None:
        """What stands over the first cell that is at fault."""
        return self.faults[0].column

    @property
    def error(self) -> KesosError:
        """The first fault."""
        return self.faults[0].error

    def reason(self, language: str = "id") -> str:
        """Every fault, in "id" or "en"."""
        return "; ".join(fault.reason(language) for fault in self.faults)


def _bad_cells(cells: object) -> tuple[BadCell, ...]:
    return checks.items(cells, "bad_cells", BadCell)


def _rows(rows: object) -> tuple[Label, ...]:
    return checks.items(rows, "unchecked")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Skipped(_LeftOut):
    """A row that is passed over.

    Args:
        row: What it is called.
        kind: What it is.
        text: The words in it.
        unchecked: The rows for which it cannot be checked, where it is a total: they were rejected, or a cell of theirs
            that it adds up cannot be read. Its own is one of them where a figure of its own cannot be read.
        faults: The figures of its own that cannot be read, where it is a total.
    """

    row: Label
    kind: Kind
    text: str
    unchecked: tuple[Label, ...] = attrs.field(default=(), converter=_rows)
    faults: tuple[BadCell, ...] = attrs.field(default=(), converter=_bad_cells)

    def __attrs_post_init__(self) -> None:
        checks.choice(self.kind, "kind", KINDS)

    def reason(self, language: str = "id") -> str:
        """Why it is passed over, in "id" or "en"."""
        said = _REASONS[self.kind].say(check_language(language))
        others = [shown(row, language) for row in self.unchecked if row != self.row]
        rows = [f"{_UNCHECKED.say(language)} {', '.join(others)}"] if others else []
        own = [f"{_UNREAD.say(language)}: {fault.reason(language)}" for fault in self.faults]
        return "; ".join((said, *rows, *own))


def _entries(entries: object) -> tuple[tuple[Label, Any], ...]:
    return checks.pairs(entries, "entries")


def _skipped(skipped: object) -> tuple[Skipped, ...]:
    return checks.items(skipped, "skipped", Skipped)


def _alike(names: object) -> tuple[str, ...]:
    return checks.each(checks.text, names, "alike_sheets")


def _hidden_sheets(names: object) -> tuple[str, ...]:
    return checks.each(checks.text, names, "hidden_sheets")


def _hidden_columns(heads: object) -> tuple[str, ...]:
    return checks.each(checks.text, heads, "hidden_columns")


def _heads(heads: object) -> tuple[str, ...]:
    return checks.each(checks.text, heads, "unread_figures")


def _label(label: object, field: str) -> Label:
    return label if isinstance(label, str) else checks.whole_number(label, field)


def _hidden_rows(rows: object) -> tuple[Label, ...]:
    return checks.each(_label, rows, "hidden_rows")


def _blank_below(columns: object) -> tuple[tuple[str, str, tuple[Label, ...]], ...]:
    given = checks.each(checks.items, columns, "blank_below")
    for at, parts in enumerate(given):
        if len(parts) != 3:
            raise InvalidValueError("wrong_length", field=f"blank_below[{at}]", value=parts, length=3)
    return tuple(
        (checks.text(code, "blank_below"), checks.text(over, "blank_below"), checks.each(_label, rows, "blank_below"))
        for code, over, rows in given
    )


def _part_of(pairs: object) -> tuple[tuple[Label, Label], ...]:
    return tuple((_label(row, "part_of"), _label(first, "part_of")) for row, first in checks.pairs(pairs, "part_of"))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class TableReading(Fieldwise):
    """What a reader made of a table, row by row; nothing is lost.

    Args:
        entries: Each row that is not passed over, with what it is called: the object, or the `Reject`.
        skipped: The rows that were passed over.
        bad_cells: The cells without which a row was kept, where the caller asked for that.
        columns: What stands over the column of each field, with the field's code.
        unread: What stands over the columns that no field was read from.
        unread_figures: What stands over those of them that hold figures.
        sheet: The sheet that was read; empty where it has no name.
        other_sheets: The sheets that were not.
        alike_sheets: Those of them with a table that could be read as the one that was.
        hidden_sheets: Those of them that nobody sees who opens the workbook.
        hidden_rows: The rows that nobody sees, by a filter or by hand, and that were read as the others. An XLSX or ODS
            file tells of them.
        hidden_columns: What stands over the columns that nobody sees and from which a field was read.
        blank_below: For each field that groups rows, what stands over its column, and the rows in which it is blank
            below a filled cell: whether such a blank repeats what stands above it is not known.
        part_of: The rows that tell more of what an earlier row begins, each with that one.
    """

    entries: tuple[tuple[Label, Any], ...] = attrs.field(repr=False, converter=_entries)
    skipped: tuple[Skipped, ...] = attrs.field(default=(), converter=_skipped)
    bad_cells: tuple[BadCell, ...] = attrs.field(default=(), converter=_bad_cells)
    columns: tuple[tuple[str, str], ...] = ()
    unread: tuple[str, ...] = ()
    unread_figures: tuple[str, ...] = attrs.field(default=(), converter=_heads)
    sheet: str = ""
    other_sheets: tuple[str, ...] = ()
    alike_sheets: tuple[str, ...] = attrs.field(default=(), converter=_alike)
    hidden_sheets: tuple[str, ...] = attrs.field(default=(), converter=_hidden_sheets)
    hidden_rows: tuple[Label, ...] = attrs.field(default=(), repr=False, converter=_hidden_rows)
    hidden_columns: tuple[str, ...] = attrs.field(default=(), converter=_hidden_columns)
    blank_below: tuple[tuple[str, str, tuple[Label, ...]], ...] = attrs.field(
        default=(), repr=False, converter=_blank_below
    )
    part_of: tuple[tuple[Label, Label], ...] = attrs.field(default=(), repr=False, converter=_part_of)

    @property
    def objects(self) -> tuple[Any, ...]:
        """What was read, in the order of the rows."""
        return tuple(thing for _, thing in self.entries if not isinstance(thing, Reject))

    @property
    def labels(self) -> tuple[Label, ...]:
        """For each object what its (first) row is called."""
        return tuple(row for row, thing in self.entries if not isinstance(thing, Reject))

    @property
    def faults(self) -> Mapping[Label, tuple[KesosError, ...]]:
        """Why cells could not be read without which rows were kept, by what the first row of each object is called."""
        found: dict[Label, tuple[KesosError, ...]] = {}
        first = dict(self.part_of)
        for cell in self.bad_cells:
            row = first.get(cell.row, cell.row)
            found[row] = (*found.get(row, ()), cell.error)
        return MappingProxyType(found)

    @property
    def rejects(self) -> tuple[Reject, ...]:
        """The rows that could not be read, in order."""
        return tuple(thing for _, thing in self.entries if isinstance(thing, Reject))

    def check_whole(self) -> None:
        """Says nothing where no row was rejected.

        Raises:
            TableError: One was, and with it the whole is not what the table says.
        """
        rejects = self.rejects
        if rejects:
            raise TableError(
                "rows_rejected", field="rejects", value=len(rejects), rows=tuple(str(each.row) for each in rejects[:10])
            )

    def rows(self) -> Iterator[tuple[Label, Any]]:
        """Each row in its order with what it is called: the object, or the error for which it is none.

        A total that does not add up is a reject and no row.
        """
        for row, thing in self.entries:
            if not isinstance(thing, Reject):
                yield row, thing
            elif not thing.is_total:
                yield row, self._why_none(thing)

    def __joined__(self, others: Sequence[Any]) -> dict[str, Any]:
        """What a kind of reading has of its own, by its name, of this and of other sheets together."""
        return {}

    def _why_none(self, reject: Reject) -> Any:
        return reject.error

    @property
    def remarks(self) -> tuple[Text, ...]:
        """What has to be known of the whole beside its rows: a total of what was read goes on saying it."""
        return tuple(remark.said for remark in self._remarks)

    @property
    def _remarks(self) -> tuple[Remark, ...]:
        return (
            *remarks_of(self.sheet, self.alike_sheets, self.blank_below, self.unread_figures, self.hidden_sheets),
            *remarks_on_hidden(self.hidden_rows, self.hidden_columns),
        )

    def table(self, language: str = "id") -> TableView:
        """What was left out, row by row, with the reason."""
        check_language(language)
        listed: list[_LeftOut] = [*self.rejects, *self.bad_cells, *self.skipped]
        rows = [(shown(each.row, language), each.reason(language)) for each in listed]
        return TableView(
            caption=self.say(language),
            header=(_ROW.say(language), _WHY.say(language)),
            rows=tuple(rows),
            numbers=(0,) if all(isinstance(each.row, int) for each in listed) else (),
        )

    def say(self, language: str) -> str:
        """How many rows became what, and what has to be known of the whole."""
        read, rejects, skipped = len(self.objects), len(self.rejects), len(self.skipped)
        said = Text(
            f"{read} terbaca, {rejects} ditolak, {skipped} dilewati",
            f"{read} read, {rejects} rejected, {skipped} passed over",
        )
        return ". ".join((said.say(language), *(remark.say(language) for remark in self._remarks)))

    def _repr_html_(self) -> str:
        return self.table().html()

    def __repr__(self) -> str:
        rejects = counted(len(self.rejects), "reject")
        read = f"<{type(self).__name__}: {len(self.objects)} read, {rejects}, {len(self.skipped)} passed over"
        return "; ".join((read, *(remark.say("en") for remark in self._remarks))) + ">"
