"""The damage of a place in the columns of the year's tables, and what is known that they have no column for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from kesos._damages import is_open, known_part
from kesos._sheets._writing import Cell
from kesos.counts import ByClass, Count, Number
from kesos.counts._class_words import say_class
from kesos.counts._numbers import add_numbers
from kesos.errors import InvalidValueError
from kesos.records import Fieldwise
from kesos.standards import AidStandard
from kesos.standards._packaged import packaged_count
from kesos.values import Span, Text
from kesos.values._tabulated import said_of

HEADS: tuple[Text, ...] = (
    Text("Rusak Berat", "Heavily damaged"),
    Text("Rusak Ringan", "Lightly damaged"),
    Text("RMH", "Houses"),
    Text("Tempat Usaha", "Places of business"),
    Text("Kantor/Fasilitas Umum", "Offices and public facilities"),
)
DASH = "-"
_DEGREES = ("heavy", "light")
_WHOLE = ("house", "business", "public_facility")
_ELSEWHERE = ("person", "family")
"""These stand in the last column of the tables."""
_AXIS = "damage"
_HOUSES = Text(
    "Rusak Berat dan Rusak Ringan{rows}: rumah saja; bangunan lain tidak dilaporkan menurut kedua tingkat itu.",
    "Heavily and lightly damaged{rows}: houses only; no other buildings were reported by these degrees.",
)
_OPEN_HOUSES = Text(
    "Jumlah rumah (RMH){rows} belum diketahui: tidak semua tingkat kerusakannya dilaporkan.",
    "How many houses there are{rows} is not known: not every degree of their damage was reported.",
)
_BESIDES = Text(
    "Diketahui, tetapi tidak ada kolomnya dalam tabel ini: {what}.", "Known, but the table has no column for: {what}."
)
_ROW = Text("baris", "row")
_IN_ROWS = Text(" pada baris {rows}", " in row {rows}")
_NAMED = 10
"""So many rows are named before the rest is counted."""
_Key = tuple[str, tuple[tuple[str, str | int], ...]]


@attrs.frozen(eq=False, repr=False)
class Filled(Fieldwise):
    """What was counted at a place, as the tables take it.

    Args:
        columns: The number in each of its columns of damage; None where none is known.
        houses_only: Whether those by degree are of houses, since no other building was told by degree.
        besides: What is known that no column says, by count and class.
        open_houses: Whether houses were told by some of their degrees only, so that how many there are is not known.
    """

    columns: tuple[Number, ...]
    houses_only: bool
    besides: tuple[tuple[_Key, Number], ...]
    open_houses: bool = False

    @classmethod
    def of(cls, counts: Mapping[str, Number | ByClass], wholes: Mapping[str, Number | ByClass] | None = None) -> Filled:
        """The counts of a place in the columns of the tables: a degree is of all buildings, of the houses where no
        building is told by degree.

        Args:
            counts: The counts.
            wholes: What is told elsewhere of how many there are in all.
        """
        by_degree = {code: _degrees(counts.get(code)) for code in ("building", "house")}
        code = next((code for code, told in by_degree.items() if not told.keys().isdisjoint(_DEGREES)), "building")
        degrees = [by_degree[code].get(name) for name in _DEGREES]
        whole = [_in_column(_total(each, counts.get(each), wholes)) for each in _WHOLE]
        shown: set[_Key] = {(each, ()) for each, number in zip(_WHOLE, whole, strict=True) if number is not None}
        shown |= {(code, ((axis, name),)) for axis in ("", _AXIS) for name in _DEGREES if name in by_degree[code]}
        besides = tuple(cell for cell in _cells(counts) if cell[0] not in shown)
        house = counts.get("house")
        opened = isinstance(house, ByClass) and whole[0] is None and known_part(house) is not None
        return cls((*degrees, *whole), code == "house", besides, opened)


def _degrees(number: Number | ByClass) -> dict[str | int, Number]:
    """The known numbers of a count that is told by degree of damage and nothing else."""
    cells = number.cells if isinstance(number, ByClass) else ()
    return {
        classes[0][1]: each
        for classes, each in cells
        if len(classes) == 1 and classes[0][0] in ("", _AXIS) and _in_column(each) is not None
    }


def _total(code: str, number: Number | ByClass, wholes: Mapping[str, Number | ByClass] | None) -> Number:
    """How many in all; of a count by class only where nothing of it was left out."""
    if is_open(code, number, wholes):
        return None
    return number.total if isinstance(number, ByClass) else number


def _in_column(number: Number) -> Number:
    """A number of buildings; None for a measure, which is none."""
    return number if isinstance(number, (int, Span)) else None


def _cells(counts: Mapping[str, Number | ByClass]) -> Iterator[tuple[_Key, Number]]:
    """Every number that is known, with its count and its classes."""
    for code, number in counts.items():
        if code not in _ELSEWHERE:
            cells = number.cells if isinstance(number, ByClass) else (((), number),)
            yield from (((code, classes), each) for classes, each in cells if each is not None)


def cells_of(columns: Iterable[Number], language: str) -> tuple[Cell, ...]:
    """Numbers as cells of the tables: what was not reported is a dash."""
    return tuple(
        DASH if each is None else each if isinstance(each, int) else said_of(each, language) for each in columns
    )


def added(rows: Sequence[Filled]) -> tuple[Number, ...]:
    """What rows add up to, column by column; one that was not reported adds nothing, as the report reads."""
    columns = zip(*(row.columns for row in rows), strict=True)
    return tuple(add_numbers([each for each in column if each is not None]) for column in columns)


def notes(rows: Sequence[tuple[str, Filled]], standard: AidStandard | None, language: str) -> list[str]:
    """What has to be said under the table of some rows, each with what it is called."""
    of_houses = [name for name, row in rows if row.houses_only]
    said: list[str] = []
    if of_houses:
        told = any(number is not None for _, row in rows if not row.houses_only for number in row.columns[:2])
        where = _IN_ROWS.say(language).format(rows=_listed(of_houses)) if told else ""
        said.append(_HOUSES.say(language).format(rows=where))
    opened = [name for name, row in rows if row.open_houses]
    if opened:
        said.append(_OPEN_HOUSES.say(language).format(rows=_IN_ROWS.say(language).format(rows=_listed(opened))))
    besides: dict[_Key, list[tuple[str, Number]]] = {}
    for name, row in rows:
        for key, number in row.besides:
            besides.setdefault(key, []).append((name, number))
    if besides:
        what = "; ".join(_what(key, numbers, standard, language) for key, numbers in besides.items())
        said.append(_BESIDES.say(language).format(what=what))
    return said


def _what(key: _Key, numbers: Sequence[tuple[str, Number]], standard: AidStandard | None, language: str) -> str:
    """A count with its class, what it comes to, and in which rows it is known."""
    code, classes = key
    of = ", ".join(say_class(axis or _AXIS, each, language) for axis, each in classes)
    together = said_of(add_numbers([number for _, number in numbers]), language)
    several = len(numbers) > 1
    rows = [
        f"{_ROW.say(language)} {name}{f': {said_of(number, language)}' if several else ''}" for name, number in numbers
    ]
    return f"{_name(code, standard, language)}{f' ({of})' if of else ''}: {together} ({_listed(rows)})"


def _name(code: str, standard: AidStandard | None, language: str) -> str:
    """What a count is called; its code, without underscores, where it is of a standard elsewhere."""
    known = Count.meaning(code)
    if known is None and standard is not None:
        try:
            known = standard.count(code)
        except InvalidValueError:
            known = None
    known = known or packaged_count(code)
    return code.replace("_", " ") if known is None else known.say(language)


def _listed(words: Sequence[str]) -> str:
    more = len(words) - _NAMED
    return ", ".join(words if more <= 0 else [*words[:_NAMED], f"… (+{more})"])
