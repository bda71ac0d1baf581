"""Rows that nest: a total is supposed to be of its own rows, and a grand total of those that lie below no other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from kesos.audit import Ordinary, find_contradictions
from kesos.reports import Column, Report, SumOf, Table, load_report, propose_relations, read_tables
from kesos.values import Printed, Quantity

MONEY = Column("money", "Pagu (Rp)", unit="IDR")
COUNT = Column("count", "Kegiatan", holds="number")
NAME = Column("name", "Uraian")


def made(rows: Sequence[tuple[Any, ...]], columns: Sequence[Column] = (NAME, MONEY), **more: Any) -> Table:
    return Table.build(number="1", title="T", document="d", columns=columns, rows=rows, **more)


def report(*tables: Table) -> Report:
    return Report(code="x", title="T", office="O", period="2024", tables=tables)


def sums(table: Table) -> dict[str, list[str]]:
    found = [each for each in propose_relations([table]) if isinstance(each, SumOf)]
    return {row_of(each.total): [row_of(part) for part in each.parts] for each in found}


def row_of(cell: Printed) -> str:
    return str(getattr(cell.source, "row", None))


ACCOUNTS = [
    ("4", "Pendapatan", 60),
    ("4.1", "Asli", 40),
    ("4.1.1", "Pajak", 30),
    ("4.1.2", "Retribusi", 10),
    ("4.2", "Transfer", 20),
    ("5", "Belanja", 50),
    ("5.1", "Operasi", 35),
    ("5.2", "Modal", 15),
]


def test_accounts_add_up_those_right_below_them_and_the_total_adds_up_the_widest() -> None:
    table = made(ACCOUNTS, total=("Jumlah", "Jumlah", 110))
    assert sums(table) == {
        "4": ["4.1", "4.2"],
        "4.1": ["4.1.1", "4.1.2"],
        "5": ["5.1", "5.2"],
        "Jumlah": ["4", "5"],
    }
    audit = find_contradictions(report(table))
    assert not audit.of_rule("sum")
    assert audit.checked["sum"] == 4
    sure = report(table)
    assert not find_contradictions(sure.confirm(sure.relations_to_confirm)).errors


@pytest.mark.parametrize("at", range(len(ACCOUNTS)))
def test_one_account_that_was_changed_is_asked_about_where_it_adds_up_or_is_added_up(at: int) -> None:
    rows: list[tuple[Any, ...]] = [*ACCOUNTS]
    rows[at] = (*rows[at][:2], rows[at][2] + 9)
    found = find_contradictions(report(made(rows, total=("Jumlah", "Jumlah", 110)))).of_rule("sum")
    assert found
    assert all(each.severity == "suspicious" and each.guess is not None for each in found)
    code = rows[at][0]
    assert {row_of(each.concerns[0]) for each in found} <= {code, code.rpartition(".")[0] or "Jumlah"}


def test_a_grand_total_may_be_of_the_lines_at_the_bottom_where_those_above_have_no_figure() -> None:
    rows = [
        ("A", "Wilayah satu", None),
        ("1", "Umpama", 10),
        ("2", "Ibarat", 20),
        ("B", "Wilayah dua", None),
        ("1b", "Misal", 5),
    ]
    columns = (Column("no", "No"), NAME, MONEY)
    table = made(
        [(str(at), code.rstrip("b"), *rest) for at, (code, *rest) in enumerate(rows, 1)],
        columns,
        total=("J", None, "Jumlah", 35),
    )
    assert sums(table) == {"J": ["2", "3", "5"]}


@pytest.mark.parametrize(
    "marks",
    [("A", "1", "2", "B", "1", "2"), ("I", "A", "B", "II", "A", "B"), ("1", "a", "b", "2", "a", "b"),
     ("I.", "1)", "2)", "II.", "1)", "2)"), ("1", "1)", "2)", "2", "1)", "2)")],
)  # fmt: skip
def test_letters_and_numbers_that_take_turns_nest(marks: tuple[str, ...]) -> None:
    figures = (30, 10, 20, 9, 4, 5)
    columns = (Column("no", "No"), NAME, MONEY)
    lines = [
        (str(at), mark, f"baris {at}", figure) for at, (mark, figure) in enumerate(zip(marks, figures, strict=True))
    ]
    table = made(lines, columns, total=("J", None, "Jumlah", 39))
    assert sums(table) == {"0": ["1", "2"], "3": ["4", "5"], "J": ["0", "3"]}


@pytest.mark.parametrize(
    "marks", [("1", "2", "3", "4"), ("A", "2", "3", "B"), ("A", None, "1", "B"), ("H", "I", "J", "K")]
)
def test_a_list_that_is_numbered_in_one_way_or_begins_in_its_middle_is_flat(marks: tuple[Any, ...]) -> None:
    columns = (Column("no", "No"), NAME, MONEY)
    lines = [(f"r{at}", mark, "baris", 10) for at, mark in enumerate(marks)]
    table = made(lines, columns, total=("J", None, "Jumlah", 40))
    assert sums(table) == {}
    assert not find_contradictions(report(table)).errors


def test_words_that_are_set_in_nest() -> None:
    rows = [("a", "Belanja", 30), ("b", "  Pegawai", 10), ("c", "  Barang", 20), ("d", "Modal", 5)]
    assert sums(made(rows, total=("J", "Jumlah", 35))) == {"a": ["b", "c"], "J": ["a", "d"]}
    slip = [(code, words.replace("  ", " "), figure) for code, words, figure in rows]
    assert sums(made(slip, total=("J", "Jumlah", 65))) == {}


def test_subtotals_are_of_their_own_rows_and_what_they_name() -> None:
    columns = (Column("no", "No"), NAME, MONEY, COUNT)
    rows: list[tuple[Any, ...]] = [
        ("1", "A", "Banjir", None, None),
        ("2", "1", "Umpama", 10, 1),
        ("3", "2", "Ibarat", 20, 2),
        ("4", None, "Jumlah A", 30, 3),
        ("5", "B", "Kebakaran", None, None),
        ("6", "1", "Misal", 5, 4),
        ("7", None, "Jumlah Kebakaran", 5, 4),
        ("8", None, "Jumlah", 35, 7),
    ]
    table = made(rows, columns)
    assert sums(table) == {"4": ["2", "3"], "7": ["6"], "8": ["4", "7"]}
    wrong = made([*rows[:3], ("4", None, "Jumlah A", 31, 3), *rows[4:]], columns)
    # the grand total is what the lines at the bottom add up to, so that only the subtotal is asked about
    assert sums(wrong) == {"4": ["2", "3"], "7": ["6"], "8": ["2", "3", "6"]}
    (found,) = find_contradictions(report(wrong)).of_rule("sum")
    assert (found.row, found.computed) == ("Jumlah A", Quantity(30, "IDR"))


def test_rows_that_hold_others_and_are_no_sums_of_them_lead_to_no_question() -> None:
    rows = [("1", "Nilai", 7), ("1.1", "satu", 3), ("1.2", "dua", 9), ("2", "Mutu", 8), ("2.1", "tiga", 2)]
    assert sums(made(rows, (NAME, COUNT))) == {}
    assert sums(made([*rows, ("2.2", "empat", 6)], (NAME, COUNT))) == {"1": ["1.1", "1.2"], "2": ["2.1", "2.2"]}


def test_few_accounts_are_supposed_to_add_up_though_none_does_and_many_are_not() -> None:
    few = [("4", "Pendapatan", 9), ("4.1", "Asli", 3), ("4.2", "Transfer", 4)]
    assert sums(made(few)) == {"4": ["4.1", "4.2"]}
    many = [(f"{at}{code}", "Uraian", 9) for at in (4, 5, 6) for code in ("", ".1", ".2")]
    assert sums(made(many)) == {}


def test_an_average_above_all_rows_is_of_none() -> None:
    rows = [("a", "Rata-rata", 5), ("b", "Umpama", 5), ("c", "Ibarat", 5)]
    assert not propose_relations([made(rows)])


def test_a_first_total_is_of_the_rows_below_it_only_where_they_add_up_to_it() -> None:
    rows = [("a", "Jumlah", 15), ("b", "Umpama", 5), ("c", "Ibarat", 10)]
    assert sums(made(rows)) == {"a": ["b", "c"]}
    assert sums(made([("a", "Jumlah", 16), *rows[1:]])) == {}


def test_a_file_and_a_sheet_nest_alike(tmp_path: Any) -> None:
    path = tmp_path / "lra.csv"
    path.write_text(
        "Kode;Uraian;Pagu (Rp)\n4;Pendapatan;30\n4.1;Asli;10\n4.2;Transfer;20\n;Jumlah;30\n", encoding="utf-8"
    )
    (table,) = read_tables(path, document="d")
    assert [[part.text for part in each.parts] for each in propose_relations([table]) if isinstance(each, SumOf)] == [
        ["10", "20"],
        ["30"],
    ]
    typed = tmp_path / "lra.toml"
    typed.write_text(
        """format = 1
