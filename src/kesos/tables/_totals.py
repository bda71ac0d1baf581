"""What printed totals are held against: the sums of the rows above them, and of groups under a head."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

import attrs

from kesos._sheets._grid import Label
from kesos.tables._counted import NOT_RECORDED
from kesos.values import Quantity, Text
from kesos.values import _locales as locales
from kesos.wording import FamiliesAndPeople


def say_sum(value: Any) -> object:
    """A total as people print it."""
    if isinstance(value, FamiliesAndPeople):
        return Text(
            *(f"{locales.number(value.families, of)}/{locales.number(value.people, of)}" for of in ("id", "en"))
        )
    return value if isinstance(value, Quantity) else Text(locales.number(value, "id"), locales.number(value, "en"))


Without = Literal["", "doubled", "rejected"]
"""Why a row may be no part of a sum."""


@attrs.frozen
class Held:
    """A printed total, held against its rows.

    Args:
        differing: The columns whose total the rows do not add up to, each with what they come to.
        unchecked: The rows for which the others cannot be checked.
    """

    differing: Mapping[str, Any]
    unchecked: tuple[Label, ...]


class Sums:
    """What the rows between two totals add up to, column by column."""

    def __init__(self) -> None:
        self.read: dict[str, Any] = {}
        self.every: dict[str, Any] = {}
        """The same with the rows that were rejected, or say the same as another."""
        self._blank: dict[str, set[Label]] = {}
        """The rows that have nothing in a column: it may be none, or not known."""
        self.has_rows = False
        self._doubtful: dict[Label, None] = {}
        """The rows that were rejected, or have nothing, or something that cannot be read, in order."""
        self._rejected: set[Label] = set()
        self._unread: dict[str, set[Label]] = {}

    def add(self, values: Mapping[str, Any], *, row: Label, unread: Iterable[str] = (), without: Without = "") -> None:
        """Adds a row.

        Args:
            values: What it has in each column that can be read.
            row: What it is called.
            unread: The columns in which it has something that cannot be read.
            without: Why the sum may be without it, if it may.
        """
        self.has_rows = True
        for code in (code for code, value in values.items() if value is None):
            self._blank.setdefault(code, set()).add(row)
            self._doubtful[row] = None
        if without == "rejected":
            self._rejected.add(row)
            self._doubtful[row] = None
        for code in unread:
            self._unread.setdefault(code, set()).add(row)
            self._doubtful[row] = None
        for sums in (self.every,) if without else (self.every, self.read):
            for code, value in values.items():
                if value is not None and value is not NOT_RECORDED:
                    sums[code] = _plus(sums[code], value) if code in sums else value

    def fits(self, code: str, printed: Any) -> bool:
        """Whether the rows may come to what is printed: a row with nothing in the column may be of any number."""
        return printed in self._found(code, printed) or bool(self._filling(code, printed))

    def _filling(self, code: str, printed: Any) -> set[Label]:
        """The rows with nothing in the column, where what is printed may be right only by what they have."""
        found = self._found(code, printed)
        return self._blank.get(code, set()) if printed not in found and _above(printed, found[0]) else set()

    def doubtful(self, code: str, printed: Any) -> set[Label]:
        """The rows for which nobody can say what the column comes to: those that cannot be read in it, and the rejected
        beside them, or where what is printed lies between the sums without and with them; those with nothing in it,
        where what is printed is above the sum of the others."""
        unread, filling = self._unread.get(code, set()), self._filling(code, printed)
        least, most = self._found(code, printed)
        between = not self.fits(code, printed) and _above(printed, least) and _above(most, printed)
        return filling | unread | self._rejected if unread or between else filling

    def _found(self, code: str, printed: Any) -> tuple[Any, Any]:
        """What the rows come to without those that may be no part of the sum, and with them."""
        nothing = nothing_of(printed)
        return self.read.get(code, nothing), self.every.get(code, nothing)

    def held_against(self, printed: Mapping[str, Any]) -> Held:
        """What is printed, column by column, held against the rows."""
        differing: dict[str, Any] = {}
        unchecked: set[Label] = set()
        for code, value in printed.items():
            rows = self.doubtful(code, value)
            unchecked |= rows
            if not rows and not self.fits(code, value):
                least, most = self._found(code, value)
                differing[code] = most if self._rejected and _above(value, most) else least
        return Held(differing, tuple(row for row in self._doubtful if row in unchecked))


class Totals:
    """What a printed total may be of: the rows since the last total, those of several groups, or all."""

    def __init__(self) -> None:
        self.group, self.block, self.whole = Sums(), Sums(), Sums()
        self._words: set[str] = set()
        """The words that earlier totals begin with."""

    def open_group(self) -> None:
        """A group begins here, whose head says what its rows add up to."""
        self.group = Sums()

    def add(self, values: Mapping[str, Any], *, row: Label, unread: Iterable[str] = (), without: Without = "") -> None:
        for sums in (self.group, self.block, self.whole):
            sums.add(values, row=row, unread=unread, without=without)

    def held_against(self, printed: Mapping[str, Any], words: str) -> Held:
        """A total that begins with these words, held against the rows that it is of."""
        each = (self.group, self.block, self.whole)
        fitting = {code: [sums for sums in each if sums.fits(code, value)] for code, value in printed.items()}
        of = self._rows_of(words)
        sure = {
            code for code, found in fitting.items() if any(not sums.doubtful(code, printed[code]) for sums in found)
        }
        held = of.held_against({code: value for code, value in printed.items() if code not in sure})
        ends_block = printed and all(self.block in found for found in fitting.values())
        if not all(self.group in found for found in fitting.values()) and (ends_block or of is not self.group):
            self.block = Sums()
        self.group = Sums()
        self._words.add(words)
        return held

    def _rows_of(self, words: str) -> Sums:
        """The rows that a total is of where it fits none: those since the last, or of all where there are none, or
        where it is called otherwise than the totals before it."""
        if self.group.has_rows and (not self._words or words in self._words or words.startswith("sub")):
            return self.group
        return self.block if self.block.has_rows and not self.group.has_rows else self.whole


def _plus(total: Any, value: Any) -> Any:
    if isinstance(value, FamiliesAndPeople):
        return FamiliesAndPeople(total.families + value.families, total.people + value.people)
    return total + value


def _above(printed: Any, found: Any) -> bool:
    if isinstance(printed, FamiliesAndPeople):
        return bool(printed.families >= found.families and printed.people >= found.people)
    return bool(printed >= found)


def nothing_of(value: Any) -> Any:
    if isinstance(value, FamiliesAndPeople):
        return FamiliesAndPeople(0, 0)
    return Quantity(0, "IDR") if isinstance(value, Quantity) else 0
