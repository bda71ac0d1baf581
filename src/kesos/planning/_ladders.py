"""What is given by the end of each day: a ladder that a plan climbs day by day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from kesos.relief._terms import Owed
from kesos.standards import Item
from kesos.values._spans import ends_of

Key = tuple[str, int]
"""The code of an item, and the ordinal of a day: what is given of it on that day and on all after it."""
Good = dict[Key, int]
"""How much may be given of an item from a day on, in base units."""


class Part(NamedTuple):
    """One item of a ladder.

    Args:
        item: The item.
        cap: The days after which no more of it is given.
        minimum: The least days that its window has; None where the source gives none.
        per_day: How much each day adds, in base units; 0 where days differ.
        upto: How much so many days are owed, where days differ.
        pack: How much is in a pack, in base units; 1 where it is given exactly.
        up: Whether the rest of a pack is rounded up.
        first: The ordinal of the first day.
        cuts: The days on which less of it may be given than on those before; the first on which any is needed too.
    """

    item: Item
    cap: int
    minimum: int | None
    per_day: int
    upto: Callable[[int], int] | None = None
    pack: int = 1
    up: bool = True
    first: int = 0
    cuts: tuple[int, ...] = (0,)

    def owed(self, days: int) -> int:
        """How much of it is owed for so many days."""
        if days == 0:
            return 0
        days = min(days, self.cap)
        return self.per_day * days if self.upto is None else self.upto(days)

    def by(self, days: int) -> int:
        """How much of it is given by the end of so many days, in the packs that it comes in."""
        amount = self.owed(days)
        if self.pack == 1:
            return amount
        return (amount + self.pack - 1 if self.up else amount) // self.pack * self.pack

    def before(self, days: int, day: int) -> int:
        """How much of what so many days are given goes out before a day of the calendar."""
        passed = min(days, max(0, day - self.first))
        return min(self.by(passed), self.by(days))

    def claims(self, days: int) -> Iterator[tuple[Key, int]]:
        """How much of what so many days are given goes out from each of the cuts on."""
        by = self.by(days)
        return (((self.item.code, day), by - self.before(days, day)) for day in self.cuts)

    def fits(self, days: int, there: Mapping[Key, int]) -> bool:
        """Whether there is enough of it for so many days."""
        return all(amount <= there[key] for key, amount in self.claims(days))


class Ladder(NamedTuple):
    """Items that are given together, day by day, up to the last of their days.

    Args:
        parts: The items.
        cap: The most days.
        minimum: The least that the standard gives, of all its windows here; None where it gives none.
        rises: Whether no further day ever takes from what the days before it are owed.
    """

    parts: tuple[Part, ...]
    cap: int
    minimum: int | None
    rises: bool

    def claims(self, days: int) -> Good:
        """How much of each item goes out from each of its cuts on, where so many days are given."""
        return {key: amount for part in self.parts for key, amount in part.claims(days)}

    def most(self, there: Mapping[Key, int], upto: int | None = None) -> int:
        """The most days that what is there is enough for, and for any fewer."""
        cap = self.cap if upto is None else min(upto, self.cap)

        def fits(days: int) -> bool:
            return all(part.fits(days, there) for part in self.parts)

        return most_days(fits, cap, self.rises)


def most_days(fits: Callable[[int], bool], cap: int, rises: bool) -> int:
    """The most days up to `cap` that fit, with all days before them."""
    if not rises:
        return next((days - 1 for days in range(1, cap + 1) if not fits(days)), cap)
    fitting, not_fitting = 0, cap + 1
    while fitting + 1 < not_fitting:
        days = (fitting + not_fitting) // 2
        if fits(days):
            fitting = days
        else:
            not_fitting = days
    return fitting


def ladder_of(parts: Iterable[Part]) -> Ladder | None:
    """Items that take days, as one ladder; None where there are none."""
    each = tuple(parts)
    if not each:
        return None
    least = [part.minimum for part in each if part.minimum is not None]
    return Ladder(
        each,
        max(part.cap for part in each),
        max(least) if least else None,
        all(part.upto is None or part.item.every != "once" for part in each),
    )


def upper(owed: Owed) -> int:
    """An amount in base units; of a range its upper end, so that a plan is never short of what may be owed."""
    return ends_of(owed)[1].amount


__all__ = ["Good", "Key", "Ladder", "Part", "ladder_of", "most_days", "upper"]
