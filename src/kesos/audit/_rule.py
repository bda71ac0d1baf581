"""What a rule of the audit is: what it looks at, one thing after another, and what it answers of each.

A rule of one thing is a function that answers `UNKNOWN`, `FINE` or `Odd(...)`; above it stands its code and what it
looks at. Its sentences lie by that code among the findings of `kesos.words`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from functools import wraps
from importlib import import_module
from inspect import cleandoc
from typing import Any, Final, TypeVar, overload

import attrs

from kesos import _checks as checks
from kesos.audit._findings import SEVERITIES, Finding, Severity, printed_value
from kesos.audit._sentences import told
from kesos.audit._subject import Subject
from kesos.errors import InvalidValueError
from kesos.reports import Relation
from kesos.values import Printed, Text
from kesos.values._sources import settled
from kesos.words import Entry, catalogue

R = TypeVar("R", bound=Relation)
T = TypeVar("T")


class Sound(Enum):
    """The two answers of a rule that lead to no finding."""

    UNKNOWN = "unknown"
    FINE = "fine"


UNKNOWN: Final = Sound.UNKNOWN
"""Too little is known of the thing to say anything about it: it does not count as checked."""
FINE: Final = Sound.FINE
"""The thing adds up."""


@attrs.frozen(init=False)
class Odd:
    """What a rule answers of a thing that does not add up, or that is out of the ordinary.

    Args:
        cell: The printed cell that the finding is about.
        computed: What follows from the rest of the report; None where nothing does.
        severity: "error" or "suspicious"; `Subject.grade` tells which for a relation.
        wording: Which sentence says it: left out, the rule's own among the findings of `kesos.words`; a word, the entry
            of that name below it; for rules that are not kesos's own, the sentence itself.
        concerns: The other printed cells that it is about.
        parameters: What fills the sentence besides `{printed}` and `{computed}`.
    """

    cell: Printed
    computed: Any
    severity: Severity
    wording: str | Text | None
    concerns: tuple[Printed, ...]
    parameters: Mapping[str, object]

    def __init__(
        self,
        cell: Printed,
        computed: object = None,
        *,
        severity: Severity = "suspicious",
        wording: str | Text | None = None,
        concerns: Iterable[Printed] = (),
        **parameters: object,
    ) -> None:
        others = checks.items(concerns, "concerns", Printed)
        checks.choice(severity, "severity", SEVERITIES)
        if not isinstance(wording, Text):
            checks.known_text(wording, "wording")
        found = settled(computed, "computed")
        made = (checks.instance(cell, "cell", Printed), found, severity, wording, others, parameters)
        self.__attrs_init__(*made)  # pyright: ignore[reportAttributeAccessIssue]  # attrs makes it, since init=False

    def finding(self, rule: str) -> Finding:
        """The finding of the rule with this code."""
        checks.text(rule, "rule")
        sentence = self.wording if isinstance(self.wording, Text) else _sentence(rule, self.wording)
        return finding(
            rule,
            self.severity,
            self.cell,
            self.computed,
            sentence.id,
            sentence.en,
            concerns=self.concerns,
            **self.parameters,
        )


def _sentence(rule: str, wording: str | None) -> Entry:
    key = rule if wording is None else f"{rule}.{wording}"
    entry = catalogue("findings").get(key)
    if entry is None:
        raise InvalidValueError("no_sentence", field=rule, value=key)
    return entry


Verdict = Sound | Odd
"""What a rule answers of one thing."""
Check = Callable[[Subject], Iterable[Finding | None]]
"""Looks at a report, and yields for each thing that it looks at a finding, or None where it adds up."""


@attrs.frozen
class Rule:
    """A rule of the audit. One that looks at one thing after another is made with `rule`.

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
        checks.slug(self.code, "code")
        if not callable(self.check) or not (self.says or sys.flags.optimize > 1):  # `python -OO` drops docstrings
            raise InvalidValueError("no_docstring", field="check", value=self.check)

    @property
    def says(self) -> str:
        """What it checks, in one sentence."""
        return " ".join(cleandoc(self.check.__doc__ or "").split("\n\n")[0].split())

    def __reduce__(self) -> tuple[Any, ...]:
        # A rule made with `rule` stands in its module under the name of its function, and is found there again.
        module, name = getattr(self.check, "__module__", ""), getattr(self.check, "__qualname__", "")
        if getattr(sys.modules.get(module), name, None) is self:
            return _found_again, (module, name)
        return Rule, (self.code, self.check)


def _found_again(module: str, name: str) -> Any:
    return getattr(import_module(module), name)


@overload
def rule(code: str, of: type[R]) -> Callable[[Callable[[Subject, R], Verdict]], Rule]: ...
@overload
def rule(code: str, of: Callable[[Subject], Iterable[T]]) -> Callable[[Callable[[Subject, T], Verdict]], Rule]: ...
def rule(code: str, of: Callable[..., Any]) -> Callable[[Callable[[Subject, Any], Verdict]], Rule]:
    """Makes a rule of a function that judges one thing.

    Args:
        code: A slug that names the rule, and its sentences.
        of: What it looks at: a class of relations, or a function that takes a `Subject` and gives the things.

    >>> @rule("large_fire", lambda subject: subject.report.fires)
    ... def check_large_fires(subject, fire):
    ...     '''No single fire leaves more than ten people without a house.'''
    ...     if fire.people is None:
    ...         return UNKNOWN
    ...     if fire.people <= 10:
    ...         return FINE
    ...     cell = Printed(str(fire.people), fire.people, source=fire.source or subject.report.title)
    ...     return Odd(cell, 10, wording=Text("{printed}, lebih dari {computed}", "{printed}, over {computed}"))
    >>> check_large_fires.code, check_large_fires.says
    ('large_fire', 'No single fire leaves more than ten people without a house.')
    """
    things = _relations(of) if isinstance(of, type) else of

    def made(judge: Callable[[Subject, Any], Verdict]) -> Rule:
        @wraps(judge)
        def check(subject: Subject) -> Iterable[Finding | None]:
            for thing in things(subject):
                verdict = judge(subject, thing)
                if verdict is FINE:
                    yield None
                elif verdict is UNKNOWN:
                    subject.leave_unknown(_relation(thing))
                else:
                    made: Finding = checks.instance(verdict, code, Odd).finding(code)
                    guess = _guess(thing)
                    yield made if guess is None else attrs.evolve(made, guess=guess)

        return Rule(code, check)

    return made


def _guess(thing: object) -> Text | None:
    """Why the relation is supposed that was looked at, or of which a part was; None where it is declared."""
    relation = _relation(thing)
    return None if relation is None else relation.guess


def _relation(thing: object) -> Relation | None:
    """The relation that was looked at, or of which a part was."""
    relation = thing if isinstance(thing, Relation) else getattr(thing, "relation", None)
    return relation if isinstance(relation, Relation) else None


def _relations(kind: type[R]) -> Callable[[Subject], Iterable[R]]:
    return lambda subject: subject.of(kind)


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
    checks.instance(cell, "cell", Printed)
    checks.text(indonesian, "indonesian")
    checks.text(english, "english")
    return Finding(
        rule=rule,
        severity=severity,
        printed=printed_value(cell),
        computed=computed,
        source=cell.source,
        text=told(indonesian, english, printed=cell, computed=computed, **values),
        concerns=tuple(dict.fromkeys((cell, *checks.items(concerns, "concerns", Printed)))),
    )
