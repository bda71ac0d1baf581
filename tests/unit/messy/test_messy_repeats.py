"""Blanks below what they may repeat, and sheets beside the one that was read: told, and read where a caller says so."""

from __future__ import annotations

import io
from typing import Any

import pandas as pd
import pytest
from openpyxl import Workbook, load_workbook

from kesos import PEDUM_2003, entitle_all, show, tables
from kesos.errors import InvalidValueError, TableError
from kesos.relief import Batch, total
from kesos.tables import EventReading
from kesos.values import Quantity, Text

HEADS = "Kecamatan;Desa;Jenis;Tanggal;Jiwa"
YEAR = f"""{HEADS}
Kumai;A;Banjir;1-1-2025;10
;B;Banjir;2-1-2025;20
Sub Jumlah;;;;30
;C;Banjir;3-1-2025;5
Lada;D;Banjir;4-1-2025;7
;;;;
;E;Banjir;5-1-2025;8
Jumlah;;;;50
;;;;Kepala Dinas Sosial
;;;;SITI AMINAH
"""


def read(text: str, **options: Any) -> EventReading:
    return tables.read_events(io.StringIO(text), **options)


def districts(reading: EventReading) -> list[tuple[Any, str | None]]:
    return [(row, event.place.district) for row, event in zip(reading.labels, reading.events, strict=True)]


def book(**sheets: list[list[Any]]) -> io.BytesIO:
    made = Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        page = made.create_sheet(name.replace("_", " "))
        for row in rows:
            page.append(row)
    file = io.BytesIO()
    made.save(file)
    return io.BytesIO(file.getvalue())


def test_a_blank_district_is_not_known_and_the_reading_says_so_with_what_can_be_done() -> None:
    reading = read(YEAR)
    assert districts(reading) == [(2, "Kumai"), (3, None), (5, None), (6, "Lada"), (8, None)]
    assert reading.blank_below == (("place.district", "Kecamatan", (3, 5, 8)),)
    said = (
        "Kecamatan kosong pada 3 baris di bawah sel yang terisi (3, 5, 8); belum diketahui apakah mengulang isi di"
        " atasnya."
    )
    assert [remark.id for remark in reading.remarks] == [said]
    assert (
        reading.say("id") == f'5 terbaca, 0 ditolak, 5 dilewati. {said} Bila mengulang: fill_down=("place.district",).'
    )
    assert repr(reading) == (
        "<EventReading: 5 read, 0 rejects, 5 passed over; Kecamatan is blank in 3 rows below a filled cell (3, 5, 8);"
        ' whether it repeats what stands above is not known. If it does: fill_down=("place.district",).>'
    )
    assert reading.table("id").caption == reading.say("id")


def test_blanks_are_filled_down_where_a_caller_says_so_but_not_below_a_total_nor_into_a_signature() -> None:
    reading = read(YEAR, fill_down=["place.district"])
    assert districts(reading) == [(2, "Kumai"), (3, "Kumai"), (5, None), (6, "Lada"), (8, "Lada")]
    assert reading.blank_below == (("place.district", "Kecamatan", (5,)),)
    assert [(each.row, each.kind) for each in reading.skipped] == [
        (4, "total"), (7, "blank"), (9, "total"), (10, "signature"), (11, "signature"),
    ]  # fmt: skip
    assert "1 baris di bawah" in reading.say("id")
    assert "1 row below" in reading.say("en")


def test_a_district_goes_on_from_a_row_that_was_rejected_and_not_into_a_group() -> None:
    text = f"{HEADS}\nKumai;A;Bnajir;1-1-2025;10\n;B;Banjir;2-1-2025;20\nBULAN MEI;;;;\n;C;Banjir;3-5-2025;5\n"
    assert districts(read(text, fill_down=["place.district"])) == [(3, "Kumai"), (5, None)]


