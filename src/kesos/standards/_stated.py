"""Everything that a standard says, clause by clause, in words and with its sources."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Literal, Protocol

from kesos.counts import Count
from kesos.hazards import Hazard
from kesos.standards._clauses import Durations, HazardReading, NotCovered, Validity, Window
from kesos.standards._items import Item
from kesos.values import LANGUAGES, Citation, Text

ClauseKind = Literal["validity", "window", "item", "reading"]
CLAUSES: dict[ClauseKind, Text] = {
    "validity": Text("masa berlaku", "validity"),
    "window": Text("jangka waktu", "days"),
    "item": Text("bantuan", "item"),
    "reading": Text("penafsiran", "reading"),
}
_OTHER_DAYS = Text("jangka waktu selain itu", "other days")
_NOT_COVERED = Text("tidak diatur", "not covered")
Said = tuple[Text, Text, Citation]


class Whole(Protocol):
    """A standard, as far as its clauses are said."""

    @property
    def validity(self) -> Validity: ...
    @property
    def durations(self) -> Durations | None: ...
    @property
    def counts(self) -> tuple[Count, ...]: ...
    @property
    def names(self) -> Mapping[str, Text]: ...
    @property
    def windows(self) -> tuple[Window, ...]: ...
    @property
    def items(self) -> tuple[Item, ...]: ...
    @property
    def readings(self) -> tuple[HazardReading, ...]: ...
    @property
    def not_covered(self) -> tuple[NotCovered, ...]: ...
    def hazard(self, hazard: Hazard | str) -> Hazard:
        """The hazard of this code."""
        ...


def clauses_of(standard: Whole) -> dict[tuple[ClauseKind, str], Said]:
    """Its clauses by kind and by the code of the item or hazard: what each is called, what it says, and where."""
    validity = standard.validity
    clauses: dict[tuple[ClauseKind, str], Said] = {
        ("validity", "validity"): (CLAUSES["validity"], _text(validity.say), validity.citation)
    }
    for window in standard.windows:
        days = _text(partial(window.say, brief=True))
        for code in window.hazards:
            clauses["window", code] = (standard.hazard(code).name, days, window.citation)
    for item in standard.items:
        clauses["item", item.code] = (item.name, _text(partial(_granted, standard, item)), item.citation)
    for reading in standard.readings:
        read_as = standard.hazard(reading.read_as).name
        clauses["reading", reading.hazard] = (standard.hazard(reading.hazard).name, read_as, reading.citation)
    return clauses


def stated(standard: Whole) -> list[Said]:
    """The same with what each is about in its name, and with the hazards that are left to another standard."""
    rows = [(named(kind, name), said, source) for (kind, _), (name, said, source) in clauses_of(standard).items()]
    if standard.durations is not None:
        rows.append((_OTHER_DAYS, standard.durations.note, standard.durations.citation))
    for each in standard.not_covered:
        rows += [(_joined(_NOT_COVERED, standard.hazard(code).name), each.note, each.citation) for code in each.hazards]
    return rows


def named(kind: ClauseKind, name: Text) -> Text:
    """A clause by its kind and by what it is about."""
    return name if CLAUSES[kind] == name else _joined(CLAUSES[kind], name)


def _joined(kind: Text, name: Text) -> Text:
    return _text(lambda language: f"{kind.say(language)}: {name.say(language)}")


def _granted(standard: Whole, item: Item, language: str) -> str:
    """What is granted, by which count and, where the item's words say so, to whom."""
    own = next((count.name for count in standard.counts if count.code == item.per), None)
    said = item.say(language, per=own, names=standard.names)
    return said if item.suits is None or item.suits.is_open else f"{said}; {item.suits.say(language)}"


def _text(say: Callable[[str], str]) -> Text:
    return Text(**{language: say(language) for language in LANGUAGES})


__all__ = ["CLAUSES", "ClauseKind", "Said", "clauses_of", "named", "stated"]
