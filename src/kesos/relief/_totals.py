"""The answers for several events: what they add up to, item by item, and what got none and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Literal

import attrs

from kesos.errors import KesosError
from kesos.events import DisasterEvent
from kesos.records import FORMAT, VERSION, Plain, to_plain
from kesos.relief._answers import AID, QUANTITY, ItemMapping, Relief, ReliefRecord, show_amounts
from kesos.relief._lines import Unknown, Unspecified, UnspecifiedRecord, say_owed
from kesos.relief._terms import Owed
from kesos.standards import Item
from kesos.standards._saying import say
from kesos.values import Span, TableView
from kesos.values import _locales as locales
from kesos.values._display import UNKNOWN, UNSPECIFIED
from kesos.values._texts import check_language
from kesos.words import show_value


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

    def say(self, language: str) -> str:
        """That the event is left out, and why."""
        event = self.event if isinstance(self.event, DisasterEvent) else show_value(self.event)
        return say("total.without", language, event=event, reason=self.error.message(language))


@attrs.frozen(kw_only=True, repr=False)
class ReliefTotal(ItemMapping[Owed]):
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

    @cached_property
    def _sums(self) -> Mapping[str, Owed]:
        sums: dict[str, Owed] = {}
        for answer in self.answers:
            for line in answer.lines:
                code = line.item.code
                sums[code] = _plus(sums[code], line.quantity) if code in sums else line.quantity
        return {code: owed for code, owed in sums.items() if code not in self._unknown_by_code}

    @cached_property
    def _unknown_by_code(self) -> Mapping[str, tuple[Unknown, ...]]:
        found: dict[str, tuple[Unknown, ...]] = {}
        for answer in self.answers:
            for unknown in answer.unknown:
                found[unknown.code] = (*found.get(unknown.code, ()), unknown)
        return found

    @property
    def unknown(self) -> tuple[Unknown, ...]:
        """The items whose sum is not known, since a part of it is not: each as the first answer has it."""
        return tuple(each[0] for each in self._unknown_by_code.values())

    def _amounts(self) -> Iterable[tuple[str, Owed]]:
        return self._sums.items()

    @cached_property
    def unspecified(self) -> tuple[Unspecified, ...]:  # pyright: ignore[reportIncompatibleMethodOverride]  # it is read like a property
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
        if isinstance(code, str) and code in self._items:
            return self._items[code]
        raise self._no_item(code)

    @cached_property
    def _items(self) -> Mapping[str, Item]:
        items: dict[str, Item] = {}
        for answer in self.answers:
            for line in answer.lines:
                items.setdefault(line.item.code, line.item)
        return items

    def explain(self, language: str = "id") -> str:
        """The sums, what went into them, and what was left out and why, in "id" or "en"."""
        check_language(language)
        lines = [self._caption(language)]
        for code, quantity in self._sums.items():
            parts = " + ".join(answer[code].say(language) for answer in self.answers if code in answer)
            lines.append(f"{self.item(code).name.say(language)}: {parts} = {self._said(code, quantity, language)}")
        lines += [f"{each.item.name.say(language)}: {UNSPECIFIED.say(language)}" for each in self.unspecified]
        lines += [
            say("total.unknown", language, item=each[0].item.name, count=locales.number(len(each), language))
            for each in self._unknown_by_code.values()
        ]
        lines += [each.say(language) for each in self.left_out]
        for answer in self.answers:
            lines += ["", answer.explain(language)]
        return "\n".join(lines)

    def table(self, language: str = "id") -> TableView:
        """The sums as a table in "id" or "en"; how many answers are in them, and how many events are not."""
        check_language(language)
        same = {id(answer.standard): answer.standard for answer in self.answers}  # hashing 20,000 takes half a second
        standards = dict.fromkeys(same.values())
        rows = [
            (self.item(code).name.say(language), self._said(code, each, language)) for code, each in self._sums.items()
        ]
        rows += [(each.item.name.say(language), UNKNOWN.say(language)) for each in self.unknown]
        rows += [(each.item.name.say(language), UNSPECIFIED.say(language)) for each in self.unspecified]
        return TableView(
            caption=self._caption(language),
            header=tuple(word.say(language) for word in (AID, QUANTITY)),
            rows=tuple(rows),
            notes=tuple(note for standard in standards for note in standard.head(language)),
        )

    def record(self) -> Plain:
        """The sums, each answer in them, and what was left out and why, as plain values."""
        plain: Plain = to_plain(TotalRecord.of(self))
        return plain

    def _said(self, code: str, owed: Owed, language: str) -> str:
        """A sum; one with a ceiling in it is a ceiling too."""
        return say_owed(self._ceilings.get(code, self.item(code)), owed, language)

    @cached_property
    def _ceilings(self) -> Mapping[str, Item]:
        lines = (line for answer in self.answers for line in answer.lines)
        return {line.item.code: line.item for line in lines if line.item.bound == "ceiling"}

    def _caption(self, language: str) -> str:
        count = locales.number(len(self.answers), language)
        if not self.left_out:
            return say("total", language, count=count)
        return say("total.left_out", language, count=count, left_out=locales.number(len(self.left_out), language))

    def __repr__(self) -> str:
        left_out = f", {len(self.left_out)} left out" if self.left_out else ""
        return f"<ReliefTotal of {len(self.answers)} answers{left_out}: {show_amounts(self)}>"


def _plus(one: Owed, other: Owed) -> Owed:
    if isinstance(one, Span) or isinstance(other, Span):
        first = one if isinstance(one, Span) else Span(one, one)
        return first + (other if isinstance(other, Span) else Span(other, other))
    return one + other


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

    @cached_property
    def total(self) -> ReliefTotal:
        """What the answers add up to; it names what it had to leave out."""
        return ReliefTotal(answers=self.answers, left_out=self.refused)


# --- as it is recorded -----------------------------------------------------------------------------------------------


@attrs.frozen(kw_only=True)
class MessageRecord:
    """What a refusal said, in both languages."""

    id: str
    en: str


@attrs.frozen(kw_only=True)
class ErrorRecord:
    """Why an event got no answer."""

    code: str
    field: str | None
    message: MessageRecord


@attrs.frozen(kw_only=True)
class RefusalRecord:
    """What was left out: its row, the event where it was one, and why."""

    row: int
    event: DisasterEvent | None
    error: ErrorRecord

    @classmethod
    def of(cls, refusal: Refusal) -> RefusalRecord:
        """What is recorded of a refusal."""
        error = refusal.error
        message = MessageRecord(id=error.message("id"), en=error.message("en"))
        return cls(
            row=refusal.row,
            event=refusal.event if isinstance(refusal.event, DisasterEvent) else None,
            error=ErrorRecord(code=error.code, field=error.field, message=message),
        )


@attrs.frozen(kw_only=True)
class TotalRecord:
    """A total as it is recorded: the sums, each answer in them, and what was left out and why."""

    kesos: str
    format: Literal[1]
    kind: Literal["relief_total"]
    quantities: Mapping[str, Owed]
    unspecified: tuple[UnspecifiedRecord, ...]
    answers: tuple[ReliefRecord, ...]
    left_out: tuple[RefusalRecord, ...]

    @classmethod
    def of(cls, added: ReliefTotal) -> TotalRecord:
        """What is recorded of a total."""
        return cls(
            kesos=VERSION,
            format=FORMAT,
            kind="relief_total",
            quantities=dict(added),
            unspecified=tuple(UnspecifiedRecord.of(blank) for blank in added.unspecified),
            answers=tuple(ReliefRecord.of(answer) for answer in added.answers),
            left_out=tuple(RefusalRecord.of(refusal) for refusal in added.left_out),
        )


__all__ = ["Batch", "ErrorRecord", "MessageRecord", "Refusal", "RefusalRecord", "ReliefTotal", "TotalRecord"]
