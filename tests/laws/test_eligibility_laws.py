"""What holds of every programme's answer, whatever the household."""

import itertools
from datetime import date, timedelta
from typing import Any

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from kesos.errors import InvalidValueError
from kesos.people import Beneficiary, Household, Pmks
from kesos.programs import PROGRAM_RULES, Eligibility, eligibility
from kesos.values import whole_years

ON = date(2017, 6, 1)
FLAG = st.none() | st.booleans()
CATEGORIES = st.none() | st.lists(
    st.sampled_from([Pmks.FAKIR_MISKIN, Pmks.LANJUT_USIA_TELANTAR, Pmks.TUNA_SUSILA]), max_size=2, unique=True
)
CODES = st.sampled_from([rule.program.code for rule in PROGRAM_RULES])
PERSON: dict[str, st.SearchStrategy[Any]] = {
    "sex": st.sampled_from([None, "female", "male"]),
    "age": st.none() | st.integers(0, 20) | st.just(70),
    "pregnant": FLAG,
    "postpartum": FLAG,
    "breastfeeding": FLAG,
    "schooling": st.sampled_from([None, "none", "preschool", "primary", "junior"]),
    "basic_education_finished": FLAG,
    "elderly": FLAG,
    "disability": FLAG,
    "severe_disability": FLAG,
    "categories": CATEGORIES,
}
HOUSEHOLD: dict[str, st.SearchStrategy[Any]] = {
    "very_poor": FLAG,
    "poor": FLAG,
    "livelihood": st.sampled_from([None, "none", "insufficient", "sufficient"]),
    "income_lost": FLAG,
    "setting": st.sampled_from([None, "urban", "rural", "coastal"]),
    "categories": CATEGORIES,
    "members_complete": st.booleans(),
}


def possible(kind: Any, **values: Any) -> Any:
    """The person or household with these values; None where two of them contradict each other."""
    try:
        return kind(**values)
    except InvalidValueError as error:
        if error.code != "contradiction":
            raise
        return None


people = st.fixed_dictionaries(PERSON).map(lambda values: possible(Beneficiary, **values)).filter(bool)
facts = st.fixed_dictionaries(HOUSEHOLD)


@st.composite
def households(draw: st.DrawFn) -> Household:
    members = draw(st.none() | st.lists(people, min_size=1, max_size=4))
    household = draw(facts.map(lambda values: possible(Household, members=members, **values)).filter(bool))
    assert isinstance(household, Household)
    return household


def said(household: Household, code: str) -> Eligibility:
    return eligibility(code, household, on=ON)


@given(households(), CODES, st.data())
def test_replacing_an_unknown_by_any_value_changes_only_an_answer_that_was_not_known(
    household: Household, code: str, data: st.DataObject
) -> None:
    unknown: list[tuple[int | None, str]] = [(None, name) for name in HOUSEHOLD if getattr(household, name) is None]
    for place, member in enumerate(household.members or ()):
        values = {**{name: getattr(member, name, None) for name in PERSON if name != "age"}, "age": member.stated_age}
        unknown += [(place, name) for name, value in values.items() if value is None]
    if not unknown:
        return
    number, name = data.draw(st.sampled_from(unknown))
    value = data.draw((HOUSEHOLD if number is None else PERSON)[name].filter(lambda value: value is not None))
    try:
        if number is None:
            learnt = attrs.evolve(household, **{name: value})
        else:
            members = list(household.members or ())
            members[number] = attrs.evolve(members[number], **{name: value})
            learnt = attrs.evolve(household, members=members)
    except InvalidValueError:
        return  # it contradicts what is known already
    before, after = said(household, code), said(learnt, code)
    assert before.eligible in (None, after.eligible)


@given(households(), CODES, people)
def test_learning_of_one_more_member_changes_only_an_answer_that_was_not_known(
    household: Household, code: str, member: Beneficiary
) -> None:
    if household.members is None or household.members_complete:
        return
    learnt = possible(Household, **{**attrs.asdict(household, recurse=False), "members": [*household.members, member]})
    if learnt is not None:
        assert said(household, code).eligible in (None, said(learnt, code).eligible)


@given(households(), CODES, people)
def test_a_household_that_grows_by_any_member_stays_eligible(
    household: Household, code: str, member: Beneficiary
) -> None:
    if said(household, code).eligible is not True or household.members is None:
        return
    grown = possible(Household, **{**attrs.asdict(household, recurse=False), "members": [*household.members, member]})
    if grown is not None:
        assert said(grown, code).eligible is True


