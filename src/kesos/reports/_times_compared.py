"""Relations of days and years: what runs from when to when, what follows in order, what is due and met."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

import attrs

from kesos.errors import InvalidValueError
from kesos.indicators import Better
from kesos.reports._printed import (
    Validator,
    each_count,
    each_printed,
    is_a,
    is_count,
    is_one_of,
    is_printed,
    several,
    whole_numbers,
)
from kesos.reports._relation import Relation
from kesos.values import Printed


def _one_for_each(figures: str) -> Validator:
    """A validator: there are as many years as there are figures in the field of this name."""

    def check(relation: object, field: attrs.Attribute[Any], years: tuple[int, ...]) -> None:
        each_count(relation, field, years)
        many = len(getattr(relation, figures))
        if len(years) != many:
            raise InvalidValueError("wrong_length.years", field="years", value=years, years=len(years), figures=many)

    return check


@attrs.frozen
class FromTo(Relation):
    """A run of days with its two printed ends, also where they come in the wrong order and so make no period."""

    printed_run: Printed = attrs.field(validator=is_printed)
    first: date = attrs.field(validator=is_a(date), kw_only=True)
    last: date = attrs.field(validator=is_a(date), kw_only=True)


@attrs.frozen
class WeekdayOf(Relation):
    """A day and the name of its weekday.

    Args:
        day: The printed day; its value is a one-day Period.
        weekday: The weekday that is named beside it: Monday is 1, Sunday 7.
    """

    day: Printed = attrs.field(validator=is_printed)
    weekday: int = attrs.field(validator=is_count, kw_only=True)


@attrs.frozen
class InOrder(Relation):
    """Rows or items that should stand in the order of their days; the values are Periods.

    None should end before one that stands above it begins: a month may stand before or after a day in it.
    """

    items: tuple[Printed, ...] = attrs.field(converter=several, validator=each_printed)


@attrs.frozen
class YearsShown(Relation):
    """The years that a title or a sentence announces, and the years that are shown.

    Args:
        title: The announcing words.
        first: The first announced year.
        last: The last announced year.
        shown: The years that the columns or rows are about.
    """

    title: Printed = attrs.field(validator=is_printed)
    first: int = attrs.field(validator=is_count, kw_only=True)
    last: int = attrs.field(validator=is_count, kw_only=True)
    shown: tuple[int, ...] = attrs.field(converter=whole_numbers, validator=each_count, kw_only=True)


@attrs.frozen
class Series(Relation):
    """One measure by year.

    Args:
        points: The figures, one a year.
        years: Their years, in the same order.
        partial: The years whose figure covers only a part of them, and so compares with no other.
    """

    points: tuple[Printed, ...] = attrs.field(converter=several, validator=each_printed)
    years: tuple[int, ...] = attrs.field(converter=whole_numbers, validator=_one_for_each("points"), kw_only=True)
    partial: tuple[int, ...] = attrs.field(default=(), converter=whole_numbers, validator=each_count, kw_only=True)


@attrs.frozen
class TargetYear(Relation):
    """A target with the year it is due, and the year that it is said to be met."""

    due: Printed = attrs.field(validator=is_printed)
    met: Printed = attrs.field(validator=is_printed, kw_only=True)


@attrs.frozen
class TargetPath(Relation):
    """What was realised in a year, and the targets of that year and the years after it.

    Args:
        realized: What was reached.
        year: In which year.
        targets: The printed targets.
        years: Their years, in the same order.
        better: Whether higher or lower is better.
    """

    realized: Printed = attrs.field(validator=is_printed)
    year: int = attrs.field(validator=is_count, kw_only=True)
    targets: tuple[Printed, ...] = attrs.field(converter=several, validator=each_printed, kw_only=True)
    years: tuple[int, ...] = attrs.field(converter=whole_numbers, validator=_one_for_each("targets"), kw_only=True)
    better: Better = attrs.field(validator=is_one_of(*get_args(Better)), kw_only=True)
