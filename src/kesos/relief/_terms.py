"""The one form of every rate: quantity = the sum over cells of count × times × rate.

A cell is a class of a count; its rate is the one row of a table that fits it on a day and a date. What is not linear
comes before the product: groups round a count, periods round days, a share of an index is rounded to a rate.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor
from typing import Any, NamedTuple, cast

import attrs

from kesos import _checks as checks
from kesos.counts import ByClass, Count, Number
from kesos.counts._by_class import cells_left, class_of, is_of_numbers
from kesos.counts._class_words import of_class
from kesos.counts._known import FIELDS
from kesos.counts._numbers import add_numbers
from kesos.errors import DurationError, InvalidValueError, UnknownValueError
from kesos.events import DisasterEvent, Locality
from kesos.events._damage import damage_counts
from kesos.records import Fieldwise
from kesos.relief._unknown_day import check_one_rate
from kesos.relief._unused import misspelt
from kesos.standards import AidStandard, Item, Row
from kesos.standards._axes import Indices
from kesos.standards._rates import DATE, DAY, Fact, row_for
from kesos.values import Quantity, Rounding, Span, Text, round_exactly
from kesos.values._days import plain_date
from kesos.values._spans import ends_of
from kesos.words import hint

Owed = Quantity | Span[Quantity]
"""How much is owed: a range where the law gives one, or where what it depends on is known as one."""
Classes = tuple[tuple[str, Fact], ...]
Multiplier = int | Quantity | Span[int]


class Ends(NamedTuple):
    """The least and the most that a number can be; the same where it is known exactly."""

    least: Fraction | int
    most: Fraction | int

    def times(self, other: Ends) -> Ends:
        """The ends of the product; nothing here is below zero."""
        return Ends(self.least * other.least, self.most * other.most)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Term(Fieldwise):
    """One product of a sum: a rate, for how many it was taken, and how often.

    Args:
        rate: The rate.
        of: What is counted.
        classes: The classes of the cell, by axis.
        count: For how many, how much, or how many groups.
        times: How often; None where it is given once.
        days: The first and the last day that it is for; None where it is given once.
    """

    rate: Owed
    of: Text
    classes: Classes = ()
    count: Multiplier
    times: int | Span[int] | None = None
    days: tuple[int, int] | None = None

    def __attrs_post_init__(self) -> None:
        check_owed(self.rate, "rate")
        if type(self.of) is not Text:
            checks.instance(self.of, "of", Text)
        # answers make many of these, nearly all of plain parts: whatever else comes is looked at closely
        if not _are_plain(self.classes):
            checks.settle(self, _classes, "classes")
        if type(self.count) is not int or self.count < 0:
            _settle_multiplier(self, "count", self.count)
        if self.times is not None and (type(self.times) is not int or self.times < 0):
            _settle_multiplier(self, "times", self.times, of_quantity=False)
        if self.days is not None:
            checks.settle(self, _first_and_last, "days")


def check_owed(value: object, field: str) -> None:
    """Says nothing where a value is an amount, or a span of amounts."""
    if type(value) is not Quantity and not isinstance(value, Quantity) and not _is_span_of(value, Quantity):
        raise InvalidValueError("wrong_type", field=field, value=value, kind=Quantity.__name__)


def settle_number(holder: object, field: str, value: object) -> None:
    """Fills a field of what is being made with a whole number that is not below zero, however large."""
    if type(value) is int and value >= 0:
        return
    number = checks.as_int(value, field)
    if number < 0:
        raise InvalidValueError("count_negative", field=field, value=value)
    checks.fill_field(holder, field, number)


def _settle_multiplier(term: Term, field: str, value: object, *, of_quantity: bool = True) -> None:
    if not (of_quantity and isinstance(value, Quantity)) and not _is_span_of(value, int):
        settle_number(term, field, value)


def _are_plain(classes: Any) -> bool:
    return type(classes) is tuple and all(
        type(each) is tuple
        and len(each) == 2
        and type(each[0]) is str
        and type(each[1]) is str
        and each[0].isidentifier()
        and each[1].isidentifier()
        for each in classes
    )


def _is_span_of(value: object, kind: type) -> bool:
    return isinstance(value, Span) and isinstance(value.minimum, kind)


def _classes(value: object, field: str) -> Classes:
    return tuple(
        (checks.text(axis, field), _fact(fact, f"{field}.{axis}")) for axis, fact in checks.pairs(value, field)
    )


def _fact(value: object, field: str) -> Fact:
    if isinstance(value, str):
        return checks.text(value, field)
    return plain_date(value, field) if isinstance(value, date) else checks.whole_number(value, field)


def _first_and_last(value: Any, field: str) -> tuple[int, int]:
    if type(value) is tuple and len(value) == 2 and type(value[0]) is int is type(value[1]) and min(value) >= 0:
        return value
    days = checks.each(checks.count, value, field)
    if len(days) != 2:
        raise InvalidValueError("wrong_length", field=field, value=value, length=2)
    return days


class _Spell(NamedTuple):
    """A run of periods under one row."""

    row: Row
    facts: dict[str, Fact]
    times: int | Span[int] | None
    days: tuple[int, int] | None


def terms_of(
    item: Item, event: DisasterEvent, standard: AidStandard, days: int | None, indices: Indices
) -> tuple[tuple[Term, Row], ...]:
    """Every product of an item's sum, with the row of the table of rates that it is under.

    Raises:
        UnknownValueError: A count, a class, a trait or an index that the rate needs is not known.
        NoRateError: No row fits.
        DurationError: The days are no whole number of the item's periods, and no part of one counts.
    """
    of = _EVENT if item.per == "event" else standard.count(item.per).name
    return tuple(
        (
            Term(
                rate=_rate(spell, item, standard, indices),
                of=of,
                classes=classes,
                count=_grouped(item, spell.row, number, per_place),
                times=spell.times,
                days=spell.days,
            ),
            spell.row,
        )
        for classes, number, per_place in _cells(item, event, standard)
        for spell in _spells(item, event, standard, classes, days)
    )


_EVENT = Text("kejadian", "events")


def quantity_of(item: Item, terms: tuple[Term, ...]) -> Owed:
    """What the products add up to: a range where any part is one, or where no whole number of the base unit is."""
    least, most = Fraction(0), Fraction(0)
    for term in terms:
        ends = _rate_ends(term.rate).times(_ends(term.count, item))
        ends = ends if term.times is None else ends.times(_ends(term.times, item))
        least, most = least + ends.least, most + ends.most
    base = item.unit.base
    low, high = Quantity(floor(least), base), Quantity(ceil(most), base)
    return low if low == high else Span(low, high)


# --- how many --------------------------------------------------------------------------------------------------------


def _cells(
    item: Item, event: DisasterEvent, standard: AidStandard
) -> Iterator[tuple[Classes, Number, tuple[Number, ...]]]:
    """Each cell of the item's count with its number, over the event and in each of its places."""
    if item.per == "event":
        yield (), 1, ()
        return
    places = event.localities if item.counted == "place" else ()
    tested = {name for row in item.table for name, _ in row.tests}
    if not any(axis in tested for axis, _ in standard.count(item.per).axis):
        yield (), _total(event, item, standard), tuple(_total(place, item, standard) for place in places)
        return
    for classes in _wanted(item, event, standard):
        per_place = tuple(
            _in_class(place, item, standard, classes) for place in places if _gives(place, item, standard, classes)
        )
        yield classes, _in_class(event, item, standard, classes), per_place


