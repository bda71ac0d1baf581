"""What the figures of tables seem to have to do with each other, where nobody has said so: guesses, to be confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from kesos import _checks as checks
from kesos.reports._amounts_compared import AverageOf
from kesos.reports._nested_sums import MOST_NESTED_BROKEN, supposed_sums
from kesos.reports._nesting import AVERAGE, TOTAL, can_be_added, row_words
from kesos.reports._proposed_columns import column_relations
from kesos.reports._proposed_figures import same_figures
from kesos.reports._relation import Relation
from kesos.reports._rows import Row
from kesos.reports._tables import Table
from kesos.values import Text
from kesos.values._exact import exact_ratio

FEWEST_ROWS = 2
"""One row may fit by accident: nearly every figure is the sum or a share of some others."""
MOST_BROKEN = Fraction(1, 3)
"""Of three rows one may be wrong and two show what the column is; a column that breaks more often is something else."""


def propose_relations(
    tables: Iterable[Table],
    *,
    fewest_rows: int = FEWEST_ROWS,
    most_broken: Fraction | int | str = MOST_BROKEN,
    most_nested_broken: Fraction | int | str = MOST_NESTED_BROKEN,
) -> tuple[Relation, ...]:
    """Totals, averages, shares, growth, products, what is left, figures given twice, as heads and arithmetic suggest.

    Each carries in `guess` why it is supposed, so that no audit takes a break of it for an error.

    Args:
        tables: The tables.
        fewest_rows: In how many rows at least the arithmetic of a column has to fit; one row may fit by accident.
        most_broken: Of what share of its rows at most it may break ("2/5"); where more break, the column is something
            else. A total that carries what is broken in its rows does not count against a sum.
        most_nested_broken: Of what share of the rows that hold others at most the sum may break: how rows nest already
            says what they add up, so that arithmetic has to speak for it as often as against it.

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
    broken = exact_ratio(most_broken, "most_broken")
    nested = exact_ratio(most_nested_broken, "most_nested_broken")
    listed = checks.items(tables, "tables", Table)
    return (
        *(each for table in listed for each in supposed_sums(table, nested)),
        *(each for table in listed for each in _averages(table)),
        *(each for table in listed for each in column_relations(table, fewest, broken)),
        *same_figures(listed),
    )


def _averages(table: Table) -> Iterator[AverageOf]:
    """Rows that are called an average, though the table does not say that they are one."""
    above: list[Row] = []
    for row in table.rows:
        words = row_words(table, row)
        if row.kind != "data" or TOTAL.match(words):
            above = []
        elif not AVERAGE.match(words):
            above.append(row)
        elif above:
            guess = Text(
                f'baris "{words}" tampaknya rata-rata {len(above)} baris',
                f'row "{words}" seems an average of {len(above)}',
            )
            for column in table.columns:
                if (can_be_added(column) or column.holds == "percent") and column.code in row:
                    cell, parts = row[column.code], [each[column.code] for each in above if column.code in each]
                    if cell.value is not None and parts:
                        yield AverageOf(cell, parts=parts, certain=False, guess=guess)
