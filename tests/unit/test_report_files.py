"""A report's file is read whole, or refused with every fault in it and the path to each."""

from __future__ import annotations

import copy
import tomllib
from datetime import date
from typing import Any

import pytest

from kesos.errors import RecordError
from kesos.reports import FromTo, PartOf, Report
from kesos.reports._load import Page, read_report
from kesos.reports._load_values import mark_value, value_of
from kesos.values import Percentage, Period, Quantity, Span

FILE: dict[str, Any] = tomllib.loads(
    """
    headings = "1 | A | A. | Korban"
    lists = "A | 2:1. 3:2."
    names = '''
    4 | A | place | umpama | Contoh | Umpama
    5 | A | place | umpama | Contoh | Umpama
    '''
    mentions = "4 | A | tahun 2099 | 2099"
    abbreviations = "4 | A | KK | kepala keluarga"

    [[tables]]
    number = "1"
    at = "A"
    title = { line = 6, text = "Korban Tahun 2099" }
    columns = [
      { code = "place" },
      { code = "date", holds = "period" },
      { code = "families", unit = "family", number = "3", part = 0 },
      { code = "people", unit = "person", number = "3", part = 1 },
      { code = "heavy", unit = "building" },
      { code = "light", unit = "building" },
      { code = "houses", unit = "house" },
      { code = "businesses", unit = "building" },
      { code = "public_facilities", unit = "building" },
      { code = "loss", unit = "IDR" },
    ]
    rows = '''
    7 | 1 | Umpama | Juni 2099 | 60/240 | - | - | 2 | - | - | -
    8 | 2 | Contoh | Juni 2099 | 35/150 | - | - | 1 | - | - | -
    '''

    [[figures]]
    code = "families"
    line = 9
    at = "A"
    text = "35 KK"
    amount = 35
    unit = "family"
    label = { id = "KK", en = "families" }

    [[figures]]
    code = "days"
    line = 9
    at = "A"
    text = "17 – 10 Maret 2099"
    first = "2099-03-17"
    last = "2099-03-10"
    label = { id = "hari", en = "days" }

    [[relations]]
    kind = "part_of"
    part = "families"
    whole = "cell:1/1/families"

    [[facts]]
    kind = "award"
    line = 9
    at = "A"
    name = { text = "Desa Siaga" }
    label = { id = "desa siaga", en = "a village that is ready" }
    year = { same = "families" }
    venue = { text = "Contoh" }

    [[facts]]
    kind = "aid_goods"
    line = 9
    at = "A"
    aid = "food"
    name = { text = "beras" }
    label = { id = "beras", en = "rice" }

    [fires]
    table = "1"
    hazard = "fire"
    rows = "1 | Contoh | Umpama"

    [natural_disasters]
    table = "1"
    rows = "flood | Contoh | 1 2"

    [[quotas]]
    program = "PKH"
    year = 2099
    area = "Contoh"
    people = "families"
    """
)


ABOUT = {
    "format": 1,
    "line_numbers": True,
    "code": "contoh",
    "title": "Laporan",
    "office": "Dinas",
    "period": "2099",
}
NO_FIGURES = [
    ("relations[0].part", "unknown_reference"),
    ("facts[0].year", "unknown_reference"),
    ("quotas[0].people", "unknown_reference"),
]


def read(data: dict[str, Any]) -> Report:
    return read_report(Page("Laporan"), {**ABOUT, **data})


def faults(change: Any) -> list[tuple[str | None, str]]:
    data = copy.deepcopy(FILE)
    change(data)
    with pytest.raises(RecordError) as caught:
        read(data)
    assert caught.value.code == "record"
    return [(fault.field, fault.code) for fault in caught.value.faults]


