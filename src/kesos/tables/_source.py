"""The table that somebody wants among the grids of a source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import NamedTuple

from kesos._sheets._grid import Grid
from kesos._sheets._heads import Head, find_head
from kesos._sheets._vocabulary import Vocabulary
from kesos.errors import TableError
from kesos.tables._write_sources import is_of_left_out


class Other(NamedTuple):
    """A sheet that is not read, the head in it, if it has one of such a table, and whether nobody sees it."""

    name: str
    head: Head | None
    is_hidden: bool = False

    def is_like(self, read: Head, needed: Iterable[str]) -> bool:
        """Whether a table in it could be read as the one that is: it has what that one needs, and most of the rest.

        The rows that kesos writes beside a table because they are not in it are none.
        """
        if self.head is None or is_of_left_out(self.head.texts):
            return False
        own = self.head.columns.keys() & read.columns.keys()
        return own >= {code for code in needed if code in read.columns} and 2 * len(own) > len(read.columns)


def find_table(grids: Iterator[Grid], vocabulary: Vocabulary, name: str) -> tuple[Grid, Head, tuple[Other, ...]]:
    """The first grid with a head that is not hidden, its head, and the others.

    Raises:
        TableError: No such grid has a head that names two of the fields.
    """
    every = list(grids)
    before: list[Other] = []
    for at, grid in enumerate(every):
        head = None if grid.is_hidden else find_head(grid, vocabulary)
        if head is not None:
            return grid, head, (*before, *(_other(each, vocabulary) for each in every[at + 1 :]))
        before.append(_other(grid, vocabulary) if grid.is_hidden else Other(grid.name, None))
    wanted = tuple(field.heads for field in vocabulary.fields[:12])
    raise TableError("no_head", field="source", table=name, known=wanted)


def _other(grid: Grid, vocabulary: Vocabulary) -> Other:
    head = None
    with suppress(TableError):  # what two columns of another sheet are called is no matter here
        head = find_head(grid, vocabulary)
    return Other(grid.name, head, grid.is_hidden)
