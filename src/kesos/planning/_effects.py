"""What a change would do: the same events under another standard, other rates or other days, item by item."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

import attrs

from kesos import _checks as checks
from kesos.errors import KesosError, UnknownItemError
from kesos.events import DisasterEvent
from kesos.planning._known import KnownMapping
from kesos.records import Fieldwise, Plain, to_plain
from kesos.relief import Batch, Refusal, Relief, ReliefTotal, Unknown, Unspecified, entitle_all
from kesos.relief._answers import AID
from kesos.relief._batches import RecipientsOf
from kesos.relief._computation import Recipients
from kesos.relief._groups import By
from kesos.relief._lasting import Days
from kesos.relief._terms import Owed
from kesos.standards import AidStandard
from kesos.standards._axes import Indices
from kesos.standards._saying import say, say_many
from kesos.values import Decision, Span, TableView, Text
from kesos.values._display import UNKNOWN, UNSPECIFIED, Tabled, unsaid
from kesos.values._spans import ends_of
from kesos.values._texts import check_language
from kesos.words import counted

_BEFORE, _AFTER, _CHANGE = Text("Semula", "Before"), Text("Menjadi", "After"), Text("Selisih", "Change")
_UNSAID = Text("tidak disebut", "unsaid")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Effect(Fieldwise):
    """What a change does to one item.

    Args:
        code: The code of the item.
        name: What it is called.
        before: How much is owed before the change; None where that grants no such item.
        after: How much is owed after it; None where that grants no such item.
    """

    code: str
    name: Text
    before: Owed | None
    after: Owed | None

    @property
    def change(self) -> Owed | None:
        """How much more is owed after it, below zero where it is less; a range where either is.

        None where only one of them grants the item, since what is not said is not none.

        Raises:
            UnitError: The two grant it in units that do not go together.
        """
        if self.before is None or self.after is None:
            return None
        (least, most), (new_least, new_most) = ends_of(self.before), ends_of(self.after)
        low, high = new_least - most, new_most - least
        return low if low == high else Span(low, high)


def _total(added: ReliefTotal, field: str) -> ReliefTotal:
    return checks.instance(added, field, ReliefTotal)


def _before(before: ReliefTotal) -> ReliefTotal:
    return _total(before, "before")


def _after(after: ReliefTotal) -> ReliefTotal:
    return _total(after, "after")


@attrs.frozen(kw_only=True, repr=False)
class Effects(Tabled, KnownMapping[Effect]):
    """What a change does to what some events are owed: a mapping from item to effect.

    Args:
        before: What the events are owed before it.
        after: What the same events are owed after it.
    """

    before: ReliefTotal = attrs.field(converter=_before)
    after: ReliefTotal = attrs.field(converter=_after)

    @cached_property
    def _known(self) -> Mapping[str, Effect]:  # pyright: ignore[reportIncompatibleMethodOverride]  # it is read like a property
        return {
            code: Effect(
                code=code,
                name=(self.before if code in self.before else self.after).item(code).name,
                before=self.before.get(code),
                after=self.after.get(code),
            )
            for code in dict.fromkeys((*self.before, *self.after))
            if code not in self._open
        }

    def _why_not(self, code: object) -> KesosError:
        for side in (self.before, self.after):
            without: tuple[Unknown | Unspecified, ...] = (*side.unknown, *side.unspecified)
            for each in without:
                if each.code == code:
                    return each.refusal()
        return UnknownItemError("unknown_item", field="item", value=code, hint=checks.did_you_mean(code, self))

    @cached_property
    def _open(self) -> Mapping[str, tuple[Text, Text]]:
        """The items of which either has no sum: what each is called, and why."""
        found: dict[str, tuple[Text, Text]] = {}
        for side in (self.before, self.after):
            found |= {each.code: (each.item.name, UNSPECIFIED) for each in side.unspecified}
            found |= {each.code: (each.item.name, UNKNOWN) for each in side.unknown}
        return found

    @property
    def left_out(self) -> tuple[Refusal, ...]:
        """The events that are in neither sum, since one of the two gives them no answer."""
        return self.before.left_out

    @property
    def open(self) -> tuple[str, ...]:
        """The items that have no sum: a part of it is not known, or left blank by a standard."""
        return tuple(self._open)

    def by(self, by: By) -> dict[Any, Effects]:
        """The same group by group: a function of the event, or the name of one of its fields ("place.district").

        Raises:
            InvalidValueError: As `Batch.totals` does.
        """
        before, after = (_batch(side).totals(by) for side in (self.before, self.after))
        return {key: Effects(before=before[key], after=after[key]) for key in before}

    def table(self, language: str = "id") -> TableView:
        """Before, after and the change, item by item, in "id" or "en"."""
        check_language(language)
        rows = [
            (
                each.name.say(language),
                *((_UNSAID if owed is None else owed).say(language) for owed in (each.before, each.after, each.change)),
            )
            for each in self.values()
        ]
        rows += [(name.say(language), *(unsaid(why, language) for _ in range(3))) for name, why in self._open.values()]
        before, after = self.before.table(language).notes, self.after.table(language).notes
        notes = [note if note in after else f"{_BEFORE.say(language)}: {note}" for note in before]
        notes += [f"{_AFTER.say(language)}: {note}" for note in after if note not in before]
        return TableView(
            caption=say("planning.effects", language, events=say_many("events", len(self.before.answers), language)),
            header=tuple(word.say(language) for word in (AID, _BEFORE, _AFTER, _CHANGE)),
            rows=tuple(rows),
            notes=(*dict.fromkeys(notes), *(each.say(language) for each in self.left_out)),
            numbers=(1, 2, 3),
        )

    def record(self) -> Plain:
        """Both totals as they are recorded, and the changes, as plain values."""
        return {
            "before": self.before.record(),
            "after": self.after.record(),
            "change": to_plain({code: each.change for code, each in self.items()}),
        }

    def __repr__(self) -> str:
        left_out = f", {len(self.left_out)} left out" if self.left_out else ""
        return f"<Effects on {counted(len(self.before.answers), 'event')}{left_out}: {', '.join(self)}>"


def _batch(added: ReliefTotal) -> Batch:
    rows = added.rows or range(len(added.answers))
    return Batch(
        results=(*added.answers, *added.left_out),
        labels=(*rows, *(refusal.row for refusal in added.left_out)),
        remarks=added.remarks,
    )


def compare(
    events: DisasterEvent | Iterable[DisasterEvent],
    first: AidStandard,
    second: AidStandard | None = None,
    *,
    days: Days | None = None,
    other_days: Days | None = None,
    extended: bool = False,
    recipients: Recipients | RecipientsOf | None = None,
    decision: Decision | None = None,
    indices: Indices | None = None,
) -> Effects:
    """What events are owed under one standard and under another, or for some days and for others.

    `AidStandard.evolve` makes the other standard out of changed rates or windows; nothing of the first changes.

    Args:
        events: An event, or those of a year.
        first: The standard before the change.
        second: The standard after it; left out, the same.
        days: As for `entitle`, before the change and, unless `other_days` says otherwise, after it.
        other_days: For how many days after the change.
        extended: As for `entitle`.
        recipients: As for `entitle_all`.
        decision: As for `entitle`.
        indices: As for `entitle`.

    Returns:
        A mapping from item to effect. Of several events, one that either of the two gives no answer is in neither sum
        and is named in `left_out`.

    Raises:
        KesosError: Of one event alone, as `entitle` does; of several, as `entitle_all` does.

    >>> from kesos.standards import PEDUM_2003
    >>> from kesos.values import Quantity
    >>> flood = DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", people=860)
    >>> proposal = PEDUM_2003.evolve(code="usulan", rates={"side_dishes": Quantity(10_000, "IDR")}, source="usulan")
    >>> print(compare(flood, PEDUM_2003, proposal, days=7)["side_dishes"].change)
    Rp24.080.000
    """
    alone = isinstance(events, DisasterEvent)
    listed = (events,) if alone else checks.items(events, "events", DisasterEvent)
    asked: dict[str, Any] = {"extended": extended, "recipients": recipients, "decision": decision, "indices": indices}
    before = entitle_all(listed, first, days=days, **asked)
    after = entitle_all(
        listed, first if second is None else second, days=days if other_days is None else other_days, **asked
    )
    rows = list(zip(before.results, after.results, strict=True))
    refused = [next((each for each in pair if isinstance(each, Refusal)), None) for pair in rows]
    if alone and refused[0] is not None:
        raise refused[0].refusal()
    left_out = [each for each in refused if each is not None]
    kept = [row for row, each in enumerate(refused) if each is None]
    sides = [
        ReliefTotal(
            answers=[answer for row in kept if isinstance(answer := batch.results[row], Relief)],
            left_out=left_out,
            rows=() if kept == list(range(len(kept))) else kept,
        )
        for batch in (before, after)
    ]
    return Effects(before=sides[0], after=sides[1])


__all__ = ["Effect", "Effects", "compare"]
