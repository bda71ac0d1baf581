"""Every chart draws what was computed, says it in both languages, and is saved as a picture without a network."""

from __future__ import annotations

import builtins
import io
import json
import re
import socket
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import attrs
import pytest

import kesos
from kesos import (
    PEDUM_2003,
    Budget,
    BudgetLine,
    DisasterEvent,
    ProgramQuota,
    Quantity,
    Span,
    Text,
    charts,
    entitle,
    entitle_all,
    entitle_range,
    total,
)
from kesos.audit import Audit
from kesos.cards import CardDistribution
from kesos.charts import Chart
from kesos.charts._axes import axis_of
from kesos.charts._chart import drawn
from kesos.charts._style import BY_LIGHTNESS, KINDS, locale
from kesos.deliveries import Delivery, reconcile
from kesos.errors import InvalidValueError, KesosError, MissingExtraError, UnitError, UnknownValueError
from kesos.planning import Lot, Stock, plan_days
from kesos.standards import loads_standard
from kesos.targets import TargetSeries
from kesos.values import Percentage, Printed

REPORT = kesos.datasets.kotawaringin_barat()
EVENTS = [*REPORT.fires, *REPORT.natural_disasters]
FLOOD = DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", people=860)
WIND = DisasterEvent(hazard="angin ribut", place="Desa <B>", period="2017-03", people=5)
WINDOWS = [entitle_range(FLOOD, PEDUM_2003), entitle_range(WIND, PEDUM_2003)]
BATCH = entitle_all(EVENTS, PEDUM_2003, days="minimum")
LINES = [
    BudgetLine(name="BTL", ceiling=3_052_241_000, realized_percent="97.04"),
    BudgetLine(name="BL", ceiling=100, realized=25),
    BudgetLine(name="BL", ceiling=60),
    BudgetLine(name="x", ceiling=None, realized=7),
    BudgetLine(name="y", ceiling=None),
]
BUDGET = Budget(year=2017, holder="Dinas Sosial Contoh", funding="APBD", lines=LINES)
QUOTA = ProgramQuota(program="PKH", year=2017, area="Contoh", families=2_720, sub_areas={"A": 1_720, "B": None})
CARDS = {"total": 8_163, "distributed": 6_800, "undistributed": 1_231, "unprinted": 132}
SERIES = TargetSeries(name="PMKS (%)", better="lower", baseline="20", targets={2017: 18, 2018: "17.5"})
OWED: dict[str, Any] = {
    "Beras": (Quantity(2_408, "kg"), Quantity(1_204, "kg")),
    "Lauk": (Span(Quantity(15, "IDR"), Quantity(30, "IDR")), Quantity(18, "IDR")),
    "Wajan": (None, Quantity(3, "unit")),
    "Gelas": (Quantity(3, "dozen"), None),
    "Piring": (Quantity(0, "dozen"), Quantity(0, "dozen")),
}
COURSE = [
    {"day": "2017-03-02", "item": "Beras", "left": Quantity(0, "kg"), "short": Quantity(40, "kg")},
    {"day": date(2017, 3, 1), "item": "Beras", "left": Quantity(500, "kg")},
    SimpleNamespace(
        day="2017-03-01", item=SimpleNamespace(name=Text("Telur", "Eggs")), left=Quantity(3, "piece"), short=None
    ),
]
INDICATORS: dict[str, Any] = {
    "Jaminan": (117, 330),
    "Bantuan": Percentage("90.89"),
    "Panti": None,
    "Naik": Percentage(160),
}
AUDIT = kesos.find_contradictions(REPORT)

EVERY: dict[str, Callable[[str], Chart]] = {
    "relief_range": lambda language: charts.relief_range(WINDOWS, language),
    "needs": lambda language: charts.needs(BATCH.totals("hazard"), language),
    "disasters": lambda language: charts.disasters(EVENTS, language),
    "realization": lambda language: charts.realization(BUDGET, language),
    "quotas": lambda language: charts.quotas(QUOTA, language),
    "cards": lambda language: charts.cards({"BPNT": CARDS}, language),
    "targets": lambda language: charts.targets(SERIES, {2017: "15.27"}, language),
    "deliveries": lambda language: charts.deliveries(OWED, language),
    "stock": lambda language: charts.stock(COURSE, language),
    "findings": lambda language: charts.findings(AUDIT, language),
    "indicators": lambda language: charts.indicators(INDICATORS, language),
}
NOTHING: dict[str, Callable[[], object]] = {
    "relief_range": lambda: charts.relief_range([]),
    "needs": lambda: charts.needs({}),
    "disasters": lambda: charts.disasters([]),
    "realization": lambda: charts.realization([]),
    "quotas": lambda: charts.quotas([]),
    "cards": lambda: charts.cards({}),
    "deliveries": lambda: charts.deliveries({}),
    "stock": lambda: charts.stock([]),
    "indicators": lambda: charts.indicators({}),
}


def parts(spec: Any) -> list[Any]:
    """Every mapping in a chart."""
    found = [spec] if isinstance(spec, dict) else []
    inner = spec.values() if isinstance(spec, dict) else spec if isinstance(spec, list) else ()
    return found + [part for each in inner for part in parts(each)]


