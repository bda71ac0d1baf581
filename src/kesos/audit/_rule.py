"""What a rule of the audit is, and what it is given to look at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from inspect import cleandoc
from typing import TypeVar

import attrs

from kesos.audit._amounts import amount, last_place
from kesos.audit._findings import Finding, Severity, printed_value
from kesos.audit._ordinary import ORDINARY, Ordinary
from kesos.audit._saying import told
from kesos.errors import InvalidValueError
from kesos.reports import Relation, Report, SameFigure
from kesos.values import Printed, Text
from kesos.values._checks import slug

R = TypeVar("R", bound=Relation)


def _confirmed(subject: Subject) -> frozenset[Printed]:
    """The figures that are called approximate in one place and given as exact in another."""
    found: set[Printed] = set()
    for relation in subject.of(SameFigure):
        exact = {cell.value for cell in relation.figures if not getattr(cell, "about", False)}
        found.update(cell for cell in relation.figures if getattr(cell, "about", False) and cell.value in exact)
    return frozenset(found)


@attrs.frozen
class Subject:
    """What a rule looks at: the report, everything that its figures have to do with each other, and the thresholds."""

    report: Report
    ordinary: Ordinary = ORDINARY
    relations: tuple[Relation, ...] = attrs.field(
        default=attrs.Factory(lambda subject: subject.report.all_relations(), takes_self=True), kw_only=True
    )

    printed: tuple[Printed, ...] = attrs.field(
        default=attrs.Factory(lambda subject: subject.report.printed(), takes_self=True), kw_only=True, repr=False
    )
    confirmed: frozenset[Printed] = attrs.field(
        default=attrs.Factory(_confirmed, takes_self=True), kw_only=True, repr=False
    )

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """The relations of one kind."""
        return tuple(relation for relation in self.relations if isinstance(relation, kind))

    def is_about(self, cell: Printed) -> bool:
        """Whether the text calls a figure approximate, and no other place gives the same figure as exact."""
        return bool(getattr(cell, "about", False)) and cell not in self.confirmed

    def slack(self, *cells: Printed) -> Fraction:
        """By how much the printed figures may be off together: an exact one not at all.

        One that is called approximate may be off by the place of its last digit that is not 0: "about 750" may be
        anything from 740 to 760.
        """
        off = [last_place(value) for cell in cells if self.is_about(cell) and (value := amount(cell)) is not None]
        return Fraction(sum(off))

    def grade(self, relation: Relation, *cells: Printed) -> Severity:
        """How grave a break of a relation is: an error where the report itself claims it with exact figures."""
        return "error" if relation.certain and not any(self.is_about(cell) for cell in cells) else "suspicious"


Check = Callable[[Subject], Iterable[Finding | None]]
"""Looks at a report, and yields for each thing that it looks at a finding, or None where it adds up."""


@attrs.frozen
class Rule:
    """A rule of the audit.

    Args:
        code: A slug that names it.
        check: The function: for each thing that it looks at it yields a `Finding`, or None where that adds up. Its
            docstring says what it checks.

    >>> def no_figures(subject):
    ...     '''A report has at least one figure.'''
    ...     yield None if subject.report.figures else finding(
    ...         "no_figures", "suspicious", Printed("", source="report"), None, "tidak ada angka", "no figures")
    >>> Rule("no_figures", no_figures).says
    'A report has at least one figure.'
    """

    code: str
    check: Check

    def __attrs_post_init__(self) -> None:
        slug(self.code, "code")
        if not callable(self.check) or not self.says:
            raise InvalidValueError(
                Text(
                    "aturan perlu fungsi yang menjelaskan dirinya", "a rule needs a function that says what it checks"
                ),
                field="check",
                value=self.check,
                code="no_docstring",
                hint=Text("Tulis docstring-nya.", "Write its docstring."),
            )

    @property
    def says(self) -> str:
        """What it checks, in one sentence."""
        return " ".join(cleandoc(self.check.__doc__ or "").split("\n\n")[0].split())


def finding(
    rule: str,
    severity: Severity,
    cell: Printed,
    computed: object,
    indonesian: str,
    english: str,
    *,
    concerns: Iterable[Printed] = (),
    **values: object,
) -> Finding:
    """A finding about a printed cell, with its sentence in both languages.

    `{printed}` in the sentences stands for what the cell prints, `{computed}` for what was computed, and every other
    name for the value that is given for it, each said in the language of the sentence.

    >>> cell = Printed("98", 98, source="table 1")
    >>> made = finding("sum", "error", cell, 95, "{printed} tercetak, {computed} dihitung", "{printed}, not {computed}")
    >>> made.message("id")
    '98 tercetak, 95 dihitung'
    """
    return Finding(
        rule=rule,
        severity=severity,
        printed=printed_value(cell),
        computed=computed,
        source=cell.source,
        text=told(indonesian, english, printed=cell, computed=computed, **values),
        concerns=tuple(dict.fromkeys((cell, *concerns))),
    )
