"""Rules on products: a count times a rate."""

from __future__ import annotations

from fractions import Fraction
from math import prod

from kesos.audit._arithmetic import amount, ends, from_to, kind, last_digit, number
from kesos.audit._rule import FINE, UNKNOWN, Odd, Verdict, rule
from kesos.audit._subject import Subject
from kesos.reports import ProductOf
from kesos.reports._decimals import MEASURED


@rule("product", ProductOf)
def check_products(subject: Subject, it: ProductOf) -> Verdict:
    """A printed amount is the product of what it is made of: of a rate in its own unit, and of counts.

    A product that is printed with decimals is right where it rounds to them; one of a rounded figure is one of those
    that its range allows. Where two of the factors are measures, their product is of another kind, and is not held.
    """
    product, factors = amount(it.product), [amount(cell) for cell in it.factors]
    stated = [factor for factor in factors if factor is not None]
    if product is None or len(stated) < max(len(factors), 1):
        return UNKNOWN
    measured = [factor for factor in stated if kind(factor) in MEASURED]
    if len(measured) > 1 or any(kind(factor) != kind(product) for factor in measured):
        return UNKNOWN
    least, most = (prod((ends(factor)[at] for factor in stated), start=Fraction(1)) for at in (0, 1))
    low, high = (prod((subject.ends(cell)[at] for cell in it.factors), start=Fraction(1)) for at in (0, 1))
    slack = subject.slack(it.product) + last_digit(it.product) / 2
    if low - slack <= number(product) <= high + slack:
        return FINE
    return Odd(
        it.product,
        from_to(min(least, most), max(least, most), product),
        severity=subject.grade(it, *it.printed()),
        factors=" × ".join(cell.text for cell in it.factors),
        concerns=it.factors,
    )
