"""Every pycon block of README.md and of the pages under docs/ does what it shows; one namespace a page.

A TOML file that a page tells its reader to save is there when its examples run.
"""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

import kesos

CHECKOUT = Path(__file__).parents[2]
PAGES = sorted(
    page
    for page in (CHECKOUT / "README.md", CHECKOUT / "README.id.md", *(CHECKOUT / "docs").rglob("*.md"))
    if not {"_build", "_generated"} & set(page.parts)
)
SAVED = re.compile(r"[Ss]ave this as\s+`([\w.]+)`:\n\n```toml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCK = re.compile(r"^```pycon\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def session(page: str) -> str:
    """The pycon blocks of a page as one doctest, each on the line where the page has it.

    A blank line inside printed output is written as one, which doctest itself would take for the end of the output.
    """
    lines = [""] * page.count("\n")
    for block in BLOCK.finditer(page):
        first = page.count("\n", 0, block.start(1))
        shown = block[1].splitlines()
        for number, line in enumerate(shown):
            rest = [later for later in shown[number:] if later.strip()]
            blank_output = not line.strip() and rest and not rest[0].startswith(">>>")
            lines[first + number] = "<BLANKLINE>" if blank_output else line
    return "\n".join(lines)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(CHECKOUT)))
def test_every_example_of_a_page_does_what_it_shows(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for saved in SAVED.finditer(page.read_text(encoding="utf-8")):
        (tmp_path / saved[1]).write_text(saved[2], encoding="utf-8")
    shown = session(page.read_text(encoding="utf-8"))
    examples = doctest.DocTestParser().get_doctest(shown, {"__name__": "__main__"}, page.name, str(page), 0)
    said: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS)
    assert runner.run(examples, out=said.append).failed == 0, "".join(said)


def test_the_pages_that_a_reader_starts_from_have_examples() -> None:
    for name in ("README.md", "README.id.md", "docs/index.md", "docs/tutorial.md"):
        assert ">>>" in session((CHECKOUT / name).read_text(encoding="utf-8")), name


def test_no_example_hides_in_a_block_that_is_not_executed() -> None:
    """A prompt outside a pycon block would look like an example and be none."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        assert ">>> " not in BLOCK.sub("", text), page.relative_to(CHECKOUT)


def test_a_blank_line_in_output_is_output_and_one_before_a_prompt_is_not() -> None:
    page = "words\n```pycon\n>>> print('a\\n\\nb')\na\n\nb\n\n>>> 1\n1\n```\n"
    assert session(page).splitlines()[2:9] == [">>> print('a\\n\\nb')", "a", "<BLANKLINE>", "b", "", ">>> 1", "1"]


def test_the_readme_names_the_same_commands_in_both_languages() -> None:
    commands = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
    english, indonesian = ((CHECKOUT / name).read_text(encoding="utf-8") for name in ("README.md", "README.id.md"))
    assert len(commands.findall(english)) == 2
    assert commands.findall(indonesian) == commands.findall(english)
    assert len(BLOCK.findall(indonesian)) == len(BLOCK.findall(english))


def test_the_picture_on_the_first_pages_says_what_their_lines_draw() -> None:
    flood = kesos.DisasterEvent(
        hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", families=215, people=860
    )
    drawn = kesos.charts.relief_range(kesos.entitle_range(flood, kesos.PEDUM_2003)).svg()
    kept = (CHECKOUT / "docs" / "_static" / "bantuan.svg").read_text(encoding="utf-8")
    words = re.compile(r"<text[^>]*>([^<]+)</text>")
    assert "1.032 kg – 2.408 kg; diperpanjang 4.128 kg" in words.findall(drawn)
    assert words.findall(kept) == words.findall(drawn)
    for page in ("README.md", "README.id.md", "docs/tutorial.md"):
        assert "_static/bantuan.svg" in (CHECKOUT / page).read_text(encoding="utf-8"), page
