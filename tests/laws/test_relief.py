"""The laws of relief: each property is a sentence that the standard, or plain arithmetic, makes true."""

from __future__ import annotations

import pickle
from datetime import date, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from kesos import (
    PEDUM_2003,
    Citation,
    Damage,
    Decision,
    DisasterEvent,
    Hazard,
    Locality,
    Quantity,
    Relief,
    Rounding,
    Span,
    Text,
    entitle,
    entitle_all,
    entitle_range,
    errors,
    total,
)
from kesos.relief import Line
from kesos.standards import AidStandard, Item, Package, Row, Window, dumps_standard, loads_standard

COVERED = [
    Hazard.FLOOD, Hazard.LANDSLIDE, Hazard.WINDSTORM, Hazard.TYPHOON, Hazard.WHIRLWIND, Hazard.TSUNAMI,
    Hazard.EARTHQUAKE, Hazard.VOLCANIC_ERUPTION, Hazard.DROUGHT, Hazard.FOOD_SHORTAGE,
]  # fmt: skip
NOT_COVERED = [Hazard.FIRE, Hazard.FOREST_FIRE, Hazard.HAZE, Hazard.SOCIAL_CONFLICT, Hazard.EPIDEMIC]
SELECTIVE = [item.code for item in PEDUM_2003.items if item.per == "recipient"]
DECISION = Decision(by="Bupati Contoh", number="1/2017", date="2017-03-09")

counts = st.integers(0, 10**12)
covered = st.sampled_from(COVERED)
in_force = st.dates(date(2003, 1, 1), date(2100, 12, 31))
words = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=20).filter(
    str.strip
)
damages = st.builds(Damage, heavy=st.none() | counts, light=st.none() | counts, houses=st.none() | counts)


def struck(hazard: Hazard | str, people: int | None, **more: Any) -> DisasterEvent:
    return DisasterEvent(**{"hazard": hazard, "place": "Desa Contoh", "period": "2017-02-25", "people": people, **more})


@st.composite
def events(draw: st.DrawFn, hazards: st.SearchStrategy[Hazard] = covered, people: Any = counts) -> DisasterEvent:
    number = draw(people)
    families = draw(st.none() | counts.map(lambda each: each if number is None else min(each, number)))
    return DisasterEvent(
        hazard=draw(hazards), place=draw(words), period=draw(in_force), families=families,
        people=number, damage=draw(damages), loss=draw(st.none() | counts),
    )  # fmt: skip


def window_of(event: DisasterEvent) -> Window:
    window = PEDUM_2003.window_for(event.hazard)
    assert window is not None
    return window


@st.composite
def answers(draw: st.DrawFn) -> Relief:
    event = draw(events())
    window = window_of(event)
    most = max(event.people or 0, event.families or 0)
    chosen = draw(st.dictionaries(st.sampled_from(SELECTIVE), st.integers(0, min(most, 10**6)), max_size=4))
    decision = draw(st.none() | st.just(DECISION))
    days = draw(st.integers(1, 40) if decision else st.integers(window.minimum, window.longest))
    return entitle(event, PEDUM_2003, days=days, extended=True, recipients=chosen, decision=decision)


# --- people and days -------------------------------------------------------------------------------------------------


@given(covered, counts, st.integers(1, 10**6))
def test_aid_grows_with_every_further_person(hazard: Hazard, people: int, more: int) -> None:
    fewer = entitle(struck(hazard, people), PEDUM_2003, days="minimum")
    greater = entitle(struck(hazard, people + more), PEDUM_2003, days="minimum")
    assert set(fewer) == set(greater) == {"rice", "side_dishes"}
    for item in fewer:
        assert fewer[item] < greater[item]
        per_person = entitle(struck(hazard, 1), PEDUM_2003, days="minimum")[item]
        assert greater[item] - fewer[item] == per_person * more


@given(
    st.sampled_from(
        [hazard for hazard in COVERED if window_of(struck(hazard, 1)).minimum < window_of(struck(hazard, 1)).longest]
    ),
    st.integers(1, 10**12),
    st.data(),
)
def test_aid_grows_with_every_further_day(hazard: Hazard, people: int, data: st.DataObject) -> None:
    event = struck(hazard, people)
    window = window_of(event)
    days = data.draw(st.integers(window.minimum, window.longest - 1))
    today = entitle(event, PEDUM_2003, days=days, extended=True)
    tomorrow = entitle(event, PEDUM_2003, days=days + 1, extended=True)
    for item in today:
        assert today[item] < tomorrow[item]
        assert (tomorrow[item] - today[item]) * days == today[item]


