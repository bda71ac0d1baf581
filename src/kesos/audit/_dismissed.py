"""The findings of an audit that somebody looked at before and put aside, and what was put aside and is not there."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import attrs

from kesos.audit._findings import Finding
from kesos.audit._sentences import places, told
from kesos.audit._subject import Subject
from kesos.reports import Dismissal, Relation, Report
from kesos.reports._relation import kind_word
from kesos.values import LANGUAGES, Text


def put_aside(report: Report, findings: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
    """The findings that stand, and those that the report says were put aside, each with the first reason for it."""
    tables = {table.number: table for table in report.tables}
    dismissals = [each for each in report.dismissed if isinstance(each, Dismissal)]
    kept: list[Finding] = []
    dismissed: list[Finding] = []
    for finding in findings:
        said = (each for each in dismissals if each.is_of_finding(finding.rule, finding.source, tables))
        found = next(said, None)
        if found is None:
            kept.append(finding)
        else:
            dismissed.append(attrs.evolve(finding, dismissed=found.reason))
    return kept, dismissed


def unmatched(subject: Subject, findings: Collection[Finding], not_run: Collection[str]) -> tuple[Text, ...]:
    """What the report says was put aside and fits no finding and no guess, each in words, with its reason.

    Nothing is said of what a rule that was not run might have found.

    Args:
        subject: The report, and from when on something is supposed.
        findings: All that was found, put aside or not.
        not_run: The rules of kesos that were not run.
    """
    report = subject.report
    tables = {table.number: table for table in report.tables}
    left = [
        each
        for each in map(_dismissal, report.dismissed)
        if not _may_be_of(each, not_run)
        and not any(each.is_of_finding(found.rule, found.source, tables) for found in findings)
    ]
    if not left:
        return ()
    bare = Subject(attrs.evolve(report, dismissed=()), subject.ordinary)
    guesses = [each for each in bare.relations if each.guess is not None]
    supposed = {_key(each) for each in guesses}

    def is_of_guess(each: Dismissal) -> bool:
        if each.relations:
            return any(_key(relation) in supposed for relation in each.relations)
        return any(each.is_of_guess(kind_word(type(guess)), guess, tables) for guess in guesses)

    return tuple(_said(each) for each in left if not is_of_guess(each))


def _dismissal(each: Relation | Dismissal) -> Dismissal:
    """A relation that was put aside by itself has no reason."""
    return each if isinstance(each, Dismissal) else Dismissal(reason="–", relations=(each,))


def _key(relation: Relation) -> object:
    return type(relation), relation.printed()


def _may_be_of(each: Dismissal, not_run: Collection[str]) -> bool:
    """Whether it may be of a finding of one of these rules."""
    if each.relations or each.kind is not None:
        return False
    return bool(not_run) if each.rule is None else each.rule in not_run


_RULE, _KIND = Text("aturan", "rule"), Text("hubungan", "relation")


def _said(each: Dismissal) -> Text:
    """What was put aside, by the codes that a file has it under, where, and why."""
    what = Text(*(", ".join(_parts(each, language)) for language in LANGUAGES))
    return told("{what} ({reason})", "{what} ({reason})", what=what, reason=each.reason)


def _parts(each: Dismissal, language: str) -> list[str]:
    if each.relations:
        where = places([relation.printed()[0] for relation in each.relations])
        return [f"{_KIND.say(language)} {kind_word(type(each.relations[0]))}", where.say(language)]
    named = [f"{word.say(language)} {code}" for word, code in ((_RULE, each.rule), (_KIND, each.kind)) if code]
    return [*named, *([] if each.place is None else [each.place.say(language)])]
