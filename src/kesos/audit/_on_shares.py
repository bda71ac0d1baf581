"""Rules on shares: percentages of a whole, growth, parts that are larger than it, percentages beyond a hundred."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from kesos.audit._arithmetic import amount, comparable, kind, number
from kesos.audit._fitness import percentage_in
from kesos.audit._rule import FINE, UNKNOWN, Odd, Verdict, rule
from kesos.audit._sentences import places
from kesos.audit._subject import Subject
from kesos.audit._things import cells
from kesos.reports import GrowthOf, PartOf, ShareOf
from kesos.values import Percentage, Printed, Quantity, Rounding, Span, round_exactly


@rule("percent", ShareOf)
def check_percentages(subject: Subject, it: ShareOf) -> Verdict:
    """A printed percentage is what its part and its whole give, rounded half up at its own decimals.

    Where one of them is a rounded or an approximate figure, the percentage is one of those that its range allows.
    """
    percent, part, whole = percentage_in(it.percent), amount(it.part), amount(it.whole)
    if percent is not None and _is_just(percent, part, whole, it.places):
        return FINE
    if percent is None or part is None or whole is None or not comparable([part, whole]):
        return UNKNOWN
    is_of_zero = not number(whole)
    computed = None if is_of_zero else _otherwise(subject, it, *_shares(subject, it.part, it.whole))
    if computed is None and not is_of_zero:
        return FINE
    severity = subject.grade(it, *it.printed())
    if is_of_zero:
        return Odd(it.percent, severity=severity, wording="of_zero", concerns=it.printed())
    return Odd(it.percent, computed, severity=severity, part=part, whole=whole, concerns=it.printed())


def _is_just(percent: Percentage, part: object, whole: object, places: int) -> bool:
    """Whether a percentage is that of two counts in one unit, rounded half up: true of nearly all, and soon seen."""
    if not isinstance(part, Quantity) or not isinstance(whole, Quantity) or part.unit is not whole.unit:
        return False
    if part.amount < 0 or whole.amount <= 0:
        return False
    scale = 100 * 10**places
    rounded = (2 * part.amount * scale + whole.amount) // (2 * whole.amount)
    return bool(percent.exact.numerator * scale == rounded * percent.exact.denominator)


@rule("growth", GrowthOf)
def check_growth(subject: Subject, it: GrowthOf) -> Verdict:
    """A printed growth is what the figures before and after give, rounded half up at its own decimals."""
    percent, before, after = percentage_in(it.percent), amount(it.before), amount(it.after)
    if percent is None or before is None or after is None or kind(before) != kind(after):
        return UNKNOWN
    if number(before) <= 0:
        return UNKNOWN  # what grows out of nothing grows by no percentage
    computed = _otherwise(subject, it, *(share - 1 for share in _shares(subject, it.after, it.before)))
    if computed is None:
        return FINE
    severity = subject.grade(it, *it.printed())
    return Odd(it.percent, computed, severity=severity, before=before, after=after, concerns=it.printed())


def _shares(subject: Subject, part: Printed, whole: Printed) -> tuple[Fraction, Fraction]:
    """The least and the most that one figure may be of the other; of exact ones, the same twice."""
    some, all_ = subject.ends(part), subject.ends(whole)
    if some[0] is some[1] and all_[0] is all_[1]:
        exact = some[0] / all_[0]
        return exact, exact
    quotients = [each / over for each in some for over in all_ if over]
    return min(quotients), max(quotients)


def _otherwise(
    subject: Subject, it: ShareOf | GrowthOf, least: Fraction, most: Fraction
) -> Percentage | Span[Percentage] | None:
    """The percentage that should be printed, or from which to which one; None where that which is printed will do."""
    percent, slack = it.percent.value, subject.slack(it.percent)
    low = round_exactly(least * 100, it.places, Rounding.HALF_UP)
    high = low if least == most else round_exactly(most * 100, it.places, Rounding.HALF_UP)
    stated = number(percent)
    if Fraction(low) <= stated <= Fraction(high):
        return None
    if slack and any(abs(end * 100 - stated) <= slack for end in (least, most)):
        return None
    return Percentage(low) if low == high else Span(Percentage(low), Percentage(high))


def _parts(subject: Subject) -> Iterator[PartOf | ShareOf]:
    return (each for each in subject.relations if isinstance(each, (PartOf, ShareOf)))


@rule("part_of", _parts)
def check_parts(subject: Subject, it: PartOf | ShareOf) -> Verdict:
    """A part of a population or of an amount is not larger than the whole of it."""
    small, large = amount(it.part), amount(it.whole)
    if isinstance(small, Quantity) and isinstance(large, Quantity) and small.unit is large.unit:
        is_larger = small.amount > large.amount
    elif small is None or large is None or not comparable([small, large]):
        return UNKNOWN
    else:
        is_larger = number(small) > number(large)
    if not is_larger:
        return FINE
    if number(small) <= number(large) + subject.slack(it.part, it.whole):
        return FINE
    severity = subject.grade(it, it.part, it.whole)
    return Odd(it.part, large, severity=severity, small=small, where=places([it.whole]), concerns=(it.whole,))


def _shares_printed(subject: Subject) -> Iterator[Printed]:
    return (cell for cell in cells(subject) if isinstance(amount(cell), Percentage))


@rule("share_range", _shares_printed)
def check_shares_in_range(subject: Subject, cell: Printed) -> Verdict:
    """A share in a table is not above a hundred percent: no more was realised than the ceiling."""
    share = cell.value
    return FINE if 0 <= number(share) <= 100 else Odd(cell, Percentage(100), value=share)
