"""What a cell of a spreadsheet or a frame holds: as plain Python has it, and as people see it."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, NamedTuple

from kesos.errors import InvalidValueError, ParseError
from kesos.values import _locales as locales
from kesos.words import show_value

LARGEST_EXACT: Final = 2**53
"""From here on a float does not tell whole numbers apart."""
_PRINTED = 200


class Formula(str):
    """A formula that was saved without the value that it comes to: nobody has opened the file since it was written."""

    __slots__ = ()


class Torn(str):
    """A cell of a row that has more of them than its head: nobody knows which of them a mark has cut in two."""

    __slots__ = ()


class ErrorCell(str):
    """What a spreadsheet shows in place of a value that it cannot compute: #REF!, #N/A."""

    __slots__ = ()


class SeveralCells(str):
    """The texts of cells that all stand under one head."""

    __slots__ = ()


class SharedCell(NamedTuple):
    """A merged cell that lies beside several rows, or under several columns: nobody can tell how its figure is parted.

    Args:
        cell: What it holds.
        first: What the first of its rows is called.
        last: What the last is called; the first, where it lies under several columns of one row.
    """

    cell: object
    first: int | str
    last: int | str


class Percent(NamedTuple):
    """A number that its cell shows as a percentage: 97.04 where the file holds 0.9704.

    Args:
        shown: The number.
        places: With how many decimals, where that is known.
    """

    shown: Decimal
    places: int | None = None


class Worded(NamedTuple):
    """A number round which its cell shows words: 1500 as "1.500 orang", or as "$1,500.00".

    Args:
        number: The number.
        before: What stands before it.
        after: What stands behind it.
    """

    number: int | Decimal
    before: str
    after: str


class Formatted(Decimal):
    """A number of which is known with how many decimals its cell shows it: 80 may stand there as 80,00.

    >>> cell = Formatted(Decimal("80.437"), 1)
    >>> cell, cell.as_shown, shown(cell, "id")
    (Decimal('80.437'), Decimal('80.4'), '80,4')
    """

    __slots__ = ("places",)
    places: int

    def __new__(cls, number: int | Decimal, places: int) -> Formatted:
        """The number, with as many decimals in its print."""
        made = super().__new__(cls, number)
        made.places = places
        return made

    @property
    def as_shown(self) -> Decimal:
        """The number that people see."""
        return rounded(self, self.places)


def rounded(number: Decimal, places: int) -> Decimal:
    """A number with so many decimals, as a spreadsheet rounds it: half away from zero.

    >>> rounded(Decimal("0.125"), 2), rounded(Decimal(80), 2)
    (Decimal('0.13'), Decimal('80.00'))
    """
    return Decimal(number).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def alone(cell: object) -> object:
    """What a cell holds, whatever it lies beside."""
    return cell.cell if isinstance(cell, SharedCell) else cell


def plain_cell(value: object) -> object:
    """`value` as plain Python has it, None where the cell is empty.

    A class of pandas or NumPy becomes what it stands for; NaN, NaT and NA are empty cells.

    >>> plain_cell(float("nan")), plain_cell(" "), plain_cell(datetime(2017, 2, 25))
    (None, None, datetime.datetime(2017, 2, 25, 0, 0))
    """
    kind = type(value)
    if kind is str:
        return value if value.strip() else None  # type: ignore[attr-defined]
    if value is None or kind is int or kind is bool or kind is date or kind is datetime or kind is Formula:
        return value
    if kind is float:
        return value if value == value else None
    if isinstance(value, str):
        return plain_cell(str.__str__(value)) if not isinstance(value, (Formula, ErrorCell)) else value
    try:
        if value != value:  # NaN and NaT are not themselves
            return None
    except (TypeError, ArithmeticError):  # pandas.NA says that it cannot know, and a NaN that signals does
        return None
    if isinstance(value, datetime):
        return datetime(value.year, value.month, value.day, value.hour, value.minute, value.second)
    item = getattr(value, "item", None)  # a NumPy scalar
    return item() if callable(item) and getattr(value, "shape", None) == () else value


def shown(cell: object, language: str) -> str:
    """A cell as people see it, on one line.

    >>> shown(20.5, "id"), shown(datetime(2017, 2, 25), "en"), shown(None, "id")
    ('20,5', '2017-02-25', '')
    """
    if cell is None:
        return ""
    if isinstance(cell, str):
        return " ".join(str.__str__(cell).split())[:_PRINTED]
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, SharedCell):
        return shown(cell.cell, language)
    if isinstance(cell, Percent):
        return f"{locales.number(cell.shown, language)}%"
    if isinstance(cell, Worded):
        return f"{cell.before}{locales.number(cell.number, language)}{cell.after}"
    if isinstance(cell, Formatted):
        return locales.number(cell.as_shown, language)
    if isinstance(cell, (int, float, Decimal)):
        number = number_in(cell)
        return show_value(cell) if number is None else locales.number(number, language)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    return cell.isoformat() if isinstance(cell, (date, time)) else show_value(cell)


def number_in(cell: object) -> int | Decimal | None:
    """The number that a cell holds, with every digit that it shows; None where it holds another thing.

    A float is the shortest decimal that stands for it, which is what was typed into the cell.

    >>> number_in(12.0), number_in(20.5), number_in(97.035), number_in(True), number_in("12")
    (12, Decimal('20.5'), Decimal('97.035'), None, None)
    """
    if type(cell) is int:
        return cell
    if type(cell) is float:
        if cell.is_integer():
            return int(cell) if abs(cell) < LARGEST_EXACT else None
        return Decimal(repr(cell)) if abs(cell) < LARGEST_EXACT else None
    if isinstance(cell, Decimal) and cell.is_finite():
        return int(cell) if cell == cell.to_integral_value() else cell
    return None


def check_cell(cell: object) -> None:
    """Says nothing where a cell holds a value of its own.

    Raises:
        ParseError: It is a formula without its value, what a spreadsheet shows in place of one, several cells, or a
            figure that lies beside several rows.
        InvalidValueError: A number too large to be exact in a spreadsheet.
    """
    if isinstance(cell, Formula):
        raise ParseError("formula_without_value", value=str(cell))
    if isinstance(cell, ErrorCell):
        raise ParseError("error_in_cell", value=str(cell))
    if isinstance(cell, SeveralCells):
        raise ParseError("several_cells", value=str(cell))
    if isinstance(cell, SharedCell):
        number = number_in(cell.cell)
        value = cell.cell if number is None else number
        if cell.first == cell.last:
            raise ParseError("shared_cell.columns", value=value)
        raise ParseError("shared_cell", value=value, row=cell.first, last_row=cell.last)
    if isinstance(cell, float) and abs(cell) >= LARGEST_EXACT:
        raise InvalidValueError("not_exact.cell", value=cell)
