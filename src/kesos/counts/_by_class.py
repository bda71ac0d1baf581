"""A count told apart by classes: houses by how far they are damaged, families by their size and that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Any

import attrs

from kesos import _checks as checks
from kesos.counts._class_words import class_meant, class_misspelt
from kesos.counts._count import Count, slip
from kesos.counts._numbers import Number, add_numbers, number_of
from kesos.errors import InvalidValueError, UnknownItemError
from kesos.words import hint

Classes = tuple[tuple[str, str | int], ...]
Cell = tuple[Classes, Number]
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


def not_given(given: Iterable[tuple[tuple[str, str | int], ...]], count: Count | None) -> tuple[str, ...]:
    """The classes that a count is told apart by and of which nothing was given, so that all of it is not known.

    Of classes that are whole numbers, or that nobody has listed, those that were given are all that can be known of.

    >>> not_given([(("", "heavy"),), (("damage", "light"),)], Count.HOUSE), not_given([(("", 4),)], Count.HOUSEHOLD)
    (('moderate',), ())
    """
    return tuple(".".join(name for _, name in cell) for cell in cells_left(given, count))


def cells_left(
    given: Iterable[tuple[tuple[str, str | int], ...]], count: Count | None
) -> tuple[tuple[tuple[str, str], ...], ...]:
    """The same classes, each with its axis."""
    axes = () if count is None else count.axis.axes
    listed = [[(axis, name) for name in classes] for axis, classes in axes if classes is not None]
    if count is None or not axes or len(listed) < len(axes):
        return ()
    found = {frozenset(class_of(count, axis, name) for axis, name in cell) for cell in given}
    return tuple(cell for cell in product(*listed) if frozenset(cell) not in found)


def add_counts(parts: list[Number | ByClass]) -> Number | ByClass:
    """What a count adds up to over places, class by class where every place tells its classes.

    A class that a place leaves out is not known there. Of classes that are whole numbers, those that a place gives are
    all that it has, as they are of an event: no list says which others there could be.

    >>> from kesos.counts import Counts
    >>> house = [Counts({"house": {"heavy": heavy}})["house"] for heavy in (2, 1)]
    >>> add_counts(house), add_counts([house[0], 4])
    ({'heavy': 3}, 6)
    >>> add_counts([Counts({"household": {size: 10}})["household"] for size in (4, 5)])
    {4: 10, 5: 10}
    """
    told = [part for part in parts if isinstance(part, ByClass)]
    if not told or len(told) < len(parts):
        return add_numbers([part.total if isinstance(part, ByClass) else part for part in parts])
    by_cell = [dict(part.cells) for part in _by_one_axis(told)]
    cells = dict.fromkeys(cell for each in by_cell for cell in each)
    return ByClass(
        tuple((cell, add_numbers([each.get(cell) for each in by_cell if _asks(cell, each)])) for cell in cells)
    )


def _asks(cell: Classes, place: Mapping[Classes, Number]) -> bool:
    """Whether a place is asked for a class: where it gives it, and where it left out what a list has."""
    return cell in place or not is_of_numbers(cell)


def is_of_numbers(cell: tuple[tuple[str, object], ...]) -> bool:
    """Whether a class is a whole number, so that none can be left out.

    >>> is_of_numbers((("size", 4),)), is_of_numbers((("damage", "heavy"),))
    (True, False)
    """
    return any(isinstance(name, int) for _, name in cell)


def _by_one_axis(parts: list[ByClass]) -> list[ByClass]:
    """The same with the name of the one axis, where some give it and others leave it to the word for the class."""
    axes = {cell[0][0] for part in parts for cell, _ in part.cells if len(cell) == 1}
    named = axes - {""}
    if len(named) != 1 or len(axes) == 1:
        return parts
    [axis] = named
    renamed = [
        tuple((tuple((name or axis, of) for name, of in cell), many) for cell, many in part.cells) for part in parts
    ]
    return parts if any(len(dict(cells)) < len(cells) for cells in renamed) else [ByClass(cells) for cells in renamed]


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


def class_of(count: Count, axis: str, name: str | int) -> tuple[str, str | int]:
    """The axis and the class of a count that a cell tells of; a class that the count does not have stands as it is.

    >>> class_of(Count.HOUSE, "", "rusak berat"), class_of(Count.HOUSEHOLD, "size", 5)
    (('damage', 'heavy'), ('size', 5))
    """
    axes = dict(count.axis)
    among = [each for each in axes if axis in ("", each)]
    if isinstance(name, str):
        for each in among:
            meant = class_meant(name, axes[each] or ())
            if meant is not None:
                return each, meant
    return (axis or among[0]), name


def by_class(count: Count | None, given: Any, field: str) -> ByClass:
    """A count told apart by classes, each by the code of the class that its word means.

    Raises:
        InvalidValueError: A class is misspelt, or given twice.
    """
    cells: dict[tuple[tuple[str, str | int], ...], Number] = {}
    for where, classes, number in _given(given, field):
        read = tuple((axis, _class(count, axis, name, where)) for axis, name in classes)
        if read in cells:
            raise InvalidValueError("duplicate.count", field=where, value=dict(classes))
        cells[read] = number
    return ByClass(tuple(cells.items()))


def _given(given: Any, field: str) -> Iterator[tuple[str, tuple[tuple[str, str | int], ...], Number]]:
    """Each cell as it was given, with its path."""
    if isinstance(given, ByClass):
        yield from ((field, *cell) for cell in given.cells)
    elif isinstance(given, Mapping):
        for name, value in given.items():
            where = f"{field}.{name}"
            read = checks.word(name, where) if isinstance(name, str) else checks.count(name, where)
            yield where, (("", read),), number_of(value, where)
    else:
        for at, cell in enumerate(checks.each(_cell, given, field)):
            yield f"{field}[{at}]", *cell


def _class(count: Count | None, axis: str, name: str | int, field: str) -> str | int:
    """The class that a word means; a word for none of those that are known is a class of somebody's own."""
    listed = [classes for each, classes in (count.axis if count else ()) if classes and axis in ("", each)]
    known = [each for classes in listed for each in classes]
    if isinstance(name, int) or name in known:
        return name
    meant = class_meant(name, known)
    near = (slip(name, known) or class_misspelt(name, known)) if meant is None else None
    if near is not None:
        raise InvalidValueError(
            "class_not_known", field=field, value=name, hint=hint("did_you_mean", nearest=near, known=known)
        )
    return name if meant is None else meant
