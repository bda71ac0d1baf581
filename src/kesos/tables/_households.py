"""Households out of a table: a row for each member, those with one household's reference together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Unpack

import attrs

from kesos._sheets._collector import no_collector
from kesos._sheets._source import Source
from kesos.categories import Pmks
from kesos.errors import FaultsError, InvalidValueError, KesosError
from kesos.people import Household
from kesos.tables._columns import HOUSEHOLD
from kesos.tables._joining import join_rows
from kesos.tables._plan import Plan, Values
from kesos.tables._reading import Options, Reader
from kesos.tables._results import TableReading
from kesos.tables._several_sheets import of_sheets

_REFERENCE = "household.reference"
_CATEGORIES = ("household.categories", "member.categories")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class HouseholdReading(TableReading):
    """Households that were read from a table, with the rows that are none; nothing personal is shown by itself."""

    @property
    def households(self) -> tuple[Household, ...]:
        """The households, in the order of their (first) rows."""
        return self.objects


@no_collector()
@of_sheets
def read_households(source: Source, **options: Unpack[Options]) -> HouseholdReading:
    """Households from a spreadsheet, a CSV file or a frame: a row for each member.

    Rows with one household's reference are one household; without such a column each row is one. What is not filled in
    is not known. No reason tells what stood in a cell, since it may be personal; `Reject.cells` does.

    Args:
        source: A path, a file object, or a frame that narwhals knows.
        options: As `Options` has them.

    Raises:
        TableError: The file cannot be read, or no head is found in it.
        InvalidValueError: An argument is wrong.

    >>> import io
    >>> rows = "Kode rumah tangga,Jenis kelamin,Umur,Hamil\\nf1,P,28,ya\\nf1,L,5,\\nf2,P,-3,\\n"
    >>> read = read_households(io.StringIO(rows))
    >>> [len(each.members) for each in read.households], read.rejects[0].reason("en")
    ([2], "Umur: '<redacted>' cannot be read as a count: a count is never below zero")
    """
    reader = Reader(source, HOUSEHOLD, "households", "read_households", **options)
    plan = Plan(
        fields=HOUSEHOLD, name=_REFERENCE, needed=(), make=_checked, private=True, doubled=True, grouping=(_REFERENCE,)
    )
    body = reader.body(plan)
    return reader.result(HouseholdReading, body, join_rows(body, _REFERENCE, _household, _beside_reject))


def _checked(values: Values) -> Values:
    """The values of a row that could be a household by itself: what is wrong with it is found here."""
    _household([values])
    return values


def _household(rows: Sequence[Values]) -> Household:
    """The household that some rows tell.

    Raises:
        InvalidValueError: They differ in what is of the whole household; a value that cannot be.
    """
    first = _part(rows[0], "household.")
    for values in rows[1:]:
        for field, value in _part(values, "household.").items():
            if value != first.get(field):
                raise InvalidValueError("rows_of_household_differ", field=f"household.{field}")
    members = [member for values in rows if (member := _part(values, "member."))]
    plain: dict[str, Any] = {**first, **({"members": members} if members else {})}
    try:
        return Household.from_dict(plain)
    except FaultsError as refused:
        raise _moved(refused.faults[0]) from None


def _moved(fault: KesosError) -> KesosError:
    """A fault under the name of its column: "members[1].age" is "member.age"."""
    path = fault.field or ""
    of, _, field = path.rpartition(".")
    moved = fault.at("")
    moved.field = f"member.{field}" if of.startswith("members") else f"household.{path}"
    return moved


def _part(values: Mapping[str, Any], of: str) -> dict[str, Any]:
    """What a row says of the household, or of the member, as `Household.from_dict` takes it."""
    part: dict[str, Any] = {}
    for code, value in values.items():
        if code.startswith(of) and value is not None:
            plain = value.isoformat() if hasattr(value, "isoformat") else value
            part[code.removeprefix(of)] = _categories(code, plain) if code in _CATEGORIES else plain
    return part


def _categories(field: str, text: str) -> list[str]:
    """The categories that a cell names, with semicolons between; a dash is none of them."""
    names = [] if text.strip() in ("-", "–") else [name for name in text.split(";") if name.strip()]
    return [Pmks.of(name.strip(), field).name for name in names]


def _beside_reject(row: object) -> KesosError:
    return InvalidValueError("row_of_household_rejected", row=row)
