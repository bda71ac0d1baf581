"""Day by day: what is needed, what is there, and the first day on which it is not enough."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kesos import PEDUM_2003, DisasterEvent, Quantity, errors
from kesos.planning import Calendar, Lot, Movement, Stock, plan_days
from kesos.standards import PERKA_BNPB_7_2008, loads_standard


def flood(people: int | None = 100, period: str = "2017-02-25", **changed: Any) -> DisasterEvent:
    return DisasterEvent(**{"hazard": "flood", "place": "Desa Contoh", "period": period, "people": people, **changed})


def rice(kg: int, **more: Any) -> Lot:
    return Lot(item="rice", quantity=Quantity(kg, "kg"), **more)


def refusal(call: Callable[[], object]) -> errors.KesosError:
    with pytest.raises(errors.KesosError) as caught:
        call()
    return caught.value


def plan(events: list[DisasterEvent], lots: list[Lot], **asked: Any) -> Calendar:
    return plan_days(events, PEDUM_2003, Stock(lots), **{"items": ["rice"], **asked})


def came(kg: int, on: str, reference: str = "BA-1", **more: Any) -> Movement:
    return Movement(reference=reference, way="in", item="rice", quantity=Quantity(kg, "kg"), on=on, **more)


def left(calendar: Calendar) -> dict[int, int]:
    """What is left at the end of each day of February and March, in kilograms."""
    return {each.day.day: int(each.left.to("kg")) for each in calendar.course}


def test_needs_lie_on_the_days_from_the_first_of_each_period_on() -> None:
    calendar = plan([flood(), flood(50, "2017-02-27/2017-03-01")], [rice(1_000)], most=3)
    # 40 kg a day from the 25th to the 27th, 20 kg a day from the 27th to the 1st
    assert [(each.day, each.code, each.quantity) for each in calendar.needs] == [
        (date(2017, 2, 25), "rice", Quantity(40, "kg")),
        (date(2017, 2, 26), "rice", Quantity(40, "kg")),
        (date(2017, 2, 27), "rice", Quantity(60, "kg")),
        (date(2017, 2, 28), "rice", Quantity(20, "kg")),
        (date(2017, 3, 1), "rice", Quantity(20, "kg")),
    ]
    assert left(calendar) == {25: 960, 26: 920, 27: 860, 28: 840, 1: 820}
    assert calendar.fails == ()
    assert calendar.first_failure is None


def test_the_first_day_that_lacks_anything_is_named_and_what_there_is_is_given() -> None:
    calendar = plan([flood()], [rice(100)])
    third = calendar.course[2]
    assert calendar.first_failure == ("rice", date(2017, 2, 27))
    assert (third.needed, third.given, third.short, third.left) == tuple(Quantity(kg, "kg") for kg in (40, 20, 20, 0))
    assert sum(each.given for each in calendar.course) == Quantity(100, "kg")
    assert len(calendar.course) == 7


def test_what_comes_in_is_there_from_its_day_on() -> None:
    calendar = plan([flood()], [rice(60)], most=4, arrivals=[came(100, "2017-02-27"), came(7, "2017-02-20", "BA-2")])
    assert left(calendar) == {20: 67, 25: 27, 26: 0, 27: 60, 28: 20}
    assert calendar.fails == (("rice", date(2017, 2, 26)),)
    assert calendar.course[0].came == Quantity(7, "kg")


def test_what_expires_first_goes_first_and_what_has_expired_is_gone() -> None:
    calendar = plan([flood()], [rice(100), rice(70, expires="2017-02-25")], most=2)
    # 40 kg of the older go on the 25th, the other 30 kg of them expire
    assert left(calendar) == {25: 130, 26: 60}
    assert [each.expired for each in calendar.course] == [Quantity(0, "kg"), Quantity(30, "kg")]
    long_gone = plan([flood()], [rice(9, expires="2017-01-01"), rice(80)], most=2)
    assert next((each.day, each.expired) for each in long_gone.course) == (date(2017, 1, 2), Quantity(9, "kg"))
    assert long_gone.first_failure is None


def test_what_comes_in_or_expires_after_the_last_need_is_there_too() -> None:
    later = came(7, "2017-04-01", expires="2017-04-30")
    calendar = plan([flood()], [rice(80), rice(5, expires="9999-12-31")], most=2, arrivals=[later])
    assert [(each.day.isoformat(), each.left) for each in calendar.course[2:]] == [
        ("2017-04-01", Quantity(12, "kg")), ("2017-05-01", Quantity(5, "kg")),
    ]  # fmt: skip


def test_what_was_given_stays_given_where_more_days_are_owed_less() -> None:
    text = (
        (Path(__file__).parent / "every_shape.toml")
        .read_text("utf-8")
        .replace(
            'name = { id = "k", en = "k" }, unit = "unit", per = "person", rates = [\n'
            '        { season = "wet", amount = 2 },\n        { season = "dry", amount = 1 },',
            'name = { id = "k", en = "k" }, unit = "unit", per = "person", window = "open", rates = [\n'
            "        { day = { to = 2 }, amount = 3 },\n        { day = { from = 3 }, amount = 1 },",
        )
    )
    stock = Stock({"blanket": Quantity(300, "unit")})
    indices = {"local": Quantity(300, "IDR")}
    event = flood(period="2021-03-01")
    calendar = plan_days([event], loads_standard(text), stock, items=["blanket"], most=4, indices=indices)
    assert [each.quantity.amount for each in calendar.needs] == [300, 0, 0, 0]
    assert calendar.fails == ()


def test_nothing_ever_falls_below_zero_and_all_is_accounted_for() -> None:
    lots = [rice(100, expires="2017-02-26"), rice(55)]
    calendar = plan([flood(), flood(300, "2017-02-26")], lots, arrivals=[came(200, "2017-02-28")])
    assert all(each.left.amount >= 0 for each in calendar.course)
    sums = [sum(getattr(each, name).amount for each in calendar.course) for name in ("came", "expired", "given")]
    assert 155_000 + sums[0] - sums[1] - sums[2] == calendar.course[-1].left.amount


def test_an_event_that_has_no_first_day_or_no_answer_is_left_out_and_named() -> None:
    events = [flood(period="2017-02"), flood(None), flood(), flood(hazard="fire"), flood(period="9999-12-30")]
    calendar = plan(events, [rice(1_000)])
    assert [(each.row, each.error.code) for each in calendar.left_out] == [
        (0, "day_unknown"), (1, "count_unknown"), (3, "hazard_not_covered"), (4, "out_of_range"),
    ]  # fmt: skip
    assert len(calendar.needs) == 7
    assert [each.event for each in calendar.left_out] == [events[each.row] for each in calendar.left_out]
    for language in ("id", "en"):
        told = calendar.table(language).notes
        for each in calendar.left_out:
            assert each.say(language) in told
            assert each.reason(language) in each.say(language)


def test_an_item_that_was_not_counted_has_needs_and_no_course() -> None:
    calendar = plan([flood()], [rice(1_000)], items=())
    assert {each.code for each in calendar.course} == {"rice"}
    assert {each.code for each in calendar.needs} == {"rice", "side_dishes"}
    assert [each.code for each in calendar.unknown] == ["side_dishes"]
    assert "not counted" in calendar.table("en").plain()


def test_what_is_given_once_is_needed_on_the_first_day() -> None:
    stock = Stock({"toilet": Quantity(3, "unit"), "rice": Quantity(1, "t"), "refuse_bin": Quantity(1, "unit")})
    asked: dict[str, Any] = {"most": 2, "items": ["rice", "toilet", "refuse_bin"]}
    calendar = plan_days([flood(41)], PERKA_BNPB_7_2008, stock, **asked)
    assert [(each.day.day, each.code) for each in calendar.needs] == [(25, "rice"), (25, "toilet"), (26, "rice")]
    assert [each.code for each in calendar.unknown] == ["refuse_bin"]  # families are not counted
    assert calendar.fails == ()


def test_what_will_come_in_is_a_movement_in_of_something_that_was_counted() -> None:
    out = Movement(reference="SPB-1", way="out", item="rice", quantity=Quantity(1, "kg"), on="2017-03-01")
    error = refusal(lambda: plan([flood()], [rice(1)], arrivals=[out]))
    assert (error.code, error.field) == ("not_used", "arrivals[0]")
    assert refusal(lambda: plan([flood()], [], arrivals=[came(1, "2017-03-01")])).code == "stock_unknown"
    twice = [came(1, "2017-03-01")] * 2
    assert refusal(lambda: plan([flood()], [rice(1)], arrivals=twice)).code == "duplicate"


def test_a_calendar_is_said_in_both_languages_and_travels() -> None:
    calendar = plan([flood()], [rice(60)], most=2, arrivals=[came(7, "2017-02-25")])
    assert calendar.table("en").rows[1] == (
        "26 February 2017", "Rice", "0 g", "0 g", "40 kg", "27 kg", "13 kg", "0 g",
    )  # fmt: skip
    assert calendar.explain("id") == ("Beras: mulai 26 Februari 2017 persediaan tidak cukup.",)
    assert plan([flood()], [rice(600)]).explain("en") == ("Rice: there is enough for all the needs that are known.",)
    assert "<table" in calendar._repr_html_()
    assert str(calendar) == calendar.table().plain()
    assert repr(calendar) == "<Calendar of 1 event: rice fails on 2017-02-26>"
    assert repr(plan([], [])) == "<Calendar of 0 events: nothing fails>"
    assert Calendar.from_json(calendar.to_json()) == calendar
    record = calendar.record()
    assert record["fails"] == {"rice": "2017-02-26"}
    assert record["course"][1]["short"] == {"amount": 13_000, "unit": "g"}
    assert record["needs"][0]["day"] == "2017-02-25"
