"""Reports that a user builds: tables, figures, names, and the relations that follow from them."""

from __future__ import annotations

import pickle
from datetime import date
from typing import Any

import pytest

from kesos import reports as relations
from kesos.errors import InvalidValueError, UnknownItemError
from kesos.reports import (
    Column,
    ExpectedHazard,
    Figure,
    Name,
    PolicyTarget,
    Report,
    Row,
    RowCounts,
    RowSum,
    Table,
    Told,
    read_cell,
)
from kesos.reports._derived import table_relations
from kesos.values import Citation, Percentage, Period, Printed, Quantity, Reading, Text

FAMILIES = Column("families", "KK", unit="family", number="2")
PEOPLE = Column("people", "Jiwa", unit="person", number="3")
LABEL = Text("isi", "content")


def table(
    *columns: Column, rows: Any, total: Any = None, number: str = "1", title: str = "Korban", **more: Any
) -> Table:
    return Table.build(number=number, title=title, document="Laporan", columns=columns, rows=rows, total=total, **more)


def found(kind: type[relations.Relation], of: Table) -> list[Any]:
    return [relation for relation in table_relations(of) if type(relation) is kind]


def report(**more: Any) -> Report:
    return Report(**({"code": "contoh", "title": "Laporan", "office": "Dinas", "period": "2099"} | more))


def figure(text: str, value: Any, code: str, **more: Any) -> Figure:
    return Figure(text, value, source="C.1", code=code, label=LABEL, **more)


# --- columns and cells


def test_a_column_holds_a_quantity_where_it_has_a_unit_and_words_where_it_has_none() -> None:
    assert (FAMILIES.holds, Column("place").holds, Column("place").label) == ("quantity", "text", "place")


