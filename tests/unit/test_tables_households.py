"""Households as offices list them, a row for each member; nothing that is personal is told by a reject."""

from __future__ import annotations

import io
from typing import Any

import pytest

from kesos import Beneficiary, Household, errors, tables
from kesos.categories import Pmks

HEAD = "Kode rumah tangga;Miskin;Jenis kelamin;Umur;Hamil;Kategori PMKS\n"


def read(*rows: str, head: str = HEAD) -> tables.HouseholdReading:
    return tables.read_households(io.StringIO(head + "\n".join(rows) + "\n"))


def faults(reading: tables.HouseholdReading) -> list[tuple[Any, str | None, str]]:
    return [(each.row, each.column, each.error.code) for each in reading.rejects]


def test_each_row_is_there_in_its_order_as_what_it_became() -> None:
    reading = read("f1;ya;P;28;ya;", "f2;ya;P;-3;;", "f3;ya;L;5;;")
    first, refused, last = reading.rows()
    assert [(row, thing.reference) for row, thing in (first, last)] == [(2, "f1"), (4, "f3")]
    assert (refused[0], refused[1].code) == (3, reading.rejects[0].error.code)


def test_rows_with_one_reference_are_one_household() -> None:
    reading = read("f1;ya;P;28;ya;", "f2;tidak;L;40;;", "f1;ya;L;5;;", ";ya;;;;")
    assert [each.reference for each in reading.households] == ["f1", "f2", None]
    first = reading.households[0]
    assert first.poor is True
    assert [(each.sex, each.stated_age, each.pregnant) for each in first.members or ()] == [
        ("female", 28, True), ("male", 5, None),
    ]  # fmt: skip
    assert reading.households[2].members is None
    assert not reading.rejects


def test_without_a_reference_each_row_is_a_household() -> None:
    reading = read("P;28", "P;28", head="Jenis kelamin;Umur\n")
    assert [len(each.members or ()) for each in reading.households] == [1, 1]


def test_categories_go_by_their_words_and_a_dash_is_none_of_them() -> None:
    beggar = Pmks.PENGEMIS
    reading = read(f'f1;;;40;;"{beggar.say("id")}; {beggar.name}"', "f2;;;40;;-")
    assert [each.members[0].categories for each in reading.households if each.members] == [(beggar,), ()]


def test_rows_of_one_household_say_the_same_of_it() -> None:
    reading = read("f1;ya;P;28;;", "f1;tidak;L;5;;", "f2;;L;9;;")
    assert [each.reference for each in reading.households] == ["f2"]
    assert faults(reading) == [(2, "Miskin", "rows_of_household_differ"), (3, "Miskin", "rows_of_household_differ")]


def test_a_bad_row_takes_the_other_rows_of_its_household_along() -> None:
    reading = read("f1;ya;P;28;;", "f1;ya;L;-5;;", "f2;ya;L;200;;", "f3;ya;L;9;ya;")
    assert [(row, column) for row, column, _ in faults(reading)] == [
        (2, "Kode rumah tangga"), (3, "Umur"), (4, "Umur"), (5, "Hamil"),
    ]  # fmt: skip
    assert reading.rejects[0].error.code == "row_of_household_rejected"
    assert not reading.households


def test_nothing_personal_is_told() -> None:
    reading = read("f1;ya;P;seribu rahasia;;", head=HEAD)
    [reject] = reading.rejects
    for told in (repr(reading), repr(reject), reject.reason("id"), reject.reason("en"), str(reject.error)):
        assert "rahasia" not in told
    assert reject.cells["Umur"] == "seribu rahasia"


def test_a_table_that_tells_nothing_of_households_is_refused() -> None:
    with pytest.raises(errors.TableError):
        read("a;b", head="Warna;Rasa\n")


def test_households_come_back_as_they_were_written() -> None:
    households = (
        Household(
            reference="f1", members=[Beneficiary(sex="female", birth_date="1990-05-01", elderly=False)], poor=True
        ),
        Household(reference="f2", very_poor=True),
    )
    file = io.BytesIO()
    tables.write_households(households, file, format="xlsx", personal=True)
    file.seek(0)
    assert tables.read_households(file).households == households


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("TK", "preschool"), ("SD", "primary"), ("MI", "primary"), ("SD/MI", "primary"), ("SMP sederajat", "junior"),
        ("MTs", "junior"), ("SMA/sederajat", "senior"), ("SMK", "senior"), ("MA", "senior"),
        ("tidak bersekolah", "none"),
    ],
)  # fmt: skip
def test_a_school_is_of_the_level_that_the_law_gives_it(words: str, level: str) -> None:
    [household] = read(f"f1;L;{words}", head="Kode rumah tangga;Jenis kelamin;Sekolah\n").households
    assert household.members is not None
    assert household.members[0].schooling == level


@pytest.mark.parametrize("words", ["Paket A", "S1", "MA jurusan", "sederajat"])
def test_what_the_law_names_as_no_school_of_a_level_is_refused(words: str) -> None:
    assert faults(read(f"f1;L;{words}", head="Kode rumah tangga;Jenis kelamin;Sekolah\n"))[0][1] == "Sekolah"
