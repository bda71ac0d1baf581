"""The report of a year: the figures of a published one from its events alone, and a letter's table in words."""

from __future__ import annotations

import io
from typing import Any

import attrs
import openpyxl
import pytest

from kesos import PEDUM_2003, charts, datasets, entitle, entitle_all, standards, tables
from kesos.errors import InvalidValueError
from kesos.events import Damage, DisasterEvent
from kesos.relief import entitle_range, total
from kesos.standards import dumps_standard, loads_standard
from kesos.tables._letter import in_words
from kesos.tables._year_rows import _letter
from kesos.values import Citation, Place, Quantity, Span, Text

REPORT = datasets.kotawaringin_barat()
EVENTS = (*REPORT.fires, *REPORT.natural_disasters)
AREA = "Kab. Kotawaringin Barat"
YEAR = tables.year_report(EVENTS, PEDUM_2003, year=2017, area=AREA)
COLUMNS = ("heavy", "light", "houses", "businesses", "public_facilities")


def pages(report: tables.YearReport, language: str = "id") -> dict[str, list[tuple[Any, ...]]]:
    file = io.BytesIO()
    report.to_xlsx(file, language=language)
    book = openpyxl.load_workbook(io.BytesIO(file.getvalue()))
    return {page.title: [tuple(cell.value for cell in row) for row in page] for page in book}


def printed(number: str) -> list[tuple[Any, ...]]:
    """What each row of a published table says, from the damage on."""
    found = []
    for row in REPORT.table(number).rows:
        values = {code: row[code].value for code in (*COLUMNS, "families", "people")}
        amounts = {code: "-" if value is None else value.amount for code, value in values.items()}
        struck = "-" if amounts["people"] == "-" else f"{amounts['families']}/{amounts['people']:,}".replace(",", ".")
        found.append((*(amounts[code] for code in COLUMNS), struck))
    return found


@pytest.mark.parametrize("number", ["18", "19"])
def test_rows_subtotals_and_totals_are_those_that_were_printed(number: str) -> None:
    rows = pages(YEAR)[f"Tabel {number}"][6:]
    of = len(printed(number))
    assert [(*row[3:8], row[9]) for row in rows[:of]] == printed(number)
    assert rows[of] == (None,) * 10


def test_the_head_is_that_of_the_form() -> None:
    file = io.BytesIO()
    YEAR.to_xlsx(file)
    page = openpyxl.load_workbook(io.BytesIO(file.getvalue()))["Tabel 18"]
    rows = [tuple(cell.value for cell in row) for row in page]
    assert [row[0] for row in rows[:3]] == ["Tabel 18", f"Data Bencana Kebakaran {AREA} Tahun 2017", None]
    assert rows[3] == (
        "No", "Lokasi", "Tanggal", "Jenis dan Jumlah Kerusakan Bangunan", None, None, None, None,
        "Taksiran Kerugian dan Korban", None,
    )  # fmt: skip
    assert rows[4][3:] == (
        "Rusak Berat", "Rusak Ringan", "RMH", "Tempat Usaha", "Kantor/Fasilitas Umum", "Taksiran Kerugian (Rp)",
        "KK/Jiwa",
    )  # fmt: skip
    assert rows[5] == tuple(str(number) for number in range(1, 11))
    merged = {str(cells) for cells in page.merged_cells.ranges}
    assert merged == {"A4:A5", "B4:B5", "C4:C5", "D4:H4", "I4:J4"}
    assert page.freeze_panes == "A7"
    assert page["B22"].font.bold
    assert not page["B21"].font.bold
    assert page["D21"].alignment.horizontal is None
    assert page["E21"].alignment.horizontal == "right"


def test_groups_are_named_by_hazard_and_district() -> None:
    named = [(row[0], row[1]) for row in pages(YEAR)["Tabel 19"][6:] if row[0] in tuple("ABCDEF")]
    assert named == [
        ("A", "Bencana Banjir di Wilayah Kec. Arut Selatan"),
        ("B", "Bencana Banjir di Wilayah Kec. Arut Utara"),
        ("C", "Bencana Banjir di Wilayah Kec. Pangkalan Banteng"),
        ("D", "Bencana Banjir di Wilayah Kec. Kotawaringin Lama"),
        ("E", "Bencana Angin Puting Beliung di Wilayah Kec. Kumai"),
    ]


