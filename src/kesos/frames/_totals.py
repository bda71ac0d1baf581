"""What a standard grants for a whole frame, added up by the columns that a caller names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, TypeVar

from kesos import _checks as checks
from kesos.errors import FrameError, IncompleteTotalError
from kesos.frames._columns import Days
from kesos.frames._entitle import added_to, plan_for
from kesos.frames._expressions import LARGEST
from kesos.frames._frames import Frame
from kesos.frames._plan import Plan
from kesos.frames._progress import Progress
from kesos.frames._small import small_frame
from kesos.frames._status import STATUSES, Status
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
    prefix: str = "",
) -> F:
    """TODO"""
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
        prefix=prefix,
    )
    names = _by(plan.columns.frame, by, plan, prefix)
    checks.flag(partial, "partial")
    found = _first_added(plan, frame, names) if plan.adds_up else None
    if found is None:
        found = _row_by_row(plan, frame, names)
    flagged = sum(each.flagged for each in found.values())
    if flagged and not partial:
        raise IncompleteTotalError(field="frame", value=flagged, rows=sum(each.rows for each in found.values()))
    made: F = small_frame(_columns(plan, found, names, prefix), plan.columns.frame, names)
    return made


def _by(frame: Frame, by: Iterable[str], plan: Plan, prefix: str) -> tuple[str, ...]:
    names = checks.items(by, "by", str)
    for at, name in enumerate(names):
        frame.kind(name, f"by[{at}]")
        if name in names[:at]:
            raise FrameError("column_doubled", field=f"by[{at}]", value=name)
    for name in (*(each.name for each in plan.amounts), f"{prefix}rows", f"{prefix}rows_flagged"):
        if name in names:
            raise FrameError("column_taken", field=name, value=name)
    return names


class _Sum(NamedTuple):
    """What one group adds up to: its rows, those that are flagged, and each amount; None where no row has it."""

    rows: int
    flagged: int
    amounts: list[int | None]


def _add(found: dict[tuple[Any, ...], _Sum], key: tuple[Any, ...], more: _Sum) -> None:
    old = found.get(key)
    if old is None:
        found[key] = more
        return
    amounts = [b if a is None else a if b is None else a + b for a, b in zip(old.amounts, more.amounts, strict=True)]
    found[key] = _Sum(old.rows + more.rows, old.flagged + more.flagged, amounts)


def _row_by_row(plan: Plan, frame: Any, names: tuple[str, ...]) -> dict[tuple[Any, ...], _Sum]:
    """Every row's quantities, then their sums."""
    from kesos.frames._sums import sums_of_rows

    found: dict[tuple[Any, ...], _Sum] = {}
    for group in sums_of_rows(plan, added_to(plan, frame), names):
        _add(found, group.key, _Sum(group.rows, group.flagged, group.amounts))
    return found


def _first_added(plan: Plan, frame: Any, names: tuple[str, ...]) -> dict[tuple[Any, ...], _Sum] | None:
    """The counts added up first, then the rule on what is left; None where a count is too large for that."""
    from kesos.frames._on_arrays import added
    from kesos.frames._sums import Grouped, added_up

    summed = added_up(plan, frame, names)
    if not summed.is_safe(plan.most_in_a_row):
        return None
    source = Grouped(summed, plan)
    columns, status = added(plan, source, Progress(shown=False))
    found: dict[tuple[Any, ...], _Sum] = {}
    too_large = STATUSES.index(Status.COUNT_TOO_LARGE)
    for at, key in enumerate(
        zip(*(summed.columns[name] for name in names), strict=True) if names else [()] * len(source)
    ):
        rows = summed.rows[at]
        if status[at] == too_large:
            return None
        amounts = [None if column.missing[at] else int(column.values[at]) for column in columns]
        _add(found, key, _Sum(rows, rows if status[at] else 0, amounts[1:]))
    return found


def _columns(
    plan: Plan, found: dict[tuple[Any, ...], _Sum], names: tuple[str, ...], prefix: str
) -> dict[str, list[Any]]:
    """The totals, column by column."""
    columns: dict[str, list[Any]] = {name: [key[at] for key in found] for at, name in enumerate(names)}
    for at, output in enumerate(plan.amounts):
        column = columns[output.name] = [each.amounts[at] for each in found.values()]
        if any(amount is not None and amount > LARGEST for amount in column):
            raise FrameError("count_too_large.total", field=output.name, value=max(filter(None, column)))
    columns[f"{prefix}rows"] = [each.rows for each in found.values()]
    columns[f"{prefix}rows_flagged"] = [each.flagged for each in found.values()]
    return columns


__all__ = ["totals"]
