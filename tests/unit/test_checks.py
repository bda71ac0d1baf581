from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from kesos import _checks as checks
from kesos.errors import InvalidValueError
from kesos.words import REDACTED


def refusal(call: Callable[[], object]) -> InvalidValueError:
    with pytest.raises(InvalidValueError) as caught:
        call()
    assert caught.value.message("id")
    return caught.value


@pytest.mark.parametrize("check", [checks.whole_number, checks.count, checks.known_count])
def test_a_whole_number_is_given_back_as_a_plain_int(check: Callable[[Any, str], int]) -> None:
    for given in (0, 1, 10**30 - 1, 10**30, np.int16(7), np.uint64(2**64 - 1)):
        number = check(given, "n")
        assert number == given
        assert type(number) is int


def test_the_largest_number_is_the_last_that_is_taken() -> None:
    for limit in (10**30, -(10**30)):
        assert checks.whole_number(limit, "n") == limit
        past = limit + (1 if limit > 0 else -1)
        error = refusal(lambda past=past: checks.whole_number(past, "n"))  # type: ignore[misc]
        assert (error.code, error.field, error.value) == ("number_too_large", "n", past)
        assert "10^30" in error.message("id")
        assert str(past) in error.message("en")
    assert refusal(lambda: checks.count(10**30 + 1, "n")).code == "count_too_large"


def test_a_count_is_not_below_zero() -> None:
    assert [checks.count(number, "n") for number in (0, 1)] == [0, 1]
    error = refusal(lambda: checks.count(-1, "n"))
    assert (error.code, error.field, error.value) == ("count_negative", "n", -1)
    assert "-1 di bawah nol" in error.message("id")
    assert "-1 is below zero" in error.message("en")
    assert refusal(lambda: checks.count(np.int8(-1), "n")).code == "count_negative"


@pytest.mark.parametrize("value", [True, 3.0, "3", np.bool_(True), np.float64(1), [], object()])
def test_what_is_no_whole_number_says_its_type(value: Any) -> None:
    error = refusal(lambda: checks.whole_number(value, "n"))
    assert (error.code, error.field) == ("not_whole", "n")
    assert error.value is value
    for language in ("id", "en"):
        assert f"({type(value).__name__})" in error.message(language)
    assert "int" in error.message("en")
    assert "bilangan bulat, misalnya 3" in error.message("id")


def test_a_number_that_is_needed_is_not_to_be_left_out() -> None:
    error = refusal(lambda: checks.whole_number(None, "n"))
    assert (error.code, error.field, error.value) == ("not_whole", "n", None)
    assert error.message("en") == "n: a whole number is needed here, and None is none. Give an int, such as 3."
    assert error.message("id") == "n: bilangan ini harus diisi. Isi bilangan bulat, misalnya 3."


def test_unknown_stays_unknown() -> None:
    assert checks.known_count(None, "n") is None
    assert checks.known_text(None, "n") is None
    assert checks.known_flag(None, "n") is None
    assert refusal(lambda: checks.count(None, "n")).code == "not_whole"
    assert "'3' (str)" in refusal(lambda: checks.known_count("3", "n")).message("en")
    assert checks.known_text("x", "n") == "x"


def test_a_text_of_a_class_of_its_own_is_given_back_plainly() -> None:
    class Own(str):
        def __str__(self) -> str:
            raise RuntimeError

    text = checks.text(Own("Desa"), "place")
    assert text == "Desa"
    assert type(text) is str
    error = refusal(lambda: checks.text(" ", "place"))
    assert (error.code, error.field, error.value) == ("not_a_text", "place", " ")
    assert "' ' bukan teks" in error.message("id")


def test_a_flag_is_true_or_false_and_nothing_that_counts_as_one() -> None:
    for check in (checks.flag, checks.known_flag):
        assert check(True, "f") is True
        assert check(False, "f") is False
        for value in (0, 1, "true", np.bool_(True), []):
            error = refusal(lambda check=check, value=value: check(value, "f"))  # type: ignore[misc]
            assert (error.code, error.field, error.value) == ("not_a_flag", "f", value)
            assert "True" in error.message("en")
            assert re.search(r"\bya\b.+\btidak\b", error.message("id"))
    assert refusal(lambda: checks.flag(None, "f")).code == "not_a_flag"


def test_a_choice_is_one_of_the_words() -> None:
    assert checks.choice("APBD", "funding", ("APBD", "APBN")) == "APBD"
    error = refusal(lambda: checks.choice("APBDD", "funding", iter(["APBD", "APBN"])))
    assert (error.code, error.field, error.value) == ("not_a_choice", "funding", "APBDD")
    assert "Maksudnya 'APBD'?" in error.message("id")
    assert "Did you mean 'APBD'?" in error.message("en")
    listed = refusal(lambda: checks.choice(3, "funding", ("APBD", "APBN")))
    assert "Yang dikenal: APBD, APBN." in listed.message("id")
    assert "Known: APBD, APBN." in listed.message("en")


@pytest.mark.parametrize(
    ("check", "value"),
    [
        (checks.whole_number, "081234"),
        (checks.whole_number, 10**31),
        (checks.count, -7_777),
        (checks.known_count, -7_777),
        (checks.text, 7_777),
        (checks.known_flag, "7777"),
        (lambda value, field: checks.choice(value, field, ("L", "P")), "7777"),
    ],
)
def test_a_personal_value_is_in_no_part_of_the_error(check: Callable[..., Any], value: Any) -> None:
    error = refusal(lambda: checks.private(check)(value, "nik"))
    assert error.value == REDACTED
    for said in (error.message("id"), error.message("en"), repr(error), str(error.args)):
        assert str(value) not in said
    assert error.field == "nik"


