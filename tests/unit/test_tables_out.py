"""Events as they go out: what a spreadsheet shows, what CSV holds, and what is refused before anything is written."""

from __future__ import annotations

import csv
import io
import os
import stat
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import attrs
import openpyxl
import pytest

from kesos import tables
from kesos._sheets import _writing
from kesos.counts import Counts
from kesos.errors import FileError, InvalidValueError, MissingExtraError
from kesos.events import Damage, DisasterEvent, Locality
from kesos.hazards import Hazard
from kesos.tables._write_events import _besides
from kesos.values import Citation, Place, Quantity, Span, Text

FLOOD = DisasterEvent(
    hazard="flood",
    place=Place("Desa Umpang", district="Arut Selatan", code="62.01.02"),
    period="2017-02-28",
    families=72,
    people=240,
    damage=Damage(heavy=0, light=72, houses=72),
    loss=60_000_000,
)


def book(events: Any, **options: Any) -> Any:
    file = io.BytesIO()
    tables.write_events(events, file, format="xlsx", **options)
    return openpyxl.load_workbook(io.BytesIO(file.getvalue()))


def by_head(page: Any, row: int = 2) -> dict[str, Any]:
    heads = [cell.value for cell in page[1]]
    assert len(set(heads)) == len(heads)
    return dict(zip(heads, (cell.value for cell in page[row]), strict=True))


def text(events: Any, **options: Any) -> list[list[str]]:
    file = io.BytesIO()
    tables.write_events(events, file, format="csv", **options)
    delimiter = options.get("delimiter") or (";" if options.get("language", "id") == "id" else ",")
    return list(csv.reader(io.StringIO(file.getvalue().decode("utf-8-sig"), newline=""), delimiter=delimiter))


def event(**fields: Any) -> DisasterEvent:
    return DisasterEvent(**{"hazard": "flood", "place": "Desa A", "period": "2017-02-28", **fields})


def test_numbers_and_days_are_written_as_such_with_units_in_the_head() -> None:
    page = book([FLOOD]).active
    assert by_head(page) == {
        "No. kejadian": 1,
        "Jenis bencana": "Banjir",
        "Lokasi": "Desa Umpang",
        "Kecamatan": "Arut Selatan",
        "Kode wilayah": "62.01.02",
        "Tanggal": datetime(2017, 2, 28),
        "Sampai tanggal": None,
        "KK": 72,
        "Jiwa": 240,
        "Rusak berat (unit)": 0,
        "Rusak ringan (unit)": 72,
        "Rumah rusak (unit)": 72,
        "Tempat usaha rusak (unit)": None,
        "Kantor/fasilitas umum rusak (unit)": None,
        "Taksiran kerugian (Rp)": 60_000_000,
    }
    formats = {head.value: cell.number_format for head, cell in zip(page[1], page[2], strict=True)}
    assert formats["Taksiran kerugian (Rp)"] == formats["Jiwa"] == "#,##0"
    assert formats["Tanggal"] == "dd-mm-yyyy"
    assert formats["No. kejadian"] == "General"


def test_a_sheet_is_laid_out_to_be_worked_in() -> None:
    page = book([FLOOD]).active
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == "A1:O2"
    assert page["A1"].font.bold
    assert not page["A2"].font.bold
    assert page.column_dimensions["C"].width > page.column_dimensions["H"].width > 8
    assert book([]).active.auto_filter.ref is None


def test_a_text_of_several_lines_or_a_long_one_is_wrapped() -> None:
    for place, wrapped in (("a" * 48, None), ("a" * 49, True), ("Desa A\nRT 4", True)):
        assert book([event(place=place)]).active["C2"].alignment.wrap_text is wrapped


def test_what_is_not_known_is_an_empty_cell_and_none_is_a_zero() -> None:
    row = by_head(book([event(families=0, counts={"dead": 0, "missing": None})]).active)
    assert (row["KK"], row["Jiwa"], row["Taksiran kerugian (Rp)"]) == (0, None, None)
    assert (row["Meninggal dunia (jiwa)"], row["Hilang (jiwa)"]) == (0, None)


def test_csv_holds_the_same_cells_for_a_spreadsheet_with_indonesian_settings() -> None:
    file = io.BytesIO()
    tables.write_events([FLOOD], file, format="csv")
    assert file.getvalue().startswith("\ufeff".encode())
    assert file.getvalue().endswith(b"\r\n")
    heads, row = text([FLOOD])
    assert dict(zip(heads, row, strict=True)) == {
        head: "" if cell is None else cell.date().isoformat() if isinstance(cell, datetime) else str(cell)
        for head, cell in by_head(book([FLOOD]).active).items()
    }


