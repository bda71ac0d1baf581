"""Counts: what is given is held exactly, what is not given is not known, and what cannot be is refused by name."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import Any

import attrs
import pytest

from kesos import Quantity, Span, Text
from kesos.counts import COUNTS, Axes, ByClass, Count, Counts, Most
from kesos.counts._agreement import check_parts, check_together
from kesos.counts._by_class import add_counts, class_of, not_given
from kesos.counts._count import slip
from kesos.counts._numbers import add_numbers
from kesos.errors import InvalidValueError
from kesos.values import Citation, Unit

NAME = Text("barang", "thing")


def refusal(call: Callable[[], object]) -> InvalidValueError:
    with pytest.raises(InvalidValueError) as caught:
        call()
    assert caught.value.message("id")
    assert caught.value.message("en")
    return caught.value


def test_every_well_known_count_is_found_by_its_code_its_names_and_its_words() -> None:
    for count in COUNTS:
        assert getattr(Count, count.code.upper()) is count
        for word in (count.code, count.name.id, count.name.en, *count.words):
            assert Count.of(f" {word.upper()} ") is Count.of(word) is count
        assert (count.say("id"), count.label("en")) == (count.name.id, count.name.en)
    assert Count.of(Count.DEAD) is Count.DEAD


@pytest.mark.parametrize(("value", "near"), [("deads", "'dead'"), ("zzz", ""), (3, ""), (None, "")])
def test_what_nobody_counts_is_refused_with_the_nearest_code(value: Any, near: str) -> None:
    error = refusal(lambda: Count.of(value, "per"))
    assert (error.code, error.field, error.value) == ("count_not_known", "per", value)
    assert near in str(error)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"code": "No slug"}, "code"),
        ({"name": "thing"}, "name"),
        ({"words": ("",)}, "words[0]"),
        ({"words": "thing"}, "words"),
        ({"unit": "m2"}, "unit"),
        ({"most": 3}, "most"),
        ({"citation": "x"}, "citation"),
        ({"axis": {"No slug": ["a"]}}, "axis"),
        ({"axis": {"size": "numbers"}}, "axis.size"),
        ({"axis": {"size": [3]}}, "axis.size"),
        ({"axis": 3}, "axis"),
    ],
)
def test_a_count_that_is_none_is_refused_by_name(given: dict[str, Any], field: str) -> None:
    assert refusal(lambda: Count(**{"code": "thing", "name": NAME, **given})).field == field


def test_a_count_of_ones_own_holds_what_it_is_made_of() -> None:
    cited = Citation(regulation="x")
    own = Count(code="crop", name=NAME, of="house", axis={"kind": ["rice"], "size": "whole number"},  # type: ignore[arg-type]
                unit=Unit.of("m2"), most=Most(amount="2 ha", each="farmer"), citation=cited)  # fmt: skip
    assert (own.part_of, own.unit, own.citation) == ("house", Unit.of("m2"), cited)
    assert own.axis == Axes((("kind", ("rice",)), ("size", None)))
    assert (len(own.axis), own.axis_of("rice"), own.axis_of("5")) == (2, "kind", None)
    assert Axes.of(own.axis) is own.axis
    assert Axes.__read__(own.axis.__plain__()) == own.axis


@pytest.mark.parametrize(
    ("amount", "held"), [(0, 0), (2, 2), ("2 ha", Quantity(2, "ha")), ("0.5 ha", Quantity("0.5", "ha"))]
)
def test_the_most_of_a_count_is_a_number_or_a_measure_and_reads_back(amount: Any, held: object) -> None:
    most = Most(amount=amount, each="farmer")
    assert most.amount == held
    assert Most.__read__(most.__plain__()) == most
    assert Most(amount=most.amount, each="farmer") == most


@pytest.mark.parametrize(
    ("raw", "code", "field"),
    [
        ({"each": "farmer"}, "missing", "amount"),
        ({"amount": 3}, "missing", "each"),
        ({"amount": 3, "each": "farmer", "colour": 1}, "not_a_choice", "colour"),
        ({"amount": -1, "each": "farmer"}, "count_negative", "amount"),
        ({"amount": "2 acre", "each": "farmer"}, "unknown_unit", "unit"),
        ({"amount": "ha", "each": "farmer"}, "not_whole", "amount"),
        ({"amount": 3, "each": "No slug"}, "not_a_slug", "each"),
        (3, "wrong_type", ""),
    ],
)
def test_a_most_that_is_none_is_refused_by_name(raw: Any, code: str, field: str) -> None:
    error = refusal(lambda: Most.__read__(raw))
    assert (error.code, error.field) == (code, field)


def test_a_slip_is_not_a_longer_name_that_holds_the_word() -> None:
    assert slip("deads", ["dead"]) == "dead"
    assert slip("dead", ["dead"]) is slip("rehoused", ["house"]) is None


# --- what was counted ------------------------------------------------------------------------------------------------

SOUND: tuple[dict[Any, Any], ...] = (
    {},
    {"dead": 0},
    {"dead": None},
    {"dead": Span(2, 4)},
    {"crop": Quantity(2, "ha")},
    {"house": {"heavy": 4, "light": None}},
    {"house": {}},
    {"household": {3: 5, 4: 1}},
    {"household": [({"size": 3}, 5), ({"size": 4}, None)]},
    {"crop": [({"kind": "rice", "size": 2}, Quantity(1, "ha")), ({"kind": "rice", "size": 3}, Span(1, 2))]},
    {"wage": {"minimum": 3, "maximum": 5}},
    {"wage": {"amount": 3, "unit": None}},
)


@pytest.mark.parametrize("given", SOUND)
def test_counts_of_every_shape_are_written_and_read_back(given: dict[Any, Any]) -> None:
    counts = Counts(given)
    assert Counts.__read__(counts.__plain__()) == counts == Counts(dict(counts))
    assert pickle.loads(pickle.dumps(counts)) == counts
    assert hash(counts) == hash(Counts(given))
    assert list(counts) == list(given)
    assert len(counts) == len(given)


def test_counts_are_held_by_the_code_of_the_count() -> None:
    counts = Counts({"Meninggal": 1, Count.MISSING: None, "of_ones_own": 3, "rehoused": 4})
    assert repr(counts) == "{'dead': 1, 'missing': None, 'of_ones_own': 3, 'rehoused': 4}"
    assert "pregnant" not in counts
    assert counts != 3
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        counts.dead = 3


@pytest.mark.parametrize("unknown", [{"dead": None}, {"house": {"heavy": None}}, {"household": [({"size": 4}, None)]}])
def test_a_count_that_is_not_known_is_no_other_than_one_that_is_not_given(unknown: dict[str, Any]) -> None:
    assert Counts(unknown) == Counts() == {} == Counts(unknown)
    assert hash(Counts(unknown)) == hash(Counts())
    assert Counts({"missing": 0, **unknown}) == Counts({"missing": 0}) != Counts({"missing": 0, "dead": 0})
    assert Counts({"house": {"heavy": 1, "light": None}}) != Counts({"house": {"heavy": 1}})


def test_a_count_by_class_is_a_mapping_where_there_is_one_axis() -> None:
    counts = Counts({"house": {"heavy": 4, "light": 7}, "other": [({"size": 5, "damage": "half"}, 12)]})
    house, other = counts["house"], counts["other"]
    assert isinstance(house, ByClass)
    assert isinstance(other, ByClass)
    assert (dict(house), house["light"], len(house), repr(house)) == (
        {"heavy": 4, "light": 7},
        7,
        2,
        "{'heavy': 4, 'light': 7}",
    )
    assert house == {"light": 7, "heavy": 4} == Counts({"house": {"light": 7, "heavy": 4}})["house"]
    assert hash(house) == hash(Counts({"house": {"light": 7, "heavy": 4}})["house"])
    assert house != {"heavy": 4}
    assert house != 11
    assert other != {}
    assert (dict(other), repr(other)) == ({}, "[({'damage': 'half', 'size': 5}, 12)]")
    for each, key in ((house, "moderate"), (other, "half")):
        with pytest.raises(KeyError):
            each[key]
    assert (counts.total("house"), counts.total("other"), counts.total("dead")) == (11, 12, None)
    assert Counts({"dead": 3}).total("dead") == 3


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"dead": -1}, "count_negative", "counts.dead"),
        ({"dead": 1.0}, "not_whole", "counts.dead"),
        ({"dead": True}, "not_whole", "counts.dead"),
        ({"dead": "3"}, "not_whole", "counts.dead"),
        ({"dead": Span(-1, 3)}, "count_negative", "counts.dead"),
        ({"crop": Quantity(-1, "m2")}, "count_negative", "counts.crop"),
        ({"dead": 1, "meninggal": 1}, "duplicate", "counts.dead"),
        ({"deads": 1}, "count_not_known", "counts.deads"),
        ({"No slug": 1}, "not_a_slug", "counts"),
        ({3: 1}, "count_not_known", "counts"),
        ({"house": {"moderat": 1}}, "class_not_known", "counts.house.moderat"),
        ({"house": {"hevay": 1}}, "class_not_known", "counts.house.hevay"),
        ({"house": [({"damage": "rusak bert"}, 1)]}, "class_not_known", "counts.house[0]"),
        ({"house": {"RB": 1, "heavy": 2}}, "duplicate", "counts.house.heavy"),
        ({"house": {"heavy": -1}}, "count_negative", "counts.house.heavy"),
        ({"house": {"": 1}}, "not_a_word", "counts.house."),
        ({"household": {-1: 1}}, "count_negative", "counts.household.-1"),
        ({"crop": [3]}, "wrong_type", "counts.crop[0]"),
        ({"crop": [({}, 3)]}, "wrong_type", "counts.crop[0]"),
        ({"crop": [({"kind": "rice"}, -3)]}, "count_negative", "counts.crop[0]"),
        ({"crop": [({"kind": 1.5}, 3)]}, "not_whole", "counts.crop[0].kind"),
        ({"crop": [({"": "rice", "size": 3}, 3)]}, "not_a_slug", "counts.crop[0]"),
        ({"crop": [({"kind": "rice"}, 3), ({"kind": "rice"}, 4)]}, "duplicate", "counts.crop[1]"),
        (3, "wrong_type", "counts"),
    ],
)
def test_what_cannot_be_counted_is_refused_by_name(given: Any, code: str, field: str) -> None:
    error = refusal(lambda: Counts(given))
    assert (error.code, error.field) == (code, field)


@pytest.mark.parametrize(
    ("code", "word", "known"),
    [
        *(("house", word, "heavy") for word in ("rusak berat", "Berat", "RB", "R. Berat", "R.Berat", "Heavy")),
        *(("house", word, "moderate") for word in ("RUSAK SEDANG", "sedang", "rs", "moderately damaged")),
        *(("building", word, "light") for word in ("rusak ringan", "ringan", "RR", "rusak_ringan")),
        *(("injured", word, "serious") for word in ("luka berat", "berat", "LB", "seriously injured")),
        *(("injured", word, "minor") for word in ("Luka  ringan", "ringan", "LR", "L. Ringan")),
    ],
)
def test_a_class_is_read_by_the_words_that_people_write_for_it(code: str, word: str, known: str) -> None:
    counts = Counts({code: {word: 3}})
    assert counts[code] == {known: 3}
    assert counts == Counts({code: {known: 3}}) == Counts.__read__(counts.__plain__())
    axis = Count.of(code).axis.axes[0][0]
    assert Counts({code: [({axis: word}, 3)]})[code] == Counts({code: [({axis: known}, 3)]})[code]
    given = ByClass(cells=(((("", word),), 3),))
    assert Counts({code: given}) == counts


def test_a_class_of_ones_own_stays_as_it_is() -> None:
    for word in ("destroyed", "roboh", "rusak total", "LB"):  # which is of the injured, and of no house
        assert repr(Counts({"house": {word: 1}})["house"]) == repr({word: 1})
    assert repr(Counts({"hut": {"RB": 1}})["hut"]) == repr({"RB": 1})


def test_a_class_is_found_on_the_axis_that_has_it() -> None:
    assert class_of(Count.HOUSE, "", "RB") == class_of(Count.HOUSE, "damage", "RB") == ("damage", "heavy")
    assert class_of(Count.HOUSE, "", "roboh") == ("damage", "roboh")
    assert class_of(Count.HOUSE, "wall", "wood") == ("wall", "wood")
    two = Count(code="hut", name=NAME, axis={"size": "whole number", "damage": ["rusak berat", "rusak ringan"]})
    assert class_of(two, "", "heavy") == ("damage", "rusak berat")
    assert class_of(two, "", 5) == ("size", 5)


def test_the_classes_of_which_nothing_was_given_are_named() -> None:
    def left(count: Count | None, given: Any) -> tuple[str, ...]:
        (number,) = Counts({"thing" if count is None else count.code: given}).values()
        assert isinstance(number, ByClass)
        return not_given((cell for cell, _ in number.cells), count)

    assert left(Count.HOUSE, {"heavy": 0, "moderate": None, "light": 1, "roboh": 1}) == ()
    assert left(Count.HOUSE, {"heavy": 0, "roboh": 1}) == ("moderate", "light")
    assert left(Count.HOUSEHOLD, {4: 1}) == left(Count.DEAD, {"male": 1}) == left(None, {"male": 1}) == ()
    two = Count(code="hut", name=NAME, axis={"wall": ["wood"], "damage": ["all", "half"]})
    both = [({"wall": "wood", "damage": damage}, 1) for damage in ("all", "half")]
    assert left(two, both) == ()
    assert left(two, both[:1]) == ("wood.half",)
    assert left(two, {"all": 1}) == ("wood.all", "wood.half")


@pytest.mark.parametrize(
    "plain", [{"crop": [3]}, {"crop": [[{"kind": "rice"}]]}, {"crop": {"amount": 1.5, "unit": "m2"}}]
)
def test_a_damaged_record_of_counts_is_refused(plain: Any) -> None:
    refusal(lambda: Counts.__read__(plain))


# --- together --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("people", "dead", "sound"),
    [
        (3, 2, True), (3, 3, True), (3, 4, False),
        (Span(2, 3), 3, True), (Span(2, 3), 4, False),
        (3, Span(3, 9), True), (3, Span(4, 9), False),
        (None, 4, True), (3, None, True), (3, Quantity(1, "ha"), True),
    ],
)  # fmt: skip
def test_a_part_is_at_most_its_whole(people: Any, dead: Any, sound: bool) -> None:
    counts = Counts({"person": people, "dead": dead})
    if sound:
        check_together(counts)
    else:
        error = refusal(lambda: check_together(counts))
        assert (error.code, error.field) == ("part_above_whole", "counts.dead")


@pytest.mark.parametrize(("minor", "sound"), [(0, True), (1, True), (2, False), (None, True)])
def test_classes_together_are_at_most_the_whole(minor: int | None, sound: bool) -> None:
    counts = Counts({"person": 3, "injured": {"serious": 2, "minor": minor}})
    if sound:
        check_together(counts)
    else:
        assert refusal(lambda: check_together(counts)).value == 4
    check_together(Counts({"person": 3, "injured": {"serious": None}}))


def test_a_part_may_be_as_many_as_the_classes_of_its_whole_together() -> None:
    whole = {"serious": 2, "minor": 1}
    check_parts({"injured": ByClass(tuple(((("", name),), many) for name, many in whole.items())), "missing": 3}, ())
    check_together({"person": ByClass((((("", "a"),), 2), ((("", "b"),), 1))), "dead": 3})
    assert (
        refusal(lambda: check_together({"person": ByClass((((("", "a"),), 2), ((("", "b"),), 1))), "dead": 4})).field
        == "counts.dead"
    )


def test_houses_under_water_are_counted_beside_damaged_ones_as_offices_count_them() -> None:
    check_together(Counts({"house": {"heavy": 1, "moderate": 0, "light": 0}, "house_flooded": 40}))


def test_a_sum_is_known_where_each_part_is() -> None:
    assert add_numbers([]) is add_numbers([3, None]) is None
    assert add_numbers([3]) == 3
    assert add_numbers([Quantity(1, "ha"), Quantity(2, "ha")]) == Quantity(3, "ha")
    assert add_numbers([1, Span(2, 4), Span(0, 1)]) == Span(3, 6)


def test_classes_of_whole_numbers_add_up_over_places_since_a_place_gives_all_that_it_has() -> None:
    sizes: list[Any] = [{4: 10, 5: 1}, {5: 3}, {7: Span(1, 2)}, {5: None, 9: 1}]
    parts = [Counts({"household": each})["household"] for each in sizes]
    assert dict(add_counts(parts[:2])) == {4: 10, 5: 4}  # type: ignore[arg-type]
    assert dict(add_counts(parts[:3])) == {4: 10, 5: 4, 7: Span(1, 2)}  # type: ignore[arg-type]
    assert dict(add_counts(parts)) == {4: 10, 5: None, 7: Span(1, 2), 9: 1}  # type: ignore[arg-type]
    assert add_counts([*parts, None]) is None
    areas = [ByClass((((("yield", size),), Quantity(size, "ha")),)) for size in (2, 3)]
    assert dict(add_counts([*areas])) == {2: Quantity(2, "ha"), 3: Quantity(3, "ha")}  # type: ignore[arg-type]


def test_an_axis_that_one_place_names_is_that_of_the_classes_of_another() -> None:
    named, bare = ByClass((((("size", 4),), 10),)), ByClass((((("", 4),), 1), ((("", 5),), 3)))
    assert add_counts([named, bare]) == ByClass((((("size", 4),), 11), ((("size", 5),), 3)))
    twice = ByClass((((("", 4),), 1), ((("size", 4),), 3)))
    assert add_counts([twice, bare]) == ByClass((((("", 4),), 2), ((("size", 4),), 3), ((("", 5),), 3)))
    other = ByClass((((("rooms", 4),), 1),))
    assert add_counts([named, bare, other]) == ByClass(
        (((("size", 4),), 10), ((("", 4),), 1), ((("", 5),), 3), ((("rooms", 4),), 1))
    )


def test_places_add_up_class_by_class_where_each_tells_its_classes() -> None:
    both = [Counts({"house": house})["house"] for house in ({"heavy": 1, "light": 2}, {"heavy": 3})]
    added = add_counts(both)
    assert isinstance(added, ByClass)
    assert dict(added) == {"heavy": 4, "light": None}
    assert add_counts([both[1], 4]) == 7
    assert add_counts([both[0], None]) is add_counts([]) is None
