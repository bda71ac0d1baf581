"""What an event may be counted by: its code, its words, by what it is told apart, and the most of it that can be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar

import attrs

from kesos import _checks as checks
from kesos._checks import fill_field
from kesos.counts._numbers import Number
from kesos.errors import InvalidValueError, UnitError
from kesos.records import Recorded
from kesos.values import Citation, Quantity, Text, Unit
from kesos.values._texts import fold

Classes = tuple[str, ...] | None
"""The classes of an axis, or None where a class is a whole number: the size of a household, a percentage."""
WHOLE_NUMBER = "whole number"
"""How a file says that a class is a whole number."""
_SLIP = 0.85  # so near to a known word is a slip of the pen; "rehoused" is not a misspelt "house"


def slip(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` is a slip of the pen for, if any; a longer name that holds it is no slip.

    >>> slip("deads", ["dead", "house"]), slip("rehoused", ["dead", "house"])
    ('dead', None)
    """
    import difflib

    close = difflib.get_close_matches(word, list(known), n=1, cutoff=_SLIP)
    return close[0] if close and close[0] != word else None


_MEASURED = r"(?a)(\d+(?:\.\d+)?) (\w+)"


def _measure(amount: int | str | Quantity) -> int | Quantity:
    if isinstance(amount, Quantity):
        return amount
    measured = re.fullmatch(_MEASURED, amount) if isinstance(amount, str) else None
    return Quantity(measured[1], measured[2]) if measured else checks.count(amount, "amount")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Most(Recorded):
    """The most that a count can be for each of another: two hectares a farmer.

    Args:
        amount: How many, or how much.
        each: What the other is called; where it is a count too, the two are held together.

    >>> Most(amount="2 ha", each="farmer").amount == Quantity(20_000, "m2")
    True
    """

    amount: int | Quantity = attrs.field(converter=_measure)
    each: str

    def __attrs_post_init__(self) -> None:
        checks.settle(self, checks.slug, "each")

    @classmethod
    def __read__(cls, raw: object) -> Most:
        table = checks.mapping(raw, "")
        for key in ("amount", "each"):
            if key not in table:
                raise InvalidValueError("missing", field=key)
        for key in table:
            checks.choice(key, key, ("amount", "each"))
        return cls(amount=table["amount"], each=table["each"])

    def __plain__(self) -> dict[str, Any]:
        of = self.amount
        return {"amount": f"{of.amount} {of.unit.code}" if isinstance(of, Quantity) else of, "each": self.each}


def _classes(of: Iterable[str] | str | None, field: str) -> Classes:
    if of is None or (isinstance(of, str) and of == WHOLE_NUMBER):
        return None
    return tuple(checks.word(each, field) for each in checks.items(of, field))


def _axis_pairs(axes: Iterable[tuple[str, Iterable[str] | str | None]]) -> tuple[tuple[str, Classes], ...]:
    given = checks.pairs(axes, "axis")
    return tuple((checks.slug(name, "axis"), _classes(of, f"axis.{name}")) for name, of in given)


@attrs.frozen(eq=False, repr=False)
class Axes(Recorded):
    """By what a count is told apart: for each axis its classes, or None where a class is a whole number.

    >>> Axes.of({"size": "whole number", "damage": ["heavy", "light"]}).axes
    (('size', None), ('damage', ('heavy', 'light')))
    """

    axes: tuple[tuple[str, Classes], ...] = attrs.field(default=(), converter=_axis_pairs)

    @classmethod
    def of(cls, axes: Axes | Mapping[str, Iterable[str] | str]) -> Axes:
        """Axes from their names and classes."""
        if isinstance(axes, Axes):
            return axes
        return cls(tuple(checks.mapping(axes, "axis").items()))

    @classmethod
    def __read__(cls, raw: object) -> Axes:
        return cls.of(checks.mapping(raw, ""))

    def __plain__(self) -> dict[str, Any]:
        return {name: WHOLE_NUMBER if classes is None else list(classes) for name, classes in self.axes}

    def __iter__(self) -> Iterator[tuple[str, Classes]]:
        return iter(self.axes)

    def __len__(self) -> int:
        return len(self.axes)


def _axes(axes: Axes | Mapping[str, Iterable[str] | str]) -> Axes:
    return Axes.of(axes)


def _words(words: Iterable[str]) -> tuple[str, ...]:
    return checks.each(checks.text, words, "words")


