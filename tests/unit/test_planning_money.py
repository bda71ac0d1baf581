"""What things cost, for how many days a budget line pays, what to ask for, and what a change would do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from said_nothing import says_nothing

from kesos import (
    PEDUM_2003,
    BudgetLine,
    DisasterEvent,
    Quantity,
    Rounding,
    Span,
    Text,
    datasets,
    entitle,
    entitle_all,
    entitle_range,
    errors,
    total,
)
from kesos.planning import (
    Affordable,
    Cost,
    Effect,
    Effects,
    Lot,
    Pack,
    Stock,
    allocate,
    compare,
    cost,
    days_affordable,
    request,
    shortfall,
)
from kesos.prices import Price
from kesos.standards import PERKA_BNPB_7_2008

RICE = Price(Quantity(12_500, "IDR"), Quantity(1, "kg"))
SACK = Pack(Quantity(50, "kg"), Text("karung", "sacks"))


def flood(people: int | None = 860, place: str = "Kelurahan Pangkut", **changed: Any) -> DisasterEvent:
    return DisasterEvent(**{"hazard": "flood", "place": place, "period": "2017-02-25", "people": people, **changed})


def fire() -> DisasterEvent:
    return flood(4, "Kelurahan Mendawai", hazard="fire")


def refusal(call: Callable[[], object]) -> errors.KesosError:
    with pytest.raises(errors.KesosError) as caught:
        call()
    for language in ("id", "en"):
        assert caught.value.message(language)
    return caught.value


# --- costs -----------------------------------------------------------------------------------------------------------


def test_money_costs_itself_and_the_rest_what_its_price_says() -> None:
    paid = cost(entitle(flood(), PEDUM_2003, days=7), {"rice": RICE})
    assert dict(paid) == {"rice": Quantity(30_100_000, "IDR"), "side_dishes": Quantity(36_120_000, "IDR")}
    assert paid.totals == (Quantity(66_220_000, "IDR"),)
    assert paid.table("en").rows == (
        ("Rice", "2,408 kg", "IDR12,500 for 1 kg", "IDR30,100,000"),
        ("Side dishes", "IDR36,120,000", "", "IDR36,120,000"),
        ("Total", "", "", "IDR66,220,000"),
    )
    assert paid.table("en").notes == ()
    assert repr(paid) == "<Cost IDR66,220,000>"
    assert "<table" in paid._repr_html_()
    assert str(paid) == paid.table().plain()
    assert paid.record()["cost"]["rice"] == {"amount": 30_100_000, "unit": "IDR"}


def test_what_has_no_price_is_in_no_total_without_a_word() -> None:
    paid = cost(entitle(flood(), PEDUM_2003, days=7, recipients={"plates": 2, "sarong": 1}))
    assert paid.unknown == ("rice", "sarong", "plates")
    assert paid.known_part == (Quantity(36_120_000, "IDR"),)
    error = refusal(lambda: paid.totals)
    assert (error.code, error.field) == ("price_unknown", "rice")
    assert refusal(lambda: paid["rice"]).code == "price_unknown"
    assert refusal(lambda: paid["plates"]).code == "unknown_value"
    assert refusal(lambda: paid["bread"]).code == "unknown_item"
    plates = PEDUM_2003.item("plates").name.en
    assert paid.table("en").notes == (f"Not in the sum: Rice, Sarong, {plates}.",)
    assert paid.table("en").rows[0] == ("Rice", "2,408 kg", "not known", "not known")
    assert paid.table("en").rows[3] == (plates, "not known", "", "not known")
    assert paid.table("en").unknown == says_nothing(paid.table("en"))
    assert "not known: rice, sarong, plates" in repr(paid)
    assert refusal(lambda: cost(entitle(flood(), PEDUM_2003, days=3), {"rice": SACK})).field == "prices.rice"  # type: ignore[dict-item]


def test_what_could_not_be_counted_is_said_beside_the_cost_of_a_total() -> None:
    added = entitle_all([flood(), flood(None), fire()], PEDUM_2003, days=3).total
    stock = Stock({"rice": Quantity(1, "kg"), "side_dishes": Quantity(1, "IDR")})
    for amounts in (added, shortfall(added, stock)):
        paid = cost(amounts, {"rice": RICE})
        assert paid.left_out == 2
        assert paid.table("id").notes == ("Selain itu, 2 kejadian lagi belum dapat dihitung.",)
        assert "2 events" in str(paid.table("en"))
        assert repr(paid).endswith("; 2 events left out>")
        assert paid.record()["left_out"] == 2
    whole = cost(entitle_all([flood()], PEDUM_2003, days=3).total, {"rice": RICE})
    assert (whole.left_out, whole.table("id").notes, "left_out" in whole.record()) == (0, (), False)
    assert cost(entitle(flood(), PEDUM_2003, days=3), {}).left_out == 0


def test_what_does_not_come_out_whole_lies_between_two_amounts_or_is_rounded_as_asked() -> None:
    third = {"sugar": Price(Quantity(100, "IDR"), Quantity(3, "kg"))}
    goods = {"sugar": Quantity(1, "kg")}
    assert cost(goods, third)["sugar"] == Span(Quantity(33, "IDR"), Quantity(34, "IDR"))
    rounded = [cost(goods, third, rounding=each)["sugar"] for each in (Rounding.UP, Rounding.DOWN, Rounding.HALF_UP)]
    assert rounded == [Quantity(34, "IDR"), Quantity(33, "IDR"), Quantity(33, "IDR")]
    both = cost(
        {**goods, "eggs": Quantity(1, "piece")}, {**third, "eggs": Price(Quantity(7, "IDR"), Quantity(1, "piece"))}
    )
    assert both.totals == (Span(Quantity(40, "IDR"), Quantity(41, "IDR")),)


def test_goods_in_kind_have_the_names_of_the_standard_and_currencies_stand_beside_each_other() -> None:
    goods = {"eggs": Quantity(860, "piece"), "sugar": Quantity(1, "kg"), "soap": Quantity(2, "piece")}
    prices = {
        "eggs": Price(Quantity(2_000, "IDR"), Quantity(1, "piece")),
        "sugar": Price(Quantity("1.25", "USD"), Quantity(1, "kg")),
    }
    paid = cost(goods, prices, standard=PEDUM_2003)
    assert paid.known_part == (Quantity(1_720_000, "IDR"), Quantity("1.25", "USD"))
    assert [row[0] for row in paid.table("en").rows] == ["Eggs", "Sugar", "soap", "Total", "Total"]


def test_what_is_short_given_or_added_up_can_be_priced_too() -> None:
    answer = entitle(flood(), PEDUM_2003, days=7)
    there = Stock({"rice": Quantity(2, "t"), "side_dishes": Quantity(40_000_000, "IDR")})
    assert cost(shortfall(answer, there), {"rice": RICE})["rice"] == Quantity(5_100_000, "IDR")
    assert cost(total([answer]), {"rice": RICE}).table("en").rows[0][0] == "Rice"
    share = allocate([flood()], PEDUM_2003, there, policy="in_order").shares[0]
    assert cost(share, {"rice": RICE}).table("en").rows[0][:2] == ("Rice", "1,720 kg")
    ends = cost(entitle_range(flood(), PEDUM_2003), {"rice": RICE})["rice"]
    assert ends == Span(Quantity(12_900_000, "IDR"), Quantity(30_100_000, "IDR"))
    assert isinstance(cost({}), Cost)


# --- what money pays for ---------------------------------------------------------------------------------------------


def test_money_pays_for_whole_days_of_all_events() -> None:
    # a day of 860 people: 344 kg at Rp12,500 and Rp5,160,000 are Rp9,460,000; of 140 more, Rp1,540,000
    two = [flood(), flood(140, "Desa Nanga Mua")]
    for money, days in ((10_999_999, 0), (11_000_000, 1), (76_999_999, 6), (77_000_000, 7), (10**9, 7)):
        paid = days_affordable(two, PEDUM_2003, Quantity(money, "IDR"), prices={"rice": RICE})
        assert (paid.days, paid.cost, paid.full) == (
            days,
            Quantity(11_000_000 * days, "IDR"),
            Quantity(77_000_000, "IDR"),
        )
        assert paid.left == Quantity(money - 11_000_000 * days, "IDR")
        assert paid.short == Quantity(max(0, 77_000_000 - money), "IDR")
        assert paid.meets_minimum is (days >= 3)


def test_a_part_of_a_rupiah_is_rounded_up_once_and_last() -> None:
    price = Price(Quantity(10, "IDR"), Quantity(3, "kg"))  # 344 kg a day are 1,146 2/3 rupiah
    asked: dict[str, Any] = {"prices": {"rice": price}, "items": ["rice"]}
    for money, days, cost_of in (
        (1_146, 0, 0),
        (1_147, 1, 1_147),
        (2_293, 1, 1_147),
        (2_294, 2, 2_294),
        (3_440, 3, 3_440),
    ):
        paid = days_affordable([flood()], PEDUM_2003, Quantity(money, "IDR"), **asked)
        assert (paid.days, paid.cost) == (days, Quantity(cost_of, "IDR"))


def test_the_least_of_all_events_is_met_where_that_of_each_is() -> None:
    two = [flood(1), flood(1, hazard="drought")]  # at least 3 and 15 days, Rp6,000 a day each
    for money, days, meets in ((126_000, 14, False), (132_000, 15, True)):
        paid = days_affordable(two, PEDUM_2003, Quantity(money, "IDR"), items=["side_dishes"])
        assert (paid.days, paid.minimum, paid.meets_minimum) == (days, 15, meets)


def test_a_budget_line_pays_with_what_is_surely_left_of_it() -> None:
    line = BudgetLine(name="Bantuan", ceiling=100_000_000, realized=40_000_000)
    paid = days_affordable([flood()], PEDUM_2003, line, prices={"rice": RICE})
    assert (paid.money, paid.days) == (Quantity(60_000_000, "IDR"), 6)
    printed = BudgetLine(name="Bantuan", ceiling=100_000_000, realized_percent="40")
    assert days_affordable([], PEDUM_2003, printed).money == Quantity(100_000_000 - 40_499_999, "IDR")
    for given, field in (
        (BudgetLine(name="x", ceiling=None), "ceiling"),
        (BudgetLine(name="x", ceiling=5), "realized"),
    ):
        assert refusal(lambda given=given: days_affordable([], PEDUM_2003, given)).field == field  # type: ignore[misc]


def test_without_a_price_the_days_cannot_be_said_but_those_of_the_other_items() -> None:
    money = Quantity(10**8, "IDR")
    error = refusal(lambda: days_affordable([flood()], PEDUM_2003, money))
    assert (error.code, error.field) == ("price_unknown", "rice")
    assert days_affordable([flood()], PEDUM_2003, money, items=["side_dishes"]).days == 7
    dollars = {"rice": Price(Quantity(1, "USD"), Quantity(1, "kg"))}
    error = refusal(lambda: days_affordable([flood()], PEDUM_2003, money, prices=dollars))
    assert (error.code, error.field) == ("unit_mismatch", "prices.rice")
    assert refusal(lambda: days_affordable([flood()], PEDUM_2003, Quantity(3, "kg"))).field == "money"
    assert refusal(lambda: days_affordable([flood()], PEDUM_2003, 3)).field == "money"  # type: ignore[arg-type]


def test_an_event_without_an_answer_is_left_out_of_what_money_pays() -> None:
    paid = days_affordable([fire(), flood()], PEDUM_2003, Quantity(10**8, "IDR"), prices={"rice": RICE})
    assert [each.row for each in paid.left_out] == [0]
    assert "Mendawai" in str(paid)
    assert repr(paid) == "<Affordable 7 days for 2 events, 1 left out: IDR66,220,000>"
    nothing = days_affordable([], PEDUM_2003, Quantity(5, "IDR"))
    assert (nothing.days, nothing.cost, nothing.meets_minimum) == (0, Quantity(0, "IDR"), None)


def test_what_is_given_once_is_paid_with_the_first_day_and_alone_takes_no_days() -> None:
    event = flood(20, families=5)
    prices = {
        "rice": RICE,
        "toilet": Price(Quantity(1_000_000, "IDR"), Quantity(1, "unit")),
    }
    asked: dict[str, Any] = {"prices": prices, "most": 3}
    both = ["rice", "toilet"]  # 8 kg a day are Rp100,000; one toilet for 20 people
    for money, days in ((1_099_999, 0), (1_100_000, 1), (1_200_000, 2)):
        paid = days_affordable([event], PERKA_BNPB_7_2008, Quantity(money, "IDR"), items=both, **asked)
        assert paid.days == days
    for money, cost_of, short in ((999_999, 0, 1), (1_000_000, 1_000_000, 0)):
        alone = days_affordable([event], PERKA_BNPB_7_2008, Quantity(money, "IDR"), items=["toilet"], **asked)
        assert (alone.days, alone.meets_minimum) == (None, None)
        assert (alone.cost, alone.short) == (Quantity(cost_of, "IDR"), Quantity(short, "IDR"))
    assert alone.say("en") == "It is enough for all of it."
    assert alone.table("en").rows == (("", "IDR1,000,000", "IDR0"),)
    assert repr(alone) == "<Affordable for 1 event: IDR1,000,000>"
    unknown = refusal(
        lambda: days_affordable(
            [flood(20)], PERKA_BNPB_7_2008, Quantity(9, "IDR"), items=["rice", "refuse_bin"], **asked
        )
    )
    assert unknown.field == "families"


def test_what_money_pays_is_said_in_both_languages_and_travels() -> None:
    paid = days_affordable([flood()], PEDUM_2003, Quantity(60_000_000, "IDR"), prices={"rice": RICE, "other": RICE})
    assert paid.say("en") == (
        "IDR60,000,000 pays for 6 days, at a cost of IDR56,760,000. All of it costs IDR66,220,000; IDR6,220,000"
        " are missing. The shortest time that the standard gives, 3 days, is met."
    )
    assert "Cukup untuk seluruhnya." in days_affordable(
        [flood(1)], PEDUM_2003, Quantity(10**9, "IDR"), prices={"rice": RICE}
    ).say("id")
    assert "Beras: Rp12.500 per 1 kg" in paid.table("id").notes
    assert "<table" in paid._repr_html_()
    assert Affordable.from_json(paid.to_json()) == paid
    assert paid.record()["days"] == 6


def test_a_number_that_the_standard_leaves_blank_is_in_no_cost_and_said_so() -> None:
    blank = PEDUM_2003.to_dict()
    blank["code"] = "blank"
    blank["packages"][0]["items"][1] |= {"amount": None}
    standard = type(PEDUM_2003).from_dict(blank)
    paid = days_affordable([flood()], standard, Quantity(10**8, "IDR"), prices={"rice": RICE})
    assert paid.unspecified == ("side_dishes",)
    assert any("Side dishes" in note for note in paid.table("en").notes)


# --- what to ask for -------------------------------------------------------------------------------------------------

NEED = entitle(flood(), PEDUM_2003, days=7, recipients={"sarong": 5, "polo_shirt": 2, "plates": 2})


def test_a_letter_asks_for_whole_packs_of_what_is_short_with_the_reason_for_each() -> None:
    there = Stock(
        [
            Lot(item="rice", quantity=Quantity(2_000, "kg"), pack=SACK),
            Lot(item="side_dishes", quantity=Quantity(36_000_000, "IDR")),
            Lot(item="sarong", quantity=Quantity(9, "piece")),
        ]
    )
    letter = request(NEED, there)
    rice, money = letter.lines
    assert (rice.short, rice.packs, rice.asked) == (Quantity(408, "kg"), 9, Quantity(450, "kg"))
    assert (money.packs, money.asked) == (None, Quantity(120_000, "IDR"))
    assert rice.reason == Text("400 g × 860 jiwa × 7 hari", "400 g × 860 people × 7 days")
    assert [item.code for item in letter.enough] == ["sarong"]
    assert [each.code for each in letter.unknown] == ["polo_shirt"]
    table = letter.table("id")
    assert table.rows == (
        ("1", "Beras", "2.408 kg", "2.000 kg", "408 kg", "450 kg", "9 karung @ 50 kg", "400 g × 860 jiwa × 7 hari"),
        (
            "2", "Permakanan/lauk pauk", "Rp36.120.000", "Rp36.000.000", "Rp120.000",
            "Rp120.000 (seratus dua puluh ribu rupiah)", "", "Rp6.000 × 860 jiwa × 7 hari",
        ),
    )  # fmt: skip
    said = table.plain()
    assert "dibulatkan ke atas" in said
    assert f"Tidak diminta karena persediaan cukup: {PEDUM_2003.item('sarong').name.id}." in said
    assert "Persediaannya belum dihitung" in said
    assert "tidak disebutkan angkanya" in said
    assert "<table" in letter._repr_html_()
    assert str(letter) == said
    assert repr(letter) == "<Request rice=Quantity(450000, 'g'), side_dishes=Quantity(120000, 'IDR')>"
    assert letter.record()["asked"]["rice"] == {"amount": 450_000, "unit": "g"}


def test_what_is_asked_for_may_come_in_other_packs_and_for_several_events() -> None:
    there = Stock({"rice": Quantity(2, "t"), "side_dishes": Quantity(10**9, "IDR")})
    both = total(entitle(flood(), PEDUM_2003, days=days) for days in (3, 4))
    letter = request(both, there, packs={"rice": Pack(Quantity(25, "kg"))})
    assert (letter.lines[0].packs, letter.lines[0].asked) == (17, Quantity(425, "kg"))
    assert letter.lines[0].reason.en == "the need of 2 events"
    everything = request(both, Stock({"rice": Quantity(1, "kg"), "side_dishes": Quantity(1, "IDR")}))
    assert everything.enough == ()
    assert "there is enough" not in everything.table("en").plain()
    ends = request(entitle_range(flood(), PEDUM_2003), there)
    assert (ends.lines[0].asked, ends.lines[0].packs) == (Quantity(408, "kg"), None)
    assert "whole packs" not in ends.table("en").plain()
    assert refusal(lambda: request(both, there, packs={"rice": 25})).field == "packs.rice"  # type: ignore[dict-item]


# --- what a change would do ------------------------------------------------------------------------------------------

PROPOSAL = PEDUM_2003.evolve(code="usulan", rates={"side_dishes": Quantity(10_000, "IDR")}, source="usulan 2020")


def test_other_rates_change_what_they_are_of() -> None:
    effects = compare(flood(), PEDUM_2003, PROPOSAL, days=7)
    assert effects["rice"].change == Quantity(0, "g")
    assert effects["side_dishes"].before == Quantity(36_120_000, "IDR")
    assert effects["side_dishes"].after == Quantity(60_200_000, "IDR")
    assert effects["side_dishes"].change == Quantity(24_080_000, "IDR")
    assert refusal(lambda: effects["bread"]).code == "unknown_item"
    assert "bread" not in effects
    assert effects.table("id").rows[1][1:] == ("Rp36.120.000", "Rp60.200.000", "Rp24.080.000")
    assert "usulan 2020" in str(effects)
    assert "<table" in effects._repr_html_()
    assert repr(effects) == "<Effects on 1 event: rice, side_dishes>"
    assert effects.record()["change"]["side_dishes"] == {"amount": 24_080_000, "unit": "IDR"}


def test_other_days_change_what_is_owed_by_the_day() -> None:
    fewer = compare(flood(), PEDUM_2003, days=7, other_days="minimum")
    notes = fewer.table("id").notes
    assert [note for note in notes if "Jangka waktu:" in note] == [
        "Semula: Jangka waktu: 7 hari.",
        "Menjadi: Jangka waktu: 3 hari.",
    ]
    assert len([note for note in notes if "Standar:" in note]) == 1  # what both rest on is said once
    assert fewer["rice"].change == Quantity(-1_376, "kg")


def test_a_year_is_run_again_by_district_and_what_either_cannot_answer_is_in_neither_sum() -> None:
    report = datasets.kotawaringin_barat()
    events = [fire(), *report.natural_disasters]
    effects = compare(events, PEDUM_2003, PROPOSAL, days="maximum")
    assert [each.row for each in effects.left_out] == [0]
    people = {"flood": 0, "whirlwind": 0}
    for event in report.natural_disasters:
        people[event.hazard.code] += event.people or 0
    assert effects["side_dishes"].change == Quantity(4_000 * (7 * people["flood"] + 3 * people["whirlwind"]), "IDR")
    districts = effects.by("place.district")
    assert districts["Kumai"]["side_dishes"].change == Quantity(4_000 * 3 * 10, "IDR")
    assert len(districts[None].left_out) == 1
    assert sum(len(each.before.answers) for each in districts.values()) == len(report.natural_disasters)
    assert repr(effects) == "<Effects on 9 events, 1 left out: rice, side_dishes>"
    assert "Mendawai" in effects.table("en").plain()


def test_an_event_alone_that_gets_no_answer_is_refused() -> None:
    assert refusal(lambda: compare(fire(), PEDUM_2003, PROPOSAL, days=7)).code == "hazard_not_covered"
    assert refusal(lambda: compare(3, PEDUM_2003, PROPOSAL)).field == "events"  # type: ignore[arg-type]
    answer = total([entitle(flood(), PEDUM_2003, days=3)])
    for field in ("before", "after"):
        given: dict[str, Any] = {"before": answer, "after": answer, field: 3}
        assert refusal(lambda given=given: Effects(**given)).field == field  # type: ignore[misc]


def test_what_only_one_standard_grants_has_no_change_and_what_is_open_no_sum() -> None:
    event = flood(20)
    days: Any = {"rice": 3, "clean_water": 3, "drinking_water": 3}
    effects = compare(event, PEDUM_2003, PERKA_BNPB_7_2008, days=3, other_days=days)
    assert effects["rice"].change == Quantity(0, "g")
    assert (effects["side_dishes"].after, effects["side_dishes"].change) == (None, None)
    assert effects["clean_water"].before is None
    assert effects.open == ("refuse_bin", "shelter_area")
    assert refusal(lambda: effects["refuse_bin"]).field == "families"
    assert ("Side dishes", "IDR360,000", "unsaid", "unsaid") in effects.table("en").rows
    assert effects.table("en").rows[-1][1:] == ("not known",) * 3
    assert effects.table("en").unknown == says_nothing(effects.table("en"))
    plates = compare(event, PEDUM_2003, PROPOSAL, days=3, recipients={"plates": 2, "glasses": 2})
    assert [refusal(lambda code=code: plates[code]).field for code in ("plates", "glasses")] == ["plates", "glasses"]  # type: ignore[misc]
    assert refusal(lambda: effects["shelter_area"]).field == "sheltered"


def test_the_change_of_a_range_is_a_range() -> None:
    name, span = Text("beras", "rice"), Span(Quantity(3, "kg"), Quantity(7, "kg"))
    effect = Effect(code="rice", name=name, before=span, after=Quantity(5, "kg"))
    assert effect.change == Span(Quantity(-2, "kg"), Quantity(2, "kg"))
    assert Effect(code="rice", name=name, before=span, after=span).change == Span(Quantity(-4, "kg"), Quantity(4, "kg"))
