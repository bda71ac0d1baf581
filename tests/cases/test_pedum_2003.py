"""Pedum 03/BJ-SBSKBA/2003, value by value, and the year 2017 in Kotawaringin Barat worked by hand.

Source: Laporan dan Evaluasi Kinerja Dinas Sosial Kabupaten Kotawaringin Barat, Bab IV, section A.4: letters a to d of
the list that quotes the standard, and table 19, whose figures of people (column 10, "KK/Jiwa") are typed in below as
they are printed, each with its row.
"""

from __future__ import annotations

import pytest

from kesos import PEDUM_2003, DisasterEvent, Hazard, Locality, Quantity, entitle, entitle_range, errors, total
from kesos.standards import Item, digest, dumps_standard, loads_standard

REGULATION = "03/BJ-SBSKBA/2003"

# --- letters a to d --------------------------------------------------------------------------------------------------

FOOD = [
    # code, printed name, amount, unit, letter and number
    ("rice", "Beras", 400, "g", "huruf a angka 1"),
    ("side_dishes", "Permakanan/lauk pauk", 6_000, "IDR", "huruf a angka 2"),
]
IN_KIND = [
    ("instant_noodles", "Mie instan"),
    ("sardines", "Sarden"),
    ("soy_sauce", "Kecap"),
    ("chilli_sauce", "Sambal/saus"),
    ("cooking_oil", "Minyak goreng"),
    ("sugar", "Gula pasir"),
    ("eggs", "Telur"),
    ("other", "Lainnya"),
]
WINDOWS = [
    # hazards, least, most, with an extension, letter and number
    (("flood",), 3, 7, 12, "huruf b angka 1"),
    (("landslide",), 3, 7, None, "huruf b angka 2"),
    (("windstorm", "typhoon", "tsunami"), 3, 3, None, "huruf b angka 3"),
    (("earthquake",), 5, 10, None, "huruf b angka 4"),
    (("volcanic_eruption",), 5, 10, None, "huruf b angka 5"),
    (("drought", "food_shortage"), 15, 30, None, "huruf b angka 6"),
]
CLOTHING = [
    ("sarong", "Kain sarung", 1, "piece", "huruf c angka 1"),
    ("long_cloth", "Kain panjang", 1, "piece", "huruf c angka 2"),
    ("polo_shirt", "Kaos berkerah", 1, "piece", "huruf c angka 3"),
    ("house_dress", "Daster dewasa", 1, "piece", "huruf c angka 4"),
    ("boys_clothes", "Pakaian anak laki-laki", 1, "set", "huruf c angka 5"),
    ("girls_clothes", "Pakaian anak wanita", 1, "set", "huruf c angka 6"),
    ("boys_school_uniform", "Seragam SD laki-laki", 1, "set", "huruf c angka 7"),
    ("girls_school_uniform", "Seragam SD wanita", 1, "set", "huruf c angka 8"),
]
KITCHEN = [
    ("kerosene_stove", "Kompor minyak tanah", 1, "unit", "huruf d angka 1"),
    ("all_purpose_pan", "Panci aluminium serba guna", 1, "unit", "huruf d angka 2"),
    ("wok_16", "Wajan nomor 16", 1, "unit", "huruf d angka 3"),
    ("spatula", "Sodet stainless", 1, "unit", "huruf d angka 4"),
    ("rice_container", "Tempat nasi aluminium", 1, "unit", "huruf d angka 5"),
    ("rice_ladle", "Sendok nasi stainless", 1, "unit", "huruf d angka 6"),
    ("plates", "Piring melamin/plastik", None, "dozen", "huruf d angka 7"),
    ("glasses", "Gelas melamin/plastik", None, "dozen", "huruf d angka 8"),
]


def as_row(item: Item) -> tuple[str, str, int | None, str, str | None]:
    return item.code, item.name.id, item.amount, item.unit.code, item.citation.locator


def test_the_packages_are_food_clothing_and_kitchen() -> None:
    assert [package.code for package in PEDUM_2003.packages] == ["food", "clothing", "kitchen"]


@pytest.mark.parametrize(("package", "printed"), [(0, FOOD), (1, CLOTHING), (2, KITCHEN)])
def test_every_item_is_as_the_report_quotes_it(
    package: int, printed: list[tuple[str, str, int | None, str, str]]
) -> None:
    assert [as_row(item) for item in PEDUM_2003.packages[package].items] == printed


def test_food_is_a_floor_per_person_and_day() -> None:
    for item in PEDUM_2003.packages[0].items:
        assert (item.per, item.every, item.group, item.floor) == ("person", "day", 1, True)
        assert item.rate is not None
    assert PEDUM_2003.item("rice").rate == Quantity("0.4", "kg")


