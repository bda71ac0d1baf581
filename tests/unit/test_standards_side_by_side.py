"""Standards set beside each other, and standards that installed packages offer."""

from __future__ import annotations

from importlib.metadata import EntryPoint

import pytest

from kesos import PEDUM_2003, Quantity
from kesos.errors import InvalidValueError, StandardFileError
from kesos.standards import (
    PERKA_BNPB_7_2008,
    AidStandard,
    Window,
    compare_standards,
    digest,
    dumps_standard,
    installed,
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
