"""How a law is tried: Hypothesis draws, and what breaks it is reported with its clause and the smallest example."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kesos.errors import BrokenLawsError, InvalidValueError, KesosError
from kesos.values import Citation, Text
from kesos.values import _checks as checks


class LawBrokenError(AssertionError):
    """A law that does not hold, and the clause that it is broken at."""

    def __init__(self, clause: Citation, problem: Text) -> None:
        super().__init__(problem.en)
        self.clause = clause
        self.problem = problem


def must(holds: bool, clause: Citation, indonesian: str, english: str) -> None:
    """Raises `LawBrokenError` with the clause where the law does not hold."""
    if not holds:
        raise LawBrokenError(clause, Text(indonesian, english))


def try_all(
    what: str,
    laws: Sequence[tuple[str, Callable[[Any], None]]],
    draws: st.SearchStrategy[Any],
    source: Citation,
    examples: int,
) -> None:
    """Tries each law; raises one error for all that were broken, or nothing."""
    faults = [fault for name, law in laws if (fault := _try(name, law, draws, source, examples)) is not None]
    if faults:
        raise BrokenLawsError(
            Text(f"{what}: {len(faults)} kaidah dilanggar", f"{what}: broken laws: {len(faults)}"),
            faults=tuple(faults),
            value=what,
        )


def _try(
    name: str, law: Callable[[Any], None], draws: st.SearchStrategy[Any], source: Citation, examples: int
) -> KesosError | None:
    """The law as Hypothesis tries it: the smallest example that breaks it, as an error that names the clause."""

    @settings(
        max_examples=checks.count(examples, "examples"),
        database=None,
        deadline=None,
        derandomize=True,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=[*HealthCheck],  # pyright: ignore[reportArgumentType]  # an enum is what it iterates over
        report_multiple_bugs=False,
    )
    @given(draws)
    def holds(drawn: Any) -> None:
        law(drawn)

    try:
        holds()
    except LawBrokenError as broken:
        problem, clause = broken.problem, broken.clause
    except Exception as error:  # whatever else a rule under test raises is a broken law too, and must not hide others
        shown = f"{type(error).__name__}: {error}"
        problem, clause = Text(f"gagal dengan {shown}", f"failed with {shown}"), source
    else:
        return None
    return InvalidValueError(
        Text(f"{problem.id} [{clause.say('id')}]", f"{problem.en} [{clause.say('en')}]"),
        field=name,
        value=clause.locator or clause.regulation,
        code="broken_law",
    )