@pytest.mark.parametrize(
    ("given", "field", "code"),
    [
        ({"code": "Jumlah KK"}, "code", "not_a_slug"),
        ({"code": "x", "label": " "}, "label", "not_a_text"),
        ({"code": "x", "holds": "money"}, "holds", "not_a_choice"),
        ({"code": "x", "number": ""}, "number", "not_a_text"),
        ({"code": "x", "year": -1}, "year", "count_negative"),
        ({"code": "x", "unit": "dollar"}, "unit", "unknown_unit"),
    ],
)
def test_a_column_refuses_what_it_cannot_be(given: dict[str, Any], field: str, code: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Column(**given)
    assert (caught.value.field, caught.value.code) == (field, code)


@pytest.mark.parametrize(
    ("text", "column", "value"),
    [
        ("1.200", FAMILIES, Quantity(1_200, "family")),
        ("Rp. 6.000,-", Column("cost", unit="IDR"), Quantity(6_000, "IDR")),
        ("60.000.000", Column("cost", unit="IDR"), Quantity(60_000_000, "IDR")),
        ("35,45 %", Column("share", holds="percent"), Percentage("35.45")),
        ("Juni 2017", Column("date", holds="period"), Period.of("2017-06")),
        ("(12)", Column("no", holds="number"), 12),
        ("2017", Column("year", holds="year"), 2017),
        ("12", Column("words"), None),
        ("-", FAMILIES, None),
        ("", FAMILIES, None),
        ("Tidak Diketahui", FAMILIES, None),
        ("l2", FAMILIES, None),
        ("17 – 10 Maret 2017", Column("date", holds="period"), None),
    ],
)
def test_a_cell_means_what_its_column_holds_or_nothing(text: str, column: Column, value: object) -> None:
    assert read_cell(text, column) == value


# --- rows


def test_a_row_is_a_mapping_from_columns_to_cells() -> None:
    row = table(FAMILIES, PEOPLE, rows=[("1.", 60, None)]).row("1.")
    assert (list(row), len(row), "people" in row, "houses" in row) == (["families", "people"], 2, True, False)
    assert (row["families"].text, row["people"].text, row["people"].value) == ("60", "", None)
    with pytest.raises(UnknownItemError) as caught:
        row["famlies"]
    assert (caught.value.field, caught.value.value) == ("column", "famlies")
    assert "families" in str(caught.value)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"code": ""}, "code"),
        ({"code": "1", "kind": "sum"}, "kind"),
        ({"code": "1", "group": ""}, "group"),
        ({"code": "1", "year": "x"}, "year"),
    ],
)
def test_a_row_refuses_what_it_cannot_be(given: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Row(cells=(), **given)
    assert caught.value.field == field


def test_a_row_holds_printed_cells_only() -> None:
    with pytest.raises(InvalidValueError) as caught:
        Row("1", [("families", 60)])  # type: ignore[list-item]
    assert (caught.value.field, caught.value.code) == ("families", "wrong_type")


# --- tables


def test_a_table_is_built_from_plain_lists() -> None:
    given = Printed("lima", source="elsewhere")
    built = table(FAMILIES, PEOPLE, rows=[("1.", 1_200, ("35 jiwa", Quantity(35, "person"))), ("2.", given, "-")])
    assert built.cell("1.", "families") == Printed(
        "1.200",
        Quantity(1_200, "family"),
        source=Citation(regulation="Laporan", table="1", row="1.", column="2"),
    )
    assert (built.cell("1.", "people").text, built.cell("1.", "people").value) == ("35 jiwa", Quantity(35, "person"))
    assert built.cell("2.", "families") is given
    assert built.cell("2.", "people").value is None
    assert table(Column("n", holds="number"), rows=[("1.", 7)]).cell("1.", "n").value == 7
    assert built.title.source == Citation(regulation="Laporan", table="1")
    assert repr(built) == "<Table 1: 2 rows, 2 columns>"
    assert pickle.loads(pickle.dumps(built)) == built


def test_a_table_knows_its_rows_columns_and_printed_values() -> None:
    built = table(FAMILIES, rows=[("1.", 60), ("2.", 35)], total=("Jumlah", 95))
    assert [row.code for row in built.data_rows()] == ["1.", "2."]
    assert built.row("Jumlah").kind == "total"
    assert built.column("families") is FAMILIES
    assert [printed.text for printed in built.printed()] == ["Korban", "60", "35", "95"]
    with pytest.raises(UnknownItemError) as caught:
        built.row("3.")
    assert (caught.value.field, caught.value.value) == ("row", "3.")
    with pytest.raises(UnknownItemError) as caught:
        built.column("family")
    assert (caught.value.field, caught.value.value) == ("column", "family")
    with pytest.raises(UnknownItemError):
        built.cell("1.", "people")


@pytest.mark.parametrize(
    ("rows", "code", "value"),
    [
        ([("1.", 1), ("1.", 2)], "duplicate", "1."),
        ([("1.", 1, 2)], "wrong_length", "1."),
        ([("1.", 1.5)], "not_whole", 1.5),
    ],
)
def test_a_table_refuses_rows_that_cannot_be(rows: Any, code: str, value: object) -> None:
    with pytest.raises(InvalidValueError) as caught:
        table(FAMILIES, rows=rows)
    assert (caught.value.code, caught.value.value) == (code, value)


def test_a_table_refuses_a_cell_in_no_column() -> None:
    row = Row("1", [("people", Printed("1", source="x"))])
    with pytest.raises(InvalidValueError) as caught:
        Table(number="1", title=Printed("x", source="x"), columns=[FAMILIES], rows=[row])
    assert (caught.value.field, caught.value.value) == ("columns", "people")


@pytest.mark.parametrize(("given", "field"), [({"number": ""}, "number"), ({"title": "x"}, "title")])
def test_a_table_needs_a_number_and_a_printed_title(given: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Table(**({"number": "1", "title": Printed("x", source="x"), "columns": (), "rows": ()} | given))
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("Pagu Tahun 2016 s/d 2019", (2016, 2019)),
        ("KPM tahun 2017 – 2018", (2017, 2018)),
        ("Korban Tahun 2017", (2017, 2017)),
        ("Pedoman 03/2003", None),
    ],
)
def test_the_years_of_a_table_are_those_in_its_title(title: str, years: tuple[int, int] | None) -> None:
    assert table(FAMILIES, rows=[], title=title).years == years


