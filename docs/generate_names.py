"""The page of what has a code in kesos, with its name in both languages."""

from __future__ import annotations

from collections.abc import Iterable

from page_markdown import cell, table

from kesos.counts import COUNTS
from kesos.hazards import HAZARDS
from kesos.programs import PROGRAMS
from kesos.values import UNITS, Text

Named = tuple[str, Text]


HEAD = """# Names that have codes

What kesos knows by a code, with its name in both languages; made from the package itself. The categories of people have
{doc}`a page of their own <categories>`, and the other words are in the {doc}`glossary </glossary>`.
"""


def page() -> str:
    """The page in Markdown."""
    kinds: dict[str, Iterable[Named]] = {
        "Disasters": ((each.code, each.name) for each in HAZARDS),
        "Programmes": ((each.code, each.name) for each in PROGRAMS),
        "Whom and what a disaster struck": ((each.code, each.name) for each in COUNTS),
        "Units": ((each.code, each.many) for each in UNITS),
    }
    return "\n".join([HEAD, *(line for kind, named in kinds.items() for line in _table(kind, named))])


def _table(kind: str, named: Iterable[Named]) -> list[str]:
    rows = [(cell(name.id), cell(name.en), f"`{code}`") for code, name in named]
    rows.sort(key=lambda row: row[0].casefold())
    return [f"## {kind}", "", *table(("Indonesian", "English", "Code"), rows), ""]
