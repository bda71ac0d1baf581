"""What entitlement answers with: frozen mappings from item to quantity that know their inputs and their sources."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from typing import TypeVar

import attrs

from kesos.errors import KesosError, UnknownItemError, UnspecifiedQuantityError, show_value
from kesos.events import DisasterEvent
from kesos.records import Plain, as_json
from kesos.relief import _explanations as explanations
from kesos.relief import _recording as recording
from kesos.standards import AidStandard, HazardReading, Item, Window
from kesos.values import Citation, Decision, Quantity, Span, TableView, Text
from kesos.values import _checks as checks


@attrs.frozen(kw_only=True)
class Line:
    """One item of an answer, and how its quantity came about: rate × multiplier × times.

    Args:
        item: What is owed, with its rate and its citation.
        quantity: How much of it.
        multiplier: How many people, families, groups or recipients the rate was taken for.
        times: How many days or months it was taken for; None where it is given once.

    >>> from kesos.relief import entitle
    >>> from kesos.events import DisasterEvent
    >>> from kesos.standards import PEDUM_2003
    >>> flood = DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", people=860)
    >>> rice = entitle(flood, PEDUM_2003, days=7).lines[0]
    >>> print(rice.item.rate, "×", rice.multiplier, "×", rice.times, "=", rice.quantity)
    400 g × 860 × 7 = 2.408 kg
    """

    item: Item
    quantity: Quantity
    multiplier: int
    times: int | None = None

    @property
    def code(self) -> str:
        """The item's code."""
        return self.item.code

    @property
    def citation(self) -> Citation:
        """Where the standard grants it."""
        return self.item.citation


@attrs.frozen(kw_only=True)
class Unspecified:
    """An item that the standard names without a number: how often the blank would be taken, as far as that is known.

    Args:
        item: What is named, with its citation.
        multiplier: How many people, families, groups or recipients it is for; None where not known.
        times: How many days or months; None where it is given once.
    """

    item: Item
    multiplier: int | None
    times: int | None = None

    @property
    def code(self) -> str:
        """The item's code."""
        return self.item.code

    @property
    def citation(self) -> Citation:
        """Where the standard names it."""
        return self.item.citation


V = TypeVar("V", Quantity, Span[Quantity])


class ItemMapping(Mapping[str, V]):
    """A mapping from item codes to amounts that refuses to give what its standard leaves blank."""

    __slots__ = ()

    @property
    @abstractmethod
    def unspecified(self) -> tuple[Unspecified, ...]:
        """The items whose number the standard leaves blank; they are not among the keys."""

    @abstractmethod
    def explain(self, language: str = "id") -> str:
        """Every number with its rate, its source and how well that is known, in "id" or "en"."""

    @abstractmethod
    def _record(self) -> Plain: ...

    def to_record(self) -> Plain:
        """The answer as plain values: inputs, standard with its digest, lines with rate, quantity and citation."""
        return self._record()

    def to_json(self) -> str:
        """The answer as JSON text; `kesos.verify` checks it, `kesos.relief.read_record` brings it back."""
        return as_json(self._record())

    @abstractmethod
    def table(self, language: str = "id") -> TableView:
        """The amounts as a table in "id" or "en", the source under it."""

    def __str__(self) -> str:
        return self.table().plain()

    def _repr_html_(self) -> str:
        return self.table().html()

    @abstractmethod
    def _amounts(self) -> Iterator[tuple[str, V]]: ...

    def __getitem__(self, code: str) -> V:
        if not isinstance(code, str):
            raise self._no_item(code)
        for known, amount in self._amounts():
            if known == code:
                return amount
        blank = next((each for each in self.unspecified if each.code == code), None)
        if blank is not None:
            raise UnspecifiedQuantityError(
                Text(
                    f"standar menyebut {blank.item.label('id')} tanpa angka",
                    f"the standard names {blank.item.label('en')} without a number",
                ),
                field=code,
                value=None,
                hint=Text(f"Sumber: {blank.citation.say('id')}.", f"Source: {blank.citation.say('en')}."),
            )
        raise self._no_item(code)

    def _no_item(self, code: object) -> UnknownItemError:
        return UnknownItemError(
            Text(
                f"jawaban ini tidak memuat barang {show_value(code)}",
                f"this answer has no item {show_value(code)}",
            ),
            field="item",
            value=code,
            hint=checks.did_you_mean(code, self) if len(self) else None,
        )

    def __iter__(self) -> Iterator[str]:
        return (code for code, _ in self._amounts())

    def __len__(self) -> int:
        return sum(1 for _ in self._amounts())

    def __contains__(self, code: object) -> bool:
        return isinstance(code, str) and any(known == code for known, _ in self._amounts())


