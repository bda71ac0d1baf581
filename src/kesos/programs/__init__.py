"""Programmes of social aid, and what each one's own text says about who it is for.

`PROGRAMS`, `PROGRAM_RULES` and each `Program.PKH` are read from their files when they are first asked for.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from kesos.programs._asks import AllOf, AnyOf, Asks
from kesos.programs._benefits import Benefit, Rate
from kesos.programs._clauses import Clause, HouseholdClause, MemberClause, NobodyClause
from kesos.programs._conflicts import Conflict, conflicts
from kesos.programs._eligibility import Against, Checked, Eligibility, EligibilityRecord, Ground, Inputs, ProgramName
from kesos.programs._files import dumps_program, load_program, loads_program
from kesos.programs._installed import installed
from kesos.programs._judging import eligibility, read_eligibility
from kesos.programs._owed import BenefitOwed, OwedUnderRate, benefit_owed
from kesos.programs._program import KNOWN_CODES, Condition, LaterName, Program, packaged
from kesos.programs._relations import Exclusion, Register
from kesos.programs._rules import ProgramRule, rule_of
from kesos.programs._screening import Screening, screen

if TYPE_CHECKING:
    PROGRAMS: tuple[Program, ...]
    """Every programme that kesos knows."""
    PROGRAM_RULES: tuple[ProgramRule, ...]
    """Every rule that the reports give. The other programmes are named in them without one."""

__all__ = [
    "PROGRAMS",
    "PROGRAM_RULES",
    "Against",
    "AllOf",
    "AnyOf",
    "Asks",
    "Benefit",
    "BenefitOwed",
    "Checked",
    "Clause",
    "Condition",
    "Conflict",
    "Eligibility",
    "EligibilityRecord",
    "Exclusion",
    "Ground",
    "HouseholdClause",
    "Inputs",
    "LaterName",
    "MemberClause",
    "NobodyClause",
    "OwedUnderRate",
    "Program",
    "ProgramName",
    "ProgramRule",
    "Rate",
    "Register",
    "Screening",
    "benefit_owed",
    "conflicts",
    "dumps_program",
    "eligibility",
    "installed",
    "load_program",
    "loads_program",
    "read_eligibility",
    "screen",
]


@cache
def _known(name: str) -> tuple[Any, ...]:
    programs = tuple(map(packaged, KNOWN_CODES))
    if name == "PROGRAMS":
        return programs
    return tuple(rule for program in programs if (rule := rule_of(program)) is not None)


if not TYPE_CHECKING:  # else a misspelt name would be one, of any type

    def __getattr__(name: str) -> tuple[Any, ...]:
        if name in ("PROGRAMS", "PROGRAM_RULES"):
            return _known(name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
