"""An audit as its record writes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from kesos import _checks as checks
from kesos.audit._findings import Finding
from kesos.values import Printed, Text


@attrs.frozen(kw_only=True)
class RuleCount:
    """How much one rule looked at, as a record writes it."""

    rule: str
    checked: int


@attrs.frozen(kw_only=True)
class CellCount:
    """How many printed cells are in one state, as a record writes it."""

    state: str
    count: int


@attrs.frozen(kw_only=True)
class AuditRecord:
    """An audit as a record writes it."""

    report: str
    findings: tuple[Finding, ...]
    counts: tuple[RuleCount, ...]
    cells: tuple[CellCount, ...] = ()
    unread: tuple[Printed, ...] = ()
    dismissed: tuple[Finding, ...] = ()
    unmatched: tuple[Text, ...] = ()
    unread_sheets: tuple[Text, ...] = ()
    unchecked: tuple[Text, ...] = ()


Counted = Mapping[str, int] | Iterable[tuple[str, int]]


def counts_of(counts: Counted, field: str) -> tuple[tuple[str, int], ...]:
    """Counts by their codes, in the order in which they are given."""
    return tuple(
        (checks.text(code, f"{field}[{at}]"), checks.count(count, f"{field}[{at}]"))
        for at, (code, count) in enumerate(checks.pairs(counts, field))
    )
