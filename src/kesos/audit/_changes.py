"""Two audits of one report, before and after it was corrected: what is new, what is gone, what is as it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import attrs

from kesos.audit._findings import FOUND, WHERE, Finding
from kesos.reports._printed import each_a, listed
from kesos.values import TableView, Text
from kesos.values._display import Tabled

_CAPTION = Text("Perubahan temuan", "Findings changed")
_HEAD = (Text("Keadaan", "State"), WHERE, FOUND)
_STATES = {
    "new": Text("baru", "new"),
    "gone": Text("hilang", "gone"),
    "unchanged": Text("tetap", "unchanged"),
}


def _findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return listed(findings)


@attrs.frozen(kw_only=True, repr=False)
class AuditChange(Tabled):
    """What one audit found against an earlier one.

    A finding is the same where its rule, its gravity, its place and what it says are: one whose figures changed is
    gone, and another is new.

    Args:
        new: What only the later one found.
        gone: What only the earlier one found.
        unchanged: What both found.
    """

    new: tuple[Finding, ...] = attrs.field(converter=_findings, validator=each_a(Finding))
    gone: tuple[Finding, ...] = attrs.field(converter=_findings, validator=each_a(Finding))
    unchanged: tuple[Finding, ...] = attrs.field(converter=_findings, validator=each_a(Finding))

    def table(self, language: str = "id") -> TableView:
        """All of it as a table: the new first."""
        return TableView(
            caption=_CAPTION.say(language),
            header=tuple(words.say(language) for words in _HEAD),
            rows=tuple(
                (words.say(language), each.place(language), each.message(language))
                for state, words in _STATES.items()
                for each in getattr(self, state)
            ),
        )

    def __repr__(self) -> str:
        return f"<AuditChange: {len(self.new)} new, {len(self.gone)} gone, {len(self.unchanged)} unchanged>"


def change_of(later: Iterable[Finding], earlier: Iterable[Finding]) -> AuditChange:
    """What is new, gone and unchanged, each as often as it was found."""
    before = tuple(earlier)
    left = Counter(map(_key, before))
    new: list[Finding] = []
    unchanged: list[Finding] = []
    for each in later:
        known = left[_key(each)] > 0
        left[_key(each)] -= known
        (unchanged if known else new).append(each)
    gone: list[Finding] = []
    for each in before:
        if left[_key(each)] > 0:
            left[_key(each)] -= 1
            gone.append(each)
    return AuditChange(new=new, gone=gone, unchanged=unchanged)


def _key(finding: Finding) -> tuple[object, ...]:
    return finding.rule, finding.severity, finding.place("id"), finding.message("id")
