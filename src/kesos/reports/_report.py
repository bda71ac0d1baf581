"""A published report: its tables, its figures, what they have to do with each other, and what else it tells."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar, overload

import attrs

from kesos import _checks as checks
from kesos.budgets import Budget
from kesos.errors import InvalidValueError, UnknownItemError
from kesos.events import DisasterEvent
from kesos.hazards import Grouping
from kesos.quotas import ProgramQuota
from kesos.reports._derived import fact_relations, figure_relations, table_relations
from kesos.reports._dismissals import Dismissal, settled_among
from kesos.reports._figures import Figure, Name
from kesos.reports._guesses import GuessGroup, grouped_guesses
from kesos.reports._printed import check_once, each_a, listed, printed_in
from kesos.reports._proposed import propose_relations
from kesos.reports._relation import Relation
from kesos.reports._tables import Table
from kesos.reports._told import TOLD_KINDS, Fact, Told, ToldKind
from kesos.values import Period, Printed, Reading, TableView, Text
from kesos.values._tabulated import Shown, tabulated
from kesos.values._texts import check_language

_WHAT, _MANY = Text("Isi laporan", "What it holds"), Text("Banyaknya", "How many")
_HOLDS = {
    "tables": Text("tabel", "tables"),
    "figures": Text("angka dalam uraian", "figures in the text"),
    "fires": Text("kebakaran", "fires"),
    "natural_disasters": Text("bencana alam", "natural disasters"),
    "budgets": Text("anggaran", "budgets"),
    "quotas": Text("kuota program", "programme quotas"),
    "facts": Text("keterangan lain", "what else it tells"),
}

F = TypeVar("F", bound=Fact)
T = TypeVar("T")


def _all(values: Iterable[Any]) -> tuple[Any, ...]:
    return listed(values)


def _relations(relations: Iterable[Relation]) -> tuple[Relation, ...]:
    return checks.items(relations, "relations", Relation)


def _flat(relations: Iterable[Relation | GuessGroup]) -> tuple[Relation, ...]:
    listed = checks.items(relations, "relations")
    return _relations([one for each in listed for one in (each if isinstance(each, GuessGroup) else (each,))])


def _period(period: Period | str | None) -> Period | None:
    return None if period is None else Period.of(period)


@attrs.frozen(kw_only=True)
class Report:
    """A published report.

    Args:
        code: A slug.
        title: Its title.
        office: Whose report it is.
        period: What it is about; None where that is not known.
        document: How citations name it.
        tables: Its tables.
        figures: The figures in its prose.
        names: Names that it spells, each where it stands.
        headings: The headings of its sections.
        mentions: Years, days and numbers in a sentence that are no figure of their own.
        relations: What its figures have to do with each other, beside what follows from the tables themselves.
        dismissed: What somebody put aside: relations that kesos supposed and that are none, and whatever a `Dismissal`
            says, with its reason.
        fires: Its fires, one an event.
        natural_disasters: Its natural disasters, one an event.
        groupings: How it groups hazards, one for each part that does.
        budgets: Its budgets, as far as they can be read.
        quotas: Its quotas, as far as they can be read.
        facts: What else it tells.
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
    period: Period | None = attrs.field(default=None, converter=_period)
    document: str = attrs.field(default=attrs.Factory(lambda report: report.title, takes_self=True))
    tables: tuple[Table, ...] = attrs.field(default=(), converter=_all, validator=each_a(Table))
    figures: tuple[Figure, ...] = attrs.field(default=(), converter=_all, validator=each_a(Figure))
    names: tuple[Name, ...] = attrs.field(default=(), converter=_all, validator=each_a(Name))
    headings: tuple[Printed, ...] = attrs.field(default=(), converter=_all, validator=each_a(Printed))
    mentions: tuple[Printed, ...] = attrs.field(default=(), converter=_all, validator=each_a(Printed))
    relations: tuple[Relation, ...] = attrs.field(default=(), converter=_all, validator=each_a(Relation))
    dismissed: tuple[Relation | Dismissal, ...] = attrs.field(
        default=(), converter=_all, validator=each_a(Relation, Dismissal)
    )
    fires: tuple[DisasterEvent, ...] = attrs.field(default=(), converter=_all, validator=each_a(DisasterEvent))
    natural_disasters: tuple[DisasterEvent, ...] = attrs.field(
        default=(), converter=_all, validator=each_a(DisasterEvent)
    )
    groupings: tuple[Grouping, ...] = attrs.field(default=(), converter=_all, validator=each_a(Grouping))
    budgets: tuple[Budget, ...] = attrs.field(default=(), converter=_all, validator=each_a(Budget))
    quotas: tuple[ProgramQuota, ...] = attrs.field(default=(), converter=_all, validator=each_a(ProgramQuota))
    facts: tuple[Fact, ...] = attrs.field(default=(), converter=_all, validator=each_a(Fact))
    readings: tuple[Reading, ...] = attrs.field(default=(), converter=_all, validator=each_a(Reading))

    def __attrs_post_init__(self) -> None:
        checks.slug(self.code, "code")
        for field in ("title", "office", "document"):
            checks.text(getattr(self, field), field)
        numbers = [table.number for table in self.tables]
        twice = next((number for at, number in enumerate(numbers) if number in numbers[:at]), None)
        if twice is not None:
            raise InvalidValueError("duplicate.table", field="tables", value=twice)
        check_once((figure.code for figure in self.figures), "figures")

    def table(self, number: str) -> Table:
        """The table with this number.

        Raises:
            UnknownItemError: There is none.
        """
        return _named({table.number: table for table in self.tables}, number, "table")

    def figure(self, code: str) -> Figure:
        """The figure with this code.

        Raises:
            UnknownItemError: There is none.
        """
        return _named({figure.code: figure for figure in self.figures}, code, "figure")

    @overload
    def told(self, kind: type[F]) -> tuple[F, ...]: ...
    @overload
    def told(self, kind: ToldKind) -> tuple[Told, ...]: ...
    def told(self, kind: type[Fact] | ToldKind) -> tuple[Fact, ...]:
        """What it tells of one kind: a class, such as `Agreement`, or a word for what is `Told`, such as "award".

        Raises:
            InvalidValueError: The word is not known.
        """
        if isinstance(kind, type):
            return tuple(fact for fact in self.facts if isinstance(fact, kind))
        checks.choice(kind, "kind", TOLD_KINDS)
        return tuple(fact for fact in self.told(Told) if fact.kind == kind)

    def overview(self, language: str = "id") -> TableView:
        """What it holds and how much of each, in "id" or "en"."""
        check_language(language)
        rows = [(Shown(_WHAT, said), Shown(_MANY, len(getattr(self, field)))) for field, said in _HOLDS.items()]
        return tabulated(
            rows,
            language,
            caption=self.title if self.period is None else f"{self.title} ({self.period.say(language)})",
            notes=(self.office, self.document),
        )

    def all_relations(self) -> tuple[Relation, ...]:
        """What was declared, and what follows from the tables, from figures of one measure and from facts."""
        is_settled = self._settled(self.relations)
        derived = [
            relation
            for table in self.tables
            for relation in table_relations(table)
            if relation.guess is None or not is_settled(relation)
        ]
        return (*derived, *figure_relations(self.figures), *fact_relations(self.facts), *self.relations)

    @property
    def relations_to_confirm(self) -> tuple[Relation, ...]:
        """What its figures seem to have to do with each other, by heads and arithmetic, and nobody has said so.

        Each says in `guess` why it is supposed; `confirm` and `dismiss` decide on it.
        """
        known = self.all_relations()
        return (*(each for each in known if each.guess is not None), *self.supposed_beside(known))

    def supposed_beside(self, relations: Iterable[Relation], **thresholds: Any) -> tuple[Relation, ...]:
        """What may be supposed beside relations that are known, such as `all_relations()`.

        Args:
            relations: What is known.
            thresholds: When something is supposed: see `propose_relations`.
        """
        proposed = propose_relations(self.tables, **thresholds)
        kinds = {type(each) for each in proposed}
        is_settled = self._settled(each for each in _relations(relations) if type(each) in kinds)
        return tuple(each for each in proposed if not is_settled(each))

    @property
    def guesses(self) -> tuple[GuessGroup, ...]:
        """The same, those that are alike as one: what a column is in all of its rows is one guess.

        `confirm` and `dismiss` take what is in here as they take single relations.
        """
        return grouped_guesses(self.relations_to_confirm)

    def _settled(self, relations: Iterable[Relation]) -> Callable[[Relation], bool]:
        return settled_among(relations, self.dismissed, {table.number: table for table in self.tables})

    def confirm(self, relations: Iterable[Relation | GuessGroup]) -> Report:
        """The report with these guesses as relations that it claims, so that a break of one is an error."""
        sure = [attrs.evolve(each, guess=None, certain=True) for each in _flat(relations)]
        return attrs.evolve(self, relations=(*self.relations, *sure))

    def dismiss(self, relations: Iterable[Relation | GuessGroup], *, reason: str | None = None) -> Report:
        """The report without these guesses: its figures have nothing of the kind to do with each other.

        Args:
            relations: Some of `relations_to_confirm` or of `guesses`.
            reason: Why; it is kept in `dismissed`.
        """
        given = _flat(relations)
        put_aside = given if reason is None else (Dismissal(relations=given, reason=reason),)
        return attrs.evolve(self, dismissed=(*self.dismissed, *put_aside))

    def printed(self) -> tuple[Printed, ...]:
        """Every printed value in the report, each once."""
        held = (self.headings, self.tables, self.figures, self.names, self.mentions, self.relations, self.facts)
        return tuple(dict.fromkeys(printed_in(held)))

    def _repr_html_(self) -> str:
        return self.overview().html()

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
        about = self.code if self.period is None else f"{self.code}, {self.period.iso}"
        return f"<Report {about}: {', '.join(counts)}>"


def _named(things: dict[str, T], wanted: str, field: str) -> T:
    if isinstance(wanted, str) and wanted in things:
        return things[wanted]
    raise UnknownItemError("unknown_item.report", field=field, value=wanted, hint=checks.did_you_mean(wanted, things))
