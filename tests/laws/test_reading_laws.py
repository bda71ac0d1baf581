"""Nothing is passed over in silence: each cell of a table is told once, as what became of it."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from kesos.audit import find_contradictions
from kesos.reports import Report, Table, read_tables
from kesos.values import Quantity

UNREADABLE = st.sampled_from(["20 ekor", "?", "±15", "1,234", "12.34", "lima puluhan", "3/4", "1 000", "dua?"])
NOTHING = st.sampled_from(["", "-", "Tidak diketahui", "tidak ada data"])
FIGURES = st.integers(0, 900).map(str)
ROWS = st.lists(st.tuples(st.one_of(FIGURES, UNREADABLE, NOTHING), st.one_of(FIGURES, UNREADABLE)), min_size=2)


def audited(rows: Sequence[tuple[str, str]], head: str, total: str) -> tuple[Table, Report]:
    lines = [f"Desa;{head};Lain", *(f"Desa {chr(97 + at % 26)};{one};{two}" for at, (one, two) in enumerate(rows))]
    (table,) = read_tables(io.StringIO("\n".join([*lines, f"Jumlah;{total};1"]) + "\n"), delimiter=";")
    return table, Report(code="x", title="T", office="O", tables=[table])


@given(ROWS, st.sampled_from(["Jiwa", "Nilai", "Kerugian (Rp)"]), st.integers(0, 10**5))
def test_each_cell_is_in_one_state_and_what_should_be_a_figure_and_is_none_is_listed(
    rows: list[tuple[str, str]], head: str, total: int
) -> None:
    table, report = audited(rows, head, str(total))
    audit = find_contradictions(report)
    printed = [cell for row in table.rows for _, cell in row.cells]
    assert sum(dict(audit.cells).values()) == len(printed) == 3 * (len(rows) + 1)
    assert dict(audit.cells)["unread"] == len(audit.unread)
    # a total stands under both heads, so that neither column is one of words
    planted = Counter(text for row in rows for text in row if text in ("20 ekor", "?", "±15", "lima puluhan", "dua?"))
    unread = Counter(cell.text for cell in audit.unread)
    # a column of which every figure is so many head is one of heads
    unread["20 ekor"] += sum(cell.text == "20 ekor" and isinstance(cell.value, Quantity) for cell in printed)
    assert all(unread[text] >= many for text, many in planted.items() if text != "20 ekor" or head != "Nilai")
    told = {cell.text for cell in printed if cell.value is None} - {cell.text for cell in audit.unread}
    assert told <= {
        "",
        "-",
        "Tidak diketahui",
        "tidak ada data",
        "Jumlah",
        *(row.cells[0][1].text for row in table.rows),
    }


@given(ROWS, st.integers(0, 10**5))
def test_a_sum_counts_as_checked_where_each_of_its_parts_was_read_or_the_known_ones_exceed_it(
    rows: list[tuple[str, str]], total: int
) -> None:
    table, report = audited(rows, "Nilai", str(total))
    audit = find_contradictions(report)
    sums = 0
    for column in table.columns:
        if column.holds != "number" or table.rows[-1][column.code].value is None:
            continue
        values = [row[column.code].value for row in table.rows[:-1]]
        known = sum(value for value in values if value is not None)
        sums += None not in values or known > table.rows[-1][column.code].value
    assert audit.checked["sum"] == sums
