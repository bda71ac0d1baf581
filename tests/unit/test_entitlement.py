from __future__ import annotations

import gc
import json
import tomllib
import weakref
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from jsonschema import Draft202012Validator

from kesos import (
    PEDUM_2003,
    Citation,
    Decision,
    DisasterEvent,
    Hazard,
    Locality,
    Period,
    Quantity,
    Rounding,
    Text,
    entitle,
    entitle_all,
    entitle_range,
    errors,
    total,
)
from kesos.relief import read_record
from kesos.schemas import answer_schema, standard_schema
from kesos.standards import (
    AidStandard,
    Cycle,
    Durations,
    HazardReading,
    Item,
    NotCovered,
    Package,
    Validity,
    Window,
    dumps_standard,
    loads_standard,
)

SOURCE = Citation(regulation="Peraturan Contoh", locator="Pasal 1", known="hypothetical")
DECISION = Decision(by="Bupati Contoh", number="1/2017", date="2017-03-09")  # type: ignore[arg-type]
FLOOD = DisasterEvent(hazard="flood", place="Desa Contoh", period="2017-02-25", people=860, families=215)


def refusal(call: Callable[[], object]) -> errors.KesosError:
    with pytest.raises(errors.KesosError) as caught:
        call()
    return caught.value


def item(code: str = "thing", **more: Any) -> Item:
    given = {"code": code, "name": Text(code, code), "amount": 1, "unit": "unit", "per": "person", "citation": SOURCE}
    return Item(**{**given, **more})


def standard(*items: Item, **more: Any) -> AidStandard:
    package = Package(code="own", name=Text("Contoh", "Example"), items=items)
    return attrs.evolve(PEDUM_2003, **{"code": "contoh", "packages": (package,), **more})


def test_an_answer_holds_what_it_was_computed_from() -> None:
    answer = entitle(
        FLOOD, PEDUM_2003, days=8, extended=True, recipients={"clothing": 3, "plates": 2}, decision=DECISION
    )
    assert (answer.event, answer.standard, answer.days, answer.extended) == (FLOOD, PEDUM_2003, 8, True)
    assert answer.decision == DECISION
    assert answer.people == 860
    assert answer.window is PEDUM_2003.windows[0]
    assert answer.reading is None
    clothing = [each.code for each in PEDUM_2003.packages[1].items]
    assert answer.recipients == (*tuple((code, 3) for code in clothing), ("plates", 2))
    assert [line.code for line in answer.lines] == ["rice", "side_dishes", *clothing]
    assert [(line.multiplier, line.times) for line in answer.lines] == [(860, 8), (860, 8)] + [(3, None)] * 8
    assert [(blank.code, blank.multiplier) for blank in answer.unspecified] == [("plates", 2)]
    assert answer.unspecified[0].citation is PEDUM_2003.item("plates").citation
    plain = entitle(FLOOD, PEDUM_2003, days=3)
    assert (plain.recipients, plain.extended, plain.decision, plain.unspecified) == ((), False, None, ())


def test_asking_for_the_extension_by_name_is_asking_for_it() -> None:
    assert entitle(FLOOD, PEDUM_2003, days="extended") == entitle(FLOOD, PEDUM_2003, days=12, extended=True)
    assert entitle(FLOOD, PEDUM_2003, days="maximum").extended is False
    assert entitle(FLOOD, PEDUM_2003, days="maximum", extended=True).extended is True


@pytest.mark.parametrize(
    ("days", "given", "passes"),
    [
        (0, {}, False), (2, {}, False), (3, {}, True), (7, {}, True), (8, {}, False), (8, {"extended": True}, True),
        (12, {"extended": True}, True), (13, {"extended": True}, False), (12, {}, False),
        (2, {"extended": True}, False),
        (0, {"decision": DECISION}, False), (1, {"decision": DECISION}, True), (13, {"decision": DECISION}, True),
        (3_660, {"decision": DECISION}, True), (3_661, {"decision": DECISION}, False),
    ],
)  # fmt: skip
def test_each_limit_of_a_window_from_both_sides(days: int, given: dict[str, Any], passes: bool) -> None:
    if passes:
        assert entitle(FLOOD, PEDUM_2003, days=days, **given).days == days
    else:
        error = refusal(lambda: entitle(FLOOD, PEDUM_2003, days=days, **given))
        assert isinstance(error, errors.DurationError)
        assert (error.code, error.field, error.value) == ("days_out_of_range", "days", days)
        if days < 3_661:
            assert "3–7 hari, dapat diperpanjang hingga 12" in error.message("id")
            assert "3–7 days, which may be extended to 12" in error.message("en")
        else:
            assert "3660" in error.message("id")
            assert "3660" in error.message("en")


