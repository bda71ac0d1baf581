"""Rules on what money pays for: benefits that divide an amount, budgets against recipients, benefit and months."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from kesos.audit._amounts import amount, count_in, number, rupiah
from kesos.audit._findings import Finding
from kesos.audit._rule import Subject, finding
from kesos.reports import BudgetFor, PaidIn
from kesos.values import Rounding, Span, round_exactly

MONTHS_IN_A_YEAR = 12


def check_paid_benefits(subject: Subject) -> Iterator[Finding | None]:
    """An amount that was paid out in benefits of one stated size is a whole number of them."""
    for relation in subject.of(PaidIn):
        paid, benefit = amount(relation.amount), amount(relation.benefit)
        if paid is None or benefit is None or number(benefit) <= 0 or subject.is_about(relation.amount):
            continue
        times, rest = divmod(number(paid), number(benefit))
        if not rest:
            yield None
            continue
        low = times * number(benefit)
        yield finding(
            "divides",
            subject.grade(relation, *relation.printed()),
            relation.amount,
            Span(rupiah(low), rupiah(low + number(benefit))),
            "{paid} bukan kelipatan bantuan {benefit}; yang terdekat {computed}",
            "{paid} is no whole number of benefits of {benefit}; the nearest are {computed}",
            paid=paid,
            benefit=benefit,
            concerns=relation.printed(),
        )


def check_budgets(subject: Subject) -> Iterator[Finding | None]:
    """A budget is recipients × benefit × months.

    Where the months are not stated, some whole number of months up to a year must do. Where the benefit is not stated,
    equal benefits are expected to be whole rupiah: families of one programme may receive unlike amounts, so that an
    odd one there is only worth a question.
    """
    for relation in subject.of(BudgetFor):
        budget, recipients = amount(relation.budget), count_in(relation.recipients)
        benefit = None if relation.benefit is None else amount(relation.benefit)
        if budget is None or not recipients or recipients < 0 or (relation.benefit is not None and benefit is None):
            continue
        if benefit is None:
            yield _equal_shares(subject, relation, int(number(budget)), recipients)
        else:
            yield _against_benefit(subject, relation, number(budget), recipients * number(benefit))


def _equal_shares(subject: Subject, relation: BudgetFor, budget: int, recipients: int) -> Finding | None:
    times = recipients * (relation.months or 1)
    each, rest = divmod(budget, times)
    if not rest or subject.is_about(relation.budget) or subject.is_about(relation.recipients):
        return None
    return finding(
        "budget",
        "suspicious",
        relation.budget,
        Span(rupiah(each), rupiah(each + 1)),
        "{printed} untuk {recipients} penerima bukan rupiah utuh bagi tiap penerima: {computed}",
        "{printed} for {recipients} recipients is no whole rupiah for each: {computed}",
        recipients=recipients,
        concerns=relation.printed(),
    )


def _against_benefit(subject: Subject, relation: BudgetFor, budget: Fraction, monthly: Fraction) -> Finding | None:
    if monthly <= 0:
        return None
    most = relation.months or MONTHS_IN_A_YEAR
    off = subject.slack(relation.budget) + subject.slack(relation.recipients) * monthly
    if relation.at_most:
        fits, low, high = budget <= monthly * most + off, Fraction(0), monthly * most
    elif relation.months is not None:
        low = high = monthly * most
        fits = abs(budget - low) <= off
    else:
        months = min(max(budget // monthly, 1), most - 1)
        low, high = monthly * months, monthly * (months + 1)
        fits = min(abs(budget - low), abs(budget - high)) <= off
    if fits:
        return None
    span = Span(rupiah(low), rupiah(high))
    return finding(
        "budget",
        subject.grade(relation, *relation.printed()),
        relation.budget,
        span,
        "{printed} tidak cocok dengan penerima × bantuan × bulan: {computed} ({months} bulan dari {monthly})",
        "{printed} does not fit recipients × benefit × months: {computed} ({months} months of {monthly})",
        months=round_exactly(budget / monthly, 2, Rounding.HALF_UP),
        monthly=rupiah(monthly),
        concerns=relation.printed(),
    )
