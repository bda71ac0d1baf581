"""Which of a household's answers exclude each other, as far as sources say. Which of them stays an official decides."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from kesos import _checks as checks
from kesos.programs._eligibility import Eligibility, ProgramName
from kesos.programs._relations import Exclusion
from kesos.records import Recorded


@attrs.frozen(kw_only=True)
class Conflict(Recorded):
    """Two programmes of which a source says that nobody has both.

    Args:
        program: The one whose source says so.
        other: The other one.
        exclusion: What the source says, when it was said to be so, and who says it.
    """

    program: ProgramName
    other: ProgramName
    exclusion: Exclusion

    def __attrs_post_init__(self) -> None:
        checks.instance(self.program, "program", ProgramName)
        checks.instance(self.other, "other", ProgramName)
        checks.instance(self.exclusion, "exclusion", Exclusion)

    def say(self, language: str) -> str:
        """Both programmes, and what the source says."""
        both = f"{self.program.name.say(language)} – {self.other.name.say(language)}"
        return f"{both}: {self.exclusion.text.say(language)}"


def conflicts(answers: Iterable[Eligibility]) -> tuple[Conflict, ...]:
    """Across the answers for one household, which of those that are yes exclude each other on their day.

    It decides nothing: an answer that is no or not known is in no conflict, and no answer is changed.

    Args:
        answers: The answers for one household.

    Raises:
        InvalidValueError: Something is no answer.

    >>> from kesos.people import Beneficiary, Household
    >>> from kesos.programs import eligibility
    >>> family = Household(members=[Beneficiary(age=3), Beneficiary(elderly=True)], very_poor=True)
    >>> answers = [eligibility(program, family, on="2017-06-01") for program in ("PKH", "ASLUT")]
    >>> [(found.program.code, found.other.code) for found in conflicts(answers)]
    [('ASLUT', 'PKH')]
    """
    yes = [answer for answer in checks.items(answers, "answers", Eligibility) if answer.eligible]
    names = {answer.program.code: ProgramName(code=answer.program.code, name=answer.program.name) for answer in yes}
    return tuple(
        Conflict(program=names[answer.program.code], other=names[exclusion.program], exclusion=exclusion)
        for answer in yes
        for exclusion in answer.program.excludes
        if exclusion.program in names and (exclusion.during is None or answer.on in exclusion.during)
    )


__all__ = ["Conflict", "conflicts"]
