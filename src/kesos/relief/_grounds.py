"""What a sum of answers rests on: for how many days, by which standards and readings, and which events twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import attrs

from kesos.events import DisasterEvent
from kesos.records import Fieldwise
from kesos.relief._answers import Relief, say_reading
from kesos.relief._ranges import ReliefRange
from kesos.relief._refusals import Places, Row, numbered
from kesos.standards import AidStandard, Item
from kesos.standards._bounds import say_ceilings, say_floors
from kesos.standards._saying import say
from kesos.values import Place, Quantity
from kesos.values import _locales as locales
from kesos.words import counted

_SHOWN = 10
"""How many of a long list are named before the rest is counted."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Grounds(Fieldwise):
    """What several answers have in common, and what they have not.

    Args:
        days: Every number of days that something was given for, least first.
        ranges: Whether the answers are ranges.
        extension: Whether a window could be extended which the ranges do not count.
        items: The items, and each twice where it is a floor or a ceiling in some answers and not in others.
        standards: The standards.
        read: For each standard and hazard that it covers by a reading, an answer in which it does.
        events: How many events are counted; one that several standards serve is one.
        alike: The rows of equal events, for each event of which an item is there more than once.
        lasting_otherwise: Those of them whose days differ.
        not_counted: The places that are not counted yet.
        places: Whether the rows are called by their places, counted from zero.
    """

    days: tuple[int, ...]
    ranges: bool
    extension: bool
    items: tuple[Item, ...]
    standards: tuple[AidStandard, ...]
    read: tuple[Relief, ...]
    events: int
    alike: tuple[tuple[Row, ...], ...]
    lasting_otherwise: tuple[tuple[Row, ...], ...]
    not_counted: tuple[Place, ...]
    places: bool

    @classmethod
    def of(cls, answers: Sequence[Relief | ReliefRange], rows: Sequence[Row]) -> Grounds:
        """What these answers rest on; `rows` says how each is called."""
        days: set[int] = set()
        items: dict[tuple[str, str], Item] = {}
        standards: dict[int, AidStandard] = {}  # by identity: to hash 20,000 takes half a second
        read: dict[tuple[int, str], Relief] = {}
        places: dict[Place, None] = {}
        for answer in answers:
            ends = (answer,) if isinstance(answer, Relief) else (answer.minimum, answer.maximum)
            for end in ends:
                if end.days is not None:
                    days.add(end.days)
                days.update(number for _, number in end.item_days)
                items |= {(line.item.code, line.item.bound): line.item for line in end.lines}
                if end.not_counted_by_item:
                    places |= dict.fromkeys(end.not_counted)
            standards[id(answer.standard)] = answer.standard
            key = (id(answer.standard), answer.event.hazard.code)
            if key not in read:
                read[key] = ends[-1]
        same = rows_alike([answer.event for answer in answers])
        groups = [twice for group in same if (twice := _counted_twice(group, answers))]
        named = [tuple(rows[at] for at in group) for group in groups]
        return cls(
            days=tuple(sorted(days)),
            ranges=any(isinstance(answer, ReliefRange) for answer in answers),
            extension=any(isinstance(answer, ReliefRange) and answer.extended is not None for answer in answers),
            items=tuple(items.values()),
            standards=tuple(dict.fromkeys(standards.values())),
            read=tuple(answer for answer in read.values() if answer.reading is not None),
            events=len(answers) - _under_others(same, answers),
            alike=tuple(named),
            lasting_otherwise=tuple(
                name
                for name, group in zip(named, groups, strict=True)
                if len({_lasting(answers[at]) for at in group}) > 1
            ),
            not_counted=tuple(places),
            places=isinstance(rows, Places),
        )

    def say_days(self, language: str) -> list[str]:
        """For how many days: the same for all, or from which to which."""
        if not self.days:
            return []
        least, most = (Quantity(each, "day").say(language) for each in (self.days[0], self.days[-1]))
        if self.ranges:
            said = [say("total.ends", language, least=least, most=most)]
            return [*said, say("total.no_extension", language)] if self.extension else said
        if len(self.days) == 1:
            return [say("total.days", language, days=least)]
        return [say("total.days_differ", language, least=least, most=most)]

    def say_all(self, language: str) -> list[str]:
        """Everything that a reader of the sum has to know, in a line each."""
        lines = self.say_days(language)
        if len(self.standards) > 1:
            codes = ", ".join(standard.code for standard in self.standards)
            count = locales.number(len(self.standards), language)
            lines.append(say("total.standards", language, count=count, standards=codes))
        for answer in self.read:
            lines += say_reading(answer, language)
        if self.not_counted:
            lines.append(say("not_counted", language, places=_listed(map(str, self.not_counted))))
        lines += self.say_alike(language)
        return [*lines, *say_floors(self.items, language), *say_ceilings(self.items, language)]

    def say_alike(self, language: str) -> list[str]:
        """Which rows hold the same event, and which of these are for other days."""
        lines: list[str] = []
        if self.alike:
            lines.append(say("total.alike", language, rows=self._rows(self.alike)))
        if self.lasting_otherwise:
            lines.append(say("total.other_days", language, rows=self._rows(self.lasting_otherwise)))
        return lines

    def _rows(self, groups: Iterable[tuple[Row, ...]]) -> str:
        """Rows in print; places that are counted from zero are counted from one there."""
        return _listed((_listed(str(numbered(row, self.places)) for row in group) for group in groups), "; ")

    def shown(self) -> list[str]:
        """The same in a few words, for a `repr`."""
        ends = "–".join(str(each) for each in dict.fromkeys((self.days[0], self.days[-1]))) if self.days else ""
        said = [f"{ends} {'day' if ends == '1' else 'days'}"] if ends else []
        if self.alike:
            said.append(f"{len(self.alike)} more than once")
        if len(self.standards) > 1:
            said.append(f"{len(self.standards)} standards")
        if self.not_counted:
            said.append(counted(len(self.not_counted), "place not counted", "places not counted"))
        return said


