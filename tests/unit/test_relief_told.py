"""What an answer and its refusal tell: code, field, what was given, each figure; and no sentence with a hole in it."""

from __future__ import annotations

import ast
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

import kesos
from kesos import (
    PEDUM_2003,
    DisasterEvent,
    Locality,
    Quantity,
    entitle,
    entitle_all,
    entitle_range,
    errors,
    total,
    verify,
)
from kesos._package import requirements_of
from kesos.counts import ByClass, Count
from kesos.errors import KesosError, UnknownValueError
from kesos.events import Damage
from kesos.people import Beneficiary, Household
from kesos.people._field_words import say_field
from kesos.relief import Batch, Relief, ReliefRange, ReliefTotal, read_record, worksheet
from kesos.relief._computation import chosen
from kesos.relief._rows import labelled
from kesos.relief._selective_items import words_of
from kesos.relief._terms import _by_class
from kesos.standards import BNPB_STIMULAN, loads_standard
from kesos.values import Decision, Text
from kesos.words import REDACTED, catalogue

FLOOD = DisasterEvent(hazard="banjir", place="Desa Contoh", period="2017-02-25", families=215, people=860)
ANSWER = entitle(FLOOD, PEDUM_2003, days=7)
WINDOW: Any = PEDUM_2003.window_for(FLOOD.hazard)
TEXT = (Path(__file__).parent / "every_shape.toml").read_text("utf-8")
LAW = loads_standard(TEXT)
INDICES = {"local": Quantity(300, "IDR")}
DAYS: Any = {"water": 7, "pack": 7, "rent": 60, "wage": 2}
GIVEN: dict[str, Any] = {
    "hazard": "flood",
    "place": "x",
    "period": "2021-12-31",
    "people": 41,
    "families": 10,
    "traits": {"terrain": "hill"},
    "counts": {
        "dead": 3,
        "injured": {"serious": 2, "minor": 9},
        "hurt": [({"percent": 40}, 1), ({"percent": 80}, 2)],
        "crop": Quantity("1.5", "ha"),
        "house": {"heavy": 4},
    },
}


def told(call: Callable[[], object]) -> tuple[str, str | None, object, dict[str, object]]:
    with pytest.raises(KesosError) as caught:
        call()
    error = caught.value
    return error.args[0], error.field, error.value, error.parameters


def of_every_shape(days: Any = DAYS, **changed: Any) -> Relief:
    return entitle(DisasterEvent(**(GIVEN | changed)), LAW, days=days, extended=True, indices=INDICES)


# --- days ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("days", [0, 2, 8, 12, 13])
def test_days_outside_the_window_are_told_with_all_its_ends(days: int) -> None:
    ends = {"window": WINDOW, "days": days, "minimum": 3, "maximum": 7, "extended": 12}
    with pytest.raises(errors.DurationError) as caught:
        entitle(FLOOD, PEDUM_2003, days=days)
    error = caught.value
    assert (error.args[0], error.field, error.value, error.parameters) == ("days_out_of_range", "days", days, ends)
    advice: Any = error.hint
    way_out = {0: None, 2: "pass_decision", 13: "pass_decision", 8: "pass_extended", 12: "pass_extended"}[days]
    assert (advice and advice.key) == way_out


def test_the_last_day_of_the_window_and_of_its_extension_need_nobodys_word() -> None:
    assert entitle(FLOOD, PEDUM_2003, days=7)["rice"] == Quantity("2408", "kg")
    assert entitle(FLOOD, PEDUM_2003, days=12, extended=True)["rice"] == Quantity("4128", "kg")


def test_days_by_item_are_told_by_item() -> None:
    name = LAW.item("water").name
    lacking = {code: days for code, days in DAYS.items() if code != "water"}
    assert told(lambda: of_every_shape(lacking)) == ("days_needed", "days", None, {"item": name})
    assert told(lambda: of_every_shape({**DAYS, "water": "maximum"})) == (
        "open_window",
        "days",
        "maximum",
        {"item": name},
    )
    assert told(lambda: of_every_shape({**DAYS, "water": 0})) == ("days_out_of_range.none", "days", 0, {})
    rent = {"length": 30, "item": LAW.item("rent").name}
    assert told(lambda: of_every_shape({**DAYS, "rent": 31})) == ("part_of_a_period", "days", 31, rent)
    with pytest.raises(errors.UnknownItemError) as caught:
        of_every_shape({**DAYS, "watr": 1})
    error = caught.value
    assert (error.args[0], error.field, error.value) == ("unknown_item.days", "days", "watr")
    assert error.parameters == {"standard": "every-shape"}
    assert error.hint.parameters["nearest"] == "water"  # type: ignore[union-attr]


