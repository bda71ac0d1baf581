"""JSON Schemas for what kesos reads and writes, made from its classes, so that they cannot drift from them."""

from __future__ import annotations

from typing import Any, get_args, get_origin, get_type_hints

import attrs

from kesos.hazards import Hazard
from kesos.records import FORMAT as RECORD_FORMAT
from kesos.records import Plain
from kesos.standards import AidStandard, Item
from kesos.standards._files import FORMAT
from kesos.standards._items import LARGEST_AMOUNT
from kesos.values import KNOWN, UNITS, Citation, Period, Rounding, Text, Unit
from kesos.values._checks import LONGEST_SLUG, SLUG

DRAFT = "https://json-schema.org/draft/2020-12/schema"
TEXT = {"type": "string", "minLength": 1}
SLUG_TEXT = {"type": "string", "pattern": f"^{SLUG.pattern}$", "maxLength": LONGEST_SLUG}
_PERIOD = {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2}(/\d{4}-\d{2}-\d{2})?)?)?$"}


def standard_schema() -> Plain:
    """The schema of a standard file, for editors that check TOML against one.

    >>> standard_schema()["properties"]["format"]
    {'const': 1}
    """
    schema = _of(AidStandard)
    schema["properties"] = {"format": {"const": FORMAT}, **schema["properties"]}
    schema["required"] = ["format", *schema["required"]]
    return {"$schema": DRAFT, "title": "kesos aid standard", **schema}


def answer_schema() -> Plain:
    """The schema of a recorded answer: what `to_json` writes and `verify` reads.

    >>> sorted(answer_schema()["$defs"])
    ['citation', 'quantity', 'range', 'relief', 'text', 'total', 'unspecified']
    """
    quantity = json_object({"amount": {"type": "integer"}, "unit": one_of(sorted({unit.base for unit in UNITS}))})
    hints = get_type_hints(Item)
    blank = json_object(
        {
            "item": SLUG_TEXT,
            "name": _ref("text"),
            "unit": one_of([unit.code for unit in UNITS]),
            "per": _of(hints["per"]),
            "every": _of(hints["every"]),
            "multiplier": {"type": ["integer", "null"], "minimum": 0},
            "times": {"type": ["integer", "null"], "minimum": 0},
            "citation": _ref("citation"),
        }
    )
    line = json_object(
        {
            "item": SLUG_TEXT,
            "name": _ref("text"),
            "rate": _ref("quantity"),
            "per": _of(hints["per"]),
            "every": _of(hints["every"]),
            "group": {"type": "integer", "minimum": 1},
            "rounding": {"anyOf": [_of(Rounding), {"type": "null"}]},
            "counted": {"anyOf": [_of(hints["counted"]), {"type": "null"}]},
            "month_days": {"type": ["integer", "null"], "minimum": 1},
            "month_rounding": {"anyOf": [_of(Rounding), {"type": "null"}]},
            "multiplier": {"type": "integer", "minimum": 0},
            "times": {"type": ["integer", "null"], "minimum": 0},
            "quantity": _ref("quantity"),
            "floor": {"type": "boolean"},
            "citation": _ref("citation"),
        }
    )
    standard = json_object(
        {
            "code": SLUG_TEXT,
            "title": _ref("text"),
            "digest": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "source": _ref("citation"),
            "validity": {"type": "object"},
        }
    )
    inputs = json_object(
        {
            "event": {"type": "object", "required": ["hazard", "place", "period"]},
            "days": {"type": "integer", "minimum": 1},
            "extended": {"type": "boolean"},
            "recipients": {"type": "object", "additionalProperties": {"type": "integer", "minimum": 0}},
            "decision": {"type": ["object", "null"]},
        }
    )
    relief = {
        "kesos": {"const": RECORD_FORMAT},
        "kind": {"const": "relief"},
        "inputs": inputs,
        "standard": standard,
        "window": {"type": "object"},
        "reading": {"type": ["object", "null"]},
        "lines": json_list(line),
        "unspecified": json_list(_ref("unspecified")),
    }
    window = {
        "kesos": {"const": RECORD_FORMAT},
        "kind": {"const": "relief_range"},
        "minimum": _ref("relief"),
        "maximum": _ref("relief"),
        "extended": {"oneOf": [_ref("relief"), {"type": "null"}]},
    }
    total = {
        "kesos": {"const": RECORD_FORMAT},
        "kind": {"const": "relief_total"},
        "quantities": {"type": "object", "additionalProperties": _ref("quantity")},
        "unspecified": json_list(_ref("unspecified")),
        "answers": json_list(_ref("relief")),
        "left_out": json_list({"type": "object", "required": ["row", "event", "error"]}),
    }
    return {
        "$schema": DRAFT,
        "title": "kesos answer",
        "type": "object",
        "oneOf": [_ref("relief"), _ref("range"), _ref("total")],
        "$defs": {
            "text": _of(Text),
            "quantity": quantity,
            "citation": citation_schema(("regulation",)),
            "unspecified": blank,
            "relief": json_object(relief),
            "range": json_object(window),
            "total": json_object(total),
        },
    }


