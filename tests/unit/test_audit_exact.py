"""What an audit says that figures come to is neither cut nor the middle of a range, and never more than is known."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from kesos.audit import find_contradictions
from kesos.reports import (
    AverageOf,
    BudgetFor,
    CountOf,
    LargestOf,
    PaidIn,
    PartOf,
    ProductOf,
    Relation,
    Report,
    SumOf,
    TwoCounts,
)
from kesos.values import Percentage, Printed, Quantity, Span

SEN = "IDR/100"


def cell(value: Any, text: str = "x") -> Printed:
    return Printed(text, value, source="p. 1")


def families(many: int) -> Quantity:
    return Quantity(many, "family")


def messages(relation: Relation, language: str = "en") -> list[str]:
    report = Report(code="r", title="t", office="o", relations=[relation])
    return [finding.message(language) for finding in find_contradictions(report).findings]


@pytest.mark.parametrize(
    ("relation", "said"),
    [
        (
            AverageOf(cell(families(3)), parts=[cell(families(1)), cell(families(2))]),
            "its parts average 1.5 families",
        ),
        (
            AverageOf(cell(families(3)), parts=[cell(families(1)), cell(families(2)), cell(families(2))]),
            "its parts average 1.6667 families (rounded)",
        ),
        (
            SumOf(cell(families(3)), parts=[cell(Decimal("1.5")), cell(families(2))]),
            "its parts add up to 3.5 families (a difference of 0.5 families)",
        ),
        (
            ProductOf(cell(families(10)), factors=[cell(Decimal("2.5"), "2,5"), cell(3, "3")]),
            "2,5 × 3 is 7.5 families",
        ),
        (
            TwoCounts([cell(Decimal("1.5"))], other=[cell(2)]),
            "counted in one way it is 1.5, in the other 2",
        ),
        (
            AverageOf(cell(Quantity(3, "IDR")), parts=[cell(Quantity(1, "IDR")), cell(Quantity(1, SEN))]),
            "its parts average 0.505 rupiah",
        ),
        (
            PaidIn(cell(Quantity(100_050, SEN)), benefit=cell(Quantity(30_050, SEN))),
            "the nearest are IDR901.50 – IDR1,202",
        ),
        (
            BudgetFor(cell(Quantity(100_050, SEN)), recipients=cell(10)),
            "for each of 10 recipients: IDR100 – IDR101 each",
        ),
    ],
)
def test_what_figures_come_to_is_told_to_its_last_digit(relation: Relation, said: str) -> None:
    (message,) = messages(relation)
    assert message.endswith(said)


@pytest.mark.parametrize(
    ("relation", "said"),
    [
        (SumOf(cell(5), parts=[cell(Span(3, 4))]), "its parts add up to 3 – 4"),
        (SumOf(cell(5), parts=[cell(Span(3, 4)), cell(Decimal("0.5"))]), "its parts add up to 3.5 – 4.5"),
        (SumOf(cell(families(9)), parts=[cell(Span(families(3), families(4)))]), "add up to 3 families – 4 families"),
        (SumOf(cell(Span(5, 6)), parts=[cell(3)]), "its parts add up to 3"),
        (AverageOf(cell(9), parts=[cell(Span(3, 5)), cell(1)]), "its parts average 2 – 3"),
        (ProductOf(cell(9), factors=[cell(Span(3, 4)), cell(2)]), "x × x is 6 – 8"),
        (TwoCounts([cell(Span(1, 2))], other=[cell(4)]), "counted in one way it is 1 – 2, in the other 4"),
        (
            SumOf(cell(Percentage(50)), parts=[cell(Span(Percentage(20), Percentage(21)))]),
            "its parts add up to 20% – 21%",
        ),
    ],
)
def test_what_rounded_figures_come_to_is_told_as_a_range(relation: Relation, said: str) -> None:
    (message,) = messages(relation)
    assert message.endswith(said)


def test_parts_that_exceed_a_total_while_others_are_unread_come_to_at_least_so_much() -> None:
    relation = SumOf(cell(10, "10"), parts=[cell(5), cell(None, "?"), cell(9)])
    assert messages(relation) == [
        "the printed total is 10, but those of its parts that are known already add up to 14 (at least 4 more)"
    ]
    ranged = SumOf(cell(Span(9, 10)), parts=[cell(5), cell(None, "?"), cell(Span(8, 9))])
    (message,) = messages(ranged)
    assert message.endswith("already add up to 13 (at least 3 more)")  # 5 + 8, and no total above 10


def test_percentages_that_exceed_their_total_by_what_was_rounded_are_not_checked_while_one_is_unread() -> None:
    parts = [cell(Percentage("5.1"), "5,1"), cell(Percentage("5.0"), "5,0")]
    relation = SumOf(cell(Percentage("10.0"), "10,0"), parts=[*parts, cell(None, "?")])
    report = Report(code="r", title="t", office="o", relations=[relation])
    audit = find_contradictions(report)
    assert (audit.findings, audit.checked["sum"], len(audit.unchecked)) == ((), 0, 1)


def test_what_is_measured_or_paid_is_no_number_of_things() -> None:
    for value in (Quantity(5, "kg"), Quantity(5, "IDR"), Percentage(5), Span(5, 6)):
        assert messages(CountOf(cell(value), counted=[cell(None)])) == []
    assert len(messages(CountOf(cell(Quantity(5, "house")), counted=[cell(None)]))) == 1


def test_fractions_are_held_against_other_figures() -> None:
    assert len(messages(PartOf(cell(Fraction(11, 2)), whole=cell(5)))) == 1
    assert len(messages(LargestOf([cell(5)], others=[cell(Fraction(11, 2))]))) == 1
    (message,) = messages(SumOf(cell(Fraction(5)), parts=[cell(Fraction(1, 2))]))
    assert message.endswith("its parts add up to 0.5 (a difference of 4.5)")
    assert messages(SumOf(cell(1), parts=[cell(Fraction(1, 3)), cell(Fraction(2, 3))])) == []
