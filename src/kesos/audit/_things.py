"""What rules of one thing look at, where it is no relation: the tables of a report, their rows, columns and cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kesos.audit._arithmetic import is_blank
from kesos.audit._findings import printed_value
from kesos.audit._subject import Subject
from kesos.reports import Column, Figure, Row, Table
from kesos.values import Period, Printed

_COUNTS = ("quantity", "percent")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def counts_something(column: Column) -> bool:
    """Whether the cells of a column are quantities or percentages."""
    return column.holds in _COUNTS


class TableRow(NamedTuple):
    """A row that is no total, with its table."""

    table: Table
    row: Row

    def cells(self, holds: Iterable[str]) -> list[Printed]:
        """Its cells in the columns that hold such things."""
        found = (self.row.get(each.code) for each in self.table.columns if each.holds in holds)
        return [cell for cell in found if cell is not None]

    def counting(self) -> list[Printed]:
        """Its cells in the columns that count something."""
        return self.cells(_COUNTS)

    def counts(self) -> tuple[object, ...]:
        """What it counts in each column that counts; a blank, a dash and no cell alike."""
        cells = dict(self.row.cells)
        counting = [cells.get(column.code) for column in self.table.columns if counts_something(column)]
        return tuple(None if cell is None or is_blank(cell) else printed_value(cell) for cell in counting)

    def days(self) -> tuple[Period, ...]:
        """Its periods."""
        return tuple(cell.value for cell in self.cells(("period",)) if isinstance(cell.value, Period))

    def name(self) -> Printed:
        """The cell by which a reader knows it: its first text, or its first cell."""
        return next((cell for cell in self.cells(("text",)) if cell.text.strip()), self.row.cells[0][1])


class TableColumn(NamedTuple):
    """A column, with its cells in the rows that are no totals."""

    column: Column
    cells: list[Printed]

    @property
    def label(self) -> str:
        """What is printed at its head, in quotation marks."""
        return f'"{self.column.label}"'


def figures(subject: Subject) -> tuple[Figure, ...]:
    """The figures of the prose."""
    return subject.report.figures


def printed(subject: Subject) -> tuple[Printed, ...]:
    """Everything that is printed."""
    return subject.printed


def tables(subject: Subject) -> tuple[Table, ...]:
    """The tables."""
    return subject.report.tables


def rows_of(table: Table) -> list[TableRow]:
    """The rows of a table that are no totals."""
    return [TableRow(table, row) for row in table.data_rows()]


def rows(subject: Subject) -> Iterator[TableRow]:
    """The rows of all tables that are no totals."""
    for table in subject.report.tables:
        yield from rows_of(table)


def columns(subject: Subject) -> Sequence[TableColumn]:
    """The columns of all tables."""
    return subject.once("columns", _columns)


def _columns(subject: Subject) -> list[TableColumn]:
    return [
        TableColumn(column, [cell for row in rows if (cell := row.get(column.code)) is not None])
        for table in subject.report.tables
        for rows in [table.data_rows()]
        for column in table.columns
    ]


def cells(subject: Subject) -> Iterator[Printed]:
    """The cells of all tables, totals too, column by column."""
    for table in subject.report.tables:
        for column in table.columns:
            yield from (cell for row in table.rows if (cell := row.get(column.code)) is not None)


def flat(text: str) -> str:
    """A printed text on one line, with one blank between its words."""
    return " ".join(text.split())


def words_in(text: str) -> list[str]:
    """The words of a printed text, in small letters.

    >>> words_in("Dana Hibah (APBD-P) 2017")
    ['dana', 'hibah', 'apbd-p']
    """
    return [word.casefold() for word in _WORD.findall(text)]
