"""Relations of amounts and counts: what adds up, what is part of what, what one amount pays for."""

from __future__ import annotations

import attrs

from kesos.reports._printed import (
    each_printed,
    is_count,
    is_flag,
    is_printed,
    maybe_count,
    maybe_printed,
    maybe_reading,
    several,
)
from kesos.reports._relation import Relation
from kesos.values import Printed, Reading


@attrs.frozen
class SumOf(Relation):
    """A total, and the parts that should add up to it.

    Args:
        total: The printed total.
        parts: What it adds up, at one level.
        blanks: The reading by which a part without a value adds nothing. Without one, such a part is not known, and
            neither is the sum.
    """

    total: Printed = attrs.field(validator=is_printed)
    parts: tuple[Printed, ...] = attrs.field(converter=several, validator=each_printed, kw_only=True)
    blanks: Reading | None = attrs.field(default=None, validator=maybe_reading, kw_only=True)


@attrs.frozen
class TwoCounts(Relation):
    """One population counted in two ways, such as damaged buildings by how badly and by what they are.

    Both sides should have the same sum; their units may have different names (houses are buildings).
    """

    one: tuple[Printed, ...] = attrs.field(converter=several, validator=each_printed)
    other: tuple[Printed, ...] = attrs.field(converter=several, validator=each_printed, kw_only=True)
    blanks: Reading | None = attrs.field(default=None, validator=maybe_reading, kw_only=True)


@attrs.frozen
class CountOf(Relation):
    """A number of things, and the things, one by one."""

    count: Printed = attrs.field(validator=is_printed)
    counted: tuple[Printed, ...] = attrs.field(converter=several, validator=each_printed, kw_only=True)


@attrs.frozen
class PartOf(Relation):
    """Some of a population, and the whole of it, which cannot be fewer; their units may differ (families, people)."""

    part: Printed = attrs.field(validator=is_printed)
    whole: Printed = attrs.field(validator=is_printed, kw_only=True)


@attrs.frozen
class ShareOf(Relation):
    """A percentage, and the part and the whole that it is the share of.

    Args:
        percent: The printed percentage; a bare number, an int or a Decimal, is so many percent.
        part: What is in it.
        whole: What it is a share of.
        places: How many decimals the print gives.
    """

    percent: Printed = attrs.field(validator=is_printed)
    part: Printed = attrs.field(validator=is_printed, kw_only=True)
    whole: Printed = attrs.field(validator=is_printed, kw_only=True)
    places: int = attrs.field(validator=is_count, kw_only=True)


@attrs.frozen
class AverageOf(Relation):
    """A printed average, and what it is the average of; it is right where the average rounds to it."""

    average: Printed = attrs.field(validator=is_printed)
    parts: tuple[Printed, ...] = attrs.field(converter=several, validator=each_printed, kw_only=True)


@attrs.frozen
class ProductOf(Relation):
    """A printed amount, and what it is the product of: a rate and the counts that it is multiplied by."""

    product: Printed = attrs.field(validator=is_printed)
    factors: tuple[Printed, ...] = attrs.field(converter=several, validator=each_printed, kw_only=True)


@attrs.frozen
class GrowthOf(Relation):
    """A percentage by which a figure grew, and the figure before and after.

    Args:
        percent: The printed percentage; a bare number, an int or a Decimal, is so many percent.
        before: The earlier figure.
        after: The later figure.
        places: How many decimals the print gives.
    """

    percent: Printed = attrs.field(validator=is_printed)
    before: Printed = attrs.field(validator=is_printed, kw_only=True)
    after: Printed = attrs.field(validator=is_printed, kw_only=True)
    places: int = attrs.field(validator=is_count, kw_only=True)


@attrs.frozen
class LargestOf(Relation):
    """What is said to be the largest, and what it is the largest among."""

    largest: tuple[Printed, ...] = attrs.field(converter=several, validator=each_printed)
    others: tuple[Printed, ...] = attrs.field(converter=several, validator=each_printed, kw_only=True)


@attrs.frozen
class SameFigure(Relation):
    """One figure that is given more than once: the same measure, area and time."""

    figures: tuple[Printed, ...] = attrs.field(converter=several, validator=each_printed)


@attrs.frozen
class InWords(Relation):
    """A figure, and the same figure in words beside it; the words have no value where they say no number."""

    figure: Printed = attrs.field(validator=is_printed)
    words: Printed = attrs.field(validator=is_printed, kw_only=True)


@attrs.frozen
class PaidIn(Relation):
    """An amount paid out in benefits of one stated size, which should divide it."""

    amount: Printed = attrs.field(validator=is_printed)
    benefit: Printed = attrs.field(validator=is_printed, kw_only=True)


@attrs.frozen
class BudgetFor(Relation):
    """A budget, and what it should pay: recipients × benefit × months.

    Args:
        budget: The amount.
        recipients: Families or people.
        benefit: What each receives a month; without it, each at least receives whole rupiah.
        months: For how many months; without it, some whole number of months up to a year.
        at_most: True where the amount was paid to some of the recipients, so that it may be less, but not more.
    """

    budget: Printed = attrs.field(validator=is_printed)
    recipients: Printed = attrs.field(validator=is_printed, kw_only=True)
    benefit: Printed | None = attrs.field(validator=maybe_printed, default=None, kw_only=True)
    months: int | None = attrs.field(default=None, validator=maybe_count, kw_only=True)
    at_most: bool = attrs.field(default=False, validator=is_flag, kw_only=True)


@attrs.frozen
class Affected(Relation):
    """Families, the people in them, and the houses that were damaged, counted at one place."""

    families: Printed | None = attrs.field(validator=maybe_printed, default=None, kw_only=True)
    people: Printed | None = attrs.field(validator=maybe_printed, default=None, kw_only=True)
    houses: Printed | None = attrs.field(validator=maybe_printed, default=None, kw_only=True)


@attrs.frozen
class LeftBlank(Relation):
    """A quantity that the text announces and does not give."""

    blank: Printed = attrs.field(validator=is_printed)
