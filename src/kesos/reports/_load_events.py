"""The disasters of a report's file: which rows of which table are one event, and where."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kesos import _checks as checks
from kesos.errors import InvalidValueError
from kesos.events import Damage, DisasterEvent, Locality
from kesos.reports._load_page import Page
from kesos.reports._load_values import need
from kesos.reports._rows import Row
from kesos.reports._tables import Table
from kesos.values import Citation, Place, Quantity

_DAMAGE = ("heavy", "light", "houses", "businesses", "public_facilities")


def read_fires(page: Page, data: Mapping[str, Any], tables: Mapping[str, Table], by: str | None) -> list[DisasterEvent]:
    """One event a row: code of the row | district | place, told in our own words."""
    table = _table(tables, data)
    hazard = need(data, "hazard", str)

    def read(code: str, district: str, place: str) -> DisasterEvent:
        row = table.row(code)
        return DisasterEvent(
            hazard=hazard,
            place=Place(place, district=district),
            period=row["date"].value,
            reported_by=by,
            **_counted(page, table, row),
        )

    return page.each_line(data, "rows", ("row", "district", "place"), read, "fires.")


def read_natural_disasters(
    page: Page, data: Mapping[str, Any], tables: Mapping[str, Table], by: str | None
) -> list[DisasterEvent]:
    """One event over one row or several, each a place that it struck: hazard | district | codes of the rows."""
    table = _table(tables, data)

    def read(hazard: str, district: str, codes: str) -> DisasterEvent:
        rows = [table.row(code) for code in checks.text(codes, "rows").split()]
        places = [Place(row["place"].text, district=district) for row in rows]
        event: dict[str, Any] = {"hazard": hazard, "period": rows[0]["date"].value, "reported_by": by}
        if len(rows) == 1:
            return DisasterEvent(place=places[0], **event, **_counted(page, table, rows[0]))
        return DisasterEvent(
            place=Place(", ".join(place.text for place in places), district=district),
            localities=[
                Locality(place=place, **_counted(page, table, row)) for place, row in zip(places, rows, strict=True)
            ],
            source=Citation(regulation=page.document, table=table.number, row=f"{rows[0].code}–{rows[-1].code}"),
            **event,
        )

    return page.each_line(data, "rows", ("hazard", "district", "rows"), read, "natural_disasters.")


def _table(tables: Mapping[str, Table], data: Mapping[str, Any]) -> Table:
    number = need(data, "table", str)
    if number in tables:
        return tables[number]
    raise InvalidValueError("unknown_reference", field="table", value=number, hint=checks.did_you_mean(number, tables))


def _counted(page: Page, table: Table, row: Row) -> dict[str, Any]:
    return {
        "families": _amount(row, "families"),
        "people": _amount(row, "people"),
        "damage": Damage(**{field: _amount(row, field) for field in _DAMAGE}),
        "loss": row["loss"].value,
        "source": Citation(regulation=page.document, table=table.number, row=row.code),
    }


def _amount(row: Row, column: str) -> int | None:
    value = row[column].value
    return value.amount if isinstance(value, Quantity) else None
