"""What does not add up in a published report, and what a reader would ask about: `find_contradictions`.

Every rule is a small function that yields, for each thing it looks at, a `Finding` or None; add your own with
`find_contradictions(report, rules=(*RULES, Rule("my_rule", my_check)))`.
"""

from kesos.audit._findings import SEVERITIES, SEVERITY_WORDS, Audit, AuditRecord, Finding, Severity
from kesos.audit._ordinary import ORDINARY, Ordinary
from kesos.audit._rule import Check, Rule, Subject, finding
from kesos.audit._run import RULES, find_contradictions

__all__ = [
    "ORDINARY",
    "RULES",
    "SEVERITIES",
    "SEVERITY_WORDS",
    "Audit",
    "AuditRecord",
    "Check",
    "Finding",
    "Ordinary",
    "Rule",
    "Severity",
    "Subject",
    "find_contradictions",
    "finding",
]
