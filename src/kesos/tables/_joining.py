"""Rows of one thing as one: those that a column says belong together, under the first of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from kesos.errors import KesosError
from kesos.tables._body import Body
from kesos.tables._plan import Values
from kesos.tables._results import Reject


def join_rows(
    body: Body,
    by: str,
    make: Callable[[Sequence[Values]], Any],
    beside_reject: Callable[[object], KesosError],
) -> list[tuple[int, Any]]:
    """What rows with the same value in a column make together; where one is rejected, so are the others.

    Args:
        body: The rows, each a reject or its values.
        by: The field that says which rows belong together; without its column each row is by itself.
        make: Makes a thing of the values of its rows.
        beside_reject: Why a row is rejected whose thing has another, rejected row, with what that one is called.
    """
    place = body.head.columns.get(by)
    rows: dict[object, list[tuple[int, Any]]] = {}
    for at, entry in body.entries:
        is_total = isinstance(entry, Reject) and entry.is_total
        value = None if place is None or is_total else body.cells.meaning(by, at)
        rows.setdefault((at,) if value is None else value, []).append((at, entry))
    joined: list[tuple[int, Any]] = []
    for together in rows.values():
        rejected = [(at, entry) for at, entry in together if isinstance(entry, Reject)]
        good = [(at, values) for at, values in together if not isinstance(values, Reject)]
        joined += rejected
        try:
            if good and rejected:
                raise beside_reject(body.grid.label(rejected[0][0]))
            joined += [(good[0][0], make([values for _, values in good]))] if good else []
            body.part_of |= {at: good[0][0] for at, _ in good[1:]}
        except KesosError as error:
            joined += [(at, body.cells.rejected(at, place, error)) for at, _ in good]
    return sorted(joined, key=lambda each: each[0])
