from __future__ import annotations

import io
import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import numpy
import pytest
from said_nothing import says_nothing

import kesos
from kesos import (
    PEDUM_2003,
    Budget,
    BudgetLine,
    DisasterEvent,
    Percentage,
    ProgramQuota,
    Quantity,
    Span,
    Text,
    entitle,
    entitle_all,
    show,
    tables,
)
from kesos.audit import Finding, FindingGroup
from kesos.cards import CardDistribution
from kesos.deliveries import Delivery, reconcile
from kesos.errors import InvalidValueError
from kesos.planning import Lot, Stock, allocate, plan_days, shortfall
from kesos.relief import entitle_range, total
from kesos.services import LetterCount, LetterCounts
from kesos.standards import PERKA_BNPB_7_2008
from kesos.targets import TargetSeries
from kesos.values import Period, TableView
from kesos.values._tabulated import NOTHING, Noted, Shown, tabulated

FLOOD = DisasterEvent(hazard="banjir", place="Desa <A>", period="2017-02-25", families=215, people=860, loss=1_000)
WIND = DisasterEvent(hazard="angin ribut", place="Desa B", period="2017-03", people=5)
FIRE = DisasterEvent(hazard="kebakaran", place="Desa C", period="2017-03-02", families=1, people=4)
HEAD = Text("Isi", "Content")


def column(*values: Any, language: str = "id", **more: Any) -> Any:
    return tabulated([(Shown(HEAD, value, adds=True),) for value in values], language, caption="c", **more)


def test_a_unit_stands_once_in_the_head_where_all_agree() -> None:
    assert column(Quantity(2, "kg"), None, Quantity(1_032, "kg")).header == ("Isi (kg)",)
    assert column(Quantity(2, "kg"), None, Quantity(1_032, "kg")).rows == (("2",), ("tidak diketahui",), ("1.032",))
    assert column(Quantity(1, "piece"), Quantity(3, "piece"), language="en").header == ("Content (pieces)",)
    spans = Span(Quantity(1, "kg"), Quantity(2, "kg")), Span(Quantity(3, "kg"), Quantity(3, "kg"))
    assert (column(*spans).header, column(*spans).rows) == (("Isi (kg)",), (("1 – 2",), ("3",)))


def test_a_unit_stays_in_its_cell_where_they_differ_or_there_is_none() -> None:
    assert column(Quantity(2, "kg"), Quantity(3, "l")).rows == (("2 kg",), ("3 l",))
    assert column(Quantity(2, "kg"), 3).rows == (("2 kg",), ("3",))
    assert column(Span(Quantity(500, "g"), Quantity(2, "kg"))).rows == (("500 g – 2 kg",),)
    assert column(Fraction(35, 2), Fraction(1, 3)).rows == (("17,5",), ("1/3",))
    assert column(Decimal("0.50"), date(2017, 2, 25)).rows == (("0,50",), ("25 Februari 2017",))


def test_foreign_money_has_its_sign_in_the_head_and_every_cell_its_number() -> None:
    paid = column(Quantity("12.5", "USD"), Quantity("-1200", "USD"), language="en", total=True)
    assert (paid.header, paid.rows) == (("Content ($)",), (("12.50",), ("-1,200.00",), ("-1,187.50",)))
    assert paid.exact == ((Decimal("12.5"),), (Decimal(-1200),), (Decimal("-1187.5"),))
    other = column(Quantity("12.5", "USD"), Quantity(3, "JPY"))
    assert (other.rows, other.exact) == ((("US$12,50",), ("JP¥3",)), ((None,), (None,)))


MEASURED = (
    Quantity(0, "m2"), Quantity(1, "g"), Quantity("1032.5", "kg"), Quantity("52500", "m2"), Quantity(-3, "piece"),
    Quantity(1, "piece"), Quantity(60, "minute"), Quantity(90, "minute"), Quantity(36_120_000, "IDR"),
    Quantity(-5, "IDR"), Quantity(95_000_050, "IDR/100"), Quantity("12.5", "USD"), Quantity("-0.05", "USD"),
    Quantity(1_500, "JPY"), Quantity("1.005", "KWD"), Quantity("1.5", "KWD"), Quantity("1.25", "COP"),
    Quantity(7, "AED"),
)  # fmt: skip


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("amount", MEASURED, ids=repr)
def test_a_quantity_is_told_in_a_column_as_it_is_told_alone(amount: Quantity, language: str) -> None:
    view = column(amount, language=language)
    [[cell]], [[number]] = view.rows, view.exact
    digits = re.sub(r"[^\d.,]", "", amount.say(language))
    assert cell == ("-" if amount.amount < 0 else "") + digits.strip(".")
    thousands, mark = (".", ",") if language == "id" else (",", ".")
    assert Decimal(cell.replace(thousands, "").replace(mark, ".")) == number
    assert view.header[0] != HEAD.say(language)


