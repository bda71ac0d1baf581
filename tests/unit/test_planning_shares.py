"""Days covered, what is short, and one stock for several events, worked by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from said_nothing import says_nothing

from kesos import (
    PEDUM_2003,
    Decision,
    DisasterEvent,
    Quantity,
    Rounding,
    Span,
    Text,
    entitle,
    entitle_all,
    entitle_range,
    errors,
    total,
)
from kesos.planning import Allocation, Cover, Lot, Pack, Stock, allocate, days_covered, request, shortfall
from kesos.standards import PERKA_BNPB_7_2008, AidStandard, loads_standard

SHAPES = loads_standard((Path(__file__).parent / "every_shape.toml").read_text("utf-8"))
SACK = Pack(Quantity(50, "kg"), Text("karung", "sacks"))
DECISION = Decision(by="Bupati Contoh", number="1/2017", date="2017-03-09")


def flood(people: int | None = 860, place: str = "Kelurahan Pangkut", **changed: Any) -> DisasterEvent:
    return DisasterEvent(**{"hazard": "flood", "place": place, "period": "2017-02-25", "people": people, **changed})


def fire() -> DisasterEvent:
    return flood(4, "Kelurahan Mendawai", hazard="fire")


def stock(rice: str | int = 2_000, money: int | None = 40_000_000) -> Stock:
    return Stock({"rice": Quantity(rice, "kg"), "side_dishes": None if money is None else Quantity(money, "IDR")})


def refusal(call: Callable[[], object]) -> errors.KesosError:
    with pytest.raises(errors.KesosError) as caught:
        call()
    for language in ("id", "en"):
        assert caught.value.message(language)
    return caught.value


@pytest.mark.parametrize("kind", [Allocation, Cover])
def test_a_plan_as_plain_values_is_what_was_asked_and_its_record_is_what_came_out_as_well(kind: Any) -> None:
    plan: Any = allocate([flood()], PEDUM_2003, stock(), policy="in_order")
    if kind is Cover:
        plan = days_covered(flood(), PEDUM_2003, stock())
    assert type(plan) is kind
    assert plan.record()["asked"] == plan.to_dict()
    assert kind.from_dict(plan.to_dict()) == kind.from_json(plan.to_json(indent=2)) == plan
    assert not {"days", "shares", "left"} & set(plan.to_dict())


# --- days covered ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rice", "days", "meets"),
    [("343.999", 0, False), (344, 1, False), (1_031, 2, False), (1_032, 3, True), (2_407, 6, True), (2_408, 7, True)],
)
def test_860_people_eat_344_kg_a_day_and_only_whole_days_count(rice: Any, days: int, meets: bool) -> None:
    cover = days_covered(flood(), PEDUM_2003, stock(rice))
    assert (cover.days, cover.meets_minimum) == (days, meets)
    assert cover.limited_by == ("rice" if days < 7 else None)
    assert cover.by_item == (("rice", days), ("side_dishes", 7))


def test_all_that_is_too_little_for_one_day_more_limits_the_days() -> None:
    cover = days_covered(flood(), PEDUM_2003, stock(344, 5_160_000))
    assert (cover.days, cover.limits, cover.limited_by) == (1, ("rice", "side_dishes"), "rice")


def test_days_end_with_the_window_its_extension_or_the_most_that_is_asked_for() -> None:
    plenty = stock(10**6, 10**12)
    assert days_covered(flood(), PEDUM_2003, plenty).days == 7
    assert days_covered(flood(), PEDUM_2003, plenty, extended=True).days == 12
    assert days_covered(flood(), PEDUM_2003, plenty, most=2).days == 2
    assert days_covered(flood(), PEDUM_2003, plenty, most=99).days == 7
    assert days_covered(flood(), PEDUM_2003, plenty, most=20, decision=DECISION).days == 20
    assert days_covered(flood(hazard="tsunami"), PEDUM_2003, plenty, extended=True).days == 3


def test_nobody_is_covered_to_the_end_by_nothing() -> None:
    cover = days_covered(flood(0), PEDUM_2003, stock(0, 0))
    assert (cover.days, cover.limited_by) == (7, None)


def test_what_is_not_known_is_refused_and_may_be_left_out_of_the_question() -> None:
    error = refusal(lambda: days_covered(flood(), PEDUM_2003, stock(money=None)))
    assert (error.code, error.field) == ("stock_unknown", "side_dishes")
    assert days_covered(flood(), PEDUM_2003, stock(money=None), items=["rice"]).days == 5
    assert refusal(lambda: days_covered(flood(None), PEDUM_2003, stock())).field == "people"


def test_what_the_standard_does_not_serve_or_have_is_refused() -> None:
    assert refusal(lambda: days_covered(fire(), PEDUM_2003, stock())).code == "hazard_not_covered"
    assert refusal(lambda: days_covered(flood(), PEDUM_2003, stock(), items=["bread"])).code == "unknown_item"
    selective = refusal(lambda: days_covered(flood(), PEDUM_2003, stock(), items=["sarong"]))
    assert (selective.code, selective.field) == ("not_planned", "items")
    assert refusal(lambda: days_covered(3, PEDUM_2003, stock())).field == "event"  # type: ignore[arg-type]
    assert refusal(lambda: days_covered(flood(), 3, stock())).field == "standard"  # type: ignore[arg-type]
    assert refusal(lambda: days_covered(flood(), PEDUM_2003, {})).field == "stock"  # type: ignore[arg-type]
    wrong = Stock({"rice": Quantity(3, "piece"), "side_dishes": Quantity(1, "IDR")})
    assert refusal(lambda: days_covered(flood(), PEDUM_2003, wrong)).code == "unit_mismatch"


def test_a_cover_says_itself_in_both_languages_and_travels() -> None:
    cover = days_covered(flood(), PEDUM_2003, stock())
    assert cover.say("en") == (
        "The stock lasts 5 days. Not enough for one day more: Rice."
        " The shortest time that the standard gives, 3 days, is met."
    )
    assert "belum terpenuhi" in days_covered(flood(), PEDUM_2003, stock(400)).say("id")
    assert "It is enough for all of it." in days_covered(flood(), PEDUM_2003, stock(9_999)).say("en")
    assert cover.table("id").rows == (
        ("Beras", "2.000 kg", "5 hari"),
        ("Permakanan/lauk pauk", "Rp40.000.000", "7 hari"),
    )
    assert "aturan perhitungan kesos" in str(cover)
    assert "<table" in cover._repr_html_()
    assert repr(cover) == "<Cover flood, Kelurahan Pangkut: 5 days, limited by rice>"
    assert Cover.from_json(cover.to_json()) == cover
    assert cover.record()["by_item"] == {"rice": 5, "side_dishes": 7}
    assert repr(days_covered(flood(), PEDUM_2003, stock(9_999))) == "<Cover flood, Kelurahan Pangkut: 7 days>"


# --- any standard ----------------------------------------------------------------------------------------------------

DAYS: Any = {"water": 7, "pack": 7, "rent": 60, "wage": 2}
EVERYTHING = {
    "dead": 3, "injured": {"serious": 2, "minor": 9}, "hurt": [({"percent": 40}, 1), ({"percent": 61}, 1)],
    "crop": Quantity("1.5", "ha"), "house": {"heavy": 4},
}  # fmt: skip


def of_every_shape(**changed: Any) -> DisasterEvent:
    given = {"people": 41, "families": 10, "traits": {"terrain": "hill"}, "counts": EVERYTHING, "period": "2021-12-31"}
    return flood(**{**given, **changed})


def covered(items: list[str], there: Stock, **asked: Any) -> Cover:
    indices = {"local": Quantity(300, "IDR")}
    return days_covered(of_every_shape(), SHAPES, there, items=items, indices=indices, **{"most": 10, **asked})


def test_a_rate_that_changes_with_the_day_adds_up_day_by_day() -> None:
    # 41 people: 287 l on each of the first three days, 615 l on each day after
    for litres, days in ((860, 2), (861, 3), (1_475, 3), (1_476, 4)):
        assert covered(["water"], Stock({"water": Quantity(litres, "l")})).days == days


def test_a_period_that_counts_only_whole_is_given_whole_and_ends_with_its_window() -> None:
    # Rp5 a family and month of 30 days, 60 days at the most: a part of a month takes the whole one
    there = Stock({"rent": Quantity(50, "IDR")})
    cover = covered(["rent"], there, most=None)
    assert (cover.days, cover.limits, cover.minimum) == (30, ("rent",), 30)
    assert covered(["rent"], Stock({"rent": Quantity(100, "IDR")}), most=None).days == 60


def test_a_range_is_planned_at_its_upper_end() -> None:
    # a pack for each family every two to three days: on the third day it may be the second
    assert covered(["pack"], Stock({"pack": Quantity(19, "package")})).days == 2
    assert covered(["pack"], Stock({"pack": Quantity(20, "package")})).days == 4


def test_what_is_given_once_limits_no_day_and_is_named_where_it_is_not_there_whole() -> None:
    there = Stock({"water": Quantity(900, "l"), "toilet": Quantity(2, "unit")})  # 41 people need three
    cover = covered(["water", "toilet"], there)
    assert (cover.days, cover.lacking, cover.limits) == (3, ("toilet",), ("water",))
    assert "not enough in stock: i." in cover.say("en")
    assert covered(["water", "toilet"], Stock({**there, "toilet": Quantity(3, "unit")})).lacking == ()
    assert refusal(lambda: covered(["toilet"], there)).code == "takes_no_days"
    assert refusal(lambda: covered(["death"], there)).field == "death"


def test_an_item_of_which_the_source_gives_no_days_needs_the_most_and_has_no_least() -> None:
    there = Stock({"water": Quantity(900, "l")})
    error = refusal(lambda: covered(["water"], there, most=None))
    assert (error.code, error.field) == ("open_window", "most")
    cover = covered(["water"], there)
    assert cover.meets_minimum is None
    assert "gives no shortest time" in cover.say("en")


def test_a_number_that_the_standard_leaves_blank_is_named() -> None:
    cover = covered(["water", "plate"], Stock({"water": Quantity(900, "l")}))
    assert [blank.code for blank in cover.unspecified] == ["plate"]
    assert cover.table("en").rows[-1] == ("l", "", "no number is given")
    assert cover.table("en").unknown == says_nothing(cover.table("en"))


WINDOWS = """
format = 1
code = "windows"
covers = "any"
title = { id = "Contoh", en = "Example" }
source = { regulation = "x", known = "hypothetical" }
validity = { start = "2003", end = "open", citation = { locator = "1" } }

