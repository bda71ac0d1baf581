"""What a standard grants, as data that says itself: items with their rates, and the packages that they come in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal, NamedTuple, cast, get_args

import attrs
from attrs.converters import optional

from kesos import _checks as checks
from kesos.counts import Count
from kesos.counts._class_words import one_of
from kesos.errors import InvalidValueError, check_language
from kesos.records import Recorded
from kesos.standards._amounts import Amount, Between, Bound, Cycle, Days, Every, Part, amount_of, in_unit
from kesos.standards._rates import DAY, ROUNDED, Row
from kesos.standards._row_words import NO_NAMES, Names
from kesos.standards._saying import say
from kesos.standards._selective import Judged, Suits
from kesos.values import Citation, Quantity, Rounding, Span, Text, Unit
from kesos.values._units import rule_unit

Counted = Literal["event", "place"]
OPEN = "open"
"""The window of an item of which the source gives no number of days: the caller has to."""

_EVERY: tuple[Every, ...] = get_args(Every)
_COUNTED: tuple[Counted, ...] = get_args(Counted)
_PART: tuple[Part, ...] = get_args(Part)
_BOUND: tuple[Bound, ...] = get_args(Bound)

_EACH = {
    "person": Text("jiwa", "person"),
    "family": Text("KK", "family"),
    "event": Text("kejadian", "event"),
    "recipient": Text("penerima", "recipient"),
}
_AND_EACH = {"day": Text("/hari", "/day"), "week": Text("/minggu", "/week"), "month": Text("/bulan", "/month")}


class _BoundKeys(NamedTuple):
    """The keys of what a bound says: in brackets, and as a sentence."""

    brief: str
    whole: str


_BOUNDS = {
    "floor": _BoundKeys("item.floor", "item.is_floor"),
    "ceiling": _BoundKeys("item.ceiling", "item.is_ceiling"),
}
_PARTS = {
    "up": ROUNDED[Rounding.UP],
    "down": ROUNDED[Rounding.DOWN],
    "whole": Text("ditolak", "is refused"),
}
_WHERE = {
    "place": Text("di setiap tempat", "in each place"),
    "event": Text("untuk seluruh kejadian", "over the event"),
}
_BLANK = Text("disebut tanpa angka", "named without a number")
_PLAIN = ("person", "family", "event", "recipient")
_LARGEST_GROUP = 10**12


@attrs.frozen(kw_only=True, eq=False, repr=False)
class InKind(Recorded):
    """Something that may be given in the place of money.

    >>> InKind(code="eggs", name=Text("Telur", "Eggs")).name.say("en")
    'Eggs'
    """

    code: str
    name: Text

    def __attrs_post_init__(self) -> None:
        checks.slug(self.code, "code")
        checks.instance(self.name, "name", Text)


# mypy takes no converter that is made by a call, so each field whose values are turned into plain ones has its own.


def _unit(unit: Unit | str) -> Unit:
    return rule_unit(unit)


def _per(per: str) -> str:
    return checks.slug(per, "per")


def _measure(measure: Unit | str) -> Unit:
    return rule_unit(measure, "measure")


def _group(group: int) -> int:
    return checks.within(group, "group", least=1, most=_LARGEST_GROUP)


def _every(every: Every | Cycle | Mapping[str, Any]) -> Every | Cycle:
    if isinstance(every, Mapping):
        for key in every:
            checks.choice(key, "every", ("days",))
        if not every:
            raise InvalidValueError("missing", field="every.days", value=every)
        return Cycle(days=every["days"])
    return every if isinstance(every, Cycle) else cast(Every, checks.choice(every, "every", _EVERY))


def _rates(rates: Iterable[Row]) -> tuple[Row, ...]:
    return checks.items(rates, "rates", Row)


def _month_days(days: int | None) -> int | None:
    return None if days is None else checks.within(days, "month_days", least=1, most=31)


def _in_kind(kinds: Iterable[InKind]) -> tuple[InKind, ...]:
    return checks.items(kinds, "in_kind", InKind)


def _items(items: Iterable[Item]) -> tuple[Item, ...]:
    return checks.items(items, "items", Item)


def _rate_of(item: Item) -> Quantity | Span[Quantity] | None:
    return None if item.amount is None else in_unit(item.amount, item.unit)


def _table_of(item: Item) -> tuple[Row, ...]:
    return item.rates or ((Row(amount=item.amount),) if item.amount is not None else ())


def _needs_days(item: Item) -> bool:
    return item.every != "once" or any(row.test(DAY) is not None for row in item.rates)


def _plain_rate(item: Item) -> Quantity | None:
    simple = item.per in _PLAIN and item.every in ("day", "once") and item.window is None and item.group == 1
    return item.rate if simple and item.measure is None and isinstance(item.rate, Quantity) else None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Item(Recorded):
    """One thing that a standard grants, and at which rate.

    The quantity is the sum over the cells of its count of count × times × rate. `rate` is the amount with its unit;
    None where the standard leaves the number blank or gives a table of rates.

    Args:
        code: A slug, such as "rice".
        name: What it is called.
        amount: How much of `unit` at a time, or from how much to how much; None where the standard leaves the number
            blank, or where `rates` gives it.
        unit: The unit of `amount`, or its code.
        per: Whom or what it is for: the code of a count ("person", "family", "dead", "house", ...), the whole "event",
            or each "recipient" that somebody chose.
        every: How often: each "day", "week" or "month", "once", or every so many days (`Cycle`).
        part: What a part of a week, a month or a cycle counts for: "up" as one, "down" as none, "whole" is refused.
        group: One `amount` for so many: 20, for one toilet for every 20 people.
        rounding: What the rest of a group counts for; needed where there are groups.
        counted: Where groups are counted: over the whole "event" or in each "place"; needed where there are groups.
        month_days: How many days make a month; needed where `every` is "month".
        bound: Whether the amount is "exact", a "floor" (more may be given) or a "ceiling" (less may be given).
        measure: The unit of a measured count for which the amount stands.
        rates: The table of rates, where the amount depends on a class, a trait, the day or the date.
        window: For how many days, where the item has a window of its own: a `Days`, or "open" where the source gives
            no number; None where the hazard's holds.
        in_kind: What may be given in the place of money.
        suits: Whom the words of an item for chosen recipients name; None where the standard says nothing of that.
        citation: Where the standard says so.

    >>> from kesos.standards import PEDUM_2003
    >>> PEDUM_2003.item("rice").say("en")
    '400 g/person/day (at least)'
    """

    code: str
    name: Text
    amount: Amount | Between | None = attrs.field(default=None, converter=amount_of)
    unit: Unit = attrs.field(converter=_unit)
    per: str = attrs.field(converter=_per)
    every: Every | Cycle = attrs.field(default="once", converter=_every)
    part: Part | None = None
    group: int = attrs.field(default=1, converter=_group)
    rounding: Rounding | None = None
    counted: Counted | None = None
    month_days: int | None = attrs.field(default=None, converter=_month_days)
    bound: Bound = "exact"
    measure: Unit | None = attrs.field(default=None, converter=optional(_measure))
    rates: tuple[Row, ...] = attrs.field(default=(), converter=_rates)
    window: Literal["open"] | Days | None = None
    in_kind: tuple[InKind, ...] = attrs.field(default=(), converter=_in_kind)
    suits: Suits | None = None
    citation: Citation
    rate: Quantity | Span[Quantity] | None = attrs.field(
        init=False, eq=False, default=attrs.Factory(_rate_of, takes_self=True)
    )
    table: tuple[Row, ...] = attrs.field(init=False, eq=False, default=attrs.Factory(_table_of, takes_self=True))
    """The rows of its rates; an amount by itself is a table of one row."""
    plain_rate: Quantity | None = attrs.field(init=False, eq=False, default=attrs.Factory(_plain_rate, takes_self=True))
    """Its rate, where that is one amount for each person or family, by the day or once: as most are."""
    needs_days: bool = attrs.field(init=False, eq=False, default=attrs.Factory(_needs_days, takes_self=True))
    """Whether it takes a number of days, since it is given again and again or its rate depends on the day."""

    def __attrs_post_init__(self) -> None:
        checks.slug(self.code, "code")
        checks.instance(self.name, "name", Text)
        checks.instance(self.citation, "citation", Citation)
        checks.choice(self.bound, "bound", _BOUND)
        for field, words in (("counted", _COUNTED), ("part", _PART)):
            checks.known_choice(getattr(self, field), field, words)
        checks.known_instance(self.rounding, "rounding", Rounding)
        if self.amount is not None and self.rates:
            raise InvalidValueError("not_used.beside_rates", field="amount", value=self.amount)
        for row in self.rates:
            for amount in (row.amount, row.each_further, row.to):  # each is a whole number of the base unit
                if amount is not None:
                    in_unit(amount, self.unit)
        self._check_groups()
        self._check_periods()
        if self.per == "recipient" and self.every != "once":
            raise InvalidValueError("not_once", field="every", value=self.every)
        if self.per == "recipient" and self.rates:
            raise InvalidValueError("not_used.recipient", field="rates", value=self.rates)
        checks.known_instance(self.suits, "suits", Suits)
        if self.suits is not None and self.per != "recipient":
            raise InvalidValueError("not_used.not_selective", field="suits", value=self.per)

    def _check_groups(self) -> None:
        grouped = self.group > 1 or any(row.group is not None for row in self.rates)
        if grouped and (self.per in ("event", "recipient") or self.measure is not None):
            raise InvalidValueError("group_does_not_fit", field="group", value=self.group)
        for field, value in (("rounding", self.rounding), ("counted", self.counted)):
            if grouped != (value is not None):
                raise InvalidValueError(
                    "missing.grouped" if grouped else "not_used.not_grouped", field=field, value=value
                )

    def _check_periods(self) -> None:
        monthly = self.every == "month"
        if monthly != (self.month_days is not None):
            raise InvalidValueError(
                "missing.monthly" if monthly else "not_used.not_monthly", field="month_days", value=self.month_days
            )
        in_parts = self.every not in ("day", "once")
        if in_parts != (self.part is not None):
            raise InvalidValueError(
                "missing.in_periods" if in_parts else "not_used.not_in_periods", field="part", value=self.part
            )
        if self.window is not None and not isinstance(self.window, Days):
            checks.choice(self.window, "window", (OPEN,))
        if self.window is not None and not self.needs_days:
            raise InvalidValueError("not_used.without_days", field="window", value=self.window)

    @property
    def unspecified(self) -> bool:
        """The standard names the item and leaves its number blank."""
        return self.amount is None and not self.rates

    @property
    def cycle(self) -> tuple[int, int] | None:
        """How many days a period is, at the least and at the most; None for what is given once."""
        if isinstance(self.every, Cycle):
            return self.every.ends
        length = self.month_days if self.every == "month" else {"day": 1, "week": 7}.get(self.every)
        return None if length is None else (length, length)

    @property
    def floor(self) -> bool:
        """Whether the amount is the least that is owed, and more may be given."""
        return self.bound == "floor"

    def say(self, language: str, *, per: Text | None = None, names: Names = NO_NAMES) -> str:
        """What of it, for whom and how often, with how it is counted in brackets; a number left blank is a dash.

        Args:
            language: "id" or "en".
            per: What the count is called that it is given by; left out, its code where kesos has no word for it.
            names: What the axes and the indices of its standard are called, by code.
        """
        named = self._each(per)
        group = "" if self.group == 1 else f"{self.group} "
        group += "" if self.measure is None else f"{self.measure.say(language)} "
        bracketed = "; ".join(self._brief_notes(language))
        of = f"{group}{self.per if named is None else named.say(language)}{self._often(language)}"
        return f"{self._rates_said(language, names)}/{of}" + (f" ({bracketed})" if bracketed else "")

    def _each(self, per: Text | None) -> Text | None:
        """What one is called that it is given for, as far as kesos has a word for it."""
        if per is not None:
            return one_of(checks.instance(per, "per", Text))
        known = Count.meaning(self.per)
        return _EACH.get(self.per) or (None if known is None else one_of(known.name))

    def _rates_said(self, language: str, names: Names) -> str:
        if self.rates:
            return "; ".join(row.say(self.unit, language, names=names) for row in self.rates)
        return f"– {self.unit.say(language)}" if self.rate is None else self.rate.say(language)

    def _often(self, language: str) -> str:
        if isinstance(self.every, Cycle):
            return say("item.cycle", language, days=self.every.say(language))
        return "" if self.every == "once" else _AND_EACH[self.every].say(language)

    def _brief_notes(self, language: str) -> list[str]:
        notes = [_BLANK.say(language)] if self.unspecified else []
        notes += [] if self.bound == "exact" else [say(_BOUNDS[self.bound].brief, language)]
        if self.rounding is not None and self.counted is not None:
            notes.append(say("item.rest", language, rounding=ROUNDED[self.rounding], counted=_WHERE[self.counted]))
        if self.part is not None and self.every == "month":
            notes.append(say("item.month", language, days=self.month_days, rounding=_PARTS[self.part]))
        elif self.part is not None:
            notes.append(say("item.part_brief", language, rounding=_PARTS[self.part]))
        return notes

    def notes(self, language: str) -> list[str]:
        """What the standard says of how it is counted and given, in a sentence each."""
        check_language(language)
        notes = [] if self.bound == "exact" else [say(_BOUNDS[self.bound].whole, language)]
        if self.rounding is not None and self.counted is not None:
            rounding, counted = ROUNDED[self.rounding], _WHERE[self.counted]
            if self.group > 1:
                of = Quantity(self.group, self.per) if self.per in _EACH else self.group
                notes.append(say("item.group", language, of=of, rounding=rounding, counted=counted))
            else:  # each row of the rates says how many make a group
                notes.append(say("item.groups", language, rounding=rounding, counted=counted))
        if self.part is not None and self.every == "month":
            notes.append(say("item.month_is", language, days=self.month_days, rounding=_PARTS[self.part]))
        elif self.part is not None:
            notes.append(say("item.part", language, rounding=_PARTS[self.part]))
        if self.in_kind:
            notes.append(say("item.in_kind", language, kinds=[kind.name for kind in self.in_kind]))
        return notes


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Package(Recorded):
    """Items that a standard grants together, and to whom it says they should go.

    Args:
        code: A slug, such as "clothing".
        name: What it is called.
        priority: Whom the standard puts first, where it says so; deciding that is for people.
        subject: What it is about; two standards conflict only where they share one. Left out, its code.
        judged: The need for which it is given selectively, as an officer judges it.
        items: What is in it.
    """

    code: str
    name: Text
    priority: Text | None = None
    subject: str | None = None
    judged: Judged | None = None
    items: tuple[Item, ...] = attrs.field(converter=_items)

    def __attrs_post_init__(self) -> None:
        checks.slug(self.code, "code")
        checks.instance(self.name, "name", Text)
        checks.known_instance(self.priority, "priority", Text)
        if self.subject is not None:
            checks.slug(self.subject, "subject")
        checks.known_instance(self.judged, "judged", Judged)
        if self.judged is not None and not self.selective:
            raise InvalidValueError("not_used.nothing_selective", field="judged", value=self.code)

    @property
    def selective(self) -> tuple[Item, ...]:
        """The items in it for recipients whom people choose."""
        return tuple(item for item in self.items if item.per == "recipient")


def names_of(items: Iterable[Item]) -> dict[str, Text]:
    """What items are called, by code, and what may be given in the place of money for one of them."""
    each = tuple(items)
    in_kind = {kind.code: kind.name for item in each for kind in item.in_kind}
    return in_kind | {item.code: item.name for item in each}


def column_of(item: Item, end: Literal["", "from", "to"] = "") -> str:
    """The column of a frame that holds how much of an item: its code and base unit, and which end of a range.

    >>> from kesos.standards import PEDUM_2003
    >>> column_of(PEDUM_2003.item("rice")), column_of(PEDUM_2003.item("side_dishes"), "to")
    ('rice_g', 'side_dishes_idr_to')
    """
    unit = item.unit.base.lower().replace("/", "_")  # "php_100": hundredths of a peso
    return "_".join(filter(None, (item.code, unit, end)))


__all__ = ["OPEN", "Counted", "InKind", "Item", "Package", "column_of", "names_of"]