def test_the_number_of_a_cell_is_that_of_its_value() -> None:
    third = Percentage(Fraction(100, 3))
    assert column(3, Decimal("0.50"), Fraction(35, 2), Fraction(1, 3)).exact == (
        (Decimal(3),), (Decimal("0.5"),), (Decimal("17.5"),), (None,)
    )  # fmt: skip
    assert column(Percentage("35.45"), third).exact == ((Decimal("35.45"),), (None,))
    kg = [Quantity(number, "kg") for number in (1, 2)]
    assert column(Span(*kg), Span(kg[0], kg[0])).exact == ((None,), (Decimal(1),))
    assert column("12", "2017", date(2017, 2, 25), None).exact == ((None,),) * 4
    assert column(Quantity(2, "kg"), 3).exact == ((None,), (Decimal(3),))


def test_what_is_not_known_is_marked_and_a_place_of_that_name_is_not() -> None:
    flood = DisasterEvent(hazard="banjir", place="not known", period="2017-02-25", people=4)
    view = show([flood], "en")
    assert [view.rows[row][column] for row, column in view.unknown] == ["not known"] * 3
    assert (0, 1) not in view.unknown
    assert "<em>" not in view.html().split("<td")[2]


@pytest.mark.parametrize("language", ["id", "en"])
def test_what_an_answer_does_not_know_or_has_no_number_of_is_marked(language: str) -> None:
    given: dict[str, Any] = {"days": 7, "recipients": {"plates": 3}}
    people = DisasterEvent(hazard="banjir", place="Desa A", period="2017-02-25", people=4)
    blank, unknown = entitle(people, PEDUM_2003, **given), entitle(people, PERKA_BNPB_7_2008, days=7, counted_only=True)
    for answer in (blank, unknown):
        together = total([answer, answer]).table(language)
        for view in (answer.table(language), together, show([answer], language), tables.letter_table(answer, language)):
            assert view.unknown == says_nothing(view)
    ranges = entitle_range(people, PEDUM_2003, recipients={"plates": 3})
    assert ranges.table(language).unknown == says_nothing(ranges.table(language))


def test_a_value_that_is_not_exact_is_not_shown() -> None:
    for wrong in (0.5, [1], float("nan")):
        with pytest.raises(InvalidValueError) as refused:
            Shown(HEAD, wrong)
        assert (refused.value.code, refused.value.field) == ("wrong_type", "value")


def test_rupiah_are_said_in_the_head_in_either_language() -> None:
    for language, said in (("id", "36.120.000"), ("en", "36,120,000")):
        table = column(Quantity(36_120_000, "IDR"), language=language)
        assert (table.header[0][-5:], table.rows) == (" (Rp)", ((said,),))


def test_a_sum_of_what_is_known_says_that_it_is_not_all() -> None:
    table = tabulated(
        [(Shown(HEAD, "A"), Shown(Text("KK", "KK"), 3, adds=True)), (Shown(HEAD, "B"), Shown(Text("KK", "KK"), None))],
        "en", caption="c", total=True,
    )  # fmt: skip
    assert table.rows[-1] == ("Total", "3 [1]")
    assert table.notes == ("[1] The sum of what is known; a part of it is not known.",)
    assert column(None, None, total=True).rows[-1] == ("tidak diketahui",)


def test_a_column_that_a_row_does_not_know_stays_empty_and_a_note_is_said_once() -> None:
    other = Text("Lain", "Other")
    noted = Noted("x", Text("kenapa", "why"))
    rows = [(Shown(HEAD, NOTHING),), (Shown(HEAD, "a"), Shown(other, noted)), (Shown(HEAD, "b"), Shown(other, noted))]
    table = tabulated(rows, "en", caption="c")
    assert table.header == ("Content", "Other")
    assert table.rows == (("", ""), ("a", "x [1]"), ("b", "x [1]"))
    assert table.notes == ("[1] why",)


