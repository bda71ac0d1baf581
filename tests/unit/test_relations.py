"""Relations: they hold what belongs together, know where they stand, and check nothing themselves."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import Any

import pytest

from kesos.errors import InvalidValueError
from kesos.reports import (
    Affected,
    BudgetFor,
    Classed,
    CountOf,
    LargestOf,
    PartOf,
    Relation,
    SameFigure,
    Series,
    ShareOf,
    SumOf,
    TargetPath,
    TwoCounts,
    TwoLists,
    printed_in,
)
from kesos.values import Citation, Printed, Quantity, Text

WHERE = Citation(regulation="a report", table="1")


def cell(text: str) -> Printed:
    return Printed(text, Quantity(int(text), "family"), source=WHERE)


def test_a_relation_is_stated_where_its_first_figure_stands_unless_said() -> None:
    assert SumOf(cell("3"), parts=[cell("1"), cell("2")]).source == WHERE
    assert SumOf(cell("3"), parts=[], stated_in="the heading").source == "the heading"


def test_a_relation_claims_something_unless_it_is_only_expected() -> None:
    assert SumOf(cell("3"), parts=[]).certain
    assert not SumOf(cell("3"), parts=[], certain=False).certain


def test_a_relation_lists_every_printed_value_in_it_in_order() -> None:
    relation = ShareOf(cell("50"), part=cell("1"), whole=cell("2"), places=0, what=Text("a", "b"))
    assert [printed.text for printed in relation.printed()] == ["50", "1", "2"]
    assert [printed.text for printed in Affected(families=cell("1"), houses=cell("2")).printed()] == ["1", "2"]


def test_printed_values_are_found_however_deep() -> None:
    inner = SameFigure([cell("1"), cell("2")])
    assert [printed.text for printed in printed_in((inner, (cell("3"), ("x", None, 4))))] == ["1", "2", "3"]
    assert list(printed_in("1")) == []


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (lambda: SumOf(5, parts=[]), "total"),  # type: ignore[arg-type]
        (lambda: SumOf(cell("1"), parts=[5]), "parts[0]"),  # type: ignore[list-item]
        (lambda: TwoCounts([5], other=[]), "one[0]"),  # type: ignore[list-item]
        (lambda: TwoLists([], other=[None]), "other[0]"),  # type: ignore[list-item]
        (lambda: BudgetFor(cell("1"), recipients=cell("1"), benefit=110_000), "benefit"),  # type: ignore[arg-type]
        (lambda: PartOf(cell("1"), whole="2"), "whole"),  # type: ignore[arg-type]
        (lambda: CountOf(None, counted=[]), "count"),  # type: ignore[arg-type]
        (lambda: LargestOf([cell("1")], others=["x"]), "others[0]"),  # type: ignore[list-item]
    ],
)
def test_what_is_not_printed_has_no_place_in_a_relation(make: Callable[[], Any], field: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        make()
    assert (caught.value.field, caught.value.code) == (field, "wrong_type")


def test_the_decimals_of_a_share_are_a_count() -> None:
    with pytest.raises(InvalidValueError) as caught:
        ShareOf(cell("50"), part=cell("1"), whole=cell("2"), places=-1)
    assert (caught.value.field, caught.value.value) == ("places", -1)


def test_a_target_path_says_what_is_better() -> None:
    with pytest.raises(InvalidValueError) as caught:
        TargetPath(cell("1"), year=2017, targets=[cell("2")], years=[2017], better="smaller")  # type: ignore[arg-type]
    assert (caught.value.field, caught.value.value) == ("better", "smaller")
    assert TargetPath(cell("1"), year=2017, targets=[cell("2")], years=[2017], better="lower").years == (2017,)


def test_every_figure_of_a_series_has_its_year() -> None:
    for make in (
        lambda: Series([cell("1")], years=[2016, 2017]),
        lambda: TargetPath(cell("1"), year=2017, targets=[cell("2")], years=[2016, 2017], better="lower"),
    ):
        with pytest.raises(InvalidValueError) as caught:
            make()
        assert (caught.value.field, caught.value.value, caught.value.code) == ("years", (2016, 2017), "wrong_length")
    assert Series([cell("1")], years=[2016]).years == (2016,)


@pytest.mark.parametrize("make", [Affected, lambda: TwoCounts([], other=[]), lambda: SameFigure([])])
def test_a_relation_holds_at_least_one_printed_value(make: Callable[[], Any]) -> None:
    with pytest.raises(InvalidValueError) as caught:
        make()
    assert caught.value.code == "nothing_printed"


@pytest.mark.parametrize("field", ["code", "group"])
def test_a_class_is_named_by_codes(field: str) -> None:
    given = {"code": "fire", "group": "social"} | {field: "Not a code"}
    with pytest.raises(InvalidValueError) as caught:
        Classed(cell("1"), **given)
    assert (caught.value.field, caught.value.code) == (field, "not_a_slug")


def test_relations_are_values() -> None:
    relation: Relation = SumOf(cell("3"), parts=[cell("1"), cell("2")])
    assert relation == SumOf(cell("3"), parts=(cell("1"), cell("2")))
    assert hash(relation) == hash(pickle.loads(pickle.dumps(relation)))
