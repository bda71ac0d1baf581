"""What printed totals are held against: the sums of the rows above them, and of groups under a head."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

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


class Sums:
    """What the rows between two totals add up to, column by column."""

    def __init__(self) -> None:
        self.read: dict[str, Any] = {}
        self.every: dict[str, Any] = {}
        """The same with the rows that were rejected."""
        self.open: set[str] = set()
        """The columns in which a row has nothing: it may be none, or not known."""

    def add(self, values: Mapping[str, Any], *, rejected: bool) -> None:
        self.open |= {code for code, value in values.items() if value is None}
        for sums in (self.every,) if rejected else (self.every, self.read):
            for code, value in values.items():
                if value is not None and value is not NOT_RECORDED:
                    sums[code] = _plus(sums[code], value) if code in sums else value

    def fits(self, code: str, printed: Any) -> bool:
        """Whether the rows may come to what is printed: a row with nothing in the column may be of any number."""
        nothing = nothing_of(printed)
        found = (self.read.get(code, nothing), self.every.get(code, nothing))
        return printed in found or (code in self.open and _above(printed, found[0]))

    def differing(self, printed: Mapping[str, Any]) -> dict[str, Any]:
        """The columns whose printed total the rows do not add up to, each with what they come to."""
        return {
            code: self.read.get(code, nothing_of(value))
            for code, value in printed.items()
            if not self.fits(code, value)
        }


class Totals:
    """What a printed total may be of: the rows since the last total, those of several groups, or all."""

    def __init__(self) -> None:
        self.group, self.block, self.whole = Sums(), Sums(), Sums()

    def open_group(self) -> None:
        """A group begins here, whose head says what its rows add up to."""
        self.group = Sums()

    def add(self, values: Mapping[str, Any], *, rejected: bool) -> None:
        for sums in (self.group, self.block, self.whole):
            sums.add(values, rejected=rejected)

    def differing(self, printed: Mapping[str, Any]) -> dict[str, Any]:
        """The columns whose printed total the rows do not add up to, each with what all rows come to."""
        ends_block = printed and all(self.block.fits(code, value) for code, value in printed.items())
        differing = {
            code: self.whole.read.get(code, nothing_of(value))
            for code, value in printed.items()
            if not any(sums.fits(code, value) for sums in (self.group, self.block, self.whole))
        }
        if ends_block and not all(self.group.fits(code, value) for code, value in printed.items()):
            self.block = Sums()
        self.group = Sums()
        return differing


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
