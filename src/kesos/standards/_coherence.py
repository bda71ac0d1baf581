"""What has to hold between the clauses of a standard: no code twice, no hazard unknown, no word with two meanings."""

from __future__ import annotations

from collections.abc import Iterable

from kesos.errors import InvalidValueError, KesosError
from kesos.hazards import HAZARDS, Hazard
from kesos.standards._clauses import HazardReading, NotCovered, Window
from kesos.standards._items import Package
from kesos.values import _checks as checks


def incoherences(
    windows: tuple[Window, ...],
    packages: tuple[Package, ...],
    hazards: tuple[Hazard, ...],
    readings: tuple[HazardReading, ...],
    not_covered: tuple[NotCovered, ...],
) -> Iterable[KesosError]:
    """Every fault between clauses that are sound by themselves."""
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
    }
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
        for word in dict.fromkeys(said.casefold() for said in (own.name.id, own.name.en, *own.words)):
            known = Hazard.meaning(word)
            meaning = taken.get(word, own.code) if known is None else known.code
            if meaning != own.code:
                yield InvalidValueError(
                    "known_hazard.word", field=f"hazards[{number}].words", value=word, meaning=meaning
                )
            taken.setdefault(word, own.code)


def _twice(field: str, codes: list[str]) -> Iterable[KesosError]:
    for code in sorted({code for code in codes if codes.count(code) > 1}):
        yield InvalidValueError("duplicate.clause", field=field, value=code)


__all__ = ["incoherences"]
