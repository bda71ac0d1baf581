"""What a column of amounts may be by its head and the columns beside it: a total of them, what is left, a product."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations, permutations

from kesos.reports._amounts_compared import ProductOf, SumOf
from kesos.reports._columns import Column
from kesos.reports._decimals import MEASURED
from kesos.reports._nesting import can_be_added
from kesos.reports._relation import Relation
from kesos.reports._rows import Row
from kesos.reports._supposed import Supposed, are_alike, base, head, judged
from kesos.reports._tables import Table
from kesos.values import Printed, Text

_MOST_PARTS = 40
"""More columns than this no page holds side by side."""

_TOTAL = re.compile(r"\b(?:jumlah|total)\b", re.IGNORECASE)
_LEFT = re.compile(r"\b(?:sisa|saldo|selisih|kekurangan|kurang|belum|remaining|balance|difference)\b", re.IGNORECASE)


def sums(table: Table, at: int, column: Column, amounts: Sequence[Column]) -> Iterator[Supposed]:
    """What a column may be of which the head says that it is a total, or that it is what is left."""
    if _TOTAL.search(column.label):
        yield from _totals(table, at, column)
        yield from _products(table, column, amounts)
    elif _LEFT.search(column.label):
        yield from _left(table, column, amounts)


def _totals(table: Table, at: int, column: Column) -> Iterator[Supposed]:
    """The columns just before a total, or just after it, that count the same: as many as add up to it."""
    before, after = _run(reversed(table.columns[:at]), column), _run(table.columns[at + 1 :], column)
    for parts in (*(before[:many][::-1] for many in _lengths(before)), *(after[:many] for many in _lengths(after))):
        named = ", ".join(f'"{head(each)}"' for each in parts)
        said = Text(f'kolom "{head(column)}" adalah jumlah {named}', f'column "{head(column)}" is the sum of {named}')
        yield _sum(table, column, (column, *parts), said)


def _left(table: Table, column: Column, amounts: Sequence[Column]) -> Iterator[Supposed]:
    """What is left of one amount without another: the first is the sum of that and of what is left."""
    alike = [each for each in amounts if are_alike(each, column)]
    for whole, taken in permutations(alike, 2):
        given = {"column": head(column), "whole": head(whole), "taken": head(taken)}
        yield _sum(table, column, (whole, taken, column), Text(_LESS.id.format(**given), _LESS.en.format(**given)))


_LESS = Text('kolom "{column}" adalah "{whole}" dikurangi "{taken}"', 'column "{column}" is "{whole}" less "{taken}"')


def _sum(table: Table, column: Column, columns: Sequence[Column], said: Text) -> Supposed:
    codes = tuple(each.code for each in columns)

    def total(row: Row, guess: Text) -> Relation:
        whole, *parts = (row[code] for code in codes)
        return SumOf(whole, parts=parts, blanks=table.blanks, certain=False, guess=guess)

    found, apart, telling = (
        judged(table, codes, fits, data_only=data_only)
        for fits, data_only in ((_is_sum, False), (_is_sum, True), (_is_telling, True))
    )
    return Supposed(column.code, codes, found, total, said, apart=apart, telling=telling.fits)


def _lengths(run: list[Column]) -> range:
    """How many columns of a run may be the parts: the most first, since one of nothing but zeros changes no sum."""
    return range(len(run), 1, -1)


def _is_sum(_: Printed, total: Fraction, *parts: Fraction) -> bool:
    return total == sum(parts)


def _is_telling(_: Printed, total: Fraction, *parts: Fraction) -> bool:
    """Whether a sum is one of several: 5 is 5 and 0 by accident."""
    return total == sum(parts) and sum(map(bool, parts)) > 1


def _run(columns: Iterable[Column], like: Column) -> list[Column]:
    """The columns beside a total that count the same, up to the next total or to what counts something else."""
    run: list[Column] = []
    for column in columns:
        if column.holds == "percent":
            continue  # a share that stands beside its part
        if len(run) == _MOST_PARTS or _TOTAL.search(column.label):
            break
        # what is counted may be the sum of bare numbers: people say what a total counts, not what each part does
        is_part = are_alike(column, like) or (column.unit is None and base(like) not in MEASURED)
        if not can_be_added(column) or not is_part:
            break
        run.append(column)
    return run


def _products(table: Table, column: Column, amounts: Sequence[Column]) -> Iterator[Supposed]:
    for one, other in combinations(amounts, 2):
        if are_alike(one, column) == are_alike(other, column):
            continue  # of a rate and a count only one is of the product's kind
        codes = (column.code, one.code, other.code)

        def product(row: Row, guess: Text, codes: tuple[str, ...] = codes) -> Relation:
            made, *factors = (row[code] for code in codes)
            return ProductOf(made, factors=factors, certain=False, guess=guess)

        named = f'"{head(one)}" × "{head(other)}"'
        said = Text(f'kolom "{head(column)}" adalah {named}', f'column "{head(column)}" is {named}')
        yield Supposed(column.code, codes, judged(table, codes, _is_product), product, said, data_only=True)


def _is_product(_: Printed, product: Fraction, one: Fraction, other: Fraction) -> bool:
    return product == one * other
