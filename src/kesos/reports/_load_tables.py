"""A published table, read from a report's file: every row a line, every cell as it is printed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from kesos import _checks as checks
from kesos.reports._cells import read_cell
from kesos.reports._columns import Column, RowCounts, RowSum
from kesos.reports._load_page import Page, inside, read_all, read_as
from kesos.reports._load_values import mark_value, need, value_of, whole, years_in
from kesos.reports._rows import Row, RowKind
from kesos.reports._tables import Table
from kesos.values import Citation, Printed, Reading

_Columns = list[tuple[Column, int | None]]
"""The columns, and which of the two numbers of its printed column each is, where two share one."""


def read_table(page: Page, data: dict[str, Any], blanks: Reading | None) -> Table:
    """The table as typed data, every cell of it known to the page as "cell:table/row/column"."""
    number = need(data, "number", str)
    place = Citation(regulation=page.document, locator=need(data, "at", str), table=number)
    columns = read_all(need(data, "columns", list), "columns", partial(_column, page))
    parts = ("line", "row", *_printed_columns(columns))
    words = ("title", "caption", "heading", "source_line")
    beside = {key: _beside(page, data, key, place) for key in words if key in data}
    head = read_all(data.get("head", ()), "head", partial(_head, page, place))
    return Table(
        number=number,
        title=need(beside, "title", Printed),
        columns=[column for column, _ in columns],
        rows=page.each_line(data, "rows", parts, partial(_row, page, data, columns), f"table[{number}]."),
        caption=beside.get("caption"),
        heading=beside.get("heading"),
        head=[cell for line in head for cell in line],
        numbers=_head(page, place, data["numbers"]) if "numbers" in data else (),
        counted_columns=data.get("counted_columns", len(columns)),
        partial_years=data.get("partial_years", ()),
        sums=read_all(data.get("sums", ()), "sums", partial(read_as, RowSum, printed=page.find)),
        counts=read_all(data.get("counts", ()), "counts", partial(read_as, RowCounts, printed=page.find)),
        blanks=blanks if data.get("blanks") else None,
        source_line=beside.get("source_line"),
    )


def _column(page: Page, data: Any) -> tuple[Column, int | None]:
    given = dict(checks.instance(data, "", dict))
    part = given.pop("part", None)
    column = read_as(Column, given, page.find)
    return column, None if part is None else checks.within(part, "part", least=0, most=1)


def _printed_columns(columns: _Columns) -> list[str]:
    """What the cells of a line belong to, in order: two columns of ours may share a printed one."""
    return list(dict.fromkeys(column.number or column.code for column, _ in columns))


def _row(page: Page, data: dict[str, Any], columns: _Columns, line: str, mark: str, *texts: str) -> Row:
    number, values = data["number"], data.get("values", {})
    printed = dict(zip(_printed_columns(columns), texts, strict=True))
    code, kind, group = _row_mark(mark)
    cells: list[tuple[str, Printed]] = []
    for column, part in columns:
        text = printed[column.number or column.code]
        key = f"{code}/{column.code}"
        cell = Printed(
            text,
            value_of(values[key]) if key in values else read_cell(_part(text, part), column),
            source=Citation(regulation=page.document, table=number, row=code, column=column.number or column.label),
        )
        cells.append((column.code, page.add(whole(line, "line"), cell, f"cell:{number}/{key}")))
    return Row(code, cells, kind=kind, group=group, year=data.get("row_years", {}).get(code))


def _beside(page: Page, data: Mapping[str, Any], key: str, place: Citation) -> Printed:
    """Words that stand beside the cells, such as a title; they may run on to a second line."""
    given = need(data, key, dict)
    with inside(key):
        text, first = need(given, "text", str), need(given, "line", int)
        printed = Printed(text, given.get("value", years_in(text)), source=place)
        for line in range(first, checks.count(given.get("until", first), "until") + 1):
            page.add(line, printed)
    return printed


def _head(page: Page, place: Citation, data: Any) -> list[Printed]:
    given = checks.instance(data, "", dict)
    line, cells = need(given, "line", int), need(given, "cells", str)
    return [
        page.add(line, Printed(text, years_in(text) or mark_value(text), source=place))
        for text in (part.strip() for part in cells.split("|"))
    ]


def _row_mark(mark: str) -> tuple[str, RowKind, str | None]:
    """The code of a row, its kind and its group: "=total", "A=" the subtotal of group A, "A.1" a row of it."""
    code = mark.strip("=")
    kind: RowKind = "total" if mark.startswith("=") else "subtotal" if mark.endswith("=") else "data"
    return code, kind, code.partition(".")[0] if kind == "subtotal" or "." in code else None


def _part(text: str, part: int | None) -> str:
    """One of the two numbers of a cell such as "72/240"; a dash stands for both."""
    return text if part is None or "/" not in text else text.split("/")[part]
