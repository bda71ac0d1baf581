"""The two published documents as data: built once, deeply frozen, whole."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import Any

import attrs
import pytest

from kesos import datasets
from kesos.errors import InvalidValueError
from kesos.reports import Report
from kesos.reports import _told as records
from kesos.reports._load_page import Page, load, mark_value, parts, value_of
from kesos.values import Percentage, Period, Quantity, Span

BOTH = (datasets.kotawaringin_barat, datasets.kapuas)


@pytest.mark.parametrize("dataset", BOTH)
def test_a_dataset_is_built_once_and_is_a_value(dataset: Callable[[], Report]) -> None:
    report = dataset()
    assert dataset() is report
    assert isinstance(hash(report), int)
    assert pickle.loads(pickle.dumps(report)) == report
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        report.title = "x"  # type: ignore[misc]


@pytest.mark.parametrize("dataset", BOTH)
def test_every_line_holds_values_of_the_report_and_every_value_has_its_line(dataset: Callable[[], Report]) -> None:
    report = dataset()
    assert {printed for _, printed in datasets.lines(report)} == set(report.printed())


@pytest.mark.parametrize("dataset", BOTH)
def test_every_printed_value_names_its_document_and_its_place(dataset: Callable[[], Report]) -> None:
    report = dataset()
    for printed in report.printed():
        assert printed.source.regulation == report.document
        assert printed.source.place("id")


def test_the_lines_of_another_report_are_not_known() -> None:
    other = Report(code="contoh", title="Laporan", office="Dinas", period="2099")
    with pytest.raises(InvalidValueError) as caught:
        datasets.lines(other)
    assert (caught.value.field, caught.value.value) == ("report", other)


def test_every_kind_of_record_is_told() -> None:
    told = {type(record) for record in datasets.kotawaringin_barat().records}
    assert told == set(records.Record.__args__)


def test_the_groups_of_hazards_differ_between_the_parts_of_the_report() -> None:
    expected, described = datasets.kotawaringin_barat().groupings
    assert (expected.group_of("fire"), described.group_of("fire")) == ("non_natural", "social")
    assert (expected.group_of("haze"), described.group_of("haze")) == (None, "natural")


@pytest.mark.parametrize(
    ("data", "value"),
    [
        ({"amount": 5, "unit": "family"}, Quantity(5, "family")),
        ({"span": [3, 7], "unit": "day"}, Span(Quantity(3, "day"), Quantity(7, "day"))),
        ({"span": [5, 7]}, Span(5, 7)),
        ({"percent": "35.45"}, Percentage("35.45")),
        ({"period_value": "2017-06"}, Period.of("2017-06")),
        ({"number": 2}, 2),
        ({}, None),
    ],
)
def test_the_data_says_what_a_print_means(data: dict[str, Any], value: object) -> None:
    assert value_of(data) == value


@pytest.mark.parametrize(
    ("mark", "value"),
    [("1.", 1), ("(9)", 9), ("h)", 8), ("(i)", 1), ("²", 2), ("b) (2)", None), ("NO", None), ("-", None)],
)
def test_a_mark_of_a_list_is_a_number_or_nothing(mark: str, value: int | None) -> None:
    assert mark_value(mark) == value


def test_a_block_of_lines_keeps_its_blanks() -> None:
    assert list(parts("\n1 | a |\n2 | | b | c\n")) == [["1", "a", ""], ["2", "", "b", "c"]]


def test_the_data_files_are_in_the_package() -> None:
    assert load("kapuas")["figure"][0]["code"] == "dtks_families"


def test_two_values_of_one_name_are_refused_while_reading() -> None:
    page = Page("x")
    page.printed(1, "A", "5", 5, "five")
    with pytest.raises(AssertionError):
        page.printed(2, "A", "6", 6, "five")
