"""What laws are tried on: events that know whatever a standard asks for, and days that it allows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from itertools import product
from math import lcm
from typing import Any

import attrs
from hypothesis import strategies as st

from kesos.errors import KesosError, NoRateError, UnknownValueError
from kesos.events import DisasterEvent, Locality
from kesos.hazards import HAZARDS
from kesos.relief import Relief
from kesos.relief._terms import Owed
from kesos.standards import AidStandard, Days, Interval, Item, Row
from kesos.standards._amounts import LONGEST_WINDOW
from kesos.testing import _second_opinion as second_opinion
from kesos.testing._strategies import MOST_PEOPLE, counts
from kesos.values import Period, Quantity
from kesos.values._spans import ends_of

Entitle = Callable[..., Relief]
"""A function that answers as `kesos.entitle` does."""
Cells = Mapping[tuple[tuple[str, Any], ...], int]
"""How many in each class of a count; one cell without a class where it is not told apart."""
_PART_OF = {"person": "people", "family": "families"}
_LAST = date.max - timedelta(days=LONGEST_WINDOW)


@attrs.frozen(kw_only=True)
class Drawn:
    """What is drawn for a law: of a hazard, so many; where there is a choice, the one of this number."""

    at: tuple[str, Days | None]
    people: int
    weights: tuple[int, ...] = (1,)
    choice: int = 0
    days: int = 1

    @property
    def hazard(self) -> str:
        """The code of the hazard."""
        return self.at[0]

    @property
    def window(self) -> Days | None:
        """The window that the standard gives the hazard."""
        return self.at[1]


@attrs.frozen
class Case:
    """A standard, the function that is tried on it, and what to draw events from."""

    standard: AidStandard
    entitle: Entitle

    def draws(self) -> st.SearchStrategy[Drawn]:
        """Every hazard that the standard says it covers, so many people, and what else there is to choose."""
        covers = self.standard.covers or ()
        covered: list[tuple[str, Days | None]] = [
            (window.hazards[0], window) for window in self.standard.windows if window.hazards
        ]
        codes = [HAZARDS[0].code] if covers == "any" else list(covers)
        covered += [(code, None) for code in codes if self.window(code) is None]
        return st.builds(
            Drawn,
            at=st.sampled_from(covered),
            people=counts(1_000) | counts(MOST_PEOPLE),
            weights=st.lists(st.integers(1, 9), min_size=1, max_size=5).map(tuple),
            choice=st.integers(0, 10**6),
            days=st.integers(1, 40),
        )

    def window(self, code: str) -> Days | None:
        """The window that the standard gives a hazard."""
        return self.standard.window_for(self.standard.hazard(code))

    # --- events ------------------------------------------------------------------------------------------------------

    def event(self, drawn: Drawn, people: int | None, families: int | None = None, **more: Any) -> DisasterEvent:
        """An event of so many people and families, with nothing else counted."""
        return DisasterEvent(
            hazard=self.standard.hazard(drawn.hazard),
            place="x",
            period=self.periods()[drawn.choice % len(self.periods())],
            traits=self.traits(drawn),
            people=people,
            families=families,
            **more,
        )

    def full(self, drawn: Drawn, people: int, *, without: str = "", **more: Any) -> DisasterEvent:
        """An event that counts whatever the standard asks for, in every class; `without` one count of these."""
        numbers = {code: self.cells(code, drawn, people) for code in self.counted() if code != without}
        given = self.given(numbers)
        told = {field: None if without == code else people for code, field in _PART_OF.items()}
        return self.event(drawn, told["people"], told["families"], counts=given, **more)

    def given(self, numbers: Mapping[str, Cells]) -> dict[str, Any]:
        """Counts as an event takes them."""
        return {code: self._given(code, cells) for code, cells in numbers.items() if code not in _PART_OF}

    def _given(self, code: str, cells: Cells) -> Any:
        unit = self.standard.count(code).unit
        numbers = {cell: number if unit is None else Quantity(number, unit) for cell, number in cells.items()}
        if list(numbers) == [()]:
            return numbers[()]
        if all(len(cell) == 1 and isinstance(cell[0][1], str) for cell in numbers):
            return {cell[0][1]: number for cell, number in numbers.items()}
        return [(dict(cell), number) for cell, number in numbers.items()]

    def counted(self) -> list[str]:
        """The counts that it will ask for, and people and families."""
        return list(dict.fromkeys(["person", "family", *(item.per for item in self.lines() if item.per != "event")]))

    def cells(self, code: str, drawn: Drawn, people: int) -> dict[tuple[tuple[str, Any], ...], int]:
        """So many, told apart by every class that the rows of one item for this count speak of."""
        names = self.classes(code, drawn)
        weights = [drawn.weights[place % len(drawn.weights)] for place in range(len(names))]
        up = self.standard.count(code).part_of is None  # parts of a whole never add up to more than it
        shares = [-(-people * weight // sum(weights)) if up else people * weight // sum(weights) for weight in weights]
        return dict(zip(names, shares, strict=True))

    def classes(self, code: str, drawn: Drawn) -> list[tuple[tuple[str, Any], ...]]:
        """The classes that some row of an item admits: of one item, since another may have rates for others."""
        axes = self.standard.count(code).axis
        told = [item for item in self.lines() if item.per == code and tests_any(item, [axis for axis, _ in axes])]
        if not told:
            return [()]
        item = told[drawn.choice % len(told)]
        values = [
            [(axis, value) for value in (classes if classes is not None else _whole_numbers(item, axis))]
            for axis, classes in sorted(axes, key=lambda pair: pair[0])
        ]
        every = list(product(*values))
        return [cell for cell in every if any(_admits(row, dict(cell)) for row in item.rates)] or every

    def traits(self, drawn: Drawn) -> dict[str, str]:
        """One class of each axis of the event."""
        axes = [axis for axis in self.standard.axes if axis.of == "event"]
        return {
            axis.code: axis.values[drawn.choice // (2 + place) % len(axis.values)] for place, axis in enumerate(axes)
        }

    def periods(self) -> list[Period]:
        """Days that the standard is in force on: the first, and those on which a rate or an index changes."""
        rows = [row for item in self.standard.items for row in item.rates]
        rows += [value.row for index in self.standard.indices for value in index.values]
        tests = [test for row in rows for name, test in row.tests if name == "date" and isinstance(test, Interval)]
        days = [self.standard.validity.start.start, *(end for test in tests for end in (test.start, test.end) if end)]
        later = [day for day in days if isinstance(day, date) and day <= _LAST]
        later += [day + timedelta(days=after) for day in later for after in (1, 200)]
        first, *rest = dict.fromkeys(Period.of(day) for day in (self.standard.validity.start.start, *later))
        return [first, *(each for each in rest if self.standard.validity.covers(each))]

    def indices(self) -> dict[str, Quantity]:
        """A value of each index that the caller brings."""
        brought = [index for index in self.standard.indices if index.given == "caller"]
        return {index.code: Quantity(101 + 7 * place, index.unit) for place, index in enumerate(brought)}

    # --- days --------------------------------------------------------------------------------------------------------

    def days(self, drawn: Drawn, end: str) -> Any:
        """The least or the most days: by name where every window has them, else a number for each item."""
        lasting = [item for item in self.standard.granted if item.needs_days]
        if all(isinstance(self.window_of(item, drawn), Days) and item.part != "whole" for item in lasting):
            return end if lasting or drawn.window is not None else None
        return {item.code: self._days(item, drawn, end) for item in lasting}

    def _days(self, item: Item, drawn: Drawn, end: str) -> int | str:
        window = self.window_of(item, drawn)
        step = lcm(*item.cycle) if item.cycle is not None and item.part == "whole" else 1
        if not isinstance(window, Days):
            return step * (drawn.days if end == "minimum" else drawn.days + 7)
        return -(-window.minimum // step) * step if end == "minimum" else window.maximum // step * step

    def window_of(self, item: Item, drawn: Drawn) -> Days | str | None:
        """The window of an item: its own, or the hazard's."""
        return item.window or drawn.window

    def days_of(self, answer: Relief, item: Item) -> int | None:
        """For how many days an answer gives an item."""
        return dict(answer.item_days).get(item.code, answer.days) if item.needs_days else None

    # --- answers -----------------------------------------------------------------------------------------------------

    def answer(self, event: DisasterEvent, drawn: Drawn, end: str = "minimum", **options: Any) -> Relief:
        """The answer of the function that is tried."""
        brought = {"indices": self.indices()} if self.indices() else {}
        return self.entitle(event, self.standard, **{"days": self.days(drawn, end), **brought, **options})

    def maybe(self, event: DisasterEvent, drawn: Drawn, end: str = "minimum", **options: Any) -> Relief | None:
        """The answer; None where nothing at all is known."""
        try:
            return self.answer(event, drawn, end, **options)
        except (UnknownValueError, NoRateError):
            return None

    def owed(self, event: DisasterEvent, drawn: Drawn, end: str = "minimum", **options: Any) -> dict[str, Owed]:
        """What is owed, item by item."""
        return dict(self.maybe(event, drawn, end, **options) or {})

    def lines(self) -> Iterator[Item]:
        """The items that need no chosen recipients and that have a number."""
        return (item for item in self.standard.granted if not item.unspecified)

    def expected(self, item: Item, event: DisasterEvent, drawn: Drawn, end: str, **options: Any) -> Any:
        """What the second opinion says that is owed; None where nobody can say."""
        days = self.number(item, drawn, end)
        return second_opinion.owed(item, self.standard, event, days, options.get("indices", self.indices()))

    def number(self, item: Item, drawn: Drawn, end: str) -> int | None:
        """For how many days an item is asked."""
        if not item.needs_days:
            return None
        days = self.days(drawn, end)
        given = days[item.code] if isinstance(days, Mapping) else days
        return getattr(self.window_of(item, drawn), given) if isinstance(given, str) else given  # type: ignore[no-any-return]