def test_in_english_heads_hazards_and_the_delimiter_are_english() -> None:
    heads, row = text([FLOOD], language="en")
    assert heads[:3] == ["Event no.", "Hazard", "Place"]
    assert row[1] == "Flood"
    assert text([FLOOD], language="en", delimiter="\t")[0] == heads


def test_an_event_in_several_places_has_a_row_for_each_with_its_number() -> None:
    two = event(
        place="Kecamatan Kumai",
        localities=[
            Locality(place=Place("Desa A", district="Kumai"), people=5, damage=Damage(light=1)),
            Locality(place=Place("Desa B", code="62.01"), people=7, loss=3, source=Citation(regulation="surat")),
        ],
    )
    page = book([FLOOD, two]).active
    first, second = by_head(page, 3), by_head(page, 4)
    assert (first["No. kejadian"], second["No. kejadian"]) == (2, 2)
    assert first["Lokasi"] == second["Lokasi"] == "Kecamatan Kumai"
    assert (first["Tempat terdampak"], first["Kecamatan tempat terdampak"]) == ("Desa A", "Kumai")
    assert (second["Tempat terdampak"], second["Kode tempat terdampak"]) == ("Desa B", "62.01")
    assert (first["Jiwa"], second["Jiwa"], first["Rusak ringan (unit)"]) == (5, 7, 1)
    assert (first["Sumber tempat terdampak"], second["Sumber tempat terdampak"]) == (None, "surat")
    assert by_head(page)["Tempat terdampak"] is None


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        ("2017-02-28", datetime(2017, 2, 28), None),
        ("2017-03-01/2017-03-05", datetime(2017, 3, 1), datetime(2017, 3, 5)),
        ("2017-06", "2017-06", None),
        ("2017", "2017", None),
        ("1900-02-28", "1900-02-28", None),
        ("1900-03-01", datetime(1900, 3, 1), None),
    ],
)
def test_a_period_is_written_as_far_as_it_is_known(period: str, start: object, end: object) -> None:
    row = by_head(book([event(period=period)]).active)
    assert (row["Tanggal"], row["Sampai tanggal"]) == (start, end)


def test_a_hazard_of_ones_own_keeps_its_code_and_both_names() -> None:
    mud = Hazard("mudflow", Text("Semburan lumpur", "Mud flow"))
    page = book([FLOOD, event(hazard=mud)]).active
    known, own = by_head(page), by_head(page, 3)
    assert own["Jenis bencana"] == "Semburan lumpur"
    named = ("Kode jenis bencana", "Nama jenis bencana (Indonesia)", "Nama jenis bencana (Inggris)")
    assert [own[head] for head in named] == ["mudflow", "Semburan lumpur", "Mud flow"]
    assert [known[head] for head in named] == [None, None, None]


def test_counts_stand_under_their_class_their_unit_and_their_end() -> None:
    counts = {
        "injured": {"serious": 1, "minor": None},
        "dead": Span(2, 4),
        "paddy": [({"terrain": "hill"}, Quantity("1.5", "ha"))],
        "household": {4: 12},
        "cow": 3,
    }
    row = by_head(book([event(counts=counts)]).active)
    assert (row["Luka berat (jiwa)"], row["Luka ringan (jiwa)"]) == (1, None)
    assert row["Meninggal dunia (jiwa) – paling sedikit"] == 2
    assert row["Meninggal dunia (jiwa) – paling banyak"] == 4
    assert row["counts.paddy[terrain=hill] (m2)"] == 15_000
    assert (row["counts.household[#4]"], row["counts.cow"]) == (12, 3)


def test_a_measured_count_stands_in_the_largest_unit_in_which_all_are_whole() -> None:
    whole = by_head(book([event(counts={"paddy": Quantity(amount, "ha")}) for amount in (2, 3)]).active, 3)
    assert whole["counts.paddy (ha)"] == 3
    assert by_head(book([event(counts={"goats": Quantity(2, "head")})]).active)["counts.goats (head)"] == 2


