"""A table of values: numbers to the right, a unit once in the head where all of a column agree, sums in a last row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

import attrs

from kesos import _checks as checks
from kesos.records import Fieldwise
from kesos.values import _locales as locales
from kesos.values._display import TOTAL, UNKNOWN, UNSPECIFIED, TableView, unsaid
from kesos.values._exact import exact_decimal
from kesos.values._percentages import Percentage
from kesos.values._quantities import Quantity, in_parts
from kesos.values._sources import settled
from kesos.values._spans import Span
from kesos.values._texts import Text


def _head(head: Text) -> Text:
    return checks.instance(head, "head", Text)


def _value(value: Any) -> Any:
    return settled(value, "value")


def _adds(adds: bool) -> bool:
    return checks.flag(adds, "adds")


def _apart(apart: bool) -> bool:
    return checks.flag(apart, "apart")


@attrs.frozen(eq=False, repr=False)
class Shown(Fieldwise):
    """A value of a row, under the head of its column.

    Args:
        head: What stands over it.
        value: An exact number, a quantity, a percentage, a span of them, a date, a text, or another value of kesos;
            None where it is not known.
        adds: Whether the values of the column add up to one.
        apart: Whether nothing adds up across rows that differ here, such as the years in which the same families count.

    Raises:
        InvalidValueError: A float, or another value that is not exact or may change.

    >>> Shown(Text("KK", "Families"), 3, adds=True).value
    3
    """

    head: Text = attrs.field(converter=_head)
    value: Any = attrs.field(converter=_value)
    adds: bool = attrs.field(default=False, kw_only=True, converter=_adds)
    apart: bool = attrs.field(default=False, kw_only=True, converter=_apart)


@attrs.frozen
class Noted:
    """A value with something to say about it, which stands under the table, once for all that share it."""

    value: Any
    note: Text


_IN_PART = Text(
    "Jumlah dari yang sudah diketahui saja; sebagian belum diketahui.",
    "The sum of what is known; a part of it is not known.",
)
ShownRow = tuple[Shown, ...]
NOTHING = ""
"""Stands where a row has nothing to say in a column, which is neither zero nor unknown."""


def tabulated(
    rows: Iterable[ShownRow],
    language: str,
    *,
    caption: str,
    notes: Iterable[str] = (),
    total: bool | ShownRow = False,
) -> TableView:
    """Rows of values as a table; rows need not have the same columns.

    Args:
        rows: The values of each row.
        language: "id" or "en".
        caption: What stands over the table.
        notes: What stands under it.
        total: Whether a last row says what each column that adds up comes to, unless rows stand apart; or what that
            row says.

    >>> rice, aid = Text("Beras", "Rice"), Text("Bantuan", "Aid")
    >>> rows = [(Shown(aid, name), Shown(rice, Quantity(kg, "kg"), adds=True)) for name, kg in (("A", 1_032), ("B", 8))]
    >>> print(tabulated(rows, "id", caption="Contoh", total=True))
    Contoh
    Bantuan  Beras (kg)
    -------  ----------
    A             1.032
    B                 8
    -------  ----------
    Jumlah        1.040
    """
    given = [{each.head: each for each in row} for row in rows]
    longest = sorted(given, key=len, reverse=True)  # its columns are in the order that its class gives them
    heads = list(dict.fromkeys(head for row in longest for head in row))
    columns = [[row[head].value if head in row else NOTHING for row in given] for head in heads]
    if total is True and _stand_apart(given):
        total = False
    if total is not False:
        adding = {each.head for row in given for each in row.values() if each.adds}
        last = {} if total is True else {each.head: each.value for each in total}
        for at, (head, column) in enumerate(zip(heads, columns, strict=True)):
            summed = _sum(column) if head in adding else TOTAL if at == 0 else NOTHING
            column.append(last.get(head, summed))
    under = dict.fromkeys(value.note for column in columns for value in column if isinstance(value, Noted))
    marks = {note: f" [{number}]" for number, note in enumerate(under, start=1)}
    said = [_column(head.say(language), column, language, marks) for head, column in zip(heads, columns, strict=True)]
    return TableView(
        caption=caption,
        header=tuple(head for head, _, _ in said),
        rows=tuple(zip(*(cells for _, cells, _ in said), strict=True)),
        exact=tuple(zip(*(numbers for _, _, numbers in said), strict=True)),
        notes=(*(f"{mark.strip()} {note.say(language)}" for note, mark in marks.items()), *dict.fromkeys(notes)),
        numbers=tuple(at for at, column in enumerate(columns) if any(map(_is_number, column))),
        totals=(len(given),) if total else (),
    )


def _stand_apart(rows: Iterable[Mapping[Text, Shown]]) -> bool:
    """Whether rows differ in something across which nothing adds up."""
    found: dict[Text, set[Any]] = {}
    for row in rows:
        for head, each in row.items():
            if each.apart:
                found.setdefault(head, set()).add(each.value)
    return any(len(values) > 1 for values in found.values())


def _sum(column: Sequence[Any]) -> Any:
    """What a column adds up to; where a part is not known, what is known comes to, and that it is not all."""
    parts = [value for value in column if not isinstance(value, (str, Text)) and value is not None]
    if not parts:
        return None
    together = sum(parts[1:], parts[0])
    in_part = any(value is None or isinstance(value, Text) for value in column)
    return Noted(together, _IN_PART) if in_part or getattr(together, "in_part", False) else together


class _Parts(NamedTuple):
    """A value as a cell shows it under a head with its unit."""

    said: str
    unit: str | None
    """Nothing for a number that has none; None for what is no number."""
    exact: Decimal | None
    """The number, where it is all that the cell shows: no range, and nothing that is rounded."""


def _column(
    head: str, column: Sequence[Any], language: str, marks: Mapping[Text, str]
) -> tuple[str, list[str], list[Decimal | None]]:
    """A column with its unit in the head, where all that is known is of one; and the numbers that its cells show."""
    bare = [value.value if isinstance(value, Noted) else value for value in column]
    marked = [marks[value.note] if isinstance(value, Noted) else "" for value in column]
    split = [_split(value, language) for value in bare]
    units = {each.unit for each in split if each.unit is not None}
    in_head = len(units) == 1 and units != {""}
    cells: list[str] = []
    numbers: list[Decimal | None] = []
    for value, parts, mark in zip(bare, split, marked, strict=True):
        is_shown = not mark and (in_head or not parts.unit)
        numbers.append(parts.exact if is_shown else None)
        if _says_nothing(value):
            cells.append(unsaid(UNKNOWN if value is None else value, language))
        else:
            cells.append((parts.said if in_head else said_of(value, language)) + mark)
    return (f"{head} ({units.pop()})" if in_head else head), cells, numbers


def _says_nothing(value: Any) -> bool:
    return value is None or (isinstance(value, Text) and value in (UNKNOWN, UNSPECIFIED))


def _split(value: Any, language: str) -> _Parts:
    """A value without its unit, the unit, and the number."""
    if isinstance(value, Span):
        least, most = _split(value.minimum, language), _split(value.maximum, language)
        said = least.said if least.said == most.said else f"{least.said} – {most.said}"
        unit = least.unit if least.unit == most.unit else ""
        return _Parts(said, unit, least.exact if value.minimum == value.maximum else None)
    if isinstance(value, Quantity):
        return _Parts(*in_parts(value, language))
    if not _is_number(value):
        return _Parts(said_of(value, language), None, None)
    return _Parts(said_of(value, language), "", _decimal(value.exact * 100 if isinstance(value, Percentage) else value))


def _decimal(number: int | Decimal | Fraction) -> Decimal | None:
    return exact_decimal(number) if isinstance(number, Fraction) else Decimal(number)


def _is_number(value: Any) -> bool:
    return isinstance(
        value.value if isinstance(value, Noted) else value, (int, Fraction, Decimal, Quantity, Percentage, Span)
    )


def said_of(value: Any, language: str) -> str:
    """A value in words; what is None is not known."""
    if value is None:
        return UNKNOWN.say(language)
    if isinstance(value, (int, Decimal)):
        return locales.number(value, language)
    if isinstance(value, Fraction):
        decimal = exact_decimal(value)
        return f"{value.numerator}/{value.denominator}" if decimal is None else locales.number(decimal, language)
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return locales.day(value, language)
    if isinstance(value, (Span, Percentage)):
        return format(value, language)
    say = getattr(value, "say", None)
    if callable(say):
        return str(say(language))
    kind: Any = type(value)
    return str(value) if kind.__format__ in (object.__format__, str.__format__) else format(value, language)


__all__ = ["NOTHING", "Noted", "Shown", "ShownRow", "said_of", "tabulated"]
