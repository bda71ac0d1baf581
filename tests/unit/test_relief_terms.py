"""The sum over cells of count × times × rate, at every limit, worked by hand for a made-up law of every shape."""

from __future__ import annotations

import copy
import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest
from jsonschema import Draft202012Validator

from kesos import (
    DisasterEvent,
    Locality,
    Quantity,
    Rounding,
    Span,
    charts,
    entitle,
    entitle_all,
    entitle_range,
    errors,
    show,
    total,
    verify,
)
from kesos.counts import Count
from kesos.errors import InvalidValueError, UnknownValueError
from kesos.relief import Line, Term, read_record
from kesos.schemas import answer_schema, standard_schema
from kesos.standards import PEDUM_2003, AidStandard, Days, Item, Package, Row, Validity, dumps_standard, loads_standard
from kesos.values import Citation, Period, Text

PARTS = Citation(regulation="x", locator="1", known="hypothetical")

TEXT = (Path(__file__).parent / "every_shape.toml").read_text("utf-8")
LAW = loads_standard(TEXT)
INDICES = {"local": Quantity(300, "IDR")}
DAYS: Any = {"water": 7, "pack": 7, "rent": 60, "wage": 2}
COUNTS: dict[str, Any] = {
    "dead": 3,
    "injured": {"serious": 2, "minor": 9},
    "hurt": [({"percent": 40}, 1), ({"percent": 60}, 2), ({"percent": 61}, 1), ({"percent": 80}, 2)],
    "crop": Quantity("1.5", "ha"),
    "house": {"heavy": 4},
}
GIVEN: dict[str, Any] = {
    "hazard": "flood", "place": "x", "period": "2021-12-31", "people": 41, "families": 10,
    "traits": {"terrain": "hill"},
}  # fmt: skip


def event(counts: dict[str, Any] | None = None, **changed: Any) -> DisasterEvent:
    return DisasterEvent(**{**GIVEN, "counts": {**COUNTS, **(counts or {})}, **changed})


def owed(code: str, counts: dict[str, Any] | None = None, days: Any = DAYS, **changed: Any) -> Any:
    return entitle(event(counts, **changed), LAW, days=days, extended=True, indices=INDICES)[code]


def refusal(call: Callable[[], object]) -> errors.KesosError:
    with pytest.raises(errors.KesosError) as caught:
        call()
    for language in ("id", "en"):
        assert caught.value.message(language)
    return caught.value


ANSWER = entitle(event(), LAW, days=DAYS, extended=True, indices=INDICES)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({**INDICES, "locl": Quantity(300, "IDR")}, "indices"),
        ({"mean": Quantity(300, "IDR")}, "indices"),
        ({**INDICES, 3: Quantity(300, "IDR")}, "indices"),
        ({"local": 300}, "indices.local"),
        ({"local": Quantity(300, "kg")}, "indices.local"),
        ([("local", Quantity(300, "IDR"))], "indices"),
    ],
)
def test_only_what_the_standard_leaves_to_the_caller_can_be_brought_by_one(given: Any, field: str) -> None:
    for ask in (
        lambda: entitle(event(), LAW, days=DAYS, indices=given),
        lambda: entitle(event(), PEDUM_2003, days=7, indices=given),
        lambda: entitle_all([event()], LAW, days=DAYS, indices=given),
        lambda: entitle_range(event(), LAW, indices=given),
    ):
        refused = refusal(ask)
        assert refused.field in {field, "indices"}, refused  # a standard without indices has none to look into
        assert isinstance(refused, InvalidValueError)


