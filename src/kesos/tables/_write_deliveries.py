"""Deliveries as rows: one for each of the goods, so that each can be read back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kesos import _checks as checks
from kesos._sheets._writing_files import Target, write_sheets
from kesos.deliveries import Delivery
from kesos.errors import check_language
from kesos.standards import AidStandard
from kesos.standards._items import names_of
from kesos.tables._columns import DELIVERY
from kesos.tables._counted import whole_unit
from kesos.tables._write_budgets import table
from kesos.tables._write_sources import by_document, source_cells, sources_sheet
from kesos.values import Quantity, Text, Unit

_DELIVERIES = Text("Penyaluran", "Deliveries")
_ALWAYS = ("place", "place.district", "on", "item", "amount", "unit")


def write_deliveries(
    deliveries: Iterable[Delivery],
    target: Target,
    *,
    standard: AidStandard | None = None,
    language: str = "id",
    format: str | None = None,
    delimiter: str | None = None,
) -> None:
    """Writes deliveries as a table, CSV or XLSX: a row for each of the goods, with how much and its unit.

    Goods go by what the standard calls them, and by their codes where it does not know them; `read_deliveries` with
    the same standard reads them back, a delivery for each row.

    Args:
        deliveries: The deliveries.
        target: As for `write_events`.
        standard: The standard whose items the goods are.
        language: "id" or "en".
        format: As for `write_events`.
        delimiter: As for `write_events`.

    Raises:
        InvalidValueError: One of them is none; a text that such a file cannot hold.
        MissingExtraError: A spreadsheet, and openpyxl is not installed.

    >>> import io
    >>> from kesos.standards import PEDUM_2003
    >>> handed_out = Delivery(place="Desa Umpang", on="2017-03-01", items={"rice": Quantity(600, "kg")})
    >>> file = io.StringIO()
    >>> write_deliveries([handed_out], file, standard=PEDUM_2003, format="csv")
    >>> print(file.getvalue(), end="")
    Tempat;Kecamatan;Tanggal;Barang;Jumlah;Satuan
    Desa Umpang;;2017-03-01;Beras;600;kg
    """
    given: tuple[Delivery, ...] = checks.items(deliveries, "deliveries", Delivery)
    known = checks.known_instance(standard, "standard", AidStandard)
    check_language(language)
    names = {} if known is None else names_of(known.items)
    rows = [row for each in given for row in _rows(each, names, language)]
    sheet = table(DELIVERY, rows, _ALWAYS, _DELIVERIES.say(language), language, total=False)
    sources = sources_sheet(by_document(each.source for each in given for _ in each.items), language)
    write_sheets((sheet, *sources), target, language=language, format=format, delimiter=delimiter)


def _rows(delivery: Delivery, names: Mapping[str, Text], language: str) -> Iterator[dict[str, Any]]:
    place = delivery.place
    for code, quantity in delivery.items.items():
        amount, unit = _measured(quantity, language)
        yield {
            "place": place.text,
            "place.district": place.district,
            "place.code": place.code,
            "on": delivery.on,
            "item": names[code].say(language) if code in names else code,
            "amount": amount,
            "unit": unit,
            **source_cells(delivery.source, "source", language),
        }


def _measured(quantity: Quantity, language: str) -> tuple[Any, str]:
    """A whole number and its unit; what is not whole rupiah stands in rupiah all the same."""
    if quantity.unit.base.startswith("IDR"):
        return quantity.amount if quantity.unit.code == "IDR" else quantity.to("IDR"), "Rp"
    unit = whole_unit([quantity.amount], Unit.of(quantity.unit.base))
    return quantity.amount // unit.factor, unit.say(language, one=True)
