from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import attrs
import pytest

from kesos import PEDUM_2003, DisasterEvent, Quantity, Span, entitle, entitle_all, entitle_range, errors, total, verify

FLOOD = DisasterEvent(hazard="banjir", place="Desa <Contoh>", period="2017-02-25", people=10)
CHOSEN = {"sarong": 3, "plates": 2}
ANSWER = entitle(FLOOD, PEDUM_2003, days=7, recipients=CHOSEN)
RANGE = entitle_range(FLOOD, PEDUM_2003, recipients=CHOSEN)
TOTAL = total([ANSWER, ANSWER])
ALL = [ANSWER, RANGE, TOTAL]


@pytest.mark.parametrize("answer", ALL, ids=lambda answer: type(answer).__name__)
def test_an_answer_is_a_mapping_of_what_has_a_number(answer: object) -> None:
    assert isinstance(answer, type(ANSWER) | type(RANGE) | type(TOTAL))
    assert list(answer) == list(answer.keys()) == ["rice", "side_dishes", "sarong"]
    assert len(answer) == 3
    assert "rice" in answer
    assert "plates" not in answer
    assert "tent" not in answer
    assert None not in answer
    assert dict(answer.items())["rice"] == answer["rice"] == answer.get("rice")
    assert answer.get("tent") is None
    assert [blank.code for blank in answer.unspecified] == ["plates"]


@pytest.mark.parametrize("answer", ALL, ids=lambda answer: type(answer).__name__)
def test_what_the_standard_leaves_blank_is_an_error_to_ask_for(answer: object) -> None:
    assert isinstance(answer, type(ANSWER) | type(RANGE) | type(TOTAL))
    with pytest.raises(errors.UnspecifiedQuantityError) as caught:
        answer["plates"]
    assert (caught.value.code, caught.value.field, caught.value.value) == ("unspecified_quantity", "plates", None)
    assert "piring melamin/plastik tanpa angka" in caught.value.message("id")
    assert "huruf d angka 7" in caught.value.message("id")
    assert "Melamine or plastic plates without a number" in caught.value.message("en")
    assert answer.get("plates") is None
    assert answer.get("plates", "none") == answer.get("tent", "none") == answer.get(None, "none") == "none"


@pytest.mark.parametrize("answer", ALL, ids=lambda answer: type(answer).__name__)
def test_what_an_answer_does_not_have_is_a_key_error_with_the_nearest_word(answer: object) -> None:
    assert isinstance(answer, type(ANSWER) | type(RANGE) | type(TOTAL))
    with pytest.raises(KeyError) as caught:
        answer["rise"]
    error = caught.value
    assert isinstance(error, errors.UnknownItemError)
    assert (error.code, error.field, error.value) == ("unknown_item", "item", "rise")
    assert "tidak memuat barang 'rise'. Maksudnya 'rice'?" in error.message("id")
    assert "has no item 'rise'. Did you mean 'rice'?" in error.message("en")


@pytest.mark.parametrize("answer", ALL, ids=lambda answer: type(answer).__name__)
def test_what_is_not_a_code_is_no_item_either(answer: object) -> None:
    assert isinstance(answer, type(ANSWER) | type(RANGE) | type(TOTAL))
    for code in (3, None, ["rice"]):
        with pytest.raises(errors.UnknownItemError):
            answer[code]  # type: ignore[index]


def test_an_empty_answer_names_no_other_word() -> None:
    with pytest.raises(errors.UnknownItemError) as caught:
        total([])["rice"]
    assert caught.value.hint is None


def test_a_line_and_a_blank_know_their_code_and_citation() -> None:
    line, blank = ANSWER.lines[0], ANSWER.unspecified[0]
    assert (line.code, line.citation) == ("rice", PEDUM_2003.item("rice").citation)
    assert (blank.code, blank.citation, blank.multiplier) == ("plates", PEDUM_2003.item("plates").citation, 2)


