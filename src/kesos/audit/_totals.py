"""Rules on figures that must agree with each other: totals, shares, counts, words, and one figure given twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from kesos.audit._amounts import Value, amount, comparable, count_in, is_blank, kind, known, number, of_kind
from kesos.audit._findings import Finding, Severity
from kesos.audit._rule import Subject, finding
from kesos.audit._saying import places
from kesos.reports import CountOf, InWords, LargestOf, PartOf, SameFigure, ShareOf, SumOf, TwoCounts
from kesos.values import Percentage, Printed, Reading, Rounding

_MOST_WEIGHED = 6


def check_sums(subject: Subject) -> Iterator[Finding | None]:
    """A printed total is what its parts add up to, at every level.

    A part that is blank or a dash adds nothing where the report is read so (the relation carries the reading);
    without such a reading, or where the part says something that is no number, it is not known. Then the known parts
    must at least not exceed the total.
    """
    for relation in subject.of(SumOf):
        total, parts = amount(relation.total), known(relation.parts)
        if total is None or not relation.parts:
            continue
        if not comparable([total, *parts]):
            yield _unlike(relation.total, relation.parts, subject.grade(relation, relation.total, *relation.parts))
            continue
        together = sum((number(part) for part in parts), Fraction(0))
        off = number(total) - together
        if abs(off) <= subject.slack(relation.total, *relation.parts) or (
            off > 0 and not _all_known(relation.parts, relation.blanks)
        ):
            yield None
            continue
        yield finding(
            "sum",
            subject.grade(relation, relation.total, *relation.parts),
            relation.total,
            of_kind(together, total),
            "jumlah yang tercetak {printed}, tetapi bagian-bagiannya berjumlah {computed} (selisih {off})",
            "the printed total is {printed}, but its parts add up to {computed} (a difference of {off})",
            off=of_kind(abs(off), total),
            concerns=relation.parts,
        )


def _all_known(parts: Sequence[Printed], blanks: Reading | None) -> bool:
    return all(amount(part) is not None or (blanks is not None and is_blank(part)) for part in parts)


def _unlike(cell: Printed, others: Sequence[Printed], severity: Severity) -> Finding:
    return finding(
        "sum",
        severity,
        cell,
        None,
        "{printed} dan bagian-bagiannya menghitung hal yang berbeda",
        "{printed} and its parts count different things",
        concerns=others,
    )


def check_two_counts(subject: Subject) -> Iterator[Finding | None]:
    """One population that is counted in two ways has one size.

    Damaged buildings by how badly and by what they are, say. A side with a part that is not known is not compared.
    """
    for relation in subject.of(TwoCounts):
        sides = (relation.one, relation.other)
        values = [known(side) for side in sides]
        if not all(values) or not all(_all_known(side, relation.blanks) for side in sides):
            continue
        one, other = (sum((number(value) for value in side), Fraction(0)) for side in values)
        if abs(one - other) <= subject.slack(*relation.one, *relation.other):
            yield None
            continue
        first = next(cell for cell in relation.one if amount(cell) is not None)
        left_out = _left_out(relation.other, other - one)
        yield finding(
            "two_counts",
            subject.grade(relation, *relation.printed()),
            first,
            int(other),
            "dihitung dengan satu cara {one}, dengan cara lain {computed}"
            + ("; selisihnya tepat isi {where}" if left_out else ""),
            "counted in one way it is {one}, in the other {computed}"
            + ("; the difference is just what {where} has" if left_out else ""),
            one=int(one),
            where=places(left_out or relation.other),
            concerns=relation.printed(),
        )


def _left_out(cells: Sequence[Printed], off: Fraction) -> tuple[Printed, ...]:
    """The few cells that make the difference between two counts: left out of one of them, most likely."""
    stated = [cell for cell in cells if amount(cell) is not None][:_MOST_WEIGHED]
    for length in range(1, len(stated)):
        for some in combinations(stated, length):
            if sum((number(value) for value in known(some)), Fraction(0)) == off:
                return some
    return ()


def check_percentages(subject: Subject) -> Iterator[Finding | None]:
    """A printed percentage is what its part and its whole give, rounded half up at its own decimals."""
    for relation in subject.of(ShareOf):
        percent, part, whole = (amount(cell) for cell in (relation.percent, relation.part, relation.whole))
        if not isinstance(percent, Percentage) or part is None or whole is None or not comparable([part, whole]):
            continue
        severity = subject.grade(relation, *relation.printed())
        if not number(whole):
            yield finding(
                "percent",
                severity,
                relation.percent,
                None,
                "{printed} dihitung dari keseluruhan yang nol",
                "{printed} is a share of a whole that is zero",
                concerns=relation.printed(),
            )
            continue
        exact = Percentage.of_fraction(number(part) / number(whole))
        computed = Percentage(exact.rounded(relation.places, Rounding.HALF_UP))
        off = abs(number(exact) - number(percent))
        if computed == percent or off <= subject.slack(relation.percent):
            yield None
            continue
        yield finding(
            "percent",
            severity,
            relation.percent,
            computed,
            "tercetak {printed}, tetapi {part} dari {whole} adalah {computed}",
            "{printed} is printed, but {part} of {whole} is {computed}",
            part=part,
            whole=whole,
            concerns=relation.printed(),
        )


def check_parts(subject: Subject) -> Iterator[Finding | None]:
    """A part of a population or of an amount is not larger than the whole of it."""
    for relation in subject.relations:
        if not isinstance(relation, (PartOf, ShareOf)):
            continue
        part, whole = relation.part, relation.whole
        small, large = amount(part), amount(whole)
        if small is None or large is None or not comparable([small, large]):
            continue
        if number(small) <= number(large) + subject.slack(part, whole):
            yield None
            continue
        yield finding(
            "part_of",
            subject.grade(relation, part, whole),
            part,
            large,
            "{small} adalah bagian dari {computed} ({where}), tetapi lebih besar",
            "{small} is a part of {computed} ({where}), yet larger",
            small=small,
            where=places([whole]),
            concerns=(whole,),
        )


def check_words(subject: Subject) -> Iterator[Finding | None]:
    """An amount in words is the amount in figures beside it, and is a number at all."""
    for relation in subject.of(InWords):
        figure, words = amount(relation.figure), amount(relation.words)
        if figure is None:
            continue
        if words is not None and number(figure) == number(words):
            yield None
            continue
        problem = (
            ("kata-kata {printed} bukan bilangan", "the words {printed} are no number")
            if words is None
            else ("kata-kata {printed} berarti {words}", "the words {printed} say {words}")
        )
        yield finding(
            "words",
            subject.grade(relation, relation.figure),
            relation.words,
            figure,
            problem[0] + "; angkanya {computed}",
            problem[1] + "; the figure is {computed}",
            words=words,
            concerns=(relation.figure,),
        )


def check_same_figures(subject: Subject) -> Iterator[Finding | None]:
    """One figure that is given more than once has one value.

    The value that most places give is held against the others; where they balance, the first.
    """
    for relation in subject.of(SameFigure):
        stated = [(cell, value) for cell in relation.figures if (value := amount(cell)) is not None]
        exact = [value for cell, value in stated if not subject.is_about(cell)]
        if len(stated) < 2 or not exact:
            continue
        most = Counter((kind(value), number(value)) for value in exact).most_common(1)[0][0]
        reference = next(cell for cell, value in stated if (kind(value), number(value)) == most)
        for cell, value in stated:
            if cell is reference:
                continue
            if kind(value) == most[0] and abs(number(value) - most[1]) <= subject.slack(cell):
                yield None
                continue
            yield finding(
                "same_figure",
                subject.grade(relation, cell),
                cell,
                reference.value,
                "di sini {value}, di tempat lain ({where}) {computed}",
                "here it is {value}, elsewhere ({where}) {computed}",
                value=value,
                where=places([reference]),
                concerns=relation.figures,
            )


def check_counts(subject: Subject) -> Iterator[Finding | None]:
    """A number of things is how many of them are listed, told or shown in rows."""
    for relation in subject.of(CountOf):
        stated = count_in(relation.count)
        if stated is None:
            continue
        if abs(stated - len(relation.counted)) <= subject.slack(relation.count):
            yield None
            continue
        yield finding(
            "count",
            subject.grade(relation, relation.count),
            relation.count,
            len(relation.counted),
            "{printed}: disebut {stated}, tetapi yang terhitung {computed}",
            "{printed}: it says {stated}, but {computed} are there",
            stated=stated,
            concerns=relation.counted,
        )


def check_largest(subject: Subject) -> Iterator[Finding | None]:
    """What is said to be the largest is not smaller than what it is compared with."""
    for relation in subject.of(LargestOf):
        largest = [(cell, value) for cell in relation.largest if (value := amount(cell)) is not None]
        others = [(cell, value) for cell in relation.others if (value := amount(cell)) is not None]
        if not largest or not others or not comparable([value for _, value in (*largest, *others)]):
            continue
        smallest, value = min(largest, key=_by_number)
        above, more = max(others, key=_by_number)
        if number(more) <= number(value):
            yield None
            continue
        yield finding(
            "largest",
            subject.grade(relation, smallest, above),
            smallest,
            more,
            "{value} disebut terbesar, tetapi {computed} ({where}) lebih besar",
            "{value} is called the largest, but {computed} ({where}) is larger",
            value=value,
            where=places([above]),
            concerns=relation.printed(),
        )


def _by_number(pair: tuple[Printed, Value]) -> Fraction:
    return number(pair[1])
