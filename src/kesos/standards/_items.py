"""What a standard grants, as data that says itself: items with their rates, and the packages that they come in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Literal, get_args

import attrs

from kesos.errors import InvalidValueError
from kesos.standards._saying import say
from kesos.values import Citation, Quantity, Rounding, Text, Unit
from kesos.values import _checks as checks

Per = Literal["person", "family", "event", "recipient"]
Every = Literal["day", "month", "once"]
Counted = Literal["event", "place"]

LARGEST_AMOUNT = 10**12
"""No rate is larger: a trillion grams or rupiah a person is a slip of the keyboard."""

_PER: tuple[Per, ...] = get_args(Per)
_EVERY: tuple[Every, ...] = get_args(Every)
_COUNTED: tuple[Counted, ...] = get_args(Counted)

_EACH = {
    "person": Text("jiwa", "person"),
    "family": Text("KK", "family"),
    "event": Text("kejadian", "event"),
    "recipient": Text("penerima", "recipient"),
}
_AND_EACH = {"day": Text("/hari", "/day"), "month": Text("/bulan", "/month")}
_ROUNDED = {
    Rounding.UP: Text("ke atas", "up"),
    Rounding.DOWN: Text("ke bawah", "down"),
    Rounding.HALF_UP: Text("ke yang terdekat", "to the nearest"),
}
_WHERE = {
    "place": Text("di setiap tempat", "in each place"),
    "event": Text("untuk seluruh kejadian", "over the event"),
}
_BLANK = Text("disebut tanpa angka", "named without a number")


@attrs.frozen(kw_only=True)
class InKind:
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


def _amount(amount: int | None) -> int | None:
    return None if amount is None else checks.within(amount, "amount", least=0, most=LARGEST_AMOUNT)


def _unit(unit: Unit | str) -> Unit:
    return Unit.of(unit)


def _group(group: int) -> int:
    return checks.within(group, "group", least=1, most=LARGEST_AMOUNT)


def _month_days(days: int | None) -> int | None:
    return None if days is None else checks.within(days, "month_days", least=1, most=31)


def _in_kind(kinds: Iterable[InKind]) -> tuple[InKind, ...]:
    return checks.items(kinds, "in_kind", InKind)


def _items(items: Iterable[Item]) -> tuple[Item, ...]:
    return checks.items(items, "items", Item)


@attrs.frozen(kw_only=True)
class Item:
    """One thing that a standard grants, and at which rate.

    The quantity is `amount` × (people, families or recipients ÷ `group`) × (days or months). `rate` is the amount with
    its unit; None where the standard leaves the number blank.

    Args:
        code: A slug, such as "rice".
        name: What it is called.
        amount: How much of `unit` at a time; None where the standard leaves the number blank.
        unit: The unit of `amount`, or its code.
        per: Whom it is for: each "person", each "family", the whole "event", or each "recipient" that somebody chose.
        every: How often: each "day", each "month", or "once".
        group: One `amount` for so many people or families: 20, for one toilet for every 20 people.
        rounding: What the rest of a group counts for; needed where `group` is above 1.
        counted: Where groups are counted: over the whole "event" or in each "place"; needed where `group` is above 1.
        month_days: How many days make a month; needed where `every` is "month".
        month_rounding: What a part of a month counts for; needed where `every` is "month".
        floor: The amount is the least that is owed, and more may be given.
        in_kind: What may be given in the place of money.
        citation: Where the standard says so.

    >>> from kesos.standards import PEDUM_2003
    >>> PEDUM_2003.item("rice").say("en")
    '400 g/person/day (at least)'
    """

    code: str
    name: Text
    amount: int | None = attrs.field(default=None, converter=_amount)
    unit: Unit = attrs.field(converter=_unit)
    per: Per
    every: Every = "once"
    group: int = attrs.field(default=1, converter=_group)
    rounding: Rounding | None = None
    counted: Counted | None = None
    month_days: int | None = attrs.field(default=None, converter=_month_days)
    month_rounding: Rounding | None = None
    floor: bool = False
    in_kind: tuple[InKind, ...] = attrs.field(default=(), converter=_in_kind)
    citation: Citation

    def __attrs_post_init__(self) -> None:
        checks.slug(self.code, "code")
        checks.instance(self.name, "name", Text)
        checks.instance(self.citation, "citation", Citation)
        checks.choice(self.per, "per", _PER)
        checks.choice(self.every, "every", _EVERY)
        if self.counted is not None:
            checks.choice(self.counted, "counted", _COUNTED)
        if self.rounding is not None:
            checks.instance(self.rounding, "rounding", Rounding)
        if self.month_rounding is not None:
            checks.instance(self.month_rounding, "month_rounding", Rounding)
        checks.flag(self.floor, "floor")
        self._check_group()
        self._check_month()
        if self.per == "recipient" and self.every != "once":
            raise InvalidValueError("not_once", field="every", value=self.every)

    def _check_group(self) -> None:
        grouped = self.group > 1
        if grouped and self.per not in ("person", "family"):
            raise InvalidValueError("group_does_not_fit", field="group", value=self.group)
        for field, value in (("rounding", self.rounding), ("counted", self.counted)):
            if grouped != (value is not None):
                raise InvalidValueError(
                    "missing.grouped" if grouped else "not_used.not_grouped", field=field, value=value
                )

    def _check_month(self) -> None:
        monthly = self.every == "month"
        for field, value in (("month_days", self.month_days), ("month_rounding", self.month_rounding)):
            if monthly != (value is not None):
                raise InvalidValueError(
                    "missing.monthly" if monthly else "not_used.not_monthly", field=field, value=value
                )

    @cached_property
    def rate(self) -> Quantity | None:
        """The amount with its unit; None where the standard leaves the number blank."""
        return None if self.amount is None else Quantity(self.amount, self.unit)

    @property
    def unspecified(self) -> bool:
        """The standard names the item and leaves its number blank."""
        return self.amount is None

    def say(self, language: str) -> str:
        """What of it, for whom and how often, with how it is counted in brackets; a number left blank is a dash."""
        rate = f"– {self.unit.say(language)}" if self.rate is None else self.rate.say(language)
        group = "" if self.group == 1 else f"{self.group} "
        every = "" if self.every == "once" else _AND_EACH[self.every].say(language)
        notes = [_BLANK.say(language)] if self.unspecified else []
        notes += [say("item.floor", language)] if self.floor else []
        if self.rounding is not None and self.counted is not None:
            notes.append(say("item.rest", language, rounding=_ROUNDED[self.rounding], counted=_WHERE[self.counted]))
        if self.month_rounding is not None:
            rounding = _ROUNDED[self.month_rounding]
            notes.append(say("item.month", language, days=self.month_days, rounding=rounding))
        bracketed = f" ({'; '.join(notes)})" if notes else ""
        return f"{rate}/{group}{_EACH[self.per].say(language)}{every}{bracketed}"

    def notes(self, language: str) -> list[str]:
        """What the standard says of how it is counted and given, in a sentence each."""
        notes = [say("item.is_floor", language)] if self.floor else []
        if self.rounding is not None and self.counted is not None:
            of = Quantity(self.group, "person" if self.per == "person" else "family")
            rounding, counted = _ROUNDED[self.rounding], _WHERE[self.counted]
            notes.append(say("item.group", language, of=of, rounding=rounding, counted=counted))
        if self.month_rounding is not None:
            rounding = _ROUNDED[self.month_rounding]
            notes.append(say("item.month_is", language, days=self.month_days, rounding=rounding))
        if self.in_kind:
            notes.append(say("item.in_kind", language, kinds=[kind.name for kind in self.in_kind]))
        return notes


@attrs.frozen(kw_only=True)
class Package:
    """Items that a standard grants together, and to whom it says they should go.

    Args:
        code: A slug, such as "clothing".
        name: What it is called.
        priority: Whom the standard puts first, where it says so; deciding that is for people.
        items: What is in it.
    """

    code: str
    name: Text
    priority: Text | None = None
    items: tuple[Item, ...] = attrs.field(converter=_items)

    def __attrs_post_init__(self) -> None:
        checks.slug(self.code, "code")
        checks.instance(self.name, "name", Text)
        if self.priority is not None:
            checks.instance(self.priority, "priority", Text)


__all__ = ["LARGEST_AMOUNT", "Counted", "Every", "InKind", "Item", "Package", "Per"]
