"""A household, as far as it is known: its members, and what an office knows of it as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, ClassVar, Literal, get_args

import attrs
from attrs.converters import optional

from kesos import _checks as checks
from kesos.categories import Pmks
from kesos.errors import InvalidValueError, KesosError
from kesos.people._beneficiary import Beneficiary
from kesos.people._personal import (
    CATEGORIES,
    REFERENCE,
    REGISTERED_UNDER,
    Personal,
    ask,
    categories_of,
    check_known,
    keys_of,
    plain_fact,
    private_flag,
    private_instance,
    private_items,
    quiet,
    reference_of,
    wanted_fields,
)
from kesos.values import Text
from kesos.values._tabulated import Shown, ShownRow
from kesos.words import REDACTED

Livelihood = Literal["none", "insufficient", "sufficient"]
Setting = Literal["rural", "urban", "coastal"]
HouseDamage = Literal["none", "light", "heavy"]

_HOUSEHOLD_FLAGS = ("very_poor", "poor", "income_lost", "clothing_need", "kitchen_need")
_HOUSEHOLD_WORDS = {"livelihood": get_args(Livelihood), "setting": get_args(Setting), "damage": get_args(HouseDamage)}
HOUSEHOLD_FACTS: Mapping[str, tuple[bool | str, ...]] = {
    **_HOUSEHOLD_WORDS,
    **dict.fromkeys(_HOUSEHOLD_FLAGS, (True, False)),
    "categories": CATEGORIES,
}
"""The fields of a household that a rule may ask for, and all that each can say."""
_SIZE = Text("Jiwa", "People")


def _members(value: Iterable[Beneficiary]) -> tuple[Beneficiary, ...]:
    return private_items(value, "members")


@attrs.frozen(kw_only=True, repr=False, field_transformer=quiet)
class Household(Personal):
    """A household, as far as it is known; whatever is left out is not known.

    Args:
        members: Those who belong to it; None where nobody knows. An empty list is refused: a household has people.
        members_complete: The list names all of them; False where there may be more.
        reference: Your own short code for it, which may be shown: a single word, or one with a digit in it; never a
            name or the number of a family card.
        very_poor: Counts as a very poor household (RTSM) with the office.
        poor: Counts as poor (miskin) with the office.
        livelihood: "none", "insufficient" for basic needs, or "sufficient".
        income_lost: Income has fallen or stopped for a time, as by a disaster or by losing work.
        setting: Where it lives: "rural", "urban" or "coastal".
        damage: What a disaster did to its house: "none", "light" or "heavy".
        clothing_need: An officer judged that it cannot clothe itself and is in great need (tidak mampu dan sangat
            membutuhkan).
        kitchen_need: An officer judged that it can neither provide nor prepare its own meals (tidak mampu memenuhi dan
            melakukan kegiatan pemenuhan makanan secara mandiri).
        categories: The ministry's categories that the office registers the household under: all of them, or None.

    Raises:
        InvalidValueError: A value of the wrong kind, or two that contradict each other; nothing personal is in it.

    >>> family = Household(reference="f1", members=[Beneficiary(name="Siti", sex="female")], very_poor=True)
    >>> family.size, family.is_poor
    (1, True)
    >>> print(family)
    Household(reference='f1', size=1)
    """

    _people: ClassVar[tuple[type[Personal], ...]] = (Beneficiary,)

    members: tuple[Beneficiary, ...] | None = attrs.field(
        default=None,
        converter=optional(_members),
        metadata=ask("anggota rumah tangga selengkapnya", "all members of the household"),
    )
    members_complete: bool = True
    reference: str | None = None
    very_poor: bool | None = attrs.field(
        default=None, metadata=ask("apakah sangat miskin (RTSM)", "whether it is very poor (RTSM)")
    )
    poor: bool | None = attrs.field(default=None, metadata=ask("apakah miskin", "whether it is poor"))
    livelihood: Livelihood | None = attrs.field(default=None, metadata=ask("sumber mata pencaharian", "its livelihood"))
    income_lost: bool | None = attrs.field(
        default=None, metadata=ask("apakah pendapatan turun sementara", "whether its income has fallen for a time")
    )
    setting: Setting | None = attrs.field(
        default=None, metadata=ask("perkotaan, perdesaan atau pesisir", "town, village or coast")
    )
    damage: HouseDamage | None = attrs.field(default=None, metadata=ask("kerusakan rumah", "the damage to its house"))
    clothing_need: bool | None = attrs.field(
        default=None, metadata=ask("penilaian petugas tentang sandang", "an officer's judgement on clothing")
    )
    kitchen_need: bool | None = attrs.field(
        default=None, metadata=ask("penilaian petugas tentang alat dapur", "an officer's judgement on kitchen goods")
    )
    categories: tuple[Pmks, ...] | None = attrs.field(
        default=None, converter=optional(categories_of), metadata=REGISTERED_UNDER
    )

    def __attrs_post_init__(self) -> None:
        checks.settle(self, reference_of, "reference")
        self._check_members()
        private_flag(self.members_complete, "members_complete")
        check_known(self, _HOUSEHOLD_FLAGS, _HOUSEHOLD_WORDS)
        if self.categories is not None and self.is_destitute and Pmks.FAKIR_MISKIN not in self.categories:
            raise InvalidValueError("contradiction.destitute_member", field="categories", value=REDACTED)
        if self.poor is False and self.very_poor:
            raise InvalidValueError("contradiction.very_poor", field="poor", value=REDACTED)
        if self.poor is False and self.is_destitute:
            raise InvalidValueError("contradiction.destitute", field="poor", value=REDACTED)

    def _check_members(self) -> None:
        if self.members is None:
            return
        if not self.members:
            raise InvalidValueError("empty.household", field="members", value=())
        for number, member in enumerate(self.members):
            private_instance(member, f"members[{number}]", Beneficiary)

    @property
    def size(self) -> int | None:
        """How many people it has; None where not all of them are known."""
        return len(self.members) if self.members is not None and self.members_complete else None

    @property
    def is_destitute(self) -> bool | None:
        """Whether the office registers it, or one of its members, as fakir miskin (category 24).

        A household that is not poor is not destitute. None where the household's categories are not known and no member
        is registered so.
        """
        if any(Pmks.FAKIR_MISKIN in (member.categories or ()) for member in self.members or ()):
            return True
        if self.categories is None:
            return False if self.poor is False else None
        return Pmks.FAKIR_MISKIN in self.categories

    @property
    def is_poor(self) -> bool | None:
        """Whether it counts as poor: as the office says, and a very poor or a destitute household is poor.

        >>> Household(very_poor=True).is_poor, Household(very_poor=False).is_poor
        (True, None)
        """
        return True if self.very_poor or self.is_destitute else self.poor

    @property
    def is_very_poor(self) -> bool | None:
        """Whether it counts as very poor: as the office says, and a household that is not poor is not very poor."""
        return False if self.poor is False else self.very_poor

    def without_identity(self, on: date | str) -> Household:
        """The same household without any name or birth date: ages on that day stand in for them.

        Raises:
            InvalidValueError: A member born after that day, or of an age that contradicts what is said of them.
        """
        if self.members is None:
            return self
        members: list[Beneficiary] = []
        for number, member in enumerate(self.members):
            try:
                members.append(member.without_identity(on))
            except KesosError as error:
                raise error.at(f"members[{number}]") from None
        return attrs.evolve(self, members=members)

    def to_dict(self, *, personal: bool | Iterable[str] = False) -> dict[str, Any]:
        """Plain values for JSON, its members as such too; None where something is not known.

        Args:
            personal: Which personal fields of the members to add, by name ("name", "birth_date"); True for all.

        >>> "name" in Household(members=[Beneficiary(name="Siti", sex="female")]).to_dict()["members"][0]
        False
        """
        wanted = wanted_fields(personal, Beneficiary.PERSONAL)
        values = {key: plain_fact(getattr(self, name)) for key, name in keys_of(Household).items() if key != "members"}
        members = None if self.members is None else [member.to_dict(personal=wanted) for member in self.members]
        return {"members": members, **values}

    def __plain__(self) -> dict[str, Any]:
        """What a record or a rule file may hold of it."""
        return self.to_dict()

    def __row__(self) -> ShownRow:
        return Shown(REFERENCE, self.reference), Shown(_SIZE, self.size, adds=True)

    def __repr__(self) -> str:
        named = "" if self.reference is None else f"reference={self.reference!r}, "
        return f"Household({named}size={self.size})"
