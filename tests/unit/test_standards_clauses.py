from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from typing import Any

import attrs
import numpy as np
import pytest

from kesos import PEDUM_2003, Citation, Hazard, Period, Quantity, Rounding, Text, Unit, errors
from kesos._checks import within
from kesos.errors import FaultsError, InvalidValueError
from kesos.standards import (
    AidStandard,
    Between,
    Cycle,
    Days,
    Durations,
    HazardReading,
    InKind,
    Item,
    Judged,
    NotCovered,
    Package,
    Row,
    Suits,
    Validity,
    Window,
    digest,
    dumps_standard,
    loads_standard,
)
from kesos.standards._amounts import LARGEST_AMOUNT, LONGEST_WINDOW
from kesos.values import Reading

SOURCE = Citation(regulation="Peraturan Contoh", locator="Pasal 1", known="hypothetical")
NAME = Text("Barang", "Thing")
WORD = Reading(word="daster", read_as="baju rumah wanita", reason=NAME)
NEED = Judged(need=NAME, about=NAME, field="kitchen_need", citation=SOURCE)


def refusal(call: Callable[[], object]) -> errors.KesosError:
    with pytest.raises(errors.KesosError) as caught:
        call()
    assert caught.value.message("id")
    assert caught.value.message("en")
    return caught.value


def item(**more: Any) -> Item:
    given = {"code": "thing", "name": NAME, "amount": 1, "unit": "unit", "per": "person", "citation": SOURCE}
    return Item(**{**given, **more})


def window(**more: Any) -> Window:
    return Window(**{"hazards": ("flood",), "minimum": 3, "maximum": 7, "extended": 12, "citation": SOURCE, **more})


def standard(**more: Any) -> AidStandard:
    package = Package(code="own", name=NAME, items=(item(),))
    return AidStandard(**{
        "code": "contoh", "title": NAME, "source": SOURCE,
        "validity": Validity(start=Period.of("2017"), end="open", citation=SOURCE),
        "durations": Durations(beyond="refused", note=NAME, citation=SOURCE),
        "windows": (window(),), "packages": (package,), **more,
    })  # fmt: skip


def test_a_number_lies_between_its_limits() -> None:
    assert [within(number, "n", least=1, most=3) for number in (1, 2, 3)] == [1, 2, 3]
    for number in (0, 4):
        error = refusal(lambda number=number: within(number, "n", least=1, most=3))  # type: ignore[misc]
        assert (error.code, error.field, error.value) == ("out_of_range", "n", number)
        assert f"{number} tidak berada di antara 1 dan 3" in error.message("id")
        assert f"{number} is not from 1 to 3" in error.message("en")


# --- items -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("amount", [0, 1, LARGEST_AMOUNT - 1, LARGEST_AMOUNT, np.int64(400)])
def test_an_amount_is_stored_as_an_int_with_its_rate(amount: Any) -> None:
    held = item(amount=amount, unit="kg")
    assert type(held.amount) is int
    assert held.rate == Quantity(int(amount), "kg")
    assert held.unspecified is False
    assert held.unit is Unit.of("kg")


@pytest.mark.parametrize("amount", [-1, LARGEST_AMOUNT + 1])
def test_an_amount_out_of_range_is_refused(amount: int) -> None:
    error = refusal(lambda: item(amount=amount))
    assert (error.code, error.field, error.value) == ("out_of_range", "amount", amount)


