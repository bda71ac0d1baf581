"""The totals, averages, shares and products that no rule could check, and because of what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kesos.audit._arithmetic import amount
from kesos.audit._notes import cells_with_figures
from kesos.audit._sentences import few_of, places, told
from kesos.audit._subject import Subject
from kesos.reports import AverageOf, GrowthOf, ProductOf, Relation, ShareOf, SumOf, TwoCounts
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
    ShareOf: Text("persentase", "percentage"),
    GrowthOf: Text("pertumbuhan", "growth"),
    ProductOf: Text("hasil kali", "product"),
}
_NOTHING = Text("(kosong)", "(blank)")


def unchecked(subject: Subject) -> tuple[Text, ...]:
    """Which relations of the report were not checked, each with the cells that are not known.

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
        if type(relation) not in _KINDS:
            continue
        cells = relation.printed()
        results = (relation.one, relation.other) if isinstance(relation, TwoCounts) else (cells[:1],)
        unknown = [cell for cell in dict.fromkeys(cells) if amount(cell) is None]
        if unknown and not any(all(map(says_nothing, result)) for result in results):
            yield relation, unknown


def _said(relation: Relation, unknown: Iterable[Printed]) -> Text:
    first = relation.printed()[0]
    because = few_of(
        [told("{where}: {cell}", "{where}: {cell}", where=each.source, cell=_print(each)) for each in unknown]
    )
    return told(
        "{kind} {cell} ({where}) karena {because}",
        "{kind} {cell} ({where}) because of {because}",
        kind=_KINDS[type(relation)],
        cell=_print(first),
        where=first.source,
        because=because,
    )


def _print(cell: Printed) -> Printed | Text:
    return cell if cell.text.strip() else _NOTHING
