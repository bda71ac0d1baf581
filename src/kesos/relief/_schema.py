"""The JSON Schema of a recorded answer, made from the classes that are recorded."""

from __future__ import annotations

from kesos.records import Plain, schema_of
from kesos.records._schema import COUNT, DRAFT, SLUG_TEXT
from kesos.relief._answers import ReliefRecord
from kesos.relief._ranges import RangeRecord
from kesos.relief._totals import TotalRecord

_FROM_ONE: Plain = {"type": "integer", "minimum": 1}
_CODES = ("code", "hazard", "hazards", "item", "read_as")
_COUNTS = (
    "businesses",
    "families",
    "heavy",
    "houses",
    "light",
    "multiplier",
    "people",
    "public_facilities",
    "recipients",
    "row",
    "times",
)
_FROM_ONE_ON = ("days", "extended", "group", "maximum", "minimum", "month_days")


def answer_schema() -> Plain:
    """The schema of a recorded answer: what `to_json` writes and `verify` reads.

    >>> list(answer_schema()["$defs"])
    ['citation', 'damage', 'disaster_event', 'relief_record', 'text', 'unspecified_record']
    """
    schema = schema_of(
        ReliefRecord | RangeRecord | TotalRecord,
        named={
            **dict.fromkeys(_CODES, SLUG_TEXT),
            **dict.fromkeys(_COUNTS, COUNT),
            **dict.fromkeys(_FROM_ONE_ON, _FROM_ONE),
            "digest": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        },
    )
    return {"$schema": DRAFT, "title": "kesos answer", "type": "object", **schema}


__all__ = ["answer_schema"]
