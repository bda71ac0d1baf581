from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import Any

import attrs
import numpy as np
import pytest

from kesos import Citation, Damage, DisasterEvent, Hazard, Locality, Period, Place, Quantity, Span
from kesos.errors import InvalidValueError
from kesos.events import Traits


def refusal(call: Callable[[], object]) -> InvalidValueError:
    with pytest.raises(InvalidValueError) as caught:
        call()
    assert caught.value.message("id")
    return caught.value


def event(**changed: Any) -> DisasterEvent:
    return DisasterEvent(**{"hazard": "banjir", "place": "Desa Contoh", "period": "2017-02-25", **changed})


def test_what_is_typed_becomes_what_it_means() -> None:
    flood = event(families=72, people=240, loss=60_000_000, damage=Damage(light=72), reported_by="Camat")
    assert flood.hazard is Hazard.FLOOD
    assert flood.place == Place("Desa Contoh")
    assert flood.period == Period.of("2017-02-25")
    assert flood.loss == Quantity(60_000_000, "IDR")
    assert (flood.families, flood.people, flood.damage.light, flood.reported_by) == (72, 240, 72, "Camat")


def test_what_is_not_given_is_not_known() -> None:
    flood = event()
    assert (flood.families, flood.people, flood.loss, flood.reported_by, flood.source) == (None,) * 5
    assert flood.damage == Damage()
    assert attrs.astuple(flood.damage) == (None,) * 5
    assert flood.localities == ()
    assert event(damage=None) == flood
    assert event(people=0) != flood


def test_damage_adds_and_stays_unknown_where_either_is() -> None:
    one = Damage(heavy=1, light=2, houses=0)
    other = Damage(heavy=3, light=None, houses=5, businesses=1)
    assert one + other == Damage(heavy=4, light=None, houses=5)
    with pytest.raises(TypeError):
        one + 1  # type: ignore[operator]


def test_damage_is_said_in_words() -> None:
    damage = Damage(heavy=1, light=1_234, houses=0, businesses=2, public_facilities=3)
    assert damage.say("id") == "1 rusak berat, 1.234 rusak ringan, 0 rumah, 2 tempat usaha, 3 kantor/fasilitas umum"
    assert damage.say("en").startswith("1 heavily damaged, 1,234 lightly damaged, 0 houses")
    assert Damage().say("id") == "tidak diketahui"
    assert Damage().say("en") == "not known"


@pytest.mark.parametrize("loss", [Quantity(5, "kg"), Quantity(-1, "IDR")])
def test_a_loss_is_rupiah_and_not_below_zero(loss: Quantity) -> None:
    for make in (event, lambda **given: Locality(place="x", **given)):
        error = refusal(lambda make=make: make(loss=loss))  # type: ignore[misc]
        assert (error.code, error.field, error.value) == ("not_a_loss", "loss", loss)
        assert "rupiah" in error.message("id")
        assert "rupiah" in error.message("en")
    assert event(loss=0).loss == event(loss=Quantity(0, "IDR")).loss == Quantity(0, "IDR")
    assert refusal(lambda: event(loss=-1)).code == "count_negative"


PLACES = [
    Locality(place="Desa Umpang", families=72, people=240, damage=Damage(light=72, houses=72), loss=1),
    Locality(place="Desa Runtu", families=50, people=160, damage=Damage(light=26, houses=26), loss=2),
]


def test_an_event_of_several_places_counts_what_they_count() -> None:
    wide = event(localities=PLACES)
    assert (wide.families, wide.people, wide.loss) == (122, 400, Quantity(3, "IDR"))
    assert (wide.damage.light, wide.damage.houses, wide.damage.heavy) == (98, 98, None)
    assert wide.localities == tuple(PLACES)


@pytest.mark.parametrize("field", ["families", "people", "loss"])
def test_one_place_that_is_not_known_makes_the_whole_not_known(field: str) -> None:
    wide = event(localities=[*PLACES, attrs.evolve(PLACES[0], **{field: None})])
    assert getattr(wide, field) is None
    assert [getattr(wide, other) is None for other in ("families", "people", "loss") if other != field] == [
        False,
        False,
    ]


@pytest.mark.parametrize("given", [{"people": 400}, {"families": 122}, {"loss": 3}, {"damage": Damage(light=98)}])
def test_what_the_places_count_is_not_given_a_second_time(given: dict[str, Any]) -> None:
    [(field, value)] = given.items()
    error = refusal(lambda: event(localities=PLACES, **given))
    assert (error.code, error.field) == ("given_twice", field)
    assert error.value == (Quantity(3, "IDR") if field == "loss" else value)
    assert error.message("id") == (
        f"{field}: sudah dijumlahkan dari rincian lokasinya, sehingga tidak dapat diberikan lagi. "
        "Isi angkanya pada rincian lokasi, atau tanpa rincian lokasi."
    )
    assert error.message("en") == (
        f"{field}: is the sum of its localities, and cannot be given a second time. "
        "Give the figure in the localities, or leave the localities out."
    )