def test_a_loss_that_is_not_known_is_said_to_be_so_in_the_total() -> None:
    assert pages(YEAR)["Tabel 18"][21][8] == "60.000.000 (14 tidak diketahui)"
    known = [attrs.evolve(REPORT.fires[1], loss=loss) for loss in (5, 6)]
    assert pages(tables.year_report(known, year=2017, area=AREA))["Tabel 18"][8][8] == 11
    none = pages(tables.year_report(REPORT.fires[:1], year=2017, area=AREA))
    assert none["Tabel 18"][7][8] == "Tidak diketahui"


def test_the_aid_stands_under_them_with_what_is_not_in_it() -> None:
    batch = entitle_all(REPORT.natural_disasters, PEDUM_2003, days="maximum")
    rows = pages(YEAR)["Bantuan"]
    assert rows[2][:5] == (
        "Jenis Bencana",
        "Kejadian",
        "Jiwa",
        "Beras (kg), paling sedikit dalam jangka waktu",
        "Beras (kg), paling banyak dalam jangka waktu",
    )
    assert rows[3][:3] == ("Banjir", 7, 3_744)
    assert rows[5][0] == "Jumlah"
    assert rows[5][1:3] == (9, 3_754)
    assert Quantity(str(rows[5][4]), "kg") == batch.total["rice"]
    assert rows[5][6] == batch.total["side_dishes"].amount  # type: ignore[union-attr]
    assert any(str(row[0]).startswith("Kebakaran: 15 kejadian tidak terhitung; ") for row in rows)


def test_with_a_number_of_days_the_aid_is_one_amount() -> None:
    report = tables.year_report(EVENTS, PEDUM_2003, year=2017, area=AREA, days="minimum")
    rows = pages(report)["Bantuan"]
    assert rows[2] == ("Jenis Bencana", "Kejadian", "Jiwa", "Beras (kg)", "Permakanan/lauk pauk (Rp)")
    assert report.aid is not None
    assert Quantity(str(rows[5][3]), "kg") == report.aid["rice"]
    assert len(report.aid.left_out) == 15


def test_a_number_of_days_that_is_none_is_refused() -> None:
    with pytest.raises(InvalidValueError) as refused:
        tables.year_report(EVENTS, PEDUM_2003, year=2017, area=AREA, days="always").html()
    assert refused.value.field == "days"


def test_without_an_answer_the_table_of_aid_has_only_its_notes() -> None:
    rows = pages(tables.year_report(REPORT.fires, PEDUM_2003, year=2017, area=AREA))["Bantuan"]
    assert rows[2] == ("Jenis Bencana", "Kejadian", "Jiwa")
    assert not any(row[0] == "Jumlah" for row in rows)
    assert any(str(row[0]).startswith("Kebakaran: 15 kejadian") for row in rows)


def test_without_a_standard_there_is_no_table_of_aid() -> None:
    report = tables.year_report(EVENTS, year=2017, area=AREA)
    assert list(pages(report)) == ["Tabel 18", "Tabel 19"]
    assert report.aid is None


def test_events_of_other_years_are_counted_and_not_shown() -> None:
    late = attrs.evolve(EVENTS[0], period="2018-01-01")
    report = tables.year_report([late, *EVENTS], year=2017, area=AREA)
    assert (report.elsewhen, len(report.of_the_year)) == ((late,), 24)
    assert report.markdown().endswith("1 kejadian di luar tahun 2017 tidak dimuat.")
    assert "tidak dimuat" not in YEAR.markdown()


def test_a_year_without_disasters_has_an_empty_table() -> None:
    assert pages(tables.year_report([], year=2017, area=AREA))["Tabel 19"][6:] == []


def test_what_the_law_calls_neither_natural_nor_fire_has_a_table_of_its_own() -> None:
    conflict = DisasterEvent(hazard="social_conflict", place="Desa A", period="2017-05-01", people=3)
    haze = DisasterEvent(hazard="haze", place="Desa A", period="2017-05-01", people=3)
    found = pages(tables.year_report([conflict, haze], year=2017, area=AREA))
    assert list(found) == ["Tabel 19", "Lainnya"]
    assert found["Tabel 19"][6][1] == "Bencana Kabut Asap"
    assert found["Lainnya"][0][0] == f"Data Bencana Nonalam dan Sosial {AREA} Tahun 2017"
    assert found["Lainnya"][5][1:] == (
        "Bencana Konflik Sosial", None, "-", "-", "-", "-", "-", "Tidak diketahui", "-/3"
    )  # fmt: skip
    assert list(pages(tables.year_report([conflict], year=2017, area=AREA))) == ["Lainnya"]


