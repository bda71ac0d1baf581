"""A table of words in Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from kesos.values import TableView

_MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_{}[]<>#|"})


def markdown(view: TableView) -> str:
    r"""The table in Markdown, with no mark of a cell left alive.

    >>> print(markdown(TableView(caption="Audit", header=("Place", "Finding"), rows=(("p. 3", "a | b"),))))
    **Audit**
    <BLANKLINE>
    | Place | Finding |
    | --- | --- |
    | p. 3 | a \| b |
    """
    lines = [_line(view.header), _line(["---"] * len(view.header), raw=True), *map(_line, view.rows)]
    notes = [part for note in view.notes for part in ("", _escaped(note))]
    return "\n".join([f"**{_escaped(view.caption)}**", "", *lines, *notes])


def _line(cells: Sequence[str], *, raw: bool = False) -> str:
    return f"| {' | '.join(cell if raw else _escaped(cell) for cell in cells)} |"


def _escaped(text: str) -> str:
    return " ".join(text.split()).translate(_MARKS)
