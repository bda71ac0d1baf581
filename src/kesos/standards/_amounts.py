"""How much and how often, as a law writes it: amounts, ranges of one, periods of days, windows of an item."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

import attrs

from kesos import _checks as checks
from kesos.errors import InvalidValueError, KesosError, check_language
from kesos.records import Recorded
from kesos.standards._saying import say
from kesos.values import Quantity, Span, Unit, exact_fraction
from kesos.values._exact import reads_as_thousands

Amount = int | Decimal
LARGEST_AMOUNT = 10**12
"""No rate is larger: a trillion grams or rupiah a person is a slip of the keyboard."""
LONGEST_WINDOW = 3_660
"""No window is longer: ten years of daily food are no emergency aid."""


def check_amount(value: object, field: str) -> Amount:
    """`value` as an int, or as a Decimal where it is written as the text of one ("3.5"); never a float.

    >>> check_amount("3.5", "amount"), check_amount(400, "amount")
    (Decimal('3.5'), 400)
    """
    if not isinstance(value, (str, Decimal)):
        return checks.within(value, field, least=0, most=LARGEST_AMOUNT)
    exact = exact_fraction(value, field)
    if not 0 <= exact <= LARGEST_AMOUNT:
        raise InvalidValueError("out_of_range", field=field, value=value, least=0, most=LARGEST_AMOUNT)
    if exact.denominator != 1:
        return Decimal(value)
    if reads_as_thousands(str(value)):  # 300 here, 300,000 in the regulation beside it; of a file's text, a Decimal
        raise InvalidValueError("not_exact.whole", field=field, value=value)
    return int(exact)


def _start(value: Amount | str) -> Amount:
    return check_amount(value, "from")


def _end(value: Amount | str) -> Amount:
    return check_amount(value, "to")


@attrs.frozen(eq=False, repr=False)
class Between(Recorded):
    """An amount that the law gives as a range; both ends are included.

    >>> Between("4.5", "5.5").start
    Decimal('4.5')
    """

    start: Amount = attrs.field(converter=_start)
    end: Amount = attrs.field(converter=_end)

    def __attrs_post_init__(self) -> None:
        if self.end <= self.start:
            raise InvalidValueError("minimum_above_maximum", field="from", value=self.start, maximum=self.end)

    @classmethod
    def __read__(cls, raw: object) -> Between:
        table = checks.mapping(raw, "")
        for key in ("from", "to"):
            if key not in table:
                raise InvalidValueError("missing", field=key)
        for key in table:
            checks.choice(key, key, ("from", "to"))
        return cls(table["from"], table["to"])

    def __plain__(self) -> dict[str, int | str]:
        return {"from": plain_amount(self.start), "to": plain_amount(self.end)}

    def quantity(self, unit: Unit | str) -> Span[Quantity]:
        """The range in a unit."""
        return Span(Quantity(self.start, unit), Quantity(self.end, unit))


def plain_amount(amount: Amount) -> int | str:
    """An amount as a file writes it."""
    return amount if isinstance(amount, int) else str(amount)


def amount_of(value: object) -> Amount | Between | None:
    """An amount, a range of one, or None for a blank."""
    if value is None or isinstance(value, Between):
        return value
    if not isinstance(value, Mapping):
        return check_amount(value, "amount")
    try:
        return Between.__read__(value)
    except KesosError as error:
        raise error.at("amount") from None


def in_unit(amount: Amount | Between, unit: Unit) -> Quantity | Span[Quantity]:
    """An amount, or a range of one, with its unit."""
    return amount.quantity(unit) if isinstance(amount, Between) else Quantity(amount, unit)


def _days(days: object) -> int | Between:
    if isinstance(days, Mapping):
        days = Between.__read__(days)
    if isinstance(days, Between):
        for field, end in (("from", days.start), ("to", days.end)):
            checks.within(end, field, least=1, most=LONGEST_WINDOW)
        return days
    return checks.within(days, "days", least=1, most=LONGEST_WINDOW)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Cycle(Recorded):
    """Every so many days: 90, or two to three where a pack lasts so long.

    >>> Cycle(days=90).ends
    (90, 90)
    """

    days: int | Between = attrs.field(converter=_days)

    @property
    def ends(self) -> tuple[int, int]:
        """The least and the most days that one lasts."""
        if isinstance(self.days, Between):
            return int(self.days.start), int(self.days.end)
        return self.days, self.days

    def say(self, language: str, /) -> str:
        """How many days."""
        check_language(language)
        least, most = self.ends
        return str(least) if least == most else f"{least}–{most}"


Every = Literal["day", "week", "month", "once"]
Part = Literal["up", "down", "whole"]
Bound = Literal["exact", "floor", "ceiling"]


def _minimum(days: int) -> int:
    return checks.within(days, "minimum", least=1, most=LONGEST_WINDOW)


def _maximum(days: int) -> int:
    return checks.within(days, "maximum", least=1, most=LONGEST_WINDOW)


def _extended(days: int | None) -> int | None:
    return None if days is None else checks.within(days, "extended", least=1, most=LONGEST_WINDOW)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Days(Recorded):
    """From the least to the most days, and further with an extension.

    Args:
        minimum: The least number of days.
        maximum: The most, without an extension.
        extended: The most with an extension; None where the standard knows none.

    >>> window = Days(minimum=3, maximum=7, extended=12)
    >>> window.longest, window.say("en")
    (12, '3–7 days, which may be extended to 12 days')
    """

    minimum: int = attrs.field(converter=_minimum)
    maximum: int = attrs.field(converter=_maximum)
    extended: int | None = attrs.field(default=None, converter=_extended)

    def __attrs_post_init__(self) -> None:
        if self.minimum > self.maximum:
            raise InvalidValueError(
                "minimum_above_maximum.days", field="minimum", value=self.minimum, maximum=self.maximum
            )
        if self.extended is not None and self.extended <= self.maximum:
            raise InvalidValueError(
                "extended_not_above_maximum", field="extended", value=self.extended, maximum=self.maximum
            )

    @property
    def longest(self) -> int:
        """The most days that the standard gives by itself, an extension included."""
        return self.maximum if self.extended is None else self.extended

    def say(self, language: str, *, brief: bool = False) -> str:
        """How many days, and how many with an extension; `brief` as a table holds it.

        >>> from kesos.standards import PEDUM_2003
        >>> PEDUM_2003.windows[0].say("id", brief=True)
        '3–7 hari (maks. 12)'
        """
        checks.flag(brief, "brief")
        days = str(self.minimum) if self.minimum == self.maximum else f"{self.minimum}–{self.maximum}"
        if self.extended is None:
            return say("window.brief" if brief else "window", language, days=days)
        key = "window.brief_extended" if brief else "window.extended"
        return say(key, language, days=days, extended=self.extended)


__all__ = [
    "LARGEST_AMOUNT",
    "LONGEST_WINDOW",
    "Amount",
    "Between",
    "Bound",
    "Cycle",
    "Days",
    "Every",
    "Part",
    "amount_of",
    "check_amount",
    "in_unit",
    "plain_amount",
]
