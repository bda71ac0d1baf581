"""The budgets that the report of Kotawaringin Barat prints in tables 20 and 21."""

from __future__ import annotations

from kesos.budgets import Budget, BudgetLine
from kesos.reports import Report, Row
from kesos.values import Citation, Percentage, Printed

_YEARS = (2016, 2017, 2018)
_LINES = (("indirect", "Belanja Tidak Langsung"), ("direct", "Belanja Langsung"))


def budgets(report: Report) -> tuple[Budget, ...]:
    """The region's own budgets by year, then the state's; a line that is left blank has no ceiling that is known."""
    return (
        *(_own(report, row) for row in reversed(report.table("20").rows)),
        *(_state(report, year) for year in _YEARS),
    )


def _own(report: Report, row: Row) -> Budget:
    assert row.year is not None
    return Budget(
        year=row.year,
        holder=report.office,
        funding="APBD",
        lines=[
            BudgetLine(
                name=name,
                ceiling=row[kind].value,
                realized_percent=_percent(row[f"{kind}_realized"]),
                kind="direct" if kind == "direct" else "indirect",
                source=_source(row[kind]),
            )
            for kind, name in _LINES
        ],
    )


def _state(report: Report, year: int) -> Budget:
    return Budget(
        year=year,
        holder=report.office,
        funding="APBN",
        lines=[
            BudgetLine(name=row["programme"].text, ceiling=row[f"y{year}"].value, source=_source(row[f"y{year}"]))
            for row in report.table("21").data_rows()
        ],
    )


def _percent(cell: Printed) -> str:
    assert isinstance(cell.value, Percentage)
    return str(cell.value.rounded())


def _source(cell: Printed) -> Citation:
    assert isinstance(cell.source, Citation)
    return cell.source
