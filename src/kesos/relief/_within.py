"""What an item comes to over all the numbers of days of a window, and not at its ends alone."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from kesos.errors import NoRateError, UnknownValueError
from kesos.relief._answers import Relief
from kesos.relief._computation import line_asked
from kesos.relief._lines import Line, Unknown, say_owed
from kesos.standards import Item
from kesos.standards._rates import DAY, Interval
from kesos.standards._saying import say
from kesos.values import Quantity, Span
from kesos.values._display import UNKNOWN
from kesos.values._spans import ends_of


def span_within(line: Line, minimum: Relief, maximum: Relief) -> Span[Quantity] | Unknown:
    """From the least to the most that an item comes to, from the days of one answer to those of another.

    Where no rate holds for some number of days in between, nobody knows what it comes to.
    """
    item = line.item
    owed = [line.quantity, maximum[item.code]]
    least, most = (dict(answer.item_days).get(item.code, answer.days) for answer in (minimum, maximum))
    for days in _turns(item, least, most):
        try:
            there, _ = line_asked(
                item, minimum.event, minimum.standard, days, dict(minimum.indices), minimum.counted_only
            )
        except (UnknownValueError, NoRateError) as error:
            return Unknown(item=item, error=error.with_traceback(None))
        owed.append(there.quantity)
    ends = [ends_of(each) for each in owed]
    return Span(min(low for low, _ in ends), max(high for _, high in ends))


def say_within(spans: Mapping[str, Span[Quantity] | Unknown], ends: Collection[Relief], language: str) -> list[str]:
    """What each item comes to within the window, where its ends do not tell that."""
    said: list[str] = []
    for code, span in spans.items():
        low, high = zip(*(ends_of(answer[code]) for answer in ends), strict=True)
        if isinstance(span, Unknown) or (span.minimum, span.maximum) != (min(low), max(high)):
            item = next(iter(ends)).standard.item(code)
            amount = UNKNOWN if isinstance(span, Unknown) else say_owed(item, span, language)
            said.append(say("range.within", language, item=item.name, amount=amount))
    return said


def _turns(item: Item, least: int | None, most: int | None) -> list[int]:
    """The numbers of days between two others from which another rate may hold: that of the last day, for what is given
    once. What is given again and again only grows with the days, so its ends tell all of it."""
    if item.cycle is not None or least is None or most is None:
        return []
    tests = [test for row in item.rates if isinstance(test := row.test(DAY), Interval)]
    starts = {test.start for test in tests} | {test.end + 1 for test in tests if isinstance(test.end, int)}
    return sorted(day for day in starts if isinstance(day, int) and least < day < most)


__all__ = ["say_within", "span_within"]
