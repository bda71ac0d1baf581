"""The little Markdown that the generated pages need: a cell with its markup escaped, and a table."""

from __future__ import annotations

from collections.abc import Iterable


def cell(text: str) -> str:
    """`text` with what Markdown would take for markup escaped."""
    return "".join("\\" + character if character in "\\`*_[]<>|{}#" else character for character in text)


def table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    """The lines of a table."""
    head = tuple(header)
    return [_row(head), _row("---" for _ in head), *(_row(row) for row in rows)]


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"
