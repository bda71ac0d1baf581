"""The answer for one event: a mapping from item to quantity that holds its inputs, explains and records itself."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, ClassVar, TypeVar, overload

import attrs

from kesos import _checks as checks
from kesos.errors import InvalidValueError, UnknownItemError, UnspecifiedQuantityError
from kesos.events import DisasterEvent
from kesos.records import Plain, as_json, to_plain
from kesos.relief._computation import NotCounted, compute
from kesos.relief._lasting import Days
from kesos.relief._lines import Line, Unknown, Unspecified
from kesos.relief._shown import SEVERAL, about, of_items
from kesos.relief._terms import Owed
from kesos.relief._unused import say_misspelt, say_unused
from kesos.standards import AidStandard, HazardReading, Item, Window
from kesos.standards import Days as DaysOf
from kesos.standards._bounds import say_floors
from kesos.standards._saying import cited, say
from kesos.values import Decision, Place, Quantity, Span, TableView, Text
from kesos.values._display import UNKNOWN, UNSPECIFIED, Tabled, unsaid
from kesos.values._tabulated import ShownRow
from kesos.values._texts import check_language
from kesos.words import counted

V = TypeVar("V", bound=Owed)
T = TypeVar("T")
Given = Mapping[str, T] | tuple[tuple[str, T], ...]
"""A mapping, or what an answer holds in its place."""

AID = Text("Bantuan", "Aid")
QUANTITY = Text("Jumlah", "Quantity")
_SUM = Text("Perhitungan", "Calculation")

_fill = object.__setattr__


def as_mapping(given: Given[T], field: str) -> Mapping[str, T]:
    """Pairs as the mapping that they stand for."""
    if isinstance(given, tuple) and all(isinstance(pair, tuple) and len(pair) == 2 for pair in given):
        found = dict(given)
        if len(found) == len(given):
            return found
    return checks.mapping(given, field)


class ItemMapping(Tabled, Mapping[str, V]):
    """A mapping from item codes to amounts that refuses to give what its standard leaves blank."""

    __slots__ = ()

    @property
    @abstractmethod
    def unspecified(self) -> tuple[Unspecified, ...]:
        """The items whose number the standard leaves blank; they are not among the keys."""

    @property
    @abstractmethod
    def unknown(self) -> tuple[Unknown, ...]:
        """The items whose quantity is not known; they are not among the keys."""

    @abstractmethod
    def explain(self, language: str = "id") -> str:
        """Every number with its rate, its source and how well that is known, in "id" or "en"."""

    @abstractmethod
    def record(self) -> Plain:
        """The answer as plain values: inputs, standard with its digest, lines with rate, quantity and citation."""

    def to_dict(self) -> Plain:
        """The same as `record`, as every value has it."""
        return self.record()

    def to_json(self, *, indent: int | None = None) -> str:
        """The answer as JSON text; `kesos.verify` checks it, `kesos.relief.read_record` brings it back."""
        return as_json(self.record(), indent)

    @property
    @abstractmethod
    def _amounts(self) -> Mapping[str, V]:
        """The amounts by the code of their item."""

    def __getitem__(self, code: str) -> V:
        if not isinstance(code, str):
            raise self._no_item(code)
        if code in self._amounts:
            return self._amounts[code]
        for blank in self.unspecified:
            if blank.code == code:
                raise self._blank(blank)
        for unknown in self.unknown:
            if unknown.code == code:
                raise unknown.refusal()
        raise self._no_item(code)

    def _blank(self, blank: Unspecified) -> UnspecifiedQuantityError:
        return blank.refusal()

    @overload
    def get(self, code: str, /) -> V | None: ...
    @overload
    def get(self, code: str, /, default: V | T) -> V | T: ...
    def get(self, code: str, /, default: Any = None) -> Any:
        """The amount of an item; `default` where there is none, or it is left blank or not known."""
        return self[code] if isinstance(code, str) and code in self else default

    def _no_item(self, code: object) -> UnknownItemError:
        near = checks.did_you_mean(code, self) if len(self) else None
        return UnknownItemError("unknown_item", field="item", value=code, hint=near)

    def __iter__(self) -> Iterator[str]:
        return iter(self._amounts)

    def __len__(self) -> int:
        return len(self._amounts)

    def __contains__(self, code: object) -> bool:
        return isinstance(code, str) and code in self._amounts


@attrs.frozen(kw_only=True, init=False, repr=False, weakref_slot=False)
class Relief(ItemMapping[Owed]):
    """The aid that a standard grants for one event and a number of days.

    It maps item codes to quantities. It is computed from what it is made of, so that no answer says what its standard
    does not: `attrs.evolve(answer, days=5)` is the answer for five days, or the refusal of it.

    Args:
        event: The event.
        standard: The standard.
        days: For how many days; None where nothing takes a number of days, or where items differ.
        item_days: For how many days each item is given, where they differ.
        extended: Whether the extension of the window was asked for.
        recipients: For how many recipients each selective item was asked.
        decision: The decision in whose name the days were set, where there is one.
        indices: What the caller says that indices are.
        counted_only: Whether places that are not counted yet are left out; the answer is then at least so much.

    Attributes:
        lines: The items, in the standard's order.
        unspecified: The items whose number the standard leaves blank.
        unknown: The items whose quantity is not known, and why.
        not_counted_by_item: For an item, the places that it does not count, where only the counted were asked for.

    Raises:
        KesosError: As `entitle` does.

    >>> from kesos.relief import entitle
    >>> from kesos.events import DisasterEvent
    >>> from kesos.standards import PEDUM_2003
    >>> flood = DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", people=860)
    >>> entitle(flood, PEDUM_2003, days=7)
    <Relief flood, Kelurahan Pangkut, 7 days: rice=2408000 g, side_dishes=36120000 IDR>
    >>> attrs.evolve(entitle(flood, PEDUM_2003, days=7), days=3) == entitle(flood, PEDUM_2003, days=3)
    True
    """

    __several__: ClassVar[Text] = SEVERAL

    event: DisasterEvent
    standard: AidStandard
    days: int | None
    item_days: tuple[tuple[str, int], ...]
    extended: bool
    recipients: tuple[tuple[str, int], ...]
    decision: Decision | None
    indices: tuple[tuple[str, Quantity], ...]
    counted_only: bool
    lines: tuple[Line, ...] = attrs.field(init=False, eq=False)  # what is computed follows from what is compared
    unspecified: tuple[Unspecified, ...] = attrs.field(init=False, eq=False)  # pyright: ignore[reportIncompatibleMethodOverride]  # a field is read like a property
    unknown: tuple[Unknown, ...] = attrs.field(init=False, eq=False)  # pyright: ignore[reportIncompatibleMethodOverride]  # a field is read like a property
    not_counted_by_item: NotCounted = attrs.field(init=False, eq=False)

    def __init__(
        self,
        *,
        event: DisasterEvent,
        standard: AidStandard,
        days: Days | None = None,
        item_days: Given[int] = (),
        extended: bool = False,
        recipients: Given[int] | None = None,
        decision: Decision | None = None,
        indices: Given[Quantity] | None = None,
        counted_only: bool = False,
    ) -> None:
        if type(item_days) is not tuple or item_days:  # else nothing is asked, as nearly always
            named = as_mapping(item_days, "item_days")
            if named and days is not None:
                raise InvalidValueError("days_given_twice", field="item_days", value=item_days)
            days = named or days
        number, by_item, lines, unspecified, unknown, chosen, brought, not_counted = compute(
            event,
            standard,
            days,
            extended,
            recipients if recipients is None else as_mapping(recipients, "recipients"),
            decision,
            indices if indices is None else as_mapping(indices, "indices"),
            counted_only,
        )
        fill = _fill.__get__(self)
        fill("event", event)
        fill("standard", standard)
        fill("days", number)
        fill("item_days", by_item)
        fill("extended", extended or (isinstance(days, str) and days == "extended"))
        fill("recipients", chosen)
        fill("decision", decision)
        fill("indices", tuple(brought.items()) if brought else ())
        fill("counted_only", counted_only)
        fill("lines", lines)
        fill("unspecified", unspecified)
        fill("unknown", unknown)
        fill("not_counted_by_item", not_counted)

    @cached_property
    def _amounts(self) -> Mapping[str, Owed]:  # pyright: ignore[reportIncompatibleMethodOverride]  # it is read like a property
        return {line.item.code: line.quantity for line in self.lines}

    @property
    def not_counted(self) -> tuple[Place, ...]:
        """The places that an item does not count since nobody has yet, where only the counted were asked for."""
        left = {place for _, places in self.not_counted_by_item for place in places}
        return tuple(each.place for each in self.event.localities if each.place in left)

    @property
    def people(self) -> int | None:
        """The people of the event."""
        return self.event.people

    @property
    def window(self) -> Window | None:
        """The window of days that the standard gives the event's hazard; None where it gives none by hazard."""
        return self.standard.window_for(self.event.hazard)

    @property
    def reading(self) -> HazardReading | None:
        """The reading by which the standard covers the hazard; None where it names it."""
        return self.standard.reading_for(self.event.hazard)

    def explain(self, language: str = "id") -> str:
        """Every number with its rate, its source and how well that is known, in "id" or "en"."""
        check_language(language)
        source = self.standard.source
        return "\n".join(
            [
                self.event.say(language),
                *self.standard.head(language),
                *self._days_explained(language),
                *say_not_counted(self, language),
                *say_unused([(self.event, self.standard)], language),
                *say_misspelt(self.event, self.standard, language),
                "",
                *(line.explain(language, head=source, names=self.standard.names) for line in self.lines),
                *(blank.explain(language, head=source) for blank in self.unspecified),
                *(unknown.explain(language, head=source) for unknown in self.unknown),
                *self._priorities(language),
            ]
        )

    def table(self, language: str = "id") -> TableView:
        """The amounts as a table in "id" or "en", the source under it."""
        check_language(language)
        rows = [(line.item.name.say(language), line.say(language), line.say_quantity(language)) for line in self.lines]
        rows += [(each.item.name.say(language), each.say(language), unsaid(UNKNOWN, language)) for each in self.unknown]
        blank = unsaid(UNSPECIFIED, language)
        rows += [(each.item.name.say(language), each.say(language), blank) for each in self.unspecified]
        return TableView(
            caption=" — ".join(
                [self.event.say(language), *([] if self.days is None else [_days(self.days, language)])]
            ),
            header=tuple(word.say(language) for word in (AID, _SUM, QUANTITY)),
            rows=tuple(rows),
            notes=(
                *self.standard.head(language),
                *self._days_explained(language),
                *say_not_counted(self, language),
                *say_misspelt(self.event, self.standard, language),
                *say_unused([(self.event, self.standard)], language),
                *floor_note(self, language),
            ),
            numbers=(2,),
        )

    def __row__(self) -> ShownRow:
        owed = ((line.item, line.quantity) for line in self.lines)
        return (*about(self.event, self.days, self.days), *of_items(owed, self.unknown, self.unspecified))

    def __beneath__(self, language: str) -> tuple[str, ...]:
        return (
            *self.standard.head(language),
            *say_not_counted(self, language),
            *say_misspelt(self.event, self.standard, language),
            *floor_note(self, language),
        )

    def record(self) -> Plain:
        """The answer as plain values: inputs, standard with its digest, lines with rate, quantity and citation."""
        from kesos.relief._records import ReliefRecord

        plain: Plain = to_plain(ReliefRecord.of(self))
        return plain

    def __repr__(self) -> str:
        lasting = "" if self.days is None else f", {counted(self.days, 'day')}"
        unknown = f"; not known: {', '.join(each.code for each in self.unknown)}" if self.unknown else ""
        least = f"; not counted: {', '.join(map(str, self.not_counted))}" if self.not_counted else ""
        return f"<Relief {self.event.hazard.code}, {self.event.place}{lasting}: {show_amounts(self)}{unknown}{least}>"

    def _days_explained(self, language: str) -> list[str]:
        own = [
            _own_days(item, days, item.window or self.window, language)
            for item in self.standard.granted
            if (item.window is not None or self.days is None)
            and (days := dict(self.item_days).get(item.code, self.days)) is not None
        ]
        window = self.window
        if self.days is None or window is None:
            return own or ([] if self.item_days else [say("days.none", language)])
        lasting = _days(self.days, language)
        lines = [
            say("days", language, days=lasting, given=window_given(window, language)),
            *basis(self, language),
            *own,
        ]
        if self.decision is not None:
            lines.append(say("days.decision", language, decision=self.decision))
            if not window.minimum <= self.days <= window.longest:
                lines.append(f"    {say('days.decided', language)}")
        elif self.days > window.maximum:
            lines.append(say("days.no_decision", language))
        return lines

    def _priorities(self, language: str) -> list[str]:
        """Whom the standard puts first, for each package of which something was asked for; and who decided."""
        if not self.recipients:
            return []
        asked = dict(self.recipients)
        lines = [
            f"{package.name.say(language)}: {package.priority.say(language)}"
            for package in self.standard.packages
            if package.priority is not None and any(item.code in asked for item in package.items)
        ]
        return [*lines, say("recipients.chosen", language)]


