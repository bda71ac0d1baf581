"""Relations that heads and arithmetic suggest: shown, never errors, and settled by whoever knows."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from kesos import datasets
from kesos.audit import Ordinary, find_contradictions
from kesos.reports import (
    AverageOf,
    Column,
    Dismissal,
    GrowthOf,
    PartOf,
    ProductOf,
    Relation,
    Report,
    RowShare,
    RowSum,
    SameFigure,
    ShareOf,
    SumOf,
    Table,
    propose_relations,
)
from kesos.values import Percentage, Quantity

CEILING = Column("ceiling", "Pagu (Rp)", unit="IDR")
REALIZED = Column("realized", "Realisasi (Rp)", unit="IDR")
PERCENT = Column("percent", "%", holds="percent")
NAME = Column("name", "Uraian")


def table(columns: list[Column], rows: list[tuple[Any, ...]], **more: Any) -> Table:
    return Table.build(
        **{"number": "1", "title": "Realisasi", "document": "d", "columns": columns, "rows": rows, **more}
    )


def report(*tables: Table) -> Report:
    return Report(code="x", title="T", office="O", period="2024", tables=tables)


def kinds(*tables: Table, **more: Any) -> list[type[Relation]]:
    return [type(each) for each in propose_relations(tables, **more)]


def realisation(percent: str) -> Table:
    return table(
        [NAME, CEILING, REALIZED, PERCENT],
        [("1", "Operasi", 1000, 950, "95,00"), ("2", "Modal", 500, 400, "80,00")],
        total=("Jumlah", "Jumlah", 1500, 1350, percent),
    )


def test_a_percentage_that_fits_in_two_rows_of_three_is_asked_about_in_the_third() -> None:
    made = report(realisation("91,00"))
    assert {type(each) for each in made.relations_to_confirm} == {ShareOf}
    assert len(made.relations_to_confirm) == 3
    audit = find_contradictions(made)
    assert audit.errors == ()
    (finding,) = audit.findings
    assert (finding.rule, finding.printed, finding.computed) == ("percent", Percentage(91), Percentage(90))
    assert finding.guess is not None
    assert 'hubungan yang diduga: kolom "%" adalah "Realisasi (Rp)" dibagi "Pagu (Rp)" pada 2 dari 3 baris' in (
        finding.message("id")
    )
    assert [row[1] for row in audit.table("id").rows] == ["diduga"]


def test_what_somebody_confirms_is_an_error_and_what_they_dismiss_is_nothing() -> None:
    made = report(realisation("91,00"))
    sure = made.confirm(made.relations_to_confirm)
    assert sure.relations_to_confirm == ()
    assert [each.rule for each in find_contradictions(sure).errors] == ["percent"]
    without = made.dismiss(made.relations_to_confirm)
    assert without.relations_to_confirm == ()
    assert find_contradictions(without).findings == ()


def test_a_share_that_the_table_states_is_not_supposed() -> None:
    stated = attrs.evolve(realisation("90,00"), shares=[RowShare("percent", "realized", "ceiling")])
    assert kinds(stated) == []
    assert find_contradictions(report(stated)).checked["percent"] == 3


def test_a_column_that_breaks_as_often_as_it_fits_is_something_else() -> None:
    rows = [("1", "a", 1000, 950, "95,00"), ("2", "b", 500, 400, "81,00")]
    half = table([NAME, CEILING, REALIZED, PERCENT], rows)
    assert ShareOf not in kinds(half)
    assert ShareOf not in kinds(half, fewest_rows=1)
    assert kinds(half, fewest_rows=1, most_broken="1/2") == [ShareOf, ShareOf]


def test_a_total_by_its_head_is_the_sum_of_the_columns_beside_it() -> None:
    parts = [Column("light", "Ringan", unit="house"), Column("heavy", "Berat", unit="house")]
    total = Column("all", "Jumlah", unit="house")
    rows = [("1", "a", 1, 2, 3), ("2", "b", 4, 5, 9), ("3", "c", 4, 4, 7)]
    for columns, order in (([NAME, *parts, total], (1, 2, 3, 4)), ([NAME, total, *parts], (1, 4, 2, 3))):
        made = table(columns, [(row[0], *(row[at] for at in order)) for row in rows])
        assert kinds(made) == [SumOf] * 3
        (finding,) = find_contradictions(report(made)).of_rule("sum")
        assert (finding.severity, finding.computed) == ("suspicious", Quantity(8, "house"))


def test_a_total_is_of_as_many_columns_beside_it_as_add_up_to_it() -> None:
    heads = ("Bujur", *(f"Jenis {at}" for at in range(1, 11)), "Total")
    columns = [Column(f"c{at}", head, holds="number") for at, head in enumerate(heads)]
    rows = [(str(row), "112,5", *(row * at for at in range(10)), row * 45) for row in range(1, 5)]
    made = table(columns, rows)
    (first, *_) = propose_relations([made])
    assert isinstance(first, SumOf)
    assert len(first.parts) == 10
    assert kinds(made) == [SumOf] * 4


def test_a_column_of_shares_between_the_parts_does_not_hide_them() -> None:
    columns = [
        Column("all", "Total", unit="IDR"),
        Column("one", "BTL", unit="IDR"),
        PERCENT,
        Column("other", "BL", unit="IDR"),
    ]
    assert SumOf in kinds(table(columns, [("1", 30, 10, "1", 20), ("2", 50, 20, "2", 30)]))


def test_a_product_of_a_count_and_a_rate_is_held_in_the_rows_and_not_in_their_total() -> None:
    columns = [
        Column("families", "KPM", unit="family"),
        Column("rate", "Indeks (Rp)", unit="IDR"),
        Column("paid", "Jumlah (Rp)", unit="IDR"),
    ]
    made = table(
        columns, [("1", 3, 100, 300), ("2", 4, 200, 800), ("3", 5, 100, 510)], total=("Jumlah", 12, None, 1610)
    )
    assert kinds(made) == [ProductOf] * 3
    (finding,) = find_contradictions(report(made)).of_rule("product")
    assert finding.computed == Quantity(500, "IDR")


def test_growth_is_found_by_its_head() -> None:
    columns = [
        Column("y1", "2023", unit="IDR", year=2023),
        Column("y2", "2024", unit="IDR", year=2024),
        Column("growth", "Pertumbuhan (%)", holds="percent"),
    ]
    made = table(columns, [("1", 100, 110, "10,0"), ("2", 200, 190, "-5,0"), ("3", 100, 120, "25,0")])
    assert kinds(made) == [GrowthOf] * 3
    (finding,) = find_contradictions(report(made)).of_rule("growth")
    assert finding.computed == Percentage(20)
    assert kinds(table([columns[0], columns[2]], [("1", 0, "10,0")])) == []


def test_a_row_that_is_called_a_total_is_one_and_a_grand_total_adds_up_the_others() -> None:
    columns = [Column("no", "No", holds="number"), NAME, CEILING, Column("score", "Nilai", holds="number"), PERCENT]
    rows: list[tuple[Any, ...]] = [
        ("1", 1, "a", 10, "1,5", "1"),
        ("2", 2, "b", 20, "2,5", "3"),
        ("3", None, "Sub Total", 30, "4,0", None),
        ("4", 3, "c", 5, None, "5"),
        ("5", None, "Subtotal", 6, None, None),
        ("6", None, "TOTAL", 36, None, None),
    ]
    made = report(table(columns, rows))
    sums = [each for each in made.relations_to_confirm if isinstance(each, SumOf)]
    assert [(each.total.text, [part.text for part in each.parts]) for each in sums] == [
        ("30", ["10", "20"]),
        ("4,0", ["1,5", "2,5"]),
        ("6", ["5"]),
        ("36", ["30", "6"]),
    ]
    (finding,) = find_contradictions(made).of_rule("sum")
    assert finding.printed == Quantity(6, "IDR")


def test_a_row_that_is_called_an_average_is_one() -> None:
    rows: list[tuple[Any, ...]] = [("1", "a", "10", "50"), ("2", "b", "20", "70"), ("3", "Rata-rata", "15", "61")]
    made = report(table([NAME, Column("score", "Nilai", holds="number"), PERCENT], rows))
    assert [type(each) for each in made.relations_to_confirm] == [AverageOf, AverageOf]
    (finding,) = find_contradictions(made).of_rule("average")
    assert finding.computed == Percentage(60)


def test_a_total_by_kind_needs_no_guess() -> None:
    assert kinds(table([NAME, CEILING], [("1", "a", 1)], total=("Jumlah", "Jumlah", 1))) == []
    subtotal = attrs.evolve(table([NAME, CEILING], [("1", "a", 1), ("2", "Jumlah", 1)]))
    rows = (attrs.evolve(subtotal.rows[0], kind="subtotal"), subtotal.rows[1])
    (guess,) = propose_relations([attrs.evolve(subtotal, rows=rows)])
    assert isinstance(guess, SumOf)
    assert guess.parts == (rows[0]["ceiling"],)


@pytest.mark.parametrize(
    ("one", "other", "supposed"),
    [
        (100_336, 100_336, True),
        (100_336, 100_363, True),
        (100_336, 100_836, True),
        (100_336, 900_335, False),
        (100_336, 10_336, False),
        (999, 999, False),
    ],
)
def test_one_figure_in_two_tables_is_supposed_where_it_is_the_same_or_a_slip(
    one: int, other: int, supposed: bool
) -> None:
    tables = [
        table([NAME, CEILING], [("1", "Operasi", figure)], number=number, title=f"T{number}")
        for number, figure in (("1", one), ("2", other))
    ]
    assert kinds(*tables) == [SameFigure] * supposed
    findings = find_contradictions(report(*tables)).of_rule("same_figure")
    assert len(findings) == (supposed and one != other)


def test_figures_of_other_years_units_or_rows_are_two_figures() -> None:
    def one(number: str, row: str, column: Column, title: str = "Tahun 2024") -> Table:
        return table([NAME, column], [(number, row, 5_000)], number=number, title=title)

    first = one("1", "Operasi", CEILING)
    for other in (
        one("2", "Modal", CEILING),
        one("2", "Operasi", REALIZED),
        one("2", "Operasi", CEILING, "Tahun 2023"),
        table([Column("no", holds="number"), CEILING], [("Operasi", 1, 5_000)], number="2", title="Tahun 2024"),
    ):
        assert kinds(first, other) == []


def test_the_two_published_reports_lead_to_no_guess() -> None:
    assert datasets.kotawaringin_barat().relations_to_confirm == ()
    assert datasets.kapuas().relations_to_confirm == ()


def test_rows_that_claim_nothing_are_left_alone_and_those_with_an_unknown_part_are_kept_to_be_told() -> None:
    rows: list[tuple[Any, ...]] = [
        ("1", "a", 1000, 950, "95,00"),
        ("2", "b", 500, 400, "80,00"),
        ("3", "c", 500, None, "80,00"),
        ("4", "d", 500, 100, "-"),
        ("5", "e", 500, 100, None),
    ]
    made = table([NAME, CEILING, REALIZED, PERCENT], rows)
    shares = [each for each in propose_relations([made]) if isinstance(each, ShareOf)]
    assert [each.percent.text for each in shares] == ["95,00", "80,00", "80,00"]
    assert [each.part.value is None for each in shares] == [False, False, True]

    short = attrs.evolve(made.rows[2], cells=made.rows[2].cells[:2])
    assert kinds(attrs.evolve(made, rows=[*made.rows[:2], short])) == [ShareOf, ShareOf]


def test_columns_of_unlike_units_make_no_share_no_growth_and_no_product() -> None:
    families = Column("families", "KK", unit="family")
    growth = Column("growth", "Kenaikan (%)", holds="percent")
    rows: list[tuple[Any, ...]] = [("1", 100, 50, "50"), ("2", 200, 100, "50")]
    assert kinds(table([CEILING, families, PERCENT], rows)) == []
    assert kinds(table([families, CEILING, growth], [("1", 100, 150, "50"), ("2", 200, 300, "50")])) == []
    paid = Column("paid", "Jumlah", unit="IDR")
    houses = Column("houses", "Rumah", unit="house")
    assert kinds(table([families, houses, paid], [("1", 2, 3, 6), ("2", 3, 4, 12)])) == []


def test_a_figure_in_many_tables_is_compared_with_the_first_few() -> None:
    tables = [
        table([NAME, CEILING], [("1", "Operasi", figure)], number=str(at), title=f"T{at}")
        for at, figure in enumerate((12_345, 67_890, 31_313, 44_444, 44_444, 12_345), 1)
    ]
    # the fourth and the fifth meet only figures that are none of theirs
    assert kinds(*tables) == [SameFigure]


def test_words_that_cannot_be_shown_stand_in_no_guess_and_no_finding() -> None:
    percent = Column("percent", "Per\nsen", holds="percent")
    rows: list[tuple[Any, ...]] = [
        ("1", "a\nb\x00", 1000, 950, "95,00"),
        ("2", "b", 500, 400, "80,00"),
        ("3", "Jumlah\x00", 1500, 1350, "91,00"),
    ]
    made = report(table([NAME, CEILING, REALIZED, percent], rows))
    assert all(each.guess is not None and each.guess.id.isprintable() for each in made.relations_to_confirm)
    (finding,) = find_contradictions(made).findings
    assert finding.row == "Jumlah\N{REPLACEMENT CHARACTER}"
    assert finding.message("id").isprintable()


def test_the_thresholds_of_an_audit_say_what_is_supposed() -> None:
    made = report(realisation("91,00"))
    for strict in (Ordinary(supposed_from_rows=3), Ordinary(supposed_unless_broken="0.3")):
        assert find_contradictions(made, ordinary=strict).findings == ()
    assert find_contradictions(made).findings


@pytest.mark.parametrize(("unit", "supposed"), [("event", 2), ("person", 2), ("IDR", 0), ("kg", 0)])
def test_a_counted_total_may_be_of_bare_numbers_and_a_measured_one_is_not(unit: str, supposed: int) -> None:
    parts = [Column("flood", "Banjir", holds="number"), Column("fire", "Kebakaran", holds="number")]
    made = table([NAME, *parts, Column("all", "Total", unit=unit)], [("1", "a", 1, 2, 3), ("2", "b", 4, 5, 9)])
    assert kinds(made) == [SumOf] * supposed
    assert not find_contradictions(report(made)).of_rule("sum")


def test_a_second_total_is_of_the_columns_after_the_first() -> None:
    codes = ("one", "two", "jumlah_1", "three", "four", "jumlah_2")
    columns = [Column(code, code.replace("_", " "), unit="house") for code in codes]
    made = table(columns, [("1", 1, 2, 3, 4, 5, 9), ("2", 2, 2, 4, 1, 1, 2)])
    found = [each for each in propose_relations([made]) if isinstance(each, SumOf)]
    assert [[part.text for part in each.parts] for each in found] == [["1", "2"], ["2", "2"], ["4", "5"], ["1", "1"]]


def test_an_average_that_is_left_blank_is_none() -> None:
    rows: list[tuple[Any, ...]] = [("1", "a", "10", "50"), ("2", "b", "20", "70"), ("3", "Rata-rata", "15", None)]
    made = table([NAME, Column("score", "Nilai", holds="number"), PERCENT], rows)
    assert [each.average.text for each in propose_relations([made]) if isinstance(each, AverageOf)] == ["15"]


def twins(*others: int, column: str = "KK", unlike: str = "KK") -> tuple[Table, Table]:
    first = [("1", "Umpama", 60), ("2", "Ibarat", 35), ("3", "Contoh", 0), ("4", "Misal", 12)]
    second = [(code, name, other) for (code, name, _), other in zip(first, others, strict=True)]
    return (
        table([NAME, Column("families", column, unit="family")], first, number="1", title="T1"),
        table([NAME, Column("families", unlike, unit="family")], second, number="2", title="T2"),
    )


def test_columns_of_two_tables_that_agree_in_half_of_their_rows_are_supposed_to_be_the_same() -> None:
    made = report(*twins(60, 36, 0, 12))
    (guess,) = made.guesses
    assert guess.message("id") == (
        'kolom "KK" sama pada 2 dari 3 baris di dua tabel, tetapi lain pada "Ibarat" (4 hubungan)'
    )
    assert guess.message("en").startswith('column "KK" is the same in 2 of 3 rows of two tables, but not in "Ibarat"')
    audit = find_contradictions(made)
    assert audit.errors == ()
    (finding,) = audit.of_rule("same_figure")
    assert (finding.printed, finding.computed, finding.row) == (
        Quantity(36, "family"),
        Quantity(35, "family"),
        "Ibarat",
    )
    assert [each.rule for each in find_contradictions(made.confirm(made.guesses)).errors] == ["same_figure"]


@pytest.mark.parametrize(
    "tables",
    [
        twins(60, 35, 0, 12),  # nothing to be asked
        twins(60, 36, 0, 13),  # one of three
        twins(61, 36, 0, 13),
        twins(60, 36, 0, 12, unlike="Keluarga"),
    ],
)
def test_small_figures_of_columns_that_agree_less_or_altogether_lead_to_no_guess(tables: tuple[Table, ...]) -> None:
    assert kinds(*tables) == []


def test_rows_of_the_same_words_tell_nothing_and_many_that_differ_are_named_in_part() -> None:
    columns = [NAME, Column("families", "KK", unit="family")]
    first = [(str(at), f"Desa {at}", 10 + at) for at in range(10)]
    second = [(code, name, number + (at < 5)) for at, (code, name, number) in enumerate(first)]
    one, other = (table(columns, rows, number=str(at), title=f"T{at}") for at, rows in enumerate((first, second), 1))
    (guess,) = report(one, other).guesses
    assert guess.guess.id.endswith('"Desa 0", "Desa 1", "Desa 2" dan 2 lagi')
    alike = [(code, "Desa", number) for code, _, number in first]
    assert (
        kinds(
            table(columns, alike, number="1", title="A"),
            table(columns, [*alike[:-1], ("x", "Desa", 1)], number="2", title="B"),
        )
        == []
    )


def test_a_figure_of_three_tables_is_held_against_the_first_of_those_that_it_is_like() -> None:
    first, second = twins(60, 36, 0, 12)
    third = attrs.evolve(twins(60, 36, 0, 13)[1], number="3")
    held = [each for each in propose_relations([first, second, third]) if isinstance(each, SameFigure)]
    assert [each.guess is not None and each.guess.id.split('"')[3] for each in held] == ["Ibarat"] * 4 + ["Misal"] * 4
    assert len({id(each.figures[1]) for each in held}) == len(held)
    again = attrs.evolve(twins(60, 36, 0, 12)[1], number="3")
    held = [each for each in propose_relations([first, second, again]) if isinstance(each, SameFigure)]
    assert [each.figures[0] in first.printed() for each in held] == [True] * 8
    unlike_both = attrs.evolve(twins(60, 37, 0, 12)[1], number="3")
    held = [each for each in propose_relations([first, second, unlike_both]) if isinstance(each, SameFigure)]
    assert [each.figures[0] in first.printed() for each in held] == [True] * 8


MEN, WOMEN = Column("men", "Laki-laki", unit="person"), Column("women", "Perempuan", unit="person")
PEOPLE = Column("people", "Jumlah", unit="person")


def by_sex(*rows: tuple[int, int, int], **more: Any) -> Table:
    """People by sex, each row with what is printed as their sum; the total adds up what is printed."""
    given = [(str(at), f"Desa {at}", *row) for at, row in enumerate(rows, 1)]
    total = ("total", "Jumlah", *(sum(column) for column in zip(*rows, strict=True)))
    return table([NAME, MEN, WOMEN, PEOPLE], given, total=total, **more)


def test_a_sum_that_breaks_in_one_row_of_three_and_in_the_total_that_carries_it_is_asked_about() -> None:
    made = report(by_sex((3, 4, 7), (5, 6, 12), (7, 8, 15)))
    audit = find_contradictions(made)
    assert (audit.errors, audit.unchecked) == ((), ())
    assert [(each.row, each.computed) for each in audit.of_rule("sum")] == [
        ("Desa 2", Quantity(11, "person")),
        ("Jumlah", Quantity(33, "person")),
    ]
    assert [each.rule for each in find_contradictions(made.confirm(made.guesses)).errors] == ["sum", "sum"]


def test_a_sum_that_too_few_rows_bear_out_is_told_as_not_checked_unless_somebody_settled_it() -> None:
    made = report(by_sex((3, 4, 7), (5, 6, 12)))
    audit = find_contradictions(made)
    assert audit.findings == ()
    (told,) = audit.unchecked
    assert told.id == (
        'dugaan bahwa kolom "Jumlah" adalah jumlah "Laki-laki", "Perempuan" pada 1 dari 3 baris (tabel 1) '
        "karena terlalu sedikit baris yang cocok"
    )
    assert told.en.endswith('"Laki-laki", "Perempuan" in 1 of 3 rows (table 1) because too few rows fit')
    (row, *_), table_1 = made.tables[0].rows, made.tables[0]
    sure = attrs.evolve(made, relations=[SumOf(row["people"], parts=[row["men"], row["women"]])])
    aside = attrs.evolve(made, dismissed=[Dismissal(kind="sum_of", table="1", column="people", reason="ya")])
    stated = report(attrs.evolve(table_1, sums=[RowSum("people", ("men", "women"))]))
    assert [find_contradictions(each).unchecked for each in (sure, aside, stated)] == [(), (), ()]
    lax = Ordinary(supposed_from_rows=1, supposed_unless_broken="1/2")
    assert len(find_contradictions(made, ordinary=lax).of_rule("sum")) == 2


def test_a_sum_of_one_part_and_nothing_else_bears_out_no_head() -> None:
    assert find_contradictions(report(by_sex((3, 0, 3), (5, 6, 12)))).unchecked == ()


LEFT = Column("left", "Sisa (Rp)", unit="IDR")


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_what_is_left_is_one_amount_less_another_wherever_it_stands(order: tuple[int, ...]) -> None:
    columns, rows = [CEILING, REALIZED, LEFT], [(100, 40, 60), (200, 150, 55), (300, 100, 200)]
    made = report(
        table(
            [NAME, *(columns[at] for at in order)],
            [(name, name, *(row[at] for at in order)) for name, row in zip("abc", rows, strict=True)],
        )
    )
    left, within = made.guesses
    assert left.message("id") == (
        'kolom "Sisa (Rp)" adalah "Pagu (Rp)" dikurangi "Realisasi (Rp)" pada 2 dari 3 baris (3 hubungan)'
    )
    assert left.message("en").startswith('column "Sisa (Rp)" is "Pagu (Rp)" less "Realisasi (Rp)" in 2 of 3 rows')
    assert within.message("en").startswith('by its head, column "Realisasi (Rp)" is a part of "Pagu (Rp)"')
    (finding,) = find_contradictions(made).findings
    assert (finding.rule, finding.severity, finding.row) == ("sum", "suspicious", "b")
    assert finding.printed == Quantity(200, "IDR")
    assert finding.computed == Quantity(205, "IDR")


def test_a_difference_that_is_a_total_by_its_other_head_is_told_once() -> None:
    whole = Column("all", "Jumlah Pagu", unit="IDR")
    made = table([NAME, whole, REALIZED, LEFT], [("1", "a", 100, 40, 60), ("2", "b", 200, 150, 50)])
    assert kinds(made) == [SumOf, SumOf, PartOf, PartOf]
    stated = attrs.evolve(made, sums=[RowSum("all", ("left", "realized"))])
    assert kinds(stated) == [PartOf, PartOf]


def test_what_was_realised_beyond_the_ceiling_is_asked_about() -> None:
    made = report(table([NAME, CEILING, REALIZED], [("1", "a", 100, 140), ("2", "b", 200, 150), ("3", "c", 9, None)]))
    (finding,) = find_contradictions(made).findings
    assert (finding.rule, finding.severity, finding.row) == ("part_of", "suspicious", "a")
    (error,) = find_contradictions(made.confirm(made.guesses)).errors
    assert error.row == "a"


@pytest.mark.parametrize(
    "columns",
    [
        [Column("plan", "Target (Rp)", unit="IDR"), REALIZED],  # revenue may exceed its target
        [CEILING, Column("families", "Realisasi KPM", unit="family")],
        [CEILING, Column("more", "Pagu Perubahan", unit="IDR"), REALIZED],
        [Column("old", "Pagu", unit="IDR", year=2023), REALIZED],
        [Column("both", "Pagu dan Realisasi", unit="IDR"), REALIZED],
    ],
)
def test_what_is_no_single_ceiling_bounds_nothing(columns: list[Column]) -> None:
    assert kinds(table([NAME, *columns], [("1", "a", *range(10, 10 + len(columns)))])) == []


def test_a_share_of_the_ceiling_holds_what_was_realised_by_itself() -> None:
    rows: list[tuple[Any, ...]] = [("1", "a", 100, 110, "110"), ("2", "b", 100, 50, "50"), ("3", "c", 100, 150, None)]
    made = table([NAME, CEILING, REALIZED, PERCENT], rows)
    found = propose_relations([made])
    assert [type(each) for each in found] == [ShareOf, ShareOf, PartOf]
    assert [each.row for each in find_contradictions(report(made)).of_rule("part_of")] == ["a", "c"]
    stated = attrs.evolve(made, shares=[RowShare("percent", "realized", "ceiling")])
    assert kinds(stated) == []


def divided(number: str, title: str, *families: int, year: str = "Tahun 2025") -> Table:
    return table(
        [Column("by", title.split()[-1]), Column("families", "KK", unit="family")],
        [(str(at), f"{title} {at}", each) for at, each in enumerate(families, 1)],
        total=("total", "Jumlah", sum(families)),
        number=number,
        title=f"Tabel {number}. Korban Banjir {title} {year}",
    )


def test_totals_of_one_whole_that_two_tables_divide_are_supposed_to_be_one() -> None:
    tables = divided("1", "menurut Kecamatan", 310, 385), divided("3", "menurut Bulan", 310, 215, 160)
    made = report(*tables)
    (guess,) = made.guesses
    assert guess.message("id") == "menurut judulnya, dua tabel memerinci hal yang sama, jadi jumlahnya sama"
    (finding,) = find_contradictions(made).findings
    assert (finding.rule, finding.severity) == ("same_figure", "suspicious")
    assert (finding.printed, finding.computed) == (Quantity(685, "family"), Quantity(695, "family"))
    agreed = divided("3", "per bulan", 310, 215, 170)
    assert kinds(tables[0], agreed) == [SameFigure]
    assert find_contradictions(report(tables[0], agreed)).findings == ()


@pytest.mark.parametrize(
    "other",
    [
        divided("3", "menurut Kecamatan", 310, 375),  # the same division of something else
        divided("3", "menurut Bulan", 310, 375, year="Tahun 2024"),
        divided("3", "menurut Bulan", 310, 375, year="Triwulan I Tahun 2025"),
        divided("3", "per KK", 310, 375),
        divided("3", "menurut Bulan dan menurut Desa", 310, 375),
    ],
)
def test_totals_of_tables_that_divide_no_whole_or_another_are_two(other: Table) -> None:
    assert kinds(divided("1", "menurut Kecamatan", 310, 385), other) == []


def of_its_total(*percents: str, printed: str = "100,0") -> Table:
    columns = [NAME, PEOPLE, Column("percent", "%", holds="percent")]
    rows = [
        (str(at), f"Desa {at}", people, percent)
        for at, (people, percent) in enumerate(zip((30, 50, 20), percents, strict=True), 1)
    ]
    return table(columns, rows, total=("total", "Jumlah", 100, printed))


def test_a_column_of_percentages_of_the_total_is_held_to_it() -> None:
    audit = find_contradictions(report(of_its_total("30,0", "50,0", "21,0")))
    (found,) = audit.of_rule("percent")
    assert (found.severity, found.computed, audit.checked["percent"]) == ("suspicious", Percentage(20), 4)
    assert found.guess is not None
    assert found.guess.id.startswith('kolom "%" adalah persentase "Jumlah" dari jumlahnya pada 2 dari 3 baris')
    (wrong,) = find_contradictions(report(of_its_total("30,0", "50,0", "20,0", printed="101,0"))).of_rule("percent")
    assert wrong.row == "Jumlah"


def test_percentages_of_a_total_that_too_few_rows_bear_out_are_told_as_not_checked() -> None:
    audit = find_contradictions(report(of_its_total("30,0", "51,0", "21,0")))
    assert audit.of_rule("percent") == ()
    (told,) = audit.unchecked
    assert told.en.startswith('the guess that column "%" is the percentage of "Jumlah" in its total in 1 of 3 rows')


def test_nothing_is_a_share_of_a_total_that_is_unread_nought_or_not_the_only_one() -> None:
    made = of_its_total("30,0", "50,0", "20,0")
    *rows, last = made.rows
    for text, value in (("?", None), ("0", Quantity(0, "person"))):
        cells = [
            (code, attrs.evolve(cell, text=text, value=value) if code == "people" else cell)
            for code, cell in last.cells
        ]
        odd = attrs.evolve(made, rows=[*rows, attrs.evolve(last, cells=cells)])
        assert find_contradictions(report(odd)).checked["percent"] == 0
    less = attrs.evolve(last, cells=[pair for pair in last.cells if pair[0] != "people"])
    for odd_rows in ([*rows, last, attrs.evolve(last, code="lagi")], [*rows, less]):
        assert find_contradictions(report(attrs.evolve(made, rows=odd_rows))).checked["percent"] == 0
