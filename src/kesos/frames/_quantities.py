"""How much of an item a row is owed, as an expression: what its cells add up to, and what is at fault."""

from __future__ import annotations

from typing import NamedTuple

from kesos.frames import _expressions as ex
from kesos.frames._asked import Asked
from kesos.frames._columns import Columns
from kesos.frames._expressions import FALSE, ONE, TRUE, ZERO, Node
from kesos.frames._faults import Fault
from kesos.frames._products import of_cell
from kesos.frames._status import Status


class Owed(NamedTuple):
    """What a row is owed at an end, and its faults in the order in which the scalar function meets them."""

    least: Node
    most: Node
    faults: list[Fault]
    weight: int
    """The most that a row is owed for one of what is counted."""
    adds_up: bool
    """Whether what is owed for two rows together is what their sums are owed."""


def owed(asked: Asked) -> Owed:
    """How much of an item each row is owed."""
    item = asked.item
    faults: list[Fault] = []
    not_held: list[Node] = []
    totals, rests = [ZERO, ZERO], [ZERO, ZERO]
    scale = asked.scale
    weight, sizes = 0, {item.group}
    for classes, names in asked.counted:
        count = _count(names, asked.columns, faults)
        if count is None:
            continue
        rows = asked.rows(classes)
        rest = ex.remainder(count, scale.under)  # what does not divide is counted apart, so that no product is larger
        count = ex.divide(count, ex.const(scale.under))
        totals, too_large = of_cell(asked, count, rows, scale, totals, faults)
        rests, rest_too_large = of_cell(asked, rest, rows, scale, rests, [])
        not_held += [too_large, rest_too_large]
        weight += sum(asked.longest * scale.of(row.most) for row in rows) * max(len(names), 1)
        sizes |= {row.group for row in rows}
    least, most = totals
    if scale.under > 1:
        by = ex.const(scale.under)
        least, fits = ex.fitting_sum(least, ex.divide(rests[0], by))
        most, most_fits = ex.fitting_sum(most, _rounded_up(rests[1], by))
        not_held += [ex.negate(fits), ex.negate(most_fits)]
    faults.append((ex.any_of(not_held), Status.COUNT_TOO_LARGE))  # what the scalar function knows nothing of is last
    return Owed(
        least,
        most,
        [each for each in faults if each[0] != FALSE],
        weight,
        sizes == {1} and scale.under == 1 and item.per != "event",
    )


def _count(names: tuple[str | None, ...], columns: Columns, faults: list[Fault]) -> Node | None:
    """How many: what the columns add up to; one where it is the event that counts, None where nobody counted."""
    total = ZERO if names else ONE
    for name in names:
        if name is None:
            faults.append((TRUE, Status.COUNT_UNKNOWN))
            return None
        total, fits = ex.fitting_sum(total, ex.maximum(columns.count(name), ZERO))
        faults.append((columns.is_missing(name), Status.COUNT_UNKNOWN))
        faults.append((ex.any_of([columns.too_wide(name), ex.negate(fits)]), Status.COUNT_TOO_LARGE))
    return total


def _rounded_up(number: Node, by: Node) -> Node:
    """A quotient, rounded up; never beyond what 64 bits hold."""
    assert by.constant is not None
    rest = ex.remainder(number, by.constant)
    return ex.add(ex.divide(number, by), ex.minimum(rest, ONE))


__all__ = ["Owed", "owed"]
