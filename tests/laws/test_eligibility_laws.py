"""What holds of every programme's answer, whatever the household."""

import itertools
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from kesos._ages import LIMITS
from kesos.errors import InvalidValueError
from kesos.people import Beneficiary, Household, Pmks
from kesos.programs import PROGRAM_RULES, Eligibility, eligibility
from kesos.values import whole_years

ON = date(2017, 6, 1)
CODES = tuple(rule.program.code for rule in PROGRAM_RULES)
MATERNAL = ("pregnant", "postpartum", "breastfeeding")
AGES = (0, *range(4, 11), *range(14, 20), 30, 35, 59, 60, 75)
DESTITUTE, NONE_OF_THEM = (Pmks.FAKIR_MISKIN,), ()


def said(household: Household, code: str) -> Eligibility:
    return eligibility(code, household, on=ON)


# --- households that there could be, known in full and in part --------------------------------------------------------


@st.composite
def people(draw: st.DrawFn) -> Beneficiary:
    """Somebody of whom everything is known that a rule asks."""
    sex: Any = draw(st.sampled_from(["female", "male"]))
    age = draw(st.sampled_from(AGES))

    def perhaps(field: str) -> bool:
        limit = LIMITS[field, True]
        return limit.least <= age <= limit.most and draw(st.booleans())

    mother = sex == "female" and draw(st.booleans())
    schools = ["none", "preschool", *(word for word in ("primary", "junior", "senior") if age >= _from(word))]
    disability = draw(st.booleans())
    maternal: dict[str, Any] = {field: mother and perhaps(field) for field in MATERNAL}
    return Beneficiary(
        sex=sex,
        age=age,
        schooling=draw(st.sampled_from(schools)),
        basic_education_finished=perhaps("basic_education_finished"),
        elderly=perhaps("elderly"),
        disability=disability,
        severe_disability=disability and draw(st.booleans()),
        categories=(),
        **maternal,
    )


def _from(school: str) -> int:
    return LIMITS["schooling", school].least


@st.composite
def households(draw: st.DrawFn, least: int = 1) -> Household:
    """A household of which everything is known that a rule asks: very poor, poor, destitute or none of these."""
    poverty = draw(st.sampled_from(["none", "poor", "very poor", "destitute"]))
    return Household(
        members=draw(st.lists(people(), min_size=least, max_size=4)),
        poor=poverty != "none",
        very_poor=poverty == "very poor",
        categories=DESTITUTE if poverty == "destitute" else NONE_OF_THEM,
        livelihood=draw(st.sampled_from(["none", "insufficient", "sufficient"])),
        income_lost=draw(st.booleans()),
        setting=draw(st.sampled_from(["urban", "rural", "coastal"])),
    )


PERSON = (
    "sex",
    "age",
    *MATERNAL,
    "schooling",
    "basic_education_finished",
    "elderly",
    "disability",
    "severe_disability",
)
HOUSEHOLD = ("very_poor", "poor", "categories", "livelihood", "income_lost", "setting")
Path = tuple[int | None, str]
"""A field of a member, or of the household where no member is named."""


def value_at(household: Household, path: Path) -> Any:
    place, name = path
    if place is None:
        return getattr(household, name)
    assert household.members is not None
    return getattr(household.members[place], "stated_age" if name == "age" else name)


def with_value(household: Household, path: Path, value: Any) -> Household:
    place, name = path
    if place is None:
        return attrs.evolve(household, **{name: value})
    members = list(household.members or ())
    members[place] = attrs.evolve(members[place], **{name: value})
    return attrs.evolve(household, members=members)


def filled(household: Household, values: dict[Path, Any]) -> Household:
    """All of these at once, since some of them alone may contradict what is not yet filled in."""
    members = [
        attrs.evolve(member, **{name: value for (place, name), value in values.items() if place == number})
        for number, member in enumerate(household.members or ())
    ]
    own = {name: value for (place, name), value in values.items() if place is None}
    return attrs.evolve(household, members=members, **own)


def paths_of(household: Household) -> list[Path]:
    own: list[Path] = [(None, name) for name in HOUSEHOLD]
    return own + [(place, name) for place in range(len(household.members or ())) for name in PERSON]


