"""The head of a grid: the one to three rows whose words name the columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import attrs

from kesos import _checks as checks
from kesos._sheets._cells import number_in, shown
from kesos._sheets._fields import Field
from kesos._sheets._grid import Grid
from kesos._sheets._head_units import check_figures, is_scaled_title, is_unit, puts_months_first, scaled
from kesos._sheets._vocabulary import FIGURES, Vocabulary, plain_head
from kesos.errors import TableError
from kesos.words import hint

DEEPEST: Final = 3
"""No office prints more rows of heads over each other, its column numbers left aside."""
FARTHEST: Final = 60
"""Where no head has come by this row, none comes."""
_LONGEST = 120
_YEARS = range(1900, 2101)
_FIGURE = re.compile(r"[-\d.,%]+")
ORDINAL: Final = frozenset({"no", "nomor", "nomor urut", "no urut", "number", "nr"})
"""What stands over a column that only counts the rows."""


@attrs.frozen
class Head:
    """Where the head of a grid lies, and what its columns are.

    Args:
        first: Its first row, counted from zero.
        last: Its last.
        columns: The place of each field's column, by the field's code.
        texts: What stands over each column, from the top.
        ordinal: The column that only counts the rows, if any.
        spans: The first and last of columns that are one under their head.
    """

    first: int
    last: int
    columns: Mapping[str, int]
    texts: tuple[str, ...]
    ordinal: int | None
    spans: tuple[tuple[int, int], ...] = ()

    def over(self, place: int) -> str:
        """What stands over a column; its number, counted from one, where nothing does."""
        return (self.texts[place] if place < len(self.texts) else "") or f"[{place + 1}]"


def check_said(grid: Grid, head: Head, fields: Mapping[str, Field], locale: str) -> None:
    """Says nothing where the words over a table do not say that its cells mean something else than they are read as.

    Raises:
        TableError: All money is in thousands or millions, or days are printed as no Indonesian print has them.
    """
    for code, at in head.columns.items():
        if locale == "id" and fields[code].kind in ("day", "period") and puts_months_first(head.texts[at]):
            raise TableError("month_first", field=f"columns.{code}", value=head.texts[at])
    money = next((code for code in head.columns if fields[code].kind == "amount"), None)
    beside = (*grid.rows[: head.first], *filter(_is_note, grid.rows[head.last + 1 :])) if money is not None else ()
    said = next((cell for row in beside for cell in row if isinstance(cell, str) and is_scaled_title(cell)), None)
    if money is not None and said is not None:
        raise scaled(money, said)


def _is_note(row: Sequence[object]) -> bool:
    """Whether a row has no more in it than a note below a table, and perhaps its mark."""
    found = [cell for cell in row if cell is not None and cell != ""]
    return len(found) in (1, 2) and all(isinstance(cell, str) and not _FIGURE.fullmatch(cell.strip()) for cell in found)


def find_head(grid: Grid, vocabulary: Vocabulary) -> Head | None:
    """The rows that name the most columns; of several the first, and of those the fewest, unless what stands under
    them says closer what they count, or they go on in the next row; None where none names two, or the one that is
    enough by itself.

    Raises:
        TableError: Two columns stand under the same words.
    """
    best: tuple[set[str], int, int] | None = None
    for first in range(min(len(grid.rows), FARTHEST)):
        if first and _goes_on(grid, first - 1, 1):
            continue  # its heads are those of the row above, and parts of them
        deepest = DEEPEST
        for depth in range(1, DEEPEST + 1):
            if depth > deepest or first + depth > len(grid.rows) or not _may_head(grid.rows[first + depth - 1]):
                break
            goes_on = depth < DEEPEST and _goes_on(grid, first, depth)
            if depth == 1 and not goes_on and _is_above(grid.rows[first]):
                deepest = 1
            if goes_on:
                continue
            paths, row = paths_over(grid, first, depth), grid.rows[first + depth - 1]
            meanings = [vocabulary.meaning(path) if path else None for path in paths]
            named = {meaning[0] for meaning in meanings if meaning is not None}
            under = [meanings[at] for at in range(len(row)) if _text(row, at)]
            known = bool(under) and None not in under
            if len(named) < 2 and vocabulary.alone not in named:
                continue
            refines = known and best is not None and len(named) == len(best[0]) and named != best[0]
            closer = best is not None and best[1] == first and (refines or _are_units(row, meanings, vocabulary))
            if best is None or len(named) > len(best[0]) or closer:
                best = (named, first, depth)
    if best is None:
        return None
    _, first, depth = best
    paths, last = paths_over(grid, first, depth), first + depth - 1
    spans = tuple(
        (left, right)
        for top, _, left, right in grid.merged
        if first <= top <= last and left < right < len(paths) and paths[left] and len(set(paths[left : right + 1])) == 1
    )
    for left, right in spans:
        paths[left + 1 : right + 1] = [()] * (right - left)
    return attrs.evolve(_head(vocabulary, paths, first, last), spans=spans)


def _may_head(row: Sequence[object]) -> bool:
    """Whether a row may be of a head: all that stands in it are words, or years."""
    return all(cell is None or isinstance(cell, str) or number_in(cell) in _YEARS for cell in row)


def _goes_on(grid: Grid, first: int, depth: int) -> bool:
    """Whether the next row parts heads that reach over several columns: each of these has a word of its own under it,
    and no other word of that row stands under a head."""
    under = first + depth
    if under >= len(grid.rows) or not _may_head(grid.rows[first]) or not _may_head(grid.rows[under]):
        return False
    row, over = grid.rows[under], grid.rows[under - 1]
    parts: set[int] = set()
    for columns in _reaching(grid, first, under):
        if all(any(map(str.isalpha, _text(row, at))) for at in columns):
            parts.update(columns)
    others = {at for at in range(len(row)) if _text(row, at)} - parts
    beside = {at for at in range(len(over)) if _text(over, at)} - parts
    # a title reaches over nearly all of the heads under it
    return bool(parts) and beside.isdisjoint(others) and len(others | beside) > 1


def _reaching(grid: Grid, first: int, under: int) -> Iterator[range]:
    """The columns of each head that reaches over several, in the rows of a head above this one."""
    merged = [each for each in grid.merged if each[2] < each[3] and first <= each[0] < under]
    for top, last, left, right in merged:
        if last == under - 1 and left and _text(grid.rows[top], left):
            yield range(left, right + 1)
    row, over = grid.rows[under], grid.rows[under - 1]
    begun = [at for at in range(1, len(row)) if _text(over, at)] if not merged else []
    for at in begun:
        end = at + 1
        while end < len(over) and _text(row, end) and not _text(over, end):
            end += 1
        if end > at + 1:
            yield range(at, end)


def _are_units(row: Sequence[object], meanings: Sequence[tuple[str, int] | None], vocabulary: Vocabulary) -> bool:
    """Whether all that stands in a row are units, which say what the heads over them count; none is of words."""
    under = [at for at in range(len(row)) if _text(row, at)]
    kinds = {vocabulary.kind_of(meaning[0]) for at in under if (meaning := meanings[at]) is not None}
    return bool(under) and all(is_unit(_text(row, at)) for at in under) and "text" not in kinds


def _is_above(row: Sequence[object]) -> bool:
    """Whether a row over others is no part of their head: it is empty, or has one text alone, at the left or of a
    scale in which all money is told."""
    texts = [at for at in range(len(row)) if _text(row, at)]
    return not texts or texts in ([0], [1]) or (len(texts) == 1 and is_scaled_title(_text(row, texts[0])))


def _head(vocabulary: Vocabulary, paths: list[tuple[str, ...]], first: int, last: int) -> Head:
    found: dict[str, tuple[int, int]] = {}
    texts = tuple(" ".join(dict.fromkeys(path)) for path in paths)
    for at, path in enumerate(paths):
        meaning = vocabulary.meaning(path) if path else None
        if meaning is None:
            continue
        code, rank = meaning
        known = found.get(code)
        # of two figures for one thing nobody but the caller knows which is meant; of two words the closer one is
        is_open = known is not None and min(known[1], rank) >= 0 and vocabulary.kind_of(code) in FIGURES
        if known is not None and (is_open or known[1] == rank):
            raise TableError(
                "doubled_column",
                field=f"columns.{code}",
                value=texts[at],
                other=texts[known[0]],
                hint=hint("say_which_column", of=code),
            )
        if known is None or rank < known[1]:
            found[code] = (at, rank)
    for field in vocabulary.fields:
        if field.code in found:
            check_figures(field.code, field.kind, texts[found[field.code][0]])
    for code, over in vocabulary.written.items():
        if over is not None and code not in found:
            other = next((other for other in found if vocabulary.said.get(other) == vocabulary.said[code]), None)
            if other is not None:
                raise TableError("column_is_read", field=f"columns.{code}", value=over, other=other)
            raise TableError(
                "no_such_column",
                field=f"columns.{code}",
                value=over,
                hint=checks.did_you_mean(over, filter(None, texts)),
            )
    ordinal = next((at for at, path in enumerate(paths) if path and plain_head(path[-1]) in ORDINAL), None)
    return Head(first, last, {code: at for code, (at, _) in found.items()}, texts, ordinal)


def paths_over(grid: Grid, first: int, depth: int) -> list[tuple[str, ...]]:
    """The heads over each column, from the top, each once.

    A head that spans several columns stands in the first of them; where the file does not say which cells are one, it
    reaches to the right as far as nothing else stands there and a head stands under it.
    """
    width = max(len(row) for row in grid.rows[first : first + depth])
    texts = [[_text(grid.rows[first + row], at) for at in range(width)] for row in range(depth)]
    spans = [each for each in grid.merged if each[2] < each[3] and first <= each[0] < first + depth]
    for top, _, left, right in spans:
        for at in range(left, min(right + 1, width)):
            texts[top - first][at] = texts[top - first][left]
    if not spans:
        for row in range(depth - 1):
            for at in range(1, width):
                under = texts[row + 1][at]
                if not texts[row][at] and under and texts[row][at - 1] and texts[row + 1][at - 1]:
                    texts[row][at] = texts[row][at - 1]
    return [tuple(dict.fromkeys(filter(None, (texts[row][at] for row in range(depth))))) for at in range(width)]


def _text(row: Sequence[object], at: int) -> str:
    cell = row[at] if at < len(row) else None
    return shown(cell, "id") if isinstance(cell, str) and len(cell) <= _LONGEST else ""
