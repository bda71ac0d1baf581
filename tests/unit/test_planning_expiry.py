"""What expires before the day on which it would be handed out is no stock, and is named; worked by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs

from kesos import PEDUM_2003, DisasterEvent, Quantity, Rounding, Span, entitle, entitle_range, total
from kesos.events import Locality
from kesos.planning import Allocation, Cover, Lot, Pack, Stock, allocate, days_covered, plan_days, request, shortfall
from kesos.planning._needs import part_of
from kesos.standards import loads_standard
from kesos.values import Place

SHAPES = loads_standard((Path(__file__).parent / "every_shape.toml").read_text("utf-8"))
DAYS: dict[str, Any] = {"water": 4, "pack": 4, "rent": 60, "wage": 4}
SACK = Pack(Quantity(50, "kg"))


def flood(people: int = 100, period: str = "2017-02-25", place: str = "Pangkut", **changed: Any) -> DisasterEvent:
    return DisasterEvent(hazard="flood", place=place, period=period, people=people, **changed)  # 40 kg a day for 100


def rice(kg: int, expires: str | None = None, pack: Pack | None = None) -> Lot:
    return Lot(item="rice", quantity=Quantity(kg, "kg"), expires=expires, pack=pack)


def stock(*lots: Lot) -> Stock:
    return Stock([*lots, Lot(item="side_dishes", quantity=Quantity(10**9, "IDR"))])


def covered(*lots: Lot, period: str = "2017-02-25") -> Cover:
    return days_covered(flood(period=period), PEDUM_2003, stock(*lots))


def kg(amount: int) -> Quantity:
    return Quantity(amount, "kg")


def test_what_has_expired_before_the_first_day_covers_none_and_is_named() -> None:
    cover = covered(rice(3_000, "2017-02-24"))
    assert (cover.days, cover.limits, cover.expired) == (0, ("rice",), (("rice", kg(3_000)),))
    assert cover.say("id").endswith("Tidak dihitung karena kedaluwarsa sebelum hari pembagiannya: Beras 3.000 kg.")
    assert cover.table("en").rows[0] == ("Rice", "0 g", "0 days")
    assert Cover.from_json(cover.to_json()) == cover
    assert cover.record()["expired"] == {"rice": {"amount": 3_000_000, "unit": "g"}}
    sound = covered(rice(3_000, "2017-12-31"), rice(9, "9999-12-31"))
    assert (sound.days, sound.expired, "expired" in sound.record()) == (7, (), False)


def test_what_expires_in_the_middle_is_given_up_to_its_last_day() -> None:
    # 40 kg on each of 25, 26 and 27 February; of 200 kg that may be given until then 80 are left over
    cover = covered(rice(200, "2017-02-27"), rice(100))
    assert (cover.days, cover.expired) == (5, (("rice", kg(80)),))
    assert cover.table("en").rows[0][1] == "220 kg"
    assert covered(rice(200, "2017-02-27"), rice(160)).days == 7
    assert covered(rice(280, "2017-03-03")).days == 7
    assert covered(rice(280, "2017-03-02")).days == 6


def test_an_event_that_is_known_to_the_month_only_is_reckoned_from_its_first_day() -> None:
    assert covered(rice(280, "2017-02-06"), period="2017-02").days == 6
    assert covered(rice(280, "2017-01-31"), period="2017-02").days == 0


def test_what_has_expired_by_the_second_event_goes_to_the_first_alone() -> None:
    first, second = flood(), flood(period="2017-03-10", place="Panahan")
    plan = allocate([second, first], PEDUM_2003, stock(rice(500, "2017-03-05"), rice(120)), policy="in_order")
    assert [share.days for share in plan.shares] == [3, 7]
    assert (plan.left["rice"], plan.expired) == (kg(220), (("rice", kg(220)),))
    assert [(lot.quantity, lot.expires is None) for lot in plan.left.lots[:2]] == [(kg(220), False), (kg(0), True)]
    assert "Not counted, since it expires before the day" in plan.table("en").plain()
    assert Allocation.from_json(plan.to_json()) == plan
    assert plan.record()["expired"] == {"rice": {"amount": 220_000, "unit": "g"}}
    equal = allocate([second, first], PEDUM_2003, stock(rice(500, "2017-03-05"), rice(120)), policy="equal_days")
    assert [share.days for share in equal.shares] == [3, 3]
    nothing = allocate([], PEDUM_2003, stock(rice(500, "2017-03-05")), policy="equal_days")
    assert (nothing.left["rice"], nothing.expired) == (kg(500), ())


def test_whole_packs_expire_too_and_none_is_opened() -> None:
    packed = stock(rice(230, "2017-02-26", SACK), rice(120, None, SACK))
    plan = allocate([flood()], PEDUM_2003, packed, policy="in_order", packs=Rounding.UP)
    # by the end of each day 1, 2, 3, 4 and 4 sacks, then a fifth: two of the first lot are left when it expires
    assert (plan.shares[0].days, plan.shares[0]["rice"]) == (5, kg(200))
    assert [lot.quantity for lot in plan.left.lots[:2]] == [kg(130), kg(20)]


def test_what_is_short_is_set_against_what_can_be_handed_out_in_time() -> None:
    need = entitle(flood(), PEDUM_2003, days=7)
    gap = shortfall(need, stock(rice(3_000, "2017-02-24")))
    assert (gap["rice"], gap.held("rice"), gap.expired) == (kg(280), kg(0), (("rice", kg(3_000)),))
    assert gap.table("en").rows[0] == ("Rice", "280 kg", "0 g", "280 kg")
    assert "Rice 3,000 kg" in gap.table("en").notes[0]
    assert gap.record()["expired"] == {"rice": {"amount": 3_000_000, "unit": "g"}}
    part = shortfall(need, stock(rice(200, "2017-02-27"), rice(100)))
    assert (part["rice"], part.held("rice"), part.expired) == (kg(60), kg(220), (("rice", kg(80)),))
    assert shortfall(need, stock(rice(3_000)))["rice"] == kg(0)


def test_the_letter_asks_for_what_has_expired() -> None:
    letter = request(entitle(flood(), PEDUM_2003, days=7), stock(rice(3_000, "2017-02-24", SACK)))
    [line] = letter.lines
    assert (line.held, line.short, line.packs) == (kg(0), kg(280), 6)
    assert [item.code for item in letter.enough] == ["side_dishes"]
    assert "Tidak dihitung karena kedaluwarsa sebelum hari pembagiannya: Beras 3.000 kg." in letter.table("id").notes


def test_the_ends_of_a_range_are_short_of_what_each_can_be_given() -> None:
    gap = shortfall(entitle_range(flood(), PEDUM_2003), stock(rice(200, "2017-02-27")))
    assert gap["rice"] == Span(kg(0), kg(160))  # three days are given; of seven the last four are not
    assert gap.expired == (("rice", kg(80)),)
    both = total([entitle(flood(), PEDUM_2003, days=3), entitle(flood(period="2017-03-10"), PEDUM_2003, days=3)])
    assert shortfall(both, stock(rice(300, "2017-03-10")))["rice"] == kg(80)


def test_what_is_given_once_goes_out_on_the_first_day() -> None:
    kits = [Lot(item="sarong", quantity=Quantity(9, "piece"), expires="2017-02-25")]
    need = entitle(flood(), PEDUM_2003, days=7, recipients={"sarong": 5})
    assert shortfall(need, Stock(kits))["sarong"] == Quantity(0, "piece")
    later = entitle(flood(period="2017-02-26"), PEDUM_2003, days=7, recipients={"sarong": 5})
    assert shortfall(later, Stock(kits))["sarong"] == Quantity(5, "piece")


def test_what_no_fewer_days_can_be_asked_of_is_needed_on_the_first() -> None:
    # a place that is not counted leaves the event as a whole without a line for any other number of days
    places = (Locality(place=Place("A"), people=10), Locality(place=Place("B")))
    event = DisasterEvent(hazard="flood", place="X", period="2021-12-31", localities=places, traits={"terrain": "hill"})
    answer = entitle(event, SHAPES, days=DAYS,
                     indices={"local": Quantity(300, "IDR")}, counted_only=True)  # fmt: skip
    line = next(line for line in answer.lines if line.code == "water")
    part = part_of(line, answer)
    assert (part.cap, Quantity(part.by(1), "ml")) == (1, line.quantity)
    # a kit for whoever is there on the third day: no fewer days have a rate
    rows = 'rates = [\n        { season = "wet", amount = 2 },\n        { season = "dry", amount = 1 },'
    text = (Path(__file__).parent / "every_shape.toml").read_text("utf-8")
    assert text.count(rows) == 1
    third = loads_standard(
        text.replace(rows, 'window = "open", rates = [\n        { day = { from = 3 }, amount = 1 },')
    )
    asked: dict[str, Any] = {"days": {**DAYS, "blanket": 5}, "indices": {"local": Quantity(300, "IDR")}}
    answer = entitle(attrs.evolve(event, localities=places[:1]), third, **asked)
    line = next(line for line in answer.lines if line.code == "blanket")
    assert (part_of(line, answer).cap, part_of(line, answer).by(1)) == (1, 10)


def test_a_week_ends_with_its_last_need_where_nothing_is_left_to_expire() -> None:
    calendar = plan_days([flood()], PEDUM_2003, stock(rice(280, "2027-12-31")), items=["rice"])
    assert [each.day.isoformat() for each in calendar.course][-1] == "2017-03-03"
    left_over = plan_days([flood()], PEDUM_2003, stock(rice(281, "2027-12-31")), items=["rice"])
    assert (left_over.course[-1].day.isoformat(), left_over.course[-1].expired) == ("2028-01-01", kg(1))
