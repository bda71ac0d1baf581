"""A page takes in the figures that a command recorded, and says so where nobody has recorded any."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
DOCS = CHECKOUT / "docs"
PAGE = (DOCS / "how-we-know.md").read_text(encoding="utf-8")
sys.path.insert(0, str(DOCS))

import generate  # noqa: E402  it lies in no package


def test_every_figure_that_a_page_takes_in_is_found_on_the_page() -> None:
    taken_in = {"fuzz", "planted", "mutation", "growth", "planted_faults", "suite", "bad_input"}
    assert taken_in <= set(generate.recorded_names())


def test_figures_that_nobody_recorded_are_said_to_be_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(generate, "FIGURES", tmp_path)
    assert generate.recorded("fuzz") == "*Not recorded yet: run the command.*\n"
    (tmp_path / "fuzz.md").write_text("| a |\n", encoding="utf-8")
    assert generate.recorded("fuzz") == "| a |\n"


@pytest.mark.parametrize("part", re.split(r"^## ", PAGE, flags=re.MULTILINE)[1:], ids=lambda part: part.split("\n")[0])
def test_each_part_has_a_command_that_is_there_its_figures_and_what_they_do_not_show(part: str) -> None:
    command = re.search(r"```sh\n(.*?)\n```", part, re.DOTALL)
    assert command is not None
    for file in re.findall(r"[\w./]+/[\w./]+", command[1]):
        assert (CHECKOUT / file).exists() or file == ".ci/night/mutation", file
    assert "{include} _generated/figures/" in part
    assert "*What it does not show:*" in part


@pytest.mark.parametrize("figures", sorted((DOCS / "figures").glob("*.md")), ids=lambda path: path.stem)
def test_recorded_figures_begin_with_their_command_and_day_and_hold_a_table(figures: Path) -> None:
    text = figures.read_text(encoding="utf-8")
    assert re.match(r"`[^`]+`, 20\d\d-\d\d-\d\d, ", text)
    assert "\n|" in text
    assert "/tmp" not in text
