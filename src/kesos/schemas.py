"""JSON Schemas for all that kesos reads and writes, made from its classes, so that they cannot drift from them.

`SCHEMAS` lists them by name. Those of a standard's file, of a programme's and of an answer are also installed, beside
the rules, as files that editors can use.

>>> sorted(SCHEMAS)
['answer', 'audit', 'eligibility', 'event', 'finding', 'household', 'program', 'report', 'standard']
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType

import attrs

from kesos._ages import OLDEST
from kesos._rule_files import FORMAT
from kesos.audit import AuditRecord, Finding
from kesos.counts import WHOLE_NUMBER, Axes, Counts, Most
from kesos.events import DisasterEvent, Traits
from kesos.hazards import Hazard
from kesos.people import Beneficiary, Household
from kesos.programs import EligibilityRecord, Exclusion, Program, ProgramName, Register
from kesos.programs._benefits import MONTHS_OF_A_YEAR
from kesos.programs._codes import CODE, LONGEST_CODE
from kesos.records import COUNT, SLUG_TEXT, TEXT, Plain, json_list, json_object, record_schema, schema_of, titled
from kesos.records._schema import Refine
from kesos.relief import RangeRecord, ReliefRecord, TotalRecord
from kesos.reports._file_schema import file_schema
from kesos.standards import AidStandard, Between, IndexValue, Interval, Item, Months, Row, Suits
from kesos.standards._amounts import LARGEST_AMOUNT, LONGEST_WINDOW
from kesos.values import Citation, Period, Printed, Quantity, Reading, Rounding

_FROM_ONE: Plain = {"type": "integer", "minimum": 1}


def standard_schema() -> Plain:
    """The schema of a standard file, for editors that check TOML against one.

    >>> standard_schema()["properties"]["format"]
    {'const': 1}
    """
    schema = schema_of(
        AidStandard,
        named={
            **dict.fromkeys(("code", "covers", "hazard", "hazards", "of", "per", "read_as", "subject"), SLUG_TEXT),
            **dict.fromkeys(("days", "extended", "maximum", "minimum"), _DAYS),
            "amount": _NUMBER,
            "group": _FROM_ONE_TO_LARGEST,
            "month_days": {**_FROM_ONE, "maximum": 31},
        },
        refine={
            **_OWN,
            AidStandard: _of_a_format,
            Citation: _inheriting,
            Decimal: _exactly(_DECIMAL),
            Hazard: _in_full,
            Item: _with_a_blank,
            Reading: _in_words,
            Suits: _saying_something,
        },
    )
    return titled("standard", schema)


def program_schema() -> Plain:
    """The schema of a programme's file, for editors that check TOML against one.

    >>> program_schema()["required"]
    ['format', 'code', 'name']
    """
    schema = schema_of(
        Program,
        named={
            **dict.fromkeys(("code", "field"), SLUG_TEXT),
            **dict.fromkeys(("from", "to"), _AN_AGE),
            "amount": _NUMBER,
            "months": {**_FROM_ONE, "maximum": MONTHS_OF_A_YEAR},
        },
        refine={
            Citation: _inheriting,
            Decimal: _exactly(_DECIMAL),
            Exclusion: _of_another,
            Interval: _exactly(_interval(_PERIOD)),
            Program: lambda program: _of_a_programme(_of_a_format(program)),
            Register: _of_a_programme,
        },
    )
    return titled("program", schema)


def _of_a_format(standard: Plain) -> Plain:
    properties = {"format": {"const": FORMAT}, **standard["properties"]}
    return {**standard, "properties": properties, "required": ["format", *standard["required"]]}


def _inheriting(citation: Plain) -> Plain:
    """A citation is of the file's own source, and says where in it; or it names another regulation."""
    either = [{"required": ["locator"]}, {"required": ["table"]}, {"required": ["regulation", "known"]}]
    return {**citation, "required": [], "anyOf": either}


def _in_full(hazard: Plain) -> Plain:
    """A file names every hazard that it brings along in full."""
    return next(form for form in hazard["anyOf"] if form["type"] == "object")


