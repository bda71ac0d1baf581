"""kesos.values._locales: how a number, an amount and a date print, in any locale that Babel knows."""

from __future__ import annotations

import decimal
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from kesos.errors import InvalidValueError
from kesos.values import _locales as locales


@pytest.mark.parametrize("locale", ["xx_YY", "", "id_XX_", "🙂", None, 5, "../id"])
def test_a_locale_that_nobody_knows_is_refused_by_name(locale: Any) -> None:
    for call in (
        lambda: locales.number(1, locale),
        lambda: locales.rupiah(1, locale),
        lambda: locales.money(Decimal(1), "USD", 2, locale),
        lambda: locales.percent(Decimal(1), locale),
        lambda: locales.day(date(2017, 1, 1), locale),
        lambda: locales.words_language(locale),
    ):
        with pytest.raises(InvalidValueError) as caught:
            call()
        assert (caught.value.code, caught.value.field, caught.value.value) == ("unknown_locale", "locale", locale)


def test_a_locale_is_known_by_either_separator() -> None:
    for locale in ("id_ID", "id-ID", "id"):
        assert locales.number(1_234, locale) == "1.234"
        assert locales.words_language(locale) == "id"


def test_every_digit_is_printed_whatever_the_context_of_the_caller() -> None:
    long = Decimal("123456789012345678901234567890.123456789012345678901234567890")
    with decimal.localcontext(prec=3, Emax=5, Emin=-5):
        assert locales.number(long, "en") == "123,456,789,012,345,678,901,234,567,890.123456789012345678901234567890"
        assert locales.rupiah(10**12, "id") == "Rp1.000.000.000.000"


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Decimal("1E+3"), "1.000"),
        (Decimal("0E+3"), "0"),
        (Decimal("0.00"), "0,00"),
        (Decimal("-0.5"), "-0,5"),
        (Decimal("1E-3"), "0,001"),
        (-1_234, "-1.234"),
        (10**40, "1" + "0" + "." + ".".join(["000"] * 13)),
    ],
)
def test_a_number_prints_with_the_digits_that_it_has(number: int | Decimal, text: str) -> None:
    assert locales.number(number, "id") == text


def test_a_thousand_digits_are_printed_and_no_more() -> None:
    assert locales.number(10**999, "id").count(".") == 333
    assert locales.number(Decimal("1E+999"), "id").count(".") == 333
    assert len(locales.number(Decimal("1E-1000"), "id")) == 1_002
    for number in (10**1000, -(10**1000), Decimal("1E+1000"), Decimal("1E-1001"), Decimal("NaN"), Decimal("Infinity")):
        with pytest.raises(InvalidValueError) as caught:
            locales.number(number, "id")
        assert (caught.value.code, caught.value.field, caught.value.value is number) == (
            "not_printable",
            "number",
            True,
        )
    with pytest.raises(InvalidValueError) as caught:
        locales.rupiah(10**1000, "id")
    assert (caught.value.code, caught.value.field) == ("not_printable", "amount")


def test_a_negative_amount_has_its_minus_in_front() -> None:
    assert locales.rupiah(-6_000, "id") == "-Rp6.000"
    assert locales.rupiah(-6_000, "en") == "-IDR6,000"