def test_what_damage_says_is_not_written_twice_and_what_counts_say_besides_is() -> None:
    same = event(damage=Damage(houses=5, light=2), counts={"house": 5})
    assert set(by_head(book([same]).active)) == set(by_head(book([event(damage=Damage(houses=5))]).active))
    told = by_head(book([event(damage=Damage(houses=5), counts={"house": {"heavy": 2, "light": 3}})]).active)
    assert (told["Rumah rusak (unit)"], told["Rumah rusak berat (unit)"], told["Rumah rusak ringan (unit)"]) == (
        5,
        2,
        3,
    )
    degrees = {"heavy": 1, "light": 2}
    both = event(damage=Damage(heavy=1, light=2), counts={"building": degrees})
    assert set(by_head(book([both]).active)) == set(by_head(book([event()]).active))
    alone = by_head(book([event(counts={"house": 5, "business": 1, "building": {"heavy": 1}})]).active)
    assert (alone["Rumah rusak (unit)"], alone["Jumlah rumah dalam pendataan (unit)"]) == (None, 5)


def test_of_classes_that_damage_tells_in_part_the_others_are_written() -> None:
    told = Counts({"building": {"heavy": 1, "moderate": 2}})
    assert _besides(told, Counts({"building": {"heavy": 1}})) == Counts({"building": {"moderate": 2}})
    assert _besides(told, Counts({"building": {"heavy": 1, "moderate": 2, "light": 3}})) == {}
    assert _besides(told, Counts({"building": {"heavy": 2}})) == told
    assert _besides(told, {"building": 3}) == told


def test_people_among_the_counts_are_the_people_of_the_event() -> None:
    row = by_head(book([event(counts={"person": 9, "family": 3})]).active)
    assert (row["Jiwa"], row["KK"]) == (9, 3)
    assert set(row) == set(by_head(book([event()]).active))


def test_traits_who_reported_and_the_source_part_by_part_are_written() -> None:
    source = Citation(regulation="Laporan", locator="A.4", quoted_in="Buku", table="19", row="B.1", column="3")
    row = by_head(book([event(traits={"terrain": "hill"}, reported_by="Camat", source=source)]).active)
    assert (row["traits.terrain"], row["Dilaporkan oleh"]) == ("hill", "Camat")
    under = ("Sumber", "Letak dalam sumber", "Dikutip dalam", "Tabel sumber", "Baris sumber", "Kolom sumber")
    assert [row[f"{head} kejadian"] for head in under] == ["Laporan", "A.4", "Buku", "19", "B.1", "3"]
    assert row["Cara diketahui kejadian"] == "dikutip; naskah aslinya tidak dilihat"


def test_the_second_head_holds_hxl_tags_on_request() -> None:
    own = event(counts={"dead": Span(1, 2), "cow": 3}, traits={"terrain": "hill"})
    heads, tags, row = text([own], hxl=True)
    found = dict(zip(heads, tags, strict=True))
    assert found["Jiwa"] == "#affected+ind"
    assert found["Tanggal"] == "#date+occurred+start"
    assert found["Meninggal dunia (jiwa) – paling banyak"] == "#affected+killed+max"
    assert (found["counts.cow"], found["traits.terrain"]) == ("#affected+counted", "#meta+trait")
    assert all(tag.startswith("#") for tag in tags)
    assert row[0] == "1"
    assert book([own], hxl=True).active.freeze_panes == "A3"


def test_sources_stand_on_a_sheet_of_their_own_by_document() -> None:
    sources = [Citation(regulation="Laporan", table="19", row=row) for row in ("1", "2")]
    written = book([event(source=source) for source in sources] + [event(source=Citation(regulation="Surat"))])
    assert written.sheetnames == ["Data kejadian", "Sumber"]
    assert written.active.title == "Data kejadian"
    rows = [tuple(cell.value for cell in row) for row in written["Sumber"]]
    assert rows == [("Sumber", "Banyaknya baris"), ("Laporan, tabel 19", 2), ("Surat", 1)]
    assert book([event()]).sheetnames == ["Data kejadian"]


def test_a_place_without_a_source_has_that_of_its_event() -> None:
    places = [Locality(place="a", source=Citation(regulation="Surat")), Locality(place="b")]
    written = book([event(localities=places, source=Citation(regulation="Laporan"))])
    assert {row[0].value: row[1].value for row in written["Sumber"]} == {
        "Sumber": "Banyaknya baris",
        "Surat": 1,
        "Laporan": 1,
    }


@attrs.frozen
class Reject:
    row: Any
    cells: Any
    column: str | None = None

    def reason(self, language: str) -> str:
        return {"id": "tidak terbaca", "en": "not readable"}[language]


