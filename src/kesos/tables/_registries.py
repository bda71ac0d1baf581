"""A list of families and its changes out of a table: references of the office's own, never names."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Unpack

import attrs

from kesos._sheets._collector import no_collector
from kesos._sheets._frame import HEAD
from kesos._sheets._grid import Grid
from kesos._sheets._source import Source
from kesos.errors import InvalidValueError
from kesos.registry import Change, Registry
from kesos.tables._body import Body
from kesos.tables._plan import Plan, Values
from kesos.tables._reading import Options, Reader
from kesos.tables._reasons import given_reasons, reason_of
from kesos.tables._references import as_area, as_reference, kept_of
from kesos.tables._results import Reject, TableReading
from kesos.tables._service_columns import CHANGE, REGISTRY
from kesos.tables._several_sheets import of_sheets

_SMALL = 10**9
"""No number of a person has so few digits."""
_NEEDED = ("family", "kind", "reason", "on")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class RegistryReading(TableReading):
    """Families of a list that were read from a table, with the rows that are none; no reason tells what a cell held."""

    name: str
    area: str
    on: date

    @property
    def families(self) -> tuple[str, ...]:
        """The references of the families, in the order of their rows."""
        return tuple(family for family, _ in self.objects)

    @property
    def registry(self) -> Registry:
        """The list.

        Raises:
            TableError: A row was rejected, so that somebody is missing from it.
        """
        self.check_whole()
        areas = [(family, area) for family, area in self.objects if area is not None]
        return Registry(name=self.name, area=self.area, families=self.families, on=self.on, areas=areas)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ChangeReading(TableReading):
    """Changes of a list that were read from a table, with the rows that are none; no reason tells what a cell held."""

    @property
    def changes(self) -> tuple[Change, ...]:
        """The changes, one for each row, in their order."""
        return self.objects


@no_collector()
@of_sheets
def read_registry(
    source: Source, *, name: str, area: str, on: date | str, **options: Unpack[Options]
) -> RegistryReading:
    """A list of families from a spreadsheet, a CSV file or a frame: a row for each, perhaps with where it lives.

    A reference is one word with a digit in it ("kk-0017"), so that no name is taken for one. What looks like a NIK, a
    name or a birth date is a reject; columns of names and the like are not read, and stand in `unread`. The head is
    found, and rows are read, as by `read_events`.

    Args:
        source: A path, a file object, or a frame that narwhals knows.
        name: What the list is called, such as "DTKS".
        area: The area that it is of.
        on: The day that it is of.
        options: As `Options` has them.

    Raises:
        TableError: The file cannot be read, no head is found in it, or no column for the reference.
        InvalidValueError: An argument is wrong.

    >>> import io
    >>> rows = "Kode keluarga;Nama;Desa\\nkk-1;Siti;Umpang\\nSiti Aminah;;Umpang\\n"
    >>> read = read_registry(io.StringIO(rows), name="DTKS", area="Kabupaten Contoh", on="2021-01-07")
    >>> read.families, read.unread, read.rejects[0].cells["Kode keluarga"]
    (('kk-1',), ('Nama',), '<redacted>')
    """
    whole = Registry(name=name, area=area, families=(), on=on)  # says what is wrong with them before any row is read
    reader = Reader(source, REGISTRY, "families", "read_registry", "family", **options)
    reader.check_columns("family")
    reader.grid = _without_personal_labels(reader.grid)
    plan = Plan(
        fields=REGISTRY,
        name="",
        needed=("family",),
        make=_family,
        private=True,
        kept=kept_of,
        doubled=True,
        grouping=("area",),
    )
    body = reader.body(plan)
    more: dict[str, Any] = {"name": whole.name, "area": whole.area, "on": whole.begun_on}
    return reader.result(RegistryReading, body, _once_each(body), **more)


@no_collector()
@of_sheets
def read_changes(
    source: Source, *, reasons: Mapping[str, str] | None = None, **options: Unpack[Options]
) -> ChangeReading:
    """Changes of a list from a spreadsheet, a CSV file or a frame: a row for each, in their order.

    A reason goes by the words of the report ("Meninggal dunia") or what offices put for them ("Pindah"), by its code,
    or by what `reasons` says of other words; a code of your own is one only if `reasons` has it. Where a family is
    removed, the area is where it lived. References are those of `read_registry`, and what looks like a NIK, a name or a
    birth date is a reject.

    Args:
        source: A path, a file object, or a frame that narwhals knows.
        reasons: The codes of reasons by other words for them, which may be codes of your own and stand in cells
            themselves: {"Pindah ke luar kota": "moved", "Data ganda": "doubled"}.
        options: As `Options` has them.

    Raises:
        TableError: The file cannot be read, no head is found in it, or no column for the reference, for what is done,
            for the reason or for the day.
        InvalidValueError: An argument is wrong.

    >>> import io
    >>> rows = "Kode keluarga;Perubahan;Alasan;Tanggal\\nf2;dikeluarkan;Meninggal dunia;1-2-2021\\n"
    >>> read_changes(io.StringIO(rows)).changes
    (Change(family='f2', kind='remove', on=datetime.date(2021, 2, 1), area=None, becomes=None),)
    """
    said = given_reasons(reasons)
    reader = Reader(source, CHANGE, "changes", "read_changes", **options)
    reader.check_columns(*_NEEDED)
    reader.grid = _without_personal_labels(reader.grid)

    def made(values: Values) -> Change:
        return Change(
            family=as_reference(values["family"], "family"),
            kind=values["kind"],
            reason=reason_of(values["reason"], said),
            on=values["on"],
            area=as_area(values.get("area"), "area"),
            becomes=None if values.get("becomes") is None else as_reference(values["becomes"], "becomes"),
        )

    plan = Plan(fields=CHANGE, name="", needed=_NEEDED, make=made, private=True, kept=kept_of, doubled=True)
    body = reader.body(plan)
    return reader.result(ChangeReading, body, body.entries)


def _without_personal_labels(grid: Grid) -> Grid:
    """The rows by their places where the index of a frame calls them by anything else than small numbers."""
    labels = grid.labels or ()
    heads = sum(label == HEAD for label in labels)
    if all(isinstance(label, int) and abs(label) < _SMALL for label in labels[heads:]):
        return grid
    return attrs.evolve(grid, labels=[*labels[:heads], *range(len(labels) - heads)])


def _family(values: Values) -> tuple[str, str | None]:
    return as_reference(values["family"], "family"), as_area(values.get("area"), "area")


def _once_each(body: Body) -> list[tuple[int, Any]]:
    """The rows, of those with one reference the first only; the others are rejects."""
    first: dict[str, int] = {}
    entries: list[tuple[int, Any]] = []
    for at, entry in body.entries:
        known = at if isinstance(entry, Reject) else first.setdefault(entry[0], at)
        if known != at:
            twice = InvalidValueError("doubled_row.family", field="family", row=body.grid.label(known))
            entries.append((at, body.cells.rejected(at, None, twice)))
        else:
            entries.append((at, entry))
    return entries
