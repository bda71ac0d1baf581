"""What is drawn along an axis: whole numbers of the base unit, labelled in the unit that reads best."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from kesos.charts._style import Spec
from kesos.errors import InvalidValueError
from kesos.values import Percentage, Quantity, Span, Text, Unit
from kesos.values import _locales as locales
from kesos.values._spans import ends_of

LARGEST = 2**53
"""What draws charts holds numbers as doubles: up to here a whole number is drawn as what it is."""
_LABELS = {
    "IDR": (
        (10**12, Text("triliun rupiah", "trillion rupiah")),
        (10**9, Text("miliar rupiah", "billion rupiah")),
        (10**6, Text("juta rupiah", "million rupiah")),
        (10**3, Text("ribu rupiah", "thousand rupiah")),
    ),
    "g": ((10**3, Text("kg", "kg")),),
    "ml": ((10**3, Text("liter", "litres")),),
    "mm": ((10**6, Text("km", "km")), (10**3, Text("m", "m"))),
    "cm2": ((10**8, Text("hektare", "hectares")), (10**4, Text("m²", "m²"))),
}
_STEPS_IN_VIEW = 10
"""An axis is labelled in a unit from this many of it on."""


class Axis(NamedTuple):
    """In which unit an axis is labelled.

    Args:
        factor: How many of what is drawn make one of it.
        title: What it is called.
        counts: Whether nothing stands between two whole numbers on it.
    """

    factor: int
    title: str
    counts: bool = False

    def spec(self) -> Spec:
        """The axis in Vega-Lite, its numbers in the locale of the chart."""
        return {
            "title": self.title,
            "labelExpr": f"format(datum.value / {self.factor}, ',')",
            "tickCount": 5,
            **({"tickMinStep": 1} if self.counts else {}),
            "labelFlush": False,
            "labelOverlap": "greedy",
        }


def drawable(value: int, field: str = "value") -> int:
    """A whole number that is drawn as what it is.

    Raises:
        InvalidValueError: It is above 2^53, or below -2^53.

    >>> drawable(2**53)
    9007199254740992
    """
    if -LARGEST <= value <= LARGEST:
        return value
    raise InvalidValueError("too_large.drawn", field=field, value=value, most=LARGEST)


def amount_of(value: Quantity | int) -> int:
    """A count, or an amount in its base unit, as it is drawn."""
    return drawable(value.amount if isinstance(value, Quantity) else value)


def drawn_ends(value: Quantity | Span[Quantity] | int) -> tuple[int, int]:
    """The least and the most of what may be a range, as they are drawn."""
    least, most = (value, value) if isinstance(value, int) else ends_of(value)
    return amount_of(least), amount_of(most)


def axis_of(values: Iterable[Quantity | Span[Quantity] | int], language: str, *, counted: Text | None = None) -> Axis:
    """The axis for amounts of one unit.

    Args:
        values: What is drawn along it.
        language: "id" or "en".
        counted: What is counted, where the values are bare numbers.

    >>> axis_of([Quantity(2_408, "kg")], "id").title, axis_of([Quantity(97_000_000, "IDR")], "en").title
    ('kg', 'million rupiah')
    """
    given = list(values)
    most = max((max(map(abs, drawn_ends(value))) for value in given), default=0)
    unit = next((unit_of(value) for value in given if not isinstance(value, int)), None)
    if unit is None:
        return Axis(1, "" if counted is None else counted.say(language), counts=True)
    base, _, parts = unit.code.partition("/")
    small = int(parts) if parts else 1
    for factor, words in _LABELS.get(base, ()):
        if most >= factor * small * _STEPS_IN_VIEW:
            return Axis(factor * small, words.say(language))
    return Axis(small, Unit.of(base).say(locales.words_language(language)))


def unit_of(value: Quantity | Span[Quantity]) -> Unit:
    """The unit of what may be a range."""
    return ends_of(value)[0].unit


def near(value: Fraction | Percentage) -> float:
    """Where a share or a target is drawn: as near as a double comes; what is said of it is exact."""
    return float(value.exact * 100 if isinstance(value, Percentage) else value)


__all__ = ["Axis", "amount_of", "axis_of", "drawable", "drawn_ends", "near", "unit_of"]
