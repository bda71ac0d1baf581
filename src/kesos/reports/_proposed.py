"""What the figures of tables seem to have to do with each other, where nobody has said so: guesses, to be confirmed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

from kesos import _checks as checks
from kesos.reports._amounts_compared import AverageOf, SumOf
from kesos.reports._printed import on_one_line
from kesos.reports._proposed_columns import column_relations
from kesos.reports._proposed_figures import same_figures
from kesos.reports._relation import Relation
from kesos.reports._rows import Row
from kesos.reports._tables import Table
from kesos.values import Text, exact_fraction

FEWEST_ROWS = 2
"""One row may fit by accident: nearly every figure is the sum or a share of some others."""
MOST_BROKEN = Fraction(1, 3)
"""Of three rows one may be wrong and two show what the column is; a column that breaks more often is something else."""

_TOTAL = re.compile(r"(?:sub[ -]?total|grand total|jumlah|total)\b", re.IGNORECASE)
_AVERAGE = re.compile(r"(?:rata-rata|rerata|average)\b", re.IGNORECASE)


def propose_relations(
    tables: Iterable[Table], *, fewest_rows: int = FEWEST_ROWS, most_broken: Fraction | int | str = MOST_BROKEN
) -> tuple[Relation, ...]:
    """Totals, averages, shares, growth, products and figures given twice, as heads and arithmetic suggest them.

    Each carries in `guess` why it is supposed, so that no audit takes a break of it for an error.

    Args:
        tables: The tables.
        fewest_rows: In how many rows at least the arithmetic of a column has to fit; one row may fit by accident.
        most_broken: Of what share of its rows at most it may break; where more break, the column is something else.

    >>> from kesos.reports import Column
    >>> table = Table.build(
    ...     number="1", title="Realisasi", document="Laporan contoh",
    ...     columns=[Column("ceiling", "Pagu", unit="IDR"), Column("realized", "Realisasi", unit="IDR"),
    ...              Column("percent", "%", holds="percent")],
    ...     rows=[("1", 1_000, 950, "95,00"), ("2", 500, 400, "80,00"), ("3", 100, 91, "90,00")])
    >>> [(type(each).__name__, each.guess.en) for each in propose_relations([table])][0]
    ('ShareOf', 'column "%" is "Realisasi" over "Pagu" in 2 of 3 rows')
    """
    fewest = checks.count(fewest_rows, "fewest_rows")
    broken = exact_fraction(most_broken, "most_broken")
    listed = checks.items(tables, "tables", Table)
    return (
        *(each for table in listed for each in _rows(table)),
        *(each for table in listed for each in column_relations(table, fewest, broken)),
        *same_figures(listed),
    )


def _rows(table: Table) -> Iterator[Relation]:
    """Rows that are called a total or an average, though the table does not say that they are one."""
    above: list[Row] = []
    subtotals: list[Row] = []
    for row in table.rows:
        words = _words(table, row)
        if row.kind == "data" and _AVERAGE.match(words) and above:
            yield from _of_rows(table, row, above, words, average=True)
        elif row.kind == "data" and _TOTAL.match(words) and (above or subtotals):
            yield from _of_rows(table, row, above or subtotals, words, average=False)
            subtotals, above = [*subtotals, row], []
        elif row.kind == "data":
            above.append(row)
        else:
            above = []


def _words(table: Table, row: Row) -> str:
    cells = (row[column.code].text.strip() for column in table.columns if column.holds == "text" and column.code in row)
    return on_one_line(next(filter(None, cells), row.code))


def _of_rows(table: Table, row: Row, above: list[Row], words: str, *, average: bool) -> Iterator[Relation]:
    guess = (
        Text(
            f'baris "{words}" tampaknya rata-rata {len(above)} baris', f'row "{words}" seems an average of {len(above)}'
        )
        if average
        else Text(
            f'baris "{words}" tampaknya jumlah {len(above)} baris', f'row "{words}" seems a total of {len(above)}'
        )
    )
    for column in table.columns:
        adds_up = column.holds == "quantity" or (column.holds == "number" and not column.is_numbering)
        if not (adds_up or (average and column.holds == "percent")) or column.code not in row:
            continue
        cell, parts = row[column.code], [each[column.code] for each in above if column.code in each]
        if cell.value is None or not parts:
            continue
        if average:
            yield AverageOf(cell, parts=parts, certain=False, guess=guess)
        else:
            yield SumOf(cell, parts=parts, blanks=table.blanks, certain=False, guess=guess)
