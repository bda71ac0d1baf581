"""The printed cells of a table: how each is read as its column holds it, and what is said of one that has no value."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Literal, get_args

from kesos import _checks as checks
from kesos.errors import InvalidValueError, ParseError
from kesos.reports._columns import Column
from kesos.values import CURRENCIES, LANGUAGES, Printed, Quantity, Span

CellState = Literal["read", "blank", "missing", "words", "unread"]
CELL_STATES: tuple[CellState, ...] = get_args(CellState)

_BLANKS = str.maketrans(dict.fromkeys("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}", " "))
_NOTHING: dict[str, Any] = dict.fromkeys(("unknown", "dash", "blank"))
_BLANK = re.compile(r"[\s\-–—.]*")
_LETTERED = re.compile(r"\W*[^\W\d_]")


def read_cell(text: str, column: Column) -> Any:
    """What a printed cell means in its column; None for a dash, a blank, "tidak diketahui", or what cannot be read.

    `cell_state` tells those apart. A unit that is printed in the cell must be of the column's kind.

    >>> read_cell("1.200", Column("families", unit="family")), read_cell("-", Column("families", unit="family"))
    (Quantity(1200, 'family'), None)
    >>> read_cell("2,5", Column("rice", unit="kg")), read_cell("62,68", Column("score", holds="number"))
    (Quantity(2500, 'g'), Decimal('62.68'))
    >>> read_cell("20 orang", Column("people", unit="person")), read_cell("20 ekor", Column("people", unit="person"))
    (Quantity(20, 'person'), None)
    >>> read_cell("17 – 10 Maret 2017", Column("date", holds="period")) is None
    True
    """
    checks.instance(column, "column", Column)
    checks.instance(text, "text", str)
    if column.holds == "text":
        return None
    try:
        return _read(text.translate(_BLANKS), column)
    except InvalidValueError:
        return None


def cell_state(cell: Printed, column: Column) -> CellState:
    """What is known of a printed cell.

    "read" where it has a value, "blank" where nothing is printed or a dash, "missing" where it says that the value is
    not known, "words" where words are what the column holds, and "unread" where it should have a value and none could
    be read.

    >>> where = {"source": "table 1"}
    >>> people = Column("people", unit="person")
    >>> [cell_state(Printed(text, **where), people) for text in ("-", "Tidak diketahui", "20 ekor", "?")]
    ['blank', 'missing', 'unread', 'unread']
    """
    checks.instance(column, "column", Column)
    if checks.instance(cell, "cell", Printed).value is not None:
        return "read"
    if _BLANK.fullmatch(cell.text):
        return "blank"
    if column.holds == "text":
        # a formula that was saved without what it comes to is no word, whatever stands around it
        return "unread" if cell.text.startswith("=") else "words"
    if is_missing(cell.text.translate(_BLANKS), column.locale):
        return "missing"
    # a list may be marked with letters, which are no numbers that anybody forgot to read
    return "words" if column.is_numbering and _LETTERED.match(cell.text) else "unread"


def is_missing(text: str, locale: str) -> bool:
    """Whether a text says that a figure is not known, or is a dash or a blank.

    >>> is_missing("Tidak diketahui", "id"), is_missing("banyak", "id")
    (True, False)
    """
    from kesos import wording

    try:
        return wording.parse_number(text, locale=locale, **_NOTHING) is None
    except ParseError:
        return False


def says_nothing(cell: Printed) -> bool:
    """Whether a cell is blank, or says that its figure is not known: then it claims nothing that could be wrong.

    >>> says_nothing(Printed("-", source="p. 1")), says_nothing(Printed("20 ekor", source="p. 1"))
    (True, False)
    """
    text = cell.text.translate(_BLANKS)
    return cell.value is None and any(is_missing(text, language) for language in LANGUAGES)


def _read(text: str, column: Column) -> Any:
    from kesos import wording

    readers: dict[str, Callable[..., Any]] = {
        "period": wording.parse_period,
        "percent": wording.parse_percent,
        "year": wording.parse_count,
        "number": wording.parse_number,
    }
    if column.holds == "quantity":
        return _quantity(text, column)
    # a mark around the number of a row is none of it; around a figure, brackets are a minus
    bare = text.strip(" .()") if column.is_numbering else text
    return readers[column.holds](bare, locale=column.locale, **_NOTHING)


def _rounded(text: str, column: Column, refused: ParseError) -> Any:
    """A rounded figure, such as "2,17 triliun", as the range of all that rounds to it, in the column's own unit."""
    from kesos import wording

    try:
        span: Any = wording.parse_rounded(text, locale=column.locale)
    except ParseError:
        raise refused from None
    if column.unit is None:
        return span
    if not isinstance(span.minimum, Quantity):
        return Span(Quantity(span.minimum, column.unit), Quantity(span.maximum, column.unit))
    if span.minimum.unit.code not in (column.unit.base, column.unit.code):
        raise refused
    return span


def _quantity(text: str, column: Column) -> Any:
    from kesos import wording

    unit = column.unit
    print_of: dict[str, Any] = {"locale": column.locale, **_NOTHING}
    if unit is not None and unit.code == "IDR":
        try:
            return wording.parse_rupiah(text, none=Quantity(0, unit), **print_of)
        except ParseError as refused:
            return _rounded(text, column, refused)
    try:
        number: Any = wording.parse_number(text, none=0, **print_of)
    except ParseError as refused:
        if unit is None and text.strip().endswith(("%", "persen")):
            return wording.parse_percent(text, **print_of)
        try:
            with_unit: Any = wording.parse_quantity(text, **print_of)
        except ParseError:
            return _rounded(text, column, refused)
        if unit is not None and with_unit is not None and with_unit.unit.code != unit.base:
            raise
        return with_unit
    if unit is None or number is None:
        return number
    # nobody counts fewer than none: a minus before a count is a mark of another kind
    if number < 0 and unit.base == unit.code and unit.code not in CURRENCIES:
        raise ParseError("count_negative.printed")
    return Quantity(number, unit)
