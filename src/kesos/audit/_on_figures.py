"""Rules on single figures: in words, given twice, called the largest, called approximate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from kesos.audit._arithmetic import Value, amount, comparable, half_width, kind, number, significant_digits
from kesos.audit._rule import FINE, UNKNOWN, Odd, Verdict, rule
from kesos.audit._sentences import places
from kesos.audit._subject import Subject
from kesos.audit._things import figures
from kesos.reports import Figure, InWords, LargestOf, SameFigure
from kesos.values import Period, Printed


@rule("words", InWords)
def check_words(subject: Subject, it: InWords) -> Verdict:
    """An amount in words is the amount in figures beside it, and is a number at all."""
    figure, words = amount(it.figure), amount(it.words)
    if figure is None:
        return UNKNOWN
    severity = subject.grade(it, it.figure)
    if words is None:
        return Odd(it.words, figure, severity=severity, wording="no_number", concerns=(it.figure,))
    if number(figure) == number(words):
        return FINE
    return Odd(it.words, figure, severity=severity, words=words, concerns=(it.figure,))


class _GivenAgain(NamedTuple):
    """A figure beside the place that stands for what most places say."""

    relation: SameFigure
    cell: Printed
    value: Value
    reference: Printed
    most: Value


class _DayAgain(NamedTuple):
    """A day or a run of days beside the first place that gives it."""

    relation: SameFigure
    cell: Printed
    reference: Printed


def _given_again(subject: Subject) -> Iterator[_GivenAgain | _DayAgain]:
    for relation in subject.of(SameFigure):
        dated = [cell for cell in relation.figures if isinstance(cell.value, Period)]
        if dated and len(dated) == len(relation.figures):
            yield from (_DayAgain(relation, cell, dated[0]) for cell in dated[1:])
            continue
        stated = [(cell, value) for cell in relation.figures if (value := amount(cell)) is not None]
        if len(stated) < len(relation.figures) or len(stated) < 2:
            subject.leave_unknown(relation)
        exact = [_measured(value) for cell, value in stated if not subject.is_about(cell)]
        if not exact:
            subject.leave_unknown(relation)
            continue
        usual = Counter(exact).most_common(1)[0][0]
        reference, most = next(pair for pair in stated if _measured(pair[1]) == usual)
        for cell, value in stated:
            if cell is not reference:
                yield _GivenAgain(relation, cell, value, reference, most)


def _measured(value: Value) -> tuple[object, object]:
    return kind(value), number(value)


@rule("same_figure", _given_again)
def check_same_figures(subject: Subject, it: _GivenAgain | _DayAgain) -> Verdict:
    """One figure that is given more than once has one value.

    The value that most places give is held against the others; where they balance, the first. A day agrees with the
    month that it lies in.
    """
    if isinstance(it, _DayAgain):
        return _same_days(subject, it)
    off = abs(number(it.value) - number(it.most))
    if kind(it.value) == kind(it.most) and off <= subject.slack(it.cell) + half_width(it.most):
        return FINE
    return Odd(
        it.cell,
        it.reference.value,
        severity=subject.grade(it.relation, it.cell),
        value=it.value,
        where=places([it.reference]),
        concerns=(it.reference,),
    )


def _same_days(subject: Subject, it: _DayAgain) -> Verdict:
    one, other = it.cell.value, it.reference.value
    starts, ends = (one.start <= other.start, one.end >= other.end)
    if starts == ends or one.start == other.start or one.end == other.end:  # one of them lies in the other
        return FINE
    return Odd(
        it.cell,
        other,
        severity=subject.grade(it.relation, it.cell),
        value=one,
        where=places([it.reference]),
        concerns=(it.reference,),
    )


@rule("largest", LargestOf)
def check_largest(subject: Subject, it: LargestOf) -> Verdict:
    """What is said to be the largest is not smaller than what it is compared with."""
    largest = [(value, cell) for cell in it.largest if (value := amount(cell)) is not None]
    others = [(value, cell) for cell in it.others if (value := amount(cell)) is not None]
    if not largest or not others or not comparable([value for value, _ in (*largest, *others)]):
        return UNKNOWN
    value, smallest = min(largest, key=lambda pair: number(pair[0]))
    more, above = max(others, key=lambda pair: number(pair[0]))
    if number(more) <= number(value):
        return FINE if len(largest) + len(others) == len(it.largest) + len(it.others) else UNKNOWN
    severity = subject.grade(it, smallest, above)
    return Odd(smallest, more, severity=severity, value=value, where=places([above]), concerns=it.printed())


@rule("approximate", figures)
def check_approximate(subject: Subject, figure: Figure) -> Verdict:
    """A figure that the text calls approximate is round.

    It has no more significant digits than `Ordinary.about_digits`; one less where another place gives the very same
    figure as exact.
    """
    value = amount(figure)
    if not figure.about or value is None:
        return UNKNOWN
    elsewhere = figure in subject.confirmed
    if significant_digits(value) <= subject.ordinary.about_digits - elsewhere:
        return FINE
    return Odd(figure, wording="exact_elsewhere" if elsewhere else None)