def path_of(missing: str) -> Path:
    where, _, name = missing.rpartition(".")
    number = int(where.removeprefix("members[").removesuffix("]")) if where else None
    return number, "age" if name == "birth_date" else name


@st.composite
def known_in_part(draw: st.DrawFn) -> tuple[Household, Household]:
    """A household as it is, and as far as it is known."""
    whole = draw(households())
    unknown = draw(st.sets(st.sampled_from(paths_of(whole)), min_size=1))
    return whole, filled(whole, dict.fromkeys(unknown))


# --- the laws -----------------------------------------------------------------------------------------------------


@given(known_in_part(), st.data())
def test_replacing_an_unknown_by_any_value_changes_only_an_answer_that_was_not_known(
    both: tuple[Household, Household], data: st.DataObject
) -> None:
    whole, known = both
    unknown = [path for path in paths_of(known) if value_at(known, path) is None]
    path = data.draw(st.sampled_from(unknown))
    learnt = with_value(known, path, value_at(whole, path))
    for code in CODES:
        assert said(known, code).eligible in (None, said(learnt, code).eligible)


@given(known_in_part(), people())
def test_learning_of_one_more_member_changes_only_an_answer_that_was_not_known(
    both: tuple[Household, Household], member: Beneficiary
) -> None:
    known = attrs.evolve(both[1], members_complete=False)
    learnt = attrs.evolve(known, members=[*(known.members or ()), member])
    for code in CODES:
        assert said(known, code).eligible in (None, said(learnt, code).eligible)


@given(households(least=2), st.sampled_from(CODES), st.data())
def test_a_household_that_grows_by_any_member_stays_eligible(
    household: Household, code: str, data: st.DataObject
) -> None:
    grown = entitled(household, code)
    *members, last = grown.members or ()
    before = attrs.evolve(grown, members=data.draw(st.permutations(members)))
    assert said(before, code).eligible is True
    assert said(attrs.evolve(before, members=[*(before.members or ()), last]), code).eligible is True


def entitled(household: Household, code: str) -> Household:
    """The same household, changed as little as it takes to be among those whom the programme is for."""
    first, *others = household.members or ()
    if code == "PKH":
        changed = attrs.evolve(household, poor=True, very_poor=True)
        return attrs.evolve(changed, members=[attrs.evolve(_adult(first), sex="female", pregnant=True), *others])
    if code == "ASLUT":
        old = attrs.evolve(_adult(first), age=75, schooling="none", elderly=True)
        return attrs.evolve(household, poor=True, members=[old, *others])
    if code == "ASPDB":
        return attrs.evolve(household, members=[attrs.evolve(first, disability=True, severe_disability=True), *others])
    where: Any = code.removeprefix("KUBE_").lower() if code.startswith("KUBE_") else household.setting
    return attrs.evolve(household, poor=True, categories=DESTITUTE, livelihood="none", setting=where)


def _adult(member: Beneficiary) -> Beneficiary:
    return attrs.evolve(member, age=35, elderly=False, pregnant=False, postpartum=False, breastfeeding=False)


@given(known_in_part(), st.randoms(use_true_random=False))
def test_the_order_of_members_does_not_matter(both: tuple[Household, Household], random: Any) -> None:
    known = both[1]
    members = list(known.members or ())
    random.shuffle(members)
    for code in CODES:
        before, after = said(known, code), said(attrs.evolve(known, members=members), code)
        assert after.eligible is before.eligible
        assert sorted(ground.code for ground in after.grounds) == sorted(ground.code for ground in before.grounds)
        assert len(after.missing) == len(before.missing)
        assert [one.code for one in after.against] == [one.code for one in before.against]


@given(known_in_part(), st.booleans())
def test_an_answer_that_is_not_known_says_what_is_missing_and_a_no_what_is_against_it(
    both: tuple[Household, Household], complete: bool
) -> None:
    known = attrs.evolve(both[1], members_complete=complete)
    for code in CODES:
        answer = said(known, code)
        assert (answer.eligible is None) == bool(answer.missing)
        assert (answer.eligible is False) == bool(answer.against)


