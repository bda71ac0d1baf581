"""What a standard says in words and by the keys of its file, part by part."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

from kesos import PEDUM_2003, Text
from kesos.counts import Count
from kesos.counts._class_words import say_axis, say_class
from kesos.hazards import Hazard
from kesos.records import to_plain
from kesos.standards import AidStandard, load_standard
from kesos.standards import _in_words as words
from kesos.standards._by_keys import by_keys, differing
from kesos.standards._saying import say
from kesos.standards._stated import clauses_of
from kesos.values import LANGUAGES

SHAPES = load_standard(Path(__file__).parent / "every_shape.toml")
PERBUP = load_standard(Path(__file__).parents[2] / "examples" / "standards" / "perbup_contoh_2020.toml")


def counted(code: str) -> Count:
    return next(count for count in SHAPES.counts if count.code == code)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_count_is_told_by_its_whole_its_axis_its_unit_and_its_most(language: str) -> None:
    hurt, crop = counted("hurt"), counted("crop")
    assert crop.unit is not None
    assert crop.most is not None
    whole = say("clause.count.of", language, whole=Count.of("injured").name)
    number = say("clause.count.number", language, axis=say_axis("percent", language))
    assert words.counted_by(hurt, SHAPES).say(language) == f"{whole}; {number}"
    unit = say("clause.count.unit", language, unit=crop.unit)
    most = say("clause.count.most", language, amount=crop.most.amount, each=crop.most.each)
    assert words.counted_by(crop, SHAPES).say(language) == f"{unit}; {most}"
    house = Count.of("house")
    classes = [say_class("damage", each, language) for each in dict(house.axis)["damage"] or ()]
    axis = say("clause.count.axis", language, axis=say_axis("damage", language), classes=classes)
    assert axis in words.counted_by(house, SHAPES).say(language)
    called = attrs.evolve(crop, words=("tanaman pangan", "padi"), unit=None, most=None)
    assert words.counted_by(called, SHAPES).say(language) == say("clause.words", language, words="tanaman pangan, padi")


@pytest.mark.parametrize("language", LANGUAGES)
def test_classes_and_values_are_told_with_their_axis_their_unit_and_their_days(language: str) -> None:
    terrain, season = SHAPES.axes
    assert words.classes_of(terrain).say(language) == say("clause.of_event", language, classes=terrain.values)
    months = ["wet (10, 11, 12, 1, 2, 3)", "dry (4, 5, 6, 7, 8)"]
    assert words.classes_of(season).say(language) == say("clause.of_date", language, classes=months)
    local, mean = SHAPES.index("local"), SHAPES.index("mean")
    unit = say("clause.index.per", language, unit=local.unit.say(language), per=local.per)
    assert words.values_of(local, SHAPES).say(language) == f"{unit}; {say('clause.index.given', language)}"
    values = [value.row.say(mean.unit, language, names=SHAPES.names) for value in mean.values]
    assert words.values_of(mean, SHAPES).say(language) == "; ".join([mean.unit.say(language), *values])
    assert all(SHAPES.names["terrain"].say(language) in value for value in values)


def test_what_is_not_said_is_nothing_and_what_nobody_lists_is_a_dash() -> None:
    assert words.listed(()) == Text("–", "–")
    assert words.also_called(()) is None
    assert words.also_called(("a", "b")) == Text("juga disebut a, b", "also called a, b")
    assert words.own_days(SHAPES.item("death")) is None
    assert words.own_days(SHAPES.item("water")) == words._OPEN
    assert words.in_a_row([None, None]) is None
    assert [words.worded(SHAPES.item(code)) for code in ("death", "rent")] == [None, None]
    [package] = SHAPES.packages
    assert words.subject(package) == Text(*(say("clause.subject", each, subject="grants") for each in LANGUAGES))
    assert words.subject(attrs.evolve(package, subject=None)) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_for_whom_an_item_is_are_told_where_its_name_is_another(language: str) -> None:
    item = PEDUM_2003.item("house_dress")
    assert item.suits is not None
    [reading] = item.suits.readings
    own = words.worded(item)
    assert own is not None
    assert own.say(language) == reading.say(language)
    other = words.worded(attrs.evolve(item, name=Text("Daster rumah", "Dress")))
    assert other is not None
    assert other.say(language) == f"{say('clause.worded', language, words=item.suits.words)}; {reading.say(language)}"


def keys_of(law: AidStandard) -> dict[tuple[str, str], dict[str, object]]:
    """By kind and code, what the file says there, without the names of those keys that are told by themselves."""
    expected: dict[tuple[str, str], dict[str, object]] = {("validity", "validity"): by_keys(law.validity)}
    if law.covers:
        expected["covers", "covers"] = {"covers": law.covers if isinstance(law.covers, str) else sorted(law.covers)}
    for window in law.windows:
        for code in window.hazards:
            ends = {"minimum": window.minimum, "maximum": window.maximum, "extended": window.extended}
            expected["window", code] = {key: end for key, end in ends.items() if end is not None}
    for package in law.packages:
        for item in package.items:
            if item.window is not None:
                expected["item_window", item.code] = {"window": by_keys(item)["window"]}
            if item.in_kind:
                expected["in_kind", item.code] = {"in_kind": to_plain(item.in_kind)}
        if package.priority is not None:
            expected["priority", package.code] = {"priority": to_plain(package.priority)}
    for hazard in law.hazards:
        expected["hazard", hazard.code] = {"name": to_plain(hazard.name), "words": list(hazard.words)}
    for note in law.not_covered:
        for code in note.hazards:
            expected["not_covered", code] = {"notes": [{"note": to_plain(note.note)}]}
    return expected


@pytest.mark.parametrize("law", [PEDUM_2003, SHAPES, PERBUP], ids=lambda law: law.code)
def test_each_clause_is_held_by_the_keys_of_the_file(law: AidStandard) -> None:
    told = {(str(kind), code): said for (kind, code), said in clauses_of(law).items()}
    for (kind, code), exact in keys_of(law).items():
        assert told[kind, code].exact == exact, (kind, code)
    for package in law.packages:
        exact = told["package", package.code].exact
        assert exact["items"] == [item.code for item in package.items]
        assert not {"priority", "judged"} & set(exact)


def test_keys_that_differ_are_told_by_their_path_in_the_words_of_the_file() -> None:
    one = {"days": {"minimum": 3, "maximum": 7}, "note": "Gunung Api – é", "code": "a"}
    other = {"days": {"minimum": 4, "maximum": 9}, "note": "x", "code": "a"}
    assert differing(one, other) == (
        'days.minimum = 3; days.maximum = 7; note = "Gunung Api – é"',
        'days.minimum = 4; days.maximum = 9; note = "x"',
    )


def test_no_source_is_among_the_keys() -> None:
    for item in (*PEDUM_2003.items, *SHAPES.items):
        assert "citation" not in by_keys(item)
        assert "code" in by_keys(item)


def test_a_hazard_of_a_standard_of_its_own_is_told_by_its_other_words() -> None:
    own = Hazard("lahar", Text("Lahar", "Lahar"), ("lahar dingin", "banjir lahar"))
    law = attrs.evolve(SHAPES, hazards=(own,))
    said = clauses_of(law)["hazard", "lahar"]
    assert said.words == words.also_called(("lahar dingin", "banjir lahar"))
    assert said.exact == {"name": to_plain(own.name), "words": ["lahar dingin", "banjir lahar"]}
