"""The ministry's categories: numbers, names in both languages, and older words as declared readings."""

import pickle
import re
from typing import Any

import pytest

from kesos import _checks as checks
from kesos import datasets
from kesos.categories import OLDER_PMKS_WORDS, OLDER_PSKS_WORDS, OlderWord, Pmks, Psks
from kesos.errors import InvalidValueError
from kesos.reports import TargetGroup
from kesos.values import LANGUAGES
from kesos.words import REDACTED

BOTH_KINDS = [*Pmks, *Psks]


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


@pytest.mark.parametrize("older", [*OLDER_PMKS_WORDS, *OLDER_PSKS_WORDS])
def test_each_older_word_is_a_declared_reading_with_its_place(older: OlderWord[Any]) -> None:
    kind = Psks if older in OLDER_PSKS_WORDS else Pmks
    assert kind.all_of(f"  {older.word.upper()} ") == older.categories
    reading = older.reading
    assert reading.word == older.word
    assert all(category.label("id") in reading.read_as for category in older.categories)
    assert older.citation.locator
    if not older.categories:
        assert reading.read_as == "tidak satu pun dari daftar"


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
    ],
)
def test_words_of_the_reports(words: str, category: Pmks) -> None:
    assert Pmks.of(words) is category


def test_one_expression_for_two_categories_is_not_silently_one() -> None:
    assert Pmks.all_of("gelandangan dan pengemis") == (Pmks.GELANDANGAN, Pmks.PENGEMIS)
    with pytest.raises(InvalidValueError) as caught:
        Pmks.of("gelandangan dan pengemis", field="who")
    assert (caught.value.code, caught.value.field) == ("several_categories", "who")
    assert caught.value.value == "gelandangan dan pengemis"
    assert "GELANDANGAN, PENGEMIS" in str(caught.value)


@pytest.mark.parametrize("words", ["orang terlantar", "anak putus sekolah", "lanjut usia", "balita"])
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
    with pytest.raises(InvalidValueError, match="ANAK_BALITA_TELANTAR, ANAK_TELANTAR"):
        Pmks.of("xyz")


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
