"""The two published documents as data: built once, deeply frozen, whole."""

from __future__ import annotations

import pickle
from collections.abc import Callable

import attrs
import pytest

from kesos import datasets, reports
from kesos.categories import Pmks
from kesos.errors import InvalidValueError
from kesos.reports import TOLD_KINDS, Cause, Fact, Report, Service, TargetGroup, Told


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


# --- whom the report of Kotawaringin Barat counts as victims

VICTIMS = {
    group.code: group for group in datasets.kotawaringin_barat().told(TargetGroup) if group.service == "disaster_aid"
}


def test_six_groups_make_up_the_victims_of_social_disaster() -> None:
    parts = [group for group in VICTIMS.values() if group.part_of == "social_disaster_victims"]
    assert len(VICTIMS) == 9
    assert len(parts) == 6
    assert all(group.readings for group in parts)  # the print never closes the bracket


@pytest.mark.parametrize(
    ("code", "categories"),
    [
        ("natural_disaster_victims", [Pmks.KORBAN_BENCANA_ALAM]),
        ("social_disaster_victims", [Pmks.KORBAN_BENCANA_SOSIAL]),
        ("stranded_travellers", []),
        ("migrant_job_seekers", [Pmks.PEKERJA_MIGRAN_BERMASALAH_SOSIAL]),
        ("violence_victims", [Pmks.KORBAN_TINDAK_KEKERASAN]),
        ("exploitation_victims", [Pmks.TUNA_SUSILA, Pmks.GELANDANGAN, Pmks.PENGEMIS]),
        ("former_convicts", [Pmks.BEKAS_WARGA_BINAAN_LEMBAGA_PEMASYARAKATAN]),
        ("wandering_psychotics", [Pmks.PENYANDANG_DISABILITAS, Pmks.GELANDANGAN]),
        ("tagana", []),
    ],
)
def test_victims_fall_under_the_categories_of_the_ministry(code: str, categories: list[Pmks]) -> None:
    assert list(VICTIMS[code].categories) == categories


def test_those_who_help_are_not_victims() -> None:
    (reading,) = VICTIMS["tagana"].readings
    assert (reading.read_as, VICTIMS["tagana"].part_of) == ("sasaran kegiatan, bukan korban", None)


def test_the_exploited_are_named_with_what_is_meant() -> None:
    printed = "korban eksploitasi sosial (praktek pelacuran, pengemis dan penggelandangan)"
    assert VICTIMS["exploitation_victims"].name.text == printed


def test_a_group_belongs_to_a_group_and_a_service_that_are_there() -> None:
    report = datasets.kotawaringin_barat()
    groups = {group.code: group for group in report.told(TargetGroup)}
    services = {service.code for service in report.told(Service)}
    assert len(groups) == len(report.told(TargetGroup))
    for group in groups.values():
        assert group.service in services
        assert group.part_of is None or groups[group.part_of].service == group.service


def test_a_cause_explains_a_figure_that_is_there() -> None:
    report = datasets.kotawaringin_barat()
    assert {report.figure(cause.of).code for cause in report.told(Cause)} == {"cards_not_distributed"}
