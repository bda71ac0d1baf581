"""An Indonesian abbreviation that kesos says in English is in the glossary, and what an entry names exists."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import kesos

CHECKOUT = Path(__file__).parents[2]
sys.path.insert(0, str(CHECKOUT / "docs"))

import generate_names  # noqa: E402

PACKAGE = Path(kesos.__file__).parent
GLOSSARY = re.compile(r"^```\{glossary\}\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ABBREVIATION = re.compile(r"(?<![\w/-])[A-Z]{2,}(?![\w/-])")
NOT_INDONESIAN = frozenset(
    {
        *("ASCII", "CSV", "ISO", "JSON", "TOML", "UTF", "XLSX"),  # formats
        *("DOWN", "IDR", "UP", "USD"),  # codes that a caller writes
        *("KNOWN", "NO", "NOT", "YES"),  # words that are stressed
        *("AIDS", "HIV"),
    }
)


def entries(page: str) -> set[str]:
    """The terms of a page."""
    lines = [line for block in GLOSSARY.findall(page) for line in block.splitlines()]
    return {line for line in lines if line and not line.startswith((" ", ":"))}


def english() -> Iterator[str]:
    """What the package says in English: in its catalogues and rule files, and where code makes a text."""
    for file in PACKAGE.rglob("*.toml"):
        yield from said(tomllib.loads(file.read_text(encoding="utf-8")))
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Text":
                yield from (str(each.value) for each in node.args[1:2] if isinstance(each, ast.Constant))


def said(value: object) -> Iterator[str]:
    if isinstance(value, list):
        for each in value:
            yield from said(each)
    if isinstance(value, dict):
        for key, each in value.items():
            if key == "en" and isinstance(each, str):
                yield re.sub(r"\{[^}]*\}", "", each)  # what is filled in is not said by the sentence
            yield from said(each)


def missing(sentences: Iterator[str], terms: set[str]) -> set[str]:
    """The abbreviations of the sentences that are no term."""
    return {word for sentence in sentences for word in ABBREVIATION.findall(sentence)} - terms - NOT_INDONESIAN


def test_every_indonesian_abbreviation_that_kesos_says_in_english_has_an_entry() -> None:
    page = (CHECKOUT / "docs" / "glossary.md").read_text(encoding="utf-8")
    terms = entries(page) | set(ABBREVIATION.findall(generate_names.page())) | set(re.findall(r"\*(\w+)\*", page))
    assert missing(english(), terms) == set()


def test_an_abbreviation_without_an_entry_is_named() -> None:
    terms = entries("```{glossary}\nKPM\n  A family.\n\nrumah tangga\n  A household.\n```\n")
    assert terms == {"KPM", "rumah tangga"}
    assert missing(iter(["the KPM and RTSM of an office (DTKS)", "No. 03/BJ-SBSKBA/2003"]), terms) == {"RTSM", "DTKS"}


def test_the_sentences_of_the_package_are_all_looked_at() -> None:
    sentences = list(english())
    assert len(sentences) > 1000
    assert any("PKH" in each for each in sentences)


def test_the_entries_are_told_apart_and_each_stands_once() -> None:
    page = (CHECKOUT / "docs" / "glossary.md").read_text(encoding="utf-8")
    lines = [line for block in GLOSSARY.findall(page) for line in block.splitlines() if line and line[0] not in " :"]
    assert len(lines) > 50
    assert len({line.casefold() for line in lines}) == len(lines)


@pytest.mark.xdist_group("site")
def test_what_an_entry_names_has_a_description(site: Path) -> None:
    page = (site / "glossary.html").read_text(encoding="utf-8")
    named = re.findall(r'(<a [^>]*>)?<code class="xref py[^>]*><span class="pre">([^<]*)', page)
    assert len(named) > 20
    assert [name for link, name in named if not link] == []
