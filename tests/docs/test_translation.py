"""Pages that are kept in Indonesian are so as a whole: every message, with the code and the links of the page."""

from __future__ import annotations

import io
import sys
import warnings
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from sphinx.application import Sphinx

CHECKOUT = Path(__file__).parents[2]
sys.path.insert(0, str(CHECKOUT / "docs"))

import catalogues  # noqa: E402

KEPT = (*catalogues.PAGES, *catalogues.TITLES)
SAID = ["Ask `entitle`", "Read the [tutorial](tutorial.md)", "See {doc}`days <how-to/choose-the-days>`"]
SOUND = ["Tanyakan `entitle`", "Bacalah [tutorial](tutorial.md)", "Lihat {doc}`hari <how-to/choose-the-days>`"]


@pytest.fixture(scope="module")
def said() -> dict[str, list[str]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what Sphinx and its extensions will change one day
        return catalogues.messages()


def translated(strings: list[str]) -> Catalog:
    known = Catalog(locale="id")
    for message, string in zip(SAID, strings, strict=True):
        known.add(message, string)
    return known


@pytest.mark.parametrize("page", KEPT)
def test_every_message_of_the_page_has_a_translation_that_says_the_same(page: str, said: dict[str, list[str]]) -> None:
    assert (len(said[page]) == 1) == (page in catalogues.TITLES)
    assert not list(catalogues.faults(said[page], catalogues.catalogue(page)))


def test_every_catalogue_belongs_to_a_page_that_is_kept_in_indonesian() -> None:
    files = {file.relative_to(catalogues.LOCALE).with_suffix("").as_posix() for file in catalogues.LOCALE.rglob("*.po")}
    assert files - {"sphinx"} == set(KEPT)


@pytest.mark.parametrize("page", KEPT)
def test_the_file_is_as_the_program_writes_it(page: str, said: dict[str, list[str]]) -> None:
    file = catalogues.LOCALE / f"{page}.po"
    assert file.read_text(encoding="utf-8") == catalogues.written(catalogues.bring_up_to_date(page, said[page]))


@pytest.mark.parametrize("language", ["en", "id"])
def test_a_page_of_the_indonesian_site_that_is_not_translated_says_so(tmp_path: Path, language: str) -> None:
    pages = ("why-kesos", "how-to/pass-errors-on")
    for page in pages:
        (tmp_path / page).parent.mkdir(exist_ok=True)
        (tmp_path / f"{page}.md").write_text("# Title\n\nWords.\n", encoding="utf-8")
    settings = {"extensions": ["myst_parser"], "language": language, "root_doc": pages[0], "html_theme": "basic"}
    quiet = io.StringIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        site = Sphinx(
            tmp_path, None, tmp_path / "out", tmp_path / "trees", "html", settings, status=quiet, warning=quiet
        )
        site.connect("html-page-context", catalogues.say_that_it_is_english)
        site.build()
    found = [(tmp_path / "out" / f"{page}.html").read_text(encoding="utf-8") for page in (*pages, "search")]
    said = [page.count(catalogues.IN_ENGLISH) for page in found]
    assert said == [0, int(language == "id"), 0]


def test_a_sound_translation_has_no_fault() -> None:
    assert not list(catalogues.faults(SAID, translated(SOUND)))


@pytest.mark.parametrize(
    ("at", "string", "fault"),
    [
        (0, "", "not translated: Ask `entitle`"),
        (0, "Tanyakan `entitle_all`", "code, links or names differ (`entitle`, `entitle_all`): Ask `entitle`"),
        (0, "Tanyakan entitle", "code, links or names differ (`entitle`): Ask `entitle`"),
        (1, "Bacalah [tutorial](index.md)", f"code, links or names differ (tutorial.md, index.md): {SAID[1]}"),
        (2, "Lihat {doc}`hari <index>`", f"code, links or names differ (how-to/choose-the-days, index): {SAID[2]}"),
    ],
)
def test_a_translation_that_lacks_or_changes_something_is_named(at: int, string: str, fault: str) -> None:
    strings = [string if number == at else sound for number, sound in enumerate(SOUND)]
    assert list(catalogues.faults(SAID, translated(strings))) == [fault]


def test_a_message_that_the_page_changed_or_no_longer_has_is_named() -> None:
    known = translated(SOUND)
    known.get(SAID[0]).flags.add("fuzzy")
    known.obsolete["Gone"] = known.get(SAID[1])
    assert list(catalogues.faults(SAID[:2], known)) == [
        "fuzzy: Ask `entitle`",
        f"the page no longer says: {SAID[2]}",
        "obsolete: Gone",
    ]


def test_what_the_page_says_in_other_words_keeps_its_translation_to_be_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogues, "LOCALE", tmp_path)
    (tmp_path / "page.po").write_text(catalogues.written(translated(SOUND)), encoding="utf-8")
    known = catalogues.bring_up_to_date("page", ["Ask `entitle` now", *SAID[1:]])
    assert list(catalogues.faults(["Ask `entitle` now", *SAID[1:]], known)) == ["fuzzy: Ask `entitle` now"]
    assert not known.obsolete
