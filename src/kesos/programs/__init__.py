"""Programmes of social aid, and what each one's own text says about who it is for."""

from kesos.programs.catalogue import PROGRAMS
from kesos.programs.model import FUNDING, Condition, Funding, Program

__all__ = ["FUNDING", "PROGRAMS", "Condition", "Funding", "Program"]
