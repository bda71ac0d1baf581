"""Rules on lists: as many things as the report counts, as long both times, numbered from one on."""

from __future__ import annotations

from kesos.audit._arithmetic import count_in
from kesos.audit._rule import FINE, UNKNOWN, Odd, Verdict, rule
from kesos.audit._sentences import places
from kesos.audit._subject import Subject
from kesos.reports import CountOf, Numbering, TwoLists


@rule("count", CountOf)
def check_counts(subject: Subject, it: CountOf) -> Verdict:
    """A number of things is how many of them are listed, told or shown in rows."""
    stated, computed = count_in(it.count), len(it.counted)
    if stated is None:
        return UNKNOWN
    if abs(stated - computed) <= subject.slack(it.count):
        return FINE
    return Odd(it.count, computed, severity=subject.grade(it, it.count), stated=stated, concerns=it.counted)


@rule("two_lists", TwoLists)
def check_lists(subject: Subject, it: TwoLists) -> Verdict:
    """One list that is given twice is as long both times."""
    if len(it.one) == len(it.other):
        return FINE
    return Odd(
        it.printed()[0],
        len(it.other),
        severity=subject.grade(it),
        here=len(it.one),
        what=it.what or places(it.other[:1]),
        concerns=it.printed(),
    )


@rule("numbering", Numbering)
def check_numbering(subject: Subject, it: Numbering) -> Verdict:
    """Printed numbers run from one on without a gap, to as many as there are things."""
    severity = subject.grade(it)
    for expected, cell in enumerate(it.numbers, 1):
        if count_in(cell) != expected:
            return Odd(cell, expected, severity=severity, concerns=it.numbers)
    last = len(it.numbers)
    if last == it.things:
        return FINE
    return Odd(it.numbers[-1], it.things, severity=severity, wording="too_short", last=last, concerns=it.numbers)
