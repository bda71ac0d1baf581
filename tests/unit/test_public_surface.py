"""What users rely on changes knowingly: tests/public_surface.txt holds it, and changes only after the changelog has."""

from __future__ import annotations

from typing import Any, Literal

import attrs
import pytest
from checkout import load

surface = load("tests/public_surface.py")
SNAPSHOT = surface.SNAPSHOT.read_text(encoding="utf-8")
CHANGELOG = surface.CHANGELOG.read_text(encoding="utf-8")


def test_the_snapshot_is_what_the_code_offers() -> None:
    names, _digest, _told = surface.taken_apart(SNAPSHOT)
    assert names.splitlines() == surface.surface().splitlines(), "run: python tests/public_surface.py"


def test_the_snapshot_was_written_by_the_program_which_asks_for_a_changelog_entry() -> None:
    assert surface.is_whole(SNAPSHOT)
    assert not surface.is_whole(SNAPSHOT.replace("class Quantity[", "class Quantities["))


def test_a_changed_surface_is_refused_until_the_changelog_has_changed() -> None:
    before = surface.snapshot("kesos\n    total\n", CHANGELOG)
    with pytest.raises(SystemExit, match=r"say so in CHANGELOG\.md"):
        surface.renewed(before, "kesos\n    sum\n", CHANGELOG)
    told = CHANGELOG.replace("## [Unreleased]\n", "## [Unreleased]\n\n- `total` is `sum`.\n")
    after = surface.renewed(before, "kesos\n    sum\n", told)
    assert surface.is_whole(after)
    with pytest.raises(SystemExit):
        surface.renewed(after, "kesos\n    add\n", told)


def test_an_unchanged_surface_needs_no_changelog_and_keeps_its_file() -> None:
    before = surface.snapshot("kesos\n", "")
    assert surface.renewed(before, "kesos\n", CHANGELOG) == before


def test_only_what_the_next_release_brings_is_an_entry() -> None:
    assert surface.unreleased("# Changelog\n\n## [Unreleased]\n\n- new\n\n## [0.1.0]\n\n- old\n") == "\n\n- new\n"


def test_a_class_is_told_with_its_making_its_fields_and_its_methods() -> None:
    @attrs.frozen(kw_only=True)
    class Made:
        of: Literal["rice", "oil"]
        many: int = 1
        _own: str = ""

        def say(self, language: str, /, *parts: int, **more: Any) -> str: ...

        @property
        def twice(self) -> tuple[int, ...]: ...

        def __add__(self, other: Made) -> Made: ...

    Made.__module__ = "kesos.made"
    assert list(surface._told("Made", Made)) == [
        "class Made(*, of: Literal['rice', 'oil'], many: int = 1, own: str = '')",
        "    __add__(self, other: Made) -> Made",
        "    many: int",
        "    of: Literal['rice', 'oil']",
        "    say(self, language: str, /, *parts: int, **more: Any) -> str",
        "    twice -> tuple[int, ...]",
    ]
