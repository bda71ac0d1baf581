"""What columns of a table seem to have to do with each other in its rows: sums, products, shares, growth, ceilings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import permutations

from kesos.reports._amounts_compared import GrowthOf, PartOf, ShareOf
from kesos.reports._cells import says_nothing
from kesos.reports._columns import Column
from kesos.reports._decimals import number_of, places_of
from kesos.reports._nesting import can_be_added
from kesos.reports._proposed_sums import sums
from kesos.reports._relation import Relation
from kesos.reports._rows import Row
from kesos.reports._supposed import Fits, Supposed, are_alike, head, judged
from kesos.reports._tables import Table
from kesos.values import Percentage, Printed, Rounding, Text

_NEAREST = 8
"""A column is made of columns beside it: so many to either side are tried."""

_GROWTH = re.compile(r"pertumbuhan|perubahan|kenaikan|naik|turun|growth|change|increase", re.IGNORECASE)
_CEILING = re.compile(r"\b(?:pagu|ceiling)\b", re.IGNORECASE)
_REALISED = re.compile(r"\b(?:realisasi|reali[sz]ed|reali[sz]ation)\b", re.IGNORECASE)

Columns = tuple[str, frozenset[str]]
"""Columns that a relation holds together: the result, and what it is made of."""


def column_relations(table: Table, fewest: int, broken: Fraction) -> Iterator[Relation]:
    """The relations of each column whose arithmetic fits in enough of the rows, and which the table does not state.

    Of what was realised of a ceiling the heads alone tell that it is a part of it.
    """
    shared: set[tuple[int, int]] = set()
    for best, is_enough in _likeliest(table, fewest, broken):
        for relation in _in_rows(table, best) if is_enough else ():
            yield relation
            if isinstance(relation, ShareOf):
                shared.add((id(relation.part), id(relation.whole)))
    for relation in _within_ceilings(table):
        if (id(relation.part), id(relation.whole)) not in shared:
            yield relation


def not_supposed(table: Table, fewest: int, broken: Fraction) -> Iterator[tuple[Text, tuple[Relation, ...]]]:
    """What heads say of a column and some rows bear out, but too few for it to be supposed; with what it would be."""
    for best, is_enough in _likeliest(table, fewest, broken):
        if not is_enough and best.telling:
            yield best.guess(), tuple(_in_rows(table, best))


def _likeliest(table: Table, fewest: int, broken: Fraction) -> Iterator[tuple[Supposed, bool]]:
    """Of each column that the table does not state what it most likely is, and whether enough rows speak for it."""
    stated = {rule.total for rule in table.sums} | {rule.product for rule in table.products}
    stated |= {share.percent for share in table.shares}
    told: set[Columns] = {(rule.total, frozenset(rule.parts)) for rule in table.sums}
    for at, column in enumerate(table.columns):
        if column.code in stated:
            continue
        guesses = [each for each in _guesses(table, at, column) if each.relates not in told]
        enough = [each for each in guesses if each.is_enough(fewest, broken)]
        best = max(enough, key=lambda each: (each.judged.fits, -each.judged.of), default=None)
        if best is not None:
            told.add(best.relates)
            yield best, True
        elif guesses:
            yield max(guesses, key=lambda each: each.telling), False


def _in_rows(table: Table, supposed: Supposed) -> Iterator[Relation]:
    why = supposed.guess()
    for row in table.rows:
        if supposed.data_only and row.kind != "data":
            continue
        # where a part is not known nothing follows, but whoever audits can tell what was not checked for it
        wanted = (supposed.column, *supposed.codes)
        if all(code in row for code in wanted) and not says_nothing(row[supposed.column]):
            yield supposed.makes(row, why)


def _guesses(table: Table, at: int, column: Column) -> Iterator[Supposed]:
    beside = [each for each in table.columns[max(0, at - _NEAREST) : at + _NEAREST + 1] if each is not column]
    amounts = [each for each in beside if can_be_added(each)]
    if column.holds == "percent":
        if _GROWTH.search(column.label):
            yield from _percentages(table, column, amounts, fits=_is_growth, makes=_growth, words=_GROWN)
        else:
            yield from _percentages(table, column, amounts, fits=_is_share, makes=_share, words=_SHARE)
            yield from _shares_of_totals(table, column, amounts)
    elif can_be_added(column):
        yield from sums(table, at, column, amounts)


def _within_ceilings(table: Table) -> Iterator[PartOf]:
    """What was realised of the only ceiling of its year; where the table states a share of it, that holds it."""
    stated = {(share.part, share.whole) for share in table.shares}
    amounts = [column for column in table.columns if can_be_added(column)]
    ceilings = [column for column in amounts if _CEILING.search(column.label) and not _REALISED.search(column.label)]
    for part in amounts:
        of_year = [each for each in ceilings if each.year == part.year]
        if not _REALISED.search(part.label) or len(of_year) != 1 or not are_alike(part, of_year[0]):
            continue
        (whole,) = of_year
        given = {"part": head(part), "whole": head(whole)}
        guess = Text(_WITHIN.id.format(**given), _WITHIN.en.format(**given))
        for row in table.rows if (part.code, whole.code) not in stated else ():
            if part.code in row and whole.code in row and not says_nothing(row[part.code]):
                yield PartOf(row[part.code], whole=row[whole.code], certain=False, guess=guess)


_WITHIN = Text(
    'menurut kepalanya, kolom "{part}" adalah bagian dari "{whole}"',
    'by its head, column "{part}" is a part of "{whole}"',
)


def _percentages(
    table: Table,
    column: Column,
    amounts: list[Column],
    *,
    fits: Fits,
    makes: Callable[[Printed, Printed, Printed, Text], Relation],
    words: Text,
) -> Iterator[Supposed]:
    """What two amounts make of a column of percentages, each way round."""
    for one, other in permutations(amounts, 2):
        if not are_alike(one, other):
            continue
        codes = (column.code, one.code, other.code)

        def made(row: Row, guess: Text, codes: tuple[str, ...] = codes) -> Relation:
            percent, first, second = (row[code] for code in codes)
            return makes(percent, first, second, guess)

        given = {"column": head(column), "one": head(one), "other": head(other)}
        said = Text(words.id.format(**given), words.en.format(**given))
        yield Supposed(column.code, codes, judged(table, codes, fits), made, said)


def _shares_of_totals(table: Table, column: Column, amounts: list[Column]) -> Iterator[Supposed]:
    """What share of its own total each figure of another column is, where the table has one row of totals."""
    totals = [row for row in table.rows if row.kind == "total"]
    for one in amounts if len(totals) == 1 else ():
        whole = totals[0].get(one.code)
        number = None if whole is None else number_of(whole)
        if whole is None or not number:
            continue

        def fits(cell: Printed, percent: Fraction, part: Fraction, number: Fraction = number) -> bool:
            return _rounds_to(cell, percent, part / number)

        def made(row: Row, guess: Text, code: str = one.code, whole: Printed = whole) -> Relation:
            return _share(row[column.code], row[code], whole, guess)

        codes = (column.code, one.code)
        given = {"column": head(column), "one": head(one)}
        said = Text(_OF_TOTAL.id.format(**given), _OF_TOTAL.en.format(**given))
        # of the total itself 100 % are sure
        found = judged(table, codes, fits, data_only=True)
        yield Supposed(column.code, codes, found, made, said, telling=found.fits)


def _share(percent: Printed, part: Printed, whole: Printed, guess: Text) -> ShareOf:
    return ShareOf(percent, part=part, whole=whole, places=places_of(percent), certain=False, guess=guess)


def _growth(percent: Printed, before: Printed, after: Printed, guess: Text) -> GrowthOf:
    return GrowthOf(percent, before=before, after=after, places=places_of(percent), certain=False, guess=guess)


_SHARE = Text('kolom "{column}" adalah "{one}" dibagi "{other}"', 'column "{column}" is "{one}" over "{other}"')
_OF_TOTAL = Text(
    'kolom "{column}" adalah persentase "{one}" dari jumlahnya',
    'column "{column}" is the percentage of "{one}" in its total',
)
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