def _with_a_blank(item: Plain) -> Plain:
    """A blank is said in so many words."""
    properties = {**item["properties"], "unspecified": {"const": True}}
    either = [{"required": [key]} for key in ("amount", "rates", "unspecified")]
    return {**item, "properties": properties, "oneOf": either}


def _in_words(reading: Plain) -> Plain:
    """A word is read as another word; only a hazard is read as a code."""
    return {**reading, "properties": {**reading["properties"], "read_as": TEXT}}


def _saying_something(whom: Plain) -> Plain:
    schools = {**whom["properties"]["schooling"], "uniqueItems": True}
    named: list[Plain] = [{"required": [key]} for key in ("words", "sex", "grown")]
    named.append({"required": ["schooling"], "properties": {"schooling": {"minItems": 1}}})
    return {**whom, "properties": {**whom["properties"], "schooling": schools}, "anyOf": named}


def answer_schema() -> Plain:
    """The schema of a recorded answer, range or total: what `to_json` writes and `verify` reads.

    >>> list(answer_schema()["$defs"])
    ['citation', 'counts', 'cycle', 'damage', 'disaster_event', 'range_record', 'relief_record', 'text', ...]
    """
    schema = schema_of(
        ReliefRecord | RangeRecord | TotalRecord,
        named={
            **dict.fromkeys(("code", "hazard", "hazards", "item", "per", "read_as"), SLUG_TEXT),
            **dict.fromkeys(
                ("families", "people", "heavy", "light", "houses", "businesses", "public_facilities"), COUNT
            ),
            **dict.fromkeys(("count", "multiplier", "recipients", "times"), COUNT),
            **dict.fromkeys(("days", "extended", "group", "item_days", "maximum", "minimum", "month_days"), _FROM_ONE),
            "digest": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        },
        refine=_OWN,
    )
    return titled("answer", {"type": "object", **schema})


_FROM_ONE_TO_LARGEST: Plain = {**_FROM_ONE, "maximum": LARGEST_AMOUNT}
_AN_AGE: Plain = {**COUNT, "maximum": OLDEST}
_DAYS: Plain = {**_FROM_ONE, "maximum": LONGEST_WINDOW}
_NUMBER: Plain = {**COUNT, "maximum": LARGEST_AMOUNT}
_DECIMAL: Plain = {"type": "string", "pattern": r"^\d+(\.\d+)?$"}
_AMOUNT: Plain = {"anyOf": [_NUMBER, _DECIMAL]}
_BETWEEN = json_object({"from": _AMOUNT, "to": _AMOUNT})
_PERIOD = schema_of(Period)


def _exactly(schema: Plain) -> Refine:
    """The schema of a class that writes itself in a way of its own."""
    return lambda _: schema


def _map_of(values: Plain, names: Plain) -> Plain:
    return {"type": "object", "propertyNames": names, "additionalProperties": values}


def _interval(end: Plain) -> Plain:
    return {**json_object({"from": end, "to": end}, []), "minProperties": 1}


