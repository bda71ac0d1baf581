"""The columns of a published table: what their cells hold, and what columns have to do with each other in each row."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, get_args

import attrs

from kesos import _checks as checks
from kesos.reports._printed import each_slug, is_slug, listed
from kesos.values import LANGUAGES, Unit

Holds = Literal["text", "number", "year", "quantity", "percent", "period"]
HOLDS: tuple[Holds, ...] = get_args(Holds)

_NUMBERING = re.compile(r"(?:no|nomor|number)\b\W*(?:urut)?\W*", re.IGNORECASE)


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
        holds: "text", "number" (without a unit: scores and indices with their decimals, the numbers of a list), "year",
            "quantity", "percent" or "period"; left out, "quantity" where there is a unit and "text" where there is
            none.
        number: The printed number of the column; two columns of kesos may share one ("KK/Jiwa").
        year: The year that its cells are about, where the head says so.
        locale: In which print its numbers stand: "id" (1.234,5) or "en" (1,234.5).

    >>> Column("families", "KK", unit="family").holds
    'quantity'
    """

    code: str
    label: str = attrs.field(default=attrs.Factory(lambda column: column.code, takes_self=True))
    unit: Unit | None = attrs.field(default=None, kw_only=True, converter=_known_unit)
    holds: Holds = attrs.field(default=attrs.Factory(_holds, takes_self=True), kw_only=True)
    number: str | None = attrs.field(default=None, kw_only=True)
    year: int | None = attrs.field(default=None, kw_only=True)
    locale: str = attrs.field(default="id", kw_only=True)

    def __attrs_post_init__(self) -> None:
        checks.slug(self.code, "code")
        checks.text(self.label, "label")
        checks.choice(self.holds, "holds", HOLDS)
        checks.known_text(self.number, "number")
        checks.known_count(self.year, "year")
        checks.choice(self.locale, "locale", LANGUAGES)

    @property
    def is_numbering(self) -> bool:
        """Whether its numbers only number the rows: a column of numbers with the code "no" or such a head.

        >>> Column("no", holds="number").is_numbering, Column("score", "Nilai", holds="number").is_numbering
        (True, False)
        """
        return self.holds == "number" and any(_NUMBERING.fullmatch(each) for each in (self.code, self.label))


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


@attrs.frozen
class RowProduct:
    """A column that is the product of other columns of its row, such as families × benefit."""

    product: str = attrs.field(validator=is_slug)
    factors: tuple[str, ...] = attrs.field(converter=_codes, validator=each_slug)


@attrs.frozen
class RowShare:
    """A column of percentages: in each row, what share the part is of the whole."""

    percent: str = attrs.field(validator=is_slug)
    part: str = attrs.field(validator=is_slug)
    whole: str = attrs.field(validator=is_slug)
