"""What a report's file looks like, for editors that check TOML against a schema; made of the classes that it fills."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any

import attrs

from kesos._rule_files import FORMAT
from kesos.records import SLUG_TEXT, TEXT, Plain, json_list, json_object
from kesos.reports._columns import HOLDS, RowCounts, RowProduct, RowShare, RowSum
from kesos.reports._load import DISMISSAL, FACTS, OF_FACTS, OF_RELATIONS, RELATIONS
from kesos.reports._told import Told
from kesos.values import LANGUAGES, UNITS

_ANY_TEXT: Plain = {"type": "string"}
_FLAG: Plain = {"type": "boolean"}
_WHOLE: Plain = {"type": "integer"}
_BOTH: Plain = json_object({"id": TEXT, "en": TEXT}, ["id", "en"])
_READING: Plain = json_object({"word": TEXT, "read_as": TEXT, "reason": _BOTH}, ["word", "read_as", "reason"])
_LINES: Plain = {"type": "string", "description": "One entry a line, its parts divided by |."}
_UNIT: Plain = {
    "type": "string",
    "examples": [unit.code for unit in UNITS],
    "description": "What is counted: family, person, house, IDR, kg, ha ...",
}
_VALUE: Plain = {
    "amount": {"type": ["integer", "string"]},
    "unit": _UNIT,
    "percent": {"type": ["integer", "string"]},
    "number": _WHOLE,
    "span": {"type": "array", "minItems": 2, "maxItems": 2, "items": {"type": ["integer", "string"]}},
    "period_value": TEXT,
}
"""What a print means, where that is said and not read from it."""
_BESIDE: Plain = {
    "anyOf": [
        TEXT,
        json_object({"text": _ANY_TEXT, "line": _WHOLE, "until": _WHOLE, "value": {}}, ["text"]),
    ]
}
_PRINTED: Plain = {
    "anyOf": [
        json_object({"text": _ANY_TEXT, "line": _WHOLE, "at": TEXT, **_VALUE}, ["text"]),
        json_object({"same": TEXT}, ["same"]),
    ]
}
_REFERENCE: Plain = {
    "type": "string",
    "description": 'The code of a figure, "cell:table/row/column", or "name:what it names".',
}
_HEAD_LINE: Plain = json_object({"line": _WHOLE, "cells": _ANY_TEXT}, ["cells"])


def file_schema() -> Plain:
    """The schema of a report's file, without its own name."""
    block = {"type": "object", "properties": {"table": TEXT, "hazard": TEXT, "rows": _LINES}, "required": ["table"]}
    properties: Plain = {
        "format": {"const": FORMAT},
        "code": SLUG_TEXT,
        "title": TEXT,
        "office": TEXT,
        "period": {
            **TEXT,
            "description": "In ISO 8601, where it is known: 2024, 2024-03, 2024-03-01/2024-03-31.",
        },
        "document": {**TEXT, "description": "How places in it are cited; left out, by its title."},
        "reported_by": TEXT,
        "line_numbers": {**_FLAG, "description": "Whether every entry begins with a line of the document's text."},
        "tables": json_list(_table()),
        "figures": json_list(_figure()),
        "relations": json_list(
            {"anyOf": [_entry(word, kind, _REFERENCE, OF_RELATIONS) for word, kind in RELATIONS.items()]}
        ),
        "dismissed": json_list(_dismissal()),
        "facts": json_list({"anyOf": list(_facts())}),
        "readings": json_list({**_READING, "properties": {**_READING["properties"], "blanks": _FLAG}}),
        "quotas": json_list({"type": "object", "required": ["program", "year", "area"]}),
        **dict.fromkeys(("headings", "lists", "names", "mentions", "abbreviations"), _LINES),
        "fires": block,
        "natural_disasters": block,
    }
    # nothing of it is shared with another schema: whoever gets it may change it
    return deepcopy(json_object(properties, ["format", "code", "title", "office"]))


