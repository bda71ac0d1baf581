"""Whether a household is among those a programme's text describes: yes, no, or not enough is known, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import attrs

from kesos import _checks as checks
from kesos.errors import InvalidValueError, KesosError, NoRuleError
from kesos.people import Beneficiary, Household
from kesos.people._personal import read_personal
from kesos.programs._clauses import HouseholdClause, MemberClause, NobodyClause, ProgramClause
from kesos.programs._eligibility import Against, Checked, Eligibility, Ground
from kesos.programs._program import KNOWN_CODES, Program, packaged
from kesos.programs._rules import ProgramRule, rule_of
from kesos.records import check_same, load_to_verify, unverifiable
from kesos.values import Reading, Text, Truth, all_of, any_of
from kesos.values._days import plain_date
from kesos.words import REDACTED


def eligibility(
    program: Program | str, household: Household, *, on: date | str, rules: Iterable[ProgramRule | Program] = ()
) -> Eligibility:
    """Whether a household is among those whom a programme's own text describes, on a day.

    An unknown makes the answer unknown only where it could change it.

    Args:
        program: A programme, or its code or name.
        household: What is known of the household.
        on: The day asked about; ages and all that is stated are taken as of that day.
        rules: Rules of your own, or programmes that carry one: where one is for the programme, it is used instead of
            the programme's own.

    Raises:
        NoRuleError: The sources give no rule for the programme.
        InvalidValueError: Somebody is born after that day, or too young or too old for what is said of them (the path
            begins with the household's reference, where it has one); an unknown programme; two rules for one programme.

    Source:
        The report of the social office of Kotawaringin Barat, C.2.b, C.2.c, C.2.e.2 and C.2.g.

    >>> family = Household(members=[Beneficiary(birth_date="2012-06-02")], very_poor=True)
    >>> eligibility("PKH", family, on="2017-06-01")
    Eligibility(PKH, True, grounds=[under_five], missing=[])
    >>> eligibility("PKH", Household(members=[Beneficiary(birth_date="2012-06-02")]), on="2017-06-01").missing
    ('very_poor',)
    """
    day = plain_date(on, "on")
    rule = _rule_for(program, checks.items(rules, "rules"))
    if not isinstance(household, Household):
        raise InvalidValueError(
            "wrong_type.household", field="household", value=REDACTED, found=type(household).__name__
        )
    household = _without_identity(household, day)  # what the answer keeps and its record holds is what is judged
    required = [_look_for(clause, household, day)[0] for clause in rule.requires]
    found: list[Ground] = []
    offered: list[Truth] = []
    for clause in rule.grounds:
        truth, grounds = _look_for(clause, household, day)
        offered.append(truth)
        found.extend(grounds)
    answer = all_of([*required, any_of(offered)])
    return Eligibility(
        program=rule.program,
        on=day,
        eligible=answer.holds,
        grounds=tuple(found),
        missing=answer.missing,
        checked=tuple(
            Checked(code=clause.code, text=clause.text, holds=truth.holds, required=needed, citation=clause.citation)
            for needed, clauses, truths in ((True, rule.requires, required), (False, rule.grounds, offered))
            for clause, truth in zip(clauses, truths, strict=True)
        ),
        against=_against(rule, required, offered),
        conditions=() if answer.holds is False else rule.program.conditions,
        readings=_readings(rule, required, offered, answer),
        household=household,
    )


def _without_identity(household: Household, day: date) -> Household:
    """The household as it is judged; a refusal names its reference, by which one of many is found."""
    try:
        return household.without_identity(day)
    except KesosError as error:
        raise error if household.reference is None else error.at(f"household[{household.reference}]") from None


def read_eligibility(
    record: Mapping[str, Any] | str | bytes, *, rules: Iterable[ProgramRule | Program] = ()
) -> Eligibility:
    """The answer that a record holds, computed anew from its inputs and checked against all that it says.

    Args:
        record: What `Eligibility.record` or `to_json` gave.
        rules: The rules that it was made with.

    Raises:
        VerificationError: The record is damaged, or the rules give another answer; each of `.faults` is a path
            that differs.

    >>> from kesos.people import Beneficiary
    >>> answer = eligibility("PKH", Household(members=[Beneficiary(birth_date="2012-06-02")]), on="2017-06-01")
    >>> read_eligibility(answer.to_json()) == answer
    True
    """
    given = load_to_verify(record)
    inputs = given.get("inputs")
    program = given.get("program")
    if not isinstance(inputs, Mapping) or not isinstance(program, Mapping):
        raise unverifiable(InvalidValueError("damaged.eligibility", field="inputs", value=inputs))
    try:
        household = read_personal(Household, inputs.get("household", {}), "household")
        computed = eligibility(program.get("code", ""), household, on=inputs.get("on", ""), rules=rules)
    except KesosError as error:
        raise unverifiable(error.at("inputs")) from None
    check_same(given, computed.record())
    return computed


def _rule_for(program: Program | str, rules: tuple[ProgramRule | Program, ...]) -> ProgramRule:
    given = [_as_rule(rule) for rule in rules]
    own = [rule.program for rule in given if rule.program.code == program]
    asked = own[0] if own else Program.of(program)
    found = [rule for rule in given if rule.program == asked]
    if len(found) > 1:
        raise InvalidValueError("conflicting_rules", field="rules", value=asked.code, program=asked.code)
    rule = found[0] if found else rule_of(asked)
    if rule is None:
        ruled = {code: packaged(code).name for code in KNOWN_CODES if packaged(code).grounds}
        ruled |= {rule.program.code: rule.program.name for rule in given if rule.program.code not in ruled}
        raise NoRuleError(
            "no_rule.program",
            field="program",
            value=asked.code,
            program=asked.name,
            known=tuple(ruled),
            named=tuple(ruled.values()),
        )
    return rule


def _as_rule(given: ProgramRule | Program) -> ProgramRule:
    rule = rule_of(given) if isinstance(given, Program) else given
    return checks.instance(rule, "rules", ProgramRule)


def _look_for(clause: ProgramClause, household: Household, on: date) -> tuple[Truth, list[Ground]]:
    """Whether the clause holds of the household or of one in it, and where it is found."""
    if isinstance(clause, HouseholdClause):
        truth = clause.holds(household, on)
        return truth, [_ground(clause, truth, None)] if truth.holds else []
    truths: list[Truth] = []
    grounds: list[Ground] = []
    for number, member in enumerate(household.members or ()):
        truth = _of_member(number, clause, member, on)
        truths.append(truth)
        if truth.holds:
            grounds.append(_ground(clause, truth, number))
    if household.size is None:  # somebody may be there whom we do not know of
        truths.append(Truth(None, ("members",)))
    if isinstance(clause, NobodyClause):
        nobody = _not(any_of(truths))
        return nobody, [_ground(clause, nobody, None)] if nobody.holds else []
    return any_of(truths), grounds


def _not(truth: Truth) -> Truth:
    return Truth(None if truth.holds is None else not truth.holds, truth.missing, readings=truth.readings)


def _of_member(number: int, clause: MemberClause, member: Beneficiary, on: date) -> Truth:
    try:
        truth = clause.holds_for(member, on)
    except InvalidValueError as error:
        raise error.at(f"members[{number}]") from None
    return attrs.evolve(
        truth,
        missing=tuple(f"members[{number}].{name}" for name in truth.missing),
        needs=tuple(attrs.evolve(need, field=f"members[{number}].{need.field}") for need in truth.needs),
    )


def _ground(clause: ProgramClause, truth: Truth, member: int | None) -> Ground:
    text = clause.text
    if truth.because is not None:
        text = Text(f"{text.id} ({truth.because.id})", f"{text.en} ({truth.because.en})")
    return Ground(code=clause.code, text=text, citation=clause.citation, readings=clause.readings, member=member)


def _against(rule: ProgramRule, required: list[Truth], offered: list[Truth]) -> tuple[Against, ...]:
    """Why the answer is no: each requirement that fails, and all of the grounds where none can be found."""
    failed: list[tuple[ProgramClause, Truth, bool]] = [
        (clause, truth, True) for clause, truth in zip(rule.requires, required, strict=True)
    ]
    if any_of(offered).holds is False:
        failed += [(clause, truth, False) for clause, truth in zip(rule.grounds, offered, strict=True)]
    return tuple(
        Against(code=clause.code, text=clause.text, required=needed, needs=truth.needs, citation=clause.citation)
        for clause, truth, needed in failed
        if truth.holds is False
    )


def _readings(rule: ProgramRule, required: list[Truth], offered: list[Truth], answer: Truth) -> tuple[Reading, ...]:
    """The readings that the answer rests on: of what is required, and of the grounds that make it what it is."""
    parts: list[tuple[ProgramClause, Truth]] = list(zip(rule.requires, required, strict=True))
    if all_of(required).holds is not False:
        for clause, truth in zip(rule.grounds, offered, strict=True):
            if truth.holds or answer.holds is False or (truth.holds is None and answer.holds is None):
                parts.append((clause, truth))
    return tuple(dict.fromkeys(each for clause, truth in parts for each in (*clause.readings, *truth.readings)))
