"""The documentation builds without a warning, and what it should hold is in it."""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import kesos
from kesos import PEDUM_2003, AidStandard
from kesos.standards import BNPB_STIMULAN, KEMENSOS_CASH, PERKA_BNPB_7_2008

CHECKOUT = Path(__file__).parents[2]
LAW = (PERKA_BNPB_7_2008, KEMENSOS_CASH, BNPB_STIMULAN)
pytestmark = pytest.mark.xdist_group("site")  # the site is built once, by one worker


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site; a warning fails the build."""
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "sphinx",
            "-W",
            "--keep-going",
            "-q",
            "-d",
            folder / "doctrees",
            "docs",
            folder / "html",
        ],
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONPATH": str(Path(kesos.__file__).parents[1])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder / "html"


def words(page: Path) -> str:
    """What a reader sees of a page, in one line."""
    text = re.sub(r"<(script|style).*?</\1>|<[^>]*>", " ", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    return " ".join(html.unescape(text).split())


def test_every_page_is_built_and_can_be_reached(site: Path) -> None:
    pages = (CHECKOUT / "docs").rglob("*.md")
    sources = [page for page in pages if not {"_build", "figures"} & set(page.parts)]  # pages take figures in
    menu = (site / "index.html").read_text(encoding="utf-8")
    for source in sources:
        page = source.relative_to(CHECKOUT / "docs").with_suffix(".html")
        assert (site / page).exists(), page
        assert page.as_posix() in menu or page.name == "index.html", f"{page} is not in the menu"


@pytest.mark.parametrize("name", kesos.__all__)
def test_every_public_name_is_in_the_reference_and_leads_to_its_description(site: Path, name: str) -> None:
    index = (site / "_generated" / "reference" / "index.html").read_text(encoding="utf-8")
    if isinstance(getattr(kesos, name), ModuleType):
        name = f"kesos.{name}"
    entry = re.search(rf'<a class="reference internal" href="([^"]+)"[^>]*><code[^>]*><span class="pre">{name}<', index)
    entry = entry or re.search(rf'<a class="reference internal" href="([^"]+)"[^>]*><span class="doc">{name}<', index)
    assert entry is not None, f"{name} has no link in the reference"
    page, _, anchor = entry[1].partition("#")
    described = (site / "_generated" / "reference" / page).resolve().read_text(encoding="utf-8")
    assert not anchor or f'id="{anchor}"' in described


def test_the_page_on_the_standard_holds_every_value_of_it(site: Path) -> None:
    page = words(site / "_generated" / f"{PEDUM_2003.code}.html")
    for item in PEDUM_2003.items:
        for said in (item.code, item.name.id, item.name.en.replace("'", "’"), item.citation.place("id")):
            assert said in page, said
        assert all(kind.name.id in page and kind.code in page for kind in item.in_kind)
    for window in PEDUM_2003.windows:
        row = " ".join(str(days) for days in (window.minimum, window.maximum, window.extended or "no extension"))
        assert f"{row} {window.citation.place('id')} (quoted)" in page
        assert all(code in page for code in window.hazards)
    assert "the number is left blank" in page
    assert PEDUM_2003.source.quoted_in is not None
    assert PEDUM_2003.source.quoted_in in page
    assert "until when is not known" in page
    assert all(reading.read_as in page for reading in PEDUM_2003.readings)


@pytest.mark.parametrize("standard", LAW, ids=lambda standard: standard.code)
def test_the_page_of_every_standard_says_its_rates_by_row_its_counts_and_who_tells_them(
    site: Path, standard: AidStandard
) -> None:
    page = words(site / "_generated" / f"{standard.code}.html")
    for item in standard.items:
        assert item.name.en.replace("'", "’") in page
        for row in item.rates:
            assert row.given(item.unit, "en") in page
        if item.citation.quoted_in is not None:
            for told in re.findall(r"https://[^;, ]+|resources/\S+", item.citation.quoted_in):
                assert told in page
    for count in standard.counts:
        assert f"{count.name.id} / {count.name.en}" in page
    assert "for how many days the source does not say" in page or "60–90 days" in page
