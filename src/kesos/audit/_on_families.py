"""Rules on families, the people in them and their houses: averages out of the ordinary, people not counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from math import factorial
from typing import NamedTuple

from kesos.audit._arithmetic import count_in
from kesos.audit._ordinary import Ordinary
from kesos.audit._rule import FINE, Odd, Verdict, rule
from kesos.audit._sentences import places
from kesos.audit._subject import Subject
from kesos.reports import Affected
from kesos.reports._cells import says_nothing
from kesos.values import Citation, Printed, Quantity, Rounding, round_exactly


class _Counted(NamedTuple):
    """The families and the people of one place: both cells, and both counts."""

    families: Printed
    people: Printed
    homes: int
    souls: int


_Pair = tuple[Affected, Printed, Printed, int, int]
"""The families of a place beside what else is counted there: both cells, and both counts."""


def _pairs(subject: Subject, of: Callable[[Affected], Printed | None]) -> Iterator[_Pair]:
    """What was counted beside the families of a place; where one of the two says nothing, nothing is to be compared."""
    for relation in subject.of(Affected):
        families, other = relation.families, of(relation)
        if families is None or other is None or says_nothing(families) or says_nothing(other):
            continue
        homes, many = count_in(families), count_in(other)
        if homes is None or many is None:
            subject.leave_unknown(relation)
        else:
            yield relation, families, other, homes, many


def _counted(subject: Subject) -> Iterator[_Counted]:
    for _, families, people, homes, souls in _pairs(subject, lambda relation: relation.people):
        yield _Counted(families, people, homes, souls)


@rule("fewer_people", _counted)
def check_fewer_people(subject: Subject, it: _Counted) -> Verdict:
    """There are at least as many people as families."""
    if it.souls >= it.homes:
        return FINE
    families = Quantity(it.homes, "family")
    return Odd(it.people, families, severity="error", people=it.souls, concerns=(it.families,))


class _Average(NamedTuple):
    """A place with an average, and what is ordinary in its table."""

    place: _Counted
    average: Fraction
    low: Fraction
    high: Fraction


def _averages(subject: Subject) -> Iterator[_Average]:
    enough = subject.ordinary.families_enough
    found = [each for each in _counted(subject) if 0 < each.homes <= each.souls and each.homes >= enough]
    counted = [(each, _table(each.families), Fraction(each.souls, each.homes)) for each in found]
    beside: dict[str, list[Fraction]] = {}
    for _, table, average in counted:
        beside.setdefault(table, []).append(average)
    bounds = {table: _bounds(subject.ordinary, averages) for table, averages in beside.items()}
    for place, table, average in counted:
        yield _Average(place, average, *bounds[table])


def _bounds(ordinary: Ordinary, averages: list[Fraction]) -> tuple[Fraction, Fraction]:
    low, high = ordinary.fewest_people_per_family, ordinary.most_people_per_family
    if len(averages) < ordinary.rows_enough:
        return low, high
    middle = _median(averages)
    return max(low, middle / ordinary.off_median), min(high, middle * ordinary.off_median)


def _median(numbers: list[Fraction]) -> Fraction:
    """As `statistics.median`; whole numbers nearby tell most fractions apart, and ten times as fast."""
    ordered = sorted(numbers, key=lambda each: ((each.numerator << 64) // each.denominator, each))
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2


def _table(cell: Printed) -> str:
    source = cell.source
    return f"{source.regulation} {source.table or source.locator}" if isinstance(source, Citation) else source


@rule("people_per_family", _averages)
def check_people_per_family(subject: Subject, it: _Average) -> Verdict:
    """The families of a place have an ordinary number of people on average.

    Ordinary is what `Ordinary` says, and, where a table has enough places, what lies within a factor of its own median.
    """
    families, people, average = it.place.families, it.place.people, it.average
    if it.low <= average <= it.high:
        return FINE
    return Odd(
        people,
        round_exactly(average, 2, Rounding.HALF_UP),
        people=people.value,
        families=families.value,
        low=round_exactly(it.low, 1, Rounding.HALF_UP),
        high=round_exactly(it.high, 1, Rounding.HALF_UP),
        concerns=(families,),
    )


class _Housed(NamedTuple):
    """The families and the damaged houses of one place: both cells, and both counts."""

    relation: Affected
    families: Printed
    houses: Printed
    homes: int
    damaged: int


def _housed(subject: Subject) -> Iterator[_Housed]:
    pairs = (_Housed(*pair) for pair in _pairs(subject, lambda relation: relation.houses))
    return (pair for pair in pairs if pair.homes > 0 and pair.damaged > 0)


@rule("families_per_house", _housed)
def check_families_per_house(subject: Subject, it: _Housed) -> Verdict:
    """Damaged houses and struck families go together: not more houses than families, nor very many families a house."""
    if it.damaged <= it.homes <= it.damaged * subject.ordinary.most_families_per_house:
        return FINE
    return Odd(
        it.families,
        it.houses.value,
        wording="more_houses" if it.damaged > it.homes else None,
        families=it.homes,
        each=round_exactly(Fraction(it.homes, it.damaged), 1, Rounding.HALF_UP),
        concerns=(it.houses,),
    )


def _by_table(subject: Subject) -> list[list[_Counted]]:
    found: dict[str, list[_Counted]] = {}
    for each in _counted(subject):
        if 1 < each.homes <= each.souls:
            found.setdefault(_table(each.people), []).append(each)
    return list(found.values())


@rule("multiples", _by_table)
def check_multiples(subject: Subject, rows: list[_Counted]) -> Verdict:
    """People are counted, not reckoned as so many a family.

    Of n families the people are an exact multiple once in n by accident. Where a table has more such places than
    accident explains (`Ordinary.chance`), it is asked about as a whole.
    """
    exact = [each for each in rows if each.souls % each.homes == 0]
    expected = sum((Fraction(1, each.homes) for each in rows), Fraction(0))
    # at least k of independent events with these chances: at most expected ** k / k!
    if len(exact) < 2 or expected ** len(exact) / factorial(len(exact)) >= subject.ordinary.chance:
        return FINE
    return Odd(
        exact[0].people,
        len(exact),
        all=len(rows),
        where=places([each.people for each in exact]),
        concerns=[cell for each in exact for cell in (each.families, each.people)],
    )