def test_days_are_given_once() -> None:
    twice = {"event": FLOOD, "standard": PEDUM_2003, "days": 7, "item_days": {"rice": 7}}
    assert told(lambda: Relief(**twice)) == ("days_given_twice", "item_days", {"rice": 7}, {})  # type: ignore[arg-type]
    assert told(lambda: Relief(event=FLOOD, standard=PEDUM_2003, item_days=7))[1] == "item_days"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        *((Relief, name) for name in ("lines", "unspecified", "unknown", "not_counted_by_item")),
        *((ReliefRange, name) for name in ("minimum", "maximum", "extended")),
    ],
)
def test_what_is_computed_of_an_answer_is_neither_given_nor_compared(kind: Any, name: str) -> None:
    field = attrs.fields_dict(kind)[name]
    assert (field.init, field.eq) == (False, False)


# --- counts ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changed", "code", "key", "field"),
    [
        ({"people": None}, "toilet", "count_unknown.people", "people"),
        ({"families": None}, "rent", "count_unknown.families", "families"),
        ({"counts": {**GIVEN["counts"], "dead": None}}, "death", "count_unknown", "dead"),
    ],
)
def test_what_was_not_counted_is_told_with_the_item_that_needs_it(
    changed: dict[str, Any], code: str, key: str, field: str
) -> None:
    answer = of_every_shape(**changed)
    named = {"count": Count.DEAD.name} if field == "dead" else {}
    assert told(lambda: answer[code]) == (key, field, None, {"item": LAW.item(code).name, **named})


def test_a_count_that_is_not_given_by_its_classes_is_told_as_it_is() -> None:
    answer = of_every_shape(counts={**GIVEN["counts"], "injured": 11})
    names = {"item": LAW.item("injury").name, "count": LAW.count("injured").name}
    assert told(lambda: answer["injury"]) == ("count_unknown.by_class", "injured", 11, names)


@pytest.mark.parametrize(
    ("axes", "shape"),
    [
        ({"damage": ["heavy", "light"]}, '{"thing": {"heavy": ..., "light": ...}}'),
        ({"size": "whole number"}, '{"thing": {1: ...}}'),
        (
            {"size": "whole number", "damage": ["heavy", "light"]},
            '{"thing": [({"size": 1, "damage": "heavy"}, ...), ...]}',
        ),
    ],
)
def test_how_a_count_is_given_by_its_classes_is_shown_in_a_form_that_an_event_takes(
    axes: dict[str, Any], shape: str
) -> None:
    assert _by_class(Count(code="thing", name=Text("benda", "things"), axis=axes)) == shape
    given: dict[str, Any] = ast.literal_eval(shape.replace(", ...]", "]").replace("...", "3"))
    held = DisasterEvent(hazard="banjir", place="Desa Umpang", period="2024", counts=given).counts["thing"]
    assert isinstance(held, ByClass)
    assert {number for _, number in held.cells} == {3}


def test_a_developer_is_told_how_damaged_houses_are_given_by_degree_and_a_reader_is_not_told_python() -> None:
    waiting = {"family_awaiting_house": 4}
    flood = attrs.evolve(FLOOD, period="2023", damage=Damage(heavy=12, houses=12), counts=waiting)
    answer = entitle(flood, BNPB_STIMULAN, days=30)
    with pytest.raises(UnknownValueError) as refused:
        answer["house_stimulus"]
    assert 'counts={"house": {"heavy": ..., "moderate": ..., "light": ...}}' in str(refused.value)
    for language in ("id", "en"):
        assert "counts=" not in refused.value.to_dict(language)["hint"]
        assert "counts=" not in answer.explain(language)
    known = attrs.evolve(flood, counts={"house": {"heavy": 12, "moderate": 0, "light": 0}})
    assert "house_stimulus" in entitle(known, BNPB_STIMULAN, days=30)


def test_a_selective_item_has_one_number_of_recipients() -> None:
    package = next(each for each in PEDUM_2003.packages if each.selective)
    item, name = package.items[0].code, package.items[0].name
    twice = told(lambda: chosen({package.code: 1, item: 1}, FLOOD, PEDUM_2003))
    assert twice == ("named_twice", "recipients", item, {"item": item})
    most = told(lambda: chosen({item: 861}, FLOOD, PEDUM_2003))
    assert most == ("more_than_struck", "recipients", 861, {"item": name, "struck": 860})
    assert chosen({item: 860}, FLOOD, PEDUM_2003)[0][1] == 860


