"""Whether counts can be true together: a part is not above its whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kesos.counts._by_class import ByClass
from kesos.counts._count import BY_CODE, Count
from kesos.counts._numbers import Number
from kesos.errors import InvalidValueError
from kesos.values import Span


def check_together(counts: Mapping[str, Number | ByClass], field: str = "counts") -> None:
    """Says nothing where the well-known counts can be true together.

    Raises:
        InvalidValueError: A part is above its whole; there are more families than people.
    """
    for code, number in counts.items():
        known = BY_CODE.get(code)
        whole = None if known is None else known.part_of
        if whole is None or whole not in counts:
            continue
        part, most = _least(number), _most(counts[whole])
        if part is not None and most is not None and part > most:
            raise InvalidValueError(
                "part_above_whole.count", field=f"{field}.{code}", value=part, most=most, whole=Count.of(whole)
            )


def check_parts(counts: Mapping[str, Number | ByClass], known: Iterable[Count], field: str = "counts") -> None:
    """Says nothing where no count that a standard brings along is above the one that it is a part of.

    Raises:
        InvalidValueError: One is.
    """
    for count in known:
        if count.part_of is not None and count.part_of in counts and count.code in counts:
            whole = counts[count.part_of]
            part = _least(counts[count.code])
            most = None if isinstance(whole, ByClass) else _most(whole)  # of classes some may not be given
            if part is not None and most is not None and part > most:
                raise InvalidValueError(
                    "part_above_whole.own",
                    field=f"{field}.{count.code}",
                    value=part,
                    most=most,
                    whole=count.part_of,
                    part=count.name,
                )


def _least(number: Number | ByClass) -> int | None:
    """The least that a number can be: of classes, what is known of them together."""
    if isinstance(number, ByClass):
        known = [least for _, each in number.cells if (least := _least(each)) is not None]
        return sum(known) if known else None
    return number.minimum if isinstance(number, Span) else number if isinstance(number, int) else None


def _most(number: Number | ByClass) -> int | None:
    """The most that a number can be; None where nothing bounds it."""
    if isinstance(number, ByClass):
        return _most(number.total)
    return number.maximum if isinstance(number, Span) else number if isinstance(number, int) else None