@attrs.frozen(kw_only=True, repr=False)
class Relief(ItemMapping[Quantity]):
    """The aid that a standard grants for one event and a number of days.

    It maps item codes to quantities. Everything that it follows from is in it, so that an equal answer can be computed
    anew from it at any time.

    Args:
        event: The event.
        standard: The standard.
        days: For how many days.
        lines: The items, in the standard's order.
        unspecified: The items whose number the standard leaves blank.
        extended: Whether the extension of the window was asked for.
        recipients: For how many recipients each selective item was asked.
        decision: The decision in whose name the days were set, where there is one.

    >>> from kesos.relief import entitle
    >>> from kesos.events import DisasterEvent
    >>> from kesos.standards import PEDUM_2003
    >>> flood = DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", people=860)
    >>> entitle(flood, PEDUM_2003, days=7)
    <Relief flood, Kelurahan Pangkut, 7 days: rice=2408000 g, side_dishes=36120000 IDR>
    """

    event: DisasterEvent
    standard: AidStandard
    days: int
    lines: tuple[Line, ...]
    _unspecified: tuple[Unspecified, ...] = attrs.field(default=(), alias="unspecified")
    extended: bool = False
    recipients: tuple[tuple[str, int], ...] = ()
    decision: Decision | None = None

    def _amounts(self) -> Iterator[tuple[str, Quantity]]:
        return ((line.item.code, line.quantity) for line in self.lines)

    @property
    def unspecified(self) -> tuple[Unspecified, ...]:
        """The items whose number the standard leaves blank."""
        return self._unspecified

    @property
    def people(self) -> int | None:
        """The people of the event."""
        return self.event.people

    @property
    def window(self) -> Window:
        """The window of days that the standard gives the event's hazard."""
        window = self.standard.window_for(self.event.hazard)
        assert window is not None  # entitle refuses an event without one
        return window

    @property
    def reading(self) -> HazardReading | None:
        """The reading by which the standard covers the hazard; None where it names it."""
        return self.standard.reading_for(self.event.hazard)

    def explain(self, language: str = "id") -> str:
        """Every number with its rate, its source and how well that is known, in "id" or "en"."""
        return explanations.explain_relief(self, language)

    def _record(self) -> Plain:
        return recording.relief_record(self)

    def table(self, language: str = "id") -> TableView:
        """The amounts as a table in "id" or "en", the source under it."""
        return explanations.relief_table(self, language)

    def __repr__(self) -> str:
        amounts = ", ".join(f"{code}={quantity.amount} {quantity.unit.code}" for code, quantity in self._amounts())
        return f"<Relief {self.event.hazard.code}, {self.event.place}, {self.days} days: {amounts}>"


