"""Rules on totals: what the parts add up to, and one population that is counted in two ways."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import combinations

from kesos.audit._arithmetic import (
    Value,
    amount,
    comparable,
    ends,
    from_to,
    is_blank,
    kind,
    known,
    last_digit,
    number,
    of_kind,
)
from kesos.audit._rule import FINE, UNKNOWN, Odd, Verdict, rule
from kesos.audit._sentences import places
from kesos.audit._subject import Subject
from kesos.reports import AverageOf, SumOf, TwoCounts
from kesos.values import Printed, Quantity, Reading, Span, Text

_MOST_WEIGHED = 6


@rule("sum", SumOf)
def check_sums(subject: Subject, it: SumOf) -> Verdict:
    """A printed total is what its parts add up to, at every level.

    A part that is blank or a dash adds nothing where the report is read so (the relation carries the reading);
    without such a reading, or where the part says something that is no number, it is not known. Then the known parts
    must at least not exceed the total; where they do not, nothing was checked. Percentages stand for all that rounds
    to them, so that a sum of several may be off by what was rounded; decimals that are off by no more are a question.
    """
    total, parts = amount(it.total), known(it.parts)
    if total is None or not it.parts:
        return UNKNOWN
    severity = subject.grade(it, it.total, *it.parts)
    if not comparable([total, *parts]):
        return Odd(it.total, severity=severity, wording="unlike", concerns=it.parts)
    together = _together(it.parts)
    off = number(total) - together
    complete = _all_known(it.parts, it.blanks)
    if off > 0 and not complete:
        return UNKNOWN
    if abs(off) <= subject.slack(it.total, *it.parts):
        return FINE if complete else UNKNOWN
    rounded = abs(off) <= _rounded_off([it.total, *it.parts])
    if rounded and not complete:
        return UNKNOWN
    if rounded and kind(total) == "%":
        return FINE
    low, high = _range(it.parts)
    if not complete:
        above = of_kind(low - ends(total)[1], total)
        computed: object = of_kind(low, total)
        return Odd(it.total, computed, severity=severity, wording="at_least", off=above, concerns=it.parts)
    is_range = low != high or isinstance(total, Span)
    return Odd(
        it.total,
        from_to(low, high, total),
        severity="suspicious" if rounded else severity,
        wording="rounded" if rounded else "range" if is_range else None,
        off=of_kind(abs(off), total),
        concerns=it.parts,
    )


def _rounded_off(cells: Sequence[Printed]) -> Fraction:
    """By how much figures with decimals may be off together because each was rounded to what is printed."""
    return sum((last_digit(cell) / 2 for cell in cells), Fraction(0))


@rule("average", AverageOf)
def check_averages(subject: Subject, it: AverageOf) -> Verdict:
    """A printed average is the average of its parts, rounded to its last digit; every part has to be known."""
    average, parts = amount(it.average), known(it.parts)
    if average is None or not parts or not _all_known(it.parts, None) or not comparable([average, *parts]):
        return UNKNOWN
    many = len(parts)
    off = abs(_together(it.parts) / many - number(average))
    if off <= last_digit(it.average, whole=True) / 2 + subject.slack(it.average, *it.parts) / many:
        return FINE
    low, high = _range(it.parts)
    severity = subject.grade(it, it.average, *it.parts)
    return Odd(it.average, from_to(low / many, high / many, average), severity=severity, concerns=it.parts)


@rule("two_counts", TwoCounts)
def check_two_counts(subject: Subject, it: TwoCounts) -> Verdict:
    """One population that is counted in two ways has one size.

    Damaged buildings by how badly and by what they are, say. A side with a part that is not known is not compared.
    """
    if not all(known(side) and _all_known(side, it.blanks) for side in (it.one, it.other)):
        return UNKNOWN
    one, other = _together(it.one), _together(it.other)
    if abs(one - other) <= subject.slack(*it.one, *it.other):
        return FINE
    left_out = _left_out(it.other, other - one)
    return Odd(
        next(cell for cell in it.one if amount(cell) is not None),
        _counted(it.other),
        severity=subject.grade(it, *it.printed()),
        wording="left_out" if left_out else None,
        one=_counted(it.one),
        where=places(left_out or it.other),
        concerns=it.printed(),
    )


def _counted(cells: Iterable[Printed]) -> Value | Text:
    """What cells count together, as a bare number: the units of two counts may have different names."""
    return from_to(*_range(cells), 0)


def _range(cells: Iterable[Printed]) -> tuple[Fraction, Fraction]:
    """The least and the most that the known cells may add up to."""
    found = list(map(ends, known(cells)))
    low, high = (sum((each[at] for each in found), Fraction(0)) for at in (0, 1))
    return low, high


def _together(cells: Iterable[Printed]) -> Fraction:
    whole, rest = 0, Fraction(0)
    for value in known(cells):
        if isinstance(value, Quantity) and kind(value) == value.unit.code:  # whole in its own unit, as nearly all are
            whole += value.amount
        else:
            rest += number(value)
    return rest + whole


def _all_known(parts: Sequence[Printed], blanks: Reading | None) -> bool:
    return all(amount(part) is not None or (blanks is not None and is_blank(part)) for part in parts)


def _left_out(cells: Sequence[Printed], off: Fraction) -> tuple[Printed, ...]:
    """The few cells that make the difference between two counts: left out of one of them, most likely."""
    stated = [cell for cell in cells if amount(cell) is not None][:_MOST_WEIGHED]
    for length in range(1, len(stated)):
        for some in combinations(stated, length):
            if _together(some) == off:
                return some
    return ()
