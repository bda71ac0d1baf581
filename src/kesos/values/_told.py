"""What a text says, clause by clause, as a table: each with the number of its source, and the sources under it."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from kesos.values._display import UNKNOWN, TableView, unsaid
from kesos.values._sources import Citation
from kesos.values._texts import Text, check_language

Clause = tuple[Text, Text | None, Citation | None]
"""What a clause is about, what it says (None where that is not known), and who says so."""
_HEADER = Text("Ketentuan", "Clause"), Text("Isi", "What it says"), Text("Sumber", "Source")


def told(clauses: Iterable[Clause], language: str, *, caption: str, notes: Iterable[str] = ()) -> TableView:
    """Clauses as a table: beside each the place in its source; the documents under it once, and then the notes.

    >>> says = Text("400 gram sehari", "400 grams a day"), Citation(regulation="Pedum", locator="huruf a")
    >>> print(told([(Text("Beras", "Rice"), *says), (Text("Gula", "Sugar"), None, None)], "en", caption="Aid"))
    Aid
    Clause  What it says     Source
    ------  ---------------  -----------
    Rice    400 grams a day  [1] huruf a
    Sugar   not known
    [1] Pedum
    """
    check_language(language)
    given = list(clauses)
    documents = list(dict.fromkeys(_document(source) for _, _, source in given if source is not None))
    rows = [
        (
            about.say(language),
            unsaid(UNKNOWN, language) if said is None else said.say(language),
            "" if source is None else f"[{documents.index(_document(source)) + 1}] {source.place(language)}".rstrip(),
        )
        for about, said, source in given
    ]
    numbered = (f"[{number}] {source.say(language)}" for number, source in enumerate(documents, start=1))
    return TableView(
        caption=caption,
        header=tuple(word.say(language) for word in _HEADER),
        rows=rows,
        notes=(*numbered, *notes),
    )


def _document(source: Citation) -> Citation:
    """The document that a source is a place in."""
    return attrs.evolve(source, locator=None, table=None, row=None, column=None)


__all__ = ["Clause", "told"]