def _table() -> Plain:
    column = json_object(
        {
            "head": {**TEXT, "description": "The words at its head, as printed."},
            "code": SLUG_TEXT,
            "unit": _UNIT,
            "holds": {"enum": list(HOLDS)},
            "number": TEXT,
            "part": {"enum": [0, 1]},
            "year": _WHOLE,
            "locale": {"enum": list(LANGUAGES)},
        },
        [],
    )
    rules = {"sums": RowSum, "counts": RowCounts, "products": RowProduct, "shares": RowShare}
    return json_object(
        {
            "number": TEXT,
            "at": TEXT,
            **dict.fromkeys(("title", "caption", "heading", "source_line"), _BESIDE),
            "columns": json_list({**column, "anyOf": [{"required": ["head"]}, {"required": ["code"]}]}),
            "rows": {**_LINES, "description": "A row a line: its code, then its cells as printed, divided by |."},
            "total": {**_LINES, "description": "The row of totals, in the same way."},
            "head": json_list(_HEAD_LINE),
            "numbers": _HEAD_LINE,
            "values": {"type": "object", "additionalProperties": json_object(_VALUE, [])},
            "row_years": {"type": "object", "additionalProperties": _WHOLE},
            "counted_columns": _WHOLE,
            "partial_years": json_list(_WHOLE),
            "blanks": {"anyOf": [_FLAG, TEXT], "description": "Why a blank or a dash adds nothing to a total."},
            **{key: json_list(_fields(kind, _REFERENCE)) for key, kind in rules.items()},
        },
        ["number", "title", "columns"],
    )


def _figure() -> Plain:
    own: Plain = {
        "code": SLUG_TEXT,
        "text": {"type": "string", "description": "As printed; what it means is read from it."},
        "at": TEXT,
        "cell": TEXT,
        "line": _WHOLE,
        "label": _BOTH,
        "about": _FLAG,
        "measure": SLUG_TEXT,
        "area": TEXT,
        "period": TEXT,
        **dict.fromkeys(("first", "last"), TEXT),
        **_VALUE,
    }
    return json_object(own, ["code", "text"])


def _dismissal() -> Plain:
    """What somebody put aside: the rule or the kind of relation, the place, and why."""
    own: Plain = {key: TEXT for key in DISMISSAL if key != "kind"}
    said = {"description": "Why it was put aside, in the words of whoever looked at it."}
    schema = json_object({**own, "kind": {"enum": list(RELATIONS)}, "reason": {**TEXT, **said}}, ["reason"])
    named: Plain = {"anyOf": [{"required": [key]} for key in ("rule", "kind", "table", "at")]}
    return {**schema, **named, "dependentRequired": {"row": ["table"], "column": ["table"]}}


def _facts() -> Iterable[Plain]:
    placed: Plain = {"line": _WHOLE, "at": TEXT}
    for word, kind in FACTS.items():
        if kind is Told:
            own = {"kind": {"const": word}, "name": _PRINTED, "label": _BOTH, **placed}
            yield {
                "type": "object",
                "properties": own,
                "required": ["kind", "name", "label"],
                "additionalProperties": _PRINTED,
            }
        else:
            yield _entry(word, kind, _PRINTED, OF_FACTS, placed)


def _entry(
    word: str, kind: type[Any], printed: Plain, called: Mapping[str, str], more: Mapping[str, Plain] | None = None
) -> Plain:
    fields = _fields(kind, printed)
    names: dict[str, str] = {own: written for written, own in called.items()}
    properties: Plain = {"kind": {"const": word}}
    for name, schema in fields["properties"].items():
        properties[names.get(str(name), str(name))] = schema
    required = ["kind", *(names.get(str(name), str(name)) for name in fields["required"])]
    return json_object({**properties, **(more or {})}, required)


def _fields(kind: type[Any], printed: Plain) -> Plain:
    properties: Plain = {}
    required: list[str] = []
    for field in attrs.fields(kind):
        properties[field.name] = _of_type(str(field.type), printed)
        if field.default is attrs.NOTHING:
            required.append(field.name)
    return json_object(properties, required)


def _of_type(kind: str, printed: Plain) -> Plain:
    if kind.startswith("tuple"):
        return json_list(_of_type(kind.removeprefix("tuple"), printed))
    named = {"Printed": printed, **_OF_TYPES}
    return next((schema for word, schema in named.items() if word in kind), TEXT)


_OF_TYPES: Mapping[str, Plain] = {"Text": _BOTH, "Reading": _READING, "bool": _FLAG, "int": _WHOLE}
