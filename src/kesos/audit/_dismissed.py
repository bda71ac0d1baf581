"""The findings of an audit that somebody looked at before and put aside."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from kesos.audit._findings import Finding
from kesos.reports import Dismissal, Report


def put_aside(report: Report, findings: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
    """The findings that stand, and those that the report says were put aside, each with the first reason for it."""
    tables = {table.number: table for table in report.tables}
    dismissals = [each for each in report.dismissed if isinstance(each, Dismissal)]
    kept: list[Finding] = []
    dismissed: list[Finding] = []
    for finding in findings:
        said = (each for each in dismissals if each.is_of_finding(finding.rule, finding.source, tables))
        found = next(said, None)
        if found is None:
            kept.append(finding)
        else:
            dismissed.append(attrs.evolve(finding, dismissed=found.reason))
    return kept, dismissed