def test_a_blank_amount_has_no_rate() -> None:
    blank = item(amount=None, unit="dozen")
    assert (blank.rate, blank.unspecified, blank.unit.code) == (None, True, "dozen")
    assert (blank.name.say("id"), blank.name.say("en")) == ("Barang", "Thing")


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"group": 0}, "out_of_range", "group"),
        ({"group": 2}, "missing", "rounding"),
        ({"group": 2, "rounding": Rounding.UP}, "missing", "counted"),
        ({"group": 2, "counted": "event"}, "missing", "rounding"),
        ({"group": 2, "rounding": Rounding.UP, "counted": "event", "per": "event"}, "group_does_not_fit", "group"),
        ({"group": 2, "rounding": Rounding.UP, "counted": "event", "per": "recipient"}, "group_does_not_fit", "group"),
        ({"rounding": Rounding.UP}, "not_used", "rounding"),
        ({"counted": "place"}, "not_used", "counted"),
        ({"every": "month"}, "missing", "month_days"),
        ({"every": "month", "month_days": 30}, "missing", "part"),
        ({"every": "month", "month_days": 0, "part": "up"}, "out_of_range", "month_days"),
        ({"every": "month", "month_days": 32, "part": "up"}, "out_of_range", "month_days"),
        ({"month_days": 30}, "not_used", "month_days"),
        ({"part": "up"}, "not_used", "part"),
        ({"every": "day", "part": "whole"}, "not_used", "part"),
        ({"every": "week"}, "missing", "part"),
        ({"every": Cycle(days=90)}, "missing", "part"),
        ({"every": "week", "part": "up", "month_days": 7}, "not_used", "month_days"),
        ({"per": "recipient", "every": "day"}, "not_once", "every"),
        ({"per": "recipient", "rates": (Row(amount=1),), "amount": None, "every": "once"}, "not_used", "rates"),
        ({"per": "Rumah"}, "not_a_slug", "per"),
        ({"every": "year"}, "not_a_choice", "every"),
        ({"bound": "least"}, "not_a_choice", "bound"),
        ({"window": "open"}, "not_used", "window"),
        ({"every": "day", "window": "closed"}, "not_a_choice", "window"),
        ({"rates": (Row(amount=1),), "amount": 1}, "not_used", "amount"),
        ({"rates": 1, "amount": None}, "wrong_type", "rates"),
        ({"measure": "acre"}, "unknown_unit", "measure"),
        ({"measure": "IDR/100"}, "not_whole", "measure"),
        ({"group": 2, "rounding": Rounding.UP, "counted": "village"}, "not_a_choice", "counted"),
        ({"group": 2, "rounding": "up", "counted": "event"}, "wrong_type", "rounding"),
        ({"every": "month", "month_days": 30, "part": Rounding.UP}, "not_a_choice", "part"),
        ({"bound": 1}, "not_a_choice", "bound"),
        ({"in_kind": "eggs"}, "wrong_type", "in_kind"),
        ({"code": "Thing"}, "not_a_slug", "code"),
    ],
)
def test_an_item_that_contradicts_itself_is_refused(given: dict[str, Any], code: str, field: str) -> None:
    error = refusal(lambda: item(**given))
    assert (error.code, error.field) == (code, field)
    assert error.value == given.get(field)


@pytest.mark.parametrize(
    "given",
    [
        {"group": 2, "rounding": Rounding.UP, "counted": "event"},
        {"group": LARGEST_AMOUNT, "rounding": Rounding.DOWN, "counted": "place", "per": "family"},
        {"every": "month", "month_days": 1, "part": "up"},
        {"every": "month", "month_days": np.int8(31), "part": "whole"},
        {"every": "week", "part": "down", "window": Days(minimum=7, maximum=28, extended=56)},
        {"every": Cycle(days=90), "part": "up", "window": "open"},
        {"every": Cycle(days=Between(2, 3)), "part": "up", "bound": "ceiling"},
        {"per": "house", "amount": None, "rates": (Row(tests={"damage": "heavy"}, amount="3.5"),), "unit": "m2"},
        {"amount": Between("4.5", "5.5"), "unit": "m2"},
        {"every": "day", "bound": "floor", "in_kind": [InKind(code="eggs", name=NAME)]},
        {"per": "recipient"},
        {"per": "recipient", "suits": Suits(words="Kain")},
        {"per": "recipient", "suits": Suits(sex="male", grown=False, schooling=("primary",), readings=(WORD,))},
        {"per": "event", "every": "day"},
    ],
)
def test_an_item_of_any_sound_shape_survives_its_file(given: dict[str, Any]) -> None:
    own = standard(packages=[Package(code="own", name=NAME, priority=NAME, items=[item(**given)])])  # type: ignore[arg-type]
    again = loads_standard(dumps_standard(own))
    assert again == own
    assert again.items == own.items
    assert digest(again) == digest(own)
    for number in (again.items[0].group, again.items[0].month_days):
        assert number is None or type(number) is int