# --- what follows from a table


def test_a_total_is_the_sum_of_its_rows_and_a_blank_total_is_none() -> None:
    built = table(FAMILIES, PEOPLE, rows=[("1.", 60, 200), ("2.", 35, None)], total=("Jumlah", 98, None))
    (sum_of,) = found(relations.SumOf, built)
    assert (sum_of.total.text, [part.text for part in sum_of.parts], sum_of.blanks) == ("98", ["60", "35"], None)


def test_subtotals_add_up_their_group_and_the_total_adds_up_the_subtotals() -> None:
    def row(code: str, families: int, kind: Any, group: str | None) -> Row:
        return Row(
            code,
            [("families", Printed(str(families), Quantity(families, "family"), source=code))],
            kind=kind,
            group=group,
        )

    rows = [row("A", 3, "subtotal", "A"), row("A.1", 1, "data", "A"), row("A.2", 2, "data", "A")]
    rows += [row("B", 4, "subtotal", "B"), row("B.1", 4, "data", "B"), row("total", 7, "total", None)]
    reading = Reading(word="-", read_as="0", reason=LABEL)
    built = Table(number="1", title=Printed("x", source="x"), columns=[FAMILIES], rows=rows, blanks=reading)
    sums = {sum_of.total.text: [part.text for part in sum_of.parts] for sum_of in found(relations.SumOf, built)}
    assert sums == {"3": ["1", "2"], "4": ["4"], "7": ["3", "4"]}
    assert {sum_of.blanks for sum_of in found(relations.SumOf, built)} == {reading}


def test_columns_add_up_and_count_in_two_ways_where_the_table_says_so() -> None:
    columns = [Column(code, unit="building") for code in ("all", "heavy", "light", "houses")]
    built = table(
        *columns,
        rows=[("1.", 3, 1, 2, 3)],
        sums=[RowSum("all", ["heavy", "light"]), RowSum("none", ["heavy"])],
        counts=[RowCounts(["heavy", "light"], ["houses"])],
    )
    (sum_of,) = found(relations.SumOf, built)
    assert (sum_of.total.text, [part.text for part in sum_of.parts]) == ("3", ["1", "2"])
    (counts,) = found(relations.TwoCounts, built)
    assert ([part.text for part in counts.one], [part.text for part in counts.other]) == (["1", "2"], ["3"])
    assert not counts.certain


def test_families_people_and_houses_of_a_row_belong_together_where_two_are_known() -> None:
    houses = Column("houses", unit="house")
    built = table(FAMILIES, PEOPLE, houses, rows=[("1.", 229, 320, 3), ("2.", 5, None, None), ("3.", None, 4, 2)])
    assert [[printed.text for printed in each.printed()] for each in found(relations.Affected, built)] == [
        ["229", "320", "3"],
        ["", "4", "2"],
    ]
    (without_houses,) = found(relations.Affected, table(FAMILIES, PEOPLE, rows=[("1.", 2, 8)]))
    assert without_houses.houses is None


def test_a_cell_that_a_row_leaves_out_is_in_no_relation() -> None:
    def part(code: str, **cells: int) -> Row:
        return Row(
            code, [(key, Printed(str(value), Quantity(value, "family"), source=code)) for key, value in cells.items()]
        )

    columns = [Column("families", unit="family", year=2016), Column("more", unit="family", year=2017)]
    built = Table(
        number="1",
        title=Printed("Tahun 2016", source="x"),
        columns=[*columns, Column("date", holds="period")],
        rows=[part("1", families=1), part("2", more=2), Row("total", (), kind="total")],
    )
    assert [type(relation).__name__ for relation in table_relations(built)] == ["YearsShown"]