def _total(counted: DisasterEvent | Locality, item: Item, standard: AidStandard) -> Number:
    """How many in all; of a count by class, where each class was given, or they come to what the damage tells."""
    number, count = counted.counts.get(item.per), standard.count(item.per)
    total = number.total if isinstance(number, ByClass) else number
    whole = _known(item, standard, (), total, counted)
    if isinstance(number, ByClass):
        left = cells_left((classes for classes, _ in number.cells), count)
        if left and whole != damage_counts(counted.damage).get(item.per):
            return _known(item, standard, left[0], None, counted)
    return count.measured(whole, f"counts.{item.per}")


def _known(
    item: Item, standard: AidStandard, classes: Classes, number: Number, counted: DisasterEvent | Locality
) -> Number:
    """A number that is known: unknown is not zero."""
    if number is not None:
        return number
    if item.per in FIELDS and not classes:
        raise UnknownValueError(
            "count_unknown.people" if item.per == "person" else "count_unknown.families",
            field=FIELDS[item.per],
            item=item.name,
        )
    raise UnknownValueError(
        "count_unknown",
        field=_path(item, classes),
        item=item.name,
        count=of_class(standard.count(item.per).name, classes),
        hint=misspelt(item.per, counted.counts),
    )


def _path(item: Item, classes: Classes) -> str:
    return ".".join([item.per, *(str(name) for _, name in classes)])


