"""What is owed and not in stock."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import attrs

from kesos import _checks as checks
from kesos.errors import InvalidValueError
from kesos.planning._expiry import Amounts, expired, say_expired
from kesos.planning._needs import part_of, uncounted
from kesos.planning._stock import Stock
from kesos.records import Plain, to_plain
from kesos.relief import ItemMapping, Relief, ReliefRange, ReliefTotal, Unknown, Unspecified
from kesos.relief._answers import show_amounts
from kesos.relief._lines import say_owed
from kesos.relief._terms import Owed
from kesos.relief._totals import say_counted
from kesos.standards import Item
from kesos.standards._saying import say
from kesos.values import Quantity, Span, TableView, Text
from kesos.values._display import UNKNOWN, UNSPECIFIED, unsaid
from kesos.values._spans import ends_of
from kesos.values._texts import check_language

Need = Relief | ReliefRange | ReliefTotal

HEAD = Text("Barang", "Item"), Text("Kebutuhan", "Need"), Text("Persediaan", "Stock"), Text("Kekurangan", "Shortfall")


def _need(need: Need) -> Need:
    if isinstance(need, (Relief, ReliefRange, ReliefTotal)):
        return need
    raise InvalidValueError("wrong_type", field="need", value=need, kind="Relief")


def _stock(stock: Stock) -> Stock:
    return checks.instance(stock, "stock", Stock)


@attrs.frozen(kw_only=True, repr=False)
class Shortfall(ItemMapping[Owed]):
    """How much of each item is owed and not in stock; nothing where there is enough.

    Args:
        need: What is owed: an answer, a range or a total.
        stock: What there is. What expires before the day on which it would be handed out does not count.
    """

    need: Need = attrs.field(converter=_need)
    stock: Stock = attrs.field(converter=_stock)

    def __attrs_post_init__(self) -> None:
        list(self)  # units that do not go together are an error now

    @cached_property
    def _amounts(self) -> Mapping[str, Owed]:  # pyright: ignore[reportIncompatibleMethodOverride]  # it is read like a property
        least, most = self._lost
        return {
            code: _less(owed, *(self.stock[code] - lost.get(code, self.stock[code] * 0) for lost in (least, most)))
            for code, owed in self.need.items()
            if code in self.stock
        }

    @cached_property
    def _lost(self) -> tuple[Mapping[str, Quantity], Mapping[str, Quantity]]:
        """What is not counted against the least that may be owed, and against the most."""
        return dict(_expired(self.need, self.stock, 0)), dict(_expired(self.need, self.stock, 1))

    @property
    def expired(self) -> Amounts:
        """What of each item is not counted, since it expires before the day on which it would be handed out."""
        return tuple(self._lost[1].items())

    def held(self, code: str) -> Quantity:
        """How much of an item there is that can be handed out in time."""
        return self.stock[code] - self._lost[1].get(code, self.stock[code] * 0)

    @property
    def unspecified(self) -> tuple[Unspecified, ...]:
        """The items whose number the standard leaves blank."""
        return self.need.unspecified

    @cached_property
    def unknown(self) -> tuple[Unknown, ...]:  # pyright: ignore[reportIncompatibleMethodOverride]  # it is read like a property
        """The items whose shortfall is not known: what is owed of them is not, or they were not counted in stock."""
        missing = [uncounted(self.item(code)) for code in self.need if code not in self.stock]
        return (*self.need.unknown, *missing)

    @cached_property
    def _item_by_code(self) -> Mapping[str, Item]:
        answers = (self.need.minimum, self.need.maximum) if isinstance(self.need, ReliefRange) else (self.need,)
        items = {line.code: line.item for each in answers if isinstance(each, Relief) for line in each.lines}
        return items | {each.code: each.item for each in (*self.need.unknown, *self.need.unspecified)}

    def item(self, code: str) -> Item:
        """The item behind a code.

        Raises:
            UnknownItemError: Nothing of such an item was asked for.
        """
        if isinstance(self.need, ReliefTotal):
            return self.need.item(code)
        if isinstance(code, str) and code in self._item_by_code:
            return self._item_by_code[code]
        raise self._no_item(code)

    def explain(self, language: str = "id") -> str:
        """What is short, and below it where the need comes from."""
        return f"{self.table(language).plain()}\n\n{self.need.explain(language)}"

    def table(self, language: str = "id") -> TableView:
        """Need, stock and shortfall of each item, in "id" or "en"."""
        check_language(language)
        rows = [
            (self.item(code).name.say(language), *self._said(code, short, language)) for code, short in self.items()
        ]
        for each in self.unknown:
            owed, held = self.need.get(each.code), self.stock.get(each.code)
            unknown = unsaid(UNKNOWN, language)
            said = [unknown if amount is None else amount.say(language) for amount in (owed, held)]
            rows.append((each.item.name.say(language), said[0], said[1], unknown))
        blank = unsaid(UNSPECIFIED, language)
        rows += [(each.item.name.say(language), blank, "", blank) for each in self.unspecified]
        view = self.need.table(language)
        return TableView(
            caption=self._caption(view.caption, language),
            header=tuple(word.say(language) for word in HEAD),
            rows=tuple(rows),
            notes=(*say_expired(self.expired, {code: self.item(code).name for code in self}, language), *view.notes),
            numbers=(1, 2, 3),
        )

    def _caption(self, need: str, language: str) -> str:
        if isinstance(self.need, ReliefTotal):
            return say("planning.shortfall.of_total", language, events=say_counted(self.need, language))
        return say("planning.shortfall", language, need=need)

    def _said(self, code: str, short: Owed, language: str) -> tuple[str, str, str]:
        item = self.item(code)
        return (
            say_owed(item, self.need[code], language),
            self.held(code).say(language),
            say_owed(item, short, language),
        )

    def record(self) -> Plain:
        """The need as it is recorded, the stock, and what is short, as plain values."""
        lost = {"expired": to_plain(dict(self.expired))} if self.expired else {}
        return {"need": self.need.record(), "stock": self.stock.to_dict(), "short": to_plain(dict(self)), **lost}

    def __repr__(self) -> str:
        unknown = f"; not known: {', '.join(each.code for each in self.unknown)}" if self.unknown else ""
        return f"<Shortfall {show_amounts(self)}{unknown}>"


def _expired(need: Need, stock: Stock, end: int) -> Amounts:
    """What expires before it could be handed out, where what is owed is the least, 0, or the most, 1."""
    if all(lot.expires is None for lot in stock.lots):
        return ()
    parts = need.answers or need.ranges if isinstance(need, ReliefTotal) else (need,)
    answers = [part if isinstance(part, Relief) else (part.minimum, part.maximum)[end] for part in parts]
    owed = [
        part_of(line, answer, lambda amount: ends_of(amount)[end].amount)
        for answer in answers
        for line in answer.lines
        if line.code in stock
    ]
    return expired(stock, owed, min((part.first for part in owed), default=1))


def _less(owed: Owed, least: Quantity, most: Quantity) -> Owed:
    """What is short of the least and of the most that is owed, beside what there is for each."""
    if isinstance(owed, Span):
        return Span(_short(owed.minimum, least), _short(owed.maximum, most))
    return _short(owed, most)


def _short(owed: Quantity, held: Quantity) -> Quantity:
    short = owed - held
    return short if short.amount > 0 else short * 0


def shortfall(need: Need, stock: Stock) -> Shortfall:
    """How much of each item that is owed is not in stock.

    Args:
        need: What is owed: an answer, a range (the shortfall is one too), or the total of several events.
        stock: What there is. What has expired before the day on which it would be handed out does not count, a day's
            aid being handed out on that day, from the first day of an event's period on.

    Returns:
        A mapping from item to quantity. An item that was not counted in the stock is among its `unknown`.

    Raises:
        UnitError: The stock has an item in a unit that does not go together with the standard's.

    >>> from kesos.events import DisasterEvent
    >>> from kesos.relief import entitle
    >>> from kesos.standards import PEDUM_2003
    >>> flood = DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", people=860)
    >>> gap = shortfall(entitle(flood, PEDUM_2003, days=7), Stock({"rice": Quantity(2_000, "kg")}))
    >>> print(gap["rice"])
    408 kg
    >>> [each.code for each in gap.unknown]
    ['side_dishes']
    """
    return Shortfall(need=need, stock=stock)


__all__ = ["HEAD", "Need", "Shortfall", "shortfall"]
