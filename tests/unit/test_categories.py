"""The ministry's categories: numbers, names in both languages, and people's words for them as declared readings."""

import copy
import pickle
import re
import tomllib
from typing import Any

import pytest

from kesos import _checks as checks
from kesos import datasets
from kesos._package import read_file
from kesos.categories import Category, CategoryList, CategoryWord, Pmks, Psks
from kesos.errors import InvalidValueError
from kesos.records import read_plain, to_plain
from kesos.reports import TargetGroup
from kesos.values import LANGUAGES, Period
from kesos.words import REDACTED

BOTH_KINDS = [*Pmks, *Psks]
FILE = tomllib.loads(read_file("kesos.rules", "categories.toml").decode("utf-8"))


def test_there_are_26_and_12_numbered_from_one() -> None:
    assert [category.number for category in Pmks] == list(range(1, 27))
    assert [category.number for category in Psks] == list(range(1, 13))


@pytest.mark.parametrize("kind", [Pmks, Psks])
def test_each_has_a_name_of_its_own_in_both_languages(kind: type[Pmks] | type[Psks]) -> None:
    for language in LANGUAGES:
        assert len({category.label(language) for category in kind}) == len(kind)


@pytest.mark.parametrize("category", BOTH_KINDS)
def test_the_code_is_the_name_or_its_short_form(category: Pmks | Psks) -> None:
    name = category.label("id").upper()
    spelt_out = re.sub(r"[^A-Z0-9]+", "_", name)
    assert category.name == spelt_out or f"({category.name})" in name


@pytest.mark.parametrize("category", BOTH_KINDS)
def test_the_source_says_that_the_regulation_itself_was_not_seen(category: Pmks | Psks) -> None:
    citation = category.citation
    assert (citation.regulation, citation.known) == ("Permensos 08/2012", "secondary")
    assert str(category.number) in (citation.locator or "")


@pytest.mark.parametrize("category", BOTH_KINDS)
def test_each_is_found_by_code_and_by_name(category: Any) -> None:
    for words in (category, category.name, category.name.lower(), category.label("id"), category.label("en").upper()):
        assert type(category).of(words) is category
        assert type(category).all_of(words) == (category,)
    assert pickle.loads(pickle.dumps(category)) is category


@pytest.mark.parametrize("kind", [Pmks, Psks])
def test_the_members_are_the_file_s_categories_in_its_order_with_its_numbers(kind: type[Pmks] | type[Psks]) -> None:
    table = FILE[kind.__name__.lower()]["categories"]
    assert [(each["code"], each["number"]) for each in table] == [(each.name, each.number) for each in kind]
    assert kind.listing().codes == tuple(each.name for each in kind)


def test_no_word_source_or_reason_of_the_file_is_lost_or_said_twice() -> None:
    used: set[tuple[str, str]] = set()
    for kind in (Pmks, Psks):
        table = FILE[kind.__name__.lower()]
        groups = [*(group for each in table["categories"] for group in each.get("words", ()))]
        groups += [*table.get("several", ()), *table.get("unlisted", ())]
        written = [word for group in groups for word in group["words"]]
        assert [each.word for each in kind.listing().words] == written
        assert len({word.casefold() for word in written}) == len(written)
        used |= {("because", group["because"]) for group in groups}
        cited = [*groups, table, *table.get("later", ()), *table.get("earlier", ())]
        used |= {("sources", each["source"]) for each in cited}
    assert used == {(part, key) for part in ("because", "sources") for key in FILE[part]}


@pytest.mark.parametrize(
    ("kind", "word"), [(kind, word) for kind in (Pmks, Psks) for word in kind.listing().words], ids=str
)
def test_each_word_is_a_declared_reading_with_its_source(kind: type[Pmks] | type[Psks], word: CategoryWord) -> None:
    found = kind.all_of(f"  {word.word.upper()} ")
    assert tuple(each.name for each in found) == word.codes
    assert word.reading.read_as == (", ".join(each.label("id") for each in found) or "tidak satu pun dari daftar")
    assert (word.citation.known == "primary") == word.citation.regulation.startswith("Laporan dan Evaluasi")
    assert word.citation.quoted_in or word.citation.locator


def test_words_that_no_category_names_share_one_reason_so_that_it_tells_nothing_of_a_person() -> None:
    assert len({word.reading.reason for word in Pmks.listing().words if not word.codes}) == 1


def test_the_list_knows_its_later_name_and_what_was_before_it() -> None:
    listing = Pmks.listing()
    (later,) = listing.later
    assert (later.code, later.since, later.citation.known) == ("PPKS", Period.of("2019-06-22"), "quoted")
    assert [(each.code, len(each.entries)) for each in listing.earlier] == [
        ("PMKS_1999", 0),
        ("PMKS_2007", 22),
        ("PP_39_2012", 17),
    ]
    assert (Psks.listing().later, Psks.listing().earlier) == ((), ())
    for each in (listing, Psks.listing()):
        assert CategoryList.from_json(each.to_json()) == each


