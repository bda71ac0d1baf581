"""A programme's rule: what is required, and what counts as a ground."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

import attrs

from kesos import _checks as checks
from kesos.errors import InvalidValueError
from kesos.programs._clauses import Clause, ProgramClause
from kesos.programs._program import Program


def _requires(clauses: Iterable[ProgramClause]) -> tuple[ProgramClause, ...]:
    return checks.items(clauses, "requires", Clause)


def _grounds(clauses: Iterable[ProgramClause]) -> tuple[ProgramClause, ...]:
    return checks.items(clauses, "grounds", Clause)


@attrs.frozen(kw_only=True)
class ProgramRule:
    """Whom a programme is for: every requirement has to hold, and at least one of the grounds.

    Args:
        program: The programme.
        requires: What has to hold of the household, or of somebody in it.
        grounds: Of these, one is enough.
    """

    program: Program
    requires: tuple[ProgramClause, ...] = attrs.field(default=(), converter=_requires)
    grounds: tuple[ProgramClause, ...] = attrs.field(converter=_grounds)

    def __attrs_post_init__(self) -> None:
        checks.instance(self.program, "program", Program)
        codes = [clause.code for clause in (*self.requires, *self.grounds)]
        if not self.grounds or len(set(codes)) < len(codes):
            raise InvalidValueError("bad_rule", field="grounds", value=tuple(codes))


def rule_of(program: Program) -> ProgramRule | None:
    """The rule that a programme carries; None where it has none."""
    if not program.grounds:
        return None
    requires, grounds = (
        cast("tuple[ProgramClause, ...]", clauses)  # there are no other clauses
        for clauses in (program.requires, program.grounds)
    )
    return ProgramRule(program=program, requires=requires, grounds=grounds)


__all__ = ["ProgramRule", "rule_of"]
