"""What of a stock is still good on the day on which it would be handed out: what has expired by then is no stock.

A rule of ours, the same as in a calendar: a day's aid is handed out on that day, what is given once on the first; an
event that is known to the month only is reckoned from the first day of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from kesos.planning._ladders import Good, Part
from kesos.planning._lots import Lot
from kesos.planning._shelf import take
from kesos.planning._stock import Stock
from kesos.standards._saying import say
from kesos.values import Quantity, Text

Amounts = tuple[tuple[str, Quantity], ...]


def good_from(stock: Stock, codes: Iterable[str], first: int) -> Good:
    """How much of each item may be given on the first day, and on each day on which less of it may be.

    Whatever goes out on such a day and on all after it comes out of that much. As what is good on a later day is good
    on an earlier one, stock is enough where it is enough on each of these days.
    """
    good: Good = {}
    for code in codes:
        lots = [lot for lot in stock.lots if lot.item == code]
        ends = (lot.expires.toordinal() + 1 for lot in lots if lot.expires is not None and lot.expires < date.max)
        for day in sorted({first, *(end for end in ends if end > first)}):
            good[code, day] = sum(lot.quantity.amount for lot in lots if lot.good_on(date.fromordinal(day)))
    return good


def cut(part: Part, good: Good) -> Part:
    """A part of a ladder that knows on which days less of its item may be given."""
    return part._replace(cuts=tuple(day for code, day in good if code == part.item.code))


def in_time(parts: Iterable[Part], good: Mapping[int, int]) -> int:
    """How much of an item can be handed out by the day on which it may last be given, if all of it is owed."""
    owed = [part for part in parts if part.by(part.cap)]
    first, ends = min(good), max((part.first + part.cap for part in owed), default=0)
    return min(
        amount + sum(part.before(part.cap, day) for part in owed)
        for day, amount in good.items()
        if day == first or day < ends
    )


def expired(stock: Stock, parts: Iterable[Part], first: int) -> Amounts:
    """What of each item expires before it could be handed out, as far as any does; all of them were counted."""
    by_code: dict[str, list[Part]] = {}
    for part in parts:
        by_code.setdefault(part.item.code, []).append(part)
    found: list[tuple[str, Quantity]] = []
    for code, each in by_code.items():
        days = {day: amount for (_, day), amount in good_from(stock, [code], first).items()}
        lost = stock[code].amount - in_time(each, days)
        if lost:
            found.append((code, Quantity(lost, stock[code].unit.base)))
    return tuple(found)


def what_is_left(stock: Stock, given: Iterable[tuple[Part, int]], first: int) -> Stock:
    """What is left of a stock when each part has been given for so many days: what expires first goes first."""
    by_code: dict[str, list[tuple[Part, int]]] = {}
    for part, days in given:
        by_code.setdefault(part.item.code, []).append((part, days))
    lots: list[Lot] = []
    for code in stock:
        kept, had = [lot for lot in stock.lots if lot.item == code], 0
        each = by_code.get(code, [])
        from_days = [day for _, day in good_from(stock, [code], first)]
        ends: list[int | None] = [*from_days[1:], None]
        for day, end in zip(from_days, ends, strict=True):
            by = sum(part.by(number) if end is None else part.before(number, end) for part, number in each)
            kept = take(kept, Quantity(max(by - had, 0), stock[code].unit.base), on=date.fromordinal(day))
            had = max(by, had)
        lots += kept
    return Stock(lots, moved=stock.moved)


def say_expired(found: Amounts, names: Mapping[str, Text], language: str) -> list[str]:
    """What was not counted since it expires before it could be handed out, in a sentence; none where nothing does."""
    said = [f"{names[code].say(language)} {quantity.say(language)}" for code, quantity in found]
    return [say("planning.expired", language, amounts=said)] if said else []


__all__ = ["Amounts", "cut", "expired", "good_from", "in_time", "say_expired", "what_is_left"]
