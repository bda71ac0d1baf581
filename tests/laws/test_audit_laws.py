"""What must hold of every audit: nothing that adds up is an error, oddities are rare, and a change is found.

The reports are made up, but of the size and shape that a district social office publishes: floods by village with
subtotals, a budget by year, programmes by year, and prose that repeats, divides, spells out and rounds their figures.
"""

from __future__ import annotations

import pickle
import random
from collections import Counter
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kesos.audit import RULES, Audit, Finding, Ordinary, find_contradictions
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
    PolicyTarget,
    ProductOf,
    Relation,
    Report,
    Row,
    RowCounts,
    RowSum,
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
from kesos.values import Citation, Percentage, Period, Printed, Quantity, Reading, Rounding, Text, round_exactly
from kesos.wording import spell_out

DOCUMENT = "Laporan Dinas Sosial Kabupaten Contoh"
BLANKS = Reading(word="-", read_as="0", reason=Text("tanda hubung tidak menambah", "a dash adds nothing"))
DISTRICTS = ("Arjosari", "Bandarjaya", "Cempaka", "Durian Luncuk", "Empang")
VILLAGES = tuple(
    f"Desa {first} {second}"
    for first in ("Batu", "Kayu", "Tanjung", "Lubuk", "Muara", "Gunung", "Padang")
    for second in ("Ampar", "Bilah", "Gerunggang", "Harapan", "Jati", "Limau", "Purnama")
)
MEASURES = ("heavy", "light", "houses", "businesses", "public_facilities", "families", "people")


def print_number(number: int) -> str:
    return f"{number:,}".replace(",", ".")


