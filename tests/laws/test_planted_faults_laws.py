"""Reports that add up have no error, and a planted fault is found; `benchmarks/planted_faults.py` has the thousand."""

from __future__ import annotations

import pytest

from kesos.audit import find_contradictions
from kesos.errors import InvalidValueError
from kesos.reports import Column
from kesos.testing._made_reports import MadeReport, MadeTable, made_report
from kesos.testing._planted_faults import FAULT_KINDS, FaultKind, plant_fault

REPORTS = 40
"""For each kind of fault; the seeds are those of the thousand, of which 99 in 100 are found."""
LEAST_FOUND = 38


@pytest.mark.parametrize("seed", range(REPORTS))
def test_a_report_that_adds_up_has_no_error_and_nothing_unread(seed: int) -> None:
    audit = find_contradictions(made_report(seed).read())
    assert audit.errors == ()
    assert audit.unread == ()
    assert audit.checked["sum"] > 0


@pytest.mark.parametrize("kind", FAULT_KINDS)
def test_a_planted_fault_of_each_kind_is_found(kind: FaultKind) -> None:
    missed: list[str] = []
    for seed in range(REPORTS):
        sound = made_report(seed)
        faulty = plant_fault(sound, kind, seed)
        assert faulty != sound
        change = find_contradictions(faulty.read()).compare(find_contradictions(sound.read()))
        if not change.new:
            missed.append(f"{seed}: {faulty.tables}")
    assert len(missed) <= REPORTS - LEAST_FOUND, missed


@pytest.mark.parametrize("kind", FAULT_KINDS)
def test_a_seed_makes_the_same_report_and_the_same_fault(kind: FaultKind) -> None:
    assert made_report(7) == made_report(7) != made_report(8)
    assert plant_fault(made_report(7), kind, 3) == plant_fault(made_report(7), kind, 3)


def test_a_kind_of_fault_has_to_be_known() -> None:
    with pytest.raises(InvalidValueError) as caught:
        plant_fault(made_report(1), "blot", 1)  # type: ignore[arg-type]
    assert (caught.value.code, caught.value.field) == ("not_a_choice", "kind")


def test_digits_that_are_all_alike_are_not_changed_about() -> None:
    table = MadeTable(
        "1", "Nilai", (Column("place"), Column("score", holds="number")), (("Desa A", "7"),), ("Jumlah", "12")
    )
    made = MadeReport((table,), ())
    assert plant_fault(made, "swapped", 3).tables[0].total == ("Jumlah", "21")
