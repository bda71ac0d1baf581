"""Published reports, typed: every table and figure as printed, with its place and what it has to do with others.

A report that you build yourself works as the two in `kesos.datasets` do; `Table.build` and `Figure` are the shortest
way. What the figures have to do with each other is said with the classes in this package.
"""

from kesos.reports._amounts_compared import (
    Affected,
    AverageOf,
    BudgetFor,
    CountOf,
    GrowthOf,
    InWords,
    LargestOf,
    LeftBlank,
    PaidIn,
    PartOf,
    ProductOf,
    SameFigure,
    ShareOf,
    SumOf,
    TwoCounts,
)
from kesos.reports._cells import CELL_STATES, CellState, cell_state, read_cell
from kesos.reports._columns import HOLDS, Column, Holds, RowCounts, RowProduct, RowShare, RowSum
from kesos.reports._dismissals import Dismissal
from kesos.reports._figures import NAME_KINDS, Figure, Name, NameKind
from kesos.reports._guesses import GuessGroup
from kesos.reports._load import load_report
from kesos.reports._names_compared import Abbreviation, Classed, Numbering, SameName, TwoLists
from kesos.reports._printed import printed_in
from kesos.reports._proposed import propose_relations
from kesos.reports._read_tables import read_tables
from kesos.reports._relation import Relation
from kesos.reports._report import Report
from kesos.reports._rows import ROW_KINDS, Row, RowKind
from kesos.reports._tables import Table
from kesos.reports._times_compared import (
    FromTo,
    InOrder,
    Series,
    TargetPath,
    TargetYear,
    WeekdayOf,
    YearsShown,
)
from kesos.reports._told import (
    AID_KINDS,
    TOLD_KINDS,
    Agreement,
    AidGoods,
    AidKind,
    Cause,
    Coordination,
    ExpectedHazard,
    Fact,
    Office,
    PolicyTarget,
    Service,
    TargetGroup,
    Told,
    ToldKind,
)

__all__ = [
    "AID_KINDS",
    "CELL_STATES",
    "HOLDS",
    "NAME_KINDS",
    "ROW_KINDS",
    "TOLD_KINDS",
    "Abbreviation",
    "Affected",
    "Agreement",
    "AidGoods",
    "AidKind",
    "AverageOf",
    "BudgetFor",
    "Cause",
    "CellState",
    "Classed",
    "Column",
    "Coordination",
    "CountOf",
    "Dismissal",
    "ExpectedHazard",
    "Fact",
    "Figure",
    "FromTo",
    "GrowthOf",
    "GuessGroup",
    "Holds",
    "InOrder",
    "InWords",
    "LargestOf",
    "LeftBlank",
    "Name",
    "NameKind",
    "Numbering",
    "Office",
    "PaidIn",
    "PartOf",
    "PolicyTarget",
    "ProductOf",
    "Relation",
    "Report",
    "Row",
    "RowCounts",
    "RowKind",
    "RowProduct",
    "RowShare",
    "RowSum",
    "SameFigure",
    "SameName",
    "Series",
    "Service",
    "ShareOf",
    "SumOf",
    "Table",
    "TargetGroup",
    "TargetPath",
    "TargetYear",
    "Told",
    "ToldKind",
    "TwoCounts",
    "TwoLists",
    "WeekdayOf",
    "YearsShown",
    "cell_state",
    "load_report",
    "printed_in",
    "propose_relations",
    "read_cell",
    "read_tables",
]
