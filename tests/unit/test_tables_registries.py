"""Lists and their changes in sheets: references only; nothing by which somebody is found is read, kept or written."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from openpyxl import Workbook, load_workbook

from kesos import errors, tables
from kesos.registry import REASONS, Change, Registry, apply_changes

SECRETS = ("Siti", "Aminah", "Suharto", "6201", "3456", "1980", "Mei")
ABOUT: dict[str, Any] = {"name": "DTKS", "area": "Kabupaten Contoh", "on": "2021-01-07"}


def registry_of(*rows: str, head: str = "Kode keluarga;Desa", **said: Any) -> tables.RegistryReading:
    return tables.read_registry(io.StringIO("\n".join((head, *rows)) + "\n"), **{**ABOUT, **said})


def changes_of(
    *rows: str, head: str = "Kode KK;Jenis perubahan;Alasan;Tanggal;Desa", **said: Any
) -> tables.ChangeReading:
    return tables.read_changes(io.StringIO("\n".join((head, *rows)) + "\n"), **said)


def everything_said(reading: tables.TableReading) -> str:
    said = [repr(reading), str(reading.table("id")), str(reading.table("en")), reading._repr_html_()]
    said += [repr(each) + each.reason("id") + each.reason("en") + str(dict(each.cells)) for each in reading.rejects]
    said += [repr(each.error.to_dict("en")) + str(each.error) for each in reading.rejects]
    said += [repr(each) for each in reading.skipped]
    for form in ("csv", "xlsx"):
        file = io.BytesIO()
        tables.write_rejects(reading, file, format=form)
        if form == "csv":
            said.append(file.getvalue().decode("utf-8-sig"))
        else:
            said += [str(cell.value) for sheet in load_workbook(file) for row in sheet for cell in row]
    return "\n".join(said)


def test_a_list_is_read_with_where_its_families_live() -> None:
    reading = registry_of("kk-1;Desa Umpang", "kk-2;")
    assert reading.registry == Registry(**ABOUT, families=["kk-1", "kk-2"], areas={"kk-1": "Desa Umpang"})
    assert (reading.families, reading.labels) == (("kk-1", "kk-2"), (2, 3))
    alone = registry_of("1;kk-1;Siti", head="No;Kode keluarga;Nama")
    assert (alone.families, alone.unread) == (("kk-1",), ("Nama",))
    assert registry_of("kk-1", head="family").families == ("kk-1",)


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        ("Siti Aminah;Umpang", "Kode keluarga", "identifying"),
        ("Suharto;Umpang", "Kode keluarga", "identifying"),
        ("6201031234567890;Umpang", "Kode keluarga", "identifying"),
        ("6201.0312.3456.7890;Umpang", "Kode keluarga", "identifying"),
        ("1980-05-12;Umpang", "Kode keluarga", "identifying"),
        ("12-05-1980;Umpang", "Kode keluarga", "identifying"),
        ("kk-1;6201 0312 3456 7890", "Desa", "identifying"),
        ("kk-1;12/5/1980", "Desa", "identifying"),
        ("kk-1;12 Mei 1980", "Desa", "identifying"),
        ("1;2", "Desa", "not_an_area"),
        (";Umpang", "Kode keluarga", "blank"),
        ("total-3;Umpang", "Kode keluarga", None),
    ],
)
def test_what_finds_a_person_is_told_by_its_column_and_never_echoed(row: str, column: str, code: str | None) -> None:
    reading = registry_of(row, "kk-9;Umpang")
    assert reading.families == ("kk-9",)
    if code is None:
        assert [each.kind for each in reading.skipped] == ["total"]
        return
    [reject] = reading.rejects
    assert (reject.row, reject.column) == (2, column)
    assert reject.error.code.partition(".")[0] == code
    assert not any(secret in everything_said(reading) for secret in SECRETS)
    with pytest.raises(errors.TableError):
        assert reading.registry


@pytest.mark.parametrize("index", [["Siti Aminah", "Suharto"], [6201031234567890, 6201031234567891], ["kk-1", "3456"]])
def test_a_frame_whose_index_finds_somebody_is_told_by_the_places_of_its_rows(index: list[Any]) -> None:
    frame = pd.DataFrame({"Kode keluarga": ["kk-1", "Budi"], "Desa": ["A", "A"]}, index=index)
    reading = tables.read_registry(frame, **ABOUT)
    assert (reading.labels, [each.row for each in reading.rejects]) == ((0,), [1])
    assert not any(secret in everything_said(reading) for secret in SECRETS)
    kept = tables.read_registry(frame.set_axis([7, 9]), **ABOUT)
    assert (kept.labels, [each.row for each in kept.rejects]) == ((7,), [9])


def test_columns_of_names_are_left_out_and_told_by_their_heads() -> None:
    head = "Kode keluarga;Nama kepala keluarga;NIK;No. KK;Tanggal lahir;Desa"
    good = "kk-1;Siti Aminah;6201031234567890;6201031234567891;12-05-1980;Umpang"
    reading = registry_of(good, good.replace("kk-1", "Suharto"), head=head)
    assert reading.families == ("kk-1",)
    assert reading.unread == ("Nama kepala keluarga", "NIK", "No. KK", "Tanggal lahir")
    assert not any(secret in everything_said(reading) for secret in SECRETS)
    assert dict(reading.rejects[0].cells) == {"Kode keluarga": "<redacted>", "Desa": "Umpang"}


def test_a_family_that_stands_twice_is_told_by_its_first_row() -> None:
    reading = registry_of("kk-1;A", "kk-2;A", "kk-1;B", "kk-1;A")
    assert reading.families == ("kk-1", "kk-2")
    assert [(each.row, each.error.code) for each in reading.rejects] == [(4, "doubled_row"), (5, "doubled_row")]
    assert all("2" in each.reason("id") for each in reading.rejects)


def test_what_stands_around_a_list_is_passed_over() -> None:
    lines = ("DAFTAR KELUARGA MISKIN;", "Kode keluarga;Desa", "kk-1;A", "Jumlah;1", "Sumber: DTKS 2021;",
             "Mengetahui,;", "Kepala Dinas Sosial;")  # fmt: skip
    reading = tables.read_registry(io.StringIO("\n".join(lines)), **ABOUT)
    assert (reading.families, reading.rejects) == (("kk-1",), ())
    assert [each.kind for each in reading.skipped] == ["title", "total", "note", "signature", "signature"]


def test_a_reference_that_a_spreadsheet_made_a_number_of_is_read_and_a_day_is_not() -> None:
    book = Workbook()
    born = datetime(1980, 5, 12)
    for row in (["Kode keluarga", "Desa"], [17, "A"], [18.0, "A"], [born, "A"], [6201031234567890, "A"], [19, born]):
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    reading = tables.read_registry(io.BytesIO(file.getvalue()), **ABOUT)
    assert reading.families == ("17", "18")
    assert [each.row for each in reading.rejects] == [4, 5, 6]
    assert not any(secret in everything_said(reading) for secret in SECRETS)


def test_changes_are_read_by_the_words_of_the_report_and_of_offices() -> None:
    rows = [f"f{at};keluar;{each.printed};1-2-2021;" for at, each in enumerate(REASONS) if each.printed]
    reading = changes_of(*rows, "f8;Tambah;newly_poor;3 Februari 2021;Umpang", "f9;move;Pindah jauh;2021-02-03;B",
                         reasons={"pindah  JAUH": "moved"})  # fmt: skip
    assert not reading.rejects
    assert [each.reason for each in reading.changes[:6]] == [each.code for each in REASONS if each.printed]
    assert {each.kind for each in reading.changes[:6]} == {"remove"}
    assert reading.changes[6] == Change(family="f8", kind="add", reason="newly_poor", on="2021-02-03", area="Umpang")
    assert (reading.changes[7].reason, reading.changes[7].area) == ("moved", "B")
    own = changes_of("f1;remove;moved;2021-02-01", head="family;kind;reason;on")
    english = changes_of("f1;removed;moved away;2021-02-01", head="Family;Change;Reason;Date", locale="en")
    assert own.changes == english.changes == (Change(family="f1", kind="remove", reason="moved", on="2021-02-01"),)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Pindah", "moved"), ("pindah", "moved"), ("PINDAH  alamat", "moved"), ("Meninggal", "deceased"),
        ("Wafat", "deceased"), ("Mampu", "no_longer_poor"), ("Gangguan jiwa", "ill"),
    ],
)  # fmt: skip
def test_reasons_are_read_in_the_short_words_of_offices(words: str, code: str) -> None:
    reading = changes_of(f"f1;keluar;{words};1-2-2021;Umpang")
    assert reading.changes == (Change(family="f1", kind="remove", reason=code, on="2021-02-01", area="Umpang"),)
    own = changes_of(f"f1;keluar;{words};1-2-2021;", reasons={words: "other"})
    assert own.changes[0].reason == "other"


def test_a_code_of_ones_own_is_a_reason_only_where_it_is_declared() -> None:
    rows = ("f1;keluar;doubled;1-2-2021;", "f2;keluar;Data ganda;1-2-2021;")
    assert [change.reason for change in changes_of(*rows, reasons={"data GANDA": "doubled"}).changes] == ["doubled"] * 2
    assert [change.reason for change in changes_of(*rows[:1], reasons={"doubled": "doubled"}).changes] == ["doubled"]
    assert len(changes_of(*rows).rejects) == 2


@pytest.mark.parametrize(("words", "meant"), [("meningal", "meninggal"), ("mvoed", "moved"), ("pindha", "pindah")])
def test_a_slip_of_the_pen_is_no_reason_of_ones_own_and_names_what_may_be_meant(words: str, meant: str) -> None:
    [reject] = changes_of(f"f1;keluar;{words};1-2-2021;").rejects
    assert (reject.error.code, reject.error.field) == ("not_a_choice", "reason")
    assert reject.error.to_dict("id")["hint"] == f'Mungkin yang dimaksud "{meant}".'


@pytest.mark.parametrize("words", ["siti", "siti_aminah", "siti-2"])
def test_a_name_is_no_reason_and_is_not_told(words: str) -> None:
    reading = changes_of(f"f1;keluar;{words};1-2-2021;")
    assert not reading.changes
    assert "siti" not in everything_said(reading)


@pytest.mark.parametrize(("words", "shown"), [("Baru miskin", "Baru miskin"), ("Siti pindah", "<redacted>")])
def test_a_reason_that_is_not_known_names_those_that_are_and_no_person(words: str, shown: str) -> None:
    [reject] = changes_of(f"f1;masuk;{words};1-2-2021;").rejects
    assert reject.reason("id") == f"Alasan: alasan {shown} tidak dikenal"
    assert reject.cells["Alasan"] == shown
    hint = reject.error.to_dict("id")["hint"]
    assert all(each.say("id") in hint for each in REASONS)
    assert "reasons=" in str(reject.error)
    assert not any(secret in everything_said(changes_of(f"f1;masuk;{words};1-2-2021;")) for secret in SECRETS)


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("Siti Aminah;keluar;moved;1-2-2021;", "Kode KK"),
        ("f1;keluar;Siti sakit;1-2-2021;", "Alasan"),
        ("f1;keluar;moveed;1-2-2021;", "Alasan"),
        ("f1;Siti;moved;1-2-2021;", "Jenis perubahan"),
        ("f1;pindah;moved;1-2-2021;", "Jenis perubahan"),
        ("f1;keluar;moved;Siti;", "Tanggal"),
        ("f1;masuk;moved;1-2-2021;6201031234567890", "Desa"),
        ("f1;;moved;1-2-2021;", "Jenis perubahan"),
    ],
)
def test_a_change_that_cannot_be_read_is_rejected_at_its_column_and_keeps_nothing_personal(
    row: str, column: str
) -> None:
    reading = changes_of(row, "Suharto;Siti;Aminah;Suharto;Umpang")
    assert [(each.row, each.column) for each in reading.rejects] == [(2, column), (3, "Jenis perubahan")]
    assert not any(secret in everything_said(reading) for secret in SECRETS)


def test_a_rejected_change_keeps_what_can_be_told_to_be_nothing_personal() -> None:
    book = Workbook()
    for row in (["Kode KK", "Perubahan", "Alasan", "Tanggal"], ["f1", "keluar", "besok", datetime(2021, 2, 1)]):
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    [reject] = tables.read_changes(
        io.BytesIO(file.getvalue()), columns={"reason": "Perubahan", "kind": "Alasan"}
    ).rejects
    assert reject.cells["Kode KK"] == "f1"
    assert reject.cells["Tanggal"] == date(2021, 2, 1)


def test_a_correction_takes_the_right_reference() -> None:
    head = "Kode KK;Perubahan;Alasan;Tanggal;Kode yang benar"
    reading = changes_of("f1;koreksi;papers_incomplete;1-2-2021;f10", "f1;koreksi;moved;1-2-2021;Siti", head=head)
    assert [each.becomes for each in reading.changes] == ["f10"]
    assert [each.column for each in reading.rejects] == ["Kode yang benar"]


@pytest.mark.parametrize("missing", ["family", "kind", "reason", "on"])
def test_a_table_without_what_a_change_needs_is_none_unless_it_is_said_for_all(missing: str) -> None:
    heads = {"family": "Kode KK", "kind": "Perubahan", "reason": "Alasan", "on": "Tanggal"}
    cells = {"family": "f1", "kind": "keluar", "reason": "moved", "on": "1-2-2021"}
    kept = [code for code in heads if code != missing]
    head, row = (";".join(each[code] for code in kept) for each in (heads, cells))
    with pytest.raises(errors.TableError) as refused:
        changes_of(row, head=head)
    assert (refused.value.code, refused.value.field) == ("no_column", f"columns.{missing}")
    assert len(changes_of(row, head=head, same={missing: cells[missing]}).changes) == 1


def test_a_list_without_references_and_wrong_arguments_are_refused() -> None:
    with pytest.raises(errors.TableError) as refused:
        registry_of("Siti;Umpang", head="Nama;Desa", columns={"area": "Nama"})
    assert refused.value.code == "no_head"
    for wrong, field in (({"name": ""}, "name"), ({"area": 3}, "area"), ({"on": "besok"}, "on")):
        with pytest.raises(errors.KesosError) as error:
            registry_of("kk-1;A", **wrong)
        assert error.value.field == field
    with pytest.raises(errors.InvalidValueError) as reason:
        changes_of("f1;keluar;x;1-2-2021;", reasons={"x": "Bukan Kode"})
    assert reason.value.field == "reasons.x"


def test_a_list_and_its_changes_in_one_spreadsheet(tmp_path: Path) -> None:
    begun = Registry(**ABOUT, families=["f1", "f2"], areas={"f1": "A"})
    done = [Change(family="f2", kind="remove", reason="moved", on="2021-02-01"),
            Change(family="f3", kind="add", reason="own_reason", on="2021-02-02", area="B")]  # fmt: skip
    now = apply_changes(begun, done)
    path = tmp_path / "dtks.xlsx"
    tables.write_registry(now, path)
    assert load_workbook(path).sheetnames == ["Daftar keluarga", "Perubahan"]
    assert load_workbook(path).active["A1"].value == "DTKS, Kabupaten Contoh, keadaan 2 Februari 2021"
    read = tables.read_registry(path, name="DTKS", area="Kabupaten Contoh", on=now.on)
    assert read.registry == Registry(name="DTKS", area="Kabupaten Contoh", families=["f1", "f3"], on="2021-02-02",
                                     areas={"f1": "A", "f3": "B"})  # fmt: skip
    again = tables.read_changes(path, sheet="Perubahan", reasons={"own_reason": "own_reason"})
    assert apply_changes(begun, again.changes) == now
    assert (again.changes[0].on, again.changes[1].reason) == (date(2021, 2, 1), "own_reason")


def test_reasons_are_written_in_the_words_of_the_report_in_indonesian_and_by_name_in_english() -> None:
    change = Change(family="f2", kind="remove", reason="ill", on="2021-02-01")
    new = Change(family="f3", kind="add", reason="newly_poor", on="2021-02-01")
    for language, words in (("id", ["Menderita gangguan jiwa/sakit jiwa", "baru menjadi miskin"]),
                            ("en", ["mentally ill", "newly poor"])):  # fmt: skip
        file = io.StringIO()
        tables.write_changes([change, new], file, format="csv", language=language, delimiter=",")
        assert [row[2] for row in csv.reader(io.StringIO(file.getvalue()))][1:] == words
        assert tables.read_changes(io.StringIO(file.getvalue())).changes == (change, new)


def test_a_reference_that_would_be_read_as_a_total_is_not_written() -> None:
    file, reference = io.StringIO(), "total-1"
    registry = Registry(**ABOUT, families=["f0", reference])
    change = Change(family=reference, kind="remove", reason="moved", on="2021-02-01")
    right = Change(family="f1", kind="correct", reason="moved", on="2021-02-01", becomes=reference)
    for call, field in (
        (lambda: tables.write_registry(registry, file, format="csv"), "families[1]"),
        (lambda: tables.write_changes([change], file, format="csv"), "changes[0].family"),
        (lambda: tables.write_changes([right], file, format="csv"), "changes[0].becomes"),
    ):
        with pytest.raises(errors.InvalidValueError) as refused:
            call()
        assert (refused.value.field, file.getvalue()) == (field, "")
        assert reference.strip() not in str(refused.value)


def test_a_nik_as_an_area_is_not_written() -> None:
    registry = Registry(**ABOUT, families=["f1"], areas={"f1": "6201031234567890"})
    change = Change(family="f1", kind="move", reason="moved", on="2021-02-01", area="12-05-1980")
    for call, field in (
        (lambda: tables.write_registry(registry, io.StringIO(), format="csv"), "areas[0]"),
        (lambda: tables.write_changes([change], io.StringIO(), format="csv"), "changes[0].area"),
    ):
        with pytest.raises(errors.InvalidValueError) as refused:
            call()
        assert refused.value.field == field


@pytest.mark.parametrize("wrong", [None, 3, ["Siti"], {"name": "Siti"}])
def test_what_is_no_list_is_refused_without_an_echo(wrong: Any) -> None:
    for call in (tables.write_registry, tables.write_changes):
        with pytest.raises(errors.InvalidValueError) as refused:
            call(wrong, io.StringIO(), format="csv")  # type: ignore[operator]
        assert "Siti" not in str(refused.value)
