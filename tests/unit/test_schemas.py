"""The schemas say of a file or a record what kesos itself says of it."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from decimal import Decimal
from fractions import Fraction
from importlib import resources
from typing import Any, Literal

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from kesos import PEDUM_2003, AidStandard, Relief, ReliefRange, ReliefTotal, datasets, find_contradictions
from kesos.audit import Finding
from kesos.hazards import Hazard
from kesos.people import Beneficiary, Household
from kesos.programs import Eligibility, eligibility
from kesos.records import schema_of, to_plain
from kesos.schemas import SCHEMAS, answer_schema, audit_schema, eligibility_schema, finding_schema, standard_schema
from kesos.standards import dumps_standard
from kesos.values import Citation, Percentage, Period, Place, Quantity, Rounding, Span, Text, Unit

STANDARD = Draft202012Validator(standard_schema())
ANSWER = Draft202012Validator(answer_schema())


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_each_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name]())


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_each_has_a_name_of_its_own_and_is_a_fresh_copy(name: str) -> None:
    schema = SCHEMAS[name]()
    assert schema["$id"] == f"urn:kesos:schema:{name}:1"
    _spoil(schema)
    assert SCHEMAS[name]() != schema
    Draft202012Validator.check_schema(SCHEMAS[name]())


def _spoil(part: Any) -> None:
    for inner in list(part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()):
        _spoil(inner)
    if isinstance(part, dict):
        part["type"] = 3
    elif isinstance(part, list):
        part.append(3)


@pytest.mark.parametrize("name", ["standard", "answer", "program", "report"])
def test_those_that_editors_use_are_installed_as_files(name: str) -> None:
    installed = resources.files("kesos.rules").joinpath(f"{name}.schema.json").read_text(encoding="utf-8")
    assert json.loads(installed) == SCHEMAS[name]()


@attrs.frozen(kw_only=True)
class Part:
    """A class that stands in another one twice."""

    code: str
    known: bool | None
    noted: Text | None = None


@attrs.frozen(kw_only=True)
class Everything:
    """A field of each type that a record may hold."""

    part: Part
    parts: tuple[Part, ...] = ()
    whom: Literal["person", "family"]
    once: Literal["once"] | None
    often: Literal["day", "month"] | None
    until: Period | Literal["open", "unknown"]
    rounding: Rounding | None
    source: Citation | str | None
    text: Text
    number: int
    day: date
    decimal: Decimal
    fraction: Fraction
    percentage: Percentage
    quantity: Quantity
    quantities: dict[str, Quantity]
    unit: Unit
    hazard: Hazard
    place: Place | None
    household: Household
    anything: Any


for kind in (Part, Everything):
    attrs.resolve_types(kind)  # for Hypothesis, which looks at types and not at their names
WRITTEN = st.builds(
    Everything,
    part=st.builds(Part, code=st.just("part"), known=..., noted=...),
    parts=st.lists(st.builds(Part, code=st.just("part"), known=...), max_size=2).map(tuple),
    until=st.from_type(Period) | st.sampled_from(("open", "unknown")),
    source=st.from_type(Citation) | st.just("table 1") | st.none(),
    decimal=st.decimals(-(10**30), 10**30, places=12),
    anything=st.from_type(Span) | st.from_type(Quantity) | st.none() | st.integers(),
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(WRITTEN)
def test_a_class_is_written_as_its_schema_says(value: Everything) -> None:
    Draft202012Validator(schema_of(Everything)).validate(json.loads(json.dumps(to_plain(value))))


def test_a_class_that_stands_in_a_schema_twice_is_described_once() -> None:
    schema = schema_of(Everything)
    assert schema["properties"]["part"] == {"$ref": "#/$defs/part"} == schema["properties"]["parts"]["items"]
    assert sorted(schema["$defs"]) == ["part", "text"]
    assert schema["$defs"]["part"]["required"] == ["code", "known"]
    assert "$defs" not in schema_of(Text)


def test_what_is_never_null_is_not_null_in_the_schema() -> None:
    properties = schema_of(Everything)["properties"]
    assert properties["once"] == {"anyOf": [{"const": "once"}, {"type": "null"}]}
    assert properties["often"] == {"enum": ["day", "month", None]}
    assert schema_of(Part)["properties"]["known"] == {"type": ["boolean", "null"]}
    assert schema_of(Part)["properties"]["noted"]["type"] == "object"


def test_a_recorded_household_has_neither_names_nor_birth_dates() -> None:
    family = Household(members=[Beneficiary(name="Siti", birth_date="1990-05-01")], very_poor=True)
    record = json.loads(eligibility("PKH", family, on="2017-06-01").to_json())
    validator = Draft202012Validator(eligibility_schema())
    validator.validate(record)
    record["inputs"]["household"]["members"][0]["birth_date"] = "1990-05-01"
    assert [list(fault.path) for fault in validator.iter_errors(record)] == [["inputs", "household", "members", 0]]


def test_the_shipped_file_fits_as_written() -> None:
    text = resources.files("kesos.rules").joinpath("pedum_2003.toml").read_text(encoding="utf-8")
    STANDARD.validate(tomllib.loads(text))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.from_type(AidStandard))
def test_whatever_is_written_fits(standard: AidStandard) -> None:
    STANDARD.validate(tomllib.loads(dumps_standard(standard)))


@settings(max_examples=20, deadline=None)
@given(st.from_type(Relief) | st.from_type(ReliefRange) | st.from_type(ReliefTotal))
def test_whatever_is_recorded_fits(answer: Relief | ReliefRange | ReliefTotal) -> None:
    ANSWER.validate(json.loads(answer.to_json()))


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.from_type(Finding), st.from_type(Eligibility))
def test_whatever_is_found_or_answered_fits(finding: Finding, eligibility: Eligibility) -> None:
    Draft202012Validator(finding_schema()).validate(json.loads(finding.to_json()))
    Draft202012Validator(eligibility_schema()).validate(json.loads(eligibility.to_json()))


def test_the_audits_of_both_reports_fit() -> None:
    for report in (datasets.kotawaringin_barat(), datasets.kapuas()):
        Draft202012Validator(audit_schema()).validate(json.loads(find_contradictions(report).to_json()))


@pytest.mark.parametrize("schema", [finding_schema(), audit_schema(), eligibility_schema()])
def test_the_schemas_of_records_are_schemas_and_refuse_other_kinds(schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)
    assert list(Draft202012Validator(schema).iter_errors({"kesos": "0.1.0", "format": 1, "kind": "relief"}))


def _broken(change: str) -> dict[str, Any]:
    raw = tomllib.loads(dumps_standard(PEDUM_2003))
    item = raw["packages"][0]["items"][0]
    changes: dict[str, Any] = {
        "float": lambda: item.update(amount=400.5),
        "negative": lambda: item.update(amount=-1),
        "unknown key": lambda: item.update(colour="red"),
        "unknown unit": lambda: item.update(unit="cup"),
        "suits nobody": lambda: raw["packages"][1]["items"][0].update(suits={}),
        "no schools": lambda: raw["packages"][1]["items"][0].update(suits={"schooling": []}),
        "a school twice": lambda: raw["packages"][1]["items"][0].update(suits={"schooling": ["junior", "junior"]}),
        "a need without a field": lambda: raw["packages"][1]["judged"].update(field="shelter_need"),
        "no citation": lambda: item.pop("citation"),
        "amount and blank": lambda: item.update(unspecified=True),
        "no slug": lambda: raw.update(code="../x"),
        "no format": lambda: raw.pop("format"),
        "hazard by its code alone": lambda: raw.update(hazards=["flood"]),
        "no amount of days": lambda: raw["windows"][0].update(minimum=0),
        "bad end": lambda: raw["validity"].update(end="whenever"),
    }
    changes[change]()
    return raw


@pytest.mark.parametrize(
    "change",
    [
        "float",
        "negative",
        "unknown key",
        "unknown unit",
        "suits nobody",
        "no schools",
        "a school twice",
        "a need without a field",
        "no citation",
        "amount and blank",
        "no slug",
        "no format",
        "hazard by its code alone",
        "no amount of days",
        "bad end",
    ],
)
def test_what_kesos_refuses_does_not_fit(change: str) -> None:
    assert list(STANDARD.iter_errors(_broken(change)))
