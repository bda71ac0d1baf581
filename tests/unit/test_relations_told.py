"""What a supposed relation says of itself: that it is supposed, from which heads or rows, and in how many of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
import pytest

from kesos import datasets
from kesos.audit import find_contradictions
from kesos.audit._arithmetic import of_kind, significant_digits
from kesos.errors import KesosError
from kesos.reports import (
    Affected,
    AverageOf,
    Column,
    InOrder,
    Numbering,
    Relation,
    Report,
    RowSum,
    Series,
    SumOf,
    Table,
    propose_relations,
)
from kesos.reports._derived import table_relations
from kesos.values import Printed, Quantity, Reading, Span, Text

NAME = Column("name", "Uraian")
LIGHT, HEAVY = Column("light", "Ringan", unit="house"), Column("heavy", "Berat", unit="house")
ALL = Column("all", "Jumlah", unit="house")
CEILING = Column("ceiling", "Pagu (Rp)", unit="IDR")
PERCENT = Column("percent", "%", holds="percent")
FAMILIES, RATE = Column("families", "KPM", unit="family"), Column("rate", "Indeks (Rp)", unit="IDR")
PAID = Column("paid", "Jumlah (Rp)", unit="IDR")


def table(columns: list[Column], rows: list[tuple[Any, ...]], **more: Any) -> Table:
    return Table.build(**{"number": "1", "title": "T", "document": "d", "columns": columns, "rows": rows, **more})


def supposed(*tables: Table) -> list[tuple[str, Text | None]]:
    """Each relation that is supposed, by its kind and why; none of them is certain, and none is a blank's."""
    found = propose_relations(tables)
    assert not any(each.certain for each in found)
    return [(type(each).__name__, each.guess) for each in found]


def told(call: Callable[[], object]) -> tuple[str, str | None, object, dict[str, object]]:
    with pytest.raises(KesosError) as caught:
        call()
    error = caught.value
    return error.args[0], error.field, error.value, error.parameters


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (0, 3, 1, 2)])
def test_a_sum_of_columns_is_told_by_its_heads_in_their_order(order: tuple[int, ...]) -> None:
    columns, rows = [NAME, LIGHT, HEAVY, ALL], [("a", 1, 2, 3), ("b", 4, 5, 9), ("c", 4, 4, 7)]
    made = table([columns[at] for at in order], [(str(n), *(row[at] for at in order)) for n, row in enumerate(rows, 1)])
    why = Text(
        'kolom "Jumlah" adalah jumlah "Ringan", "Berat" pada 2 dari 3 baris',
        'column "Jumlah" is the sum of "Ringan", "Berat" in 2 of 3 rows',
    )
    assert supposed(made) == [("SumOf", why)] * 3


def test_a_product_of_columns_is_told_by_its_heads_and_not_supposed_of_totals() -> None:
    rows = [("1", 3, 100, 300), ("2", 4, 200, 800), ("3", 5, 100, 510)]
    made = table([FAMILIES, RATE, PAID], rows, total=("Jumlah", 12, 400, 1610))
    why = Text(
        'kolom "Jumlah (Rp)" adalah "KPM" × "Indeks (Rp)" pada 2 dari 4 baris',
        'column "Jumlah (Rp)" is "KPM" × "Indeks (Rp)" in 2 of 4 rows',
    )
    assert supposed(made) == []
    kept = propose_relations([made], most_broken="0.5")
    assert not any(each.certain for each in kept)
    assert [each.guess for each in kept] == [why] * 3


def test_growth_is_told_by_its_heads_and_starts_from_something() -> None:
    first, later = Column("y1", "2023", unit="IDR", year=2023), Column("y2", "2024", unit="IDR", year=2024)
    growth = Column("growth", "Pertumbuhan (%)", holds="percent")
    made = table([first, later, growth], [("1", 100, 110, "10,0"), ("2", 200, 190, "-5,0"), ("3", 1, 3, "200,0")])
    why = Text(
        'kolom "Pertumbuhan (%)" adalah pertumbuhan dari "2023" ke "2024" pada 3 dari 3 baris',
        'column "Pertumbuhan (%)" is the growth from "2023" to "2024" in 3 of 3 rows',
    )
    assert supposed(made) == [("GrowthOf", why)] * 3
    nothing = table([first, later, growth], [("1", 0, 110, "10,0"), ("2", 0, 190, "-5,0"), ("3", 0, 3, "0,0")])
    assert supposed(nothing) == []


