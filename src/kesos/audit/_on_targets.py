"""Rules on targets: met in the year in which they are due, and not passed long before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kesos.audit._arithmetic import amount, kind, number
from kesos.audit._rule import FINE, UNKNOWN, Odd, Verdict, rule
from kesos.audit._subject import Subject
from kesos.reports import TargetPath, TargetYear
from kesos.values import Period, Printed


@rule("target_met", TargetYear)
def check_targets_met(subject: Subject, it: TargetYear) -> Verdict:
    """A target is met in the year in which it is due.

    One that was met earlier has passed, and plans that still name its year are out of date; one that was met later was
    missed.
    """
    due, met = _year(it.due), _year(it.met)
    if due is None or met is None:
        return UNKNOWN
    if due == met:
        return FINE
    return Odd(it.met, due, wording="early" if met < due else "late", due=str(due), met=str(met), concerns=(it.due,))


def _year(cell: Printed) -> int | None:
    value = cell.value
    return value.end.year if isinstance(value, Period) else value if type(value) is int else None


class _Target(NamedTuple):
    """One year's target beside what was realised."""

    relation: TargetPath
    cell: Printed
    year: int


def _targets(subject: Subject) -> Iterator[_Target]:
    for path in subject.of(TargetPath):
        later = [pair for pair in zip(path.targets, path.years, strict=True) if pair[1] > path.year]
        if not later:
            subject.leave_unknown(path)
        yield from (_Target(path, *pair) for pair in later)


@rule("target_passed", _targets)
def check_targets_passed(subject: Subject, it: _Target) -> Verdict:
    """What was realised in a year has not already passed the targets of the years after it."""
    realized, target = amount(it.relation.realized), amount(it.cell)
    if realized is None or target is None or kind(realized) != kind(target):
        return UNKNOWN
    lead = number(target) - number(realized)
    if (lead if it.relation.better == "lower" else -lead) <= 0:
        return FINE
    return Odd(
        it.cell,
        it.relation.realized.value,
        year=str(it.year),
        target=target,
        realized_in=str(it.relation.year),
        concerns=(it.relation.realized,),
    )