def test_what_was_left_out_stands_on_a_sheet_with_its_cells_and_the_reason() -> None:
    rejects = [
        Reject(7, {"Lokasi": "=1+1", "Jiwa": 20.5}, "Jiwa"),
        Reject("x", {"Lokasi": float("nan"), "KK": 3.0, "Ok": True, "Sel": Reject}),
        Reject(9, ("a", 2)),
    ]
    page = book([FLOOD], left_out=rejects)["Tidak terhitung"]
    heads = [cell.value for cell in page[1]]
    assert heads == ["Baris", "Kolom", "Alasan", "Lokasi", "Jiwa", "KK", "Ok", "Sel", "Isi sel 1", "Isi sel 2"]
    rows = [dict(zip(heads, (cell.value for cell in row), strict=True)) for row in page.iter_rows(min_row=2)]
    assert rows[0] | {"Baris": 7, "Kolom": "Jiwa", "Alasan": "tidak terbaca", "Lokasi": "=1+1", "Jiwa": 20.5} == rows[0]
    assert (rows[1]["Baris"], rows[1]["Lokasi"], rows[1]["KK"], rows[1]["Ok"]) == ("x", "nan", 3, "True")
    assert (rows[2]["Isi sel 1"], rows[2]["Isi sel 2"]) == ("a", 2)
    assert page["D2"].data_type == "s"


def test_a_row_that_was_left_out_is_shown_whatever_is_in_it() -> None:
    reject = Reject(7, {"Lo\rkasi": "Desa A_x000D_\x0bB", "Sel": "\ufffe_x0041_", "Panjang": "a" * 40_000})
    rows = [tuple(cell.value for cell in row) for row in book([], left_out=[reject])["Tidak terhitung"]]
    assert rows[0][3:] == ("Lo␍kasi", "Sel", "Panjang")
    assert rows[1][3:] == ("Desa A␍␋B", "\ufffd＿x0041_", "a" * 32_766 + "…")


def test_what_is_no_row_that_was_left_out_is_refused() -> None:
    for other in ("baris 7", Reject):
        with pytest.raises(InvalidValueError) as refused:
            tables.write_events([], io.BytesIO(), format="xlsx", left_out=[other])
        assert (refused.value.code, refused.value.field) == ("wrong_type", "left_out[0]")


LIVE = ("=1+1", "+62 812", "-1+1", "@SUM(A1)", "\t=1", " =1", "＝1+1", "'=1", "\n=1")


@pytest.mark.parametrize("place", LIVE)
def test_no_text_becomes_a_live_formula(place: str) -> None:
    cell = book([event(place=place)]).active["C2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (place, "s", True)
    written = text([event(place=place)])[1][2]
    assert written == f"'{place}"
    assert not written.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_text_that_is_no_formula_is_left_as_it_is() -> None:
    for place in ("Desa A", "-", "'kutip'", "1=1"):
        assert text([event(place=place)])[1][2] == place
        assert book([event(place=place)]).active["C2"].quotePrefix is False


@pytest.mark.parametrize("place", ['Desa "A"; B, C', "Desa\nA", "Desa \u200fA", "  Desa A ", "😀", "_x41_"])
def test_awkward_text_is_written_as_it_is(place: str) -> None:
    assert book([event(place=place)]).active["C2"].value == place
    assert text([event(place=place)])[1][2] == place


@pytest.mark.parametrize(
    ("place", "sign"), [("Desa\rA", "U+000D"), ("Desa _x0041_", "U+005F"), ("Desa \ufffe", "U+FFFE")]
)
def test_what_a_spreadsheet_would_read_back_otherwise_is_refused_before_anything_is_written(
    place: str, sign: str, tmp_path: Path
) -> None:
    target = tmp_path / "events.xlsx"
    target.write_bytes(b"as it was")
    with pytest.raises(InvalidValueError) as refused:
        tables.write_events([FLOOD, event(place=place)], target)
    error = refused.value
    assert (error.code, error.field) == ("not_for_a_cell", "rows")
    assert error.parameters == {"row": 3, "column": "Lokasi", "sign": sign}
    assert target.read_bytes() == b"as it was"
    assert os.listdir(tmp_path) == ["events.xlsx"]
    assert text([event(place=place)])[1][2] == place


def test_a_text_longer_than_a_cell_is_refused_for_a_spreadsheet() -> None:
    assert book([event(place="a" * 32_767)]).active["C2"].value == "a" * 32_767
    with pytest.raises(InvalidValueError) as refused:
        book([event(place="a" * 32_768)])
    assert refused.value.parameters == {"row": 2, "column": "Lokasi", "most": 32_767}
    assert text([event(place="a" * 32_768)])[1][2] == "a" * 32_768


def test_more_rows_than_a_sheet_takes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_writing, "_MOST_ROWS", 3)
    assert book([FLOOD, FLOOD]).active.max_row == 3
    with pytest.raises(InvalidValueError) as refused:
        book([FLOOD, FLOOD, FLOOD])
    assert (refused.value.code, refused.value.value, refused.value.parameters) == ("too_many", 3, {"most": 3})
    assert len(text([FLOOD, FLOOD, FLOOD])) == 4


