"""A published table, read from a report's file: every row a line, every cell as it is printed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from typing import Any

from kesos import _checks as checks
from kesos.errors import InvalidValueError
from kesos.reports._cells import read_cell
from kesos.reports._columns import Column, RowCounts, RowProduct, RowShare, RowSum
from kesos.reports._load_page import Page, check_keys, inside, read_all, read_as
from kesos.reports._load_values import mark_value, need, value_of, years_in
from kesos.reports._rows import Row, RowKind
from kesos.reports._tables import Table
from kesos.values import Citation, Printed, Reading, Text

_Columns = list[tuple[Column, int | None]]
"""The columns, and which of the two numbers of its printed column each is, where two share one."""


KEYS = (
    *("number", "at", "title", "caption", "heading", "head", "columns", "rows", "total", "values", "row_years"),
    *("numbers", "counted_columns", "partial_years", "sums", "counts", "products", "shares", "blanks", "source_line"),
)
"""What may be said of a table."""


def read_table(page: Page, data: dict[str, Any], blanks: Reading | None) -> Table:
    """The table as typed data, every cell of it known to the page as "cell:table/row/column"."""
    check_keys(data, KEYS)
    number = need(data, "number", str)
    where = need(data, "at", str) if page.numbered else data.get("at")
    place = Citation(regulation=page.document, locator=where, table=number)
    columns = read_all(need(data, "columns", list), "columns", partial(_column, page))
    parts = ("row", *_printed_columns(columns))
    rows = page.each_placed(data, "rows", parts, partial(_row, page, data, columns), f"tables[{number}].")
    rows += page.each_placed(data, "total", parts, partial(_total, page, data, columns), f"tables[{number}].")
    words = ("title", "caption", "heading", "source_line")
    beside = {key: _beside(page, data, key, place) for key in words if key in data}
    head = read_all(data.get("head", ()), "head", partial(_head, page, place))
    return Table(
        number=number,
        title=need(beside, "title", Printed),
        columns=[column for column, _ in columns],
        rows=rows,
        caption=beside.get("caption"),
        heading=beside.get("heading"),
        head=[cell for line in head for cell in line],
        numbers=_head(page, place, data["numbers"]) if "numbers" in data else (),
        counted_columns=data.get("counted_columns", len(columns)),
        partial_years=data.get("partial_years", ()),
        sums=read_all(data.get("sums", ()), "sums", partial(read_as, RowSum, printed=page.find)),
        counts=read_all(data.get("counts", ()), "counts", partial(read_as, RowCounts, printed=page.find)),
        products=read_all(data.get("products", ()), "products", partial(read_as, RowProduct, printed=page.find)),
        shares=read_all(data.get("shares", ()), "shares", partial(read_as, RowShare, printed=page.find)),
        blanks=_blanks(data.get("blanks", False), blanks),
        source_line=beside.get("source_line"),
    )


def _blanks(given: object, reading: Reading | None) -> Reading | None:
    """Why a dash or a blank adds nothing: the file's reading that says so, or the words that stand there."""
    if isinstance(given, str):
        reason = checks.text(given, "blanks")
        return Reading(word="-", read_as="0", reason=Text(reason, reason))
    if not checks.flag(given, "blanks"):
        return None
    if reading is None:
        raise InvalidValueError("missing", field="readings")
    return reading


def _column(page: Page, data: Any) -> tuple[Column, int | None]:
    given = dict(checks.instance(data, "", dict))
    part = given.pop("part", None)
    if "head" in given:
        given["label"] = given.pop("head")
        given.setdefault("code", _slug(given["label"]))
    column = read_as(Column, given, page.find)
    return column, None if part is None else checks.within(part, "part", least=0, most=1)


def _printed_columns(columns: _Columns) -> list[str]:
    """What the cells of a line belong to, in order: two columns of ours may share a printed one."""
    return list(dict.fromkeys(column.number or column.code for column, _ in columns))


def _slug(head: object) -> object:
    """A code made of the words of a head; what is no text stays what it is, and is refused."""
    if not isinstance(head, str):
        return head
    words = re.sub(r"[^a-z0-9]+", "_", head.casefold()).strip("_") or ("persen" if "%" in head else "")
    return words if words[:1].isalpha() else f"column_{words}"


def _total(page: Page, data: dict[str, Any], columns: _Columns, line: int | None, code: str, *texts: str) -> Row:
    return _row(page, data, columns, line, f"={code}", *texts)


def _row(page: Page, data: dict[str, Any], columns: _Columns, line: int | None, mark: str, *texts: str) -> Row:
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
        cells.append((column.code, page.add(line, cell, f"cell:{number}/{key}")))
    return Row(code, cells, kind=kind, group=group, year=data.get("row_years", {}).get(code))


def _beside(page: Page, data: Mapping[str, Any], key: str, place: Citation) -> Printed:
    """Words that stand beside the cells, such as a title; they may run on to a second line."""
    if not page.numbered and isinstance(data[key], str):
        return Printed(data[key], years_in(data[key]), source=place)
    given = need(data, key, dict)
    with inside(key):
        text = need(given, "text", str)
        printed = Printed(text, given.get("value", years_in(text)), source=place)
        if not page.numbered:
            return printed
        first = need(given, "line", int)
        for line in range(first, checks.count(given.get("until", first), "until") + 1):
            page.add(line, printed)
    return printed


def _head(page: Page, place: Citation, data: Any) -> list[Printed]:
    given = checks.instance(data, "", dict)
    line, cells = page.line_of(given), need(given, "cells", str)
    return [
        page.add(line, Printed(text, years_in(text) or mark_value(text), source=place))
        for text in (part.strip() for part in cells.split("|"))
    ]


def _row_mark(mark: str) -> tuple[str, RowKind, str | None]:
    """The code of a row, its kind and its group: "=total", "A=" the subtotal of group A, "A.1" a row of it."""
    code = mark.strip("=")
    kind: RowKind = "total" if mark.startswith("=") else "subtotal" if mark.endswith("=") else "data"
    return code, kind, code.partition(".")[0] if kind == "subtotal" or "." in code.rstrip(".") else None


def _part(text: str, part: int | None) -> str:
    """One of the two numbers of a cell such as "72/240"; a dash stands for both."""
    return text if part is None or "/" not in text else text.split("/")[part]