def test_a_narrower_column_does_not_go_on_into_another_thing_of_a_wider_one() -> None:
    text = f"""{HEADS}
Kumai;A;Banjir;1-1-2025;10
;;Longsor;2-1-2025;20
Lada;;Banjir;3-1-2025;5
Lada;B;Banjir;4-1-2025;6
Lada;;Longsor;5-1-2025;7
"""
    reading = read(text, fill_down=("place.district", "place"))
    assert [(row, str(event.place)) for row, event in zip(reading.labels, reading.events, strict=True)] == [
        (2, "A"), (3, "A"), (5, "B"), (6, "B"),
    ]  # fmt: skip
    assert [(each.row, each.column, each.error.code) for each in reading.rejects] == [(4, "Desa", "blank")]
    assert 'fill_down=("place",)' in str(reading.rejects[0].error)
    assert reading.rejects[0].error.to_dict("id")["hint"] == "Isi selnya."


@pytest.mark.parametrize(
    ("given", "code"), [("place.district", "wrong_type"), (["people"], "not_a_choice"), (["kecamatan"], "not_a_choice")]
)
def test_only_words_are_filled_down_and_fields_are_named_as_everywhere(given: Any, code: str) -> None:
    with pytest.raises(InvalidValueError) as refused:
        read(YEAR, fill_down=given)
    assert (refused.value.code, str(refused.value.field).partition("[")[0]) == (code, "fill_down")


def test_a_column_that_is_not_there_cannot_be_filled_down() -> None:
    with pytest.raises(TableError) as refused:
        read("Lokasi;Jenis;Tanggal\nA;Banjir;1-1-2025\n", fill_down=["place.district"])
    assert refused.value.field == "columns.place.district"


def test_frames_of_blanks_are_read_the_same_way() -> None:
    frame = pd.DataFrame(
        {"Kecamatan": ["Kumai", None], "Desa": ["A", "B"], "Jenis": "Banjir", "Tanggal": "1-1-2025", "Jiwa": [1, 2]}
    )
    assert districts(tables.read_events(frame)) == [(0, "Kumai"), (1, None)]
    assert districts(tables.read_events(frame, fill_down=["place.district"])) == [(0, "Kumai"), (1, "Kumai")]


def test_no_remark_is_made_where_nothing_stands_above_or_the_district_is_known_otherwise() -> None:
    text = f"{HEADS}\n;A;Banjir;1-1-2025;10\nKumai;B;Banjir;2-1-2025;20\nKec. Lada;;;;\n;C;Banjir;3-1-2025;5\n"
    assert districts(read(text)) == [(2, None), (3, "Kumai"), (5, "Lada")]
    assert read(text).remarks == ()
    empty = f"{HEADS}\n;A;Banjir;1-1-2025;10\n;B;Banjir;2-1-2025;20\n"
    assert read(empty).remarks == ()


def test_a_sum_of_a_group_says_that_counted_events_are_of_no_group_and_each_total_what_was_blank() -> None:
    answers = entitle_all(read(YEAR), PEDUM_2003, days=7)
    [blank] = answers.remarks
    groups = answers.totals("place.district")
    assert groups["Kumai"]["rice"] == Quantity(10 * 7 * 400, "g")
    assert [remark.id for remark in groups["Kumai"].remarks] == [
        blank.id,
        "3 kejadian yang terhitung tidak diketahui kelompoknya; jumlah tiap kelompok mungkin belum lengkap.",
    ]
    assert groups[None].remarks == answers.total.remarks == (blank,)
    for language in ("id", "en"):
        said = [remark.say(language) for remark in groups["Kumai"].remarks]
        assert list(groups["Kumai"].table(language).notes[-2:]) == said
        assert all(each in groups["Kumai"].explain(language).splitlines() for each in said)
        assert list(show(groups, language).notes[-2:]) == said
        assert show([answers.total], language).notes[-1] == answers.table(language).notes[-1] == said[0]
    assert "2 remarks" in repr(groups["Kumai"])
    assert repr(answers) == f"<Batch of 5 rows: 5 answers, 0 refused; {blank.en}>"
    assert total(groups.values()).remarks == groups["Kumai"].remarks
    whole = entitle_all(read(YEAR, fill_down=["place.district"]).events[:2], PEDUM_2003, days=7)
    assert [added.remarks for added in whole.totals("place.district").values()] == [()]
    assert whole.totals(lambda event: None)[None].remarks == ()


def test_written_totals_and_answers_list_the_remarks() -> None:
    answers = entitle_all(read(YEAR), PEDUM_2003, days=7)
    for write, given in (
        (tables.write_totals, answers.totals("place.district")),
        (tables.write_answers, answers),
    ):
        file = io.BytesIO()
        write(given, file, format="xlsx")
        cells = [cell.value for page in load_workbook(io.BytesIO(file.getvalue())) for row in page for cell in row]
        assert answers.remarks[0].id in cells


