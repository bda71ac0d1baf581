from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kesos import PEDUM_2003, DisasterEvent, entitle
from kesos._checks import LONGEST_SLUG, slug
from kesos.errors import HazardNotCoveredError, InvalidValueError, UnknownHazardError
from kesos.hazards import HAZARDS, UU_24_2007, Grouping, Hazard
from kesos.values import Citation, Text
from kesos.wording import parse_hazard


@pytest.mark.parametrize("hazard", HAZARDS, ids=lambda hazard: hazard.code)
def test_every_hazard_is_found_by_its_code_label_and_words(hazard: Hazard) -> None:
    words = {hazard.code, hazard.code.replace("_", " "), hazard.label("id"), hazard.label("en"), *hazard.words}
    assert set(hazard.all_words) == words
    for word in words:
        assert Hazard.of(word) is hazard
        assert Hazard.of(f"  {word.upper()}\t") is hazard
    assert getattr(Hazard, hazard.code.upper()) is hazard
    assert Hazard.is_known(hazard.code)
    assert Hazard.of(hazard) is hazard
    assert str(hazard) == hazard.label("id")


def test_no_word_belongs_to_two_hazards() -> None:
    words = [word for hazard in HAZARDS for word in {said.casefold() for said in hazard.all_words}]
    assert len(words) == len(set(words))
    assert len({hazard.code for hazard in HAZARDS}) == len(HAZARDS) == 28


def test_a_word_is_not_mapped_to_a_neighbour() -> None:
    assert Hazard.of("angin ribut") is Hazard.WINDSTORM
    assert Hazard.of("puting beliung") is Hazard.WHIRLWIND
    assert Hazard.of("topan") is Hazard.TYPHOON
    assert Hazard.of("kebakaran hutan") is Hazard.FOREST_FIRE
    assert Hazard.of("angin kencang") is Hazard.STRONG_WIND
    assert Hazard.of("cyclone") is Hazard.TROPICAL_CYCLONE
    assert Hazard.of("banjir bandang") is Hazard.FLASH_FLOOD
    assert Hazard.of("gelombang panas") is Hazard.HEATWAVE
    assert Hazard.of("gelombang pasang") is Hazard.HIGH_TIDE_AND_ABRASION
    assert Hazard.of("tanah bergerak") is Hazard.GROUND_MOVEMENT
    with pytest.raises(UnknownHazardError):
        Hazard.of("angin")


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("Banjir Bandang", "flash_flood"),
        ("rob", "tidal_flood"),
        ("GELOMBANG PASANG / ABRASI", "high_tide_and_abrasion"),
        ("Gelombang Pasang/Abrasi", "high_tide_and_abrasion"),
        ("Gelombang Pasang Dan Abrasi", "high_tide_and_abrasion"),
        ("Gelombang Tinggi / Abrasi", "high_tide_and_abrasion"),
        ("gelombang ekstrem dan abrasi", "high_tide_and_abrasion"),
        ("Cuaca ekstrem", "extreme_weather"),
        ("Gempabumi", "earthquake"),
        ("Erupsi gunung api", "volcanic_eruption"),
        ("LETUSAN GUNUNG API", "volcanic_eruption"),
        ("Letusan gunung", "volcanic_eruption"),
        ("Karhutla", "forest_fire"),
        ("Kebakaran Hutan Dan Lahan", "forest_fire"),
        ("Puting Beliung", "whirlwind"),
        ("Angin Puting Beliung", "whirlwind"),
        ("Longsor", "landslide"),
    ],
)
def test_the_words_of_bnpb_are_known(printed: str, code: str) -> None:
    assert parse_hazard(printed).code == code


@pytest.mark.parametrize(
    ("printed", "codes", "names"),
    [
        ("Banjir dan Tanah Longsor", "flood, landslide", "banjir, tanah longsor"),
        ("GEMPA BUMI DAN TSUNAMI", "earthquake, tsunami", "gempa bumi, tsunami"),
        (" banjir/longsor ", "flood, landslide", "banjir, tanah longsor"),
        ("flood and landslide", "flood, landslide", "banjir, tanah longsor"),
        ("banjir, longsor, gempabumi", "flood, landslide, earthquake", "banjir, tanah longsor, gempa bumi"),
        ("banjir + abrasi", "flood, high_tide_and_abrasion", "banjir, gelombang pasang dan abrasi"),
    ],
)
def test_two_hazards_at_once_are_refused_with_both(printed: str, codes: str, names: str) -> None:
    with pytest.raises(UnknownHazardError) as caught:
        parse_hazard(printed)
    assert caught.value.code == "hazard_unknown"
    assert f"That is more than one hazard: {codes}. Write an event for each, or choose one." in str(caught.value)
    assert f"Itu lebih dari satu bencana: {names}. Tulis masing-masing" in caught.value.message("id")
    assert pickle.loads(pickle.dumps(caught.value)) == caught.value


