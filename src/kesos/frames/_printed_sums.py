"""The audit's rule of sums over long tables: a printed total is what its parts add up to."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any, TypeVar

from kesos.errors import FrameError
from kesos.frames._expressions import LARGEST
from kesos.frames._frames import Frame, narwhals
from kesos.frames._groups import HALF, HIDDEN, ONE, ROWS, Lists, check_by, lists_of, of_parts
from kesos.frames._small import small_frame

F = TypeVar("F")
_PARTS = ("total", "totals", "high", "low", "parts", "unknown", "untold")


def check_sums(frame: F, value: str, is_total: str, *, by: Iterable[str]) -> F:
    """Each group of rows of a long table, with its printed total and what its parts add up to.

    Args:
        frame: A table with a row for each printed number.
        value: The column of numbers, whole and not below zero; missing where a cell is blank or not readable.
        is_total: The column that is true where the number is the total of its group, false where it is a part; missing
            where nobody can tell.
        by: The columns that make the groups; one that is named as one of districts as for `totals`.

    Returns:
        A frame of the same kind, a row for each group: `total` as printed; `together`, what the known parts add up to;
        `off`, by how much the total is above that; and `verdict`, as the audit's rule of sums judges: "fine", "odd",
        or "unknown" where there is no total, more than one, or no part, or where a row may be either. Where a part is
        not known, the known ones must at least not exceed the total; where they do not, nothing was checked.

    Raises:
        FrameError: A column is missing or of another kind; a number is below zero; a sum does not fit into 64 bits.

    >>> import pandas as pd
    >>> table = {"t": ["1", "1", "1", "2", "2"], "n": [3, 4, 8, 5, 5], "sum": [False, False, True, False, True]}
    >>> print(check_sums(pd.DataFrame(table), "n", "sum", by=["t"]).to_string(index=False))
    t  total  together  off verdict
    1      8         7    1     odd
    2      5         5    0    fine
    """
    rows = Frame.of(frame)
    rows.check_count(value, "value")
    if rows.kind(is_total, "is_total") != "Boolean":
        raise FrameError("column_not_truth", field="is_total", value=is_total, kind=rows.kinds[is_total])
    names = check_by(rows, by, ("total", "together", "off", "verdict"))
    found = of_parts(partial(_add, by=names, value=value, is_total=is_total), rows, names)
    groups: dict[tuple[Any, ...], list[int]] = {}
    for at, negative in enumerate(found[f"{HIDDEN}negative"]):
        if negative:
            raise FrameError("count_negative.column", field="value", value=value)
        key = tuple(found[name][at] for name in names)
        old = groups.setdefault(key, [0] * len(_PARTS))
        groups[key] = [one + int(found[f"{HIDDEN}{name}"][at] or 0) for one, name in zip(old, _PARTS, strict=True)]
    columns: dict[str, list[Any]] = {name: [key[at] for key in groups] for at, name in enumerate(names)}
    judged = [_judged(*group) for group in groups.values()]
    for at, name in enumerate(("total", "together", "off", "verdict")):
        columns[name] = [each[at] for each in judged]
    kinds = {"total": "whole", "together": "whole", "off": "whole", "verdict": "text"}
    made: F = small_frame(columns, rows, kinds)
    return made


def _add(native: Any, by: tuple[str, ...], value: str, is_total: str) -> Lists:
    nw = narwhals()
    number, of_total = nw.col(value), nw.col(is_total)
    part, missing = ~of_total, number.is_null()
    new = {
        "total": nw.when(of_total).then(number),
        "totals": (of_total & ~missing).cast(nw.Int64),
        "high": nw.when(part).then(number // HALF),
        "low": nw.when(part).then(number % HALF),
        "parts": part.cast(nw.Int64),
        "unknown": (part & missing).cast(nw.Int64),
        "untold": of_total.is_null().cast(nw.Int64),
        "negative": (number < 0).fill_null(value=False).cast(nw.Int64),
    }
    told = nw.from_native(native).with_columns(
        nw.lit(0).alias(ONE), *(each.alias(f"{HIDDEN}{name}") for name, each in new.items())
    )
    each = [nw.len().alias(ROWS), *(nw.col(f"{HIDDEN}{name}").sum() for name in new)]
    return lists_of(told.group_by([*by, ONE], drop_null_keys=False).agg(*each))


def _judged(
    total: int, totals: int, high: int, low: int, parts: int, unknown: int, untold: int
) -> tuple[int | None, int, int | None, str]:
    together = high * HALF + low
    if together > LARGEST:
        raise FrameError("count_too_large.total", field="value", value=together)
    if totals != 1 or not parts or untold:
        return None, together, None, "unknown"
    off = total - together
    return total, together, off, "unknown" if unknown and off >= 0 else "odd" if off else "fine"


__all__ = ["check_sums"]
