"""A standard and a caller's choice of columns and days, made into expressions for the columns that are added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import attrs

from kesos import _checks as checks
from kesos.counts import COUNTS
from kesos.errors import FrameError
from kesos.frames import _expressions as ex
from kesos.frames._columns import ENDS, Cell, Columns
from kesos.frames._days import Fault, Lasting, Windows, lasting, windows_of
from kesos.frames._expressions import FALSE, ONE, ZERO, Node
from kesos.frames._hazards import MISSING, NOT_COVERED, UNKNOWN, Hazards, hazards_of
from kesos.frames._quantities import Asked, in_order, is_range, owed, parts_of_periods
from kesos.frames._status import STATUSES, Status
from kesos.standards import AidStandard, Item
from kesos.values import Period, Unit

MOST_ADDED = 15
"""Which of so many counts are missing or below zero is one number of 64 bits."""


@attrs.frozen(kw_only=True, eq=False)
class Output:
    """A column of whole numbers that is added: its value, and where it has one."""

    name: str
    value: Node
    present: Node
    item: Item | None = None


@attrs.frozen(kw_only=True, eq=False)
class Plan:
    """What is added to a frame."""

    standard: AidStandard
    hazards: Hazards
    columns: Columns
    days: Output
    amounts: tuple[Output, ...]
    status: Node
    """The place of the row's status in the list of statuses."""
    status_name: str
    weight: int
    """The most that a row is owed of anything for one of what is counted."""
    adds_up: bool
    """Whether the rule may be applied to sums of rows that differ in nothing but their counts."""

    @property
    def count_columns(self) -> tuple[str, ...]:
        """The columns of counts."""
        return self.columns.counted

    @property
    def other_columns(self) -> tuple[str, ...]:
        """The columns that say how the counts are served."""
        columns = self.columns
        given = columns.days.values() if isinstance(columns.days, Mapping) else (columns.days,)
        days = (each for each in given if isinstance(each, str) and each not in ENDS)
        named = (columns.hazard, columns.period, *columns.traits.values(), *days)
        return tuple(dict.fromkeys(name for name in named if name is not None))

    @property
    def most_in_a_row(self) -> int:
        """A count of at most so many is never too large."""
        return ex.LARGEST // max(self.weight, 1)

    @property
    def outputs(self) -> tuple[Output, ...]:
        """The columns of whole numbers."""
        return (self.days, *self.amounts)


def compile_plan(standard: AidStandard, columns: Columns, prefix: str) -> Plan:
    """The plan for a standard on these columns.

    Raises:
        FrameError: A column that is added has the name of one that is there; a rate cannot be said in columns.
    """
    checks.instance(standard, "standard", AidStandard)
    hazards = hazards_of(standard)
    windows = hazards.windows
    rows = _of_rows(standard, columns, len(windows))
    given = [(item, _days_of(item, columns, windows)) for item in standard.granted]
    common = _common(standard, columns, windows)
    of_days: list[Fault] = list(common.faults if common else ())
    faults: list[Fault] = []
    amounts: list[tuple[str, Item, Node, list[Fault]]] = []
    weight, adds_up = 1, all(status is not Status.PART_ABOVE_WHOLE for _, status in rows)
    for item, days in given:
        asked = Asked(item=item, standard=standard, columns=columns, days=None if days is None else days.number)
        of_days += [*(days.faults if days else ()), *parts_of_periods(asked)]
        if item.unspecified:
            continue
        found = owed(asked)
        weight, adds_up = max(weight, found.weight), adds_up and found.adds_up
        faults += in_order(found.faults)
        both = is_range(asked)
        for end, value in (("_from", found.least), ("_to", found.most)) if both else (("", found.least),):
            amounts.append((f"{prefix}{item.code}_{_unit_name(item.unit)}{end}", item, value, found.faults))
    refusals = [*rows, *_negative(columns), *in_order(of_days)]
    sound_days = ex.negate(ex.any_of(fault for fault, status in of_days if status is Status.COUNT_NEGATIVE))
    faults = [
        (ex.all_of([fault, sound_days]), status) for fault, status in faults
    ]  # days below zero stop before any count
    served = ex.negate(ex.any_of(fault for fault, _ in refusals))
    number, has_days = _days_shown(given, common)
    shown = Output(name=f"{prefix}days", value=number, present=ex.all_of([served, has_days]))
    outputs = tuple(
        Output(
            name=name,
            item=item,
            value=value,
            present=ex.all_of([served, ex.negate(ex.any_of(fault for fault, _ in own))]),
        )
        for name, item, value, own in amounts
    )
    status_name = f"{prefix}status"
    _check_names(columns, [shown.name, *(each.name for each in outputs), status_name])
    plan = Plan(
        standard=standard,
        hazards=hazards,
        columns=columns,
        days=shown,
        amounts=outputs,
        status=_status([*refusals, *faults]),
        status_name=status_name,
        weight=weight,
        adds_up=adds_up,
    )
    counted, told = plan.count_columns, plan.other_columns
    apart = len(counted) <= MOST_ADDED and not {*counted} & {*told} and not any(map(columns.frame.is_wide, counted))
    return plan if apart else attrs.evolve(plan, adds_up=False)


def _unit_name(unit: Unit) -> str:
    """The base unit in the name of a column: "g", "idr", "php_100" for hundredths of a peso."""
    return unit.base.lower().replace("/", "_")


