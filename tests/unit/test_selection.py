"""The worksheet for selective aid: what it lays out, in whose order, and what it counts."""

import pickle
from typing import Any

import attrs
import pytest

from kesos.errors import FaultsError, InvalidValueError, UnknownItemError
from kesos.events import DisasterEvent
from kesos.people import Beneficiary, Household
from kesos.people._field_words import say_field
from kesos.relief import Worksheet, entitle, worksheet
from kesos.relief._orders import ORDERS
from kesos.standards import PEDUM_2003, AidStandard, Between, Item, Judged, Package, Suits, Validity
from kesos.values import LANGUAGES, Citation, Period, Quantity, Span, Text
from kesos.words import REDACTED

ITEMS = PEDUM_2003.selective
ON = "2017-03-01"
MOTHER = Beneficiary(sex="female", birth_date="1987-02-01", schooling="none")
BOY = Beneficiary(sex="male", birth_date="2009-01-01", schooling="primary")
GIRL = Beneficiary(sex="female", birth_date="2012-01-01", schooling="none", reference="c3")
F1 = Household(reference="f1", members=[MOTHER, BOY, GIRL], damage="light", very_poor=True, clothing_need=True)
F2 = Household(reference="f2", damage="heavy", poor=False, kitchen_need=False)
F3 = Household(reference="f3", members=[Beneficiary()], poor=True, income_lost=True)
F4 = Household(reference="f4", members=[MOTHER, BOY], damage="none")
ALL = (F1, F2, F3, F4)


def sheet(**how: Any) -> Worksheet:
    return worksheet(ALL, on=ON, **how)


def suits(item: str, **how: Any) -> dict[str, bool | None]:
    return {one.reference: one.suits for one in sheet(**how).candidates(item)}


# --- what the words of an item say ---------------------------------------------------------------------------


def test_the_items_are_those_of_the_standard_in_its_words() -> None:
    assert [item.code for package in PEDUM_2003.packages[1:] for item in package.items] == [item.code for item in ITEMS]
    for item in ITEMS:
        assert item.suits is not None
        assert item.name.id == item.suits.words


def test_the_words_leave_it_open_whom_a_sarong_is_for() -> None:
    everybody = {"f1", "f1/1", "f1/2", "c3", "f2", "f3", "f3/1", "f4", "f4/1", "f4/2"}
    for item in ITEMS:
        if item.suits is not None and item.suits.is_open:
            assert suits(item.code, adult_from=18) == dict.fromkeys(everybody)
    assert [item.code for item in ITEMS if item.suits and not item.suits.is_open] == [
        *("house_dress", "boys_clothes", "girls_clothes", "boys_school_uniform", "girls_school_uniform")
    ]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("house_dress", {"f1/1": True, "f2": None, "f3/1": None, "f4/1": True}),
        ("boys_clothes", {"f1/2": True, "f2": None, "f3/1": None, "f4/2": True}),
        ("girls_clothes", {"c3": True, "f2": None, "f3/1": None}),
        ("boys_school_uniform", {"f1/2": True, "f2": None, "f3/1": None, "f4/2": True}),
        ("girls_school_uniform", {"f2": None, "f3/1": None}),
    ],
)
def test_clothing_suits_whom_its_words_name(item: str, expected: dict[str, bool | None]) -> None:
    assert suits(item, adult_from=18) == expected


def test_without_the_callers_word_nobody_is_an_adult_or_a_child() -> None:
    assert suits("house_dress") == {"f1/1": None, "c3": None, "f2": None, "f3/1": None, "f4/1": None}
    open_for_mother = sheet().candidates("house_dress")[0]
    assert open_for_mother.missing == ("adult_from",)
    assert suits("boys_school_uniform") == suits("boys_school_uniform", adult_from=18)  # this one needs no age


def test_the_callers_word_on_who_is_an_adult_is_a_reading_on_the_sheet() -> None:
    assert [reading.word for reading in sheet().readings] == ["daster"]
    declared = sheet(adult_from=17).readings[-1]
    assert (declared.word, declared.read_as) == ("dewasa / anak", "17 tahun ke atas / di bawah 17 tahun")


