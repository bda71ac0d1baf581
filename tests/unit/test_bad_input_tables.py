"""What a careless office passes as a table: the right total, or a word that names the row or the column; never less."""

from __future__ import annotations

import csv
import io

import pandas as pd
import pytest

from kesos import PEDUM_2003, DisasterEvent, entitle_all, errors, frames, tables
from kesos.relief import Batch

GRAMS_OF_A_WEEK = 7 * 400
"""Pedum 2003, letter a: 400 grams of rice for a person and a day."""


def answers(rows: str) -> Batch:
    read = tables.read_events(
        io.StringIO(rows), columns={"place": "region"}, same={"hazard": "banjir", "period": "2017"}
    )
    return entitle_all(read, PEDUM_2003, days=7)


def rice(batch: Batch) -> int:
    return sum(each["rice"].amount for each in batch.answers)


@pytest.mark.parametrize(
    ("rows", "people"),
    [
        ("region,people\n", 0),
        ("region,people,note\nAceh,10,x\n", 10),
        ("region,people\nAceh,10\nBali,1.234\n", 1_244),
        ("region,people\nAceh,10\nBali,20\nJumlah,30\n", 30),
        ("region,people\nAceh,10\nBali,20\nTOTAL,30\n", 30),
        ("region,people\n\nAceh,10\n\n", 10),
    ],
    ids=["no rows", "a column more", "thousands", "a total in the sheet", "a total in English", "blank lines"],
)
def test_the_total_is_right(rows: str, people: int) -> None:
    batch = answers(rows)
    assert rice(batch) == people * GRAMS_OF_A_WEEK
    assert batch.total.left_out == ()
    if people:
        assert batch.total["rice"].amount == rice(batch)


def test_a_frame_without_rows_adds_up_to_nothing() -> None:
    empty = pd.DataFrame({"hazard": pd.array([], dtype="str"), "people": pd.array([], dtype="Int64")})
    frame = frames.entitle(empty, PEDUM_2003, days=7)
    assert (len(frame), frame["rice_g"].sum()) == (0, 0)


def test_a_total_names_the_row_that_it_could_not_add() -> None:
    batch = answers("region,people\nAceh,10\nBali,\n")
    [left_out] = batch.total.left_out
    assert "Bali" in str(left_out.event)
    assert left_out.error.field == "people"
    assert "1 kejadian belum dapat dihitung" in str(batch.total)
    with pytest.raises(errors.IncompleteTotalError):
        frames.totals(
            pd.DataFrame({"hazard": ["banjir"] * 2, "people": pd.array([10, None], dtype="Int64")}), PEDUM_2003, days=7
        )


@pytest.mark.parametrize("head", ["region,people,people", "region,people,PEOPLE", "region,Jiwa,jiwa"])
def test_two_columns_under_one_head_are_refused(head: str) -> None:
    with pytest.raises(errors.TableError) as refused:
        answers(f"{head}\nAceh,10,99\n")
    assert (refused.value.code, refused.value.field) == ("doubled_column", "columns.people")


def test_a_total_that_does_not_add_up_is_told() -> None:
    read = tables.read_events(
        io.StringIO("region,people\nAceh,10\nJumlah,30\n"),
        columns={"place": "region"},
        same={"hazard": "banjir", "period": "2017"},
    )
    [reject] = read.rejects
    assert (reject.row, reject.is_total, reject.column) == (3, True, "people")


@pytest.mark.parametrize("place", ['=HYPERLINK("http://x","y")', "+1", "-1+1", "@x", "\t=1", "＝1", " =1"])
def test_no_formula_goes_out_live(place: str) -> None:
    file = io.StringIO()
    tables.write_events([DisasterEvent(hazard="flood", place=place, period="2017", people=10)], file, format="csv")
    cells = [cell for row in csv.reader(io.StringIO(file.getvalue()), delimiter=";") for cell in row]
    assert f"'{place}" in cells
    file.seek(0)
    assert tables.read_events(file).events[0].place.text == place
