"""JSON Schemas for recorded findings, audits and eligibilities: what their `to_json` writes."""

from __future__ import annotations

from kesos.audit import SEVERITIES
from kesos.records import FORMAT, Plain
from kesos.schemas import DRAFT, SLUG_TEXT, TEXT, citation_schema, json_list, json_object, one_of

_BOTH = json_object({"id": TEXT, "en": TEXT})
_CITATION = citation_schema(("regulation", "known"))
_SOURCE: Plain = {"anyOf": [_CITATION, TEXT]}
_ANYTHING: Plain = {}
_YES_NO_UNKNOWN: Plain = {"type": ["boolean", "null"]}
_COUNT: Plain = {"type": "integer", "minimum": 0}
_READING = json_object({"word": TEXT, "read_as": TEXT, "reason": _BOTH})
_CELL = json_object({"text": {"type": "string"}, "value": _ANYTHING, "source": _SOURCE}, ["text", "source"])
_FINDING: Plain = {
    "rule": TEXT,
    "severity": one_of(list(SEVERITIES)),
    "printed": _ANYTHING,
    "computed": _ANYTHING,
    "text": _BOTH,
    "source": _SOURCE,
    "concerns": json_list(_CELL),
}
_FINDING_REQUIRED = ["rule", "severity", "printed", "text", "source"]


def _record(kind: str, properties: Plain, required: list[str]) -> Plain:
    head: Plain = {"kesos": {"const": FORMAT}, "kind": {"const": kind}}
    schema = json_object({**head, **properties}, [*head, *required])
    return {"$schema": DRAFT, "title": f"kesos {kind}", **schema}


def finding_schema() -> Plain:
    """The schema of a recorded finding.

    >>> finding_schema()["properties"]["severity"]
    {'enum': ['error', 'suspicious']}
    """
    return _record("finding", _FINDING, _FINDING_REQUIRED)


def audit_schema() -> Plain:
    """The schema of a recorded audit: the report's code, its findings, and how much each rule looked at.

    >>> audit_schema()["properties"]["kind"]
    {'const': 'audit'}
    """
    properties = {
        "report": TEXT,
        "findings": json_list(json_object(_FINDING, _FINDING_REQUIRED)),
        "counts": json_list(json_object({"rule": TEXT, "checked": _COUNT})),
    }
    return _record("audit", properties, list(properties))


def eligibility_schema() -> Plain:
    """The schema of a recorded eligibility; what is known of the household is an object without name or birth date.

    >>> eligibility_schema()["properties"]["eligible"]
    {'type': ['boolean', 'null']}
    """
    clause = {"code": SLUG_TEXT, "text": _BOTH, "citation": _CITATION}
    ground = {**clause, "readings": json_list(_READING), "member": {"type": ["integer", "null"], "minimum": 0}}
    properties = {
        "program": json_object({"code": TEXT, "name": _BOTH}),
        "inputs": json_object({"on": TEXT, "household": {"type": "object"}}),
        "eligible": _YES_NO_UNKNOWN,
        "missing": json_list(TEXT),
        "grounds": json_list(json_object(ground, [*clause, "member"])),
        "checked": json_list(json_object({**clause, "holds": _YES_NO_UNKNOWN, "required": {"type": "boolean"}})),
        "conditions": json_list(json_object(clause)),
        "readings": json_list(_READING),
    }
    return _record("eligibility", properties, list(properties))
