"""Tables out of workbooks, CSV files, pages, Markdown and frames: found, typed by their heads, kept as printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import attrs

from kesos import _checks as checks
from kesos._sheets._cells import ErrorCell, Formatted, Formula, Percent, Torn, Worded, number_in, plain_cell, shown
from kesos._sheets._grid import Grid
from kesos._sheets._head_units import leaves_number
from kesos._sheets._kinds import filled, is_total
from kesos._sheets._source import Source, grids_of
from kesos._sheets._vocabulary import plain_head
from kesos.errors import InvalidValueError, TableError
from kesos.reports._blocks import Block, blocks_in
from kesos.reports._cells import read_cell
from kesos.reports._columns import Column
from kesos.reports._columns_found import columns_found, is_used, label_in
from kesos.reports._printed import on_one_line
from kesos.reports._rows import Row, RowKind
from kesos.reports._shared_cells import Shared, alone, rows_beside, shared_cells
from kesos.reports._table_numbers import printed_number, table_numbers
from kesos.reports._tables import Table
from kesos.values import LANGUAGES, Citation, Percentage, Period, Printed, Quantity, Text, Unit


def read_tables(
    source: Source,
    *,
    document: str | None = None,
    units: Mapping[str, Unit | str] | None = None,
    locale: str = "id",
    sheet: str | None = None,
    delimiter: str | None = None,
    encoding: str | None = None,
    first: int | None = None,
) -> tuple[Table, ...]:
    """The tables in a workbook, a CSV file, an HTML page or a Markdown text, in order.

    Titles, heads of several rows, merged cells, groups and totals are found; what stands around a table and is no row
    of it, such as a signature, is in its `notes`. What a column counts is read from its head ("KK", "(Rp)", "%"), or
    from the unit that its figures carry ("20 paket"), or said. Every cell keeps its print, and the place of a cell is
    told in the sheet's own terms too ("Q18"). A figure in a merged cell that lies under several heads, or beside
    several rows, is of none of them: it is left unread. Sheets that are hidden or hold no table are named in
    `unread_sheets` of each table, and by an audit.

    Args:
        source: A path, a file object, or a frame.
        document: How citations name the document; left out, each table is cited by its own title.
        units: What columns count, by the words at their heads, where the words do not say it: {"Korban": "jiwa"}. What
            kesos has no unit for ("kasus") is a bare number.
        locale: "id" or "en": the print of texts.
        sheet: Which sheet of a workbook; left out, every sheet that is not hidden.
        delimiter: The mark between the cells of a CSV file; left out, it is found.
        encoding: How the characters of a CSV file are written.
        first: The number of the first table, where the tables of several files make one report: the others follow it.
            Left out, a table has the number in its title ("Tabel 18"), or else its place.

    Raises:
        TableError: The file cannot be read, or there is no table in it.
        InvalidValueError: `source` is none of these; a unit is not known, or is of a column that no table has.
    """
    checks.known_text(document, "document")
    checks.choice(locale, "locale", LANGUAGES)
    checks.known_count(first, "first")
    said = checks.mapping({} if units is None else units, "units")
    found: list[tuple[Grid, Block]] = []
    passed_over: list[Text] = []
    for grid in grids_of(source, sheet=sheet, delimiter=delimiter, encoding=encoding, whole=True):
        plain = _plain(grid)
        blocks = blocks_in(plain)
        found += [(plain, block) for block in blocks]
        if grid.is_hidden:
            passed_over.append(_named(grid, _HIDDEN))
        elif grid.name and not blocks and any(map(filled, plain.rows)):
            passed_over.append(_named(grid, _WITHOUT_TABLE))
    if not found:
        raise TableError("no_table", field="source")
    titles = [[_words(grid, at, locale) for at in block.titles] for grid, block in found]
    numbers = table_numbers(map(printed_number, titles), first)
    tables = [
        _table(plain, block, number, document, said, locale)
        for (plain, block), number in zip(found, numbers, strict=True)
    ]
    _check_units(said, tables)
    # each of them says so: somebody may take one of the tables only
    return tuple(attrs.evolve(table, unread_sheets=passed_over) for table in tables)


_HIDDEN, _WITHOUT_TABLE = Text("tersembunyi", "hidden"), Text("tidak ada tabel", "no table in it")


def _named(grid: Grid, why: Text) -> Text:
    return Text(*(f'"{on_one_line(grid.name)}" ({why.say(language)})' for language in LANGUAGES))


def table_of_frame(
    frame: object,
    *,
    number: str,
    title: str,
    document: str | None,
    units: Mapping[str, Unit | str] | None = None,
    locale: str = "id",
) -> Table:
    """A frame as a table: the names of its columns are its heads."""
    from kesos._sheets._frame import grid_of_frame

    grid = grid_of_frame(frame, with_rows=True)
    if grid is None:
        raise InvalidValueError("not_a_source", field="frame", value=type(frame).__name__)
    if not grid.rows:
        raise TableError("no_table", field="frame")
    said = checks.mapping({} if units is None else units, "units")
    heads = tuple("" if head is None else shown(head, locale) for head in grid.rows[0])
    lines = [list(row) for row in grid.rows[1:]]
    kinds: list[RowKind] = ["total" if _is_total(line) else "data" for line in lines]
    table = Citation(regulation=title if document is None else document, table=number)
    made = _made(heads, lines, kinds, [None] * len(lines), title, table, said, locale)
    _check_units(said, [made])
    return made


def _check_units(units: Mapping[str, Unit | str], tables: Sequence[Table]) -> None:
    """Refuses a unit of a column that is in none of the tables."""
    heads = [column.label for table in tables for column in table.columns]
    known = set(map(plain_head, heads))
    for head in units:
        if plain_head(head) not in known:
            raise InvalidValueError(
                "unknown_column.units", field="units", value=head, hint=checks.did_you_mean(head, heads)
            )


def _is_total(line: list[object]) -> bool:
    words = [cell for cell in line if isinstance(cell, str) and cell.strip()]
    return bool(words) and is_total(words[0])


def _plain(grid: Grid) -> Grid:
    rows = [[plain_cell(cell) for cell in row] for row in grid.rows]
    return attrs.evolve(grid, rows=rows)


def _table(
    grid: Grid, block: Block, number: str, document: str | None, units: Mapping[str, Unit | str], locale: str
) -> Table:
    width = len(block.head.texts)
    lines: list[list[object]] = []
    kinds: list[RowKind] = []
    groups: list[str | None] = []
    notes: list[str] = []
    places: list[int] = []
    group: str | None = None
    shared = shared_cells(grid, block)
    last = max((at for at, kind in block.rows if kind == "total"), default=None)
    several = sum(kind == "total" for _, kind in block.rows) > 1
    for at, kind in block.rows:
        line = [*grid.rows[at][:width], *[None] * (width - len(grid.rows[at]))]
        if grid.is_separated and filled(grid.rows[at][width:]):
            line = [Torn(cell) if isinstance(cell, str) else cell for cell in line]
        if kind == "group":
            group = _words(grid, at, locale)
            notes.append(group)
            continue
        for each in shared.get(at, ()):
            line[each.left : each.right + 1] = [each] * (each.right + 1 - each.left)
        lines.append(line)
        places.append(at)
        kinds.append("data" if kind == "data" else "total" if at == last or not several else "subtotal")
        groups.append(group)
    nested = any(kind == "group" for _, kind in block.rows) or any(map(_is_nested, lines))
    titles = [_words(grid, at, locale) for at in block.titles]
    title = " ".join(titles) or grid.name or f"Tabel {number}"
    notes += [_words(grid, at, locale) for at in block.notes]
    table = Citation(regulation=title if document is None else document, table=number)

    def address(line: int, column: int) -> str | None:
        return grid.address(places[line], column)

    made = _made(block.head.texts, lines, kinds, groups, title, table, units, locale, notes, address, titles)
    # which rows such a total adds up cannot be seen: lines may stand under lines that add them up already
    return attrs.evolve(made, supposed=_SUPPOSED) if several or nested else made


_SUPPOSED = Text("jumlah dalam tabel berjenjang, menurut kata pada barisnya", "totals of nested rows, by their words")
_NESTED = re.compile(r"\d+(?:\.\d+)+\.?")


def _is_nested(line: list[object]) -> bool:
    """Whether a row begins with a number of two levels, such as the code of an account."""
    first = next((cell for cell in map(alone, line) if cell is not None), None)
    return isinstance(first, str) and _NESTED.fullmatch(first.strip()) is not None


def _words(grid: Grid, at: int, locale: str) -> str:
    return " ".join(filter(None, (shown(cell, locale) for cell in grid.rows[at])))


def _made(
    heads: tuple[str, ...],
    lines: list[list[object]],
    kinds: list[RowKind],
    groups: list[str | None],
    title: str,
    place: Citation,
    units: Mapping[str, Unit | str],
    locale: str,
    notes: list[str] | None = None,
    address: Callable[[int, int], str | None] = lambda line, column: None,
    over_it: Sequence[str] = (),
) -> Table:
    used = [at for at in range(len(heads)) if is_used(at, heads, lines)]
    held = [[alone(line[at]) for line in lines] for at in used]
    over = tuple(heads[at] for at in used)
    columns = columns_found(
        over, held, units, locale, [kind != "data" for kind in kinds], [title, *over_it, *(notes or ())]
    )
    codes = _codes(lines, kinds, used, columns)
    rows: list[Row] = []
    beside = rows_beside(lines, codes)
    several: dict[tuple[int, int], Printed] = {}
    for row, (code, line, kind, group) in enumerate(zip(codes, lines, kinds, groups, strict=True)):
        cells: list[tuple[str, Printed]] = []
        for at, column in zip(used, columns, strict=True):
            cell = line[at]
            source = attrs.evolve(place, row=code, column=column.label, locator=address(row, at))
            if not isinstance(cell, Shared) or not cell.is_unclear_in(column):
                cells.append((column.code, _cell(alone(cell), column, source)))
                continue
            if cell.place not in several:
                words = " / ".join(cell.heads)
                source = attrs.evolve(source, row=beside[cell.place], column=words, locator=cell.address)
                several[cell.place] = Printed(_text(cell.cell, column), source=source)
            cells.append((column.code, several[cell.place]))
        rows.append(Row(code, cells, kind=kind, group=group))
    return Table(
        number=str(place.table),
        title=Printed(title, source=place),
        columns=columns,
        rows=rows,
        notes=[Printed(note, source=place) for note in notes or ()],
    )


def _codes(lines: list[list[object]], kinds: list[RowKind], used: list[int], columns: list[Column]) -> list[str]:
    """What each row is called: its printed number where each has one of its own, else its place; a total, its words."""
    numbering = next((at for at, column in zip(used, columns, strict=True) if column.is_numbering), None)
    printed = [
        "" if numbering is None or kind != "data" else shown(alone(line[numbering]), "id")
        for line, kind in zip(lines, kinds, strict=True)
    ]
    data = [code for code, kind in zip(printed, kinds, strict=True) if kind == "data"]
    own = all(data) and len(set(data)) == len(data)
    codes: list[str] = []
    for at, (line, kind) in enumerate(zip(lines, kinds, strict=True), 1):
        words = next((shown(cell, "id") for cell in line if isinstance(cell, str) and cell.strip()), "")
        code = (printed[at - 1] if own else f"{at}") if kind == "data" else words or kind
        codes.append(code if code not in codes else f"{code} ({at})")
    return codes


def _cell(cell: object, column: Column, source: Citation) -> Printed:
    text = _text(cell, column)
    if isinstance(cell, (Formula, ErrorCell, Torn)):
        return Printed(text, source=source)
    return Printed(text, read_cell(text, column) if isinstance(cell, str) else _value(cell, column), source=source)


def _text(cell: object, column: Column) -> str:
    if isinstance(cell, str):
        return str.__str__(cell)
    if column.holds == "text":
        return label_in(cell, column.label, column.locale)
    return _shown(cell, column.locale)


def _shown(cell: object, locale: str) -> str:
    if isinstance(cell, Percent) and cell.places is None:
        return format(Percentage(cell.shown), locale)
    return shown(cell, locale)


def _value(cell: Any, column: Column) -> Any:
    """What a cell that is no text means in its column; None where it cannot be that."""
    if isinstance(cell, Percent):
        return Percentage(cell.shown) if column.holds == "percent" else None
    if isinstance(cell, Worded):
        read = read_cell(_text(cell, column), column)
        is_bare = read is None and column.holds == "number" and leaves_number(cell.before + cell.after)
        return cell.number if is_bare else read
    if isinstance(cell, date):
        return Period.of(cell if type(cell) is date else cell.date()) if column.holds == "period" else None  # type: ignore[attr-defined]
    # a percentage is what is shown; an amount is what is held, since a sum of many is off by more than one was rounded
    is_shown = isinstance(cell, Formatted) and column.holds == "percent"
    number = number_in(cell.as_shown if is_shown else cell)
    if number is None:
        return None
    try:
        return _of_number(number, column)
    except InvalidValueError:
        return None


def _of_number(number: int | Decimal, column: Column) -> Any:
    if column.holds == "percent":
        return Percentage(number)
    if column.holds == "quantity":
        return number if column.unit is None else Quantity(number, column.unit)
    if column.holds == "number":
        return number
    return number if column.holds == "year" and isinstance(number, int) else None
