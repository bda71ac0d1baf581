"""An audit: all findings in a report, and how much each rule looked at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

import attrs

from kesos import _checks as checks
from kesos.audit._changes import AuditChange, change_of
from kesos.audit._findings import FOUND, SEVERITY, WHERE, Finding, bare_cells, severity_of
from kesos.audit._groups import FindingGroup, grouped
from kesos.audit._record import AuditRecord, CellCount, Counted, RuleCount, counts_of
from kesos.audit._sentences import say
from kesos.audit._summary import aside_lines, cells_line, found_line, unread_lines
from kesos.errors import check_language
from kesos.records import Plain, as_json, enveloped, opened, to_plain
from kesos.values import Printed, TableView, Text
from kesos.values._display import Tabled
from kesos.words import Sentence, catalogue, counted

_CAPTION = Text("Pemeriksaan", "Audit")
_HEAD = (Text("Aturan", "Rule"), SEVERITY, WHERE, FOUND)


def rule_name(code: str, language: str) -> str:
    """What a rule is called; one that a caller brings along, by its code."""
    return Sentence("rules", code, {}).say(language) if code in catalogue("rules") else code


def _severity(group: FindingGroup, language: str) -> str:
    return severity_of(group.severity, supposed=group.is_supposed).say(language)


def _findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return checks.items(findings, "findings", Finding)


def _dismissed(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return checks.items(findings, "dismissed", Finding)


def _unmatched(asides: Iterable[Text]) -> tuple[Text, ...]:
    return checks.items(asides, "unmatched", Text)


def _unread_sheets(sheets: Iterable[Text]) -> tuple[Text, ...]:
    return checks.items(sheets, "unread_sheets", Text)


def _unchecked(relations: Iterable[Text]) -> tuple[Text, ...]:
    return checks.items(relations, "unchecked", Text)


def _counts(counts: Counted) -> tuple[tuple[str, int], ...]:
    return counts_of(counts, "counts")


def _cells(cells: Counted) -> tuple[tuple[str, int], ...]:
    return counts_of(cells, "cells")


def _unread(cells: Iterable[Printed]) -> tuple[Printed, ...]:
    return bare_cells(cells, "unread")


@attrs.frozen(kw_only=True, repr=False)
class Audit(Tabled):
    """All findings in a report, and how much each rule looked at.

    Args:
        report: The code of the report.
        findings: What was found, in the order of the rules.
        counts: How many things each rule checked: what too little is known of does not count.
        cells: How many printed cells were read, are blank, missing, words, or unread: see `reports.cell_state`.
        unread: What could not be read, and so was held against nothing; cells of words that begin with a figure; and
            notes that hold figures.
        dismissed: What was found and somebody put aside, each with the reason.
        unmatched: What the report says was put aside and fits no finding and no guess, with the reason.
        unread_sheets: The sheets of a workbook that were not read, and why.
        unchecked: The relations that were not checked, each with the cells that are not known or cannot be compared;
            what heads suggest of a column and too few rows bear out for it to be supposed; and columns of words in
            which figures stand.

    >>> audit = Audit(report="contoh", findings=(), counts={"sum": 3})
    >>> audit, audit.checked["sum"]
    (<Audit of contoh: 0 errors, 0 suspicious, 3 things checked>, 3)
    """

    report: str
    findings: tuple[Finding, ...] = attrs.field(converter=_findings)
    counts: tuple[tuple[str, int], ...] = attrs.field(converter=_counts)
    cells: tuple[tuple[str, int], ...] = attrs.field(default=(), converter=_cells)
    unread: tuple[Printed, ...] = attrs.field(default=(), converter=_unread)
    dismissed: tuple[Finding, ...] = attrs.field(default=(), converter=_dismissed)
    unmatched: tuple[Text, ...] = attrs.field(default=(), converter=_unmatched)
    unread_sheets: tuple[Text, ...] = attrs.field(default=(), converter=_unread_sheets)
    unchecked: tuple[Text, ...] = attrs.field(default=(), converter=_unchecked)

    def __attrs_post_init__(self) -> None:
        checks.settle(self, checks.text, "report")

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

    @property
    def groups(self) -> tuple[FindingGroup, ...]:
        """The findings, those of one rule in one table together, the gravest first."""
        return grouped(self.findings)

    def compare(self, earlier: Audit) -> AuditChange:
        """What is new, gone and unchanged since an earlier audit, such as one read from its record.

        >>> audit = Audit(report="contoh", findings=(), counts={"sum": 3})
        >>> audit.compare(audit)
        <AuditChange: 0 new, 0 gone, 0 unchanged>
        """
        checks.instance(earlier, "earlier", Audit)
        return change_of(*((*each.findings, *each.dismissed) for each in (self, earlier)))

    def summary(self, language: str = "id") -> str:
        """What was checked and found, what became of the printed cells, and which were not read, a line each.

        Where there are any, sheets that were not read and what could not be checked are two lines more.

        >>> print(Audit(report="contoh", findings=(), counts={"sum": 3, "words": 0}, cells={"read": 4}).summary("en"))
        3 things were checked by 2 rules: 0 contradictions, 0 worth a question.
        4 printed cells: 4 read, 0 blank, 0 said to be unknown, 0 words, 0 unread.
        Nothing that should be a figure was left unread.
        """
        check_language(language)
        return "\n".join(self._summary(language))

    def _summary(self, language: str) -> tuple[str, ...]:
        check_language(language)
        found = found_line(sum(self.checked.values()), len(self.counts), len(self.errors), len(self.suspicious))
        first = [found, *aside_lines(len(self.dismissed), self.unmatched)]
        unread = unread_lines(self.unread, self.unread_sheets, self.unchecked)
        lines = (first, [cells_line(dict(self.cells))], *([each] for each in unread))
        return tuple(" ".join(sentence.say(language) for sentence in line) for line in lines)

    def table(self, language: str = "id", *, grouped: bool = True) -> TableView:
        """The findings as a table, the gravest first; those that are alike on one line unless `grouped` is False."""
        return TableView(
            caption=f"{_CAPTION.say(language)}: {self.report}",
            header=tuple(words.say(language) for words in _HEAD),
            rows=tuple(
                (
                    rule_name(each.rule, language),
                    _severity(each, language),
                    each.place(language),
                    each.message(language),
                )
                for each in self._lines(grouped)
            ),
            notes=self._summary(language),
        )

    def rows(self, language: str = "id", *, grouped: bool = False) -> list[dict[str, str | int]]:
        """The lines of the table with their parts by name, as a frame or a spreadsheet takes them: one finding each.

        >>> Audit(report="contoh", findings=(), counts={}).rows()
        []
        """
        check_language(language)
        return [
            {
                "rule": rule_name(group.rule, language),
                "severity": _severity(group, language),
                "place": group.place(language),
                "row": group.findings[0].row or "",
                "column": group.findings[0].column or "",
                "finding": group.message(language),
                "printed": say(group.findings[0].printed, language),
                "computed": "" if group.findings[0].computed is None else say(group.findings[0].computed, language),
                "alike": len(group),
            }
            for group in self._lines(grouped)
        ]

    def _lines(self, grouped: bool) -> tuple[FindingGroup, ...]:
        if checks.flag(grouped, "grouped"):
            return self.groups
        return tuple(FindingGroup([each]) for group in self.groups for each in group.findings)

    def to_markdown(self, language: str = "id", *, grouped: bool = True) -> str:
        """The same table in Markdown."""
        return self.table(language, grouped=grouped).markdown()

    def record(self) -> Plain:
        """The audit as a record: the report's code, every finding, and how much each rule looked at."""
        counts = tuple(RuleCount(rule=rule, checked=checked) for rule, checked in self.counts)
        return enveloped(
            "audit",
            to_plain(
                AuditRecord(
                    report=self.report,
                    findings=self.findings,
                    counts=counts,
                    cells=tuple(CellCount(state=state, count=count) for state, count in self.cells),
                    unread=self.unread,
                    dismissed=self.dismissed,
                    unmatched=self.unmatched,
                    unread_sheets=self.unread_sheets,
                    unchecked=self.unchecked,
                )
            ),
        )

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
        cells = tuple((each.state, each.count) for each in read.cells)
        return cls(
            report=read.report,
            findings=read.findings,
            counts=counts,
            cells=cells,
            unread=read.unread,
            dismissed=read.dismissed,
            unmatched=read.unmatched,
            unread_sheets=read.unread_sheets,
            unchecked=read.unchecked,
        )

    def __repr__(self) -> str:
        counts = f"{counted(len(self.errors), 'error')}, {len(self.suspicious)} suspicious"
        return f"<Audit of {self.report}: {counts}, {counted(sum(self.checked.values()), 'thing')} checked>"
