"""Which columns count a count: one for all of it, or one for each class, named by the caller or by themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kesos import _checks as checks
from kesos.counts import Count
from kesos.counts._by_class import class_of, not_given
from kesos.counts._known import FIELDS
from kesos.errors import FrameError, InvalidValueError
from kesos.frames._frames import Frame
from kesos.standards import AidStandard

Classes = tuple[tuple[str, str | int], ...]
Cell = tuple[Classes, str | None]
"""The classes of a count, and the column that counts them; None where nobody does."""


def cells_of(code: str, given: dict[str, Any], frame: Frame, standard: AidStandard) -> tuple[Cell, ...]:
    """The cells of a count with their columns.

    Raises:
        FrameError: A column is missing or of another kind, or none is named for a class.
    """
    count, field = standard.count(code), FIELDS.get(code, f"counts.{code}")
    items = [item for item in standard.granted if item.per == code]
    axes = [axis for axis, _ in count.axis]
    told = [any(row.test(axis) is not None for row in item.table for axis in axes) for item in items]
    by_class = any(told)
    columns = given.get(code, _DEFAULT)
    if columns is _DEFAULT:
        columns = _named_by_class(count, frame) if by_class else code
    if columns is None:
        return (((), None),)
    if isinstance(columns, str):
        frame.check_count(columns, field)
        if by_class:
            raise FrameError("column_needed.by_class", field=field, value=columns, count=count.name)
        return (((), columns),)
    listed = columns.items() if isinstance(columns, Mapping) else checks.items(columns, field)
    cells: list[Cell] = []
    for classes, name in listed:
        cell = _classes(classes, count, field)
        where = ".".join([field, *(str(each) for _, each in cell)])
        if any(cell == earlier for earlier, _ in cells):
            raise InvalidValueError("duplicate.count", field=where, value=classes)
        if name is not None:
            frame.check_count(name, where)
        cells.append((cell, name))
    if by_class and len(axes) == 1:
        held = {cell for cell, _ in cells}
        for test in [row.test(axes[0]) for item in items for row in item.table]:
            if isinstance(test, str) and ((axes[0], test),) not in held:
                raise FrameError("column_needed", field=f"{field}.{test}")
    left = not_given((classes for classes, _ in cells), count) if cells and not all(told) else ()
    if left:  # an item is given for all of them
        raise FrameError("column_needed", field=f"{field}.{left[0]}")
    return tuple(cells) or (((), None),)


_DEFAULT: Any = object()


def _named_by_class(count: Count, frame: Frame) -> Any:
    """The columns that bear the name of the count and of a class: house_heavy, household_5."""
    [(axis, classes), *others] = count.axis.axes
    if classes is None and not others:
        sizes = {name: name.removeprefix(f"{count.code}_") for name in sorted(frame.names)}
        classes_found = {int(size): name for name, size in sizes.items() if size != name and _is_size(size)}
        if classes_found:
            return dict(sorted(classes_found.items()))
    if classes is None or others:
        raise FrameError("column_needed.by_class", field=f"counts.{count.code}", value=axis, count=count.name)
    return {name: f"{count.code}_{name}" for name in classes}


def _is_size(text: str) -> bool:
    return text.isascii() and text.isdigit() and text == str(int(text))


def _classes(given: Any, count: Count, field: str) -> tuple[tuple[str, str | int], ...]:
    """The classes of a cell, each with its axis."""
    if isinstance(given, Mapping):
        return tuple(sorted(class_of(count, checks.slug(axis, field), name) for axis, name in given.items()))
    if not len(count.axis):
        raise FrameError("no_classes", field=field, value=given, count=count.name)
    name = checks.word(given, field) if isinstance(given, str) else checks.count(given, field)
    return (class_of(count, "", name),)


__all__ = ["Cell", "Classes", "cells_of"]
