"""The two published documents as data: built once, deeply frozen, whole."""

from __future__ import annotations

import pickle
from collections.abc import Callable

import attrs
import pytest

from kesos import datasets, reports
from kesos.errors import InvalidValueError
from kesos.reports import TOLD_KINDS, Fact, Report, Told


def is_fact(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, Fact)


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


def test_every_kind_of_fact_is_told() -> None:
    report = datasets.kotawaringin_barat()
    kinds = {kind for kind in (getattr(reports, name) for name in reports.__all__) if is_fact(kind)}
    assert {type(fact) for fact in report.facts} == kinds - {Fact}
    assert {told.kind for told in report.told(Told)} == set(TOLD_KINDS)


def test_the_groups_of_hazards_differ_between_the_parts_of_the_report() -> None:
    expected, described = datasets.kotawaringin_barat().groupings
    assert (expected.group_of("fire"), described.group_of("fire")) == ("non_natural", "social")
    assert (expected.group_of("haze"), described.group_of("haze")) == (None, "natural")