# --- several events --------------------------------------------------------------------------------------------------


def test_a_batch_and_a_total_have_a_label_for_each_row() -> None:
    labels = told(lambda: Batch(results=[ANSWER], labels=["a", "b"]))
    assert labels == ("not_as_many_rows", "labels", 2, {"many": 1})
    rows = told(lambda: ReliefTotal(answers=[ANSWER], rows=["a", "b"]))  # type: ignore[arg-type]
    assert rows == ("not_as_many_rows", "rows", 2, {"many": 1})


def test_a_group_is_named_by_a_field_that_events_have() -> None:
    batch = entitle_all([FLOOD], PEDUM_2003, days=7)
    with pytest.raises(errors.InvalidValueError) as caught:
        batch.totals(by="hazrd")
    error = caught.value
    assert (error.args[0], error.field, error.value) == ("not_a_choice", "by", "hazrd")
    assert error.hint.parameters["nearest"] == "hazard"  # type: ignore[union-attr]
    assert told(lambda: batch.totals(by="place.distrikt")) == ("not_a_choice", "by", "place.distrikt", {})
    assert told(lambda: batch.totals(by=lambda _event: [1])) == ("not_a_key", "by", [1], {})


def test_what_is_no_row_is_told() -> None:
    class Table:
        def __dataframe__(self) -> None: ...

    class Pairs:
        def rows(self) -> list[Any]:
            return [("a", FLOOD, 3)]

    class Nothing:
        def rows(self) -> int:
            return 3

    assert told(lambda: list(labelled(Table()))) == ("wrong_type.frame", "events", "Table", {})  # type: ignore[arg-type]
    assert told(lambda: list(labelled(Pairs()))) == ("wrong_type.row", "events", ("a", FLOOD, 3), {})
    assert told(lambda: list(labelled(Nothing())))[1] == "events"  # type: ignore[arg-type]


def test_a_frame_without_pandas_names_what_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    key, field, value, parameters = told(lambda: entitle_all([FLOOD], PEDUM_2003, days=7).to_frame())
    assert (key, field, value) == ("missing_extra", "frames", "pandas")
    assert parameters == {"requirement": "' '".join(requirements_of("frames", "pandas"))}
    assert "pandas" in str(parameters["requirement"])


def test_a_frame_has_a_column_for_each_part_of_an_event() -> None:
    pytest.importorskip("pandas")
    unreadable = {"hazard": "bnajir", "place": "x", "period": "2017"}
    places = [Locality(place="Desa A", people=3), Locality(place="Desa B"), Locality(place="Desa C")]
    some = attrs.evolve(FLOOD, localities=places, people=None, families=None)
    frame = entitle_all([FLOOD, unreadable, some], PEDUM_2003, days=7, counted_only=True).to_frame("en")
    assert list(frame["hazard"][[0, 2]]) == ["flood", "flood"]
    assert list(frame["period"][[0, 2]]) == ["2017-02-25", "2017-02-25"]
    assert list(frame["days"][[0, 2]]) == [7, 7]
    assert frame["not_counted"][2] == "Desa B; Desa C"
    for column in ("hazard", "period", "not_counted"):
        assert str(frame[column].dtype) == "string"
    assert frame[["hazard", "days", "not_counted"]].isna().loc[1].all()
    assert told(lambda: entitle_all([FLOOD], PEDUM_2003, days=7).to_frame("jv"))[:3] == (
        "unknown_language",
        "language",
        "jv",
    )


# --- records ---------------------------------------------------------------------------------------------------------


def test_a_record_that_was_damaged_is_told_where_it_was() -> None:
    keys = ("event", "days", "extended", "recipients", "decision")
    record = json.loads(ANSWER.to_json())
    del record["inputs"]["event"]
    with pytest.raises(errors.VerificationError) as caught:
        verify(record, PEDUM_2003)
    [fault] = caught.value.faults
    assert (fault.args[0], fault.field, fault.value) == ("damaged.inputs", "inputs", record["inputs"])
    assert set(fault.parameters["keys"]) == set(keys)  # type: ignore[call-overload]
    record = json.loads(total([ANSWER]).to_json())
    for path, raw in (("answers", 3), ("ranges", {})):
        with pytest.raises(errors.VerificationError) as caught:
            verify({**record, path: raw}, PEDUM_2003)
        [fault] = caught.value.faults
        assert (fault.args[0], fault.field, fault.value) == ("wrong_type.list", path, raw)
    with pytest.raises(errors.VerificationError) as caught:
        verify({**record, "rows": [None]}, PEDUM_2003)
    assert str(caught.value.faults[0].field).startswith("rows")
    with pytest.raises(errors.VerificationError) as caught:
        verify({**record, "rows": ["A", "B"]}, PEDUM_2003)
    [fault] = caught.value.faults
    assert (fault.args[0], fault.field, fault.parameters) == ("not_as_many_rows", "rows", {"many": 1})


