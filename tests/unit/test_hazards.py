from __future__ import annotations

import pickle

import pytest

from kesos.errors import InvalidValueError, UnknownHazardError
from kesos.hazards import HAZARDS, UU_24_2007, Grouping, Hazard
from kesos.values import Citation, Text
from kesos.values._checks import LONGEST_SLUG, slug


@pytest.mark.parametrize("hazard", HAZARDS, ids=lambda hazard: hazard.code)
def test_every_hazard_is_found_by_its_code_label_and_words(hazard: Hazard) -> None:
    for word in (hazard.code, hazard.code.replace("_", " "), hazard.label("id"), hazard.label("en"), *hazard.words):
        assert Hazard.of(word) is hazard
        assert Hazard.of(f"  {word.upper()}\t") is hazard
    assert getattr(Hazard, hazard.code.upper()) is hazard
    assert Hazard.is_known(hazard.code)
    assert Hazard.of(hazard) is hazard
    assert str(hazard) == hazard.label("id")


def test_no_word_belongs_to_two_hazards() -> None:
    words = [word.casefold() for hazard in HAZARDS for word in {hazard.name.id.casefold(), *hazard.words}]
    assert len(words) == len(set(words))
    assert len({hazard.code for hazard in HAZARDS}) == len(HAZARDS) == 17


def test_a_word_is_not_mapped_to_a_neighbour() -> None:
    assert Hazard.of("angin ribut") is Hazard.WINDSTORM
    assert Hazard.of("puting beliung") is Hazard.WHIRLWIND
    assert Hazard.of("topan") is Hazard.TYPHOON
    assert Hazard.of("kebakaran hutan") is Hazard.FOREST_FIRE
    with pytest.raises(UnknownHazardError):
        Hazard.of("angin")


def test_an_unknown_word_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownHazardError) as caught:
        Hazard.of("bnajir", "bencana")
    error = caught.value
    assert (error.code, error.field, error.value) == ("hazard_unknown", "bencana", "bnajir")
    assert "'bnajir' tidak dikenal" in error.message("id")
    assert "'bnajir' is not a known hazard" in error.message("en")
    assert "'banjir'" in error.message("id")
    with pytest.raises(UnknownHazardError) as caught:
        Hazard.of(None)  # type: ignore[arg-type]
    assert "flood" in caught.value.message("en")
    with pytest.raises(UnknownHazardError):
        Hazard.of("banjir" + " " * 1_000 + "x")


@pytest.mark.parametrize(
    "word",
    ["house fire", "flash flood", "banjir bandang", "kebakaran lahan", "kebakaran gudang", "angin", "social unrest"],
)
def test_another_hazard_is_not_taken_for_a_slip_of_the_pen(word: str) -> None:
    with pytest.raises(UnknownHazardError) as caught:
        Hazard.of(word)
    assert "Did you mean" not in caught.value.message("en")
    assert "Known: flood, landslide" in caught.value.message("en")
    assert "standar.hazard(...)" in caught.value.message("id")


@pytest.mark.parametrize(
    ("word", "meant"), [("tanah lonsor", "tanah longsor"), ("forest fier", "forest fire"), ("land slide", "landslide")]
)
def test_a_slip_of_the_pen_in_one_word_is_still_one(word: str, meant: str) -> None:
    with pytest.raises(UnknownHazardError) as caught:
        Hazard.of(word)
    assert f"Did you mean {meant!r}? Where a standard" in caught.value.message("en")


def test_hazards_compare_by_code_and_a_district_may_bring_its_own() -> None:
    rob = Hazard("tidal_flood", Text("Banjir rob", "Tidal flood"), ["rob"])  # type: ignore[arg-type]
    assert rob == Hazard("tidal_flood", Text("Rob", "Rob"))
    assert hash(rob) == hash(Hazard("tidal_flood", Text("Rob", "Rob")))
    assert rob.words == ("rob",)
    assert not Hazard.is_known("tidal_flood")
    assert Hazard.of(rob) is rob
    assert pickle.loads(pickle.dumps(Hazard.FLOOD)) == Hazard.FLOOD != rob
    with pytest.raises(UnknownHazardError):
        Hazard.of("tidal_flood")


def test_one_text_is_not_several_words() -> None:
    with pytest.raises(InvalidValueError) as caught:
        Hazard("tidal_flood", Text("Rob", "Rob"), "rob")  # type: ignore[arg-type]
    assert (caught.value.code, caught.value.field, caught.value.value) == ("wrong_type", "words", "rob")


@pytest.mark.parametrize("code", ["a", "a1", "food_shortage", "pedum-2003", "a_b-c", "x" * LONGEST_SLUG])
def test_a_code_is_a_slug(code: str) -> None:
    assert slug(code, "code") == code


@pytest.mark.parametrize(
    "code", ["", "A", "1a", "_a", "a_", "a__b", "a b", "é", "a\n", "../x", "a.b", "x" * (LONGEST_SLUG + 1), None, 1]
)
def test_what_is_no_slug_is_refused(code: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        slug(code, "code")
    assert (caught.value.code, caught.value.field, caught.value.value) == ("not_a_slug", "code", code)
    assert str(LONGEST_SLUG) in caught.value.message("id")
    assert str(LONGEST_SLUG) in caught.value.message("en")


def test_a_law_groups_the_hazards_that_it_names_and_no_others() -> None:
    assert UU_24_2007.group_of("banjir") == UU_24_2007.group_of(Hazard.FLOOD) == "natural"
    assert UU_24_2007.group_of("wabah") == "non_natural"
    assert UU_24_2007.group_of("konflik sosial") == "social"
    assert UU_24_2007.group_of("kebakaran") is None
    assert UU_24_2007.citation.known == "secondary"
    assert all(Hazard.is_known(code) for code, _ in UU_24_2007.groups)
    other = Grouping(citation=Citation(regulation="x"), groups=[("fire", "social")])  # type: ignore[arg-type]
    assert other.group_of("fire") == "social"
    assert hash(other) == hash(Grouping(citation=Citation(regulation="x"), groups=(("fire", "social"),)))
    with pytest.raises(InvalidValueError) as caught:
        Grouping(citation=Citation(regulation="x"), groups="fire")  # type: ignore[arg-type]
    assert caught.value.field == "groups"
