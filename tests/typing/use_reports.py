"""The published reports and the report model as a user would use them; checked by mypy and pyright, never run."""

from __future__ import annotations

from datetime import date

from kesos import datasets
from kesos.events import DisasterEvent
from kesos.reports import (
    Agreement,
    AidGoods,
    BudgetFor,
    Column,
    CountOf,
    Fact,
    Figure,
    FromTo,
    Name,
    PartOf,
    Relation,
    Report,
    Row,
    RowCounts,
    RowSum,
    SameFigure,
    SumOf,
    Table,
    Told,
    printed_in,
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
)
told = Figure("95 KK", Quantity(95, "family"), source="hlm. 3", code="told", label=Text("KK", "families"), about=True)
name = Name("Kapitan", source=Citation(regulation="Laporan", locator="A.1"), kind="place", within="Kumai")
declared: list[Relation] = [
    SumOf(told, parts=[cell]),
    SameFigure([told, cell]),
    CountOf(told, counted=[name], certain=False),
    PartOf(told, whole=cell, what=Text("a", "b")),
    BudgetFor(told, recipients=cell, benefit=told, months=6, at_most=True),
    FromTo(told, first=date(2099, 1, 2), last=date(2099, 1, 1)),
]
mine = Report(
    code="x", title="x", office="x", period=Period.year(2099), tables=[table], figures=[told], relations=declared
)
found: list[Printed] = list(printed_in(mine))
