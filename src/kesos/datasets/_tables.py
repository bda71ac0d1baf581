"""A published table, read from the data files."""

from __future__ import annotations

from typing import Any

from kesos.datasets._page import NOTHING, Page, mark_value, parts, value_of, whole
from kesos.periods import Period
from kesos.quantities import Percentage, Quantity
from kesos.reports import Column, Row, RowCounts, RowKind, RowSum, Table
from kesos.sources import Citation, Printed, Reading


def read_table(page: Page, data: dict[str, Any], blanks: Reading) -> Table:
    """The table as typed data, every cell of it known to the page as "cell:table/row/column"."""
    number, at = data["number"], data["at"]
    columns = [_column(column) for column in data["columns"]]

    def beside(key: str) -> Printed | None:
        given = data.get(key)
        if given is None:
            return None
        return page.add(
            given["line"],
            Printed(
                given["text"], given.get("value"), source=Citation(regulation=page.document, locator=at, table=number)
            ),
        )

    def across(key: str) -> list[Printed]:
        given = data.get(key)
        if given is None:
            return []
        source = Citation(regulation=page.document, locator=at, table=number)
        return [
            page.add(given["line"], Printed(text, mark_value(text) if key == "numbers" else None, source=source))
            for text in next(parts(given["cells"]))
        ]

    title = beside("title")
    assert title is not None
    return Table(
        number=number,
        title=title,
        columns=columns,
        rows=[_row(page, data, line, columns) for line in parts(data["rows"])],
        caption=beside("caption"),
        heading=page.printed(data["heading"]["line"], at, data["heading"]["text"]),
        head=across("head"),
        numbers=across("numbers"),
        counted_columns=data.get("counted_columns", len(columns)),
        years=None if "years" not in data else (data["years"][0], data["years"][1]),
        partial_years=data.get("partial_years", ()),
        sums=[RowSum(**each) for each in data.get("sums", ())],
        counts=[RowCounts(**each) for each in data.get("counts", ())],
        blanks=blanks if data.get("blanks") else None,
        source_line=beside("source_line"),
    )


def _column(data: dict[str, Any]) -> Column:
    return Column(**{key: value for key, value in data.items() if key != "part"})


def _row(page: Page, data: dict[str, Any], line: list[str], columns: list[Column]) -> Row:
    at_line, mark, *texts = line
    code = mark.strip("=")
    kind: RowKind = "total" if mark.startswith("=") else "subtotal" if mark.endswith("=") else "data"
    group = code.partition(".")[0] if kind == "subtotal" or "." in code else None
    printed_columns = list(dict.fromkeys(column.number or column.code for column in columns))
    assert len(texts) == len(printed_columns), (data["number"], mark, texts)
    cells: list[tuple[str, Printed]] = []
    for column, given in zip(columns, data["columns"], strict=True):
        text = texts[printed_columns.index(column.number or column.code)]
        key = f"{code}/{column.code}"
        cell = Printed(
            text,
            value_of(data["values"][key]) if key in data.get("values", {}) else _value(text, column, given, data),
            source=Citation(
                regulation=page.document, table=data["number"], row=code, column=column.number or column.label
            ),
        )
        cells.append((column.code, page.add(int(at_line), cell, f"cell:{data['number']}/{key}")))
    return Row(code, cells, kind=kind, group=group, year=data.get("row_years", {}).get(code))


def _value(text: str, column: Column, given: dict[str, Any], data: dict[str, Any]) -> Any:
    if text in NOTHING or column.holds == "text":
        return None
    if column.holds == "percent":
        return Percentage(text.replace(",", "."))
    if column.holds == "period":
        return Period.of(data["periods"][text])
    if column.holds == "number":
        return mark_value(text)
    amount = whole(text.split("/")[given["part"]] if "part" in given else text)
    return amount if column.unit is None or amount is None else Quantity(amount, column.unit)
