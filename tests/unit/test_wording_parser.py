"""kesos.wording._parser: the frame that every reader of print shares."""

from __future__ import annotations

import inspect
import pickle
from collections.abc import Callable
from typing import Any, Literal, get_type_hints

import pytest

from kesos import wording
from kesos.errors import InvalidValueError, ParseError, UnknownHazardError
from kesos.wording._parser import MEANINGS, NOT_SAID, Parser

READERS: dict[str, Callable[..., Any]] = {
    name: getattr(wording, name)
    for name in wording.__all__
    if name.startswith("parse_") and name != "parse_hazard"  # a hazard is called something, it is not printed
}
IN_ONE_WAY = {"parse_kk_jiwa", "parse_ordinal", "parse_words"}
DATED = {"parse_day", "parse_period"}
DECLARED = inspect.signature(Parser.__call__)


@pytest.mark.parametrize("name", READERS)
def test_a_reader_shows_the_options_that_the_frame_declares(name: str) -> None:
    shown = inspect.signature(READERS[name]).parameters
    left_out = {"self"} | ({"ambiguous"} if name in IN_ONE_WAY else set()) | (set() if name in DATED else {"century"})
    assert list(shown) == [option for option in DECLARED.parameters if option not in left_out]
    for option, parameter in shown.items():
        assert (parameter.kind, parameter.default) == (
            DECLARED.parameters[option].kind,
            DECLARED.parameters[option].default,
        )
    assert get_type_hints(READERS[name]).keys() == {*shown, "return"}


def test_a_reader_shows_its_own_types() -> None:
    shown = inspect.signature(wording.parse_rupiah)
    assert "dash: 'D | NotSaid' = NOT_SAID" in str(shown)
    assert shown.return_annotation == "Quantity | U | D | B | N"
    assert shown.parameters["ambiguous"].annotation == "Literal['decimal', 'thousands'] | None"
    assert get_type_hints(wording.parse_day)["ambiguous"] == Literal["day_first", "month_first"] | None


@pytest.mark.parametrize("name", READERS)
def test_a_reader_is_a_function_of_its_own_name_that_explains_itself(name: str) -> None:
    read = READERS[name]
    assert inspect.isfunction(read)
    assert (read.__name__, read.__qualname__) == (name, name)
    assert ">>> " in (inspect.getdoc(read) or "")
    assert pickle.loads(pickle.dumps(read)) is read


def test_each_option_for_a_text_without_a_value_has_its_refusal() -> None:
    assert {name for name, each in DECLARED.parameters.items() if each.default is NOT_SAID} == MEANINGS


MEANINGLESS = {"unknown": "Tidak diketahui", "dash": "–", "blank": " ", "none": "Nihil"}


@pytest.mark.parametrize("option", sorted(MEANINGS))
@pytest.mark.parametrize("name", READERS)
def test_every_reader_returns_what_the_caller_says_of_a_missing_value_or_refuses_it(name: str, option: str) -> None:
    read, text = READERS[name], MEANINGLESS[option]
    for meaning in (None, 0, "?"):
        assert read(text, **{option: meaning}) is meaning
    for others in ({}, {option: NOT_SAID}, dict.fromkeys(MEANINGS - {option})):
        with pytest.raises(ParseError) as caught:
            read(text, **others)
        assert (caught.value.code, caught.value.value) == (option, text)
        assert f"{option}=" in str(caught.value)


@pytest.mark.parametrize("name", READERS)
def test_an_option_that_a_reader_does_not_take_is_an_error_of_the_call(name: str) -> None:
    foreign = {"locales"} | ({"ambiguous"} if name in IN_ONE_WAY else set()) | (set() if name in DATED else {"century"})
    for option in sorted(foreign):
        for text in ("17", "satu", "1/2"):
            with pytest.raises(TypeError, match=rf"{name}\(\) got an unexpected keyword argument '{option}'"):
                READERS[name](text, **{option: None})


@pytest.mark.parametrize("name", sorted(READERS.keys() - IN_ONE_WAY))
def test_a_word_that_is_not_a_choice_is_refused_with_the_choices(name: str) -> None:
    with pytest.raises(InvalidValueError, match="day_first" if name in ("parse_day", "parse_period") else "thousands"):
        READERS[name]("1", ambiguous="both")


def test_a_refusal_keeps_the_reason_with_its_parameters_when_it_travels() -> None:
    with pytest.raises(ParseError) as caught:
        wording.parse_number("1,234")
    back = pickle.loads(pickle.dumps(caught.value))
    assert back == caught.value
    assert (back.parameters["whole"], back.parameters["fraction"], back.parameters["text"]) == ("1", "234", "1,234")
    assert back.message("id") == caught.value.message("id")


SAYING = {
    "unknown": ("Belum diketahui", "tidak ada data", "dalam pendataan", "N/A"),
    "none": (
        "NIHIL",
        "- nihil -",
        "(nihil)",
        "N I H I L",
        "Tidak ada",
        "tdk ada.",
        "nil",
        "none",
        "Tidak ada kejadian",
    ),
    "blank": ("nan", "NaN", "None", "null", "NaT", "#N/A", "<NA>", "NA", "\xa0", "\ufeff"),
    "dash": ("-", "–", "—", "\u2011", "\u2212"),
}


@pytest.mark.parametrize("name", [*READERS, "parse_hazard"])
def test_what_people_frames_and_spreadsheets_print_for_no_value_is_no_value(name: str) -> None:
    read = getattr(wording, name)
    for option, texts in SAYING.items():
        for text in texts:
            assert read(text, **{option: "?"}) == "?"
            for others in ({}, dict.fromkeys(MEANINGS - {option})):
                with pytest.raises(ParseError):
                    read(text, **others)


def test_a_hazard_that_is_not_named_says_how_to_read_its_cell() -> None:
    for text, option in (("-", "dash"), ("", "blank"), ("Nihil", "none"), ("tidak diketahui", "unknown")):
        with pytest.raises(UnknownHazardError, match=f"{option}=") as caught:
            wording.parse_hazard(text)
        assert (caught.value.code, caught.value.field, caught.value.value) == ("hazard_unknown", "hazard", text)


@pytest.mark.parametrize("mark", ["\u202e", "\u202d", "\u2067"])
def test_a_mark_that_turns_the_text_around_is_refused(mark: str) -> None:
    with pytest.raises(ParseError) as caught:
        wording.parse_number(f"{mark}123")
    assert caught.value.code == "foreign_character"
