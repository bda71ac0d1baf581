"""A published table: its columns, its rows, and every cell as it is printed, with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal, get_args

import attrs

from kesos.errors import InvalidValueError, UnknownItemError
from kesos.reports._columns import Column, RowCounts, RowSum, read_cell
from kesos.reports._relations import printed_in
from kesos.values import Citation, Printed, Quantity, Reading, Text
from kesos.values import _checks as checks
from kesos.values import _locales as locales

RowKind = Literal["data", "subtotal", "total"]
ROW_KINDS: tuple[RowKind, ...] = get_args(RowKind)

_YEARS = re.compile(r"\bTahun (\d{4})(?:\s*(?:s/d|sampai(?: dengan)?|-|–)\s*(\d{4}))?", re.ASCII | re.IGNORECASE)


def _cells(cells: Iterable[tuple[str, Printed]]) -> tuple[tuple[str, Printed], ...]:
    return tuple((code, checks.instance(cell, code, Printed)) for code, cell in cells)


@attrs.frozen
class Row:
    """A row of a published table: a mapping from the codes of its columns to its printed cells.

    Args:
        code: What names the row in its table: its printed number, with the letter of its group where it has one.
        cells: The cells with the codes of their columns.
        kind: "data", "subtotal" (of the data rows of its group) or "total" (of the table).
        group: The group that it belongs to, where the table has groups.
        year: The year that it is about, where it is about one.

    >>> row = Row("1", [("families", Printed("60", Quantity(60, "family"), source="table 1"))])
    >>> row["families"].text
    '60'
    """

    code: str
    cells: tuple[tuple[str, Printed], ...] = attrs.field(converter=_cells)
    kind: RowKind = attrs.field(default="data", kw_only=True)
    group: str | None = attrs.field(default=None, kw_only=True)
    year: int | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        checks.text(self.code, "code")
        checks.choice(self.kind, "kind", ROW_KINDS)
        checks.known_text(self.group, "group")
        checks.known_count(self.year, "year")

    def __getitem__(self, column: str) -> Printed:
        for code, cell in self.cells:
            if code == column:
                return cell
        raise UnknownItemError(
            Text("baris ini tidak memuat kolom itu", "the row has no such column"),
            field="column",
            value=column,
            hint=checks.did_you_mean(column, tuple(self)),
        )

    def __iter__(self) -> Iterator[str]:
        return (code for code, _ in self.cells)

    def __contains__(self, column: object) -> bool:
        return column in [code for code, _ in self.cells]

    def __len__(self) -> int:
        return len(self.cells)


def _columns(columns: Iterable[Column]) -> tuple[Column, ...]:
    return tuple(columns)


def _rows(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(rows)


def _numbers(numbers: Iterable[Printed]) -> tuple[Printed, ...]:
    return tuple(numbers)


def _sums(sums: Iterable[RowSum]) -> tuple[RowSum, ...]:
    return tuple(sums)


def _counts(counts: Iterable[RowCounts]) -> tuple[RowCounts, ...]:
    return tuple(counts)


def _years(years: Iterable[int]) -> tuple[int, ...]:
    return tuple(years)


def _title_years(table: Table) -> tuple[int, int] | None:
    found = _YEARS.search(str(table.title))
    return None if found is None else (int(found[1]), int(found[2] or found[1]))


@attrs.frozen(kw_only=True)
class Table:
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
        partial_years: Years of which the figures cover only a part.
        blanks: The reading by which a dash or a blank adds nothing to a total; without one it is not known.
        source_line: The line under the table that says where it comes from, as printed.

    `Table.build` makes one from plain lists.
    """

    number: str
    title: Printed
    columns: tuple[Column, ...] = attrs.field(converter=_columns)
    rows: tuple[Row, ...] = attrs.field(converter=_rows)
    caption: Printed | None = None
    heading: Printed | None = None
    head: tuple[Printed, ...] = attrs.field(default=(), converter=_numbers)
    years: tuple[int, int] | None = attrs.field(default=attrs.Factory(_title_years, takes_self=True))
    numbers: tuple[Printed, ...] = attrs.field(default=(), converter=_numbers)
    counted_columns: int = attrs.field(default=attrs.Factory(lambda table: len(table.columns), takes_self=True))
    sums: tuple[RowSum, ...] = attrs.field(default=(), converter=_sums)
    counts: tuple[RowCounts, ...] = attrs.field(default=(), converter=_counts)
    partial_years: tuple[int, ...] = attrs.field(default=(), converter=_years)
    blanks: Reading | None = None
    source_line: Printed | None = None

    def __attrs_post_init__(self) -> None:
        checks.text(self.number, "number")
        checks.instance(self.title, "title", Printed)
        known = {column.code for column in self.columns}
        seen: set[str] = set()
        for row in self.rows:
            if row.code in seen:
                raise InvalidValueError(
                    Text("dua baris bertanda sama", "two rows have the same code"),
                    field="rows",
                    value=row.code,
                    code="doubled",
                )
            seen.add(row.code)
            for code in row:
                if code not in known:
                    raise InvalidValueError(
                        Text(f"baris {row.code} memuat kolom lain", f"row {row.code} has a cell in no column"),
                        field="columns",
                        value=code,
                        code="unknown_column",
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
        heads = tuple(columns)

        def row(given: Sequence[Any], kind: RowKind) -> Row:
            code, *cells = given
            if len(cells) != len(heads):
                raise InvalidValueError(
                    Text(
                        f"baris {code} memuat {len(cells)} sel untuk {len(heads)} kolom",
                        f"row {code} has {len(cells)} cells for {len(heads)} columns",
                    ),
                    field="rows",
                    value=code,
                    code="wrong_length",
                )
            return Row(
                code, [(head.code, _cell(cell, head, code)) for head, cell in zip(heads, cells, strict=True)], kind=kind
            )

        def _cell(cell: Any, head: Column, code: str) -> Printed:
            if isinstance(cell, Printed):
                return cell
            source = Citation(regulation=document, table=number, row=code, column=head.number or head.code)
            if cell is None or isinstance(cell, str):
                return Printed(cell or "", read_cell(cell or "", head), source=source)
            if isinstance(cell, tuple):
                text, value = cell  # pyright: ignore[reportUnknownVariableType]  # what a caller gives is checked by Printed
                return Printed(text, value, source=source)  # pyright: ignore[reportUnknownArgumentType]
            amount = checks.whole_number(cell, head.code)
            return Printed(
                locales.number(amount, "id"),
                amount if head.unit is None else Quantity(amount, head.unit),
                source=source,
            )

        made = [row(given, "data") for given in rows]
        if total is not None:
            made.append(row(total, "total"))
        return cls(
            number=number,
            title=Printed(title, source=Citation(regulation=document, table=number)),
            columns=heads,
            rows=made,
            **more,
        )

    def row(self, code: str) -> Row:
        """The row with this code.

        Raises:
            UnknownItemError: There is none.
        """
        for row in self.rows:
            if row.code == code:
                return row
        raise UnknownItemError(
            Text(f"tabel {self.number} tidak memuat baris itu", f"table {self.number} has no such row"),
            field="row",
            value=code,
            hint=checks.did_you_mean(code, [row.code for row in self.rows]),
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
            if column.code == code:
                return column
        raise UnknownItemError(
            Text(f"tabel {self.number} tidak memuat kolom itu", f"table {self.number} has no such column"),
            field="column",
            value=code,
            hint=checks.did_you_mean(code, [column.code for column in self.columns]),
        )

    def data_rows(self, group: str | None = None) -> tuple[Row, ...]:
        """The rows that are no totals, of one group or of all."""
        return tuple(row for row in self.rows if row.kind == "data" and group in (None, row.group))

    def printed(self) -> tuple[Printed, ...]:
        """Every printed value in it: title, numbers, cells."""
        return tuple(printed_in(tuple(getattr(self, field.name) for field in attrs.fields(type(self)))))

    def __repr__(self) -> str:
        return f"<Table {self.number}: {len(self.rows)} rows, {len(self.columns)} columns>"