def rows(chart: Chart) -> list[Any]:
    """What a chart draws, panel by panel."""
    return [row for part in parts(chart.to_dict()) for row in part.get("values", ()) if isinstance(row, dict)]


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_chart_is_vega_lite_and_a_picture_without_a_network(
    name: str, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chart = EVERY[name](language)

    def no_network(*given: object) -> None:
        raise AssertionError(given)

    monkeypatch.setattr(socket.socket, "connect", no_network)
    assert chart.to_dict()["$schema"].startswith("https://vega.github.io/schema/vega-lite/")
    for suffix, head in ((".png", b"\x89PNG"), (".svg", b"<svg"), (".json", b"{")):
        chart.save(tmp_path / f"x{suffix}")
        assert (tmp_path / f"x{suffix}").read_bytes().startswith(head)
    assert chart.to_altair().to_dict()["title"] == chart.to_dict()["title"]
    assert json.loads((tmp_path / "x.json").read_text(encoding="utf-8")) == chart.to_dict()


@pytest.mark.parametrize("name", EVERY)
def test_titles_axes_and_marks_of_numbers_are_those_of_the_language(name: str) -> None:
    indonesian, english = (EVERY[name](language).to_dict() for language in ("id", "en"))
    assert indonesian["config"]["locale"]["number"]["decimal"] == ","
    assert english["config"]["locale"]["number"]["decimal"] == "."
    if name != "targets":  # what is measured is called as its series calls it
        assert indonesian["title"]["text"] != english["title"]["text"]
    assert {len(rows(EVERY[name](language))) for language in ("id", "en")} == {len(rows(EVERY[name]("id")))}


@pytest.mark.parametrize("name", EVERY)
def test_nothing_that_a_chart_draws_came_out_of_a_hidden_language(name: str) -> None:
    with pytest.raises(InvalidValueError) as refused:
        EVERY[name]("nl")
    assert refused.value.code == "unknown_language"


@pytest.mark.parametrize("name", NOTHING)
def test_nothing_is_not_drawn(name: str) -> None:
    with pytest.raises(InvalidValueError) as refused:
        NOTHING[name]()
    assert refused.value.code == "empty"


@pytest.mark.parametrize(
    "chart",
    [
        lambda title: charts.relief_range(WINDOWS[0], title=title),
        lambda title: charts.needs(BATCH, title=title),
        lambda title: charts.disasters([FLOOD], title=title),
        lambda title: charts.realization(LINES, title=title),
        lambda title: charts.quotas([QUOTA], title=title),
        lambda title: charts.cards(CARDS_OBJECT, title=title),
        lambda title: charts.targets(SERIES, title=title),
        lambda title: charts.deliveries(OWED, title=title),
        lambda title: charts.stock(COURSE[:2], title=title),
        lambda title: charts.findings(AUDIT, title=title),
    ],
)
def test_a_title_can_be_given(chart: Callable[[str], Chart]) -> None:
    assert repr(chart("Judul")) == "<Chart: Judul>"
    with pytest.raises(KesosError):
        chart(3)  # type: ignore[arg-type]


CARDS_OBJECT = SimpleNamespace(**CARDS)


# === what is drawn ====================================================================================================


def test_the_ends_of_a_range_are_drawn_in_whole_grams_and_rupiah() -> None:
    rice, wind, *dishes = rows(charts.relief_range(WINDOWS))
    assert (rice["minimum"], rice["maximum"], rice["extended"]) == (860 * 400 * 3, 860 * 400 * 7, 860 * 400 * 12)
    assert rice["said"] == "1.032 kg – 2.408 kg; diperpanjang 4.128 kg"
    assert (wind["minimum"], wind["maximum"], wind["said"]) == (6_000, 6_000, "6 kg")
    assert dishes[0]["maximum"] == 860 * 6_000 * 7
    assert all(type(row[end]) is int for row in (rice, wind, *dishes) for end in ("minimum", "maximum", "end"))


def test_an_event_drawn_twice_has_two_rows() -> None:
    names = [row["row"] for row in rows(charts.relief_range([WINDOWS[0]] * 2))]
    assert names[:2] == [
        "Banjir, Kelurahan Pangkut, 25 Februari 2017",
        "Banjir, Kelurahan Pangkut, 25 Februari 2017 (2)",
    ]


def test_what_is_blank_or_not_known_or_not_given_has_no_bar_and_says_so() -> None:
    plates = entitle_range(FLOOD, PEDUM_2003, recipients={"plates": 3})
    said = {row["said"] for row in rows(charts.relief_range([plates, WINDOWS[1]], "en")) if row["minimum"] is None}
    assert said == {"no number is given", "–"}
    groups = {"a": total([plates]), "b": total([WINDOWS[1]])}
    assert {row["said"] for row in rows(charts.needs(groups, "en")) if row["minimum"] is None} == said


def test_needs_are_the_sums_of_each_group() -> None:
    drawn_rows = rows(charts.needs(BATCH.totals("hazard"), "en"))
    rice = {row["row"]: row["end"] for row in drawn_rows[: len(BATCH.totals("hazard"))]}
    for hazard, sums in BATCH.totals("hazard").items():
        assert rice[hazard.label("en")] == (sums["rice"].amount if "rice" in sums else 0)
    assert "15 events could not be counted yet." in charts.needs(BATCH, "en").to_dict()["title"]["subtitle"]
    said = {row["row"]: row["said"] for row in drawn_rows}
    assert said["Fire"] == "could not be counted yet"
    assert rows(charts.needs(entitle(FLOOD, PEDUM_2003, days=3)))[0]["end"] == 860 * 400 * 3
    assert rows(charts.needs(BATCH.total))[0]["end"] == BATCH.total["rice"].amount
    ranged = rows(charts.needs({None: total(WINDOWS)}, "en"))[0]
    assert (ranged["row"], ranged["minimum"], ranged["maximum"]) == ("not known", 1_038_000, 2_414_000)
    assert rows(charts.needs(WINDOWS[0]))[0]["maximum"] == 2_408_000


def test_a_needs_chart_of_what_has_no_items_is_nothing_to_draw() -> None:
    with pytest.raises(InvalidValueError) as refused:
        charts.needs({"a": total([])})
    assert refused.value.code == "empty"
    with pytest.raises(KesosError):
        charts.needs({"a": 3})  # type: ignore[dict-item]


def test_every_event_is_counted_once_in_the_month_in_which_it_began() -> None:
    drawn_rows = rows(charts.disasters(EVENTS, "en"))
    assert sum(row["events"] for row in drawn_rows) == len(EVENTS)
    began = [event.period.start.strftime("%b") for event in EVENTS if event.hazard.code == "fire"]
    assert {row["month"]: row["events"] for row in drawn_rows if row["kind"] == "Fire"} == {
        month: began.count(month) for month in began
    }
    assert all(row["end"] - row["begin"] == row["events"] for row in drawn_rows)


def test_the_rows_that_a_reader_rejected_are_counted_under_the_title_of_disasters() -> None:
    sheet = "Lokasi;Jenis;Tanggal;Jiwa\nDesa A;Banjir;1-2-2017;9\nDesa B;Bnajir;1-2-2017;9\n"
    read = kesos.tables.read_events(io.StringIO(sheet))
    said = {language: charts.disasters(read, language).to_dict()["title"]["subtitle"] for language in ("id", "en")}
    assert said["id"][1] == "1 baris ditolak dan belum terhitung."
    assert said["en"][1] == "Rejected rows that are not in it: 1."
    assert len(charts.disasters(read.events).to_dict()["title"]["subtitle"]) == 1
    batch = entitle_all(read, PEDUM_2003, days=3)
    assert rows(charts.disasters(batch)) == rows(charts.disasters(read.events))


def test_the_kinds_that_share_a_colour_are_named_under_the_title() -> None:
    names = ["banjir", "longsor", "angin ribut", "tsunami", "gempa bumi", "kekeringan", "kebakaran", "abrasi"]
    frequent = [attrs.evolve(FLOOD, hazard=name) for name in names for _ in range(2)]
    rare = [attrs.evolve(FLOOD, hazard=name) for name in ("gunung meletus", "topan")]
    said = charts.disasters([*frequent, *rare], "id").to_dict()["title"]["subtitle"]
    labels = [event.hazard.label("id") for event in rare]
    assert said[1] == f'Yang dihimpun dalam "lainnya": {", ".join(labels)}.'
    assert len(charts.disasters(frequent, "id").to_dict()["title"]["subtitle"]) == 1


def test_a_chart_of_which_some_items_are_floors_says_which() -> None:
    law = loads_standard((Path(__file__).parent / "every_shape.toml").read_text("utf-8"))
    [package] = law.packages
    some = attrs.evolve(package, items=[item for item in package.items if item.code in ("area", "death")])
    event = attrs.evolve(FLOOD, period="2021-12-31", counts={"dead": 3}, traits={"terrain": "hill"})
    window = entitle_range(event, attrs.evolve(law, packages=(some,)))
    for chart in (charts.relief_range(window, "id"), charts.needs(window, "id")):
        assert "Indeks minimal untuk h: jumlahnya batas terendah, boleh lebih." in chart.to_dict()["title"]["subtitle"]
    assert (
        "Jumlah ini batas terendah, boleh lebih."
        in charts.relief_range(WINDOWS[0], "id").to_dict()["title"]["subtitle"]
    )


def test_an_event_of_which_the_month_is_not_known_has_a_column_of_its_own() -> None:
    year = DisasterEvent(hazard="banjir", place="x", period="2017")
    across = DisasterEvent(hazard="banjir", place="x", period="2016-12-30/2017-01-02")
    found = {(row["year"], row["month"]) for row in rows(charts.disasters([year, across, FLOOD], "en"))}
    assert found == {(2017, "month not known"), (2016, "Dec"), (2017, "Feb")}
    chart = charts.disasters([year, across, FLOOD], "en").to_dict()
    assert chart["title"]["text"] == "Disasters in 2016–2017"
    assert chart["facet"]["row"]["field"] == "year"


@pytest.mark.parametrize("many", [1, BY_LIGHTNESS, BY_LIGHTNESS + 1, len(KINDS), len(KINDS) + 2])
def test_kinds_have_letters_where_lightness_does_not_tell_them_apart_and_the_rarest_share_one(many: int) -> None:
    codes = ("flood", "landslide", "windstorm", "typhoon", "whirlwind", "tsunami")
    codes += ("earthquake", "volcanic_eruption", "drought", "fire", "haze")
    events = [
        DisasterEvent(hazard=code, place="x", period="2017-03-01")
        for at, code in enumerate(codes[:many])
        for _ in range(20 - at)
    ]
    drawn_rows = rows(charts.disasters(events, "en"))
    assert len({row["kind"] for row in drawn_rows}) == min(many, len(KINDS))
    assert {bool(row["letter"]) for row in drawn_rows} == {many > BY_LIGHTNESS}
    assert any("others" in row["kind"] for row in drawn_rows) == (many > len(KINDS))
    assert sum(row["events"] for row in drawn_rows) == len(events)


def test_a_budget_is_drawn_to_the_rupiah_and_a_range_with_both_its_ends() -> None:
    btl, bl, open_line, no_ceiling, nothing = rows(charts.realization(BUDGET, "en"))
    assert (btl["ceiling"], btl["least"], btl["most"]) == (3_052_241_000, 2_961_742_055, 2_962_047_278)
    assert (btl["said"], btl["spent"]) == ("97.04%", format(LINES[0].realized, "en"))
    assert (bl["said"], bl["share"], bl["row"], open_line["row"]) == ("25.00%", "25%", "BL", "BL (2)")
    assert (open_line["least"], open_line["said"]) == (None, "realised not known")
    assert (no_ceiling["ceiling"], no_ceiling["most"], no_ceiling["end"]) == (None, 7, 7)
    assert no_ceiling["said"].startswith("ceiling not known; realised ")
    assert (nothing["end"], nothing["said"]) == (0, "not known")
    wide = BudgetLine(name="w", ceiling=100, realized=Span(Quantity(10, "IDR"), Quantity(20, "IDR")))
    assert rows(charts.realization([wide]))[0]["said"] == "10,00% – 20,00%"
    whole = Budget(year=2018, holder="D", funding="APBN", lines=[wide])
    assert rows(charts.realization([whole]))[0]["row"] == "D, APBN 2018"


@pytest.mark.parametrize(
    ("realized", "said"), [(0, "pagu Rp0; realisasi Rp0"), (None, "pagu Rp0; realisasi tidak diketahui")]
)
def test_a_ceiling_of_zero_is_known_and_nothing_is_a_share_of_it(realized: int | None, said: str) -> None:
    (row,) = rows(charts.realization([BudgetLine(name="Nol", ceiling=0, realized=realized)]))
    assert (row["ceiling"], row["most"], row["said"]) == (0, realized, said)
    assert (row["of"], row["share"]) == ("Rp0", "pagu nol")


def test_of_several_budgets_the_one_is_named_of_which_a_ceiling_is_not_known() -> None:
    known = Budget(year=2016, holder="Contoh", funding="APBD", lines=LINES[1:2])
    with pytest.raises(UnknownValueError) as caught:
        charts.realization([known, BUDGET])
    assert caught.value.field == "budget[1].lines[3].ceiling"
    with pytest.raises(UnknownValueError) as spent:
        charts.realization([known, attrs.evolve(known, lines=LINES[1:3])])
    assert spent.value.field == "budget[1].lines[1].realized"


def test_a_chart_of_quotas_counts_recipient_families_as_reports_call_them() -> None:
    assert charts.quotas(QUOTA).to_dict()["layer"][0]["encoding"]["x"]["axis"]["title"] == "KPM"


def test_quotas_are_drawn_area_by_area_or_one_by_one() -> None:
    assert [(row["row"], row["many"], row["said"]) for row in rows(charts.quotas(QUOTA))] == [
        ("A", 1_720, "1.720"),
        ("B", None, "tidak diketahui"),
    ]
    people = ProgramQuota(program="PKH", year=2018, area="C", people=3)
    assert [row["many"] for row in rows(charts.quotas([people, people], "en"))] == [3, 3]
    assert rows(charts.quotas([QUOTA, QUOTA]))[0]["many"] == 2_720
    with pytest.raises(InvalidValueError) as refused:
        charts.quotas([QUOTA, people])
    assert refused.value.code == "two_units"


def test_cards_stand_one_upon_the_other_and_those_without_a_state_are_shown() -> None:
    bpnt, pkh = {"BPNT": CARDS}, {"PKH": {"total": 10, "distributed": 4}}
    states = [(row["begin"], row["end"]) for row in rows(charts.cards(bpnt)) if "state" in row]
    assert states == [(0, 6_800), (6_800, 8_031), (8_031, 8_163)]
    assert [row["said"] for row in rows(charts.cards(bpnt | pkh, "en")) if "state" not in row] == [
        "83.30% handed out",
        "40.00% handed out",
    ]
    assert [row["many"] for row in rows(charts.cards(pkh, "en")) if row.get("state") == "state not known"] == [6]
    distribution = CardDistribution(total=8_163, distributed=6_800, undistributed=1_231, unprinted=132)
    assert rows(charts.cards(distribution)) == rows(charts.cards({"": CARDS}))
    no_total = rows(charts.cards({"x": {"distributed": 4}}, "en"))
    assert [row["said"] for row in no_total if "state" not in row] == ["not known"]
    assert [row["many"] for row in rows(charts.cards(CARDS_OBJECT)) if "state" in row] == [6_800, 1_231, 132]
    for wrong in ({"x": {"total": 3, "distributed": 4}}, {"x": {"total": -1}}, {"x": 3}, 3):
        with pytest.raises(KesosError):
            charts.cards(wrong)  # type: ignore[arg-type]


def test_a_target_and_what_was_reached_stand_where_they_are_and_say_what_they_are() -> None:
    found = {
        (row["line"], row["year"]): (row["value"], row["said"]) for row in rows(charts.targets(SERIES, {2017: "15.27"}))
    }
    assert found == {
        ("target", "awal"): (20.0, "20"),
        ("realisasi", "awal"): (20.0, "20"),
        ("target", "2017"): (18.0, "18"),
        ("target", "2018"): (17.5, "17,5"),
        ("realisasi", "2017"): (15.27, "15,27"),
    }
    third = TargetSeries(name="x", better="higher", targets={2017: Fraction(1, 3)})
    assert [(row["value"], row["said"]) for row in rows(charts.targets(third))] == [(1 / 3, "1/3")]
    with pytest.raises(InvalidValueError):
        charts.targets(third, {2017: 0.5})  # type: ignore[dict-item]


def test_a_line_is_broken_where_a_year_has_no_figure_and_years_stand_as_far_apart_as_they_are() -> None:
    series = TargetSeries(name="x", better="higher", targets={2021: 40, 2022: 45, 2025: 60})
    chart = charts.targets(series, {2021: 38, 2022: None, 2024: 30, 2025: 31, 2028: None})
    drawn_rows = [(row["line"], row["at"], row["value"]) for row in rows(chart)]
    assert drawn_rows == [
        ("target", 2021, 40.0), ("target", 2022, 45.0), ("target", 2023, None), ("target", 2025, 60.0),
        ("realisasi", 2021, 38.0), ("realisasi", 2022, None), ("realisasi", 2024, 30.0), ("realisasi", 2025, 31.0),
    ]  # fmt: skip
    x = chart.to_dict()["encoding"]["x"]
    assert (x["type"], x["scale"]["domain"]) == ("quantitative", [2021, 2028])
    assert x["axis"]["values"] == list(range(2021, 2029))
    assert "Garis terputus: tidak ada angkanya." in chart.to_dict()["title"]["subtitle"][0]
    whole = charts.targets(TargetSeries(name="x", better="higher", targets={2021: 40, 2022: 45}), {2021: 3})
    assert "terputus" not in whole.to_dict()["title"]["subtitle"][0]


def test_the_baseline_stands_a_year_before_the_first_and_a_single_year_in_the_middle() -> None:
    found = [(row["year"], row["at"], row["value"]) for row in rows(charts.targets(SERIES, {2016: 21}))]
    targets = [("awal", 2015, 20.0), ("2016", 2016, None), ("2017", 2017, 18.0), ("2018", 2018, 17.5)]
    assert found == [*targets, ("awal", 2015, 20.0), ("2016", 2016, 21.0)]
    alone = charts.targets(TargetSeries(name="x", better="lower", targets={2017: 3})).to_dict()["encoding"]["x"]
    assert (alone["scale"]["domain"], alone["axis"]["values"]) == ([2016, 2018], [2017])
    nothing = charts.targets(TargetSeries(name="x", better="lower", targets={}, baseline=3))
    assert [(row["year"], row["value"]) for row in rows(nothing)] == [("awal", 3.0)]
    assert rows(charts.targets(TargetSeries(name="x", better="lower", targets={}))) == []


def test_over_very_many_years_those_that_have_a_figure_are_labelled() -> None:
    wide = charts.targets(TargetSeries(name="x", better="lower", targets={1900: 3, 2100: 4})).to_dict()
    assert wide["encoding"]["x"]["axis"]["values"] == [1900, 2100]
    assert wide["width"] == 1_600


def test_targets_in_percent_are_drawn_in_percent_and_take_nothing_else() -> None:
    series = TargetSeries(name="PMKS", better="lower", targets={2017: Percentage(18), 2018: Percentage("17.5")})
    chart = charts.targets(series, {2017: Percentage("15.27")})
    assert [(row["value"], row["said"]) for row in rows(chart)] == [(18.0, "18%"), (17.5, "17,5%"), (15.27, "15,27%")]
    assert chart.to_dict()["encoding"]["y"]["axis"]["labelExpr"].endswith("'%'")
    assert "%" not in charts.targets(SERIES).to_dict()["encoding"]["y"]["axis"]["labelExpr"]
    with pytest.raises(InvalidValueError) as caught:
        charts.targets(series, {2017: Percentage("15.27").exact})
    assert (caught.value.field, caught.value.code) == ("realized[2017]", "two_units")
    alone = TargetSeries(name="PMKS", better="lower", targets={}, baseline=Percentage(20))
    with pytest.raises(InvalidValueError):
        charts.targets(alone, {2017: 15})


def test_indicators_are_drawn_beside_a_hundred_percent_and_say_what_they_are_a_share_of() -> None:
    shares = INDICATORS | {
        "Dicetak": Printed("40 %", Percentage(40), source="Tabel 15"),
        "Sebagian": (None, 330),
        "Tercetak": "90,5%",
        "Tanpa tanda": "90,5",
    }
    found = [(row["value"], row["end"], row["said"]) for row in rows(charts.indicators(shares))]
    assert found == [
        (pytest.approx(100 * 117 / 330), 100, "35,45% (117 dari 330)"),
        (90.89, 100, "90,89%"),
        (None, 0, "tidak diketahui"),
        (160.0, 160.0, "160,00%"),
        (40.0, 100, "40,00%"),
        (None, 0, "tidak diketahui"),
        (90.5, 100, "90,50%"),
        (90.5, 100, "90,50%"),
    ]


def test_a_name_is_said_in_the_language_of_the_chart() -> None:
    name = Text("Beras", "Rice")
    share = charts.indicators({name: (1, 4)}, "en")
    owed = charts.deliveries({name: (Quantity(2, "kg"), Quantity(1, "kg"))}, "en")
    assert [row["row"] for row in (*rows(share), *rows(owed))] == ["Rice", "Rice"]
    assert rows(charts.deliveries({name: (None, None)}))[0]["row"] == "Beras"


@pytest.mark.parametrize(
    ("share", "field"),
    [
        (35.45, "values['x']"),
        ("banyak", "values['x']"),
        (Percentage("35.45").exact, "values['x']"),
        ((1, 2, 3), "values['x']"),
        ((3, 2), "values['x'][0]"),
        ((0, 0), "values['x'][1]"),
    ],
)
def test_an_indicator_that_is_no_share_is_refused(share: Any, field: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        charts.indicators({"x": share})
    assert caught.value.field == field
    with pytest.raises(InvalidValueError):
        charts.indicators({3: (1, 2)})  # type: ignore[arg-type]


def test_deliveries_are_drawn_as_a_share_of_what_is_owed() -> None:
    rice, dishes, unknown, open_line, nothing = rows(charts.deliveries(OWED, "en"))
    assert (rice["least"], rice["most"], rice["said"]) == (50.0, 50.0, "1,204 kg of 2,408 kg; still owed 1,204 kg")
    assert (rice["over_least"], rice["over_most"], rice["end"]) == (None, None, 100)
    assert (dishes["least"], dishes["most"], dishes["over_least"], dishes["over_most"]) == (60.0, 100.0, 100.0, 120.0)
    assert dishes["end"] == 120.0
    assert (unknown["least"], unknown["whole"], unknown["said"]) == (None, None, "3 units of not known")
    assert (open_line["least"], open_line["whole"]) == (None, 100)
    assert nothing["least"] == 100.0
    line = SimpleNamespace(name=Text("Beras", "Rice"), owed=Quantity(4, "kg"), delivered=Quantity(1, "kg"))
    assert rows(charts.deliveries({"rice": line}, "en"))[0]["row"] == "Rice"


def test_an_account_is_drawn_line_by_line_and_what_is_in_none_of_them_stands_under_the_title() -> None:
    owed = entitle(FLOOD, PEDUM_2003, days=3)
    given = {"rice": Quantity(516, "kg"), "instant_noodles": Quantity(40, "carton"), "tents": Quantity(2, "unit")}
    account = reconcile(owed, [Delivery(place="Kelurahan Pangkut", on="2017-02-26", items=given)])
    chart = charts.deliveries(account, "en")
    rice, dishes = rows(chart)
    assert (rice["least"], rice["said"]) == (50.0, "516 kg of 1,032 kg; still owed 516 kg")
    assert (dishes["least"], dishes["whole"]) == (0.0, 100)
    above = " ".join(chart.to_dict()["title"]["subtitle"])
    assert all(note in above for note in account.__beneath__("en"))
    assert all(goods in above for goods in ("40 cartons", "2 units"))


def test_what_is_beyond_at_one_place_fills_no_bar_of_another() -> None:
    floods = [DisasterEvent(hazard="banjir", place=place, period="2025-11-20", people=people) for place, people in
              (("Desa Umpang", 240), ("Desa Runtu", 160))]  # fmt: skip
    owed = [400 * 7 * people // 1000 for people in (240, 160)]
    delivered = Delivery(place="Desa Umpang", on="2025-11-21", items={"rice": Quantity(sum(owed), "kg")})
    account = reconcile(entitle_all(floods, PEDUM_2003, days=7).total, [delivered])
    chart = charts.deliveries(account)
    rice = rows(chart)[0]
    assert (rice["least"], rice["most"]) == (100 * owed[0] / sum(owed),) * 2
    assert (rice["over_least"], rice["over_most"], rice["end"]) == (100 + 100 * owed[1] / sum(owed),) * 3
    assert rice["said"] == f"1.120 kg dari 1.120 kg; masih kurang {owed[1]} kg; kelebihan {owed[1]} kg"
    said = " ".join(chart.to_dict()["title"]["subtitle"])
    assert "kelebihan di satu tempat tidak menutup kekurangan di tempat lain" in said
    whole = rows(charts.deliveries(account.at("Desa Umpang")))[0]
    assert (whole["least"], whole["over_least"]) == (100.0, 100 + 100 * owed[1] / owed[0])


def test_where_nothing_may_be_owed_the_bar_is_anything_up_to_the_whole() -> None:
    owed = Span(Quantity(0, "kg"), Quantity(5, "kg"))
    (row,) = rows(charts.deliveries({"Telur": (owed, Quantity(0, "kg"))}))
    assert (row["least"], row["most"], row["over_most"]) == (0.0, 100.0, None)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ((Quantity(1, "kg"), Quantity(1, "IDR")), UnitError),
        ((Quantity(0, "kg"), Quantity(1, "kg")), InvalidValueError),
        ((1, Quantity(1, "kg")), InvalidValueError),
        ((Span(1, 2), Quantity(1, "kg")), InvalidValueError),
        ((Quantity(1, "kg"),), InvalidValueError),
        (3, InvalidValueError),
    ],
)
def test_a_delivery_that_cannot_be_set_against_what_is_owed_is_refused(line: object, kind: type[KesosError]) -> None:
    with pytest.raises(kind):
        charts.deliveries({"x": line})


def test_the_stock_is_drawn_day_by_day_and_a_day_that_lacks_something_says_how_much() -> None:
    first, second, eggs = rows(charts.stock(COURSE, "en"))
    assert [(row["day"], row["left"], row["short"]) for row in (first, second, eggs)] == [
        ("2017-03-01", 500_000, 0),
        ("2017-03-02", 0, 40_000),
        ("2017-03-01", 3, 0),
    ]
    assert (second["lacking"], second["when"]) == ("short by 40 kg", "2 March 2017")
    titles = [part["title"]["text"] for part in charts.stock(COURSE, "en").to_dict()["vconcat"]]
    assert titles == ["Beras", "Eggs"]


def test_the_course_of_a_plan_is_drawn_as_it_is() -> None:
    plan = plan_days([FLOOD], PEDUM_2003, Stock([Lot(item="rice", quantity=Quantity(500, "kg"))]), items=["rice"])
    drawn_days = rows(charts.stock(plan.course, "en"))
    assert [(row["day"], row["left"], row["short"]) for row in drawn_days] == [
        (each.day.isoformat(), each.left.amount, each.short.amount) for each in plan.course
    ]
    assert [row["left"] for row in drawn_days][:2] == [156_000, 0]  # 860 people are given 344 kg a day
    assert drawn_days[1]["lacking"] == "short by 188 kg"


@pytest.mark.parametrize(
    ("course", "code"),
    [
        ([{"day": "2017-03-01", "item": "Beras"}], "lacks_part"),
        ([COURSE[1], COURSE[1]], "duplicate"),
        ([{**COURSE[1], "item": 3}], "not_a_text"),  # type: ignore[dict-item]
        ([{**COURSE[1], "left": 3}], "wrong_type"),  # type: ignore[dict-item]
    ],
)
def test_a_stock_that_says_too_little_or_twice_is_refused(course: list[Any], code: str) -> None:
    with pytest.raises(InvalidValueError) as refused:
        charts.stock(course)
    assert refused.value.code == code
    with pytest.raises(UnitError):
        charts.stock([COURSE[1], {"day": "2017-03-05", "item": "Beras", "left": Quantity(1, "IDR")}])


def test_every_finding_is_in_the_bar_of_its_rule() -> None:
    drawn_rows = rows(charts.findings(AUDIT, "en"))
    assert sum(row["found"] for row in drawn_rows if "found" in row) == len(AUDIT.findings)
    errors = sum(row["found"] for row in drawn_rows if row.get("severity") == "contradiction")
    assert errors == len(AUDIT.errors)
    assert charts.findings(AUDIT, "en").to_dict()["title"]["subtitle"][0].endswith("and found nothing.")
    clean = charts.findings(Audit(report="x", findings=(), counts={"sum": 3}), "en")
    assert [row["said"] for row in rows(clean)] == ["0 of 3"]


# === the axis and the chart ===========================================================================================


def test_an_axis_is_labelled_in_the_unit_that_reads_best_and_drawn_in_the_base_unit() -> None:
    for amount, factor, title in (
        (9_999, 1, "rupiah"), (10_000, 10**3, "ribu rupiah"), (10**7, 10**6, "juta rupiah"),
        (10**10, 10**9, "miliar rupiah"), (10**13, 10**12, "triliun rupiah"),
    ):  # fmt: skip
        axis = axis_of([Quantity(amount, "IDR")], "id")
        assert (axis.factor, axis.title) == (factor, title)
    assert axis_of([Quantity(9_999, "g")], "en").title == "g"
    assert axis_of([Span(Quantity(1, "g"), Quantity(10_000, "g"))], "en").factor == 1_000
    cents = axis_of([Quantity(5, "USD")], "en")
    assert (cents.factor, cents.title) == (100, "USD")
    assert (axis_of([], "id").title, axis_of([3], "en", counted=Text("KK", "families")).title) == ("", "families")


def test_a_number_that_a_double_does_not_hold_is_refused_and_the_largest_that_it_does_is_drawn() -> None:
    line = BudgetLine(name="x", ceiling=2**53, realized=0)
    assert rows(charts.realization([line]))[0]["ceiling"] == 2**53
    with pytest.raises(InvalidValueError) as refused:
        charts.realization([BudgetLine(name="x", ceiling=2**53 + 1, realized=0)])
    assert (refused.value.code, refused.value.value) == ("too_large", 2**53 + 1)


def test_vega_is_told_the_months_and_the_marks_of_each_language() -> None:
    assert locale("id")["time"]["months"][4] == "Mei"
    assert locale("id")["time"]["shortDays"][0] == "Min"
    assert locale("en")["number"] == {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["Rp", ""]}


def test_a_chart_is_a_value_that_nobody_changes_and_shows_itself() -> None:
    chart = charts.targets(SERIES)
    chart.to_dict()["title"] = "x"
    assert chart == Chart(chart.to_dict()) == Chart(chart.to_json())
    assert hash(chart) == hash(charts.targets(SERIES))
    assert repr(chart) == "<Chart: PMKS (%)>"
    assert repr(Chart({"title": "t"})) == "<Chart: t>"
    shown = chart._repr_mimebundle_()
    assert shown["image/svg+xml"].startswith("<svg")
    assert chart.png(scale=1)[:4] == b"\x89PNG"
    assert len(chart.png(scale=3)) > len(chart.png(scale=1))


@pytest.mark.parametrize("spec", [3, "x", "[]", {"a": object()}, {"a": float("nan")}])
def test_what_is_no_chart_is_refused(spec: Any) -> None:
    with pytest.raises(InvalidValueError) as refused:
        Chart(spec)
    assert refused.value.field == "spec"


@pytest.mark.parametrize("scale", [0, 21, 1.5, True])
def test_a_picture_has_a_scale_that_is_a_whole_number(scale: Any) -> None:
    with pytest.raises(InvalidValueError) as refused:
        charts.targets(SERIES).png(scale=scale)
    assert refused.value.field == "scale"


def test_a_chart_is_saved_as_what_its_file_ends_in(tmp_path: Path) -> None:
    charts.targets(SERIES).save(str(tmp_path / "x.PNG"), scale=1)
    assert (tmp_path / "x.PNG").read_bytes()[:4] == b"\x89PNG"
    with pytest.raises(InvalidValueError) as refused:
        charts.targets(SERIES).save(tmp_path / "x.pdf")
    assert (refused.value.field, refused.value.value) == ("path", ".pdf")


def test_a_chart_that_vega_lite_does_not_know_is_never_made() -> None:
    with pytest.raises(Exception, match="nonsense"):
        drawn({"mark": "nonsense"}, language="id", title="x")


@pytest.mark.parametrize(("library", "does"), [("altair", lambda: charts.targets(SERIES)), ("vl_convert", None)])
def test_a_library_that_is_not_there_is_an_error_that_says_what_to_install(
    library: str, does: Callable[[], object] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    chart = charts.targets(SERIES)

    def missing(name: str) -> object:
        if name == library:
            raise ImportError(name)
        return builtins.__import__(name)

    monkeypatch.setattr("kesos.charts._chart.import_module", missing)
    with pytest.raises(MissingExtraError) as refused:
        (does or chart.svg)()
    assert (refused.value.field, refused.value.value) == ("charts", library)
    assert "altair" in refused.value.message("en") or "altair" in str(refused.value)


def test_an_axis_of_few_counts_has_a_mark_for_each_and_none_between() -> None:
    """Vega marks halves where it is asked for more marks than there are whole numbers."""
    assert rows_axis({"A": 1, "B": 2})["tickCount"] == 2
    assert rows_axis({"A": 400})["tickCount"] == 5


def rows_axis(families: dict[str, int]) -> dict[str, Any]:
    quota = ProgramQuota(program="PKH", year=2017, area="Contoh", families=sum(families.values()), sub_areas=families)
    found: list[dict[str, Any]] = []

    def look(spec: Any) -> None:
        if isinstance(spec, dict):
            found.extend([spec["axis"]] if "tickMinStep" in (spec.get("axis") or {}) else [])
        for part in spec.values() if isinstance(spec, dict) else spec if isinstance(spec, list) else ():
            look(part)

    look(charts.quotas(quota).to_dict())
    return found[0]


def labels_of(place: str) -> list[str]:
    """What stands to the left of each row, line by line."""
    event = DisasterEvent(hazard="banjir", place=place, period="2017-02-25", people=860)
    said = re.findall(
        r"<(?:text|tspan)[^>]*>([^<]+)</(?:text|tspan)>", charts.relief_range([entitle_range(event, PEDUM_2003)]).svg()
    )
    start = said.index(next(each for each in said if each.startswith("Banjir")))
    return said[start : said.index(next(each for each in said[start:] if "25 Februari 2017" in each)) + 1]


def test_a_long_name_of_a_row_goes_on_in_a_second_line_and_keeps_its_day() -> None:
    long = "Kelurahan Pangkut, Kecamatan Arut Utara, Kabupaten Kotawaringin Barat"
    assert labels_of("Desa A") == ["Banjir, Desa A, 25 Februari 2017"]
    assert " ".join(labels_of(long)) == f"Banjir, {long}, 25 Februari 2017"
    first, second = labels_of(f"{long}, Provinsi Kalimantan Tengah")
    assert f"Banjir, {long}".startswith(f"{first} {second.partition('…')[0]}")
    assert second.endswith("…, 25 Februari 2017")