BY_CODE: dict[str, Count] = {}
"""The well-known counts by code, filled by the module that makes them."""
BY_WORD: dict[str, Count] = {}
"""The same by code, name and every word that people write for them, in lower case."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Count(Recorded):
    """Something that an assessment counts.

    Args:
        code: A slug that never changes.
        name: What it is called.
        words: What else people write for it, in Indonesian.
        of: The code of the count that this is a part of.
        axis: By what it is told apart: each axis with its classes, or None where a class is a whole number.
        unit: The unit of a measured count, such as an area; None for what is counted.
        most: The most for each of another count, where the law says so.
        citation: Where a standard says what it counts; None for a well-known one.

    >>> Count.HOUSE.axis
    Axes(axes=(('damage', ('heavy', 'moderate', 'light')),))
    """

    code: str
    name: Text
    words: tuple[str, ...] = attrs.field(default=(), converter=_words)
    part_of: str | None = attrs.field(default=None, alias="of")
    axis: Axes = attrs.field(default=Axes(), converter=_axes)
    unit: Unit | None = None
    most: Most | None = None
    citation: Citation | None = None

    PERSON: ClassVar[Count]
    FAMILY: ClassVar[Count]
    HOUSEHOLD: ClassVar[Count]
    DEAD: ClassVar[Count]
    MISSING: ClassVar[Count]
    INJURED: ClassVar[Count]
    DISPLACED: ClassVar[Count]
    SUFFERING: ClassVar[Count]
    INFANT: ClassVar[Count]
    UNDER_FIVE: ClassVar[Count]
    CHILD: ClassVar[Count]
    ELDERLY: ClassVar[Count]
    PREGNANT: ClassVar[Count]
    DISABLED: ClassVar[Count]
    HOUSE: ClassVar[Count]
    HOUSE_FLOODED: ClassVar[Count]
    BUILDING: ClassVar[Count]
    BUSINESS: ClassVar[Count]
    PUBLIC_FACILITY: ClassVar[Count]

    def __attrs_post_init__(self) -> None:
        checks.settle(self, checks.slug, "code")
        checks.instance(self.name, "name", Text)
        if self.part_of is not None:
            fill_field(self, "part_of", checks.slug(self.part_of, "of"))
            if self.part_of == self.code:
                raise InvalidValueError("part_of_itself", field="of", value=self.part_of, count=self.name)
        for field, kind in (("unit", Unit), ("most", Most), ("citation", Citation)):
            if getattr(self, field) is not None:
                checks.instance(getattr(self, field), field, kind)
        known = BY_CODE.get(self.code)
        # A standard may count the same in words and by classes of its own, and says where it does.
        if known is not None and known != self and self.citation is None:
            raise InvalidValueError("well_known", field="code", value=self.code)

    @classmethod
    def of(cls, count: Count | str, field: str = "count") -> Count:
        """A Count, or the well-known one that has this code, name or word; case and blanks do not matter.

        Raises:
            InvalidValueError: Nobody counts that.
        """
        if isinstance(count, Count):
            return count
        found = cls.meaning(count) if isinstance(count, str) else None
        if found is not None:
            return found
        raise InvalidValueError("count_not_known", field=field, value=count, hint=checks.did_you_mean(count, BY_CODE))

    @staticmethod
    def meaning(word: str) -> Count | None:
        """The well-known count that a code, a name or a word means, if any."""
        asked = checks.instance(word, "word", str)
        return BY_CODE.get(asked) or BY_WORD.get(fold(asked))

    def measured(self, number: Number, field: str) -> Number:
        """A number of it, as a Quantity where it is measured: a bare number is then in its unit.

        Raises:
            UnitError: The number is in a unit that does not go together with it.

        >>> Count.DEAD.measured(3, "counts.dead")
        3
        """
        if isinstance(number, Quantity):
            goes = (self.code, self.part_of) if self.unit is None else (self.unit.base,)
            if number.unit.base not in goes:
                said = Text(number.say("id"), number.say("en"))
                raise UnitError("unit_mismatch.count", field=field, value=number, count=self.name, amount=said)
            return number
        return number if self.unit is None or not isinstance(number, int) else Quantity(number, self.unit)

    def say(self, language: str) -> str:
        """What it is called in "id" or "en"."""
        return self.name.say(language)

    label = say

    def axis_of(self, name: str) -> str | None:
        """The axis that a class is of; None where no axis has it.

        >>> Count.HOUSE.axis_of("heavy")
        'damage'
        """
        return next((axis for axis, classes in self.axis if classes is not None and name in classes), None)
