"""Tables in Markdown, with no mark of a cell left alive."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&])")
"""What Markdown, or the HTML in it, would take for more than a letter."""


def markdown(
    titles: Iterable[str],
    header: Sequence[str],
    rows: Iterable[Sequence[str]],
    notes: Iterable[str],
    *,
    numbers: Collection[int],
    totals: Collection[int],
) -> str:
    """A table, its titles over it and its notes under it.

    Args:
        titles: What stands over it, a line each.
        header: A word for each column.
        rows: The cells.
        notes: What stands under it.
        numbers: The columns that stand to the right, counted from zero.
        totals: The rows that stand in bold, counted from zero.

    >>> print(markdown(["Aid"], ["Item", "kg"], [["a | b", "12"]], [], numbers=[1], totals=[0]))
    **Aid**
    <BLANKLINE>
    | Item | kg |
    | --- | ---: |
    | **a \\| b** | **12** |
    """
    lines = [
        _line(map(_marked, header)),
        _line("---:" if at in numbers else "---" for at in range(len(header))),
        *(_line(_bold(cell) if at in totals else _marked(cell) for cell in row) for at, row in enumerate(rows)),
    ]
    return "\n\n".join([*map(_bold, titles), "\n".join(lines), *map(_marked, notes)])


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _bold(text: str) -> str:
    return f"**{_marked(text)}**" if text.strip() else ""


def _marked(text: str) -> str:
    """A text on one line, which has no blanks before it by which it would be a program."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


__all__ = ["markdown"]
