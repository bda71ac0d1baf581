"""What a rate depends on beside its count: traits, seasons and indices, each refused where it cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from kesos import Citation, Quantity, Text, errors
from kesos.standards import Axis, Index, IndexValue, Months, Row

NAME, SOURCE = Text("Upah", "Wage"), Citation(regulation="x")


def refusal(call: Callable[[], object]) -> errors.KesosError:
    with pytest.raises(errors.KesosError) as caught:
        call()
    assert caught.value.message("id")
    return caught.value


def axis(**given: Any) -> Axis:
    return Axis(**{"code": "terrain", "name": NAME, "of": "event", **given})


def index(**given: Any) -> Index:
    values = (IndexValue.__read__({"from": "2020", "to": "2020", "amount": 300}),)
    return Index(**{"code": "wage", "name": NAME, "unit": "IDR", "values": values, "citation": SOURCE, **given})


def test_every_day_is_of_one_season_or_of_none() -> None:
    seasons = Months.of({"wet": [11, 12, 1], "dry": [6]})
    for month in range(1, 13):
        wanted = "wet" if month in (11, 12, 1) else "dry" if month == 6 else None
        assert seasons.class_of(date(2020, month, 1)) == wanted
    assert Months.of(seasons) is seasons
    assert Months.__read__(seasons.__plain__()) == seasons


@pytest.mark.parametrize(
    ("months", "code", "field"),
    [
        ({"wet": [0]}, "out_of_range", "months"), ({"wet": [13]}, "out_of_range", "months"),
        ({"wet": [1], "dry": [1]}, "duplicate", "months"), ({"wet": [1, 1]}, "duplicate", "months"),
        ({"wet": 1}, "wrong_type", "wet"), (3, "wrong_type", ""), ({"": [1]}, "not_a_word", "months"),
    ],
)  # fmt: skip
def test_months_that_are_none_are_refused(months: Any, code: str, field: str) -> None:
    error = refusal(lambda: Months.__read__(months))
    assert (error.code, error.field) == (code, field)


def test_an_axis_has_the_classes_of_the_event_or_of_the_date() -> None:
    assert axis(values=["hill", "plain"]).classes == ("hill", "plain")
    assert axis(of="date", months={"wet": [1], "dry": [6]}).classes == ("wet", "dry")


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({}, "missing", "values"),
        ({"of": "date"}, "missing", "months"),
        ({"values": ["hill"], "months": {"wet": [1]}}, "not_used", "months"),
        ({"of": "date", "values": ["hill"], "months": {"wet": [1]}}, "not_used", "values"),
        ({"of": "place", "values": ["hill"]}, "not_a_choice", "of"),
        ({"code": "date", "values": ["hill"]}, "known_test", "code"),
        ({"code": "day", "values": ["hill"]}, "known_test", "code"),
        ({"values": [3]}, "not_a_word", "values"),
        ({"values": ["hill"], "citation": "x"}, "wrong_type", "citation"),
    ],
)
def test_an_axis_that_is_none_is_refused_by_name(given: dict[str, Any], code: str, field: str) -> None:
    error = refusal(lambda: axis(**given))
    assert (error.code, error.field) == (code, field)


@pytest.mark.parametrize("raw", [{"amount": 3}, {"from": "2020-01-01", "amount": 3, "region": "XI"}])
def test_a_value_of_an_index_is_written_as_it_is_read(raw: dict[str, Any]) -> None:
    assert IndexValue.__read__(raw).__plain__() == raw


@pytest.mark.parametrize(
    ("raw", "code", "field"),
    [
        ({"from": "2020"}, "missing", "amount"),
        ({"share": "1/2", "of": "other", "rounding": "up", "to": 1}, "missing", "amount"),
        ({"amount": {"from": 1, "to": 2}}, "not_whole", "amount"),
        ({"amount": 3, "group": 2}, "unknown_key", "group"),
        ({"amount": 3, "size": {"from": 2}, "each_further": 2}, "unknown_key", "each_further"),
        (3, "wrong_type", ""),
    ],
)
def test_a_value_of_an_index_is_one_amount(raw: Any, code: str, field: str) -> None:
    error = refusal(lambda: IndexValue.__read__(raw))
    assert (error.code, error.field) == (code, field)
    assert refusal(lambda: IndexValue(row=3)).field == "row"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"values": ()}, "missing", "values"),
        ({"given": "caller"}, "not_used", "values"),
        ({"given": "nobody"}, "not_a_choice", "given"),
        ({"values": (IndexValue(row=Row(amount=1)), IndexValue(row=Row(amount=2)))}, "overlap", "values"),
        ({"unit": "acre"}, "unknown_unit", "unit"),
        ({"unit": "IDR/100"}, "not_whole", "unit"),
        ({"code": "No slug"}, "not_a_slug", "code"),
        ({"values": (3,)}, "wrong_type", "values[0]"),
    ],
)
def test_an_index_that_is_none_is_refused_by_name(given: dict[str, Any], code: str, field: str) -> None:
    error = refusal(lambda: index(**given))
    assert (error.code, error.field) == (code, field)


def test_an_index_has_its_value_from_its_first_to_its_last_day_and_no_other() -> None:
    for day in (date(2020, 1, 1), date(2020, 12, 31)):
        assert index().value({"date": day}, {}) == Quantity(300, "IDR")
    for day in (date(2019, 12, 31), date(2021, 1, 1)):
        with pytest.raises(errors.NoRateError):
            index().value({"date": day}, {})


def test_an_index_that_the_caller_brings_is_taken_in_its_unit_or_not_at_all() -> None:
    brought = index(given="caller", values=())
    assert brought.value({}, {"wage": Quantity(5, "IDR")}) == Quantity(5, "IDR")
    for indices, code, field in (
        ({}, "index_unknown", "indices.wage"),
        ({"wage": 5}, "wrong_type", "indices.wage"),
        ({"wage": Quantity(-1, "IDR")}, "count_negative", "indices.wage"),
        ({"wage": Quantity(1, "PHP")}, "unit_mismatch", "indices.wage"),
    ):
        error = refusal(lambda indices=indices: brought.value({}, indices))  # type: ignore[misc, arg-type]
        assert (error.code, error.field) == (code, field)


@pytest.mark.parametrize(
    ("months", "field"),
    [
        ("wet", "months"),
        ([("wet",)], "months[0]"),
        ([("wet", 3)], "months"),
        ((("wet", (0,)),), "months"),
        (3, "months"),
    ],
)
def test_seasons_that_are_made_without_a_table_are_held_to_the_same(months: Any, field: str) -> None:
    assert refusal(lambda: Months(months)).field == field
    pairs = (("wet", (11, 12)), ("dry", (6,)))
    assert Months(pairs) == Months.of({"wet": [11, 12], "dry": [6]})
    assert refusal(lambda: Months((("wet", (6,)), ("dry", (6,))))).code == "duplicate"