def test_days_run_from_a_first_to_a_last_and_rows_follow_the_calendar() -> None:
    when = Column("date", holds="period")
    built = table(when, rows=[("1.", "01 – 05 / 03-2017"), ("2.", "Juni 2017"), ("3.", "-")], title="Banjir Tahun 2017")
    (run,) = found(relations.FromTo, built)
    assert (run.first, run.last) == (date(2017, 3, 1), date(2017, 3, 5))
    (order,) = found(relations.InOrder, built)
    assert [item.text for item in order.items] == ["01 – 05 / 03-2017", "Juni 2017"]
    (years,) = found(relations.YearsShown, built)
    assert (years.first, years.last, years.shown) == (2017, 2017, (2017,))
    assert not found(relations.InOrder, table(when, rows=[("1.", "Juni 2017")]))


def test_columns_of_years_make_series_and_so_do_rows_of_years() -> None:
    columns = [Column(f"y{year}", unit="IDR", year=year) for year in (2018, 2016, 2017)]
    built = table(*columns, rows=[("1.", 3, 1, 2), ("2.", 5, None, None)], title="Pagu Tahun 2016 s/d 2019")
    (series,) = found(relations.Series, built)
    assert (series.years, [point.text for point in series.points]) == ((2016, 2017, 2018), ["1", "2", "3"])
    (years,) = found(relations.YearsShown, built)
    assert (years.first, years.last, years.shown) == (2016, 2019, (2016, 2017, 2018))

    def row(code: str, year: int | None, families: int) -> Row:
        return Row(code, [("families", Printed(str(families), Quantity(families, "family"), source=code))], year=year)

    by_row = Table(
        number="1",
        title=Printed("x", source="x"),
        columns=[FAMILIES, PEOPLE],
        rows=[row("1", 2018, 9), row("2", 2017, 8), row("3", None, 7)],
        partial_years=[2018],
    )
    (series,) = found(relations.Series, by_row)
    assert (series.years, [point.text for point in series.points], series.partial) == (
        (2017, 2018),
        ["8", "9"],
        (2018,),
    )


def test_rows_and_columns_are_numbered() -> None:
    numbers = [Printed(f"({n})", n, source="x") for n in (1, 2)]
    built = table(
        Column("no", holds="number"), FAMILIES, PEOPLE, rows=[("1", "1.", 5, 6), ("2", "x", 5, 6)], numbers=numbers
    )
    of_columns, of_rows = found(relations.Numbering, built)
    assert (of_columns.things, [number.text for number in of_columns.numbers]) == (3, ["(1)", "(2)"])
    assert (of_rows.things, [number.text for number in of_rows.numbers]) == (1, ["1."])


def test_a_title_with_a_year_over_no_years_claims_nothing() -> None:
    assert not table_relations(table(FAMILIES, rows=[("1.", 5)], title="Korban Tahun 2017"))


# --- figures and names


def test_a_figure_is_a_printed_value() -> None:
    given = figure(
        "2.720 KPM", Quantity(2_720, "family"), "pkh", about=True, measure="pkh", area="Contoh", period="2017"
    )
    assert isinstance(given, Printed)
    assert (str(given), given.about, given.period) == ("2.720 KPM", True, Period.of("2017"))


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"code": "A B"}, "code"),
        ({"label": "x"}, "label"),
        ({"about": 1}, "about"),
        ({"measure": "A B"}, "measure"),
        ({"area": ""}, "area"),
        ({"period": "17"}, "period"),
        ({"text": 5}, "text"),
    ],
)
def test_a_figure_refuses_what_it_cannot_be(more: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Figure(**({"text": "5", "value": 5, "source": "x", "code": "x", "label": LABEL} | more))
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("more", "field"), [({"text": " "}, "text"), ({"kind": "river"}, "kind"), ({"within": ""}, "within")]
)
def test_a_name_refuses_what_it_cannot_be(more: dict[str, Any], field: str) -> None:
    given = {"text": "Kapitan", "kind": "place", "source": "x"}
    assert str(Name(**given)) == "Kapitan"  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError) as caught:
        Name(**(given | more))  # type: ignore[arg-type]
    assert caught.value.field == field


# --- reports


