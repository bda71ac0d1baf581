"""A register's rows counted as a standard asks for them: by class, by size, and up to the most that each may count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any, TypeVar

from kesos import _checks as checks
from kesos.counts import Count
from kesos.errors import FrameError
from kesos.frames._expressions import LARGEST
from kesos.frames._frames import Frame, narwhals
from kesos.frames._groups import HALF, HIDDEN, ONE, ROWS, Lists, check_by, lists_of, of_parts
from kesos.frames._small import small_frame
from kesos.standards import AidStandard
from kesos.values import Quantity, Unit

F = TypeVar("F")
_FLAGGED, _HIGH, _LOW = f"{HIDDEN}flagged", f"{HIDDEN}high", f"{HIDDEN}low"


def count(
    register: F,
    standard: AidStandard,
    *,
    by: Iterable[str] = (),
    of: str | None = None,
    classes: Mapping[str, str] | None = None,
    number: str | None = None,
    unit: Unit | str | None = None,
) -> F:
    """The counts that a standard asks for, made of the rows of a register.

    Args:
        register: A frame with a row for each house, household or farmer.
        standard: The standard; its counts say by which classes they are told apart, and the most for each of another.
        by: The columns that make a group, such as a region or an event; of one that is named as one of districts, as
            for `totals`.
        of: The code of the count; left out, the one that the standard asks for.
        classes: The column of each axis, by its code; left out, columns of these names.
        number: The column that says how many, or how much, a row counts; left out, every row counts one. Where the
            standard caps a count for each of another, a row is one of these: an area above the cap counts the cap.
        unit: The unit of that column, where the count is measured; left out, the count's own.

    Returns:
        A frame of the same kind, a row for each group, with columns that `entitle` finds by their names:
        `house_heavy`, `household_5`, or `dead`; and `rows` and `rows_flagged`. Where the class or the number of a row
        is not known, the group's counts are not known either: such rows are flagged.

    Raises:
        FrameError: A column is missing or of another kind; a sum does not fit into 64 bits.

    >>> import pandas as pd
    >>> from kesos.standards import BNPB_STIMULAN
    >>> houses = pd.DataFrame({"desa": ["a", "a", "b"], "damage": ["heavy", "light", "heavy"]})
    >>> print(count(houses, BNPB_STIMULAN, by=["desa"], of="house").to_string(index=False))
    desa  house_heavy  house_moderate  house_light  rows  rows_flagged
       a            1               0            1     2             0
       b            1               0            0     1             0
    """
    checks.instance(standard, "standard", AidStandard)
    frame = Frame.of(register, "register")
    counted = _counted(standard, of)
    names = check_by(frame, by, ("rows", "rows_flagged"))
    axes = _axes(frame, counted, standard, {} if classes is None else checks.mapping(classes, "classes"))
    if number is not None:
        frame.check_count(number, "number")
    most = _most(counted, unit)
    work = partial(_count_rows, by=names, axes=tuple(axes.values()), number=number, most=most)
    return _told(of_parts(work, frame, names), names, axes, counted, frame)  # type: ignore[no-any-return]  # of its kind


def _counted(standard: AidStandard, of: str | None) -> Count:
    needed = [item.per for item in standard.granted if item.per != "event"]
    codes = tuple(dict.fromkeys(needed))
    if of is None and len(codes) != 1:
        raise FrameError("column_needed.count", field="of", known=codes)
    return standard.count(codes[0] if of is None else checks.slug(of, "of"))


def _axes(frame: Frame, counted: Count, standard: AidStandard, given: Mapping[str, str]) -> dict[str, str]:
    """The column of each axis that a rate asks for."""
    known = [axis for axis, _ in counted.axis]
    for axis in given:
        checks.choice(axis, "classes", known)
    rows = [row for item in standard.granted if item.per == counted.code for row in item.table]
    tested = [axis for axis in known if axis in given or any(row.test(axis) is not None for row in rows)]
    columns = {axis: given.get(axis, axis) for axis in tested}
    whole = {axis for axis, classes in counted.axis if classes is None}
    for axis, name in columns.items():
        (frame.check_count if axis in whole else frame.check_text)(name, f"classes.{axis}")
    return columns


def _most(counted: Count, unit: Unit | str | None) -> int | None:
    """The most that a row counts, in the unit of its column."""
    if counted.most is None:
        return None
    amount = counted.most.amount
    if isinstance(amount, int):
        return amount
    of = amount.unit if unit is None and counted.unit is None else Unit.of(unit or counted.unit or "")
    whole, rest = divmod((Quantity(0, of) + amount).amount, of.factor)  # an error where the units do not go together
    if rest:
        raise FrameError("cap_not_whole", field="unit", value=of.code, most=amount)
    return whole


def _count_rows(native: Any, by: tuple[str, ...], axes: tuple[str, ...], number: str | None, most: int | None) -> Lists:
    nw = narwhals()
    told = nw.from_native(native).with_columns(nw.lit(1).alias(ONE))
    size = nw.col(ONE if number is None else number)
    bad = size.is_null() | (size < 0).fill_null(value=False)
    size = nw.when(~bad).then(size)
    if most is not None:
        size = nw.when(size > most).then(nw.lit(most)).otherwise(size)
    parts = [(size // HALF).alias(_HIGH), (size % HALF).alias(_LOW), bad.cast(nw.Int64).alias(_FLAGGED)]
    each = [nw.len().alias(ROWS), *(nw.col(name).sum() for name in (_HIGH, _LOW, _FLAGGED))]
    return lists_of(told.with_columns(*parts).group_by([*by, *axes, ONE], drop_null_keys=False).agg(*each))


def _told(found: Lists, by: tuple[str, ...], axes: dict[str, str], counted: Count, frame: Frame) -> Any:
    """The counts by group, a column for each class."""
    listed = dict(counted.axis)
    fixed: list[tuple[Any, ...]] = [()]
    for axis in axes:
        classes = listed[axis] or sorted({name for name in found[axes[axis]] if name is not None and name >= 0})
        fixed = [(*cell, name) for cell in fixed for name in classes]
    counts: dict[tuple[Any, ...], dict[tuple[Any, ...], int]] = {}
    flagged: dict[tuple[Any, ...], int] = {}
    rows: dict[tuple[Any, ...], int] = {}
    for at, many in enumerate(found[ROWS]):
        key = tuple(found[name][at] for name in by)
        cell = tuple(found[name][at] for name in axes.values())
        bad = int(found[_FLAGGED][at] or 0) if cell in fixed else many
        group = counts.setdefault(key, dict.fromkeys(fixed, 0))
        rows[key], flagged[key] = rows.get(key, 0) + many, flagged.get(key, 0) + bad
        if cell in fixed:
            group[cell] += int(found[_HIGH][at] or 0) * HALF + int(found[_LOW][at] or 0)
    columns: dict[str, list[Any]] = {name: [key[at] for key in counts] for at, name in enumerate(by)}
    for cell in fixed:
        name = "_".join([counted.code, *map(str, cell)])
        columns[name] = [None if flagged[key] else group[cell] for key, group in counts.items()]
        if any((each or 0) > LARGEST for each in columns[name]):
            raise FrameError("count_too_large.total", field=name, value=max(filter(None, columns[name])))
    columns |= {"rows": list(rows.values()), "rows_flagged": list(flagged.values())}
    return small_frame(columns, frame, dict.fromkeys(columns.keys() - {*by}, "whole"))


__all__ = ["count"]
