"""Answers added up in one pass: what is known everywhere, what a standard leaves blank, what is not known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from kesos.records import Fieldwise
from kesos.relief._answers import Relief
from kesos.relief._lines import Unknown, Unspecified
from kesos.relief._ranges import ReliefRange
from kesos.relief._terms import Owed
from kesos.standards import Item
from kesos.values import Span
from kesos.values._spans import ends_of
from kesos.values._sums import sum_known


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Sums(Fieldwise):
    """What several answers add up to.

    Args:
        known: The sum of each item that has a number in every answer that has the item at all.
        known_part: What is known of the others.
        items: The item behind each code, as the first answer has it.
        ceilings: The items whose sum is a ceiling, since a part of it is.
        blanks: What standards leave blank, with all its recipients.
        unknown: What is not known, as the first answer has it, and in how many answers.
    """

    known: Mapping[str, Owed]
    known_part: Mapping[str, Owed]
    items: Mapping[str, Item]
    ceilings: Mapping[str, Item]
    blanks: tuple[Unspecified, ...]
    unknown: Mapping[str, tuple[Unknown, int]]


def add(answers: Iterable[Relief | ReliefRange]) -> Sums:
    """Adds answers up, once.

    Raises:
        UnitError: Two standards give one item in units that do not go together.
    """
    sums: dict[str, Owed] = {}
    items: dict[str, Item] = {}
    ceilings: dict[str, Item] = {}
    unknown: dict[str, tuple[Unknown, int]] = {}
    blanks: dict[int, list[Unspecified]] = {}  # by identity: hashing an item for each answer is slow
    for answer in answers:
        for item, owed in owed_items(answer):
            code = item.code
            if code in sums:
                sums[code] = plus(sums[code], owed)
            else:
                sums[code] = owed
                items[code] = item
            if item.bound == "ceiling":
                ceilings[code] = item
        for each in answer.unknown:
            first, times = unknown.get(each.code, (each, 0))
            unknown[each.code] = (first, times + 1)
        for blank in answer.unspecified:
            blanks.setdefault(id(blank.item), []).append(blank)
    open_codes = {*unknown, *(each[0].code for each in blanks.values())}
    return Sums(
        known={code: owed for code, owed in sums.items() if code not in open_codes},
        known_part={code: owed for code, owed in sums.items() if code in open_codes},
        items=items,
        ceilings=ceilings,
        blanks=_blanks(blanks.values()),
        unknown=unknown,
    )


def owed_items(answer: Relief | ReliefRange) -> Iterable[tuple[Item, Owed]]:
    """Each item of an answer with what is owed of it."""
    if isinstance(answer, Relief):
        return ((line.item, line.quantity) for line in answer.lines)
    return ((line.item, answer[line.item.code]) for line in answer.minimum.lines if line.item.code in answer)


def plus(one: Owed, other: Owed) -> Owed:
    """The sum of two amounts; a range where one of them is."""
    if isinstance(one, Span) or isinstance(other, Span):
        return Span(*ends_of(one)) + Span(*ends_of(other))
    return one + other


def _blanks(found: Iterable[list[Unspecified]]) -> tuple[Unspecified, ...]:
    """One blank for each item, for all its recipients; where they are not known of each, not known."""
    by_item: dict[Item, list[int | None]] = {}
    for blanks in found:
        by_item.setdefault(blanks[0].item, []).extend(blank.multiplier for blank in blanks)
    return tuple(Unspecified(item=item, multiplier=sum_known(each)) for item, each in by_item.items())


__all__ = ["Sums", "add", "owed_items", "plus"]
