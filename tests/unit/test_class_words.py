"""The words for a class: those over the columns of tables are read in counts too, and a standard may have its own."""

from __future__ import annotations

from typing import Any

import polars as pl
import pytest

from kesos import DisasterEvent, entitle, frames
from kesos.counts import Count
from kesos.counts._class_words import class_meant, class_misspelt
from kesos.errors import FrameError, InvalidValueError, UnknownValueError
from kesos.events import Damage, Locality
from kesos.relief import entitle_range
from kesos.standards import BNPB_STIMULAN, PEDUM_2003, AidStandard, loads_standard
from kesos.tables._columns import EVENT
from kesos.values import Quantity

FLOOD: dict[str, Any] = {"hazard": "banjir", "place": "Desa A", "period": "2023-01-01", "people": 8}


@pytest.mark.parametrize("code", ["house", "injured"])
def test_every_word_over_a_column_of_a_class_means_that_class(code: str) -> None:
    classes = [name for _, names in Count.of(code).axis for name in names or ()]
    for field in EVENT:
        name = field.code.removeprefix(f"counts.{code}[").removesuffix("]")
        if name in classes:
            for word in field.words:
                alone = word.removeprefix("Rumah ").removeprefix("rumah ")
                assert class_meant(alone, classes) == name, word


def test_a_word_that_two_classes_share_means_neither() -> None:
    assert class_meant("berat", ["heavy", "serious"]) is None
    assert class_meant("rusak berat", ["RB", "rusak parah"]) == "RB"
    assert class_misspelt("berta", ["heavy", "light"]) == "heavy"
    assert class_misspelt("zzz", ["heavy"]) is None


def test_houses_are_owed_for_by_whatever_word_their_damage_was_given() -> None:
    damage = {"heavy": 4, "moderate": 1, "light": 2}
    words = {"RB": 4, "rusak sedang": 1, "Ringan": 2}
    owed = [entitle(DisasterEvent(**FLOOD, counts={"house": each}), BNPB_STIMULAN, days=30) for each in (damage, words)]
    assert owed[0] == owed[1]
    assert owed[1]["house_stimulus"] == Quantity(4 * 60_000_000 + 30_000_000 + 2 * 15_000_000, "IDR")


HUTS = """
format = 1
code = "huts"
covers = "any"
title = { id = "a", en = "a" }
source = { regulation = "x", known = "hypothetical" }
validity = { start = "2003", end = "open", citation = { locator = "1" } }

[[packages]]
code = "grants"
name = { id = "a", en = "a" }
items = [{ code = "grant", name = { id = "b", en = "b" }, unit = "IDR", per = "CODE", rates = [
    { damage = "rusak berat", amount = 5 }, { damage = "rusak ringan", amount = 2 },
], citation = { locator = "2" } }]

[[counts]]
code = "CODE"
name = { id = "gubuk", en = "huts" }
axis = { damage = ["rusak berat", "rusak ringan"] }
citation = { locator = "3" }
"""


def huts(code: str) -> AidStandard:
    return loads_standard(HUTS.replace("CODE", code))


@pytest.mark.parametrize("code", ["hut", "house"])
@pytest.mark.parametrize("words", [("RB", "RR"), ("rusak berat", "ringan"), ("heavy", "light")])
def test_a_standard_that_calls_its_classes_in_words_finds_them_by_any(code: str, words: tuple[str, str]) -> None:
    heavy, light = words
    event = DisasterEvent(**FLOOD, counts={code: {heavy: 3, light: 1}})
    assert entitle(event, huts(code))["grant"] == Quantity(3 * 5 + 2, "IDR")
    frame = pl.DataFrame({"jenis": ["flood"], "hari": [FLOOD["period"]], "a": [3], "b": [1]})
    frame = frame.with_columns(pl.col("hari").str.to_date())
    columns = {code: {heavy: "a", light: "b"}}
    out = frames.entitle(frame, huts(code), hazard="jenis", period="hari", counts=columns)
    assert out["grant_idr"].to_list() == [3 * 5 + 2]


def test_two_words_for_one_class_of_a_standard_count_one_thing_twice() -> None:
    event = DisasterEvent(**FLOOD, counts={"hut": {"RB": 3, "heavy": 1, "light": 1}})
    with pytest.raises(InvalidValueError) as refused:
        entitle(event, huts("hut"))
    assert (refused.value.code, refused.value.field) == ("duplicate", "counts.hut")
    assert refused.value.value == dict(event.counts["hut"].cells[-1][0])


