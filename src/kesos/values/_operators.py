"""What Python's operators and conversions do with an exact value where they would lose its meaning: a refusal."""

from __future__ import annotations

from abc import abstractmethod
from datetime import date
from numbers import Number
from types import NoneType
from typing import TYPE_CHECKING, Any, NoReturn

from kesos import _checks as checks
from kesos.errors import InvalidValueError, OperationError

_SIGNS = {
    "add": "+",
    "sub": "-",
    "mul": "*",
    "truediv": "/",
    "floordiv": "//",
    "mod": "%",
    "pow": "**",
    "divmod": "divmod",
}
_CONVERSIONS = {
    "float": "float",
    "int": "int",
    "complex": "complex",
    "round": "round",
    "trunc": "math.trunc",
    "floor": "math.floor",
    "ceil": "math.ceil",
}


class Refusing:
    """A value that refuses in words of kesos what Python would refuse in its own."""

    __slots__ = ()

    @abstractmethod
    def _no_operation(self, sign: str, other: object) -> OperationError:
        """The refusal of an operation with something."""

    def _refuse(self, sign: str, other: object) -> Any:
        """Raises for whatever a user may try; another library's class may still know what to do with the value."""
        if isinstance(other, (Number, str, NoneType, date, Refusing)):
            raise self._no_operation(sign, other)
        return NotImplemented


class Exact(Refusing):
    """A value that reckons as its class says.

    Type checkers do not see the refusals: to them an operation that a class does not define is an error.
    """

    __slots__ = ()

    @abstractmethod
    def _no_number(self, function: str) -> OperationError:
        """The refusal of a conversion that would lose what the value means."""


def divisor(value: object) -> int | None:
    """A whole number to divide by; None where the value is something else.

    Raises:
        InvalidValueError: It is zero.

    >>> divisor(3), divisor(0.5)
    (3, None)
    """
    if isinstance(value, bool) or not hasattr(value, "__index__"):
        return None
    number = checks.whole_number(value, "divisor")
    if number == 0:
        raise InvalidValueError("zero_denominator", field="divisor", value=value)
    return number


if not TYPE_CHECKING:

    def _refusing(sign: str, *, reflected: bool) -> Any:
        def refuse(self: Exact, other: object) -> Any:
            if not reflected and isinstance(other, Exact) and type(other) is not type(self):
                return NotImplemented  # the other may know, and refuses where it does not
            return self._refuse(sign, other)

        return refuse

    def _no(function: str) -> Any:
        def refuse(self: Exact, *_: object) -> NoReturn:
            raise self._no_number(function)

        return refuse

    for _name, _sign in _SIGNS.items():
        setattr(Exact, f"__{_name}__", _refusing(_sign, reflected=False))
        setattr(Exact, f"__r{_name}__", _refusing(_sign, reflected=True))
    for _name, _function in _CONVERSIONS.items():
        setattr(Exact, f"__{_name}__", _no(f"{_function}()"))
