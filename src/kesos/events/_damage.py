"""Damaged buildings, by how badly and by what they are."""

from __future__ import annotations

import attrs

from kesos._damages import KnownDamage
from kesos.counts import ByClass, Number
from kesos.events._known import count_field
from kesos.records import Recorded, Tally
from kesos.values._display import UNKNOWN
from kesos.values._sums import sum_known


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Damage(Recorded):
    """Damaged buildings, by how badly and by what they are. What is not given is not known, which is not zero.

    The two ways of counting are independent: a house is heavily or lightly damaged, and it is a house.

    Args:
        heavy: Buildings damaged heavily (rusak berat).
        light: Buildings damaged lightly (rusak ringan).
        houses: Houses (RMH).
        businesses: Places of business (tempat usaha).
        public_facilities: Offices and public facilities.

    >>> Damage(light=72, houses=72) + Damage(light=26, houses=26)
    Damage(heavy=None, light=98, houses=98, businesses=None, public_facilities=None)
    """

    heavy: Tally | None = None
    light: Tally | None = None
    houses: Tally | None = None
    businesses: Tally | None = None
    public_facilities: Tally | None = None

    def __attrs_post_init__(self) -> None:
        for field in _DAMAGE:
            count_field(self, field, getattr(self, field))

    def __add__(self, other: Damage) -> Damage:
        if not isinstance(other, Damage):
            return NotImplemented
        return Damage(**{field: sum_known([getattr(self, field), getattr(other, field)]) for field in _DAMAGE})

    def say(self, language: str) -> str:
        """What is known of it, in words."""
        known = KnownDamage.of(damage_counts(self))
        return UNKNOWN.say(language) if known is None else known.say(language)


_DAMAGE = tuple(field.name for field in attrs.fields(Damage))
NO_DAMAGE_KNOWN = Damage()


def damage_of(damage: Damage | None) -> Damage:
    """Damage; where none was given, nothing of it is known."""
    return NO_DAMAGE_KNOWN if damage is None else damage


def told_damage(damage: Damage | None) -> Damage | None:
    """Damage of which something is known; where nothing is, none was told."""
    return None if isinstance(damage, Damage) and damage == NO_DAMAGE_KNOWN else damage


def damage_counts(damage: Damage | None) -> dict[str, Number | ByClass]:
    """Damage by the codes of the counts."""
    if damage is None or damage == NO_DAMAGE_KNOWN:
        return {}
    degrees = {"heavy": damage.heavy, "light": damage.light}
    cells = tuple(((("", name),), number) for name, number in degrees.items() if number is not None)
    numbers: dict[str, Number | ByClass] = {
        "house": damage.houses,
        "business": damage.businesses,
        "public_facility": damage.public_facilities,
        "building": ByClass(cells) if cells else None,
    }
    return {code: number for code, number in numbers.items() if number is not None}