def test_a_note_on_dashes_stands_where_there_are_any() -> None:
    full = DisasterEvent(
        hazard="flood", place="Desa A", period="2017-05", people=3,
        damage=Damage(heavy=0, light=0, houses=0, businesses=0, public_facilities=0),
    )  # fmt: skip
    assert "Tanda" not in tables.year_report([full], year=2017, area=AREA).markdown()
    assert 'Tanda "-"' in YEAR.markdown()


def of_form(*counts: dict[str, Any], hazard: str = "flood", **more: Any) -> tuple[list[tuple[Any, ...]], list[str]]:
    """The cells of damage of a table of the form, row by row, and its notes."""
    events = [
        DisasterEvent(hazard=hazard, place=f"Desa {at}", period="2017-05-01", people=99, counts=each)
        for at, each in enumerate(counts, 1)
    ]
    rows, *_ = pages(tables.year_report(events, year=2017, area=AREA, **more)).values()
    body = rows[6:]
    end = next(at for at, row in enumerate(body) if row == (None,) * 10)
    return [row[3:8] for row in body[:end]], [str(row[0]) for row in body[end + 1 :]]


HOUSES_ONLY = "Rusak Berat dan Rusak Ringan{}: rumah saja; bangunan lain tidak dilaporkan menurut kedua tingkat itu."
OPEN_HOUSES = "Jumlah rumah (RMH) pada baris {} belum diketahui: tidak semua tingkat kerusakannya dilaporkan."
BESIDES = "Diketahui, tetapi tidak ada kolomnya dalam tabel ini: {}."


def test_houses_by_degree_stand_in_the_form_and_a_degree_without_a_column_in_a_note() -> None:
    heavy, moderate, light = 3, 1, 2
    rows, notes = of_form({"house": {"heavy": heavy, "moderate": moderate, "light": light}})
    row = (heavy, light, heavy + moderate + light, "-", "-")
    assert rows == [row, row]
    assert notes[1:] == [HOUSES_ONLY.format(""), BESIDES.format("rumah (rusak sedang): 1 (baris A1)")]


def test_a_sheet_with_houses_by_degree_is_read_into_the_form() -> None:
    sheet = "Desa;Jenis;Tanggal;Jiwa;Rumah Rusak;;\n;;;;Berat;Sedang;Ringan\nA;Kebakaran;1-1-2017;17;4;5;1\n"
    read = tables.read_events(io.StringIO(sheet))
    rows = pages(tables.year_report(read.events, year=2017, area=AREA))["Tabel 18"]
    assert rows[6][3:8] == rows[7][3:8] == (4, 1, 4 + 5 + 1, "-", "-")
    assert BESIDES.format("rumah (rusak sedang): 5 (baris 1)") in [row[0] for row in rows]


def test_buildings_that_are_moderately_damaged_are_in_a_note_beside_those_in_columns() -> None:
    rows, notes = of_form(
        {"building": {"heavy": 4, "moderate": 3, "light": 1}}, {"building": {"heavy": 2, "moderate": 5}}
    )
    assert rows == [(6, 1, "-", "-", "-"), (4, 1, "-", "-", "-"), (2, "-", "-", "-", "-")]
    assert notes[1:] == [BESIDES.format("bangunan (rusak sedang): 8 (baris A1: 3, baris A2: 5)")]


def test_where_buildings_are_told_by_degree_houses_by_degree_are_in_the_note() -> None:
    rows, notes = of_form({"building": {"heavy": 9}, "house": {"heavy": 4, "light": 2}}, {"house": {"light": 1}})
    assert rows[1:] == [(9, "-", "-", "-", "-"), ("-", 1, "-", "-", "-")]
    assert notes[1:] == [
        HOUSES_ONLY.format(" pada baris A2"),
        OPEN_HOUSES.format("A1, A2"),
        BESIDES.format("rumah (rusak berat): 4 (baris A1); rumah (rusak ringan): 2 (baris A1)"),
    ]


