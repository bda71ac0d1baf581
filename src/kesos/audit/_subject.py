"""What a rule is given: the report, everything that its figures have to do with each other, and the thresholds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any, TypeVar

import attrs

from kesos import _checks as checks
from kesos.audit._arithmetic import amount, half_width, last_place, number
from kesos.audit._findings import Severity
from kesos.audit._ordinary import ORDINARY, Ordinary
from kesos.reports import Relation, Report, SameFigure
from kesos.values import Printed, Span

R = TypeVar("R", bound=Relation)
T = TypeVar("T")


def _relations(subject: Subject) -> tuple[Relation, ...]:
    known = subject.report.all_relations()
    supposed = subject.report.supposed_beside(
        known,
        fewest_rows=subject.ordinary.supposed_from_rows,
        most_broken=subject.ordinary.supposed_unless_broken,
        most_nested_broken=subject.ordinary.nested_unless_broken,
    )
    return (*known, *supposed)


def _listed(relations: Iterable[Relation]) -> tuple[Relation, ...]:
    return checks.items(relations, "relations")


def _confirmed(subject: Subject) -> frozenset[Printed]:
    """The figures that are called approximate in one place and given as exact in another."""
    found: set[Printed] = set()
    for relation in subject.of(SameFigure):
        exact = {cell.value for cell in relation.figures if not getattr(cell, "about", False)}
        found.update(cell for cell in relation.figures if getattr(cell, "about", False) and cell.value in exact)
    return frozenset(found)


def _by_kind(subject: Subject) -> dict[type[Relation], tuple[Relation, ...]]:
    found: dict[type[Relation], list[Relation]] = {}
    for relation in subject.relations:
        found.setdefault(type(relation), []).append(relation)
    return {kind: tuple(relations) for kind, relations in found.items()}


@attrs.frozen
class Subject:
    """What a rule looks at: the report, everything that its figures have to do with each other, and the thresholds."""

    report: Report
    ordinary: Ordinary = ORDINARY
    relations: tuple[Relation, ...] = attrs.field(
        default=attrs.Factory(_relations, takes_self=True), converter=_listed, kw_only=True
    )
    printed: tuple[Printed, ...] = attrs.field(
        default=attrs.Factory(lambda subject: subject.report.printed(), takes_self=True), kw_only=True, repr=False
    )
    _by_kind: dict[type[Relation], tuple[Relation, ...]] = attrs.field(
        init=False, repr=False, eq=False, default=attrs.Factory(_by_kind, takes_self=True)
    )
    _made: dict[str, Any] = attrs.field(init=False, repr=False, eq=False, default=attrs.Factory(dict))
    _unknown: dict[int, Relation] = attrs.field(init=False, repr=False, eq=False, default=attrs.Factory(dict))
    confirmed: frozenset[Printed] = attrs.field(
        default=attrs.Factory(_confirmed, takes_self=True), kw_only=True, repr=False
    )

    def once(self, name: str, make: Callable[[Subject], T]) -> T:
        """What several rules look at, made for the first that does."""
        if name not in self._made:
            self._made[name] = make(self)
        made: T = self._made[name]
        return made

    def leave_unknown(self, thing: object) -> None:
        """Remembers a relation of which a rule could not say anything, since too little of it is known."""
        if isinstance(thing, Relation):
            self._unknown.setdefault(id(thing), thing)

    def unknown(self) -> tuple[Relation, ...]:
        """Those relations, each once."""
        return tuple(self._unknown.values())

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """The relations of one kind."""
        kinds = [each for each in self._by_kind if issubclass(each, kind)]
        if len(kinds) < 2:
            return self._by_kind[kinds[0]] if kinds else ()  # type: ignore[return-value]  # all of them are of the kind
        return tuple(relation for relation in self.relations if isinstance(relation, kind))

    def is_about(self, cell: Printed) -> bool:
        """Whether the text calls a figure approximate, and no other place gives the same figure as exact."""
        return bool(getattr(cell, "about", False)) and cell not in self.confirmed

    def slack(self, *cells: Printed) -> Fraction:
        """By how much the printed figures may be off together: an exact one not at all.

        One that is called approximate may be off by the place of its last digit that is not 0: "about 750" may be
        anything from 740 to 760. A rounded one is any figure of its range.
        """
        off = Fraction(0)
        for cell in cells:
            if type(cell) is not Printed and self.is_about(cell) and (value := amount(cell)) is not None:
                off += last_place(value)
            if isinstance(cell.value, Span):
                off += half_width(cell.value)
        return off

    def ends(self, cell: Printed) -> tuple[Fraction, Fraction]:
        """The least and the most that a printed figure may be, as bare numbers; an exact one is the same twice."""
        value = amount(cell)
        middle = Fraction(0) if value is None else number(value)
        off = self.slack(cell)
        return (middle - off, middle + off) if off else (middle, middle)

    def grade(self, relation: Relation, *cells: Printed) -> Severity:
        """How grave a break of a relation is: an error where the report itself claims it with exact figures."""
        claimed = relation.certain and relation.guess is None
        return "error" if claimed and not any(self.is_about(cell) for cell in cells) else "suspicious"
