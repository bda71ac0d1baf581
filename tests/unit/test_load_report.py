"""A report as somebody writes it who does not program: read by the same loader as the two that kesos holds."""

from __future__ import annotations

import json
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kesos.audit import find_contradictions
from kesos.errors import RecordError
from kesos.reports import Name, Numbering, ProductOf, Report, SameName, ShareOf, Told, load_report
from kesos.schemas import report_schema
from kesos.values import Citation, Percentage, Quantity

HEAD = """
format = 1
code = "contoh"
title = "Laporan contoh"
office = "Dinas Contoh"
period = "2099"
"""
TABLE = '''
[[tables]]
number = "1"
title = "Korban banjir Tahun 2099"
columns = [{ code = "place", head = "Desa" }, { head = "KK (keluarga)", unit = "family" }]
rows = """
1. | A | 60
2. | B | 35
"""
total = "Jumlah | | 98"
'''
VALIDATOR = Draft202012Validator(report_schema())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def load(folder: Path, text: str) -> Report:
    path = folder / "contoh.toml"
    path.write_text(text, encoding="utf-8")
    return load_report(path)


def schema_faults(text: str) -> list[str]:
    # a day of TOML is a text for a schema
    plain = json.loads(json.dumps(tomllib.loads(text), default=str))
    return [error.json_path for error in VALIDATOR.iter_errors(plain)]


def refused(folder: Path, text: str) -> list[tuple[str | None, str]]:
    with pytest.raises(RecordError) as caught:
        load(folder, text)
    assert "this file is not a report" in str(caught.value)
    return [(fault.field, fault.code) for fault in caught.value.faults]


def test_a_table_of_lines_is_read_and_audited(folder: Path) -> None:
    report = load(folder, HEAD + TABLE)
    assert (report.code, report.office, str(report.period), report.document) == (
        "contoh",
        "Dinas Contoh",
        "2099",
        "Laporan contoh",
    )
    table = report.table("1")
    assert [row.kind for row in table.rows] == ["data", "data", "total"]
    assert [row.group for row in table.rows] == [None, None, None]
    assert table.years == (2099, 2099)
    assert table.cell("1.", "kk_keluarga").text == "60"
    assert table.cell("Jumlah", "kk_keluarga").source == Citation(
        regulation="Laporan contoh", table="1", row="Jumlah", column="KK (keluarga)"
    )
    (finding,) = find_contradictions(report).errors
    assert (finding.rule, finding.computed, finding.column) == ("sum", Quantity(95, "family"), "KK (keluarga)")
    assert schema_faults(HEAD + TABLE) == []


GOOD = (
    HEAD
    + '''
document = "LC 2099"
headings = "A | A. | Korban"
lists = "A | 1. 2."
names = """
A | place | umpama | Contoh | Umpama
B | place | umpama | Contoh | Umpama
"""
mentions = "A | tahun 2099 | 2099"
abbreviations = "A | KK | kepala keluarga"

[[tables]]
number = "1"
at = "A.1"
title = { text = "Bantuan" }
blanks = "tanda hubung berarti tidak ada"
columns = [
  { head = "Desa" },
  { code = "families", head = "KK", unit = "family" },
  { code = "rate", head = "Indeks", unit = "IDR" },
  { code = "paid", head = "Jumlah", unit = "IDR" },
  { code = "share", head = "%", holds = "percent" },
  { head = "5", holds = "text" },
]
rows = """
1 | A | 3 | 100 | 300 | 33,33 |
2 | B | 4 | - | - | - |
"""
products = [{ product = "paid", factors = ["families", "rate"] }]
shares = [{ percent = "share", part = "rate", whole = "paid" }]

[[figures]]
code = "told"
text = "Rp300"

[[figures]]
code = "percent"
text = "33,33 %"
at = "A.2"
label = { id = "bagian", en = "share" }

[[figures]]
code = "days"
text = "17 – 10 Maret 2099"
first = "2099-03-17"
last = "2099-03-10"

[[figures]]
code = "given"
text = "tiga"
amount = 3
unit = "family"

[[relations]]
kind = "share_of"
percent = "percent"
part = "cell:1/1/rate"
whole = "told"
places = 2

[[relations]]
kind = "same_name"
names = ["name:umpama"]
of = "place"

[[facts]]
kind = "award"
name = { text = "Desa Siaga" }
label = { id = "desa siaga", en = "a village that is ready" }

[[facts]]
kind = "aid_goods"
aid = "food"
at = "A.3"
name = { text = "beras" }
label = { id = "beras", en = "rice" }
'''
)


