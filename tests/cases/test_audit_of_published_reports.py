"""The two published reports, audited: each contradiction that a reader found by hand is found by a rule."""

from __future__ import annotations

import runpy
import sys
from functools import cache
from pathlib import Path

import pytest

from kesos import datasets
from kesos.audit import RULES, Audit, find_contradictions
from kesos.values import Quantity, Span

EXAMPLE = Path(__file__).parents[2] / "examples" / "audit_report.py"


@cache
def audit(report: str) -> Audit:
    return find_contradictions(datasets.kapuas() if report == "kapuas" else datasets.kotawaringin_barat())


KOBAR_ERRORS = (
    ("sum", "table 20, row 2", "5.763.641.000"),  # 3.483.312.000 + 2.277.329.000 = 5.760.641.000
    ("words", "C.2.g.4", "Delapan Ratus Ribu Rupiah"),  # Ribu twice: no number
    ("count", "B.1", "2 tahun terakhir"),  # the table has three years
    ("divides", "C.2.g.4", "4,247,206,800"),  # 38,610.97 × 110.000
    ("budget", "C.2.g.4", "11.45 months"),  # 10.285.380.000 / (8.163 × 110.000)
    ("period_order", "A.4.d", "17 – 10 Maret 2017"),
    ("announced_years", "table 20", "2016–2018"),  # the title says 2019
    ("announced_years", "table 21", "2016–2018"),
    ("numbering", "C.2.f.2", "b) (2)"),
    ("numbering", "C.2.f.4", "²"),  # no note 1
    ("short_form", "table 17, row 3", "Program Keluarga Sejahtera"),
    ("short_form", "table 21, row 2", "Asistensi Usia Lanjut"),
    ("short_form", "C.2.f.3", "Pelayanan Konsultasi Kesejahteraan Keluarga"),
    ("group", "C.2.e.1", "non-natural elsewhere"),  # fire
    ("title", "table 17", "Kerjasama Antar Daerah"),
)
KOBAR_ODDITIES = (
    ("announced_years", "table 22", "2017–2022"),
    ("two_counts", "table 19, row A,", "102"),  # 98 lightly damaged; 98 houses and 4 facilities
    ("two_counts", "table 19, row B,", "674"),
    ("two_counts", "table 19, row C,", "62"),
    ("two_counts", "table 19, row D,", "65"),
    ("part_of", "C.2.g.4", "4,589 people"),  # 8.163 families are more people than that
    ("two_lists", "A.4.a", "19 are named"),  # in 18 rows
    ("budget", "C.2.e.2", "2,720 recipients"),
    ("budget", "C.2.e.2", "4,358 recipients"),
    ("budget", "table 21, row 2", "92 recipients"),  # 172.000.000 / 92
    ("day_order", "table 19, row B.2", "25 February 2017"),
    ("target_met", "C.2.d", "2019"),
    ("target_passed", "table 22", "target of 2018"),
    ("target_passed", "table 22", "target of 2019"),
    ("jump", "table 21, row 1", "1.93 times"),
    ("jump", "table 21, row 4", "23.33 times"),
    ("jump", "table 21, row total", "3.57 times"),
    ("series_gap", "table 21, row 3", "blank for 2018"),
    ("precision", "table 18", "9 of 15"),
    ("partial_year", "table 20, row 1", "2018"),
    ("year_direction", "table 20", "back"),
    ("expected_place", "A.4.f", "Pangkalan Banteng"),
    ("people_per_family", "table 19, row D.1", "1.44"),
    ("people_per_family", "table 19, row D.2", "1.40"),
    ("people_per_family", "table 19, row D.3", "1.90"),
    ("families_per_house", "table 18, row 1", "more damaged houses"),
    ("families_per_house", "table 19, row D.1", "6.1"),
    ("families_per_house", "table 19, row D.2", "76.3"),
    ("families_per_house", "table 19, row D.3", "31.5"),
    ("multiples", "table 19, row B.1", "5 of 16"),
    ("round_counts", "table 19", "11 of 16"),
    ("approximate", "C.2.e.2", "5.379.200.000"),
    ("approximate", "C.2.e.2", "2.720"),
    ("alike_rows", "table 18, row 6", "row 5"),
    ("alike_rows", "table 19, row E.2", "2 rows"),
    ("told_twice", "table 18, row 8", "Pandu Senjaya"),
    ("told_twice", "table 18, row 12", "Mendawai"),
    ("left_blank", "A.4.d", "- lusin"),
    ("blank_row", "table 21, row 5", "KUBE Perdesaan"),
    ("blank_row", "table 21, row 6", "KUBE Pesisir"),
    ("blank_column", "table 16", "Permasalahan dan Solusi"),
    ("blank_and_dash", "table 19, row D.1", "Tempat Usaha"),
    ("numbering", "table 22", "9"),  # ten columns
    ("table_number", "table PKH", "no number"),
    ("spelling", "A.4.a", "Sungai Kapitan"),
    ("spelling", "A.4.e", "BPPD"),
    ("spelling", "C.2.a", "telantar"),
    ("two_places", "table 18, row 10", "Jl. Macan"),
    ("heading", "table 15", "Urusan Sosial"),
    ("repeated_words", "table 15", "capaian kinerja penyelenggaraan"),
)


