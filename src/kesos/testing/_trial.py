"""How a law is tried: Hypothesis draws, and what breaks it is reported with its clause and the smallest example."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kesos import _checks as checks
from kesos.errors import BrokenLawsError, InvalidValueError, KesosError
from kesos.values import Citation


class LawBrokenError(AssertionError):
    """A law that does not hold, with the refusal that says so; its parameter `clause` is what it is broken at."""

    def __init__(self, fault: KesosError) -> None:
        super().__init__(str(fault))
        self.fault = fault


def must(holds: bool, otherwise: KesosError) -> None:
    """Raises `LawBrokenError` with the refusal where the law does not hold."""
    if not holds:
        raise LawBrokenError(otherwise)


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
        raise BrokenLawsError(faults=tuple(faults), value=what, what=what, many=len(faults))


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
        return _named(name, broken.fault)
    except Exception as error:  # whatever else a rule under test raises is a broken law too, and must not hide others
        kind = type(error).__name__
        return _named(name, InvalidValueError("broken_law.failed", clause=source, kind=kind, reason=str(error)))
    return None


def _named(law: str, fault: KesosError) -> KesosError:
    """The refusal under the name of its law, its value the place that the law is broken at."""
    named = fault.at(law)
    clause = fault.parameters["clause"]
    named.value = getattr(clause, "locator", None) or getattr(clause, "regulation", None)
    return named