def test_a_degree_that_is_not_known_leaves_the_houses_unknown_and_the_others_known() -> None:
    rows, notes = of_form({"house": {"heavy": 4, "light": None}, "building": {"moderate": 2}})
    assert rows[1] == (4, "-", "-", "-", "-")
    assert notes[2:] == [OPEN_HOUSES.format("A1"), BESIDES.format("bangunan (rusak sedang): 2 (baris A1)")]


def test_houses_by_one_degree_are_not_the_number_of_houses() -> None:
    rows, notes = of_form({"house": {"heavy": 1}}, {"house": {"heavy": 1, "moderate": 2, "light": 3}})
    assert rows == [(2, 3, 6, "-", "-"), (1, "-", "-", "-", "-"), (1, 3, 6, "-", "-")]
    assert OPEN_HOUSES.format("A1") in notes
    told = DisasterEvent(
        hazard="flood", place="A", period="2017-05-01", damage=Damage(houses=3), counts={"house": {"heavy": 3}}
    )
    assert pages(tables.year_report([told], year=2017, area=AREA))["Tabel 19"][7][3:6] == (3, "-", 3)


def test_whatever_else_is_known_and_has_no_column_is_in_the_note_and_what_is_unknown_is_not() -> None:
    counts = {"dead": 1, "missing": None, "house_flooded": Span(5, 6), "business": 2, "public_facility": 0, "cow": 7}
    rows, notes = of_form(counts, hazard="fire")
    assert rows[0] == ("-", "-", "-", 2, 0)
    assert notes[1] == BESIDES.format("meninggal dunia: 1 (baris 1); rumah terendam: 5 – 6 (baris 1); cow: 7 (baris 1)")


def test_a_range_of_houses_stays_one_in_the_form_and_in_its_total() -> None:
    rows, _ = of_form({"house": Span(3, 5)}, {"house": 2})
    assert [row[2] for row in rows] == ["5 – 7", "3 – 5", 2]


def test_a_measure_is_no_number_of_houses() -> None:
    rows, notes = of_form({"house": Quantity(20, "m2")})
    assert rows[1] == ("-",) * 5
    assert notes[1] == BESIDES.format("rumah: 20 m² (baris A1)")


def test_a_count_that_a_standard_brings_along_has_its_name_in_the_note() -> None:
    standard = standards.PERKA_BNPB_7_2008
    count = standard.counts[0]
    _, notes = of_form({count.code: 2, "cow": 1}, standard=standard)
    assert BESIDES.format(f"{count.say('id')}: 2 (baris A1); cow: 1 (baris A1)") in notes


def test_of_many_rows_with_something_besides_ten_are_named_and_all_are_counted() -> None:
    _, notes = of_form(*[{"dead": number} for number in range(1, 13)])
    named = ", ".join(f"baris A{number}: {number}" for number in range(1, 11))
    assert notes[1] == BESIDES.format(f"meninggal dunia: {sum(range(1, 13))} ({named}, … (+2))")


SHEET = """Desa;Jenis;Tanggal;Jiwa;Kecamatan
Desa X;Kebakaran;1-1-2017;2;Kumai
Desa W;Bnajir;28-02-2017;240;Kumai
Desa A;Banjir;28-02-2017;240;Kumai
Desa B;Banjir;31-02-2017;;Kumai
Desa A;Banjir;28-2-2017;240;Kumai
"""
REJECTED = '2 baris ditolak dan belum termuat; lihat "Baris yang ditolak".'


def test_what_a_reader_made_of_a_table_is_reported_with_the_rows_that_it_rejected() -> None:
    read = tables.read_events(io.StringIO(SHEET))
    report = tables.year_report(read, PEDUM_2003, year=2017, area=AREA)
    assert (report.events, report.labels) == (read.events, read.labels)
    found = pages(report)
    assert list(found) == ["Tabel 18", "Tabel 19", "Bantuan", "Baris yang ditolak"]
    assert found["Baris yang ditolak"][2:] == [
        ("Baris", "Alasan"),
        *((each.row, each.reason("id")) for each in read.rejects),
    ]
    assert [row for row, _ in report.rejects] == [3, 5]
    assert all(REJECTED in [row[0] for row in found[name]] for name in ("Tabel 18", "Tabel 19", "Bantuan"))
    assert 'Rejected rows that are not in it: 2; see "Rejected rows".' in report.markdown("en")
    assert "ditolak" not in YEAR.markdown()