def test_a_file_is_read_whole() -> None:
    report = read(FILE)
    assert report.table("1").cell("1", "people").value == Quantity(240, "person")
    assert [event.people for event in (*report.fires, *report.natural_disasters)] == [240, 390]
    assert [len(event.localities) for event in report.natural_disasters] == [2]
    (award,) = report.told("award")
    assert (award.part("year"), award.part("days")) == (report.figure("families"), None)
    assert [type(fact).__name__ for fact in report.facts] == ["Told", "AidGoods"]
    kinds = [type(relation).__name__ for relation in report.relations]
    assert kinds == ["Numbering", "Numbering", "FromTo", "SameName", "Abbreviation", "PartOf"]
    assert report.relations[2] == FromTo(report.figure("days"), first=date(2099, 3, 17), last=date(2099, 3, 10))
    assert report.relations[5] == PartOf(report.figure("families"), whole=report.table("1").cell("1", "families"))
    assert [quota.people for quota in report.quotas] == [35]


def test_an_empty_file_is_a_report_of_nothing() -> None:
    assert repr(read({})) == "<Report contoh, 2099: 0 tables, 0 figures>"


@pytest.mark.parametrize(
    ("where", "value", "found"),
    [
        (("headings",), "1 | A | A.", [("headings[1]", "wrong_length")]),
        (("headings",), "one | A | A. | Korban", [("headings[1].line", "not_whole")]),
        (("headings",), 5, [("headings", "wrong_type")]),
        (("mentions",), "4 | A | nomor 5 | = five", [("mentions[1].value", "not_whole")]),
        (("mentions",), "4 | A | nomor 5 | 17", [("mentions[1].value", "not_a_period")]),
        (("names",), "4 | A | river | x | | Arut", [("names[1].kind", "not_a_choice")]),
        (("names",), "4 | cell:1/9/place | place | x | | Arut", [("names[1]", "unknown_reference")]),
        (("figures",), 5, [("figures", "wrong_type"), *NO_FIGURES]),
        (("figures", 1), "x", [("figures[1]", "wrong_type")]),
        (("figures", 1, "code"), "families", [("figures[families].code", "duplicate")]),
        (("figures", 1, "last"), "2099-03-32", [("figures[days].last", "not_a_day")]),
        (("figures", 1, "label"), {"id": "hari"}, [("figures[days].label.en", "missing")]),
        (("figures", 1, "line"), "nine", [("figures[days].line", "wrong_type")]),
        (("relations", 0, "kind"), "partof", [("relations[0].kind", "not_a_choice")]),
        (("relations", 0, "part"), "familes", [("relations[0].part", "unknown_reference")]),
        (("relations", 0, "parts"), [], [("relations[0].parts", "unknown_key")]),
        (("relations", 0, "certain"), "no", [("relations[0].certain", "not_a_flag")]),
        (
            ("relations", 0),
            {"kind": "sum_of", "total": "families", "parts": "families"},
            [("relations[0].parts", "wrong_type")],
        ),
        (("relations", 0), {"kind": "sum_of"}, [("relations[0].total", "missing"), ("relations[0].parts", "missing")]),
        (("facts", 0, "venu"), {"text": "Contoh"}, [("facts[0].parts", "unknown_part")]),
        (("facts", 0, "venue"), "Contoh", [("facts[0].venue", "wrong_type")]),
        (("facts", 0, "kind"), "prize", [("facts[0].kind", "not_a_choice")]),
        (("facts", 1, "item"), "Rice", [("facts[1].item", "not_a_slug")]),
        (("fires", "table"), "2", [("fires.table", "unknown_reference")]),
        (("fires", "rows"), "3 | Contoh | Umpama", [("fires.rows[1].row", "unknown_item")]),
        (("fires",), 5, [("fires", "wrong_type")]),
        (("natural_disasters", "rows"), "flood | Contoh |", [("natural_disasters.rows[1].rows", "not_a_text")]),
        (("quotas", 0, "people"), "days", [("quotas[0].people", "wrong_type")]),
        (("quotas", 0, "families"), "none", [("quotas[0].families", "unknown_reference")]),
        (("readings",), [{"word": "-"}], [("readings[0].read_as", "missing")]),
    ],
)
def test_a_fault_is_found_where_it_is(where: tuple[Any, ...], value: object, found: list[tuple[str, str]]) -> None:
    def change(data: Any) -> None:
        for key in where[:-1]:
            data = data[key]
        data[where[-1]] = value

    assert faults(change) == found


