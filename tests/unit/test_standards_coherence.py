"""What has to hold between the clauses of a standard, and what its author is told where it does not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from kesos import PEDUM_2003, AidStandard, DisasterEvent, Hazard, Quantity, Text, entitle, entitle_range
from kesos.counts import Count
from kesos.errors import FaultsError, InvalidValueError, KesosError, StandardFileError, UnknownHazardError
from kesos.standards import Axis, Interval, Item, Package, Row, load_standard, loads_standard

PERBUP_TEXT = (Path(__file__).parents[2] / "examples" / "standards" / "perbup_contoh_2020.toml").read_text("utf-8")

TOLD = Text("a", "b")


def faults(**changes: object) -> dict[str | None, KesosError]:
    with pytest.raises(FaultsError) as caught:
        attrs.evolve(PEDUM_2003, **changes)
    return {fault.field: fault for fault in caught.value.faults}


def file_faults(old: str, new: str) -> dict[str | None, KesosError]:
    assert old in PERBUP_TEXT
    with pytest.raises(StandardFileError) as caught:
        loads_standard(PERBUP_TEXT.replace(old, new, 1))
    return {fault.field: fault for fault in caught.value.faults}


def test_a_hazard_that_is_brought_along_takes_no_word_of_another() -> None:
    own = Hazard("coastal_abrasion", Text("Abrasi pantai", "Coastal abrasion"), ("Longsor",))
    fault = faults(hazards=(own,))["hazards[0].words"]
    assert (fault.code, fault.value) == ("known_hazard", "longsor")
    assert "landslide" in fault.message("id")


def test_a_hazard_that_is_brought_along_takes_no_known_code() -> None:
    fault = faults(hazards=(Hazard("flood", Text("Banjir", "Flood")),))["hazards[0].code"]
    assert (fault.code, fault.value) == ("known_hazard", "flood")


@pytest.mark.parametrize(
    ("code", "word", "means"),
    [("banjir", "banjir", "flood"), ("tanah_longsor", "tanah longsor", "landslide"), ("sea_wave", "sea wave", "tide")],
)
def test_a_hazard_that_is_brought_along_takes_no_word_of_another_for_its_code(code: str, word: str, means: str) -> None:
    tide = Hazard("tide", Text("Pasang", "Tide"), ("Sea  Wave",))
    fault = faults(hazards=(tide, Hazard(code, Text("Satu", "One"))))["hazards[1].code"]
    assert (fault.code, fault.value, fault.parameters["meaning"]) == ("known_hazard", word, means)


def test_two_hazards_that_are_brought_along_share_no_word() -> None:
    first = Hazard("one", Text("Satu", "One"), ("sama",))
    second = Hazard("two", Text("Dua", "Two"), ("sama",))
    fault = faults(hazards=(first, second))["hazards[1].words"]
    assert (fault.value, "'sama' already means one" in str(fault)) == ("sama", True)


@pytest.mark.parametrize(("code", "near"), [("lanslide", "Did you mean 'landslide'? "), ("zzz", "")])
def test_an_unknown_hazard_in_a_window_gets_the_known_codes(code: str, near: str) -> None:
    fault = file_faults('"flood", "lahar_flood"', f'"flood", "lahar_flood", "{code}"')["windows"]
    assert (fault.code, fault.value) == ("hazard_unknown", code)
    assert f"{near}Known codes: flood, landslide, " in str(fault)


@pytest.mark.parametrize(
    ("old", "new", "field", "says"),
    [
        ('citation = { locator = "Pasal 5 huruf a" }', "", "packages[food].items[rice].citation", "locator"),
        ("amount = 450", "amount = 450.0", "packages[food].items[rice].amount", "without thousands points"),
        (
            "amount = 450\n",
            "amount = 450\nunspecified = true\n",
            "packages[food].items[rice].amount",
            "needs one of amount",
        ),
        ('bound = "floor"', "unspecifid = true", "packages[food].items[rice].unspecifid", "'unspecified'"),
        ('{ id = "Beras", en = "Rice" }', '"Beras"', "packages[food].items[rice].name", "{ id ="),
        ('end = "open"', "", "validity.end", '"unknown"'),
        ('beyond = "refused"', 'beyond = "no"', "durations.beyond", '"decision"'),
        ('known = "hypothetical"', 'known = "rumour"', "source.known", "hypothetical"),
        ("format = 1", "", "format", "format = 1"),
    ],
)
def test_a_slip_of_the_pen_is_told_what_to_write(old: str, new: str, field: str, says: str) -> None:
    fault = file_faults(old, new)[field]
    assert says in str(fault)


def test_a_fault_of_the_source_is_not_repeated_at_every_citation() -> None:
    assert list(file_faults('known = "hypothetical"', 'known = "rumour"')) == ["source.known"]


def test_one_clause_may_be_known_through_another_document() -> None:
    old = 'citation = { locator = "Pasal 5 huruf a" }'
    new = 'citation = { locator = "Pasal 5 huruf a", known = "quoted", quoted_in = "Laporan Contoh" }'
    citation = loads_standard(PERBUP_TEXT.replace(old, new)).item("rice").citation
    assert (citation.regulation, citation.known, citation.quoted_in) == (
        "Perbup Contoh 1/2020",
        "quoted",
        "Laporan Contoh",
    )


def test_a_longer_name_is_not_taken_for_a_misspelt_shorter_one() -> None:
    with pytest.raises(UnknownHazardError) as caught:
        Hazard.of("banjir lahar")
    assert "Did you mean" not in str(caught.value)
    assert "standard.hazard(" in str(caught.value)
    assert Hazard.meaning("  LONGSOR ") is Hazard.LANDSLIDE
    assert Hazard.meaning("banjir lahar") is None


def with_blank_oil() -> AidStandard:
    oil = Item(
        code="oil", name=Text("Minyak goreng", "Cooking oil"), unit="l", per="family", every="day",
        citation=PEDUM_2003.source,
    )  # fmt: skip
    package = Package(code="more", name=Text("Lain", "More"), items=(oil,))
    return attrs.evolve(PEDUM_2003, code="with-oil", packages=(*PEDUM_2003.packages, package))


def test_nothing_is_counted_from_a_blank_so_nothing_is_refused_for_it() -> None:
    event = DisasterEvent(hazard="flood", place="x", period="2020", people=39)
    answer = entitle(event, with_blank_oil(), days=3)
    assert answer["rice"] == Quantity(46_800, "g")
    assert [(blank.code, blank.multiplier, blank.times) for blank in answer.unspecified] == [("oil", None, 3)]
    assert "Minyak goreng: – l × 3 hari; tidak disebutkan angkanya" in answer.explain("id")


def test_a_blank_is_explained_by_whom_it_is_for() -> None:
    event = DisasterEvent(hazard="flood", place="x", period="2020", people=39, families=13)
    assert "Cooking oil: – l × 13 families × 3 days; no number is given" in entitle(
        event, with_blank_oil(), days=3
    ).explain("en")


def test_a_range_speaks_of_the_window_and_not_of_one_of_its_ends() -> None:
    event = DisasterEvent(hazard="flood", place="x", period="2020", people=39)
    text = str(entitle_range(event, PEDUM_2003))
    assert "Menurut standar: 3–7 hari" in text
    assert "Lama bantuan: 7 hari" not in text


def test_the_example_file_is_sound() -> None:
    path = Path(__file__).parents[2] / "examples" / "standards" / "perbup_contoh_2020.toml"
    assert load_standard(path) == loads_standard(PERBUP_TEXT)


SHAPES = (Path(__file__).parent / "every_shape.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new", "field", "code", "says"),
    [
        ('per = "dead"', 'per = "deads"', "#[death].per", "count_not_known", "'dead'"),
        ('of = "injured"\naxis', 'of = "injurd"\naxis', "counts[hurt].of", "count_not_known", "'injured'"),
        ('code = "hurt"', 'code = "crop"', "counts", "duplicate", "crop"),
        ('code = "season"', 'code = "terrain"', "axes", "duplicate", "terrain"),
        ('code = "mean"', 'code = "local"', "indices", "duplicate", "local"),
        ('covers = "any"', "", "windows", "missing", "covers"),
        ('covers = "any"', 'covers = ["floood"]', "covers", "hazard_unknown", "'flood'"),
        ('covers = "any"', "covers = []", "windows", "missing", "covers"),
        ('terrain = "hill", amount = {', 'terain = "hill", amount = {', "#[area].rates[0].terain", "unknown_key", "'terrain'"),  # noqa: E501
        ('terrain = "hill", amount = {', 'terrain = "hil", amount = {', "#[area].rates[0].terrain", "class_not_known", "'hill'"),  # noqa: E501
        ("percent = { from = 40, to = 60 }", 'percent = "most"', "#[limb].rates[0].percent", "not_whole", "most"),
        ("percent = { from = 61 }", "percent = { from = 60 }", "#[limb].rates", "overlap", "60"),
        ('from = "2022-10-01"', 'from = "2022-09-30"', "#[house].rates", "overlap", "30 September 2022"),
        ('"local", "mean"', '"local", "meen"', "#[wage].rates[0].of", "index_not_known", "'mean'"),
        ('amount = 100, terrain = "hill"', 'amount = 100, terrain = "hil"', "indices[mean].values[0].terrain", "class_not_known", "'hill'"),  # noqa: E501
        ('amount = 100, terrain = "hill"', "amount = 100, size = 3", "indices[mean].values[0].size", "unknown_key", "size"),  # noqa: E501
        ('amount = 100, terrain = "hill"', "amount = 100, day = { from = 3 }", "indices[mean].values[0].day", "unknown_key", "day"),  # noqa: E501
        ('from = "2022", amount = 200', 'from = "2021", amount = 200', "indices[mean].values", "overlap", "2021"),
        ('unit = "IDR"\nvalues', 'unit = "PHP"\nvalues', "#[wage].rates[0].of", "unit_mismatch", "PHP"),
        ('part = "up", window = "open"', 'part = "up"', "#[pack].window", "missing", "open"),
        ('code = "terrain"', 'code = "damage"', "axes[damage].code", "known_test", "damage"),
        ('code = "terrain"', 'code = "group"', "axes[group].code", "known_test", "group"),
        ('code = "terrain"', 'code = "percent"', "counts[hurt].axis.percent", "known_test", "terrain"),
        ('{ percent = "whole number" }', '{ day = "whole number" }', "counts[hurt].axis.day", "known_test", "day"),
        ('{ percent = "whole number" }', '{ to = "whole number" }', "counts[hurt].axis.to", "known_test", "to"),
        ('of = "injured"', 'of = "hurt"', "counts[hurt].of", "part_of_itself", "hurt"),
        ("day = { to = 3 }", "day = { from = 0, to = 3 }", "#[water].rates[0].day", "out_of_range", "0"),
        ("day = { to = 3 }", "day = { to = 0 }", "#[water].rates[0].day", "out_of_range", "0"),
        ('values = ["hill", "plain"]', 'values = ["hill", "plain", "hill"]', "axes[terrain].values", "duplicate", "hill"),  # noqa: E501
    ],
)  # fmt: skip
def test_what_a_rate_names_can_be_known_and_no_two_rows_fit_the_same(
    old: str, new: str, field: str, code: str, says: str
) -> None:
    assert old in SHAPES
    with pytest.raises(StandardFileError) as caught:
        loads_standard(SHAPES.replace(old, new, 1))
    fault = {fault.field: fault for fault in caught.value.faults}[field.replace("#", "packages[aid].items")]
    assert fault.code == code
    assert says in str(fault) or says in str(fault.value)
    for language in ("id", "en"):
        assert fault.message(language)


def test_a_standard_covers_the_hazards_that_it_says() -> None:
    law = loads_standard(SHAPES.replace('covers = "any"', 'covers = ["flood", "landslide"]'))
    assert [law.covers_hazard(hazard) for hazard in (Hazard.FLOOD, Hazard.LANDSLIDE, Hazard.FIRE)] == [
        True,
        True,
        False,
    ]
    assert loads_standard(SHAPES).covers_hazard(Hazard.FIRE)
    assert law.index("mean").code == "mean"
    assert (law.count("hurt").part_of, law.count("dead").code) == ("injured", "dead")


def test_counts_that_are_parts_of_each_other_are_refused_each_at_its_own() -> None:
    circle = SHAPES.replace('of = "injured"', 'of = "crop"')
    circle = circle.replace('code = "crop"\nunit', 'code = "crop"\nof = "hurt"\nunit')
    with pytest.raises(StandardFileError) as caught:
        loads_standard(circle)
    found = {fault.field: (fault.code, fault.value) for fault in caught.value.faults}
    assert found == {
        "counts[hurt].of": ("part_of_itself", "crop"),
        "counts[crop].of": ("part_of_itself", "hurt"),
    }
    law = loads_standard(SHAPES)
    hurt, crop = (law.count(code) for code in ("hurt", "crop"))
    with pytest.raises(FaultsError) as built:
        attrs.evolve(law, counts=(attrs.evolve(hurt, of="crop"), attrs.evolve(crop, of="hurt")))
    assert {fault.field: (fault.code, fault.value) for fault in built.value.faults} == found
    assert attrs.evolve(law, counts=(attrs.evolve(hurt, of="crop"), attrs.evolve(crop, of="injured"))).counts


def test_a_count_that_stands_beside_a_circle_is_not_blamed_for_it() -> None:
    law = loads_standard(SHAPES)
    hurt, crop = (law.count(code) for code in ("hurt", "crop"))
    more = attrs.evolve(hurt, code="more", of="hurt")
    with pytest.raises(FaultsError) as built:
        attrs.evolve(law, counts=(attrs.evolve(hurt, of="crop"), attrs.evolve(crop, of="hurt"), more))
    assert [fault.field for fault in built.value.faults] == ["counts[hurt].of", "counts[crop].of"]


@pytest.mark.parametrize(
    ("make", "code", "field"),
    [
        (lambda: Count(code="hurt", name=TOLD, of="hurt", citation=PEDUM_2003.source), "part_of_itself", "of"),
        (lambda: Axis(code="damage", name=TOLD, of="event", values=["a"]), "known_test", "code"),
        (lambda: Axis(code="size", name=TOLD, of="date", months={"wet": [1]}), "known_test", "code"),
        (lambda: Axis(code="from", name=TOLD, of="event", values=["a"]), "known_test", "code"),
        (lambda: Axis(code="terrain", name=TOLD, of="event", values=["a", "a"]), "duplicate", "values"),
        (lambda: Row(tests={"day": Interval(0, 3)}, amount=1), "out_of_range", "day"),
        (lambda: Row(tests={"day": {"to": 0}}, amount=1), "out_of_range", "day"),
        (lambda: Row(tests={"amount": 3}, amount=1), "known_test", "tests"),
    ],
)
def test_what_a_file_may_not_say_cannot_be_built_either(make: Callable[[], object], code: str, field: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        make()
    assert (caught.value.code, caught.value.field) == (code, field)
    assert caught.value.message("id") != caught.value.message("en")


def test_a_measure_that_lacks_or_has_no_place_is_told_with_the_unit_and_a_package_without_items_by_its_path() -> None:
    law = loads_standard(SHAPES)
    [package] = law.packages

    def told(**changes: object) -> dict[str | None, tuple[object, object, dict[str, object]]]:
        with pytest.raises(FaultsError) as caught:
            attrs.evolve(law, **changes)
        return {each.field: (each.args[0], each.value, each.parameters) for each in caught.value.faults}

    def with_item(code: str, **changes: object) -> dict[str | None, tuple[object, object, dict[str, object]]]:
        items = [attrs.evolve(each, **changes) if each.code == code else each for each in package.items]
        return told(packages=[attrs.evolve(package, items=items)])

    crop = next(count.unit for count in law.counts if count.code == "crop")
    assert crop is not None
    assert with_item("crop", measure=None) == {
        "packages[aid].items[crop].measure": ("missing.measure", None, {"unit": crop.many})
    }
    assert with_item("death", measure="ha") == {"packages[aid].items[death].measure": ("not_used.measure", "ha", {})}
    assert told(packages=[*law.packages, attrs.evolve(package, code="none", items=())])["packages[none].items"] == (
        "empty.table",
        (),
        {},
    )
