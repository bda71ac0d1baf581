"""Rounded figures: what they may stand for."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from fractions import Fraction

from kesos.errors import ParseError
from kesos.values import Quantity, Span, Text, Unit
from kesos.wording._amounts import known_unit
from kesos.wording._missing import check_missing
from kesos.wording._number_grammar import ROUNDED, SCALES, Ambiguous, may_be_damage, read_rare_thousands
from kesos.wording._parser import Convention, check_ascii, parser

_RUPIAH = re.compile(r"(-?)(?:rp\.?|idr) ?(.*)", re.ASCII | re.IGNORECASE | re.DOTALL)
_IDR = Unit.of("IDR")


@parser("rounded", Text("angka yang dibulatkan", "a rounded figure"))
def parse_rounded(body: str, convention: Convention[Ambiguous]) -> Span[Quantity] | Span[int]:
    """A figure with a word of scale, "Rp 2,17 triliun" or "1,2 juta orang": all that rounds to it, half up.

    The ends are whole: rupiah in rupiah, what has another unit in its base unit, what has none as numbers. T and M are
    *triliun* and *miliar* here, jt and rb *juta* and *ribu*; "2 RB" may as well be *rusak berat*. The options are those
    of `parse_number`.

    Raises:
        ParseError: No such figure, or one that can be read in two ways; `.field` is "rounded".

    >>> print(parse_rounded("Rp 2,17 triliun"))
    Rp2.165.000.000.000 – Rp2.174.999.999.999
    >>> parse_rounded("1,23 juta").minimum
    1225000
    """
    check_ascii(body)
    if "  " in body:
        raise ParseError("unreadable.two_blanks")
    money = _RUPIAH.fullmatch(body)
    minus, rest = (money[1], money[2]) if money else ("", body)
    check_missing(rest)
    match = ROUNDED.fullmatch(rest)
    if match is None:
        raise ParseError("unreadable.scale")
    if not money and may_be_damage(rest):
        raise ParseError("ambiguous.damage")
    figure, scale, word = match.groups()
    if minus and figure.startswith("-"):
        raise ParseError("unreadable.two_minus_signs")
    unit = known_unit(word) if word else (_IDR if money else None)
    if money and unit != _IDR:
        raise ParseError("unreadable.scale")
    number = read_rare_thousands(minus + figure, convention)
    first, last = _whole_that_round_to(number, SCALES[scale.lower()], unit)
    if unit is None:
        return Span(first, last)
    return Span(Quantity(first, unit.base), Quantity(last, unit.base))


def _whole_that_round_to(number: int | Decimal, power: int, unit: Unit | None) -> tuple[int, int]:
    """The least and the greatest whole amount, in the base unit, that rounds half up to a figure of this scale."""
    places = -int(number.as_tuple().exponent) if isinstance(number, Decimal) else 0
    one = 10**power * (unit.factor if unit else 1)
    size, half = abs(Fraction(number)) * one, Fraction(one, 2 * 10**places)
    first, last = max(0, math.ceil(size - half)), math.ceil(size + half) - 1
    if first > last:
        if unit is None:
            raise ParseError("not_whole.count")
        raise ParseError("not_whole.unit", units=Unit.of(unit.base).many)
    return (-last, -first) if number < 0 else (first, last)
