"""Figures that two tables seem to share: the same row and column, and the same number, or nearly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kesos.reports._amounts_compared import SameFigure
from kesos.reports._columns import Column
from kesos.reports._nesting import row_words
from kesos.reports._printed import on_one_line
from kesos.reports._rows import Row
from kesos.reports._tables import Table
from kesos.values import LANGUAGES, Printed, Quantity, Text
from kesos.values._texts import fold

SMALLEST = 1_000
"""Figures of three digits meet by accident too often for anything to follow from it."""

_MOST_COMPARED = 3
"""With so many earlier figures of one row and column each is compared, so that a long report takes no longer a cell."""

_SLIP = Text(
    "baris dan kolom yang sama di dua tabel, angkanya hampir sama",
    "the same row and column in two tables, and nearly the same figure",
)
_SAME = Text("baris, kolom, dan angka yang sama di dua tabel", "the same row, column and figure in two tables")


_TWINS = Text(
    'kolom "{column}" sama pada {agree} dari {of} baris di dua tabel, tetapi lain pada {others}',
    'column "{column}" is the same in {agree} of {of} rows of two tables, but not in {others}',
)
_WHOLE = Text(
    "menurut judulnya, dua tabel memerinci hal yang sama, jadi jumlahnya sama",
    "by their titles two tables divide the same thing, so that their totals are one",
)
_DIVIDED = re.compile(
    r"\b(?:(?:menurut|berdasarkan|by)\s+(?:(?:jenis|kelompok|tingkat|type of|kind of)\s+)?\w+"
    r"|per\s+(?:kecamatan|distrik|desa|kelurahan|bulan|jenis\s+\w+|kelompok\s+\w+))",
    re.IGNORECASE,
)
"""By what the title of a table says that it divides a whole: "Korban Banjir menurut Kecamatan Tahun 2025"."""
_CAPTION = re.compile(r"\W*(?:tabel|table)\s+[\w.]+\W*", re.IGNORECASE)
_MORE = Text("{others} dan {count} lagi", "{others} and {count} more")

FEWEST_TWINS = 2
"""One figure may be the same by accident."""

_MOST_NAMED = 3


class _Given(NamedTuple):
    """A figure with what it is known by: the words of its row and at its head, its unit, the years of its table."""

    key: tuple[object, ...]
    table: Table
    row: Row
    column: Column
    cell: Printed
    number: int


Pair = tuple[_Given, _Given]


def same_figures(tables: Iterable[Table]) -> Iterator[SameFigure]:
    """What stands in rows and under heads of the same words in two tables on the same years.

    Where at least half of two such columns are alike, each of their figures is supposed to be given twice; of others,
    totals of one thing that both tables divide, by their titles, and those that are alike or off by a slip, and large
    enough for that to be no accident.
    """
    pairs = list(_pairs(tables))
    columns: dict[tuple[object, ...], list[Pair]] = {}
    for one, other in pairs:
        columns.setdefault((one.table.number, other.table.number, *other.key[1:]), []).append((one, other))
    told: set[int] = set()
    for twins in columns.values():
        guess = _guess(twins)
        for one, other in twins if guess is not None else ():
            if id(other.cell) not in told:
                told.add(id(other.cell))
                yield SameFigure([one.cell, other.cell], certain=False, guess=guess)
    for one, other in pairs:
        why = _why(one, other) if id(other.cell) not in told else None
        if why is not None:
            told.add(id(other.cell))
            yield SameFigure([one.cell, other.cell], certain=False, guess=why)


def _why(one: _Given, other: _Given) -> Text | None:
    """Why two single figures are supposed to be one; None of those that nothing speaks for."""
    if one.row.kind == "total" and _divide_one_whole(one.table, other.table):
        return _WHOLE
    if min(abs(one.number), abs(other.number)) < SMALLEST:
        return None
    if one.number == other.number:
        return _SAME
    return _SLIP if is_slip(other.number, one.number) else None


def _divide_one_whole(one: Table, other: Table) -> bool:
    """Whether two tables divide one whole in two ways, by their titles: those differ in nothing else."""
    first, second = (_CAPTION.sub("", each.title.text.casefold(), count=1) for each in (one, other))
    by, other_by = _DIVIDED.findall(first), _DIVIDED.findall(second)
    rest, other_rest = (" ".join(_DIVIDED.sub("", each).split()) for each in (first, second))
    return len(by) == len(other_by) == 1 and by != other_by and rest == other_rest


def _pairs(tables: Iterable[Table]) -> Iterator[Pair]:
    seen: dict[tuple[object, ...], list[_Given]] = {}
    for table in tables:
        for given in _figures(table):
            earlier = seen.setdefault(given.key, [])
            yield from ((one, given) for one in earlier if one.table.number != given.table.number)
            if len(earlier) < _MOST_COMPARED:
                earlier.append(given)


def _guess(pairs: list[Pair]) -> Text | None:
    """Why two columns are supposed to give the same figures, with the rows in which they do not; None of others.

    Nothing follows from zeros, from rows of which there are several of the same words, and from columns that are alike
    altogether, of which nothing is to be asked.
    """
    telling = [(one, other) for one, other in pairs if one.number or other.number]
    unlike = [other for one, other in telling if one.number != other.number]
    agree = len(telling) - len(unlike)
    if len({other.key for _, other in pairs}) < len(pairs):
        return None
    if not unlike or agree < FEWEST_TWINS or agree < len(unlike):
        return None
    named = ", ".join(f'"{row_words(each.table, each.row)}"' for each in unlike[:_MOST_NAMED])
    said: list[str] = []
    for language in LANGUAGES:
        rest = len(unlike) - _MOST_NAMED
        others = _MORE.say(language).format(others=named, count=rest) if rest > 0 else named
        given = {"column": on_one_line(unlike[0].column.label), "agree": agree, "of": len(telling), "others": others}
        said.append(_TWINS.say(language).format(**given))
    return Text(*said)


def _figures(table: Table) -> Iterator[_Given]:
    heads = [(column, fold(column.label)) for column in table.columns]
    for row in table.rows:
        words = "" if row.kind == "total" else _words(table, row)
        if words is None or row.kind == "subtotal":
            continue
        for column, head in heads:
            cell = row.get(column.code)
            value = None if cell is None else cell.value
            if cell is not None and isinstance(value, Quantity):
                key = (words, head, value.unit.code, table.years)
                yield _Given(key, table, row, column, cell, value.amount)


def _words(table: Table, row: Row) -> str | None:
    """The words by which a row is known; None for one that has a number only."""
    for column in table.columns:
        if column.holds == "text" and column.code in row and row[column.code].text.strip():
            return fold(row[column.code].text)
    return None


def is_slip(one: int, other: int) -> bool:
    """Whether one number is the other with one digit mistaken, or two beside each other changed about.

    >>> is_slip(100_336, 100_363), is_slip(100_336, 100_836), is_slip(100_336, 103_360), is_slip(100_336, 10_336)
    (True, True, False, False)
    """
    some, others = str(one), str(other)
    if len(some) != len(others):
        return False
    off = [at for at, (digit, its) in enumerate(zip(some, others, strict=True)) if digit != its]
    if len(off) == 1:
        return True
    return len(off) == 2 and off[1] == off[0] + 1 and some[off[0]] == others[off[1]] and some[off[1]] == others[off[0]]
