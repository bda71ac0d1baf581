"""Counts as columns: which count, of which class, in which unit, and which end of a range."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, Literal, cast

import attrs

from kesos._sheets._fields import Field
from kesos.counts import ByClass, Number
from kesos.counts._numbers import add_numbers
from kesos.errors import InvalidValueError
from kesos.records import Fieldwise
from kesos.tables._columns import EVENT, by_code
from kesos.values import Quantity, Span, Text, Unit

End = Literal["", "minimum", "maximum"]
_ENDS: dict[End, Text] = {
    "minimum": Text(" – paling sedikit", " – at least"),
    "maximum": Text(" – paling banyak", " – at most"),
}
_WRITTEN = re.compile(
    r"counts\.(?P<code>[a-z0-9_-]+)(\[(?P<classes>[^\]]*)\])?( \((?P<unit>[^)]+)\))?(?P<end> minimum| maximum)?",
    re.ASCII,
)
_CLASS = re.compile(r"((?P<axis>[a-z0-9_-]*)=)?(#(?P<number>\d+)|(?P<word>[^,\]=#]+))", re.ASCII)
_KNOWN = by_code(EVENT)
NOT_RECORDED: Final = Text("Tidak dicatat", "Not recorded")
"""What stands in the column of a class of which an event, told by other classes, says nothing; it adds nothing."""
_Classes = tuple[tuple[str, str | int], ...]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class CountColumn(Fieldwise):
    """What a column of counts holds.

    Args:
        code: The code of the count.
        classes: The class on each axis; the axis is "" where the class says the rest.
        unit: The unit of a measured count; None for what is counted.
        end: Which end of a range; "" where it is no range.

    >>> CountColumn(code="paddy", classes=(("terrain", "hill"),), unit="ha").head("id")
    'counts.paddy[terrain=hill] (ha)'
    """

    code: str
    classes: _Classes = ()
    unit: str | None = None
    end: End = ""

    @property
    def field(self) -> Field | None:
        """The column as offices know it, where they do."""
        return None if self.unit else _KNOWN.get(self._written())

    def head(self, language: str) -> str:
        """What stands over it: words where the count is a well-known one, else its code with its classes."""
        if self.field is None:
            return f"{self._written()}{f' ({self.unit})' if self.unit else ''}{f' {self.end}' if self.end else ''}"
        return self.field.heads.say(language) + (_ENDS[self.end].say(language) if self.end else "")

    def _written(self) -> str:
        each = ",".join(
            f"{f'{axis}=' if axis else ''}{f'#{name}' if isinstance(name, int) else name}"
            for axis, name in self.classes
        )
        return f"counts.{self.code}{f'[{each}]' if each else ''}"

    @classmethod
    def read(cls, head: str) -> CountColumn | None:
        """The column under a head that `head` wrote, in either language; None where it is another's.

        >>> CountColumn.read("Meninggal dunia (jiwa) – paling sedikit")
        CountColumn(code='dead', classes=(), unit=None, end='minimum')
        """
        for end, words in _ENDS.items():
            for tail in (words.id, words.en):
                if head.endswith(tail):
                    code = _BY_HEAD.get(head.removesuffix(tail))
                    return None if code is None else cls._of(f"{code} {end}")
        return cls._of(_BY_HEAD.get(head, head))

    @classmethod
    def _of(cls, written: str) -> CountColumn | None:
        found = _WRITTEN.fullmatch(written)
        if found is None:
            return None
        classes = [_CLASS.fullmatch(each) for each in (found["classes"] or "").split(",") if each]
        return cls(
            code=found["code"],
            classes=tuple(
                (each["axis"] or "", int(each["number"]) if each["number"] else each["word"])
                for each in classes
                if each is not None
            ),
            unit=found["unit"],
            end=cast("End", (found["end"] or "").strip()),
        )


_BY_HEAD = {
    head: field.code for field in EVENT if field.code.startswith("counts.") for head in (field.heads.id, field.heads.en)
}


def spread(counts: Mapping[str, Number | ByClass]) -> Iterator[tuple[CountColumn, int | None]]:
    """Each number of some counts with the column that it stands in; a measured one in its base unit."""
    for code, given in counts.items():
        for classes, number in given.cells if isinstance(given, ByClass) else (((), given),):
            if isinstance(number, Span):
                yield CountColumn(code=code, classes=classes, end="minimum"), number.minimum
                yield CountColumn(code=code, classes=classes, end="maximum"), number.maximum
            elif isinstance(number, Quantity):
                yield CountColumn(code=code, classes=classes, unit=number.unit.code), number.amount
            else:
                yield CountColumn(code=code, classes=classes), number


def gather(cells: Iterable[tuple[CountColumn, int | None]]) -> dict[str, Any]:
    """What `spread` gave, as `Counts` takes it: a count of which no cell is filled is not known.

    A count is told by class where any of its classes has a number; a number of them all may stand beside them where it
    is their sum. A range needs both of its ends.

    Raises:
        InvalidValueError: A range has one end only; a number of all that its classes do not add up to; a unit that
            kesos does not know.

    >>> from kesos.counts import Counts
    >>> gather(spread(Counts({"dead": 3, "house": {"heavy": 2}})))
    {'dead': 3, 'house': [({'': 'heavy'}, 2)]}
    """
    ends: dict[tuple[str, _Classes], dict[str, tuple[int | None, str | None]]] = {}
    for column, number in cells:
        ends.setdefault((column.code, column.classes), {})[column.end] = (number, column.unit)
    told: dict[str, dict[_Classes, Number]] = {}
    for (code, classes), each in ends.items():
        told.setdefault(code, {})[classes] = _number(code, each)
    return {code: _whole_or_classes(code, numbers) for code, numbers in told.items()}


def _number(code: str, ends: Mapping[str, tuple[int | None, str | None]]) -> Number:
    number, unit = ends.get("", (None, None))
    if number is not None:
        return number if unit is None else Quantity(number, unit)
    least, most = (ends.get(end, (None, None))[0] for end in ("minimum", "maximum"))
    if least is not None and most is not None:
        return Span(least, most)
    if least is not None or most is not None:
        raise InvalidValueError("missing", field=f"counts.{code}")
    return None


def _whole_or_classes(code: str, numbers: Mapping[_Classes, Number]) -> Any:
    whole = numbers.get(())
    by_class = [(dict(classes), number) for classes, number in numbers.items() if classes]
    if all(number is None for _, number in by_class):
        return whole
    together = add_numbers([number for _, number in by_class])
    if whole is not None and together is None:
        raise InvalidValueError("two_numbers.open_class", field=f"counts.{code}", value=whole)
    if whole is not None and whole != together:
        raise InvalidValueError("two_numbers.by_class", field=f"counts.{code}", value=whole, other=together)
    return by_class


_LARGER = {"g": ("kg",), "ml": ("l",), "mm": ("km", "m"), "cm2": ("ha", "m2"), "minute": ("hour",)}


def whole_unit(amounts: list[int], base: Unit) -> Unit:
    """The largest unit in which people measure and in which every amount of a base unit is whole.

    >>> whole_unit([2_408_000, 0], Unit.of("g")).code, whole_unit([1_200], Unit.of("g")).code
    ('kg', 'g')
    """
    for code in _LARGER.get(base.code, ()):
        unit = Unit.of(code)
        if all(amount % unit.factor == 0 for amount in amounts):
            return unit
    return base
