"""The items that a standard gives to chosen recipients, and whom each item's own words name."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kesos import _checks as checks
from kesos._ages import LIMITS
from kesos.errors import UnknownItemError
from kesos.people import Beneficiary, Schooling
from kesos.standards import AidStandard, Item, Package, Suits
from kesos.values import Citation, Text, Truth, all_of, known

_LAST = Text(" dan ", ", ")


def known_item(standard: AidStandard, item: object, field: str) -> Item:
    """The standard's selective item of this code.

    >>> from kesos.standards import PEDUM_2003
    >>> known_item(PEDUM_2003, "house_dress", "item").name.id
    'Daster dewasa'
    """
    items = {each.code: each for each in standard.selective}
    found = items.get(item) if isinstance(item, str) else None
    if found is None:
        near = checks.did_you_mean(item, items)
        raise UnknownItemError("unknown_item.on_worksheet", field=field, value=item, hint=near)
    return found


def words_of(item: Item, language: str) -> str:
    """The words that say whom an item is for: the source's own where they are known, else its name."""
    return item.name.say(language) if item.suits is None or item.suits.words is None else item.suits.words


def about(packages: Iterable[Package], language: str) -> str:
    """What the packages are about, in a word or two each."""
    *others, last = [(each.name if (of := each.judged) is None or of.about is None else of.about) for each in packages]
    said = ", ".join(each.say(language) for each in others)
    return said + (_LAST.say(language) if others else "") + last.say(language)


def sources_of(packages: Iterable[Package]) -> list[Citation]:
    """Where a standard gives its packages selectively; where it has no place for a whole one, where it names items."""
    places: list[Citation] = []
    for package in packages:
        if package.judged is not None:
            places.append(package.judged.citation)
        else:
            places += [item.citation for item in package.selective]
    return list(dict.fromkeys(places))


def suits(whom: Suits, member: Beneficiary, on: date, limit: int | None) -> Truth:
    """Whether the words of an item name such a person.

    Args:
        whom: Whom they name.
        member: The person.
        on: The day that the age is taken on.
        limit: The age from which the caller counts people as adults; None where they do not say.
    """
    parts: list[Truth] = []
    if whom.sex is not None:
        parts.append(known(None if member.sex is None else member.sex == whom.sex, "sex"))
    if whom.schooling:
        parts.append(_goes_to(whom.schooling, member, on))
    if whom.grown is not None:
        parts.append(_grown(member, whom.grown, on, limit))
    return all_of(parts)


def _goes_to(schools: tuple[Schooling, ...], member: Beneficiary, on: date) -> Truth:
    if member.schooling is not None:
        return Truth(member.schooling in schools)
    can_be = any(_at_an_age_for(school, member, on) for school in schools)
    return known(None, "schooling") if can_be else Truth(False)


def _at_an_age_for(school: Schooling, member: Beneficiary, on: date) -> bool:
    return ("schooling", school) not in LIMITS or member.limit_passed("schooling", school, on) is None


def _grown(member: Beneficiary, grown: bool, on: date, limit: int | None) -> Truth:
    if limit is None:
        return Truth(None, ("adult_from",))
    age = member.age(on)
    return known(None if age is None else (age >= limit) is grown, "birth_date")
