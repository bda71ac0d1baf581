"""The notebooks of docs/notebooks as the files that Jupyter opens, for their readers to download."""

from __future__ import annotations

from pathlib import Path

import nbformat
from myst_nb.core.read import read_myst_markdown_notebook
from nbformat import NotebookNode

FOLDER = Path(__file__).parent / "notebooks"
_DOWNLOAD = "[Download this notebook]"
"""How the line begins by which a page offers its notebook, and which the notebook itself does without."""


def sources() -> tuple[Path, ...]:
    """The notebooks as they are written, in Markdown."""
    return tuple(sorted(page for page in FOLDER.glob("*.md") if page.name != "index.md"))


def notebook(page: Path) -> NotebookNode:
    """A notebook without what it puts out, which whoever opens it computes anew."""
    read = read_myst_markdown_notebook(page.read_text(encoding="utf-8"), add_source_map=False)
    for number, cell in enumerate(read.cells, 1):
        lines = cell.source.split("\n")
        cell.source = "\n".join(line for line in lines if not line.startswith(_DOWNLOAD)).strip()
        cell["id"] = f"cell-{number}"
    return read


def downloads() -> dict[str, str]:
    """The text of each notebook, by the name of its file."""
    return {f"{page.stem}.ipynb": nbformat.writes(notebook(page)) + "\n" for page in sources()}
