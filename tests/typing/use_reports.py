"""The published reports and the report model as a user would use them; checked by mypy and pyright, never run."""

from __future__ import annotations

from datetime import date

from kesos import datasets
from kesos.audit import Audit, AuditChange, FindingGroup, Ordinary, find_contradictions
from kesos.events import DisasterEvent
from kesos.reports import (
    Agreement,
    AidGoods,
    AverageOf,
    BudgetFor,
    CellState,
    Column,
    CountOf,
    Fact,
    Figure,
    FromTo,
    GrowthOf,
    Name,
    PartOf,
    ProductOf,
    Relation,
    Report,
    Row,
    RowCounts,
    RowProduct,
    RowShare,
    RowSum,
    SameFigure,
    ShareOf,
    SumOf,
    Table,
    Told,
    cell_state,
    load_report,
    printed_in,
    propose_relations,
    read_cell,
)
from kesos.values import Citation, Period, Printed, Quantity, Reading, Text

report: Report = datasets.kotawaringin_barat()
events: tuple[DisasterEvent, ...] = (*report.fires, *report.natural_disasters)
cell: Printed = report.table("19").cell("B.1", "people")
figure: Figure = report.figure("bpnt_quota_2018")
goods: tuple[AidGoods, ...] = report.told(AidGoods)
awards: tuple[Told, ...] = report.told("award")
venue: Printed | None = awards[0].part("venue")
facts: tuple[Fact, ...] = report.facts
numbers: list[str] = [number.text for agreement in report.told(Agreement) for number in agreement.numbers]
relations: tuple[Relation, ...] = report.all_relations()
printed: tuple[Printed, ...] = report.printed()
lines: tuple[tuple[int, Printed], ...] = datasets.lines(datasets.kapuas())

families = Column("families", "KK", unit="family", number="2", year=2099)
value: object = read_cell("1.200", families)
row: Row = Row("1.", [("families", cell)], kind="data", group="A", year=2099)
table: Table = Table.build(
    number="1",
    title="Korban",
    document="Laporan",
    columns=[families],
    rows=[("1.", 60), ("2.", "35"), ("3.", ("5", Quantity(5, "family"))), ("4.", None)],
    total=("Jumlah", 100),
    blanks=Reading(word="-", read_as="0", reason=Text("a", "b")),
    sums=[RowSum("families", ["families"])],
    counts=[RowCounts(["families"], ["families"])],
    products=[RowProduct("families", ["families"])],
    shares=[RowShare("families", "families", "families")],
)
told = Figure("95 KK", Quantity(95, "family"), source="hlm. 3", code="told", label=Text("KK", "families"), about=True)
name = Name("Kapitan", source=Citation(regulation="Laporan", locator="A.1"), kind="place", within="Kumai")
declared: list[Relation] = [
    SumOf(told, parts=[cell]),
    SameFigure([told, cell]),
    CountOf(told, counted=[name], certain=False),
    PartOf(told, whole=cell, what=Text("a", "b")),
    BudgetFor(told, recipients=cell, benefit=told, months=6, at_most=True),
    AverageOf(told, parts=[cell]),
    ProductOf(told, factors=[cell]),
    GrowthOf(told, before=cell, after=cell, places=2),
    ShareOf(told, part=cell, whole=cell, places=2, guess=Text("a", "b")),
    FromTo(told, first=date(2099, 1, 2), last=date(2099, 1, 1)),
]
mine = Report(
    code="x", title="x", office="x", period=Period.year(2099), tables=[table], figures=[told], relations=declared
)
found: list[Printed] = list(printed_in(mine))
state: CellState = cell_state(cell, families)
guesses: tuple[Relation, ...] = mine.relations_to_confirm
also: tuple[Relation, ...] = propose_relations(mine.tables, fewest_rows=3, most_broken="0.2")
settled: Report = mine.confirm(guesses[:1]).dismiss(guesses[1:])
written: Report = load_report("laporan.toml")
audit: Audit = find_contradictions(mine, ordinary=Ordinary(supposed_from_rows=3))
groups: tuple[FindingGroup, ...] = audit.groups
unread: tuple[Printed, ...] = audit.unread
change: AuditChange = audit.compare(find_contradictions(written))
told_in: str = audit.summary("id") + audit.to_markdown("en", grouped=False)
by_name: list[dict[str, str | int]] = audit.rows("id")
