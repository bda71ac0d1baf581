"""Rules on the rows of tables: rows alike, one event told twice, rows that are blank."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kesos.audit._arithmetic import is_blank, is_empty
from kesos.audit._rule import FINE, UNKNOWN, Odd, Verdict, rule
from kesos.audit._sentences import places
from kesos.audit._subject import Subject
from kesos.audit._things import TableRow, rows, rows_of
from kesos.values import Percentage, Period, Quantity
from kesos.values._texts import fold


class _Beside(NamedTuple):
    """A row, and the one above it that is like it, if any is."""

    row: TableRow
    like: TableRow | None


class _Group(NamedTuple):
    """The rows of one group."""

    rows: list[TableRow]


def _alike(subject: Subject) -> Iterator[_Beside | _Group]:
    for table in subject.report.tables:
        lines = rows_of(table)
        yield from _groups(lines)
        seen: dict[object, TableRow] = {}
        for row in lines:
            counts, days = row.counts(), row.days()
            if days and _amounts(counts) >= 2:
                like = seen.setdefault((counts, days), row)
                yield _Beside(row, None if like is row else like)


def _groups(lines: list[TableRow]) -> Iterator[_Group]:
    groups: dict[str | None, list[TableRow]] = {}
    for row in lines:
        groups.setdefault(row.row.group, []).append(row)
    for members in groups.values():
        differ = len({row.days() for row in members}) > 1
        if differ and _amounts(members[0].counts()) >= 3:
            yield _Group(members)


def _amounts(counts: tuple[object, ...]) -> int:
    return sum(isinstance(value, (Quantity, Percentage)) for value in counts)


@rule("alike_rows", _alike)
def check_alike_rows(subject: Subject, it: _Beside | _Group) -> Verdict:
    """No row is like another in everything that it counts and in its days.

    Such a row may have been copied and not filled in, or one event stands there twice. Rows without days, or with
    fewer than two counts, are not compared: they are alike too easily. Where all rows of a group are alike in at least
    three counts, they are asked about even though their days differ.
    """
    if isinstance(it, _Group):
        return _judge_group(it)
    if it.like is None:
        return FINE
    return Odd(it.row.name(), row=it.row.row.code, like=it.like.row.code, concerns=(it.like.name(),))


def _judge_group(it: _Group) -> Verdict:
    if len({row.counts() for row in it.rows}) > 1:
        return FINE
    names = [row.name() for row in it.rows]
    return Odd(names[-1], wording="whole_group", rows=len(names), where=places(names), concerns=names)


def _told(subject: Subject) -> Iterator[_Beside]:
    for table in subject.report.tables:
        told: dict[str, list[TableRow]] = {}
        for row in rows_of(table):
            words = fold(" ".join(cell.text for cell in row.cells(("text",))))
            if words and row.days():
                above = told.setdefault(words, [])
                yield _Beside(row, next((other for other in above if _overlap(other.days(), row.days())), None))
                above.append(row)


def _overlap(some: tuple[Period, ...], others: tuple[Period, ...]) -> bool:
    return any(one.start <= other.end and other.start <= one.end for one in some for other in others)


@rule("told_twice", _told)
def check_told_twice(subject: Subject, it: _Beside) -> Verdict:
    """No two rows tell of one place at one time: it may be one event that stands there twice."""
    if it.like is None:
        return FINE
    return Odd(it.row.name(), row=it.row.row.code, other=it.like.row.code, concerns=(it.like.name(),))


@rule("blank_row", rows)
def check_blank_rows(subject: Subject, row: TableRow) -> Verdict:
    """A row of a table counts something.

    A row whose words stand where others have a number is a heading inside the table, and is passed over.
    """
    cells = row.counting()
    if not cells or any(cell.value is None and not is_blank(cell) for cell in row.cells(("number",))):
        return UNKNOWN
    return Odd(row.name(), concerns=cells) if all(is_empty(cell) for cell in cells) else FINE
