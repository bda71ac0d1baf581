"""Standards set beside each other, and standards that installed packages offer."""

from __future__ import annotations

from importlib.metadata import EntryPoint
from pathlib import Path

import attrs
import pytest

from kesos import PEDUM_2003, Quantity
from kesos.counts import Count
from kesos.errors import InvalidValueError, StandardFileError
from kesos.standards import (
    KEMENSOS_CASH,
    PERKA_BNPB_7_2008,
    AidStandard,
    Window,
    compare_standards,
    digest,
    dumps_standard,
    installed,
    load_standard,
    loads_standard,
)
from kesos.values import Text

RISE = PEDUM_2003.evolve(
    code="rise",
    source="usulan",
    rates={"rice": Quantity(500, "g")},
    windows={
        "landslide": Window(hazards=("landslide",), minimum=3, maximum=9, extended=12, citation=PEDUM_2003.source)
    },
)
SMALL = loads_standard(
    """
format = 1
code = "small"
title = { id = "Kecil", en = "Small" }
source = { regulation = "x", known = "hypothetical" }
validity = { start = "2003", end = "2010", citation = { locator = "1" } }
durations = { beyond = "refused", note = { id = "a", en = "b" }, citation = { locator = "2" } }
windows = [{ hazards = ["flood"], minimum = 3, maximum = 7, extended = 12, citation = { locator = "3" } }]

[[packages]]
code = "food"
name = { id = "Pangan", en = "Food" }

[[packages.items]]
code = "rent"
name = { id = "Sewa", en = "Rent" }
amount = 5
unit = "IDR"
per = "family"
every = "month"
month_days = 30
part = "up"
citation = { locator = "4" }

[[packages.items]]
code = "toilet"
name = { id = "Jamban", en = "Toilet" }
amount = 1
unit = "unit"
per = "person"
group = 20
rounding = "up"
counted = "event"
citation = { locator = "5" }
"""
)


def test_a_standard_that_changes_whom_an_item_suits_differs() -> None:
    text = dumps_standard(PEDUM_2003).replace('sex = "male"\ngrown = false', 'sex = "male"\ngrown = true')
    changed = loads_standard(text)
    (difference,) = compare_standards(PEDUM_2003, changed).changes
    assert difference.code == "boys_clothes"
    assert difference.first == Text("1 set/penerima; laki-laki, anak", "1 set/recipient; male, child")
    assert difference.second == Text("1 set/penerima; laki-laki, dewasa", "1 set/recipient; male, adult")
    assert digest(changed) != digest(PEDUM_2003)


def test_only_what_was_changed_differs() -> None:
    changes = {(each.clause, each.code): each for each in compare_standards(PEDUM_2003, RISE).changes}
    assert set(changes) == {("item", "rice"), ("window", "landslide")}
    rice = changes["item", "rice"]
    assert (rice.first, rice.second) != (None, None)
    assert rice.sources[0] == PEDUM_2003.item("rice").citation
    assert rice.sources[1] is not None
    assert rice.sources[1].known == "hypothetical"
    assert compare_standards(PEDUM_2003, PEDUM_2003).changes == ()


def test_what_either_leaves_unsaid_is_named() -> None:
    comparison = compare_standards(PEDUM_2003, SMALL)
    unsaid = {(each.clause, each.code): each for each in comparison.unsaid}
    assert unsaid["item", "rice"].second is None
    assert unsaid["item", "rice"].sources[1] is None
    assert unsaid["item", "rent"].first is None
    assert ("window", "flood") not in unsaid
    assert unsaid["reading", "whirlwind"].first is not None


def test_the_comparison_reads_as_a_table_in_both_languages() -> None:
    comparison = compare_standards(SMALL, PEDUM_2003)
    text = str(comparison)
    for word in ("Rp5/KK/bulan", "1 buah/20 jiwa", "tidak disebut", "disebut tanpa angka", "400 g/jiwa/hari (minimal)"):
        assert word in text
    english = comparison.table("en").plain()
    for word in ("IDR5/family/month", "unsaid", "400 g/person/day (at least)", "3–7 days (max. 12)"):
        assert word in english
    assert "<table" in comparison._repr_html_()


