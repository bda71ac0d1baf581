"""Published reports, typed: every table and figure as printed, with its place and what it has to do with others.

A report that you build yourself works as the two in `kesos.datasets` do; `Table.build` and `Figure` are the shortest
way. What the figures have to do with each other is said with the classes in `kesos.relations`.
"""

from kesos.reports.columns import HOLDS, Column, Holds, RowCounts, RowSum, read_cell
from kesos.reports.figures import NAME_KINDS, Figure, Name, NameKind
from kesos.reports.report import Report
from kesos.reports.tables import ROW_KINDS, Row, RowKind, Table

__all__ = [
    "HOLDS",
    "NAME_KINDS",
    "ROW_KINDS",
    "Column",
    "Figure",
    "Holds",
    "Name",
    "NameKind",
    "Report",
    "Row",
    "RowCounts",
    "RowKind",
    "RowSum",
    "Table",
    "read_cell",
]