@pytest.mark.parametrize("field", ["families", "people"])
def test_the_counts_of_a_place_are_checked_as_those_of_an_event(field: str) -> None:
    held = getattr(Locality(place="x", **{field: np.int32(7)}), field)  # type: ignore[arg-type]
    assert (held, type(held)) == (7, int)
    for value, code in (
        (-1, "count_negative"),
        (10**30 + 1, "count_too_large"),
        (True, "not_whole"),
        (7.0, "not_whole"),
    ):
        error = refusal(lambda value=value: Locality(place="x", **{field: value}))  # type: ignore[misc]
        assert (error.code, error.field, error.value) == (code, field, value)
    assert getattr(Locality(place="x", **{field: 10**30}), field) == 10**30  # type: ignore[arg-type]


def test_an_event_is_said_in_one_line() -> None:
    known = event(families=1, people=1_860)
    assert known.say("id") == str(known) == "Banjir, Desa Contoh, 25 Februari 2017: 1 KK, 1.860 jiwa"
    assert known.say("en") == "Flood, Desa Contoh, 25 February 2017: 1 family, 1,860 people"
    unknown = event(people=0)
    assert unknown.say("id").endswith(": jumlah KK belum diketahui, 0 jiwa")
    assert unknown.say("en").endswith(": families not known, 0 people")


def test_an_event_is_a_table_with_a_row_for_each_place_and_one_for_the_whole() -> None:
    source = Citation(regulation="laporan", table="19")
    wide = event(
        place="Kec. <Arut>", localities=[*PLACES, Locality(place="Desa X")], reported_by="Camat", source=source
    )
    table = wide.table()
    assert table.caption == "Banjir, Kec. <Arut>, 25 Februari 2017"
    assert table.header == ("Tempat", "KK", "Jiwa", "Kerusakan", "Kerugian (Rp)")
    assert table.rows == (
        ("Desa Umpang", "72", "240", "72 rusak ringan, 72 rumah", "1"),
        ("Desa Runtu", "50", "160", "26 rusak ringan, 26 rumah", "2"),
        ("Desa X", *("tidak diketahui",) * 4),
        ("Jumlah", "122 [1]", "400 [1]", "98 rusak ringan, 98 rumah [1]", "3 [1]"),
    )
    assert table.numbers == (1, 2, 4)
    assert table.totals == (3,)
    assert table.notes[1:] == ("Dilaporkan oleh: Camat", "Sumber: laporan, tabel 19")
    english = wide.table("en")
    assert english.header == ("Place", "Families", "People", "Damage", "Loss (Rp)")
    assert english.notes == (
        "[1] The sum of what is known; a part of it is not known.",
        "Reported by: Camat",
        "Source: laporan, table 19",
    )
    assert "&lt;Arut&gt;" in wide._repr_html_()
    assert event().table().notes == ()


def test_a_repr_shows_what_was_given_and_nothing_else() -> None:
    shown = repr(event(people=3))
    assert shown.startswith("DisasterEvent(hazard=")
    assert "people=3" in shown
    assert "families" not in shown
    assert "localities" not in shown
    assert "localities" in repr(event(localities=PLACES))


def test_events_compare_hash_pickle_and_evolve() -> None:
    flood = event(people=3, localities=())
    assert flood == event(people=3) != event(people=4)
    assert hash(flood) == hash(event(people=3))
    assert pickle.loads(pickle.dumps(event(localities=PLACES))) == event(localities=PLACES)
    assert attrs.evolve(flood, people=4) == event(people=4)
    assert hash(Damage(light=1)) == hash(Damage(light=1))


def test_what_is_no_part_of_an_event_is_refused() -> None:
    for field, value in {"damage": 3, "source": "x", "localities": [event()], "reported_by": ""}.items():
        error = refusal(lambda field=field, value=value: event(**{field: value}))  # type: ignore[misc]
        assert error.field == ("localities[0]" if field == "localities" else field)
    sound = Locality(place="a", people=1)
    assert refusal(lambda: event(localities=[sound, {"place": "b"}])).field == "localities[1]"
    for field, value in {"damage": 3, "source": "x"}.items():
        error = refusal(lambda field=field, value=value: Locality(place="x", **{field: value}))  # type: ignore[misc]
        assert (error.code, error.field, error.value) == ("wrong_type", field, value)