@pytest.mark.parametrize(("born", "adult"), [("1999-03-02", False), ("1999-03-01", True), ("1999-02-28", True)])
def test_somebody_becomes_an_adult_on_their_birthday(born: str, adult: bool) -> None:
    girl = Household(reference="x", members=[Beneficiary(sex="female", birth_date=born)])
    laid_out = worksheet([girl], on=ON, adult_from=18)
    assert [one.suits for one in laid_out.candidates("house_dress")] == ([True] if adult else [])
    assert [one.suits for one in laid_out.candidates("girls_clothes")] == ([] if adult else [True])


def test_what_is_not_known_is_named() -> None:
    rows = {row.reference: row.not_known for row in sheet(adult_from=18).rows}
    assert rows["f1"] == ("kitchen_need", "income_lost")
    assert rows["f2"] == ("clothing_need", "income_lost", "members")
    person = ("members[0].sex", "members[0].birth_date", "members[0].schooling")
    assert rows["f3"] == ("clothing_need", "kitchen_need", "damage", *person)
    incomplete = Household(reference="x", members=[BOY], members_complete=False)
    assert "members" in worksheet([incomplete], on=ON).rows[0].not_known
    by_whom = {one.reference: one.missing for one in worksheet([incomplete], on=ON).candidates("girls_school_uniform")}
    assert by_whom == {"x": ("members",)}


def test_what_is_known_is_laid_out_and_decides_nothing() -> None:
    facts = {row.reference: [fact.id for fact in row.facts] for row in sheet().rows}
    assert facts == {
        "f1": ["rumah rusak ringan", "sangat miskin", "3 orang"],
        "f2": ["rumah rusak berat", "tidak miskin"],
        "f3": ["miskin", "pendapatan turun sementara", "1 orang"],
        "f4": ["rumah tidak rusak", "2 orang"],
    }
    assert [(row.clothing, row.kitchen) for row in sheet().rows] == [
        (True, None),
        (None, False),
        (None, None),
        (None, None),
    ]


def test_a_uniform_is_for_nobody_too_young_for_the_school() -> None:
    for age, suits in ((4, []), (5, [None])):
        laid_out = worksheet([Household(reference="f1", members=[Beneficiary(sex="female", age=age)])], on=ON)
        assert [one.suits for one in laid_out.candidates("girls_school_uniform")] == suits


# --- the caller's order ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("as_given", ("f1", "f2", "f3", "f4")),
        ("heaviest_damage_first", ("f2", "f1", "f4", "f3")),
        ("poorest_first", ("f1", "f3", "f2", "f4")),
        ("largest_first", ("f1", "f4", "f3", "f2")),
        ("smallest_first", ("f3", "f4", "f1", "f2")),
    ],
)
def test_households_come_in_the_order_that_the_caller_names(order: Any, expected: tuple[str, ...]) -> None:
    assert sheet(order=order).references == expected
    assert sheet(order=order).order == order
    assert order in ORDERS


def test_or_in_an_order_of_the_callers_own() -> None:
    backwards = sheet(order=lambda household: -int(household.reference[1:]))
    assert (backwards.references, backwards.order) == (("f4", "f3", "f2", "f1"), "key")
    assert "Urutan: menurut ketentuan pemakai" in str(backwards)


def test_an_unknown_order_is_refused() -> None:
    with pytest.raises(InvalidValueError) as caught:
        sheet(order="neediest_first")
    assert (caught.value.field, caught.value.value) == ("order", "neediest_first")


# --- the caller's choice -----------------------------------------------------------------------------------------


def test_only_those_whom_the_caller_marks_are_counted() -> None:
    laid_out = sheet(adult_from=18)
    chosen = {"sarong": ["f1", "f3"], "boys_clothes": ["f1/2"], "house_dress": ["f1/1", "f3/1"], "kerosene_stove": []}
    assert laid_out.recipients(chosen) == {"sarong": 2, "boys_clothes": 1, "house_dress": 2, "kerosene_stove": 0}
    assert laid_out.recipients({}) == {}


