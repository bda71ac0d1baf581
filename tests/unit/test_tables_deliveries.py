"""Deliveries as offices list them: goods by the words of a standard, with their units; the rest is a reject."""

from __future__ import annotations

import io
from typing import Any

import pytest

from kesos import PEDUM_2003, AidStandard, Citation, Place, Quantity, errors, tables
from kesos.deliveries import Delivery
from kesos.values import Unit
from kesos.values._units import UNITS
from kesos.wording._amounts import UNIT_WORDS

HEAD = "Tempat;Kecamatan;Tanggal;Barang;Jumlah;Satuan\n"


def read(*rows: str, head: str = HEAD, **said: object) -> tables.DeliveryReading:
    return tables.read_deliveries(io.StringIO(head + "\n".join(rows) + "\n"), **said)  # type: ignore[arg-type]


def test_goods_go_by_the_code_of_the_item_that_is_called_so() -> None:
    rows = ("Desa A;Kumai;1-3-2017;Beras;600;kg", "Desa A;;1-3-2017;Mi  Instan;40;dus")
    found = read(*rows, standard=PEDUM_2003, items={"mi instan": "instant_noodles"})
    assert [dict(each.items) for each in found.deliveries] == [
        {"rice": Quantity(600, "kg")},
        {"instant_noodles": Quantity(40, "carton")},
    ]
    assert found.deliveries[0].place.district == "Kumai"
    assert not found.rejects


def test_the_name_of_an_item_is_read_whatever_its_letters_and_blanks_in_the_file_and_in_the_standard() -> None:
    changed = PEDUM_2003.to_dict()
    changed["packages"][0]["items"][0]["name"] = {"id": "Beras  Medium", "en": "Rice"}
    found = read("Desa A;;1-3-2017;BERAS medium;600;kg", standard=AidStandard.from_dict(changed))
    assert [dict(each.items) for each in found.deliveries] == [{"rice": Quantity(600, "kg")}]


def test_goods_that_nobody_knows_keep_their_own_words() -> None:
    [delivery] = read("Desa A;;1-3-2017;Mi instan (dus);2,5;ton").deliveries
    assert dict(delivery.items) == {"mi_instan_dus": Quantity("2.5", "t")}


def test_a_quantity_may_stand_in_one_cell() -> None:
    found = read("Desa A;1-3-2017;Beras;600 kg", "Desa B;1-3-2017;Beras;-", head="Tempat;Tanggal;Barang;Jumlah\n")
    assert [dict(each.items) for each in found.deliveries] == [{"beras": Quantity(600, "kg")}]
    assert [(each.row, each.column) for each in found.rejects] == [(3, "Jumlah")]


def test_numbers_of_a_frame_need_their_unit_too() -> None:
    frame = pytest.importorskip("pandas").DataFrame(
        {"Tempat": ["A", "B", "C"], "Tanggal": ["1-3-2017"] * 3, "Barang": ["Beras"] * 3, "Jumlah": [600.0, 1.5, None]}
    )
    found = tables.read_deliveries(frame.assign(Satuan="kg"))
    assert [each.items["beras"] for each in found.deliveries] == [Quantity(600, "kg"), Quantity("1.5", "kg")]
    assert [each.row for each in found.rejects] == [2]
    booleans = tables.read_deliveries(frame.assign(Satuan="kg", Jumlah=[True, False, True]))
    assert {each.column for each in booleans.rejects} == {"Jumlah"}


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("Desa A;;1-3-2017;Beras;600;", "Satuan"),
        ("Desa A;;1-3-2017;Beras;600;kgg", "Satuan"),
        ("Desa A;;1-3-2017;Beras;600 kg;kg", "Satuan"),
        ("Desa A;;1-3-2017;???;600;kg", "Barang"),
        ("Desa A;;1-3-2017;Beras;-3;kg", None),
        ("Desa A;;besok;Beras;3;kg", "Tanggal"),
        ("Desa A;;1-3-2017;Beras;banyak;kg", "Jumlah"),
    ],
)
def test_what_cannot_be_read_is_rejected_at_its_column(row: str, column: str | None) -> None:
    [reject] = read(row).rejects
    assert reject.column == column
    assert reject.reason("id")
    assert reject.reason("en")


def test_a_table_without_goods_is_none_of_deliveries() -> None:
    with pytest.raises(errors.TableError) as refused:
        read("A;1-3-2017;3;kg", head="Tempat;Tanggal;Jumlah;Satuan\n")
    assert (refused.value.code, refused.value.field) == ("no_column", "columns.item")


DELIVERED = [
    Delivery(
        place=Place("Desa A", district="Kumai", code="62.01.02"),
        on="2017-03-01",
        items={"rice": Quantity(600, "kg"), "instant_noodles": Quantity(40, "carton")},
        source=Citation(regulation="BAST", locator="1"),
    ),
    Delivery(
        place="Desa B",
        on="2017-03-02",
        items={"rice": Quantity(1, "g"), "side_dishes": Quantity(150, Unit.of("IDR/100"))},
    ),
    Delivery(place="=1+1", on="2017-03-02", items={"own-code": Quantity(3, "IDR"), "own_code": Quantity(2, "kcal")}),
]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("standard", [None, PEDUM_2003])
def test_deliveries_are_read_back_with_one_for_each_of_the_goods(
    form: str, language: str, standard: AidStandard | None
) -> None:
    file = io.BytesIO()
    tables.write_deliveries(DELIVERED, file, standard=standard, format=form, language=language)
    found = tables.read_deliveries(io.BytesIO(file.getvalue()), standard=standard, locale=language)
    assert found.rejects == ()
    each = [
        Delivery(place=one.place, on=one.on, items={code: amount}, source=one.source)
        for one in DELIVERED
        for code, amount in one.items.items()
    ]
    assert list(found.deliveries) == each


def test_every_unit_is_written_in_a_word_that_is_read() -> None:
    printed = set(UNIT_WORDS.values())
    goods = {f"g{at}": Quantity(7, unit) for at, unit in enumerate(UNITS) if unit.code in printed}
    assert len(goods) == len(printed)
    for language in ("id", "en"):
        file = io.StringIO()
        given = [Delivery(place="A", on="2017-03-01", items=goods)]
        tables.write_deliveries(given, file, format="csv", language=language)
        read = tables.read_deliveries(io.StringIO(file.getvalue()), locale=language).deliveries
        assert {code: amount for each in read for code, amount in each.items.items()} == goods


@pytest.mark.parametrize("wrong", [None, 3, ["x"], [PEDUM_2003]])
def test_what_is_no_delivery_is_not_written(wrong: Any) -> None:
    with pytest.raises(errors.InvalidValueError) as refused:
        tables.write_deliveries(wrong, io.StringIO(), format="csv")
    assert (refused.value.field or "").startswith("deliveries")
    with pytest.raises(errors.InvalidValueError) as standard:
        tables.write_deliveries([], io.StringIO(), format="csv", standard="pedum")  # type: ignore[arg-type]
    assert standard.value.field == "standard"
