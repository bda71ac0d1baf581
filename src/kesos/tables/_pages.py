"""A sheet on a page: as HTML with everything escaped, and as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape
from itertools import groupby

from kesos._sheets._writing import Cell, Sheet
from kesos.values import _locales as locales
from kesos.values._display import TABLE
from kesos.values._markdown import markdown


def html_of(sheet: Sheet, language: str) -> str:
    """A sheet as a table in HTML, its title over it and its notes under it."""
    body = "".join(
        f"<tr>{''.join(_cells(sheet, row, 'th' if at in sheet.strong else 'td', language))}</tr>"
        for at, row in enumerate(sheet.rows)
    )
    caption = "<br>".join(escape(line) for line in sheet.title)
    notes = "".join(f'<p class="kesos-note" style="margin:0"><small>{escape(note)}</small></p>' for note in sheet.notes)
    head = f"<caption>{caption}</caption><thead>{_heads(sheet)}</thead>"
    table = f"{TABLE}{head}<tbody>{body}</tbody></table>"
    return f'<div class="kesos" style="overflow-x:auto">{table}</div>{notes}'


def _heads(sheet: Sheet) -> str:
    if not any(column.over for column in sheet.columns):
        return "".join(f"<tr>{''.join(f'<th>{escape(head)}</th>' for head in heads)}</tr>" for heads in sheet.heads)
    first: list[str] = []
    for over, columns in groupby(sheet.columns, key=lambda column: column.over):
        each = list(columns)
        if over:
            first.append(f'<th colspan="{len(each)}">{escape(over)}</th>')
        else:
            first += [f'<th rowspan="2">{escape(column.head)}</th>' for column in each]
    second = [f"<th>{escape(column.head)}</th>" for column in sheet.columns if column.over]
    rest = [[f"<th>{escape(head)}</th>" for head in heads] for heads in sheet.heads[2:]]
    return "".join(f"<tr>{''.join(row)}</tr>" for row in (first, second, *rest))


def _cells(sheet: Sheet, row: tuple[Cell, ...], tag: str, language: str) -> Iterator[str]:
    for column, cell in zip(sheet.columns, row, strict=True):
        side = "right" if column.holds == "number" else "left"
        whole = ";white-space:nowrap" if isinstance(cell, date) else ""  # a day is not broken in two
        yield f'<{tag} style="text-align:{side}{whole}">{escape(shown(cell, language))}</{tag}>'


def shown(cell: Cell, language: str) -> str:
    """A cell as people read it.

    >>> shown(60_000_000, "id"), shown(date(2017, 2, 28), "id"), shown(None, "id")
    ('60.000.000', '28-02-2017', '')
    """
    if cell is None:
        return ""
    if isinstance(cell, date):
        return locales.day(cell, language, "dd-MM-yyyy" if language == "id" else "d MMM yyyy")
    return cell if isinstance(cell, str) else locales.number(cell, language)


def markdown_of(sheet: Sheet, language: str) -> str:
    """A sheet as a table in Markdown, its title over it and its notes under it; what stands over heads is left out."""
    return markdown(
        sheet.title,
        [column.head for column in sheet.columns],
        [[shown(cell, language) for cell in row] for row in sheet.rows],
        sheet.notes,
        numbers=[at for at, column in enumerate(sheet.columns) if column.holds == "number"],
        totals=sheet.strong,
    )