@pytest.mark.parametrize("judged", [Judged(need=NAME, citation=SOURCE), NEED])
def test_a_need_that_an_officer_judges_survives_its_file(judged: Judged) -> None:
    given = item(per="recipient", citation=SOURCE)
    own = standard(packages=[Package(code="own", name=NAME, judged=judged, items=[item(code="rice"), given])])  # type: ignore[arg-type]
    assert loads_standard(dumps_standard(own)) == own
    assert own.packages[0].selective == own.selective == (given,)
    unjudged = standard(packages=[Package(code="own", name=NAME, items=[item(code="rice"), given])])  # type: ignore[arg-type]
    assert digest(unjudged) != digest(own)


def test_only_what_is_for_chosen_recipients_says_whom_it_suits_and_who_is_in_need() -> None:
    with pytest.raises(InvalidValueError) as caught:
        item(suits=Suits(sex="male"))
    assert (caught.value.code, caught.value.field, caught.value.value) == ("not_used", "suits", "person")
    with pytest.raises(InvalidValueError) as caught:
        Package(code="own", name=NAME, judged=NEED, items=(item(),))
    assert (caught.value.code, caught.value.field, caught.value.value) == ("not_used", "judged", "own")


# --- windows and years -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"minimum": 0}, "out_of_range", "minimum"),
        ({"minimum": 8}, "minimum_above_maximum", "minimum"),
        ({"maximum": LONGEST_WINDOW + 1, "extended": None}, "out_of_range", "maximum"),
        ({"extended": 7}, "extended_not_above_maximum", "extended"),
        ({"extended": 0}, "out_of_range", "extended"),
        ({"extended": LONGEST_WINDOW + 1}, "out_of_range", "extended"),
        ({"hazards": ()}, "missing", "hazards"),
        ({"hazards": "flood"}, "wrong_type", "hazards"),
        ({"hazards": ("Flood",)}, "not_a_slug", "hazards"),
    ],
)
def test_a_window_that_contradicts_itself_is_refused(given: dict[str, Any], code: str, field: str) -> None:
    error = refusal(lambda: window(**given))
    assert (error.code, error.field) == (code, field)


def test_a_window_ends_with_its_extension() -> None:
    assert (window().longest, window(extended=None).longest, window(extended=8).longest) == (12, 7, 8)
    assert window(minimum=7, extended=None).minimum == 7
    held = window(hazards=["flood", "haze"], minimum=np.int8(3), maximum=LONGEST_WINDOW, extended=None)
    assert held.hazards == ("flood", "haze")
    assert type(held.minimum) is int


def test_a_window_says_its_days_once_for_explanation_refusal_and_table() -> None:
    said = {
        (3, 7, 12): ("3–7 hari, dapat diperpanjang hingga 12 hari", "3–7 days, which may be extended to 12 days"),
        (3, 7, None): ("3–7 hari, tanpa perpanjangan", "3–7 days, with no extension"),
        (3, 3, None): ("3 hari, tanpa perpanjangan", "3 days, with no extension"),
    }
    for (minimum, maximum, extended), words in said.items():
        each = window(minimum=minimum, maximum=maximum, extended=extended)
        assert (each.say("id"), each.say("en")) == words
    assert (window().say("id", brief=True), window().say("en", brief=True)) == (
        "3–7 hari (maks. 12)",
        "3–7 days (max. 12)",
    )
    assert window(extended=None).say("en", brief=True) == "3–7 days"
    assert refusal(lambda: window().say("jv")).field == "language"


@pytest.mark.parametrize(
    ("given", "indonesian", "english"),
    [
        ({}, "1 buah/jiwa", "1 unit/person"),
        ({"amount": None, "per": "recipient"}, "– buah/penerima (disebut tanpa angka)",
         "– units/recipient (named without a number)"),
        ({"per": "event", "every": "day", "bound": "floor"}, "1 buah/kejadian/hari (minimal)",
         "1 unit/event/day (at least)"),
        ({"group": 20, "rounding": Rounding.UP, "counted": "place"},
         "1 buah/20 jiwa (sisanya dibulatkan ke atas, di setiap tempat)",
         "1 unit/20 person (the rest is rounded up, in each place)"),
        ({"per": "family", "every": "month", "month_days": 30, "part": "down"},
         "1 buah/KK/bulan (satu bulan 30 hari, sisanya dibulatkan ke bawah)",
         "1 unit/family/month (a month of 30 days, the rest is rounded down)"),
    ],
)  # fmt: skip
def test_an_item_says_its_rate(given: dict[str, Any], indonesian: str, english: str) -> None:
    assert (item(**given).say("id"), item(**given).say("en")) == (indonesian, english)


