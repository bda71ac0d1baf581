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
