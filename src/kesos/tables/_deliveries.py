"""Deliveries out of a table: a row for each of the goods that were handed out at a place on a day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Unpack

import attrs

from kesos import _checks as checks
from kesos._sheets._collector import no_collector
from kesos._sheets._source import Source
from kesos.deliveries import Delivery
from kesos.errors import InvalidValueError, ParseError
from kesos.standards import AidStandard
from kesos.standards._items import names_of
from kesos.tables._cells import with_sen
from kesos.tables._columns import DELIVERY
from kesos.tables._plan import Plan, Values, cited
from kesos.tables._reading import Options, Reader
from kesos.tables._results import TableReading
from kesos.tables._several_sheets import of_sheets
from kesos.values import Place, Quantity
from kesos.values._texts import fold
from kesos.wording._amounts import UNIT_WORDS, meant_unit

_NEEDED = ("place", "on", "item", "amount")
_UNITS = UNIT_WORDS | {"rp": "IDR"}
"""What may stand in the column of units: there the sign for rupiah is one too."""
_NOT_OF_A_CODE = re.compile(r"[^a-z0-9]+", re.ASCII)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class DeliveryReading(TableReading):
    """Deliveries that were read from a table, with the rows that are none."""

    @property
    def deliveries(self) -> tuple[Delivery, ...]:
        """The deliveries, one for each row."""
        return self.objects


@no_collector()
@of_sheets
def read_deliveries(
    source: Source,
    *,
    standard: AidStandard | None = None,
    items: Mapping[str, str] | None = None,
    **options: Unpack[Options],
) -> DeliveryReading:
    """Deliveries from a spreadsheet, a CSV file or a frame: a row for each of the goods, with how much and its unit.

    Goods go by the code of the item that `items` or the standard calls so, and by their own words with underscores
    where neither does: "Mi instan" is `mi_instan`. The head is found, and rows are read, as by `read_events`.

    Args:
        source: A path, a file object, or a frame that narwhals knows.
        standard: The standard whose items the goods are, or what it lets be given in the place of money, by their
            names or codes.
        items: The codes of goods by the words for them: {"Mi instan": "instant_noodles"}.
        options: As `Options` has them.

    Raises:
        TableError: The file cannot be read, no head is found in it, or no column for the place, the day, the goods or
            how much.
        InvalidValueError: An argument is wrong.

    >>> import io
    >>> from kesos.standards import PEDUM_2003
    >>> rows = "Tempat;Tanggal;Barang;Jumlah;Satuan\\nDesa Umpang;01-03-2017;Beras;600;kg\\n"
    >>> print(read_deliveries(io.StringIO(rows), standard=PEDUM_2003).deliveries[0])
    Desa Umpang, 1 Maret 2017: rice 600 kg
    """
    codes = _codes(standard, items)
    reader = Reader(source, DELIVERY, "deliveries", "read_deliveries", **options)
    reader.check_columns(*_NEEDED)

    def made(values: Values) -> Delivery:
        word = values["item"]
        code = codes.get(fold(word)) or _own_code(word)
        return Delivery(
            place=Place(values["place"], district=values.get("place.district"), code=values.get("place.code")),
            on=values["on"],
            items={code: _amount(values)},
            source=cited(values, "source"),
        )

    body = reader.body(Plan(fields=DELIVERY, name="place", needed=_NEEDED, make=made, grouping=("place.district",)))
    return reader.result(DeliveryReading, body, body.entries)


def _codes(standard: AidStandard | None, items: Mapping[str, str] | None) -> dict[str, str]:
    """The codes of goods, also of those in the place of money, by all the words for them in small letters."""
    codes: dict[str, str] = {}
    if standard is not None:
        known = names_of(checks.instance(standard, "standard", AidStandard).items)
        for code, name in known.items():
            codes |= dict.fromkeys((code, fold(name.id), fold(name.en)), code)
    for word, code in checks.mapping({} if items is None else items, "items").items():
        codes[fold(checks.text(word, "items"))] = checks.slug(code, f"items.{word}")
    return codes


def _own_code(word: str) -> str:
    if checks.SLUG.fullmatch(word):  # as `write_deliveries` puts it
        return checks.slug(word, "item")
    code = _NOT_OF_A_CODE.sub("_", word.casefold()).strip("_")
    if not code:
        raise InvalidValueError("not_a_text", field="item", value=word)
    return code


def _amount(values: Values) -> Quantity:
    """How much: a quantity as it is printed, or a number with the unit that stands beside it."""
    amount, unit = values["amount"], values.get("unit")
    if isinstance(amount, Quantity):
        if unit is not None:
            raise InvalidValueError("given_twice.column", field="unit", value=unit)
        return amount
    if unit is None:
        raise InvalidValueError("missing", field="unit")
    code = _UNITS.get(unit.casefold().strip(" ."))
    if code is None:
        raise ParseError(
            "unknown_unit.printed", field="unit", value=unit, hint=checks.did_you_mean(meant_unit(unit), UNIT_WORDS)
        )
    return with_sen(amount) if code == "IDR" and isinstance(amount, Decimal) else Quantity(amount, code)