def test_every_shape_gives_what_is_worked_by_hand() -> None:
    assert dict(ANSWER) == {
        "death": Quantity(15, "IDR"),
        "injury": Quantity(2 * 5 + 9 * 2, "IDR"),
        "limb": Quantity(3 * 74 + 250 + 2 * (250 + 19 * 2), "IDR"),
        "crop": Quantity(12_750, "IDR"),
        "water": Quantity(41 * (3 * 7 + 4 * 15), "l"),
        "pack": Span(Quantity(30, "package"), Quantity(40, "package")),
        "rent": Quantity(100, "IDR"),
        "area": Span(Quantity("184.5", "m2"), Quantity("225.5", "m2")),
        "toilet": Quantity(3, "unit"),
        "wage": Quantity(70 + 150, "IDR"),  # the index rises on the second day; each day's rate is rounded down to tens
        "blanket": Quantity(82, "unit"),
        "house": Quantity(200, "IDR"),
    }
    assert ANSWER.unknown == ()
    assert [blank.multiplier for blank in ANSWER.unspecified] == [10]


@pytest.mark.parametrize(
    ("percent", "rate"),
    [(39, None), (40, 74), (41, 74), (60, 74), (61, 250), (62, 252), (63, 254)],
)  # fmt: skip
def test_a_whole_number_finds_its_row_at_each_limit(percent: int, rate: Any) -> None:
    counts = {"hurt": [({"percent": percent}, 1)]}
    if rate is None:
        assert refusal(lambda: owed("limb", counts)).code == "no_rate"
    else:
        assert owed("limb", counts) == (Quantity(rate, "IDR") if isinstance(rate, int) else rate)


@pytest.mark.parametrize(("days", "litres"), [(1, 7), (2, 14), (3, 21), (4, 36), (5, 51)])
def test_days_add_up_each_under_its_row(days: int, litres: int) -> None:
    assert owed("water", days={**DAYS, "water": days}) == Quantity(41 * litres, "l")


@pytest.mark.parametrize(("days", "least", "most"), [(1, 1, 1), (2, 1, 1), (3, 1, 2), (4, 2, 2), (6, 2, 3), (7, 3, 4)])
def test_a_pack_of_two_to_three_days_is_a_range_where_it_may_be(days: int, least: int, most: int) -> None:
    ends = Quantity(10 * least, "package"), Quantity(10 * most, "package")
    assert owed("pack", days={**DAYS, "pack": days}) == (ends[0] if least == most else Span(*ends))


@pytest.mark.parametrize(("days", "months"), [(30, 1), (60, 2), (90, 3)])
def test_whole_months_are_counted(days: int, months: int) -> None:
    assert owed("rent", days={**DAYS, "rent": days}) == Quantity(50 * months, "IDR")


@pytest.mark.parametrize(
    ("days", "code"),
    [(29, "days_out_of_range"), (31, "part_of_a_period"), (59, "part_of_a_period"), (91, "days_out_of_range")],
)
def test_a_part_of_a_month_is_refused_where_the_law_counts_whole_ones(days: int, code: str) -> None:
    error = refusal(lambda: owed("rent", days={**DAYS, "rent": days}))
    assert (error.code, error.field, error.value) == (code, "days", days)


@pytest.mark.parametrize(
    ("period", "rate"), [("2022-09-29", 50), ("2022-09-30", 50), ("2022-10-01", 60), ("2022-10-02", 60)]
)
def test_the_rate_of_the_day_holds(period: str, rate: int) -> None:
    assert owed("house", period=period) == Quantity(4 * rate, "IDR")


@pytest.mark.parametrize(
    ("period", "each"), [("2022-03-31", 2), ("2022-04-01", 1), ("2022-08-31", 1), ("2022-10-01", 2)]
)
def test_the_season_of_the_day_decides(period: str, each: int) -> None:
    assert owed("blanket", period=period) == Quantity(41 * each, "unit")


def test_a_day_without_a_season_has_no_rate() -> None:
    assert refusal(lambda: owed("blanket", period="2022-09-01")).code == "no_rate"


