"""Rules on years: those a title announces, jumps and gaps from year to year, parts of a year, years that run back."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from kesos.audit._arithmetic import Value, amount, is_empty, kind, number
from kesos.audit._rule import FINE, UNKNOWN, Odd, Verdict, rule
from kesos.audit._subject import Subject
from kesos.audit._things import tables
from kesos.reports import Row, Series, Table, YearsShown
from kesos.values import Printed, Quantity, Rounding, round_exactly


@rule("announced_years", YearsShown)
def check_announced_years(subject: Subject, it: YearsShown) -> Verdict:
    """The years that a title or a sentence announces are the years that are shown.

    A year that is announced and not shown is missing; years beyond those announced are only worth a question.
    """
    if not it.shown:
        return UNKNOWN
    inside = {year for year in it.shown if it.first <= year <= it.last}
    missing = len(inside) <= it.last - it.first
    if not missing and inside == set(it.shown):
        return FINE
    return Odd(
        it.title,
        f"{min(it.shown)}–{max(it.shown)}",
        severity=subject.grade(it, it.title) if missing else "suspicious",
        announced=str(it.first) if it.first == it.last else f"{it.first}–{it.last}",
    )


class _Step(NamedTuple):
    """A measure in two years that follow each other."""

    relation: Series
    first: int
    before: Printed
    one: Value
    last: int
    after: Printed
    other: Value


def _steps(subject: Subject) -> Iterator[_Step]:
    for relation in subject.of(Series):
        points = [
            (year, cell, value)
            for cell, year in zip(relation.points, relation.years, strict=True)
            if year not in relation.partial and (value := amount(cell)) is not None and number(value) > 0
        ]
        if len(points) < 2 or any(amount(cell) is None for cell in relation.points):
            subject.leave_unknown(relation)
        for earlier, later in pairwise(sorted(points, key=lambda point: point[0])):
            yield _Step(relation, *earlier, *later)


@rule("jump", _steps)
def check_jumps(subject: Subject, it: _Step) -> Verdict:
    """A measure does not jump from one year to the next beyond what is ordinary (`Ordinary.jump`).

    Years of which only a part is covered are left out, and so is a step from or to zero.
    """
    if kind(it.one) != kind(it.other):
        return UNKNOWN
    times = number(it.other) / number(it.one)
    if 1 / subject.ordinary.jump < times < subject.ordinary.jump:
        return FINE
    return Odd(
        it.after,
        it.one,
        first=str(it.first),
        last=str(it.last),
        now=it.other,
        times=round_exactly(times, 2, Rounding.HALF_UP),
        concerns=(it.before,),
    )


class _Expected(NamedTuple):
    """A cell for a year in which, or before which, its row has a figure."""

    cell: Printed
    year: int
    since: int


def _expected(subject: Subject) -> Iterator[_Expected]:
    for table in subject.report.tables:
        dated = sorted((column.year, column.code) for column in table.columns if column.year is not None)
        for row in table.data_rows():
            cells = [(year, row[code]) for year, code in dated if code in row]
            given = [year for year, cell in cells if isinstance(cell.value, Quantity)]
            for year, cell in cells:
                if given and year >= given[0]:
                    yield _Expected(cell, year, max((each for each in given if each < year), default=given[0]))


@rule("series_gap", _expected)
def check_series_gaps(subject: Subject, it: _Expected) -> Verdict:
    """A measure that is given for a year is given for the years after it too."""
    return Odd(it.cell, year=str(it.year), since=str(it.since)) if is_empty(it.cell) else FINE


@rule("partial_year", tables)
def check_partial_years(subject: Subject, table: Table) -> Verdict:
    """A table does not set part of a year beside whole years."""
    rows = [row for row in table.data_rows() if row.year is not None]
    columns = [column for column in table.columns if column.year is not None]
    if len(rows) + len(columns) < 2:
        return UNKNOWN
    if not table.partial_years:
        return FINE
    cell = next((_head(row) for row in rows if row.year in table.partial_years), table.title)
    return Odd(cell, years=", ".join(str(year) for year in table.partial_years))


def _head(row: Row) -> Printed:
    """The cell by which a reader knows the row: its year, or else its first."""
    return next((cell for _, cell in row.cells if str(row.year) in cell.text), row.cells[0][1])


class _Directed(NamedTuple):
    """A table that runs through years: up or down, which of the two most tables do, and the titles of those."""

    table: Table
    up: bool
    mostly_up: bool
    most: list[Printed]


def _directed(subject: Subject) -> Iterator[_Directed]:
    directions = [(table, up) for table in subject.report.tables if (up := _runs_up(table)) is not None]
    if len(directions) < 2:
        return
    mostly_up = sum(up for _, up in directions) * 2 >= len(directions)
    most = [table.title for table, up in directions if up == mostly_up]
    for table, up in directions:
        yield _Directed(table, up, mostly_up, most)


def _runs_up(table: Table) -> bool | None:
    for years in (
        [column.year for column in table.columns if column.year is not None],
        [row.year for row in table.data_rows() if row.year is not None],
    ):
        if len(set(years)) > 1:
            if years == sorted(years):
                return True
            if years == sorted(years, reverse=True):
                return False
    return None


@rule("year_direction", _directed)
def check_year_direction(subject: Subject, it: _Directed) -> Verdict:
    """The tables of a report run through the years in one direction."""
    if it.up == it.mostly_up:
        return FINE
    return Odd(it.table.title, wording="forward" if it.up else "back", number=it.table.number, concerns=it.most)
