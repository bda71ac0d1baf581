"""What every plan is asked by: a standard, how long, of what, and in whose name."""

from __future__ import annotations

from collections.abc import Iterable

import attrs
from attrs.converters import optional

from kesos import _checks as checks
from kesos.errors import DurationError, InvalidValueError
from kesos.events import DisasterEvent
from kesos.planning._stock import Stock
from kesos.records import Plain, Recorded
from kesos.standards import AidStandard, Item
from kesos.standards._amounts import LONGEST_WINDOW
from kesos.standards._axes import Indices
from kesos.standards._items import OPEN
from kesos.values import Decision, Quantity


def event_of(event: DisasterEvent) -> DisasterEvent:
    """An event; made to be a field's converter."""
    return checks.instance(event, "event", DisasterEvent)


def stock_of(stock: Stock) -> Stock:
    """A stock; made to be a field's converter."""
    return checks.instance(stock, "stock", Stock)


def events_of(events: Iterable[DisasterEvent]) -> tuple[DisasterEvent, ...]:
    """Several events; made to be a field's converter."""
    return checks.items(events, "events", DisasterEvent)


def _standard(standard: AidStandard) -> AidStandard:
    return checks.instance(standard, "standard", AidStandard)


def _flag(extended: bool) -> bool:
    return checks.flag(extended, "extended")


def _most(most: int) -> int:
    return checks.within(most, "most", least=1, most=LONGEST_WINDOW)


def _codes(items: Iterable[str]) -> tuple[str, ...]:
    return checks.each(checks.slug, items, "items")


def _decision(decision: Decision | None) -> Decision | None:
    return checks.known_instance(decision, "decision", Decision)


def _indices(indices: Indices | Iterable[tuple[str, Quantity]] | None) -> tuple[tuple[str, Quantity], ...]:
    return () if indices is None else checks.pairs(indices, "indices")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Asked(Recorded):
    """What every plan is asked by.

    Args:
        standard: The standard.
        extended: Whether days go on into the extension of a window that has one.
        most: No more days than so many; needed where the source of an item gives no number of days.
        items: The codes of the items that the plan is about; left out, all that the standard grants without choosing
            recipients.
        decision: The decision in whose name `most` lies beyond a window.
        indices: The amounts that the standard says whoever asks brings along.
    """

    standard: AidStandard = attrs.field(converter=_standard)
    extended: bool = attrs.field(default=False, converter=_flag)
    most: int | None = attrs.field(default=None, converter=optional(_most))
    items: tuple[str, ...] = attrs.field(default=(), converter=_codes)
    decision: Decision | None = attrs.field(default=None, converter=_decision)
    indices: tuple[tuple[str, Quantity], ...] = attrs.field(default=(), converter=_indices)

    @property
    def planned(self) -> tuple[Item, ...]:
        """The items that the plan is about.

        Raises:
            UnknownItemError: The standard has no item of a code that was asked for.
            InvalidValueError: One is for recipients whom people choose.
            DurationError: The source of one gives no number of days, and neither does `most`.
        """
        for code in self.items:
            if self.standard.item(code).per == "recipient":
                raise InvalidValueError("not_planned.selective", field="items", value=code)
        planned = tuple(item for item in self.standard.granted if not self.items or item.code in self.items)
        for item in planned:
            if item.window == OPEN and self.most is None:
                raise DurationError("open_window.plan", field="most", item=item.name)
        return planned

    def to_dict(self) -> Plain:
        """What was asked, and nothing of what came out: `from_dict` makes the plan of it again. `record` holds both."""
        return super().to_dict()


__all__ = ["Asked", "event_of", "events_of", "stock_of"]