EXTEND = (
    "Nyatakan bahwa bantuan diperpanjang, bila memang demikian.",
    "Pass extended=True where the aid is extended.",
)
DECIDE = (
    "Jangka waktu lain memerlukan keputusan pejabat (jabatan, nomor dan tanggalnya). Mohon disertakan.",
    "Other days need an official's decision: decision=Decision(by=..., number=..., date=...).",
)


@pytest.mark.parametrize(
    ("days", "way_out"), [(0, None), (1, DECIDE), (2, DECIDE), (8, EXTEND), (12, EXTEND), (13, DECIDE)]
)
def test_a_refusal_of_days_shows_the_way_out(days: int, way_out: tuple[str, str] | None) -> None:
    error = refusal(lambda: entitle(FLOOD, PEDUM_2003, days=days))
    assert (error.hint is None) == (way_out is None)
    if error.hint is not None and way_out is not None:
        assert not isinstance(error.hint, str)
        assert (error.hint.say("id"), error.hint.say("en")) == way_out


def test_where_windows_are_limits_no_decision_opens_them() -> None:
    note = Text("Batas.", "Limits.")
    strict = standard(item(), durations=Durations(beyond="refused", note=note, citation=SOURCE))
    assert entitle(FLOOD, strict, days=7, decision=DECISION).days == 7
    error = refusal(lambda: entitle(FLOOD, strict, days=14, decision=DECISION))
    assert (error.code, error.field, error.value, error.hint) == ("days_out_of_range", "days", 14, None)
    extendable = refusal(lambda: entitle(FLOOD, strict, days=8))
    assert "extended=True" in extendable.message("en")


def test_a_window_without_an_extension_says_so() -> None:
    slide = attrs.evolve(FLOOD, hazard="landslide")
    for given in ({"days": "extended"}, {"days": 8, "extended": True}, {"days": 8}):
        error = refusal(lambda given=given: entitle(slide, PEDUM_2003, **given))  # type: ignore[misc]
        assert "3–7 hari, tanpa perpanjangan" in error.message("id")
        assert "3–7 days, with no extension" in error.message("en")
        assert error.code == ("no_extension" if given["days"] == "extended" else "days_out_of_range")
    wind = attrs.evolve(FLOOD, hazard="windstorm")
    assert ": 3 hari" in refusal(lambda: entitle(wind, PEDUM_2003, days=4)).message("id")
    assert entitle_range(slide, PEDUM_2003).extended is None


def test_what_is_decided_elsewhere_is_said() -> None:
    fire = attrs.evolve(FLOOD, hazard="fire")
    error = refusal(lambda: entitle(fire, PEDUM_2003, days=3))
    assert isinstance(error, errors.HazardNotCoveredError)
    assert "tidak menyebut kebakaran" in error.message("id")
    assert "does not name fire" in error.message("en")
    assert "sesudah tabel 19" in error.message("id")
    haze = attrs.evolve(FLOOD, hazard="haze")
    assert refusal(lambda: entitle(haze, PEDUM_2003, days=3)).hint is None


def test_the_hazard_is_asked_before_the_years_and_the_years_before_the_days() -> None:
    early_fire = attrs.evolve(FLOOD, hazard="fire", period="2001")
    assert refusal(lambda: entitle(early_fire, PEDUM_2003, days=99)).code == "hazard_not_covered"
    early_flood = attrs.evolve(FLOOD, period="2001", people=None)
    error = refusal(lambda: entitle(early_flood, PEDUM_2003, days=99))
    assert (error.code, error.field, error.value) == ("not_in_force", "period", "2001")
    assert "pedum-2003 tidak berlaku pada 1 Januari 2001. Berlaku sejak 2003" in error.message("id")
    assert "pedum-2003 is not in force on 2001-01-01. In force since 2003" in error.message("en")
    unknown = attrs.evolve(FLOOD, people=None)
    assert refusal(lambda: entitle(unknown, PEDUM_2003, days=99)).code == "days_out_of_range"