def test_counts_and_short_names_say_one_thing() -> None:
    quake = event(people=900, families=240, damage=Damage(houses=11, heavy=4), counts={"dead": 12, "missing": None})
    assert dict(quake.counts) == {
        "person": 900, "family": 240, "house": 11, "building": {"heavy": 4}, "dead": 12, "missing": None,
    }  # fmt: skip
    assert "pregnant" not in quake.counts
    for where in (event, lambda **given: Locality(place="x", **given)):
        counted = where(counts={"orang": 3, "KK": 2})
        assert (counted.people, counted.families) == (3, 2)
        assert dict(where().counts) == {}
    assert event(counts={"person": Span(2, 3)}).people is None
    assert event(people=3, counts={"person": 3}).counts["person"] == 3
    assert event(damage=Damage(houses=3), counts={"house": {"heavy": 1, "light": 2}}).counts["house"] == {
        "heavy": 1,
        "light": 2,
    }


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"people": 72, "families": 73}, "part_above_whole", "families"),
        ({"counts": {"person": 72, "family": 73}}, "part_above_whole", "counts.family"),
        ({"people": 3, "counts": {"displaced": 4}}, "part_above_whole", "counts.displaced"),
        ({"people": 3, "counts": {"person": 4}}, "two_numbers", "people"),
        ({"families": 3, "counts": {"family": 2}}, "two_numbers", "families"),
        ({"people": 3, "counts": {"person": None}}, "two_numbers", "people"),
        ({"damage": Damage(houses=3), "counts": {"house": 4}}, "two_numbers", "damage"),
        ({"damage": Damage(houses=3), "counts": {"house": {"heavy": 4}}}, "two_numbers", "damage"),
        ({"counts": {"dead": 1.0}}, "not_whole", "counts.dead"),
        ({"counts": 3}, "wrong_type", "counts"),
    ],
)
def test_counts_that_cannot_be_true_together_are_refused(given: dict[str, Any], code: str, field: str) -> None:
    for make in (lambda: event(**given), lambda: Locality(place="x", **given)):
        error = refusal(make)
        assert (error.code, error.field) == (code, field)


@pytest.mark.parametrize(("families", "people"), [(0, 0), (72, 72), (71, 72), (None, 0), (9, None)])
def test_there_are_at_most_as_many_families_as_people(families: int | None, people: int | None) -> None:
    assert event(families=families, people=people).families == families


def test_places_add_up_their_counts() -> None:
    places = [
        Locality(place="a", people=5, counts={"dead": 1, "house": {"heavy": 2}, "missing": 1}),
        Locality(place="b", people=6, counts={"dead": 0, "house": {"heavy": 1}}),
    ]
    whole = event(localities=places)
    assert dict(whole.counts) == {"person": 11, "dead": 1, "house": {"heavy": 3}, "missing": None}
    error = refusal(lambda: event(localities=places, counts={"dead": 1}))
    assert (error.code, error.field) == ("given_twice", "counts")
    assert event(localities=places, counts={}).counts["dead"] == 1


def test_traits_are_classes_by_their_axis_in_one_order() -> None:
    hill = event(traits={"terrain": "hill", "climate": "cold"})
    assert dict(hill.traits) == {"climate": "cold", "terrain": "hill"}
    assert (hill.traits["terrain"], len(hill.traits), repr(hill.traits)) == (
        "hill",
        2,
        "{'climate': 'cold', 'terrain': 'hill'}",
    )
    assert event(traits=hill.traits) == event(traits={"climate": "cold", "terrain": "hill"})
    assert dict(event(traits=None).traits) == {}
    assert Traits.__read__(hill.traits.__plain__()) == hill.traits
    assert event(traits=hill.traits) != event()
    with pytest.raises(KeyError):
        hill.traits["season"]
    for traits, field in (
        ({"No slug": "x"}, "traits"),
        ({"terrain": ""}, "traits.terrain"),
        ({"terrain": 3}, "traits.terrain"),
        (3, "traits"),
    ):
        assert refusal(lambda traits=traits: event(traits=traits)).field == field  # type: ignore[misc]


def test_degrees_of_damage_may_be_told_partly_as_damage_and_partly_as_counts() -> None:
    event = DisasterEvent(
        hazard="flood",
        place="x",
        period="2022",
        damage=Damage(heavy=1, light=3),
        counts={"building": {"moderate": 2, "light": 3}},
    )
    assert event.counts["building"] == {"heavy": 1, "moderate": 2, "light": 3}
    with pytest.raises(InvalidValueError, match="damage"):
        attrs.evolve(event, counts={"building": {"light": 4}})


def test_a_count_that_is_not_known_says_nothing_against_what_the_damage_says() -> None:
    event = DisasterEvent(hazard="flood", place="x", period="2022", damage=Damage(houses=5), counts={"house": None})
    assert event.counts["house"] == 5


def test_damage_of_which_nothing_is_known_is_no_other_than_none_given() -> None:
    told = {"hazard": "banjir", "place": "Desa A", "period": "2025-01-01"}
    assert DisasterEvent(**told, damage=Damage()) == DisasterEvent(**told)
    assert DisasterEvent(**told).damage == Damage()
    assert DisasterEvent(**told, damage=Damage(heavy=0)) != DisasterEvent(**told)
