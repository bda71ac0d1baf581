"""Every notebook runs from its first cell to its last, without the site being built, and is offered as a file."""

from __future__ import annotations

import ast
import re
import shutil
from pathlib import Path
from typing import Any

import nbformat
import pytest
from checkout import CHECKOUT, load
from nbformat import NotebookNode

from kesos.errors import KesosError

FOLDER = CHECKOUT / "docs" / "notebooks"
PAGES = sorted(page for page in FOLDER.glob("*.md") if page.name != "index.md")
FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
GLUE = re.compile(r"^\s*(for|while|if|def|class|lambda|try|with)\b")
"""How a line begins that works around the library instead of calling it."""


def offered(page: Path) -> NotebookNode:
    """The notebook that a page offers, made as the build makes it."""
    module = load("docs/generate_notebooks.py")
    return nbformat.reads(module.downloads()[f"{page.stem}.ipynb"], as_version=4)


def cells(page: Path) -> list[tuple[bool, str]]:
    """The code of a notebook, cell by cell, and whether the cell is meant to fail."""
    code = [cell for cell in offered(page).cells if cell.cell_type == "code"]
    return [("raises-exception" in cell.metadata.get("tags", ()), cell.source) for cell in code]


def shown(code: str, names: dict[str, Any]) -> object:
    """What a cell shows: the value of its last line, where that has one."""
    body = ast.parse(code).body
    last = ast.Expression(body.pop().value) if isinstance(body[-1], ast.Expr) else None
    exec(compile(ast.Module(body, []), "<cell>", "exec"), names)
    return None if last is None else eval(compile(last, "<cell>", "eval"), names)


def picture(value: Any) -> str:
    """What a notebook draws of a value: its picture, its table, or its repr."""
    for way in ("_repr_mimebundle_", "_repr_html_"):
        if hasattr(value, way):
            return str(getattr(value, way)())
    return repr(value)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_notebook_runs_to_its_end_and_what_it_answers_is_what_it_showed(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for file in FOLDER.iterdir():
        if file.is_file() and file.suffix != ".md":
            shutil.copy(file, tmp_path)
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"__name__": "__main__"}
    ran, seen = 0, ""
    for fails, code in cells(page):
        if fails:
            with pytest.raises(KesosError) as refusal:
                shown(code, names)
            assert len(refusal.value.lines("id")) <= 2
        else:
            seen += picture(shown(code, names))
        ran += 1
    assert ran >= 5
    answer = " ".join(re.findall(r"\*\*(.*?)\*\*", page.read_text("utf-8").rpartition("\n## ")[2], re.DOTALL))
    assert FIGURE.findall(answer)
    assert not [figure for figure in FIGURE.findall(answer) if figure not in FIGURE.findall(seen)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_notebook_asks_first_and_answers_last(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    first, *_, last = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    assert first.endswith("?")
    assert last == "The answer"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_notebook_calls_kesos_and_works_around_nothing(page: Path) -> None:
    glue = [line for _, code in cells(page) for line in code.splitlines() if GLUE.match(line)]
    assert len(glue) <= 3, glue


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_page_offers_the_notebook_as_jupyter_opens_it(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert f"\n[Download this notebook](path:../_generated/notebooks/{page.stem}.ipynb)\n" in text
    notebook = offered(page)
    nbformat.validate(notebook)
    assert "Download this notebook" not in nbformat.writes(notebook)
    assert len(cells(page)) == text.count("```{code-cell}")
    assert not any(cell.get("outputs") for cell in notebook.cells)


def test_every_notebook_is_in_the_list() -> None:
    index = (FOLDER / "index.md").read_text(encoding="utf-8").splitlines()
    assert PAGES
    assert all(page.stem in index for page in PAGES)