def halves(case: Case, drawn: Drawn) -> tuple[list[Locality], DisasterEvent]:
    """Two places, and one event with what was counted in both."""
    half = drawn.people // 2
    parts = [{code: case.cells(code, drawn, n) for code in case.counted()} for n in (half, drawn.people - half)]
    numbers = (half, drawn.people - half)
    places = [
        Locality(place=str(number), people=people, families=people, counts=case.given(part))
        for number, (people, part) in enumerate(zip(numbers, parts, strict=True))
    ]
    both = {code: {cell: n + parts[1][code][cell] for cell, n in cells.items()} for code, cells in parts[0].items()}
    return places, case.event(drawn, drawn.people, drawn.people, counts=case.given(both))


def ends(owed: Owed) -> tuple[int, int]:
    """The least and the most of an amount."""
    least, most = ends_of(owed)
    return least.amount, most.amount


def tests_any(item: Item, names: list[str]) -> bool:
    """Whether a rate of the item depends on any of these."""
    return any(row.test(name) is not None for row in item.rates for name in names)


def is_grouped(item: Item) -> bool:
    """Whether it gives one for so many."""
    return item.rounding is not None


def _admits(row: Row, cell: Mapping[str, Any]) -> bool:
    tests = {name: test for name, test in row.tests if name in cell}
    return bool(second_opinion.fitting((Row(tests=tests, amount=0),), cell))


def _whole_numbers(item: Item, axis: str) -> list[int]:
    """The ends of every interval of an axis, and a number beyond the last."""
    tests = [row.test(axis) for row in item.rates]
    found = [test for test in tests if isinstance(test, int)]
    spans = [test for test in tests if isinstance(test, Interval)]
    found += [end for test in spans for end in (test.start, test.end) if isinstance(end, int)]
    found += [test.start + 3 for test in spans if isinstance(test.start, int) and test.end is None]
    return sorted(set(found)) or [1]


def refuses(kind: type[KesosError], call: Callable[..., object], *args: Any, **options: Any) -> bool:
    """Whether it is refused so."""
    try:
        call(*args, **options)
    except kind:
        return True
    return False


__all__ = ["Case", "Drawn", "Entitle", "ends", "halves", "is_grouped", "refuses", "tests_any"]