def test_side_dishes_may_be_given_in_kind() -> None:
    assert [(kind.code, kind.name.id) for kind in PEDUM_2003.item("side_dishes").in_kind] == IN_KIND
    assert PEDUM_2003.item("rice").in_kind == ()


def test_clothing_and_kitchen_are_for_chosen_recipients_once() -> None:
    for package in PEDUM_2003.packages[1:]:
        assert package.priority is not None
        assert "selektif" in package.priority.id
        for item in package.items:
            assert (item.per, item.every, item.floor) == ("recipient", "once", False)
            assert item.unspecified == (item.code in ("plates", "glasses"))
    assert PEDUM_2003.granted == PEDUM_2003.packages[0].items


def test_every_window_is_as_the_report_quotes_it() -> None:
    held = [
        (window.hazards, window.minimum, window.maximum, window.extended, window.citation.locator)
        for window in PEDUM_2003.windows
    ]
    assert held == WINDOWS


def test_the_windows_are_examples_so_an_office_may_decide_otherwise() -> None:
    assert PEDUM_2003.durations.beyond == "decision"
    assert "seperti" in PEDUM_2003.durations.note.id


def test_a_whirlwind_is_read_as_a_windstorm_and_the_answer_says_so() -> None:
    [reading] = PEDUM_2003.readings
    assert (reading.hazard, reading.read_as) == ("whirlwind", "windstorm")
    assert PEDUM_2003.window_for(Hazard.WHIRLWIND) is PEDUM_2003.window_for(Hazard.WINDSTORM)
    answer = entitle(wind("Desa Keraya", "2017-12-21", 5), PEDUM_2003, days=3)
    assert answer.reading is reading
    for language in ("id", "en"):
        assert reading.reason.say(language) in answer.explain(language)


def test_fire_is_left_to_a_standard_whose_figures_nobody_gives() -> None:
    fire = DisasterEvent(hazard="kebakaran", place="Jl. Macan Kel. Sidorejo", period="2017-06-15", families=1, people=4)
    with pytest.raises(errors.HazardNotCoveredError) as caught:
        entitle(fire, PEDUM_2003, days=3)
    assert (caught.value.code, caught.value.field, caught.value.value) == ("hazard_not_covered", "hazard", "fire")
    assert "bencana non-alam dari Kementerian Sosial" in caught.value.message("id")
    assert "non-natural" in caught.value.message("en")


def test_it_is_in_force_from_2003_and_nobody_says_until_when() -> None:
    assert PEDUM_2003.validity.start.iso == "2003"
    assert PEDUM_2003.validity.end == "unknown"
    answer = entitle(flood("Kelurahan Pangkut", "2017-02-25", 860), PEDUM_2003, days=7)
    assert "sampai kapan tidak diketahui" in answer.explain("id")
    assert "until when is not known" in answer.explain("en")


def test_every_value_is_cited_as_quoted_with_its_own_place() -> None:
    cited = [*PEDUM_2003.items, *PEDUM_2003.windows, PEDUM_2003.validity, PEDUM_2003.durations, *PEDUM_2003.readings]
    for value in cited:
        citation = value.citation
        assert (citation.regulation, citation.known) == (REGULATION, "quoted")
        assert citation.quoted_in is not None
        assert citation.quoted_in.startswith("Laporan dan Evaluasi Kinerja Dinas Sosial")
        assert citation.locator
    locators = [value.citation.locator for value in (*PEDUM_2003.items, *PEDUM_2003.windows)]
    assert len(set(locators)) == len(locators)
    assert (PEDUM_2003.source.regulation, PEDUM_2003.source.known) == (REGULATION, "quoted")
    [other] = PEDUM_2003.not_covered
    assert (other.hazards, other.citation.known) == (("fire",), "primary")  # the report itself says so, and was seen


def test_nothing_is_in_the_standard_but_what_is_listed_here() -> None:
    assert len(PEDUM_2003.items) == len(FOOD) + len(CLOTHING) + len(KITCHEN) == 18
    assert PEDUM_2003.hazards == ()
    assert loads_standard(dumps_standard(PEDUM_2003)) == PEDUM_2003
    assert len(digest(PEDUM_2003)) == 64


# --- table 19: the floods and winds of 2017 --------------------------------------------------------------------------

