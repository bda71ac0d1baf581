"""One fault planted in a report that adds up, which an audit has to find."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import pairwise
from typing import Any, Literal, get_args

import attrs

from kesos import _checks as checks
from kesos.testing._made_reports import Line, MadeReport, MadeTable
from kesos.wording import format_number, parse_number

FaultKind = Literal["digit", "row", "swapped", "shifted", "stale_total"]
FAULT_KINDS: tuple[FaultKind, ...] = get_args(FaultKind)


def plant_fault(made: MadeReport, kind: FaultKind, seed: int) -> MadeReport:
    """The report with one fault in a table of it, as people make them.

    "digit" is a digit mistaken, "row" a row left out or given twice, "swapped" two digits or two neighbouring figures
    in each other's place, "shifted" the figures of a row one column further on, and "stale_total" a total without one
    of its rows, as it stands when that row was added later.

    >>> from kesos.testing._made_reports import made_report
    >>> report = made_report(1)
    >>> sum(one != other for one, other in zip(report.tables, plant_fault(report, "digit", 1).tables))
    1
    """
    checks.choice(kind, "kind", FAULT_KINDS)
    draw = random.Random(f"{kind} {checks.count(seed, 'seed')}")
    at = draw.randrange(len(made.tables))
    table = made.tables[at]
    while (changed := _FAULTS[kind](draw, table)) == table:
        pass
    return attrs.evolve(made, tables=(*made.tables[:at], changed, *made.tables[at + 1 :]))


def _place(draw: random.Random, table: MadeTable) -> tuple[int, int]:
    """A row, of which the last is the total, and a column in which it has a figure."""
    row = draw.randrange(len(table.rows) + 1)
    cells = (*table.rows, table.total)[row]
    return row, draw.choice([column for column, cell in enumerate(cells) if column and cell])


def _with(table: MadeTable, row: int, cells: Line) -> MadeTable:
    if row == len(table.rows):
        return attrs.evolve(table, total=cells)
    return attrs.evolve(table, rows=(*table.rows[:row], cells, *table.rows[row + 1 :]))


def _with_cell(table: MadeTable, row: int, column: int, text: str) -> MadeTable:
    cells = (*table.rows, table.total)[row]
    return _with(table, row, (*cells[:column], text, *cells[column + 1 :]))


def _digit(draw: random.Random, table: MadeTable) -> MadeTable:
    row, column = _place(draw, table)
    text = (*table.rows, table.total)[row][column]
    at = draw.choice([at for at, letter in enumerate(text) if letter.isdigit()])
    other = draw.choice("123456789" if at == 0 else "0123456789")
    return _with_cell(table, row, column, f"{text[:at]}{other}{text[at + 1 :]}")


def _row(draw: random.Random, table: MadeTable) -> MadeTable:
    at = draw.randrange(len(table.rows))
    again = draw.random() < 0.5
    middle = (table.rows[at], table.rows[at]) if again else ()
    return attrs.evolve(table, rows=(*table.rows[:at], *middle, *table.rows[at + 1 :]))


def _swapped(draw: random.Random, table: MadeTable) -> MadeTable:
    row, column = _place(draw, table)
    cells = (*table.rows, table.total)[row]
    if draw.random() < 0.5 and column + 1 < len(cells):
        return _with(table, row, (*cells[:column], cells[column + 1], cells[column], *cells[column + 2 :]))
    text = cells[column]
    digits = [at for at, letter in enumerate(text) if letter.isdigit()]
    pairs = [(one, two) for one, two in pairwise(digits) if one or text[two] != "0"]
    if not pairs:
        return table
    one, two = draw.choice(pairs)
    return _with_cell(table, row, column, f"{text[:one]}{text[two]}{text[one + 1 : two]}{text[one]}{text[two + 1 :]}")


def _shifted(draw: random.Random, table: MadeTable) -> MadeTable:
    at = draw.randrange(len(table.rows))
    name, *figures = table.rows[at]
    return _with(table, at, (name, "", *figures[:-1]))


def _stale_total(draw: random.Random, table: MadeTable) -> MadeTable:
    column = draw.choice(
        [at for at, cell in enumerate(table.total) if at and cell and table.columns[at].holds != "percent"]
    )
    total: Any = parse_number(table.total[column])
    part: Any = parse_number(draw.choice(table.rows)[column])
    return _with_cell(table, len(table.rows), column, format_number(abs(total - part)))


_FAULTS: dict[FaultKind, Callable[[random.Random, MadeTable], MadeTable]] = {
    "digit": _digit,
    "row": _row,
    "swapped": _swapped,
    "shifted": _shifted,
    "stale_total": _stale_total,
}
