"""The schemas say of a file or a record what kesos itself says of it."""

from __future__ import annotations

import json
import tomllib
from importlib import resources
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from kesos import PEDUM_2003, AidStandard, Relief, ReliefRange, ReliefTotal, datasets, find_contradictions
from kesos.audit import Finding
from kesos.programs import Eligibility
from kesos.record_schemas import audit_schema, eligibility_schema, finding_schema
from kesos.schemas import answer_schema, standard_schema
from kesos.standards import dumps_standard

STANDARD = Draft202012Validator(standard_schema())
ANSWER = Draft202012Validator(answer_schema())


def test_both_are_schemas_and_are_installed_as_files() -> None:
    for name, schema in (("standard", standard_schema()), ("answer", answer_schema())):
        Draft202012Validator.check_schema(schema)
        installed = resources.files("kesos.rules").joinpath(f"{name}.schema.json").read_text(encoding="utf-8")
        assert json.loads(installed) == schema


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
    assert list(Draft202012Validator(schema).iter_errors({"kesos": 1, "kind": "relief"}))


def _broken(change: str) -> dict[str, Any]:
    raw = tomllib.loads(dumps_standard(PEDUM_2003))
    item = raw["packages"][0]["items"][0]
    changes: dict[str, Any] = {
        "float": lambda: item.update(amount=400.5),
        "negative": lambda: item.update(amount=-1),
        "unknown key": lambda: item.update(colour="red"),
        "unknown unit": lambda: item.update(unit="cup"),
        "no citation": lambda: item.pop("citation"),
        "amount and blank": lambda: item.update(unspecified=True),
        "no slug": lambda: raw.update(code="../x"),
        "no format": lambda: raw.pop("format"),
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
        "no citation",
        "amount and blank",
        "no slug",
        "no format",
        "bad end",
    ],
)
def test_what_kesos_refuses_does_not_fit(change: str) -> None:
    assert list(STANDARD.iter_errors(_broken(change)))
