"""Frames of any library that narwhals knows, as a grid: the names of their columns are its first rows."""

from __future__ import annotations

from typing import Any

from kesos._sheets._cells import plain_cell
from kesos._sheets._grid import Grid, Label
from kesos.errors import TableError

HEAD: Label = "head"
"""What a row of the column names is called."""


def grid_of_frame(frame: object) -> Grid | None:
    """A frame as a grid; None where `frame` is none. A lazy one is collected.

    Raises:
        TableError: Two of its columns have one name.

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
        heads = [list(map(_name, level)) for level in zip(*map(_levels, whole.columns), strict=True)]
    except DuplicateError as error:
        raise TableError("doubled_column.frame", field="source", reason=str(error).partition("\n")[0]) from None
    index = nw.maybe_get_index(whole)
    labels = range(len(columns[0]) if columns else 0) if index is None else index.to_list()
    rows = map(list, zip(*columns, strict=True))
    return Grid([*heads, *rows], labels=[*[HEAD] * len(heads), *map(_label, labels)])


def _levels(name: object) -> tuple[object, ...]:
    """What stands over a column: several names where the columns of pandas have several levels."""
    return name if isinstance(name, tuple) else (name,)


def _name(name: object) -> object:
    """The name of a column as the head of it; pandas calls one without a head "Unnamed: 3", or by its number."""
    return None if not isinstance(name, str) or name.startswith("Unnamed: ") else name


def _label(label: Any) -> Label:
    plain = plain_cell(label)
    return plain if isinstance(plain, (int, str)) and not isinstance(plain, bool) else str(label)