@pytest.mark.parametrize(
    ("code", "counts", "changed", "field"),
    [
        ("death", {"dead": None}, {}, "dead"),
        ("injury", {"injured": 11}, {}, "injured"),
        ("injury", {"injured": {"serious": 2}}, {}, "injured.minor"),
        ("injury", {"injured": {"serious": 2, "minor": None}}, {}, "injured.minor"),
        ("area", {}, {"traits": {}}, "terrain"),
        ("water", {}, {"people": None}, "people"),
        ("toilet", {}, {"people": None}, "people"),
        ("pack", {}, {"families": None}, "families"),
    ],
)
def test_what_is_not_given_is_not_known_and_is_not_none(code: str, counts: Any, changed: Any, field: str) -> None:
    answer = entitle(event(counts, **changed), LAW, days=DAYS, indices=INDICES)
    error = refusal(lambda: answer[code])
    assert isinstance(error, errors.UnknownValueError)
    assert error.field == field
    assert code not in answer
    assert (answer.get(code), answer.get(code, "?")) == (None, "?")
    assert code in [unknown.code for unknown in answer.unknown]
    match answer:
        case {"death": Quantity()}:
            assert code != "death"
        case _:
            assert code == "death"


def test_a_class_without_a_row_has_no_rate() -> None:
    assert refusal(lambda: owed("house", {"house": {"light": 3, "heavy": 0}})).code == "no_rate"


def test_counts_that_are_known_as_ranges_give_ranges() -> None:
    assert owed("death", {"dead": Span(1, 3)}) == Span(Quantity(5, "IDR"), Quantity(15, "IDR"))
    assert owed("injury", {"injured": {"serious": Span(1, 2), "minor": 0}}) == Span(
        Quantity(5, "IDR"), Quantity(10, "IDR")
    )
    grouped = loads_standard(TEXT.replace('per = "person", amount = 1, group', 'per = "displaced", amount = 1, group'))
    answer = entitle(event({"displaced": Span(20, 41)}), grouped, days=DAYS, indices=INDICES)
    assert answer["toilet"] == Span(Quantity(1, "unit"), Quantity(3, "unit"))
    assert "1 – 3" in answer.explain("en")


@pytest.mark.parametrize("changed", ['each_further = "0.5"', "each_further = 2, group = 2"])
def test_a_step_is_a_whole_number_of_the_unit_and_groups_need_their_rounding(changed: str) -> None:
    with pytest.raises(errors.StandardFileError) as caught:
        loads_standard(TEXT.replace("each_further = 2", changed))
    assert caught.value.faults[0].field in (f"packages[aid].items[limb].{name}" for name in ("amount", "rounding"))


def test_groups_are_rounded_in_each_place() -> None:
    places = [
        Locality(place=str(people), people=people, counts={"injured": {"serious": 1, "minor": 0}})
        for people in (19, 20, 21)
    ]
    camps = DisasterEvent(hazard="flood", place="x", period="2022", localities=places)
    answer = entitle(camps, LAW, days=DAYS, indices=INDICES)
    assert (answer["toilet"], answer["injury"]) == (Quantity(1 + 1 + 2, "unit"), Quantity(15, "IDR"))


def test_an_index_that_nobody_brings_costs_its_own_line_only() -> None:
    answer = entitle(event(), LAW, days=DAYS)
    assert [unknown.code for unknown in answer.unknown] == ["wage"]
    assert refusal(lambda: answer["wage"]).field == "indices.local"
    assert "wage" in repr(answer)


def test_where_nothing_is_known_the_whole_is_refused() -> None:
    nothing = loads_standard(TEXT.replace("unspecified = true", "amount = 1"))
    bare = DisasterEvent(hazard="flood", place="x", period="2022")
    assert refusal(lambda: entitle(bare, nothing, days=DAYS)).field == "dead"


# --- days ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "code"),
    [
        (None, "days_needed"),
        ({"water": 7}, "days_needed"),
        ({**DAYS, "death": 3}, "unknown_item"),
        ({**DAYS, "water": "minimum"}, "open_window"),
        ({**DAYS, "water": 0}, "days_out_of_range"),
        ({**DAYS, "water": 3_661}, "days_out_of_range"),
        ({**DAYS, "water": "least"}, "not_a_choice"),
        ("maximum", "open_window"),
    ],
)
def test_days_that_cannot_be_are_refused(days: Any, code: str) -> None:
    error = refusal(lambda: entitle(event(), LAW, days=days, indices=INDICES))
    assert (error.code, error.field) == (code, "days")


