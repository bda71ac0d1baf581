"""Whether a printed value is of the kind that its relation compares; of some it compares no value at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from kesos.audit._arithmetic import amount, count_in
from kesos.errors import InvalidValueError
from kesos.reports import (
    Abbreviation,
    Affected,
    BudgetFor,
    Classed,
    CountOf,
    FromTo,
    GrowthOf,
    InOrder,
    InWords,
    LeftBlank,
    Numbering,
    Relation,
    SameFigure,
    SameName,
    ShareOf,
    TargetYear,
    TwoLists,
    WeekdayOf,
    YearsShown,
)
from kesos.values import Percentage, Period, Printed


def is_fit(relation: Relation, cell: Printed) -> bool:
    """Whether a printed value of a relation is known and of the kind that it compares.

    >>> relation = CountOf(Printed("x", source="p. 1"), counted=[Printed("desa A", source="p. 2")])
    >>> [is_fit(relation, cell) for cell in relation.printed()]
    [False, True]
    """
    fits = _FITS.get(type(relation))
    return amount(cell) is not None if fits is None else fits(relation, cell)


def _always(relation: Relation, cell: Printed) -> bool:
    return True


def _is_counted(relation: CountOf, cell: Printed) -> bool:
    return cell is not relation.count or count_in(cell) is not None


def percentage_in(cell: Printed) -> Percentage | None:
    """The percentage that a cell states of which a relation says that it is one; None where it states none.

    A bare number under such a head is so many percent. A fraction may be a share of one instead, and is none.

    >>> percentage_in(Printed("35,4", Decimal("35.4"), source="p. 1")), percentage_in(Printed("?", source="p. 1"))
    (Percentage('35.4'), None)
    """
    value = cell.value
    if type(value) in (int, Decimal):
        try:
            return Percentage(value)
        except InvalidValueError:  # no number that a percentage can be
            return None
    return value if isinstance(value, Percentage) else None


def _is_percentage(relation: ShareOf | GrowthOf, cell: Printed) -> bool:
    return (percentage_in(cell) if cell is relation.percent else amount(cell)) is not None


def _has_recipients(relation: BudgetFor, cell: Printed) -> bool:
    return count_in(cell) is not None if cell is relation.recipients else amount(cell) is not None


def _is_figure(relation: InWords, cell: Printed) -> bool:
    return cell is relation.words or amount(cell) is not None


def _is_count(relation: Relation, cell: Printed) -> bool:
    return count_in(cell) is not None


def _is_period(relation: Relation, cell: Printed) -> bool:
    return isinstance(cell.value, Period)


def _is_year(relation: Relation, cell: Printed) -> bool:
    return isinstance(cell.value, Period) or type(cell.value) is int


def _is_alike(relation: SameFigure, cell: Printed) -> bool:
    """Days are held against days, amounts against amounts."""
    are_days = [isinstance(each.value, Period) for each in relation.figures]
    return all(are_days) or amount(cell) is not None


# each takes a relation of the class that it stands beside
_FITS: Mapping[type[Relation], Callable[..., bool]] = {
    CountOf: _is_counted,
    ShareOf: _is_percentage,
    GrowthOf: _is_percentage,
    BudgetFor: _has_recipients,
    InWords: _is_figure,
    Affected: _is_count,
    WeekdayOf: _is_period,
    InOrder: _is_period,
    TargetYear: _is_year,
    SameFigure: _is_alike,
    **dict.fromkeys((LeftBlank, FromTo, YearsShown, SameName, Abbreviation, Classed, TwoLists, Numbering), _always),
}
