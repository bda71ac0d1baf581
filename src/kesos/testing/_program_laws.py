"""The laws that any programme's rule must keep, tried on households that are known in full and in part."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import attrs
from hypothesis import HealthCheck, Phase, find, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

from kesos import _checks as checks
from kesos import programs
from kesos._ages import LIMITS, OLDEST
from kesos._facts import HOUSEHOLD_FACTS, MEMBER_FACTS
from kesos.errors import InvalidValueError, KesosError
from kesos.people import Beneficiary, Household, Pmks
from kesos.people._beneficiary import MATERNAL
from kesos.programs import (
    Eligibility,
    MemberClause,
    NobodyClause,
    Program,
    dumps_program,
    loads_program,
    read_eligibility,
)
from kesos.testing._trial import must, try_all
from kesos.values import Citation

Eligible = Callable[..., Eligibility]
Path = tuple[int | None, str]
"""A field of a member by place, or of the household where there is no place."""

_ON = date(2017, 6, 1)
_MANY = 1_000


@attrs.frozen
class Drawn:
    """A household of which all is known that the rule asks, and what of it is then taken as not known."""

    whole: Household
    unknown: tuple[Path, ...]


class _Trial:
    """A programme under test, and what its clauses ask."""

    def __init__(self, program: Program, eligible: Eligible) -> None:
        self.program = program
        self.eligible = eligible
        self.clauses = (*program.requires, *program.grounds)
        self.jointly = any(isinstance(clause, MemberClause) for clause in program.requires)
        self.source = self.clauses[0].citation if self.clauses else Citation(regulation=program.code)
        self.of_household: dict[str, tuple[Any, ...]] = {}
        self.of_member: dict[str, tuple[Any, ...]] = {"age": (30,)}
        ages = {30, 65}
        for clause in self.clauses:
            of_member = isinstance(clause, MemberClause)
            facts, asked = (MEMBER_FACTS, self.of_member) if of_member else (HOUSEHOLD_FACTS, self.of_household)
            for one in getattr(getattr(clause, "test", None), "asked", ()):
                asked[one.field] = _answers(facts, one.field, one.values)
                ages |= {age for value in facts[one.field] for age in _limit_edges(one.field, value)}
                if one.field in MATERNAL:
                    asked["sex"] = MEMBER_FACTS["sex"]
            if isinstance(clause, MemberClause):
                ages |= set(_edges(clause.ages or ()))
        self.of_member["age"] = tuple(sorted(age for age in ages if 0 <= age <= OLDEST))

    def ask(self, household: Household) -> Eligibility:
        return self.eligible(self.program, household, on=_ON)

    def draws(self) -> st.SearchStrategy[Drawn]:
        @st.composite
        def drawn(draw: st.DrawFn) -> Drawn | None:
            people = [self._person(draw) for _ in range(draw(st.integers(1, 3 if self.jointly else 2)))]
            own = {field: draw(st.sampled_from(values)) for field, values in self.of_household.items()}
            try:
                whole = Household(members=[Beneficiary(**person) for person in people], **own)
            except KesosError:
                return None
            paths: list[Path] = [(None, field) for field in self.of_household]
            paths += [(place, field) for place in range(len(people)) for field in self.of_member]
            unknown = draw(st.lists(st.sampled_from(paths), max_size=2, unique=True))
            return Drawn(whole, tuple(unknown))

        return drawn().filter(lambda one: one is not None)  # type: ignore[return-value]  # that is what is filtered

    def _person(self, draw: st.DrawFn) -> dict[str, Any]:
        person: dict[str, Any] = {"age": draw(st.sampled_from(self.of_member["age"]))}
        if "sex" in self.of_member:
            person["sex"] = draw(st.sampled_from(self.of_member["sex"]))
        for field, values in self.of_member.items():
            if field not in person:
                possible = [value for value in values if _allowed(field, value, person)]
                person[field] = draw(st.sampled_from(possible))
        return person

    def values(self, path: Path) -> tuple[Any, ...]:
        return (self.of_household if path[0] is None else self.of_member)[path[1]]


def _answers(facts: Any, field: str, wanted: tuple[Any, ...]) -> tuple[Any, ...]:
    """All that a field can say; of the categories those that are asked for, and none."""
    if field != "categories":
        return tuple(facts[field])
    return ((), *((Pmks[name],) for name in wanted))


def _edges(ages: tuple[int, ...]) -> tuple[int, ...]:
    return (ages[0] - 1, ages[0], ages[1], ages[1] + 1) if ages else ()


def _limit_edges(field: str, value: Any) -> tuple[int, ...]:
    limit = LIMITS.get((field, Pmks[value] if field == "categories" else value))
    return () if limit is None else _edges((limit.least, limit.most))


def _allowed(field: str, value: Any, person: dict[str, Any]) -> bool:
    if field in MATERNAL and value and person["sex"] == "male":
        return False
    each = value if isinstance(value, tuple) else (value,)
    limits = [LIMITS[field, one] for one in each if (field, one) in LIMITS]
    return all(limit.least <= person["age"] <= limit.most for limit in limits)


def filled(household: Household, values: dict[Path, Any]) -> Household:
    """The household with all of these values at once, since some of them alone may contradict the others."""
    members = [
        attrs.evolve(member, **{name: value for (place, name), value in values.items() if place == number})
        for number, member in enumerate(household.members or ())
    ]
    own: dict[str, Any] = {name: value for (place, name), value in values.items() if place is None}
    return attrs.evolve(household, members=members, **own)


def _at(household: Household, path: Path) -> Any:
    place, name = path
    holder = household if place is None else (household.members or ())[place]
    return getattr(holder, "stated_age" if name == "age" else name)


# --- the laws -----------------------------------------------------------------------------------------------------


def knowing_more_turns_no_answer(trial: _Trial, drawn: Drawn) -> None:
    """Where a field becomes known, a yes stays a yes and a no a no."""
    known = filled(drawn.whole, dict.fromkeys(drawn.unknown))
    before = trial.ask(known).eligible
    for number, path in enumerate(drawn.unknown, start=1):
        learnt = {each: _at(drawn.whole, each) for each in drawn.unknown[:number]}
        after = trial.ask(filled(known, learnt)).eligible
        must(
            before in (None, after),
            InvalidValueError(
                "broken_law.turned", clause=trial.source, before=before, after=after, learnt=_name_of(path)
            ),
        )
        before = after


def missing_names_what_could_settle_it(trial: _Trial, drawn: Drawn) -> None:
    """An answer that is not known names each field that could settle it, and no other.

    Where several members have to be found together it may also stay not known, and name what it asks, though nobody can
    be two of them: it holds each clause against each member by itself.
    """
    known = filled(drawn.whole, dict.fromkeys(drawn.unknown))
    answers = dict(_completed(trial, known, drawn.unknown))
    open_to = set(answers.values())
    expected = next(iter(open_to)) if len(open_to) == 1 else None
    answer = trial.ask(known)
    settling = {_name_of(path) for place, path in enumerate(drawn.unknown) if _could_settle(place, answers)}
    exact = answer.eligible is expected and set(answer.missing) == settling
    undecided = trial.jointly and answer.eligible is None and set(answer.missing) >= settling
    must(
        exact or undecided,
        InvalidValueError(
            "broken_law.not_what_is_missing",
            clause=trial.source,
            found=answer.missing,
            expected=tuple(sorted(settling)),
        ),
    )


def _completed(
    trial: _Trial, known: Household, unknown: tuple[Path, ...]
) -> Iterator[tuple[tuple[Any, ...], bool | None]]:
    """The answer for each way in which the unknown could turn out."""
    for values in itertools.product(*(trial.values(path) for path in unknown)):
        try:
            household = filled(known, dict(zip(unknown, values, strict=True)))
        except KesosError:
            continue
        yield values, trial.ask(household).eligible


def _could_settle(place: int, answers: dict[tuple[Any, ...], bool | None]) -> bool:
    """Whether somebody who may know other fields, and not the answer, may have it by learning this one."""
    others = [number for number in range(len(next(iter(answers)))) if number != place]
    for size in range(len(others) + 1):
        for learnt in itertools.combinations(others, size):
            found: dict[tuple[Any, ...], dict[Any, set[bool | None]]] = {}
            for values, answer in answers.items():
                by_value = found.setdefault(tuple(values[number] for number in learnt), {})
                by_value.setdefault(values[place], set()).add(answer)
            for by_value in found.values():
                if len(set().union(*by_value.values())) > 1 and any(len(one) == 1 for one in by_value.values()):
                    return True
    return False


def _name_of(path: Path) -> str:
    place, name = path
    name = "birth_date" if name == "age" else name
    return name if place is None else f"members[{place}].{name}"


def each_clause_can_matter(trial: _Trial, _: Drawn) -> None:
    """For each clause there is a household whose answer it decides."""
    for clause in trial.clauses:

        def decides(drawn: Drawn, code: str = clause.code) -> bool:
            answer = trial.ask(drawn.whole)
            return answer.eligible is not _without(answer, code)

        try:
            find(trial.draws(), decides, settings=_SEARCH)
        except NoSuchExample:
            must(
                False,
                InvalidValueError("broken_law.idle_clause", clause=clause.citation, idle=clause.code, tried=_MANY),
            )


def _without(answer: Eligibility, code: str) -> bool:
    """What the answer about a household of which all is known would be without a clause."""
    left = [one for one in answer.checked if one.code != code]
    return all(one.holds for one in left if one.required) and any(one.holds for one in left if not one.required)


_SEARCH = settings(
    max_examples=_MANY,
    database=None,
    deadline=None,
    derandomize=True,
    phases=(Phase.generate,),
    suppress_health_check=[*HealthCheck],  # pyright: ignore[reportArgumentType]  # an enum is what it iterates over
)


def ages_hold_to_their_edges(trial: _Trial, _: Drawn) -> None:
    """An age clause holds at its first and last age, and not a year before or after; of nobody the other way round."""
    for clause in trial.clauses:
        if not isinstance(clause, MemberClause) or clause.ages is None:
            continue
        for age in _edges(clause.ages):
            if not 0 <= age <= OLDEST:
                continue
            person = Beneficiary(age=age)
            answer = trial.ask(Household(members=[person]))
            holds = next(one.holds for one in answer.checked if one.code == clause.code)
            inside = clause.ages[0] <= age <= clause.ages[1]
            ruled_out = clause.test is not None and clause.test(person, _ON).holds is False
            met = holds is not True if isinstance(clause, NobodyClause) else holds is not False
            must(
                met == (inside and not ruled_out),
                InvalidValueError(
                    "broken_law.past_the_edge", clause=clause.citation, edge=clause.code, ages=clause.ages, age=age
                ),
            )


def an_answer_has_its_reasons(trial: _Trial, drawn: Drawn) -> None:
    """A yes has a ground, a no something against it, and what is not known something missing; each is explained."""
    answer = trial.ask(filled(drawn.whole, dict.fromkeys(drawn.unknown)))
    reasons = {True: answer.grounds, False: answer.against, None: answer.missing}[answer.eligible]
    said = all(
        ground.say(language) in answer.explain(language) for ground in answer.grounds for language in ("id", "en")
    )
    must(
        bool(reasons) and said,
        InvalidValueError("broken_law.no_reason", clause=trial.source, found=answer.eligible),
    )


def answers_can_be_verified(trial: _Trial, drawn: Drawn) -> None:
    """A recorded answer is read back as the same answer."""
    answer = trial.ask(filled(drawn.whole, dict.fromkeys(drawn.unknown)))
    try:
        same = read_eligibility(answer.to_json(), rules=[trial.program]) == answer
    except KesosError:
        same = False
    must(same, InvalidValueError("broken_law.not_verified.eligibility", clause=trial.source))


def the_file_says_the_same(trial: _Trial, _: Drawn) -> None:
    """Written to a file and read back, the programme says the same."""
    try:
        text = dumps_program(trial.program)
        same = loads_program(text).to_dict() == trial.program.to_dict() and dumps_program(loads_program(text)) == text
    except KesosError:
        same = False
    must(same, InvalidValueError("broken_law.changed_by_its_file.program", clause=trial.source))


ProgramLaw = Callable[[_Trial, Drawn], None]

_DRAWN: tuple[ProgramLaw, ...] = (
    knowing_more_turns_no_answer,
    missing_names_what_could_settle_it,
    an_answer_has_its_reasons,
    answers_can_be_verified,
)
_ONCE: tuple[ProgramLaw, ...] = (each_clause_can_matter, ages_hold_to_their_edges)
PROGRAM_LAWS: tuple[ProgramLaw, ...] = (*_DRAWN, *_ONCE, the_file_says_the_same)
"""Every law that `check_program` tries; the name and the first line of each say what it is."""


def check_program(program: Program, *, eligible: Eligible = programs.eligibility, examples: int = 25) -> None:
    """Tries every law on a programme; says nothing where all of them hold. One without a rule is only written and read.

    Args:
        program: The programme.
        eligible: The function to try on it; left out, kesos's own `eligibility`.
        examples: How many households to draw for each law.

    Raises:
        BrokenLawsError: Every law that was broken, each with its clause and the smallest example found.

    >>> from kesos import Program
    >>> check_program(Program.ASPDB, examples=3)
    """
    trial = _Trial(checks.instance(program, "program", Program), eligible)
    ruled = bool(program.grounds)
    once: list[Any] = [(law.__name__, _on(trial, law)) for law in (*(_ONCE if ruled else ()), the_file_says_the_same)]
    drawn: list[Any] = [(law.__name__, _on(trial, law)) for law in (_DRAWN if ruled else ())]
    draws = trial.draws() if ruled else st.just(Drawn(Household(), ()))
    laws = [*drawn, *((name, _first_only(law)) for name, law in once)]
    try_all(program.code, laws, draws, trial.source, examples)


def _on(trial: _Trial, law: ProgramLaw) -> Callable[[Drawn], None]:
    return lambda drawn: law(trial, drawn)


def _first_only(law: Callable[[Drawn], None]) -> Callable[[Drawn], None]:
    """A law that asks the programme and not what is drawn is tried once, and breaks each time or never."""
    found: list[BaseException | None] = []

    def once(drawn: Drawn) -> None:
        if not found:
            try:
                law(drawn)
                found.append(None)
            except Exception as error:
                found.append(error)
        if found[0] is not None:
            raise found[0]

    return once


__all__ = ["PROGRAM_LAWS", "check_program"]