def _check_names(columns: Columns, names: list[str]) -> None:
    for at, name in enumerate(names):
        if name in columns.frame.names or name in names[:at]:
            raise FrameError("column_taken", field=name, value=name)


def _status(faults: Iterable[Fault]) -> Node:
    """The first fault of a row, by the order of the statuses."""
    by_status: dict[Status, list[Node]] = {}
    for fault, status in faults:
        by_status.setdefault(status, []).append(fault)
    result = ZERO
    for place, status in reversed(list(enumerate(STATUSES))):
        result = ex.choose(ex.any_of(by_status.get(status, ())), ex.const(place), result)
    return result


# --- rows ------------------------------------------------------------------------------------------------------------


def _of_rows(standard: AidStandard, columns: Columns, groups: int) -> list[Fault]:
    """What is at fault with a row's hazard, its day, and its counts together."""
    faults = [
        (ex.is_group(MISSING, groups), Status.HAZARD_MISSING),
        (ex.is_group(UNKNOWN, groups), Status.HAZARD_UNKNOWN),
        (ex.is_group(NOT_COVERED, groups), Status.HAZARD_NOT_COVERED),
    ]
    if columns.period is not None:
        day, missing = ex.day_of(columns.period), ex.is_missing(columns.period)
        known = ex.negate(missing)
        early = ex.at_most(day, ex.const(ex.number_of_day(date(checks.FIRST_YEAR, 1, 1)) - 1))
        faults += [
            (missing, Status.PERIOD_UNKNOWN),
            (ex.all_of([known, _moment(columns)]), Status.NOT_A_DAY),
            (ex.all_of([known, early]), Status.OUT_OF_RANGE),
            (ex.all_of([known, ex.any_of(_not_in_force(standard, day))]), Status.NOT_IN_FORCE),
        ]
    return [*faults, *_parts(standard, columns)]


def _moment(columns: Columns) -> Node:
    assert columns.period is not None
    return ex.is_moment(columns.period) if columns.frame.is_moment(columns.period) else FALSE


def _not_in_force(standard: AidStandard, day: Node) -> list[Node]:
    validity = standard.validity
    before = [ex.at_most(day, ex.const(ex.number_of_day(validity.start.start) - 1))]
    if not isinstance(validity.end, Period):
        return before
    return [*before, ex.at_most(ex.const(ex.number_of_day(validity.end.end) + 1), day)]


def _negative(columns: Columns) -> list[Fault]:
    return [(ex.at_most(columns.count(name), ex.const(-1)), Status.COUNT_NEGATIVE) for name in columns.counted]


def _parts(standard: AidStandard, columns: Columns) -> list[Fault]:
    """Where a count is above the one that it is a part of."""
    own = {count.code: count for count in standard.counts}
    faults: list[Fault] = []
    for code, cells in columns.counts.items():
        known = own.get(code) or next((count for count in COUNTS if count.code == code), None)
        whole = None if known is None else known.part_of
        if whole is None or whole not in columns.counts:
            continue
        wholes = columns.counts[whole]
        if any(name is None for _, name in wholes) or (code in own and any(classes for classes, _ in wholes)):
            continue
        part, beyond = _known_sum(cells, columns)
        limit, unheld = _known_sum(wholes, columns)
        given = [ex.negate(columns.is_missing(name)) for _, name in wholes if name is not None]
        above = ex.any_of([beyond, ex.negate(ex.at_most(part, limit))])
        faults.append((ex.all_of([*given, ex.negate(unheld), above]), Status.PART_ABOVE_WHOLE))
    return faults


def _known_sum(cells: Iterable[Cell], columns: Columns) -> tuple[Node, Node]:
    """What is known of a count, added up, and whether 64 bits do not hold it."""
    total, beyond = ZERO, FALSE
    for _, name in cells:
        if name is not None:
            total, fits = ex.fitting_sum(total, ex.maximum(columns.count(name), ZERO))
            beyond = ex.any_of([beyond, ex.negate(fits)])
    return total, beyond


# --- days ------------------------------------------------------------------------------------------------------------


def _days_of(item: Item, columns: Columns, windows: Windows) -> Lasting | None:
    if not item.needs_days:
        return None
    return lasting(columns.days_of(item), windows_of(item.window, windows), columns)


def _common(standard: AidStandard, columns: Columns, windows: Windows) -> Lasting | None:
    """The days of the hazards' windows, where they are the same for every item: held to them even if none takes any."""
    given = columns.days
    if given is None or not isinstance(given, (int, str)) or not standard.shares_days or windows == (None,):
        return None
    found = lasting(given, windows, columns)
    windowed = ex.table([int(window is not None) for window in windows])
    # a row without days is at fault where an item takes some, and then with that item
    faults = [fault for fault in found.faults if fault[1] is not Status.DAYS_NEEDED]
    held = [(ex.all_of([fault, windowed]), status) for fault, status in faults]
    return Lasting(found.number, held, ex.all_of([found.known, windowed]))


def _days_shown(given: list[tuple[Item, Lasting | None]], common: Lasting | None) -> tuple[Node, Node]:
    """The days, where all that takes any takes the same."""
    numbers = list(dict.fromkeys(days.number for _, days in given if days is not None))
    if numbers:
        return numbers[0], ex.all_of(ex.equal(numbers[0], other) for other in numbers[1:])
    return (ONE, FALSE) if common is None else (common.number, common.known)


__all__ = ["Output", "Plan", "compile_plan"]
