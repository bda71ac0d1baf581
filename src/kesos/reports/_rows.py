"""A row of a published table: a mapping from the codes of its columns to its printed cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, get_args

import attrs

from kesos import _checks as checks
from kesos.errors import UnknownItemError
from kesos.values import Printed

RowKind = Literal["data", "subtotal", "total"]
ROW_KINDS: tuple[RowKind, ...] = get_args(RowKind)


def _cells(cells: Iterable[tuple[str, Printed]]) -> tuple[tuple[str, Printed], ...]:
    return tuple(
        (checks.text(code, f"cells[{at}]"), checks.instance(cell, code, Printed))
        for at, (code, cell) in enumerate(checks.pairs(cells, "cells"))
    )


@attrs.frozen
class Row:
    """A row of a published table: a mapping from the codes of its columns to its printed cells.

    Args:
        code: What names the row in its table: its printed number, with the letter of its group where it has one.
        cells: The cells with the codes of their columns.
        kind: "data", "subtotal" (of the data rows of its group) or "total" (of the table).
        group: The group that it belongs to, where the table has groups.
        year: The year that it is about, where it is about one.

    >>> from kesos.values import Quantity
    >>> row = Row("1", [("families", Printed("60", Quantity(60, "family"), source="table 1"))])
    >>> row["families"].text
    '60'
    """

    code: str
    cells: tuple[tuple[str, Printed], ...] = attrs.field(converter=_cells)
    kind: RowKind = attrs.field(default="data", kw_only=True)
    group: str | None = attrs.field(default=None, kw_only=True)
    year: int | None = attrs.field(default=None, kw_only=True)
    _by_code: dict[str, Printed] = attrs.field(
        init=False, repr=False, eq=False, default=attrs.Factory(lambda row: dict(reversed(row.cells)), takes_self=True)
    )

    def __attrs_post_init__(self) -> None:
        checks.text(self.code, "code")
        checks.choice(self.kind, "kind", ROW_KINDS)
        checks.known_text(self.group, "group")
        checks.known_count(self.year, "year")

    def __getitem__(self, column: str) -> Printed:
        try:
            return self._by_code[column]
        except (KeyError, TypeError):
            raise UnknownItemError(
                "unknown_item.cell", field="column", value=column, hint=checks.did_you_mean(column, self)
            ) from None

    def get(self, column: str) -> Printed | None:
        """The cell in the column of this code; None where the row has none."""
        return self._by_code.get(column) if isinstance(column, str) else None

    def __iter__(self) -> Iterator[str]:
        return (code for code, _ in self.cells)

    def __contains__(self, column: object) -> bool:
        return isinstance(column, str) and column in self._by_code

    def __len__(self) -> int:
        return len(self.cells)
