"""The answer at both ends of a standard's window: a mapping from item to span, and the extension where it has one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import ClassVar, cast

import attrs

from kesos._checks import fill_field
from kesos.events import DisasterEvent
from kesos.records import Plain, to_plain
from kesos.relief._answers import (
    AID,
    Given,
    ItemMapping,
    Relief,
    basis,
    floor_note,
    say_not_counted,
    show_amounts,
    window_given,
)
from kesos.relief._computation import Recipients, window_for
from kesos.relief._lasting import Days as GivenDays
from kesos.relief._lasting import End
from kesos.relief._lines import Unknown, Unspecified
from kesos.relief._shown import SEVERAL, about, of_items
from kesos.relief._unused import say_misspelt, say_unused
from kesos.relief._within import say_within, span_within
from kesos.standards import AidStandard, Days
from kesos.standards._axes import Indices
from kesos.standards._saying import say
from kesos.values import Place, Quantity, Span, TableView, Text
from kesos.values._display import UNKNOWN, UNSPECIFIED, unsaid
from kesos.values._tabulated import ShownRow
from kesos.values._texts import check_language

_SHORTEST = Text("Jangka waktu terpendek", "The shortest time")
_LONGEST = Text("Jangka waktu terpanjang", "The longest time")
_WITH_THE_EXTENSION = Text("Dengan perpanjangan", "With the extension")
_EXTENDED = Text("Diperpanjang", "Extended")


@attrs.frozen(kw_only=True, init=False, repr=False, weakref_slot=False)
class ReliefRange(ItemMapping[Span[Quantity]]):
    """The aid at the least and at the most days that a standard gives; it maps item codes to spans.

    A span is from the least to the most that any number of days of the window gives. Mostly that is from the least days
    to the most; a rate that changes with the day may give more in between, or less after more days.

    Args:
        event: The event.
        standard: The standard.
        recipients: For how many recipients each selective item was asked.
        indices: What the caller says that indices are.
        counted_only: Whether places that are not counted yet are left out.

    Attributes:
        minimum: The aid for the least number of days.
        maximum: The aid for the most, without an extension.
        extended: The aid with the extension; None where the standard knows none.

    Raises:
        KesosError: As `entitle_range` does.

    >>> from kesos.relief import entitle_range
    >>> from kesos.events import DisasterEvent
    >>> from kesos.standards import PEDUM_2003
    >>> flood = DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", people=860)
    >>> window = entitle_range(flood, PEDUM_2003)
    >>> window.minimum.days, window.maximum.days, window.extended.days
    (3, 7, 12)
    >>> print(window["rice"])
    1.032 kg – 2.408 kg
    """

    __several__: ClassVar[Text] = SEVERAL

    event: DisasterEvent
    standard: AidStandard
    recipients: tuple[tuple[str, int], ...]
    indices: tuple[tuple[str, Quantity], ...]
    counted_only: bool
    minimum: Relief = attrs.field(init=False, eq=False)
    maximum: Relief = attrs.field(init=False, eq=False)
    extended: Relief | None = attrs.field(init=False, eq=False)

    def __init__(
        self,
        *,
        event: DisasterEvent,
        standard: AidStandard,
        recipients: Given[int] | None = None,
        indices: Given[Quantity] | None = None,
        counted_only: bool = False,
    ) -> None:
        window = window_for(event, standard)
        windows = [window, *(item.window for item in standard.granted)]
        longer = any(isinstance(each, Days) and each.extended is not None for each in windows)
        ends = [
            Relief(
                event=event,
                standard=standard,
                days=_each_end(end, standard, window),
                recipients=recipients,
                indices=indices,
                counted_only=counted_only,
            )
            for end in ("minimum", "maximum", *(("extended",) if longer else ()))
        ]
        fill_field(self, "event", event)
        fill_field(self, "standard", standard)
        fill_field(self, "recipients", ends[0].recipients)
        fill_field(self, "indices", ends[0].indices)
        fill_field(self, "counted_only", counted_only)
        fill_field(self, "minimum", ends[0])
        fill_field(self, "maximum", ends[1])
        fill_field(self, "extended", ends[2] if longer else None)

    @cached_property
    def _amounts(self) -> Mapping[str, Span[Quantity]]:  # pyright: ignore[reportIncompatibleMethodOverride]  # it is read like a property
        return {code: span for code, span in self._spans.items() if isinstance(span, Span)}

    @cached_property
    def _spans(self) -> Mapping[str, Span[Quantity] | Unknown]:
        """What each item that is known at both ends comes to within the window, and why it is not known there."""
        return {
            line.code: span_within(line, self.minimum, self.maximum)
            for line in self.minimum.lines
            if line.code in self.maximum
        }

    @property
    def unspecified(self) -> tuple[Unspecified, ...]:
        """The items whose number the standard leaves blank."""
        return self.minimum.unspecified

    @property
    def unknown(self) -> tuple[Unknown, ...]:
        """The items whose quantity is not known for some number of days of the window, and why."""
        between = [each for each in self._spans.values() if isinstance(each, Unknown)]
        first = {each.code: each for each in (*self.maximum.unknown, *self.minimum.unknown, *between)}
        return tuple(first.values())

    @property
    def not_counted(self) -> tuple[Place, ...]:
        """The places that an item does not count since nobody has yet, where only the counted were asked for."""
        return self.maximum.not_counted

    def explain(self, language: str = "id") -> str:
        """Every number with its rate, its source and how well that is known, in "id" or "en"."""
        parts = [
            f"== {title.say(language)} ==\n{answer.explain(language)}"
            for title, answer in self._answers(_WITH_THE_EXTENSION)
        ]
        if self.extended is None:
            parts.append(say("no_extension", language))
        parts += say_within(self._spans, (self.minimum, self.maximum), language)
        return "\n\n".join(parts)

    def table(self, language: str = "id") -> TableView:
        """The amounts as a table in "id" or "en", the source under it."""
        check_language(language)
        columns = self._answers(_EXTENDED)
        header = [
            name.say(language) + ("" if each.days is None else f" ({Quantity(each.days, 'day').say(language)})")
            for name, each in columns
        ]
        window = self.maximum.window
        unknown = unsaid(UNKNOWN, language)
        names = {line.code: line.item.name for _, each in columns for line in each.lines}
        names |= {each.code: each.item.name for each in self.unknown}
        owed = [{line.code: line.say_quantity(language) for line in each.lines} for _, each in columns]
        rows = [(name.say(language), *(said.get(code, unknown) for said in owed)) for code, name in names.items()]
        blank = unsaid(UNSPECIFIED, language)
        rows += [(each.item.name.say(language), *(blank for _ in columns)) for each in self.unspecified]
        return TableView(
            caption=self.event.say(language),
            header=(AID.say(language), *header),
            rows=tuple(rows),
            notes=(
                *self.standard.head(language),
                *([] if window is None else [window_given(window, language), *basis(self.maximum, language)]),
                *say_not_counted(self.maximum, language),
                *say_misspelt(self.event, self.standard, language),
                *say_unused([(self.event, self.standard)], language),
                *say_within(self._spans, (self.minimum, self.maximum), language),
                *floor_note(self.maximum, language),
            ),
            numbers=tuple(range(1, len(columns) + 1)),
        )

    def __row__(self) -> ShownRow:
        owed = ((line.item, self[line.code]) for line in self.maximum.lines if line.code in self)
        return (
            *about(self.event, self.minimum.days, self.maximum.days),
            *of_items(owed, self.unknown, self.unspecified),
        )

    def __beneath__(self, language: str) -> tuple[str, ...]:
        return self.maximum.__beneath__(language)

    def record(self) -> Plain:
        """The answers at the ends of the window, and with the extension, as plain values."""
        from kesos.relief._records import RangeRecord

        plain: Plain = to_plain(RangeRecord.of(self))
        return plain

    def __repr__(self) -> str:
        extended = f", extended {self.extended.days}" if self.extended else ""
        days = f"{self.minimum.days}–{self.maximum.days} days{extended}"
        least = f"; not counted: {', '.join(map(str, self.not_counted))}" if self.not_counted else ""
        return f"<ReliefRange {self.event.hazard.code}, {self.event.place}, {days}: {show_amounts(self)}{least}>"

    def _answers(self, extended: Text) -> list[tuple[Text, Relief]]:
        """Each answer with its title; `extended` is the title of the last, where there is one."""
        answers = [(_SHORTEST, self.minimum), (_LONGEST, self.maximum)]
        return answers if self.extended is None else [*answers, (extended, self.extended)]


def _each_end(end: str, standard: AidStandard, window: Days | None) -> GivenDays:
    """One end of every window; an item that knows no extension keeps its most days."""
    own = {item.code: item.window or window for item in standard.granted if item.needs_days}
    if end != "extended" or all(isinstance(each, Days) and each.extended is not None for each in own.values()):
        return cast(End, end)
    return {
        code: "extended" if isinstance(each, Days) and each.extended is not None else "maximum"
        for code, each in own.items()
    }


def entitle_range(
    event: DisasterEvent,
    standard: AidStandard,
    *,
    recipients: Recipients | None = None,
    indices: Indices | None = None,
    counted_only: bool = False,
) -> ReliefRange:
    """The aid at the least and at the most days that the standard gives: what the law gives as a range stays one.

    Raises:
        KesosError: As `entitle` does; a DurationError where the source of an item gives no number of days.

    >>> from kesos.standards import PEDUM_2003
    >>> flood = DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", people=860)
    >>> print(entitle_range(flood, PEDUM_2003)["rice"])
    1.032 kg – 2.408 kg
    """
    return ReliefRange(
        event=event, standard=standard, recipients=recipients, indices=indices, counted_only=counted_only
    )


__all__ = ["ReliefRange", "entitle_range"]
