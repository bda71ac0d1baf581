"""What got no answer, and why: the row, the event or what stood in its place, and the refusal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from kesos import _checks as checks
from kesos.counts import Count
from kesos.errors import FaultsError, KesosError, check_language
from kesos.events import DisasterEvent
from kesos.records import Fieldwise
from kesos.relief._kept import KeepsRefusal, apart, refusal_apart
from kesos.relief._lines import say_problem, say_reason
from kesos.relief._shown import EVENT, SEVERAL, name_of
from kesos.standards._saying import say
from kesos.values import Text
from kesos.values._showing import Rowed
from kesos.values._tabulated import Noted, Shown, ShownRow
from kesos.words import say_value, show_value

_REMARK, _NOT_COUNTED = Text("Keterangan", "Remark"), Text("belum dapat dihitung", "could not be counted yet")

_FIELDS = {
    "hazard": Text("Jenis bencana", "Hazard"),
    "place": Text("Lokasi", "Place"),
    "period": Text("Tanggal", "Day"),
    "people": Text("Jiwa", "People"),
    "families": Text("KK", "Families"),
}
"""What officials call a field of an event; whoever calls kesos knows it by its name."""

Row = int | str
"""How a row is called where it comes from: its place, counted from zero, or the label of a frame's index."""


class Places(tuple[Row, ...]):
    """Rows that are called by their places, counted from zero; whoever reads of them is told places from one."""

    __slots__ = ()


def numbered(row: Row, of_places: bool) -> Row:
    """What a row is called in print: a place that is counted from zero is counted from one there.

    >>> numbered(0, True), numbered(5, False), numbered("b7", True)
    (1, 5, 'b7')
    """
    return row + 1 if of_places and isinstance(row, int) else row


def _error(error: KesosError) -> KesosError:
    return refusal_apart(checks.instance(error, "error", KesosError))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Refusal(KeepsRefusal, Rowed, Fieldwise):
    """An event that got no answer, and why.

    Args:
        row: Its place in what was passed in, counted from zero; or the label that came with it.
        event: The event, or whatever stood in its place; None where a reader gave its refusal alone.
        error: The refusal.
        district: The district that stands in a row of which a reader could make no event, where it knows it.

    >>> from kesos.relief import entitle_all
    >>> from kesos.events import DisasterEvent
    >>> from kesos.standards import PEDUM_2003
    >>> flood = DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", people=860)
    >>> refusal = entitle_all([flood, "a flood"], PEDUM_2003, days=7).refused[0]
    >>> refusal.row, refusal.error.code, refusal.error.field
    (1, 'wrong_type', 'event')
    """

    __several__: ClassVar[Text] = SEVERAL

    row: Row
    event: object = attrs.field(repr=show_value, converter=apart)
    error: KesosError = attrs.field(converter=_error)
    district: str | None = None

    def __attrs_post_init__(self) -> None:
        checks.settle(self, checks.text if isinstance(self.row, str) else checks.whole_number, "row")
        checks.settle(self, checks.known_text, "district")

    def say(self, language: str) -> str:
        """That the event is left out, and why."""
        event = self._called(language)
        if event is None:
            return say("total.without_row", language, row=self.row, reason=self.reason(language))
        return say("total.without", language, event=event, reason=self.reason(language))

    def _called(self, language: str) -> str | None:
        """What struck where and when, as far as what was given says so; None where it says nothing."""
        if isinstance(self.event, DisasterEvent):
            return self.event.say(language)
        if not isinstance(self.event, Mapping):
            return None if self.event is None else say_value(self.event, check_language(language))
        known = (self.event.get(field) for field in ("hazard", "place", "period"))
        # as any value is shown, cut and without the number of a card, but for the quotes
        return ", ".join(show_value(each)[1:-1] for each in known if isinstance(each, str) and each.strip()) or None

    def reason(self, language: str) -> str:
        """Why, in "id" or "en", for who does not program: a field by what officials call it, and not by its code."""
        of_event = isinstance(self.event, DisasterEvent)  # a sentence on an event that is one says what it is about
        name = _name_of(self.error.field or "")
        if isinstance(self.error, FaultsError):
            faults = ((fault, _called(fault.field, language)) for fault in self.error.faults)
            return ". ".join(say_reason(fault, language, of=of) for fault, of in faults)
        field = self.error.field if self.event is None else None
        of = None if of_event else field if name is None else name.say(language)
        return say_reason(self.error, language, of=of)

    def __row__(self) -> ShownRow:
        if isinstance(self.event, DisasterEvent):
            event = name_of(self.event)
        else:
            event = Text(self._called("id") or f"baris {self.row}", self._called("en") or f"row {self.row}")
        reason = Text(say_briefly(self.error, "id"), say_briefly(self.error, "en"))
        return Shown(EVENT, event), Shown(_REMARK, Noted(_NOT_COUNTED, reason))


def say_briefly(error: KesosError, language: str) -> str:
    """Why there is no answer, without what to do about it; of an event that is none, what is wrong with its fields."""
    if not isinstance(error, FaultsError):
        return say_problem(error, language)
    return "; ".join(say_problem(each, language, of=_called(each.field, language)) for each in error.faults)


def _called(field: str | None, language: str) -> str | None:
    """What officials call a field; its own name where they have none for it."""
    name = _name_of(field or "")
    return field if name is None else name.say(language)


def _name_of(field: str) -> Text | Count | None:
    return Count.meaning(field.removeprefix("counts.")) if field.startswith("counts.") else _FIELDS.get(field)


__all__ = ["Places", "Refusal", "Row", "numbered", "say_briefly"]
