"""The generated page shows every category, every word for it and every source, and its examples run."""

from __future__ import annotations

import doctest
import importlib
from pathlib import Path

import pytest

from kesos.categories import Category, Pmks, Psks


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "docs"))
    text = importlib.import_module("generate_categories_page").page()
    assert isinstance(text, str)
    return text


@pytest.mark.parametrize("kind", [Pmks, Psks])
def test_the_page_shows_every_category_and_word_with_its_source(page: str, kind: type[Category]) -> None:
    plain = page.replace("\\", "")
    for each in kind:
        assert f"| {each.number} | `{each.name}` | {each.say('id')} | {each.say('en')} |" in plain
    listing = kind.listing()
    for word in listing.words:
        numbers = ", ".join(str(kind[code].number) for code in word.codes) or "none"
        reason = f"| {word.reading.reason.id} | {word.reading.reason.en} | {word.citation.say('en')} |"
        assert any(
            word.word in line and f"| {numbers} {reason}" in line for line in plain.splitlines() if line[:1] == "|"
        )
    for other in (*listing.later, *listing.earlier):
        (line,) = [line for line in plain.splitlines() if line.startswith(f"| `{other.code}` |")]
        assert all(entry in line for entry in other.entries)
        assert other.citation.say("en") in line


def test_the_examples_on_the_page_run(page: str) -> None:
    test = doctest.DocTestParser().get_doctest(page, {}, "categories", None, None)
    assert test.examples
    assert doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(test).failed == 0