def test_a_range_holds_spans_and_what_it_was_computed_from() -> None:
    assert RANGE["rice"] == Span(Quantity(12, "kg"), Quantity(28, "kg"))
    assert (RANGE.event, RANGE.standard) == (FLOOD, PEDUM_2003)
    assert RANGE.unspecified == RANGE.minimum.unspecified


def test_a_total_knows_the_item_behind_each_code() -> None:
    assert TOTAL.item("sarong") is PEDUM_2003.item("sarong")
    for answers, code in ((TOTAL, "tent"), (total([]), "rice"), (TOTAL, "plates")):
        with pytest.raises(errors.UnknownItemError) as caught:
            answers.item(code)
        assert (caught.value.code, caught.value.field, caught.value.value) == ("unknown_item", "item", code)
    assert [(blank.code, blank.multiplier) for blank in TOTAL.unspecified] == [("plates", 4)]


def test_an_answer_shows_itself_on_one_line() -> None:
    assert repr(ANSWER) == (
        "<Relief flood, Desa <Contoh>, 7 days: rice=28000 g, side_dishes=420000 IDR, sarong=3 piece>"
    )
    assert repr(RANGE) == (
        "<ReliefRange flood, Desa <Contoh>, 3–7 days, extended 12: "
        "rice=12000–28000 g, side_dishes=180000–420000 IDR, sarong=3–3 piece>"
    )
    slide = entitle_range(attrs.evolve(FLOOD, hazard="landslide"), PEDUM_2003)
    assert repr(slide).startswith("<ReliefRange landslide, Desa <Contoh>, 3–7 days: rice")
    assert repr(TOTAL) == (
        "<ReliefTotal of 2 answers, 7 days, 1 more than once: rice=56000 g, side_dishes=840000 IDR, sarong=6 piece>"
    )
    batch = entitle_all([FLOOD, attrs.evolve(FLOOD, hazard="fire")], PEDUM_2003, days=3)
    assert repr(batch.total).startswith("<ReliefTotal of 1 answer, 1 left out, 3 days: rice=12000 g")


@pytest.mark.parametrize("answer", ALL, ids=lambda answer: type(answer).__name__)
def test_print_and_notebook_show_the_same_table(answer: object) -> None:
    assert isinstance(answer, type(ANSWER) | type(RANGE) | type(TOTAL))
    assert str(answer) == answer.table().plain() == answer.table("id").plain()
    html = answer._repr_html_()
    assert html == answer.table("id").html()
    assert "<Contoh>" not in html
    assert "Beras" in html
    assert answer.explain() == answer.explain("id") != answer.explain("en")


@pytest.mark.parametrize("answer", ALL, ids=lambda answer: type(answer).__name__)
def test_answers_compare_by_all_that_they_hold(answer: object) -> None:
    assert isinstance(answer, type(ANSWER) | type(RANGE) | type(TOTAL))
    assert answer == attrs.evolve(answer)
    assert hash(answer) == hash(attrs.evolve(answer))
    assert answer != dict(answer)
    assert entitle(FLOOD, PEDUM_2003, days=7) != ANSWER
    assert len({*ALL, ANSWER, RANGE, TOTAL}) == 3


@pytest.mark.parametrize("make", ALL, ids=lambda answer: type(answer).__name__)
def test_an_answer_that_was_looked_at_equals_one_that_was_not(make: object) -> None:
    assert isinstance(make, type(ANSWER) | type(RANGE) | type(TOTAL))
    fresh = pickle.loads(pickle.dumps(make))
    looked_at = attrs.evolve(make)
    assert [looked_at.explain(), dict(looked_at), looked_at.unspecified, looked_at.to_json()]
    assert looked_at == fresh
    assert hash(looked_at) == hash(fresh)
    for again in (pickle.loads(pickle.dumps(looked_at)), copy.copy(looked_at), copy.deepcopy(looked_at)):
        assert again == looked_at
        assert hash(again) == hash(looked_at)
        assert dict(again) == dict(looked_at)
        assert again.unspecified == looked_at.unspecified
        assert again.to_json() == looked_at.to_json()


