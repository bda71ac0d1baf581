"""Answers as plain values for JSON: inputs, lines, sources, decisions, and the digest of the rule file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kesos.events import DisasterEvent
from kesos.records import Plain, enveloped, to_plain
from kesos.standards import AidStandard, digest

if TYPE_CHECKING:
    from kesos.relief._answers import Line, Relief, ReliefRange, ReliefTotal, Unspecified


def _standard(standard: AidStandard) -> Plain:
    return {
        "code": standard.code,
        "title": to_plain(standard.title),
        "digest": digest(standard),
        "source": to_plain(standard.source),
        "validity": to_plain(standard.validity),
    }


def relief_record(relief: Relief) -> Plain:
    """One answer: what it was computed from, with which standard, and every line of it."""
    return enveloped(
        "relief",
        {
            "inputs": {
                "event": to_plain(relief.event),
                "days": relief.days,
                "extended": relief.extended,
                "recipients": dict(relief.recipients),
                "decision": to_plain(relief.decision),
            },
            "standard": _standard(relief.standard),
            "window": to_plain(relief.window),
            "reading": to_plain(relief.reading),
            "lines": [_line(line) for line in relief.lines],
            "unspecified": [_blank(blank) for blank in relief.unspecified],
        },
    )


def _line(line: Line) -> Plain:
    return {
        "item": line.code,
        "name": to_plain(line.item.name),
        "rate": to_plain(line.item.rate),
        "per": line.item.per,
        "every": line.item.every,
        "group": line.item.group,
        "rounding": to_plain(line.item.rounding),
        "counted": line.item.counted,
        "month_days": line.item.month_days,
        "month_rounding": to_plain(line.item.month_rounding),
        "multiplier": line.multiplier,
        "times": line.times,
        "quantity": to_plain(line.quantity),
        "floor": line.item.floor,
        "citation": to_plain(line.citation),
    }


def _blank(blank: Unspecified) -> Plain:
    return {
        "item": blank.code,
        "name": to_plain(blank.item.name),
        "unit": blank.item.unit.code,
        "per": blank.item.per,
        "every": blank.item.every,
        "multiplier": blank.multiplier,
        "times": blank.times,
        "citation": to_plain(blank.citation),
    }


def range_record(window: ReliefRange) -> Plain:
    """The answers at the ends of the window, and with the extension."""
    return enveloped(
        "relief_range",
        {
            "minimum": relief_record(window.minimum),
            "maximum": relief_record(window.maximum),
            "extended": None if window.extended is None else relief_record(window.extended),
        },
    )


def total_record(added: ReliefTotal) -> Plain:
    """The sums, each answer in them, and what was left out and why."""
    return enveloped(
        "relief_total",
        {
            "quantities": {code: to_plain(quantity) for code, quantity in added.items()},
            "unspecified": [_blank(blank) for blank in added.unspecified],
            "answers": [relief_record(answer) for answer in added.answers],
            "left_out": [
                {
                    "row": refusal.row,
                    "event": to_plain(refusal.event) if isinstance(refusal.event, DisasterEvent) else None,
                    "error": {
                        "code": refusal.error.code,
                        "field": refusal.error.field,
                        "message": {"id": refusal.error.message("id"), "en": refusal.error.message("en")},
                    },
                }
                for refusal in added.left_out
            ],
        },
    )