def test_durations_and_what_is_left_to_another_say_where_it_is_said() -> None:
    nowhere = Citation(regulation="x")
    assert Durations(beyond="refused", note=NAME, citation=SOURCE).say("en") == "Thing [Peraturan Contoh, Pasal 1]"
    assert Durations(beyond="refused", note=NAME, citation=nowhere).say("id") == "Barang [x]"
    assert NotCovered(hazards=("fire",), note=NAME, citation=nowhere).say("en") == "Thing (x)"


def test_validity_covers_by_the_first_day() -> None:
    validity = Validity(start=Period.of("2017-03"), end=Period.of("2018"), citation=SOURCE)
    for day, covered in {
        "2017-02-28": False, "2017-03-01": True, "2018-12-31": True, "2019-01-01": False,
        "2017-02-28/2017-03-02": False, "2018-12-31/2019-02-01": True, "2017": False, "2018": True,
    }.items():  # fmt: skip
        assert validity.covers(Period.of(day)) is covered, day
        assert validity.covers(day) is covered  # type: ignore[arg-type]
    for end in ("open", "unknown"):
        assert Validity(start=Period.of("2017"), end=end, citation=SOURCE).covers(Period.of("9999"))  # type: ignore[arg-type]


def test_an_end_that_is_open_is_not_an_end_that_is_unknown() -> None:
    said = {
        "open": ("Berlaku sejak 2017; tanpa batas akhir.", "In force since 2017; without an end."),
        "unknown": (
            "Berlaku sejak 2017; sampai kapan tidak diketahui.",
            "In force since 2017; until when is not known.",
        ),
        Period.of("2018-06"): ("Berlaku sejak 2017 sampai dengan Juni 2018.", "In force since 2017 until June 2018."),
    }
    for end, (indonesian, english) in said.items():
        validity = Validity(start=Period.of("2017"), end=end, citation=SOURCE)  # type: ignore[arg-type]
        assert (validity.say("id"), validity.say("en")) == (indonesian, english)


def test_an_end_before_its_start_is_refused() -> None:
    error = refusal(lambda: Validity(start=Period.of("2017"), end=Period.of("2016"), citation=SOURCE))
    assert (error.code, error.field, error.value) == ("end_before_start", "end", "2016")
    assert Validity(start=Period.of("2017"), end=Period.of("2017-01-01"), citation=SOURCE).covers(Period.of("2017"))
    assert refusal(lambda: Validity(start=Period.of("2017"), end="never", citation=SOURCE)).code == "not_a_choice"  # type: ignore[arg-type]


# --- standards -------------------------------------------------------------------------------------------------------

LEFT = NotCovered(hazards=("lahar",), note=NAME, citation=SOURCE)
READING = HazardReading(hazard="haze", read_as="flood", reason=NAME, citation=SOURCE)


