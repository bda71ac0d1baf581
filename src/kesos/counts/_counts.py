"""Whom and what an event struck: each count with its number, as it is held, written and read back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from kesos import _checks as checks
from kesos.counts._by_class import ByClass, by_class
from kesos.counts._count import BY_CODE, Count, slip
from kesos.counts._numbers import Number, number_of
from kesos.errors import InvalidValueError, UnknownItemError, join_path
from kesos.records import Recorded
from kesos.values import Quantity, Span
from kesos.words import hint


def _code(key: object, field: str) -> str:
    """The code of a well-known count by any of its words, or of one that a standard brings along."""
    if isinstance(key, Count):
        return key.code
    if not isinstance(key, str):
        raise InvalidValueError("count_not_known", field=field, value=key)
    known = Count.meaning(key)
    if known is not None:
        return known.code
    meant = slip(key, BY_CODE)
    if meant is not None:
        raise InvalidValueError(
            "count_not_known",
            field=join_path(field, key),
            value=key,
            hint=hint("did_you_mean", nearest=meant, known=tuple(BY_CODE)),
        )
    return checks.slug(key, field)


_FORMS = ({"amount", "unit"}, {"minimum", "maximum"})


def _plain_number(number: Number | ByClass) -> Any:
    if isinstance(number, ByClass):
        named = len(number) == len(number.cells) and all(isinstance(key, str) for key in number)
        if named and set(number) not in _FORMS:  # which would be read as a quantity or a range
            return {str(key): _plain_number(each) for key, each in number.items()}
        return [[dict(classes), _plain_number(each)] for classes, each in number.cells]
    if isinstance(number, Quantity):
        return {"amount": number.amount, "unit": number.unit.code}
    if isinstance(number, Span):
        return {"minimum": number.minimum, "maximum": number.maximum}
    return number


def _read_number(plain: Any) -> Any:
    """What `_plain_number` wrote, as it was given."""
    if isinstance(plain, list):
        return [
            (cell[0], _read_number(cell[1])) if isinstance(cell, list) and len(cell) == 2 else cell for cell in plain
        ]
    if not isinstance(plain, Mapping):
        return plain
    if set(plain) == {"amount", "unit"}:
        return Quantity(checks.whole_number(plain["amount"], "amount"), plain["unit"])
    if set(plain) == {"minimum", "maximum"}:
        return Span(plain["minimum"], plain["maximum"])
    return {name: _read_number(number) for name, number in plain.items()}


class Counts(Recorded, Mapping[str, "Number | ByClass"]):
    """What was counted of an event or in a place: a frozen mapping from the code of a count to its number.

    A count that is not known is no other than one that was not given: counts are equal where what they know is.

    Args:
        given: For each count its number, None where it is not known; by class as a mapping from class to number, or as
            a list of ({axis: class}, number) where there are two axes or a class is a whole number.
        field: Where they stand, as a refusal of one of them says it.

    Raises:
        InvalidValueError: A number that cannot be, a part above its whole, a misspelt count or class.
    """

    __slots__ = ("_held",)
    _held: dict[str, Number | ByClass]

    def __init__(self, given: Mapping[Any, Any] | None = None, *, field: str = "counts") -> None:
        checks.instance(field, "field", str)
        held: dict[str, Number | ByClass] = {}
        for key, value in checks.mapping({} if given is None else given, field).items():
            code = _code(key, field)
            where = join_path(field, code)
            if code in held:
                raise InvalidValueError("duplicate.count", field=where, value=key)
            if isinstance(value, (Mapping, list, tuple)):
                held[code] = by_class(BY_CODE.get(code), value, where)
            else:
                held[code] = number_of(value, where)
        object.__setattr__(self, "_held", held)

    def __setattr__(self, name: str, value: object) -> None:
        raise attrs.exceptions.FrozenInstanceError

    def __getitem__(self, code: str) -> Number | ByClass:
        try:
            return self._held[code]
        except (KeyError, TypeError):
            raise UnknownItemError("unknown_item.key", field="code", value=code) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def __eq__(self, other: object) -> bool:
        return _known(self) == _known(other) if isinstance(other, Mapping) else NotImplemented

    def __hash__(self) -> int:
        return hash(frozenset(_known(self._held).items()))

    def __repr__(self) -> str:
        return repr(self._held)

    def __reduce__(self) -> tuple[Any, ...]:
        return Counts, (self._held,)

    @classmethod
    def __read__(cls, raw: object) -> Counts:
        return cls({code: _read_number(number) for code, number in checks.mapping(raw, "").items()}, field="")

    def __plain__(self) -> dict[str, Any]:
        return {code: _plain_number(number) for code, number in self._held.items()}

    def total(self, code: str) -> Number:
        """How many in all classes that were given; None where that is not known, or nothing was given."""
        number = self._held.get(checks.text(code, "code"))
        return number.total if isinstance(number, ByClass) else number


def _known(counts: Mapping[Any, Any]) -> dict[Any, Any]:
    """The counts of which any number is known."""
    return {
        code: number
        for code, number in counts.items()
        if number is not None and not (isinstance(number, ByClass) and all(each is None for _, each in number.cells))
    }


NONE = Counts()
"""Nothing given."""