@given(covered, counts, counts)
def test_splitting_an_event_s_people_in_two_and_adding_the_aid_changes_nothing(
    hazard: Hazard, one: int, other: int
) -> None:
    whole = entitle(struck(hazard, one + other), PEDUM_2003, days="maximum")
    split = total(entitle(struck(hazard, people), PEDUM_2003, days="maximum") for people in (one, other))
    assert dict(split) == dict(whole)


@given(events(people=st.just(0)))
def test_zero_people_get_zero(event: DisasterEvent) -> None:
    window = entitle_range(event, PEDUM_2003)
    for answer in (window.minimum, window.maximum, window.extended):
        assert answer is None or [quantity.amount for quantity in answer.values()] == [0, 0]


@given(answers())
def test_every_quantity_is_an_int_in_its_base_unit_and_rate_times_people_times_days(answer: Relief) -> None:
    for code, quantity in answer.items():
        assert type(quantity.amount) is int
        assert quantity.unit.factor == 1
        assert quantity.unit.base == quantity.unit.code
        assert quantity.amount >= 0
        line = next(line for line in answer.lines if line.code == code)
        people = dict(answer.recipients).get(code, answer.people)
        assert line.item.rate is not None
        assert people is not None
        assert quantity.amount == line.item.rate.amount * people * (line.times or 1)
        assert line.times == (answer.days if line.item.every == "day" else None)
    assert answer["rice"].amount == 400 * (answer.people or 0) * answer.days
    assert answer["side_dishes"].amount == 6_000 * (answer.people or 0) * answer.days


@given(st.lists(st.tuples(words, counts, st.none() | counts), min_size=1, max_size=6), covered, st.randoms())
def test_localities_in_any_order_give_the_same_aid(places: list[Any], hazard: Hazard, random: Any) -> None:
    localities = [
        Locality(place=place, people=people, families=None if families is None else min(people, families))
        for place, people, families in places
    ]
    shuffled = list(localities)
    random.shuffle(shuffled)
    one = entitle(struck(hazard, None, localities=localities), PEDUM_2003, days="minimum")
    other = entitle(struck(hazard, None, localities=shuffled), PEDUM_2003, days="minimum")
    assert dict(one) == dict(other)
    assert one.people == sum(people for _, people, _ in places)


@given(st.lists(counts, min_size=1, max_size=6), covered)
def test_an_event_of_several_places_gets_what_its_places_would_get(people: list[int], hazard: Hazard) -> None:
    localities = [Locality(place="x", people=each) for each in people]
    whole = entitle(struck(hazard, None, localities=localities), PEDUM_2003, days="minimum")
    each = total(entitle(struck(hazard, number), PEDUM_2003, days="minimum") for number in people)
    assert dict(whole) == dict(each)


# --- days and windows ------------------------------------------------------------------------------------------------

WINDOWS = [(hazard, window_of(struck(hazard, 1))) for hazard in COVERED]


@pytest.mark.parametrize(("hazard", "window"), WINDOWS, ids=lambda part: getattr(part, "code", ""))
def test_no_window_lets_a_day_below_its_minimum_or_above_its_maximum_through_without_a_decision(
    hazard: Hazard, window: Window
) -> None:
    event = struck(hazard, 10)
    for days in range(-1, window.longest + 3):
        for extended in (False, True):
            last = window.longest if extended else window.maximum
            if window.minimum <= days <= last:
                assert entitle(event, PEDUM_2003, days=days, extended=extended).days == days
            else:
                kind = errors.InvalidValueError if days < 0 else errors.DurationError
                with pytest.raises(kind) as caught:
                    entitle(event, PEDUM_2003, days=days, extended=extended)
                assert caught.value.field == "days"
                assert caught.value.value == days
                assert caught.value.code == ("count_negative" if days < 0 else "days_out_of_range")
        if days > 0:
            assert entitle(event, PEDUM_2003, days=days, decision=DECISION).days == days
        else:
            with pytest.raises(errors.KesosError) as caught:
                entitle(event, PEDUM_2003, days=days, decision=DECISION)
            assert caught.value.field == "days"


