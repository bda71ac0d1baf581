"""Spans: what the law gives as a range stays one."""

from __future__ import annotations

from typing import Any, ClassVar, Generic, TypeVar

import attrs

from kesos import _checks as checks
from kesos._checks import fill_field
from kesos.errors import InvalidValueError, OperationError
from kesos.records import Recorded
from kesos.values import _locales as locales
from kesos.values._format import formatted
from kesos.values._operators import Exact
from kesos.values._percentages import Percentage
from kesos.values._quantities import Quantity
from kesos.words import hint

S = TypeVar("S", Quantity, Percentage, int)


@attrs.frozen(eq=False, repr=False)
class Span(Recorded, Exact, Generic[S]):
    """From a minimum up to and including a maximum: what the law gives as a range stays one.

    >>> window = Span(Quantity(1_032, "kg"), Quantity(2_408, "kg"))
    >>> Quantity(2, "t") in window
    True
    >>> print(window)
    1.032 kg – 2.408 kg
    """

    __tag__: ClassVar = "span"

    minimum: S
    maximum: S

    def __attrs_post_init__(self) -> None:
        for field in ("minimum", "maximum"):
            end = getattr(self, field)
            if not isinstance(end, (Quantity, Percentage)):
                fill_field(self, field, checks.whole_number(end, field))
        self._check_kind(self.maximum, "maximum")
        if self.maximum < self.minimum:
            raise InvalidValueError(
                "minimum_above_maximum.span",
                field="minimum",
                value=self.minimum,
                minimum=self.minimum,
                maximum=self.maximum,
            )

    def _check_kind(self, value: object, field: str) -> None:
        if type(value) is not type(self.minimum):
            raise InvalidValueError("wrong_type.in_span", field=field, value=value, span=self)

    def __contains__(self, value: S) -> bool:
        if not isinstance(value, (Quantity, Percentage)):
            value = checks.whole_number(value, "value")
        self._check_kind(value, "value")
        return self.minimum <= value <= self.maximum

    def _no_operation(self, sign: str, other: object) -> OperationError:
        return OperationError("no_operation.span", field="span", value=other, sign=sign)

    def _no_number(self, function: str) -> OperationError:
        return OperationError("no_number.span", field="span", value=self, function=function)

    def __add__(self, other: Span[S]) -> Span[S]:
        if not isinstance(other, Span):
            return self._refuse("+", other)
        return Span(self.minimum + other.minimum, self.maximum + other.maximum)

    def __radd__(self, other: int) -> Span[S]:
        # sum() starts from a bare 0, which adds nothing to anything
        return self if type(other) is int and other == 0 else self._refuse("+", other)

    def __lt__(self, other: object) -> Any:
        return self._refuse("<", other)

    def __le__(self, other: object) -> Any:
        return self._refuse("<=", other)

    def __gt__(self, other: object) -> Any:
        return self._refuse(">", other)

    def __ge__(self, other: object) -> Any:
        return self._refuse(">=", other)

    def say(self, locale: str) -> str:
        """Both ends as people print them, or the one print where both have the same."""
        checks.text(locale, "locale")
        ends: list[str] = []
        for end in (self.minimum, self.maximum):
            ends.append(locales.number(end, locale) if isinstance(end, int) else format(end, locale))
        if ends[0] == ends[1]:  # they are the same, or rounding leaves nothing to tell them apart by
            return ends[0]
        mark = f" ({locales.rounded(locale)})"  # said once, whether it is of one end or of both
        return " – ".join(end.removesuffix(mark) for end in ends) + (
            mark if any(end.endswith(mark) for end in ends) else ""
        )

    def __str__(self) -> str:
        return self.say("id")

    def __format__(self, spec: str) -> str:
        return formatted(self.say, spec, hint("format.span"))


def ends_of(value: S | Span[S]) -> tuple[S, S]:
    """The least and the most of what may be a range; the same twice where it is none.

    >>> ends_of(Span(3, 7)), ends_of(5)
    ((3, 7), (5, 5))
    """
    return (value.minimum, value.maximum) if isinstance(value, Span) else (value, value)