@given(known_in_part())
def test_an_eligible_household_has_a_ground_and_every_ground_a_source(both: tuple[Household, Household]) -> None:
    for code in CODES:
        answer = said(both[1], code)
        assert bool(answer.grounds) or answer.eligible is not True
        assert all(ground.citation in answer.citations for ground in answer.grounds)
        for language in ("id", "en"):
            explained = answer.explain(language)
            assert all(ground.say(language) in explained for ground in answer.grounds)
            assert all(one.say(language) in explained for one in answer.against)
            assert all(f"- {line}\n" in explained for line in answer.say_missing(language))


@given(known_in_part())
def test_who_learns_all_that_is_missing_gets_the_answer_that_there_is(both: tuple[Household, Household]) -> None:
    whole, known = both
    for code in CODES:
        missing = [path_of(field) for field in said(known, code).missing]
        learnt = filled(known, {path: value_at(whole, path) for path in missing})
        assert said(learnt, code).eligible is said(whole, code).eligible is not None


@given(households())
def test_what_a_no_says_is_against_it_is_not_so_in_the_household(household: Household) -> None:
    for code in CODES:
        for one in said(household, code).against:
            for need in one.needs:
                value = value_at(household, path_of(need.field))
                if need.ages is not None:
                    assert not need.ages[0] <= value <= need.ages[1]
                else:
                    assert not {getattr(part, "name", part) for part in _each(value)} & set(need.values)


def _each(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)


ASKED: dict[str, dict[str, tuple[Any, ...]]] = {
    "PKH": {
        "very_poor": (True, False),
        "sex": ("female", "male"),
        "age": AGES,
        **dict.fromkeys(MATERNAL, (True, False)),
        "schooling": ("none", "primary", "senior"),
        "basic_education_finished": (True, False),
    },
    "ASLUT": {"poor": (True, False), "age": AGES, "elderly": (True, False)},
    "ASPDB": {"severe_disability": (True, False)},
    "FAKIR_MISKIN": {
        "categories": (DESTITUTE, NONE_OF_THEM),
        "livelihood": ("none", "insufficient", "sufficient"),
        "income_lost": (True, False),
    },
}
"""The fields that each programme's text speaks of, and enough values of each to tell one answer from another."""
for _code in ("KUBE_URBAN", "KUBE_RURAL", "KUBE_COASTAL"):
    ASKED[_code] = {**ASKED["FAKIR_MISKIN"], "setting": ("urban", "rural", "coastal")}


@settings(max_examples=150, deadline=None)
@given(households(), st.sampled_from(CODES), st.data())
def test_missing_names_exactly_the_fields_that_could_settle_the_answer(
    household: Household, code: str, data: st.DataObject
) -> None:
    asked = [path for path in paths_of(household) if path[1] in ASKED[code]]
    unknown = data.draw(st.lists(st.sampled_from(asked), min_size=1, max_size=4, unique=True))
    known = filled(household, dict.fromkeys(unknown))
    answers = dict(completed(known, unknown, code))
    assert None not in answers.values()  # who knows everything has an answer
    now = said(known, code)
    assert now.eligible is (None if len(set(answers.values())) > 1 else next(iter(answers.values())))
    assert {path_of(field) for field in now.missing} == {
        path for place, path in enumerate(unknown) if could_settle(place, answers)
    }


def completed(known: Household, unknown: list[Path], code: str) -> Iterator[tuple[tuple[Any, ...], bool | None]]:
    """The answer for each way in which the unknown could turn out, by the values of the unknown fields."""
    for values in itertools.product(*(ASKED[code][name] for _, name in unknown)):
        try:
            household = filled(known, dict(zip(unknown, values, strict=True)))
        except InvalidValueError:
            continue
        yield values, said(household, code).eligible


def could_settle(place: int, answers: dict[tuple[Any, ...], bool | None]) -> bool:
    """Whether somebody who knows some of the other fields and not the answer may have it by learning this one."""
    others = [number for number in range(len(next(iter(answers)))) if number != place]
    for size in range(len(others) + 1):
        for learnt in itertools.combinations(others, size):
            open_to: dict[tuple[Any, ...], dict[Any, set[bool | None]]] = {}
            for values, answer in answers.items():
                by_value = open_to.setdefault(tuple(values[number] for number in learnt), {})
                by_value.setdefault(values[place], set()).add(answer)
            for by_value in open_to.values():
                if len(set().union(*by_value.values())) > 1 and any(len(one) == 1 for one in by_value.values()):
                    return True
    return False


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
