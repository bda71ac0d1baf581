"""A programme's quota out of a table: a row for each area inside, and the whole in the total or in their sum."""

from __future__ import annotations

from typing import Any, Unpack

import attrs

from kesos import _checks as checks
from kesos._sheets._collector import no_collector
from kesos._sheets._source import Source
from kesos.errors import TableError
from kesos.programs import Program
from kesos.quotas import ProgramQuota
from kesos.tables._columns import QUOTA
from kesos.tables._plan import Plan, Values, cited
from kesos.tables._reading import Options, Reader
from kesos.tables._results import TableReading
from kesos.values._sums import sum_known

_COUNTED = ("families", "people")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class QuotaReading(TableReading):
    """The areas of a quota that were read from a table, with the rows that are none."""

    program: Program
    year: int
    area: str
    _whole: tuple[tuple[str, Any], ...] = attrs.field(default=(), repr=False, alias="whole")

    @property
    def quota(self) -> ProgramQuota:
        """The quota, with each area's share of what is counted: of the families, or of the people where no family is.

        Raises:
            TableError: A row was rejected, so that an area or the total is wrong or missing.
        """
        self.check_whole()
        families, people, budget = (self._sum(code) for code in (*_COUNTED, "budget"))
        counted = "families" if families is not None else "people"
        return ProgramQuota(
            program=self.program,
            year=self.year,
            area=self.area,
            families=families,
            people=people,
            budget=budget,
            sub_areas=() if self._is_whole() else [(values["area"], values.get(counted)) for values in self.objects],
            source=cited(dict(self._whole) or (self.objects[0] if self._is_whole() else {}), "source"),
        )

    def _is_whole(self) -> bool:
        """Whether the one row there is gives the whole and no area inside."""
        return len(self.objects) == 1 and not self._whole and self.objects[0]["area"] == self.area

    def _sum(self, code: str) -> Any:
        """What the total says or, without one, what the areas add up to; None where it cannot be known."""
        printed = dict(self._whole).get(code)
        return sum_known(values.get(code) for values in self.objects) if printed is None else printed


@no_collector()
def read_quota(
    source: Source, *, program: Program | str, year: int, area: str, **options: Unpack[Options]
) -> QuotaReading:
    """A quota from a spreadsheet, a CSV file or a frame: a row for each area inside, and perhaps their total.

    The head is found, and rows are read, as by `read_events`; a total must be what the areas add up to.

    Args:
        source: A path, a file object, or a frame that narwhals knows.
        program: The programme, or a word for it.
        year: The budget year.
        area: The area that the whole quota is for.
        options: As `Options` has them.

    Raises:
        TableError: The file cannot be read, no head is found in it, or no column for the area or for what is counted.
        InvalidValueError: An argument is wrong.

    >>> import io
    >>> rows = "Kecamatan,KPM\\nKumai,2568\\nArut Selatan,2148\\nJumlah,4716\\n"
    >>> read_quota(io.StringIO(rows), program="BPNT", year=2018, area="Kotawaringin Barat").quota.families
    4716
    """
    known = Program.of(program)
    reader = Reader(
        source, QUOTA, "quota", "read_quota", "", (str(checks.year(year)), known.code, *known.words), **options
    )
    columns = reader.head.columns
    for code in ("area", next((code for code in _COUNTED if code in columns), "families")):
        if code not in columns:
            raise TableError("no_column", field=f"columns.{code}", head=reader.fields[code].heads, found=reader.over())
    more: dict[str, Any] = {"program": known, "year": year, "area": area}
    ProgramQuota(**more, families=0)  # says what is wrong with them before anything is made of the rows
    figures = tuple(code for code in (*_COUNTED, "budget") if code in columns)
    body = reader.body(
        Plan(
            fields=QUOTA,
            name="area",
            needed=("area",),
            make=_row,
            figures=figures,
            flat=True,
            doubled=True,
            outlined=True,
            whole=area,
        )
    )
    return reader.result(QuotaReading, body, body.entries, whole=tuple(body.last_total.items()), **more)


def _row(values: Values) -> Values:
    return values