def test_what_is_counted_and_when_is_said_in_words() -> None:
    view = compare_standards(PEDUM_2003, PERKA_BNPB_7_2008)
    said = {row[0]: row[2] for row in view.table("id").rows}
    assert said["bantuan: Luas penampungan"] == "3 m²/jiwa di penampungan (minimal)"
    assert said["bantuan: Air bersih"].startswith("7 l (hari ke-1 s.d. ke-3); 15 l (mulai hari ke-4)/jiwa/hari")
    english = {row[0]: row[2] for row in view.table("en").rows}
    assert english["item: Clean water"].startswith("7 l (day 1 to 3)")
    assert PERKA_BNPB_7_2008.item("shelter_area").say("en").startswith("3 m²/sheltered")


def rewritten(standard: AidStandard, *changes: tuple[str, str]) -> AidStandard:
    """The standard under another code, with other words in its file."""
    text = dumps_standard(standard).replace(f'code = "{standard.code}"', 'code = "other"', 1)
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return loads_standard(text)


def says(standard: AidStandard, *changes: tuple[str, str]) -> dict[tuple[str, str], tuple[str | None, str | None]]:
    """What differs after a change, in English."""
    compared = compare_standards(standard, rewritten(standard, *changes))
    return {
        (each.clause, each.code): (
            None if each.first is None else each.first.en,
            None if each.second is None else each.second.en,
        )
        for each in compared.changes
    }


def test_days_of_an_item_what_lies_beyond_and_what_may_be_given_in_kind_are_compared() -> None:
    assert says(KEMENSOS_CASH) == {}
    assert says(KEMENSOS_CASH, ("minimum = 60", "minimum = 30")) == {
        ("item_window", "jadup"): ("60–90 days", "30–90 days")
    }
    beyond = says(PEDUM_2003, ('beyond = "decision"', 'beyond = "refused"'))["beyond", "beyond"]
    assert [words and words.partition(":")[0] for words in beyond] == ["by an official's decision", "not allowed"]
    kinds = ("Instant noodles, Sardines, Soy sauce, Chilli sauce, Cooking oil, Sugar, {}, Other").format
    assert says(PEDUM_2003, ('en = "Eggs"', 'en = "Duck eggs"')) == {
        ("in_kind", "side_dishes"): (kinds("Eggs"), kinds("Duck eggs"))
    }


def test_whom_a_package_puts_first_and_which_need_is_judged_are_compared() -> None:
    first = "Selectively: victims who cannot afford it and need it badly come first."
    assert says(PEDUM_2003, (first, "All who need it.")) == {("priority", "clothing"): (first, "All who need it.")}
    need = "cannot clothe itself and is in great need"
    assert says(PEDUM_2003, (need, "needs it")) == {("judged", "clothing"): (need, "needs it")}
    about = says(PEDUM_2003, ('en = "clothing"', 'en = "clothes"'))
    assert about == {("judged", "clothing"): (f"{need}; about clothing", f"{need}; about clothes")}


def test_an_item_that_is_called_otherwise_is_told_by_both_names() -> None:
    changed = says(PEDUM_2003, ('en = "Rice"', 'en = "Husked rice"'))
    rate = "400 g/person/day (at least)"
    assert changed["item", "rice"] == (f"Rice: {rate}", f"Husked rice: {rate}")
    assert changed["package", "food"] == ("Rice, Side dishes", "Husked rice, Side dishes")


def test_what_words_do_not_tell_apart_is_told_by_the_keys_of_the_file() -> None:
    changed = says(PEDUM_2003, ('code = "eggs"', 'code = "duck_eggs"'))
    one, other = changed["in_kind", "side_dishes"]
    assert one is not None
    assert other is not None
    assert '"code": "eggs"' in one
    assert '"code": "duck_eggs"' in other
    field = says(PEDUM_2003, ('field = "clothing_need"\n', ""))["judged", "clothing"]
    need = "cannot clothe itself and is in great need"
    assert field == (f'{need} [field = "clothing_need"]', need)


