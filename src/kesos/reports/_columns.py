"""The columns of a published table, what their cells hold, and how such a cell is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Literal, get_args

import attrs

from kesos import _checks as checks
from kesos.errors import ParseError
from kesos.reports._printed import each_slug, is_slug, listed
from kesos.values import Quantity, Unit

Holds = Literal["text", "number", "year", "quantity", "percent", "period"]
HOLDS: tuple[Holds, ...] = get_args(Holds)


def _known_unit(unit: Unit | str | None) -> Unit | None:
    return None if unit is None else Unit.of(unit)


def _holds(column: Column) -> Holds:
    return "text" if column.unit is None else "quantity"


@attrs.frozen
class Column:
    """A column of a published table.

    Args:
        code: A slug that names it in kesos.
        label: The words at its head, as printed; left out, its code.
        unit: What its cells count, where they count something.
        holds: "text", "number" (no unit), "year", "quantity", "percent" or "period"; left out, "quantity" where
            there is a unit and "text" where there is none.
        number: The printed number of the column; two columns of kesos may share one ("KK/Jiwa").
        year: The year that its cells are about, where the head says so.

    >>> Column("families", "KK", unit="family").holds
    'quantity'
    """

    code: str
    label: str = attrs.field(default=attrs.Factory(lambda column: column.code, takes_self=True))
    unit: Unit | None = attrs.field(default=None, kw_only=True, converter=_known_unit)
    holds: Holds = attrs.field(default=attrs.Factory(_holds, takes_self=True), kw_only=True)
    number: str | None = attrs.field(default=None, kw_only=True)
    year: int | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        checks.slug(self.code, "code")
        checks.text(self.label, "label")
        checks.choice(self.holds, "holds", HOLDS)
        checks.known_text(self.number, "number")
        checks.known_count(self.year, "year")


def read_cell(text: str, column: Column) -> Any:
    """What a printed cell means in its column; None for a dash, a blank, "tidak diketahui", or what cannot be read.

    >>> read_cell("1.200", Column("families", unit="family")), read_cell("-", Column("families", unit="family"))
    (Quantity(1200, 'family'), None)
    >>> read_cell("17 – 10 Maret 2017", Column("date", holds="period")) is None
    True
    """
    checks.instance(column, "column", Column)
    if checks.instance(text, "text", str) and column.holds == "text":
        return None
    from kesos import wording

    readers: dict[str, Callable[..., Any]] = {"percent": wording.parse_percent, "period": wording.parse_period}
    rupiah = column.holds == "quantity" and column.unit == Unit.of("IDR")
    read = wording.parse_rupiah if rupiah else readers.get(column.holds, wording.parse_count)
    bare = text.strip(".()") if column.holds == "number" else text
    try:
        value = read(bare, unknown=None, dash=None, blank=None)
    except ParseError:
        return None
    return Quantity(value, column.unit) if column.unit is not None and isinstance(value, int) else value


def _codes(codes: Iterable[str]) -> tuple[str, ...]:
    return listed(codes)


@attrs.frozen
class RowSum:
    """A column that adds up other columns of its row."""

    total: str = attrs.field(validator=is_slug)
    parts: tuple[str, ...] = attrs.field(converter=_codes, validator=each_slug)


@attrs.frozen
class RowCounts:
    """Columns that count in each row what other columns count in another way."""

    one: tuple[str, ...] = attrs.field(converter=_codes, validator=each_slug)
    other: tuple[str, ...] = attrs.field(converter=_codes, validator=each_slug)
