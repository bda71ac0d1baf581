"""What is known of damaged buildings as one value of a table, whether a damage tells it or a count by class."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from kesos.counts import ByClass, Count, Number
from kesos.counts._by_class import not_given
from kesos.counts._class_words import say_class, say_counted
from kesos.counts._numbers import add_numbers
from kesos.records import Fieldwise
from kesos.values import Text
from kesos.values._display import UNKNOWN
from kesos.values._tabulated import said_of

_COUNTS = (Count.BUILDING, Count.HOUSE, Count.BUSINESS, Count.PUBLIC_FACILITY)
_DAMAGE = "damage"
_OTHERS = Text("lainnya", "others")
"""The classes of which nothing was given."""


@attrs.frozen(eq=False, repr=False)
class KnownDamage(Fieldwise):
    """What is known of damaged buildings; of several together, what is known of each.

    Args:
        counts: The number of each count that something is known of, in their order.
        in_part: Whether it is a sum in which a part is not known.
        open: The counts of which some class was not given, so that how many there are in all is not known.

    >>> house = ByClass(cells=(((("", "heavy"),), 3), ((("", "light"),), None)))
    >>> KnownDamage.of({"house": house, "dead": 1}).say("en")
    'houses (3 heavily damaged, others not known)'
    >>> (KnownDamage.of({"house": 2}) + KnownDamage.of({"house": house})).say("en")
    '5 houses'
    """

    counts: tuple[tuple[str, Number | ByClass], ...]
    in_part: bool = False
    open: tuple[str, ...] = ()

    @classmethod
    def of(
        cls, counts: Mapping[str, Number | ByClass], wholes: Mapping[str, Number | ByClass] | None = None
    ) -> KnownDamage | None:
        """What counts tell of damage; None where they tell nothing.

        Args:
            counts: The counts.
            wholes: What is told elsewhere of how many there are in all.
        """
        told = [(count.code, counts.get(count.code)) for count in _COUNTS]
        known = tuple((code, number) for code, number in told if known_part(number) is not None)
        opened = tuple(code for code, number in known if is_open(code, number, wholes))
        return cls(known, open=opened) if known else None

    def __add__(self, other: KnownDamage) -> KnownDamage:
        mine, theirs = dict(self.counts), dict(other.counts)
        codes = [count.code for count in _COUNTS if count.code in mine or count.code in theirs]
        together = tuple((code, _plus(mine.get(code), theirs.get(code))) for code in codes)
        opened = {*self.open, *other.open}
        whole = all(_known_alike(mine.get(code), theirs.get(code), opened=code in opened) for code in codes)
        return KnownDamage(
            together,
            in_part=self.in_part or other.in_part or not whole,
            open=tuple(code for code, number in together if code in opened and isinstance(number, ByClass)),
        )

    def say(self, language: str) -> str:
        """It in words: "4 rusak berat, rumah (3 rusak berat, lainnya tidak diketahui)"."""
        return ", ".join(
            _said(Count.of(code), number, language, opened=code in self.open) for code, number in self.counts
        )


def is_open(code: str, number: Number | ByClass, wholes: Mapping[str, Number | ByClass] | None = None) -> bool:
    """Whether some class of a count was not given, so that how many there are in all is not known.

    Where it is told elsewhere how many there are in all, and the classes that were given come to that, there are no
    others.

    >>> house = ByClass(cells=(((("", "heavy"),), 3),))
    >>> is_open("house", house), is_open("house", house, {"house": 3})
    (True, False)
    """
    if not isinstance(number, ByClass) or not not_given((cell for cell, _ in number.cells), Count.of(code)):
        return False
    return number.total is None or number.total != (wholes or {}).get(code)


def known_part(number: Number | ByClass) -> Number:
    """What is known of a count: of one by class, what the known classes come to; None where nothing is."""
    cells = [each for _, each in number.cells] if isinstance(number, ByClass) else [number]
    return add_numbers([each for each in cells if each is not None])


def _known_alike(one: Number | ByClass, other: Number | ByClass, *, opened: bool) -> bool:
    """Whether all that is known of the one is known of the other, and nothing of either is not."""
    if isinstance(one, ByClass) and isinstance(other, ByClass):
        if set(dict(one.cells)) != set(dict(other.cells)):
            return False
    elif opened:  # the one is a number of all, the other only of some classes
        return False
    return all((each.total if isinstance(each, ByClass) else each) is not None for each in (one, other))


def _plus(one: Number | ByClass, other: Number | ByClass) -> Number | ByClass:
    """What is known of both; class by class where both tell their classes, or one tells nothing."""
    if one is None or other is None:
        return other if one is None else one
    if isinstance(one, ByClass) and isinstance(other, ByClass):
        mine, theirs = dict(one.cells), dict(other.cells)
        cells = [(cell, [mine.get(cell), theirs.get(cell)]) for cell in dict.fromkeys((*mine, *theirs))]
        return ByClass(tuple((cell, add_numbers([each for each in both if each is not None])) for cell, both in cells))
    return add_numbers([known_part(one), known_part(other)])


def _said(count: Count, number: Number | ByClass, language: str, *, opened: bool) -> str:
    """A count in words; of buildings the degree alone, since that is what the word for it says."""
    if not isinstance(number, ByClass):
        return f"{said_of(number, language)} {say_counted(count.name, number, language)}"
    names_others = opened and count is not Count.BUILDING
    cells = [cell for cell in number.cells if cell[1] is not None or not names_others]
    said = [_of_class(*cell, language) for cell in cells]
    if names_others:
        said.append(f"{_OTHERS.say(language)} {UNKNOWN.say(language)}")
    if count is Count.BUILDING:
        return ", ".join(said)
    whole = None if opened else number.total
    many = "" if whole is None else f"{said_of(whole, language)} "
    return f"{many}{say_counted(count.name, whole, language)} ({', '.join(said)})"


def _of_class(classes: tuple[tuple[str, str | int], ...], number: Number, language: str) -> str:
    name = ", ".join(say_class(axis or _DAMAGE, each, language) for axis, each in classes)
    return f"{name} {UNKNOWN.say(language)}" if number is None else f"{said_of(number, language)} {name}"


__all__ = ["KnownDamage", "is_open", "known_part"]
