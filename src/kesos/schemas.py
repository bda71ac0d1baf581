"""JSON Schemas for all that kesos reads and writes, made from its classes, so that they cannot drift from them.

`SCHEMAS` lists them by name. Those of a standard's file and of an answer are also installed, beside the rules, as files
that editors can use.

>>> sorted(SCHEMAS)
['answer', 'audit', 'eligibility', 'finding', 'standard']
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import attrs

from kesos.audit import AuditRecord, Finding
from kesos.hazards import Hazard
from kesos.people import Beneficiary, Household
from kesos.programs import EligibilityRecord, ProgramName
from kesos.programs._program import CODE, LONGEST_CODE
from kesos.records import Plain, record_schema, schema_of
from kesos.records._schema import COUNT, DRAFT, SLUG_TEXT
from kesos.relief import RangeRecord, ReliefRecord, TotalRecord
from kesos.standards import AidStandard, Item
from kesos.standards._clauses import LONGEST_WINDOW
from kesos.standards._files import FORMAT
from kesos.standards._items import LARGEST_AMOUNT
from kesos.values import Citation, Printed

_FROM_ONE: Plain = {"type": "integer", "minimum": 1}


def standard_schema() -> Plain:
    """The schema of a standard file, for editors that check TOML against one.

    >>> standard_schema()["properties"]["format"]
    {'const': 1}
    """
    days = {**_FROM_ONE, "maximum": LONGEST_WINDOW}
    number = {**_FROM_ONE, "maximum": LARGEST_AMOUNT}
    schema = schema_of(
        AidStandard,
        named={
            **dict.fromkeys(("code", "hazard", "hazards", "read_as"), SLUG_TEXT),
            **dict.fromkeys(("minimum", "maximum", "extended"), days),
            "amount": {**number, "minimum": 0},
            "group": number,
            "month_days": _FROM_ONE,
        },
        refine={AidStandard: _of_a_format, Citation: _inheriting, Hazard: _in_full, Item: _with_a_blank},
    )
    return {"$schema": DRAFT, "title": "kesos aid standard", **schema}


def _of_a_format(standard: Plain) -> Plain:
    properties = {"format": {"const": FORMAT}, **standard["properties"]}
    return {**standard, "properties": properties, "required": ["format", *standard["required"]]}


def _inheriting(citation: Plain) -> Plain:
    """A citation is of the file's own source, and says where in it; or it names another regulation."""
    either = [{"required": ["locator"]}, {"required": ["regulation", "known"]}]
    return {**citation, "required": [], "anyOf": either}


def _in_full(hazard: Plain) -> Plain:
    """A file names every hazard that it brings along in full."""
    return next(form for form in hazard["anyOf"] if form["type"] == "object")


def _with_a_blank(item: Plain) -> Plain:
    """A blank is said in so many words."""
    properties = {**item["properties"], "unspecified": {"const": True}}
    return {**item, "properties": properties, "oneOf": [{"required": ["amount"]}, {"required": ["unspecified"]}]}


def answer_schema() -> Plain:
    """The schema of a recorded answer, range or total: what `to_json` writes and `verify` reads.

    >>> list(answer_schema()["$defs"])
    ['citation', 'damage', 'disaster_event', 'relief_record', 'text', 'unspecified_record']
    """
    schema = schema_of(
        ReliefRecord | RangeRecord | TotalRecord,
        named={
            **dict.fromkeys(("code", "hazard", "hazards", "item", "read_as"), SLUG_TEXT),
            **dict.fromkeys(
                ("families", "people", "heavy", "light", "houses", "businesses", "public_facilities"), COUNT
            ),
            **dict.fromkeys(("multiplier", "recipients", "row", "times"), COUNT),
            **dict.fromkeys(("days", "extended", "group", "maximum", "minimum", "month_days"), _FROM_ONE),
            "digest": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        },
    )
    return {"$schema": DRAFT, "title": "kesos answer", "type": "object", **schema}


def finding_schema() -> Plain:
    """The schema of a recorded finding.

    >>> finding_schema()["properties"]["severity"]
    {'enum': ['error', 'suspicious']}
    """
    return record_schema("finding", Finding, refine={Printed: _that_may_be_blank})


def audit_schema() -> Plain:
    """The schema of a recorded audit: the report's code, its findings, and how much each rule looked at.

    >>> audit_schema()["properties"]["kind"]
    {'const': 'audit'}
    """
    return record_schema("audit", AuditRecord, named={"checked": COUNT}, refine={Printed: _that_may_be_blank})


def _that_may_be_blank(printed: Plain) -> Plain:
    """A page may print nothing in a cell."""
    return {**printed, "properties": {**printed["properties"], "text": {"type": "string"}}}


def eligibility_schema() -> Plain:
    """The schema of a recorded eligibility; what is known of the household has neither name nor birth date.

    >>> eligibility_schema()["properties"]["eligible"]
    {'type': ['boolean', 'null']}
    """
    return record_schema(
        "eligibility",
        EligibilityRecord,
        named={"code": SLUG_TEXT, "member": COUNT},
        refine={ProgramName: _of_a_programme, Household: _without_identity},
    )


def _of_a_programme(program: Plain) -> Plain:
    code = {"type": "string", "pattern": f"^{CODE.pattern}$", "maxLength": LONGEST_CODE}
    return {**program, "properties": {**program["properties"], "code": code}}


def _without_identity(household: Plain) -> Plain:
    """A household with its members, each under their own fields, but for those that say who somebody is."""
    member = {"type": "object", "propertyNames": _names(Beneficiary, without=Beneficiary.PERSONAL)}
    members = {"type": ["array", "null"], "items": member}
    return {**household, "propertyNames": _names(Household), "properties": {"members": members}}


def _names(kind: type[attrs.AttrsInstance], without: tuple[str, ...] = ()) -> Plain:
    return {"enum": [field.alias for field in attrs.fields(kind) if field.alias not in without]}


SCHEMAS: Mapping[str, Callable[[], Plain]] = MappingProxyType(
    {
        "answer": answer_schema,
        "audit": audit_schema,
        "eligibility": eligibility_schema,
        "finding": finding_schema,
        "standard": standard_schema,
    }
)
"""What makes each schema, by the name of what it describes."""

__all__ = ["SCHEMAS", "answer_schema", "audit_schema", "eligibility_schema", "finding_schema", "standard_schema"]
