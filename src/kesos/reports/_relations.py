"""What the figures of a published report have to do with each other, as data that rules can check.

A relation says which printed values belong together and how; it never says whether they agree. It carries no
arithmetic: whoever checks it takes the values from it, and one that is not known stays unknown.

>>> from kesos.values import Quantity
>>> from kesos.values import Printed
>>> parts = [Printed(text, Quantity(int(text), "family"), source="table 1") for text in ("60", "35")]
>>> total = SumOf(Printed("98", Quantity(98, "family"), source="table 1"), parts=parts)
>>> total.source
'table 1'
>>> [printed.text for printed in total.printed()]
['98', '60', '35']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from types import NoneType
from typing import Any

import attrs

from kesos.errors import InvalidValueError
from kesos.targets import Better
from kesos.values import Citation, Printed, Reading, Text
from kesos.values import _checks as checks


def printed_in(value: object) -> Iterator[Printed]:
    """Every Printed that a value is, or holds in its fields or tuples, however deep, in order.

    >>> [printed.text for printed in printed_in((Printed("1", 1, source="x"), ("no page says this", 2)))]
    ['1']
    """
    if isinstance(value, Printed):
        yield value
    elif isinstance(value, tuple):
        for part in value:  # pyright: ignore[reportUnknownVariableType]  # a tuple of anything
            yield from printed_in(part)  # pyright: ignore[reportUnknownArgumentType]
    elif not isinstance(value, (str, int, NoneType)):  # most of what a report holds, and worth no closer look
        kind: Any = type(value)
        if attrs.has(kind):
            for field in attrs.fields(kind):
                yield from printed_in(getattr(value, field.name))


def _printed(values: Iterable[Printed]) -> tuple[Printed, ...]:
    return tuple(values)


def _numbers(values: Iterable[int]) -> tuple[int, ...]:
    return tuple(values)


def _check_printed(relation: object, field: attrs.Attribute[Any], value: object) -> None:
    checks.instance(value, field.name, Printed)


def _check_known_printed(relation: object, field: attrs.Attribute[Any], value: object) -> None:
    if value is not None:
        checks.instance(value, field.name, Printed)


def _check_all_printed(relation: object, field: attrs.Attribute[Any], value: tuple[object, ...]) -> None:
    for each in value:
        checks.instance(each, field.name, Printed)


def _check_years(years: tuple[int, ...], figures: tuple[Printed, ...]) -> None:
    if len(years) != len(figures):
        raise InvalidValueError(
            Text(f"{len(years)} tahun untuk {len(figures)} angka", f"{len(years)} years for {len(figures)} figures"),
            field="years",
            value=years,
            code="wrong_length",
        )


@attrs.frozen
class Relation:
    """Figures that have to do with each other. The classes below say what.

    Args:
        what: What it is about, in words, where its place alone does not tell.
        stated_in: Where the report states the relation; left out, where its first figure is.
        certain: True where the report itself claims the relation, so that a break is an error; False where a reader
            would only expect it, so that a break is worth a question.
    """

    what: Text | None = attrs.field(default=None, kw_only=True)
    stated_in: Citation | str | None = attrs.field(default=None, kw_only=True)
    certain: bool = attrs.field(default=True, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if next(printed_in(tuple(getattr(self, field.name) for field in attrs.fields(type(self)))), None) is None:
            raise InvalidValueError(
                Text("hubungan ini tidak memuat satu angka pun", "the relation holds no printed value"),
                field=attrs.fields(type(self))[-1].name,
                value=None,
                code="nothing_printed",
                hint=Text("Berikan sedikitnya satu Printed.", "Give at least one Printed."),
            )

    def printed(self) -> tuple[Printed, ...]:
        """Every printed value in it."""
        return tuple(printed_in(tuple(getattr(self, field.name) for field in attrs.fields(type(self)))))

    @property
    def source(self) -> Citation | str:
        """Where the report states it."""
        return self.printed()[0].source if self.stated_in is None else self.stated_in


@attrs.frozen
class SumOf(Relation):
    """A total, and the parts that should add up to it.

    Args:
        total: The printed total.
        parts: What it adds up, at one level.
        blanks: The reading by which a part without a value adds nothing. Without one, such a part is not known, and
            neither is the sum.
    """

    total: Printed = attrs.field(validator=_check_printed)
    parts: tuple[Printed, ...] = attrs.field(converter=_printed, validator=_check_all_printed, kw_only=True)
    blanks: Reading | None = attrs.field(default=None, kw_only=True)


@attrs.frozen
class TwoCounts(Relation):
    """One population counted in two ways, such as damaged buildings by how badly and by what they are.

    Both sides should have the same sum; their units may have different names (houses are buildings).
    """

    one: tuple[Printed, ...] = attrs.field(converter=_printed, validator=_check_all_printed)
    other: tuple[Printed, ...] = attrs.field(converter=_printed, validator=_check_all_printed, kw_only=True)
    blanks: Reading | None = attrs.field(default=None, kw_only=True)


@attrs.frozen
class TwoLists(Relation):
    """One list of things that is given twice, such as places in a sentence and in a table: both should be as long."""

    one: tuple[Printed, ...] = attrs.field(converter=_printed, validator=_check_all_printed)
    other: tuple[Printed, ...] = attrs.field(converter=_printed, validator=_check_all_printed, kw_only=True)


@attrs.frozen
class ShareOf(Relation):
    """A percentage, and the part and the whole that it is the share of.

    Args:
        percent: The printed percentage.
        part: What is in it.
        whole: What it is a share of.
        places: How many decimals the print gives.
    """

    percent: Printed = attrs.field(validator=_check_printed)
    part: Printed = attrs.field(validator=_check_printed, kw_only=True)
    whole: Printed = attrs.field(validator=_check_printed, kw_only=True)
    places: int = attrs.field(kw_only=True)

    def __attrs_post_init__(self) -> None:
        Relation.__attrs_post_init__(self)
        checks.count(self.places, "places")


@attrs.frozen
class InWords(Relation):
    """A figure, and the same figure in words beside it; the words have no value where they say no number."""

    figure: Printed = attrs.field(validator=_check_printed)
    words: Printed = attrs.field(validator=_check_printed, kw_only=True)


@attrs.frozen
class SameFigure(Relation):
    """One figure that is given more than once: the same measure, area and time."""

    figures: tuple[Printed, ...] = attrs.field(converter=_printed, validator=_check_all_printed)


@attrs.frozen
class CountOf(Relation):
    """A number of things, and the things, one by one."""

    count: Printed = attrs.field(validator=_check_printed)
    counted: tuple[Printed, ...] = attrs.field(converter=_printed, validator=_check_all_printed, kw_only=True)


@attrs.frozen
class FromTo(Relation):
    """A run of days with its two printed ends, also where they come in the wrong order and so make no period."""

    printed_run: Printed = attrs.field(validator=_check_printed)
    first: date = attrs.field(kw_only=True)
    last: date = attrs.field(kw_only=True)


@attrs.frozen
class YearsShown(Relation):
    """The years that a title or a sentence announces, and the years that are shown.

    Args:
        title: The announcing words.
        first: The first announced year.
        last: The last announced year.
        shown: The years that the columns or rows are about.
    """

    title: Printed = attrs.field(validator=_check_printed)
    first: int = attrs.field(kw_only=True)
    last: int = attrs.field(kw_only=True)
    shown: tuple[int, ...] = attrs.field(converter=_numbers, kw_only=True)


@attrs.frozen
class PaidIn(Relation):
    """An amount paid out in benefits of one stated size, which should divide it."""

    amount: Printed = attrs.field(validator=_check_printed)
    benefit: Printed = attrs.field(validator=_check_printed, kw_only=True)


@attrs.frozen
class BudgetFor(Relation):
    """A budget, and what it should pay: recipients × benefit × months.

    Args:
        budget: The amount.
        recipients: Families or people.
        benefit: What each receives a month; without it, each at least receives whole rupiah.
        months: For how many months; without it, some whole number of months up to a year.
        at_most: True where the amount was paid to some of the recipients, so that it may be less, but not more.
    """

    budget: Printed = attrs.field(validator=_check_printed)
    recipients: Printed = attrs.field(validator=_check_printed, kw_only=True)
    benefit: Printed | None = attrs.field(validator=_check_known_printed, default=None, kw_only=True)
    months: int | None = attrs.field(default=None, kw_only=True)
    at_most: bool = attrs.field(default=False, kw_only=True)


@attrs.frozen
class PartOf(Relation):
    """Some of a population, and the whole of it, which cannot be fewer; their units may differ (families, people)."""

    part: Printed = attrs.field(validator=_check_printed)
    whole: Printed = attrs.field(validator=_check_printed, kw_only=True)


@attrs.frozen
class TargetYear(Relation):
    """A target with the year it is due, and the year that it is said to be met."""

    due: Printed = attrs.field(validator=_check_printed)
    met: Printed = attrs.field(validator=_check_printed, kw_only=True)


@attrs.frozen
class TargetPath(Relation):
    """What was realised in a year, and the targets of that year and the years after it.

    Args:
        realized: What was reached.
        year: In which year.
        targets: The printed targets.
        years: Their years, in the same order.
        better: Whether higher or lower is better.
    """

    realized: Printed = attrs.field(validator=_check_printed)
    year: int = attrs.field(kw_only=True)
    targets: tuple[Printed, ...] = attrs.field(converter=_printed, validator=_check_all_printed, kw_only=True)
    years: tuple[int, ...] = attrs.field(converter=_numbers, kw_only=True)
    better: Better = attrs.field(kw_only=True)

    def __attrs_post_init__(self) -> None:
        Relation.__attrs_post_init__(self)
        checks.choice(self.better, "better", ("higher", "lower"))
        _check_years(self.years, self.targets)


@attrs.frozen
class Series(Relation):
    """One measure by year.

    Args:
        points: The figures, one a year.
        years: Their years, in the same order.
        partial: The years whose figure covers only a part of them, and so compares with no other.
    """

    points: tuple[Printed, ...] = attrs.field(converter=_printed, validator=_check_all_printed)
    years: tuple[int, ...] = attrs.field(converter=_numbers, kw_only=True)
    partial: tuple[int, ...] = attrs.field(default=(), converter=_numbers, kw_only=True)

    def __attrs_post_init__(self) -> None:
        Relation.__attrs_post_init__(self)
        _check_years(self.years, self.points)


@attrs.frozen
class Affected(Relation):
    """Families, the people in them, and the houses that were damaged, counted at one place."""

    families: Printed | None = attrs.field(validator=_check_known_printed, default=None, kw_only=True)
    people: Printed | None = attrs.field(validator=_check_known_printed, default=None, kw_only=True)
    houses: Printed | None = attrs.field(validator=_check_known_printed, default=None, kw_only=True)


@attrs.frozen
class SameName(Relation):
    """One thing that is named more than once.

    Args:
        names: Each printed form, where it stands.
        kind: What is named: "place", "institution", "person", "programme", "term".
    """

    names: tuple[Printed, ...] = attrs.field(converter=_printed, validator=_check_all_printed)
    kind: str = attrs.field(kw_only=True)


@attrs.frozen
class Abbreviation(Relation):
    """A short form and what the report says that it stands for."""

    short: Printed = attrs.field(validator=_check_printed)
    long: Printed = attrs.field(validator=_check_printed, kw_only=True)


@attrs.frozen
class Numbering(Relation):
    """Printed numbers that should run from one, without a gap, to as many as there are things.

    Args:
        numbers: The numbers as printed; one that cannot be read has no value.
        things: How many things are numbered.
    """

    numbers: tuple[Printed, ...] = attrs.field(converter=_printed, validator=_check_all_printed)
    things: int = attrs.field(kw_only=True)


@attrs.frozen
class WeekdayOf(Relation):
    """A day and the name of its weekday.

    Args:
        day: The printed day; its value is a one-day Period.
        weekday: The weekday that is named beside it: Monday is 1, Sunday 7.
    """

    day: Printed = attrs.field(validator=_check_printed)
    weekday: int = attrs.field(kw_only=True)


@attrs.frozen
class LargestOf(Relation):
    """What is said to be the largest, and what it is the largest among."""

    largest: tuple[Printed, ...] = attrs.field(converter=_printed, validator=_check_all_printed)
    others: tuple[Printed, ...] = attrs.field(converter=_printed, validator=_check_all_printed, kw_only=True)


@attrs.frozen
class Classed(Relation):
    """A thing that the report puts in a group: the same thing elsewhere in another group does not agree.

    Args:
        thing: The words for it.
        code: What it is, such as a hazard's code.
        group: The group it is put in.
    """

    thing: Printed = attrs.field(validator=_check_printed)
    code: str = attrs.field(kw_only=True)
    group: str = attrs.field(kw_only=True)

    def __attrs_post_init__(self) -> None:
        checks.slug(self.code, "code")
        checks.slug(self.group, "group")


@attrs.frozen
class LeftBlank(Relation):
    """A quantity that the text announces and does not give."""

    blank: Printed = attrs.field(validator=_check_printed)


@attrs.frozen
class InOrder(Relation):
    """Rows or items that should stand in the order of their days; the values are Periods.

    None should end before one that stands above it begins: a month may stand before or after a day in it.
    """

    items: tuple[Printed, ...] = attrs.field(converter=_printed, validator=_check_all_printed)
