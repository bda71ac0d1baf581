"""Cards as offices list them: a row for each area; states make the total, and rows the sum."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from kesos import Citation, errors, tables
from kesos.cards import CardDistribution

HEAD = "Kecamatan;Jumlah KKS;Terdistribusi;Tidak terdistribusi;Belum dicetak;Meninggal dunia;Pindah"


def cards_of(*rows: str, head: str = HEAD, **said: Any) -> tables.CardReading:
    return tables.read_cards(io.StringIO("\n".join((head, *rows)) + "\n"), **said)


def test_cards_are_read_by_area_with_their_reasons_and_the_total_is_held_against_them() -> None:
    reading = cards_of("Kumai;100;80;15;5;3;2", "Arut Selatan;50;50;0;0;;", "Jumlah;150;130;15;5;3;2")
    assert dict(reading.cards) == {
        "Kumai": CardDistribution(
            total=100, distributed=80, undistributed=15, unprinted=5, reasons={"deceased": 3, "moved": 2}
        ),
        "Arut Selatan": CardDistribution(total=50, distributed=50, undistributed=0, unprinted=0),
    }
    assert [each.kind for each in reading.skipped] == ["total"]
    [wrong] = cards_of("Kumai;100;80;15;5;;", "Jumlah;101;80;15;5;;").rejects
    assert (wrong.is_total, wrong.column) == (True, "Jumlah KKS")


def test_states_that_do_not_make_the_total_are_told_at_its_column() -> None:
    reading = cards_of("Kumai;8.163;6.800;1.231;131;;", "X;10;5;5;0;9;", "Y;banyak;;;;;", "Kumai;1;1;;;;")
    assert [(each.row, each.column) for each in reading.rejects] == [
        (2, "Jumlah KKS"), (3, "Meninggal dunia"), (4, "Jumlah KKS"),
    ]  # fmt: skip
    assert [(area, each.distributed, each.unprinted) for area, each in reading.cards] == [("Kumai", 1, None)]


def test_a_column_of_a_reason_of_ones_own_is_read_by_its_code() -> None:
    [(_, cards)] = cards_of("A;9;3;2", head="Wilayah;Kartu seluruhnya;Belum didistribusikan;reasons.own").cards
    assert cards.reasons == (("own", 2),)
    [reject] = cards_of("A;9;3;2", head="Wilayah;Kartu seluruhnya;Belum didistribusikan;reasons.Own Word").rejects
    assert reject.column == "reasons.Own Word"
    [(_, said)] = cards_of("A;9;3;2", head="Wilayah;Kartu;Belum diterima;Wafat semua",
                           columns={"reasons.deceased": "Wafat semua"}).cards  # fmt: skip
    assert said.reasons == (("deceased", 2),)


def test_a_table_without_an_area_or_a_state_is_none_of_cards() -> None:
    for head, field in (("Kartu;Terdistribusi", "area"), ("Wilayah;Meninggal dunia", "total")):
        with pytest.raises(errors.TableError) as refused:
            cards_of("1;1", head=head)
        assert (refused.value.code, refused.value.field) == ("no_column", f"columns.{field}")


def test_cards_are_written_with_their_sum_where_all_is_known_and_with_their_source(tmp_path: Path) -> None:
    source = Citation(regulation="Laporan", locator="C.2.g.4")
    cards = {
        "Kumai": CardDistribution(total=10, distributed=8, undistributed=2, unprinted=0, source=source),
        "Arut": CardDistribution(total=5, distributed=None, undistributed=3, unprinted=None, reasons={"own": 3}),
        "Lada": CardDistribution(total=None, distributed=None, undistributed=None, unprinted=None),
    }
    path = tmp_path / "kartu.xlsx"
    tables.write_cards({name: cards[name] for name in ("Kumai", "Arut")}, path)
    page = load_workbook(path)["Kartu"]
    assert [cell.value for cell in page[4]][:6] == ["Jumlah", 15, None, 5, None, None]
    assert load_workbook(path).sheetnames == ["Kartu", "Sumber"]
    tables.write_cards(cards, path, language="en")
    back = tables.read_cards(path, locale="en")
    assert (dict(back.cards), back.rejects) == (cards, ())
    assert load_workbook(path)["Cards"]["B4"].value == "not known"


@pytest.mark.parametrize("wrong", [None, {"Kumai": 3}, {"": None}, [("Kumai",)], "Kumai"])
def test_what_are_no_cards_is_refused(wrong: Any) -> None:
    with pytest.raises(errors.InvalidValueError) as refused:
        tables.write_cards(wrong, io.StringIO(), format="csv")
    assert (refused.value.field or "").startswith("cards")
