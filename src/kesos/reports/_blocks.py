"""Where the tables of a grid lie: the words above each, its head, and what each of its rows is."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date
from typing import Literal

import attrs

from kesos._sheets._cells import Percent, Worded, number_in, shown
from kesos._sheets._grid import Grid
from kesos._sheets._head_units import is_unit
from kesos._sheets._heads import DEEPEST, ORDINAL, Head, paths_over
from kesos._sheets._kinds import filled, kind_of
from kesos._sheets._vocabulary import plain_head

BlockRow = Literal["data", "total", "group"]

_LOOKED_AHEAD = 8
"""So many rows under a head tell whether it is one."""


@attrs.frozen
class Block:
    """A table of a grid.

    Args:
        titles: The rows above it that say what it is, from the top.
        head: Its head.
        rows: The places of its rows, with what each is.
        notes: The places of the rows that are none of it: numbers of columns, notes, signatures.
    """

    titles: tuple[int, ...]
    head: Head
    rows: tuple[tuple[int, BlockRow], ...]
    notes: tuple[int, ...]


def blocks_in(grid: Grid) -> list[Block]:
    """The tables of a grid, from the top."""
    blocks: list[Block] = []
    above: list[int] = []
    at = 0
    while at < len(grid.rows):
        depth = _depth_of_head(grid, at)
        if depth:
            block, at, above = _block(grid, at, depth, above)
            blocks.append(block)
            continue
        if filled(grid.rows[at]):
            above.append(at)
        at += 1
    if blocks and above:
        blocks[-1] = attrs.evolve(blocks[-1], notes=(*blocks[-1].notes, *above))
    return blocks


def _block(grid: Grid, at: int, depth: int, above: list[int]) -> tuple[Block, int, list[int]]:
    """The table whose head is here, where it ends, and the rows below it that may be the titles of the next."""
    texts = _heads(grid, at, depth)
    ordinal = next((place for place, text in enumerate(texts) if plain_head(text) in ORDINAL), None)
    head = Head(at, at + depth - 1, {}, texts, ordinal)
    rows: list[tuple[int, BlockRow]] = []
    notes: list[int] = []
    below: list[tuple[int, BlockRow | None]] = []
    is_apart = False
    beside = _rows_beside_figures(grid, head)
    place = at + depth
    while place < len(grid.rows):
        row = grid.rows[place]
        if not filled(row):
            is_apart = True
        elif is_apart and _depth_of_head(grid, place):
            break
        else:
            kind = _kind(row, head)
            kind = "data" if place in beside and kind != "total" else kind
            if kind == "data" or kind == "total":  # so what stood apart above it was of this table
                for each, its in below:
                    if its is None:
                        notes.append(each)
                    else:
                        rows.append((each, its))
                rows.append((place, kind))
                below, is_apart = [], False
            elif is_apart:
                below.append((place, kind))
            elif kind is None:
                notes.append(place)
            else:
                rows.append((place, kind))
        place += 1
    return Block(tuple(above), head, tuple(rows), tuple(notes)), place, [each for each, _ in below]


def _rows_beside_figures(grid: Grid, head: Head) -> set[int]:
    """The rows into which a figure reaches from the row above, in a merged cell: none of them is words alone."""
    found: set[int] = set()
    for top, last, left, _ in grid.merged:
        cells = grid.rows[top] if head.last < top < len(grid.rows) else ()
        if last > top and left != head.ordinal and left < len(cells) and is_figure(cells[left]):
            found.update(range(top + 1, min(last + 1, len(grid.rows))))
    return found


def _heads(grid: Grid, at: int, depth: int) -> tuple[str, ...]:
    """The words over each column; a year that is a number there is a word like any other."""
    rows = [[str(cell) if _is_year(cell) else cell for cell in row] for row in grid.rows[at : at + depth]]
    merged = tuple((top - at, last - at, left, right) for top, last, left, right in grid.merged)
    return tuple(" ".join(path) for path in paths_over(Grid(rows, merged=merged), 0, depth))


def _kind(row: Sequence[object], head: Head) -> BlockRow | None:
    """What a row under a head is; None for one that is none of the table."""
    kind = kind_of(row, head, in_tail=False)
    if kind == "total" or kind == "group":
        return kind
    if kind is not None:
        return None
    rest = [cell for at, cell in filled(row).items() if at != head.ordinal]
    return "group" if len(rest) == 1 and isinstance(rest[0], str) and not _has_number(row) else "data"


def _depth_of_head(grid: Grid, at: int) -> int:
    """How many rows the head has that begins here; 0 where none does."""
    if not _is_words(grid.rows[at]):
        return 0
    depth = 1
    while depth < DEEPEST and at + depth < len(grid.rows) and _goes_on(grid, at, depth):
        depth += 1
    below = [row for row in grid.rows[at + depth : at + depth + _LOOKED_AHEAD] if filled(row)]
    width = max((len(filled(row)) for row in below), default=0)
    named = len(
        {place for row in grid.rows[at : at + depth] for place, cell in filled(row).items() if _has_letter(cell)}
    )
    return depth if any(map(_has_number, below)) and named >= 2 and named * 2 >= width else 0


def _has_letter(cell: object) -> bool:
    return _is_year(cell) or (isinstance(cell, str) and (any(map(str.isalpha, cell)) or "%" in cell))


def _goes_on(grid: Grid, at: int, depth: int) -> bool:
    """Whether the next row is one of the head: words, one of them where none stands above it, or units."""
    row = grid.rows[at + depth]
    if not filled(row) or not all(map(_is_word, filled(row).values())):
        return False
    if _are_units(filled(row).values()):
        return True
    above = set().union(*(filled(each) for each in grid.rows[at : at + depth]))
    return any(place not in above for place in filled(row))


def _are_units(cells: Collection[object]) -> bool:
    """Whether all cells of a row are units of the figures under it; "Rumah" alone may head the rows of a group."""
    texts = [cell for cell in cells if isinstance(cell, str) and is_unit(cell)]
    return len(texts) == len(cells) and (len(texts) > 1 or texts[0].lstrip().startswith("("))


def _is_words(row: Sequence[object]) -> bool:
    cells = filled(row)
    return len(cells) >= 2 and all(map(_is_word, cells.values()))


def _is_word(cell: object) -> bool:
    """Whether a cell may be one of a head: words, or a year."""
    return _is_year(cell) or (isinstance(cell, str) and not is_figure(cell))


def _has_number(row: Sequence[object]) -> bool:
    """Whether a cell of a row holds a figure or a day."""
    return any(map(is_figure, filled(row).values()))


def is_figure(cell: object) -> bool:
    """Whether a cell holds a number or a day, or print that begins with a number; a year alone may be a head."""
    if _is_year(cell):
        return False
    if isinstance(cell, str):
        return shown(cell, "id").removeprefix("Rp").lstrip(" .(-")[:1].isdecimal()
    return number_in(cell) is not None or isinstance(cell, (Percent, Worded, date))


def _is_year(cell: object) -> bool:
    return _YEAR.fullmatch(shown(cell, "id").replace(".", "")) is not None


_YEAR = re.compile(r"(?:19|20)\d\d")
