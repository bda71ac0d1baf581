"""Tables in HTML and in Markdown as grids; a caption or the heading before a table is a row of one cell above it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from kesos._sheets._grid import Grid, Merged
from kesos.errors import TableError

_HTML = re.compile(rb"<(?:!doctype html|html|table)\b", re.IGNORECASE)
_RULE = re.compile(r"\s*\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?\s*")
_SPLIT = re.compile(r"(?<!\\)\|")
_HEADING = re.compile(r"\s*(?:#{1,6}\s+(.*?)\s*#*|\*\*(.*)\*\*)\s*")
_LARGEST_SPAN = 1_000
_MOST_PLACES = 1_000_000
"""Over how many columns the cells of a page reach together, a row at a time; a few letters can claim a thousand."""


def grids_of_markup(content: bytes) -> list[Grid] | None:
    """The tables of a page or of a Markdown text; None where the content is neither.

    Raises:
        TableError: Merged cells reach further than those of any table of an office.
    """
    if _HTML.search(content[:4096]):
        page = _Page()
        page.feed(content.decode("utf-8", "replace"))
        page.close()
        return page.grids
    text = content.decode("utf-8-sig", "replace")
    lines = text.splitlines()
    return _markdown(lines) if any("|" in line and _RULE.fullmatch(line) for line in lines) else None


def _markdown(lines: list[str]) -> list[Grid]:
    grids: list[Grid] = []
    titles: list[str] = []
    rows: list[list[str]] = []
    for line in [*lines, ""]:
        if "|" in line:
            if not _RULE.fullmatch(line):
                rows.append([cell.strip().replace("\\|", "|") for cell in _SPLIT.split(_without_ends(line))])
            continue
        if rows:
            grids.append(Grid([*([title] for title in titles), *rows]))
            titles, rows = [], []
        heading = _HEADING.fullmatch(line)
        if heading:
            titles = [heading[1] or heading[2]]
    return grids


def _without_ends(line: str) -> str:
    bare = line.strip()
    return bare.removeprefix("|").removesuffix("|")


class _Page(HTMLParser):
    """Gathers the tables of a page; one inside another is text of the cell that it stands in.

    What HTML lets a page leave out is understood: the end of a cell, of a row, of a caption, of the last table, and
    the row that a cell stands in.
    """

    def __init__(self) -> None:
        super().__init__()
        self.grids: list[Grid] = []
        self._depth = 0
        self._heading = ""
        self._open = ""
        self._into: list[str] = []
        self._is_in_row = False
        self._rows: list[list[str | None]] = []
        self._merged: list[Merged] = []
        self._titles: list[str] = []
        self._taken_until: dict[int, int] = {}
        self._at = 0
        self._span = (1, 1)
        self._reached = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begins a table, a row, a cell, a caption or a heading, and ends what was open in its place."""
        if tag == "table":
            if not self._depth:
                self._end()
                self._rows, self._merged, self._taken_until, self._is_in_row = [], [], {}, False
                self._titles = [self._heading] if self._heading else []
                self._heading = ""
            self._depth += 1
        elif self._depth == 1 and tag in _ROWS:
            self._end_row()
        elif self._depth == 1 and tag in _CELLS:
            self._end()
            if not self._is_in_row:
                self._rows.append([])
                self._at, self._is_in_row = 0, True
            given = dict(attrs)
            self._span = _number(given.get("rowspan")), _number(given.get("colspan"))
            self._open = "cell"
        elif (tag == "caption" and self._depth == 1) or (tag in _HEADINGS and not self._depth):
            self._end()
            self._open = tag
        elif tag not in _WITHIN_WORDS:
            self._into.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """Ends one."""
        if tag == "table":
            if self._depth == 1:
                self._end_table()
            self._depth = max(0, self._depth - 1)
        elif self._depth == 1 and tag in _ROWS:
            self._end_row()
        elif self._depth <= 1 and self._open == ("cell" if tag in _CELLS else tag):
            self._end()
        elif tag not in _WITHIN_WORDS:
            self._into.append(" ")

    def close(self) -> None:
        """Ends what the page leaves open."""
        super().close()
        if self._depth:
            self._end_table()

    def _end_table(self) -> None:
        self._end()
        if self._rows:
            above: list[list[str | None]] = [[title] for title in self._titles]
            lower = len(above)
            merged = tuple((top + lower, end + lower, left, right) for top, end, left, right in self._merged)
            self.grids.append(Grid([*above, *self._rows], merged=merged))

    def _end_row(self) -> None:
        self._end()
        self._is_in_row = False

    def _end(self) -> None:
        """Takes the text of what is open for what it is."""
        text, was = " ".join("".join(self._into).split()), self._open
        self._into, self._open = [], ""
        if was == "cell":
            self._put(text)
        elif was == "caption":
            self._titles = [text]
        elif was:
            self._heading = text

    def handle_data(self, data: str) -> None:
        """Takes in the text of what is open."""
        if self._open:
            self._into.append(data)

    def _put(self, text: str) -> None:
        row, at = len(self._rows) - 1, self._at
        while self._taken_until.get(at, -1) >= row:
            at += 1
        down, along = self._span
        self._reached += at + along - self._at
        if self._reached > _MOST_PLACES:
            raise TableError("too_large.spans", field="source", most=_MOST_PLACES)
        for beside in range(along):
            self._taken_until[at + beside] = row + down - 1
        if down > 1 or along > 1:
            self._merged.append((row, row + down - 1, at, at + along - 1))
        cells = self._rows[-1]
        cells += [None] * (at - len(cells))
        cells.append(text or None)
        self._at = at + along


_ROWS = ("tr", "thead", "tbody", "tfoot")
_CELLS = ("td", "th")
_WITHIN_WORDS = ("a", "b", "code", "em", "font", "i", "small", "span", "strong", "u")
"""What may stand in the midst of a number; beside all else it ends: a paragraph, a list, the mark of a footnote."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def _number(text: str | None) -> int:
    digits = text.lstrip("0")[:5] if text and text.isascii() and text.isdecimal() else ""
    return min(int(digits), _LARGEST_SPAN) if digits else 1