@pytest.mark.parametrize(("hazard", "window"), WINDOWS, ids=lambda part: getattr(part, "code", ""))
def test_a_refusal_of_days_says_the_window_and_the_way_out(hazard: Hazard, window: Window) -> None:
    for days in (window.minimum - 1, window.maximum + 1, window.longest + 1):
        with pytest.raises(errors.DurationError) as caught:
            entitle(struck(hazard, 10), PEDUM_2003, days=days)
        extendable = window.maximum < days <= window.longest
        ways_out = {"id": ("diperpanjang, bila", "keputusan pejabat"), "en": ("extended=True", "decision=Decision(")}
        for language, (extension, decision) in ways_out.items():
            said = caught.value.message(language)
            assert str(window.minimum) in said
            assert str(window.maximum) in said
            assert str(days) in said
            assert (extension in said) == extendable
            assert (decision in said) == (not extendable and days > 0)


@pytest.mark.parametrize(("hazard", "window"), WINDOWS, ids=lambda part: getattr(part, "code", ""))
def test_the_ends_of_a_range_are_the_answers_for_its_ends(hazard: Hazard, window: Window) -> None:
    event = struck(hazard, 860)
    answer = entitle_range(event, PEDUM_2003, recipients={"sarong": 3})
    assert answer.minimum == entitle(event, PEDUM_2003, days=window.minimum, recipients={"sarong": 3})
    assert answer.maximum == entitle(event, PEDUM_2003, days=window.maximum, recipients={"sarong": 3})
    if window.extended is None:
        assert answer.extended is None
        with pytest.raises(errors.DurationError) as caught:
            entitle(event, PEDUM_2003, days="extended")
        assert (caught.value.code, caught.value.field, caught.value.value) == ("no_extension", "days", "extended")
    else:
        assert answer.extended == entitle(
            event, PEDUM_2003, days=window.extended, extended=True, recipients={"sarong": 3}
        )
    for item in answer:
        assert answer[item] == Span(answer.minimum[item], answer.maximum[item])
    assert list(answer) == list(answer.minimum) == list(answer.maximum)
    assert answer["sarong"] == Span(Quantity(3, "piece"), Quantity(3, "piece"))


@given(events(hazards=st.sampled_from(NOT_COVERED)))
def test_a_hazard_that_the_standard_does_not_name_gets_no_number(event: DisasterEvent) -> None:
    with pytest.raises(errors.HazardNotCoveredError) as caught:
        entitle_range(event, PEDUM_2003)
    assert caught.value.value == event.hazard.code
    assert event.hazard.label("id").lower() in caught.value.message("id")
    assert event.hazard.label("en").lower() in caught.value.message("en")


@given(events(people=st.none()))
def test_unknown_people_get_no_number(event: DisasterEvent) -> None:
    with pytest.raises(errors.UnknownValueError) as caught:
        entitle(event, PEDUM_2003, days="minimum")
    assert (caught.value.field, caught.value.value) == ("people", None)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
@example(date(2002, 12, 31))
@example(date(2003, 1, 1))
def test_the_first_day_of_an_event_decides_whether_the_standard_is_in_force(day: date) -> None:
    event = struck("flood", 1, period=f"{day}/{day + timedelta(days=3)}")
    if day >= date(2003, 1, 1):
        assert entitle(event, PEDUM_2003, days=3)["rice"] == Quantity(1_200, "g")
    else:
        with pytest.raises(errors.NotInForceError):
            entitle(event, PEDUM_2003, days=3)


# --- answers ---------------------------------------------------------------------------------------------------------


def anew(answer: Relief) -> Relief:
    """The answer computed again from nothing but what it holds."""
    return entitle(
        answer.event, answer.standard, days=answer.days, extended=answer.extended, recipients=dict(answer.recipients),
        decision=answer.decision,
    )  # fmt: skip


@given(answers())
def test_an_answer_survives_pickle_and_equals_itself_computed_anew(answer: Relief) -> None:
    again = pickle.loads(pickle.dumps(answer))
    assert again == answer == anew(answer)
    assert hash(again) == hash(answer) == hash(anew(answer))
    assert anew(again).explain("id") == answer.explain("id")