PLACES = {
    # district as its heading row prints it: row, place, period, families and people as printed (column 10)
    "A Kec. Arut Selatan": [
        ("A.1", "Desa Umpang", "2017-02-28", "72/240"),
        ("A.2", "Desa Runtu", "2017-02-28", "50/160"),
    ],
    "B Kec. Arut Utara": [
        ("B.1", "Kelurahan Pangkut", "2017-02-25", "215/860"),
        ("B.2", "Desa Panahan", "2017-02-01/2017-02-03", "93/294"),
        ("B.3", "Desa Nanga Mua", "2017-03-03", "60/140"),
        ("B.4", "Desa Penyombaan (4 RT)", "2017-03-01/2017-03-05", "52/166"),
        ("B.5", "Desa Sukarame", "2017-03-01/2017-03-05", "67/160"),
        ("B.6", "Desa Kerabu", "2017-03-01/2017-03-05", "58/150"),
        ("B.7", "Desa Gandis", "2017-03-01/2017-03-05", "40/120"),
        ("B.8", "Desa Sambu", "2017-03-01/2017-03-05", "80/240"),
        ("B.9", "Desa Pandau", "2017-03-01/2017-03-05", "30/90"),
    ],
    "C Kec. Pangkalan Banteng": [("C.1", "Desa Sungai Hijau", "2017-04-19", "60/217")],
    "D Kec. Kotawaringin Lama": [
        ("D.1", "Kelurahan Kotawaringin Hulu dan Hilir", "2017-07-18", "212/305"),
        ("D.2", "Desa Rungun", "2017-07-18", "229/320"),
        ("D.3", "Desa Kondang", "2017-07-18", "126/240"),
        ("D.4", "Desa Ipuh Bangun Jaya", "2017-07-18", "14/42"),
    ],
}
PRINTED_DISTRICTS = {
    # the totals that the heading rows print (column 10)
    "A Kec. Arut Selatan": "122/400",
    "B Kec. Arut Utara": "695/2220",
    "C Kec. Pangkalan Banteng": "60/217",
    "D Kec. Kotawaringin Lama": "581/907",
}
WINDS = [("E.1", "Desa Sungai Bakau", "2017-08-25", "1/5"), ("E.2", "Desa Keraya", "2017-12-21", "1/5")]

# By hand, from a daily 0.4 kg and Rp6,000: people × 1.2 kg and × Rp18,000 at three days, × 2.8 kg and × Rp42,000 at
# seven, × 4.8 kg and × Rp72,000 at twelve. Kilograms as text, so that no float comes near them.
BY_HAND = {
    # row: kg and rupiah at 3, 7 and 12 days
    "A.1": ("288", 4_320_000, "672", 10_080_000, "1152", 17_280_000),
    "A.2": ("192", 2_880_000, "448", 6_720_000, "768", 11_520_000),
    "B.1": ("1032", 15_480_000, "2408", 36_120_000, "4128", 61_920_000),
    "B.2": ("352.8", 5_292_000, "823.2", 12_348_000, "1411.2", 21_168_000),
    "B.3": ("168", 2_520_000, "392", 5_880_000, "672", 10_080_000),
    "B.4": ("199.2", 2_988_000, "464.8", 6_972_000, "796.8", 11_952_000),
    "B.5": ("192", 2_880_000, "448", 6_720_000, "768", 11_520_000),
    "B.6": ("180", 2_700_000, "420", 6_300_000, "720", 10_800_000),
    "B.7": ("144", 2_160_000, "336", 5_040_000, "576", 8_640_000),
    "B.8": ("288", 4_320_000, "672", 10_080_000, "1152", 17_280_000),
    "B.9": ("108", 1_620_000, "252", 3_780_000, "432", 6_480_000),
    "C.1": ("260.4", 3_906_000, "607.6", 9_114_000, "1041.6", 15_624_000),
    "D.1": ("366", 5_490_000, "854", 12_810_000, "1464", 21_960_000),
    "D.2": ("384", 5_760_000, "896", 13_440_000, "1536", 23_040_000),
    "D.3": ("288", 4_320_000, "672", 10_080_000, "1152", 17_280_000),
    "D.4": ("50.4", 756_000, "117.6", 1_764_000, "201.6", 3_024_000),
    "A": ("480", 7_200_000, "1120", 16_800_000, "1920", 28_800_000),
    "B": ("2664", 39_960_000, "6216", 93_240_000, "10656", 159_840_000),
    "C": ("260.4", 3_906_000, "607.6", 9_114_000, "1041.6", 15_624_000),
    "D": ("1088.4", 16_326_000, "2539.6", 38_094_000, "4353.6", 65_304_000),
    "all floods": ("4492.8", 67_392_000, "10483.2", 157_248_000, "17971.2", 269_568_000),
}


def people(printed: str) -> int:
    return int(printed.split("/")[1])


def families(printed: str) -> int:
    return int(printed.split("/")[0])


