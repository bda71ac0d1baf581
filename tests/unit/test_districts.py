"""One district, however it is written, is one group; where that puts spellings together, what is shown says so."""

from __future__ import annotations

import io
import pickle
from typing import Any

import openpyxl
import pytest

from kesos import PEDUM_2003, charts, entitle_all, show, tables
from kesos.errors import InvalidValueError
from kesos.events import DisasterEvent
from kesos.relief import Refusal
from kesos.values import Place
from kesos.values._districts import Spellings, district_name, same_district

SPELLINGS = ("Kec. Kumai", "Kumai", "KUMAI", "Kecamatan Kumai", "kumai ", "Kec.Kumai", "kec : Kumai", "Kec. Kec. Kumai")
TOLD = "Kecamatan yang sama ditulis berbeda, dihitung sebagai satu: "


def flood(district: str | None, place: str = "Desa A", people: int = 10, **more: Any) -> DisasterEvent:
    told = {"hazard": "banjir", "period": "2017-02-28", "place": Place(place, district=district), "people": people}
    return DisasterEvent(**told | more)


def groups_of(*districts: str | None) -> Any:
    return entitle_all([flood(each) for each in districts], PEDUM_2003, days=7).totals("place.district")


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_word_blanks_and_case_make_no_other_district(spelling: str) -> None:
    assert same_district(spelling) == same_district("Kumai")


@pytest.mark.parametrize("other", ["Kumai Hulu", "Kuma i", "Kecamatan", "Kecubung", "Arut"])
def test_another_name_is_another_district(other: str) -> None:
    assert same_district(other) != same_district("Kumai")
    assert district_name(other) == other


def test_spellings_of_a_district_are_one_group_that_says_so() -> None:
    groups = groups_of(*SPELLINGS, None)
    assert list(groups) == ["Kumai", None]
    assert len(groups["Kumai"].answers) == len(SPELLINGS)
    assert all(groups[each] is groups["Kumai"] for each in SPELLINGS)
    written = " = ".join(each.strip() for each in SPELLINGS)
    assert f"{TOLD}{written}." in show(groups).notes
    assert pickle.loads(pickle.dumps(groups)).spellings == groups.spellings


def test_a_district_that_is_written_in_one_way_is_called_as_it_is_written() -> None:
    groups = groups_of("Kec. Kumai", "Kec. Kumai", "Kec. Lamandau")
    assert list(groups) == ["Kec. Kumai", "Kec. Lamandau"]
    assert not any(TOLD in note for note in show(groups).notes)


def test_a_district_is_called_as_most_rows_have_its_name() -> None:
    assert list(groups_of("KUMAI", "Kec. Kumai", "Kumai", "KUMAI", "Kecamatan Kumai")) == ["Kumai"]
    assert list(groups_of("KUMAI", "Kumai")) == ["KUMAI"]


def test_what_is_no_spelling_of_a_group_is_not_found() -> None:
    groups = groups_of("Kumai", None)
    for key in ("Lamandau", 3):
        with pytest.raises(KeyError):
            groups[key]
    with pytest.raises(KeyError):
        entitle_all([flood("Kumai")], PEDUM_2003, days=7).totals("place")["Desa B"]


def test_a_function_of_the_event_is_taken_at_its_word() -> None:
    batch = entitle_all([flood("Kumai"), flood("KUMAI")], PEDUM_2003, days=7)
    assert list(batch.totals(lambda event: event.place.district)) == ["Kumai", "KUMAI"]


def test_a_rejected_row_goes_to_the_district_that_stands_in_it() -> None:
    sheet = "Lokasi;Jenis;Tanggal;Jiwa;Kecamatan\nDesa A;Banjir;1-1-2017;9;Kumai\nDesa B;Bnajir;1-1-2017;9;Kec. Kumai\n"
    sheet += "Desa C;Bnajir;1-1-2017;9;\nDesa D;Bnajir;1-1-2017;9;Lamandau\n"
    read = tables.read_events(io.StringIO(sheet))
    rows = dict(read.rows())
    assert [rows[row].district for row in (3, 4, 5)] == ["Kec. Kumai", None, "Lamandau"]
    groups = entitle_all(read, PEDUM_2003, days=7).totals("place.district")
    assert {key: len(each.left_out) for key, each in groups.items()} == {"Kumai": 1, "Lamandau": 1, None: 1}
    assert {key: len(each.answers) for key, each in groups.items()} == {"Kumai": 1, "Lamandau": 0, None: 0}
    by_hazard = entitle_all(read, PEDUM_2003, days=7).totals("hazard")
    assert len(by_hazard[None].left_out) == 3


def test_a_row_whose_sheet_has_no_column_of_districts_has_none() -> None:
    read = tables.read_events(io.StringIO("Lokasi;Jenis;Tanggal;Jiwa\nDesa B;Bnajir;1-1-2017;9\n"))
    ((_, refusal),) = read.rows()
    assert isinstance(refusal, Refusal)
    assert refusal.district is None


def test_what_is_written_and_drawn_of_groups_says_which_spellings_they_put_together() -> None:
    groups = groups_of("Kumai", "Kec. Kumai")
    file = io.BytesIO()
    tables.write_totals(groups, file, format="xlsx")
    cells = [row[0] for row in openpyxl.load_workbook(file)["Sumber"].iter_rows(values_only=True)]
    assert f"{TOLD}Kumai = Kec. Kumai." in cells
    title = charts.needs(groups).to_dict()["title"]
    assert f"{TOLD}Kumai = Kec. Kumai." in " ".join(title["subtitle"])


def test_in_the_form_of_the_ministry_the_word_stands_once_before_every_district() -> None:
    fire = flood("Kec. Kumai", "Pasar", hazard="kebakaran")
    floods = [flood("Kec. Kumai", "Desa A"), flood("KUMAI", "Desa B"), flood("Kumai", "Desa C"), flood(None, "Desa D")]
    report = tables.year_report([fire, *floods], year=2017, area="Kab. Contoh").markdown()
    assert "Pasar, Kec. Kumai |" in report
    assert report.count("Bencana Banjir di Wilayah Kec. ") == 1
    assert "Bencana Banjir di Wilayah Kec. Kumai" in report
    assert f"{TOLD}Kec. Kumai = KUMAI = Kumai." in report
    assert "Kec. Kec." not in report
    assert TOLD not in tables.year_report(floods[:1], year=2017, area="Kab. Contoh").markdown()


def test_a_group_that_can_be_no_key_is_refused_by_district_too() -> None:
    batch = entitle_all([flood("Kumai")], PEDUM_2003, days=7)
    with pytest.raises(InvalidValueError) as refused:
        batch.totals(lambda event: [event])
    assert refused.value.code == "not_a_key"


def test_blanks_alone_are_told_as_one_spelling() -> None:
    assert Spellings.of(["Arut  Selatan", "Arut Selatan"]).say("id") == []
    assert set(Spellings.of(["Arut  Selatan", "Arut Selatan"]).names.values()) == {"Arut Selatan"}
