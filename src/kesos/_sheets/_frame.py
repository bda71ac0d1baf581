"""Frames of any library that narwhals knows, as a grid: the names of their columns are its first rows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from numbers import Integral
from typing import Any

from kesos._sheets._cells import plain_cell
from kesos._sheets._grid import Grid, Label
from kesos.errors import TableError

HEAD: Label = "head"
"""What a row of the column names is called."""


def grid_of_frame(frame: object, *, with_rows: bool = False) -> Grid | None:
    """A frame as a grid; None where `frame` is none. A lazy one is collected; an index with a name is a column.

    Args:
        frame: The frame.
        with_rows: Whether an index without a name is a column too, where it holds words.

    Raises:
        TableError: Two of its columns have one name; it cannot be collected.

    >>> grid_of_frame({"Jiwa": [1]}) is None
    True
    """
    import narwhals as nw
    from narwhals.exceptions import DuplicateError

    try:
        known: Any = nw.from_native(frame, pass_through=True)
        if not isinstance(known, (nw.DataFrame, nw.LazyFrame)):
            return None
        whole = known.collect() if isinstance(known, nw.LazyFrame) else known
        columns = [[plain_cell(cell) for cell in column.to_list()] for column in whole.iter_columns()]
        heads = [_names(level) for level in zip_longest(*map(_levels, whole.columns))]
    except DuplicateError as error:
        raise TableError("doubled_column.frame", field="source", reason=str(error).partition("\n")[0]) from None
    except Exception as error:  # what a caller's lazy frame is made of may fail in any way; the traceback leads there
        raise TableError("cannot_open.frame", field="source") from error
    index = nw.maybe_get_index(whole)
    labels = range(len(columns[0]) if columns else 0) if index is None else index.to_list()
    for name, cells in reversed(_levels_of_rows(index, with_rows)):
        if name is not None and any(name in level for level in heads):
            raise TableError("doubled_column.frame", field="source", reason=f"index {name!r}")
        heads = [[name if at == 0 else None, *level] for at, level in enumerate(heads or [[]])]
        columns.insert(0, cells)
    rows = map(list, zip(*columns, strict=True))
    return Grid([*heads, *rows], labels=[*[HEAD] * len(heads), *map(_label, labels)])


def _levels(name: object) -> tuple[object, ...]:
    """What stands over a column: several names where the columns of pandas have several levels."""
    return name if isinstance(name, tuple) else (name,)


def _names(names: Sequence[object]) -> list[object]:
    """The names of columns as their heads; pandas calls one without a head "Unnamed: 3", or all by their places."""
    if all(isinstance(name, Integral) and name == at for at, name in enumerate(names)):
        return [None] * len(names)
    return [_name(name) for name in names]


def _name(name: object) -> object:
    if isinstance(name, Integral) and not isinstance(name, bool):
        return str(name)
    return None if not isinstance(name, str) or name.startswith("Unnamed: ") else name


def _levels_of_rows(index: Any, with_words: bool) -> list[tuple[object, list[Any]]]:
    """The levels of an index that have a name, each with its cells: they were columns of the frame."""
    levels = [] if index is None else [index.get_level_values(at) for at in range(index.nlevels)]
    found = [(_name(level.name), [plain_cell(cell) for cell in level]) for level in levels]
    return [
        (name, cells)
        for name, cells in found
        if name is not None or (with_words and any(isinstance(cell, str) for cell in cells))
    ]


def _label(label: Any) -> Label:
    plain = plain_cell(label)
    return plain if isinstance(plain, (int, str)) and not isinstance(plain, bool) else str(label)
