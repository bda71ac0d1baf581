"""Recorded answers: what they hold, that they come back, and that every difference is named by its path."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from jsonschema import Draft202012Validator

from kesos import (
    PEDUM_2003,
    Decision,
    DisasterEvent,
    Hazard,
    Locality,
    Place,
    Quantity,
    ReliefTotal,
    Text,
    entitle,
    entitle_all,
    entitle_range,
    total,
    verify,
)
from kesos.errors import VerificationError
from kesos.relief import read_record
from kesos.schemas import answer_schema
from kesos.standards import digest

FLOOD = DisasterEvent(
    hazard="banjir",
    place=Place("Kec. Contoh", district="Contoh", code="11.10"),
    period="2020-01-01/2020-01-03",
    localities=[Locality(place="A", people=4, families=1, loss=5), Locality(place="B", people=6, families=2, loss=7)],
    reported_by="Camat",
)
DECIDED = entitle(
    FLOOD,
    PEDUM_2003,
    days=14,
    recipients={"kitchen": 2},
    decision=Decision(by="Bupati", number="1", date="2020-01-02"),
)


def changed(record: dict[str, Any], change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    copied = copy.deepcopy(record)
    change(copied)
    return copied


def test_a_record_brings_back_an_equal_answer_as_a_dictionary_and_as_text() -> None:
    for answer in (
        DECIDED,
        entitle_range(FLOOD, PEDUM_2003, recipients={"sarong": 1}),
        entitle(FLOOD, PEDUM_2003, days=3),
    ):
        assert read_record(answer.record(), PEDUM_2003) == answer
        assert read_record(answer.to_json(), PEDUM_2003) == answer
        verify(answer.to_json(), PEDUM_2003)


def test_a_record_says_with_which_standard_it_was_made_and_how_well_each_source_is_known() -> None:
    record = DECIDED.record()
    assert record["standard"]["digest"] == digest(PEDUM_2003)
    assert record["standard"]["validity"]["end"] == "unknown"
    assert all(line["citation"]["known"] == "quoted" for line in record["lines"])
    assert record["inputs"]["decision"] == {"by": "Bupati", "number": "1", "date": "2020-01-02"}
    assert [blank["item"] for blank in record["unspecified"]] == ["plates", "glasses"]


def test_a_reading_is_part_of_the_record() -> None:
    wind = DisasterEvent(hazard="puting beliung", place="A", period="2020", people=1)
    reading = entitle(wind, PEDUM_2003, days=3).record()["reading"]
    assert (reading["hazard"], reading["read_as"]) == ("whirlwind", "windstorm")


def test_a_hazard_that_a_standard_brings_along_travels_with_its_words() -> None:
    own = Hazard("liquefaction", Text("Likuefaksi", "Liquefaction"), ("tanah mencair",))
    window = attrs.evolve(PEDUM_2003.windows[0], hazards=("liquefaction",))
    with_own = attrs.evolve(PEDUM_2003, windows=(*PEDUM_2003.windows, window), hazards=(own,))
    answer = entitle(DisasterEvent(hazard=own, place="A", period="2020", people=3), with_own, days=3)
    back = read_record(answer.to_json(), with_own)
    assert back == answer
    assert back.event.hazard.words == ("tanah mencair",)


@pytest.mark.parametrize(
    ("path", "change"),
    [
        ("lines[0].quantity", lambda r: r["lines"][0]["quantity"].update(amount=1)),
        ("lines[0].quantity", lambda r: r["lines"][0]["quantity"].update(amount=56_000.0)),
        ("lines[0].quantity", lambda r: r["lines"][0]["quantity"].update(unit="kg")),
        ("lines[0].quantity", lambda r: r["lines"][0].update(quantity=3)),
        ("lines[1].citation.locator", lambda r: r["lines"][1]["citation"].update(locator="huruf z")),
        ("lines[1].bound", lambda r: r["lines"][1].update(bound="ceiling")),
        ("lines", lambda r: r["lines"].pop()),
        ("standard.digest", lambda r: r["standard"].update(digest="0" * 64)),
        ("standard.validity.end", lambda r: r["standard"]["validity"].pop("end")),
        ("window.maximum", lambda r: r["window"].update(maximum=8)),
        ("colour", lambda r: r.update(colour="red")),
        ("unspecified[0].recipients", lambda r: r["unspecified"][0].update(recipients=3)),
        ("lines[0].multiplier", lambda r: r["inputs"]["event"]["localities"][0].update(people=5)),
    ],
)  # fmt: skip
def test_the_first_thing_that_differs_is_named(path: str, change: Callable[[dict[str, Any]], object]) -> None:
    with pytest.raises(VerificationError) as caught:
        verify(changed(DECIDED.record(), change), PEDUM_2003)
    assert caught.value.field == path
    assert caught.value.faults[0].code == "differs"
    assert caught.value.code == ("standard_changed" if path == "standard.digest" else "differs")


@pytest.mark.parametrize(
    ("path", "change"),
    [
        ("inputs", lambda r: r.pop("inputs")),
        ("inputs", lambda r: r["inputs"].pop("days")),
        ("inputs.event.people", lambda r: r["inputs"]["event"].update(people="860")),
        ("inputs.event.hazard", lambda r: r["inputs"]["event"].update(hazard="bnajir")),
        ("inputs.event.hazard.name", lambda r: r["inputs"]["event"].update(hazard={"code": "x"})),
        ("inputs.event.place.name", lambda r: r["inputs"]["event"].update(place={"name": "x"})),
        ("inputs.event.localities", lambda r: r["inputs"]["event"].update(localities={})),
        ("inputs.event.localities[0]", lambda r: r["inputs"]["event"].update(localities=[3])),
        ("inputs.event.period", lambda r: r["inputs"]["event"].update(period="2020-13")),
        ("inputs.event.loss.amount", lambda r: r["inputs"]["event"].update(loss={"amount": 1.0, "unit": "IDR"})),
        ("inputs.decision.date", lambda r: r["inputs"]["decision"].update(date="kemarin")),
        ("inputs.days", lambda r: r["inputs"].update(days=True)),
        ("inputs.recipients", lambda r: r["inputs"].update(recipients={"kitchen": 11})),
        ("kind", lambda r: r.update(kind="relief_sum")),
        ("kesos", lambda r: r.update(kesos=True)),
        ("format", lambda r: r.update(format=2)),
        ("format", lambda r: r.pop("format")),
    ],
)  # fmt: skip
def test_a_damaged_record_is_refused_where_it_is_damaged(path: str, change: Callable[[dict[str, Any]], object]) -> None:
    with pytest.raises(VerificationError) as caught:
        verify(changed(DECIDED.record(), change), PEDUM_2003)
    assert caught.value.field == path


@pytest.mark.parametrize("change", [lambda r: r.update(minimum=3), lambda r: r["minimum"]["inputs"].update(event=4)])
def test_a_damaged_range_is_refused(change: Callable[[dict[str, Any]], object]) -> None:
    with pytest.raises(VerificationError) as caught:
        verify(changed(entitle_range(FLOOD, PEDUM_2003).record(), change), PEDUM_2003)
    assert caught.value.field is not None
    assert caught.value.field.startswith("minimum.inputs")


def test_a_range_of_an_event_that_the_standard_does_not_serve_is_refused() -> None:
    record = changed(
        entitle_range(FLOOD, PEDUM_2003).record(), lambda r: r["minimum"]["inputs"]["event"].update(hazard="fire")
    )
    with pytest.raises(VerificationError) as caught:
        verify(record, PEDUM_2003)
    assert (caught.value.field, caught.value.code) == ("minimum.inputs.hazard", "hazard_not_covered")


@pytest.mark.parametrize("text", ["", "[1", "3", '{"kesos": 1, "kesos": 1}', "[" * 100_000, "null"])
def test_text_that_is_no_record_is_refused(text: str) -> None:
    with pytest.raises(VerificationError) as caught:
        verify(text, PEDUM_2003)
    assert caught.value.field in ("record", "kesos")


def test_another_standard_gives_another_answer() -> None:
    other = PEDUM_2003.evolve(code="more", source="x", rates={"rice": Quantity(500, "g")})
    with pytest.raises(VerificationError) as caught:
        verify(DECIDED.to_json(), other)
    assert caught.value.field == "standard.code"
    assert caught.value.value == "pedum-2003"


def test_every_difference_is_named_at_once() -> None:
    record = changed(DECIDED.record(), lambda r: r["lines"][0]["quantity"].update(amount=1))
    record = changed(record, lambda r: r.update(days=6))
    with pytest.raises(VerificationError) as caught:
        verify(record, PEDUM_2003)
    assert [fault.field for fault in caught.value.faults] == ["lines[0].quantity", "days"]
    assert caught.value.faults[0].parameters["recorded"] == {"amount": 1, "unit": "g"}
    assert caught.value.faults[0].parameters["computed"] == DECIDED.record()["lines"][0]["quantity"]
    assert caught.value.amounts_differ
    assert json.dumps(caught.value.to_dict("id"))


def test_other_words_are_told_from_other_amounts() -> None:
    renamed = attrs.evolve(PEDUM_2003, title=attrs.evolve(PEDUM_2003.title, en="The same guidelines"))
    dearer = PEDUM_2003.evolve(code="x", source="x", rates={"side_dishes": Quantity(10_000, "IDR")})
    whole = total([DECIDED, DECIDED])
    for answer in (DECIDED, entitle_range(FLOOD, PEDUM_2003), whole):
        with pytest.raises(VerificationError) as caught:
            verify(answer.to_json(), renamed)
        assert (caught.value.code, caught.value.amounts_differ) == ("standard_changed", False)
        with pytest.raises(VerificationError) as caught:
            verify(answer.to_json(), dearer)
        assert (caught.value.code, caught.value.amounts_differ) == ("standard_changed", True)
    assert "quantities.side_dishes" in {fault.field for fault in caught.value.faults}


def test_another_version_of_kesos_makes_no_difference_by_itself() -> None:
    for answer in (DECIDED, entitle_range(FLOOD, PEDUM_2003), total([DECIDED])):
        verify(json.loads(answer.to_json().replace('"kesos":"', '"kesos":"9')), PEDUM_2003)


def test_a_total_is_computed_again_from_its_answers() -> None:
    fire = DisasterEvent(hazard="fire", place="A", period="2020", people=1)
    batch = entitle_all([FLOOD, fire, "no event"], PEDUM_2003, days="minimum")  # type: ignore[list-item]
    record = json.loads(batch.total.to_json())
    back = read_record(record, PEDUM_2003)
    assert isinstance(back, ReliefTotal)
    assert back.answers == batch.total.answers
    assert back.record() == batch.total.record()
    for path, change in (
        ("quantities.rice", lambda r: r["quantities"]["rice"].update(amount=1)),
        ("answers[0].lines[0].quantity", lambda r: r["answers"][0]["lines"][0]["quantity"].update(amount=1)),
        ("answers[0].inputs.days", lambda r: r["answers"][0]["inputs"].update(days=99)),
        ("answers[0].inputs", lambda r: r["answers"][0].update(inputs=3)),
        ("answers[0].inputs", lambda r: r["answers"].insert(0, 3)),
        ("answers", lambda r: r.update(answers={})),
        ("left_out[0].event.people", lambda r: r["left_out"][0]["event"].update(people=-1)),
        ("left_out[1].error.code", lambda r: r["left_out"][1]["error"].pop("code")),
    ):
        with pytest.raises(VerificationError) as caught:
            verify(changed(record, change), PEDUM_2003)
        assert caught.value.field == path


def test_a_total_is_recorded_with_its_answers_and_with_what_it_left_out() -> None:
    fire = DisasterEvent(hazard="fire", place="A", period="2020", people=1)
    batch = entitle_all([FLOOD, fire, "no event"], PEDUM_2003, days="minimum")  # type: ignore[list-item]
    record = json.loads(batch.total.to_json())
    assert record["quantities"]["rice"] == {"amount": 12_000, "unit": "g"}
    assert [left["row"] for left in record["left_out"]] == [1, 2]
    assert record["left_out"][0]["error"]["code"] == "hazard_not_covered"
    assert record["left_out"][1]["event"] is None
    assert record["answers"][0] == batch.answers[0].record()
    blanks = total([DECIDED, DECIDED]).record()["unspecified"]
    assert [blank["multiplier"] for blank in blanks] == [4, 4]


@pytest.mark.parametrize(
    "change",
    [
        lambda r: r["inputs"]["event"].update(people="860"),
        lambda r: r["inputs"]["event"].update(colour="red"),
        lambda r: r["inputs"]["decision"].pop("by"),
        lambda r: r["inputs"]["recipients"].update(sarong=-1),
        lambda r: r["standard"]["validity"].update(end="whenever"),
        lambda r: r["window"].update(maximum="7"),
        lambda r: r.update(reading={"hazard": "flood"}),
        lambda r: r["lines"][0].pop("rounding"),
        lambda r: r.update(kind="relief_range"),
    ],
)
def test_the_schema_of_answers_refuses_what_no_answer_records(change: Callable[[dict[str, Any]], object]) -> None:
    schema = Draft202012Validator(answer_schema())
    assert schema.is_valid(DECIDED.record())
    assert not schema.is_valid(changed(DECIDED.record(), change))