def test_one_number_for_all_is_the_answers_number_and_others_are_each_items() -> None:
    same = entitle(event(), LAW, days=60, indices=INDICES)
    assert (same.days, same.item_days, same.window) == (60, (), None)
    assert (ANSWER.days, ANSWER.item_days) == (None, tuple(DAYS.items()))
    named = entitle(event(), LAW, days={**DAYS, "rent": "extended"}, indices=INDICES)
    assert dict(named.item_days)["rent"] == 90
    assert entitle(event(), LAW, days={**DAYS, "water": 3_660}, indices=INDICES)["water"].amount
    assert refusal(lambda: entitle_range(event(), LAW, indices=INDICES)).code == "open_window"


# --- sums ------------------------------------------------------------------------------------------------------------


def test_a_sum_of_which_a_part_is_not_known_is_not_known() -> None:
    partly = entitle(event({"dead": None}), LAW, days=DAYS, indices=INDICES)
    both = total([ANSWER, partly])
    assert refusal(lambda: both["death"]).field == "dead"
    assert ("death" in both, both.get("death"), [each.code for each in both.unknown]) == (False, None, ["death"])
    assert both["pack"] == Span(Quantity(60, "package"), Quantity(80, "package"))
    assert total([ANSWER, entitle(event(), LAW, days={**DAYS, "pack": 2}, indices=INDICES)])["pack"] == Span(
        Quantity(40, "package"), Quantity(50, "package")
    )
    assert "diketahui" in both.explain("id")
    said = dict(both.table("en").rows)["a"]
    assert said.startswith(("unknown; what is known comes to ", "not known; what is known comes to "))
    batch = entitle_all([event(), event({"dead": None})], LAW, days=DAYS, indices=INDICES)
    assert batch.refused == ()
    assert batch.total["crop"] == Quantity(25_500, "IDR")


@pytest.mark.parametrize("other", [{"heavy": 2}, None])
def test_only_what_is_not_counted_is_passed_over_and_never_what_has_no_rate(other: Any) -> None:
    def places(second: Any) -> DisasterEvent:
        counted = ({"house": {"heavy": 4}}, {"house": second}, {})
        localities = tuple(Locality(place=f"Desa {at}", people=1, counts=each) for at, each in enumerate(counted))
        return DisasterEvent(**{**GIVEN, "people": None, "families": None, "localities": localities})

    def least(second: Any) -> Any:
        return entitle(places(second), LAW, days=DAYS, extended=True, indices=INDICES, counted_only=True)

    answer = least(other)
    assert answer["house"] == Quantity(200 if other is None else 300, "IDR")
    left = [str(place) for place in dict(answer.not_counted_by_item)["house"]]
    assert left == (["Desa 1", "Desa 2"] if other is None else ["Desa 2"])
    unrated = least({"light": 1})
    assert "house" in [each.code for each in unrated.unknown]
    assert "house" not in dict(unrated.not_counted_by_item)


# --- words -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    ["IDR5 × 2 injured (seriously injured)", "IDR2 × 9 injured (slightly injured)", "(percent 80)", "1.5 ha", "days"],
)
def test_an_explanation_shows_its_factors(words: str) -> None:
    said = ANSWER.explain("en")
    assert words in said
    for language in ("id", "en"):
        assert ANSWER.explain(language)
        assert ANSWER.table(language).plain()
        for item in LAW.items:
            assert item.say(language)


# --- files and records -----------------------------------------------------------------------------------------------


def test_a_standard_of_every_shape_fits_its_schema_as_written_and_as_dumped() -> None:
    validator = Draft202012Validator(standard_schema())
    for text in (TEXT, dumps_standard(LAW)):
        validator.validate(tomllib.loads(text))
    assert loads_standard(dumps_standard(LAW)) == LAW


