"""A published table, read from the data files."""

from __future__ import annotations

from typing import Any

from kesos.reports import Column, Row, RowCounts, RowKind, RowSum, Table, read_cell
from kesos.reports._load_page import Page, mark_value, parts, value_of, years_in
from kesos.values import Citation, Printed, Reading


def read_table(page: Page, data: dict[str, Any], blanks: Reading | None) -> Table:
    """The table as typed data, every cell of it known to the page as "cell:table/row/column"."""
    number, at = data["number"], data["at"]
    columns = [_column(column) for column in data["columns"]]

    place = Citation(regulation=page.document, locator=at, table=number)

    def beside(key: str) -> Printed | None:
        given = data.get(key)
        if given is None:
            return None
        printed = Printed(given["text"], given.get("value", years_in(given["text"])), source=place)
        # a title may run on to a second line
        for line in range(given["line"], given.get("until", given["line"]) + 1):
            page.add(line, printed)
        return printed

    def cells(line: int, words: str) -> list[Printed]:
        return [
            page.add(line, Printed(text, years_in(text) or mark_value(text), source=place))
            for text in next(parts(words))
        ]

    title = beside("title")
    assert title is not None
    return Table(
        number=number,
        title=title,
        columns=columns,
        rows=[_row(page, data, line, columns) for line in parts(data["rows"])],
        caption=beside("caption"),
        heading=beside("heading"),
        head=[cell for each in data["head"] for cell in cells(each["line"], each["cells"])],
        numbers=cells(data["numbers"]["line"], data["numbers"]["cells"]) if "numbers" in data else (),
        counted_columns=data.get("counted_columns", len(columns)),
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
            value_of(data["values"][key]) if key in data.get("values", {}) else read_cell(_part(text, given), column),
            source=Citation(
                regulation=page.document, table=data["number"], row=code, column=column.number or column.label
            ),
        )
        cells.append((column.code, page.add(int(at_line), cell, f"cell:{data['number']}/{key}")))
    return Row(code, cells, kind=kind, group=group, year=data.get("row_years", {}).get(code))


def _part(text: str, given: dict[str, Any]) -> str:
    """One of the two numbers of a cell such as "72/240"; a dash stands for both."""
    return text.split("/")[given["part"]] if "part" in given and "/" in text else text