def test_events_are_one_table_with_their_sum() -> None:
    table = show([FLOOD, WIND, FIRE])
    assert table.caption == "Data kejadian bencana"
    assert table.header == ("Bencana", "Tempat", "Waktu", "KK", "Jiwa", "Kerusakan", "Kerugian (Rp)")
    assert table.rows[-1] == ("Jumlah", "", "", "216 [1]", "869", "tidak diketahui", "1.000 [1]")
    assert (table.totals, table.numbers) == ((3,), (3, 4, 6))
    assert "Desa &lt;A&gt;" in table.html()
    assert show([FLOOD], "en").totals == ()
    assert show([FLOOD], "en").caption == "Disaster events"
    assert show([FLOOD], caption="Contoh").caption == "Contoh"


def test_what_got_no_answer_is_a_row_too_and_its_reason_stands_under_the_table_once() -> None:
    given: list[Any] = [FLOOD, FIRE, FIRE, "no event", ValueError]
    batch = entitle_all(given, PEDUM_2003, days="minimum")
    table = batch.table("en")
    assert table == show(batch.results, "en")
    assert len(table.rows) == len(batch.results) + 1
    rice = table.header.index("Rice (kg)")
    assert [row[rice] for row in table.rows] == ["1,032", "", "", "", "", "1,032"]
    assert table.rows[1][-1] == table.rows[2][-1] == "could not be counted yet [1]"
    assert table.notes[0] == f"[1] {batch.refused[0].error.say('en')}"
    assert "Desa &lt;A&gt;" in batch._repr_html_()
    assert str(batch).startswith("Bantuan menurut kejadian\n")


def test_ranges_totals_and_groups_are_tables() -> None:
    ranges = show([entitle_range(FLOOD, PEDUM_2003), entitle_range(WIND, PEDUM_2003)])
    assert ranges.rows[0][1:3] == ("3 – 7", "1.032 – 2.408")
    assert ranges.rows[1][1:3] == ("3", "6")
    assert ranges.rows[-1][2] == "1.038 – 2.414"
    groups = show(entitle_all([FLOOD, WIND, FIRE], PEDUM_2003, days="minimum").totals("hazard"), "en")
    assert [row[:3] for row in groups.rows] == [
        ("Flood", "1", "0"), ("Windstorm", "1", "0"), ("Fire", "0", "1"), ("Total", "2", "1"),
    ]  # fmt: skip
    assert groups.header[0] == "Group"
    assert show({"x": total([])}).rows[0][:3] == ("x", "0", "0")


def test_budgets_and_their_lines_are_tables_and_a_share_of_the_whole_is_no_sum_of_shares() -> None:
    source = kesos.Citation(regulation="DPA")
    lines = [
        BudgetLine(name="a", ceiling=60, realized=30, source=source),
        BudgetLine(name="b", ceiling=40, realized=25),
        BudgetLine(name="c", ceiling=0, realized=0),
    ]
    budget = Budget(year=2017, holder="Contoh", funding="APBD", lines=lines)
    assert budget.table("en").rows == (
        ("a", "60", "30", "50%"), ("b", "40", "25", "62.5%"), ("c", "0", "0", "ceiling of zero"),
        ("Total", "100", "55", "55%"),
    )  # fmt: skip
    assert budget.table("en").notes == ("Source: DPA",)
    assert show(lines, "en").rows[-1] == ("Total", "100", "55", "")
    assert show([budget, budget]).rows[-1] == ("Jumlah", "", "200", "110", "")
    open_line = Budget(year=2017, holder="C", funding="APBD", lines=[*lines, BudgetLine(name="d", ceiling=None)])
    assert open_line.table().rows[-1] == ("Jumlah", "tidak diketahui", "tidak diketahui", "tidak diketahui")
    assert show(open_line) == open_line.table()


def test_quotas_targets_findings_and_reports_are_tables() -> None:
    quota = ProgramQuota(
        program="PKH", year=2017, area="A", families=3, budget=10, source=kesos.Citation(regulation="SK")
    )
    assert quota.table("en").rows == (("A", "3", "10"),)
    assert quota.table("en").notes == ("Source: SK",)
    people = ProgramQuota(program="PKH", year=2017, area="A", people=3, sub_areas={"x": 3})
    assert people.table("en").rows == (("x", "3"), ("Total", "3"))
    assert people.table().header == ("Wilayah", "Jiwa")
    assert show([quota, quota]).rows[-1] == ("Jumlah", "", "", "6", "20")
    later = show([quota, attrs.evolve(quota, year=quota.year + 1)])
    assert (len(later.rows), later.totals) == (2, ())  # the same families are not added twice
    series = TargetSeries(name="IKU", better="lower", targets={2017: "17.5", 2018: 17})
    assert series.table("en").rows == (("2017", "17.5"), ("2018", "17"))
    assert show([series]).header == ("Indikator", "2017", "2018")
    report = kesos.datasets.kotawaringin_barat()
    found = kesos.find_contradictions(report).findings
    assert [row[2] for row in show(found, "en").rows] == [each.message("en") for each in found]
    assert show(report) == report.overview()
    assert "<table" in report._repr_html_()
    printed = report.table("19")
    assert show(printed) == printed.table()
    assert len(printed.table().rows) == len(printed.rows)
    assert printed.table().totals == tuple(at for at, row in enumerate(printed.rows) if row.kind != "data")


