"""A count told apart by classes: houses by how far they are damaged, families by their size and that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Any

import attrs

from kesos import _checks as checks
from kesos.counts._count import Count, slip
from kesos.counts._numbers import Number, add_numbers, number_of
from kesos.errors import InvalidValueError, UnknownItemError
from kesos.words import hint

Cell = tuple[tuple[tuple[str, str | int], ...], Number]
"""A number with the classes that it is for: ((("size", 5), ("damage", "half")), 12)."""


def _cells(cells: Iterable[Any]) -> tuple[Cell, ...]:
    return checks.each(_held_cell, cells, "cells")


def _held_cell(cell: object, field: str) -> Cell:
    parts = checks.items(cell, field)
    if len(parts) != 2 or not checks.items(parts[0], field):
        raise InvalidValueError("wrong_type.cell", field=field, value=cell)
    return _cell((dict(checks.pairs(parts[0], field)), parts[1]), field)


@attrs.frozen(repr=False, eq=False)
class ByClass(Mapping[str | int, Number]):
    """A count told apart by classes: a mapping from class to number where there is one axis.

    Args:
        cells: Each number with its classes; the axis is "" where the word for the class says it.

    >>> from kesos.counts import Counts
    >>> Counts({"injured": {"serious": 2, "minor": 9}})["injured"]
    {'serious': 2, 'minor': 9}
    """

    cells: tuple[Cell, ...] = attrs.field(converter=_cells)

    def __getitem__(self, key: str | int) -> Number:
        for classes, number in self.cells:
            if len(classes) == 1 and classes[0][1] == key:
                return number
        raise UnknownItemError("unknown_item.key", field="key", value=key)

    def __iter__(self) -> Iterator[str | int]:
        return (classes[0][1] for classes, _ in self.cells if len(classes) == 1)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, ByClass):
            return dict(self.cells) == dict(other.cells)
        return len(self) == len(self.cells) and dict(self) == other if isinstance(other, Mapping) else NotImplemented

    def __hash__(self) -> int:
        return hash(frozenset(self.cells))

    def __repr__(self) -> str:
        if len(self) == len(self.cells):
            return repr(dict(self))
        return repr([(dict(classes), number) for classes, number in self.cells])

    @property
    def total(self) -> Number:
        """All classes that were given together; None where any of them is not known.

        It is the number in all only where every class was given: of houses, also those that are damaged moderately.
        """
        return add_numbers([number for _, number in self.cells])


def is_complete(number: ByClass, count: Count | None) -> bool:
    """Whether a number was given for every class that the count is told apart by.

    Of classes that are whole numbers, or that nobody has listed, those that were given are all that can be known of.

    >>> from kesos.counts import Counts
    >>> is_complete(Counts({"house": {"heavy": 2, "light": 1}})["house"], Count.HOUSE)
    False
    """
    axes = () if count is None else count.axis.axes
    listed = [[(axis, name) for name in classes] for axis, classes in axes if classes is not None]
    if not axes or len(listed) < len(axes):
        return True
    by_word = {name: axis for axis, classes in axes for name in classes or ()}
    given = {frozenset((axis or by_word.get(str(name), ""), name) for axis, name in cell) for cell, _ in number.cells}
    return all(frozenset(cell) in given for cell in product(*listed))


def add_counts(parts: list[Number | ByClass]) -> Number | ByClass:
    """What a count adds up to over places, class by class where every place tells its classes.

    >>> from kesos.counts import Counts
    >>> house = [Counts({"house": {"heavy": heavy}})["house"] for heavy in (2, 1)]
    >>> add_counts(house), add_counts([house[0], 4])
    ({'heavy': 3}, 6)
    """
    told = [part for part in parts if isinstance(part, ByClass)]
    if told and len(told) == len(parts):
        cells = dict.fromkeys(classes for part in told for classes, _ in part.cells)
        by_cell = [dict(part.cells) for part in told]
        return ByClass(tuple((cell, add_numbers([each.get(cell) for each in by_cell])) for cell in cells))
    return add_numbers([part.total if isinstance(part, ByClass) else part for part in parts])


def _cell(given: object, field: str) -> Cell:
    if not (isinstance(given, tuple) and len(given) == 2 and isinstance(given[0], Mapping) and given[0]):
        raise InvalidValueError("wrong_type.cell", field=field, value=given)
    classes: list[tuple[str, str | int]] = []
    for axis, name in sorted(given[0].items()):
        where = f"{field}.{axis}" if axis else field
        # the axis is "" where there is one only and the class says the rest
        classes.append(
            (
                "" if axis == "" and len(given[0]) == 1 else checks.slug(axis, field),
                checks.word(name, where) if isinstance(name, str) else checks.count(name, where),
            )
        )
    return tuple(classes), number_of(given[1], field)


def by_class(count: Count | None, given: Any, field: str) -> ByClass:
    if isinstance(given, ByClass):
        return given
    if not isinstance(given, Mapping):
        listed = checks.each(_cell, given, field)
        for number, (classes, _) in enumerate(listed):
            if classes in [earlier for earlier, _ in listed[:number]]:
                raise InvalidValueError("duplicate.count", field=f"{field}[{number}]", value=dict(classes))
        return ByClass(listed)
    cells: list[Cell] = []
    for name, value in given.items():
        where = f"{field}.{name}"
        if isinstance(name, str):
            known = [each for _, classes in (count.axis if count else ()) for each in classes or ()]
            meant = slip(name, known)
            if meant is not None and name not in known:
                raise InvalidValueError(
                    "class_not_known", field=where, value=name, hint=hint("did_you_mean", nearest=meant, known=known)
                )
            cells.append(((("", checks.word(name, where)),), number_of(value, where)))
        else:
            cells.append(((("", checks.count(name, where)),), number_of(value, where)))
    return ByClass(tuple(cells))