@pytest.mark.parametrize("remarks", ["x", [1]])
def test_what_is_no_remark_is_refused(remarks: Any) -> None:
    class Rows:
        def rows(self) -> list[Any]:
            return []

    rows = Rows()
    rows.remarks = remarks  # type: ignore[attr-defined]
    with pytest.raises(InvalidValueError) as refused:
        entitle_all(rows, PEDUM_2003)
    assert "remarks" in str(refused.value.field)
    assert Batch(results=[], remarks=[Text("a", "b")]).remarks == (Text("a", "b"),)


MONTH = [
    ["DATA BENCANA"],
    ["No", "Kecamatan", "Desa", "Jenis", "Tanggal", "Jiwa"],
    [1, "Kumai", "A", "Banjir", "1-1-2025", 10],
    [None, "Jumlah", None, None, None, 10],
]


def months() -> io.BytesIO:
    february = [["Jiwa", "Desa", "Jenis", "Tanggal", "Kecamatan"], [20, "B", "Bnajir", "3-2-2025", "Lada"]]
    february += [[30, "C", "Banjir", "4-2-2025", "Lada"], [None, "C", "Longsor", "5-2-2025", None]]
    recap = [["Kecamatan", "Jumlah Kejadian"], ["Kumai", 1]]
    return book(JANUARI=MONTH, REKAP=recap, FEBRUARI_2025=february, Kosong=[[]])


def test_other_sheets_with_such_a_table_are_named_and_others_only_listed() -> None:
    reading = tables.read_events(months())
    assert reading.other_sheets == ("REKAP", "FEBRUARI 2025", "Kosong")
    assert reading.alike_sheets == ("FEBRUARI 2025",)
    said = "Lembar lain dengan tabel serupa tidak dibaca: FEBRUARI 2025."
    assert (
        reading.say("id") == f'1 terbaca, 0 ditolak, 2 dilewati. {said} Baca semua: sheet=("JANUARI", "FEBRUARI 2025").'
    )
    assert entitle_all(reading, PEDUM_2003, days=7).total.remarks == reading.remarks == (
        Text(said, "Other sheets with such a table were not read: FEBRUARI 2025."),
    )  # fmt: skip
    assert tables.read_events(months(), sheet="JANUARI").remarks == ()


def test_rows_that_kesos_left_out_and_sheets_whose_heads_are_doubled_are_no_such_tables() -> None:
    reading = read(f"{HEADS}\nKumai;A;Banjir;1-1-2025;10\nKumai;B;Bnajir;2-1-2025;5\n")
    file = io.BytesIO()
    tables.write_events(reading.events, file, format="xlsx", left_out=reading.rejects)
    back = tables.read_events(io.BytesIO(file.getvalue()))
    assert (back.other_sheets, back.alike_sheets) == (("Tidak terhitung",), ())
    doubled = [["Desa", "Jenis", "Tanggal", "Jiwa", "Jiwa"], ["A", "Banjir", "1-1-2025", 1, 2]]
    assert tables.read_events(book(A=MONTH, B=doubled)).alike_sheets == ()


def test_several_sheets_are_read_as_one_each_by_its_head_and_its_rows_are_called_by_it() -> None:
    reading = tables.read_events(months(), sheet=("JANUARI", "FEBRUARI 2025"))
    assert reading.labels == ("JANUARI!3", "'FEBRUARI 2025'!3", "'FEBRUARI 2025'!4")
    assert [event.people for event in reading.events] == [10, 30, None]
    assert [each.row for each in reading.rejects] == ["'FEBRUARI 2025'!2"]
    assert [(each.row, each.kind) for each in reading.skipped] == [("JANUARI!1", "title"), ("JANUARI!4", "total")]
    assert reading.sheet == "JANUARI, FEBRUARI 2025"
    assert (reading.other_sheets, reading.alike_sheets) == ((), ())
    assert reading.blank_below == (("place.district", "Kecamatan", ("'FEBRUARI 2025'!4",)),)
    assert entitle_all(reading, PEDUM_2003, days=7).total["rice"] == Quantity(40 * 7 * 400, "g")
    assert tables.read_events(source=months(), sheet=["JANUARI"]).labels == ("JANUARI!3",)