def found(report: str, severity: str, rule: str, place: str, words: str) -> bool:
    return any(
        (each.severity, each.rule) == (severity, rule) and place in each.place("en") and words in each.message("en")
        for each in audit(report).findings
    )


@pytest.mark.parametrize(("rule", "place", "words"), KOBAR_ERRORS)
def test_each_contradiction_in_kotawaringin_barat_is_an_error(rule: str, place: str, words: str) -> None:
    assert found("kobar", "error", rule, place, words)


@pytest.mark.parametrize(("rule", "place", "words"), KOBAR_ODDITIES)
def test_each_oddity_in_kotawaringin_barat_is_asked_about(rule: str, place: str, words: str) -> None:
    assert found("kobar", "suspicious", rule, place, words)


def test_what_adds_up_in_kotawaringin_barat_is_no_error() -> None:
    assert len(audit("kobar").errors) == len(KOBAR_ERRORS)
    (one,) = audit("kobar").of_rule("sum")
    assert (one.printed, one.computed) == (Quantity(5_763_641_000, "IDR"), Quantity(5_760_641_000, "IDR"))
    assert audit("kobar").checked["sum"] > 20
    assert audit("kobar").checked["percent"] == 2
    assert not audit("kobar").of_rule("percent")
    (paid,) = audit("kobar").of_rule("divides")
    assert paid.computed == Span(Quantity(4_247_100_000, "IDR"), Quantity(4_247_210_000, "IDR"))


def test_kapuas_counts_more_families_than_its_programmes_and_its_list() -> None:
    (wrong,) = audit("kapuas").errors
    assert (wrong.printed, wrong.computed) == (Quantity(100_336, "family"), Quantity(81_563, "family"))
    assert found("kapuas", "suspicious", "part_of", "alinea 9", "35,864 families")
    # 100,336 / 126,277 = 79.457… %, printed as 79 percent; 7 January 2021 was a Thursday
    assert audit("kapuas").checked["percent"] == audit("kapuas").checked["weekday"] == 1


@pytest.mark.parametrize(("options", "first"), [([], "BERTENTANGAN"), (["--language", "en"], "CONTRADICTIONS")])
def test_the_example_prints_both_audits(
    options: list[str], first: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", [str(EXAMPLE), *options])
    runpy.run_path(str(EXAMPLE), run_name="__main__")
    printed = capsys.readouterr().out
    assert printed.count(first) == 2
    assert "Dinas Sosial Kabupaten Kapuas" in printed
    assert str(len(RULES)) in printed
    assert max(len(line) for line in printed.splitlines()) <= 112