def test_two_columns_for_one_class_of_a_standard_count_one_thing_twice() -> None:
    frame = pl.DataFrame({"jenis": ["flood"], "a": [3], "b": [1]})
    with pytest.raises(InvalidValueError) as refused:
        frames.entitle(frame, huts("hut"), hazard="jenis", counts={"hut": {"RB": "a", "heavy": "b"}})
    assert (refused.value.code, refused.value.field) == ("duplicate", "counts.hut.rusak berat")


def test_a_count_that_is_a_slip_of_the_pen_is_named_where_the_answer_is_read() -> None:
    event = DisasterEvent(**FLOOD, counts={"huose": 5, "horses_lost": 2})
    said = "Tidak dikenal dan tidak dipakai: huose (maksudnya rumah?)."
    answer, ranged = entitle(event, PEDUM_2003, days=3), entitle_range(event, PEDUM_2003)
    assert said in answer.table().notes
    assert said in ranged.table().notes
    assert said in answer.explain("id").split("\n")
    assert "Not known and not used: huose (is houses meant?)." in answer.table("en").notes
    known = DisasterEvent(**FLOOD, counts={"house": 5, "horses_lost": 2, "rehoused": 1})
    assert not any("maksudnya" in note for note in entitle(known, PEDUM_2003, days=3).table().notes)


@pytest.mark.parametrize(
    ("standard", "given", "meant"), [(BNPB_STIMULAN, "huose", "house"), (huts("hovel"), "hovle", "hovel")]
)
def test_a_count_that_is_wanted_and_was_misspelt_is_named_in_the_refusal(
    standard: AidStandard, given: str, meant: str
) -> None:
    event = DisasterEvent(**FLOOD, counts={given: 5})
    with pytest.raises(UnknownValueError) as refused:
        entitle(event, standard, days=30)
    assert refused.value.field == meant
    assert f"There is a count {given!r}" in str(refused.value)


PER_HOUSE = loads_standard(
    HUTS.partition("[[counts]]")[0].replace("CODE", "house").partition("rates = [")[0]
    + 'amount = 5, citation = { locator = "2" } }]'
)


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ({"counts": {"house": 4}}, 4),
        ({"counts": {"house": {"heavy": 1, "moderate": 0, "light": 3}}}, 4),
        ({"counts": {"house": {"heavy": 4}}, "damage": Damage(houses=4)}, 4),
        ({"counts": {"house": {"heavy": 4}}}, "house.moderate"),
        ({"counts": {"house": {"heavy": 4, "moderate": 0, "light": None}}}, "house"),
        ({"counts": {"house": {"heavy": 4, "light": None}}}, "house"),
    ],
)
def test_what_is_given_for_every_house_is_owed_where_every_class_of_them_is_known(
    given: dict[str, Any], wanted: int | str
) -> None:
    places = [DisasterEvent(**FLOOD, **given)]
    where = {key: value for key, value in FLOOD.items() if key not in ("place", "people")}
    places.append(DisasterEvent(**where, place="Kec. A", localities=[Locality(place="Desa A", people=8, **given)]))
    for event in places:
        if isinstance(wanted, int):
            assert entitle(event, PER_HOUSE)["grant"] == Quantity(wanted * 5, "IDR")
            continue
        with pytest.raises(UnknownValueError) as refused:
            entitle(event, PER_HOUSE)
        assert refused.value.field == wanted


def test_a_frame_that_counts_some_classes_only_has_no_column_of_all_houses() -> None:
    frame = pl.DataFrame({"jenis": ["flood"], "a": [3], "b": [1], "c": [0]})
    columns = {"heavy": "a", "moderate": "b", "light": "c"}
    out = frames.entitle(frame, PER_HOUSE, hazard="jenis", counts={"house": columns})
    assert out["grant_idr"].to_list() == [4 * 5]
    with pytest.raises(FrameError) as refused:
        frames.entitle(frame, PER_HOUSE, hazard="jenis", counts={"house": {"heavy": "a"}})
    assert (refused.value.code, refused.value.field) == ("column_needed", "counts.house.moderate")
