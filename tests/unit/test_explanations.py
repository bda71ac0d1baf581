"""What an explanation says, word for word, where the words carry the law."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import attrs
import pytest

import kesos
from kesos import (
    PEDUM_2003,
    Citation,
    Decision,
    DisasterEvent,
    Rounding,
    Text,
    entitle,
    entitle_all,
    entitle_range,
    errors,
    total,
)
from kesos._traits import Schooling, Sex
from kesos.events import Damage
from kesos.frames import Status
from kesos.standards import BNPB_STIMULAN, AidStandard, Item, Package
from kesos.tables import letter_table
from kesos.values import Quantity, Span
from kesos.words import Language, catalogue

FLOOD = DisasterEvent(hazard="banjir", place="Desa Contoh", period="2017-02-25", families=215, people=860)
DECISION = Decision(by="Bupati Contoh", number="1/2017", date="2017-03-09")  # type: ignore[arg-type]
SOURCE = Citation(regulation="Peraturan Contoh", locator="Pasal 1", known="hypothetical")


def test_an_answer_explained_line_by_line() -> None:
    said = entitle(FLOOD, PEDUM_2003, days=7).explain("id")
    quoted = PEDUM_2003.source.quoted_in
    assert said.split("\n") == [
        "Banjir, Desa Contoh, 25 Februari 2017: 215 KK, 860 jiwa",
        f"Standar: {PEDUM_2003.title.id} [pedum-2003]",
        f"Sumber: 03/BJ-SBSKBA/2003, huruf a–d (dikutip; naskah aslinya tidak dilihat: {quoted})",
        "Berlaku sejak 2003; sampai kapan tidak diketahui.",
        "Lama bantuan: 7 hari. Menurut standar: 3–7 hari, dapat diperpanjang hingga 12 hari "
        "[03/BJ-SBSKBA/2003, huruf b angka 1]",
        f"    {PEDUM_2003.durations.note.id} [03/BJ-SBSKBA/2003, huruf b]",
        "",
        "Beras: 400 g × 860 jiwa × 7 hari = 2.408 kg",
        "    Indeks minimal: jumlah ini batas terendah, boleh lebih.",
        "    Sumber: 03/BJ-SBSKBA/2003, huruf a angka 1 (dikutip; naskah aslinya tidak dilihat)",
        "Permakanan/lauk pauk: Rp6.000 × 860 jiwa × 7 hari = Rp36.120.000",
        "    Indeks minimal: jumlah ini batas terendah, boleh lebih.",
        "    Dapat diberikan dalam bentuk natura: Mie instan, Sarden, Kecap, Sambal/saus, Minyak goreng, Gula pasir, "
        "Telur, Lainnya.",
        "    Sumber: 03/BJ-SBSKBA/2003, huruf a angka 2 (dikutip; naskah aslinya tidak dilihat)",
    ]


def test_an_answer_explained_in_english() -> None:
    said = entitle(FLOOD, PEDUM_2003, days=3).explain("en")
    for line in (
        "Flood, Desa Contoh, 25 February 2017: 215 families, 860 people",
        "In force since 2003; until when is not known.",
        "Duration: 3 days. The standard gives 3–7 days, which may be extended to 12 days "
        "[03/BJ-SBSKBA/2003, huruf b angka 1]",
        "Rice: 400 g × 860 people × 3 days = 1,032 kg",
        "    The index is a floor: this is the least, more may be given.",
        "    Source: 03/BJ-SBSKBA/2003, huruf a angka 1 (quoted; the original was not seen)",
    ):
        assert line in said.split("\n")


def test_days_beyond_the_maximum_say_on_whose_word() -> None:
    asked = entitle(FLOOD, PEDUM_2003, days=8, extended=True)
    assert "Perpanjangan dihitung tanpa keputusan pejabat; keputusannya belum disertakan." in asked.explain("id")
    assert "no official's decision was given" in asked.explain("en")
    extended = entitle(FLOOD, PEDUM_2003, days=12, decision=DECISION)
    beyond = entitle(FLOOD, PEDUM_2003, days=13, decision=DECISION)
    below = entitle(FLOOD, PEDUM_2003, days=2, decision=DECISION)
    within = entitle(FLOOD, PEDUM_2003, days=3, decision=DECISION)
    for answer, decided in ((extended, False), (beyond, True), (below, True), (within, False)):
        said = answer.explain("id")
        assert "Keputusan: Bupati Contoh, No. 1/2017, 9 Maret 2017" in said
        assert ("Jangka waktu ini ditetapkan dengan keputusan tersebut, bukan oleh standar." in said) == decided
        assert ("These days are that decision's, not the standard's." in answer.explain("en")) == decided
        assert "tidak disertakan" not in said
    assert "Keputusan" not in entitle(FLOOD, PEDUM_2003, days=7).explain("id")
    assert "tidak disertakan" not in entitle(FLOOD, PEDUM_2003, days=7, extended=True).explain("id")


def test_a_window_of_one_length_and_without_extension_says_so() -> None:
    wind = attrs.evolve(FLOOD, hazard="puting beliung")
    said = entitle(wind, PEDUM_2003, days=3)
    assert "Menurut standar: 3 hari, tanpa perpanjangan" in said.explain("id")
    assert "The standard gives 3 days, with no extension" in said.explain("en")
    assert (
        'Penafsiran: "Angin puting beliung" ditafsirkan sebagai "Angin ribut". Laporan yang mengutip'
        in said.explain("id")
    )
    assert 'Reading: "Whirlwind" is read as "Windstorm". The report that quotes' in said.explain("en")
    assert "tabel 19 bagian E]" in said.explain("id")


def test_selective_aid_says_who_comes_first_and_who_decided() -> None:
    said = entitle(FLOOD, PEDUM_2003, days=3, recipients={"sarong": 1, "plates": 2})
    indonesian, english = said.explain("id"), said.explain("en")
    assert "Kain sarung: 1 potong × 1 penerima = 1 potong" in indonesian
    assert "Sarong: 1 piece × 1 recipient = 1 piece" in english
    assert "Piring melamin/plastik: – lusin × 2 penerima; tidak disebutkan angkanya" in indonesian
    assert "Melamine or plastic plates: – dozen × 2 recipients; no number is given" in english
    assert indonesian.endswith("Penerima bantuan selektif ditetapkan oleh kantor, bukan oleh perhitungan ini.")
    for package in PEDUM_2003.packages[1:]:
        assert package.priority is not None
        assert f"{package.name.en}: {package.priority.en}" in english
    alone = entitle(FLOOD, PEDUM_2003, days=3, recipients={"sarong": 1}).explain("id")
    assert PEDUM_2003.packages[2].name.id not in alone
    assert "Siapa penerima" not in entitle(FLOOD, PEDUM_2003, days=3).explain("id")


def shaped(**shape: Any) -> Any:
    given = {"code": "thing", "name": Text("Barang", "Thing"), "amount": 2, "unit": "unit", "per": "person"}
    item = Item(**{**given, "citation": SOURCE, **shape})
    package = Package(code="own", name=Text("Contoh", "Example"), items=(item,))
    return attrs.evolve(PEDUM_2003, code="contoh", packages=(package,))


@pytest.mark.parametrize(
    ("shape", "indonesian", "english"),
    [
        ({}, ["Barang: 2 buah × 860 jiwa = 1.720 buah"], ["Thing: 2 units × 860 people = 1,720 units"]),
        ({"per": "family"}, ["Barang: 2 buah × 215 KK = 430 buah"], ["Thing: 2 units × 215 families = 430 units"]),
        (
            {"per": "event", "every": "day"},
            ["Barang: 2 buah × 7 hari = 14 buah"],
            ["Thing: 2 units × 7 days = 14 units"],
        ),
        ({"per": "event"}, ["Barang: 2 buah"], ["Thing: 2 units"]),
        (
            {"group": 20, "rounding": Rounding.UP, "counted": "place"},
            [
                "2 buah × 43 kelompok",
                "Satu kelompok terdiri atas 20 jiwa; sisanya dibulatkan ke atas, di setiap tempat.",
            ],
            ["2 units × 43 groups", "A group is 20 people; the rest is rounded up, in each place."],
        ),
        (
            {"group": 20, "rounding": Rounding.DOWN, "counted": "event", "per": "family"},
            [
                "2 buah × 10 kelompok",
                "Satu kelompok terdiri atas 20 KK; sisanya dibulatkan ke bawah, untuk seluruh kejadian.",
            ],
            ["2 units × 10 groups", "A group is 20 families; the rest is rounded down, over the event."],
        ),
        (
            {"every": "month", "month_days": 30, "part": "down"},
            ["× 0 bulan", "Satu bulan dihitung 30 hari; sisanya dibulatkan ke bawah."],
            ["× 0 months", "A month is taken as 30 days; the rest is rounded down."],
        ),
        (
            {},
            ["Sumber: Peraturan Contoh, Pasal 1 (pengandaian, bukan hukum yang berlaku)"],
            ["(hypothetical, not law)"],
        ),
    ],
)
def test_each_shape_of_item_says_how_it_is_counted(
    shape: dict[str, Any], indonesian: list[str], english: list[str]
) -> None:
    answer = entitle(FLOOD, shaped(**shape), days=7)
    for words in indonesian:
        assert words in answer.explain("id")
    for words in english:
        assert words in answer.explain("en")


def test_a_range_explains_each_end_and_that_there_is_no_extension() -> None:
    flood = entitle_range(FLOOD, PEDUM_2003)
    said = flood.explain("id")
    for title, answer in (
        ("Jangka waktu terpendek", flood.minimum),
        ("Jangka waktu terpanjang", flood.maximum),
        ("Dengan perpanjangan", flood.extended),
    ):
        assert answer is not None
        assert f"== {title} ==\n{answer.explain('id')}" in said
    assert "tidak mengenal perpanjangan" not in said
    slide = entitle_range(attrs.evolve(FLOOD, hazard="landslide"), PEDUM_2003)
    assert slide.explain("id").endswith("Standar tidak mengatur perpanjangan untuk bencana ini.")
    assert slide.explain("en").endswith("The standard gives no extension for this hazard.")
    assert "With the extension" not in slide.explain("en")


def test_a_total_explains_its_sums_its_parts_and_what_was_left_out() -> None:
    fire = attrs.evolve(FLOOD, hazard="kebakaran", place="Jl. Macan")
    selected = entitle(FLOOD, PEDUM_2003, days=3, recipients={"plates": 2, "sarong": 1})
    batch = entitle_all([FLOOD, fire, 3], PEDUM_2003, days=7)  # type: ignore[list-item]
    added = total([selected, batch.total])
    said = added.explain("id").split("\n")
    assert said[0] == "Jumlah 2 kejadian; 2 kejadian belum dapat dihitung"
    assert "Beras: 1.032 kg + 2.408 kg = 3.440 kg" in said
    assert "Kain sarung: 1 potong" in said
    assert "Piring melamin/plastik: tidak disebutkan angkanya" in said
    assert any(line.startswith("Belum dapat dihitung: Kebakaran, Jl. Macan, 25 Februari 2017") for line in said)
    assert any(line.startswith("Belum dapat dihitung: 3. 3 bukan isian yang sesuai") for line in said)
    assert batch.answers[0].explain("id") in added.explain("id")
    english = added.explain("en")
    assert english.startswith("Total of 2 events; 2 events could not be counted yet\n")
    assert "Not counted yet: Fire, Jl. Macan" in english
    assert total([selected]).explain("en").startswith("Total of 1 event\n")


def test_tables_hold_the_same_numbers_with_their_sources_under_them() -> None:
    answer = entitle(FLOOD, PEDUM_2003, days=7, recipients={"plates": 2})
    table = answer.table("en")
    assert table.caption == "Flood, Desa Contoh, 25 February 2017: 215 families, 860 people — 7 days"
    assert table.header == ("Aid", "Calculation", "Quantity")
    assert table.rows == (
        ("Rice", "400 g × 860 people × 7 days", "2,408 kg"),
        ("Side dishes", "IDR6,000 × 860 people × 7 days", "IDR36,120,000"),
        ("Melamine or plastic plates", "– dozen × 2 recipients", "no number is given"),
    )
    assert any("03/BJ-SBSKBA/2003" in note for note in table.notes)
    assert table.notes[-1] == "The index is a floor: this is the least, more may be given."
    assert "floor" not in entitle(FLOOD, shaped(), days=3).table("en").notes[-1]


def test_a_range_is_a_table_with_a_column_for_each_end() -> None:
    table = entitle_range(FLOOD, PEDUM_2003, recipients={"plates": 2}).table()
    assert table.header == (
        "Bantuan",
        "Jangka waktu terpendek (3 hari)",
        "Jangka waktu terpanjang (7 hari)",
        "Diperpanjang (12 hari)",
    )
    assert table.rows[0] == ("Beras", "1.032 kg", "2.408 kg", "4.128 kg")
    assert table.rows[-1] == ("Piring melamin/plastik", *("tidak disebutkan angkanya",) * 3)
    slide = entitle_range(attrs.evolve(FLOOD, hazard="landslide"), PEDUM_2003).table("en")
    assert slide.header == ("Aid", "The shortest time (3 days)", "The longest time (7 days)")
    assert slide.rows[0] == ("Rice", "1,032 kg", "2,408 kg")


def test_a_total_is_a_table_that_counts_its_answers() -> None:
    added = total([entitle(FLOOD, PEDUM_2003, days=days, recipients={"plates": 2}) for days in (3, 7)])
    table = added.table()
    assert table.caption == "Jumlah 2 kejadian"
    assert table.header == ("Bantuan", "Jumlah")
    assert table.rows[0] == ("Beras", "3.440 kg")
    assert table.rows[-1] == ("Piring melamin/plastik", "tidak disebutkan angkanya")
    assert sum(note.startswith("Standar:") for note in table.notes) == 1


@pytest.mark.parametrize("language", ["jv", "", None])
def test_a_language_that_is_not_spoken_is_refused_everywhere(language: Any) -> None:
    answer = entitle(FLOOD, PEDUM_2003, days=3)
    for each in (answer, entitle_range(FLOOD, PEDUM_2003), total([answer]), total([])):
        for say in (each.explain, each.table):
            with pytest.raises(errors.InvalidValueError) as caught:
                say(language)
            assert caught.value.field in ("language", "locale")


def test_a_line_says_its_sum_and_explains_itself() -> None:
    answer = entitle(FLOOD, PEDUM_2003, days=3, recipients={"plates": 2})
    line, blank = answer.lines[0], answer.unspecified[0]
    assert line.say("en") == "400 g × 860 people × 3 days"
    assert blank.say("en") == "– dozen × 2 recipients"
    for each in (line, blank):
        alone, under_its_head = each.explain("en"), each.explain("en", head=PEDUM_2003.source)
        assert "(quoted; the original was not seen: Laporan" in alone
        assert under_its_head.endswith("(quoted; the original was not seen)")
        assert each.explain("en", head=SOURCE) == alone


# --- the catalogue ---------------------------------------------------------------------------------------------------


COUNTED = ("say_many", "_many")


def sentences() -> Iterator[tuple[str, set[str]]]:
    """The key of each sentence that standards and answers say, with the places that it fills."""
    for file in sorted(Path(kesos.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say":
                given = {word.arg for word in node.keywords if word.arg}
                key = node.args[0]
                for end in (key.body, key.orelse) if isinstance(key, ast.IfExp) else (key,):
                    if isinstance(end, ast.Constant):
                        yield str(end.value), given
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in COUNTED:
                key = node.args[0]
                for end in (key.body, key.orelse) if isinstance(key, ast.IfExp) else (key,):
                    if isinstance(end, ast.Constant):
                        yield from ((f"{end.value}{one}", {"count"}) for one in ("", ".one"))


def test_each_sentence_is_in_its_catalogue_filled_alike_in_both_languages_and_used() -> None:
    entries = catalogue("relief")
    said = dict(sentences())
    # which of them is chosen by a name
    named = {key: {"days", "extended"} for key in ("window.brief_extended", "window.extended")}
    named |= {key: set[str]() for key in ("item.ceiling", "item.floor", "item.is_ceiling", "item.is_floor")}
    named |= {key: {"items"} for key in ("items.ceiling", "items.floor")}
    named |= {f"suits.{sex}": set[str]() for sex in get_args(Sex)}
    named |= {f"suits.school.{school}": set[str]() for school in get_args(Schooling)}
    named |= {f"status.{status.value}": set[str]() for status in Status}
    assert set(entries) == set(said) | set(named)
    for key, entry in entries.items():
        assert entry._replace(en="").places() == entry._replace(id="").places(), key
        assert said.get(key, named.get(key)) == entry.places(), key


def _unused(standard: AidStandard = PEDUM_2003, days: int = 7, language: Language = "id", **counted: Any) -> list[str]:
    said = entitle(attrs.evolve(FLOOD, **counted), standard, days=days).explain(language)
    start = catalogue("relief")["unused"].of(language).partition("{")[0]
    return [line.removeprefix(start) for line in said.split("\n") if line.startswith(start)]


@pytest.mark.parametrize(
    ("counted", "said"),
    [
        ({"damage": Damage(heavy=12)}, "12 bangunan (rusak berat)."),
        ({"damage": Damage(houses=1_200), "counts": {"dead": 3}}, "1.200 rumah, 3 meninggal dunia."),
        (
            {"counts": {"displaced": Span(10, 20), "rice_field": Quantity(2, "ha")}},
            "10 – 20 mengungsi, 2 ha rice field.",
        ),
        ({"counts": {"household": {4: 12}}}, "12 rumah tangga (ukuran 4)."),
        ({"counts": {"parcel": [({"kind": "wet", "size": 3}, 7)]}}, "7 parcel (wet, ukuran 3)."),
    ],
)
def test_what_was_counted_and_no_item_is_given_for_is_said_not_to_be_used(counted: dict[str, Any], said: str) -> None:
    assert _unused(**counted) == [said]


def test_what_is_not_used_is_noted_wherever_an_answer_is_shown_as_a_whole() -> None:
    event = attrs.evolve(FLOOD, damage=Damage(heavy=12))
    said = "Didata, tetapi tidak dipakai oleh standar ini: 12 bangunan (rusak berat)."
    answer = entitle(event, PEDUM_2003, days=7)
    for shown in (
        answer.table("id"),
        entitle_range(event, PEDUM_2003).table("id"),
        letter_table(answer),
        total([answer]).table("id"),
        entitle_all([event], PEDUM_2003, days=7).table("id"),
    ):
        assert shown.notes.count(said) == 1
    assert not [note for note in entitle(FLOOD, PEDUM_2003, days=7).table("id").notes if "tidak dipakai" in note]


def test_what_is_not_used_of_several_events_is_added_up_and_what_one_standard_uses_is_used() -> None:
    events = [attrs.evolve(FLOOD, place=str(at), period="2023", counts={"house": {"heavy": at}}) for at in (3, 4)]
    events.append(attrs.evolve(events[0], place="5", counts={"rice_field": Quantity(2, "ha"), "dead": Span(1, 2)}))
    events.append(attrs.evolve(events[0], place="6", counts={"rice_field": Quantity(3, "ha"), "dead": 1}))
    batch = entitle_all(events, PEDUM_2003, days=7)
    [note] = [note for note in batch.table("en").notes if "not used" in note]
    assert note.endswith(": 7 houses (heavily damaged), 2 ha rice field, 3 ha rice field, 1 – 2 dead, 1 dead.")
    counts = {"family_awaiting_house": 4, "house": {"heavy": 12, "moderate": 0, "light": 0}}
    flood = attrs.evolve(FLOOD, period="2023", counts=counts)
    both = total([entitle(flood, PEDUM_2003, days=7), entitle(flood, BNPB_STIMULAN, days=30)])
    assert not [note for note in both.table("en").notes if "not used" in note]


def test_what_a_standard_uses_or_nobody_found_is_not_said_to_be_unused() -> None:
    assert _unused(damage=Damage(heavy=0, light=0), counts={"dead": None, "missing": 0}) == []
    counts = {"family_awaiting_house": 4, "house": {"heavy": 12, "moderate": 0, "light": 0}}
    assert _unused(BNPB_STIMULAN, 30, period="2023", counts=counts) == []
    assert _unused(BNPB_STIMULAN, 30, "en", period="2023", counts={**counts, "dead": 1}) == ["1 dead."]