def _wanted(item: Item, event: DisasterEvent, standard: AidStandard) -> tuple[Classes, ...]:
    """The cells that were given, and those of the rows: a class that has a rate and was not given is not known."""
    count = standard.count(item.per)
    given = event.counts.get(item.per)
    if not isinstance(given, ByClass):
        raise UnknownValueError(
            "count_unknown.by_class",
            field=item.per,
            value=given,
            hint=misspelt(item.per, event.counts) or hint("by_class", example=_by_class(count)),
            item=item.name,
            count=count.name,
        )
    resolved = [_resolved(classes, item, standard) for classes, _ in given.cells]
    cells = dict.fromkeys(resolved)
    if len(cells) < len(resolved):  # two words for one class of a count that the standard brings along
        raise InvalidValueError("duplicate.count", field=f"counts.{item.per}", value=dict(given.cells[-1][0]))
    if len(count.axis) == 1:
        [(axis, _)] = count.axis
        tested = [row.test(axis) for row in item.table]
        cells |= dict.fromkeys(((axis, test),) for test in tested if isinstance(test, str))
    return tuple(cells)


def _by_class(count: Count) -> str:
    """How a count is given by its classes, with dots where the numbers stand."""
    axes = [(axis, ["1"] if names is None else [f'"{each}"' for each in names]) for axis, names in count.axis]
    if len(axes) == 1:
        return f'{{"{count.code}": {{{", ".join(f"{name}: ..." for name in axes[0][1])}}}}}'
    first = ", ".join(f'"{axis}": {names[0]}' for axis, names in axes)
    return f'{{"{count.code}": [({{{first}}}, ...), ...]}}'


def _resolved(classes: tuple[tuple[str, str | int], ...], item: Item, standard: AidStandard) -> Classes:
    """The classes of a cell, each with its axis: one that was given by its word alone is looked up."""
    count = standard.count(item.per)
    return tuple(sorted(class_of(count, axis, name) for axis, name in classes))


def _in_class(counted: DisasterEvent | Locality, item: Item, standard: AidStandard, classes: Classes) -> Number:
    number = counted.counts.get(item.per)
    given = number.cells if isinstance(number, ByClass) else ()
    found = next((each for cell, each in given if _resolved(cell, item, standard) == classes), None)
    number = _known(item, standard, classes, found, counted)
    return standard.count(item.per).measured(number, f"counts.{_path(item, classes)}")


def _gives(place: Locality, item: Item, standard: AidStandard, classes: Classes) -> bool:
    """Whether a place is asked for a class: of whole numbers, those that it gives are all that it has."""
    given = place.counts.get(item.per)
    if not (isinstance(given, ByClass) and is_of_numbers(classes)):
        return True
    return any(_resolved(cell, item, standard) == classes for cell, _ in given.cells)


def _grouped(item: Item, row: Row, number: Number, per_place: tuple[Number, ...]) -> Multiplier:
    """One amount for so many: groups are rounded over the event or in each place, as the standard declares."""
    size = row.group or item.group
    if size == 1 or item.rounding is None:
        return cast(Multiplier, number)
    parts: list[Number] = [_groups(each, size, item.rounding) for each in per_place or (number,)]
    return cast(Multiplier, add_numbers(parts))


def _groups(number: Number, size: int, rounding: Rounding) -> int | Span[int]:
    def groups(count: int) -> int:
        return int(round_exactly(Fraction(count, size), 0, rounding))

    if isinstance(number, Span):
        return Span(groups(number.minimum), groups(number.maximum))
    return groups(cast(int, number))  # what is measured has no groups


# --- how often -------------------------------------------------------------------------------------------------------


