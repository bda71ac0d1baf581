"""The figures that an event and each of its places have: how they are given, held together and shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from kesos import _checks as checks
from kesos._checks import fill_field
from kesos._damages import KnownDamage
from kesos.counts import ByClass, Counts, Number
from kesos.counts._agreement import check_together
from kesos.counts._counts import NONE
from kesos.counts._known import FIELDS
from kesos.errors import InvalidValueError
from kesos.events._damage import Damage, damage_counts
from kesos.values import Place, Quantity, Text, Unit
from kesos.values._tabulated import Shown, ShownRow

_RUPIAH = Unit.of("IDR")
PLACE = Text("Tempat", "Place")
_FAMILIES, _PEOPLE = Text("KK", "Families"), Text("Jiwa", "People")
_DAMAGED, _LOSS = Text("Kerusakan", "Damage"), Text("Kerugian", "Loss")


class Counted(Protocol):
    """Whatever was counted: an event as a whole, or one of its places."""

    @property
    def people(self) -> int | None: ...
    @property
    def families(self) -> int | None: ...
    @property
    def loss(self) -> Quantity | None: ...
    @property
    def counts(self) -> Mapping[str, Number | ByClass]: ...


def place_of(place: Place | str) -> Place:
    """A place, or the one that words name."""
    return place if type(place) is Place else Place.of(place)


def loss_of(loss: Quantity | int) -> Quantity:
    """A loss in rupiah, which is not below zero."""
    amount = loss if isinstance(loss, Quantity) else Quantity(checks.count(loss, "loss"), _RUPIAH)
    if (amount.unit is not _RUPIAH and amount.unit != _RUPIAH) or amount.amount < 0:
        raise InvalidValueError("not_a_loss", field="loss", value=loss)
    return amount


def counts_of(counts: Mapping[str, Any] | None) -> Counts:
    """Counts from a mapping; most events and places have none."""
    if counts is None or counts is NONE:
        return NONE
    return counts if isinstance(counts, Counts) else Counts(counts)


def hold_counts(holder: Counted, given: Counts, damage: Damage | None, prefix: str = "") -> None:
    """Takes people and families out of the counts into the fields of that name, and refuses what cannot be true."""
    for code, field in FIELDS.items():
        number = given.get(code)
        short = getattr(holder, field)
        if short is not None and code in given and short != number:
            raise InvalidValueError("two_numbers", field=field, value=short, other=number)
        if isinstance(number, int):
            fill_field(holder, f"{prefix}{field}", number)
    for code, number in damage_counts(damage).items():
        if code in given and not _agree(number, given, code):
            raise InvalidValueError("two_numbers", field="damage", value=number, other=given[code])
    check_together(dict(given) | {"person": holder.people, "family": holder.families})


def _agree(number: Number | ByClass, given: Counts, code: str) -> bool:
    """Whether what the damage says of a count and what the counts say can be true together."""
    other = given[code]
    if isinstance(number, ByClass) and isinstance(other, ByClass):
        told = dict(other.cells)  # by class, each may tell some: heavy and light here, moderate there
        return all(told.get(classes, each) == each for classes, each in number.cells)
    return other is None or number in (other, given.total(code))


def check_families(people: int | None, families: int | None) -> None:
    """Refuses more families than people."""
    if people is not None and families is not None and families > people:
        raise InvalidValueError("part_above_whole.families", field="families", value=families, most=people)


def all_counts(
    people: int | None, families: int | None, damage: Damage | None, given: Counts
) -> dict[str, Number | ByClass]:
    """Every count of an event or a place, the short names among them, by its code."""
    short: dict[str, Number | ByClass] = {"person": people, "family": families}
    known = {code: number for code, number in short.items() if number is not None}
    told = damage_counts(damage)
    for code, number in given.items():
        before = told.get(code)
        if isinstance(before, ByClass) and isinstance(number, ByClass):
            told[code] = ByClass(tuple({**dict(before.cells), **dict(number.cells)}.items()))
        elif number is not None or before is None:
            told[code] = number
    return known | told


def figures(counted: Counted, damage: Damage | None) -> ShownRow:
    """What was counted, as the last columns of a row."""
    return (
        Shown(_FAMILIES, counted.families, adds=True),
        Shown(_PEOPLE, counted.people, adds=True),
        Shown(_DAMAGED, KnownDamage.of(counted.counts, damage_counts(damage)), adds=True),
        Shown(_LOSS, counted.loss, adds=True),
    )
