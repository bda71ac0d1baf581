"""Printed totals held against the rows that they are of, and no others; said where nobody can check them."""

from __future__ import annotations

import io
from typing import Any

import pytest

from kesos import tables
from kesos.tables import EventReading

HEAD = "Jenis;Lokasi;Tanggal;Jiwa"


def read(*people: object) -> EventReading:
    """Events with these people, from the second row on; a pair is a total with what is printed in it, and a text
    that begins with a letter is a hazard that nobody knows."""
    lines = [HEAD]
    for at, each in enumerate(people, 1):
        if isinstance(each, tuple):
            lines.append(f"{each[0]};;;{each[1]}")
        elif isinstance(each, str) and each.startswith("Bnajir "):
            lines.append(f"Bnajir;Desa {at};2024;{each.partition(' ')[2]}")
        else:
            lines.append(f"Banjir;Desa {at};2024;{each}")
    return tables.read_events(io.StringIO("\n".join(lines)))


def told(reading: EventReading) -> dict[Any, Any]:
    """By total: what its rows come to where it was rejected, the rows for which it cannot be checked, or ()."""
    differing = {each.row: int(each.reason("en").rpartition(" ")[2]) for each in reading.rejects if each.is_total}
    return differing | {each.row: each.unchecked for each in reading.skipped if each.kind == "total"}


@pytest.mark.parametrize("sub", ["Subtotal", "Jumlah", "Sub Jumlah"])
@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ((10, 20, ("{} I", 30), "x y", ("{} II", 40)), {4: (), 6: (5,)}),
        ((10, 20, ("{}", 30), 40, "±20", ("{}", 60)), {4: (), 7: (6,)}),
        ((10, 20, ("{}", 30), "x y", ("{}", 30)), {4: (), 6: (5,)}),
        ((10, 20, ("{}", 30), 40, "Bnajir 5", ("{}", 44)), {4: (), 7: (6,)}),
        ((10, 20, ("{}", 30), 40, "Bnajir 5", ("{}", 45)), {4: (), 7: ()}),
        ((10, 20, ("{}", 30), 40, "Bnajir 5", ("{}", 46)), {4: (), 7: 45}),
        ((10, 20, ("{}", 30), 40, "Bnajir 5", ("{}", 39)), {4: (), 7: 40}),
        ((10, 20, ("{}", 30), 40, "Bnajir 5", ("{}", 40)), {4: (), 7: ()}),
        ((10, "x", ("{}", 30), 40, 5, ("{}", 50)), {4: (3,), 7: 45}),
        ((10, "x", ("{}", 30), "y", ("{}", 50), ("Total", 80)), {4: (3,), 6: (5,), 7: (3, 5)}),
        ((10, 20, ("{}", 30), 40, ("{}", 41), ("Total", 71)), {4: (), 6: 40, 7: 70}),
        ((10, 20, ("{}", 30), 40, ("{}", 40), 5, ("Grand Total", 99)), {4: (), 6: (), 8: 75}),
        ((10, 20, ("{}", 30), 40, ("{}", 70)), {4: (), 6: ()}),
    ],
)  # fmt: skip
def test_a_total_is_held_against_its_own_rows_and_names_those_for_which_it_cannot_be_checked(
    sub: str, people: tuple[Any, ...], expected: dict[int, Any]
) -> None:
    rows = [(each[0].format(sub), each[1]) if isinstance(each, tuple) else each for each in people]
    assert told(read(*rows)) == expected


def test_a_total_of_groups_is_no_total_of_the_groups_before_them() -> None:
    block = (10, ("Sub Jumlah", 10), 20, ("Sub Jumlah", 20))
    assert told(read(*block, ("Jumlah Kec. A", 31), *block, ("Jumlah Kec. B", 30), ("Total", 60))) == {
        3: (), 5: (), 6: 30, 8: (), 10: (), 11: (), 12: (),
    }  # fmt: skip
    assert told(read(*block, ("Jumlah Kec. A", 30), *block, ("Jumlah Kec. B", 31), ("Total", 61)))[11] == 30


def test_rows_for_which_a_total_is_not_checked_are_named_in_their_order() -> None:
    lines = [
        "Jenis;Lokasi;Tanggal;KK;Jiwa",
        "Bnajir;A;2024;1;2",
        "Banjir;B;2024;1;x",
        "Banjir;C;2024;y;3",
        "Jumlah;;;9;9",
    ]
    reading = tables.read_events(io.StringIO("\n".join(lines)))
    assert [(each.row, each.unchecked) for each in reading.skipped] == [(5, (2, 3, 4))]


def test_why_a_total_is_not_checked_is_told_in_both_languages() -> None:
    total = read(10, "x", "Bnajir 3", ("Jumlah", 30)).skipped[0]
    assert total.reason("id").endswith(
        "tidak dapat diperiksa, karena di antaranya ada yang ditolak, tidak terbaca, atau tidak terisi: baris 3, 4"
    )
    assert total.reason("en").endswith("some that were rejected, cannot be read, or are blank: row 3, 4")


def test_a_row_kept_without_its_bad_cell_leaves_the_total_unchecked() -> None:
    text = f"{HEAD}\nBanjir;A;2024;10\nBanjir;B;2024;±20\nJumlah;;;30"
    reading = tables.read_events(io.StringIO(text), keep_without_bad_cells=True)
    assert not reading.rejects
    assert [(each.row, each.unchecked) for each in reading.skipped] == [(4, (3,))]


def test_an_account_over_one_that_cannot_be_read_is_not_checked() -> None:
    text = "Kode Rekening;Uraian;Anggaran\n5;Belanja;100\n5.1;A;60\n5.2;B;4o\n"
    budget = tables.read_budget(io.StringIO(text), year=2024, holder="Dinas", funding="APBD")
    assert [(each.row, each.kind, each.unchecked) for each in budget.skipped] == [(2, "total", (4,))]
    assert [each.row for each in budget.rejects] == [4]
