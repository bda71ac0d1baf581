"""Marks each example that prints a table: its lines are not broken, since a broken table cannot be read."""

from __future__ import annotations

import re

from docutils import nodes
from sphinx.application import Sphinx

RULE = re.compile(r"^-{3,}(  +-{3,})+$", re.MULTILINE)
"""The line under the head of a table in plain text."""


def mark(_: Sphinx, page: nodes.document, __: str) -> None:
    for block in page.findall(nodes.literal_block):
        if RULE.search(block.astext()):
            block["classes"].append("printed-table")


def setup(app: Sphinx) -> dict[str, bool]:
    app.connect("doctree-resolved", mark)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
