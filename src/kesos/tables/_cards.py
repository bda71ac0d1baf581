"""Cards out of a table: a row for each area, by what became of its cards and why some were not handed out."""

from __future__ import annotations

from typing import Any, Unpack

import attrs

from kesos._sheets._collector import no_collector
from kesos._sheets._fields import Field
from kesos._sheets._source import Source
from kesos.cards import CardDistribution
from kesos.errors import TableError
from kesos.tables._plan import Plan, Values, cited
from kesos.tables._reading import Options, Reader
from kesos.tables._results import TableReading
from kesos.tables._service_columns import CARDS, REASON
from kesos.tables._several_sheets import of_sheets
from kesos.values import Text

STATES = ("total", "distributed", "undistributed", "unprinted")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class CardReading(TableReading):
    """The cards of each area that were read from a table, with the rows that are none."""

    @property
    def cards(self) -> tuple[tuple[str, CardDistribution], ...]:
        """Each area with its cards, in the order of the rows."""
        return self.objects


@no_collector()
@of_sheets
def read_cards(source: Source, **options: Unpack[Options]) -> CardReading:
    """Cards from a spreadsheet, a CSV file or a frame: a row for each area, and perhaps their total.

    A column for each reason tells how many were not handed out for it: under the words of the report ("Meninggal
    dunia"), or under "reasons." and a code of your own. An empty cell is not known. The head is found, and rows are
    read, as by `read_events`; a total must be what the areas add up to.

    Args:
        source: A path, a file object, or a frame that narwhals knows.
        options: As `Options` has them.

    Raises:
        TableError: The file cannot be read, no head is found in it, or no column for the area or for any state.
        InvalidValueError: An argument is wrong.

    >>> import io
    >>> rows = "Kecamatan;Jumlah KKS;Terdistribusi;Tidak terdistribusi;Belum dicetak\\nKumai;100;80;15;5\\n"
    >>> [(area, cards)] = read_cards(io.StringIO(rows)).cards
    >>> area, cards.distributed, cards.rate
    ('Kumai', 80, Percentage('80'))
    """
    reader = Reader(source, CARDS, "cards", "read_cards", **options)
    reader.add_columns(_own_reason)
    reader.check_columns("area")
    columns = reader.head.columns
    figures = tuple(code for code in columns if code in STATES or code.startswith(REASON))
    if not any(code in columns for code in STATES):
        raise TableError("no_column", field="columns.total", head=reader.fields["total"].heads, found=reader.over())
    plan = Plan(
        fields=tuple(reader.fields.values()),
        name="area",
        needed=("area",),
        make=_area_and_cards,
        figures=figures,
        flat=True,
        outlined=True,
        fitting=True,
    )
    body = reader.body(plan)
    return reader.result(CardReading, body, body.entries)


def _own_reason(head: str) -> Field | None:
    """The column of a code of somebody's own."""
    code = head.strip()
    return Field(code, "count", Text(code, code)) if code.startswith(REASON) else None


def _area_and_cards(values: Values) -> tuple[str, CardDistribution]:
    states: dict[str, Any] = {state: values.get(state) for state in STATES}
    reasons = {
        code.removeprefix(REASON): number
        for code, number in values.items()
        if code.startswith(REASON) and number is not None
    }
    return values["area"], CardDistribution(**states, reasons=reasons, source=cited(values, "source"))