def test_a_row_that_is_called_a_total_or_an_average_is_told_by_its_words() -> None:
    rows: list[tuple[Any, ...]] = [("1", "a", 10), ("2", "b", 20), ("3", "Jumlah semua", 31)]
    total = Text(
        'baris "Jumlah semua" tampaknya jumlah 2 baris ("a" s.d. "b")',
        'row "Jumlah semua" seems a total of 2 ("a" to "b")',
    )
    assert supposed(table([NAME, CEILING], rows)) == [("SumOf", total)]
    mean = Text('baris "Rata-rata" tampaknya rata-rata 2 baris', 'row "Rata-rata" seems an average of 2')
    rows[2] = ("3", "Rata-rata", 15)
    assert supposed(table([NAME, CEILING], rows)) == [("AverageOf", mean)]


def test_what_blanks_mean_goes_with_every_sum_that_is_supposed() -> None:
    for columns, rows in (
        ([NAME, CEILING], [("1", "a", 10), ("2", "b", 20), ("3", "Jumlah", 31)]),
        ([NAME, LIGHT, HEAVY, ALL], [("1", "a", 1, 2, 3), ("2", "b", 4, 5, 9)]),
    ):
        for blanks in (None, Reading(word="–", read_as="0", reason=Text("karena", "because"))):
            found = propose_relations([table(columns, rows, blanks=blanks)])
            assert found
            assert [each.blanks for each in found if isinstance(each, SumOf)] == [blanks] * len(found)


def test_one_figure_in_two_tables_is_told_apart_from_a_slip() -> None:
    def one(number: str, figure: int, words: str = "Belanja Operasi") -> Table:
        head = Column("ceiling", "Pagu  Awal", unit="IDR")
        return table([NAME, head], [("1", words, figure)], number=number, title=f"T{number}")

    same = Text("baris, kolom, dan angka yang sama di dua tabel", "the same row, column and figure in two tables")
    assert supposed(one("1", 100_336), one("2", 100_336)) == [("SameFigure", same)]
    assert supposed(one("1", 100_336), one("2", 100_336, "belanja  operasi")) == [("SameFigure", same)]
    assert supposed(one("1", 100_336), one("2", 100_336, "belanjaoperasi")) == []
    slip = Text(
        "baris dan kolom yang sama di dua tabel, angkanya hampir sama",
        "the same row and column in two tables, and nearly the same figure",
    )
    assert supposed(one("1", 100_336), one("2", 100_363)) == [("SameFigure", slip)]
    thrice = supposed(one("1", 100_336), one("2", 100_336), one("3", 100_336))
    assert thrice == [("SameFigure", same)] * 2


def test_every_column_is_looked_at_also_after_one_that_the_table_states() -> None:
    more = [
        Column("new", "Baru", unit="house"),
        Column("old", "Lama", unit="house"),
        Column("both", "Total", unit="house"),
    ]
    rows = [("1", "a", 1, 2, 3, 4, 5, 9), ("2", "b", 4, 5, 9, 1, 1, 2)]
    made = table([NAME, LIGHT, HEAVY, ALL, *more], rows, sums=[RowSum("all", ["light", "heavy"])])
    found = [each for each in propose_relations([made]) if isinstance(each, SumOf)]
    assert [(each.total.text, [part.text for part in each.parts]) for each in found] == [
        ("9", ["4", "5"]),
        ("2", ["1", "1"]),
    ]