@pytest.mark.parametrize("printed", ["banjir, banjir", "banjir dan", "banjir dan pencurian", "banjir/", "dan", "/"])
def test_what_is_not_several_hazards_is_not_told_so(printed: str) -> None:
    with pytest.raises(UnknownHazardError) as caught:
        Hazard.of(printed)
    assert "more than one" not in str(caught.value)


@given(
    st.sampled_from(HAZARDS), st.sampled_from(HAZARDS), st.sampled_from([" dan ", " DAN ", " / ", "/", ", ", " and "])
)
def test_any_two_hazards_are_told_apart_in_a_refusal(one: Hazard, other: Hazard, between: str) -> None:
    # a name that itself has "and" in it is one hazard, and not told apart from a second
    if one is other or {one.code, other.code} & {"high_tide_and_abrasion", "forest_fire", "epidemic"}:
        return
    with pytest.raises(UnknownHazardError) as caught:
        Hazard.of(f"{one.name.id}{between}{other.name.id}")
    assert f"more than one hazard: {one.code}, {other.code}." in str(caught.value)


@pytest.mark.parametrize("hazard", HAZARDS[17:], ids=lambda hazard: hazard.code)
def test_the_decree_of_2003_serves_none_that_it_does_not_name(hazard: Hazard) -> None:
    event = DisasterEvent(hazard=hazard, place="Desa Contoh", period="2024-01-05", families=3, people=12)
    with pytest.raises(HazardNotCoveredError) as caught:
        entitle(event, PEDUM_2003, days=3)
    assert caught.value.value == hazard.code
    assert UU_24_2007.group_of(hazard) is None


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
    [
        "house fire",
        "banjir lahar",
        "kebakaran lahan",
        "kebakaran gudang",
        "angin",
        "social unrest",
        "storm",
        "rainstorm",
        "sandstorm",
        "snowstorm",
        "avalanche",
        "tidal wave",
        "heat stroke",
        "pandemi",
        "badai",
        "hama",
    ],
)
def test_another_hazard_is_not_taken_for_a_slip_of_the_pen(word: str) -> None:
    with pytest.raises(UnknownHazardError) as caught:
        Hazard.of(word)
    assert "Did you mean" not in caught.value.message("en")
    assert "Known: flood, landslide" in caught.value.message("en")
    assert "hanya dikenal suatu standar" in caught.value.message("id")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("tanah lonsor", "tanah longsor"),
        ("forest fier", "forest fire"),
        ("land slide", "landslide"),
        ("hailstrom", "hailstorm"),
        ("flash floods", "flash flood"),
        (" bnajir ", "banjir"),
    ],
)
def test_a_slip_of_the_pen_in_one_word_is_still_one(word: str, meant: str) -> None:
    with pytest.raises(UnknownHazardError) as caught:
        Hazard.of(word)
    assert f"Did you mean {meant!r}? Where a standard" in caught.value.message("en")


def test_hazards_compare_by_code_and_a_district_may_bring_its_own() -> None:
    lahar = Hazard("lahar_flood", Text("Banjir lahar", "Lahar flood"), ["lahar"])  # type: ignore[arg-type]
    assert lahar == Hazard("lahar_flood", Text("Lahar", "Lahar"))
    assert hash(lahar) == hash(Hazard("lahar_flood", Text("Lahar", "Lahar")))
    assert lahar.words == ("lahar",)
    assert not Hazard.is_known("lahar_flood")
    assert Hazard.of(lahar) is lahar
    assert pickle.loads(pickle.dumps(Hazard.FLOOD)) == Hazard.FLOOD != lahar
    with pytest.raises(UnknownHazardError):
        Hazard.of("lahar_flood")


def test_one_text_is_not_several_words() -> None:
    with pytest.raises(InvalidValueError) as caught:
        Hazard("lahar_flood", Text("Lahar", "Lahar"), "lahar")  # type: ignore[arg-type]
    assert (caught.value.code, caught.value.field, caught.value.value) == ("wrong_type", "words", "lahar")


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