@pytest.mark.parametrize(("loss", "held"), [(10**15 - 1, 10**15 - 1), (10**15, str(10**15))])
def test_a_number_that_a_spreadsheet_would_round_is_written_as_text_and_said_to_be(loss: int, held: object) -> None:
    written = book([event(loss=loss)])
    assert by_head(written.active)["Taksiran kerugian (Rp)"] == held
    assert ("Catatan" in written.sheetnames) is isinstance(held, str)
    assert text([event(loss=loss)])[1][-1] == str(loss)


def test_a_path_of_any_kind_names_the_kind_of_file(tmp_path: Path) -> None:
    tables.write_events([FLOOD], tmp_path / "a.XLSX")
    assert openpyxl.load_workbook(tmp_path / "a.XLSX").active["C2"].value == "Desa Umpang"
    tables.write_events([FLOOD], str(tmp_path / "a.csv"))
    assert (tmp_path / "a.csv").read_text(encoding="utf-8-sig").startswith("No. kejadian;")
    with (tmp_path / "b.csv").open("wb") as file:
        tables.write_events([FLOOD], file)
    assert (tmp_path / "b.csv").read_bytes() == (tmp_path / "a.csv").read_bytes()
    with (tmp_path / "c.txt").open("w", encoding="utf-8", newline="") as file:
        tables.write_events([FLOOD], file, format="csv")
    assert (tmp_path / "c.txt").read_text(encoding="utf-8") == (tmp_path / "a.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("target", "format"), [("a.ods", None), ("csv.", None), (io.BytesIO(), None), ("a.csv", "ods")]
)
def test_a_file_of_no_known_kind_is_refused(target: Any, format: str | None) -> None:
    with pytest.raises(InvalidValueError) as refused:
        tables.write_events([FLOOD], target, format=format)
    assert (refused.value.code, refused.value.field) == ("not_a_table_file", "format")


@pytest.mark.parametrize("delimiter", ["", ";;", "\n", '"', "a", "'", " ", 3])
def test_what_cannot_stand_between_cells_is_refused(delimiter: Any) -> None:
    with pytest.raises(InvalidValueError) as refused:
        tables.write_events([FLOOD], io.BytesIO(), format="csv", delimiter=delimiter)
    assert (refused.value.code, refused.value.field) == ("not_a_delimiter", "delimiter")


def test_a_file_that_is_there_keeps_who_may_read_it(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    target.touch(mode=0o640)
    os.chmod(target, 0o640)
    tables.write_events([FLOOD], target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_file_that_cannot_be_put_in_place_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.csv"
    target.write_text("as it was")

    def fail(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(FileError) as refused:
        tables.write_events([FLOOD], target)
    assert (refused.value.code, refused.value.field) == ("cannot_write", "target")
    assert target.read_text() == "as it was"
    assert os.listdir(tmp_path) == ["a.csv"]


def test_what_is_no_event_is_refused() -> None:
    with pytest.raises(InvalidValueError) as refused:
        tables.write_events([FLOOD, "a flood"], io.BytesIO(), format="csv")  # type: ignore[list-item]
    assert refused.value.field == "events[1]"
    with pytest.raises(InvalidValueError):
        tables.write_events([FLOOD], io.BytesIO(), format="csv", language="fr")


def test_without_openpyxl_a_spreadsheet_names_what_to_install_and_csv_works(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(MissingExtraError) as refused:
        tables.write_events([FLOOD], io.BytesIO(), format="xlsx")
    assert "openpyxl" in refused.value.parameters["requirement"]  # type: ignore[operator]
    assert len(text([FLOOD])) == 2