def test_the_count_is_just_what_the_entitlement_takes() -> None:
    flood = DisasterEvent(hazard="flood", place="x", period="2017-02-28", people=6)
    marks = {item.code: [sheet(adult_from=18).candidates(item.code)[0].reference] for item in ITEMS}
    recipients = sheet(adult_from=18).recipients(marks)
    owed = entitle(flood, PEDUM_2003, days=3, recipients=recipients)
    assert owed["sarong"] == Quantity(1, "piece")
    assert owed["boys_school_uniform"] == Quantity(1, "set")
    assert {one.item.code for one in owed.unspecified} == {"plates", "glasses"}


@pytest.mark.parametrize(
    ("chosen", "field", "code", "value"),
    [
        ({"sarng": ["f1"]}, "chosen", "unknown_item", REDACTED),
        ({5: ["f1"]}, "chosen", "unknown_item", REDACTED),
        ({"sarong": "f1"}, "chosen['sarong']", "wrong_type", REDACTED),
        ({"sarong": 3}, "chosen['sarong']", "wrong_type", REDACTED),
        ({"sarong": ["f9"]}, "chosen['sarong'][0]", "unknown_reference", REDACTED),
        ({"sarong": [1]}, "chosen['sarong'][0]", "unknown_reference", REDACTED),
        ({"sarong": ["f1", "f2", "f1"]}, "chosen['sarong'][2]", "marked_twice", "f1"),
        ({"sarong": ["f1", "f1/2"]}, "chosen['sarong'][1]", "household_and_member", "f1/2"),
        ({"sarong": ["c3", "f1"]}, "chosen['sarong'][1]", "household_and_member", "f1"),
        ({"boys_clothes": ["f1/1"]}, "chosen['boys_clothes'][0]", "does_not_suit", "f1/1"),
        ({"boys_clothes": ["f1"]}, "chosen['boys_clothes'][0]", "does_not_suit", "f1"),
    ],
)
def test_a_mark_that_cannot_be_is_refused(chosen: Any, field: str, code: str, value: object) -> None:
    with pytest.raises(FaultsError) as caught:
        sheet(adult_from=18).recipients(chosen)
    (fault,) = caught.value.faults
    assert (fault.field, fault.code, fault.value) == (field, code, value)


def test_all_bad_marks_are_named_at_once() -> None:
    with pytest.raises(FaultsError) as caught:
        sheet().recipients({"sarong": ["f8", "f1", "f9"], "plats": ["f1"], "plates": ["f2"]})
    assert [fault.field for fault in caught.value.faults] == ["chosen['sarong'][0]", "chosen['sarong'][2]", "chosen"]
    assert "'plates'" in str(caught.value)
    assert "plats" not in str(caught.value)


def test_two_members_of_one_household_may_each_get_one() -> None:
    assert sheet().recipients({"polo_shirt": ["f1/1", "f1/2", "c3"]}) == {"polo_shirt": 3}


def test_marks_are_a_mapping() -> None:
    with pytest.raises(InvalidValueError) as caught:
        sheet().recipients(["f1"])  # type: ignore[arg-type]
    assert (caught.value.field, caught.value.value) == ("chosen", REDACTED)


def test_candidates_of_an_unknown_item() -> None:
    with pytest.raises(UnknownItemError) as caught:
        sheet().candidates("daster")
    assert (caught.value.field, caught.value.value) == ("item", "daster")