@pytest.mark.parametrize(
    ("given", "faults"),
    [
        ({"packages": [Package(code="thing", name=NAME, items=(item(),))]}, [("packages", "duplicate", "thing")]),
        ({"packages": [Package(code="own", name=NAME, items=(item(), item()))]}, [("packages", "duplicate", "thing")]),
        ({"windows": [window(), window()]}, [("windows", "duplicate", "flood")]),
        ({"windows": [window(hazards=("flood", "flood"))]}, [("windows", "duplicate", "flood")]),
        ({"readings": [READING, READING]}, [("readings", "duplicate", "haze")]),
        ({"hazards": [Hazard("lahar", NAME), Hazard("lahar", NAME)]}, [("hazards", "duplicate", "lahar")]),
        ({"windows": [window(hazards=("lahar",))]}, [("windows", "hazard_unknown", "lahar")]),
        ({"readings": [attrs.evolve(READING, hazard="lahar")]}, [("readings", "hazard_unknown", "lahar")]),
        ({"not_covered": [LEFT]}, [("not_covered", "hazard_unknown", "lahar")]),
        ({"readings": [attrs.evolve(READING, read_as="fire")]}, [("readings", "reading_does_not_fit", "haze")]),
        ({"readings": [attrs.evolve(READING, hazard="flood")]}, [("readings", "reading_does_not_fit", "flood")]),
        (
            {"windows": [window(), window(hazards=("lahar",)), window()], "readings": [READING, READING]},
            [
                ("windows", "duplicate", "flood"),
                ("readings", "duplicate", "haze"),
                ("windows", "hazard_unknown", "lahar"),
            ],
        ),
    ],
)  # fmt: skip
def test_a_standard_that_does_not_hold_together_names_every_fault(
    given: dict[str, Any], faults: list[tuple[str, str, str]]
) -> None:
    error = refusal(lambda: standard(**given))
    assert isinstance(error, FaultsError)
    assert [(fault.field, fault.code, fault.value) for fault in error.faults] == faults
    assert error.value == "contoh"
    for language in ("id", "en"):
        for _, _, value in faults:
            assert value in error.message(language)


def test_a_standard_finds_its_items_windows_and_readings() -> None:
    own = standard(readings=[READING])
    assert own.window_for(Hazard.FLOOD) is own.window_for(Hazard.HAZE) is own.windows[0]
    assert own.window_for("banjir") is own.windows[0]  # type: ignore[arg-type]
    assert own.window_for(Hazard.FIRE) is None
    assert own.reading_for(Hazard.HAZE) == READING
    assert own.reading_for(Hazard.FLOOD) is None
    assert own.left_to_another(Hazard.FIRE) is None
    assert PEDUM_2003.left_to_another(Hazard.FIRE) is PEDUM_2003.not_covered[0]
    assert own.item("thing") is own.items[0] is own.granted[0]
    assert (own.title.say("id"), own.title.say("en"), repr(own)) == ("Barang", "Thing", "AidStandard('contoh')")
    assert PEDUM_2003.packages[0].name.en == "Food and side dishes"
    error = refusal(lambda: own.item("thin"))
    assert (error.code, error.field, error.value) == ("unknown_item", "item", "thin")
    assert "'thing'" in error.message("id")


def test_a_standard_knows_its_own_hazards_by_every_word() -> None:
    lahar = Hazard("lahar_flood", Text("Banjir lahar", "Lahar flood"), ("lahar", "lahar dingin"))
    own = standard(hazards=[lahar], windows=[window(hazards=("lahar_flood",))])
    for word in ("lahar_flood", "banjir LAHAR", "Lahar  Flood", "lahar", " lahar\tdingin "):
        assert own.hazard(word) is lahar
    assert own.hazard("banjir") is Hazard.FLOOD
    assert own.hazard(lahar) is lahar
    with pytest.raises(errors.UnknownHazardError):
        own.hazard("laharr lahar")


@pytest.mark.parametrize("word", ["sea_wave", "sea wave", "SEA  Wave", "gelombang laut BESAR", "high sea", "ombak"])
def test_a_hazard_of_a_standard_is_found_by_its_code_with_blanks_and_by_every_other_word(word: str) -> None:
    wave = Hazard("sea_wave", Text("Gelombang  laut besar", "High sea"), ("Ombak",))
    own = standard(hazards=[wave], windows=[window(hazards=("sea_wave",))])
    assert own.hazard(word) is wave


def test_standards_that_differ_in_a_name_differ() -> None:
    one = standard(hazards=[Hazard("lahar", NAME)], windows=[window(hazards=("lahar",))])
    other = standard(hazards=[Hazard("lahar", NAME, ["air bah"])], windows=[window(hazards=("lahar",))])
    assert one != other
    assert digest(one) != digest(other)
    assert one == standard(hazards=[Hazard("lahar", NAME)], windows=[window(hazards=("lahar",))])
    assert hash(one) == hash(standard(hazards=[Hazard("lahar", NAME)], windows=[window(hazards=("lahar",))]))


