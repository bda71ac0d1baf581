"""Cards by state: every card in one, none gone missing."""

from typing import Any

import pytest
from said_nothing import says_nothing

from kesos import errors
from kesos.cards import CardDistribution
from kesos.values import Citation, Percentage


def cards(**given: Any) -> CardDistribution:
    return CardDistribution(**{"total": 10, "distributed": 6, "undistributed": 3, "unprinted": 1, **given})


def test_the_rates_are_of_all_cards_and_of_those_printed() -> None:
    made = cards()
    assert made.rate == Percentage(60)
    assert made.printed == 9
    assert made.rate_of_printed == Percentage.of_fraction(made.rate.exact * 10 / 9)


@pytest.mark.parametrize(
    ("given", "field", "code"),
    [
        ({"unprinted": 2}, "total", "sum_differs"),
        ({"unprinted": 0}, "total", "sum_differs"),
        ({"unprinted": None, "distributed": 8}, "total", "sum_differs"),
        ({"total": -1}, "total", "count_negative"),
        ({"distributed": 1.5}, "distributed", "not_whole"),
        ({"undistributed": True}, "undistributed", "not_whole"),
        ({"unprinted": "1"}, "unprinted", "not_whole"),
        ({"reasons": {"moved": 4}}, "reasons", "part_above_whole"),
        ({"reasons": {"movd": 1}}, "reasons", "not_a_choice"),
        ({"reasons": {"moved": -1}}, "reasons.moved", "count_negative"),
        ({"reasons": [("moved", 1), ("moved", 1)]}, "reasons", "duplicate"),
        ({"source": "C.2.g.4"}, "source", "wrong_type"),
    ],
)
def test_cards_that_cannot_be_are_refused(given: dict[str, Any], field: str, code: str) -> None:
    with pytest.raises(errors.InvalidValueError) as caught:
        cards(**given)
    assert (caught.value.field, caught.value.code) == (field, code)


def test_what_is_not_known_leaves_room_and_has_no_rate() -> None:
    open_total = cards(total=None)
    assert cards(unprinted=None).rate == Percentage(60)
    assert cards(unprinted=None, undistributed=4).undistributed == 4
    for ask, field in (
        (lambda: open_total.rate, "total"),
        (lambda: open_total.printed, "total"),
        (lambda: cards(unprinted=None).rate_of_printed, "unprinted"),
        (lambda: cards(distributed=None).rate, "distributed"),
    ):
        with pytest.raises(errors.UnknownValueError) as caught:
            ask()
        assert caught.value.field == field
    assert [row[1:] for row in open_total.table("en").rows][-1] == ("not known", "")
    assert open_total.table("en").unknown == says_nothing(open_total.table("en"))


def test_no_cards_have_no_rate() -> None:
    with pytest.raises(errors.InvalidValueError) as caught:
        _ = CardDistribution(total=0, distributed=0, undistributed=0, unprinted=0).rate
    assert (caught.value.field, caught.value.code) == ("total", "zero_denominator")


def test_the_reasons_stand_in_the_table_and_so_does_what_nobody_tells() -> None:
    made = cards(reasons={"absent": 1, "house_flooded": 1}, source=Citation(regulation="Contoh"))
    assert made.table("en").rows == (
        ("handed out", "6", "60.00%"),
        ("not handed out: absent when cards were handed out", "1", "10.00%"),
        ("not handed out: house_flooded", "1", "10.00%"),
        ("not handed out: no reason is told", "1", "10.00%"),
        ("not printed", "1", "10.00%"),
        ("Total", "10", "100.00%"),
    )
    assert made.table("id").notes == ("Contoh",)
    assert len(cards(reasons={"moved": 3}).table("id").rows) == 4
    assert len(cards().table("id").rows) == 4
    unknown = cards(total=None, undistributed=None, reasons={"moved": 3}).table("id")
    assert ("belum didistribusikan: sebabnya tidak disebut", "tidak diketahui", "") in unknown.rows


def test_cards_print_and_travel() -> None:
    made = cards(reasons={"absent": 1})
    assert f"{made}" == str(made) == made.table("id").plain()
    assert f"{made:en}" == made.table("en").plain()
    assert "<table" in made._repr_html_()
    assert CardDistribution.from_json(made.to_json()) == made


def test_reasons_are_the_same_in_whichever_order_they_were_given() -> None:
    states = {"total": 20, "distributed": 5, "undistributed": 10, "unprinted": 5}
    given = CardDistribution(**states, reasons={"moved": 2, "deceased": 1})
    turned = CardDistribution(**states, reasons={"deceased": 1, "moved": 2})
    assert given == turned
    assert hash(given) == hash(turned)
    assert given != CardDistribution(**states, reasons={"deceased": 2, "moved": 1})
    assert given.reasons == (("moved", 2), ("deceased", 1))
