"""What columns of a table seem to have to do with each other in its rows: sums, products, shares, growth."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from itertools import combinations, islice, permutations
from typing import NamedTuple

from kesos.reports._amounts_compared import GrowthOf, ProductOf, ShareOf, SumOf
from kesos.reports._cells import says_nothing
from kesos.reports._columns import Column
from kesos.reports._decimals import MEASURED, number_of, places_of
from kesos.reports._nesting import can_be_added
from kesos.reports._printed import on_one_line
from kesos.reports._relation import Relation
from kesos.reports._rows import Row
from kesos.reports._tables import Table
from kesos.values import Percentage, Printed, Rounding, Text

_MOST_TRIED = 40
"""So many rows tell what a column is; the others are held to it."""
_NEAREST = 8
"""A column is made of columns beside it: so many to either side are tried."""

_MOST_PARTS = 40
"""More columns than this no page holds side by side."""

_TOTAL = re.compile(r"\b(?:jumlah|total)\b", re.IGNORECASE)
_GROWTH = re.compile(r"pertumbuhan|perubahan|kenaikan|naik|turun|growth|change|increase", re.IGNORECASE)


class _Guess(NamedTuple):
    """What a column may be, in how many rows it is, and how many rows tell."""

    fits: int
    of: int
    makes: Callable[[Row, Text], Relation]
    codes: tuple[str, ...]
    id: str
    en: str
    data_only: bool = False
    """Whether totals are left out: a total of products is no product of totals."""

    def text(self) -> Text:
        return Text(
            f"{self.id} pada {self.fits} dari {self.of} baris",
            f"{self.en} in {self.fits} of {self.of} rows",
        )


def column_relations(table: Table, fewest: int, broken: Fraction) -> Iterator[Relation]:
    """The relations of each column whose arithmetic fits in enough of the rows, and which the table does not state."""
    stated = {rule.total for rule in table.sums} | {rule.product for rule in table.products}
    stated |= {share.percent for share in table.shares}
    for at, column in enumerate(table.columns):
        if column.code in stated:
            continue
        guesses = _guesses(table, at, column)
        sound = [each for each in guesses if each.fits >= fewest and each.of - each.fits <= each.of * broken]
        best = max(sound, key=lambda each: (each.fits, -each.of), default=None)
        if best is None:
            continue
        wanted, why = (column.code, *best.codes), best.text()
        for row in table.rows:
            if best.data_only and row.kind != "data":
                continue
            # where a part is not known nothing follows, but whoever audits can tell what was not checked for it
            if all(code in row for code in wanted) and not says_nothing(row[column.code]):
                yield best.makes(row, why)


def _guesses(table: Table, at: int, column: Column) -> Iterator[_Guess]:
    beside = [each for each in table.columns[max(0, at - _NEAREST) : at + _NEAREST + 1] if each is not column]
    amounts = [each for each in beside if can_be_added(each)]
    if column.holds == "percent":
        if _GROWTH.search(column.label):
            yield from _percentages(table, column, amounts, fits=_is_growth, makes=_growth, words=_GROWN)
        else:
            yield from _percentages(table, column, amounts, fits=_is_share, makes=_share, words=_SHARE)
    elif can_be_added(column) and _TOTAL.search(column.label):
        yield from _sums(table, at, column)
        yield from _products(table, column, amounts)


def _head(column: Column) -> str:
    return on_one_line(column.label)


def _like(one: Column, other: Column) -> bool:
    return _base(one) == _base(other)


def _base(column: Column) -> str | None:
    return None if column.unit is None else column.unit.base


def _judged(table: Table, codes: tuple[str, ...], fits: Callable[..., bool]) -> tuple[int, int]:
    """In how many rows the figures of these columns fit, and in how many all of them are known."""
    known = _known(table, codes)
    judged = [fits(*numbers) for numbers in islice(known, _MOST_TRIED)]
    return sum(judged), len(judged)


def _known(table: Table, codes: tuple[str, ...]) -> Iterator[tuple[object, ...]]:
    for row in table.rows:
        if all(code in row for code in codes):
            numbers = [number_of(row[code]) for code in codes]
            if all(number is not None for number in numbers):
                yield (row[codes[0]], *numbers)


def _percentages(
    table: Table,
    column: Column,
    amounts: list[Column],
    *,
    fits: Callable[..., bool],
    makes: Callable[[Printed, Printed, Printed, Text], Relation],
    words: Text,
) -> Iterator[_Guess]:
    """What two amounts make of a column of percentages, each way round."""
    for one, other in permutations(amounts, 2):
        if not _like(one, other):
            continue
        codes = (column.code, one.code, other.code)

        def made(row: Row, guess: Text, codes: tuple[str, ...] = codes) -> Relation:
            percent, first, second = (row[code] for code in codes)
            return makes(percent, first, second, guess)

        said = {"column": _head(column), "one": _head(one), "other": _head(other)}
        yield _Guess(*_judged(table, codes, fits), made, codes[1:], words.id.format(**said), words.en.format(**said))


def _share(percent: Printed, part: Printed, whole: Printed, guess: Text) -> ShareOf:
    return ShareOf(percent, part=part, whole=whole, places=places_of(percent), certain=False, guess=guess)


def _growth(percent: Printed, before: Printed, after: Printed, guess: Text) -> GrowthOf:
    return GrowthOf(percent, before=before, after=after, places=places_of(percent), certain=False, guess=guess)


_SHARE = Text('kolom "{column}" adalah "{one}" dibagi "{other}"', 'column "{column}" is "{one}" over "{other}"')
_GROWN = Text(
    'kolom "{column}" adalah pertumbuhan dari "{one}" ke "{other}"',
    'column "{column}" is the growth from "{one}" to "{other}"',
)


def _is_share(cell: Printed, percent: Fraction, part: Fraction, whole: Fraction) -> bool:
    return bool(whole) and _rounds_to(cell, percent, part / whole)


def _is_growth(cell: Printed, percent: Fraction, before: Fraction, after: Fraction) -> bool:
    return before > 0 and _rounds_to(cell, percent, after / before - 1)


def _rounds_to(cell: Printed, percent: Fraction, share: Fraction) -> bool:
    return Percentage.of_fraction(share).rounded(places_of(cell), Rounding.HALF_UP) == percent


def _sums(table: Table, at: int, column: Column) -> Iterator[_Guess]:
    """The columns just before a total, or just after it, that count the same: as many as add up to it."""
    before, after = _run(reversed(table.columns[:at]), column), _run(table.columns[at + 1 :], column)
    for parts in (*(before[:many][::-1] for many in _lengths(before)), *(after[:many] for many in _lengths(after))):
        codes = tuple(each.code for each in parts)

        def total(row: Row, guess: Text, codes: tuple[str, ...] = codes) -> Relation:
            cells = [row[code] for code in codes]
            return SumOf(row[column.code], parts=cells, blanks=table.blanks, certain=False, guess=guess)

        named = ", ".join(f'"{_head(each)}"' for each in parts)
        yield _Guess(
            *_judged(table, (column.code, *codes), _is_sum),
            total,
            codes,
            f'kolom "{_head(column)}" adalah jumlah {named}',
            f'column "{_head(column)}" is the sum of {named}',
        )


def _lengths(run: list[Column]) -> range:
    """How many columns of a run may be the parts: the most first, since one of nothing but zeros changes no sum."""
    return range(len(run), 1, -1)


def _is_sum(_: Printed, total: Fraction, *parts: Fraction) -> bool:
    return total == sum(parts)


def _run(columns: Iterable[Column], like: Column) -> list[Column]:
    """The columns beside a total that count the same, up to the next total or to what counts something else."""
    run: list[Column] = []
    for column in columns:
        if column.holds == "percent":
            continue  # a share that stands beside its part
        if len(run) == _MOST_PARTS or _TOTAL.search(column.label):
            break
        # what is counted may be the sum of bare numbers: people say what a total counts, not what each part does
        is_part = _like(column, like) or (column.unit is None and _base(like) not in MEASURED)
        if not can_be_added(column) or not is_part:
            break
        run.append(column)
    return run


def _products(table: Table, column: Column, amounts: list[Column]) -> Iterator[_Guess]:
    for one, other in combinations(amounts, 2):
        if _like(one, column) == _like(other, column):
            continue  # of a rate and a count only one is of the product's kind
        codes = (column.code, one.code, other.code)
        fits, of = _judged(table, codes, _is_product)

        def product(row: Row, guess: Text, one: Column = one, other: Column = other) -> Relation:
            return ProductOf(row[column.code], factors=[row[one.code], row[other.code]], certain=False, guess=guess)

        yield _Guess(
            fits,
            of,
            product,
            codes[1:],
            f'kolom "{_head(column)}" adalah "{_head(one)}" × "{_head(other)}"',
            f'column "{_head(column)}" is "{_head(one)}" × "{_head(other)}"',
            data_only=True,
        )


def _is_product(_: Printed, product: Fraction, one: Fraction, other: Fraction) -> bool:
    return product == one * other
