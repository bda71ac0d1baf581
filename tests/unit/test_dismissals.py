"""What somebody looked at and put aside, with the reason: no question any more, and never lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kesos import show
from kesos.audit import RULES, Audit, find_contradictions
from kesos.errors import InvalidValueError, RecordError
from kesos.reports import Column, Dismissal, Figure, GuessGroup, Report, ShareOf, SumOf, Table, TwoCounts, load_report
from kesos.values import Citation, Printed, Text

COLUMNS = (
    Column("name", "Uraian"),
    Column("ceiling", "Anggaran (Rp)", unit="IDR"),
    Column("realized", "Realisasi (Rp)", unit="IDR", number="3"),
    Column("percent", "%", holds="percent"),
)


def made(*dismissed: Dismissal, **more: Any) -> Report:
    rows = [("1", "Operasi", 1000, 950, "95,00"), ("2", "Modal", 500, 400, "80,00"), ("3", "Sosial", 10, 5, "51,00")]
    table = Table.build(
        number="1", title="T", document="d", columns=COLUMNS, rows=rows, total=("J", "Jumlah", 1511, 1355, None)
    )
    return Report(code="x", title="T", office="O", tables=[table], dismissed=dismissed, **more)


def found(report: Report) -> list[tuple[str, str]]:
    return [(each.rule, each.severity) for each in find_contradictions(report).findings]


def test_guesses_that_are_alike_are_one_and_are_confirmed_or_dismissed_together() -> None:
    report = made()
    (group,) = report.guesses
    assert len(group) == len(report.relations_to_confirm) == 3
    assert tuple(group) == report.relations_to_confirm
    assert (
        group.message("id")
        == 'kolom "%" adalah "Realisasi (Rp)" dibagi "Anggaran (Rp)" pada 2 dari 3 baris (3 hubungan)'
    )
    assert repr(group) == '<3 × ShareOf: column "%" is "Realisasi (Rp)" over "Anggaran (Rp)" in 2 of 3 rows>'
    assert found(report.confirm(report.guesses)) == [("sum", "error"), ("percent", "error")]
    for without in (report.dismiss(report.guesses), report.dismiss(report.guesses, reason="bukan serapan")):
        assert without.guesses == ()
        assert found(without) == [("sum", "error")]
    assert isinstance(without.dismissed[0], Dismissal)
    assert without.dismissed[0].reason == "bukan serapan"
    single = GuessGroup(report.relations_to_confirm[:1])
    assert single.message("en") == 'column "%" is "Realisasi (Rp)" over "Anggaran (Rp)" in 2 of 3 rows'


def test_a_group_holds_guesses_only() -> None:
    cell = Printed("1", 1, source="p. 1")
    for relations in ((), (SumOf(cell, parts=[cell]),)):
        with pytest.raises(InvalidValueError) as caught:
            GuessGroup(relations)
        assert (caught.value.code, caught.value.field) == ("missing", "relations")


def test_guesses_are_a_table_of_groups_or_of_each() -> None:
    report = made()
    groups = show(report.guesses, "en")
    assert groups.header == ("Kind", "Place", "Supposed", "How many")
    assert groups.rows == (
        ("share_of", "table 1", 'column "%" is "Realisasi (Rp)" over "Anggaran (Rp)" in 2 of 3 rows', "3"),
    )
    (group,) = report.guesses
    each = show(group, "id")
    assert each == show(report.relations_to_confirm, "id")
    assert each.header == ("Jenis", "Tempat", "Tercetak", "Dugaan")
    assert [row[:3] for row in each.rows] == [
        ("share_of", "tabel 1, baris 1, kolom percent", "95,00; 950; 1.000"),
        ("share_of", "tabel 1, baris 2, kolom percent", "80,00; 400; 500"),
        ("share_of", "tabel 1, baris 3, kolom percent", "51,00; 5; 10"),
    ]
    assert show([GuessGroup(report.relations_to_confirm[:1])], "id").rows[0][1] == "tabel 1, baris 1, kolom percent"
    assert "baris 1" in show(report.relations_to_confirm).plain()


def test_a_relation_that_was_said_tells_what_it_is_about_and_the_first_of_its_figures() -> None:
    cells = [Printed(f"{at}", at, source="halaman 3") for at in range(1, 8)]
    table = show([SumOf(cells[0], parts=cells[1:], what=Text("korban", "victims"))], "en")
    assert table.header == ("Kind", "Place", "Printed", "About")
    assert table.rows == (("sum_of", "halaman 3", "1; 2; 3; 4; …", "victims"),)
    whole = Printed("1", 1, source=Citation(regulation="Laporan contoh"))
    assert show([SumOf(whole, parts=cells[:1])]).rows[0][1:] == ("Laporan contoh", "1; 1")


def test_what_was_put_aside_is_a_table_too() -> None:
    asides = [
        Dismissal(reason="a", rule="sum"),
        Dismissal(reason="b", kind="share_of", table="1", column="%"),
        Dismissal(reason="c", relations=made().relations_to_confirm),
    ]
    assert show(asides, "en").header == ("Rule", "Kind", "Place", "Reason")
    assert show(asides, "en").rows == (
        ("sum", "", "", "a"),
        ("", "share_of", "table 1, column %", "b"),
        ("", "share_of", "table 1, row 1, column percent", "c"),
    )


@pytest.mark.parametrize(
    ("place", "is_put_aside"),
    [
        ({"rule": "sum"}, True),
        ({"rule": "average"}, False),
        ({"table": "1", "column": "ceiling"}, True),
        ({"table": "1", "column": "Anggaran (Rp)"}, True),
        ({"table": "1", "column": "realized"}, False),
        ({"table": "1", "row": "J", "rule": "sum"}, True),
        ({"table": "1", "row": "1"}, False),
        ({"table": "2"}, False),
        ({"kind": "sum_of"}, False),
        ({"at": "halaman 3"}, False),
    ],
)
def test_a_finding_is_put_aside_where_it_fits_all_that_is_said(place: dict[str, Any], is_put_aside: bool) -> None:
    audit = find_contradictions(made(Dismissal(reason="sudah dijawab", **place)))
    assert [each.dismissed for each in audit.dismissed if each.rule == "sum"] == ["sudah dijawab"] * is_put_aside
    assert len(audit.of_rule("sum")) == (not is_put_aside)
    assert ("dikesampingkan" in audit.summary("id")) == is_put_aside
    assert audit.checked["sum"] == 2


def test_what_is_put_aside_is_in_the_record_and_is_not_gone() -> None:
    before, after = (find_contradictions(each) for each in (made(), made(Dismissal(reason="x", rule="sum"))))
    assert Audit.from_json(after.to_json()) == after
    change = after.compare(before)
    assert (len(change.new), len(change.gone), len(change.unchanged)) == (0, 0, 2)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ({"rule": "sum"}, None),
        ({"table": "1", "row": "3", "column": "%"}, None),
        ({"kind": "share_of", "table": "1"}, None),
        ({"rule": "summ"}, ("aturan summ (sudah dijawab)", "rule summ (sudah dijawab)")),
        (
            {"rule": "sum", "table": "9", "row": "J", "column": "kk"},
            (
                "aturan sum, tabel 9, baris J, kolom kk (sudah dijawab)",
                "rule sum, table 9, row J, column kk (sudah dijawab)",
            ),
        ),
        ({"kind": "sum_of"}, ("hubungan sum_of (sudah dijawab)", "relation sum_of (sudah dijawab)")),
        ({"at": "halaman 3"}, ("halaman 3 (sudah dijawab)", "halaman 3 (sudah dijawab)")),
    ],
)
def test_what_was_put_aside_and_fits_nothing_is_told(place: dict[str, Any], said: tuple[str, str] | None) -> None:
    audit = find_contradictions(made(Dismissal(reason="sudah dijawab", **place)))
    assert audit.unmatched == (() if said is None else (Text(*said),))
    first = audit.summary("id").splitlines()[0]
    assert ("tidak cocok" in first) == (said is not None)
    assert said is None or said[0] in first
    assert Audit.from_json(audit.to_json()) == audit


def test_the_same_thing_put_aside_twice_fits_both_times() -> None:
    both = (Dismissal(reason="a", rule="sum"), Dismissal(reason="b", table="1", column="ceiling"))
    assert find_contradictions(made(*both)).unmatched == ()


def test_a_guess_that_was_put_aside_and_is_none_any_more_is_told() -> None:
    guesses = made().guesses
    assert find_contradictions(made().dismiss(guesses)).unmatched == ()
    assert find_contradictions(made().dismiss(guesses, reason="x")).unmatched == ()
    bare = Report(code="x", title="T", office="O")
    (told,) = find_contradictions(bare.dismiss(guesses, reason="bukan serapan")).unmatched
    assert told.en == "relation share_of, table 1, column percent, rows 1, 2, 3 (bukan serapan)"
    alone = find_contradictions(bare.dismiss(guesses)).unmatched
    assert [each.id for each in alone] == [
        f"hubungan share_of, tabel 1, baris {at}, kolom percent (–)" for at in (1, 2, 3)
    ]


def test_of_a_rule_that_was_not_run_nobody_knows_what_it_would_have_found() -> None:
    asides = [Dismissal(reason="x", **place) for place in ({"rule": "average"}, {"table": "7"}, {"rule": "summ"})]
    asides.append(Dismissal(reason="x", kind="sum_of"))
    audit = find_contradictions(made(*asides), rules=[each for each in RULES if each.code == "sum"])
    assert [each.en for each in audit.unmatched] == ["rule summ (x)", "relation sum_of (x)"]
    assert len(find_contradictions(made(*asides)).unmatched) == 4


def test_the_summary_names_six_of_what_fits_nothing_and_the_number_of_the_others() -> None:
    audit = find_contradictions(made(*(Dismissal(reason="x", table=f"{at}") for at in range(10, 18))))
    first = audit.summary("en").splitlines()[0]
    assert "(8): table 10 (x); table 11 (x)" in first
    assert first.endswith("table 15 (x); and 2 more.")


@pytest.mark.parametrize(
    ("place", "guesses"),
    [
        ({"kind": "share_of"}, 0),
        ({"kind": "sum_of"}, 3),
        ({"table": "1", "column": "percent"}, 0),
        ({"table": "1", "row": "3", "column": "%"}, 2),
        ({"table": "1", "column": "3"}, 3),
        ({"rule": "percent"}, 3),
    ],
)
def test_a_guess_is_put_aside_by_its_kind_and_place(place: dict[str, Any], guesses: int) -> None:
    report = made(Dismissal(reason="bukan serapan", **place))
    assert len(report.relations_to_confirm) == guesses
    assert all(isinstance(each, ShareOf) for each in report.relations_to_confirm)


def test_what_stands_in_the_prose_is_put_aside_by_its_place() -> None:
    figures = [Figure("5 KK", source="halaman 3", code="a"), Figure("6 KK", source="halaman 4", code="b")]
    counts = [TwoCounts([figures[0]], other=[figures[1]])]
    for at, many in (("halaman 3", 0), ("halaman 4", 1)):
        report = made(Dismissal(reason="x", at=at), figures=figures, relations=counts)
        assert len(find_contradictions(report).of_rule("two_counts")) == many


@pytest.mark.parametrize(
    ("given", "field"),
    [({}, "table"), ({"row": "1"}, "table"), ({"rule": "sum", "column": "a"}, "table"), ({"rule": ""}, "rule")],
)
def test_a_dismissal_says_what_is_put_aside(given: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Dismissal(reason="x", **given)
    assert caught.value.field == field


FILE = """format = 1
code = "x"
title = "T"
office = "O"
[[tables]]
number = "1"
title = "T"
columns = [
  { head = "Uraian" },
  { head = "Pagu", unit = "IDR" },
  { head = "Realisasi", unit = "IDR" },
  { head = "%", holds = "percent" },
]
rows = '''
1 | Operasi | 1.000 | 950 | 95,00
2 | Modal | 500 | 400 | 80,00
'''
total = "J | Jumlah | 1.501 | 1.350 | 90,00"
"""


def load(folder: Path, text: str) -> Report:
    path = folder / "x.toml"
    path.write_text(text, encoding="utf-8")
    return load_report(path)


def test_a_file_says_what_was_put_aside(tmp_path: Path) -> None:
    plain = load(tmp_path, FILE)
    assert len(plain.guesses) == 1
    assert found(plain)[0] == ("sum", "error")
    said = load(
        tmp_path,
        FILE
        + """
[[dismissed]]
rule = "sum"
table = "1"
row = "J"
column = "pagu"
reason = "ralat sudah terbit"
[[dismissed]]
kind = "share_of"
table = "1"
reason = "kolom itu bukan serapan"
""",
    )
    assert said.guesses == ()
    audit = find_contradictions(said)
    assert audit.findings == ()
    assert [each.dismissed for each in audit.dismissed] == ["ralat sudah terbit"]


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ('rule = "sum"', ("dismissed[0].reason", "missing")),
        ('kind = "summe"\nreason = "x"', ("dismissed[0].kind", "not_a_choice")),
        ('reason = "x"', ("dismissed[0].table", "missing")),
        ('column = "a"\nreason = "x"', ("dismissed[0].table", "missing")),
        ('aturan = "sum"\nreason = "x"', ("dismissed[0].aturan", "unknown_key")),
    ],
)
def test_what_is_wrong_with_it_is_told_with_its_place(tmp_path: Path, lines: str, fault: tuple[str, str]) -> None:
    with pytest.raises(RecordError) as caught:
        load(tmp_path, FILE + "[[dismissed]]\n" + lines)
    assert [(each.field, each.code) for each in caught.value.faults] == [fault]
