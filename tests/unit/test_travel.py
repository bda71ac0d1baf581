"""Records of findings, audits and anything else: what they say of themselves, that they come back, what is refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kesos.testing  # teaches Hypothesis the classes
from kesos import Percentage, Period, Quantity, Span, Text, datasets, find_contradictions
from kesos.audit import Audit, Finding
from kesos.errors import InvalidValueError, RecordError
from kesos.records import Reader, as_json, enveloped, load_record, opened, read_plain, to_plain, to_tagged
from kesos.values import Rounding


@attrs.frozen
class Anything:
    """Something with a field that may hold anything."""

    value: Any


@settings(max_examples=60, deadline=None)
@given(st.from_type(Finding))
def test_a_finding_comes_back_as_it_was(finding: Finding) -> None:
    assert Finding.from_json(finding.to_json()) == finding


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.from_type(Audit))
def test_an_audit_comes_back_as_it_was(audit: Audit) -> None:
    assert Audit.from_json(audit.to_json()) == audit


@pytest.mark.parametrize("report", [datasets.kotawaringin_barat(), datasets.kapuas()], ids=lambda report: report.code)
def test_the_audits_of_both_reports_come_back_as_they_were(report: kesos.Report) -> None:
    audit = find_contradictions(report)
    assert Audit.from_json(audit.to_json()) == audit


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        3,
        "x",
        Quantity(5, "kg"),
        Percentage("35.45"),
        Percentage(Fraction(100, 3)),
        Period.of("2017-06"),
        Fraction(1, 3),
        Decimal("97.040"),
        date(2017, 2, 25),
        Span(1, 2),
        Span(Percentage(1), Percentage(2)),
    ],
)
def test_a_field_that_may_hold_anything_says_what_it_holds(value: Any) -> None:
    held = Anything(value)
    assert read_plain(Anything, to_plain(held)) == held
    assert type(read_plain(Anything, to_plain(held)).value) is type(value)


@pytest.mark.parametrize(
    "raw",
    [
        {"colour": 3},
        {},
        {"quantity": 3},
        {"quantity": {"amount": 1.5, "unit": "g"}},
        {"span": [1]},
        {"span": [3, 1]},
        {"percentage": {"percent": "x"}},
        {"percentage": {}},
        {"percentage": {"share": {"numerator": 1, "denominator": 0}}},
        {"fraction": {"numerator": 1}},
        {"decimal": "1,5"},
        {"date": "2017-02-30"},
    ],
)
def test_a_value_that_says_something_else_is_refused_with_its_path(raw: object) -> None:
    with pytest.raises(RecordError) as caught:
        read_plain(Anything, {"value": raw})
    assert caught.value.field is not None
    assert caught.value.field.startswith("value")


def test_all_faults_of_a_record_are_named_at_once() -> None:
    record = {**enveloped("finding", {}), "rule": 3, "severity": "grave", "text": {"id": "x"}, "colour": "red"}
    with pytest.raises(RecordError) as caught:
        Finding.from_json(record)
    fields = {fault.field for fault in caught.value.faults}
    assert fields == {"rule", "severity", "text.en", "colour", "printed", "source"}


@pytest.mark.parametrize(
    ("record", "field"),
    [
        ("{", "record"),
        ("3", "record"),
        ('{"kesos": 1, "kesos": 1}', "record"),
        ({"kind": "finding"}, "format"),
        ({"format": 1, "kind": "finding"}, "kesos"),
        ({"kesos": "0.1.0", "format": 2, "kind": "finding"}, "format"),
        ({"kesos": "0.1.0", "format": 1.0, "kind": "finding"}, "format"),
        ({"kesos": "0.1.0", "format": 1, "kind": "relief"}, "kind"),
        (None, "record"),
    ],
)
def test_what_is_no_such_record_is_refused(record: Any, field: str) -> None:
    with pytest.raises(RecordError) as caught:
        opened("finding", Finding, record)
    assert caught.value.field == field
    assert caught.value.faults[0].code == "damaged"
    assert caught.value.message("id").startswith("catatan ini rusak")


def test_a_text_is_enveloped_and_opened_again() -> None:
    text = Text("Beras", "Rice")
    assert opened("text", Text, as_json(enveloped("text", to_plain(text)))) == text
    assert load_record(as_json(enveloped("text", to_plain(text))))["kind"] == "text"


def test_named_rounding_and_spans_are_plain_words_and_lists() -> None:
    assert to_plain(Rounding.UP) == "up"
    assert to_tagged(Span(Quantity(1, "g"), Quantity(2, "g")))["span"][0] == {"quantity": {"amount": 1, "unit": "g"}}


def test_a_class_is_not_read_from_a_list_nor_a_list_from_a_table() -> None:
    reader = Reader()
    reader.read(Text, [], "text")
    reader.read(tuple[Text, ...], {}, "texts")
    assert [(fault.field, fault.code) for fault in reader.faults] == [("text", "wrong_type"), ("texts", "wrong_type")]
    assert all(isinstance(fault, InvalidValueError) for fault in reader.faults)
