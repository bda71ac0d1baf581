"""What got no answer, and why: the row, the event or what stood in its place, and the refusal."""

from __future__ import annotations

from typing import ClassVar

import attrs

from kesos.counts import Count
from kesos.errors import KesosError
from kesos.events import DisasterEvent
from kesos.records import Fieldwise
from kesos.relief._shown import EVENT, SEVERAL, name_of
from kesos.standards._saying import say
from kesos.values import Text
from kesos.values._showing import Rowed
from kesos.values._tabulated import Noted, Shown, ShownRow
from kesos.words import show_value

_REMARK, _NOT_COUNTED = Text("Keterangan", "Remark"), Text("belum dapat dihitung", "could not be counted yet")

_FIELDS = {"hazard": "Jenis bencana", "place": "Lokasi", "period": "Tanggal", "people": "Jiwa", "families": "KK"}
"""What officials call a field of an event; whoever calls kesos knows it by its name."""

Row = int | str
"""How a row is called where it comes from: its place, counted from zero, or the label of a frame's index."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Refusal(Rowed, Fieldwise):
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
        reason = self.reason(language)
        if self.event is None:
            return say("total.without_row", language, row=self.row, reason=reason)
        event = self.event if isinstance(self.event, DisasterEvent) else show_value(self.event)
        return say("total.without", language, event=event, reason=reason)

    def reason(self, language: str) -> str:
        """Why, in "id" or "en"; in Indonesian with what officials call the field that it is about."""
        told, field = self.error.message(language), self.error.field or ""
        words = _FIELDS.get(field)
        if field.startswith("counts."):
            count = Count.meaning(field.removeprefix("counts."))
            words = None if count is None else count.say(language)
        return told if words is None or language != "id" else f"{words}: {told.removeprefix(f'{field}: ')}"

    def __row__(self) -> ShownRow:
        if isinstance(self.event, DisasterEvent):
            event: object = name_of(self.event)
        else:
            event = Text(f"baris {self.row}", f"row {self.row}") if self.event is None else show_value(self.event)
        reason = Text(self.error.say("id"), self.error.say("en"))
        return Shown(EVENT, event), Shown(_REMARK, Noted(_NOT_COUNTED, reason))


__all__ = ["Refusal", "Row"]
