"""What kesos shows as tables, as the sheets of one workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from kesos import _checks as checks
from kesos._sheets._writing import Cell, Column, Sheet, format_of
from kesos._sheets._writing_files import Target, write_sheets
from kesos.errors import InvalidValueError, check_language
from kesos.values import TableView, Text, show

_TABLE = Text("Tabel", "Table")
_LONGEST_NAME = 31


def write_tables(
    tables: object,
    target: Target,
    *,
    language: str = "id",
    format: str | None = None,
    delimiter: str | None = None,
) -> None:
    """Writes tables as the sheets of one workbook, XLSX; or one of them as CSV.

    Over each stands its caption, under it its notes and sources. A number whose unit stands in the head is a number in
    the sheet, a percentage with the % in the head; all else, such as a year or an amount with a unit of its own, is the
    text that the table shows, and never a formula.

    Args:
        tables: The tables: each a `TableView`, or whatever `kesos.show` shows as one; by the names of their
            sheets, if you give a mapping; or one alone.
        target: As for `write_events`. CSV has one table only: its heads and rows, and where it has notes, below them
            after a blank line its caption and the notes.
        language: "id" or "en"; a `TableView` stays in the language that it was made in.
        format: As for `write_events`.
        delimiter: As for `write_events`.

    Raises:
        InvalidValueError: One is nothing that can be shown; there is none; several in a CSV file; a text that such a
            file cannot hold.
        MissingExtraError: A spreadsheet, and openpyxl is not installed.
        FileError: The system does not let the file be written there.

    >>> import io
    >>> from kesos import ProgramQuota
    >>> quota = ProgramQuota(program="PKH", year=2017, area="Contoh", families=2_720, budget=5_379_200_000)
    >>> file = io.StringIO()
    >>> write_tables([quota], file, format="csv")
    >>> print(file.getvalue(), end="")
    Wilayah;KK;Anggaran (Rp)
    Contoh;2720;5379200000
    """
    check_language(language)
    views = [(name, _view(each, at, language)) for at, (name, each) in enumerate(_named(tables))]
    if not views:
        raise InvalidValueError("empty.tables", field="tables", value=tables)
    kind = format_of(target, format)
    if len(views) > 1 and kind == "csv":
        raise InvalidValueError("several_tables", field="tables", value=len(views))
    taken: set[str] = set()
    sheets = [_sheet(view, _free(name or view.caption, taken, language)) for name, view in views]
    if kind == "csv":
        sheets = [_with_notes_below(each) for each in sheets]
    write_sheets(sheets, target, language=language, format=format, delimiter=delimiter)


def _named(tables: object) -> Iterator[tuple[str, Any]]:
    """Each table with the name that it was given, if any; one that stands alone is one, even if it holds several."""
    if any(callable(getattr(tables, name, None)) for name in ("overview", "table", "plain")):
        yield "", tables
    elif isinstance(tables, Mapping):
        yield from ((checks.text(name, "tables"), each) for name, each in tables.items())
    else:
        yield from (("", each) for each in checks.items(tables, "tables"))


def _view(table: Any, at: int, language: str) -> TableView:
    try:
        return table if isinstance(table, TableView) else show(table, language)
    except InvalidValueError as error:
        raise error.at(f"tables[{at}]") from None


def _sheet(view: TableView, name: str) -> Sheet:
    columns = [_column(view, at) for at in range(len(view.header))]
    return Sheet(
        name=name,
        title=(view.caption,) if view.caption else (),
        columns=tuple(column for column, _ in columns),
        rows=tuple(zip(*(cells for _, cells in columns), strict=True)),
        notes=view.notes,
        strong=frozenset(view.totals),
    )


def _with_notes_below(sheet: Sheet) -> Sheet:
    """A sheet whose notes are rows, for a file that has no other place for them."""
    if not sheet.notes:
        return sheet
    rest = (None,) * (len(sheet.columns) - 1)
    below = [(line, *rest) for line in (None, *sheet.title, *sheet.notes)]
    return attrs.evolve(sheet, rows=(*sheet.rows, *below), notes=())


def _column(view: TableView, at: int) -> tuple[Column, list[Cell]]:
    """A column with its numbers, the % of percentages in its head; as it is shown where some are and some are not."""
    said = [row[at] for row in view.rows]
    exact = [row[at] for row in view.exact] or [None] * len(said)
    percent = {cell.endswith("%") for cell, number in zip(said, exact, strict=True) if number is not None}
    known = [number if len(percent) == 1 else None for number in exact]
    head = f"{view.header[at]} (%)" if percent == {True} else view.header[at]
    cells: list[Cell] = [cell or None if number is None else number for cell, number in zip(said, known, strict=True)]
    return Column(head=head, holds="number" if at in view.numbers else "text"), cells


def _free(wanted: str, taken: set[str], language: str) -> str:
    """The name of a sheet: as long as a spreadsheet takes it, and no two alike."""
    plain = " ".join("".join(" " if sign in "\\/*?:[]" else sign for sign in wanted).split()).strip("' ")
    name, many = (plain or _TABLE.say(language))[:_LONGEST_NAME], 1
    while name.casefold() in taken:
        many += 1
        mark = f" ({many})"
        name = (plain or _TABLE.say(language))[: _LONGEST_NAME - len(mark)] + mark
    taken.add(name.casefold())
    return name


__all__ = ["write_tables"]