def test_a_standard_survives_pickle_and_copy() -> None:
    for again in (pickle.loads(pickle.dumps(PEDUM_2003)), copy.copy(PEDUM_2003), copy.deepcopy(PEDUM_2003)):
        assert again == PEDUM_2003
        assert hash(again) == hash(PEDUM_2003)
        assert again.window_for(Hazard.WHIRLWIND) == PEDUM_2003.window_for(Hazard.WHIRLWIND)
        assert again.granted == PEDUM_2003.granted
        assert dumps_standard(again) == dumps_standard(PEDUM_2003)


def test_a_standard_that_was_looked_at_equals_one_that_was_not() -> None:
    fresh, looked_at = standard(readings=[READING]), standard(readings=[READING])
    assert [looked_at.item("thing").rate, looked_at.granted, looked_at.window_for(Hazard.HAZE)]
    assert looked_at.reading_for(Hazard.HAZE) == READING
    assert looked_at == fresh
    assert hash(looked_at) == hash(fresh)
    for again in (pickle.loads(pickle.dumps(looked_at)), copy.copy(looked_at), copy.deepcopy(looked_at)):
        assert again == fresh
        assert hash(again) == hash(fresh)
        assert again.item("thing").rate == Quantity(1, "unit")
        assert again.window_for(Hazard.HAZE) == again.windows[0]
    without = attrs.evolve(looked_at, readings=())
    assert without.window_for(Hazard.HAZE) is None
    assert without.reading_for(Hazard.HAZE) is None
    more = attrs.evolve(looked_at.item("thing"), amount=2)
    assert more.rate == Quantity(2, "unit")
    assert attrs.evolve(more, amount=None).rate is None


# --- changed standards -----------------------------------------------------------------------------------------------


def test_a_changed_value_takes_the_source_that_is_given() -> None:
    changed = PEDUM_2003.evolve(
        code="usulan",
        source="usulan 2020",
        rates={"rice": Quantity(1, "kg"), "plates": Quantity(2, "dozen")},
        windows={"flood": window(hazards=("haze",)), "whirlwind": window(hazards=("haze",), minimum=1)},
        validity=Validity(start=Period.of("2020"), end="open", citation=SOURCE),
    )
    source = Citation(regulation="usulan 2020", known="hypothetical")
    assert changed.source == source
    assert changed.title.id == PEDUM_2003.title.id + ", diubah menurut usulan 2020"
    assert changed.title.en == PEDUM_2003.title.en + ", changed by usulan 2020"
    assert changed.item("rice").rate == Quantity(1_000, "g")
    assert (changed.item("rice").unit.code, changed.item("rice").citation) == ("g", source)
    assert (changed.item("plates").amount, changed.item("plates").citation) == (2, source)
    assert changed.item("side_dishes") == PEDUM_2003.item("side_dishes")
    flood = changed.window_for(Hazard.FLOOD)
    assert flood == window(citation=source)
    assert changed.reading_for(Hazard.WHIRLWIND) is None
    own_wind = changed.window_for(Hazard.WHIRLWIND)
    assert own_wind is not None
    assert (own_wind.hazards, own_wind.minimum) == (("whirlwind",), 1)
    assert changed.window_for(Hazard.LANDSLIDE) == PEDUM_2003.window_for(Hazard.LANDSLIDE)
    assert changed.validity.start.iso == "2020"
    assert loads_standard(dumps_standard(changed)) == changed


def test_a_changed_standard_may_have_a_title_and_a_citation_of_its_own() -> None:
    changed = PEDUM_2003.evolve(code="usulan", source=SOURCE, title=NAME)
    assert (changed.title, changed.source) == (NAME, SOURCE)
    assert changed.packages == PEDUM_2003.packages
    assert changed.validity == PEDUM_2003.validity
    assert (changed.readings, changed.not_covered) == (PEDUM_2003.readings, PEDUM_2003.not_covered)
    lahar = Hazard("lahar", NAME)
    own = standard(hazards=[lahar], windows=[window(hazards=("lahar",))])
    assert own.evolve(code="usulan", source="x").hazards == (lahar,)