class Remarked:
    """Rows of which something has to be known as a whole."""

    remarks = (Text("Lembar FEBRUARI tidak dibaca.", "The sheet FEBRUARI was not read."),)

    def rows(self) -> list[tuple[int, DisasterEvent]]:
        return [(2, REPORT.fires[0]), (3, REPORT.natural_disasters[0])]


def test_what_has_to_be_known_of_all_rows_stands_under_every_table() -> None:
    report = tables.year_report(Remarked(), PEDUM_2003, year=2017, area=AREA)
    found = pages(report)
    assert list(found) == ["Tabel 18", "Tabel 19", "Bantuan"]
    assert all(rows[-1][0] == "Lembar FEBRUARI tidak dibaca." for rows in found.values())
    assert report.markdown("en").count("The sheet FEBRUARI was not read.") == 3
    assert report.labels == (2, 3)
    said = charts.disasters(Remarked()).to_dict()["title"]["subtitle"]
    assert said[1:] == ["Lembar FEBRUARI tidak dibaca."]


@pytest.mark.parametrize("days", [None, 3])
def test_an_event_that_is_there_twice_is_named_by_the_rows_of_its_table(days: int | None) -> None:
    report = tables.year_report(tables.read_events(io.StringIO(SHEET)), PEDUM_2003, year=2017, area=AREA, days=days)
    notes = {name: [row[0] for row in rows] for name, rows in pages(report).items()}
    assert "Kejadian yang sama dihitung lebih dari sekali, pada baris: 4, 6." in notes["Bantuan"]
    assert "Kejadian yang sama termuat lebih dari sekali: A1, A2 (baris 4, 6 pada daftar asalnya)." in notes["Tabel 19"]
    assert not any("lebih dari sekali" in str(note) for note in notes["Tabel 18"])
    assert report.aid is not None
    assert [each.row for each in report.aid.left_out] == [2]


def test_places_of_one_event_are_not_the_same_event_twice() -> None:
    flood = REPORT.natural_disasters[0]
    assert len(flood.localities) > 1
    assert "lebih dari sekali" not in tables.year_report([flood], year=2017, area=AREA).markdown()
    twice = tables.year_report([EVENTS[0], flood, flood], year=2017, area=AREA).markdown()
    assert "lebih dari sekali: A1, A3 (baris 1, 2 pada daftar asalnya)." in twice


def test_answers_are_reported_by_their_events_those_that_got_none_too() -> None:
    read = tables.read_events(io.StringIO(SHEET))
    batch = entitle_all(read, PEDUM_2003, days=3)
    of_batch, of_read = (tables.year_report(each, year=2017, area=AREA) for each in (batch, read))
    assert (of_batch.events, of_batch.labels) == (of_read.events, of_read.labels)
    assert [row for row, _ in of_batch.rejects] == [3, 5]
    assert of_batch.rejects[0][1].id.startswith("Jenis bencana 'Bnajir' tidak dikenal")


def test_plain_values_are_events_and_what_is_none_is_refused_by_its_row() -> None:
    report = tables.year_report([EVENTS[0].to_dict(), {"hazard": "flood"}], year=2017, area=AREA)
    assert (report.events, [row for row, _ in report.rejects]) == (EVENTS[:1], [1])
    with pytest.raises(InvalidValueError) as refused:
        tables.year_report([EVENTS[0], 3], year=2017, area=AREA)  # type: ignore[list-item]
    assert refused.value.field == "events[1]"


def test_a_place_is_written_with_its_district_once() -> None:
    fire = DisasterEvent(hazard="fire", place=Place("Pasar, kec. kumai", district="Kumai"), period="2017-05-01")
    words = ("Kumai Hulu", "Kecamatan Kumai", "Desa Kumai", "Pasar, Kec.Kumai")
    others = [attrs.evolve(fire, place=Place(each, district="Kumai")) for each in words]
    rows = pages(tables.year_report([fire, *others], year=2017, area=AREA))["Tabel 18"]
    assert [row[1] for row in rows[6:11]] == [
        "Pasar, kec. kumai", "Kumai Hulu, Kec. Kumai", "Kecamatan Kumai", "Desa Kumai, Kec. Kumai", "Pasar, Kec.Kumai"
    ]  # fmt: skip


def test_the_tables_have_the_numbers_that_the_office_gives_them() -> None:
    assert list(pages(tables.year_report(EVENTS, year=2017, area=AREA, numbers=("4.1", "4.2")))) == [
        "Tabel 4.1",
        "Tabel 4.2",
    ]


