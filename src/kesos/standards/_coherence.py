"""What has to hold between the clauses of a standard: no code twice, no hazard unknown, no word with two meanings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Protocol

from kesos import _checks as checks
from kesos.counts import COUNTS, Count
from kesos.counts._class_words import called
from kesos.errors import InvalidValueError, KesosError
from kesos.hazards import HAZARDS, Hazard
from kesos.standards._axes import Axis, Index
from kesos.standards._clauses import HazardReading, NotCovered, Window
from kesos.standards._items import Item, Package
from kesos.standards._overlaps import overlaps
from kesos.standards._rates import DATE, DAY, VALUES, Row
from kesos.values import Unit
from kesos.values._quantities import mismatch
from kesos.values._texts import fold
from kesos.words import Sentence, hint

_NO_COUNT = ("event", "recipient")
"""What an item may be given for that nobody counts: the event itself, and those whom somebody chooses."""


class Clauses(Protocol):
    """The clauses of a standard."""

    @property
    def covers(self) -> str | tuple[str, ...] | None: ...
    @property
    def windows(self) -> tuple[Window, ...]: ...
    @property
    def packages(self) -> tuple[Package, ...]: ...
    @property
    def hazards(self) -> tuple[Hazard, ...]: ...
    @property
    def readings(self) -> tuple[HazardReading, ...]: ...
    @property
    def not_covered(self) -> tuple[NotCovered, ...]: ...
    @property
    def counts(self) -> tuple[Count, ...]: ...
    @property
    def axes(self) -> tuple[Axis, ...]: ...
    @property
    def indices(self) -> tuple[Index, ...]: ...


def incoherences(standard: Clauses) -> Iterable[KesosError]:
    """Every fault between clauses that are sound by themselves."""
    yield from _of_hazards(standard)
    yield from _of_rates(standard)


def _of_hazards(standard: Clauses) -> Iterable[KesosError]:
    windows, packages, hazards = standard.windows, standard.packages, standard.hazards
    readings, not_covered = standard.readings, standard.not_covered
    codes = [package.code for package in packages] + [item.code for package in packages for item in package.items]
    yield from _twice("packages", codes)
    yield from _twice("hazards", [hazard.code for hazard in hazards])
    yield from _taken_words(hazards)
    yield from _twice("windows", [code for window in windows for code in window.hazards])
    yield from _twice("readings", [reading.hazard for reading in readings])
    windowed = {code for window in windows for code in window.hazards}
    named = {
        "windows": windowed,
        "readings": {reading.hazard for reading in readings},
        "not_covered": {code for each in not_covered for code in each.hazards},
        "covers": set(() if isinstance(standard.covers, str) else standard.covers or ()),
    }
    if not windowed and not standard.covers:
        yield InvalidValueError("missing.hazards_covered", field="windows")
    own = {hazard.code for hazard in hazards}
    for field, named_codes in named.items():
        for code in sorted(named_codes - own):
            if not Hazard.is_known(code):
                yield _unknown_hazard(field, code)
    for reading in readings:
        if reading.read_as not in windowed or reading.hazard in windowed:
            yield InvalidValueError(
                "reading_does_not_fit", field="readings", value=reading.hazard, read_as=reading.read_as
            )


def _of_rates(standard: Clauses) -> Iterable[KesosError]:
    """Every test of a rate names something that can be known, and no two rows fit the same."""
    for package in standard.packages:
        if not package.items:
            yield InvalidValueError("empty.table", field=f"packages[{package.code}].items", value=())
    counts = {count.code: count for count in (*COUNTS, *standard.counts)}
    yield from _twice("counts", [count.code for count in standard.counts])
    for count in standard.counts:
        if count.code in _NO_COUNT:
            yield InvalidValueError("reserved_count", field=f"counts[{count.code}].code", value=count.code)
    yield from _twice("axes", [axis.code for axis in standard.axes])
    yield from _twice("indices", [index.code for index in standard.indices])
    for count in standard.counts:
        yield from (fault.at(f"counts[{count.code}]") for fault in _of_count(count, counts, standard))
    dated = {name: classes for name, classes in _tests_of(standard, None).items() if name != DAY}
    for index in standard.indices:
        for number, value in enumerate(index.values):
            yield from (fault.at(f"indices[{index.code}].values[{number}]") for fault in _tested(value.row, dated))
    for package in standard.packages:
        for item in package.items:
            path = f"packages[{package.code}].items[{item.code}]"
            if item.per not in (*counts, *_NO_COUNT):
                yield _unknown_count(f"{path}.per", item.per, counts)
                continue
            yield from (fault.at(path) for fault in _measured(item, counts.get(item.per)))
            if item.cycle is not None and item.window is None and not standard.windows:
                yield InvalidValueError("missing.window", field=f"{path}.window")
            known = _tests_of(standard, counts.get(item.per))
            for number, row in enumerate(item.rates):
                yield from (fault.at(f"{path}.rates[{number}]") for fault in _tested(row, known))
                yield from (fault.at(f"{path}.rates[{number}]") for fault in _shared(row, item.unit, standard))
            for one, other in overlaps(item.rates):
                both = (one.say(item.unit, "en"), other.say(item.unit, "en"))
                yield InvalidValueError("overlap.rates", field=f"{path}.rates", value=both, one=both[0], other=both[1])


def _of_count(count: Count, counts: Mapping[str, Count], standard: Clauses) -> Iterable[KesosError]:
    """A count is a part of one that somebody counts and never of itself, and a word tells but one thing apart."""
    if count.part_of is not None and count.part_of not in counts:
        yield _unknown_count("of", count.part_of, counts)
    wholes: list[str] = []
    whole = count.part_of
    while whole is not None and whole in counts and whole not in wholes:
        wholes.append(whole)
        whole = counts[whole].part_of
    if count.code in wholes:
        yield InvalidValueError("part_of_itself", field="of", value=count.part_of, count=count.name)
    axes = {axis.code: axis for axis in standard.axes}
    for name, _ in count.axis:
        if name in (DATE, DAY):
            yield InvalidValueError("known_test", field=f"axis.{name}", value=name)
        elif name in VALUES:
            yield InvalidValueError("known_test.value", field=f"axis.{name}", value=name)
        elif name in axes:
            yield InvalidValueError("known_test.class", field=f"axis.{name}", value=name, count=axes[name].name)


def _measured(item: Item, count: Count | None) -> Iterable[KesosError]:
    """An amount for so much of a measured count says for how much, and no other does."""
    unit = None if count is None else count.unit
    if unit is None and item.measure is not None:
        yield InvalidValueError("not_used.measure", field="measure", value=item.measure.code)
    if unit is not None and item.measure is None:
        yield InvalidValueError("missing.measure", field="measure", unit=unit.many)
    if unit is not None and item.measure is not None and item.measure.base != unit.base:
        yield mismatch(unit, item.measure, field="measure")


def _tests_of(standard: Clauses, count: Count | None) -> dict[str, tuple[str, ...] | None]:
    """What a test may name, with its classes; None where a whole number is tested."""
    known: dict[str, tuple[str, ...] | None] = {DATE: None, DAY: None}
    known |= {axis.code: axis.classes for axis in standard.axes}
    return known | dict(count.axis if count else ())


def _tested(row: Row, known: dict[str, tuple[str, ...] | None]) -> Iterable[KesosError]:
    for name, test in row.tests:
        if name not in known:
            yield InvalidValueError("unknown_key", field=name, value=name, hint=_test_meant(name, known))
            continue
        classes = known[name]
        if classes is not None and test not in classes:
            meant = checks.did_you_mean(test, classes, called(classes))
            yield InvalidValueError("class_not_known", field=name, value=test, hint=meant)
        if classes is None and isinstance(test, str):
            yield InvalidValueError("not_whole", field=name, value=test)


def _shared(row: Row, unit: Unit, standard: Clauses) -> Iterable[KesosError]:
    """A share is of an index that the standard has, in a unit of the item's kind: nothing is converted."""
    units = {index.code: index.unit for index in standard.indices}
    for code in row.indices:
        if code not in units:
            yield InvalidValueError("index_not_known", field="of", value=code, hint=checks.did_you_mean(code, units))
        elif units[code].base != unit.base:
            yield mismatch(unit, units[code], field="of", value=code)


