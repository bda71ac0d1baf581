"""Counts: whom and what an event struck, by name and by class; what is not given is not known, which is not none.

`Count` is to figures what `Hazard` is to words: well-known ones that every event may hold, and others that a standard
brings along.

>>> Count.of("meninggal") is Count.DEAD
True
>>> counts = Counts({"dead": 12, "missing": None, "house": {"heavy": 4, "light": 7}})
>>> counts["dead"], counts["missing"], counts["house"]["heavy"], "pregnant" in counts
(12, None, 4, False)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar

import attrs

from kesos import _checks as checks
from kesos._checks import fill_field
from kesos.errors import InvalidValueError, UnknownItemError, join_path
from kesos.records import Recorded
from kesos.values import Citation, Quantity, Span, Text, Unit
from kesos.words import hint

Number = int | Quantity | Span[int] | None
"""How many, or how much of a measured count; a range where it is known as one; None where it is not known."""
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


_BY_CODE: dict[str, Count] = {}  # filled below, when the well-known ones are made


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
        for field, kind in (("unit", Unit), ("most", Most), ("citation", Citation)):
            if getattr(self, field) is not None:
                checks.instance(getattr(self, field), field, kind)
        known = _BY_CODE.get(self.code)
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
        raise InvalidValueError("count_not_known", field=field, value=count, hint=checks.did_you_mean(count, _BY_CODE))

    @staticmethod
    def meaning(word: str) -> Count | None:
        """The well-known count that a code, a name or a word means, if any."""
        asked = checks.instance(word, "word", str)
        return _BY_CODE.get(asked) or _BY_WORD.get(" ".join(asked.casefold().split()))

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


Cell = tuple[tuple[tuple[str, str | int], ...], Number]
"""A number with the classes that it is for: ((("size", 5), ("damage", "half")), 12)."""


def _cells(cells: Iterable[Any]) -> tuple[Cell, ...]:
    return checks.each(_held_cell, cells, "cells")


def _held_cell(cell: object, field: str) -> Cell:
    parts = checks.items(cell, field)
    if len(parts) != 2 or not checks.items(parts[0], field):
        raise InvalidValueError("wrong_type.cell", field=field, value=cell)
    return _cell((dict(checks.pairs(parts[0], field)), parts[1]), field)


@attrs.frozen(repr=False, eq=False)
class ByClass(Mapping[str | int, Number]):
    """A count told apart by classes: a mapping from class to number where there is one axis.

    Args:
        cells: Each number with its classes; the axis is "" where the word for the class says it.

    >>> Counts({"injured": {"serious": 2, "minor": 9}})["injured"]
    {'serious': 2, 'minor': 9}
    """

    cells: tuple[Cell, ...] = attrs.field(converter=_cells)

    def __getitem__(self, key: str | int) -> Number:
        for classes, number in self.cells:
            if len(classes) == 1 and classes[0][1] == key:
                return number
        raise UnknownItemError("unknown_item.key", field="key", value=key)

    def __iter__(self) -> Iterator[str | int]:
        return (classes[0][1] for classes, _ in self.cells if len(classes) == 1)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, ByClass):
            return dict(self.cells) == dict(other.cells)
        return len(self) == len(self.cells) and dict(self) == other if isinstance(other, Mapping) else NotImplemented

    def __hash__(self) -> int:
        return hash(frozenset(self.cells))

    def __repr__(self) -> str:
        if len(self) == len(self.cells):
            return repr(dict(self))
        return repr([(dict(classes), number) for classes, number in self.cells])

    @property
    def total(self) -> Number:
        """All classes together; None where any of them is not known."""
        return add_numbers([number for _, number in self.cells])


def add_numbers(numbers: list[Number]) -> Number:
    """What numbers add up to; None where any of them is not known.

    >>> add_numbers([1, 2]), add_numbers([1, None]), add_numbers([1, Span(2, 4)])
    (3, None, Span(minimum=3, maximum=5))
    """
    known = [number for number in numbers if number is not None]
    if len(known) < len(numbers) or not known:
        return None
    if any(isinstance(number, Span) for number in known):
        return sum_spans(known)
    first, *rest = known
    return sum(rest, first)


def add_counts(parts: list[Number | ByClass]) -> Number | ByClass:
    """What a count adds up to over places, class by class where every place tells its classes.

    >>> house = [Counts({"house": {"heavy": heavy}})["house"] for heavy in (2, 1)]
    >>> add_counts(house), add_counts([house[0], 4])
    ({'heavy': 3}, 6)
    """
    told = [part for part in parts if isinstance(part, ByClass)]
    if told and len(told) == len(parts):
        cells = dict.fromkeys(classes for part in told for classes, _ in part.cells)
        by_cell = [dict(part.cells) for part in told]
        return ByClass(tuple((cell, add_numbers([each.get(cell) for each in by_cell])) for cell in cells))
    return add_numbers([part.total if isinstance(part, ByClass) else part for part in parts])


def sum_spans(numbers: list[Any]) -> Span[int]:
    """The range that numbers and ranges add up to."""
    least = sum(number.minimum if isinstance(number, Span) else number for number in numbers)
    most = sum(number.maximum if isinstance(number, Span) else number for number in numbers)
    return Span(least, most)


def _number(value: object, field: str) -> Number:
    if value is None or isinstance(value, Quantity):
        if value is not None:
            checks.count(value.amount, field)
        return value
    if isinstance(value, Span):
        for end in (value.minimum, value.maximum):
            checks.count(end, field)
        return value
    return checks.count(value, field)


def _cell(given: object, field: str) -> Cell:
    if not (isinstance(given, tuple) and len(given) == 2 and isinstance(given[0], Mapping) and given[0]):
        raise InvalidValueError("wrong_type.cell", field=field, value=given)
    classes: list[tuple[str, str | int]] = []
    for axis, name in sorted(given[0].items()):
        where = f"{field}.{axis}" if axis else field
        # the axis is "" where there is one only and the class says the rest
        classes.append(
            (
                "" if axis == "" and len(given[0]) == 1 else checks.slug(axis, field),
                checks.word(name, where) if isinstance(name, str) else checks.count(name, where),
            )
        )
    return tuple(classes), _number(given[1], field)


def _by_class(count: Count | None, given: Any, field: str) -> ByClass:
    if isinstance(given, ByClass):
        return given
    if not isinstance(given, Mapping):
        listed = checks.each(_cell, given, field)
        for number, (classes, _) in enumerate(listed):
            if classes in [earlier for earlier, _ in listed[:number]]:
                raise InvalidValueError("duplicate.count", field=f"{field}[{number}]", value=dict(classes))
        return ByClass(listed)
    cells: list[Cell] = []
    for name, value in given.items():
        where = f"{field}.{name}"
        if isinstance(name, str):
            known = [each for _, classes in (count.axis if count else ()) for each in classes or ()]
            meant = slip(name, known)
            if meant is not None and name not in known:
                raise InvalidValueError(
                    "class_not_known", field=where, value=name, hint=hint("did_you_mean", nearest=meant, known=known)
                )
            cells.append(((("", checks.word(name, where)),), _number(value, where)))
        else:
            cells.append(((("", checks.count(name, where)),), _number(value, where)))
    return ByClass(tuple(cells))


def _code(key: object, field: str) -> str:
    """The code of a well-known count by any of its words, or of one that a standard brings along."""
    if isinstance(key, Count):
        return key.code
    if not isinstance(key, str):
        raise InvalidValueError("count_not_known", field=field, value=key)
    known = Count.meaning(key)
    if known is not None:
        return known.code
    meant = slip(key, _BY_CODE)
    if meant is not None:
        raise InvalidValueError(
            "count_not_known",
            field=join_path(field, key),
            value=key,
            hint=hint("did_you_mean", nearest=meant, known=tuple(_BY_CODE)),
        )
    return checks.slug(key, field)


_FORMS = ({"amount", "unit"}, {"minimum", "maximum"})


def _plain_number(number: Number | ByClass) -> Any:
    if isinstance(number, ByClass):
        named = len(number) == len(number.cells) and all(isinstance(key, str) for key in number)
        if named and set(number) not in _FORMS:  # which would be read as a quantity or a range
            return {str(key): _plain_number(each) for key, each in number.items()}
        return [[dict(classes), _plain_number(each)] for classes, each in number.cells]
    if isinstance(number, Quantity):
        return {"amount": number.amount, "unit": number.unit.code}
    if isinstance(number, Span):
        return {"minimum": number.minimum, "maximum": number.maximum}
    return number


def _read_number(plain: Any) -> Any:
    """What `_plain_number` wrote, as it was given."""
    if isinstance(plain, list):
        return [
            (cell[0], _read_number(cell[1])) if isinstance(cell, list) and len(cell) == 2 else cell for cell in plain
        ]
    if not isinstance(plain, Mapping):
        return plain
    if set(plain) == {"amount", "unit"}:
        return Quantity(checks.whole_number(plain["amount"], "amount"), plain["unit"])
    if set(plain) == {"minimum", "maximum"}:
        return Span(plain["minimum"], plain["maximum"])
    return {name: _read_number(number) for name, number in plain.items()}


class Counts(Recorded, Mapping[str, "Number | ByClass"]):
    """What was counted of an event or in a place: a frozen mapping from the code of a count to its number.

    A count that is not known is no other than one that was not given: counts are equal where what they know is.

    Args:
        given: For each count its number, None where it is not known; by class as a mapping from class to number, or as
            a list of ({axis: class}, number) where there are two axes or a class is a whole number.

    Raises:
        InvalidValueError: A number that cannot be, a part above its whole, a misspelt count or class.
    """

    __slots__ = ("_held",)
    _held: dict[str, Number | ByClass]

    def __init__(self, given: Mapping[Any, Any] | None = None, *, field: str = "counts") -> None:
        held: dict[str, Number | ByClass] = {}
        for key, value in checks.mapping({} if given is None else given, field).items():
            code = _code(key, field)
            where = join_path(field, code)
            if code in held:
                raise InvalidValueError("duplicate.count", field=where, value=key)
            if isinstance(value, (Mapping, list, tuple)):
                held[code] = _by_class(_BY_CODE.get(code), value, where)
            else:
                held[code] = _number(value, where)
        object.__setattr__(self, "_held", held)

    def __setattr__(self, name: str, value: object) -> None:
        raise attrs.exceptions.FrozenInstanceError

    def __getitem__(self, code: str) -> Number | ByClass:
        try:
            return self._held[code]
        except (KeyError, TypeError):
            raise UnknownItemError("unknown_item.key", field="code", value=code) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def __eq__(self, other: object) -> bool:
        return _known(self) == _known(other) if isinstance(other, Mapping) else NotImplemented

    def __hash__(self) -> int:
        return hash(frozenset(_known(self._held).items()))

    def __repr__(self) -> str:
        return repr(self._held)

    def __reduce__(self) -> tuple[Any, ...]:
        return Counts, (self._held,)

    @classmethod
    def __read__(cls, raw: object) -> Counts:
        return cls({code: _read_number(number) for code, number in checks.mapping(raw, "").items()}, field="")

    def __plain__(self) -> dict[str, Any]:
        return {code: _plain_number(number) for code, number in self._held.items()}

    def total(self, code: str) -> Number:
        """How many in all classes together; None where that is not known, or nothing was given."""
        number = self._held.get(checks.text(code, "code"))
        return number.total if isinstance(number, ByClass) else number


def _known(counts: Mapping[Any, Any]) -> dict[Any, Any]:
    """The counts of which any number is known."""
    return {
        code: number
        for code, number in counts.items()
        if number is not None and not (isinstance(number, ByClass) and all(each is None for _, each in number.cells))
    }


NONE = Counts()
"""Nothing given."""


def check_together(counts: Mapping[str, Number | ByClass], field: str = "counts") -> None:
    """Says nothing where the well-known counts can be true together.

    Raises:
        InvalidValueError: A part is above its whole; there are more families than people.
    """
    for code, number in counts.items():
        known = _BY_CODE.get(code)
        whole = None if known is None else known.part_of
        if whole is None or whole not in counts:
            continue
        part, most = _least(number), _most(counts[whole])
        if part is not None and most is not None and part > most:
            raise InvalidValueError(
                "part_above_whole.count", field=f"{field}.{code}", value=part, most=most, whole=Count.of(whole)
            )


def check_parts(counts: Mapping[str, Number | ByClass], known: Iterable[Count], field: str = "counts") -> None:
    """Says nothing where no count that a standard brings along is above the one that it is a part of.

    Raises:
        InvalidValueError: One is.
    """
    for count in known:
        if count.part_of is not None and count.part_of in counts and count.code in counts:
            whole = counts[count.part_of]
            part = _least(counts[count.code])
            most = None if isinstance(whole, ByClass) else _most(whole)  # of classes some may not be given
            if part is not None and most is not None and part > most:
                raise InvalidValueError(
                    "part_above_whole.own",
                    field=f"{field}.{count.code}",
                    value=part,
                    most=most,
                    whole=count.part_of,
                    part=count.name,
                )


def _least(number: Number | ByClass) -> int | None:
    """The least that a number can be: of classes, what is known of them together."""
    if isinstance(number, ByClass):
        known = [least for _, each in number.cells if (least := _least(each)) is not None]
        return sum(known) if known else None
    return number.minimum if isinstance(number, Span) else number if isinstance(number, int) else None


def _most(number: Number | ByClass) -> int | None:
    """The most that a number can be; None where nothing bounds it."""
    if isinstance(number, ByClass):
        return _most(number.total)
    return number.maximum if isinstance(number, Span) else number if isinstance(number, int) else None


_CLASS_WORDS = {
    "serious": Text("luka berat", "seriously injured"),
    "minor": Text("luka ringan", "slightly injured"),
    "heavy": Text("rusak berat", "heavily damaged"),
    "moderate": Text("rusak sedang", "moderately damaged"),
    "light": Text("rusak ringan", "lightly damaged"),
}


def say_class(axis: str, name: object, language: str) -> str:
    """A class in words: a well-known one as people call it, a whole number with the name of its axis.

    >>> say_class("damage", "heavy", "id"), say_class("size", 5, "id"), say_class("terrain", "hill", "id")
    ('rusak berat', 'size 5', 'hill')
    """
    if isinstance(name, int):
        return f"{axis} {name}"
    words = _CLASS_WORDS.get(str(name))
    return str(name) if words is None else words.say(language)


_SEVERITY = {"injury": ("serious", "minor")}
_DEGREE = {"damage": ("heavy", "moderate", "light")}
_KNOWN = (
    Count(code="person", name=Text("jiwa", "people"), words=("orang", "penduduk", "person", "korban")),
    Count(code="family", name=Text("KK", "families"), words=("keluarga", "kepala keluarga", "family"), of="person"),
    Count(
        code="household",
        name=Text("rumah tangga", "households"),
        words=("household",),
        of="person",
        axis={"size": WHOLE_NUMBER},
    ),
    Count(
        code="dead", name=Text("meninggal dunia", "dead"), words=("meninggal", "korban meninggal", "tewas"), of="person"
    ),
    Count(code="missing", name=Text("hilang", "missing"), words=("korban hilang",), of="person"),
    Count(
        code="injured",
        name=Text("luka-luka", "injured"),
        words=("luka", "terluka", "korban luka"),
        of="person",
        axis=_SEVERITY,
    ),
    Count(code="displaced", name=Text("mengungsi", "displaced"), words=("pengungsi",), of="person"),
    Count(code="suffering", name=Text("menderita", "affected"), words=("terdampak", "penderita"), of="person"),
    Count(code="infant", name=Text("bayi", "infants"), of="person"),
    Count(code="under_five", name=Text("balita", "children under five"), words=("anak balita",), of="person"),
    Count(code="child", name=Text("anak-anak", "children"), words=("anak",), of="person"),
    Count(code="elderly", name=Text("lanjut usia", "elderly people"), words=("lansia",), of="person"),
    Count(code="pregnant", name=Text("ibu hamil", "pregnant women"), words=("hamil",), of="person"),
    Count(
        code="disabled",
        name=Text("penyandang disabilitas", "people with disabilities"),
        words=("disabilitas",),
        of="person",
    ),
    Count(code="house", name=Text("rumah", "houses"), words=("rmh",), axis=_DEGREE),
    Count(code="house_flooded", name=Text("rumah terendam", "houses under water"), words=("terendam",)),
    Count(code="building", name=Text("bangunan", "buildings"), axis=_DEGREE),
    Count(code="business", name=Text("tempat usaha", "places of business"), words=("usaha",)),
    Count(
        code="public_facility",
        name=Text("kantor/fasilitas umum", "public facilities"),
        words=("fasilitas umum", "fasum"),
    ),
)
COUNTS: tuple[Count, ...] = _KNOWN
"""The well-known counts."""

_BY_CODE.update({count.code: count for count in _KNOWN})
_BY_WORD: dict[str, Count] = {
    word.casefold(): count for count in _KNOWN for word in (count.code, count.name.id, count.name.en, *count.words)
}
for _count in _KNOWN:
    setattr(Count, _count.code.upper(), _count)

__all__ = ["COUNTS", "WHOLE_NUMBER", "Axes", "ByClass", "Count", "Counts", "Most", "Number"]