@pytest.mark.parametrize(
    ("things", "field"), [([FLOOD, "x"], "things[1]"), ([DisasterEvent], "things[0]"), (3, "things")]
)
def test_what_cannot_be_shown_is_refused_by_its_place(things: Any, field: str) -> None:
    with pytest.raises(InvalidValueError) as refused:
        show(things)
    assert refused.value.field == field


def test_no_rows_are_an_empty_table() -> None:
    assert show([]).rows == ()
    assert show([], "en").plain().splitlines()[0] == "0 rows"


def test_a_value_that_prints_as_its_table_prints_so_in_a_format_too() -> None:
    budget = Budget(year=2017, holder="C", funding="APBD", lines=[BudgetLine(name="a", ceiling=60, realized=30)])
    assert f"{budget:en}" == budget.table("en").plain()
    assert f"{budget}" == str(budget) == budget.table("id").plain()


STOCK = Stock([Lot(item="rice", quantity=Quantity(500, "kg"))])
OWED = [entitle(each, PEDUM_2003, days=3) for each in (FLOOD, WIND)]
GIVEN = [Delivery(place="Desa <A>", on="2017-02-26", items={"rice": Quantity(600, "kg")})]
BAD = io.StringIO("Lokasi,Jenis,Tanggal\nDesa X,Bnajir,28-02-2017\n")
CARDS = CardDistribution(total=10, distributed=6, undistributed=3, unprinted=1)
ALLOCATED = allocate([FLOOD, WIND], PEDUM_2003, STOCK, policy="equal_days", items=["rice"])
TABLES: dict[str, tuple[TableView, tuple[int, ...]]] = {  # each with its rows that are totals
    "account": (reconcile(OWED, GIVEN).table(), (4, 5)),
    "account of one place": (reconcile(OWED[:1], GIVEN).table(), ()),
    "allocation": (ALLOCATED.table(), (2,)),
    "calendar": (plan_days([FLOOD], PEDUM_2003, STOCK, items=["rice"]).table(), ()),
    "cards": (CARDS.table(), (3,)),
    "delivery": (GIVEN[0].table(), ()),
    "letter": (tables.letter_table(OWED[0]), ()),
    "letters": (
        LetterCounts(counts=[LetterCount(kind="health_insurance", period=Period.of("2017-05"), letters=750)]).table(),
        (),
    ),
    "rows left out": (tables.read_events(BAD).table(), ()),
    "shortfall": (
        shortfall(OWED[0], Stock({"rice": Quantity(1, "kg"), "side_dishes": Quantity(5, "IDR")})).table(),
        (),
    ),
    "stock": (STOCK.table(), ()),
}


_FIGURE = re.compile(r"(Rp)?[\d.,]+( kg| g| hari|%|\.)?")


@pytest.mark.parametrize("name", TABLES)
def test_figures_stand_to_the_right_and_totals_in_bold_in_every_table(name: str) -> None:
    view, totals = TABLES[name]
    assert view.rows
    columns = [[row[at] for row in view.rows] for at in range(len(view.header))]
    figures = [all(_FIGURE.fullmatch(cell) for cell in column if cell) and any(column) for column in columns]
    assert view.numbers == tuple(at for at, is_figure in enumerate(figures) if is_figure)
    assert view.totals == totals


def test_findings_that_are_alike_are_shown_on_one_line_and_a_supposed_relation_as_supposed() -> None:
    found = Finding(
        rule="sum",
        severity="error",
        printed=98,
        computed=95,
        source="table 1",
        row="Jumlah",
        text=Text("98 tercetak", "98 is printed"),
    )
    guessed = attrs.evolve(found, guess=Text("judulnya", "its title"))
    assert show([found, guessed], "en").rows == (
        ("contradiction", "table 1", found.message("en")),
        ("supposed", "table 1", guessed.message("en")),
    )
    group = FindingGroup([found, found])
    assert show([group], "en").rows == (("contradiction", group.place("en"), group.message("en")),)