def flood(place: str, period: str, number: int) -> DisasterEvent:
    return DisasterEvent(hazard="banjir", place=place, period=period, people=number)


def wind(place: str, period: str, number: int) -> DisasterEvent:
    return DisasterEvent(hazard="angin puting beliung", place=place, period=period, people=number)


def district(name: str) -> DisasterEvent:
    rows = PLACES[name]
    localities = [
        Locality(place=place, families=families(printed), people=people(printed)) for _, place, _, printed in rows
    ]
    return DisasterEvent(hazard="banjir", place=name[2:], period=rows[0][2], localities=localities)


def aid(event: DisasterEvent) -> tuple[tuple[Quantity, Quantity], ...]:
    window = entitle_range(event, PEDUM_2003)
    assert window.extended is not None
    return tuple((each["rice"], each["side_dishes"]) for each in (window.minimum, window.maximum, window.extended))


def by_hand(row: str) -> tuple[tuple[Quantity, Quantity], ...]:
    cells = BY_HAND[row]
    return tuple((Quantity(cells[at], "kg"), Quantity(cells[at + 1], "IDR")) for at in (0, 2, 4))


@pytest.mark.parametrize("row", [row for rows in PLACES.values() for row in rows], ids=lambda row: row[0])
def test_each_place_of_table_19_gets_what_is_worked_out_by_hand(row: tuple[str, str, str, str]) -> None:
    label, place, period, printed = row
    assert aid(flood(place, period, people(printed))) == by_hand(label)


@pytest.mark.parametrize("name", PLACES, ids=lambda name: name[0])
def test_each_district_of_table_19_gets_what_is_worked_out_by_hand(name: str) -> None:
    event = district(name)
    printed = PRINTED_DISTRICTS[name]
    assert (event.families, event.people) == (families(printed), people(printed))
    assert aid(event) == by_hand(name[0])


def test_the_floods_of_2017_struck_3744_people_and_get_what_is_worked_out_by_hand() -> None:
    events = [district(name) for name in PLACES]
    assert sum(event.people or 0 for event in events) == 3_744
    ranges = [entitle_range(event, PEDUM_2003) for event in events]
    for at, ends in enumerate(zip(*((each.minimum, each.maximum, each.extended) for each in ranges), strict=True)):
        summed = total(answer for answer in ends if answer is not None)
        assert (summed["rice"], summed["side_dishes"]) == by_hand("all floods")[at]
    by_place = total(
        entitle(flood(place, period, people(printed)), PEDUM_2003, days="maximum")
        for rows in PLACES.values()
        for _, place, period, printed in rows
    )
    assert (by_place["rice"], by_place["side_dishes"]) == by_hand("all floods")[1]


def test_each_wind_of_2017_gets_6_kg_and_90_000_rupiah_and_both_twice_that() -> None:
    # 5 people × 0.4 kg × 3 days = 6 kg; 5 × Rp6,000 × 3 = Rp90,000
    answers = [entitle(wind(place, period, people(printed)), PEDUM_2003, days=3) for _, place, period, printed in WINDS]
    for answer in answers:
        assert (answer["rice"], answer["side_dishes"]) == (Quantity(6, "kg"), Quantity(90_000, "IDR"))
    both = total(answers)
    assert (both["rice"], both["side_dishes"]) == (Quantity(12, "kg"), Quantity(180_000, "IDR"))


@pytest.mark.parametrize(
    ("hazard", "days", "kilograms", "rupiah"),
    [
        # a hundred people: 40 kg and Rp600,000 a day
        ("tanah longsor", "minimum", "120", 1_800_000),
        ("tanah longsor", "maximum", "280", 4_200_000),
        ("angin ribut", "maximum", "120", 1_800_000),
        ("angin topan", "maximum", "120", 1_800_000),
        ("tsunami", "maximum", "120", 1_800_000),
        ("gempa bumi", "minimum", "200", 3_000_000),
        ("gempa bumi", "maximum", "400", 6_000_000),
        ("letusan gunung berapi", "minimum", "200", 3_000_000),
        ("letusan gunung berapi", "maximum", "400", 6_000_000),
        ("kekeringan", "minimum", "600", 9_000_000),
        ("kekurangan pangan", "maximum", "1200", 18_000_000),
    ],
)
def test_a_hundred_people_struck_by_each_other_hazard(hazard: str, days: str, kilograms: str, rupiah: int) -> None:
    event = DisasterEvent(hazard=hazard, place="Desa Contoh", period="2017", people=100)
    answer = entitle(event, PEDUM_2003, days=days)  # type: ignore[arg-type]
    assert (answer["rice"], answer["side_dishes"]) == (Quantity(kilograms, "kg"), Quantity(rupiah, "IDR"))