def test_a_note_that_a_spreadsheet_cannot_hold_is_refused_by_its_row() -> None:
    fire = DisasterEvent(hazard="fire", place="Desa A", period="2017-05-01", reported_by="Camat\rKumai")
    with pytest.raises(InvalidValueError) as refused:
        pages(tables.year_report([fire], year=2017, area=AREA))
    assert refused.value.parameters == {"row": 10, "column": "No", "sign": "U+000D"}


def test_a_number_that_no_tab_can_bear_is_written_with_blanks() -> None:
    assert list(pages(tables.year_report(EVENTS[:1], year=2017, area=AREA, numbers=("IV/18", "IV:19")))) == [
        "Tabel IV 18"
    ]


def test_the_report_speaks_english_too() -> None:
    said = YEAR.markdown("en")
    assert "Flood in the district of Arut Selatan" in said
    assert "28 Feb 2017" in said
    assert list(pages(YEAR, "en")) == ["Table 18", "Table 19", "Aid"]


def test_html_and_markdown_hold_every_cell_and_no_markup_of_a_place() -> None:
    fire = DisasterEvent(
        hazard="fire", place="<b>Pasar|Raya*\nA", period="2017-05-01", people=1_234, reported_by="Camat"
    )
    report = tables.year_report([fire], year=2017, area=AREA)
    html, markdown = report.html(), report.markdown()
    assert "<b>" not in html
    assert html.startswith('<div class="kesos" style="overflow-x:auto"><table')
    assert '<td style="text-align:left;white-space:nowrap">01-05-2017</td>' in html
    assert "&lt;b&gt;Pasar|Raya*\nA" in html
    assert "\\<b\\>Pasar\\|Raya\\* A" in markdown
    assert "-/1.234" in html
    assert "-/1.234" in markdown
    assert '<th colspan="5">Jenis dan Jumlah Kerusakan Bangunan</th>' in html
    assert '<th rowspan="2">Lokasi</th>' in html
    assert "Sumber: Laporan Camat" in html
    assert report._repr_html_() == html
    aid = YEAR.html()[YEAR.html().index("Jenis Bencana") - 100 :]
    assert "<th>Jenis Bencana</th><th>Kejadian</th>" in aid


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"events": 3}, "events"),
        ({"year": "2017"}, "year"),
        ({"area": ""}, "area"),
        ({"standard": "pedum"}, "standard"),
        ({"numbers": ("1",)}, "numbers"),
        ({"labels": (1, 2)}, "labels"),
        ({"rejects": ((1, "?"),)}, "rejects"),
        ({"remarks": ("?",)}, "remarks[0]"),
    ],
)
def test_what_makes_no_report_is_refused_by_name(fields: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidValueError) as refused:
        tables.YearReport(**{"events": EVENTS, "year": 2017, "area": AREA, **fields})
    assert refused.value.field == field