_DAY = {"date": _interval(_PERIOD), "day": _interval(COUNT)}
_CLASS: Plain = {"anyOf": [TEXT, COUNT, _interval(COUNT)]}
"""A test of a rate: a class, a whole number, or from one to another."""
_OF_SHARE: Plain = {
    "share": {"type": "string", "pattern": "^[0-9]+/[0-9]+$", "maxLength": 19},
    "of": SLUG_TEXT,
    "lower_of": {**json_list(SLUG_TEXT), "minItems": 1},
    "rounding": {"enum": [each.value for each in Rounding]},
    "to": _AMOUNT,
}
_ROW: Plain = {
    "type": "object",
    "properties": {
        **_DAY,
        "amount": {"anyOf": [*_AMOUNT["anyOf"], _BETWEEN]},
        "each_further": _AMOUNT,
        "group": _FROM_ONE,
        **_OF_SHARE,
    },
    "propertyNames": SLUG_TEXT,
    "additionalProperties": _CLASS,
    "oneOf": [
        {"required": ["amount"], "properties": dict.fromkeys(_OF_SHARE, False)},
        {
            "required": ["share", "rounding", "to"],
            "properties": {"amount": False},
            "oneOf": [{"required": ["of"]}, {"required": ["lower_of"]}],
        },
    ],
}
_INDEX_VALUE: Plain = {
    "type": "object",
    "properties": {"from": _PERIOD, "to": _PERIOD, "amount": _AMOUNT},
    "required": ["amount"],
    "propertyNames": SLUG_TEXT,
    "additionalProperties": _CLASS,
}
_MONTHS: Plain = json_list({**_FROM_ONE, "maximum": 12})
_AXES = {"anyOf": [json_list(TEXT), {"const": WHOLE_NUMBER}]}
_MEASURED = {"type": "string", "pattern": r"^\d+(\.\d+)? \w+$"}
_COUNTED: Plain = {"anyOf": [COUNT, schema_of(Quantity), json_object({"minimum": COUNT, "maximum": COUNT})]}
_COUNTED_OR_NOT: Plain = {"anyOf": [*_COUNTED["anyOf"], {"type": "null"}]}
_CELL: Plain = {
    "type": "array",
    "prefixItems": [{"type": "object", "additionalProperties": {"anyOf": [TEXT, COUNT]}}, _COUNTED_OR_NOT],
    "minItems": 2,
    "maxItems": 2,
}
_BY_CLASS: list[Plain] = [_map_of(_COUNTED_OR_NOT, TEXT), json_list(_CELL)]
_OWN: Mapping[type, Refine] = {
    Axes: _exactly(_map_of(_AXES, SLUG_TEXT)),
    Between: _exactly(_BETWEEN),
    Counts: _exactly(_map_of({"anyOf": [*_COUNTED_OR_NOT["anyOf"], *_BY_CLASS]}, SLUG_TEXT)),
    IndexValue: _exactly(_INDEX_VALUE),
    Months: _exactly(_map_of(_MONTHS, TEXT)),
    Most: _exactly(json_object({"amount": {"anyOf": [COUNT, _MEASURED]}, "each": SLUG_TEXT})),
    Row: _exactly(_ROW),
    Traits: _exactly(_map_of(TEXT, SLUG_TEXT)),
}
"""The classes that write themselves in a way of their own, and what they write."""


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


def report_schema() -> Plain:
    """The schema of a report's file: what `kesos.reports.load_report` reads, for editors that check TOML against one.

    >>> report_schema()["required"]
    ['format', 'code', 'title', 'office']
    """
    return titled("report", file_schema())


def event_schema() -> Plain:
    """The schema of an event: what `DisasterEvent.to_dict` writes and `from_dict` reads.

    >>> event_schema()["required"]
    ['hazard', 'place', 'period']
    """
    return titled("event", schema_of(DisasterEvent, refine=_OWN))


def household_schema() -> Plain:
    """The schema of a household: what `Household.to_dict` writes and `from_dict` reads.

    >>> household_schema()["required"]
    []
    """
    people = (Beneficiary, Household)
    refine = dict.fromkeys(people, _that_may_be_unknown)
    return titled("household", schema_of(Household, named={"age": COUNT}, refine=refine, by_fields=people))


def _that_may_be_unknown(people: Plain) -> Plain:
    """Whatever is not known of people may be left out, or be null."""
    properties = {name: {"anyOf": [held, {"type": "null"}]} for name, held in people["properties"].items()}
    return {**people, "properties": properties, "required": []}


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


def _of_another(exclusion: Plain) -> Plain:
    code = _of_a_programme(exclusion)["properties"]["code"]
    return {**exclusion, "properties": {**exclusion["properties"], "program": code}}


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
        "event": event_schema,
        "finding": finding_schema,
        "household": household_schema,
        "program": program_schema,
        "report": report_schema,
        "standard": standard_schema,
    }
)
"""What makes each schema, by the name of what it describes."""

__all__ = [
    "SCHEMAS",
    "answer_schema",
    "audit_schema",
    "eligibility_schema",
    "event_schema",
    "finding_schema",
    "household_schema",
    "program_schema",
    "report_schema",
    "standard_schema",
]
