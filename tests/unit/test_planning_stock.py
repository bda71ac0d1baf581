"""Stock: what was counted, in which packs, until when; what comes in and goes out, once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kesos import PEDUM_2003, Quantity, Rounding, Text, errors
from kesos.planning import Lot, Movement, Pack, Stock

SACK = Pack(Quantity(50, "kg"), Text("karung", "sacks"))


def refusal(call: Callable[[], object]) -> errors.KesosError:
    with pytest.raises(errors.KesosError) as caught:
        call()
    for language in ("id", "en"):
        assert caught.value.message(language)
    return caught.value


def movement(**changed: Any) -> Movement:
    given = {"reference": "SPB-1", "way": "out", "item": "rice", "quantity": Quantity(60, "kg"), "on": "2017-03-01"}
    return Movement(**{**given, **changed})


def rice(kg: int, **more: Any) -> Lot:
    return Lot(item="rice", quantity=Quantity(kg, "kg"), **more)


def test_an_item_that_was_not_counted_is_not_known_and_one_of_which_there_is_none_is_none() -> None:
    stock = Stock({"rice": Quantity(0, "kg"), "side_dishes": None})
    assert stock["rice"] == Quantity(0, "kg")
    assert [*stock] == ["rice"]
    assert len(stock) == 1
    assert "side_dishes" not in stock
    assert stock.get("side_dishes") is None
    assert stock.get("side_dishes", 3) == 3
    assert stock.get("rice") == Quantity(0, "g")
    error = refusal(lambda: stock["side_dishes"])
    assert isinstance(error, errors.UnknownValueError)
    assert (error.code, error.field) == ("stock_unknown", "side_dishes")
    assert refusal(lambda: stock[3]).field == "item"  # type: ignore[index]


def test_the_lots_of_an_item_add_up() -> None:
    stock = Stock([rice(100, pack=SACK), rice(30), Lot(item="eggs", quantity=Quantity(12, "piece"))])
    assert dict(stock) == {"rice": Quantity(130, "kg"), "eggs": Quantity(12, "piece")}
    assert repr(stock) == "Stock({'rice': Quantity(130000, 'g'), 'eggs': Quantity(12, 'piece')})"


def test_lots_of_one_item_in_units_that_do_not_go_together_are_refused() -> None:
    assert refusal(lambda: Stock([rice(1), Lot(item="rice", quantity=Quantity(1, "piece"))])).code == "unit_mismatch"


def test_what_is_below_zero_is_in_no_stock() -> None:
    for call in (lambda: Stock({"rice": Quantity(-1, "g")}), lambda: rice(-1)):
        assert (refusal(call).code, refusal(call).field) == ("out_of_range", "quantity")
    assert refusal(lambda: Stock({"No slug": Quantity(1, "g")})).field == "lots"
    assert refusal(lambda: Stock({"rice": 3})).field == "quantity"  # type: ignore[dict-item]
    assert refusal(lambda: Stock([3])).field == "lots[0]"  # type: ignore[list-item]


def test_a_pack_is_counted_whole_and_its_rest_is_rounded_up_or_down_and_no_other_way() -> None:
    assert [SACK.many(Quantity(kg, "kg"), Rounding.UP) for kg in (0, 1, 50, 51)] == [0, 1, 1, 2]
    assert [SACK.many(Quantity(kg, "kg"), Rounding.DOWN) for kg in (0, 49, 50, 99)] == [0, 0, 1, 1]
    assert refusal(lambda: SACK.many(Quantity(1, "kg"), Rounding.HALF_UP)).code == "half_a_pack"
    assert refusal(lambda: SACK.many(Quantity(1, "piece"), Rounding.UP)).code == "unit_mismatch"
    assert refusal(lambda: Pack(Quantity(0, "kg"))).field == "size"
    assert Pack(Quantity(40, "pack"), Text("karton", "cartons")).say("id") == "karton @ 40 bungkus"


def test_a_lot_comes_in_packs_of_its_own_kind() -> None:
    assert refusal(lambda: Lot(item="eggs", quantity=Quantity(3, "piece"), pack=SACK)).code == "unit_mismatch"


def test_a_stock_says_what_an_item_comes_in_where_that_is_one_thing() -> None:
    assert Stock([rice(100, pack=SACK), rice(50, pack=SACK)]).pack("rice") == SACK
    assert Stock([rice(100, pack=SACK), rice(50)]).pack("rice") is None
    assert Stock([rice(100)]).pack("eggs") is None
    error = refusal(lambda: Stock([rice(100, pack=SACK), rice(50, pack=Pack(Quantity(25, "kg")))]).pack("rice"))
    assert (error.code, error.field) == ("several_packs", "rice")


def test_what_expires_may_be_given_on_its_last_day_and_not_after_it() -> None:
    stock = Stock([rice(100, expires="2017-03-05"), rice(30)])
    assert [stock.on(day)["rice"] for day in ("2017-03-05", "2017-03-06")] == [
        Quantity(130, "kg"),
        Quantity(30, "kg"),
    ]
    assert Stock([rice(100, expires="2017-03-05")]).on(date(2018, 1, 1))["rice"] == Quantity(0, "kg")


def test_what_expires_first_goes_first_and_what_has_expired_does_not_go() -> None:
    stock = Stock(
        [rice(30), rice(50, expires="2017-04-01"), rice(20, expires="2017-03-10"), rice(9, expires="2017-02-01")]
    )
    left = stock.after(movement())
    assert [lot.quantity for lot in left.lots] == [Quantity(kg, "kg") for kg in (30, 10, 0, 9)]
    assert left.moved == ("SPB-1",)
    error = refusal(lambda: stock.after(movement(quantity=Quantity(101, "kg"))))
    assert (error.code, error.parameters["there"]) == ("more_than_stock", Quantity(100, "kg"))
    assert stock.after(movement(quantity=Quantity(100, "kg")))["rice"] == Quantity(9, "kg")
    assert stock["rice"] == Quantity(109, "kg")


def test_what_comes_in_is_a_lot_of_its_own() -> None:
    came = movement(way="in", reference="BA-7", pack=SACK, expires="2018-01-01", whom="Dinas Sosial Provinsi")
    stock = Stock([rice(30)]).after(came)
    assert stock.lots == (rice(30), rice(60, pack=SACK, expires="2018-01-01"))


def test_a_number_moves_once() -> None:
    stock = Stock([rice(300)]).after(movement())
    again = refusal(lambda: stock.after(movement(way="in")))
    assert (again.code, again.field) == ("duplicate", "movements[0]")
    both = refusal(lambda: Stock([rice(300)]).after(movement(), movement()))
    assert (both.code, both.field) == ("duplicate", "movements[1]")
    assert Stock.from_json(stock.to_json()) == stock
    assert refusal(lambda: Stock.from_json(stock.to_json()).after(movement())).code == "duplicate"


def test_nothing_moves_in_or_out_of_what_was_not_counted() -> None:
    for way in ("in", "out"):
        error = refusal(lambda way=way: Stock({}).after(movement(way=way)))  # type: ignore[misc]
        assert (error.code, error.field) == ("stock_unknown", "rice")
    assert refusal(lambda: Stock([rice(3)]).after(movement(quantity=Quantity(1, "piece")))).code == "unit_mismatch"


def test_a_movement_says_what_it_is() -> None:
    assert refusal(lambda: movement(quantity=Quantity(0, "kg"))).field == "quantity"
    assert refusal(lambda: movement(way="away")).field == "way"
    assert refusal(lambda: movement(reference=" ")).field == "reference"
    for field, value in (("pack", SACK), ("expires", date(2018, 1, 1))):
        assert (refusal(lambda f=field, v=value: movement(**{f: v})).field) == field  # type: ignore[misc]
    came = movement(way="in", pack=SACK, expires="2018-01-01", whom="Gudang")
    assert Movement.from_json(came.to_json()) == came


def test_a_stock_prints_lot_by_lot_with_the_names_of_a_standard() -> None:
    eggs, mats = (Lot(item=item, quantity=Quantity(12, "piece")) for item in ("eggs", "mats"))
    stock = Stock([rice(100, pack=SACK, expires="2017-03-05"), eggs, mats])
    assert stock.table("id", standard=PEDUM_2003).rows == (
        ("Beras", "100 kg (karung @ 50 kg)", "5 Maret 2017"),
        ("Telur", "12 potong", ""),
        ("mats", "12 potong", ""),
    )
    assert "rice" in str(stock)
    assert f"{stock:en}" == stock.table("en").plain()
    assert "<table" in stock._repr_html_()


def taken_from_each(lots: list[Lot], quantity: Quantity, on: date) -> list[Lot]:
    """The rule, looked up in every lot."""
    kept, rest = list(lots), quantity.amount
    for at in sorted(range(len(kept)), key=lambda at: (kept[at].expires or date.max, at)):
        if (kept[at].expires or date.max) >= on:
            goes = min(rest, kept[at].quantity.amount)
            kept[at], rest = kept[at].less(Quantity(goes, "g")), rest - goes
    return kept if rest == 0 else lots


DAYS = st.dates(date(2017, 2, 1), date(2017, 2, 12))
AMOUNTS = st.integers(0, 9)


@given(
    st.lists(st.tuples(AMOUNTS, st.none() | DAYS), min_size=1, max_size=6),
    st.lists(st.tuples(st.booleans(), st.integers(1, 12), st.none() | DAYS, DAYS), max_size=8),
)
def test_movements_one_after_the_other_take_what_the_rule_takes_whatever_their_days(lots: Any, moves: Any) -> None:
    stock = Stock([Lot(item="rice", quantity=Quantity(grams, "g"), expires=last) for grams, last in lots])
    wanted, done = list(stock.lots), list[Movement]()
    for at, (comes, grams, last, on) in enumerate(moves):
        made = Movement(
            reference=str(at), way="in" if comes else "out", item="rice", quantity=Quantity(grams, "g"), on=on,
            expires=last if comes else None,
        )  # fmt: skip
        if comes:
            wanted.append(made.lot)
        else:
            there = sum(lot.quantity.amount for lot in wanted if (lot.expires or date.max) >= on)
            if there < grams:
                error = refusal(partial(stock.after, *done, made))
                assert (error.code, error.parameters["there"].amount) == ("more_than_stock", there)
                continue
            wanted = taken_from_each(wanted, made.quantity, on)
        done.append(made)
    assert list(stock.after(*done).lots) == wanted


def test_what_goes_out_in_another_unit_is_refused_even_where_nothing_may_go_out() -> None:
    none_good = Stock([rice(30, expires="2017-02-01")])
    assert refusal(lambda: none_good.after(movement(quantity=Quantity(1, "piece")))).code == "unit_mismatch"