code = "x"
title = "T"
office = "O"
period = "2024"
[[tables]]
number = "1"
title = "LRA"
columns = [{ head = "Uraian" }, { code = "pagu", head = "Pagu (Rp)", unit = "IDR" }]
rows = '''
4 | Pendapatan | 30
4.1 | Asli | 10
4.2 | Transfer | 20
'''
total = "Jumlah | Jumlah | 30"
""",
        encoding="utf-8",
    )
    loaded = load_report(typed)
    assert not find_contradictions(loaded).errors
    assert sums(loaded.tables[0]) == {"4": ["4.1", "4.2"], "Jumlah": ["4"]}


def test_how_many_sums_of_nested_rows_may_break_is_said() -> None:
    rows = [("1", "Satu", 3), ("1.1", "Dua", 3), ("2", "Tiga", 9), ("2.1", "Empat", 4)]
    table = made(rows, (NAME, COUNT))
    for most, many in (("0.5", 1), ("0.4", 0)):
        audit = find_contradictions(report(table), ordinary=Ordinary(nested_unless_broken=most))  # type: ignore[arg-type]
        assert len(audit.of_rule("sum")) == many


def test_figures_and_numbers_of_rows_do_not_nest_and_codes_of_digits_do() -> None:
    rows = [("a", 1, 1), ("b", 100, 2), ("c", 101, 3)]
    assert sums(made(rows, (COUNT, MONEY), total=("J", 202, 6))) == {}
    assert not find_contradictions(report(made(rows, (COUNT, MONEY), total=("J", 202, 6)))).of_rule("sum")
    assert find_contradictions(report(made(rows, (COUNT, MONEY), total=("J", 203, 6)))).errors
    assert sums(made([("1", "Satu", 3), ("10", "Dua", 1), ("11", "Tiga", 2)], total=("J", "Jumlah", 6))) == {}
    codes = (Column("code", "Kode"), NAME, MONEY)
    listed = [("a", "5", "Belanja", 3), ("b", "51", "Operasi", 1), ("c", "52", "Modal", 2)]
    assert sums(made(listed, codes)) == {"a": ["b", "c"]}
    assert sums(made([], ())) == {}


def test_codes_with_a_comma_nest_where_the_head_says_that_they_are_codes() -> None:
    coded = (Column("code", "Kode Rekening"), NAME, MONEY)
    rows = [("4", "4", "Pendapatan", 60), ("a", "4,1", "Asli", 40), ("b", "4,2", "Transfer", 20)]
    assert sums(made(rows, coded)) == {"4": ["a", "b"]}
    assert sums(made(rows, (Column("code", "Catatan"), NAME, MONEY))) == {}
