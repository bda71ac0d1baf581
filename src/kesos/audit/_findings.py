"""What an audit finds: each finding beside what was printed and what follows from the rest, neither corrected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Literal, get_args

import attrs

from kesos.errors import show_value
from kesos.records import as_json, enveloped, opened, to_plain
from kesos.values import Citation, Percentage, Period, Printed, Quantity, Span, TableView, Text
from kesos.values import _checks as checks

Severity = Literal["error", "suspicious"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
SEVERITY_WORDS = {
    "error": Text("bertentangan", "contradiction"),
    "suspicious": Text("perlu ditanyakan", "worth a question"),
}


def _all_printed(cells: Iterable[Printed]) -> tuple[Printed, ...]:
    """The bare cells: what a figure or a name is besides is the report's, not the finding's."""
    return tuple(
        each if type(each) is Printed else Printed(each.text, each.value, source=each.source) for each in cells
    )


def printed_value(cell: Printed) -> Any:
    """What a printed cell means, or the characters on the page where no value can be read from them.

    >>> printed_value(Printed("17 – 10 Maret 2017", source="A.4.d"))
    '17 – 10 Maret 2017'
    """
    return cell.text if cell.value is None else cell.value


@attrs.frozen(kw_only=True, repr=False)
class Finding:
    """One thing that does not add up, or that is out of the ordinary.

    Args:
        rule: The code of the rule that found it.
        severity: "error" (the report contradicts itself) or "suspicious" (a reader would ask).
        printed: What is printed: its value, or its characters where it has none.
        computed: What follows from the rest of the report; None where nothing does.
        text: The finding as a sentence, in both languages.
        source: Where what is printed stands.
        concerns: Every printed value that the finding is about.

    >>> finding = Finding(rule="sum", severity="error", printed=98, computed=95, source="table 1",
    ...                   text=Text("98 tercetak, 95 dihitung", "98 is printed, 95 computed"))
    >>> finding
    <error sum, table 1: printed 98, computed 95>
    >>> finding.message("en")
    '98 is printed, 95 computed'
    """

    rule: str
    severity: Severity
    printed: Any
    computed: Any = None
    text: Text
    source: Citation | str
    concerns: tuple[Printed, ...] = attrs.field(default=(), converter=_all_printed)

    def __attrs_post_init__(self) -> None:
        checks.text(self.rule, "rule")
        checks.choice(self.severity, "severity", SEVERITIES)
        checks.instance(self.text, "text", Text)
        if not isinstance(self.source, Citation):
            checks.text(self.source, "source")

    def message(self, language: str) -> str:
        """What was found, as a sentence in "id" or "en"."""
        return self.text.say(language)

    def place(self, language: str) -> str:
        """Where it was found, in words."""
        return place_of(self.source, language)

    def say(self, language: str) -> str:
        """The finding with its place, in one line."""
        return f"{self.place(language)}: {self.message(language)}"

    def to_json(self) -> str:
        """The finding as JSON text, with what is printed, what is computed, and where each stands."""
        return as_json(enveloped("finding", to_plain(self)))

    @classmethod
    def from_json(cls, record: Mapping[str, Any] | str) -> Finding:
        """The finding in a record.

        Raises:
            RecordError: The record is damaged; every fault has its path.
        """
        return opened("finding", cls, record)

    def __str__(self) -> str:
        return self.say("id")

    def __repr__(self) -> str:
        words = f"printed {_short(self.printed)}"
        if self.computed is not None:
            words += f", computed {_short(self.computed)}"
        return f"<{self.severity} {self.rule}, {self.place('en')}: {words}>"


def _short(value: object) -> str:
    return format(value, "en") if isinstance(value, (Quantity, Percentage, Span, Period)) else show_value(value)


def place_of(source: Citation | str, language: str) -> str:
    """The place that a citation names, or the words that stand for one.

    >>> place_of(Citation(regulation="a report", table="20", row="2"), "id")
    'tabel 20, baris 2'
    """
    if isinstance(source, Citation):
        return source.place(language) or source.regulation
    return source


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
        words = Text("Aturan|Sifat|Tempat|Temuan", "Rule|Severity|Place|Finding").say(language)
        together = sum(self.checked.values())
        return TableView(
            caption=f"{Text('Pemeriksaan', 'Audit').say(language)}: {self.report}",
            header=tuple(words.split("|")),
            rows=tuple(
                (each.rule, SEVERITY_WORDS[each.severity].say(language), each.place(language), each.message(language))
                for each in (*self.errors, *self.suspicious)
            ),
            notes=(Text(f"{together} hal diperiksa.", f"{together} things were checked.").say(language),),
        )

    def to_json(self) -> str:
        """The audit as JSON text: the report's code, every finding, and how much each rule looked at."""
        counts = [{"rule": rule, "checked": checked} for rule, checked in self.counts]
        findings = [to_plain(finding) for finding in self.findings]
        return as_json(enveloped("audit", {"report": self.report, "findings": findings, "counts": counts}))

    @classmethod
    def from_json(cls, record: Mapping[str, Any] | str) -> Audit:
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
        counts = f"{len(self.errors)} errors, {len(self.suspicious)} suspicious"
        return f"<Audit of {self.report}: {counts}, {sum(self.checked.values())} things checked>"


@attrs.frozen(kw_only=True)
class _Count:
    """How much one rule looked at, as a record writes it."""

    rule: str
    checked: int


@attrs.frozen(kw_only=True)
class AuditRecord:
    """An audit as a record writes it."""

    report: str
    findings: tuple[Finding, ...]
    counts: tuple[_Count, ...]
