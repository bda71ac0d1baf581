"""Small tables for people: HTML for a notebook, with everything escaped, and plain text for a terminal."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from decimal import Decimal

import attrs

from kesos import _checks as checks
from kesos._checks import fill_field
from kesos.errors import InvalidValueError
from kesos.records import Fieldwise
from kesos.values._format import formatted
from kesos.values._texts import Text
from kesos.words import hint

UNKNOWN = Text("tidak diketahui", "not known")
UNSPECIFIED = Text("tidak disebutkan angkanya", "no number is given")
TOTAL = Text("Jumlah", "Total")
# A notebook sets every cell to the right, words too. No colour is fixed: what is drawn has that of the text around it.
_LEFT = "text-align:left"
_RIGHT = "text-align:right;font-variant-numeric:tabular-nums"
_ON_ONE_LINE = ";white-space:nowrap"
_NOT_SQUEEZED = ((150, ";min-width:28em"), (30, ";min-width:14em"))
"""From how many characters on a text is not squeezed into a column that is narrower than this."""
TABLE = '<table class="kesos" cellpadding="5" rules="all" frame="box">'
"""A table with room and lines between its columns: by attributes, over which the style of any page goes, and which a
letter that it is copied into understands."""
_SUM_LINE = ";border-top:1px solid currentColor"


class _Unsaid(str):
    """The words of a cell on their way into a table, which then knows that the cell says nothing."""

    __slots__ = ()


def unsaid(words: Text, language: str, more: str = "") -> str:
    """The words of a cell that says that something is not known, or that no number is given.

    >>> TableView(caption="Aid", header=("item", "kg"), rows=(("oil", unsaid(UNKNOWN, "en")),)).unknown
    ((0, 1),)
    """
    return _Unsaid(words.say(language) + more)


def _word(value: object, field: str) -> str:
    """A cell of a table, which may be empty."""
    if isinstance(value, str):
        return str.__str__(value)
    raise InvalidValueError("not_a_text.at_all", field=field, value=value)


def _cell(value: object, field: str) -> str:
    return value if isinstance(value, _Unsaid) else _word(value, field)


def _caption(caption: str) -> str:
    return _word(caption, "caption")


def _header(header: Sequence[str]) -> tuple[str, ...]:
    return checks.each(_word, header, "header")


def _rows(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    return checks.each(lambda row, field: checks.each(_cell, row, field), rows, "rows")


def _notes(notes: Sequence[str]) -> tuple[str, ...]:
    return checks.each(_word, notes, "notes")


def _number(value: object, field: str) -> int | Decimal | None:
    """The number that a cell shows; None where it shows none."""
    if isinstance(value, Decimal) and value.is_finite():
        return value
    return None if value is None else checks.as_int(value, field)


def _exact(rows: Sequence[Sequence[int | Decimal | None]]) -> tuple[tuple[int | Decimal | None, ...], ...]:
    return checks.each(lambda row, field: checks.each(_number, row, field), rows, "exact")


def _numbers(columns: Sequence[int]) -> tuple[int, ...]:
    return checks.each(checks.count, columns, "numbers")


def _totals(rows: Sequence[int]) -> tuple[int, ...]:
    return checks.each(checks.count, rows, "totals")


def _unknown(cells: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    pairs = checks.pairs(cells, "unknown")
    return tuple((checks.count(row, "unknown"), checks.count(column, "unknown")) for row, column in pairs)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class TableView(Fieldwise):
    """A caption, a header, rows of words, and notes that stand under them.

    Args:
        caption: What stands over it.
        header: A word for each column.
        rows: The cells, as many in each row as there are columns.
        notes: What stands under it, a line each.
        numbers: The columns that hold numbers, counted from zero: they stand to the right.
        totals: The rows that are totals, counted from zero: they stand in bold, a line between them and what is
            above.
        exact: The number that each cell shows, in the unit of its head, or in percent where it shows a percentage;
            None where it shows none. Left out, no cell's number is known.
        unknown: The cells that say that something is not known, or that no number is given, each by its row and its
            column, counted from zero: they stand in italics.

    >>> view = TableView(
    ...     caption="Aid", header=("item", "amount"), rows=(("<rice>", "2 kg"), ("oil", "10 kg")), notes=("source",),
    ...     numbers=(1,))
    >>> "&lt;rice&gt;" in view.html()
    True
    >>> print(view.plain())
    Aid
    item    amount
    ------  ------
    <rice>    2 kg
    oil      10 kg
    source
    """

    caption: str = attrs.field(converter=_caption)
    header: tuple[str, ...] = attrs.field(converter=_header)
    rows: tuple[tuple[str, ...], ...] = attrs.field(converter=_rows)
    notes: tuple[str, ...] = attrs.field(default=(), converter=_notes)
    numbers: tuple[int, ...] = attrs.field(default=(), converter=_numbers)
    totals: tuple[int, ...] = attrs.field(default=(), converter=_totals)
    exact: tuple[tuple[int | Decimal | None, ...], ...] = attrs.field(default=(), converter=_exact)
    unknown: tuple[tuple[int, int], ...] = attrs.field(default=(), converter=_unknown)

    def __attrs_post_init__(self) -> None:
        for field in ("rows", "exact"):
            for at, row in enumerate(getattr(self, field)):
                if len(row) != len(self.header):
                    raise InvalidValueError(
                        "uneven_row", field=f"{field}[{at}]", value=row, found=len(row), wanted=len(self.header)
                    )
        if self.exact and len(self.exact) != len(self.rows):
            raise InvalidValueError("wrong_length", field="exact", value=self.exact, length=len(self.rows))
        for field, there in (("numbers", len(self.header)), ("totals", len(self.rows))):
            for place in getattr(self, field):
                checks.within(place, field, least=0, most=there - 1)
        for row, column in self.unknown:
            checks.within(row, "unknown", least=0, most=len(self.rows) - 1)
            checks.within(column, "unknown", least=0, most=len(self.header) - 1)
        self._note_unsaid()

    def _note_unsaid(self) -> None:
        """What cells were marked for on their way in is known of the table; the cells are plain texts."""
        cells = [(at, column, cell) for at, row in enumerate(self.rows) for column, cell in enumerate(row)]
        found = {(at, column) for at, column, cell in cells if isinstance(cell, _Unsaid)}
        if found:
            fill_field(self, "rows", tuple(tuple(map(str.__str__, row)) for row in self.rows))
            fill_field(self, "unknown", tuple(sorted(found.union(self.unknown))))

    def html(self) -> str:
        """An HTML table; no markup in any cell survives, and a table that is too wide scrolls by itself."""
        from html import escape

        head = "".join(self._cell(None, at, cell) for at, cell in enumerate(self.header))
        return "".join(
            [
                f'<div class="kesos" style="overflow-x:auto">{TABLE}',
                f'<caption style="{_LEFT}">{escape(self.caption)}</caption>',
                f"<thead><tr>{head}</tr></thead>",
                "<tbody>",
                *(self._row(at, row) for at, row in enumerate(self.rows)),
                "</tbody>",
                "</table></div>",
                *(f'<p class="kesos-note" style="margin:0"><small>{escape(note)}</small></p>' for note in self.notes),
            ]
        )

    def _row(self, number: int, row: Sequence[str]) -> str:
        return f"<tr>{''.join(self._cell(number, at, cell) for at, cell in enumerate(row))}</tr>"

    def _has_line(self, row: int) -> bool:
        """Whether a line stands over a row: over the first of totals that follow one another, below other rows."""
        return row > 0 and row in self.totals and row - 1 not in self.totals

    def _cell(self, row: int | None, column: int, cell: str) -> str:
        """A cell of a row, or of the head."""
        from html import escape

        number, unknown = column in self.numbers, (row, column) in self.unknown
        style = _RIGHT if number else _LEFT
        if number and row is not None and not unknown:  # a number is not broken in two
            style += _ON_ONE_LINE
        elif not number:
            style += next((width for much, width in _NOT_SQUEEZED if len(cell) >= much), "")
        said = f"<em>{escape(cell)}</em>" if unknown else escape(cell)
        if row is None:
            return f'<th style="{style}">{said}</th>'
        line = _SUM_LINE if self._has_line(row) else ""
        return f'<td style="{style}{line}">{f"<b>{said}</b>" if row in self.totals else said}</td>'

    def _repr_html_(self) -> str:
        return self.html()

    def __str__(self) -> str:
        return self.plain()

    def markdown(self) -> str:
        r"""A table in Markdown: numbers to the right, totals in bold, and no mark of a cell left alive.

        >>> print(TableView(caption="Aid", header=("item", "kg"), rows=(("a | b", "2"),), numbers=(1,)).markdown())
        **Aid**
        <BLANKLINE>
        | item | kg |
        | --- | ---: |
        | a \| b | 2 |
        """
        from kesos.values._markdown import markdown

        return markdown([self.caption], self.header, self.rows, self.notes, numbers=self.numbers, totals=self.totals)

    def plain(self) -> str:
        """Text in columns, for a terminal."""
        grid = [[_on_one_line(cell) for cell in row] for row in (self.header, *self.rows)]
        widths = [max(len(row[column]) for row in grid) for column in range(len(self.header))]
        rule = "  ".join("-" * width for width in widths)
        head, *rows = [self._line(row, widths) for row in grid]
        lines = [line for at, row in enumerate(rows) for line in ((rule, row) if self._has_line(at) else (row,))]
        return "\n".join([_on_one_line(self.caption), head, rule, *lines, *self.notes])

    def _line(self, row: Sequence[str], widths: Sequence[int]) -> str:
        cells = zip(row, widths, strict=True)
        placed = [cell.rjust(most) if at in self.numbers else cell.ljust(most) for at, (cell, most) in enumerate(cells)]
        return "  ".join(placed).rstrip()


class Tabled:
    """What prints as its table, in a terminal and in a notebook."""

    __slots__ = ()

    @abstractmethod
    def table(self, language: str = "id") -> TableView:
        """It as a table in "id" or "en"."""

    def __str__(self) -> str:
        return self.table().plain()

    def __format__(self, spec: str) -> str:
        return formatted(lambda language: self.table(language).plain(), spec, hint("format.answer"))

    def _repr_html_(self) -> str:
        return self.table().html()


def _on_one_line(text: str) -> str:
    """A place copied from a spreadsheet may hold line breaks, which would break the table."""
    return " ".join(text.splitlines())
