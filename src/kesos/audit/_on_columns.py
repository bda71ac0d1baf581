"""Rules on the columns of tables: blank ones, blanks beside dashes, counts that are all round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from math import comb

import attrs

from kesos.audit._arithmetic import count_in, is_blank, is_empty
from kesos.audit._rule import FINE, UNKNOWN, Odd, Verdict, rule
from kesos.audit._sentences import places
from kesos.audit._subject import Subject
from kesos.audit._things import TableColumn, columns, counts_something
from kesos.reports import read_cell
from kesos.reports._marks import NUMBERED, are_codes

COUNTED = ("family", "person", "household", "house", "building")
"""The units whose counts are looked at for being round: what somebody went and counted, not money."""


@rule("blank_column", columns)
def check_blank_columns(subject: Subject, it: TableColumn) -> Verdict:
    """A column of a table holds something in at least one of its rows."""
    if len(it.cells) < 2:
        return UNKNOWN
    return Odd(it.cells[0], column=it.label, concerns=it.cells) if all(is_empty(cell) for cell in it.cells) else FINE


def _counting(subject: Subject) -> Iterator[TableColumn]:
    for table in subject.report.tables:
        for column in filter(counts_something, table.columns):
            for kind in ("data", "subtotal"):
                found = (row.get(column.code) for row in table.rows if row.kind == kind)
                yield TableColumn(column, [cell for cell in found if cell is not None])


@rule("blank_and_dash", _counting)
def check_blanks_and_dashes(subject: Subject, it: TableColumn) -> Verdict:
    """A column uses a dash or a blank for what it does not count, not now one and now the other."""
    unsaid = [cell for cell in it.cells if is_blank(cell)]
    empty = [cell for cell in unsaid if is_empty(cell)]
    if len(unsaid) < 2:
        return UNKNOWN
    if len(empty) in (0, len(unsaid)):
        return FINE
    fewer = empty if len(empty) * 2 <= len(unsaid) else [cell for cell in unsaid if not is_empty(cell)]
    return Odd(fewer[0], column=it.label, where=places(fewer), concerns=fewer)


_YEAR = re.compile(r"(?:19|20)\d\d")


def _words(subject: Subject) -> Iterator[TableColumn]:
    return (each for each in columns(subject) if each.column.holds == "text")


@rule("numbers_among_words", _words)
def check_numbers_among_words(subject: Subject, it: TableColumn) -> Verdict:
    """A column of words holds no numbers, which nothing is held against there.

    What counts or names a row, such as the code of an account or a year, is none.
    """
    texts = [text for cell in it.cells if (text := cell.text.strip())]
    if NUMBERED.search(it.column.label) or are_codes(it.column.label, texts):
        return UNKNOWN
    like = attrs.evolve(it.column, holds="number", unit=None)
    numbers = [
        cell
        for cell in it.cells
        if cell.text[:1].isdecimal() and not _YEAR.fullmatch(cell.text) and read_cell(cell.text, like) is not None
    ]
    if not numbers:
        return FINE
    return Odd(numbers[0], column=it.label, count=len(numbers), where=places(numbers), concerns=numbers)


@rule("round_counts", columns)
def check_round_counts(subject: Subject, it: TableColumn) -> Verdict:
    """Counts end in any digit.

    One in ten ends in 0. Where more of a column do than accident explains (`Ordinary.chance`), it is asked whether they
    were counted or estimated.
    """
    if it.column.unit is None or it.column.unit.code not in COUNTED:
        return UNKNOWN
    counts = [(cell, count) for cell in it.cells if (count := count_in(cell)) is not None]
    large = [(cell, count) for cell, count in counts if count >= subject.ordinary.smallest_rounded]
    round_ones = [cell for cell, count in large if count % 10 == 0]
    if not round_ones or _chance(len(round_ones), len(large)) >= subject.ordinary.chance:
        return FINE
    where = places(round_ones)
    return Odd(round_ones[0], len(round_ones), all=len(large), column=it.label, where=where, concerns=round_ones)


def _chance(some: int, of: int) -> Fraction:
    """How often at least so many end in 0 by accident, each one in ten: at most (n over k) / 10 ** k."""
    return Fraction(comb(of, some), 10**some)