def test_a_total_adds_up_once_and_another_one_anew() -> None:
    added = total([ANSWER, ANSWER])
    assert added["rice"] is added["rice"]
    assert added.unspecified is added.unspecified
    one = attrs.evolve(added, answers=(ANSWER,))
    assert one["rice"] == ANSWER["rice"]
    assert [blank.multiplier for blank in one.unspecified] == [2]
    assert added["rice"] == 2 * ANSWER["rice"]
    batch = entitle_all([FLOOD], PEDUM_2003, days=3)
    assert batch.total is batch.total
    assert attrs.evolve(batch, results=()).total == total([])


@pytest.mark.parametrize("answer", ALL, ids=lambda answer: type(answer).__name__)
def test_a_record_is_what_json_holds(answer: object) -> None:
    assert isinstance(answer, type(ANSWER) | type(RANGE) | type(TOTAL))
    assert json.loads(answer.to_json()) == answer.record()
    assert list(answer.record())[:3] == ["kesos", "format", "kind"]


def test_what_is_not_said_of_an_item_is_recorded_as_unsaid() -> None:
    line, blank = ANSWER.record()["lines"][0], ANSWER.record()["unspecified"][0]
    assert list(line) == [
        "item", "name", "rate", "per", "every", "group", "rounding", "counted", "month_days", "part",
        "multiplier", "times", "quantity", "bound", "citation",
    ]  # fmt: skip
    assert line["rounding"] is line["month_days"] is None
    assert list(blank) == ["item", "name", "unit", "per", "every", "multiplier", "times", "citation"]
    assert (blank["unit"], blank["times"]) == ("dozen", None)


def test_a_refusal_of_anything_is_recorded_in_both_languages() -> None:
    class Loud:
        def __repr__(self) -> str:
            return "\x1b[31m"

    batch = entitle_all([Loud()], PEDUM_2003, days=3)  # type: ignore[list-item]
    [left] = batch.total.record()["left_out"]
    assert (left["row"], left["event"], left["error"]["code"]) == (0, None, "wrong_type")
    assert left["error"]["message"]["id"] == batch.refused[0].error.message("id")
    assert batch.refused[0].say("en").startswith("Not counted yet: ")


# --- an answer is what its inputs give -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "change",
    [
        {"days": 5},
        {"event": attrs.evolve(FLOOD, people=20)},
        {"recipients": {"sarong": 1}},
        {"recipients": ()},
        {"standard": PEDUM_2003.evolve(code="other", source="x", rates={"rice": Quantity(1, "kg")})},
    ],
)
def test_a_changed_answer_is_the_answer_for_what_was_changed(change: dict[str, Any]) -> None:
    changed = attrs.evolve(ANSWER, **change)
    asked = {"event": FLOOD, "standard": PEDUM_2003, "days": 7, "recipients": CHOSEN, **change}
    assert changed == entitle(**{**asked, "recipients": dict(asked["recipients"])})
    assert changed.lines == entitle(**{**asked, "recipients": dict(asked["recipients"])}).lines
    assert verify(changed.to_json(), changed.standard) is None