[[packages]]
code = "aid"
name = { id = "Bantuan", en = "Aid" }
"""
ONE_GRAM = {
    "long": 'every = "day"\nwindow = { minimum = 3, maximum = 20 }',
    "short": 'every = "day"\nwindow = { minimum = 5, maximum = 9, extended = 12 }',
    "weekly": 'every = "week"\npart = "whole"\nwindow = { minimum = 3, maximum = 10 }',
    "open": 'every = "week"\npart = "whole"\nwindow = "open"',
}
for _code, _given in ONE_GRAM.items():
    WINDOWS += f"""
[[packages.items]]
code = "{_code}"
name = {{ id = "{_code}", en = "{_code}" }}
unit = "g"
per = "person"
amount = 1
citation = {{ locator = "2" }}
{_given}
"""


def test_an_item_with_a_window_of_its_own_goes_on_until_that_ends() -> None:
    law = loads_standard(WINDOWS)

    def lasts(long: int, short: int, **asked: Any) -> Cover:
        there = Stock({"long": Quantity(long, "g"), "short": Quantity(short, "g")})
        return days_covered(flood(1), law, there, items=["long", "short"], **asked)

    assert (lasts(20, 9).days, lasts(20, 9).minimum) == (20, 5)
    assert [lasts(20, 8).days, lasts(19, 9).days, lasts(4, 9).meets_minimum] == [8, 19, False]
    assert [lasts(20, 11, extended=True).days, lasts(20, 12, extended=True).days] == [11, 20]


def test_the_days_of_a_share_rest_on_what_was_counted_alone() -> None:
    law = loads_standard(WINDOWS)
    [share] = allocate(
        [flood(1)], law, Stock({"short": Quantity(99, "g")}), policy="in_order", items=["long", "short"]
    ).shares
    assert (share.days, share.minimum, share["short"]) == (9, 5, Quantity(9, "g"))
    [share] = allocate(
        [flood(1)], law, Stock({"long": Quantity(99, "g")}), policy="in_order", items=["long", "short"]
    ).shares
    assert (share.days, share.minimum, share["long"]) == (20, 3, Quantity(20, "g"))


def test_a_missing_most_is_refused_at_once_and_not_event_by_event() -> None:
    law = loads_standard(WINDOWS)
    error = refusal(lambda: allocate([flood(1)], law, Stock({}), policy="in_order"))
    assert (error.code, error.field) == ("open_window", "most")


def test_a_hazard_without_a_window_of_days_needs_the_most() -> None:
    window = 'citation = { locator = "1" } }\n\n[[windows]]\nhazards = ["flood"]\nminimum = 3\nmaximum = 7\n'
    text = WINDOWS.replace('citation = { locator = "1" } }\n', f'{window}citation = {{ locator = "6" }}\n', 1)
    law = loads_standard(text.replace("window = { minimum = 3, maximum = 20 }\n", ""))
    there = Stock({"long": Quantity(4, "g")})
    both = [flood(1), flood(1, hazard="haze")]
    plan = allocate(both, law, there, policy="in_order", items=["long"])
    assert [share.days for share in plan.shares] == [4]
    assert [(each.row, each.error.code) for each in plan.left_out] == [(1, "open_window")]
    shares = allocate(both, law, there, policy="equal_days", items=["long"], most=2).shares
    assert [(share.days, share.minimum) for share in shares] == [(2, 3), (2, None)]


def test_what_lasts_whole_weeks_ends_with_the_last_of_them_or_takes_the_whole_of_one() -> None:
    law = loads_standard(WINDOWS)
    weekly = days_covered(flood(1), law, Stock({"weekly": Quantity(9, "g")}), items=["weekly"])
    assert weekly.days == 7
    for grams, days in ((0, 0), (1, 7), (2, 10)):
        cover = days_covered(flood(1), law, Stock({"open": Quantity(grams, "g")}), items=["open"], most=10)
        assert cover.days == days


def day_table(rows: str, window: str = '"open"') -> AidStandard:
    text = (Path(__file__).parent / "every_shape.toml").read_text("utf-8")
    item = '{ code = "death",'
    added = (
        '{ code = "kit", name = { id = "kit", en = "kit" }, unit = "unit", per = "family", '
        f"window = {window}, rates = ["
        f'{rows}], citation = {{ locator = "0" }} }},\n    {item}'
    )
    return loads_standard(text.replace(item, added, 1))


def test_what_is_given_once_by_the_number_of_days_fits_only_where_all_fewer_days_do() -> None:
    falls = day_table("{ day = { to = 2 }, amount = 3 }, { day = { from = 3 }, amount = 1 }")
    indices = {"local": Quantity(300, "IDR")}

    def days(kits: int) -> int:
        there = Stock({"kit": Quantity(kits, "unit")})
        return days_covered(of_every_shape(), falls, there, items=["kit"], most=5, indices=indices).days

    assert [days(kits) for kits in (10, 29, 30)] == [0, 0, 5]  # ten families, three each on the first two days


def test_days_that_were_given_are_not_taken_back_where_fewer_would_be_owed_more() -> None:
    rows = "{ day = { to = 2 }, amount = 3 }, { day = { from = 3 }, amount = 1 }"
    falls = day_table(rows, window="{ minimum = 3, maximum = 5 }")
    three = [of_every_shape(families=families, place=str(families)) for families in (10, 10, 6)]
    asked: dict[str, Any] = {"items": ["kit"], "indices": {"local": Quantity(300, "IDR")}}
    # the first two take ten each for three days, the third six; of the 14 left no first day of the two, which owes 30
    plan = allocate(three, falls, Stock({"kit": Quantity(40, "unit")}), policy="minimum_first", **asked)
    assert [share.days for share in plan.shares] == [3, 3, 5]
    assert plan.left["kit"] == Quantity(14, "unit")


def test_a_number_of_days_without_a_rate_leaves_the_item_unknown_to_a_plan() -> None:
    gap = day_table("{ day = { from = 3 }, amount = 1 }")
    indices = {"local": Quantity(300, "IDR")}
    there = Stock({"kit": Quantity(99, "unit"), "toilet": Quantity(9, "unit")})
    asked: dict[str, Any] = {"items": ["kit", "toilet"], "most": 5, "indices": indices}
    assert refusal(lambda: days_covered(of_every_shape(), gap, there, **asked)).code == "no_rate"
    [share] = allocate([of_every_shape()], gap, there, policy="in_order", **asked).shares
    assert [each.code for each in share.unknown] == ["kit"]
    assert (share.say_amount("kit", "id"), share.say_amount("bread", "id")) == ("tidak diketahui", "")
    assert (share.days, share["toilet"]) == (None, Quantity(3, "unit"))


# --- what is short ---------------------------------------------------------------------------------------------------


def test_what_is_short_of_an_answer() -> None:
    gap = shortfall(entitle(flood(), PEDUM_2003, days=7, recipients={"sarong": 5, "plates": 2}), stock())
    assert dict(gap) == {"rice": Quantity(408, "kg"), "side_dishes": Quantity(0, "IDR")}
    assert [each.code for each in gap.unknown] == ["sarong"]
    assert [each.code for each in gap.unspecified] == ["plates"]
    assert refusal(lambda: gap["sarong"]).code == "stock_unknown"
    assert refusal(lambda: gap["plates"]).code == "unspecified_quantity"
    assert refusal(lambda: gap["bread"]).code == "unknown_item"
    assert refusal(lambda: gap.item("bread")).code == "unknown_item"
    assert gap.table("en").rows[:3] == (
        ("Rice", "2,408 kg", "2,000 kg", "408 kg"),
        ("Side dishes", "IDR36,120,000", "IDR40,000,000", "IDR0"),
        ("Sarong", "5 pieces", "not known", "not known"),
    )
    assert gap.table("en").unknown == says_nothing(gap.table("en"))
    assert gap.explain("en").endswith(gap.need.explain("en"))
    assert repr(gap) == "<Shortfall rice=408000 g, side_dishes=0 IDR; not known: sarong>"
    assert gap.record()["short"]["rice"] == {"amount": 408_000, "unit": "g"}


def test_what_is_short_is_known_to_the_gram() -> None:
    need = entitle(flood(), PEDUM_2003, days=7)
    grams = [shortfall(need, stock(kg))["rice"] for kg in ("2407.999", "2408", "2408.001")]
    assert grams == [Quantity(1, "g"), Quantity(0, "g"), Quantity(0, "g")]


def test_what_is_short_of_a_range_is_a_range_and_of_a_total_a_total() -> None:
    gap = shortfall(entitle_range(flood(), PEDUM_2003), stock())
    assert gap["rice"] == Span(Quantity(0, "kg"), Quantity(408, "kg"))
    assert repr(gap) == "<Shortfall rice=0–408000 g, side_dishes=0–0 IDR>"
    both = total(entitle(flood(), PEDUM_2003, days=days) for days in (3, 4))
    assert shortfall(both, stock())["rice"] == Quantity(408, "kg")
    assert shortfall(both, stock()).item("rice").code == "rice"
    assert "unknown" not in repr(shortfall(both, stock()))


def test_what_is_short_of_what_is_not_known_is_not_known() -> None:
    need = entitle(flood(5), PERKA_BNPB_7_2008, days=3)
    gap = shortfall(need, Stock({"rice": Quantity(1, "kg")}))
    assert gap["rice"] == Quantity(5, "kg")
    assert "refuse_bin" in [each.code for each in gap.unknown]  # families are not counted
    assert refusal(lambda: gap["refuse_bin"]).field == "families"


def test_a_need_and_a_stock_are_asked_for() -> None:
    assert refusal(lambda: shortfall(3, stock())).field == "need"  # type: ignore[arg-type]
    assert refusal(lambda: shortfall(entitle(flood(), PEDUM_2003, days=3), 3)).field == "stock"  # type: ignore[arg-type]
    wrong = Stock({"rice": Quantity(3, "piece")})
    assert refusal(lambda: shortfall(entitle(flood(), PEDUM_2003, days=3), wrong)).code == "unit_mismatch"


# --- one stock for several events ------------------------------------------------------------------------------------

TWO = [flood(), flood(294, "Desa Panahan")]


def test_the_policies_share_as_they_say() -> None:
    # 461.6 kg a day for both; 344 kg for the first, 117.6 kg for the second
    days = {
        policy: [share.days for share in allocate(TWO, PEDUM_2003, stock(), policy=policy).shares]  # type: ignore[arg-type]
        for policy in ("equal_days", "in_order", "minimum_first")
    }
    assert days == {"equal_days": [4, 4], "in_order": [5, 2], "minimum_first": [4, 5]}


def test_the_least_comes_first_in_order_and_what_is_left_goes_on_in_order() -> None:
    # 3 days of both are 1,384.8 kg; of the 615.2 kg that are left one day more of the first, two more of the second
    plan = allocate(TWO, PEDUM_2003, stock(), policy="minimum_first")
    assert plan.left["rice"] == Quantity("36", "kg")
    assert [share.meets_minimum for share in plan.shares] == [True, True]
    plan = allocate(TWO, PEDUM_2003, stock(1_200), policy="minimum_first")
    assert [(share.days, share.meets_minimum) for share in plan.shares] == [(3, True), (1, False)]


def test_an_event_without_an_answer_is_left_out_and_costs_the_others_nothing() -> None:
    plan = allocate([fire(), *TWO, flood(None, "Desa Runtu")], PEDUM_2003, stock(), policy="equal_days")
    assert [share.event for share in plan.shares] == TWO
    assert [(each.row, each.error.code) for each in plan.left_out] == [(0, "hazard_not_covered"), (3, "count_unknown")]
    assert "Desa Runtu" in str(plan)
    assert repr(plan) == "<Allocation equal_days: 2 shares, 2 left out>"
    assert plan.record()["left_out"] == [0, 3]


def test_an_item_that_was_not_counted_is_named_and_the_others_are_shared() -> None:
    plan = allocate(TWO, PEDUM_2003, stock(money=None), policy="in_order")
    assert [each.code for each in plan.unknown] == ["side_dishes"]
    share = plan.shares[0]
    assert (share.days, share.meets_minimum) == (5, None)
    assert refusal(lambda: share["side_dishes"]).field == "side_dishes"
    assert plan.shares[1].meets_minimum is False
    assert "cannot be said yet" in share.explain("en")
    assert "not known: side_dishes" in repr(share)
    assert share.record()["unknown"] == ["side_dishes"]
    assert "not known" in plan.table("en").plain()
    assert share.table("id").unknown == says_nothing(share.table("id"))
    none = allocate(TWO, PEDUM_2003, Stock({}), policy="equal_days")
    assert [(share.days, len(share), share.meets_minimum) for share in none.shares] == [(None, 0, None)] * 2
    assert none.shares[0].table("en").caption.endswith("not known")


def test_whole_packs_are_rounded_as_asked_and_no_lot_is_opened() -> None:
    packed = Stock(
        [
            Lot(item="rice", quantity=Quantity(1_030, "kg"), pack=SACK),
            Lot(item="rice", quantity=Quantity(1_020, "kg"), pack=SACK),
            Lot(item="side_dishes", quantity=Quantity(40_000_000, "IDR")),
        ]
    )
    up = allocate(TWO, PEDUM_2003, packed, policy="in_order", packs=Rounding.UP)
    assert [(share.days, share["rice"]) for share in up.shares] == [
        (5, Quantity(1_750, "kg")),
        (2, Quantity(250, "kg")),
    ]
    assert up.left["rice"] == Quantity(50, "kg")
    assert [lot.quantity for lot in up.left.lots if lot.item == "rice"] == [Quantity(30, "kg"), Quantity(20, "kg")]
    down = allocate(TWO, PEDUM_2003, packed, policy="equal_days", packs=Rounding.DOWN)
    assert [(share.days, share["rice"]) for share in down.shares] == [
        (4, Quantity(1_350, "kg")),
        (4, Quantity(450, "kg")),
    ]
    assert "rounded up" in up.table("en").plain()
    assert "dibulatkan ke bawah" in down.table("id").plain()
    assert (
        refusal(lambda: allocate(TWO, PEDUM_2003, packed, policy="in_order", packs=Rounding.HALF_UP)).field == "packs"
    )


def test_a_pack_is_whole_in_one_lot_and_just_enough_is_enough() -> None:
    one = flood(125)  # 50 kg a day
    asked: dict[str, Any] = {"items": ["rice"], "most": 2, "packs": Rounding.UP}

    def shared(*kg: int) -> tuple[int | None, Quantity]:
        there = Stock([Lot(item="rice", quantity=Quantity(each, "kg"), pack=SACK) for each in kg])
        [share] = allocate([one], PEDUM_2003, there, policy="in_order", **asked).shares
        return share.days, share["rice"]

    assert shared(30, 30) == (0, Quantity(0, "kg"))
    assert shared(50) == (1, Quantity(50, "kg"))
    assert shared(70, 70) == (2, Quantity(100, "kg"))
    exact = allocate(TWO, PEDUM_2003, stock("1846.4"), policy="equal_days")
    assert ([share.days for share in exact.shares], exact.left["rice"]) == ([4, 4], Quantity(0, "kg"))


def test_packs_that_are_rounded_down_below_the_least_do_not_meet_it() -> None:
    packed = Stock([Lot(item="rice", quantity=Quantity(10, "t"), pack=SACK), *stock(0).lots[1:]])
    share = allocate([flood()], PEDUM_2003, packed, policy="in_order", packs=Rounding.DOWN, most=3).shares[0]
    assert (share.days, share["rice"], share.meets_minimum) == (3, Quantity(1_000, "kg"), False)  # 1,032 kg are owed


def test_what_is_given_once_is_given_whole_or_not_at_all_each_by_itself() -> None:
    there = Stock({"toilet": Quantity(4, "unit"), "water": Quantity(10, "l"), "area": Quantity(999, "m2")})
    asked: dict[str, Any] = {
        "most": 5,
        "items": ["toilet", "area", "water", "plate"],
        "indices": {"local": Quantity(300, "IDR")},
    }
    two = [of_every_shape(), of_every_shape(place="Desa Panahan", people=20, families=9)]
    first, second = allocate(two, SHAPES, there, policy="in_order", **asked).shares
    assert (first["toilet"], second["toilet"], first.lacking) == (Quantity(3, "unit"), Quantity(1, "unit"), ())
    there = Stock({**there, "toilet": Quantity(3, "unit")})
    plan = allocate(two, SHAPES, there, policy="equal_days", **asked)
    assert [share.lacking for share in plan.shares] == [("toilet",), ("toilet",)]
    assert plan.shares[0]["area"] == Quantity("225.5", "m2")  # 41 people at 5.5 square metres, the upper end
    assert "given once, and not enough in stock: i." in plan.table("en").plain()
    assert "not enough in stock: i." in plan.shares[0].explain("en")
    assert plan.shares[0].table("en").rows[-1] == ("l", "no number is given")
    assert plan.shares[0].table("en").unknown == says_nothing(plan.shares[0].table("en"))


def test_a_ceiling_is_planned_as_one_and_a_floor_is_said_to_be_one() -> None:
    there = Stock({"crop": Quantity(20_000, "IDR"), "area": Quantity(999, "m2")})
    asked: dict[str, Any] = {"most": 5, "items": ["crop", "area"], "indices": {"local": Quantity(300, "IDR")}}
    plan = allocate([of_every_shape()], SHAPES, there, policy="in_order", **asked)
    assert plan.shares[0]["crop"] == Quantity(12_750, "IDR")  # 1.5 hectares at Rp8,500 at the most
    assert "d: This is a ceiling: less may be given, not more." in plan.table("en").notes
    assert "The index is a floor for h: this is the least, more may be given." in plan.table("en").notes
    need = entitle(of_every_shape(), SHAPES, days=DAYS, extended=True, indices=asked["indices"])
    [line] = [line for line in request(need, Stock({"crop": Quantity(0, "IDR")})).lines if line.item.code == "crop"]
    assert line.row("en")[1] == "at most IDR12,750"


def test_an_event_that_is_there_twice_is_named() -> None:
    plan = allocate([*TWO, flood()], PEDUM_2003, stock(), policy="equal_days")
    assert plan.alike == ((0, 2),)
    assert any("0, 2" in note for note in plan.table("en").notes)


def test_a_plan_moves_under_numbers_of_its_own() -> None:
    plan = allocate(TWO, PEDUM_2003, stock(), policy="in_order")
    movements = plan.movements("SPB", on="2017-03-01")
    assert [(each.reference, each.item, each.whom) for each in movements] == [
        ("SPB/1", "rice", "Kelurahan Pangkut"), ("SPB/2", "side_dishes", "Kelurahan Pangkut"),
        ("SPB/3", "rice", "Desa Panahan"), ("SPB/4", "side_dishes", "Desa Panahan"),
    ]  # fmt: skip
    assert {each.on for each in movements} == {date(2017, 3, 1)}
    gone = stock().after(*movements)
    assert refusal(lambda: gone.after(*movements)).code == "duplicate"


def test_a_plan_is_said_in_both_languages_and_travels() -> None:
    plan = allocate(TWO, PEDUM_2003, stock(), policy="in_order")
    assert plan.table("en").rows[0][1:] == ("5 days", "1,720 kg", "IDR25,800,000")
    assert plan.table("id").rows[-1] == ("Sisa persediaan", "", "44,8 kg", "Rp10.672.000")
    assert any("Desa Panahan" in note for note in plan.table("id").notes)
    assert "<table" in plan._repr_html_()
    assert Allocation.from_json(plan.to_json()) == plan
    assert repr(plan) == "<Allocation in_order: 2 shares>"
    assert repr(plan.shares[1]) == "<Share Desa Panahan, 2 days: rice=235200 g, side_dishes=3528000 IDR>"
    assert plan.record()["shares"][1]["meets_minimum"] is False


def test_a_plan_refuses_what_it_cannot_read() -> None:
    assert refusal(lambda: allocate(TWO, PEDUM_2003, stock(), policy="by_lot")).field == "policy"  # type: ignore[arg-type]
    assert refusal(lambda: allocate([3], PEDUM_2003, stock(), policy="in_order")).field == "events[0]"  # type: ignore[list-item]
    assert refusal(lambda: allocate(TWO, PEDUM_2003, stock(), policy="in_order", most=0)).field == "most"
    assert allocate([], PEDUM_2003, stock(), policy="equal_days").shares == ()


def test_an_item_may_be_owed_by_one_event_and_not_known_of_another() -> None:
    two = [flood(5, families=2), flood(7, "Desa Panahan")]
    there = Stock({"rice": Quantity(1, "t"), "refuse_bin": Quantity(9, "unit")})
    asked: dict[str, Any] = {"most": 3, "items": ["rice", "refuse_bin"]}
    first, second = allocate(two, PERKA_BNPB_7_2008, there, policy="in_order", **asked).shares
    assert first["refuse_bin"] == Quantity(1, "unit")
    assert [each.error.field for each in second.unknown] == ["families"]


def test_the_head_of_a_total_says_of_how_many_events_it_is() -> None:
    batch = entitle_all([flood(), flood(9), "?"], PEDUM_2003, days=7)
    gap = shortfall(batch.total, stock())
    assert gap.table("id").caption == "Kekurangan persediaan untuk 2 kejadian; 1 kejadian belum dapat dihitung"
    assert (
        request(batch.total, stock()).table("id").caption.startswith("Permintaan bantuan untuk 2 kejadian; 1 kejadian")
    )
    one = total([batch.answers[0]])
    assert shortfall(one, stock()).table("en").caption == "Short in stock for 1 event"
