"""Rules on what money pays for: benefits that divide an amount, budgets against recipients, benefit and months."""

from __future__ import annotations

from fractions import Fraction

from kesos.audit._arithmetic import amount, count_in, number, rupiah
from kesos.audit._rule import FINE, UNKNOWN, Odd, Verdict, rule
from kesos.audit._subject import Subject
from kesos.reports import BudgetFor, PaidIn
from kesos.values import Rounding, Span, round_exactly

MONTHS_IN_A_YEAR = 12


@rule("divides", PaidIn)
def check_paid_benefits(subject: Subject, it: PaidIn) -> Verdict:
    """An amount that was paid out in benefits of one stated size is a whole number of them."""
    paid, benefit = amount(it.amount), amount(it.benefit)
    if paid is None or benefit is None or number(benefit) <= 0 or subject.slack(it.amount, it.benefit):
        return UNKNOWN
    rest = number(paid) % number(benefit)
    if not rest:
        return FINE
    low = number(paid) - rest
    return Odd(
        it.amount,
        Span(rupiah(low), rupiah(low + number(benefit))),
        severity=subject.grade(it, *it.printed()),
        paid=paid,
        benefit=benefit,
        concerns=it.printed(),
    )


@rule("budget", BudgetFor)
def check_budgets(subject: Subject, it: BudgetFor) -> Verdict:
    """A budget is recipients × benefit × months.

    Where the months are not stated, some whole number of months up to a year must do. Where the benefit is not stated,
    equal benefits are expected to be whole rupiah: families of one programme may receive unlike amounts, so that an
    odd one there is only worth a question.
    """
    budget, recipients = amount(it.budget), count_in(it.recipients)
    if budget is None or not recipients or recipients < 0:
        return UNKNOWN
    if it.benefit is None:
        return _equal_shares(subject, it, number(budget), recipients)
    benefit = amount(it.benefit)
    if benefit is None:
        return UNKNOWN
    return _against_benefit(subject, it, number(budget), recipients * number(benefit))


def _equal_shares(subject: Subject, it: BudgetFor, budget: Fraction, recipients: int) -> Verdict:
    if subject.slack(it.budget, it.recipients):
        return UNKNOWN  # an approximate amount need not divide
    each, rest = divmod(budget, recipients * (it.months or 1))
    if not rest:
        return FINE
    span = Span(rupiah(each), rupiah(each + 1))
    return Odd(it.budget, span, wording="unequal", recipients=recipients, concerns=it.printed())


def _against_benefit(subject: Subject, it: BudgetFor, budget: Fraction, monthly: Fraction) -> Verdict:
    if monthly <= 0:
        return UNKNOWN
    most = it.months or MONTHS_IN_A_YEAR
    off = subject.slack(it.budget) + subject.slack(it.recipients) * monthly
    if it.at_most:
        fits, low, high = budget <= monthly * most + off, Fraction(0), monthly * most
    elif it.months is not None:
        low = high = monthly * most
        fits = abs(budget - low) <= off
    else:
        months = min(max(budget // monthly, 1), most - 1)
        low, high = monthly * months, monthly * (months + 1)
        fits = min(abs(budget - low), abs(budget - high)) <= off
    if fits:
        return FINE
    return Odd(
        it.budget,
        Span(rupiah(low), rupiah(high)),
        severity=subject.grade(it, *it.printed()),
        months=round_exactly(budget / monthly, 2, Rounding.HALF_UP),
        monthly=rupiah(monthly),
        concerns=it.printed(),
    )