def test_a_number_lies_within_its_limits() -> None:
    assert [checks.within(number, "month", least=1, most=12) for number in (1, 12)] == [1, 12]
    for number in (0, 13):
        error = refusal(lambda number=number: checks.within(number, "month", least=1, most=12))  # type: ignore[misc]
        assert (error.code, error.field, error.value) == ("out_of_range", "month", number)
        assert error.message("id") == f"month: {number} tidak berada di antara 1 dan 12"
        assert error.message("en") == f"month: {number} is not from 1 to 12"


def test_a_mapping_is_one() -> None:
    assert checks.mapping({"rice": 3}, "items") == {"rice": 3}
    error = refusal(lambda: checks.mapping(["rice"], "items"))
    assert (error.code, error.message("en")) == ("wrong_type", "items: ['rice'] (list) is no dict")


def test_an_instance_is_of_its_kind() -> None:
    assert checks.instance(3, "n", int) == 3
    error = refusal(lambda: checks.instance("3", "n", int))
    assert (error.code, error.field, error.value) == ("wrong_type", "n", "3")
    assert "'3' (str) bukan objek int" in error.message("id")
    assert "'3' (str) is no int" in error.message("en")


def test_items_are_several() -> None:
    for given in (["a", "b"], ("a", "b"), iter(["a", "b"]), {"a": 1, "b": 2}.keys(), np.array(["a", "b"])):
        assert checks.items(given, "words", str) == ("a", "b")
    assert checks.items([1, "x"], "words") == (1, "x")
    assert checks.items([], "words", str) == ()
    for one in ("ab", b"ab", {"a": 1}, 3, None, np.array(3)):
        error = refusal(lambda one=one: checks.items(one, "words", str))  # type: ignore[misc]
        assert (error.code, error.field) == ("wrong_type", "words")
        assert error.value is one
        shown = f"words: {one!r} ({type(one).__name__})"
        assert error.message("id") == f"{shown} bukan daftar. Berikan daftar, juga bila isinya hanya satu."
        assert error.message("en") == f"{shown} is not a list. Give a list, even of one."
    assert refusal(lambda: checks.items(["a", 1], "words", str)).value == 1


def test_an_iterator_that_fails_is_refused_by_name_and_leads_to_its_own_failure() -> None:
    def failing(error: Exception) -> Any:
        yield 1
        raise error

    own = TypeError("of the caller's own")
    error = refusal(lambda: checks.items(failing(own), "numbers"))
    assert (error.code, error.field, error.__cause__) == ("wrong_type", "numbers", own)
    refused = InvalidValueError("count_negative", field="people", value=-1)
    assert refusal(lambda: checks.items(failing(refused), "numbers")) is refused


def test_what_fails_before_its_first_value_is_refused_by_name_too() -> None:
    class Failing:
        def __iter__(self) -> Any:
            raise ZeroDivisionError

    error = refusal(lambda: checks.items(Failing(), "numbers"))
    assert (error.code, error.field, type(error.__cause__)) == ("wrong_type", "numbers", ZeroDivisionError)


def test_pairs_are_those_of_a_mapping_or_of_a_list() -> None:
    assert checks.pairs({"a": 1}, "areas") == checks.pairs([("a", 1)], "areas") == (("a", 1),)
    for value, field in (([("a", 1), ("b",)], "areas[1]"), (["ab"], "areas[0]"), (3, "areas")):
        error = refusal(lambda value=value: checks.pairs(value, "areas"))  # type: ignore[misc]
        assert (error.code, error.field) == ("wrong_type", field)


def test_the_nearest_word_is_one_that_looks_alike() -> None:
    words = ["banjir", "tanah longsor"]
    assert checks.nearest("bnajir", words) == "banjir"
    assert checks.nearest("BANJIR!", words) == "banjir"
    assert checks.nearest("gempa", words) is None
    assert checks.nearest(3, words) is None
    assert checks.nearest("x" * 10**6, words) is None


def test_many_words_are_not_all_listed() -> None:
    assert checks.did_you_mean(None, map(str, range(40))).say("en").endswith("38, 39.")
    assert checks.did_you_mean(None, map(str, range(41))).say("id").endswith("38, 39, ….")


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("pengemi", "pengemis"),  # a letter too few
        ("pengemiss", "pengemis"),  # too many
        ("pengemas", "pengemis"),  # another
        ("pegnemis", "pengemis"),  # two that changed places
        ("egnemis", None),  # two slips are too many in a word of eight letters
        ("gelndanan", "gelandangan"),  # and not in one of eleven
        ("glndanan", None),
        ("pengemis", None),  # no slip at all
        ("pengemis tua", None),  # another word more
        ("anka jalanan", None),  # a short word may be another
        ("anak jalnan", "anak jalanan"),
        ("orang jalnan", None),  # two words differ
        ("anak asih", None),  # as near to one as to the other
        ("", None),
    ],
)
def test_a_slip_of_the_pen_is_a_letter_or_two_of_one_word(text: str, nearest: str | None) -> None:
    known = ["pengemis", "gelandangan", "anak jalanan", "anak kasih", "anak basih"]
    assert checks.slip_of(text, known) == nearest
