"""Prices: in any currency, exact, and in whole rupiah where that is asked for."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from kesos import Citation, Quantity, errors
from kesos.prices import Price, price_pairs

KG = Quantity(1, "kg")
RICE = Price(Quantity(12_500, "IDR"), KG)
EGGS = Price(amount=Quantity("1.25", "USD"), per=KG, source=Citation(regulation="price list"))


def test_a_bare_number_is_rupiah() -> None:
    assert Price(12_500, per=KG) == RICE
    assert RICE.amount == Quantity(12_500, "IDR")


def test_a_price_says_how_much_for_how_much() -> None:
    assert RICE.say("en") == f"{RICE:en}" == "IDR12,500 for 1 kg"
    assert str(RICE) == f"{RICE}" == "Rp12.500 per 1 kg"


def test_a_cost_is_exact_in_the_smallest_part_of_the_currency() -> None:
    assert RICE.of(Quantity(408, "kg")) == 5_100_000
    assert EGGS.of(Quantity(10, "g")) == Fraction(125, 100)
    assert Price(10, Quantity(3, "kg")).of(KG) == Fraction(10, 3)


def test_a_cost_in_whole_rupiah_may_come_from_a_price_in_sen() -> None:
    sen = Price(Quantity(50, "IDR/100"), Quantity(1, "piece"))
    assert RICE.cost_of(Quantity(408, "kg")) == Quantity(5_100_000, "IDR")
    assert sen.cost_of(Quantity(4, "piece")) == Quantity(2, "IDR")
    with pytest.raises(errors.InvalidValueError) as caught:
        sen.cost_of(Quantity(3, "piece"))
    assert caught.value.code == "not_whole"
    assert "Rp0,50 per 1" in caught.value.message("id")


def test_a_price_comes_back_from_json() -> None:
    assert Price.from_json(EGGS.to_json()) == EGGS
    assert EGGS.source is not None


REFUSED: dict[str, tuple[Callable[[], object], str, str]] = {
    "no money": (lambda: Price(Quantity(3, "kg"), KG), "amount", "not_money"),
    "below zero": (lambda: Price(Quantity(-1, "IDR"), KG), "amount", "not_money"),
    "a number below zero": (lambda: Price(-1, KG), "amount", "count_negative"),
    "for nothing": (lambda: Price(1, Quantity(0, "kg")), "per", "out_of_range"),
    "for less than nothing": (lambda: Price(1, Quantity(-1, "kg")), "per", "out_of_range"),
    "for a number": (lambda: Price(1, 1), "per", "wrong_type"),  # type: ignore[arg-type]
    "a source in words": (lambda: Price(1, KG, source="x"), "source", "wrong_type"),  # type: ignore[arg-type]
    "another unit": (lambda: RICE.of(Quantity(3, "piece")), "unit", "unit_mismatch"),
    "no quantity": (lambda: RICE.cost_of(3), "quantity", "wrong_type"),  # type: ignore[arg-type]
    "another currency": (lambda: EGGS.cost_of(KG), "amount", "unit_mismatch"),
    "no whole rupiah": (lambda: Price(1, KG).cost_of(Quantity(1, "g")), "quantity", "not_whole"),
    "two prices of one thing": (lambda: price_pairs([("rice", RICE), ("rice", EGGS)]), "prices.rice", "duplicate"),
    "no price": (lambda: price_pairs({"rice": KG}), "prices.rice", "wrong_type"),  # type: ignore[arg-type]
}


@pytest.mark.parametrize(("call", "field", "code"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_price_is_refused(call: Callable[[], object], field: str, code: str) -> None:
    with pytest.raises(errors.KesosError) as caught:
        call()
    assert (caught.value.field, caught.value.code) == (field, code)
    assert caught.value.message("id") != caught.value.message("en")
