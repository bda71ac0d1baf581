from __future__ import annotations

import attrs
import pytest

from kesos import PEDUM_2003, DisasterEvent, Quantity, Span, entitle, entitle_all, entitle_range, errors, total

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
    for ask in (lambda: answer["plates"], lambda: answer.get("plates", 0)):
        with pytest.raises(errors.UnspecifiedQuantityError) as caught:
            ask()
        assert (caught.value.code, caught.value.field, caught.value.value) == ("unspecified_quantity", "plates", None)
        assert "Piring melamin/plastik tanpa angka" in caught.value.message("id")
        assert "huruf d angka 7" in caught.value.message("id")
        assert "Melamine or plastic plates without a number" in caught.value.message("en")


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


def test_an_empty_answer_names_no_other_word() -> None:
    with pytest.raises(errors.UnknownItemError) as caught:
        total([])["rice"]
    assert caught.value.hint is None


def test_a_line_and_a_blank_know_their_code_and_citation() -> None:
    line, blank = ANSWER.lines[0], ANSWER.unspecified[0]
    assert (line.code, line.citation) == ("rice", PEDUM_2003.item("rice").citation)
    assert (blank.code, blank.citation, blank.recipients) == ("plates", PEDUM_2003.item("plates").citation, 2)


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
    assert [(blank.code, blank.recipients) for blank in TOTAL.unspecified] == [("plates", 4)]


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
    assert repr(TOTAL) == "<ReliefTotal of 2 answers: rice=56000 g, side_dishes=840000 IDR, sarong=6 piece>"
    batch = entitle_all([FLOOD, attrs.evolve(FLOOD, hazard="fire")], PEDUM_2003, days=3)
    assert repr(batch.total).startswith("<ReliefTotal of 1 answers, 1 left out: rice=12000 g")


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
