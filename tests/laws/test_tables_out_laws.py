"""Whatever goes out is in the file as it was: any text, any count, any event."""

from __future__ import annotations

import csv
import io
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kesos import tables
from kesos._sheets._writing import escape_formula, unescape_formula
from kesos.counts import ByClass, Counts
from kesos.errors import InvalidValueError
from kesos.events import DisasterEvent
from kesos.tables._counted import CountColumn, gather, spread
from kesos.testing._strategies import counted, events, places
from kesos.values import Quantity, Span

TRICKY = st.text(st.sampled_from("'\"=+-@＝＋ \t\r\n;,_x0041a\ufeff\u200f\\"), max_size=8)


@given(st.text() | TRICKY)
def test_an_escaped_text_is_read_back_as_it_was_and_is_never_live(text: str) -> None:
    escaped = escape_formula(text)
    assert unescape_formula(escaped) == text
    assert escaped == "-" or not escaped.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
    assert not escaped.startswith(("\t", "\r", "\n"))


@given(
    places().filter(lambda place: "\r" not in place.text)
    | TRICKY.filter(lambda text: bool(text.strip("\ufeff \t\r\n")))
)
@settings(max_examples=60)
def test_any_place_is_in_the_file_as_it_was_or_refused(place: Any) -> None:
    event = DisasterEvent(hazard="flood", place=place, period="2017")
    file = io.BytesIO()
    tables.write_events([event], file, format="csv")
    rows = list(csv.reader(io.StringIO(file.getvalue().decode("utf-8-sig"), newline=""), delimiter=";"))
    assert unescape_formula(rows[1][2]) == event.place.text
    sheet = io.BytesIO()
    code = ""
    try:
        tables.write_events([event], sheet, format="xlsx")
    except InvalidValueError as refused:
        code = refused.code
    if code:
        assert (code, sheet.getvalue()) == ("not_for_a_cell", b"")
    else:
        cell = openpyxl.load_workbook(io.BytesIO(sheet.getvalue())).active["C2"]
        assert (cell.value, cell.data_type) == (event.place.text, "s")


@given(st.lists(events(), max_size=4))
@settings(max_examples=60)
def test_every_event_has_its_rows_and_every_number_its_cell(given_events: list[DisasterEvent]) -> None:
    file = io.StringIO()
    tables.write_events(given_events, file, format="csv", language="en")
    rows = list(csv.DictReader(io.StringIO(file.getvalue(), newline="")))
    assert len(rows) == sum(len(event.localities) or 1 for event in given_events)
    for number, event in enumerate(given_events, 1):
        own = [row for row in rows if row["Event no."] == str(number)]
        for row, held in zip(own, event.localities or (event,), strict=True):
            for head, value in (("Families", held.families), ("People", held.people)):
                assert row[head] == ("" if value is None else str(value))
            assert row["Estimated loss (Rp)"] == ("" if held.loss is None else str(held.loss.amount))


@given(counted())
def test_a_column_of_counts_is_found_again_by_its_head(counts: Any) -> None:
    for column, _ in spread(counts):
        for language in ("id", "en"):
            assert CountColumn.read(column.head(language)) == column


@given(counted())
def test_counts_are_gathered_again_as_they_were_spread(counts: Any) -> None:
    told = {
        code: None if isinstance(number, ByClass) and all(each is None for _, each in number.cells) else number
        for code, number in counts.items()
    }
    assert Counts(gather(spread(counts))) == told


def test_a_measured_count_is_gathered_in_the_unit_of_its_column() -> None:
    assert gather([(CountColumn(code="paddy", unit="ha"), 2)]) == {"paddy": Quantity(2, "ha")}
    assert gather(spread({"paddy": Quantity(2, "ha")})) == {"paddy": Quantity(2, "ha")}


def test_a_number_beside_its_classes_must_be_their_sum() -> None:
    heavy, light = (CountColumn(code="house", classes=(("", name),)) for name in ("heavy", "light"))
    whole = CountColumn(code="house")
    assert gather([(whole, 5), (heavy, 2), (light, 3)]) == gather([(heavy, 2), (light, 3)])
    assert gather([(whole, 5), (heavy, None)]) == {"house": 5}
    for number in (2, 4, None):
        with pytest.raises(InvalidValueError) as refused:
            gather([(whole, 5), (heavy, 2), (light, number)])
        assert (refused.value.code, refused.value.field) == ("two_numbers", "counts.house")


def test_a_range_needs_both_of_its_ends() -> None:
    least, most = (CountColumn.read(f"counts.cow {end}") for end in ("minimum", "maximum"))
    assert least is not None
    assert most is not None
    assert gather([(least, 2), (most, 4)]) == {"cow": Span(2, 4)}
    assert gather([(least, None), (most, None)]) == {"cow": None}
    for ends in ([(least, 2)], [(least, None), (most, 4)]):
        with pytest.raises(InvalidValueError) as refused:
            gather(ends)
        assert (refused.value.code, refused.value.field) == ("missing", "counts.cow")


def test_a_head_of_something_else_is_no_count() -> None:
    for head in ("Jiwa", "Lokasi – paling sedikit", "counts", "counts.", "counts.x[", ""):
        assert CountColumn.read(head) is None