@pytest.mark.parametrize(
    ("sheets", "code"),
    [
        ((), "no_sheets"),
        (("JANUARI", "JANUARI"), "duplicate"),
        (("JANUARI", "MEI"), "no_such_sheet"),
        (("JANUARI", 3), "not_a_text"),
        (7, "wrong_type"),
    ],
)
def test_what_names_no_several_sheets_is_refused(sheets: Any, code: str) -> None:
    with pytest.raises((TableError, InvalidValueError)) as refused:
        tables.read_events(months(), sheet=sheets)
    assert (refused.value.code, str(refused.value.field).partition("[")[0]) == (code, "sheet")


def test_a_file_without_sheets_has_no_several_and_a_quota_is_of_one() -> None:
    with pytest.raises(TableError) as refused:
        read(YEAR, sheet=("A", "B"))
    assert refused.value.code == "no_sheets"
    with pytest.raises(InvalidValueError) as refused_quota:
        tables.read_quota(months(), program="PKH", year=2025, area="Kabupaten Contoh", sheet=["JANUARI", "REKAP"])
    assert refused_quota.value.field == "sheet"


def test_a_family_on_two_sheets_of_a_list_is_refused() -> None:
    rows = [["Kode keluarga", "Desa"], ["kk-1", "A"]]
    listed = tables.read_registry(
        book(A=rows, B=rows), name="DTKS", area="Kabupaten Contoh", on="2025-01-01", sheet=("A", "B")
    )
    assert listed.labels == ("A!2", "B!2")
    with pytest.raises(InvalidValueError) as refused:
        _ = listed.registry
    assert refused.value.field == "families"


def test_rows_of_a_frame_are_called_by_whatever_its_index_says() -> None:
    columns = {"Kecamatan": ["Kumai", None, None], "Desa": ["A", "B", "C"], "Jenis": "Banjir", "Tanggal": "1-1-2025"}
    frame = pd.DataFrame(columns, index=["x", "", -3])
    assert tables.read_events(frame).blank_below == (("place.district", "Kecamatan", ("", -3)),)


@pytest.mark.parametrize(
    ("field", "given"), [("blank_below", [["a", "b"]]), ("part_of", [[1.5, 2]]), ("alike_sheets", [3])]
)
def test_what_is_no_part_of_a_reading_is_refused(field: str, given: Any) -> None:
    with pytest.raises(InvalidValueError) as refused:
        EventReading(entries=(), **{field: given})
    assert str(refused.value.field).startswith(field)


def test_a_blank_reference_of_a_household_or_number_of_an_event_is_told_since_rows_may_belong_together() -> None:
    sheet = "Kode rumah tangga;Kode anggota;Umur\nr1;a1;40\n;a2;12\nr2;a3;5\n"
    told = tables.read_households(io.StringIO(sheet))
    assert told.blank_below == (("household.reference", "Kode rumah tangga", (3,)),)
    sure = tables.read_households(io.StringIO(sheet), fill_down=["household.reference"])
    assert ([len(each.members) for each in sure.households], sure.remarks) == ([2, 1], ())
    heads = "No. kejadian;Jenis;Tanggal;Lokasi;Desa terdampak;Jiwa"
    rows = "k1;Banjir;1-1-2025;Kumai;A;10\n;Banjir;1-1-2025;Kumai;B;20"
    assert read(f"{heads}\n{rows}").blank_below == (("number", "No. kejadian", (3,)),)
    [joined] = read(f"{heads}\n{rows}", fill_down=["number"]).events
    assert [place.people for place in joined.localities] == [10, 20]


def test_two_spellings_of_one_area_are_never_two_areas_of_a_quota() -> None:
    for other in ("kumai", " KUMAI ", "Kec. Kumai"):
        rows = f"Kecamatan;KPM\nKumai;10\nArut Selatan;5\n{other};7\n"
        reading = tables.read_quota(io.StringIO(rows), program="BPNT", year=2018, area="Contoh")
        with pytest.raises(InvalidValueError) as caught:
            reading.quota  # noqa: B018
        assert caught.value.code == "duplicate"
        assert "Kumai" in caught.value.to_dict("id")["message"]