@pytest.mark.parametrize(
    "answer",
    [
        ANSWER,
        entitle(event({"dead": None}), LAW, days=60),
        entitle(event({"dead": Span(1, 3), "household": {3: 5}}), LAW, days=60),
    ],
)
def test_an_answer_of_every_shape_fits_its_schema_verifies_and_reads_back(answer: Any) -> None:
    record = json.loads(answer.to_json())
    Draft202012Validator(answer_schema()).validate(record)
    verify(record, LAW)
    assert read_record(record, LAW) == answer


@pytest.mark.parametrize(
    "change",
    [
        lambda r: r["inputs"]["event"]["counts"].update(dead=4),
        lambda r: r["inputs"]["event"]["counts"]["injured"].update(minor=8),
        lambda r: r["inputs"]["event"]["traits"].update(terrain="plain"),
        lambda r: r["inputs"]["event"]["traits"].pop("terrain"),
        lambda r: r["inputs"]["indices"]["local"].update(amount=10),
        lambda r: r["inputs"].pop("indices"),
        lambda r: r["inputs"]["item_days"].update(water=6),
        lambda r: r["inputs"].pop("item_days"),
        lambda r: r["lines"][1]["terms"][0].update(count=3),
        lambda r: r["lines"][1]["terms"].pop(),
        lambda r: r["lines"][3].update(bound="exact"),
        lambda r: r["lines"][5]["quantity"]["minimum"].update(amount=1),
    ],
)
def test_a_record_that_was_changed_is_found_out(change: Callable[[dict[str, Any]], object]) -> None:
    record = copy.deepcopy(json.loads(ANSWER.to_json()))
    change(record)
    with pytest.raises(errors.VerificationError):
        verify(record, LAW)


def test_what_the_law_asks_for_is_one_list() -> None:
    assert LAW.needs() == (
        "dead", "injured", "hurt", "crop", "person", "family", "terrain", "local", "house",
    )  # fmt: skip
    assert LAW.subjects == ("grants",)
    assert attrs.evolve(LAW.packages[0], subject=None).subject is None


def test_a_word_for_a_whole_number_has_no_rate_and_is_no_fault_of_kesos() -> None:
    assert refusal(lambda: owed("limb", {"hurt": {"most": 1}})).code == "no_rate"


def test_the_range_of_a_law_with_windows_of_its_own_keeps_the_most_days_where_nothing_is_extended() -> None:
    text = TEXT.replace('window = "open"', "window = { minimum = 2, maximum = 4 }").replace('"whole"', '"up"')
    window = entitle_range(event(), loads_standard(text), indices=INDICES)
    assert window.extended is not None
    assert dict(window.minimum.item_days) == {"water": 2, "pack": 2, "rent": 30, "wage": 2}
    assert dict(window.maximum.item_days) == {"water": 4, "pack": 4, "rent": 60, "wage": 4}
    assert dict(window.extended.item_days) == {"water": 4, "pack": 4, "rent": 90, "wage": 4}
    assert read_record(window.to_json(), loads_standard(text)) == window
    Draft202012Validator(answer_schema()).validate(json.loads(window.to_json()))


def test_cells_of_two_axes_each_find_their_row() -> None:
    text = TEXT.replace(
        'axis = { percent = "whole number" }', 'axis = { percent = "whole number", side = ["left", "right"] }'
    )
    law = loads_standard(text)
    cells = [({"percent": 45, "side": "left"}, 2), ({"percent": 61, "side": "right"}, Span(1, 2))]
    answer = entitle(event({"hurt": cells}), law, days=DAYS, indices=INDICES)
    assert answer["limb"] == Span(Quantity(2 * 74 + 250, "IDR"), Quantity(2 * 74 + 2 * 250, "IDR"))
    assert read_record(answer.to_json(), law) == answer


