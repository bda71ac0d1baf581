"""Sums of rows where rows nest, or where several are totals: what each total seems to add up, as guesses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import chain

from kesos.reports._amounts_compared import SumOf
from kesos.reports._cells import says_nothing
from kesos.reports._columns import Column
from kesos.reports._decimals import number_of
from kesos.reports._nesting import (
    AVERAGE,
    TOTAL,
    Nesting,
    adds_up_others,
    can_be_added,
    nesting_of,
    row_mark,
    row_words,
)
from kesos.reports._printed import on_one_line
from kesos.reports._tables import Table
from kesos.values import Printed, Text
from kesos.values._texts import fold

MOST_NESTED_BROKEN = Fraction(1, 2)
"""How rows nest already says what they add up; arithmetic has to speak for it as often as against it."""
_FEW = 2
"""So few rows of accounts cannot speak against what the codes of accounts mean: one wrong line breaks two sums."""

Rows = tuple[int, ...]
"""Rows by their places in the table."""


def supposed_sums(table: Table, most_broken: Fraction = MOST_NESTED_BROKEN) -> Iterator[SumOf]:
    """What rows that hold others, and rows that are called totals, seem to add up; nothing where the table says it."""
    nesting = nesting_of(table)
    if not is_supposed(table, nesting):
        return
    adding = [column for column in table.columns if can_be_added(column)]
    for column in adding:
        yield from _of_holders(table, nesting, column, most_broken)
    for at, rows in _of_totals(table, nesting, adding):
        for column in adding:
            yield from _sum(table, at, _expanded(table, nesting, rows, column), column)


def is_supposed(table: Table, nesting: Nesting) -> bool:
    """Whether nobody has said which of its rows add up which, though there is more than one way."""
    return table.supposed is not None or bool(nesting.below) or nesting.has_totals_by_words


def _of_holders(table: Table, nesting: Nesting, column: Column, most_broken: Fraction) -> Iterator[SumOf]:
    """The sums of the rows below a row, where enough of them add up."""
    judged = [
        fits for at, rows in nesting.below.items() if (fits := _fits(table, nesting, at, rows, column)) is not None
    ]
    broken = judged.count(False)
    is_account = nesting.by == "code" and column.unit is not None and column.unit.base == "IDR"
    if broken <= len(judged) * most_broken or (is_account and (True in judged or len(judged) <= _FEW)):
        for at, rows in nesting.below.items():
            yield from _sum(table, at, _expanded(table, nesting, rows, column), column)


def _sum(table: Table, at: int, rows: Rows, column: Column) -> Iterator[SumOf]:
    row = table.rows[at]
    cell, parts = _cell(table, at, column), _cells(table, rows, column)
    if cell is None or says_nothing(cell) or not parts:
        return
    words, first, last = (on_one_line(row_words(table, table.rows[each]), 40) for each in (at, rows[0], rows[-1]))
    run = Text(f'"{first}" s.d. "{last}"', f'"{first}" to "{last}"') if len(rows) > 1 else Text(*[f'"{first}"'] * 2)
    holds = row.kind == "data" and not TOTAL.match(row_words(table, row))
    many = Text(f"{len(rows)} baris di bawahnya", f"the {len(rows)} below it")
    if not holds:
        many = Text(f"{len(rows)} baris", f"{len(rows)}")
    guess = Text(
        f'baris "{words}" tampaknya jumlah {many.id} ({run.id})', f'row "{words}" seems a total of {many.en} ({run.en})'
    )
    yield SumOf(cell, parts=parts, blanks=table.blanks, certain=False, guess=guess)


def _of_totals(table: Table, nesting: Nesting, adding: Sequence[Column]) -> Iterator[tuple[int, Rows]]:
    """The rows that are called totals, each with what it most likely adds up."""
    is_sum = [adds_up_others(table, row) for row in table.rows]
    totals = [at for at, adds in enumerate(is_sum) if adds and not _is_average(table, at)]
    flat = [at for at, adds in enumerate(is_sum) if not adds and at not in nesting.inside]
    names = _names(table, nesting, flat)
    open_rows: list[int] = []  # what no total has added up yet, at its end the rows since the last total
    since = 0
    steps = iter((*totals, len(table.rows)))
    total = next(steps)
    for at in (*flat, len(table.rows)):
        while total < at:
            choices = _choices(table, total, names, open_rows, since, is_last=total == totals[-1])
            if total == totals[-1]:
                bottom = (each for each, adds in enumerate(is_sum) if not adds and each not in nesting.below)
                choices = chain(choices, (tuple(flat), tuple(bottom)))
            best, fits = _best(table, nesting, total, choices, adding)
            if best and (fits or open_rows):  # rows below it are its own only where they add up to it
                yield total, best
            if best == tuple(open_rows[since:]):
                del open_rows[since:]
            else:
                taken = {*best, *(holder for holder in open_rows if nesting.below.get(holder) == best)}
                open_rows = [each for each in open_rows if each not in taken]
            open_rows.append(total)
            since, total = len(open_rows), next(steps, len(table.rows))
        open_rows.append(at)


def _choices(
    table: Table, at: int, names: dict[str, Rows], open_rows: Sequence[int], since: int, *, is_last: bool
) -> Iterator[Rows]:
    """What a total may add up, the likeliest first: what it names, its group, what stands above it."""
    row = table.rows[at]
    name = fold(TOTAL.sub("", row_words(table, row), count=1))
    yield tuple(each for each in names.get(name, ()) if each < at)
    latest = tuple(open_rows[since:])
    if row.kind == "subtotal":
        yield tuple(each for each in latest if table.rows[each].group == row.group)
    if not is_last:
        yield latest
    yield tuple(open_rows)
    if is_last:
        yield latest


def _names(table: Table, nesting: Nesting, flat: Sequence[int]) -> dict[str, Rows]:
    """What rows are together called: by the row that holds them, its mark and its words, or by their group."""
    names: dict[str, Rows] = {}
    for holder, rows in nesting.below.items():
        mark, words = row_mark(table, table.rows[holder]), row_words(table, table.rows[holder])
        names.update(dict.fromkeys(map(fold, (words, f"{mark}", f"{mark} {words}")), rows))
    groups: dict[str, list[int]] = {}
    for at in flat:
        groups.setdefault(table.rows[at].group or "", []).append(at)
    for group, members in groups.items():
        mark, _, words = fold(group).partition(" ")
        names.update(dict.fromkeys((fold(group), mark.strip("()."), words), tuple(members)))
    return {name: rows for name, rows in names.items() if name}


def _best(
    table: Table, nesting: Nesting, at: int, choices: Iterable[Rows], adding: Sequence[Column]
) -> tuple[Rows, int]:
    """The first of the likeliest that no column speaks against, else that which most speak for; and how many do."""
    best: Rows = ()
    most = -1
    for rows in filter(None, choices):
        judged = [_fits(table, nesting, at, rows, column) for column in adding]
        if judged.count(True) > most:
            best, most = rows, judged.count(True)
        if True in judged and False not in judged:
            break
    return best, most


def _is_average(table: Table, at: int) -> bool:
    row = table.rows[at]
    return AVERAGE.match(row_words(table, row)) is not None or AVERAGE.match(row.code) is not None


def _fits(table: Table, nesting: Nesting, at: int, rows: Rows, column: Column) -> bool | None:
    """Whether a figure is what the rows add up to; None where not all of them are known."""
    cell = _cell(table, at, column)
    total = None if cell is None else number_of(cell)
    parts = [number_of(part) for part in _cells(table, _expanded(table, nesting, rows, column), column)]
    known = [part for part in parts if part is not None]
    if total is None or not parts or (len(known) < len(parts) and table.blanks is None):
        return None
    return total == sum(known)


def _expanded(table: Table, nesting: Nesting, rows: Rows, column: Column) -> Rows:
    """The rows, each that has no figure but holds others in the place of those."""
    found: list[int] = []
    for each in rows:
        cell = _cell(table, each, column)
        if each in nesting.below and (cell is None or (cell.value is None and not cell.text.strip("-–— "))):
            found += _expanded(table, nesting, nesting.below[each], column)
        else:
            found.append(each)
    return tuple(found)


def _cell(table: Table, at: int, column: Column) -> Printed | None:
    return table.rows[at].get(column.code)


def _cells(table: Table, rows: Rows, column: Column) -> list[Printed]:
    return [cell for at in rows if (cell := _cell(table, at, column)) is not None]