@given(covered, counts, st.sampled_from(["minimum", "maximum", "extended"]))
def test_an_answer_for_a_named_end_equals_itself_computed_anew(hazard: Hazard, people: int, end: Any) -> None:
    event = struck(hazard, people)
    assume(end != "extended" or window_of(event).extended is not None)
    answer = entitle(event, PEDUM_2003, days=end)
    assert anew(answer) == answer
    assert answer.extended == (end == "extended")
    assert answer.days == getattr(window_of(event), end)


@given(events(), st.data())
def test_equal_inputs_give_equal_answers_and_equal_hashes(event: DisasterEvent, data: st.DataObject) -> None:
    copy = attrs.evolve(event)
    standard = loads_standard(dumps_standard(PEDUM_2003))
    days = data.draw(st.sampled_from(["minimum", "maximum"]))
    one, other = entitle(event, PEDUM_2003, days=days), entitle(copy, standard, days=days)
    assert event == copy
    assert hash(event) == hash(copy)
    assert one == other
    assert hash(one) == hash(other)
    assert entitle_range(event, PEDUM_2003) == entitle_range(copy, standard)


@given(answers(), st.sampled_from(["id", "en"]))
def test_an_explanation_names_every_number_that_it_used(answer: Relief, language: str) -> None:
    said = answer.explain(language).replace("\u00a0", " ")
    window = answer.window
    used = [Quantity(answer.days, "day"), Quantity(answer.people or 0, "person")]
    for line in answer.lines:
        assert line.item.rate is not None
        used += [line.item.rate, line.quantity]
        assert line.item.name.say(language) in said
        assert line.citation.place(language) in said
        (sum_said,) = [row for row in said.splitlines() if row.startswith(f"{line.item.name.say(language)}: ")]
        assert line.item.rate.say(language) in sum_said
        if line.item.every == "day":
            assert f"× {Quantity(answer.days, 'day').say(language)} =" in sum_said
    for quantity in used:
        assert quantity.say(language) in said, quantity
    assert window.say(language) in said
    assert window.citation.place(language) in said
    for code, number in answer.recipients:
        assert f"{Quantity(number, 'person').say(language).split()[0]} " in said
        assert PEDUM_2003.item(code).name.say(language) in said
    assert answer.standard.source.regulation in said
    assert PEDUM_2003.validity.say(language) in said
    assert (DECISION.by in said) == (answer.decision is not None)
    if answer.reading is not None:
        assert answer.reading.reason.say(language) in said


@given(st.lists(answers(), max_size=6), st.data())
def test_a_total_over_any_partition_of_the_answers_is_the_same(parts: list[Relief], data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(parts)))
    whole = total(parts)
    assert total([total(parts[:cut]), total(parts[cut:])]) == whole
    assert total([total(parts[:cut]), *parts[cut:]]) == whole
    shuffled = data.draw(st.permutations(parts))
    assert dict(total(shuffled)) == dict(whole)
    for item in whole:
        assert whole[item].amount == sum(answer[item].amount for answer in parts if item in answer)
    blank = {each.code: each.multiplier for each in whole.unspecified}
    for code in ("plates", "glasses"):
        recipients = [each.multiplier for answer in parts for each in answer.unspecified if each.code == code]
        assert blank.get(code) == (sum(recipients) if recipients else None)


@given(
    st.lists(events(hazards=st.sampled_from(COVERED + NOT_COVERED), people=st.none() | counts), max_size=8),
    st.sampled_from(["minimum", "maximum", 3, 5]),
)
def test_a_batch_gives_each_event_an_answer_or_a_refusal_in_order(batch: list[DisasterEvent], days: Any) -> None:
    result = entitle_all(batch, PEDUM_2003, days=days)
    assert len(result.answers) + len(result.refused) == len(batch)
    refused = {refusal.row: refusal for refusal in result.refused}
    assert list(refused) == sorted(refused)
    answered = iter(result.answers)
    for row, event in enumerate(batch):
        if row in refused:
            assert refused[row].event is event
            with pytest.raises(type(refused[row].error)) as caught:
                entitle(event, PEDUM_2003, days=days)
            assert caught.value == refused[row].error
        else:
            assert next(answered) == entitle(event, PEDUM_2003, days=days)
    assert result.total.left_out == result.refused
    assert dict(result.total) == dict(total(result.answers))
    for language in ("id", "en"):
        for refusal in result.refused:
            assert refusal.reason(language) in result.total.explain(language)


