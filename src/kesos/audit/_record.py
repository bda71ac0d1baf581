"""An audit as its record writes it."""

from __future__ import annotations

import attrs

from kesos.audit._findings import Finding
from kesos.values import Printed


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
