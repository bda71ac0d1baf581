"""What does not add up in a published report, and what a reader would ask about: `find_contradictions`.

A rule is a small function that looks at one thing and answers `UNKNOWN`, `FINE` or `Odd(...)`; above it stand its code
and what it looks at. Add your own, made with `rule`: `find_contradictions(report, rules=(*RULES, check_mine))`. A rule
that needs the whole report yields, for each thing it looks at, a `Finding` or None: `Rule("my_rule", my_check)`.
"""

from kesos.audit._audit import Audit
from kesos.audit._changes import AuditChange
from kesos.audit._find_contradictions import RULES, find_contradictions
from kesos.audit._findings import SEVERITIES, SEVERITY_WORDS, Finding, Severity
from kesos.audit._groups import FindingGroup
from kesos.audit._ordinary import ORDINARY, Ordinary
from kesos.audit._record import AuditRecord, CellCount, RuleCount
from kesos.audit._rule import FINE, UNKNOWN, Check, Odd, Rule, Sound, Verdict, finding, rule
from kesos.audit._subject import Subject

__all__ = [
    "FINE",
    "ORDINARY",
    "RULES",
    "SEVERITIES",
    "SEVERITY_WORDS",
    "UNKNOWN",
    "Audit",
    "AuditChange",
    "AuditRecord",
    "CellCount",
    "Check",
    "Finding",
    "FindingGroup",
    "Odd",
    "Ordinary",
    "Rule",
    "RuleCount",
    "Severity",
    "Sound",
    "Subject",
    "Verdict",
    "find_contradictions",
    "finding",
    "rule",
]
