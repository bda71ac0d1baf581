"""What a rate may depend on beside a class of its count: traits of the event, classes of the date, indices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Literal, cast

import attrs

from kesos import _checks as checks
from kesos.counts import COUNTS
from kesos.errors import InvalidValueError, UnknownValueError
from kesos.records import Recorded
from kesos.standards._amounts import check_amount
from kesos.standards._overlaps import overlaps
from kesos.standards._rates import DATE, DAY, VALUES, Fact, Row, row_for
from kesos.standards._row_words import NO_NAMES, Names
from kesos.values import Citation, Quantity, Text, Unit
from kesos.values._quantities import mismatch
from kesos.values._units import rule_unit

Indices = Mapping[str, Quantity]
ENDS = ("from", "to")
"""From and to which day an index has a value."""


def _values(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(checks.word(value, "values") for value in checks.items(values, "values"))


def _classes_of_the_date(
    months: Mapping[str, Iterable[int]] | Iterable[tuple[str, Iterable[int]]],
) -> tuple[tuple[str, tuple[int, ...]], ...]:
    return tuple(
        (
            checks.word(name, "months"),
            tuple(checks.within(month, "months", least=1, most=12) for month in checks.items(numbers, "months")),
        )
        for name, numbers in checks.pairs(months, "months")
    )


@attrs.frozen(eq=False, repr=False)
class Months(Recorded):
    """The months of each class of the date: a season, a school term. Every month is of at most one.

    >>> Months.of({"wet": [11, 12, 1]}).class_of(date(2020, 1, 5))
    'wet'
    """

    months: tuple[tuple[str, tuple[int, ...]], ...] = attrs.field(default=(), converter=_classes_of_the_date)

    def __attrs_post_init__(self) -> None:
        numbers = [number for _, each in self.months for number in each]
        for number in numbers:
            if numbers.count(number) > 1:
                raise InvalidValueError("duplicate.month", field="months", value=number)

    @classmethod
    def of(cls, months: Months | Mapping[str, Iterable[int]]) -> Months:
        """Classes of the date from their months, counted from 1."""
        if isinstance(months, Months):
            return months
        return cls(checks.mapping(months, "months"))

    @classmethod
    def __read__(cls, raw: object) -> Months:
        table = checks.mapping(raw, "")
        return cls.of({name: checks.items(numbers, str(name)) for name, numbers in table.items()})

    def __plain__(self) -> dict[str, list[int]]:
        return {name: list(numbers) for name, numbers in self.months}

    def class_of(self, day: date) -> str | None:
        """The class of a day; None where its month is of none."""
        month = checks.instance(day, "day", date).month
        return next((name for name, numbers in self.months if month in numbers), None)


def _months(months: Months | Mapping[str, Iterable[int]]) -> Months:
    return Months.of(months)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Axis(Recorded):
    """Classes that a rate may depend on and that are not of its count.

    Args:
        code: A slug, such as "terrain" or "season".
        name: What it is called.
        of: Whose classes: the "event"'s, which are given as its traits, or the "date"'s.
        values: The classes of the event.
        months: The months of each class of the date.
        citation: Where the standard says so.
    """

    code: str
    name: Text
    of: Literal["event", "date"]
    values: tuple[str, ...] = attrs.field(default=(), converter=_values)
    months: Months = attrs.field(default=Months(), converter=_months)
    citation: Citation | None = None

    def __attrs_post_init__(self) -> None:
        checks.slug(self.code, "code")
        checks.instance(self.name, "name", Text)
        checks.choice(self.of, "of", ("event", "date"))
        checks.known_instance(self.citation, "citation", Citation)
        if self.code in (DATE, DAY):
            raise InvalidValueError("known_test", field="code", value=self.code)
        if self.code in (*VALUES, *ENDS):
            raise InvalidValueError("known_test.value", field="code", value=self.code)
        if taken := next((count for count in COUNTS if self.code in dict(count.axis)), None):
            raise InvalidValueError("known_test.class", field="code", value=self.code, count=taken.name)
        for value in self.values:
            if self.values.count(value) > 1:
                raise InvalidValueError("duplicate.clause", field="values", value=value)
        for field, wanted in (("values", self.of == "event"), ("months", self.of == "date")):
            given = self.values if field == "values" else self.months.months
            if wanted != bool(given):
                raise InvalidValueError("missing" if wanted else "not_used.axis", field=field, value=given, of=self.of)

    @property
    def classes(self) -> tuple[str, ...]:
        """Its classes, of the event or of the date."""
        return self.values or tuple(name for name, _ in self.months.months)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class IndexValue(Recorded):
    """What an index is from a first to a last day, for the classes that it names.

    Args:
        row: How much, for the classes of the event that it names and, under "date", from a first to a last day; neither
            a range nor a share.
    """

    row: Row

    def __attrs_post_init__(self) -> None:
        checks.instance(self.row, "row", Row)
        row = self.row
        check_amount(row.amount, "amount")  # neither a range nor a share of another index
        for field, value in (("group", row.group), ("each_further", row.each_further)):
            if value is not None:
                raise InvalidValueError("unknown_key", field=field, value=value)

    @classmethod
    def __read__(cls, raw: object) -> IndexValue:
        table = dict(checks.mapping(raw, ""))
        if "amount" not in table:
            raise InvalidValueError("missing", field="amount")
        ends = {end: table.pop(end) for end in ENDS if end in table}
        return cls(row=Row.__read__({**table, **({DATE: ends} if ends else {})}))

    def __plain__(self) -> dict[str, Any]:
        plain = self.row.__plain__()
        ends = plain.pop(DATE, {})
        return {**plain, **ends}


def _index_values(values: Iterable[IndexValue]) -> tuple[IndexValue, ...]:
    return checks.items(values, "values", IndexValue)


def _unit(unit: Unit | str) -> Unit:
    return rule_unit(unit)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Index(Recorded):
    """An amount that is set elsewhere, of which a rate is a share: a minimum wage.

    Args:
        code: A slug.
        name: What it is called.
        unit: Its unit.
        per: For which period it is set; a word for readers.
        given: "caller" where whoever asks brings its value; None where the file holds dated values.
        values: Its values, each from and to a day.
        citation: Where it is set.
    """

    code: str
    name: Text
    unit: Unit = attrs.field(converter=_unit)
    per: str | None = None
    given: Literal["caller"] | None = None
    values: tuple[IndexValue, ...] = attrs.field(default=(), converter=_index_values)
    citation: Citation

    def __attrs_post_init__(self) -> None:
        checks.slug(self.code, "code")
        checks.instance(self.name, "name", Text)
        checks.instance(self.citation, "citation", Citation)
        if self.given is not None:
            checks.choice(self.given, "given", ("caller",))
        if (self.given is None) != bool(self.values):
            raise InvalidValueError(
                "missing" if self.given is None else "not_used.given", field="values", value=self.values
            )
        for one, _ in overlaps(each.row for each in self.values):
            raise InvalidValueError("overlap", field="values", value=one.__plain__())

    def value(self, facts: Mapping[str, Fact], indices: Indices, names: Names = NO_NAMES) -> Quantity:
        """What it is under these facts; `names` are what a refusal calls the axes.

        Raises:
            UnknownValueError: The caller brings no value.
            NoRateError: It has no value on that day: never the next one that is known.
        """
        if self.given is None:
            return cast(Quantity, row_for(tuple(each.row for each in self.values), facts, names).quantity(self.unit))
        if self.code not in indices:
            raise UnknownValueError("index_unknown", field=f"indices.{self.code}", index=self.name)
        return self.brought(indices[self.code])

    def brought(self, amount: object) -> Quantity:
        """The amount that a caller brings for it, in its unit.

        Raises:
            InvalidValueError: It is no quantity, is below zero, or in a unit that the index is not in.
        """
        given = checks.instance(amount, f"indices.{self.code}", Quantity)
        checks.count(given.amount, f"indices.{self.code}")
        if given.unit.base != self.unit.base:
            raise mismatch(self.unit, given.unit, field=f"indices.{self.code}")
        return Quantity(0, self.unit) + given


def brought_indices(given: object, indices: Iterable[Index]) -> Indices:
    """The amounts that a caller brings: each for an index that the standard leaves to whoever asks.

    Raises:
        InvalidValueError: The standard leaves no such index to the caller, or the amount is none for it.
    """
    wanted = {index.code: index for index in indices if index.given == "caller"}
    amounts = checks.mapping(given, "indices")
    for code in amounts:
        if code not in wanted:
            near = checks.did_you_mean(code, wanted) if wanted else None
            raise InvalidValueError("not_used.index", field="indices", value=code, hint=near)
    return {code: wanted[code].brought(amount) for code, amount in amounts.items()}


__all__ = ["Axis", "Index", "IndexValue", "Indices", "Months", "brought_indices"]
