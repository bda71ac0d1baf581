"""What is known of damage is shown, whichever way it was given; what is not known stays so."""

from __future__ import annotations

from typing import Any

import pytest

from kesos import show
from kesos._damages import KnownDamage
from kesos.counts import Counts
from kesos.events import Damage, DisasterEvent, Locality
from kesos.values import Span

FLOOD: dict[str, Any] = {"hazard": "banjir", "place": "Desa A", "period": "2025-01-01"}


def told(counts: dict[str, Any], language: str = "id") -> str:
    known = KnownDamage.of(Counts(counts))
    assert known is not None
    return known.say(language)


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        (
            {"house": {"heavy": 12, "moderate": 0, "light": 3}},
            "15 rumah (12 rusak berat, 0 rusak sedang, 3 rusak ringan)",
        ),
        ({"house": {"heavy": 1}}, "rumah (1 rusak berat, lainnya tidak diketahui)"),
        ({"house": {"heavy": 1, "light": None}}, "rumah (1 rusak berat, lainnya tidak diketahui)"),
        (
            {"house": {"heavy": 1, "moderate": 2, "light": None}},
            "rumah (1 rusak berat, 2 rusak sedang, rusak ringan tidak diketahui)",
        ),
        ({"house": [({"damage": "heavy"}, 2)]}, "rumah (2 rusak berat, lainnya tidak diketahui)"),
        (
            {"house": [({"damage": degree}, 2) for degree in ("heavy", "moderate", "light")]},
            "6 rumah (2 rusak berat, 2 rusak sedang, 2 rusak ringan)",
        ),
        ({"house": {"destroyed": 3}, "business": 2}, "rumah (3 destroyed, lainnya tidak diketahui), 2 tempat usaha"),
        ({"building": {"heavy": 4}}, "4 rusak berat"),
        ({"house": 1_234, "dead": 1}, "1.234 rumah"),
        ({"building": {"heavy": 4, "moderate": 3, "light": 1}}, "4 rusak berat, 3 rusak sedang, 1 rusak ringan"),
        ({"building": 5, "business": 2, "public_facility": 0}, "5 bangunan, 2 tempat usaha, 0 kantor/fasilitas umum"),
        ({"house": Span(3, 5)}, "3 – 5 rumah"),
    ],
)
def test_what_is_known_of_damage_is_said_by_class_and_as_a_whole(counts: dict[str, Any], said: str) -> None:
    assert told(counts) == said


@pytest.mark.parametrize("counts", [{}, {"dead": 3}, {"house": None}, {"house": {"heavy": None, "light": None}}])
def test_where_nothing_is_known_of_damage_there_is_nothing_to_say(counts: dict[str, Any]) -> None:
    assert KnownDamage.of(Counts(counts)) is None
    row = show([DisasterEvent(**FLOOD, counts=counts)]).rows[0]
    assert row[5] == "tidak diketahui"


@pytest.mark.parametrize(
    ("one", "other", "said", "in_part"),
    [
        (
            {"house": {"heavy": 3, "moderate": 1, "light": 2}},
            {"house": {"heavy": 1, "moderate": 0, "light": 0}},
            "7 rumah (4 rusak berat, 1 rusak sedang, 2 rusak ringan)",
            False,
        ),
        (
            {"house": {"heavy": 3, "light": 2}},
            {"house": {"heavy": 1, "light": 0}},
            "rumah (4 rusak berat, 2 rusak ringan, lainnya tidak diketahui)",
            False,
        ),
        (
            {"house": {"heavy": 3}},
            {"house": {"light": 2}},
            "rumah (3 rusak berat, 2 rusak ringan, lainnya tidak diketahui)",
            True,
        ),
        (
            {"house": {"heavy": 3, "light": None}},
            {"house": {"heavy": 1, "light": None}},
            "rumah (4 rusak berat, lainnya tidak diketahui)",
            True,
        ),
        ({"house": {"heavy": 3, "moderate": 0, "light": 2}}, {"house": 4}, "9 rumah", False),
        ({"house": {"heavy": 3, "light": 2}}, {"house": 4}, "9 rumah", True),
        ({"building": {"heavy": 3}}, {"building": 4}, "7 bangunan", True),
        ({"house": {"heavy": 3, "light": None}}, {"house": 4}, "7 rumah", True),
        ({"house": 4}, {"business": 1}, "4 rumah, 1 tempat usaha", True),
    ],
)
def test_a_sum_has_all_that_is_known_and_knows_whether_that_is_all(
    one: dict[str, Any], other: dict[str, Any], said: str, in_part: bool
) -> None:
    parts = [KnownDamage.of(Counts(each)) for each in (one, other)]
    assert None not in parts
    for first, second in (parts, parts[::-1]):
        together = first + second  # type: ignore[operator]
        assert together.in_part is in_part
    assert (parts[0] + parts[1]).say("id") == said  # type: ignore[operator]
    assert ((parts[0] + parts[1]) + parts[0]).in_part is in_part  # type: ignore[operator]


def test_houses_of_which_a_damage_tells_how_many_there_are_in_all_have_no_others() -> None:
    degrees = {"heavy": 1, "light": 2}
    alone = DisasterEvent(**FLOOD, counts={"house": degrees})
    assert show([alone]).rows[0][5] == "rumah (1 rusak berat, 2 rusak ringan, lainnya tidak diketahui)"
    told = DisasterEvent(**FLOOD, damage=Damage(houses=3), counts={"house": degrees})
    assert show([told]).rows[0][5] == "3 rumah (1 rusak berat, 2 rusak ringan)"
    place = Locality(place="Desa A", damage=Damage(houses=3), counts={"house": degrees})
    assert DisasterEvent(**FLOOD, localities=[place]).table().rows[0][3] == "3 rumah (1 rusak berat, 2 rusak ringan)"


def test_a_table_of_an_event_shows_houses_by_class_and_says_where_a_sum_is_not_all() -> None:
    places = [
        Locality(place="A", people=3, counts={"house": {"heavy": 1, "moderate": 2, "light": 3}}),
        Locality(place="B", people=3),
    ]
    event = DisasterEvent(**FLOOD, localities=places)
    said = "6 rumah (1 rusak berat, 2 rusak sedang, 3 rusak ringan)"
    assert [row[3] for row in event.table().rows] == [said, "tidak diketahui", f"{said} [1]"]
    alone = DisasterEvent(**FLOOD, localities=places[:1])
    assert [row[3] for row in alone.table().rows] == [said, said]


def test_damage_that_is_known_of_one_row_only_is_not_lost_from_the_sum() -> None:
    reported = (Damage(heavy=4), Damage(light=1, houses=1))
    rows = show([DisasterEvent(**FLOOD, damage=each) for each in reported]).rows
    assert [row[5] for row in rows[:2]] == ["4 rusak berat", "1 rusak ringan, 1 rumah"]
    assert rows[2][5] == "4 rusak berat, 1 rusak ringan, 1 rumah [1]"