def test_a_total_of_ranges_and_of_rows_with_names_is_verified_and_comes_back() -> None:
    ranges = total([entitle_range(FLOOD, PEDUM_2003), entitle_range(attrs.evolve(FLOOD, people=400), PEDUM_2003)])
    named = entitle_all([FLOOD, FLOOD], PEDUM_2003, days=7)
    labelled_rows = ReliefTotal(answers=named.answers, rows=("A", "B"))  # type: ignore[arg-type]
    for added in (ranges, labelled_rows):
        record = json.loads(added.to_json())
        verify(record, PEDUM_2003)
        back: Any = read_record(record, PEDUM_2003)
        assert back == added
        assert (back.rows, back.ranges) == (added.rows, added.ranges)
        assert back.explain("id") == added.explain("id")


@pytest.mark.parametrize("kind", ["UnknownRecord", "UnspecifiedRecord", "RefusalRecord", "RangeRecord", "TotalRecord"])
def test_a_record_is_made_of_what_it_is_a_record_of(kind: str) -> None:
    from kesos.relief import _records

    names = {"Unknown": "unknown", "Unspecified": "blank", "Refusal": "refusal", "Range": "window", "Total": "added"}
    key, field, value, _ = told(lambda: getattr(_records, kind).of(3))
    assert (key.partition(".")[0], field, value) == ("wrong_type", names[kind.removesuffix("Record")], 3)


# --- sentences -------------------------------------------------------------------------------------------------------


def answers() -> list[Any]:
    """An answer of each kind and shape, with what is not known, left blank, decided, left out and not counted."""
    places = [Locality(place="Desa A", people=3, families=1), Locality(place="Desa B"), Locality(place="Desa C")]
    some = attrs.evolve(FLOOD, localities=places, people=None, families=None)
    fire = attrs.evolve(FLOOD, hazard="kebakaran")
    selected = {"sarong": 1, "plates": 2}
    batch = entitle_all([FLOOD, fire, 3, some], PEDUM_2003, days=7, counted_only=True)  # type: ignore[list-item]
    return [
        entitle(FLOOD, PEDUM_2003, days=7, recipients=selected),
        entitle(some, PEDUM_2003, days=7, counted_only=True),
        entitle_range(FLOOD, PEDUM_2003, recipients=selected),
        entitle_range(some, PEDUM_2003, counted_only=True),
        total([ANSWER, ANSWER]),
        batch.total,
        of_every_shape(),
        of_every_shape(people=None),
        of_every_shape(counts={**GIVEN["counts"], "injured": None, "hurt": [({"percent": 39}, 1)]}),
        total([of_every_shape(), of_every_shape(families=None)]),
    ]


@pytest.mark.parametrize("language", ["id", "en"])
def test_no_sentence_of_an_answer_is_left_with_a_hole(language: str) -> None:
    for answer in answers():
        table = answer.table(language)
        cells = [table.caption, *table.header, *table.notes, *(cell for row in table.rows for cell in row)]
        for text in (answer.explain(language), *cells):
            said = text.replace(" (None)", "")  # which English says of what is not known, and nothing else
            assert not re.search(r"[{}]|\bNone\b|: *$|  +×|\bText\(", said), text


def test_numbers_stand_in_the_columns_of_numbers() -> None:
    for answer in answers():
        table = answer.table("en")
        for column in range(len(table.header)):
            held = [row[column] for row in table.rows]
            assert (column in table.numbers) is (column > (1 if isinstance(answer, Relief) else 0)), held


def test_days_of_an_item_are_explained_with_what_the_law_says_of_them() -> None:
    explained = of_every_shape().explain("en").split("\n")
    rent = next(line for line in explained if line.startswith("g: 60 days"))
    assert rent == "g: 60 days; the standard gives 30–60 days, which may be extended to 90 days."
    for name, days in (("e", 7), ("f", 7), ("j", 2)):
        assert f"{name}: {days} days; the source gives no number of days." in explained
    unknown = of_every_shape(people=None).explain("en").split("\n")
    assert any(line.startswith("e: not known. The number of people is not known") for line in unknown)
    nothing = entitle(DisasterEvent(**GIVEN), attrs.evolve(LAW, packages=(_of("death"),)))
    assert not [line for line in nothing.explain("en").split("\n") if re.search(r"\d days", line)]
    assert "number of days" in nothing.explain("en")


