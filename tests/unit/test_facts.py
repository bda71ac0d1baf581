"""What a report tells beside its figures: each fact with its source, its words checked, told in both languages."""

from __future__ import annotations

import pickle
from typing import Any

import attrs
import pytest

from kesos.categories import Pmks
from kesos.errors import InvalidValueError, UnknownHazardError, UnknownItemError
from kesos.hazards import Hazard
from kesos.reports import (
    TOLD_KINDS,
    Agreement,
    AidGoods,
    Cause,
    Coordination,
    ExpectedHazard,
    Fact,
    Office,
    PolicyTarget,
    Service,
    TargetGroup,
    Told,
    ToldKind,
)
from kesos.values import Citation, Printed, Reading, Text

WHERE = Citation(regulation="a report", locator="A.1")
NAME = Printed("nama", source=WHERE)
LABEL = Text("isi", "content")
ELSEWHERE = Printed("Cibubur", source="elsewhere")


@pytest.mark.parametrize(
    "fact",
    [
        Agreement(numbers=[ELSEWHERE], parties=[ELSEWHERE], subject=LABEL, policy=NAME, realization=ELSEWHERE),
        Coordination(partner=NAME, activity=ELSEWHERE, subject=LABEL),
        Office(name=NAME, task=LABEL),
        AidGoods(name=NAME, kind="food", label=LABEL, item="rice"),
        ExpectedHazard(hazard="banjir", group="natural", name=NAME, districts=[ELSEWHERE]),
        TargetGroup(code="elderly", name=NAME, label=LABEL, service="elderly_services"),
        Service(code="lk3", name=NAME, does=(LABEL,)),
        PolicyTarget(name=NAME, label=LABEL, due=ELSEWHERE),
        *(Told(kind=kind, name=NAME, label=LABEL) for kind in TOLD_KINDS),
        Cause(name=NAME, label=LABEL, of="cards"),
    ],
    ids=lambda fact: getattr(fact, "kind", type(fact).__name__),
)
def test_a_fact_stands_where_its_name_stands(fact: Fact) -> None:
    assert fact.source == WHERE
    assert hash(fact) == hash(pickle.loads(pickle.dumps(fact)))


def test_a_hazard_is_one_that_kesos_knows() -> None:
    assert ExpectedHazard(hazard="banjir", group="natural", name=NAME).hazard is Hazard.FLOOD
    with pytest.raises(UnknownHazardError) as caught:
        ExpectedHazard(hazard="bnajir", group="natural", name=NAME)
    assert caught.value.value == "bnajir"


def test_a_target_group_says_which_categories_it_falls_under_and_how_it_is_read() -> None:
    reading = Reading(word="anak telantar", read_as="anak terlantar", reason=LABEL)
    group = TargetGroup(
        code="children", name=NAME, label=LABEL, service="x", categories=["anak terlantar"], readings=[reading]
    )
    assert (group.categories, group.readings) == ((Pmks.ANAK_TELANTAR,), (reading,))
    with pytest.raises(InvalidValueError) as caught:
        TargetGroup(code="children", name=NAME, label=LABEL, service="x", categories=["anak telntar"])
    assert (caught.value.field, caught.value.value) == ("categories[0]", "anak telntar")


# --- what is told


@pytest.mark.parametrize(
    ("kind", "parts"),
    [
        ("award", {"year", "occasion", "venue", "days"}),
        ("training", {"venue", "days"}),
        ("plan", {"year"}),
        ("regulation", set()),
        ("occasion", {"days", "venue", "guest"}),
        ("milestone", {"when"}),
        ("funding_source", {"through"}),
        ("gift", {"giver", "number"}),
    ],
)
def test_each_kind_of_thing_told_has_its_parts(kind: ToldKind, parts: set[str]) -> None:
    known = {"year", "occasion", "venue", "days", "guest", "when", "through", "giver", "number"}
    told = Told(kind=kind, name=NAME, label=LABEL, parts=dict.fromkeys(parts, ELSEWHERE))
    assert dict(told.parts) == dict.fromkeys(parts, ELSEWHERE)
    assert all(told.part(part) is ELSEWHERE for part in parts)
    assert all(Told(kind=kind, name=NAME, label=LABEL).part(part) is None for part in parts)
    for part in known - parts:
        with pytest.raises(InvalidValueError) as caught:
            Told(kind=kind, name=NAME, label=LABEL, parts={part: ELSEWHERE})
        assert (caught.value.field, caught.value.value, caught.value.code) == ("parts", part, "unknown_part")
        with pytest.raises(UnknownItemError) as absent:
            told.part(part)
        assert (absent.value.field, absent.value.value) == ("part", part)


def test_what_is_told_is_a_value_whatever_the_order_of_its_parts() -> None:
    one = Told(kind="award", name=NAME, label=LABEL, parts={"venue": ELSEWHERE, "year": NAME})
    other = Told(kind="award", name=NAME, label=LABEL, parts={"year": NAME, "venue": ELSEWHERE})
    assert one == other == attrs.evolve(one)
    assert [name for name, _ in one.parts] == ["venue", "year"]


def test_a_part_that_does_not_exist_is_refused_with_the_nearest_one() -> None:
    with pytest.raises(InvalidValueError) as caught:
        Told(kind="award", name=NAME, label=LABEL, parts={"ocasion": ELSEWHERE})
    assert caught.value.message("en") == "parts: award: there is no part 'ocasion'. Did you mean 'occasion'?"


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
        (Told, {"kind": "party", "name": NAME, "label": LABEL}, "kind", "not_a_choice"),
        (Told, {"kind": "plan", "name": NAME, "label": "x"}, "label", "wrong_type"),
    ],
)
def test_a_fact_refuses_a_word_that_it_does_not_know(make: Any, given: dict[str, Any], field: str, code: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        make(**given)
    assert (caught.value.field, caught.value.code, caught.value.value) == (field, code, given[field])


def test_a_part_is_printed() -> None:
    with pytest.raises(InvalidValueError) as caught:
        Told(kind="plan", name=NAME, label=LABEL, parts={"year": 2018})  # type: ignore[dict-item]
    assert (caught.value.field, caught.value.code, caught.value.value) == ("year", "wrong_type", 2018)
