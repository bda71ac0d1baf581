"""Rules on people, families and houses: averages out of the ordinary, and counts that look reckoned, not counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import comb, factorial
from statistics import median

from kesos.audit._amounts import amount, count_in, significant_digits
from kesos.audit._findings import Finding
from kesos.audit._ordinary import Ordinary
from kesos.audit._rule import Subject, finding
from kesos.audit._saying import places
from kesos.reports import Affected
from kesos.values import Citation, Printed, Quantity, Rounding, round_exactly

COUNTED = ("family", "person", "household", "house", "building")
"""The units whose counts are looked at for being round: what somebody went and counted, not money."""


def check_fewer_people(subject: Subject) -> Iterator[Finding | None]:
    """There are at least as many people as families."""
    for relation in subject.of(Affected):
        if relation.families is None or relation.people is None:
            continue
        families, people = count_in(relation.families), count_in(relation.people)
        if families is None or people is None:
            continue
        if people >= families:
            yield None
            continue
        yield finding(
            "fewer_people",
            "error",
            relation.people,
            Quantity(families, "family"),
            "{people} jiwa untuk {computed}: lebih sedikit daripada keluarganya",
            "{people} people in {computed}: fewer than the families",
            people=people,
            concerns=(relation.families,),
        )


def _averages(subject: Subject) -> list[tuple[Printed, Printed, Fraction]]:
    found: list[tuple[Printed, Printed, Fraction]] = []
    for relation in subject.of(Affected):
        families, people = relation.families, relation.people
        if families is None or people is None:
            continue
        counted, souls = count_in(families), count_in(people)
        if (
            counted is not None
            and souls is not None
            and 0 < counted <= souls
            and counted >= subject.ordinary.families_enough
        ):
            found.append((families, people, Fraction(souls, counted)))
    return found


def _bounds(ordinary: Ordinary, averages: list[Fraction]) -> tuple[Fraction, Fraction]:
    low, high = ordinary.fewest_people_per_family, ordinary.most_people_per_family
    if len(averages) < ordinary.rows_enough:
        return low, high
    middle = median(averages)
    return max(low, middle / ordinary.off_median), min(high, middle * ordinary.off_median)


def check_people_per_family(subject: Subject) -> Iterator[Finding | None]:
    """The families of a place have an ordinary number of people on average.

    Ordinary is what `Ordinary` says, and, where a table has enough places, what lies within a factor of its own median.
    """
    averages = _averages(subject)
    beside: dict[str, list[Fraction]] = {}
    for families, _, average in averages:
        beside.setdefault(_table(families), []).append(average)
    bounds = {table: _bounds(subject.ordinary, each) for table, each in beside.items()}
    for families, people, average in averages:
        low, high = bounds[_table(families)]
        if low <= average <= high:
            yield None
            continue
        yield finding(
            "people_per_family",
            "suspicious",
            people,
            round_exactly(average, 2, Rounding.HALF_UP),
            "{people} dalam {families}: rata-rata {computed} jiwa tiap keluarga (biasanya {low} sampai {high})",
            "{people} in {families}: {computed} people a family on average ({low} to {high} are ordinary)",
            people=people.value,
            families=families.value,
            low=round_exactly(low, 1, Rounding.HALF_UP),
            high=round_exactly(high, 1, Rounding.HALF_UP),
            concerns=(families,),
        )


def _table(cell: Printed) -> str:
    source = cell.source
    return f"{source.regulation} {source.table or source.locator}" if isinstance(source, Citation) else source


def check_families_per_house(subject: Subject) -> Iterator[Finding | None]:
    """Damaged houses and struck families go together: not more houses than families, nor very many families a house."""
    most = subject.ordinary.most_families_per_house
    for relation in subject.of(Affected):
        if relation.families is None or relation.houses is None:
            continue
        families, houses = count_in(relation.families), count_in(relation.houses)
        if not families or not houses or families < 0 or houses < 0:
            continue
        if houses <= families <= houses * most:
            yield None
            continue
        more = houses > families
        yield finding(
            "families_per_house",
            "suspicious",
            relation.families,
            relation.houses.value,
            "lebih banyak rumah rusak ({computed}) daripada keluarga ({families})"
            if more
            else "{families} keluarga pada {computed} yang rusak: {each} keluarga tiap rumah",
            "more damaged houses ({computed}) than families ({families})"
            if more
            else "{families} families and {computed} damaged: {each} families for each house",
            families=families,
            each=round_exactly(Fraction(families, houses), 1, Rounding.HALF_UP),
            concerns=(relation.houses,),
        )


def check_multiples(subject: Subject) -> Iterator[Finding | None]:
    """People are counted, not reckoned as so many a family.

    Of n families the people are an exact multiple once in n by accident. Where a table has more such places than
    accident explains (`Ordinary.chance`), it is asked about as a whole.
    """
    tables: dict[str, list[tuple[Printed, Printed, int, int]]] = {}
    for relation in subject.of(Affected):
        families, people = relation.families, relation.people
        if families is None or people is None:
            continue
        counted, souls = count_in(families), count_in(people)
        if counted is not None and souls is not None and 1 < counted <= souls:
            tables.setdefault(_table(people), []).append((families, people, counted, souls))
    for rows in tables.values():
        exact = [row for row in rows if row[3] % row[2] == 0]
        expected = sum((Fraction(1, row[2]) for row in rows), Fraction(0))
        # at least k of independent events with these chances: at most expected ** k / k!
        if len(exact) < 2 or expected ** len(exact) / factorial(len(exact)) >= subject.ordinary.chance:
            yield None
            continue
        yield finding(
            "multiples",
            "suspicious",
            exact[0][1],
            len(exact),
            "di {computed} dari {all} tempat jumlah jiwa tepat kelipatan jumlah KK ({where}): dihitung atau dikalikan?",
            "at {computed} of {all} places the people are an exact multiple of the families ({where}): reckoned?",
            all=len(rows),
            where=places([row[1] for row in exact]),
            concerns=[cell for row in exact for cell in row[:2]],
        )


def check_round_counts(subject: Subject) -> Iterator[Finding | None]:
    """Counts end in any digit.

    One in ten ends in 0. Where more of a column do than accident explains (`Ordinary.chance`), it is asked whether they
    were counted or estimated.
    """
    for table in subject.report.tables:
        for column in table.columns:
            if column.unit is None or column.unit.code not in COUNTED:
                continue
            cells = [row[column.code] for row in table.data_rows() if column.code in row]
            counted = [
                (cell, count)
                for cell in cells
                if (count := count_in(cell)) is not None and count >= subject.ordinary.smallest_rounded
            ]
            round_ones = [cell for cell, count in counted if count % 10 == 0]
            # at least k of n, each one in ten: at most (n over k) / 10 ** k
            if not round_ones or _by_accident(counted, round_ones) >= subject.ordinary.chance:
                yield None
                continue
            yield finding(
                "round_counts",
                "suspicious",
                round_ones[0],
                len(round_ones),
                "{computed} dari {all} angka kolom {column} berakhir dengan 0 ({where}): dihitung atau dikira-kira?",
                "{computed} of {all} counts in column {column} end in 0 ({where}): counted or estimated?",
                all=len(counted),
                column=f'"{column.label}"',
                where=places(round_ones),
                concerns=round_ones,
            )


def _by_accident(counted: Sequence[object], round_ones: Sequence[object]) -> Fraction:
    return Fraction(comb(len(counted), len(round_ones)), 10 ** len(round_ones))


def check_approximate(subject: Subject) -> Iterator[Finding | None]:
    """A figure that the text calls approximate is round.

    It has no more significant digits than `Ordinary.about_digits`; one less where another place gives the very same
    figure as exact.
    """
    for figure in subject.report.figures:
        value = amount(figure)
        if not figure.about or value is None:
            continue
        elsewhere = figure in subject.confirmed
        most = subject.ordinary.about_digits - (1 if elsewhere else 0)
        if significant_digits(value) <= most:
            yield None
            continue
        yield finding(
            "approximate",
            "suspicious",
            figure,
            None,
            "{printed} disebut kira-kira, padahal " + ("di tempat lain pasti" if elsewhere else "lengkap sampai akhir"),
            "{printed} is called approximate, yet " + ("exact elsewhere" if elsewhere else "given to the last digit"),
        )