def _of(*codes: str) -> Any:
    """The package of every shape with only these items."""
    package = LAW.packages[0]
    return attrs.evolve(package, items=[item for item in package.items if item.code in codes])


def show_last(window: Any) -> str:
    """The last amount that the `repr` of a range shows."""
    code = list(window)[-1]
    return f"{code}={window[code].minimum.amount}–{window[code].maximum.amount} {window[code].minimum.unit.code}"


def test_places_that_are_not_counted_are_named_once_where_every_item_leaves_them_out() -> None:
    places = [Locality(place="Desa A", people=3), Locality(place="Desa B"), Locality(place="Desa C")]
    some = attrs.evolve(FLOOD, localities=places, people=None, families=None)
    answer = entitle(some, PEDUM_2003, days=7, counted_only=True, recipients={"sarong": 1})
    lines = [line for line in answer.explain("en").split("\n") if "Desa B" in line]
    assert len(lines) == 1
    assert "Desa B, Desa C" in lines[0]
    assert "not counted: Desa B, Desa C" in repr(answer)
    window = entitle_range(some, PEDUM_2003, counted_only=True)
    assert "; not counted: Desa B, Desa C>" in repr(window)
    assert ", 2 places not counted:" in repr(total([answer]))
    assert repr(window).count(">") == repr(window).count("<") == 1
    assert f"{show_last(window)}; not counted: " in repr(window)


def test_a_total_says_how_many_days_its_answers_are_for() -> None:
    assert ", 7 days:" in repr(total([ANSWER]))
    wind = attrs.evolve(FLOOD, hazard="puting beliung")
    assert ", 3 days:" in repr(total([entitle(wind, PEDUM_2003, days=3)]))
    water = attrs.evolve(LAW, packages=(_of("water"),))
    assert ", 1 day:" in repr(total([entitle(DisasterEvent(**GIVEN), water, days={"water": 1})]))
    assert ", 7 days, 1 more than once: " in repr(total([ANSWER, ANSWER]))


def test_a_total_says_whether_its_amounts_are_ceilings_or_floors() -> None:
    ceiling, floor = "This is a ceiling: less may be given, not more.", "The index is a floor"
    crop = entitle(DisasterEvent(**GIVEN), attrs.evolve(LAW, packages=(_of("crop"),)))
    assert ceiling in total([crop]).explain("en", answers=False)
    assert ceiling not in total([ANSWER]).explain("en", answers=False)
    assert floor in total([ANSWER]).explain("en", answers=False)
    assert floor not in total([crop]).explain("en", answers=False)


def test_rows_of_equal_events_are_listed_group_by_group() -> None:
    other = entitle(attrs.evolve(FLOOD, place="Desa Lain"), PEDUM_2003, days=7)
    twice = total([ANSWER, other, ANSWER, other])
    assert twice.alike == ((0, 2), (1, 3))
    assert "1, 3; 2, 4" in twice.explain("en", answers=False)


def test_an_answer_by_decision_says_under_it_that_the_days_were_decided() -> None:
    decision = Decision(by="Bupati", number="1", date="2017-03-09")  # type: ignore[arg-type]
    lines = entitle(FLOOD, PEDUM_2003, days=20, decision=decision).explain("en").split("\n")
    decided = f"    {catalogue('relief')['days.decided'].en}"
    assert decided in lines
    assert decided not in entitle(FLOOD, PEDUM_2003, days=7, decision=decision).explain("en").split("\n")


def test_an_answer_of_which_one_item_is_a_floor_says_of_which() -> None:
    one = entitle(DisasterEvent(**GIVEN), attrs.evolve(LAW, packages=(_of("death", "area"),)))
    said = "The index is a floor for h: this is the least, more may be given."
    assert one.table("en").notes[-1] == said
    assert total([one]).table("en").notes[-1] == said
    assert total([one]).table("id").notes[-1] == "Indeks minimal untuk h: jumlahnya batas terendah, boleh lebih."
    alone = entitle(DisasterEvent(**GIVEN), attrs.evolve(LAW, packages=(_of("area"),)))
    assert alone.table("en").notes[-1] == "The index is a floor: this is the least, more may be given."


