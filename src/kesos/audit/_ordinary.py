"""What counts as ordinary: the thresholds of the rules for oddities. They are ours, not law; pass your own."""

from __future__ import annotations

from fractions import Fraction
from typing import cast

import attrs

from kesos import _checks as checks
from kesos.errors import InvalidValueError
from kesos.reports._nested_sums import MOST_NESTED_BROKEN
from kesos.reports._proposed import FEWEST_ROWS, MOST_BROKEN
from kesos.values._exact import exact_ratio


def _exact(value: Fraction | int | str) -> Fraction:
    """For type checkers: what may be given, which is read where it is known which field it is for."""
    return cast("Fraction", value)


@attrs.frozen(kw_only=True)
class Ordinary:
    """The thresholds beyond which a figure is worth a question. No law sets them: each has its reason here.

    Args:
        fewest_people_per_family: A place whose families have fewer people on average is asked about. Indonesian
            families average between three and four people in every census since 2000; two would mean hardly a child.
        most_people_per_family: Likewise for more; an average above six does not occur for a whole place.
        families_enough: Averages are only looked at where at least so many families were counted: one family may have
            any size.
        off_median: Where a table has `rows_enough` places, one whose people per family lie more than this factor from
            the table's median is asked about too. A median does not move with the oddities among its rows.
        rows_enough: From how many rows on a table's own median is used.
        most_families_per_house: More families than this for each damaged house are asked about: some families may share
            a house or count as struck without damage, but hardly this many times over.
        jump: A year's figure that is at least this many times another year's, or at most that small a part of it, is
            asked about. Ceilings and quotas move by single or low double digits of percent in an ordinary year.
        chance: A pattern among many figures (all of them round, all of them multiples) is asked about where it would
            come about by accident less often than this.
        smallest_rounded: Only counts from here on are looked at for being rounded: small counts are often exact tens.
        about_digits: A figure that the text calls approximate, yet with more significant digits than this, is asked
            about.
        similar_letters: From how many letters on two names that differ in one letter may be one name spelt in two ways.
        supposed_from_rows: In how many rows at least a relation of columns has to hold before it is supposed that it is
            meant to hold in all: one row may fit by accident.
        supposed_unless_broken: Of what share of its rows it may break and still be supposed: of three, one may be
            wrong and two show what the column is; a column that breaks more often is something else. A total that
            carries what is broken in its rows does not count against a sum.
        nested_unless_broken: Likewise of the rows that hold others, such as 4 with 4.1 and 4.2: how they nest already
            says what they add up, so that arithmetic has to speak for it as often as against it.

    >>> Ordinary().jump, Ordinary(jump="1.2").jump
    (Fraction(3, 2), Fraction(6, 5))
    """

    fewest_people_per_family: Fraction = attrs.field(default=Fraction(2), converter=_exact)
    most_people_per_family: Fraction = attrs.field(default=Fraction(6), converter=_exact)
    families_enough: int = 10
    off_median: Fraction = attrs.field(default=Fraction(2), converter=_exact)
    rows_enough: int = 8
    most_families_per_house: Fraction = attrs.field(default=Fraction(5), converter=_exact)
    jump: Fraction = attrs.field(default=Fraction(3, 2), converter=_exact)
    chance: Fraction = attrs.field(default=Fraction(1, 10_000), converter=_exact)
    smallest_rounded: int = 30
    about_digits: int = 3
    similar_letters: int = 6
    supposed_from_rows: int = FEWEST_ROWS
    supposed_unless_broken: Fraction = attrs.field(default=MOST_BROKEN, converter=_exact)
    nested_unless_broken: Fraction = attrs.field(default=MOST_NESTED_BROKEN, converter=_exact)

    def __attrs_post_init__(self) -> None:
        for field in attrs.fields(type(self)):
            checks.settle(self, checks.count if field.converter is None else exact_ratio, field.name)
        for field in ("jump", "off_median"):
            if getattr(self, field) <= 1:
                raise InvalidValueError("too_small.factor", field=field, value=getattr(self, field))


ORDINARY = Ordinary()
"""The thresholds that are used where none are given."""