def _spells(
    item: Item, event: DisasterEvent, standard: AidStandard, classes: Classes, days: int | None
) -> Iterator[_Spell]:
    """The runs of periods under one row: with `every` the days add up, each under its row; without it the row of the
    last day holds."""
    check_one_rate(item, event, standard, {**event.traits, **dict(classes)}, days)
    cycle = item.cycle
    if cycle is None or days is None:  # what needs days and got none was refused before
        facts = _facts(event, standard, classes, 1, days)
        yield _Spell(row_for(item.table, facts, standard.names), facts, None, None)
        return
    times = periods_in(item, days, cycle)
    if isinstance(times, Span) or not _changes(item, standard):
        facts = _facts(event, standard, classes, 1, 1)
        yield _Spell(row_for(item.table, facts, standard.names), facts, times, (1, days))
        return
    length, first = cycle[0], 0
    while first < times:
        facts = _facts(event, standard, classes, first * length + 1, first * length + 1)
        row = row_for(item.table, facts, standard.names)
        last = first + 1
        while last < times and row.share is None:  # a share of a dated index may change every day
            later = _facts(event, standard, classes, last * length + 1, last * length + 1)
            if row_for(item.table, later, standard.names) is not row:
                break
            last += 1
        yield _Spell(row, facts, last - first, (first * length + 1, min(last * length, days)))
        first = last


def _changes(item: Item, standard: AidStandard) -> bool:
    """Whether the rate may change from one day to the next."""
    return any(
        any(name in standard.dated_tests for name, _ in row.tests)
        or any(standard.index(code).given is None for code in row.indices)
        for row in item.table
    )


def _facts(
    event: DisasterEvent, standard: AidStandard, classes: Classes, day: int, counted: int | None
) -> dict[str, Fact]:
    """What the tests of a row may ask: classes, traits, the date, the day, and the classes of the date."""
    when = event.period.start + timedelta(days=day - 1)
    facts: dict[str, Fact] = {**event.traits, **dict(classes), DATE: when}
    facts |= {axis.code: axis.months.class_of(when) or "" for axis in standard.axes if axis.of == "date"}
    return facts if counted is None else {**facts, DAY: counted}


def periods_in(item: Item, days: int, cycle: tuple[int, int]) -> int | Span[int]:
    """How many periods so many days are; what a part of one counts for is declared."""
    least, most = cycle
    if item.part == "whole" and (days % least or days % most):
        raise DurationError("part_of_a_period", field="days", value=days, length=least, item=item.name)
    rounded = floor if item.part == "down" else ceil
    fewest, all_of_them = rounded(Fraction(days, most)), rounded(Fraction(days, least))
    return fewest if fewest == all_of_them else Span(fewest, all_of_them)


# --- how much --------------------------------------------------------------------------------------------------------


def _rate(spell: _Spell, item: Item, standard: AidStandard, indices: Indices) -> Owed:
    row = spell.row
    if row.share is not None:
        return _share(row, row.share, item, spell.facts, standard, indices)
    if row.each_further is None or row.counted_from is None:
        return row.quantity(item.unit)
    axes = {axis for axis, _ in standard.count(item.per).axis}
    value = next(spell.facts[name] for name, _ in row.tests if name in axes)
    further = (cast(int, value) - row.counted_from) * Fraction(row.each_further)
    return cast(Quantity, row.quantity(item.unit)) + Quantity(further, item.unit)


def _share(
    row: Row, share: Fraction, item: Item, facts: Mapping[str, Fact], standard: AidStandard, indices: Indices
) -> Quantity:
    """A share of an index, or of the lowest of several, rounded to a multiple of `to` as the row declares."""
    values = [standard.index(code).value(facts, indices, standard.names).amount for code in row.indices]
    step = Quantity(cast(int, row.to), item.unit).amount
    steps = round_exactly(min(values) * share / step, 0, cast(Rounding, row.rounding))
    return Quantity(int(steps) * step, item.unit.base)


# --- ends ------------------------------------------------------------------------------------------------------------


def _ends(number: Multiplier, item: Item) -> Ends:
    if isinstance(number, Span):
        return Ends(number.minimum, number.maximum)
    if isinstance(number, Quantity):
        measured = Fraction(number.amount, 1 if item.measure is None else item.measure.factor)
        return Ends(measured, measured)
    return Ends(number, number)


def _rate_ends(rate: Owed) -> Ends:
    least, most = ends_of(rate)
    return Ends(least.amount, most.amount)


__all__ = ["Owed", "Term", "periods_in", "quantity_of", "terms_of"]
