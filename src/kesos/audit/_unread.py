"""What of a report was read: every printed cell, and every figure in the prose, with what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kesos.audit._fitness import is_fit
from kesos.audit._notes import cells_with_figures, notes_with_figures
from kesos.audit._subject import Subject
from kesos.reports import CELL_STATES, CellState, Table, cell_state, printed_in
from kesos.reports._cells import says_nothing
from kesos.values import Printed


def states(table: Table) -> Iterator[tuple[Printed, CellState]]:
    """Every cell of a table with what is known of it, row by row.

    Words that run across a row, as a heading inside the table does in its merged cells, are words in each of them. A
    cell that begins with a figure is unread also in a column of words.
    """
    told: set[int] = set()
    figures = {id(cell) for column in table.columns for cell, begins in cells_with_figures(table, column) if begins}
    columns = {column.code: column for column in table.columns}
    for row in table.rows:
        found: list[tuple[Printed, CellState]] = [
            (cell, "read" if cell.value is not None else cell_state(cell, columns[code])) for code, cell in row.cells
        ]
        is_heading = not any(state == "read" for _, state in found)
        across = {cell.text for cell, state in found if state == "words"} if is_heading else set[str]()
        for cell, state in found:
            if id(cell) in told:
                continue  # one merged cell that lies under several heads or beside several rows
            told.add(id(cell))
            if id(cell) in figures:
                yield cell, "unread"
            elif state == "unread" and cell.text in across:
                yield cell, "words"
            else:
                yield cell, state


def read_through(subject: Subject) -> tuple[dict[str, int], tuple[Printed, ...]]:
    """How many printed cells are in each state, and those that could not be read, with notes and figures of the prose.

    A note is unread where it holds a figure. A figure without a value is unread unless some relation says what it is
    that needs no value for it, or it says itself that it is not known.
    """
    counts: Counter[CellState] = Counter()
    unread: list[Printed] = []
    for table in subject.report.tables:
        for cell, state in states(table):
            counts[state] += 1
            if state == "unread":
                unread.append(cell)
        unread += notes_with_figures(table)
    bare = [figure for figure in subject.report.figures if figure.value is None]
    if bare:
        known = _spoken_of(subject)
        unread += [figure for figure in bare if figure not in known]
    return {state: counts[state] for state in CELL_STATES}, tuple(unread)


def _spoken_of(subject: Subject) -> set[Printed]:
    """What relations say of figures without a value."""
    return {
        cell
        for relation in subject.relations
        for cell in printed_in(relation)
        if cell.value is None and (is_fit(relation, cell) or says_nothing(cell))
    }