# --- selective packages ----------------------------------------------------------------------------------------------


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_package_gives_each_of_its_items_to_each_chosen_recipient(clothed: int, cooking: int) -> None:
    answer = entitle(struck("flood", 10**6), PEDUM_2003, days=3, recipients={"kitchen": cooking, "clothing": clothed})
    clothing, kitchen = PEDUM_2003.packages[1:]
    for package, number in ((clothing, clothed), (kitchen, cooking)):
        for item in package.items:
            if item.amount is None:
                assert item.code not in answer
                with pytest.raises(errors.UnspecifiedQuantityError) as caught:
                    answer[item.code]
                assert (caught.value.code, caught.value.field) == ("unspecified_quantity", item.code)
            else:
                assert answer[item.code].amount == number
    assert {blank.code: blank.multiplier for blank in answer.unspecified} == {"plates": cooking, "glasses": cooking}


@given(st.lists(st.sampled_from(SELECTIVE), unique=True), st.data())
def test_the_order_in_which_recipients_are_named_does_not_matter(codes: list[str], data: st.DataObject) -> None:
    chosen = dict.fromkeys(codes, 3)
    shuffled = dict.fromkeys(data.draw(st.permutations(codes)), 3)
    one, other = (entitle(struck("flood", 10), PEDUM_2003, days=3, recipients=each) for each in (chosen, shuffled))
    assert one == other
    assert set(one) == {"rice", "side_dishes", *codes} - {"plates", "glasses"}


# --- standards of other shapes ---------------------------------------------------------------------------------------

SOURCE = Citation(regulation="Peraturan Contoh", locator="Pasal 1", known="hypothetical")


def standard_of(*items: Item) -> AidStandard:
    """A made-up standard: the windows of the real one, and these items."""
    package = Package(code="own", name=Text("Contoh", "Example"), items=items)
    return attrs.evolve(PEDUM_2003, code="contoh", packages=(package,))


def item(code: str = "thing", **more: Any) -> Item:
    return Item(
        **{
            "code": code,
            "name": Text(code, code),
            "amount": 1,
            "unit": "unit",
            "per": "person",
            "citation": SOURCE,
            **more,
        }
    )


@given(st.integers(0, 10**9), st.integers(2, 1_000), st.sampled_from(["person", "family"]))
def test_a_group_that_is_rounded_up_leaves_nobody_out_and_adds_less_than_one(number: int, size: int, per: Any) -> None:
    toilet = item(per=per, group=size, rounding=Rounding.UP, counted="event")
    event = struck("flood", number, families=number if per == "family" else 0)
    amount = entitle(event, standard_of(toilet), days=3)["thing"].amount
    assert amount * size >= number
    assert amount == 0 or (amount - 1) * size < number


@given(st.lists(st.integers(0, 500), min_size=1, max_size=8), st.sampled_from(list(Rounding)))
def test_counted_in_each_place_is_the_sum_over_places(people: list[int], rounding: Rounding) -> None:
    localities = [Locality(place="x", people=each) for each in people]
    event = struck("flood", None, localities=localities)
    by_place = standard_of(item(group=20, rounding=rounding, counted="place"))
    by_event = standard_of(item(group=20, rounding=rounding, counted="event"))
    summed = total(entitle(struck("flood", each), by_event, days=3) for each in people)
    assert entitle(event, by_place, days=3)["thing"] == summed["thing"]
    whole = entitle(event, by_event, days=3)["thing"]
    if rounding is Rounding.UP:
        assert whole <= summed["thing"]
    if rounding is Rounding.DOWN:
        assert whole >= summed["thing"]