def test_the_last_day_in_force_is_the_last() -> None:
    ended = standard(
        item(), validity=Validity(start=Period.of("2017-02-24"), end=Period.of("2017-02-25"), citation=SOURCE)
    )
    for day, applies in (("2017-02-23", False), ("2017-02-24", True), ("2017-02-25", True), ("2017-02-26", False)):
        event = attrs.evolve(FLOOD, period=day)
        if applies:
            assert entitle(event, ended, days=3)["thing"].amount == 860
        else:
            assert refusal(lambda event=event: entitle(event, ended, days=3)).code == "not_in_force"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("shape", "amount", "multiplier", "times"),
    [
        ({}, 860, 860, None),
        ({"every": "day"}, 860 * 7, 860, 7),
        ({"per": "family"}, 215, 215, None),
        ({"per": "family", "every": "day", "amount": 2}, 2 * 215 * 7, 215, 7),
        ({"per": "event", "amount": 5}, 5, 1, None),
        ({"per": "event", "every": "day"}, 7, 1, 7),
        ({"group": 20, "rounding": Rounding.UP, "counted": "event"}, 43, 43, None),
        ({"group": 100, "rounding": Rounding.UP, "counted": "event"}, 9, 9, None),
        ({"group": 100, "rounding": Rounding.DOWN, "counted": "event"}, 8, 8, None),
        ({"group": 100, "rounding": Rounding.HALF_UP, "counted": "event"}, 9, 9, None),
        ({"group": 100, "rounding": Rounding.UP, "counted": "place"}, 9, 9, None),
        ({"group": 100, "rounding": Rounding.DOWN, "counted": "event", "per": "family"}, 2, 2, None),
        ({"every": "month", "month_days": 30, "part": "up"}, 860, 860, 1),
        ({"every": "month", "month_days": 30, "part": "down"}, 0, 860, 0),
        ({"every": "month", "month_days": 5, "part": "up"}, 1_720, 860, 2),
        ({"every": "month", "month_days": 7, "part": "whole"}, 860, 860, 1),
        ({"every": "week", "part": "down"}, 860, 860, 1),
        ({"every": Cycle(days=2), "part": "up", "per": "event"}, 4, 1, 4),
    ],
)
def test_amount_times_multiplier_times_days(
    shape: dict[str, Any], amount: int, multiplier: int, times: int | None
) -> None:
    [line] = entitle(FLOOD, standard(item(**shape)), days=7).lines
    assert (line.quantity.amount, line.multiplier, line.times) == (amount, multiplier, times)


def test_groups_are_counted_in_each_place_where_the_standard_says_so() -> None:
    places = [Locality(place="a", people=8), Locality(place="b", people=21), Locality(place="c", people=0)]
    event = DisasterEvent(hazard="flood", place="x", period="2017", localities=places)
    toilets = {counted: item(group=20, rounding=Rounding.UP, counted=counted) for counted in ("place", "event")}
    assert entitle(event, standard(toilets["place"]), days=3)["thing"].amount == 1 + 2 + 0
    assert entitle(event, standard(toilets["event"]), days=3)["thing"].amount == 2


def test_unknown_numbers_are_named_with_the_item_that_needs_them() -> None:
    for shape, field, indonesian, english in (
        ({}, "people", "jumlah jiwa", "the number of people"),
        ({"per": "family"}, "families", "jumlah KK", "the number of families"),
    ):
        unknown = attrs.evolve(FLOOD, people=None, families=None)
        error = refusal(lambda unknown=unknown, shape=shape: entitle(unknown, standard(item(**shape)), days=3))  # type: ignore[misc]
        assert isinstance(error, errors.UnknownValueError)
        assert (error.code, error.field, error.value) == ("count_unknown", field, None)
        assert indonesian in error.message("id")
        assert english in error.message("en")
        assert "thing" in error.message("en")
        needs = f"sedangkan thing dihitung menurut {indonesian}. Mohon dilengkapi; isi 0 hanya bila memang tidak ada."
        assert error.message("id") == f"{field}: {indonesian} belum diketahui, {needs}"
        needs = "and thing is counted by it. Find the number out; give 0 only where there is nobody."
        assert error.message("en") == f"{field}: {english} is not known (None), {needs}"
    assert entitle(attrs.evolve(FLOOD, people=None), standard(item(per="family")), days=3)["thing"].amount == 215


