"""What a worksheet says of one household: what is known, what is not, and whom in it each item's words name."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import attrs

from kesos.people import Household
from kesos.relief._selective_items import suits, words_of
from kesos.standards import AidStandard, Item
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
        judged: For the code of each package given selectively, whether an officer judged the household to have the
            need for which it is given; None where nobody did.
        facts: What is known that a committee may weigh.
        candidates: Whom in it each item could go to.
        not_known: The fields of the household that are not known and that the sheet would show.
    """

    reference: str
    members: tuple[str, ...]
    judged: tuple[tuple[str, bool | None], ...]
    facts: tuple[Text, ...]
    candidates: tuple[Candidate, ...]
    not_known: tuple[str, ...]

    @property
    def clothing(self) -> bool | None:
        """Whether an officer judged it to be in need of clothing; None where nobody did, or where none is given."""
        return dict(self.judged).get("clothing")

    @property
    def kitchen(self) -> bool | None:
        """Likewise for kitchen goods."""
        return dict(self.judged).get("kitchen")


def row_of(household: Household, standard: AidStandard, on: date, limit: int | None) -> WorksheetRow:
    """The row of a household.

    Args:
        household: The household; it has a reference.
        standard: The standard whose selective items are laid out.
        on: The day that ages are taken on.
        limit: The age from which the caller counts people as adults; None where they do not say.
    """
    candidates = tuple(one for item in standard.selective for one in _candidates(item, household, on, limit))
    fields = {
        package.code: None if package.judged is None else package.judged.field
        for package in standard.packages
        if package.selective
    }
    judged = {code: None if field is None else getattr(household, field) for code, field in fields.items()}
    not_known = [
        field
        for field, value in (
            *((field, judged[code]) for code, field in fields.items() if field is not None),
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
        judged=tuple(judged.items()),
        facts=tuple(_facts(household)),
        candidates=candidates,
        not_known=tuple(dict.fromkeys(not_known)),
    )


def suiting(row: WorksheetRow, items: Iterable[Item], language: str) -> list[str]:
    """Whom in the household the words of each item name, in a line for each item that names somebody."""
    lines: list[str] = []
    for item in items:
        named = [one.reference for one in row.candidates if one.item == item.code and one.suits]
        if named:
            lines.append(f"{words_of(item, language)}: {', '.join(named)}")
    return lines


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


def _candidates(item: Item, household: Household, on: date, limit: int | None) -> list[Candidate]:
    whole = Candidate(item=item.code, reference=household.reference or "", suits=None)
    names = member_names(household)
    if item.suits is None or item.suits.is_open:
        return [whole, *(Candidate(item=item.code, reference=name, suits=None) for name in names)]
    found: list[Candidate] = []
    for number, (name, member) in enumerate(zip(names, household.members or (), strict=True)):
        truth = suits(item.suits, member, on, limit)
        if truth.holds is not False:
            missing = (field if field == "adult_from" else f"members[{number}].{field}" for field in truth.missing)
            found.append(Candidate(item=item.code, reference=name, suits=truth.holds, missing=tuple(missing)))
    if household.size is None:  # somebody may be there whom we do not know of
        found.append(attrs.evolve(whole, missing=("members",)))
    return found