@given(st.integers(15, 30), st.integers(1, 31), st.sampled_from(["up", "down"]))
def test_days_become_months_as_the_standard_declares(days: int, month: int, part: Any) -> None:
    monthly = standard_of(item(every="month", month_days=month, part=part))
    times = entitle(struck("drought", 1), monthly, days=days)["thing"].amount
    whole, rest = divmod(days, month)
    assert times == {"up": whole + (rest > 0), "down": whole}[part]


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_what_is_for_the_event_is_given_once_however_many_were_struck(people: int, families: int) -> None:
    event = struck("flood", people, families=min(people, families))
    answer = entitle(event, standard_of(item(per="event", amount=3)), days=3)
    assert answer["thing"] == Quantity(3, "unit")


def test_an_unknown_number_of_families_gives_no_number_of_family_kits() -> None:
    kits = standard_of(item("kit", per="family"))
    with pytest.raises(errors.UnknownValueError) as caught:
        entitle(struck("flood", 10), kits, days=3)
    assert (caught.value.field, caught.value.value) == ("families", None)
    assert "KK" in caught.value.message("id")
    assert "families" in caught.value.message("en")
    assert entitle(struck("flood", None, families=7), kits, days=3)["kit"].amount == 7


def test_a_place_whose_people_are_not_known_stops_what_is_counted_in_each_place() -> None:
    event = struck("flood", None, localities=[Locality(place="a", people=20), Locality(place="b")])
    for counted in ("event", "place"):
        with pytest.raises(errors.UnknownValueError) as caught:
            entitle(event, standard_of(item(group=20, rounding=Rounding.UP, counted=counted)), days=3)
        assert (caught.value.field, caught.value.value) == ("people", None)


@pytest.mark.parametrize(
    "shape",
    [
        {"per": "family"},
        {"per": "event", "amount": 3},
        {"group": 20, "rounding": Rounding.UP, "counted": "place"},
        {"group": 20, "rounding": Rounding.DOWN, "counted": "event", "per": "family"},
        {"group": 20, "rounding": Rounding.HALF_UP, "counted": "event", "every": "day"},
        {"every": "month", "month_days": 30, "part": "up"},
        {"every": "month", "month_days": 30, "part": "down", "unit": "IDR"},
        {"amount": None, "unit": "dozen"},
    ],
    ids=str,
)
def test_an_item_of_any_shape_explains_itself(shape: dict[str, Any]) -> None:
    localities = [Locality(place="a", people=30, families=15), Locality(place="b", people=15, families=10)]
    answer = entitle(struck("flood", None, localities=localities), standard_of(item(**shape)), days=3)
    for language in ("id", "en"):
        said = answer.explain(language)
        for line in answer.lines:
            assert isinstance(line, Line)
            assert line.quantity.say(language) in said
            assert line.item.rate is not None
            assert line.item.rate.say(language) in said
        assert "Pasal 1" in said
        if "group" in shape:
            assert Quantity(20, "person" if shape.get("per") != "family" else "family").say(language) in said
        if "month_days" in shape:
            assert "30" in said
        if shape.get("amount", 1) is None:
            assert list(answer) == []
            assert len(answer.unspecified) == 1
            assert {"id": "tidak disebutkan angkanya", "en": "no number is given"}[language] in said
        assert said.count("\n") >= 6


@given(
    st.lists(
        st.dictionaries(st.integers(1, 12), st.integers(0, 10**6), min_size=1, max_size=4), min_size=1, max_size=5
    ),
    st.sampled_from([{}, {"group": 3, "rounding": Rounding.UP, "counted": "place"}]),
)
def test_households_by_size_get_in_several_places_what_they_get_in_each(sizes: list[Any], grouped: Any) -> None:
    rates = (Row(tests={"size": {"to": 4}}, amount=3), Row(tests={"size": {"from": 5}}, amount=4, each_further=2))
    grants = standard_of(item("grant", unit="IDR", per="household", amount=None, rates=rates, **grouped))
    places = [Locality(place=f"desa {at}", counts={"household": each}) for at, each in enumerate(sizes)]
    whole = entitle(struck("flood", None, localities=places), grants, days=3)
    alone = total(entitle(struck("flood", None, localities=[place]), grants, days=3) for place in places)
    assert whole["grant"] == alone["grant"]
    assert alone["grant"].amount == sum(
        rate_of(size) * (-(-many // 3) if grouped else many) for each in sizes for size, many in each.items()
    )


def rate_of(size: int) -> int:
    return 3 if size <= 4 else 4 + 2 * (size - 5)
