"""Laws that any report keeps, whatever it prints."""

from __future__ import annotations

import pickle

from hypothesis import given
from hypothesis import strategies as st

from kesos import reports as relations
from kesos.reports import Column, Report, Table, read_cell
from kesos.values import Percentage, Period, Quantity
from kesos.wording import format_number

COUNTS = st.integers(min_value=0, max_value=10**12)
ROWS = st.lists(st.tuples(COUNTS, COUNTS), min_size=1, max_size=8)
MEANINGS: dict[str, type] = {
    "text": type(None),
    "number": int,
    "year": int,
    "percent": Percentage,
    "period": Period,
    "quantity": Quantity,
}
COLUMNS = [Column("families", "KK", unit="family"), Column("people", "Jiwa", unit="person")]


def report(rows: list[tuple[int, int]], total: tuple[int, int]) -> Report:
    table = Table.build(
        number="1",
        title="Korban",
        document="Laporan",
        columns=COLUMNS,
        rows=[(str(number), *row) for number, row in enumerate(rows, 1)],
        total=("Jumlah", *total),
    )
    return Report(code="contoh", title="Laporan", office="Dinas", period="2099", tables=[table])


def sums(made: Report) -> list[tuple[int, int]]:
    return [
        (sum(part.value.amount for part in each.parts), each.total.value.amount)
        for each in made.all_relations()
        if isinstance(each, relations.SumOf)
    ]


@given(ROWS)
def test_every_printed_total_of_a_table_is_held_against_the_sum_of_its_column(rows: list[tuple[int, int]]) -> None:
    total = (sum(row[0] for row in rows), sum(row[1] for row in rows))
    assert sums(report(rows, total)) == [(total[0], total[0]), (total[1], total[1])]


@given(ROWS, COUNTS, COUNTS)
def test_a_printed_total_is_never_corrected(rows: list[tuple[int, int]], families: int, people: int) -> None:
    assert [printed for _, printed in sums(report(rows, (families, people)))] == [families, people]


@given(ROWS)
def test_a_report_survives_being_stored_and_is_equal_to_itself_built_anew(rows: list[tuple[int, int]]) -> None:
    made = report(rows, (0, 0))
    assert pickle.loads(pickle.dumps(made)) == made == report(rows, (0, 0))
    assert hash(made) == hash(report(rows, (0, 0)))


@given(COUNTS)
def test_a_count_that_is_printed_is_read_back_from_its_cell(count: int) -> None:
    assert read_cell(format_number(count, "id"), COLUMNS[0]) == Quantity(count, "family")


@given(st.text(max_size=40), st.sampled_from(list(MEANINGS)))
def test_a_cell_has_no_value_or_one_that_its_column_holds_whatever_it_prints(text: str, holds: str) -> None:
    column = Column("x", unit="family" if holds == "quantity" else None, holds=holds)  # type: ignore[arg-type]
    assert isinstance(read_cell(text, column), (MEANINGS[holds], type(None)))