def rows_alike(events: Sequence[DisasterEvent]) -> list[tuple[int, ...]]:
    """Where equal events stand in a list, for each that is there more than once."""
    places: dict[DisasterEvent, list[int]] = {}
    for at, event in enumerate(events):
        places.setdefault(event, []).append(at)
    return [tuple(each) for each in places.values() if len(each) > 1]


def _counted_twice(group: Sequence[int], answers: Sequence[Relief | ReliefRange]) -> tuple[int, ...]:
    """Those answers for one event that have an item in common with another of them: not food by one standard beside
    houses by another."""
    codes = {at: {*answers[at], *_open_items(answers[at])} for at in group}
    shared = Counter(code for each in codes.values() for code in each)
    return tuple(at for at in group if any(shared[code] > 1 for code in codes[at]))


def _open_items(answer: Relief | ReliefRange) -> Iterator[str]:
    return (each.code for each in (*answer.unknown, *answer.unspecified))


def count_events(answers: Sequence[Relief | ReliefRange]) -> int:
    """How many events answers are for; one that several standards serve is one, one that is entered twice is two."""
    return len(answers) - _under_others(rows_alike([answer.event for answer in answers]), answers)


def _under_others(same: Iterable[Sequence[int]], answers: Sequence[Relief | ReliefRange]) -> int:
    """How many answers are for an event that is counted already, under another standard."""
    return sum(len(group) - max(Counter(answers[at].standard for at in group).values()) for group in same)


def _lasting(answer: Relief | ReliefRange) -> object:
    return (answer.days, answer.item_days) if isinstance(answer, Relief) else None


def _listed(words: Iterable[str], mark: str = ", ") -> str:
    each = list(words)
    return mark.join(each if len(each) <= _SHOWN else [*each[:_SHOWN], f"… (+{len(each) - _SHOWN})"])


__all__ = ["Grounds", "count_events", "rows_alike"]
