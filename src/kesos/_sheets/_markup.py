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
    """Gathers the tables of a page; one inside another is text of the cell that it stands in."""

    def __init__(self) -> None:
        super().__init__()
        self.grids: list[Grid] = []
        self._depth = 0
        self._heading = ""
        self._into: list[str] | None = None
        self._rows: list[list[str | None]] = []
        self._merged: list[Merged] = []
        self._titles: list[str] = []
        self._taken_until: dict[int, int] = {}
        self._at = 0
        self._span = (1, 1)
        self._reached = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begins a table, a row, a cell or a heading."""
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self._rows, self._merged, self._taken_until, self._into = [], [], {}, None
                self._titles = [self._heading] if self._heading else []
                self._heading = ""
        elif self._depth == 1 and tag == "tr":
            self._rows.append([])
            self._at = 0
        elif self._depth == 1 and tag in ("td", "th") and self._rows:
            self._into = []
            given = dict(attrs)
            self._span = _number(given.get("rowspan")), _number(given.get("colspan"))
        elif (tag == "caption" and self._depth == 1) or (tag in _HEADINGS and not self._depth):
            self._into = []
        elif tag == "br" and self._into is not None:
            self._into.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """Ends one."""
        if tag == "table":
            if self._depth == 1 and self._rows:
                above: list[list[str | None]] = [[title] for title in self._titles]
                lower = len(above)
                merged = tuple((top + lower, end + lower, left, right) for top, end, left, right in self._merged)
                self.grids.append(Grid([*above, *self._rows], merged=merged))
            self._depth = max(0, self._depth - 1)
        elif self._into is not None and self._depth == 1 and tag in ("td", "th") and self._rows:
            self._put(self._taken())
        elif self._into is not None and tag == "caption":
            self._titles = [self._taken()]
        elif self._into is not None and not self._depth and tag in _HEADINGS:
            self._heading = self._taken()

    def handle_data(self, data: str) -> None:
        """Takes in the text of what is open."""
        if self._into is not None:
            self._into.append(data)

    def _taken(self) -> str:
        text = " ".join("".join(self._into or ()).split())
        self._into = None
        return text

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


_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def _number(text: str | None) -> int:
    digits = text.lstrip("0")[:5] if text and text.isascii() and text.isdecimal() else ""
    return min(int(digits), _LARGEST_SPAN) if digits else 1
