"""The relations that follow from how a table is made and from what a figure measures, so that nobody declares them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kesos.reports._amounts_compared import (
    Affected,
    AverageOf,
    ProductOf,
    SameFigure,
    ShareOf,
    SumOf,
    TwoCounts,
)
from kesos.reports._cells import says_nothing
from kesos.reports._columns import Column
from kesos.reports._decimals import places_of
from kesos.reports._figures import Figure
from kesos.reports._names_compared import Classed, Numbering
from kesos.reports._nested_sums import is_supposed
from kesos.reports._nesting import can_be_added, nesting_of
from kesos.reports._relation import Relation
from kesos.reports._rows import Row
from kesos.reports._tables import Table
from kesos.reports._times_compared import FromTo, InOrder, Series, TargetYear, YearsShown
from kesos.reports._told import ExpectedHazard, Fact, PolicyTarget
from kesos.values import Percentage, Period, Printed, Quantity


def table_relations(table: Table) -> tuple[Relation, ...]:
    """What the figures of a table have to do with each other by its columns and the kinds of its rows."""
    return (
        *_totals(table),
        *_row_sums(table),
        *_row_products(table),
        *_affected(table),
        *_runs_of_days(table),
        *_days_in_order(table),
        *_series(table),
        *_years(table),
        *_numbering(table),
    )


def figure_relations(figures: tuple[Figure, ...]) -> tuple[Relation, ...]:
    """Figures of one measure, area and period are one figure given more than once; a run of days has two ends."""
    alike: dict[tuple[object, ...], list[Figure]] = {}
    for figure in figures:
        if figure.measure is not None:
            alike.setdefault((figure.measure, figure.area, figure.period), []).append(figure)
    return (
        *(SameFigure(group) for group in alike.values() if len(group) > 1),
        *(
            FromTo(figure, first=figure.value.start, last=figure.value.end)
            for figure in figures
            if isinstance(figure.value, Period) and figure.value.precision == "days"
        ),
    )


def fact_relations(facts: tuple[Fact, ...]) -> tuple[Relation, ...]:
    """A hazard in a group is classed there; a target that is due and met has both years."""
    found: list[Relation] = []
    for fact in facts:
        if isinstance(fact, ExpectedHazard):
            found.append(Classed(fact.name, code=fact.hazard.code, group=fact.group))
        elif isinstance(fact, PolicyTarget) and fact.due is not None and fact.met is not None:
            found.append(TargetYear(fact.due, met=fact.met))
    return tuple(found)


_AVERAGE = re.compile(r"\b(?:rata-rata|rerata|rata2|average|mean)\b", re.IGNORECASE)


def _totals(table: Table) -> Iterator[SumOf | AverageOf]:
    subtotals = tuple(row for row in table.rows if row.kind == "subtotal")
    totals = [row for row in table.rows if row.kind != "data"]
    supposed = is_supposed(table, nesting_of(table)) if totals else False
    for row in totals:
        below = table.data_rows(row.group) if row.kind == "subtotal" else (subtotals or table.data_rows())
        averages = any(_AVERAGE.search(words) for words in (row.code, *(cell.text for _, cell in row.cells)))
        for column in table.columns:
            if column.code not in row or says_nothing(row[column.code]) or not _adds_up(column, averages):
                continue
            if averages:
                # the average of the rows, not of the averages of their groups
                parts = _cells(table.data_rows(row.group), column)
                yield AverageOf(row[column.code], parts=parts, guess=table.supposed)
            elif not supposed:  # else it is a guess which rows it adds up
                yield SumOf(row[column.code], parts=_cells(below, column), blanks=table.blanks)


def _adds_up(column: Column, averages: bool) -> bool:
    return can_be_added(column) or (averages and column.holds == "percent")


def _row_sums(table: Table) -> Iterator[SumOf | TwoCounts]:
    for row in table.rows:
        for rule in table.sums:
            if rule.total in row:
                yield SumOf(row[rule.total], parts=[row[code] for code in rule.parts], blanks=table.blanks)
        for counts in table.counts:
            yield TwoCounts(
                [row[code] for code in counts.one],
                other=[row[code] for code in counts.other],
                blanks=table.blanks,
                certain=False,
            )


def _row_products(table: Table) -> Iterator[ProductOf | ShareOf]:
    for row in table.rows:
        # the sum of products is not the product of sums, so that it is the data rows that are held to it
        for rule in table.products if row.kind == "data" else ():
            if rule.product in row:
                yield ProductOf(row[rule.product], factors=[row[code] for code in rule.factors])
        for share in table.shares:
            if share.percent in row:
                percent = row[share.percent]
                yield ShareOf(percent, part=row[share.part], whole=row[share.whole], places=places_of(percent))


def _affected(table: Table) -> Iterator[Affected]:
    counted = {column.unit.code: column.code for column in reversed(table.columns) if column.unit is not None}

    def cell(row: Row, unit: str) -> Printed | None:
        code = counted.get(unit)
        return None if code is None else row.get(code)

    for row in table.data_rows():
        families, people, houses = (cell(row, unit) for unit in ("family", "person", "house"))
        if sum(each is not None and each.value is not None for each in (families, people, houses)) > 1:
            yield Affected(families=families, people=people, houses=houses)


def _periods(table: Table) -> list[tuple[Row, Printed, Period]]:
    return [
        (row, row[column.code], value)
        for column in table.columns
        if column.holds == "period"
        for row in table.data_rows()
        if column.code in row and isinstance(value := row[column.code].value, Period)
    ]


def _runs_of_days(table: Table) -> Iterator[FromTo]:
    for _, cell, value in _periods(table):
        if value.precision == "days":
            yield FromTo(cell, first=value.start, last=value.end)


def _days_in_order(table: Table) -> Iterator[InOrder]:
    groups: dict[str | None, list[Printed]] = {}
    for row, cell, _ in _periods(table):
        groups.setdefault(row.group, []).append(cell)
    for cells in groups.values():
        if len(cells) > 1:
            yield InOrder(cells, certain=False)


def _series(table: Table) -> Iterator[Series]:
    of_years = [(column.year, column.code) for column in table.columns if column.year is not None]
    for row in table.rows if len(of_years) > 1 else ():
        yield from _one_series([(year, row[code]) for year, code in of_years if code in row])
    by_year = [(row.year, row) for row in table.data_rows() if row.year is not None]
    for column in table.columns if len(by_year) > 1 else ():
        points = [(year, row[column.code]) for year, row in by_year if column.code in row]
        yield from _one_series(points, table.partial_years)


def _one_series(points: list[tuple[int, Printed]], partial: tuple[int, ...] = ()) -> Iterator[Series]:
    measured = (Quantity, Percentage, Decimal)
    known = [(year, cell) for year, cell in points if isinstance(cell.value, measured)]
    known.sort(key=lambda point: point[0])
    if len(known) > 1:
        yield Series([cell for _, cell in known], years=[year for year, _ in known], partial=partial, certain=False)


def _years(table: Table) -> Iterator[YearsShown]:
    if table.years is None:
        return
    days = [value for _, _, value in _periods(table)]
    shown = {
        *(column.year for column in table.columns),
        *(row.year for row in table.rows),
        *(day.year for value in days for day in (value.start, value.end)),
    }
    known = sorted(year for year in shown if year is not None)
    if known:
        yield YearsShown(table.title, first=table.years[0], last=table.years[1], shown=known)


def _numbering(table: Table) -> Iterator[Numbering]:
    if table.numbers:
        yield Numbering(table.numbers, things=table.counted_columns, certain=False)
    numbered: dict[str | None, list[Printed]] = {}
    for row in table.data_rows():
        if "no" in row and row["no"].value is not None:
            numbered.setdefault(row.group, []).append(row["no"])
    for numbers in numbered.values():
        yield Numbering(numbers, things=len(numbers), certain=False)


def _cells(rows: tuple[Row, ...], column: Column) -> tuple[Printed, ...]:
    return tuple([cell for row in rows if (cell := row.get(column.code)) is not None])
