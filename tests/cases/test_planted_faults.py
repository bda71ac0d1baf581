"""A third, made-up report with one fault planted for each rule: the rule finds it there and nothing beside it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import attrs
import pytest

from kesos.audit import RULES, Finding, find_contradictions
from kesos.events import DisasterEvent
from kesos.hazards import Hazard
from kesos.reports import (
    Abbreviation,
    Affected,
    AverageOf,
    BudgetFor,
    Classed,
    Column,
    CountOf,
    ExpectedHazard,
    Figure,
    FromTo,
    GrowthOf,
    InOrder,
    InWords,
    LargestOf,
    LeftBlank,
    Name,
    Numbering,
    PaidIn,
    PartOf,
    ProductOf,
    Relation,
    Report,
    SameFigure,
    SameName,
    Series,
    ShareOf,
    SumOf,
    Table,
    TargetPath,
    TargetYear,
    TwoCounts,
    TwoLists,
    WeekdayOf,
    YearsShown,
)
from kesos.values import Percentage, Period, Place, Printed, Quantity, Reading, Span, Text

places = itertools.count(1)
NOTHING = Reading(word="-", read_as="0", reason=Text("tidak menambah", "adds nothing"))


def p(value: Any, text: str | None = None) -> Printed:
    return Printed(str(value) if text is None else text, value, source=f"alinea {next(places)}")


def figure(value: Any, text: str | None = None, **more: Any) -> Figure:
    number = next(places)
    source, code = f"alinea {number}", f"figure_{number}"
    return Figure(str(value) if text is None else text, value, source=source, code=code, label=Text(code, code), **more)


def idr(amount: int) -> Quantity:
    return Quantity(amount, "IDR")


def families(count: int) -> Quantity:
    return Quantity(count, "family")


def people(count: int) -> Quantity:
    return Quantity(count, "person")


def houses(count: int) -> Quantity:
    return Quantity(count, "house")


def report(*relations: Relation, **more: Any) -> Report:
    more.setdefault("code", "ketiga")
    return Report(title="Laporan ketiga", office="Dinas Contoh", period="2020", relations=relations, **more)


def table(columns: Sequence[Column], rows: Sequence[Sequence[Any]], **more: Any) -> Table:
    more.setdefault("number", "1")
    more.setdefault("title", "Data")
    return Table.build(document="Laporan ketiga", columns=columns, rows=rows, **more)


def one_table(columns: Sequence[Column], rows: Sequence[Sequence[Any]], **more: Any) -> Report:
    return report(tables=[table(columns, rows, **more)])


DATED = (
    Column("place", "Lokasi"),
    Column("day", "Tanggal", holds="period"),
    Column("families", "KK", unit="family"),
    Column("people", "Jiwa", unit="person"),
)


def day(iso: str) -> Printed:
    return p(Period.of(iso))


def dated(*rows: tuple[str, str, int, int]) -> Report:
    return one_table(DATED, [(str(at), place, day(iso), kk, jiwa) for at, (place, iso, kk, jiwa) in enumerate(rows, 1)])


def struck(counts: Sequence[tuple[int, int]]) -> Report:
    return one_table(
        DATED,
        [(str(at), f"Desa {at}", day(f"2020-03-{at:02}"), kk, jiwa) for at, (kk, jiwa) in enumerate(counts, 1)],
    )


def by_year(first: int, second: int) -> Relation:
    return Series([p(idr(first)), p(idr(second))], years=[2019, 2020], certain=False)


def yearly(rows: Sequence[Sequence[Any]], **more: Any) -> Table:
    columns = [
        Column("name", "Program"),
        Column("y1", "2019", unit="IDR", year=2019),
        Column("y2", "2020", unit="IDR", year=2020),
    ]
    return table(columns, rows, **more)


def rows_by_year(years: Sequence[int], **more: Any) -> Table:
    made = table(
        [Column("year", "Tahun", holds="year"), Column("total", "Pagu", unit="IDR")],
        [(str(year), str(year), 100) for year in years],
        **more,
    )
    return attrs.evolve(made, rows=[attrs.evolve(row, year=int(row.code)) for row in made.rows])


def titled(title: str, heading: str, number: str = "1") -> Table:
    return attrs.evolve(table([Column("a")], [("1", "x")], number=number, title=title), heading=p(None, heading))


def captioned(*numbers: int | None) -> Report:
    tables = [
        attrs.evolve(
            table([Column("a")], [("1", "x")], number=str(at), title=f"Data {at}"),
            caption=p(number, f"Tabel {number or ''}"),
        )
        for at, number in enumerate(numbers)
    ]
    return report(tables=tables)


def named(*names: tuple[str, str | None]) -> Report:
    return report(
        names=[Name(text, source=f"alinea {next(places)}", kind="place", within=within) for text, within in names]
    )


def flood(district: str) -> Report:
    expected = ExpectedHazard(
        hazard=Hazard.FLOOD, group="natural", name=p(None, "banjir"), districts=[p(None, "Kec. Arjosari")]
    )
    event = DisasterEvent(hazard="flood", place=Place("Desa Jati", district=district), period="2020-03-01")
    return report(facts=[expected], natural_disasters=[event])


def disasters(stated: int) -> Report:
    event = DisasterEvent(hazard="flood", place="Desa Jati", period="2020-03-01")
    return report(
        figures=[figure(Quantity(stated, "event"), measure="natural_disasters")], natural_disasters=[event, event]
    )


def path(realized: str) -> Relation:
    return TargetPath(
        p(Percentage(realized)),
        year=2020,
        targets=[p(Percentage(18)), p(Percentage(17))],
        years=[2020, 2021],
        better="lower",
    )


def cells(printed: Sequence[str | None]) -> Report:
    return one_table(
        [Column("name", "Nama"), Column("count", "KK", unit="family")],
        [(str(at), f"Desa {at}", "-" if cell == "-" else cell) for at, cell in enumerate(printed)],
    )


CASES: dict[str, tuple[Report, Report, dict[str, Any]]] = {
    "sum": (
        report(SumOf(p(families(95)), parts=[p(families(60)), p(families(35))])),
        report(SumOf(p(families(98)), parts=[p(families(60)), p(families(35))])),
        {"severity": "error", "printed": families(98), "computed": families(95)},
    ),
    "two_counts": (
        report(TwoCounts([p(houses(3)), p(houses(4))], other=[p(houses(7))], certain=False)),
        report(TwoCounts([p(houses(3)), p(houses(4))], other=[p(houses(7)), p(houses(1))], certain=False)),
        {"severity": "suspicious", "printed": houses(3), "computed": 8},
    ),
    "average": (
        report(AverageOf(p(Decimal("3.33"), "3,33"), parts=[p(3), p(3), p(4)])),
        report(AverageOf(p(Decimal("3.34"), "3,34"), parts=[p(3), p(3), p(4)])),
        {"severity": "error", "printed": Decimal("3.34"), "computed": Decimal("3.3333")},
    ),
    "product": (
        report(ProductOf(p(idr(330_000)), factors=[p(families(3)), p(idr(110_000))])),
        report(ProductOf(p(idr(303_000)), factors=[p(families(3)), p(idr(110_000))])),
        {"severity": "error", "printed": idr(303_000), "computed": idr(330_000)},
    ),
    "percent": (
        report(ShareOf(p(Percentage("33.3")), part=p(1), whole=p(3), places=1)),
        report(ShareOf(p(Percentage("33.4")), part=p(1), whole=p(3), places=1)),
        {"severity": "error", "printed": Percentage("33.4"), "computed": Percentage("33.3")},
    ),
    "growth": (
        report(GrowthOf(p(Percentage("12.5"), "12,5"), before=p(idr(800)), after=p(idr(900)), places=1)),
        report(GrowthOf(p(Percentage("11.1"), "11,1"), before=p(idr(800)), after=p(idr(900)), places=1)),
        {"severity": "error", "printed": Percentage("11.1"), "computed": Percentage("12.5")},
    ),
    "part_of": (
        report(PartOf(p(families(10)), whole=p(families(10)))),
        report(PartOf(p(families(11)), whole=p(families(10)))),
        {"severity": "error", "printed": families(11), "computed": families(10)},
    ),
    "words": (
        report(InWords(p(idr(110_000)), words=p(110_000, "seratus sepuluh ribu"))),
        report(InWords(p(idr(110_000)), words=p(101_000, "seratus satu ribu"))),
        {"severity": "error", "printed": 101_000, "computed": idr(110_000)},
    ),
    "same_figure": (
        report(SameFigure([p(families(8)), p(families(8))])),
        report(SameFigure([p(families(8)), p(families(9)), p(families(8))])),
        {"severity": "error", "printed": families(9), "computed": families(8)},
    ),
    "count": (
        report(CountOf(p(2), counted=[p(None, "a"), p(None, "b")])),
        report(CountOf(p(2), counted=[p(None, "a"), p(None, "b"), p(None, "c")])),
        {"severity": "error", "printed": 2, "computed": 3},
    ),
    "events": (disasters(2), disasters(3), {"severity": "error", "printed": Quantity(3, "event"), "computed": 2}),
    "two_lists": (
        report(TwoLists([p(None, "a")], other=[p(None, "b")])),
        report(TwoLists([p(None, "a")], other=[p(None, "b"), p(None, "c")], certain=False)),
        {"severity": "suspicious", "printed": "a", "computed": 2},
    ),
    "largest": (
        report(LargestOf([p(families(5))], others=[p(families(5)), p(families(4))])),
        report(LargestOf([p(families(5)), p(families(7))], others=[p(families(6)), p(families(4))])),
        {"severity": "error", "printed": families(5), "computed": families(6)},
    ),
    "divides": (
        report(PaidIn(p(idr(330)), benefit=p(idr(110)))),
        report(PaidIn(p(idr(331)), benefit=p(idr(110)))),
        {"severity": "error", "printed": idr(331), "computed": Span(idr(330), idr(440))},
    ),
    "budget": (
        report(BudgetFor(p(idr(2_400)), recipients=p(families(2)), benefit=p(idr(100)), months=12)),
        report(BudgetFor(p(idr(2_500)), recipients=p(families(2)), benefit=p(idr(100)), months=12)),
        {"severity": "error", "printed": idr(2_500), "computed": Span(idr(2_400), idr(2_400))},
    ),
    "share_range": (
        one_table([Column("a", "Nama"), Column("b", "%", holds="percent")], [("1", "x", ("100,00", Percentage(100)))]),
        one_table(
            [Column("a", "Nama"), Column("b", "%", holds="percent")], [("1", "x", ("100,01", Percentage("100.01")))]
        ),
        {"severity": "suspicious", "printed": Percentage("100.01"), "computed": Percentage(100)},
    ),
    "period_order": (
        report(FromTo(p(None, "10 – 17 Maret 2020"), first=date(2020, 3, 10), last=date(2020, 3, 17))),
        report(FromTo(p(None, "17 – 10 Maret 2020"), first=date(2020, 3, 17), last=date(2020, 3, 10))),
        {"severity": "error", "printed": "17 – 10 Maret 2020", "computed": None},
    ),
    "weekday": (
        report(WeekdayOf(day("2021-01-07"), weekday=4)),
        report(WeekdayOf(day("2021-01-07"), weekday=5)),
        {"severity": "error", "printed": Period.of("2021-01-07"), "computed": Text("Kamis", "Thursday")},
    ),
    "announced_years": (
        report(YearsShown(p(None, "Anggaran 2016 s/d 2018"), first=2016, last=2018, shown=[2016, 2017, 2018])),
        report(YearsShown(p(None, "Anggaran 2016 s/d 2019"), first=2016, last=2019, shown=[2016, 2017, 2018])),
        {"severity": "error", "printed": "Anggaran 2016 s/d 2019", "computed": "2016–2018"},
    ),
    "day_order": (
        report(InOrder([day("2020-01-01"), day("2020-01-05"), day("2020-01"), day("2020-02-01"), day("2020-02-02")])),
        report(
            InOrder([day("2020-01-01"), day("2020-01-05"), day("2020-01-04"), day("2020-02-01"), day("2020-02-02")])
        ),
        {"severity": "suspicious", "printed": Period.of("2020-01-04"), "computed": Period.of("2020-01-05")},
    ),
    "target_met": (
        report(TargetYear(p(Period.of("2019")), met=day("2019-05-15"))),
        report(TargetYear(p(Period.of("2019")), met=day("2018-05-15"))),
        {"severity": "suspicious", "printed": Period.of("2018-05-15"), "computed": 2019},
    ),
    "target_passed": (
        report(path("17")),
        report(path("16.99")),
        {"severity": "suspicious", "printed": Percentage(17), "computed": Percentage("16.99")},
    ),
    "jump": (
        report(by_year(100, 149)),
        report(by_year(100, 150)),
        {"severity": "suspicious", "printed": idr(150), "computed": idr(100)},
    ),
    "series_gap": (
        report(tables=[yearly([("1", "PKH", None, 100)])]),
        report(tables=[yearly([("1", "PKH", 100, None)])]),
        {"severity": "suspicious", "printed": "", "computed": None},
    ),
    "precision": (
        dated(("Desa A", "2020-03-01", 10, 30), ("Desa B", "2020-03-02/2020-03-04", 12, 37)),
        dated(("Desa A", "2020-03-01", 10, 30), ("Desa B", "2020-03", 12, 37)),
        {"severity": "suspicious", "printed": Period.of("2020-03"), "computed": None},
    ),
    "partial_year": (
        report(tables=[rows_by_year([2018, 2019])]),
        report(tables=[rows_by_year([2018, 2019], partial_years=[2019])]),
        {"severity": "suspicious", "printed": 2019, "computed": None},
    ),
    "year_direction": (
        report(tables=[rows_by_year([2018, 2019]), rows_by_year([2017, 2018], number="2", title="Lain")]),
        report(tables=[rows_by_year([2018, 2019]), rows_by_year([2018, 2017], number="2", title="Lain")]),
        {"severity": "suspicious", "printed": "Lain", "computed": None},
    ),
    "expected_place": (
        flood("Arjosari"),
        flood("Bandarjaya"),
        {"severity": "suspicious", "printed": "Kec. Arjosari", "computed": "Bandarjaya"},
    ),
    "fewer_people": (
        report(Affected(families=p(families(4)), people=p(people(4)))),
        report(Affected(families=p(families(4)), people=p(people(3)))),
        {"severity": "error", "printed": people(3), "computed": families(4)},
    ),
    "people_per_family": (
        report(Affected(families=p(families(10)), people=p(people(20)))),
        report(Affected(families=p(families(10)), people=p(people(19)))),
        {"severity": "suspicious", "printed": people(19), "computed": Decimal("1.90")},
    ),
    "families_per_house": (
        report(Affected(families=p(families(50)), houses=p(houses(10)))),
        report(Affected(families=p(families(51)), houses=p(houses(10)))),
        {"severity": "suspicious", "printed": families(51), "computed": houses(10)},
    ),
    "multiples": (
        struck([(41, 165), (52, 208), (67, 250), (83, 301), (59, 199)]),
        struck([(41, 164), (52, 208), (67, 268), (83, 301), (59, 236)]),
        {"severity": "suspicious", "printed": people(164), "computed": 4},
    ),
    "round_counts": (
        struck([(41, 160), (52, 201), (67, 253), (83, 310), (59, 211)]),
        struck([(41, 160), (52, 210), (67, 250), (83, 310), (59, 210)]),
        {"severity": "suspicious", "printed": people(160), "computed": 5},
    ),
    "approximate": (
        report(figures=[figure(families(2_720), about=True)]),
        report(figures=[figure(families(2_721), about=True)]),
        {"severity": "suspicious", "printed": families(2_721), "computed": None},
    ),
    "alike_rows": (
        dated(("Desa A", "2020-03-01", 10, 33), ("Desa B", "2020-03-01", 10, 34)),
        dated(("Desa A", "2020-03-01", 10, 33), ("Desa B", "2020-03-01", 10, 33)),
        {"severity": "suspicious", "printed": "Desa B", "computed": None},
    ),
    "told_twice": (
        dated(("Desa A", "2020-03-01/2020-03-04", 10, 33), ("Desa A", "2020-03-05", 12, 37)),
        dated(("Desa A", "2020-03-01/2020-03-04", 10, 33), ("Desa A", "2020-03-04", 12, 37)),
        {"severity": "suspicious", "printed": "Desa A", "computed": None},
    ),
    "left_blank": (
        report(LeftBlank(p(Quantity(1, "dozen"), "1 lusin"))),
        report(LeftBlank(p(None, "- lusin"))),
        {"severity": "suspicious", "printed": "- lusin", "computed": None},
    ),
    "blank_row": (
        one_table([Column("n", "Nama"), Column("a", "KK", unit="family")], [("1", "Desa 1", "-")]),
        one_table([Column("n", "Nama"), Column("a", "KK", unit="family")], [("1", "Desa 1", None)]),
        {"severity": "suspicious", "printed": "Desa 1", "computed": None},
    ),
    "blank_column": (
        one_table([Column("n", "Nama"), Column("a", "Solusi")], [("1", "x", None), ("2", "y", "-")]),
        one_table([Column("n", "Nama"), Column("a", "Solusi")], [("1", "x", None), ("2", "y", None)]),
        {"severity": "suspicious", "printed": "", "computed": None},
    ),
    "blank_and_dash": (
        cells(["-", "-", "-"]),
        cells(["-", None, "-"]),
        {"severity": "suspicious", "printed": "", "computed": None},
    ),
    "numbers_among_words": (
        one_table([Column("n", "Keterangan")], [("1", "rusak"), ("2", "12 jiwa")]),
        one_table([Column("n", "Keterangan")], [("1", "rusak"), ("2", "12")]),
        {"severity": "suspicious", "printed": "12", "computed": None},
    ),
    "numbering": (
        report(Numbering([p(1), p(2), p(3)], things=3)),
        report(Numbering([p(1), p(3), p(4)], things=3)),
        {"severity": "error", "printed": 3, "computed": 2},
    ),
    "table_number": (captioned(4, 5), captioned(4, 6), {"severity": "suspicious", "printed": 6, "computed": 4}),
    "spelling": (
        report(SameName([p(None, "Desa Jati"), p(None, "Desa  Jati")], kind="place")),
        report(SameName([p(None, "Desa Jati"), p(None, "Desa Jatti"), p(None, "Desa Jati")], kind="place")),
        {"severity": "suspicious", "printed": "Desa Jatti", "computed": "Desa Jati"},
    ),
    "similar_names": (
        named(("Sungai Bakau", None), ("Sungai Bekal", None)),
        named(("Sungai Bakau", None), ("Sungai Bakar", None)),
        {"severity": "suspicious", "printed": "Sungai Bakar", "computed": "Sungai Bakau"},
    ),
    "two_places": (
        named(("Jl. Macan", "Arjosari"), ("Jl. Macan", "Arjosari")),
        named(("Jl. Macan", "Arjosari"), ("Jl. Macan", "Bandarjaya")),
        {"severity": "suspicious", "printed": "Jl. Macan", "computed": "Arjosari"},
    ),
    "short_form": (
        report(
            *(
                Abbreviation(p(None, short), long=p(None, long))
                for short, long in (("KIS", "Kartu Sehat"), ("kis", "kartu sehat"))
            )
        ),
        report(
            *(
                Abbreviation(p(None, "KIS"), long=p(None, long))
                for long in ("Kartu Sehat", "Kartu Sembako", "Kartu Sehat")
            )
        ),
        {"severity": "error", "printed": "Kartu Sembako", "computed": "Kartu Sehat"},
    ),
    "group": (
        report(*(Classed(p(None, "kebakaran"), code="fire", group=group) for group in ("social", "social"))),
        report(*(Classed(p(None, "kebakaran"), code="fire", group=group) for group in ("social", "non_natural"))),
        {"severity": "error", "printed": "kebakaran", "computed": "social"},
    ),
    "title": (
        report(tables=[titled("Data Bantuan", "A"), titled("Data Bencana", "B", "2")]),
        report(tables=[titled("Data Bantuan", "A"), titled("Data  bantuan", "B", "2")]),
        {"severity": "error", "printed": "Data  bantuan", "computed": None},
    ),
    "heading": (
        report(tables=[titled("Capaian Kinerja Urusan Wajib Tahun 2020", "Capaian Kinerja Urusan Wajib")]),
        report(tables=[titled("Capaian Kinerja Urusan Wajib dan Pilihan", "Capaian Kinerja Urusan Wajib dan Sosial")]),
        {
            "severity": "suspicious",
            "printed": "Capaian Kinerja Urusan Wajib dan Pilihan",
            "computed": "Capaian Kinerja Urusan Wajib dan Sosial",
        },
    ),
    "repeated_words": (
        report(figures=[figure(None, "undang-undang tentang bencana")]),
        report(figures=[figure(None, "pada pada bulan Maret")]),
        {"severity": "suspicious", "printed": "pada pada bulan Maret", "computed": None},
    ),
}


def findings_of(made: Report, rule: str) -> tuple[Finding, ...]:
    return find_contradictions(made).of_rule(rule)


def test_there_is_a_planted_fault_for_every_rule() -> None:
    assert list(CASES) == [rule.code for rule in RULES]


@pytest.mark.parametrize("rule", CASES)
def test_the_sound_report_is_looked_at_and_nothing_is_found(rule: str) -> None:
    audit = find_contradictions(CASES[rule][0])
    assert audit.findings == ()
    assert audit.checked[rule] > 0


@pytest.mark.parametrize("rule", CASES)
def test_the_planted_fault_is_found(rule: str) -> None:
    _, faulty, expected = CASES[rule]
    (found,) = findings_of(faulty, rule)
    assert {field: getattr(found, field) for field in expected} == expected
    assert found.source
    assert found.concerns
    assert found.message("id") != found.message("en")
    assert found.text.en in found.say("en")
    assert found.place("en") in found.say("en")
