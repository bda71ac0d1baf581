"""An audit: all findings in a report, and how much each rule looked at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

import attrs

from kesos import _checks as checks
from kesos.audit._findings import FOUND, SEVERITY, SEVERITY_WORDS, WHERE, Finding
from kesos.records import Plain, as_json, enveloped, opened, to_plain
from kesos.values import TableView, Text
from kesos.words import Sentence, catalogue, counted

_CAPTION = Text("Pemeriksaan", "Audit")
_HEAD = (Text("Aturan", "Rule"), SEVERITY, WHERE, FOUND)


def rule_name(code: str, language: str) -> str:
    """What a rule is called; one that a caller brings along, by its code."""
    return Sentence("rules", code, {}).say(language) if code in catalogue("rules") else code


def _findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(findings)


def _counts(counts: Mapping[str, int] | tuple[tuple[str, int], ...]) -> tuple[tuple[str, int], ...]:
    return counts if isinstance(counts, tuple) else tuple(counts.items())


@attrs.frozen(kw_only=True, repr=False)
class Audit:
    """All findings in a report, and how much each rule looked at.

    Args:
        report: The code of the report.
        findings: What was found, in the order of the rules.
        counts: How many things each rule looked at.

    >>> audit = Audit(report="contoh", findings=(), counts={"sum": 3})
    >>> audit, audit.checked["sum"]
    (<Audit of contoh: 0 errors, 0 suspicious, 3 things checked>, 3)
    """

    report: str
    findings: tuple[Finding, ...] = attrs.field(converter=_findings)
    counts: tuple[tuple[str, int], ...] = attrs.field(converter=_counts)

    @property
    def checked(self) -> Mapping[str, int]:
        """How many things each rule looked at, by its code."""
        return MappingProxyType(dict(self.counts))

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings by which the report contradicts itself."""
        return tuple(finding for finding in self.findings if finding.severity == "error")

    @property
    def suspicious(self) -> tuple[Finding, ...]:
        """The findings about which a reader would ask."""
        return tuple(finding for finding in self.findings if finding.severity == "suspicious")

    def of_rule(self, code: str) -> tuple[Finding, ...]:
        """What one rule found; nothing is an answer too, but only of a rule that was run.

        Raises:
            InvalidValueError: No rule of that code was run.
        """
        checks.choice(code, "code", self.checked)
        return tuple(finding for finding in self.findings if finding.rule == code)

    def table(self, language: str = "id") -> TableView:
        """The findings as a table: the errors first."""
        together = Sentence("findings", "audit.checked", {"together": sum(self.checked.values())})
        return TableView(
            caption=f"{_CAPTION.say(language)}: {self.report}",
            header=tuple(words.say(language) for words in _HEAD),
            rows=tuple(
                (
                    rule_name(each.rule, language),
                    SEVERITY_WORDS[each.severity].say(language),
                    each.place(language),
                    each.message(language),
                )
                for each in (*self.errors, *self.suspicious)
            ),
            notes=(together.say(language),),
        )

    def record(self) -> Plain:
        """The audit as a record: the report's code, every finding, and how much each rule looked at."""
        counts = tuple(RuleCount(rule=rule, checked=checked) for rule, checked in self.counts)
        return enveloped("audit", to_plain(AuditRecord(report=self.report, findings=self.findings, counts=counts)))

    def to_dict(self) -> Plain:
        """The same as `record`, as every value has it."""
        return self.record()

    def to_json(self, *, indent: int | None = None) -> str:
        """The record as JSON text."""
        return as_json(self.record(), indent)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Audit:
        """As `from_json`, from a dictionary."""
        return cls.from_json(values)

    @classmethod
    def from_json(cls, record: Mapping[str, Any] | str | bytes) -> Audit:
        """The audit in a record.

        Raises:
            RecordError: The record is damaged; every fault has its path.
        """
        read = opened("audit", AuditRecord, record)
        counts = tuple((each.rule, each.checked) for each in read.counts)
        return cls(report=read.report, findings=read.findings, counts=counts)

    def _repr_html_(self) -> str:
        return self.table().html()

    def __str__(self) -> str:
        return self.table().plain()

    def __repr__(self) -> str:
        counts = f"{counted(len(self.errors), 'error')}, {len(self.suspicious)} suspicious"
        return f"<Audit of {self.report}: {counts}, {counted(sum(self.checked.values()), 'thing')} checked>"


@attrs.frozen(kw_only=True)
class RuleCount:
    """How much one rule looked at, as a record writes it."""

    rule: str
    checked: int


@attrs.frozen(kw_only=True)
class AuditRecord:
    """An audit as a record writes it."""

    report: str
    findings: tuple[Finding, ...]
    counts: tuple[RuleCount, ...]