# --- recipients ------------------------------------------------------------------------------------------------------


def test_recipients_are_at_most_the_people_or_families_that_were_struck() -> None:
    kits = standard(item(per="event"), item("kit", per="recipient"))
    for people, families, most in ((860, None, 860), (0, None, 0), (215, 215, 215), (860, 215, 860)):
        event = attrs.evolve(FLOOD, people=people, families=families)
        for number in {0, max(most - 1, 0), most}:
            assert entitle(event, kits, days=3, recipients={"kit": number})["kit"].amount == number
        error = refusal(lambda event=event, most=most: entitle(event, kits, days=3, recipients={"kit": most + 1}))  # type: ignore[misc]
        assert (error.code, error.field, error.value) == ("more_than_struck", "recipients", most + 1)
        assert f"kit: {most + 1} penerima, padahal yang terdampak hanya {most}" in error.message("id")
        assert f"kit: {most + 1} recipients, but only {most} were struck" in error.message("en")


@pytest.mark.parametrize("families", [None, 0, 215])
def test_where_the_people_are_not_known_no_number_of_recipients_is_too_many(families: int | None) -> None:
    kits = standard(item(per="event"), item("kit", per="recipient"))
    unknown = attrs.evolve(FLOOD, people=None, families=families)
    assert entitle(unknown, kits, days=3, recipients={"kit": 10**6})["kit"].amount == 10**6


def test_a_package_is_selective_where_all_of_it_is() -> None:
    mixed = standard(item("tent", per="family"), item("kit", per="recipient"))
    error = refusal(lambda: entitle(FLOOD, mixed, days=3, recipients={"own": 3}))
    assert (error.code, error.field, error.value) == ("unknown_item", "recipients", "own")
    assert "'own' bukan paket atau barang selektif dari contoh" in error.message("id")
    assert "'own' is not a selective package or item of contoh" in error.message("en")
    assert set(entitle(FLOOD, mixed, days=3, recipients={"kit": 3})) == {"tent", "kit"}
    assert refusal(lambda: entitle(FLOOD, mixed, days=3, recipients={"kti": 3})).message("en").endswith("'kit'?")


def test_an_item_is_not_named_twice() -> None:
    for chosen in ({"kitchen": 3, "wok_16": 2}, {"wok_16": 2, "kitchen": 3}):
        error = refusal(lambda chosen=chosen: entitle(FLOOD, PEDUM_2003, days=3, recipients=chosen))  # type: ignore[misc]
        assert (error.code, error.field) == ("named_twice", "recipients")
        assert "wok_16 disebut dua kali" in error.message("id")
        assert "wok_16 is named twice" in error.message("en")


def test_nobody_chosen_gets_nothing_and_is_shown() -> None:
    answer = entitle(FLOOD, PEDUM_2003, days=3, recipients={"sarong": 0})
    assert answer["sarong"] == Quantity(0, "piece")
    assert entitle(FLOOD, PEDUM_2003, days=3, recipients={}) == entitle(FLOOD, PEDUM_2003, days=3)


# --- batches and totals ----------------------------------------------------------------------------------------------


def test_a_batch_takes_any_events_once() -> None:
    batch = entitle_all(iter([FLOOD, attrs.evolve(FLOOD, hazard="fire"), FLOOD]), PEDUM_2003, days=3)
    assert [answer.event for answer in batch.answers] == [FLOOD, FLOOD]
    assert [(refused.row, refused.error.code) for refused in batch.refused] == [(1, "hazard_not_covered")]
    assert batch.total["rice"] == Quantity(2 * 1_032, "kg")
    assert len(entitle_all([], PEDUM_2003, days=3).answers) == 0


def test_a_batch_passes_on_extension_and_decision() -> None:
    assert entitle_all([FLOOD], PEDUM_2003, days=9, extended=True).answers[0].days == 9
    assert entitle_all([FLOOD], PEDUM_2003, days=9).refused[0].error.code == "days_out_of_range"
    decided = entitle_all([FLOOD], PEDUM_2003, days=20, decision=DECISION)
    assert decided.answers[0].decision == DECISION


