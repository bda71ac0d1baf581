"""What was counted of an event and its standard does not ask for: no amount rests on it, and a reader is told so."""

from __future__ import annotations

from collections.abc import Iterator

from kesos.counts import ByClass, Count, Number
from kesos.counts._class_words import say_class, say_counted
from kesos.errors import InvalidValueError
from kesos.events import DisasterEvent
from kesos.standards import AidStandard
from kesos.standards._packaged import packaged_count
from kesos.standards._saying import say
from kesos.values import Text
from kesos.values import _locales as locales

_STRUCK = ("person", "family")
"""These say whom the event struck, and stand in its own line."""


def say_unused(event: DisasterEvent, standard: AidStandard, language: str) -> list[str]:
    """The counts that no item is given for, in a line; none that are zero or not known."""
    asked = {item.per for item in standard.items}
    said = [
        words
        for code, number in event.counts.items()
        if code not in asked and code not in _STRUCK
        for words in _said(_count(code, standard), number, language)
    ]
    return [say("unused", language, counts=", ".join(said))] if said else []


def _count(code: str, standard: AidStandard) -> Count | str:
    """The count, also one of another standard that kesos brings; of one elsewhere its code, without underscores."""
    try:
        return standard.count(code)
    except InvalidValueError:
        return packaged_count(code) or code.replace("_", " ")


def _said(count: Count | str, number: Number | ByClass, language: str) -> Iterator[str]:
    cells = number.cells if isinstance(number, ByClass) else (((), number),)
    name, axes = (Text(count, count), ()) if isinstance(count, str) else (count.name, count.axis.axes)
    only = axes[0][0] if axes else name.id  # the axis of a class that was given by its word alone
    for classes, many in cells:
        if many is None or many == 0:
            continue
        figure = locales.number(many, language) if isinstance(many, int) else many.say(language)
        of = ", ".join(say_class(axis or only, each, language) for axis, each in classes)
        said = f"{figure} {say_counted(name, many, language)}"
        yield f"{said} ({of})" if of else said


__all__ = ["say_unused"]