def test_groups_past_the_alphabet_go_on_as_columns_do() -> None:
    assert [_letter(number) for number in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


FLOOD = DisasterEvent(hazard="flood", place="Kelurahan Pangkut", period="2017-02-25", people=860)


def test_a_letter_says_each_amount_in_figures_and_in_words() -> None:
    answer = entitle(FLOOD, PEDUM_2003, days=7, recipients={"sarong": 30, "plates": 2})
    view = tables.letter_table(answer)
    assert view.header == ("No", "Jenis Bantuan", "Jumlah", "Terbilang", "Dasar")
    assert view.rows[0] == ("1.", "Beras", "2.408 kg", "dua ribu empat ratus delapan kilogram", "huruf a angka 1")
    assert view.rows[2][2:4] == ("30 potong", "tiga puluh potong")
    assert view.rows[3][1:4] == ("Piring melamin/plastik", *["tidak disebutkan angkanya"] * 2)
    assert view.notes == answer.table("id").notes
    assert tables.letter_table(answer, "en").rows[0][3] == "two thousand four hundred eight kilograms"


def test_a_letter_says_under_which_clause_each_item_is_given() -> None:
    answer = entitle(FLOOD, PEDUM_2003, days=7, recipients={"sarong": 30, "plates": 2})
    clauses = ["huruf a angka 1", "huruf a angka 2", "huruf c angka 1", "huruf d angka 7"]
    view = tables.letter_table(answer)
    assert [row[4] for row in view.rows] == clauses
    assert all(f"{PEDUM_2003.source.regulation}, {clause} " in answer.explain() for clause in clauses)
    assert tables.letter_table(answer, "en").header[4] == "Clause"
    for shown in (total([answer, answer]), entitle_range(FLOOD, PEDUM_2003), total([entitle_range(FLOOD, PEDUM_2003)])):
        assert [row[4] for row in tables.letter_table(shown).rows][:2] == clauses[:2]


def test_a_letter_on_answers_by_two_standards_names_the_regulation_of_each_clause() -> None:
    cited = Citation(regulation="Peraturan Contoh")
    other = attrs.evolve(
        PEDUM_2003,
        code="contoh",
        source=cited,
        packages=[
            attrs.evolve(each, items=[attrs.evolve(item, citation=cited) for item in each.items])
            for each in PEDUM_2003.packages
        ],
    )
    answers = [entitle(FLOOD, each, days=7) for each in (PEDUM_2003, other)]
    assert tables.letter_table(answers[1]).rows[0][4] == "Peraturan Contoh"
    assert tables.letter_table(total(answers)).rows[0][4] == "03/BJ-SBSKBA/2003, huruf a angka 1; Peraturan Contoh"


def test_a_letter_on_a_range_says_what_an_extension_would_come_to() -> None:
    window = entitle_range(FLOOD, PEDUM_2003)
    people, days = 860, 12
    rice, rupiah = Quantity(400 * people * days, "g"), Quantity(6_000 * people * days, "IDR")
    assert window.extended is not None
    assert dict(window.extended) == {"rice": rice, "side_dishes": rupiah}
    said = "Bila diperpanjang sampai batasnya, yang perlu diputuskan dan tidak termasuk di atas: Beras {}; {} {}."
    assert tables.letter_table(window).notes == (
        *window.table().notes,
        said.format(rice, "Permakanan/lauk pauk", rupiah),
    )
    assert (
        f"Rice {rice + rice:en}; Side dishes {rupiah + rupiah:en}."
        in tables.letter_table(total([window, window]), "en").notes[-1]
    )


def test_a_letter_says_nothing_of_an_extension_that_there_is_not() -> None:
    law = attrs.evolve(PEDUM_2003, windows=[attrs.evolve(each, extended=None) for each in PEDUM_2003.windows])
    for shown in (entitle_range(FLOOD, law), total([entitle_range(FLOOD, law)]), total([])):
        assert tables.letter_table(shown).notes == shown.table().notes


def test_a_letter_on_a_range_or_a_total_says_both_ends() -> None:
    window = entitle_range(FLOOD, PEDUM_2003)
    said = "seribu tiga puluh dua kilogram sampai dengan dua ribu empat ratus delapan kilogram"
    assert tables.letter_table(window).rows[0][3] == said
    assert tables.letter_table(total([window])).rows[0][1:4] == ("Beras", "1.032 kg – 2.408 kg", said)
    with pytest.raises(InvalidValueError) as refused:
        tables.letter_table("?")  # type: ignore[arg-type]
    assert refused.value.field == "relief"


@pytest.mark.parametrize(
    ("owed", "said"),
    [
        (Quantity(400, "g"), "empat ratus gram"),
        (Quantity("1.05", "kg"), "satu koma nol lima kilogram"),
        (Quantity(0, "IDR"), "nol rupiah"),
        (Span(Quantity(1, "dozen"), Quantity(2, "dozen")), "satu lusin sampai dengan dua lusin"),
        (Quantity("1.5", "m2"), "lima belas ribu sentimeter persegi"),
    ],
)
def test_amounts_are_read_out_in_the_unit_of_their_print(owed: Any, said: str) -> None:
    assert in_words(owed, "id") == said


def test_a_clause_that_two_copies_of_a_standard_give_is_said_once() -> None:
    flood = DisasterEvent(hazard="banjir", place="Desa A", period="2017-02-28", people=3)
    other = DisasterEvent(hazard="banjir", place="Desa B", period="2017-02-28", people=4)
    copy = loads_standard(dumps_standard(PEDUM_2003))
    together = total([entitle(flood, PEDUM_2003, days=3), entitle(other, copy, days=3)])
    alone = tables.letter_table(entitle(flood, PEDUM_2003, days=3))
    assert [row[4] for row in tables.letter_table(together).rows] == [row[4] for row in alone.rows]