def test_a_part_that_a_standard_brings_is_not_above_its_whole() -> None:
    rehoused = Count(code="rehoused", name=Text("penghuni huntara", "rehoused"), of="person", citation=PARTS)
    item = Item(code="grant", name=rehoused.name, unit="IDR", per="rehoused", amount=1, citation=PARTS)
    standard = AidStandard(
        code="made-up",
        title=rehoused.name,
        source=PARTS,
        validity=Validity(start=Period.of("2000"), end="unknown", citation=PARTS),
        covers="any",
        counts=(rehoused,),
        packages=(Package(code="all", name=rehoused.name, items=(item,)),),
    )

    def struck(people: int | None, number: int | None) -> DisasterEvent:
        return DisasterEvent(hazard="flood", place="x", period="2020-01-01", people=people, counts={"rehoused": number})

    assert entitle(struck(30, 30), standard)["grant"] == Quantity(30, "IDR")
    assert entitle(struck(None, 31), standard)["grant"] == Quantity(31, "IDR")
    with pytest.raises(InvalidValueError) as caught:
        entitle(struck(30, 31), standard)
    assert (caught.value.code, caught.value.field, caught.value.value) == ("part_above_whole", "counts.rehoused", 31)
    with pytest.raises(UnknownValueError):
        entitle(struck(30, None), standard)


def made_up(**item: Any) -> AidStandard:
    name = Text("bantuan", "aid")
    granted = {"name": name, "unit": "IDR", "citation": PARTS}
    items = (
        Item(**granted, code="grant", per="dead", amount=5),
        Item(**{**granted, "code": "aid", "per": "person", "every": "day", **item}),
    )
    return AidStandard(
        code="made-up",
        title=name,
        source=PARTS,
        validity=Validity(start=Period.of("2000"), end="unknown", citation=PARTS),
        covers="any",
        packages=(Package(code="all", name=name, items=items),),
    )


def test_an_end_of_a_window_whose_rate_is_not_known_costs_the_range_no_other_item() -> None:
    gap = made_up(window=Days(minimum=2, maximum=4), rates=(Row(tests={"date": {"to": "2020-01-03"}}, amount=3),))
    struck = DisasterEvent(hazard="flood", place="x", period="2020-01-01", people=2, counts={"dead": 1})
    window = entitle_range(struck, gap)
    assert dict(window) == {"grant": Span(Quantity(5, "IDR"), Quantity(5, "IDR"))}
    assert [(each.code, each.error.code) for each in window.unknown] == [("aid", "no_rate")]
    with pytest.raises(errors.NoRateError):
        window["aid"]
    assert [row[1:] for row in window.table("id").rows] == [("Rp5", "Rp5"), ("Rp12", "tidak diketahui")]


def test_a_listed_class_that_a_place_leaves_out_is_not_known_where_groups_are_counted_in_each_place() -> None:
    rates = [Row(tests={"damage": name}, amount=at) for at, name in enumerate(("light", "moderate", "heavy"))]
    law = made_up(every="once", per="house", rates=rates, group=4, rounding=Rounding.UP, counted="place")

    def tents(*houses: dict[str, int]) -> object:
        places = [Locality(place=f"{at}", counts={"house": each, "dead": 0}) for at, each in enumerate(houses)]
        struck = DisasterEvent(hazard="flood", place="x", period="2020-01-01", localities=places)
        return entitle(struck, law).get("aid", "not known")

    heavy = {"heavy": 5, "moderate": 0, "light": 0}
    assert tents(heavy, {"light": 2}) == "not known"
    assert tents(heavy, heavy) == Quantity(2 * 2 * 2, "IDR")


def by_days(*rows: tuple[int, int | None, int], **more: Any) -> AidStandard:
    """A standard whose rate is that of the last day: from a day to a day so much."""
    rates = tuple(
        Row(tests={"day": {"from": first} if last is None else {"from": first, "to": last}}, amount=amount)
        for first, last, amount in rows
    )
    return made_up(window=Days(minimum=2, maximum=6, extended=9), every="once", rates=rates, **more)


