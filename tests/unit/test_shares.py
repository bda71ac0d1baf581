"""Shares and changes: exact, of one unit, and never of what is not known."""

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from kesos import errors
from kesos.values import Quantity, change_of, share_of
from kesos.values._shares import known_amount


def test_a_share_is_the_exact_fraction() -> None:
    assert share_of(117, 330).exact == Fraction(117, 330)
    assert share_of(0, 1).exact == 0
    assert share_of(1, 1).exact == 1


def test_a_numpy_integer_counts_as_the_int_that_it_is() -> None:
    made = share_of(np.int64(1), np.int64(3))  # type: ignore[arg-type]
    assert made == share_of(1, 3)
    assert type(made.exact.numerator) is int


def test_quantities_of_one_unit_have_a_share_and_those_of_two_have_none() -> None:
    assert share_of(Quantity(500, "g"), Quantity(2, "kg")).exact == Fraction(1, 4)
    with pytest.raises(errors.UnitError) as caught:
        share_of(Quantity(500, "g"), Quantity(2, "l"), part_field="rice")
    assert (caught.value.field, caught.value.value) == ("rice", Quantity(500, "g"))
    with pytest.raises(errors.UnitError):
        share_of(1, Quantity(2, "l"))


@pytest.mark.parametrize(
    ("part", "whole", "field", "code"),
    [
        (5, 0, "whole", "zero_denominator"),
        (120, 100, "part", "part_above_whole"),
        (2, 1, "part", "part_above_whole"),
        (-5, -10, "part", "count_negative"),
        (5, -1, "whole", "count_negative"),
        (5, None, "whole", "unknown_value"),
        (None, 5, "part", "unknown_value"),
        ("85%", 100, "part", "not_whole"),
        (1.0, 2, "part", "not_whole"),
        (float("nan"), 10, "part", "not_whole"),
        (True, 2, "part", "not_whole"),
        (Quantity(-1, "g"), Quantity(2, "g"), "part", "count_negative"),
    ],
)
def test_what_has_no_share_is_refused_by_the_name_of_its_field(part: Any, whole: Any, field: str, code: str) -> None:
    with pytest.raises(errors.KesosError) as caught:
        share_of(part, whole)
    assert (caught.value.field, caught.value.code) == (field, code)
    assert caught.value.message("id") != caught.value.message("en")


def test_a_change_is_a_share_of_where_it_began() -> None:
    assert change_of(2, 3).exact == Fraction(1, 2)
    assert change_of(4, 1).exact == Fraction(-3, 4)
    assert change_of(Quantity(1, "kg"), Quantity(1500, "g")).exact == Fraction(1, 2)


def test_nothing_grows_by_a_share_from_zero() -> None:
    with pytest.raises(errors.InvalidValueError) as caught:
        change_of(0, 3, before_field="2016")
    assert (caught.value.field, caught.value.code, caught.value.value) == ("2016", "zero_denominator", 0)


def test_a_known_amount_is_itself() -> None:
    assert known_amount(3, "x") == 3
    assert known_amount(Quantity(3, "IDR"), "x") == Quantity(3, "IDR")
