"""What is known of a person or a household, by all that is said of them: what follows is known, and is not asked again.

A man is not pregnant; who is registered as a neglected elderly person is elderly; who has no disability has no severe
one; a destitute household is poor; and what no age allows is not so. A rule that asks for a field asks here.
"""

from __future__ import annotations

from datetime import date

from kesos._ages import LIMITS, AgeLimit
from kesos.categories import Pmks
from kesos.people import Beneficiary, Household
from kesos.people._beneficiary import MATERNAL, MEMBER_FACTS, SAID_BY_CATEGORY
from kesos.people._household import HOUSEHOLD_FACTS
from kesos.values import Need, Truth, known

Values = tuple[bool | str, ...]


def fact(holder: Beneficiary | Household, field: str, wanted: Values, on: date) -> Truth:
    """Whether a field says one of these values, with what is missing where that is not known.

    Args:
        holder: The person or the household.
        field: One of `MEMBER_FACTS` or `HOUSEHOLD_FACTS`.
        wanted: Some of the values that the field can have; categories by their names.
        on: The day asked about.

    >>> fact(Beneficiary(sex="male"), "pregnant", (True,), date(2017, 6, 1)).holds
    False
    >>> fact(Household(very_poor=True), "poor", (True,), date(2017, 6, 1)).holds
    True
    """
    if isinstance(holder, Household):
        return _of_household(holder, field, wanted)
    if field == "categories":
        return _registered(holder, wanted, on)
    if field in MATERNAL and holder.sex == "male":
        return Truth(True) if False in wanted else Truth(False, needs=(Need("sex", ("female",)),))
    value = _said(holder, field)
    if value is not None:
        return known(value in wanted, field, needed=wanted)
    return _by_age(holder, field, MEMBER_FACTS[field], wanted, on)


def _of_household(household: Household, field: str, wanted: Values) -> Truth:
    if field != "categories":
        value = {"poor": household.is_poor, "very_poor": household.is_very_poor}.get(field, getattr(household, field))
        return known(None if value is None else value in wanted, field, needed=wanted)
    names = {category.name for category in household.categories or ()}
    destitute = household.is_destitute
    if destitute:
        names.add(Pmks.FAKIR_MISKIN.name)
    holds: bool | None = bool(names & set(wanted))
    others = set(wanted) - ({Pmks.FAKIR_MISKIN.name} if destitute is False else set())
    if not holds and household.categories is None and others:
        holds = None
    return known(holds, field, needed=wanted)


def _registered(member: Beneficiary, wanted: Values, on: date) -> Truth:
    if member.categories is not None:
        return known(any(each.name in wanted for each in member.categories), "categories", needed=wanted)
    denied = {category.name for field, category in SAID_BY_CATEGORY if getattr(member, field) is False}
    possible = tuple(value for value in wanted if value not in denied)
    if not possible:
        return Truth(False, needs=(Need("categories", wanted),))
    # beside those that are asked for there is always another, or none: no age says that somebody is registered
    found = _by_age(member, "categories", (*possible, _NONE), possible, on)
    return found if found.holds is None else Truth(False, needs=(Need("categories", wanted),), readings=found.readings)


_NONE = ""


def _said(member: Beneficiary, field: str) -> bool | str | None:
    """What a field says, or what follows from another that is known."""
    value: bool | str | None = getattr(member, field)
    if value is not None:
        return value
    if field == "sex":
        return "female" if any(getattr(member, each) for each in MATERNAL) else None
    if field == "severe_disability":
        return False if member.disability is False else None
    if field == "disability" and member.severe_disability:
        return True
    registered = member.categories or ()
    return True if any(field == said and category in registered for said, category in SAID_BY_CATEGORY) else None


def _by_age(member: Beneficiary, field: str, values: Values, wanted: Values, on: date) -> Truth:
    """Of a field that says nothing: what the ages that the person can have leave of it."""
    youngest, oldest = member.possible_ages(on)
    limits = {value: limit for value in values if (limit := LIMITS.get(_fact_of(field, value))) is not None}
    settled = _settled(values, wanted, limits, youngest, oldest)
    if settled is not None:
        ruled_out = wanted if settled is False else tuple(value for value in values if value not in wanted)
        needs = () if settled else (Need(field, wanted),)
        readings = tuple(dict.fromkeys(limits[value].reading for value in ruled_out))
        return Truth(settled, needs=needs, readings=readings)
    missing = ("sex",) if field in MATERNAL and member.sex is None else ()
    edges = {age for limit in limits.values() for age in (limit.least - 1, limit.least, limit.most, limit.most + 1)}
    # at whichever age, also one that is ruled out already: records of earlier answers name the birth date there too
    if member.age(on) is None and any(_settled(values, wanted, limits, age, age) is not None for age in edges):
        missing = (*missing, "birth_date")
    return Truth(None, (*missing, field))


def _settled(
    values: Values, wanted: Values, limits: dict[bool | str, AgeLimit], youngest: int, oldest: int
) -> bool | None:
    possible = [
        value
        for value in values
        if value not in limits or (oldest >= limits[value].least and youngest <= limits[value].most)
    ]
    if not set(possible) & set(wanted):
        return False
    return True if set(possible) <= set(wanted) else None


def _fact_of(field: str, value: bool | str) -> tuple[str, object]:
    return (field, Pmks[value]) if field == "categories" and isinstance(value, str) and value else (field, value)


__all__ = ["HOUSEHOLD_FACTS", "MEMBER_FACTS", "fact"]