BY_DAYS = {
    "rising": (by_days((1, 3, 5), (4, None, 9)), (5, 9), ""),
    "falling": (by_days((1, 3, 9), (4, None, 5)), (5, 9), ""),
    "higher in between": (by_days((1, 3, 5), (4, 4, 30), (5, None, 7)), (5, 30), "IDR10 – IDR60"),
    "lower in between": (by_days((1, 3, 5), (4, 4, 0), (5, None, 7)), (0, 7), "IDR0 – IDR14"),
    "lower with the extension": (by_days((1, 6, 5), (7, None, 1)), (5, 5), ""),
    "a ceiling": (by_days((1, 3, 5), (4, 4, 30), (5, None, 7), bound="ceiling"), (5, 30), "at most IDR10 – IDR60"),
}


@pytest.mark.parametrize("name", BY_DAYS)
def test_a_range_holds_what_any_days_of_the_window_give(name: str) -> None:
    standard, (least, most), told = BY_DAYS[name]
    struck = DisasterEvent(hazard="flood", place="x", period="2020-01-01", people=2, counts={"dead": 1})
    window = entitle_range(struck, standard)
    assert window["aid"] == Span(Quantity(2 * least, "IDR"), Quantity(2 * most, "IDR"))
    assert f"aid={2 * least}–{2 * most} IDR" in repr(window)
    sentence = "aid, by the number of days, without an extension: "
    for said in (window.explain("en"), window.table("en").plain()):
        assert (sentence in said) is bool(told)
        assert told in said
    [row] = charts.relief_range(window, "en").to_dict()["vconcat"][1]["data"]["values"]
    assert (row["minimum"], row["maximum"]) == (2 * least, 2 * most)
    assert (row["least"], row["most"]) == tuple(answer["aid"].say("en") for answer in (window.minimum, window.maximum))


def test_what_some_days_within_the_window_have_no_rate_for_is_not_known() -> None:
    struck = DisasterEvent(hazard="flood", place="x", period="2020-01-01", people=2, counts={"dead": 1})
    window = entitle_range(struck, by_days((1, 3, 5), (5, None, 7)))
    assert list(window) == ["grant"]
    assert [(each.code, each.error.code) for each in window.unknown] == [("aid", "no_rate")]
    assert "aid, by the number of days, without an extension: not known." in window.table("en").notes
    assert [row[1:] for row in window.table("en").rows][1] == ("IDR10", "IDR14", "IDR14")


def test_the_days_within_a_window_count_the_counted_alone_where_those_were_asked_for() -> None:
    places = [Locality(place="a", people=2, counts={"dead": 1}), Locality(place="b")]
    struck = DisasterEvent(hazard="flood", place="x", period="2020-01-01", localities=places)
    window = entitle_range(struck, BY_DAYS["higher in between"][0], counted_only=True)
    assert window["aid"] == Span(Quantity(10, "IDR"), Quantity(60, "IDR"))


def test_a_ceiling_is_printed_as_one_wherever_its_amount_is_printed() -> None:
    most = made_up(window=Days(minimum=2, maximum=4), amount=3, bound="ceiling")
    struck = DisasterEvent(hazard="flood", place="x", period="2020-01-01", people=2, counts={"dead": 1})
    window = entitle_range(struck, most)
    assert [line.bound for line in window.minimum.lines] == ["exact", "ceiling"]
    assert [row[1:] for row in window.table("en").rows] == [("IDR5", "IDR5"), ("at most IDR12", "at most IDR24")]
    added = total([window.minimum, window.maximum])
    assert [row[1] for row in added.table("id").rows] == ["Rp10", "paling banyak Rp36"]
    assert "Rp12 + Rp24 = paling banyak Rp36" in added.explain("id")
    assert show([window.minimum]).header[-1].endswith(", paling banyak (Rp)")
    for chart in (charts.relief_range(window, "en"), charts.needs(added, "en"), charts.needs(total([window]), "en")):
        assert '"at most IDR' in chart.to_json()


RATE = Quantity(400, "g")
PEOPLE = Text("jiwa", "people")


