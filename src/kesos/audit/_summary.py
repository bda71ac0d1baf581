"""The lines by which an audit says what it checked, what became of the printed cells, and which it did not read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kesos.audit._sentences import few_of, shown
from kesos.reports import CELL_STATES
from kesos.values import Printed, Text
from kesos.words import Sentence


def found_line(together: int, rules: int, errors: int, questions: int) -> Sentence:
    """What was checked, and found."""
    return Sentence(
        "findings",
        "audit.summary",
        {"together": together, "rules": rules, "errors": errors, "questions": questions},
    )


def aside_lines(dismissed: int, unmatched: Sequence[Text]) -> list[Sentence]:
    """How much was found that somebody put aside, and what was put aside that fits nothing; each where there is any."""
    lines: list[Sentence] = []
    if dismissed:
        lines.append(Sentence("findings", "audit.dismissed", {"count": dismissed}))
    if unmatched:
        lines.append(Sentence("findings", "audit.unmatched", {"count": len(unmatched), "what": few_of(unmatched)}))
    return lines


def cells_line(counts: Mapping[str, int]) -> Sentence:
    """What became of the printed cells."""
    cells = {state: counts.get(state, 0) for state in CELL_STATES}
    return Sentence(
        "findings",
        "audit.cells",
        {
            "together": sum(cells.values()),
            "read": cells["read"],
            "blank": cells["blank"],
            "missing": cells["missing"],
            "words": cells["words"],
            "unread": cells["unread"],
        },
    )


def unread_lines(cells: Sequence[Printed], sheets: Sequence[Text], unchecked: Sequence[Text]) -> list[Sentence]:
    """What could not be read, and where; which sheets were not; and what was not checked; each where there is any."""
    lines: list[Sentence] = []
    if cells:
        lines.append(Sentence("findings", "audit.unread", {"count": len(cells), "where": shown(cells)}))
    if sheets:
        lines.append(Sentence("findings", "audit.unread_sheets", {"sheets": few_of(sheets)}))
    if unchecked:
        lines.append(Sentence("findings", "audit.unchecked", {"count": len(unchecked), "what": few_of(unchecked)}))
    return lines if cells else [Sentence("findings", "audit.all_read", {}), *lines]
