"""Whatever travels comes back as it was, as plain data and as JSON, and is what its schema says."""

from __future__ import annotations

import json
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from kesos import (
    Budget,
    DisasterEvent,
    Locality,
    Percentage,
    Period,
    Place,
    Printed,
    ProgramQuota,
    Quantity,
    Span,
    Text,
)
from kesos.cards import CardDistribution
from kesos.counts import Count, Counts
from kesos.deliveries import Delivery
from kesos.events import Damage
from kesos.hazards import Hazard
from kesos.people import Beneficiary, Household
from kesos.prices import Price
from kesos.programs import Program
from kesos.quotas import Disbursement
from kesos.records import schema_of, to_plain
from kesos.registry import Change, Registry
from kesos.schemas import event_schema, household_schema
from kesos.services import Complaint, EmergencyStatus, LetterCounts, Recommendation, Referral
from kesos.standards import AidStandard, Item, Row, Validity, Window, digest, dumps_standard, loads_standard
from kesos.values import Citation, Decision, Reading, Unit

VALUES: tuple[Any, ...] = (
    AidStandard,
    Budget,
    CardDistribution,
    Change,
    Citation,
    Complaint,
    Count,
    Counts,
    Damage,
    Decision,
    Delivery,
    Disbursement,
    DisasterEvent,
    EmergencyStatus,
    Hazard,
    Item,
    LetterCounts,
    Locality,
    Percentage,
    Period,
    Place,
    Price,
    Printed,
    Program,
    ProgramQuota,
    Quantity,
    Reading,
    Recommendation,
    Referral,
    Registry,
    Row,
    Span,
    Text,
    Unit,
    Validity,
    Window,
)


@pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.__name__)
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_value_comes_back_as_it_was(kind: Any, data: st.DataObject) -> None:
    value = data.draw(st.from_type(kind))
    plain = value.to_dict()
    assert json.loads(json.dumps(plain)) == plain == json.loads(value.to_json()) == json.loads(value.to_json(indent=2))
    for back in (kind.from_dict(plain), kind.from_json(value.to_json()), kind.from_json(value.to_json().encode())):
        assert back == value
        assert back.to_dict() == plain
    assert to_plain(value) is not to_plain(value) or not isinstance(to_plain(value), dict)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.from_type(DisasterEvent), st.from_type(Household))
def test_events_and_households_are_what_their_schemas_say(event: DisasterEvent, household: Household) -> None:
    Draft202012Validator(event_schema()).validate(event.to_dict())
    for personal in (False, True):
        Draft202012Validator(household_schema()).validate(household.to_dict(personal=personal))
    assert Household.from_json(household.to_json(personal=True)) == household
    for member in household.members or ():
        assert Beneficiary.from_dict(member.to_dict(personal=True)) == member


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.from_type(AidStandard))
def test_a_digest_is_of_what_a_standard_says_and_not_of_how_a_file_writes_it(standard: AidStandard) -> None:
    again = loads_standard("# a comment\n" + dumps_standard(standard) + "\n\n")
    assert digest(again) == digest(standard) == digest(AidStandard.from_dict(standard.to_dict()))
    assert digest(attrs.evolve(standard, code=f"{standard.code[:50]}-x")) != digest(standard)


@pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.__name__)
def test_every_value_has_a_schema(kind: Any) -> None:
    Draft202012Validator.check_schema(schema_of(kind))