def test_a_total_of_two_standards_says_which_items_are_floors_and_which_ceilings() -> None:
    law = attrs.evolve(LAW, packages=(_of("death", "crop"),))
    both = total([ANSWER, entitle(DisasterEvent(**GIVEN), law)])
    assert both.table("en").notes[-2:] == (
        "The index is a floor for Rice, Side dishes: this is the least, more may be given.",
        "The amount is a ceiling for d: less may be given, not more.",
    )


def test_a_floor_and_a_ceiling_of_one_item_add_up_to_neither() -> None:
    crop = _of("crop")
    [item] = crop.items
    floor = attrs.evolve(crop, items=(attrs.evolve(item, bound="floor"),))
    answers = [entitle(DisasterEvent(**GIVEN), attrs.evolve(LAW, packages=(each,))) for each in (crop, floor)]
    both = total(answers)
    assert both["crop"] == answers[0]["crop"] + answers[1]["crop"]
    assert "at most" in str(total(answers[:1]).table("en").plain())
    assert "at most" not in str(both.table("en").rows)


def test_a_record_of_no_answer_is_damaged() -> None:
    record = json.loads(ANSWER.to_json())
    with pytest.raises(errors.VerificationError) as caught:
        verify({**record, "kind": "letter"}, PEDUM_2003)
    [fault] = caught.value.faults
    assert (fault.args[0], fault.value) == ("damaged.not_an_answer", "letter")


def test_what_a_total_left_out_is_said_as_it_was_recorded() -> None:
    added = entitle_all([FLOOD, "?"], PEDUM_2003, days=7).total  # type: ignore[list-item]
    back: Any = read_record(json.loads(added.to_json()), PEDUM_2003)
    [lost], [kept] = back.left_out, added.left_out
    for language in ("id", "en"):
        assert lost.error.lines(language) == (kept.error.message(language),)
    assert (lost.error.code, lost.error.field) == (kept.error.code, kept.error.field)
    assert "more" not in added.explain("en").rsplit("\n", 1)[-1]


def test_whose_report_quotes_the_source_is_said_once_above_all() -> None:
    quoted = str(PEDUM_2003.source.quoted_in)
    blank = entitle(FLOOD, PEDUM_2003, days=7, recipients={"plates": 2})
    assert blank.explain("id").count(quoted) == 1


def test_indonesian_is_spoken_where_no_language_is_named() -> None:
    batch = entitle_all([FLOOD, "?"], PEDUM_2003, days=7)  # type: ignore[list-item]
    for answer in (ANSWER, entitle_range(FLOOD, PEDUM_2003), total([ANSWER])):
        assert answer.explain() == answer.explain("id") != answer.explain("en")
        assert answer.table() == answer.table("id") != answer.table("en")
    assert batch.table() == batch.table("id") != batch.table("en")
    sheet = worksheet([Household(reference="f1")], on="2017-03-01")
    assert sheet.explain() == sheet.explain("id") != sheet.explain("en")


def test_what_is_not_asked_for_is_not_given() -> None:
    places = [Locality(place="Desa A", people=3), Locality(place="Desa B")]
    some = attrs.evolve(FLOOD, localities=places, people=None, families=None)
    with pytest.raises(errors.UnknownValueError):
        Relief(event=some, standard=PEDUM_2003, days=7)
    with pytest.raises(errors.UnknownValueError):
        ReliefRange(event=some, standard=PEDUM_2003)
    assert Batch(results=[ANSWER]).labels == ()
    assert told(lambda: ReliefTotal(answers=[ANSWER], rows=3))[1:3] == ("rows", 3)  # type: ignore[arg-type]


def test_a_language_is_refused_by_the_name_of_the_argument() -> None:
    for answer in (ANSWER, entitle_range(FLOOD, PEDUM_2003), total([ANSWER]), total([])):
        for say in (answer.explain, answer.table):
            assert told(lambda say=say: say("jv"))[:3] == ("unknown_language", "language", "jv")  # type: ignore[misc]


def test_the_words_of_a_total_and_of_a_range_are_set_apart() -> None:
    window = entitle_range(FLOOD, PEDUM_2003)
    parts = window.explain("en").split("\n\n==")
    assert parts[0].startswith("== The shortest time ==\n")
    assert [part.split("\n")[0] for part in parts[1:]] == [" The longest time ==", " With the extension =="]
    some = total([of_every_shape(people=None)])
    assert re.search(r"[A-Z]; not known: water, area, toilet, blanket", repr(some))
    many = total(entitle_all(["?"] * 20, PEDUM_2003, days=7).total for _ in range(1))  # type: ignore[list-item]
    assert "more" not in many.explain("en", answers=False).split("\n")[-1]