class Maker:
    """Makes one consistent report out of a seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.figures: list[Figure] = []
        self.relations: list[Relation] = []

    def figure(self, value: Any, text: str | None = None, **more: Any) -> Figure:
        code = f"figure_{len(self.figures) + 1}"
        printed = text or (print_number(value.amount) if isinstance(value, Quantity) else str(value))
        source = Citation(regulation=DOCUMENT, locator=f"B.{len(self.figures) + 1}")
        made = Figure(printed, value, source=source, code=code, label=Text(code, code), **more)
        self.figures.append(made)
        return made

    def report(self) -> Report:
        year = self.random.randint(2012, 2022)
        floods, places = self.floods(year)
        budget = self.budget(year)
        programmes = self.programmes(year)
        self.prose(year, floods, places, programmes)
        names = self.names(places)
        events = [
            DisasterEvent(
                hazard="flood", place=row["place"].text, period=row["date"].value, people=row["people"].value.amount
            )
            for row in floods.data_rows()
        ]
        self.figure(Quantity(len(events), "event"), measure="natural_disasters", period=str(year))
        due = self.figure(Period.year(year + 2))
        target = PolicyTarget(
            name=Printed("Bebas Pasung", source="C.1"), label=Text("Bebas Pasung", "No shackling"), due=due, met=due
        )
        expected = [
            ExpectedHazard(hazard=Hazard.FLOOD, group="natural", name=Printed(word, source=source))
            for word, source in (("banjir", "A.1"), ("Banjir", "A.2"))
        ]
        return Report(
            code="contoh",
            title=DOCUMENT,
            office="Dinas Sosial Kabupaten Contoh",
            period=str(year),
            tables=[floods, budget, programmes],
            figures=self.figures,
            names=names,
            relations=self.relations,
            natural_disasters=events,
            facts=[target, *expected],
        )

    def cell(self, table: str, row: str, column: str, value: Any) -> Printed:
        source = Citation(regulation=DOCUMENT, table=table, row=row, column=column)
        if value is None:
            return Printed("-", source=source)
        if isinstance(value, Quantity):
            return Printed(print_number(value.amount), value, source=source)
        return Printed(format(value, "id"), value, source=source)

    def village(self) -> dict[str, int]:
        families = int(self.random.lognormvariate(4, 0.9)) + 3
        houses = self.random.randint(max(1, families // 2), families)
        people = sum(self.random.choices((1, 2, 3, 4, 5, 6, 7), (4, 14, 24, 27, 17, 9, 5), k=families))
        businesses, facilities = self.random.choice((0, 0, 1, 2)), self.random.randint(0, 3)
        heavy = self.random.randint(0, min(6, houses))
        light = houses + businesses + facilities - heavy
        return dict(zip(MEASURES, (heavy, light, houses, businesses, facilities, families, people), strict=True))

    def floods(self, year: int) -> tuple[Table, list[str]]:
        units = ("building", "building", "house", "building", "building", "family", "person")
        columns = [
            Column("no", "No", holds="number", number="1"),
            Column("place", "Lokasi", number="2"),
            Column("date", "Tanggal", holds="period", number="3"),
            *(
                Column(code, code, unit=unit, number=str(at))
                for at, (code, unit) in enumerate(zip(MEASURES, units, strict=True), 4)
            ),
        ]
        unit = dict(zip(MEASURES, units, strict=True))
        places = self.random.sample(VILLAGES, self.random.randint(6, 20))
        day = date(year, 1, 3) + timedelta(days=self.random.randrange(40))
        rows: list[Row] = []
        left = list(places)
        totals: Counter[str] = Counter()
        for letter in "ABC":
            group = [left.pop() for _ in range(min(len(left), (len(places) + 2) // 3))]
            here: Counter[str] = Counter()
            below: list[Row] = []
            for at, place in enumerate(group, 1):
                day += timedelta(days=self.random.randint(0, 9))
                counts, code = self.village(), f"{letter}.{at}"
                here.update(counts)
                cells = [
                    ("no", Printed(f"{at}.", at, source=f"table 1, {code}")),
                    ("place", self.printed_place(code, place)),
                    ("date", self.cell("1", code, "date", Period.of(day))),
                    *(
                        (each, self.cell("1", code, each, Quantity(counts[each], unit[each]) if counts[each] else None))
                        for each in MEASURES
                    ),
                ]
                below.append(Row(code, cells, group=letter))
            totals.update(here)
            rows.append(self.total_row(letter, here, unit, kind="subtotal", group=letter))
            rows += below
        rows.append(self.total_row("total", totals, unit, kind="total"))
        numbers = [Printed(str(at), at, source="table 1") for at in range(1, 11)]
        table = Table(
            number="1",
            title=Printed(f"Data Banjir Kabupaten Contoh Tahun {year}", source="table 1"),
            heading=Printed("Bencana yang Terjadi", source="A"),
            caption=Printed("Tabel 1", 1, source="table 1"),
            columns=columns,
            rows=rows,
            years=(year, year),
            numbers=numbers,
            counts=[RowCounts(("heavy", "light"), ("houses", "businesses", "public_facilities"))],
            blanks=BLANKS,
        )
        return table, places

    def printed_place(self, code: str, place: str) -> Printed:
        return Printed(place, source=Citation(regulation=DOCUMENT, table="1", row=code, column="place"))

    def total_row(self, code: str, counts: Counter[str], unit: dict[str, str], **more: Any) -> Row:
        cells = [(each, self.cell("1", code, each, Quantity(counts[each], unit[each]))) for each in MEASURES]
        return Row(code, cells, **more)

    def budget(self, year: int) -> Table:
        columns = [
            Column("year", "Tahun", holds="year"),
            Column("total", "Total Pagu (Rp)", unit="IDR"),
            Column("indirect", "BTL (Rp)", unit="IDR"),
            Column("indirect_realized", "BTL (%)", holds="percent"),
            Column("direct", "BL (Rp)", unit="IDR"),
            Column("direct_realized", "BL (%)", holds="percent"),
        ]
        indirect, direct = self.random.randint(2_000_000, 6_000_000), self.random.randint(1_000_000, 4_000_000)
        rows: list[Row] = []
        for each in range(year - 2, year + 1):
            indirect, direct = (int(amount * self.random.uniform(0.88, 1.25)) for amount in (indirect, direct))
            values = (
                each,
                Quantity((indirect + direct) * 1000, "IDR"),
                Quantity(indirect * 1000, "IDR"),
                Percentage(str(self.random.randint(8_000, 10_000) / 100)),
                Quantity(direct * 1000, "IDR"),
                Percentage(str(self.random.randint(8_000, 10_000) / 100)),
            )
            cells = [
                (
                    column.code,
                    Printed(str(value), value, source=f"table 2, {each}")
                    if column.code == "year"
                    else self.cell("2", str(each), column.code, value),
                )
                for column, value in zip(columns, values, strict=True)
            ]
            rows.append(Row(str(each), cells, year=each))
        return Table(
            number="2",
            title=Printed(f"Anggaran Dinas Sosial Tahun {year - 2} s/d {year}", source="table 2"),
            heading=Printed("Anggaran Dinas Sosial", source="B"),
            caption=Printed("Tabel 2", 2, source="table 2"),
            columns=columns,
            rows=rows,
            years=(year - 2, year),
            sums=[RowSum("total", ("indirect", "direct"))],
        )

    def programmes(self, year: int) -> Table:
        years = (year - 1, year)
        columns = [
            Column("programme", "Program"),
            *(Column(f"y{each}", str(each), unit="IDR", year=each) for each in years),
        ]
        rows: list[Row] = []
        totals = [0, 0]
        for name in ("PKH", "BPNT", "ASLUT", "KUBE"):
            first = self.random.randint(50_000, 9_000_000)
            amounts = (first * 1000, int(first * self.random.uniform(0.8, 1.35)) * 1000)
            totals = [total + amount for total, amount in zip(totals, amounts, strict=True)]
            cells = [("programme", Printed(name, source=f"table 3, {name}"))]
            cells += [
                (f"y{each}", self.cell("3", name, str(each), Quantity(amount, "IDR")))
                for each, amount in zip(years, amounts, strict=True)
            ]
            rows.append(Row(name, cells))
        rows.append(
            Row(
                "total",
                [
                    (f"y{each}", self.cell("3", "total", str(each), Quantity(total, "IDR")))
                    for each, total in zip(years, totals, strict=True)
                ],
                kind="total",
            )
        )
        return Table(
            number="3",
            title=Printed(f"Anggaran Program dari Pusat Tahun {years[0]} – {years[1]}", source="table 3"),
            heading=Printed("Anggaran Pusat", source="B"),
            caption=Printed("Tabel 3", 3, source="table 3"),
            columns=columns,
            rows=rows,
            years=years,
        )

    def prose(self, year: int, floods: Table, places: list[str], programmes: Table) -> None:
        pick = self.random.randint
        quota, benefit, months = pick(500, 20_000), pick(5, 60) * 10_000, pick(1, 12)
        families = self.figure(Quantity(quota, "family"), measure="bpnt_families", period=str(year))
        each = self.figure(Quantity(benefit, "IDR"), measure="bpnt_benefit")
        budget = self.figure(Quantity(quota * benefit * months, "IDR"), measure="bpnt_budget", period=str(year))
        again = self.figure(families.value, measure="bpnt_families", period=str(year))
        step = 10 ** (len(str(quota)) - 2)
        rounded = (quota + step // 2) // step * step
        about = self.figure(Quantity(rounded, "family"), about=True, measure="bpnt_families", period=str(year))
        words = self.figure(each.value, spell_out(benefit, rupiah=True))
        paid = self.figure(Quantity(benefit * pick(1, quota * months), "IDR"))
        handed = pick(quota // 2, quota)
        cards = [self.figure(Quantity(count, "card")) for count in (handed, quota - handed)]
        whole = self.figure(Quantity(quota, "card"))
        part = pick(1, quota)
        served = self.figure(Quantity(part, "family"))
        share = Percentage.of_fraction(Fraction(part, quota))
        percent = self.figure(Percentage(share.rounded(2)), str(share.rounded(2)).replace(".", ",") + " %")
        counted = self.figure(len(places))
        target = pick(12, 25)
        targets = [self.figure(Percentage(str(target - step))) for step in range(4)]
        realized = self.figure(Percentage(str(target) + ".3"))
        day = date(year, pick(1, 12), pick(1, 28))
        press = self.figure(Period.of(day))
        self.figure(Period.between(day, day + timedelta(days=pick(1, 6))))
        cells = [row["place"] for row in floods.data_rows()]
        yearly = self.figure(Quantity(quota * benefit, "IDR"))
        scores = [self.score(Fraction(pick(2_000, 9_999), 100)) for _ in range(pick(2, 9))]
        mean = self.score(sum((Fraction(each.value) for each in scores), Fraction(0)) / len(scores))
        before = self.figure(Quantity(quota + pick(0, quota), "family"))
        grown = Percentage.of_fraction(Fraction(quota, before.value.amount) - 1).rounded(2)
        growth = self.figure(Percentage(grown), str(grown).replace(".", ",") + " %")
        self.relations += [
            AverageOf(mean, parts=scores),
            ProductOf(yearly, factors=[families, each]),
            GrowthOf(growth, before=before, after=families, places=2),
            BudgetFor(budget, recipients=families, benefit=each, months=self.random.choice((None, months))),
            BudgetFor(paid, recipients=families, benefit=each, months=months, at_most=True),
            BudgetFor(self.figure(Quantity(quota * pick(10, 999) * 1_000, "IDR")), recipients=families),
            PaidIn(paid, benefit=each),
            PartOf(paid, whole=budget),
            InWords(each, words=words),
            SumOf(whole, parts=cards),
            TwoCounts([whole], other=[families], certain=False),
            ShareOf(percent, part=served, whole=families, places=2),
            PartOf(served, whole=families),
            CountOf(counted, counted=cells),
            TwoLists([Printed(place, source="A.1") for place in places], other=cells),
            LargestOf([families], others=[served]),
            SameFigure([families, again, about]),
            TargetPath(realized, year=year, targets=targets, years=range(year, year + 4), better="lower"),
            WeekdayOf(press, weekday=day.isoweekday()),
            *(
                Abbreviation(Printed(short, source=source), long=Printed(long, source=source))
                for source in ("A", "B")
                for short, long in (("PKH", "Program Keluarga Harapan"), ("BPNT", "Bantuan Pangan Non Tunai"))
            ),
        ]

    def score(self, value: Fraction) -> Figure:
        printed = round_exactly(value, 2, Rounding.HALF_UP)
        return self.figure(printed, str(printed).replace(".", ","))

    def names(self, places: list[str]) -> list[Name]:
        names: list[Name] = []
        for place in places:
            district = self.random.choice(DISTRICTS)
            both = [Name(place, source=source, kind="place", within=district) for source in ("A.1", "table 1")]
            names += both
            self.relations.append(SameName(both, kind="place"))
        return names


REPORTS = 1_000


@pytest.fixture(scope="module")
def fired() -> tuple[Counter[str], Counter[str], list[str]]:
    """In how many of the reports each rule fired, how much it looked at, and every error."""
    reports: Counter[str] = Counter()
    looked: Counter[str] = Counter()
    errors: list[str] = []
    for seed in range(REPORTS):
        audit = find_contradictions(Maker(seed).report())
        reports.update({finding.rule for finding in audit.findings})
        looked.update(audit.checked)
        errors += [f"{seed}: {finding!r} {finding.message('en')}" for finding in audit.errors]
    return reports, looked, errors


def test_nothing_that_adds_up_is_an_error(fired: tuple[Counter[str], Counter[str], list[str]]) -> None:
    assert fired[2] == []


def test_each_rule_for_oddities_fires_on_fewer_than_one_consistent_report_in_a_hundred(
    fired: tuple[Counter[str], Counter[str], list[str]],
) -> None:
    assert {rule: count for rule, count in fired[0].items() if count * 100 >= REPORTS} == {}


def test_nearly_every_rule_had_something_to_look_at(fired: tuple[Counter[str], Counter[str], list[str]]) -> None:
    # what a consistent report cannot hold: a quantity left blank, districts that a hazard is expected in
    assert {rule.code for rule in RULES if not fired[1][rule.code]} == {"left_blank", "expected_place"}


seeds = st.integers(min_value=0, max_value=10**6)


def totals_of(report: Report) -> list[tuple[int, str, str]]:
    """Every printed total of a report: table, row, column."""
    found = [
        (at, row.code, code)
        for at, table in enumerate(report.tables)
        for row in table.rows
        if row.kind != "data"
        for code in row
        if isinstance(row[code].value, Quantity)
    ]
    return found + [
        (at, row.code, rule.total)
        for at, table in enumerate(report.tables)
        for rule in table.sums
        for row in table.rows
    ]


def with_cell(report: Report, at: int, row: str, column: str, cell: Printed) -> Report:
    table = report.tables[at]
    rows = [
        attrs.evolve(
            each, cells=[(code, cell if (each.code, code) == (row, column) else old) for code, old in each.cells]
        )
        for each in table.rows
    ]
    tables = list(report.tables)
    tables[at] = attrs.evolve(table, rows=rows)
    return attrs.evolve(report, tables=tables)


@given(seeds, st.data())
@settings(max_examples=60, deadline=None)
def test_a_changed_total_is_found_and_nothing_else_is(seed: int, data: st.DataObject) -> None:
    report = Maker(seed).report()
    before = find_contradictions(report).findings
    at, row, column = data.draw(st.sampled_from(totals_of(report)))
    old = report.tables[at].cell(row, column)
    change = data.draw(st.integers(min_value=-(10**12), max_value=10**12).filter(bool))
    amount = Quantity(old.value.amount + change, old.value.unit)
    changed = attrs.evolve(old, text=print_number(amount.amount), value=amount)
    after = find_contradictions(with_cell(report, at, row, column, changed)).findings
    new = [finding for finding in after if finding not in before]
    assert [finding for finding in new if changed not in finding.concerns] == []
    assert {finding.rule for finding in before} <= {finding.rule for finding in after}
    sums = [finding for finding in new if finding.rule == "sum"]
    own = [finding for finding in sums if finding.printed == amount and finding.source == changed.source]
    assert [(finding.computed, finding.severity) for finding in own] == [(old.value, "error")]
    # a subtotal stands in the total above it too
    above = 1 if report.tables[at].row(row).kind == "subtotal" else 0
    assert len(sums) == 1 + above


def found_of_a_change(report: Report, at: int, change: int) -> tuple[Printed, list[Finding]] | None:
    """A figure in prose that is changed wherever it is, and what is found then and was not before."""
    old = report.figures[at]
    if not isinstance(old.value, Quantity) or old.about:
        return None
    new = attrs.evolve(old, value=old.value + Quantity(change, old.value.unit))

    def swap(value: Any) -> Any:
        if value is old:
            return new
        return tuple(map(swap, value)) if isinstance(value, tuple) else value

    relations = [
        attrs.evolve(each, **{field.name: swap(getattr(each, field.name)) for field in attrs.fields(type(each))})
        for each in report.relations
    ]
    before = find_contradictions(report).findings
    made = attrs.evolve(report, figures=swap(report.figures), relations=relations)
    bare = Printed(new.text, new.value, source=new.source)
    return bare, [finding for finding in find_contradictions(made).findings if finding not in before]


EXACT = (SumOf, TwoCounts, InWords, SameFigure)
"""Relations in which no figure can change alone."""


@given(seeds, st.sampled_from(range(13)), st.integers(min_value=1, max_value=10**9))
@settings(max_examples=40, deadline=None)
def test_a_changed_figure_in_prose_is_found_where_it_is_related(seed: int, at: int, change: int) -> None:
    report = Maker(seed).report()
    changed = found_of_a_change(report, at, change)
    assert changed is None or all(changed[0] in finding.concerns for finding in changed[1])
    if changed is not None and any(
        isinstance(each, EXACT) and report.figures[at] in each.printed() for each in report.relations
    ):
        assert changed[1]


def test_most_figures_in_prose_are_missed_by_something_when_they_change() -> None:
    changed = [found_of_a_change(Maker(seed).report(), at, 10**9) for seed in range(4) for at in range(13)]
    found = [bool(each[1]) for each in changed if each is not None]
    assert sum(found) * 2 > len(found) > 20


@given(seeds)
@settings(max_examples=10, deadline=None)
def test_an_audit_is_a_pure_function_of_the_report(seed: int) -> None:
    report = Maker(seed).report()
    audit = find_contradictions(report)
    assert sum(audit.checked.values()) > 20
    assert audit == find_contradictions(pickle.loads(pickle.dumps(report)))
    assert pickle.loads(pickle.dumps(audit)) == audit
    assert hash(pickle.loads(pickle.dumps(audit))) == hash(audit)


@given(seeds, st.fractions(min_value="1.05", max_value=3))
@settings(max_examples=15, deadline=None)
def test_a_stricter_threshold_finds_at_least_as_much(seed: int, jump: Any) -> None:
    report = Maker(seed).report()
    strict, lax = (
        len(find_contradictions(report, ordinary=Ordinary(jump=factor)).of_rule("jump")) for factor in (jump, jump * 2)
    )
    assert strict >= lax


values = st.one_of(
    st.none(),
    st.integers(-5, 10**31),
    st.decimals(-5, 10**20, places=2),
    st.fractions(-1, 300),
    st.builds(Quantity, st.integers(-5, 10**30), st.sampled_from(["IDR", "family", "person", "house", "g"])),
    st.builds(Percentage, st.fractions(-1, 300)),
    st.dates(date(1999, 1, 1), date(2040, 1, 1)).map(Period.of),
    st.sampled_from([Period.of("2020"), Period.of("2020-02"), "x", True]),
)
texts = st.one_of(
    st.sampled_from(["", "-", "17 – 10 Maret 2020", "2019-2016", "ibu ibu", "{x}", "b) (2)"]), st.text(max_size=12)
)
cells = st.builds(
    Printed, texts, values, source=st.sampled_from(["a", "b", Citation(regulation="x", table="1", row="2")])
)
several = st.lists(cells, min_size=1, max_size=5)
perhaps = st.lists(cells, max_size=5)
three = st.lists(cells, min_size=3, max_size=3)
days = st.dates(date(1900, 1, 1))
years = st.lists(st.integers(1990, 2030), min_size=3, max_size=3)
anything = st.one_of(
    st.builds(SumOf, cells, parts=perhaps, blanks=st.sampled_from([None, BLANKS]), certain=st.booleans()),
    st.builds(TwoCounts, several, other=several, blanks=st.sampled_from([None, BLANKS])),
    st.builds(ShareOf, cells, part=cells, whole=cells, places=st.integers(0, 5)),
    st.builds(PartOf, cells, whole=cells),
    st.builds(InWords, cells, words=cells),
    st.builds(SameFigure, several),
    st.builds(CountOf, cells, counted=perhaps),
    st.builds(TwoLists, several, other=several),
    st.builds(LargestOf, several, others=several),
    st.builds(PaidIn, cells, benefit=cells),
    st.builds(
        BudgetFor,
        cells,
        recipients=cells,
        benefit=st.none() | cells,
        months=st.sampled_from([None, 1, 12]),
        at_most=st.booleans(),
    ),
    st.builds(FromTo, cells, first=days, last=days),
    st.builds(WeekdayOf, cells, weekday=st.integers(0, 8)),
    st.builds(YearsShown, cells, first=st.integers(0, 9_999), last=st.integers(0, 9_999), shown=years),
    st.builds(InOrder, several),
    st.builds(TargetYear, cells, met=cells),
    st.builds(
        TargetPath,
        cells,
        year=st.integers(1990, 2030),
        targets=three,
        years=years,
        better=st.sampled_from(["higher", "lower"]),
    ),
    st.builds(Series, three, years=years, partial=years),
    st.builds(Affected, families=cells, people=cells, houses=cells),
    st.builds(Numbering, several, things=st.integers(0, 6)),
    st.builds(SameName, several, kind=st.just("place")),
    st.builds(Abbreviation, cells, long=cells),
    st.builds(Classed, cells, code=st.sampled_from(["fire", "flood"]), group=st.sampled_from(["natural", "social"])),
    st.builds(LeftBlank, cells),
)


@given(st.lists(anything, max_size=8))
@settings(max_examples=150, deadline=None)
def test_an_audit_never_fails_whatever_is_printed(relations: list[Relation]) -> None:
    report = Report(code="apa-saja", title="Apa saja", office="Dinas Contoh", period="2020", relations=relations)
    audit = find_contradictions(report)
    for finding in audit.findings:
        assert finding.message("id")
        assert finding.message("en")
        assert finding.concerns
        assert repr(finding)
    assert pickle.loads(pickle.dumps(audit)) == audit
    assert Audit.from_json(audit.to_json()) == audit