def test_a_standard_shows_the_days_of_an_item_goods_in_kind_and_whom_it_puts_first() -> None:
    cash = {row[0]: row[1] for row in KEMENSOS_CASH.table("en").rows}
    assert cash["days of the item: Living allowance (jadup)"] == "60–90 days"
    assert cash["covers"] == "any hazard"
    assert cash["count: people in temporary or permanent new houses"] == "a part of people"
    pedum = {row[0]: row[1] for row in PEDUM_2003.table("id").rows}
    assert pedum["dalam bentuk natura: Permakanan/lauk pauk"].endswith("Gula pasir, Telur, Lainnya")
    assert pedum["didahulukan: Bantuan sandang"].startswith("Secara selektif: didahulukan korban")
    assert pedum["kebutuhan yang dinilai: Bantuan peralatan dapur"].endswith("; tentang alat dapur")
    assert pedum["penafsiran: Angin puting beliung"].startswith("Angin ribut; Laporan yang mengutip")


def test_a_share_says_how_it_is_rounded_and_a_measured_item_its_measure() -> None:
    shapes = load_standard(Path(__file__).parent / "every_shape.toml")
    rows = {row[0]: row[1] for row in shapes.table("en").rows}
    assert rows["item: j"].startswith(
        "3/4 × the lowest of wage; mean (the share is rounded down to a multiple of IDR10)"
    )
    assert rows["item: d"] == "IDR8,500/ha crop (at most)"
    assert rows["count: crop"] == "in m²; at most 2 ha for each farmer"
    assert rows["classes: season"] == "by the month: wet (10, 11, 12, 1, 2, 3), dry (4, 5, 6, 7, 8)"


def test_a_count_may_stand_by_itself_and_a_hazard_be_left_to_another_standard_twice() -> None:
    changed = attrs.evolve(
        PEDUM_2003,
        counts=(Count(code="tents", name=Text("tenda", "tents")),),
        not_covered=(*PEDUM_2003.not_covered, attrs.evolve(PEDUM_2003.not_covered[0], note=Text("lagi", "again"))),
    )
    rows = {row[0]: row[1] for row in changed.table("en").rows}
    assert rows["count: tents"] == "counted by itself"
    assert rows["not covered: Fire"] == f"{PEDUM_2003.not_covered[0].note.en}; again"


def test_something_that_is_no_standard_is_not_compared() -> None:
    with pytest.raises(InvalidValueError) as caught:
        compare_standards(PEDUM_2003, "pedum-2003")  # type: ignore[arg-type]
    assert caught.value.field == "second"


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The values of the entry points that seem to be installed."""
    values: list[str] = []
    monkeypatch.setattr(
        "importlib.metadata.entry_points",
        lambda *, group: [EntryPoint(str(number), value, group) for number, value in enumerate(values)],
    )
    return values


def small() -> AidStandard:
    return SMALL


def same_code() -> AidStandard:
    return PEDUM_2003.evolve(code="small", source="x")


def test_installed_packages_offer_standards_as_values_or_functions(
    offered: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kesos.rules.offered", small, raising=False)
    offered += ["kesos.rules:offered", "kesos.standards:PEDUM_2003", "kesos.rules:offered"]
    assert [standard.code for standard in installed()] == ["pedum-2003", "small"]


def test_two_offers_of_one_code_are_refused(offered: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kesos.rules.offered", small, raising=False)
    monkeypatch.setattr("kesos.rules.other", same_code, raising=False)
    offered += ["kesos.rules:offered", "kesos.rules:other"]
    with pytest.raises(StandardFileError) as caught:
        installed()
    assert caught.value.value == "kesos.rules:other"
    assert "small" in str(caught.value)


def test_an_offer_that_is_no_standard_is_refused(offered: list[str]) -> None:
    offered.append("kesos:__version__")
    with pytest.raises(StandardFileError) as caught:
        installed()
    assert "kesos:__version__" in caught.value.message("id")