def test_what_is_shown_of_several_answers_has_a_column_for_each_amount_that_adds() -> None:
    from kesos.relief._shown import about, name_of, of_items

    day = FLOOD.period.say
    assert name_of(FLOOD).id == f"Banjir, Desa Contoh, {day('id')}"
    assert name_of(FLOOD).en == f"Flood, Desa Contoh, {day('en')}"
    assert about(FLOOD, 3, 7)[1].value == kesos.Span(3, 7)
    assert about(FLOOD, 7, 7)[1].value == 7
    assert about(FLOOD, None, 7)[1] == about(FLOOD, 3, None)[1] == about(FLOOD, None, None)[1]
    crop = entitle(DisasterEvent(**GIVEN), attrs.evolve(LAW, packages=(_of("crop", "plate"),)))
    columns = of_items([(line.item, line.quantity) for line in crop.lines], (), crop.unspecified)
    assert (columns[0].head.id, columns[0].head.en) == ("d, paling banyak", "d, at most")
    unknown = of_every_shape(people=None).unknown
    assert all(column.adds for column in (*columns, *of_items((), unknown, ())))
    assert len(columns) == 2


# --- the worksheet ---------------------------------------------------------------------------------------------------


def test_the_worksheet_is_laid_out_line_by_line() -> None:
    boy = Beneficiary(sex="male", age=8, schooling="primary")
    households = [
        Household(reference="f1", members=[boy], damage="light", very_poor=True, clothing_need=True),
        Household(reference="f2", members=[Beneficiary()], poor=True, income_lost=True),
        Household(reference="f3", poor=False),
    ]
    sheet = worksheet(households, on="2017-03-01")
    lines = sheet.explain("en").split("\n")
    at = [lines.index(f"{number}. f{number}") for number in (1, 2, 3)]
    assert at == sorted(at)
    first, second, third = lines[at[0] : at[1]], lines[at[1] : at[2]], lines[at[2] :]
    assert {"   - house lightly damaged", "   - very poor"} <= set(first)
    assert {"   - poor", "   - income has fallen for a time", "   - people: 1"} <= set(second)
    assert "   - not poor" in third
    for row, block in zip(sheet.rows, (first, second, third), strict=True):
        assert row.not_known
        for field in row.not_known:
            assert f"   - not known: {say_field(field, 'en')}" in block
        for item in PEDUM_2003.selective:
            named = [one.reference for one in row.candidates if one.item == item.code and one.suits]
            assert (f"   - {words_of(item, 'en')}: {', '.join(named)}" in block) is bool(named)
    for package in PEDUM_2003.packages:
        if package.judged is not None:
            said_of_it = any(line.startswith(f"   - {package.judged.need.en}: ") for line in first)
            assert said_of_it is (package.judged.field not in sheet.rows[0].not_known)  # each is said once
    assert {package.judged.field in sheet.rows[0].not_known for package in PEDUM_2003.packages if package.judged} == {
        True,
        False,
    }
    assert any(one.suits for row in sheet.rows for one in row.candidates)
    opened = [item for item in PEDUM_2003.selective if item.suits is None or item.suits.is_open]
    said = next(line for line in lines if line.startswith("The words do not say for whom: "))
    named = [words_of(item, "en") for item in opened]
    assert said == f"The words do not say for whom: {', '.join(named)}."


def test_from_which_age_the_caller_counts_adults_is_a_reading() -> None:
    sheet = worksheet([Household(reference="f1")], on="2017-03-01", adult_from=18)
    assert sheet.readings[-1].reason == Text(
        "standar tidak menyebut umur; pemakai menetapkan dewasa sejak 18 tahun",
        "the standard names no age; the caller counts people as adults from 18 years",
    )


def test_the_poorest_come_first_and_the_unknown_last() -> None:
    told_of = {"a": {"poor": False}, "b": {}, "c": {"poor": True}, "d": {"very_poor": True}}
    households = [Household(reference=name, **given) for name, given in told_of.items()]  # type: ignore[arg-type]
    sheet = worksheet(households, on="2017-03-01", order="poorest_first")
    assert [row.reference for row in sheet.rows] == ["d", "c", "a", "b"]


