"""Programmes of social aid, and what each one's own text says about who it is for."""

from kesos.programs._catalogue import PROGRAMS
from kesos.programs._eligibility import Checked, Eligibility, Ground, eligibility
from kesos.programs._known_rules import RULES
from kesos.programs._program import Condition, Program
from kesos.programs._records import read_eligibility
from kesos.programs._rules import HouseholdClause, MemberClause, ProgramRule
from kesos.values import Truth, all_of, any_of, known

__all__ = [
    "PROGRAMS",
    "RULES",
    "Checked",
    "Condition",
    "Eligibility",
    "Ground",
    "HouseholdClause",
    "MemberClause",
    "Program",
    "ProgramRule",
    "Truth",
    "all_of",
    "any_of",
    "eligibility",
    "known",
    "read_eligibility",
]
