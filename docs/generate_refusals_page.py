"""The page that lists every code of an error, with what it says in both languages."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

from page_markdown import cell, table

from kesos import errors
from kesos.errors import KesosError
from kesos.words import Entry, catalogue

HEAD = """# Every refusal, by its code

An error has a `code` to switch on, a `field` (the path to what is at fault), the `value` that was given, a `hint`, and
`parameters`, from which a service can make a message of its own. This page is made from the catalogue that the errors
themselves are said from; a hint stands in italics under its sentence. A word in braces is a parameter: `{value}` is
what was given, `{given}` the same with its type; `!r` after a name says it as Python writes it, `:lower` in small
letters. A code that has several rows is said in several ways.
"""

_TYPED = re.compile(r"""\w+=(?:"[^"]*"|\w+)|"[^"]*"|pip install '[^']*'""")
"""What a hint says to type: a quotation, an argument, a command."""


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
            "```{table}",
            ":class: sentences",
            "",
            *table(("Code", "Indonesia", "English"), _rows()),
            "```",
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
    for key in sorted(entries):
        yield f"`{key.partition('.')[0]}`", _said(entries[key], "id"), _said(entries[key], "en")


def _said(entry: Entry, language: errors.Language) -> str:
    """The sentence, and its hint under it."""
    hint = "" if entry.hint is None else f"<br>*{_marked(entry.hint.of(language))}*"
    return cell(entry.of(language)) + hint


def _marked(text: str) -> str:
    """`text` as Markdown, with what is typed set as code, so that its quotation marks stay as they are."""
    typed = _TYPED.findall(text)
    words = [cell(between) for between in _TYPED.split(text)]
    return words[0] + "".join(f"`{code}`{after}" for code, after in zip(typed, words[1:], strict=True))
