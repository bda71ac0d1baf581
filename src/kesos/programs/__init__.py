"""Programmes of social aid, and what each one's own text says about who it is for."""

from kesos.programs._catalogue import PROGRAMS
from kesos.programs._eligibility import Against, Checked, Eligibility, EligibilityRecord, Ground, Inputs, ProgramName
from kesos.programs._judging import eligibility, read_eligibility
from kesos.programs._known_rules import PROGRAM_RULES
from kesos.programs._program import Condition, Program
from kesos.programs._rules import HouseholdClause, MemberClause, ProgramRule

__all__ = [
    "PROGRAMS",
    "PROGRAM_RULES",
    "Against",
    "Checked",
    "Condition",
    "Eligibility",
    "EligibilityRecord",
    "Ground",
    "HouseholdClause",
    "Inputs",
    "MemberClause",
    "Program",
    "ProgramName",
    "ProgramRule",
    "eligibility",
    "read_eligibility",
]