def test_figures_of_one_measure_area_and_period_are_one_figure() -> None:
    one = figure("5", Quantity(5, "family"), "one", measure="families", period="2017")
    again = figure("6", Quantity(6, "family"), "again", measure="families", period="2017")
    other = figure("6", Quantity(6, "family"), "other", measure="families", period="2018")
    plain = figure("6", 6, "plain")
    (same,) = report(figures=[one, again, other, plain]).all_relations()
    assert same == relations.SameFigure([one, again])


def test_a_run_of_days_in_prose_has_two_ends() -> None:
    days = figure("11-13 Agustus 2018", Period.of("2018-08-11/2018-08-13"), "days")
    year = figure("2018", Period.of("2018"), "year")
    assert report(figures=[days, year]).all_relations() == (
        relations.FromTo(days, first=date(2018, 8, 11), last=date(2018, 8, 13)),
    )


def test_a_hazard_is_classed_where_it_is_expected_and_a_target_has_its_years() -> None:
    name = Printed("kebakaran", source="A.4.f")
    due, met = Printed("2019", source="x"), Printed("2018", source="x")
    told = [
        ExpectedHazard(hazard="fire", group="non_natural", name=name),
        PolicyTarget(name=name, label=LABEL, due=due, met=met),
        PolicyTarget(name=name, label=LABEL, due=due),
        PolicyTarget(name=name, label=LABEL, met=met),
        Told(kind="plan", name=name, label=LABEL),
    ]
    made = report(facts=told)
    assert made.all_relations() == (
        relations.Classed(name, code="fire", group="non_natural"),
        relations.TargetYear(due, met=met),
    )
    assert [target.due for target in made.told(PolicyTarget)] == [due, due, None]


def test_a_report_finds_its_tables_and_figures() -> None:
    one, built = figure("5", 5, "one"), table(FAMILIES, rows=[("1.", 5)])
    made = report(tables=[built], figures=[one], relations=[relations.LeftBlank(one)])
    assert made.table("1") is built
    assert made.figure("one") is one
    assert [printed.text for printed in made.printed()] == ["Korban", "5", "5"]
    assert made.document == "Laporan"
    for ask, field in ((made.table, "table"), (made.figure, "figure")):
        with pytest.raises(UnknownItemError) as caught:
            ask("two")
        assert (caught.value.field, caught.value.value) == (field, "two")
    assert pickle.loads(pickle.dumps(made)) == made


def test_a_report_shows_what_it_holds() -> None:
    assert repr(report()) == "<Report contoh, 2099: 0 tables, 0 figures>"
    assert repr(report(figures=[figure("5", 5, "one")])) == "<Report contoh, 2099: 0 tables, 1 figure>"


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"code": "A B"}, "code"),
        ({"title": ""}, "title"),
        ({"office": ""}, "office"),
        ({"document": ""}, "document"),
        ({"period": "x"}, "period"),
        ({"tables": [5]}, "tables[0]"),
        ({"figures": [Printed("5", source="x")]}, "figures[0]"),
        ({"names": [5]}, "names[0]"),
        ({"headings": [5]}, "headings[0]"),
        ({"mentions": [5]}, "mentions[0]"),
        ({"relations": [5]}, "relations[0]"),
        ({"fires": [5]}, "fires[0]"),
        ({"natural_disasters": [5]}, "natural_disasters[0]"),
        ({"groupings": [5]}, "groupings[0]"),
        ({"budgets": [5]}, "budgets[0]"),
        ({"quotas": [5]}, "quotas[0]"),
        ({"facts": [5]}, "facts[0]"),
        ({"readings": [5]}, "readings[0]"),
    ],
)
def test_a_report_refuses_what_it_cannot_be(more: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        report(**more)
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("more", "field", "value"),
    [
        ({"figures": [figure("5", 5, "one"), figure("6", 6, "one")]}, "figures", "one"),
        ({"tables": [table(FAMILIES, rows=[]), table(PEOPLE, rows=[])]}, "tables", "1"),
    ],
)
def test_a_report_refuses_a_code_that_is_used_twice(more: dict[str, Any], field: str, value: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        report(**more)
    assert (caught.value.field, caught.value.value, caught.value.code) == (field, value, "duplicate")
