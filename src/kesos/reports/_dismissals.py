"""What somebody looked at and put aside: findings and guesses at a place, with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import attrs

from kesos import _checks as checks
from kesos.errors import InvalidValueError
from kesos.reports._relation import KIND, PLACE, Relation, kind_word, place_in
from kesos.reports._tables import Table
from kesos.values import Citation, Printed, Text
from kesos.values._showing import Rowed
from kesos.values._tabulated import NOTHING, Shown, ShownRow

_RULE, _REASON = Text("Aturan", "Rule"), Text("Alasan", "Reason")


def _relations(relations: object) -> tuple[Relation, ...]:
    return checks.items(relations, "relations", Relation)


@attrs.frozen(kw_only=True)
class Dismissal(Rowed):
    """Findings and guesses that somebody looked at and put aside, with the reason.

    It holds for what fits all that is given of it. Findings that are put aside are listed apart from the others;
    guesses are made no more.

    Args:
        reason: Why, in the words of whoever looked.
        rule: The code of the rule whose findings are put aside; left out, of any.
        kind: The kind of relation that is not supposed, such as "share_of"; left out, of any.
        table: The number of the table that they are in.
        row: The row in it, by its code.
        column: The column in it, by its code, its number or its words.
        at: Where in the prose, as the place is cited.
        relations: The very guesses, in the place of all that.

    Raises:
        InvalidValueError: Nothing says what is put aside; a row or a column without its table.

    >>> Dismissal(rule="round_counts", table="1", reason="dihitung per RT").reason
    'dihitung per RT'
    """

    reason: str
    rule: str | None = None
    kind: str | None = None
    table: str | None = None
    row: str | None = None
    column: str | None = None
    at: str | None = None
    relations: tuple[Relation, ...] = attrs.field(default=(), converter=_relations)

    def __attrs_post_init__(self) -> None:
        checks.text(self.reason, "reason")
        for field in ("rule", "kind", "table", "row", "column", "at"):
            checks.known_text(getattr(self, field), field)
        if self.table is None and (self.row is not None or self.column is not None):
            raise InvalidValueError("missing", field="table", value=None)
        if not self.relations and (self.rule, self.kind, self.table, self.at) == (None, None, None, None):
            raise InvalidValueError("missing", field="table", value=None)

    @property
    def place(self) -> Text | None:
        """Where what is put aside is; None where it is anywhere."""
        if self.relations:
            return place_in(self.relations[0].source)
        if self.table is None and self.at is None:
            return None
        return place_in(Citation(regulation="–", locator=self.at, table=self.table, row=self.row, column=self.column))

    def __row__(self) -> ShownRow:
        kind = kind_word(type(self.relations[0])) if self.relations else self.kind
        return (
            Shown(_RULE, self.rule or NOTHING),
            Shown(KIND, kind or NOTHING),
            Shown(PLACE, self.place or NOTHING),
            Shown(_REASON, self.reason),
        )

    def is_of_finding(self, rule: str, source: Citation | str, tables: Mapping[str, Table]) -> bool:
        """Whether a finding of this rule at this place is put aside."""
        if self.relations or self.kind is not None or self.rule not in (None, rule):
            return False
        return self._is_there(source, tables)

    def is_of_guess(self, kind: str, relation: Relation, tables: Mapping[str, Table]) -> bool:
        """Whether a guess of this kind is put aside."""
        if self.relations:
            return any(type(each) is type(relation) and each.printed() == relation.printed() for each in self.relations)
        if self.rule is not None or self.kind not in (None, kind):
            return False
        return self._is_there(relation.printed()[0].source, tables)

    def _is_there(self, source: Citation | str, tables: Mapping[str, Table]) -> bool:
        if not isinstance(source, Citation):
            return self.table is None and self.at in (None, source)
        if self.table is None:
            return self.at in (None, source.locator)
        if self.table != source.table or self.row not in (None, source.row) or self.at not in (None, source.locator):
            return False
        return self.column is None or self.column == source.column or self._names(source.column, tables.get(self.table))

    def _names(self, column: str | None, table: Table | None) -> bool:
        """Whether the column that is cited is the one that is meant, whatever each calls it."""
        columns = () if table is None else table.columns
        called = ({each.code, each.number, each.label} for each in columns)
        return any(self.column in names and column in names for names in called)


def settled_among(
    relations: Iterable[Relation], dismissed: Iterable[Relation | Dismissal], tables: Mapping[str, Table]
) -> Callable[[Relation], bool]:
    """Whether a relation is one of these, or put aside; only those of the kinds of these are looked at."""
    settled: dict[type[Relation], set[tuple[Printed, ...]]] = {}
    dismissals: list[Dismissal] = []
    for each in (*relations, *dismissed):
        if isinstance(each, Dismissal):
            dismissals.append(each)
        else:
            settled.setdefault(type(each), set()).add(each.printed())

    def is_settled(relation: Relation) -> bool:
        kind = type(relation)
        if kind in settled and relation.printed() in settled[kind]:
            return True
        return any(each.is_of_guess(kind_word(kind), relation, tables) for each in dismissals)

    return is_settled
