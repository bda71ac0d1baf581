"""Rules on shares: percentages of a whole, parts that are larger than it, percentages beyond a hundred."""

from __future__ import annotations

from collections.abc import Iterator

from kesos.audit._arithmetic import amount, comparable, number
from kesos.audit._rule import FINE, UNKNOWN, Odd, Verdict, rule
from kesos.audit._sentences import places
from kesos.audit._subject import Subject
from kesos.audit._things import cells
from kesos.reports import PartOf, ShareOf
from kesos.values import Percentage, Printed, Rounding


@rule("percent", ShareOf)
def check_percentages(subject: Subject, it: ShareOf) -> Verdict:
    """A printed percentage is what its part and its whole give, rounded half up at its own decimals."""
    percent, part, whole = amount(it.percent), amount(it.part), amount(it.whole)
    if not isinstance(percent, Percentage) or part is None or whole is None or not comparable([part, whole]):
        return UNKNOWN
    severity = subject.grade(it, *it.printed())
    if not number(whole):
        return Odd(it.percent, severity=severity, wording="of_zero", concerns=it.printed())
    exact = Percentage.of_fraction(number(part) / number(whole))
    computed = Percentage(exact.rounded(it.places, Rounding.HALF_UP))
    if computed == percent or abs(number(exact) - number(percent)) <= subject.slack(it.percent):
        return FINE
    return Odd(it.percent, computed, severity=severity, part=part, whole=whole, concerns=it.printed())


def _parts(subject: Subject) -> Iterator[PartOf | ShareOf]:
    return (each for each in subject.relations if isinstance(each, (PartOf, ShareOf)))


@rule("part_of", _parts)
def check_parts(subject: Subject, it: PartOf | ShareOf) -> Verdict:
    """A part of a population or of an amount is not larger than the whole of it."""
    small, large = amount(it.part), amount(it.whole)
    if small is None or large is None or not comparable([small, large]):
        return UNKNOWN
    if number(small) <= number(large) + subject.slack(it.part, it.whole):
        return FINE
    severity = subject.grade(it, it.part, it.whole)
    return Odd(it.part, large, severity=severity, small=small, where=places([it.whole]), concerns=(it.whole,))


@rule("share_range", cells)
def check_shares_in_range(subject: Subject, cell: Printed) -> Verdict:
    """A share in a table is not above a hundred percent: no more was realised than the ceiling."""
    share = amount(cell)
    if not isinstance(share, Percentage):
        return UNKNOWN
    return FINE if 0 <= number(share) <= 100 else Odd(cell, Percentage(100), value=share)
