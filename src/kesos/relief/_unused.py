"""What was counted of an event and its standard does not ask for: no amount rests on it, and a reader is told so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kesos import _checks as checks
from kesos.counts import COUNTS, ByClass, Count, Number
from kesos.counts._class_words import say_class, say_counted
from kesos.errors import InvalidValueError
from kesos.events import DisasterEvent
from kesos.standards import AidStandard
from kesos.standards._packaged import packaged_count
from kesos.standards._saying import say
from kesos.values import Quantity, Span, Text
from kesos.values import _locales as locales
from kesos.words import Sentence, hint

_STRUCK = ("person", "family")
"""These say whom the event struck, and stand in its own line."""


Asked = Iterable[tuple[DisasterEvent, AidStandard]]
_Many = int | Quantity | Span[int]


def say_unused(asked: Asked, language: str) -> list[str]:
    """The counts that no item is given for, in a line; none that are zero or not known.

    Of several events those of one kind are added up, each event once; what one of several standards asks for is used.
    """
    standards: dict[DisasterEvent, list[AidStandard]] = {}
    for event, standard in asked:
        if any(code not in _STRUCK for code in event.counts):
            standards.setdefault(event, []).append(standard)
    found: dict[tuple[str, Text, str], list[_Many]] = {}
    for event, each in standards.items():
        used = {item.per for standard in {id(one): one for one in each}.values() for item in standard.items}
        for code, number in event.counts.items():
            if code not in used and code not in _STRUCK:
                for many, name, of in _known(_count(code, each[0]), number, language):
                    found.setdefault((type(many).__name__, name, of), []).append(many)
    said = [_said(many, name, of, language) for (_, name, of), each in found.items() for many in _added(each)]
    return [say("unused", language, counts=", ".join(said))] if said else []


def say_misspelt(event: DisasterEvent, standard: AidStandard, language: str) -> list[str]:
    """The counts that nobody knows and that are a slip of the pen for one that somebody does, in a line."""
    near = {code: meant for code in event.counts if (meant := _meant(code, standard)) is not None}
    if not near:
        return []
    asked = [say("misspelt", language, count=code, meant=meant) for code, meant in near.items()]
    return [say("misspelt.counts", language, counts=", ".join(asked))]


def misspelt(code: str, counts: Iterable[str]) -> Sentence | None:
    """What to do where a count is wanted and one was given that is a slip of the pen for it."""
    given = next((each for each in counts if Count.meaning(each) is None and checks.slip_of(each, [code])), None)
    return None if given is None else hint("misspelt_count", given=given, meant=code)


def _meant(code: str, standard: AidStandard) -> Count | None:
    """The count that a code which neither kesos nor the standard knows is a slip of the pen for, if any."""
    if not isinstance(_count(code, standard), str):
        return None
    known = {count.code: count for count in (*standard.counts, *COUNTS)}
    return known.get(checks.slip_of(code, known) or "")


def _added(many: list[_Many]) -> list[_Many]:
    """The sum of whole numbers; what is measured, or known as a range, stands as it is."""
    whole = [each for each in many if isinstance(each, int)]
    return [sum(whole)] if len(whole) == len(many) else many


def _figure(many: _Many, language: str) -> str:
    return locales.number(many, language) if isinstance(many, int) else many.say(language)


def _count(code: str, standard: AidStandard) -> Count | str:
    """The count, also one of another standard that kesos brings; of one elsewhere its code, without underscores."""
    try:
        return standard.count(code)
    except InvalidValueError:
        return packaged_count(code) or code.replace("_", " ")


def _said(many: _Many, name: Text, of: str, language: str) -> str:
    said = f"{_figure(many, language)} {say_counted(name, many, language)}"
    return f"{said} ({of})" if of else said


def _known(count: Count | str, number: Number | ByClass, language: str) -> Iterator[tuple[_Many, Text, str]]:
    """Each number that is known and not zero, what is counted, and its classes in words."""
    cells = number.cells if isinstance(number, ByClass) else (((), number),)
    name, axes = (Text(count, count), ()) if isinstance(count, str) else (count.name, count.axis.axes)
    only = axes[0][0] if axes else name.id  # the axis of a class that was given by its word alone
    for classes, many in cells:
        if many is None or many == 0:
            continue
        of = ", ".join(say_class(axis or only, each, language) for axis, each in classes)
        yield many, name, of


__all__ = ["misspelt", "say_misspelt", "say_unused"]
