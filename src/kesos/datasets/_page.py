"""The pages of a report as data files hold them, read into printed values, each with the line that it stands on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kesos.periods import Period
from kesos.quantities import Percentage, Quantity, Span
from kesos.sources import Citation, Printed
from kesos.texts import Text

NOTHING = ("", "-", "Tidak diketahui", "Tidak Diketahui")
"""What a cell says where no value is known: a blank, a dash, or the words for it."""
_FOOTNOTES = {"²": 2, "³": 3}


def load(name: str) -> dict[str, Any]:
    """The data file with this name."""
    import tomllib
    from importlib.resources import files

    return tomllib.loads(files("kesos.datasets").joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def parts(block: str) -> Iterator[list[str]]:
    """The lines of a block, each in its parts."""
    for line in block.strip().splitlines():
        yield [part.strip() for part in line.split("|")]


def text_of(data: dict[str, str]) -> Text:
    """A text in both languages."""
    return Text(data["id"], data["en"])


def value_of(data: dict[str, Any]) -> Any:
    """What a printed text means, as the data file says it; None where it says nothing."""
    unit = data.get("unit")
    if "amount" in data:
        return Quantity(data["amount"], unit or "unit")
    if "span" in data:
        least, most = data["span"]
        return Span(least, most) if unit is None else Span(Quantity(least, unit), Quantity(most, unit))
    if "percent" in data:
        return Percentage(data["percent"])
    if "period_value" in data:
        return Period.of(data["period_value"])
    return data.get("number")


def mention_value(words: str) -> Any:
    """A period in ISO 8601, "= n", or nothing."""
    if not words:
        return None
    return int(words[1:]) if words.startswith("=") else Period.of(words)


def mark_value(mark: str) -> int | None:
    """Which number or letter of a list a mark is; None for two marks at once.

    >>> [mark_value(mark) for mark in ("2.", "c)", "(ii)", "³", "b) (2)")]
    [2, 3, 2, 3, None]
    """
    bare = mark.strip(".()")
    if bare in _FOOTNOTES:
        return _FOOTNOTES[bare]
    if bare.isdecimal():
        return int(bare)
    if bare and set(bare) == {"i"}:
        return len(bare)
    return ord(bare.casefold()) - ord("a") + 1 if len(bare) == 1 else None


def whole(text: str) -> int | None:
    """A whole number in Indonesian print, with or without its points; None where nothing is said.

    >>> whole("5.379.200.000,-"), whole("2220"), whole("-")
    (5379200000, 2220, None)
    """
    return None if text in NOTHING else int(text.removesuffix(",-").replace(".", ""))


class Page:
    """Collects what is printed, and on which line of the document's text."""

    def __init__(self, document: str) -> None:
        self.document = document
        self.lines: list[tuple[int, Printed]] = []
        self.known: dict[str, Printed] = {}

    def source(self, where: str) -> Citation:
        """A citation of a section, or of "cell:table/row/column"."""
        if where.startswith("cell:"):
            cell = self.known[where].source
            assert isinstance(cell, Citation)
            return cell
        return Citation(regulation=self.document, locator=where)

    def add(self, line: int, printed: Printed, name: str | None = None) -> Printed:
        """Keeps a printed value with its line and, for others to refer to, its name."""
        self.lines.append((line, printed))
        if name is not None:
            assert name not in self.known, name
            self.known[name] = printed
        return printed

    def printed(self, line: int, where: str, text: str, value: Any = None, name: str | None = None) -> Printed:
        """A printed value at a place."""
        return self.add(line, Printed(text, value, source=self.source(where)), name)

    def given(self, data: dict[str, Any], line: int, where: str) -> Printed:
        """A printed value that the data file gives inside a record."""
        return self.printed(data.get("line", line), data.get("at", where), data["text"], value_of(data))