def test_who_is_on_no_worksheet_is_refused_without_being_repeated() -> None:
    sheet = worksheet([Household(reference="f1")], on="2017-03-01")
    assert told(lambda: sheet.recipients(3))[:3] == ("wrong_type.marks", "chosen", REDACTED)  # type: ignore[arg-type]
    with pytest.raises(errors.FaultsError) as caught:
        sheet.recipients({"somebody": ["f1"]})
    assert caught.value.args[0] == "faults.marks"
    [fault] = caught.value.faults
    assert (fault.args[0], fault.field, fault.value) == ("unknown_item.on_worksheet", "chosen", REDACTED)
    assert told(lambda: sheet.candidates("somebody"))[0] == "unknown_item.on_worksheet"
    one: Any = Household(reference="f1")
    twice = told(lambda: worksheet([one, one], on="2017-03-01"))
    assert twice == ("reference_used_twice", "households[1].reference", "f1", {})
    nobody = told(lambda: worksheet([3], on="2017-03-01"))  # type: ignore[list-item]
    assert nobody[0] == "wrong_type.household"
    assert nobody[2:] == (REDACTED, {"found": "int"})
    none = told(lambda: worksheet([one], LAW, on="2021-03-01"))
    assert none == ("nothing_selective", "standard", "every-shape", {})


# --- short forms -----------------------------------------------------------------------------------------------------


def test_the_short_form_of_an_answer_names_all_that_is_not_known() -> None:
    answer = of_every_shape(counts={"dead": 3})
    codes = [each.code for each in answer.unknown]
    assert len(codes) > 2
    for told_of in (answer, total([answer])):
        before, _, after = repr(told_of).partition("; not known: ")
        assert after == f"{', '.join(codes)}>"
        assert before.endswith(
            f"{list(told_of)[-1]}={told_of[list(told_of)[-1]].amount} {told_of[list(told_of)[-1]].unit.code}"
        )
    assert "not known" not in repr(of_every_shape())


def test_an_answer_without_days_of_its_own_shows_none() -> None:
    assert ", 7 days: rice=" in repr(ANSWER)
    water = attrs.evolve(LAW, packages=(_of("water"),))
    assert ", 1 day: water=" in repr(entitle(DisasterEvent(**GIVEN), water, days={"water": 1}))
    assert repr(of_every_shape()).startswith(f"<Relief flood, {GIVEN['place']}: ")


def test_nothing_is_extended_and_nothing_left_out_of_a_count_unless_it_is_asked_for() -> None:
    assert (ANSWER.extended, ANSWER.counted_only) == (False, False)
    window = entitle_range(FLOOD, PEDUM_2003)
    assert (window.minimum.extended, window.maximum.extended, window.minimum.counted_only) == (False, False, False)


def test_pairs_that_are_no_pairs_are_no_recipients() -> None:
    for given in ((("sarong", 1, 2),), (["sarong", 1],), ("sarong", 1), (("sarong", 1), ("sarong", 2))):
        assert told(lambda given=given: entitle(FLOOD, PEDUM_2003, days=7, recipients=given))[1] == "recipients"
    assert entitle(FLOOD, PEDUM_2003, days=7, recipients=(("sarong", 1),))["sarong"] == Quantity(1, "piece")  # type: ignore[arg-type]


# --- amounts that the caller brings ----------------------------------------------------------------------------------


def test_many_events_and_a_window_are_answered_with_what_the_caller_brings() -> None:
    event, given = DisasterEvent(**GIVEN), {"days": DAYS, "extended": True, "indices": INDICES}
    [(_, answer)] = entitle_all([event], LAW, **given).rows()
    assert answer == entitle(event, LAW, **given)
    assert dict(answer.indices) == INDICES
    local = attrs.evolve(LAW, packages=(_of("blanket"),))
    window = entitle_range(event, local, indices=INDICES)
    for days, end in (("minimum", window.minimum), ("maximum", window.maximum)):
        assert end.indices == window.indices == tuple(INDICES.items()), days


def test_what_the_standard_does_not_leave_to_the_caller_is_told_with_what_may_be_meant() -> None:
    code, field, value, _ = told(lambda: of_every_shape_with({"locl": Quantity(300, "IDR")}))
    assert (code, field, value) == ("not_used.index", "indices", "locl")
    with pytest.raises(KesosError) as caught:
        of_every_shape_with({"locl": Quantity(300, "IDR")})
    assert caught.value.hint is not None
    assert "local" in caught.value.hint.say("en")
    with pytest.raises(KesosError) as none_known:
        entitle(FLOOD, PEDUM_2003, days=7, indices={"locl": Quantity(300, "IDR")})
    assert (none_known.value.code, none_known.value.hint) == ("not_used", None)


def of_every_shape_with(indices: Any) -> Relief:
    return entitle(DisasterEvent(**GIVEN), LAW, days=DAYS, extended=True, indices=indices)
