"""Rates as an official reads them: classes, days and dates in words, and only those that are in the sum."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from kesos import errors
from kesos.counts import COUNTS, Count
from kesos.counts._class_words import of_class, one_of, say_axis, say_class
from kesos.events import DisasterEvent
from kesos.relief import entitle
from kesos.standards import BNPB_STIMULAN, KEMENSOS_CASH, PEDUM_2003, PERKA_BNPB_7_2008, load_standard
from kesos.standards._packaged import packaged_count
from kesos.standards._rates import Row, row_for
from kesos.standards._row_words import say_ends, say_fact, say_share
from kesos.values import LANGUAGES, Quantity, Text, Unit, show

EXAMPLES = Path(__file__).parents[2] / "examples/standards"
NAMES = {"terrain": Text("Medan", "Terrain"), "wage": Text("Upah minimum", "Minimum wage")}


def event(period: str = "2023-01-01", **counts: Any) -> DisasterEvent:
    return DisasterEvent(hazard="banjir", place="X", period=period, people=300, counts=counts)


def rates_in(explained: str, word: str = "Besaran: ") -> list[str]:
    return [line.strip().removeprefix(word) for line in explained.split("\n") if line.strip().startswith(word)]


@pytest.mark.parametrize(
    ("name", "ends", "id", "en"),
    [
        ("date", (date(2022, 11, 21), None), "sejak 21 November 2022", "since 21 November 2022"),
        ("date", (None, date(2022, 11, 20)), "sampai dengan 20 November 2022", "until 20 November 2022"),
        ("date", (date(2022, 1, 1), date(2022, 1, 2)), "1 Januari 2022 s.d. 2 Januari 2022",
         "1 January 2022 to 2 January 2022"),
        ("date", (date(2022, 1, 1), date(2022, 1, 1)), "1 Januari 2022", "1 January 2022"),
        ("day", (None, 3), "hari ke-1 s.d. ke-3", "day 1 to 3"),
        ("day", (None, 1), "hari ke-1", "day 1"),
        ("day", (4, None), "mulai hari ke-4", "from day 4"),
        ("day", (4, 4), "hari ke-4", "day 4"),
        ("percent", (40, 60), "persen 40–60", "percent 40–60"),
        ("percent", (61, None), "persen 61 ke atas", "percent 61 and more"),
        ("size", (None, 1_000), "ukuran 1.000 ke bawah", "size 1,000 and less"),
        ("land_owned", (3, 3), "land owned 3", "land owned 3"),
        ("terrain", (3, 4), "medan 3–4", "terrain 3–4"),
    ],
)  # fmt: skip
def test_an_interval_is_said_without_an_open_dash(name: str, ends: Any, id: str, en: str) -> None:
    assert (say_ends(name, ends, "id", NAMES), say_ends(name, ends, "en", NAMES)) == (id, en)


def test_a_class_a_trait_and_a_day_are_said_by_what_they_are_called() -> None:
    assert say_fact("damage", "heavy", "id") == "rusak berat"
    assert say_fact("terrain", "hill", "id", NAMES) == "medan: hill"
    assert say_fact("terrain", "hill", "id") == "hill"
    assert say_fact("size", 5, "en") == "size 5"
    assert say_fact("terrain", 5, "id", NAMES) == "medan 5"
    assert say_fact("day", 15, "id") == "hari ke-15"
    assert say_fact("date", date(2025, 12, 24), "id") == "24 Desember 2025"
    assert (say_axis("percent", "id"), say_class("limb", "arm", "id")) == ("persen", "arm")


def test_an_index_is_said_by_its_name_and_the_whole_of_it_without_a_share() -> None:
    assert say_share(Fraction(3, 4), ("wage",), "id", NAMES) == "3/4 × Upah minimum"
    assert say_share(Fraction(1), ("wage",), "en", NAMES) == "Minimum wage"
    assert say_share(Fraction(1), ("wage", "mean"), "id", NAMES) == "yang terendah di antara Upah minimum; mean"


def test_only_the_rates_that_are_in_the_sum_are_explained() -> None:
    """A stimulus of 2023 rests on none of the rates that ended in November 2022."""
    damaged = {"heavy": 1, "moderate": 0, "light": 2}
    new = entitle(event(house=damaged, family_awaiting_house=0), BNPB_STIMULAN, days=30)
    assert rates_in(new.explain("id"))[:3] == [
        "Rp60.000.000 (rusak berat; sejak 21 November 2022)",
        "Rp30.000.000 (rusak sedang; sejak 21 November 2022)",
        "Rp15.000.000 (rusak ringan; sejak 21 November 2022)",
    ]
    old = entitle(event("2022-11-20", house=damaged, family_awaiting_house=0), BNPB_STIMULAN, days=30)
    assert all("sampai dengan 20 November 2022" in rate for rate in rates_in(old.explain("id"))[:3])
    water = [entitle(event(sheltered=0), PERKA_BNPB_7_2008, days=days).explain("en") for days in (3, 4)]
    assert [rates_in(each, "Rate: ") for each in water] == [
        ["7 l (day 1 to 3)"],
        ["7 l (day 1 to 3)", "15 l (from day 4)"],
    ]


def test_what_one_is_given_for_is_called_by_one_of_them() -> None:
    said = dict(row[:2] for row in KEMENSOS_CASH.table("id").rows)
    assert said["bantuan: Santunan ahli waris"] == "Rp15.000.000/korban meninggal dunia"
    english = dict(row[:2] for row in KEMENSOS_CASH.table("en").rows)
    assert english["item: Grant to heirs"] == "IDR15,000,000/person who died"
    india = load_standard(EXAMPLES / "india_sdrf_2022_26.toml")
    rows = dict(row[:2] for row in india.table("en").rows)
    assert rows["item: Loss of a limb or eyes"].endswith(
        "₹250,000.00 (percent 61 and more)/person disabled by the event"
    )
    assert rows["item: Daily relief"].startswith(
        "the lowest of MNREGA daily wage of the State; Average MNREGA daily wage"
    )


def test_every_known_count_has_a_word_for_one() -> None:
    for count in COUNTS:
        for language in LANGUAGES:
            assert one_of(count.name).say(language)
    assert one_of(Count.FAMILY.name) == Text("KK", "family")
    own = Text("korban meninggal dunia", "dead")  # the English of another count, and not its name
    assert one_of(own) == own
    assert one_of(Text("a", "injured people in hospital")).en == "injured person in hospital"
    assert of_class(Count.HOUSE.name, ()) == Count.HOUSE.name
    assert of_class(Count.HOUSE.name, (("damage", "light"),)).en == "houses (lightly damaged)"


def test_a_count_of_another_standard_of_kesos_is_told_by_its_name() -> None:
    explained = entitle(event(house={"heavy": 0, "moderate": 0, "light": 0}, sheltered=20), BNPB_STIMULAN, days=30)
    assert "Didata, tetapi tidak dipakai oleh standar ini: 20 jiwa di penampungan." in explained.explain("id")
    assert packaged_count("rice_field") is None


def test_what_a_rate_lacks_is_told_by_name() -> None:
    rows = (Row(tests={"damage": "heavy"}, amount=1), Row(tests={"damage": "light", "terrain": "hill"}, amount=2))
    with pytest.raises(errors.UnknownValueError) as unknown:
        row_for(rows, {"damage": "light"}, NAMES)
    said = unknown.value.to_dict("id")["message"]
    assert said == "medan belum diketahui, sedangkan besarannya ditentukan menurut keterangan itu"
    with pytest.raises(errors.UnknownValueError) as bare:
        row_for(rows, {"damage": "light"})
    assert bare.value.to_dict("en")["message"] == "terrain is not known, and the rate depends on it"
    with pytest.raises(errors.NoRateError) as none:
        row_for(rows, {"damage": "moderate", "terrain": "hill", "date": date(2020, 1, 1)}, NAMES)
    assert none.value.to_dict("id")["message"] == "standar tidak memuat besaran untuk rusak sedang, medan: hill"
    assert none.value.parameters["facts"] == ["damage = moderate", "terrain = hill", "date = 2020-01-01"]


def test_a_rate_names_what_its_standard_calls_its_axes() -> None:
    row = Row(tests={"terrain": "hill", "day": {"to": 3}}, amount=7)
    assert row.say(Unit.of("l"), "id", names=NAMES) == "7 l (hari ke-1 s.d. ke-3; medan: hill)"
    assert row.say(Unit.of("l"), "en") == "7 l (day 1 to 3; hill)"
    assert Quantity(7, "l") == row.quantity(Unit.of("l"))


def test_one_of_something_is_no_plural_in_english() -> None:
    one = {"heavy": 1, "moderate": 0, "light": 0}
    damaged = entitle(event(house=one, family_awaiting_house=0), BNPB_STIMULAN, days=30)
    assert "× 1 house (heavily damaged) + " in damaged.lines[0].say("en")
    assert "× 1 rumah (rusak berat) + " in damaged.lines[0].say("id")
    besides = entitle(event(building={"heavy": 1}, house_flooded=1, rice_field=1), PEDUM_2003, days=3).explain("en")
    assert ": 1 building (heavily damaged), 1 house under water, 1 rice field." in besides
    shown = show([event(house=one, business=1)], "en").plain()
    assert "1 house (1 heavily damaged" in shown
    assert "1 place of business" in shown
