"""The pages of a report as data files hold them, read into printed values, each with the line that it stands on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from kesos.values import Citation, Percentage, Period, Printed, Quantity, Span, Text

_FOOTNOTES = {"²": 2, "³": 3}
_YEAR = re.compile(r"\b(?:19|20)\d\d\b", re.ASCII)


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
    """Which number or letter of a list a mark is; None for two marks at once and for words.

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
    return ord(bare.casefold()) - ord("a") + 1 if len(bare) == 1 and bare.isalpha() else None


def years_in(text: str) -> Period | None:
    """The year or the years that a title or a head names.

    >>> print(years_in("Tahun 2016 s/d 2019"), years_in("Anggaran Tahun 2016 (Rp)"), years_in("Realisasi (%)"))
    1 Januari 2016 – 31 Desember 2019 2016 None
    """
    years = [int(year) for year in _YEAR.findall(text)]
    if not years:
        return None
    return Period.year(years[0]) if len(years) == 1 else Period.between(date(years[0], 1, 1), date(years[-1], 12, 31))


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
