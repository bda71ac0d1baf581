"""An answer as a row among others: the event, the days, and a column for each item."""

from __future__ import annotations

from collections.abc import Iterable

from kesos.events import DisasterEvent
from kesos.relief._lines import Unknown, Unspecified
from kesos.relief._terms import Owed
from kesos.standards import Item
from kesos.values import LANGUAGES, Span, Text
from kesos.values._display import UNSPECIFIED
from kesos.values._tabulated import NOTHING, Shown, ShownRow

EVENT, _DAYS = Text("Kejadian", "Event"), Text("Hari", "Days")
SEVERAL = Text("Bantuan menurut kejadian", "Aid by event")
"""What a table of answers and refusals is of."""
_AT_MOST = Text("paling banyak", "at most")


def name_of(event: DisasterEvent) -> Text:
    """What struck where and when."""
    said = (f"{event.hazard.label(each)}, {event.place}, {event.period.say(each)}" for each in LANGUAGES)
    return Text(*said)


def about(event: DisasterEvent, least: int | None, most: int | None) -> ShownRow:
    """What struck where and when, and for how many days aid is given."""
    days = NOTHING if least is None or most is None else least if least == most else Span(least, most)
    return Shown(EVENT, name_of(event)), Shown(_DAYS, days)


def of_items(
    owed: Iterable[tuple[Item, Owed]], unknown: Iterable[Unknown], unspecified: Iterable[Unspecified]
) -> ShownRow:
    """A column for each item; one that is a ceiling has a column of its own."""
    return (
        *(Shown(_head(item), quantity, adds=True) for item, quantity in owed),
        *(Shown(_head(each.item), None, adds=True) for each in unknown),
        *(Shown(_head(each.item), UNSPECIFIED, adds=True) for each in unspecified),
    )


def _head(item: Item) -> Text:
    if item.bound != "ceiling":
        return item.name
    return Text(f"{item.name.id}, {_AT_MOST.id}", f"{item.name.en}, {_AT_MOST.en}")


__all__ = ["EVENT", "SEVERAL", "about", "name_of", "of_items"]
