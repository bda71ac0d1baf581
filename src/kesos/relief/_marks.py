"""Whom the caller marked on a worksheet: how many there are for an item, and each mark that cannot be."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import attrs

from kesos import _checks as checks
from kesos.errors import InvalidValueError, KesosError
from kesos.words import REDACTED

_MOST_GUESSES = 20
"""So many unknown marks are told what may have been meant: each is compared with every reference."""


def faults_of(
    item: str, marks: tuple[object, ...], household_of: Mapping[str, str], fitting: Collection[str]
) -> list[KesosError]:
    """Every mark for an item that cannot be.

    Args:
        item: The item's code.
        marks: The references that were marked.
        household_of: The household of every reference on the sheet; a household's own is itself.
        fitting: The references to which the item could go.
    """
    judged = _Marks(household_of, fitting)
    faults: list[KesosError] = []
    for number, mark in enumerate(marks):
        try:
            judged.take(mark)
        except KesosError as error:
            faults.append(error.at(f"chosen[{item!r}][{number}]"))
    return faults


@attrs.define
class _Marks:
    """The marks for one item so far."""

    household_of: Mapping[str, str]
    fitting: Collection[str]
    taken: set[str] = attrs.field(init=False, factory=set)
    through_members: set[str] = attrs.field(init=False, factory=set)
    unknown: int = attrs.field(init=False, default=0)

    def take(self, mark: object) -> None:
        """Takes a mark that can stand beside those before it."""
        if not isinstance(mark, str) or mark not in self.household_of:
            self.unknown += 1
            near = checks.did_you_mean(mark, self.household_of) if self.unknown <= _MOST_GUESSES else None
            raise InvalidValueError("unknown_reference.mark", value=REDACTED, hint=near)
        household = self.household_of[mark]
        if mark in self.taken:
            raise InvalidValueError("marked_twice", value=mark)
        if household in self.taken or mark in self.through_members:
            raise InvalidValueError("household_and_member", value=mark)
        if mark not in self.fitting:
            raise InvalidValueError("does_not_suit", value=mark)
        self.taken.add(mark)
        if household != mark:
            self.through_members.add(household)