@attrs.frozen(kw_only=True, repr=False)
class ReliefRange(ItemMapping[Span[Quantity]]):
    """The aid at the least and at the most days that a standard gives; it maps item codes to spans.

    Args:
        minimum: The aid for the least number of days.
        maximum: The aid for the most, without an extension.
        extended: The aid with the extension; None where the standard knows none.

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

    minimum: Relief
    maximum: Relief
    extended: Relief | None

    def _amounts(self) -> Iterator[tuple[str, Span[Quantity]]]:
        return ((code, Span(least, self.maximum[code])) for code, least in self.minimum.items())

    @property
    def unspecified(self) -> tuple[Unspecified, ...]:
        """The items whose number the standard leaves blank."""
        return self.minimum.unspecified

    @property
    def event(self) -> DisasterEvent:
        """The event."""
        return self.minimum.event

    @property
    def standard(self) -> AidStandard:
        """The standard."""
        return self.minimum.standard

    def explain(self, language: str = "id") -> str:
        """Every number with its rate, its source and how well that is known, in "id" or "en"."""
        return explanations.explain_range(self, language)

    def _record(self) -> Plain:
        return recording.range_record(self)

    def table(self, language: str = "id") -> TableView:
        """The amounts as a table in "id" or "en", the source under it."""
        return explanations.range_table(self, language)

    def __repr__(self) -> str:
        spans = ", ".join(
            f"{code}={span.minimum.amount}–{span.maximum.amount} {span.minimum.unit.code}"
            for code, span in self._amounts()
        )
        extended = f", extended {self.extended.days}" if self.extended else ""
        days = f"{self.minimum.days}–{self.maximum.days} days{extended}"
        return f"<ReliefRange {self.event.hazard.code}, {self.event.place}, {days}: {spans}>"


@attrs.frozen(kw_only=True)
class Refusal:
    """An event that got no answer, and why.

    Args:
        row: Its place in what was passed in, counted from zero.
        event: The event, or whatever stood in its place.
        error: The refusal.

    >>> from kesos.relief import entitle_all
    >>> from kesos.events import DisasterEvent
    >>> from kesos.standards import PEDUM_2003
    >>> flood = DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", people=860)
    >>> refusal = entitle_all([flood, "a flood"], PEDUM_2003, days=7).refused[0]
    >>> refusal.row, refusal.error.code, refusal.error.field
    (1, 'wrong_type', 'event')
    """

    row: int
    event: object = attrs.field(repr=show_value)
    error: KesosError


@attrs.frozen(kw_only=True, repr=False)
class ReliefTotal(ItemMapping[Quantity]):
    """What several answers add up to, item by item.

    Args:
        answers: What was added.
        left_out: What could not be added, and why; the explanation names it.

    >>> from kesos.relief import entitle, total
    >>> from kesos.events import DisasterEvent
    >>> from kesos.standards import PEDUM_2003
    >>> flood = DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", people=860)
    >>> total([entitle(flood, PEDUM_2003, days=days) for days in (3, 4)])
    <ReliefTotal of 2 answers: rice=2408000 g, side_dishes=36120000 IDR>
    """

    answers: tuple[Relief, ...]
    left_out: tuple[Refusal, ...] = ()

    def _amounts(self) -> Iterator[tuple[str, Quantity]]:
        amounts: dict[str, Quantity] = {}
        for answer in self.answers:
            for code, quantity in answer.items():
                amounts[code] = amounts[code] + quantity if code in amounts else quantity
        return iter(amounts.items())

    @property
    def unspecified(self) -> tuple[Unspecified, ...]:
        """The items whose number a standard leaves blank, with all their recipients."""
        blanks: dict[Item, list[int | None]] = {}
        for answer in self.answers:
            for blank in answer.unspecified:
                blanks.setdefault(blank.item, []).append(blank.multiplier)
        return tuple(Unspecified(item=item, multiplier=_sum(each)) for item, each in blanks.items())

    def item(self, code: str) -> Item:
        """The item behind a code, as the first answer has it.

        Raises:
            UnknownItemError: No answer has it.
        """
        for answer in self.answers:
            for line in answer.lines:
                if isinstance(code, str) and line.code == code:
                    return line.item
        raise self._no_item(code)

    def explain(self, language: str = "id") -> str:
        """Every number with its rate, its source and how well that is known, in "id" or "en"."""
        return explanations.explain_total(self, language)

    def _record(self) -> Plain:
        return recording.total_record(self)

    def table(self, language: str = "id") -> TableView:
        """The amounts as a table in "id" or "en", the source under it."""
        return explanations.total_table(self, language)

    def __repr__(self) -> str:
        amounts = ", ".join(f"{code}={quantity.amount} {quantity.unit.code}" for code, quantity in self._amounts())
        left_out = f", {len(self.left_out)} left out" if self.left_out else ""
        return f"<ReliefTotal of {len(self.answers)} answers{left_out}: {amounts}>"


def _sum(multipliers: list[int | None]) -> int | None:
    known = [multiplier for multiplier in multipliers if multiplier is not None]
    return sum(known) if len(known) == len(multipliers) else None


@attrs.frozen(kw_only=True)
class Batch:
    """The answers for several events, and the events that got none.

    Args:
        answers: An answer for each event that the standard serves, in order.
        refused: Each event that it does not, with its row and the reason.

    >>> from kesos.relief import entitle_all
    >>> from kesos.events import DisasterEvent
    >>> from kesos.standards import PEDUM_2003
    >>> flood = DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", people=860)
    >>> batch = entitle_all([flood, "a flood"], PEDUM_2003, days=7)
    >>> len(batch.answers), len(batch.refused), batch.total
    (1, 1, <ReliefTotal of 1 answers, 1 left out: rice=2408000 g, side_dishes=36120000 IDR>)
    """

    answers: tuple[Relief, ...]
    refused: tuple[Refusal, ...]

    @property
    def total(self) -> ReliefTotal:
        """What the answers add up to; it names what it had to leave out."""
        return ReliefTotal(answers=self.answers, left_out=self.refused)
