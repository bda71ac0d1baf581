"""The findings of an audit as a table: to be worked off line by line."""

from __future__ import annotations

from collections.abc import Iterable

from kesos import _checks as checks
from kesos._sheets._writing import Cell, Column, Holds, Sheet, in_print
from kesos._sheets._writing_files import Target, write_sheets
from kesos.audit import Audit, Finding
from kesos.audit._audit import rule_name
from kesos.audit._findings import place_of
from kesos.errors import check_language
from kesos.values import Text

_FINDINGS = Text("Temuan", "Findings")
_DISMISSED = Text("Dikesampingkan", "Put aside")
_UNMATCHED = Text("Tidak cocok", "Fits nothing")
_UNREAD = Text("Tidak terbaca", "Not read")
_UNCHECKED = Text("Tidak diperiksa", "Not checked")
_CHECKED = Text("Diperiksa", "Checked")
_HEADS = {
    "rule": Text("Aturan", "Rule"),
    "severity": Text("Sifat", "Severity"),
    "place": Text("Tempat", "Place"),
    "row": Text("Baris", "Row"),
    "column": Text("Kolom", "Column"),
    "finding": Text("Temuan", "Finding"),
    "printed": Text("Tercetak", "Printed"),
    "computed": Text("Terhitung", "Computed"),
    "alike": Text("Banyaknya", "How many"),
}
"""The parts of a line, in order, by what `Audit.rows` calls them."""
_REASON = Text("Alasan", "Reason")
_TEXT = Text("Isi sel", "Cell")
_SHEET = Text("lembar", "sheet")
_THINGS = Text("Hal diperiksa", "Things checked")


def write_audit(
    audit: Audit,
    target: Target,
    *,
    language: str = "id",
    grouped: bool = False,
    format: str | None = None,
    delimiter: str | None = None,
) -> None:
    """Writes the findings of an audit as a table, CSV or XLSX, the gravest first.

    In a spreadsheet a note says how much was checked and read; further sheets list what could not be read, what was
    not checked for it, what was put aside and why, what of that fits nothing, and how much each rule looked at.

    Args:
        audit: The audit.
        target: A path that ends in .csv or .xlsx, or a file that is open for writing.
        language: "id" or "en".
        grouped: Whether findings that are alike are one line; else each has its own.
        format: "csv" or "xlsx", where the name of the file does not say it.
        delimiter: As for `write_events`.

    Raises:
        InvalidValueError: `audit` is none; a text that such a file cannot hold.
        MissingExtraError: A spreadsheet, and openpyxl is not installed.
    """
    checks.instance(audit, "audit", Audit)
    check_language(language)
    sheets = [
        _sheet(audit, language, grouped=checks.flag(grouped, "grouped")),
        *_unread_sheet(audit, language),
        *_unchecked_sheet(audit, language),
        *_dismissed_sheet(audit.dismissed, language),
        *_unmatched_sheet(audit.unmatched, language),
        _checked_sheet(audit, language),
    ]
    write_sheets(sheets, target, language=language, format=format, delimiter=delimiter)


def _sheet(audit: Audit, language: str, *, grouped: bool) -> Sheet:
    view = audit.table(language)
    return Sheet(
        name=_FINDINGS.say(language),
        title=(in_print(view.caption),),
        columns=tuple(
            _column(head, language, holds="number" if key == "alike" else "text") for key, head in _HEADS.items()
        ),
        rows=tuple(_cells(row[key] for key in _HEADS) for row in audit.rows(language, grouped=grouped)),
        notes=tuple(map(in_print, view.notes)),
    )


def _unread_sheet(audit: Audit, language: str) -> list[Sheet]:
    rows = [_cells((place_of(cell.source, language), cell.text)) for cell in audit.unread]
    rows += [_cells((f"{_SHEET.say(language)} {sheet.say(language)}", "")) for sheet in audit.unread_sheets]
    return _further(_UNREAD, (_HEADS["place"], _TEXT), rows, language)


def _unchecked_sheet(audit: Audit, language: str) -> list[Sheet]:
    return _further(_UNCHECKED, (_UNCHECKED,), [_cells((each.say(language),)) for each in audit.unchecked], language)


def _dismissed_sheet(findings: Iterable[Finding], language: str) -> list[Sheet]:
    rows = [_cells((each.place(language), each.message(language), each.dismissed or "")) for each in findings]
    return _further(_DISMISSED, (_HEADS["place"], _HEADS["finding"], _REASON), rows, language)


def _unmatched_sheet(asides: Iterable[Text], language: str) -> list[Sheet]:
    return _further(_UNMATCHED, (_DISMISSED,), [_cells((each.say(language),)) for each in asides], language)


def _checked_sheet(audit: Audit, language: str) -> Sheet:
    columns = (_column(_HEADS["rule"], language), _column(_THINGS, language, holds="number"))
    rows = tuple(_cells((rule_name(code, language), count)) for code, count in audit.counts)
    return Sheet(name=_CHECKED.say(language), columns=columns, rows=rows)


def _further(name: Text, heads: Iterable[Text], rows: list[tuple[Cell, ...]], language: str) -> list[Sheet]:
    """A sheet with these rows; none where there are none."""
    columns = tuple(_column(head, language) for head in heads)
    return [Sheet(name=name.say(language), columns=columns, rows=tuple(rows))] if rows else []


def _column(head: Text, language: str, *, holds: Holds = "text") -> Column:
    return Column(head=head.say(language), holds=holds)


def _cells(values: Iterable[str | int]) -> tuple[Cell, ...]:
    return tuple((in_print(value) or None) if isinstance(value, str) else value for value in values)
