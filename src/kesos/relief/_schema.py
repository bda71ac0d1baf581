"""The JSON Schema of a recorded answer."""

from __future__ import annotations

from typing import get_type_hints

from kesos.records import FORMAT, Plain, schema_of
from kesos.records._schema import DRAFT, SLUG_TEXT, json_list, json_object, one_of
from kesos.standards import Item
from kesos.values import UNITS, Citation, Rounding, Text


def answer_schema() -> Plain:
    """The schema of a recorded answer: what `to_json` writes and `verify` reads.

    >>> sorted(answer_schema()["$defs"])
    ['citation', 'quantity', 'range', 'relief', 'text', 'total', 'unspecified']
    """
    quantity = json_object({"amount": {"type": "integer"}, "unit": one_of(*sorted({unit.base for unit in UNITS}))})
    hints = get_type_hints(Item)
    blank = json_object(
        {
            "item": SLUG_TEXT,
            "name": _ref("text"),
            "unit": one_of(*(unit.code for unit in UNITS)),
            "per": schema_of(hints["per"]),
            "every": schema_of(hints["every"]),
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
            "per": schema_of(hints["per"]),
            "every": schema_of(hints["every"]),
            "group": {"type": "integer", "minimum": 1},
            "rounding": {"anyOf": [schema_of(Rounding), {"type": "null"}]},
            "counted": schema_of(hints["counted"]),
            "month_days": {"type": ["integer", "null"], "minimum": 1},
            "month_rounding": {"anyOf": [schema_of(Rounding), {"type": "null"}]},
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
        "kesos": {"const": FORMAT},
        "kind": {"const": "relief"},
        "inputs": inputs,
        "standard": standard,
        "window": {"type": "object"},
        "reading": {"type": ["object", "null"]},
        "lines": json_list(line),
        "unspecified": json_list(_ref("unspecified")),
    }
    window = {
        "kesos": {"const": FORMAT},
        "kind": {"const": "relief_range"},
        "minimum": _ref("relief"),
        "maximum": _ref("relief"),
        "extended": {"oneOf": [_ref("relief"), {"type": "null"}]},
    }
    total = {
        "kesos": {"const": FORMAT},
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
            "text": schema_of(Text),
            "quantity": quantity,
            "citation": schema_of(Citation),
            "unspecified": blank,
            "relief": json_object(relief),
            "range": json_object(window),
            "total": json_object(total),
        },
    }


def _ref(name: str) -> Plain:
    return {"$ref": f"#/$defs/{name}"}
