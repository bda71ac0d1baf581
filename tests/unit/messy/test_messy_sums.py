"""Sheets of figures that add each other up: outlines, wholes by name, totals above their rows, means, blanks."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kesos import tables
from kesos.tables import BudgetReading, CardReading, QuotaReading
from kesos.values import Quantity


def text(*rows: str) -> io.StringIO:
    return io.StringIO("\n".join(rows) + "\n")


def quota(*rows: str, area: str = "Kabupaten Contoh") -> QuotaReading:
    return tables.read_quota(text(*rows), program="BPNT", year=2024, area=area)


def budget(*rows: str) -> BudgetReading:
    return tables.read_budget(text(*rows), year=2024, holder="Dinas Sosial", funding="APBD")


def cards(*rows: str) -> CardReading:
    return tables.read_cards(text(*rows))


def kinds(reading: Any) -> dict[Any, str]:
    return {each.row: each.kind for each in reading.skipped}


@pytest.mark.parametrize("numbers", ["1;2;3", "(1);(2);(3)"])
def test_the_numbers_of_the_columns_are_no_area_and_no_line(numbers: str) -> None:
    reading = quota("No;Kecamatan;KPM", numbers, "1;Kumai;2568", "2;Arut;2148", "Jumlah;;4716")
    assert (reading.quota.families, kinds(reading)) == (2568 + 2148, {2: "column_numbers", 5: "total"})
    spent = budget("No;Uraian;Pagu;%", numbers + (";4" if ";" in numbers else ""), "1;A;100;50")
    assert [line.name for line in spent.lines] == ["A"]


def test_two_numbers_right_under_a_head_of_figures_count_the_columns_and_further_down_are_a_row() -> None:
    assert quota("Kecamatan;KPM", "1;2", "Kumai;10").quota.families == 10
    assert quota("Kecamatan;KPM", "Kumai;10", "1;2").quota.families == 10 + 2


@pytest.mark.parametrize("name", ["Contoh", "KAB. CONTOH", "Kabupaten Contoh", "Keseluruhan", "Seluruh Kecamatan"])
@pytest.mark.parametrize("above", [True, False])
def test_the_whole_of_a_quota_may_stand_by_its_name_above_or_below_and_is_counted_once(name: str, above: bool) -> None:
    areas = ["Kumai;2568", "Arut;2148"]
    whole = [f"{name};4716"]
    rows = whole + areas if above else areas + whole
    assert quota("Wilayah;KPM", *rows).quota.families == 4716
    wrong = quota("Wilayah;KPM", *(row.replace("4716", "4717") for row in rows))
    assert [each.is_total for each in wrong.rejects] == [True]


def test_an_area_of_another_kind_is_no_whole_and_one_row_alone_is_the_whole() -> None:
    assert quota("Wilayah;KPM", "Arut;10", "Kecamatan Contoh;5").quota.families == 15
    assert quota("Wilayah;KPM", "Kabupaten Contoh;15").quota.sub_areas == ()


@pytest.mark.parametrize(
    "ordinals",
    [
        ("I", "1", "2", "II", "1"),
        ("1", "1.1", "1.2", "2", "2.1"),
        ("A.", "1.", "2.", "B.", "1."),
        ("1", "a", "b", "2", "a"),
        ("H", "I", "J", "K", "L"),
        ("1", "a)", "b)", "2", "a)"),
    ],
)
def test_a_line_that_an_outline_adds_up_is_not_added_again(ordinals: tuple[str, ...]) -> None:
    names, figures = ("A", "A1", "A2", "B", "B1"), (300, 100, 200, 50, 50)
    rows = [f"{number};{name};{figure}" for number, name, figure in zip(ordinals, names, figures, strict=True)]
    reading = budget("No;Uraian;Pagu", *rows)
    flat = len(set(ordinals)) == len(ordinals) and "." not in "".join(ordinals)
    told = {"A", "A1", "A2", "B", "B1"} if flat else {"A1", "A2", "B1"}
    assert {line.name for line in reading.lines} == told
    assert reading.budget.ceiling == Quantity(700 if flat else 350, "IDR")
    if not flat:
        short = budget("No;Uraian;Pagu", *rows[:2], *rows[3:])
        assert [each.is_total for each in short.rejects] == [True]
        assert quota("No;Wilayah;KPM", *rows).quota.families == 350


def test_a_row_without_figures_that_an_outline_puts_above_others_heads_them() -> None:
    reading = quota("No;Wilayah;KPM", "1;Kumai;", "1.1;Kumai Hulu;10", "1.2;Kumai Hilir;5")
    assert (reading.quota.families, kinds(reading)) == (15, {2: "group"})


def test_a_line_whose_number_is_no_outline_is_a_line() -> None:
    assert budget("No;Uraian;Pagu", "1;A;1", "-;B;2", "2;C;3").budget.ceiling == Quantity(6, "IDR")


@given(st.lists(st.integers(1, 1_000), min_size=2, max_size=6), st.integers(0, 3))
def test_a_total_is_passed_over_wherever_it_stands_and_rejected_where_it_is_another(rows: list[int], off: int) -> None:
    lines = [f"Desa {at};{number}" for at, number in enumerate(rows)]
    total = [f"Jumlah;{sum(rows) + off}"]
    for given_rows in (total + lines, lines + total):
        reading = quota("Wilayah;KPM", *given_rows)
        assert len(reading.objects) == len(rows)
        assert bool(reading.rejects) == bool(off)


def test_a_mean_is_held_against_no_sum() -> None:
    reading = quota("Wilayah;KPM", "Kumai;10", "Arut;20", "Jumlah;30", "Rata-rata;15")
    assert (reading.quota.families, kinds(reading)) == (30, {4: "total", 5: "mean"})
    assert reading.skipped[-1].reason("id") == "rata-rata baris-baris lain"


def test_a_total_that_only_a_blank_could_fill_up_is_said_to_be_unchecked() -> None:
    reading = budget("Uraian;Pagu;Realisasi", "A;500;450", "B;200;", "Jumlah;700;640")
    assert [each.unchecked for each in reading.skipped] == [(3,)]
    exact = budget("Uraian;Pagu;Realisasi", "A;500;450", "B;200;", "Jumlah;700;450")
    assert [each.unchecked for each in exact.skipped] == [()]
    below = budget("Uraian;Pagu;Realisasi", "A;500;450", "B;200;", "Jumlah;700;449")
    assert [each.is_total for each in below.rejects] == [True]


def test_the_figures_of_a_total_fit_each_other_as_those_of_a_row_do() -> None:
    head = "Uraian;Pagu;Realisasi;%"
    [wrong] = budget(head, "A;700000;550000;78,57", "Jumlah;700000;550000;80,00").rejects
    assert (wrong.is_total, wrong.faults[0].error.code, wrong.faults[0].column) == (True, "percent_differs", "%")
    assert budget(head, "A;700000;550000;78,57", "Jumlah;700000;550000;78,57").rejects == ()
    head = "Kecamatan;Jumlah KKS;Terdistribusi;Tidak terdistribusi;Belum dicetak"
    assert cards(head, "Kumai;100;80;15;5", "Jumlah;100;80;15;5").rejects == ()


@pytest.mark.parametrize("cell", ["Kumai, 5 Mei 1940", "Malam, 12 Mei 2024", "Dini hari, 3 Mei 2024"])
def test_a_row_with_a_place_and_a_day_is_rejected_and_not_taken_for_a_signature(cell: str) -> None:
    events = tables.read_events(text("No;Desa;Jenis;Tanggal;Jiwa", "1;A;Banjir;1 Mei 2024;10", f"2;B;Banjir;{cell};"))
    assert (len(events.events), [each.row for each in events.rejects]) == (1, [3])
    head = "Kode keluarga;Sangat miskin;Tanggal Lahir;L/P"
    households = tables.read_households(text(head, f"K-2;ya;{cell};", "K-2;ya;6 Mei 1985;L"))
    assert (households.households, len(households.rejects)) == ((), 2)


@pytest.mark.parametrize("line", ["Mengetahui,;;Kumai, 5 Mei 2024;", ";;Kumai, 5 Mei 2024;", ";;;Kepala Dinas Sosial"])
def test_what_closes_a_table_is_a_signature_still(line: str) -> None:
    events = tables.read_events(text("Desa;Jenis;Tanggal;Jiwa", "A;Banjir;1 Mei 2024;10", line))
    assert (len(events.events), kinds(events)) == (1, {3: "signature"})


def test_a_column_of_days_with_the_month_first_gives_no_day_that_could_be_two() -> None:
    def read(*days: str, locale: str = "id") -> tuple[list[str], dict[Any, str]]:
        rows = [f"Desa {at};Banjir;{day};4" for at, day in enumerate(days)]
        reading = tables.read_events(text("Desa;Jenis;Tanggal;Jiwa", *rows), locale=locale)
        return [event.period.iso for event in reading.events], {
            each.row: each.faults[0].error.code for each in reading.rejects
        }

    days, refused = read("12/31/2017", "1/5/2017", "5/5/2017", "2 Mei 2017")
    assert (days, refused[3]) == (["2017-05-05", "2017-05-02"], "several_days")
    assert sorted(refused) == [2, 3]
    assert read("31/12/2017", "1/5/2017") == (["2017-12-31", "2017-05-01"], {})


def test_rows_under_the_head_of_another_table_are_rejected_and_not_read_by_the_first() -> None:
    first = ("No;Desa;Bencana;Tanggal;KK;Jiwa", "1;A;Banjir;2/1/2023;10;40")
    other = (
        "No;Desa;Bencana;Tanggal;Beras (kg);Mi",
        "1;A;Banjir;4/1/2023;80;400",
        "Jumlah;;;;80;400",
        "Sumber: BPBD;;;;;",
    )
    reading = tables.read_events(text(*first, *other, *first))
    assert [event.people for event in reading.events] == [40]
    assert {each.row: each.faults[0].error.code for each in reading.rejects} == {
        4: "other_table",
        5: "other_table",
        8: "doubled_row",
    }
    assert [each.is_total for each in reading.rejects] == [False, True, False]
    assert kinds(reading) == {3: "other_head", 6: "note", 7: "head"}
