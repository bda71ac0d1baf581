"""Tables of rates: exactly one row fits, what is not known is not a rate, and what cannot be read is refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import chain, combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kesos import Quantity, Rounding, Span, errors
from kesos.standards import Between, Interval, Row
from kesos.standards._overlaps import overlaps
from kesos.standards._rates import holds, row_for
from kesos.values import Unit

SHARE: dict[str, Any] = {"share": "3/4", "of": "wage", "rounding": "down", "to": 1}


def refusal(call: Callable[[], object]) -> errors.KesosError:
    with pytest.raises(errors.KesosError) as caught:
        call()
    assert caught.value.message("id")
    return caught.value


@pytest.mark.parametrize(
    ("start", "end", "held", "not_held"),
    [
        (4, None, (4, 5, 10**9), (0, 3)),
        (None, 3, (0, 3), (4,)),
        (2, 3, (2, 3), (1, 4)),
        (2, 2, (2,), (1, 3)),
        ("2022-10", "2022", (date(2022, 10, 1), date(2022, 12, 31)), (date(2022, 9, 30), date(2023, 1, 1))),
    ],
)
def test_an_interval_holds_both_its_ends(
    start: Any, end: Any, held: tuple[Any, ...], not_held: tuple[Any, ...]
) -> None:
    interval = Interval(start, end)
    assert all(interval.holds(value) for value in held)
    assert not any(interval.holds(value) for value in (*not_held, "3"))


@pytest.mark.parametrize(
    ("one", "other", "meets"),
    [
        (Interval(1, 3), Interval(3), True), (Interval(1, 3), Interval(4), False),
        (Interval(None, 3), Interval(None, 1), True),
        (Interval(5), Interval(9), True), (Interval("2020", "2020"), Interval("2020-12-31"), True),
        (Interval("2020", "2020"), Interval("2021"), False),
    ],
)  # fmt: skip
def test_intervals_meet_where_some_value_is_in_both(one: Interval, other: Interval, meets: bool) -> None:
    assert one.meets(other) is other.meets(one) is meets


@pytest.mark.parametrize(
    ("ends", "code", "field"),
    [
        ((None, None), "missing", "from"),
        ((3, 2), "minimum_above_maximum", "from"),
        (("2020", 3), "wrong_type", "to"),
        (("2020-02-02", "2020-02-01"), "minimum_above_maximum", "from"),
        ((-1, 2), "count_negative", "from"),
        ((1, 2.5), "not_whole", "to"),
        (("tomorrow", None), "not_a_period", "from"),
    ],
)
def test_an_interval_that_is_none_is_refused(ends: tuple[Any, Any], code: str, field: str) -> None:
    error = refusal(lambda: Interval(*ends))
    assert (error.code, error.field) == (code, field)


ROWS: tuple[dict[str, Any], ...] = (
    {"amount": 3},
    {"amount": "3.5"},
    {"amount": {"from": "4.5", "to": 5}},
    {"damage": "heavy", "date": {"from": "2022-09-01", "to": "2022-09-30"}, "amount": 3},
    {"size": 3, "day": {"to": 3}, "amount": 3, "group": 20},
    {"size": {"from": 5}, "amount": 3, "each_further": "0.5"},
    SHARE,
    {**SHARE, "of": "wage", "to": "0.5", "rounding": "half_up"},
    {"share": "1/1", "lower_of": ["wage", "mean"], "rounding": "up", "to": 100},
)


@pytest.mark.parametrize("raw", ROWS)
def test_a_row_of_every_shape_is_written_as_it_is_read(raw: dict[str, Any]) -> None:
    row = Row.__read__(raw)
    assert row.__plain__() == raw
    assert Row.__read__(row.__plain__()) == row


@pytest.mark.parametrize(
    ("raw", "code", "field"),
    [
        ({}, "missing", "amount"),
        ({**SHARE, "amount": 3}, "missing", "amount"),
        ({"amount": 3, "of": "wage"}, "not_used", "of"),
        ({"amount": 3, "rounding": "up"}, "not_used", "rounding"),
        ({"amount": 3, "to": 1}, "not_used", "to"),
        ({"share": "3/4", "rounding": "up", "to": 1}, "missing", "of"),
        ({"share": "3/4", "of": "wage", "to": 1}, "missing", "rounding"),
        ({"share": "3/4", "of": "wage", "rounding": "up"}, "missing", "to"),
        ({**SHARE, "to": 0}, "missing", "to"),
        ({**SHARE, "lower_of": ["mean"]}, "not_used", "lower_of"),
        ({**SHARE, "rounding": "near"}, "not_a_choice", "rounding"),
        ({**SHARE, "share": "0.75"}, "not_a_share", "share"),
        ({**SHARE, "share": 1}, "not_a_share", "share"),
        ({**SHARE, "share": "3/0"}, "not_a_share", "share"),
        ({**SHARE, "share": "3/" + "4" * 30}, "not_a_share", "share"),
        ({"amount": 3, "each_further": 1}, "not_used", "each_further"),
        ({"amount": 3, "each_further": 1, "size": {"to": 3}}, "not_used", "each_further"),
        ({"amount": {"from": 1, "to": 2}, "each_further": 1, "size": {"from": 3}}, "not_used", "each_further"),
        ({"amount": 3, "group": 0}, "out_of_range", "group"),
        ({"amount": 3, "day": 3}, "wrong_type", "day"),
        ({"amount": 3, "date": "2020"}, "wrong_type", "date"),
        ({"amount": 3, "date": {"from": 3}}, "wrong_type", "date"),
        ({"amount": 3, "day": {"from": "2020"}}, "wrong_type", "day"),
        ({"amount": 3, "day": {"since": 3}}, "not_a_choice", "day"),
        ({"amount": 3, "size": 1.5}, "not_whole", "size"),
        ({"amount": 3, "No slug": "x"}, "not_a_slug", "tests"),
        (3, "wrong_type", ""),
    ],
)
def test_a_row_that_is_none_is_refused_by_name(raw: Any, code: str, field: str) -> None:
    error = refusal(lambda: Row.__read__(raw))
    assert (error.code, error.field) == (code, field)


def test_a_row_is_made_of_values_too() -> None:
    row = Row(tests={"size": Interval(2)}, share=Fraction(1, 2), of="wage", rounding=Rounding.UP, to=Decimal("0.5"))  # type: ignore[arg-type]
    assert (row.indices, row.counted_from, row.test("size"), row.test("day")) == (("wage",), 2, Interval(2), None)
    said = row.say(Unit.of("kg"), "en")
    assert said.startswith("1/2 × wage")
    assert "size 2 and more" in said
    assert Row(amount=3).say(Unit.of("kg"), "en") == "3 kg"
    assert Row(amount=Between(1, 2)).quantity(Unit.of("kg")) == Span(Quantity(1, "kg"), Quantity(2, "kg"))
    assert Row(tests=row.tests, amount=1).tests == row.tests  # type: ignore[arg-type]


def test_a_share_of_an_index_is_no_amount_and_not_zero() -> None:
    row = Row(share=Fraction(1, 2), of="wage", rounding=Rounding.UP, to=1)
    with pytest.raises(errors.UnspecifiedQuantityError, match="1/2 × wage") as caught:
        row.quantity(Unit.of("IDR"))
    assert (caught.value.code, caught.value.field) == ("unspecified_quantity", "amount")


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ({}, {}, True),
        ({"damage": "heavy"}, {"damage": "light"}, False),
        ({"damage": "heavy"}, {"damage": "heavy"}, True),
        ({"damage": "heavy"}, {"day": {"to": 3}}, True),
        ({"size": 3}, {"size": {"from": 3}}, True),
        ({"size": {"to": 2}}, {"size": 3}, False),
        ({"size": {"to": 2}}, {"size": {"from": 3}}, False),
        ({"date": {"to": "2022-09-30"}}, {"date": {"from": "2022-09"}}, True),
    ],
)
def test_two_rows_overlap_where_something_fits_both(one: dict[str, Any], other: dict[str, Any], meet: bool) -> None:
    rows = (Row(tests=one, amount=1), Row(tests=other, amount=2))
    assert list(overlaps(rows)) == ([rows] if meet else [])


NUMBERED = st.integers(0, 9) | st.builds(
    lambda start, more: {"from": start, "to": start + more}, st.integers(0, 9), st.integers(0, 3)
)
TESTS = st.fixed_dictionaries(
    {},
    optional={
        "damage": st.sampled_from(["heavy", "light"]),
        "size": NUMBERED
        | st.builds(lambda end: {"to": end}, st.integers(0, 9))
        | st.just({"from": 5})
        | st.just("some"),
        "date": st.integers(1, 9).map(lambda day: {"from": f"2020-01-0{day}", "to": "2020-01-09"}),
        "day": st.integers(1, 9).map(lambda day: {"to": day}) | st.integers(1, 9).map(lambda day: {"from": day}),
    },
)


@given(st.lists(TESTS, max_size=9))
def test_the_rows_that_overlap_are_those_that_do_two_by_two(tests: list[dict[str, Any]]) -> None:
    rows = [Row(tests=each, amount=at) for at, each in enumerate(tests)]
    two_by_two = [pair for pair in combinations(rows, 2) if list(overlaps(pair))]
    assert [*map(id, chain(*overlaps(rows)))] == [*map(id, chain(*two_by_two))]
    for one, other in combinations(rows, 2):
        theirs = dict(other.tests)
        apart = any(name in theirs and not share_a_value(test, theirs[name]) for name, test in one.tests)
        assert bool([*overlaps((one, other))]) is not apart


def share_a_value(one: Any, other: Any) -> bool:
    """Whether both let something through: any of the values that stand in one of them."""
    tried = [
        each for test in (one, other) for each in ((test.start, test.end) if isinstance(test, Interval) else (test,))
    ]
    return any(holds(one, each) and holds(other, each) for each in tried if each is not None)


def test_the_row_that_fits_is_found_and_what_is_not_known_is_named() -> None:
    rows = (Row(tests={"damage": "heavy"}, amount=1), Row(tests={"damage": "light", "terrain": "hill"}, amount=2))
    assert row_for(rows, {"damage": "heavy"}) is rows[0]
    assert row_for(rows, {"damage": "light", "terrain": "hill"}) is rows[1]
    with pytest.raises(errors.UnknownValueError) as unknown:
        row_for(rows, {"damage": "light"})
    assert (unknown.value.code, unknown.value.field) == ("class_unknown", "terrain")
    with pytest.raises(errors.NoRateError) as none:
        row_for(rows, {"damage": "moderate"})
    assert (none.value.code, none.value.field) == ("no_rate", "rates")
    assert "damage = moderate" in none.value.message("en")