@pytest.mark.parametrize(
    ("key", "value", "found"),
    [
        ("title", None, ("tables[1].title", "missing")),
        ("title", {"text": "Korban"}, ("tables[1].title.line", "missing")),
        ("columns", [{"code": "A B"}], ("tables[1].columns[0].code", "not_a_slug")),
        ("columns", [{"code": "x", "holt": "year"}], ("tables[1].columns[0].holt", "unknown_key")),
        ("columns", [{"code": "x", "part": 2}], ("tables[1].columns[0].part", "out_of_range")),
        ("values", {"1/place": {"span": [1, 2, 3]}}, ("tables[1].rows[1].span", "wrong_length")),
    ],
)
def test_a_fault_of_a_table_is_found_and_what_follows_from_it_is_not_told(
    key: str, value: Any, found: tuple[str, str]
) -> None:
    def change(data: Any) -> None:
        table = data["tables"][0]
        table.pop(key) if value is None else table.update({key: value})

    assert faults(change) == [found]


def test_a_table_without_a_number_is_found_and_so_is_what_refers_to_one() -> None:
    assert faults(lambda data: data["tables"][0].pop("number")) == [
        ("tables[0].number", "missing"),
        ("relations[0].whole", "unknown_reference"),
        ("fires.table", "unknown_reference"),
        ("natural_disasters.table", "unknown_reference"),
    ]


def test_every_fault_is_found_at_once() -> None:
    def change(data: Any) -> None:
        data["figures"][0]["period"] = "17"
        data["relations"][0]["whole"] = "cell:1/1/famlies"
        data["facts"][1]["aid"] = "toys"

    assert faults(change) == [
        ("figures[families].period", "not_a_period"),
        ("relations[0].whole", "unknown_reference"),
        ("facts[1].kind", "not_a_choice"),
    ]


def test_what_is_not_in_the_file_is_refused_with_the_nearest_name() -> None:
    data = copy.deepcopy(FILE)
    data["relations"][0]["part"] = "familes"
    with pytest.raises(RecordError) as caught:
        read(data)
    assert str(caught.value).splitlines() == [
        "this file is not a report",
        "- relations[0].part: 'familes' is not in this file. Did you mean 'families'?",
    ]


# --- what is written in a few words


@pytest.mark.parametrize(
    ("data", "value"),
    [
        ({"amount": 5, "unit": "family"}, Quantity(5, "family")),
        ({"span": [3, 7], "unit": "day"}, Span(Quantity(3, "day"), Quantity(7, "day"))),
        ({"span": [5, 7]}, Span(5, 7)),
        ({"percent": "35.45"}, Percentage("35.45")),
        ({"period_value": "2017-06"}, Period.of("2017-06")),
        ({"number": 2}, 2),
        ({}, None),
    ],
)
def test_the_data_says_what_a_print_means(data: dict[str, Any], value: object) -> None:
    assert value_of(data) == value


@pytest.mark.parametrize(
    ("mark", "value"),
    [("1.", 1), ("(9)", 9), ("h)", 8), ("(i)", 1), ("²", 2), ("b) (2)", None), ("NO", None), ("-", None)],
)
def test_a_mark_of_a_list_is_a_number_or_nothing(mark: str, value: int | None) -> None:
    assert mark_value(mark) == value


def test_a_line_keeps_its_blanks() -> None:
    page = Page("x")
    block = {"rows": "\n1 | a |\n2 | | b\n"}
    lines = page.each_line(block, "rows", ("one", "two", "three"), lambda *parts: parts)
    assert lines == [("1", "a", ""), ("2", "", "b")]
    assert page.faults == []
