"""What an audit says of what it read: nothing is passed over in silence, and what was not added is not checked."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import attrs
import pytest
from openpyxl import Workbook, load_workbook

from kesos import datasets
from kesos.audit import Audit, Finding, Rule, Subject, find_contradictions, finding
from kesos.errors import InvalidValueError
from kesos.reports import (
    CELL_STATES,
    Affected,
    Column,
    Figure,
    FromTo,
    ProductOf,
    Report,
    RowProduct,
    RowShare,
    ShareOf,
    Table,
    TwoCounts,
    cell_state,
    read_cell,
    read_tables,
)
from kesos.tables import write_audit
from kesos.values import Citation, Percentage, Period, Printed, Quantity, Text
from kesos.wording import parse_day

PEOPLE = Column("people", "Jiwa", unit="person")


def table(column: Column, texts: list[str], total: str, **more: Any) -> Table:
    rows = [(str(at), text) for at, text in enumerate(texts, 1)]
    return Table.build(
        **{"number": "1", "title": "Korban", "document": "d", "columns": [column], "rows": rows, **more},
        total=("Jumlah", total),
    )


def audited(*tables: Table, **more: Any) -> Audit:
    return find_contradictions(Report(code="x", title="T", office="O", period="2021", tables=tables, **more))


@pytest.mark.parametrize(
    ("text", "column", "value"),
    [
        ("20 Orang", PEOPLE, Quantity(20, "person")),
        ("20 ekor", PEOPLE, None),
        ("-5", PEOPLE, None),
        ("2,5", PEOPLE, None),
        ("Rp\N{NO-BREAK SPACE}950.000.000", Column("loss", unit="IDR"), Quantity(950_000_000, "IDR")),
        ("-2,5", Column("w", unit="kg"), Quantity(-2500, "g")),
        ("2,5 karung", Column("w", unit="kg"), None),
        ("400 gram", Column("w", unit="kg"), Quantity(400, "g")),
        ("1.250,5", Column("area", unit="ha"), Quantity("1250.5", "ha")),
        ("1,250.5", Column("area", unit="ha", locale="en"), Quantity("1250.5", "ha")),
        ("1,300,000", Column("loss", unit="IDR", locale="en"), Quantity(1_300_000, "IDR")),
        ("1,234", Column("loss", unit="IDR"), None),
        ("62,68", Column("score", holds="number"), Decimal("62.68")),
        ("(3)", Column("no", holds="number"), 3),
        ("2.", Column("no", holds="number"), 2),
        ("35,45 %", Column("what", holds="quantity"), Percentage("35.45")),
        ("21 buah", Column("what", holds="quantity"), Quantity(21, "unit")),
        ("21", Column("what", holds="quantity"), 21),
        ("-", Column("what", holds="quantity"), None),
        ("2017", Column("year", holds="year"), 2017),
        ("5 Maret 2017", Column("date", holds="period"), Period.of("2017-03-05")),
        ("kata", Column("words"), None),
    ],
)
def test_a_cell_is_read_as_its_column_holds_it(text: str, column: Column, value: Any) -> None:
    read = read_cell(text, column)
    assert (read, type(read)) == (value, type(value))


@pytest.mark.parametrize(
    ("text", "column", "state"),
    [
        ("1.200", PEOPLE, "read"),
        ("", PEOPLE, "blank"),
        (" – ", PEOPLE, "blank"),
        ("Tidak\N{NO-BREAK SPACE}diketahui", PEOPLE, "missing"),
        ("?", PEOPLE, "unread"),
        ("banyak", PEOPLE, "unread"),
        ("Desa", Column("place"), "words"),
        ("-", Column("place"), "blank"),
        ("a.", Column("no", "No.", holds="number"), "words"),
        ("?", Column("no", "No.", holds="number"), "unread"),
        ("a.", Column("score", "Nilai", holds="number"), "unread"),
    ],
)
def test_every_cell_is_in_one_state(text: str, column: Column, state: str) -> None:
    assert state in CELL_STATES
    assert cell_state(Printed(text, read_cell(text, column), source="p. 1"), column) == state


def test_what_was_not_read_is_listed_and_what_was_not_added_is_not_checked() -> None:
    audit = audited(table(PEOPLE, ["20 ekor", "?", "20", "Tidak diketahui", ""], "61"))
    assert [cell.text for cell in audit.unread] == ["20 ekor", "?"]
    assert dict(audit.cells) == {"read": 2, "blank": 1, "missing": 1, "words": 0, "unread": 2}
    assert audit.checked["sum"] == 0
    first, second, third, fourth = audit.summary("id").splitlines()
    assert "0 bertentangan" in first
    assert "2 tidak terbaca" in second
    assert 'tabel 1, baris 1, kolom people: "20 ekor"' in third
    assert third.startswith("Tidak terbaca (2)")
    assert fourth.startswith("Tidak diperiksa (1)")
    assert audit.summary("en").splitlines()[2].startswith("Not read (2)")


def test_an_audit_keeps_what_it_did_not_read_in_its_record() -> None:
    audit = audited(table(PEOPLE, ["?", "20"], "61"))
    again = Audit.from_json(audit.to_json())
    assert again == audit
    assert again.unread == audit.unread
    assert again.summary() == audit.summary()


def test_a_heading_inside_a_table_is_words_and_a_total_that_is_none_is_not() -> None:
    columns = [Column("place", "Desa"), PEOPLE]
    rows = [("a", "Kec. Contoh", "Kec. Contoh"), ("1", "Umpama", "20"), ("2", "Ibarat", "tiga orang?")]
    audit = audited(
        Table.build(number="1", title="T", document="d", columns=columns, rows=rows, total=("Jumlah", "Jumlah", "dua"))
    )
    assert [cell.text for cell in audit.unread] == ["tiga orang?", "dua"]


def test_a_figure_without_a_value_is_unread_unless_a_relation_says_what_it_is() -> None:
    def figure(text: str, code: str) -> Figure:
        return Figure(text, None, source="p. 1", code=code, label=Text(code, code))

    run, other = figure("17 – 10 Maret 2017", "run"), figure("sekian", "other")
    ends = FromTo(run, first=parse_day("17 Maret 2017"), last=parse_day("10 Maret 2017"))
    audit = audited(figures=[run, other], relations=[ends])
    assert [cell.text for cell in audit.unread] == ["sekian"]


def test_a_finding_names_its_row_and_its_column_by_their_words() -> None:
    columns = [Column("place", "Desa"), Column("families", "KK", unit="family")]
    rows = [("1", "Umpama", 60), ("2", "Ibarat", 35)]
    made = Table.build(
        number="1", title="T", document="d", columns=columns, rows=rows, total=("total", "Jumlah semua", 98)
    )
    (finding,) = audited(made).errors
    assert (finding.row, finding.column) == ("Jumlah semua", "KK")
    assert finding.message("id").startswith('"Jumlah semua", "KK": jumlah tercetak 98')
    assert finding.say("id").startswith('tabel 1, baris total, kolom families ("Jumlah semua", "KK"): jumlah')


def test_a_finding_on_a_whole_column_names_no_row() -> None:
    columns = [Column("place", "Desa"), Column("notes", "Catatan")]
    rows = [("1", "Umpama", ""), ("2", "Ibarat", "")]
    made = Table.build(number="1", title="T", document="d", columns=columns, rows=rows)
    (finding,) = audited(made).of_rule("blank_column")
    assert finding.row is None
    assert finding.message("id").startswith('kolom "Catatan" kosong')


def test_products_shares_and_averages_of_a_table_are_held() -> None:
    columns = [
        Column("families", "KK", unit="family"),
        Column("rate", "Bantuan", unit="IDR"),
        Column("paid", "Jumlah", unit="IDR"),
        Column("percent", "%", holds="percent"),
    ]
    rows = [("1", 3, 100_000, 300_000, "33,33"), ("2", 4, 100_000, 410_000, "24,93")]
    made = Table.build(
        number="1",
        title="T",
        document="d",
        columns=columns,
        rows=rows,
        total=("Rata-rata", "4", None, 355_000, None),
        products=[RowProduct("paid", ["families", "rate"])],
        shares=[RowShare("percent", "rate", "paid")],
    )
    audit = audited(made)
    assert [(each.rule, each.computed) for each in audit.errors] == [
        ("product", Quantity(400_000, "IDR")),
        ("percent", Percentage("24.39")),
    ]
    assert audit.checked["average"] == 2
    assert audit.checked["sum"] == 0


def test_the_numbers_of_a_list_are_not_added_up() -> None:
    columns = [Column("no", "No", holds="number"), Column("score", "Nilai", holds="number")]
    made = Table.build(
        number="1", title="T", document="d", columns=columns, rows=[("1", 1, 5), ("2", 2, 6)], total=("J", 9, 12)
    )
    (finding,) = audited(made).errors
    assert (finding.column, finding.computed) == ("Nilai", 11)


def test_findings_that_are_alike_are_one_line_and_the_gravest_stand_first() -> None:
    audit = find_contradictions(datasets.kotawaringin_barat())
    groups = audit.groups
    assert [each for group in groups for each in group.findings if each.severity == "error"] == list(audit.errors)
    assert [group.severity for group in groups] == sorted(group.severity for group in groups)
    questions = [group for group in groups if group.severity == "suspicious"]
    assert sum(map(len, questions)) == len(audit.suspicious) == 89
    assert len(questions) <= 89 // 2
    (counted,) = (group for group in groups if group.rule == "two_counts")
    assert len(counted) == 19
    assert "(18 temuan lain serupa)" in counted.message("id")
    assert "13 more" in counted.place("en")
    assert len(audit.table().rows) == len(groups)
    assert len(audit.table(grouped=False).rows) == len(audit.findings)
    assert repr(counted).startswith("<19 × suspicious two_counts, table 19")


def test_markdown_holds_every_line_and_no_mark_of_a_cell() -> None:
    column = Column("people", "J|iwa", unit="person")
    audit = audited(table(column, ["20"], "21"))
    lines = audit.to_markdown("id").splitlines()
    (line,) = (line for line in lines if "penjumlahan" in line)
    assert "J\\|iwa" in line
    assert audit.summary("id").splitlines()[1] in lines


def test_two_audits_tell_what_is_new_gone_and_unchanged() -> None:
    def two(first: str, second: str) -> Audit:
        totals = (("1", first), ("2", second))
        return audited(*(table(PEOPLE, ["20", "30"], total, number=at, title=f"Korban {at}") for at, total in totals))

    earlier, later = two("51", "52"), two("51", "50")
    change = later.compare(earlier)
    assert [len(part) for part in (change.new, change.gone, change.unchanged)] == [0, 1, 1]
    assert change.gone == (earlier.errors[1],)
    back = earlier.compare(later)
    assert (back.new, back.gone, back.unchanged) == (change.gone, (), change.unchanged)
    assert repr(back) == "<AuditChange: 1 new, 0 gone, 1 unchanged>"
    assert [row[0] for row in back.table("id").rows] == ["baru", "tetap"]
    assert "baru" in str(back)
    assert "<table" in back._repr_html_()
    changed = two("51", "53").compare(earlier)
    assert (len(changed.new), len(changed.gone)) == (1, 1)


def test_a_finding_in_a_row_that_is_in_no_table_has_no_words() -> None:
    def elsewhere(subject: Subject) -> Iterator[Finding]:
        """Something is odd in a row that the table does not have."""
        place = Citation(regulation="d", table="1", row="9", column="people")
        yield finding("elsewhere", "error", Printed("1", 1, source=place), None, "aneh", "odd")

    made = Report(code="x", title="T", office="O", period="2021", tables=[table(PEOPLE, ["20"], "20")])
    (found,) = find_contradictions(made, rules=[Rule("elsewhere", elsewhere)]).findings
    assert (found.row, found.column, found.message("id")) == (None, None, "aneh")


def test_a_row_without_the_columns_of_a_rule_is_not_held_to_it() -> None:
    columns = [Column(code, unit="IDR") for code in ("one", "other", "all")] + [Column("percent", holds="percent")]
    made = Table.build(
        number="1", title="T", document="d", columns=columns, rows=[("1", 2, 3, 6, "50"), ("2", 2, 3, 7, "60")]
    )
    without = [attrs.evolve(made.rows[1], cells=made.rows[1].cells[:2])]
    rules: dict[str, Any] = {
        "products": [RowProduct("all", ["one", "other"])],
        "shares": [RowShare("percent", "other", "all")],
    }
    audit = audited(attrs.evolve(made, rows=[made.rows[0], *without], **rules))
    assert audit.checked["percent"] == 1
    assert audit.checked["product"] == 0  # rupiah times rupiah is nothing that anybody pays


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Rp. 6.000,-", Quantity(6_000, "IDR")),
        ("35,45 %", Percentage("35.45")),
        ("35 dari 100 %", None),
        ("72", 72),
        ("5 Maret 2017", Period.of("2017-03-05")),
        ("Tidak diketahui", None),
        ("No. 3/2017", None),
    ],
)
def test_a_figure_is_read_from_its_print_unless_its_value_is_given(text: str, value: Any) -> None:
    figure = Figure(text, code="told")
    assert figure.value == value
    assert (figure.source, figure.label) == ("told", Text("told", "told"))
    assert Figure(text, None, code="told").value is None


def test_a_figure_without_a_text_is_refused() -> None:
    with pytest.raises(InvalidValueError) as caught:
        Figure(5, code="told")  # type: ignore[arg-type]
    assert caught.value.field == "text"


def test_the_lines_of_an_audit_have_their_parts_by_name() -> None:
    audit = find_contradictions(datasets.kotawaringin_barat())
    rows = audit.rows("id")
    assert len(rows) == len(audit.findings)
    first = rows[0]
    assert (first["rule"], first["severity"], first["column"]) == (
        "penjumlahan",
        "bertentangan",
        "Total Pagu (BTL+BL) Dalam Rp",
    )
    assert (first["printed"], first["computed"], first["alike"]) == ("Rp5.763.641.000", "Rp5.760.641.000", 1)
    assert [row["alike"] for row in audit.rows(grouped=True)] == [len(group) for group in audit.groups]
    assert rows[1]["row"] == ""


def test_a_formula_without_its_value_is_unread_in_a_column_of_words_too() -> None:
    column = Column("note", holds="text")
    assert [cell_state(Printed(text, source="p. 1"), column) for text in ("=SUM(F5:M5)", "sum", "-")] == [
        "unread", "words", "blank",
    ]  # fmt: skip


def test_sheets_that_are_hidden_or_hold_no_table_are_named_wherever_an_audit_tells_what_was_read() -> None:
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = "Korban"
    for row in (["Desa", "KK"], ["Umpama", 60], ["Ibarat", 35], ["Jumlah", 95]):
        first.append(row)
    prose = book.create_sheet("Pengantar")
    prose.append(["Di Umpama 60 KK mengungsi, di Ibarat 35 KK."])
    book.create_sheet("Kosong")
    hidden = book.create_sheet("Rincian")
    hidden.append(["rahasia"])
    hidden.sheet_state = "hidden"
    file = io.BytesIO()
    book.save(file)
    for library in ("python_calamine", "openpyxl"):
        with pytest.MonkeyPatch.context() as patch:
            if library == "openpyxl":
                patch.setitem(sys.modules, "python_calamine", None)
            tables = read_tables(io.BytesIO(file.getvalue()), document="d")
        audit = audited(*tables, *(attrs.evolve(each, number="2") for each in tables))
        assert [each.id for each in audit.unread_sheets] == ['"Pengantar" (tidak ada tabel)', '"Rincian" (tersembunyi)']
        said = 'Lembar yang tidak dibaca: "Pengantar" (tidak ada tabel); "Rincian" (tersembunyi).'
        assert audit.summary("id").splitlines()[3] == said
        assert '"Rincian" (hidden)' in audit.summary("en")
        assert Audit.from_json(audit.to_json()) == audit
    written = io.BytesIO()
    write_audit(audit, written, format="xlsx")
    listed = [row[0].value for row in load_workbook(io.BytesIO(written.getvalue()))["Tidak terbaca"].iter_rows()]
    assert listed[1:] == ['lembar "Pengantar" (tidak ada tabel)', 'lembar "Rincian" (tersembunyi)']
    (alone,) = read_tables(io.BytesIO(file.getvalue()), document="d", sheet="Korban")
    assert alone.unread_sheets == ()


def test_notes_of_a_table_are_unread_where_they_hold_a_figure() -> None:
    notes = [
        "Belum termasuk 12 KK di Umpama",
        "1) menurut Camat",
        "Contoh, 2 Januari 2025",
        "NIP. 19870101 201001 1 001",
        "Perda Nomor 5 Tahun 2020",
        "(1) (2) (3=1+2)",
        "Kec. 3",
    ]
    row = attrs.evolve(table(PEOPLE, ["20"], "20").rows[0], group="Kec. 3")
    made = attrs.evolve(table(PEOPLE, ["20"], "20"), rows=[row], notes=[Printed(each, source="p. 1") for each in notes])
    assert [cell.text for cell in audited(made).unread] == ["Belum termasuk 12 KK di Umpama"]


def test_what_an_unknown_cell_kept_from_being_checked_is_told_with_that_cell() -> None:
    audit = audited(table(PEOPLE, ["20 ekor", "", "20"], "61"))
    (said,) = audit.unchecked
    assert said.id == (
        "jumlah 61 (tabel 1, baris Jumlah, kolom people) karena tabel 1, baris 1, kolom people: "
        '"20 ekor"; tabel 1, baris 2, kolom people: (kosong)'
    )
    assert "total 61 (table 1, row Jumlah, column people) because of" in said.en
    assert audit.summary("id").splitlines()[3].endswith(f"Tidak diperiksa (1): {said.id}.")
    assert Audit.from_json(audit.to_json()).unchecked == audit.unchecked
    written = io.BytesIO()
    write_audit(audit, written, format="xlsx")
    listed = [row[0].value for row in load_workbook(io.BytesIO(written.getvalue()))["Tidak diperiksa"].iter_rows()]
    assert listed == ["Tidak diperiksa", said.id]


def test_what_was_checked_or_has_nothing_to_be_checked_is_not_told() -> None:
    assert audited(table(PEOPLE, ["20", "30"], "50")).unchecked == ()
    assert audited(table(PEOPLE, ["?", "70"], "50")).unchecked == ()  # more than the total: an error
    assert audited(table(PEOPLE, ["?", "70"], "-")).unchecked == ()
    assert audited(table(PEOPLE, ["?", "70"], "Tidak diketahui")).unchecked == ()
    assert len(audited(table(PEOPLE, ["20", "70"], "?")).unchecked) == 1


def test_shares_products_and_two_counts_that_were_not_checked_are_told_too() -> None:
    def cell(text: str, value: Any = None) -> Printed:
        return Printed(text, value, source=f"p. {text}")

    one, two, three = (cell(str(each), Quantity(each, "house")) for each in (1, 2, 3))
    relations = [
        ShareOf(cell("50", Percentage(50)), part=one, whole=cell("?"), places=0),
        ShareOf(cell("-"), part=one, whole=two, places=0),
        ProductOf(cell("6", 6), factors=[cell("3", 3), cell("dua")]),
        TwoCounts([one, two], other=[three, cell("x")]),
        TwoCounts([one, two], other=[cell("-")]),
        Affected(families=cell("y"), people=cell("9", Quantity(9, "person"))),
    ]
    assert [each.id for each in audited(relations=relations).unchecked] == [
        'hitungan 1 (p. 1) karena p. x: "x"',
        'hasil kali 6 (p. 6) karena p. dua: "dua"',
        "persentase 50 (p. 50) karena p. ?: ?",
        'KK, jiwa, dan rumah "y" (p. y) karena p. y: "y"',
    ]


def test_a_guessed_share_with_an_unread_part_is_told_as_not_checked() -> None:
    columns = [Column("pagu", "Pagu", unit="IDR"), Column("real", "Realisasi", unit="IDR")]
    rows = [
        ("1", "1.000", "950", "95"),
        ("2", "500", "400", "80"),
        ("3", "200", "kira-kira", "50"),
        ("4", "9", "9", ""),
    ]
    percent = Column("percent", "%", holds="percent")
    made = Table.build(number="1", title="T", document="d", columns=[*columns, percent], rows=rows)
    (said,) = audited(made).unchecked
    assert said.id == 'persentase 50 (tabel 1, baris 3, kolom percent) karena tabel 1, baris 3, kolom real: "kira-kira"'


def test_what_breaks_a_guess_in_another_column_is_no_finding_that_is_alike_and_other_rows_are_named() -> None:
    columns = [
        Column("name", "Uraian"),
        Column("families", "KK", unit="family"),
        Column("people", "Jiwa", unit="person"),
    ]
    rows = [("1", "Desa A", 10, 40), ("2", "Desa B", 20, 60), ("3", "Jumlah Banjir", 30, 101)]
    rows += [("4", "Desa C", 5, 20), ("5", "Desa D", 5, 20), ("6", "Jumlah Longsor", 10, 41)]
    made = Table.build(
        number="1", title="T", document="d", columns=columns, rows=rows, total=("J", "Jumlah Seluruhnya", 41, 142)
    )
    audit = audited(made)
    assert {finding.guess is not None for finding in audit.findings} == {True}
    lines = {(each.findings[0].row, each.findings[0].column): each for each in audit.groups}
    assert list(lines) == [("Jumlah Banjir", "Jiwa"), ("Jumlah Seluruhnya", "KK")]
    people = lines["Jumlah Banjir", "Jiwa"]
    assert people.message("id").endswith("(1 temuan lain serupa: tabel 1, baris 6, kolom people)")
    sure = Report(code="x", title="T", office="O", tables=[made])
    certain = find_contradictions(sure.confirm(sure.relations_to_confirm)).groups
    assert [(len(each), each.severity) for each in certain] == [(2, "error"), (1, "error")]
    assert certain[0].message("en").endswith("(1 more like it: table 1, row 6, column people)")
