"""Cards as rows: one for each area, and what they add up to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kesos import _checks as checks
from kesos._sheets._fields import Field
from kesos._sheets._writing_files import Target, write_sheets
from kesos.cards import CardDistribution
from kesos.errors import check_language
from kesos.tables._cards import STATES
from kesos.tables._service_columns import CARDS, REASON
from kesos.tables._write_budgets import table
from kesos.tables._write_sources import by_document, source_cells, sources_sheet
from kesos.values import Text
from kesos.values._display import TOTAL, UNKNOWN

_CARDS = Text("Kartu", "Cards")


def write_cards(
    cards: Mapping[str, CardDistribution] | Iterable[tuple[str, CardDistribution]],
    target: Target,
    *,
    language: str = "id",
    format: str | None = None,
    delimiter: str | None = None,
) -> None:
    """Writes the cards of areas as a table, CSV or XLSX: a row for each, and what they add up to where all is known.

    Args:
        cards: The cards by area, or pairs of an area and its cards, as `CardReading.cards` has them.
        target: As for `write_events`.
        language: "id" or "en".
        format: As for `write_events`.
        delimiter: As for `write_events`.

    Raises:
        InvalidValueError: They are none; a text that such a file cannot hold.
        MissingExtraError: A spreadsheet, and openpyxl is not installed.

    >>> import io
    >>> kumai = CardDistribution(total=100, distributed=80, undistributed=15, unprinted=5, reasons={"moved": 9})
    >>> file = io.StringIO()
    >>> write_cards({"Kumai": kumai}, file, format="csv")
    >>> print(file.getvalue(), end="")
    Wilayah;Kartu seluruhnya;Sudah didistribusikan;Belum didistribusikan;Belum dicetak;pindah domisili
    Kumai;100;80;15;5;9
    """
    given: list[tuple[str, CardDistribution]] = [
        (checks.text(area, "cards"), checks.instance(each, f"cards[{area}]", CardDistribution))
        for area, each in checks.pairs(cards, "cards")
    ]
    check_language(language)
    rows = [_row(area, each, language) for area, each in given]
    own = dict.fromkeys(f"{REASON}{code}" for _, each in given for code, _ in each.reasons)
    known = {field.code for field in CARDS}
    fields = (*CARDS, *(Field(code, "count", Text(code, code)) for code in own if code not in known))
    several = len(rows) > 1
    if several:
        rows.append({"area": TOTAL.say(language), **_sums(rows, (*STATES, *own))})
    sheet = table(fields, rows, ("area", *STATES), _CARDS.say(language), language, total=several)
    sources = sources_sheet(by_document(each.source for _, each in given), language)
    write_sheets((sheet, *sources), target, language=language, format=format, delimiter=delimiter)


def _row(area: str, cards: CardDistribution, language: str) -> dict[str, Any]:
    states = {state: getattr(cards, state) for state in STATES}
    reasons = {f"{REASON}{code}": number for code, number in cards.reasons}
    if not any(number is not None for number in (*states.values(), *reasons.values())):
        states["total"] = UNKNOWN.say(language)  # a row of a name alone would be a heading
    return {"area": area, **states, **reasons, **source_cells(cards.source, "source", language)}


def _sums(rows: list[dict[str, Any]], codes: Iterable[str]) -> dict[str, int]:
    """What each column adds up to; nothing where a part of it is not known."""
    columns = {code: [part for row in rows if isinstance(part := row.get(code), int)] for code in codes}
    return {code: sum(known) for code, known in columns.items() if len(known) == len(rows)}
