"""Values that are what their fields say: by them they are equal, hashed and shown.

attrs writes these methods for each class by itself and compiles them when the class is imported, which is more than
half of what a class costs then. A class that extends this one is declared with `eq=False, repr=False`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from operator import attrgetter
from typing import Any

import attrs


class Fieldwise:
    """A frozen value that equals another of its very class where their fields do.

    >>> from kesos.values import Text
    >>> Text("Beras", "Rice") == Text("Beras", "Rice"), Text("Beras", "Rice") == ("Beras", "Rice")
    (True, False)
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        kind: Any = type(self)
        compared = _compared(kind)
        return bool(compared(self) == compared(other))

    def __hash__(self) -> int:
        kind: Any = type(self)
        return hash(_compared(kind)(self))

    def __repr__(self) -> str:
        kind: Any = type(self)
        shown = ", ".join(f"{name}={show(getattr(self, name))}" for name, show in _shown(kind))
        return f"{kind.__qualname__.rsplit('>.', 1)[-1]}({shown})"


@cache
def _compared(kind: Any) -> Callable[[Any], object]:
    """What two values of a class are compared by: the fields that are not left out, each as its own key has it."""
    fields = [field for field in attrs.fields(kind) if field.eq]
    keys = [(attrgetter(field.name), field.eq_key) for field in fields]
    if not fields or any(key is not None for _, key in keys):
        return lambda value: tuple(get(value) if key is None else key(get(value)) for get, key in keys)
    return attrgetter(*(field.name for field in fields))


@cache
def _shown(kind: Any) -> Sequence[tuple[str, Callable[[Any], object]]]:
    """The fields that are shown, each with what shows it."""
    shown: list[tuple[str, Any]] = [(field.name, field.repr) for field in attrs.fields(kind) if field.repr]
    return [(name, show if callable(show) else repr) for name, show in shown]
