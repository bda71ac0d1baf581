"""Where something struck: the heads that offices print over it, and the district that stands beside the village."""

from __future__ import annotations

import io

import pytest

from kesos import PEDUM_2003, entitle_all, tables
from kesos.errors import TableError
from kesos.tables import EventReading


def read(over: str, *places: str, **options: object) -> EventReading:
    lines = [f"Jenis;{over};Tanggal;Jiwa", *(f"Banjir;{place};{2010 + at};{at + 1}" for at, place in enumerate(places))]
    return tables.read_events(io.StringIO("\n".join(lines)), **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "over",
    ["Desa/Kecamatan", "Desa / Kecamatan", "Desa/Kec.", "DESA/KEC", "Kelurahan/Kecamatan", "Desa/Kelurahan/Kecamatan"],
)
def test_under_a_head_of_village_and_district_the_second_is_the_district(over: str) -> None:
    reading = read(over, "Sabuai/Kumai", "Desa Runtu / Arut Selatan", "Desa Keraya")
    assert [each.place.text for each in reading.events] == ["Sabuai/Kumai", "Desa Runtu / Arut Selatan", "Desa Keraya"]
    assert [each.place.district for each in reading.events] == ["Kumai", "Arut Selatan", None]


@pytest.mark.parametrize("over", ["Kecamatan/Desa", "Kec. / Desa", "Kecamatan/Kelurahan"])
def test_under_a_head_of_district_and_village_the_first_is_the_district(over: str) -> None:
    assert [each.place.district for each in read(over, "Kumai/Sabuai", "Kumai").events] == ["Kumai", None]


@pytest.mark.parametrize("over", ["Desa/Kel.", "Kel./Desa", "Desa/Kelurahan", "Lokasi", "Tempat kejadian"])
def test_a_head_that_names_no_district_makes_none_of_two_names(over: str) -> None:
    assert [each.place.district for each in read(over, "Sabuai/Kumai", "Sabuai, Kumai").events] == [None, None]


def test_two_names_with_a_comma_under_a_head_with_one() -> None:
    reading = read("Desa, Kecamatan", "Sabuai, Kumai", "Sabuai/Kumai")
    assert [each.place.district for each in reading.events] == ["Kumai", None]


@pytest.mark.parametrize(
    ("place", "district"),
    [
        ("Desa Sabuai, Kec. Kumai", "Kumai"),
        ("Sabuai / Kec. Kumai", "Kumai"),
        ("Sabuai (Kecamatan Arut Selatan)", "Arut Selatan"),
        ("Desa Sabuai Kec.Kumai", "Kumai"),
        ("Kec. Kumai, Desa Sabuai", "Kumai"),
        ("KEC. KUMAI Desa Sabuai", "KUMAI"),
        ("Desa Bagendang, Kec. Kota Besi, Kab. Kotawaringin Timur", "Kota Besi"),
        ("Kec. Kumai.", "Kumai"),
        ("Kec. Kumai dan Arut Selatan", None),
        ("Kec. Kumai, Arut Selatan", None),
        ("Kec. Kumai, Kec. Arut Selatan", None),
        ("3 Kec.", None),
        ("Kec. 3", None),
        ("Desa Kecapi", None),
        ("Desa A/Desa B", None),
    ],
)
def test_a_district_is_read_where_the_word_says_it_and_there_is_one(place: str, district: str | None) -> None:
    (event,) = read("Desa/Kecamatan", place).events
    assert (event.place.text, event.place.district) == (place, district)
    assert read("Lokasi", place).events[0].place.district == district


def test_what_the_cell_says_goes_before_the_group_and_a_column_before_the_cell() -> None:
    text = "Jenis;Lokasi;Tanggal\nKec. Arut Utara;;\nBanjir;Desa A, Kec. Kumai;2024\nBanjir;Desa B;2024\n"
    assert [each.place.district for each in tables.read_events(io.StringIO(text)).events] == ["Kumai", "Arut Utara"]
    text = "Jenis;Lokasi;Kecamatan;Tanggal\nBanjir;Desa A, Kec. Kumai;Arut Utara;2024\nBanjir;Kec. Kumai;;2024\n"
    assert [each.place.district for each in tables.read_events(io.StringIO(text)).events] == ["Arut Utara", None]


def test_a_year_is_totalled_by_the_districts_in_the_cells() -> None:
    answers = entitle_all(read("Desa/Kecamatan", "A/Kumai", "B/Arut Utara", "C/Kumai"), PEDUM_2003, days="minimum")
    totals = answers.totals("place.district")
    assert {key: len(each.answers) for key, each in totals.items()} == {"Kumai": 2, "Arut Utara": 1}


def test_a_sheet_without_a_column_for_the_place_is_refused_once_with_the_heads_that_were_not_used() -> None:
    with pytest.raises(TableError) as refused:
        read("Di mana", "A", "B")
    error = refused.value
    assert (error.code, error.field) == ("no_column", "columns.place")
    for language, unused in (("id", "tidak terpakai: Di mana"), ("en", "not used: Di mana")):
        assert unused in error.message(language)
        assert 'columns={"place": "..."}' in error.message(language)
    with pytest.raises(TableError) as refused:
        tables.read_events(io.StringIO("Jenis,Tanggal\nBanjir,2024\n"))
    assert "Jenis, Tanggal" in refused.value.message("en")
    assert len(tables.read_events(io.StringIO("Jenis,Tanggal\nBanjir,2024\n"), same={"place": "A"}).events) == 1


def test_a_column_that_is_said_to_be_two_things_is_said_to_be_read_already() -> None:
    with pytest.raises(TableError) as refused:
        read("Desa/Kecamatan", "A/B", columns={"place": "Desa/Kecamatan", "place.district": "Desa/Kecamatan"})
    assert (refused.value.code, refused.value.field) == ("column_is_read", "columns.place.district")
    assert "'Desa/Kecamatan' is read as place already" in str(refused.value)
    with pytest.raises(TableError, match="'Di Mana'"):
        read("Lokasi", "A", columns={"place": "Di Mana"})


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_year_of_two_digits_names_the_option_that_says_its_century(language: str) -> None:
    text = "Jenis;Lokasi;Tanggal\nBanjir;A;01-02-24\n"
    error = tables.read_events(io.StringIO(text)).rejects[0].error
    assert "century=2000" in error.message(language)
    assert "century=" not in str(error.to_dict(language)["hint"])
    assert tables.read_events(io.StringIO(text), century=2000).events[0].period.iso == "2024-02-01"
