"""What a worksheet says of one household: what is known, what is not, and whom in it each item's words name."""

from __future__ import annotations

from datetime import date

import attrs

from kesos.people import Household
from kesos.relief._selective_items import ITEMS, SelectiveItem, suits
from kesos.values import Text


@attrs.frozen(kw_only=True)
class Candidate:
    """Somebody whom an item could go to.

    Args:
        item: The item's code.
        reference: The household, or a member of it as "f1/2".
        suits: True where the item's own words name such a person; None where they leave it open or too little is known.
        missing: What is not known, where that is why; "adult_from" is the caller's own reading.
    """

    item: str
    reference: str
    suits: bool | None
    missing: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class WorksheetRow:
    """A household on the worksheet: what speaks for it and what is not known. No name and no birth date.

    Args:
        reference: The household.
        members: Its members, as far as they are known: "f1/1", "f1/2" or their own references.
        clothing: Whether an officer judged it to be in need of clothing; None where nobody did.
        kitchen: Likewise for kitchen goods.
        facts: What is known that a committee may weigh.
        candidates: Whom in it each item could go to.
        not_known: The fields of the household that are not known and that the sheet would show.
    """

    reference: str
    members: tuple[str, ...]
    clothing: bool | None
    kitchen: bool | None
    facts: tuple[Text, ...]
    candidates: tuple[Candidate, ...]
    not_known: tuple[str, ...]


def row_of(household: Household, on: date, limit: int | None) -> WorksheetRow:
    """The row of a household.

    Args:
        household: The household; it has a reference.
        on: The day that ages are taken on.
        limit: The age from which the caller counts people as adults; None where they do not say.
    """
    candidates = tuple(one for item in ITEMS for one in _candidates(item, household, on, limit))
    not_known = [
        field
        for field, value in (
            ("clothing_need", household.clothing_need),
            ("kitchen_need", household.kitchen_need),
            ("damage", household.damage),
            ("poor", household.is_poor),
            ("income_lost", household.income_lost),
            ("members", household.size),
        )
        if value is None
    ]
    not_known += [field for one in candidates for field in one.missing if field != "adult_from"]
    return WorksheetRow(
        reference=household.reference or "",
        members=member_names(household),
        clothing=household.clothing_need,
        kitchen=household.kitchen_need,
        facts=tuple(_facts(household)),
        candidates=candidates,
        not_known=tuple(dict.fromkeys(not_known)),
    )


def member_names(household: Household) -> tuple[str, ...]:
    """What its members are called on the sheet: by their own reference, or "f1/2" for the second of household f1."""
    return tuple(
        member.reference or f"{household.reference}/{number}"
        for number, member in enumerate(household.members or (), start=1)
    )


def _facts(household: Household) -> list[Text]:
    """What is known of the household that a committee may weigh; none of it decides anything here."""
    facts: list[Text] = []
    if household.damage is not None:
        facts.append(_DAMAGE[household.damage])
    if household.is_very_poor:
        facts.append(Text("sangat miskin", "very poor"))
    elif household.is_poor is not None:
        facts.append(Text("miskin", "poor") if household.is_poor else Text("tidak miskin", "not poor"))
    if household.income_lost:
        facts.append(Text("pendapatan turun sementara", "income has fallen for a time"))
    if household.size is not None:
        facts.append(Text(f"{household.size} orang", f"people: {household.size}"))
    return facts


_DAMAGE = {
    "heavy": Text("rumah rusak berat", "house heavily damaged"),
    "light": Text("rumah rusak ringan", "house lightly damaged"),
    "none": Text("rumah tidak rusak", "house not damaged"),
}


def _candidates(item: SelectiveItem, household: Household, on: date, limit: int | None) -> list[Candidate]:
    whole = Candidate(item=item.code, reference=household.reference or "", suits=None)
    names = member_names(household)
    if item.is_open:
        return [whole, *(Candidate(item=item.code, reference=name, suits=None) for name in names)]
    found: list[Candidate] = []
    for number, (name, member) in enumerate(zip(names, household.members or (), strict=True)):
        truth = suits(item, member, on, limit)
        if truth.holds is not False:
            missing = (field if field == "adult_from" else f"members[{number}].{field}" for field in truth.missing)
            found.append(Candidate(item=item.code, reference=name, suits=truth.holds, missing=tuple(missing)))
    if household.size is None:  # somebody may be there whom we do not know of
        found.append(attrs.evolve(whole, missing=("members",)))
    return found
