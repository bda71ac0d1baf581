"""How figures and places are said in the sentences of findings, in both languages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from kesos import locales
from kesos.audit.findings import place_of
from kesos.periods import Period
from kesos.quantities import Percentage, Quantity, Span
from kesos.sources import Citation, Printed
from kesos.texts import LANGUAGES, Text

_LONGEST = 100
_MOST_LISTED = 6


def told(indonesian: str, english: str, **values: object) -> Text:
    """A sentence in both languages, each value said in its language.

    >>> told("{n} rumah", "{n} houses", n=1_200).say("en")
    '1,200 houses'
    """
    templates = {"id": indonesian, "en": english}
    said = [
        templates[language].format(**{name: say(value, language) for name, value in values.items()})
        for language in LANGUAGES
    ]
    return Text(*said)


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
    if isinstance(value, date):
        return locales.day(value, language)
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return locales.number(value, language)
    return str(value)


def quoted(text: str) -> str:
    """What is printed, in quotation marks where it is more than a number, and cut where it is long.

    >>> quoted("5.763.641.000"), quoted("Juni 2017")
    ('5.763.641.000', '"Juni 2017"')
    """
    flat = " ".join(text.split())
    shown = flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + "…"
    return shown if shown and not any(letter.isalpha() for letter in shown) else f'"{shown}"'


def places(cells: Iterable[Printed]) -> Text:
    """Where several printed values stand; the first few, and how many more.

    >>> places([Printed("1", 1, source="p. 3"), Printed("2", 2, source="p. 5")]).en
    'p. 3; p. 5'
    """
    sources = list(dict.fromkeys(cell.source for cell in cells))
    rest = len(sources) - _MOST_LISTED
    said = {
        language: "; ".join(place_of(source, language) for source in sources[:_MOST_LISTED]) for language in LANGUAGES
    }
    if rest > 0:
        return Text(f"{said['id']}; dan {rest} lagi", f"{said['en']}; and {rest} more")
    return Text(said["id"], said["en"])
