"""What a standard grants for a whole frame, added up by the columns that a caller names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, TypeVar

from kesos import _checks as checks
from kesos.errors import FrameError, IncompleteTotalError
from kesos.frames._columns import Columns, Days
from kesos.frames._entitle import added_to, plan_for
from kesos.frames._expressions import LARGEST
from kesos.frames._frames import part
from kesos.frames._groups import check_by
from kesos.frames._plan import Plan
from kesos.frames._recipients import are_too_many
from kesos.frames._small import small_frame
from kesos.standards import AidStandard
from kesos.values import Quantity, Unit

F = TypeVar("F")


def totals(
    frame: F,
    standard: AidStandard,
    *,
    by: Iterable[str] = (),
    partial: bool = False,
    hazard: str = "hazard",
    people: str = "people",
    families: str | None = None,
    counts: Mapping[str, Any] | None = None,
    traits: Mapping[str, str | None] | None = None,
    units: Mapping[str, Unit | str] | None = None,
    indices: Mapping[str, Quantity] | None = None,
    period: str | None = None,
    days: Days = None,
    extended: bool = False,
    recipients: Mapping[str, str] | None = None,
    prefix: str = "",
) -> F:
    """What `entitle` gives for the rows of a frame, added up by columns: a small frame of the same kind.

    Where the rule allows it, the counts of rows that are served alike are added up first and the rule is applied to
    what is left. The frame is read at once, a lazy one too; polars streams it.

    Args:
        frame: As for `entitle`, as are all arguments but these:
        by: The columns that make the groups; left out, the frame is one. In a column that is named as one of districts
            ("district", "kecamatan"), spellings of one district are one group, as in `Batch.totals`.
        partial: Give the total of what can be counted where some rows cannot.

    Returns:
        A row for each group: its amounts, null where no row has one; `rows`, how many it has; and `rows_flagged`, how
        many of them have a status other than "ok" and lack some quantity or all.

    Raises:
        IncompleteTotalError: Rows are flagged, and `partial` is left out; its value is how many.
        FrameError: As for `entitle`; a total does not fit into 64 bits.
        MissingExtraError: NumPy is not installed.

    >>> import pandas as pd
    >>> from kesos.standards import PEDUM_2003
    >>> struck = pd.DataFrame({"region": ["a", "a", "b"], "hazard": ["banjir"] * 3, "people": [860, 294, 7]})
    >>> print(totals(struck, PEDUM_2003, by=["region"], days=7).to_string(index=False))
    region  rice_g  side_dishes_idr  rows  rows_flagged
         a 3231200         48468000     2             0
         b   19600           294000     1             0
    """
    plan = plan_for(
        frame,
        standard,
        hazard=hazard,
        people=people,
        families=families,
        counts=counts,
        traits=traits,
        units=units,
        indices=indices,
        period=period,
        days=days,
        extended=extended,
        recipients=recipients,
        prefix=prefix,
    )
    counted = (f"{prefix}rows", f"{prefix}rows_flagged")
    names = check_by(plan.columns.frame, by, (*(each.name for each in plan.amounts), *counted))
    checks.flag(partial, "partial")
    found = _first_added(plan, names) if plan.adds_up and not _name_too_many(plan.columns) else None
    if found is None:
        found = _row_by_row(plan, frame, names)
    flagged = sum(each.flagged for each in found.values())
    if flagged and not partial:
        raise IncompleteTotalError(field="frame", value=flagged, rows=sum(each.rows for each in found.values()))
    columns = _columns(plan, found, names, counted)
    made: F = small_frame(columns, plan.columns.frame, dict.fromkeys(set(columns) - set(names), "whole"))
    return made


class _Sum(NamedTuple):
    """What one group adds up to: its rows, those that are flagged, and each amount; None where no row has it."""

    rows: int
    flagged: int
    amounts: list[int | None]


def _name_too_many(columns: Columns) -> bool:
    people, recipients = columns.people, columns.recipients.values()
    return people is not None and len(recipients) > 0 and are_too_many(columns.frame, people, recipients)


def _add(found: dict[tuple[Any, ...], _Sum], key: tuple[Any, ...], more: _Sum) -> None:
    old = found.get(key)
    if old is None:
        found[key] = more
        return
    amounts = [b if a is None else a if b is None else a + b for a, b in zip(old.amounts, more.amounts, strict=True)]
    found[key] = _Sum(old.rows + more.rows, old.flagged + more.flagged, amounts)


def _row_by_row(plan: Plan, frame: Any, names: tuple[str, ...]) -> dict[tuple[Any, ...], _Sum]:
    """Every row's quantities, then their sums."""
    return _together(part("_sums").sums_of_rows(plan, added_to(plan, frame), names))


def _first_added(plan: Plan, names: tuple[str, ...]) -> dict[tuple[Any, ...], _Sum] | None:
    """The counts added up first, then the rule on what is left; None where a count is too large for that."""
    groups = part("_added_first").sums_of_counts(plan, names)
    return None if groups is None else _together(groups)


def _together(groups: Iterable[Any]) -> dict[tuple[Any, ...], _Sum]:
    found: dict[tuple[Any, ...], _Sum] = {}
    for group in groups:
        _add(found, group.key, _Sum(group.rows, group.flagged, group.amounts))
    return found


def _columns(
    plan: Plan, found: dict[tuple[Any, ...], _Sum], names: tuple[str, ...], counted: tuple[str, str]
) -> dict[str, list[Any]]:
    """The totals, column by column."""
    columns: dict[str, list[Any]] = {name: [key[at] for key in found] for at, name in enumerate(names)}
    for at, output in enumerate(plan.amounts):
        column = columns[output.name] = [each.amounts[at] for each in found.values()]
        if any(amount is not None and amount > LARGEST for amount in column):
            raise FrameError("count_too_large.total", field=output.name, value=max(filter(None, column)))
    columns[counted[0]] = [each.rows for each in found.values()]
    columns[counted[1]] = [each.flagged for each in found.values()]
    return columns


__all__ = ["totals"]
