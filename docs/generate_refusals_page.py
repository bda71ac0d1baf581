"""The page that lists every code of an error, with what it says in both languages."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

from page_markdown import cell, table

from kesos import errors
from kesos.errors import KesosError
from kesos.words import Entry, catalogue

HEAD = """# Every refusal, by its code

An error has a `code` to switch on, a `field` (the path to what is at fault), the `value` that was given, a `hint`, and
`parameters`, from which a service can make a message of its own. This page is made from the catalogue that the errors
themselves are said from. A word in braces is a parameter: `{value}` is what was given, `{given}` the same with its
type.
"""


def page() -> str:
    """The page, in Markdown."""
    kinds = [(_link(kind), f"`{kind.code}`", _what(kind)) for kind in _kinds()]
    return "\n".join(
        [
            HEAD,
            "## Kinds of error",
            "",
            *table(("Error", "Its code, where a refusal says no other", "What it is for"), kinds),
            "",
            "## Codes",
            "",
            *table(("Code", "Indonesia", "English"), _rows()),
            "",
        ]
    )


def _kinds() -> Iterator[type[KesosError]]:
    return (kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, KesosError))


def _link(kind: type[KesosError]) -> str:
    return f"{{py:obj}}`{kind.__name__} <kesos.errors.{kind.__name__}>`"


def _what(kind: type[KesosError]) -> str:
    return " ".join((inspect.getdoc(kind) or "").split("\n\n")[0].split())


def _rows() -> Iterator[tuple[str, str, str]]:
    entries = catalogue("refusals")
    before = ""
    for key in sorted(entries):
        code = key.partition(".")[0]
        yield ("" if code == before else f"`{code}`", _said(entries[key], "id"), _said(entries[key], "en"))
        before = code


def _said(entry: Entry, language: errors.Language) -> str:
    """The sentence, and its hint under it."""
    hint = "" if entry.hint is None else f"<br>*{cell(entry.hint.of(language))}*"
    return cell(entry.of(language)) + hint
