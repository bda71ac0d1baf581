"""A published table: its columns, its rows, and every cell as it is printed, with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from kesos import _checks as checks
from kesos.errors import InvalidValueError, UnknownItemError
from kesos.reports._cells import read_cell
from kesos.reports._columns import Column, RowCounts, RowProduct, RowShare, RowSum
from kesos.reports._printed import (
    check_once,
    each_a,
    each_count,
    each_printed,
    is_count,
    is_printed,
    listed,
    maybe_printed,
    maybe_reading,
    maybe_text,
    printed_in,
    several,
    whole_numbers,
)
from kesos.reports._rows import Row, RowKind
from kesos.values import Citation, Printed, Quantity, Reading, TableView, Text, Unit
from kesos.values import _locales as locales
from kesos.values._display import Tabled
from kesos.values._texts import check_language
from kesos.words import counted

_YEARS = re.compile(r"\bTahun (\d{4})(?:\s*(?:s/d|sampai(?: dengan)?|-|–)\s*(\d{4}))?", re.ASCII | re.IGNORECASE)


# mypy takes no generic function as a converter, so there is one for each kind of tuple.
def _columns(columns: Iterable[Column]) -> tuple[Column, ...]:
    return listed(columns)


def _rows(rows: Iterable[Row]) -> tuple[Row, ...]:
    return listed(rows)


def _sums(sums: Iterable[RowSum]) -> tuple[RowSum, ...]:
    return listed(sums)


def _counts(counts: Iterable[RowCounts]) -> tuple[RowCounts, ...]:
    return listed(counts)


def _products(products: Iterable[RowProduct]) -> tuple[RowProduct, ...]:
    return listed(products)


def _shares(shares: Iterable[RowShare]) -> tuple[RowShare, ...]:
    return listed(shares)


def _sheets(sheets: Iterable[Text]) -> tuple[Text, ...]:
    return listed(sheets)


def _title_years(table: Table) -> tuple[int, int] | None:
    found = _YEARS.search(str(table.title))
    return None if found is None else (int(found[1]), int(found[2] or found[1]))


def _all_columns(table: Table) -> int:
    return len(table.columns) if isinstance(table.columns, tuple) else 0


def _two_years(owner: object, field: attrs.Attribute[Any], value: object) -> None:
    if value is not None:
        years = checks.each(checks.count, value, field.name)
        if len(years) != 2:
            raise InvalidValueError("wrong_type.pair", field=field.name, value=value)


@attrs.frozen(kw_only=True)
class Table(Tabled):
    """A table as it was published.

    Args:
        number: Its printed number; for a table without one, a name of one's own.
        title: Its printed title.
        columns: Its columns, in order.
        rows: Its rows, in order, totals among them.
        caption: The words with its number, as printed; a table that is printed without a number has no value there.
        head: The cells of its head, as printed, in the order of reading.
        heading: The heading of the section that it stands in, as printed.
        years: The first and the last year that the title announces; left out, those after the word "Tahun" in it.
        numbers: The row of column numbers, where one is printed.
        counted_columns: How many columns are printed; left out, as many as `columns`.
        sums: Columns that add up other columns.
        counts: Columns that count in two ways.
        products: Columns that are a product of other columns.
        shares: Columns of percentages, each with the columns that it is the share of.
        partial_years: Years of which the figures cover only a part.
        blanks: The reading by which a dash or a blank adds nothing to a total; without one it is not known.
        supposed: Why it is only supposed which of its rows are totals of which, where nobody has said so.
        notes: What stands around its rows and is none of them: groups, notes, signatures, numbers of columns.
        source_line: The line under the table that says where it comes from, as printed.
        unread_sheets: The sheets of its workbook that `read_tables` did not read, and why: hidden, or without a table.

    `Table.build` makes one from plain lists.
    """

    number: str
    title: Printed = attrs.field(validator=is_printed)
    columns: tuple[Column, ...] = attrs.field(converter=_columns, validator=each_a(Column))
    rows: tuple[Row, ...] = attrs.field(converter=_rows, validator=each_a(Row))
    caption: Printed | None = attrs.field(default=None, validator=maybe_printed)
    heading: Printed | None = attrs.field(default=None, validator=maybe_printed)
    head: tuple[Printed, ...] = attrs.field(default=(), converter=several, validator=each_printed)
    years: tuple[int, int] | None = attrs.field(
        default=attrs.Factory(_title_years, takes_self=True), validator=_two_years
    )
    numbers: tuple[Printed, ...] = attrs.field(default=(), converter=several, validator=each_printed)
    counted_columns: int = attrs.field(default=attrs.Factory(_all_columns, takes_self=True), validator=is_count)
    sums: tuple[RowSum, ...] = attrs.field(default=(), converter=_sums, validator=each_a(RowSum))
    counts: tuple[RowCounts, ...] = attrs.field(default=(), converter=_counts, validator=each_a(RowCounts))
    products: tuple[RowProduct, ...] = attrs.field(default=(), converter=_products, validator=each_a(RowProduct))
    shares: tuple[RowShare, ...] = attrs.field(default=(), converter=_shares, validator=each_a(RowShare))
    partial_years: tuple[int, ...] = attrs.field(default=(), converter=whole_numbers, validator=each_count)
    blanks: Reading | None = attrs.field(default=None, validator=maybe_reading)
    supposed: Text | None = attrs.field(default=None, validator=maybe_text)
    notes: tuple[Printed, ...] = attrs.field(default=(), converter=several, validator=each_printed)
    source_line: Printed | None = attrs.field(default=None, validator=maybe_printed)
    unread_sheets: tuple[Text, ...] = attrs.field(default=(), converter=_sheets, validator=each_a(Text))

    def __attrs_post_init__(self) -> None:
        checks.text(self.number, "number")
        check_once((column.code for column in self.columns), "columns")
        check_once((row.code for row in self.rows), "rows")
        known = [column.code for column in self.columns]
        for row in self.rows:
            for code in row:
                if code not in known:
                    raise InvalidValueError(
                        "unknown_column",
                        field="columns",
                        value=code,
                        row=row.code,
                        hint=checks.did_you_mean(code, known),
                    )

    @classmethod
    def build(
        cls,
        *,
        number: str,
        title: str,
        document: str,
        columns: Iterable[Column],
        rows: Iterable[Sequence[Any]],
        total: Sequence[Any] | None = None,
        **more: Any,
    ) -> Table:
        """A table from plain lists: each row a code and then its cells, in the order of the columns.

        A cell is a `Printed`; or what is printed, read as its column holds it; or a pair of what is printed and what
        it means; or a whole number, which stands for its own print; or None where nothing is printed. `total` is the
        row of totals.

        >>> table = Table.build(
        ...     number="1", title="Korban banjir", document="Laporan contoh",
        ...     columns=[Column("families", "KK", unit="family"), Column("people", "Jiwa", unit="person")],
        ...     rows=[("1.", 1_200, 4_000), ("2.", "35", "Tidak diketahui")], total=("Jumlah", 1_235, 4_000),
        ... )
        >>> print(table.cell("1.", "families"), table.cell("2.", "families").value)
        1.200 35 KK
        >>> table.cell("Jumlah", "people").source.place("en")
        'table 1, row Jumlah, column people'
        """
        heads = checks.items(columns, "columns", Column)
        table = Citation(regulation=document, table=number)
        made = [
            _build_row(given, f"rows[{at}]", "data", heads, table)
            for at, given in enumerate(checks.each(checks.items, rows, "rows"))
        ]
        if total is not None:
            made.append(_build_row(checks.items(total, "total"), "total", "total", heads, table))
        return cls(
            number=number,
            title=Printed(title, source=table),
            columns=heads,
            rows=made,
            **more,
        )

    @classmethod
    def from_frame(
        cls,
        frame: object,
        *,
        number: str,
        title: str,
        document: str | None = None,
        units: Mapping[str, Unit | str] | None = None,
        locale: str = "id",
    ) -> Table:
        """A table out of a frame of pandas, polars or another library: strings as printed, or numbers.

        A row that begins with a word for a total is one; the names of rows in an index of pandas are a column. What a
        column counts is said in `units`, by its name, or follows from that ("KK", "Pagu (Rp)", "%").

        Args:
            frame: The frame.
            number: The table's number, or a name of one's own.
            title: Its title.
            document: How citations name the document; left out, by the table's title.
            units: What columns count, by their names: see `read_tables`.
            locale: "id" or "en": the print of texts.

        Raises:
            TableError: It has no columns.
            InvalidValueError: It is no frame; a unit is not known, or is of a column that it has not.
        """
        from kesos.reports._read_tables import table_of_frame

        return table_of_frame(frame, number=number, title=title, document=document, units=units, locale=locale)

    def row(self, code: str) -> Row:
        """The row with this code.

        Raises:
            UnknownItemError: There is none.
        """
        for row in self.rows:
            if isinstance(code, str) and row.code == code:
                return row
        codes = [row.code for row in self.rows]
        raise UnknownItemError(
            "unknown_item.row", field="row", value=code, table=self.number, hint=checks.did_you_mean(code, codes)
        )

    def cell(self, row: str, column: str) -> Printed:
        """One cell.

        Raises:
            UnknownItemError: There is no such row, or it has no such column.
        """
        return self.row(row)[column]

    def column(self, code: str) -> Column:
        """The column with this code.

        Raises:
            UnknownItemError: There is none.
        """
        for column in self.columns:
            if isinstance(code, str) and column.code == code:
                return column
        codes = [column.code for column in self.columns]
        raise UnknownItemError(
            "unknown_item.column", field="column", value=code, table=self.number, hint=checks.did_you_mean(code, codes)
        )

    def data_rows(self, group: str | None = None) -> tuple[Row, ...]:
        """The rows that are not totals, of one group or of all."""
        if group is None:
            return tuple([row for row in self.rows if row.kind == "data"])
        asked = checks.text(group, "group")
        return tuple([row for row in self.rows if row.kind == "data" and row.group == asked])

    def table(self, language: str = "id") -> TableView:
        """The table as it was printed, its totals in bold; nothing in it is corrected."""
        check_language(language)
        cells = [[row[column.code].text if column.code in row else "" for column in self.columns] for row in self.rows]
        return TableView(
            caption=self.title.text,
            header=("", *(column.label for column in self.columns)),
            rows=[(row.code, *each) for row, each in zip(self.rows, cells, strict=True)],
            notes=() if self.source_line is None else (self.source_line.text,),
            numbers=[at for at, column in enumerate(self.columns, start=1) if column.holds not in ("text", "period")],
            totals=[at for at, row in enumerate(self.rows) if row.kind != "data"],
        )

    def printed(self) -> tuple[Printed, ...]:
        """Every printed value in it: title, numbers, cells."""
        return tuple(printed_in(self))

    def __repr__(self) -> str:
        return f"<Table {self.number}: {counted(len(self.rows), 'row')}, {counted(len(self.columns), 'column')}>"


def _build_row(given: tuple[Any, ...], field: str, kind: RowKind, columns: tuple[Column, ...], table: Citation) -> Row:
    code, cells = checks.text(given[0] if given else None, f"{field}[0]"), given[1:]
    if len(cells) != len(columns):
        raise InvalidValueError(
            "wrong_length.cells", field="rows", value=code, row=code, cells=len(cells), columns=len(columns)
        )
    return Row(
        code,
        [(column.code, _build_cell(cell, column, code, table)) for column, cell in zip(columns, cells, strict=True)],
        kind=kind,
    )


def _build_cell(cell: Any, column: Column, row: str, table: Citation) -> Printed:
    if isinstance(cell, Printed):
        return cell
    source = attrs.evolve(table, row=row, column=column.number or column.code)
    if cell is None or isinstance(cell, str):
        return Printed(cell or "", read_cell(cell or "", column), source=source)
    if isinstance(cell, tuple):
        ((text, value),) = checks.pairs((cell,), column.code)
        return Printed(text, value, source=source)  # pyright: ignore[reportUnknownArgumentType]
    amount = checks.whole_number(cell, column.code)
    value = amount if column.unit is None else Quantity(amount, column.unit)
    return Printed(locales.number(amount, "id"), value, source=source)