def test_only_the_two_lists_can_be_asked_for() -> None:
    with pytest.raises(InvalidValueError) as caught:
        Category.of("fakir miskin")
    assert (caught.value.code, caught.value.field) == ("not_a_choice", "listing")


@pytest.mark.parametrize(
    ("words", "category"),
    [
        ("penyandang cacat", Pmks.PENYANDANG_DISABILITAS),
        ("anak nakal", Pmks.ANAK_YANG_BERHADAPAN_DENGAN_HUKUM),
        ("anak cacat", Pmks.ANAK_DENGAN_KEDISABILITASAN),
        ("tunasusila", Pmks.TUNA_SUSILA),
        ("tuna susila", Pmks.TUNA_SUSILA),
        ("PSK", Pmks.TUNA_SUSILA),
        ("eks Napi", Pmks.BEKAS_WARGA_BINAAN_LEMBAGA_PEMASYARAKATAN),
        ("anak  Terlantar", Pmks.ANAK_TELANTAR),
        ("lanjut usia terlantar", Pmks.LANJUT_USIA_TELANTAR),
        ("BWBLP", Pmks.BEKAS_WARGA_BINAAN_LEMBAGA_PEMASYARAKATAN),
        ("odha", Pmks.ORANG_DENGAN_HIV_AIDS),
        ("WRSE", Pmks.PEREMPUAN_RAWAN_SOSIAL_EKONOMI),
        ("ODMK", Pmks.PENYANDANG_DISABILITAS),
        ("tuna netra", Pmks.PENYANDANG_DISABILITAS),
        ("Tunanetra", Pmks.PENYANDANG_DISABILITAS),
        ("Tuna Rungu", Pmks.PENYANDANG_DISABILITAS),
        ("tuna-wicara", Pmks.PENYANDANG_DISABILITAS),
        ("tuna daksa", Pmks.PENYANDANG_DISABILITAS),
        ("tuna grahita", Pmks.PENYANDANG_DISABILITAS),
        ("tuna laras", Pmks.PENYANDANG_DISABILITAS),
        ("tuna ganda", Pmks.PENYANDANG_DISABILITAS),
        ("waria tuna susila", Pmks.TUNA_SUSILA),
    ],
)
def test_words_of_the_reports_and_of_offices(words: str, category: Pmks) -> None:
    assert Pmks.of(words) is category


def test_one_expression_for_two_categories_is_not_silently_one() -> None:
    assert Pmks.all_of("gelandangan dan pengemis") == (Pmks.GELANDANGAN, Pmks.PENGEMIS)
    with pytest.raises(InvalidValueError) as caught:
        Pmks.of("gelandangan dan pengemis", field="who")
    assert (caught.value.code, caught.value.field) == ("several_categories", "who")
    assert caught.value.value == "gelandangan dan pengemis"
    assert "GELANDANGAN, PENGEMIS" in str(caught.value)
    assert "gelandangan, pengemis" in caught.value.message("id")


@pytest.mark.parametrize("words", ["Tuna Wisma", "tunawisma", "TUNA_WISMA", "gepeng"])
def test_who_has_no_home_is_read_as_homeless_or_begging(words: str) -> None:
    assert Pmks.all_of(words) == (Pmks.GELANDANGAN, Pmks.PENGEMIS)
    with pytest.raises(InvalidValueError) as caught:
        Pmks.of(words)
    assert caught.value.code == "several_categories"
    assert "susila" not in str(caught.value).lower() + caught.value.message("id").lower()


@pytest.mark.parametrize(
    "words", ["orang terlantar", "anak putus sekolah", "lanjut usia", "balita", "tuna karya", "tuna aksara", "waria"]
)
def test_a_word_that_no_category_names_is_not_put_under_a_neighbour(words: str) -> None:
    assert Pmks.all_of(words) == ()
    with pytest.raises(InvalidValueError) as caught:
        Pmks.of(words)
    assert (caught.value.code, caught.value.value) == ("no_category", words)


