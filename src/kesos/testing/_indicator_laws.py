"""The laws that any coverage indicator must keep, tried on drawn counts."""

from __future__ import annotations

import inspect
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from kesos.errors import InvalidValueError, KesosError
from kesos.testing._trial import LawBrokenError, must, try_all
from kesos.values import Citation, Percentage

_NUMBERS = st.tuples(st.integers(0, 10**9), st.integers(1, 10**9)).map(lambda pair: (min(pair), max(pair)))
_NOT_COUNTS = (-1, 1.0, True, "1", None)


def check_indicator(indicator: Any, *, source: Citation | None = None, examples: int = 50) -> None:
    """Tries the laws of a coverage on an indicator: a function of a part and a whole, in this order.

    A coverage is exact, lies from nought to a hundred percent, grows with its part, shrinks with its whole, does not
    change when both are multiplied, and refuses a whole of zero, a part above the whole and whatever is not a count.

    Args:
        indicator: A function of two counts that gives a `Percentage`, or an `IKK` entry that has one.
        source: What the indicator rests on; left out, the entry's own citation.
        examples: How many pairs to draw for each law.

    Raises:
        BrokenLawsError: Every law that was broken.
        InvalidValueError: `indicator` is not a function of two counts.

    >>> from kesos.indicators import IKK
    >>> check_indicator(IKK[69], examples=5)
    """
    function = getattr(indicator, "function", indicator)
    names = _two_counts(function)
    clause = (
        source or getattr(indicator, "citation", None) or Citation(regulation=function.__name__, known="hypothetical")
    )

    def of(part: Any, whole: Any) -> Percentage:
        result = function(**{names[0]: part, names[1]: whole})
        must(
            isinstance(result, Percentage), InvalidValueError("broken_law.no_percentage", clause=clause, result=result)
        )
        return result  # type: ignore[no-any-return]  # it was just looked at

    def is_the_exact_share(drawn: tuple[int, int]) -> None:
        found = of(*drawn)
        must(
            found.exact == Fraction(*drawn),
            InvalidValueError("broken_law.not_exact", clause=clause, part=drawn[0], whole=drawn[1], found=found),
        )

    def stays_the_same_when_both_are_multiplied(drawn: tuple[int, int]) -> None:
        must(
            of(*drawn) == of(drawn[0] * 7, drawn[1] * 7),
            InvalidValueError("broken_law.multiplied", clause=clause, pair=drawn),
        )

    def never_falls_when_the_part_grows(drawn: tuple[int, int]) -> None:
        part, whole = drawn
        must(
            of(part, whole + 1) <= of(part + 1, whole + 1),
            InvalidValueError("broken_law.falling", clause=clause, pair=drawn),
        )

    def refuses_what_is_no_share(drawn: tuple[int, int]) -> None:
        part, whole = drawn
        wrong: list[tuple[str, Any, Any]] = [(names[1], part, 0), (names[0], whole + 1, whole)]
        wrong += [(names[0], bad, whole) for bad in _NOT_COUNTS] + [(names[1], part, bad) for bad in _NOT_COUNTS]
        for field, first, second in wrong:
            try:
                of(first, second)
            except KesosError as error:
                must(
                    error.field in names,
                    InvalidValueError("broken_law.misnamed", clause=clause, first=first, second=second, expected=field),
                )
            else:
                raise LawBrokenError(
                    InvalidValueError("broken_law.share_not_refused", clause=clause, first=first, second=second)
                )

    laws = (
        is_the_exact_share,
        stays_the_same_when_both_are_multiplied,
        never_falls_when_the_part_grows,
        refuses_what_is_no_share,
    )
    try_all(function.__name__, [(law.__name__, law) for law in laws], _NUMBERS, clause, examples)


def _two_counts(function: Any) -> list[str]:
    try:
        names = list(inspect.signature(function).parameters)
    except (TypeError, ValueError):  # it cannot be called, or is built in and does not say with what
        names = []
    if len(names) == 2 and hasattr(function, "__name__"):
        return names
    raise InvalidValueError("wrong_type.indicator", field="indicator", value=function)