def _test_meant(name: str, known: Iterable[str]) -> Sentence:
    """A slip of the pen is named; "damage" beside a count without it is none for "date", so all tests are."""
    tests = tuple(known)
    nearest = checks.nearest(name, tests, alike=0.8)
    return hint("known", known=tests) if nearest is None else hint("did_you_mean", nearest=nearest, known=tests)


def _unknown_count(field: str, code: str, known: Mapping[str, Count]) -> InvalidValueError:
    """A count that nobody counts; whoever writes what it is called is told its code."""
    words = {each.code: (each.name.id, each.name.en, *each.words) for each in known.values()}
    meant = checks.did_you_mean(code, known, words)
    return InvalidValueError("count_not_known", field=field, value=code, hint=meant)


def _unknown_hazard(field: str, code: str) -> InvalidValueError:
    codes = tuple(hazard.code for hazard in HAZARDS)
    nearest = checks.nearest(code, codes)
    if nearest is None:
        return InvalidValueError("hazard_unknown.clause", field=field, value=code, known=codes)
    return InvalidValueError("hazard_unknown.misspelt", field=field, value=code, known=codes, nearest=nearest)


def _taken_words(hazards: tuple[Hazard, ...]) -> Iterable[KesosError]:
    """A hazard that is brought along takes no code and no word that already means another hazard."""
    taken: dict[str, str] = {}
    for number, own in enumerate(hazards):
        if Hazard.is_known(own.code):
            yield InvalidValueError("known_hazard", field=f"hazards[{number}].code", value=own.code)
        for word in dict.fromkeys(map(fold, own.all_words)):
            known = Hazard.meaning(word)
            meaning = taken.get(word, own.code) if known is None else known.code
            if meaning != own.code:
                part = "code" if word.replace(" ", "_") == own.code else "words"
                yield InvalidValueError(
                    "known_hazard.word", field=f"hazards[{number}].{part}", value=word, meaning=meaning
                )
            taken.setdefault(word, own.code)


def _twice(field: str, codes: list[str]) -> Iterable[KesosError]:
    for code in sorted(code for code, times in Counter(codes).items() if times > 1):
        yield InvalidValueError("duplicate.clause", field=field, value=code)


__all__ = ["Clauses", "incoherences"]
