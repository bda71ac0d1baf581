"""Tables that kesos shows, as the sheets of one workbook."""

import csv
import io
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from kesos import (
    PEDUM_2003,
    Budget,
    BudgetLine,
    DisasterEvent,
    ProgramQuota,
    Quantity,
    Text,
    entitle_all,
    show,
    tables,
)
from kesos.errors import InvalidValueError
from kesos.values import Citation, Percentage, TableView
from kesos.values._tabulated import Shown, tabulated

MADE_UP = Citation(regulation="Laporan Contoh", known="hypothetical")
QUOTA = ProgramQuota(program="PKH", year=2017, area="Contoh", families=2_720, sub_areas={"A": 1_720, "=B": 1_000})
BUDGET = Budget(
    year=2017,
    holder="Contoh",
    funding="APBD",
    lines=[BudgetLine(name="Modal", ceiling=40_000, source=MADE_UP), BudgetLine(name="Jasa", ceiling=None)],
)


def book_of(given: Any, **options: Any) -> Any:
    file = io.BytesIO()
    tables.write_tables(given, file, format="xlsx", **options)
    return load_workbook(file)


def rows_of(sheet: Any) -> list[tuple[Any, ...]]:
    return [row for row in sheet.iter_rows(values_only=True) if any(cell is not None for cell in row)]


def test_each_table_is_a_sheet_with_its_caption_its_numbers_and_its_sources() -> None:
    book = book_of([QUOTA, BUDGET.table(), [QUOTA]])
    quota, budget, several = book
    caption = QUOTA.table().caption
    assert rows_of(quota) == [(caption, None), ("Wilayah", "KK"), ("A", 1_720), ("=B", 1_000), ("Jumlah", 2_720)]
    assert quota["A5"].data_type == "s"  # no formula
    assert quota["A6"].font.bold
    assert rows_of(budget)[2][:2] == ("Modal", 40_000)
    assert rows_of(budget)[3][:2] == ("Jasa", "tidak diketahui")
    assert rows_of(budget)[-1][0] == BUDGET.table().notes[-1]
    assert "Laporan Contoh" in str(rows_of(budget))
    assert several.title == "1 baris"


def test_percentages_are_numbers_under_a_head_in_percent_and_mixed_values_stay_as_they_are_shown() -> None:
    alike = show({"a": Percentage("35.45"), "b": Percentage("0.5")})
    mixed = show({"a": Percentage("35.45"), "b": 3})
    rounded = show({"a": Percentage("35.45"), "b": Percentage(1) / 3})
    first, second, third = book_of([alike, mixed, rounded])
    assert rows_of(first)[1:] == [("Uraian", "Nilai (%)"), ("a", 35.45), ("b", 0.5)]
    assert rows_of(second)[1:] == [("Uraian", "Nilai"), ("a", "35,45%"), ("b", "3")]
    assert rows_of(third)[1:] == [("Uraian", "Nilai (%)"), ("a", 35.45), ("b", "0,33% (dibulatkan)")]


def test_a_table_is_written_in_the_language_that_is_asked_for() -> None:
    file = io.StringIO()
    tables.write_tables([show({"a": Percentage("35.45")}, "en")], file, format="csv", language="en")
    assert file.getvalue().splitlines() == ["Entry,Value (%)", "a,35.45"]
    file = io.StringIO()
    tables.write_tables(show({"a": Percentage("1035.45")}), file, format="csv")
    assert file.getvalue().splitlines() == ["Uraian;Nilai (%)", "a;1035,45"]
    (english,) = book_of(QUOTA, language="en")
    assert rows_of(english)[-1] == ("Total", 2_720)


def test_a_view_of_words_only_is_written_as_words() -> None:
    view = TableView(caption="", header=("a", "b"), rows=(("1.720", ""),), numbers=(0,))
    (sheet,) = book_of(view)
    assert rows_of(sheet) == [("a", "b"), ("1.720", None)]
    assert sheet.title == "Tabel"


