"""kesos.wording._rounded: figures with a word of scale, as all that rounds to them."""

from __future__ import annotations

from typing import Any

import pytest

from kesos.errors import ParseError
from kesos.values import Quantity, Span
from kesos.wording import parse_rounded


def idr(first: int, last: int) -> Span[Quantity]:
    return Span(Quantity(first, "IDR"), Quantity(last, "IDR"))


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Rp 2,17 triliun", idr(2_165_000_000_000, 2_174_999_999_999)),
        ("Rp4,18 triliun rupiah", idr(4_175_000_000_000, 4_184_999_999_999)),
        ("Rp 2,17 T", idr(2_165_000_000_000, 2_174_999_999_999)),
        ("2.17 triliun rupiah", idr(2_165_000_000_000, 2_174_999_999_999)),
        ("-Rp 2 juta", idr(-2_499_999, -1_500_000)),
        ("Rp4,2 M", idr(4_150_000_000, 4_249_999_999)),
        ("Rp5rb", idr(4_500, 5_499)),
        ("1,23 juta", Span(1_225_000, 1_234_999)),
        ("1,230 juta", None),
        ("1.234,5 juta", Span(1_234_450_000, 1_234_549_999)),
        ("4,2 miliar", Span(4_150_000_000, 4_249_999_999)),
        ("0 juta", Span(0, 499_999)),
        ("0,0 ribu", Span(0, 49)),
        ("1,2 juta orang", Span(Quantity(1_150_000, "person"), Quantity(1_249_999, "person"))),
        ("5 ribu ton", Span(Quantity("4.5", "t") * 1_000, Quantity(5_499_999_999, "g"))),
    ],
)
def test_a_rounded_figure_is_all_that_rounds_to_it_half_up(text: str, span: Any) -> None:
    assert parse_rounded(text, ambiguous="decimal") == (span or Span(1_229_500, 1_230_499))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2,175 triliun", "ambiguous"),
        ("2.175 triliun", "ambiguous"),
        ("1.234", "unreadable"),
        ("Rp 5", "unreadable"),
        ("dua juta", "unreadable"),
        ("2 m2", "unreadable"),
        ("Rp 2 juta orang", "unreadable"),
        ("-Rp -2 juta", "unreadable"),
        ("2  juta", "unreadable"),
        ("2 juta babi", "unknown_unit"),
        ("2,1234567 juta", "not_whole"),
        ("2,1234567 juta orang", "not_whole"),
        ("9" * 40 + " juta", "number_too_large"),
        ("Rp -", "dash"),
        ("± 2 juta", "foreign_character"),
    ],
)
def test_what_is_no_rounded_figure_is_refused_for_its_reason(text: str, code: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse_rounded(text)
    assert (caught.value.code, caught.value.field, caught.value.value) == (code, "rounded", text)


def test_english_figures_are_read_in_english_print() -> None:
    assert parse_rounded("IDR 2.175 trillion", locale="en") == idr(2_174_500_000_000, 2_175_499_999_999)
    assert parse_rounded("1,234 million", locale="en") == Span(1_233_500_000, 1_234_499_999)
