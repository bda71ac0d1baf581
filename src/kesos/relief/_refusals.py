"""What got no answer, and why: the row, the event or what stood in its place, and the refusal."""

from __future__ import annotations

from typing import ClassVar

import attrs

from kesos.counts import Count
from kesos.errors import FaultsError, KesosError
from kesos.events import DisasterEvent
from kesos.records import Fieldwise
from kesos.relief._kept import KeepsRefusal
from kesos.relief._shown import EVENT, SEVERAL, name_of
from kesos.standards._saying import say
from kesos.values import Text
from kesos.values._showing import Rowed
from kesos.values._tabulated import Noted, Shown, ShownRow
from kesos.words import show_value

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
    event: object = attrs.field(repr=show_value)
    error: KesosError
    district: str | None = None

    def say(self, language: str) -> str:
        """That the event is left out, and why."""
        if self.event is None:
            return say("total.without_row", language, row=self.row, reason=self.reason(language))
        event = self.event if isinstance(self.event, DisasterEvent) else show_value(self.event)
        return say("total.without", language, event=event, reason=self.reason(language))

    def reason(self, language: str) -> str:
        """Why, in "id" or "en", for who does not program: a field by what officials call it, and not by its code."""
        of_event = isinstance(self.event, DisasterEvent)  # a sentence on an event that is one says what it is about
        name = _name_of(self.error.field or "")
        if isinstance(self.error, FaultsError) or not (of_event or name):
            return self.error.message(language)
        told = self.error.to_dict(language)
        message = told["message"] if of_event or name is None else f"{name.say(language)}: {told['message']}"
        return ". ".join(f"{part[0].upper()}{part[1:]}" for part in (message, told["hint"]) if part)

    def __row__(self) -> ShownRow:
        if isinstance(self.event, DisasterEvent):
            event: object = name_of(self.event)
        else:
            event = Text(f"baris {self.row}", f"row {self.row}") if self.event is None else show_value(self.event)
        reason = Text(self.error.say("id"), self.error.say("en"))
        return Shown(EVENT, event), Shown(_REMARK, Noted(_NOT_COUNTED, reason))


def _name_of(field: str) -> Text | Count | None:
    return Count.meaning(field.removeprefix("counts.")) if field.startswith("counts.") else _FIELDS.get(field)


__all__ = ["Refusal", "Row"]
