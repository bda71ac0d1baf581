"""The relations that no rule could check, and because of what; and the figures that stand among words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kesos.audit._fitness import is_fit
from kesos.audit._notes import cells_with_figures
from kesos.audit._sentences import few_of, places, told
from kesos.audit._subject import Subject
from kesos.reports import (
    Affected,
    AverageOf,
    BudgetFor,
    CountOf,
    GrowthOf,
    InOrder,
    InWords,
    LargestOf,
    PaidIn,
    PartOf,
    ProductOf,
    Relation,
    SameFigure,
    SameName,
    Series,
    ShareOf,
    SumOf,
    TargetPath,
    TargetYear,
    TwoCounts,
    WeekdayOf,
    YearsShown,
)
from kesos.reports._cells import says_nothing
from kesos.reports._dismissals import settled_among
from kesos.reports._printed import on_one_line
from kesos.reports._proposed_columns import not_supposed
from kesos.reports._relation import whole_table
from kesos.values import Printed, Text

_KINDS: Mapping[type[Relation], Text] = {
    SumOf: Text("jumlah", "total"),
    AverageOf: Text("rata-rata", "average"),
    TwoCounts: Text("hitungan", "count"),
    CountOf: Text("banyaknya", "number of things"),
    PartOf: Text("bagian", "part"),
    ShareOf: Text("persentase", "percentage"),
    GrowthOf: Text("pertumbuhan", "growth"),
    ProductOf: Text("hasil kali", "product"),
    LargestOf: Text("yang terbesar", "largest"),
    SameFigure: Text("angka yang disebut lebih dari sekali", "figure given more than once"),
    InWords: Text("angka yang disertai terbilang", "figure with its words"),
    PaidIn: Text("pembayaran", "payment"),
    BudgetFor: Text("anggaran", "budget"),
    Affected: Text("KK, jiwa, dan rumah", "families, people and houses"),
    WeekdayOf: Text("hari", "weekday"),
    InOrder: Text("urutan tanggal", "order of days"),
    YearsShown: Text("tahun dalam judul", "announced years"),
    Series: Text("angka menurut tahun", "figures by year"),
    TargetYear: Text("tahun target", "year of a target"),
    TargetPath: Text("target", "target"),
    SameName: Text("nama", "name"),
}
_OTHER = Text("hubungan", "relation")
_OF_MANY = (SameFigure, LargestOf, Affected, InOrder, Series, TargetPath)
"""Relations of several figures, none of which is the result of the others: what says nothing claims nothing there."""
_NOTHING = Text("(kosong)", "(blank)")


def unchecked(subject: Subject) -> tuple[Text, ...]:
    """Which relations of the report were not checked, each with the cells that are not known or fit nothing.

    Where nothing is printed for the result, or it is said to be unknown, there was nothing to check. What heads suggest
    and too few rows bear out was not supposed, and so not checked either.
    """
    return (
        *(_said(relation, cells) for relation, cells in _not_known(subject)),
        *_not_supposed(subject),
        *_among_words(subject),
    )


def _among_words(subject: Subject) -> Iterator[Text]:
    for table in subject.report.tables:
        for column in table.columns:
            cells = [cell for cell, begins in cells_with_figures(table, column) if not begins]
            if cells:
                yield told(
                    'angka di antara kata pada kolom "{column}" ({where})',
                    'figures among the words of column "{column}" ({where})',
                    column=on_one_line(column.label),
                    where=places(cells),
                )


def _not_supposed(subject: Subject) -> Iterator[Text]:
    report, ordinary = subject.report, subject.ordinary
    is_settled = settled_among(subject.relations, report.dismissed, {table.number: table for table in report.tables})
    for table in report.tables:
        for guess, would in not_supposed(table, ordinary.supposed_from_rows, ordinary.supposed_unless_broken):
            if not any(map(is_settled, would)):
                yield told(
                    "dugaan bahwa {guess} ({where}) karena terlalu sedikit baris yang cocok",
                    "the guess that {guess} ({where}) because too few rows fit",
                    guess=guess,
                    where=whole_table(would[0].source),
                )


def _not_known(subject: Subject) -> Iterator[tuple[Relation, list[Printed]]]:
    for relation in subject.unknown():
        cells = list(dict.fromkeys(relation.printed()))
        unknown = [cell for cell in cells if not is_fit(relation, cell)]
        if type(relation) in _OF_MANY:
            unknown = [cell for cell in unknown if not says_nothing(cell)]
            claims = sum(not says_nothing(cell) for cell in relation.printed()) > 1
        else:
            results = (relation.one, relation.other) if isinstance(relation, TwoCounts) else (cells[:1],)
            claims = not any(all(map(says_nothing, result)) for result in results)
        if claims and (unknown or (relation.certain and relation.guess is None)):
            yield relation, unknown


def _said(relation: Relation, unknown: Sequence[Printed]) -> Text:
    first = relation.printed()[0]
    cells = [
        told("{where}: {cell}", "{where}: {cell}", where=each.source, cell=_print(each))
        for each in unknown or dict.fromkeys(relation.printed())
    ]
    return told(
        "{kind} {cell} ({where}) karena {because}"
        if unknown
        else "{kind} {cell} ({where}) karena tidak ada yang dapat disimpulkan dari {because}",
        "{kind} {cell} ({where}) because of {because}"
        if unknown
        else "{kind} {cell} ({where}) because nothing can be concluded from {because}",
        kind=_KINDS.get(type(relation), _OTHER),
        cell=_print(first),
        where=first.source,
        because=few_of(cells),
    )


def _print(cell: Printed) -> Printed | Text:
    return cell if cell.text.strip() else _NOTHING
