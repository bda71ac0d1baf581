"""How figures and places are said in the sentences of findings, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import attrs

from kesos.audit._findings import place_of
from kesos.reports._printed import on_one_line
from kesos.values import LANGUAGES, Citation, Percentage, Period, Printed, Quantity, Span, Text
from kesos.values import _locales as locales
from kesos.words import fill

_LONGEST = 100
_MOST_LISTED = 6
_ROWS = Text("baris", "rows")


def told(indonesian: str, english: str, **values: object) -> Text:
    """A sentence in both languages, each value said in its language.

    >>> told("{n} rumah", "{n} houses", n=1_200).say("en")
    '1,200 houses'
    """
    sentences = {"id": indonesian, "en": english}
    said = [
        fill(sentences[language], language, {name: say(value, language) for name, value in values.items()})
        for language in LANGUAGES
    ]
    return Text(*map(_writable, said))


def _writable(text: str) -> str:
    """The text with a mark for each character that cannot be shown, such as a control character in a cell."""
    return (
        text
        if text.isprintable()
        else "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in text)
    )


def say(value: Any, language: str) -> str:
    """Any value that a finding speaks of, in words."""
    if isinstance(value, Printed):
        return quoted(value.text)
    if isinstance(value, Citation):
        return place_of(value, language)
    if isinstance(value, Text):
        return value.say(language)
    if isinstance(value, (Quantity, Percentage, Span, Period)):
        return format(value, language)
    if isinstance(value, date) and value == value:  # pandas' missing day equals nothing
        return locales.day(value, language)
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return locales.number(value, language)
    return str(value)


def quoted(text: str) -> str:
    """What is printed, in quotation marks where it is more than a number, and cut where it is long.

    >>> quoted("5.763.641.000"), quoted("Juni 2017")
    ('5.763.641.000', '"Juni 2017"')
    """
    shown = on_one_line(text, _LONGEST)
    return shown if shown and not any(letter.isalpha() for letter in shown) else f'"{shown}"'


def places(cells: Iterable[Printed]) -> Text:
    """Where several printed values stand; cells of one column by their rows; the first few, and how many more.

    >>> places([Printed("1", 1, source="p. 3"), Printed("2", 2, source="p. 5")]).en
    'p. 3; p. 5'
    >>> cells = [Printed("1", 1, source=Citation(regulation="x", table="1", row=row, column="2")) for row in "ab"]
    >>> places(cells).en
    'table 1, column 2, rows a, b'
    """
    return places_of(cell.source for cell in cells)


def places_of(found: Iterable[Citation | str]) -> Text:
    """The same of the places themselves."""
    sources = list(dict.fromkeys(found))
    return Text(*_and_more(len(sources), [_sources(sources[:_MOST_LISTED], language) for language in LANGUAGES]))


def few_of(texts: Sequence[Text]) -> Text:
    """The first few of several texts, and how many more there are.

    >>> few_of([Text("satu", "one"), Text("dua", "two")]).id
    'satu; dua'
    """
    few = ["; ".join(each.say(language) for each in texts[:_MOST_LISTED]) for language in LANGUAGES]
    return Text(*_and_more(len(texts), few))


def _and_more(many: int, said: Sequence[str]) -> list[str]:
    """The first few in both languages, and how many more there are."""
    rest = many - _MOST_LISTED
    more = (f"; dan {rest} lagi", f"; and {rest} more") if rest > 0 else ("", "")
    return [words + how_many for words, how_many in zip(said, more, strict=True)]


def _sources(sources: Iterable[Citation | str], language: str) -> str:
    columns: dict[object, list[Citation | str]] = {}
    for source in sources:
        key = (source.table, source.column) if isinstance(source, Citation) and source.row is not None else source
        columns.setdefault(key, []).append(source)
    return "; ".join(_column(alike, language) for alike in columns.values())


def _column(sources: list[Citation | str], language: str) -> str:
    first = sources[0]
    if len(sources) == 1 or not isinstance(first, Citation):
        return place_of(first, language)
    cited = [source for source in sources if isinstance(source, Citation)]
    rows = ", ".join(str(source.row) for source in cited)
    cells = [source.locator for source in cited if source.locator is not None]  # as a sheet calls them
    where = f"{attrs.evolve(first, row=None, locator=None).place(language)}, {_ROWS.say(language)} {rows}"
    return f"{where} ({', '.join(cells)})" if cells else where


def shown(cells: Sequence[Printed]) -> Text:
    """What several cells print, with their places: the first few, and how many more.

    >>> shown([Printed("20 ekor", source="p. 3")]).en
    'p. 3: "20 ekor"'
    """
    few = cells[:_MOST_LISTED]
    said = ["; ".join(f"{place_of(each.source, word)}: {quoted(each.text)}" for each in few) for word in LANGUAGES]
    return Text(*map(_writable, _and_more(len(cells), said)))
