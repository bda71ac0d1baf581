"""For how many days an item is given: a number, an end of a window, or one of these for each item."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, cast

from kesos import _checks as checks
from kesos.errors import DurationError, UnknownItemError
from kesos.standards import AidStandard, Item
from kesos.standards import Days as Window
from kesos.standards._amounts import LONGEST_WINDOW
from kesos.values import Decision
from kesos.words import Sentence, hint

End = Literal["minimum", "maximum", "extended"]
Days = int | End | Mapping[str, int | End]

_NAMED_DAYS = ("minimum", "maximum", "extended")


def check_days(days: object) -> int | End:
    """`days` as a count or the name of an end of the window, whatever the window is."""
    if isinstance(days, str):
        return cast(End, checks.choice(days, "days", _NAMED_DAYS))
    number = checks.count(days, "days")
    if number > LONGEST_WINDOW:
        raise DurationError("days_out_of_range.too_long", field="days", value=days, longest=LONGEST_WINDOW)
    return number


class Lasting:
    """For how many days each item of one answer is given, where items differ or have windows of their own."""

    def __init__(
        self,
        days: Days | None,
        standard: AidStandard,
        window: Window | None,
        extended: bool,
        decision: Decision | None,
    ) -> None:
        self.by_item: dict[str, int] = {}
        self._given = days
        self._window = window
        self._asked = (standard, extended, decision)
        self._named = items_named(days, standard) if isinstance(days, Mapping) else {}

    def of(self, item: Item) -> int:
        """The days of one item that takes any."""
        given = self._named.get(item.code) if self._named else self._given
        if given is None:
            raise DurationError("days_needed", field="days", item=item.name)
        window = item.window or self._window
        number = days_in(given, window, *self._asked) if isinstance(window, Window) else _open_days(given, item)
        self.by_item[item.code] = number
        return number

    @property
    def number(self) -> int | None:
        """The days, where they are the same for all that takes any."""
        numbers = {*self.by_item.values()}
        return numbers.pop() if len(numbers) == 1 else None


def days_in(days: object, window: Window, standard: AidStandard, extended: bool, decision: Decision | None) -> int:
    """The days of the window; its extension when asked for; any other number only by somebody's decision."""
    number = check_days(days)
    least, most, longest = window.minimum, window.maximum, window.extended
    if isinstance(number, str):
        named = {"minimum": least, "maximum": most, "extended": longest}[number]
        if named is None:
            raise DurationError("no_extension", field="days", value=number, window=window)
        return named
    last = window.longest if extended else most
    if least <= number <= last or (decision is not None and number > 0 and _decides(standard)):
        return number
    raise DurationError(
        "days_out_of_range",
        field="days",
        value=number,
        hint=_way_out(number, window, standard),
        window=window,
        days=number,
        minimum=least,
        maximum=most,
        extended=longest,
    )


def _decides(standard: AidStandard) -> bool:
    """Whether the standard leaves other days to somebody's decision."""
    return standard.durations is not None and standard.durations.beyond == "decision"


def _way_out(days: int, window: Window, standard: AidStandard) -> Sentence | None:
    """What a caller can do about days outside the window: extend, decide, or nothing."""
    if window.extended is not None and window.maximum < days <= window.extended:
        return hint("pass_extended")
    return hint("pass_decision") if days > 0 and _decides(standard) else None


def items_named(days: Mapping[str, int | End], standard: AidStandard) -> dict[str, object]:
    """The days by item; every code is one of an item that takes days."""
    takes = [item.code for item in standard.granted if item.needs_days]
    for code in days:
        if not isinstance(code, str) or code not in takes:
            near = checks.did_you_mean(code, takes)
            raise UnknownItemError("unknown_item.days", field="days", value=code, standard=standard.code, hint=near)
    return dict(days)


def _open_days(days: object, item: Item) -> int:
    """A number, where the source gives none: no end of a window that nobody has written."""
    number = check_days(days)
    if isinstance(number, str):
        raise DurationError("open_window", field="days", value=number, item=item.name)
    if number == 0:
        raise DurationError("days_out_of_range.none", field="days", value=number)
    return number


__all__ = ["Days", "End", "Lasting", "check_days", "days_in", "items_named"]