def _days(days: int, language: str) -> str:
    return Quantity(days, "day").say(language)


def _own_days(item: Item, days: int, window: DaysOf | str | None, language: str) -> str:
    """For how many days an item with a window of its own is given, and what the standard says of that."""
    lasting = _days(days, language)
    if isinstance(window, DaysOf):
        return say("days.own", language, item=item.name, days=lasting, window=window)
    return say("days.open", language, item=item.name, days=lasting)


def window_given(window: Window, language: str) -> str:
    """Which days the standard gives, and where it says so."""
    return say("days.given", language, window=window, cited=cited(window.citation, language))


def basis(answer: Relief, language: str) -> list[str]:
    """What the standard says of its windows, and the reading by which it covers the hazard, if any."""
    durations = answer.standard.durations
    lines = [] if durations is None else [f"    {durations.say(language)}"]
    return [*lines, *say_reading(answer, language)]


def say_reading(answer: Relief, language: str) -> list[str]:
    """The reading by which the standard covers the hazard, if it needs one."""
    reading = answer.reading
    if reading is None:
        return []
    return [
        say(
            "reading",
            language,
            hazard=answer.event.hazard.name,
            read_as=answer.standard.hazard(reading.read_as).name,
            reason=reading.reason,
            cited=cited(reading.citation, language),
        )
    ]


