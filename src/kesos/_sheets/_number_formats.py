"""What the number format of a spreadsheet adds to a cell: words round a number, and a day that it does not show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from kesos._sheets._cells import Worded, rounded

_SECTIONS = re.compile(r'(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])+')
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[\$(?P<currency>[^\]-]*)[^\]]*\]|(?P<bare>[$€£¥])'
    r"|(?P<digits>General|[0#?][0#?.,]*)|[_*].|\[[^\]]*\]|(?P<blank> )|."
)
_CONDITION = re.compile(r"\[(<=|>=|<>|[<>=])(-?\d+(?:\.\d+)?)\]")
_RUPIAH: Final = frozenset({"", "rp", "idr"})
_BESIDE: Final = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|[_*].')


def worded(number: int | Decimal, number_format: str, *, as_shown: bool) -> Worded | None:
    """The number with the words that its format puts round it; None where it puts none, or the sign of rupiah.

    Args:
        number: What the cell holds.
        number_format: Its format.
        as_shown: Whether the number is to have the decimals that are shown, and not all that it has.

    >>> worded(10, '#,##0" orang"', as_shown=False), worded(1500, '"Rp"#,##0;-"Rp"#,##0', as_shown=False)
    (Worded(number=10, before='', after=' orang'), None)
    >>> worded(1500, "[$$-409]#,##0.00", as_shown=True)
    Worded(number=Decimal('1500.00'), before='$', after='')
    """
    before, digits, after = _parts(_section(number, _SECTIONS.findall(number_format)))
    if not digits or not has_words(before + after):
        return None
    thousands = len(digits) - len(digits.rstrip(","))
    told = _whole(Decimal(number).scaleb(-3 * thousands)) if thousands else number
    places = len(digits.rstrip(",").partition(".")[2])
    if as_shown and digits != "General":
        told = rounded(Decimal(told), places)
    return Worded(told, before.lstrip(" (-+"), after.rstrip(" )-+"))


def _whole(number: Decimal) -> int | Decimal:
    """A number without the zeros that no cell shows."""
    return int(number) if number == number.to_integral_value() else number.normalize()


def may_word(number_format: str) -> bool:
    """Whether a format puts words round some numbers.

    >>> may_word('0" kg"'), may_word('_("Rp"* #,##0_);_("Rp"* "-"_)'), may_word("mmm-yy"), may_word("General")
    (True, False, False, False)
    """
    parts = [_parts(section) for section in _SECTIONS.findall(number_format)]
    return any(digits and has_words(before + after) for before, digits, after in parts)


def has_words(beside: str) -> bool:
    """Whether what stands beside a number is more than marks and the sign of rupiah."""
    return beside.strip(" .()-+").casefold() not in _RUPIAH and any(each.isalpha() or each in "$€£¥" for each in beside)


def _section(number: int | Decimal, sections: Sequence[str]) -> str:
    """The part of a format that a number is shown by: by its conditions, or for what is below zero, zero, or above."""
    conditions = [_CONDITION.search(section) for section in sections]
    if any(conditions):
        return next(
            (
                section
                for section, condition in zip(sections, conditions, strict=True)
                if condition is None or _holds(number, condition[1], Decimal(condition[2]))
            ),
            "",
        )
    at = 1 if number < 0 else 2 if number == 0 else 0
    return sections[at if at < len(sections) else 0] if sections else ""


def _holds(number: int | Decimal, sign: str, other: Decimal) -> bool:
    return ("<" in sign and number < other) or (">" in sign and number > other) or ("=" in sign and number == other)


def _parts(section: str) -> tuple[str, str, str]:
    """What stands before the digits, their places, and what stands behind them; no places where it shows no number."""
    before = after = digits = ""
    for token in _TOKEN.finditer(section):
        if token["digits"]:
            digits += token["digits"]
            continue
        literal = next(
            (text for name in ("quoted", "escaped", "currency", "bare", "blank") if (text := token[name])), ""
        )
        if digits:
            after += literal
        else:
            before += literal
    return before, digits, after


def shows_no_day(number_format: str) -> bool:
    """Whether a format shows of a day its month or its year alone.

    >>> [shows_no_day(each) for each in ("mmm-yy", "[$-421]mmmm yyyy;@", "yyyy", "dd/mm/yyyy", "h:mm", "0.00")]
    [True, True, True, False, False, False]
    """
    letters = set(_BESIDE.sub("", number_format).casefold())
    return not letters.isdisjoint("my") and letters.isdisjoint("dhs0#")


def month_or_year(day: date, number_format: str) -> str | None:
    """The month or year that people see in the place of its first day; None for another day, which is known.

    >>> month_or_year(date(2023, 1, 1), "mmm-yy"), month_or_year(date(2023, 1, 1), "yyyy")
    ('2023-01', '2023')
    >>> month_or_year(date(2023, 1, 2), "mmm-yy"), month_or_year(date(2023, 1, 1), "dd-mmm-yy")
    (None, None)
    """
    if day.day != 1 or not shows_no_day(number_format):
        return None
    has_month = "m" in _BESIDE.sub("", number_format).casefold() or day.month != 1
    return f"{day.year:04}-{day.month:02}" if has_month else f"{day.year:04}"