def test_arguments_that_are_wrong_whatever_the_event_stop_a_batch() -> None:
    for given, field in (
        ({"days": "weekly"}, "days"),
        ({"days": 3_661}, "days"),
        ({"days": -1}, "days"),
        ({"extended": 1}, "extended"),
        ({"decision": "Bupati"}, "decision"),
        ({"standard": "pedum"}, "standard"),
    ):
        arguments = {"events": [], "standard": PEDUM_2003, "days": 3, **given}
        assert refusal(lambda arguments=arguments: entitle_all(**arguments)).field == field  # type: ignore[misc]


def test_a_refusal_in_a_batch_keeps_no_frame_of_the_call_alive() -> None:
    class Thing:
        pass

    batch = entitle_all([Thing()], PEDUM_2003, days=3)  # type: ignore[list-item]
    assert batch.refused[0].error.__traceback__ is None
    watched = weakref.ref(batch.refused[0].event)
    del batch
    gc.collect()
    assert watched() is None


def test_a_total_adds_answers_and_totals() -> None:
    three, seven = entitle(FLOOD, PEDUM_2003, days=3), entitle(FLOOD, PEDUM_2003, days=7)
    summed = total([three, total([seven])])
    assert summed.answers == (three, seven)
    assert summed["rice"] == Quantity(344 * 10, "kg")
    left = entitle_all([attrs.evolve(FLOOD, hazard="fire")], PEDUM_2003, days=3).total
    assert total([summed, left]).left_out == left.left_out
    assert total([left, summed, left]).left_out == left.left_out * 2
    assert dict(total([])) == {}
    for wrong in (FLOOD, entitle_all([], PEDUM_2003, days=3), None):
        error = refusal(lambda wrong=wrong: total([wrong]))  # type: ignore[misc, list-item]
        assert (error.code, error.field) == ("wrong_type", "answers")


def test_two_standards_whose_units_do_not_mix_do_not_add() -> None:
    kilos = entitle(FLOOD, standard(item("rice", unit="kg")), days=3)
    money = entitle(FLOOD, standard(item("rice", unit="IDR")), days=3)
    error = refusal(lambda: total([kilos, money]))
    assert isinstance(error, errors.UnitError)
    assert total([kilos, entitle(FLOOD, PEDUM_2003, days=3)])["rice"] == Quantity(860 + 1_032, "kg")


@pytest.mark.parametrize("unit", ["PHP", "JPY", "m2", "hour", "kcal", "head", "USD/100"])
def test_a_currency_or_a_measure_is_granted_recorded_and_read_back(unit: str) -> None:
    own = standard(item(amount=3, unit=unit))
    again = loads_standard(dumps_standard(own))
    assert again == own
    Draft202012Validator(standard_schema()).validate(tomllib.loads(dumps_standard(own)))
    answer = entitle(FLOOD, own, days=3)
    assert answer["thing"] == Quantity(3 * 860, unit)
    recorded = answer.to_json()
    Draft202012Validator(answer_schema()).validate(json.loads(recorded))
    assert read_record(recorded, own) == answer
    assert answer["thing"].say("id") in answer.explain("id")


def test_a_standard_with_a_hazard_of_its_own_serves_it() -> None:
    lahar = Hazard("lahar_flood", Text("Banjir lahar", "Lahar flood"), ("lahar",))
    window = Window(hazards=("lahar_flood",), minimum=2, maximum=4, citation=SOURCE)
    reading = HazardReading(hazard="flood", read_as="lahar_flood", reason=Text("a", "b"), citation=SOURCE)
    own = standard(
        item(every="day"),
        hazards=(lahar,),
        windows=(window,),
        readings=(reading,),
        not_covered=(NotCovered(hazards=("tsunami",), note=Text("c", "d"), citation=SOURCE),),
    )
    mud = attrs.evolve(FLOOD, hazard=own.hazard("LAHAR"))
    assert entitle(mud, own, days="minimum")["thing"].amount == 1_720
    assert entitle(FLOOD, own, days="maximum").reading == reading
    assert refusal(lambda: entitle(mud, PEDUM_2003, days=3)).value == "lahar_flood"
    assert "d (Peraturan Contoh" in refusal(
        lambda: entitle(attrs.evolve(FLOOD, hazard="tsunami"), own, days=3)
    ).message("en")
