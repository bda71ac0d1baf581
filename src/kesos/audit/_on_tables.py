"""Rules on tables as a whole: their numbers, their titles, and the headings above them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kesos.audit._arithmetic import count_in
from kesos.audit._rule import FINE, UNKNOWN, Odd, Verdict, rule
from kesos.audit._subject import Subject
from kesos.audit._things import flat, tables, words_in
from kesos.reports import Table
from kesos.values import Printed
from kesos.values._texts import fold

_BRACKETS = re.compile(r"\([^()]*\)")


class _Captioned(NamedTuple):
    """A table with a caption, the number in it, and the last number before it."""

    table: Table
    caption: Printed
    number: int | None
    before: int | None


def _captioned(subject: Subject) -> Iterator[_Captioned]:
    before: int | None = None
    for table in subject.report.tables:
        if table.caption is not None:
            number = count_in(table.caption)
            yield _Captioned(table, table.caption, number, before)
            before = before if number is None else number


@rule("table_number", _captioned)
def check_table_numbers(subject: Subject, it: _Captioned) -> Verdict:
    """The numbers of the tables run on: each table has one, and it is the next."""
    if it.number is None:
        return Odd(it.caption, wording="none", title=it.table.title)
    if it.before is None or it.number == it.before + 1:
        return FINE
    return Odd(it.caption, it.before)


class _Titled(NamedTuple):
    """A table, and the first one that has its title, where that is another."""

    table: Table
    first: Table | None


def _titled(subject: Subject) -> Iterator[_Titled]:
    titles: dict[str, list[Table]] = {}
    for table in subject.report.tables:
        titles.setdefault(fold(table.title.text), []).append(table)
    for first, *others in titles.values():
        yield from [_Titled(table, first) for table in others] or [_Titled(first, None)]


@rule("title", _titled)
def check_titles(subject: Subject, it: _Titled) -> Verdict:
    """Two tables do not have one title; under two headings one of the titles is wrong."""
    table, first = it
    if first is None:
        return FINE
    headings = [each.heading for each in it if each is not None and each.heading is not None]
    words = {None if each is None else fold(each.text) for each in (table.heading, first.heading)}
    return Odd(
        table.title,
        severity="error" if len(words) > 1 else "suspicious",
        number=table.number,
        first=first.number,
        concerns=(first.title, *headings),
    )


@rule("heading", tables)
def check_headings(subject: Subject, table: Table) -> Verdict:
    """A table's title and the heading above it name one thing in the same words.

    Compared are those that share more than three quarters of the shorter one's words, and yet each has words that the
    other has not; a title that only adds to the heading agrees with it. Words in brackets are left out.
    """
    if table.heading is None:
        return UNKNOWN
    heading, title = (set(words_in(_BRACKETS.sub(" ", cell.text))) for cell in (table.heading, table.title))
    if not heading or not title:
        return UNKNOWN
    shared, shorter = len(heading & title), min(len(heading), len(title))
    if shared * 4 <= shorter * 3 or heading <= title or title <= heading:
        return FINE
    return Odd(table.title, flat(table.heading.text), heading=table.heading, concerns=(table.heading,))
