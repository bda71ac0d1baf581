from __future__ import annotations

import pickle
from typing import Any

import pytest

from kesos._checks import has_words
from kesos.errors import InvalidValueError
from kesos.values import LANGUAGES, Text
from kesos.values._texts import check_language


def test_a_text_says_its_words_in_either_language() -> None:
    words = Text("Beras", "Rice")
    assert (words.say("id"), words.say("en")) == ("Beras", "Rice")
    assert LANGUAGES == ("id", "en")


@pytest.mark.parametrize("language", ["ID", "id_ID", "", " id", "jv", None, 1, b"id", ["id"]])
def test_another_language_is_refused(language: Any) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Text("a", "b").say(language)
    assert (caught.value.code, caught.value.field, caught.value.value) == ("unknown_language", "language", language)
    assert '"id"' in caught.value.message("id")
    assert '"en"' in caught.value.message("en")


def test_the_field_can_be_named() -> None:
    with pytest.raises(InvalidValueError) as caught:
        check_language("x", "locale")
    assert caught.value.field == "locale"
    assert check_language("id") == "id"


@pytest.mark.parametrize(("id_", "en", "field"), [("", "b", "id"), ("a", " ", "en"), (None, "b", "id"), ("a", 3, "en")])
def test_neither_language_is_forgotten(id_: Any, en: Any, field: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Text(id_, en)
    assert (caught.value.code, caught.value.field) == ("not_a_text", field)
    assert caught.value.value == (id_ if field == "id" else en)
    assert "kedua bahasa" in caught.value.message("id")
    assert "both languages" in caught.value.message("en")


@pytest.mark.parametrize("value", ["a", "Désa", "a\tb\r\nc", "\u200f؟", "é" * 10**6, "\U0001f30a", "\u00a0x"])
def test_words_are_words_in_any_script(value: str) -> None:
    assert has_words(value)


NO_WORDS = [
    "", " ", "\n\t", "\u00a0", "a\x00", "\x08a", "\x0b", "a\x0ca", "a\x0ea", "\x1f.", "\x7f.", "\x80.",
    "\x9f.", "\ud800", "a\udfff",
]  # fmt: skip


@pytest.mark.parametrize("value", NO_WORDS)
def test_what_no_file_takes_is_no_words(value: str) -> None:
    assert not has_words(value)


def test_texts_compare_hash_and_pickle() -> None:
    words = Text("Beras", "Rice")
    assert words == Text("Beras", "Rice") != Text("Beras", "rice")
    assert hash(words) == hash(Text("Beras", "Rice"))
    assert pickle.loads(pickle.dumps(words)) == words
