"""The head of a grid: the one to three rows whose words name the columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import attrs

from kesos import _checks as checks
from kesos._sheets._cells import number_in, shown
from kesos._sheets._fields import Field
from kesos._sheets._grid import Grid
from kesos._sheets._head_units import (
    check_figures,
    counts_another,
    is_of_some,
    is_scaled,
    is_scaled_title,
    puts_months_first,
    scaled,
)
from kesos.errors import TableError
from kesos.words import hint

DEEPEST: Final = 3
"""No office prints more rows of heads over each other, its column numbers left aside."""
FARTHEST: Final = 60
"""Where no head has come by this row, none comes."""
_LONGEST = 120
_YEARS = range(1900, 2101)
ORDINAL: Final = frozenset({"no", "nomor", "nomor urut", "no urut", "number", "nr"})
"""What stands over a column that only counts the rows."""
_UNITS = frozenset({"jiwa", "orang", "kk", "rp", "rupiah", "unit", "buah", "rumah", "people", "families", "idr"})
_SAID_BESIDE = ("jumlah ", "jml ", "total ", "banyaknya ", "number of ")
_AWAY = re.compile(r"[^\w%]+")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")


def plain_head(text: str) -> str:
    """A head without what does not tell it from another: case, marks, blanks.

    >>> plain_head("Taksiran Kerugian (Rp.)"), plain_head("damaged_house"), plain_head("KK / Jiwa")
    ('taksiran kerugian rp', 'damaged house', 'kk jiwa')
    """
    return " ".join(_AWAY.sub(" ", text.casefold().replace("_", " ")).split())


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


class Vocabulary:
    """The fields of a kind of table by the words that stand over their columns."""

    def __init__(
        self, fields: Iterable[Field], columns: Mapping[str, str | None] | None = None, *, alone: str = ""
    ) -> None:
        self.fields = tuple(fields)
        self.alone = alone
        """The field whose column makes a table by itself, if any; of others there are two at least."""
        self._by_word: dict[str, list[tuple[Field, int]]] = {}
        for field in self.fields:
            said = (field.heads.id, field.heads.en, field.code, *field.words)
            for rank, word in enumerate(dict.fromkeys(map(plain_head, said))):
                self._by_word.setdefault(word, []).append((field, rank))
        self._groups = {field.code: frozenset(map(plain_head, field.group)) for field in self.fields}
        self.written = self._written(columns)
        """Which column is which field, as a caller says it; None for a field that no column is to be read as."""
        self.said = {code: None if over is None else plain_head(over) for code, over in self.written.items()}

    def _written(self, columns: Mapping[str, str | None] | None) -> dict[str, str | None]:
        codes = [field.code for field in self.fields]
        said: dict[str, str | None] = {}
        for code, over in checks.mapping({} if columns is None else columns, "columns").items():
            known = checks.choice(code, f"columns.{code}", codes)
            said[known] = None if over is None else checks.text(over, f"columns.{code}")
        return said

    def meaning(self, path: Sequence[str]) -> tuple[str, int] | None:
        """The field that a column with these heads over it is, from the top, and how far down its words it was found.

        A word under a head that gives it its sense comes first ("RB" under "Rumah"), the nearest such head deciding; a
        unit under a head says no more than that ("Jiwa" under "Meninggal").
        """
        heads = [plain_head(text) for text in path]
        last = heads[-1]
        for code, over in self.said.items():
            if over is not None and over in (*heads, " ".join(heads)):
                return code, -1
        for above in reversed(heads[:-1]):
            for word in _forms(path[-1]):
                for field, rank in self._by_word.get(word, ()):
                    if above in self._groups[field.code] and not _is_another(path[-1], word, field):
                        return self._kept(field.code, rank)
        said = [*(path[:-1] if last in _UNITS else ()), " ".join(path), path[-1]]
        for at, text in enumerate(said):
            for word in _forms(text):
                for field, rank in self._by_word.get(word, ()):
                    if last in _UNITS and at < len(path) - 1 and counts_another(last, field):
                        return None  # the families of those displaced are neither they nor all families
                    if not _is_another(text, word, field):
                        return self._kept(field.code, rank)
        return None

    def _kept(self, code: str, rank: int) -> tuple[str, int] | None:
        return None if code in self.said else (code, rank)


def _forms(text: str) -> Iterable[str]:
    """A head as it is looked up: whole, without what stands in brackets after it, without the word for a number."""
    for form in dict.fromkeys((text, _IN_BRACKETS.sub("", text))):
        word = plain_head(form)
        yield word
        for beside in _SAID_BESIDE:
            if word.startswith(beside):
                yield word.removeprefix(beside)


def _is_another(text: str, word: str, field: Field) -> bool:
    """Whether brackets in a head say that it counts something else than the word before them: the women of the people,
    or the families of those displaced."""
    beside = _IN_BRACKETS.search(text)
    if beside is None or plain_head(text) == word or is_scaled(text, is_money=field.kind == "amount"):
        return False
    return (field.kind == "count" and is_of_some(beside[0])) or counts_another(beside[0], field)


def check_said(grid: Grid, head: Head, fields: Mapping[str, Field], locale: str) -> None:
    """Says nothing where the words over a table do not say that its cells mean something else than they are read as.

    Raises:
        TableError: All money is in thousands or millions, or days are printed as no Indonesian print has them.
    """
    for code, at in head.columns.items():
        if locale == "id" and fields[code].kind in ("day", "period") and puts_months_first(head.texts[at]):
            raise TableError("month_first", field=f"columns.{code}", value=head.texts[at])
    money = next((code for code in head.columns if fields[code].kind == "amount"), None)
    titles = (cell for row in grid.rows[: head.first] for cell in row if isinstance(cell, str))
    said = next(filter(is_scaled_title, titles), None) if money is not None else None
    if money is not None and said is not None:
        raise scaled(money, said)


def find_head(grid: Grid, vocabulary: Vocabulary) -> Head | None:
    """The rows that name the most columns; of several the first, and of those the fewest, unless what stands under
    them says closer what they count; None where none names two, or the one that is enough by itself.

    Raises:
        TableError: Two columns stand under the same words.
    """
    best: tuple[set[str], int, int] | None = None
    for first in range(min(len(grid.rows), FARTHEST)):
        for depth in range(1, DEEPEST + 1):
            if first + depth > len(grid.rows) or not _may_head(grid.rows[first + depth - 1]):
                break
            if depth > 1 and _is_above(grid.rows[first]):
                break
            paths, row = paths_over(grid, first, depth), grid.rows[first + depth - 1]
            meanings = [vocabulary.meaning(path) if path else None for path in paths]
            named = {meaning[0] for meaning in meanings if meaning is not None}
            under = [meanings[at] for at in range(len(row)) if _text(row, at)]
            known = bool(under) and None not in under
            if len(named) < 2 and vocabulary.alone not in named:
                continue
            refines = known and best is not None and len(named) == len(best[0]) and named != best[0]
            closer = best is not None and best[1] == first and (refines or _are_units(row))
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


def _are_units(row: Sequence[object]) -> bool:
    """Whether all that stands in a row are units, which say what the heads over them count."""
    texts = [plain_head(cell) for cell in row if isinstance(cell, str) and cell.strip()]
    return bool(texts) and _UNITS.issuperset(texts)


def _is_above(row: Sequence[object]) -> bool:
    """Whether a row over others is no part of their head: it is empty, or has one text alone, at the left."""
    texts = [at for at in range(len(row)) if _text(row, at)]
    return not texts or texts in ([0], [1])


def _head(vocabulary: Vocabulary, paths: list[tuple[str, ...]], first: int, last: int) -> Head:
    found: dict[str, tuple[int, int]] = {}
    texts = tuple(" ".join(dict.fromkeys(path)) for path in paths)
    for at, path in enumerate(paths):
        meaning = vocabulary.meaning(path) if path else None
        if meaning is None:
            continue
        code, rank = meaning
        known = found.get(code)
        if known is not None and known[1] == rank:
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
