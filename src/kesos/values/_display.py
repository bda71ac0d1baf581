"""Small tables for people: HTML for a notebook, with everything escaped, and plain text for a terminal."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

import attrs

from kesos import _checks as checks
from kesos.errors import InvalidValueError
from kesos.records import Fieldwise
from kesos.values._format import formatted
from kesos.values._texts import Text
from kesos.words import hint

UNKNOWN = Text("tidak diketahui", "not known")
UNSPECIFIED = Text("tidak disebutkan angkanya", "no number is given")
_LEFT = ' style="text-align:left"'  # a notebook sets every cell to the right, words too


def _word(value: object, field: str) -> str:
    """A cell of a table, which may be empty."""
    if isinstance(value, str):
        return str.__str__(value)
    raise InvalidValueError("not_a_text.at_all", field=field, value=value)


def _caption(caption: str) -> str:
    return _word(caption, "caption")


def _header(header: Sequence[str]) -> tuple[str, ...]:
    return checks.each(_word, header, "header")


def _rows(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    return checks.each(lambda row, field: checks.each(_word, row, field), rows, "rows")


def _notes(notes: Sequence[str]) -> tuple[str, ...]:
    return checks.each(_word, notes, "notes")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class TableView(Fieldwise):
    """A caption, a header, rows of words, and notes that stand under them.

    >>> view = TableView(caption="Aid", header=("item", "amount"), rows=(("<rice>", "12 kg"),), notes=("source",))
    >>> "&lt;rice&gt;" in view.html()
    True
    >>> print(view.plain())
    Aid
    item    amount
    ------  ------
    <rice>  12 kg
    source
    """

    caption: str = attrs.field(converter=_caption)
    header: tuple[str, ...] = attrs.field(converter=_header)
    rows: tuple[tuple[str, ...], ...] = attrs.field(converter=_rows)
    notes: tuple[str, ...] = attrs.field(default=(), converter=_notes)

    def __attrs_post_init__(self) -> None:
        for at, row in enumerate(self.rows):
            if len(row) != len(self.header):
                raise InvalidValueError(
                    "uneven_row", field=f"rows[{at}]", value=row, found=len(row), wanted=len(self.header)
                )

    def html(self) -> str:
        """An HTML table; no markup in any cell survives."""
        from html import escape

        return "".join(
            [
                '<table class="kesos">',
                f"<caption{_LEFT}>{escape(self.caption)}</caption>",
                f"<thead><tr>{_cells('th', self.header)}</tr></thead>",
                "<tbody>",
                *(f"<tr>{_cells('td', row)}</tr>" for row in self.rows),
                "</tbody>",
                "</table>",
                *(f'<p class="kesos-note" style="margin:0"><small>{escape(note)}</small></p>' for note in self.notes),
            ]
        )

    def __str__(self) -> str:
        return self.plain()

    def plain(self) -> str:
        """Text in columns, for a terminal."""
        grid = [[_on_one_line(cell) for cell in row] for row in (self.header, *self.rows)]
        widths = [max(len(row[column]) for row in grid) for column in range(len(self.header))]
        lines = [_line(row, widths) for row in grid]
        lines.insert(1, "  ".join("-" * width for width in widths))
        return "\n".join([_on_one_line(self.caption), *lines, *self.notes])


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


def _cells(tag: str, cells: Sequence[str]) -> str:
    from html import escape

    return "".join(f"<{tag}{_LEFT}>{escape(cell)}</{tag}>" for cell in cells)


def _on_one_line(text: str) -> str:
    """A place copied from a spreadsheet may hold line breaks, which would break the table."""
    return " ".join(text.splitlines())


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