def test_amounts_of_another_kind_stand_in_nobodys_way() -> None:
    realized = Column("realized", "Realisasi (Rp)", unit="IDR")
    shares = table([FAMILIES, CEILING, realized, PERCENT], [("1", 3, 1000, 950, "95,00"), ("2", 4, 500, 400, "80,00")])
    assert [kind for kind, _ in supposed(shares)] == ["ShareOf"] * 2
    products = table([CEILING, RATE, FAMILIES, PAID], [("1", 7, 100, 3, 300), ("2", 9, 200, 4, 800)])
    assert [kind for kind, _ in supposed(products)] == ["ProductOf"] * 2
    between = table([LIGHT, FAMILIES, HEAVY, ALL], [("1", 1, 7, 2, 3), ("2", 4, 7, 5, 9)])
    assert supposed(between) == []


def test_a_row_of_which_a_figure_is_not_known_is_not_judged() -> None:
    rows = [("1", 3, 100, 300), ("2", 4, 200, 800), ("3", None, 100, 300)]
    made = table([FAMILIES, RATE, PAID], rows)
    assert [kind for kind, _ in supposed(made)] == ["ProductOf"] * 3
    audit = find_contradictions(Report(code="x", title="T", office="O", tables=[made]))
    assert (audit.checked["product"], len(audit.unchecked)) == (2, 1)
    totals: list[tuple[Any, ...]] = [("1", "a", 1, 10), ("2", "b", 2, 20), ("3", "Jumlah", None, 30)]
    assert [kind for kind, _ in supposed(table([NAME, LIGHT, CEILING], totals))] == ["SumOf"]


def test_what_a_reader_would_only_expect_of_a_table_is_not_certain() -> None:
    derived = [each for made in datasets.kotawaringin_barat().tables for each in table_relations(made)]
    for kind in (InOrder, Numbering, Series):
        certain = [each.certain for each in derived if isinstance(each, kind)]
        assert certain
        assert not any(certain)


def test_what_somebody_supposes_of_a_table_and_what_its_blanks_mean_go_with_its_sums() -> None:
    blanks, why = Reading(word="–", read_as="0", reason=Text("karena", "because")), Text("dugaan", "a guess")
    rows = [("1", "a", 1, 2, 3), ("2", "b", 4, 5, 9)]
    made = table([NAME, LIGHT, HEAVY, ALL], rows, sums=[RowSum("all", ["light", "heavy"])], blanks=blanks)
    sums = [each for each in table_relations(made) if isinstance(each, SumOf)]
    assert [each.blanks for each in sums] == [blanks, blanks]
    mean = table([NAME, LIGHT], [("1", "a", 2), ("2", "b", 4)], total=("Rata-rata", "Rata-rata", 3), supposed=why)
    assert [each.guess for each in table_relations(mean) if isinstance(each, AverageOf)] == [why]


def kinds(of: type[Relation] = Relation) -> list[type[Relation]]:
    made = [each for each in of.__subclasses__() if "__attrs_attrs__" in vars(each)]  # not what attrs made it from
    return [kind for each in made for kind in (each, *kinds(each))]


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.__name__)
def test_only_what_a_relation_is_about_is_given_by_its_place(kind: type[Relation]) -> None:
    about = [] if kind is Affected else [attrs.fields(kind)[4].name]  # families, people and houses are named alike
    assert [field.name for field in attrs.fields(kind) if not field.kw_only] == about
    for name in ("what", "stated_in", "guess"):
        assert attrs.fields_dict(kind)[name].default is None
    assert attrs.fields_dict(kind)["certain"].default is True


def test_a_relation_of_nothing_is_refused_by_its_last_field() -> None:
    key, field, value, parameters = told(lambda: Series([], years=[]))
    assert (key, value, parameters) == ("nothing_printed", None, {})
    assert field == "partial"


def test_a_series_has_a_year_for_each_figure() -> None:
    point = Printed("3", 3, source="table 1")
    refused = told(lambda: Series([point], years=[2017, 2018]))
    assert refused == ("wrong_length.years", "years", (2017, 2018), {"years": 2, "figures": 1})
    assert told(lambda: Series([point], years=[-1]))[1] == "years[0]"


def test_arithmetic_knows_what_is_of_one_kind_and_how_exactly_it_was_printed() -> None:
    spans = Span(Quantity(1, "kg"), Quantity(2, "kg"))
    assert of_kind(5, spans) == Quantity(5, "g")
    assert significant_digits(spans) == 0