def test_an_unknown_hazard_is_to_be_brought_along() -> None:
    error = refusal(lambda: standard(windows=[window(hazards=("lahar",))]))
    assert "- windows: jenis bencana 'lahar' tidak dikenal. Kode yang dikenal: flood, " in error.message("id")
    assert error.message("id").endswith(
        "cold_wave. Jenis lain dicantumkan di bawah hazards, dengan nama dan kata-katanya."
    )
    assert error.message("en").endswith("cold_wave. Bring any other along under hazards, with its name and words.")


def test_a_rate_keeps_the_unit_that_it_is_printed_in_where_it_can() -> None:
    kilos = standard(packages=[Package(code="own", name=NAME, items=[item(unit="kg")])])  # type: ignore[arg-type]
    whole = kilos.evolve(code="a", source="x", rates={"thing": Quantity(2_000, "g")}).item("thing")
    part = kilos.evolve(code="a", source="x", rates={"thing": Quantity(2_500, "g")}).item("thing")
    assert (whole.amount, whole.unit.code) == (2, "kg")
    assert (part.amount, part.unit.code) == (2_500, "g")


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"code": "pedum-2003"}, "same_code", "code"),
        ({"code": "X"}, "not_a_slug", "code"),
        ({"source": ""}, "not_a_text", "source"),
        ({"rates": {"tent": Quantity(1, "unit")}}, "unknown_item", "item"),
        ({"rates": {"rice": Quantity(1, "IDR")}}, "unit_mismatch", "unit"),
        ({"rates": {"rice": Quantity(-1, "g")}}, "out_of_range", "amount"),
        ({"rates": {"rice": 500}}, "wrong_type", "rates"),
        ({"rates": [("rice", 1)]}, "wrong_type", "rates"),
        ({"windows": {"flood": (3, 7)}}, "wrong_type", "windows"),
        ({"windows": {"Flood": window()}}, "not_a_slug", "hazards"),
        ({"windows": {"lahar": window()}}, "faults", "windows"),
        ({"validity": "2020"}, "wrong_type", "validity"),
        ({"title": "Usulan"}, "wrong_type", "title"),
    ],
)
def test_a_change_that_does_not_hold_is_refused(given: dict[str, Any], code: str, field: str) -> None:
    error = refusal(lambda: PEDUM_2003.evolve(**{"code": "usulan", "source": "x", **given}))
    assert (error.code, error.field) == (code, field)


def test_parts_of_another_kind_are_refused() -> None:
    for field in ("title", "source", "validity", "durations"):
        error = refusal(lambda field=field: standard(**{field: "x"}))  # type: ignore[misc]
        assert isinstance(error, InvalidValueError)
        assert (error.code, error.field, error.value) == ("wrong_type", field, "x")
    assert refusal(lambda: Durations(beyond="maybe", note=NAME, citation=SOURCE)).value == "maybe"  # type: ignore[arg-type]


def test_a_cycle_may_be_written_as_a_table() -> None:
    assert item(every={"days": 90}, part="up").every == Cycle(days=90)
    assert item(every={"days": {"from": 2, "to": 3}}, part="up").cycle == (2, 3)


def test_a_cycle_without_days_or_with_other_keys_is_refused() -> None:
    for every, code, field in (({}, "missing", "every.days"), ({"weeks": 2}, "not_a_choice", "every")):
        error = refusal(lambda every=every: item(every=every, part="up"))  # type: ignore[misc]
        assert (error.code, error.field) == (code, field)


@pytest.mark.parametrize("field", ["start", "end"])
def test_a_standard_is_in_force_from_and_until_one_day_month_or_year(field: str) -> None:
    ends: dict[str, Any] = {"start": Period.of("2003"), "end": Period.of("2005")}
    run = Period.of("2004-02-01/2004-02-03")
    with pytest.raises(InvalidValueError) as caught:
        Validity(**ends | {field: run}, citation=Citation(regulation="x"))
    assert (caught.value.code, caught.value.field, caught.value.value) == ("not_one_period", field, run.iso)
    with pytest.raises(InvalidValueError) as unknown:
        Validity(start=Period.of("2003"), end="never", citation=Citation(regulation="x"))  # type: ignore[arg-type]
    assert (unknown.value.code, unknown.value.field) == ("not_a_choice", "end")
