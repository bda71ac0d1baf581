"""Findings that are alike, as one: what an office works off line by line."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from kesos import _checks as checks
from kesos.audit._findings import Finding, Severity, row_of, severity_of
from kesos.audit._sentences import places_of
from kesos.errors import InvalidValueError
from kesos.values import Citation
from kesos.values._showing import Rowed
from kesos.values._tabulated import ShownRow
from kesos.words import Sentence


def _findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    found = checks.items(findings, "findings", Finding)
    if not found:
        raise InvalidValueError("missing", field="findings", value=found)
    return found


@attrs.frozen(repr=False)
class FindingGroup(Rowed):
    """Findings of one rule and one gravity that stand together.

    Questions stand together in one table, or in the prose; contradictions, and what would be one if a guess were
    confirmed, in one column of a table only, since each of the others has to be looked at by itself. The message names
    the rows of these.

    Args:
        findings: At least one, in the order of the report.
    """

    findings: tuple[Finding, ...] = attrs.field(converter=_findings)

    @property
    def rule(self) -> str:
        """The rule that found them."""
        return self.findings[0].rule

    @property
    def severity(self) -> Severity:
        """How grave they are."""
        return self.findings[0].severity

    @property
    def is_supposed(self) -> bool:
        """Whether they rest on a relation that nobody has confirmed."""
        return self.findings[0].guess is not None

    def place(self, language: str) -> str:
        """Where they were found: the first few places, and how many more."""
        return places_of(each.source for each in self.findings).say(language)

    def message(self, language: str) -> str:
        """The first of them as a sentence, and how many more are like it."""
        first, *more = self.findings
        if not more:
            return first.message(language)
        if _is_question(first):
            others = Sentence("findings", "audit.alike", {"count": len(more)})
        else:
            where = places_of(each.source for each in more)
            others = Sentence("findings", "audit.alike_at", {"count": len(more), "where": where})
        return f"{first.message(language)} {others.say(language)}"

    def __row__(self) -> ShownRow:
        return row_of(severity_of(self.severity, supposed=self.is_supposed), self.place, self.message)

    def __len__(self) -> int:
        return len(self.findings)

    def __repr__(self) -> str:
        return f"<{len(self)} × {self.severity} {self.rule}, {self.place('en')}>"


def grouped(findings: Iterable[Finding]) -> tuple[FindingGroup, ...]:
    """The findings in groups, the gravest first: errors, questions, and what rests on relations that are supposed."""
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for each in findings:
        groups.setdefault((*_gravity(each), each.rule, _together(each)), []).append(each)
    return tuple(FindingGroup(alike) for _, alike in sorted(groups.items(), key=lambda group: group[0][:2]))


def _gravity(finding: Finding) -> tuple[bool, bool]:
    return finding.guess is not None, finding.severity != "error"


def _is_question(finding: Finding) -> bool:
    """Whether nothing is claimed that is wrong, or would be if a guess were confirmed."""
    return finding.severity == "suspicious" and finding.guess is None


def _together(finding: Finding) -> object:
    """Where findings have to stand to be told as one: questions in one table, whatever may be wrong in one column."""
    source, is_question = finding.source, _is_question(finding)
    if not isinstance(source, Citation) or source.table is None:
        return None if is_question else finding.text
    return source.table if is_question else (source.table, source.column)
