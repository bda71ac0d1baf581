"""Hypothesis strategies for people, programmes, budgets and published reports."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

from hypothesis import strategies as st

from kesos._ages import LIMITS
from kesos.audit import Audit, Finding, Severity, find_contradictions
from kesos.budgets import Budget, BudgetLine, Kind
from kesos.people import Beneficiary, HouseDamage, Household, Livelihood, Schooling, Setting, Sex
from kesos.programs import PROGRAM_RULES, PROGRAMS, Eligibility, Program, eligibility
from kesos.quotas import ProgramQuota
from kesos.reports import Report
from kesos.testing._strategies import (
    citations,
    counts,
    covered_events,
    percentages,
    periods,
    printed,
    quantities,
    texts,
    words,
)
from kesos.values import Funding, whole_years

_TRUTHS = st.none() | st.booleans()
_DAYS = date(2017, 1, 1), date(2025, 12, 31)
_BORN = st.dates(date(1930, 1, 1), _DAYS[0])


def _one_of(kind: Any) -> st.SearchStrategy[Any]:
    return st.none() | st.sampled_from(get_args(kind))


@st.composite
def beneficiaries(draw: st.DrawFn) -> Beneficiary:
    """People, as far as they happen to be known; no names. What is said of them can be from 2017 to 2025."""
    sex = draw(_one_of(Sex))
    youngest, oldest, age = draw(_ages())
    disability = draw(_TRUTHS)

    def allows(field: str, value: object) -> bool:
        limit = LIMITS.get((field, value))
        return limit is None or (limit.least <= youngest and oldest <= limit.most)

    def said(field: str) -> bool | None:
        return draw(_TRUTHS if allows(field, True) else st.none() | st.just(False))

    def maternal(field: str) -> bool | None:
        return draw(st.none() | st.just(False)) if sex == "male" else said(field)

    return Beneficiary(
        sex=sex,
        pregnant=maternal("pregnant"),
        postpartum=maternal("postpartum"),
        breastfeeding=maternal("breastfeeding"),
        schooling=draw(_one_of(Schooling).filter(lambda school: allows("schooling", school))),
        basic_education_finished=said("basic_education_finished"),
        elderly=said("elderly"),
        disability=disability,
        severe_disability=draw(st.none() | st.just(False) if disability is False else _TRUTHS),
        **age,
    )


@st.composite
def _ages(draw: st.DrawFn) -> tuple[int, int, dict[str, Any]]:
    """The youngest and the oldest that somebody is on the days that answers are drawn for, and what is said of it."""
    years = draw(st.integers(0, 100))
    how = draw(st.sampled_from(["unknown", "age", "birth_date"]))
    if how == "birth_date":
        born = draw(_BORN)
        return whole_years(born, _DAYS[0]), whole_years(born, _DAYS[1]), {"birth_date": born}
    return years, years, {} if how == "unknown" else {"age": years}


@st.composite
def households(draw: st.DrawFn) -> Household:
    """Households of one to four people, as far as they happen to be known."""
    very_poor = draw(_TRUTHS)
    return Household(
        members=draw(st.none() | st.lists(beneficiaries(), min_size=1, max_size=4)),
        members_complete=draw(st.booleans()),
        very_poor=very_poor,
        poor=draw(st.none() | st.just(True) if very_poor else _TRUTHS),
        livelihood=draw(_one_of(Livelihood)),
        income_lost=draw(_TRUTHS),
        setting=draw(_one_of(Setting)),
        damage=draw(_one_of(HouseDamage)),
        clothing_need=draw(_TRUTHS),
        kitchen_need=draw(_TRUTHS),
    )


def programs() -> st.SearchStrategy[Program]:
    """The programmes that the reports name."""
    return st.sampled_from(PROGRAMS)


@st.composite
def eligibilities(draw: st.DrawFn) -> Eligibility:
    """Answers about every programme that has a rule."""
    return eligibility(draw(st.sampled_from(PROGRAM_RULES)).program, draw(households()), on=draw(st.dates(*_DAYS)))


@st.composite
def budget_lines(draw: st.DrawFn) -> BudgetLine:
    """Lines with a ceiling, realised in part or as far as is known."""
    ceiling = draw(counts(10**13))
    realized = draw(st.none() | st.integers(0, ceiling))
    return BudgetLine(name=draw(words()), ceiling=ceiling, realized=realized, kind=draw(_one_of(Kind)))


def budgets() -> st.SearchStrategy[Budget]:
    """Budgets of a year."""
    return st.builds(
        Budget,
        year=st.integers(2000, 2030),
        holder=words(),
        funding=st.sampled_from(get_args(Funding)),
        lines=st.lists(budget_lines(), min_size=1, max_size=3, unique_by=lambda line: line.name),
    )


def quotas() -> st.SearchStrategy[ProgramQuota]:
    """Quotas of families, with and without a budget."""
    return st.builds(
        ProgramQuota,
        program=programs(),
        year=st.integers(2000, 2030),
        area=words(),
        families=st.integers(1, 10**6),
        budget=st.none() | counts(10**13),
    )


def reports() -> st.SearchStrategy[Report]:
    """Small published reports: events, budgets and quotas, and headings as printed."""
    return st.builds(
        Report,
        code=st.just("drawn"),
        title=words(),
        office=words(),
        period=periods(),
        headings=st.lists(printed(), max_size=2),
        natural_disasters=st.lists(covered_events(10**6), max_size=2),
        budgets=st.lists(budgets(), max_size=1),
        quotas=st.lists(quotas(), max_size=1),
    )


def findings() -> st.SearchStrategy[Finding]:
    """Findings of made-up rules."""
    values = st.none() | counts() | quantities() | percentages() | periods() | words()
    return st.builds(
        Finding,
        rule=st.sampled_from(("sum", "percent", "own_rule")),
        severity=st.sampled_from(get_args(Severity)),
        printed=values,
        computed=values,
        text=texts(),
        source=citations() | words(),
        concerns=st.lists(printed(), max_size=2),
    )


def audits() -> st.SearchStrategy[Audit]:
    """Audits of drawn reports, which find little, and audits that found something."""
    return reports().map(find_contradictions) | st.lists(findings(), min_size=1, max_size=3).map(_audit_of)


def _audit_of(found: list[Finding]) -> Audit:
    rules = [finding.rule for finding in found]
    return Audit(report="drawn", findings=found, counts={rule: rules.count(rule) for rule in rules})


def by_type() -> dict[type[Any], st.SearchStrategy[Any]]:
    """The strategy of each of these classes."""
    return {
        Beneficiary: beneficiaries(),
        Household: households(),
        Program: st.deferred(programs),
        Eligibility: eligibilities(),
        BudgetLine: budget_lines(),
        Budget: budgets(),
        ProgramQuota: st.deferred(quotas),
        Report: st.deferred(reports),
        Finding: findings(),
        Audit: st.deferred(audits),
    }
