"""Answers, totals, budgets, quotas, households and rejects as they go out."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Any

import attrs
import openpyxl
import pytest

from kesos import PEDUM_2003, datasets, entitle, entitle_all, tables
from kesos.budgets import Budget, BudgetLine
from kesos.errors import InvalidValueError
from kesos.events import DisasterEvent, Locality
from kesos.people import Beneficiary, Household
from kesos.quotas import ProgramQuota
from kesos.relief import Batch, Refusal, ReliefTotal, entitle_range, total
from kesos.standards import AidStandard, Between, Item, Package
from kesos.tables._choices import CHOICES, read_choice, say_choice
from kesos.tables._write_items import ItemColumns
from kesos.values import Citation, Decision, Place, Quantity, Span, Text, Unit

Write = Callable[..., None]
FLOOD = DisasterEvent(hazard="flood", place="Desa Umpang", period="2017-02-28", families=72, people=240)
FIRE = DisasterEvent(hazard="fire", place="Jl. Mak Jambek", period="2017-01-24", people=2)


def sheets(write: Write, value: Any, **options: Any) -> Any:
    file = io.BytesIO()
    write(value, file, format="xlsx", **options)
    return openpyxl.load_workbook(io.BytesIO(file.getvalue()))


def cells(page: Any) -> list[tuple[Any, ...]]:
    return [tuple(cell.value for cell in row) for row in page]


def text(write: Write, value: Any, **options: Any) -> list[list[str]]:
    file = io.StringIO()
    write(value, file, format="csv", **options)
    return list(csv.reader(io.StringIO(file.getvalue(), newline=""), delimiter=";"))


def test_one_answer_is_written_as_a_batch_of_one_without_a_label_for_its_row() -> None:
    batch = entitle_all([FLOOD], PEDUM_2003, days=7)
    rows = text(tables.write_answers, batch)
    assert text(tables.write_answers, batch.answers[0]) == [row[1:] for row in rows]
    assert (rows[0][0], rows[1][0]) == ("Baris", "1")


def test_a_range_is_written_with_a_line_for_each_number_of_days_and_no_sum() -> None:
    window = entitle_range(FLOOD, PEDUM_2003)
    head, *lines = text(tables.write_answers, window)
    assert [dict(zip(head, line, strict=True))["Hari"] for line in lines] == ["3", "7", "12"]
    assert [Decimal(dict(zip(head, line, strict=True))["Beras (kg)"].replace(",", ".")) for line in lines] == [
        Decimal(240 * 400 * days) / 1000 for days in (3, 7, 12)
    ]
    undecided = "Perpanjangan dihitung tanpa keputusan pejabat; keputusannya belum disertakan."
    assert [line[-1] for line in lines] == ["", "", undecided]
    book = sheets(tables.write_answers, window)
    assert book.sheetnames == ["Bantuan", "Sumber"]
    assert set(window.table("id").notes) <= {row[0] for row in cells(book["Sumber"])}


def test_a_range_by_a_standard_without_an_extension_has_two_lines() -> None:
    windows = [attrs.evolve(each, extended=None) for each in PEDUM_2003.windows]
    window = entitle_range(FLOOD, attrs.evolve(PEDUM_2003, windows=windows))
    assert window.extended is None
    assert [line[6] for line in text(tables.write_answers, window)] == ["Hari", "3", "7"]


def test_an_extension_that_an_official_decided_has_no_remark() -> None:
    decision = Decision(by="Bupati Contoh", number="1/2017", date="2017-03-09")  # type: ignore[arg-type]
    decided = entitle(FLOOD, PEDUM_2003, days=12, extended=True, decision=decision)
    for answer, remarked in ((decided, False), (entitle(FLOOD, PEDUM_2003, days=12, extended=True), True)):
        assert bool(text(tables.write_answers, answer)[1][-1]) is remarked


def test_each_row_that_was_asked_about_has_its_row_and_a_refused_one_says_why() -> None:
    batch = entitle_all([FLOOD, FIRE, {"hazard": "?"}], PEDUM_2003, days=7)
    written = sheets(tables.write_answers, batch)
    assert written.sheetnames == ["Bantuan", "Sumber", "Tidak terhitung"]
    head, flood, fire, unread, added = cells(written.active)
    assert head == (
        "Baris", "Jenis bencana", "Lokasi", "Kecamatan", "Tanggal", "KK", "Jiwa", "Hari", "Beras (kg)",
        "Permakanan/lauk pauk (Rp)", "Keterangan",
    )  # fmt: skip
    assert flood == (1, "Banjir", "Desa Umpang", None, datetime(2017, 2, 28), 72, 240, 7, 672, 10_080_000, None)
    assert fire[:10] == (2, "Kebakaran", "Jl. Mak Jambek", None, datetime(2017, 1, 24), None, 2, None, None, None)
    assert fire[10] == batch.refused[0].error.to_dict("id")["message"]
    assert unread[:10] == (3, *[None] * 9)
    assert unread[10]
    assert added[2] == batch.total.table("id").caption
    assert added[8:10] == (672, 10_080_000)
    left_out = cells(written["Tidak terhitung"])
    assert [row[0] for row in left_out] == ["Baris", 2, 3]
    assert left_out[1][2:] == (batch.refused[0].error.to_dict("id")["message"], str(FIRE))
    sources = [row[0] for row in cells(written["Sumber"])]
    assert sources[1] == str(PEDUM_2003.source)
    assert set(batch.total.table("id").notes) <= set(sources)


def test_an_amount_that_is_not_whole_in_kilograms_has_its_decimals_in_every_row() -> None:
    events = [attrs.evolve(FLOOD, families=None, people=people) for people in (1, 240)]
    rows = text(tables.write_answers, entitle_all(events, PEDUM_2003, days=3))
    assert [row[8] for row in rows] == ["Beras (kg)", "1,2", "288,0", "289,2"]
    page = sheets(tables.write_answers, entitle_all(events, PEDUM_2003, days=3)).active
    assert [cell.value for cell in page["I"][1:]] == [1.2, 288, 289.2]
    assert {cell.number_format for cell in page["I"][1:]} == {"#,##0.0"}


def test_less_than_a_kilogram_is_told_in_grams() -> None:
    rice = PEDUM_2003.item("rice")
    columns = ItemColumns(item=rice, unit=Unit.of("g"), places=0, both_ends=False)
    assert (columns.columns("id")[0].head, columns.cells(Quantity(400, "g"))) == ("Beras (g)", (400,))


def item(**fields: Any) -> Item:
    given = {
        "code": "cash", "name": Text("Uang", "Cash"), "amount": 5, "unit": "IDR", "per": "person",
        "citation": Citation(regulation="Contoh"),
    }  # fmt: skip
    return Item(**{**given, **fields})


def standard(*items: Item) -> AidStandard:
    package = Package(code="a", name=Text("Bantuan", "Aid"), items=items)
    return attrs.evolve(PEDUM_2003, code="contoh", windows=(), packages=(package,), readings=(), covers="any")


def test_a_range_has_a_column_for_each_end_and_what_is_left_blank_is_a_remark() -> None:
    law = standard(item(amount=Between(2, 3)), item(code="mat", name=Text("Tikar", "Mat"), amount=None, unit="piece"))
    head, row, added = text(tables.write_answers, entitle_all([FLOOD], law))
    assert head[8:10] == ["Uang (Rp), paling sedikit", "Uang (Rp), paling banyak"]
    assert row[8:10] == added[8:10] == ["480", "720"]
    assert row[-1] == "Tikar: tidak disebutkan angkanya"


def test_an_item_without_a_number_in_one_row_is_said_to_be_unknown_there() -> None:
    law = standard(item(), item(code="grave", name=Text("Santunan", "Grant"), per="dead"))
    batch = entitle_all([attrs.evolve(FLOOD, counts={"dead": 2}), FLOOD], law)
    head, first, second, added = text(tables.write_answers, batch)
    assert head[8:10] == ["Uang (Rp)", "Santunan (Rp)"]
    assert (first[8:10], second[8:10], added[8:10]) == (["1200", "10"], ["1200", ""], ["2400", ""])
    assert (first[-1], second[-1]) == ("", "Santunan: tidak diketahui")


def test_places_that_are_not_counted_yet_are_named_beside_the_amounts() -> None:
    places = [Locality(place="Desa A", people=10), Locality(place="Desa B")]
    event = DisasterEvent(hazard="flood", place="x", period="2017-03-01/2017-03-05", localities=places)
    rows = text(tables.write_answers, entitle_all([event], PEDUM_2003, days=7, counted_only=True))
    assert rows[1][4] == "1–5 Maret 2017"
    assert rows[1][8] == "28"
    assert rows[1][-1] == "Belum didata: Desa B"


def test_a_total_says_how_many_events_are_in_it_and_how_many_are_not() -> None:
    batch = entitle_all([FLOOD, attrs.evolve(FLOOD, place="Desa B", hazard="landslide"), FIRE], PEDUM_2003, days=7)
    assert text(tables.write_totals, batch.total)[1] == ["Jumlah", "2", "1", "1344", "20160000"]
    rows = text(tables.write_totals, batch.totals(by="hazard"))
    assert rows[1:] == [
        ["Banjir", "1", "0", "672", "10080000"],
        ["Tanah longsor", "1", "0", "672", "10080000"],
        ["Kebakaran", "0", "1", "", ""],
        ["Jumlah", "2", "1", "1344", "20160000"],
    ]
    written = sheets(tables.write_totals, batch.totals(by="place"))
    assert written.sheetnames == ["Jumlah bantuan", "Sumber", "Tidak terhitung"]
    assert cells(written.active)[1][0] == "Desa Umpang"


def test_groups_are_called_by_what_they_are() -> None:
    batch = entitle_all([FLOOD, "?"], PEDUM_2003, days=7)
    assert [row[0] for row in text(tables.write_totals, batch.totals(by="place.text"))[1:]] == [
        "Desa Umpang",
        "tidak diketahui",
        "Jumlah",
    ]
    by_period = text(tables.write_totals, entitle_all([FLOOD], PEDUM_2003, days=7).totals(by="period"))
    assert by_period[1][0] == "28 Februari 2017"


KUMAI = attrs.evolve(FLOOD, place=Place("Desa Umpang", district="Kumai"))
ARUT = attrs.evolve(KUMAI, place=Place("Desa Runtu", district="Arut Utara"), people=None)


def test_the_column_of_groups_is_headed_by_the_field_that_they_are_of() -> None:
    batch = entitle_all([KUMAI], PEDUM_2003, days=7)
    heads = {
        language: [
            text(tables.write_totals, batch.totals(by), language=language, delimiter=";")[0][0]
            for by in ("place.district", "hazard")
        ]
        for language in ("id", "en")
    }
    assert heads == {"id": ["Kecamatan", "Jenis bencana"], "en": ["District", "Hazard"]}
    for totals in (batch.totals(lambda event: event.place), batch.totals("place.text"), dict(batch.totals("hazard"))):
        assert text(tables.write_totals, totals)[0][0] == "Kelompok"


@pytest.mark.parametrize(
    ("language", "columns", "event"), [("id", ["Jiwa", "Kejadian"], "Kejadian"), ("en", ["People", "Event"], "Event")]
)
def test_what_was_left_out_of_totals_stands_in_the_order_of_the_rows_in_the_words_of_the_sheet(
    language: str, columns: list[str], event: str
) -> None:
    batch = entitle_all([ARUT, KUMAI, "?", attrs.evolve(ARUT, place=KUMAI.place)], PEDUM_2003, days=7)
    written = sheets(tables.write_totals, batch.totals("place.district"), language=language)
    head, *rows = cells(written[written.sheetnames[-1]])
    assert head[3:] == (event,)
    assert [row[0] for row in rows] == [1, 3, 4]
    assert [row[1] for row in rows] == [columns[0], columns[1], columns[0]]
    assert [row[3] for row in rows] == [ARUT.say(language), None, batch.refused[-1].event.say(language)]  # type: ignore[attr-defined]


def test_what_is_called_by_labels_stays_in_the_order_of_the_totals() -> None:
    results = entitle_all([ARUT, attrs.evolve(ARUT, place="Desa B"), ARUT], PEDUM_2003, days=7).results
    batch = Batch(results=[attrs.evolve(each, row=row) for each, row in zip(results, "bca", strict=True)])
    written = sheets(tables.write_totals, batch.totals("place"))
    assert [row[0] for row in cells(written["Tidak terhitung"])[1:]] == ["b", "a", "c"]


def test_the_place_of_a_fault_inside_an_event_is_called_by_its_column() -> None:
    error = InvalidValueError("blank", field="localities[1].people")
    refusal = Refusal(row=3, event=None, error=error)
    written = sheets(tables.write_totals, ReliefTotal(answers=(), left_out=(refusal,)))
    assert cells(written["Tidak terhitung"])[1][:2] == (3, "Jiwa")


def test_a_total_of_ranges_has_both_ends_and_its_sources() -> None:
    added = total([entitle_range(FLOOD, PEDUM_2003)])
    rows = text(tables.write_totals, added)
    assert rows[1] == ["Jumlah", "1", "0", "288", "672", "4320000", "10080000"]
    assert rows[0][3:5] == [
        "Beras (kg), paling sedikit dalam jangka waktu",
        "Beras (kg), paling banyak dalam jangka waktu",
    ]
    assert sheets(tables.write_totals, added).sheetnames == ["Jumlah bantuan", "Sumber"]
    assert text(tables.write_totals, ReliefTotal(answers=()))[1] == ["Jumlah", "0", "0"]


def line(name: str, **fields: Any) -> BudgetLine:
    return BudgetLine(**{"name": name, "ceiling": 100, **fields})


def budget(*lines: BudgetLine) -> Budget:
    return Budget(year=2017, holder="Dinas Sosial Contoh", funding="APBD", lines=lines)


def test_a_budget_is_written_line_by_line_with_its_total() -> None:
    given = budget(
        line("Pegawai", realized=40, kind="indirect", program="A"), line("Modal", realized=50, kind="direct")
    )
    written = sheets(tables.write_budget, given)
    assert cells(written.active) == [
        ("Dinas Sosial Contoh, APBD, tahun 2017", None, None, None, None),
        (None,) * 5,
        ("Uraian", "Jenis belanja (langsung/tidak langsung)", "Program", "Pagu (Rp)", "Realisasi (Rp)"),
        ("Pegawai", "tidak langsung", "A", 100, 40),
        ("Modal", "langsung", None, 100, 50),
        ("Jumlah", None, None, 200, 90),
    ]
    assert written.active.freeze_panes == "A4"
    assert written.sheetnames == ["Anggaran"]


def test_a_title_that_a_spreadsheet_cannot_hold_is_refused() -> None:
    given = Budget(year=2017, holder="Dinas\rSosial", funding="APBD", lines=[line("a")])
    with pytest.raises(InvalidValueError) as refused:
        sheets(tables.write_budget, given)
    assert refused.value.parameters == {"row": 1, "column": "Uraian", "sign": "U+000D"}
    with pytest.raises(InvalidValueError) as refused:
        sheets(tables.write_budget, budget(line("a\rb")))
    assert refused.value.parameters["row"] == 4
    assert text(tables.write_budget, given)[1][0] == "a"


def test_what_was_realised_between_two_amounts_has_a_column_for_each() -> None:
    given = budget(line("a", realized_percent="40.10", ceiling=100_000), line("b", realized=7))
    head, first, second, added = text(tables.write_budget, given)
    assert head == [
        "Uraian", "Pagu (Rp)", "Realisasi (Rp)", "Realisasi paling sedikit (Rp)", "Realisasi paling banyak (Rp)",
        "Realisasi (%)",
    ]  # fmt: skip
    assert first == ["a", "100000", "", "40095", "40104", "40,10"]
    assert second == ["b", "100", "7", "", "", ""]
    assert added == ["Jumlah", "100100", "", "40102", "40111", ""]


@pytest.mark.parametrize(
    ("printed", "held"),
    [("97.04", 97.04), ("97", 97), (97, 97), (Decimal("97.1"), 97.1), ("97.10", "97,10"), ("90", 90)],
)
def test_a_percentage_is_a_number_unless_that_would_lose_a_decimal(printed: Any, held: object) -> None:
    page = sheets(tables.write_budget, budget(line("a", ceiling=1_000_000, realized_percent=printed))).active
    cell = next(cell for cell, head in zip(page[4], page[3], strict=True) if head.value == "Realisasi (%)")
    assert cell.value == held


def test_a_budget_that_is_not_known_line_by_line_has_no_total() -> None:
    given = budget(line("a", ceiling=None, source=Citation(regulation="Laporan")), line("b", realized=3))
    rows = text(tables.write_budget, given)
    assert [row[:3] for row in rows[1:]] == [["a", "tidak diketahui", ""], ["b", "100", "3"], ["Jumlah", "", ""]]
    told = text(
        tables.write_budget, budget(line("a", ceiling=None, realized=3), line("b", ceiling=None, realized_percent="9"))
    )
    assert [row[1] for row in told[1:]] == ["", "", ""]
    assert cells(sheets(tables.write_budget, given)["Sumber"])[1] == ("Laporan", 1)


def test_a_quota_is_written_area_by_area() -> None:
    given = ProgramQuota(
        program="BPNT", year=2018, area="Kab. Contoh", families=10, people=40, budget=99,
        sub_areas={"Kumai": 6, "Aruta": None}, source=Citation(regulation="Laporan"),
    )  # fmt: skip
    rows = cells(sheets(tables.write_quota, given).active)
    assert rows[0][0].endswith(", Kab. Contoh, tahun 2018")
    assert [row[:4] for row in rows[2:]] == [
        ("Wilayah", "KPM", "Jiwa", "Anggaran (Rp)"),
        ("Kumai", 6, None, None),
        ("Aruta", "tidak diketahui", None, None),
        ("Jumlah", 10, 40, 99),
    ]


def test_a_quota_of_people_without_areas_is_one_row() -> None:
    given = ProgramQuota(program="PKH", year=2018, area="Kab. Contoh", people=40)
    assert text(tables.write_quota, given) == [["Wilayah", "Jiwa"], ["Kab. Contoh", "40"]]
    inside = ProgramQuota(program="PKH", year=2018, area="Kab. Contoh", people=40, sub_areas={"A": 40})
    assert text(tables.write_quota, inside)[1:] == [["A", "40"], ["Jumlah", "40"]]


MOTHER = Beneficiary(reference="m", name="Siti", birth_date="1990-05-01", sex="female", pregnant=False, categories=[])
CHILD = Beneficiary(name="Budi", age=6, schooling="primary", categories=["ANAK_TELANTAR", "PENGEMIS"])
FAMILY = Household(reference="f1", members=[MOTHER, CHILD], members_complete=False, livelihood="none", poor=True)


def test_a_household_has_a_row_for_each_member_and_nothing_that_says_who_they_are() -> None:
    rows = text(tables.write_households, [FAMILY, Household(reference="f2", setting="rural")])
    found = [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
    assert [row["Kode rumah tangga"] for row in found] == ["f1", "f1", "f2"]
    assert [row["Anggota ke-"] for row in found] == ["1", "2", ""]
    assert [row["Semua anggota tercatat"] for row in found] == ["tidak", "tidak", "ya"]
    assert [row["Mata pencaharian"] for row in found] == ["tidak ada", "tidak ada", ""]
    assert [row["Hamil"] for row in found] == ["tidak", "", ""]
    assert (found[0]["Kategori PMKS"], found[1]["Kategori PMKS"]) == ("-", "Anak telantar; Pengemis")
    assert (found[1]["Umur (tahun)"], found[1]["Jenjang sekolah"]) == ("6", "SD")
    assert not {"Nama", "Tanggal lahir"} & set(rows[0])
    assert "Siti" not in str(rows)
    assert "1990" not in str(rows)


def test_personal_fields_go_out_where_they_are_asked_for_by_name() -> None:
    named = text(tables.write_households, [FAMILY], personal=iter(["name"]))
    assert named[1][named[0].index("Nama")] == "Siti"
    assert "Tanggal lahir" not in named[0]
    page = sheets(tables.write_households, [FAMILY], personal=True).active
    found = dict(zip((cell.value for cell in page[1]), (cell.value for cell in page[2]), strict=True))
    assert (found["Nama"], found["Tanggal lahir"]) == ("Siti", datetime(1990, 5, 1))
    with pytest.raises(InvalidValueError) as refused:
        text(tables.write_households, [FAMILY], personal=["nik"])
    assert refused.value.field == "personal"


def test_a_refused_cell_of_a_person_holds_nothing_of_them() -> None:
    family = Household(members=[Beneficiary(name="Siti\rAminah")])
    with pytest.raises(InvalidValueError) as refused:
        sheets(tables.write_households, [family], personal="name")
    assert "Siti" not in refused.value.message("id")
    assert refused.value.value is None


def test_every_choice_is_read_back_from_its_words_and_its_code_in_both_languages() -> None:
    for field, codes in CHOICES.items():
        for code in codes:
            assert read_choice(field, code) == code
            for language in ("id", "en"):
                said = say_choice(field, code, language)
                assert said is not None
                assert read_choice(field, f" {said.upper()} ") == code
        assert read_choice(field, "?") is None
        assert say_choice(field, None, "id") is None
    for flag in (True, False):
        assert {read_choice("member.elderly", str(say_choice("member.elderly", flag, it))) for it in ("id", "en")} == {
            flag
        }
    assert read_choice("member.elderly", "?") is None


@attrs.frozen
class Row:
    row: int
    cells: Any = ()
    text: str = ""

    def reason(self, language: str) -> str:
        return f"alasan {self.row}"


@attrs.frozen
class Result:
    rejects: tuple[Row, ...]
    skipped: tuple[Row, ...] = ()


def test_rejects_and_skipped_rows_are_written_to_be_mended() -> None:
    result = Result((Row(6, {"Lokasi": "Desa X", "KK": "1"}),), (Row(9, text="Jumlah 74 246"),))
    written = sheets(tables.write_rejects, result)
    assert cells(written["Baris yang ditolak"]) == [
        ("Baris", "Kolom", "Alasan", "Lokasi", "KK"),
        (6, None, "alasan 6", "Desa X", "1"),
    ]
    assert cells(written["Baris yang dilewati"]) == [
        ("Baris", "Kolom", "Alasan", "Isi baris"),
        (9, None, "alasan 9", "Jumlah 74 246"),
    ]
    assert text(tables.write_rejects, result)[1] == ["6", "", "alasan 6", "Desa X", "1"]


def test_a_head_of_somebody_elses_is_no_live_formula_either() -> None:
    result = Result((Row(6, {"=1+1": "+2"}),))
    assert text(tables.write_rejects, result) == [["Baris", "Kolom", "Alasan", "'=1+1"], ["6", "", "alasan 6", "'+2"]]
    page = sheets(tables.write_rejects, result).active
    assert [(cell.value, cell.data_type, cell.quotePrefix) for cell in page["D"]] == [
        ("=1+1", "s", True),
        ("+2", "s", True),
    ]


def test_where_nothing_was_rejected_the_table_is_empty() -> None:
    assert text(tables.write_rejects, Result(())) == [["Baris", "Kolom", "Alasan"]]
    assert text(tables.write_rejects, [Row(6)])[1] == ["6", "", "alasan 6", ""]


@pytest.mark.parametrize(
    ("write", "field"),
    [
        (tables.write_answers, "batch"),
        (tables.write_totals, "totals"),
        (tables.write_budget, "budget"),
        (tables.write_quota, "quota"),
        (tables.write_households, "households"),
        (tables.write_rejects, "result"),
        (tables.write_events, "events"),
    ],
)
def test_what_a_writer_is_not_for_is_refused_by_name(write: Write, field: str) -> None:
    for other in (3, "x"):
        with pytest.raises(InvalidValueError) as refused:
            write(other, io.StringIO(), format="csv")
        assert str(refused.value.field).startswith(field)


def test_a_year_of_a_published_report_goes_out_as_it_was_read() -> None:
    report = datasets.kotawaringin_barat()
    rows = text(tables.write_events, [*report.fires, *report.natural_disasters])
    assert len({row[0] for row in rows[1:]}) == 24
    assert sum(int(row[rows[0].index("Jiwa")] or 0) for row in rows[1:]) == 54 + 400 + 2220 + 217 + 907 + 10


def test_a_span_of_one_amount_fills_both_ends() -> None:
    columns = ItemColumns(item=item(), unit=Unit.of("IDR"), places=0, both_ends=True)
    assert columns.cells(Quantity(5, "IDR")) == (5, 5)
    assert columns.cells(Span(Quantity(5, "IDR"), Quantity(6, "IDR"))) == (5, 6)
    assert columns.cells(None) == (None, None)


def test_totals_of_groups_name_the_rows_of_a_doubled_event_as_their_table_does() -> None:
    batch = attrs.evolve(entitle_all([FIRE, FLOOD, FIRE, FLOOD], PEDUM_2003, days=3), labels=(2, 5, 6, 17))
    notes = [row[0] for row in cells(sheets(tables.write_totals, batch.totals("place.district"))["Sumber"])]
    assert "Kejadian yang sama dihitung lebih dari sekali, pada baris: 5, 17." in notes


def test_as_separated_values_a_total_that_may_be_wrong_says_why_beside_it() -> None:
    batch = entitle_all([FLOOD, FLOOD, FIRE], PEDUM_2003, days=7)
    notes = "; ".join(batch.total.table("id").notes)
    assert "pada baris: 1, 2" in notes
    *rows, added = text(tables.write_answers, batch)
    assert (rows[1][-1], added[-1]) == ("", notes)
    head, *groups = text(tables.write_totals, batch.totals("hazard"))
    assert [(row[0], row[-1]) for row in (head, *groups)] == [
        ("Jenis bencana", "Keterangan"), ("Banjir", notes), ("Kebakaran", ""), ("Jumlah", notes),
    ]  # fmt: skip
    for write, value in ((tables.write_answers, batch), (tables.write_totals, batch.total)):
        page, sources, *_ = sheets(write, value)
        assert not any(notes in row for row in cells(page))
        assert set(batch.total.table("id").notes) <= {row[0] for row in cells(sources)}


def test_as_separated_values_a_total_goes_on_saying_what_was_not_read() -> None:
    batch = attrs.evolve(entitle_all([FLOOD], PEDUM_2003, days=7), remarks=[Text("MARET tidak dibaca.", "Not read.")])
    for write, value in ((tables.write_answers, batch), (tables.write_totals, batch.total)):
        assert "MARET tidak dibaca." in text(write, value)[-1][-1]
