"""The rows that are in no table of a year's report: a note under each that says how many, and a table of their own."""

from __future__ import annotations

from kesos._sheets._writing import Column, Sheet, in_print
from kesos.relief._refusals import Row
from kesos.values import Text

Rejects = tuple[tuple[Row, Text], ...]
"""What each row is called, and why it is in none."""
_TITLE = Text("Baris yang ditolak", "Rejected rows")
_NOTE = Text(
    '{many} baris ditolak dan belum termuat; lihat "{table}".',
    'Rejected rows that are not in it: {many}; see "{table}".',
)
_ROW, _WHY = Text("Baris", "Row"), Text("Alasan", "Reason")


def rejects_note(rejects: Rejects, language: str) -> list[str]:
    """How many there are; nothing where there are none."""
    return [_NOTE.say(language).format(many=len(rejects), table=_TITLE.say(language))] if rejects else []


def rejects_sheet(rejects: Rejects, language: str) -> tuple[Sheet, ...]:
    """The rows, each with its reason; no sheet where there are none."""
    title = _TITLE.say(language)
    columns = tuple(Column(head=head.say(language), holds="plain") for head in (_ROW, _WHY))
    rows = tuple((row, in_print(why.say(language))) for row, why in rejects)
    return (Sheet(name=title, title=(title,), columns=columns, rows=rows),) if rejects else ()
