"""What several answers, or several ranges, add up to, item by item, and what the sum rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, ClassVar

import attrs

from kesos import _checks as checks
from kesos.errors import InvalidValueError, UnknownItemError, UnspecifiedQuantityError
from kesos.records import Plain, to_plain
from kesos.relief._answers import AID, QUANTITY, ItemMapping, Relief, show_amounts
from kesos.relief._grounds import Grounds
from kesos.relief._lines import Unknown, Unspecified, say_owed
from kesos.relief._ranges import ReliefRange
from kesos.relief._refusals import Places, Refusal, Row
from kesos.relief._shown import of_items
from kesos.relief._sums import Sums, add
from kesos.relief._terms import Owed
from kesos.relief._unused import say_unused
from kesos.standards import Item
from kesos.standards._saying import say, say_many
from kesos.values import TableView, Text
from kesos.values import _locales as locales
from kesos.values._display import UNKNOWN, UNSPECIFIED, unsaid
from kesos.values._tabulated import Shown, ShownRow
from kesos.values._texts import check_language
from kesos.words import counted, hint

_EVENTS = Text("Kejadian terhitung", "Events counted")
_LEFT_OUT = Text("Belum terhitung", "Not counted yet")
_EXPLAINED = 20
"""Up to how many answers are explained one by one unasked."""


def _answers(answers: Any) -> tuple[Relief, ...]:
    return checks.items(answers, "answers", Relief)


def _ranges(ranges: Any) -> tuple[ReliefRange, ...]:
    return checks.items(ranges, "ranges", ReliefRange)


def _left_out(left_out: Any) -> tuple[Refusal, ...]:
    return checks.items(left_out, "left_out", Refusal)


def _rows(rows: Any) -> tuple[Row, ...]:
    return rows if isinstance(rows, Places) else checks.items(rows, "rows")


def checked_remarks(remarks: Any) -> tuple[Text, ...]:
    """What is to be said beside rows."""
    return checks.items(remarks, "remarks", Text)


@attrs.frozen(kw_only=True, repr=False)
class ReliefTotal(ItemMapping[Owed]):
    """What several answers add up to, item by item; of ranges, from the least to the most.

    An item that is left blank or not known in one answer has no sum, whatever the others give. Where nothing could be
    counted, no item has one, and none is zero: `get` gives None for it, or what stands behind the item.

    Args:
        answers: What was added.
        left_out: What could not be added, and why; it is said wherever the total is shown.
        ranges: What was added, where ranges were; then there are no answers.
        rows: How the row of each is called; left out, by its place, counted from zero.
        remarks: What has to be known of the rows as a whole, such as a sheet that was not read, or events that are of
            no known group beside this one; it is said wherever the total is shown.

    >>> from kesos.relief import entitle, total
    >>> from kesos.events import DisasterEvent
    >>> from kesos.standards import PEDUM_2003
    >>> flood = DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", people=860)
    >>> both = total([entitle(flood, PEDUM_2003, days=days) for days in (3, 4)])
    >>> both
    <ReliefTotal of 2 answers, 3–4 days, 1 more than once: rice=2408000 g, side_dishes=36120000 IDR>
    >>> both.alike
    ((0, 1),)
    """

    __several__: ClassVar[Text] = Text("Jumlah bantuan", "Total aid")

    answers: tuple[Relief, ...] = attrs.field(converter=_answers)
    left_out: tuple[Refusal, ...] = attrs.field(default=(), converter=_left_out)
    ranges: tuple[ReliefRange, ...] = attrs.field(default=(), converter=_ranges)
    rows: tuple[Row, ...] = attrs.field(default=(), converter=_rows)
    remarks: tuple[Text, ...] = attrs.field(default=(), converter=checked_remarks)

    def __attrs_post_init__(self) -> None:
        if self.answers and self.ranges:
            raise InvalidValueError("two_kinds_of_answers", field="answers")
        if self.rows and len(self.rows) != len(self._parts):
            raise InvalidValueError("not_as_many_rows", field="rows", value=len(self.rows), many=len(self._parts))

    @property
    def _parts(self) -> Sequence[Relief | ReliefRange]:
        return self.answers or self.ranges

    @cached_property
    def _sums(self) -> Sums:
        return add(self._parts)

    @cached_property
    def _grounds(self) -> Grounds:
        return Grounds.of(self._parts, _labels(self))

    @property
    def _amounts(self) -> Mapping[str, Owed]:
        return self._sums.known

    @property
    def unknown(self) -> tuple[Unknown, ...]:
        """The items whose sum is not known, since a part of it is not: each as the first answer has it."""
        return tuple(each for each, _ in self._sums.unknown.values())

    @property
    def unspecified(self) -> tuple[Unspecified, ...]:
        """The items whose number a standard leaves blank, with all their recipients."""
        return self._sums.blanks

    @property
    def alike(self) -> tuple[tuple[Row, ...], ...]:
        """The rows of equal events, for each event of which any item is counted more than once."""
        return self._grounds.alike

    def _blank(self, blank: Unspecified) -> UnspecifiedQuantityError:
        error = super()._blank(blank)
        known = self._sums.known_part.get(blank.code)
        return error if known is None else error.with_hint(hint("known_part", known=known, citation=blank.citation))

    def _no_item(self, code: object) -> UnknownItemError:
        if self._parts or not self.left_out:
            return super()._no_item(code)
        return UnknownItemError("unknown_item.nothing_counted", field="item", value=code, many=len(self.left_out))

    def item(self, code: str) -> Item:
        """The item behind a code, as the first answer has it.

        Raises:
            UnknownItemError: No answer has it.
        """
        if isinstance(code, str) and code in self._sums.items:
            return self._sums.items[code]
        raise self._no_item(code)

    def explain(self, language: str = "id", *, answers: bool | None = None) -> str:
        """The sums, what they rest on, what went into them, and what was left out and why, in "id" or "en".

        Args:
            language: "id" or "en".
            answers: Whether each answer is explained, and each refusal told; where not, the first line says how many of
                each there are. Left out, answers are explained where they are 20 at the most; of refusals the first 20
                are told, and the others counted.
        """
        check_language(language)
        shown = len(self._parts) <= _EXPLAINED if answers is None else checks.flag(answers, "answers")
        lines = [self._caption(language), *self._grounds.say_all(language), *self._remarked(language)]
        for code, owed in self._sums.known.items():
            added = [part[code].say(language) for part in self._parts if code in part] if shown else []
            said = self._said(code, owed, language)
            sum_of = " + ".join(added) + f" = {said}" if len(added) > 1 else said
            lines.append(f"{self.item(code).name.say(language)}: {sum_of}")
        lines += [
            f"{each.item.name.say(language)}: {UNSPECIFIED.say(language)}{self._rest(each.code, language)}"
            for each in self.unspecified
        ]
        for unknown, times in self._sums.unknown.values():
            count = locales.number(times, language)
            said = say("total.unknown", language, item=unknown.item.name, count=count)
            lines.append(said + self._rest(unknown.code, language))
        if answers is not False:
            lines += self._told(self.left_out if answers else self.left_out[:_EXPLAINED], language)
        if answers is None and not shown:
            lines.append(say("total.not_explained", language))
        for part in self._parts if shown else ():
            lines += ["", part.explain(language)]
        return "\n".join(lines)

    def _told(self, left_out: Sequence[Refusal], language: str) -> Iterator[str]:
        """What was left out, each by itself, and how many more there are."""
        for each in left_out:
            yield each.say(language)
        more = len(self.left_out) - len(left_out)
        if more:
            yield say("total.more_left_out", language, events=say_many("events", more, language))

    def table(self, language: str = "id") -> TableView:
        """The sums as a table in "id" or "en"; how many events are in them, how many are not, and what they rest on."""
        check_language(language)
        rows = [
            (self.item(code).name.say(language), self._said(code, owed, language))
            for code, owed in self._sums.known.items()
        ]
        open_items = [(each, UNKNOWN) for each in self.unknown] + [(each, UNSPECIFIED) for each in self.unspecified]
        rows += [
            (each.item.name.say(language), unsaid(word, language, self._rest(each.code, language)))
            for each, word in open_items
        ]
        return TableView(
            caption=self._caption(language),
            header=tuple(word.say(language) for word in (AID, QUANTITY)),
            rows=tuple(rows),
            notes=(
                *(note for standard in self._grounds.standards for note in standard.head(language)),
                *say_unused(((part.event, part.standard) for part in self._parts), language),
                *self._grounds.say_all(language),
                *self._remarked(language),
            ),
            numbers=(1,),
        )

    def __row__(self) -> ShownRow:
        owed = ((self._sums.ceilings.get(code, self.item(code)), sum_of) for code, sum_of in self._sums.known.items())
        return (
            Shown(_EVENTS, self._grounds.events, adds=True),
            Shown(_LEFT_OUT, len(self.left_out), adds=True),
            *of_items(owed, self.unknown, self.unspecified),
        )

    def __beneath__(self, language: str) -> tuple[str, ...]:
        heads = (note for standard in self._grounds.standards for note in standard.head(language))
        return (*heads, *self._grounds.say_alike(language), *self._remarked(language))

    def _remarked(self, language: str) -> tuple[str, ...]:
        return tuple(remark.say(language) for remark in self.remarks)

    def record(self) -> Plain:
        """The sums, each answer in them, and what was left out and why, as plain values."""
        from kesos.relief._records import TotalRecord

        plain: Plain = to_plain(TotalRecord.of(self))
        return plain

    def _said(self, code: str, owed: Owed, language: str) -> str:
        """A sum; one with a ceiling in it is a ceiling too."""
        return say_owed(self._sums.ceilings.get(code, self.item(code)), owed, language)

    def _rest(self, code: str, language: str) -> str:
        """What is known of an item that has no sum."""
        known = self._sums.known_part.get(code)
        if known is None:
            return ""
        said = say("total.known_part", language, known=self._said(code, known, language))
        return f"; {said}"

    def _caption(self, language: str) -> str:
        events = say_many("events", self._grounds.events, language)
        if not self.left_out:
            return say("total", language, events=events)
        return say("total.left_out", language, events=events, left_out=say_many("events", len(self.left_out), language))

    def __repr__(self) -> str:
        left_out = [f"{len(self.left_out)} left out"] if self.left_out else []
        remarks = [counted(len(self.remarks), "remark")] if self.remarks else []
        parts = counted(len(self._parts), "range" if self.ranges else "answer")
        said = [parts, *left_out, *self._grounds.shown(), *remarks]
        unknown = f"; not known: {', '.join(each.code for each in self.unknown)}" if self.unknown else ""
        return f"<ReliefTotal of {', '.join(said)}: {show_amounts(self)}{unknown}>"


def say_counted(added: ReliefTotal, language: str) -> str:
    """How many events are in a total, and how many are not."""
    events = say_many("events", len(added.answers or added.ranges), language)
    if not added.left_out:
        return events
    left_out = say_many("events", len(added.left_out), language)
    return say("total.counted", language, events=events, left_out=left_out)


def _labels(added: ReliefTotal) -> Sequence[Row]:
    """How the row of each of its answers or ranges is called."""
    return added.rows or Places(range(len(added.answers or added.ranges)))


def total(answers: Iterable[Relief | ReliefRange | ReliefTotal]) -> ReliefTotal:
    """What several answers, or several ranges, add up to, item by item.

    The sum of ranges is a range: from all of the least to all of the most, without extensions. An answer and a range
    have no sum, since the one is for some days and the other for all that there may be. Rows of totals are called what
    they are called there, as long as no two are called the same.

    Raises:
        InvalidValueError: One of them is neither; some are answers and some are ranges.
        UnitError: Two standards give one item in units that do not go together.

    >>> from kesos.relief import entitle, entitle_range
    >>> from kesos.events import DisasterEvent
    >>> from kesos.standards import PEDUM_2003
    >>> flood = DisasterEvent(hazard="banjir", place="Desa Contoh", period="2017-02-25", people=10)
    >>> print(total(entitle(flood, PEDUM_2003, days=days) for days in (3, 4))["rice"])
    28 kg
    >>> print(total(entitle_range(flood, PEDUM_2003) for _ in range(2))["rice"])
    24 kg – 56 kg
    """
    parts: list[Relief] = []
    ranges: list[ReliefRange] = []
    left_out: list[Refusal] = []
    given = checks.items(answers, "answers")
    labels = [row for each in given if isinstance(each, ReliefTotal) for row in _labels(each)]
    remarks: dict[Text, None] = {}
    for answer in given:
        if isinstance(answer, ReliefTotal):
            remarks |= dict.fromkeys(answer.remarks)
            parts += answer.answers
            ranges += answer.ranges
            left_out += answer.left_out
        elif isinstance(answer, ReliefRange):
            ranges.append(answer)
        else:
            parts.append(checks.instance(answer, "answers", Relief))
    told = len(labels) == len(set(labels)) == len(parts) + len(ranges)
    places = all(isinstance(each.rows, Places) for each in given if isinstance(each, ReliefTotal))
    added = ReliefTotal(
        answers=tuple(parts),
        ranges=tuple(ranges),
        left_out=tuple(left_out),
        rows=(Places if places else tuple)(() if labels == list(range(len(labels))) or not told else labels),
        remarks=tuple(remarks),
    )
    list(added)  # units that do not go together are an error now, not when somebody looks
    return added


__all__ = ["ReliefTotal", "say_counted", "total"]