def test_a_group_without_a_name_is_one_that_is_not_known_and_comes_last() -> None:
    batch = entitle_all([attrs.evolve(FLOOD, place=kesos.Place("A", district="Kumai")), "?"], PEDUM_2003, days=7)
    assert [row[0] for row in show(batch.totals("place.district"), "en").rows] == ["Kumai", "not known", "Total"]


def test_rows_of_a_sheet_that_are_left_out_show_with_their_reasons_and_in_the_answers_by_their_numbers() -> None:
    sheet = "Lokasi;Jenis;Tanggal;Jiwa\nDesa A;Banjir;28-02-2017;x\nDesa B;Bnajir;28-02-2017;2\nJumlah;;;2\n"
    read = tables.read_events(io.StringIO(sheet), keep_without_bad_cells=True)
    for listed in (read.rejects, read.bad_cells, read.skipped):
        view = show(listed, "en")
        assert view.header == ("Label", "Reason")
        assert [row[:1] for row in view.rows] == [(str(each.row),) for each in listed]
        assert [row[1] for row in view.rows] == [each.reason("en") for each in listed]
    answers = show(entitle_all(read, PEDUM_2003, days=7), "en")
    assert [row[0] for row in answers.rows if row[0].startswith("row")] == ["row 3"]


def test_numbers_by_their_names_are_one_table_and_without_names_are_refused() -> None:
    share = Percentage.of_fraction(Fraction(1, 3))
    spent = Span(Quantity(3, "IDR"), Quantity(5, "IDR"))
    view = show({"a": share, Text("b", "c"): Quantity(2, "kg"), "d": spent, "e": 3}, "en", caption="IKK")
    assert (view.caption, view.header, view.numbers) == ("IKK", ("Entry", "Value"), (1,))
    assert view.rows == (("a", "33.33% (rounded)"), ("c", "2 kg"), ("d", "IDR3 – IDR5"), ("e", "3"))
    assert show({"a": numpy.int64(7)}).rows == (("a", "7"),)
    for refused, code in (([share], "nothing_to_show"), ({"a": 1.5}, "nothing_to_show"), ({"a": True}, "not_whole")):
        with pytest.raises(InvalidValueError) as caught:
            show(refused)
        assert (caught.value.code, (caught.value.field or "")[:6]) == (code, "things")


def test_a_table_is_called_what_its_rows_are_of_or_how_many_there_are() -> None:
    line = BudgetLine(name="a", ceiling=60, realized=30)
    answers = entitle_all([FLOOD, "?"], PEDUM_2003, days=3)
    captions = [
        show(things).caption
        for things in (
            [line], answers, list(answers.answers), answers.totals("hazard"), answers.totals("place"),
            answers.totals("place.district"), answers.totals(lambda event: 1), {"x": total([])}, [FLOOD, line],
            {"a": 1, "b": 2}, [],
        )
    ]  # fmt: skip
    assert captions == [
        "Pagu dan realisasi", *["Bantuan menurut kejadian"] * 2, "Jumlah bantuan menurut jenis bencana",
        "Jumlah bantuan menurut tempat", "Jumlah bantuan menurut kecamatan", *["Jumlah bantuan"] * 2, "2 baris",
        "2 baris", "0 baris",
    ]  # fmt: skip
    assert show(answers.totals("hazard"), "en").caption == "Total aid by hazard"
    assert show([line], caption="Serapan").caption == "Serapan"


def test_a_thing_that_is_a_table_of_its_own_is_no_row_and_the_hint_says_where_the_table_is() -> None:
    flood = DisasterEvent(hazard="banjir", place="x", period="2017-02-25", people=1)
    one = entitle(flood, PEDUM_2003, days=7)
    plan = plan_days([flood], PEDUM_2003, Stock({"rice": Quantity(1, "t")}), items=["rice"])
    assert show(plan).caption == plan.table().caption
    for things in ([plan], [one, plan]):
        with pytest.raises(InvalidValueError) as caught:
            show(things)
        assert (caught.value.code, caught.value.field) == ("nothing_to_show", f"things[{len(things) - 1}]")
        assert ".table(language)" in str(caught.value)
    with pytest.raises(InvalidValueError) as caught:
        show([object()])
    assert ".table(language)" not in str(caught.value)