def _ref(name: str) -> Plain:
    return {"$ref": f"#/$defs/{name}"}


def json_object(properties: Plain, required: list[str] | None = None) -> Plain:
    """An object with these properties and no others; all of them required unless it is said which."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties) if required is None else required,
        "additionalProperties": False,
    }


def json_list(items: Plain) -> Plain:
    """A list of such items."""
    return {"type": "array", "items": items}


def one_of(words: list[str]) -> Plain:
    """One of these words."""
    return {"enum": words}


def citation_schema(required: tuple[str, ...]) -> Plain:
    """A citation that has to say at least this."""
    properties: Plain = {
        str(field.alias): one_of(list(KNOWN)) if field.name == "known" else TEXT for field in attrs.fields(Citation)
    }
    return json_object(properties, list(required))


def _hazard() -> Plain:
    return json_object({"code": SLUG_TEXT, "name": _of(Text), "words": json_list(TEXT)}, ["code", "name"])


def _of(kind: Any) -> Plain:
    """The schema of a class, by the types of its fields."""
    options = [option for option in get_args(kind) if option is not type(None)]
    if len(options) == 1 and get_origin(kind) is not tuple and type(None) in get_args(kind):
        return _of(options[0])
    if kind in _LEAVES:
        return _LEAVES[kind]
    if get_origin(kind) is tuple:
        return json_list(_of(options[0]))
    if kind is Citation:
        # A citation is of the file's own source, and says where in it; or it names another regulation.
        return {**citation_schema(()), "anyOf": [{"required": ["locator"]}, {"required": ["regulation", "known"]}]}
    if kind is Hazard:
        return _hazard()
    if not attrs.has(kind):
        words = [word for option in options for word in (get_args(option) or (option,)) if isinstance(word, str)]
        return {"anyOf": [_PERIOD, one_of(words)]} if Period in options else one_of(words)
    hints = get_type_hints(kind)
    fields = [field for field in attrs.fields(kind) if field.init]
    properties: Plain = {field.alias: SLUG_TEXT if field.name == "code" else _of(hints[field.name]) for field in fields}
    schema = json_object(properties, [field.alias for field in fields if field.default is attrs.NOTHING])
    if kind is Item:
        properties["amount"] = {"type": "integer", "minimum": 0, "maximum": LARGEST_AMOUNT}
        properties["unspecified"] = {"const": True}
        schema["oneOf"] = [{"required": ["amount"]}, {"required": ["unspecified"]}]
    return schema


_LEAVES: dict[Any, Plain] = {
    int: {"type": "integer", "minimum": 0},
    str: TEXT,
    bool: {"type": "boolean"},
    Unit: one_of([unit.code for unit in UNITS]),
    Period: _PERIOD,
    Rounding: one_of([rounding.value for rounding in Rounding]),
}