def say_not_counted(answer: Relief, language: str) -> list[str]:
    """Which places are not counted yet; for each item by itself, where they differ."""
    by_item = answer.not_counted_by_item
    if not by_item:
        return []
    whole = [line.code for line in answer.lines if line.item.per not in ("event", "recipient")]
    if len(by_item) == len(whole) and len({places for _, places in by_item}) == 1:
        return [say("not_counted", language, places=_listed(by_item[0][1]))]
    return [
        say("not_counted.item", language, item=answer.standard.item(code).name, places=_listed(places))
        for code, places in by_item
    ]


def _listed(places: tuple[Place, ...]) -> str:
    return ", ".join(map(str, places))


def floor_note(answer: Relief, language: str) -> list[str]:
    """That more may be given, and of what, where any rate is the least that is owed."""
    return say_floors((line.item for line in answer.lines), language)


def show_amounts(amounts: Mapping[str, Owed]) -> str:
    """Amounts in their base units on one line, for a `repr`."""
    return ", ".join(f"{code}={show_amount(owed)}" for code, owed in amounts.items())


def show_amount(owed: Owed) -> str:
    """An amount, or a range of one, in its base unit."""
    if isinstance(owed, Span):
        return f"{owed.minimum.amount}–{owed.maximum.amount} {owed.minimum.unit.code}"
    return f"{owed.amount} {owed.unit.code}"


__all__ = [
    "AID",
    "QUANTITY",
    "Given",
    "ItemMapping",
    "Relief",
    "as_mapping",
    "basis",
    "floor_note",
    "say_not_counted",
    "say_reading",
    "show_amount",
    "show_amounts",
    "window_given",
]
