"""Programmes of social aid, and what each one's own text says about who it is for."""

from kesos.programs._catalogue import PROGRAMS
from kesos.programs._eligibility import Checked, Eligibility, Ground, eligibility
from kesos.programs._known_rules import RULES
from kesos.programs._program import FUNDING, Condition, Funding, Program
from kesos.programs._records import read_eligibility
from kesos.programs._rules import HouseholdClause, MemberClause, ProgramRule
from kesos.values import Truth, both, either, known

__all__ = [
    "FUNDING",
    "PROGRAMS",
    "RULES",
    "Checked",
    "Condition",
    "Eligibility",
    "Funding",
    "Ground",
    "HouseholdClause",
    "MemberClause",
    "Program",
    "ProgramRule",
    "Truth",
    "both",
    "either",
    "eligibility",
    "known",
    "read_eligibility",
]
