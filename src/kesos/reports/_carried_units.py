"""The unit that the cells of a column carry where its head says none: "20 paket", "Rp 2,5 miliar", "95 %"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from kesos._sheets._cells import number_in
from kesos.errors import ParseError
from kesos.reports._columns import Holds
from kesos.values import Unit
from kesos.wording._amounts import AMOUNT, UNIT_WORDS

_BEGINS = re.compile(r"[^\w]*(?:(?:Rp|IDR)\W*)?\d", re.IGNORECASE)
_SAYS_MORE = re.compile(r"[^\W\d_]|%|[-=]$")
"""A letter, a per cent sign, or the tail of an amount of money: more than a bare number has."""
_PERCENT = "%"


def begins_with_figure(text: str) -> bool:
    """Whether a text begins with a figure, with marks or "Rp" before it at most.

    >>> [begins_with_figure(text) for text in ("20 paket", "(Rp 2,5 miliar)", "SDN 1 Umpama")]
    [True, True, False]
    """
    return _BEGINS.match(text) is not None


class Carried(NamedTuple):
    """What the figures of a column are, by what is printed in each."""

    holds: Holds
    unit: Unit | None
    """None where they carry a scale alone, as in "2,5 juta", or are percentages."""


class _Figure(NamedTuple):
    """What a printed figure carries."""

    unit: str | None = None
    is_scaled: bool = False


_BARE = _Figure()


def carried_by(cells: Sequence[object], locale: str) -> Carried | None:
    """What all figures of a column carry: one unit, or each a scale; None where they carry none, or unlike ones.

    A bare figure among such that have a unit is of that unit; beside one with a scale it may be anything. What cannot
    be read at all is left, where it is less than half of the column.

    >>> carried_by(["20 paket", "30 paket", "60"], "id").unit.code, carried_by(["2,5 miliar", "3"], "id")
    ('package', None)
    """
    texts = [cell for cell in cells if isinstance(cell, str) and begins_with_figure(cell)]
    if sum(_SAYS_MORE.search(text) is not None for text in texts) * 2 < len(cells):
        return None
    figures = [figure for text in texts if (figure := _figure(text.strip(), locale)) is not None]
    figures += [_BARE for cell in cells if not isinstance(cell, str) and number_in(cell) is not None]
    carrying = [figure for figure in figures if figure != _BARE]
    is_mixed = len(carrying) < len(figures) and (
        any(figure.is_scaled for figure in carrying) or len({figure.unit for figure in carrying}) > 1
    )
    if not carrying or len(carrying) * 2 < len(cells) or is_mixed:
        return None
    return _one(Counter(figure.unit for figure in carrying))


def _one(units: Counter[str | None]) -> Carried | None:
    code = units.most_common(1)[0][0]
    if code is None or code == _PERCENT:
        found = Carried("quantity" if code is None else "percent", None)
        return found if len(units) == 1 else None
    if None in units or _PERCENT in units or len({Unit.of(str(each)).base for each in units}) > 1:
        return None
    return Carried("quantity", Unit.of(code))


def _figure(text: str, locale: str) -> _Figure | None:
    """What a figure carries; None where it cannot be read, or in two ways."""
    from kesos import wording

    print_of: dict[str, Any] = {"locale": locale, **dict.fromkeys(("unknown", "dash", "blank", "none"))}
    try:
        wording.parse_number(text, **print_of)
    except ParseError:
        pass
    else:
        return _BARE
    try:
        wording.parse_percent(text, **print_of)
    except ParseError:
        pass
    else:
        return _Figure(_PERCENT)
    try:
        return _Figure(_printed_unit(text, wording.parse_quantity(text, locale=locale).unit))
    except ParseError as refused:
        if str(refused.code).startswith("ambiguous"):
            return None
    try:
        wording.parse_rupiah(text, locale=locale)
    except ParseError:
        pass
    else:
        return _Figure("IDR")
    try:
        least = wording.parse_rounded(text, locale=locale).minimum
    except ParseError:
        return None
    return _Figure(None if isinstance(least, int) else least.unit.code, is_scaled=True)


def _printed_unit(text: str, unit: Unit) -> str:
    """The code of the unit that is printed, which a quantity is not always held in."""
    printed = AMOUNT.fullmatch(text)
    return "IDR" if unit.code == "IDR/100" else UNIT_WORDS.get(printed[2].lower() if printed else "", unit.code)
