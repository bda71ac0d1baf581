"""What a reader could not read, and what it passed over, as a table: to be mended and sent in again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kesos import _checks as checks
from kesos._sheets._writing_files import Target, write_sheets
from kesos.errors import check_language
from kesos.tables._results import Reject
from kesos.tables._write_sources import LeftOut, left_out_sheet
from kesos.values import Text

_REJECTS = Text("Baris yang ditolak", "Rejected rows")
_SKIPPED = Text("Baris yang dilewati", "Skipped rows")


def write_rejects(
    result: Any,
    target: Target,
    *,
    language: str = "id",
    format: str | None = None,
    delimiter: str | None = None,
    personal: bool = False,
) -> None:
    """Writes the rows that could not be read as a table, CSV or XLSX: where each stands, why, and its cells.

    In a spreadsheet a second sheet lists the rows that were passed over, such as titles and totals.

    Args:
        result: What a reader gave, or the rejects themselves.
        target: As for `write_events`.
        language: "id" or "en".
        format: As for `write_events`.
        delimiter: As for `write_events`.
        personal: Whether to write what tells of a person too: the cells of a list of people, and what looks like the
            number of a card in any other.

    Raises:
        InvalidValueError: `result` is neither; a text that such a file cannot hold.
        MissingExtraError: A spreadsheet, and openpyxl is not installed.
    """
    check_language(language)
    checks.flag(personal, "personal")
    rejects: Iterable[LeftOut] = [
        each.redacted() if isinstance(each, Reject) and not personal else each
        for each in checks.items(getattr(result, "rejects", result), "result")
    ]
    sheets = (
        left_out_sheet(rejects, language, _REJECTS, empty=True, field="result"),
        left_out_sheet(getattr(result, "skipped", ()), language, _SKIPPED),
    )
    write_sheets(
        [each for some in sheets for each in some], target, language=language, format=format, delimiter=delimiter
    )