def test_sheets_have_the_names_that_they_are_given_and_no_two_the_same() -> None:
    assert book_of({"Kuota": QUOTA, "kuota": QUOTA, "'a/b'": BUDGET}).sheetnames == ["Kuota", "kuota (2)", "a b"]
    long = TableView(caption="x" * 40, header=("a",), rows=())
    assert book_of([long, long]).sheetnames == ["x" * 31, "x" * 27 + " (2)"]


@pytest.mark.parametrize(
    ("write", "field", "code"),
    [
        (lambda path: tables.write_tables([QUOTA, BUDGET], path / "a.csv"), "tables", "several_tables"),
        (lambda path: tables.write_tables([], path / "a.xlsx"), "tables", "empty"),
        (lambda path: tables.write_tables("abc", path / "a.xlsx"), "tables", "wrong_type"),
        (lambda path: tables.write_tables([QUOTA, 3], path / "a.xlsx"), "tables[1].things", "wrong_type"),
        (lambda path: tables.write_tables({" ": QUOTA}, path / "a.xlsx"), "tables", "not_a_text"),
        (lambda path: tables.write_quota((QUOTA, QUOTA), path), "quota", "wrong_type"),  # type: ignore[arg-type]
        (lambda path: tables.write_budget([BUDGET], path), "budget", "wrong_type"),  # type: ignore[arg-type]
    ],
)
def test_what_is_no_table_and_what_is_several_where_one_fits_is_refused(
    write: Callable[[Path], None], field: str, code: str, tmp_path: Path
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        write(tmp_path)
    assert (caught.value.field, caught.value.code) == (field, code)
    assert not list(tmp_path.iterdir())


def test_several_budgets_are_told_how_they_go_into_one_file() -> None:
    with pytest.raises(InvalidValueError, match="one at a time") as caught:
        tables.write_budget((BUDGET, BUDGET), "anggaran.csv")  # type: ignore[arg-type]
    assert "satu per satu" in caught.value.message("id")


def test_a_view_knows_the_numbers_that_its_cells_show() -> None:
    name, rice = Text("Desa", "Village"), Text("Beras", "Rice")
    told = [
        (Shown(name, "1.000"), Shown(rice, Quantity(1_032_500, "g"), adds=True)),
        (Shown(name, "B"), Shown(rice, None)),
    ]
    for language in ("id", "en"):
        view = tabulated(told, language, caption="x", total=True)
        assert view.exact == (
            (None, Decimal("1032.5")),
            (None, None),
            (None, None),
        )  # the sum is of a part, and says so


@pytest.mark.parametrize("exact", [((1,),), ((1, 2), (3, 4)), ((1.5, 2),), ((Decimal("NaN"), 2),), (3,)])
def test_the_numbers_of_a_view_have_the_shape_of_its_cells(exact: Any) -> None:
    with pytest.raises(InvalidValueError):
        TableView(caption="", header=("a", "b"), rows=(("1", "2"),), exact=exact)


def test_as_separated_values_a_table_keeps_its_caption_and_its_notes_below_a_blank_line() -> None:
    file = io.StringIO()
    tables.write_tables(BUDGET, file, format="csv")
    rows = list(csv.reader(io.StringIO(file.getvalue(), newline=""), delimiter=";"))
    view = BUDGET.table()
    assert [row[0] for row in rows] == ["Uraian", "Modal", "Jasa", "Jumlah", "", view.caption, *view.notes]
    assert {len(row) for row in rows} == {len(view.header)}
    assert not any(cell for row in rows[4:] for cell in row[1:])
    without = io.StringIO()
    tables.write_tables(QUOTA, without, format="csv")
    assert len(without.getvalue().splitlines()) == 4


def test_what_a_total_leaves_out_goes_out_with_it_as_separated_values() -> None:
    flood = DisasterEvent(hazard="flood", place="Desa Umpang", period="2017-02-28", people=240)
    total = entitle_all([flood, {"hazard": "?"}], PEDUM_2003, days=7).total
    file = io.StringIO()
    tables.write_tables({"Bantuan": total}, file, format="csv")
    assert "1 kejadian belum dapat dihitung" in file.getvalue()
