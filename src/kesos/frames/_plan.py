"""A standard and a caller's choice of columns and days, made into expressions for the columns that are added."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from kesos import _checks as checks
from kesos.errors import FrameError
from kesos.frames import _expressions as ex
from kesos.frames._asked import Asked
from kesos.frames._columns import ENDS, Columns
from kesos.frames._days import Lasting, Windows, lasting, windows_of
from kesos.frames._expressions import FALSE, ONE, Node
from kesos.frames._faults import Fault, first_of, in_order
from kesos.frames._hazards import Hazards, hazards_of
from kesos.frames._quantities import owed
from kesos.frames._refusals import negative, of_recipients, of_rows, parts_of_periods
from kesos.frames._status import Status
from kesos.standards import AidStandard, Item
from kesos.standards._items import column_of

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
    """Whether the rule may be applied to sums of rows that differ in nothing but their counts, if none of them names
    more recipients than people."""

    @property
    def count_columns(self) -> tuple[str, ...]:
        """The columns of counts and of recipients."""
        return self.columns.multiplied

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
    rows = of_rows(standard, columns, len(windows))
    chosen = [item for item in standard.selective if item.code in columns.recipients]
    given = [(item, _days_of(item, columns, windows)) for item in (*standard.granted, *chosen)]
    common = _common(standard, columns, windows)
    asked_for: list[Fault] = list(common.faults if common else ())
    faults: list[Fault] = []
    amounts: list[tuple[str, Item, Node, list[Fault]]] = []
    weight, adds_up = 1, all(status is not Status.PART_ABOVE_WHOLE for _, status in rows)
    for item, days in given:
        asked = Asked(item=item, standard=standard, columns=columns, days=None if days is None else days.number)
        asked_for += [*(days.faults if days else ()), *parts_of_periods(asked)]
        if item.unspecified:
            continue
        found = owed(asked)
        weight, adds_up = max(weight, found.weight), adds_up and found.adds_up
        faults += found.faults
        ends = {column_of(item, "from"): found.least, column_of(item, "to"): found.most}
        for name, value in (ends if asked.is_range else {column_of(item): found.least}).items():
            amounts.append((f"{prefix}{name}", item, value, found.faults))
    asked_for += of_recipients(columns)
    refusals = [*rows, *negative(columns), *in_order(asked_for)]
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
        status=first_of(refusals, faults),
        status_name=status_name,
        weight=weight,
        adds_up=adds_up,
    )
    counted, told = plan.count_columns, plan.other_columns
    apart = len(counted) <= MOST_ADDED and not {*counted} & {*told} and not any(map(columns.frame.is_wide, counted))
    return plan if apart else attrs.evolve(plan, adds_up=False)


def _check_names(columns: Columns, names: list[str]) -> None:
    """Refuses a column that the frame has already; a database takes "STATUS" for "status"."""
    plain = str.casefold if columns.frame.engine in _WITHOUT_CASE else str
    taken = set(map(plain, columns.frame.names))
    for name in names:
        if plain(name) in taken:
            raise FrameError("column_taken", field=name, value=name)
        taken.add(plain(name))


_WITHOUT_CASE = ("duckdb", "pyspark")
"""The engines that find a column whatever the case of its letters."""


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
