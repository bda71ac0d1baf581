"""Every relation of a report is held against a rule, or is told as one that was not checked, with the reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Any

import pytest

from kesos import reports
from kesos.audit import Audit, find_contradictions
from kesos.reports import (
    Abbreviation,
    Affected,
    AverageOf,
    BudgetFor,
    Classed,
    CountOf,
    Figure,
    FromTo,
    GrowthOf,
    InOrder,
    InWords,
    LargestOf,
    LeftBlank,
    Numbering,
    PaidIn,
    PartOf,
    ProductOf,
    Relation,
    Report,
    SameFigure,
    SameName,
    Series,
    ShareOf,
    SumOf,
    TargetPath,
    TargetYear,
    TwoCounts,
    TwoLists,
    WeekdayOf,
    YearsShown,
)
from kesos.values import Percentage, Period, Printed, Quantity, Span

DAY = date(2023, 5, 12)
VALUES: dict[str, Any] = {
    "number": 5,
    "decimal": Decimal("2.5"),
    "fraction": Fraction(5, 2),
    "families": Quantity(5, "family"),
    "mass": Quantity(5, "kg"),
    "money": Quantity(5, "IDR"),
    "percentage": Percentage(5),
    "range": Span(4, 6),
    "period": Period.of(DAY),
    "text": "lima",
    "unread": None,
}


def cell(value: Any, text: str = "±20") -> Printed:
    return Printed(text, value, source="p. 1")


MADE: dict[type[Relation], tuple[str, Callable[[Printed, Printed], Relation]]] = {
    SumOf: ("sum", lambda a, b: SumOf(a, parts=[b, b])),
    AverageOf: ("average", lambda a, b: AverageOf(a, parts=[b, b])),
    TwoCounts: ("two_counts", lambda a, b: TwoCounts([a], other=[b])),
    CountOf: ("count", lambda a, b: CountOf(a, counted=[b])),
    PartOf: ("part_of", lambda a, b: PartOf(a, whole=b)),
    ShareOf: ("percent", lambda a, b: ShareOf(a, part=b, whole=b, places=0)),
    GrowthOf: ("growth", lambda a, b: GrowthOf(a, before=b, after=b, places=0)),
    ProductOf: ("product", lambda a, b: ProductOf(a, factors=[b, b])),
    LargestOf: ("largest", lambda a, b: LargestOf([a], others=[b])),
    SameFigure: ("same_figure", lambda a, b: SameFigure([a, b])),
    InWords: ("words", lambda a, b: InWords(a, words=b)),
    PaidIn: ("divides", lambda a, b: PaidIn(a, benefit=b)),
    BudgetFor: ("budget", lambda a, b: BudgetFor(a, recipients=b, benefit=b)),
    Affected: ("fewer_people", lambda a, b: Affected(families=a, people=b)),
    LeftBlank: ("left_blank", lambda a, b: LeftBlank(a)),
    FromTo: ("period_order", lambda a, b: FromTo(a, first=DAY, last=DAY)),
    WeekdayOf: ("weekday", lambda a, b: WeekdayOf(a, weekday=1)),
    InOrder: ("day_order", lambda a, b: InOrder([a, b])),
    YearsShown: ("announced_years", lambda a, b: YearsShown(a, first=2016, last=2017, shown=[])),
    Series: ("jump", lambda a, b: Series([a, b], years=[2016, 2017])),
    TargetYear: ("target_met", lambda a, b: TargetYear(a, met=b)),
    TargetPath: (
        "target_passed",
        lambda a, b: TargetPath(a, year=2016, targets=[b], years=[2017], better="higher"),
    ),
    SameName: ("spelling", lambda a, b: SameName([a], kind="place")),
    Abbreviation: ("short_form", lambda a, b: Abbreviation(a, long=b)),
    Classed: ("group", lambda a, b: Classed(a, code="flood", group="natural")),
    Numbering: ("numbering", lambda a, b: Numbering([a, b], things=2)),
    TwoLists: ("two_lists", lambda a, b: TwoLists([a], other=[b])),
}
"""Each class, the rule that judges it, and one of it out of two cells."""


def audited(*relations: Relation, figures: tuple[Figure, ...] = ()) -> Audit:
    return find_contradictions(Report(code="x", title="T", office="O", relations=relations, figures=figures))


def test_every_class_of_relations_is_tried_here() -> None:
    public = (getattr(reports, name) for name in reports.__all__)
    kinds = {each for each in public if isinstance(each, type) and issubclass(each, Relation)}
    assert set(MADE) == kinds - {Relation}


@pytest.mark.parametrize("kind", MADE, ids=lambda kind: kind.__name__)
def test_a_relation_of_whatever_values_is_judged_or_told_as_not_checked(kind: type[Relation]) -> None:
    rule, make = MADE[kind]
    for (one, value), (other, beside) in product(VALUES.items(), repeat=2):
        audit = audited(make(cell(value), cell(beside, "±21")))
        told = [each.en for each in audit.unchecked]
        assert audit.checked[rule] or len(told) == 1, (one, other)
        assert all("because" in each for each in told)
        if "unread" in (one, other) and not audit.checked[rule]:
            assert "±2" in told[0]


@pytest.mark.parametrize("kind", [SameFigure, LargestOf, InOrder, Series, TargetPath], ids=lambda kind: kind.__name__)
def test_of_several_figures_those_that_are_unread_are_told_though_the_others_were_held_against_each_other(
    kind: type[Relation],
) -> None:
    known = [cell(Period.of(DAY) if kind is InOrder else 5, "5"), cell(Period.of(DAY) if kind is InOrder else 5, "5 ")]
    unread = cell(None)
    several: dict[type[Relation], Relation] = {
        SameFigure: SameFigure([*known, unread]),
        LargestOf: LargestOf(known[:1], others=[known[1], unread]),
        InOrder: InOrder([*known, unread]),
        Series: Series([*known, unread], years=[2016, 2017, 2018]),
        TargetPath: TargetPath(known[0], year=2016, targets=[known[1], unread], years=[2017, 2018], better="higher"),
    }
    audit = audited(several[kind])
    (said,) = audit.unchecked
    assert said.en.endswith("because of p. 1: ±20")
    if kind is not LargestOf:
        assert audit.checked[MADE[kind][0]] == 1


def test_what_says_nothing_among_several_figures_claims_nothing() -> None:
    five, nothing = cell(5, "5"), cell(None, "-")
    relations = (
        SameFigure([five, nothing]),
        LargestOf([five], others=[nothing]),
        Affected(families=five, people=cell(None, "tidak diketahui")),
        Affected(people=five),
        Affected(families=five, people=five),
        Affected(families=five, people=nothing, houses=cell(0, "0")),
        Affected(families=nothing, people=five, houses=five),
        Series([five, nothing], years=[2016, 2017]),
    )
    assert audited(*relations).unchecked == ()


def test_houses_that_cannot_be_counted_are_told_beside_the_families() -> None:
    (said,) = audited(Affected(families=cell(5, "5"), people=cell(9, "9"), houses=cell(None))).unchecked
    assert said.id == "KK, jiwa, dan rumah 5 (p. 1) karena p. 1: ±20"


def test_a_list_that_is_said_to_follow_its_days_and_does_not_is_told_and_one_that_is_only_expected_to_is_not() -> None:
    days = [cell(Period.of(date(2023, 5, 30 - at)), f"{30 - at}") for at in range(3)]
    (said,) = audited(InOrder(days)).unchecked
    assert said.id == (
        "urutan tanggal 30 (p. 1) karena tidak ada yang dapat disimpulkan dari p. 1: 30; p. 1: 29; p. 1: 28"
    )
    assert audited(InOrder(days, certain=False)).unchecked == ()


def test_the_targets_of_years_that_are_over_are_told() -> None:
    path = TargetPath(cell(5), year=2016, targets=[cell(5)], years=[2016], better="higher")
    assert len(audited(path).unchecked) == 1


@pytest.mark.parametrize(
    ("one", "other", "is_alike"),
    [
        ("2023-05-12", "2023-05-13", False),
        ("2023-05-12", "2023-05-12", True),
        ("2023-05", "2023-05-12", True),
        ("2023-05-12", "2023-05", True),
        ("2023-05-01", "2023-05", True),
        ("2023-05-31", "2023-05", True),
        ("2023-05-10/2023-05-12", "2023-05-11/2023-05-14", False),
        ("2023-05", "2023-06", False),
    ],
)
def test_one_day_that_is_given_twice_is_one_or_lies_in_the_other(one: str, other: str, is_alike: bool) -> None:
    relation = SameFigure([cell(Period.of(one), "a"), cell(Period.of(other), "b")])
    audit = audited(relation)
    assert (audit.checked["same_figure"], audit.unchecked) == (1, ())
    assert [each.severity for each in audit.findings] == ([] if is_alike else ["error"])


@pytest.mark.parametrize(
    "relate",
    [
        lambda a, b: SameFigure([a, b]),
        lambda a, b: PartOf(a, whole=b),
        lambda a, b: LargestOf([a], others=[b]),
        lambda a, b: BudgetFor(a, recipients=b),
        lambda a, b: PaidIn(a, benefit=b),
        lambda a, b: Affected(families=a, people=b),
        lambda a, b: InWords(a, words=b),
        lambda a, b: SumOf(a, parts=[b]),
    ],
)
def test_a_figure_that_cannot_be_read_is_unread_whatever_relation_it_is_in(
    relate: Callable[[Figure, Figure], Relation],
) -> None:
    figures = (Figure("±20", code="a", source="p. 1"), Figure("21", 21, code="b", source="p. 2"))
    audit = audited(relate(*figures), figures=figures)
    assert [each.text for each in audit.unread] == ["±20"]
    assert len(audit.unchecked) == 1


def test_a_figure_that_a_relation_says_needs_no_value_or_that_is_not_known_is_not_unread() -> None:
    blank, words = Figure("... orang", code="a", source="p. 1"), Figure("lima ratus ribu", code="b", source="p. 2")
    unknown = Figure("tidak diketahui", code="c", source="p. 3")
    relations = (LeftBlank(blank), InWords(cell(5), words=words), SumOf(cell(5), parts=[unknown]))
    assert audited(*relations, figures=(blank, words, unknown)).unread == ()
