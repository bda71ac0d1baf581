"""Typed records: each with its source, its words checked, told in both languages."""

from __future__ import annotations

from typing import Any

import pytest

from kesos.errors import InvalidValueError, UnknownHazardError
from kesos.hazards import Hazard
from kesos.reports import AidGoods, Cause, ExpectedHazard, Office, Record, Service, TargetGroup
from kesos.reports import _told as records
from kesos.values import Citation, Printed, Text

WHERE = Citation(regulation="a report", locator="A.1")
NAME = Printed("nama", source=WHERE)
LABEL = Text("isi", "content")


@pytest.mark.parametrize(
    "record",
    [
        records.Agreement(numbers=[NAME], parties=[NAME], subject=LABEL, policy=NAME, realization=NAME),
        records.Coordination(partner=NAME, activity=NAME, subject=LABEL),
        Office(name=NAME, task=LABEL),
        AidGoods(name=NAME, kind="food", label=LABEL, item="rice"),
        ExpectedHazard(hazard="banjir", group="natural", name=NAME),
        TargetGroup(code="elderly", name=NAME, label=LABEL, service="elderly_services"),
        Service(code="lk3", name=NAME, does=(LABEL,)),
        records.PolicyTarget(name=NAME, label=LABEL),
        records.Award(name=NAME, label=LABEL),
        records.Training(name=NAME, label=LABEL),
        records.Plan(name=NAME, label=LABEL),
        records.Regulation(name=NAME, label=LABEL),
        records.Occasion(name=NAME, label=LABEL),
        records.Milestone(name=NAME, label=LABEL),
        records.FundingSource(name=NAME, label=LABEL),
        records.Gift(name=NAME, label=LABEL),
        Cause(name=NAME, label=LABEL, of="cards"),
    ],
    ids=lambda record: type(record).__name__,
)
def test_a_record_stands_where_its_name_stands(record: Record) -> None:
    assert record.source == WHERE
    assert hash(record) == hash(record)


def test_a_hazard_is_one_that_kesos_knows() -> None:
    assert ExpectedHazard(hazard="banjir", group="natural", name=NAME).hazard is Hazard.FLOOD
    with pytest.raises(UnknownHazardError) as caught:
        ExpectedHazard(hazard="bnajir", group="natural", name=NAME)
    assert caught.value.value == "bnajir"


@pytest.mark.parametrize(
    ("make", "given", "field", "code"),
    [
        (AidGoods, {"name": NAME, "kind": "toys", "label": LABEL}, "kind", "not_a_choice"),
        (AidGoods, {"name": NAME, "kind": "food", "label": LABEL, "item": "Rice"}, "item", "not_a_slug"),
        (AidGoods, {"name": "beras", "kind": "food", "label": LABEL}, "name", "wrong_type"),
        (AidGoods, {"name": NAME, "kind": "food", "label": "rice"}, "label", "wrong_type"),
        (ExpectedHazard, {"hazard": "banjir", "group": "bad", "name": NAME}, "group", "not_a_choice"),
        (TargetGroup, {"code": "A B", "name": NAME, "label": LABEL, "service": "x"}, "code", "not_a_slug"),
        (TargetGroup, {"code": "a", "name": NAME, "label": LABEL, "service": "X Y"}, "service", "not_a_slug"),
        (Service, {"code": "A B", "name": NAME, "does": ()}, "code", "not_a_slug"),
        (Cause, {"name": NAME, "label": LABEL, "of": "A B"}, "of", "not_a_slug"),
    ],
)
def test_a_record_refuses_a_word_that_it_does_not_know(make: Any, given: dict[str, Any], field: str, code: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        make(**given)
    assert (caught.value.field, caught.value.code, caught.value.value) == (field, code, given[field])
