"""kesos.wording._number_words and hazard_words: numbers in words and the words for hazards."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from kesos.errors import InvalidValueError, ParseError, UnknownHazardError
from kesos.hazards import Hazard
from kesos.values import Quantity
from kesos.wording import parse_hazard, parse_ordinal, parse_words, spell_out

SPELT = {
    0: ("nol", "zero"),
    1: ("satu", "one"),
    10: ("sepuluh", "ten"),
    11: ("sebelas", "eleven"),
    12: ("dua belas", "twelve"),
    19: ("sembilan belas", "nineteen"),
    20: ("dua puluh", "twenty"),
    21: ("dua puluh satu", "twenty-one"),
    100: ("seratus", "one hundred"),
    101: ("seratus satu", "one hundred one"),
    111: ("seratus sebelas", "one hundred eleven"),
    999: ("sembilan ratus sembilan puluh sembilan", "nine hundred ninety-nine"),
    1_000: ("seribu", "one thousand"),
    1_100: ("seribu seratus", "one thousand one hundred"),
    11_000: ("sebelas ribu", "eleven thousand"),
    21_000: ("dua puluh satu ribu", "twenty-one thousand"),
    100_000: ("seratus ribu", "one hundred thousand"),
    101_000: ("seratus satu ribu", "one hundred one thousand"),
    1_001_000: ("satu juta seribu", "one million one thousand"),
    10**9: ("satu miliar", "one billion"),
    10**12 + 1: ("satu triliun satu", "one trillion one"),
    10**15: ("satu kuadriliun", "one quadrillion"),
    10**18: ("satu kuintiliun", "one quintillion"),
    10**30: ("satu noniliun", "one nonillion"),
    -4: ("minus empat", "minus four"),
}


@pytest.mark.parametrize("number", SPELT)
def test_a_number_is_spelt_as_a_letter_spells_it(number: int) -> None:
    indonesian, english = SPELT[number]
    assert spell_out(number) == indonesian
    assert spell_out(number, "en") == english
    assert spell_out(number, "id", rupiah=True) == f"{indonesian} rupiah"


@pytest.mark.parametrize("number", [*SPELT, *range(1, 1_000, 7), *range(10, 130)])
def test_what_is_spelt_is_read_in_both_languages(number: int) -> None:
    for locale, spelt in zip(("id", "en"), SPELT.get(number, (None, None)), strict=True):
        words = spell_out(number, locale) if spelt is None else spelt
        assert parse_words(words, locale=locale) == number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("EMPAT MILYAR", 4 * 10**9),
        ("dua trilyun tiga milyar", 2_003_000_000_000),
        ("satu ratus", 100),
        ("satu ribu", 1_000),
        ("satu ribu satu ratus", 1_100),
        ("sejuta", 10**6),
        ("semiliar sejuta seribu", 1_001_001_000),
        ("setriliun", 10**12),
        ("dua-puluh-dua", 22),
        ("dua   puluh\tdua", 22),
        ("(seratus sepuluh ribu rupiah)", 110_000),
        ("( seratus )", 100),
        ("negatif lima", -5),
        ("nol rupiah", 0),
        ("minus nol", 0),
        ("min lima", -5),
        ("satu\xa0ribu", 1_000),
        ("dua koma lima", Decimal("2.5")),
        ("dua koma nol lima", Decimal("2.05")),
        ("tiga koma dua puluh lima", Decimal("3.25")),
        ("min nol koma lima", Decimal("-0.5")),
    ],
)
def test_the_spellings_in_use_are_read_beside_the_standard_one(words: str, number: int | Decimal) -> None:
    read = parse_words(words)
    assert read == number
    assert type(read) is type(number)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("pertama", 1),
        ("Kesatu", 1),
        ("kedua", 2),
        ("ke-2", 2),
        ("ke 2", 2),
        ("ke-dua", 2),
        ("ketujuh belas", 17),
        ("ke dua puluh satu", 21),
        ("keseratus", 100),
        ("keseribu", 1_000),
    ],
)
def test_an_ordinal_is_read_in_words_and_figures(words: str, number: int) -> None:
    assert parse_ordinal(words) == number


@pytest.mark.parametrize(
    ("words", "number"),
    [("first", 1), ("2nd", 2), ("11th", 11), ("twelfth", 12), ("Twenty-First", 21), ("twentieth", 20), ("sixth", 6)],
)
def test_an_english_ordinal_is_read_too(words: str, number: int) -> None:
    assert parse_ordinal(words, locale="en") == number


@pytest.mark.parametrize("words", ["dua", "2", "kenol", "ke-0", "ke", "kemarin", "kedua koma lima", "ke-2,5", "first"])
def test_what_is_no_ordinal_is_refused(words: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse_ordinal(words)
    assert (caught.value.code, caught.value.field, caught.value.value) == ("not_an_ordinal", "ordinal", words)


@pytest.mark.parametrize("words", ["two", "21th", "2th", "half", "fourty", "northieth", "kedua"])
def test_what_is_no_english_ordinal_is_refused(words: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse_ordinal(words, locale="en")
    assert caught.value.field == "ordinal"


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("one hundred and ten thousand", 110_000),
        ("one thousand and five", 1_005),
        ("one thousand five", 1_005),
        ("two hundred and twenty-two", 222),
        ("Forty Two", 42),
        ("negative eight", -8),
        ("two point zero five", Decimal("2.05")),
        ("two point twenty-five", Decimal("2.25")),
    ],
)
def test_english_words_are_read_with_and_without_and(words: str, number: int) -> None:
    assert parse_words(words, locale="en") == number


@pytest.mark.parametrize(
    ("words", "culprit"),
    [
        ("Dua Ratus Enam Ribu Delapan Ratus Ribu Rupiah", "ribu"),
        ("seratus dua puluh belas", "belas"),
        ("ribu juta", "ribu"),
        ("seribu juta", "juta"),
        ("satu juta satu juta", "juta"),
        ("satu ribu satu juta", "juta"),
        ("dua ratus seribu", "seribu"),
        ("seribu dua ribu", "ribu"),
        ("satu belas", "belas"),
        ("satu puluh", "puluh"),
        ("belas", "belas"),
        ("seratus seratus", "seratus"),
        ("dua dua", "dua"),
        ("dua nol", "nol"),
        ("nol nol", "nol"),
        ("dua ratusdua", "ratusdua"),
        ("satu rupiah rupiah", "rupiah"),
        ("minus minus satu", "minus"),
        ("-dua", "-dua"),
        ("koma lima", "koma"),
        ("dua koma", "koma"),
        ("dua koma lima koma tiga", "koma"),
        ("dua koma lima juta", "juta"),
        ("dua koma seribu", "seribu"),
        ("((satu))", "(satu)"),
        ("(satu", "(satu"),
        ("satu)", "satu)"),
    ],
)
def test_words_in_an_order_that_makes_no_number_are_refused_at_the_word(words: str, culprit: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse_words(words)
    assert (caught.value.code, caught.value.field, caught.value.value) == ("misplaced_word", "words", words)
    assert f"'{culprit}' cannot stand there" in str(caught.value)


@pytest.mark.parametrize(
    "words",
    [
        "ten hundred",
        "zero hundred",
        "seven hundred hundred",
        "twenty ten",
        "twenty zero",
        "and",
        "and five",
        "one hundred and",
        "one and two",
        "forty eleven",
        "one million thousand",
        "hundred",
    ],
)
def test_english_words_in_such_an_order_are_refused_too(words: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse_words(words, locale="en")
    assert caught.value.code == "misplaced_word"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("rupiah", "unreadable"),
        ("()", "unreadable"),
        ("minus", "unreadable"),
        ("", "blank"),
        ("-", "dash"),
        ("ſatu", "foreign_character"),
        ("ｓatu", "foreign_character"),
        ("satu " * 600, "too_long"),
    ],
)
def test_a_text_without_a_number_in_words_is_refused(words: str, code: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse_words(words)
    assert (caught.value.code, caught.value.field) == (code, "words")


def test_whole_decimals_and_quantities_are_spelt() -> None:
    assert spell_out(Decimal("37674000")) == spell_out(Decimal("37674000.00")) == spell_out(37_674_000)
    assert spell_out(Decimal("-2E+3"), "en", rupiah=True) == "minus two thousand rupiah"
    assert spell_out(Quantity(37_674_000, "IDR"), rupiah=True) == spell_out(37_674_000, rupiah=True)
    assert spell_out(Quantity(2_500, "kg")) == "dua ribu lima ratus kg"
    assert spell_out(Quantity(1, "piece"), "en") == "one piece"


@pytest.mark.parametrize(
    "number", [1.0, True, "5", None, Decimal("2.5"), Decimal("NaN"), Decimal("Infinity"), Quantity("2.5", "kg")]
)
def test_only_a_whole_number_is_spelt(number: Any) -> None:
    with pytest.raises(InvalidValueError) as caught:
        spell_out(number)
    assert (caught.value.code, caught.value.field) == ("not_whole", "number")


def test_a_number_above_ten_to_the_thirty_is_not_spelt() -> None:
    for sign in (1, -1):
        with pytest.raises(InvalidValueError) as caught:
            spell_out(sign * (10**30 + 1))
        assert (caught.value.code, caught.value.field) == ("number_too_large", "number")


def test_words_exist_in_two_languages_only() -> None:
    for call in (lambda: spell_out(1, "nl"), lambda: parse_words("een", locale="nl")):
        with pytest.raises(InvalidValueError) as caught:
            call()
        assert (caught.value.code, caught.value.field) == ("unknown_locale", "locale")
    with pytest.raises(InvalidValueError) as caught:
        spell_out(1, rupiah="ya")  # type: ignore[arg-type]
    assert (caught.value.code, caught.value.field) == ("not_a_flag", "rupiah")


def test_a_hazard_is_read_whatever_its_case_and_blanks() -> None:
    for text in (" BENCANA  banjir\n", "\ufeffbencana\xa0banjir", "banjir" + " " * 300):
        assert parse_hazard(text) is Hazard.FLOOD


@pytest.mark.parametrize("text", ["bnajir", "", "banjir lahar", "banjir" + " " * 300 + "palsu", "banjir" * 500, "5"])
def test_what_nobody_calls_a_hazard_is_refused(text: str) -> None:
    with pytest.raises(UnknownHazardError) as caught:
        parse_hazard(text)
    assert isinstance(caught.value, ParseError)
    assert (caught.value.code, caught.value.field, caught.value.value) == ("hazard_unknown", "hazard", text)
