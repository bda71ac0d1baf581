"""How much and how often: the ends of every limit, exact, and refused by name beyond them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from kesos import Quantity, Span, errors
from kesos.standards import Between, Cycle, Days
from kesos.standards._amounts import LARGEST_AMOUNT, LONGEST_WINDOW, amount_of, check_amount, in_unit
from kesos.values import Unit


def refusal(call: Callable[[], object]) -> errors.KesosError:
    with pytest.raises(errors.KesosError) as caught:
        call()
    assert caught.value.message("id")
    return caught.value


@pytest.mark.parametrize(
    ("value", "held"),
    [
        (0, 0), (LARGEST_AMOUNT, LARGEST_AMOUNT), ("3.5", Decimal("3.5")), ("3.0", 3),
        (Decimal("0.25"), Decimal("0.25")),
        ("0", 0), (str(LARGEST_AMOUNT), LARGEST_AMOUNT),
    ],
)  # fmt: skip
def test_an_amount_is_a_whole_number_or_an_exact_decimal(value: Any, held: object) -> None:
    assert check_amount(value, "amount") == held
    assert type(check_amount(value, "amount")) is type(held)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (-1, "out_of_range"), (LARGEST_AMOUNT + 1, "out_of_range"), ("-0.1", "out_of_range"),
        (f"{LARGEST_AMOUNT}.1", "out_of_range"), (3.5, "not_whole"), (True, "not_whole"),
    ],
)  # fmt: skip
def test_what_is_no_amount_is_refused_with_its_value(value: Any, code: str) -> None:
    error = refusal(lambda: check_amount(value, "amount"))
    assert (error.code, error.field, error.value) == (code, "amount", value)


def test_a_blank_a_number_and_a_range_are_told_apart() -> None:
    between = Between("4.5", 5)
    assert amount_of(None) is None
    assert amount_of("4.5") == Decimal("4.5")
    assert amount_of(between) is between
    assert amount_of({"from": "4.5", "to": 5}) == between
    assert between.__plain__() == {"from": "4.5", "to": 5}
    assert Between.__read__(between.__plain__()) == between
    assert in_unit(between, Unit.of("m2")) == Span(Quantity("4.5", "m2"), Quantity(5, "m2"))
    assert in_unit(3, Unit.of("kg")) == Quantity(3, "kg")


@pytest.mark.parametrize(
    ("raw", "code", "field"),
    [
        ({"from": 3}, "missing", "amount.to"),
        ({}, "missing", "amount.from"),
        ({"from": 3, "to": 3}, "minimum_above_maximum", "amount.from"),
        ({"from": 4, "to": 3}, "minimum_above_maximum", "amount.from"),
        ({"from": 3, "to": 4, "by": 1}, "not_a_choice", "amount.by"),
        ({"from": -1, "to": 4}, "out_of_range", "amount.from"),
    ],
)
def test_a_range_that_is_none_is_refused_by_name(raw: dict[str, Any], code: str, field: str) -> None:
    error = refusal(lambda: amount_of(raw))
    assert (error.code, error.field) == (code, field)


@pytest.mark.parametrize(
    ("days", "ends", "words"),
    [
        (1, (1, 1), "1"),
        (LONGEST_WINDOW, (LONGEST_WINDOW, LONGEST_WINDOW), str(LONGEST_WINDOW)),
        ({"from": 2, "to": 3}, (2, 3), "2–3"),
        (Between(1, LONGEST_WINDOW), (1, LONGEST_WINDOW), f"1–{LONGEST_WINDOW}"),
    ],
)
def test_a_cycle_says_how_long_it_lasts(days: Any, ends: tuple[int, int], words: str) -> None:
    assert (Cycle(days=days).ends, Cycle(days=days).say("id")) == (ends, words)


@pytest.mark.parametrize(
    ("days", "code", "field"),
    [
        (0, "out_of_range", "days"),
        (LONGEST_WINDOW + 1, "out_of_range", "days"),
        (Between(0, 3), "out_of_range", "from"),
        (Between(1, LONGEST_WINDOW + 1), "out_of_range", "to"),
        (Between("1.5", 3), "not_whole", "from"),
        ("3", "not_whole", "days"),
    ],
)
def test_a_cycle_of_no_days_is_refused(days: Any, code: str, field: str) -> None:
    error = refusal(lambda: Cycle(days=days))
    assert (error.code, error.field) == (code, field)


def test_days_end_where_they_may_be_extended_to() -> None:
    assert Days(minimum=1, maximum=1).longest == 1
    assert Days(minimum=1, maximum=1, extended=2).longest == 2
    for given, field in (
        ({"minimum": 0, "maximum": 3}, "minimum"),
        ({"minimum": 4, "maximum": 3}, "minimum"),
        ({"minimum": 1, "maximum": LONGEST_WINDOW + 1}, "maximum"),
        ({"minimum": 1, "maximum": 3, "extended": 3}, "extended"),
        ({"minimum": 1, "maximum": 3, "extended": LONGEST_WINDOW + 1}, "extended"),
    ):
        assert refusal(lambda given=given: Days(**given)).field == field  # type: ignore[misc]
    assert Days(minimum=1, maximum=LONGEST_WINDOW).say("en", brief=True) == f"1–{LONGEST_WINDOW} days"