def test_a_product_of_nothing_is_one_and_one_of_less_is_none() -> None:
    made: Any = Term(rate=RATE, of=PEOPLE, count=0, times=0, days=(0, 0))
    assert (made.count, made.times, made.days) == (0, 0, (0, 0))
    for field, value in (("count", -1), ("times", -1)):
        with pytest.raises(InvalidValueError) as caught:
            Term(**{"rate": RATE, "of": PEOPLE, "count": 1} | {field: value})
        assert (caught.value.code, caught.value.field, caught.value.value) == ("count_negative", field, value)


@pytest.mark.parametrize("days", [(1,), (1, 2, 3)])
def test_a_product_is_for_a_first_and_a_last_day(days: Any) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Term(rate=RATE, of=PEOPLE, count=1, days=days)
    assert (caught.value.code, caught.value.field, caught.value.value) == ("wrong_length", "days", days)
    assert caught.value.parameters == {"length": 2}
    assert Term(rate=RATE, of=PEOPLE, count=1, days=[1, 2]).days == (1, 2)  # type: ignore[arg-type]


@pytest.mark.parametrize("days", [("a", 2), (1, "x"), (-1, 2), (1, -2), (True, 2), (1, False), (1.0, 2)])
def test_the_days_of_a_product_are_whole_numbers_from_nought(days: Any) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Term(rate=RATE, of=PEOPLE, count=1, days=days)
    assert (caught.value.field or "").startswith("days")


def test_a_number_of_a_class_of_its_own_is_that_number() -> None:
    own: Any = type("Own", (int,), {})
    made = Term(rate=RATE, of=PEOPLE, count=own(0), times=own(0), days=(own(0), own(0)))
    kept = (made.count, made.times, *(made.days or ()))
    assert kept == (0, 0, 0, 0)
    assert {type(each) for each in kept} == {int}


def test_an_amount_of_a_product_is_a_quantity_or_a_range_of_them() -> None:
    for rate in (400, Span(1, 2), "400 g"):
        with pytest.raises(InvalidValueError) as caught:
            Term(rate=rate, of=PEOPLE, count=1)  # type: ignore[arg-type]
        assert (caught.value.code, caught.value.field, caught.value.value) == ("wrong_type", "rate", rate)
        assert caught.value.parameters == {"kind": "Quantity"}
    assert Term(rate=Span(RATE, RATE * 2), of=PEOPLE, count=Quantity(3, "ha")).count == Quantity(3, "ha")


def test_the_classes_of_a_product_are_pairs_of_words_and_numbers() -> None:
    for classes in ((("sex", "female"),), (("percent", 40),), [["sex", "female"]], (["sex", "female"],)):
        made: Any = Term(rate=RATE, of=PEOPLE, count=1, classes=classes)
        assert made.classes == tuple(map(tuple, classes))
    one = ("sex", "female")
    for wrong in (
        "sex",
        (("sex",),),
        ((*one, "x"),),
        ((1, "female"),),
        (("sex", None),),
        (one, ("age", None)),
        (one, 3),
    ):
        with pytest.raises(InvalidValueError) as caught:
            Term(rate=RATE, of=PEOPLE, count=1, classes=wrong)  # type: ignore[arg-type]
        assert (caught.value.field or "").startswith("classes")


def test_a_line_of_nobody_is_one_and_holds_products_and_rows_of_its_kinds() -> None:
    item = PEDUM_2003.items[0]
    made = Line(item=item, quantity=RATE, multiplier=0, times=0)
    assert (made.multiplier, made.times, made.terms, made.rows) == (0, 0, (), ())
    term = Term(rate=RATE, of=PEOPLE, count=1)
    assert Line(item=item, quantity=RATE, multiplier=None, terms=[term], rows=list(item.table)).terms == (term,)  # type: ignore[arg-type]
    for field, value in (("terms", (RATE,)), ("rows", (term,)), ("rows", (item.table[0], term)), ("terms", term)):
        with pytest.raises(InvalidValueError) as caught:
            Line(**{"item": item, "quantity": RATE, "multiplier": 1} | {field: value})
        assert (caught.value.field or "").startswith(field)
