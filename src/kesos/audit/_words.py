"""The words of the row and of the column that a finding is in, as they are printed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import attrs

from kesos.audit._findings import Finding
from kesos.reports import Report, Row, Table
from kesos.reports._nesting import row_words
from kesos.reports._printed import on_one_line
from kesos.values import Citation


def in_their_words(report: Report, findings: Iterable[Finding]) -> list[Finding]:
    """The findings, each in a cell of a table with the words of its row and at the head of its column."""
    tables = {table.number: table for table in report.tables}

    @cache
    def rows_of(number: str) -> dict[str | None, Row]:
        return {place.row: row for row in tables[number].rows if (place := _place(row)) is not None}

    def named(finding: Finding) -> Finding:
        source = finding.source
        if not isinstance(source, Citation) or source.table not in tables or source.row is None:
            return finding
        table = tables[source.table]
        row = rows_of(table.number).get(source.row)
        if row is None:
            return finding
        column, said = _column_words(table, source.column), finding.text.id
        if column is not None and f'"{column}"' in said:
            return finding  # it speaks of the column as a whole
        words = row_words(table, row)  # or its code, as a total often has no words
        return attrs.evolve(finding, row=None if f'"{words}"' in said else words, column=column)

    return [named(finding) for finding in findings]


def _place(row: Row) -> Citation | None:
    sources = (cell.source for _, cell in row.cells)
    return next((source for source in sources if isinstance(source, Citation)), None)


def _column_words(table: Table, place: str | None) -> str | None:
    found = (on_one_line(each.label) for each in table.columns if place in (each.number, each.code, each.label))
    return None if place is None else next(found, None)