# --- what is refused at the door -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("households", "field", "code"),
    [
        ([F1, Household()], "households[1].reference", "no_reference"),
        ([F1, F1], "households[1].reference", "reference_used_twice"),
        ([F1, Household(reference="f1/2")], "households[1].reference", "reference_used_twice"),
        ([F1, Household(reference="x", members=[GIRL])], "households[1].reference", "reference_used_twice"),
        ([F1, "f2"], "households[1]", "wrong_type"),
        (F1, "households", "wrong_type"),
    ],
)
def test_each_household_has_a_reference_of_its_own(households: Any, field: str, code: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        worksheet(households, on=ON)
    assert (caught.value.field, caught.value.code) == (field, code)


@pytest.mark.parametrize("adult_from", [-1, True, 17.5, "17"])
def test_the_age_of_an_adult_is_a_count(adult_from: Any) -> None:
    with pytest.raises(InvalidValueError) as caught:
        sheet(adult_from=adult_from)
    assert caught.value.field == "adult_from"


def test_somebody_born_after_the_day_is_named_by_place() -> None:
    with pytest.raises(InvalidValueError) as caught:
        worksheet([attrs.evolve(F1, members=[Beneficiary(), MOTHER, GIRL])], on="2010-01-01")
    assert (caught.value.field, caught.value.value) == ("f1: members[2].birth_date", REDACTED)


def test_of_nobody_the_sheet_is_empty() -> None:
    assert worksheet([], on=ON).rows == ()


# --- other standards ----------------------------------------------------------------------------------------------

SOURCE = Citation(regulation="Perbup Contoh 3/2024", locator="Pasal 4", known="hypothetical")
NAME = Text("Terpal", "Tarpaulin")
TARPAULIN = Item(code="tarpaulin", name=NAME, amount=1, unit="piece", per="recipient", citation=SOURCE)
RICE = Item(code="rice", name=Text("Beras", "Rice"), amount=1, unit="kg", per="person", citation=SOURCE)
PADS = Item(
    code="pads",
    name=Text("Pembalut", "Sanitary pads"),
    amount=1,
    unit="piece",
    per="recipient",
    suits=Suits(sex="female"),
    citation=SOURCE,
)
JUDGED = Judged(need=Text("tanpa atap", "without a roof"), citation=SOURCE)


def law(*packages: Package) -> AidStandard:
    validity = Validity(start=Period.of("2017"), end="open", citation=SOURCE)
    return AidStandard(code="contoh", title=NAME, source=SOURCE, validity=validity, covers="any", packages=packages)


def package(code: str, *items: Item, judged: Judged | None = None) -> Package:
    return Package(code=code, name=Text(f"paket {code}", f"{code} package"), items=items, judged=judged)


def test_without_a_standard_the_sheet_is_that_of_pedum_2003() -> None:
    assert sheet() == sheet(standard=PEDUM_2003) == worksheet(ALL, PEDUM_2003, on=ON)


def test_an_item_of_another_standard_suits_whom_its_file_names() -> None:
    more = attrs.evolve(RICE, code="more_rice")
    own = law(package("food", RICE), package("shelter", more, TARPAULIN, PADS, judged=JUDGED))
    laid_out = sheet(standard=own)
    assert {one.reference for one in laid_out.candidates("pads") if one.suits} == {"f1/1", "c3", "f4/1"}
    assert {one.suits for one in laid_out.candidates("tarpaulin")} == {None}
    assert laid_out.recipients({"tarpaulin": ["f2"], "pads": ["c3"]}) == {"tarpaulin": 1, "pads": 1}
    for item in ("rice", "more_rice", "sarong"):
        with pytest.raises(UnknownItemError):
            laid_out.candidates(item)


def test_a_need_without_a_field_of_the_household_counts_as_not_judged() -> None:
    laid_out = sheet(standard=law(package("shelter", TARPAULIN, judged=JUDGED)))
    assert [row.judged for row in laid_out.rows] == [(("shelter", None),)] * 4
    assert {(row.clothing, row.kitchen) for row in laid_out.rows} == {(None, None)}
    assert laid_out.rows[0].not_known == ("income_lost",)
    assert laid_out.explain("en").count("without a roof: not yet judged by an officer") == 4


def test_a_need_with_a_field_is_judged_as_the_household_says_whatever_the_package_is_called() -> None:
    clothes = attrs.evolve(JUDGED, field="clothing_need")
    laid_out = sheet(standard=law(package("textiles", PADS, judged=clothes)))
    assert [row.judged for row in laid_out.rows] == [(("textiles", given),) for given in (True, None, None, None)]
    assert "clothing_need" in laid_out.rows[1].not_known
    said = laid_out.explain("id")
    assert said.count("ya, menurut penilaian petugas") == 1
    assert "belum dinilai petugas" not in said  # what is not known is said once, among what is not known
    assert said.count("penilaian petugas tentang sandang") == 3


def test_the_sheet_of_another_standard_names_its_own_packages_words_and_sources() -> None:
    packages = [package(code, attrs.evolve(PADS, code=f"pads_{code}")) for code in ("x", "y", "z")]
    laid_out = sheet(standard=law(*packages), adult_from=18)
    assert str(laid_out).startswith("Lembar kerja bantuan selektif (paket x, paket y dan paket z), ")
    assert laid_out.explain("en").startswith("Worksheet for selective aid (x package, y package, z package), ")
    assert laid_out.readings == ()  # nothing is for adults or children, so who is one is not asked
    assert "Sanitary pads: f1/1, c3" in laid_out.explain("en")
    assert "Pembalut: f1/1, c3" in str(laid_out)
    assert str(laid_out).count("Sumber: Perbup Contoh 3/2024, Pasal 4") == 1
    assert "tidak menyebut untuk siapa" not in str(laid_out)
    assert "dinilai petugas" not in str(laid_out)


@pytest.mark.parametrize("standard", [law(package("food", RICE)), "pedum-2003"])
def test_a_standard_that_chooses_nobody_has_no_sheet(standard: Any) -> None:
    with pytest.raises(InvalidValueError) as caught:
        worksheet(ALL, standard, on=ON)
    assert caught.value.field == "standard"
    assert caught.value.code == ("wrong_type" if isinstance(standard, str) else "nothing_selective")


def test_only_the_first_unknown_marks_are_compared_with_every_reference() -> None:
    with pytest.raises(FaultsError) as caught:
        sheet().recipients({"sarong": [f"unknown {number}" for number in range(22)]})
    assert [bool(fault.hint) for fault in caught.value.faults] == [True] * 20 + [False] * 2


# --- in words --------------------------------------------------------------------------------------------------------


def test_the_sheet_says_what_it_holds_and_that_it_chooses_nobody() -> None:
    laid_out = sheet(adult_from=18, order="largest_first")
    for language in LANGUAGES:
        said = laid_out.explain(language)
        assert all(reference in said for reference in laid_out.references)
        assert all(fact.say(language) in said for row in laid_out.rows for fact in row.facts)
        assert all(reading.say(language) in said for reading in laid_out.readings)
        assert all(say_field(field, language) in said for row in laid_out.rows for field in row.not_known)
    assert "Pakaian anak laki-laki: f1/2" in laid_out.explain("id")
    assert "tidak memilih siapa pun" in str(laid_out)
    assert "\nUrutan: rumah tangga terbesar didahulukan\n" in str(laid_out)
    assert "\nOrder: largest household first\n" in laid_out.explain("en")
    assert "selects nobody" in laid_out.explain("en")
    assert "huruf c" in str(laid_out)


def test_a_sheet_survives_a_pickle() -> None:
    assert pickle.loads(pickle.dumps(sheet())) == sheet()


@pytest.mark.parametrize(("at_least", "at_most", "given"), [(2, 5, 3), (1, 4, 1), (2, 5, 0)])
def test_a_range_for_each_recipient_is_so_often_its_least_and_its_most(at_least: int, at_most: int, given: int) -> None:
    sheets = attrs.evolve(TARPAULIN, amount=Between(at_least, at_most))
    own = law(package("food", RICE), package("shelter", sheets, judged=JUDGED))
    event = DisasterEvent(hazard="flood", place="x", period=ON, people=10)
    owed = entitle(event, own, recipients={"tarpaulin": given}).get("tarpaulin")
    least, most = Quantity(at_least * given, "piece"), Quantity(at_most * given, "piece")
    assert owed == (Span(least, most) if given else least)
    assert type(owed) is (Span if given else Quantity)
