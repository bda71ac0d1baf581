"""Programmes of social aid, and what each one's own text says about who it is for."""

from kesos.programs._catalogue import PROGRAMS
from kesos.programs._eligibility import Checked, Eligibility, EligibilityRecord, Ground, Inputs, ProgramName
from kesos.programs._judging import eligibility, read_eligibility
from kesos.programs._known_rules import PROGRAM_RULES
from kesos.programs._program import FUNDING, Condition, Funding, Program
from kesos.programs._rules import HouseholdClause, MemberClause, ProgramRule
from kesos.values import Truth, both, either, known

__all__ = [
    "FUNDING",
    "PROGRAMS",
    "PROGRAM_RULES",
    "Checked",
    "Condition",
    "Eligibility",
    "EligibilityRecord",
    "Funding",
    "Ground",
    "HouseholdClause",
    "Inputs",
    "MemberClause",
    "Program",
    "ProgramName",
    "ProgramRule",
    "Truth",
    "both",
    "either",
    "eligibility",
    "known",
    "read_eligibility",
]
