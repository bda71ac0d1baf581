"""The totals of groups from counts that were added up before the rule was applied to them."""

from __future__ import annotations

from collections.abc import Sized
from typing import Any

import numpy as np

from kesos.frames._arrays import Array
from kesos.frames._groups import HALF
from kesos.frames._on_arrays import added
from kesos.frames._plan import Plan
from kesos.frames._progress import Progress
from kesos.frames._status import STATUSES, Status
from kesos.frames._sums import Grouped, GroupSums, added_up


def sums_of_counts(plan: Plan, names: tuple[str, ...]) -> list[GroupSums] | None:
    """What each group is owed; None where a count is too large for its sum to be taken first."""
    summed = added_up(plan, names)
    if not summed.is_safe(plan.most_in_a_row):
        return None
    source = Grouped(summed, plan)
    columns, status = added(plan, source, Progress(shown=False))
    if (status == STATUSES.index(Status.COUNT_TOO_LARGE)).any():
        return None
    places: dict[tuple[Any, ...], int] = {}
    keys = zip(*(summed.columns[name] for name in names), strict=True) if names else [()] * len(source)
    at = np.array([places.setdefault(key, len(places)) for key in keys], dtype=np.int64)
    rows = np.array(summed.rows, dtype=np.int64)
    amounts = [
        [total if known else None for total, known in zip(*(_by_place(each, at, places) for each in pair), strict=True)]
        for pair in ((np.where(column.missing, 0, column.values), ~column.missing) for column in columns[1:])
    ]
    flagged = _by_place(np.where(status > 0, rows, 0), at, places)
    by_group = zip(places, _by_place(rows, at, places), flagged, strict=True)
    return [
        GroupSums(key, many, bad, [each[place] for each in amounts]) for place, (key, many, bad) in enumerate(by_group)
    ]


def _by_place(values: Array, at: Array, places: Sized) -> list[int]:
    """What is added up at each place; high and low parts by themselves, so that neither sum can wrap."""
    values = values.astype(np.int64)
    parts = np.zeros((2, len(places)), dtype=np.int64)
    for part, of_values in zip(parts, (values // HALF, values % HALF), strict=True):
        np.add.at(part, at, of_values)
    return [high * HALF + low for high, low in zip(*parts.tolist(), strict=True)]