def test_an_unknown_word_is_refused_with_the_nearest() -> None:
    with pytest.raises(InvalidValueError) as caught:
        Pmks.of("fakir mskin")
    assert (caught.value.code, caught.value.value) == ("unknown_category", "fakir mskin")
    assert "'fakir miskin'" in str(caught.value)
    with pytest.raises(InvalidValueError, match="ANAK_BALITA_TELANTAR, ANAK_TELANTAR") as caught:
        Pmks.of("xyz")
    assert "Yang dikenal: anak balita telantar, anak telantar, " in caught.value.message("id")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("fakr miskin", "fakir miskin"),
        ("Fakir Miskni", "fakir miskin"),
        ("gelandagan", "gelandangan"),
        ("anak telntar", "anak telantar"),
        ("tuna rungi", "tunarungu"),
        ("tuna wsima", "tunawisma"),
        ("tuna susla", "tuna susila"),
        ("pemulun", "pemulung"),
        ("korban bencana alan", None),
        ("korban bencana sosal", "korban bencana sosial"),
    ],
)
def test_a_slip_of_the_pen_in_one_word_is_answered_with_what_was_meant(written: str, meant: str | None) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Pmks.of(written)
    assert caught.value.code == "unknown_category"
    assert (f"Did you mean {meant!r}?" if meant else "Known: ") in str(caught.value)


@pytest.mark.parametrize(
    "words",
    [
        *(
            "tuna asmara",
            "tuna busana",
            "tuna daya",
            "tuna sila",
            "tuna sosila",
            "tuna suara",
            "tuna usaha",
            "tuna",
            "susu",
        ),
        *("PSM", "PSI", "WTS", "ODG", "wanita", "waria jalanan", "anak sekolah", "anak asuh", "anak angkat", "janda"),
        *(
            "duda",
            "yatim",
            "yatim piatu",
            "pengungsi",
            "pemabuk",
            "pedagang",
            "pengantar",
            "buruh migran",
            "penganggur",
        ),
        *("korban banjir", "korban kebakaran", "korban PHK", "orang dengan asma", "keluarga miskin", "lanjut studi"),
    ],
)
def test_no_hint_offers_a_category_for_a_word_that_says_something_else(words: str) -> None:
    for kind in (Pmks, Psks) if words != "PSM" else (Pmks,):
        with pytest.raises(InvalidValueError) as caught:
            kind.all_of(words)
        assert caught.value.code == "unknown_category"
        assert "Did you mean" not in str(caught.value)
        assert "Maksudnya" not in caught.value.message("id")


def test_a_list_that_is_called_looks_up_as_of_does_and_refuses_in_its_own_words() -> None:
    assert Pmks(24) is Pmks.FAKIR_MISKIN
    assert Pmks("fakir miskin") is Pmks.FAKIR_MISKIN
    for junk in ("x", 27, None, 2.5, [], Psks.LK3):
        with pytest.raises(InvalidValueError) as caught:
            Pmks(junk)
        assert (caught.value.code, caught.value.value) == ("unknown_category", junk)


@pytest.mark.parametrize("category", BOTH_KINDS)
def test_a_category_travels_by_its_code(category: Pmks | Psks) -> None:
    assert to_plain(category) == category.name
    assert read_plain(type(category), category.name) is category


def test_members_are_what_an_enum_s_are() -> None:
    assert next(each.name for each in Pmks) == "ANAK_BALITA_TELANTAR"
    assert Pmks["PENGEMIS"] is Pmks.PENGEMIS is copy.deepcopy(Pmks.PENGEMIS)
    assert {Pmks.PENGEMIS: 1}[pickle.loads(pickle.dumps(Pmks.PENGEMIS))] == 1
    assert Pmks.PENGEMIS != Psks.DUNIA_USAHA
    assert repr(Pmks.PENGEMIS) == "<Pmks.PENGEMIS: 12>"


@pytest.mark.parametrize("words", [24, None, True, Psks.LK3, ["fakir miskin"]])
def test_what_is_no_word_is_refused(words: Any) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Pmks.of(words)
    assert caught.value.code == "unknown_category"


@pytest.mark.parametrize("words", ["HIVV", "gelandangan dan pengemis", "orang terlantar"])
def test_a_word_about_a_person_is_not_repeated(words: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        checks.private(Pmks.of)(words)
    error = caught.value
    assert error.value == REDACTED
    assert words not in str(error) + error.message("id")
    assert "GELANDANGAN" not in str(error)


def test_the_groups_that_disaster_aid_is_for_fall_under_categories_by_the_words_of_the_report() -> None:
    report = datasets.kotawaringin_barat()
    groups = [one for one in report.told(TargetGroup) if one.service == "disaster_aid"]
    victims = [group for group in groups if group.code != "tagana"]
    found = {group.code: {one.number for one in Pmks.all_of(group.name.text)} for group in victims}
    assert found == {
        "natural_disaster_victims": {21},
        "social_disaster_victims": {22},
        "stranded_travellers": set(),
        "migrant_job_seekers": {20},
        "violence_victims": {19},
        "exploitation_victims": {10, 11, 12},
        "former_convicts": {15},
        "wandering_psychotics": {9, 11},
    }
    assert all(set(group.categories) == set(Pmks.all_of(group.name.text)) for group in victims)
    assert Psks.of("Taruna Siaga Bencana (TAGANA)") is Psks.TARUNA_SIAGA_BENCANA  # who helps is no victim
