"""A published report: its tables, its figures, what they have to do with each other, and what else it tells."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

import attrs

from kesos.budgets import Budget
from kesos.errors import InvalidValueError, UnknownItemError
from kesos.events import DisasterEvent
from kesos.hazards import Grouping
from kesos.quotas import ProgramQuota
from kesos.reports._derived import figure_relations, record_relations, table_relations
from kesos.reports._figures import Figure, Name
from kesos.reports._relations import Relation, printed_in
from kesos.reports._tables import Table
from kesos.reports._told import Record
from kesos.values import Period, Printed, Reading, Text
from kesos.values import _checks as checks

R = TypeVar("R")


def _all(values: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(values)


def _period(period: Period | str) -> Period:
    return Period.of(period)


@attrs.frozen(kw_only=True)
class Report:
    """A published report.

    Args:
        code: A slug.
        title: Its title.
        office: Whose report it is.
        period: What it is about.
        document: How citations name it.
        tables: Its tables.
        figures: The figures in its prose.
        names: Names that it spells, each where it stands.
        headings: The headings of its sections.
        mentions: Years, days and numbers in a sentence that are no figure of their own.
        relations: What its figures have to do with each other, beside what follows from the tables themselves.
        fires: Its fires, one an event.
        natural_disasters: Its natural disasters, one an event.
        groupings: How it groups hazards, one for each part that does.
        budgets: Its budgets, as far as they can be read.
        quotas: Its quotas, as far as they can be read.
        records: What it tells beside its figures.
        readings: Words in it that had to be read one way or another.

    >>> from kesos.values import Quantity
    >>> from kesos.reports import Column
    >>> table = Table.build(
    ...     number="1", title="Korban", document="Laporan contoh", columns=[Column("families", "KK", unit="family")],
    ...     rows=[("1.", 60), ("2.", 35)], total=("Jumlah", 98))
    >>> report = Report(code="contoh", title="Laporan contoh", office="Dinas Contoh", period="2099", tables=[table])
    >>> report
    <Report contoh, 2099: 1 table, 0 figures>
    >>> [type(relation).__name__ for relation in report.all_relations()]
    ['SumOf']
    """

    code: str
    title: str
    office: str
    period: Period = attrs.field(converter=_period)
    document: str = attrs.field(default=attrs.Factory(lambda report: report.title, takes_self=True))
    tables: tuple[Table, ...] = attrs.field(default=(), converter=_all)
    figures: tuple[Figure, ...] = attrs.field(default=(), converter=_all)
    names: tuple[Name, ...] = attrs.field(default=(), converter=_all)
    headings: tuple[Printed, ...] = attrs.field(default=(), converter=_all)
    mentions: tuple[Printed, ...] = attrs.field(default=(), converter=_all)
    relations: tuple[Relation, ...] = attrs.field(default=(), converter=_all)
    fires: tuple[DisasterEvent, ...] = attrs.field(default=(), converter=_all)
    natural_disasters: tuple[DisasterEvent, ...] = attrs.field(default=(), converter=_all)
    groupings: tuple[Grouping, ...] = attrs.field(default=(), converter=_all)
    budgets: tuple[Budget, ...] = attrs.field(default=(), converter=_all)
    quotas: tuple[ProgramQuota, ...] = attrs.field(default=(), converter=_all)
    records: tuple[Record, ...] = attrs.field(default=(), converter=_all)
    readings: tuple[Reading, ...] = attrs.field(default=(), converter=_all)

    def __attrs_post_init__(self) -> None:
        checks.slug(self.code, "code")
        for field in ("title", "office", "document"):
            checks.text(getattr(self, field), field)
        for field, kind in (
            ("tables", Table),
            ("figures", Figure),
            ("names", Name),
            ("headings", Printed),
            ("mentions", Printed),
            ("relations", Relation),
            ("fires", DisasterEvent),
            ("natural_disasters", DisasterEvent),
            ("groupings", Grouping),
            ("budgets", Budget),
            ("quotas", ProgramQuota),
            ("readings", Reading),
        ):
            for each in getattr(self, field):
                checks.instance(each, field, kind)
        _check_once([table.number for table in self.tables], "tables")
        _check_once([figure.code for figure in self.figures], "figures")

    def table(self, number: str) -> Table:
        """The table with this number.

        Raises:
            UnknownItemError: There is none.
        """
        return _named(self.tables, [table.number for table in self.tables], number, "table")

    def figure(self, code: str) -> Figure:
        """The figure with this code.

        Raises:
            UnknownItemError: There is none.
        """
        return _named(self.figures, [figure.code for figure in self.figures], code, "figure")

    def told(self, kind: type[R]) -> tuple[R, ...]:
        """The records of one kind, such as `kesos.reports._told.Agreement`."""
        return tuple(record for record in self.records if isinstance(record, kind))

    def all_relations(self) -> tuple[Relation, ...]:
        """What was declared, and what follows from the tables, from figures of one measure and from records."""
        derived = [relation for table in self.tables for relation in table_relations(table)]
        return (*derived, *figure_relations(self.figures), *record_relations(self.records), *self.relations)

    def printed(self) -> tuple[Printed, ...]:
        """Every printed value in the report, each once."""
        held = (self.headings, self.tables, self.figures, self.names, self.mentions, self.relations, self.records)
        return tuple(dict.fromkeys(printed_in(held)))

    def __repr__(self) -> str:
        counts = [
            f"{count} {word}{'' if count == 1 else 's'}"
            for word, count in (
                ("table", len(self.tables)),
                ("figure", len(self.figures)),
                ("event", len(self.fires) + len(self.natural_disasters)),
            )
            if count or word != "event"
        ]
        return f"<Report {self.code}, {self.period.iso}: {', '.join(counts)}>"


def _check_once(codes: list[str], field: str) -> None:
    for index, code in enumerate(codes):
        if code in codes[:index]:
            raise InvalidValueError(
                Text("tanda ini dipakai dua kali", "this code is used twice"), field=field, value=code, code="doubled"
            )


T = TypeVar("T")


def _named(things: tuple[T, ...], codes: list[str], wanted: str, field: str) -> T:
    for thing, code in zip(things, codes, strict=True):
        if code == wanted:
            return thing
    raise UnknownItemError(
        Text("laporan ini tidak memuatnya", "the report has none of that name"),
        field=field,
        value=wanted,
        hint=checks.did_you_mean(wanted, codes),
    )
