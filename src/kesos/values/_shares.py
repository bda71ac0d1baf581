"""A part of a whole and the change from one amount to another: counts or quantities of one unit, exact."""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction

from kesos import _checks as checks
from kesos.errors import InvalidValueError, UnitError, UnknownValueError
from kesos.values._percentages import Percentage
from kesos.values._quantities import Quantity, in_one_unit

Amount = int | Quantity


def share_of(
    part: Amount | None, whole: Amount | None, *, part_field: str = "part", whole_field: str = "whole"
) -> Percentage:
    """What share of the whole the part is.

    Args:
        part: A count, or a Quantity.
        whole: A count above zero, or a Quantity of the same unit.
        part_field: What the caller calls the part: the name that an error gives.
        whole_field: What the caller calls the whole.

    Raises:
        InvalidValueError: Either is no count; the whole is zero; the part is larger than the whole.
        UnitError: The two are not of one unit.
        UnknownValueError: Either is None: a share of what is not known is not known.

    >>> share_of(117, 330).rounded()
    Decimal('35.45')
    """
    numerator, denominator = _same_kind(part, whole, part_field, whole_field)
    _above_zero(denominator, whole, whole_field)
    if numerator > denominator:
        raise InvalidValueError(
            "part_above_whole",
            field=part_field,
            value=part,
            whole=whole,
            part_field=part_field,
            whole_field=whole_field,
        )
    return Percentage.of_fraction(Fraction(numerator, denominator))


def change_of(
    before: Amount | None, after: Amount | None, *, before_field: str = "before", after_field: str = "after"
) -> Percentage:
    """By what share of itself an amount grew; below zero where it shrank.

    Raises:
        InvalidValueError: Either is no count; the first is zero, from which nothing grows by a share.
        UnitError: The two are not of one unit.
        UnknownValueError: Either is None.

    >>> change_of(2_720, 4_358).rounded()
    Decimal('60.22')
    """
    later, earlier = _same_kind(after, before, after_field, before_field)
    _above_zero(earlier, before, before_field)
    return Percentage.of_fraction(Fraction(later - earlier, earlier))


def known_amount(value: Amount | None, field: str) -> Amount:
    """`value` where it is a count or a Quantity that is not below zero, and known.

    >>> known_amount(None, "families")
    Traceback (most recent call last):
    ...
    kesos.errors.UnknownValueError: families: its value is not known (None). Unknown is not zero: find it out, or ...
    """
    if value is None:
        raise UnknownValueError("unknown_value", field=field)
    if isinstance(value, Quantity):
        checks.count(value.amount, field)
        return value
    return checks.count(value, field)


def _same_kind(one: Amount | None, other: Amount | None, one_field: str, other_field: str) -> tuple[int, int]:
    first, second = known_amount(one, one_field), known_amount(other, other_field)
    if isinstance(first, int) and isinstance(second, int):
        return first, second
    if isinstance(first, Quantity) and isinstance(second, Quantity):
        with suppress(UnitError):
            return in_one_unit(first, second)[:2]
    raise UnitError("unit_mismatch.amounts", field=one_field, value=one, other=other)


def _above_zero(denominator: int, value: object, field: str) -> None:
    if denominator == 0:
        raise InvalidValueError("zero_denominator", field=field, value=value)


def check_later(before: int, after: int) -> None:
    """Says nothing where the second of two years is later than the first.

    Raises:
        InvalidValueError: It is not.
    """
    if after <= before:
        raise InvalidValueError("not_later", field="after", value=after, earlier=before)
