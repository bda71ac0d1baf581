"""Tables of rates: rows of tests and one value; exactly one row fits a class, a day and a date.

>>> rates = (Row(tests={"day": {"to": 3}}, amount=7), Row(tests={"day": {"from": 4}}, amount=15))
>>> row_for(rates, {"day": 5}).amount
15
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from fractions import Fraction
from typing import Any

import attrs

from kesos import _checks as checks
from kesos.counts._class_words import say_axis
from kesos.errors import InvalidValueError, NoRateError, UnknownValueError, UnspecifiedQuantityError, check_language
from kesos.records import Fieldwise, Recorded
from kesos.standards._amounts import Amount, Between, amount_of, check_amount, in_unit
from kesos.standards._row_words import DATE, DAY, NO_NAMES, Names, say_ends, say_fact, say_share
from kesos.standards._saying import say
from kesos.values import LANGUAGES, Period, Quantity, Rounding, Span, Text, Unit
from kesos.values._days import plain_date

Fact = str | int | date

ROUNDED = {
    Rounding.UP: Text("dibulatkan ke atas", "is rounded up"),
    Rounding.DOWN: Text("dibulatkan ke bawah", "is rounded down"),
    Rounding.HALF_UP: Text("dibulatkan ke yang terdekat", "is rounded to the nearest"),
}


def _end_of(value: int | date | str | None, field: str) -> int | date | None:
    if value is None:
        return None
    if isinstance(value, date):
        return plain_date(value, field)
    if isinstance(value, str):
        period = Period.of(value, field)
        return period.start if field == "from" else period.end
    return checks.count(value, field)


def _first(value: int | date | str | None) -> int | date | None:
    return _end_of(value, "from")


def _last(value: int | date | str | None) -> int | date | None:
    return _end_of(value, "to")


@attrs.frozen(eq=False, repr=False)
class Interval(Fieldwise):
    """From a first to a last number or date, both included; open where an end is None.

    >>> Interval(4).holds(15), Interval(None, 3).meets(Interval(4))
    (True, False)
    """

    start: int | date | None = attrs.field(default=None, converter=_first)
    end: int | date | None = attrs.field(default=None, converter=_last)

    def __attrs_post_init__(self) -> None:
        if self.start is None and self.end is None:
            raise InvalidValueError("missing.end_of_interval", field="from")
        if self.start is not None and self.end is not None:
            if type(self.start) is not type(self.end):
                raise InvalidValueError("wrong_type.ends", field="to", value=self.end)
            if self.end < self.start:  # type: ignore[operator]  # of one type, as was just seen
                raise InvalidValueError("minimum_above_maximum", field="from", value=self.start, maximum=self.end)

    @property
    def is_dated(self) -> bool:
        """Whether it is one of dates."""
        return isinstance(self.start or self.end, date)

    def holds(self, value: Fact) -> bool:
        """Whether a value lies in it; a word lies in no interval."""
        if isinstance(value, str) or isinstance(value, date) != self.is_dated:
            return False
        if isinstance(value, datetime):  # pandas' days are moments, one of which is no day at all
            value = plain_date(value, "value")
        after: bool = self.start is None or self.start <= value  # type: ignore[operator]  # the file was checked
        before: bool = self.end is None or value <= self.end  # type: ignore[operator]
        return after and before

    def meets(self, other: Interval) -> bool:
        """Whether some value lies in both."""
        checks.instance(other, "other", Interval)
        starts: list[Any] = [each.start for each in (self, other) if each.start is not None]
        ends: list[Any] = [each.end for each in (self, other) if each.end is not None]
        return not starts or not ends or max(starts) <= min(ends)

    def say(self) -> str:
        """Both ends, and a dash."""
        return "–".join("" if end is None else str(end) for end in (self.start, self.end))

    @classmethod
    def __read__(cls, raw: object) -> Interval:
        table = checks.mapping(raw, "")
        for key in table:
            checks.choice(key, str(key), ("from", "to"))
        return cls(table.get("from"), table.get("to"))

    def __plain__(self) -> dict[str, Any]:
        ends = {"from": self.start, "to": self.end}
        return {key: end.isoformat() if isinstance(end, date) else end for key, end in ends.items() if end is not None}


Test = str | int | Interval


def _test(name: str, value: object) -> Test:
    """A class, a number, or an interval."""
    if isinstance(value, Mapping):
        for key in value:
            checks.choice(key, name, ("from", "to"))
        value = Interval(value.get("from"), value.get("to"))
    if isinstance(value, Interval):
        if value.is_dated != (name == DATE):
            raise InvalidValueError("wrong_type.ends", field=name, value=value.start or value.end)
        if name == DAY and 0 in (value.start, value.end):
            raise InvalidValueError("out_of_range.first_day", field=name, value=0)
        return value
    if name in (DATE, DAY):
        raise InvalidValueError("wrong_type.interval", field=name, value=value)
    return checks.word(value, name) if isinstance(value, str) else checks.count(value, name)


def _tests(tests: Mapping[str, Any]) -> tuple[tuple[str, Test], ...]:
    pairs = dict(checks.pairs(tests, "tests")) if isinstance(tests, tuple) else checks.mapping(tests, "tests")
    for name in pairs:
        if name in _NO_TESTS:  # which a file would read as what the row gives
            raise InvalidValueError("known_test.value", field="tests", value=name)
    return tuple(sorted((checks.slug(name, "tests"), _test(name, value)) for name, value in pairs.items()))


def _share(raw: Fraction | str | None) -> Fraction | None:
    """A share as two whole numbers with a stroke, so that nobody has to wonder what 0.333 means."""
    if raw is None or isinstance(raw, Fraction):
        return raw
    over, stroke, under = raw.partition("/") if isinstance(raw, str) else ("", "", "")
    if stroke and (over + under).isascii() and over.isdigit() and under.isdigit() and len(raw) < 20 and int(under):
        return Fraction(int(over), int(under))
    raise InvalidValueError("not_a_share", field="share", value=raw)


def _indices(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(checks.slug(code, "lower_of") for code in checks.items(codes, "lower_of"))


def _rounding(raw: Rounding | str | None) -> Rounding | None:
    if raw is None or isinstance(raw, Rounding):
        return raw
    return Rounding(checks.choice(raw, "rounding", [each.value for each in Rounding]))


def _group(group: int | None) -> int | None:
    return None if group is None else checks.within(group, "group", least=1, most=checks.LARGEST)


def _step(step: Amount | str | None) -> Amount | None:
    return None if step is None else check_amount(step, "to")


def _further(amount: Amount | str | None) -> Amount | None:
    return None if amount is None else check_amount(amount, "each_further")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Row(Recorded):
    """One row of a table of rates: when it fits, and what it gives.

    Args:
        tests: By name what must hold: a class of the count, a trait of the event, "date", "day", a class of the date.
        amount: How much at a time, or from how much to how much.
        each_further: How much is added for each whole number above the first of its interval.
        share: What share of an index the amount is.
        of: The index.
        lower_of: The indices of which the lowest counts.
        rounding: How a share is rounded.
        to: To a multiple of how much of the unit it is rounded.
        group: One amount for so many.

    >>> Row(tests={"damage": "heavy", "date": {"to": "2022-09-30"}}, amount=50_000_000).test("damage")
    'heavy'
    """

    tests: tuple[tuple[str, Test], ...] = attrs.field(default=(), converter=_tests)
    amount: Amount | Between | None = attrs.field(default=None, converter=amount_of)
    each_further: Amount | None = attrs.field(default=None, converter=_further)
    share: Fraction | None = attrs.field(default=None, converter=_share)
    of: str | None = None
    lower_of: tuple[str, ...] = attrs.field(default=(), converter=_indices)
    rounding: Rounding | None = attrs.field(default=None, converter=_rounding)
    to: Amount | None = attrs.field(default=None, converter=_step)
    group: int | None = attrs.field(default=None, converter=_group)

    def __attrs_post_init__(self) -> None:
        if (self.amount is None) == (self.share is None):
            raise InvalidValueError("missing.amount_or_share", field="amount", value=self.amount)
        indices = (() if self.of is None else (self.of,)) + self.lower_of
        for field, value in (("of", indices), ("rounding", self.rounding), ("to", self.to)):
            if self.share is None and value:
                raise InvalidValueError("not_used.without_share", field=field, value=value)
            if self.share is not None and not value:  # what nobody says how to round is not an amount
                raise InvalidValueError("missing.with_share", field=field)
        if self.of is not None and self.lower_of:
            raise InvalidValueError("not_used.two_indices", field="lower_of", value=self.lower_of)
        if self.each_further is not None and (
            self.counted_from is None or self.amount is None or isinstance(self.amount, Between)
        ):
            raise InvalidValueError("not_used.each_further", field="each_further", value=self.each_further)

    @classmethod
    def __read__(cls, raw: object) -> Row:
        table = checks.mapping(raw, "")
        values = {name: table[name] for name in VALUES if name in table}
        return cls(tests={name: table[name] for name in table if name not in _NO_TESTS}, **values)

    def __plain__(self) -> dict[str, Any]:
        plain: dict[str, Any] = {
            name: test.__plain__() if isinstance(test, Interval) else test for name, test in self.tests
        }
        share = None if self.share is None else f"{self.share.numerator}/{self.share.denominator}"
        values = {name: getattr(self, name) for name in VALUES} | {"share": share}
        return plain | {name: _plain(value) for name, value in values.items() if value is not None and value != ()}

    @property
    def indices(self) -> tuple[str, ...]:
        """The codes of the indices that it takes a share of."""
        return self.lower_of or (() if self.of is None else (self.of,))

    @property
    def counted_from(self) -> int | None:
        """From which whole number `each_further` counts: the first of its one interval of a class."""
        starts = [test.start for name, test in self.tests if isinstance(test, Interval) and name not in (DATE, DAY)]
        return starts[0] if len(starts) == 1 and isinstance(starts[0], int) else None

    def quantity(self, unit: Unit) -> Quantity | Span[Quantity]:
        """Its amount with the unit.

        Raises:
            UnspecifiedQuantityError: The row gives a share of an index, and no amount of its own.
        """
        if self.amount is None:
            raise UnspecifiedQuantityError("unspecified_quantity.share", field="amount", share=self.given(unit, "en"))
        return in_unit(self.amount, unit)

    def given(self, unit: Unit, language: str, *, names: Names = NO_NAMES) -> str:
        """What it gives, whenever it fits; an index by its code where `names` does not say what it is called."""
        check_language(language)
        if self.share is not None:
            return say_share(self.share, self.indices, language, names)
        given = self.quantity(unit).say(language)
        if self.each_further is not None:
            given = say("item.further", language, given=given, further=Quantity(self.each_further, unit))
        return given if self.group is None else f"{given}/{self.group}"

    def say(self, unit: Unit, language: str, *, names: Names = NO_NAMES) -> str:
        """What it gives, and in brackets when, and how a share is rounded.

        Args:
            unit: The unit of its amount.
            language: "id" or "en".
            names: What the axes and the indices of its standard are called, by code.
        """
        check_language(language)
        given = self.given(unit, language, names=names)
        bracketed = [_say_test(name, test, language, names) for name, test in self.tests]
        if self.rounding is not None and self.to is not None:
            rounding, to = ROUNDED[self.rounding], Quantity(self.to, unit)
            bracketed.append(say("item.share_rounded", language, rounding=rounding, to=to))
        return f"{given} ({'; '.join(bracketed)})" if bracketed else given

    def test(self, name: str) -> Test | None:
        """The test of this name; None where the row has none."""
        return next((test for each, test in self.tests if isinstance(name, str) and each == name), None)


VALUES = tuple(field.name for field in attrs.fields(Row) if field.name != "tests")
"""What a row says that is no test."""
_NO_TESTS = frozenset(VALUES)  # looked up by hash: a key that another library holds may refuse to be compared


def _say_test(name: str, test: Test, language: str, names: Names) -> str:
    if isinstance(test, Interval):
        return say_ends(name, (test.start, test.end), language, names)
    return say_fact(name, test, language, names)


def _plain(value: Any) -> Any:
    if isinstance(value, Between):
        return value.__plain__()
    if isinstance(value, Rounding):
        return value.value
    if isinstance(value, tuple):
        return list(value)
    return value if isinstance(value, (int, str)) else str(value)


def holds(test: Test, fact: Fact) -> bool:
    """Whether a test of a row holds for a class, a day or a date."""
    return test.holds(fact) if isinstance(test, Interval) else test == fact


def row_for(rows: tuple[Row, ...], facts: Mapping[str, Fact], names: Names = NO_NAMES) -> Row:
    """The one row that fits; `names` are what a refusal calls the axes.

    Raises:
        NoRateError: No row fits: there is no rate, which is not a rate of nothing.
        UnknownValueError: Whether a row fits hangs on a class or a trait that is not known.
    """
    unknown: str | None = None
    for row in rows:
        known = [holds(test, facts[name]) for name, test in row.tests if name in facts]
        if not all(known):
            continue
        if len(known) == len(row.tests):
            return row  # no other row fits too: a file of which two could is refused
        unknown = next(name for name, _ in row.tests if name not in facts)
    if unknown is not None:
        trait = names[unknown] if unknown in names else Text(*(say_axis(unknown, each) for each in LANGUAGES))
        raise UnknownValueError("class_unknown", field=unknown, trait=trait)
    tested = {name: facts[name] for row in rows for name, _ in row.tests if name in facts}
    raise NoRateError(
        field="rates",
        facts=[f"{name} = {fact}" for name, fact in facts.items()],
        of=Text(*(", ".join(say_fact(*fact, each, names) for fact in tested.items()) for each in LANGUAGES)),
    )


__all__ = ["DATE", "DAY", "ROUNDED", "VALUES", "Fact", "Interval", "Row", "Test", "holds", "row_for"]