@given(households(), CODES, st.randoms(use_true_random=False))
def test_the_order_of_members_does_not_matter(household: Household, code: str, random: Any) -> None:
    if household.members is None:
        return
    members = list(household.members)
    random.shuffle(members)
    before, after = said(household, code), said(attrs.evolve(household, members=members), code)
    assert after.eligible is before.eligible
    assert sorted(ground.code for ground in after.grounds) == sorted(ground.code for ground in before.grounds)
    assert len(after.missing) == len(before.missing)


@given(households(), CODES)
def test_something_is_missing_exactly_where_the_answer_is_not_known(household: Household, code: str) -> None:
    answer = said(household, code)
    assert (answer.eligible is None) == bool(answer.missing)


@given(households(), CODES)
def test_an_eligible_household_has_a_ground_and_every_ground_a_source(household: Household, code: str) -> None:
    answer = said(household, code)
    assert bool(answer.grounds) or answer.eligible is not True
    assert all(ground.citation in answer.citations for ground in answer.grounds)
    for language in ("id", "en"):
        explained = answer.explain(language)
        assert all(ground.text.say(language) in explained for ground in answer.grounds)
        assert all(field in explained for field in answer.missing)


@given(households(), CODES, st.data())
def test_who_learns_all_that_is_missing_gets_an_answer(household: Household, code: str, data: st.DataObject) -> None:
    answer = said(household, code)
    if "members" in answer.missing:
        return
    try:
        for path in answer.missing:
            where, _, name = path.rpartition(".")
            field = "age" if name == "birth_date" else name
            known = (PERSON if where else HOUSEHOLD)[field].filter(lambda value: value is not None)
            if not where:
                household = attrs.evolve(household, **{field: data.draw(known)})
                continue
            members = list(household.members or ())
            number = int(where.removeprefix("members[").removesuffix("]"))
            members[number] = attrs.evolve(members[number], **{field: data.draw(known)})
            household = attrs.evolve(household, members=members)
    except InvalidValueError:
        return  # what was drawn contradicts what is known
    assert said(household, code).eligible is not None


PKH_FIELDS: dict[str, tuple[Any, ...]] = {
    "sex": ("female", "male"),
    "age": (*range(4, 9), *range(14, 20)),
    "pregnant": (True, False),
    "postpartum": (True, False),
    "breastfeeding": (True, False),
    "schooling": ("none", "primary"),
    "basic_education_finished": (True, False),
}


def completed(person: dict[str, Any]) -> dict[tuple[Any, ...], bool | None]:
    """The answer on PKH for each way in which the unknown could turn out, by the values of all fields."""
    answers: dict[tuple[Any, ...], bool | None] = {}
    for values in itertools.product(*((person[name],) if name in person else PKH_FIELDS[name] for name in PKH_FIELDS)):
        member = possible(Beneficiary, **dict(zip(PKH_FIELDS, values, strict=True)))
        if member is not None:
            answers[values] = said(Household(members=[member], very_poor=True), "PKH").eligible
    return answers


@settings(max_examples=40, deadline=None)
@given(st.fixed_dictionaries({}, optional={name: st.sampled_from(values) for name, values in PKH_FIELDS.items()}))
def test_missing_names_exactly_the_fields_that_could_change_the_answer(person: dict[str, Any]) -> None:
    member = possible(Beneficiary, **person)
    if member is None:
        return
    answers = completed(person)
    assert None not in answers.values()  # who knows everything has an answer
    decisive: set[str] = set()
    for values, answer in answers.items():
        for place, name in enumerate(PKH_FIELDS):
            if name not in person:
                others = (answers.get((*values[:place], other, *values[place + 1 :])) for other in PKH_FIELDS[name])
                if any(other is not None and other is not answer for other in others):
                    decisive.add(name)
    if "sex" not in person and decisive & {"pregnant", "postpartum", "breastfeeding"}:
        decisive.add("sex")  # of a man all three are known
    now = said(Household(members=[member], very_poor=True), "PKH")
    assert {path.removeprefix("members[0].").replace("birth_date", "age") for path in now.missing} == decisive
    assert now.eligible is (None if len(set(answers.values())) > 1 else next(iter(answers.values())))


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.integers(0, 110))
def test_a_year_is_completed_on_the_birthday_and_not_the_day_before(born: date, years: int) -> None:
    leap_day = (born.month, born.day) == (2, 29)
    try:
        birthday = born.replace(year=born.year + years)
    except ValueError:
        assert leap_day
        birthday = date(born.year + years, 3, 1)
    person = Beneficiary(birth_date=born)
    assert person.age(on=birthday) == years == whole_years(born, birthday)
    if years:
        assert person.age(on=birthday - timedelta(days=1)) == years - 1