def test_everything_that_a_report_has_can_be_written_without_line_numbers(folder: Path) -> None:
    report = load(folder, GOOD)
    assert schema_faults(GOOD) == []
    assert report.document == "LC 2099"
    assert report.figure("told").value == Quantity(300, "IDR")
    assert report.figure("told").source == Citation(regulation="LC 2099")
    assert report.figure("percent").value == Percentage("33.33")
    assert report.figure("days").value is None
    assert report.figure("given").value == Quantity(3, "family")
    assert report.table("1").title.source == Citation(regulation="LC 2099", locator="A.1", table="1")
    assert [column.code for column in report.table("1").columns][::5] == ["desa", "column_5"]
    kinds = [type(relation) for relation in report.all_relations()]
    assert kinds.count(ShareOf) == 3
    assert kinds.count(ProductOf) == 2
    assert kinds.count(SameName) == 2
    assert kinds.count(Numbering) == 2
    assert [type(name) for name in report.names] == [Name, Name]
    assert [type(fact).__name__ for fact in report.facts] == ["Told", "AidGoods"]
    assert isinstance(report.facts[0], Told)
    audit = find_contradictions(report)
    assert [each.rule for each in audit.errors] == ["period_order"]
    assert (audit.checked["product"], audit.checked["percent"]) == (1, 2)


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("", [("format", "unknown_format"), *((key, "missing") for key in ("code", "title", "office"))]),
        (HEAD.replace("= 1", "= 2"), [("format", "unknown_format")]),
        (HEAD.replace("= 1", "= true"), [("format", "unknown_format")]),
        (HEAD.replace('"contoh"', '"A B"'), [("code", "not_a_slug")]),
        (HEAD.replace('"2099"', '"kemarin"'), [("period", "not_a_period")]),
        (HEAD + 'tabel = "1"', [("tabel", "unknown_key")]),
        (HEAD + "line_numbers = 1", [("line_numbers", "not_a_flag")]),
        ("format = ", [("file", "not_toml")]),
        (HEAD + TABLE.replace("number =", "nomor ="), [("tables[0].nomor", "unknown_key")]),
        (HEAD + TABLE.replace("| 35", ""), [("tables[1].rows[2]", "wrong_length")]),
        (HEAD + TABLE + "blanks = true", [("tables[1].readings", "missing")]),
        (HEAD + TABLE + "blanks = 1", [("tables[1].blanks", "not_a_flag")]),
        (HEAD + TABLE.replace('head = "Desa"', "head = 1"), [("tables[1].columns[0].label", "not_a_text")]),
        (HEAD + TABLE.replace('unit = "family"', 'unit = "kaka"'), [("tables[1].columns[1].unit", "unknown_unit")]),
        (HEAD + '[[figures]]\ncode = "a"\ntext = "1"\nnilai = 1', [("figures[a].nilai", "unknown_key")]),
        (HEAD + '[[figures]]\ncode = "a"', [("figures[a].text", "missing")]),
        (
            GOOD.replace('of = "place"', 'off = "place"'),
            [("relations[1].off", "unknown_key"), ("relations[1].kind", "missing")],
        ),
    ],
)
def test_every_fault_is_told_with_its_place(folder: Path, text: str, faults: list[tuple[str, str]]) -> None:
    assert refused(folder, text) == faults


def test_a_file_that_is_none_is_no_report(folder: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load_report(folder / "none.toml")
    (folder / "latin.toml").write_bytes("title = 'é'".encode("latin-1"))
    with pytest.raises(RecordError) as caught:
        load_report(folder / "latin.toml")
    assert caught.value.faults[0].code == "not_utf_8"


@pytest.mark.parametrize(
    "parts",
    [("kapuas",), tuple(f"kotawaringin_barat_{part}" for part in ("tables", "figures", "relations", "facts"))],
)
def test_the_reports_of_kesos_are_files_of_the_same_kind(parts: tuple[str, ...]) -> None:
    folder = files("kesos.datasets")
    whole: dict[str, Any] = {}
    for part in parts:
        whole |= tomllib.loads(folder.joinpath(f"{part}.toml").read_text(encoding="utf-8"))
    plain = json.loads(json.dumps(whole, default=str))
    assert [error.json_path for error in VALIDATOR.iter_errors(plain)] == []


@pytest.mark.parametrize(
    "text",
    [
        HEAD.replace("= 1", "= 2"),
        HEAD + 'tabel = "1"',
        HEAD + TABLE.replace("number =", "nomor ="),
        HEAD + TABLE.replace('head = "Desa"', "head = 1"),
        HEAD + '[[figures]]\ncode = "a"',
        HEAD + '[[relations]]\nkind = "sum_of"\ntotal = "a"',
        HEAD + '[[facts]]\nkind = "prize"',
    ],
)
def test_what_is_no_report_is_none_by_its_schema_either(folder: Path, text: str) -> None:
    assert schema_faults(text)
    assert refused(folder, text)
