"""The site as a whole, in both languages: every link inside it leads somewhere, and each page to its translation."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

pytestmark = pytest.mark.xdist_group("site")
MADE_BY_SPHINX = {"genindex.html", "py-modindex.html", "search.html"}
NOTEBOOKS = sorted({page.stem for page in Path(__file__).parents[2].glob("docs/notebooks/*.md")} - {"index"})


class Page(HTMLParser):
    """What a page refers to and what can be referred to in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.names: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in {"href", "src"} and value is not None and tag in {"a", "img", "script", "link"}:
                self.links.append(value)
            elif name == "id" and value is not None:
                self.names.add(value)


@cache
def read(file: Path) -> Page:
    return Page(file.read_text(encoding="utf-8"))


def broken(file: Path) -> list[str]:
    """The links of a page inside the site that lead nowhere."""
    found = []
    for link in read(file).links:
        parts = urlsplit(link)
        target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
        if parts.scheme or parts.netloc:
            continue
        named = target.suffix == ".html" and parts.fragment and target.exists()
        if not target.exists() or (named and unquote(parts.fragment) not in read(target).names):
            found.append(link)
    return found


def pages(site: Path) -> list[Path]:
    """The pages of the site: neither what it loads nor what a reader downloads from it."""
    files = (file for file in site.rglob("*.html") if not {"_static", "_downloads"} & {*file.relative_to(site).parts})
    return sorted(files)


def test_every_link_inside_the_site_leads_to_what_it_names(site: Path) -> None:
    assert len(pages(site)) > 100
    assert {page.relative_to(site).as_posix(): broken(page) for page in pages(site) if broken(page)} == {}


def test_a_link_that_leads_nowhere_is_found(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text('<p id="b"><a href="#b"></a><a href="#c"></a><a href="d.html"></a><img src="https://e.org/f">')
    assert broken(page) == ["#c", "d.html"]


def test_every_page_leads_to_itself_in_the_other_language(site: Path) -> None:
    english = {page.relative_to(site).as_posix() for page in pages(site) if "id" not in page.relative_to(site).parts}
    assert english == {page.relative_to(site / "id").as_posix() for page in pages(site / "id")}
    for name in english - MADE_BY_SPHINX:
        there, back = site / "id" / name, site / name
        assert there in leads_to(back), name
        assert back in leads_to(there), name


def leads_to(page: Path) -> set[Path]:
    return {(page.parent / link).resolve() for link in re.findall(r'hreflang="\w+" href="([^"]+)"', page.read_text())}


def test_a_translated_page_is_indonesian_to_the_last_label(site: Path) -> None:
    page = (site / "id" / "tutorial.html").read_text(encoding="utf-8")
    assert '<html class="no-js" lang="id"' in page
    for said in ("Dari pemasangan sampai jawaban yang dijelaskan", "Di halaman ini", "Berikutnya", "Pencarian"):
        assert said in page, said
    for label in ("On this page", "Next", "Previous", "Search"):
        assert f">{label}<" not in page, label


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_says_in_indonesian_what_it_says_and_shows_the_same_cells(site: Path, name: str) -> None:
    english, indonesian = (
        (folder / "notebooks" / f"{name}.html").read_text(encoding="utf-8") for folder in (site, site / "id")
    )
    assert ">The answer<" in english
    assert ">Jawabannya<" in indonesian
    assert ">The answer<" not in indonesian
    assert cells(english)
    assert cells(english) == cells(indonesian)


def cells(page: str) -> list[str]:
    """What stands in a notebook as code or as text that it puts out."""
    return re.findall(r"<pre>(.*?)</pre>", page, re.DOTALL)


def test_an_example_that_prints_a_table_is_not_broken_into_lines(site: Path) -> None:
    page = (site / "tutorial.html").read_text(encoding="utf-8")
    block = r'<div class="([^"]*)highlight-pycon notranslate"><div class="highlight"><pre>(.*?)</pre>'
    blocks = re.findall(block, page, re.DOTALL)
    marked = ["printed-table" in classes for classes, _ in blocks]
    assert marked == ["Jangka waktu terpendek (3 hari)" in shown for _, shown in blocks]
    assert sum(marked) == 1
