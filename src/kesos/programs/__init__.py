"""Programmes of social aid, and what each one's own text says about who it is for."""

from kesos.programs.answers import Checked, Eligibility, Ground, eligibility
from kesos.programs.catalogue import PROGRAMS
from kesos.programs.known_rules import RULES
from kesos.programs.model import FUNDING, Condition, Funding, Program
from kesos.programs.records import read_eligibility
from kesos.programs.rules import HouseholdClause, MemberClause, ProgramRule
from kesos.programs.truth import Truth, both, either, known

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