def test_a_change_that_no_standard_gives_is_refused() -> None:
    for change, kind, field in (
        ({"days": 8}, errors.DurationError, "days"),
        ({"event": attrs.evolve(FLOOD, hazard="fire")}, errors.HazardNotCoveredError, "hazard"),
        ({"event": "a flood"}, errors.InvalidValueError, "event"),
        ({"extended": 1}, errors.InvalidValueError, "extended"),
        ({"counted_only": 1}, errors.InvalidValueError, "counted_only"),
        ({"decision": "x"}, errors.InvalidValueError, "decision"),
        ({"recipients": {"sarong": 11}}, errors.InvalidValueError, "recipients"),
        ({"recipients": (("sarong", 1), ("sarong", 2))}, errors.InvalidValueError, "recipients"),
        ({"recipients": ("sarong",)}, errors.InvalidValueError, "recipients"),
        ({"item_days": (("rice", 3),)}, errors.InvalidValueError, "item_days"),
    ):
        with pytest.raises(kind) as caught:
            attrs.evolve(ANSWER, **change)
        assert caught.value.field == field
    for computed in ("lines", "unspecified", "unknown", "not_counted_by_item"):
        with pytest.raises(TypeError):
            attrs.evolve(ANSWER, **{computed: ()})
    for computed in ("minimum", "maximum", "extended"):
        with pytest.raises(TypeError):
            attrs.evolve(RANGE, **{computed: ANSWER})


def test_days_by_item_come_back_as_they_were_given() -> None:
    both = {"rice": 3, "side_dishes": 5}
    answer = entitle(FLOOD, PEDUM_2003, days=both)
    assert (answer.days, answer.item_days) == (None, tuple(both.items()))
    assert attrs.evolve(answer, extended=True).item_days == answer.item_days
    assert attrs.evolve(answer, item_days={"rice": 3, "side_dishes": 3}).days == 3
    assert attrs.evolve(answer, item_days=(), days=4) == entitle(FLOOD, PEDUM_2003, days=4)


def test_a_changed_range_is_the_range_for_what_was_changed() -> None:
    wider = attrs.evolve(FLOOD, people=100)
    assert attrs.evolve(RANGE, event=wider) == entitle_range(wider, PEDUM_2003, recipients=CHOSEN)
    assert attrs.evolve(RANGE, recipients=()).minimum == entitle(FLOOD, PEDUM_2003, days=3)
    with pytest.raises(errors.HazardNotCoveredError):
        attrs.evolve(RANGE, event=attrs.evolve(FLOOD, hazard="fire"))


def test_a_total_holds_nothing_but_answers() -> None:
    for change, field in (
        ({"answers": (FLOOD,)}, "answers[0]"),
        ({"answers": (ANSWER, RANGE)}, "answers[1]"),
        ({"left_out": (FLOOD,)}, "left_out[0]"),
        ({"ranges": (RANGE,)}, "answers"),
        ({"rows": ("a",)}, "rows"),
    ):
        with pytest.raises(errors.InvalidValueError) as caught:
            attrs.evolve(TOTAL, **change)
        assert caught.value.field == field
    assert attrs.evolve(TOTAL, rows=("a", "b")).alike == (("a", "b"),)


@pytest.mark.parametrize("answer", ALL, ids=lambda answer: type(answer).__name__)
def test_an_answer_is_a_dictionary_as_every_value_is(answer: Any) -> None:
    assert answer.to_dict() == answer.record() == json.loads(answer.to_json())


@pytest.mark.parametrize("answer", ALL, ids=lambda answer: type(answer).__name__)
def test_a_pattern_binds_what_has_a_number_and_no_blank(answer: object) -> None:
    match answer:
        case {"plates": _}:
            raise AssertionError("a blank was matched")
        case {"rice": rice, "sarong": _}:
            assert isinstance(answer, type(ANSWER) | type(RANGE) | type(TOTAL))
            assert rice == answer["rice"]
        case _:
            raise AssertionError("rice was not matched")


def test_the_index_of_an_answer_is_made_once() -> None:
    class Counted(tuple):  # type: ignore[type-arg]
        walks = 0

        def __iter__(self) -> Any:
            type(self).walks += 1
            return super().__iter__()

    answer = entitle(FLOOD, PEDUM_2003, days=7, recipients=CHOSEN)
    object.__setattr__(answer, "lines", Counted(answer.lines))
    assert dict(answer) == dict(ANSWER)
    assert len(answer) == 3
    assert Counted.walks == 1
