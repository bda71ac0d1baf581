"""What the files around the package say of it agrees with the package and with each other."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

import kesos

CHECKOUT = Path(__file__).parents[2]
PROJECT: dict[str, Any] = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
PAGES = sorted(page.name for page in CHECKOUT.glob("*.md"))


def test_the_version_is_said_in_one_place() -> None:
    assert PROJECT["project"]["dynamic"] == ["version"]
    said = (CHECKOUT / PROJECT["tool"]["hatch"]["version"]["path"]).read_text(encoding="utf-8")
    assert f'__version__ = "{kesos.__version__}"' in said


def test_all_that_a_source_archive_should_hold_is_there() -> None:
    listed = PROJECT["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    assert [name for name in listed if not (CHECKOUT / name).exists()] == []
    assert set(PAGES) <= set(listed)


@pytest.mark.parametrize("page", PAGES)
def test_a_link_to_a_file_leads_to_one(page: str) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", (CHECKOUT / page).read_text(encoding="utf-8"))
    assert [link for link in links if not (CHECKOUT / link).exists()] == []


def test_every_requirement_has_one_lowest_version() -> None:
    """The session `lowest` of noxfile.py installs it."""
    extras = PROJECT["project"]["optional-dependencies"].values()
    declared = [line for lines in (PROJECT["project"]["dependencies"], *extras) for line in lines]
    others = [line for line in declared if not line.startswith("kesos[")]
    assert others
    assert [line for line in others if len(re.findall(r">=\d", line)) != 1] == []


def test_every_python_that_is_promised_is_tried() -> None:
    promised = re.findall(r"Python :: (3\.\d+)", " ".join(PROJECT["project"]["classifiers"]))
    tried = re.search(r"^PYTHONS = \[(.*)\]$", (CHECKOUT / "noxfile.py").read_text(encoding="utf-8"), re.MULTILINE)
    assert tried is not None
    assert {f'"{version}"' for version in promised} <= set(tried[1].split(", "))


TOLD = sorted(
    file
    for folder in ("src", "docs", "examples", ".")
    for file in (CHECKOUT.glob("*") if folder == "." else (CHECKOUT / folder).rglob("*"))
    if file.suffix in {".md", ".py", ".toml", ".pyi", ".ipynb"} and not {"_build", "_generated"} & set(file.parts)
)


def test_no_page_and_no_error_asks_an_index_for_kesos() -> None:
    """None has it: whoever takes the name there would receive our users."""
    asked = re.compile(r"pip install\b(?:\s+-\S+)*\s+['\"]?kesos\b")
    assert asked.search("pip install --quiet 'kesos[testing]'")
    assert len(TOLD) > 150
    assert [file for file in TOLD if asked.search(file.read_text(encoding="utf-8"))] == []


def test_an_extra_is_named_as_in_a_clone_only_where_a_clone_is_spoken_of() -> None:
    named = {file.name for file in TOLD if re.search(r"pip install[^\n]*\.\[", file.read_text(encoding="utf-8"))}
    assert named == {"CONTRIBUTING.md", "README.id.md", "README.md", "index.md", "tutorial.md"}


def test_a_requirement_is_told_as_it_is_declared() -> None:
    [declared] = PROJECT["project"]["optional-dependencies"]["testing"]
    told = [need for file in TOLD for need in re.findall(r"hypothesis>=[\d.]+\d", file.read_text(encoding="utf-8"))]
    assert len(told) >= 3
    assert set(told) == {declared}
